//! The demo's traffic: a handful of dialogues per platform, each moving on by a line now and then, as requests of that platform. Times
//! and randomness are passed in; nothing is sent from here.

use super::chatwoot::{Agent, Chat, Chatwoot, Message};
use super::elma365::Elma365;
use super::people::{self, Person};
use super::random::Random;
use super::request::Request;
use super::userlike::{self, Session, Userlike};
use crate::domain::Timestamp;

/// Dialogues that go on at the same time on one platform.
const AT_ONCE: usize = 4;

/// A company that talks to its customers on one platform: what it sends to the intake as its dialogues go on.
pub(super) trait Company: Send + 'static {
    /// What the platform keeps about one chat.
    type Chat: Send;
    /// A chat begins.
    fn open(&mut self, random: &mut Random, now: Timestamp) -> (Self::Chat, Vec<Request>);
    /// Somebody says something.
    fn say(
        &mut self,
        chat: &mut Self::Chat,
        by_operator: bool,
        text: &str,
        random: &mut Random,
        now: Timestamp,
    ) -> Vec<Request>;
    /// Everything has been said.
    fn close(&mut self, chat: Self::Chat, random: &mut Random, now: Timestamp) -> Vec<Request>;
}

/// One company with its dialogues.
pub(super) struct Play<C: Company> {
    company: C,
    random: Random,
    talks: Vec<Talk<C::Chat>>,
}

struct Talk<T> {
    chat: T,
    rest: &'static [people::Line],
    number: u64,
}

impl<C: Company> Play<C> {
    pub(super) const fn new(company: C, random: Random) -> Self {
        Self { company, random, talks: Vec::new() }
    }

    /// One dialogue moves on: what the platform sends because of it, in order.
    pub(super) fn beat(&mut self, now: Timestamp) -> Vec<Request> {
        let random = &mut self.random;
        if self.talks.is_empty() || (self.talks.len() < AT_ONCE && random.chance(25)) {
            let (chat, requests) = self.company.open(random, now);
            self.talks.push(Talk {
                chat,
                rest: people::dialogue(random),
                number: random.between(1_000, 99_999),
            });
            return requests;
        }
        let index = random.below(self.talks.len() as u64) as usize;
        let talk = &mut self.talks[index];
        if let Some(((by_operator, line), rest)) = talk.rest.split_first() {
            talk.rest = rest;
            let text = line.replace("{n}", &talk.number.to_string());
            self.company.say(&mut talk.chat, *by_operator, &text, random, now)
        } else {
            let talk = self.talks.swap_remove(index);
            self.company.close(talk.chat, random, now)
        }
    }

    /// How long until the next beat, in ms: a calm human pace.
    pub(super) fn pause_ms(&mut self) -> u64 {
        self.random.between(700, 2_300)
    }
}

/// Gives numbers that were not given in an earlier run: it starts at the seconds of the clock, and no demo needs one a second.
#[derive(Clone, Debug)]
struct Numbers(i64);

impl Numbers {
    const fn starting(now: Timestamp) -> Self {
        Self(now.0 / 1_000 % 100_000_000)
    }

    const fn next(&mut self) -> i64 {
        self.0 += 1;
        self.0
    }
}

/// A sales department on ELMA365. The relay is its messenger, so it sends what operators write and what becomes of our messages.
pub(super) struct Sales {
    elma365: Elma365,
    numbers: Numbers,
    connected: bool,
}

impl Sales {
    pub(super) const fn new(elma365: Elma365, now: Timestamp) -> Self {
        Self { elma365, numbers: Numbers::starting(now), connected: false }
    }
}

impl Company for Sales {
    type Chat = String;

    fn open(&mut self, _random: &mut Random, _now: Timestamp) -> (String, Vec<Request>) {
        let number = self.numbers.next();
        let connect = (!self.connected).then(|| self.elma365.connect());
        self.connected = true;
        (
            format!("chat-{number}"),
            connect.into_iter().chain([self.elma365.user_info(&format!("customer-{number}"))]).collect(),
        )
    }

