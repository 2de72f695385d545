## Трафик

traffic-title = Трафик
traffic-sentence = Все запросы в обе стороны, новые сверху.
traffic-grid = Запросы
traffic-filters = Отбор
traffic-quick = Быстрый отбор
traffic-all = Все
traffic-today = Сегодня
traffic-dates = Даты
# $from, $to: days, either may be empty
traffic-dates-chosen = { $from } – { $to }
# $count: days, today among them
traffic-dates-last = { $count ->
        [one] Последний { $count } день
        [few] Последние { $count } дня
       *[many] Последние { $count } дней
    }
traffic-dates-clear = Показать все дни
traffic-from = С
traffic-to = По
traffic-day = День
traffic-day-choose = Выбрать другой день
traffic-day-show = Показать этот день
# $days: the days in words
traffic-view-counted = Вид показывает «{ $days }», считая от дня, когда его открывают.
# $days: the days in words
traffic-view-fixed = Даты вида не меняются: { $days }.
traffic-unclaimed = Неизвестные адреса
traffic-any-channel = Любой канал
traffic-any-direction = Обе стороны
traffic-any-state = Любой итог
traffic-search = Искать текст, имена, номера
traffic-search-clear = Очистить поиск
traffic-pause = Пауза
traffic-resume = Продолжить
traffic-paused-new = { $count ->
        [0] Пауза. Продолжить
        [one] Пауза · { $count } новый
       *[other] Пауза · { $count } новых
    }
traffic-new = { $count ->
        [one] { $count } новый
       *[other] { $count } новых
    }
traffic-following = Новые запросы появляются сами
traffic-to-newest = К новым
traffic-count = { $count ->
        [one] { $count } запрос
        [few] { $count } запроса
        [many] { $count } запросов
       *[other] { $count } запроса
    }
traffic-count-matching = { $count ->
        [one] подходит примерно { $count }
       *[other] подходят примерно { $count }
    }
traffic-searched-back = Просмотрено до { $when }.
traffic-search-further = Искать дальше
traffic-loading = Читаем журнал
traffic-no-match = Ничего не подходит
traffic-no-match-hint = Ни один запрос не подходит под отбор. Новые подходящие появятся здесь.
traffic-no-match-paused = Ни один запрос не подходит под отбор, и список на паузе.
traffic-clear = Сбросить отбор
traffic-empty = Пока ничего не пришло
traffic-empty-paused = Пока ничего не пришло, и список на паузе
traffic-empty-hint = Здесь появляются запросы платформ и Вашей программы и наши запросы к ним, по мере того как они происходят.
traffic-empty-channels = Открыть каналы
traffic-no-channel = Неизвестный адрес
traffic-unreadable = Нечитаемый запрос
column-time = Время
column-direction = Направление
column-channel = Канал
column-what = Что
column-who = Кто
column-text = Текст
column-result = Итог
column-took = Длилось
direction-in = Пришёл
direction-out = Ушёл
source-endpoint = из Вашей программы
source-screen = с этого экрана
source-catch-up = получено позже
source-file = файл
source-practice = тренировка
step-contact-find = Найти контакт
step-contact-create = Создать контакт
step-contact-update = Обновить контакт
step-contact-inbox = Добавить контакт в источник
step-conversation-find = Найти диалог
step-conversation-create = Начать диалог
step-conversation-status = Изменить статус диалога
step-conversation-typing = Показать набор текста
step-conversation-read = Отметить прочитанным
step-conversation-label = Проставить метки диалогу
step-message-find = Найти сообщение
step-message-create = Записать сообщение
step-message-status = Изменить статус сообщения
step-message-send = Отправить сообщение
step-user-ask = Запросить данные человека
step-channel-disconnect = Отключить канал
step-file-fetch = Получить файл
step-conversation-list = Получить список диалогов
step-message-list = Получить сообщения
step-practice-again = Изменено и отправлено ещё раз
state-skipped-why = Пропущено: { $reason }
state-retrying-count = Повтор { $made } из { $of }
state-next-try = Следующая попытка { $when }.

