## Hilfe

help-title = Hilfe
help-sentence = Alles liegt auf diesem Computer; im Internet wird nichts nachgeschlagen.
help-search = Suche oder Fehlercode
help-contents = Inhalt
help-none = Nichts gefunden zu „{ $query }“
    .hint = Versuchen Sie es mit einem Wort weniger oder mit dem Wortanfang.
help-results = { $count ->
        [one] { $count } Stelle
       *[other] { $count } Stellen
    }
help-group-begin = Anfangen
help-group-platforms = Plattform einrichten
help-group-use = Benutzen
help-group-lookup = Nachschlagen
help-link = Hilfe: { $page }
help-sheet = Einrichtungsblatt drucken
help-sample-platform = Die Plattform
help-sample-host = Der Server
help-sample-field = Ein Feld
help-sample-channel = Vertrieb
help-theirs = Auf den Plattformen
help-code-copy = Beispiel kopieren
help-filter-errors = Codes und Sätze durchsuchen
help-filter-none = Kein Code und kein Satz enthält diese Wörter.

help-page-start = Erste Schritte
    .meaning = Was Switchboard tut und die erste Nachricht, in zwei Minuten.
help-page-elma365 = ELMA365
    .meaning = Einen beliebigen Messenger von ELMA365 verbinden.
help-page-chatwoot = Chatwoot
    .meaning = Einen API-Posteingang verbinden oder alle über einen Webhook.
help-page-chatlake = Chatlake
    .meaning = Chatlake verbinden; es spricht wie Chatwoot.
help-page-onehash = OneHash Chat
    .meaning = OneHash Chat verbinden; es spricht wie Chatwoot.
help-page-userlike = Userlike
    .meaning = Das API-Add-on von Userlike verbinden.
help-page-reading = Lesen, was geschehen ist
    .meaning = Probleme, das Protokoll, der Weg einer Nachricht, die Karte und die Übung.
help-page-endpoint = Ihr Endpunkt
    .meaning = Wie Ihr Programm antwortet, Signaturen prüft und sendet.
help-page-links = Verknüpfungen
    .meaning = Zwei Kanäle verbinden: Kunden des einen, Operatoren des anderen.
help-page-bulk = Sammelversand
    .meaning = Viele Unterhaltungen auf einmal senden und sehen, was aus jeder wurde.
help-page-privacy = Datenschutz und Aufbewahrung
    .meaning = Wo alles liegt, wie viel und wie lange, und wie Sie es löschen.
help-page-requests = Bitten an die IT
    .meaning = Fertige Briefe an die, die das Netz oder einen Server betreiben.
help-page-glossary = Wörter
    .meaning = Unsere Wörter und wie die Plattformen dasselbe nennen.
help-page-states = Zustände
    .meaning = Was jeder Zustand einer Nachricht und eines Kanals bedeutet.
help-page-events = Ereignisse
    .meaning = Alles, was in einem Chat geschehen kann, und sein Name für Programme.
help-page-errors = Fehler
    .meaning = Jeder Code mit seiner Bedeutung und was zu tun ist.
help-page-keyboard = Tastatur
    .meaning = Alle Tasten, und wo Sie sie ändern.

help-start-what = Was Switchboard tut
    .body =
        Ihre Chat-Plattform sendet Nachrichten und Ereignisse an Switchboard. Switchboard bewahrt jede auf Ihrer Festplatte auf, antwortet der Plattform sofort und gibt sie an die Adresse Ihres eigenen Programms weiter, so oft, bis sie angekommen ist.

        Sie sehen jede Nachricht und was aus ihr wurde. Was nicht ankam, senden Sie mit einem Klick noch einmal. Es gibt kein Konto, und diesen Computer verlässt nur, was Sie senden.
help-start-picture = Der Weg einer Nachricht: von der Plattform zu Switchboard, von dort zu Ihrem Programm und zurück.
help-start-steps = Die erste Nachricht in vier Schritten
    .body =
        1. Öffnen Sie [Kanäle](/channels) und wählen Sie **{ channels-add }**. Wählen Sie die Plattform.
        2. Verbinden Sie sich mit ihr. Gefragt wird nur, was diese Plattform braucht; Konten und Posteingänge von Chatwoot werden gesucht, und Sie wählen aus einer Liste.
        3. Geben Sie die **{ setup-endpoint-address }** ein oder wählen Sie **{ setup-endpoint-none }**: Nachrichten werden dann aufbewahrt und gezeigt, aber nicht gesendet.
        4. Fügen Sie die gezeigte Adresse in die Plattform ein und warten Sie. Der Bildschirm sagt, was geprüft werden konnte und wann die erste Nachricht da ist.

        Was Sie eingeben, bleibt erhalten: Sie können gehen und später weitermachen. Eine Plattform im Internet muss diesen Computer erreichen können. Der letzte Schritt sagt, ob sie es kann; die öffentliche Adresse, die hierher führt, steht unter [Einstellungen](/settings?section=addresses). Ohne sie gelten die Adressen nur auf diesem Computer.
