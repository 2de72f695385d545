## The desktop: the tray, closing and quitting, notifications, and their settings

relay-paused = Pausiert
tray-open = Switchboard öffnen
tray-pause = Alles pausieren
tray-pause-15 = Für 15 Minuten
tray-pause-60 = Für 1 Stunde
tray-pause-open = Bis ich fortsetze
tray-resume = Senden fortsetzen
tray-copy = Öffentliche Adresse kopieren
tray-problem = Letztes Problem zeigen…
tray-quit = Switchboard beenden
pause-hint = Solange wird nichts gesendet; was ankommt, wird aufbewahrt.

closing-title = Fenster schließen
closing-text = Switchboard kann im Hintergrund weiter Nachrichten übermitteln. Sein Zeichen in der Symbolleiste zeigt, wie es steht, und öffnet das Fenster wieder.
closing-text-no-tray = Dieser Desktop hat keine Symbolleiste für Programme im Hintergrund. Switchboard kann mit minimiertem Fenster weiter Nachrichten übermitteln; auch ein erneuter Start holt das Fenster zurück.
closing-background = Im Hintergrund weiter übermitteln
closing-minimise = Weiter übermitteln, Fenster minimieren
closing-if-quit = Wenn Sie beenden:
closing-quit = Switchboard beenden
closing-remember = Künftig immer so
    .help = Sie können es in den Einstellungen ändern.

quitting-title = Switchboard beenden?
# $count: messages
quitting-waiting = { $count ->
        [one] { $count } Nachricht wartet auf den Versand. Sie wird aufbewahrt und beim nächsten Start gesendet.
       *[other] { $count } Nachrichten warten auf den Versand. Sie werden aufbewahrt und beim nächsten Start gesendet.
    }
# $name: where it goes; $done, $total: conversations
quitting-bulk = Der Sammelversand an „{ $name }“ ist bei { $done } von { $total }. Er hält hier an und wartet, bis Sie ihn fortsetzen.
quitting-incoming = Bis Switchboard wieder läuft, kann keine Nachricht ankommen.
quitting-quit = Trotzdem beenden
quitting-stay = Im Hintergrund weiterlaufen lassen

# $count: problems; $name: whose the only one is
notice-opened = { $count ->
        [one] Bitte ansehen: { $name }
       *[other] Bitte ansehen: { $count } Probleme
    }
notice-still-open = { $count ->
        [one] Seit einer Stunde offen: { $name }
       *[other] { $count } Probleme sind seit einer Stunde offen
    }
notice-solved = { $count ->
        [one] Ein Problem ist gelöst
       *[other] { $count } Probleme sind gelöst
    }
# $name: where it goes
notice-bulk-done = Der Sammelversand an „{ $name }“ ist durch
notice-bulk-done-text = { $delivered } zugestellt, { $failed } nicht zugestellt oder unbekannt.
notice-bulk-halted = Der Sammelversand an „{ $name }“ pausiert
notice-bulk-halted-text = Zu viele Fehlschläge in Folge. { $left } sind übrig; sehen Sie nach, bevor er weitergeht.
notice-bulk-interrupted = Der Sammelversand an „{ $name }“ wartet
notice-bulk-interrupted-text = Switchboard wurde beendet, während er lief. { $left } sind übrig; er geht weiter, wenn Sie ihn fortsetzen.
notice-digest = Was gestern los war
# $received, $delivered, $failed: messages
notice-digest-text = { $received } empfangen, { $delivered } zugestellt, { $failed } nicht zugestellt.
# $name: a channel; $seconds: how long its endpoint took
notice-digest-slowest = Am langsamsten antwortete { $name }, etwa { $seconds } s.
notice-minimised = Switchboard übermittelt weiter
notice-minimised-text = Das Fenster ist minimiert, weil dieser Desktop keine Symbolleiste für Programme im Hintergrund hat. Zum Beenden drücken Sie im Fenster Strg+Q.

section-desktop = Desktop
    .sentence = Schließen, Starten, Mitteilungen und Grafik des Fensters.
desktop-window = Das Fenster
desktop-telling = Worüber Sie benachrichtigt werden
desktop-starting = Starten
desktop-quitting = Beenden
desktop-quit = Switchboard beenden
    .help = Danach wird nichts weitergeleitet, bis Switchboard wieder gestartet wird. Warten noch Nachrichten oder läuft ein Sammelversand, werden Sie vorher gefragt.
desktop-browser = Diese Ansichten laufen in einem Browser. Schließen, Starten mit dem Computer und Mitteilungen werden im Fenster der App eingestellt.
field-close-to = Beim Schließen des Fensters
    .help = Zum Übermitteln muss Switchboard laufen, mit Fenster oder ohne.
close-to-ask = Fragen
close-to-tray = Weiter übermitteln
close-to-quit = Beenden
desktop-no-tray = Dieser Desktop hat keine Symbolleiste für Programme im Hintergrund: Das Fenster wird minimiert statt verborgen.
desktop-autostart = Mit dem Computer starten
    .help = Wenn Sie sich anmelden, startet Switchboard von selbst.
field-zoom = Größe
    .help = Wie groß alles im Fenster ist. Strg mit Plus und Minus ändert sie, Strg mit 0 stellt 100 % wieder her.
field-start-hidden = Ohne Fenster starten
    .help = Nur das Zeichen in der Symbolleiste ist zu sehen. Gilt, wenn Switchboard mit dem Computer startet.
field-notifications = Mitteilungen
    .help = Eine, wenn ein Problem auftritt, eine, wenn es nach einer Stunde noch offen ist, eine, wenn es gelöst ist. Nie eine für eine Nachricht.
notifications-all = Probleme und beendete Sammelversände
notifications-problems = Nur Probleme
notifications-none = Keine
field-daily-digest = Einmal am Tag mitteilen, was gestern los war
    .help = Nach neun Uhr morgens: wie viele Nachrichten kamen, wie viele zugestellt wurden und wie viele nicht, und wer am langsamsten antwortete. Von einem Tag ohne Nachrichten wird nichts mitgeteilt.
desktop-quiet = Ruhezeit
    .help = Was danach noch wichtig ist, wird dann gezeigt.
field-quiet-from = Von
field-quiet-to = Bis
field-safe-graphics = Sichere Grafik
    .help = Schalten Sie sie ein, wenn das Fenster leer bleibt oder flackert. Sie wirkt nach einem Neustart von Switchboard.
