## Главная

home-title = Главная
home-loading = Смотрим, как дела
home-channels = Каналы
home-key-file = Ключ к Вашим токенам хранится в файле рядом с данными, доступном только Вам: на этом компьютере нет хранилища паролей.
home-unclaimed = { $count ->
        [one] { $count } запрос пришёл на адрес, которого нет ни у одного канала. Он сохранён.
        [few] { $count } запроса пришли на адреса, которых нет ни у одного канала. Они сохранены.
        [many] { $count } запросов пришли на адреса, которых нет ни у одного канала. Они сохранены.
       *[other] { $count } запроса пришли на адреса, которых нет ни у одного канала. Они сохранены.
    }
home-unclaimed-show = Показать и передать каналу
card-channels = Каналы
card-channels-value = Работают { $working } из { $total }
card-channels-well = Ни у одного нет проблем
# $count: channels whose messages do not arrive
card-channels-failing = { $count ->
        [one] Не работает { $count }
       *[other] Не работают { $count }
    }
card-channels-problems = { $count ->
        [one] { $count } работает с проблемами
       *[other] { $count } работают с проблемами
    }
card-channels-resting = { $count ->
        [one] { $count } на паузе или выключен
       *[other] { $count } на паузе или выключены
    }
card-address = Публичный адрес
card-address-none = Пока нет
card-address-local = Работает только с этого компьютера
card-address-listen = Приём на { $listen }
card-waiting = Ожидают
card-waiting-none = Всё в пути или уже доставлено
card-waiting-some = Надёжно сохранены и отправятся сами
card-waiting-paused = Надёжно сохранены; отправятся, когда Вы возобновите отправку
card-waiting-channel = Надёжно сохранены; часть ждёт канал, который приостановлен или выключен
stopped-waiting = { $count ->
        [0] Ничего не ожидает.
        [one] Ожидает { $count } сообщение.
        [few] Ожидают { $count } сообщения.
        [many] Ожидают { $count } сообщений.
       *[other] Ожидают { $count } сообщения.
    }
stopped-endpoint = На сервер канала «{ $name }» ничего не отправляется.
stopped-platform = На платформу канала «{ $name }» ничего не отправляется.
stopped-write-back = Платформа канала «{ $name }» не узнаёт, что стало с её сообщениями.
stopped-address = На адрес, куда отправлялись диалоги канала «{ $name }», ничего не отправляется.
stopped-next = Следующая проверка
stopped-open = Открыть канал
catch-up-title = Пропущено, пока ничего не принималось
catch-up-between = с { $from } по { $to }
catch-up-running = Ищем пропущенное: { $conversations ->
        [one] просмотрен { $conversations } диалог, пропущено пока { $recovered }.
        [few] просмотрено { $conversations } диалога, пропущено пока { $recovered }.
       *[other] просмотрено { $conversations } диалогов, пропущено пока { $recovered }.
    }
catch-up-done = { $recovered ->
        [0] Ничего не пропущено.
        [one] Пропущено { $recovered } сообщение, оно получено.
        [few] Пропущено { $recovered } сообщения, они получены.
       *[other] Пропущено { $recovered } сообщений, они получены.
    }
catch-up-failed = Узнать о пропущенном пока не удалось. Попытки повторяются сами.
catch-up-impossible = Отправленное в это время получить нельзя: у этой платформы нельзя об этом спросить.
catch-up-unset = Отправленное в это время можно будет получить, когда у канала будут адрес API, номер аккаунта и токен доступа.
catch-up-show = Показать в трафике
catch-up-more = Показать ещё { $count }

# $when: время
home-as-of = по состоянию на { $when }
home-counts = Сообщения за всё это время
home-traffic = Трафик
home-map = Показать карту
home-counting = Более ранний трафик ещё подсчитывается
home-today = Сегодня
home-success = Успешно
    .meaning = Доля сегодняшних доставок, которые дошли, среди завершённых
home-by-hour = По часам
counts-today = Сегодня
counts-week = 7 дней
counts-month = 30 дней
counts-received = Получено
counts-delivered = Доставлено
counts-failed = Не доставлено
card-problems = Проблемы
card-problems-open = { $count ->
        [0] Нет открытых
        [one] { $count } открытая
       *[other] { $count } открытых
    }
