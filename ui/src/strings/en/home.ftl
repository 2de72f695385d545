## Home

home-title = Home
home-loading = Looking how things are
home-channels = Channels
home-key-file = The key to your tokens is kept in a file beside the data, readable by you alone, because this computer has no password store.
# $count: requests to addresses no channel has
home-unclaimed = { $count ->
        [one] { $count } request came to an address no channel has. It was kept.
       *[other] { $count } requests came to addresses no channel has. They were kept.
    }
home-unclaimed-show = Show and assign
card-channels = Channels
card-channels-value = { $working } of { $total } working
card-channels-well = None of them has a problem
# $count: channels whose messages do not arrive
card-channels-failing = { $count ->
        [one] { $count } is not working
       *[other] { $count } are not working
    }
card-channels-problems = { $count ->
        [one] { $count } works with problems
       *[other] { $count } work with problems
    }
card-channels-resting = { $count ->
        [one] { $count } is paused or off
       *[other] { $count } are paused or off
    }
card-address = Public address
card-address-none = None yet
card-address-local = Works only from this computer
# $listen: address and port
card-address-listen = Listens on { $listen }
card-waiting = Waiting
card-waiting-none = Everything is on its way or there
card-waiting-some = Kept safely and sent by themselves
card-waiting-paused = Kept safely; sent when you resume sending
card-waiting-channel = Kept safely; some waits for a channel that is paused or off
# $count: messages
stopped-waiting = { $count ->
        [0] Nothing waits.
        [one] { $count } message waits.
       *[other] { $count } messages wait.
    }
# $name: the channel
stopped-endpoint = Nothing is sent to the endpoint of “{ $name }”.
stopped-platform = Nothing is sent to the platform of “{ $name }”.
stopped-write-back = The platform of “{ $name }” is not told what became of its messages.
stopped-address = Nothing is sent to an address that conversations of “{ $name }” were sent to.
stopped-next = Tried by itself
stopped-open = Open the channel
catch-up-title = Missed while nothing could be heard
# $from, $to: times
catch-up-between = from { $from } to { $to }
# $recovered: messages; $conversations: conversations looked at
catch-up-running = Looking for what was missed: { $conversations ->
        [one] { $conversations } conversation looked at, { $recovered } missed so far.
       *[other] { $conversations } conversations looked at, { $recovered } missed so far.
    }
catch-up-done = { $recovered ->
        [0] Nothing was missed.
        [one] { $recovered } message was missed and has been fetched.
       *[other] { $recovered } messages were missed and have been fetched.
    }
catch-up-failed = What was missed could not be asked for yet. It is tried again by itself.
catch-up-impossible = What was sent in that time cannot be fetched: this platform cannot be asked for it.
catch-up-unset = What was sent in that time can be fetched once the channel has its API URL, account number and access token.
catch-up-show = Show in Traffic
catch-up-more = Show { $count } more

# $when: a time
home-as-of = as of { $when }
home-counts = Messages so far
home-traffic = Traffic
home-map = Show the map
home-counting = Older traffic is still being counted
home-today = Today
home-success = Success
    .meaning = Share of today’s deliveries that arrived, of those that came to an end
home-by-hour = By hour
counts-today = Today
counts-week = 7 days
counts-month = 30 days
counts-received = Received
counts-delivered = Delivered
counts-failed = Failed
card-problems = Problems
card-problems-open = { $count ->
        [0] None open
       *[other] { $count } open
    }
card-problems-failed = { $count ->
        [0] Nothing failed today
        [one] { $count } message failed today
       *[other] { $count } messages failed today
    }
card-bulks = Bulk sends
card-bulks-none = None running
card-bulks-running = { $count } running
# $done, $total: conversations
card-bulks-done = { $done } of { $total } done
card-bulks-last = { $count ->
        [0] Nothing was sent in bulk yet
        [one] { $count } ended
       *[other] { $count } ended
    }
strip-span = Span of the bars
strip-span-day = 24 hours
strip-span-months = 90 days
strip-title-day = Last 24 hours
strip-title-months = Last 90 days
strip-none = no traffic
strip-ok = all well
strip-degraded = some had to be tried again or failed
strip-failing = at least as many failed as arrived
# $received, $delivered, $failed: messages
strip-counts = ({ $received } received, { $delivered } delivered, { $failed } failed)
strip-all-none = no traffic
# $active, $ok, $degraded, $failing: bars
strip-summary = { $active ->
        [one] { $active } span with traffic
       *[other] { $active } spans with traffic
    }: { $ok } well, { $degraded } with retries or failures, { $failing } failing.
# $when: a time
strip-last = The last trouble began { $when }.
speed-warning = { $late ->
        [0] The slowest of our answers to Chatwoot took { $slow } in the last hour; after 5 seconds it gives up.
        [one] { $late } of { $of } answers to Chatwoot took more than 3 seconds in the last hour; after 5 seconds it gives up.
       *[other] { $late } of { $of } answers to Chatwoot took more than 3 seconds in the last hour; after 5 seconds it gives up.
    }
    .advice = This computer is busy or its disk is slow: close what is not needed, or move the data to a faster disk.
chart-as-table = Show as table
chart-as-picture = Show as chart
chart-nothing = No traffic in this span.
chart-time = Time
chart-span = Span of the charts
chart-span-hour = Hour
chart-span-day = 24 hours
chart-span-week = 7 days
chart-span-month = 30 days
chart-traffic = Messages
chart-received = Received
chart-delivered = Delivered
chart-failed = Not arrived
# $received, $delivered, $failed: messages
chart-traffic-summary = In this span { $received } were received, { $delivered } delivered, { $failed } failed.
chart-speed = Time they take
chart-through = From arrival to delivery
chart-answer = Your program’s answer
chart-ack = Our answer to the platform
# $through, $slow: durations
chart-speed-summary = From arrival to delivery half took up to { $through }; the slowest twentieth took { $slow } or more.

welcome-title = Welcome to Switchboard
welcome-sentence = Switchboard stands between your chat platforms and your own program, and shows you every message and what became of it.
welcome-path = The way of a message
welcome-platforms = Your chat platforms
    .meaning = ELMA365, Chatwoot and its family, or Userlike send their messages to an address you copy into them.
welcome-relay = Switchboard
    .meaning = Stores each message safely, answers at once, and tries again until it has arrived.
welcome-endpoint = Your endpoint
    .meaning = Your own program, wherever it runs, gets each message you want it to have.
welcome-demo = Try with sample traffic
welcome-local = Everything stays on this computer. There is no account.
