## Bulk sends

bulk-title = Bulk sends
bulk-sentence = Many conversations sent to one place, at a pace that suits it.
bulk-new = New bulk send
bulk-loading = Reading the bulk sends
bulk-empty = No bulk send yet
bulk-empty-hint = A bulk send takes conversations that you choose and sends them one after another to your endpoint, to another address or to another channel.
bulk-running = Needs you or is under way
bulk-history = Earlier
bulk-all = All bulk sends
# $name: a channel or a host
bulk-to = To { $name }
bulk-state-preparing = Preparing
    .meaning = What was chosen is being written down. Nothing has been sent yet.
bulk-state-running = Sending
    .meaning = It goes on by itself, with the window closed as well.
bulk-state-paused = Paused
    .meaning = It waits until you let it go on.
bulk-state-interrupted = Interrupted
    .meaning = Switchboard ended while it ran. Nothing is sent until you let it go on.
bulk-state-cancelled = Cancelled
    .meaning = The rest was not sent. What had been sent stays sent.
bulk-state-done = Done
    .meaning = Each conversation has come to its end.
# What the engine says was chosen.
bulk-choice-ids = { $count ->
        [one] { $count } conversation picked in the list
       *[other] { $count } conversations picked in the list
    }
bulk-choice-filter = { $count ->
        [one] { $count } conversation that matched a filter
       *[other] { $count } conversations that matched a filter
    }
bulk-choice-text = { $count ->
        [one] { $count } line pasted or read from a file
       *[other] { $count } lines pasted or read from a file
    }
bulk-delivered = Delivered
bulk-skipped = Skipped
bulk-failed = Failed
bulk-unknown = Unknown
bulk-left = Left
bulk-total = All
bulk-delivered-count = { $count } delivered
bulk-skipped-count = { $count } skipped
bulk-failed-count = { $count } failed
bulk-unknown-count = { $count } unknown
bulk-left-count = { $count } left
bulk-progress = { $done } of { $total }
# $time: a duration
bulk-time-left = about { $time } left
bulk-estimating = estimating…
# $time: a time of day
bulk-waits = The target asks to wait until { $time }. It goes on by itself then.
bulk-speed = { $count } per second
bulk-speed-at = at { $count } per second
bulk-speed-fast = as fast as the target allows
bulk-speed-now = { $speed } per second of late
bulk-closing = You can close this window; sending continues.
bulk-said-state = Bulk send: { $state }. { $done } of { $total } done, { $failed } failed.
bulk-created = Started
bulk-ended = Ended
bulk-stopped-at = A bulk send stopped at { $done } of { $total }
bulk-paused-at = A bulk send paused itself at { $done } of { $total }
bulk-stopped-why = Switchboard ended while it ran. What had been sent is not sent again.
bulk-pause = Pause
bulk-resume = Resume
bulk-details = See details
bulk-cancel = Cancel the rest
bulk-cancel-question = Cancel the rest?
# $sent: delivered; $left: left
bulk-cancel-consequence = { $left ->
        [one] The { $left } conversation that is left will not be sent.
       *[other] The { $left } conversations that are left will not be sent.
    } { $sent ->
        [0] Nothing has been sent yet.
        [one] The one that has been sent cannot be recalled.
       *[other] The { $sent } that have been sent cannot be recalled.
    }
bulk-cancel-confirm = Cancel the { $left } left
bulk-cancel-keep = Keep sending
bulk-cancel-keep-paused = Keep them waiting
bulk-resend-unknown = { $count ->
        [one] Resend the { $count } unknown (it may arrive twice)
       *[other] Resend the { $count } unknown (they may arrive twice)
    }
bulk-unknown-why = Nobody can tell whether these arrived: no answer came before it stopped.
bulk-resend-button = { $count ->
        [one] Resend { $count } unknown
       *[other] Resend { $count } unknown
    }
bulk-retry = Retry { $count } failed
bulk-items = Conversations of this bulk send
bulk-items-filter = Show
bulk-items-loading = Reading the list
bulk-items-none = None
bulk-items-none-hint = No conversation of this bulk send is in this state.
bulk-column-number = No.
bulk-column-why = Reason
bulk-column-tries = Tries
bulk-column-links = Open
bulk-item-received = To be sent
bulk-item-line = Line { $line }
bulk-item-log = Log
bulk-item-log-of = Request to { $who } in the log
bulk-item-journey = Journey
bulk-item-journey-of = Journey of what was sent to { $who }
bulk-item-conversation = Conversation
bulk-item-conversation-of = Conversation with { $who }
bulk-skip-empty = no messages
    .meaning = There is nothing in the conversation that could be sent.
bulk-skip-twice = chosen twice
    .meaning = The same conversation stands earlier in the choice and is sent once.
bulk-skip-same-channel = already on this channel
    .meaning = The conversation is on the very channel it would be sent to.
bulk-skip-no-endpoint = channel has no endpoint
    .meaning = Enter the address of your endpoint in the channel, or choose another target.
bulk-skip-gone = no longer here
    .meaning = The conversation was deleted or has expired.
