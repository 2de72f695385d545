## Каналы

channels-title = Каналы
channels-sentence = Каждый канал — это связь с одной чат-платформой.
channels-add = Добавить канал
channels-loading = Читаем каналы
channels-empty = Каналов пока нет
channels-empty-hint = Канал даёт адрес, который нужно вставить в чат-платформу. Он работает сразу.
channels-search = Искать каналы
channels-order = Изменить порядок
channels-order-done = Готово
channels-no-match = Таких каналов нет
channels-no-match-hint = Ищем в названиях и платформах.
channel-move-up = Переместить { $name } выше
channel-move-down = Переместить { $name } ниже
column-name = Название
column-state = Состояние
column-last = Последнее
column-waiting = Ожидают
column-failed = Ошибки
    .meaning = Не доставлено за последние 24 часа
channel-no-message = Пока нет
channel-demo = Пример

channel-state-waiting = Ждёт
    .meaning = Ещё не пришло ни одного запроса.
    .advice = Вставьте его адрес в платформу.
channel-state-working = Работает
    .meaning = Сообщения приходят и доставляются.
    .advice = Ничего делать не нужно.
channel-state-problems = Работает с проблемами
    .meaning = Канал работает, но что-то в нём требует внимания.
    .advice = Откройте «Проблемы»: у каждой сказано, что делать.
channel-state-failing = Не работает
    .meaning = Ваш сервер ничего не принимает, или последние сообщения не дошли.
    .advice = Проверьте связь с сервером.
channel-state-disconnected = Отключён
    .meaning = Платформа прервала связь.
    .advice = Подключите его на платформе снова.
channel-state-paused = На паузе
    .meaning = Сообщения принимаются и хранятся, но не отправляются.
    .advice = Продолжите, чтобы отправить ожидающие.
channel-state-off = Выключен
    .meaning = Сообщения не принимаются.
    .advice = Включите, чтобы снова принимать.

channel-title = Канал { $name }
channel-save = Сохранить
channel-discard = Отменить изменения
channel-dirty = Ещё не сохранено
channel-saved = Сохранено
channel-clean = Изменений нет
leave-question = Изменения не сохранены. Уйти без сохранения?
leave-stay = Продолжить правку
leave-go = Уйти без сохранения
channel-menu = Ещё для канала { $name }
channel-pause = Пауза
    .meaning = Сообщения принимаются и хранятся, а отправятся, когда Вы продолжите.
channel-resume = Продолжить
channel-turn-off = Выключить
channel-turn-on = Включить
channel-duplicate = Создать копию
channel-delete = Удалить
channel-off-question = Выключить «{ $name }»?
channel-off-elma365 = ELMA365 на каждое сообщение получит «404: канал неизвестен», и операторы увидят, что сообщения не доставлены.
channel-off-chatwoot = { $platform } пометит все сообщения, в том числе от клиентов, как неотправленные и позже их не отправит.
channel-off-userlike = Userlike не получит ответа 200 и не обещает отправить события ещё раз, так что они могут пропасть.
channel-off-pause = Чтобы остановить отправку и ничего не потерять, поставьте канал на паузу.
channel-off-pause-instead = Лучше пауза
channel-delete-question = Удалить «{ $name }»?
channel-delete-consequence = { $waiting ->
        [0] Его адрес сразу перестанет работать. Настройки не вернуть.
        [one] Его адрес сразу перестанет работать, и { $waiting } ожидающее сообщение не будет отправлено. Настройки не вернуть.
        [few] Его адрес сразу перестанет работать, и { $waiting } ожидающих сообщения не будут отправлены. Настройки не вернуть.
        [many] Его адрес сразу перестанет работать, и { $waiting } ожидающих сообщений не будут отправлены. Настройки не вернуть.
       *[other] Его адрес сразу перестанет работать, и { $waiting } ожидающего сообщения не будут отправлены. Настройки не вернуть.
    }
channel-delete-type = Для подтверждения введите «{ $name }»
channel-delete-confirm = { $count ->
        [0] Удалить канал
        [one] Удалить канал и { $count } диалог
        [few] Удалить канал и { $count } диалога
       *[other] Удалить канал и { $count } диалогов
    }
