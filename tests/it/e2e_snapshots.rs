//! Sending whole conversations: to the endpoint, to an address given once, to another channel; now, later, by command and at the outbox.
//! Each arrives once, with everything, and what is secret of an address is shown nowhere.

use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use switchboard_engine::domain::{ChannelId, ConversationId};
use switchboard_engine::practice::chatwoot::Draft;
use switchboard_tests::endpoint::{Endpoint, Received, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::userlike_transcript;
use switchboard_tests::practice::{Chatwoot, Elma365, of_kind};
use switchboard_tests::relay::{Channel, Folder, Relay};

const SNAPSHOT: &str = "conversation.snapshot";

/// A secret as other services have it in the path of a hook, and one in a parameter.
const HOOK: &str = "/services/T00HUSHHUSH0000042?visit=parameterhush";

/// A relay between an endpoint and an API inbox, with files allowed from this computer.
struct Stage {
    relay: Relay,
    endpoint: Endpoint,
    chatwoot: Chatwoot,
}

impl Stage {
    async fn new() -> Self {
        let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
        relay.impatient().await;
        relay.call("settings.update", json!({ "fileHosts": ["127.0.0.1"] })).await;
        let chatwoot = Chatwoot::api(&relay, "Support", &endpoint.url).await;
        Self { relay, endpoint, chatwoot }
    }

    /// A customer writes and an agent answers; gives the conversation's number there and its id here.
    async fn talk(&self) -> (i64, String) {
        let said = json!({ "chat": "chat-1", "text": "Hello", "contact": { "id": "ada", "name": "Ada" } });
        let id = self.relay.send(&self.chatwoot.channel, said).await;
        self.relay.sent_until(&self.chatwoot.channel, &id, "delivered").await;
        let chat = self.chatwoot.said("chat-1", &["Hello"]).await.id;
        self.chatwoot.server.reply(chat, "Good day").unwrap();
        self.endpoint.until("the answer", |all| !of_kind(all, "message.sent").is_empty()).await;
        (chat, conversation(&self.relay.folder, &self.chatwoot.channel, &chat.to_string()).await)
    }

    async fn restart(self, kill: bool) -> Self {
        let Self { relay, endpoint, mut chatwoot } = self;
        let folder = if kill { relay.kill().await } else { relay.stop().await };
        let relay = Relay::start_in(folder).await;
        chatwoot.moved(&relay);
        Self { relay, endpoint, chatwoot }
    }
}

fn journal(folder: &Folder) -> Connection {
    Connection::open_with_flags(folder.data().join("journal.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

/// The id of a channel's conversation.
async fn conversation(folder: &Folder, channel: &Channel, key: &str) -> String {
    let channel: ChannelId = channel.id.parse().unwrap();
    eventually(&format!("the conversation {key}"), async || {
        journal(folder)
            .query_row(
                "SELECT id FROM conversations WHERE channel = ?1 AND key = ?2",
                (channel.0.cast_signed(), key),
                |row| row.get::<_, i64>(0),
            )
            .ok()
            .map(|id| ConversationId(id.cast_unsigned()).to_string())
    })
    .await
}

/// When what is flagged is to be sent, by the numbers of the store.
fn flags(folder: &Folder) -> Vec<i64> {
    let db = journal(folder);
    let mut flags = db.prepare("SELECT upon FROM flags ORDER BY id").unwrap();
    flags.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn snapshots(received: &[Received]) -> Vec<Value> {
    of_kind(received, SNAPSHOT)
}

/// What is said in a snapshot.
fn said(snapshot: &Value) -> Vec<String> {
    let messages = snapshot["data"]["messages"].as_array().expect("messages");
    messages.iter().map(|message| message["text"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn the_endpoint_gets_all_of_a_conversation_and_the_same_again() {
    let stage = Stage::new().await;
    let (relay, channel) = (&stage.relay, &stage.chatwoot.channel);
    let subscribed = json!({ "id": channel.id, "subscriptions": ["message.sent"] });
    relay.call("channel.update", subscribed).await;
    let (chat, id) = stage.talk().await;
    stage.chatwoot.server.reply(chat, Draft::from("See here").file("a.txt", "text/plain", "a boat"));
    stage.chatwoot.server.reply(chat, Draft::from("between us").private());
    stage.chatwoot.server.resolve(chat);
    relay
        .traffic_until("the status is known", json!({ "channel": channel.id }), |rows| {
            rows.iter().any(|row| row["kind"] == "conversation.status_changed")
        })
        .await;
    let sent = relay.call("conversation.send", json!({ "ids": [id] })).await;
    let (events, exchanges) = (&sent["events"], &sent["exchanges"]);
    assert_eq!((events.as_array().unwrap().len(), &sent["refused"]), (1, &json!([])), "{sent}");

    let got = stage.endpoint.until("the snapshot", |all| !snapshots(all).is_empty()).await;
    let request = got.iter().find(|one| one.json()["type"] == SNAPSHOT).unwrap();
    assert_eq!(json!(request.header("webhook-id")), events[0]);
    assert!(request.header("webhook-signature").starts_with("v1,"));
    let snapshot = request.json();
    let data = &snapshot["data"];
    assert_eq!(said(&snapshot), ["Hello", "Good day", "See here", "between us"]);
    assert_eq!(data["channel"]["name"], "Support");
    assert_eq!(
        (&data["conversation"]["status"], &data["contact"]["name"]),
        (&json!("resolved"), &json!("Ada"))
    );
    assert_eq!(data["conversation"]["key"], chat.to_string());
    assert_eq!((&data["messages"][3]["private"], &data["original"]), (&json!(true), &Value::Null));
    let kinds: Vec<&str> =
        data["events"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"conversation.status_changed"), "{kinds:?}");
    let address = data["messages"][2]["files"][0]["relayUrl"].as_str().expect("an address of the file");
    let file = eventually("the file is here", async || {
        Some(relay.http.send("GET", address, &[], "").await.unwrap()).filter(|file| file.status == 200)
    })
    .await;
    assert_eq!(file.text(), "a boat");

    // As screens see it: one row of ours with one delivery.
    let row = relay.call("traffic.get", json!({ "id": exchanges[0] })).await;
    assert_eq!((&row["row"]["source"], &row["row"]["kind"]), (&json!("screen"), &json!(SNAPSHOT)), "{row}");
    let delivery = &row["deliveries"][0];
    assert_eq!(row["deliveries"].as_array().unwrap().len(), 1);

    // Whatever happens in it later, it is the same that is sent again.
    stage.chatwoot.server.reply(chat, "Later").unwrap();
    stage.endpoint.until("the later answer", |all| all.iter().any(|one| one.text() == "Later")).await;
    relay.call("delivery.resend", json!({ "ids": [delivery["id"]] })).await;
    let got = stage.endpoint.until("the same again", |all| snapshots(all).len() == 2).await;
    let bodies: Vec<_> =
        got.iter().filter(|one| one.json()["type"] == SNAPSHOT).map(|one| &one.body).collect();
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn an_address_given_once_gets_it_and_its_secrets_are_shown_nowhere() {
    let stage = Stage::new().await;
    let channel = stage.chatwoot.channel.clone();
    let own = json!({ "id": channel.id, "endpoint": { "headers": [{ "name": "x-own", "value": "for the endpoint" }] } });
    stage.relay.call("channel.update", own).await;
    let (_, id) = stage.talk().await;
    let other =
        Endpoint::start(|request| if request.number == 0 { Reply::status(503) } else { Reply::ok() }).await;
    let target = json!({ "kind": "address", "url": format!("{}{HOOK}", other.url) });
    let sent = stage.relay.call("conversation.send", json!({ "ids": [id], "target": target })).await;

    let got = other.received(2).await;
    assert_eq!(got[0].body, got[1].body, "what failed is tried again as it was");
    assert_eq!(got[1].path, HOOK);
    assert_eq!((got[1].header("x-own"), got[1].header("webhook-signature").is_empty()), ("", false));
    assert_eq!(said(&got[1].json()), ["Hello", "Good day"]);
    assert_eq!(snapshots(&stage.endpoint.so_far()), Vec::<Value>::new(), "and the endpoint did not");

    // After a start it is sent again, the same.
    let row = stage.relay.call("traffic.get", json!({ "id": sent["exchanges"][0] })).await;
    let delivery = row["deliveries"][0]["id"].clone();
    let stage = stage.restart(false).await;
    let relay = &stage.relay;
    relay.call("delivery.resend", json!({ "ids": [delivery] })).await;
    let got = other.received(3).await;
    assert_eq!((&got[2].body, got[2].path.as_str()), (&got[0].body, HOOK));
    relay
        .deliveries_until("it arrived", json!({ "channel": channel.id, "state": "delivered" }), |all| {
            all.iter().any(|one| one["id"] == delivery)
        })
        .await;

    let mut shown = vec![
        relay.call("destination.list", Value::Null).await,
        relay.call("delivery.get", json!({ "id": delivery })).await,
        relay.call("traffic.get", json!({ "id": sent["exchanges"][0] })).await,
    ];
    for row in relay.traffic(json!({ "channel": channel.id })).await {
        shown.push(relay.call("traffic.get", json!({ "id": row["id"] })).await);
        if row["direction"] == "out" {
            shown.push(relay.call("traffic.curl", json!({ "id": row["id"] })).await);
        }
        shown.push(row);
    }
    let destinations = shown[0].as_array().unwrap();
    let address = destinations.iter().find(|one| one["kind"] == "address").expect("it is listed");
    assert!(address["url"].as_str().unwrap().starts_with(&format!("{}/services/", other.url)), "{address}");
    let shown = json!(shown).to_string() + &relay.folder.log();
    for secret in ["HUSHHUSH", "parameterhush"] {
        assert!(!shown.contains(secret), "{secret} is shown");
    }
    let stored = std::fs::read(relay.folder.data().join("journal.db")).unwrap();
    assert!(!String::from_utf8_lossy(&stored).contains("HUSHHUSH"), "it lies open on the disk");
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_with_the_reason() {
    let stage = Stage::new().await;
    let relay = &stage.relay;
    let (_, id) = stage.talk().await;
    let userlike = relay.channel(json!({ "name": "Userlike", "platform": "userlike" })).await;
    let elma = Elma365::new(relay, "Company", "").await;
    let gone = ConversationId(7).to_string();
    let to = |channel: &Channel| json!({ "kind": "channel", "channel": channel.id });
    for (ids, target, code) in [
        (&gone, json!({ "kind": "endpoint" }), "ID-05"),
        (&id, to(&userlike), "KIND-01"),
        (&id, to(&elma.channel), "LINK-04"),
        (&id, to(&stage.chatwoot.channel), "SEND-01"),
    ] {
        let sent = relay.call("conversation.send", json!({ "ids": [ids], "target": target })).await;
        assert_eq!(
            (&sent["events"], &sent["refused"][0]["error"]["code"]),
            (&json!([]), &json!(code)),
            "{sent}"
        );
    }
    for url in ["no address", "ftp://files.example", &format!("{}/in/x", relay.relay)] {
        let target = json!({ "kind": "address", "url": url });
        let code = relay.refused("conversation.send", json!({ "ids": [id], "target": target })).await;
        assert!(code.starts_with("URL-") || code == "LOOP-01", "{url}: {code}");
    }
    relay.call("channel.update", json!({ "id": stage.chatwoot.channel.id, "callbackUrl": "" })).await;
    let sent = relay.call("conversation.send", json!({ "ids": [id] })).await;
    assert_eq!(sent["refused"][0]["error"]["params"]["field"], "callbackUrl", "{sent}");

    let targets = relay.call("conversation.targets", json!({ "channel": stage.chatwoot.channel.id })).await;
    let codes: Vec<&Value> = targets.as_array().unwrap().iter().map(|one| &one["error"]["code"]).collect();
    assert_eq!(codes, ["DATA-02", "KIND-01", "LINK-04"], "{targets}");
    assert_eq!(targets[0]["whens"], json!(["now", "statusChanged", "ended"]));
    let targets = relay.call("conversation.targets", json!({ "channel": elma.channel.id })).await;
    assert_eq!(targets[0]["whens"], json!(["now"]));
}

#[tokio::test]
async fn a_paused_channel_collects() {
    let stage = Stage::new().await;
    let (relay, channel) = (&stage.relay, &stage.chatwoot.channel);
    let (_, id) = stage.talk().await;
    relay.call("channel.update", json!({ "id": channel.id, "mode": "paused" })).await;
    let sent = relay.call("conversation.send", json!({ "ids": [id] })).await;
    let row = relay.call("traffic.get", json!({ "id": sent["exchanges"][0] })).await;
    assert_eq!(row["row"]["result"], "onHold", "{row}");
    relay.call("channel.update", json!({ "id": channel.id, "mode": "active" })).await;
    stage.endpoint.until("the snapshot", |all| snapshots(all).len() == 1).await;
}

#[tokio::test]
async fn what_is_flagged_is_sent_once_when_its_time_comes_whatever_happens_then() {
    let stage = Stage::new().await;
    let (chat, id) = stage.talk().await;
    let later = |when: &str| json!({ "ids": [id], "when": when });
    let sent = stage.relay.call("conversation.send", later("ended")).await;
    assert_eq!((&sent["flagged"], &sent["events"]), (&json!(1), &json!([])), "{sent}");
    stage.relay.call("conversation.unflag", json!({ "ids": [id] })).await;
    assert_eq!(flags(&stage.relay.folder), Vec::<i64>::new());
    stage.relay.call("conversation.send", later("ended")).await;

    // Put off is not ended.
    assert!(stage.chatwoot.server.set_status(chat, "pending"));
    stage.chatwoot.server.reply(chat, "One moment").unwrap();
    stage.endpoint.until("what came after it", |all| all.iter().any(|one| one.text() == "One moment")).await;
    assert_eq!(flags(&stage.relay.folder), [2]);

    stage.chatwoot.server.resolve(chat);
    let channel = stage.chatwoot.channel.id.clone();
    eventually("the end is known", async || {
        let detail = stage.relay.call("conversation.get", json!({ "id": id })).await;
        (detail["row"]["status"] == "resolved").then_some(())
    })
    .await;
    let stage = stage.restart(true).await;
    stage.endpoint.until("the snapshot", |all| !snapshots(all).is_empty()).await;
    eventually("nothing is flagged any more", async || flags(&stage.relay.folder).is_empty().then_some(()))
        .await;
    let stage = stage.restart(true).await;
    stage.chatwoot.server.set_status(chat, "open");
    stage.chatwoot.server.reply(chat, "Back").unwrap();
    stage.endpoint.until("what came after it", |all| all.iter().any(|one| one.text() == "Back")).await;
    let asked = stage.relay.traffic(json!({ "channel": channel, "direction": "in" })).await;
    assert_eq!(asked.iter().filter(|row| row["kind"] == SNAPSHOT).count(), 1, "asked for once");
    let mut names: Vec<String> = stage
        .endpoint
        .so_far()
        .iter()
        .filter(|one| one.json()["type"] == SNAPSHOT)
        .map(|one| one.header("webhook-id").to_owned())
        .collect();
    // The try that the crash cut off may have arrived: then it came again, under its name.
    names.dedup();
    assert_eq!(names.len(), 1);
}

#[tokio::test]
async fn an_agents_command_is_for_us_alone() {
    let stage = Stage::new().await;
    let (relay, chatwoot) = (&stage.relay, &stage.chatwoot);
    let (chat, id) = stage.talk().await;
    let command = chatwoot.server.reply(chat, "$api").unwrap();
    chatwoot.server.reply(chat, Draft::from(" $API ").private());
    relay.call("settings.update", json!({ "sendCommand": "$api" })).await;
    chatwoot.server.reply(chat, "Goodbye").unwrap();
    stage.endpoint.until("what came after it", |all| all.iter().any(|one| one.text() == "Goodbye")).await;
    assert_eq!(flags(&relay.folder), [1], "it is to be sent when the status changes");
    let rows = relay.traffic(json!({ "channel": chatwoot.channel.id, "direction": "in" })).await;
    assert_eq!(rows.iter().filter(|row| row["skipped"] == "command").count(), 2, "{rows:#?}");

    // Given at our screen it goes nowhere either.
    let reply = json!({ "channel": chatwoot.channel.id, "conversation": chat.to_string(), "text": "$api" });
    relay.call("conversation.reply", reply).await;
    chatwoot.server.resolve(chat);
    let got = stage.endpoint.until("the snapshot", |all| !snapshots(all).is_empty()).await;
    assert_eq!(said(&snapshots(&got)[0]), ["Hello", "Good day", "Goodbye"]);
    assert!(!got.iter().any(|one| one.text().to_lowercase().contains("$api")), "it went to the endpoint");
    let message = chatwoot.server.look(|state| state.chat(chat).unwrap().message(command).unwrap().clone());
    assert_eq!(message.status, "sent", "nobody calls it failed");
    let texts: Vec<String> = chatwoot.server.look(|state| {
        state.chat(chat).unwrap().said().into_iter().map(|one| one.text().to_owned()).collect()
    });
    assert_eq!(
        texts.iter().filter(|text| *text == "$api").count(),
        1,
        "only what the agent wrote: {texts:?}"
    );
    assert_eq!(flags(&relay.folder), Vec::<i64>::new());
    drop(id);
}

#[tokio::test]
async fn a_customer_who_writes_the_command_is_a_customer_and_links_carry_no_command() {
    let relay = Relay::start().await;
    relay.impatient().await;
    let website = Chatwoot::website(&relay, "Website", "").await;
    let desk = Chatwoot::api(&relay, "Desk", "").await;
    relay
        .link(
            &website.channel,
            &desk.channel,
            json!({ "choices": { "agents": true, "templates": false, "surveys": false } }),
        )
        .await;
    let (there, _) = website.server.write(website.inbox, "ada", "$api").unwrap();
    let key = format!("switchboard:{}:ada", website.channel.id);
    let chat = desk.said(&key, &["$api"]).await;
    assert_eq!(flags(&relay.folder), Vec::<i64>::new(), "a customer commands nothing");

    desk.server.reply(chat.id, "$api").unwrap();
    website.server.reply(there, "$api").unwrap();
    desk.server.reply(chat.id, "Good day").unwrap();
    website.said("ada", &["$api", "$api", "Good day"]).await;
    desk.said(&key, &["$api", "$api", "Good day"]).await;
    assert_eq!(flags(&relay.folder), [1, 1], "each of its own conversation");
}

#[tokio::test]
async fn an_operators_command_on_elma365_sends_at_once() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    let elma = Elma365::connected(&relay, "Sales", &endpoint.url).await;
    let asked = json!({ "chat": "chat-1", "text": "Hello", "contact": { "id": "ada", "name": "Ada" } });
    relay.send(&elma.channel, asked).await;
    elma.taken(1).await;
    elma.write("chat-1", "Good day").await;
    elma.write("chat-1", "$api").await;
    let got = endpoint.until("the snapshot", |all| !snapshots(all).is_empty()).await;
    let snapshot = snapshots(&got).remove(0);
    assert_eq!(said(&snapshot), ["Hello", "Good day"]);
    assert_eq!(snapshot["data"]["contact"]["name"], "Ada", "{snapshot}");
    let id = conversation(&relay.folder, &elma.channel, "chat-1").await;
    let sent = relay.call("conversation.send", json!({ "ids": [id], "when": "ended" })).await;
    assert_eq!(sent["refused"][0]["error"]["code"], "SEND-02", "it never says that one ends");
}

#[tokio::test]
async fn on_userlike_the_command_is_userlikes_own() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    let input = json!({ "name": "Userlike", "platform": "userlike", "callbackUrl": endpoint.url });
    let channel = relay.channel(input).await;
    let mut lines = vec![("co", "Hello"), ("op", "Good day"), ("op", "$api")];
    let mut body = userlike_transcript("visitor1", &lines);
    body["_event"] = json!("message_sent");
    assert_eq!(relay.http.post(&channel.intake, body.to_string()).await.status, 200);
    assert_eq!(flags(&relay.folder), [3], "it waits for the platform");
    lines.push(("op", "Goodbye"));
    let mut body = userlike_transcript("visitor1", &lines);
    body["_event"] = json!("message_sent");
    assert_eq!(relay.http.post(&channel.intake, body.to_string()).await.status, 200);
    endpoint.until("what came after it", |all| all.iter().any(|one| one.text() == "Goodbye")).await;
    assert!(!endpoint.so_far().iter().any(|one| one.text() == "$api"));
    assert!(snapshots(&endpoint.so_far()).is_empty());
    assert_eq!(flags(&relay.folder), [3]);

    body.as_object_mut().unwrap().remove("_event");
    assert_eq!(relay.http.post(&channel.intake, body.to_string()).await.status, 200);
    endpoint.until("their callback", |all| snapshots(all).len() == 1).await;
    assert_eq!(flags(&relay.folder), Vec::<i64>::new(), "it has come");
    let rows = relay.traffic(json!({ "channel": channel.id, "direction": "in" })).await;
    assert!(rows.iter().all(|row| row["source"] == "platform"), "we sent nothing of our own: {rows:#?}");
}

#[tokio::test]
async fn the_endpoint_asks_for_conversations_at_its_outbox() {
    let stage = Stage::new().await;
    let (relay, channel) = (&stage.relay, &stage.chatwoot.channel);
    let (chat, _) = stage.talk().await;
    let id = relay.send(channel, json!({ "kind": "conversation.send", "chat": "chat-1" })).await;
    let got = stage.endpoint.until("the snapshot", |all| snapshots(all).len() == 1).await;
    let request = got.iter().find(|one| one.json()["type"] == SNAPSHOT).unwrap();
    assert_eq!(request.header("webhook-id"), id, "it comes under the name of what was asked for");
    let told = relay.sent_until(channel, &id, "delivered").await;
    assert_eq!((&told["kind"], &told["skipped"]), (&json!(SNAPSHOT), &Value::Null), "{told}");

    let other = Endpoint::good().await;
    let target = json!({ "kind": "address", "url": format!("{}{HOOK}", other.url) });
    let later = json!({ "kind": "conversation.send", "conversation": chat, "target": target, "when": "statusChanged" });
    let id = relay.send(channel, later).await;
    assert_eq!(relay.sent(channel, &id).await["state"], "received", "it waits for its time");
    stage.chatwoot.server.resolve(chat);
    assert_eq!(said(&other.received(1).await[0].json()), ["Hello", "Good day"]);
    relay.sent_until(channel, &id, "delivered").await;
    let mut shown = Vec::new();
    for row in relay.traffic(json!({ "channel": channel.id })).await {
        shown.push(relay.call("traffic.get", json!({ "id": row["id"] })).await);
    }
    let shown = json!(shown).to_string();
    assert!(!shown.contains("HUSHHUSH") && !shown.contains("parameterhush"), "a secret is shown");

    for (body, status, code) in [
        (json!({ "kind": "conversation.send", "chat": "unknown" }), 404, "ID-05"),
        (json!({ "kind": "conversation.send" }), 422, "DATA-02"),
        (
            json!({ "kind": "conversation.send", "chat": "chat-1", "target": { "kind": "channel", "channel": channel.id } }),
            422,
            "SEND-01",
        ),
        (
            json!({ "kind": "conversation.send", "chat": "chat-1", "target": { "kind": "address", "url": "ftp://x" } }),
            422,
            "URL-03",
        ),
    ] {
        let answer = relay.ask(channel, &body).await;
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (status, &json!(code)), "{body}");
    }
}

#[tokio::test]
async fn elma365_gets_a_conversation_as_one_message() {
    let stage = Stage::new().await;
    let relay = &stage.relay;
    let (chat, id) = stage.talk().await;
    let elma_endpoint = Endpoint::good().await;
    let elma = Elma365::connected(relay, "Company", &elma_endpoint.url).await;
    stage.chatwoot.server.reply(chat, Draft::from("See here").file("a.txt", "text/plain", "a boat"));
    stage.chatwoot.server.reply(chat, Draft::from("between us").private());
    stage.endpoint.until("the file", |all| all.iter().any(|one| one.text() == "See here")).await;
    let target = json!({ "kind": "channel", "channel": elma.channel.id });
    relay.call("conversation.send", json!({ "ids": [id], "target": target })).await;
    let taken = elma.taken(1).await.remove(0);
    let lines: Vec<&str> = taken.text.lines().collect();
    assert!(lines[0].contains("Ada") && lines[0].contains("Support"), "{lines:?}");
    assert_eq!(lines.len(), 4, "a head and three messages: {lines:?}");
    assert!(lines[1].ends_with("Ada: Hello") && lines[3].ends_with("See here [a.txt]"), "{lines:?}");
    assert_eq!(taken.chat, format!("switchboard:{}:chat-1", stage.chatwoot.channel.id));
    assert_eq!(taken.chat_name.as_deref(), Some("Ada"));
    assert_eq!(taken.files.len(), 1);
    let whom = elma.server.ask(&taken.user).await.unwrap().1;
    assert_eq!(whom["fullName"], "Ada", "the company asks who it is: {whom}");
    assert!(
        snapshots(&elma_endpoint.so_far()).is_empty(),
        "whoever is behind that channel asked for nothing"
    );
    assert_eq!(snapshots(&stage.endpoint.so_far()), Vec::<Value>::new());
}
