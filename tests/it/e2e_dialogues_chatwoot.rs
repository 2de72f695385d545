//! Whole dialogues with a Chatwoot: the endpoint speaks for customers at the outbox, agents answer at their dashboard, and whatever can go
//! wrong on the way does.

use base64::Engine as _;
use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::{Draft, Switches};
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::eventually;
use switchboard_tests::practice::{Chatwoot, of_kind};
use switchboard_tests::relay::Relay;

use crate::{again_every, set};

/// A relay between an endpoint and an API inbox.
struct Stage {
    relay: Relay,
    endpoint: Endpoint,
    chatwoot: Chatwoot,
}

impl Stage {
    async fn new() -> Self {
        let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
        relay.impatient().await;
        let chatwoot = Chatwoot::api(&relay, "Support", &endpoint.url).await;
        Self { relay, endpoint, chatwoot }
    }

    /// A customer writes.
    async fn write(&self, chat: &str, text: &str) -> String {
        self.relay.send(&self.chatwoot.channel, said(chat, text)).await
    }

    async fn delivered(&self, id: &str) -> Value {
        self.relay.sent_until(&self.chatwoot.channel, id, "delivered").await
    }

    /// The relay ends, in order or not, and is started again; the Chatwoot is told where it is now.
    async fn restart(self, kill: bool) -> Self {
        let Self { relay, endpoint, mut chatwoot } = self;
        let folder = if kill { relay.kill().await } else { relay.stop().await };
        let relay = Relay::start_in(folder).await;
        chatwoot.moved(&relay);
        Self { relay, endpoint, chatwoot }
    }

    /// What the endpoint was told in messages of agents.
    fn answers(&self) -> Vec<String> {
        let answer = |body: &Value| body["data"]["message"]["text"].as_str().unwrap_or_default().to_owned();
        of_kind(&self.endpoint.so_far(), "message.sent").iter().map(answer).collect()
    }

    async fn answers_are(&self, wanted: &[&str]) {
        eventually(&format!("the endpoint got {wanted:?}"), async || {
            (self.answers().len() >= wanted.len()).then_some(())
        })
        .await;
        assert_eq!(self.answers(), wanted);
    }
}

fn said(chat: &str, text: &str) -> Value {
    json!({ "chat": chat, "text": text, "contact": { "id": chat, "name": format!("Customer of {chat}") } })
}

#[tokio::test]
async fn a_customer_is_met_once_and_both_sides_are_heard() {
    let stage = Stage::new().await;
    let first = stage
        .relay
        .send(
            &stage.chatwoot.channel,
            json!({
                "chat": "chat-1", "text": "Hello", "messageId": "m-1",
                "contact": {
                    "id": "crm-1", "identifier": "crm-1", "name": "Ada Example", "email": "ada@example.test",
                    "phone": "+15550100001", "attributes": { "plan": "gold" },
                },
                "conversation": { "customAttributes": { "order": "A-1" } },
            }),
        )
        .await;
    let chat = stage.chatwoot.said("chat-1", &["Hello"]).await;
    let contact = &chat.contact;
    assert_eq!(contact.name, "Ada Example");
    assert_eq!(contact.identifier.as_deref(), Some("crm-1"));
    assert_eq!(
        (contact.email.as_deref(), contact.phone.as_deref()),
        (Some("ada@example.test"), Some("+15550100001"))
    );
    assert_eq!(contact.custom["plan"], "gold");
    assert_eq!(chat.custom["order"], "A-1");
    stage.delivered(&first).await;

    // Every call is a row of its own.
    let rows = stage.relay.traffic(json!({ "channel": stage.chatwoot.channel.id, "direction": "out" })).await;
    let steps: Vec<&str> = rows.iter().filter_map(|row| row["step"].as_str()).collect();
    for step in ["contact.create", "conversation.create", "message.create"] {
        assert!(steps.contains(&step), "{step} in {steps:?}");
    }

    let before = stage.chatwoot.server.requests().len();
    let second = stage.write("chat-1", "Anybody there?").await;
    stage.delivered(&second).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello", "Anybody there?"]).await;
    let calls: Vec<String> =
        stage.chatwoot.server.requests().split_off(before).into_iter().map(|one| one.method).collect();
    assert!(
        calls.len() <= 2 && calls.contains(&"POST".to_owned()),
        "what is known is not looked for: {calls:?}"
    );

    let answer = stage.chatwoot.server.reply(chat.id, "Hi Ada!").unwrap();
    stage.answers_are(&["Hi Ada!"]).await;
    let told = of_kind(&stage.endpoint.so_far(), "message.sent").remove(0);
    assert_eq!(told["data"]["conversation"]["chat"], "chat-1");
    assert_eq!(told["data"]["message"]["key"], answer.to_string());
    stage.chatwoot.painted(chat.id, answer, "delivered").await;
    assert_eq!(
        of_kind(&stage.endpoint.so_far(), "message.received").len(),
        0,
        "its own words are no news to the endpoint"
    );

    // The same name is the same message.
    let again =
        json!({ "chat": "chat-1", "text": "Hello", "messageId": "m-1", "contact": { "id": "crm-1" } });
    assert_eq!(stage.relay.ask(&stage.chatwoot.channel, &again).await.json()["id"], first);
    stage.chatwoot.server.told_all().await;
    stage.chatwoot.said("chat-1", &["Hello", "Anybody there?", "Hi Ada!"]).await;
}

