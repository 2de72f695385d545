## Start

home-title = Start
home-loading = Wir sehen nach, wie es steht
home-channels = Kanäle
home-key-file = Der Schlüssel zu Ihren Tokens liegt in einer Datei neben den Daten, die nur Sie lesen können, weil dieser Computer keinen Passwortspeicher hat.
home-unclaimed = { $count ->
        [one] { $count } Anfrage kam an eine Adresse, die kein Kanal hat. Sie ist aufbewahrt.
       *[other] { $count } Anfragen kamen an Adressen, die kein Kanal hat. Sie sind aufbewahrt.
    }
home-unclaimed-show = Ansehen und zuordnen
card-channels = Kanäle
card-channels-value = { $working } von { $total } laufen
card-channels-well = Keiner hat Probleme
# $count: channels whose messages do not arrive
card-channels-failing = { $count ->
        [one] { $count } läuft nicht
       *[other] { $count } laufen nicht
    }
card-channels-problems = { $count ->
        [one] { $count } läuft mit Problemen
       *[other] { $count } laufen mit Problemen
    }
card-channels-resting = { $count ->
        [one] { $count } pausiert oder ist aus
       *[other] { $count } pausieren oder sind aus
    }
card-address = Öffentliche Adresse
card-address-none = Noch keine
card-address-local = Nur von diesem Computer aus
card-address-listen = Empfängt auf { $listen }
card-waiting = Wartend
card-waiting-none = Alles ist unterwegs oder angekommen
card-waiting-some = Sicher aufbewahrt, wird von selbst gesendet
card-waiting-paused = Sicher aufbewahrt, wird gesendet, sobald Sie das Senden fortsetzen
card-waiting-channel = Sicher aufbewahrt; ein Teil wartet auf einen Kanal, der pausiert oder aus ist
stopped-waiting = { $count ->
        [0] Nichts wartet.
        [one] { $count } Nachricht wartet.
       *[other] { $count } Nachrichten warten.
    }
stopped-endpoint = An den Endpunkt von „{ $name }“ wird nichts gesendet.
stopped-platform = An die Plattform von „{ $name }“ wird nichts gesendet.
stopped-write-back = Die Plattform von „{ $name }“ erfährt nicht, was aus ihren Nachrichten wurde.
stopped-address = An eine Adresse, an die Unterhaltungen von „{ $name }“ gingen, wird nichts gesendet.
stopped-next = Nächste Prüfung
stopped-open = Kanal öffnen
catch-up-title = Verpasst, während nichts empfangen wurde
catch-up-between = von { $from } bis { $to }
catch-up-running = Verpasstes wird gesucht: { $conversations ->
        [one] { $conversations } Unterhaltung angesehen, bisher { $recovered } verpasst.
       *[other] { $conversations } Unterhaltungen angesehen, bisher { $recovered } verpasst.
    }
catch-up-done = { $recovered ->
        [0] Nichts wurde verpasst.
        [one] { $recovered } Nachricht wurde verpasst und ist nachgeholt.
       *[other] { $recovered } Nachrichten wurden verpasst und sind nachgeholt.
    }
catch-up-failed = Nach dem Verpassten konnte noch nicht gefragt werden. Es wird von selbst erneut versucht.
catch-up-impossible = Was in dieser Zeit gesendet wurde, lässt sich nicht nachholen: Diese Plattform kann man nicht danach fragen.
catch-up-unset = Was in dieser Zeit gesendet wurde, lässt sich nachholen, sobald der Kanal API-Adresse, Kontonummer und Zugriffstoken hat.
catch-up-show = Im Verkehr zeigen
catch-up-more = { $count } weitere zeigen

# $when: eine Zeit
home-as-of = Stand { $when }
home-counts = Nachrichten bisher
home-traffic = Verkehr
home-map = Karte anzeigen
home-counting = Älterer Verkehr wird noch gezählt
home-today = Heute
home-success = Erfolg
    .meaning = Anteil der heutigen Zustellungen, die angekommen sind, an allen abgeschlossenen
home-by-hour = Pro Stunde
counts-today = Heute
counts-week = 7 Tage
counts-month = 30 Tage
counts-received = Empfangen
counts-delivered = Zugestellt
counts-failed = Nicht zugestellt
card-problems = Probleme
card-problems-open = { $count ->
        [0] Keine offen
       *[other] { $count } offen
    }
