## Settings

settings-title = Settings
settings-sentence = They apply to all channels.
settings-loading = Reading the settings
settings-save = Save settings
settings-restart = The listen address of this run was given at its start. The one below is used when Switchboard is started without it.
settings-unreadable = This cannot be read as a duration or number.
settings-look = Look and language
settings-addresses = Addresses
settings-retries = Trying again
settings-limits = Limits
settings-ages = How long
settings-conversations = Conversations
settings-files = Files
settings-data = Your data
field-language = Language
language-system = As this computer
field-theme = Theme
theme-system = As this computer
theme-light = Light
theme-dark = Dark
field-public-url = Public address
    .help = Under which platforms reach this computer. Addresses to copy are built from it.
field-listen = Listen address
    .help = Where the relay takes requests on this computer. A change takes effect at once.
field-retry-schedule-ms = Waits before each further try
    .help = After the first try at once. For example: 5 s, 30 s, 2 min, 1 h
field-rejected-schedule-ms = Waits when the endpoint does not accept a message
    .help = Trying often does not help then, so it is given up sooner.
field-bulk-schedule-ms = Waits of a bulk send before each further try
    .help = An item that still fails after the last one is given up and listed.
field-retry-jitter = Spread of the waits, in %
    .help = Keeps many messages from being tried at the same moment.
field-hold-lane-ms = Keep a chat in order for
    .help = So long a failing message holds back the later ones of its chat.
field-timeout-ms = Time-out of one try
    .help = For channels that do not set their own.
field-intake-timeout-ms = Time-out of a sender
    .help = So long a platform may take to send one request.
field-breaker-after = Stop after failures in a row
    .help = Then the endpoint gets only probes until it answers.
field-probe-ms = Probe a stopped endpoint every
    .help = You can always press “Try now”.
field-concurrency = At once to one endpoint
    .help = Deliveries under way at the same time.
field-keep-traffic-days = Days the traffic log is kept
    .help = With its requests and answers. 0 keeps it for ever. What still waits to be sent always stays.
field-keep-tries-days = Days single tries are kept
    .help = 0 keeps them as long as the log.
field-keep-conversations-days = Days messages are kept
    .help = And conversations without any. 0 keeps them for ever.
field-file-hosts = Hosts inside your network to fetch files from
    .help = Files that messages name are never fetched from inside your network, except from these hosts. Between commas.
field-file-address-hours = Hours the address of a file works
    .help = So long the other side can fetch a file from this computer.
field-send-command = Command that sends a conversation
    .help = When an operator writes this alone in a message or note, the conversation goes to your endpoint and the customer does not see it. Leave it empty to switch it off.
field-proxy = Proxy
proxy-system = As this computer
proxy-none = None
proxy-address = This one
about-folder = Data folder
about-copy-folder = Copy the path
about-key = Key to your tokens
about-key-keychain = In this computer’s password store
about-key-file = In a file beside the data, readable by you alone
about-version = Version

## The sections

settings-sections = Sections of the settings
settings-find = Search settings
settings-find-clear = Clear the search
settings-found = Settings that were found
settings-found-count =
    { $count ->
        [one] { $count } setting found
       *[other] { $count } settings found
    }
settings-none = No setting has these words
settings-none-hint = Try a single word, such as “days”, “proxy” or “retry”.
settings-unsaved = Not saved yet
section-general = General
    .sentence = Language, appearance and what operators can type.
section-addresses = Addresses
    .sentence = Where platforms and your program reach Switchboard.
section-delivery = Delivery
    .sentence = How often and how fast messages are passed on.
section-keeping = Keeping and privacy
    .sentence = What stays on this computer, how much of it, and for how long.
section-network = Network
    .sentence = How this computer reaches others.
section-about = About
    .sentence = This version, and where everything is kept.
