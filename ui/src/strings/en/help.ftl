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
help-do = What to do
help-more = More under “{ $page }”
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
help-page-endpoint = Your endpoint
    .meaning = How your own program answers, checks signatures and sends.
help-page-links = Links
    .meaning = Join two channels: customers of one, operators of the other.
help-page-bulk = Bulk sends
    .meaning = Send many conversations at once and see what became of each.
help-page-privacy = Privacy and keeping
    .meaning = Where everything is kept, for how long, and how to delete it.
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
        1. Open [Channels](/channels) and press **Add a channel**. Choose the platform and give it a name.
        2. Enter the address of your own program as the **callback URL**. You can leave it empty for now: messages are then kept and shown, and nothing is sent.
        3. Press **Copy intake address** and paste it into the platform. The page of your platform here shows the very field.
        4. Write a message in the platform. It appears under [Traffic](/traffic) within a second.

        A platform on the Internet must be able to reach this computer. Enter the public address that leads to it under [Settings](/settings); without one, the addresses work only from this computer, and the screens say so.
help-start-look = Where to look
    .body =
        - **Home** says in one sentence whether all is well, and what to do where it is not.
        - **Traffic** shows every request in either direction, as it happens.
        - **Conversations** shows what people wrote to each other, with what became of each message.
        - **Channels** is where platforms are connected, paused and joined.
help-start-next = Try it without a platform
    .body =
        On [Home](/), **Try the demo** starts three practice platforms and a practice program, with some failures on purpose. Removing the demo removes all of it.

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
        - **Confirmation code**: the same text as the token of your channel. Both may be empty.
        - **Company public URL**: leave it as ELMA365 filled it in.
help-elma365-form-picture = The form of an arbitrary messenger. The intake address goes into Webhook, the token into Confirmation code.
help-elma365-hello = 3. Save and wait for the hello
    .body =
        When you save, ELMA365 says hello to Switchboard at once. The channel turns from **Waiting** to **Working** and knows by itself where to answer: there is no number to copy.
help-elma365-trouble = If no hello comes
    .body =
        - ELMA365 cannot reach the address: it must be public, and begin with https://.
        - The confirmation code differs from the token. Traffic shows the refused request with AUTH-03, and lets you accept the new token.
        - The messenger was saved before the address was right: open it in ELMA365 and save it again.

### Chatwoot and its family

help-chatwoot-about = What you need
    .body =
        - A Chatwoot user who is an **administrator**: agents see neither secrets nor all inboxes.
        - The intake address of the channel. A Chatwoot on the Internet needs a public one.
help-chatlake-about = What you need
    .body =
        Chatlake is built like Chatwoot and is set up in the same way. Enter the address at which you open Chatlake as the API URL.

        You need a user who is an **administrator** there, and the intake address of the channel.
help-onehash-about = What you need
    .body =
        OneHash Chat is built like Chatwoot and is set up in the same way. Its address is https://chat.onehash.ai unless you run your own.

        It signs nothing yet, so leave the webhook’s secret empty. You need a user who is an **administrator** there, and the intake address of the channel.
help-chatwoot-token = 1. Copy the access token
    .body =
        Click your picture at the lower left, open **Profile settings** and scroll to **Access Token**. Copy it into **Token** of the channel here. Switchboard answers in the name of this user.
help-chatwoot-token-picture = Profile settings; the access token stands at the end of the page.
help-chatwoot-inbox = 2. One inbox: paste the address there
    .body =
        For a new inbox open **Settings → Inboxes → Add Inbox → API**. Give it a name and paste the intake address into **Webhook URL**. Add the agents who are to answer.

        For an API inbox you have, open its settings and paste the address into **Webhook URL** there. Messages can be written only into inboxes of the kind API; others can be listened to as below.
