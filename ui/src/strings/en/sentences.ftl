## Sentences of the engine: Home’s one sentence (status-…) and what became of an exchange (exchange-…)


# What other languages word anew before they fill it in: $problem is the error with $code (and the other blanks), $what the event $kind,
# $reason the skip reason $skip, $next the time $nextAt (UTC milliseconds). Counts are numbers. $problem has no full stop at its end.

# What people read in place of a file that is lost. $name: its name
said-conversation = Conversation with { $name } from { $channel }. Times are UTC.
said-left-out = Earlier messages left out: { $count }.
said-customer = Customer
said-operator = Operator
said-system = System
said-file-lost = The file { $name } could not be passed on.

# What happened in a conversation besides messages. $name: an operator, 0 when nobody says who; the platform’s own words stay as they are
told-created = The conversation began
told-ended = The conversation ended
told-open = Opened
told-pending = Put on pending
told-snoozed = Snoozed
told-resolved = Resolved
told-assigned = Assigned to { $name }
told-unassigned = Assigned to nobody
# $labels: them, with commas
told-labelled = Labels: { $labels }
told-unlabelled = Without labels
told-changed = The conversation was changed
# $group: the group or team, 0 for none
told-forwarded = { $name ->
        [0] { $group ->
            [0] Passed on
           *[other] Passed to { $group }
        }
       *[other] { $group ->
            [0] Passed to { $name }
           *[other] Passed to { $name } ({ $group })
        }
    }
# $rating: as the platform gives it, 0 for none; $words: what was written with it, 0 for nothing
told-rated = { $rating ->
        [0] Rated
       *[other] Rated { $rating }
    }{ $words ->
        [0] {""}
       *[other] : { $words }
    }
told-feedback = Feedback: { $words }
# $answer: to the survey
told-surveyed = Survey answered: { $answer }
# $goal: its name, 0 when it has none
told-goal = { $goal ->
        [0] Goal reached
       *[other] Goal reached: { $goal }
    }
told-session-started = The session began
told-session-unread = The session ended with messages nobody had read
told-session-ended = The session ended
told-snapshot = The whole conversation was sent

# Notes: what a form put right by itself.
# $field: the field; $scheme: http or https
note-scheme-added = We put { $scheme }:// in front of the address.
# $base: the server; $account, $inbox: the numbers found, 0 for none
note-dashboard-taken-apart = We took the address apart: the server is { $base }{ $account ->
        [0] .
       *[other] , the account is number { $account }{ $inbox ->
            [0] .
           *[other] , the inbox is number { $inbox }.
        }
    }

# Home. $channels: all of them; $working, $troubled, $resting: of those; $received, $delivered, $failed: today; $waiting: to be sent
status-empty = No channel yet. Add the first one, or look at the demo.
status-key = Nothing is sent: { $problem }.
status-relay = No message can come in: { $problem }.
status-relay-stays = The relay still listens on { $still }: { $problem }.
status-turned-away = What comes in cannot be kept: { $problem }.
status-some-working = { $working ->
        [0] { $channels ->
            [one] Your channel is not working.
           *[other] None of your { $channels } channels is working.
        }
        [one] { $working } of { $channels } channels is working.
       *[other] { $working } of { $channels } channels are working.
    }
status-and-waiting = { $waiting ->
        [0] .
        [one] ; { $waiting } message is waiting.
       *[other] ; { $waiting } messages are waiting.
    }
# $name: the channel that fares worst
status-stopped = { status-some-working } { $name }: { $problem }{ status-and-waiting }
status-failing = { status-some-working } { $name }: the last messages did not arrive{ status-and-waiting }
status-disconnected = { status-some-working } { $name }: the platform ended the connection{ status-and-waiting }
# $problems: how many problems that channel has
status-problems = { status-all-working } But { $name }: { $problems ->
        [one] { $problems } problem needs
       *[other] { $problems } problems need
    } a look{ status-and-waiting }
status-problems-known = { status-all-working } { $name }: { $problems ->
        [one] { $problems } problem that you know about
       *[other] { $problems } problems that you know about
    }{ status-and-waiting }
status-paused = Everything is paused until you resume it. What comes in is kept{ status-and-waiting }
status-paused-until = Everything is paused until { $next }. What comes in is kept{ status-and-waiting }
status-resting = { $channels ->
        [one] Your channel is paused or off.
       *[other] All { $channels } channels are paused or off.
    } What comes to a paused channel is kept.
status-failed-today = { status-all-working } But { $failed ->
        [one] { $failed } message of today was given up.
       *[other] { $failed } messages of today were given up.
    }
