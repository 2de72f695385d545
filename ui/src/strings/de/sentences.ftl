## Sätze des Programms: der eine am Start (status-…) und was aus einer Anfrage wurde (exchange-…)

said-conversation = Unterhaltung mit { $name } aus { $channel }. Zeiten in UTC.
said-left-out = Frühere Nachrichten, die fehlen: { $count }.
said-customer = Kunde
said-operator = Operator
said-system = System
said-file-lost = Die Datei { $name } konnte nicht weitergegeben werden.

# Was in einer Unterhaltung außer Nachrichten geschah. $name: ein Operator, 0 wenn niemand sagt, wer; Worte der Plattform bleiben, wie sie sind
told-created = Die Unterhaltung begann
told-ended = Die Unterhaltung endete
told-open = Geöffnet
told-pending = Auf „wartend“ gesetzt
told-snoozed = Zurückgestellt
told-resolved = Gelöst
told-assigned = Zugewiesen an { $name }
told-unassigned = Niemandem mehr zugewiesen
# $labels: sie, mit Kommas
told-labelled = Labels: { $labels }
told-unlabelled = Ohne Labels
told-changed = Die Unterhaltung wurde geändert
# $group: die Gruppe oder das Team, 0 für keine
told-forwarded = { $name ->
        [0] { $group ->
            [0] Weitergegeben
           *[other] Weitergegeben an { $group }
        }
       *[other] { $group ->
            [0] Weitergegeben an { $name }
           *[other] Weitergegeben an { $name } ({ $group })
        }
    }
# $rating: wie die Plattform sie gibt, 0 für keine; $words: was dazu geschrieben wurde, 0 für nichts
told-rated = { $rating ->
        [0] Bewertet
       *[other] Bewertet mit { $rating }
    }{ $words ->
        [0] {""}
       *[other] : { $words }
    }
told-feedback = Rückmeldung: { $words }
# $answer: auf die Umfrage
told-surveyed = Umfrage beantwortet: { $answer }
# $goal: sein Name, 0 wenn es keinen hat
told-goal = { $goal ->
        [0] Ziel erreicht
       *[other] Ziel erreicht: { $goal }
    }
told-session-started = Die Sitzung begann
told-session-unread = Die Sitzung endete mit Nachrichten, die niemand gelesen hatte
told-session-ended = Die Sitzung endete
told-snapshot = Die ganze Unterhaltung wurde gesendet
note-scheme-added = Wir haben { $scheme }:// vor die Adresse gesetzt.
note-dashboard-taken-apart = Wir haben die Adresse zerlegt: Der Server ist { $base }{ $account ->
        [0] .
       *[other] , das Konto hat die Nummer { $account }{ $inbox ->
            [0] .
           *[other] , der Posteingang die Nummer { $inbox }.
        }
    }

status-empty = Noch kein Kanal. Legen Sie den ersten an, oder sehen Sie sich die Demo an.
status-key = Es wird nichts gesendet: { $problem }.
status-relay = Es kann keine Nachricht hereinkommen: { $problem }.
status-relay-stays = Switchboard empfängt weiterhin auf { $still }: { $problem }.
status-turned-away = Was hereinkommt, lässt sich nicht aufbewahren: { $problem }.
status-some-working = { $working ->
        [0] { $channels ->
            [one] Ihr Kanal läuft nicht.
           *[other] Keiner Ihrer { $channels } Kanäle läuft.
        }
        [one] { $working } von { $channels } Kanälen läuft.
       *[other] { $working } von { $channels } Kanälen laufen.
    }
status-and-waiting = { $waiting ->
        [0] .
        [one] ; { $waiting } Nachricht wartet.
       *[other] ; { $waiting } Nachrichten warten.
    }
status-stopped = { status-some-working } { $name }: { $problem }{ status-and-waiting }
status-failing = { status-some-working } { $name }: Die letzten Nachrichten kamen nicht an{ status-and-waiting }
status-disconnected = { status-some-working } { $name }: Die Plattform hat die Verbindung beendet{ status-and-waiting }
status-paused = Alles pausiert, bis Sie es fortsetzen. Was ankommt, wird aufbewahrt{ status-and-waiting }
status-paused-until = Alles pausiert bis { $next }. Was ankommt, wird aufbewahrt{ status-and-waiting }
status-problems = { status-all-working } Aber { $name }: { $problems ->
        [one] { $problems } Problem braucht
       *[other] { $problems } Probleme brauchen
    } einen Blick{ status-and-waiting }
status-problems-known = { status-all-working } { $name }: { $problems ->
        [one] { $problems } Problem, von dem Sie wissen
       *[other] { $problems } Probleme, von denen Sie wissen
    }{ status-and-waiting }
status-resting = { $channels ->
        [one] Ihr Kanal pausiert oder ist aus.
       *[other] Alle { $channels } Kanäle pausieren oder sind aus.
    } Was an einen pausierten Kanal kommt, wird aufbewahrt.
status-failed-today = { status-all-working } Aber heute { $failed ->
        [one] wurde { $failed } Nachricht aufgegeben.
       *[other] wurden { $failed } Nachrichten aufgegeben.
    }
