//! Everything paused at once: what comes in is kept, nothing is sent, and a restart changes nothing about it.

use serde_json::{Value, json};
use switchboard_engine::clock::Clock;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::Relay;

use crate::chatwoot;

#[tokio::test]
async fn what_comes_in_while_everything_is_paused_is_kept_over_a_restart_and_sent_on_resume() {
    let (relay, endpoint, channel) = chatwoot().await;
    let status = relay.call("relay.pause", json!({})).await;
    assert_eq!((&status["paused"], &status["sign"]), (&json!({ "until": null }), &json!("paused")));
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "While paused")).await;
    relay.results(&channel, 1, "onHold").await;

    let relay = Relay::start_in(relay.stop().await).await;
    let status = relay.call("status.get", json!({})).await;
    assert_eq!(status["paused"], json!({ "until": null }), "a restart changes nothing");
    assert_eq!(status["sentence"]["key"], "status-paused");
    assert_eq!(status["sentence"]["params"]["waiting"], "1");
    let intake = format!("{}{}", relay.relay, channel.intake_path);
    relay.http.post(&intake, chatwoot_message(2, "b", "And after the start")).await;
    let held = relay.results(&channel, 2, "onHold").await;
    let told = relay.exchange(&held[0]).await;
    let sentence = told["sentence"]["english"].as_str().unwrap();
    assert!(sentence.ends_with("and waits: sending is paused."), "{sentence}");
    assert!(endpoint.so_far().is_empty());

    let status = relay.call("relay.resume", json!({})).await;
    assert_eq!(status["paused"], json!(null));
    endpoint.received(2).await;
    relay.results(&channel, 2, "delivered").await;
}

#[tokio::test]
async fn a_pause_ends_when_its_time_has_come() {
    let (relay, endpoint, channel) = chatwoot().await;
    let now = relay.call("relay.pause", json!({})).await;
    assert!(now["paused"].is_object());
    let soon = Clock.now().0 + 1_500;
    let status = relay.call("relay.pause", json!({ "untilMs": soon })).await;
    assert_eq!(status["paused"]["until"], json!(soon));
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "Soon")).await;
    relay.results(&channel, 1, "onHold").await;
    endpoint.received(1).await;
    eventually("it is resumed", async || {
        relay.call("status.get", json!({})).await["paused"].is_null().then_some(())
    })
    .await;
    for wrong in [0, soon - 60_000, soon + 40 * 24 * 3_600_000] {
        assert_eq!(relay.refused("relay.pause", json!({ "untilMs": wrong })).await, "DATA-02");
    }
}

#[tokio::test]
async fn a_bulk_send_waits_while_everything_is_paused() {
    let (relay, endpoint, channel) = chatwoot().await;
    for n in 1..=3 {
        let said = chatwoot_message(n, &format!("chat-{n}"), "Said");
        let mut said: Value = serde_json::from_slice(&said).unwrap();
        // One conversation each: the sample has one for all.
        said["conversation"]["id"] = json!(n);
        relay.http.post(&channel.intake, said.to_string()).await;
    }
    relay.results(&channel, 3, "delivered").await;
    let archive = Endpoint::good().await;
    let conversations = eventually("the conversations are listed", async || {
        let page = relay.call("conversation.page", json!({ "limit": 10 })).await;
        let rows = page["rows"].as_array().unwrap().clone();
        (rows.len() == 3).then_some(rows)
    })
    .await;
    relay.call("relay.pause", json!({})).await;
    let ids: Vec<_> = conversations.iter().map(|row| row["id"].clone()).collect();
    let input = json!({
        "choice": { "kind": "ids", "ids": ids },
        "target": { "kind": "address", "url": archive.url },
    });
    let bulk = relay.call("bulk.create", input).await;
    let running = eventually("it would run", async || {
        let view = relay.call("bulk.get", json!({ "id": bulk["id"] })).await;
        (view["state"] == "running").then_some(view)
    })
    .await;
    assert_eq!((&running["total"], &running["left"]), (&json!(3), &json!(3)));
    let owed = relay.call("relay.owed", json!({})).await;
    assert_eq!((&owed["bulks"][0]["done"], &owed["bulks"][0]["total"]), (&json!(0), &json!(3)));
    assert!(archive.so_far().is_empty());
    relay.call("relay.resume", json!({})).await;
    archive.received(3).await;
    eventually("it is through", async || {
        let view = relay.call("bulk.get", json!({ "id": bulk["id"] })).await;
        (view["state"] == "done" && view["delivered"] == 3).then_some(())
    })
    .await;
    assert_eq!(endpoint.so_far().len(), 3, "the endpoint got what it had before");
    assert_eq!(relay.call("relay.owed", json!({})).await, json!({ "waiting": 0, "bulks": [] }));
}
