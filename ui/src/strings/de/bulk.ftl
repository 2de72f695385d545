## Sammelversand

bulk-title = Sammelversand
bulk-sentence = Viele Unterhaltungen an ein Ziel, in einem Tempo, das ihm passt.
bulk-new = Neuer Sammelversand
bulk-loading = Der Sammelversand wird gelesen
bulk-empty = Noch kein Sammelversand
bulk-empty-hint = Ein Sammelversand sendet Unterhaltungen, die Sie auswählen, nacheinander an Ihren Endpunkt, an eine andere Adresse oder in einen anderen Kanal.
bulk-running = Läuft oder wartet auf Sie
bulk-history = Früher
bulk-all = Alle Sammelversände
bulk-to = An { $name }
bulk-state-preparing = In Vorbereitung
    .meaning = Die Auswahl wird festgehalten. Noch ist nichts gesendet.
bulk-state-running = Sendet
    .meaning = Er läuft von selbst, auch bei geschlossenem Fenster.
bulk-state-paused = Pausiert
    .meaning = Er wartet, bis Sie ihn fortsetzen.
bulk-state-interrupted = Unterbrochen
    .meaning = Switchboard wurde beendet, während er lief. Nichts wird gesendet, bis Sie ihn fortsetzen.
bulk-state-cancelled = Abgebrochen
    .meaning = Der Rest wurde nicht gesendet. Was gesendet war, bleibt gesendet.
bulk-state-done = Fertig
    .meaning = Jede Unterhaltung ist zu ihrem Ende gekommen.
bulk-choice-ids = { $count ->
        [one] { $count } in der Liste gewählte Unterhaltung
       *[other] { $count } in der Liste gewählte Unterhaltungen
    }
bulk-choice-filter = { $count ->
        [one] { $count } Unterhaltung, die zu einem Filter passte
       *[other] { $count } Unterhaltungen, die zu einem Filter passten
    }
bulk-choice-text = { $count ->
        [one] { $count } eingefügte oder aus einer Datei gelesene Zeile
       *[other] { $count } eingefügte oder aus einer Datei gelesene Zeilen
    }
bulk-delivered = Zugestellt
bulk-skipped = Übersprungen
bulk-failed = Nicht zugestellt
bulk-unknown = Unbekannt
bulk-left = Übrig
bulk-total = Alle
bulk-delivered-count = { $count } zugestellt
bulk-skipped-count = { $count } übersprungen
bulk-failed-count = { $count } nicht zugestellt
bulk-unknown-count = { $count } unbekannt
bulk-left-count = { $count } übrig
bulk-progress = { $done } von { $total }
bulk-time-left = noch etwa { $time }
bulk-estimating = wird geschätzt…
bulk-waits = Das Ziel bittet, bis { $time } zu warten. Danach geht es von selbst weiter.
bulk-speed = { $count } pro Sekunde
bulk-speed-at = mit { $count } pro Sekunde
bulk-speed-fast = so schnell, wie das Ziel es zulässt
bulk-speed-now = zuletzt { $speed } pro Sekunde
bulk-closing = Sie können dieses Fenster schließen; das Senden geht weiter.
bulk-said-state = Sammelversand: { $state }. { $done } von { $total } fertig, { $failed } nicht zugestellt.
bulk-created = Begonnen
bulk-ended = Beendet
bulk-stopped-at = Ein Sammelversand blieb bei { $done } von { $total } stehen
bulk-paused-at = Ein Sammelversand pausiert bei { $done } von { $total }
bulk-stopped-why = Switchboard wurde beendet, während er lief. Was gesendet war, wird nicht noch einmal gesendet.
bulk-pause = Pausieren
bulk-resume = Fortsetzen
bulk-details = Einzelheiten
bulk-cancel = Rest abbrechen
bulk-cancel-question = Den Rest abbrechen?
bulk-cancel-consequence = { $left ->
        [one] Die übrige { $left } Unterhaltung wird nicht gesendet.
       *[other] Die übrigen { $left } Unterhaltungen werden nicht gesendet.
    } { $sent ->
        [0] Noch ist nichts gesendet.
        [one] Die eine gesendete lässt sich nicht zurückholen.
       *[other] Die { $sent } gesendeten lassen sich nicht zurückholen.
    }
