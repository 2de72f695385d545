# Слова Switchboard по-русски. Те же ключи и те же подстановки, что в en.ftl; там же сказано, что подставляется.

## Ошибки

error-auth-01 = { $platform } не принимает этот токен.
    .hint = Возможно, его изменили или скопировали не полностью. Ничего не потеряно: вставьте новый токен в настройки канала, и ожидающее будет отправлено.
error-auth-02 = Сервер { $platform } удаляет часть данных для входа.
    .hint = Так часто бывает за nginx. Попросите администратора сервера включить «underscores_in_headers on».
error-auth-03 = Пришёл запрос с другим токеном или подписью.
    .hint = Возможно, их изменили на платформе, или запрос пришёл вовсе не с платформы. Он отклонён и сохранён: его можно посмотреть и принять.
error-auth-04 = { $host } отклоняет наш вход.
    .hint = Ваши сообщения сохранены. Проверьте заголовки для Вашего сервера в настройках канала и нажмите «Повторить сейчас».
error-auth-05 = { $platform } принимает этот токен, но не показывает ему того, что нужно каналу.
    .hint = Владелец токена должен быть там администратором или участником этого канала.
error-auth-06 = В эту консоль входят по её ссылке.
    .hint = Откройте адрес, который Switchboard напечатал при запуске: часть после # открывает вход.
error-url-01 = В начале адреса нужен https://.
    .hint = Добавьте https:// или http://, если адрес находится внутри Вашей сети.
error-url-02 = Этот адрес доступен только внутри Вашей сети.
    .hint = Платформы в Интернете не смогут к нему обратиться. Укажите публичный адрес.
error-url-03 = Это не веб-адрес.
    .hint = Адрес выглядит так: https://crm.example.com/hooks.
error-net-01 = Платформы сейчас не могут связаться с этим компьютером.
    .hint = Сообщения остаются на платформе, и некоторые платформы не отправляют их повторно. Проверьте публичный адрес в настройках.
error-net-02 = Ваш публичный адрес изменился.
    .hint = Скопируйте новый адрес приёма каждого канала на его платформу.
error-net-03 = Запрос пришёл на адрес, которого нет ни у одного канала.
    .hint = Возможно, платформа использует старый адрес. Запрос сохранён, его можно передать каналу.
error-net-04 = Не удаётся найти { $host }.
    .hint = Верно ли написан адрес? Если не открывается ни один адрес, компьютер, возможно, не в сети.
error-net-05 = { $host } есть, но на этом порту никто не отвечает.
    .hint = Скорее всего, программа не запущена. Ваши сообщения сохранены, попытки повторяются сами.
error-net-06 = { $host } не ответил за { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
        [many] { $seconds } секунд
       *[other] { $seconds } секунды
    }.
    .hint = Сообщение могло всё же дойти. Оно сохранено, попытки повторяются сами.
error-net-07 = Соединение с { $host } обрывается по пути.
    .hint = Часто дело в прокси компании, VPN или странице входа в Wi-Fi. Ваши сообщения сохранены, попытки повторяются сами.
error-tls-01 = Срок сертификата { $host } истёк или ещё не наступил.
    .hint = Мы не отправляем, пока его не обновят; Ваши сообщения сохранены. Если сертификат в порядке, проверьте часы этого компьютера.
error-tls-02 = { $host } показывает сертификат на другое имя.
    .hint = Возможно, в адресе должно стоять имя из сертификата. Ваши сообщения сохранены.
error-tls-03 = Этот компьютер не знает сертификат { $host }.
    .hint = Внутри компаний это обычно. Сравните отпечаток с тем, кто отвечает за { $host }, и доверьте его только этому серверу.
