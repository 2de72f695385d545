## Traffic

traffic-title = Traffic
traffic-sentence = Every request in either direction, newest first.
traffic-grid = Requests
traffic-filters = Filter
traffic-quick = Quick filters
traffic-all = All
traffic-today = Today
traffic-dates = Dates
# $from, $to: days, either may be empty
traffic-dates-chosen = { $from } – { $to }
# $count: days, today among them
traffic-dates-last = { $count ->
        [one] Last day
       *[other] Last { $count } days
    }
traffic-dates-clear = Show all days
traffic-from = From
traffic-to = To
traffic-day = Day
traffic-day-choose = Choose another day
traffic-day-show = Show this day
# $days: the days in words
traffic-view-counted = It shows “{ $days }”, counted from the day it is looked at.
# $days: the days in words
traffic-view-fixed = Its days stay as they are: { $days }.
traffic-unclaimed = Unknown addresses
traffic-any-channel = Any channel
traffic-any-direction = Both directions
traffic-any-state = Any result
traffic-search = Search text, names, ids
traffic-search-clear = Clear the search
traffic-pause = Pause
traffic-resume = Resume
# $count: rows that came meanwhile
traffic-paused-new = { $count ->
        [0] Paused. Resume
       *[other] Paused · { $count } new
    }
traffic-new = { $count } new
traffic-following = Newest rows appear by themselves
traffic-to-newest = To the newest
traffic-count = { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
traffic-count-matching = { $count ->
        [one] about { $count } that matches
       *[other] about { $count } that match
    }
# $when: a time
traffic-searched-back = Searched back to { $when }.
traffic-search-further = Search further
traffic-loading = Reading the log
traffic-no-match = Nothing matches
traffic-no-match-hint = No request fits these filters. New ones that do will appear here.
traffic-no-match-paused = No request fits these filters, and the list is paused.
traffic-clear = Clear filters
traffic-empty = Nothing has come yet
traffic-empty-paused = Nothing has come yet, and the list is paused
traffic-empty-hint = Requests of your platforms and your program, and ours to them, appear here as they happen.
traffic-empty-channels = Open the channels
traffic-no-channel = Unknown address
traffic-unreadable = Unreadable request
column-time = Time
column-direction = Direction
column-channel = Channel
column-what = What
column-who = Who
column-text = Text
column-result = Result
column-took = Took
direction-in = Came in
direction-out = Went out
source-endpoint = from your program
source-screen = from this screen
source-catch-up = caught up
source-file = file
source-practice = practice
step-contact-find = Look up the contact
step-contact-create = Create the contact
step-contact-update = Update the contact
step-contact-inbox = Add the contact to the inbox
step-conversation-find = Look up the conversation
step-conversation-create = Begin the conversation
step-conversation-status = Set the conversation’s status
step-conversation-typing = Show typing
step-conversation-read = Mark as read
step-conversation-label = Label the conversation
step-message-find = Look up the message
step-message-create = Write the message
step-message-status = Set the message’s status
step-message-send = Send the message
step-user-ask = Ask for a person’s details
step-channel-disconnect = Disconnect the channel
step-file-fetch = Fetch the file
step-conversation-list = List the conversations
step-message-list = Fetch the messages
step-practice-again = Send again, changed
# $reason: why
state-skipped-why = Skipped: { $reason }
# $made, $of: tries
state-retrying-count = Retrying { $made } of { $of }
# $when: in how long
state-next-try = Next try { $when }.

exchange-title = Details
exchange-copy-curl = Copy as cURL
# $peer: an address
exchange-peer = From { $peer }
exchange-request-in = Their request
exchange-request-out = Our request
exchange-answer-ours = Our answer
exchange-answer-theirs = Their answer
# $status: HTTP status; $took: a duration
exchange-status = { $status } after { $took }
exchange-no-answer = There was no answer.
exchange-written = What was written here
exchange-fetched = What was found there
# $name: a channel
destination-endpoint = To your endpoint
destination-endpoint-of = To the endpoint of { $name }
destination-platform = To { $name }
destination-write-back = Report back to { $name }
destination-address = To { $name }
# $number, $of: tries; a time follows
delivery-next = Try { $number } of { $of }:
delivery-out-of-order = It was overtaken: later messages of this chat may arrive before it.
delivery-show-cause = Show the request that caused it
attempt-number = Try { $number }:
# $step: what the call is for
attempt-step = { $step }:
# $status: HTTP status
attempt-answered = answered { $status }
attempt-this = this one
attempt-show = Show
resend-all = Send all again
resend-all-title = Send what failed again
resend-all-counting = Counting
resend-all-count = { $count ->
        [0] There is nothing here that can be sent again.
        [one] One message was given up. It is sent again to where it was going, under the same id.
       *[other] { $count } messages were given up. They are sent again to where they were going, under the same ids.
    }
resend-all-send = Send { $count } again
resend-all-keep = Not now
# $count: rows of the day that are loaded
traffic-day-least = { $count }+ requests
traffic-day-failed = { $count } failed
traffic-day-failed-least = { $count }+ failed
resend-day = Resend failed
# $day: a date
resend-day-title = Send what failed on { $day } again
resend-all-more = These are the newest { $count }. What is left can be sent after them.
resend-hint = Sends the same message once more, under the same id, so that your endpoint can recognise it.
resend-hint-platform = Sends the same message once more, from the step at which it stopped.
resend-hint-unknown = Nobody can tell whether it arrived. Sent again, it may be there twice.
resend-platform-has-it = The platform has it. Sent again, people would read it twice.
resend-queued = { $count ->
        [one] On its way again.
       *[other] { $count } are on their way again.
    }
resend-left = It is already on its way, or there is nothing to send.
resend-nothing = There is nothing here to send.
resend-no-endpoint = The channel has no callback URL, so there is nowhere to send it.
resend-on-its-way = It is still on its way and is tried by itself.
accept-refused = This request was kept without being acted on. If you know that it is genuine, accept it: it is then processed as if it had just come.
accept-unclaimed = This request came to an address no channel has. If you know whose it is, choose the channel: it is then processed as if it had just come there.
accept-channel = Choose a channel
accept-button = Accept and process
certificate-intro = The endpoint showed a certificate this computer does not know. Its fingerprint (SHA-256):
certificate-trust = Trust this certificate
certificate-confirm-title = Trust this certificate for this endpoint?
certificate-confirm = Compare the fingerprint with whoever runs the endpoint, by telephone for example. From then on Switchboard sends to whoever shows this certificate at this address.
certificate-keep = Do not trust it
event-fact-event = Event
event-fact-skipped = Not sent on
event-fact-contact = Customer
event-fact-operator = Operator
event-fact-conversation = Conversation
# $name: a channel
event-carried = A link carried it to { $name }.
side-customer = Customer
side-operator = Operator
side-system = Platform
message-template = automatic
message-file = File
# $took: a duration
timing-title = Where the time went: { $took }
timing-dns = Finding the host
timing-connect = Connecting
timing-tls = Encryption
timing-first-byte = Waiting
timing-rest = Reading
payload-form = How to show the body
payload-pretty = Pretty
payload-raw = Raw
payload-copy = Copy the body
payload-headers = { $count ->
        [one] { $count } header
       *[other] { $count } headers
    }
payload-empty = No body.
# $size: bytes
payload-show-all = Show all of it ({ $size })
# $kept, $size: bytes
payload-truncated = Only the first { $kept } of { $size } are shown.
payload-expand = Expand
payload-collapse = Collapse
traffic-tab-log = Log
traffic-tab-map = Map
exchange-tabs = What to show of it
exchange-tab-summary = Summary
exchange-tab-journey = Journey
exchange-tab-message = Message
exchange-tab-technical = Technical
exchange-tab-attempts = Attempts
exchange-no-deliveries = Nothing had to be sent because of this.
exchange-no-events = Nothing was read out of it.
explain-open = Explain this
explain-close = Hide the explanation
explain-in-platform = The platform called Switchboard by itself. It was stored on this computer before it was answered.
explain-in-endpoint = Your own program asked for this at the address Switchboard gave it.
explain-in-screen = It was written here, in Switchboard.
explain-in-catchUp = It happened while Switchboard could not hear it, and was fetched afterwards.
explain-in-file = A file of a message was fetched so that it can be kept.
explain-in-practice = Practice: Switchboard played the platform and sent this itself, so that you could see what happens.
explain-out = Switchboard sent this itself: it is one try at a delivery.
explain-call = Switchboard called the platform: it is one step on the way of a message.
# $number, $of: tries; $when: a time
explain-next = Nothing needs to be done: try { $number } of { $of } is made by itself, { $when }.
explain-kept = The message is kept. Once the cause is mended, “Send again” sends it.
# $size: bytes
payload-large = This body is large ({ $size }), so it is not shown at once.
payload-reveal = Show it all the same
payload-save = Save the body

traffic-columns = Columns
traffic-columns-reset = Columns as at first
column-move-left = Move { $column } to the left
column-move-right = Move { $column } to the right
column-narrower = Make { $column } narrower
column-wider = Make { $column } wider
column-status = HTTP status
column-size = Size
column-id = Id
traffic-view-all = Everything
traffic-view-failed-today = Failed today
traffic-view-waiting = On hold
traffic-view-unclaimed = Unknown addresses
traffic-chosen = { $count ->
        [one] { $count } request is chosen
       *[other] { $count } requests are chosen
    }
traffic-choose-none = Choose none
traffic-resend-title = Send what is chosen again
traffic-resend-count = { $count ->
        [one] One message of { $rows } chosen requests is sent again to where it was going, under the same id.
       *[other] { $count } messages of { $rows } chosen requests are sent again to where they were going, under the same ids.
    }
