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
catch-up-title = Пропущено, пока ничего не было слышно
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