status-waiting = { $resting ->
        [0] { $channels ->
            [one] Your channel is ready and waits for its first message.
           *[other] Your { $channels } channels are ready and wait for their first messages.
        }
       *[other] { $working } of { $channels } channels { $working ->
            [one] is ready and waits for its first message.
           *[other] are ready and wait for their first messages.
        }
    }
status-all-working = { $resting ->
        [0] { $channels ->
            [one] Your channel is working.
           *[other] All { $channels } channels are working.
        }
       *[other] { $working } of { $channels } channels { $working ->
            [one] is
           *[other] are
        } working, the others are paused or off.
    }
status-all-delivered = { status-all-working } { $received ->
        [one] { $received } message today, delivered.
       *[other] { $received } messages today, all delivered.
    }
status-working = { status-all-working } { $received ->
        [0] No message today yet.
        [one] { $received } message today
       *[other] { $received } messages today
    }{ $received ->
        [0] { "" }
       *[other] { $waiting ->
            [0] .
            [one] ; { $waiting } is on its way.
           *[other] ; { $waiting } are on their way.
        }
    }

# What became of an exchange. $source: who it came from; $hasWho: 0 when nobody is known; $who: the person or chat; $host: where it goes;
# $count: how many it was for; $made, $of: tries;
# $status: HTTP status; $channel: the channel's name
exchange-something = A request
exchange-came = { $source ->
        [endpoint] { $hasWho ->
            [0] Your endpoint sent this: { $what }
           *[other] Your endpoint sent this for { $who }: { $what }
        }
        [screen] { $hasWho ->
            [0] { $what } was written here
           *[other] { $what } for { $who } was written here
        }
        [catch-up] { $hasWho ->
            [0] { $what } was missed and fetched later
           *[other] { $what } from { $who } was missed and fetched later
        }
        [practice] Practice: { $what }
       *[platform] { $hasWho ->
            [0] { $what } came in
           *[other] { $what } from { $who } came in
        }
    }
exchange-unclaimed = A request came to an address that no channel has. It was kept, so you can assign it to a channel.
exchange-refused = The request was refused ({ $status }): { $problem }.
exchange-refused-kept = The request was refused ({ $status }): { $problem }. It was kept, so you can accept it.
exchange-quarantined = The request was put aside: { $problem }. Nothing was done with it yet; you can accept it.
exchange-acted-on = { exchange-came } and was acted on here. Nothing had to be sent on.
exchange-skipped = { exchange-came } and was kept. It was not sent on: { $reason }.
exchange-delivered = { exchange-came }, and { $count ->
        [1] { $host } took it.
       *[other] all { $count } it was for took it.
    }
exchange-read = { exchange-came }. { $host } took it, and it was read.
exchange-accepted = { exchange-came }. { $host } has it; its own confirmation is due.
exchange-under-way = { exchange-came } and is on its way to { $host }.
exchange-retrying = { exchange-came }. { $problem }. Try { $try } of { $of } is at { $next }.
exchange-retrying-soon = { exchange-came }. { $problem }. It is tried again as soon as its turn comes.
exchange-failed = { exchange-came }. { $problem }. It was given up after { $made ->
        [one] { $made } try
       *[other] { $made } tries
    }; you can send it again.
exchange-on-hold = { exchange-came } and waits: { $problem ->
        [0] sending is paused.
       *[other] { $problem }.
    }
exchange-waiting-for-platform = { exchange-came } and waits: the platform has not said yet where to send to.
exchange-unknown = { exchange-came }. Nobody can tell whether { $host } has it.
# $number: which try; $ms: how long it took
exchange-sent = We sent this to { $host }, and it took it within { $ms } ms{ $number ->
        [1] .
       *[other] , at try { $number }.
    }
exchange-sent-refused = We sent this to { $host }. { $problem }.
exchange-sent-retrying = We sent this to { $host }. { $problem }. The next try is at { $next }.
# A call to a platform. $call: what it was for, in words of step-…
exchange-call = { $call }: { $host } answered within { $ms } ms.
exchange-call-refused = { $call }: { $problem }.
exchange-call-retrying = { $call }: { $problem }. The next try is at { $next }.

# What agents read in Chatwoot when their message did not arrive. $code: the error
agents-failed-refused = Not delivered: the receiving system did not accept this message ({ $code }). Retry sends it again.
agents-failed-unreachable = Not delivered: the receiving system could not be reached ({ $code }). Retry sends it again.
agents-failed-trouble = Not delivered: the receiving system has trouble of its own ({ $code }). Retry sends it again.
agents-failed-other = Not delivered ({ $code }). Retry sends it again.
