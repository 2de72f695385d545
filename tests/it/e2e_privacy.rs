//! How much is kept of what was said: nothing of it is left in the log, the conversations, the search or the disk once it has arrived, and
//! until then all of it is there.

use serde_json::{Value, json};
use switchboard_tests::endpoint::Reply;
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Channel, Relay};

use crate::{again_every, chatwoot, set};

/// Everything that screens show of a channel, as one text.
async fn shown(relay: &Relay, channel: &Channel) -> String {
    let mut all = String::new();
    for row in relay.traffic(json!({ "channel": channel.id })).await {
        all += &row.to_string();
        all += &relay.exchange(&row).await.to_string();
    }
    let list = relay.call("conversation.page", json!({ "filter": { "channel": channel.id } })).await;
    for conversation in list["rows"].as_array().expect("rows") {
        all += &conversation.to_string();
        for command in ["conversation.get", "conversation.transcript"] {
            all += &relay.call(command, json!({ "id": conversation["id"] })).await.to_string();
        }
    }
    all
}

/// Waits until nothing of these words is shown any more.
async fn gone(relay: &Relay, channel: &Channel, words: &[&str]) -> String {
    eventually(&format!("{words:?} are shown nowhere"), async || {
        let shown = shown(relay, channel).await;
        Some(shown).filter(|shown| !words.iter().any(|word| shown.contains(word)))
    })
    .await
}

fn with_person(id: u64, text: &str) -> String {
    let mut message: Value = serde_json::from_slice(&chatwoot_message(id, "a", text)).expect("JSON");
    message["conversation"]["meta"]["sender"]["name"] = json!("Seeded Anna");
    message["conversation"]["meta"]["sender"]["email"] = json!("seeded@example.com");
    message.to_string()
}

#[tokio::test]
async fn without_text_the_words_go_once_they_arrived_and_not_before() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "privacy": "withoutText", "retryScheduleMs": again_every(200) })).await;
    endpoint.behave(|_| Reply::status(503));
    relay.http.post(&channel.intake, with_person(1, "Seeded words")).await;
    relay
        .traffic_until("it is retrying", json!({ "direction": "in" }), |rows| {
            rows.first().is_some_and(|row| row["result"] == "retrying")
        })
        .await;
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    assert!(shown(&relay, &channel).await.contains("Seeded words"), "what is owed is kept whole");

    endpoint.behave(|_| Reply::ok());
    endpoint.until("it arrives", |all| all.last().is_some_and(|last| last.text() == "Seeded words")).await;
    relay.results(&channel, 1, "delivered").await;
    let left = gone(&relay, &channel, &["Seeded words"]).await;
    assert!(left.contains("delivered"), "what became of it is still told");
    eventually("a search finds nothing", async || {
        relay.traffic(json!({ "text": "Seeded words" })).await.is_empty().then_some(())
    })
    .await;
    // It cannot be sent again, and says so instead of sending nothing.
    let delivery = relay.deliveries(json!({ "channel": channel.id })).await[0]["id"].clone();
    let resent = relay.call("delivery.resend", json!({ "ids": [delivery] })).await;
    assert_eq!((&resent["queued"], &resent["left"]), (&json!(0), &json!(1)));
}

#[tokio::test]
async fn with_metadata_only_people_have_no_names_and_other_channels_keep_everything() {
    let (relay, _endpoint, channel) = chatwoot().await;
    let other = crate::chatwoot_to_named(&relay, &channel, "Other").await;
    set(&relay, json!({ "privacyOf": { channel.id.clone(): "metadataOnly" } })).await;
    for channel in [&channel, &other] {
        relay.http.post(&channel.intake, with_person(1, "Seeded words")).await;
        relay.results(channel, 1, "delivered").await;
    }
    gone(&relay, &channel, &["Seeded words", "Seeded Anna", "seeded@example.com"]).await;
    let kept = shown(&relay, &other).await;
    assert!(
        kept.contains("Seeded words") && kept.contains("Seeded Anna"),
        "the other channel keeps everything"
    );
    // And what comes later is passed on whole all the same.
    relay.http.post(&channel.intake, with_person(2, "Seeded more")).await;
    relay.results(&channel, 2, "delivered").await;
    gone(&relay, &channel, &["Seeded"]).await;
    // Nothing lies open in the files either.
    let folder = relay.stop().await;
    for name in ["journal.db", "search.db"] {
        let bytes = std::fs::read(folder.data().join(name)).unwrap();
        assert!(!bytes.windows(11).any(|part| part == b"Seeded more"), "{name}");
    }
}