help-chatwoot-inbox-picture = A new API inbox. The intake address goes into Webhook URL.
help-chatwoot-all = Or: all inboxes at once
    .body =
        Open **Settings → Integrations → Webhooks → Add new webhook**. Paste the intake address and tick the events. Leave the inbox empty in the channel here.
help-chatwoot-webhook-picture = A webhook of the whole account. The intake address goes into Webhook URL; tick the events below it.
help-chatwoot-secret = 3. The secret, if there is one
    .body =
        Newer versions show a secret for the inbox or the webhook. Enter it in the channel under **Advanced**: it proves that a request comes from your Chatwoot. It is neither the access token nor the HMAC token.
help-chatwoot-own = If Chatwoot runs in your own network
    .body =
        Since version 4.14 Chatwoot does not call private addresses by itself. Whoever runs it must set `SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true`; the letter for that stands under [Requests to IT](/help/requests).
help-chatwoot-trouble = If something does not work
    .body =
        - **401 although the token is right**: nginx removes headers with an underscore. Switchboard then signs in another way by itself; the lasting cure is `underscores_in_headers on`.
        - **404**: the account or inbox number is not this server’s. Paste the address of the inbox’s page into API URL; Switchboard takes it apart.
        - **422**: the inbox is not an API inbox.
        - **Messages turn red in Chatwoot**: it got no answer within 5 seconds, or a refusal. Look in Traffic for what was refused.

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
        Userlike signs nothing. To be sure that a request comes from there, set a token in the channel and enter it in the add-on as an extra header named `x-switchboard-secret`.
help-userlike-send = Conversations sent by hand
    .body =
        Operators can send a conversation with `$api`, with the Action Bar, or many at once from the list. Userlike holds these back until the conversation’s status changes; until then Switchboard says **Waiting for platform**.
help-userlike-trouble = If nothing comes
    .body =
        - The add-on must be active, and the events ticked.
        - Userlike wants exactly the answer 200; the channel must not be turned off. A paused channel takes everything and keeps it.
        - Times look shifted: set the time zone of your Userlike in the channel, under Advanced.

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
        1. Open [Channels → Links](/channels/links) and press **Join two channels**.
        2. Choose whose customers and whose operators. What cannot be joined is greyed, with the reason.
        3. Save. It works from the next message on.
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
help-privacy-long = How long
    .body =
        The traffic log goes back 30 days; messages are kept for ever. Both can be changed under [Settings](/settings). What still waits to be sent is never removed for its age.
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
        The name in the second column is what your endpoint gets as `type`. Each platform’s own names are shown in the channel, where you choose events.
help-errors-what = Codes
    .body =
        A code never changes its meaning. Give it to whoever helps you: it says more than the sentence.
help-keyboard-what = Keys
    .body =
        Keys go by their place on the keyboard, so they stay the same under a Russian or German layout. Those without Ctrl act only while a list has the focus. All of them can be changed or switched off under [Settings](/settings?section=shortcuts).

        In lists: ↑ ↓ and Page keys move, Home and End jump, Enter opens, Esc closes, Shift and Ctrl select several.

### Words

word-platform = Platform
    .meaning = A kind of live-chat system: ELMA365, Chatwoot with Chatlake and OneHash Chat, Userlike.
word-channel = Channel
    .meaning = One connection to one platform, with its token, its addresses and its events.
word-endpoint = Endpoint
    .meaning = Your own program, at the callback URL of a channel. It gets the messages.
word-relay = Relay
    .meaning = The part of Switchboard that takes requests and passes them on. It runs on this computer.
word-intake = Intake address
    .meaning = The address you paste into the platform. It has a part that nobody can guess, so keep it to yourself.
word-outbox = Outbox
    .meaning = The address at which your program hands in messages for a platform.
word-token = Token
    .meaning = A secret text with which one side shows the other that it may come in.
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
word-contact = Contact
    .meaning = The customer, as the platform knows them.
word-operator = Operator
    .meaning = Who answers customers on a platform.
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
sheet-address = Intake address
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
