## Sicherungen

backup-create = Jetzt sichern
    .help = Eine Datei mit allem: Kanäle, Einstellungen, Protokoll, Unterhaltungen und Dateien. Switchboard arbeitet dabei weiter.
backup-password-none = Mit Passwort lässt sich die Datei auf jedem Computer wiederherstellen. Ohne öffnet sie sich nur auf diesem, dessen Schlüssel sie braucht.
backup-password-some = Die Datei wird versiegelt und enthält den Schlüssel zu Ihren Daten. Bewahren Sie das Passwort auf: Ohne es kann niemand die Datei öffnen.
backup-with-files = Mit den Dateien von Nachrichten
backup-save = Sicherung speichern …
backup-saved = Die Sicherung ist erstellt.
backup-every-day = Jeden Tag
field-backup-daily = Jeden Tag eine Sicherung erstellen
    .help = Kanäle, Einstellungen, Protokoll und Unterhaltungen, ohne Dateien von Nachrichten und ohne Passwort: für diesen Computer.
field-backup-keep = So viele Sicherungen bleiben
    .help = Gibt es mehr, geht die älteste.
field-backup-folder = Ordner dafür
    .help = Leer heißt Datenordner. Ein anderer Datenträger ist sicherer.
backup-restore = Sicherung wiederherstellen
    .help = Alles wird so, wie es damals war. Was jetzt da ist, wird beiseite gelegt und geht nicht verloren.
backup-none = Es gibt noch keine Sicherung. Die erste des Tages erscheint hier.
backup-list = Sicherungen auf diesem Computer
backup-kind-daily = Hier erstellt
backup-kind-brought = Aus einer Datei
backup-kind-update = Vor einem Update
backup-update-hint = Für die Hilfe aufbewahrt
backup-restore-button = Wiederherstellen …
backup-restore-of = Sicherung vom { $when } wiederherstellen
backup-delete = Löschen
backup-delete-of = Sicherung vom { $when } löschen
backup-now = Jetzt erstellen
backup-bring = Aus einer Datei …
backup-question = Sicherung vom { $when } wiederherstellen?
backup-inside = Darin
backup-inside-channels =
    { $count ->
        [one] { $count } Kanal
       *[other] { $count } Kanäle
    }
backup-inside-conversations =
    { $count ->
        [one] { $count } Unterhaltung
       *[other] { $count } Unterhaltungen
    }
