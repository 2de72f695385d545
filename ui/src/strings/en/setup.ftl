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
