## Channels

channels-title = Channels
channels-sentence = Each channel is one connection to one chat platform.
channels-add = Add a channel
channels-loading = Reading the channels
channels-empty = No channel yet
channels-empty-hint = A channel gives you an address to paste into your chat platform. It works at once.
channels-search = Search channels
channels-order = Change the order
channels-order-done = Done
channels-no-match = No channel has these words
channels-no-match-hint = Names and platforms are searched.
channel-move-up = Move { $name } up
channel-move-down = Move { $name } down
column-name = Name
column-state = State
column-last = Last message
column-waiting = Waiting
column-failed = Failed
    .meaning = Given up in the last 24 hours
channel-no-message = None yet
channel-demo = Demo

channel-state-waiting = Waiting
    .meaning = No request has come yet.
    .advice = Paste its address into the platform.
channel-state-working = Working
    .meaning = Messages come in and arrive.
    .advice = There is nothing to do.
channel-state-problems = Works with problems
    .meaning = It works, but something of it needs a look.
    .advice = Open Problems: each says what to do.
channel-state-failing = Failing
    .meaning = The endpoint takes nothing, or the last messages did not arrive.
    .advice = Test the connection to the endpoint.
channel-state-disconnected = Disconnected
    .meaning = The platform ended the connection.
    .advice = Connect it again on the platform.
channel-state-paused = Paused
    .meaning = Messages are taken and kept, and nothing is sent.
    .advice = Resume it to send what waits.
channel-state-off = Off
    .meaning = Messages are refused.
    .advice = Turn it on to receive again.

channel-title = Channel { $name }
channel-save = Save changes
channel-discard = Discard
channel-dirty = Not saved yet
channel-saved = Saved
channel-clean = No changes
leave-question = Your changes are not saved. Leave without saving them?
leave-stay = Keep editing
leave-go = Leave without saving
channel-menu = More for { $name }
channel-pause = Pause
    .meaning = Messages are taken and kept, and sent when you resume.
channel-resume = Resume
channel-turn-off = Turn off
channel-turn-on = Turn on
channel-duplicate = Duplicate
channel-delete = Delete
channel-off-question = Turn “{ $name }” off?
channel-off-elma365 = ELMA365 will get “404: unknown channel” for every message, and its operators will see that their messages are not delivered.
# $platform: Chatwoot or one of its family
channel-off-chatwoot = { $platform } will mark every message as failed, those of customers too, and will not send them again later.
channel-off-userlike = Userlike gets no answer 200 and does not promise to send its callbacks again, so they may be lost.
channel-off-pause = To stop sending without losing anything, pause the channel instead.
channel-off-pause-instead = Pause instead
channel-delete-question = Delete “{ $name }”?
# $waiting: messages not yet sent
channel-delete-consequence = { $waiting ->
        [0] Its address stops working at once. Its settings cannot be brought back.
        [one] Its address stops working at once, and { $waiting } message that waits will not be sent. Its settings cannot be brought back.
       *[other] Its address stops working at once, and { $waiting } messages that wait will not be sent. Its settings cannot be brought back.
    }
channel-delete-type = Type “{ $name }” to confirm
channel-delete-confirm = { $count ->
        [0] Delete channel
        [one] Delete channel and { $count } conversation
       *[other] Delete channel and { $count } conversations
    }
# $count: conversations
channel-delete-history = { $count ->
        [0] Deleted with it is all that the log here holds of it. Nothing is deleted at the platform. Backups keep what was there when they were made.
        [one] Deleted with it are { $count } conversation with its messages, and all that the log here holds of it. Nothing is deleted at the platform. Backups keep what was there when they were made.
       *[other] Deleted with it are { $count } conversations with their messages, and all that the log here holds of it. Nothing is deleted at the platform. Backups keep what was there when they were made.
    }
channel-delete-keep = Keep the channel
channel-delete-links = { $count ->
        [one] Its link is deleted with it.
       *[other] Its { $count } links are deleted with it.
    }
channel-delete-connected = ELMA365 is not told of it.
channel-delete-disconnect = Disconnect it there first
channel-disconnect = Disconnect this channel
channel-disconnect-question = Disconnect “{ $name }” in ELMA365?
channel-disconnect-consequence = ELMA365 is told that this whole channel has ended, with every chat in it, not only one. From then on nothing can be sent there; what your program sends meanwhile is kept and waits.
channel-disconnect-back = It can be connected again in ELMA365. Then what waits is sent, and chats go on where they were.
channel-disconnect-keep = Stay connected
channel-try = Try it as a customer

