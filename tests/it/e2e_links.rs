//! Links between channels: what customers of one write reaches operators of the other and comes back, once and to the right chat; what
//! must not cross stays; links that cannot be are refused.

use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::Draft;
use switchboard_engine::practice::elma365::Taken;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::userlike_transcript;
use switchboard_tests::practice::{Chatwoot, Elma365, of_kind};
use switchboard_tests::relay::{Channel, Relay};
use switchboard_tests::{eventually, happens};

pub(crate) async fn relay() -> Relay {
    let relay = Relay::start().await;
    relay.impatient().await;
    relay
}

/// Joins two channels.
async fn join(relay: &Relay, customers: &Channel, operators: &Channel, more: Value) -> Value {
    let mut input = json!({ "customers": customers.id, "operators": operators.id });
    input.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    relay.call("link.create", input).await
}

/// What the chat of a channel is called on the other side.
pub(crate) fn across(channel: &Channel, key: &str) -> String {
    format!("switchboard:{}:{key}", channel.id)
}

fn texts(taken: &[Taken]) -> Vec<&str> {
    taken.iter().map(|taken| taken.text.as_str()).collect()
}

/// Waits until nothing is owed any more and every webhook was told, and neither has led to anything new.
pub(crate) async fn quiet(relay: &Relay, platforms: &[&Chatwoot]) {
    eventually("nothing is on its way", async || {
        let before = relay.call("status.get", Value::Null).await;
        for platform in platforms {
            happens("webhooks are told", platform.server.told_all()).await;
        }
        let after = relay.call("status.get", Value::Null).await;
        (after["waiting"] == 0 && before["waiting"] == 0 && before["today"] == after["today"]).then_some(())
    })
    .await;
}

/// The number of the contact a conversation is held with.
fn chat_contact(platform: &Chatwoot, chat: i64) -> i64 {
    platform.server.look(|state| state.chat(chat).unwrap().contact.id)
}

/// A website's customers, and operators in an API inbox of another Chatwoot.
pub(crate) async fn two_chatwoots(relay: &Relay, more: Value) -> (Chatwoot, Chatwoot) {
    let website = Chatwoot::website(relay, "Website", "").await;
    let desk = Chatwoot::api(relay, "Desk", "").await;
    join(relay, &website.channel, &desk.channel, more).await;
    (website, desk)
}

#[tokio::test]
async fn a_websites_customers_are_answered_by_operators_in_elma365() {
    let relay = relay().await;
    let website = Chatwoot::website(&relay, "Website", "").await;
    let elma = Elma365::connected(&relay, "Company", "").await;
    let link = join(&relay, &website.channel, &elma.channel, json!({})).await;
    assert_eq!((&link["mode"], &link["error"]), (&json!("two-way"), &Value::Null), "{link}");

    let (chat, _) = website.server.write(website.inbox, "ada", "Hello").unwrap();
    let first = elma.taken(1).await.remove(0);
    let key = across(&website.channel, "ada");
    assert_eq!((first.text.as_str(), first.chat.as_str()), ("Hello", key.as_str()));
    assert_eq!(first.chat_name.as_deref(), Some("ada"), "the chat has the customer's name");

    elma.write(&key, "How can we help?").await;
    website.said("ada", &["Hello", "How can we help?"]).await;
    website.server.write(website.inbox, "ada", "I want a boat");
    let taken = elma.taken(2).await;
    assert_eq!((taken[1].chat.as_str(), taken[1].user.as_str()), (key.as_str(), first.user.as_str()));

    // The operator reads, and the website's agents see it.
    elma.server.read(&taken[1].id).await.unwrap();
    happens("seen", website.server.until(|state| state.chat(chat)?.agent_seen)).await;

    quiet(&relay, &[&website]).await;
    assert_eq!(texts(&elma.taken(2).await), ["Hello", "I want a boat"], "our own answer came back to nobody");
    let asked = elma.server.ask(&first.user).await.unwrap().1;
    assert_eq!(asked["fullName"], "ada", "the company asks who it is: {asked}");
}

