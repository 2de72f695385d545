//! Backups: everything comes back, on another computer as well, and nothing that is damaged or foreign is taken.

use serde_json::{Value, json};
use switchboard_tests::client::Answer;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::Relay;

use crate::{chatwoot, chatwoot_to};

/// Asks for a file and downloads it.
pub(crate) async fn saved(relay: &Relay, command: &str, payload: Value) -> Answer {
    let view = relay.call(command, payload).await;
    let path = format!("/api/exports/{}", view["ticket"].as_str().expect("a ticket"));
    let answer = relay.console("GET", &path, &[], "").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer
}

/// Brings a backup in, as a page does.
async fn brought(relay: &Relay, bytes: bytes::Bytes) -> Value {
    let authorization = format!("Bearer {}", relay.token);
    let url = format!("{}/api/backups", relay.console);
    let headers = [("authorization", authorization.as_str())];
    relay.http.send("POST", &url, &headers, bytes).await.expect("an answer").json()
}

/// A restore put off with "Later" could neither be seen nor called off, and took effect at the next start, whenever that was.
#[tokio::test]
async fn a_restore_that_was_put_off_is_told_and_can_be_called_off() {
    let (relay, _endpoint, channel) = chatwoot().await;
    let name = relay.call("backup.now", json!({})).await["name"].clone();
    assert_eq!(relay.call("status.get", json!({})).await["restoreReady"], Value::Null);
    relay.call("backup.restore", json!({ "name": name })).await;
    let ready = relay.call("status.get", json!({})).await["restoreReady"].clone();
    assert!(ready["from"].as_i64().unwrap() <= ready["at"].as_i64().unwrap(), "{ready}");
    relay.call("channel.update", json!({ "id": channel.id, "name": "Since then" })).await;
    relay.call("backup.callOff", json!({})).await;
    assert_eq!(relay.call("status.get", json!({})).await["restoreReady"], Value::Null);
    relay.call("backup.callOff", json!({})).await;
    let relay = Relay::start_in(relay.stop().await).await;
    assert_eq!(relay.call("channel.list", json!({})).await[0]["name"], "Since then");
}

#[tokio::test]
async fn everything_comes_back_on_another_computer_and_what_waited_is_sent() {
    let (relay, _endpoint, channel) = chatwoot().await;
    for number in 1..=3 {
        relay.http.post(&channel.intake, chatwoot_message(number, "a", &format!("Kept {number}"))).await;
    }
    relay.results(&channel, 3, "delivered").await;
    let backup = saved(&relay, "backup.create", json!({ "password": "correct horse" })).await;
    assert!(!backup.body.windows(7).any(|part| part == b"Support"), "names lie open in a sealed backup");
    drop(relay.stop().await);

    let other = Relay::start().await;
    let gone = chatwoot_to(&other, &Endpoint::good().await.url).await;
    let found = brought(&other, backup.body.clone()).await;
    let inside = &found["ok"]["inside"];
    assert_eq!(
        (&inside["locked"], &inside["channels"], &inside["messages"]),
        (&json!(true), &json!(1), &json!(3))
    );
    let name = found["ok"]["backup"]["name"].as_str().expect("a name").to_owned();
    let restore = |password: &str| json!({ "name": name, "password": password });
    assert_eq!(other.refused("backup.restore", json!({ "name": name })).await, "BACK-01");
    assert_eq!(other.refused("backup.restore", restore("wrong horse")).await, "BACK-01");
    let answer = other.call("backup.restore", restore("correct horse")).await;
    assert_eq!(answer["restartNeeded"], true);
    let channels = other.call("channel.list", json!({})).await;
    assert_eq!(channels[0]["id"], json!(gone.id), "nothing changes before the next start");

    let other = Relay::start_in(other.stop().await).await;
    let channels = other.call("channel.list", json!({})).await;
    assert_eq!(channels.as_array().map(Vec::len), Some(1));
    assert_eq!(
        channels[0]["id"],
        json!(channel.id),
        "the channel of the backup is there and the other is not"
    );
    let revealed = other.call("channel.reveal", json!({ "id": channel.id, "field": "signingSecret" })).await;
    assert_eq!(revealed["value"], json!(channel.signing_secret), "its secrets can be read");
    let rows = other.traffic(json!({ "direction": "in" })).await;
    assert_eq!(rows.len(), 3);
    assert!(
        other.exchange(&rows[0]).await["request"].to_string().contains("Kept 3"),
        "its bodies can be read"
    );
    assert!(std::path::Path::new(answer["keptIn"].as_str().unwrap()).join("settings.db").exists());
    // It goes on from there.
    let url = format!("{}{}", other.relay, channel.intake_path);
    assert_eq!(other.http.post(&url, chatwoot_message(4, "a", "After")).await.status, 200);
}

#[tokio::test]
async fn without_a_password_a_backup_is_for_its_own_computer() {
    let (relay, _endpoint, channel) = chatwoot().await;
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "Before")).await;
    relay.results(&channel, 1, "delivered").await;
    let made = relay.call("backup.now", json!({})).await;
    let name = made["name"].clone();
    assert_eq!(relay.call("backup.list", json!({})).await[0]["name"], name);
    relay.call("channel.update", json!({ "id": channel.id, "name": "Renamed" })).await;
    relay.call("backup.restore", json!({ "name": name })).await;
    let bytes = std::fs::read(made["path"].as_str().unwrap()).unwrap();

    let other = Relay::start().await;
    let found = brought(&other, bytes.clone().into()).await;
    let foreign = found["ok"]["backup"]["name"].clone();
    assert_eq!(other.refused("backup.restore", json!({ "name": foreign })).await, "BACK-04");

    let relay = Relay::start_in(relay.stop().await).await;
    assert_eq!(relay.call("channel.list", json!({})).await[0]["name"], "Support", "it is as it was");
    relay.call("backup.delete", json!({ "name": name })).await;
    let all = relay.call("backup.list", json!({})).await;
    assert!(all.as_array().unwrap().iter().all(|one| one["name"] != name));
}

#[tokio::test]
async fn what_is_damaged_or_no_backup_is_refused_and_nothing_changes() {
    let (relay, _endpoint, channel) = chatwoot().await;
    let good = saved(&relay, "backup.create", json!({ "withoutFiles": true })).await.body;
    assert_eq!(brought(&relay, "hello".into()).await["error"]["code"], "BACK-02");
    let mut newer = good.to_vec();
    newer[19] = b'2';
    assert_eq!(brought(&relay, newer.into()).await["error"]["code"], "BACK-03");
    // The head of this one is whole, so it is found out when it is unpacked.
    let mut damaged = good.to_vec();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let found = brought(&relay, damaged.into()).await;
    let name = found["ok"]["backup"]["name"].clone();
    assert_eq!(relay.refused("backup.restore", json!({ "name": name })).await, "BACK-02");
    assert_eq!(relay.refused("backup.create", json!({ "password": "short" })).await, "DATA-02");
    assert_eq!(relay.refused("backup.restore", json!({ "name": "../settings.db" })).await, "ID-05");
    let relay = Relay::start_in(relay.stop().await).await;
    assert_eq!(relay.call("channel.list", json!({})).await[0]["id"], json!(channel.id));
}
