## Checks of a channel's way

check-clock = The clocks agree
check-token = Your token is accepted
check-rights = Its owner may work there
check-inbox = The inbox is the right kind
check-webhook = The inbox sends to this channel
check-hello = It has said hello
check-listening = Switchboard listens
check-local = This computer lets requests in
check-public = The public address leads here
check-message = A test message
check-sent = A test message was written
check-back = It came back to this channel
check-cleaned = What the test made is gone
checkup-part-platform = The platform
checkup-part-intake = Switchboard
checkup-part-endpoint = Your endpoint
checkup-part-message = A message there and back
checkup-state-well = in order
checkup-state-warning = in order, with a note
checkup-state-failed = not working
checkup-state-skipped = not checked
checkup-state-running = being checked
# $at: the date
checkup-certificate-good = Good until { $at }.
# $days: days left; $at: the date
checkup-certificate-ends = { $days ->
        [0] It ends today. Ask whoever runs the server to renew it.
        [one] It ends in { $days } day, on { $at }. Ask whoever runs the server to renew it.
       *[other] It ends in { $days } days, on { $at }. Ask whoever runs the server to renew it.
    }
# $minutes: how far the clocks are apart
checkup-clock-off = { $minutes ->
        [one] This computer’s clock and theirs are { $minutes } minute apart. From 5 minutes on, signatures are refused.
       *[other] This computer’s clock and theirs are { $minutes } minutes apart. From 5 minutes on, signatures are refused.
    }
checkup-no-endpoint = There is no endpoint yet. Messages are kept until you enter one.
# $platform: the platform's name
checkup-no-address = The address of your { $platform } is missing.
checkup-no-token = Without a token of { $platform } nothing can be sent there. Receiving works.
checkup-no-account = No account is chosen, so nothing can be sent to { $platform }.
checkup-every-inbox = The channel takes the events of every inbox.
# $who: the owner of the token
checkup-signed-in = Signed in as { $who }.
checkup-signed-in-dashed = Signed in as { $who }. The server removes one form of our sign-in, so we use the other.
# $name: the account
checkup-administrator = Administrator of { $name }.
checkup-agent = Agent of { $name }: may write, but not change inboxes.
# $name: the inbox
checkup-api-inbox = { $name }
checkup-other-inbox = “{ $name }” is not of the kind API: its messages can be received through the account’s webhook and agents’ side answered, but no customer’s message can be written into it.
checkup-hello-awaited = Nothing has come from { $platform } yet.
checkup-disconnected = { $platform } has ended the connection. Connect it again there.
# $address: host and port
checkup-listens = { $address }
checkup-local-only = No public address is set: only programs on this computer can send to it.
# $host: the public address
checkup-public-inside = { $host } exists only inside your network: platforms on the Internet cannot reach it.
checkup-public-silent = { $host } does not answer from here. Some routers do not lead their own side back in; only a real message can tell.
checkup-message-first = First put right what is not working.
checkup-message-no-inbox = It needs a token, an account and an inbox of the kind API.
checkup-message-elma365 = { $platform } answers only when an operator does, so nothing can be tested without one. Write as a customer instead.
checkup-message-userlike = { $platform } only sends; nothing can be written to it.
checkup-message-resolved = Only an administrator may delete contacts, so the conversation was resolved instead.
checkup-stopped = Stopped.
checkup-test-name = Switchboard test
checkup-test-text = This is a test of the connection. It removes itself; there is nothing to do.

## The wizard

setup-title = Set up a channel
# $name: the channel
setup-title-of = Set up { $name }
setup-sentence = Four small steps. What you enter is kept: you can leave and go on later.
setup-loading = Reading
# $number: the step; $count: how many there are
setup-step = Step { $number } of { $count }
setup-way-platform = Your platform
setup-way-endpoint = Your program
setup-next = Continue
setup-back = Back
setup-local = Everything stays on this computer. There is no account.
setup-platform-title = Which platform do your customers or operators use?
setup-platform-elma365 = Operators answer in ELMA365. It says hello to us, and the rest is filled in.
setup-platform-chatwoot = We need the address of your server and a token; you pick from a list.
setup-platform-userlike = Userlike tells us of every chat. Nothing can be written back to it.
setup-platform-fixed = The channel is there already, so its platform stays as it is.
# $platform: the platform's name
setup-connect-title = Connect to { $platform }
setup-connect-elma365 = There is nothing to look up. Choose a confirmation string, or take ours: { $platform } will show it with every request.
setup-connect-chatwoot = Enter the address of your { $platform } and your access token. We look up accounts and inboxes for you.
setup-connect-userlike = { $platform } can show a secret header with every request, so that we know it is really { $platform }. Take ours; you will paste it there in a minute.
setup-address-of = Address of your { $platform }
setup-address-help = Any page of your dashboard will do: copy its address from the browser.
setup-use-copied = Use the copied address
setup-copied-refused = No address could be taken from the clipboard. Paste it into the field by hand.
setup-token-kept = It is saved. Type another one to replace it.
setup-token-elma365 = We made one for you. You can type your own, or leave it empty.
setup-token-userlike = We made one for you. You can type your own, or leave it empty.
setup-secret-header-help = The name of the header you will add in the API add-on of Userlike.
setup-copy-later = You will be shown it again in step 4.
setup-look = Show accounts and inboxes
# $who: the owner of the token; $url: the server
setup-looked = Signed in at { $url } as { $who }.
setup-account = Which account?
setup-role-administrator = You are an administrator
setup-role-agent = You are an agent
# $name: the account
setup-inbox = Which inbox of { $name }?
# $name: a channel
setup-inbox-used = the channel “{ $name }” uses it already
# $url: an address
setup-inbox-elsewhere = now sends to { $url }
setup-inbox-new = Create a new inbox
    .meaning = Of the kind API, with everything set for this channel.
    .agent = Only an administrator can: ask one for a token, or for an inbox.
