## Unterhaltungen

conversations-title = Unterhaltungen
conversations-sentence = Alle Unterhaltungen aller Kanäle. Öffnen Sie eine, um sie zu lesen, oder wählen Sie mehrere, um sie zu senden.
conversations-grid = Unterhaltungen
conversations-loading = Unterhaltungen werden gelesen
conversations-reading = Weitere werden gelesen
conversations-filters = Welche Unterhaltungen
conversations-quick = Schnellauswahl
conversations-all = Alle
conversations-failed = Mit Fehlern
conversations-flagged = Später zu senden
conversations-search = Nachrichten, Namen, Nummern suchen
conversations-sort = Reihenfolge
conversations-sort-activity-down = Zuletzt aktive zuerst
conversations-sort-activity-up = Am längsten still zuerst
conversations-sort-started-down = Neueste zuerst
conversations-sort-started-up = Älteste zuerst
conversations-sort-messages-down = Längste zuerst
conversations-sort-messages-up = Kürzeste zuerst
conversations-more = Weitere Filter
conversations-more-count = Weitere Filter ({ $count })
conversations-more-clear = Diese löschen
conversations-label = Label
conversations-from = Aktiv seit
conversations-to = Aktiv bis
conversations-of-contact = Nur Unterhaltungen mit { $name }
conversations-of-contact-clear = Unterhaltungen mit allen zeigen
conversations-clear = Filter löschen
conversations-no-match = Keine Unterhaltung passt
conversations-no-match-hint = Ändern Sie die Filter, oder löschen Sie sie, um alle zu sehen.
conversations-empty = Noch keine Unterhaltungen
conversations-empty-hint = Hier steht jede Unterhaltung Ihrer Kanäle, sobald ihre erste Nachricht eintrifft.
conversations-behind = Ältere Unterhaltungen werden noch einsortiert.
conversations-newer = Neues zeigen
conversations-count = { $count ->
    [one] { $count } Unterhaltung
   *[other] { $count } Unterhaltungen
}
conversations-count-loaded = { $count ->
    [one] { $count } Unterhaltung geladen
   *[other] { $count } Unterhaltungen geladen
}
conversations-select-loaded = Alle geladenen auswählen
conversations-actions = Was mit den ausgewählten geschehen soll
column-conversation-contact = Kontakt
column-conversation-status = Status
column-conversation-last = Letzte Nachricht
column-conversation-when = Aktivität
column-conversation-messages = Nachr.
column-conversation-failed = Fehler
column-conversation-labels = Labels
column-conversation-started = Begonnen
column-operator = Operator
conversation-status-open = Offen
conversation-status-pending = Wartend
conversation-status-snoozed = Zurückgestellt
conversation-status-resolved = Gelöst
conversation-status-ended = Beendet
conversation-select = Unterhaltung mit { $name } auswählen
conversation-nobody = Unbekannter Kontakt
conversation-operator-said = Operator:
conversation-no-operator = niemand
conversation-failures = { $count ->
    [one] { $count } nicht zugestellt
   *[other] { $count } nicht zugestellt
}
conversation-messages = { $count ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
}
views-title = Gespeicherte Ansichten
views-empty = Noch keine gespeicherten Ansichten
views-failed = Die gespeicherten Ansichten konnten nicht gelesen werden
views-save = Diese Ansicht speichern als…
    .meaning = Die jetzt gezeigten Filter und die Reihenfolge bleiben unter diesem Namen.
views-save-title = Diese Ansicht speichern
views-save-button = Ansicht speichern
views-name = Name der Ansicht
views-rename = „{ $name }“ umbenennen
views-rename-title = Ansicht umbenennen
views-rename-button = Umbenennen
views-delete = „{ $name }“ löschen
action-undo = Rückgängig

# One conversation
conversation-title = Unterhaltung
conversation-reading = Die Unterhaltung wird gelesen
conversation-parts = Teile der Unterhaltung
conversation-transcript = Verlauf
conversation-contact = Kontakt
conversation-details = Diese Unterhaltung
conversation-number = Nummer
conversation-chat = Chat
conversation-session = Sitzung
conversation-own-id = Nummer hier
conversation-ended-at = Beendet
conversation-copy-id = Kopieren: { $what }
conversation-cover = Texte verdecken
    .meaning = Für den Fall, dass jemand mitsieht: Was gesagt wurde, bleibt verdeckt, bis Sie darauf zeigen oder es mit der Tabulatortaste erreichen.
conversation-events = Ereignisse
conversation-next-failure = Nächster Fehler ({ $count })
    .key = Springt zur nächsten nicht zugestellten Nachricht. Im Verlauf tut die Taste N dasselbe.