#[tokio::test]
async fn two_chatwoots_talk_through_a_link() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({})).await;
    let (there, _) = website.server.write(website.inbox, "ada", "Hello").unwrap();
    let key = across(&website.channel, "ada");
    let chat = desk.said(&key, &["Hello"]).await;
    assert_eq!(chat.contact.name, "ada");

    website
        .server
        .change_contact(chat_contact(&website, there), |contact| contact.name = "Ada Example".to_owned());
    let renamed = |state: &switchboard_engine::practice::chatwoot::State| {
        (state.contact(chat.contact.id)?.name == "Ada Example").then_some(())
    };
    happens("the new name at the desk", desk.server.until(renamed)).await;

    let answer = desk.server.reply(chat.id, "Hi Ada").unwrap();
    let conversation = website.said("ada", &["Hello", "Hi Ada"]).await;
    desk.painted(chat.id, answer, "delivered").await;
    website.server.customer_reads(conversation.id);
    desk.painted(chat.id, answer, "read").await;

    desk.server.reply(chat.id, Draft::from("between us").private());
    desk.server.reply(chat.id, "Anything else?");
    website.said("ada", &["Hello", "Hi Ada", "Anything else?"]).await;

    desk.server.resolve(chat.id);
    let resolved = |state: &switchboard_engine::practice::chatwoot::State| {
        (state.chat(there)?.status == "resolved").then_some(())
    };
    happens("resolved at the website", website.server.until(resolved)).await;
    quiet(&relay, &[&website, &desk]).await;
    assert_eq!(website.calls("POST", "/toggle_status"), 1, "once");
    assert_eq!(desk.calls("POST", "/toggle_status"), 0, "and not back to where it began");

    website.server.write(website.inbox, "ada", "Yes!");
    desk.said(&key, &["Hello", "Hi Ada", "Anything else?", "Yes!"]).await;
}

#[tokio::test]
async fn files_cross_both_ways() {
    let relay = relay().await;
    relay.call("settings.update", json!({ "fileHosts": ["127.0.0.1"] })).await;
    let website = Chatwoot::website(&relay, "Website", "").await;
    let elma = Elma365::connected(&relay, "Company", "").await;
    elma.server.switch(|switches| switches.fetches_files = true);
    join(&relay, &website.channel, &elma.channel, json!({})).await;
    website.server.write(
        website.inbox,
        "ada",
        Draft::from("See").file("plan.pdf", "application/pdf", "a plan"),
    );
    let fetched = elma.until("the file is fetched", |state| state.fetched.first().cloned()).await;
    assert_eq!((fetched.name.as_str(), fetched.bytes.as_deref()), ("plan.pdf", Some(&b"a plan"[..])));

    let key = across(&website.channel, "ada");
    let back = [("offer.pdf", "application/pdf", bytes::Bytes::from_static(b"an offer"))];
    elma.server.write(&key, "Here", &back).await.unwrap();
    let chat = website.said("ada", &["See", "Here"]).await;
    let message = chat.said().last().copied().cloned().unwrap();
    assert_eq!(message.attachments.len(), 1, "{message:#?}");
    assert_eq!(message.attachments[0].name, "offer.pdf");
}

#[tokio::test]
async fn a_copy_brings_nothing_back() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({ "mode": "copy" })).await;
    let (chat, _) = website.server.write(website.inbox, "ada", "Hello").unwrap();
    let key = across(&website.channel, "ada");
    let copy = desk.said(&key, &["Hello"]).await;
    desk.server.reply(copy.id, "nobody reads this");
    desk.server.resolve(copy.id);
    website.server.resolve(chat);
    let resolved = |state: &switchboard_engine::practice::chatwoot::State| {
        (state.chat(copy.id)?.status == "resolved").then_some(())
    };
    happens("the copy is resolved", desk.server.until(resolved)).await;
    quiet(&relay, &[&website, &desk]).await;
    website.said("ada", &["Hello"]).await;
    assert_eq!(website.server.requests().len(), 0, "nothing was asked of the website's server");
}

#[tokio::test]
async fn userlikes_transcripts_are_mirrored_once() {
    let relay = relay().await;
    let desk = Chatwoot::api(&relay, "Desk", "").await;
    let userlike = relay.channel(json!({ "name": "Userlike", "platform": "userlike" })).await;
    let two_way = json!({ "customers": userlike.id, "operators": desk.channel.id, "mode": "two-way" });
    assert_eq!(relay.refused("link.create", two_way).await, "LINK-02");
    let link = join(&relay, &userlike, &desk.channel, json!({})).await;
    assert_eq!((&link["mode"], &link["choices"]["agents"]), (&json!("copy"), &json!(true)), "{link}");

    let lines = [("co", "Hello"), ("op", "Hi"), ("co", "ok"), ("co", "ok")];
    for said in 1..=lines.len() {
        let body = userlike_transcript("ada", &lines[..said]).to_string();
        let answer = relay.http.post(&userlike.intake, body).await;
        assert_eq!(answer.status, 200);
    }
    let mirrored = async || {
        let said = desk.server.look(|state| {
            state.chats.iter().flat_map(|chat| chat.said()).map(|it| it.text().to_owned()).collect::<Vec<_>>()
        });
        (said == ["Hello", "[Jo]: Hi", "ok", "ok"]).then_some(())
    };
    eventually("the whole talk in order", mirrored).await;
    quiet(&relay, &[&desk]).await;
    eventually("and each line once", mirrored).await;
}