exchange-title = Подробности
exchange-copy-curl = Скопировать как cURL
exchange-peer = От { $peer }
exchange-request-in = Их запрос
exchange-request-out = Наш запрос
exchange-answer-ours = Наш ответ
exchange-answer-theirs = Их ответ
exchange-status = { $status }, через { $took }
exchange-no-answer = Ответа не было.
exchange-written = Что написано здесь
exchange-fetched = Что найдено там
destination-endpoint = На Ваш сервер
destination-endpoint-of = На сервер канала «{ $name }»
destination-platform = В канал «{ $name }»
destination-write-back = Отчёт обратно в канал «{ $name }»
destination-address = На адрес { $name }
delivery-next = Попытка { $number } из { $of }:
delivery-out-of-order = Его обогнали: более поздние сообщения этого чата могут прийти раньше.
delivery-show-cause = Показать запрос, с которого всё началось
attempt-number = Попытка { $number }:
attempt-step = { $step }:
attempt-answered = ответ { $status }
attempt-this = эта
attempt-show = Показать
resend-all = Отправить всё снова
resend-all-title = Отправить недоставленное снова
resend-all-counting = Считаем
resend-all-count = { $count ->
        [0] Здесь нечего отправлять снова.
        [one] Не доставлено { $count } сообщение. Оно снова будет отправлено туда же под тем же идентификатором.
        [few] Не доставлено { $count } сообщения. Они снова будут отправлены туда же под теми же идентификаторами.
       *[other] Не доставлено { $count } сообщений. Они снова будут отправлены туда же под теми же идентификаторами.
    }
resend-all-send = Отправить снова: { $count }
resend-all-keep = Не сейчас
# $count: rows of the day that are loaded
traffic-day-least = { $count }+ запросов
traffic-day-failed = ошибок: { $count }
traffic-day-failed-least = ошибок: { $count }+
resend-day = Повторить недоставленное
# $day: a date
resend-day-title = Отправить снова недоставленное за { $day }
resend-all-more = Это самые новые: { $count }. Остальное можно отправить после них.
resend-hint = Отправит то же сообщение ещё раз под тем же идентификатором, чтобы Ваш сервер мог его узнать.
resend-hint-platform = Отправит то же сообщение ещё раз, с того шага, на котором оно остановилось.
resend-hint-unknown = Нельзя сказать, дошло ли оно. При повторной отправке оно может оказаться там дважды.
resend-platform-has-it = На платформе оно уже есть. При повторной отправке люди прочтут его дважды.
resend-queued = { $count ->
        [one] Снова в пути.
       *[other] Снова в пути: { $count }.
    }
resend-left = Оно уже в пути, или отправлять нечего.
resend-nothing = Здесь нечего отправлять.
resend-no-endpoint = У канала нет адреса Вашего сервера, отправлять некуда.
resend-on-its-way = Оно ещё в пути, попытки повторяются сами.
accept-refused = Этот запрос сохранён, но ничего не сделано. Если Вы знаете, что он подлинный, примите его: он будет обработан, как если бы только что пришёл.
accept-unclaimed = Этот запрос пришёл на адрес, которого нет ни у одного канала. Если Вы знаете, чей он, выберите канал: запрос будет обработан, как если бы только что пришёл туда.
accept-channel = Выберите канал
accept-button = Принять и обработать
certificate-intro = Ваш сервер показал сертификат, которого этот компьютер не знает. Его отпечаток (SHA-256):
certificate-trust = Доверять этому сертификату
certificate-confirm-title = Доверять этому сертификату для этого сервера?
certificate-confirm = Сравните отпечаток с тем, кто отвечает за сервер, например по телефону. После этого Switchboard будет отправлять тому, кто покажет этот сертификат по этому адресу.
certificate-keep = Не доверять
event-fact-event = Событие
event-fact-skipped = Не передано
event-fact-contact = Клиент
event-fact-operator = Оператор
event-fact-conversation = Диалог
event-carried = Связка передала это в канал «{ $name }».
side-customer = Клиент
side-operator = Оператор
side-system = Платформа
message-template = автоматически
message-file = Файл
timing-title = На что ушло время: { $took }
timing-dns = Поиск сервера
timing-connect = Соединение
timing-tls = Шифрование
timing-first-byte = Ожидание
timing-rest = Чтение
payload-form = Как показать тело
payload-pretty = По строкам
payload-raw = Как есть
payload-copy = Скопировать тело
payload-headers = { $count ->
        [one] { $count } заголовок
        [few] { $count } заголовка
        [many] { $count } заголовков
       *[other] { $count } заголовка
    }
