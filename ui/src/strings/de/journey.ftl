## Der Weg einer Nachricht

journey-delivered = { $count ->
        [1] { $took } nach dem Eingang an { $host } zugestellt
       *[other] An alle { $count } Ziele zugestellt, an das letzte { $took } nach dem Eingang
    }{ $tries ->
        [0] .
        [1] .
        [2] , beim zweiten Versuch.
        [3] , beim dritten Versuch.
       *[other] , bei Versuch { $tries }.
    }
journey-read = An { $host } zugestellt und { $took } nach dem Eingang gelesen.
journey-accepted = { $host } hat sie { $took } nach dem Eingang angenommen. Die eigene Bestätigung steht noch aus.
journey-failed = Nicht an { $host } zugestellt: { $problem }. { $took } nach dem Eingang aufgegeben, nach { $tries ->
        [one] { $tries } Versuch
       *[other] { $tries } Versuchen
    }.

journey-came = { $source ->
        [endpoint] Ihr Programm sendet: { $what }
        [screen] Hier geschrieben: { $what }
        [practice] Switchboard spielt { $platform } und sendet: { $what }
        [catch-up] Von { $platform } nachgeholt: { $what }
       *[platform] { $platform } sendet: { $what }
    }{ $hasWho ->
        [0] { "" }
       *[other] { " " }({ $who })
    }
journey-answered = Gespeichert und nach { $took } mit { $status } beantwortet
journey-put-aside = Nach { $took } mit { $status } beantwortet und beiseitegelegt: { $problem }
journey-refused = Nach { $took } mit { $status } abgelehnt: { $problem }
journey-acted-on = Hier aufbewahrt. Es war nichts weiterzugeben
journey-not-sent = { $hasHost ->
        [0] Nicht weitergegeben: { $reason }
       *[other] Nicht an { $host } gesendet: { $reason }
    }
journey-try = Versuch { $number }: { $host } antwortet nach { $took } mit { $status }
journey-try-failed = Versuch { $number }: { $problem }
journey-call = { $call }: { $host } antwortet nach { $took } mit { $status }
journey-call-failed = { $call }: { $problem }
journey-report = { $platform } erfährt, was daraus wurde, und antwortet nach { $took } mit { $status }
journey-report-failed = { $platform } mitteilen, was daraus wurde: { $problem }
journey-wait = Wartet { $took }
journey-wait-next = Wartet { $took } bis zum nächsten Versuch
journey-word-delivered = { $platform } meldet: zugestellt
journey-word-read = { $platform } meldet: gelesen
journey-word-failed = { $platform } meldet: nicht zugestellt
journey-sent-again = Von Hand noch einmal gesendet
journey-left-out = Von Hand ausgelassen
journey-given-up = Nach { $made ->
        [one] { $made } Versuch
       *[other] { $made } Versuchen
    } aufgegeben
journey-next = Versuch { $try } von { $of }: { $next }
journey-next-soon = Versuch { $try } von { $of }, sobald er an der Reihe ist
journey-sending = Wird gerade an { $host } gesendet
journey-its-turn = Wartet, bis sie an der Reihe ist
journey-on-hold = Angehalten: geht weiter, sobald wieder an { $host } gesendet wird
journey-waiting = Wartet, bis { $platform } gesagt hat, wohin gesendet wird
journey-no-word = Noch keine Zustellmeldung von { $platform } (erwartet)
journey-unknown = Niemand kann sagen, ob { $host } sie hat
journey-tell-due = { $platform } erfährt es, sobald sie angekommen ist (erwartet)
journey-tell-impossible = { $platform } kann nicht erfahren, was daraus wurde: Dem Kanal fehlt die Adresse oder die Kontonummer

journey-limit-fine = { $hasPlatform ->
        [0] Grenze { $took }: im Rahmen
       *[other] { $platform } wartet { $took }: im Rahmen
    }
journey-limit-close = { $hasPlatform ->
        [0] Grenze { $took }: knapp
       *[other] { $platform } wartet { $took }: knapp
    }
journey-limit-over = { $hasPlatform ->
        [0] Grenze { $took }: überschritten
       *[other] { $platform } wartet { $took }: überschritten
    }

journey-title = Weg der Nachricht
journey-sentence = Woher eine Nachricht kam und wohin sie ging, Schritt für Schritt.
journey-loading = Der Weg wird gelesen
journey-gone = Diese Nachricht steht nicht mehr im Protokoll
journey-gone-hint = Das Protokoll bewahrt Anfragen so lange auf, wie es die Einstellungen sagen. Älteres ist mit seinem Weg gelöscht.
journey-steps = Schritte
journey-lane-relay = Switchboard
journey-lane-endpoint = Ihr Endpunkt
journey-lane-back = zurück an { $platform }
journey-lane-unknown = Absender
journey-total = Insgesamt { $took } · { $tries ->
        [0] kein Versuch
        [one] { $tries } Versuch
       *[other] { $tries } Versuche
    }
journey-filter = Welche Schritte
journey-filter-all = Alle Schritte
journey-filter-wrong = { $count ->
        [one] { $count } misslungener
       *[other] { $count } misslungene
    }
journey-slow = langsam
journey-more = Einzelheiten
journey-less = Weniger
journey-copy-time = { $time }. Kopieren
journey-copy = Als Text kopieren
journey-save = Als Text speichern
journey-copy-of = Von Hand aus einer früheren Anfrage gemacht.
journey-show-original = Original zeigen
journey-copies = { $count ->
        [one] Sie wurde von Hand noch einmal gesendet.
       *[other] Sie wurde von Hand noch { $count }-mal gesendet.
    }
journey-show-copy = Kopie { $number } zeigen
journey-open-wide = Den Weg in voller Breite öffnen
journey-to-log = Zurück zum Verkehr