#[tokio::test]
async fn agents_greetings_and_surveys_cross_by_choice() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({})).await;
    let key = across(&website.channel, "ada");
    let speak = |number: u32| {
        let (chat, _) =
            website.server.write(website.inbox, "ada", format!("customer {number}").as_str()).unwrap();
        website.server.reply(chat, format!("agent {number}").as_str());
        website.server.greet(chat, &format!("greeting {number}"), "text");
        website.server.greet(chat, &format!("survey {number}"), "input_csat");
    };
    speak(1);
    desk.said(&key, &["customer 1"]).await;
    quiet(&relay, &[&website, &desk]).await;
    let link = relay.call("link.list", Value::Null).await[0]["id"].clone();
    let all = json!({ "agents": true, "templates": true, "surveys": true });
    let changed = relay.call("link.update", json!({ "id": link, "choices": all })).await;
    assert_eq!((&changed["choices"], &changed["mode"]), (&all, &json!("two-way")));
    speak(2);
    let agent = "[Noor Agent]: agent 2";
    let chat = desk
        .said(&key, &["customer 1", "customer 2", agent, "[Website]: greeting 2", "[Website]: survey 2"])
        .await;
    assert!(
        chat.said().iter().all(|message| message.agent.is_none()),
        "all of it stands on the customer's side"
    );
}

#[tokio::test]
async fn our_own_words_are_known_again_whatever_the_server_does() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({ "choices": { "agents": true } })).await;
    for server in [&website.server, &desk.server] {
        server.switch(|switches| {
            switches.tells_first = true;
            switches.tells_twice = true;
        });
    }
    let key = across(&website.channel, "ada");
    website.server.write(website.inbox, "ada", "one");
    let chat = desk.said(&key, &["one"]).await.id;
    desk.server.reply(chat, "two");
    website.said("ada", &["one", "two"]).await;
    quiet(&relay, &[&website, &desk]).await;

    // A server that forgets our reference is known by what it calls our message.
    for server in [&website.server, &desk.server] {
        server.switch(|switches| {
            switches.tells_first = false;
            switches.drops_source_id = true;
        });
    }
    website.server.write(website.inbox, "ada", "three");
    desk.said(&key, &["one", "two", "three"]).await;
    quiet(&relay, &[&website, &desk]).await;
    website.said("ada", &["one", "two", "three"]).await;
    desk.said(&key, &["one", "two", "three"]).await;
}

#[tokio::test]
async fn a_paused_link_carries_nothing_and_goes_on_later() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({ "paused": true })).await;
    website.server.write(website.inbox, "ada", "unheard");
    quiet(&relay, &[&website, &desk]).await;
    assert_eq!(desk.server.requests().len(), 0);
    let link = relay.call("link.list", Value::Null).await[0]["id"].clone();
    relay.call("link.update", json!({ "id": link, "paused": false })).await;
    website.server.write(website.inbox, "ada", "heard");
    desk.said(&across(&website.channel, "ada"), &["heard"]).await;
    relay.call("link.delete", json!({ "id": link })).await;
    assert_eq!(relay.call("link.list", Value::Null).await, json!([]));
    website.server.write(website.inbox, "ada", "unheard again");
    quiet(&relay, &[&website, &desk]).await;
    desk.said(&across(&website.channel, "ada"), &["heard"]).await;
}

