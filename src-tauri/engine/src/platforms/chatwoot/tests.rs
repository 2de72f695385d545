use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use super::*;
use crate::domain::{MessageStatus, Options};
use crate::platforms::contract::{NOW, channel, fixture, read_body};

const P: Platform = Platform::Chatwoot;
const INCOMING: &str = "webhook.message_created.incoming.json";

fn with(options: ChatwootOptions) -> Channel {
    Channel { options: Options::Chatwoot(options), ..channel(P) }
}

fn secured(signature: SignatureRule) -> Channel {
    let webhook_secrets = vec![Secret::new("of the account"), Secret::new("of the inbox")];
    with(ChatwootOptions { webhook_secrets, signature, ..ChatwootOptions::default() })
}

/// The headers of a signed request, under the names the sample has them.
fn signed(secret: &str, body: &[u8], at: Timestamp) -> HeaderMap {
    let time = (at.0 / 1000).to_string();
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{time}.").as_bytes());
    mac.update(body);
    let hex: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let sample = fields::parse(&fixture(P, "webhook.headers.signed_4_13_plus.json")).unwrap();
    let value = |name: &str, shown: &Value| match name {
        "X-Chatwoot-Timestamp" => time.clone(),
        "X-Chatwoot-Signature" => format!("sha256={hex}"),
        _ => shown.as_str().unwrap().to_owned(),
    };
    let header = |(name, shown): (&String, &Value)| {
        (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(&value(name, shown)).unwrap())
    };
    sample.iter().map(header).collect()
}

fn verdict(channel: &Channel, headers: &HeaderMap, body: &[u8]) -> Verdict {
    crate::platforms::read(channel, Request { headers, body }, Trust::None, NOW).verdict
}

#[test]
fn each_rule_treats_signatures_as_it_says() {
    use SignatureRule::{Legacy, Lenient, Strict};
    let body = fixture(P, INCOMING);
    let good = signed("of the inbox", &body, NOW);
    let wrong = signed("of nobody", &body, NOW);
    let old = signed("of the account", &body, NOW.plus_ms(-600_000));
    let none = HeaderMap::new();
    let refused = |code| Verdict::Refused(code);
    for (rule, headers, expected) in [
        (Strict, &good, Verdict::Taken),
        (Strict, &wrong, refused(Code::Auth03)),
        (Strict, &old, refused(Code::Time01)),
        (Strict, &none, refused(Code::Auth03)),
        (Legacy, &good, Verdict::Taken),
        (Legacy, &wrong, refused(Code::Auth03)),
        (Legacy, &old, refused(Code::Time01)),
        (Legacy, &none, Verdict::Taken),
        (Lenient, &good, Verdict::Taken),
        (Lenient, &wrong, Verdict::Quarantined(Code::Auth03)),
        (Lenient, &old, Verdict::Quarantined(Code::Time01)),
        (Lenient, &none, Verdict::Quarantined(Code::Auth03)),
    ] {
        assert_eq!(verdict(&secured(rule), headers, &body), expected, "{rule:?} {headers:?}");
    }
    assert_eq!(
        verdict(&channel(P), &wrong, &body),
        Verdict::Taken,
        "without a secret nothing can be checked"
    );
    assert_eq!(read_body(&secured(Strict), &body, Trust::Accepted).verdict, Verdict::Taken);
}

#[test]
fn macros_and_automations_pass_on_the_key_alone() {
    for file in ["made.macro_executed.json", "made.automation_event.json"] {
        assert_eq!(
            verdict(&secured(SignatureRule::Strict), &HeaderMap::new(), &fixture(P, file)),
            Verdict::Taken,
            "{file}"
        );
    }
}

