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
checkup-message-resolved = Удалять контакты может только администратор, поэтому диалог закрыт.
checkup-stopped = Остановлено.
checkup-test-name = Проверка Switchboard
checkup-test-text = Это проверка связи. Она удалится сама, делать ничего не нужно.