payload-empty = Тела нет.
payload-show-all = Показать целиком ({ $size })
payload-truncated = Показаны только первые { $kept } из { $size }.
payload-expand = Развернуть
payload-collapse = Свернуть
traffic-tab-log = Журнал
traffic-tab-map = Карта
exchange-tabs = Что показать
exchange-tab-summary = Коротко
exchange-tab-journey = Путь
exchange-tab-message = Сообщение
exchange-tab-technical = Технически
exchange-tab-attempts = Попытки
exchange-no-deliveries = Из-за этого ничего не нужно было отправлять.
exchange-no-events = Из этого ничего не удалось прочитать.
explain-open = Объяснить
explain-close = Скрыть объяснение
explain-in-platform = Платформа сама обратилась к Switchboard. Запрос был сохранён на этом компьютере прежде, чем платформа получила ответ.
explain-in-endpoint = Об этом попросила Ваша программа по адресу, который дал ей Switchboard.
explain-in-screen = Это написано здесь, в Switchboard.
explain-in-catchUp = Это случилось, когда Switchboard не мог принимать запросы, и было получено позже.
explain-in-file = Файл сообщения был скачан, чтобы его сохранить.
explain-in-practice = Тренировка: Switchboard сам изобразил платформу и отправил это, чтобы Вы увидели, что произойдёт.
explain-out = Это отправил сам Switchboard: одна попытка доставки.
explain-call = Switchboard обратился к платформе: один шаг на пути сообщения.
explain-next = Делать ничего не нужно: попытка { $number } из { $of } будет сделана сама, { $when }.
explain-kept = Сообщение сохранено. Когда причина будет устранена, кнопка «Отправить ещё раз» отправит его.
payload-large = Это тело велико ({ $size }), поэтому сразу оно не показано.
payload-reveal = Всё равно показать
payload-save = Сохранить тело

traffic-columns = Столбцы
traffic-columns-reset = Столбцы как вначале
column-move-left = Переместить «{ $column }» левее
column-move-right = Переместить «{ $column }» правее
column-narrower = Сделать «{ $column }» уже
column-wider = Сделать «{ $column }» шире
column-status = Статус HTTP
column-size = Размер
column-id = Номер
traffic-view-all = Всё
traffic-view-failed-today = Не доставлено сегодня
traffic-view-waiting = На паузе
traffic-view-unclaimed = Неизвестные адреса
traffic-chosen = { $count ->
        [one] Выбран { $count } запрос
        [few] Выбрано { $count } запроса
       *[other] Выбрано { $count } запросов
    }
traffic-choose-none = Снять выбор
traffic-resend-title = Отправить выбранное ещё раз
traffic-resend-count = { $count ->
        [one] { $count } сообщение (выбрано запросов: { $rows }) будет отправлено туда же ещё раз под тем же номером.
        [few] { $count } сообщения (выбрано запросов: { $rows }) будут отправлены туда же ещё раз под теми же номерами.
       *[other] { $count } сообщений (выбрано запросов: { $rows }) будут отправлены туда же ещё раз под теми же номерами.
    }
