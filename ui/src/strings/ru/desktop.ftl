## The desktop: the tray, closing and quitting, notifications, and their settings

relay-paused = Пауза
tray-open = Открыть Switchboard
tray-pause = Приостановить всё
tray-pause-15 = На 15 минут
tray-pause-60 = На 1 час
tray-pause-open = Пока я не возобновлю
tray-resume = Возобновить отправку
tray-copy = Скопировать публичный адрес
tray-problem = Показать последнюю проблему…
tray-quit = Завершить Switchboard
pause-hint = Пока ничего не отправляется; входящее сохраняется.

closing-title = Закрыть окно
closing-text = Switchboard может и дальше передавать сообщения в фоне. Значок в системном трее показывает его состояние и снова открывает окно.
closing-text-no-tray = На этом рабочем столе нет системного трея. Switchboard может и дальше передавать сообщения со свёрнутым окном; повторный запуск тоже вернёт окно.
closing-background = Продолжать передачу в фоне
closing-minimise = Продолжать передачу, свернуть окно
closing-if-quit = Если завершить:
closing-quit = Завершить Switchboard
closing-remember = Поступать так и впредь
    .help = Это можно изменить в настройках.

quitting-title = Завершить Switchboard?
# $count: messages
quitting-waiting = { $count ->
        [one] { $count } сообщение ожидает отправки. Оно сохранено и будет отправлено при следующем запуске.
        [few] { $count } сообщения ожидают отправки. Они сохранены и будут отправлены при следующем запуске.
        [many] { $count } сообщений ожидают отправки. Они сохранены и будут отправлены при следующем запуске.
       *[other] { $count } сообщения ожидают отправки. Они сохранены и будут отправлены при следующем запуске.
    }
# $name: where it goes; $done, $total: conversations
quitting-bulk = Массовая отправка в «{ $name }»: { $done } из { $total }. Она остановится на этом месте и будет ждать, пока Вы её не продолжите.
quitting-incoming = Пока Switchboard не запущен снова, сообщения не смогут поступать.
quitting-quit = Всё равно завершить
quitting-stay = Продолжать работу в фоне

# $count: problems; $name: whose the only one is
notice-opened = { $count ->
        [one] { $count ->
            [1] Требуется Ваше внимание: { $name }
           *[other] Вашего внимания требует { $count } проблема
        }
        [few] Вашего внимания требуют { $count } проблемы
        [many] Вашего внимания требуют { $count } проблем
       *[other] Вашего внимания требуют { $count } проблемы
    }
notice-still-open = { $count ->
        [one] { $count ->
            [1] Уже час требуется Ваше внимание: { $name }
           *[other] Уже час открыта { $count } проблема
        }
        [few] Уже час открыты { $count } проблемы
        [many] Уже час открыты { $count } проблем
       *[other] Уже час открыты { $count } проблемы
    }
notice-solved = { $count ->
        [one] Решена { $count } проблема
        [few] Решены { $count } проблемы
        [many] Решены { $count } проблем
       *[other] Решены { $count } проблемы
    }
# $name: where it goes
notice-bulk-done = Массовая отправка в «{ $name }» завершена
notice-bulk-done-text = Доставлено: { $delivered }, не удалось или неизвестно: { $failed }.
notice-bulk-halted = Массовая отправка в «{ $name }» приостановилась
notice-bulk-halted-text = Слишком много неудач подряд. Осталось: { $left }; проверьте, прежде чем продолжать.
notice-bulk-interrupted = Массовая отправка в «{ $name }» ждёт
notice-bulk-interrupted-text = Switchboard завершился, пока она шла. Осталось: { $left }. Она пойдёт дальше, когда Вы её продолжите.
notice-digest = Что было вчера
# $received, $delivered, $failed: messages
notice-digest-text = Получено: { $received }, доставлено: { $delivered }, не доставлено: { $failed }.
# $name: a channel; $seconds: how long its endpoint took
notice-digest-slowest = Медленнее всех отвечал { $name }, около { $seconds } с.
notice-minimised = Switchboard продолжает передачу
notice-minimised-text = Окно свёрнуто, потому что на этом рабочем столе нет системного трея. Чтобы завершить Switchboard, нажмите Ctrl+Q в его окне.

section-desktop = Рабочий стол
    .sentence = Закрытие, запуск, уведомления и графика окна.
desktop-window = Окно
desktop-telling = О чём сообщать
desktop-starting = Запуск
desktop-quitting = Завершение
desktop-quit = Завершить Switchboard
    .help = После этого ничего не передаётся, пока Switchboard не запустят снова. Если сообщения ещё ждут или идёт рассылка, сначала будет задан вопрос.
desktop-browser = Эти экраны открыты в браузере. Закрытие, запуск вместе с компьютером и уведомления настраиваются в окне приложения.
field-close-to = При закрытии окна
    .help = Для передачи Switchboard должен быть запущен, с окном или без него.
close-to-ask = Спрашивать
close-to-tray = Продолжать передачу
close-to-quit = Завершать
desktop-no-tray = На этом рабочем столе нет системного трея: окно сворачивается, а не скрывается.
desktop-autostart = Запускать вместе с компьютером
    .help = Switchboard запускается сам, когда Вы входите в систему.
field-zoom = Масштаб
    .help = Размер всего в окне. Ctrl с плюсом и минусом меняют его, Ctrl с 0 возвращает 100 %.
field-start-hidden = Запускать без окна
    .help = Виден только значок в системном трее. Действует, когда Switchboard запускается вместе с компьютером.
field-notifications = Уведомления
    .help = Одно, когда возникает проблема, одно, если она не решена через час, и одно, когда она решена. О сообщениях — никогда.
notifications-all = О проблемах и завершённых массовых отправках
notifications-problems = Только о проблемах
notifications-none = Никаких
field-daily-digest = Раз в день сообщать, что было вчера
    .help = После девяти утра: сколько сообщений пришло, сколько доставлено и не доставлено и кто отвечал медленнее всех. О дне без сообщений ничего не сообщается.
desktop-quiet = Тихие часы
    .help = То, что после них ещё важно, показывается потом.
field-quiet-from = С
field-quiet-to = До
field-safe-graphics = Безопасная графика
    .help = Включите, если окно остаётся пустым или мерцает. Действует после перезапуска Switchboard.
