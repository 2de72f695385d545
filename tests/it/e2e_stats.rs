//! What was counted of real traffic, and the map of it.

use serde_json::{Value, json};
use switchboard_engine::clock::Clock;
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::Relay;

use crate::{again_every, chatwoot, chatwoot_to, set};

const HOUR: i64 = 60 * 60 * 1_000;

fn now() -> i64 {
    Clock.now().0
}

/// The series of the last hour, once it says that.
async fn series(relay: &Relay, more: Value, wanted: impl Fn(&Value) -> bool) -> Value {
    eventually("the traffic was counted", async || {
        let mut query = json!({ "from": now() - HOUR, "bucketMs": 60_000 });
        for (name, value) in more.as_object().unwrap() {
            query[name] = value.clone();
        }
        let series = relay.call("stats.series", query).await;
        wanted(&series["sum"]).then_some(series)
    })
    .await
}

fn edge<'a>(flow: &'a Value, source: &str, target: &str) -> &'a Value {
    let edges = flow["edges"].as_array().unwrap();
    let found = edges.iter().find(|edge| {
        let starts = |name: &str, with: &str| edge[name].as_str().unwrap().starts_with(with);
        starts("source", source) && starts("target", target)
    });
    found.unwrap_or_else(|| panic!("no edge from {source} to {target} in {flow}"))
}

#[tokio::test]
async fn traffic_is_counted_once_and_adds_up_over_a_restart() {
    let (relay, endpoint, channel) = chatwoot().await;
    for i in 0..6 {
        let answer =
            relay.http.post(&channel.intake, chatwoot_message(i, "chat", &format!("Message {i}"))).await;
        assert_eq!(answer.status, 200);
    }
    endpoint.received(6).await;
    relay.results(&channel, 6, "delivered").await;
    let counted = |sum: &Value| sum["received"] == 6 && sum["delivered"] == 6;
    let found = series(&relay, json!({}), counted).await;
    let points = found["points"].as_array().unwrap();
    let delivered: i64 = points.iter().map(|point| point["delivered"].as_i64().unwrap()).sum();
    assert_eq!((points.len() >= 60, delivered), (true, 6), "every minute has its point: {found}");
    assert!(found["sum"]["ackMs"].is_number() && found["sum"]["throughMs"].is_number(), "{found}");
    let to_endpoint =
        series(&relay, json!({ "channels": [channel.id], "lane": "toEndpoint" }), counted_out).await;
    assert_eq!(to_endpoint["answers"], json!([{ "status": 200, "code": null, "count": 6 }]));
    assert_eq!(to_endpoint["sum"]["received"], 0, "what came in is another lane's");

    let totals = relay.call("stats.totals", json!({})).await;
    let sums = json!({ "received": 6, "delivered": 6, "failed": 0, "troubled": 0 });
    assert_eq!(totals["all"], json!({ "today": sums, "week": sums, "month": sums }), "{totals}");
    assert_eq!(totals["channels"][0]["today"], sums);
    assert_eq!(totals["channels"][0]["hours"].as_array().unwrap().len(), 24);
    assert_eq!(totals["speed"]["of"], 6, "{totals}");
    assert_eq!(totals["speed"]["late"], 0);

    let strips = relay.call("stats.strips", json!({ "barMs": 15 * 60_000, "bars": 96 })).await;
    let bars = strips[0]["bars"].as_array().unwrap();
    assert_eq!(bars.len(), 96);
    // A quarter of an hour may have begun since.
    let [earlier @ .., last, newest] = &bars[..] else { panic!("{strips}") };
    let busy = if newest["received"] == 0 { last } else { newest };
    assert_eq!((&busy["health"], &busy["received"]), (&json!("ok"), &json!(6)), "{strips}");
    assert!(earlier.iter().all(|bar| bar["health"] == "none"), "{strips}");
    // Tallies are of five minutes: bars of sixteen once showed traffic in the bar before its own.
    assert_eq!(relay.refused("stats.strips", json!({ "barMs": 16 * 60_000 })).await, "DATA-02");

    let folder = relay.stop().await;
    let relay = Relay::start_in(folder).await;
    series(&relay, json!({}), counted).await;
    let again = relay.call("stats.totals", json!({})).await;
    assert_eq!(again["all"], totals["all"], "a restart changes nothing");
    let folder = relay.kill().await;
    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(folder.data().join(format!("stats.db{end}"))));
    }
    let relay = Relay::start_in(folder).await;
    series(&relay, json!({}), counted).await;
}

