## Массовые отправки

bulk-title = Массовые отправки
bulk-sentence = Много диалогов в одно место, с подходящей для него скоростью.
bulk-new = Новая отправка
bulk-loading = Чтение массовых отправок
bulk-empty = Массовых отправок ещё не было
bulk-empty-hint = Массовая отправка берёт выбранные Вами диалоги и отправляет их один за другим на Ваш сервер, по другому адресу или в другой канал.
bulk-running = Идут или ждут Вас
bulk-history = Ранее
bulk-all = Все массовые отправки
bulk-to = Куда: { $name }
bulk-state-preparing = Готовится
    .meaning = Выбранное записывается. Пока ничего не отправлено.
bulk-state-running = Отправляется
    .meaning = Идёт сама, и с закрытым окном тоже.
bulk-state-paused = На паузе
    .meaning = Ждёт, пока Вы её не продолжите.
bulk-state-interrupted = Прервана
    .meaning = Switchboard завершил работу, пока она шла. Ничего не отправляется, пока Вы её не продолжите.
bulk-state-cancelled = Отменена
    .meaning = Остальное не отправлено. Отправленное остаётся отправленным.
bulk-state-done = Закончена
    .meaning = С каждым диалогом всё решилось.
bulk-choice-ids = { $count ->
        [one] { $count } диалог, выбранный в списке
        [few] { $count } диалога, выбранные в списке
        [many] { $count } диалогов, выбранных в списке
       *[other] { $count } диалога, выбранных в списке
    }
bulk-choice-filter = { $count ->
        [one] { $count } диалог, подошедший под отбор
        [few] { $count } диалога, подошедшие под отбор
        [many] { $count } диалогов, подошедших под отбор
       *[other] { $count } диалога, подошедших под отбор
    }
bulk-choice-text = { $count ->
        [one] { $count } строка, вставленная или прочитанная из файла
        [few] { $count } строки, вставленные или прочитанные из файла
        [many] { $count } строк, вставленных или прочитанных из файла
       *[other] { $count } строки, вставленных или прочитанных из файла
    }
bulk-delivered = Доставлено
bulk-skipped = Пропущено
bulk-failed = Не доставлено
bulk-unknown = Неизвестно
bulk-left = Осталось
bulk-total = Все
bulk-delivered-count = доставлено: { $count }
bulk-skipped-count = пропущено: { $count }
bulk-failed-count = не доставлено: { $count }
bulk-unknown-count = неизвестно: { $count }
bulk-left-count = осталось: { $count }
bulk-progress = { $done } из { $total }
bulk-time-left = осталось около { $time }
bulk-estimating = оценивается…
bulk-waits = Получатель просит подождать до { $time }. Потом отправка продолжится сама.
bulk-speed = { $count } в секунду
bulk-speed-at = по { $count } в секунду
bulk-speed-fast = так быстро, как позволяет получатель
bulk-speed-now = в последнее время { $speed } в секунду
bulk-closing = Окно можно закрыть: отправка продолжится.
bulk-said-state = Массовая отправка: { $state }. Готово { $done } из { $total }, не доставлено: { $failed }.
bulk-created = Начата
bulk-ended = Закончена
bulk-stopped-at = Массовая отправка остановилась на { $done } из { $total }
bulk-paused-at = Массовая отправка приостановила себя на { $done } из { $total }
bulk-stopped-why = Switchboard завершил работу, пока она шла. Отправленное не отправится ещё раз.
bulk-pause = Приостановить
bulk-resume = Продолжить
bulk-details = Подробнее
bulk-cancel = Отменить остальное
bulk-cancel-question = Отменить остальное?
bulk-cancel-consequence = { $left ->
        [one] Оставшийся { $left } диалог не будет отправлен.
        [few] Оставшиеся { $left } диалога не будут отправлены.
        [many] Оставшиеся { $left } диалогов не будут отправлены.
       *[other] Оставшиеся { $left } диалога не будут отправлены.
    } { $sent ->
        [0] Пока ничего не отправлено.
        [one] Отправленный { $sent } отозвать нельзя.
       *[other] Отправленные { $sent } отозвать нельзя.
    }