card-problems-failed = { $count ->
        [0] Heute wurde alles zugestellt
        [one] { $count } Nachricht wurde heute nicht zugestellt
       *[other] { $count } Nachrichten wurden heute nicht zugestellt
    }
card-bulks = Sammelversand
card-bulks-none = Keiner läuft
card-bulks-running = { $count ->
        [one] { $count } läuft
       *[other] { $count } laufen
    }
# $done, $total: Unterhaltungen
card-bulks-done = { $done } von { $total } erledigt
card-bulks-last = { $count ->
        [0] Noch kein Sammelversand
        [one] { $count } abgeschlossen
       *[other] { $count } abgeschlossen
    }
strip-span = Zeitraum der Balken
strip-span-day = 24 Stunden
strip-span-months = 90 Tage
strip-title-day = Letzte 24 Stunden
strip-title-months = Letzte 90 Tage
strip-none = kein Verkehr
strip-ok = alles gut
strip-degraded = einiges musste wiederholt werden oder wurde nicht zugestellt
strip-failing = mindestens so viel nicht zugestellt wie angekommen
# $received, $delivered, $failed: Nachrichten
strip-counts = ({ $received } empfangen, { $delivered } zugestellt, { $failed } nicht zugestellt)
strip-all-none = kein Verkehr
# $active, $ok, $degraded, $failing: Balken
strip-summary = { $active ->
        [one] { $active } Abschnitt mit Verkehr
       *[other] { $active } Abschnitte mit Verkehr
    }: { $ok } gut, { $degraded } mit Wiederholungen oder Fehlschlägen, { $failing } gestört.
# $when: eine Zeit
strip-last = Die letzte Störung begann { $when }.
speed-warning = { $late ->
        [0] Die langsamsten unserer Antworten an Chatwoot dauerten in der letzten Stunde { $slow }; nach 5 Sekunden gibt es auf.
        [one] { $late } von { $of } Antworten an Chatwoot dauerte in der letzten Stunde mehr als 3 Sekunden; nach 5 Sekunden gibt es auf.
       *[other] { $late } von { $of } Antworten an Chatwoot dauerten in der letzten Stunde mehr als 3 Sekunden; nach 5 Sekunden gibt es auf.
    }
    .advice = Dieser Computer ist ausgelastet oder sein Datenträger langsam: Schließen Sie, was nicht gebraucht wird, oder legen Sie die Daten auf einen schnelleren Datenträger.
chart-as-table = Als Tabelle anzeigen
chart-as-picture = Als Diagramm anzeigen
chart-nothing = In diesem Zeitraum gab es keinen Verkehr.
chart-time = Zeit
chart-span = Zeitraum der Diagramme
chart-span-hour = Stunde
chart-span-day = 24 Stunden
chart-span-week = 7 Tage
chart-span-month = 30 Tage
chart-traffic = Nachrichten
chart-received = Empfangen
chart-delivered = Zugestellt
chart-failed = Nicht angekommen
# $received, $delivered, $failed: Nachrichten
chart-traffic-summary = In diesem Zeitraum wurden { $received } empfangen und { $delivered } zugestellt, { $failed } wurden nicht zugestellt.
chart-speed = Wie lange es dauert
chart-through = Vom Eingang bis zur Zustellung
chart-answer = Antwort Ihres Programms
chart-ack = Unsere Antwort an die Plattform
# $through, $slow: Dauern
chart-speed-summary = Vom Eingang bis zur Zustellung brauchte die Hälfte höchstens { $through }; das langsamste Zwanzigstel brauchte { $slow } oder länger.

welcome-title = Willkommen bei Switchboard
welcome-sentence = Switchboard steht zwischen Ihren Chat-Plattformen und Ihrem eigenen Programm und zeigt jede Nachricht und was aus ihr wurde.
welcome-path = Der Weg einer Nachricht
welcome-platforms = Ihre Chat-Plattformen
    .meaning = ELMA365, Chatwoot und seine Familie oder Userlike senden ihre Nachrichten an eine Adresse, die Sie dort einfügen.
welcome-relay = Switchboard
    .meaning = Speichert jede Nachricht sicher, antwortet sofort und versucht es, bis sie angekommen ist.
welcome-endpoint = Ihr Endpunkt
    .meaning = Ihr eigenes Programm, wo immer es läuft, bekommt die Nachrichten, die es haben soll.
welcome-demo = Mit Beispielen ausprobieren
welcome-local = Alles bleibt auf diesem Computer. Ein Konto gibt es nicht.
