//! Whole dialogues across a link: the visitors of a website on Chatwoot, and operators in ELMA365 or in another Chatwoot.

use std::time::Duration;

use bytes::Bytes;
use serde_json::json;
use switchboard_engine::practice::chatwoot::{Chat, Draft};
use switchboard_engine::practice::elma365::Outcomes;
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::eventually;
use switchboard_tests::practice::{Chatwoot, Elma365};
use switchboard_tests::relay::Relay;

use crate::{again_every, set};

/// Visitors of a website, and operators in ELMA365.
struct Sales {
    relay: Relay,
    website: Chatwoot,
    elma: Elma365,
}

impl Sales {
    async fn new() -> Self {
        let relay = Relay::start().await;
        relay.impatient().await;
        let website = Chatwoot::website(&relay, "Website", "").await;
        let elma = Elma365::connected(&relay, "Sales", "").await;
        relay.link(&website.channel, &elma.channel, json!({})).await;
        Self { relay, website, elma }
    }

    /// What the chat of a visitor is called at ELMA365.
    fn chat(&self, visitor: &str) -> String {
        format!("switchboard:{}:{visitor}", self.website.channel.id)
    }

    fn write(&self, visitor: &str, text: &str) -> (i64, i64) {
        self.website.server.write(self.website.inbox, visitor, text).unwrap()
    }

    /// Waits until operators were shown this of a visitor, and no more.
    async fn shown(&self, visitor: &str, texts: &[&str]) {
        let chat = self.chat(visitor);
        let what = format!("operators see {texts:?} of {visitor}");
        self.elma.until(&what, |state| (state.chat(&chat).len() >= texts.len()).then_some(())).await;
        let seen: Vec<String> =
            self.elma.server.look(|state| state.chat(&chat).iter().map(|one| one.text.clone()).collect());
        assert_eq!(seen, texts);
    }
}

#[tokio::test]
async fn a_visitor_of_a_website_is_served_from_elma365() {
    let sales = Sales::new().await;
    let (chat, first) = sales.write("ada", "Hello");
    sales.shown("ada", &["Hello"]).await;
    let taken = sales.elma.taken(1).await.remove(0);
    assert_eq!(taken.chat_name.as_deref(), Some("ada"), "operators see a name");
    sales.elma.write(&sales.chat("ada"), "Good morning, Ada").await;
    let told = sales.website.said("ada", &["Hello", "Good morning, Ada"]).await;
    assert_eq!(told.id, chat);
    sales.write("ada", "I need help");
    sales.shown("ada", &["Hello", "I need help"]).await;

    // An agent at the website's own dashboard is not heard on the other side, notes least of all.
    sales.website.server.reply(chat, "I can help as well");
    sales.website.server.reply(chat, Draft::from("Difficult customer").private());
    sales.website.server.greet(chat, "How did we do?", "input_csat");
    sales.website.server.resolve(chat);
    sales.write("ada", "Thank you");
    sales.shown("ada", &["Hello", "I need help", "Thank you"]).await;
    sales.website.server.told_all().await;
    assert!(
        sales.elma.server.look(|state| state.connected),
        "nothing that happens in one chat ends the channel"
    );
    assert_eq!(
        sales.website.server.look(|state| state.chat(chat).unwrap().message(first).unwrap().status),
        "sent"
    );
    let types: Vec<String> = sales.elma.server.look(|state| {
        state.requests.iter().map(|one| one["type"].as_str().unwrap_or_default().to_owned()).collect()
    });
    assert!(types.iter().all(|one| one == "message"), "{types:?}");
}

