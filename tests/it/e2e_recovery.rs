//! A data folder that does not open: the console says so and offers ways to go on, none of which loses what was there.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use switchboard_tests::client::Http;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Channel, Folder, Relay, Start};

use crate::chatwoot;

/// A folder with a channel and three messages, a backup of all that, and one message more.
async fn used() -> (Folder, Channel) {
    let (relay, _endpoint, channel) = chatwoot().await;
    for number in 1..=3 {
        relay.http.post(&channel.intake, chatwoot_message(number, "a", &format!("Kept {number}"))).await;
    }
    relay.results(&channel, 3, "delivered").await;
    relay.call("backup.now", json!({})).await;
    relay.http.post(&channel.intake, chatwoot_message(4, "a", "Kept 4")).await;
    relay.results(&channel, 4, "delivered").await;
    (relay.stop().await, channel)
}

fn spoil(folder: &Folder, name: &str) {
    for ending in ["-wal", "-shm"] {
        drop(fs::remove_file(folder.data().join(format!("{name}{ending}"))));
    }
    fs::write(folder.data().join(name), "This is no database, and longer than the head of one.").unwrap();
}

/// Starts on damaged data, which serves the console and no relay.
async fn broken(folder: Folder) -> (Relay, Value) {
    let relay = Start { folder, ..Start::default() }.start().await;
    assert_eq!(relay.relay, "", "no relay runs");
    assert_eq!(relay.refused("status.get", json!({})).await, "DB-02");
    assert_eq!(relay.console("GET", "/", &[], "").await.status, 200, "the page is there to say so");
    let found = relay.call("recovery.get", json!({})).await;
    assert_eq!((&found["error"]["code"], &found["mendable"]), (&json!("DB-02"), &json!(true)));
    (relay, found)
}

/// Whether the relay that runs now takes the channel's messages.
async fn takes(relay: &Relay, channel: &Channel, number: u64) -> u16 {
    let status = relay.call("status.get", json!({})).await;
    let url = format!("http://{}{}", status["relay"]["listen"].as_str().unwrap(), channel.intake_path);
    Http::default().post(&url, chatwoot_message(number, "a", "After")).await.status
}

#[tokio::test]
async fn damaged_messages_go_back_to_the_last_backup_and_the_relay_runs_again_at_once() {
    let (folder, channel) = used().await;
    spoil(&folder, "journal.db");
    let (relay, found) = broken(folder).await;
    let states: Vec<_> =
        found["files"].as_array().unwrap().iter().map(|file| file["soundness"].clone()).collect();
    assert_eq!(states, ["sound", "damaged"]);
    assert!(!found["report"].as_str().unwrap().contains("Kept"), "a report holds no message");
    let backup = found["backups"][0]["name"].clone();
    let mended = relay.call("recovery.restore", json!({ "name": backup })).await;
    assert_eq!(relay.call("recovery.get", json!({})).await, Value::Null, "nothing is wrong any more");
    assert_eq!(relay.traffic(json!({ "direction": "in" })).await.len(), 3);
    let kept = Path::new(mended["keptIn"].as_str().unwrap()).join("journal.db");
    assert!(fs::read_to_string(kept).unwrap().starts_with("This is no database"));
    assert_eq!(takes(&relay, &channel, 5).await, 200);
    assert_eq!(
        relay.refused("recovery.fresh", json!({})).await,
        "ID-05",
        "only what is damaged is begun anew"
    );
}

#[tokio::test]
async fn what_can_be_read_is_rescued() {
    let (folder, channel) = used().await;
    spoil(&folder, "journal.db");
    let (relay, _) = broken(folder).await;
    let mended = relay.call("recovery.rescue", json!({})).await;
    assert!(mended["rows"].as_u64().unwrap() > 0, "{mended}");
    let channels = relay.call("channel.list", json!({})).await;
    assert_eq!(channels[0]["id"], json!(channel.id));
    let revealed = relay.call("channel.reveal", json!({ "id": channel.id, "field": "signingSecret" })).await;
    assert_eq!(revealed["value"], json!(channel.signing_secret), "its secrets can be read");
    assert_eq!(takes(&relay, &channel, 5).await, 200);
}

#[tokio::test]
async fn starting_fresh_keeps_the_damaged_data_aside() {
    let (folder, _) = used().await;
    spoil(&folder, "settings.db");
    let (relay, _) = broken(folder).await;
    let mended = relay.call("recovery.fresh", json!({})).await;
    assert_eq!(relay.call("channel.list", json!({})).await, json!([]));
    assert!(Path::new(mended["keptIn"].as_str().unwrap()).join("settings.db").exists());
    relay.channel(json!({ "name": "New", "platform": "chatwoot" })).await;
}

#[tokio::test]
async fn trying_again_starts_when_the_data_is_whole_again() {
    let (folder, channel) = used().await;
    let path = folder.data().join("journal.db");
    let whole = fs::read(&path).unwrap();
    spoil(&folder, "journal.db");
    let (relay, _) = broken(folder.clone()).await;
    assert_eq!(relay.refused("recovery.retry", json!({})).await, "DB-02");
    fs::write(&path, whole).unwrap();
    relay.call("recovery.retry", json!({})).await;
    assert_eq!(takes(&relay, &channel, 5).await, 200);
}

#[tokio::test]
async fn a_restored_backup_takes_its_place_without_ending_the_program() {
    let (relay, _endpoint, channel) = chatwoot().await;
    let made = relay.call("backup.now", json!({})).await;
    relay.call("channel.update", json!({ "id": channel.id, "name": "Renamed" })).await;
    relay.call("backup.restore", json!({ "name": made["name"] })).await;
    relay.call("relay.restart", json!({})).await;
    assert_eq!(relay.call("channel.list", json!({})).await[0]["name"], "Support", "it is as it was");
    assert_eq!(takes(&relay, &channel, 1).await, 200);
}
