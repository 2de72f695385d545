//! How platforms are called: at their pace, in steps that can be stopped between, without showing secrets; and what an agent's Retry does.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use switchboard_engine::clock::{Clock, Stopwatch};
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::endpoint::{Endpoint, Gate, Received, Reply};
use switchboard_tests::eventually;
use switchboard_tests::practice::{Chatwoot, Elma365, of_kind};
use switchboard_tests::relay::{Channel, Relay};

use crate::set;

fn said(chat: &str, text: &str) -> Value {
    json!({ "chat": chat, "text": text, "contact": { "id": chat, "name": chat } })
}

/// A server that knows every chat by the number in its name, and a channel at it.
struct Simple {
    relay: Relay,
    server: Endpoint,
    channel: Channel,
}

/// Which conversation a request is about, by its path.
fn conversation(request: &Received) -> Option<i64> {
    request.path.split("/conversations/").nth(1)?.split(['/', '?']).next()?.parse().ok()
}

fn is_message(request: &Received) -> bool {
    request.method == "POST" && request.path.ends_with("/messages")
}

/// What a Chatwoot says where every contact and every conversation is there already.
fn usual(request: &Received) -> Reply {
    let chat = request.path.split("source_id=").nth(1).and_then(|rest| rest.split('&').next());
    let number = chat.and_then(|chat| chat.rsplit("%2D").next()?.parse::<i64>().ok());
    match (request.method.as_str(), number) {
        ("GET", Some(number)) => {
            let conversation = json!({ "id": number, "inbox_id": 7, "status": "open", "meta": { "sender": { "id": number } } });
            Reply::json(&json!({ "data": { "meta": {}, "payload": [conversation] } }))
        }
        ("GET", None) => Reply::json(&json!({ "payload": [] })),
        _ => Reply::json(&json!({ "id": request.number + 1_000, "conversation_id": conversation(request) })),
    }
}

