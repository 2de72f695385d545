# Die Wörter von Switchboard auf Deutsch. Dieselben Schlüssel und Platzhalter wie in en.ftl; dort steht, was eingesetzt wird.

## Fehler

error-auth-01 = { $platform } akzeptiert dieses Token nicht.
    .hint = Vielleicht wurde es geändert oder unvollständig kopiert. Nichts ist verloren: Fügen Sie das neue Token im Kanal ein, dann wird das Wartende gesendet.
error-auth-02 = Der Server von { $platform } entfernt einen Teil der Anmeldung.
    .hint = Hinter nginx ist das häufig. Bitten Sie den Betreiber des Servers, „underscores_in_headers on“ zu setzen.
error-auth-03 = Eine Anfrage kam mit einem anderen Token oder einer anderen Signatur als gespeichert.
    .hint = Vielleicht wurde es auf der Plattform geändert, oder die Anfrage kommt gar nicht von dort. Sie wurde abgelehnt und aufbewahrt; Sie können sie ansehen und annehmen.
error-auth-04 = { $host } lehnt unsere Anmeldung ab.
    .hint = Ihre Nachrichten sind aufbewahrt. Prüfen Sie die Header für den Endpunkt in den Einstellungen des Kanals und drücken Sie „Jetzt versuchen“.
error-auth-05 = Das Token gilt bei { $platform }, sieht dort aber nicht, was dieser Kanal braucht.
    .hint = Der Inhaber muss dort Administrator sein oder dem Posteingang hinzugefügt werden.
error-auth-06 = Diese Konsole öffnet sich nur mit ihrem Link.
    .hint = Öffnen Sie die Adresse, die Switchboard beim Start ausgegeben hat: Der Teil nach # lässt Sie ein.
error-url-01 = Der Adresse fehlt https:// am Anfang.
    .hint = Setzen Sie https:// davor, oder http://, wenn die Adresse in Ihrem eigenen Netzwerk liegt.
error-url-02 = Diese Adresse gibt es nur in Ihrem Netzwerk.
    .hint = Plattformen im Internet können sie nicht erreichen. Verwenden Sie eine öffentliche Adresse.
error-url-03 = Das ist keine Webadresse.
    .hint = Eine Adresse sieht so aus: https://crm.example.com/hooks.
error-net-01 = Plattformen erreichen diesen Computer gerade nicht.
    .hint = Nachrichten bleiben bei der Plattform, und manche Plattformen senden sie nicht noch einmal. Prüfen Sie die öffentliche Adresse in den Einstellungen.
error-net-02 = Ihre öffentliche Adresse hat sich geändert.
    .hint = Kopieren Sie die neue Eingangsadresse jedes Kanals in seine Plattform.
error-net-03 = Eine Anfrage kam an eine Adresse, die kein Kanal hat.
    .hint = Vielleicht benutzt die Plattform noch eine alte Adresse. Die Anfrage ist aufbewahrt; Sie können sie einem Kanal zuordnen.
error-net-04 = { $host } wurde nicht gefunden.
    .hint = Ist die Adresse richtig geschrieben? Wenn keine Adresse geht, ist dieser Computer vielleicht offline.
error-net-05 = { $host } ist da, aber auf diesem Port antwortet nichts.
    .hint = Wahrscheinlich läuft das Programm nicht. Ihre Nachrichten sind aufbewahrt und werden von selbst erneut versucht.
error-net-06 = { $host } hat { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } lang nicht geantwortet.
    .hint = Die Nachricht kann trotzdem angekommen sein. Sie ist aufbewahrt und wird von selbst erneut versucht.
error-net-07 = Die Verbindung zu { $host } wird unterwegs getrennt.
    .hint = Oft liegt es an einem Firmenproxy, einem VPN oder der Anmeldeseite eines WLANs. Ihre Nachrichten sind aufbewahrt und werden von selbst erneut versucht.
error-tls-01 = Das Zertifikat von { $host } ist abgelaufen oder noch nicht gültig.
    .hint = Bis zur Erneuerung senden wir nicht; Ihre Nachrichten sind aufbewahrt. Wenn das Zertifikat in Ordnung ist, prüfen Sie die Uhr dieses Computers.
error-tls-02 = { $host } zeigt ein Zertifikat für einen anderen Namen.
    .hint = Vielleicht gehört der Name aus dem Zertifikat in die Adresse. Ihre Nachrichten sind aufbewahrt.
error-tls-03 = Dieser Computer kennt das Zertifikat von { $host } nicht.
    .hint = In Firmen ist das üblich. Vergleichen Sie den Fingerabdruck mit dem Betreiber von { $host } und vertrauen Sie ihm dann nur für diesen Endpunkt.
