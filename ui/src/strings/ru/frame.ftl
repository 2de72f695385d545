## Рамка

skip-link = К содержанию
nav-label = Разделы
nav-home = Главная
nav-channels = Каналы
nav-traffic = Трафик
nav-conversations = Диалоги
nav-bulk = Массовые отправки
nav-settings = Настройки
nav-help = Справка
relay-working = Всё работает
relay-attention = Требует внимания
relay-problem = Проблема
relay-stopped = Приём остановлен
relay-starting = Запускается
relay-offline = Нет связи
banner-offline = Связь со Switchboard прервалась. Она восстановится сама; то, что на экране, могло устареть.
demo-banner = Демонстрация: тренировочные платформы и тренировочный сервер обмениваются примерами сообщений, часть нарочно с ошибками.
demo-remove = Убрать демонстрацию

action-try-again = Попробовать снова
action-try-now = Повторить сейчас
action-close = Закрыть
draft-offer = Ваши незаконченные изменения ({ $when }) сохранились.
draft-offer-partly = Секретов, файлов и адресов, в которых может быть секрет, среди них нет.
draft-take = Вернуть их
draft-drop = Отбросить их
action-cancel = Отмена
action-resend = Отправить ещё раз
copy-done = Скопировано
copy-refused = Не удалось скопировать

error-offline = Switchboard не отвечает.
    .hint = Возможно, программа, стоящая за этим экраном, завершилась. Запустите её снова; Ваши сообщения сохранены.
