## Exports

export-button = Export
export-bulk-all = All
export-bulk-failed = Only what failed or is unknown
export-format-csv = CSV
    .meaning = A table, for Excel and other programs
export-format-jsonl = JSON Lines
    .meaning = Everything, one record a line
export-format-json = JSON
    .meaning = Everything, for programs
export-format-har = HAR
    .meaning = Requests and answers, for developer tools
export-format-txt = Plain text
    .meaning = To read and to print
# The name of the file follows each of these.
export-ready = To be saved:
export-running = Being written:
export-done = Downloaded:
export-saved = Saved as
export-failed = Not written:
export-cancelled = Cancelled:
export-cancel = Cancel
# $rows: rows written; $total: rows there are
export-rows = { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
export-rows-of = { $rows } of { $total ->
        [one] { $total } row
       *[other] { $total } rows
    }

# In files that are written out, in the language of whoever asked: names above columns.
export-column-time = Time
export-column-direction = Direction
export-column-channel = Channel
export-column-event = Event
export-column-platform-event = Platform’s name
export-column-who = Who
export-column-text = Text
export-column-step = Call
export-column-http-status = HTTP status
export-column-state = State
export-column-reason = Reason
export-column-code = Code
export-column-tries = Tries
export-column-took = Took, ms
export-column-size = Size, bytes
export-column-id = ID
export-column-conversation = Conversation ID
export-column-contact = Contact
export-column-contact-id = Contact ID
export-column-status = Status
export-column-operator = Operator
export-column-inbox = Inbox
export-column-labels = Labels
export-column-messages = Messages
export-column-failed = Failed
export-column-last-message = Last message
export-column-started = Began
export-column-last-activity = Last activity
export-column-ended = Ended
export-column-attributes = Attributes
export-column-flagged = To be sent to
export-column-from = From
export-column-author = Author
export-column-files = Files
export-column-private = Private
# The same: values, and what a used link says.
export-yes = yes
export-status-open = open
export-status-pending = pending
export-status-snoozed = snoozed
export-status-resolved = resolved
export-status-ended = ended
export-file = File
export-gone = This download was used already, or its minute has passed. Export again in Switchboard.