#[tokio::test]
async fn somebody_known_by_address_is_not_made_again() {
    let stage = Stage::new().await;
    stage.chatwoot.server.write(stage.chatwoot.inbox, "Visitor", "Earlier").unwrap();
    let known = stage.chatwoot.server.look(|state| state.contacts[0].id);
    stage
        .chatwoot
        .server
        .change_contact(known, |contact| contact.email = Some("ada@example.test".to_owned()));
    let hello = json!({ "chat": "chat-1", "text": "Hello", "contact": { "id": "crm-1", "email": "Ada@example.test" } });
    stage.relay.send(&stage.chatwoot.channel, hello).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello"]).await;
    assert_eq!(chat.contact.id, known);
    assert_eq!(stage.chatwoot.server.look(|state| state.contacts.len()), 1);
}

#[tokio::test]
async fn files_go_both_ways() {
    let stage = Stage::new().await;
    let bytes: Vec<u8> = (0..200_000_u32).map(|number| number.to_le_bytes()[1]).collect();
    let encoded = base64::engine::general_purpose::STANDARD.encode(&bytes);
    let message = json!({
        "chat": "chat-1", "text": "See this", "contact": { "id": "crm-1" },
        "files": [{ "name": "plan.pdf", "base64": encoded }],
    });
    let id = stage.relay.send(&stage.chatwoot.channel, message).await;
    let chat = stage.chatwoot.said("chat-1", &["See this"]).await;
    let file = &chat.messages[0].attachments[0];
    assert_eq!(
        (file.name.as_str(), file.size, file.content_type.as_str()),
        ("plan.pdf", 200_000, "application/pdf")
    );
    let place = stage.relay.http.send("GET", &file.url, &[], "").await.unwrap();
    let place = place.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(stage.relay.http.send("GET", &place, &[], "").await.unwrap().body, bytes);
    stage.delivered(&id).await;

    let draft = Draft::from("And this").file("shot.png", "image/png", bytes.clone());
    stage.chatwoot.server.reply(chat.id, draft).unwrap();
    stage.answers_are(&["And this"]).await;
    let told = of_kind(&stage.endpoint.so_far(), "message.sent").remove(0);
    let file = told["data"]["message"]["files"][0].clone();
    assert_eq!(file["name"], "shot.png");
    let url = file["relayUrl"].as_str().expect("an address of the relay").to_owned();
    let served = eventually("the file is here", async || {
        Some(stage.relay.http.send("GET", &url, &[], "").await.unwrap()).filter(|answer| answer.status == 200)
    })
    .await;
    assert_eq!(served.body, bytes);
    assert!(served.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let fetched = stage.chatwoot.server.requests();
    let fetched: Vec<_> = fetched.iter().filter(|one| one.path.starts_with("/rails/")).collect();
    assert!(fetched.len() >= 4, "ours and the relay's, each over a redirect");
    assert!(fetched.iter().all(|one| one.token_in.is_none()), "storage is shown no token");
}

#[tokio::test]
async fn answers_lost_on_the_way_make_nothing_twice() {
    let stage = Stage::new().await;
    for path in ["/contacts", "/conversations", "/messages"] {
        stage.chatwoot.server.faults().next(1, "POST", path, Fault::LoseAnswer);
    }
    let id = stage.write("chat-1", "Once").await;
    stage.delivered(&id).await;
    stage.chatwoot.said("chat-1", &["Once"]).await;
    stage.chatwoot.server.look(|state| {
        assert_eq!((state.contacts.len(), state.chats.len()), (1, 1), "{state:#?}");
    });
    assert_eq!(stage.chatwoot.calls("POST", "/messages"), 1, "it was looked up");

    // A proxy's error says nothing about what happened behind it either.
    stage.chatwoot.server.faults().next(
        1,
        "POST",
        "/messages",
        Fault::AnswerAfter(http::StatusCode::BAD_GATEWAY, "<html>"),
    );
    let id = stage.write("chat-1", "Twice?").await;
    stage.delivered(&id).await;
    stage.chatwoot.said("chat-1", &["Once", "Twice?"]).await;
}

#[tokio::test]
async fn a_message_that_never_got_there_is_sent_again() {
    let stage = Stage::new().await;
    let id = stage.write("chat-1", "Before").await;
    stage.delivered(&id).await;
    stage.chatwoot.server.faults().next(1, "POST", "/messages", Fault::Cut);
    let id = stage.write("chat-1", "Cut off").await;
    stage.delivered(&id).await;
    stage.chatwoot.said("chat-1", &["Before", "Cut off"]).await;
}

#[tokio::test]
async fn the_callback_may_come_before_the_answer() {
    let stage = Stage::new().await;
    stage.chatwoot.server.switch(|switches| switches.tells_first = true);
    for text in ["One", "Two"] {
        let id = stage.write("chat-1", text).await;
        stage.delivered(&id).await;
    }
    let chat = stage.chatwoot.said("chat-1", &["One", "Two"]).await;
    stage.chatwoot.server.reply(chat.id, "Three");
    stage.answers_are(&["Three"]).await;
    assert_eq!(of_kind(&stage.endpoint.so_far(), "message.received").len(), 0);
}

#[tokio::test]
async fn an_echo_without_our_key_is_known_by_its_number() {
    let stage = Stage::new().await;
    stage.chatwoot.server.switch(|switches| switches.drops_source_id = true);
    stage.chatwoot.server.set_webhook(stage.chatwoot.inbox, None);
    let id = stage.write("chat-1", "One").await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["One"]).await;
    stage.chatwoot.server.set_webhook(stage.chatwoot.inbox, Some(&stage.chatwoot.channel.intake));
    stage.chatwoot.server.tell_again(chat.id, chat.messages[0].id);
    stage.chatwoot.server.told_all().await;
    stage.chatwoot.server.reply(chat.id, "Two");
    stage.answers_are(&["Two"]).await;
    assert_eq!(of_kind(&stage.endpoint.so_far(), "message.received").len(), 0);
}