impl Simple {
    async fn new(behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Self {
        let (relay, server) = (Relay::start().await, Endpoint::start(behaviour).await);
        relay.impatient().await;
        let input = json!({
            "name": "Support", "platform": "chatwoot", "apiUrl": server.url, "token": "the token",
            "options": { "accountId": 1, "inboxId": 7 },
        });
        let channel = relay.channel(input).await;
        Self { relay, server, channel }
    }
}

#[tokio::test]
async fn a_server_that_says_slow_down_is_left_alone_by_all_chats_and_nothing_is_lost() {
    let refused: Arc<Mutex<Option<Stopwatch>>> = Arc::default();
    let early = Arc::new(AtomicUsize::new(0));
    let (at, too_early) = (Arc::clone(&refused), Arc::clone(&early));
    let stage = Simple::new(move |request| {
        let mut at = at.lock().unwrap();
        match *at {
            None if is_message(request) => {
                *at = Some(Clock.stopwatch());
                Reply::with(429, "retry-after", "2")
            }
            Some(at) if at.elapsed() < Duration::from_millis(1_500) => {
                too_early.fetch_add(1, Ordering::SeqCst);
                Reply::status(429)
            }
            _ => usual(request),
        }
    })
    .await;
    let first = stage.relay.send(&stage.channel, said("chat-1", "First")).await;
    stage.server.until("the refusal", |all| all.iter().any(is_message)).await;
    let mut all = vec![first];
    for chat in 2..12 {
        all.push(stage.relay.send(&stage.channel, said(&format!("chat-{chat}"), "More")).await);
    }
    for id in &all {
        stage.relay.sent_until(&stage.channel, id, "delivered").await;
    }
    assert_eq!(early.load(Ordering::SeqCst), 0, "it was called while it wanted to be left alone");
    let messages = stage.server.so_far().into_iter().filter(is_message).count();
    assert_eq!(messages, all.len() + 1, "each message once, but for the one that was refused");
}

#[tokio::test]
async fn what_became_of_messages_is_told_two_at_once_and_holds_up_no_message() {
    let (gate, most, now) = (Gate::default(), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (closed, peak, running) = (gate.clone(), Arc::clone(&most), Arc::clone(&now));
    let stage = Simple::new(move |request| {
        if request.method == "PATCH" {
            let running = running.fetch_add(1, Ordering::SeqCst) + 1;
            peak.fetch_max(running, Ordering::SeqCst);
            return Reply::Gate(closed.clone());
        }
        usual(request)
    })
    .await;
    let endpoint = Endpoint::good().await;
    stage.relay.call("channel.update", json!({ "id": stage.channel.id, "callbackUrl": endpoint.url })).await;
    for number in 1..=12 {
        let chat = json!({ "id": number, "inbox_id": 7, "contact_inbox": { "source_id": format!("chat-{number}") } });
        let sent = json!({
            "event": "message_created", "id": number, "message_type": "outgoing", "content": "Hi", "private": false,
            "inbox": { "id": 7 }, "conversation": chat, "sender": { "id": 3, "type": "user", "name": "Noor" },
        });
        assert_eq!(stage.relay.http.post(&stage.channel.intake, sent.to_string()).await.status, 200);
    }
    endpoint.received(12).await;
    stage
        .server
        .until("two reports", |all| all.iter().filter(|one| one.method == "PATCH").count() == 2)
        .await;
    // What people write goes on meanwhile.
    let id = stage.relay.send(&stage.channel, said("chat-20", "Hello")).await;
    stage.relay.sent_until(&stage.channel, &id, "delivered").await;
    assert_eq!(most.load(Ordering::SeqCst), 2);
    now.store(0, Ordering::SeqCst);
    gate.open();
    let told = stage
        .server
        .until("all reports", |all| all.iter().filter(|one| one.method == "PATCH").count() == 12)
        .await;
    let paths: HashSet<_> =
        told.iter().filter(|one| one.method == "PATCH").map(|one| one.path.clone()).collect();
    assert_eq!(paths.len(), 12, "each message once: {paths:?}");
}

#[tokio::test]
async fn a_channel_that_is_paused_between_two_steps_goes_on_from_there_later() {
    let relay = Relay::start().await;
    relay.impatient().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let slow = Fault::Slow(Duration::from_millis(700));
    chatwoot.server.faults().next(1, "POST", "/contacts", slow);
    let id = relay.send(&chatwoot.channel, said("chat-1", "Hello")).await;
    let made =
        |state: &switchboard_engine::practice::chatwoot::State| (!state.contacts.is_empty()).then_some(());
    chatwoot.server.until(made).await;
    relay.call("channel.update", json!({ "id": chatwoot.channel.id, "mode": "paused" })).await;
    relay.sent_until(&chatwoot.channel, &id, "onHold").await;
    relay
        .traffic_until("the answer is in the log", json!({ "channel": chatwoot.channel.id }), |rows| {
            rows.iter().any(|row| row["step"] == "contact.create" && row["status"] == 200)
        })
        .await;
    assert!(chatwoot.server.look(|state| state.chats.is_empty()), "no further step is made");
    relay.call("channel.update", json!({ "id": chatwoot.channel.id, "mode": "active" })).await;
    relay.sent_until(&chatwoot.channel, &id, "delivered").await;
    chatwoot.said("chat-1", &["Hello"]).await;
    assert_eq!(chatwoot.server.look(|state| state.contacts.len()), 1);
}

#[tokio::test]
async fn a_file_that_is_damaged_on_our_disk_fails_its_message_with_the_reason_and_the_chat_goes_on() {
    use base64::Engine as _;
    let relay = Relay::start().await;
    relay.impatient().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let id = relay.send(&chatwoot.channel, said("chat-1", "Hello")).await;
    relay.sent_until(&chatwoot.channel, &id, "delivered").await;
    // It waits with its file on the disk.
    relay.call("channel.update", json!({ "id": chatwoot.channel.id, "mode": "paused" })).await;
    let content = base64::engine::general_purpose::STANDARD.encode(vec![7_u8; 200_000]);
    let mut with_file = said("chat-1", "Look");
    with_file["files"] = json!([{ "name": "look.bin", "base64": content }]);
    let broken = relay.send(&chatwoot.channel, with_file).await;
    let after = relay.send(&chatwoot.channel, said("chat-1", "After")).await;
    for entry in std::fs::read_dir(relay.folder.data().join("files")).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = std::fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(&path, bytes).unwrap();
    }
    relay.call("channel.update", json!({ "id": chatwoot.channel.id, "mode": "active" })).await;
    let failed = relay.sent_until(&chatwoot.channel, &broken, "failed").await;
    assert_eq!(failed["code"], "DB-02", "{failed}");
    relay.sent_until(&chatwoot.channel, &after, "delivered").await;
    chatwoot.said("chat-1", &["Hello", "After"]).await;
}

#[tokio::test]
async fn tokens_never_show() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let elma = Elma365::connected(&relay, "Desk", "").await;
    let mut with_file = said("chat-1", "Hello");
    with_file["files"] = json!([{ "name": "a.txt", "base64": "aGVsbG8=" }]);
    for channel in [&chatwoot.channel, &elma.channel] {
        let id = relay.send(channel, with_file.clone()).await;
        relay.sent_until(channel, &id, "delivered").await;
    }
    let secrets = [chatwoot.server.token(), Elma365::TOKENS[1]];
    let rows = relay.traffic(json!({ "direction": "out" })).await;
    assert!(rows.len() > 3, "{rows:#?}");
    for row in rows {
        let shown = relay.exchange(&row).await.to_string();
        let curl = relay.call("traffic.curl", json!({ "id": row["id"] })).await.to_string();
        for secret in secrets {
            // The word stands in quotes of its own wherever it is a value.
            let value = format!("\"{secret}\"");
            assert!(!shown.replace("\\\"", "\"").contains(&value), "{shown}");
            assert!(!curl.replace("\\\"", "\"").contains(&value), "{curl}");
        }
    }
    assert!(!relay.folder.log().contains(chatwoot.server.token()), "nor in the log file");
}

