//! Whole dialogues with an ELMA365: the endpoint speaks for customers at the outbox, operators answer, and what became of a message is
//! known only when ELMA365 says so.

use base64::Engine as _;
use bytes::Bytes;
use http::StatusCode;
use serde_json::{Value, json};
use switchboard_engine::practice::elma365::{Outcomes, Taken};
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::eventually;
use switchboard_tests::practice::{Elma365, of_kind};
use switchboard_tests::relay::Relay;

/// A relay between an endpoint and a live chat of ELMA365.
struct Stage {
    relay: Relay,
    endpoint: Endpoint,
    elma: Elma365,
}

impl Stage {
    async fn new() -> Self {
        let stage = Self::unconnected().await;
        stage.elma.connect().await;
        stage
    }

    async fn unconnected() -> Self {
        let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
        relay.impatient().await;
        let elma = Elma365::new(&relay, "Sales", &endpoint.url).await;
        Self { relay, endpoint, elma }
    }

    async fn write(&self, chat: &str, text: &str) -> String {
        self.relay.send(&self.elma.channel, said(chat, text)).await
    }

    async fn becomes(&self, id: &str, state: &str) -> Value {
        self.relay.sent_until(&self.elma.channel, id, state).await
    }

    /// The message of that id, once ELMA365 has it so many times.
    async fn taken(&self, id: &str, times: u32) -> Taken {
        let what = format!("{id} came {times} times");
        let taken = |state: &switchboard_engine::practice::elma365::State| {
            state.taken.iter().find(|taken| taken.id == id && taken.times >= times).cloned()
        };
        self.elma.until(&what, taken).await
    }

    fn shown(&self) -> Vec<String> {
        self.elma.server.look(|state| state.taken.iter().map(|taken| taken.text.clone()).collect())
    }
}

fn said(chat: &str, text: &str) -> Value {
    json!({ "chat": chat, "chatName": format!("Chat {chat}"), "text": text, "contact": { "id": format!("user of {chat}") } })
}

#[tokio::test]
async fn a_customer_is_heard_by_operators_who_answer() {
    let stage = Stage::new().await;
    let id = stage.write("chat-1", "Hello").await;
    let taken = stage.taken(&id, 1).await;
    assert_eq!(taken.id, id, "our id is the message's name there");
    assert_eq!((taken.chat.as_str(), taken.user.as_str()), ("chat-1", "user of chat-1"));
    assert_eq!((taken.chat_name.as_deref(), taken.text.as_str()), (Some("Chat chat-1"), "Hello"));
    stage.becomes(&id, "delivered").await;
    let second = stage.write("chat-1", "Anybody?").await;
    stage.taken(&second, 1).await;
    assert_eq!(stage.shown(), ["Hello", "Anybody?"]);

    stage.elma.write("chat-1", "Good morning").await;
    let told =
        stage.endpoint.until("the answer is there", |all| !of_kind(all, "message.sent").is_empty()).await;
    let told = of_kind(&told, "message.sent").remove(0);
    assert_eq!(told["data"]["message"]["text"], "Good morning");
    assert_eq!(told["data"]["conversation"]["key"], "chat-1");
    assert!(of_kind(&stage.endpoint.so_far(), "message.received").is_empty());
}

#[tokio::test]
async fn what_comes_before_they_connect_waits_for_it() {
    let stage = Stage::unconnected().await;
    let ids = [stage.write("chat-1", "One").await, stage.write("chat-1", "Two").await];
    stage.becomes(&ids[0], "waitingForPlatform").await;
    stage.elma.connect().await;
    for id in &ids {
        stage.becomes(id, "delivered").await;
    }
    assert_eq!(stage.shown(), ["One", "Two"]);

    // They end it: what comes meanwhile waits for the next connect.
    assert_eq!(stage.elma.server.disconnect().await.unwrap(), 200);
    let id = stage.write("chat-1", "Three").await;
    stage.becomes(&id, "waitingForPlatform").await;
    assert_eq!(stage.shown().len(), 2);
    stage.elma.connect().await;
    stage.becomes(&id, "delivered").await;
    assert_eq!(stage.shown(), ["One", "Two", "Three"]);
}

#[tokio::test]
async fn what_waits_for_them_survives_a_restart() {
    let mut stage = Stage::unconnected().await;
    let id = stage.write("chat-1", "One").await;
    stage.becomes(&id, "waitingForPlatform").await;
    let folder = stage.relay.kill().await;
    stage.relay = Relay::start_in(folder).await;
    stage.elma.moved(&stage.relay);
    stage.becomes(&id, "waitingForPlatform").await;
    stage.elma.connect().await;
    stage.becomes(&id, "delivered").await;
    assert_eq!(stage.shown(), ["One"]);
}