help-start-look = Wo Sie hinsehen
    .body =
        - **{ nav-home }** sagt in einem Satz, ob alles läuft, und wo nicht, was zu tun ist.
        - **{ nav-problems }** nennt die Ursache von dem, was nicht gelingt, mit einer Schaltfläche, die sie behebt.
        - **{ nav-traffic }** zeigt jede Anfrage in beide Richtungen, sobald sie geschieht.
        - **{ nav-conversations }** zeigt, was Menschen einander schrieben und was aus jeder Nachricht wurde.
        - **{ nav-channels }**: Hier verbinden, pausieren und verknüpfen Sie Plattformen.

        Mehr davon steht unter [{ help-page-reading }](/help/reading).
help-start-next = Ohne Plattform ausprobieren
    .body =
        Solange es keinen Kanal gibt, startet **{ welcome-demo }** auf [Start](/) drei Übungsplattformen und ein Übungsprogramm, manche Fehler absichtlich. Entfernen Sie die Demo, ist alles davon weg.

        Drücken Sie { $palette }, um überallhin zu gelangen oder alles zu tun, indem Sie seinen Namen tippen.

help-elma365-about = Was Sie brauchen
    .body =
        - Ein Konto in ELMA365, das **Administration** öffnen darf.
        - Die Eingangsadresse des Kanals. ELMA365 greift auf diesen Computer zu und holt Dateien von ihm; deshalb muss unter [Einstellungen](/settings) eine öffentliche Adresse stehen.

        ELMA365 ist hier die Seite der Operatoren: Nachrichten der Kunden kommen von Ihrem Programm, Operatoren antworten in ELMA365.
help-elma365-open = 1. Die Liste der Messenger öffnen
    .body =
        Öffnen Sie in ELMA365 **Administration → Live Chats → Messengers** und drücken Sie **Connect**. Wählen Sie den beliebigen Messenger.
help-elma365-list-picture = Administration, Live Chats, Messengers; die Schaltfläche Connect.
help-elma365-form = 2. Das Formular ausfüllen
    .body =
        - **Channel name**: ein beliebiger Name; Operatoren sehen ihn.
        - **Webhook** (in manchen Versionen **Messenger’s API URL**): Fügen Sie die Eingangsadresse Ihres Kanals ein.
        - **Confirmation code**: derselbe Text wie **{ token-elma365 }** Ihres Kanals. Beide dürfen leer sein.
        - **Company public URL**: Lassen Sie sie so, wie ELMA365 sie eingetragen hat.
help-elma365-form-picture = Das Formular eines beliebigen Messengers. Die Eingangsadresse kommt zu Webhook, das Token zu Confirmation code.
help-elma365-hello = 3. Speichern und auf die Begrüßung warten
    .body =
        Beim Speichern meldet sich ELMA365 sofort bei Switchboard. Der Kanal wechselt von **Wartet** zu **Läuft** und weiß von selbst, wohin er antwortet: Es ist keine Nummer abzuschreiben.
help-elma365-trouble = Wenn keine Begrüßung kommt
    .body =
        - ELMA365 erreicht die Adresse nicht: Sie muss öffentlich sein und mit https:// beginnen.
        - Der Confirmation code weicht vom Token ab. Unter [Probleme](/problems) steht dann AUTH-03, und **{ remedy-accept-token }** nimmt das neue an. Im Verkehr lässt sich nur die einzelne abgelehnte Anfrage annehmen.
        - Der Messenger wurde gespeichert, bevor die Adresse stimmte: Öffnen Sie ihn in ELMA365 und speichern Sie noch einmal.

help-chatwoot-about = Was Sie brauchen
    .body =
        - Einen Benutzer in Chatwoot mit der Rolle **Administrator**: Agenten sehen weder Geheimnisse noch alle Posteingänge.
        - Die Eingangsadresse des Kanals. Ein Chatwoot im Internet braucht eine öffentliche.
help-chatlake-about = Was Sie brauchen
    .body =
        Chatlake ist gebaut wie Chatwoot und wird ebenso eingerichtet. Geben Sie die Adresse ein, unter der Sie Chatlake öffnen, wenn danach gefragt wird.

        Sie brauchen einen Benutzer mit der Rolle **Administrator** und die Eingangsadresse des Kanals.
help-onehash-about = Was Sie brauchen
    .body =
        OneHash Chat ist gebaut wie Chatwoot und wird ebenso eingerichtet. Seine Adresse ist https://chat.onehash.ai, wenn Sie keinen eigenen Server haben.

        Es signiert noch nichts, ein Geheimnis des Webhooks ist also nicht einzutragen. Sie brauchen einen Benutzer mit der Rolle **Administrator** und die Eingangsadresse des Kanals.