bulk-cancel-confirm = Die übrigen { $left } abbrechen
bulk-cancel-keep = Weiter senden
bulk-cancel-keep-paused = Warten lassen
bulk-resend-unknown = { $count ->
        [one] { $count } unbekannte noch einmal senden (sie kann doppelt ankommen)
       *[other] { $count } unbekannte noch einmal senden (sie können doppelt ankommen)
    }
bulk-unknown-why = Niemand weiß, ob diese angekommen sind: Vor der Unterbrechung kam keine Antwort.
bulk-resend-button = { $count ->
        [one] { $count } unbekannte noch einmal senden
       *[other] { $count } unbekannte noch einmal senden
    }
bulk-retry = { $count } nicht zugestellte wiederholen
bulk-items = Unterhaltungen dieses Sammelversands
bulk-items-filter = Anzeigen
bulk-items-loading = Die Liste wird gelesen
bulk-items-none = Keine
bulk-items-none-hint = Keine Unterhaltung dieses Sammelversands ist in diesem Zustand.
bulk-column-number = Nr.
bulk-column-why = Grund
bulk-column-tries = Versuche
bulk-column-links = Öffnen
bulk-item-received = Noch zu senden
bulk-item-line = Zeile { $line }
bulk-item-log = Verkehr
bulk-item-log-of = Anfrage an { $who } im Verkehr
bulk-item-journey = Weg
bulk-item-journey-of = Weg der Sendung an { $who }
bulk-item-conversation = Unterhaltung
bulk-item-conversation-of = Unterhaltung mit { $who }
bulk-skip-empty = keine Nachrichten
    .meaning = In der Unterhaltung ist nichts, was gesendet werden könnte.
bulk-skip-twice = doppelt gewählt
    .meaning = Dieselbe Unterhaltung steht weiter oben in der Auswahl und wird einmal gesendet.
bulk-skip-same-channel = schon in diesem Kanal
    .meaning = Die Unterhaltung liegt in eben dem Kanal, an den sie gesendet würde.
bulk-skip-no-endpoint = Kanal ohne Endpunkt
    .meaning = Tragen Sie im Kanal die Adresse Ihres Endpunkts ein, oder wählen Sie ein anderes Ziel.
bulk-skip-gone = nicht mehr hier
    .meaning = Die Unterhaltung wurde gelöscht oder ist abgelaufen.
bulk-skip-not-found = nicht gefunden
    .meaning = Keine Unterhaltung hier hat diese Id. Die eines Chatwoot-Kanals lassen sich unter Unterhaltungen zuerst holen.
bulk-skip-unreadable = nicht lesbar
    .meaning = In der Zeile steht keine Unterhaltung, oder ihre Anführungszeichen sind nicht geschlossen.
bulk-skip-no-channel = kein solcher Kanal
    .meaning = Die Zeile nennt einen Kanal, der nicht hier ist, oder keinen, obwohl mehrere diese Id haben.
bulk-skip-cancelled = abgebrochen
    .meaning = Sie haben den Rest abgebrochen, bevor sie an die Reihe kam.
bulk-skip-no-target = Ziel entfernt
    .meaning = Das Ziel wurde gelöscht, bevor sie an die Reihe kam.
bulk-steps = Schritte
bulk-step-choose = Auswählen
bulk-step-check = Prüfen
bulk-step-send = Senden
bulk-step-result = Ergebnis
bulk-step-done = erledigt
bulk-choose-what = Was gesendet wird
bulk-choose-where = Wohin
bulk-choose-speed = Wie schnell
bulk-chosen-ids = { $count ->
        [one] { $count } Unterhaltung, die Sie gewählt haben
       *[other] { $count } Unterhaltungen, die Sie gewählt haben
    }
bulk-chosen-filter = { $count ->
        [0] Keine Unterhaltung passt zum Filter
        [one] { $count } Unterhaltung, die zum Filter passt
       *[other] { $count } Unterhaltungen, die zum Filter passen
    }
