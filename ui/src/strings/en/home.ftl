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