platform-elma365 = Arbitrary messenger
platform-chatwoot = Also Chatlake and OneHash
platform-userlike = API add-on

section-platform = { $platform }
section-endpoint = Your endpoint
section-options = More about { $platform }
section-secrets = Keys Switchboard made
advanced-title = Advanced

field-platform = Platform
field-name = Name
name-help = Only for you, to tell your channels apart.
field-preset = Product
token-elma365 = Confirmation string (token)
    .help = ELMA365 sends it with every request. You choose it; enter the same text there. It may be empty.
token-chatwoot = Access token
    .help = In your profile settings there, at the bottom: “Access Token”.
token-userlike = Value of the secret header
    .help = Userlike sends it with every request, in a header you add in its API add-on. It may be empty.
field-token = Token
field-api-url = API URL
api-url-elma365 = The public address of your company in ELMA365. Optional: it is learned when ELMA365 connects.
api-url-chatwoot = The address of your server. You can paste the address of any page of your dashboard; we take it apart.
field-callback-url = Callback URL
callback-help = The address of your own program, which gets the messages. You can leave it empty for now: everything is kept.
field-format = Format
format-switchboard = Switchboard
    .meaning = One form for all platforms, signed as the Standard Webhooks specification says, without the platform’s secrets.
format-as-received = As received
    .warning = Your endpoint gets the platform’s own bytes and headers, with the platform’s secrets in them. Choose this only for a program you trust.
field-timeout = Time-out in seconds
timeout-help = How long one try may take. Empty means the setting for all channels (30 s unless you changed it).
field-headers = Headers for your endpoint
headers-help = Added to every request, for example for signing in. Values are kept like passwords.
headers-name = Name of header { $number }
headers-value = Value of header { $number }
headers-remove = Remove header { $number }
headers-add = Add a header
field-trusted-certificate = Trusted certificate
certificate-help = A certificate (PEM) that is trusted for this endpoint alone. Leave it empty for certificates this computer knows.
field-platform-certificate = Certificate of the platform’s server
platform-certificate-help = A certificate (PEM) that is trusted at the address above, for this channel alone. It is needed only where the platform’s server has one this computer does not know.
field-send-token = Token we show ELMA365
send-token-help = Only if it differs from the confirmation string.
field-channel-id = Channel id in ELMA365
channel-id-help = Learned when ELMA365 connects.
field-webhook = Address of ELMA365 for our messages
webhook-help = Learned when ELMA365 connects.
field-user-info = Answer to “user info”
user-info-help = JSON with {"{{id}}, {{login}}, {{fullName}}, {{phone}}, {{email}} and {{avatar}}"} where the values belong. Empty means the usual shape.
field-account-id = Account number
field-inbox-id = Inbox number
inbox-id-any = every inbox
inbox-id-help = Both stand in the address of the inbox’s page. Without an inbox number the channel takes the events of every inbox.
# $platform: the platform's name
inbox-title = Inbox
inbox-none = No account is chosen yet, so nothing can be sent to { $platform }.
# $account: its number
inbox-every = Account { $account }, every inbox
# $account, $inbox: their numbers
inbox-bound = Account { $account }, inbox { $inbox }
inbox-choose = Choose the inbox
inbox-use = Use this inbox
inbox-create = Create this inbox
inbox-by-number = The list is made with the saved address and token. The numbers can also be typed, under “Advanced”.
field-inbox-identifier = Inbox identifier
inbox-identifier-help = On the inbox’s page under “Configuration”. Needed to write as a customer.
field-webhook-secrets = Webhook secrets
webhook-secrets-help = They prove that a request comes from your server. The account’s and the inbox’s differ, so there may be several.
webhook-secret-number = Webhook secret { $number }
webhook-secret-remove = Remove webhook secret { $number }
webhook-secret-add = Add a webhook secret
field-signature = When a signature is missing or wrong
signature-strict = Refuse
    .meaning = The request is answered 401 and kept; you can accept it in Traffic. The server marks its message as failed.
signature-legacy = Accept unsigned, refuse wrong
    .meaning = For servers too old to sign.
signature-lenient = Put aside
    .meaning = The request is answered 200 and waits until you accept it.
