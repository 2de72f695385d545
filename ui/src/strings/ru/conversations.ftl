## Диалоги

conversations-title = Диалоги
conversations-sentence = Все диалоги всех каналов. Откройте один, чтобы прочитать, или выберите несколько, чтобы отправить.
conversations-grid = Диалоги
conversations-loading = Читаем диалоги
conversations-reading = Читаем дальше
conversations-filters = Какие диалоги
conversations-quick = Быстрый выбор
conversations-all = Все
conversations-failed = С ошибками
conversations-flagged = К отправке позже
conversations-search = Поиск по сообщениям, именам, номерам
conversations-sort = Порядок
conversations-sort-activity-down = Сначала недавние
conversations-sort-activity-up = Сначала давно молчащие
conversations-sort-started-down = Сначала новые
conversations-sort-started-up = Сначала старые
conversations-sort-messages-down = Сначала длинные
conversations-sort-messages-up = Сначала короткие
conversations-more = Ещё фильтры
conversations-more-count = Ещё фильтры ({ $count })
conversations-more-clear = Сбросить эти
conversations-label = Метка
conversations-from = Активны с
conversations-to = Активны по
conversations-of-contact = Только диалоги с контактом { $name }
conversations-of-contact-clear = Показать диалоги со всеми
conversations-clear = Сбросить фильтры
conversations-no-match = Подходящих диалогов нет
conversations-no-match-hint = Измените фильтры или сбросьте их, чтобы увидеть все.
conversations-empty = Диалогов пока нет
conversations-empty-hint = Здесь появятся все диалоги Ваших каналов, как только придёт первое сообщение.
conversations-behind = Более старые диалоги ещё заносятся в список.
conversations-newer = Показать новое
conversations-count = { $count ->
    [one] { $count } диалог
    [few] { $count } диалога
   *[many] { $count } диалогов
}
conversations-count-loaded = { $count ->
    [one] Загружен { $count } диалог
    [few] Загружено { $count } диалога
   *[many] Загружено { $count } диалогов
}
conversations-select-loaded = Выбрать все загруженные
conversations-actions = Что сделать с выбранными
column-conversation-contact = Контакт
column-conversation-status = Статус
column-conversation-last = Последнее сообщение
column-conversation-when = Активность
column-conversation-messages = Сообщ.
column-conversation-failed = Сбои
column-conversation-labels = Метки
column-conversation-started = Начат
column-operator = Оператор
conversation-status-open = Открыт
conversation-status-pending = Ожидает
conversation-status-snoozed = Отложен
conversation-status-resolved = Решён
conversation-status-ended = Завершён
conversation-select = Выбрать диалог с контактом { $name }
conversation-nobody = Неизвестный контакт
conversation-operator-said = Оператор:
conversation-no-operator = никто
conversation-failures = { $count ->
    [one] { $count } не доставлено
    [few] { $count } не доставлены
   *[many] { $count } не доставлено
}
conversation-messages = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}
views-title = Сохранённые виды
views-empty = Сохранённых видов пока нет
views-failed = Не удалось прочитать сохранённые виды
views-save = Сохранить этот вид как…
    .meaning = Под этим именем сохранятся показанные сейчас фильтры и порядок.
views-save-title = Сохранить этот вид
views-save-button = Сохранить вид
views-name = Название вида
views-rename = Переименовать «{ $name }»
views-rename-title = Переименовать вид
views-rename-button = Переименовать
views-delete = Удалить «{ $name }»
action-undo = Вернуть

# One conversation
conversation-title = Диалог
conversation-reading = Читаем диалог
conversation-parts = Части диалога
conversation-transcript = Переписка
conversation-contact = Контакт
conversation-details = Этот диалог
conversation-number = Номер
conversation-chat = Чат
conversation-session = Сессия
conversation-own-id = Номер здесь
conversation-ended-at = Завершён
conversation-copy-id = Копировать: { $what }
conversation-cover = Скрыть тексты
    .meaning = На случай, если кто-то смотрит на экран: сказанное закрыто, пока Вы не наведёте на него указатель или не дойдёте до него клавишей Tab.
conversation-events = События
conversation-next-failure = Следующий сбой ({ $count })
    .key = Переходит к следующему недоставленному сообщению. В переписке то же делает клавиша N (на русской раскладке Т).
conversation-earlier = Более ранние сообщения
conversation-later = Более поздние сообщения
conversation-to-end = К последнему сообщению
conversation-menu = Ещё для этого диалога
conversation-copy-transcript = Скопировать переписку
conversation-print = Напечатать переписку
conversation-note = внутренняя заметка
conversation-sent = Отправлено
    .meaning = Платформа отправила сообщение; о доставке пока никто не сообщил.
