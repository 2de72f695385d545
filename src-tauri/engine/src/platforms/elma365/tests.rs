use super::*;
use crate::domain::Options;
use crate::platforms::Verdict;
use crate::platforms::contract::{channel, fixture, read_body};
use crate::secret::Secret;

const P: Platform = Platform::Elma365;

fn verdict(channel: &Channel, body: &str, trust: Trust) -> Verdict {
    read_body(channel, body.as_bytes(), trust).verdict
}

fn with_token(token: &str) -> Channel {
    Channel { token: Secret::new(token), ..channel(P) }
}

#[test]
fn an_empty_token_is_a_missing_one_and_must_be_shown_exactly() {
    let missing = r#"{"type":"disconnect"}"#;
    let empty = r#"{"type":"disconnect","token":""}"#;
    let null = r#"{"type":"disconnect","token":null}"#;
    let shown = r#"{"type":"disconnect","token":"confirm"}"#;
    let refused = Verdict::Refused(Code::Auth03);
    for (ours, body, expected) in [
        ("", missing, Verdict::Taken),
        ("", empty, Verdict::Taken),
        ("", null, Verdict::Taken),
        ("", shown, refused.clone()),
        ("confirm", shown, Verdict::Taken),
        ("confirm", missing, refused.clone()),
        ("confirm", empty, refused.clone()),
        ("confirm ", shown, refused.clone()),
    ] {
        assert_eq!(verdict(&with_token(ours), body, Trust::None), expected, "ours {ours:?}, theirs {body}");
        assert_eq!(
            verdict(&with_token(ours), body, Trust::Accepted),
            Verdict::Taken,
            "accepted: ours {ours:?}, theirs {body}"
        );
    }
}

#[test]
fn the_token_is_checked_before_the_channel_id_and_both_before_the_type() {
    let elsewhere = r#"{"type":"nonsense","token":"wrong","channelId":"another"}"#;
    assert_eq!(verdict(&channel(P), elsewhere, Trust::None), Verdict::Refused(Code::Auth03));
    let reading = read_body(&channel(P), br#"{"token":"confirm","channelId":"another"}"#, Trust::None);
    assert_eq!(reading.verdict, Verdict::Refused(Code::Id04));
    assert!(matches!(reading.answer, Answer::Status(StatusCode::NOT_FOUND, _)));
}

#[test]
fn a_connect_of_another_channel_is_learned_only_when_the_admin_accepts_it() {
    let body = fixture(P, "made.connect.other_channel.json");
    assert_eq!(read_body(&channel(P), &body, Trust::None).learned, []);
    let accepted = read_body(&channel(P), &body, Trust::Accepted);
    assert_eq!(accepted.verdict, Verdict::Taken);
    let theirs = Some("00000000-0000-4000-8000-000000000000".to_owned());
    assert!(
        matches!(&accepted.learned[..], [Learned::Connected { channel_id, .. }] if *channel_id == theirs)
    );
}

#[test]
fn before_the_first_connect_no_channel_id_is_another() {
    let fresh = Channel { options: Options::Elma365(Elma365Options::default()), ..channel(P) };
    let reading = read_body(&fresh, &fixture(P, "made.message.other_channel.json"), Trust::None);
    assert_eq!(reading.verdict, Verdict::Taken);
}

#[test]
fn the_same_words_twice_are_two_messages_and_every_outcome_counts() {
    for file in
        ["to_messenger.message.json", "to_messenger.messageOutcome.failure.json", "to_messenger.connect.json"]
    {
        let reading = read_body(&channel(P), &fixture(P, file), Trust::None);
        assert_eq!(reading.events[0].identity, None, "{file} would be held back when it comes again");
    }
}

#[test]
fn the_default_answer_has_the_shape_of_the_sample() {
    let sample: Object = fields::parse(&fixture(P, "inferred.response.userInfo.json")).unwrap();
    let contact = Contact {
        key: "user1".to_owned(),
        identifier: Some("user1".to_owned()),
        name: Some("User One".to_owned()),
        phone: Some("+15550100001".to_owned()),
        email: Some("user1@example.test".to_owned()),
        ..Contact::default()
    };
    let answer = crate::platforms::contact_answer(&channel(P), &contact, Some("iVBORw0KGgo="));
    assert_eq!(fields::parse(answer.as_bytes()).unwrap(), sample);
}
