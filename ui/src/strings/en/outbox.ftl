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
