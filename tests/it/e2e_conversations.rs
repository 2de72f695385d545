//! The list of conversations, one of them, views of the list and the end of a contact, over real sockets.

use serde_json::{Value, json};
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::eventually;
use switchboard_tests::platforms::{chatwoot_message, elma_message, sample_json, userlike_transcript};
use switchboard_tests::relay::{Channel, Relay};

async fn one_of_each() -> (Relay, Endpoint, [Channel; 3]) {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let mut channels = Vec::new();
    for platform in ["elma365", "chatwoot", "userlike"] {
        let input = json!({
            "name": platform, "platform": platform, "token": if platform == "elma365" { "confirm" } else { "" },
            "callbackUrl": endpoint.url,
        });
        channels.push(relay.channel(input).await);
    }
    let [elma365, chatwoot, userlike] = <[Channel; 3]>::try_from(channels).ok().unwrap();
    for (channel, body) in [
        (&elma365, elma_message("confirm", "chat-e", "Your parcel is ready")),
        (&chatwoot, sample_json("chatwoot/webhook.message_created.incoming.json").to_string().into()),
        (&chatwoot, chatwoot_message(70_002, "4f0e7c1a-5a0e-4f4e-9c55-2f7f3b9d7c10", "A refund it is")),
        (
            &userlike,
            userlike_transcript("visitor1", &[("co", "Where is my parcel"), ("op", "On its way")])
                .to_string()
                .into(),
        ),
    ] {
        assert_eq!(relay.http.post(&channel.intake, body).await.status, 200);
    }
    (relay, endpoint, [elma365, chatwoot, userlike])
}

/// The list once it holds that many.
async fn listed(relay: &Relay, filter: Value, count: usize) -> Vec<Value> {
    eventually(&format!("{count} conversations in the list"), async || {
        let page = relay.call("conversation.page", json!({ "filter": filter })).await;
        let rows = page["rows"].as_array().unwrap().clone();
        let counted = relay.call("conversation.count", json!({ "filter": filter })).await;
        (rows.len() == count && counted["count"] == count && page["behind"] == false).then_some(rows)
    })
    .await
}

#[tokio::test]
async fn conversations_of_every_platform_are_listed_found_and_told() {
    let (relay, endpoint, [elma365, chatwoot, userlike]) = one_of_each().await;
    endpoint.received(5).await;
    listed(&relay, json!({}), 3).await;
    for (channel, reply) in [(&elma365, "KIND-01"), (&chatwoot, "ID-01"), (&userlike, "KIND-01")] {
        // The list may lag behind the transcript for a moment.
        let (row, detail) = eventually("the list counts what the transcript shows", async || {
            let row = listed(&relay, json!({ "channel": channel.id }), 1).await.remove(0);
            let detail = relay.call("conversation.get", json!({ "id": row["id"] })).await;
            let shown = detail["transcript"]["lines"].as_array().unwrap();
            let count = shown.iter().filter(|line| !line["message"].is_null()).count();
            (row["messages"] == count).then_some((row, detail))
        })
        .await;
        let lines = detail["transcript"]["lines"].as_array().unwrap();
        let messages: Vec<_> = lines.iter().filter(|line| !line["message"].is_null()).collect();
        assert_eq!(messages.last().unwrap()["message"]["text"], row["preview"]);
        assert!(messages.iter().all(|line| line["exchange"].is_string()), "{detail}");
        let told = detail["reply"]["code"].as_str();
        assert!(told == Some(reply) || channel.id == chatwoot.id && told.is_some(), "{detail}");
        let query = json!({ "id": row["id"], "around": lines[0]["id"], "limit": 1 });
        let around = relay.call("conversation.transcript", query).await;
        assert_eq!(around["lines"][0]["id"], lines[0]["id"]);
    }
    let found = listed(&relay, json!({ "text": "ada refund" }), 1).await.remove(0);
    assert_eq!((&found["channel"], &found["contact"]), (&json!(chatwoot.id), &json!("501")));
    let detail = relay.call("conversation.get", json!({ "id": found["id"] })).await;
    assert_eq!(detail["contact"]["inbox"], "7");
    assert_eq!(detail["contact"]["contactInbox"], "4f0e7c1a-5a0e-4f4e-9c55-2f7f3b9d7c10");
    listed(&relay, json!({ "text": "parcel" }), 2).await;
    for typed in ["\"", "AND", "a OR b", "said:", "*", "'; DROP TABLE listing; --", "NEAR(a b)"] {
        relay.call("conversation.page", json!({ "filter": { "text": typed } })).await;
    }
    assert_eq!(relay.refused("conversation.page", json!({ "before": "nonsense" })).await, "DATA-02");
    assert_eq!(relay.refused("conversation.page", json!({ "limit": 501 })).await, "DATA-02");
    assert_eq!(relay.refused("conversation.get", json!({ "id": "0000000000001" })).await, "ID-05");
}

#[tokio::test]
async fn a_contact_is_erased_with_all_that_was_said() {
    let (relay, endpoint, [_, chatwoot, _]) = one_of_each().await;
    endpoint.received(5).await;
    listed(&relay, json!({}), 3).await;
    let which = json!({ "channel": chatwoot.id, "key": "501" });
    let erased = relay.call("contact.delete", which.clone()).await;
    assert_eq!((&erased["conversations"], &erased["messages"]), (&json!(1), &json!(2)), "{erased}");
    assert!(erased["exchanges"].as_u64().unwrap() >= 2, "{erased}");
    assert_eq!(relay.refused("contact.delete", which).await, "ID-05");
    listed(&relay, json!({}), 2).await;
    listed(&relay, json!({ "text": "refund" }), 0).await;
    assert!(relay.traffic(json!({ "channel": chatwoot.id })).await.is_empty());
    let folder = relay.stop().await;
    for entry in std::fs::read_dir(folder.data()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
            assert!(!holds("refund") && !holds("Ada"), "{} still tells of them", path.display());
        }
    }
}

#[tokio::test]
async fn views_are_saved_replaced_and_deleted() {
    let relay = Relay::start().await;
    let filter = json!({ "statuses": ["open"], "text": "refund" });
    let input = json!({ "name": " Refunds ", "filter": filter, "sort": "messages", "ascending": true });
    let view = relay.call("view.put", input).await;
    assert_eq!(
        (&view["name"], &view["sort"], &view["filter"]),
        (&json!("Refunds"), &json!("messages"), &filter)
    );
    assert_eq!(relay.refused("view.put", json!({ "name": "REFUNDS", "filter": {} })).await, "NAME-01");
    assert_eq!(relay.refused("view.put", json!({ "name": "  ", "filter": {} })).await, "NAME-02");
    assert_eq!(relay.refused("view.put", json!({ "name": "x".repeat(61), "filter": {} })).await, "DATA-02");
    let gone = json!({ "id": "0000000000001", "name": "Gone", "filter": {} });
    assert_eq!(relay.refused("view.put", gone).await, "ID-05");
    let changed = relay.call("view.put", json!({ "id": view["id"], "name": "refunds", "filter": {} })).await;
    let relay = Relay::start_in(relay.stop().await).await;
    assert_eq!(relay.call("view.list", json!({})).await, json!([changed]));
    relay.call("view.delete", json!({ "id": view["id"] })).await;
    assert_eq!(relay.refused("view.delete", json!({ "id": view["id"] })).await, "ID-05");
    assert_eq!(relay.call("view.list", json!({})).await, json!([]));
}
