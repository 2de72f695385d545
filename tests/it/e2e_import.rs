//! Whole conversations that go from one channel to a Chatwoot, over real HTTP: there once, in order, with their times, and told to nobody.

use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::{Chat, Draft};
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::practice::{Chatwoot, of_kind};
use switchboard_tests::relay::Relay;

use crate::{again_every, set};

/// A website whose visitors have talked with agents, and the API inbox of another Chatwoot.
struct Stage {
    relay: Relay,
    endpoint: Endpoint,
    website: Chatwoot,
    desk: Chatwoot,
    /// The conversation.
    chat: i64,
}

impl Stage {
    async fn new() -> Self {
        let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
        relay.impatient().await;
        set(&relay, json!({ "retryScheduleMs": again_every(20), "rejectedScheduleMs": [20, 20, 20] })).await;
        let website = Chatwoot::website(&relay, "Website", "").await;
        let desk = Chatwoot::api(&relay, "Desk", &endpoint.url).await;
        let (chat, _) = website.server.write(website.inbox, "ada", "Hello").unwrap();
        let file = Draft::from("The plan").file("plan.pdf", "application/pdf", b"%PDF-1.7".to_vec());
        website.server.reply(chat, file).unwrap();
        website.server.reply(chat, Draft::from("VIP").private()).unwrap();
        website.server.write(website.inbox, "ada", "Thank you").unwrap();
        let stage = Self { relay, endpoint, website, desk, chat };
        stage.heard(4).await;
        stage
    }

    /// Waits until the relay has heard so many messages of the website.
    async fn heard(&self, count: usize) {
        let filter = json!({ "channel": self.website.channel.id, "direction": "in" });
        self.website.server.told_all().await;
        self.relay
            .traffic_until("the messages", filter, |rows| {
                let kinds = ["message.received", "message.sent", "note.created"];
                rows.iter()
                    .filter(|row| row["kind"].as_str().is_some_and(|kind| kinds.contains(&kind)))
                    .count()
                    == count
            })
            .await;
    }

    async fn send(&self) -> String {
        let target = json!({ "kind": "channel", "channel": self.desk.channel.id });
        let asked = json!({ "kind": "conversation.send", "chat": "ada", "target": target });
        self.relay.send(&self.website.channel, asked).await
    }

    async fn delivered(&self, id: &str) -> Value {
        self.relay.sent_until(&self.website.channel, id, "delivered").await
    }

    /// The conversation as the desk has it; there must be one.
    fn imported(&self) -> Chat {
        self.desk.server.look(|state| {
            assert_eq!((state.chats.len(), state.contacts.len()), (1, 1), "{:#?}", state.chats);
            state.chats[0].clone()
        })
    }

    /// What the imported lines show: kind, private, words, the time in seconds.
    fn lines(&self) -> Vec<(&'static str, bool, String, i64)> {
        let chat = self.imported();
        let lines = chat.messages.iter().filter(|message| message.source_id.is_some());
        lines
            .map(|message| {
                (message.kind.name(), message.private, message.text().to_owned(), message.shown_at())
            })
            .collect()
    }

    /// What they are to show.
    fn expected(&self) -> Vec<(&'static str, bool, String, i64)> {
        let chat = self.website.server.look(|state| state.chat(self.chat).unwrap().clone());
        let said = chat.messages.iter().filter(|message| message.kind.name() != "activity");
        let line = |message: &switchboard_engine::practice::chatwoot::Message| {
            let text = match &message.agent {
                Some(agent) => format!("[{}]: {}", agent.name, message.text()),
                None => message.text().to_owned(),
            };
            (message.kind.name(), message.private, text, message.at.0 / 1_000)
        };
        said.map(line).collect()
    }

    /// Nobody is told what they know.
    async fn nobody_is_told(&self) {
        self.desk.server.told_all().await;
        for kind in ["message.received", "message.sent", "message.updated", "note.created"] {
            let told = of_kind(&self.endpoint.so_far(), kind);
            assert!(told.is_empty(), "{told:#?}");
        }
        assert_eq!(self.desk.calls("PATCH", ""), 0, "nothing is painted");
    }
}

