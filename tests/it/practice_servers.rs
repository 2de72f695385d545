//! The practice platforms themselves: that they answer in the shapes of the samples and keep the platforms' rules.

use bytes::Bytes;
use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::{Draft, Limits, Role, Server, Switches};
use switchboard_engine::practice::elma365::{self, Outcomes};
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::client::{Answer, Http};
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::platforms::{chatwoot_signature, sample_json};

/// A practice Chatwoot and whoever calls its API.
struct Caller {
    server: Server,
    http: Http,
    inbox: i64,
}

impl Caller {
    async fn new(webhook: Option<&str>) -> Self {
        let server = Server::start(Switches::default()).await.unwrap();
        let inbox = server.api_inbox("Support", webhook);
        Self { server, http: Http::default(), inbox }
    }

    async fn send(&self, method: &str, path: &str, body: Value) -> Answer {
        let url = format!("{}/api/v1/accounts/1{path}", self.server.url());
        let headers = [("content-type", "application/json"), ("api_access_token", self.server.token())];
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.http.send(method, &url, &headers, body).await.unwrap()
    }

    async fn ok(&self, method: &str, path: &str, body: Value) -> Value {
        let answer = self.send(method, path, body).await;
        assert_eq!(answer.status, 200, "{method} {path}: {}", answer.text());
        answer.json()
    }

    async fn refused(&self, method: &str, path: &str, body: Value, status: u16, sample: &str) {
        let answer = self.send(method, path, body).await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text());
        assert_eq!(answer.json(), sample_json(&format!("chatwoot/error.{status}.{sample}.json")));
    }

    /// A contact, its key and its conversation.
    async fn chat(&self, key: &str) -> (i64, i64) {
        let made = self
            .ok("POST", "/contacts", json!({ "inbox_id": self.inbox, "name": key, "source_id": key }))
            .await;
        let contact = made["payload"]["contact"]["id"].as_i64().unwrap();
        let chat = json!({ "source_id": key, "inbox_id": self.inbox, "contact_id": contact });
        (contact, self.ok("POST", "/conversations", chat).await["id"].as_i64().unwrap())
    }

    async fn say(&self, chat: i64, body: Value) -> Answer {
        self.send("POST", &format!("/conversations/{chat}/messages"), body).await
    }
}

/// Both have the same fields of the same types, all the way down; what is null in one may be anything in the other.
fn same_shape(sample: &Value, actual: &Value, at: &str) {
    match (sample, actual) {
        (Value::Null, _) | (_, Value::Null) => {}
        (Value::Object(sample), Value::Object(actual)) => {
            // Freely filled, or somebody of another kind.
            if at.ends_with("_attributes")
                || at.contains("changed_attributes")
                || sample.get("type") != actual.get("type")
            {
                return;
            }
            let names = |object: &serde_json::Map<String, Value>| {
                let mut names: Vec<String> = object.keys().cloned().collect();
                names.sort();
                names
            };
            assert_eq!(names(sample), names(actual), "{at}");
            for (name, value) in sample {
                same_shape(value, &actual[name], &format!("{at}.{name}"));
            }
        }
        (Value::Array(sample), Value::Array(actual)) => {
            if let (Some(sample), Some(actual)) = (sample.first(), actual.first()) {
                same_shape(sample, actual, &format!("{at}[]"));
            }
        }
        _ => assert_eq!(
            std::mem::discriminant(sample),
            std::mem::discriminant(actual),
            "{at}: {sample} and {actual}"
        ),
    }
}

fn like(sample: &str, actual: &Value) {
    same_shape(&sample_json(&format!("chatwoot/{sample}.json")), actual, sample);
}

