## The journey of one message

# The whole of it. $host: where it went; $count: how many it was for; $tries: how many it took; $took: since it came
journey-delivered = { $count ->
        [1] Delivered to { $host } { $took } after it came
       *[other] Delivered to all { $count } it was for, the last { $took } after it came
    }{ $tries ->
        [0] .
        [1] .
        [2] , at the second try.
        [3] , at the third try.
       *[other] , at try { $tries }.
    }
journey-read = Delivered to { $host } and read { $took } after it came.
journey-accepted = { $host } took it { $took } after it came. Its own confirmation is due.
# $problem: the error
journey-failed = Not delivered to { $host }: { $problem }. Given up { $took } after it came, after { $tries ->
        [one] { $tries } try
       *[other] { $tries } tries
    }.

# Its steps. $platform: the platform’s brand; $what: the event; $who: who it is about, when $hasWho is not 0
journey-came = { $source ->
        [endpoint] Your program sends { $what }
        [screen] { $what } is written here
        [practice] Switchboard plays { $platform } and sends { $what }
        [catch-up] { $what }, missed before, is fetched from { $platform }
       *[platform] { $platform } sends { $what }
    }{ $hasWho ->
        [0] { "" }
       *[other] { " " }({ $who })
    }
journey-answered = Stored and answered { $status } within { $took }
journey-put-aside = Answered { $status } within { $took } and put aside: { $problem }
journey-refused = Refused with { $status } within { $took }: { $problem }
journey-acted-on = Kept here. Nothing had to be sent on
# $reason: why; $host: where it would have gone, when $hasHost is not 0
journey-not-sent = { $hasHost ->
        [0] Not sent on: { $reason }
       *[other] Not sent to { $host }: { $reason }
    }
# $number: which try; $status: HTTP status
journey-try = Try { $number }: { $host } answers { $status } within { $took }
journey-try-failed = Try { $number }: { $problem }
# $call: what the call is for
journey-call = { $call }: { $host } answers { $status } within { $took }
journey-call-failed = { $call }: { $problem }
journey-report = { $platform } is told what became of it and answers { $status } within { $took }
journey-report-failed = Telling { $platform } what became of it: { $problem }
journey-wait = Waits { $took }
journey-wait-next = Waits { $took } before the next try
journey-word-delivered = { $platform } reports: delivered
journey-word-read = { $platform } reports: read
journey-word-failed = { $platform } reports: failed
journey-sent-again = Sent again by hand
journey-left-out = Left out by hand
journey-given-up = Given up after { $made ->
        [one] { $made } try
       *[other] { $made } tries
    }
# $try, $of: tries; $next: a time
journey-next = Try { $try } of { $of } at { $next }
journey-next-soon = Try { $try } of { $of } as soon as its turn comes
journey-sending = Being sent to { $host } now
journey-its-turn = Waits for its turn
journey-on-hold = On hold: goes on as soon as { $host } is sent to again
journey-waiting = Waits until { $platform } has said where to send to
journey-no-word = No delivery report from { $platform } yet (expected)
journey-unknown = Nobody can tell whether { $host } has it
journey-tell-due = { $platform } is told as soon as it has arrived (expected)
journey-tell-impossible = { $platform } cannot be told what became of it: the channel lacks its address or account

# $took: the limit; $platform: whose it is, when $hasPlatform is not 0
journey-limit-fine = { $hasPlatform ->
        [0] limit { $took }: fine
       *[other] { $platform } waits { $took }: fine
    }
journey-limit-close = { $hasPlatform ->
        [0] limit { $took }: close
       *[other] { $platform } waits { $took }: close
    }
journey-limit-over = { $hasPlatform ->
        [0] limit { $took }: over
       *[other] { $platform } waits { $took }: over
    }

# On screen. $platform: a brand
journey-title = Journey
journey-sentence = The way of one message, from where it came to where it went.
journey-loading = Reading the journey
journey-gone = This message is no longer in the log
journey-gone-hint = The log keeps requests as long as Settings say. What is older is gone with its journey.
journey-steps = Steps
journey-lane-relay = Switchboard
journey-lane-endpoint = Your endpoint
journey-lane-back = back to { $platform }
journey-lane-unknown = Sender
# $took: a duration; $tries: how many
journey-total = { $took } in all · { $tries ->
        [0] no try
        [one] { $tries } try
       *[other] { $tries } tries
    }
journey-filter = Which steps
journey-filter-all = All steps
journey-filter-wrong = { $count ->
        [one] { $count } that went wrong
       *[other] { $count } that went wrong
    }
journey-slow = slow
journey-more = Details
journey-less = Fewer details
# $time: to the millisecond
journey-copy-time = { $time }. Copy
journey-copy = Copy as text
journey-save = Save as text
journey-copy-of = Made by hand out of an earlier request.
journey-show-original = Show the original
# $count: how many
journey-copies = { $count ->
        [one] It was sent once more by hand.
       *[other] It was sent { $count } times more by hand.
    }
journey-show-copy = Show copy { $number }
journey-open-wide = Open the journey wide
journey-to-log = Back to Traffic
