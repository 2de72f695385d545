## Data that does not open

recovery-nothing-lost = Nothing was deleted, and nothing of what is here will be: whatever you choose, it is kept aside. Until then the relay does not run, and platforms cannot deliver.
recovery-files = What was found
recovery-settings = Channels and settings
recovery-journal = Messages and deliveries
recovery-file-sound = Can be read
recovery-file-damaged = Damaged
recovery-file-missing = Not there
recovery-file-notLooked = Not looked through: it is large
recovery-restore = Restore a backup
    .help = Everything goes back to how it was then.
recovery-no-backup = There is no backup in the data folder.
recovery-which = Backup
recovery-restore-button = Restore the backup of { $when }
recovery-rescue = Rescue what can be read
    .help = Reads row by row whatever is not damaged, and goes on with that. Some messages may be missing.
recovery-rescue-button = Rescue
recovery-fresh = Start fresh
    .help = An empty Switchboard. Channels have to be set up again, and their addresses are new.
recovery-fresh-button = Start fresh
recovery-fresh-question = Start with nothing?
recovery-fresh-consequence = No channel, no message, no setting is taken over. The damaged data is kept aside in the data folder, and can be looked at by whoever helps.
recovery-fresh-keep = Back to the other ways
recovery-folder = Open data folder
recovery-report = Copy report for support
recovery-done = Switchboard works again.
recovery-rows =
    { $count ->
        [one] { $count } row could be read and was taken over.
       *[other] { $count } rows could be read and were taken over.
    }
recovery-kept = What was here is kept in
recovery-open = Open Switchboard
