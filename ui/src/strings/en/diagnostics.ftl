## The report for whoever helps

diagnostics-create = Report for whoever helps
    .help = When something does not work and somebody helps you, give them this report. You see all of it before it is saved.
diagnostics-without-secrets = Tokens, passwords and secret addresses are not in it.
diagnostics-without-messages = Nothing anybody wrote is in it, and no names of customers.
diagnostics-stays-here = It is saved where you say and sent nowhere.
diagnostics-button = Create report
diagnostics-again = Create it anew
diagnostics-looking = Testing the channels and looking through the data. This can take a quarter of a minute.
diagnostics-save = Save report…
diagnostics-copy = Copy report
diagnostics-saved = The report is made.
diagnostics-parts = Parts of the report
diagnostics-part-version = Version and system
diagnostics-part-settings = Settings
diagnostics-part-channels = Channels and links
diagnostics-part-checks = Connection tests
diagnostics-part-queue = What waits and what is stopped
diagnostics-part-problems = Problems
diagnostics-part-storage = Disk and databases
diagnostics-part-log = Last lines of the log
section-diagnostics = Diagnostics
    .sentence = What to show somebody who helps you.
section-backup = Backup and transfer
    .sentence = Keep your data safe, and take your settings to another computer.

## About this version

about-open-folder = Open data folder
about-move = To move it, quit Switchboard, move the folder, and start with --data and its new place.
about-new = What is new
about-new-nothing = This version mends faults and brings nothing that looks new.
about-0-1-0-settings = The settings have sections and a search, backups, a file of settings to take along, and a report for whoever helps.
about-0-1-0-history = The size of the log can be limited, and history can be deleted.
about-0-1-0-address = Another listen address or port is used at once, without a restart.
about-privacy = What Switchboard tells others
about-privacy-nothing = Nothing. There is no account, and no figures or reports are sent to anybody.
about-licence = Licence
about-licence-words = MIT. It stands on free libraries by many people, each under its own free licence.

## The port

port-taken = { $program } uses the port of { $listen }.
port-taken-unknown = Another program uses the port of { $listen }.
port-free = Port { $port } is free. A public address stays the same if it leads to the new port.
port-none-free = No port near it is free either. Enter another one above.
port-use = Use { $port }
