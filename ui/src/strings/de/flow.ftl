## Die Karte des Verkehrs

flow-title = Karte des Verkehrs
flow-sentence = Wer da ist, was sich dazwischen bewegt und wie gut. Wählen Sie ein Feld oder eine Linie, um mehr zu sehen.
flow-loading = Gezähltes wird gelesen
flow-relay = Switchboard
flow-kind-channel = Kanal
flow-kind-endpoint = Endpunkt
flow-kind-link = Verknüpfung
flow-window = Raten der letzten
flow-window-minutes = 5 Min.
flow-window-hour = 1 Stunde
flow-window-day = 24 Stunden
flow-view = Anzeigen als
flow-view-map = Karte
flow-view-table = Tabelle
flow-search = Auf der Karte suchen
flow-group = Nach Plattform gruppieren
flow-still = Bewegung anhalten
flow-move = Bewegung zeigen
flow-controls = Größe der Karte
flow-zoom-in = Größer
flow-zoom-out = Kleiner
flow-fit = Alles zeigen
flow-keys = Leertaste zeigt Einzelheiten, Eingabe öffnet das Protokoll.
flow-empty = Noch keine Kanäle
    .meaning = Die Karte zeigt Ihre Kanäle, Switchboard und Ihre Endpunkte und was sich dazwischen bewegt.
flow-no-match = Nichts auf der Karte enthält diese Wörter
flow-show-all = Alles zeigen
flow-stopped = steht
# $when: a time or a date
flow-stopped-since = steht seit { $when }
flow-paused = pausiert
# $count: Nachrichten
flow-waiting = { $count ->
        [one] { $count } wartet
       *[other] { $count } warten
    }
flow-link = verknüpft zwei Kanäle
flow-endpoint = Ihr Programm
flow-nothing-yet = noch nichts
# $rate: Nachrichten pro Minute
flow-rate = { $rate }/Min.
# $count: Nachrichten
flow-today = { $count } heute
flow-today-received = { $count ->
        [one] Heute { $count } Nachricht empfangen.
       *[other] Heute { $count } Nachrichten empfangen.
    }
flow-today-delivered = { $count ->
        [one] Heute { $count } Nachricht zugestellt.
       *[other] Heute { $count } Nachrichten zugestellt.
    }
flow-failed = { $count ->
        [one] { $count } in den letzten 24 Stunden nicht zugestellt
       *[other] { $count } in den letzten 24 Stunden nicht zugestellt
    }
# $from, $to: Namen
flow-edge-none = { $from } an { $to }: kein Verkehr in diesem Zeitraum.
# $rate: Nachrichten pro Minute; $share: Prozent
flow-edge-well = { $from } an { $to }: { $rate } pro Minute, alle sofort angekommen.
flow-edge-failing = { $from } an { $to }: { $rate } pro Minute, { $share } nicht sofort angekommen.
# $took: eine Dauer
flow-edge-took = Die Hälfte wurde innerhalb von { $took } beantwortet.
# $count: Nachrichten; $span: eine Dauer
flow-queue-none = Nichts wartet.
flow-queue = { $count ->
        [one] { $count } wartet
       *[other] { $count } warten
    }
flow-queue-oldest = { $count ->
        [one] { $count } wartet, seit { $span }
       *[other] { $count } warten, längste { $span }
    }
flow-health-none = Kein Verkehr
flow-health-ok = Alles angekommen
flow-health-degraded = Teilweise gestört
flow-health-failing = Gestört
flow-table = Die Karte als Tabelle
flow-to = an
flow-column-way = Weg
flow-column-health = Wie gut
flow-column-rate = Rate
flow-column-success = Sofort
flow-column-bad = Nicht angekommen
flow-column-took = Antwortzeit
flow-column-who = Wer
flow-column-today = Heute
    .meaning = Bei einem Kanal angenommene Anfragen, bei einem Endpunkt angekommene Zustellungen, seit Mitternacht UTC.
flow-replay = Wiedergabe
flow-replay-title = Wiedergabe eines vergangenen Zeitraums
flow-replay-moment = Gezeigter Moment
flow-replay-speed = Geschwindigkeit
flow-replay-play = Abspielen
flow-replay-pause = Anhalten
flow-replay-end = Zurück zu jetzt
# $when: eine Zeit
flow-replay-shown = Die Karte zeigt { $when }.
# $when: a time
flow-past = So war es um { $when }. Wie es den Beteiligten damals ging und was wartete, wird nicht aufbewahrt.
# $name: ein Knoten oder ein Weg
flow-pane = Einzelheiten zu { $name }
flow-open-log = Im Protokoll zeigen
flow-open-link = Verknüpfung öffnen
# $count: Kanäle
flow-ungroup = { $count ->
        [one] { $count } Kanal zeigen
       *[other] { $count } Kanäle zeigen
    }
flow-channels = { $count ->
        [one] Von { $count } Kanal
       *[other] Von { $count } Kanälen zusammen
    }
flow-took = Antwortzeit
flow-took-summary = Die Hälfte wurde innerhalb von { $took } beantwortet.
flow-answers = Was geantwortet wurde
flow-no-answer = keine Antwort
flow-newest = Letzte Nachrichten
flow-newest-none = Noch nichts.
flow-no-text = Ohne Text
