## What is kept

keeping-room = Room on the disk
keeping-counting = Counting
keeping-room-journal = Log and conversations
keeping-room-files = Files of messages
keeping-room-search = Search
keeping-room-settings = Channels and settings
keeping-room-backups = Backups and copies
keeping-room-total = All of it
keeping-room-disk = Free on this disk
keeping-room-free-inside = { $size } of it is free and is used again first
keeping-room-scarce = The disk is almost full. When nothing more can be stored, platforms are told to hold on. Delete some history below, or make room on the disk.
field-keep-traffic-mb = Most room for log, messages and files, in MB
    .help = Beyond it the oldest part of the log goes. 0 means no limit. What still waits to be sent always stays.

## Deleting history

history-delete = Delete history
    .help = For good, from this computer alone: nothing is deleted at the platforms. What still waits to be sent stays.
history-what = What
history-traffic = Traffic log
history-conversations = Messages and conversations
history-files = Files
history-age = Which
history-age-all = All of it
history-age-days =
    { $count ->
        [one] Older than { $count } day
       *[other] Older than { $count } days
    }
history-count = Count and delete…
history-nothing-chosen = Choose what is to go.
history-question = Delete this history?
history-exchanges =
    { $count ->
        [one] { $count } row of the log
       *[other] { $count } rows of the log
    }
history-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
history-conversations-count =
    { $count ->
        [one] { $count } conversation
       *[other] { $count } conversations
    }
history-files-count =
    { $count ->
        [one] { $count } file ({ $size })
       *[other] { $count } files ({ $size })
    }
history-going = This deletes { $list }.
history-going-nothing = There is nothing of it.
history-gone = Deleted: { $list }.
history-gone-nothing = Nothing was left to delete.
history-waiting =
    { $count ->
        [one] { $count } message still waits to be sent. It stays, with everything it needs.
       *[other] { $count } messages still wait to be sent. They stay, with everything they need.
    }
history-for-good = It cannot be brought back. Backups keep what was there when they were made.
history-delete-button = Delete history
history-keep = Keep it
shorter-question = Keep less and delete the rest?
shorter-tries =
    { $count ->
        [one] Single tries older than { $count } day go from the log.
       *[other] Single tries older than { $count } days go from the log.
    }
shorter-room = The log and the files take { $size } more than the new limit. The oldest of them go until they fit.
shorter-save = Save and delete
shorter-keep = Keep everything

## How much of what was said is kept

field-privacy = What is kept of messages
    .help = For what arrives from now on. It takes effect once a message has been passed on: until then it is kept whole, and so is what failed, so that it can be sent. What is here already stays; delete it below.
privacy-full = Everything
    .meaning = Words, files, requests and answers. They can be looked at, searched and sent again.
privacy-withoutText = Without text
    .meaning = Who wrote when, and what became of it. No words, no bodies of requests and answers; files go when their addresses end. What arrived cannot be sent again.
privacy-metadataOnly = Metadata only
    .meaning = As before, and no names, addresses and numbers of people, and no headers: only ids, times, sizes and states.
privacy-same = As for all channels
privacy-channels = Channels that differ
privacy-channel = { $name }
