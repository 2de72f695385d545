//! The outbox: what an endpoint may ask for, how it is refused, and what it is told became of it.

use bytes::Bytes;
use serde_json::{Value, json};
use switchboard_tests::client::Answer;
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::eventually;
use switchboard_tests::practice::{Chatwoot, Elma365};
use switchboard_tests::relay::{Channel, Relay};

use crate::set;

/// Posts to an outbox with these headers and no others.
async fn post(relay: &Relay, path: &str, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Answer {
    relay.http.send("POST", &format!("{}{path}", relay.relay), headers, body).await.expect("an answer")
}

fn bearer(channel: &Channel) -> String {
    format!("Bearer {}", channel.endpoint_token)
}

fn code(answer: &Answer) -> String {
    answer.json()["error"]["code"].as_str().unwrap_or_default().to_owned()
}

/// A form: each part its name, its file name or none, and its content.
fn form(parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
        let head = format!("--XX\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--XX--\r\n");
    body
}

async fn post_form(relay: &Relay, channel: &Channel, parts: &[(&str, Option<&str>, &[u8])]) -> Answer {
    let authorization = bearer(channel);
    let headers =
        [("authorization", authorization.as_str()), ("content-type", "multipart/form-data; boundary=XX")];
    post(relay, &channel.outbox_path, &headers, form(parts)).await
}

/// The rows of the log that came to a channel's outbox, newest first.
async fn asked(relay: &Relay, channel: &Channel) -> Vec<Value> {
    relay.traffic(json!({ "channel": channel.id, "direction": "in" })).await
}

#[tokio::test]
async fn a_message_is_kept_sent_and_its_fate_can_be_asked_for() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let body = json!({ "chat": "chat-12", "chatName": "Order A-1", "text": "Where is it?", "messageId": "63", "contact": { "id": "user-12", "name": "Ada" } });
    let answer = relay.ask(&chatwoot.channel, &body).await;
    assert_eq!((answer.status, &answer.json()["state"]), (202, &json!("received")), "{}", answer.text());
    let id = answer.json()["id"].as_str().unwrap().to_owned();

    let sent = relay.sent_until(&chatwoot.channel, &id, "delivered").await;
    let chat = chatwoot.said("chat-12", &["Where is it?"]).await;
    assert_eq!(
        (&sent["id"], &sent["kind"], &sent["code"]),
        (&json!(id), &json!("message.received"), &Value::Null)
    );
    assert_eq!(sent["platformId"], json!(chat.newest().unwrap().id.to_string()));

    let rows = asked(&relay, &chatwoot.channel).await;
    let row = rows.iter().find(|row| row["source"] == "endpoint").expect("a row of its own");
    assert_eq!((&row["status"], &row["kind"]), (&json!(202), &json!("message.received")));
    let detail = relay.exchange(row).await;
    assert!(detail.to_string().contains("Where is it?"), "{detail}");
    assert!(!detail.to_string().contains(&chatwoot.channel.endpoint_token), "the token is shown: {detail}");
}

#[tokio::test]
async fn asking_is_no_row_of_the_log_and_only_for_what_was_asked_there() {
    let relay = Relay::start().await;
    let (one, two) = (Chatwoot::api(&relay, "One", "").await, Chatwoot::api(&relay, "Two", "").await);
    let id = relay.send(&one.channel, json!({ "chat": "c", "text": "Hello" })).await;
    relay.sent_until(&one.channel, &id, "delivered").await;
    // The platform tells of its own meanwhile.
    let endpoints =
        async || relay.traffic(json!({})).await.iter().filter(|row| row["source"] == "endpoint").count();
    let before = endpoints().await;

    let authorization = bearer(&two.channel);
    let headers = [("authorization", authorization.as_str())];
    for id in [id.as_str(), "0000000000001", "nonsense", "../openapi"] {
        let url = format!("{}{}/{id}", relay.relay, two.channel.outbox_path);
        let answer = relay.http.send("GET", &url, &headers, "").await.unwrap();
        assert_eq!((answer.status, code(&answer).as_str()), (404, "ID-05"), "{id}");
    }
    let url = format!("{}{}/{id}", relay.relay, one.channel.outbox_path);
    assert_eq!(
        relay.http.send("GET", &url, &headers, "").await.unwrap().status,
        401,
        "with another channel's token"
    );
    assert_eq!(relay.http.send("GET", &url, &[], "").await.unwrap().status, 401);
    let deleted = relay
        .http
        .send("DELETE", &url, &[("authorization", bearer(&one.channel).as_str())], "")
        .await
        .unwrap();
    assert_eq!((deleted.status, deleted.headers["allow"].to_str().unwrap()), (405, "GET, HEAD"));
    assert_eq!(endpoints().await, before, "asking was logged");
}

