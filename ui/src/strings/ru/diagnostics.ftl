## Отчёт для тех, кто помогает

diagnostics-create = Отчёт для тех, кто помогает
    .help = Если что-то не работает и Вам помогают, дайте этот отчёт. Перед сохранением Вы увидите его целиком.
diagnostics-without-secrets = В нём нет токенов, паролей и секретных адресов.
diagnostics-without-messages = В нём нет ничего из переписки и нет имён клиентов.
diagnostics-stays-here = Он сохраняется там, где Вы скажете, и никуда не отправляется.
diagnostics-button = Создать отчёт
diagnostics-again = Создать заново
diagnostics-looking = Проверяем каналы и просматриваем данные. Это может занять четверть минуты.
diagnostics-save = Сохранить отчёт…
diagnostics-copy = Скопировать отчёт
diagnostics-saved = Отчёт создан.
diagnostics-parts = Части отчёта
diagnostics-part-version = Версия и система
diagnostics-part-settings = Настройки
diagnostics-part-channels = Каналы и связки
diagnostics-part-checks = Проверки соединений
diagnostics-part-queue = Что ждёт и что остановлено
diagnostics-part-problems = Проблемы
diagnostics-part-storage = Диск и базы данных
diagnostics-part-log = Последние строки журнала программы
section-diagnostics = Диагностика
    .sentence = Что показать тем, кто Вам помогает.
section-backup = Копии и перенос
    .sentence = Сохраните данные в безопасности и перенесите настройки на другой компьютер.

## Об этой версии

about-open-folder = Открыть папку данных
about-move = Чтобы перенести её, закройте Switchboard, переместите папку и запустите с --data и новым местом.
about-new = Что нового
about-new-nothing = В этой версии исправлены ошибки, внешне ничего не изменилось.
about-0-1-0-settings = У настроек появились разделы и поиск, резервные копии, файл для переноса и отчёт для тех, кто помогает.
about-0-1-0-history = Объём журнала можно ограничить, а историю — удалить.
about-0-1-0-address = Новый адрес или порт приёма действует сразу, без перезапуска.
about-privacy = Что Switchboard сообщает другим
about-privacy-nothing = Ничего. Учётной записи нет, никакие данные и отчёты никому не отправляются.
about-licence = Лицензия
about-licence-words = MIT. Программа опирается на свободные библиотеки многих людей, каждая под своей свободной лицензией.

## Порт

port-taken = Порт адреса { $listen } занят программой { $program }.
port-taken-unknown = Порт адреса { $listen } занят другой программой.
port-free = Порт { $port } свободен. Публичный адрес останется прежним, если он ведёт на новый порт.
port-none-free = Соседние порты тоже заняты. Введите другой выше.
port-use = Использовать { $port }