#[tokio::test]
async fn outcomes_decide_where_they_are_told() {
    let stage = Stage::new().await;
    stage.elma.server.switch(|switches| switches.outcomes = Outcomes::Success);
    let id = stage.write("chat-1", "One").await;
    stage.becomes(&id, "delivered").await;
    let told = |all: &Vec<_>| !of_kind(all, "message.outcome").is_empty();
    stage.endpoint.until("the endpoint hears of the outcome", told).await;

    // From now on their silence means something: nobody claims that it arrived, and the chat goes on.
    stage.elma.server.switch(|switches| switches.outcomes = Outcomes::Never);
    let silent = stage.write("chat-1", "Two").await;
    stage.becomes(&silent, "accepted").await;
    let next = stage.write("chat-1", "Three").await;
    stage.becomes(&next, "accepted").await;
    assert_eq!(stage.elma.server.outcome(&silent, true).await.unwrap(), 200);
    stage.becomes(&silent, "delivered").await;
    assert_eq!(stage.becomes(&next, "accepted").await["state"], "accepted");
}

#[tokio::test]
async fn a_failure_is_tried_again_under_the_same_name() {
    let stage = Stage::new().await;
    stage.elma.server.switch(|switches| switches.outcomes = Outcomes::Failures(2));
    let id = stage.write("chat-1", "Difficult").await;
    stage.taken(&id, 3).await;
    stage.becomes(&id, "delivered").await;
    assert_eq!(stage.shown(), ["Difficult"], "operators see it once");

    stage.elma.server.switch(|switches| switches.outcomes = Outcomes::Failures(1_000));
    let id = stage.write("chat-1", "Impossible").await;
    stage.becomes(&id, "failed").await;
    let times = stage.taken(&id, 1).await.times;
    assert_eq!(times, 3, "as often as anything that is rejected");
}

#[tokio::test]
async fn an_outcome_may_come_before_our_answer_is_stored_and_after_a_restart() {
    let mut stage = Stage::new().await;
    stage.elma.server.switch(|switches| switches.outcomes = Outcomes::Success);
    // They say what became of it while we wait for the answer.
    stage.elma.server.faults().next(1, "POST", "", Fault::Slow(std::time::Duration::from_millis(300)));
    let id = stage.write("chat-1", "One").await;
    stage.becomes(&id, "delivered").await;
    stage.elma.server.switch(|switches| switches.outcomes = Outcomes::Never);
    let id = stage.write("chat-1", "Two").await;
    stage.becomes(&id, "accepted").await;
    stage.relay = Relay::start_in(stage.relay.kill().await).await;
    stage.elma.moved(&stage.relay);
    assert_eq!(stage.elma.server.outcome(&id, true).await.unwrap(), 200);
    stage.becomes(&id, "delivered").await;
    assert!(stage.taken(&id, 1).await.times <= 2);
}

#[tokio::test]
async fn what_an_operator_has_read_is_read() {
    let stage = Stage::new().await;
    let mut message = said("chat-1", "Hello");
    message["messageId"] = json!("mine-1");
    let id = stage.relay.send(&stage.elma.channel, message).await;
    stage.becomes(&id, "delivered").await;
    assert_eq!(stage.elma.server.read(&id).await.unwrap(), 200);
    stage.becomes(&id, "read").await;
    let told = stage
        .endpoint
        .until("the endpoint hears of it", |all| !of_kind(all, "message.read").is_empty())
        .await;
    let told = of_kind(&told, "message.read").remove(0);
    assert_eq!(told["data"]["detail"]["messageId"], "mine-1", "by its own name: {told}");
    // A receipt for what nobody knows is no fault of theirs.
    assert_eq!(stage.elma.server.read("somebody's").await.unwrap(), 200);
}

#[tokio::test]
async fn files_go_both_ways() {
    let stage = Stage::new().await;
    stage.elma.server.switch(|switches| switches.fetches_files = true);
    let bytes: Vec<u8> = (0..300_000_u32).map(|number| number.to_le_bytes()[1]).collect();
    let mut message = said("chat-1", "See this");
    message["files"] =
        json!([{ "name": "план.pdf", "base64": base64::engine::general_purpose::STANDARD.encode(&bytes) }]);
    let id = stage.relay.send(&stage.elma.channel, message).await;
    let fetched = stage.elma.until("the file is fetched", |state| state.fetched.first().cloned()).await;
    assert_eq!((fetched.message.as_str(), fetched.name.as_str()), (id.as_str(), "план.pdf"));
    assert_eq!(fetched.bytes.unwrap(), bytes);

    let file = Bytes::from(bytes);
    let status =
        stage.elma.server.write("chat-1", "And this", &[("plan.pdf", "application/pdf", file.clone())]).await;
    assert_eq!(status.unwrap(), 200);
    let told =
        stage.endpoint.until("the answer is there", |all| !of_kind(all, "message.sent").is_empty()).await;
    let told = of_kind(&told, "message.sent").remove(0);
    let url = told["data"]["message"]["files"][0]["relayUrl"].as_str().expect("our address").to_owned();
    let served = eventually("the file is here", async || {
        Some(stage.relay.http.send("GET", &url, &[], "").await.unwrap()).filter(|answer| answer.status == 200)
    })
    .await;
    assert_eq!(served.body, file);
}

