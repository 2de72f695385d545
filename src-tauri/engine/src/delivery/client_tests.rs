//! The client against real sockets: what each kind of trouble is called, what is reused, what is measured.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use http::Method;
use rcgen::{CertificateParams, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;

use super::{ANSWER_LIMIT, Call, Called, Client, Outgoing, PLATFORM_ANSWER_LIMIT, Target};
use crate::clock::Clock;
use crate::domain::Code;

const PATIENCE: Duration = Duration::from_secs(20);

fn client(url: impl Into<String>) -> Client {
    trusting(url, None)
}

fn trusting(url: impl Into<String>, trusted: Option<String>) -> Client {
    through("none", url, trusted)
}

fn through(proxy: &str, url: impl Into<String>, trusted: Option<String>) -> Client {
    Client::new(Target { url: url.into(), trusted, proxy: proxy.to_owned() }, Clock).unwrap()
}

async fn call(client: &Client) -> Called {
    within(client, PATIENCE).await
}

async fn within(client: &Client, limit: Duration) -> Called {
    let headers = vec![("x-tag".to_owned(), "blue".to_owned())];
    let body = Bytes::from_static(b"{}").into();
    let call = Call { method: Method::POST, headers: &headers, body, limit, answer_limit: ANSWER_LIMIT };
    client.call(client.address(), call).await
}

fn code(called: &Called) -> Code {
    called.result.as_ref().expect_err("the call fails").code
}

/// Reads one request with the body `{}`.
async fn request(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut read = Vec::new();
    while !read.ends_with(b"\r\n\r\n{}") {
        let mut buffer = [0; 1_024];
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => read.extend_from_slice(&buffer[..count]),
        }
    }
    Some(String::from_utf8(read).unwrap())
}

async fn answer_all(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    answer: Bytes,
    seen: mpsc::UnboundedSender<String>,
) {
    while let Some(request) = request(&mut stream).await {
        drop(seen.send(request));
        if stream.write_all(&answer).await.is_err() {
            return;
        }
    }
}

/// Answers every request of every connection with these bytes. Gives its address and what it was asked.
async fn answering(answer: impl Into<Bytes>) -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (seen, asked) = mpsc::unbounded_channel();
    let answer = answer.into();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer_all(stream, answer.clone(), seen.clone()));
        }
    });
    (address, asked)
}

/// Does this with every connection.
async fn serving<F: Future<Output = ()> + Send>(serve: impl Fn(TcpStream) -> F + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            serve(stream).await;
        }
    });
    url
}

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

#[tokio::test]
async fn a_connection_is_reused_and_its_set_up_measured_once() {
    let (address, mut asked) = answering(OK).await;
    let client = client(format!("http://user:pa%20ss@{address}/hook?a=b#c"));
    let first = call(&client).await;
    let second = call(&client).await;
    assert_eq!(first.result.unwrap().body, "ok");
    assert!(first.timings.connect_us.is_some() && first.timings.first_byte_us.is_some());
    assert!(second.timings.connect_us.is_none() && second.timings.dns_us.is_none(), "it was reused");
    assert!(second.timings.first_byte_us.is_some() && second.timings.total_us > 0);
    let request = asked.recv().await.unwrap();
    assert!(request.starts_with("POST /hook?a=b HTTP/1.1\r\n"), "{request}");
    assert!(request.contains(&format!("host: {address}\r\n")), "{request}");
    assert!(request.contains("authorization: Basic dXNlcjpwYSBzcw==\r\n"), "{request}");
    assert!(request.contains("x-tag: blue\r\n") && request.contains("content-length: 2\r\n"), "{request}");
    assert_eq!(client.address().url, format!("http://{address}/hook?a=b"), "no password in what is shown");
}

