use std::collections::BTreeSet;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::*;
use crate::domain::{Options, Side};
use crate::platforms::contract::{NOW, channel, fixture, read_body};
use crate::platforms::{Answer, Verdict};
use crate::secret::Secret;

const P: Platform = Platform::Userlike;

fn with(options: UserlikeOptions) -> Channel {
    Channel { options: Options::Userlike(options), ..channel(P) }
}

fn events(file: &str) -> Vec<Event> {
    read_body(&channel(P), &fixture(P, file), Trust::None).events
}

/// What a store that lets each line through once would keep of these callbacks.
fn lines(files: &[&str]) -> Vec<(Side, String)> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for event in files.iter().flat_map(|file| events(file)) {
        if let Some(message) = event.message
            && seen.insert((event.kind, event.identity.map(|identity| identity.key)))
        {
            kept.push((message.from, message.text));
        }
    }
    kept
}

#[test]
fn the_lines_of_a_growing_transcript_come_once_each() {
    let kept = lines(&[
        "inferred_um.chat_session_start.json",
        "inferred_um.chat_session_message_received.json",
        "inferred_um.chat_session_message_sent.json",
        "inferred_um.chat_session_message_sent.json",
        "inferred_um.chat_session_end.json",
        "inferred_um.conversation_ended.json",
    ]);
    let expected = [(Side::Customer, "Hello, my order is late"), (Side::Operator, "Let me check")];
    assert_eq!(kept, expected.map(|(side, text)| (side, text.to_owned())));
}

#[test]
fn two_equal_lines_of_one_second_are_two_messages() {
    let file = "made.chat_session_end.same_words_twice.json";
    let ok: Vec<_> = lines(&[file, file]).into_iter().filter(|(_, text)| text == "ok").collect();
    assert_eq!(ok.len(), 2);
}

#[test]
fn times_are_read_in_the_channels_zone_and_lines_stay_the_same() {
    let body = fixture(P, "inferred_um.chat_session_end.json");
    let read = |zone: Option<&str>| {
        let options = UserlikeOptions { time_zone: zone.map(str::to_owned), ..UserlikeOptions::default() };
        read_body(&with(options), &body, Trust::None).events
    };
    let (utc, berlin) = (read(None), read(Some("Europe/Berlin")));
    assert_eq!(utc, read(Some("Nowhere/Atlantis")), "an unknown zone is none");
    for (utc, berlin) in utc.iter().zip(&berlin) {
        let moved = utc.occurred_at.unwrap().since(berlin.occurred_at.unwrap());
        assert_eq!(moved, 2 * 3_600_000, "summer time in Berlin");
    }
    assert_eq!(utc[0].identity, berlin[0].identity, "old lines would come again when the zone is set");
}

#[test]
fn the_secret_header_is_asked_for_only_where_a_token_is_set() {
    let body = fixture(P, "operator_online.json");
    let verdict = |token: &str, secret_header: Option<&str>, shown: &[(&str, &str)]| {
        let options =
            UserlikeOptions { secret_header: secret_header.map(str::to_owned), ..UserlikeOptions::default() };
        let channel = Channel { token: Secret::new(token), ..with(options) };
        let header = |(name, value): &(&str, &str)| {
            (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap())
        };
        let headers: HeaderMap = shown.iter().map(header).collect();
        crate::platforms::read(&channel, Request { headers: &headers, body: &body }, Trust::None, NOW).verdict
    };
    let refused = Verdict::Refused(Code::Auth03);
    assert_eq!(verdict("", None, &[]), Verdict::Taken);
    assert_eq!(verdict("", None, &[("x-switchboard-secret", "anything")]), Verdict::Taken);
    assert_eq!(verdict("s3", None, &[("X-Switchboard-Secret", "s3")]), Verdict::Taken);
    assert_eq!(verdict("s3", None, &[("x-switchboard-secret", "S3")]), refused);
    assert_eq!(verdict("s3", None, &[]), refused);
    assert_eq!(verdict("s3", Some("X-My-Key"), &[("x-my-key", "s3")]), Verdict::Taken);
    assert_eq!(verdict("s3", Some("X-My-Key"), &[("x-switchboard-secret", "s3")]), refused);
    assert_eq!(verdict("s3", Some("not a header"), &[("x-switchboard-secret", "s3")]), refused);
    let closed = Channel { token: Secret::new("s3"), ..channel(P) };
    assert_eq!(read_body(&closed, &body, Trust::Accepted).verdict, Verdict::Taken);
}

