//! What was said while the relay was off or could not be heard: fetched, told once, in order, and shown.

use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::{Draft, Switches};
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::endpoint::{Endpoint, Received};
use switchboard_tests::eventually;
use switchboard_tests::practice::{Chatwoot, Elma365, of_kind};
use switchboard_tests::relay::Relay;

/// A relay between an endpoint and an API inbox with one conversation.
struct Stage {
    relay: Relay,
    endpoint: Endpoint,
    chatwoot: Chatwoot,
    chat: i64,
}

impl Stage {
    async fn new() -> Self {
        let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
        relay.impatient().await;
        let chatwoot = Chatwoot::api(&relay, "Support", &endpoint.url).await;
        let hello =
            json!({ "chat": "chat-1", "text": "Hello", "contact": { "id": "chat-1", "name": "Ada" } });
        let id = relay.send(&chatwoot.channel, hello).await;
        relay.sent_until(&chatwoot.channel, &id, "delivered").await;
        let chat = chatwoot.said("chat-1", &["Hello"]).await.id;
        chatwoot.server.reply(chat, "Heard").unwrap();
        let stage = Self { relay, endpoint, chatwoot, chat };
        stage.answers_are(&["Heard"]).await;
        stage
    }

    /// While the relay is off this happens; then it is started again.
    async fn off_while(self, meanwhile: impl AsyncFnOnce(&Chatwoot, i64)) -> Self {
        let Self { relay, endpoint, mut chatwoot, chat } = self;
        let folder = relay.stop().await;
        meanwhile(&chatwoot, chat).await;
        chatwoot.server.told_all().await;
        let relay = Relay::start_in(folder).await;
        chatwoot.moved(&relay);
        Self { relay, endpoint, chatwoot, chat }
    }

    fn answers(&self) -> Vec<String> {
        texts(&of_kind(&self.endpoint.so_far(), "message.sent"))
    }

    async fn answers_are(&self, wanted: &[&str]) {
        eventually(&format!("the endpoint got {wanted:?}"), async || {
            (self.answers().len() >= wanted.len()).then_some(())
        })
        .await;
        assert_eq!(self.answers(), wanted);
    }

    /// Waits until the newest gap of the channel is as wanted.
    async fn gap(&self, state: &str) -> Value {
        gap(&self.relay, &self.chatwoot, state).await
    }

    /// The rows of what was fetched.
    async fn fetched(&self) -> Vec<Value> {
        let rows =
            self.relay.traffic(json!({ "channel": self.chatwoot.channel.id, "direction": "in" })).await;
        rows.into_iter().filter(|row| row["source"] == "catchUp").collect()
    }
}

async fn gap(relay: &Relay, chatwoot: &Chatwoot, state: &str) -> Value {
    eventually(&format!("a gap that is {state}"), async || {
        let status = relay.call("status.get", json!({})).await;
        let gaps = status["catchUps"].as_array().unwrap();
        gaps.iter().find(|gap| gap["channel"] == chatwoot.channel.id && gap["state"] == state).cloned()
    })
    .await
}

fn texts(bodies: &[Value]) -> Vec<String> {
    let text = |body: &Value| body["data"]["message"]["text"].as_str().unwrap_or_default().to_owned();
    bodies.iter().map(text).collect()
}

