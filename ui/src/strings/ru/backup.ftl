## Резервные копии

backup-create = Создать резервную копию
    .help = Один файл, в котором всё: каналы, настройки, журнал, диалоги и файлы. Switchboard при этом продолжает работать.
backup-password-none = С паролем файл можно восстановить на любом компьютере. Без пароля он открывается только на этом: нужен его ключ.
backup-password-some = Файл будет зашифрован и получит ключ к Вашим данным. Сохраните пароль: без него файл не откроет никто.
backup-with-files = Вместе с файлами сообщений
backup-save = Сохранить копию…
backup-saved = Копия создана.
backup-every-day = Каждый день
field-backup-daily = Делать копию каждый день
    .help = Каналы, настройки, журнал и диалоги, без файлов сообщений и без пароля: для этого компьютера.
field-backup-keep = Сколько копий хранить
    .help = Если их больше, самая старая удаляется.
field-backup-folder = Папка для копий
    .help = Оставьте пустым для папки данных. На другом диске надёжнее.
backup-restore = Восстановить из копии
    .help = Всё станет таким, каким было тогда. Нынешние данные откладываются и не теряются.
backup-none = Копий пока нет. Первая ежедневная появится здесь.
backup-list = Копии на этом компьютере
backup-kind-daily = Создана здесь
backup-kind-brought = Принесена из файла
backup-kind-update = Перед обновлением
backup-update-hint = Хранится для тех, кто помогает
backup-restore-button = Восстановить…
backup-restore-of = Восстановить копию от { $when }
backup-delete = Удалить
backup-delete-of = Удалить копию от { $when }
backup-now = Создать сейчас
backup-bring = Восстановить из файла…
backup-question = Восстановить копию от { $when }?
backup-inside = Внутри
backup-inside-channels =
    { $count ->
        [one] { $count } канал
        [few] { $count } канала
       *[other] { $count } каналов
    }
backup-inside-conversations =
    { $count ->
        [one] { $count } диалог
        [few] { $count } диалога
       *[other] { $count } диалогов
    }
backup-inside-messages =
    { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[other] { $count } сообщений
    }
backup-inside-files = Файлы сообщений
backup-files-yes = Есть
backup-files-no = Нет; те, что есть здесь, остаются
backup-consequence = Каналы, настройки, журнал и диалоги станут такими, какими были тогда. То, что пришло позже, не будет видно, но сохранится отдельно в папке данных.
backup-waiting =
    { $count ->
        [one] { $count } сообщение тогда ещё ждало отправки. Оно уйдёт снова; получатели узнают его по webhook-id.
        [few] { $count } сообщения тогда ещё ждали отправки. Они уйдут снова; получатели узнают их по webhook-id.
       *[other] { $count } сообщений тогда ещё ждали отправки. Они уйдут снова; получатели узнают их по webhook-id.
    }
backup-own-computer = Копия сделана без пароля и открывается только на том компьютере, где её сделали.
backup-password = Пароль копии
backup-restore-confirm = Восстановить эту копию
backup-keep-data = Оставить как есть
backup-ready = Копия готова
backup-restart = Копия займёт место нынешних данных, когда Switchboard запустится снова. Несколько секунд платформы не смогут до него достучаться.
backup-restart-now = Перезапустить сейчас
backup-restart-later = Позже
backup-takes-over = При следующем запуске данные заменит копия от { $from }. Всё, что пришло после { $at }, тоже будет отложено.
backup-call-off = Отменить восстановление
backup-daily-last = Последняя удачная: { $when }.
backup-daily-none = Ещё ни одной не сделано.
backup-daily-failed = Не удалось сделать: { $when }.
backup-kept = Нынешние данные сохранятся в
backup-delete-question = Удалить копию от { $when }?
backup-delete-consequence = Файл будет удалён с диска. Ваши данные останутся как есть.
backup-delete-confirm = Удалить копию
backup-delete-keep = Оставить
password-new = Пароль (можно не задавать)
password-again = Пароль ещё раз
    .help = Узнать его за Вас не сможет никто.
