## Problems

nav-problems = Probleme
nav-problems-count = { $count ->
       [one] { $count } offenes Problem
      *[other] { $count } offene Probleme
    }
problems-title = Probleme
problems-sentence = Was zu tun ist, nach Ursachen, mit dem Weg zur Behebung. Jedes schließt sich von selbst, sobald es wieder läuft.
problems-tabs = Probleme und Ereignisse
problems-tab-problems = Probleme
problems-tab-activity = Ereignisse
problems-loading = Probleme werden gesucht
problems-empty = Nichts zu tun
problems-empty-hint = Wenn etwas scheitert, erscheint es hier mit seiner Ursache und einer Schaltfläche, die es behebt.
problems-all = Alle { $count } Probleme
problems-solved = { $count ->
       [one] { $count } in den letzten 30 Tagen gelöst
      *[other] { $count } in den letzten 30 Tagen gelöst
    }
problem-pane = Problem
problem-gone = Dieses Problem ist nicht mehr hier.
problem-state-acknowledged = Bekannt
problem-opened = Zuerst gesehen
problem-last = Zuletzt gesehen
problem-journey = Ihren Weg verfolgen
problem-solved-at = Gelöst
problem-times = { $count ->
       [one] einmal gesehen
      *[other] { $count }-mal gesehen
    }
problem-next = Von selbst erneut versucht
problem-waiting = { $count ->
       [one] { $count } Nachricht wartet. Nichts ist verloren.
      *[other] { $count } Nachrichten warten. Nichts ist verloren.
    }
problem-failed = { $count ->
       [one] { $count } Nachricht wurde nicht zugestellt.
      *[other] { $count } Nachrichten wurden nicht zugestellt.
    }
problem-kept = { $count ->
       [one] { $count } Anfrage wurde abgelehnt und aufbewahrt.
      *[other] { $count } Anfragen wurden abgelehnt und aufbewahrt.
    }
problem-details = Technische Einzelheiten
problem-code = Code
problem-status = HTTP-Status
problem-answer = Die Antwort
problem-deliveries = Zustellungen
problem-exchanges = Zuletzt gesehen in
problem-traffic = Im Verkehr zeigen
problem-know = Ich weiß davon
problem-know-not = Wieder mitzählen
problem-open = Problem öffnen
problem-value-token = Neues Token
problem-value-address = Adresse Ihres Endpunkts
problem-save-token = Token prüfen und speichern
problem-save-address = Adresse speichern und versuchen
problem-token-help = Es wird zuerst geprüft; was wartet, wird gesendet, sobald es gilt.
problem-value-secret = Signaturgeheimnis
problem-save-secret = Geheimnis prüfen und speichern
problem-secret-help = Es steht auf der Plattform in den Einstellungen des Posteingangs. Was abgelehnt wurde und damit signiert ist, wird angenommen.
problem-token-saved = Gespeichert
problem-token-came = Gekommen
problem-token-sender = Gekommen von
problem-assign = Dem Kanal geben
problem-certificate-subject = Ausgestellt für
problem-certificate-issuer = Ausgestellt von
problem-certificate-until = Gültig bis
problem-certificate-fingerprint = SHA-256-Fingerabdruck
problem-trust = Diesem Zertifikat vertrauen
problem-accept-token = Neues Token annehmen
problem-addresses = Fügen Sie jede Adresse auf der Plattform an die Stelle der alten.
problem-about-relay = { word-relay }
problem-about-disk = Festplatte
problem-about-key = Passwortspeicher
problem-about-clock = Uhr
problem-about-public-address = Öffentliche Adresse
problem-about-link = Verknüpfung
problem-about-bulk = Sammelversand
problem-about-channel = Kanal
problem-about-destination = Kanal
problem-about-catch-up = Kanal
activity-loading = Ereignisse werden gelesen
activity-empty = Noch ist nichts geschehen
activity-empty-hint = Hier stehen 30 Tage lang Probleme, die auftreten und enden, beendete Sammelversände und was Sie getan haben.
activity-more = Ältere zeigen
activity-all = Alle zeigen
activity-problem-opened = { $name }: { $problem }
activity-problem-solved = Gelöst · { $name }: { $problem }
activity-sent-slower = Höchstens { $count } Nachrichten werden gleichzeitig gesendet.
activity-bulk-finished = Ein Sammelversand an { $name } ist beendet: { $delivered } zugestellt, { $failed } nicht zugestellt, { $skipped } übersprungen{ $unknown ->
       [0] { "" }
      *[other] , { $unknown } unklar
    }
