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
