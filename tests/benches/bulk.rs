//! Bulk sends: how long a selection takes to be frozen, how fast it is sent beside a bare client with the same bodies, and what live
//! traffic feels meanwhile.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use switchboard_engine::clock::Clock;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::relay::{Channel, Relay};
use tokio::net::TcpStream;

use crate::Size;
use crate::load::{Driven, Load, Requests, quantile};
use crate::sink::Sink;
use crate::table::{Row, Table, ms, rate, thousands};
use crate::throughput::{BODY, CONNECTIONS, address, channel};

const PREPARED: &str = "bulk: 100,000 conversations prepared";
const FLAT_OUT: &str = "bulk: sent as fast as can be";
const SLOW: &str = "bulk: sent where the endpoint takes 5 ms";
const LIVE: &str = "bulk: acknowledgement of live traffic meanwhile";
const ROWS: [&str; 4] = [PREPARED, FLAT_OUT, SLOW, LIVE];

/// Requests at once, of the relay and of the bare client.
const AT_ONCE: usize = 16;

/// All of them, on one relay that is filled once.
pub(crate) async fn all(table: &mut Table, size: Size) {
    if !ROWS.into_iter().any(|what| table.wants(what)) {
        return;
    }
    let filled = tokio::spawn(async move { Filled::new(size).await }).await;
    let filled = match filled {
        Ok(filled) => Arc::new(filled),
        Err(trouble) => return ROWS.into_iter().for_each(|what| table.fail(what, &trouble.to_string())),
    };
    let on = Arc::clone(&filled);
    table.row(PREPARED, async move { prepared(&on, size).await }).await;
    let on = Arc::clone(&filled);
    table.row(FLAT_OUT, async move { beside(&on, "/ok", size, (">= 0.4 x bare", 0.4)).await }).await;
    let on = Arc::clone(&filled);
    table.row(SLOW, async move { beside(&on, "/5ms", size, (">= 0.8 x bare", 0.8)).await }).await;
    table.row(LIVE, async move { live(&filled, size).await }).await;
}

/// A relay with many conversations.
struct Filled {
    relay: Relay,
    sink: Sink,
    many: Channel,
    live: Channel,
    count: u64,
    /// Bodies as a bulk send posts them.
    bodies: Arc<Vec<Bytes>>,
}

