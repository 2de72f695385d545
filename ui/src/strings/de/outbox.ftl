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
