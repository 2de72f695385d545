//! What becomes of a delivery: tried, tried again, given up, sent again by hand.

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Endpoint, Gate, Received, Reply};
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Channel, Relay};

use crate::{again_every, chatwoot, chatwoot_to, set, texts};

/// Posts messages of one chat, numbered from 1.
async fn post(relay: &Relay, channel: &Channel, chat: &str, messages: &[&str]) {
    for text in messages {
        // The id of a message follows from its words, so that tests need not count.
        let id = text.bytes().fold(7, |id: u64, byte| (id * 31 + u64::from(byte)) % 1_000_000_007);
        let answer = relay.http.post(&channel.intake, chatwoot_message(id, chat, text)).await;
        assert_eq!(answer.status, 200, "{text}: {}", answer.text());
    }
}

async fn only_delivery(relay: &Relay, channel: &Channel) -> Value {
    let row = relay.deliveries(json!({ "channel": channel.id })).await.remove(0);
    relay.call("delivery.get", json!({ "id": row["id"] })).await
}

/// Fails so many requests, then takes the rest.
fn fails(count: usize, with: Reply) -> impl Fn(&Received) -> Reply {
    move |request| if request.number < count { with.clone() } else { Reply::ok() }
}

#[tokio::test]
async fn what_fails_is_tried_again_until_it_arrives_and_is_the_same_each_time() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(fails(3, Reply::status(503)));
    post(&relay, &channel, "a", &["Persistent"]).await;
    let tries = endpoint.received(4).await;
    relay.results(&channel, 1, "delivered").await;
    for one in &tries {
        assert_eq!(one.body, tries[0].body, "the body is fixed at the first try");
        assert_eq!(one.header("webhook-id"), tries[0].header("webhook-id"));
    }
    let delivery = only_delivery(&relay, &channel).await;
    let statuses: Vec<_> =
        delivery["attempts"].as_array().unwrap().iter().map(|one| one["status"].clone()).collect();
    assert_eq!(statuses, [503, 503, 503, 200]);
    assert_eq!(delivery["attempts"][0]["error"]["code"], "HTTP-02");
    assert_eq!(endpoint.so_far().len(), 4);
}

#[tokio::test]
async fn each_way_to_fail_has_its_code_and_is_tried_again() {
    let (relay, endpoint, channel) = chatwoot().await;
    relay.call("channel.update", json!({ "id": channel.id, "endpoint": { "timeoutMs": 300 } })).await;
    for (reply, code) in [
        (Reply::Hang, "NET-06"),
        (Reply::Reset, "NET-07"),
        (Reply::status(408), "HTTP-02"),
        (Reply::status(425), "HTTP-02"),
        (Reply::status(429), "RATE-01"),
        (Reply::status(500), "HTTP-02"),
    ] {
        let seen = endpoint.so_far().len();
        let once = reply.clone();
        endpoint.behave(move |request| if request.number == seen { once.clone() } else { Reply::ok() });
        post(&relay, &channel, "a", &[&format!("{reply:?}")]).await;
        endpoint.received(seen + 2).await;
        let delivery = relay
            .deliveries_until("it arrived", json!({ "channel": channel.id, "state": "delivered" }), |rows| {
                rows.len() == seen / 2 + 1
            })
            .await
            .remove(0);
        let delivery = relay.call("delivery.get", json!({ "id": delivery["id"] })).await;
        assert_eq!(delivery["attempts"].as_array().unwrap().len(), 2, "{reply:?}: {delivery}");
        assert_eq!(delivery["attempts"][0]["error"]["code"], code, "{reply:?}");
        assert!(!delivery.to_string().contains("{$"), "every blank of the sentences is filled: {delivery}");
    }
}

#[tokio::test]
async fn nobody_there_and_no_such_host_have_their_codes() {
    let relay = Relay::start().await;
    let nobody = Endpoint::good().await.url.clone();
    for (name, url, code) in
        [("Refused", nobody.as_str(), "NET-05"), ("Unknown", "http://nothing.invalid", "NET-04")]
    {
        let channel =
            relay.channel(json!({ "name": name, "platform": "chatwoot", "callbackUrl": url })).await;
        post(&relay, &channel, "a", &["Anybody?"]).await;
        let filter = json!({ "channel": channel.id, "direction": "out" });
        let rows = relay.traffic_until("a try is in the log", filter, |rows| !rows.is_empty()).await;
        assert_eq!(rows[0]["code"], code, "{rows:#?}");
        let row = relay.results(&channel, 1, "retrying").await.remove(0);
        assert_eq!(row["retry"]["made"], 1, "{row}");
        assert!(row["retry"]["next"].as_i64() > row["at"].as_i64(), "{row}");
    }
}