bulk-cancel-confirm = Отменить оставшиеся { $left }
bulk-cancel-keep = Продолжать отправку
bulk-cancel-keep-paused = Оставить в ожидании
bulk-resend-unknown = { $count ->
        [one] Отправить ещё раз { $count } неизвестный (он может прийти дважды)
        [few] Отправить ещё раз { $count } неизвестных (они могут прийти дважды)
        [many] Отправить ещё раз { $count } неизвестных (они могут прийти дважды)
       *[other] Отправить ещё раз { $count } неизвестных (они могут прийти дважды)
    }
bulk-unknown-why = Никто не знает, дошли ли они: до остановки ответ не пришёл.
bulk-resend-button = { $count ->
        [one] Отправить ещё раз { $count } неизвестный
       *[other] Отправить ещё раз { $count } неизвестных
    }
bulk-retry = { $count ->
        [one] Повторить { $count } недоставленный
       *[other] Повторить { $count } недоставленных
    }
bulk-items = Диалоги этой отправки
bulk-items-filter = Показать
bulk-items-loading = Чтение списка
bulk-items-none = Таких нет
bulk-items-none-hint = В этом состоянии нет ни одного диалога этой отправки.
bulk-column-number = №
bulk-column-why = Причина
bulk-column-tries = Попытки
bulk-column-links = Открыть
bulk-item-received = Ждёт отправки
bulk-item-line = Строка { $line }
bulk-item-log = Журнал
bulk-item-log-of = Запрос в журнале: { $who }
bulk-item-journey = Путь
bulk-item-journey-of = Путь отправленного: { $who }
bulk-item-conversation = Диалог
bulk-item-conversation-of = Диалог: { $who }
bulk-skip-empty = нет сообщений
    .meaning = В диалоге нет ничего, что можно отправить.
bulk-skip-twice = выбран дважды
    .meaning = Тот же диалог стоит в выборе раньше и отправляется один раз.
bulk-skip-same-channel = уже в этом канале
    .meaning = Диалог находится в том самом канале, куда его нужно отправить.
bulk-skip-no-endpoint = у канала нет сервера
    .meaning = Укажите в канале адрес Вашего сервера или выберите другого получателя.
bulk-skip-gone = больше нет
    .meaning = Диалог удалён или срок его хранения истёк.
bulk-skip-not-found = не найден
    .meaning = Здесь нет диалога с таким номером. Диалоги канала Chatwoot можно сначала загрузить в разделе «Диалоги».
bulk-skip-unreadable = не читается
    .meaning = В строке нет диалога, или кавычки в ней не закрыты.
bulk-skip-no-channel = нет такого канала
    .meaning = Строка называет канал, которого здесь нет, или не называет никакого, а номер есть в нескольких.
bulk-skip-cancelled = отменён
    .meaning = Вы отменили остальное раньше, чем до него дошла очередь.
bulk-skip-no-target = получатель удалён
    .meaning = Получателя удалили раньше, чем до диалога дошла очередь.
bulk-steps = Шаги
bulk-step-choose = Выбор
bulk-step-check = Проверка
bulk-step-send = Отправка
bulk-step-result = Итог
bulk-step-done = готово
bulk-choose-what = Что отправить
bulk-choose-where = Куда
bulk-choose-speed = С какой скоростью
bulk-chosen-ids = { $count ->
        [one] { $count } диалог, выбранный Вами
        [few] { $count } диалога, выбранные Вами
        [many] { $count } диалогов, выбранных Вами
       *[other] { $count } диалога, выбранных Вами
    }
bulk-chosen-filter = { $count ->
        [0] Под отбор не подходит ни один диалог
        [one] { $count } диалог, подходящий под отбор
        [few] { $count } диалога, подходящие под отбор
        [many] { $count } диалогов, подходящих под отбор
       *[other] { $count } диалога, подходящих под отбор
    }
