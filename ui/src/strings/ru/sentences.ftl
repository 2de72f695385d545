## Предложения программы: одно на главной (status-…) и что стало с запросом (exchange-…)

said-conversation = Диалог с { $name }, канал { $channel }. Время указано по UTC.
said-left-out = Опущено более ранних сообщений: { $count }.
said-customer = Клиент
said-operator = Оператор
said-system = Система
said-file-lost = Файл { $name } передать не удалось.

# Что произошло в диалоге помимо сообщений. $name: оператор, 0 — неизвестно кто; слова платформы остаются как есть
told-created = Диалог начат
told-ended = Диалог завершён
told-open = Открыт
told-pending = Переведён в ожидание
told-snoozed = Отложен
told-resolved = Решён
told-assigned = Назначен оператор: { $name }
told-unassigned = Оператор снят
# $labels: метки через запятую
told-labelled = Метки: { $labels }
told-unlabelled = Метки сняты
told-changed = Диалог изменён
# $group: группа или команда, 0 — нет
told-forwarded = { $name ->
        [0] { $group ->
            [0] Передан
           *[other] Передан: { $group }
        }
       *[other] { $group ->
            [0] Передан: { $name }
           *[other] Передан: { $name } ({ $group })
        }
    }
# $rating: как её даёт платформа, 0 — нет; $words: что написано при этом, 0 — ничего
told-rated = { $rating ->
        [0] Поставлена оценка
       *[other] Оценка { $rating }
    }{ $words ->
        [0] {""}
       *[other] : { $words }
    }
told-feedback = Отзыв: { $words }
# $answer: ответ
told-surveyed = Ответ на опрос: { $answer }
# $goal: её название, 0 — нет
told-goal = { $goal ->
        [0] Цель достигнута
       *[other] Цель достигнута: { $goal }
    }
told-session-started = Сессия начата
told-session-unread = Сессия завершена, остались непрочитанные сообщения
told-session-ended = Сессия завершена
told-snapshot = Диалог отправлен целиком
note-scheme-added = Мы добавили { $scheme }:// в начало адреса.
note-dashboard-taken-apart = Мы разобрали адрес: сервер { $base }{ $account ->
        [0] .
       *[other] , аккаунт номер { $account }{ $inbox ->
            [0] .
           *[other] , источник номер { $inbox }.
        }
    }

status-empty = Каналов пока нет. Добавьте первый или посмотрите демонстрацию.
status-key = Ничего не отправляется: { $problem }.
status-relay = Сообщения не принимаются: { $problem }.
status-relay-stays = Switchboard по-прежнему принимает запросы на { $still }: { $problem }.
status-turned-away = Входящее не удаётся сохранить: { $problem }.
status-some-working = { $working ->
        [0] { $channels ->
            [one] Ваш канал не работает.
           *[other] Не работает ни один из каналов ({ $channels }).
        }
        [one] Работает { $working } канал из { $channels }.
       *[other] Работают { $working } из { $channels } каналов.
    }
status-and-waiting = { $waiting ->
        [0] .
        [one] ; ожидает { $waiting } сообщение.
        [few] ; ожидают { $waiting } сообщения.
        [many] ; ожидают { $waiting } сообщений.
       *[other] ; ожидают { $waiting } сообщения.
    }
status-stopped = { status-some-working } { $name }: { $problem }{ status-and-waiting }
status-failing = { status-some-working } { $name }: последние сообщения не дошли{ status-and-waiting }
status-disconnected = { status-some-working } { $name }: платформа прервала связь{ status-and-waiting }
status-problems = { status-all-working } Но { $name }: { $problems ->
        [one] внимания требует { $problems } проблема
        [few] внимания требуют { $problems } проблемы
        [many] внимания требуют { $problems } проблем
       *[other] внимания требуют { $problems } проблемы
    }{ status-and-waiting }
status-problems-known = { status-all-working } { $name }: { $problems ->
        [one] { $problems } известная Вам проблема
        [few] { $problems } известные Вам проблемы
        [many] { $problems } известных Вам проблем
       *[other] { $problems } известной Вам проблемы
    }{ status-and-waiting }
status-paused = Всё приостановлено, пока Вы не возобновите отправку. Входящее сохраняется{ status-and-waiting }
status-paused-until = Всё приостановлено до { $next }. Входящее сохраняется{ status-and-waiting }
status-resting = { $channels ->
        [one] Ваш канал на паузе или выключен.
       *[other] Все каналы ({ $channels }) на паузе или выключены.
    } То, что приходит в канал на паузе, сохраняется.
status-failed-today = { status-all-working } Но сегодня { $failed ->
        [one] не доставлено { $failed } сообщение.
        [few] не доставлены { $failed } сообщения.
        [many] не доставлены { $failed } сообщений.
       *[other] не доставлены { $failed } сообщения.
    }
