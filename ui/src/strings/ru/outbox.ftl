## Отправка из программы

outbox-title = Отправка сообщений из Вашей программы
outbox-sentence = Ваша программа отправляет сюда один простой запрос; Switchboard по порядку делает всё, что для этого нужно { $platform }, и повторяет попытки, пока не дойдёт.
outbox-userlike = Ответить в Userlike нельзя. Его дополнение API только сообщает о событиях и ничего ни от кого не принимает.
outbox-address = Адрес для Вашей программы
outbox-copy = Скопировать этот адрес
outbox-local-only = Этот адрес работает только с этого компьютера, потому что публичный адрес не задан. Этого достаточно, если Ваша программа работает здесь же.
outbox-kinds = Что принимает { $platform }
outbox-kind = Вид запроса
outbox-as-customer = Как клиент
outbox-as-operator = Как оператор
outbox-kind-message = Сообщение
outbox-kind-contact = Сведения о человеке
outbox-kind-read = Кто-то прочитал
outbox-kind-typing = Кто-то набирает текст
outbox-kind-state = Что стало с сообщением или в каком состоянии диалог
outbox-kind-end = Диалог окончен
outbox-kind-user-info = Запросить данные оператора
outbox-kind-conversation-send = Целый диалог сразу
outbox-taken = принимается
outbox-not-taken = не принимается
outbox-example = Пример для копирования
outbox-copy-example = Скопировать пример
outbox-example-token = Вместо { $token } подставьте токен Вашей программы. Два запроса с одним messageId — одно сообщение, поэтому в сомнении программа может отправить ещё раз.
outbox-openapi = Описание для программистов (OpenAPI)
