//! The listener that platforms and endpoints call: takes a request, has it read, kept and only then answered. And what could not be heard,
//! fetched later as if it had come.
//!
//! It speaks HTTP/1.1 on hyper directly: there is one kind of address, and what every message passes should be short. It knows nothing
//! of deliveries beyond waking them.
//!
//! | file | what it is |
//! | --- | --- |
//! | `receive`, `respond` | a request of a platform |
//! | `outbox`, `form` | a request of the endpoint |
//! | `file` | a file of a message, as it is called for |
//! | `send` | a conversation that is to be sent |
//! | `keep`, `learn`, `resolve` | what all that comes in has in common |
//! | `catch_up` | what was missed while nothing could be heard |
//! | `pull` | a channel's history, fetched because the admin wants it |
//! | `retry` | an agent wants a message sent again |
//! | `inquiry` | calls at a platform that these need |

pub(crate) mod catch_up;
mod file;
mod form;
mod inquiry;
mod keep;
mod learn;
mod outbox;
pub(crate) mod pull;
mod receive;
mod resolve;
mod respond;
mod retry;
pub(crate) mod send;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use http_body_util::Either;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

pub(crate) use keep::{keep, own};
pub(crate) use learn::learn;
pub(crate) use receive::{process, would_take};

use respond::Body;

use crate::doctor;
use crate::domain::address::{FILES, OUTBOX, VITAL_SIGN};
use crate::engine::Engine;

/// Connections at once; more wait in the system's queue. A process may commonly hold 1,024 files, and others need some.
const CONNECTIONS: usize = 512;

/// How long to wait when the system gives no more connections.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Takes connections until it is told to stop; requests under way are answered first.
pub(crate) async fn serve(engine: Arc<Engine>, listener: TcpListener, stopping: CancellationToken) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let accepted = async {
            // The semaphore is never closed.
            let place = Arc::clone(&room).acquire_owned().await.ok();
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            () = stopping.cancelled() => return,
            accepted = accepted => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                let connection = connection(Arc::clone(&engine), stream, peer);
                engine.run(async move {
                    connection.await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "A connection could not be taken.");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}

/// Answers one request, whichever of the relay's addresses it came to.
async fn answer(
    engine: Arc<Engine>,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Response<Body>, Infallible> {
    // What messages do not pass is boxed, so that its size is no burden to what they do.
    if request.uri().path().starts_with(FILES) {
        return Ok(Box::pin(file::answer(engine, request)).await);
    }
    if request.uri().path().starts_with(VITAL_SIGN)
        && let Some(sign) = doctor::vital_sign(&engine, request.uri().path())
    {
        return Ok(respond::text(sign));
    }
    if request.uri().path().starts_with(OUTBOX) {
        return Ok(Box::pin(outbox::answer(engine, peer, request)).await);
    }
    Ok(receive::receive(engine, peer, request).await.map(Either::Left))
}

async fn connection(engine: Arc<Engine>, stream: TcpStream, peer: SocketAddr) {
    // Answers are written whole; waiting for more to send would only delay them.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "A connection was gone at once.");
        return;
    }
    let limit = Duration::from_millis(engine.settings().intake_timeout_ms.max(1));
    let stopping = engine.stopping();
    let service = service_fn(move |request| answer(Arc::clone(&engine), peer, request));
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            // Senders that trickle their headers, and connections kept open for nothing, are cut off.
            .header_read_timeout(limit)
            .max_buf_size(64 * 1024)
            // Whoever hangs up does not end what it asked for: see `receive`.
            .half_close(true)
            .serve_connection(TokioIo::new(stream), service)
    );
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stopping.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, %peer, "A connection ended badly.");
    }
}
