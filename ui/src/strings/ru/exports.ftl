## Выгрузки

export-button = Выгрузить
export-bulk-all = Все
export-bulk-failed = Только недоставленные и неизвестные
export-format-csv = CSV
    .meaning = Таблица для Excel и других программ
export-format-jsonl = JSON Lines
    .meaning = Всё целиком, по записи в строке
export-format-json = JSON
    .meaning = Всё целиком, для программ
export-format-har = HAR
    .meaning = Запросы и ответы для инструментов разработчика
export-format-txt = Текст
    .meaning = Для чтения и печати
export-ready = Для сохранения:
export-running = Записывается:
export-done = Скачано:
export-saved = Сохранено как
export-failed = Не записано:
export-cancelled = Отменено:
export-cancel = Отменить
export-rows = { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
        [many] { $rows } строк
       *[other] { $rows } строки
    }
export-rows-of = { $rows } из { $total ->
        [one] { $total } строки
       *[other] { $total } строк
    }

# In files that are written out, in the language of whoever asked: names above columns.
export-column-time = Время
export-column-direction = Направление
export-column-channel = Канал
export-column-event = Событие
export-column-platform-event = Название у платформы
export-column-who = Кто
export-column-text = Текст
export-column-step = Вызов
export-column-http-status = Статус HTTP
export-column-state = Состояние
export-column-reason = Причина
export-column-code = Код
export-column-tries = Попытки
export-column-took = Длительность, мс
export-column-size = Размер, байт
export-column-id = ID
export-column-conversation = ID диалога
export-column-contact = Контакт
export-column-contact-id = ID контакта
export-column-status = Статус
export-column-operator = Оператор
export-column-inbox = Источник
export-column-labels = Метки
export-column-messages = Сообщения
export-column-failed = Не доставлено
export-column-last-message = Последнее сообщение
export-column-started = Начало
export-column-last-activity = Последняя активность
export-column-ended = Завершение
export-column-attributes = Атрибуты
export-column-flagged = Будет отправлен
export-column-from = От кого
export-column-author = Автор
export-column-files = Файлы
export-column-private = Внутреннее
# The same: values, and what a used link says.
export-yes = да
export-status-open = открыт
export-status-pending = в ожидании
export-status-snoozed = отложен
export-status-resolved = решён
export-status-ended = завершён
export-file = Файл
export-gone = Эта загрузка уже использована или её минута истекла. Выгрузите ещё раз в Switchboard.