#[tokio::test]
async fn whoever_does_not_show_the_token_is_refused_and_nothing_of_it_is_kept() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let channel = &chatwoot.channel;
    let token = &channel.endpoint_token;
    let body = json!({ "chat": "c", "text": "a stranger's words" }).to_string();
    let wrong = [
        String::new(),
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        "Bearer wrong".to_owned(),
        format!("Basic {token}"),
        token.clone(),
        format!("Bearer {token}x"),
        format!("Bearer {}", relay.token),
    ];
    for authorization in &wrong {
        let headers = [("authorization", authorization.as_str())];
        let answer = post(&relay, &channel.outbox_path, &headers, body.clone()).await;
        assert_eq!((answer.status, code(&answer).as_str()), (401, "AUTH-03"), "{authorization:?}");
        assert!(
            answer.headers["www-authenticate"].to_str().unwrap().starts_with("Bearer"),
            "{authorization:?}"
        );
        assert!(answer.json()["error"]["message"].is_string());
    }
    assert_eq!(post(&relay, &channel.outbox_path, &[], body).await.status, 401);
    let rows = asked(&relay, channel).await;
    assert_eq!(rows.len(), wrong.len() + 1);
    for row in &rows {
        let detail = relay.exchange(row).await;
        assert_eq!((&row["code"], &detail["canProcess"]), (&json!("AUTH-03"), &json!(false)), "{detail}");
        assert!(!detail.to_string().contains("stranger"), "{detail}");
    }
    assert!(chatwoot.server.look(|state| state.chats.is_empty()), "something got through");

    // A new token takes the place of the old one at once.
    let fresh = relay.call("channel.rotate", json!({ "id": channel.id, "field": "endpointToken" })).await;
    let fresh = fresh["value"].as_str().unwrap().to_owned();
    assert_eq!(relay.ask(channel, &json!({ "chat": "c", "text": "old" })).await.status, 401);
    let shown = relay.call("channel.reveal", json!({ "id": channel.id, "field": "endpointToken" })).await;
    assert_eq!(shown["value"], json!(fresh));
    let renewed = Channel { endpoint_token: fresh, ..channel.clone() };
    relay.send(&renewed, json!({ "chat": "c", "text": "new" })).await;
    chatwoot.said("c", &["new"]).await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_in_words_and_kept_to_be_seen() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let elma = Elma365::connected(&relay, "Elma", "").await;
    let userlike = relay.channel(json!({ "name": "Userlike", "platform": "userlike" })).await;
    let authorization = bearer(&chatwoot.channel);
    let own = [("authorization", authorization.as_str()), ("content-type", "application/json")];
    for broken in [&b""[..], b"{\"chat\":", b"[]", b"\"text\"", b"\xff\xfe", b"null"] {
        let answer = post(&relay, &chatwoot.channel.outbox_path, &own, Bytes::copy_from_slice(broken)).await;
        assert_eq!((answer.status, code(&answer).as_str()), (400, "DATA-01"), "{broken:?}");
    }
    for (body, field) in [
        (json!({ "text": "no chat" }), "chat"),
        (json!({ "chat": "c" }), "text"),
        (json!({ "chat": "c", "text": "t", "contact": { "email": 5 } }), "contact.email"),
        (json!({ "chat": "c", "files": [{ "name": "a", "base64": "!" }] }), "files[0].base64"),
    ] {
        let answer = relay.ask(&chatwoot.channel, &body).await;
        let error = answer.json()["error"].clone();
        assert_eq!(
            (answer.status, &error["code"], &error["params"]["field"]),
            (422, &json!("DATA-02"), &json!(field))
        );
        assert!(error["message"].as_str().unwrap().contains(field), "{error}");
    }
    for (channel, body) in [
        (&elma.channel, json!({ "kind": "typing", "chat": "c" })),
        (&elma.channel, json!({ "chat": "c", "text": "t", "from": "operator" })),
        (&chatwoot.channel, json!({ "kind": "userInfo", "contact": { "id": "u" } })),
        (&userlike, json!({ "chat": "c", "text": "t" })),
    ] {
        let answer = relay.ask(channel, &body).await;
        let error = answer.json()["error"].clone();
        assert_eq!((answer.status, &error["code"]), (422, &json!("KIND-01")), "{body}: {error}");
        assert!(!error["message"].as_str().unwrap().contains("KIND-01"), "it has words: {error}");
    }
    let url = format!("{}{}", relay.relay, chatwoot.channel.outbox_path);
    let got = relay.http.send("GET", &url, &own[..1], "").await.unwrap();
    assert_eq!((got.status, got.headers["allow"].to_str().unwrap()), (405, "POST"));

    let rows = asked(&relay, &chatwoot.channel).await;
    assert_eq!(rows.len(), 6 + 4 + 1 + 1);
    for row in rows {
        assert_eq!((&row["result"], &row["source"]), (&json!("refused"), &json!("endpoint")), "{row}");
        assert_eq!(relay.exchange(&row).await["canProcess"], false, "{row}");
    }
    let refused = relay
        .ask(
            &chatwoot.channel,
            &json!({ "chat": "c", "text": 5, "files": [{ "name": "a", "base64": "c2VjcmV0" }] }),
        )
        .await;
    assert_eq!(refused.status, 422);
    let detail = relay.exchange(&asked(&relay, &chatwoot.channel).await[0]).await.to_string();
    assert!(!detail.contains("c2VjcmV0") && detail.contains("[6 bytes]"), "{detail}");
}

