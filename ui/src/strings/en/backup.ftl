## Backups

backup-create = Back up now
    .help = One file with everything: channels, settings, the log, conversations and files. Switchboard goes on working meanwhile.
backup-password-none = With a password the file can be restored on any computer. Without one it opens only on this computer, whose key it needs.
backup-password-some = The file is sealed and holds the key to your data. Keep the password: without it nobody can open the file.
backup-with-files = With the files of messages
backup-save = Save backup…
backup-saved = The backup is made.
backup-every-day = Every day
field-backup-daily = Make a backup every day
    .help = Channels, settings, log and conversations, without the files of messages and without a password: for this computer.
field-backup-keep = Backups kept
    .help = The oldest goes when there are more.
field-backup-folder = Folder for them
    .help = Leave it empty for the data folder. Another disk is safer.
backup-restore = Restore a backup
    .help = Everything goes back to how it was then. What is here now is kept aside, nothing of it is lost.
backup-none = There is no backup yet. The first one of the day will be listed here.
backup-list = Backups on this computer
backup-kind-daily = Made here
backup-kind-brought = Brought in
backup-kind-update = Before an update
backup-update-hint = Kept for whoever helps
backup-restore-button = Restore…
backup-restore-of = Restore the backup of { $when }
backup-delete = Delete
backup-delete-of = Delete the backup of { $when }
backup-now = Make one now
backup-bring = Restore from a file…
backup-question = Restore the backup of { $when }?
backup-inside = In it
backup-inside-channels =
    { $count ->
        [one] { $count } channel
       *[other] { $count } channels
    }
backup-inside-conversations =
    { $count ->
        [one] { $count } conversation
       *[other] { $count } conversations
    }
backup-inside-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
backup-inside-files = Files of messages
backup-files-yes = In it
backup-files-no = Not in it; those that are here stay
backup-consequence = Channels, settings, log and conversations become what they were then. What came since is no longer shown; it is kept aside in the data folder.
backup-waiting =
    { $count ->
        [one] { $count } message still waited to be sent then. It is sent again; receivers know it by its webhook-id.
       *[other] { $count } messages still waited to be sent then. They are sent again; receivers know them by their webhook-id.
    }
backup-own-computer = It was made without a password and opens only on the computer it was made on.
backup-password = Password of the backup
backup-restore-confirm = Restore this backup
backup-keep-data = Keep what is here
backup-ready = The backup is ready
backup-restart = It takes the place of what is here when Switchboard starts again. Platforms cannot reach it for a few seconds then.
backup-restart-now = Start again now
backup-restart-later = Later
backup-takes-over = The backup of { $from } takes over at the next start. What came since { $at } will be kept aside then too.
backup-call-off = Call it off
backup-daily-last = Last good one: { $when }.
backup-daily-none = None has been made yet.
backup-daily-failed = It could not be made at { $when }.
backup-kept = What is here now will be kept in
backup-delete-question = Delete the backup of { $when }?
backup-delete-consequence = The file is removed from the disk. Your data stays as it is.
backup-delete-confirm = Delete backup
backup-delete-keep = Keep it
password-new = Password (may stay empty)
password-again = Password once more
    .help = Nobody can find it out for you.
password-short = At least { $count } letters or digits.
password-differs = The two differ.
password-show = Show or hide the password

## Settings as a file

transfer-export = Settings as a file
    .help = Channels, links and settings for another computer, without any message. The addresses for platforms are new there, unless the file has a password.
transfer-password-none = Without a password, tokens and secrets are left out.
transfer-password-some = Tokens, secrets and intake addresses go along, sealed with it.
transfer-save = Save settings as a file…
transfer-saved = The file is made.
transfer-import = Take over settings from a file
    .help = You see every change before anything happens, and can undo it afterwards.
transfer-choose = Choose a file…
transfer-question = Take over the settings of { $when }?
transfer-summary = New: { $new }. Changed: { $changed }. The same: { $same }. Not possible: { $conflict }.
transfer-password = Password of the file
    .help = With it tokens and secrets come along. Without it they stay as they are, or empty.
transfer-unlock = Open with the password
transfer-lines = What would change
transfer-all-or-nothing = What is ticked is taken over at once, or nothing of it. Everything else stays as it is here.
transfer-apply =
    { $count ->
        [one] Take over { $count } change
       *[other] Take over { $count } changes
    }
transfer-leave = Leave everything as it is
transfer-done = The settings were taken over.
transfer-undo = Undo
transfer-undone = Everything is as it was before.
transfer-undone-but =
    { $kept ->
        [one] Undone. { $kept } thing that was changed or used since stays as it is.
       *[other] Undone. { $kept } things that were changed or used since stay as they are.
    }
transfer-undo-question = Undo it with the conversations?
transfer-undo-used =
    { $used ->
        [one] { $used } channel that was made has { $conversations } conversations by now. Deleting it deletes them too.
       *[other] { $used } channels that were made have { $conversations } conversations by now. Deleting them deletes those too.
    }
transfer-undo-all = Undo and delete them
transfer-undo-rest = Undo, but keep these channels
transfer-undo-leave = Undo nothing
transfer-kind-setting = Setting
transfer-kind-channel = Channel
transfer-kind-link = Link
transfer-change-new = new
transfer-change-changed = changes
transfer-change-same = the same
transfer-change-conflict = not possible
transfer-reason-secretsMissing = Enter its token and secrets afterwards: they are not in the file.
transfer-reason-addressShortened = Enter its address anew: a part of it was left out, because there may be a secret in it.
transfer-reason-otherPlatform = A channel of this name is here already, of another platform.
transfer-reason-channelMissing = One of its channels is neither here nor in the file.
transfer-reason-cannotJoin = These two channels cannot be joined like that.
transfer-reason-unreadable = This version cannot take it as it is written.
transfer-reason-ofComputer = It belongs to the other computer: tick it only if it fits this one.
field-shortcuts = Keys of your own
field-single-keys = Keys without Ctrl or Alt
field-channel-order = Order of the channels
field-traffic-views = Saved views of the traffic log
field-subscriptions = Events for the endpoint
field-mode = Working, paused or off
field-intake-key = Intake address
field-endpoint-token = Token of the endpoint
field-signing-secret = Secret for signatures