fn counted_out(sum: &Value) -> bool {
    sum["delivered"] == 6
}

#[tokio::test]
async fn the_map_tells_rates_success_and_the_queue_and_beats_while_it_is_watched() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "retryScheduleMs": again_every(300) })).await;
    endpoint.behave(|_| Reply::status(500));
    let mut live = relay.live().await;
    relay.http.post(&channel.intake, chatwoot_message(1, "chat", "First")).await;
    let flow = eventually("the failed try is on the map", async || {
        let flow = relay.call("flow.get", json!({ "window": 5 * 60_000 })).await;
        (edge(&flow, "relay", "e-")["retried"].as_u64().unwrap() > 0).then_some(flow)
    })
    .await;
    assert_eq!(flow["waiting"], 1, "{flow}");
    assert!(flow["oldest"].as_i64().unwrap() > now() - HOUR);
    let out = edge(&flow, "relay", "e-");
    assert_eq!((&out["ok"], &out["success"], &out["health"]), (&json!(0), &json!(0.0), &json!("failing")));
    let incoming = edge(&flow, "c-", "relay");
    assert_eq!(
        (&incoming["ok"], &incoming["success"], &incoming["health"]),
        (&json!(1), &json!(1.0), &json!("ok"))
    );
    let kinds: Vec<&Value> = flow["nodes"].as_array().unwrap().iter().map(|node| &node["kind"]).collect();
    assert_eq!(kinds, ["channel", "relay", "endpoint"]);
    assert!(!flow.to_string().contains("/hook"), "an address may hold a secret: only its host is shown");

    live.until("the map beats for whoever watches it", |row| row["type"] == "flow").await;
    endpoint.behave(|_| Reply::ok());
    let beat = live
        .until("the map beats", |row| {
            row["type"] == "flow"
                && row["row"]["edges"].as_array().unwrap().iter().any(|moved| {
                    moved["id"].as_str().unwrap().starts_with("relay.e-") && moved["ok"].as_u64().unwrap() > 0
                })
        })
        .await;
    assert!(beat["row"]["at"].is_number());

    let minute = now() / 60_000 * 60_000;
    let replay = relay.call("flow.replay", json!({ "from": minute - HOUR, "to": now() + 1 })).await;
    let frames = replay["frames"].as_array().unwrap();
    let arrived: u64 = frames
        .iter()
        .flat_map(|frame| frame["edges"].as_array().unwrap())
        .filter(|moved| moved["id"].as_str().unwrap().starts_with("relay.e-"))
        .map(|moved| moved["ok"].as_u64().unwrap())
        .sum();
    assert_eq!(arrived, 1, "{replay}");
}

#[tokio::test]
async fn channels_of_one_endpoint_share_a_node_and_a_past_span_holds_nothing_of_now() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let first = chatwoot_to(&relay, &endpoint.url).await;
    let second =
        relay.channel(json!({ "name": "Sales", "platform": "userlike", "callbackUrl": endpoint.url })).await;
    relay.http.post(&first.intake, chatwoot_message(1, "chat", "First")).await;
    endpoint.received(1).await;
    series(&relay, json!({}), |sum| sum["delivered"] == 1).await;
    let flow = relay.call("flow.get", json!({})).await;
    assert_eq!(edge(&flow, "relay", "e-")["channels"], json!([first.id, second.id]));
    let past = relay.call("flow.get", json!({ "from": now() - 2 * HOUR, "to": now() - HOUR })).await;
    assert_eq!(edge(&past, "relay", "e-")["health"], "none", "{past}");
    for (query, field) in [(json!({ "window": 1 }), "window"), (json!({ "from": now() + HOUR }), "from")] {
        let error = relay.rpc("flow.get", query).await.unwrap_err();
        assert_eq!(error["params"]["field"], field, "{error}");
    }
    let error = relay.rpc("stats.series", json!({ "from": 0, "bucketMs": 60_000 })).await.unwrap_err();
    assert_eq!(error["params"]["field"], "from", "more points than a chart can show");
}