field-resend-silent = Send again what ELMA365 stays silent about
resend-silent-help = Three times in all at most, under the same id. Silence alone never counts as a failure.
outcomes-used = This happens anyway: ELMA365 has reported on this channel what became of our messages.
outcomes-unused = So far ELMA365 has reported nothing on this channel, so what it accepts counts as delivered.
field-new-conversation = A message to a resolved conversation begins a new one
new-conversation-help = Otherwise the resolved one is opened again.
field-agents-language = Language for agents
agents-language-help = In which agents read there why a message did not arrive.
field-secret-header = Name of the secret header
secret-header-help = The header in which Userlike sends the secret. Empty means x-switchboard-secret.
field-time-zone = Time zone
time-zone-help = Userlike writes times without a zone. Empty means UTC.

secret-reveal = Show for 30 seconds
secret-hide = Hide
# $what: the field's label
secret-copy = Copy: { $what }
secret-replace = Replace
secret-keep = Keep the old one
secret-make = Make one
secret-cleaned = We removed spaces and quotation marks around it.

rotate-signing-secret = Signing secret
    .help = Your endpoint checks with it that a request comes from Switchboard.
    .question = Replace the signing secret of “{ $name }”?
    .confirm = Replace the signing secret
    .consequence = Your endpoint refuses our requests until it knows the new one.
rotate-intake-key = Key in the intake address
    .help = The part of the address that nobody can guess.
    .question = Replace the intake address of “{ $name }”?
    .confirm = Replace the intake address
    .consequence = The old address stops working at once. Paste the new one into { $platform }, or its messages are lost.
rotate-endpoint-token = Token of your program
    .help = Your program shows it with each request, so that nobody else can send in your name.
    .question = Replace the token of your program for “{ $name }”?
    .confirm = Replace the token
    .consequence = What your program sends with the old one is refused at once. Enter the new one there.
rotate-button = Replace
rotate-keep = Keep it

address-title = Paste this address into { $platform }
address-copy = Copy intake address
address-local-only = This address works only from this computer, because no public address is set. { $platform } on the Internet cannot reach it.
address-set-public = Set the public address
address-where = Where in { $platform }?
address-webhook = Set it in { $platform } for me
directions-elma365-1 = As an administrator, open Administration → Live Chats → Messengers and connect an arbitrary messenger.
directions-elma365-2 = Paste the address into “Webhook” (in some versions “Messenger’s API URL”).
directions-elma365-3 = Enter the confirmation string shown here as “Confirmation code”. Both may be empty.
directions-elma365-4 = Save. ELMA365 says hello at once, and this channel knows the rest by itself.
directions-chatwoot-1 = For one inbox: open Settings → Inboxes → Add Inbox → API, and paste the address into “Webhook URL”.
directions-chatwoot-2 = For an inbox you have: open its settings and paste the address into “Webhook URL” there.
directions-chatwoot-3 = For all inboxes: open Settings → Integrations → Webhooks, add one with this address and choose its events.
directions-chatwoot-4 = If { $platform } shows a secret for the webhook, add it below under Advanced: it proves where requests come from.
directions-userlike-1 = Open Add-ons in Userlike and choose API.
directions-userlike-2 = Paste the address into “Callback URL”, and choose the events you want to be told of.
directions-userlike-3 = If you set a secret above, add the header x-switchboard-secret with that value there.

events-title = Events for your endpoint
events-preset-messages = Messages only
    .meaning = What customers and operators write and what became of it. No private notes.
events-preset-all = Everything
    .meaning = Every event, those of future versions too.
events-preset-custom = Custom
    .meaning = Everything is kept and shown whatever you choose. Your endpoint gets these:
# $count: how many events
events-each = See each event ({ $count })
events-test = Send test
event-group-message = Messages
event-group-note = Private notes
event-group-session = Sessions
event-group-conversation = Conversations
event-group-contact = Contacts
event-group-operator = Operators
event-group-typing = Typing
event-group-widget = Website widget
event-group-channel = The channel itself
event-group-platform = Anything else

test-button = Test connection
test-unsaved = Tests the saved settings.
test-well = Everything that was checked works.
test-message = Send a test message
    .meaning = There and back through your platform. Operators see it for a few seconds; then it is removed.
test-stop = Stop
check-address = The address is complete
check-dns = The host is found
check-connect = Something answers there
check-certificate = The certificate is trusted
check-answer = It answers