#[tokio::test]
async fn a_file_that_was_brought_by_its_address_is_fetched_first() {
    let stage = Stage::new().await;
    stage.elma.server.switch(|switches| switches.fetches_files = true);
    stage.relay.call("settings.update", json!({ "fileHosts": ["127.0.0.1"] })).await;
    let store = Endpoint::start(|_| {
        switchboard_tests::endpoint::Reply::Answer(
            200,
            vec![("content-type", "text/plain".to_owned())],
            "words".into(),
        )
    })
    .await;
    let mut message = said("chat-1", "See this");
    message["files"] = json!([{ "name": "a.txt", "url": format!("{}/a.txt", store.url) }]);
    stage.relay.send(&stage.elma.channel, message).await;
    let fetched = stage.elma.until("the file is fetched", |state| state.fetched.first().cloned()).await;
    assert_eq!(fetched.bytes.unwrap(), "words");

    // One that cannot be had is said, and the words go all the same.
    store.behave(|_| switchboard_tests::endpoint::Reply::status(404));
    let mut message = said("chat-2", "Without it");
    message["files"] = json!([{ "name": "b.txt", "url": format!("{}/b.txt", store.url) }]);
    let id = stage.relay.send(&stage.elma.channel, message).await;
    let taken = stage.taken(&id, 1).await;
    assert!(taken.files.is_empty());
    assert!(taken.text.starts_with("Without it\n") && taken.text.contains("b.txt"), "{}", taken.text);
}

#[tokio::test]
async fn trouble_is_met_with_the_same_name_again() {
    let stage = Stage::new().await;
    for fault in [
        Fault::LoseAnswer,
        Fault::Cut,
        Fault::Answer(StatusCode::INTERNAL_SERVER_ERROR, ""),
        Fault::AnswerAfter(StatusCode::BAD_GATEWAY, "<html>"),
    ] {
        stage.elma.server.faults().next(1, "POST", "", fault.clone());
        let text = format!("{fault:?}");
        let id = stage.write("chat-1", &text).await;
        stage.becomes(&id, "delivered").await;
        assert_eq!(stage.shown().iter().filter(|one| **one == text).count(), 1, "{text}");
    }
}

#[tokio::test]
async fn refusals_of_theirs_stop_the_channel_until_somebody_acts() {
    for (status, code) in [(StatusCode::UNAUTHORIZED, "AUTH-01"), (StatusCode::NOT_FOUND, "LINK-04")] {
        let stage = Stage::new().await;
        stage.relay.call("settings.update", json!({ "probeMs": 3_600_000 })).await;
        stage.elma.server.faults().next(usize::MAX, "POST", "", Fault::Answer(status, ""));
        let id = stage.write("chat-1", "Hello").await;
        stage.becomes(&id, "onHold").await;
        let stopped = stage.relay.call("status.get", json!({})).await["stopped"].clone();
        assert_eq!(stopped[0]["stopped"]["code"], code, "{stopped}");
        stage.elma.server.faults().up();
        // They connect again: that is reason enough.
        stage.elma.connect().await;
        stage.becomes(&id, "delivered").await;
    }
}

#[tokio::test]
async fn people_are_asked_about_both_ways() {
    let stage = Stage::new().await;
    let ask = json!({ "kind": "userInfo", "contact": { "id": "operator-7" } });
    let id = stage.relay.send(&stage.elma.channel, ask).await;
    let answered = stage.becomes(&id, "delivered").await;
    assert_eq!(answered["result"]["fullName"], "Olga Operator", "{answered}");

    let (status, stranger) = stage.elma.server.ask("user-1").await.unwrap();
    assert_eq!((status, stranger["id"].as_str()), (StatusCode::OK, Some("user-1")));
    let contact = json!({
        "kind": "contact", "contact": { "id": "user-1", "name": "Ada Example", "email": "ada@example.test", "phone": "+15550100001" },
    });
    stage.relay.send(&stage.elma.channel, contact).await;
    let (_, known) = stage.elma.server.ask("user-1").await.unwrap();
    assert!(known.to_string().contains("Ada Example"), "{known}");
}

#[tokio::test]
async fn only_the_admin_ends_the_channel() {
    let stage = Stage::new().await;
    let end = json!({ "kind": "end", "chat": "chat-1" });
    let refused = stage.relay.ask(&stage.elma.channel, &end).await;
    assert_eq!((refused.status, refused.json()["error"]["code"].as_str()), (422, Some("KIND-01")));
    assert!(stage.elma.server.look(|state| state.connected));
    stage.relay.call("channel.disconnect", json!({ "id": stage.elma.channel.id })).await;
    stage.elma.until("ELMA365 is told", |state| (!state.connected).then_some(())).await;
}