#[tokio::test]
async fn a_connection_they_closed_between_two_requests_is_no_failure() {
    let url = serving(async |mut stream: TcpStream| {
        if request(&mut stream).await.is_some() {
            drop(stream.write_all(OK.as_bytes()).await);
        }
    })
    .await;
    let client = client(url);
    for _ in 0..5 {
        assert!(call(&client).await.result.is_ok());
        // Until the connection's end was noticed a request on it may be lost, and would be counted as a failure.
        while client.kept().iter().any(|kept| !kept.sender.is_closed()) {
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn each_network_trouble_has_its_code() {
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    assert_eq!(code(&call(&client(format!("http://{nobody}/"))).await), Code::Net05);
    assert_eq!(code(&call(&client("http://nothing.invalid/")).await), Code::Net04);

    let silent = serving(|stream| async move {
        tokio::spawn(async move {
            let mut stream = stream;
            while request(&mut stream).await.is_some() {}
        });
    })
    .await;
    assert_eq!(code(&within(&client(silent), Duration::from_millis(50)).await), Code::Net06);

    let closing = serving(async |mut stream: TcpStream| drop(request(&mut stream).await)).await;
    assert_eq!(code(&call(&client(closing)).await), Code::Net07);

    let (address, _asked) = answering("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\ncut").await;
    assert_eq!(
        code(&within(&client(format!("http://{address}/")), Duration::from_millis(50)).await),
        Code::Net06
    );

    let (address, _asked) = answering("SSH-2.0-OpenSSH_9.9\r\n\r\n").await;
    assert_eq!(code(&call(&client(format!("http://{address}/"))).await), Code::Net07);
}

async fn sent(url: impl Into<String>) -> bool {
    within(&client(url), Duration::from_millis(50)).await.result.expect_err("the call fails").sent
}

#[tokio::test]
async fn a_failure_says_whether_anything_had_left_this_computer() {
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    assert!(!sent(format!("http://{nobody}/")).await, "nobody listens");
    assert!(!sent("http://nothing.invalid/").await, "there is no such host");
    let untrusted = Authority::new().issue("localhost", (2020, 2090));
    let url = answering_tls(untrusted.0, untrusted.1).await;
    let called = call(&client(&url)).await;
    assert!(!called.result.unwrap_err().sent, "the certificate is refused before anything is said");

    let silent = serving(|stream| async move {
        tokio::spawn(async move {
            let mut stream = stream;
            while request(&mut stream).await.is_some() {}
        });
    })
    .await;
    assert!(sent(silent).await, "they got it and said nothing");
    let closing = serving(async |mut stream: TcpStream| drop(request(&mut stream).await)).await;
    let called = call(&client(closing)).await;
    assert!(called.result.unwrap_err().sent, "they got it and hung up");
    let (address, _asked) = answering("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\ncut").await;
    assert!(sent(format!("http://{address}/")).await, "the answer was cut");
}

#[tokio::test]
async fn one_client_calls_every_path_of_its_origin_on_the_same_connection_and_no_other_host() {
    let (address, mut asked) = answering(OK).await;
    let client = client(format!("http://ada:pw@{address}/chat"));
    for path in ["/chat/api/v1/profile", "/other?q=a%20b"] {
        let at = client.at(&format!("http://ada:pw@{address}{path}")).unwrap();
        assert_eq!(at.url, format!("http://{address}{path}"));
        let body = Bytes::from_static(b"{}").into();
        let call = Call {
            method: Method::GET,
            headers: &Vec::new(),
            body,
            limit: PATIENCE,
            answer_limit: PLATFORM_ANSWER_LIMIT,
        };
        let called = client.call(&at, call).await;
        assert_eq!(called.timings.connect_us.is_some(), path.starts_with("/chat"), "{path}");
        let request = asked.recv().await.unwrap();
        assert!(request.starts_with(&format!("GET {path} HTTP/1.1\r\n")), "{request}");
        assert!(request.contains("authorization: Basic YWRhOnB3"), "{request}");
    }
    let (host, port) = address.rsplit_once(':').unwrap();
    for elsewhere in [
        format!("https://{address}/"),
        format!("http://{host}:1{port}/"),
        format!("http://localhost:{port}/"),
        "/".to_owned(),
    ] {
        assert_eq!(client.at(&elsewhere).unwrap_err().code, Code::Url03, "{elsewhere}");
    }
}

fn pieces(left: Option<u64>, pieces: Vec<crate::error::Result<Bytes>>) -> Outgoing {
    Outgoing::Stream { left, pieces: futures_util::stream::iter(pieces).boxed() }
}

async fn stream(client: &Client, body: Outgoing) -> Called {
    let call = Call {
        method: Method::POST,
        headers: &Vec::new(),
        body,
        limit: PATIENCE,
        answer_limit: ANSWER_LIMIT,
    };
    client.call(client.address(), call).await
}

#[tokio::test]
async fn a_body_that_streams_has_its_length_where_it_is_known_and_ends_with_the_reason_when_it_breaks() {
    let (address, mut asked) = answering(OK).await;
    let client = client(format!("http://{address}/"));
    let parts = || vec![Ok(Bytes::from_static(b"{")), Ok(Bytes::from_static(b"}"))];
    assert_eq!(stream(&client, pieces(Some(2), parts())).await.result.unwrap().status, 200);
    let request = asked.recv().await.unwrap();
    assert!(request.contains("content-length: 2\r\n") && request.ends_with("\r\n\r\n{}"), "{request}");

    let broken = vec![Ok(Bytes::from_static(b"{")), Err(crate::error::Error::new(Code::Db02))];
    let failure = stream(&client, pieces(Some(2), broken)).await.result.unwrap_err();
    assert_eq!((failure.code, failure.sent), (Code::Db02, true));

    let chunked = serving(async |mut stream: TcpStream| {
        let mut read = Vec::new();
        while !read.ends_with(b"0\r\n\r\n") {
            read.push(stream.read_u8().await.unwrap());
        }
        let whole = read.windows(7).any(|part| part == b"\r\n\r\n1\r\n");
        let answer = if whole { OK } else { "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n" };
        drop(stream.write_all(answer.as_bytes()).await);
    })
    .await;
    let called = stream(&self::client(chunked), pieces(None, parts())).await;
    assert_eq!(called.result.unwrap().status, 200, "without a length it is sent in chunks");
}

#[test]
fn what_is_no_web_address_is_said_so_at_once() {
    for url in ["", "example.com", "ftp://example.com/", "http://"] {
        let target = Target { url: url.to_owned(), trusted: None, proxy: "none".to_owned() };
        assert_eq!(Client::new(target, Clock).unwrap_err().code, Code::Url03, "{url}");
    }
}

#[tokio::test]
async fn an_answer_is_read_to_the_bound_and_redirects_are_answers() {
    let mut long = format!(
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: {}\r\n\r\n",
        10 << 20
    );
    long.push_str(&"x".repeat(ANSWER_LIMIT * 2));
    let (address, _asked) = answering(long).await;
    let answer = call(&client(format!("http://{address}/"))).await.result.unwrap();
    assert_eq!((answer.status.as_u16(), answer.body.len(), answer.truncated), (302, ANSWER_LIMIT, true));
}

struct Authority {
    certificate: rcgen::Certificate,
    issuer: rcgen::Issuer<'static, KeyPair>,
}

impl Authority {
    fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params.distinguished_name.push(rcgen::DnType::CommonName, "An office's authority");
        let certificate = params.self_signed(&key).unwrap();
        Self { certificate, issuer: rcgen::Issuer::new(params, key) }
    }

    /// A certificate for these names, good between these years.
    fn issue(
        &self,
        name: &str,
        years: (i32, i32),
    ) -> (CertificateDer<'static>, PrivateKeyDer<'static>, String) {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(years.0, 1, 1);
        params.not_after = rcgen::date_time_ymd(years.1, 1, 1);
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let private = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        (certificate.der().clone(), private, certificate.pem())
    }
}

/// Answers every request over TLS with this certificate. Gives its address.
async fn answering_tls(certificate: CertificateDer<'static>, key: PrivateKeyDer<'static>) -> String {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if let Ok(stream) = acceptor.accept(stream).await {
                let (seen, _) = mpsc::unbounded_channel();
                tokio::spawn(answer_all(stream, Bytes::from_static(OK.as_bytes()), seen));
            }
        }
    });
    url
}

