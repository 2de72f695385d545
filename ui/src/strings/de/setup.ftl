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
checkup-message-resolved = Nur ein Administrator darf Kontakte löschen, deshalb wurde die Unterhaltung gelöst.
checkup-stopped = Angehalten.
checkup-test-name = Switchboard-Test
checkup-test-text = Dies ist ein Test der Verbindung. Er entfernt sich selbst; Sie müssen nichts tun.

## Der Assistent

setup-title = Einen Kanal einrichten
# $name: the channel
setup-title-of = { $name } einrichten
setup-sentence = Vier kleine Schritte. Was Sie eingeben, bleibt erhalten: Sie können gehen und später weitermachen.
setup-loading = Wird gelesen
# $number: the step; $count: how many there are
setup-step = Schritt { $number } von { $count }
setup-way-platform = Ihre Plattform
setup-way-endpoint = Ihr Programm
setup-next = Weiter
setup-back = Zurück
setup-local = Alles bleibt auf diesem Computer. Es gibt kein Konto.
setup-platform-title = Welche Plattform benutzen Ihre Kunden oder Operatoren?
setup-platform-elma365 = Operatoren antworten in ELMA365. Es meldet sich bei uns, und der Rest wird ausgefüllt.
setup-platform-chatwoot = Wir brauchen die Adresse Ihres Servers und ein Token; Sie wählen aus einer Liste.
setup-platform-userlike = Userlike meldet uns jeden Chat. Zurückgeschrieben werden kann nichts.
setup-platform-fixed = Den Kanal gibt es schon, deshalb bleibt seine Plattform.
# $platform: the platform's name
setup-connect-title = Mit { $platform } verbinden
setup-connect-elma365 = Sie müssen nichts nachschlagen. Wählen Sie eine Bestätigungszeichenfolge oder nehmen Sie unsere: { $platform } zeigt sie mit jeder Anfrage.
setup-connect-chatwoot = Geben Sie die Adresse Ihres { $platform } und Ihr Zugriffstoken ein. Konten und Posteingänge suchen wir für Sie heraus.
setup-connect-userlike = { $platform } kann mit jeder Anfrage einen geheimen Header zeigen, damit wir wissen, dass es wirklich { $platform } ist. Nehmen Sie unseren; Sie fügen ihn gleich dort ein.
setup-address-of = Adresse Ihres { $platform }
setup-address-help = Jede Seite Ihres Dashboards genügt: Kopieren Sie ihre Adresse aus dem Browser.
setup-use-copied = Kopierte Adresse nehmen
setup-copied-refused = Aus der Zwischenablage ließ sich keine Adresse nehmen. Fügen Sie sie von Hand in das Feld ein.
setup-token-kept = Es ist gespeichert. Geben Sie ein anderes ein, um es zu ersetzen.
setup-token-elma365 = Wir haben eine für Sie gemacht. Sie können eine eigene eingeben oder das Feld leer lassen.
setup-token-userlike = Wir haben einen für Sie gemacht. Sie können einen eigenen eingeben oder das Feld leer lassen.
setup-secret-header-help = Der Name des Headers, den Sie im API-Add-on von Userlike hinzufügen.
setup-copy-later = In Schritt 4 zeigen wir es Ihnen noch einmal.
setup-look = Konten und Posteingänge zeigen
# $who: the owner of the token; $url: the server
setup-looked = Bei { $url } angemeldet als { $who }.
setup-account = Welches Konto?
setup-role-administrator = Sie sind Administrator
setup-role-agent = Sie sind Agent
# $name: the account
setup-inbox = Welcher Posteingang von { $name }?
# $name: a channel
setup-inbox-used = der Kanal „{ $name }“ benutzt ihn schon
# $url: an address
setup-inbox-elsewhere = sendet jetzt an { $url }
setup-inbox-new = Einen neuen Posteingang anlegen
    .meaning = Von der Art API, mit allem, was dieser Kanal braucht.
    .agent = Das kann nur ein Administrator: Bitten Sie ihn um ein Token oder einen Posteingang.
setup-inbox-name = Name des neuen Posteingangs
setup-no-account = Der Inhaber dieses Tokens gehört zu keinem Konto. Bitten Sie einen Administrator, ihn aufzunehmen.
setup-without-token = Nur empfangen, ohne Token
setup-hint-token = Geben Sie zuerst das Zugriffstoken ein.
setup-hint-look = Wir suchen Ihre Konten und Posteingänge heraus; wählen Sie einen davon.
setup-hint-account = Wählen Sie ein Konto.
setup-hint-inbox = Wählen Sie einen Posteingang oder legen Sie einen an.
setup-endpoint-title = Wohin sollen Nachrichten gehen?
setup-endpoint-sentence = Ein Endpunkt ist die Adresse Ihres eigenen Programms, das jede Nachricht bekommt und antworten kann.
setup-endpoint-own = An mein eigenes Programm
    .meaning = Es hat eine Adresse, die Nachrichten annimmt.
setup-endpoint-practice = An den Übungsendpunkt
    .meaning = Er antwortet an der Stelle eines Programms und zeigt, was ankommt. Eine Adresse können Sie jederzeit eintragen.
setup-endpoint-none = Ich habe noch keines
    .meaning = Nachrichten werden aufbewahrt und hier gezeigt. Eine Adresse können Sie jederzeit eintragen.
