//! The admin's endpoint as the benches need it: takes everything at once and costs next to nothing, on a thread of its own. What it answers
//! is in the path: `/ok`, `/5ms` for that so much later, `/422`, or `/hang` for nothing at all within a minute.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use switchboard_engine::clock::Stopwatch;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::load::head;

const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
const REFUSED: &[u8] =
    b"HTTP/1.1 422 Unprocessable Entity\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";

/// Says when each request has arrived, by the stopwatch it was given.
type Tap = (Stopwatch, mpsc::UnboundedSender<Duration>);

/// The endpoint. Runs until the program ends.
#[derive(Debug)]
pub(crate) struct Sink {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    taken: AtomicU64,
    tap: Mutex<Option<Tap>>,
}

impl Sink {
    /// Listens on a free port of this computer.
    pub(crate) fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared::default());
        let all = Arc::clone(&shared);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(converse(stream, Arc::clone(&all)));
                }
            });
        });
        Self { address, shared }
    }

    /// Where it listens.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The callback URL with that answer.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Requests it answered 200.
    pub(crate) fn taken(&self) -> u64 {
        self.shared.taken.load(Ordering::Relaxed)
    }

    /// From now on, when each request has wholly arrived.
    pub(crate) fn arrivals(&self, clock: Stopwatch) -> mpsc::UnboundedReceiver<Duration> {
        let (tap, arrivals) = mpsc::unbounded_channel();
        *self.shared.tap.lock().unwrap() = Some((clock, tap));
        arrivals
    }
}

async fn converse(mut stream: TcpStream, shared: Arc<Shared>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(16_384);
    loop {
        let length = loop {
            if let Some(head) = head(&buffer)
                && buffer.len() >= head.length
            {
                break head.length;
            }
            if stream.read_buf(&mut buffer).await? == 0 {
                return Ok(());
            }
        };
        if let Some((clock, tap)) = &*shared.tap.lock().unwrap() {
            // Whoever listened may be done.
            let _ = tap.send(clock.elapsed());
        }
        let answer = if buffer.starts_with(b"POST /hang") {
            tokio::time::sleep(Duration::from_secs(60)).await;
            OK
        } else if buffer.starts_with(b"POST /422") {
            REFUSED
        } else {
            if buffer.starts_with(b"POST /5ms") {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            shared.taken.fetch_add(1, Ordering::Relaxed);
            OK
        };
        buffer.drain(..length);
        stream.write_all(answer).await?;
    }
}
