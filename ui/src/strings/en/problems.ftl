## Problems

nav-problems = Problems
nav-problems-count = { $count ->
       [one] { $count } open problem
      *[other] { $count } open problems
    }
problems-title = Problems
problems-sentence = What needs you, by its cause, with the way to mend it. Each closes by itself when it works again.
problems-tabs = Problems and activity
problems-tab-problems = Problems
problems-tab-activity = Activity
problems-loading = Looking for problems
problems-empty = Nothing needs you
problems-empty-hint = When something fails, it appears here with its cause and a button that mends it.
problems-all = All { $count } problems
problems-solved = { $count ->
       [one] { $count } solved in the last 30 days
      *[other] { $count } solved in the last 30 days
    }
problem-pane = Problem
problem-gone = This problem is no longer here.
problem-state-acknowledged = Known
problem-opened = First seen
problem-last = Last seen
problem-journey = Follow its journey
problem-solved-at = Solved
problem-times = { $count ->
       [one] seen once
      *[other] seen { $count } times
    }
problem-next = Tried again by itself
problem-waiting = { $count ->
       [one] { $count } message is waiting. Nothing is lost.
      *[other] { $count } messages are waiting. Nothing is lost.
    }
problem-failed = { $count ->
       [one] { $count } message was not delivered.
      *[other] { $count } messages were not delivered.
    }
problem-kept = { $count ->
       [one] { $count } request was refused and kept.
      *[other] { $count } requests were refused and kept.
    }
problem-details = Technical details
problem-code = Code
problem-status = HTTP status
problem-answer = The answer
problem-deliveries = Deliveries
problem-exchanges = Last seen in
problem-traffic = Show in Traffic
problem-know = I know about it
problem-know-not = Count it again
problem-open = Open the problem
problem-value-token = New token
problem-value-address = Address of your endpoint
problem-save-token = Test and save the token
problem-save-address = Save the address and try
problem-token-help = It is tested first; what waits is sent once it works.
problem-value-secret = Signing secret
problem-save-secret = Check and save the secret
problem-secret-help = It stands in the settings of the inbox on the platform. What was refused and is signed with it is accepted.
problem-token-saved = Saved
problem-token-came = Came
problem-token-sender = Came from
problem-assign = Give them to the channel
problem-certificate-subject = Made for
problem-certificate-issuer = Signed by
problem-certificate-until = Good until
problem-certificate-fingerprint = SHA-256 fingerprint
problem-trust = Trust this certificate
problem-accept-token = Accept the new token
problem-addresses = Paste each address where the old one stands on the platform.
problem-about-relay = Relay
problem-about-disk = Disk
problem-about-key = Password store
problem-about-clock = Clock
problem-about-public-address = Public address
problem-about-link = Link
problem-about-bulk = Bulk send
problem-about-channel = Channel
problem-about-destination = Channel
problem-about-catch-up = Channel
activity-loading = Reading the activity
activity-empty = Nothing has happened yet
activity-empty-hint = Problems that open and close, finished bulk sends and what you did are listed here for 30 days.
activity-more = Show older
activity-all = Show all
activity-problem-opened = { $name }: { $problem }
activity-problem-solved = Solved · { $name }: { $problem }
activity-sent-slower = At most { $count } messages are sent at once.
activity-bulk-finished = A bulk send to { $name } ended: { $delivered } delivered, { $failed } failed, { $skipped } skipped{ $unknown ->
       [0] { "" }
      *[other] , { $unknown } unknown
    }
status-problem = { $problem }. See Problems.
status-problem-known = { $problem }. You know about it.
step-inbox-list = List the inboxes

## What a problem means

problem-auth-01 = It may have been changed or copied incompletely. Nothing is sent until it is replaced.
problem-auth-02 = This is common behind nginx. Both ways to sign in were tried, and neither gets through: whoever runs the server must let the header through.
problem-auth-03 = Someone changed the token or the signing secret on the platform, or the request is not from the platform at all. It was refused and kept.
problem-auth-04 = Your own program answers that our sign-in is wrong. Nothing is sent there until that changes; one message is tried now and then.
problem-auth-05 = The token’s owner must be an administrator there, or be added to the inbox.
problem-url-03 = Nothing can be sent to what stands there.
problem-net-01 = The relay called its own public address and did not find itself there. Messages stay at the platforms meanwhile, and some platforms do not send them again.
problem-net-02 = Platforms that were given the old address still call it. Paste the new one where the old one stands.
problem-net-03 = A platform may still use an old or mistyped address. What came was kept; nothing of it is lost.
problem-net-03-path = It was sent to { $path }. A platform may still use an old or mistyped address. What came was kept; nothing of it is lost.
problem-net-04 = Is it spelled right? If every address fails, this computer may be offline.
problem-net-05 = The program there is probably not running, or listens at another port. It is tried again by itself.
problem-net-06 = A message may have arrived all the same. It is kept and tried again by itself.
problem-net-07 = Often it is a company proxy, a VPN or a Wi-Fi sign-in page. It is tried again by itself.
problem-tls-01 = We do not send until it is renewed. If the certificate is fine, check this computer’s clock.
problem-tls-01-at = It is good until { $at }. We do not send while it is not good; if that day is still to come, check this computer’s clock.
problem-tls-02 = Perhaps the address should be the name in the certificate. We do not send until they agree.
problem-tls-02-names = The certificate is for { $names }. Perhaps that name should stand in the address. We do not send until they agree.
problem-tls-03 = This is normal inside companies. Compare its fingerprint with whoever runs the server before you trust it.
problem-http-01 = The program there answers that it will not have this message. Its answer often says why.
problem-http-02 = The program there answers with an error of its own. We keep the messages and try again by ourselves.
problem-http-03 = We do not follow it by ourselves, because messages would go to somebody you did not choose.
problem-rate-01 = Sending goes on by itself. Nothing is lost.
problem-rate-02 = The senders were told to come back. Check whether another program keeps the disk busy.
problem-time-01 = Compare this computer’s clock with the time in your region, and let the system set it by itself.
problem-time-01-minutes = { $minutes ->
        [one] This computer’s clock is off by { $minutes } minute.
       *[other] This computer’s clock is off by { $minutes } minutes.
    } Let the system set it by itself, then check again.