#[tokio::test]
async fn an_address_of_no_channel_and_a_channel_that_is_off_are_404() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let authorization = bearer(&chatwoot.channel);
    let own = [("authorization", authorization.as_str())];
    let body = json!({ "chat": "c", "text": "t" }).to_string();
    for path in ["/out/0000000000001", "/out/nonsense", "/out/", "/out/a/b/c"] {
        let answer = post(&relay, path, &own, body.clone()).await;
        assert_eq!((answer.status, code(&answer).as_str()), (404, "NET-03"), "{path}");
    }
    relay.call("channel.update", json!({ "id": chatwoot.channel.id, "mode": "off" })).await;
    let answer = relay.ask(&chatwoot.channel, &json!({ "chat": "c", "text": "t" })).await;
    assert_eq!((answer.status, code(&answer).as_str()), (404, "OFF-01"));
    assert_eq!(asked(&relay, &chatwoot.channel).await[0]["code"], "OFF-01");
}

#[tokio::test]
async fn a_paused_channel_takes_what_it_is_asked_for_and_sends_it_later_in_order() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    relay.call("channel.update", json!({ "id": chatwoot.channel.id, "mode": "paused" })).await;
    let mut last = String::new();
    for i in 0..5 {
        last = relay.send(&chatwoot.channel, json!({ "chat": "c", "text": format!("{i}") })).await;
    }
    relay.sent_until(&chatwoot.channel, &last, "onHold").await;
    assert!(chatwoot.server.look(|state| state.chats.is_empty()));
    relay.call("channel.update", json!({ "id": chatwoot.channel.id, "mode": "active" })).await;
    relay.sent_until(&chatwoot.channel, &last, "delivered").await;
    chatwoot.said("c", &["0", "1", "2", "3", "4"]).await;
}

#[tokio::test]
async fn the_same_name_is_one_message_however_often_and_at_once_it_is_asked_for() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let body = json!({ "chat": "c", "text": "Once", "messageId": "once" });
    let mut asking = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (http, authorization) = (relay.http.clone(), bearer(&chatwoot.channel));
        let (url, body) = (format!("{}{}", relay.relay, chatwoot.channel.outbox_path), body.to_string());
        asking.spawn(async move {
            http.send("POST", &url, &[("authorization", authorization.as_str())], body).await.unwrap()
        });
    }
    let answers = asking.join_all().await;
    let first = answers[0].json()["id"].clone();
    for answer in &answers {
        assert_eq!((answer.status, &answer.json()["id"]), (202, &first), "{}", answer.text());
    }
    let id = first.as_str().unwrap().to_owned();
    relay.sent_until(&chatwoot.channel, &id, "delivered").await;
    // The name is the channel's: elsewhere it is another message, and after a restart it is still the same.
    let relay = Relay::start_in(relay.kill().await).await;
    assert_eq!(relay.send(&chatwoot.channel, body).await, id);
    let more = relay
        .send(&chatwoot.channel, json!({ "chat": "c", "text": "Another", "messageId": "another" }))
        .await;
    relay.sent_until(&chatwoot.channel, &more, "delivered").await;
    chatwoot.said("c", &["Once", "Another"]).await;
}