#[tokio::test]
async fn callbacks_that_come_twice_count_once() {
    let stage = Stage::new().await;
    stage.chatwoot.server.switch(|switches| switches.tells_twice = true);
    let id = stage.write("chat-1", "Hello").await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello"]).await;
    for text in ["One", "Two", "Two"] {
        stage.chatwoot.server.reply(chat.id, text);
    }
    stage.chatwoot.server.told_all().await;
    stage.answers_are(&["One", "Two", "Two"]).await;
}

#[tokio::test]
async fn a_proxy_that_drops_underscores_is_met_with_dashes_once_and_for_all() {
    let stage = Stage::new().await;
    stage.chatwoot.server.switch(|switches| switches.drops_underscores = true);
    for text in ["One", "Two"] {
        let id = stage.write("chat-1", text).await;
        stage.delivered(&id).await;
    }
    stage.chatwoot.said("chat-1", &["One", "Two"]).await;
    let stage = stage.restart(false).await;
    let id = stage.write("chat-1", "Three").await;
    stage.delivered(&id).await;
    let refused = stage.chatwoot.server.requests().iter().filter(|one| one.status == 401).count();
    assert_eq!(refused, 1, "once is enough to know");
}

#[tokio::test]
async fn a_conversation_that_is_full_for_now_waits_in_order() {
    let stage = Stage::new().await;
    stage.chatwoot.server.switch(|switches| switches.limits.messages = 2);
    let mut ids = Vec::new();
    for text in ["One", "Two", "Three", "Four"] {
        ids.push(stage.write("chat-1", text).await);
    }
    let waiting = stage.relay.sent_until(&stage.chatwoot.channel, &ids[2], "retrying").await;
    assert_eq!(waiting["code"], "RATE-01", "{waiting}");
    stage.chatwoot.said("chat-1", &["One", "Two"]).await;
    let other = stage.write("chat-2", "Elsewhere").await;
    stage.delivered(&other).await;
    // Nobody waits a minute in a test: the admin presses "Send now".
    stage.chatwoot.server.switch(|switches| *switches = Switches::default());
    let held = json!({ "channel": stage.chatwoot.channel.id, "state": "retrying" });
    let held = stage.relay.deliveries(held).await;
    stage.relay.call("delivery.resend", json!({ "ids": [held[0]["id"]] })).await;
    for id in &ids {
        stage.delivered(id).await;
    }
    stage.chatwoot.said("chat-1", &["One", "Two", "Three", "Four"]).await;
}