/// A conversation with an agent, at an endpoint that fails what it is told to.
struct Desk {
    relay: Relay,
    endpoint: Endpoint,
    chatwoot: Chatwoot,
    chat: i64,
    failing: Arc<AtomicBool>,
}

impl Desk {
    /// An agent presses Retry, who has seen the message painted; so has the relay noted that it was. Nobody is quicker than that.
    async fn retry(&self, message: i64) {
        eventually("nothing is owed any more", async || {
            (self.relay.call("status.get", json!({})).await["waiting"] == 0).then_some(())
        })
        .await;
        assert!(self.chatwoot.server.retry(self.chat, message));
    }

    async fn new() -> Self {
        let failing = Arc::new(AtomicBool::new(true));
        let fails = Arc::clone(&failing);
        let endpoint = Endpoint::start(move |request| {
            let refuse = sent(std::slice::from_ref(request), "Refused") > 0 && fails.load(Ordering::SeqCst);
            if refuse { Reply::status(422) } else { Reply::ok() }
        })
        .await;
        let relay = Relay::start().await;
        relay.impatient().await;
        let chatwoot = Chatwoot::api(&relay, "Support", &endpoint.url).await;
        let id = relay.send(&chatwoot.channel, said("chat-1", "Hello")).await;
        relay.sent_until(&chatwoot.channel, &id, "delivered").await;
        let chat = chatwoot.said("chat-1", &["Hello"]).await.id;
        Self { relay, endpoint, chatwoot, chat, failing }
    }

    fn got(&self, text: &str) -> usize {
        sent(&self.endpoint.so_far(), text)
    }
}

/// How often the endpoint was told of an agent's message.
fn sent(received: &[Received], text: &str) -> usize {
    of_kind(received, "message.sent").iter().filter(|body| body["data"]["message"]["text"] == text).count()
}

