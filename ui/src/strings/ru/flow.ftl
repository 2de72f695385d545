## Карта трафика

flow-title = Карта трафика
flow-sentence = Кто здесь есть, что между ними движется и насколько успешно. Выберите узел или линию, чтобы узнать больше.
flow-loading = Чтение подсчитанного
flow-relay = Switchboard
flow-kind-channel = Канал
flow-kind-endpoint = Сервер
flow-kind-link = Связка
flow-window = Темп за последние
flow-window-minutes = 5 мин
flow-window-hour = 1 час
flow-window-day = 24 часа
flow-view = Показать как
flow-view-map = Карта
flow-view-table = Таблица
flow-search = Найти на карте
flow-group = Сгруппировать по платформам
flow-still = Остановить движение
flow-move = Показать движение
flow-controls = Размер карты
flow-zoom-in = Крупнее
flow-zoom-out = Мельче
flow-fit = Показать всё
flow-keys = Пробел показывает подробности, Enter открывает журнал.
flow-empty = Каналов пока нет
    .meaning = Карта показывает Ваши каналы, Switchboard и Ваши серверы и то, что между ними движется.
flow-no-match = На карте нет ничего с такими словами
flow-show-all = Показать всё
flow-stopped = стоит
# $when: a time or a date
flow-stopped-since = стоит с { $when }
flow-paused = на паузе
# $count: сообщения
flow-waiting = { $count ->
        [one] ждёт { $count }
       *[other] ждут { $count }
    }
flow-link = соединяет два канала
flow-endpoint = Ваш сервер
flow-nothing-yet = ещё ничего
# $rate: сообщений в минуту
flow-rate = { $rate }/мин
# $count: сообщения
flow-today = { $count } сегодня
flow-today-received = { $count ->
        [one] Сегодня получено { $count } сообщение.
        [few] Сегодня получено { $count } сообщения.
       *[other] Сегодня получено { $count } сообщений.
    }
flow-today-delivered = { $count ->
        [one] Сегодня доставлено { $count } сообщение.
        [few] Сегодня доставлено { $count } сообщения.
       *[other] Сегодня доставлено { $count } сообщений.
    }
flow-failed = { $count ->
        [one] { $count } не доставлено за последние 24 часа
        [few] { $count } не доставлены за последние 24 часа
       *[other] { $count } не доставлено за последние 24 часа
    }
# $from, $to: названия
flow-edge-none = { $from } → { $to }: за этот период трафика не было.
# $rate: сообщений в минуту; $share: проценты
flow-edge-well = { $from } → { $to }: { $rate } в минуту, всё дошло сразу.
flow-edge-failing = { $from } → { $to }: { $rate } в минуту, { $share } не дошло сразу.
# $took: длительность
flow-edge-took = Половина получила ответ за { $took }.
# $count: сообщения; $span: длительность
flow-queue-none = Ничего не ждёт.
flow-queue = { $count ->
        [one] ждёт { $count }
       *[other] ждут { $count }
    }
flow-queue-oldest = { $count ->
        [one] ждёт { $count }, уже { $span }
       *[other] ждут { $count }, дольше всех { $span }
    }
flow-health-none = Трафика нет
flow-health-ok = Всё дошло
flow-health-degraded = Частичные сбои
flow-health-failing = Сбой
flow-table = Карта таблицей
flow-to = к
flow-column-way = Путь
flow-column-health = Насколько успешно
flow-column-rate = Темп
flow-column-success = Сразу
flow-column-bad = Не дошло
flow-column-took = Время ответа
flow-column-who = Кто
flow-column-today = Сегодня
    .meaning = У канала — принятые запросы, у сервера — дошедшие доставки, с полуночи по UTC.
flow-replay = Повтор
flow-replay-title = Повтор прошедшего отрезка
flow-replay-moment = Показанный момент
flow-replay-speed = Скорость
flow-replay-play = Воспроизвести
flow-replay-pause = Пауза
flow-replay-end = Вернуться к текущему моменту
# $when: время
flow-replay-shown = Карта показывает { $when }.
# $when: a time
flow-past = Так было в { $when }. В каком состоянии всё было тогда и что ждало, не хранится.
# $name: узел или путь
flow-pane = Подробности: { $name }
flow-open-log = Показать в журнале
flow-open-link = Открыть связку
# $count: каналы
flow-ungroup = { $count ->
        [one] Показать { $count } канал
        [few] Показать { $count } канала
       *[other] Показать { $count } каналов
    }
flow-channels = { $count ->
        [one] По { $count } каналу
        [few] По { $count } каналам вместе
       *[other] По { $count } каналам вместе
    }
flow-took = Время ответа
flow-took-summary = Половина получила ответ за { $took }.
flow-answers = Ответы
flow-no-answer = нет ответа
flow-newest = Последние сообщения
flow-newest-none = Пока ничего.
flow-no-text = Без текста