#[tokio::test]
async fn what_was_before_a_link_is_nothing_to_the_other_side() {
    let relay = relay().await;
    let website = Chatwoot::website(&relay, "Website", "").await;
    let desk = Chatwoot::api(&relay, "Desk", "").await;
    let (chat, _) = website.server.write(website.inbox, "ada", "before").unwrap();
    happens("told", website.server.told_all()).await;
    join(&relay, &website.channel, &desk.channel, json!({})).await;
    website.server.resolve(chat);
    website.server.change_contact(chat_contact(&website, chat), |contact| contact.name = "Ada".to_owned());
    quiet(&relay, &[&website, &desk]).await;
    let status = relay.call("status.get", Value::Null).await;
    assert_eq!(status["today"]["failed"], 0, "nothing there is no failure");
    desk.server.look(|state| assert!(state.chats.is_empty(), "{:#?}", state.chats));
    website.server.write(website.inbox, "ada", "after");
    let chat = desk.said(&across(&website.channel, "ada"), &["after"]).await;
    assert_eq!(chat.contact.name, "Ada");
}

#[tokio::test]
async fn both_endpoints_get_what_crosses() {
    let relay = relay().await;
    let (near, far) = (Endpoint::good().await, Endpoint::good().await);
    let website = Chatwoot::website(&relay, "Website", &near.url).await;
    let desk = Chatwoot::api(&relay, "Desk", &far.url).await;
    join(&relay, &website.channel, &desk.channel, json!({})).await;
    website.server.write(website.inbox, "ada", "Hello");
    let key = across(&website.channel, "ada");
    let chat = desk.said(&key, &["Hello"]).await.id;
    desk.server.reply(chat, "Hi");
    website.said("ada", &["Hello", "Hi"]).await;
    quiet(&relay, &[&website, &desk]).await;
    for (endpoint, who) in [(&near, "the customers' side"), (&far, "the operators' side")] {
        let received = endpoint.so_far();
        let texts = |kind: &str| {
            let told = of_kind(&received, kind);
            told.iter()
                .map(|told| told["data"]["message"]["text"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            (texts("message.received"), texts("message.sent")),
            (vec!["Hello".into()], vec!["Hi".into()]),
            "{who}"
        );
    }
}

#[tokio::test]
async fn a_chain_of_three_carries_there_and_back() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({})).await;
    let elma = Elma365::connected(&relay, "Company", "").await;
    join(&relay, &desk.channel, &elma.channel, json!({})).await;
    website.server.write(website.inbox, "ada", "Hello");
    let there = across(&website.channel, "ada");
    desk.said(&there, &["Hello"]).await;
    let taken = elma.taken(1).await.remove(0);
    assert_eq!((taken.chat.clone(), taken.text.as_str()), (across(&desk.channel, &there), "Hello"));
    elma.write(&taken.chat, "Hi").await;
    desk.said(&there, &["Hello", "Hi"]).await;
    website.said("ada", &["Hello", "Hi"]).await;
    quiet(&relay, &[&website, &desk]).await;
    assert_eq!(elma.taken(1).await.len(), 1);
}

#[tokio::test]
async fn links_that_cannot_be_are_refused_and_say_why() {
    let relay = relay().await;
    let channel =
        async |name: &str, platform: &str| relay.channel(json!({ "name": name, "platform": platform })).await;
    let (elma, userlike) = (channel("Company", "elma365").await, channel("Site", "userlike").await);
    let (a, b, c) =
        (channel("A", "chatwoot").await, channel("B", "chatwoot").await, channel("C", "chatwoot").await);
    let link = |customers: &Channel, operators: &Channel| json!({ "customers": customers.id, "operators": operators.id });
    assert_eq!(relay.refused("link.create", json!({ "customers": a.id })).await, "DATA-02");
    assert_eq!(relay.refused("link.create", link(&elma, &a)).await, "LINK-01");
    assert_eq!(relay.refused("link.create", link(&a, &userlike)).await, "LINK-01");
    let error = relay.rpc("link.create", link(&elma, &a)).await.unwrap_err();
    assert_eq!(error["message"], "ELMA365 cannot be the customers’ side of a link.");

    let first = relay.call("link.create", link(&a, &b)).await;
    assert_eq!(relay.refused("link.create", link(&a, &b)).await, "LINK-03");
    relay.call("link.create", link(&b, &c)).await;
    for circle in [link(&b, &a), link(&c, &a), link(&a, &a)] {
        assert_eq!(relay.refused("link.create", circle).await, "LOOP-01");
    }
    // Nothing can be written to these yet, and the links say so.
    assert_eq!(first["error"]["code"], "DATA-02", "{first}");
    let to_elma = relay.call("link.create", link(&a, &elma)).await;
    assert_eq!(
        (&to_elma["error"]["code"], &to_elma["error"]["params"]["channel"]),
        (&json!("LINK-04"), &json!("Company"))
    );

    // A channel takes its links with it.
    let mut live = relay.live().await;
    relay.call("channel.delete", json!({ "id": b.id })).await;
    live.until("the links changed", |row| row.to_string().contains("links")).await;
    let left = relay.call("link.list", Value::Null).await;
    assert_eq!(left.as_array().unwrap().len(), 1, "{left}");
    assert_eq!(relay.refused("link.update", json!({ "id": first["id"], "paused": true })).await, "ID-05");
    assert_eq!(relay.refused("link.delete", json!({ "id": first["id"] })).await, "ID-05");
}