#[tokio::test]
async fn the_true_state_goes_back_to_agents() {
    let stage = Stage::new().await;
    let id = stage.write("chat-1", "Hello").await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello"]).await;
    stage.endpoint.behave(
        |request| {
            if request.text() == "Refused" { Reply::status(422) } else { Reply::ok() }
        },
    );
    let options = json!({ "id": stage.chatwoot.channel.id, "options": { "agentsLanguage": "ru" } });
    stage.relay.call("channel.update", options).await;
    let refused = stage.chatwoot.server.reply(chat.id, "Refused").unwrap();
    let note = stage.chatwoot.server.reply(chat.id, Draft::from("Among us").private()).unwrap();
    let greeting = stage.chatwoot.server.greet(chat.id, "Welcome", "text").unwrap();
    let fine = stage.chatwoot.server.reply(chat.id, "Fine").unwrap();
    stage.chatwoot.painted(chat.id, fine, "delivered").await;
    let failed = stage.chatwoot.painted(chat.id, refused, "failed").await;
    let sentence = failed.external_error().expect("a sentence").to_owned();
    assert!(sentence.chars().any(|sign| ('а'..='я').contains(&sign)), "in the agents' language: {sentence}");
    assert!(!sentence.contains('{'), "every blank is filled: {sentence}");
    // What no agent wrote to the customer is never painted.
    stage.chatwoot.server.told_all().await;
    let status = |id: i64| {
        stage.chatwoot.server.look(|state| state.chat(chat.id).unwrap().message(id).unwrap().status)
    };
    assert_eq!([status(chat.messages[0].id), status(note), status(greeting)], ["sent"; 3]);
}

#[tokio::test]
async fn the_endpoint_may_say_more_about_a_message() {
    let stage = Stage::new().await;
    let id = stage.write("chat-1", "Hello").await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello"]).await;
    let answer = stage.chatwoot.server.reply(chat.id, "Hi").unwrap();
    stage.chatwoot.painted(chat.id, answer, "delivered").await;
    let state = |state: &str| json!({ "kind": "state", "chat": "chat-1", "messageId": answer.to_string(), "state": state, "reason": "Their phone is off" });
    stage.relay.send(&stage.chatwoot.channel, state("read")).await;
    stage.chatwoot.painted(chat.id, answer, "read").await;
    let second = stage.chatwoot.server.reply(chat.id, "Still there?").unwrap();
    stage.chatwoot.painted(chat.id, second, "delivered").await;
    let mut failed = state("failed");
    failed["messageId"] = json!(second.to_string());
    stage.relay.send(&stage.chatwoot.channel, failed).await;
    let message = stage.chatwoot.painted(chat.id, second, "failed").await;
    assert_eq!(message.external_error(), Some("Their phone is off"));
}