#[tokio::test]
async fn what_was_said_while_the_relay_was_off_is_told_once_and_shown() {
    let stage = Stage::new().await;
    let mut missed = Vec::new();
    let stage = stage
        .off_while(async |chatwoot, chat| {
            missed.push(chatwoot.server.reply(chat, "While you were away").unwrap());
            chatwoot.server.reply(chat, Draft::from("Among us").private()).unwrap();
            let file = Draft::from("A picture").file("cat.png", "image/png", b"meow".to_vec());
            missed.push(chatwoot.server.reply(chat, file).unwrap());
        })
        .await;
    stage.answers_are(&["Heard", "While you were away", "A picture"]).await;
    let gap = stage.gap("done").await;
    assert_eq!(
        (&gap["recovered"], &gap["conversations"], &gap["error"]),
        (&json!(3), &json!(1), &Value::Null)
    );
    assert_eq!(gap["channelName"], "Support");
    assert!(gap["from"].as_i64().unwrap() <= gap["to"].as_i64().unwrap(), "{gap}");
    let notes = of_kind(&stage.endpoint.received(4).await, "note.created");
    assert_eq!(texts(&notes), ["Among us"]);
    // The failed webhooks had painted the messages red; now they have arrived.
    for message in &missed {
        stage.chatwoot.painted(stage.chat, *message, "delivered").await;
    }
    let told = of_kind(&stage.endpoint.so_far(), "message.sent").pop().unwrap();
    assert_eq!(told["data"]["message"]["files"][0]["name"], "cat.png");
    assert!(told["data"]["message"]["files"][0]["relayUrl"].is_string(), "{told}");

    // Their queue comes round to them after all.
    for message in &missed {
        stage.chatwoot.server.tell_again(stage.chat, *message);
    }
    stage.chatwoot.server.told_all().await;
    stage.chatwoot.server.reply(stage.chat, "Now").unwrap();
    stage.answers_are(&["Heard", "While you were away", "A picture", "Now"]).await;
    assert_eq!(stage.fetched().await.len(), 3);
}

#[tokio::test]
async fn the_calls_are_in_the_log_without_the_token_and_a_second_look_finds_nothing_new() {
    let stage = Stage::new().await;
    let missed = async |chatwoot: &Chatwoot, chat| {
        chatwoot.server.reply(chat, "Missed").unwrap();
    };
    let stage = stage.off_while(missed).await;
    stage.answers_are(&["Heard", "Missed"]).await;
    stage.gap("done").await;
    let rows = stage.relay.traffic(json!({ "channel": stage.chatwoot.channel.id, "direction": "out" })).await;
    let of_step =
        |step: &str| rows.iter().find(|row| row["step"] == step && row["source"] == "catchUp").cloned();
    for step in ["conversation.list", "message.list"] {
        let row = of_step(step).unwrap_or_else(|| panic!("no row of {step} in {rows:#?}"));
        assert_eq!((&row["status"], &row["result"]), (&json!(200), &json!("delivered")));
        let shown = stage.relay.exchange(&row).await;
        assert!(!shown.to_string().contains(stage.chatwoot.server.token()), "{shown}");
        assert!(!shown["sentence"]["english"].as_str().unwrap().is_empty());
    }
    // An admin wants to be sure.
    let before = stage.chatwoot.calls("GET", "/messages");
    stage.relay.call("channel.catchUp", json!({ "id": stage.chatwoot.channel.id })).await;
    eventually("the second look", async || (stage.chatwoot.calls("GET", "/messages") > before).then_some(()))
        .await;
    eventually("the second look has ended", async || {
        let status = stage.relay.call("status.get", json!({})).await;
        let newest = &status["catchUps"][0];
        (newest["state"] == "done" && newest["recovered"] == 0).then_some(())
    })
    .await;
    assert_eq!(stage.answers(), ["Heard", "Missed"]);
    assert_eq!(stage.fetched().await.len(), 1);
}

#[tokio::test]
async fn catching_up_that_a_stop_cuts_short_goes_on_at_the_next_start() {
    let stage = Stage::new().await;
    let stage = stage
        .off_while(async |chatwoot, chat| {
            chatwoot.server.reply(chat, "Missed").unwrap();
            chatwoot.server.faults().next(
                1,
                "GET",
                "/messages",
                Fault::Slow(std::time::Duration::from_secs(600)),
            );
        })
        .await;
    eventually("it is on its way", async || (stage.chatwoot.calls("GET", "/messages") > 0).then_some(()))
        .await;
    let stage = stage.off_while(async |chatwoot, _| chatwoot.server.faults().up()).await;
    stage.answers_are(&["Heard", "Missed"]).await;
    assert_eq!(stage.gap("done").await["recovered"], 1);
}

#[tokio::test]
async fn what_comes_after_the_start_waits_for_what_was_missed() {
    let stage = Stage::new().await;
    let stage = stage
        .off_while(async |chatwoot, chat| {
            for text in ["Missed 1", "Missed 2", "Missed 3"] {
                chatwoot.server.reply(chat, text).unwrap();
            }
            // It takes a while to find them.
            let slow = Fault::Slow(std::time::Duration::from_millis(300));
            chatwoot.server.faults().next(2, "GET", "", slow);
        })
        .await;
    stage.chatwoot.server.reply(stage.chat, "Fresh").unwrap();
    stage.answers_are(&["Heard", "Missed 1", "Missed 2", "Missed 3", "Fresh"]).await;
}

