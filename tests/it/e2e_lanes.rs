//! Order within a chat, and destinations that stop and start again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use switchboard_tests::endpoint::{Received, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Channel, Relay};

use crate::{again_every, chatwoot, set, texts};

async fn post(relay: &Relay, channel: &Channel, id: u64, chat: &str, text: &str) {
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(id, chat, text)).await.status, 200);
}

/// Fails requests that fit, until told to stop it.
fn failing(status: u16, fits: impl Fn(&Received) -> bool) -> (Arc<AtomicBool>, impl Fn(&Received) -> Reply) {
    let on = Arc::new(AtomicBool::new(true));
    let still = Arc::clone(&on);
    (
        on,
        move |request: &Received| {
            if still.load(Ordering::SeqCst) && fits(request) { Reply::status(status) } else { Reply::ok() }
        },
    )
}

async fn stopped(relay: &Relay, code: &str) -> serde_json::Value {
    eventually(&format!("the destination stops with {code}"), async || {
        let status = relay.call("status.get", json!({})).await;
        assert!(!status.to_string().contains("{$"), "every blank of the sentences is filled: {status}");
        let stopped = status["stopped"].as_array().unwrap().iter().find(|one| one["stopped"]["code"] == code);
        stopped.cloned()
    })
    .await
}

#[tokio::test]
async fn a_failing_message_holds_its_chat_while_others_flow() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "retryScheduleMs": again_every(50) })).await;
    let (failing, behaviour) = failing(503, |request| request.text() == "a1");
    endpoint.behave(behaviour);
    for (id, chat, text) in [(1, "a", "a1"), (2, "a", "a2"), (3, "b", "b1"), (4, "a", "a3"), (5, "b", "b2")] {
        post(&relay, &channel, id, chat, text).await;
    }
    endpoint.until("the other chat flows", |all| all.iter().any(|one| one.text() == "b2")).await;
    endpoint
        .until("the failing one is tried again", |all| {
            all.iter().filter(|one| one.text() == "a1").count() > 3
        })
        .await;
    assert!(!texts(&endpoint.so_far()).iter().any(|text| text == "a2" || text == "a3"), "its chat is held");
    failing.store(false, Ordering::SeqCst);
    relay.results(&channel, 5, "delivered").await;
    let mut chat: Vec<_> =
        texts(&endpoint.so_far()).into_iter().filter(|text| text.starts_with('a')).collect();
    chat.dedup();
    assert_eq!(chat, ["a1", "a2", "a3"]);
}

#[tokio::test]
async fn after_its_hold_a_message_is_tried_beside_its_chat_and_marked() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "retryScheduleMs": again_every(50), "holdLaneMs": 1 })).await;
    let (failing, behaviour) = failing(503, |request| request.text() == "a1");
    endpoint.behave(behaviour);
    post(&relay, &channel, 1, "a", "a1").await;
    post(&relay, &channel, 2, "a", "a2").await;
    endpoint.until("the chat goes on", |all| all.iter().any(|one| one.text() == "a2")).await;
    relay
        .deliveries_until(
            "the message is marked",
            json!({ "channel": channel.id, "state": "retrying" }),
            |rows| rows.len() == 1 && rows[0]["outOfOrder"] == true,
        )
        .await;
    failing.store(false, Ordering::SeqCst);
    relay.results(&channel, 2, "delivered").await;
}

#[tokio::test]
async fn an_endpoint_that_refuses_our_sign_in_stops_and_no_try_is_counted() {
    for (status, code) in [(401, "AUTH-04"), (403, "AUTH-04"), (410, "HTTP-01")] {
        let (relay, endpoint, channel) = chatwoot().await;
        set(&relay, json!({ "probeMs": 3_600_000 })).await;
        let (failing, behaviour) = failing(status, |_| true);
        endpoint.behave(behaviour);
        for id in 0..5 {
            post(&relay, &channel, id, &format!("chat {id}"), "Waiting").await;
        }
        let destination = stopped(&relay, code).await;
        relay.results(&channel, 5, "onHold").await;
        assert_eq!(relay.call("channel.get", json!({ "id": channel.id })).await["state"], "failing");
        let waiting = relay.deliveries(json!({ "channel": channel.id })).await;
        assert!(
            waiting.iter().all(|one| one["retry"].is_null() || one["retry"]["made"] == 0),
            "{waiting:#?}"
        );
        assert_eq!(relay.call("destination.list", json!({})).await[0]["waiting"], 5);

        failing.store(false, Ordering::SeqCst);
        relay.call("destination.retry", json!({ "id": destination["id"] })).await;
        relay.results(&channel, 5, "delivered").await;
        assert_eq!(relay.call("status.get", json!({})).await["stopped"], json!([]));
    }
}