error-http-01 = { $host } не принял сообщение{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Посмотрите его ответ: там часто сказано почему. Исправив, отправьте сообщение ещё раз.
error-http-02 = На { $host } сбой{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Ваши сообщения сохранены, попытки повторяются сами. Если это долго не проходит, сообщите тому, кто за него отвечает.
error-http-03 = { $host } перенаправляет на другой адрес или отвечает без нужных данных{ $status ->
        [0] .
       *[other] { " " }({ $status }).
    }
    .hint = Сами мы туда не переходим. Если новый адрес верен, сохраните его в канале.
error-http-04 = Этот адрес принимает только POST.
    .hint = Платформы отправляют через POST. Браузер показывает эту страницу, потому что спрашивает через GET: сам адрес работает.
error-rate-01 = { $host } просит отправлять медленнее.
    .hint = Отправка продолжается сама. Ничего не потеряно.
error-rate-02 = Сообщений приходит больше, чем этот компьютер успевает записать.
    .hint = Отправителя попросили прийти позже. Проверьте диск и не занимает ли его другая программа.
error-time-01 = Чьи-то часы идут неверно, и проверка времени подписи не проходит.
    .hint = Сравните часы этого компьютера и сервера платформы.
error-time-02 = Отправитель слишком долго передавал запрос.
    .hint = Обычно причина в медленном соединении. Чаще всего платформа отправляет его снова.
error-size-01 = Сообщение слишком большое.
    .hint = Отправьте его без вложения или увеличьте предел там, где его принимают.
error-key-01 = Не удаётся открыть хранилище паролей этого компьютера, поэтому токены не прочитать.
    .hint = С каналами ничего не случилось. Разблокируйте хранилище паролей и запустите Switchboard снова.
error-key-02 = Ключ в хранилище паролей не тот, которым запечатаны эти данные.
    .hint = Ничего не изменено. Верните ключ от этой папки данных; новый не создаётся, чтобы ничто не стало нечитаемым.
error-port-01 = Адрес { $address } уже занят другой программой.
    .hint = Закройте ту программу или выберите другой порт в настройках.
error-id-01 = Не указан аккаунт или источник (inbox).
    .hint = Вставьте в «Адрес API» адрес страницы источника из браузера: Switchboard разберёт его сам.
error-id-02 = Этот источник (inbox) не относится к виду API.
    .hint = Сообщения можно отправлять только в источник вида «API». Создайте его там или укажите другой.
error-id-03 = Этого диалога или контакта на платформе больше нет.
    .hint = Возможно, его там удалили или объединили с другим.
error-id-04 = В запросе указан не тот канал, который был подключён раньше.
    .hint = Возможно, второй канал в ELMA365 использует тот же адрес. Заведите здесь для каждого свой канал.
error-id-05 = Здесь этого больше нет.
    .hint = Возможно, это удалили, или истёк срок хранения.
error-db-01 = Папку данных использует другая копия Switchboard.
    .hint = Закройте другую копию и попробуйте снова.
error-db-02 = Файл данных повреждён.
    .hint = Ничего не удалено. Копии, сделанные перед изменениями, лежат рядом в папке данных.
error-db-03 = Диск заполнен, новые сообщения не сохранить.
    .hint = Освободите место. До тех пор отправителей просят прийти позже.
error-db-04 = Эти данные записала более новая версия Switchboard.
    .hint = Установите более новую версию. Ничего не изменено.
error-fw-01 = Что-то на этом компьютере не пропускает запросы к программе.
    .hint = Обычно это брандмауэр или антивирус.
error-data-01 = Пришло то, что не читается как сообщение этой платформы.
    .hint = Оно сохранено, его можно посмотреть.
error-data-02 = Поле «{ $field }» не заполнено или не читается.
    .hint = Проверьте это поле.
error-loop-01 = { $field ->
        [publicUrl] С этим публичным адресом канал «{ $channel }» отправлял бы сообщения самому Switchboard: они ходили бы по кругу.
        [listen] По этому адресу канал «{ $channel }» отправлял бы сообщения самому Switchboard: они ходили бы по кругу.
       *[other] Это адрес самого Switchboard: сообщения ходили бы по кругу.
    }
    .hint = { $field ->
        [publicUrl] Укажите здесь другой адрес или сначала измените Callback URL канала.
        [listen] Укажите здесь другой адрес или сначала измените Callback URL канала.
       *[other] Укажите адрес Вашей программы.
    }
error-name-01 = Канал «{ $name }» уже есть.
    .hint = Выберите другое название.
error-name-02 = Нет названия.
    .hint = Подойдёт любое: оно нужно только Вам.
error-off-01 = Канал выключен.
    .hint = Включите его, чтобы снова принимать и отправлять.
error-app-01 = Произошло что-то неожиданное.
    .hint = Ваши сообщения сохранены. Попробуйте снова; подробности в журнале в папке данных.

## Состояния

state-received = Получено
    .meaning = Надёжно сохранено на этом компьютере; очередь ещё не дошла.
state-sending = Отправляется
    .meaning = Отправляется прямо сейчас.
state-accepted = Принято
    .meaning = Получатель принял; ждём его подтверждения.
state-delivered = Доставлено
    .meaning = Получатель принял.
state-read = Прочитано
    .meaning = Тот, кому это предназначено, увидел.
state-retrying = Повтор
    .meaning = Пока не дошло, попытки повторяются сами.
state-failed = Не доставлено
    .meaning = Попытки закончились; нужно Ваше участие.
state-on-hold = На паузе
    .meaning = Канал на паузе, или отправка получателю остановлена. Ничего не потеряно.
state-waiting-for-platform = Ждёт платформу
    .meaning = Сначала что-то должно прийти с платформы.
state-skipped = Пропущено
    .meaning = Намеренно не отправлено.
state-unknown = Неизвестно
    .meaning = Нельзя сказать, дошло ли оно.
state-refused = Отклонено
    .meaning = Отвечено ошибкой, ничего не сделано.

## Почему пропущено

skip-no-endpoint = нет адреса
    .meaning = У канала нет адреса Вашего сервера, отправлять некуда.
skip-not-subscribed = не выбрано
    .meaning = Этого события нет среди тех, что канал передаёт Вашему серверу.
skip-duplicate = повтор
    .meaning = Такое же событие уже приходило.
skip-own-echo = наше эхо
    .meaning = Мы вызвали его сами.
skip-other-inbox = другой источник
    .meaning = Относится к источнику (inbox), на который канал не настроен.
skip-discarded = убрано
    .meaning = Его убрали из очереди.
skip-nothing-to-send = нечего передать
    .meaning = Обработано здесь, передавать дальше нечего.
skip-stale = устарело
    .meaning = Набор текста и присутствие важны лишь несколько секунд.
skip-superseded = отправлено более новое
    .meaning = Пока оно ждало отправки, состояние того же сообщения изменилось; отправляется новое.
skip-circle = пошло бы по кругу
    .meaning = Связка вернула бы его в канал, в котором оно уже было.

## События

event-message-received = Сообщение клиента
    .meaning = Клиент написал оператору.
event-message-sent = Сообщение оператора
    .meaning = Оператор написал клиенту.
event-message-updated = Сообщение изменено
    .meaning = Сообщение исправили, удалили, или изменился его статус.
event-message-read = Сообщение прочитано
    .meaning = Сообщение увидели.
event-message-outcome = Отчёт о доставке
    .meaning = Платформа сообщает, справилась ли она с нашим сообщением.
event-note-created = Личная заметка
    .meaning = Заметка операторов друг для друга. Клиенты её никогда не видят.
event-session-started = Сессия началась
    .meaning = Началась сессия.
event-session-unread = Сессия не прочитана
    .meaning = Сессия закончилась, а сообщения никто из операторов не прочитал.
event-session-ended = Сессия закончилась
    .meaning = Закончилась сессия.
event-conversation-created = Новый диалог
    .meaning = Начался диалог.
event-conversation-updated = Диалог изменён
    .meaning = Изменились оператор, метки или другие сведения.
event-conversation-status-changed = Статус диалога
    .meaning = Диалог открыли, закрыли или отложили.
event-conversation-ended = Диалог завершён
    .meaning = Диалог закончился.
event-conversation-forwarded = Диалог передан
    .meaning = Диалог передали другому оператору или группе.
event-conversation-rated = Оценка
    .meaning = Клиент оценил диалог.
event-conversation-feedback = Отзыв
    .meaning = Клиент оставил отзыв о диалоге.
event-conversation-surveyed = Ответ на опрос
    .meaning = Клиент ответил на опрос.
event-conversation-goal = Цель достигнута
    .meaning = В диалоге достигнута цель.
event-conversation-snapshot = Диалог целиком
    .meaning = Диалог пришёл сразу целиком.
event-contact-created = Новый контакт
    .meaning = Создан контакт.
event-contact-updated = Контакт изменён
    .meaning = Изменились данные контакта.
event-contact-requested = Запрос данных контакта
    .meaning = Платформа запросила чьи-то данные.
event-operator-online = Оператор в сети
    .meaning = Оператор вошёл в сеть.
event-operator-offline = Оператор не в сети
    .meaning = Оператор вышел из сети.
event-operator-away = Оператор отошёл
    .meaning = Оператор отошёл.
event-operator-back = Оператор вернулся
    .meaning = Оператор вернулся.
event-typing-started = Набирает текст
    .meaning = Кто-то набирает текст.
event-typing-stopped = Перестал набирать
    .meaning = Кто-то перестал набирать текст.
event-widget-configured = Настройки виджета
    .meaning = Изменились настройки виджета.
event-widget-triggered = Виджет открыт
    .meaning = Посетитель открыл виджет.
event-channel-connected = Канал подключён
    .meaning = Платформа подключила канал.
event-channel-disconnected = Канал отключён
    .meaning = Платформа прервала связь.
event-platform-other = Другое
    .meaning = Всё остальное, что сообщает платформа, вместе с телом запроса.

## Рамка

skip-link = К содержанию
nav-label = Разделы
nav-home = Главная
nav-channels = Каналы
nav-traffic = Трафик
nav-settings = Настройки
relay-working = Всё работает
relay-attention = Требует внимания
relay-problem = Проблема
relay-stopped = Приём остановлен
relay-starting = Запускается
relay-offline = Нет связи
banner-offline = Связь со Switchboard прервалась. Она восстановится сама; то, что на экране, могло устареть.
demo-banner = Демонстрация: учебные платформы и учебный сервер обмениваются примерами сообщений, часть нарочно с ошибками.
demo-remove = Убрать демонстрацию

action-try-again = Попробовать снова
action-try-now = Повторить сейчас
action-close = Закрыть
action-cancel = Отмена
action-resend = Отправить ещё раз
copy-done = Скопировано
copy-refused = Не удалось скопировать

error-offline = Switchboard не отвечает.
    .hint = Возможно, программа, стоящая за этим экраном, завершилась. Запустите её снова; Ваши сообщения сохранены.

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
card-channels-well = Ваше участие не нужно
card-channels-troubled = { $count ->
        [one] { $count } требует внимания
       *[other] { $count } требуют внимания
    }
card-channels-resting = { $count ->
        [one] { $count } на паузе или выключен
       *[other] { $count } на паузе или выключены
    }
card-address = Публичный адрес
card-address-none = Пока нет
card-address-local = Работает только с этого компьютера
card-address-listen = Приём на { $listen }
card-failed = Не доставлено сегодня
card-failed-of = Сегодня доставлено { $delivered }, получено { $received }
card-waiting = Ожидают
card-waiting-none = Всё в пути или уже доставлено
card-waiting-some = Надёжно сохранены и отправятся сами
stopped-waiting = { $count ->
        [0] «{ $name }»: ничего не ожидает.
        [one] «{ $name }»: ожидает { $count } сообщение.
        [few] «{ $name }»: ожидают { $count } сообщения.
        [many] «{ $name }»: ожидают { $count } сообщений.
       *[other] «{ $name }»: ожидают { $count } сообщения.
    }
stopped-next = Следующая проверка
stopped-open = Открыть канал

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

## Каналы

channels-title = Каналы
channels-sentence = Каждый канал связывает с одной чат-платформой.
channels-add = Добавить канал
channels-loading = Читаем каналы
channels-empty = Каналов пока нет
channels-empty-hint = Канал даёт адрес, который нужно вставить в чат-платформу. Он работает сразу.
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
channel-state-problems = Есть проблемы
    .meaning = За последние 15 минут что-то не получилось.
    .advice = Посмотрите в «Трафике», что не доставлено.
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

channel-create-title = Новый канал
channel-create-button = Создать канал
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
channel-delete-confirm = Удалить { $name }
channel-delete-keep = Оставить канал

platform-elma365 = Произвольный мессенджер
platform-chatwoot = А также Chatlake и OneHash
platform-userlike = Дополнение API

section-platform = { $platform }
section-endpoint = Ваш сервер
section-options = Подробнее о { $platform }
section-secrets = Ключи, созданные Switchboard
advanced-title = Дополнительно
advanced-defaults = все события, формат Switchboard с подписью, 30 с

field-platform = Платформа
field-name = Название
name-help = Только для Вас, чтобы различать каналы.
name-example = { $platform } продажи
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
api-url-chatwoot = Адрес Вашего сервера. Можно вставить адрес любой страницы оттуда: мы разберём его сами.
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
field-inbox-identifier = Идентификатор источника
inbox-identifier-help = На странице источника, раздел «Configuration». Нужен, чтобы писать от имени клиента.
field-webhook-secrets = Секреты вебхуков
webhook-secrets-help = Ими подтверждается, что запрос пришёл с Вашего сервера. У аккаунта и у источника они разные, поэтому их может быть несколько.
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
    .question = Заменить секрет подписи?
    .consequence = Ваш сервер будет отклонять наши запросы, пока не узнает новый секрет.
rotate-intake-key = Ключ в адресе приёма
    .help = Часть адреса, которую никто не угадает.
    .question = Заменить адрес приёма?
    .consequence = Прежний адрес сразу перестанет работать. Вставьте новый в { $platform }, иначе сообщения пропадут.
rotate-button = Заменить
rotate-confirm = Заменить
rotate-keep = Оставить

address-title = Вставьте этот адрес в { $platform }
address-copy = Скопировать адрес приёма
address-local-only = Этот адрес работает только с этого компьютера, потому что публичный адрес не задан. { $platform } из Интернета до него не дойдёт.
address-set-public = Задать публичный адрес
address-where = Где это в { $platform }?
directions-elma365-1 = Как администратор откройте «Администрирование → Линии → Мессенджеры» и подключите произвольный мессенджер.
directions-elma365-2 = Вставьте адрес в поле «Webhook» (в некоторых версиях «URL API мессенджера»).
directions-elma365-3 = Введите строку подтверждения, указанную ниже, в поле кода подтверждения. Оба поля могут быть пустыми.
directions-elma365-4 = Сохраните. ELMA365 сразу поздоровается, и остальное канал узнает сам.
directions-chatwoot-1 = Для одного источника: откройте Settings → Inboxes → Add Inbox → API и вставьте адрес в «Webhook URL».
directions-chatwoot-2 = Для источника, который уже есть: откройте его настройки и вставьте адрес в «Webhook URL».
directions-chatwoot-3 = Для всех источников: откройте Settings → Integrations → Webhooks, добавьте вебхук с этим адресом и выберите события.
directions-chatwoot-4 = Если { $platform } показывает секрет вебхука, добавьте его ниже в разделе «Дополнительно»: он подтверждает, откуда запрос.
directions-userlike-1 = Откройте в Userlike раздел Add-ons и выберите API.
directions-userlike-2 = Вставьте адрес как callback URL и выберите события, о которых хотите знать.
directions-userlike-3 = Если выше задан секрет, добавьте там заголовок x-switchboard-secret с этим значением.

events-title = События для Вашего сервера
events-preset-messages = Сообщения
    .meaning = Что пишут клиенты и операторы и что с этим стало. Без личных заметок.
events-preset-all = Всё
    .meaning = Все события, в том числе будущих версий.
events-preset-custom = На выбор
    .meaning = Сохраняется и показывается всё, что бы Вы ни выбрали. Ваш сервер получает:
event-group-message = Сообщения
event-group-note = Личные заметки
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
test-well = Ваш сервер доступен.
check-address = Адрес полон
check-dns = Сервер найден
check-connect = Там кто-то отвечает
check-certificate = Сертификату можно доверять
check-answer = Проверочное сообщение принято

## Связки

links-title = Связки
links-sentence = Связка соединяет два канала: клиенты одного общаются с операторами другого.
links-add = Связать два канала
links-loading = Читаем связки
links-empty = Связок пока нет
links-empty-hint = Свяжите, например, сайт на Chatwoot с ELMA365: тогда его клиентам отвечают операторы в ELMA365, и никому не нужно менять программу.
links-empty-few = Чтобы связать каналы, их нужно два. Сначала добавьте ещё один.
link-title = Связка
link-create-title = Новая связка
link-create-button = Связать
link-choose = Выберите
link-choose-both = Выберите канал на каждой стороне.
link-channel-gone = удалённый канал
link-sentence-two-way = Клиенты канала «{ $customers }» пишут операторам канала «{ $operators }»; ответы возвращаются.
link-sentence-copy = Сообщения клиентов канала «{ $customers }» копируются операторам канала «{ $operators }»; обратно ничего не идёт.
link-cannot = Сейчас связка не передаёт.
link-state-working = Работает
    .meaning = Сообщения передаются.
link-state-paused = На паузе
    .meaning = Ничего не передаётся. То, что приходит тем временем, остаётся в своём канале.
link-state-stuck = Ожидает
    .meaning = Что-то мешает. То, что приходит тем временем, по возможности хранится и уйдёт, как только получится.
link-side-customers = Клиенты
link-side-operators = Операторы
link-arrow-over = сообщения клиентов
link-arrow-back = ответы операторов
link-arrow-none = обратно ничего
link-customers-title = Где пишут клиенты
link-operators-title = Где отвечают операторы
link-obstacle-elma365 = В ELMA365 можно только отвечать: её клиенты всегда пишут где-то ещё.
link-obstacle-userlike = В Userlike нельзя писать, поэтому он бывает только там, где пишут клиенты.
link-obstacle-same = Этот канал стоит на другой стороне.
link-obstacle-joined = Эти два уже связаны.
link-obstacle-circle = Через другие связки сообщения пошли бы по кругу.
link-obstacle-lacks = Пока мы не можем туда писать. Не хватает: { $missing }.
link-mode-title = Что передаётся
link-mode-two-way = В обе стороны
    .meaning = Сообщения клиентов уходят туда, ответы операторов возвращаются.
link-mode-two-way-impossible = С Userlike не получится: он не принимает ответов.
link-mode-copy = Только копия
    .meaning = Сообщения уходят туда для чтения. Обратно ничего не идёт.
link-choices-title = Передавать также
link-choice-agents = Ответы на стороне клиентов
    .meaning = То, что агенты канала «{ $customers }» отвечают там сами, операторы увидят как «[имя]: …».
link-choice-templates = Автоматические сообщения
    .meaning = Приветствия и подобное: то, что платформа пишет сама.
link-choice-surveys = Опросы удовлетворённости
    .meaning = Вопросы о том, доволен ли клиент.
link-always = Имена, фотографии, файлы, отметки о прочтении и ошибки передаются всегда. Личные заметки — никогда.
link-pause = Пауза
    .meaning = Ничего не передаётся, пока Вы не продолжите.
link-menu = Ещё для связки { $customers } и { $operators }
link-delete = Удалить
link-delete-question = Удалить связку каналов «{ $customers }» и «{ $operators }»?
link-delete-consequence = Больше между ними ничего не передаётся. Оба канала остаются, со всеми чатами и сообщениями, а то, что уже в пути, дойдёт.
link-delete-pause = Если это ненадолго, поставьте её на паузу.
link-delete-confirm = Удалить связку
link-delete-keep = Оставить связку

## Трафик

traffic-title = Трафик
traffic-sentence = Все запросы в обе стороны, новые сверху.
traffic-grid = Запросы
traffic-scroll = Место в журнале
traffic-filters = Отбор
traffic-quick = Быстрый отбор
traffic-all = Все
traffic-today = Сегодня
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
traffic-empty-hint = Здесь появляются запросы платформ и наши запросы к Вашему серверу, по мере того как они происходят.
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
exchange-deliveries = { $count ->
        [one] Доставка
        [few] { $count } доставки
        [many] { $count } доставок
       *[other] { $count } доставки
    }
delivery-next = Попытка { $number } из { $of }:
delivery-out-of-order = Его обогнали: более поздние сообщения этого чата могут прийти раньше.
delivery-show-cause = Показать запрос, с которого всё началось
attempt-number = Попытка { $number }:
attempt-answered = ответ { $status }
attempt-this = эта
attempt-show = Показать
resend-all = Отправить всё снова
resend-all-title = Отправить недоставленное снова
resend-all-counting = Считаем
resend-all-count = { $count ->
        [0] Здесь нечего отправлять снова.
        [one] Не доставлено { $count } сообщение. Оно снова будет отправлено на сервер канала под тем же идентификатором.
        [few] Не доставлено { $count } сообщения. Они снова будут отправлены на серверы каналов под теми же идентификаторами.
       *[other] Не доставлено { $count } сообщений. Они снова будут отправлены на серверы каналов под теми же идентификаторами.
    }
resend-all-send = Отправить снова: { $count }
resend-all-keep = Не сейчас
resend-hint = Отправит то же сообщение ещё раз под тем же идентификатором, чтобы Ваш сервер мог его узнать.
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

## Настройки

settings-title = Настройки
settings-sentence = Они действуют для всех каналов.
settings-loading = Читаем настройки
settings-save = Сохранить настройки
settings-restart = Новый адрес приёма начнёт действовать после перезапуска Switchboard.
settings-unreadable = Это не читается как длительность или число.
settings-look = Вид и язык
settings-addresses = Адреса
settings-retries = Повторы
settings-limits = Пределы
settings-keeping = Хранение
settings-network = Сеть
settings-data = Ваши данные
field-language = Язык
language-system = Как на компьютере
field-theme = Тема
theme-system = Как на компьютере
theme-light = Светлая
theme-dark = Тёмная
field-public-url = Публичный адрес
    .help = По нему платформы обращаются к этому компьютеру. Из него складываются адреса для копирования.
field-listen = Адрес приёма на компьютере
    .help = Где программа принимает запросы на этом компьютере. Изменение действует после перезапуска.
field-retry-schedule-ms = Паузы перед каждой новой попыткой
    .help = После первой, немедленной. Например: 5 с, 30 с, 2 мин, 1 ч
field-rejected-schedule-ms = Паузы, если Ваш сервер не принимает сообщение
    .help = Частые попытки тут не помогают, поэтому они прекращаются раньше.
field-retry-jitter = Разброс пауз, %
    .help = Чтобы много сообщений не отправлялись в один миг.
field-hold-lane-ms = Держать порядок в чате
    .help = Столько неудачное сообщение задерживает следующие из своего чата.
field-timeout-ms = Время одной попытки
    .help = Для каналов, где не задано своё.
field-intake-timeout-ms = Время для отправителя
    .help = Столько платформа может передавать один запрос.
field-breaker-after = Остановить после неудач подряд
    .help = Дальше сервер только проверяется, пока не ответит.
field-probe-ms = Проверять остановленный сервер каждые
    .help = Всегда можно нажать «Повторить сейчас».
field-concurrency = Одновременно к одному серверу
    .help = Доставки, которые идут в одно время.
field-keep-traffic-days = Сколько дней хранить журнал
    .help = Вместе с запросами и ответами. 0 — всегда. То, что ещё ждёт отправки, остаётся.
field-keep-tries-days = Сколько дней хранить отдельные попытки
    .help = 0 — столько же, сколько журнал.
field-keep-conversations-days = Сколько дней хранить сообщения
    .help = И диалоги без сообщений. 0 — всегда.
field-proxy = Прокси
proxy-system = Как на компьютере
proxy-none = Нет
proxy-address = Этот
about-folder = Папка данных
about-copy-folder = Скопировать путь
about-key = Ключ к Вашим токенам
about-key-keychain = В хранилище паролей этого компьютера
about-key-file = В файле рядом с данными, доступном только Вам
about-version = Версия

## Предложения программы: одно на главной (status-…) и что стало с запросом (exchange-…)

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
status-problems = { status-all-working } Но { $name }: за последние 15 минут { $problems ->
        [one] отклонён или не прошёл { $problems } запрос
        [few] отклонены или не прошли { $problems } запроса
        [many] отклонены или не прошли { $problems } запросов
       *[other] отклонены или не прошли { $problems } запроса
    }{ status-and-waiting }
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
exchange-came = { $hasWho ->
        [0] Получено: { $what }
       *[other] Получено: { $what } ({ $who })
    }
exchange-unclaimed = Запрос пришёл на адрес, которого нет ни у одного канала. Он сохранён, и его можно передать каналу.
exchange-refused = Запрос отклонён ({ $status }): { $problem }.
exchange-refused-kept = Запрос отклонён ({ $status }): { $problem }. Он сохранён, и его можно принять.
exchange-quarantined = Запрос отложен: { $problem }. С ним ещё ничего не сделано; его можно принять.
exchange-acted-on = { exchange-came }. Обработано здесь, передавать дальше нечего.
exchange-skipped = { exchange-came }. Сохранено, но не передано дальше: { $reason }.
exchange-delivered = { exchange-came }. { $host } принял.
exchange-accepted = { exchange-came }. { $host } принял; ждём его подтверждения.
exchange-under-way = { exchange-came }. В пути к { $host }.
exchange-retrying = { exchange-came }. { $problem }. Попытка { $try } из { $of }: { $next }.
exchange-retrying-soon = { exchange-came }. { $problem }. Попытка повторится, как только подойдёт очередь.
exchange-failed = { exchange-came }. { $problem }. Попытки прекращены после { $made ->
        [one] { $made } попытки
       *[other] { $made } попыток
    }; можно отправить ещё раз.
exchange-on-hold = { exchange-came }. Ожидает: { $problem ->
        [0] канал на паузе.
       *[other] { $problem }.
    }
exchange-waiting-for-platform = { exchange-came }. Ждёт платформу.
exchange-unknown = { exchange-came }. Нельзя сказать, дошло ли это до { $host }.
exchange-sent = Мы отправили это на { $host }, принято за { $ms } мс{ $number ->
        [1] .
       *[other] , попытка { $number }.
    }
exchange-sent-refused = Мы отправили это на { $host }. { $problem }.
exchange-sent-retrying = Мы отправили это на { $host }. { $problem }. Следующая попытка: { $next }.