    fn say(
        &mut self,
        chat: &mut String,
        by_operator: bool,
        text: &str,
        _random: &mut Random,
        _now: Timestamp,
    ) -> Vec<Request> {
        if by_operator {
            return vec![self.elma365.message(chat, text, &[])];
        }
        // What the customer said went the other way; ELMA365 tells what became of it.
        let message = format!("message-{}", self.numbers.next());
        vec![self.elma365.message_outcome(&message, true), self.elma365.mark_as_read(&message)]
    }

    fn close(&mut self, _chat: String, _random: &mut Random, _now: Timestamp) -> Vec<Request> {
        Vec::new()
    }
}

/// A support department on Chatwoot, signed.
pub(super) struct Support {
    chatwoot: Chatwoot,
    numbers: Numbers,
    agents: Vec<Agent>,
}

impl Support {
    pub(super) fn new(chatwoot: Chatwoot, random: &mut Random, now: Timestamp) -> Self {
        let agents = (11..14).map(|id| Agent::from(&Person::made_up(id, random))).collect();
        Self { chatwoot, numbers: Numbers::starting(now), agents }
    }
}

impl Company for Support {
    type Chat = Chat;

    fn open(&mut self, random: &mut Random, now: Timestamp) -> (Chat, Vec<Request>) {
        let (id, source_id) = (self.numbers.next(), random.uuid());
        let contact = Person::made_up(self.numbers.next(), random);
        let mut chat = Chat::new(id, self.chatwoot.inbox.0, source_id, (&contact).into(), now);
        chat.assignee = Some(random.pick(&self.agents).clone());
        let created = self.chatwoot.conversation_created(&chat);
        let request = self.chatwoot.request(&created, random, now);
        (chat, vec![request])
    }

    fn say(
        &mut self,
        chat: &mut Chat,
        by_operator: bool,
        text: &str,
        random: &mut Random,
        now: Timestamp,
    ) -> Vec<Request> {
        let mut bodies = Vec::new();
        let agent = chat.assignee.clone().filter(|_| by_operator);
        if let Some(agent) = &agent
            && random.chance(30)
        {
            bodies.extend([true, false].map(|on| self.chatwoot.typing(chat, agent, on, false)));
        }
        let message = Message::said(self.numbers.next(), agent.as_ref(), text, now);
        chat.active = now;
        chat.unread = if by_operator { 0 } else { chat.unread + 1 };
        // Only the newest is ever told of again.
        chat.messages = vec![message.clone()];
        bodies.push(self.chatwoot.message_created(chat, &message));
        bodies.iter().map(|body| self.chatwoot.request(body, random, now)).collect()
    }

    fn close(&mut self, mut chat: Chat, random: &mut Random, now: Timestamp) -> Vec<Request> {
        chat.status = "resolved";
        let body = self.chatwoot.conversation_status_changed(&chat);
        vec![self.chatwoot.request(&body, random, now)]
    }
}

/// The chat of a website on Userlike: whole transcripts, and operators who come and go.
pub(super) struct Website {
    userlike: Userlike,
    numbers: Numbers,
    operator: Person,
    away: bool,
}

impl Website {
    pub(super) fn new(userlike: Userlike, random: &mut Random, now: Timestamp) -> Self {
        Self { userlike, numbers: Numbers::starting(now), operator: Person::made_up(5, random), away: true }
    }
}

impl Company for Website {
    type Chat = Session;

