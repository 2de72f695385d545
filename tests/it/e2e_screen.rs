//! What is written at our own screens: as a practice customer of a channel, as an operator, and the end of a connection.

use serde_json::{Value, json};
use switchboard_engine::practice::elma365::Outcomes;
use switchboard_tests::practice::{Chatwoot, Elma365};
use switchboard_tests::{eventually, happens};

use super::e2e_links::{across, quiet, relay, two_chatwoots};

#[tokio::test]
async fn a_practice_customer_of_elma365_proves_the_channel_works() {
    let relay = relay().await;
    let elma = Elma365::new(&relay, "Company", "").await;
    let which = json!({ "channel": elma.channel.id });
    let chat = relay.call("customer.get", which.clone()).await;
    assert_eq!((&chat["error"]["code"], &chat["chat"]), (&json!("LINK-04"), &Value::Null), "{chat}");
    let send = |text: &str| json!({ "channel": elma.channel.id, "text": text });
    assert_eq!(relay.refused("customer.send", send("Hello?")).await, "LINK-04");
    elma.connect().await;
    elma.server.switch(|switches| switches.outcomes = Outcomes::Success);

    assert_eq!(relay.refused("customer.send", send("  ")).await, "DATA-02");
    let chat = relay.call("customer.send", send("Is anybody there?")).await;
    let key = chat["chat"].as_str().unwrap().to_owned();
    assert_eq!((&chat["error"], &chat["canClean"]), (&Value::Null, &json!(false)));
    let taken = elma.taken(1).await.remove(0);
    assert_eq!((taken.chat.as_str(), taken.text.as_str()), (key.as_str(), "Is anybody there?"));
    elma.write(&key, "Yes").await;
    let shown = eventually("the answer and its own state", async || {
        let chat = relay.call("customer.get", which.clone()).await;
        let messages = chat["messages"].as_array().unwrap().clone();
        let told = messages.len() == 2 && messages[0]["state"] == "delivered";
        told.then_some(messages)
    })
    .await;
    assert_eq!((&shown[0]["from"], &shown[1]["from"]), (&json!("customer"), &json!("operator")));
    assert_eq!((&shown[1]["text"], &shown[1]["state"]), (&json!("Yes"), &json!("received")));
    assert!(shown[0]["exchange"].is_string());

    let cleared = relay.call("customer.clear", which.clone()).await;
    assert_eq!((&cleared["chat"], &cleared["messages"]), (&Value::Null, &json!([])));
    let again = relay.call("customer.send", send("Once more")).await;
    assert_ne!(again["chat"], json!(key), "another run is another chat");
    assert_eq!(again["messages"].as_array().unwrap().len(), 1);
    assert_eq!(elma.taken(2).await[1].chat, again["chat"].as_str().unwrap());
    assert!(elma.server.look(|state| state.connected), "cleaning up ends no connection");

    relay.call("channel.disconnect", json!({ "id": elma.channel.id })).await;
    elma.until("disconnected", |state| (!state.connected).then_some(())).await;
    eventually("the channel knows", async || {
        let channel = relay.call("channel.get", json!({ "id": elma.channel.id })).await;
        (channel["state"] == "disconnected").then_some(())
    })
    .await;
    assert_eq!(relay.refused("customer.send", send("Gone?")).await, "LINK-04");
}

#[tokio::test]
async fn a_practice_customer_of_chatwoot_is_cleaned_up_there() {
    let relay = relay().await;
    let desk = Chatwoot::api(&relay, "Desk", "").await;
    let which = json!({ "channel": desk.channel.id });
    let authorization = format!("Bearer {}", relay.token);
    let headers = [("authorization", authorization.as_str()), ("content-type", "text/plain")];
    let place = format!("/api/files?name=note.txt&channel={}", desk.channel.id);
    let upload = relay.console("POST", &place, &headers, "a note").await;
    let file = upload.json()["ok"]["id"].clone();
    let input = json!({ "channel": desk.channel.id, "text": "Practising", "files": [file] });
    let key = relay.call("customer.send", input).await["chat"].as_str().unwrap().to_owned();
    let chat = desk.said(&key, &["Practising"]).await;
    assert_eq!(chat.said()[0].attachments[0].name, "note.txt");
    desk.server.reply(chat.id, "I see");
    let messages = eventually("the answer", async || {
        let chat = relay.call("customer.get", which.clone()).await;
        let messages = chat["messages"].as_array().unwrap().clone();
        (messages.len() == 2).then_some(messages)
    })
    .await;
    let url = messages[0]["files"][0]["url"].as_str().expect("an address of the relay");
    let served = relay.http.send("GET", url, &[], String::new()).await.unwrap();
    assert_eq!((served.status, served.text().as_str()), (200, "a note"));

    let cleared = relay.call("customer.clear", which).await;
    assert_eq!((&cleared["canClean"], &cleared["messages"]), (&json!(true), &json!([])));
    let resolved = |state: &switchboard_engine::practice::chatwoot::State| {
        (state.chat(chat.id)?.status == "resolved").then_some(())
    };
    happens("resolved there", desk.server.until(resolved)).await;
    quiet(&relay, &[&desk]).await;
    let chats = desk.server.look(|state| state.chats.len());
    assert_eq!(chats, 1, "cleaning up begins nothing");
}

#[tokio::test]
async fn an_operator_answers_at_our_screen() {
    let relay = relay().await;
    let (website, desk) = two_chatwoots(&relay, json!({})).await;
    website.server.write(website.inbox, "ada", "Hello");
    let chat = desk.said(&across(&website.channel, "ada"), &["Hello"]).await;
    quiet(&relay, &[&website, &desk]).await;
    let reply = |text: &str, private: bool| json!({ "channel": desk.channel.id, "conversation": chat.id.to_string(), "text": text, "private": private });
    let replied = relay.call("conversation.reply", reply("Hi Ada", false)).await;
    website.said("ada", &["Hello", "Hi Ada"]).await;
    let row = relay.call("traffic.get", json!({ "id": replied["exchange"] })).await;
    assert_eq!(row["row"]["source"], "screen", "{row}");
    relay.call("conversation.reply", reply("a note", true)).await;
    let noted = |state: &switchboard_engine::practice::chatwoot::State| {
        state.chat(chat.id)?.messages.iter().any(|message| message.private).then_some(())
    };
    happens("the note", desk.server.until(noted)).await;
    quiet(&relay, &[&website, &desk]).await;
    website.said("ada", &["Hello", "Hi Ada"]).await;

    let elma = Elma365::connected(&relay, "Company", "").await;
    let reply = json!({ "channel": elma.channel.id, "conversation": "x", "text": "Hi" });
    assert_eq!(relay.refused("conversation.reply", reply).await, "KIND-01");
}
