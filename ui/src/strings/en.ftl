# The words of Switchboard in English. The window and the engine read the same file.
# An error's key is `error-` and its code; `.hint` says what to do. `$host` is a host with its port where that is not the usual one.

## Errors

# $platform: the platform's name
error-auth-01 = { $platform } does not accept this token.
    .hint = It may have been changed or copied incompletely. Nothing is lost: paste the new token into the channel, and what waits is sent.
error-auth-02 = { $platform }’s server removes part of our sign-in.
    .hint = This is common behind nginx. Ask whoever runs the server to set “underscores_in_headers on”.
error-auth-03 = A request came with another token or signature than the one you saved.
    .hint = Someone may have changed it on the platform, or the request is not from the platform at all. It was refused and kept, so you can look at it and accept it.
# $host: the endpoint
error-auth-04 = { $host } refuses our sign-in.
    .hint = Your messages are kept. Check the headers of the endpoint in the channel’s settings, then press “Try now”.
# $platform: the platform's name
error-auth-05 = This token works at { $platform }, but it may not see what this channel needs.
    .hint = Its owner must be an administrator there, or be added to the inbox.
error-auth-06 = This console needs its link.
    .hint = Open the address that Switchboard printed when it started: the part after # lets you in.
error-url-01 = The address needs https:// in front.
    .hint = Add https://, or http:// if the address is inside your own network.
error-url-02 = This address exists only inside your network.
    .hint = Platforms on the Internet cannot reach it. Use a public address instead.
error-url-03 = This is not a web address.
    .hint = An address looks like https://crm.example.com/hooks.
error-net-01 = Platforms cannot reach this computer right now.
    .hint = Messages stay with the platform, and some platforms do not send them again. Check the public address in Settings.
error-net-02 = Your public address changed.
    .hint = Copy the new intake address of each channel into its platform.
error-net-03 = A request came to an address that no channel has.
    .hint = The platform may still use an old address. The request was kept; you can assign it to a channel.
# $host: the host looked for
error-net-04 = We cannot find { $host }.
    .hint = Is it spelled right? If every address fails, this computer may be offline.
# $host: the host with its port
error-net-05 = { $host } is there, but nothing answers at that port.
    .hint = The program is probably not running. Your messages are kept and tried again by themselves.