help-chatwoot-token = 1. Das Zugriffstoken kopieren
    .body =
        Klicken Sie in { $platform } links unten auf Ihr Bild, öffnen Sie **Profile settings** und gehen Sie bis **Access Token**. Kopieren Sie es beim Einrichten oder im Kanal in **{ token-chatwoot }**. Switchboard antwortet im Namen dieses Benutzers.
help-chatwoot-token-picture = Profile settings; das Zugriffstoken steht am Ende der Seite.
help-chatwoot-wizard = 2. Den Rest erledigt der Assistent
    .body =
        Öffnen Sie [Kanäle](/channels), wählen Sie **{ channels-add }** und geben Sie die Adresse Ihres { $platform } und das Token ein. **{ setup-look }** sucht dann alles heraus; es ist keine Nummer abzuschreiben.

        - **{ setup-inbox-new }**: Er ist von der Art API und sendet von Anfang an hierher.
        - Bei einem API-Posteingang, den Sie haben, sagt der letzte Schritt, wohin er sendet. Mit **{ setup-webhook-set }** sendet er hierher, und ein Klick trägt die alte Adresse wieder ein.

        Beides braucht das Token eines Administrators. Der Rest dieser Seite sagt, wie es von Hand geht.
help-chatwoot-inbox = Von Hand: ein Posteingang
    .body =
        Für einen neuen Posteingang öffnen Sie **Settings → Inboxes → Add Inbox → API**. Geben Sie einen Namen ein und fügen Sie die Eingangsadresse bei **Webhook URL** ein. Fügen Sie die Agenten hinzu, die antworten sollen.

        In einem bestehenden API-Posteingang öffnen Sie die Einstellungen und fügen die Adresse dort bei **Webhook URL** ein. Schreiben kann man nur in Posteingänge der Art API; aus anderen kann man empfangen, wie unten beschrieben.
help-chatwoot-inbox-picture = Ein neuer API-Posteingang. Die Eingangsadresse kommt zu Webhook URL.
help-chatwoot-all = Von Hand: alle Posteingänge auf einmal
    .body =
        Öffnen Sie **Settings → Integrations → Webhooks → Add new webhook**. Fügen Sie die Eingangsadresse ein und haken Sie die Ereignisse an. Lassen Sie hier im Kanal **{ field-inbox-id }** leer.
help-chatwoot-webhook-picture = Ein Webhook des ganzen Kontos. Die Eingangsadresse kommt zu Webhook URL; haken Sie darunter die Ereignisse an.
help-chatwoot-secret = Von Hand: das Geheimnis, wenn es eines gibt
    .body =
        Neuere Versionen zeigen ein Geheimnis des Posteingangs oder des Webhooks. Mit dem Token eines Administrators liest der Assistent das des Posteingangs selbst; sonst tragen Sie es im Kanal unter **{ advanced-title }** bei **{ field-webhook-secrets }** ein. Es beweist, dass eine Anfrage von Ihrem { $platform } kommt. Es ist weder das Zugriffstoken noch das HMAC-Token.
help-chatwoot-own = Wenn es in Ihrem eigenen Netz läuft
    .body =
        Ab Version 4.14 ruft Chatwoot, und was darauf gebaut ist, von sich aus keine privaten Adressen auf. Wer Ihr { $platform } betreibt, muss `SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true` setzen, was ab 4.14.1 gilt; der Brief dafür steht unter [Bitten an die IT](/help/requests?ask=private-network).
help-chatwoot-trouble = Wenn etwas nicht geht
    .body =
        - **401, obwohl das Token stimmt**: nginx entfernt Header mit Unterstrich. Switchboard meldet sich dann von selbst anders an; dauerhaft hilft `underscores_in_headers on`.
        - **404**: Die Nummer von Konto oder Posteingang ist nicht von diesem Server. Fügen Sie die Adresse der Seite des Posteingangs bei **{ field-api-url }** ein; Switchboard zerlegt sie.
        - **422**: Der Posteingang ist nicht von der Art API.
        - **Nachrichten werden in { $platform } rot**: Es bekam 5 Sekunden lang keine Antwort oder eine Ablehnung. [Probleme](/problems) nennt die Ursache; der Verkehr zeigt, was abgelehnt wurde.

help-userlike-about = Was Sie brauchen
    .body =
        - Einen Benutzer in Userlike, der **Add-ons** öffnen darf.
        - Die Eingangsadresse des Kanals, aus dem Internet erreichbar.

        Userlike sendet nur: Zurückschreiben kann man nichts, weder hier noch von Ihrem Programm aus.
help-userlike-form = 1. Das API-Add-on ausfüllen
    .body =
        Öffnen Sie in Userlike **Add-ons** und wählen Sie **API**. Fügen Sie die Eingangsadresse als **Callback URL** ein und haken Sie die Ereignisse an, von denen Sie erfahren möchten. Switchboard versteht alle 16.