#[test]
fn the_answer_is_200_whatever_the_callback() {
    for file in [
        "made.no_type.json",
        "made.unknown_type.json",
        "legacy_v1.chat_meta_receive.json",
        "operator_away.json",
    ] {
        let reading = read_body(&channel(P), &fixture(P, file), Trust::None);
        assert!(matches!(reading.answer, Answer::Status(StatusCode::OK, _)), "{file}");
    }
}

#[test]
fn a_rating_does_not_swallow_the_feedback_it_carries() {
    let rated = events("made.chat_session_rating.with_feedback.json");
    let feedback = rated.iter().find(|event| event.kind == EventKind::ConversationFeedback).unwrap();
    assert_eq!(feedback.detail["feedback"], "Great");
    assert!(
        rated
            .iter()
            .any(|event| event.kind == EventKind::ConversationRated && event.detail["feedback"] == "Great")
    );
    let own = events("inferred_um.chat_session_feedback.json").pop().unwrap();
    assert_eq!(own.identity, feedback.identity, "the same words would be told twice");
}

#[test]
fn a_chat_sent_by_hand_is_one_event_with_the_whole_transcript() {
    for file in [
        "made.chat_session.no_event.json",
        "made.chat_session.unknown_event.json",
        "made.conversation.no_event.json",
    ] {
        let events = events(file);
        assert_eq!(events.len(), 1, "{file}");
        let conversation = events[0].conversation.as_ref().unwrap();
        assert_eq!(conversation.transcript.len(), 2, "{file}");
        assert_eq!(conversation.attributes["custom"]["ref"], "3efd", "{file}");
        assert_eq!(events[0].identity, None, "{file} would be held back when it is sent again");
    }
}

#[test]
fn a_session_and_a_conversation_of_the_same_number_are_two() {
    let session =
        read_body(&channel(P), br#"{"_type":"chat_session","_event":"start","id":71}"#, Trust::None);
    let conversation =
        read_body(&channel(P), br#"{"_type":"conversation","_event":"ended","id":71}"#, Trust::None);
    let key = |reading: &Reading| reading.events[0].conversation.as_ref().unwrap().key.clone();
    assert_ne!(key(&session), key(&conversation));
    let joined =
        events("made.chat_session_end.with_conversation_id.json").pop().unwrap().conversation.unwrap();
    assert_eq!((joined.key.as_str(), joined.session.as_deref()), ("880", Some("71")));
}

#[test]
fn an_operators_line_is_known_by_the_operators_id_whatever_its_code() {
    let body = br#"{"_type":"chat_session","_event":"end","id":1,"client_name":"Jo","messages":[
        {"body":"a","type":"xy","operator_id":5,"name":"Sam"},{"body":"b","type":"xy","operator_id":null,"name":"Jo"},
        {"body":"c","type":"xy","operator_id":null,"name":"Somebody"},{"message":"d","type":"xy","person":"Sam"},
        {"message":"e","type":"co","person":"Jo"},{"text":"f"}]}"#;
    let sides: Vec<_> = read_body(&channel(P), body, Trust::None)
        .events
        .into_iter()
        .filter_map(|event| Some(event.message?.from))
        .collect();
    use Side::{Customer, Operator, System};
    assert_eq!(sides, [Operator, Customer, System, Operator, Customer, Customer]);
}
