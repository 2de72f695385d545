## Prüfungen auf dem Weg eines Kanals

check-clock = Die Uhren stimmen überein
check-token = Ihr Token wird angenommen
check-rights = Sein Inhaber darf dort arbeiten
check-inbox = Der Posteingang hat die richtige Art
check-webhook = Der Posteingang sendet an diesen Kanal
check-hello = Die Plattform hat sich gemeldet
check-listening = Switchboard nimmt Anfragen an
check-local = Dieser Computer lässt Anfragen herein
check-public = Die öffentliche Adresse führt hierher
check-message = Eine Testnachricht
check-sent = Eine Testnachricht wurde geschrieben
check-back = Sie kam zu diesem Kanal zurück
check-cleaned = Die Spuren des Tests sind entfernt
checkup-part-platform = Die Plattform
checkup-part-intake = Switchboard
checkup-part-endpoint = Ihr Endpunkt
checkup-part-message = Eine Nachricht hin und zurück
checkup-state-well = in Ordnung
checkup-state-warning = in Ordnung, mit Hinweis
checkup-state-failed = funktioniert nicht
checkup-state-skipped = nicht geprüft
checkup-state-running = wird geprüft
# $at: the date
checkup-certificate-good = Gültig bis { $at }.
# $days: days left; $at: the date
checkup-certificate-ends = { $days ->
        [0] Es läuft heute ab. Bitten Sie den Betreiber des Servers, es zu erneuern.
        [one] Es läuft in { $days } Tag ab, am { $at }. Bitten Sie den Betreiber des Servers, es zu erneuern.
       *[other] Es läuft in { $days } Tagen ab, am { $at }. Bitten Sie den Betreiber des Servers, es zu erneuern.
    }
# $minutes: how far the clocks are apart
checkup-clock-off = { $minutes ->
        [one] Die Uhr dieses Computers weicht um { $minutes } Minute ab. Ab 5 Minuten werden Signaturen abgelehnt.
       *[other] Die Uhr dieses Computers weicht um { $minutes } Minuten ab. Ab 5 Minuten werden Signaturen abgelehnt.
    }
checkup-no-endpoint = Es gibt noch keinen Endpunkt. Nachrichten werden aufbewahrt, bis Sie einen eintragen.
# $platform: the platform's name
checkup-no-address = Die Adresse von { $platform } fehlt.
checkup-no-token = Ohne Token von { $platform } kann dorthin nichts gesendet werden. Das Empfangen funktioniert.
checkup-no-account = Es ist kein Konto gewählt, deshalb kann an { $platform } nichts gesendet werden.
checkup-every-inbox = Der Kanal nimmt die Ereignisse aller Posteingänge.
# $who: the owner of the token
checkup-signed-in = Angemeldet als { $who }.
checkup-signed-in-dashed = Angemeldet als { $who }. Der Server entfernt eine Form unserer Anmeldung, deshalb verwenden wir die andere.
# $name: the account
checkup-administrator = Administrator von { $name }.
checkup-agent = Agent von { $name }: darf schreiben, aber keine Posteingänge ändern.
# $name: the inbox
checkup-api-inbox = { $name }
checkup-other-inbox = „{ $name }“ ist nicht von der Art API: Seine Nachrichten können über den Webhook des Kontos empfangen und als Operator beantwortet werden, aber niemand kann als Kunde hineinschreiben.
checkup-hello-awaited = Von { $platform } ist noch nichts gekommen.
checkup-disconnected = { $platform } hat die Verbindung beendet. Verbinden Sie den Kanal dort erneut.
# $address: host and port
checkup-listens = { $address }
checkup-local-only = Es ist keine öffentliche Adresse eingetragen: Nur Programme auf diesem Computer können hierher senden.
# $host: the public address
checkup-public-inside = { $host } gibt es nur in Ihrem Netzwerk: Plattformen im Internet erreichen die Adresse nicht.
checkup-public-silent = { $host } antwortet von hier aus nicht. Manche Router führen aus dem eigenen Netz nicht wieder hinein; Gewissheit gibt erst eine echte Nachricht.
checkup-message-first = Beheben Sie zuerst, was nicht funktioniert.
checkup-message-no-inbox = Dafür braucht es ein Token, ein Konto und einen Posteingang der Art API.
checkup-message-elma365 = { $platform } antwortet nur, wenn ein Operator antwortet; ohne ihn lässt sich nichts prüfen. Schreiben Sie stattdessen als Kunde.
checkup-message-userlike = { $platform } sendet nur; dorthin kann nichts geschrieben werden.
checkup-message-resolved = Nur ein Administrator darf Kontakte löschen, deshalb wurde die Unterhaltung abgeschlossen.
checkup-stopped = Angehalten.
checkup-test-name = Switchboard-Test
checkup-test-text = Dies ist ein Test der Verbindung. Er entfernt sich selbst; Sie müssen nichts tun.
