//! The HTTP client of one destination: a few kept connections, one time limit over everything, the time of every part.
//!
//! It sits on hyper's connections rather than on a ready-made client because a try must tell how long finding the host, connecting,
//! encryption and the first byte took, and which certificate was refused. It follows no redirect and reads an answer to a bound.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::sync::OnceCell;
use url::Url;

use super::dial::{self, Failure, May, Route};
use super::tls;
use crate::clock::{Clock, Stopwatch};
use crate::domain::Code;
use crate::schema::Timings;
use crate::store::Headers;

/// What is kept of an answer's body.
const ANSWER_LIMIT: usize = 64 * 1024;

/// A connection unused for longer is not used again: whatever stands between may have forgotten it.
const KEPT_FOR: Duration = Duration::from_secs(30);

/// How a destination is reached; a client serves exactly one of these.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// Its address.
    pub url: String,
    /// PEM of a certificate trusted for it alone.
    pub trusted: Option<String>,
    /// The proxy setting.
    pub proxy: String,
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address and the proxy's may hold passwords.
        f.write_str("Target(…)")
    }
}

/// The client of one destination.
#[derive(Debug)]
pub(crate) struct Client {
    target: Target,
    url: String,
    route: Route,
    /// What stands in the request line: the path, or for a plain proxy the whole address.
    line: Uri,
    own: HeaderMap,
    tls: OnceCell<Arc<rustls::ClientConfig>>,
    kept: Mutex<Vec<Kept>>,
    clock: Clock,
}

#[derive(Debug)]
struct Kept {
    sender: SendRequest<Full<Bytes>>,
    since: Stopwatch,
}

/// What a request brought.
#[derive(Debug)]
pub(crate) struct Called {
    /// The answer, or why there is none.
    pub result: Result<Answer, Failure>,
    /// Where the time went.
    pub timings: Timings,
}

/// An answer, as far as it was read.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, to a bound.
    pub body: Bytes,
    /// There was more.
    pub truncated: bool,
}

impl Client {
    /// A client for that target. Errors: URL-03 when the address is none.
    pub(crate) fn new(target: Target, clock: Clock) -> Result<Self, Failure> {
        let not_an_address = |cause: &dyn std::fmt::Display| Failure::new(Code::Url03, cause);
        let mut url = Url::parse(&target.url).map_err(|cause| not_an_address(&cause))?;
        let mut own = HeaderMap::new();
        if let Some(basic) = basic_auth(&url) {
            own.insert(header::AUTHORIZATION, basic);
        }
        // Neither belongs on the wire; both calls fail only for addresses without a host.
        let _ = url.set_username("");
        let _ = url.set_password(None);
        url.set_fragment(None);
        let whole: Uri = url.as_str().parse().map_err(|cause| not_an_address(&cause))?;
        if whole.host().is_none_or(str::is_empty) || !matches!(whole.scheme_str(), Some("http" | "https")) {
            return Err(not_an_address(&"neither http nor https"));
        }
        if let Some(host) = whole.authority().and_then(|host| HeaderValue::from_str(host.as_str()).ok()) {
            own.insert(header::HOST, host);
        }
        let url = url.to_string();
        let route = Route::new(whole.clone(), &target.proxy);
        let line = match route.plain_proxy() {
            Some(proxy) => {
                if let Some(auth) = proxy.basic_auth() {
                    own.insert(header::PROXY_AUTHORIZATION, auth.clone());
                }
                whole
            }
            None => {
                whole.path_and_query().map_or_else(|| Uri::from_static("/"), |path| Uri::from(path.clone()))
            }
        };
        Ok(Self { target, url, route, line, own, tls: OnceCell::new(), kept: Mutex::default(), clock })
    }

    /// What it serves.
    pub(crate) fn target(&self) -> &Target {
        &self.target
    }

    /// Its address, without a password in it.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Makes one request, all of it within `limit`.
    pub(crate) async fn call(
        &self,
        method: Method,
        headers: &Headers,
        body: Bytes,
        limit: Duration,
    ) -> Called {
        let watch = self.clock.stopwatch();
        let mut timings = Timings::default();
        let result =
            match tokio::time::timeout(limit, self.exchange(method, headers, body, &mut timings)).await {
                Ok(result) => result,
                Err(_) => Err(Failure::new(Code::Net06, "no answer in time")),
            };
        timings.total_us = watch.micros();
        Called { result, timings }
    }

