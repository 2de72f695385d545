//! The admin's own program, as good or as bad as a test wants it: a real HTTP server on loopback that keeps what it got.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Response};
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Body, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use switchboard_engine::clock::Clock;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::PATIENCE;

/// One request the endpoint got.
#[derive(Clone, Debug)]
pub struct Received {
    /// Its place in the order of arrival, from 0.
    pub number: usize,
    /// Method.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

impl Received {
    /// The body as JSON; null when it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// A header's value, empty when it is missing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// In a request of the Switchboard format: the words of the message.
    #[must_use]
    pub fn text(&self) -> String {
        self.json()["data"]["message"]["text"].as_str().unwrap_or_default().to_owned()
    }
}

/// What the endpoint does with a request.
#[derive(Clone, Debug)]
pub enum Reply {
    /// This status, these headers, this body.
    Answer(u16, Vec<(&'static str, String)>, Bytes),
    /// Never answers.
    Hang,
    /// Waits at the gate, then answers 200.
    Gate(Gate),
    /// Cuts the connection so that the sender sees a reset.
    Reset,
    /// 200, and a body that never ends.
    Endless,
}

impl Reply {
    /// 200 with an empty JSON object.
    #[must_use]
    pub fn ok() -> Self {
        Self::Answer(200, vec![("content-type", "application/json".to_owned())], Bytes::from_static(b"{}"))
    }

    /// 200 with this.
    #[must_use]
    pub fn json(body: &Value) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        Self::Answer(200, headers, body.to_string().into())
    }

    /// This status with nothing.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::Answer(status, Vec::new(), Bytes::new())
    }

    /// This status with one header.
    #[must_use]
    pub fn with(status: u16, name: &'static str, value: impl Into<String>) -> Self {
        Self::Answer(status, vec![(name, value.into())], Bytes::new())
    }
}

/// Holds requests until it is opened; then it stays open.
#[derive(Clone, Debug)]
pub struct Gate(Arc<Semaphore>);

impl Default for Gate {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(0)))
    }
}

impl Gate {
    /// Lets everybody through, now and later.
    pub fn open(&self) {
        self.0.close();
    }

    async fn pass(&self) {
        // Closing the semaphore is the signal; no permit is ever given.
        drop(self.0.acquire().await);
    }
}

type Behaviour = dyn Fn(&Received) -> Reply + Send + Sync;

/// An authority that issues certificates. Whoever trusts it trusts them.
pub struct Authority {
    /// Its own certificate as PEM.
    pub pem: String,
    issuer: rcgen::Issuer<'static, rcgen::KeyPair>,
}

impl Default for Authority {
    fn default() -> Self {
        let key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::default();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params.distinguished_name.push(rcgen::DnType::CommonName, "An authority of the tests");
        let pem = params.self_signed(&key).unwrap().pem();
        Self { pem, issuer: rcgen::Issuer::new(params, key) }
    }
}

impl Authority {
    /// A certificate for this host that is good for so many days: from now on, or, if negative, up to so many days ago.
    #[must_use]
    pub fn issue(&self, host: &str, days: i32) -> Certificate {
        Certificate::new(host, days, |params, key| params.signed_by(key, &self.issuer))
    }
}

/// What a server shows that it is who it is, with the key to it.
pub struct Certificate {
    /// It as PEM.
    pub pem: String,
    config: Arc<rustls::ServerConfig>,
}

impl Certificate {
    /// One that is signed by itself: nobody knows it.
    #[must_use]
    pub fn of_its_own(host: &str, days: i32) -> Self {
        Self::new(host, days, |params, key| params.self_signed(key))
    }

    fn new(
        host: &str,
        days: i32,
        sign: impl FnOnce(&rcgen::CertificateParams, &rcgen::KeyPair) -> Result<rcgen::Certificate, rcgen::Error>,
    ) -> Self {
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        let mut params = rcgen::CertificateParams::new([host.to_owned()]).unwrap();
        let since_1970 = Duration::from_millis(u64::try_from(Clock.now().0).unwrap());
        let now = rcgen::date_time_ymd(1970, 1, 1) + since_1970;
        params.not_before = now - DAY * 3_650;
        // An hour more, so that it is that many days for as long as any test takes.
        params.not_after = if days < 0 {
            now - DAY * days.unsigned_abs()
        } else {
            now + DAY * days.unsigned_abs() + DAY / 24
        };
        let signing_key = rcgen::KeyPair::generate().unwrap();
        let certificate = sign(&params, &signing_key).unwrap();
        let key = rustls::pki_types::PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Self { pem: certificate.pem(), config: Arc::new(config) }
    }

    fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(Arc::clone(&self.config))
    }
}

struct Inside {
    received: watch::Sender<Vec<Received>>,
    behaviour: Mutex<Arc<Behaviour>>,
    tls: Mutex<Option<TlsAcceptor>>,
}