impl Filled {
    async fn new(size: Size) -> Self {
        let count = if size.stored < 100_000 { 5_000 } else { 100_000 };
        eprintln!("storing {} conversations", thousands(count));
        let (relay, sink) = (Relay::start().await, Sink::start());
        let many = channel(&relay, "Many", None).await;
        let live = channel(&relay, "Live", Some(sink.url("/ok"))).await;
        let requests = Arc::new(Requests::chatwoot(&many.intake_path, BODY).over(count));
        let load = Load {
            address: address(&relay.relay),
            connections: CONNECTIONS,
            time: Duration::from_secs(600),
            requests: count,
            every: None,
        };
        assert_eq!(load.drive(&requests).await.taken, count, "every request is taken");
        let clock = Clock.stopwatch();
        let filter = json!({ "filter": { "channel": many.id } });
        while relay.call("conversation.count", filter.clone()).await["count"].as_u64() != Some(count) {
            assert!(clock.elapsed() < Duration::from_secs(300), "the list catches up");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let bodies = Arc::new(bodies(&relay, &many).await);
        Self { relay, sink, many, live, count, bodies }
    }

    async fn set_endpoint(&self, path: &str) {
        let change = json!({ "id": self.many.id, "callbackUrl": self.sink.url(path), "subscriptions": [] });
        self.relay.call("channel.update", change).await;
    }

    async fn get(&self, id: &Value) -> Value {
        self.relay.call("bulk.get", json!({ "id": id })).await
    }

    /// Begins to send all of them. Gives the id, and how long it took until the first could go.
    async fn begin(&self) -> (Value, Duration) {
        let choice = json!({ "kind": "filter", "filter": { "channel": self.many.id } });
        let clock = Clock.stopwatch();
        let input = json!({ "choice": choice, "target": { "kind": "endpoint" }, "confirmed": self.count });
        let id = self.relay.call("bulk.create", input).await["id"].clone();
        while self.get(&id).await["state"] == "preparing" {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        (id, clock.elapsed())
    }

    async fn cancel(&self, id: &Value) {
        self.relay.call("bulk.cancel", json!({ "id": id })).await;
        while self.get(id).await["left"] != 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Light traffic on the other channel.
    async fn traffic(&self, time: Duration) -> Driven {
        let requests = Arc::new(Requests::chatwoot(&self.live.intake_path, BODY));
        let every = Some(Duration::from_millis(50));
        let address = address(&self.relay.relay);
        Load { address, connections: 16, time, requests: u64::MAX, every }.drive(&requests).await
    }
}

/// A few bodies as a bulk send posts them.
async fn bodies(relay: &Relay, many: &Channel) -> Vec<Bytes> {
    const FEW: usize = 64;
    let endpoint = Endpoint::good().await;
    let page = json!({ "limit": FEW, "filter": { "channel": many.id } });
    let page = relay.call("conversation.page", page).await;
    let ids: Vec<&Value> = page["rows"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    let target = json!({ "kind": "address", "url": endpoint.url });
    let choice = json!({ "kind": "ids", "ids": ids });
    relay.call("bulk.create", json!({ "choice": choice, "target": target })).await;
    endpoint.received(ids.len()).await.into_iter().map(|request| request.body).collect()
}

async fn prepared(on: &Filled, size: Size) -> Row {
    on.set_endpoint("/hang").await;
    let quiet = on.traffic(size.time() / 6).await;
    let traffic = on.traffic(size.time() / 6);
    let freezing = async {
        // Not before the traffic has begun.
        tokio::time::sleep(Duration::from_millis(300)).await;
        on.begin().await
    };
    let (during, (id, took)) = tokio::join!(traffic, freezing);
    on.cancel(&id).await;
    Row {
        number: ms(took),
        baseline: format!("{} conversations", thousands(on.count)),
        goal: "<= 5 s",
        reached: Some(took <= Duration::from_secs(5)),
        notes: vec![acknowledged(&during, &quiet)],
        ..Row::default()
    }
}

fn acknowledged(during: &Driven, quiet: &Driven) -> String {
    let of = |driven: &Driven| {
        format!(
            "{} median {} p99",
            ms(quantile(&driven.latencies, 0.5)),
            ms(quantile(&driven.latencies, 0.99))
        )
    };
    format!("live traffic acknowledged in {}, without {}", of(during), of(quiet))
}

async fn beside(on: &Filled, path: &str, size: Size, (goal, share): (&'static str, f64)) -> Row {
    let time = size.time() / 3;
    let bare = bare(on.sink.address(), path, time, &on.bodies).await;
    on.set_endpoint(path).await;
    let (id, _) = on.begin().await;
    let (before, clock) = (on.sink.taken(), Clock.stopwatch());
    let mut left = on.count;
    while clock.elapsed() < time && left > 0 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        left = on.get(&id).await["left"].as_u64().unwrap();
    }
    let ours = (on.sink.taken() - before) as f64 / clock.elapsed().as_secs_f64();
    let view = on.get(&id).await;
    on.cancel(&id).await;
    let mean = on.bodies.iter().map(Bytes::len).sum::<usize>() / on.bodies.len().max(1);
    Row {
        number: rate(ours),
        baseline: format!("bare client {}", rate(bare)),
        ratio: Some(ours / bare),
        goal,
        reached: Some(ours / bare >= share && view["failed"] == 0),
        notes: vec![format!("{AT_ONCE} at once, bodies of {} bytes", thousands(mean as u64))],
        ..Row::default()
    }
}

/// The same connections and bodies, and nothing read or stored.
async fn bare(to: SocketAddr, path: &str, time: Duration, bodies: &Arc<Vec<Bytes>>) -> f64 {
    let (next, taken) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let clock = Clock.stopwatch();
    let (bodies, path) = (Arc::clone(bodies), path.to_owned());
    let all = Arc::clone(&taken);
    let driving = move || {
        // As many threads as the relay has.
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut callers = tokio::task::JoinSet::new();
            for _ in 0..AT_ONCE {
                let (next, taken) = (Arc::clone(&next), Arc::clone(&all));
                let (bodies, path) = (Arc::clone(&bodies), path.clone());
                callers.spawn(async move {
                    let stream = TcpStream::connect(to).await.unwrap();
                    stream.set_nodelay(true).unwrap();
                    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
                    tokio::spawn(connection);
                    while clock.elapsed() < time {
                        let body = bodies[next.fetch_add(1, Ordering::Relaxed) % bodies.len()].clone();
                        let request = http::Request::post(path.as_str())
                            .header("host", "localhost")
                            .header("content-type", "application/json");
                        sender.ready().await.unwrap();
                        let answer =
                            sender.send_request(request.body(Full::new(body)).unwrap()).await.unwrap();
                        assert_eq!(answer.status(), 200);
                        answer.into_body().collect().await.unwrap();
                        taken.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
            while callers.join_next().await.is_some() {}
        });
    };
    tokio::task::spawn_blocking(driving).await.unwrap();
    taken.load(Ordering::Relaxed) as f64 / clock.elapsed().as_secs_f64()
}

async fn live(on: &Filled, size: Size) -> Row {
    let time = size.time() / 3;
    on.set_endpoint("/ok").await;
    let quiet = on.traffic(time).await;
    let (id, _) = on.begin().await;
    let during = on.traffic(time).await;
    let view = on.get(&id).await;
    on.cancel(&id).await;
    let (p99, without) = (quantile(&during.latencies, 0.99), quantile(&quiet.latencies, 0.99));
    Row {
        number: format!("{} p99", ms(p99)),
        baseline: format!("without a bulk send {} p99", ms(without)),
        goal: "<= 20 ms p99",
        reached: Some(p99 <= Duration::from_millis(20) && during.refused == 0),
        notes: vec![
            acknowledged(&during, &quiet),
            format!("the bulk send was at {} of {}", view["delivered"], thousands(on.count)),
        ],
        ..Row::default()
    }
}
