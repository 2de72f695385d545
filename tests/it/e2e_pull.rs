//! The history of a Chatwoot channel, fetched over real HTTP: all of it, once, told to nobody, and begun again wherever it stopped.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::{Draft, Server};
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::eventually;
use switchboard_tests::practice::{Chatwoot, of_kind};
use switchboard_tests::relay::Relay;

/// A relay between an endpoint and an inbox that has a past the relay knows nothing of.
struct Stage {
    relay: Relay,
    endpoint: Endpoint,
    chatwoot: Chatwoot,
}

impl Stage {
    /// With so many conversations of three messages each, the first one with a hundred and thirty more.
    async fn with(conversations: usize) -> Self {
        let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
        relay.impatient().await;
        let chatwoot = Chatwoot::api(&relay, "Support", &endpoint.url).await;
        let (server, inbox) = (&chatwoot.server, chatwoot.inbox);
        server.switch(|switches| {
            switches.page = 25;
            switches.limits.messages = usize::MAX;
        });
        server.set_webhook(inbox, None);
        for n in 0..conversations {
            let (chat, _) = server.write(inbox, &visitor(n), format!("{n}: first").as_str()).unwrap();
            if n == 0 {
                for i in 0..130 {
                    server.reply(chat, format!("long {i}").as_str()).unwrap();
                }
            }
            let file = Draft::from(format!("{n}: second").as_str()).file(
                "plan.pdf",
                "application/pdf",
                b"%PDF".to_vec(),
            );
            server.reply(chat, file).unwrap();
            server.reply(chat, Draft::from("Among us").private()).unwrap();
        }
        server.set_webhook(inbox, Some(&chatwoot.channel.intake));
        Self { relay, endpoint, chatwoot }
    }

    async fn begin(&self) -> Value {
        self.relay.call("pull.start", json!({ "channel": self.chatwoot.channel.id })).await
    }

    /// Waits until the pull is as wanted.
    async fn until(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        eventually(what, async || {
            let all = self.relay.call("pull.list", json!({})).await;
            all.as_array().unwrap().first().filter(|pull| wanted(pull)).cloned()
        })
        .await
    }

    async fn ended(&self, state: &str) -> Value {
        self.until(state, |pull| pull["state"] == state).await
    }

    /// The channel's conversations as the list shows them, once there are so many with so many messages in all. That the list says it
    /// is not behind would not do: it says so also while the last second's messages are still being counted.
    async fn listed(&self, count: usize, messages: usize) -> Vec<Value> {
        let query = json!({ "limit": 500, "filter": { "channel": self.chatwoot.channel.id } });
        eventually("they are listed", async || {
            let page = self.relay.call("conversation.page", query.clone()).await;
            let rows = page["rows"].as_array().unwrap();
            let counted: u64 = rows.iter().filter_map(|row| row["messages"].as_u64()).sum();
            (rows.len() == count && counted == messages as u64).then(|| rows.clone())
        })
        .await
    }

    /// What was fetched, by result.
    async fn fetched(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        let filter = json!({ "channel": self.chatwoot.channel.id, "direction": "in" });
        let mut before = Value::Null;
        loop {
            let mut query = json!({ "limit": 500, "filter": filter });
            if !before.is_null() {
                query["before"] = before;
            }
            let page = self.relay.call("traffic.page", query).await;
            for row in page["rows"].as_array().unwrap().iter().filter(|row| row["source"] == "catchUp") {
                *counts
                    .entry(format!(
                        "{} {}",
                        row["result"].as_str().unwrap(),
                        row["skipped"].as_str().unwrap_or("")
                    ))
                    .or_default() += 1;
            }
            before = page["next"].clone();
            if before.is_null() {
                return counts;
            }
        }
    }
}

fn visitor(n: usize) -> String {
    format!("visitor {n}")
}

fn messages(server: &Server) -> usize {
    server.look(|state| state.chats.iter().map(|chat| chat.messages.len()).sum())
}

