## Zustände

state-received = Empfangen
    .meaning = Sicher auf diesem Computer gespeichert; noch nicht an der Reihe.
state-sending = Wird gesendet
    .meaning = Wird gerade gesendet.
state-accepted = Angenommen
    .meaning = Der Empfänger hat es; seine eigene Bestätigung steht noch aus.
state-delivered = Zugestellt
    .meaning = Das Ziel hat es angenommen.
state-read = Gelesen
    .meaning = Wer gemeint war, hat es gesehen.
state-retrying = Neuer Versuch
    .meaning = Noch nicht angekommen; wird von selbst erneut versucht.
state-failed = Nicht zugestellt
    .meaning = Aufgegeben; es braucht Sie.
state-on-hold = Angehalten
    .meaning = Der Kanal pausiert, oder sein Ziel ist angehalten. Nichts ist verloren.
state-waiting-for-platform = Wartet auf Plattform
    .meaning = Zuerst muss etwas von der Plattform kommen.
state-skipped = Übersprungen
    .meaning = Absichtlich nicht gesendet.
state-unknown = Unbekannt
    .meaning = Niemand kann sagen, ob es angekommen ist.
state-refused = Abgelehnt
    .meaning = Mit einem Fehler beantwortet und nicht bearbeitet.