bulk-chosen-more = Больше { $count } диалогов, подходящих под отбор
bulk-chosen-counting = Диалоги, подходящие под отбор
bulk-chosen-every = Все диалоги всех каналов
bulk-match-channel = Канал: { $value }
bulk-match-status = Статус: { $value }
bulk-match-contact = Контакт: { $value }
bulk-match-operator = Оператор: { $value }
bulk-match-label = Метка: { $value }
bulk-match-text = Текст: { $value }
bulk-match-failed = с ошибками
bulk-match-flagged = ждут отправки
bulk-match-from = с { $value }
bulk-match-to = по { $value }
bulk-choose-text = Номера или файл CSV
bulk-choose-text-hint = По одному номеру в строке или таблица со столбцами «channel» (название или номер канала) и «conversation» (номер диалога на платформе). Другие столбцы сохранятся для итога.
bulk-choose-list = Выбрать в списке диалогов
bulk-text = Номера или таблица
bulk-text-channel = Канал для тех, у кого он не назван
bulk-text-channel-none = Никакой
bulk-file = Выбрать файл
bulk-file-remove = Вставить текст вместо файла
bulk-file-size = { $lines ->
        [one] { $lines } строка, { $size }
        [few] { $lines } строки, { $size }
        [many] { $lines } строк, { $size }
       *[other] { $lines } строки, { $size }
    }
bulk-file-large = Файл больше, чем { $size }. Разделите его и отправьте части по очереди.
bulk-file-unreadable = Файл не читается как текст.
bulk-targets-loading = Чтение, куда можно отправлять
bulk-target-endpoint = Ваш сервер
    .meaning = Каждый диалог идёт на сервер своего канала.
bulk-target-address = Другой адрес
    .meaning = Только для этой отправки.
bulk-address = Адрес
bulk-rate = Диалогов в секунду
bulk-fast = Так быстро, как позволяет получатель
    .meaning = Для получателей, которые к этому готовы. Если получатель просит помедленнее, так и будет.
bulk-pause-after = Пауза после 10 неудач подряд
    .meaning = Чтобы не отправлять туда, где всё перестало работать.
bulk-check = Проверить
bulk-check-again = Проверить ещё раз
bulk-checking = Идёт проверка: ничего не отправляется
bulk-missing-choice = Вставьте номера или выберите файл.
bulk-missing-target = Выберите, куда отправлять.
bulk-missing-address = Укажите адрес, который начинается с http:// или https://.
bulk-ready = { $count ->
        [one] { $count } диалог готов
        [few] { $count } диалога готовы
        [many] { $count } диалогов готовы
       *[other] { $count } диалога готовы
    }
bulk-ready-none = Ни один диалог не готов
bulk-of-chosen = из { $total } выбранных
bulk-skipped-title = { $count ->
        [one] { $count } будет пропущен
       *[other] { $count } будут пропущены
    }
bulk-skipped-reason = { $count }: { $reason }
bulk-wrong-title = Строки, которые не подходят
bulk-wrong-first = Показаны первые { $count }.
bulk-wrong-line = Строка
bulk-wrong-text = Текст
bulk-samples = Так они будут отправлены
bulk-samples-channel = Так их прочтут на той стороне
bulk-sample = { $who }
bulk-sample-messages = { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
        [many] { $count } сообщений
       *[other] { $count } сообщения
    }
bulk-target-title = Получатель
bulk-target-well = Получатель доступен.
bulk-target-trouble = Получатель не прошёл проверку. Можно идти дальше: если ничего не дойдёт, отправка приостановит себя.
bulk-back = Назад
bulk-next = Дальше
bulk-changed = Тем временем число готовых диалогов изменилось. Посмотрите ещё раз, прежде чем отправлять.
bulk-confirm = { $count ->
        [one] Отправить { $count } диалог: { $name }, { $speed }?
        [few] Отправить { $count } диалога: { $name }, { $speed }?
        [many] Отправить { $count } диалогов: { $name }, { $speed }?
       *[other] Отправить { $count } диалога: { $name }, { $speed }?
    }
bulk-confirm-time = { $count ->
        [one] Отправить { $count } диалог: { $name }, { $speed } (около { $time })?
        [few] Отправить { $count } диалога: { $name }, { $speed } (около { $time })?
        [many] Отправить { $count } диалогов: { $name }, { $speed } (около { $time })?
       *[other] Отправить { $count } диалога: { $name }, { $speed } (около { $time })?
    }
bulk-confirm-recall = Отправленное нельзя отозвать. Остальное можно в любой момент приостановить или отменить.
bulk-confirm-frozen = Отправятся именно эти диалоги, что бы ни пришло тем временем.
field-target = Получатель
field-choice = Выбор
field-confirmed = Число диалогов
bulk-send = Отправить { $count }