status-problem = { $problem }. Siehe Probleme.
status-problem-known = { $problem }. Sie wissen davon.
step-inbox-list = Posteingänge auflisten

## What a problem means

problem-auth-01 = Vielleicht wurde es geändert oder unvollständig kopiert. Bis es ersetzt ist, wird nichts gesendet.
problem-auth-02 = Das ist hinter nginx häufig. Beide Wege der Anmeldung wurden versucht, keiner kommt durch: Wer den Server betreibt, muss den Header durchlassen.
problem-auth-03 = Jemand hat Token oder Signaturgeheimnis auf der Plattform geändert, oder die Anfrage kommt gar nicht von ihr. Sie wurde abgelehnt und aufbewahrt.
problem-auth-04 = Ihr eigenes Programm antwortet, dass unsere Anmeldung nicht stimmt. Bis sich das ändert, wird dorthin nichts gesendet; ab und zu wird eine Nachricht versucht.
problem-auth-05 = Der Besitzer des Tokens muss dort Administrator sein oder dem Posteingang hinzugefügt werden.
problem-url-03 = An das, was dort steht, kann nichts gesendet werden.
problem-net-01 = Switchboard hat seine eigene öffentliche Adresse aufgerufen und sich dort nicht gefunden. Die Nachrichten bleiben solange bei den Plattformen, und manche senden sie nicht noch einmal.
problem-net-02 = Plattformen, die die alte Adresse haben, rufen sie weiterhin auf. Fügen Sie die neue dort ein, wo die alte steht.
problem-net-03 = Vielleicht benutzt eine Plattform noch eine alte oder falsch geschriebene Adresse. Was kam, wurde aufbewahrt; nichts davon ist verloren.
problem-net-03-path = Sie ging an { $path }. Vielleicht benutzt eine Plattform noch eine alte oder falsch geschriebene Adresse. Was kam, wurde aufbewahrt; nichts davon ist verloren.
problem-net-04 = Ist der Name richtig geschrieben? Wenn jede Adresse scheitert, ist dieser Computer vielleicht offline.
problem-net-05 = Das Programm dort läuft wahrscheinlich nicht oder empfängt auf einem anderen Port. Es wird von selbst erneut versucht.
problem-net-06 = Eine Nachricht kann trotzdem angekommen sein. Sie wird aufbewahrt und von selbst erneut versucht.
problem-net-07 = Oft liegt es an einem Firmen-Proxy, einem VPN oder einer WLAN-Anmeldeseite. Es wird von selbst erneut versucht.
problem-tls-01 = Bis es erneuert ist, senden wir nicht. Falls das Zertifikat in Ordnung ist, prüfen Sie die Uhr dieses Computers.
problem-tls-01-at = Es gilt bis { $at }. Solange es nicht gilt, senden wir nicht; liegt der Tag noch vor Ihnen, prüfen Sie die Uhr dieses Computers.
problem-tls-02 = Vielleicht gehört der Name aus dem Zertifikat in die Adresse. Bis beides zusammenpasst, senden wir nicht.
problem-tls-02-names = Das Zertifikat ist für { $names }. Vielleicht gehört dieser Name in die Adresse. Bis beides zusammenpasst, senden wir nicht.
problem-tls-03 = In Firmen ist das normal. Vergleichen Sie den Fingerabdruck mit dem, der den Server betreibt, bevor Sie ihm vertrauen.
problem-http-01 = Das Programm dort antwortet, dass es diese Nachricht nicht annimmt. In seiner Antwort steht oft, warum.
problem-http-02 = Das Programm dort antwortet mit einem eigenen Fehler. Wir bewahren die Nachrichten auf und versuchen es von selbst erneut.
problem-http-03 = Wir folgen nicht von selbst, denn die Nachrichten gingen sonst an jemanden, den Sie nicht gewählt haben.
problem-rate-01 = Das Senden geht von selbst weiter. Nichts ist verloren.
problem-rate-02 = Die Absender wurden gebeten, wiederzukommen. Prüfen Sie, ob ein anderes Programm die Festplatte auslastet.
problem-time-01 = Vergleichen Sie die Uhr dieses Computers mit der Uhrzeit Ihrer Region, und lassen Sie sie vom System stellen.
problem-time-01-minutes = { $minutes ->
        [one] Die Uhr dieses Computers geht um { $minutes } Minute falsch.
       *[other] Die Uhr dieses Computers geht um { $minutes } Minuten falsch.
    } Lassen Sie sie vom System stellen, und prüfen Sie dann erneut.