# $count: conversations
channel-delete-history = { $count ->
        [0] Вместе с ним удалится всё, что о нём есть в журнале. На платформе ничего не удаляется. Резервные копии сохраняют то, что было, когда их сделали.
        [one] Вместе с ним удалятся { $count } диалог с сообщениями и всё, что о нём есть в журнале. На платформе ничего не удаляется. Резервные копии сохраняют то, что было, когда их сделали.
        [few] Вместе с ним удалятся { $count } диалога с сообщениями и всё, что о нём есть в журнале. На платформе ничего не удаляется. Резервные копии сохраняют то, что было, когда их сделали.
       *[other] Вместе с ним удалятся { $count } диалогов с сообщениями и всё, что о нём есть в журнале. На платформе ничего не удаляется. Резервные копии сохраняют то, что было, когда их сделали.
    }
channel-delete-keep = Оставить канал
channel-delete-links = { $count ->
        [one] Вместе с ним удалится его связка.
        [few] Вместе с ним удалятся его { $count } связки.
       *[other] Вместе с ним удалятся его { $count } связок.
    }
channel-delete-connected = ELMA365 об этом не узнает.
channel-delete-disconnect = Сначала отключить его там
channel-disconnect = Отключить этот канал
channel-disconnect-question = Отключить «{ $name }» в ELMA365?
channel-disconnect-consequence = ELMA365 узнает, что весь канал закончился, со всеми его чатами, а не с одним. После этого туда ничего нельзя отправить; то, что тем временем отправит Ваша программа, сохранится и будет ждать.
channel-disconnect-back = В ELMA365 его можно подключить снова. Тогда ожидающее уйдёт, и чаты продолжатся с того же места.
channel-disconnect-keep = Не отключать
channel-try = Попробовать как клиент

platform-elma365 = Произвольный мессенджер
platform-chatwoot = А также Chatlake и OneHash
platform-userlike = Дополнение API

section-platform = { $platform }
section-endpoint = Ваш сервер
section-options = Подробнее о { $platform }
section-secrets = Ключи, созданные Switchboard
advanced-title = Дополнительно

field-platform = Платформа
field-name = Название
name-help = Только для Вас, чтобы различать каналы.
field-preset = Продукт
token-elma365 = Строка подтверждения (токен)
    .help = ELMA365 присылает её с каждым запросом. Её придумываете Вы; введите там такую же. Может быть пустой.
token-chatwoot = Токен доступа
    .help = Внизу настроек Вашего профиля там: «Access Token».
token-userlike = Значение секретного заголовка
    .help = Userlike присылает его с каждым запросом в заголовке, который Вы добавите в дополнении API. Может быть пустым.
field-token = Токен
field-api-url = Адрес API
api-url-elma365 = Публичный адрес Вашей компании в ELMA365. Необязательно: станет известен при подключении.
api-url-chatwoot = Адрес сервера Chatwoot. Можно вставить адрес любой страницы оттуда: мы разберём его сами.
field-callback-url = Адрес Вашего сервера
callback-help = Адрес Вашей программы, которая получает сообщения. Пока можно оставить пустым: всё сохраняется.
field-format = Формат
format-switchboard = Switchboard
    .meaning = Один вид для всех платформ, подписанный по Standard Webhooks, без секретов платформы.
format-as-received = Как получено
    .warning = Ваш сервер получает тела и заголовки самой платформы вместе с её секретами. Выбирайте только для программы, которой доверяете.