#[tokio::test]
async fn retry_after_is_honoured() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(fails(1, Reply::with(429, "retry-after", "3600")));
    post(&relay, &channel, "a", &["Slowly"]).await;
    relay.results(&channel, 1, "retrying").await;
    let delivery = only_delivery(&relay, &channel).await;
    let wait = delivery["retry"]["next"].as_i64().unwrap() - delivery["attempts"][0]["at"].as_i64().unwrap();
    assert!(wait >= 3_600_000, "an hour, not {wait} ms");
    // The admin's own word goes before the endpoint's.
    let resent = relay.call("delivery.resend", json!({ "ids": [delivery["id"]] })).await;
    assert_eq!(resent["queued"], 1);
    relay.results(&channel, 1, "delivered").await;
}

#[tokio::test]
async fn what_is_not_accepted_is_given_up_after_three_tries_and_the_chat_goes_on() {
    let (relay, endpoint, channel) = chatwoot().await;
    for status in [400, 404, 413, 422] {
        let bad = format!("bad {status}");
        let good = format!("good {status}");
        let hated = bad.clone();
        endpoint
            .behave(move |request| if request.text() == hated { Reply::status(status) } else { Reply::ok() });
        post(&relay, &channel, "a", &[&bad, &good]).await;
        endpoint.until("the next message arrives", |all| all.iter().any(|one| one.text() == good)).await;
        let tries = endpoint.so_far().iter().filter(|one| one.text() == bad).count();
        assert_eq!(tries, 3, "{status}");
    }
    let failed = relay
        .deliveries_until("four are given up", json!({ "channel": channel.id, "state": "failed" }), |rows| {
            rows.len() == 4
        })
        .await;
    let mut codes: Vec<_> = failed.iter().map(|one| one["error"]["code"].as_str().unwrap()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["HTTP-01", "HTTP-01", "HTTP-01", "SIZE-01"], "{failed:#?}");

    endpoint.behave(|_| Reply::ok());
    let before = endpoint.so_far().len();
    let all = json!({ "filter": { "channel": channel.id, "state": "failed" } });
    assert_eq!(relay.call("delivery.resend", all).await["queued"], 4);
    endpoint.received(before + 4).await;
    relay.results(&channel, 8, "delivered").await;
}

#[tokio::test]
async fn a_schedule_that_is_used_up_ends_in_failed_and_a_resend_starts_it_anew() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "retryScheduleMs": [10, 10] })).await;
    endpoint.behave(|_| Reply::status(500));
    post(&relay, &channel, "a", &["In vain"]).await;
    relay.results(&channel, 1, "failed").await;
    assert_eq!(endpoint.so_far().len(), 3, "now, and twice more");
    endpoint.behave(|_| Reply::ok());
    let delivery = only_delivery(&relay, &channel).await;
    relay.call("delivery.resend", json!({ "ids": [delivery["id"]] })).await;
    relay.results(&channel, 1, "delivered").await;
    let ids: Vec<_> = endpoint.so_far().iter().map(|one| one.header("webhook-id").to_owned()).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "a resend is the same event: {ids:?}");
    assert_eq!(
        relay.refused("delivery.resend", json!({})).await,
        "DATA-02",
        "everything is never meant by nothing"
    );
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (relay, endpoint, channel) = chatwoot().await;
    let elsewhere = Endpoint::good().await;
    let to = elsewhere.url.clone();
    endpoint.behave(move |_| Reply::with(302, "location", to.clone()));
    post(&relay, &channel, "a", &["Stay"]).await;
    let filter = json!({ "channel": channel.id, "direction": "out" });
    let rows = relay.traffic_until("the redirect is told", filter, |rows| !rows.is_empty()).await;
    assert_eq!((&rows[0]["status"], &rows[0]["code"]), (&json!(302), &json!("HTTP-03")));
    relay.results(&channel, 1, "failed").await;
    assert!(elsewhere.so_far().is_empty());
}

#[tokio::test]
async fn the_answer_is_read_to_a_bound() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|_| Reply::Endless);
    post(&relay, &channel, "a", &["Listen"]).await;
    relay.results(&channel, 1, "delivered").await;
    let out = relay.traffic(json!({ "channel": channel.id, "direction": "out" })).await;
    let answer = relay.exchange(&out[0]).await["answer"].clone();
    assert_eq!(answer["truncated"], true);
    assert!(answer["body"].as_str().unwrap().len() <= 64 * 1_024, "{}", answer["size"]);
}

#[tokio::test]
async fn the_platform_is_answered_before_the_endpoint_answers() {
    let (relay, endpoint, channel) = chatwoot().await;
    let gate = Gate::default();
    let held = gate.clone();
    endpoint.behave(move |_| Reply::Gate(held.clone()));
    // These return only with the relay's answer, and the gate is still shut.
    post(&relay, &channel, "a", &["one"]).await;
    endpoint.received(1).await;
    post(&relay, &channel, "b", &["two"]).await;
    endpoint.received(2).await;
    let rows = relay.traffic(json!({ "channel": channel.id, "direction": "in" })).await;
    assert!(rows.iter().all(|row| row["status"] == 200 && row["result"] != "delivered"), "{rows:#?}");
    gate.open();
    relay.results(&channel, 2, "delivered").await;
}