problem-time-02 = Meist ist eine langsame Verbindung schuld. Die Plattform sendet es in der Regel noch einmal.
problem-size-01 = Die andere Seite nimmt nur kleinere an. Erhöhen Sie dort die Grenze, oder senden Sie ohne den Anhang, wo das angeboten wird.
problem-key-01 = Ihre Kanäle sind unversehrt. Bis er offen ist, wird nichts angenommen und nichts gesendet.
problem-key-02 = Nichts wurde geändert. Stellen Sie den Schlüssel wieder her, der zu diesem Datenordner gehört.
problem-port-01 = Solange Switchboard nicht empfangen kann, kommt nichts herein. Es kann einen anderen, freien Port nehmen.
problem-port-01-still = Bis Switchboard umziehen kann, bleibt es bei { $still }, und Nachrichten kommen dort herein wie bisher.
problem-id-01 = Adresse, Konto oder Posteingang in den Einstellungen des Kanals führen dort zu nichts.
problem-id-02 = Nachrichten können nur in einen Posteingang der Art „API“ gesendet werden.
problem-id-03 = Vielleicht wurde sie dort gelöscht oder zusammengeführt. Mit diesem Kontakt kann eine neue Unterhaltung begonnen werden.
problem-id-04 = Vielleicht benutzt dort ein zweiter Kanal dieselbe Adresse, oder der Kanal wurde neu eingerichtet. Geben Sie jedem hier einen eigenen Kanal.
problem-db-01 = Solange nichts geschrieben werden kann, werden Absender gebeten, wiederzukommen. Schließen Sie das andere Switchboard, und halten Sie Sicherungs- und Synchronisierungsprogramme vom Datenordner fern.
problem-db-02 = Nicht alles, was hereinkommt, lässt sich aufbewahren, und die Absender erfahren es. Schließen Sie Switchboard und starten Sie es neu: Es bietet an, eine Sicherung wiederherzustellen oder zu retten, was lesbar ist.
problem-db-03 = Schaffen Sie Platz. Bis dahin werden Absender gebeten, wiederzukommen; Plattformen, die nicht wiederholen, können Nachrichten verlieren.
problem-back-06 = Sie sollte nach { $folder } geschrieben werden. Unter „Sichern und übertragen“ steht, woran es lag.
problem-fw-01 = Switchboard empfängt, aber selbst ein Aufruf von diesem Computer wird abgeschnitten.
problem-data-01 = Vielleicht sendet ein anderes Programm hierher, oder der Kanal gehört zu einer anderen Plattform. Es wurde aufbewahrt, damit Sie es ansehen können.
problem-data-01-seems = Es sieht nach einer Anfrage von { $seems } aus: Der Webhook dort führt wahrscheinlich zum falschen Kanal. Es wurde aufbewahrt, damit Sie es ansehen können.
problem-loop-01 = Wir haben sie angehalten. Bis der Kreis unterbrochen ist, läuft nichts darin um.
problem-link-04 = Verbinden Sie ihn auf der Plattform erneut, mit der Eingangsadresse des Kanals. Was zu senden ist, wartet bis dahin.
problem-plat-01 = Die Plattform antwortet, dass sie das nicht annimmt. In ihrer Antwort steht oft, warum.
problem-plat-02 = Die Plattform antwortet mit einem eigenen Fehler. Was zu senden ist, wird aufbewahrt und von selbst erneut versucht.
problem-bulk = Der Sammelversand hat von selbst pausiert, damit nicht auch der Rest scheitert. Er geht dort weiter, wo er stehen blieb.
problem-catch-up = Was versäumt wurde, solange dieser Computer nicht empfangen konnte, ließ sich noch nicht nachholen. Es wird von selbst erneut versucht.
problem-link = Solange das nicht behoben ist, geht über diese Verknüpfung nichts. Was geschrieben wurde, bleibt in den Kanälen.
problem-left-behind = Es geht wieder. Was inzwischen aufgegeben wurde, ist nicht zugestellt: Senden Sie es erneut, oder lassen Sie es aus.
problem-turned-away = Nicht alles, was hereinkommt, lässt sich aufbewahren, und die Absender erfahren es. Das Protokoll im Datenordner sagt mehr; kopieren Sie den Bericht für den, der hilft.
problem-other = Ihre Nachrichten werden aufbewahrt.

## What can be done

