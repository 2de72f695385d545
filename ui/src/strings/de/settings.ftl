## Einstellungen

settings-title = Einstellungen
settings-sentence = Sie gelten für alle Kanäle.
settings-loading = Die Einstellungen werden gelesen
settings-save = Speichern
settings-restart = Die Eingangsadresse dieses Laufs wurde beim Start angegeben. Die untenstehende gilt, wenn Switchboard ohne sie gestartet wird.
settings-unreadable = Das ist nicht als Dauer oder Zahl lesbar.
settings-look = Aussehen und Sprache
settings-addresses = Adressen
settings-retries = Neue Versuche
settings-limits = Grenzen
settings-ages = Wie lange
settings-conversations = Unterhaltungen
settings-files = Dateien
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
    .help = Wo Anfragen auf diesem Computer angenommen werden. Eine Änderung gilt sofort.
field-retry-schedule-ms = Wartezeiten vor jedem weiteren Versuch
    .help = Nach dem ersten, sofortigen. Zum Beispiel: 5 s, 30 s, 2 min, 1 h
field-rejected-schedule-ms = Wartezeiten, wenn der Endpunkt eine Nachricht nicht annimmt
    .help = Viele Versuche helfen dann nicht, deshalb wird früher aufgegeben.
field-bulk-schedule-ms = Wartezeiten eines Massenversands vor jedem weiteren Versuch
    .help = Was auch danach scheitert, wird aufgegeben und aufgelistet.
field-retry-jitter = Streuung der Wartezeiten in %
    .help = Damit viele Nachrichten nicht im selben Moment versucht werden.
field-hold-lane-ms = Reihenfolge im Chat halten für
    .help = So lange hält eine nicht zugestellte Nachricht die späteren ihres Chats zurück.
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
field-send-command = Befehl, der eine Unterhaltung sendet
    .help = Schreibt ein Operator nur dies in eine Nachricht oder Notiz, geht die Unterhaltung an Ihren Endpunkt, und der Kunde sieht es nicht. Leer schaltet den Befehl ab.
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

## Die Abschnitte

settings-sections = Abschnitte der Einstellungen
settings-find = Einstellungen suchen
settings-find-clear = Suche leeren
settings-found = Gefundene Einstellungen
settings-found-count =
    { $count ->
        [one] { $count } Einstellung gefunden
       *[other] { $count } Einstellungen gefunden
    }
settings-none = Keine Einstellung enthält diese Wörter
settings-none-hint = Versuchen Sie ein einzelnes Wort wie „Tage“, „Proxy“ oder „Versuch“.
settings-unsaved = Noch nicht gespeichert
section-general = Allgemein
    .sentence = Sprache, Aussehen und was Operatoren schreiben können.
section-addresses = Adressen
    .sentence = Wo Plattformen und Ihr Programm Switchboard erreichen.
section-delivery = Zustellung
    .sentence = Wie oft und wie schnell Nachrichten weitergegeben werden.
section-keeping = Aufbewahrung und Datenschutz
    .sentence = Was auf diesem Computer bleibt, wie viel davon und wie lange.
section-network = Netzwerk
    .sentence = Wie dieser Computer andere erreicht.
section-about = Über Switchboard
    .sentence = Diese Version und wo alles aufbewahrt wird.
