use http::HeaderValue;

use super::*;
use crate::domain::{Platform, Side};
use crate::platforms::contract::{NOW, channel, fixture, read_body};
use crate::platforms::{Reading, Trust};
use crate::secret::Secret;

fn at_server(inbox: Option<i64>) -> Channel {
    let options = ChatwootOptions { account_id: Some(1), inbox_id: inbox, ..ChatwootOptions::default() };
    Channel {
        api_url: Some("https://chat.example/".to_owned()),
        token: Secret::new("the token"),
        options: Options::Chatwoot(options),
        ..channel(Platform::Chatwoot)
    }
}

/// What an answer of this status and body is heard as.
fn hearing<T>(status: u16, body: &Value, hear: impl FnOnce(Heard<'_>) -> T) -> T {
    let headers =
        HeaderMap::from_iter([(http::header::CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
    let body = body.to_string();
    let status = StatusCode::from_u16(status).unwrap();
    hear(Heard { status, headers: &headers, body: body.as_bytes(), now: NOW })
}

const HOUR: i64 = 3_600;

/// So many seconds before now.
fn ago(seconds: i64) -> i64 {
    NOW.0 / 1_000 - seconds
}

fn since(seconds: i64) -> Timestamp {
    Timestamp(ago(seconds) * 1_000)
}

fn conversation(id: i64, active: i64) -> Value {
    json!({ "id": id, "inbox_id": 7, "status": "open", "last_activity_at": ago(active), "meta": { "sender": { "id": 70 + id } } })
}

fn list(conversations: &[Value]) -> Value {
    json!({ "data": { "meta": { "all_count": 3 }, "payload": conversations } })
}

fn message(id: i64, written: i64) -> Value {
    json!({ "id": id, "content": format!("message {id}"), "message_type": 0, "created_at": ago(written), "private": false,
            "conversation_id": 5, "inbox_id": 7, "content_type": "text", "sender": { "id": 75, "type": "contact" } })
}

#[test]
fn conversations_are_listed_page_by_page_until_one_is_older_than_the_gap() {
    let channel = at_server(Some(7));
    let asking = Asking::new(&channel).unwrap();
    let mut list_of = Conversations::new(since(HOUR));
    let call = list_of.call(asking).unwrap();
    assert_eq!(
        call.url,
        "https://chat.example/api/v1/accounts/1/conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page=1&inbox_id=7"
    );
    assert_eq!(call.headers[0], ("api_access_token".to_owned(), "the token".to_owned()));
    hearing(200, &list(&[conversation(1, 10), conversation(2, 20)]), |heard| list_of.hear(asking, heard))
        .unwrap();
    assert!(list_of.call(asking).unwrap().url.contains("&page=2&"), "all were newer");
    // Something was said meanwhile: the last of the first page comes again.
    let second = list(&[conversation(2, 20), conversation(3, 30), conversation(4, HOUR + 1)]);
    hearing(200, &second, |heard| list_of.hear(asking, heard)).unwrap();
    assert!(list_of.call(asking).is_none());
    let keys: Vec<_> = list_of.each().map(|messages| messages.key).collect();
    assert_eq!(keys, ["1", "2", "3"]);
}

#[test]
fn a_server_that_does_not_sort_is_asked_until_nothing_new_comes_and_other_inboxes_are_left_out() {
    let channel = at_server(Some(7));
    let asking = Asking::new(&channel).unwrap();
    let mut list_of = Conversations::new(since(HOUR));
    let mut elsewhere = conversation(9, 5);
    elsewhere["inbox_id"] = json!(8);
    let first = json!({ "payload": [conversation(1, HOUR * 2), conversation(2, 20), elsewhere] });
    hearing(200, &first, |heard| list_of.hear(asking, heard)).unwrap();
    assert!(list_of.call(asking).is_some());
    hearing(200, &json!({ "payload": [] }), |heard| list_of.hear(asking, heard)).unwrap();
    assert!(list_of.call(asking).is_none());
    assert_eq!(list_of.each().map(|messages| messages.key).collect::<Vec<_>>(), ["2"]);
}

#[test]
fn a_server_that_knows_no_pages_is_not_asked_for_ever_and_says_how_many_there_are() {
    let channel = at_server(Some(7));
    let asking = Asking::new(&channel).unwrap();
    let mut list_of = Conversations::new(Timestamp(i64::MIN));
    let page = list(&[conversation(1, 10), conversation(2, 20)]);
    hearing(200, &page, |heard| list_of.hear(asking, heard)).unwrap();
    assert_eq!((list_of.total(), list_of.take().len()), (Some(3), 2));
    assert!(list_of.call(asking).is_some());
    hearing(200, &page, |heard| list_of.hear(asking, heard)).unwrap();
    assert!(list_of.call(asking).is_none() && list_of.take().is_empty());
}

#[test]
fn what_has_moved_to_the_front_meanwhile_is_found_when_the_list_is_read_again() {
    let channel = at_server(Some(7));
    let asking = Asking::new(&channel).unwrap();
    let mut list_of = Conversations::new(Timestamp(i64::MIN));
    let hear = |list_of: &mut Conversations, page: &[Value]| {
        hearing(200, &list(page), |heard| list_of.hear(asking, heard)).unwrap();
        list_of.take().into_iter().map(|one| one.key).collect::<Vec<_>>()
    };
    assert_eq!(hear(&mut list_of, &[conversation(1, HOUR), conversation(2, HOUR * 2)]), ["1", "2"]);
    // The third was behind the second, and is before the first by now.
    assert!(hear(&mut list_of, &[]).is_empty());
    list_of.again_since(since(60));
    assert!(list_of.call(asking).unwrap().url.contains("&page=1&"));
    assert_eq!(hear(&mut list_of, &[conversation(3, 5), conversation(1, HOUR)]), ["3"]);
    assert!(list_of.call(asking).is_none(), "the rest has not moved");
}

#[test]
fn history_is_one_event_with_all_that_is_known() {
    let mut active = conversation(5, 10);
    active["labels"] = json!(["vip"]);
    active["custom_attributes"] = json!({ "order": "A-1" });
    active["meta"]["assignee"] = json!({ "id": 11, "name": "Noor" });
    let mut reading = messages(active);
    reading.set_chat("visitor-5".to_owned());
    let found = |id: i64, change: &dyn Fn(&mut Value)| {
        let mut body = message(id, HOUR);
        change(&mut body);
        Found { id, at: since(HOUR), body }
    };
    let pages = [
        found(1, &|_| {}),
        found(2, &|body| body["message_type"] = json!(2)),
        found(3, &|body| {
            body["message_type"] = json!(1);
            body["private"] = json!(true);
            body["sender"] = json!({ "id": 11, "name": "Noor", "type": "user" });
            body["attachments"] = json!([{ "data_url": "https://chat.example/plan.pdf", "file_size": 8 }]);
        }),
    ];
    let event = reading.history(&pages);
    assert_eq!(
        (event.kind, &event.identity, event.occurred_at),
        (EventKind::ConversationSnapshot, &None, Some(since(HOUR)))
    );
    let told = event.conversation.unwrap();
    assert_eq!((told.key.as_str(), told.chat.as_deref()), ("5", Some("visitor-5")));
    assert_eq!(
        (told.labels.as_deref(), told.operator.unwrap().name.as_deref()),
        (Some(&["vip".to_owned()][..]), Some("Noor"))
    );
    assert_eq!(told.attributes["custom_attributes"]["order"], "A-1");
    let [said, note] = &told.transcript[..] else { panic!("two of the three: {:?}", told.transcript) };
    assert_eq!((said.from, said.sent_at), (Side::Customer, Some(since(HOUR))));
    assert_eq!(
        (note.private, note.author.as_deref(), note.files[0].url.as_str()),
        (true, Some("Noor"), "https://chat.example/plan.pdf")
    );
    assert_eq!(note.files[0].id, None, "it stays where it is");
    assert_eq!(event.contact.unwrap().key, "75");
}

fn messages(active: Value) -> Messages {
    let mut list_of = Conversations::new(since(HOUR));
    let channel = at_server(None);
    let asking = Asking::new(&channel).unwrap();
    hearing(200, &list(&[active]), |heard| list_of.hear(asking, heard)).unwrap();
    list_of.each().next().unwrap()
}

#[test]
fn messages_are_read_onwards_from_the_last_that_is_known() {
    let channel = at_server(None);
    let asking = Asking::new(&channel).unwrap();
    let mut reading = messages(conversation(5, 10));
    reading.after("100");
    let page: Vec<_> = (101..=200).map(|id| message(id, 200)).collect();
    assert!(reading.call(asking).unwrap().url.ends_with("/conversations/5/messages?after=100"));
    hearing(200, &json!({ "meta": {}, "payload": page }), |heard| reading.hear(heard)).unwrap();
    assert!(reading.call(asking).unwrap().url.ends_with("?after=200"));
    hearing(200, &json!({ "payload": [message(201, 100)] }), |heard| reading.hear(heard)).unwrap();
    assert!(reading.call(asking).is_none());
    assert_eq!(reading.take().len(), 101);
}

#[test]
fn of_a_conversation_nobody_knows_messages_are_read_back_to_the_gap() {
    let channel = at_server(None);
    let asking = Asking::new(&channel).unwrap();
    let mut reading = messages(conversation(5, 10));
    assert!(reading.call(asking).unwrap().url.ends_with("/conversations/5/messages"));
    let page: Vec<_> = (41..=60).map(|id| message(id, 600 - id)).collect();
    hearing(200, &json!({ "payload": page }), |heard| reading.hear(heard)).unwrap();
    assert!(reading.call(asking).unwrap().url.ends_with("?before=41"));
    let page: Vec<_> = (21..=40).map(|id| message(id, if id < 30 { HOUR * 2 } else { HOUR - 1 })).collect();
    hearing(200, &json!({ "payload": page }), |heard| reading.hear(heard)).unwrap();
    assert!(reading.call(asking).is_none(), "what is older is known, or was never missed");
    let found: Vec<_> = reading.take().iter().map(|found| found.id).collect();
    assert_eq!(found, (30..=60).collect::<Vec<_>>());
}

#[test]
fn a_server_that_repeats_itself_is_not_asked_for_ever() {
    let channel = at_server(None);
    let asking = Asking::new(&channel).unwrap();
    let mut reading = messages(conversation(5, 10));
    let page: Vec<_> = (1..=20).map(|id| message(id, 10)).collect();
    let page = json!({ "payload": page });
    hearing(200, &page, |heard| reading.hear(heard)).unwrap();
    hearing(200, &page, |heard| reading.hear(heard)).unwrap();
    assert!(reading.call(asking).is_none());
}

#[test]
fn a_message_that_comes_both_ways_is_one_event() {
    let sample = fixture(Platform::Chatwoot, "webhook.message_created.incoming.json");
    let Reading { events, .. } = read_body(&at_server(None), &sample, Trust::None);
    let webhook = events.into_iter().next().unwrap();
    let root: Value = serde_json::from_slice(&sample).unwrap();
    // The same, as the API shows it.
    let mut shown = json!({});
    for name in ["id", "content", "content_type", "content_attributes", "private", "source_id", "attachments"]
    {
        shown[name] = root[name].clone();
    }
    shown["message_type"] = json!(0);
    shown["created_at"] = json!(ago(60));
    shown["status"] = json!("sent");
    shown["sender"] = root["sender"].clone();
    shown["sender"]["type"] = json!("contact");
    let mut active = root["conversation"].clone();
    let contact_inbox = active.as_object_mut().unwrap().remove("contact_inbox").unwrap();
    active["last_activity_at"] = json!(ago(60));
    active["messages"] = json!([{ "id": 1, "conversation": { "contact_inbox": contact_inbox } }]);

    let mut reading = messages(active);
    assert_eq!(reading.asks_for_chat(), None, "the newest message tells the chat");
    hearing(200, &json!({ "payload": [shown] }), |heard| reading.hear(heard)).unwrap();
    let found = reading.take();
    let event = reading.event(&found[0]).unwrap();
    assert_eq!((event.kind, &event.identity), (webhook.kind, &webhook.identity));
    assert_eq!(event.lane_key(), webhook.lane_key());
    assert_eq!(event.message.as_ref().unwrap().text, webhook.message.as_ref().unwrap().text);
    assert_eq!(event.contact.as_ref().unwrap().key, webhook.contact.as_ref().unwrap().key);
    assert_eq!(event.conversation.as_ref().unwrap().key, webhook.conversation.as_ref().unwrap().key);
}

#[test]
fn remarks_are_no_messages_notes_stay_notes_and_our_own_are_known() {
    let reading = messages(conversation(5, 10));
    let read = |change: &dyn Fn(&mut Value)| {
        let mut body = message(8, 10);
        change(&mut body);
        reading.event(&Found { id: 8, at: NOW, body })
    };
    assert!(read(&|body| body["message_type"] = json!(2)).is_none(), "assigned to …");
    let note = read(&|body| {
        body["message_type"] = json!(1);
        body["private"] = json!(true);
    });
    assert_eq!(note.unwrap().kind, EventKind::NoteCreated);
    let sent = read(&|body| body["message_type"] = json!("outgoing")).unwrap();
    assert_eq!((sent.kind, sent.message.unwrap().from), (EventKind::MessageSent, Side::Operator));
    let id = crate::domain::EventId(77);
    let ours = read(&|body| body["source_id"] = json!(format!("switchboard:{id}"))).unwrap();
    assert_eq!(ours.echo, Some(id.to_string()));
}

#[test]
fn a_chat_whose_key_is_told_nowhere_is_looked_up_by_its_contact() {
    let mut reading = messages(conversation(5, 10));
    assert_eq!(reading.asks_for_chat(), Some(("75".to_owned(), 7)));
    let place = |inbox: i64, key: &str| json!({ "source_id": key, "inbox": { "id": inbox } });
    let contact =
        json!({ "payload": { "id": 75, "contact_inboxes": [place(6, "mail"), place(7, "visitor-7")] } });
    let chat = hearing(200, &contact, |heard| source_id(heard, 7)).unwrap();
    reading.set_chat(chat);
    let event = reading.event(&Found { id: 8, at: NOW, body: message(8, 10) }).unwrap();
    assert_eq!(event.lane_key(), "visitor-7");
    assert_eq!(
        hearing(404, &json!({ "error": "Resource could not be found" }), |heard| source_id(heard, 7)),
        None
    );
}

#[test]
fn refusals_say_what_is_wrong_and_a_deleted_conversation_is_none() {
    let channel = at_server(None);
    let mut asking = Asking::new(&channel).unwrap();
    let mut list_of = Conversations::new(since(HOUR));
    let mut refused =
        |status, body: &Value| hearing(status, body, |heard| list_of.hear(asking, heard)).unwrap_err();
    assert_eq!(refused(401, &json!({ "error": "Invalid Access Token" })), Code::Auth01);
    assert_eq!(refused(404, &json!({ "error": "Resource could not be found" })), Code::Id01);
    assert_eq!(refused(502, &json!({})), Code::Plat02);
    assert_eq!(refused(200, &json!({ "hello": "proxy" })), Code::Plat02);

    let missing = json!({ "errors": ["You need to sign in or sign up before continuing."] });
    assert!(hearing(401, &missing, |heard| asking.try_other(heard)));
    assert_eq!(list_of.call(asking).unwrap().headers[0].0, "api-access-token");
    assert!(!hearing(401, &missing, |heard| asking.try_other(heard)), "once");

    let mut reading = messages(conversation(5, 10));
    hearing(404, &json!({ "error": "Resource could not be found" }), |heard| reading.hear(heard)).unwrap();
    assert!(reading.call(asking).is_none() && reading.take().is_empty());
}

#[test]
fn only_a_channel_with_address_token_and_account_can_be_asked() {
    let good = at_server(None);
    assert!(Asking::new(&good).is_some());
    for broken in [
        Channel { api_url: None, ..good.clone() },
        Channel { token: Secret::default(), ..good.clone() },
        Channel { options: Options::Chatwoot(ChatwootOptions::default()), ..good.clone() },
        channel(Platform::Elma365),
        channel(Platform::Userlike),
    ] {
        assert!(Asking::new(&broken).is_none());
    }
}

#[test]
fn a_message_stands_when_nothing_says_that_it_failed() {
    let page = |status: &str, attributes: Value| json!({ "payload": [message(7, 10), { "id": 8, "status": status, "content_attributes": attributes }] });
    let read = |body: &Value| hearing(200, body, |heard| stands(heard, 8));
    assert_eq!(read(&page("sent", json!({}))), Some(true));
    assert_eq!(read(&page("failed", json!({}))), Some(false));
    assert_eq!(read(&page("sent", json!({ "external_error": "no" }))), Some(false));
    assert_eq!(read(&json!({ "payload": [message(7, 10)] })), None, "it is not there");
    assert_eq!(hearing(500, &json!({}), |heard| stands(heard, 8)), None);
}