#[tokio::test]
async fn answers_have_the_shapes_of_the_samples() {
    let caller = Caller::new(Some("http://127.0.0.1:9/")).await;
    let contact = json!({
        "inbox_id": caller.inbox, "name": "Ada", "email": "ada@example.test", "phone_number": "+15550100001",
        "identifier": "crm-1", "custom_attributes": { "plan": "gold" }, "source_id": "chat-1",
    });
    let made = caller.ok("POST", "/contacts", contact).await;
    like("response.contact_create", &made);
    let contact = made["payload"]["contact"]["id"].as_i64().unwrap();
    let place = json!({ "inbox_id": caller.inbox, "source_id": "chat-1" });
    like(
        "response.contact_inbox_create",
        &caller.ok("POST", &format!("/contacts/{contact}/contact_inboxes"), place).await,
    );
    let chat = json!({ "source_id": "chat-1", "inbox_id": caller.inbox, "contact_id": contact });
    let chat = caller.ok("POST", "/conversations", chat).await;
    like("response.conversation_create", &chat);
    let id = chat["id"].as_i64().unwrap();
    let message =
        json!({ "content": "Hello", "message_type": "incoming", "source_id": "x:1", "echo_id": "e" });
    like("response.message_create.incoming", &caller.say(id, message).await.json());
    caller.server.reply(id, Draft::from("See").file("shot.png", "image/png", "bytes"));
    caller.ok("POST", &format!("/conversations/{id}/assignments"), json!({ "assignee_id": 11 })).await;
    for (path, sample) in [
        ("/inboxes".to_owned(), "response.inboxes_list"),
        (format!("/inboxes/{}", caller.inbox), "response.inbox_create_or_show.admin"),
        (format!("/contacts/{contact}"), "response.contact_show_or_update"),
        (format!("/contacts/{contact}/conversations"), "response.contact_conversations"),
        ("/contacts/search?q=%2B1555".to_owned(), "response.contacts_search"),
        ("/contacts?page=1".to_owned(), "response.contacts_list_or_filter"),
        (format!("/conversations/{id}"), "response.conversation_show"),
        ("/conversations?status=all".to_owned(), "response.conversations_list"),
        ("/conversations/meta".to_owned(), "response.conversations_meta"),
        (format!("/conversations/{id}/messages"), "response.messages_list"),
    ] {
        let mut answer = caller.ok("GET", &path, Value::Null).await;
        // The sample's newest message has no file.
        strip(&mut answer, "attachments");
        like(sample, &answer);
    }
    let shown = caller.ok("GET", &format!("/conversations/{id}/messages?after=70001"), Value::Null).await;
    like("response.message_create.outgoing_attachment", &shown["payload"][0]);
    let painted = caller
        .ok("PATCH", &format!("/conversations/{id}/messages/70001"), json!({ "status": "delivered" }))
        .await;
    assert_eq!(painted["status"], "delivered");
    let toggled = caller
        .ok("POST", &format!("/conversations/{id}/toggle_status"), json!({ "status": "resolved" }))
        .await;
    like("response.toggle_status", &toggled);
    let hook =
        json!({ "url": "http://127.0.0.1:9/a", "name": "bridge", "subscriptions": ["message_created"] });
    like("response.webhook_create", &caller.ok("POST", "/webhooks", hook).await);
    like("response.webhooks_list", &caller.ok("GET", "/webhooks", Value::Null).await);
    let filter = json!({ "payload": [{ "attribute_key": "email", "filter_operator": "equal_to", "values": ["ADA@example.test"] }] });
    let found = caller.ok("POST", "/contacts/filter?page=1", filter).await;
    assert_eq!(found["payload"][0]["id"], contact);
    like("response.contacts_list_or_filter", &found);
    let url = format!("{}/api/v1/profile", caller.server.url());
    let profile =
        caller.http.send("GET", &url, &[("api-access-token", caller.server.token())], "").await.unwrap();
    like("response.profile", &profile.json());
}

fn strip(value: &mut Value, name: &str) {
    match value {
        Value::Object(object) => {
            object.remove(name);
            object.values_mut().for_each(|value| strip(value, name));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| strip(value, name)),
        _ => {}
    }
}