#[tokio::test]
async fn all_of_it_comes_once_and_is_told_to_nobody() {
    let stage = Stage::with(120).await;
    let mut live = stage.relay.live().await;
    let begun = stage.begin().await;
    assert_eq!((&begun["state"], &begun["error"]), (&json!("running"), &Value::Null));
    let done = stage.ended("done").await;
    assert_eq!((&done["conversations"], &done["total"]), (&json!(120), &json!(120)));
    assert_eq!(done["messages"], messages(&stage.chatwoot.server), "{done}");
    live.until("the pull is done", |row| row["type"] == "pull" && row["row"]["state"] == "done").await;
    // One entry a page: the long one has two.
    assert_eq!(stage.fetched().await, BTreeMap::from([("skipped history".to_owned(), 121)]));
    let owed = stage.relay.deliveries(json!({ "channel": stage.chatwoot.channel.id })).await;
    assert!(owed.is_empty() && stage.endpoint.so_far().is_empty(), "nobody is told: {owed:?}");
    // Every call is in the log, without the token.
    let calls =
        stage.relay.traffic(json!({ "channel": stage.chatwoot.channel.id, "direction": "out" })).await;
    let of = |step: &str| calls.iter().find(|row| row["step"] == step).cloned();
    for step in ["conversation.list", "message.list"] {
        let shown = stage.relay.exchange(&of(step).unwrap_or_else(|| panic!("{step} in {calls:#?}"))).await;
        assert!(!shown.to_string().contains(stage.chatwoot.server.token()), "{shown}");
    }
    assert!(of("file.fetch").is_none(), "files stay where they are");
    assert_eq!(stage.chatwoot.calls("PATCH", ""), 0, "nothing is painted");

    // It is in the list, and can be read.
    let rows = stage.listed(120, messages(&stage.chatwoot.server)).await;
    let long = rows.iter().find(|row| row["messages"] == 133).unwrap_or_else(|| panic!("{rows:#?}"));
    assert_eq!((&long["who"], &long["status"]), (&json!("visitor 0"), &json!("open")));
    let lines = stage.relay.call("conversation.transcript", json!({ "id": long["id"], "limit": 500 })).await;
    let lines = lines["lines"].as_array().unwrap().clone();
    let texts: Vec<_> = lines.iter().filter_map(|line| line["message"]["text"].as_str()).collect();
    assert_eq!(
        (texts.len(), texts[0], texts[1], texts[132]),
        (133, "0: first", "long 0", "Among us"),
        "{texts:?}"
    );

    // A second time there is nothing to ask for but the list.
    let before = stage.chatwoot.server.requests().len();
    stage.begin().await;
    let again = stage.ended("done").await;
    assert_eq!((&again["conversations"], &again["messages"]), (&json!(120), &json!(0)), "{again}");
    let calls = stage.chatwoot.server.requests().len() - before;
    assert!(calls <= 16, "{calls} calls");
    assert_eq!(stage.fetched().await.values().sum::<usize>(), 121);

    // What is said later comes by itself, and only that is news.
    let chat = stage.chatwoot.server.look(|state| state.chats[5].id);
    stage.chatwoot.server.reply(chat, "Now").unwrap();
    let told = stage.endpoint.until("the news", |all| !of_kind(all, "message.sent").is_empty()).await;
    assert_eq!(of_kind(&told, "message.sent")[0]["data"]["message"]["text"], "Now");
    assert_eq!(of_kind(&told, "message.sent").len(), 1);
}

