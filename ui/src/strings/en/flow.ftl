## The map of the traffic

flow-title = Map of the traffic
flow-sentence = Who is there, what moves between them, and how well. Choose a box or a line for more.
flow-loading = Reading what was counted
flow-relay = Switchboard
flow-kind-channel = Channel
flow-kind-endpoint = Endpoint
flow-kind-link = Link
flow-window = Rates of the last
flow-window-minutes = 5 min
flow-window-hour = 1 hour
flow-window-day = 24 hours
flow-view = Show as
flow-view-map = Map
flow-view-table = Table
flow-search = Find on the map
flow-group = Group by platform
flow-still = Stop the motion
flow-move = Show motion
flow-controls = Size of the map
flow-zoom-in = Larger
flow-zoom-out = Smaller
flow-fit = Show everything
flow-keys = Space shows details, Enter opens the log.
flow-empty = No channels yet
    .meaning = The map shows your channels, this relay and your endpoints, and what moves between them.
flow-no-match = Nothing on the map has these words
flow-show-all = Show everything
flow-stopped = stopped
# $when: a time or a date
flow-stopped-since = stopped since { $when }
flow-paused = paused
# $count: messages
flow-waiting = { $count } waiting
flow-link = joins two channels
flow-endpoint = your program
flow-nothing-yet = nothing came yet
# $rate: messages in a minute
flow-rate = { $rate }/min
# $count: messages
flow-today = { $count } today
flow-today-received = { $count ->
        [one] { $count } received today.
       *[other] { $count } received today.
    }
flow-today-delivered = { $count ->
        [one] { $count } delivered today.
       *[other] { $count } delivered today.
    }
flow-failed = { $count ->
        [one] { $count } failed in the last 24 hours
       *[other] { $count } failed in the last 24 hours
    }
# $from, $to: names
flow-edge-none = { $from } to { $to }: no traffic in this span.
# $rate: messages in a minute; $share: percent
flow-edge-well = { $from } to { $to }: { $rate } per minute, all arrived at once.
flow-edge-failing = { $from } to { $to }: { $rate } per minute, { $share } did not arrive at once.
# $took: a duration
flow-edge-took = Half was answered within { $took }.
# $count: messages; $span: a duration
flow-queue-none = Nothing waits.
flow-queue = { $count } waiting
flow-queue-oldest = { $count } waiting, oldest { $span }
flow-health-none = No traffic
flow-health-ok = All arrived
flow-health-degraded = Partly failing
flow-health-failing = Failing
flow-table = The map as a table
flow-to = to
flow-column-way = Way
flow-column-health = How well
flow-column-rate = Rate
flow-column-success = At once
flow-column-bad = Not arrived
flow-column-took = Answered in
flow-column-who = Who
flow-column-today = Today
    .meaning = Requests taken of a channel, deliveries that arrived at an endpoint, since midnight UTC.
flow-replay = Replay
flow-replay-title = Replay of a past span
flow-replay-moment = Moment that is shown
flow-replay-speed = Speed
flow-replay-play = Play
flow-replay-pause = Pause
flow-replay-end = Back to now
# $when: a time
flow-replay-shown = The map shows { $when }.
# $when: a time
flow-past = As it was at { $when }. How things stood then with who is there, and what waited, is not kept.
# $name: a node or a way
flow-pane = Details of { $name }
flow-open-log = Show in the log
flow-open-link = Open the link
# $count: channels
flow-ungroup = { $count ->
        [one] Show { $count } channel
       *[other] Show { $count } channels
    }
flow-channels = { $count ->
        [one] Of { $count } channel
       *[other] Of { $count } channels together
    }
flow-took = Time to answer
flow-took-summary = Half was answered within { $took }.
flow-answers = What was answered
flow-no-answer = no answer
flow-newest = Last messages
flow-newest-none = Nothing yet.
flow-no-text = Without text