problem-time-02 = A slow connection is the usual cause. The platform usually sends it again.
problem-size-01 = The other side takes only smaller ones. Raise the limit there, or send it without the attachment where that is offered.
problem-key-01 = Your channels are unharmed. Until it is open nothing is taken and nothing is sent.
problem-key-02 = Nothing was changed. Restore the key that belongs to this data folder.
problem-port-01 = Until the relay can listen, nothing comes in. Switchboard can take another port that is free.
problem-port-01-still = The relay stays at { $still } until it can move, and messages come in there as before.
problem-id-01 = The address, the account or the inbox in the channel’s settings leads to nothing there.
problem-id-02 = Messages can be sent only into an inbox of the kind “API”.
problem-id-03 = It may have been deleted or merged there. A new conversation with this contact can be begun.
problem-id-04 = Perhaps a second channel over there uses the same address, or the channel was set up anew. Give each its own channel here.
problem-db-01 = While nothing can be written, senders are told to come back. Close the other copy, and keep backup and sync programs away from the data folder.
problem-db-02 = Not everything that comes in can be kept, and senders are told so. Close Switchboard and start it again: it offers to restore a backup or to rescue what can be read.
problem-db-03 = Free some space. Until then senders are told to come back, and platforms that do not repeat may lose messages.
problem-back-06 = It was to be written to { $folder }. Under Backup and transfer stands why it failed.
problem-fw-01 = The relay listens, but a call to it from this very computer is cut off.
problem-data-01 = Another program may send here, or the channel is of another platform. It was kept for you to see.
problem-data-01-seems = It looks like a request of { $seems }: its webhook probably leads to the wrong channel. It was kept for you to see.
problem-loop-01 = We stopped them. Nothing goes round until the circle is broken.
problem-link-04 = Connect it on the platform again, with the channel’s intake address. What is to be sent waits until then.
problem-plat-01 = The platform answers that it will not have this. Its answer often says why.
problem-plat-02 = The platform answers with an error of its own. What is to be sent is kept and tried again by itself.
problem-bulk = The bulk send paused itself so that not everything fails. It goes on from where it stopped.
problem-catch-up = What was missed while this computer could not listen could not be fetched yet. It is tried again by itself.
problem-link = Nothing goes over this link until that is mended. What was written is kept in the channels.
problem-left-behind = It works again. What was given up meanwhile was not delivered: send it again, or leave it out.
problem-turned-away = Not everything that comes in can be kept, and senders are told so. The log in the data folder says more; copy the report for whoever helps.
problem-other = Your messages are kept.

## What can be done

remedy-retry = Try now
remedy-resend = Send { $count } again
remedy-check-again = Check again
remedy-accept-token = Compare and accept the new token
remedy-process = { $count ->
       [one] Accept the { $count } kept request
      *[other] Accept the { $count } kept requests
    }
remedy-keep-refusing = Leave refused
remedy-trust = Look at the certificate
remedy-read-secret = Read the secret from { $platform } and accept
remedy-new-secret = Enter the signing secret
remedy-use-address = Use the other address
remedy-use-free-port = Use port { $port }
remedy-wait-longer = Wait { $seconds } seconds
remedy-send-slower = Send slower
remedy-start-new = Begin a new conversation
remedy-skip = Leave them out
remedy-without-files = Send without the attachment
remedy-free-space = Delete the log older than 7 days
remedy-back-up = Try now
remedy-break-loop = Pause the link
remedy-unlock = Unlock and try again
remedy-system-proxy = Use the system’s proxy
remedy-pause-channel = Pause the channel
remedy-resume-bulk = Resume the bulk send
remedy-catch-up = Fetch what was missed
remedy-address-given = I have pasted the new address
remedy-dismiss = Close this problem
remedy-new-token = Paste a new token
remedy-edit-address = Edit the address
remedy-edit-sign-in = Edit the sign-in
remedy-choose-inbox = Choose the inbox
remedy-choose-port = Choose another port
remedy-choose-folder = Choose another folder
remedy-edit-public-address = Change the public address
remedy-copy-addresses = Show the new addresses
remedy-open-channel = Open the channel
remedy-open-bulk = Open the bulk send
remedy-show-traffic = Show what was sent
remedy-copy-note = Copy a note for whoever runs it
remedy-report = Copy for support

