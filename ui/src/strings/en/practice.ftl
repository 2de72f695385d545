## Practising with a channel

practice-title = Practice
practice-open = Practise
practice-sentence = Try out what happens before it matters. Everything here is marked as practice in the log.
practice-loading = Preparing the practice
practice-badge = Practice
practice-endpoint = Practice endpoint
practice-not-in-use = An endpoint on this computer that takes the place of your program. You choose how it answers and see what it gets.
practice-in-use = This channel sends to its practice endpoint. Your own program gets nothing meanwhile.
practice-use = Use it for this channel
# $url: where the channel sends now
practice-use-consequence = The channel then sends there instead of to { $url }. One click brings that back.
practice-back-to = Send to { $url } again
practice-back-to-none = Stop using it
practice-copy-url = Copy the address of the practice endpoint
practice-answer = How it answers
practice-answer-ok = Accepts (200)
    .meaning = Everything is taken at once.
practice-answer-slow = Accepts slowly
    .meaning = Everything is taken, but only after a while.
practice-answer-unauthorised = Refuses the sign-in (401)
    .meaning = As if a password were wrong: nothing more is sent until it answers well again.
practice-answer-rejecting = Does not accept the message (422)
    .meaning = Each message is tried three times and then given up.
practice-answer-failing = Has trouble of its own (500)
    .meaning = Messages wait and are tried again for about a day.
practice-answer-busy = Asks to slow down (429)
    .meaning = It wants to be left alone for five seconds each time.
practice-answer-reset = Cuts the connection
    .meaning = As a broken network or a proxy does.
practice-answer-silent = Never answers
    .meaning = Each try ends when its time is over.
practice-answer-not-json = Answers with a web page
    .meaning = As a program does that is not what you think it is.
practice-slow-ms = After how many milliseconds
# $count: requests shown
practice-received = { $count ->
        [0] What it got
        [one] What it got: { $count } request
       *[other] What it got: { $count } requests
    }
practice-received-list = Requests to the practice endpoint
practice-received-none = Nothing yet. Send a sample below, or wait for the next message.
practice-kind-unknown = request
practice-answered = answered { $status }
practice-unanswered = no answer
practice-signed = Signed with this channel’s secret, as your program should check.
practice-signed-wrong = Its signature is not this channel’s.
practice-unsigned = It is not signed.
practice-samples = Samples of the platform
# $platform: a brand
practice-samples-sentence = Switchboard plays { $platform } and sends one request to this channel’s own intake, with fresh ids and times. It crosses no link, and the platform hears nothing of it.
practice-samples-none = There are no samples for this platform.
practice-sample = Event
practice-sample-unsubscribed = This channel’s endpoint does not get such events: it will be kept and skipped.
# $url: the endpoint
practice-sample-real = Your own program at { $url } will get this message, marked with "practice": true. Use the practice endpoint above if it should not.
practice-sample-agree = My program may get it
practice-sample-send = Send the sample
practice-example-show = Show example
practice-example-hide = Hide example
practice-example = As the platform would send it. Secrets are masked.
practice-sent = Sent. Our intake answered { $status }.
practice-sent-silent = Sent, but nothing was answered.
practice-sent-journey = See its journey

# An exchange sent again, changed
again-open = Edit and resend
again-title = Change this request and send it again
again-loading = Reading the request
again-impossible = Only requests of a platform and tries at your endpoint can be changed and sent again.
again-to-intake = It goes to this channel’s own intake, as if the platform had sent it just now, and from there to your endpoint. It crosses no link, and the platform hears nothing of it.
# $url: the endpoint
again-to-endpoint = It goes straight to { $url }, under a new id, so that it counts as another message there.
again-masked = Masked values stay what they were: they are put in again on the way, and never shown. Signatures are made anew.
again-headers = Headers
# $number: which
again-header-name = Name of header { $number }
again-header-value = Value of header { $number }
again-header-remove = Remove header { $number }
again-header-add = Add a header
again-body = Body
again-agree-intake = Your own program will get it
again-agree-endpoint = Your own program will get it
again-send = Send it

# An exchange beside one that worked
compare-open = What changed?
compare-title = What changed?
compare-loading = Looking for one that worked
compare-none = Nothing on the same way has worked yet, so there is nothing to compare with.
compare-with = Compare with this one that worked
compare-same = Nothing is different but what was said.
compare-no-text = What people wrote is not compared and not shown.
compare-show-other = Show the one that worked
compare-what = What
compare-here = This one
compare-there = The one that worked
compare-missing = not there
compare-status = Status of the answer
compare-url = Address
compare-method = Method
compare-size = Size of the body
compare-took = Took
compare-dns = Finding the host
compare-connect = Connecting
compare-tls = Encryption
compare-first-byte = Waiting
compare-answer-size = Size of the answer
compare-answer-type = Content type of the answer
compare-a-header = header
compare-a-field = field
compare-kind-null = empty
compare-kind-list = a list
compare-kind-object = a group of fields
compare-kind-string = a text
compare-kind-number = a number
compare-kind-boolean = yes or no
