//! Chatwoot's signature and what belongs to other inboxes.

use serde_json::{Value, json};
use switchboard_tests::client::Answer;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::{chatwoot_message, post_signed, sample_json};
use switchboard_tests::relay::{Channel, Relay};

const SECRETS: [&str; 2] = ["secret-of-the-account", "secret-of-the-inbox"];

async fn signed(rule: &str) -> (Relay, Endpoint, Channel) {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let channel = relay
        .channel(json!({ "name": rule, "platform": "chatwoot", "callbackUrl": endpoint.url,
            "options": { "webhookSecrets": SECRETS, "signature": rule } }))
        .await;
    (relay, endpoint, channel)
}

async fn kept(relay: &Relay, channel: &Channel) -> Value {
    let filter = json!({ "channel": channel.id });
    relay
        .traffic_until("it is kept", filter, |rows| rows.iter().any(|row| row["code"] == "AUTH-03"))
        .await
        .remove(0)
}

#[tokio::test]
async fn strict_takes_what_any_of_its_secrets_signed_and_refuses_the_rest() {
    let (relay, endpoint, channel) = signed("strict").await;
    for (id, secret) in [(1, SECRETS[0]), (2, SECRETS[1])] {
        let answer =
            post_signed(&relay.http, &channel.intake, secret, 0, chatwoot_message(id, "a", "Signed")).await;
        assert_eq!(answer.status, 200, "{secret}: {}", answer.text());
    }
    endpoint.received(2).await;

    let wrong =
        post_signed(&relay.http, &channel.intake, "another secret", 0, chatwoot_message(3, "a", "Forged"))
            .await;
    let old =
        post_signed(&relay.http, &channel.intake, SECRETS[0], 400, chatwoot_message(4, "a", "Old")).await;
    let early =
        post_signed(&relay.http, &channel.intake, SECRETS[0], -400, chatwoot_message(5, "a", "Early")).await;
    let unsigned = relay.http.post(&channel.intake, chatwoot_message(6, "a", "Unsigned")).await;
    assert_eq!([&wrong, &old, &early, &unsigned].map(|answer: &Answer| answer.status), [401; 4]);
    let rows = relay.traffic(json!({ "channel": channel.id, "state": "refused" })).await;
    assert_eq!(rows.len(), 4, "all are kept: {rows:#?}");
    assert_eq!(endpoint.so_far().len(), 2, "none went on");
}

#[tokio::test]
async fn a_refused_request_is_acted_on_once_the_admin_accepts_it() {
    let (relay, endpoint, channel) = signed("strict").await;
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "Unsigned")).await;
    let row = kept(&relay, &channel).await;
    assert_eq!(relay.exchange(&row).await["canProcess"], true);
    let detail = relay.call("traffic.process", json!({ "id": row["id"] })).await;
    assert_eq!(detail["row"]["id"], row["id"], "the request stays the one it was");
    assert_eq!(endpoint.received(1).await[0].text(), "Unsigned");
    relay.results(&channel, 1, "delivered").await;
    assert_eq!(relay.refused("traffic.process", json!({ "id": row["id"] })).await, "ID-05", "once is enough");
}

#[tokio::test]
async fn legacy_takes_the_unsigned_and_refuses_the_wrongly_signed() {
    let (relay, endpoint, channel) = signed("legacy").await;
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(1, "a", "Unsigned")).await.status, 200);
    let wrong =
        post_signed(&relay.http, &channel.intake, "another secret", 0, chatwoot_message(2, "a", "Forged"))
            .await;
    assert_eq!(wrong.status, 401);
    assert_eq!(endpoint.received(1).await[0].text(), "Unsigned");
}

#[tokio::test]
async fn lenient_answers_200_and_holds_back_until_the_admin_accepts() {
    let (relay, endpoint, channel) = signed("lenient").await;
    let wrong =
        post_signed(&relay.http, &channel.intake, "another secret", 0, chatwoot_message(1, "a", "Doubtful"))
            .await;
    assert_eq!(wrong.status, 200, "an agent's message is not painted red");
    let row = kept(&relay, &channel).await;
    assert!(endpoint.so_far().is_empty());
    relay.call("traffic.process", json!({ "id": row["id"] })).await;
    assert_eq!(endpoint.received(1).await[0].text(), "Doubtful");
}

#[tokio::test]
async fn posts_chatwoot_never_signs_pass_on_the_key_alone() {
    let (relay, _endpoint, channel) = signed("strict").await;
    for event in ["macro.executed", "automation_event.message_created"] {
        let mut body = sample_json("chatwoot/webhook.conversation_created.json");
        body["event"] = json!(event);
        let answer = relay.http.post(&channel.intake, body.to_string()).await;
        assert_eq!(answer.status, 200, "{event}");
    }
    let rows = relay.results(&channel, 2, "delivered").await;
    assert!(rows.iter().all(|row| row["kind"] == "platform.other"), "{rows:#?}");
}

#[tokio::test]
async fn events_of_another_inbox_are_skipped_when_one_is_set() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let channel = relay
        .channel(json!({ "name": "Inbox 99", "platform": "chatwoot", "callbackUrl": endpoint.url, "options": { "inboxId": 99 } }))
        .await;
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(1, "a", "Inbox 7")).await.status, 200);
    assert_eq!(relay.results(&channel, 1, "skipped").await[0]["skipped"], "otherInbox");
    assert!(endpoint.so_far().is_empty());
}

#[tokio::test]
async fn private_notes_are_notes_and_never_messages() {
    let (relay, endpoint, channel) = crate::chatwoot().await;
    let note = switchboard_tests::platforms::sample("chatwoot/webhook.message_created.private_note.json");
    relay.http.post(&channel.intake, note).await;
    assert_eq!(endpoint.received(1).await[0].json()["type"], "note.created");
}