#[tokio::test]
async fn states_typing_notes_and_operators_words_get_there() {
    let stage = Stage::new().await;
    let channel = &stage.chatwoot.channel;
    let id = stage.write("chat-1", "Hello").await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello"]).await;
    for (body, path) in [
        (json!({ "kind": "typing", "chat": "chat-1", "from": "operator" }), "/toggle_typing_status"),
        (json!({ "kind": "state", "chat": "chat-1", "state": "resolved" }), "/toggle_status"),
    ] {
        let before = stage.chatwoot.calls("POST", path);
        stage.relay.send(channel, body).await;
        eventually(path, async || (stage.chatwoot.calls("POST", path) > before).then_some(())).await;
    }
    stage.chatwoot.server.until(|state| (state.chat(chat.id)?.status == "resolved").then_some(())).await;

    // A customer's word opens it again.
    let id = stage.write("chat-1", "One more thing").await;
    stage.delivered(&id).await;
    assert_eq!(stage.chatwoot.said("chat-1", &["Hello", "One more thing"]).await.status, "open");

    let note = json!({ "chat": "chat-1", "from": "operator", "text": "VIP", "private": true });
    let answer = json!({ "chat": "chat-1", "from": "operator", "text": "Yes?" });
    for body in [note, answer] {
        let id = stage.relay.send(channel, body).await;
        stage.delivered(&id).await;
    }
    let chat = stage.chatwoot.said("chat-1", &["Hello", "One more thing", "Yes?"]).await;
    assert!(chat.messages.iter().any(|message| message.private && message.text() == "VIP"), "{chat:#?}");
    assert!(stage.answers().is_empty(), "the endpoint said so itself");
    let asked = json!({ "kind": "userInfo", "contact": { "id": "crm-1" } });
    let refused = stage.relay.ask(channel, &asked).await;
    assert_eq!(
        (refused.status, refused.json()["error"]["code"].as_str()),
        (422, Some("KIND-01")),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn resolved_conversations_reopen_or_not_as_the_admin_and_the_inbox_have_it() {
    let stage = Stage::new().await;
    let channel = &stage.chatwoot.channel;
    let id = stage.write("chat-1", "One").await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["One"]).await;
    stage
        .relay
        .call("channel.update", json!({ "id": channel.id, "options": { "newConversation": true } }))
        .await;
    stage.chatwoot.server.resolve(chat.id);
    stage.chatwoot.server.told_all().await;
    let id = stage.write("chat-1", "Two").await;
    stage.delivered(&id).await;
    let second = stage.chatwoot.said("chat-1", &["One", "Two"]).await;
    assert_ne!(second.id, chat.id);
    assert_eq!(stage.chatwoot.server.look(|state| state.chat(chat.id).unwrap().status), "resolved");

    // Where the inbox allows one only, that one it is.
    stage.chatwoot.server.lock_to_single_conversation(stage.chatwoot.inbox, true);
    stage.chatwoot.server.resolve(second.id);
    stage.chatwoot.server.told_all().await;
    for text in ["Three", "Four"] {
        let id = stage.write("chat-1", text).await;
        stage.delivered(&id).await;
    }
    assert_eq!(stage.chatwoot.said("chat-1", &["One", "Two", "Three", "Four"]).await.id, second.id);
}

#[tokio::test]
async fn an_outage_is_waited_out_in_order() {
    let stage = Stage::new().await;
    set(&stage.relay, json!({ "retryScheduleMs": again_every(50), "breakerAfter": 3, "probeMs": 50 })).await;
    let id = stage.write("chat-0", "Before").await;
    stage.delivered(&id).await;
    stage.chatwoot.server.faults().down();
    let mut ids = Vec::new();
    for number in 0..12 {
        ids.push(stage.write(&format!("chat-{}", number % 3), &format!("{number}")).await);
    }
    stage
        .relay
        .deliveries_until("it is trying", json!({ "channel": stage.chatwoot.channel.id }), |rows| {
            rows.iter().any(|row| matches!(row["state"].as_str(), Some("retrying" | "onHold")))
        })
        .await;
    stage.chatwoot.server.faults().up();
    for id in &ids {
        stage.delivered(id).await;
    }
    stage.chatwoot.said("chat-0", &["Before", "0", "3", "6", "9"]).await;
    stage.chatwoot.said("chat-1", &["1", "4", "7", "10"]).await;
    stage.chatwoot.said("chat-2", &["2", "5", "8", "11"]).await;
}

#[tokio::test]
async fn a_restart_between_any_two_steps_goes_on_where_it_was() {
    for kill in [true, false] {
        for path in ["/contacts/filter", "/contacts", "/conversations", "/messages"] {
            let stage = Stage::new().await;
            // The call is made, and its answer is far away when the relay ends.
            let long = std::time::Duration::from_secs(600);
            stage.chatwoot.server.faults().next(1, "POST", path, Fault::Slow(long));
            let id = stage.write("chat-1", "Once").await;
            let second = stage.write("chat-1", "And again").await;
            eventually(path, async || (stage.chatwoot.calls("POST", path) > 0).then_some(())).await;
            let stage = stage.restart(kill).await;
            stage.delivered(&id).await;
            stage.delivered(&second).await;
            stage.chatwoot.said("chat-1", &["Once", "And again"]).await;
            stage.chatwoot.server.look(|state| {
                assert_eq!((state.contacts.len(), state.chats.len()), (1, 1), "{path}, kill {kill}");
            });
        }
    }
}

#[tokio::test]
async fn a_server_of_4_2_speaks_and_is_spoken_to() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    let chatwoot = Chatwoot::api(&relay, "OneHash", &endpoint.url).await;
    chatwoot.server.switch(|switches| switches.old = true);
    let legacy =
        json!({ "id": chatwoot.channel.id, "preset": "onehash", "options": { "signature": "legacy" } });
    relay.call("channel.update", legacy).await;
    let stage = Stage { relay, endpoint, chatwoot };
    let id = stage.write("chat-1", "Hello").await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello"]).await;
    let answer = stage.chatwoot.server.reply(chat.id, "Hi").unwrap();
    stage.answers_are(&["Hi"]).await;
    stage.chatwoot.painted(chat.id, answer, "delivered").await;
}

