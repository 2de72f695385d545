## Данные, которые не открываются

recovery-nothing-lost = Ничего не удалено, и ничего из того, что здесь есть, не пропадёт: что бы Вы ни выбрали, прежнее сохраняется в стороне. До тех пор Switchboard не работает, и платформы не могут доставлять сообщения.
recovery-files = Что найдено
recovery-settings = Каналы и настройки
recovery-journal = Сообщения и доставки
recovery-file-sound = Читается
recovery-file-damaged = Повреждён
recovery-file-missing = Отсутствует
recovery-file-notLooked = Не просмотрен: слишком велик
recovery-restore = Восстановить резервную копию
    .help = Всё станет таким, каким было тогда.
recovery-no-backup = В папке данных нет резервных копий.
recovery-which = Резервная копия
recovery-restore-button = Восстановить копию от { $when }
recovery-rescue = Спасти, что читается
    .help = Строка за строкой прочитает всё, что не повреждено, и продолжит с этим. Некоторых сообщений может не хватать.
recovery-rescue-button = Спасти
recovery-fresh = Начать заново
    .help = Пустой Switchboard. Каналы нужно настроить снова, их адреса будут новыми.
recovery-fresh-button = Начать заново
recovery-fresh-question = Начать с чистого листа?
recovery-fresh-consequence = Ни каналы, ни сообщения, ни настройки не переносятся. Повреждённые данные сохраняются в папке данных, и тот, кто помогает, сможет их посмотреть.
recovery-fresh-keep = Назад к другим способам
recovery-folder = Открыть папку данных
recovery-report = Копировать отчёт для поддержки
recovery-done = Switchboard снова работает.
recovery-rows =
    { $count ->
        [one] Прочитана и перенесена { $count } строка.
        [few] Прочитаны и перенесены { $count } строки.
        [many] Прочитано и перенесено { $count } строк.
       *[other] Прочитано и перенесено { $count } строки.
    }
recovery-kept = Прежние данные лежат в
recovery-open = Открыть Switchboard