help-userlike-form-picture = Das API-Add-on. Die Eingangsadresse kommt zu Callback URL; haken Sie darunter die Ereignisse an.
help-userlike-secret = 2. Ein eigenes Geheimnis
    .body =
        Userlike signiert nichts. Um sicher zu sein, dass eine Anfrage von dort kommt, setzen Sie im Kanal den **{ token-userlike }** und tragen ihn im Add-on als zusätzlichen Header ein. Er heißt `x-switchboard-secret`, wenn Sie ihm im Kanal keinen anderen Namen gegeben haben. Der Assistent macht einen für Sie.
help-userlike-send = Von Hand gesendete Unterhaltungen
    .body =
        Operatoren können eine Unterhaltung mit `$api`, über die Action Bar oder viele auf einmal aus der Liste senden. Userlike hält sie zurück, bis sich der Status der Unterhaltung ändert.

        Nur von einem `$api` erfahren wir vorher: Bei der Unterhaltung steht dann **{ state-waiting-for-platform }**. Was über die Action Bar oder aus der Liste gesendet wird, sieht man erst, wenn es kommt, vielleicht vieles auf einmal.
help-userlike-trouble = Wenn nichts kommt
    .body =
        - Das Add-on muss aktiv und die Ereignisse angehakt sein.
        - Userlike will genau die Antwort 200; der Kanal darf nicht ausgeschaltet sein. Ein pausierter Kanal nimmt alles an und bewahrt es auf.
        - Zeiten wirken verschoben: Setzen Sie im Kanal unter Erweitert die Zeitzone Ihres Userlike.

help-reading-problems = Beginnen Sie bei den Problemen
    .body =
        Unter [Probleme](/problems) steht jede Ursache einmal, wie viele Nachrichten sie auch traf: was nicht stimmt, wie viele Nachrichten warten oder nicht zugestellt wurden, und eine Schaltfläche, die es behebt. Läuft es wieder, schließt sich das Problem von selbst.

        Daneben nennt **{ problems-tab-activity }**, was nicht gelang, was gelöst wurde und was Sie getan haben, für die letzten 30 Tage.
help-reading-log = Das Protokoll
    .body =
        Unter [Verkehr](/traffic) steht jede Anfrage in beide Richtungen, die neuesten zuerst. Das Ergebnis einer Zeile ist das Schlimmste, was sie bewirkte; so versteckt sich kein Fehlschlag hinter einem Erfolg.

        Wählen Sie eine Zeile, um sie zu lesen. **{ exchange-tab-summary }** sagt es in einem Satz, **{ exchange-tab-message }** zeigt, was geschrieben wurde, **{ exchange-tab-technical }** Header und Inhalte und **{ exchange-tab-attempts }** jeden Versuch mit seiner Antwort. Dort senden Sie nicht Zugestelltes auch erneut.
help-reading-journey = Der Weg einer Nachricht
    .body =
        Wählen Sie eine Zeile des Protokolls: **{ exchange-tab-journey }** verfolgt eine Nachricht vom Eingang bis zur Ankunft: was kam und wie es beantwortet wurde, jeden Versuch und seine Antwort, wie lange sie wartete und was die Plattform erfuhr. Sehen Sie dort zuerst nach, wenn jemand fragt, wo eine Nachricht geblieben ist.
help-reading-map = Die Karte
    .body =
        Die [Karte](/traffic/map) zeigt Ihre Kanäle, Switchboard und Ihre Endpunkte und was sich dazwischen bewegt. Wählen Sie ein Kästchen oder eine Linie: Dort stehen Zahlen und was nicht stimmt. **{ flow-replay }** zeigt einen vergangenen Zeitraum noch einmal, **{ flow-view-table }** dasselbe in Worten und Zahlen.
help-reading-practice = Üben, bevor es darauf ankommt
    .body =
        Im Menü eines Kanals steht **{ practice-open }**, zum Ausprobieren. Ein Übungsendpunkt tritt an die Stelle Ihres Programms und antwortet, wie Sie es wählen, auch schlecht; Beispiele gehen an den Kanal, wie seine Plattform sie senden würde. Alles davon ist im Protokoll als Übung gekennzeichnet.
help-endpoint-answer = Mit 200 antworten
    .body =
        Ihr Programm nimmt ein POST mit JSON entgegen und antwortet binnen 30 Sekunden mit einem Status von 200 bis 299. Erledigen Sie die Arbeit danach: Der Text der Antwort wird zum Nachsehen aufbewahrt und nie als Nachricht gelesen.

        Dieselbe Nachricht kann zweimal kommen, etwa nach einem Absturz. Der Header `webhook-id` ist dann derselbe; merken Sie sich die Kennungen des letzten Tages und übergehen Sie, was Sie schon haben.