#[tokio::test]
async fn rich_content_gets_there_as_it_is() {
    let stage = Stage::new().await;
    let id = stage.write("chat-1", "Hello").await;
    stage.delivered(&id).await;
    let items = json!({ "items": [{ "title": "Yes", "value": "yes" }, { "title": "No", "value": "no" }] });
    let question = json!({
        "chat": "chat-1", "from": "operator", "text": "Was this helpful?", "contentType": "input_select", "contentAttributes": items,
    });
    let id = stage.relay.send(&stage.chatwoot.channel, question).await;
    stage.delivered(&id).await;
    let chat = stage.chatwoot.said("chat-1", &["Hello", "Was this helpful?"]).await;
    let message = chat.messages.last().unwrap();
    assert_eq!(message.content_type, "input_select");
    assert_eq!(Value::Object(message.attributes.clone()), items);
}

#[tokio::test]
async fn what_chatwoot_will_not_have_fails_and_the_chat_goes_on() {
    let stage = Stage::new().await;
    let wrong = json!({ "chat": "chat-1", "from": "customer", "text": "x", "contentType": "no_such_type", "contact": { "id": "c" } });
    let wrong = stage.relay.send(&stage.chatwoot.channel, wrong).await;
    let next = stage.write("chat-1", "Next").await;
    let failed = stage.relay.sent_until(&stage.chatwoot.channel, &wrong, "failed").await;
    assert_eq!(failed["code"], "PLAT-01", "{failed}");
    stage.delivered(&next).await;
    stage.chatwoot.said("chat-1", &["Next"]).await;
}

#[tokio::test]
async fn a_token_that_is_refused_stops_the_platform_and_a_new_one_releases_it() {
    let stage = Stage::new().await;
    let channel = stage.chatwoot.channel.id.clone();
    stage.relay.call("channel.update", json!({ "id": channel, "token": "wrong" })).await;
    let id = stage.write("chat-1", "Hello").await;
    stage.relay.sent_until(&stage.chatwoot.channel, &id, "onHold").await;
    let stopped = stage.relay.call("status.get", json!({})).await["stopped"].clone();
    assert_eq!(stopped[0]["stopped"]["code"], "AUTH-01", "{stopped}");
    let right = json!({ "id": channel, "token": stage.chatwoot.server.token() });
    stage.relay.call("channel.update", right).await;
    stage.delivered(&id).await;
    stage.chatwoot.said("chat-1", &["Hello"]).await;
}

#[tokio::test]
async fn visitors_of_a_website_and_the_endpoint_talk() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    let website = Chatwoot::website(&relay, "Website", &endpoint.url).await;
    let (chat, first) = website.server.write(website.inbox, "visitor-1", "Hello").unwrap();
    let told =
        endpoint.until("the visitor is heard", |all| !of_kind(all, "message.received").is_empty()).await;
    let told = of_kind(&told, "message.received").remove(0);
    assert_eq!(told["data"]["message"]["text"], "Hello");
    assert_eq!(told["data"]["conversation"]["chat"], "visitor-1");
    let answer = json!({ "chat": "visitor-1", "from": "operator", "text": "Good morning" });
    let id = relay.send(&website.channel, answer).await;
    relay.sent_until(&website.channel, &id, "delivered").await;
    website.said("visitor-1", &["Hello", "Good morning"]).await;
    website.server.told_all().await;
    let status = website.server.look(|state| state.chat(chat).unwrap().message(first).unwrap().status);
    assert_eq!(status, "sent", "a customer's message is never painted");
    assert_eq!(website.server.look(|state| state.chats.len()), 1);
}