#[tokio::test]
async fn what_becomes_of_an_answer_later_is_told_to_whoever_wrote_it() {
    let relay = relay().await;
    let shop = Chatwoot::api(&relay, "Shop", "").await;
    let desk = Chatwoot::api(&relay, "Desk", "").await;
    join(&relay, &shop.channel, &desk.channel, json!({})).await;
    shop.server.write(shop.inbox, "ada", "Hello");
    let chat = desk.said(&across(&shop.channel, "ada"), &["Hello"]).await.id;
    let answer = desk.server.reply(chat, "Hi").unwrap();
    let copy = shop.said("ada", &["Hello", "Hi"]).await;
    desk.painted(chat, answer, "delivered").await;

    // Whoever brings the shop's messages to its customers says that this one did not get there.
    let number = copy.said().last().unwrap().id;
    let url = format!("{}/api/v1/accounts/1/conversations/{}/messages/{number}", shop.server.url(), copy.id);
    let headers = [("content-type", "application/json"), ("api_access_token", shop.server.token())];
    let fate = json!({ "status": "failed", "external_error": "The number does not exist" }).to_string();
    assert_eq!(relay.http.send("PATCH", &url, &headers, fate).await.unwrap().status, 200);
    let message = desk.painted(chat, answer, "failed").await;
    assert_eq!(message.external_error(), Some("The number does not exist"));
}

#[tokio::test]
async fn a_platform_that_takes_nothing_is_named_and_gets_it_all_later() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({})).await;
    let token = |token: &str| json!({ "id": desk.channel.id, "token": token });
    relay.call("channel.update", token("wrong")).await;
    website.server.write(website.inbox, "ada", "one");
    website.server.write(website.inbox, "ada", "two");
    let said = "Chatwoot does not accept this token.";
    let link = eventually("the link says why", async || {
        let link = relay.call("link.list", Value::Null).await[0].clone();
        link["error"].is_object().then_some(link)
    })
    .await;
    assert_eq!((&link["error"]["code"], &link["error"]["message"]), (&json!("AUTH-01"), &json!(said)));
    let status = relay.call("status.get", Value::Null).await;
    assert_eq!(
        (&status["stopped"][0]["kind"], &status["stopped"][0]["channelName"]),
        (&json!("platform"), &json!("Desk"))
    );
    let sentence = status["sentence"]["english"].as_str().unwrap();
    assert!(sentence.contains("Desk: Chatwoot does not accept this token"), "{sentence}");
    let rows = relay.traffic(json!({ "channel": website.channel.id, "state": "onHold" })).await;
    let held = relay.exchange(&rows[0]).await["sentence"]["english"].as_str().unwrap().to_owned();
    assert!(held.ends_with("came in and waits: Chatwoot does not accept this token."), "{held}");

    relay.call("channel.update", token(desk.server.token())).await;
    desk.said(&across(&website.channel, "ada"), &["one", "two"]).await;
    eventually("the link carries again", async || {
        relay.call("link.list", Value::Null).await[0]["error"].is_null().then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_message_that_the_other_side_refuses_is_failed_for_whoever_wrote_it() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({})).await;
    website.server.write(website.inbox, "ada", "Hello");
    let chat = desk.said(&across(&website.channel, "ada"), &["Hello"]).await.id;
    let fault = switchboard_engine::practice::faults::Fault::Answer(
        http::StatusCode::UNPROCESSABLE_ENTITY,
        r#"{"error":"Validation failed"}"#,
    );
    website.server.faults().next(100, "POST", "/messages", fault);
    let answer = desk.server.reply(chat, "too much").unwrap();
    let message = desk.painted(chat, answer, "failed").await;
    assert!(message.external_error().is_some_and(|error| error.contains("PLAT-01")), "{message:#?}");
}
