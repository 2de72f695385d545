## Проверка пути канала

check-clock = Часы совпадают
check-token = Токен принят
check-rights = Его владелец имеет доступ
check-inbox = Источник подходящего вида
check-webhook = Источник отправляет в этот канал
check-hello = Платформа поздоровалась
check-listening = Switchboard принимает запросы
check-local = Этот компьютер пропускает запросы
check-public = Публичный адрес ведёт сюда
check-message = Пробное сообщение
check-sent = Пробное сообщение написано
check-back = Оно вернулось в этот канал
check-cleaned = Следы проверки убраны
checkup-part-platform = Платформа
checkup-part-intake = Switchboard
checkup-part-endpoint = Ваш сервер
checkup-part-message = Сообщение туда и обратно
checkup-state-well = в порядке
checkup-state-warning = в порядке, есть замечание
checkup-state-failed = не работает
checkup-state-skipped = не проверялось
checkup-state-running = проверяется
# $at: the date
checkup-certificate-good = Действует до { $at }.
# $days: days left; $at: the date
checkup-certificate-ends = { $days ->
        [0] Срок истекает сегодня. Попросите владельца сервера обновить сертификат.
        [one] Срок истекает через { $days } день, { $at }. Попросите владельца сервера обновить сертификат.
        [few] Срок истекает через { $days } дня, { $at }. Попросите владельца сервера обновить сертификат.
       *[other] Срок истекает через { $days } дней, { $at }. Попросите владельца сервера обновить сертификат.
    }
# $minutes: how far the clocks are apart
checkup-clock-off = { $minutes ->
        [one] Часы этого компьютера и сервера расходятся на { $minutes } минуту. Начиная с 5 минут подписи отклоняются.
        [few] Часы этого компьютера и сервера расходятся на { $minutes } минуты. Начиная с 5 минут подписи отклоняются.
       *[other] Часы этого компьютера и сервера расходятся на { $minutes } минут. Начиная с 5 минут подписи отклоняются.
    }
checkup-no-endpoint = Сервер пока не указан. Сообщения хранятся, пока Вы его не введёте.
# $platform: the platform's name
checkup-no-address = Не указан адрес { $platform }.
checkup-no-token = Без токена { $platform } туда ничего нельзя отправить. Приём работает.
checkup-no-account = Аккаунт не выбран, поэтому в { $platform } ничего нельзя отправить.
checkup-every-inbox = Канал принимает события всех источников.
# $who: the owner of the token
checkup-signed-in = Вход выполнен: { $who }.
checkup-signed-in-dashed = Вход выполнен: { $who }. Сервер удаляет одну форму данных для входа, поэтому используется другая.
# $name: the account
checkup-administrator = Администратор аккаунта { $name }.
checkup-agent = Оператор аккаунта { $name }: может писать, но не менять источники.
# $name: the inbox
checkup-api-inbox = { $name }
checkup-other-inbox = «{ $name }» не вида API: его сообщения можно принимать через webhook аккаунта и отвечать за операторов, но писать в него от имени клиента нельзя.
checkup-hello-awaited = От { $platform } пока ничего не приходило.
checkup-disconnected = { $platform } разорвал соединение. Подключите канал там заново.
# $address: host and port
checkup-listens = { $address }
checkup-local-only = Публичный адрес не задан: отправлять сюда могут только программы на этом компьютере.
# $host: the public address
checkup-public-inside = { $host } доступен только внутри Вашей сети: платформы в Интернете не смогут с ним связаться.
checkup-public-silent = { $host } отсюда не отвечает. Некоторые роутеры не пропускают запросы из собственной сети; точно покажет только настоящее сообщение.
checkup-message-first = Сначала исправьте то, что не работает.
checkup-message-no-inbox = Нужны токен, аккаунт и источник вида API.
checkup-message-elma365 = { $platform } отвечает, только когда отвечает оператор, поэтому без него проверить нельзя. Напишите от имени клиента.
checkup-message-userlike = { $platform } только отправляет; написать туда нельзя.
checkup-message-resolved = Удалять контакты может только администратор, поэтому диалог отмечен как решённый.
checkup-stopped = Остановлено.
checkup-test-name = Проверка Switchboard
checkup-test-text = Это проверка связи. Она удалится сама, делать ничего не нужно.

## Мастер настройки

