# Die Wörter von Switchboard auf Deutsch. Dieselben Schlüssel und Platzhalter wie im Ordner en; dort steht, was eingesetzt wird.

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
    .hint = In Firmen ist das üblich. Vergleichen Sie den Fingerabdruck mit dem Betreiber von { $host } und vertrauen Sie ihm dann nur für diesen Server.
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
error-key-01 = Der Passwortspeicher dieses Computers lässt sich nicht öffnen, deshalb sind die Token nicht lesbar.
    .hint = Ihren Kanälen ist nichts geschehen. Entsperren Sie den Passwortspeicher und drücken Sie dann „{ remedy-unlock }“ unter „Probleme“.
error-key-02 = Der Schlüssel im Passwortspeicher ist nicht der, mit dem diese Daten versiegelt sind.
    .hint = Nichts wurde geändert. Stellen Sie den Schlüssel zu diesem Datenordner wieder her; ein neuer wird nicht erzeugt, damit nichts unlesbar wird.
error-port-01 = { $reason ->
        [denied] Dieser Computer lässt Switchboard nicht auf { $address } hören.
        [absent] Dieser Computer hat keine Adresse { $address }, auf der zu hören wäre.
       *[taken] { $address } wird schon von einem anderen Programm benutzt.
    }
    .hint = { $reason ->
        [denied] Ports unter 1024 sind oft dem System vorbehalten. Wählen Sie in den Einstellungen einen anderen Port.
        [absent] Wählen Sie in den Einstellungen eine Adresse dieses Computers; 127.0.0.1 geht immer.
       *[taken] Schließen Sie jenes Programm, oder wählen Sie in den Einstellungen einen anderen Port.
    }
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
error-db-01 = Ein anderes Programm benutzt die Daten: ein zweites Switchboard, eine Sicherung oder eine Synchronisierung.
    .hint = Schließen Sie das andere Programm und versuchen Sie es erneut.
error-db-02 = Die Datendatei ist beschädigt.
    .hint = Nichts wurde gelöscht. Startet Switchboard mit beschädigten Daten, bietet es an, eine Sicherung wiederherzustellen, zu retten, was lesbar ist, oder neu anzufangen.
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
        [publicUrl] Geben Sie hier eine andere Adresse ein, oder ändern Sie zuerst die Callback-Adresse des Kanals.
        [listen] Geben Sie hier eine andere Adresse ein, oder ändern Sie zuerst die Callback-Adresse des Kanals.
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
error-link-04 = Die Plattform kennt den Kanal „{ $channel }“ nicht oder nicht mehr: Er ist nicht verbunden.
    .hint = Verbinden Sie ihn auf der Plattform mit der Eingangsadresse des Kanals. Was zu senden ist, wartet so lange.
error-kind-01 = Die Plattform hat so etwas nicht, deshalb kann es dorthin nicht gesendet werden.
    .hint = Was jede Plattform nimmt, steht bei der Ausgangsadresse des Kanals.
error-send-01 = Die Unterhaltung gehört zum Kanal „{ $channel }“ selbst.
    .hint = Wählen Sie einen anderen Kanal, Ihren Endpunkt oder eine Adresse.
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
# $platform: the platform's name; $host: where it was looked for
error-plat-03 = Unter { $host } antwortet kein { $platform }.
    .hint = Prüfen Sie die Adresse: Es ist die, die Sie im Browser öffnen, um sich dort anzumelden.
# $name: the inbox; $where: the address it sends to, 0 when nowhere
error-hook-01 = { $where ->
        [0] Der Posteingang „{ $name }“ sendet seine Nachrichten noch nirgendwohin.
       *[other] Der Posteingang „{ $name }“ sendet seine Nachrichten an eine andere Adresse: { $where }.
    }
    .hint = Seine Webhook-URL muss die Eingangsadresse dieses Kanals sein. Switchboard kann sie für Sie eintragen, wenn das Token einem Administrator gehört.
# $platform: the platform's name; $seconds: how long we waited
error-hook-02 = { $platform } hat die Testnachricht angenommen, uns aber innerhalb von { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } nichts davon gemeldet.
    .hint = Entweder ist die Webhook-URL dort nicht die Eingangsadresse dieses Kanals, oder der Server erreicht diesen Computer nicht.
error-name-01 = Einen Kanal namens „{ $name }“ gibt es schon.
    .hint = Wählen Sie einen anderen Namen.
error-name-02 = Der Name fehlt.
    .hint = Jeder Name ist recht; er ist nur für Sie.
error-off-01 = Der Kanal ist ausgeschaltet.
    .hint = Schalten Sie ihn ein, um wieder zu empfangen und zu senden.
error-app-01 = Etwas Unerwartetes ist geschehen.
    .hint = Ihre Nachrichten sind aufbewahrt. Versuchen Sie es erneut; das Protokoll im Datenordner sagt mehr.
error-back-01 = Dieses Passwort öffnet die Datei nicht.
    .hint = Geben Sie es noch einmal ein, wie es beim Erstellen war. Ohne das richtige kann sie niemand öffnen.
error-back-02 = Diese Datei ist beschädigt oder wurde nicht von Switchboard erstellt.
    .hint = Wählen Sie eine andere. Was hier ist, bleibt, wie es ist.
error-back-03 = Diese Datei wurde von einer neueren Version von Switchboard erstellt.
    .hint = Installieren Sie zuerst jene Version und versuchen Sie es dann erneut.
error-back-04 = Diese Sicherung enthält den Schlüssel zu ihren Daten nicht.
    .hint = Sie wurde ohne Passwort erstellt und öffnet sich nur auf dem Computer, auf dem sie entstand.
error-back-05 = In den Ordner für Sicherungen lässt sich nichts schreiben.
    .hint = Wählen Sie unter „Sichern und übertragen“ einen anderen Ordner oder erlauben Sie das Schreiben in diesen.
error-back-06 = Die Sicherung des Tages konnte nicht erstellt werden.
    .hint = Versuchen Sie es jetzt oder wählen Sie unter „Sichern und übertragen“ einen anderen Ordner. Es wird jede Stunde erneut versucht.
