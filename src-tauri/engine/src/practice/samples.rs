//! Samples of what a platform sends to one channel: its own shapes, with fresh ids and times, signed or with the token as the channel
//! expects it. Nothing is sent from here; times and randomness are passed in.

use serde_json::{Value, json};

use super::chatwoot::{Agent, Chat, Chatwoot, Message};
use super::elma365::Elma365;
use super::people::Person;
use super::random::Random;
use super::request::Request;
use super::userlike::{Line, Session, Userlike};
use crate::domain::{Channel, ChatwootOptions, Elma365Options, Options, Timestamp, UserlikeOptions};

/// One sample.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    /// Its name here: the platform's, told apart where one name stands for several events.
    pub(crate) id: &'static str,
    /// The request.
    pub(crate) request: Request,
}

/// A sample of each of the platform's events.
pub(crate) fn samples(channel: &Channel, random: &mut Random, now: Timestamp) -> Vec<Sample> {
    match &channel.options {
        Options::Elma365(options) => elma365(channel, options, random),
        Options::Chatwoot(options) => chatwoot(channel, options, random, now),
        Options::Userlike(options) => userlike(channel, options, random, now),
    }
}

fn elma365(channel: &Channel, options: &Elma365Options, random: &mut Random) -> Vec<Sample> {
    let company = Elma365 {
        token: channel.token.expose().to_owned(),
        channel_id: options.channel_id.clone().unwrap_or_else(|| random.uuid()),
        company: "https://practice.example".to_owned(),
    };
    let (chat, message) = (format!("practice-{}", random.between(1_000, 9_999)), random.uuid());
    let user = format!("practice-{}", random.between(1_000, 9_999));
    [
        ("message", company.message(&chat, "Hello, this is a practice message. How can we help?", &[])),
        ("messageOutcome", company.message_outcome(&message, true)),
        ("messageOutcome.failed", company.message_outcome(&message, false)),
        ("markAsRead", company.mark_as_read(&message)),
        ("userInfo", company.user_info(&user)),
        ("connect", company.connect()),
        ("disconnect", company.disconnect()),
    ]
    .map(|(id, request)| Sample { id, request })
    .into()
}

