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
card-channels-well = Nichts braucht Sie
card-channels-troubled = { $count ->
        [one] { $count } braucht einen Blick
       *[other] { $count } brauchen einen Blick
    }
card-channels-resting = { $count ->
        [one] { $count } pausiert oder ist aus
       *[other] { $count } pausieren oder sind aus
    }
card-address = Öffentliche Adresse
card-address-none = Noch keine
card-address-local = Nur von diesem Computer aus
card-address-listen = Empfängt auf { $listen }
card-failed = Heute nicht zugestellt
card-failed-of = Heute { $delivered } zugestellt, { $received } empfangen
card-waiting = Wartend
card-waiting-none = Alles ist unterwegs oder angekommen
card-waiting-some = Sicher aufbewahrt, wird von selbst gesendet
stopped-waiting = { $count ->
        [0] Nichts wartet.
        [one] { $count } Nachricht wartet.
       *[other] { $count } Nachrichten warten.
    }
stopped-endpoint = An den Endpunkt von „{ $name }“ wird nichts gesendet.
stopped-platform = An die Plattform von „{ $name }“ wird nichts gesendet.
stopped-write-back = Die Plattform von „{ $name }“ erfährt nicht, was aus ihren Nachrichten wurde.
stopped-address = An eine Adresse, an die Konversationen von „{ $name }“ gingen, wird nichts gesendet.
stopped-next = Nächste Prüfung
stopped-open = Kanal öffnen
catch-up-title = Verpasst, während nichts zu hören war
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