help-endpoint-signature = Die Signatur prüfen
    .body =
        Jede Anfrage trägt `webhook-id`, `webhook-timestamp` und `webhook-signature`, wie es Standard Webhooks beschreibt. Das Signaturgeheimnis steht im Kanal unter **Erweitert**. Vergleichen Sie über die rohen Bytes des Inhalts, bevor er gelesen wird, und lehnen Sie ab, was älter als fünf Minuten ist.
help-endpoint-outbox = Nachrichten aus Ihrem Programm senden
    .body =
        Jeder Kanal hat eine Adresse für Ihr Programm und ein Token, im Kanal unter **Nachrichten aus Ihrem eigenen Programm senden**. Die Antwort 202 heißt, dass die Nachricht auf der Festplatte liegt; dieselbe `messageId` zweimal ist eine Nachricht.
help-endpoint-retries = Wenn Ihr Programm nicht läuft
    .body =
        Nichts geht verloren. Nachrichten warten und werden etwa einen Tag lang wieder versucht: nach 5 Sekunden, 30 Sekunden, 2, 10 und 30 Minuten, 1, 3, 6 und 12 Stunden. Nachrichten eines Chats behalten zehn Minuten lang ihre Reihenfolge. Nach zehn Fehlern in Folge klopft Switchboard nur noch ab und zu an, bis Ihr Programm antwortet.

help-links-what = Was eine Verknüpfung tut
    .body =
        Eine Verknüpfung verbindet zwei Kanäle: Den Kunden des einen antworten die Operatoren des anderen. Was Kunden schreiben, wird hinübergetragen, und die Antworten kommen zurück.
help-links-make = Eine anlegen
    .body =
        1. Öffnen Sie [Kanäle → Verknüpfungen](/channels/links) und wählen Sie **{ links-add }**.
        2. Wählen Sie, wessen Kunden und wessen Operatoren. Was nicht geht, ist grau und nennt den Grund.
        3. Wählen Sie **{ link-create-button }**. Die Verknüpfung gilt ab der nächsten Nachricht.
help-links-crosses = Was hinübergeht
    .body =
        - Texte, Dateien, Namen und Bilder, Lesebestätigungen und Fehlschläge.
        - Automatische Nachrichten, Umfragen und Antworten der Agenten auf der Kundenseite, wenn Sie sie anhaken.
        - Private Notizen nie.
help-links-not = Was nicht möglich ist
    .body =
        - ELMA365 kann nur die Seite der Operatoren sein, Userlike nur die der Kunden, als Kopie ohne Antworten.
        - Verknüpfungen, die Nachrichten im Kreis trügen, werden abgelehnt.

help-bulk-what = Wofür er da ist
    .body =
        Ein Sammelversand gibt viele Unterhaltungen an Ihren Endpunkt, an eine andere Adresse oder einen anderen Kanal weiter, jede im Ganzen: Kontakt, Nachrichten, Ereignisse, Dateien.
help-bulk-steps = Wie er abläuft
    .body =
        1. Wählen Sie Unterhaltungen durch Filter, Auswahl, eingefügte Kennungen oder eine CSV-Datei.
        2. Sehen Sie die Prüfung an: wie viele bereit sind, welche ausgelassen werden und warum, drei Beispiele, und ob das Ziel antwortet.
        3. Wählen Sie das Tempo und drücken Sie **Senden**. Sie können pausieren, fortsetzen, den Rest abbrechen oder das Fenster schließen.
        4. Lesen Sie das Ergebnis: zugestellt, übersprungen, nicht zugestellt, unbekannt und übrig ergeben immer die Summe.
help-bulk-speed = Wie schnell gesendet wird
    .body =
        Das Tempo sagt, wie viele Unterhaltungen je Sekunde zum Ziel gehen. Beginnen Sie langsam: Fünf je Sekunde sind 18.000 in der Stunde, und ein Ziel, das nicht mitkommt, antwortet mit Fehlern.

        Wählen Sie **So schnell, wie das Ziel es zulässt** für ein eigenes Programm, das Sie gut kennen: Die nächste geht, sobald Platz ist.
help-bulk-trouble = Wenn etwas misslingt
    .body =
        Nach zehn Fehlern in Folge pausiert der Sammelversand von selbst. Das Wiederholen sendet nur die nicht zugestellten; ihr Export hat die Spalten des Imports, mit Grund und Code.
help-bulk-crash = Nach einem Absturz
    .body =
        Er wartet auf Sie. Nichts wird zweimal gesendet: Was gerade unterwegs war, ist **Unbekannt**, und Sie entscheiden, ob Sie es noch einmal senden.

help-privacy-where = Wo alles liegt
    .body =
        In einem Ordner auf diesem Computer; [Einstellungen](/settings) zeigt und kopiert seinen Pfad. Kein Konto, keine Cloud, niemandem wird etwas gemeldet.
