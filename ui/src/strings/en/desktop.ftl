## The desktop: the tray, closing and quitting, notifications, and their settings

relay-paused = Paused
tray-open = Open Switchboard
tray-pause = Pause everything
tray-pause-15 = For 15 minutes
tray-pause-60 = For 1 hour
tray-pause-open = Until I resume it
tray-resume = Resume sending
tray-copy = Copy the public address
tray-problem = Show the last problem…
tray-quit = Quit Switchboard
pause-hint = Nothing is sent meanwhile; what comes in is kept.

closing-title = Close the window
closing-text = Switchboard can go on relaying messages in the background. Its sign in the system tray shows how it is, and opens the window again.
closing-text-no-tray = This desktop has no system tray. Switchboard can go on relaying messages with its window minimised; starting it again brings the window back too.
closing-background = Keep relaying in the background
closing-minimise = Keep relaying, minimise the window
closing-if-quit = If you quit:
closing-quit = Quit Switchboard
closing-remember = Do this from now on
    .help = You can change it under Settings.

quitting-title = Quit Switchboard?
# $count: messages
quitting-waiting = { $count ->
        [one] { $count } message waits to be sent. It is kept and goes on at the next start.
       *[other] { $count } messages wait to be sent. They are kept and go on at the next start.
    }
# $name: where it goes; $done, $total: conversations
quitting-bulk = The bulk send to “{ $name }” is at { $done } of { $total }. It stops here and waits until you let it go on.
quitting-incoming = Until Switchboard runs again, no message can come in.
quitting-quit = Quit anyway
quitting-stay = Keep running in the background

# $count: problems; $name: whose the only one is
notice-opened = { $count ->
        [one] { $name } needs you
       *[other] { $count } problems need you
    }
notice-still-open = { $count ->
        [one] { $name } has needed you for an hour
       *[other] { $count } problems have been open for an hour
    }
notice-solved = { $count ->
        [one] A problem is solved
       *[other] { $count } problems are solved
    }
# $name: where it goes
notice-bulk-done = The bulk send to “{ $name }” is through
notice-bulk-done-text = { $delivered } delivered, { $failed } failed or unknown.
notice-bulk-halted = The bulk send to “{ $name }” paused itself
notice-bulk-halted-text = Too many failures in a row. { $left } are left; have a look before it goes on.
notice-bulk-interrupted = The bulk send to “{ $name }” waits
notice-bulk-interrupted-text = Switchboard ended while it ran. { $left } are left; it goes on when you resume it.
notice-digest = What yesterday brought
# $received, $delivered, $failed: messages
notice-digest-text = { $received } received, { $delivered } delivered, { $failed } failed.
# $name: a channel; $seconds: how long its endpoint took
notice-digest-slowest = Slowest to answer: { $name }, about { $seconds } s.
notice-minimised = Switchboard goes on relaying
notice-minimised-text = Its window is minimised, because this desktop has no system tray. To end it, quit Switchboard in the window with Ctrl+Q.

section-desktop = Desktop
    .sentence = Closing, starting, notifications and graphics of the window.
desktop-window = The window
desktop-telling = When to tell you
desktop-starting = Starting
desktop-quitting = Quitting
desktop-quit = Quit Switchboard
    .help = Then nothing is relayed until Switchboard is started again. If messages still wait or a bulk send runs, you are asked first.
desktop-browser = These screens run in a browser. Closing, starting with the computer and notifications are set in the desktop window.
field-close-to = When the window is closed
    .help = The relay needs Switchboard to run, with or without its window.
close-to-ask = Ask
close-to-tray = Keep relaying
close-to-quit = Quit
desktop-no-tray = This desktop has no system tray: the window is minimised instead of hidden.
desktop-autostart = Start with this computer
    .help = When you sign in, Switchboard starts by itself.
field-zoom = Size
    .help = How large everything in the window is. Ctrl with plus and minus change it, Ctrl with 0 brings back 100 %.
field-start-hidden = Start without the window
    .help = Only the sign in the system tray shows. It applies when Switchboard starts with the computer.
field-notifications = Notifications
    .help = One when a problem opens, one if it is still open after an hour, one when it is solved. Never one for a message.
notifications-all = Problems and finished bulk sends
notifications-problems = Problems only
notifications-none = None
field-daily-digest = Tell once a day what yesterday brought
    .help = After nine in the morning: how many messages came in, how many were delivered and failed, and who was slowest to answer. Nothing is told of a day without messages.
desktop-quiet = Quiet hours
    .help = What still matters afterwards is shown then.
field-quiet-from = From
field-quiet-to = To
field-safe-graphics = Safe graphics
    .help = Switch it on if the window stays blank or flickers. It takes effect when Switchboard is started again.