#[tokio::test]
async fn a_failure_in_the_middle_is_told_and_begun_again_it_goes_on() {
    let stage = Stage::with(60).await;
    let server = &stage.chatwoot.server;
    // What passes is asked for again by itself.
    server.faults().next(1, "GET", "/conversations", Fault::Answer(http::StatusCode::BAD_GATEWAY, "<html>"));
    server.faults().next(1, "GET", "/messages", Fault::LoseAnswer);
    let refused = (http::StatusCode::UNAUTHORIZED, r#"{"error":"Invalid Access Token"}"#);
    let slow = Fault::Slow(std::time::Duration::from_millis(5));
    server.faults().next(30, "GET", "/messages", slow);
    server.faults().next(1, "GET", "/messages", Fault::Answer(refused.0, refused.1));
    stage.begin().await;
    let failed = stage.ended("failed").await;
    assert_eq!(failed["error"]["code"], "AUTH-01", "{failed}");
    assert!(!failed["error"]["message"].as_str().unwrap().contains("{$"), "{failed}");
    let had = failed["messages"].as_u64().unwrap();
    assert!(had > 0 && (had as usize) < messages(server), "{failed}");
    stage.begin().await;
    let done = stage.ended("done").await;
    assert_eq!(done["error"], Value::Null);
    assert_eq!(
        done["messages"].as_u64().unwrap() + had,
        messages(server) as u64,
        "nothing twice, nothing left out"
    );
}

#[tokio::test]
async fn it_can_be_stopped_and_what_came_meanwhile_is_news_and_counts_once() {
    let stage = Stage::with(60).await;
    let server = &stage.chatwoot.server;
    server.faults().next(usize::MAX, "GET", "/messages", Fault::Slow(std::time::Duration::from_millis(20)));
    stage.begin().await;
    assert_eq!(stage.begin().await["state"], "running", "one at a time");
    stage.until("some are here", |pull| pull["conversations"].as_u64().unwrap() > 5).await;
    // Said in one that is still to be read, and in a new one.
    let late = server.look(|state| state.chats[0].id);
    server.reply(late, "Live in an old one").unwrap();
    server.write(stage.chatwoot.inbox, "new visitor", "Live in a new one").unwrap();
    stage
        .endpoint
        .until("both are news", |all| {
            of_kind(all, "message.sent").len() + of_kind(all, "message.received").len() == 2
        })
        .await;
    stage.relay.call("pull.cancel", json!({ "id": stage.chatwoot.channel.id })).await;
    let cancelled = stage.ended("cancelled").await;
    assert_eq!(cancelled["error"], Value::Null);
    server.faults().up();
    stage.begin().await;
    let done = stage.ended("done").await;
    let sum = done["messages"].as_u64().unwrap() + cancelled["messages"].as_u64().unwrap();
    assert_eq!(sum + 2, messages(server) as u64, "{cancelled} {done}");
    let told = stage.endpoint.so_far();
    assert_eq!(of_kind(&told, "message.sent").len() + of_kind(&told, "message.received").len(), 2);
}

#[tokio::test]
async fn a_restart_in_the_middle_loses_nothing_and_only_what_is_asked_for_comes() {
    let stage = Stage::with(40).await;
    stage.chatwoot.server.faults().next(
        usize::MAX,
        "GET",
        "/messages",
        Fault::Slow(std::time::Duration::from_millis(20)),
    );
    stage.begin().await;
    stage.until("some are here", |pull| pull["conversations"].as_u64().unwrap() > 5).await;
    let Stage { relay, endpoint, mut chatwoot } = stage;
    let folder = relay.kill().await;
    chatwoot.server.faults().up();
    let relay = Relay::start_in(folder).await;
    chatwoot.moved(&relay);
    let stage = Stage { relay, endpoint, chatwoot };
    assert_eq!(stage.relay.call("pull.list", json!({})).await, json!([]));
    stage.begin().await;
    let done = stage.ended("done").await;
    assert!(done["messages"].as_u64().unwrap() < messages(&stage.chatwoot.server) as u64, "{done}");
    assert!(of_kind(&stage.endpoint.so_far(), "message.sent").is_empty());

    // Of what happened before a time nothing is asked for.
    let soon = json!({ "channel": stage.chatwoot.channel.id, "from": 4_000_000_000_000_u64 });
    stage.relay.call("pull.start", soon).await;
    let none = stage.until("nothing", |pull| pull["state"] == "done" && pull["conversations"] == 0).await;
    assert_eq!(none["total"], Value::Null);
}

#[tokio::test]
async fn a_channel_that_cannot_be_asked_says_so() {
    let relay = Relay::start().await;
    let elma = relay.channel(json!({ "name": "Desk", "platform": "elma365", "token": "confirm" })).await;
    assert_eq!(relay.refused("pull.start", json!({ "channel": elma.id })).await, "KIND-01");
    let bare = relay.channel(json!({ "name": "Support", "platform": "chatwoot", "token": "token" })).await;
    assert_eq!(relay.refused("pull.start", json!({ "channel": bare.id })).await, "ID-01");
    relay.call("channel.delete", json!({ "id": elma.id })).await;
    assert_eq!(relay.refused("pull.start", json!({ "channel": elma.id })).await, "ID-05");
    assert_eq!(relay.refused("pull.cancel", json!({ "id": elma.id })).await, "ID-05");
}