remedy-retry = Jetzt versuchen
remedy-resend = { $count } erneut senden
remedy-check-again = Erneut prüfen
remedy-accept-token = Vergleichen und das neue Token annehmen
remedy-process = { $count ->
       [one] Die { $count } aufbewahrte Anfrage annehmen
      *[other] Die { $count } aufbewahrten Anfragen annehmen
    }
remedy-keep-refusing = Abgelehnt lassen
remedy-trust = Zertifikat ansehen
remedy-read-secret = Geheimnis bei { $platform } lesen und annehmen
remedy-new-secret = Signaturgeheimnis eingeben
remedy-use-address = Die andere Adresse verwenden
remedy-use-free-port = Port { $port } verwenden
remedy-wait-longer = { $seconds } Sekunden warten
remedy-send-slower = Langsamer senden
remedy-start-new = Neue Unterhaltung beginnen
remedy-skip = Nicht senden
remedy-without-files = Ohne den Anhang senden
remedy-free-space = Protokoll älter als 7 Tage löschen
remedy-back-up = Jetzt versuchen
remedy-break-loop = Verknüpfung pausieren
remedy-unlock = Entsperren und erneut versuchen
remedy-system-proxy = Proxy des Systems verwenden
remedy-pause-channel = Kanal pausieren
remedy-resume-bulk = Sammelversand fortsetzen
remedy-catch-up = Versäumtes nachholen
remedy-address-given = Ich habe die neue Adresse eingefügt
remedy-dismiss = Problem schließen
remedy-new-token = Neues Token einfügen
remedy-edit-address = Adresse ändern
remedy-edit-sign-in = Anmeldung ändern
remedy-choose-inbox = Posteingang wählen
remedy-choose-port = Anderen Port wählen
remedy-choose-folder = Anderen Ordner wählen
remedy-edit-public-address = Öffentliche Adresse ändern
remedy-copy-addresses = Neue Adressen zeigen
remedy-open-channel = Kanal öffnen
remedy-open-bulk = Sammelversand öffnen
remedy-show-traffic = Zeigen, was gesendet wurde
remedy-copy-note = Notiz für den Betreiber kopieren
remedy-report = Für den Support kopieren

## What is asked before

remedy-ask-resend = { $count ->
       [one] { $count } aufgegebene Nachricht wird jetzt erneut gesendet.
      *[other] { $count } aufgegebene Nachrichten werden jetzt erneut gesendet, in jedem Chat der Reihe nach.
    }
remedy-ask-process = { $count ->
       [one] { $count } abgelehnte Anfrage wird angenommen, als wäre sie ordentlich gekommen. Tun Sie das nur, wenn Sie den Absender kennen.
      *[other] { $count } abgelehnte Anfragen werden angenommen, als wären sie ordentlich gekommen. Tun Sie das nur, wenn Sie den Absender kennen.
    }
remedy-ask-accept-token = { $count ->
       [one] Ab jetzt gilt das neue Token, und { $count } damit abgelehnte Anfrage wird angenommen.
      *[other] Ab jetzt gilt das neue Token, und { $count } damit abgelehnte Anfragen werden angenommen.
    }
remedy-ask-read-secret = { $count ->
       [one] Das Signaturgeheimnis des Posteingangs wird bei { $platform } gelesen und gespeichert. { $count } abgelehnte Anfrage wird angenommen, wenn sie damit signiert ist.
      *[other] Das Signaturgeheimnis des Posteingangs wird bei { $platform } gelesen und gespeichert. Von { $count } abgelehnten Anfragen werden die angenommen, die damit signiert sind.
    }
remedy-ask-send-slower = { $count ->
       [one] Ab jetzt wird { $count } Nachricht auf einmal gesendet. Das gilt für alle Kanäle.
      *[other] Ab jetzt werden höchstens { $count } Nachrichten gleichzeitig gesendet. Das gilt für alle Kanäle.
    }
remedy-ask-keep-refusing = { $count ->
       [one] { $count } Anfrage bleibt abgelehnt und kann nicht mehr angenommen werden.
      *[other] { $count } Anfragen bleiben abgelehnt und können nicht mehr angenommen werden.
    }
remedy-ask-trust = Vergleichen Sie den Fingerabdruck mit dem Betreiber von { $host }. Vertraut wird ihm dann nur bei diesem Server und für den Kanal „{ $channel }“.
remedy-ask-use-address = Ab jetzt gehen Nachrichten von „{ $channel }“ an { $address }.
remedy-ask-use-free-port = Switchboard empfängt ab jetzt auf Port { $port }. Wer diesen Computer am alten Port aufruft, muss es erfahren; eine öffentliche Adresse, die zum alten Port führt, muss zum neuen geführt werden.
remedy-ask-start-new = { $count ->
       [one] { $count } Nachricht wird in eine neue Unterhaltung mit ihrem Kontakt gesendet.
      *[other] { $count } Nachrichten werden in neue Unterhaltungen mit ihren Kontakten gesendet.
    }
