## Что хранится

keeping-room = Место на диске
keeping-counting = Считаем
keeping-room-journal = Журнал и диалоги
keeping-room-files = Файлы сообщений
keeping-room-search = Поиск
keeping-room-settings = Каналы и настройки
keeping-room-backups = Резервные копии
keeping-room-total = Всего
keeping-room-disk = Свободно на этом диске
keeping-room-free-inside = из них свободно { $size }, это место займётся первым
keeping-room-scarce = Диск почти заполнен. Когда сохранять станет некуда, платформам будет сказано подождать. Удалите часть истории ниже или освободите место на диске.
field-keep-traffic-mb = Наибольший объём журнала, сообщений и файлов, МБ
    .help = Сверх него удаляется самая старая часть журнала. 0 — без предела. То, что ещё ждёт отправки, остаётся.

## Удаление истории

history-delete = Удалить историю
    .help = Навсегда и только с этого компьютера: на платформах ничего не удаляется. То, что ещё ждёт отправки, остаётся.
history-what = Что
history-traffic = Журнал
history-conversations = Сообщения и диалоги
history-files = Файлы
history-age = Какую часть
history-age-all = Всё
history-age-days =
    { $count ->
        [one] Старше { $count } дня
        [few] Старше { $count } дней
       *[other] Старше { $count } дней
    }
history-count = Посчитать и удалить…
history-nothing-chosen = Выберите, что удалить.
history-question = Удалить эту историю?
history-exchanges =
    { $count ->
        [one] { $count } строка журнала
        [few] { $count } строки журнала
       *[other] { $count } строк журнала
    }
history-messages =
    { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[other] { $count } сообщений
    }
history-conversations-count =
    { $count ->
        [one] { $count } диалог
        [few] { $count } диалога
       *[other] { $count } диалогов
    }
history-files-count =
    { $count ->
        [one] { $count } файл ({ $size })
        [few] { $count } файла ({ $size })
       *[other] { $count } файлов ({ $size })
    }
history-going = Будет удалено: { $list }.
history-going-nothing = Удалять нечего.
history-gone = Удалено: { $list }.
history-gone-nothing = Удалять было нечего.
history-waiting =
    { $count ->
        [one] { $count } сообщение ещё ждёт отправки. Оно останется со всем, что ему нужно.
        [few] { $count } сообщения ещё ждут отправки. Они останутся со всем, что им нужно.
       *[other] { $count } сообщений ещё ждут отправки. Они останутся со всем, что им нужно.
    }
history-for-good = Вернуть это будет нельзя. В резервных копиях остаётся то, что было на момент их создания.
history-delete-button = Удалить историю
history-keep = Оставить
shorter-question = Хранить меньше и удалить остальное?
shorter-tries =
    { $count ->
        [one] Из журнала уйдут отдельные попытки старше { $count } дня.
        [few] Из журнала уйдут отдельные попытки старше { $count } дней.
        [many] Из журнала уйдут отдельные попытки старше { $count } дней.
       *[other] Из журнала уйдут отдельные попытки старше { $count } дня.
    }
shorter-room = Журнал и файлы занимают на { $size } больше нового предела. Самое старое будет удаляться, пока они не уместятся.
shorter-save = Сохранить и удалить
shorter-keep = Оставить всё

## Сколько хранится из сказанного

field-privacy = Что хранится от сообщений
    .help = Для того, что придёт с этого момента. Действует, когда сообщение передано: до этого оно хранится целиком, как и всё неудавшееся, чтобы его можно было отправить. То, что уже есть, остаётся; удалите это ниже.
privacy-full = Всё
    .meaning = Слова, файлы, запросы и ответы. Их можно смотреть, искать и отправлять снова.
privacy-withoutText = Без текста
    .meaning = Кто и когда писал и что с этим стало. Без слов и без тел запросов и ответов; файлы удаляются, когда кончаются их адреса. Переданное нельзя отправить снова.
privacy-metadataOnly = Только метаданные
    .meaning = То же, но ещё без имён, адресов и номеров людей и без заголовков: лишь идентификаторы, время, размеры и состояния.
privacy-same = Как для всех каналов
privacy-channels = Каналы с отличием
privacy-channel = { $name }