    /// Asks for what is at the address, on a connection of its own and only where `may` allows, and gives the answer as it begins.
    pub(crate) async fn open(
        &self,
        headers: &Headers,
        may: May<'_>,
        timings: &mut Timings,
    ) -> Result<Response<Incoming>, Failure> {
        let request = self.request(Method::GET, headers, Bytes::new());
        let mut sender = self.connect(timings, may).await?;
        let watch = self.clock.stopwatch();
        let response = sender.send_request(request).await.map_err(|error| failed(&error))?;
        timings.first_byte_us = Some(watch.micros());
        Ok(response)
    }

    async fn exchange(
        &self,
        method: Method,
        headers: &Headers,
        body: Bytes,
        timings: &mut Timings,
    ) -> Result<Answer, Failure> {
        let mut request = self.request(method, headers, body);
        let error = loop {
            let (mut sender, fresh) = match self.take().await {
                Some(sender) => (sender, false),
                None => (self.connect(timings, &|_| true).await?, true),
            };
            let watch = self.clock.stopwatch();
            match sender.try_send_request(request).await {
                Ok(response) => {
                    timings.first_byte_us = Some(watch.micros());
                    return self.read(response, sender).await;
                }
                Err(mut error) => match error.take_message() {
                    // It was closed before a byte of the request was written, so a new one is no second try.
                    Some(unsent) if !fresh => request = unsent,
                    _ => break error.into_error(),
                },
            }
        };
        Err(failed(&error))
    }

    fn request(&self, method: Method, headers: &Headers, body: Bytes) -> Request<Full<Bytes>> {
        let mut request = Request::new(Full::new(body));
        *request.method_mut() = method;
        *request.uri_mut() = self.line.clone();
        let map = request.headers_mut();
        map.clone_from(&self.own);
        for (name, value) in headers {
            let (Ok(name), Ok(value)) =
                (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_bytes(value.as_bytes()))
            else {
                continue;
            };
            // Ours give way to the caller's; the caller's own may repeat.
            if self.own.contains_key(&name) {
                map.insert(name, value);
            } else {
                map.append(name, value);
            }
        }
        request
    }

    async fn connect(
        &self,
        timings: &mut Timings,
        may: May<'_>,
    ) -> Result<SendRequest<Full<Bytes>>, Failure> {
        let tls = if self.route.is_encrypted() { Some(self.tls().await?) } else { None };
        let stream = dial::connect(&self.route, tls, self.clock, timings, may).await?;
        let (sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| failed(&error))?;
        // Runs until the sender is dropped or they close; what it ends with is told to whoever waits for an answer.
        tokio::spawn(async move { drop(connection.await) });
        Ok(sender)
    }

    async fn tls(&self) -> Result<&Arc<rustls::ClientConfig>, Failure> {
        self.tls
            .get_or_try_init(|| async {
                let trusted = self.target.trusted.clone();
                let made = tokio::task::spawn_blocking(move || tls::settings(trusted.as_deref())).await;
                match made {
                    Ok(Ok(config)) => Ok(Arc::new(config)),
                    Ok(Err(cause)) => Err(Failure::new(Code::Net07, cause)),
                    Err(cause) => Err(Failure::new(Code::Net07, cause)),
                }
            })
            .await
    }

    /// A kept connection that is still good.
    async fn take(&self) -> Option<SendRequest<Full<Bytes>>> {
        loop {
            let Kept { mut sender, since } = self.kept().pop()?;
            if since.elapsed() < KEPT_FOR && sender.ready().await.is_ok() {
                return Some(sender);
            }
        }
    }

    async fn read(
        &self,
        response: Response<Incoming>,
        sender: SendRequest<Full<Bytes>>,
    ) -> Result<Answer, Failure> {
        let (head, mut incoming) = response.into_parts();
        let mut body = BytesMut::new();
        let mut truncated = false;
        while let Some(frame) = incoming.frame().await {
            let frame = frame.map_err(|error| failed(&error))?;
            let Some(data) = frame.data_ref() else { continue };
            let room = ANSWER_LIMIT - body.len();
            body.extend_from_slice(&data[..data.len().min(room)]);
            if data.len() > room {
                truncated = true;
                break;
            }
        }
        // A connection with an unread rest cannot be used again and goes with its sender.
        if !truncated {
            self.kept().push(Kept { sender, since: self.clock.stopwatch() });
        }
        Ok(Answer { status: head.status, headers: head.headers, body: body.freeze(), truncated })
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn failed(error: &hyper::Error) -> Failure {
    Failure::new(Code::Net07, error)
}

/// `user:password@` in an address, as a header.
fn basic_auth(url: &Url) -> Option<HeaderValue> {
    use base64::Engine as _;
    if url.username().is_empty() && url.password().is_none() {
        return None;
    }
    let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pair = format!("{}:{}", decode(url.username()), decode(url.password().unwrap_or_default()));
    let mut value =
        HeaderValue::from_str(&format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair)))
            .ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