setup-endpoint-address = Adresse Ihres Programms
setup-endpoint-try = Diese Adresse prüfen
setup-endpoint-anyway = Sie können trotzdem weitermachen: Nachrichten werden aufbewahrt und erneut versucht, bis sie ankommen.
# $scheme: https:// or http://
setup-scheme-added = Wir haben { $scheme } vor die Adresse gesetzt.
setup-hint-endpoint = Geben Sie die Adresse ein oder wählen Sie „Ich habe noch keines“.
setup-join = Auch mit einem anderen Kanal verbinden
    .meaning = Die Kunden des einen sprechen dann mit den Operatoren des anderen. Freiwillig.
setup-join-none = Kein anderer Kanal
setup-paste = Was einzufügen ist
setup-header-name = Name des Headers:
# $count: how many events
setup-userlike-events = { $count ->
        [one] Das { $count } Ereignis, das Sie dort ankreuzen können
       *[other] Die { $count } Ereignisse, die Sie dort ankreuzen können
    }
setup-public-inside = Diese Adresse gibt es nur in Ihrem Netzwerk. { $platform } im Internet erreicht sie nicht.
setup-public-near = Ihr { $platform } scheint im selben Netzwerk zu sein, dann kann es funktionieren; neuere Server brauchen dafür SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true.
setup-public-ask = An den Betreiber schreiben
setup-public-save = Diese öffentliche Adresse nehmen
# $name: the inbox
setup-webhook-ours = Der Posteingang „{ $name }“ sendet an diesen Kanal.
setup-webhook-none = Der Posteingang „{ $name }“ sendet noch nirgendwohin.
# $name: the inbox; $url: where it sends to
setup-webhook-other = Der Posteingang „{ $name }“ sendet an { $url }.
setup-webhook-set = Für mich eintragen
setup-webhook-was-none = Vorher hat er nirgendwohin gesendet.
# $url: where it sent to
setup-webhook-was = Vorher hat er an { $url } gesendet.
setup-webhook-undo = Die alte wieder eintragen
# $platform: the platform's name
setup-webhook-or = Oder fügen Sie die Adresse von Hand in { $platform } ein, in den Einstellungen des Posteingangs.
setup-waiting-title = Warten auf die erste Nachricht
setup-checks = Was wir selbst prüfen konnten
setup-check-again = Erneut prüfen
setup-waiting-hello = Wir warten, dass { $platform } sich meldet: Speichern Sie dort den Kanal.
setup-waiting-message = Wir warten auf die erste Nachricht von { $platform }: Schreiben Sie dort eine.
# $when: the time
setup-hello = { $platform } hat sich um { $when } gemeldet und uns den Rest gesagt.
setup-refused = Um { $when } kam eine Anfrage und wurde abgelehnt.
setup-refused-show = Zeigen
# $name: the channel
setup-first = Es ist etwas gekommen: { $name } funktioniert
setup-first-message = Die erste Nachricht ist da: { $name } funktioniert
setup-first-show = Im Verkehr zeigen
setup-practice-see = Ansehen, was er bekommt
setup-autostart = Soll Switchboard mit diesem Computer starten?
    .meaning = Solange es nicht läuft, empfängt es nichts von Ihren Plattformen. Gefragt wird nur dieses eine Mal; es steht auch in den Einstellungen.
setup-autostart-not = Nicht jetzt
setup-autostart-on = Ab jetzt startet Switchboard, wenn Sie sich anmelden.
setup-autostart-change = In den Einstellungen ändern
setup-nothing = Es kommt nichts? Drei übliche Ursachen
setup-late = Nach zwei Minuten noch nichts? Drei übliche Ursachen
setup-cause-elma365-1 = Der Kanal wurde in { $platform } nicht gespeichert: Es meldet sich beim Speichern. Öffnen Sie ihn dort und speichern Sie ihn noch einmal.
setup-cause-elma365-2 = Eine andere Bestätigungszeichenfolge: Kopieren Sie sie oben und fügen Sie sie bei „Confirmation code“ ein.
setup-cause-elma365-3 = { $platform } erreicht diesen Computer nicht: Die Adresse oben muss eine öffentliche sein.
setup-cause-chatwoot-1 = Bei „Webhook URL“ des Posteingangs steht eine andere Adresse. Drücken Sie „Für mich eintragen“ oder fügen Sie die Adresse oben ein.
setup-cause-chatwoot-2 = { $platform } erreicht diesen Computer nicht: Die Adresse oben muss eine öffentliche sein, und neuere Server lehnen private ab.
setup-cause-chatwoot-3 = In diesem Posteingang hat noch niemand geschrieben. Antworten Sie dort in einer Unterhaltung oder schreiben Sie von hier als Kunde.
setup-cause-userlike-1 = Das API-Add-on ist nicht eingeschaltet, oder darin sind keine Ereignisse angekreuzt.
setup-cause-userlike-2 = { $platform } sendet eine Unterhaltung, wenn sich ihr Status ändert. Beenden Sie einen Chat oder schreiben Sie darin „$api“.
setup-cause-userlike-3 = Der geheime Header fehlt dort oder hat einen anderen Wert: Kopieren Sie beides oben.
setup-finish = Fertigstellen
setup-later = Später fertigstellen
setup-later-hint = Es ist noch nichts gekommen. Die Adresse funktioniert ab jetzt, auch wenn Sie gehen.
# $name: the channel; $step: the step
setup-unfinished = „{ $name }“ ist nicht fertig eingerichtet: Schritt { $step } von 4.
# $name: the channel
setup-resume = { $name } fertig einrichten
setup-forget = Es ist fertig
setup-certificate-title = Das Zertifikat dieses Servers
setup-certificate-compare = Vergleichen Sie den Fingerabdruck mit dem Betreiber des Servers, zum Beispiel am Telefon. Vertraut wird ihm dann nur bei dieser Adresse und nur für diesen Kanal.
