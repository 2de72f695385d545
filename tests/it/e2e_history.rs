//! History that an admin wants gone is gone from the log, the conversations, the search and the disk, and what is owed is not.

use serde_json::json;
use switchboard_tests::endpoint::Reply;
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;

use crate::{again_every, chatwoot, set};

#[tokio::test]
async fn deleted_history_is_gone_everywhere_and_what_is_owed_arrives_all_the_same() {
    let (relay, endpoint, channel) = chatwoot().await;
    for number in 1..=5 {
        relay.http.post(&channel.intake, chatwoot_message(number, "a", &format!("Gone {number}"))).await;
    }
    relay.results(&channel, 5, "delivered").await;
    endpoint.behave(|_| Reply::status(503));
    set(&relay, json!({ "retryScheduleMs": again_every(200) })).await;
    relay.http.post(&channel.intake, chatwoot_message(6, "a", "Owed")).await;
    relay
        .traffic_until("the last is retrying", json!({ "direction": "in" }), |rows| {
            rows.first().is_some_and(|row| row["result"] == "retrying")
        })
        .await;

    let all = json!({ "what": ["traffic", "conversations", "files"] });
    let count = relay.call("history.count", all.clone()).await;
    assert_eq!(
        (&count["messages"], &count["conversations"], &count["waiting"]),
        (&json!(6), &json!(1), &json!(1))
    );
    let nothing = relay.call("history.count", json!({ "what": ["traffic"], "olderThanDays": 1 })).await;
    assert_eq!(nothing["exchanges"], 0, "all of it is of today");
    assert_eq!(relay.refused("history.delete", json!({ "what": [] })).await, "DATA-02");

    let gone = relay.call("history.delete", all).await;
    assert_eq!((&gone["messages"], &gone["waiting"]), (&json!(6), &json!(1)), "{gone}");
    let rows = relay.traffic(json!({ "direction": "in" })).await;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(relay.traffic(json!({ "text": "Gone" })).await.is_empty(), "a search still finds it");
    let list = relay.call("conversation.page", json!({})).await;
    assert!(list["rows"].as_array().unwrap().is_empty(), "{list}");

    endpoint.behave(|_| Reply::ok());
    eventually("what is owed arrives", async || {
        endpoint.so_far().iter().rev().find(|received| received.text() == "Owed").map(drop)
    })
    .await;
    relay.results(&channel, 1, "delivered").await;
    let usage = relay.call("keeping.usage", json!({})).await;
    assert!(usage["journal"].as_u64() > Some(0) && usage["diskFree"].as_u64() > Some(0), "{usage}");
}