    fn open(&mut self, random: &mut Random, now: Timestamp) -> (Session, Vec<Request>) {
        let mut requests = Vec::new();
        if self.away || random.chance(20) {
            self.away = !self.away;
            requests.push(self.userlike.operator(if self.away { "away" } else { "online" }, &self.operator));
        }
        let session = Session {
            id: self.numbers.next(),
            client_uuid: random.uuid(),
            client: Person::made_up(self.numbers.next(), random),
            operator: self.operator.clone(),
            started: now,
            ended: None,
            rate: None,
            feedback: None,
            lines: Vec::new(),
        };
        requests.push(self.userlike.chat_session("start", &session));
        (session, requests)
    }

    fn say(
        &mut self,
        session: &mut Session,
        by_operator: bool,
        text: &str,
        _random: &mut Random,
        now: Timestamp,
    ) -> Vec<Request> {
        session.lines.push(userlike::Line { by_operator, text: text.to_owned(), at: now });
        vec![
            self.userlike
                .chat_session(if by_operator { "message_sent" } else { "message_received" }, session),
        ]
    }

    fn close(&mut self, mut session: Session, random: &mut Random, now: Timestamp) -> Vec<Request> {
        session.ended = Some(now);
        let mut requests = vec![self.userlike.chat_session("end", &session)];
        if random.chance(60) {
            session.rate = Some(if random.chance(80) { 5 } else { 3 });
            requests.push(self.userlike.chat_session("rating", &session));
        }
        requests.push(self.userlike.conversation_ended(&session));
        requests
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    fn support(seed: u64) -> Play<Support> {
        let chatwoot = Chatwoot::new((1, "Practice Ltd."), (7, "Support"), Some(Secret::new("secret")));
        let mut random = Random::new(seed);
        Play::new(Support::new(chatwoot, &mut random, NOW), random)
    }

    #[test]
    fn the_same_seed_plays_the_same_traffic() {
        let traffic = |seed| {
            let mut play = support(seed);
            (0..200).flat_map(|_| play.beat(NOW)).collect::<Vec<_>>()
        };
        assert_eq!(traffic(7), traffic(7));
        assert_ne!(traffic(7), traffic(8));
    }

    #[test]
    fn a_dialogue_is_opened_spoken_and_resolved() {
        let mut play = support(7);
        let bodies: Vec<serde_json::Value> = (0..200)
            .flat_map(|_| play.beat(NOW))
            .map(|request| serde_json::from_slice(&request.body).unwrap())
            .collect();
        let of_first: Vec<&str> = bodies
            .iter()
            .filter(|body| body["id"] == bodies[0]["id"] || body["conversation"]["id"] == bodies[0]["id"])
            .filter_map(|body| body["event"].as_str())
            .filter(|event| !event.contains("typing"))
            .collect();
        assert_eq!(of_first.first(), Some(&"conversation_created"));
        assert_eq!(of_first.last(), Some(&"conversation_status_changed"));
        assert!(of_first[1..of_first.len() - 1].iter().all(|event| *event == "message_created"));
        assert!(of_first.len() > 4, "nobody said anything");
    }

    #[test]
    fn a_transcript_grows_by_one_line_at_a_time() {
        let userlike = Userlike {
            secret: None,
            time_zone: "Europe/Berlin".to_owned(),
            widget: (9, "Website".to_owned()),
            page: "https://practice.example".to_owned(),
        };
        let mut random = Random::new(7);
        let mut company = Website::new(userlike, &mut random, NOW);
        let (mut session, _) = company.open(&mut random, NOW);
        for (nth, text) in ["one", "two", "three"].into_iter().enumerate() {
            let requests =
                company.say(&mut session, nth % 2 == 1, text, &mut random, NOW.plus_ms(nth as i64 * 1_000));
            let body: serde_json::Value = serde_json::from_slice(&requests[0].body).unwrap();
            assert_eq!(body["messages"].as_array().unwrap().len(), nth + 1);
            assert_eq!(body["messages"][nth]["body"], text);
            assert_eq!(
                body["messages"][0]["sent_at"], "2026-09-21 16:13:20",
                "Berlin is two hours ahead of UTC in September"
            );
        }
    }
}
