## The frame

skip-link = Skip to the content
nav-label = Rooms
nav-home = Home
nav-channels = Channels
nav-traffic = Traffic
nav-conversations = Conversations
nav-bulk = Bulk sends
nav-settings = Settings
nav-help = Help
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
draft-offer = Your unfinished changes of { $when } are still here.
draft-offer-partly = Secrets, files and addresses that may hold a secret are not among them.
draft-take = Take them up
draft-drop = Discard them
action-cancel = Cancel
action-resend = Send again
copy-done = Copied
copy-refused = Could not copy

# When the engine could not be asked at all
error-offline = Switchboard does not answer.
    .hint = The program behind this screen may have ended. Start it again; your messages are kept.