field-timeout = Время ожидания, секунд
timeout-help = Сколько может длиться одна попытка. Пусто: как для всех каналов (30 с, если Вы не меняли).
field-headers = Заголовки для Вашего сервера
headers-help = Добавляются к каждому запросу, например для входа. Значения хранятся как пароли.
headers-name = Название заголовка { $number }
headers-value = Значение заголовка { $number }
headers-remove = Убрать заголовок { $number }
headers-add = Добавить заголовок
field-trusted-certificate = Доверенный сертификат
certificate-help = Сертификат (PEM), которому доверяют только для этого сервера. Для известных компьютеру сертификатов оставьте пустым.
field-platform-certificate = Сертификат сервера платформы
platform-certificate-help = Сертификат (PEM), которому доверяют только по адресу выше и только для этого канала. Нужен, если у сервера платформы сертификат, неизвестный этому компьютеру.
field-send-token = Токен, который мы показываем ELMA365
send-token-help = Только если он отличается от строки подтверждения.
field-channel-id = Идентификатор канала в ELMA365
channel-id-help = Становится известен при подключении ELMA365.
field-webhook = Адрес ELMA365 для наших сообщений
webhook-help = Становится известен при подключении ELMA365.
field-user-info = Ответ на запрос данных пользователя
user-info-help = JSON с {"{{id}}, {{login}}, {{fullName}}, {{phone}}, {{email}} и {{avatar}}"} на местах значений. Пусто: обычный вид.
field-account-id = Номер аккаунта
field-inbox-id = Номер источника (inbox)
inbox-id-any = все
inbox-id-help = Оба номера стоят в адресе страницы источника. Без номера источника канал принимает события всех источников.
# $platform: the platform's name
inbox-title = Источник
inbox-none = Аккаунт ещё не выбран, поэтому в { $platform } ничего нельзя отправить.
# $account: its number
inbox-every = Аккаунт { $account }, все источники
# $account, $inbox: their numbers
inbox-bound = Аккаунт { $account }, источник { $inbox }
inbox-choose = Выбрать источник
inbox-use = Взять этот источник
inbox-create = Создать этот источник
inbox-by-number = Список составлен по сохранённым адресу и токену. Номера можно и вписать, в разделе «Дополнительно».
field-inbox-identifier = Идентификатор источника
inbox-identifier-help = На странице источника, раздел «Configuration». Нужен, чтобы писать от имени клиента.
field-webhook-secrets = Секреты вебхуков
webhook-secrets-help = Ими подтверждается, что запрос пришёл с сервера Chatwoot. У аккаунта и у источника они разные, поэтому их может быть несколько.
webhook-secret-number = Секрет вебхука { $number }
webhook-secret-remove = Убрать секрет вебхука { $number }
webhook-secret-add = Добавить секрет вебхука
field-signature = Если подписи нет или она неверна
signature-strict = Отклонять
    .meaning = На запрос отвечаем 401 и сохраняем его; принять можно в «Трафике». Сервер пометит сообщение как неотправленное.
signature-legacy = Без подписи принимать, неверную отклонять
    .meaning = Для серверов, которые ещё не умеют подписывать.
signature-lenient = Откладывать
    .meaning = На запрос отвечаем 200, и он ждёт, пока Вы его не примете.
field-resend-silent = Отправлять снова, если ELMA365 молчит
resend-silent-help = Не больше трёх раз всего, под тем же идентификатором. Одно лишь молчание никогда не считается ошибкой.
outcomes-used = Это делается в любом случае: ELMA365 уже сообщала в этом канале, что стало с нашими сообщениями.
outcomes-unused = До сих пор ELMA365 в этом канале ничего не сообщала, поэтому принятое ею считается доставленным.
field-new-conversation = Сообщение в решённый диалог начинает новый
new-conversation-help = Иначе решённый диалог открывается снова.
field-agents-language = Язык для агентов
agents-language-help = На нём агенты читают там, почему сообщение не дошло.
field-secret-header = Название секретного заголовка
secret-header-help = Заголовок, в котором Userlike присылает секрет. Пусто: x-switchboard-secret.
field-time-zone = Часовой пояс
time-zone-help = Userlike пишет время без пояса. Пусто: UTC.

secret-reveal = Показать на 30 секунд
secret-hide = Скрыть
secret-copy = Скопировать: { $what }
secret-replace = Заменить
secret-keep = Оставить прежний
secret-make = Создать
secret-cleaned = Мы убрали пробелы и кавычки вокруг.