/// A running endpoint; it ends with this value.
pub struct Endpoint {
    /// Where it is, without a path.
    pub url: String,
    /// With TLS: its certificate as PEM.
    pub certificate: Option<String>,
    inside: Arc<Inside>,
    task: JoinHandle<()>,
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Endpoint {
    /// One that takes everything.
    pub async fn good() -> Self {
        Self::start(|_| Reply::ok()).await
    }

    /// One that does what `behaviour` says.
    pub async fn start(behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Self {
        Self::listen("127.0.0.1:0", None, behaviour).await
    }

    /// One on this very address: for an endpoint that comes back where it was.
    pub async fn start_at(
        address: &str,
        behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        Self::listen(address, None, behaviour).await
    }

    /// One with TLS and a certificate nobody knows, made for `name`.
    pub async fn start_tls(
        name: &str,
        behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        Self::start_with(&Certificate::of_its_own(name, 365), behaviour).await
    }

    /// One with TLS and this certificate, at `https://localhost`.
    pub async fn start_with(
        certificate: &Certificate,
        behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let mut endpoint = Self::listen("127.0.0.1:0", Some(certificate.acceptor()), behaviour).await;
        endpoint.url = endpoint.url.replace("127.0.0.1", "localhost");
        endpoint.certificate = Some(certificate.pem.clone());
        endpoint
    }

    /// From now on it shows this certificate.
    pub fn renew(&self, certificate: &Certificate) {
        *self.inside.tls.lock().unwrap() = Some(certificate.acceptor());
    }

    async fn listen(
        address: &str,
        tls: Option<TlsAcceptor>,
        behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let scheme = if tls.is_some() { "https" } else { "http" };
        let url = format!("{scheme}://{}", listener.local_addr().unwrap());
        let inside = Arc::new(Inside {
            received: watch::Sender::default(),
            behaviour: Mutex::new(Arc::new(behaviour)),
            tls: Mutex::new(tls),
        });
        let task = tokio::spawn(accept(listener, Arc::clone(&inside)));
        Self { url, certificate: None, inside, task }
    }

    /// The address and port it listens on.
    #[must_use]
    pub fn address(&self) -> &str {
        self.url.split("://").nth(1).unwrap_or_default()
    }

    /// From now on it does this.
    pub fn behave(&self, behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static) {
        *self.inside.behaviour.lock().unwrap() = Arc::new(behaviour);
    }

    /// What it got so far, in order of arrival.
    #[must_use]
    pub fn so_far(&self) -> Vec<Received> {
        self.inside.received.borrow().clone()
    }

    /// Waits until it got at least so many requests.
    pub async fn received(&self, count: usize) -> Vec<Received> {
        self.until(&format!("{count} requests at the endpoint"), |all| all.len() >= count).await
    }

    /// Waits until what it got is as wanted.
    pub async fn until(&self, what: &str, wanted: impl FnMut(&Vec<Received>) -> bool) -> Vec<Received> {
        let mut watching = self.inside.received.subscribe();
        match tokio::time::timeout(PATIENCE, watching.wait_for(wanted)).await {
            Ok(all) => all.unwrap().clone(),
            Err(_) => panic!("never happened: {what}; there were {:#?}", self.so_far()),
        }
    }
}

async fn accept(listener: TcpListener, inside: Arc<Inside>) {
    // Connections end with the endpoint: whoever is connected sees it go.
    let mut connections = tokio::task::JoinSet::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let (inside, tls) = (Arc::clone(&inside), inside.tls.lock().unwrap().clone());
        connections.spawn(async move {
            let _ = stream.set_nodelay(true);
            let stream = stream.into_std().unwrap();
            let handle = Arc::new(stream.try_clone().unwrap());
            let stream = TcpStream::from_std(stream).unwrap();
            match tls {
                None => serve(stream, handle, inside).await,
                Some(tls) => {
                    if let Ok(stream) = tls.accept(stream).await {
                        serve(stream, handle, inside).await;
                    }
                }
            }
        });
    }
}

async fn serve(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    handle: Arc<std::net::TcpStream>,
    inside: Arc<Inside>,
) {
    let service = service_fn(|request| answer(request, Arc::clone(&handle), Arc::clone(&inside)));
    // An error here is a connection that ended early, which is what many tests are about.
    drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await);
}

async fn answer(
    request: http::Request<Incoming>,
    handle: Arc<std::net::TcpStream>,
    inside: Arc<Inside>,
) -> Result<Response<BoxBody<Bytes, Infallible>>, std::io::Error> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(std::io::Error::other)?.to_bytes();
    let mut received = Received {
        number: 0,
        method: head.method.to_string(),
        path: head.uri.to_string(),
        headers: head.headers,
        body,
    };
    let mut reply = Reply::Hang;
    inside.received.send_modify(|all| {
        received.number = all.len();
        let behaviour = Arc::clone(&inside.behaviour.lock().unwrap());
        reply = behaviour(&received);
        all.push(received);
    });
    let response = Response::builder();
    let built = match reply {
        Reply::Answer(status, headers, body) => {
            let response = headers
                .into_iter()
                .fold(response.status(status), |response, (name, value)| response.header(name, value));
            response.body(Full::new(body).boxed())
        }
        Reply::Gate(gate) => {
            gate.pass().await;
            response.body(Full::new(Bytes::from_static(b"{}")).boxed())
        }
        Reply::Hang => std::future::pending().await,
        Reply::Endless => response.body(Endless.boxed()),
        Reply::Reset => {
            socket2::SockRef::from(&*handle).set_linger(Some(Duration::ZERO))?;
            return Err(std::io::Error::other("cut"));
        }
    };
    Ok(built.unwrap())
}

struct Endless;

impl Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b'x'; 16_384])))))
    }
}
