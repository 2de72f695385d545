## Was aufbewahrt wird

keeping-room = Platz auf dem Datenträger
keeping-counting = Es wird gezählt
keeping-room-journal = Protokoll und Unterhaltungen
keeping-room-files = Dateien von Nachrichten
keeping-room-search = Suche
keeping-room-settings = Kanäle und Einstellungen
keeping-room-backups = Sicherungen und Kopien
keeping-room-total = Alles zusammen
keeping-room-disk = Frei auf diesem Datenträger
keeping-room-free-inside = davon frei: { $size }, wird zuerst wieder benutzt
keeping-room-scarce = Der Datenträger ist fast voll. Wenn nichts mehr gespeichert werden kann, werden Plattformen gebeten zu warten. Löschen Sie unten einen Teil des Verlaufs oder schaffen Sie Platz.
field-keep-traffic-mb = Höchstens so viel Platz für Protokoll, Nachrichten und Dateien, in MB
    .help = Darüber hinaus geht der älteste Teil des Protokolls. 0 heißt ohne Grenze. Was noch zu senden ist, bleibt immer.

## Verlauf löschen

history-delete = Verlauf löschen
    .help = Endgültig und nur auf diesem Computer: Bei den Plattformen wird nichts gelöscht. Was noch zu senden ist, bleibt.
history-what = Was
history-traffic = Protokoll
history-conversations = Nachrichten und Unterhaltungen
history-files = Dateien
history-age = Welcher Teil
history-age-all = Alles
history-age-days =
    { $count ->
        [one] Älter als { $count } Tag
       *[other] Älter als { $count } Tage
    }
history-count = Zählen und löschen …
history-nothing-chosen = Wählen Sie, was gelöscht werden soll.
history-question = Diesen Verlauf löschen?
history-exchanges =
    { $count ->
        [one] { $count } Zeile des Protokolls
       *[other] { $count } Zeilen des Protokolls
    }
history-messages =
    { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
history-conversations-count =
    { $count ->
        [one] { $count } Unterhaltung
       *[other] { $count } Unterhaltungen
    }
history-files-count =
    { $count ->
        [one] { $count } Datei ({ $size })
       *[other] { $count } Dateien ({ $size })
    }
history-going = Gelöscht wird: { $list }.
history-going-nothing = Davon gibt es nichts.
history-gone = Gelöscht: { $list }.
history-gone-nothing = Es war nichts zu löschen.
history-waiting =
    { $count ->
        [one] { $count } Nachricht ist noch zu senden. Sie bleibt mit allem, was sie braucht.
       *[other] { $count } Nachrichten sind noch zu senden. Sie bleiben mit allem, was sie brauchen.
    }
history-for-good = Das lässt sich nicht zurückholen. Sicherungen behalten, was bei ihrer Erstellung da war.
history-delete-button = Verlauf löschen
history-keep = Behalten
shorter-question = Weniger aufbewahren und den Rest löschen?
shorter-tries =
    { $count ->
        [one] Einzelne Versuche, die älter als { $count } Tag sind, verschwinden aus dem Protokoll.
       *[other] Einzelne Versuche, die älter als { $count } Tage sind, verschwinden aus dem Protokoll.
    }
shorter-room = Protokoll und Dateien belegen { $size } mehr als die neue Grenze. Das Älteste wird gelöscht, bis sie passen.
shorter-save = Speichern und löschen
shorter-keep = Alles behalten

## Wie viel vom Gesagten aufbewahrt wird

field-privacy = Was von Nachrichten aufbewahrt wird
    .help = Für das, was ab jetzt kommt. Es gilt, sobald eine Nachricht weitergegeben ist: Bis dahin bleibt sie ganz, ebenso nicht Zugestelltes, damit es gesendet werden kann. Was schon da ist, bleibt; löschen Sie es unten.
privacy-full = Alles
    .meaning = Worte, Dateien, Anfragen und Antworten. Sie lassen sich ansehen, durchsuchen und erneut senden.
privacy-withoutText = Ohne Text
    .meaning = Wer wann schrieb und was daraus wurde. Keine Worte, keine Inhalte von Anfragen und Antworten; Dateien gehen, wenn ihre Adressen enden. Weitergegebenes lässt sich nicht erneut senden.
privacy-metadataOnly = Nur Metadaten
    .meaning = Wie zuvor, und keine Namen, Adressen und Nummern von Menschen und keine Header: nur Kennungen, Zeiten, Größen und Zustände.
privacy-same = Wie bei allen Kanälen
privacy-channels = Kanäle, die abweichen
privacy-channel = { $name }