card-problems-failed = { $count ->
        [0] Сегодня всё дошло
        [one] { $count } сообщение не доставлено сегодня
        [few] { $count } сообщения не доставлены сегодня
       *[other] { $count } сообщений не доставлено сегодня
    }
card-bulks = Массовые отправки
card-bulks-none = Сейчас нет
card-bulks-running = Идёт: { $count }
# $done, $total: беседы
card-bulks-done = Готово { $done } из { $total }
card-bulks-last = { $count ->
        [0] Массовых отправок ещё не было
        [one] Завершена { $count }
        [few] Завершены { $count }
       *[other] Завершено { $count }
    }
strip-span = Период полос
strip-span-day = 24 часа
strip-span-months = 90 дней
strip-title-day = Последние 24 часа
strip-title-months = Последние 90 дней
strip-none = трафика не было
strip-ok = всё хорошо
strip-degraded = часть отправлена повторно или не дошла
strip-failing = не дошло не меньше, чем дошло
# $received, $delivered, $failed: сообщения
strip-counts = (получено { $received }, доставлено { $delivered }, не доставлено { $failed })
strip-all-none = трафика не было
# $active, $ok, $degraded, $failing: полосы
strip-summary = { $active ->
        [one] { $active } отрезок с трафиком
        [few] { $active } отрезка с трафиком
       *[other] { $active } отрезков с трафиком
    }: хорошо { $ok }, с повторами или сбоями { $degraded }, со сбоем { $failing }.
# $when: время
strip-last = Последние неполадки начались { $when }.
speed-warning = { $late ->
        [0] Самые медленные наши ответы Chatwoot за последний час заняли { $slow }; через 5 секунд он перестаёт ждать.
        [one] { $late } из { $of } ответов Chatwoot за последний час занял больше 3 секунд; через 5 секунд он перестаёт ждать.
        [few] { $late } из { $of } ответов Chatwoot за последний час заняли больше 3 секунд; через 5 секунд он перестаёт ждать.
       *[other] { $late } из { $of } ответов Chatwoot за последний час заняли больше 3 секунд; через 5 секунд он перестаёт ждать.
    }
    .advice = Компьютер занят или его диск медленный: закройте лишнее или перенесите данные на более быстрый диск.
chart-as-table = Показать таблицей
chart-as-picture = Показать графиком
chart-nothing = За этот период трафика не было.
chart-time = Время
chart-span = Период графиков
chart-span-hour = Час
chart-span-day = 24 часа
chart-span-week = 7 дней
chart-span-month = 30 дней
chart-traffic = Сообщения
chart-received = Получено
chart-delivered = Доставлено
chart-failed = Не дошло
# $received, $delivered, $failed: сообщения
chart-traffic-summary = За этот период получено { $received }, доставлено { $delivered }, не доставлено { $failed }.
chart-speed = Сколько это занимает
chart-through = От получения до доставки
chart-answer = Ответ Вашей программы
chart-ack = Наш ответ платформе
# $through, $slow: длительности
chart-speed-summary = От получения до доставки половина заняла не больше { $through }; самая медленная двадцатая часть — { $slow } или дольше.

welcome-title = Добро пожаловать в Switchboard
welcome-sentence = Switchboard стоит между чат-платформами и Вашей программой и показывает каждое сообщение и что с ним стало.
welcome-path = Путь сообщения
welcome-platforms = Ваши чат-платформы
    .meaning = ELMA365, Chatwoot и его родственники или Userlike отправляют сообщения на адрес, который Вы туда вставите.
welcome-relay = Switchboard
    .meaning = Надёжно сохраняет каждое сообщение, сразу отвечает и повторяет попытки, пока оно не дойдёт.
welcome-endpoint = Ваш сервер
    .meaning = Ваша программа, где бы она ни работала, получает те сообщения, которые Вы ей назначили.
welcome-demo = Попробовать на примерах
welcome-local = Всё остаётся на этом компьютере. Учётная запись не нужна.