fn chatwoot(
    channel: &Channel,
    options: &ChatwootOptions,
    random: &mut Random,
    now: Timestamp,
) -> Vec<Sample> {
    let inbox = options.inbox_id.unwrap_or(1);
    let secret = options.webhook_secrets.first().cloned();
    let company =
        Chatwoot::new((options.account_id.unwrap_or(1), "Practice"), (inbox, &channel.name), secret);
    let number = |random: &mut Random| 900_000_000 + i64::try_from(random.below(99_000_000)).unwrap_or(0);
    let (id, contact_id) = (number(random), number(random));
    let contact = Person::made_up(contact_id, random);
    let agent = Agent::from(&Person::made_up(11, random));
    let mut chat = Chat::new(id, inbox, random.uuid(), (&contact).into(), now);
    chat.assignee = Some(agent.clone());
    let asked = Message::said(number(random), None, "Hello, where is my order? (Practice)", now);
    let answered = Message::said(number(random), Some(&agent), "It left yesterday. (Practice)", now);
    let mut note = Message::said(number(random), Some(&agent), "A regular customer. (Practice)", now);
    note.private = true;
    let mut all: Vec<(&'static str, Value)> = Vec::new();
    for (id, message) in [
        ("message_created.outgoing", &answered),
        ("message_created.incoming", &asked),
        ("message_created.note", &note),
    ] {
        chat.messages = vec![message.clone()];
        all.push((id, company.message_created(&chat, message)));
    }
    let mut edited = answered.clone();
    edited.content = Some("It left this morning. (Practice)".to_owned());
    chat.messages = vec![edited.clone()];
    all.push(("message_updated", company.message_updated(&chat, &edited)));
    all.push(("conversation_created", company.conversation_created(&chat)));
    chat.labels = vec!["practice".to_owned()];
    let labels = [("label_list", json!([]), json!(["practice"]))];
    all.push(("conversation_updated", company.conversation_updated(&chat, &labels)));
    all.push(("conversation_typing_on", company.typing(&chat, &agent, true, false)));
    all.push(("conversation_typing_off", company.typing(&chat, &agent, false, false)));
    chat.status = "resolved";
    all.push(("conversation_status_changed", company.conversation_status_changed(&chat)));
    all.push(("contact_created", company.contact_created(&chat.contact)));
    let email = [("email", Value::Null, json!(contact.email))];
    all.push(("contact_updated", company.contact_updated(&chat.contact, &email)));
    all.into_iter().map(|(id, body)| Sample { id, request: company.request(&body, random, now) }).collect()
}

fn userlike(
    channel: &Channel,
    options: &UserlikeOptions,
    random: &mut Random,
    now: Timestamp,
) -> Vec<Sample> {
    let header = options.secret_header.clone().unwrap_or_else(|| "x-switchboard-secret".to_owned());
    let secret = (!channel.token.is_empty()).then(|| (header, channel.token.expose().to_owned()));
    let company = Userlike {
        secret,
        time_zone: options.time_zone.clone().unwrap_or_else(|| "UTC".to_owned()),
        widget: (9, "Website".to_owned()),
        page: "https://practice.example/help".to_owned(),
    };
    let operator = Person::made_up(5, random);
    let mut session = Session {
        id: 900_000_000 + i64::try_from(random.below(99_000_000)).unwrap_or(0),
        client_uuid: random.uuid(),
        client: Person::made_up(900_000 + i64::try_from(random.below(9_000)).unwrap_or(0), random),
        operator: operator.clone(),
        started: now.plus_ms(-60_000),
        ended: None,
        rate: None,
        feedback: None,
        lines: Vec::new(),
    };
    let mut all = vec![("chat_session.start", company.chat_session("start", &session))];
    let line =
        |by_operator, text: &str, ago| Line { by_operator, text: text.to_owned(), at: now.plus_ms(ago) };
    session.lines.push(line(false, "Hello, where is my order? (Practice)", -50_000));
    all.push(("chat_session.message_received", company.chat_session("message_received", &session)));
    session.lines.push(line(true, "It left yesterday. (Practice)", -20_000));
    all.push(("chat_session.message_sent", company.chat_session("message_sent", &session)));
    all.push(("chat_session.unread", company.chat_session("unread", &session)));
    all.push(("chat_session.forward", company.chat_session("forward", &session)));
    all.push(("chat_session.goal", company.chat_session("goal", &session)));
    session.ended = Some(now);
    all.push(("chat_session.end", company.chat_session("end", &session)));
    session.rate = Some(5);
    all.push(("chat_session.rating", company.chat_session("rating", &session)));
    session.feedback = Some("Quick and friendly. (Practice)".to_owned());
    all.push(("chat_session.feedback", company.chat_session("feedback", &session)));
    all.push(("chat_session.survey", company.chat_session("survey", &session)));
    all.push(("conversation.ended", company.conversation_ended(&session)));
    for (id, event) in [
        ("operator.online", "online"),
        ("operator.offline", "offline"),
        ("operator.away", "away"),
        ("operator.back", "back"),
    ] {
        all.push((id, company.operator(event, &operator)));
    }
    all.into_iter().map(|(id, request)| Sample { id, request }).collect()
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::*;
    use crate::domain::{ChannelId, Platform};
    use crate::platforms::{self, Trust, Verdict};
    use crate::secret::Secret;

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    #[test]
    fn every_sample_is_taken_by_the_channel_it_is_for() {
        for platform in Platform::ALL {
            let mut channel = crate::api::fresh_channel(ChannelId(1), platform);
            channel.token = Secret::new("the token");
            if let Options::Chatwoot(options) = &mut channel.options {
                options.webhook_secrets = vec![Secret::new("webhook secret")];
                options.inbox_id = Some(7);
            }
            if let Options::Elma365(options) = &mut channel.options {
                options.channel_id = Some("8b7c5a52-0d7e-4b5c-9a3e-0c7a4e1f5d10".to_owned());
            }
            let all = samples(&channel, &mut Random::new(7), NOW);
            assert!(all.len() > 6, "{platform:?} has more events than that");
            for Sample { id, request } in all {
                let mut headers = HeaderMap::new();
                for (name, value) in &request.headers {
                    let name = HeaderName::from_bytes(name.as_bytes()).expect("a name");
                    headers.append(name, HeaderValue::from_str(value).expect("a value"));
                }
                let request = platforms::Request { headers: &headers, body: &request.body };
                let reading = platforms::read(&channel, request, Trust::None, NOW);
                assert_eq!(reading.verdict, Verdict::Taken, "{platform:?} {id}");
                assert!(!reading.events.is_empty(), "{platform:?} {id} tells of nothing");
            }
        }
    }

    #[test]
    fn samples_are_new_each_time() {
        let channel = crate::api::fresh_channel(ChannelId(1), Platform::Chatwoot);
        let first = samples(&channel, &mut Random::new(1), NOW);
        let second = samples(&channel, &mut Random::new(2), NOW);
        assert_ne!(first[0].request.body, second[0].request.body);
    }
}
