# The words of Switchboard in English. The window and the engine read the same files, one a subject.
# An error's key is `error-` and its code; `.hint` says what to do. `$host` is a host with its port where that is not the usual one.

## Errors

# $platform: the platform's name
error-auth-01 = { $platform } does not accept this token.
    .hint = It may have been changed or copied incompletely. Nothing is lost: paste the new token into the channel, and what waits is sent.
error-auth-02 = { $platform }’s server removes part of our sign-in.
    .hint = This is common behind nginx. Ask whoever runs the server to set “underscores_in_headers on”.
error-auth-03 = A request came with another token or signature than the one you saved.
    .hint = Someone may have changed it on the platform, or the request is not from the platform at all. It was refused and kept, so you can look at it and accept it.
# $host: the endpoint
error-auth-04 = { $host } refuses our sign-in.
    .hint = Your messages are kept. Check the headers of the endpoint in the channel’s settings, then press “Try now”.
# $platform: the platform's name
error-auth-05 = This token works at { $platform }, but it may not see what this channel needs.
    .hint = Its owner must be an administrator there, or be added to the inbox.
error-auth-06 = This console needs its link.
    .hint = Open the address that Switchboard printed when it started: the part after # lets you in.
error-url-01 = The address needs https:// in front.
    .hint = Add https://, or http:// if the address is inside your own network.
error-url-02 = This address exists only inside your network.
    .hint = Platforms on the Internet cannot reach it. Use a public address instead.
error-url-03 = This is not a web address.
    .hint = An address looks like https://crm.example.com/hooks.
error-net-01 = Platforms cannot reach this computer right now.
    .hint = Messages stay with the platform, and some platforms do not send them again. Check the public address in Settings.
error-net-02 = Your public address changed.
    .hint = Copy the new intake address of each channel into its platform.
error-net-03 = A request came to an address that no channel has.
    .hint = The platform may still use an old address. The request was kept; you can assign it to a channel.
# $host: the host looked for
error-net-04 = We cannot find { $host }.
    .hint = Is it spelled right? If every address fails, this computer may be offline.
# $host: the host with its port
error-net-05 = { $host } is there, but nothing answers at that port.
    .hint = The program is probably not running. Your messages are kept and tried again by themselves.
