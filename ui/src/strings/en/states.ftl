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
