## Kanäle

channels-title = Kanäle
channels-sentence = Jeder Kanal ist eine Verbindung zu einer Chat-Plattform.
channels-add = Kanal hinzufügen
channels-loading = Die Kanäle werden gelesen
channels-empty = Noch kein Kanal
channels-empty-hint = Ein Kanal gibt Ihnen eine Adresse, die Sie in Ihre Chat-Plattform einfügen. Sie funktioniert sofort.
channels-search = Kanäle suchen
channels-order = Reihenfolge ändern
channels-order-done = Fertig
channels-no-match = Kein Kanal enthält diese Wörter
channels-no-match-hint = Gesucht wird in Namen und Plattformen.
channel-move-up = { $name } nach oben
channel-move-down = { $name } nach unten
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
channel-state-problems = Läuft mit Problemen
    .meaning = Er läuft, aber etwas daran braucht einen Blick.
    .advice = Öffnen Sie „Probleme“: Bei jedem steht, was zu tun ist.
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
channel-delete-confirm = { $count ->
        [0] Kanal löschen
        [one] Kanal und { $count } Unterhaltung löschen
       *[other] Kanal und { $count } Unterhaltungen löschen
    }
# $count: conversations
channel-delete-history = { $count ->
        [0] Mit ihm wird alles gelöscht, was das Protokoll hier von ihm enthält. Auf der Plattform wird nichts gelöscht. Sicherungen behalten, was bei ihrer Entstehung da war.
        [one] Mit ihm werden { $count } Unterhaltung mit ihren Nachrichten und alles gelöscht, was das Protokoll hier von ihm enthält. Auf der Plattform wird nichts gelöscht. Sicherungen behalten, was bei ihrer Entstehung da war.
       *[other] Mit ihm werden { $count } Unterhaltungen mit ihren Nachrichten und alles gelöscht, was das Protokoll hier von ihm enthält. Auf der Plattform wird nichts gelöscht. Sicherungen behalten, was bei ihrer Entstehung da war.
    }
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

field-platform = Plattform
field-name = Name
name-help = Nur für Sie, um Ihre Kanäle zu unterscheiden.
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
field-platform-certificate = Zertifikat des Plattform-Servers
platform-certificate-help = Ein Zertifikat (PEM), dem bei der Adresse oben und nur für diesen Kanal vertraut wird. Nötig nur, wenn der Server der Plattform eines hat, das dieser Computer nicht kennt.
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
# $platform: the platform's name
inbox-title = Posteingang
inbox-none = Es ist noch kein Konto gewählt, deshalb kann nichts an { $platform } gesendet werden.
# $account: its number
inbox-every = Konto { $account }, alle Posteingänge
# $account, $inbox: their numbers
inbox-bound = Konto { $account }, Posteingang { $inbox }
inbox-choose = Posteingang wählen
inbox-use = Diesen Posteingang nehmen
inbox-create = Diesen Posteingang anlegen
inbox-by-number = Die Liste entsteht mit der gespeicherten Adresse und dem gespeicherten Token. Die Nummern lassen sich auch eintippen, unter „Erweitert“.
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
    .question = Das Signaturgeheimnis von „{ $name }“ ersetzen?
    .confirm = Signaturgeheimnis ersetzen
    .consequence = Ihr Endpunkt lehnt unsere Anfragen ab, bis er das neue kennt.
rotate-intake-key = Schlüssel in der Eingangsadresse
    .help = Der Teil der Adresse, den niemand erraten kann.
    .question = Die Eingangsadresse von „{ $name }“ ersetzen?
    .confirm = Eingangsadresse ersetzen
    .consequence = Die alte Adresse gilt ab sofort nicht mehr. Fügen Sie die neue in { $platform } ein, sonst gehen Nachrichten verloren.
rotate-endpoint-token = Token Ihres Programms
    .help = Ihr Programm zeigt es mit jeder Anfrage, damit niemand sonst in Ihrem Namen senden kann.
    .question = Das Token Ihres Programms für „{ $name }“ ersetzen?
    .confirm = Token ersetzen
    .consequence = Was Ihr Programm mit dem alten sendet, wird sofort abgelehnt. Tragen Sie dort das neue ein.
rotate-button = Ersetzen
rotate-keep = Behalten

address-title = Diese Adresse in { $platform } einfügen
address-copy = Eingangsadresse kopieren
address-local-only = Diese Adresse gilt nur auf diesem Computer, weil keine öffentliche Adresse eingestellt ist. { $platform } im Internet kann sie nicht erreichen.
address-set-public = Öffentliche Adresse einstellen
address-where = Wo in { $platform }?
address-webhook = In { $platform } für mich eintragen
directions-elma365-1 = Öffnen Sie als Administrator Administration → Live Chats → Messengers und verbinden Sie einen beliebigen Messenger.
directions-elma365-2 = Fügen Sie die Adresse bei „Webhook“ ein (in manchen Versionen „Messenger’s API URL“).
directions-elma365-3 = Geben Sie die hier gezeigte Bestätigungszeichenfolge als „Confirmation code“ ein. Beide dürfen leer sein.
directions-elma365-4 = Speichern Sie. ELMA365 meldet sich sofort, und den Rest erfährt der Kanal selbst.
directions-chatwoot-1 = Für einen neuen Posteingang: Öffnen Sie Settings → Inboxes → Add Inbox → API und fügen Sie die Adresse bei „Webhook URL“ ein.
directions-chatwoot-2 = Für einen bestehenden Posteingang: Öffnen Sie seine Einstellungen und fügen Sie die Adresse dort bei „Webhook URL“ ein.
directions-chatwoot-3 = Für alle Posteingänge: Öffnen Sie Settings → Integrations → Webhooks, legen Sie einen mit dieser Adresse an und wählen Sie seine Ereignisse.
directions-chatwoot-4 = Wenn { $platform } ein Geheimnis für den Webhook zeigt, tragen Sie es unten unter „Erweitert“ ein: Es beweist, woher Anfragen kommen.
directions-userlike-1 = Öffnen Sie in Userlike die Add-ons und wählen Sie API.
directions-userlike-2 = Fügen Sie die Adresse bei „Callback URL“ ein und wählen Sie die Ereignisse, von denen Sie erfahren möchten.
directions-userlike-3 = Wenn oben ein Geheimnis steht, tragen Sie dort den Header x-switchboard-secret mit diesem Wert ein.

events-title = Ereignisse für Ihren Endpunkt
events-preset-messages = Nachrichten
    .meaning = Was Kunden und Operatoren schreiben und was daraus wurde. Keine privaten Notizen.
events-preset-all = Alles
    .meaning = Jedes Ereignis, auch das künftiger Versionen.
events-preset-custom = Auswahl
    .meaning = Aufbewahrt und gezeigt wird alles, was Sie auch wählen. Ihr Endpunkt bekommt:
# $count: how many events
events-each = Jedes Ereignis ansehen ({ $count })
events-test = Test senden
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
test-well = Alles Geprüfte funktioniert.
test-message = Testnachricht senden
    .meaning = Über Ihre Plattform und zurück. Operatoren sehen sie einige Sekunden lang, dann wird sie entfernt.
test-stop = Anhalten
check-address = Die Adresse ist vollständig
check-dns = Der Server wurde gefunden
check-connect = Dort antwortet etwas
check-certificate = Dem Zertifikat ist zu trauen
check-answer = Es beantwortet Anfragen