#[tokio::test]
async fn files_cross_over_both_ways() {
    let sales = Sales::new().await;
    sales.elma.server.switch(|switches| switches.fetches_files = true);
    let bytes: Vec<u8> = (0..250_000_u32).map(|number| number.to_le_bytes()[1]).collect();
    let draft = Draft::from("See").file("broken.png", "image/png", bytes.clone());
    sales.website.server.write(sales.website.inbox, "ada", draft).unwrap();
    let fetched = sales.elma.until("the file is at ELMA365", |state| state.fetched.first().cloned()).await;
    assert_eq!(fetched.name, "broken.png");
    assert_eq!(fetched.bytes.unwrap(), bytes);

    let file = Bytes::from(bytes);
    let chat = sales.chat("ada");
    let status =
        sales.elma.server.write(&chat, "Sign here", &[("form.pdf", "application/pdf", file.clone())]).await;
    assert_eq!(status.unwrap(), 200);
    let chat = sales.website.said("ada", &["See", "Sign here"]).await;
    let attachment = &chat.messages.last().unwrap().attachments[0];
    assert_eq!((attachment.name.as_str(), attachment.size), ("form.pdf", 250_000));
    let place = sales.relay.http.send("GET", &attachment.url, &[], "").await.unwrap();
    let place = place.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(sales.relay.http.send("GET", &place, &[], "").await.unwrap().body, file);
}

#[tokio::test]
async fn a_file_without_words_crosses_too() {
    let sales = Sales::new().await;
    sales.elma.server.switch(|switches| switches.fetches_files = true);
    let draft = Draft::default().file("only.png", "image/png", "bytes");
    sales.website.server.write(sales.website.inbox, "ada", draft).unwrap();
    let fetched = sales.elma.until("the file is at ELMA365", |state| state.fetched.first().cloned()).await;
    assert_eq!(fetched.bytes.unwrap(), "bytes");
    let chat = sales.chat("ada");
    let file = Bytes::from_static(b"answer");
    sales.elma.server.write(&chat, "", &[("only.txt", "text/plain", file)]).await.unwrap();
    let chat = sales.website.said("ada", &["", ""]).await;
    assert_eq!(chat.messages.last().unwrap().attachments[0].name, "only.txt");
}

#[tokio::test]
async fn an_operator_who_has_read_is_seen_on_the_other_side() {
    let sales = Sales::new().await;
    let (chat, _) = sales.write("ada", "Hello");
    sales.shown("ada", &["Hello"]).await;
    assert_eq!(sales.website.server.look(|state| state.chat(chat).unwrap().unread), 1);
    let id = sales.elma.taken(1).await[0].id.clone();
    assert_eq!(sales.elma.server.read(&id).await.unwrap(), 200);
    let read = sales.website.server.until(|state| (state.chat(chat)?.unread == 0).then_some(()));
    switchboard_tests::happens("the message is marked as read", read).await;
}

#[tokio::test]
async fn outcomes_of_elma365_count_across_a_link() {
    let sales = Sales::new().await;
    sales.elma.server.switch(|switches| switches.outcomes = Outcomes::Failures(1));
    sales.write("ada", "Hello");
    let twice = |state: &switchboard_engine::practice::elma365::State| {
        (state.taken.first()?.times == 2).then_some(())
    };
    sales.elma.until("it is sent again", twice).await;
    sales.shown("ada", &["Hello"]).await;
    let filter = json!({ "channel": sales.elma.channel.id });
    sales
        .relay
        .deliveries_until("it is delivered", filter, |rows| {
            rows.iter().any(|row| row["state"] == "delivered")
        })
        .await;
}

#[tokio::test]
async fn an_outage_of_either_side_and_lost_answers_lose_and_double_nothing() {
    let sales = Sales::new().await;
    set(&sales.relay, json!({ "retryScheduleMs": again_every(50), "probeMs": 50 })).await;
    sales.website.server.switch(|switches| switches.tells_twice = true);
    sales.write("ada", "c0");
    sales.shown("ada", &["c0"]).await;
    sales.elma.server.faults().next(1, "POST", "", Fault::LoseAnswer);
    sales.website.server.faults().next(2, "POST", "/messages", Fault::LoseAnswer);
    sales.write("ada", "c1");
    sales.elma.write(&sales.chat("ada"), "o1").await;
    sales.shown("ada", &["c0", "c1"]).await;
    sales.website.said("ada", &["c0", "c1", "o1"]).await;

    sales.elma.server.faults().down();
    for text in ["c2", "c3", "c4"] {
        sales.write("ada", text);
    }
    let waiting = json!({ "channel": sales.elma.channel.id, "state": "retrying" });
    sales.relay.deliveries_until("it is tried again", waiting, |rows| !rows.is_empty()).await;
    sales.elma.server.faults().up();
    sales.shown("ada", &["c0", "c1", "c2", "c3", "c4"]).await;
    sales.website.server.told_all().await;
    sales.website.said("ada", &["c0", "c1", "o1", "c2", "c3", "c4"]).await;
}

