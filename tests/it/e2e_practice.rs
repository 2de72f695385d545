//! Practising with a channel: its endpoint answers as told, samples are taken as the platform's, nobody else hears of them; an exchange is
//! sent again, changed, with its secrets and without showing them.

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::{chatwoot_message, elma_message};
use switchboard_tests::relay::{Channel, Relay};

use crate::{chatwoot, chatwoot_to};

async fn received(relay: &Relay, channel: &Channel, count: usize) -> Value {
    eventually("requests at the practice endpoint", async || {
        let view = relay.call("practice.endpoint.get", json!({ "channel": channel.id })).await;
        (view["received"].as_array().unwrap().len() >= count).then_some(view)
    })
    .await
}

async fn sample(relay: &Relay, channel: &Channel, id: &str) -> Value {
    relay.call("practice.send", json!({ "channel": channel.id, "id": id })).await
}

#[tokio::test]
async fn the_practice_endpoint_takes_the_place_of_the_program_and_gives_it_back_after_a_restart() {
    let (relay, endpoint, channel) = chatwoot().await;
    let before = relay.call("channel.get", json!({ "id": channel.id })).await["callbackUrl"].clone();
    let used = relay.call("practice.endpoint.use", json!({ "channel": channel.id, "on": true })).await;
    assert_eq!(used["inUse"], true);
    let sent = sample(&relay, &channel, "message_created.outgoing").await;
    assert_eq!(sent["status"], 200);
    let view = received(&relay, &channel, 1).await;
    assert_eq!(view["received"][0]["signed"], true, "{view}");
    assert_eq!(view["received"][0]["kind"], "message.sent");
    assert!(endpoint.so_far().is_empty(), "the program got nothing");

    let folder = relay.kill().await;
    let relay = Relay::start_in(folder).await;
    let again = eventually("the practice endpoint runs again", async || {
        let view = relay.call("practice.endpoint.get", json!({ "channel": channel.id })).await;
        (view["inUse"] == true).then_some(view)
    })
    .await;
    assert_eq!(again["url"], used["url"], "on the same port");
    sample(&relay, &channel, "message_created.outgoing").await;
    received(&relay, &channel, 1).await;
    relay.call("practice.endpoint.use", json!({ "channel": channel.id, "on": false })).await;
    assert_eq!(relay.call("channel.get", json!({ "id": channel.id })).await["callbackUrl"], before);
}

#[tokio::test]
async fn it_answers_as_it_is_told() {
    let (relay, _endpoint, channel) = chatwoot().await;
    relay.call("practice.endpoint.use", json!({ "channel": channel.id, "on": true })).await;
    for (answer, result) in [("rejecting", "failed"), ("ok", "delivered")] {
        relay
            .call("practice.endpoint.set", json!({ "channel": channel.id, "answer": { "kind": answer } }))
            .await;
        let sent = sample(&relay, &channel, "message_created.outgoing").await;
        eventually(answer, async || {
            let row = relay.exchange(&json!({ "id": sent["exchange"] })).await;
            (row["row"]["result"] == result).then_some(())
        })
        .await;
    }
    let slow = json!({ "channel": channel.id, "answer": { "kind": "slow", "ms": 500_000 } });
    assert_eq!(relay.refused("practice.endpoint.set", slow).await, "DATA-02");
}

#[tokio::test]
async fn a_sample_of_every_event_is_taken_marked_and_told_nobody_else() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    for platform in ["elma365", "chatwoot", "userlike"] {
        let input = json!({ "name": platform, "platform": platform, "token": "the token", "callbackUrl": endpoint.url });
        let channel = relay.channel(input).await;
        let samples = relay.call("practice.samples", json!({ "channel": channel.id })).await;
        assert!(!samples.to_string().contains("the token"), "{samples}");
        for one in samples.as_array().unwrap() {
            let id = one["id"].as_str().unwrap();
            let sent = sample(&relay, &channel, id).await;
            assert_eq!(sent["status"], 200, "{platform} {id}");
            let row = relay.exchange(&json!({ "id": sent["exchange"] })).await;
            assert_eq!(
                (&row["row"]["source"], &row["row"]["kind"]),
                (&json!("practice"), &one["kind"]),
                "{id}"
            );
            assert!(!row.to_string().contains("x-switchboard-practice"), "the mark is kept nowhere: {row}");
        }
        let view = relay.call("channel.get", json!({ "id": channel.id })).await;
        assert_eq!(
            view["options"]["webhook"].as_str().unwrap_or_default(),
            "",
            "practice taught the channel"
        );
    }
    let all = endpoint.received(1).await;
    assert_eq!(all[0].json()["data"]["detail"]["practice"], true, "{}", all[0].json());
}