#[tokio::test]
async fn a_stopped_destination_is_probed_by_itself_and_recovers() {
    let (relay, endpoint, channel) = chatwoot().await;
    let (failing, behaviour) = failing(401, |_| true);
    endpoint.behave(behaviour);
    for id in 0..20 {
        post(&relay, &channel, id, &format!("chat {}", id % 4), &format!("{id}")).await;
    }
    stopped(&relay, "AUTH-04").await;
    let seen = endpoint.so_far().len();
    endpoint.until("it is probed", |all| all.len() > seen + 2).await;
    failing.store(false, Ordering::SeqCst);
    relay.results(&channel, 20, "delivered").await;
    let order = |chat: u64| -> Vec<u64> {
        let all = texts(&endpoint.so_far())
            .into_iter()
            .map(|text| text.parse().unwrap())
            .filter(|id| id % 4 == chat);
        let mut all: Vec<u64> = all.collect();
        all.dedup();
        all
    };
    for chat in 0..4 {
        assert_eq!(
            order(chat),
            [chat, chat + 4, chat + 8, chat + 12, chat + 16],
            "order within a chat is kept"
        );
    }
}

#[tokio::test]
async fn a_stop_survives_a_restart() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "probeMs": 3_600_000 })).await;
    endpoint.behave(|_| Reply::status(401));
    post(&relay, &channel, 1, "a", "Waiting").await;
    stopped(&relay, "AUTH-04").await;
    let seen = endpoint.so_far().len();
    let relay = Relay::start_in(relay.stop().await).await;
    let destination = stopped(&relay, "AUTH-04").await;
    assert_eq!(endpoint.so_far().len(), seen, "a restart alone is no reason to try");
    endpoint.behave(|_| Reply::ok());
    relay.call("destination.retry", json!({ "id": destination["id"] })).await;
    relay.results(&channel, 1, "delivered").await;
}

#[tokio::test]
async fn the_breaker_opens_after_failures_in_a_row_and_one_probe_at_a_time_goes_out() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "breakerAfter": 5, "probeMs": 3_600_000, "retryScheduleMs": again_every(10) })).await;
    endpoint.behave(|_| Reply::status(500));
    for id in 0..30 {
        post(&relay, &channel, id, &format!("chat {id}"), "Broken").await;
    }
    let destination = stopped(&relay, "HTTP-02").await;
    relay.results(&channel, 30, "onHold").await;
    let seen = endpoint.so_far().len();
    assert!((5..5 + 16).contains(&seen), "no more than were under way when it opened: {seen}");

    relay.call("destination.retry", json!({ "id": destination["id"] })).await;
    endpoint.received(seen + 1).await;
    // Until the probe's end is written down, asking for another one is answered by this one.
    let tries = json!({ "channel": channel.id, "direction": "out" });
    relay.traffic_until("the probe is written down", tries, |rows| rows.len() == seen + 1).await;
    stopped(&relay, "HTTP-02").await;
    assert_eq!(endpoint.so_far().len(), seen + 1, "a dead destination costs one probe");

    endpoint.behave(|_| Reply::ok());
    relay.call("destination.retry", json!({ "id": destination["id"] })).await;
    relay.results(&channel, 30, "delivered").await;
}

#[tokio::test]
async fn a_new_callback_address_is_used_for_what_waits() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "probeMs": 3_600_000 })).await;
    endpoint.behave(|_| Reply::status(403));
    post(&relay, &channel, 1, "a", "Moved").await;
    stopped(&relay, "AUTH-04").await;
    let new = switchboard_tests::endpoint::Endpoint::good().await;
    relay.call("channel.update", json!({ "id": channel.id, "callbackUrl": new.url })).await;
    assert_eq!(texts(&new.received(1).await), ["Moved"]);
    relay.results(&channel, 1, "delivered").await;
}