#[tokio::test]
async fn webhooks_have_the_shapes_of_the_samples_and_fitting_signatures() {
    let endpoint = Endpoint::good().await;
    let caller = Caller::new(Some(&endpoint.url)).await;
    let (_, chat) = caller.chat("chat-1").await;
    caller.say(chat, json!({ "content": "Hello", "message_type": "incoming" })).await;
    caller.server.reply(chat, "Hi");
    caller.server.reply(chat, Draft::from("See").file("shot.png", "image/png", "bytes"));
    caller.server.reply(chat, Draft::from("Careful").private());
    caller.server.type_in(chat, true);
    caller.server.delete(chat, 70_002);
    caller.server.resolve(chat);
    let all = endpoint
        .until("everything is told", |all| {
            all.iter().any(|one| {
                one.json()["status"] == "resolved" && one.json()["event"] == "conversation_updated"
            })
        })
        .await;
    let events: Vec<String> =
        all.iter().map(|one| one.json()["event"].as_str().unwrap().to_owned()).collect();
    assert_eq!(
        events,
        [
            "conversation_created",
            "message_created",
            "conversation_updated",
            "message_created",
            "conversation_updated",
            "message_created",
            "message_created",
            "conversation_typing_on",
            "message_updated",
            "conversation_status_changed",
            "conversation_updated",
        ]
    );
    let bodies: Vec<Value> = all.iter().map(switchboard_tests::endpoint::Received::json).collect();
    for (at, sample) in [
        (0, "conversation_created"),
        (1, "message_created.incoming"),
        (2, "conversation_updated"),
        (3, "message_created.outgoing"),
        (5, "message_created.outgoing_attachment"),
        (7, "conversation_typing_on"),
        (9, "conversation_status_changed"),
    ] {
        let mut body = bodies[at].clone();
        if at > 5 {
            strip(&mut body, "attachments");
        }
        like(&format!("webhook.{sample}"), &body);
    }
    assert_eq!(bodies[6]["private"], true);
    assert_eq!(
        bodies[6]["conversation"]["messages"][0]["content"], "See",
        "a note is no customer's business"
    );
    assert_eq!(bodies[8]["content_attributes"]["deleted"], true);
    let secret = caller.ok("GET", &format!("/inboxes/{}", caller.inbox), Value::Null).await["secret"].clone();
    for one in &all {
        let signature =
            chatwoot_signature(secret.as_str().unwrap(), one.header("x-chatwoot-timestamp"), &one.body);
        assert_eq!(one.header("x-chatwoot-signature"), signature);
        assert_eq!(one.header("x-chatwoot-delivery").len(), 36);
    }
}

#[tokio::test]
async fn errors_have_the_shapes_of_the_samples() {
    let caller = Caller::new(None).await;
    let website = caller.server.website_inbox("Website");
    let (website_chat, message) = caller.server.write(website, "visitor", "Hi").unwrap();
    let (first, chat) = caller.chat("chat-1").await;
    let url = format!("{}/api/v1/accounts/1/inboxes", caller.server.url());
    let get = async |url: String, headers: &[(&str, &str)]| {
        caller.http.send("GET", &url, headers, "").await.unwrap()
    };
    let missing = get(url.clone(), &[]).await;
    assert_eq!((missing.status, missing.json()), (401, sample_json("chatwoot/error.401.missing_token.json")));
    let unknown = get(url.clone(), &[("api_access_token", "nobody's")]).await;
    assert_eq!((unknown.status, unknown.json()), (401, sample_json("chatwoot/error.401.invalid_token.json")));
    let other = get(url.replace("/1/", "/2/"), &[("api_access_token", caller.server.token())]).await;
    assert_eq!(
        (other.status, other.json()),
        (401, sample_json("chatwoot/error.401.not_account_member.json"))
    );
    let none = get(url.replace("/1/", "/3/"), &[("api_access_token", caller.server.token())]).await;
    assert_eq!((none.status, none.json()), (404, sample_json("chatwoot/error.404.not_found.json")));
    let bot = caller.server.token_for(Role::Bot);
    let bot = get(url.clone(), &[("api_access_token", &bot)]).await;
    assert_eq!((bot.status, bot.json()), (401, sample_json("chatwoot/error.401.bot_endpoint.json")));
    let agent = caller.server.token_for(Role::Agent);
    let hooks = get(url.replace("inboxes", "webhooks"), &[("api_access_token", &agent)]).await;
    assert_eq!((hooks.status, hooks.json()), (401, sample_json("chatwoot/error.401.not_permitted.json")));
    let seen = get(format!("{url}/{}", caller.inbox), &[("api_access_token", &agent)]).await;
    like("response.inbox_show.agent", &seen.json());

    caller.refused("GET", "/contacts/search", Value::Null, 422, "search_without_q").await;
    caller.refused("POST", "/conversations", json!({ "source_id": "nobody's" }), 404, "not_found").await;
    let incoming = json!({ "content": "x", "message_type": "incoming" });
    let path = format!("/conversations/{website_chat}/messages");
    caller.refused("POST", &path, incoming, 422, "incoming_on_non_api").await;
    let path = format!("{path}/{message}");
    caller.refused("PATCH", &path, json!({ "status": "read" }), 403, "status_update_not_api_inbox").await;
    let phone = json!({ "phone_number": "+15550100001" });
    caller.ok("POST", "/contacts", phone.clone()).await;
    caller.refused("POST", "/contacts", phone, 422, "record_invalid").await;
    let wrong = caller.send("POST", "/contacts", json!({ "phone_number": "0555" })).await;
    assert_eq!(wrong.json()["message"], "Phone number should be in e164 format");

    // Whose key is another's.
    let second =
        caller.ok("POST", "/contacts", json!({ "name": "Bo" })).await["payload"]["contact"]["id"].clone();
    assert_ne!(second, first);
    let theirs = json!({ "source_id": "chat-1", "inbox_id": caller.inbox, "contact_id": second });
    let clash = caller.send("POST", "/conversations", theirs.clone()).await;
    assert_eq!((clash.status, clash.json()), (422, json!({ "error": "source_id should be unique" })));
    assert_eq!(caller.send("POST", &format!("/contacts/{second}/contact_inboxes"), theirs).await.status, 500);
    let known = caller.server.look(|state| state.contacts.len());
    let third = json!({ "name": "Cy", "source_id": "chat-1", "inbox_id": caller.inbox });
    assert_eq!(caller.send("POST", "/contacts", third).await.status, 500);
    assert_eq!(caller.server.look(|state| state.contacts.len()), known, "nothing is kept");

    caller.server.switch(|switches| switches.limits.messages = 1);
    assert_eq!(caller.say(chat, json!({ "content": "one" })).await.status, 200);
    caller
        .refused(
            "POST",
            &format!("/conversations/{chat}/messages"),
            json!({ "content": "two" }),
            422,
            "message_rejected",
        )
        .await;
    caller.server.switch(|switches| switches.suspended = true);
    caller.refused("GET", "/inboxes", Value::Null, 401, "account_suspended").await;
}