conversation-earlier = Frühere Nachrichten
conversation-later = Spätere Nachrichten
conversation-to-end = Zur letzten Nachricht
conversation-menu = Mehr zu dieser Unterhaltung
conversation-copy-transcript = Verlauf kopieren
conversation-print = Verlauf drucken
conversation-note = private Notiz
conversation-sent = Gesendet
    .meaning = Die Plattform hat sie gesendet; noch hat niemand gesagt, dass sie ankam.
# $count: how often the message came again
conversation-repeats = { $count ->
        [one] { $count } Dublette übersprungen
       *[other] { $count } Dubletten übersprungen
    }
    .meaning = Dieselbe Nachricht kam noch einmal. Sie steht im Protokoll und ging nirgendwohin.
conversation-deleted = Diese Nachricht wurde gelöscht.
conversation-said = Die Plattform sagt: { $words }
conversation-journey = Weg
conversation-event-title = { $event } ({ $platform }: { $name })
conversation-file-away = liegt nicht hier
reply-write = Als Operator antworten
reply-note-write = Eine private Notiz schreiben
reply-note = Private Notiz
    .meaning = Nur Operatoren sehen sie; sie erreicht den Kunden nie.
reply-impossible = Hier können Sie nicht antworten.
reply-none = Operatoren antworten in { $platform } selbst; von anderswo nimmt es keine Nachrichten von Operatoren an.
contact-name = Name
contact-email = E-Mail
contact-phone = Telefon
contact-identifier = Ihre eigene Nummer
contact-key = Kontakt in { $platform }
contact-inbox = Inbox in { $platform }
contact-inbox-contact = Contact Inbox in { $platform }
contact-first = Bekannt seit
contact-conversations = Unterhaltungen
contact-show-conversations = { $count ->
    [one] { $count } Unterhaltung zeigen
   *[other] Alle { $count } zeigen
}
contact-only-this = Nur diese
contact-unknown = Über den Kontakt ist nichts bekannt.
contact-erase = Alles zu diesem Kontakt löschen…
contact-erase-question = Alles zu { $name } löschen?
contact-erase-goes = { $count ->
    [one] { $count } Unterhaltung mit allen Nachrichten, Dateien und Zeilen im Verkehrsprotokoll wird von diesem Computer gelöscht.
   *[other] { $count } Unterhaltungen mit allen Nachrichten, Dateien und Zeilen im Verkehrsprotokoll werden von diesem Computer gelöscht.
}
contact-erase-stays = Früher angelegte Sicherungen behalten ihre Kopien; sie werden danach genannt. Was die Plattform und Ihr Endpunkt aufbewahren, bleibt dort.
contact-erase-final = Das lässt sich nicht zurücknehmen.
contact-erase-confirm = Alles löschen
contact-erase-keep = Behalten
contact-erased = Alles zu { $name } wurde gelöscht
erased-conversations = { $count ->
    [one] { $count } Unterhaltung
   *[other] { $count } Unterhaltungen
}
erased-messages = { $count ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
}
erased-exchanges = { $count ->
    [one] { $count } Zeile im Verkehrsprotokoll
   *[other] { $count } Zeilen im Verkehrsprotokoll
}
erased-files = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
}
erased-backups = { $count ->
    [one] Diese Kopie der Daten enthält es noch. Löschen Sie sie, wenn das nicht sein darf:
   *[other] Diese Kopien der Daten enthalten es noch. Löschen Sie sie, wenn das nicht sein darf:
}

# Fetching history
pull-button = Ältere holen…
pull-title = Ältere Unterhaltungen holen
pull-meaning = Switchboard fragt { $platform } nach den Unterhaltungen dieses Kanals, die es hier noch nicht gibt. Deswegen wird niemandem etwas gesendet, und Sie können weiterarbeiten.
pull-from = Nur Unterhaltungen, aktiv seit
    .meaning = Leer: alle, die es gibt. Das kann dauern.
pull-start = Unterhaltungen holen
pull-list = Ältere Unterhaltungen holen
pull-running = Ältere Unterhaltungen von { $name } werden geholt:
pull-done = Die älteren Unterhaltungen von { $name } sind da:
pull-failed = Die älteren Unterhaltungen von { $name } konnten nicht ganz geholt werden; was kam, bleibt. Bisher:
pull-cancelled = Das Holen älterer Unterhaltungen von { $name } wurde angehalten; was kam, bleibt:
# $conversations, $messages: counts
pull-progress = { $conversations ->
        [one] { $conversations } Unterhaltung
       *[other] { $conversations } Unterhaltungen
    }, { $messages ->
        [one] { $messages } neue Nachricht.
       *[other] { $messages } neue Nachrichten.
    }
# $total: how many the platform says there are, as a number with separators
pull-progress-of = { $conversations } von { $total } Unterhaltungen, { $messages ->
        [one] { $messages } neue Nachricht.
       *[other] { $messages } neue Nachrichten.
    }
pull-cancel = Anhalten
pull-hide = { $name } hier nicht mehr zeigen