status-waiting = { $resting ->
        [0] { $channels ->
            [one] Ваш канал готов и ждёт первого сообщения.
           *[other] Ваши каналы ({ $channels }) готовы и ждут первых сообщений.
        }
       *[other] { $working ->
            [one] Готов и ждёт первого сообщения { $working } канал из { $channels }.
           *[other] Готовы и ждут первых сообщений { $working } из { $channels } каналов.
        }
    }
status-all-working = { $resting ->
        [0] { $channels ->
            [one] Ваш канал работает.
            [few] Все { $channels } канала работают.
            [many] Все { $channels } каналов работают.
           *[other] Все каналы ({ $channels }) работают.
        }
       *[other] { $working ->
            [one] Работает { $working } канал из { $channels },
           *[other] Работают { $working } из { $channels } каналов,
        } остальные на паузе или выключены.
    }
status-all-delivered = { status-all-working } Сегодня { $received ->
        [one] { $received } сообщение, доставлено.
        [few] { $received } сообщения, все доставлены.
        [many] { $received } сообщений, все доставлены.
       *[other] { $received } сообщения, все доставлены.
    }
status-working = { status-all-working } { $received ->
        [0] Сегодня сообщений ещё не было.
        [one] Сегодня { $received } сообщение
        [few] Сегодня { $received } сообщения
        [many] Сегодня { $received } сообщений
       *[other] Сегодня { $received } сообщения
    }{ $received ->
        [0] { "" }
       *[other] { $waiting ->
            [0] .
            [one] ; { $waiting } в пути.
           *[other] ; { $waiting } в пути.
        }
    }

exchange-something = Запрос
exchange-came = { $source ->
        [endpoint] { $hasWho ->
            [0] Отправлено Вашей программой: { $what }
           *[other] Отправлено Вашей программой: { $what } ({ $who })
        }
        [screen] { $hasWho ->
            [0] Написано здесь: { $what }
           *[other] Написано здесь: { $what } ({ $who })
        }
        [catch-up] { $hasWho ->
            [0] Было пропущено и получено позже: { $what }
           *[other] Было пропущено и получено позже: { $what } ({ $who })
        }
        [practice] Тренировка: { $what }
       *[platform] { $hasWho ->
            [0] Получено: { $what }
           *[other] Получено: { $what } ({ $who })
        }
    }
exchange-unclaimed = Запрос пришёл на адрес, которого нет ни у одного канала. Он сохранён, и его можно передать каналу.
exchange-refused = Запрос отклонён ({ $status }): { $problem }.
exchange-refused-kept = Запрос отклонён ({ $status }): { $problem }. Он сохранён, и его можно принять.
exchange-quarantined = Запрос отложен: { $problem }. С ним ещё ничего не сделано; его можно принять.
exchange-acted-on = { exchange-came }. Обработано здесь, передавать дальше нечего.
exchange-skipped = { exchange-came }. Сохранено, но не передано дальше: { $reason }.
exchange-delivered = { exchange-came }. { $count ->
        [1] { $host } принял.
       *[other] Приняли все получатели: { $count }.
    }
exchange-read = { exchange-came }. { $host } принял, прочитано.
exchange-accepted = { exchange-came }. { $host } принял; ждём его подтверждения.
exchange-under-way = { exchange-came }. В пути к { $host }.
exchange-retrying = { exchange-came }. { $problem }. Попытка { $try } из { $of }: { $next }.
exchange-retrying-soon = { exchange-came }. { $problem }. Попытка повторится, как только подойдёт очередь.
exchange-failed = { exchange-came }. { $problem }. Попытки прекращены после { $made ->
        [one] { $made } попытки
       *[other] { $made } попыток
    }; можно отправить ещё раз.
exchange-on-hold = { exchange-came }. Ожидает: { $problem ->
        [0] отправка приостановлена.
       *[other] { $problem }.
    }
exchange-waiting-for-platform = { exchange-came }. Ожидает: платформа ещё не сообщила, куда отправлять.
exchange-unknown = { exchange-came }. Нельзя сказать, дошло ли это до { $host }.
exchange-sent = Мы отправили это на { $host }, принято за { $ms } мс{ $number ->
        [1] .
       *[other] , попытка { $number }.
    }
exchange-sent-refused = Мы отправили это на { $host }. { $problem }.
exchange-sent-retrying = Мы отправили это на { $host }. { $problem }. Следующая попытка: { $next }.
exchange-call = { $call }: { $host } ответил за { $ms } мс.
exchange-call-refused = { $call }: { $problem }.
exchange-call-retrying = { $call }: { $problem }. Следующая попытка: { $next }.

agents-failed-refused = Не доставлено: система получателя не приняла это сообщение ({ $code }). «Повторить» отправит его снова.
agents-failed-unreachable = Не доставлено: система получателя недоступна ({ $code }). «Повторить» отправит его снова.
agents-failed-trouble = Не доставлено: сбой в системе получателя ({ $code }). «Повторить» отправит его снова.
agents-failed-other = Не доставлено ({ $code }). «Повторить» отправит его снова.