password-short = Не меньше { $count } букв или цифр.
password-differs = Пароли различаются.
password-show = Показать или скрыть пароль

## Настройки в файле

transfer-export = Настройки в файле
    .help = Каналы, связки и настройки для другого компьютера, без сообщений. Адреса для платформ там будут новыми, если у файла нет пароля.
transfer-password-none = Без пароля токены и секреты в файл не попадут.
transfer-password-some = Токены, секреты и адреса приёма войдут в файл зашифрованными.
transfer-save = Сохранить настройки в файл…
transfer-saved = Файл создан.
transfer-import = Взять настройки из файла
    .help = Сначала Вы увидите каждое изменение, а потом сможете всё отменить.
transfer-choose = Выбрать файл…
transfer-question = Взять настройки от { $when }?
transfer-summary = Новых: { $new }. Изменится: { $changed }. Без изменений: { $same }. Невозможно: { $conflict }.
transfer-password = Пароль файла
    .help = С ним придут токены и секреты. Без него они останутся как есть или пустыми.
transfer-unlock = Открыть паролем
transfer-lines = Что изменится
transfer-all-or-nothing = Отмеченное применяется сразу целиком или не применяется вовсе. Остальное остаётся здесь как есть.
transfer-apply =
    { $count ->
        [one] Применить { $count } изменение
        [few] Применить { $count } изменения
       *[other] Применить { $count } изменений
    }
transfer-leave = Оставить всё как есть
transfer-done = Настройки применены.
transfer-undo = Отменить
transfer-undone = Всё снова как было.
transfer-undone-but =
    { $kept ->
        [one] Отменено. Осталось как есть { $kept } место: его с тех пор меняли или использовали.
        [few] Отменено. Остались как есть { $kept } места: их с тех пор меняли или использовали.
        [many] Отменено. Осталось как есть { $kept } мест: их с тех пор меняли или использовали.
       *[other] Отменено. Осталось как есть { $kept } места: их с тех пор меняли или использовали.
    }
transfer-undo-question = Отменить вместе с диалогами?
transfer-undo-used =
    { $used ->
        [one] В { $used } созданном канале уже есть диалоги, всего { $conversations }. Вместе с каналом они будут удалены.
        [few] В { $used } созданных каналах уже есть диалоги, всего { $conversations }. Вместе с каналами они будут удалены.
        [many] В { $used } созданных каналах уже есть диалоги, всего { $conversations }. Вместе с каналами они будут удалены.
       *[other] В { $used } созданных каналах уже есть диалоги, всего { $conversations }. Вместе с каналами они будут удалены.
    }
transfer-undo-all = Отменить и удалить их
transfer-undo-rest = Отменить, но оставить эти каналы
transfer-undo-leave = Ничего не отменять
transfer-kind-setting = Настройка
transfer-kind-channel = Канал
transfer-kind-link = Связка
transfer-change-new = появится
transfer-change-changed = изменится
transfer-change-same = без изменений
transfer-change-conflict = невозможно
transfer-reason-secretsMissing = Введите потом его токен и секреты: в файле их нет.
transfer-reason-addressShortened = Введите его адрес заново: часть, в которой может быть секрет, в файл не вошла.
transfer-reason-otherPlatform = Канал с таким именем здесь уже есть, но другой платформы.
transfer-reason-channelMissing = Одного из каналов нет ни здесь, ни в файле.
transfer-reason-cannotJoin = Эти два канала так связать нельзя.
transfer-reason-unreadable = Эта версия не может взять это в таком виде.
transfer-reason-ofComputer = Это относится к другому компьютеру: отметьте, только если подходит здесь.
field-shortcuts = Свои сочетания клавиш
field-single-keys = Клавиши без Ctrl и Alt
field-channel-order = Порядок каналов
field-traffic-views = Сохранённые виды журнала трафика
field-subscriptions = События для Вашего сервера
field-mode = Работает, на паузе или выключен
field-intake-key = Адрес приёма
field-endpoint-token = Токен Вашего сервера
field-signing-secret = Секрет для подписей