bulk-chosen-more = Mehr als { $count } Unterhaltungen, die zum Filter passen
bulk-chosen-counting = Unterhaltungen, die zum Filter passen
bulk-chosen-every = Alle Unterhaltungen aller Kanäle
bulk-match-channel = Kanal: { $value }
bulk-match-status = Status: { $value }
bulk-match-contact = Kontakt: { $value }
bulk-match-operator = Operator: { $value }
bulk-match-label = Label: { $value }
bulk-match-text = Text: { $value }
bulk-match-failed = mit Fehlern
bulk-match-flagged = zum Senden vorgemerkt
bulk-match-from = ab { $value }
bulk-match-to = bis { $value }
bulk-choose-text = Ids oder eine CSV-Datei
bulk-choose-text-hint = Eine Id je Zeile, oder eine Tabelle mit den Spalten „channel“ (Name oder Id eines Kanals) und „conversation“ (die Id auf der Plattform). Andere Spalten bleiben für das Ergebnis erhalten.
bulk-choose-list = In der Liste der Unterhaltungen auswählen
bulk-text = Ids oder eine Tabelle
bulk-text-channel = Kanal für Zeilen, die keinen nennen
bulk-text-channel-none = Keiner
bulk-file = Datei wählen
bulk-file-remove = Stattdessen Text einfügen
bulk-file-size = { $lines ->
        [one] { $lines } Zeile, { $size }
       *[other] { $lines } Zeilen, { $size }
    }
bulk-file-large = Diese Datei ist größer als { $size }. Teilen Sie sie, und senden Sie die Teile nacheinander.
bulk-file-unreadable = Diese Datei lässt sich nicht als Text lesen.
bulk-targets-loading = Mögliche Ziele werden gelesen
bulk-target-endpoint = Ihr Endpunkt
    .meaning = Jede Unterhaltung geht an den Endpunkt ihres eigenen Kanals.
bulk-target-address = Eine andere Adresse
    .meaning = Nur für diesen Sammelversand.
bulk-address = Adresse
bulk-rate = Unterhaltungen pro Sekunde
bulk-fast = So schnell, wie das Ziel es zulässt
    .meaning = Für Ziele, die dafür gemacht sind. Bittet das Ziel, langsamer zu senden, geschieht das.
bulk-pause-after = Nach 10 Fehlern hintereinander pausieren
    .meaning = Damit nichts weiter an ein Ziel geht, das nicht mehr arbeitet.
bulk-check = Prüfen
bulk-check-again = Noch einmal prüfen
bulk-checking = Es wird geprüft: nichts wird gesendet
bulk-missing-choice = Fügen Sie Ids ein, oder wählen Sie eine Datei.
bulk-missing-target = Wählen Sie, wohin gesendet wird.
bulk-missing-address = Tragen Sie eine Adresse ein, die mit http:// oder https:// beginnt.
bulk-ready = { $count ->
        [one] { $count } Unterhaltung ist bereit
       *[other] { $count } Unterhaltungen sind bereit
    }
bulk-ready-none = Keine Unterhaltung ist bereit
bulk-of-chosen = von { $total } gewählten
bulk-skipped-title = { $count ->
        [one] { $count } wird übersprungen
       *[other] { $count } werden übersprungen
    }
bulk-skipped-reason = { $count }: { $reason }
bulk-wrong-title = Zeilen, die nicht zu gebrauchen sind
bulk-wrong-first = Gezeigt werden die ersten { $count }.
bulk-wrong-line = Zeile
bulk-wrong-text = Text
bulk-samples = So werden sie gesendet
bulk-samples-channel = So liest sie die andere Seite
bulk-sample = Mit { $who }
bulk-sample-messages = { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
bulk-target-title = Ziel
bulk-target-well = Das Ziel ist erreichbar.
bulk-target-trouble = Das Ziel hat die Prüfung nicht bestanden. Sie können fortfahren; kommt nichts an, pausiert der Sammelversand von selbst.
bulk-back = Zurück
bulk-next = Weiter
bulk-changed = Inzwischen hat sich die Zahl der bereiten Unterhaltungen geändert. Sehen Sie vor dem Senden noch einmal hin.
bulk-confirm = { $count ->
        [one] { $count } Unterhaltung an { $name } senden, { $speed }?
       *[other] { $count } Unterhaltungen an { $name } senden, { $speed }?
    }
bulk-confirm-time = { $count ->
        [one] { $count } Unterhaltung an { $name } senden, { $speed } (etwa { $time })?
       *[other] { $count } Unterhaltungen an { $name } senden, { $speed } (etwa { $time })?
    }
bulk-confirm-recall = Was gesendet ist, lässt sich nicht zurückholen. Den Rest können Sie jederzeit pausieren oder abbrechen.
bulk-confirm-frozen = Gesendet werden genau diese Unterhaltungen, was auch immer inzwischen hereinkommt.
field-target = Ziel
field-choice = Auswahl
field-confirmed = Zahl der Unterhaltungen
bulk-send = { $count } senden
