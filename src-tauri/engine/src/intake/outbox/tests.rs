use std::collections::BTreeMap;

use bytes::Bytes;
use jsonschema::Validator;
use serde_json::Value;

use super::reading::without_bulk;
use super::taking::accepted;
use super::told::Told;
use super::*;
use crate::domain::{EventId, EventKind, Platform, Side, State, Timestamp};
use crate::platforms::outbox;
use crate::platforms::write::{Kind, takes};
use crate::schema::Retry;

fn description() -> Value {
    serde_json::from_str(DESCRIPTION).unwrap()
}

/// What the published schema of that name takes.
fn schema(name: &str) -> Validator {
    let document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{name}"),
        "components": description()["components"],
    });
    jsonschema::validator_for(&document).unwrap()
}

#[test]
fn the_published_table_of_kinds_is_the_one_that_is_gone_by() {
    let mut table = BTreeMap::new();
    for (kind, name) in Kind::ALL {
        let mut line = BTreeMap::new();
        for platform in Platform::ALL {
            let sides = [(Side::Customer, "customer"), (Side::Operator, "operator")];
            let from =
                sides.into_iter().filter(|(side, _)| takes(platform, kind, *side)).map(|(_, name)| name);
            line.insert(platform.code(), from.collect::<Vec<_>>());
        }
        table.insert(name, line);
    }
    assert_eq!(description()["x-kinds"]["table"], json!(table));
    let kinds: Vec<Value> = Kind::ALL.iter().map(|(_, name)| json!(name)).chain([Value::Null]).collect();
    assert_eq!(description()["components"]["schemas"]["Request"]["properties"]["kind"]["enum"], json!(kinds));
}

#[test]
fn the_published_states_are_all_there_are() {
    let states = &description()["components"]["schemas"]["State"]["properties"]["state"]["enum"];
    assert_eq!(*states, json!(State::ALL));
}

/// A request as [`outbox::parse`] judges it on the platform that takes most.
fn is_read(body: &Value) -> bool {
    let platform = if body["kind"] == "userInfo" { Platform::Elma365 } else { Platform::Chatwoot };
    outbox::parse(platform, body.to_string().as_bytes()).is_ok()
}

#[test]
fn what_the_description_allows_is_taken() {
    let request = schema("Request");
    let posted =
        description()["paths"]["/out/{channel}"]["post"]["requestBody"]["content"]["application/json"].take();
    let examples = posted["examples"].as_object().unwrap().values().map(|example| example["value"].clone());
    let more = [
        json!({ "chat": 12, "text": "Hello", "messageId": 63 }),
        json!({ "kind": null, "from": null, "chat": "c", "text": "t", "files": null, "contact": null, "private": null }),
        json!({ "chat": "c", "files": [{ "name": "a.txt", "contentType": "text/plain", "base64": "aGk=" }] }),
        json!({ "chat": "c", "contentType": "cards", "contentAttributes": { "items": [] } }),
        json!({ "chat": "c", "text": "t", "from": "operator", "private": true }),
        json!({ "kind": "contact", "chat": "c", "contact": { "name": "Ada", "avatarUrl": "https://example.test/a.png" } }),
        json!({ "kind": "contact", "contact": { "id": 7, "attributes": { "plan": "gold" } } }),
        json!({ "kind": "read", "chat": "c", "messageId": "7" }),
        json!({ "kind": "read", "chat": "c", "from": "operator" }),
        json!({ "kind": "typing", "chat": "c" }),
        json!({ "kind": "state", "chat": "c", "state": "snoozed" }),
        json!({ "kind": "state", "chat": "c", "state": "read", "messageId": 7 }),
        json!({ "chat": "c", "text": "t", "conversation": { "status": "pending", "assigneeId": "11", "teamId": 2 } }),
        json!({ "chat": "c", "text": "t", "whatever": [1, 2, 3] }),
        json!({ "kind": "conversation.send", "conversation": "42", "target": { "kind": "endpoint" }, "when": "statusChanged" }),
        json!({ "kind": "conversation.send", "chat": "c", "target": { "kind": "channel", "channel": EventId(7) } }),
    ];
    for body in examples.chain(more) {
        assert!(is_read(&body), "refused: {body}");
        let wrong: Vec<String> = request.iter_errors(&body).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{body} is not described: {wrong:?}");
    }
}