#[tokio::test]
async fn pages_of_messages_and_conversations_end_where_chatwoot_ends_them() {
    let caller = Caller::new(None).await;
    let (_, chat) = caller.chat("chat-1").await;
    for number in 0..130 {
        caller.server.reply(chat, format!("{number}").as_str());
    }
    let texts = async |query: &str| -> Vec<String> {
        let page = caller.ok("GET", &format!("/conversations/{chat}/messages{query}"), Value::Null).await;
        let page = page["payload"].as_array().unwrap().clone();
        page.iter().map(|one| one["content"].as_str().unwrap().to_owned()).collect()
    };
    let numbers = |range: std::ops::Range<u32>| range.map(|number| number.to_string()).collect::<Vec<_>>();
    // The first message's id is 70001.
    assert_eq!(texts("").await, numbers(110..130));
    assert_eq!(texts("?before=70011").await, numbers(0..10));
    assert_eq!(texts("?before=70101").await, numbers(80..100));
    assert_eq!(texts("?after=70001").await, numbers(1..101));
    assert_eq!(texts("?after=70001&before=70121").await, numbers(0..120));

    for number in 0..30 {
        caller.chat(&format!("more-{number}")).await;
    }
    let page = async |number: u32| {
        let path = format!("/conversations?status=all&page={number}");
        caller.ok("GET", &path, Value::Null).await["data"]["payload"].as_array().unwrap().len()
    };
    assert_eq!([page(1).await, page(2).await, page(3).await], [25, 6, 0]);
    let found = caller.ok("GET", "/conversations?status=all&source_id=more-7", Value::Null).await;
    assert_eq!(found["data"]["payload"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_locked_inbox_gives_the_last_conversation_and_a_customer_reopens_it() {
    let caller = Caller::new(None).await;
    let (contact, chat) = caller.chat("chat-1").await;
    let again = json!({ "source_id": "chat-1", "inbox_id": caller.inbox, "contact_id": contact });
    caller.server.resolve(chat);
    assert_ne!(caller.ok("POST", "/conversations", again.clone()).await["id"], chat, "a new one");
    caller.server.lock_to_single_conversation(caller.inbox, true);
    let last = caller.ok("POST", "/conversations", again.clone()).await["id"].as_i64().unwrap();
    assert_eq!(caller.ok("POST", "/conversations", again).await["id"], last);
    caller.server.resolve(last);
    caller.say(last, json!({ "content": "Once more", "message_type": "incoming" })).await;
    assert_eq!(caller.server.look(|state| state.chat(last).unwrap().status), "open");
}

#[tokio::test]
async fn what_nobody_takes_is_painted_failed_and_retry_begins_anew() {
    let endpoint = Endpoint::start(|_| Reply::status(401)).await;
    let caller = Caller::new(Some(&endpoint.url)).await;
    let (_, chat) = caller.chat("chat-1").await;
    let message = caller.server.reply(chat, "Hi").unwrap();
    let failed = caller.server.until(|state| {
        let message = state.chat(chat)?.message(message)?;
        (message.status == "failed").then(|| message.external_error().map(str::to_owned))
    });
    assert_eq!(failed.await.as_deref(), Some("401 Unauthorized"));
    endpoint.until("it is told", |all| all.iter().any(|one| one.json()["event"] == "message_updated")).await;
    caller.server.told_all().await;
    endpoint.behave(|_| Reply::ok());
    assert!(caller.server.retry(chat, message));
    endpoint
        .until("the retry is told", |all| {
            let last = all.last().map(switchboard_tests::endpoint::Received::json).unwrap_or_default();
            last["event"] == "message_updated" && last["content_attributes"] == json!({})
        })
        .await;
    assert_eq!(
        caller.server.look(|state| state.chat(chat).unwrap().message(message).unwrap().status),
        "sent"
    );
    caller.server.customer_reads(chat);
    assert_eq!(
        caller.server.look(|state| state.chat(chat).unwrap().message(message).unwrap().status),
        "read"
    );
}

#[tokio::test]
async fn files_come_as_a_form_and_are_found_behind_a_redirect() {
    let caller = Caller::new(None).await;
    let (_, chat) = caller.chat("chat-1").await;
    let url = format!("{}/api/v1/accounts/1/conversations/{chat}/messages", caller.server.url());
    let form = "--x\r\ncontent-disposition: form-data; name=\"content\"\r\n\r\nSee\r\n\
        --x\r\ncontent-disposition: form-data; name=\"attachments[]\"; filename=\"a b.png\"\r\ncontent-type: image/png\r\n\r\nbytes\r\n--x--\r\n";
    let headers =
        [("content-type", "multipart/form-data; boundary=x"), ("api_access_token", caller.server.token())];
    let answer = caller.http.send("POST", &url, &headers, form).await.unwrap().json();
    assert_eq!(answer["attachments"][0]["file_type"], "image");
    let place = caller
        .http
        .send("GET", answer["attachments"][0]["data_url"].as_str().unwrap(), &[], "")
        .await
        .unwrap();
    assert_eq!(place.status, 302);
    let place = place.headers["location"].to_str().unwrap().to_owned();
    let file = caller.http.send("GET", &place, &[], "").await.unwrap();
    assert_eq!(
        (file.body, file.headers["content-type"].to_str().unwrap()),
        (Bytes::from_static(b"bytes"), "image/png")
    );
}

#[tokio::test]
async fn faults_limits_and_moods_are_as_set() {
    let endpoint = Endpoint::good().await;
    let caller = Caller::new(Some(&endpoint.url)).await;
    let (_, chat) = caller.chat("chat-1").await;
    let url = format!("{}/api/v1/accounts/1/conversations/{chat}/messages", caller.server.url());
    let headers = [("content-type", "application/json"), ("api_access_token", caller.server.token())];
    let said = || caller.server.look(|state| state.chat(chat).unwrap().messages.len());

    caller.server.faults().next(1, "POST", "/messages", Fault::LoseAnswer);
    assert!(caller.http.send("POST", &url, &headers, r#"{"content":"lost"}"#).await.is_err());
    assert_eq!(said(), 1, "it was done all the same");
    caller.server.faults().down();
    assert!(caller.http.send("POST", &url, &headers, r#"{"content":"down"}"#).await.is_err());
    assert_eq!(said(), 1);
    caller.server.faults().up();
    caller.server.faults().next(1, "POST", "/messages", Fault::Answer(http::StatusCode::BAD_GATEWAY, "gone"));
    assert_eq!(caller.say(chat, json!({ "content": "x" })).await.status, 502);
    assert_eq!(said(), 1);

    // The webhook is there before the answer.
    caller.server.switch(|switches| switches.tells_first = true);
    let seen = endpoint.so_far().len();
    caller.say(chat, json!({ "content": "told first", "source_id": "x:1" })).await;
    let told = endpoint.so_far().split_off(seen);
    assert!(told.iter().any(|one| one.json()["source_id"] == "x:1"), "{told:#?}");

    caller.server.switch(|switches| {
        switches.old = true;
        switches.drops_source_id = true;
        switches.drops_underscores = true;
    });
    let refused = caller.say(chat, json!({ "content": "?" })).await;
    assert_eq!((refused.status, refused.json()), (401, sample_json("chatwoot/error.401.missing_token.json")));
    let dashed = [("content-type", "application/json"), ("api-access-token", caller.server.token())];
    let seen = endpoint.so_far().len();
    let body = r#"{"content":"dashed","source_id":"x:2"}"#;
    assert_eq!(caller.http.send("POST", &url, &dashed, body).await.unwrap().status, 200);
    let told = endpoint.so_far().split_off(seen).remove(0);
    assert!(
        told.headers.get("x-chatwoot-signature").is_none()
            && told.headers.get("x-chatwoot-delivery").is_none()
    );
    assert_eq!(told.json()["source_id"], Value::Null);
    assert!(told.json()["conversation"].get("account").is_none());

    caller.server.switch(|switches| {
        *switches = Switches { limits: Limits { searches: 1, ..Limits::default() }, ..Switches::default() };
    });
    caller.ok("GET", "/contacts/search?q=chat", Value::Null).await;
    let throttled = caller.send("GET", "/contacts/search?q=chat", Value::Null).await;
    assert_eq!((throttled.status, throttled.text().as_str()), (429, "Retry later\n"));
    assert!(throttled.headers.get("retry-after").is_none());
}

#[tokio::test]
async fn elma365_takes_messages_fetches_files_and_tells_outcomes() {
    let relay = Endpoint::good().await;
    let switches = elma365::Switches { outcomes: Outcomes::Failures(1), fetches_files: true };
    let server = elma365::Server::start("theirs", "ours", switches).await.unwrap();
    let http = Http::default();
    assert_eq!(server.connect(&relay.url).await.unwrap(), 200);
    let webhook = relay.received(1).await[0].json()["data"]["webhook"].as_str().unwrap().to_owned();
    assert!(webhook.starts_with(&server.url()));

    server.write("chat-1", "Hi", &[("a.txt", "text/plain", Bytes::from_static(b"file"))]).await.unwrap();
    let told = relay.received(2).await[1].json();
    let file = told["data"]["files"][0]["URL"].as_str().unwrap().to_owned();
    same_shape(&sample_json("elma365/to_messenger.message.json"), &told, "message");

    let mut body = sample_json("elma365/to_elma.message.json");
    body["data"]["files"][0]["URL"] = json!(file);
    assert_eq!(http.post(&webhook, body.to_string()).await.status, 401, "the token is another");
    body["token"] = json!("ours");
    assert_eq!(http.post(&webhook.replace("webhook/", "webhook/x"), body.to_string()).await.status, 404);
    for times in 1..=2 {
        assert_eq!(http.post(&webhook, body.to_string()).await.status, 200);
        let outcome = relay.received(2 + times).await[1 + times].json();
        assert_eq!(outcome["data"], json!({ "success": times == 2, "messageId": "message63" }));
    }
    assert_eq!(server.look(|state| (state.taken.len(), state.taken[0].times)), (1, 2));
    assert_eq!(server.look(|state| state.fetched[0].bytes.clone()).unwrap(), "file");
    server.faults().next(1, "POST", "", Fault::LoseAnswer);
    let headers = [("content-type", "application/json")];
    assert!(http.send("POST", &webhook, &headers, body.to_string()).await.is_err());
    assert_eq!(server.look(|state| state.taken[0].times), 3);
    let asked = json!({ "type": "userInfo", "token": "ours", "data": { "userId": "user1" } });
    assert_eq!(http.post(&webhook, asked.to_string()).await.json()["id"], "user1");
    assert_eq!(
        http.post(&webhook, json!({ "type": "disconnect", "token": "ours" }).to_string()).await.status,
        200
    );
    assert_eq!(http.post(&webhook, body.to_string()).await.status, 404);
}