#[tokio::test]
async fn an_exchange_is_sent_again_changed_and_keeps_its_secrets() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    let input = json!({ "name": "Sales", "platform": "elma365", "token": "hunter2hunter2", "callbackUrl": endpoint.url });
    let channel = relay.channel(input).await;
    relay.http.post(&channel.intake, elma_message("hunter2hunter2", "a", "First")).await;
    endpoint.received(1).await;
    let row = relay.results(&channel, 1, "delivered").await.remove(0);
    let draft = relay.call("traffic.draft", json!({ "id": row["id"] })).await;
    assert_eq!(draft["to"], "intake");
    assert!(!draft.to_string().contains("hunter2"), "{draft}");
    let body = draft["body"].as_str().unwrap().replace("First", "Second");
    let again = json!({ "id": row["id"], "headers": draft["headers"], "body": body });
    let sent = relay.call("traffic.again", again).await;
    assert_eq!(sent["status"], 200, "its token was put in again");
    assert_eq!(endpoint.received(2).await[1].text(), "Second");
    let journey = relay.call("journey.get", json!({ "exchange": sent["exchange"] })).await;
    assert_eq!(journey["copyOf"], row["id"]);
    let original = relay.call("journey.get", json!({ "exchange": row["id"] })).await;
    assert_eq!(original["copies"], json!([sent["exchange"]]));
}

#[tokio::test]
async fn a_try_is_sent_again_to_the_endpoint_under_a_new_id() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|request| if request.number < 3 { Reply::status(422) } else { Reply::ok() });
    relay.http.post(&channel.intake, chatwoot_message(7, "a", "Hello")).await;
    relay.results(&channel, 1, "failed").await;
    let tried = relay.traffic(json!({ "channel": channel.id, "direction": "out" })).await.remove(0);
    let draft = relay.call("traffic.draft", json!({ "id": tried["id"] })).await;
    assert_eq!(draft["to"], "endpoint");
    let body = draft["body"].as_str().unwrap().replace("Hello", "Hello again");
    let sent = relay
        .call("traffic.again", json!({ "id": tried["id"], "headers": draft["headers"], "body": body }))
        .await;
    assert_eq!(sent["status"], 200);
    let all = endpoint.received(4).await;
    assert_eq!(all[3].text(), "Hello again");
    assert_ne!(all[3].header("webhook-id"), all[2].header("webhook-id"));
    assert!(all[3].header("webhook-signature").starts_with("v1,"));
    let row = relay.exchange(&json!({ "id": sent["exchange"] })).await;
    assert_eq!(row["row"]["source"], "practice");
    assert!(row["request"]["body"].as_str().unwrap().contains("Hello again"), "what was sent is in the log");
}

#[tokio::test]
async fn what_cannot_be_practised_says_so() {
    let relay = Relay::start().await;
    let channel = chatwoot_to(&relay, "http://127.0.0.1:9").await;
    assert_eq!(
        relay.refused("practice.send", json!({ "channel": channel.id, "id": "nothing" })).await,
        "DATA-02"
    );
    relay.call("channel.update", json!({ "id": channel.id, "mode": "off" })).await;
    let off = json!({ "channel": channel.id, "id": "message_created.outgoing" });
    assert_eq!(relay.refused("practice.send", off).await, "OFF-01");
    assert_eq!(relay.refused("traffic.draft", json!({ "id": "0000000000007" })).await, "ID-05");
}