#[tokio::test]
async fn a_relay_that_dies_between_two_platforms_goes_on_where_it_was() {
    let mut sales = Sales::new().await;
    sales.write("ada", "c0");
    sales.shown("ada", &["c0"]).await;
    sales.website.server.told_all().await;
    let long = Duration::from_secs(600);
    sales.website.server.faults().next(1, "POST", "/messages", Fault::Slow(long));
    sales.elma.server.faults().next(1, "POST", "", Fault::Slow(long));
    sales.write("ada", "c1");
    sales.elma.write(&sales.chat("ada"), "o1").await;
    sales.shown("ada", &["c0", "c1"]).await;
    sales.website.said("ada", &["c0", "c1", "o1"]).await;
    let folder = sales.relay.kill().await;
    sales.relay = Relay::start_in(folder).await;
    sales.website.moved(&sales.relay);
    sales.elma.moved(&sales.relay);
    sales.write("ada", "c2");
    sales.elma.write(&sales.chat("ada"), "o2").await;
    sales.shown("ada", &["c0", "c1", "c2"]).await;
    sales.website.said("ada", &["c0", "c1", "o1", "c2", "o2"]).await;
}

/// Visitors of a website at one Chatwoot, and agents in an API inbox of another.
struct Twins {
    relay: Relay,
    website: Chatwoot,
    desk: Chatwoot,
}

impl Twins {
    async fn new(more: serde_json::Value) -> Self {
        let relay = Relay::start().await;
        relay.impatient().await;
        let website = Chatwoot::website(&relay, "Chatlake", "").await;
        let desk = Chatwoot::api(&relay, "OneHash", "").await;
        relay.link(&website.channel, &desk.channel, more).await;
        Self { relay, website, desk }
    }

    /// What the chat of a visitor is called at the desk.
    fn chat(&self, visitor: &str) -> String {
        format!("switchboard:{}:{visitor}", self.website.channel.id)
    }

    async fn at_desk(&self, visitor: &str, texts: &[&str]) -> Chat {
        self.desk.said(&self.chat(visitor), texts).await
    }
}

#[tokio::test]
async fn customers_of_one_chatwoot_are_served_by_agents_of_another() {
    let twins = Twins::new(json!({})).await;
    let (chat, _) = twins.website.server.write(twins.website.inbox, "ada", "Hello").unwrap();
    let contact = twins.website.server.look(|state| state.contacts[0].id);
    let desk = twins.at_desk("ada", &["Hello"]).await;
    assert_eq!(desk.contact.name, "ada");
    assert_eq!(desk.messages[0].kind, switchboard_engine::practice::chatwoot::Kind::Incoming);
    let answer = twins.desk.server.reply(desk.id, "Hi Ada").unwrap();
    twins.website.said("ada", &["Hello", "Hi Ada"]).await;
    twins.desk.painted(desk.id, answer, "delivered").await;

    // The visitor looks, and the agent sees it.
    twins.website.server.customer_reads(chat);
    twins.desk.painted(desk.id, answer, "read").await;

    // Who they are crosses as it becomes known.
    twins.website.server.change_contact(contact, |contact| {
        contact.name = "Ada Example".to_owned();
        contact.email = Some("ada@example.test".to_owned());
    });
    let renamed = twins.desk.server.until(|state| {
        (state.contacts[0].email.as_deref() == Some("ada@example.test"))
            .then(|| state.contacts[0].name.clone())
    });
    assert_eq!(switchboard_tests::happens("the name crosses", renamed).await, "Ada Example");

    // Notes stay; a resolved conversation is resolved on both sides; the next word opens both.
    twins.desk.server.reply(desk.id, Draft::from("VIP").private());
    twins.desk.server.resolve(desk.id);
    let resolved = twins.website.server.until(|state| (state.chat(chat)?.status == "resolved").then_some(()));
    switchboard_tests::happens("it is resolved on the website", resolved).await;
    twins.website.server.told_all().await;
    let (second, _) = twins.website.server.write(twins.website.inbox, "ada", "One more thing").unwrap();
    twins.at_desk("ada", &["Hello", "Hi Ada", "One more thing"]).await;
    twins.desk.server.told_all().await;
    let notes = |state: &switchboard_engine::practice::chatwoot::State| {
        state.chats.iter().flat_map(|chat| &chat.messages).filter(|message| message.private).count()
    };
    assert_eq!(twins.website.server.look(notes), 0);
    assert_eq!(twins.website.server.look(|state| state.chat(second).unwrap().status), "open");
    assert_eq!(twins.relay.call("status.get", json!({})).await["stopped"], json!([]));
}