error-http-01 = { $host } hat die Nachricht nicht angenommen{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Sehen Sie sich die Antwort an: Oft steht dort der Grund. Senden Sie die Nachricht nach der Korrektur noch einmal.
error-http-02 = { $host } hat selbst eine Störung{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Ihre Nachrichten sind aufbewahrt und werden von selbst erneut versucht. Wenn es anhält, sagen Sie dem Betreiber Bescheid.
error-http-03 = { $host } leitet an eine andere Adresse um oder antwortet ohne das Gefragte{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Von selbst folgen wir dem nicht. Wenn die neue Adresse stimmt, speichern Sie sie im Kanal.
error-http-04 = Diese Adresse nimmt nur POST an.
    .hint = Plattformen senden mit POST. Ein Browser zeigt diese Seite, weil er mit GET fragt: Die Adresse selbst funktioniert.
error-rate-01 = { $host } bittet uns, langsamer zu senden.
    .hint = Das Senden geht von selbst weiter. Nichts ist verloren.
error-rate-02 = Es kommen mehr Nachrichten, als dieser Computer aufschreiben kann.
    .hint = Der Absender wurde gebeten, später wiederzukommen. Prüfen Sie die Festplatte und ob ein anderes Programm sie beschäftigt.
error-time-01 = Eine Uhr geht falsch, deshalb scheitert die Zeitprüfung der Signatur.
    .hint = Vergleichen Sie die Uhr dieses Computers mit der des Servers der Plattform.
error-time-02 = Der Absender hat zu lange gebraucht, um seine Anfrage zu senden.
    .hint = Meist ist eine langsame Verbindung der Grund. Gewöhnlich sendet die Plattform sie noch einmal.
error-size-01 = Die Nachricht ist zu groß.
    .hint = Senden Sie sie ohne Anhang, oder erhöhen Sie die Grenze dort, wo sie empfangen wird.
error-key-01 = Der Passwortspeicher dieses Computers lässt sich nicht öffnen, deshalb sind die Tokens nicht lesbar.
    .hint = Ihren Kanälen ist nichts geschehen. Entsperren Sie den Passwortspeicher und starten Sie Switchboard neu.
error-key-02 = Der Schlüssel im Passwortspeicher ist nicht der, mit dem diese Daten versiegelt sind.
    .hint = Nichts wurde geändert. Stellen Sie den Schlüssel zu diesem Datenordner wieder her; ein neuer wird nicht erzeugt, damit nichts unlesbar wird.
error-port-01 = { $address } wird schon von einem anderen Programm benutzt.
    .hint = Schließen Sie jenes Programm, oder wählen Sie in den Einstellungen einen anderen Port.
error-id-01 = Konto oder Posteingang fehlt.
    .hint = Fügen Sie in „API-Adresse“ die Adresse der Seite des Posteingangs aus dem Browser ein; Switchboard zerlegt sie.
error-id-02 = Dieser Posteingang ist kein API-Posteingang.
    .hint = Nachrichten lassen sich nur in einen Posteingang der Art „API“ senden. Legen Sie dort einen an, oder geben Sie einen anderen ein.
error-id-03 = Diese Unterhaltung oder diesen Kontakt gibt es auf der Plattform nicht mehr.
    .hint = Vielleicht wurde er dort gelöscht oder zusammengeführt.
error-id-04 = Die Anfrage nennt einen anderen Kanal als den früher verbundenen.
    .hint = Vielleicht benutzt ein zweiter Kanal in ELMA365 dieselbe Adresse. Geben Sie jedem hier einen eigenen Kanal.
error-id-05 = Das gibt es hier nicht mehr.
    .hint = Vielleicht wurde es gelöscht, oder die Aufbewahrungszeit ist vorbei.
error-db-01 = Der Datenordner wird von einem anderen Switchboard benutzt.
    .hint = Schließen Sie das andere und versuchen Sie es erneut.
error-db-02 = Die Datendatei ist beschädigt.
    .hint = Nichts wurde gelöscht. Kopien von vor den Änderungen liegen daneben im Datenordner.
error-db-03 = Die Festplatte ist voll, neue Nachrichten lassen sich nicht speichern.
    .hint = Schaffen Sie Platz. Bis dahin werden Absender gebeten, wiederzukommen.
error-db-04 = Diese Daten hat eine neuere Version von Switchboard geschrieben.
    .hint = Installieren Sie die neuere Version. Nichts wurde geändert.
error-fw-01 = Etwas auf diesem Computer blockiert den Empfang.
    .hint = Meist ist es eine Firewall oder ein Virenschutz.
error-data-01 = Es kam etwas, das sich nicht als Nachricht dieser Plattform lesen lässt.
    .hint = Es ist aufbewahrt; Sie können es ansehen.
error-data-02 = { $field } fehlt oder ist nicht lesbar.
    .hint = Sehen Sie sich das Feld noch einmal an.
error-loop-01 = { $place ->
        [publicUrl] Mit dieser öffentlichen Adresse sendete der Kanal „{ $channel }“ an Switchboard selbst: Nachrichten liefen im Kreis.
        [listen] Unter dieser Adresse sendete der Kanal „{ $channel }“ an Switchboard selbst: Nachrichten liefen im Kreis.
        [link] Was Kunden schreiben, käme zum Kanal „{ $channel }“ zurück: Nachrichten liefen im Kreis.
       *[other] Das ist die Adresse von Switchboard selbst: Nachrichten liefen im Kreis.
    }
    .hint = { $place ->
        [publicUrl] Geben Sie hier eine andere Adresse ein, oder ändern Sie zuerst die Callback-URL des Kanals.
        [listen] Geben Sie hier eine andere Adresse ein, oder ändern Sie zuerst die Callback-URL des Kanals.
        [link] Wählen Sie einen anderen Kanal, oder löschen Sie eine der Verknüpfungen, die von einem dieser Kanäle zum anderen führen.
       *[other] Geben Sie die Adresse Ihres eigenen Programms ein.
    }
error-link-01 = { $platform } kann in einer Verknüpfung nicht die Seite der { $side ->
        [customers] Kunden
       *[operators] Operatoren
    } sein.
    .hint = { $side ->
        [customers] Dort schreiben nie Kunden, nur Operatoren. Wählen Sie den Kanal, in den Ihre Kunden schreiben.
       *[operators] Dorthin kann nichts geschrieben werden. Wählen Sie den Kanal, dessen Operatoren antworten sollen.
    }
error-link-02 = Von { $platform } kann nur kopiert werden: Eine Antwort lässt sich dorthin nicht schreiben.
    .hint = Wählen Sie „Nur Kopie“: Was dort geschrieben wird, erscheint dann auch auf der anderen Seite.
error-link-03 = Diese beiden Kanäle sind schon verknüpft.
    .hint = Ändern Sie die vorhandene Verknüpfung.
error-link-04 = Der Kanal „{ $channel }“ ist nicht verbunden: Die Plattform hat nicht gesagt, wohin gesendet wird.
    .hint = Verbinden Sie ihn auf der Plattform mit der Eingangsadresse des Kanals. Was zu senden ist, wartet so lange.
error-kind-01 = Die Plattform hat so etwas nicht, deshalb kann es dorthin nicht gesendet werden.
    .hint = Was jede Plattform nimmt, steht beim Ausgang des Kanals.
error-send-01 = Die Unterhaltung gehört zum Kanal „{ $channel }“ selbst.
    .hint = Wählen Sie einen anderen Kanal, Ihren Server oder eine Adresse.
error-send-02 = Unterhaltungen von „{ $channel }“ können nur sofort gesendet werden.
    .hint = { $platform } meldet nicht, wann sich der Status einer Unterhaltung ändert oder wann sie endet.
error-file-01 = Eine Datei konnte nicht geholt werden.
    .hint = Der Text geht ohne sie, mit einem Vermerk an ihrer Stelle.
error-file-02 = Eine Datei liegt unter einer Adresse im Netzwerk, von der niemand das Holen erlaubt hat.
    .hint = Wenn Sie ihr vertrauen, tragen Sie ihren Host in den Einstellungen bei den Dateien ein.
error-plat-01 = { $host } hat das Gesendete nicht angenommen{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Sehen Sie sich die Antwort an: Oft steht dort der Grund. Senden Sie die Nachricht nach der Korrektur noch einmal.
error-plat-02 = { $host } hat selbst eine Störung{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Was zu senden ist, ist aufbewahrt und wird von selbst erneut versucht. Wenn es anhält, sagen Sie dem Betreiber Bescheid.
error-name-01 = Einen Kanal namens „{ $name }“ gibt es schon.
    .hint = Wählen Sie einen anderen Namen.
error-name-02 = Der Name fehlt.
    .hint = Jeder Name ist recht; er ist nur für Sie.
error-off-01 = Der Kanal ist ausgeschaltet.
    .hint = Schalten Sie ihn ein, um wieder zu empfangen und zu senden.
error-app-01 = Etwas Unerwartetes ist geschehen.
    .hint = Ihre Nachrichten sind aufbewahrt. Versuchen Sie es erneut; das Protokoll im Datenordner sagt mehr.

## Zustände

state-received = Empfangen
    .meaning = Sicher auf diesem Computer gespeichert; noch nicht an der Reihe.
state-sending = Wird gesendet
    .meaning = Wird gerade gesendet.
state-accepted = Angenommen
    .meaning = Der Empfänger hat es; seine eigene Bestätigung steht noch aus.
state-delivered = Zugestellt
    .meaning = Das Ziel hat es angenommen.
state-read = Gelesen
    .meaning = Wer gemeint war, hat es gesehen.
state-retrying = Neuer Versuch
    .meaning = Noch nicht angekommen; wird von selbst erneut versucht.
state-failed = Nicht zugestellt
    .meaning = Aufgegeben; es braucht Sie.
state-on-hold = Angehalten
    .meaning = Der Kanal pausiert, oder sein Ziel ist angehalten. Nichts ist verloren.
state-waiting-for-platform = Wartet auf Plattform
    .meaning = Zuerst muss etwas von der Plattform kommen.
state-skipped = Übersprungen
    .meaning = Absichtlich nicht gesendet.
state-unknown = Unbekannt
    .meaning = Niemand kann sagen, ob es angekommen ist.
state-refused = Abgelehnt
    .meaning = Mit einem Fehler beantwortet und nicht bearbeitet.

## Warum übersprungen

skip-no-endpoint = kein Endpunkt
    .meaning = Der Kanal hat keine Callback-Adresse, es gibt kein Ziel.
skip-not-subscribed = nicht gewählt
    .meaning = Dieses Ereignis gehört nicht zu denen, die der Kanal an Ihren Endpunkt sendet.
skip-duplicate = doppelt
    .meaning = Dasselbe Ereignis kam schon.
skip-own-echo = eigenes Echo
    .meaning = Wir haben es selbst ausgelöst.
skip-other-inbox = anderer Posteingang
    .meaning = Es gehört zu einem Posteingang, auf den dieser Kanal nicht eingestellt ist.
skip-discarded = verworfen
    .meaning = Es wurde aus der Warteschlange entfernt.
skip-nothing-to-send = nichts weiterzugeben
    .meaning = Es wurde hier bearbeitet und enthält nichts zum Weitergeben.
skip-stale = zu alt
    .meaning = Tippen und Anwesenheit lohnen sich nur für Sekunden.
skip-superseded = Neueres wurde gesendet
    .meaning = Bevor es gesendet werden konnte, kam ein neuerer Stand derselben Nachricht; dieser wird gesendet.
skip-circle = es liefe im Kreis
    .meaning = Eine Verknüpfung hätte es in einen Kanal zurückgebracht, den es schon durchlaufen hat.
skip-command = unser Befehl
    .meaning = Es wurde für Switchboard geschrieben, nicht für den Kunden.
skip-history = Vergangenes
    .meaning = Es wurde aus der Vergangenheit der Plattform geholt und liegt lange zurück.

## Ereignisse

event-message-received = Kundennachricht
    .meaning = Ein Kunde hat einem Operator geschrieben.
event-message-sent = Operatornachricht
    .meaning = Ein Operator hat einem Kunden geschrieben.
event-message-updated = Nachricht geändert
    .meaning = Eine Nachricht wurde bearbeitet oder gelöscht, oder ihr Status hat sich geändert.
event-message-read = Nachricht gelesen
    .meaning = Eine Nachricht wurde gesehen.
event-message-outcome = Zustellbericht
    .meaning = Die Plattform sagt, ob sie unsere Nachricht verarbeiten konnte.
event-note-created = Private Notiz
    .meaning = Operatoren haben sich eine Notiz geschrieben. Kunden sehen sie nie.
event-session-started = Sitzung begonnen
    .meaning = Eine Sitzung hat begonnen.
event-session-unread = Sitzung ungelesen
    .meaning = Eine Sitzung endete mit Nachrichten, die kein Operator gelesen hat.
event-session-ended = Sitzung beendet
    .meaning = Eine Sitzung ist zu Ende.
event-conversation-created = Neue Unterhaltung
    .meaning = Eine Unterhaltung hat begonnen.
event-conversation-updated = Unterhaltung geändert
    .meaning = Operator, Etiketten oder andere Angaben haben sich geändert.
event-conversation-status-changed = Status der Unterhaltung
    .meaning = Eine Unterhaltung wurde geöffnet, gelöst oder zurückgestellt.
event-conversation-ended = Unterhaltung beendet
    .meaning = Eine Unterhaltung ist vorbei.
event-conversation-forwarded = Unterhaltung weitergeleitet
    .meaning = Eine Unterhaltung ging an einen anderen Operator oder eine andere Gruppe.
event-conversation-rated = Bewertung
    .meaning = Ein Kunde hat eine Unterhaltung bewertet.
event-conversation-feedback = Rückmeldung
    .meaning = Ein Kunde hat etwas zu einer Unterhaltung geschrieben.
event-conversation-surveyed = Umfrage beantwortet
    .meaning = Ein Kunde hat die Umfrage beantwortet.
event-conversation-goal = Ziel erreicht
    .meaning = In einer Unterhaltung wurde ein Ziel erreicht.
event-conversation-snapshot = Ganze Unterhaltung
    .meaning = Eine ganze Unterhaltung wurde auf einmal gesendet.
event-contact-created = Neuer Kontakt
    .meaning = Ein Kontakt wurde angelegt.
event-contact-updated = Kontakt geändert
    .meaning = Die Angaben eines Kontakts haben sich geändert.
event-contact-requested = Kontakt angefragt
    .meaning = Die Plattform hat nach den Angaben einer Person gefragt.
event-operator-online = Operator online
    .meaning = Ein Operator ist online gegangen.
event-operator-offline = Operator offline
    .meaning = Ein Operator ist offline gegangen.
event-operator-away = Operator abwesend
    .meaning = Ein Operator ist kurz weg.
event-operator-back = Operator zurück
    .meaning = Ein Operator ist zurück.
event-typing-started = Tippt
    .meaning = Jemand tippt.
event-typing-stopped = Tippt nicht mehr
    .meaning = Jemand hat aufgehört zu tippen.
event-widget-configured = Widget-Einstellungen
    .meaning = Die Einstellungen eines Widgets haben sich geändert.
event-widget-triggered = Widget geöffnet
    .meaning = Ein Besucher hat das Widget geöffnet.
event-channel-connected = Kanal verbunden
    .meaning = Die Plattform hat den Kanal verbunden.
event-channel-disconnected = Kanal getrennt
    .meaning = Die Plattform hat die Verbindung beendet.
event-platform-other = Anderes
    .meaning = Was die Plattform sonst noch sagt, mit ihrem Text.

## Der Rahmen

skip-link = Zum Inhalt
nav-label = Bereiche
nav-home = Start
nav-channels = Kanäle
nav-traffic = Verkehr
nav-conversations = Unterhaltungen
nav-bulk = Sammelversand
nav-settings = Einstellungen
relay-working = Alles läuft
relay-attention = Bitte ansehen
relay-problem = Problem
relay-stopped = Empfang steht
relay-starting = Startet
relay-offline = Keine Verbindung
banner-offline = Die Verbindung zu Switchboard ist unterbrochen. Sie kommt von selbst wieder; was Sie sehen, kann veraltet sein.
demo-banner = Demo: Übungsplattformen und ein Übungsendpunkt senden Beispielnachrichten, manche absichtlich mit Fehlern.
demo-remove = Demo entfernen

action-try-again = Erneut versuchen
action-try-now = Jetzt versuchen
action-close = Schließen
action-cancel = Abbrechen
action-resend = Noch einmal senden
copy-done = Kopiert
copy-refused = Kopieren ging nicht

error-offline = Switchboard antwortet nicht.
    .hint = Vielleicht ist das Programm hinter diesem Bildschirm beendet. Starten Sie es wieder; Ihre Nachrichten sind aufbewahrt.

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

## Kanäle

channels-title = Kanäle
channels-sentence = Jeder Kanal ist eine Verbindung zu einer Chat-Plattform.
channels-add = Kanal hinzufügen
channels-loading = Die Kanäle werden gelesen
channels-empty = Noch kein Kanal
channels-empty-hint = Ein Kanal gibt Ihnen eine Adresse, die Sie in Ihre Chat-Plattform einfügen. Sie funktioniert sofort.
column-name = Name
column-state = Zustand
column-last = Zuletzt
column-waiting = Wartend
column-failed = Fehler
    .meaning = In den letzten 24 Stunden nicht zugestellt
channel-no-message = Noch nichts
channel-demo = Demo

channel-state-waiting = Wartet
    .meaning = Es kam noch keine Anfrage.
    .advice = Fügen Sie seine Adresse in die Plattform ein.
channel-state-working = Läuft
    .meaning = Nachrichten kommen herein und kommen an.
    .advice = Es ist nichts zu tun.
channel-state-problems = Probleme
    .meaning = In den letzten 15 Minuten ging etwas schief.
    .advice = Sehen Sie unter „Verkehr“ nach, was nicht ankam.
channel-state-failing = Gestört
    .meaning = Der Endpunkt nimmt nichts an, oder die letzten Nachrichten kamen nicht an.
    .advice = Testen Sie die Verbindung zum Endpunkt.
channel-state-disconnected = Getrennt
    .meaning = Die Plattform hat die Verbindung beendet.
    .advice = Verbinden Sie ihn auf der Plattform neu.
channel-state-paused = Pausiert
    .meaning = Nachrichten werden angenommen und aufbewahrt, aber nicht gesendet.
    .advice = Setzen Sie ihn fort, um das Wartende zu senden.
channel-state-off = Aus
    .meaning = Nachrichten werden abgelehnt.
    .advice = Schalten Sie ihn ein, um wieder zu empfangen.

channel-create-title = Neuer Kanal
channel-create-button = Kanal anlegen
channel-title = Kanal { $name }
channel-save = Speichern
channel-discard = Verwerfen
channel-dirty = Noch nicht gespeichert
channel-saved = Gespeichert
channel-clean = Keine Änderungen
leave-question = Ihre Änderungen sind nicht gespeichert. Ohne Speichern verlassen?
leave-stay = Weiter bearbeiten
leave-go = Ohne Speichern verlassen
channel-menu = Mehr zu { $name }
channel-pause = Pausieren
    .meaning = Nachrichten werden angenommen und aufbewahrt und gesendet, wenn Sie fortsetzen.
channel-resume = Fortsetzen
channel-turn-off = Ausschalten
channel-turn-on = Einschalten
channel-duplicate = Duplizieren
channel-delete = Löschen
channel-off-question = „{ $name }“ ausschalten?
channel-off-elma365 = ELMA365 bekommt auf jede Nachricht „404: Kanal unbekannt“, und die Operatoren sehen, dass ihre Nachrichten nicht ankommen.
channel-off-chatwoot = { $platform } markiert jede Nachricht als fehlgeschlagen, auch die der Kunden, und sendet sie später nicht noch einmal.
channel-off-userlike = Userlike bekommt keine Antwort 200 und verspricht nicht, seine Callbacks noch einmal zu senden; sie können verloren gehen.
channel-off-pause = Um das Senden anzuhalten, ohne etwas zu verlieren, pausieren Sie den Kanal.
channel-off-pause-instead = Lieber pausieren
channel-delete-question = „{ $name }“ löschen?
channel-delete-consequence = { $waiting ->
        [0] Seine Adresse gilt ab sofort nicht mehr. Seine Einstellungen lassen sich nicht zurückholen.
        [one] Seine Adresse gilt ab sofort nicht mehr, und { $waiting } wartende Nachricht wird nicht gesendet. Seine Einstellungen lassen sich nicht zurückholen.
       *[other] Seine Adresse gilt ab sofort nicht mehr, und { $waiting } wartende Nachrichten werden nicht gesendet. Seine Einstellungen lassen sich nicht zurückholen.
    }
channel-delete-type = Zur Bestätigung „{ $name }“ eingeben
channel-delete-confirm = { $name } löschen
channel-delete-keep = Kanal behalten
channel-delete-links = { $count ->
        [one] Seine Verknüpfung wird mit ihm gelöscht.
       *[other] Seine { $count } Verknüpfungen werden mit ihm gelöscht.
    }
channel-delete-connected = ELMA365 erfährt davon nichts.
channel-delete-disconnect = Zuerst dort trennen
channel-disconnect = Diesen Kanal trennen
channel-disconnect-question = „{ $name }“ in ELMA365 trennen?
channel-disconnect-consequence = ELMA365 erfährt, dass dieser ganze Kanal zu Ende ist, mit jedem Chat darin, nicht nur einem. Danach lässt sich nichts mehr dorthin senden; was Ihr Programm inzwischen sendet, wird aufbewahrt und wartet.
channel-disconnect-back = In ELMA365 lässt er sich wieder verbinden. Dann wird das Wartende gesendet, und die Chats gehen dort weiter, wo sie waren.
channel-disconnect-keep = Verbunden bleiben
channel-try = Als Kunde ausprobieren

platform-elma365 = Beliebiger Messenger
platform-chatwoot = Auch Chatlake und OneHash
platform-userlike = API-Add-on

section-platform = { $platform }
section-endpoint = Ihr Endpunkt
section-options = Mehr zu { $platform }
section-secrets = Von Switchboard erzeugte Schlüssel
advanced-title = Erweitert
advanced-defaults = alle Ereignisse, signiertes Switchboard-Format, 30 s

field-platform = Plattform
field-name = Name
name-help = Nur für Sie, um Ihre Kanäle zu unterscheiden.
name-example = { $platform } Vertrieb
field-preset = Produkt
token-elma365 = Bestätigungszeichenfolge (Token)
    .help = ELMA365 sendet sie mit jeder Anfrage. Sie denken sie sich aus; geben Sie dort dieselbe ein. Sie darf leer sein.
token-chatwoot = Zugriffstoken
    .help = Dort ganz unten in Ihren Profileinstellungen: „Access Token“.
token-userlike = Wert des geheimen Headers
    .help = Userlike sendet ihn mit jeder Anfrage in einem Header, den Sie im API-Add-on eintragen. Er darf leer sein.
field-token = Token
field-api-url = API-Adresse
api-url-elma365 = Die öffentliche Adresse Ihres Unternehmens in ELMA365. Freiwillig: Sie wird beim Verbinden bekannt.
api-url-chatwoot = Die Adresse Ihres Servers. Sie können die Adresse jeder Seite Ihres Dashboards einfügen; wir zerlegen sie.
field-callback-url = Callback-Adresse
callback-help = Die Adresse Ihres eigenen Programms, das die Nachrichten bekommt. Sie kann vorerst leer bleiben: Alles wird aufbewahrt.
field-format = Format
format-switchboard = Switchboard
    .meaning = Eine Form für alle Plattformen, signiert nach Standard Webhooks, ohne die Geheimnisse der Plattform.
format-as-received = Wie empfangen
    .warning = Ihr Endpunkt bekommt Inhalt und Header der Plattform selbst, samt ihren Geheimnissen. Wählen Sie das nur für ein Programm, dem Sie vertrauen.
field-timeout = Zeitgrenze in Sekunden
timeout-help = Wie lange ein Versuch dauern darf. Leer: wie für alle Kanäle (30 s, wenn Sie nichts geändert haben).
field-headers = Header für Ihren Endpunkt
headers-help = Werden jeder Anfrage beigefügt, zum Beispiel zur Anmeldung. Die Werte werden wie Passwörter verwahrt.
headers-name = Name von Header { $number }
headers-value = Wert von Header { $number }
headers-remove = Header { $number } entfernen
headers-add = Header hinzufügen
field-trusted-certificate = Vertrauenswürdiges Zertifikat
certificate-help = Ein Zertifikat (PEM), dem nur für diesen Endpunkt vertraut wird. Leer lassen, wenn dieser Computer das Zertifikat kennt.
field-send-token = Token, das wir ELMA365 zeigen
send-token-help = Nur wenn es von der Bestätigungszeichenfolge abweicht.
field-channel-id = Kennung des Kanals in ELMA365
channel-id-help = Wird bekannt, wenn ELMA365 sich verbindet.
field-webhook = Adresse von ELMA365 für unsere Nachrichten
webhook-help = Wird bekannt, wenn ELMA365 sich verbindet.
field-user-info = Antwort auf die Frage nach Personendaten
user-info-help = JSON mit {"{{id}}, {{login}}, {{fullName}}, {{phone}}, {{email}} und {{avatar}}"} an den Stellen der Werte. Leer: die übliche Form.
field-account-id = Kontonummer
field-inbox-id = Nummer des Posteingangs
inbox-id-any = alle
inbox-id-help = Beide stehen in der Adresse der Seite des Posteingangs. Ohne Nummer nimmt der Kanal die Ereignisse aller Posteingänge.
field-inbox-identifier = Kennung des Posteingangs
inbox-identifier-help = Auf der Seite des Posteingangs unter „Configuration“. Nötig, um als Kunde zu schreiben.
field-webhook-secrets = Webhook-Geheimnisse
webhook-secrets-help = Sie beweisen, dass eine Anfrage von Ihrem Server kommt. Konto und Posteingang haben verschiedene, deshalb können es mehrere sein.
webhook-secret-number = Webhook-Geheimnis { $number }
webhook-secret-remove = Webhook-Geheimnis { $number } entfernen
webhook-secret-add = Webhook-Geheimnis hinzufügen
field-signature = Wenn eine Signatur fehlt oder falsch ist
signature-strict = Ablehnen
    .meaning = Die Anfrage wird mit 401 beantwortet und aufbewahrt; annehmen können Sie sie unter „Verkehr“. Der Server markiert seine Nachricht als fehlgeschlagen.
signature-legacy = Ohne annehmen, falsche ablehnen
    .meaning = Für Server, die noch nicht signieren.
signature-lenient = Beiseitelegen
    .meaning = Die Anfrage wird mit 200 beantwortet und wartet, bis Sie sie annehmen.
field-resend-silent = Erneut senden, wenn ELMA365 schweigt
resend-silent-help = Insgesamt höchstens dreimal, unter derselben Kennung. Schweigen allein gilt nie als Fehler.
outcomes-used = Das geschieht ohnehin: ELMA365 hat in diesem Kanal schon berichtet, was aus unseren Nachrichten wurde.
outcomes-unused = Bisher hat ELMA365 in diesem Kanal nichts berichtet; was es annimmt, gilt deshalb als zugestellt.
field-new-conversation = Eine Nachricht an eine gelöste Unterhaltung beginnt eine neue
new-conversation-help = Sonst wird die gelöste wieder geöffnet.
field-agents-language = Sprache für Agenten
agents-language-help = In ihr lesen Agenten dort, warum eine Nachricht nicht ankam.
field-secret-header = Name des geheimen Headers
secret-header-help = Der Header, in dem Userlike das Geheimnis sendet. Leer: x-switchboard-secret.
field-time-zone = Zeitzone
time-zone-help = Userlike schreibt Zeiten ohne Zone. Leer: UTC.

secret-reveal = 30 Sekunden lang zeigen
secret-hide = Verbergen
secret-copy = Kopieren: { $what }
secret-replace = Ersetzen
secret-keep = Das alte behalten
secret-make = Erzeugen
secret-cleaned = Wir haben Leerzeichen und Anführungszeichen darum entfernt.

rotate-signing-secret = Signaturgeheimnis
    .help = Damit prüft Ihr Endpunkt, dass eine Anfrage von Switchboard kommt.
    .question = Das Signaturgeheimnis ersetzen?
    .consequence = Ihr Endpunkt lehnt unsere Anfragen ab, bis er das neue kennt.
rotate-intake-key = Schlüssel in der Eingangsadresse
    .help = Der Teil der Adresse, den niemand erraten kann.
    .question = Die Eingangsadresse ersetzen?
    .consequence = Die alte Adresse gilt ab sofort nicht mehr. Fügen Sie die neue in { $platform } ein, sonst gehen Nachrichten verloren.
rotate-endpoint-token = Token Ihres Programms
    .help = Ihr Programm zeigt es mit jeder Anfrage, damit niemand sonst in Ihrem Namen senden kann.
    .question = Das Token Ihres Programms ersetzen?
    .consequence = Was Ihr Programm mit dem alten sendet, wird sofort abgelehnt. Tragen Sie dort das neue ein.
rotate-button = Ersetzen
rotate-confirm = Ersetzen
rotate-keep = Behalten

address-title = Diese Adresse in { $platform } einfügen
address-copy = Eingangsadresse kopieren
address-local-only = Diese Adresse gilt nur auf diesem Computer, weil keine öffentliche Adresse eingestellt ist. { $platform } im Internet kann sie nicht erreichen.
address-set-public = Öffentliche Adresse einstellen
address-where = Wo in { $platform }?
directions-elma365-1 = Öffnen Sie als Administrator Administration → Live Chats → Messengers und verbinden Sie einen beliebigen Messenger.
directions-elma365-2 = Fügen Sie die Adresse bei „Webhook“ ein (in manchen Versionen „Messenger’s API URL“).
directions-elma365-3 = Geben Sie die Bestätigungszeichenfolge von unten als „Confirmation code“ ein. Beide dürfen leer sein.
directions-elma365-4 = Speichern Sie. ELMA365 meldet sich sofort, und den Rest erfährt der Kanal selbst.
directions-chatwoot-1 = Für einen neuen Posteingang: Öffnen Sie Settings → Inboxes → Add Inbox → API und fügen Sie die Adresse bei „Webhook URL“ ein.
directions-chatwoot-2 = Für einen bestehenden Posteingang: Öffnen Sie seine Einstellungen und fügen Sie die Adresse dort bei „Webhook URL“ ein.
directions-chatwoot-3 = Für alle Posteingänge: Öffnen Sie Settings → Integrations → Webhooks, legen Sie einen mit dieser Adresse an und wählen Sie seine Ereignisse.
directions-chatwoot-4 = Wenn { $platform } ein Geheimnis für den Webhook zeigt, tragen Sie es unten unter „Erweitert“ ein: Es beweist, woher Anfragen kommen.
directions-userlike-1 = Öffnen Sie in Userlike die Add-ons und wählen Sie API.
directions-userlike-2 = Fügen Sie die Adresse als Callback-URL ein und wählen Sie die Ereignisse, von denen Sie erfahren möchten.
directions-userlike-3 = Wenn oben ein Geheimnis steht, tragen Sie dort den Header x-switchboard-secret mit diesem Wert ein.

events-title = Ereignisse für Ihren Endpunkt
events-preset-messages = Nachrichten
    .meaning = Was Kunden und Operatoren schreiben und was daraus wurde. Keine privaten Notizen.
events-preset-all = Alles
    .meaning = Jedes Ereignis, auch das künftiger Versionen.
events-preset-custom = Auswahl
    .meaning = Aufbewahrt und gezeigt wird alles, was Sie auch wählen. Ihr Endpunkt bekommt:
event-group-message = Nachrichten
event-group-note = Private Notizen
event-group-session = Sitzungen
event-group-conversation = Unterhaltungen
event-group-contact = Kontakte
event-group-operator = Operatoren
event-group-typing = Tippen
event-group-widget = Website-Widget
event-group-channel = Der Kanal selbst
event-group-platform = Alles andere

test-button = Verbindung testen
test-unsaved = Getestet werden die gespeicherten Einstellungen.
test-well = Ihr Endpunkt ist erreichbar.
check-address = Die Adresse ist vollständig
check-dns = Der Server wurde gefunden
check-connect = Dort antwortet etwas
check-certificate = Dem Zertifikat ist zu trauen
check-answer = Eine Testnachricht wird angenommen

## Der Ausgang

outbox-title = Nachrichten aus Ihrem eigenen Programm senden
outbox-sentence = Ihr Programm sendet hierher eine einfache Anfrage; Switchboard erledigt alles, was { $platform } dafür braucht, der Reihe nach und bis es angekommen ist.
outbox-userlike = Userlike lässt sich nicht antworten. Sein API-Add-on meldet nur, was dort geschieht, und nimmt von niemandem etwas an.
outbox-address = Adresse für Ihr Programm
outbox-copy = Diese Adresse kopieren
outbox-local-only = Diese Adresse gilt nur auf diesem Computer, weil keine öffentliche Adresse eingestellt ist. Das genügt, wenn auch Ihr Programm hier läuft.
outbox-kinds = Was { $platform } annimmt
outbox-kind = Art der Anfrage
outbox-as-customer = Als Kunde
outbox-as-operator = Als Operator
outbox-kind-message = Eine Nachricht
outbox-kind-contact = Angaben zu einer Person
outbox-kind-read = Jemand hat gelesen
outbox-kind-typing = Jemand tippt
outbox-kind-state = Was aus einer Nachricht wurde oder wie eine Unterhaltung steht
outbox-kind-end = Eine Unterhaltung ist vorbei
outbox-kind-user-info = Nach den Angaben eines Operators fragen
outbox-kind-conversation-send = Eine ganze Unterhaltung auf einmal
outbox-taken = wird angenommen
outbox-not-taken = wird nicht angenommen
outbox-example = Ein Beispiel zum Kopieren
outbox-copy-example = Beispiel kopieren
outbox-example-token = Setzen Sie das Token Ihres Programms an die Stelle von { $token }. Zweimal dieselbe messageId ist eine Nachricht; im Zweifel darf Ihr Programm es also noch einmal versuchen.
outbox-openapi = Beschreibung für Programmierer (OpenAPI)

## Der Übungskunde

customer-title = Übungskunde
customer-loading = Der Chat wird gelesen
customer-messages = Nachrichten
customer-notice = Operatoren werden sehen, was Sie schreiben
    .meaning = Es geht als Nachricht eines Kunden an { $platform }, und Operatoren dort können antworten. So sehen Sie, dass der Kanal funktioniert.
customer-start = Als Kunde schreiben
customer-empty = Noch nichts geschrieben
customer-empty-hint = Schreiben Sie, wie ein Kunde es täte. Hier sehen Sie, wann { $platform } es hat und was Operatoren antworten.
customer-impossible = Hier kann niemand schreiben
customer-you = Sie als Kunde
customer-write = Nachricht schreiben
customer-keys = Enter sendet, Umschalt und Enter beginnen eine neue Zeile. Dateien lassen sich hierher ziehen, je bis 40 MB.
customer-send = Senden
customer-attach = Dateien anhängen
    .meaning = Je bis 40 MB
customer-files = Zu sendende Dateien
customer-file-coming = Wird übernommen
customer-file-too-large = Größer als 40 MB
customer-file-local = ELMA365 holt Dateien selbst von diesem Computer. Ohne öffentliche Adresse kann es das nicht, es sei denn, es läuft auch hier.
customer-file-remove = { $name } nicht senden
customer-drop = Dateien hier ablegen, um sie anzuhängen
customer-in-traffic = Im Verkehr zeigen
customer-clean = Aufräumen
customer-clean-question = Den Übungschat aufräumen?
customer-clean-there = In { $platform } wird die Unterhaltung gelöst; sie und ihre Nachrichten bleiben dort. Hier beginnt der Chat neu, und sein Weg bleibt im Verkehr.
customer-clean-here = Hier beginnt der Chat neu, und sein Weg bleibt im Verkehr. { $platform } behält das Geschriebene; schließen Sie es dort, wenn es stört.
customer-clean-keep = Behalten

## Verknüpfungen

links-title = Verknüpfungen
links-sentence = Eine Verknüpfung verbindet zwei Kanäle: Die Kunden des einen sprechen mit den Operatoren des anderen.
links-add = Zwei Kanäle verknüpfen
links-loading = Die Verknüpfungen werden gelesen
links-empty = Noch keine Verknüpfung
links-empty-hint = Verknüpfen Sie zum Beispiel eine Website in Chatwoot mit ELMA365: Ihren Kunden antworten dann Operatoren in ELMA365, und niemand muss sein Programm wechseln.
links-empty-few = Zum Verknüpfen braucht es zwei Kanäle. Fügen Sie zuerst einen weiteren hinzu.
link-title = Verknüpfung
link-create-title = Neue Verknüpfung
link-create-button = Verknüpfen
link-choose = Bitte wählen
link-choose-both = Wählen Sie auf beiden Seiten einen Kanal.
link-channel-gone = gelöschter Kanal
link-sentence-two-way = Kunden von „{ $customers }“ schreiben an Operatoren von „{ $operators }“; die Antworten kommen zurück.
link-sentence-copy = Was Kunden von „{ $customers }“ schreiben, wird für die Operatoren von „{ $operators }“ kopiert; zurück kommt nichts.
link-cannot = Zurzeit wird nichts übertragen.
link-state-working = Läuft
    .meaning = Nachrichten werden übertragen.
link-state-paused = Pausiert
    .meaning = Nichts wird übertragen. Was inzwischen kommt, bleibt in seinem Kanal.
link-state-stuck = Wartet
    .meaning = Etwas ist im Weg. Was inzwischen kommt, wird nach Möglichkeit aufbewahrt und geht hinüber, sobald es kann.
link-side-customers = Kunden
link-side-operators = Operatoren
link-arrow-over = was Kunden schreiben
link-arrow-back = Antworten der Operatoren
link-arrow-none = zurück kommt nichts
link-customers-title = Wo Kunden schreiben
link-operators-title = Wo Operatoren antworten
link-obstacle-elma365 = In ELMA365 kann nur geantwortet werden: Seine Kunden sind immer anderswo.
link-obstacle-userlike = An Userlike kann man nicht schreiben, deshalb kann es nur dort stehen, wo Kunden schreiben.
link-obstacle-same = Dieser Kanal steht auf der anderen Seite.
link-obstacle-joined = Diese beiden sind schon verknüpft.
link-obstacle-circle = Über andere Verknüpfungen liefen Nachrichten im Kreis.
link-obstacle-lacks = Noch können wir dorthin nicht schreiben. Es fehlt: { $missing }.
link-mode-title = Was hinübergeht
link-mode-two-way = In beide Richtungen
    .meaning = Nachrichten der Kunden gehen hinüber, Antworten der Operatoren kommen zurück.
link-mode-two-way-impossible = Nicht mit Userlike: Es nimmt keine Antworten an.
link-mode-copy = Nur Kopie
    .meaning = Nachrichten gehen zum Lesen hinüber. Zurück kommt nichts.
link-choices-title = Auch übertragen
link-choice-agents = Antworten auf der Seite der Kunden
    .meaning = Was Agenten von „{ $customers }“ dort selbst antworten, sehen die Operatoren als „[Name]: …“.
link-choice-templates = Automatische Nachrichten
    .meaning = Begrüßungen und Ähnliches, das die Plattform selbst schreibt.
link-choice-surveys = Zufriedenheitsumfragen
    .meaning = Fragen danach, wie zufrieden jemand ist.
link-always = Namen, Bilder, Dateien, Lesebestätigungen und Fehler gehen immer hinüber. Private Notizen nie.
link-pause = Pausieren
    .meaning = Nichts wird übertragen, bis Sie fortsetzen.
link-menu = Mehr zu { $customers } und { $operators }
link-delete = Löschen
link-delete-question = Die Verknüpfung von „{ $customers }“ und „{ $operators }“ löschen?
link-delete-consequence = Ab jetzt geht zwischen ihnen nichts mehr hinüber. Beide Kanäle bleiben, mit allen Chats und Nachrichten, und was schon unterwegs ist, kommt noch an.
link-delete-pause = Wenn es nur vorübergehend sein soll, pausieren Sie sie.
link-delete-confirm = Verknüpfung löschen
link-delete-keep = Verknüpfung behalten

## Verkehr

traffic-title = Verkehr
traffic-sentence = Jede Anfrage in beide Richtungen, die neuesten zuerst.
traffic-grid = Anfragen
traffic-scroll = Stelle im Protokoll
traffic-filters = Filter
traffic-quick = Schnellfilter
traffic-all = Alle
traffic-today = Heute
traffic-unclaimed = Unbekannte Adressen
traffic-any-channel = Jeder Kanal
traffic-any-direction = Beide Richtungen
traffic-any-state = Jedes Ergebnis
traffic-search = Texte, Namen, Kennungen suchen
traffic-search-clear = Suche leeren
traffic-pause = Pausieren
traffic-resume = Fortsetzen
traffic-paused-new = { $count ->
        [0] Pausiert. Fortsetzen
       *[other] Pausiert · { $count } neu
    }
traffic-new = { $count } neu
traffic-following = Neue Anfragen erscheinen von selbst
traffic-to-newest = Zu den neuesten
traffic-count = { $count ->
        [one] { $count } Anfrage
       *[other] { $count } Anfragen
    }
traffic-count-matching = { $count ->
        [one] etwa { $count } passt
       *[other] etwa { $count } passen
    }
traffic-searched-back = Durchsucht bis { $when }.
traffic-search-further = Weiter suchen
traffic-loading = Das Protokoll wird gelesen
traffic-no-match = Nichts passt
traffic-no-match-hint = Keine Anfrage passt zu diesen Filtern. Neue, die passen, erscheinen hier.
traffic-no-match-paused = Keine Anfrage passt zu diesen Filtern, und die Liste pausiert.
traffic-clear = Filter löschen
traffic-empty = Noch ist nichts gekommen
traffic-empty-paused = Noch ist nichts gekommen, und die Liste pausiert
traffic-empty-hint = Hier erscheinen die Anfragen Ihrer Plattformen und Ihres Programms und unsere an sie, sobald sie geschehen.
traffic-empty-channels = Kanäle öffnen
traffic-no-channel = Unbekannte Adresse
traffic-unreadable = Unlesbare Anfrage
column-time = Zeit
column-direction = Richtung
column-channel = Kanal
column-what = Was
column-who = Wer
column-text = Text
column-result = Ergebnis
column-took = Dauer
direction-in = Eingehend
direction-out = Ausgehend
source-endpoint = aus Ihrem Programm
source-screen = von diesem Bildschirm
source-catch-up = nachgeholt
source-file = Datei
step-contact-find = Kontakt suchen
step-contact-create = Kontakt anlegen
step-contact-update = Kontakt aktualisieren
step-contact-inbox = Kontakt in den Posteingang aufnehmen
step-conversation-find = Unterhaltung suchen
step-conversation-create = Unterhaltung beginnen
step-conversation-status = Status der Unterhaltung setzen
step-conversation-typing = Tippen anzeigen
step-conversation-read = Als gelesen markieren
step-conversation-label = Unterhaltung mit Labels versehen
step-message-find = Nachricht suchen
step-message-create = Nachricht schreiben
step-message-status = Status der Nachricht setzen
step-message-send = Nachricht senden
step-user-ask = Angaben zu einer Person erfragen
step-channel-disconnect = Kanal trennen
step-file-fetch = Datei holen
step-conversation-list = Unterhaltungen auflisten
step-message-list = Nachrichten abrufen
state-skipped-why = Übersprungen: { $reason }
state-retrying-count = Versuch { $made } von { $of }
state-next-try = Nächster Versuch { $when }.

exchange-title = Einzelheiten
exchange-copy-curl = Als cURL kopieren
exchange-peer = Von { $peer }
exchange-request-in = Deren Anfrage
exchange-request-out = Unsere Anfrage
exchange-answer-ours = Unsere Antwort
exchange-answer-theirs = Deren Antwort
exchange-status = { $status } nach { $took }
exchange-no-answer = Es kam keine Antwort.
exchange-written = Was hier geschrieben wurde
exchange-fetched = Was dort gefunden wurde
destination-endpoint = An Ihren Endpunkt
destination-endpoint-of = An den Endpunkt von „{ $name }“
destination-platform = An „{ $name }“
destination-write-back = Rückmeldung an „{ $name }“
destination-address = An { $name }
delivery-next = Versuch { $number } von { $of }:
delivery-out-of-order = Sie wurde überholt: Spätere Nachrichten dieses Chats können vor ihr ankommen.
delivery-show-cause = Die auslösende Anfrage zeigen
attempt-number = Versuch { $number }:
attempt-step = { $step }:
attempt-answered = beantwortet mit { $status }
attempt-this = dieser
attempt-show = Zeigen
resend-all = Alle erneut senden
resend-all-title = Gescheitertes erneut senden
resend-all-counting = Es wird gezählt
resend-all-count = { $count ->
        [0] Hier gibt es nichts erneut zu senden.
        [one] Eine Nachricht wurde aufgegeben. Sie geht unter derselben Kennung noch einmal dorthin, wohin sie sollte.
       *[other] { $count } Nachrichten wurden aufgegeben. Sie gehen unter denselben Kennungen noch einmal dorthin, wohin sie sollten.
    }
resend-all-send = { $count } erneut senden
resend-all-keep = Nicht jetzt
resend-hint = Sendet dieselbe Nachricht noch einmal unter derselben Kennung, damit Ihr Endpunkt sie wiedererkennt.
resend-hint-platform = Sendet dieselbe Nachricht noch einmal, ab dem Schritt, bei dem sie stehen blieb.
resend-hint-unknown = Niemand kann sagen, ob sie angekommen ist. Erneut gesendet, steht sie vielleicht zweimal dort.
resend-platform-has-it = Die Plattform hat sie. Erneut gesendet, läse man sie dort zweimal.
resend-queued = { $count ->
        [one] Wieder unterwegs.
       *[other] { $count } sind wieder unterwegs.
    }
resend-left = Sie ist schon unterwegs, oder es gibt nichts zu senden.
resend-nothing = Hier gibt es nichts zu senden.
resend-no-endpoint = Der Kanal hat keine Callback-Adresse, es gibt kein Ziel.
resend-on-its-way = Sie ist noch unterwegs und wird von selbst versucht.
accept-refused = Diese Anfrage ist aufbewahrt, aber nicht bearbeitet. Wenn Sie wissen, dass sie echt ist, nehmen Sie sie an: Sie wird bearbeitet, als wäre sie gerade gekommen.
accept-unclaimed = Diese Anfrage kam an eine Adresse, die kein Kanal hat. Wenn Sie wissen, zu welchem sie gehört, wählen Sie ihn: Sie wird bearbeitet, als wäre sie gerade dort angekommen.
accept-channel = Kanal wählen
accept-button = Annehmen und bearbeiten
certificate-intro = Der Endpunkt hat ein Zertifikat gezeigt, das dieser Computer nicht kennt. Sein Fingerabdruck (SHA-256):
certificate-trust = Diesem Zertifikat vertrauen
certificate-confirm-title = Diesem Zertifikat für diesen Endpunkt vertrauen?
certificate-confirm = Vergleichen Sie den Fingerabdruck mit dem Betreiber des Endpunkts, zum Beispiel am Telefon. Danach sendet Switchboard an jeden, der unter dieser Adresse dieses Zertifikat zeigt.
certificate-keep = Nicht vertrauen
event-fact-event = Ereignis
event-fact-skipped = Nicht gesendet
event-fact-contact = Kunde
event-fact-operator = Operator
event-fact-conversation = Unterhaltung
event-carried = Eine Verknüpfung hat es an „{ $name }“ übertragen.
side-customer = Kunde
side-operator = Operator
side-system = Plattform
message-template = automatisch
message-file = Datei
timing-title = Wohin die Zeit ging: { $took }
timing-dns = Server suchen
timing-connect = Verbinden
timing-tls = Verschlüsseln
timing-first-byte = Warten
timing-rest = Lesen
payload-form = Wie der Inhalt gezeigt wird
payload-pretty = Gegliedert
payload-raw = Roh
payload-copy = Inhalt kopieren
payload-headers = { $count ->
        [one] { $count } Header
       *[other] { $count } Header
    }
payload-empty = Kein Inhalt.
payload-show-all = Alles zeigen ({ $size })
payload-truncated = Gezeigt werden nur die ersten { $kept } von { $size }.
payload-expand = Aufklappen
payload-collapse = Zuklappen

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
conversation-status-snoozed = Vertagt
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
views-deleted = Die Ansicht „{ $name }“ wurde gelöscht.
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

## Unterhaltungen senden

selected = { $count ->
    [one] { $count } ausgewählt
   *[other] { $count } ausgewählt
}
selected-all = { $count ->
    [one] Alle passenden: { $count } ausgewählt
   *[other] Alle passenden: { $count } ausgewählt
}
selected-all-more = Alle passenden: mindestens { $count } ausgewählt
select-all = Alle { $count } passenden auswählen
select-all-more = Alle passenden auswählen, mindestens { $count }
selected-clear = Auswahl aufheben
send-button = Senden…
send-in-bulk = Sammelversand
flag-status = Wartet auf Statuswechsel
    .meaning = Wird an { $to } gesendet, wenn sich der Status ändert.
flag-ended = Wartet auf das Ende
    .meaning = Wird an { $to } gesendet, wenn sie gelöst oder beendet ist.
flag-platform = Wartet auf Plattform
    .meaning = Die Plattform sendet sie selbst an { $to }, wenn sie sie freigibt; Switchboard sendet nichts.
flag-since = Seit { $when }.
flag-remove = Markierung entfernen
send-title = { $count ->
    [one] Diese Unterhaltung senden
   *[other] { $count } Unterhaltungen senden
}
send-result = { $count ->
    [one] Senden der Unterhaltung
   *[other] Senden von { $count } Unterhaltungen
}
send-targets-loading = Es wird nachgesehen, wohin gesendet werden kann
send-where = Wohin
send-to-endpoint = Ihr Endpunkt ({ $name })
send-to-own-endpoint = Der Endpunkt des eigenen Kanals
send-to-channel = Kanal { $name }
send-to-address = Eine andere Adresse, dieses eine Mal
    .meaning = Sie erhält alles, was der Endpunkt erhielte, und wird nicht als Einstellung behalten.
send-address = Adresse
send-address-wrong = Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.
send-when = Wann
send-when-now = Jetzt
    .meaning = Sofort, soweit sie hier bekannt ist.
send-when-status = Wenn sich der Status ändert
    .meaning = Sobald sie das nächste Mal geöffnet, gelöst, vertagt oder beendet wird.
send-when-ended = Wenn sie endet
    .meaning = Sobald sie gelöst oder beendet ist.
send-only-now = Hier sagt niemand, wann eine Unterhaltung endet oder ihren Status wechselt, daher kann sie nur jetzt gesendet werden.
send-confirm = { $count ->
    [one] Unterhaltung senden
   *[other] { $count } Unterhaltungen senden
}
send-confirm-later = { $count ->
    [one] Zum Senden markieren
   *[other] { $count } zum Senden markieren
}
send-sent = { $count ->
    [one] { $count } Unterhaltung ist unterwegs.
   *[other] { $count } Unterhaltungen sind unterwegs.
}
send-flagged = { $count ->
    [one] { $count } Unterhaltung ist markiert und wird später gesendet.
   *[other] { $count } Unterhaltungen sind markiert und werden später gesendet.
}
send-refused = { $count ->
    [one] { $count } kann dorthin nicht gesendet werden:
   *[other] { $count } können dorthin nicht gesendet werden:
}
send-refused-more = und { $count } weitere

## Sammelversand

bulk-title = Sammelversand
bulk-sentence = Viele Konversationen an ein Ziel, in einem Tempo, das ihm passt.
bulk-new = Neuer Sammelversand
bulk-loading = Der Sammelversand wird gelesen
bulk-empty = Noch kein Sammelversand
bulk-empty-hint = Ein Sammelversand sendet Konversationen, die Sie auswählen, nacheinander an Ihren Endpunkt, an eine andere Adresse oder in einen anderen Kanal.
bulk-running = Läuft oder wartet auf Sie
bulk-history = Früher
bulk-all = Alle Sammelsendungen
bulk-to = An { $name }
bulk-state-preparing = In Vorbereitung
    .meaning = Die Auswahl wird festgehalten. Noch ist nichts gesendet.
bulk-state-running = Sendet
    .meaning = Er läuft von selbst, auch bei geschlossenem Fenster.
bulk-state-paused = Angehalten
    .meaning = Er wartet, bis Sie ihn fortsetzen.
bulk-state-interrupted = Unterbrochen
    .meaning = Switchboard wurde beendet, während er lief. Nichts wird gesendet, bis Sie ihn fortsetzen.
bulk-state-cancelled = Abgebrochen
    .meaning = Der Rest wurde nicht gesendet. Was gesendet war, bleibt gesendet.
bulk-state-done = Fertig
    .meaning = Jede Konversation ist zu ihrem Ende gekommen.
bulk-choice-ids = { $count ->
        [one] { $count } in der Liste gewählte Konversation
       *[other] { $count } in der Liste gewählte Konversationen
    }
bulk-choice-filter = { $count ->
        [one] { $count } Konversation, die zu einem Filter passte
       *[other] { $count } Konversationen, die zu einem Filter passten
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
bulk-paused-at = Ein Sammelversand hat sich bei { $done } von { $total } angehalten
bulk-stopped-why = Switchboard wurde beendet, während er lief. Was gesendet war, wird nicht noch einmal gesendet.
bulk-pause = Anhalten
bulk-resume = Fortsetzen
bulk-details = Einzelheiten
bulk-cancel = Rest abbrechen
bulk-cancel-question = Den Rest abbrechen?
bulk-cancel-consequence = { $left ->
        [one] Die übrige { $left } Konversation wird nicht gesendet.
       *[other] Die übrigen { $left } Konversationen werden nicht gesendet.
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
bulk-items = Konversationen dieses Sammelversands
bulk-items-filter = Anzeigen
bulk-items-loading = Die Liste wird gelesen
bulk-items-none = Keine
bulk-items-none-hint = Keine Konversation dieses Sammelversands ist in diesem Zustand.
bulk-column-number = Nr.
bulk-column-why = Grund
bulk-column-tries = Versuche
bulk-column-links = Öffnen
bulk-item-received = Noch zu senden
bulk-item-line = Zeile { $line }
bulk-item-log = Verkehr
bulk-item-log-of = Anfrage an { $who } im Verkehr
bulk-item-conversation = Konversation
bulk-item-conversation-of = Konversation mit { $who }
bulk-skip-empty = keine Nachrichten
    .meaning = In der Konversation ist nichts, was gesendet werden könnte.
bulk-skip-twice = doppelt gewählt
    .meaning = Dieselbe Konversation steht weiter oben in der Auswahl und wird einmal gesendet.
bulk-skip-same-channel = schon in diesem Kanal
    .meaning = Die Konversation liegt in eben dem Kanal, an den sie gesendet würde.
bulk-skip-no-endpoint = Kanal ohne Endpunkt
    .meaning = Tragen Sie im Kanal die Adresse Ihres Endpunkts ein, oder wählen Sie ein anderes Ziel.
bulk-skip-gone = nicht mehr hier
    .meaning = Die Konversation wurde gelöscht oder ist abgelaufen.
bulk-skip-not-found = nicht gefunden
    .meaning = Keine Konversation hier hat diese Id. Die eines Chatwoot-Kanals lassen sich unter Konversationen zuerst holen.
bulk-skip-unreadable = nicht lesbar
    .meaning = In der Zeile steht keine Konversation, oder ihre Anführungszeichen sind nicht geschlossen.
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
        [one] { $count } Konversation, die Sie gewählt haben
       *[other] { $count } Konversationen, die Sie gewählt haben
    }
bulk-chosen-filter = { $count ->
        [0] Keine Konversation passt zum Filter
        [one] { $count } Konversation, die zum Filter passt
       *[other] { $count } Konversationen, die zum Filter passen
    }
bulk-chosen-more = Mehr als { $count } Konversationen, die zum Filter passen
bulk-chosen-counting = Konversationen, die zum Filter passen
bulk-chosen-every = Alle Konversationen aller Kanäle
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
bulk-choose-list = In der Liste der Konversationen auswählen
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
    .meaning = Jede Konversation geht an den Endpunkt ihres eigenen Kanals.
bulk-target-address = Eine andere Adresse
    .meaning = Nur für diesen Sammelversand.
bulk-address = Adresse
bulk-rate = Konversationen pro Sekunde
bulk-fast = So schnell, wie das Ziel es zulässt
    .meaning = Für Ziele, die dafür gemacht sind. Bittet das Ziel, langsamer zu senden, geschieht das.
bulk-pause-after = Nach 10 Fehlern hintereinander anhalten
    .meaning = Damit nichts weiter an ein Ziel geht, das nicht mehr arbeitet.
bulk-check = Prüfen
bulk-check-again = Noch einmal prüfen
bulk-checking = Es wird geprüft: nichts wird gesendet
bulk-missing-choice = Fügen Sie Ids ein, oder wählen Sie eine Datei.
bulk-missing-target = Wählen Sie, wohin gesendet wird.
bulk-missing-address = Tragen Sie eine Adresse ein, die mit http:// oder https:// beginnt.
bulk-ready = { $count ->
        [one] { $count } Konversation ist bereit
       *[other] { $count } Konversationen sind bereit
    }
bulk-ready-none = Keine Konversation ist bereit
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
bulk-target-trouble = Das Ziel hat die Prüfung nicht bestanden. Sie können fortfahren; kommt nichts an, hält sich der Sammelversand selbst an.
bulk-back = Zurück
bulk-next = Weiter
bulk-changed = Inzwischen hat sich die Zahl der bereiten Konversationen geändert. Sehen Sie vor dem Senden noch einmal hin.
bulk-confirm = { $count ->
        [one] { $count } Konversation an { $name } senden, { $speed }?
       *[other] { $count } Konversationen an { $name } senden, { $speed }?
    }
bulk-confirm-time = { $count ->
        [one] { $count } Konversation an { $name } senden, { $speed } (etwa { $time })?
       *[other] { $count } Konversationen an { $name } senden, { $speed } (etwa { $time })?
    }
bulk-confirm-recall = Was gesendet ist, lässt sich nicht zurückholen. Den Rest können Sie jederzeit anhalten oder abbrechen.
bulk-confirm-frozen = Gesendet werden genau diese Konversationen, was auch immer inzwischen hereinkommt.
field-target = Ziel
field-choice = Auswahl
field-confirmed = Zahl der Konversationen
bulk-send = { $count } senden

## Exporte

export-button = Exportieren
export-bulk-all = Alle
export-bulk-failed = Nur Fehlgeschlagene und Unbekannte
export-format-csv = CSV
    .meaning = Eine Tabelle für Excel und andere Programme
export-format-jsonl = JSON Lines
    .meaning = Alles, ein Datensatz je Zeile
export-format-json = JSON
    .meaning = Alles, für Programme
export-format-har = HAR
    .meaning = Anfragen und Antworten für Entwicklerwerkzeuge
export-format-txt = Reiner Text
    .meaning = Zum Lesen und Drucken
export-ready = Zu speichern:
export-running = Wird geschrieben:
export-done = Heruntergeladen:
export-saved = Gespeichert als
export-failed = Nicht geschrieben:
export-cancelled = Abgebrochen:
export-cancel = Abbrechen
export-rows = { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }
export-rows-of = { $rows } von { $total ->
        [one] { $total } Zeile
       *[other] { $total } Zeilen
    }

# In files that are written out, in the language of whoever asked: names above columns.
export-column-time = Zeit
export-column-direction = Richtung
export-column-channel = Kanal
export-column-event = Ereignis
export-column-platform-event = Name der Plattform
export-column-who = Wer
export-column-text = Text
export-column-step = Aufruf
export-column-http-status = HTTP-Status
export-column-state = Zustand
export-column-reason = Grund
export-column-code = Code
export-column-tries = Versuche
export-column-took = Dauer, ms
export-column-size = Größe, Byte
export-column-id = ID
export-column-conversation = Gesprächs-ID
export-column-contact = Kontakt
export-column-contact-id = Kontakt-ID
export-column-status = Status
export-column-operator = Operator
export-column-inbox = Posteingang
export-column-labels = Labels
export-column-messages = Nachrichten
export-column-failed = Fehlgeschlagen
export-column-last-message = Letzte Nachricht
export-column-started = Beginn
export-column-last-activity = Letzte Aktivität
export-column-ended = Ende
export-column-attributes = Attribute
export-column-flagged = Vorgemerkt für
export-column-from = Von
export-column-author = Verfasser
export-column-files = Dateien
export-column-private = Privat
# The same: values, and what a used link says.
export-yes = ja
export-status-open = offen
export-status-pending = wartend
export-status-snoozed = zurückgestellt
export-status-resolved = gelöst
export-status-ended = beendet
export-file = Datei
export-gone = Dieser Download wurde bereits verwendet oder seine Minute ist abgelaufen. Exportieren Sie erneut in Switchboard.

## Einstellungen

settings-title = Einstellungen
settings-sentence = Sie gelten für alle Kanäle.
settings-loading = Die Einstellungen werden gelesen
settings-save = Speichern
settings-restart = Die neue Eingangsadresse gilt nach dem nächsten Start von Switchboard.
settings-unreadable = Das ist nicht als Dauer oder Zahl lesbar.
settings-look = Aussehen und Sprache
settings-addresses = Adressen
settings-retries = Neue Versuche
settings-limits = Grenzen
settings-keeping = Aufbewahrung
settings-conversations = Konversationen
settings-files = Dateien
settings-network = Netzwerk
settings-data = Ihre Daten
field-language = Sprache
language-system = Wie der Computer
field-theme = Farben
theme-system = Wie der Computer
theme-light = Hell
theme-dark = Dunkel
field-public-url = Öffentliche Adresse
    .help = Unter ihr erreichen Plattformen diesen Computer. Aus ihr entstehen die Adressen zum Kopieren.
field-listen = Eingangsadresse
    .help = Wo Anfragen auf diesem Computer angenommen werden. Eine Änderung gilt ab dem nächsten Start.
field-retry-schedule-ms = Wartezeiten vor jedem weiteren Versuch
    .help = Nach dem ersten, sofortigen. Zum Beispiel: 5 s, 30 s, 2 min, 1 h
field-rejected-schedule-ms = Wartezeiten, wenn der Endpunkt eine Nachricht nicht annimmt
    .help = Viele Versuche helfen dann nicht, deshalb wird früher aufgegeben.
field-retry-jitter = Streuung der Wartezeiten in %
    .help = Damit viele Nachrichten nicht im selben Moment versucht werden.
field-hold-lane-ms = Reihenfolge im Chat halten für
    .help = So lange hält eine gescheiterte Nachricht die späteren ihres Chats zurück.
field-timeout-ms = Zeitgrenze eines Versuchs
    .help = Für Kanäle ohne eigene.
field-intake-timeout-ms = Zeitgrenze eines Absenders
    .help = So lange darf eine Plattform für eine Anfrage brauchen.
field-breaker-after = Anhalten nach Fehlern in Folge
    .help = Danach wird der Endpunkt nur geprüft, bis er antwortet.
field-probe-ms = Angehaltenen Endpunkt prüfen alle
    .help = Sie können jederzeit „Jetzt versuchen“ drücken.
field-concurrency = Zugleich an einen Endpunkt
    .help = Zustellungen, die gleichzeitig laufen.
field-keep-traffic-days = Tage, die das Protokoll bleibt
    .help = Mit Anfragen und Antworten. 0 heißt für immer. Was noch zu senden ist, bleibt immer.
field-keep-tries-days = Tage, die einzelne Versuche bleiben
    .help = 0 heißt so lange wie das Protokoll.
field-keep-conversations-days = Tage, die Nachrichten bleiben
    .help = Und Unterhaltungen ohne Nachrichten. 0 heißt für immer.
field-file-hosts = Rechner in Ihrem Netzwerk, von denen Dateien geholt werden dürfen
    .help = Dateien aus Nachrichten werden nie aus Ihrem Netzwerk geholt, außer von diesen Rechnern. Mit Kommas getrennt.
field-file-address-hours = Stunden, die die Adresse einer Datei gilt
    .help = So lange kann die andere Seite eine Datei von diesem Computer holen.
field-send-command = Befehl, der eine Konversation sendet
    .help = Schreibt ein Operator nur dies in eine Nachricht oder Notiz, geht die Konversation an Ihren Endpunkt, und der Kunde sieht es nicht. Leer schaltet den Befehl ab.
field-proxy = Proxy
proxy-system = Wie der Computer
proxy-none = Keiner
proxy-address = Dieser
about-folder = Datenordner
about-copy-folder = Pfad kopieren
about-key = Schlüssel zu Ihren Tokens
about-key-keychain = Im Passwortspeicher dieses Computers
about-key-file = In einer Datei neben den Daten, die nur Sie lesen können
about-version = Version

## Sätze des Programms: der eine am Start (status-…) und was aus einer Anfrage wurde (exchange-…)

said-conversation = Unterhaltung mit { $name } aus { $channel }. Zeiten in UTC.
said-left-out = Frühere Nachrichten, die fehlen: { $count }.
said-customer = Kunde
said-operator = Mitarbeiter
said-system = System
said-file-lost = Die Datei { $name } konnte nicht weitergegeben werden.

# Was in einer Unterhaltung außer Nachrichten geschah. $name: ein Operator, 0 wenn niemand sagt, wer; Worte der Plattform bleiben, wie sie sind
told-created = Die Unterhaltung begann
told-ended = Die Unterhaltung endete
told-open = Geöffnet
told-pending = Auf „wartend“ gesetzt
told-snoozed = Zurückgestellt
told-resolved = Gelöst
told-assigned = Zugewiesen an { $name }
told-unassigned = Niemandem mehr zugewiesen
# $labels: sie, mit Kommas
told-labelled = Labels: { $labels }
told-unlabelled = Ohne Labels
told-changed = Die Unterhaltung wurde geändert
# $group: die Gruppe oder das Team, 0 für keine
told-forwarded = { $name ->
        [0] { $group ->
            [0] Weitergegeben
           *[other] Weitergegeben an { $group }
        }
       *[other] { $group ->
            [0] Weitergegeben an { $name }
           *[other] Weitergegeben an { $name } ({ $group })
        }
    }
# $rating: wie die Plattform sie gibt, 0 für keine; $words: was dazu geschrieben wurde, 0 für nichts
told-rated = { $rating ->
        [0] Bewertet
       *[other] Bewertet mit { $rating }
    }{ $words ->
        [0] {""}
       *[other] : { $words }
    }
told-feedback = Rückmeldung: { $words }
# $answer: auf die Umfrage
told-surveyed = Umfrage beantwortet: { $answer }
# $goal: sein Name, 0 wenn es keinen hat
told-goal = { $goal ->
        [0] Ziel erreicht
       *[other] Ziel erreicht: { $goal }
    }
told-session-started = Die Sitzung begann
told-session-unread = Die Sitzung endete mit Nachrichten, die niemand gelesen hatte
told-session-ended = Die Sitzung endete
told-snapshot = Die ganze Unterhaltung wurde gesendet
note-scheme-added = Wir haben { $scheme }:// vor die Adresse gesetzt.
note-dashboard-taken-apart = Wir haben die Adresse zerlegt: Der Server ist { $base }{ $account ->
        [0] .
       *[other] , das Konto hat die Nummer { $account }{ $inbox ->
            [0] .
           *[other] , der Posteingang die Nummer { $inbox }.
        }
    }

status-empty = Noch kein Kanal. Legen Sie den ersten an, oder sehen Sie sich die Demo an.
status-key = Es wird nichts gesendet: { $problem }.
status-relay = Es kann keine Nachricht hereinkommen: { $problem }.
status-some-working = { $working ->
        [0] { $channels ->
            [one] Ihr Kanal läuft nicht.
           *[other] Keiner Ihrer { $channels } Kanäle läuft.
        }
        [one] { $working } von { $channels } Kanälen läuft.
       *[other] { $working } von { $channels } Kanälen laufen.
    }
status-and-waiting = { $waiting ->
        [0] .
        [one] ; { $waiting } Nachricht wartet.
       *[other] ; { $waiting } Nachrichten warten.
    }
status-stopped = { status-some-working } { $name }: { $problem }{ status-and-waiting }
status-failing = { status-some-working } { $name }: Die letzten Nachrichten kamen nicht an{ status-and-waiting }
status-disconnected = { status-some-working } { $name }: Die Plattform hat die Verbindung beendet{ status-and-waiting }
status-problems = { status-all-working } Aber { $name }: In den letzten 15 Minuten { $problems ->
        [one] wurde { $problems } Anfrage abgelehnt oder schlug fehl
       *[other] wurden { $problems } Anfragen abgelehnt oder schlugen fehl
    }{ status-and-waiting }
status-resting = { $channels ->
        [one] Ihr Kanal pausiert oder ist aus.
       *[other] Alle { $channels } Kanäle pausieren oder sind aus.
    } Was an einen pausierten Kanal kommt, wird aufbewahrt.
status-failed-today = { status-all-working } Aber heute { $failed ->
        [one] wurde { $failed } Nachricht aufgegeben.
       *[other] wurden { $failed } Nachrichten aufgegeben.
    }
status-waiting = { $resting ->
        [0] { $channels ->
            [one] Ihr Kanal ist bereit und wartet auf seine erste Nachricht.
           *[other] Ihre { $channels } Kanäle sind bereit und warten auf ihre ersten Nachrichten.
        }
       *[other] { $working } von { $channels } Kanälen { $working ->
            [one] ist bereit und wartet auf seine erste Nachricht.
           *[other] sind bereit und warten auf ihre ersten Nachrichten.
        }
    }
status-all-working = { $resting ->
        [0] { $channels ->
            [one] Ihr Kanal läuft.
           *[other] Alle { $channels } Kanäle laufen.
        }
       *[other] { $working } von { $channels } Kanälen { $working ->
            [one] läuft
           *[other] laufen
        }, die anderen pausieren oder sind aus.
    }
status-all-delivered = { status-all-working } Heute { $received ->
        [one] { $received } Nachricht, zugestellt.
       *[other] { $received } Nachrichten, alle zugestellt.
    }
status-working = { status-all-working } { $received ->
        [0] Heute kam noch keine Nachricht.
        [one] Heute { $received } Nachricht
       *[other] Heute { $received } Nachrichten
    }{ $received ->
        [0] { "" }
       *[other] { $waiting ->
            [0] .
            [one] ; { $waiting } ist unterwegs.
           *[other] ; { $waiting } sind unterwegs.
        }
    }

exchange-something = Eine Anfrage
exchange-came = { $source ->
        [endpoint] { $hasWho ->
            [0] Von Ihrem Programm gesendet: { $what }
           *[other] Von Ihrem Programm für { $who } gesendet: { $what }
        }
        [screen] { $hasWho ->
            [0] Hier geschrieben: { $what }
           *[other] Hier für { $who } geschrieben: { $what }
        }
        [catch-up] { $hasWho ->
            [0] Verpasst und später geholt: { $what }
           *[other] Verpasst und später geholt: { $what } von { $who }
        }
       *[platform] { $hasWho ->
            [0] Eingegangen: { $what }
           *[other] Eingegangen: { $what } von { $who }
        }
    }
exchange-unclaimed = Eine Anfrage kam an eine Adresse, die kein Kanal hat. Sie ist aufbewahrt, und Sie können sie einem Kanal zuordnen.
exchange-refused = Die Anfrage wurde abgelehnt ({ $status }): { $problem }.
exchange-refused-kept = Die Anfrage wurde abgelehnt ({ $status }): { $problem }. Sie ist aufbewahrt, und Sie können sie annehmen.
exchange-quarantined = Die Anfrage wurde beiseitegelegt: { $problem }. Noch ist nichts damit geschehen; Sie können sie annehmen.
exchange-acted-on = { exchange-came }. Sie wurde hier bearbeitet; weiterzugeben war nichts.
exchange-skipped = { exchange-came }. Aufbewahrt, aber nicht weitergegeben: { $reason }.
exchange-delivered = { exchange-came }. { $count ->
        [1] { $host } hat sie angenommen.
       *[other] Alle { $count } Empfänger haben sie angenommen.
    }
exchange-read = { exchange-came }. { $host } hat sie angenommen, und sie wurde gelesen.
exchange-accepted = { exchange-came }. { $host } hat sie; die eigene Bestätigung steht noch aus.
exchange-under-way = { exchange-came }. Unterwegs zu { $host }.
exchange-retrying = { exchange-came }. { $problem }. Versuch { $try } von { $of }: { $next }.
exchange-retrying-soon = { exchange-came }. { $problem }. Der nächste Versuch folgt, sobald sie an der Reihe ist.
exchange-failed = { exchange-came }. { $problem }. Nach { $made ->
        [one] { $made } Versuch
       *[other] { $made } Versuchen
    } aufgegeben; Sie können sie noch einmal senden.
exchange-on-hold = { exchange-came }. Sie wartet: { $problem ->
        [0] Der Kanal pausiert.
       *[other] { $problem }.
    }
exchange-waiting-for-platform = { exchange-came }. Sie wartet: Die Plattform hat noch nicht gesagt, wohin gesendet wird.
exchange-unknown = { exchange-came }. Niemand kann sagen, ob { $host } sie hat.
exchange-sent = Wir haben dies an { $host } gesendet; angenommen nach { $ms } ms{ $number ->
        [1] .
       *[other] , beim Versuch { $number }.
    }
exchange-sent-refused = Wir haben dies an { $host } gesendet. { $problem }.
exchange-sent-retrying = Wir haben dies an { $host } gesendet. { $problem }. Der nächste Versuch ist { $next }.
exchange-call = { $call }: { $host } hat nach { $ms } ms geantwortet.
exchange-call-refused = { $call }: { $problem }.
exchange-call-retrying = { $call }: { $problem }. Der nächste Versuch ist { $next }.

agents-failed-refused = Nicht zugestellt: Das System des Empfängers hat diese Nachricht nicht angenommen ({ $code }). „Wiederholen“ sendet sie noch einmal.
agents-failed-unreachable = Nicht zugestellt: Das System des Empfängers war nicht erreichbar ({ $code }). „Wiederholen“ sendet sie noch einmal.
agents-failed-trouble = Nicht zugestellt: Das System des Empfängers hat selbst eine Störung ({ $code }). „Wiederholen“ sendet sie noch einmal.
agents-failed-other = Nicht zugestellt ({ $code }). „Wiederholen“ sendet sie noch einmal.
