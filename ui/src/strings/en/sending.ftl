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
