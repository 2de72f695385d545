## Help

help-title = Help
help-sentence = Everything is here on this computer; nothing is looked up on the Internet.
help-search = Search or enter a code
help-contents = Contents
help-none = Nothing found for “{ $query }”
    .hint = Try one word less, or the beginning of a word.
help-results = { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
help-group-begin = Begin
help-group-platforms = Set up a platform
help-group-use = Use it
help-group-lookup = Look up
help-link = Help: { $page }
help-sheet = Print a set-up sheet
help-sample-platform = The platform
help-sample-host = The server
help-sample-field = A field
help-sample-channel = Sales
help-theirs = On the platforms
help-code-copy = Copy the sample
help-filter-errors = Search codes and sentences
help-filter-none = No code and no sentence has these words.

help-page-start = Getting started
    .meaning = What Switchboard does and the first message, in two minutes.
help-page-elma365 = ELMA365
    .meaning = Connect an arbitrary messenger of ELMA365.
help-page-chatwoot = Chatwoot
    .meaning = Connect an API inbox, or all inboxes by a webhook.
help-page-chatlake = Chatlake
    .meaning = Connect Chatlake, which speaks as Chatwoot does.
help-page-onehash = OneHash Chat
    .meaning = Connect OneHash Chat, which speaks as Chatwoot does.
help-page-userlike = Userlike
    .meaning = Connect the API add-on of Userlike.
help-page-reading = Reading what happened
    .meaning = Problems, the log, one message’s journey, the map, and practice.
help-page-endpoint = Your endpoint
    .meaning = How your own program answers, checks signatures and sends.
help-page-links = Links
    .meaning = Join two channels: customers of one, operators of the other.
help-page-bulk = Bulk sends
    .meaning = Send many conversations at once and see what became of each.
help-page-privacy = Privacy and keeping
    .meaning = Where everything is kept, how much and how long, and how to delete it.
help-page-requests = Requests to IT
    .meaning = Ready-made letters to those who run the network or a server.
help-page-glossary = Words
    .meaning = Our words, and what each platform calls the same thing.
help-page-states = States
    .meaning = What each state of a message and of a channel means.
help-page-events = Events
    .meaning = Everything that can happen in a chat, and its name for programs.
help-page-errors = Errors
    .meaning = Every code with what it means and what to do.
help-page-keyboard = Keyboard
    .meaning = Every key, and where to change it.

### Getting started

help-start-what = What Switchboard does
    .body =
        Your chat platform sends messages and events to Switchboard. Switchboard keeps each one on your disk, answers the platform at once, and passes it on to the address of your own program, again and again until it has arrived.

        You see every message as it flows and what became of it. What did not arrive can be sent again with a click. There is no account, and nothing leaves this computer except what you send.
help-start-picture = The path of a message: from the platform to Switchboard, from there to your program, and back.
help-start-steps = The first message in four steps
    .body =
        1. Open [Channels](/channels) and press **{ channels-add }**. Choose the platform.
        2. Connect to it. You are asked only for what that platform needs; accounts and inboxes of Chatwoot are looked up, and you pick from a list.
        3. Enter the **{ setup-endpoint-address }**, or choose **{ setup-endpoint-none }**: messages are then kept and shown, and nothing is sent.
        4. Paste the address that is shown into the platform and wait. The screen says what it could check, and when the first message is here.

        What you enter is kept: you can leave and go on later. A platform on the Internet must be able to reach this computer. The last step says whether it can; the public address that leads here stands under [Settings](/settings?section=addresses). Without one the addresses work only from this computer.
help-start-look = Where to look
    .body =
        - **{ nav-home }** says in one sentence whether all is well, and what to do where it is not.
        - **{ nav-problems }** names the cause of what fails, with a button that mends it.
        - **{ nav-traffic }** shows every request in either direction, as it happens.
        - **{ nav-conversations }** shows what people wrote to each other, with what became of each message.
        - **{ nav-channels }** is where platforms are connected, paused and joined.

        More of it stands under [{ help-page-reading }](/help/reading).
help-start-next = Try it without a platform
    .body =
        As long as there is no channel, **{ welcome-demo }** on [Home](/) starts three practice platforms and a practice program, with some failures on purpose. Removing the demo removes all of it.

        Press { $palette } to go anywhere or do anything by typing its name.

### ELMA365

help-elma365-about = What you need
    .body =
        - An ELMA365 account that may open **Administration**.
        - The intake address of the channel. ELMA365 fetches files from this computer and calls it, so a public address must be set under [Settings](/settings).

        ELMA365 plays the operators’ side here: customers’ messages come from your program, and operators answer in ELMA365.
help-elma365-open = 1. Open the list of messengers
    .body =
        In ELMA365 open **Administration → Live Chats → Messengers** and press **Connect**. Choose the arbitrary messenger.
help-elma365-list-picture = Administration, Live Chats, Messengers; the button Connect.
help-elma365-form = 2. Fill in the form
    .body =
        - **Channel name**: any name; operators see it.
        - **Webhook** (in some versions **Messenger’s API URL**): paste the intake address of your channel.
        - **Confirmation code**: the same text as **{ token-elma365 }** of your channel. Both may be empty.
        - **Company public URL**: leave it as ELMA365 filled it in.
help-elma365-form-picture = The form of an arbitrary messenger. The intake address goes into Webhook, the token into Confirmation code.
help-elma365-hello = 3. Save and wait for the hello
    .body =
        When you save, ELMA365 says hello to Switchboard at once. The channel turns from **Waiting** to **Working** and knows by itself where to answer: there is no number to copy.
help-elma365-trouble = If no hello comes
    .body =
        - ELMA365 cannot reach the address: it must be public, and begin with https://.
        - The confirmation code differs from the token. [Problems](/problems) then has AUTH-03, and **{ remedy-accept-token }** there takes the new one. In Traffic only the single refused request can be accepted.
        - The messenger was saved before the address was right: open it in ELMA365 and save it again.

### Chatwoot and its family

help-chatwoot-about = What you need
    .body =
        - A Chatwoot user who is an **administrator**: agents see neither secrets nor all inboxes.
        - The intake address of the channel. A Chatwoot on the Internet needs a public one.
help-chatlake-about = What you need
    .body =
        Chatlake is built like Chatwoot and is set up in the same way. Enter the address at which you open Chatlake when you are asked for it.

        You need a user who is an **administrator** there, and the intake address of the channel.
help-onehash-about = What you need
    .body =
        OneHash Chat is built like Chatwoot and is set up in the same way. Its address is https://chat.onehash.ai unless you run your own.

        It signs nothing yet, so there is no webhook secret to enter. You need a user who is an **administrator** there, and the intake address of the channel.
help-chatwoot-token = 1. Copy the access token
    .body =
        In { $platform } click your picture at the lower left, open **Profile settings** and scroll to **Access Token**. Copy it into **{ token-chatwoot }**, in the set-up or in the channel. Switchboard answers in the name of this user.
help-chatwoot-token-picture = Profile settings; the access token stands at the end of the page.
help-chatwoot-wizard = 2. Let the set-up do the rest
    .body =
        Open [Channels](/channels), press **{ channels-add }**, and enter the address of your { $platform } and the token. **{ setup-look }** then looks up everything, and no number has to be copied.

        - **{ setup-inbox-new }** makes one of the kind API that sends here from the start.
        - For an API inbox you have, the last step says where it sends. **{ setup-webhook-set }** makes it send here, and one click puts the old address back.

        Both need an administrator’s token. The rest of this page is for doing it by hand.
help-chatwoot-inbox = By hand: one inbox
    .body =
        For a new inbox open **Settings → Inboxes → Add Inbox → API**. Give it a name and paste the intake address into **Webhook URL**. Add the agents who are to answer.

        For an API inbox you have, open its settings and paste the address into **Webhook URL** there. Messages can be written only into inboxes of the kind API; from others you can receive, as below.
help-chatwoot-inbox-picture = A new API inbox. The intake address goes into Webhook URL.
help-chatwoot-all = By hand: all inboxes at once
    .body =
        Open **Settings → Integrations → Webhooks → Add new webhook**. Paste the intake address and tick the events. Leave **{ field-inbox-id }** empty in the channel here.
help-chatwoot-webhook-picture = A webhook of the whole account. The intake address goes into Webhook URL; tick the events below it.
help-chatwoot-secret = By hand: the secret, if there is one
    .body =
        Newer versions show a secret for the inbox or the webhook. The set-up reads the inbox’s secret with an administrator’s token; otherwise enter it in the channel under **{ advanced-title }**, at **{ field-webhook-secrets }**. It proves that a request comes from your { $platform }. It is neither the access token nor the HMAC token.
help-chatwoot-own = If it runs in your own network
    .body =
        From version 4.14 on Chatwoot, and what is built on it, does not call private addresses by itself. Whoever runs your { $platform } must set `SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true`, which 4.14.1 and later understand; the letter for that stands under [Requests to IT](/help/requests?ask=private-network).
help-chatwoot-trouble = If something does not work
    .body =
        - **401 although the token is right**: nginx removes headers with an underscore. Switchboard then signs in another way by itself; the lasting cure is `underscores_in_headers on`.
        - **404**: the account or inbox number is not this server’s. Paste the address of the inbox’s page into **{ field-api-url }**; Switchboard takes it apart.
        - **422**: the inbox is not of the kind API.
        - **Messages turn red in { $platform }**: it got no answer within 5 seconds, or a refusal. [Problems](/problems) names the cause; Traffic shows what was refused.

### Userlike

help-userlike-about = What you need
    .body =
        - A Userlike user who may open **Add-ons**.
        - The intake address of the channel, reachable from the Internet.

        Userlike only sends: nothing can be written back to it, here or by your program.
help-userlike-form = 1. Fill in the API add-on
    .body =
        In Userlike open **Add-ons** and choose **API**. Paste the intake address as the **Callback URL** and tick the events you want to be told of. Switchboard understands all 16.
help-userlike-form-picture = The API add-on. The intake address goes into Callback URL; tick the events below it.
help-userlike-secret = 2. A secret of your own
    .body =
        Userlike signs nothing. To be sure that a request comes from there, set **{ token-userlike }** in the channel, and enter it in the add-on as an extra header. It is named `x-switchboard-secret`, unless you gave it another name in the channel. The set-up makes one for you.
help-userlike-send = Conversations sent by hand
    .body =
        Operators can send a conversation with `$api`, with the Action Bar, or many at once from the list. Userlike holds these back until the conversation’s status changes.

        Only of a `$api` are we told beforehand: the conversation then says **{ state-waiting-for-platform }**. What is sent with the Action Bar or from the list is seen when it comes, perhaps many at once.
help-userlike-trouble = If nothing comes
    .body =
        - The add-on must be active, and the events ticked.
        - Userlike wants exactly the answer 200; the channel must not be turned off. A paused channel takes everything and keeps it.
        - Times look shifted: set the time zone of your Userlike in the channel, under Advanced.

### Reading what happened

help-reading-problems = Begin with Problems
    .body =
        Under [Problems](/problems) each cause stands once, however many messages it struck: what is wrong, how many messages wait or were not delivered, and a button that mends it. It closes by itself when it works again.

        Beside it, **{ problems-tab-activity }** tells what went wrong, what was solved and what you did in the last 30 days.
help-reading-log = The log
    .body =
        Under [Traffic](/traffic) stands every request in either direction, the newest first. The result of a row is the worst of what it caused, so nothing that failed hides behind something that went well.

        Choose a row to read it. **{ exchange-tab-summary }** says it in a sentence, **{ exchange-tab-message }** shows what was written, **{ exchange-tab-technical }** shows headers and bodies, and **{ exchange-tab-attempts }** each try with its answer. What was not delivered is sent again there.
help-reading-journey = The journey of one message
    .body =
        Choose a row of the log: **{ exchange-tab-journey }** follows one message from its coming to its arrival: what came in and how it was answered, each try and what it was answered, how long it waited, and what the platform was told. Look there first when somebody asks where a message has gone.
help-reading-map = The map
    .body =
        The [map](/traffic/map) shows your channels, Switchboard and your endpoints, and what moves between them. Choose a box or a line for numbers and for what is wrong there. **{ flow-replay }** shows a past span once more, and **{ flow-view-table }** the same in words and numbers.
help-reading-practice = Practise before it matters
    .body =
        The menu of a channel has **{ practice-open }**, for trying things out. A practice endpoint takes the place of your program and answers as you choose, also badly; samples are sent to the channel as its platform would send them. All of it is marked as practice in the log.

### Your endpoint

help-endpoint-answer = Answer with 200
    .body =
        Your program takes a POST with JSON and answers any status from 200 to 299 within 30 seconds. Do the work afterwards: the answer’s text is kept for you to look at and never read as a message.

        The same message may come twice, after a crash for example. The header `webhook-id` is then the same; keep the ids of the last day and pass over what you have.
help-endpoint-signature = Check the signature
    .body =
        Each request carries `webhook-id`, `webhook-timestamp` and `webhook-signature`, as the Standard Webhooks specification says. The signing secret stands in the channel under **Advanced**. Compare over the raw bytes of the body, before it is parsed, and refuse what is older than five minutes.
help-endpoint-outbox = Send messages from your program
    .body =
        Each channel has an outbox: an address and a token, under **Send messages from your own program** in the channel. The answer 202 means that the message is on the disk; the same `messageId` twice is one message.
help-endpoint-retries = When your program is down
    .body =
        Nothing is lost. Messages wait and are tried again for about a day: after 5 seconds, 30 seconds, 2, 10 and 30 minutes, 1, 3, 6 and 12 hours. Messages of one chat keep their order for ten minutes. After ten failures in a row Switchboard only knocks now and then until your program answers.

### Links

help-links-what = What a link does
    .body =
        A link joins two channels: customers who write to the one are answered by the operators of the other. What customers write is carried over, and the answers come back.
help-links-make = Make one
    .body =
        1. Open [Channels → Links](/channels/links) and press **{ links-add }**.
        2. Choose whose customers and whose operators. What cannot be joined is greyed, with the reason.
        3. Press **{ link-create-button }**. It works from the next message on.
help-links-crosses = What crosses
    .body =
        - Texts, files, names and pictures, read marks, and failures.
        - Automatic messages, surveys and the answers of agents on the customers’ side, if you tick them.
        - Private notes never cross.
help-links-not = What is not possible
    .body =
        - ELMA365 can only be the operators’ side, Userlike only the customers’, as a copy without answers.
        - Links that would carry messages in a circle are refused.

### Bulk sends

help-bulk-what = What it is for
    .body =
        A bulk send passes many conversations on to your endpoint, to another address or to another channel, each one whole: contact, messages, events, files.
help-bulk-steps = How it goes
    .body =
        1. Choose conversations by filter, by selection, by pasted ids or from a CSV file.
        2. Look at the check: how many are ready, which are left out and why, three samples, and whether the target answers.
        3. Choose the speed and press **Send**. You can pause, go on, cancel the rest, or close the window meanwhile.
        4. Read the result: delivered, skipped, failed, unknown and left always add up.
help-bulk-speed = How fast to send
    .body =
        The speed is how many conversations a second go to the target. Begin slowly: five a second is 18,000 an hour, and a target that cannot keep up answers with errors.

        Choose **As fast as the target allows** for a program of your own that you know well: the next one goes as soon as there is room.
help-bulk-trouble = When something fails
    .body =
        After ten failures in a row the bulk send pauses by itself. **Retry failed** sends only those again; the export of failures has the columns of the import, with reason and code.
help-bulk-crash = After a crash
    .body =
        It waits for you. Nothing is sent twice: what was under way at that moment is **Unknown**, and you decide whether to send it again.

### Privacy and keeping

help-privacy-where = Where everything is
    .body =
        In one folder on this computer; [Settings](/settings) shows and copies its path. No account, no cloud, nothing is reported to anybody.
help-privacy-secrets = Secrets
    .body =
        Tokens, secrets, headers, bodies and files are encrypted. The key lies in the password store of your system; where there is none, in a file that only you can read, and Home says so. Screens, copied commands, exports and logs show secrets masked.
help-privacy-long = How long, and how much
    .body =
        The traffic log goes back 30 days; messages are kept for ever. Both ages, and the most room that log, messages and files may take, are set under [Settings](/settings?section=keeping). Beyond that room the oldest part of the log goes. What still waits to be sent is never removed.

        How much of each message stays once it has been passed on is chosen there as well, for all channels and for single ones: **{ privacy-full }**, **{ privacy-withoutText }** or **{ privacy-metadataOnly }**. It counts for what arrives from then on.

        There **{ history-delete }** also removes what is here already: log, messages or files, all or those older than some days. It says how much that is before it does so.
help-privacy-backup = Backups
    .body =
        A backup is one file with channels, settings, the log and conversations. With a password it opens on any computer, and without that password nobody can open it; made without one, it opens only on this computer. Keep it on another disk. [Settings](/settings?section=backup) makes one now or every day, and restores one.
help-privacy-person = Delete what is known of a person
    .body =
        Open a conversation with them, choose **Contact**, and delete the contact. Messages, bodies, files and search results of that person go with it; the screen says what backups may still hold.

### Requests

help-requests-what = Letters to those who can
    .body =
        Some things only a network administrator or the owner of a server can do. Choose a letter, put right what is in the fields, and copy it.
help-request-choose = What is needed?
help-request-subject = Subject
help-request-letter = Letter
help-request-copy = Copy the letter
help-request-mail = Open in the mail program
help-request-calls = When you see { $codes }
help-blank-host = The server it is about
help-blank-platform = The platform
help-blank-intake = The intake address
help-blank-public = The public address
help-blank-relay = Where the relay listens
help-blank-computer = Name or address of this computer

### Look up

help-glossary-what = One word for one thing
    .body =
        Switchboard uses the same word everywhere. Where a platform has another one, it stands beside it.
help-states-messages = States of messages and requests
    .body =
        A request shows the worst of what it caused, so nothing that failed hides behind something that went well.
help-states-skipped = Reasons for not sending
    .body =
        Skipped means: on purpose, and here is why.
help-states-channels = States of channels
    .body =
        A channel is never green while something of it fails.
help-events-what = Names for people and for programs
    .body =
        The name that stands below each in small letters is what your endpoint gets as `type`. Each platform’s own names are shown in the channel, where you choose events.
help-errors-what = Codes
    .body =
        A code never changes its meaning. Give it to whoever helps you: it says more than the sentence.
help-keyboard-what = Keys
    .body =
        Keys go by their place on the keyboard, so they stay the same under a Russian or German layout. F1 and keys with Ctrl act everywhere; the others only while a list has the focus. All of them can be changed or switched off under [Settings](/settings?section=shortcuts).

        In lists: ↑ ↓ and Page keys move, Home and End jump, Enter opens, Esc closes, Shift and Ctrl select several.

### Words

word-platform = Platform
    .meaning = A kind of live-chat system: ELMA365, Chatwoot with Chatlake and OneHash Chat, Userlike.
word-channel = Channel
    .meaning = One connection to one platform, with its token, its addresses and its events.
    .elma365 = channel
    .chatwoot = Inbox (API channel)
    .userlike = API add-on
word-endpoint = Endpoint
    .meaning = Your own program, at the callback URL of a channel. It gets the messages.
word-relay = Relay
    .meaning = The part of Switchboard that takes requests and passes them on. It runs on this computer.
word-intake = Intake address
    .meaning = The address you paste into the platform. It has a part that nobody can guess, so keep it to yourself.
    .elma365 = Webhook (in some versions Messenger’s API URL)
    .chatwoot = Webhook URL
    .userlike = Callback URL
word-outbox = Outbox
    .meaning = The address at which your program hands in messages for a platform.
word-token = Token
    .meaning = A secret text with which one side shows the other that it may come in.
    .elma365 = Confirmation code
    .chatwoot = Access Token
    .userlike = value of an extra header
word-public-address = Public address
    .meaning = The address at which this computer can be reached from the Internet.
word-exchange = Exchange
    .meaning = One request and its answer, in either direction: a row of the traffic log.
word-event = Event
    .meaning = Something that happened in a chat: a message, a reading, an end.
word-delivery = Delivery
    .meaning = One event owed to one destination. It may take several tries.
word-link = Link
    .meaning = Two channels joined: customers of one talk with operators of the other.
word-conversation = Conversation
    .meaning = What one customer and the operators write to each other.
    .elma365 = session
    .chatwoot = Conversation
    .userlike = Conversation
word-contact = Contact
    .meaning = The customer, as the platform knows them.
    .elma365 = user
    .chatwoot = Contact
    .userlike = Contact
word-operator = Operator
    .meaning = Who answers customers on a platform.
    .elma365 = operator
    .chatwoot = Agent
    .userlike = Operator
word-bulk-send = Bulk send
    .meaning = A job that sends many conversations to one destination.
word-problem = Problem
    .meaning = Failures with the same cause, told once, with what helps.
word-webhook = Webhook
    .meaning = The platform calls an address by itself whenever something happens. Here that is the intake address.
word-signature = Signature
    .meaning = Proof that a request comes from whom it says, and was not changed on the way.

### Pictures

picture-platform = Chat platform
picture-customers = Customers and operators
picture-relay = Switchboard
picture-relay-keeps = Keeps and passes on
picture-endpoint = Your program
picture-endpoint-does = Takes and answers
picture-messages = Messages
picture-answers = Answers
picture-here = Paste here
picture-choose = Choose these
picture-copy-from = Copy from here
picture-open = Press this
picture-elma-admin = Administration
picture-elma-chats = Live Chats
picture-elma-messengers = Messengers
picture-elma-connect = Connect
picture-elma-custom = Arbitrary messenger
picture-elma-name = Channel name
picture-elma-webhook = Webhook
picture-elma-code = Confirmation code
picture-elma-public = Company public URL
picture-elma-sample = Website chat
picture-save = Save
picture-woot-settings = Settings
picture-woot-inboxes = Inboxes
picture-woot-integrations = Integrations
picture-woot-profile = Profile settings
picture-woot-name = Channel Name
picture-woot-url = Webhook URL
picture-woot-create = Create API Channel
picture-woot-add = Create webhook
picture-woot-events = Events
picture-woot-message-created = Message created
picture-woot-message-updated = Message updated
picture-woot-status = Conversation Status Changed
picture-woot-token = Access Token
picture-woot-email = Your email address
picture-woot-copy = Copy
picture-user-addons = Add-ons
picture-user-callback = Callback URL
picture-user-header = Extra header
picture-user-events = Events
picture-user-message = Message received
picture-user-end = Chat session end
picture-user-rating = Rating

### The set-up sheet

sheet-title = Set up { $platform } for Switchboard
sheet-intro = For the colleague who has the rights in { $platform }. It takes about five minutes.
sheet-choose = Channel
sheet-none = There is no channel yet, so there is nothing to set up.
sheet-print = Print
sheet-secrets = Print the token as well
    .meaning = Whoever holds the sheet can then write in your name. Hand it over in person.
sheet-paste = What goes where
sheet-field = Field in { $platform }
sheet-value = Enter this
sheet-token = Token
sheet-token-by-hand = You get it from whoever gave you this sheet.
sheet-token-empty = Leave it empty.
sheet-steps = Steps
sheet-events = Events to choose
sheet-events-all = All of them. Switchboard passes on only what is wanted.
sheet-events-elma = ELMA365 asks for no choice: it sends all of its kinds.
sheet-check = Done?
sheet-check-text = Write one message in { $platform }. Whoever gave you this sheet sees it arrive.
sheet-local = This address works only on the computer that Switchboard runs on, because no public address is set. Set one before you hand over the sheet.
sheet-qr = The intake address as a QR code
sheet-made = Printed on { $date } for the channel “{ $name }”
sheet-header = Header { $name }
sheet-address-elma365 = Webhook (in some versions Messenger’s API URL)
sheet-steps-elma365-1 = Open Administration → Live Chats → Messengers, press Connect, and choose the arbitrary messenger.
sheet-steps-elma365-2 = Paste the address above into “Webhook” (in some versions “Messenger’s API URL”).
sheet-steps-elma365-3 = Fill in “Confirmation code” as it stands above.
sheet-steps-elma365-4 = Save. ELMA365 says hello to Switchboard at once.
# $inbox: number of the inbox; $page: address of its page
sheet-steps-chatwoot-known = Open the settings of inbox { $inbox }: { $page }
sheet-steps-chatwoot-paste = Paste the address above into “Webhook URL” and save.
sheet-steps-chatwoot-ways = In one of these ways:
sheet-steps-chatwoot-new = For a new inbox: open Settings → Inboxes → Add Inbox → API, paste the address into “Webhook URL”, and add the agents who are to answer.
sheet-steps-chatwoot-one = For an API inbox there is: open its settings and paste the address into “Webhook URL” there.
sheet-steps-chatwoot-all = For all inboxes instead: open Settings → Integrations → Webhooks, add one with this address, and tick its events.
sheet-steps-userlike-1 = Open Add-ons and choose API.
sheet-steps-userlike-2 = Paste the address above as the callback URL, and tick the events below.
# $name: name of the header
sheet-steps-userlike-3 = Add an extra header named { $name }, with the value above.
sheet-steps-userlike-4 = Switch the add-on on and save.
sheet-events-inbox = An API inbox asks for no choice: it sends all of its kinds.
sheet-back = Give back
sheet-back-text = Write down what applies and hand it over in person, or enter it in Switchboard together. A token is a password: do not send it by mail.
sheet-back-nothing = Nothing. Just say that it is done.
sheet-back-code = Confirmation code, if you entered another one
sheet-back-token = Access token of an administrator (Profile settings → Access Token)
sheet-back-account = Number of the account and of the inbox (both stand in the address of the inbox’s page)
sheet-back-secret = Secret of the webhook, if one is shown
sheet-back-header = Name and value of the extra header, if you set one