status-waiting = { $resting ->
        [0] { $channels ->
            [one] Ihr Kanal ist bereit und wartet auf seine erste Nachricht.
           *[other] Ihre { $channels } Kanäle sind bereit und warten auf ihre ersten Nachrichten.
        }
       *[other] { $working } von { $channels } Kanälen { $working ->
            [one] ist bereit und wartet auf seine erste Nachricht.
           *[other] sind bereit und warten auf ihre ersten Nachrichten.
        }
    }
status-all-working = { $resting ->
        [0] { $channels ->
            [one] Ihr Kanal läuft.
           *[other] Alle { $channels } Kanäle laufen.
        }
       *[other] { $working } von { $channels } Kanälen { $working ->
            [one] läuft
           *[other] laufen
        }, die anderen pausieren oder sind aus.
    }
status-all-delivered = { status-all-working } Heute { $received ->
        [one] { $received } Nachricht, zugestellt.
       *[other] { $received } Nachrichten, alle zugestellt.
    }
status-working = { status-all-working } { $received ->
        [0] Heute kam noch keine Nachricht.
        [one] Heute { $received } Nachricht
       *[other] Heute { $received } Nachrichten
    }{ $received ->
        [0] { "" }
       *[other] { $waiting ->
            [0] .
            [one] ; { $waiting } ist unterwegs.
           *[other] ; { $waiting } sind unterwegs.
        }
    }

exchange-something = Eine Anfrage
exchange-came = { $source ->
        [endpoint] { $hasWho ->
            [0] Von Ihrem Programm gesendet: { $what }
           *[other] Von Ihrem Programm für { $who } gesendet: { $what }
        }
        [screen] { $hasWho ->
            [0] Hier geschrieben: { $what }
           *[other] Hier für { $who } geschrieben: { $what }
        }
        [catch-up] { $hasWho ->
            [0] Verpasst und später geholt: { $what }
           *[other] Verpasst und später geholt: { $what } von { $who }
        }
        [practice] Übung: { $what }
       *[platform] { $hasWho ->
            [0] Eingegangen: { $what }
           *[other] Eingegangen: { $what } von { $who }
        }
    }
exchange-unclaimed = Eine Anfrage kam an eine Adresse, die kein Kanal hat. Sie ist aufbewahrt, und Sie können sie einem Kanal zuordnen.
exchange-refused = Die Anfrage wurde abgelehnt ({ $status }): { $problem }.
exchange-refused-kept = Die Anfrage wurde abgelehnt ({ $status }): { $problem }. Sie ist aufbewahrt, und Sie können sie annehmen.
exchange-quarantined = Die Anfrage wurde beiseitegelegt: { $problem }. Noch ist nichts damit geschehen; Sie können sie annehmen.
exchange-acted-on = { exchange-came }. Sie wurde hier bearbeitet; weiterzugeben war nichts.
exchange-skipped = { exchange-came }. Aufbewahrt, aber nicht weitergegeben: { $reason }.
exchange-delivered = { exchange-came }. { $count ->
        [1] { $host } hat sie angenommen.
       *[other] Alle { $count } Empfänger haben sie angenommen.
    }
exchange-read = { exchange-came }. { $host } hat sie angenommen, und sie wurde gelesen.
exchange-accepted = { exchange-came }. { $host } hat sie; die eigene Bestätigung steht noch aus.
exchange-under-way = { exchange-came }. Unterwegs zu { $host }.
exchange-retrying = { exchange-came }. { $problem }. Versuch { $try } von { $of }: { $next }.
exchange-retrying-soon = { exchange-came }. { $problem }. Der nächste Versuch folgt, sobald sie an der Reihe ist.
exchange-failed = { exchange-came }. { $problem }. Nach { $made ->
        [one] { $made } Versuch
       *[other] { $made } Versuchen
    } aufgegeben; Sie können sie noch einmal senden.
exchange-on-hold = { exchange-came }. Sie wartet: { $problem ->
        [0] Das Senden pausiert.
       *[other] { $problem }.
    }
exchange-waiting-for-platform = { exchange-came }. Sie wartet: Die Plattform hat noch nicht gesagt, wohin gesendet wird.
exchange-unknown = { exchange-came }. Niemand kann sagen, ob { $host } sie hat.
exchange-sent = Wir haben dies an { $host } gesendet; angenommen nach { $ms } ms{ $number ->
        [1] .
       *[other] , beim Versuch { $number }.
    }
exchange-sent-refused = Wir haben dies an { $host } gesendet. { $problem }.
exchange-sent-retrying = Wir haben dies an { $host } gesendet. { $problem }. Der nächste Versuch ist { $next }.
exchange-call = { $call }: { $host } hat nach { $ms } ms geantwortet.
exchange-call-refused = { $call }: { $problem }.
exchange-call-retrying = { $call }: { $problem }. Der nächste Versuch ist { $next }.

agents-failed-refused = Nicht zugestellt: Das System des Empfängers hat diese Nachricht nicht angenommen ({ $code }). „Wiederholen“ sendet sie noch einmal.
agents-failed-unreachable = Nicht zugestellt: Das System des Empfängers war nicht erreichbar ({ $code }). „Wiederholen“ sendet sie noch einmal.
agents-failed-trouble = Nicht zugestellt: Das System des Empfängers hat selbst eine Störung ({ $code }). „Wiederholen“ sendet sie noch einmal.
agents-failed-other = Nicht zugestellt ({ $code }). „Wiederholen“ sendet sie noch einmal.
