## Отправка диалогов

selected = { $count ->
    [one] Выбран { $count }
    [few] Выбрано { $count }
   *[many] Выбрано { $count }
}
selected-all = { $count ->
    [one] Выбран { $count }: все подходящие
    [few] Выбрано { $count }: все подходящие
   *[many] Выбрано { $count }: все подходящие
}
selected-all-more = Выбраны все подходящие, не менее { $count }
select-all = Выбрать все подходящие: { $count }
select-all-more = Выбрать все подходящие, не менее { $count }
selected-clear = Снять выбор
send-button = Отправить…
send-in-bulk = Массовая отправка
flag-status = Ждёт смены статуса
    .meaning = Будет отправлен в { $to }, когда сменится его статус.
flag-ended = Ждёт завершения
    .meaning = Будет отправлен в { $to }, когда будет решён или завершён.
flag-platform = Ждёт платформу
    .meaning = Платформа сама отправит его в { $to }, когда освободит; Switchboard ничего не отправляет.
flag-since = С { $when }.
flag-remove = Снять пометку
send-title = { $count ->
    [one] Отправить { $count } диалог
    [few] Отправить { $count } диалога
   *[many] Отправить { $count } диалогов
}
send-result = { $count ->
    [one] Отправка { $count } диалога
    [few] Отправка { $count } диалогов
   *[many] Отправка { $count } диалогов
}
send-targets-loading = Узнаём, куда можно отправить
send-where = Куда
send-to-endpoint = Ваш сервер ({ $name })
send-to-own-endpoint = Сервер канала, в котором идёт диалог
send-to-channel = Канал { $name }
send-to-address = Другой адрес, один раз
    .meaning = Он получит всё, что получил бы Ваш сервер, и не сохранится в настройках.
send-address = Адрес
send-address-wrong = Введите адрес, который начинается с https:// или http://.
send-when = Когда
send-when-now = Сейчас
    .meaning = Сразу, в том виде, в каком диалог известен здесь.
send-when-status = Когда сменится статус
    .meaning = Когда диалог будет открыт, решён, отложен или завершён.
send-when-ended = Когда завершится
    .meaning = Когда диалог будет решён или завершён.
send-only-now = Здесь никто не сообщает о завершении диалога или смене его статуса, поэтому отправить можно только сейчас.
send-confirm = { $count ->
    [one] Отправить { $count } диалог
    [few] Отправить { $count } диалога
   *[many] Отправить { $count } диалогов
}
send-confirm-later = { $count ->
    [one] Пометить к отправке { $count } диалог
    [few] Пометить к отправке { $count } диалога
   *[many] Пометить к отправке { $count } диалогов
}
send-sent = { $count ->
    [one] { $count } диалог отправляется.
    [few] { $count } диалога отправляются.
   *[many] { $count } диалогов отправляются.
}
send-flagged = { $count ->
    [one] { $count } диалог помечен и будет отправлен позже.
    [few] { $count } диалога помечены и будут отправлены позже.
   *[many] { $count } диалогов помечены и будут отправлены позже.
}
send-refused = { $count ->
    [one] { $count } нельзя отправить туда:
    [few] { $count } нельзя отправить туда:
   *[many] { $count } нельзя отправить туда:
}
send-refused-more = и ещё { $count }