setup-inbox-name = Name of the new inbox
setup-no-account = This token belongs to nobody’s account. Ask an administrator to add its owner to one.
setup-without-token = Only receive, without a token
setup-hint-token = Enter the access token first.
setup-hint-look = We are looking up your accounts and inboxes; choose one of them.
setup-hint-account = Choose an account.
setup-hint-inbox = Choose an inbox, or create a new one.
setup-endpoint-title = Where should messages go?
setup-endpoint-sentence = An endpoint is the address of your own program, which gets every message and can answer.
setup-endpoint-own = To my own program
    .meaning = It has an address that takes messages.
setup-endpoint-practice = To the practice endpoint
    .meaning = It answers in the place of a program and shows what arrives. You can enter an address at any time.
setup-endpoint-none = I have none yet
    .meaning = Messages are kept and shown here. You can enter an address at any time.
setup-endpoint-address = Address of your program
setup-endpoint-try = Try this address
setup-endpoint-anyway = You can continue all the same: messages are kept and tried again until they arrive.
# $scheme: https:// or http://
setup-scheme-added = We put { $scheme } in front of the address.
setup-hint-endpoint = Enter the address, or choose “I have none yet”.
setup-join = Also join it with another channel
    .meaning = The customers of one then talk to the operators of the other. Optional.
setup-join-none = No other channel
setup-paste = What to paste
setup-header-name = Name of the header:
# $count: how many events
setup-userlike-events = { $count ->
        [one] The { $count } event you can tick there
       *[other] The { $count } events you can tick there
    }
setup-public-inside = This address exists only inside your network. { $platform } on the Internet cannot reach it.
setup-public-near = Your { $platform } seems to be in the same network, so it may work; newer servers need SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true for it.
setup-public-ask = Write to whoever runs it
setup-public-save = Use this public address
# $name: the inbox
setup-webhook-ours = The inbox “{ $name }” sends to this channel.
setup-webhook-none = The inbox “{ $name }” sends nowhere yet.
# $name: the inbox; $url: where it sends to
setup-webhook-other = The inbox “{ $name }” sends to { $url }.
setup-webhook-set = Set it for me
setup-webhook-was-none = Before, it sent nowhere.
# $url: where it sent to
setup-webhook-was = Before, it sent to { $url }.
setup-webhook-undo = Put the old one back
# $platform: the platform's name
setup-webhook-or = Or paste the address by hand in { $platform }, into the settings of the inbox.
setup-waiting-title = Waiting for the first message
setup-checks = What we could check by ourselves
setup-check-again = Check again
setup-waiting-hello = Waiting for { $platform } to say hello: save the channel there.
setup-waiting-message = Waiting for the first message from { $platform }: write one there.
# $when: the time
setup-hello = { $platform } said hello at { $when } and told us the rest.
setup-refused = A request came at { $when } and was refused.
setup-refused-show = Show it
# $name: the channel
setup-first = Something has come: { $name } works
setup-first-message = The first message is here: { $name } works
setup-first-show = Show it in Traffic
setup-practice-see = See what it gets
setup-autostart = Should Switchboard start with this computer?
    .meaning = While it is not running, it cannot hear your platforms. It asks this only once; the settings have it too.
setup-autostart-not = Not now
setup-autostart-on = From now on Switchboard starts when you sign in.
setup-autostart-change = Change it in the settings
setup-nothing = Nothing comes? Three usual causes
setup-late = Nothing after two minutes? Three usual causes
setup-cause-elma365-1 = The channel was not saved in { $platform }: it says hello when it is saved. Open it there and save it once more.
setup-cause-elma365-2 = Another confirmation string: copy it from above and paste it into “Confirmation code”.
setup-cause-elma365-3 = { $platform } cannot reach this computer: the address above must be a public one.
setup-cause-chatwoot-1 = Another address stands in “Webhook URL” of the inbox. Press “Set it for me”, or paste the address above.
setup-cause-chatwoot-2 = { $platform } cannot reach this computer: the address above must be a public one, and newer servers refuse private ones.
setup-cause-chatwoot-3 = Nobody has written in this inbox yet. Answer a conversation there, or write as a customer from here.
setup-cause-userlike-1 = The API add-on is not switched on, or no events are ticked in it.
setup-cause-userlike-2 = { $platform } sends a conversation when its status changes. End a chat, or use “$api” in one.
setup-cause-userlike-3 = The secret header is missing there or has another value: copy both from above.
setup-finish = Finish
setup-later = Finish later
setup-later-hint = Nothing has come yet. The address works from now on, also when you leave.
# $name: the channel; $step: the step
setup-unfinished = “{ $name }” is not set up to the end: it is at step { $step } of 4.
# $name: the channel
setup-resume = Finish setting up { $name }
setup-forget = It is finished
setup-certificate-title = The certificate of this server
setup-certificate-compare = Compare the fingerprint with whoever runs the server, by telephone for example. It is then trusted at this address and for this channel only.