#[tokio::test]
async fn an_unknown_certificate_is_refused_shown_and_good_once_it_is_trusted() {
    let authority = Authority::new();
    let (certificate, key, pem) = authority.issue("localhost", (2020, 2090));
    let shown = Bytes::copy_from_slice(&certificate);
    let url = answering_tls(certificate, key).await;

    let refused = call(&client(&url)).await.result.unwrap_err();
    assert_eq!((refused.code, refused.certificate), (Code::Tls03, Some(shown)));

    let called = call(&trusting(&url, Some(pem))).await;
    assert!(called.timings.tls_us.is_some());
    assert_eq!(called.result.unwrap().status, 200, "the very certificate is trusted");
    let called = call(&trusting(&url, Some(authority.certificate.pem()))).await;
    assert_eq!(called.result.unwrap().status, 200, "whatever a trusted authority issued is trusted");
}

#[tokio::test]
async fn an_expired_certificate_and_one_for_another_name_have_their_codes() {
    let authority = Authority::new();
    for (name, years, expected) in [
        ("localhost", (2020, 2021), Code::Tls01),
        ("localhost", (2089, 2090), Code::Tls01),
        ("elsewhere.example", (2020, 2090), Code::Tls02),
    ] {
        let (certificate, key, _) = authority.issue(name, years);
        let url = answering_tls(certificate, key).await;
        let client = trusting(&url, Some(authority.certificate.pem()));
        assert_eq!(code(&call(&client).await), expected, "{name} {years:?}");
    }
}

