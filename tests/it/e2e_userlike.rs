//! Userlike: transcripts that grow, the secret header, events without a name.

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Endpoint, Received};
use switchboard_tests::platforms::userlike_transcript;
use switchboard_tests::relay::{Channel, Relay};

async fn userlike(token: &str) -> (Relay, Endpoint, Channel) {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let input =
        json!({ "name": "Userlike", "platform": "userlike", "token": token, "callbackUrl": endpoint.url });
    let channel = relay.channel(input).await;
    (relay, endpoint, channel)
}

fn messages(received: &[Received]) -> Vec<(String, String)> {
    let of =
        |request: &Received| (request.json()["type"].as_str().unwrap_or_default().to_owned(), request.text());
    received.iter().map(of).filter(|(kind, _)| kind.starts_with("message.")).collect()
}

#[tokio::test]
async fn a_transcript_that_grows_gives_each_message_once() {
    let (relay, endpoint, channel) = userlike("").await;
    let said = [("co", "Hello"), ("op", "Good day"), ("co", "ok"), ("co", "ok")];
    for length in [1, 2, 2, 3, 4, 4] {
        let mut body = userlike_transcript("visitor1", &said[..length]);
        body["_event"] = json!(if said[length - 1].0 == "op" { "message_sent" } else { "message_received" });
        assert_eq!(relay.http.post(&channel.intake, body.to_string()).await.status, 200);
    }
    let rows = relay
        .traffic_until("all are dealt with", json!({ "channel": channel.id, "direction": "in" }), |rows| {
            rows.len() == 6
                && rows.iter().all(|row| row["result"] == "delivered" || row["result"] == "skipped")
        })
        .await;
    assert_eq!(rows.iter().filter(|row| row["result"] == "skipped").count(), 2, "{rows:#?}");
    let wanted = [
        ("message.received", "Hello"),
        ("message.sent", "Good day"),
        ("message.received", "ok"),
        ("message.received", "ok"),
    ];
    assert_eq!(messages(&endpoint.so_far()), wanted.map(|(kind, text)| (kind.to_owned(), text.to_owned())));
}

#[tokio::test]
async fn the_secret_header_is_demanded_when_one_is_set() {
    let (relay, endpoint, channel) = userlike("open-sesame").await;
    let body = userlike_transcript("visitor1", &[("co", "Hello")]).to_string();
    assert_eq!(relay.http.post(&channel.intake, body.clone()).await.status, 401);
    let headers = [("content-type", "application/JSON"), ("X-Switchboard-Secret", "open-sesame")];
    let answer = relay.http.send("POST", &channel.intake, &headers, body.clone()).await.unwrap();
    assert_eq!(answer.status, 200);
    endpoint.received(1).await;

    let update = json!({ "id": channel.id, "options": { "secretHeader": "x-ours" } });
    relay.call("channel.update", update).await;
    let answer = relay.http.send("POST", &channel.intake, &[("x-ours", "open-sesame")], body).await.unwrap();
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_callback_without_an_event_is_a_whole_conversation() {
    let (relay, endpoint, channel) = userlike("").await;
    let mut body = userlike_transcript("visitor1", &[("co", "Hello"), ("op", "Good day")]);
    body.as_object_mut().unwrap().remove("_event");
    assert_eq!(relay.http.post(&channel.intake, body.to_string()).await.status, 200);
    let all = endpoint
        .until("the snapshot", |all| all.iter().any(|one| one.json()["type"] == "conversation.snapshot"))
        .await;
    let snapshot = all.iter().find(|one| one.json()["type"] == "conversation.snapshot").unwrap().json();
    let transcript = snapshot["data"]["conversation"]["transcript"].as_array().cloned().unwrap_or_default();
    let said: Vec<_> = transcript.iter().map(|message: &Value| message["text"].as_str().unwrap()).collect();
    assert_eq!(said, ["Hello", "Good day"], "{snapshot}");
}