# $count: how often the message came again
conversation-repeats = { $count ->
        [one] Пропущен { $count } повтор
        [few] Пропущено { $count } повтора
       *[many] Пропущено { $count } повторов
    }
    .meaning = То же сообщение пришло ещё раз. Оно осталось в журнале трафика и никуда не отправлено.
conversation-deleted = Это сообщение удалено.
conversation-said = Платформа сообщает: { $words }
conversation-journey = Путь
conversation-event-title = { $event } ({ $platform }: { $name })
conversation-file-away = здесь не хранится
reply-write = Ответить от имени оператора
reply-note-write = Написать внутреннюю заметку
reply-note = Внутренняя заметка
    .meaning = Её видят только операторы; до клиента она не доходит.
reply-impossible = Здесь нельзя ответить.
reply-none = Операторы отвечают в { $platform }; сообщений операторов извне платформа не принимает.
contact-name = Имя
contact-email = Эл. почта
contact-phone = Телефон
contact-identifier = Ваш собственный номер
contact-key = Контакт в { $platform }
contact-inbox = Inbox в { $platform }
contact-inbox-contact = Contact inbox в { $platform }
contact-first = Известен с
contact-conversations = Диалоги
contact-show-conversations = { $count ->
    [one] Показать { $count } диалог
    [few] Показать все { $count }
   *[many] Показать все { $count }
}
contact-only-this = Только этот
contact-unknown = О контакте ничего не известно.
contact-erase = Удалить всё об этом контакте…
contact-erase-question = Удалить всё о контакте { $name }?
contact-erase-goes = { $count ->
    [one] С этого компьютера удаляется { $count } диалог со всеми сообщениями, файлами и строками журнала трафика.
    [few] С этого компьютера удаляются { $count } диалога со всеми сообщениями, файлами и строками журнала трафика.
   *[many] С этого компьютера удаляются { $count } диалогов со всеми сообщениями, файлами и строками журнала трафика.
}
contact-erase-stays = Сделанные раньше резервные копии сохраняют свои данные; они будут названы после удаления. То, что хранят платформа и Ваш сервер, остаётся у них.
contact-erase-final = Отменить это нельзя.
contact-erase-confirm = Удалить всё
contact-erase-keep = Оставить
contact-erased = Всё о контакте { $name } удалено
erased-conversations = { $count ->
    [one] { $count } диалог
    [few] { $count } диалога
   *[many] { $count } диалогов
}
erased-messages = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}
erased-exchanges = { $count ->
    [one] { $count } строка журнала трафика
    [few] { $count } строки журнала трафика
   *[many] { $count } строк журнала трафика
}
erased-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
erased-backups = { $count ->
    [one] Эти данные ещё есть в копии. Удалите её, если их там быть не должно:
    [few] Эти данные ещё есть в копиях. Удалите их, если данных там быть не должно:
   *[many] Эти данные ещё есть в копиях. Удалите их, если данных там быть не должно:
}

# Fetching history
pull-button = Загрузить историю…
pull-title = Загрузить более старые диалоги
pull-meaning = Switchboard запросит у { $platform } диалоги этого канала, которых здесь ещё нет. Никому из-за этого ничего не отправляется, и Вы можете работать дальше.
pull-from = Только диалоги, активные с
    .meaning = Пусто: все, какие есть. Это может занять время.
pull-start = Загрузить историю
pull-list = Загрузка истории
pull-running = Загружаем историю канала { $name }:
pull-done = История канала { $name } загружена:
pull-failed = Историю канала { $name } не удалось загрузить до конца; загруженное сохранено. Пока:
pull-cancelled = Загрузка истории канала { $name } остановлена; загруженное сохранено:
# $conversations, $messages: counts
pull-progress = { $conversations ->
        [one] { $conversations } диалог
        [few] { $conversations } диалога
       *[many] { $conversations } диалогов
    }, { $messages ->
        [one] { $messages } новое сообщение.
        [few] { $messages } новых сообщения.
       *[many] { $messages } новых сообщений.
    }
# $total: how many the platform says there are, as a number with separators
pull-progress-of = диалогов: { $conversations } из { $total }, { $messages ->
        [one] { $messages } новое сообщение.
        [few] { $messages } новых сообщения.
       *[many] { $messages } новых сообщений.
    }
pull-cancel = Остановить
pull-hide = Больше не показывать здесь { $name }
