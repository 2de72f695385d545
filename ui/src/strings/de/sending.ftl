## Unterhaltungen senden

selected = { $count ->
    [one] { $count } ausgewählt
   *[other] { $count } ausgewählt
}
selected-all = { $count ->
    [one] Alle passenden: { $count } ausgewählt
   *[other] Alle passenden: { $count } ausgewählt
}
selected-all-more = Alle passenden: mindestens { $count } ausgewählt
select-all = Alle { $count } passenden auswählen
select-all-more = Alle passenden auswählen, mindestens { $count }
selected-clear = Auswahl aufheben
send-button = Senden…
send-in-bulk = Sammelversand
flag-status = Wartet auf Statuswechsel
    .meaning = Wird an { $to } gesendet, wenn sich der Status ändert.
flag-ended = Wartet auf das Ende
    .meaning = Wird an { $to } gesendet, wenn sie gelöst oder beendet ist.
flag-platform = Wartet auf Plattform
    .meaning = Die Plattform sendet sie selbst an { $to }, wenn sie sie freigibt; Switchboard sendet nichts.
flag-since = Seit { $when }.
flag-remove = Markierung entfernen
send-title = { $count ->
    [one] Diese Unterhaltung senden
   *[other] { $count } Unterhaltungen senden
}
send-result = { $count ->
    [one] Senden der Unterhaltung
   *[other] Senden von { $count } Unterhaltungen
}
send-targets-loading = Es wird nachgesehen, wohin gesendet werden kann
send-where = Wohin
send-to-endpoint = Ihr Endpunkt ({ $name })
send-to-own-endpoint = Der Endpunkt des eigenen Kanals
send-to-channel = Kanal { $name }
send-to-address = Eine andere Adresse, dieses eine Mal
    .meaning = Sie erhält alles, was der Endpunkt erhielte, und wird nicht als Einstellung behalten.
send-address = Adresse
send-address-wrong = Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.
send-when = Wann
send-when-now = Jetzt
    .meaning = Sofort, soweit sie hier bekannt ist.
send-when-status = Wenn sich der Status ändert
    .meaning = Sobald sie das nächste Mal geöffnet, gelöst, zurückgestellt oder beendet wird.
send-when-ended = Wenn sie endet
    .meaning = Sobald sie gelöst oder beendet ist.
send-only-now = Hier sagt niemand, wann eine Unterhaltung endet oder ihren Status wechselt, daher kann sie nur jetzt gesendet werden.
send-confirm = { $count ->
    [one] Unterhaltung senden
   *[other] { $count } Unterhaltungen senden
}
send-confirm-later = { $count ->
    [one] Zum Senden markieren
   *[other] { $count } zum Senden markieren
}
send-sent = { $count ->
    [one] { $count } Unterhaltung ist unterwegs.
   *[other] { $count } Unterhaltungen sind unterwegs.
}
send-flagged = { $count ->
    [one] { $count } Unterhaltung ist markiert und wird später gesendet.
   *[other] { $count } Unterhaltungen sind markiert und werden später gesendet.
}
send-refused = { $count ->
    [one] { $count } kann dorthin nicht gesendet werden:
   *[other] { $count } können dorthin nicht gesendet werden:
}
send-refused-more = und { $count } weitere
