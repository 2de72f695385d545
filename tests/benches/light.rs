//! What one message feels: the time added on its way to the endpoint, and the answer while the endpoint hangs.

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use switchboard_engine::clock::Clock;
use switchboard_tests::relay::Relay;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::Size;
use crate::load::{Caller, Load, Requests, quantile};
use crate::sink::Sink;
use crate::table::{Row, Table, ms, rate};
use crate::throughput::{BODY, address, channel};

/// One message at a time, in to endpoint; beside it the same message straight to the endpoint, and one write that reaches the disk.
pub(crate) async fn added_latency(table: &mut Table, size: Size) {
    table
        .row("time added at light load, in to endpoint", async move {
            let sink = Sink::start();
            let relay = Relay::start().await;
            let channel = channel(&relay, "Bench", Some(sink.url("/ok"))).await;
            let clock = Clock.stopwatch();
            let mut arrivals = sink.arrivals(clock);

            let (straight, through) =
                (Requests::chatwoot("/ok", BODY), Requests::chatwoot(&channel.intake_path, BODY));
            let mut to_sink = Caller::connect(sink.address()).await.unwrap();
            let mut to_relay = Caller::connect(address(&relay.relay)).await.unwrap();
            let mut file = tempfile::tempfile().unwrap();

            let (mut direct, mut relayed, mut synced) = (Vec::new(), Vec::new(), Vec::new());
            for nth in 0..size.singles + 20 {
                let a = single(&mut to_sink, &straight, &mut arrivals, clock).await;
                let began = clock.elapsed();
                file.write_all(&[7; 4_096]).unwrap();
                file.sync_data().unwrap();
                let b = clock.elapsed() - began;
                let c = single(&mut to_relay, &through, &mut arrivals, clock).await;
                // The first ones pay for connections and caches, once.
                if nth >= 20 {
                    direct.push(a);
                    synced.push(b);
                    relayed.push(c);
                }
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            for times in [&mut direct, &mut synced, &mut relayed] {
                times.sort_unstable();
            }
            let bare = quantile(&direct, 0.5);
            let added = |share: f64| quantile(&relayed, share).saturating_sub(bare);
            let (median, p99, sync) = (added(0.5), added(0.99), quantile(&synced, 0.5));
            Row {
                number: format!("{}, {} p99", ms(median), ms(p99)),
                baseline: format!("one fsync {}, {} p99", ms(sync), ms(quantile(&synced, 0.99))),
                goal: "fsync + 1 ms, 10 ms p99",
                reached: Some(median <= sync + Duration::from_millis(1) && p99 <= Duration::from_millis(10)),
                notes: vec![format!("straight to the endpoint {}", ms(bare))],
                ..Row::default()
            }
        })
        .await;
}

/// From the first byte sent until all of it has arrived at the endpoint.
async fn single(
    caller: &mut Caller,
    requests: &Requests,
    arrivals: &mut UnboundedReceiver<Duration>,
    clock: switchboard_engine::clock::Stopwatch,
) -> Duration {
    let mut request = Vec::new();
    requests.next(&mut request);
    let began = clock.elapsed();
    assert_eq!(caller.call(&request).await.unwrap(), 200, "the message is taken");
    let arrival = tokio::time::timeout(Duration::from_secs(30), arrivals.recv()).await;
    arrival.expect("the message arrives within half a minute").expect("the endpoint runs") - began
}

/// The answer to the platform while the endpoint answers nothing.
pub(crate) async fn hanging_endpoint(table: &mut Table, size: Size) {
    let time = size.time() / 2;
    table
        .row("acknowledgement while the endpoint hangs", async move {
            let sink = Sink::start();
            let relay = Relay::start().await;
            let channel = channel(&relay, "Bench", Some(sink.url("/hang"))).await;
            let requests = Arc::new(Requests::chatwoot(&channel.intake_path, BODY));
            let load = |address, every| Load { address, connections: 16, time, requests: u64::MAX, every };
            // 16 connections, each 20 times a second.
            let every = Some(Duration::from_millis(50));
            let driven = load(address(&relay.relay), every).drive(&requests).await;
            let straight = Arc::new(Requests::chatwoot("/ok", BODY));
            let bare = load(sink.address(), every).drive(&straight).await;
            let p99 = quantile(&driven.latencies, 0.99);
            Row {
                number: format!("{} p99", ms(p99)),
                baseline: format!("an endpoint that stores nothing {}", ms(quantile(&bare.latencies, 0.99))),
                goal: "<= 20 ms p99",
                reached: Some(p99 <= Duration::from_millis(20) && driven.refused == 0),
                notes: vec![format!(
                    "median {}, at {}",
                    ms(quantile(&driven.latencies, 0.5)),
                    rate(driven.rate())
                )],
                ..Row::default()
            }
        })
        .await;
}
