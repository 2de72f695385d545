## Verkehr

traffic-title = Verkehr
traffic-sentence = Jede Anfrage in beide Richtungen, die neuesten zuerst.
traffic-grid = Anfragen
traffic-filters = Filter
traffic-quick = Schnellfilter
traffic-all = Alle
traffic-today = Heute
traffic-dates = Tage
# $from, $to: days, either may be empty
traffic-dates-chosen = { $from } – { $to }
# $count: days, today among them
traffic-dates-last = { $count ->
        [one] Letzter Tag
       *[other] Letzte { $count } Tage
    }
traffic-dates-clear = Alle Tage zeigen
traffic-from = Von
traffic-to = Bis
traffic-day = Tag
traffic-day-choose = Anderen Tag wählen
traffic-day-show = Diesen Tag zeigen
# $days: the days in words
traffic-view-counted = Sie zeigt „{ $days }“, gerechnet von dem Tag an, an dem sie geöffnet wird.
# $days: the days in words
traffic-view-fixed = Ihre Tage bleiben, wie sie sind: { $days }.
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
source-practice = Übung
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
step-practice-again = Geändert noch einmal gesendet
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
resend-all-title = Nicht Zugestelltes erneut senden
resend-all-counting = Es wird gezählt
resend-all-count = { $count ->
        [0] Hier gibt es nichts erneut zu senden.
        [one] Eine Nachricht wurde aufgegeben. Sie geht unter derselben Kennung noch einmal dorthin, wohin sie sollte.
       *[other] { $count } Nachrichten wurden aufgegeben. Sie gehen unter denselben Kennungen noch einmal dorthin, wohin sie sollten.
    }
resend-all-send = { $count } erneut senden
resend-all-keep = Nicht jetzt
# $count: rows of the day that are loaded
traffic-day-least = { $count }+ Anfragen
traffic-day-failed = { $count } nicht zugestellt
traffic-day-failed-least = { $count }+ nicht zugestellt
resend-day = Nicht Zugestelltes erneut senden
# $day: a date
resend-day-title = Am { $day } nicht Zugestelltes erneut senden
resend-all-more = Das sind die neuesten { $count }. Was übrig ist, kann danach gesendet werden.
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
traffic-tab-log = Protokoll
traffic-tab-map = Karte
exchange-tabs = Was davon gezeigt wird
exchange-tab-summary = Kurz gesagt
exchange-tab-journey = Weg
exchange-tab-message = Nachricht
exchange-tab-technical = Technisch
exchange-tab-attempts = Versuche
exchange-no-deliveries = Deswegen war nichts zu senden.
exchange-no-events = Daraus war nichts zu lesen.
explain-open = Das erklären
explain-close = Erklärung ausblenden
explain-in-platform = Die Plattform hat Switchboard von sich aus aufgerufen. Es wurde auf diesem Computer gespeichert, bevor es beantwortet wurde.
explain-in-endpoint = Ihr eigenes Programm hat das an der Adresse verlangt, die Switchboard ihm gegeben hat.
explain-in-screen = Es wurde hier geschrieben, in Switchboard.
explain-in-catchUp = Es geschah, während Switchboard nichts empfangen konnte, und wurde später nachgeholt.
explain-in-file = Eine Datei einer Nachricht wurde geholt, um sie aufzubewahren.
explain-in-practice = Übung: Switchboard hat die Plattform gespielt und dies selbst gesendet, damit Sie sehen, was geschieht.
explain-out = Das hat Switchboard selbst gesendet: Es ist ein Zustellversuch.
explain-call = Switchboard hat die Plattform aufgerufen: Es ist ein Schritt auf dem Weg einer Nachricht.
explain-next = Es ist nichts zu tun: Versuch { $number } von { $of } geschieht von selbst, { $when }.
explain-kept = Die Nachricht ist aufbewahrt. Ist die Ursache behoben, sendet „Noch einmal senden“ sie.
payload-large = Dieser Inhalt ist groß ({ $size }) und wird deshalb nicht gleich gezeigt.
payload-reveal = Trotzdem zeigen
payload-save = Inhalt speichern

traffic-columns = Spalten
traffic-columns-reset = Spalten wie anfangs
column-move-left = { $column } nach links
column-move-right = { $column } nach rechts
column-narrower = { $column } schmaler machen
column-wider = { $column } breiter machen
column-status = HTTP-Status
column-size = Größe
column-id = Kennung
traffic-view-all = Alles
traffic-view-failed-today = Heute nicht zugestellt
traffic-view-waiting = Angehalten
traffic-view-unclaimed = Unbekannte Adressen
traffic-chosen = { $count ->
        [one] { $count } Anfrage ausgewählt
       *[other] { $count } Anfragen ausgewählt
    }
traffic-choose-none = Auswahl aufheben
traffic-resend-title = Ausgewähltes noch einmal senden
traffic-resend-count = { $count ->
        [one] Eine Nachricht aus { $rows } ausgewählten Anfragen wird unter derselben Kennung noch einmal an ihr Ziel gesendet.
       *[other] { $count } Nachrichten aus { $rows } ausgewählten Anfragen werden unter denselben Kennungen noch einmal an ihre Ziele gesendet.
    }