## What is asked before

remedy-ask-resend = { $count ->
       [one] { $count } message that was given up is sent again now.
      *[other] { $count } messages that were given up are sent again now, each chat in its order.
    }
remedy-ask-process = { $count ->
       [one] { $count } refused request is accepted as if it had come in order. Do this only if you know who sent it.
      *[other] { $count } refused requests are accepted as if they had come in order. Do this only if you know who sent them.
    }
remedy-ask-accept-token = { $count ->
       [one] From now on the new token is the right one, and { $count } refused request that came with it is accepted.
      *[other] From now on the new token is the right one, and { $count } refused requests that came with it are accepted.
    }
remedy-ask-read-secret = { $count ->
       [one] The inbox’s signing secret is read from { $platform } and kept. { $count } refused request is accepted if it is signed with it.
      *[other] The inbox’s signing secret is read from { $platform } and kept. Of { $count } refused requests those that are signed with it are accepted.
    }
remedy-ask-send-slower = { $count ->
       [one] From now on { $count } message is sent at a time. This holds for all channels.
      *[other] From now on at most { $count } messages are sent at once. This holds for all channels.
    }
remedy-ask-keep-refusing = { $count ->
       [one] { $count } request stays refused and can no longer be accepted.
      *[other] { $count } requests stay refused and can no longer be accepted.
    }
remedy-ask-trust = Compare the fingerprint with whoever runs { $host }. It is then trusted at this server and for the channel “{ $channel }” only.
remedy-ask-use-address = From now on messages of “{ $channel }” go to { $address }.
remedy-ask-use-free-port = The relay listens at port { $port } from now on. Whoever calls this computer at the old port must be told; a public address that leads to the old port must be led to the new one.
remedy-ask-start-new = { $count ->
       [one] { $count } message is sent into a new conversation with its contact.
      *[other] { $count } messages are sent into new conversations with their contacts.
    }
remedy-ask-skip = { $count ->
       [one] { $count } message stays undelivered. It can still be sent again from Traffic.
      *[other] { $count } messages stay undelivered. They can still be sent again from Traffic.
    }
remedy-ask-without-files = { $count ->
       [one] { $count } message is sent as text with a link to its attachment, which works for as long as Settings say.
      *[other] { $count } messages are sent as text with links to their attachments, which work for as long as Settings say.
    }
remedy-ask-free-space = What the log holds of the time more than 7 days ago is deleted. Conversations stay, and so does whatever is still to be sent.
remedy-ask-break-loop = Nothing is carried over the link “{ $name }” until you resume it.

## What was done

problem-did-retry = { $count ->
       [one] Trying now; { $count } message waits.
      *[other] Trying now; { $count } messages wait.
    }
problem-did-resend = { $count ->
       [one] { $count } message is on its way again.
      *[other] { $count } messages are on their way again.
    }
problem-did-process = { $count ->
       [one] { $count } request was accepted.
      *[other] { $count } requests were accepted.
    }
problem-did-accept-token = { $count ->
       [one] The new token is saved, and { $count } request was accepted.
      *[other] The new token is saved, and { $count } requests were accepted.
    }
problem-did-check-again = { $stands ->
       [solved] Checked: it is over.
       [left] It works again. What was given up is still to be sent again or left out.
      *[open] Checked: it is not over yet.
    }
problem-did-keep-refusing = It stays refused.
problem-did-trust = The certificate is trusted at this server. Trying now.
problem-did-read-secret = { $count ->
       [one] The secret is saved, and { $count } request was accepted.
      *[other] The secret is saved, and { $count } requests were accepted.
    }
problem-did-new-secret = { problem-did-read-secret }
problem-did-use-address = The other address is saved. Trying now.
problem-did-edit-address = The address is saved. Trying now.
problem-did-new-token = The token is saved. What waits is sent now.
problem-did-use-free-port = The relay listens at port { $port }.
problem-did-wait-longer = We wait longer from now on. Trying now.
problem-did-send-slower = At most { $count } at once from now on.
problem-did-start-new = A new conversation is being begun.
problem-did-skip = { $count ->
       [one] { $count } message was left out.
      *[other] { $count } messages were left out.
    }
problem-did-without-files = On its way without the attachment.
problem-did-free-space = { $count ->
       [one] { $count } entry of the log was deleted.
      *[other] { $count } entries of the log were deleted.
    }
problem-did-break-loop = The link is paused.
problem-did-unlock = The key can be read again.
problem-did-system-proxy = The system’s proxy is in use. Trying now.
problem-did-pause-channel = The channel is paused: it collects and sends nothing.
problem-did-resume-bulk = The bulk send goes on.
problem-did-catch-up = What was missed is being fetched.
problem-did-address-given = Noted.
problem-did-back-up = Tried just now.
problem-did-dismiss = Closed. If it happens again, it comes back.
