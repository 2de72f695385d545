//! What the relay is compared with: the least that keeps a request safely, and the least that passes one on.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::sync::oneshot;

use crate::load::{Caller, Driven, Load, Requests};

/// The argument that makes this program the bare loop.
pub(crate) const BARE_LOOP: &str = "--bare-loop";

type Waiting = (Bytes, oneshot::Sender<()>);

/// Takes a body, writes it to SQLite in whatever commit comes next, and answers: axum and a writer thread, nothing else. The relay's own
/// journal has the same settings.
pub(crate) fn bare_loop(folder: &str) {
    let db = Connection::open(Path::new(folder).join("bare.db")).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE body (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, body BLOB NOT NULL);",
    )
    .unwrap();
    let (queue, waiting) = mpsc::channel::<Waiting>();
    std::thread::spawn(move || write(&db, &waiting));
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let router = Router::new().fallback(take).with_state(queue);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        axum::serve(listener, router).await.unwrap();
    });
}

async fn take(State(queue): State<mpsc::Sender<Waiting>>, body: Bytes) -> StatusCode {
    let (done, committed) = oneshot::channel();
    queue.send((body, done)).unwrap();
    committed.await.map_or(StatusCode::INTERNAL_SERVER_ERROR, |()| StatusCode::OK)
}

fn write(db: &Connection, waiting: &mpsc::Receiver<Waiting>) {
    let mut insert = db.prepare("INSERT INTO body (at, body) VALUES (?1, ?2)").unwrap();
    while let Ok(first) = waiting.recv() {
        let all: Vec<Waiting> = std::iter::once(first).chain(waiting.try_iter()).collect();
        db.execute_batch("BEGIN IMMEDIATE").unwrap();
        for (body, _) in &all {
            insert.execute((1_790_000_000_000_i64, body.as_ref())).unwrap();
        }
        db.execute_batch("COMMIT").unwrap();
        for (_, done) in all {
            // A caller that hung up does not wait any more.
            let _ = done.send(());
        }
    }
}

/// Drives the bare loop in a process of its own.
pub(crate) async fn drive_bare_loop(time: Duration, connections: u64, requests: &Arc<Requests>) -> Driven {
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    let child = command
        .arg(BARE_LOOP)
        .arg(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut child = Killed(child);
    let mut line = String::new();
    let mut output = std::io::BufReader::new(child.0.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut output, &mut line).unwrap();
    let address = line.trim().parse().unwrap();
    Load { address, connections, time, requests: u64::MAX, every: None }.drive(requests).await
}

/// nginx, passing everything on to one address. It stores nothing.
#[derive(Debug)]
pub(crate) struct Nginx {
    address: SocketAddr,
    _child: Killed,
    _folder: TempDir,
}

impl Nginx {
    /// Starts it on a free port. Errors: why it cannot be had.
    pub(crate) async fn start(upstream: SocketAddr) -> Result<Self, String> {
        let program = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"]
            .into_iter()
            .find(|path| Path::new(path).exists());
        let program = program.ok_or("nginx is not installed")?;
        let folder = TempDir::new().map_err(|error| error.to_string())?;
        let address = std::net::TcpListener::bind("127.0.0.1:0").and_then(|taken| taken.local_addr());
        let address = address.map_err(|error| error.to_string())?;
        let at = folder.path().display();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {at}/{kind};\n"))
            .concat();
        let configuration = format!(
            "daemon off; worker_processes auto; pid {at}/pid; error_log {at}/error.log;
             events {{ worker_connections 1024; }}
             http {{
               access_log off; client_body_buffer_size 64k; keepalive_requests 1000000000;
               {temporary}
               upstream endpoint {{ server {upstream}; keepalive 128; keepalive_requests 1000000000; }}
               server {{
                 listen {address};
                 location / {{ proxy_pass http://endpoint; proxy_http_version 1.1; proxy_set_header Connection \"\"; }}
               }}
             }}"
        );
        let file = folder.path().join("nginx.conf");
        std::fs::write(&file, configuration).map_err(|error| error.to_string())?;
        let mut command = Command::new(program);
        command
            .arg("-e")
            .arg(folder.path().join("error.log"))
            .arg("-p")
            .arg(folder.path())
            .arg("-c")
            .arg(&file);
        let child =
            command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|error| error.to_string())?;
        let child = Killed(child);
        for _ in 0..200 {
            if Caller::connect(address).await.is_ok() {
                return Ok(Self { address, _child: child, _folder: folder });
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let log = std::fs::read_to_string(folder.path().join("error.log")).unwrap_or_default();
        Err(format!("nginx does not listen: {log}"))
    }

    /// Drives it.
    pub(crate) async fn drive(&self, time: Duration, connections: u64, requests: &Arc<Requests>) -> Driven {
        Load { address: self.address, connections, time, requests: u64::MAX, every: None }
            .drive(requests)
            .await
    }
}

/// A child that ends with this value.
#[derive(Debug)]
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        // nginx's master takes its workers along when it is asked in order.
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            drop(self.0.kill());
        }
        drop(self.0.wait());
    }
}