setup-title = Настройка канала
# $name: the channel
setup-title-of = Настройка канала { $name }
setup-sentence = Четыре небольших шага. Введённое сохраняется: можно уйти и продолжить позже.
setup-loading = Чтение
# $number: the step; $count: how many there are
setup-step = Шаг { $number } из { $count }
setup-way-platform = Ваша платформа
setup-way-endpoint = Ваша программа
setup-next = Продолжить
setup-back = Назад
setup-local = Всё остаётся на этом компьютере. Учётная запись не нужна.
setup-platform-title = Какой платформой пользуются Ваши клиенты или операторы?
setup-platform-elma365 = Операторы отвечают в ELMA365. Она здоровается с нами, и остальное заполняется само.
setup-platform-chatwoot = Нужны адрес сервера Chatwoot и токен; остальное выбирается из списка.
setup-platform-userlike = Userlike сообщает о каждом чате. Ответить туда нельзя.
setup-platform-fixed = Канал уже создан, поэтому платформу сменить нельзя.
# $platform: the platform's name
setup-connect-title = Подключение к { $platform }
setup-connect-elma365 = Искать ничего не нужно. Придумайте строку подтверждения или возьмите нашу: { $platform } будет показывать её с каждым запросом.
setup-connect-chatwoot = Введите адрес Вашего { $platform } и токен доступа. Аккаунты и источники мы найдём сами.
setup-connect-userlike = { $platform } может передавать секретный заголовок с каждым запросом, чтобы было ясно, что это действительно { $platform }. Возьмите наш; через минуту Вы вставите его там.
setup-address-of = Адрес Вашего { $platform }
setup-address-help = Подойдёт любая страница: скопируйте её адрес из браузера.
setup-use-copied = Взять скопированный адрес
setup-copied-refused = Не удалось взять адрес из буфера обмена. Вставьте его в поле вручную.
setup-token-kept = Сохранён. Чтобы заменить, введите другой.
setup-token-elma365 = Мы придумали её для Вас. Можно ввести свою или оставить поле пустым.
setup-token-userlike = Мы придумали его для Вас. Можно ввести своё или оставить поле пустым.
setup-secret-header-help = Имя заголовка, который Вы добавите в дополнении API в Userlike.
setup-copy-later = Мы покажем его ещё раз на шаге 4.
setup-look = Показать аккаунты и источники
# $who: the owner of the token; $url: the server
setup-looked = Вход на { $url } выполнен: { $who }.
setup-account = Какой аккаунт?
setup-role-administrator = Вы администратор
setup-role-agent = Вы оператор
# $name: the account
setup-inbox = Какой источник аккаунта { $name }?
# $name: a channel
setup-inbox-used = уже используется каналом «{ $name }»
# $url: an address
setup-inbox-elsewhere = сейчас отправляет на { $url }
setup-inbox-new = Создать новый источник
    .meaning = Вида API, со всеми настройками для этого канала.
    .agent = Это может только администратор: попросите у него токен или источник.
setup-inbox-name = Имя нового источника
setup-no-account = Владелец этого токена не состоит ни в одном аккаунте. Попросите администратора добавить его.
setup-without-token = Только приём, без токена
setup-hint-token = Сначала введите токен доступа.
setup-hint-look = Мы ищем Ваши аккаунты и источники; выберите один из них.
setup-hint-account = Выберите аккаунт.
setup-hint-inbox = Выберите источник или создайте новый.
setup-endpoint-title = Куда отправлять сообщения?
setup-endpoint-sentence = Ваш сервер — это адрес Вашей программы, которая получает каждое сообщение и может ответить.
setup-endpoint-own = В мою программу
    .meaning = У неё есть адрес, который принимает сообщения.
setup-endpoint-practice = На тренировочный сервер
    .meaning = Он отвечает вместо программы и показывает, что приходит. Адрес можно ввести в любое время.
setup-endpoint-none = Её пока нет
    .meaning = Сообщения хранятся и видны здесь. Адрес можно ввести в любое время.
setup-endpoint-address = Адрес Вашей программы
setup-endpoint-try = Проверить этот адрес
setup-endpoint-anyway = Можно продолжить: сообщения хранятся, и попытки повторяются, пока они не дойдут.
# $scheme: https:// or http://
setup-scheme-added = Мы добавили { $scheme } в начало адреса.
setup-hint-endpoint = Введите адрес или выберите «Её пока нет».
setup-join = Ещё соединить с другим каналом
    .meaning = Клиенты одного канала будут говорить с операторами другого. Необязательно.
