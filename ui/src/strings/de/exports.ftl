## Exporte

export-button = Exportieren
export-bulk-all = Alle
export-bulk-failed = Nur Fehlgeschlagene und Unbekannte
export-format-csv = CSV
    .meaning = Eine Tabelle für Excel und andere Programme
export-format-jsonl = JSON Lines
    .meaning = Alles, ein Datensatz je Zeile
export-format-json = JSON
    .meaning = Alles, für Programme
export-format-har = HAR
    .meaning = Anfragen und Antworten für Entwicklerwerkzeuge
export-format-txt = Reiner Text
    .meaning = Zum Lesen und Drucken
export-ready = Zu speichern:
export-running = Wird geschrieben:
export-done = Heruntergeladen:
export-saved = Gespeichert als
export-failed = Nicht geschrieben:
export-cancelled = Abgebrochen:
export-cancel = Abbrechen
export-rows = { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }
export-rows-of = { $rows } von { $total ->
        [one] { $total } Zeile
       *[other] { $total } Zeilen
    }

# In files that are written out, in the language of whoever asked: names above columns.
export-column-time = Zeit
export-column-direction = Richtung
export-column-channel = Kanal
export-column-event = Ereignis
export-column-platform-event = Name der Plattform
export-column-who = Wer
export-column-text = Text
export-column-step = Aufruf
export-column-http-status = HTTP-Status
export-column-state = Zustand
export-column-reason = Grund
export-column-code = Code
export-column-tries = Versuche
export-column-took = Dauer, ms
export-column-size = Größe, Byte
export-column-id = ID
export-column-conversation = Gesprächs-ID
export-column-contact = Kontakt
export-column-contact-id = Kontakt-ID
export-column-status = Status
export-column-operator = Operator
export-column-inbox = Posteingang
export-column-labels = Labels
export-column-messages = Nachrichten
export-column-failed = Fehlgeschlagen
export-column-last-message = Letzte Nachricht
export-column-started = Beginn
export-column-last-activity = Letzte Aktivität
export-column-ended = Ende
export-column-attributes = Attribute
export-column-flagged = Vorgemerkt für
export-column-from = Von
export-column-author = Verfasser
export-column-files = Dateien
export-column-private = Privat
# The same: values, and what a used link says.
export-yes = ja
export-status-open = offen
export-status-pending = wartend
export-status-snoozed = zurückgestellt
export-status-resolved = gelöst
export-status-ended = beendet
export-file = Datei
export-gone = Dieser Download wurde bereits verwendet oder seine Minute ist abgelaufen. Exportieren Sie erneut in Switchboard.
