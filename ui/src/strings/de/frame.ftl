## Der Rahmen

skip-link = Zum Inhalt
nav-label = Bereiche
nav-home = Start
nav-channels = Kanäle
nav-traffic = Verkehr
nav-conversations = Unterhaltungen
nav-bulk = Sammelversand
nav-settings = Einstellungen
nav-help = Hilfe
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
draft-offer = Ihre unfertigen Änderungen ({ $when }) sind noch da.
draft-offer-partly = Geheimnisse, Dateien und Adressen, in denen ein Geheimnis stehen kann, sind nicht dabei.
draft-take = Übernehmen
draft-drop = Verwerfen
action-cancel = Abbrechen
action-resend = Noch einmal senden
copy-done = Kopiert
copy-refused = Kopieren ging nicht

error-offline = Switchboard antwortet nicht.
    .hint = Vielleicht ist das Programm hinter diesem Bildschirm beendet. Starten Sie es wieder; Ihre Nachrichten sind aufbewahrt.
