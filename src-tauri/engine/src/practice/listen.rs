//! The listener below every practice server: takes whole requests, answers as it is told, and can cut a connection like a broken network.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// A request that came.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its method.
    pub method: Method,
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

/// A running listener with its connections; both end when it is dropped.
#[derive(Debug)]
pub(super) struct Listening {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Listening {
    /// Answers on this listener. `answer` is called once for each whole request.
    pub(super) fn start<F, A>(listener: TcpListener, answer: F) -> io::Result<Self>
    where
        F: Fn(Call) -> A + Send + Sync + 'static,
        A: Future<Output = Reply> + Send + 'static,
    {
        Ok(Self { address: listener.local_addr()?, task: tokio::spawn(listen(listener, Arc::new(answer))) })
    }

    /// Where it listens.
    pub(super) const fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn listen<F, A>(listener: TcpListener, answer: Arc<F>)
where
    F: Fn(Call) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
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

async fn converse<F, A>(stream: TcpStream, answer: Arc<F>)
where
    F: Fn(Call) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
    let reset = Arc::new(AtomicBool::new(false));
    let line = Line { stream: TokioIo::new(stream), reset: Arc::clone(&reset) };
    let service = service_fn(move |request: http::Request<Incoming>| {
        let (answer, reset) = (Arc::clone(&answer), Arc::clone(&reset));
        async move {
            let (head, body) = request.into_parts();
            let Ok(body) = body.collect().await else { return Err(HungUp) };
            let path = head.uri.path_and_query().map_or_else(String::new, ToString::to_string);
            let call = Call { method: head.method, path, headers: head.headers, body: body.to_bytes() };
            let reply = answer(call).await;
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
