## Daten, die sich nicht öffnen lassen

recovery-nothing-lost = Nichts wurde gelöscht, und nichts von dem, was hier ist, geht verloren: Was auch immer Sie wählen, es wird beiseitegelegt. Bis dahin läuft Switchboard nicht, und Plattformen können nichts zustellen.
recovery-files = Was gefunden wurde
recovery-settings = Kanäle und Einstellungen
recovery-journal = Nachrichten und Zustellungen
recovery-file-sound = Lesbar
recovery-file-damaged = Beschädigt
recovery-file-missing = Nicht vorhanden
recovery-file-notLooked = Nicht durchgesehen: zu groß
recovery-restore = Sicherung wiederherstellen
    .help = Alles wird wieder so, wie es damals war.
recovery-no-backup = Im Datenordner ist keine Sicherung.
recovery-which = Sicherung
recovery-restore-button = Sicherung wiederherstellen ({ $when })
recovery-rescue = Retten, was lesbar ist
    .help = Liest Zeile für Zeile alles, was nicht beschädigt ist, und macht damit weiter. Einige Nachrichten können fehlen.
recovery-rescue-button = Retten
recovery-fresh = Neu beginnen
    .help = Ein leeres Switchboard. Kanäle müssen neu eingerichtet werden, ihre Adressen sind neu.
recovery-fresh-button = Neu beginnen
recovery-fresh-question = Ganz ohne Daten beginnen?
recovery-fresh-consequence = Kein Kanal, keine Nachricht, keine Einstellung wird übernommen. Die beschädigten Daten bleiben im Datenordner; wer hilft, kann sie ansehen.
recovery-fresh-keep = Zurück zu den anderen Wegen
recovery-folder = Datenordner öffnen
recovery-report = Bericht für den Support kopieren
recovery-done = Switchboard funktioniert wieder.
recovery-rows =
    { $count ->
        [one] { $count } Zeile war lesbar und wurde übernommen.
       *[other] { $count } Zeilen waren lesbar und wurden übernommen.
    }
recovery-kept = Was hier war, liegt in
recovery-open = Switchboard öffnen
