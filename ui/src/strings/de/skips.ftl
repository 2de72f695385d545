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