#[tokio::test]
async fn a_platform_that_refuses_to_be_asked_holds_nothing_up_and_is_asked_again_when_it_may_be() {
    let stage = Stage::new().await;
    let stage = stage
        .off_while(async |chatwoot, chat| {
            chatwoot.server.reply(chat, "Missed").unwrap();
            chatwoot.server.switch(|switches| switches.suspended = true);
        })
        .await;
    let gap = stage.gap("failed").await;
    assert_eq!(gap["error"]["code"], "AUTH-05");
    assert!(!gap["error"]["message"].as_str().unwrap().contains("{$"), "every blank is filled: {gap}");
    stage.chatwoot.server.reply(stage.chat, "Fresh").unwrap();
    stage.answers_are(&["Heard", "Fresh"]).await;
    stage.chatwoot.server.switch(|switches| switches.suspended = false);
    stage.relay.call("channel.catchUp", json!({ "id": stage.chatwoot.channel.id })).await;
    stage.answers_are(&["Heard", "Fresh", "Missed"]).await;
    assert_eq!(stage.gap("done").await["recovered"], 1);
}

#[tokio::test]
async fn many_conversations_are_read_to_their_ends_and_told_in_the_order_they_were_written_in() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let mut chatwoot = Chatwoot::website(&relay, "Website", &endpoint.url).await;
    chatwoot.server.switch(|switches| switches.page = 3);
    let (known, _) = chatwoot.server.write(chatwoot.inbox, "visitor 0", "First").unwrap();
    endpoint.until("the first", |all| texts(&of_kind(all, "message.received")) == ["First"]).await;
    let folder = relay.stop().await;
    let mut written = Vec::new();
    for round in 0..4 {
        for visitor in 0..7 {
            let text = format!("{visitor}: {round}");
            chatwoot.server.write(chatwoot.inbox, &format!("visitor {visitor}"), text.as_str()).unwrap();
            written.push(text);
        }
    }
    // More than any page of messages, in a conversation that is known and in one that is not.
    let unknown = chatwoot.server.look(|state| state.chats_of("visitor 6").last().unwrap().id);
    for number in 0..130 {
        for chat in [known, unknown] {
            let text = format!("{chat}/{number}");
            chatwoot.server.reply(chat, text.as_str()).unwrap();
            written.push(text);
        }
    }
    chatwoot.server.told_all().await;
    let relay = Relay::start_in(folder).await;
    chatwoot.moved(&relay);
    let gap = gap(&relay, &chatwoot, "done").await;
    assert_eq!((&gap["recovered"], &gap["conversations"]), (&json!(written.len()), &json!(7)));
    let messages = |all: &[Received]| -> Vec<Value> {
        let all = all.iter().map(Received::json);
        all.filter(|body| ["message.received", "message.sent"].contains(&body["type"].as_str().unwrap()))
            .collect()
    };
    let all = endpoint.until("all messages", |all| messages(all).len() > written.len()).await;
    let told = messages(&all);
    let mut got = texts(&told);
    for chat in 0..7 {
        let of_chat = |texts: &[String]| -> Vec<String> {
            texts.iter().filter(|text| text.starts_with(&format!("{chat}:"))).cloned().collect()
        };
        assert_eq!(of_chat(&got), of_chat(&written), "the order within a chat");
    }
    got.remove(0);
    got.sort();
    written.sort();
    assert_eq!(got, written, "none is lost and none comes twice");
    let chats: std::collections::BTreeSet<_> =
        told.iter().map(|body| body["data"]["conversation"]["chat"].as_str().unwrap().to_owned()).collect();
    assert_eq!(chats.len(), 7, "every chat is known by its own key: {chats:?}");
}

