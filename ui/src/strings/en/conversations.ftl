## Conversations

conversations-title = Conversations
conversations-sentence = Every conversation of every channel. Open one to read it, or choose several to send them.
conversations-grid = Conversations
conversations-loading = Reading the conversations
conversations-reading = Reading more
conversations-filters = Which conversations
conversations-quick = Quick choices
conversations-all = All
conversations-failed = With failures
conversations-flagged = To be sent later
conversations-search = Search messages, names, numbers
conversations-sort = Order
conversations-sort-activity-down = Latest activity first
conversations-sort-activity-up = Longest quiet first
conversations-sort-started-down = Newest first
conversations-sort-started-up = Oldest first
conversations-sort-messages-down = Most messages first
conversations-sort-messages-up = Fewest messages first
conversations-more = More filters
conversations-more-count = More filters ({ $count })
conversations-more-clear = Clear these
conversations-label = Label
conversations-from = Active since
conversations-to = Active until
conversations-of-contact = Only conversations with { $name }
conversations-of-contact-clear = Show conversations with everybody
conversations-clear = Clear the filters
conversations-no-match = No conversation matches
conversations-no-match-hint = Change the filters, or clear them to see all.
conversations-empty = No conversations yet
conversations-empty-hint = Every conversation of your channels will be listed here as soon as its first message comes in.
conversations-behind = Older conversations are still being sorted in.
conversations-newer = Show what is new
conversations-count = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}
conversations-count-loaded = { $count ->
    [one] { $count } conversation loaded
   *[other] { $count } conversations loaded
}
conversations-select-loaded = Choose all that are loaded
conversations-actions = What to do with the chosen ones
column-conversation-contact = Contact
column-conversation-status = Status
column-conversation-last = Last message
column-conversation-when = Last activity
column-conversation-messages = Messages
column-conversation-failed = Failed
column-conversation-labels = Labels
column-conversation-started = Started
column-operator = Operator
conversation-status-open = Open
conversation-status-pending = Pending
conversation-status-snoozed = Snoozed
conversation-status-resolved = Resolved
conversation-status-ended = Ended
conversation-select = Choose the conversation with { $name }
conversation-nobody = Unknown contact
conversation-operator-said = Operator:
conversation-no-operator = nobody
conversation-failures = { $count ->
    [one] { $count } failed
   *[other] { $count } failed
}
conversation-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
views-title = Saved views
views-empty = No saved views yet
views-failed = The saved views could not be read
views-save = Save this view as…
    .meaning = The filters and the order shown now are kept under this name.
views-save-title = Save this view
views-save-button = Save view
views-name = Name of the view
views-rename = Rename “{ $name }”
views-rename-title = Rename the view
views-rename-button = Rename
views-delete = Delete “{ $name }”
action-undo = Undo

# One conversation
conversation-title = Conversation
conversation-reading = Reading the conversation
conversation-parts = Parts of the conversation
conversation-transcript = Transcript
conversation-contact = Contact
conversation-details = This conversation
conversation-number = Number
conversation-chat = Chat
conversation-session = Session
conversation-own-id = Number here
conversation-ended-at = Ended
conversation-copy-id = Copy: { $what }
conversation-cover = Cover texts
    .meaning = For when somebody looks on: what was said is covered until you point at it or reach it with the Tab key.
conversation-events = Events
conversation-next-failure = Next failure ({ $count })
    .key = Goes to the next message that was not delivered. In the transcript the key N does the same.
conversation-earlier = Earlier messages
conversation-later = Later messages
conversation-to-end = To the last message
conversation-menu = More for this conversation
conversation-copy-transcript = Copy the transcript
conversation-print = Print the transcript
conversation-note = private note
conversation-sent = Sent
    .meaning = The platform has sent it; nobody has said yet that it arrived.
# $count: how often the message came again
conversation-repeats = { $count ->
        [one] { $count } duplicate skipped
       *[other] { $count } duplicates skipped
    }
    .meaning = The same message came again. It was kept in the traffic log and sent nowhere.
conversation-deleted = This message was deleted.
conversation-said = The platform says: { $words }
conversation-journey = Journey
conversation-event-title = { $event } ({ $platform }: { $name })
conversation-file-away = is not kept here
reply-write = Answer as an operator
reply-note-write = Write a private note
reply-note = Private note
    .meaning = Only operators see it; it never reaches the customer.
reply-impossible = You cannot answer here.
reply-none = Operators answer in { $platform } itself; it takes no operators’ messages from elsewhere.
contact-name = Name
contact-email = E-mail
contact-phone = Phone
contact-identifier = Your own number
contact-key = Contact in { $platform }
contact-inbox = Inbox in { $platform }
contact-inbox-contact = Contact inbox in { $platform }
contact-first = First heard of
contact-conversations = Conversations
contact-show-conversations = { $count ->
    [one] Show { $count } conversation
   *[other] Show all { $count }
}
contact-only-this = Only this one
contact-unknown = Nothing is known of the contact.
contact-erase = Delete everything of this contact…
contact-erase-question = Delete everything of { $name }?
contact-erase-goes = { $count ->
    [one] { $count } conversation with all its messages, its files and its rows in the traffic log is deleted from this computer.
   *[other] { $count } conversations with all their messages, their files and their rows in the traffic log are deleted from this computer.
}
contact-erase-stays = Backups made before keep their copies; they are named afterwards. What the platform and your endpoint keep stays there.
contact-erase-final = This cannot be taken back.
contact-erase-confirm = Delete everything
contact-erase-keep = Keep it
contact-erased = Everything of { $name } was deleted
erased-conversations = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}
erased-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
erased-exchanges = { $count ->
    [one] { $count } row of the traffic log
   *[other] { $count } rows of the traffic log
}
erased-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
erased-backups = { $count ->
    [one] This copy of the data still holds it. Delete it if that must not be:
   *[other] These copies of the data still hold it. Delete them if that must not be:
}

# Fetching history
pull-button = Fetch history…
pull-title = Fetch older conversations
pull-meaning = Switchboard asks { $platform } for the conversations of this channel that it does not know yet. Nothing is sent to anybody because of it, and you can go on working.
pull-from = Only conversations active since
    .meaning = Empty: all there are. That can take a while.
pull-start = Fetch history
pull-list = Fetching history
pull-running = Fetching the history of { $name }:
pull-done = The history of { $name } is here:
pull-failed = The history of { $name } could not be fetched to the end; what came stays. So far
pull-cancelled = Fetching the history of { $name } was stopped; what came stays:
# $conversations, $messages: counts
pull-progress = { $conversations ->
        [one] { $conversations } conversation
       *[other] { $conversations } conversations
    }, { $messages ->
        [one] { $messages } new message.
       *[other] { $messages } new messages.
    }
# $total: how many the platform says there are, as a number with separators
pull-progress-of = { $conversations } of { $total } conversations, { $messages ->
        [one] { $messages } new message.
       *[other] { $messages } new messages.
    }
pull-cancel = Stop fetching
pull-hide = Do not show { $name } here any more
