## Der Bericht für die Hilfe

diagnostics-create = Bericht für die Hilfe
    .help = Wenn etwas nicht geht und Ihnen jemand hilft, geben Sie ihm diesen Bericht. Sie sehen ihn ganz, bevor er gespeichert wird.
diagnostics-without-secrets = Tokens, Passwörter und geheime Adressen stehen nicht darin.
diagnostics-without-messages = Nichts Geschriebenes steht darin und keine Namen von Kunden.
diagnostics-stays-here = Er wird dort gespeichert, wo Sie wollen, und nirgendwohin gesendet.
diagnostics-button = Bericht erstellen
diagnostics-again = Neu erstellen
diagnostics-looking = Die Kanäle werden getestet und die Daten durchgesehen. Das kann eine Viertelminute dauern.
diagnostics-save = Bericht speichern …
diagnostics-copy = Bericht kopieren
diagnostics-saved = Der Bericht ist erstellt.
diagnostics-parts = Teile des Berichts
diagnostics-part-version = Version und System
diagnostics-part-settings = Einstellungen
diagnostics-part-channels = Kanäle und Verknüpfungen
diagnostics-part-checks = Verbindungstests
diagnostics-part-queue = Was wartet und was angehalten ist
diagnostics-part-problems = Probleme
diagnostics-part-storage = Datenträger und Datenbanken
diagnostics-part-log = Letzte Zeilen des Programmprotokolls
section-diagnostics = Diagnose
    .sentence = Was Sie jemandem zeigen, der Ihnen hilft.
section-backup = Sichern und übertragen
    .sentence = Sichern Sie Ihre Daten und nehmen Sie die Einstellungen auf einen anderen Computer mit.

## Über diese Version

about-open-folder = Datenordner öffnen
about-move = Um ihn zu verschieben, beenden Sie Switchboard, verschieben den Ordner und starten mit --data und dem neuen Ort.
about-new = Was neu ist
about-new-nothing = Diese Version behebt Fehler und bringt nichts sichtbar Neues.
about-0-1-0-settings = Die Einstellungen haben Abschnitte und eine Suche, Sicherungen, eine Datei zum Mitnehmen und einen Bericht für die Hilfe.
about-0-1-0-history = Die Größe des Protokolls lässt sich begrenzen und der Verlauf löschen.
about-0-1-0-address = Eine andere Eingangsadresse oder ein anderer Port gilt sofort, ohne Neustart.
about-privacy = Was Switchboard anderen mitteilt
about-privacy-nothing = Nichts. Es gibt kein Konto, und niemandem werden Zahlen oder Berichte gesendet.
about-licence = Lizenz
about-licence-words = MIT. Es baut auf freien Bibliotheken vieler Menschen auf, jede unter ihrer eigenen freien Lizenz.

## Der Port

port-taken = { $program } benutzt den Port von { $listen }.
port-taken-unknown = Ein anderes Programm benutzt den Port von { $listen }.
port-free = Port { $port } ist frei. Eine öffentliche Adresse bleibt gleich, wenn sie zum neuen Port führt.
port-none-free = Auch in der Nähe ist kein Port frei. Geben Sie oben einen anderen ein.
port-use = { $port } benutzen
