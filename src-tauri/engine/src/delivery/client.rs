//! The HTTP client of one origin: a few kept connections, one time limit over everything, the time of every part.
//!
//! It sits on hyper's connections rather than on a ready-made client because a try must tell how long finding the host, connecting,
//! encryption and the first byte took, which certificate was refused, and whether anything had left this computer before it failed. It
//! follows no redirect and reads an answer to a bound.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use http_body_util::BodyExt as _;
use hyper::body::{Frame, Incoming, SizeHint};
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

/// What is read of an endpoint's answer, and kept of anybody's.
pub(crate) const ANSWER_LIMIT: usize = 64 * 1024;

/// What is read of a platform's answer: a page of messages is long.
pub(crate) const PLATFORM_ANSWER_LIMIT: usize = 4 << 20;

/// A connection unused for longer is not used again: whatever stands between may have forgotten it.
const KEPT_FOR: Duration = Duration::from_secs(30);

/// How a destination is reached; a client serves exactly one of these.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// Its address, or where all its addresses begin.
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
    address: Address,
    origin: url::Origin,
    route: Route,
    own: HeaderMap,
    tls: OnceCell<Arc<rustls::ClientConfig>>,
    seen: tls::Seen,
    kept: Mutex<Vec<Kept>>,
    clock: Clock,
}

#[derive(Debug)]
struct Kept {
    sender: SendRequest<Outgoing>,
    since: Stopwatch,
}

/// An address that a client calls.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// The address, without a password in it.
    pub url: String,
    /// What stands in the request line: the path, or for a plain proxy the whole address.
    line: Uri,
}

/// A request, but for its address.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    /// Its method.
    pub method: Method,
    /// Its headers.
    pub headers: &'a Headers,
    /// Its body.
    pub body: Outgoing,
    /// How long it may take, all of it.
    pub limit: Duration,
    /// How much of the answer's body is read.
    pub answer_limit: usize,
}

/// The body of a request.
pub(crate) enum Outgoing {
    /// Bytes at hand; none once they went out.
    Full(Option<Bytes>),
    /// Bytes that come piece by piece.
    Stream {
        /// How many are still to come, where that is known; they must be so many.
        left: Option<u64>,
        /// The pieces.
        pieces: BoxStream<'static, crate::error::Result<Bytes>>,
    },
}

impl Outgoing {
    /// No body.
    pub(crate) fn empty() -> Self {
        Self::Full(None)
    }
}