help-privacy-secrets = Geheimnisse
    .body =
        Token, Geheimnisse, Header, Inhalte und Dateien sind verschlüsselt. Der Schlüssel liegt im Passwortspeicher Ihres Systems; wo es keinen gibt, in einer Datei, die nur Sie lesen können, und Start sagt es. Bildschirme, kopierte Befehle, Exporte und Protokolle zeigen Geheimnisse verdeckt.
help-privacy-long = Wie lange und wie viel
    .body =
        Das Verkehrsprotokoll reicht 30 Tage zurück; Nachrichten werden für immer aufbewahrt. Beide Fristen und der Platz, den Protokoll, Nachrichten und Dateien höchstens einnehmen, stehen unter [Einstellungen](/settings?section=keeping). Was darüber hinausgeht, fällt am ältesten Ende des Protokolls weg. Was noch zu senden ist, wird nie entfernt.

        Dort wählen Sie auch, was von einer Nachricht bleibt, wenn sie weitergegeben ist, für alle Kanäle und für einzelne: **{ privacy-full }**, **{ privacy-withoutText }** oder **{ privacy-metadataOnly }**. Es gilt für das, was danach kommt.

        Dort entfernt **{ history-delete }** auch, was schon da ist: Protokoll, Nachrichten oder Dateien, alles oder was älter als einige Tage ist. Vorher sehen Sie, wie viel das ist.
help-privacy-backup = Sicherungen
    .body =
        Eine Sicherung ist eine Datei mit Kanälen, Einstellungen, Protokoll und Unterhaltungen. Mit Passwort öffnet sie sich auf jedem Computer, und ohne dieses Passwort kann sie niemand öffnen; ohne Passwort erstellt, öffnet sie sich nur auf diesem Computer. Bewahren Sie sie auf einem anderen Datenträger auf. Unter [Einstellungen](/settings?section=backup) wird sie jetzt oder täglich erstellt und auch wiederhergestellt.
help-privacy-person = Löschen, was von einem Menschen bekannt ist
    .body =
        Öffnen Sie eine Unterhaltung mit ihm, wählen Sie **Kontakt** und löschen Sie den Kontakt. Nachrichten, Inhalte, Dateien und Suchtreffer gehen mit; der Bildschirm sagt, was Sicherungen noch enthalten können.

help-requests-what = Briefe an die, die es können
    .body =
        Manches kann nur tun, wer das Netz oder den Server betreibt. Wählen Sie einen Brief, berichtigen Sie die Felder und kopieren Sie ihn.
help-request-choose = Was wird gebraucht?
help-request-subject = Betreff
help-request-letter = Brief
help-request-copy = Brief kopieren
help-request-mail = Im Mailprogramm öffnen
help-request-calls = Wenn Sie { $codes } sehen
help-blank-host = Der Server, um den es geht
help-blank-platform = Die Plattform
help-blank-intake = Die Eingangsadresse
help-blank-public = Die öffentliche Adresse
help-blank-relay = Wo Switchboard empfängt
help-blank-computer = Name oder Adresse dieses Computers

help-glossary-what = Ein Wort für ein Ding
    .body =
        Switchboard benutzt überall dasselbe Wort. Wo eine Plattform ein anderes hat, steht es daneben.
help-states-messages = Zustände von Nachrichten und Anfragen
    .body =
        Eine Anfrage zeigt das Schlimmste, was sie bewirkte; so versteckt sich kein Fehlschlag hinter einem Erfolg.
help-states-skipped = Gründe, nicht zu senden
    .body =
        Übersprungen heißt: mit Absicht, und das ist der Grund.
help-states-channels = Zustände von Kanälen
    .body =
        Ein Kanal ist nie grün, solange etwas an ihm misslingt.
help-events-what = Namen für Menschen und für Programme
    .body =
        Den Namen, der klein unter jedem steht, bekommt Ihr Endpunkt als `type`. Die eigenen Namen der Plattformen zeigt der Kanal, wo Sie Ereignisse wählen.
help-errors-what = Codes
    .body =
        Ein Code ändert seine Bedeutung nie. Nennen Sie ihn, wenn Ihnen jemand hilft: Er sagt mehr als der Satz.
help-keyboard-what = Tasten
    .body =
        Tasten gelten nach ihrem Platz auf der Tastatur und bleiben deshalb auf russischer und deutscher Belegung dieselben. F1 und Tasten mit Strg wirken überall, die anderen nur, solange eine Liste den Fokus hat. Alle lassen sich unter [Einstellungen](/settings?section=shortcuts) ändern oder abschalten.

        In Listen: ↑ ↓ und Bild-Tasten bewegen, Pos1 und Ende springen, Eingabe öffnet, Esc schließt, Umschalt und Strg wählen mehrere aus.

