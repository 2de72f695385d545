//! A practice endpoint: an HTTP listener on this computer whose every answer is chosen by whoever starts it. It stands in for the
//! admin's program in the demo and in tests, and can be as slow, broken or rude as those are.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// A request that reached the endpoint.
#[derive(Clone, Debug)]
pub struct Call {
    /// Path and query.
    pub path: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
}

impl Call {
    /// A header as text; empty when it is absent or no text.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// How a call is answered. Starts as 200 at once; every knob can be turned.
#[derive(Clone, Debug)]
pub struct Reply {
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
    after: Duration,
    reset: bool,
}

impl Reply {
    /// This status, at once, with an empty JSON object.
    #[must_use]
    pub fn status(status: StatusCode) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Bytes::from_static(b"{}"),
            after: Duration::ZERO,
            reset: false,
        }
    }

    /// The status it will have.
    #[must_use]
    pub const fn code(&self) -> StatusCode {
        self.status
    }

    /// 200 at once.
    #[must_use]
    pub fn ok() -> Self {
        Self::status(StatusCode::OK)
    }

    /// The connection is reset instead of an answer.
    #[must_use]
    pub fn reset() -> Self {
        Self { reset: true, ..Self::ok() }
    }

    /// Not before this much time has gone by.
    #[must_use]
    pub fn after(mut self, after: Duration) -> Self {
        self.after = after;
        self
    }

    /// With this header.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }
}

/// A running practice endpoint; stops when dropped.
#[derive(Debug)]
pub struct Endpoint {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Endpoint {
    /// Listens on a free port of this computer. `answer` is called once for each whole request, so it may also keep a ledger.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(answer: impl Fn(&Call) -> Reply + Send + Sync + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        Ok(Self { address: listener.local_addr()?, task: tokio::spawn(listen(listener, Arc::new(answer))) })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The callback URL that leads to it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn listen<F: Fn(&Call) -> Reply + Send + Sync + 'static>(listener: TcpListener, answer: Arc<F>) {
    // Connections live in the listener's task, so that aborting it ends them too.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    drop(stream.set_nodelay(true));
                    connections.spawn(converse(stream, Arc::clone(&answer)));
                }
                // Out of file descriptors: wait until some connection has gone.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn converse<F: Fn(&Call) -> Reply + Send + Sync + 'static>(stream: TcpStream, answer: Arc<F>) {
    let reset = Arc::new(AtomicBool::new(false));
    let line = Line { stream: TokioIo::new(stream), reset: Arc::clone(&reset) };
    let service = service_fn(move |request: http::Request<Incoming>| {
        let (answer, reset) = (Arc::clone(&answer), Arc::clone(&reset));
        async move {
            let (head, body) = request.into_parts();
            let Ok(body) = body.collect().await else { return Err(HungUp) };
            let path = head.uri.path_and_query().map_or_else(String::new, ToString::to_string);
            let reply = answer(&Call { path, headers: head.headers, body: body.to_bytes() });
            tokio::time::sleep(reply.after).await;
            if reply.reset {
                reset.store(true, Ordering::Relaxed);
                return Err(HungUp);
            }
            let mut response = Response::new(Full::new(reply.body));
            *response.status_mut() = reply.status;
            response.headers_mut().extend(reply.headers);
            Ok::<_, HungUp>(response)
        }
    });
    // A caller that hangs up, and a connection we reset, end in an error; neither is news.
    drop(hyper::server::conn::http1::Builder::new().serve_connection(line, service).await);
}

/// The connection ends without an answer.
#[derive(Debug, thiserror::Error)]
#[error("hung up")]
struct HungUp;

impl From<Infallible> for HungUp {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// A connection that can be closed with a reset instead of a goodbye.
struct Line {
    stream: TokioIo<TcpStream>,
    reset: Arc<AtomicBool>,
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.reset.load(Ordering::Relaxed) {
            drop(self.stream.inner().set_zero_linger());
        }
    }
}

impl Read for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl Write for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::practice::request::{Request, Sender};

    fn request(body: &'static [u8]) -> Request {
        Request { headers: vec![("x-kind".to_owned(), "test".to_owned())], body: Bytes::from_static(body) }
    }

    #[tokio::test]
    async fn answers_as_it_is_told_and_keeps_what_came() {
        let ledger = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&ledger);
        let endpoint = Endpoint::start(move |call| {
            kept.lock().unwrap().push(call.clone());
            if call.body.as_ref() == b"bad" {
                Reply::status(StatusCode::UNPROCESSABLE_ENTITY).body("no")
            } else {
                Reply::ok()
            }
        })
        .await
        .unwrap();

        let sender = Sender::default();
        let (status, body) = sender.post(&endpoint.url(), request(b"good")).await.unwrap();
        assert_eq!((status, body.as_ref()), (StatusCode::OK, b"{}".as_slice()));
        let (status, body) = sender.post(&endpoint.url(), request(b"bad")).await.unwrap();
        assert_eq!((status, body.as_ref()), (StatusCode::UNPROCESSABLE_ENTITY, b"no".as_slice()));

        let ledger = ledger.lock().unwrap();
        assert_eq!(ledger.len(), 2);
        assert_eq!(ledger[0].header("x-kind"), "test");
        assert_eq!(ledger[1].body.as_ref(), b"bad");
    }

    #[tokio::test]
    async fn a_reset_gives_no_answer() {
        let endpoint = Endpoint::start(|_| Reply::reset()).await.unwrap();
        assert!(Sender::default().post(&endpoint.url(), request(b"x")).await.is_err());
    }

    #[tokio::test]
    async fn nobody_listens_after_it_is_dropped() {
        let endpoint = Endpoint::start(|_| Reply::ok()).await.unwrap();
        let url = endpoint.url();
        drop(endpoint);
        let sender = Sender::default();
        while sender.post(&url, request(b"x")).await.is_ok() {
            tokio::task::yield_now().await;
        }
    }
}