#[test]
fn what_the_description_forbids_is_refused() {
    let request = schema("Request");
    for body in [
        json!([]),
        json!("text"),
        json!({}),
        json!({ "text": "no chat" }),
        json!({ "chat": null, "text": "t" }),
        json!({ "chat": "", "text": "t" }),
        json!({ "chat": " ", "text": "t" }),
        json!({ "chat": "c" }),
        json!({ "chat": "c", "text": " \n" }),
        json!({ "chat": "c", "text": 5 }),
        json!({ "chat": ["c"], "text": "t" }),
        json!({ "chat": "c".repeat(256), "text": "t" }),
        json!({ "chat": "c", "text": "t", "from": "system" }),
        json!({ "chat": "c", "text": "t", "kind": "sing" }),
        json!({ "chat": "c", "text": "t", "private": true }),
        json!({ "chat": "c", "text": "t", "private": "yes", "from": "operator" }),
        json!({ "chat": "c", "text": "t", "messageId": 1.5 }),
        json!({ "chat": "c", "text": "t", "contact": "Ada" }),
        json!({ "chat": "c", "text": "t", "contact": { "email": 5 } }),
        json!({ "chat": "c", "text": "t", "contact": { "avatarUrl": "file:///etc/passwd" } }),
        json!({ "chat": "c", "text": "t", "conversation": { "status": "lost" } }),
        json!({ "chat": "c", "text": "t", "conversation": { "assigneeId": 0 } }),
        json!({ "chat": "c", "text": "t", "conversation": { "customAttributes": [] } }),
        json!({ "chat": "c", "files": {} }),
        json!({ "chat": "c", "files": ["https://example.test/a"] }),
        json!({ "chat": "c", "files": [{}] }),
        json!({ "chat": "c", "files": [{ "url": "geo:1,2" }] }),
        json!({ "chat": "c", "files": [{ "base64": "aGk=" }] }),
        json!({ "chat": "c", "files": [{ "name": "a", "url": "https://example.test/a", "base64": "aGk=" }] }),
        json!({ "kind": "contact" }),
        json!({ "kind": "contact", "contact": { "name": "nobody's" } }),
        json!({ "kind": "userInfo" }),
        json!({ "kind": "userInfo", "chat": "c", "contact": { "name": "Ada" } }),
        json!({ "kind": "read", "chat": "c" }),
        json!({ "kind": "typing", "state": "on" }),
        json!({ "kind": "typing", "chat": "c", "state": "maybe" }),
        json!({ "kind": "state", "chat": "c" }),
        json!({ "kind": "state", "chat": "c", "state": "failed" }),
        json!({ "kind": "state", "chat": "c", "state": "open", "messageId": 7 }),
        json!({ "kind": "end" }),
        json!({ "kind": "conversation.send" }),
        json!({ "kind": "conversation.send", "conversation": { "status": "open" } }),
        json!({ "kind": "conversation.send", "chat": "c", "when": "platform" }),
        json!({ "kind": "conversation.send", "chat": "c", "target": "endpoint" }),
        json!({ "kind": "conversation.send", "chat": "c", "target": { "kind": "address" } }),
        json!({ "kind": "conversation.send", "chat": "c", "target": { "kind": "channel", "channel": "?" } }),
        json!({ "chat": "c", "text": "t", "conversation": "42" }),
    ] {
        assert!(!is_read(&body), "taken: {body}");
        assert!(!request.is_valid(&body), "described: {body}");
    }
}

#[test]
fn answers_are_as_described() {
    let refusal: Value =
        serde_json::from_str(&error_body(&Error::with(Code::Data02, [("field", "chat")]))).unwrap();
    assert!(schema("Refusal").is_valid(&refusal), "{refusal}");
    let accepted: Value = serde_json::from_str(&accepted(EventId(7))).unwrap();
    assert!(schema("Accepted").is_valid(&accepted), "{accepted}");
    let told = Told {
        id: EventId(7),
        at: Timestamp(1_790_000_000_000),
        kind: EventKind::MessageReceived,
        state: State::Retrying,
        skipped: None,
        code: Some(Code::Net05),
        message: Some("…".to_owned()),
        attempts: Some(Retry { made: 1, of: 10, next: None }),
        platform_id: None,
        result: Some(json!({ "name": "Ada" })),
    };
    let told = serde_json::to_value(&told).unwrap();
    let wrong: Vec<String> = schema("State").iter_errors(&told).map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{told}: {wrong:?}");
}

#[test]
fn what_is_kept_of_a_body_has_no_files_in_it() {
    let body = json!({ "text": "t", "files": [{ "name": "a", "base64": "aGVsbG8=" }, { "url": "https://example.test/a" }] });
    let kept: Value = serde_json::from_slice(&without_bulk(Bytes::from(body.to_string()))).unwrap();
    assert_eq!(
        kept["files"],
        json!([{ "name": "a", "base64": "[5 bytes]" }, { "url": "https://example.test/a" }])
    );
    let as_it_came = Bytes::from_static(b"{ \"text\":\"t\" }");
    assert_eq!(without_bulk(as_it_came.clone()), as_it_came);
    assert_eq!(without_bulk(Bytes::from_static(b"no JSON")), "no JSON");
}