#[tokio::test]
async fn what_was_answered_202_survives_a_kill_and_waits_for_the_platform() {
    let relay = Relay::start().await;
    let mut elma = Elma365::new(&relay, "Elma", "").await;
    let id =
        relay.send(&elma.channel, json!({ "chat": "c", "text": "Early", "contact": { "id": "u" } })).await;
    let relay = Relay::start_in(relay.kill().await).await;
    assert_eq!(relay.sent(&elma.channel, &id).await["state"], "waitingForPlatform");
    elma.moved(&relay);
    elma.connect().await;
    let taken = elma.taken(1).await;
    assert_eq!((taken[0].text.as_str(), taken[0].id.as_str()), ("Early", id.as_str()));
    eventually("they have it", async || {
        let state = relay.sent(&elma.channel, &id).await["state"].clone();
        (state == "accepted" || state == "delivered").then_some(())
    })
    .await;
}

#[tokio::test]
async fn files_come_in_the_request_at_an_address_or_as_parts_of_a_form() {
    let relay = Relay::start().await;
    let chatwoot = Chatwoot::api(&relay, "Support", "").await;
    let server = Endpoint::start(|_| {
        Reply::Answer(200, vec![("content-type", "text/plain".to_owned())], Bytes::from_static(b"fetched"))
    })
    .await;
    set(&relay, json!({ "fileHosts": [server.address()] })).await;
    let channel = &chatwoot.channel;
    let body = json!({ "chat": "c", "text": "Files", "files": [
        { "name": "a.txt", "base64": "aW4gdGhlIHJlcXVlc3Q=" },
        { "name": "b.txt", "url": format!("{}/b", server.url) },
    ] });
    let id = relay.send(channel, body).await;
    relay.sent_until(channel, &id, "delivered").await;
    let chat = chatwoot.said("c", &["Files"]).await;
    let attached = attachments(&relay, &chat.newest().unwrap().attachments).await;
    assert_eq!(
        attached,
        [
            ("a.txt".to_owned(), Bytes::from_static(b"in the request")),
            ("b.txt".to_owned(), Bytes::from_static(b"fetched"))
        ]
    );

    let request = json!({ "chat": "c", "text": "Form", "messageId": "f1" }).to_string();
    let large: Vec<u8> = (0..3_000_000_u32).map(|i| u8::try_from(i % 251).unwrap()).collect();
    let answer = post_form(
        &relay,
        channel,
        &[
            ("request", None, request.as_bytes()),
            ("file", Some("large.bin"), &large),
            ("other", Some("п.txt"), b"small"),
        ],
    )
    .await;
    assert_eq!(answer.status, 202, "{}", answer.text());
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    relay.sent_until(channel, &id, "delivered").await;
    let chat = chatwoot.said("c", &["Files", "Form"]).await;
    let attached = attachments(&relay, &chat.newest().unwrap().attachments).await;
    assert_eq!(
        attached,
        [("large.bin".to_owned(), Bytes::from(large)), ("п.txt".to_owned(), Bytes::from_static(b"small"))]
    );
    let row = asked(&relay, channel).await.into_iter().find(|row| row["preview"] == "Form").unwrap();
    let shown = relay.exchange(&row).await.to_string();
    assert!(shown.contains("large.bin") && shown.contains("3000000") && shown.len() < 20_000, "{shown}");

    // Fields may be parts of their own, and files alone are a message.
    let answer =
        post_form(&relay, channel, &[("chat", None, b"d"), ("file", Some("only.txt"), b"only")]).await;
    assert_eq!(answer.status, 202, "{}", answer.text());
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    relay.sent_until(channel, &id, "delivered").await;
    let answer =
        post_form(&relay, channel, &[("request", None, b"{broken"), ("file", Some("a"), b"b")]).await;
    assert_eq!((answer.status, code(&answer).as_str()), (422, "DATA-02"));
}

async fn attachments(
    relay: &Relay,
    attachments: &[switchboard_engine::practice::chatwoot::Attachment],
) -> Vec<(String, Bytes)> {
    let mut out = Vec::new();
    for attachment in attachments {
        let mut got = relay.http.send("GET", &attachment.url, &[], "").await.unwrap();
        if let Some(there) = got.headers.get("location") {
            got = relay.http.send("GET", there.to_str().unwrap(), &[], "").await.unwrap();
        }
        out.push((attachment.name.clone(), got.body));
    }
    out
}