word-platform = Plattform
    .meaning = Eine Art Live-Chat-System: ELMA365, Chatwoot mit Chatlake und OneHash Chat, Userlike.
word-channel = Kanal
    .meaning = Eine Verbindung zu einer Plattform, mit Token, Adressen und Ereignissen.
    .elma365 = channel
    .chatwoot = Inbox (API channel)
    .userlike = API-Add-on
word-endpoint = Endpunkt
    .meaning = Ihr eigenes Programm an der Callback-Adresse eines Kanals. Es bekommt die Nachrichten.
word-relay = Empfang und Weitergabe
    .meaning = Der Teil von Switchboard, der Anfragen annimmt und weitergibt. Er läuft auf diesem Computer.
word-intake = Eingangsadresse
    .meaning = Die Adresse, die Sie in die Plattform einfügen. Sie enthält einen Teil, den niemand erraten kann; behalten Sie sie für sich.
    .elma365 = Webhook (in manchen Versionen Messenger’s API URL)
    .chatwoot = Webhook URL
    .userlike = Callback URL
word-outbox = Ausgangsadresse
    .meaning = Die Adresse, bei der Ihr Programm Nachrichten für eine Plattform abgibt.
word-token = Token
    .meaning = Ein geheimer Text, mit dem eine Seite der anderen zeigt, dass sie hereindarf.
    .elma365 = Confirmation code
    .chatwoot = Access Token
    .userlike = Wert eines zusätzlichen Headers
word-public-address = Öffentliche Adresse
    .meaning = Die Adresse, unter der dieser Computer aus dem Internet erreichbar ist.
word-exchange = Austausch
    .meaning = Eine Anfrage und ihre Antwort, in beliebiger Richtung: eine Zeile des Verkehrsprotokolls.
word-event = Ereignis
    .meaning = Etwas, das in einem Chat geschah: eine Nachricht, ein Lesen, ein Ende.
word-delivery = Zustellung
    .meaning = Ein Ereignis, das einem Ziel zusteht. Sie kann mehrere Versuche brauchen.
word-link = Verknüpfung
    .meaning = Zwei verbundene Kanäle: Kunden des einen sprechen mit Operatoren des anderen.
word-conversation = Unterhaltung
    .meaning = Was ein Kunde und die Operatoren einander schreiben.
    .elma365 = session
    .chatwoot = Conversation
    .userlike = Unterhaltung
word-contact = Kontakt
    .meaning = Der Kunde, wie ihn die Plattform kennt.
    .elma365 = user
    .chatwoot = Contact
    .userlike = Kontakt
word-operator = Operator
    .meaning = Wer auf einer Plattform Kunden antwortet.
    .elma365 = operator
    .chatwoot = Agent
    .userlike = Operator
word-bulk-send = Sammelversand
    .meaning = Ein Auftrag, der viele Unterhaltungen an ein Ziel sendet.
word-problem = Problem
    .meaning = Fehlschläge mit derselben Ursache, einmal genannt, mit dem, was hilft.
word-webhook = Webhook
    .meaning = Die Plattform ruft von selbst eine Adresse auf, wenn etwas geschieht. Hier ist das die Eingangsadresse.
word-signature = Signatur
    .meaning = Der Beweis, dass eine Anfrage von dem kommt, den sie nennt, und unterwegs nicht verändert wurde.

picture-platform = Chat-Plattform
picture-customers = Kunden und Operatoren
picture-relay = Switchboard
picture-relay-keeps = Bewahrt auf, gibt weiter
picture-endpoint = Ihr Programm
picture-endpoint-does = Nimmt an, antwortet
picture-messages = Nachrichten
picture-answers = Antworten
picture-here = Hier einfügen
picture-choose = Diese anhaken
picture-copy-from = Hier kopieren
picture-open = Hier drücken
picture-elma-admin = Administration
picture-elma-chats = Live Chats
picture-elma-messengers = Messengers
picture-elma-connect = Connect
picture-elma-custom = Beliebiger Messenger
picture-elma-name = Channel name
picture-elma-webhook = Webhook
picture-elma-code = Confirmation code
picture-elma-public = Company public URL
picture-elma-sample = Website-Chat
picture-save = Save
picture-woot-settings = Settings
picture-woot-inboxes = Inboxes
picture-woot-integrations = Integrations
picture-woot-profile = Profile settings
picture-woot-name = Channel Name
picture-woot-url = Webhook URL
picture-woot-create = Create API Channel
picture-woot-add = Create webhook
picture-woot-events = Events
picture-woot-message-created = Message created
picture-woot-message-updated = Message updated
picture-woot-status = Conversation Status Changed
picture-woot-token = Access Token
picture-woot-email = Your email address
picture-woot-copy = Copy
picture-user-addons = Add-ons
picture-user-callback = Callback URL
picture-user-header = Header
picture-user-events = Events
picture-user-message = Message received
picture-user-end = Chat session end
picture-user-rating = Rating