#[tokio::test]
async fn the_admins_own_headers_reach_the_endpoint() {
    let (relay, endpoint, channel) = chatwoot().await;
    let endpoint_view = json!({ "headers": [{ "name": "authorization", "value": "Bearer of-the-admin" }, { "name": "x-tag", "value": "blue" }] });
    relay.call("channel.update", json!({ "id": channel.id, "endpoint": endpoint_view })).await;
    post(&relay, &channel, "a", &["With headers"]).await;
    let received = endpoint.received(1).await.remove(0);
    assert_eq!((received.header("authorization"), received.header("x-tag")), ("Bearer of-the-admin", "blue"));
    assert_eq!(received.header("content-type"), "application/json");
}

#[tokio::test]
async fn typing_is_tried_once_and_holds_nothing_up() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|request| {
        if request.json()["type"].as_str().is_some_and(|kind| kind.starts_with("typing")) {
            Reply::status(503)
        } else {
            Reply::ok()
        }
    });
    let typing = switchboard_tests::platforms::sample("chatwoot/webhook.conversation_typing_on.json");
    assert_eq!(relay.http.post(&channel.intake, typing).await.status, 200);
    endpoint.received(1).await;
    post(&relay, &channel, "4f0e7c1a-5a0e-4f4e-9c55-2f7f3b9d7c10", &["Not held up"]).await;
    assert_eq!(texts(&endpoint.received(2).await)[1], "Not held up");
    relay
        .traffic_until("both are done with", json!({ "channel": channel.id, "direction": "in" }), |rows| {
            rows.len() == 2
                && rows.iter().all(|row| {
                    !["sending", "retrying", "received"].contains(&row["result"].as_str().unwrap())
                })
        })
        .await;
    assert_eq!(endpoint.so_far().len(), 2, "typing was not tried again");
}

#[tokio::test]
async fn what_waits_survives_a_restart() {
    let relay = Relay::start().await;
    let endpoint = Endpoint::good().await;
    let address = endpoint.address().to_owned();
    let channel = chatwoot_to(&relay, &endpoint.url).await;
    drop(endpoint);
    set(&relay, json!({ "retryScheduleMs": again_every(100), "breakerAfter": 1000 })).await;
    post(&relay, &channel, "a", &["one", "two"]).await;
    let folder = relay.stop().await;
    let endpoint = Endpoint::start_at(&address, |_| Reply::ok()).await;
    let relay = Relay::start_in(folder).await;
    assert_eq!(texts(&endpoint.received(2).await), ["one", "two"]);
    relay.results(&channel, 2, "delivered").await;
}

#[tokio::test]
async fn what_the_endpoint_rejects_shows_the_tries_of_its_own_schedule() {
    let (relay, endpoint, channel) = chatwoot().await;
    let schedules = json!({ "rejectedScheduleMs": [600_000, 600_000], "retryScheduleMs": [600_000, 600_000, 600_000, 600_000] });
    set(&relay, schedules).await;
    for (status, text, of) in [(422, "Rejected", 3), (503, "Trouble", 5)] {
        endpoint.behave(move |_| Reply::status(status));
        post(&relay, &channel, text, &[text]).await;
        let filter = json!({ "channel": channel.id, "state": "retrying", "text": text });
        let rows = relay
            .traffic_until("it waits for its second try", filter, |rows| {
                rows.len() == 2 && rows.iter().all(|row| row["retry"]["next"].is_number())
            })
            .await;
        for row in &rows {
            assert_eq!((&row["retry"]["made"], &row["retry"]["of"]), (&json!(1), &json!(of)), "{row}");
            let detail = relay.exchange(row).await;
            assert_eq!(detail["deliveries"][0]["retry"]["of"], of, "{detail}");
            if row["direction"] == "in" {
                let sentence = detail["sentence"]["english"].as_str().unwrap();
                assert!(sentence.contains(&format!("2 of {of}")), "{sentence}");
            }
        }
    }
}

#[tokio::test]
async fn rows_of_the_log_are_in_the_order_of_their_times() {
    let (relay, endpoint, channel) = chatwoot().await;
    let gate = Gate::default();
    let held = gate.clone();
    endpoint.behave(move |request| if request.number == 0 { Reply::Gate(held.clone()) } else { Reply::ok() });
    post(&relay, &channel, "slow", &["Slow"]).await;
    endpoint.received(1).await;
    post(&relay, &channel, "quick", &["Quick"]).await;
    // Only once its outcome is stored: until then either of the two could be entered last.
    relay
        .traffic_until(
            "the quick one has arrived",
            json!({ "channel": channel.id, "direction": "out" }),
            |rows| rows.len() == 1,
        )
        .await;
    gate.open();
    relay.results(&channel, 2, "delivered").await;
    let rows = relay.traffic(json!({ "channel": channel.id })).await;
    let times: Vec<_> = rows.iter().map(|row| row["at"].as_i64().unwrap()).collect();
    assert_eq!(times.len(), 4, "{rows:?}");
    assert!(times.is_sorted_by(|newer, older| newer >= older), "{rows:?}");
    assert_eq!(rows[0]["preview"], "Slow", "what ended last was entered last");
}