#[tokio::test]
async fn a_conversation_gets_to_another_chatwoot_whole_and_once() {
    let stage = Stage::new().await;
    stage.website.server.resolve(stage.chat);
    stage.website.server.told_all().await;
    let first = stage.send().await;
    stage.delivered(&first).await;
    assert_eq!(stage.lines(), stage.expected());
    let chat = stage.imported();
    assert_eq!((chat.status, chat.contact.name.as_str()), ("resolved", "ada"));
    let file = &chat.messages[1].attachments[0];
    assert_eq!((file.name.as_str(), file.size), ("plan.pdf", 8));
    stage.nobody_is_told().await;

    // Again: nothing is new. And then something is.
    let before = stage.desk.calls("POST", "/messages");
    let again = stage.send().await;
    stage.delivered(&again).await;
    assert_eq!(stage.desk.calls("POST", "/messages"), before);
    assert_eq!(stage.imported().messages.len(), chat.messages.len());
    stage.website.server.reply(stage.chat, "One more thing").unwrap();
    stage.heard(5).await;
    let third = stage.send().await;
    stage.delivered(&third).await;
    assert_eq!(stage.lines(), stage.expected());
    assert_eq!(stage.desk.calls("POST", "/messages"), before + 1);
    stage.nobody_is_told().await;

    // An agent goes on with it, and that is news.
    stage.desk.server.reply(chat.id, "I take over").unwrap();
    let told = stage.endpoint.until("the news", |all| !of_kind(all, "message.sent").is_empty()).await;
    let told = of_kind(&told, "message.sent").remove(0);
    assert_eq!(told["data"]["message"]["text"], "I take over");
    let key = format!("switchboard:{}:ada", stage.website.channel.id);
    assert_eq!(told["data"]["conversation"]["chat"], key);
}

#[tokio::test]
async fn whatever_goes_wrong_at_any_call_it_is_there_once() {
    use http::StatusCode;
    let faults = [
        Fault::LoseAnswer,
        Fault::Cut,
        Fault::Answer(StatusCode::BAD_GATEWAY, "<html>"),
        Fault::AnswerAfter(StatusCode::BAD_GATEWAY, "<html>"),
    ];
    let calls = [
        ("GET", "/conversations"),
        ("POST", "/contacts"),
        ("POST", "/conversations"),
        ("POST", "/messages"),
        ("GET", "/messages"),
    ];
    let mut stages = Vec::new();
    for fault in &faults {
        let stage = Stage::new().await;
        for (method, path) in calls {
            stage.desk.server.faults().next(1, method, path, fault.clone());
        }
        let id = stage.send().await;
        stages.push((fault, stage, id));
    }
    for (fault, stage, id) in stages {
        stage.delivered(&id).await;
        assert_eq!(stage.lines(), stage.expected(), "{fault:?}");
        stage.nobody_is_told().await;
    }
}

#[tokio::test]
async fn webhooks_that_come_before_the_answer_and_twice_are_known_all_the_same() {
    let stage = Stage::new().await;
    stage.desk.server.switch(|switches| (switches.tells_first, switches.tells_twice) = (true, true));
    let id = stage.send().await;
    stage.delivered(&id).await;
    assert_eq!(stage.lines(), stage.expected());
    stage.nobody_is_told().await;
}

#[tokio::test]
async fn a_long_conversation_goes_on_where_it_was_when_the_relay_is_killed() {
    let stage = Stage::new().await;
    (0..24).for_each(|n| {
        stage.website.server.reply(stage.chat, format!("Line {n}").as_str()).unwrap();
    });
    stage.heard(28).await;
    let id = stage.send().await;
    let halfway = stage.desk.server.until(|state| (state.chats.first()?.messages.len() > 9).then_some(()));
    switchboard_tests::happens("half of it is there", halfway).await;
    let Stage { relay, endpoint, mut website, mut desk, chat } = stage;
    let folder = relay.kill().await;
    let relay = Relay::start_in(folder).await;
    website.moved(&relay);
    desk.moved(&relay);
    let stage = Stage { relay, endpoint, website, desk, chat };
    stage.delivered(&id).await;
    assert_eq!(stage.lines(), stage.expected());
    stage.nobody_is_told().await;
}