#[test]
fn only_what_names_another_inbox_is_skipped() {
    let channel = |inbox_id| with(ChatwootOptions { inbox_id, ..ChatwootOptions::default() });
    let skipped = Verdict::Skipped(SkipReason::OtherInbox);
    for (inbox, file, expected) in [
        (Some(7), INCOMING, Verdict::Taken),
        (Some(8), INCOMING, skipped.clone()),
        (None, INCOMING, Verdict::Taken),
        (Some(8), "webhook.conversation_updated.json", skipped.clone()),
        (Some(8), "webhook.conversation_typing_on.json", skipped.clone()),
        (Some(8), "webhook.webwidget_triggered.json", skipped.clone()),
        (Some(8), "made.macro_executed.json", skipped),
        (Some(8), "webhook.contact_updated.json", Verdict::Taken),
        (Some(8), "made.message_created.docs_2020.json", Verdict::Taken),
    ] {
        assert_eq!(
            read_body(&channel(inbox), &fixture(P, file), Trust::None).verdict,
            expected,
            "{file} at inbox {inbox:?}"
        );
    }
}

fn event(file: &str) -> Event {
    read_body(&channel(P), &fixture(P, file), Trust::None).events.remove(0)
}

/// An event of the fixture after its JSON was changed.
fn changed(file: &str, change: impl Fn(&mut Value)) -> Event {
    let mut body = serde_json::from_slice(&fixture(P, file)).unwrap();
    change(&mut body);
    read_body(&channel(P), body.to_string().as_bytes(), Trust::None).events.remove(0)
}

#[test]
fn a_message_told_twice_is_one_whatever_happened_to_it_in_between() {
    let first = event(INCOMING);
    let again = changed(INCOMING, |body| {
        body["conversation"]["messages"][0]["status"] = "delivered".into();
        body["conversation"]["unread_count"] = 9.into();
        body["conversation"]["updated_at"] = 1_790_000_099.5.into();
        body["content_attributes"]["external_error"] = "too late".into();
    });
    assert_eq!(first.identity, again.identity);
    assert_ne!(first.identity, changed(INCOMING, |body| body["id"] = 70_009.into()).identity);
}

#[test]
fn an_update_is_news_when_the_words_or_the_fate_changed() {
    let file = "made.message_updated.failed.json";
    let failed = event(file);
    assert_eq!(failed.message.as_ref().unwrap().status, Some(MessageStatus::Failed));
    let retried = changed(file, |body| {
        body["content_attributes"] = Value::Object(Object::new());
        body["conversation"]["messages"][0]["status"] = "sent".into();
    });
    assert_eq!(retried.message.as_ref().unwrap().status, Some(MessageStatus::Sent));
    let edited = changed(file, |body| body["content"] = "other words".into());
    assert_ne!(failed.identity, retried.identity, "an agent's Retry would be taken for a repeat");
    assert_ne!(failed.identity, edited.identity);
    assert_eq!(
        failed.identity,
        changed(file, |body| body["conversation"]["unread_count"] = 3.into()).identity
    );
}

#[test]
fn the_status_is_taken_from_the_newest_message_only_if_it_is_the_same_one() {
    let other = changed("made.message_updated.read.json", |body| {
        body["conversation"]["messages"][0]["id"] = 1.into()
    });
    assert_eq!(other.message.unwrap().status, None);
    assert_eq!(event("made.message_updated.read.json").message.unwrap().status, Some(MessageStatus::Read));
}

#[test]
fn a_conversation_changed_twice_is_two_events_and_told_twice_one() {
    let file = "webhook.conversation_updated.json";
    let first = event(file);
    assert_eq!(first.identity, changed(file, |body| body["unread_count"] = 7.into()).identity);
    let later = changed(file, |body| {
        body["changed_attributes"][1]["updated_at"]["current_value"] = "2026-09-21T13:40:00.000Z".into();
    });
    assert_ne!(first.identity, later.identity);
}

#[test]
fn every_way_to_list_changes_gives_one_object() {
    let file = "webhook.contact_updated.json";
    let list = event(file);
    let object = changed(file, |body| {
        let changes: Object = body["changed_attributes"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|change| change.as_object().unwrap().clone())
            .collect();
        body["changed_attributes"] = changes.into();
    });
    assert_eq!(list.detail, object.detail);
    assert_eq!(list.detail["changed_attributes"]["name"]["current_value"], "Ada Example");
    assert_eq!(changed(file, |body| body["changed_attributes"] = Value::Null).detail, Object::new());
}