#[tokio::test]
async fn our_own_words_are_no_news_even_when_their_echo_was_missed() {
    for drops_source_id in [false, true] {
        let stage = Stage::new().await;
        stage.chatwoot.server.switch(|switches| *switches = Switches { drops_source_id, ..switches.clone() });
        stage.chatwoot.server.set_webhook(stage.chatwoot.inbox, None);
        let again = json!({ "chat": "chat-1", "text": "Again", "contact": { "id": "chat-1" } });
        let id = stage.relay.send(&stage.chatwoot.channel, again).await;
        stage.relay.sent_until(&stage.chatwoot.channel, &id, "delivered").await;
        stage.chatwoot.server.set_webhook(stage.chatwoot.inbox, Some(&stage.chatwoot.channel.intake));
        let stage = stage.off_while(async |_, _| {}).await;
        assert_eq!(stage.gap("done").await["recovered"], 0);
        stage.chatwoot.server.reply(stage.chat, "Fresh").unwrap();
        stage.answers_are(&["Heard", "Fresh"]).await;
        assert!(of_kind(&stage.endpoint.so_far(), "message.received").is_empty());
        assert_eq!(stage.chatwoot.said("chat-1", &["Hello", "Heard", "Again", "Fresh"]).await.id, stage.chat);
    }
}

#[tokio::test]
async fn a_platform_that_could_not_be_reached_is_asked_when_it_answers_again() {
    let stage = Stage::new().await;
    stage.chatwoot.server.set_webhook(stage.chatwoot.inbox, None);
    stage.chatwoot.server.faults().down();
    let more = json!({ "chat": "chat-1", "text": "Are you there?", "contact": { "id": "chat-1" } });
    let id = stage.relay.send(&stage.chatwoot.channel, more).await;
    stage.relay.sent_until(&stage.chatwoot.channel, &id, "retrying").await;
    stage.chatwoot.server.reply(stage.chat, "Into the void").unwrap();
    stage.chatwoot.server.set_webhook(stage.chatwoot.inbox, Some(&stage.chatwoot.channel.intake));
    stage.chatwoot.server.faults().up();
    stage.relay.sent_until(&stage.chatwoot.channel, &id, "delivered").await;
    stage.answers_are(&["Heard", "Into the void"]).await;
    assert_eq!(stage.gap("done").await["recovered"], 1);
}

#[tokio::test]
async fn missed_messages_cross_a_link_before_later_ones() {
    let relay = Relay::start().await;
    relay.impatient().await;
    let mut chatwoot = Chatwoot::website(&relay, "Website", "").await;
    let mut elma = Elma365::connected(&relay, "Desk", "").await;
    relay
        .call(
            "link.create",
            json!({ "customers": chatwoot.channel.id, "operators": elma.channel.id, "mode": "two-way" }),
        )
        .await;
    chatwoot.server.write(chatwoot.inbox, "ada", "Before").unwrap();
    elma.taken(1).await;
    let folder = relay.stop().await;
    for text in ["Missed 1", "Missed 2"] {
        chatwoot.server.write(chatwoot.inbox, "ada", text).unwrap();
    }
    chatwoot.server.told_all().await;
    chatwoot.server.faults().next(1, "GET", "", Fault::Slow(std::time::Duration::from_millis(300)));
    let relay = Relay::start_in(folder).await;
    chatwoot.moved(&relay);
    elma.moved(&relay);
    chatwoot.server.write(chatwoot.inbox, "ada", "After").unwrap();
    let taken = elma.taken(4).await;
    let said: Vec<_> = taken.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(said, ["Before", "Missed 1", "Missed 2", "After"]);
}

#[tokio::test]
async fn a_channel_that_cannot_be_asked_says_so_to_whoever_wants_it() {
    let relay = Relay::start().await;
    let elma = relay.channel(json!({ "name": "Desk", "platform": "elma365", "token": "confirm" })).await;
    assert_eq!(relay.refused("channel.catchUp", json!({ "id": elma.id })).await, "KIND-01");
    let chatwoot =
        relay.channel(json!({ "name": "Support", "platform": "chatwoot", "token": "token" })).await;
    assert_eq!(relay.refused("channel.catchUp", json!({ "id": chatwoot.id })).await, "ID-01");
    relay.call("channel.delete", json!({ "id": elma.id })).await;
    assert_eq!(relay.refused("channel.catchUp", json!({ "id": elma.id })).await, "ID-05");
}