# $host: the host; $seconds: how long we waited
error-net-06 = { $host } did not answer within { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
    .hint = The message may have arrived all the same. It is kept and tried again by itself.
# $host: the host
error-net-07 = The connection to { $host } was cut on the way.
    .hint = Often it is a company proxy, a VPN or a Wi-Fi sign-in page. Your messages are kept and tried again by themselves.
# $host: the host
error-tls-01 = The security certificate of { $host } is out of date or not yet valid.
    .hint = We do not send until it is renewed; your messages are kept. If the certificate is fine, check this computer’s clock.
# $host: the host
error-tls-02 = { $host } shows a certificate made for another name.
    .hint = Perhaps the address should be the name in the certificate. Your messages are kept.
# $host: the host
error-tls-03 = { $host } uses a certificate this computer does not know.
    .hint = This is normal inside companies. Compare its fingerprint with whoever runs { $host }, then trust it for this server only.
# $host: the endpoint; $status: its HTTP status, 0 when it is not known
error-http-01 = { $host } did not accept the message{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Look at its answer: it often says why. After mending it, send the message again.
# $host: the endpoint; $status: its HTTP status, 0 when it is not known
error-http-02 = { $host } has trouble of its own{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Your messages are kept and tried again by themselves. If it lasts, tell whoever runs it.
# $host: the endpoint; $status: its HTTP status, 0 when it is not known
error-http-03 = { $host } sends us to another address or answers without what was asked{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = We do not follow it by ourselves. If the new address is right, save it in the channel.
error-http-04 = This address takes only POST.
    .hint = Platforms send with POST. A browser shows this page because it asks with GET: the address itself works.
# $host: who asks
error-rate-01 = { $host } asks us to slow down.
    .hint = Sending goes on by itself. Nothing is lost.
error-rate-02 = More messages are coming in than this computer can write down.
    .hint = The sender was told to come back. Check the disk, and whether another program keeps it busy.
error-time-01 = A clock is wrong, so the check of the signature’s time fails.
    .hint = Compare this computer’s clock with the platform’s server.
error-time-02 = The sender took too long to send its request.
    .hint = A slow connection is the usual cause. The platform usually sends it again.
error-size-01 = The message is too large.
    .hint = Send it without the attachment, or raise the limit where it is received.
error-key-01 = This computer’s password store cannot be opened, so tokens cannot be read.
    .hint = Your channels are unharmed. Unlock the password store, then press “{ remedy-unlock }” under Problems.
error-key-02 = The key in the password store is not the one this data was sealed with.
    .hint = Nothing was changed. Restore the key that belongs to this data folder; no new key is made, so that nothing becomes unreadable.
# $address: address and port; $reason: taken, denied or absent
error-port-01 = { $reason ->
        [denied] This computer does not let Switchboard listen on { $address }.
        [absent] This computer has no address { $address } to listen on.
       *[taken] Another program already uses { $address }.
    }
    .hint = { $reason ->
        [denied] Ports below 1024 are often kept for the system. Choose another port in Settings.
        [absent] Choose an address of this computer in Settings; 127.0.0.1 always works.
       *[taken] Close that program, or choose another port in Settings.
    }
error-id-01 = The account or the inbox is missing.
    .hint = Paste the address of the inbox’s page from your browser into API URL; Switchboard takes it apart.
error-id-02 = This inbox is not an API inbox.
    .hint = Messages can be sent only into an inbox of the kind “API”. Create one there, or enter another inbox.
error-id-03 = The conversation or contact no longer exists on the platform.
    .hint = It may have been deleted or merged there.
error-id-04 = The request names another channel than the one connected before.
    .hint = Perhaps a second channel in ELMA365 uses the same address. Give each its own channel here.
error-id-05 = This does not exist here any more.
    .hint = It may have been deleted, or its time of keeping is over.
error-db-01 = Another program is using the data: another copy of Switchboard, a backup or a sync program.
    .hint = Close the other program, then try again.
error-db-02 = The data file is damaged.
    .hint = Nothing was deleted. When Switchboard starts on damaged data, it offers to restore a backup, to rescue what can be read, or to start fresh.
error-db-03 = The disk is full, so new messages cannot be stored.
    .hint = Free some space. Until then senders are told to come back.
error-db-04 = This data was written by a newer version of Switchboard.
    .hint = Install the newer version. Nothing was changed.
error-fw-01 = Something on this computer blocks the relay.
    .hint = A firewall or an antivirus program is the usual cause.
error-data-01 = We got something that cannot be read as a message of this platform.
    .hint = It was kept for you to see.
# $field: the name of the field
error-data-02 = { $field } is missing or cannot be read.
    .hint = Look at the field again.
# $place: what makes the circle (publicUrl, listen, link, endpoint); $channel: the channel whose endpoint or link it is
error-loop-01 = { $place ->
        [publicUrl] With this public address the channel “{ $channel }” would send to Switchboard itself: messages would go in a circle.
        [listen] Listening there, Switchboard would be the endpoint of the channel “{ $channel }” itself: messages would go in a circle.
        [link] What customers write would come back to the channel “{ $channel }”: messages would go in a circle.
       *[other] This address is Switchboard’s own: messages would go in a circle.
    }
    .hint = { $place ->
        [publicUrl] Enter another address here, or change the channel’s callback URL first.
        [listen] Enter another address here, or change the channel’s callback URL first.
        [link] Choose another channel, or delete one of the links that lead from one of these channels to the other.
       *[other] Enter the address of your own program.
    }
# $platform: the platform's name; $side: customers or operators
error-link-01 = { $platform } cannot be the { $side ->
        [customers] customers’
       *[operators] operators’
    } side of a link.
    .hint = { $side ->
        [customers] Customers never write there: only operators do. Choose the channel that your customers write to.
       *[operators] Nothing can be written there. Choose the channel whose operators are to answer.
    }
# $platform: the platform's name
error-link-02 = { $platform } can only be copied from: no answer can be written back to it.
    .hint = Choose “Copy only”: what is written there then appears on the other side as well.
error-link-03 = These two channels are joined already.
    .hint = Change the link there is.
# $channel: the channel
error-link-04 = The platform does not know the channel “{ $channel }”, or no longer does: it is not connected.
    .hint = Connect it on the platform, with the intake address of the channel. What is to be sent waits until then.
error-kind-01 = The platform has no such thing, so it cannot be sent there.
    .hint = The channel’s outbox lists what each platform takes.
error-send-01 = The conversation is of the channel “{ $channel }” itself.
    .hint = Choose another channel, the endpoint or an address.
error-send-02 = Conversations of “{ $channel }” can only be sent at once.
    .hint = { $platform } does not tell when a conversation’s status changes or when it ends.
error-file-01 = A file could not be fetched.
    .hint = The text goes without it, with a note in its place.
error-file-02 = A file lies at an address inside the network, and nobody allowed fetching from there.
    .hint = If you trust it, add its host in Settings, under files.
# $host: the platform; $status: its HTTP status, 0 when it is not known
error-plat-01 = { $host } did not accept what we sent{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Look at its answer: it often says why. After mending it, send the message again.
# $host: the platform; $status: its HTTP status, 0 when it is not known
error-plat-02 = { $host } has trouble of its own{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = What is to be sent is kept and tried again by itself. If it lasts, tell whoever runs it.
# $platform: the platform's name; $host: where it was looked for
error-plat-03 = No { $platform } answers at { $host }.
    .hint = Check the address: it is the one you open in the browser to sign in there.
# $name: the inbox; $where: the address it sends to, 0 when nowhere
error-hook-01 = { $where ->
        [0] The inbox “{ $name }” does not send its messages anywhere yet.
       *[other] The inbox “{ $name }” sends its messages to another address: { $where }.
    }
    .hint = Its webhook URL must be the intake address of this channel. Switchboard can set it for you if the token belongs to an administrator.
# $platform: the platform's name; $seconds: how long we waited
error-hook-02 = { $platform } took the test message, but told us nothing of it within { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
    .hint = Either its webhook URL is not this channel’s intake address, or the server cannot reach this computer.
# $name: the name
error-name-01 = A channel named “{ $name }” exists already.
    .hint = Choose another name.
error-name-02 = The name is missing.
    .hint = Any name will do; it is only for you.
error-off-01 = The channel is turned off.
    .hint = Turn it on to receive and send again.
error-app-01 = Something unexpected happened.
    .hint = Your messages are kept. Try again; the log in the data folder says more.
error-back-01 = This password does not open the file.
    .hint = Type it once more, as it was when the file was made. Without the right one nobody can open it.
error-back-02 = This file is damaged, or it was not made by Switchboard.
    .hint = Choose another one. What is here stays as it is.
error-back-03 = This file was made by a newer version of Switchboard.
    .hint = Install that version first, then try again.
error-back-04 = This backup does not hold the key to its data.
    .hint = It was made without a password and opens only on the computer it was made on.
error-back-05 = Nothing can be written to the folder for backups.
    .hint = Choose another folder under Backup and transfer, or let this one be written to.
error-back-06 = The backup of the day could not be made.
    .hint = Try it now, or choose another folder under Backup and transfer. It is tried again every hour.
