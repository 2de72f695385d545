//! How much goes through: acknowledged, and forwarded with its outcome kept.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use switchboard_engine::clock::Clock;
use switchboard_tests::relay::{Channel, Relay};

use crate::Size;
use crate::baseline::{Nginx, drive_bare_loop};
use crate::load::{Load, Requests, quantile};
use crate::sink::Sink;
use crate::table::{Row, Table, ms, rate, thousands};

/// As many as a busy platform keeps open.
pub(crate) const CONNECTIONS: u64 = 64;
/// Bytes of a body: what Chatwoot sends for a message of some length.
pub(crate) const BODY: usize = 3_000;
/// How long what is queued is given to go out.
const DRAIN: Duration = Duration::from_secs(60);

/// The address of a URL's host.
pub(crate) fn address(url: &str) -> std::net::SocketAddr {
    url.trim_start_matches("http://").trim_end_matches('/').parse().unwrap()
}

/// A Chatwoot channel with this endpoint, or none.
pub(crate) async fn channel(relay: &Relay, name: &str, callback: Option<String>) -> Channel {
    let mut input = json!({ "name": name, "platform": "chatwoot" });
    if let Some(callback) = callback {
        input["callbackUrl"] = json!(callback);
    }
    relay.channel(input).await
}

/// Deliveries that are owed and not yet made.
pub(crate) async fn waiting(relay: &Relay) -> u64 {
    relay.call("status.get", json!({})).await["waiting"].as_u64().unwrap()
}

/// Acknowledged and durable, without an endpoint, beside the bare loop.
pub(crate) async fn durable(table: &mut Table, size: Size) {
    let time = size.time() / 3;
    table
        .row("acknowledged and durable, 64 connections", async move {
            // The baseline before and after, so that a machine growing slower or faster does not favour either.
            let bare = Arc::new(Requests::chatwoot("/", BODY));
            let before = drive_bare_loop(time / 2, CONNECTIONS, &bare).await;

            let relay = Relay::start().await;
            let channel = channel(&relay, "Bench", None).await;
            let requests = Arc::new(Requests::chatwoot(&channel.intake_path, BODY));
            let load = Load {
                address: address(&relay.relay),
                connections: CONNECTIONS,
                time,
                requests: u64::MAX,
                every: None,
            };
            let driven = load.drive(&requests).await;
            drop(relay);

            let after = drive_bare_loop(time / 2, CONNECTIONS, &bare).await;
            let baseline = f64::midpoint(before.rate(), after.rate());
            let ratio = driven.rate() / baseline;
            Row {
                number: rate(driven.rate()),
                baseline: format!("bare axum + SQLite loop {}", rate(baseline)),
                ratio: Some(ratio),
                goal: ">= 0.5",
                reached: Some(ratio >= 0.5 && driven.refused == 0),
                notes: vec![
                    format!("refused {}", thousands(driven.refused)),
                    format!(
                        "answered within {} median, {} p99",
                        ms(quantile(&driven.latencies, 0.5)),
                        ms(quantile(&driven.latencies, 0.99))
                    ),
                ],
                ..Row::default()
            }
        })
        .await;
}

/// In, stored, forwarded, outcome stored, from an empty store.
pub(crate) async fn burst(table: &mut Table, size: Size) {
    table
        .row("forwarded and recorded, burst", async move {
            let sink = Sink::start();
            let relay = Relay::start().await;
            let channel = channel(&relay, "Bench", Some(sink.url("/ok"))).await;
            forwarded(&relay, &channel, &sink, size, ("0.3 x nginx", 0.3)).await
        })
        .await;
}

/// Drives a channel whose endpoint is the sink until everything taken has been forwarded and recorded, and nginx likewise.
pub(crate) async fn forwarded(
    relay: &Relay,
    channel: &Channel,
    sink: &Sink,
    size: Size,
    goal: (&'static str, f64),
) -> Row {
    let nginx = Nginx::start(sink.address()).await;
    let passing = Arc::new(Requests::chatwoot("/ok", BODY));
    let before = match &nginx {
        Ok(nginx) => Some(nginx.drive(size.time() / 6, CONNECTIONS, &passing).await),
        Err(_) => None,
    };

    let (owed, taken) = (waiting(relay).await, sink.taken());
    let requests = Arc::new(Requests::chatwoot(&channel.intake_path, BODY));
    let load = Load {
        address: address(&relay.relay),
        connections: CONNECTIONS,
        time: size.time(),
        requests: u64::MAX,
        every: None,
    };
    let clock = Clock.stopwatch();
    let driven = load.drive(&requests).await;
    let backlog = waiting(relay).await.saturating_sub(owed);
    let mut left = backlog;
    while left > 0 && clock.elapsed() < driven.elapsed + DRAIN {
        tokio::time::sleep(Duration::from_millis(50)).await;
        left = waiting(relay).await.saturating_sub(owed);
    }
    let elapsed = clock.elapsed();
    let done = (driven.taken - left) as f64 / elapsed.as_secs_f64();

    let mut notes = vec![
        format!(
            "taken {} in {:.1} s, refused {}",
            thousands(driven.taken),
            driven.elapsed.as_secs_f64(),
            thousands(driven.refused)
        ),
        format!(
            "waiting when the traffic ended {}, at the end {} after {:.1} s",
            thousands(backlog),
            thousands(left),
            elapsed.as_secs_f64()
        ),
        format!("reached the endpoint {}", thousands(sink.taken() - taken)),
        format!(
            "answered within {} median, {} p99",
            ms(quantile(&driven.latencies, 0.5)),
            ms(quantile(&driven.latencies, 0.99))
        ),
    ];
    let began = Clock.stopwatch();
    if search_until(relay, driven.last).await {
        notes.push(format!("the last message was found by its text {} later", ms(began.elapsed())));
    } else {
        notes.push("the last message was not found by its text within a minute".to_owned());
    }

    let (baseline, ratio) = match (nginx, before) {
        (Ok(nginx), Some(before)) => {
            let after = nginx.drive(size.time() / 6, CONNECTIONS, &passing).await;
            let baseline = f64::midpoint(before.rate(), after.rate());
            (format!("nginx passing through {}", rate(baseline)), Some(done / baseline))
        }
        (nginx, _) => (nginx.err().unwrap_or_default(), None),
    };
    Row {
        number: rate(done),
        baseline,
        ratio,
        goal: goal.0,
        reached: ratio.map(|ratio| ratio >= goal.1 && driven.refused == 0),
        notes,
        ..Row::default()
    }
}

/// Searches for the message with this number until it is found; false after a minute.
pub(crate) async fn search_until(relay: &Relay, number: u64) -> bool {
    let clock = Clock.stopwatch();
    let filter = json!({ "limit": 1, "filter": { "text": number.to_string() } });
    while clock.elapsed() < Duration::from_secs(60) {
        let page: Value = relay.call("traffic.page", filter.clone()).await;
        if page["rows"].as_array().is_some_and(|rows| !rows.is_empty()) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}