# $host: the host; $seconds: how long we waited
error-net-06 = { $host } did not answer within { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
    .hint = The message may have arrived all the same. It is kept and tried again by itself.
# $host: the host
error-net-07 = The connection to { $host } was cut on the way.
    .hint = Often it is a company proxy, a VPN or a Wi-Fi sign-in page. Your messages are kept and tried again by themselves.
# $host: the host
error-tls-01 = The security certificate of { $host } is out of date or not yet valid.
    .hint = We do not send until it is renewed; your messages are kept. If the certificate is fine, check this computer’s clock.
# $host: the host
error-tls-02 = { $host } shows a certificate made for another name.
    .hint = Perhaps the address should be the name in the certificate. Your messages are kept.
# $host: the host
error-tls-03 = { $host } uses a certificate this computer does not know.
    .hint = This is normal inside companies. Compare its fingerprint with whoever runs { $host }, then trust it for this endpoint only.
# $host: the endpoint; $status: its HTTP status, 0 when it is not known
error-http-01 = { $host } did not accept the message{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Look at its answer: it often says why. After mending it, send the message again.
# $host: the endpoint; $status: its HTTP status, 0 when it is not known
error-http-02 = { $host } has trouble of its own{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Your messages are kept and tried again by themselves. If it lasts, tell whoever runs it.
# $host: the endpoint; $status: its HTTP status, 0 when it is not known
error-http-03 = { $host } sends us to another address or answers without what was asked{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = We do not follow it by ourselves. If the new address is right, save it in the channel.
error-http-04 = This address takes only POST.
    .hint = Platforms send with POST. A browser shows this page because it asks with GET: the address itself works.
# $host: who asks
error-rate-01 = { $host } asks us to slow down.
    .hint = Sending goes on by itself. Nothing is lost.
error-rate-02 = More messages are coming in than this computer can write down.
    .hint = The sender was told to come back. Check the disk, and whether another program keeps it busy.
error-time-01 = A clock is wrong, so the check of the signature’s time fails.
    .hint = Compare this computer’s clock with the platform’s server.
error-time-02 = The sender took too long to send its request.
    .hint = A slow connection is the usual cause. The platform usually sends it again.
error-size-01 = The message is too large.
    .hint = Send it without the attachment, or raise the limit where it is received.
error-key-01 = This computer’s password store cannot be opened, so tokens cannot be read.
    .hint = Your channels are unharmed. Unlock the password store and start Switchboard again.
error-key-02 = The key in the password store is not the one this data was sealed with.
    .hint = Nothing was changed. Restore the key that belongs to this data folder; no new key is made, so that nothing becomes unreadable.
# $address: address and port
error-port-01 = Another program already uses { $address }.
    .hint = Close that program, or choose another port in Settings.
error-id-01 = The account or the inbox is missing.
    .hint = Paste the address of the inbox’s page from your browser into API URL; Switchboard takes it apart.
error-id-02 = This inbox is not an API inbox.
    .hint = Messages can be sent only into an inbox of the kind “API”. Create one there, or enter another inbox.
error-id-03 = The conversation or contact no longer exists on the platform.
    .hint = It may have been deleted or merged there.
error-id-04 = The request names another channel than the one connected before.
    .hint = Perhaps a second channel in ELMA365 uses the same address. Give each its own channel here.
error-id-05 = This does not exist here any more.
    .hint = It may have been deleted, or its time of keeping is over.
error-db-01 = The data folder is in use by another copy of Switchboard.
    .hint = Close the other copy, then try again.
error-db-02 = The data file is damaged.
    .hint = Nothing was deleted. Copies made before changes lie beside it in the data folder.
error-db-03 = The disk is full, so new messages cannot be stored.
    .hint = Free some space. Until then senders are told to come back.
error-db-04 = This data was written by a newer version of Switchboard.
    .hint = Install the newer version. Nothing was changed.
error-fw-01 = Something on this computer blocks the relay.
    .hint = A firewall or an antivirus program is the usual cause.
error-data-01 = We got something that cannot be read as a message of this platform.
    .hint = It was kept for you to see.
# $field: the name of the field
error-data-02 = { $field } is missing or cannot be read.
    .hint = Look at the field again.
# $place: what makes the circle (publicUrl, listen, link, endpoint); $channel: the channel whose endpoint or link it is
error-loop-01 = { $place ->
        [publicUrl] With this public address the channel “{ $channel }” would send to Switchboard itself: messages would go in a circle.
        [listen] Listening there, Switchboard would be the endpoint of the channel “{ $channel }” itself: messages would go in a circle.
        [link] What customers write would come back to the channel “{ $channel }”: messages would go in a circle.
       *[other] This address is Switchboard’s own: messages would go in a circle.
    }
    .hint = { $place ->
        [publicUrl] Enter another address here, or change the channel’s callback URL first.
        [listen] Enter another address here, or change the channel’s callback URL first.
        [link] Choose another channel, or delete one of the links that lead from one of these channels to the other.
       *[other] Enter the address of your own program.
    }
# $platform: the platform's name; $side: customers or operators
error-link-01 = { $platform } cannot be the { $side ->
        [customers] customers’
       *[operators] operators’
    } side of a link.
    .hint = { $side ->
        [customers] Customers never write there: only operators do. Choose the channel that your customers write to.
       *[operators] Nothing can be written there. Choose the channel whose operators are to answer.
    }
# $platform: the platform's name
error-link-02 = { $platform } can only be copied from: no answer can be written back to it.
    .hint = Choose “Copy only”: what is written there then appears on the other side as well.
error-link-03 = These two channels are joined already.
    .hint = Change the link there is.
# $channel: the channel
error-link-04 = The channel “{ $channel }” is not connected: the platform has not said where to send to.
    .hint = Connect it on the platform, with the intake address of the channel. What is to be sent waits until then.
error-kind-01 = The platform has no such thing, so it cannot be sent there.
    .hint = The channel’s outbox lists what each platform takes.
error-send-01 = The conversation is of the channel “{ $channel }” itself.
    .hint = Choose another channel, the endpoint or an address.
error-send-02 = Conversations of “{ $channel }” can only be sent at once.
    .hint = { $platform } does not tell when a conversation’s status changes or when it ends.
error-file-01 = A file could not be fetched.
    .hint = The text goes without it, with a note in its place.
error-file-02 = A file lies at an address inside the network, and nobody allowed fetching from there.
    .hint = If you trust it, add its host in Settings, under files.
# $host: the platform; $status: its HTTP status, 0 when it is not known
error-plat-01 = { $host } did not accept what we sent{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Look at its answer: it often says why. After mending it, send the message again.
# $host: the platform; $status: its HTTP status, 0 when it is not known
error-plat-02 = { $host } has trouble of its own{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = What is to be sent is kept and tried again by itself. If it lasts, tell whoever runs it.
# $name: the name
error-name-01 = A channel named “{ $name }” exists already.
    .hint = Choose another name.
error-name-02 = The name is missing.
    .hint = Any name will do; it is only for you.
error-off-01 = The channel is turned off.
    .hint = Turn it on to receive and send again.
error-app-01 = Something unexpected happened.
    .hint = Your messages are kept. Try again; the log in the data folder says more.

## States

state-received = Received
    .meaning = Stored safely on this computer; its turn has not come.
state-sending = Sending
    .meaning = Being sent now.
state-accepted = Accepted
    .meaning = They have it; their own confirmation is due.
state-delivered = Delivered
    .meaning = The destination took it.
state-read = Read
    .meaning = The person it was meant for saw it.
state-retrying = Retrying
    .meaning = It did not arrive yet and is tried again by itself.
state-failed = Failed
    .meaning = Given up; it needs you.
state-on-hold = On hold
    .meaning = The channel is paused or its destination is stopped. Nothing is lost.
state-waiting-for-platform = Waiting for platform
    .meaning = Something must come from the platform first.
state-skipped = Skipped
    .meaning = Deliberately not sent.
state-unknown = Unknown
    .meaning = Nobody can tell whether it arrived.
state-refused = Refused
    .meaning = Answered with an error and not acted on.

## Why something was skipped

skip-no-endpoint = no endpoint
    .meaning = The channel has no callback URL, so there is nowhere to send it.
skip-not-subscribed = not subscribed
    .meaning = This event is not among those the channel sends to your endpoint.
skip-duplicate = duplicate
    .meaning = The same event came before.
skip-own-echo = our own echo
    .meaning = We caused it ourselves.
skip-other-inbox = other inbox
    .meaning = It belongs to an inbox this channel is not set to.
skip-discarded = discarded
    .meaning = It was removed from the queue.
skip-nothing-to-send = nothing to pass on
    .meaning = It was acted on here and carries nothing to pass on.
skip-stale = too old
    .meaning = Typing and presence are worth sending only within seconds.
skip-superseded = a newer one went instead
    .meaning = Before it could be sent, a newer state of the same message came; that one is sent.
skip-circle = it would go in a circle
    .meaning = A link would have carried it back to a channel it has been through already.
skip-command = our command
    .meaning = It was written for Switchboard, not for the customer.
skip-history = history
    .meaning = It was fetched from the platform’s past and had happened long before.

## Events

event-message-received = Customer message
    .meaning = A customer wrote to an operator.
event-message-sent = Operator message
    .meaning = An operator wrote to a customer.
event-message-updated = Message changed
    .meaning = A message was edited or deleted, or its status changed.
event-message-read = Message read
    .meaning = A message was seen.
event-message-outcome = Delivery report
    .meaning = The platform says whether it could handle our message.
event-note-created = Private note
    .meaning = Operators wrote a note among themselves. Customers never see it.
event-session-started = Session started
    .meaning = A session began.
event-session-unread = Session left unread
    .meaning = A session ended with messages no operator had read.
event-session-ended = Session ended
    .meaning = A session ended.
event-conversation-created = New conversation
    .meaning = A conversation began.
event-conversation-updated = Conversation changed
    .meaning = Its operator, labels or other details changed.
event-conversation-status-changed = Conversation status
    .meaning = A conversation was opened, resolved or snoozed.
event-conversation-ended = Conversation ended
    .meaning = A conversation is over.
event-conversation-forwarded = Conversation forwarded
    .meaning = A conversation was passed to another operator or group.
event-conversation-rated = Rating
    .meaning = A customer rated a conversation.
event-conversation-feedback = Feedback
    .meaning = A customer left words about a conversation.
event-conversation-surveyed = Survey answered
    .meaning = A customer answered the survey.
event-conversation-goal = Goal reached
    .meaning = A goal was reached in a conversation.
event-conversation-snapshot = Whole conversation
    .meaning = A whole conversation was sent at once.
event-contact-created = New contact
    .meaning = A contact was created.
event-contact-updated = Contact changed
    .meaning = A contact’s details changed.
event-contact-requested = Contact asked for
    .meaning = The platform asked for somebody’s details.
event-operator-online = Operator online
    .meaning = An operator went online.
event-operator-offline = Operator offline
    .meaning = An operator went offline.
event-operator-away = Operator away
    .meaning = An operator stepped away.
event-operator-back = Operator back
    .meaning = An operator came back.
event-typing-started = Typing
    .meaning = Somebody is typing.
event-typing-stopped = Typing stopped
    .meaning = Somebody stopped typing.
event-widget-configured = Widget settings
    .meaning = A widget’s settings changed.
event-widget-triggered = Widget opened
    .meaning = A visitor opened the widget.
event-channel-connected = Channel connected
    .meaning = The platform connected the channel.
event-channel-disconnected = Channel disconnected
    .meaning = The platform ended the connection.
event-platform-other = Something else
    .meaning = Whatever else the platform says, with its body.

## The frame

skip-link = Skip to the content
nav-label = Rooms
nav-home = Home
nav-channels = Channels
nav-traffic = Traffic
nav-conversations = Conversations
nav-bulk = Bulk sends
nav-settings = Settings
relay-working = Relay is working
relay-attention = Needs a look
relay-problem = Problem
relay-stopped = Relay is stopped
relay-starting = Starting
relay-offline = No connection
banner-offline = The connection to Switchboard is interrupted. It comes back by itself; what you see may be out of date.
demo-banner = Demo: practice platforms and a practice endpoint are sending sample traffic, with some failures on purpose.
demo-remove = Remove the demo

action-try-again = Try again
action-try-now = Try now
action-close = Close
action-cancel = Cancel
action-resend = Send again
copy-done = Copied
copy-refused = Could not copy

# When the engine could not be asked at all
error-offline = Switchboard does not answer.
    .hint = The program behind this screen may have ended. Start it again; your messages are kept.

## Home

home-title = Home
home-loading = Looking how things are
home-channels = Channels
home-key-file = The key to your tokens is kept in a file beside the data, readable by you alone, because this computer has no password store.
# $count: requests to addresses no channel has
home-unclaimed = { $count ->
        [one] { $count } request came to an address no channel has. It was kept.
       *[other] { $count } requests came to addresses no channel has. They were kept.
    }
home-unclaimed-show = Show and assign
card-channels = Channels
card-channels-value = { $working } of { $total } working
card-channels-well = Nothing needs you
card-channels-troubled = { $count ->
        [one] { $count } needs a look
       *[other] { $count } need a look
    }
card-channels-resting = { $count ->
        [one] { $count } is paused or off
       *[other] { $count } are paused or off
    }
card-address = Public address
card-address-none = None yet
card-address-local = Works only from this computer
# $listen: address and port
card-address-listen = Listens on { $listen }
card-failed = Failed today
card-failed-of = { $delivered } delivered, { $received } received today
card-waiting = Waiting
card-waiting-none = Everything is on its way or there
card-waiting-some = Kept safely and sent by themselves
# $count: messages
stopped-waiting = { $count ->
        [0] Nothing waits.
        [one] { $count } message waits.
       *[other] { $count } messages wait.
    }
# $name: the channel
stopped-endpoint = Nothing is sent to the endpoint of “{ $name }”.
stopped-platform = Nothing is sent to the platform of “{ $name }”.
stopped-write-back = The platform of “{ $name }” is not told what became of its messages.
stopped-address = Nothing is sent to an address that conversations of “{ $name }” were sent to.
stopped-next = Tried by itself
stopped-open = Open the channel
catch-up-title = Missed while nothing could be heard
# $from, $to: times
catch-up-between = from { $from } to { $to }
# $recovered: messages; $conversations: conversations looked at
catch-up-running = Looking for what was missed: { $conversations ->
        [one] { $conversations } conversation looked at, { $recovered } missed so far.
       *[other] { $conversations } conversations looked at, { $recovered } missed so far.
    }
catch-up-done = { $recovered ->
        [0] Nothing was missed.
        [one] { $recovered } message was missed and has been fetched.
       *[other] { $recovered } messages were missed and have been fetched.
    }
catch-up-failed = What was missed could not be asked for yet. It is tried again by itself.
catch-up-impossible = What was sent in that time cannot be fetched: this platform cannot be asked for it.
catch-up-unset = What was sent in that time can be fetched once the channel has its API URL, account number and access token.
catch-up-show = Show in Traffic
catch-up-more = Show { $count } more

welcome-title = Welcome to Switchboard
welcome-sentence = Switchboard stands between your chat platforms and your own program, and shows you every message and what became of it.
welcome-path = The way of a message
welcome-platforms = Your chat platforms
    .meaning = ELMA365, Chatwoot and its family, or Userlike send their messages to an address you copy into them.
welcome-relay = Switchboard
    .meaning = Stores each message safely, answers at once, and tries again until it has arrived.
welcome-endpoint = Your endpoint
    .meaning = Your own program, wherever it runs, gets each message you want it to have.
welcome-demo = Try with sample traffic
welcome-local = Everything stays on this computer. There is no account.

## Channels

channels-title = Channels
channels-sentence = Each channel is one connection to one chat platform.
channels-add = Add a channel
channels-loading = Reading the channels
channels-empty = No channel yet
channels-empty-hint = A channel gives you an address to paste into your chat platform. It works at once.
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
channel-state-problems = Problems
    .meaning = Something went wrong in the last 15 minutes.
    .advice = Look at what failed in Traffic.
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

channel-create-title = New channel
channel-create-button = Create the channel
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
channel-delete-confirm = Delete { $name }
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
advanced-defaults = all events, signed Switchboard format, 30 s

field-platform = Platform
field-name = Name
name-help = Only for you, to tell your channels apart.
name-example = { $platform } sales
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
    .question = Replace the signing secret?
    .consequence = Your endpoint refuses our requests until it knows the new one.
rotate-intake-key = Key in the intake address
    .help = The part of the address that nobody can guess.
    .question = Replace the intake address?
    .consequence = The old address stops working at once. Paste the new one into { $platform }, or its messages are lost.
rotate-endpoint-token = Token of your program
    .help = Your program shows it with each request, so that nobody else can send in your name.
    .question = Replace the token of your program?
    .consequence = What your program sends with the old one is refused at once. Enter the new one there.
rotate-button = Replace
rotate-confirm = Replace it
rotate-keep = Keep it

address-title = Paste this address into { $platform }
address-copy = Copy intake address
address-local-only = This address works only from this computer, because no public address is set. { $platform } on the Internet cannot reach it.
address-set-public = Set the public address
address-where = Where in { $platform }?
directions-elma365-1 = As an administrator, open Administration → Live Chats → Messengers and connect an arbitrary messenger.
directions-elma365-2 = Paste the address into “Webhook” (in some versions “Messenger’s API URL”).
directions-elma365-3 = Enter the confirmation string below as “Confirmation code”. Both may be empty.
directions-elma365-4 = Save. ELMA365 says hello at once, and this channel knows the rest by itself.
directions-chatwoot-1 = For one inbox: open Settings → Inboxes → Add Inbox → API, and paste the address into “Webhook URL”.
directions-chatwoot-2 = For an inbox you have: open its settings and paste the address into “Webhook URL” there.
directions-chatwoot-3 = For all inboxes: open Settings → Integrations → Webhooks, add one with this address and choose its events.
directions-chatwoot-4 = If { $platform } shows a secret for the webhook, add it below under Advanced: it proves where requests come from.
directions-userlike-1 = Open Add-ons in Userlike and choose API.
directions-userlike-2 = Paste the address as the callback URL, and choose the events you want to be told of.
directions-userlike-3 = If you set a secret above, add the header x-switchboard-secret with that value there.

events-title = Events for your endpoint
events-preset-messages = Messages only
    .meaning = What customers and operators write and what became of it. No private notes.
events-preset-all = Everything
    .meaning = Every event, those of future versions too.
events-preset-custom = Custom
    .meaning = Everything is kept and shown whatever you choose. Your endpoint gets these:
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
test-well = Your endpoint can be reached.
check-address = The address is complete
check-dns = The host is found
check-connect = Something answers there
check-certificate = The certificate is trusted
check-answer = It accepts a test message

## The outbox

outbox-title = Send messages from your own program
# $platform: the platform
outbox-sentence = Your program sends one simple request here; Switchboard does what { $platform } needs for it, in order, and tries until it has arrived.
outbox-userlike = Userlike cannot be answered. Its API add-on only tells what happens there and takes nothing back, from nobody.
outbox-address = Address for your program
outbox-copy = Copy this address
outbox-local-only = This address works only from this computer, because no public address is set. That is enough if your program runs here too.
outbox-kinds = What { $platform } takes
outbox-kind = Kind of request
outbox-as-customer = As customer
outbox-as-operator = As operator
outbox-kind-message = A message
outbox-kind-contact = What is known of a person
outbox-kind-read = Somebody has read
outbox-kind-typing = Somebody is typing
outbox-kind-state = What became of a message, or how a conversation stands
outbox-kind-end = A conversation is over
outbox-kind-user-info = Ask for the details of an operator
outbox-kind-conversation-send = A whole conversation at once
outbox-taken = taken
outbox-not-taken = not taken
outbox-example = An example to copy
outbox-copy-example = Copy the example
# $token: stands in the example
outbox-example-token = Put the token of your program in place of { $token }. The same messageId twice is one message, so your program may try again whenever it is not sure.
outbox-openapi = Description for programmers (OpenAPI)

## The practice customer

customer-title = Practice customer
customer-loading = Reading the chat
customer-messages = Messages
customer-notice = Operators will see what you write
    .meaning = It goes to { $platform } as a message of a customer, and operators there may answer it. That is how you see that the channel works.
customer-start = Write as a customer
customer-empty = Nothing written yet
customer-empty-hint = Write as a customer would. You see here when { $platform } has it, and what operators answer.
customer-impossible = Nobody can write here
customer-you = You, as the customer
customer-write = Write a message
customer-keys = Enter sends, Shift and Enter begin a new line. Files can be dragged here, up to 40 MB each.
customer-send = Send
customer-attach = Attach files
    .meaning = Up to 40 MB each
customer-files = Files to be sent
customer-file-coming = Being brought in
customer-file-too-large = Larger than 40 MB
customer-file-local = ELMA365 fetches files from this computer by itself. Without a public address it cannot, unless it runs here too.
customer-file-remove = Do not send { $name }
customer-drop = Drop files to attach them
customer-in-traffic = Show in Traffic
customer-clean = Clean up
customer-clean-question = Clean up the practice chat?
customer-clean-there = In { $platform } the conversation is resolved; it and its messages stay there. Here the chat begins anew, and its way stays in Traffic.
customer-clean-here = Here the chat begins anew, and its way stays in Traffic. { $platform } keeps what was written; close it there if it is in the way.
customer-clean-keep = Keep it

## Links

links-title = Links
links-sentence = A link joins two channels: the customers of one talk to the operators of the other.
links-add = Join two channels
links-loading = Reading the links
links-empty = No link yet
links-empty-hint = Join a Chatwoot website with ELMA365, for example: its customers are then answered by operators in ELMA365, and nobody has to change their program.
links-empty-few = It takes two channels to join. Add another one first.
link-title = Link
link-create-title = New link
link-create-button = Join them
link-choose = Choose
link-choose-both = Choose a channel on both sides.
link-channel-gone = deleted channel
# $customers, $operators: names of channels
link-sentence-two-way = Customers of { $customers } write to operators of { $operators }; answers come back.
link-sentence-copy = What customers of { $customers } write is copied to operators of { $operators }; nothing comes back.
link-cannot = It cannot carry at the moment.
link-state-working = Working
    .meaning = Messages are carried.
link-state-paused = Paused
    .meaning = Nothing is carried. What comes meanwhile stays on its own channel.
link-state-stuck = Waiting
    .meaning = Something is in the way. What comes meanwhile is kept where that is possible and goes over as soon as it can.
link-side-customers = Customers
link-side-operators = Operators
link-arrow-over = what customers write
link-arrow-back = operators’ answers
link-arrow-none = nothing comes back
link-customers-title = Where customers write
link-operators-title = Where operators answer
link-obstacle-elma365 = ELMA365 can only be where operators answer: its customers are always somewhere else.
link-obstacle-userlike = Userlike cannot be written to, so it can only be where customers write.
link-obstacle-same = This is the channel on the other side.
link-obstacle-joined = These two are joined already.
link-obstacle-circle = Through other links messages would go in a circle.
# $missing: a list of fields
link-obstacle-lacks = We cannot write to it yet. Still missing: { $missing }.
link-mode-title = What goes over
link-mode-two-way = Both ways
    .meaning = Customers’ messages go over, operators’ answers come back.
link-mode-two-way-impossible = Not with Userlike: it takes no answers.
link-mode-copy = Copy only
    .meaning = Messages go over to be read there. Nothing comes back.
link-choices-title = Also carry
# $customers: the name of a channel
link-choice-agents = Answers given on the customers’ side
    .meaning = What agents of { $customers } answer there appears to the operators as “[name]: …”.
link-choice-templates = Automatic messages
    .meaning = Greetings and the like, which the platform writes by itself.
link-choice-surveys = Satisfaction surveys
    .meaning = Questions about how content somebody is.
link-always = Names, pictures, files, read marks and failures always cross. Private notes never do.
link-pause = Pause
    .meaning = Nothing is carried until you resume.
link-menu = More for { $customers } and { $operators }
link-delete = Delete
link-delete-question = Delete the link between “{ $customers }” and “{ $operators }”?
link-delete-consequence = From now on nothing goes over between them. Both channels stay, with their chats and all their messages, and what is on its way already still arrives.
link-delete-pause = If it is only for a while, pause it instead.
link-delete-confirm = Delete the link
link-delete-keep = Keep the link

## Traffic

traffic-title = Traffic
traffic-sentence = Every request in either direction, newest first.
traffic-grid = Requests
traffic-scroll = Place in the log
traffic-filters = Filter
traffic-quick = Quick filters
traffic-all = All
traffic-today = Today
traffic-unclaimed = Unknown addresses
traffic-any-channel = Any channel
traffic-any-direction = Both directions
traffic-any-state = Any result
traffic-search = Search text, names, ids
traffic-search-clear = Clear the search
traffic-pause = Pause
traffic-resume = Resume
# $count: rows that came meanwhile
traffic-paused-new = { $count ->
        [0] Paused. Resume
       *[other] Paused · { $count } new
    }
traffic-new = { $count } new
traffic-following = Newest rows appear by themselves
traffic-to-newest = To the newest
traffic-count = { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
traffic-count-matching = { $count ->
        [one] about { $count } that matches
       *[other] about { $count } that match
    }
# $when: a time
traffic-searched-back = Searched back to { $when }.
traffic-search-further = Search further
traffic-loading = Reading the log
traffic-no-match = Nothing matches
traffic-no-match-hint = No request fits these filters. New ones that do will appear here.
traffic-no-match-paused = No request fits these filters, and the list is paused.
traffic-clear = Clear filters
traffic-empty = Nothing has come yet
traffic-empty-paused = Nothing has come yet, and the list is paused
traffic-empty-hint = Requests of your platforms and your program, and ours to them, appear here as they happen.
traffic-empty-channels = Open the channels
traffic-no-channel = Unknown address
traffic-unreadable = Unreadable request
column-time = Time
column-direction = Direction
column-channel = Channel
column-what = What
column-who = Who
column-text = Text
column-result = Result
column-took = Took
direction-in = Came in
direction-out = Went out
source-endpoint = from your program
source-screen = from this screen
source-catch-up = caught up
source-file = file
step-contact-find = Look up the contact
step-contact-create = Create the contact
step-contact-update = Update the contact
step-contact-inbox = Add the contact to the inbox
step-conversation-find = Look up the conversation
step-conversation-create = Begin the conversation
step-conversation-status = Set the conversation’s status
step-conversation-typing = Show typing
step-conversation-read = Mark as read
step-conversation-label = Label the conversation
step-message-find = Look up the message
step-message-create = Write the message
step-message-status = Set the message’s status
step-message-send = Send the message
step-user-ask = Ask for a person’s details
step-channel-disconnect = Disconnect the channel
step-file-fetch = Fetch the file
step-conversation-list = List the conversations
step-message-list = Fetch the messages
# $reason: why
state-skipped-why = Skipped: { $reason }
# $made, $of: tries
state-retrying-count = Retrying { $made } of { $of }
# $when: in how long
state-next-try = Next try { $when }.

exchange-title = Details
exchange-copy-curl = Copy as cURL
# $peer: an address
exchange-peer = From { $peer }
exchange-request-in = Their request
exchange-request-out = Our request
exchange-answer-ours = Our answer
exchange-answer-theirs = Their answer
# $status: HTTP status; $took: a duration
exchange-status = { $status } after { $took }
exchange-no-answer = There was no answer.
exchange-written = What was written here
exchange-fetched = What was found there
# $name: a channel
destination-endpoint = To your endpoint
destination-endpoint-of = To the endpoint of { $name }
destination-platform = To { $name }
destination-write-back = Report back to { $name }
destination-address = To { $name }
# $number, $of: tries; a time follows
delivery-next = Try { $number } of { $of }:
delivery-out-of-order = It was overtaken: later messages of this chat may arrive before it.
delivery-show-cause = Show the request that caused it
attempt-number = Try { $number }:
# $step: what the call is for
attempt-step = { $step }:
# $status: HTTP status
attempt-answered = answered { $status }
attempt-this = this one
attempt-show = Show
resend-all = Send all again
resend-all-title = Send what failed again
resend-all-counting = Counting
resend-all-count = { $count ->
        [0] There is nothing here that can be sent again.
        [one] One message was given up. It is sent again to where it was going, under the same id.
       *[other] { $count } messages were given up. They are sent again to where they were going, under the same ids.
    }
resend-all-send = Send { $count } again
resend-all-keep = Not now
resend-hint = Sends the same message once more, under the same id, so that your endpoint can recognise it.
resend-hint-platform = Sends the same message once more, from the step at which it stopped.
resend-hint-unknown = Nobody can tell whether it arrived. Sent again, it may be there twice.
resend-platform-has-it = The platform has it. Sent again, people would read it twice.
resend-queued = { $count ->
        [one] On its way again.
       *[other] { $count } are on their way again.
    }
resend-left = It is already on its way, or there is nothing to send.
resend-nothing = There is nothing here to send.
resend-no-endpoint = The channel has no callback URL, so there is nowhere to send it.
resend-on-its-way = It is still on its way and is tried by itself.
accept-refused = This request was kept without being acted on. If you know that it is genuine, accept it: it is then processed as if it had just come.
accept-unclaimed = This request came to an address no channel has. If you know whose it is, choose the channel: it is then processed as if it had just come there.
accept-channel = Choose a channel
accept-button = Accept and process
certificate-intro = The endpoint showed a certificate this computer does not know. Its fingerprint (SHA-256):
certificate-trust = Trust this certificate
certificate-confirm-title = Trust this certificate for this endpoint?
certificate-confirm = Compare the fingerprint with whoever runs the endpoint, by telephone for example. From then on Switchboard sends to whoever shows this certificate at this address.
certificate-keep = Do not trust it
event-fact-event = Event
event-fact-skipped = Not sent on
event-fact-contact = Customer
event-fact-operator = Operator
event-fact-conversation = Conversation
# $name: a channel
event-carried = A link carried it to { $name }.
side-customer = Customer
side-operator = Operator
side-system = Platform
message-template = automatic
message-file = File
# $took: a duration
timing-title = Where the time went: { $took }
timing-dns = Finding the host
timing-connect = Connecting
timing-tls = Encryption
timing-first-byte = Waiting
timing-rest = Reading
payload-form = How to show the body
payload-pretty = Pretty
payload-raw = Raw
payload-copy = Copy the body
payload-headers = { $count ->
        [one] { $count } header
       *[other] { $count } headers
    }
payload-empty = No body.
# $size: bytes
payload-show-all = Show all of it ({ $size })
# $kept, $size: bytes
payload-truncated = Only the first { $kept } of { $size } are shown.
payload-expand = Expand
payload-collapse = Collapse

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
views-deleted = The view “{ $name }” was deleted.
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

## Sending conversations

selected = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
selected-all = { $count ->
    [one] All matching: { $count } selected
   *[other] All matching: { $count } selected
}
selected-all-more = All matching: at least { $count } selected
select-all = Select all { $count } matching
select-all-more = Select all matching, at least { $count }
selected-clear = Clear selection
send-button = Send…
send-in-bulk = Send in bulk
flag-status = Waiting: status change
    .meaning = To be sent to { $to } when its status changes.
flag-ended = Waiting: end
    .meaning = To be sent to { $to } when it is resolved or ended.
flag-platform = Waiting for platform
    .meaning = The platform sends it by itself to { $to } when it releases it; Switchboard sends nothing.
flag-since = Since { $when }.
flag-remove = Remove flag
send-title = { $count ->
    [one] Send this conversation
   *[other] Send { $count } conversations
}
send-result = { $count ->
    [one] Sending the conversation
   *[other] Sending { $count } conversations
}
send-targets-loading = Looking for where they can be sent
send-where = Where to
send-to-endpoint = Your endpoint ({ $name })
send-to-own-endpoint = The endpoint of its own channel
send-to-channel = Channel { $name }
send-to-address = Another address, this once
    .meaning = It gets everything the endpoint would get and is not kept as a setting.
send-address = Address
send-address-wrong = Type an address that begins with https:// or http://.
send-when = When
send-when-now = Now
    .meaning = At once, as far as it is known here.
send-when-status = When its status changes
    .meaning = The next time it is opened, resolved, snoozed or ended.
send-when-ended = When it ends
    .meaning = Once it is resolved or ended.
send-only-now = Here nobody tells when a conversation ends or changes its status, so it can only be sent now.
send-confirm = { $count ->
    [one] Send conversation
   *[other] Send { $count } conversations
}
send-confirm-later = { $count ->
    [one] Flag for sending
   *[other] Flag { $count } for sending
}
send-sent = { $count ->
    [one] { $count } conversation is on its way.
   *[other] { $count } conversations are on their way.
}
send-flagged = { $count ->
    [one] { $count } conversation is flagged and will be sent later.
   *[other] { $count } conversations are flagged and will be sent later.
}
send-refused = { $count ->
    [one] { $count } cannot be sent there:
   *[other] { $count } cannot be sent there:
}
send-refused-more = and { $count } more

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

## Settings

settings-title = Settings
settings-sentence = They apply to all channels.
settings-loading = Reading the settings
settings-save = Save settings
settings-restart = The new listen address is used after Switchboard has been started again.
settings-unreadable = This cannot be read as a duration or number.
settings-look = Look and language
settings-addresses = Addresses
settings-retries = Trying again
settings-limits = Limits
settings-keeping = Keeping
settings-conversations = Conversations
settings-files = Files
settings-network = Network
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
    .help = Where the relay takes requests on this computer. A change takes effect at the next start.
field-retry-schedule-ms = Waits before each further try
    .help = After the first try at once. For example: 5 s, 30 s, 2 min, 1 h
field-rejected-schedule-ms = Waits when the endpoint does not accept a message
    .help = Trying often does not help then, so it is given up sooner.
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

## Sentences of the engine: Home’s one sentence (status-…) and what became of an exchange (exchange-…)


# What other languages word anew before they fill it in: $problem is the error with $code (and the other blanks), $what the event $kind,
# $reason the skip reason $skip, $next the time $nextAt (UTC milliseconds). Counts are numbers. $problem has no full stop at its end.

# What people read in place of a file that is lost. $name: its name
said-conversation = Conversation with { $name } from { $channel }. Times are UTC.
said-left-out = Earlier messages left out: { $count }.
said-customer = Customer
said-operator = Operator
said-system = System
said-file-lost = The file { $name } could not be passed on.

# What happened in a conversation besides messages. $name: an operator, 0 when nobody says who; the platform’s own words stay as they are
told-created = The conversation began
told-ended = The conversation ended
told-open = Opened
told-pending = Put on pending
told-snoozed = Snoozed
told-resolved = Resolved
told-assigned = Assigned to { $name }
told-unassigned = Assigned to nobody
# $labels: them, with commas
told-labelled = Labels: { $labels }
told-unlabelled = Without labels
told-changed = The conversation was changed
# $group: the group or team, 0 for none
told-forwarded = { $name ->
        [0] { $group ->
            [0] Passed on
           *[other] Passed to { $group }
        }
       *[other] { $group ->
            [0] Passed to { $name }
           *[other] Passed to { $name } ({ $group })
        }
    }
# $rating: as the platform gives it, 0 for none; $words: what was written with it, 0 for nothing
told-rated = { $rating ->
        [0] Rated
       *[other] Rated { $rating }
    }{ $words ->
        [0] {""}
       *[other] : { $words }
    }
told-feedback = Feedback: { $words }
# $answer: to the survey
told-surveyed = Survey answered: { $answer }
# $goal: its name, 0 when it has none
told-goal = { $goal ->
        [0] Goal reached
       *[other] Goal reached: { $goal }
    }
told-session-started = The session began
told-session-unread = The session ended with messages nobody had read
told-session-ended = The session ended
told-snapshot = The whole conversation was sent

# Notes: what a form put right by itself.
# $field: the field; $scheme: http or https
note-scheme-added = We put { $scheme }:// in front of the address.
# $base: the server; $account, $inbox: the numbers found, 0 for none
note-dashboard-taken-apart = We took the address apart: the server is { $base }{ $account ->
        [0] .
       *[other] , the account is number { $account }{ $inbox ->
            [0] .
           *[other] , the inbox is number { $inbox }.
        }
    }

# Home. $channels: all of them; $working, $troubled, $resting: of those; $received, $delivered, $failed: today; $waiting: to be sent
status-empty = No channel yet. Add the first one, or look at the demo.
status-key = Nothing is sent: { $problem }.
status-relay = No message can come in: { $problem }.
status-some-working = { $working ->
        [0] { $channels ->
            [one] Your channel is not working.
           *[other] None of your { $channels } channels is working.
        }
        [one] { $working } of { $channels } channels is working.
       *[other] { $working } of { $channels } channels are working.
    }
status-and-waiting = { $waiting ->
        [0] .
        [one] ; { $waiting } message is waiting.
       *[other] ; { $waiting } messages are waiting.
    }
# $name: the channel that fares worst
status-stopped = { status-some-working } { $name }: { $problem }{ status-and-waiting }
status-failing = { status-some-working } { $name }: the last messages did not arrive{ status-and-waiting }
status-disconnected = { status-some-working } { $name }: the platform ended the connection{ status-and-waiting }
# $problems: how many requests and tries of that channel went wrong
status-problems = { status-all-working } But { $name }: { $problems ->
        [one] { $problems } request was
       *[other] { $problems } requests were
    } refused or failed in the last 15 minutes{ status-and-waiting }
status-resting = { $channels ->
        [one] Your channel is paused or off.
       *[other] All { $channels } channels are paused or off.
    } What comes to a paused channel is kept.
status-failed-today = { status-all-working } But { $failed ->
        [one] { $failed } message of today was given up.
       *[other] { $failed } messages of today were given up.
    }
status-waiting = { $resting ->
        [0] { $channels ->
            [one] Your channel is ready and waits for its first message.
           *[other] Your { $channels } channels are ready and wait for their first messages.
        }
       *[other] { $working } of { $channels } channels { $working ->
            [one] is ready and waits for its first message.
           *[other] are ready and wait for their first messages.
        }
    }
status-all-working = { $resting ->
        [0] { $channels ->
            [one] Your channel is working.
           *[other] All { $channels } channels are working.
        }
       *[other] { $working } of { $channels } channels { $working ->
            [one] is
           *[other] are
        } working, the others are paused or off.
    }
status-all-delivered = { status-all-working } { $received ->
        [one] { $received } message today, delivered.
       *[other] { $received } messages today, all delivered.
    }
status-working = { status-all-working } { $received ->
        [0] No message today yet.
        [one] { $received } message today
       *[other] { $received } messages today
    }{ $received ->
        [0] { "" }
       *[other] { $waiting ->
            [0] .
            [one] ; { $waiting } is on its way.
           *[other] ; { $waiting } are on their way.
        }
    }

# What became of an exchange. $source: who it came from; $hasWho: 0 when nobody is known; $who: the person or chat; $host: where it goes;
# $count: how many it was for; $made, $of: tries;
# $status: HTTP status; $channel: the channel's name
exchange-something = A request
exchange-came = { $source ->
        [endpoint] { $hasWho ->
            [0] Your endpoint sent this: { $what }
           *[other] Your endpoint sent this for { $who }: { $what }
        }
        [screen] { $hasWho ->
            [0] { $what } was written here
           *[other] { $what } for { $who } was written here
        }
        [catch-up] { $hasWho ->
            [0] { $what } was missed and fetched later
           *[other] { $what } from { $who } was missed and fetched later
        }
       *[platform] { $hasWho ->
            [0] { $what } came in
           *[other] { $what } from { $who } came in
        }
    }
exchange-unclaimed = A request came to an address that no channel has. It was kept, so you can assign it to a channel.
exchange-refused = The request was refused ({ $status }): { $problem }.
exchange-refused-kept = The request was refused ({ $status }): { $problem }. It was kept, so you can accept it.
exchange-quarantined = The request was put aside: { $problem }. Nothing was done with it yet; you can accept it.
exchange-acted-on = { exchange-came } and was acted on here. Nothing had to be sent on.
exchange-skipped = { exchange-came } and was kept. It was not sent on: { $reason }.
exchange-delivered = { exchange-came }, and { $count ->
        [1] { $host } took it.
       *[other] all { $count } it was for took it.
    }
exchange-read = { exchange-came }. { $host } took it, and it was read.
exchange-accepted = { exchange-came }. { $host } has it; its own confirmation is due.
exchange-under-way = { exchange-came } and is on its way to { $host }.
exchange-retrying = { exchange-came }. { $problem }. Try { $try } of { $of } is at { $next }.
exchange-retrying-soon = { exchange-came }. { $problem }. It is tried again as soon as its turn comes.
exchange-failed = { exchange-came }. { $problem }. It was given up after { $made ->
        [one] { $made } try
       *[other] { $made } tries
    }; you can send it again.
exchange-on-hold = { exchange-came } and waits: { $problem ->
        [0] the channel is paused.
       *[other] { $problem }.
    }
exchange-waiting-for-platform = { exchange-came } and waits: the platform has not said yet where to send to.
exchange-unknown = { exchange-came }. Nobody can tell whether { $host } has it.
# $number: which try; $ms: how long it took
exchange-sent = We sent this to { $host }, and it took it within { $ms } ms{ $number ->
        [1] .
       *[other] , at try { $number }.
    }
exchange-sent-refused = We sent this to { $host }. { $problem }.
exchange-sent-retrying = We sent this to { $host }. { $problem }. The next try is at { $next }.
# A call to a platform. $call: what it was for, in words of step-…
exchange-call = { $call }: { $host } answered within { $ms } ms.
exchange-call-refused = { $call }: { $problem }.
exchange-call-retrying = { $call }: { $problem }. The next try is at { $next }.

# What agents read in Chatwoot when their message did not arrive. $code: the error
agents-failed-refused = Not delivered: the receiving system did not accept this message ({ $code }). Retry sends it again.
agents-failed-unreachable = Not delivered: the receiving system could not be reached ({ $code }). Retry sends it again.
agents-failed-trouble = Not delivered: the receiving system has trouble of its own ({ $code }). Retry sends it again.
agents-failed-other = Not delivered ({ $code }). Retry sends it again.