rotate-signing-secret = Секрет подписи
    .help = По нему Ваш сервер проверяет, что запрос пришёл от Switchboard.
    .question = Заменить секрет подписи канала «{ $name }»?
    .confirm = Заменить секрет подписи
    .consequence = Ваш сервер будет отклонять наши запросы, пока не узнает новый секрет.
rotate-intake-key = Ключ в адресе приёма
    .help = Часть адреса, которую никто не угадает.
    .question = Заменить адрес приёма канала «{ $name }»?
    .confirm = Заменить адрес приёма
    .consequence = Прежний адрес сразу перестанет работать. Вставьте новый в { $platform }, иначе сообщения пропадут.
rotate-endpoint-token = Токен Вашей программы
    .help = Ваша программа показывает его с каждым запросом, чтобы никто другой не мог писать от Вашего имени.
    .question = Заменить токен Вашей программы для «{ $name }»?
    .confirm = Заменить токен
    .consequence = Всё, что Ваша программа отправит с прежним, будет сразу отклонено. Введите там новый.
rotate-button = Заменить
rotate-keep = Оставить

address-title = Вставьте этот адрес в { $platform }
address-copy = Скопировать адрес приёма
address-local-only = Этот адрес работает только с этого компьютера, потому что публичный адрес не задан. { $platform } из Интернета до него не дойдёт.
address-set-public = Задать публичный адрес
address-where = Где это в { $platform }?
address-webhook = Вписать в { $platform } за меня
directions-elma365-1 = Как администратор откройте «Администрирование → Линии → Мессенджеры» и подключите произвольный мессенджер.
directions-elma365-2 = Вставьте адрес в поле «Webhook» (в некоторых версиях «URL API мессенджера»).
directions-elma365-3 = Введите показанную здесь строку подтверждения в поле кода подтверждения. Оба поля могут быть пустыми.
directions-elma365-4 = Сохраните. ELMA365 сразу поздоровается, и остальное канал узнает сам.
directions-chatwoot-1 = Для одного источника: откройте Settings → Inboxes → Add Inbox → API и вставьте адрес в «Webhook URL».
directions-chatwoot-2 = Для источника, который уже есть: откройте его настройки и вставьте адрес в «Webhook URL».
directions-chatwoot-3 = Для всех источников: откройте Settings → Integrations → Webhooks, добавьте вебхук с этим адресом и выберите события.
directions-chatwoot-4 = Если { $platform } показывает секрет вебхука, добавьте его ниже в разделе «Дополнительно»: он подтверждает, откуда запрос.
directions-userlike-1 = Откройте в Userlike раздел Add-ons и выберите API.
directions-userlike-2 = Вставьте адрес в «Callback URL» и выберите события, о которых хотите знать.
directions-userlike-3 = Если выше задан секрет, добавьте там заголовок x-switchboard-secret с этим значением.

events-title = События для Вашего сервера
events-preset-messages = Сообщения
    .meaning = Что пишут клиенты и операторы и что с этим стало. Без внутренних заметок.
events-preset-all = Всё
    .meaning = Все события, в том числе будущих версий.
events-preset-custom = На выбор
    .meaning = Сохраняется и показывается всё, что бы Вы ни выбрали. Ваш сервер получает:
# $count: how many events
events-each = Посмотреть каждое событие ({ $count })
events-test = Отправить пробное
event-group-message = Сообщения
event-group-note = Внутренние заметки
event-group-session = Сессии
event-group-conversation = Диалоги
event-group-contact = Контакты
event-group-operator = Операторы
event-group-typing = Набор текста
event-group-widget = Виджет сайта
event-group-channel = Сам канал
event-group-platform = Всё остальное

test-button = Проверить связь
test-unsaved = Проверяются сохранённые настройки.
test-well = Всё проверенное работает.
test-message = Отправить пробное сообщение
    .meaning = Через платформу и обратно. Операторы увидят его на несколько секунд, затем оно будет удалено.
test-stop = Остановить
check-address = Адрес указан полностью
check-dns = Сервер найден
check-connect = Там кто-то отвечает
check-certificate = Сертификату можно доверять
check-answer = На запросы приходит ответ