remedy-ask-skip = { $count ->
       [one] { $count } Nachricht bleibt unzugestellt. Sie kann im Verkehr noch erneut gesendet werden.
      *[other] { $count } Nachrichten bleiben unzugestellt. Sie können im Verkehr noch erneut gesendet werden.
    }
remedy-ask-without-files = { $count ->
       [one] { $count } Nachricht wird als Text mit einem Link zum Anhang gesendet, der so lange gilt, wie die Einstellungen es sagen.
      *[other] { $count } Nachrichten werden als Text mit Links zu ihren Anhängen gesendet, die so lange gelten, wie die Einstellungen es sagen.
    }
remedy-ask-free-space = Was das Protokoll von vor mehr als 7 Tagen enthält, wird gelöscht. Unterhaltungen bleiben, ebenso alles, was noch zu senden ist.
remedy-ask-break-loop = Über die Verknüpfung „{ $name }“ geht nichts, bis Sie sie fortsetzen.

## What was done

problem-did-retry = { $count ->
       [one] Wird jetzt versucht; { $count } Nachricht wartet.
      *[other] Wird jetzt versucht; { $count } Nachrichten warten.
    }
problem-did-resend = { $count ->
       [one] { $count } Nachricht ist wieder unterwegs.
      *[other] { $count } Nachrichten sind wieder unterwegs.
    }
problem-did-process = { $count ->
       [one] { $count } Anfrage wurde angenommen.
      *[other] { $count } Anfragen wurden angenommen.
    }
problem-did-accept-token = { $count ->
       [one] Das neue Token ist gespeichert, { $count } Anfrage wurde angenommen.
      *[other] Das neue Token ist gespeichert, { $count } Anfragen wurden angenommen.
    }
problem-did-check-again = { $stands ->
        [solved] Geprüft: Es ist vorbei.
        [left] Es geht wieder. Was aufgegeben wurde, ist noch erneut zu senden oder auszulassen.
       *[open] Geprüft: Es ist noch nicht vorbei.
    }
problem-did-keep-refusing = Es bleibt abgelehnt.
problem-did-trust = Dem Zertifikat wird bei diesem Server vertraut. Wird jetzt versucht.
problem-did-read-secret = { $count ->
       [one] Das Geheimnis ist gespeichert, { $count } Anfrage wurde angenommen.
      *[other] Das Geheimnis ist gespeichert, { $count } Anfragen wurden angenommen.
    }
problem-did-new-secret = { problem-did-read-secret }
problem-did-use-address = Die andere Adresse ist gespeichert. Wird jetzt versucht.
problem-did-edit-address = Die Adresse ist gespeichert. Wird jetzt versucht.
problem-did-new-token = Das Token ist gespeichert. Was wartet, wird jetzt gesendet.
problem-did-use-free-port = Switchboard empfängt auf Port { $port }.
problem-did-wait-longer = Ab jetzt wird länger gewartet. Wird jetzt versucht.
problem-did-send-slower = Ab jetzt höchstens { $count } gleichzeitig.
problem-did-start-new = Eine neue Unterhaltung wird begonnen.
problem-did-skip = { $count ->
       [one] { $count } Nachricht wurde ausgelassen.
      *[other] { $count } Nachrichten wurden ausgelassen.
    }
problem-did-without-files = Ohne den Anhang unterwegs.
problem-did-free-space = { $count ->
       [one] { $count } Eintrag des Protokolls wurde gelöscht.
      *[other] { $count } Einträge des Protokolls wurden gelöscht.
    }
problem-did-break-loop = Die Verknüpfung pausiert.
problem-did-unlock = Der Schlüssel ist wieder lesbar.
problem-did-system-proxy = Der Proxy des Systems wird verwendet. Wird jetzt versucht.
problem-did-pause-channel = Der Kanal pausiert: Er sammelt und sendet nichts.
problem-did-resume-bulk = Der Sammelversand geht weiter.
problem-did-catch-up = Versäumtes wird nachgeholt.
problem-did-address-given = Vermerkt.
problem-did-back-up = Eben versucht.
problem-did-dismiss = Geschlossen. Wenn es wieder geschieht, kommt es zurück.