#[tokio::test]
async fn an_agents_retry_sends_again_what_was_given_up_and_paints_what_comes_of_it() {
    let desk = Desk::new().await;
    let message = desk.chatwoot.server.reply(desk.chat, "Refused").unwrap();
    desk.chatwoot.painted(desk.chat, message, "failed").await;
    let tries = desk.got("Refused");
    // Pressed too early: it fails once more, and is painted once more.
    desk.retry(message).await;
    desk.endpoint.until("further tries", |all| sent(all, "Refused") == tries * 2).await;
    desk.chatwoot.painted(desk.chat, message, "failed").await;
    desk.failing.store(false, Ordering::SeqCst);
    desk.retry(message).await;
    let painted = desk.chatwoot.painted(desk.chat, message, "delivered").await;
    assert_eq!(painted.external_error(), None);
    assert_eq!(desk.got("Refused"), tries * 2 + 1);
    let looks = desk.relay.traffic(json!({ "channel": desk.chatwoot.channel.id, "direction": "out" })).await;
    assert!(
        looks.iter().any(|row| row["step"] == "message.find" && row["status"] == 200),
        "it was made sure of"
    );
}

#[tokio::test]
async fn a_retry_that_is_told_twice_sends_once() {
    let desk = Desk::new().await;
    let message = desk.chatwoot.server.reply(desk.chat, "Refused").unwrap();
    desk.chatwoot.painted(desk.chat, message, "failed").await;
    let tries = desk.got("Refused");
    desk.failing.store(false, Ordering::SeqCst);
    desk.chatwoot.server.switch(|switches| switches.tells_twice = true);
    desk.retry(message).await;
    desk.chatwoot.painted(desk.chat, message, "delivered").await;
    desk.chatwoot.server.told_all().await;
    let marker = desk.chatwoot.server.reply(desk.chat, "Marker").unwrap();
    desk.chatwoot.painted(desk.chat, marker, "delivered").await;
    assert_eq!(desk.got("Refused"), tries + 1);
}

#[tokio::test]
async fn what_changes_at_a_message_for_other_reasons_sends_nothing_again() {
    let desk = Desk::new().await;
    set(&desk.relay, json!({ "rejectedScheduleMs": [20, 20] })).await;
    let fine = desk.chatwoot.server.reply(desk.chat, "Fine").unwrap();
    desk.chatwoot.painted(desk.chat, fine, "delivered").await;
    let refused = desk.chatwoot.server.reply(desk.chat, "Refused").unwrap();
    desk.chatwoot.painted(desk.chat, refused, "failed").await;
    let tries = desk.got("Refused");
    desk.failing.store(false, Ordering::SeqCst);
    for message in [fine, refused] {
        assert!(desk.chatwoot.server.delete(desk.chat, message));
    }
    desk.chatwoot.server.told_all().await;
    // Somebody says that it stands there, which it does not.
    let chat = json!({ "id": desk.chat, "inbox_id": desk.chatwoot.inbox, "contact_inbox": { "source_id": "chat-1" } });
    let lie = json!({
        "event": "message_updated", "id": refused, "message_type": "outgoing", "content": "Refused", "private": false,
        "inbox": { "id": desk.chatwoot.inbox }, "conversation": chat, "sender": { "id": 3, "type": "user" },
    });
    let secrets = json!({ "id": desk.chatwoot.channel.id, "options": { "webhookSecrets": [] } });
    desk.relay.call("channel.update", secrets).await;
    assert_eq!(desk.relay.http.post(&desk.chatwoot.channel.intake, lie.to_string()).await.status, 200);
    eventually("it is made sure of", async || (desk.chatwoot.calls("GET", "/messages") > 0).then_some(()))
        .await;
    let marker = desk.chatwoot.server.reply(desk.chat, "Marker").unwrap();
    desk.chatwoot.painted(desk.chat, marker, "delivered").await;
    assert_eq!((desk.got("Fine"), desk.got("Refused")), (1, tries));
}
