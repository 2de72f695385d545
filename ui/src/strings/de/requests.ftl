## Briefe

request-private-network = Bitte { $platform } eine Adresse in unserem Netz aufrufen lassen
    .letter =
        Guten Tag,

        unser { $platform } soll seine Ereignisse an ein Programm in unserem eigenen Netz senden:

        { $intake }

        { $platform ->
            [Chatwoot] Seit Version 4.14 lehnt Chatwoot private Adressen ab.
           *[other] { $platform } ist auf Chatwoot gebaut, das seit Version 4.14 private Adressen ablehnt.
        } Bitte setzen Sie in seiner Umgebung Folgendes (es gilt ab 4.14.1) und starten Sie es neu:

        SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true

        Die Adresse braucht einen Namen mit Punkt oder eine IP-Adresse. Vielen Dank.
request-outgoing = Bitte ausgehende Verbindungen zu { $host } erlauben
    .letter =
        Guten Tag,

        der Computer { $computer } muss { $host } über HTTPS (TCP-Port 443) erreichen und den Namen per DNS finden können. Die Verbindungen gehen nur nach außen; nach innen ist nichts zu öffnen.

        Falls sie über einen Proxy laufen, nennen Sie mir bitte seine Adresse. Er darf Anfragen der Art application/json weder zurückhalten noch ändern. Vielen Dank.
request-underscores = Bitte Header mit Unterstrich bei { $host } durchlassen
    .letter =
        Guten Tag,

        { $host } steht hinter nginx, das Header mit Unterstrich im Namen verwirft. An der API meldet man sich mit dem Header api_access_token an; Anfragen mit richtigem Token werden deshalb mit 401 beantwortet.

        Bitte ergänzen Sie im Server-Block und laden Sie nginx neu:

        underscores_in_headers on;

        Vielen Dank.
request-reverse-proxy = Bitte { $public } an unser Programm weiterleiten
    .letter =
        Guten Tag,

        bitte leiten Sie Anfragen an { $public } mit gültigem Zertifikat an { $relay } weiter. Für nginx:

        location / {"{"}
            proxy_pass http://{ $relay };
            proxy_set_header Host $host;
            proxy_request_buffering off;
            client_max_body_size 850m;
            underscores_in_headers on;
        {"}"}

        (underscores_in_headers gehört in den Server-Block.) Benutzt werden GET und POST, mit Pfaden unter /in, /out und /file. Vielen Dank.
request-certificate = Bitte das Zertifikat von { $host } erneuern
    .letter =
        Guten Tag,

        das Zertifikat von { $host } wird nicht angenommen: Es ist abgelaufen, noch nicht gültig, oder seine Kette ist unvollständig. Bitte erneuern Sie es und lassen Sie den Server auch die Zwischenzertifikate senden.

        Bis dahin werden keine Nachrichten dorthin gesendet; sie sind aufbewahrt. Vielen Dank.
request-certificate-name = Das Zertifikat von { $host } gilt für einen anderen Namen
    .letter =
        Guten Tag,

        { $host } zeigt ein Zertifikat für einen anderen Namen. Bitte nehmen Sie { $host } in das Zertifikat auf oder nennen Sie mir den Namen, unter dem der Server aufzurufen ist. Vielen Dank.
request-endpoint-down = { $host } antwortet nicht
    .letter =
        Guten Tag,

        { $host } nimmt seit einiger Zeit unsere Anfragen nicht an: Es antwortet nicht, verweigert die Verbindung oder meldet einen eigenen Fehler (5xx). Bitte sehen Sie nach, ob das Programm läuft und was sein Protokoll sagt.

        Nichts ist verloren: Nachrichten werden aufbewahrt und von selbst wieder gesendet. Eine Anfrage sollte binnen 30 Sekunden beantwortet sein. Vielen Dank.
request-rights = Bitte unserem Benutzer in { $platform } Rechte geben
    .letter =
        Guten Tag,

        das Token, das wir in { $platform } benutzen, gilt, aber sein Besitzer sieht den nötigen Posteingang nicht. Bitte machen Sie diesen Benutzer zum Administrator oder fügen Sie ihn dem Posteingang als Agenten hinzu. Vielen Dank.
request-firewall = Bitte unser Programm durch die Firewall lassen
    .letter =
        Guten Tag,

        auf dem Computer { $computer } empfängt das Programm Switchboard an { $relay } (TCP). Eine Firewall oder ein Virenschutz blockiert es. Bitte erlauben Sie eingehende Verbindungen zu diesem Port, zumindest vom Reverse-Proxy. Vielen Dank.
request-clock = Bitte die Uhr von { $computer } stellen lassen
    .letter =
        Guten Tag,

        die Uhr von { $computer } geht um Minuten falsch, und Signaturen von Anfragen werden deshalb abgelehnt. Bitte schalten Sie den Zeitabgleich ein (NTP, UDP-Port 123 ausgehend). Vielen Dank.