#[tokio::test]
async fn a_set_proxy_gets_whole_addresses_for_http_and_a_tunnel_for_https() {
    let (proxy, mut asked) = answering(OK).await;
    let client = through(&format!("http://me:secret@{proxy}"), "http://crm.invalid/hook", None);
    assert!(call(&client).await.result.is_ok());
    let request = asked.recv().await.unwrap();
    assert!(request.starts_with("POST http://crm.invalid/hook HTTP/1.1\r\n"), "{request}");
    assert!(request.contains("proxy-authorization: Basic bWU6c2VjcmV0\r\n"), "{request}");

    let authority = Authority::new();
    let (certificate, key, _) = authority.issue("crm.invalid", (2020, 2090));
    let endpoint = answering_tls(certificate, key).await;
    let port = endpoint.trim_end_matches('/').rsplit(':').next().unwrap().to_owned();
    let tunnel = serving(move |mut stream| {
        let to = format!("127.0.0.1:{port}");
        async move {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(stream.read_u8().await.unwrap());
            }
            assert!(head.starts_with(b"CONNECT crm.invalid:443 HTTP/1.1\r\n"));
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
            let mut onward = TcpStream::connect(to).await.unwrap();
            tokio::spawn(
                async move { tokio::io::copy_bidirectional(&mut stream, &mut onward).await.map(drop) },
            );
        }
    })
    .await;
    let client = through(&tunnel, "https://crm.invalid/hook", Some(authority.certificate.pem()));
    assert_eq!(call(&client).await.result.unwrap().body, "ok");

    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let client = through(&format!("http://{nobody}"), "http://crm.invalid/", None);
    assert_eq!(
        code(&call(&client).await),
        Code::Net07,
        "the endpoint may be well: it is the way there that is broken"
    );
}