#[tokio::test]
async fn an_answer_that_cannot_arrive_is_painted_failed_at_the_desk() {
    let twins = Twins::new(json!({})).await;
    twins.website.server.write(twins.website.inbox, "ada", "Hello").unwrap();
    let desk = twins.at_desk("ada", &["Hello"]).await;
    let refusal = Fault::Answer(http::StatusCode::UNPROCESSABLE_ENTITY, r#"{"error":"Validation failed"}"#);
    twins.website.server.faults().next(3, "POST", "/messages", refusal);
    let answer = twins.desk.server.reply(desk.id, "Hi").unwrap();
    let failed = twins.desk.painted(desk.id, answer, "failed").await;
    assert!(failed.external_error().is_some_and(|error| !error.is_empty()));
}

#[tokio::test]
async fn agents_of_the_customers_side_cross_only_by_choice() {
    let twins =
        Twins::new(json!({ "choices": { "agents": true, "templates": false, "surveys": false } })).await;
    let (chat, _) = twins.website.server.write(twins.website.inbox, "ada", "Hello").unwrap();
    twins.at_desk("ada", &["Hello"]).await;
    twins.website.server.reply(chat, "I take this one");
    twins.website.server.greet(chat, "We are closed", "text");
    twins.website.server.write(twins.website.inbox, "ada", "Thanks").unwrap();
    let desk = twins.at_desk("ada", &["Hello", "[Noor Agent]: I take this one", "Thanks"]).await;
    // And what the desk answers is not told back to it.
    twins.desk.server.reply(desk.id, "Fine");
    twins.website.said("ada", &["Hello", "I take this one", "We are closed", "Thanks", "Fine"]).await;
    twins.website.server.told_all().await;
    twins.desk.server.told_all().await;
    twins.at_desk("ada", &["Hello", "[Noor Agent]: I take this one", "Thanks", "Fine"]).await;
}

#[tokio::test]
async fn a_paused_link_carries_nothing() {
    let twins = Twins::new(json!({})).await;
    let link = twins.relay.call("link.list", json!({})).await[0]["id"].clone();
    twins.relay.call("link.update", json!({ "id": link, "paused": true })).await;
    twins.website.server.write(twins.website.inbox, "ada", "Unheard").unwrap();
    twins.website.server.told_all().await;
    twins.relay.call("link.update", json!({ "id": link, "paused": false })).await;
    twins.website.server.write(twins.website.inbox, "ada", "Heard").unwrap();
    twins.at_desk("ada", &["Heard"]).await;
    eventually("the log has both", async || {
        let rows =
            twins.relay.traffic(json!({ "channel": twins.website.channel.id, "direction": "in" })).await;
        (rows.iter().filter(|row| row["kind"] == "message.received").count() == 2).then_some(())
    })
    .await;
}