#[tokio::test]
async fn a_form_brings_files_of_40_mib_and_no_more_and_json_10_mib() {
    let relay = Relay::start().await;
    let elma = Elma365::connected(&relay, "Elma", "").await;
    let request = json!({ "chat": "c", "contact": { "id": "u" } }).to_string();
    let largest = vec![5_u8; 40 << 20];
    let parts: [(&str, Option<&str>, &[u8]); 2] =
        [("request", None, request.as_bytes()), ("file", Some("largest.bin"), &largest)];
    let answer = post_form(&relay, &elma.channel, &parts).await;
    assert_eq!(answer.status, 202, "{}", answer.text());
    let taken = elma.taken(1).await;
    let (name, address) = &taken[0].files[0];
    assert_eq!(name, "largest.bin");
    let got = relay.http.send("GET", address, &[], "").await.unwrap();
    assert!(got.status == 200 && got.body == largest, "{} {}", got.status, got.body.len());

    let larger = vec![5_u8; (40 << 20) + 1];
    let parts: [(&str, Option<&str>, &[u8]); 2] =
        [("request", None, request.as_bytes()), ("file", Some("larger.bin"), &larger)];
    // The relay may hang up on whoever goes on sending.
    let authorization = bearer(&elma.channel);
    let headers =
        [("authorization", authorization.as_str()), ("content-type", "multipart/form-data; boundary=XX")];
    let url = format!("{}{}", relay.relay, elma.channel.outbox_path);
    if let Ok(answer) = relay.http.send("POST", &url, &headers, form(&parts)).await {
        assert_eq!((answer.status, code(&answer).as_str()), (413, "SIZE-01"));
    }
    let json = json!({ "chat": "c", "text": "t".repeat(10 << 20) }).to_string();
    if let Ok(answer) = relay.http.send("POST", &url, &headers[..1], json).await {
        assert_eq!((answer.status, code(&answer).as_str()), (413, "SIZE-01"));
    }
    let refused = json!({ "channel": elma.channel.id, "state": "refused" });
    let rows = relay.traffic_until("both are kept as refused", refused, |rows| rows.len() == 2).await;
    assert!(rows.iter().all(|row| row["code"] == "SIZE-01"), "{rows:#?}");
}

#[tokio::test]
async fn elma365_says_who_a_user_is_and_gets_the_picture_of_ours() {
    let relay = Relay::start().await;
    let elma = Elma365::connected(&relay, "Elma", "").await;
    let id =
        relay.send(&elma.channel, json!({ "kind": "userInfo", "contact": { "id": "operator-7" } })).await;
    let sent = relay.sent_until(&elma.channel, &id, "delivered").await;
    assert_eq!(
        (&sent["kind"], &sent["result"]["fullName"]),
        (&json!("contact.requested"), &json!("Olga Operator")),
        "{sent}"
    );

    let server = Endpoint::start(|_| {
        Reply::Answer(200, vec![("content-type", "image/png".to_owned())], Bytes::from_static(b"a picture"))
    })
    .await;
    set(&relay, json!({ "fileHosts": [server.address()] })).await;
    let contact = json!({ "id": "user-12", "name": "Ada", "email": "ada@example.test", "avatarUrl": format!("{}/ada.png", server.url) });
    relay.send(&elma.channel, json!({ "kind": "contact", "contact": contact })).await;
    for i in 0..3 {
        relay.send(&elma.channel, json!({ "chat": "c", "text": format!("{i}"), "contact": contact })).await;
    }
    eventually("the picture is told with the rest", async || {
        let (status, answer) = elma.server.ask("user-12").await.unwrap();
        assert_eq!(
            (status.as_u16(), &answer["fullName"], &answer["email"]),
            (200, &json!("Ada"), &json!("ada@example.test"))
        );
        (answer["avatar"] == "YSBwaWN0dXJl").then_some(())
    })
    .await;
    assert_eq!(server.so_far().len(), 1, "the same picture was fetched again");
}

#[tokio::test]
async fn the_outbox_describes_itself_to_anybody() {
    let relay = Relay::start().await;
    let answer = relay.http.send("GET", &format!("{}/out/openapi.json", relay.relay), &[], "").await.unwrap();
    assert_eq!((answer.status, answer.headers["content-type"].to_str().unwrap()), (200, "application/json"));
    let description = answer.json();
    assert_eq!(description["openapi"], "3.1.0");
    for line in relay.call("outbox.kinds", json!({})).await.as_array().unwrap() {
        let published = &description["x-kinds"]["table"][line["kind"].as_str().unwrap()]
            [line["platform"].as_str().unwrap()];
        assert_eq!(published, &line["from"], "{line}");
    }
    assert_eq!(post(&relay, "/out/openapi.json", &[], "{}").await.status, 405);
    assert!(relay.traffic(json!({})).await.is_empty(), "reading the description was logged");
}