setup-join-none = Без другого канала
setup-paste = Что вставить
setup-header-name = Имя заголовка:
# $count: how many events
setup-userlike-events = { $count ->
        [one] { $count } событие, которое там можно отметить
        [few] { $count } события, которые там можно отметить
       *[other] { $count } событий, которые там можно отметить
    }
setup-public-inside = Этот адрес существует только внутри Вашей сети. { $platform } в Интернете не сможет с ним связаться.
setup-public-near = Похоже, Ваш { $platform } в той же сети, тогда это может работать; новым серверам для этого нужно SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true.
setup-public-ask = Написать администратору сервера
setup-public-save = Взять этот публичный адрес
# $name: the inbox
setup-webhook-ours = Источник «{ $name }» отправляет в этот канал.
setup-webhook-none = Источник «{ $name }» пока никуда не отправляет.
# $name: the inbox; $url: where it sends to
setup-webhook-other = Источник «{ $name }» отправляет на { $url }.
setup-webhook-set = Вписать за меня
setup-webhook-was-none = Раньше он никуда не отправлял.
# $url: where it sent to
setup-webhook-was = Раньше он отправлял на { $url }.
setup-webhook-undo = Вернуть прежний
# $platform: the platform's name
setup-webhook-or = Или вставьте адрес вручную в { $platform }, в настройках источника.
setup-waiting-title = Ожидание первого сообщения
setup-checks = Что мы смогли проверить сами
setup-check-again = Проверить ещё раз
setup-waiting-hello = Ждём, пока { $platform } поздоровается: сохраните там канал.
setup-waiting-message = Ждём первое сообщение из { $platform }: напишите его там.
# $when: the time
setup-hello = { $platform } поздоровалась в { $when } и сообщила остальное.
setup-refused = В { $when } пришёл запрос, и он был отклонён.
setup-refused-show = Показать
# $name: the channel
setup-first = Есть первый запрос: { $name } работает
setup-first-message = Есть первое сообщение: { $name } работает
setup-first-show = Показать в трафике
setup-practice-see = Посмотреть, что он получает
setup-autostart = Запускать Switchboard вместе с компьютером?
    .meaning = Пока он не запущен, он ничего не принимает от Ваших платформ. Этот вопрос задаётся один раз; то же есть в настройках.
setup-autostart-not = Не сейчас
setup-autostart-on = Теперь Switchboard запускается, когда Вы входите в систему.
setup-autostart-change = Изменить в настройках
setup-nothing = Ничего не приходит? Три обычные причины
setup-late = Две минуты тишины? Три обычные причины
setup-cause-elma365-1 = Канал не сохранён в { $platform }: приветствие приходит при сохранении. Откройте его там и сохраните ещё раз.
setup-cause-elma365-2 = Другая строка подтверждения: скопируйте её выше и вставьте в «Код подтверждения».
setup-cause-elma365-3 = { $platform } не может связаться с этим компьютером: адрес выше должен быть публичным.
setup-cause-chatwoot-1 = В «Webhook URL» источника стоит другой адрес. Нажмите «Вписать за меня» или вставьте адрес выше.
setup-cause-chatwoot-2 = { $platform } не может связаться с этим компьютером: адрес выше должен быть публичным, новые серверы отклоняют частные.
setup-cause-chatwoot-3 = В этот источник ещё никто не писал. Ответьте там в диалоге или напишите отсюда от имени клиента.
setup-cause-userlike-1 = Дополнение API не включено, или в нём не отмечены события.
setup-cause-userlike-2 = { $platform } отправляет диалог, когда меняется его статус. Завершите чат или напишите в нём «$api».
setup-cause-userlike-3 = Секретный заголовок там отсутствует или имеет другое значение: скопируйте и то и другое выше.
setup-finish = Завершить
setup-later = Завершить позже
setup-later-hint = Пока ничего не пришло. Адрес уже работает, даже если Вы уйдёте.
# $name: the channel; $step: the step
setup-unfinished = «{ $name }» настроен не до конца: шаг { $step } из 4.
# $name: the channel
setup-resume = Завершить настройку { $name }
setup-forget = Настройка завершена
setup-certificate-title = Сертификат этого сервера
setup-certificate-compare = Сверьте отпечаток с тем, кто отвечает за сервер, например по телефону. Доверие будет действовать только по этому адресу и только для этого канала.
