## Путь одного сообщения

journey-delivered = { $count ->
        [1] Доставлено на { $host } через { $took } после получения
       *[other] Доставлено всем получателям ({ $count }), последнему через { $took } после получения
    }{ $tries ->
        [0] .
        [1] .
        [2] , со второй попытки.
        [3] , с третьей попытки.
       *[other] , с попытки № { $tries }.
    }
journey-read = Доставлено на { $host } и прочитано через { $took } после получения.
journey-accepted = { $host } принял сообщение через { $took } после получения. Его собственное подтверждение ещё не пришло.
journey-failed = Не доставлено на { $host }: { $problem }. Отправка прекращена через { $took } после получения, после { $tries ->
        [one] { $tries } попытки
        [few] { $tries } попыток
        [many] { $tries } попыток
       *[other] { $tries } попыток
    }.

journey-came = { $source ->
        [endpoint] Ваша программа отправляет: { $what }
        [screen] Написано здесь: { $what }
        [practice] Switchboard изображает { $platform } и отправляет: { $what }
        [catch-up] Получено от { $platform } с опозданием: { $what }
       *[platform] { $platform } отправляет: { $what }
    }{ $hasWho ->
        [0] { "" }
       *[other] { " " }({ $who })
    }
journey-answered = Сохранено, ответ { $status } за { $took }
journey-put-aside = Ответ { $status } за { $took }, запрос отложен: { $problem }
journey-refused = Отказ { $status } за { $took }: { $problem }
journey-acted-on = Сохранено здесь. Отправлять дальше было нечего
journey-not-sent = { $hasHost ->
        [0] Дальше не отправлено: { $reason }
       *[other] Не отправлено на { $host }: { $reason }
    }
journey-try = Попытка { $number }: { $host } отвечает { $status } за { $took }
journey-try-failed = Попытка { $number }: { $problem }
journey-call = { $call }: { $host } отвечает { $status } за { $took }
journey-call-failed = { $call }: { $problem }
journey-report = { $platform } узнаёт, что стало с сообщением, и отвечает { $status } за { $took }
journey-report-failed = Сообщить { $platform }, что стало с сообщением: { $problem }
journey-wait = Ожидание { $took }
journey-wait-next = Ожидание { $took } до следующей попытки
journey-word-delivered = { $platform } сообщает: доставлено
journey-word-read = { $platform } сообщает: прочитано
journey-word-failed = { $platform } сообщает: не удалось
journey-sent-again = Отправлено ещё раз вручную
journey-left-out = Оставлено без отправки вручную
journey-given-up = Отправка прекращена после { $made ->
        [one] { $made } попытки
        [few] { $made } попыток
        [many] { $made } попыток
       *[other] { $made } попыток
    }
journey-next = Попытка { $try } из { $of }: { $next }
journey-next-soon = Попытка { $try } из { $of }, как только подойдёт очередь
journey-sending = Сейчас отправляется на { $host }
journey-its-turn = Ждёт своей очереди
journey-on-hold = На паузе: отправится, как только отправка на { $host } возобновится
journey-waiting = Ждёт, пока { $platform } сообщит, куда отправлять
journey-no-word = От { $platform } ещё нет отчёта о доставке (ожидается)
journey-unknown = Неизвестно, получил ли сообщение { $host }
journey-tell-due = { $platform } узнает об этом, как только сообщение дойдёт (ожидается)
journey-tell-impossible = { $platform } не узнает, что стало с сообщением: в канале нет адреса или номера аккаунта

journey-limit-fine = { $hasPlatform ->
        [0] предел { $took }: с запасом
       *[other] { $platform } ждёт { $took }: с запасом
    }
journey-limit-close = { $hasPlatform ->
        [0] предел { $took }: почти исчерпан
       *[other] { $platform } ждёт { $took }: почти исчерпано
    }
journey-limit-over = { $hasPlatform ->
        [0] предел { $took }: превышен
       *[other] { $platform } ждёт { $took }: превышено
    }

journey-title = Путь сообщения
journey-sentence = Откуда пришло одно сообщение и куда оно дошло.
journey-loading = Читаем путь сообщения
journey-gone = Этого сообщения больше нет в журнале
journey-gone-hint = Журнал хранит запросы столько, сколько задано в настройках. Более старые удалены вместе со своим путём.
journey-steps = Шаги
journey-lane-relay = Switchboard
journey-lane-endpoint = Ваш сервер
journey-lane-back = обратно в { $platform }
journey-lane-unknown = Отправитель
journey-total = Всего { $took } · { $tries ->
        [0] без попыток
        [one] { $tries } попытка
        [few] { $tries } попытки
        [many] { $tries } попыток
       *[other] { $tries } попытки
    }
journey-filter = Какие шаги
journey-filter-all = Все шаги
journey-filter-wrong = { $count ->
        [one] { $count } неудачный
        [few] { $count } неудачных
        [many] { $count } неудачных
       *[other] { $count } неудачных
    }
journey-slow = медленно
journey-more = Подробнее
journey-less = Короче
journey-copy-time = { $time }. Скопировать
journey-copy = Скопировать текстом
journey-save = Сохранить текстом
journey-copy-of = Создано вручную из более раннего запроса.
journey-show-original = Показать исходный
journey-copies = { $count ->
        [one] Отправлено вручную ещё { $count } раз.
        [few] Отправлено вручную ещё { $count } раза.
        [many] Отправлено вручную ещё { $count } раз.
       *[other] Отправлено вручную ещё { $count } раза.
    }
journey-show-copy = Показать копию { $number }
journey-open-wide = Открыть путь во всю ширину
journey-to-log = Назад к трафику
