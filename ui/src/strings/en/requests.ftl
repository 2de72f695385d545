## Letters to those who run networks, servers and platforms. `.letter` may hold several paragraphs.

# $platform: the platform; $intake: our address
request-private-network = Please let { $platform } call an address in our network
    .letter =
        Hello,

        our { $platform } is to send its events to a program inside our own network:

        { $intake }

        { $platform ->
            [Chatwoot] Since version 4.14 Chatwoot refuses
           *[other] { $platform } is built on Chatwoot, which since version 4.14 refuses
        } private addresses. Please set this in its environment and restart it (4.14.1 and later understand it):

        SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true

        The address needs a name with a dot in it, or an IP address. Thank you.
# $host: the host; $computer: this computer
request-outgoing = Please allow outgoing connections to { $host }
    .letter =
        Hello,

        the computer { $computer } must be able to reach { $host } by HTTPS (TCP port 443), and find its name by DNS. Connections go out only; nothing has to be opened inwards.

        If they go through a proxy, please tell me its address. It must not hold back or rewrite requests of the type application/json. Thank you.
# $host: the host
request-underscores = Please let headers with an underscore through at { $host }
    .letter =
        Hello,

        { $host } stands behind nginx, which drops headers with an underscore in their name. Programs sign in to the API there with the header api_access_token, so requests with a right token are answered 401.

        Please add this to the server block and reload nginx:

        underscores_in_headers on;

        Thank you.
# $public: the public address; $relay: where we listen
request-reverse-proxy = Please pass { $public } on to our relay
    .letter =
        Hello,

        please pass requests to { $public } on to { $relay }, with a valid certificate. For nginx:

        location / {"{"}
            proxy_pass http://{ $relay };
            proxy_set_header Host $host;
            proxy_request_buffering off;
            client_max_body_size 850m;
            underscores_in_headers on;
        {"}"}

        (underscores_in_headers belongs into the server block.) Methods GET and POST are used, with paths under /in, /out and /file. Thank you.
# $host: the host
request-certificate = Please renew the certificate of { $host }
    .letter =
        Hello,

        the certificate of { $host } is not accepted: it is out of date, not yet valid, or its chain is incomplete. Please renew it, and have the server send the intermediate certificates as well.

        Until then no messages are sent there; they are kept. Thank you.
# $host: the host
request-certificate-name = The certificate of { $host } is made for another name
    .letter =
        Hello,

        { $host } shows a certificate that was made for another name. Please add { $host } to the certificate, or tell me by which name the server should be called. Thank you.
# $host: the host
request-endpoint-down = { $host } does not answer
    .letter =
        Hello,

        { $host } has not been taking our requests since a while: it does not answer, refuses the connection, or answers with an error of its own (5xx). Please look whether the program runs and what its log says.

        Nothing is lost: messages are kept and sent again by themselves. A request should be answered within 30 seconds. Thank you.
# $platform: the platform
request-rights = Please give our user rights in { $platform }
    .letter =
        Hello,

        the token we use in { $platform } works, but its owner may not see the inbox that we need. Please make that user an administrator, or add it to the inbox as an agent. Thank you.
# $relay: where we listen; $computer: this computer
request-firewall = Please allow our relay through the firewall
    .letter =
        Hello,

        on the computer { $computer } the program Switchboard listens at { $relay } (TCP). A firewall or an antivirus program blocks it. Please allow incoming connections to that port, at least from the reverse proxy. Thank you.
# $computer: this computer
request-clock = Please let { $computer } set its clock
    .letter =
        Hello,

        the clock of { $computer } is off by minutes, and signatures of requests are refused for that. Please switch on time synchronisation (NTP, UDP port 123 outgoing). Thank you.