sheet-title = { $platform } für Switchboard einrichten
sheet-intro = Für die Kollegin oder den Kollegen mit Rechten in { $platform }. Es dauert etwa fünf Minuten.
sheet-choose = Kanal
sheet-none = Es gibt noch keinen Kanal, also ist nichts einzurichten.
sheet-print = Drucken
sheet-secrets = Auch das Token drucken
    .meaning = Wer das Blatt hat, kann dann in Ihrem Namen schreiben. Geben Sie es persönlich weiter.
sheet-paste = Was wohin kommt
sheet-field = Feld in { $platform }
sheet-value = Eintragen
sheet-token = Token
sheet-token-by-hand = Sie bekommen es von der Person, die Ihnen dieses Blatt gab.
sheet-token-empty = Leer lassen.
sheet-steps = Schritte
sheet-events = Welche Ereignisse
sheet-events-all = Alle. Switchboard gibt nur weiter, was gewünscht ist.
sheet-events-elma = ELMA365 lässt nicht wählen: Es sendet alle seine Arten.
sheet-check = Fertig?
sheet-check-text = Schreiben Sie in { $platform } eine Nachricht. Wer Ihnen das Blatt gab, sieht sie ankommen.
sheet-local = Diese Adresse gilt nur auf dem Computer, auf dem Switchboard läuft, weil keine öffentliche Adresse gesetzt ist. Setzen Sie eine, bevor Sie das Blatt weitergeben.
sheet-qr = Die Eingangsadresse als QR-Code
sheet-made = Gedruckt am { $date } für den Kanal „{ $name }“
sheet-header = Header { $name }
sheet-address-elma365 = Webhook (in manchen Versionen Messenger’s API URL)
sheet-steps-elma365-1 = Öffnen Sie Administration → Live Chats → Messengers, drücken Sie Connect und wählen Sie den beliebigen Messenger.
sheet-steps-elma365-2 = Fügen Sie die Adresse von oben bei „Webhook“ ein (in manchen Versionen „Messenger’s API URL“).
sheet-steps-elma365-3 = Füllen Sie „Confirmation code“ so aus, wie es oben steht.
sheet-steps-elma365-4 = Speichern Sie. ELMA365 meldet sich sofort bei Switchboard.
sheet-steps-chatwoot-known = Öffnen Sie die Einstellungen des Posteingangs { $inbox }: { $page }
sheet-steps-chatwoot-paste = Fügen Sie die Adresse von oben bei „Webhook URL“ ein und speichern Sie.
sheet-steps-chatwoot-ways = Auf einem dieser Wege:
sheet-steps-chatwoot-new = Für einen neuen Posteingang: Öffnen Sie Settings → Inboxes → Add Inbox → API, fügen Sie die Adresse bei „Webhook URL“ ein und fügen Sie die Agenten hinzu, die antworten sollen.
sheet-steps-chatwoot-one = Für einen bestehenden API-Posteingang: Öffnen Sie seine Einstellungen und fügen Sie die Adresse dort bei „Webhook URL“ ein.
sheet-steps-chatwoot-all = Oder für alle Posteingänge: Öffnen Sie Settings → Integrations → Webhooks, legen Sie einen mit dieser Adresse an und haken Sie seine Ereignisse an.
sheet-steps-userlike-1 = Öffnen Sie Add-ons und wählen Sie API.
sheet-steps-userlike-2 = Fügen Sie die Adresse von oben als Callback URL ein und haken Sie die Ereignisse unten an.
sheet-steps-userlike-3 = Fügen Sie einen zusätzlichen Header { $name } mit dem Wert von oben hinzu.
sheet-steps-userlike-4 = Schalten Sie das Add-on ein und speichern Sie.
sheet-events-inbox = Ein API-Posteingang lässt nicht wählen: Er sendet alle seine Arten.
sheet-back = Bitte zurückgeben
sheet-back-text = Tragen Sie ein, was zutrifft, und geben Sie das Blatt persönlich zurück, oder geben Sie es gemeinsam in Switchboard ein. Ein Token ist ein Passwort: Senden Sie es nicht per Mail.
sheet-back-nothing = Nichts. Sagen Sie nur, dass es erledigt ist.
sheet-back-code = Confirmation code, wenn Sie einen anderen eingegeben haben
sheet-back-token = Zugriffstoken eines Administrators (Profile settings → Access Token)
sheet-back-account = Nummer von Konto und Posteingang (beide stehen in der Adresse der Seite des Posteingangs)
sheet-back-secret = Geheimnis des Webhooks, wenn eines gezeigt wird
sheet-back-header = Name und Wert des zusätzlichen Headers, wenn Sie einen gesetzt haben