impl From<Bytes> for Outgoing {
    fn from(bytes: Bytes) -> Self {
        Self::Full(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is said in a chat is not for the log.
        f.write_str("Outgoing(…)")
    }
}

impl hyper::body::Body for Outgoing {
    type Data = Bytes;
    type Error = crate::error::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match self.get_mut() {
            Self::Full(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Stream { left, pieces } => {
                let piece = ready!(pieces.poll_next_unpin(context)).transpose()?;
                if let (Some(left), Some(piece)) = (left, &piece) {
                    *left = left.saturating_sub(piece.len() as u64);
                }
                Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Full(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Full(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Self::Stream { left: Some(left), .. } => SizeHint::with_exact(*left),
            Self::Stream { left: None, .. } => SizeHint::default(),
        }
    }
}

/// What a request brought.
#[derive(Debug)]
pub(crate) struct Called {
    /// The answer, or why there is none; a failure says whether anything of the request was sent.
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
    /// A client for that target. Errors: URL-03 when its address is none.
    pub(crate) fn new(target: Target, clock: Clock) -> Result<Self, Failure> {
        let not_an_address = |cause: &dyn std::fmt::Display| Failure::new(Code::Url03, cause);
        let mut url = Url::parse(&target.url).map_err(|cause| not_an_address(&cause))?;
        let mut own = HeaderMap::new();
        if let Some(basic) = basic_auth(&url) {
            own.insert(header::AUTHORIZATION, basic);
        }
        strip(&mut url);
        let whole: Uri = url.as_str().parse().map_err(|cause| not_an_address(&cause))?;
        if whole.host().is_none_or(str::is_empty) || !matches!(whole.scheme_str(), Some("http" | "https")) {
            return Err(not_an_address(&"neither http nor https"));
        }
        if let Some(host) = whole.authority().and_then(|host| HeaderValue::from_str(host.as_str()).ok()) {
            own.insert(header::HOST, host);
        }
        let origin = url.origin();
        let route = Route::new(whole, &target.proxy);
        if let Some(auth) = route.plain_proxy().and_then(|proxy| proxy.basic_auth()) {
            own.insert(header::PROXY_AUTHORIZATION, auth.clone());
        }
        let address = line(&route, url)?;
        let (tls, seen, kept) = (OnceCell::new(), tls::Seen::default(), Mutex::default());
        Ok(Self { target, address, origin, route, own, tls, seen, kept, clock })
    }

    /// What it serves.
    pub(crate) fn target(&self) -> &Target {
        &self.target
    }

    /// The certificate that was last shown and believed, in DER; none without encryption.
    pub(crate) fn certificate(&self) -> Option<Bytes> {
        self.seen.get()
    }

    /// The target's own address.
    pub(crate) fn address(&self) -> &Address {
        &self.address
    }

    /// Another address of the same scheme, host and port. Errors: URL-03 when it is none, so that a token never goes to another host.
    pub(crate) fn at(&self, url: &str) -> Result<Address, Failure> {
        let mut url = Url::parse(url).map_err(|cause| Failure::new(Code::Url03, cause))?;
        if url.origin() != self.origin {
            return Err(Failure::new(Code::Url03, "it lies elsewhere"));
        }
        strip(&mut url);
        line(&self.route, url)
    }

    /// Makes one request, all of it within its limit. An answer cut at its bound is read no further.
    pub(crate) async fn call(&self, address: &Address, call: Call<'_>) -> Called {
        let watch = self.clock.stopwatch();
        let (mut timings, mut sent, limit) = (Timings::default(), false, call.limit);
        let exchange = self.exchange(address, call, &mut timings, &mut sent);
        let result = tokio::time::timeout(limit, exchange)
            .await
            .unwrap_or_else(|_| Err(Failure::new(Code::Net06, "no answer in time")));
        timings.total_us = watch.micros();
        Called { result: result.map_err(|failure| Failure { sent, ..failure }), timings }
    }

    /// Asks for what is at the address, on a connection of its own and only where `may` allows, and gives the answer as it begins.
    pub(crate) async fn open(
        &self,
        headers: &Headers,
        may: May<'_>,
        timings: &mut Timings,
    ) -> Result<Response<Incoming>, Failure> {
        let request = self.request(&self.address, Method::GET, headers, Outgoing::empty());
        let mut sender = self.connect(timings, may).await?;
        let watch = self.clock.stopwatch();
        let response = sender.send_request(request).await.map_err(|error| failed(&error))?;
        timings.first_byte_us = Some(watch.micros());
        Ok(response)
    }

    /// `sent` says whether some of it may have left this computer.
    async fn exchange(
        &self,
        address: &Address,
        call: Call<'_>,
        timings: &mut Timings,
        sent: &mut bool,
    ) -> Result<Answer, Failure> {
        let answer_limit = call.answer_limit;
        // They may answer before all of a stream was sent, and then the rest of it is still to come on that connection.
        let keep = matches!(call.body, Outgoing::Full(_));
        let mut request = self.request(address, call.method, call.headers, call.body);
        let error = loop {
            let (mut sender, fresh) = match self.take().await {
                Some(sender) => (sender, false),
                None => (self.connect(timings, &|_| true).await?, true),
            };
            let watch = self.clock.stopwatch();
            *sent = true;
            match sender.try_send_request(request).await {
                Ok(response) => {
                    timings.first_byte_us = Some(watch.micros());
                    return self.read(response, answer_limit, keep.then_some(sender)).await;
                }
                Err(mut error) => match error.take_message() {
                    // It was closed before a byte of the request was written, so a new one is no second try.
                    Some(unsent) if !fresh => {
                        *sent = false;
                        request = unsent;
                    }
                    unsent => {
                        *sent = unsent.is_none();
                        break error.into_error();
                    }
                },
            }
        };
        Err(failed(&error))
    }

    fn request(
        &self,
        address: &Address,
        method: Method,
        headers: &Headers,
        body: Outgoing,
    ) -> Request<Outgoing> {
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = address.line.clone();
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

    async fn connect(&self, timings: &mut Timings, may: May<'_>) -> Result<SendRequest<Outgoing>, Failure> {
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
                let (trusted, seen) = (self.target.trusted.clone(), self.seen.clone());
                let made = tokio::task::spawn_blocking(move || tls::settings(trusted.as_deref(), seen)).await;
                match made {
                    Ok(Ok(config)) => Ok(Arc::new(config)),
                    Ok(Err(cause)) => Err(Failure::new(Code::Net07, cause)),
                    Err(cause) => Err(Failure::new(Code::Net07, cause)),
                }
            })
            .await
    }

    /// A kept connection that is still good.
    async fn take(&self) -> Option<SendRequest<Outgoing>> {
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
        limit: usize,
        sender: Option<SendRequest<Outgoing>>,
    ) -> Result<Answer, Failure> {
        let (head, mut incoming) = response.into_parts();
        let mut body = BytesMut::new();
        let mut truncated = false;
        while let Some(frame) = incoming.frame().await {
            let frame = frame.map_err(|error| failed(&error))?;
            let Some(data) = frame.data_ref() else { continue };
            let room = limit - body.len();
            body.extend_from_slice(&data[..data.len().min(room)]);
            if data.len() > room {
                truncated = true;
                break;
            }
        }
        // A connection with an unread rest cannot be used again and goes with its sender.
        if let Some(sender) = sender.filter(|_| !truncated) {
            self.kept().push(Kept { sender, since: self.clock.stopwatch() });
        }
        Ok(Answer { status: head.status, headers: head.headers, body: body.freeze(), truncated })
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What does not belong on the wire.
fn strip(url: &mut Url) {
    // Both calls fail only for addresses without a host.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
}

/// An address as it is called by this route.
fn line(route: &Route, url: Url) -> Result<Address, Failure> {
    let whole: Uri = url.as_str().parse().map_err(|cause| Failure::new(Code::Url03, cause))?;
    let line = match (route.plain_proxy(), whole.path_and_query()) {
        (Some(_), _) => whole,
        (None, Some(path)) => Uri::from(path.clone()),
        (None, None) => Uri::from_static("/"),
    };
    Ok(Address { url: url.into(), line })
}

fn failed(error: &hyper::Error) -> Failure {
    // A body of ours that could not be read to its end says itself why.
    let own = std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<crate::error::Error>());
    Failure::new(own.map_or(Code::Net07, |own| own.code), error)
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