backup-inside-messages =
    { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
backup-inside-files = Dateien von Nachrichten
backup-files-yes = Darin
backup-files-no = Nicht darin; die hier vorhandenen bleiben
backup-consequence = Kanäle, Einstellungen, Protokoll und Unterhaltungen werden, wie sie damals waren. Was seither kam, wird nicht mehr gezeigt, bleibt aber im Datenordner aufbewahrt.
backup-waiting =
    { $count ->
        [one] { $count } Nachricht war damals noch zu senden. Sie wird erneut gesendet; Empfänger erkennen sie an ihrer webhook-id.
       *[other] { $count } Nachrichten waren damals noch zu senden. Sie werden erneut gesendet; Empfänger erkennen sie an ihrer webhook-id.
    }
backup-own-computer = Sie wurde ohne Passwort erstellt und öffnet sich nur auf dem Computer, auf dem sie entstand.
backup-password = Passwort der Sicherung
backup-restore-confirm = Diese Sicherung wiederherstellen
backup-keep-data = Alles lassen, wie es ist
backup-ready = Die Sicherung liegt bereit
backup-restart = Sie tritt an die Stelle dessen, was hier ist, sobald Switchboard neu startet. Einige Sekunden lang ist es dann für Plattformen nicht erreichbar.
backup-restart-now = Jetzt neu starten
backup-restart-later = Später
backup-takes-over = Beim nächsten Start übernimmt die Sicherung vom { $from }. Was seit { $at } kam, wird dann ebenfalls beiseitegelegt.
backup-call-off = Wiederherstellung absagen
backup-daily-last = Letzte gelungene: { $when }.
backup-daily-none = Es wurde noch keine erstellt.
backup-daily-failed = Sie konnte nicht erstellt werden: { $when }.
backup-kept = Was jetzt da ist, wird aufbewahrt in
backup-delete-question = Sicherung vom { $when } löschen?
backup-delete-consequence = Die Datei wird vom Datenträger entfernt. Ihre Daten bleiben, wie sie sind.
backup-delete-confirm = Sicherung löschen
backup-delete-keep = Behalten
password-new = Passwort (darf leer bleiben)
password-again = Passwort noch einmal
    .help = Niemand kann es für Sie herausfinden.
password-short = Mindestens { $count } Buchstaben oder Ziffern.
password-differs = Die beiden unterscheiden sich.
password-show = Passwort zeigen oder verbergen

## Einstellungen als Datei

transfer-export = Einstellungen als Datei
    .help = Kanäle, Verknüpfungen und Einstellungen für einen anderen Computer, ohne Nachrichten. Die Adressen für Plattformen sind dort neu, wenn die Datei kein Passwort hat.
transfer-password-none = Ohne Passwort bleiben Tokens und Geheimnisse weg.
transfer-password-some = Tokens, Geheimnisse und Eingangsadressen gehen damit versiegelt mit.
transfer-save = Einstellungen als Datei speichern …
transfer-saved = Die Datei ist erstellt.
transfer-import = Einstellungen aus einer Datei übernehmen
    .help = Sie sehen jede Änderung, bevor etwas geschieht, und können sie danach rückgängig machen.
transfer-choose = Datei wählen …
transfer-question = Einstellungen vom { $when } übernehmen?
transfer-summary = Neu: { $new }. Geändert: { $changed }. Gleich: { $same }. Nicht möglich: { $conflict }.
transfer-password = Passwort der Datei
    .help = Damit kommen Tokens und Geheimnisse mit. Ohne bleiben sie, wie sie sind, oder leer.
transfer-unlock = Mit Passwort öffnen
transfer-lines = Was sich ändert
transfer-all-or-nothing = Was angekreuzt ist, wird auf einmal übernommen oder gar nicht. Alles andere bleibt hier, wie es ist.
transfer-apply =
    { $count ->
        [one] { $count } Änderung übernehmen
       *[other] { $count } Änderungen übernehmen
    }
transfer-leave = Alles lassen, wie es ist
transfer-done = Die Einstellungen sind übernommen.
transfer-undo = Rückgängig machen
transfer-undone = Alles ist wieder wie zuvor.
transfer-undone-but =
    { $kept ->
        [one] Rückgängig gemacht. { $kept } Sache, die seither geändert oder benutzt wurde, bleibt, wie sie ist.
       *[other] Rückgängig gemacht. { $kept } Sachen, die seither geändert oder benutzt wurden, bleiben, wie sie sind.
    }
transfer-undo-question = Mit den Unterhaltungen rückgängig machen?
transfer-undo-used =
    { $used ->
        [one] { $used } neu angelegter Kanal hat inzwischen Unterhaltungen, insgesamt { $conversations }. Mit dem Kanal werden sie gelöscht.
       *[other] { $used } neu angelegte Kanäle haben inzwischen Unterhaltungen, insgesamt { $conversations }. Mit den Kanälen werden sie gelöscht.
    }
transfer-undo-all = Rückgängig machen und sie löschen
transfer-undo-rest = Rückgängig machen, diese Kanäle behalten
transfer-undo-leave = Nichts rückgängig machen
transfer-kind-setting = Einstellung
transfer-kind-channel = Kanal
transfer-kind-link = Verknüpfung
transfer-change-new = neu
transfer-change-changed = wird geändert
transfer-change-same = gleich
transfer-change-conflict = nicht möglich
transfer-reason-secretsMissing = Geben Sie Token und Geheimnisse danach ein: Sie stehen nicht in der Datei.
transfer-reason-addressShortened = Geben Sie die Adresse neu ein: Ein Teil blieb weg, weil ein Geheimnis darin stehen kann.
transfer-reason-otherPlatform = Einen Kanal dieses Namens gibt es hier schon, von einer anderen Plattform.
transfer-reason-channelMissing = Einer der Kanäle ist weder hier noch in der Datei.
transfer-reason-cannotJoin = Diese beiden Kanäle lassen sich so nicht verbinden.
transfer-reason-unreadable = Diese Version kann es so nicht übernehmen.
transfer-reason-ofComputer = Es gehört zum anderen Computer: Wählen Sie es nur, wenn es hier passt.
field-shortcuts = Eigene Tasten
field-single-keys = Tasten ohne Strg oder Alt
field-channel-order = Reihenfolge der Kanäle
field-traffic-views = Gespeicherte Ansichten des Protokolls
field-subscriptions = Ereignisse für den Endpunkt
field-mode = In Betrieb, pausiert oder aus
field-intake-key = Eingangsadresse
field-endpoint-token = Token des Endpunkts
field-signing-secret = Geheimnis für Signaturen