bulk-skip-not-found = not found
    .meaning = No conversation here has this id. That of a Chatwoot channel can be fetched in Conversations first.
bulk-skip-unreadable = cannot be read
    .meaning = The line has no conversation in it, or its quotes are not closed.
bulk-skip-no-channel = no such channel
    .meaning = The line names a channel that is not here, or none where several have this id.
bulk-skip-cancelled = cancelled
    .meaning = You cancelled the rest before its turn came.
bulk-skip-no-target = target removed
    .meaning = The target was deleted before its turn came.
bulk-steps = Steps
bulk-step-choose = Choose
bulk-step-check = Check
bulk-step-send = Send
bulk-step-result = Result
bulk-step-done = done
bulk-choose-what = What to send
bulk-choose-where = Where to
bulk-choose-speed = How fast
bulk-chosen-ids = { $count ->
        [one] { $count } conversation that you picked
       *[other] { $count } conversations that you picked
    }
bulk-chosen-filter = { $count ->
        [0] No conversation matches the filter
        [one] { $count } conversation that matches the filter
       *[other] { $count } conversations that match the filter
    }
bulk-chosen-more = More than { $count } conversations that match the filter
bulk-chosen-counting = Conversations that match the filter
bulk-chosen-every = All conversations of all channels
# What narrows the choice. $value: a name, words or a day
bulk-match-channel = Channel: { $value }
bulk-match-status = Status: { $value }
bulk-match-contact = Contact: { $value }
bulk-match-operator = Operator: { $value }
bulk-match-label = Label: { $value }
bulk-match-text = Text: { $value }
bulk-match-failed = with failures
bulk-match-flagged = to be sent later
bulk-match-from = from { $value }
bulk-match-to = until { $value }
bulk-choose-text = Ids or a CSV file
bulk-choose-text-hint = One id a line, or a table with the columns “channel” (name or id of a channel) and “conversation” (the platform’s id). Other columns are kept for the result.
bulk-choose-list = Pick them in the list of conversations
bulk-text = Ids, or a table
bulk-text-channel = Channel of those that name none
bulk-text-channel-none = None
bulk-file = Choose a file
bulk-file-remove = Use pasted text instead
# $size: bytes; $lines: lines
bulk-file-size = { $lines ->
        [one] { $lines } line, { $size }
       *[other] { $lines } lines, { $size }
    }
bulk-file-large = This file is larger than { $size }. Divide it and send the parts one after the other.
bulk-file-unreadable = This file cannot be read as text.
bulk-targets-loading = Reading where conversations can be sent
bulk-target-endpoint = Your endpoint
    .meaning = Each conversation goes to the endpoint of its own channel.
bulk-target-address = Another address
    .meaning = Used for this bulk send only.
bulk-address = Address
bulk-rate = Conversations per second
bulk-fast = As fast as the target allows
    .meaning = For targets made for it. If it asks to slow down, that is obeyed.
bulk-pause-after = Pause after 10 failures in a row
    .meaning = So that nothing more is sent at a target that has stopped working.
bulk-check = Check
bulk-check-again = Check again
bulk-checking = Checking: nothing is sent
bulk-missing-choice = Paste ids or choose a file.
bulk-missing-target = Choose where to send.
bulk-missing-address = Enter an address that begins with http:// or https://.
bulk-ready = { $count ->
        [one] { $count } conversation is ready
       *[other] { $count } conversations are ready
    }
bulk-ready-none = No conversation is ready
bulk-of-chosen = of { $total } chosen
bulk-skipped-title = { $count ->
        [one] { $count } will be skipped
       *[other] { $count } will be skipped
    }
bulk-skipped-reason = { $count }: { $reason }
bulk-wrong-title = Lines that cannot be used
bulk-wrong-first = The first { $count } are shown.
bulk-wrong-line = Line
bulk-wrong-text = Text
bulk-samples = As they will be sent
bulk-samples-channel = As the other side will read them
bulk-sample = With { $who }
bulk-sample-messages = { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
bulk-target-title = Target
bulk-target-well = The target can be reached.
bulk-target-trouble = The target did not pass its test. You can go on; the bulk send then pauses itself when nothing arrives.
bulk-back = Back
bulk-next = Go on
bulk-changed = Meanwhile the number of conversations that are ready has changed. Look again before you send.
# $name: a channel or host; $speed: words of bulk-speed; $time: a duration
bulk-confirm = { $count ->
        [one] Send { $count } conversation to { $name } { $speed }?
       *[other] Send { $count } conversations to { $name } { $speed }?
    }
bulk-confirm-time = { $count ->
        [one] Send { $count } conversation to { $name } { $speed } (about { $time })?
       *[other] Send { $count } conversations to { $name } { $speed } (about { $time })?
    }
bulk-confirm-recall = What has been sent cannot be recalled. You can pause or cancel the rest at any time.
bulk-confirm-frozen = Exactly these conversations are sent, whatever comes in meanwhile.
field-target = Target
field-choice = Choice
field-confirmed = Number of conversations
bulk-send = Send { $count }
