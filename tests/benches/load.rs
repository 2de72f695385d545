//! The client that drives everything measured: keep-alive connections that write prepared requests and read their answers, with as little
//! work of its own as can be, for it shares the machine with what it measures.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use switchboard_engine::clock::{Clock, Stopwatch};
use switchboard_engine::domain::Timestamp;
use switchboard_engine::practice::chatwoot::{Agent, Chat, Chatwoot, Message};
use switchboard_engine::practice::elma365::Elma365;
use switchboard_engine::practice::people::{self, Person};
use switchboard_engine::practice::random::Random;
use switchboard_engine::practice::request::Request;
use switchboard_engine::practice::userlike::{Line, Session, Userlike};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Stands in a template where each request gets a number of its own.
const MESSAGE: i64 = 7_111_111_111;
/// Stands in a template where the number of the chat goes.
const CHAT: i64 = 222_222;
/// Chats the traffic is spread over.
const CHATS: u64 = 2_000;

/// A whole HTTP request with holes for the numbers that make it another one.
#[derive(Clone, Debug)]
struct Template {
    bytes: Vec<u8>,
    messages: Vec<usize>,
    chats: Vec<usize>,
}

impl Template {
    fn new(path: &str, request: &Request) -> Self {
        let mut head =
            format!("POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n", request.body.len());
        for (name, value) in &request.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let bytes = [head.as_bytes(), b"\r\n", &request.body].concat();
        let holes = |number: i64| {
            let digits = number.to_string().into_bytes();
            let is_hole = |at: &usize| bytes[*at..].starts_with(&digits);
            (head.len()..bytes.len()).filter(is_hole).collect::<Vec<_>>()
        };
        let (messages, chats) = (holes(MESSAGE), holes(CHAT));
        Self { bytes, messages, chats }
    }

    /// The request with this number, in `into`.
    fn fill(&self, number: u64, chats: u64, into: &mut Vec<u8>) {
        into.clear();
        into.extend_from_slice(&self.bytes);
        digits(into, &self.messages, 1_000_000_000 + number % 9_000_000_000, 10);
        // Spread so that neighbours are in different chats.
        digits(into, &self.chats, 100_000 + number.wrapping_mul(7_919) % chats, 6);
    }
}

fn digits(bytes: &mut [u8], holes: &[usize], number: u64, width: usize) {
    let Some((first, rest)) = holes.split_first() else { return };
    let mut left = number;
    for at in (*first..first + width).rev() {
        bytes[at] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    for hole in rest {
        bytes.copy_within(*first..first + width, *hole);
    }
}

/// Requests without end, no two alike, taken in turn by all connections.
#[derive(Debug)]
pub(crate) struct Requests {
    templates: Vec<Template>,
    next: AtomicU64,
    chats: u64,
}

impl Requests {
    /// Agents' messages in a Chatwoot inbox to this path, each with a body of `size` bytes (0: as long as their text happens to be).
    pub(crate) fn chatwoot(path: &str, size: usize) -> Self {
        Self::new((0..50).map(|seed| Template::new(path, &chatwoot(seed, size))))
    }

    /// A mix of what the three platforms send, to an intake path each.
    pub(crate) fn mixed(elma365: (&str, &str), chatwoot_path: &str, userlike: (&str, &str)) -> Self {
        Self::new((0..50).flat_map(|seed| {
            let from_elma = elma(seed, elma365.1);
            let from_elma = std::iter::repeat_with(move || Template::new(elma365.0, &from_elma)).take(6);
            let from_chatwoot = chatwoot(seed, 0);
            let from_chatwoot =
                std::iter::repeat_with(move || Template::new(chatwoot_path, &from_chatwoot)).take(3);
            from_elma
                .chain(from_chatwoot)
                .chain([Template::new(userlike.0, &userlike_line(seed, userlike.1))])
        }))
    }

    fn new(templates: impl Iterator<Item = Template>) -> Self {
        // Numbers go on from run to run, so that a kept store is not sent anything twice.
        let start = Clock.now().0.unsigned_abs() / 1_000 * 100_000;
        Self { templates: templates.collect(), next: AtomicU64::new(start), chats: CHATS }
    }

    /// The same spread over so many chats, 900,000 at most.
    pub(crate) fn over(self, chats: u64) -> Self {
        Self { chats, ..self }
    }

    /// The next request, in `into`; gives the number in its text.
    pub(crate) fn next(&self, into: &mut Vec<u8>) -> u64 {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.templates[number as usize % self.templates.len()].fill(number, self.chats, into);
        1_000_000_000 + number % 9_000_000_000
    }
}

/// Something people say, with the message's number in it, by which it can be searched.
fn text(seed: u64) -> String {
    let mut random = Random::new(seed);
    let lines = people::dialogue(&mut random);
    format!("{} ({MESSAGE})", random.pick(lines).1.replace("{n}", &CHAT.to_string()))
}

const NOW: Timestamp = Timestamp(1_790_000_000_000);

fn chatwoot(seed: u64, size: usize) -> Request {
    // The same people throughout: only what is said differs, as in life.
    let mut random = Random::new(1);
    let inbox = Chatwoot::new((1, "Acme"), (7, "Support"), None);
    let contact = Person::made_up(CHAT, &mut random);
    let agent = Agent::from(&Person::made_up(11, &mut random));
    let mut chat = Chat::new(CHAT, 7, format!("chat-{CHAT}"), (&contact).into(), NOW);
    chat.assignee = Some(agent.clone());
    let mut request = |text: String| {
        let message = Message::said(MESSAGE, Some(&agent), text, NOW);
        // The newest message stands in the conversation as well.
        chat.messages = vec![message.clone()];
        inbox.request(&inbox.message_created(&chat, &message), &mut Random::new(seed), NOW)
    };
    let mut text = text(seed);
    let plain = request(text.clone());
    // The text stands three times in a body.
    let missing = size.saturating_sub(plain.body.len()) / 3;
    text.extend(" so we looked into it once more".chars().cycle().take(missing));
    request(text)
}

fn elma(seed: u64, token: &str) -> Request {
    let elma365 = Elma365 {
        token: token.to_owned(),
        channel_id: ELMA_CHANNEL.to_owned(),
        company: "https://acme.example".to_owned(),
    };
    elma365.message(&format!("chat-{CHAT}"), &text(seed), &[])
}

/// The id ELMA365 gives the channel.
const ELMA_CHANNEL: &str = "ebf45efc-cc67-4b60-9e3f-121966ba9f30";

/// What ELMA365 sends first.
pub(crate) fn elma_connect(path: &str, token: &str) -> Requests {
    let elma365 = Elma365 {
        token: token.to_owned(),
        channel_id: ELMA_CHANNEL.to_owned(),
        company: "https://acme.example".to_owned(),
    };
    Requests::new(std::iter::once(Template::new(path, &elma365.connect())))
}

fn userlike_line(seed: u64, token: &str) -> Request {
    let mut random = Random::new(1);
    let userlike = Userlike {
        secret: Some(("x-switchboard-secret".to_owned(), token.to_owned()))
            .filter(|(_, token)| !token.is_empty()),
        time_zone: "UTC".to_owned(),
        widget: (9, "Website".to_owned()),
        page: "https://acme.example/help".to_owned(),
    };
    let session = Session {
        id: CHAT,
        client_uuid: format!("client-{CHAT}"),
        client: Person::made_up(CHAT, &mut random),
        operator: Person::made_up(5, &mut random),
        started: NOW,
        ended: None,
        rate: None,
        feedback: None,
        lines: vec![Line { by_operator: false, text: text(seed), at: NOW }],
    };
    userlike.chat_session("message_received", &session)
}

/// How hard to drive.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Where to.
    pub(crate) address: SocketAddr,
    /// Connections, each with one request under way.
    pub(crate) connections: u64,
    /// When to end.
    pub(crate) time: Duration,
    /// How many requests to make at most.
    pub(crate) requests: u64,
    /// The time between two requests of one connection; none: one right after the other.
    pub(crate) every: Option<Duration>,
}

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Driven {
    /// Requests answered 2xx.
    pub(crate) taken: u64,
    /// Requests answered otherwise, or not at all.
    pub(crate) refused: u64,
    /// The greatest number among those taken.
    pub(crate) last: u64,
    /// How long each answer took.
    pub(crate) latencies: Vec<Duration>,
    /// How long all of it took.
    pub(crate) elapsed: Duration,
}

impl Driven {
    /// Requests taken in a second.
    pub(crate) fn rate(&self) -> f64 {
        self.taken as f64 / self.elapsed.as_secs_f64()
    }
}

impl Load {
    /// Drives until time or number is up, on a thread of its own.
    pub(crate) async fn drive(self, requests: &Arc<Requests>) -> Driven {
        let requests = Arc::clone(requests);
        let driving = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(self.drive_here(requests))
        };
        tokio::task::spawn_blocking(driving).await.unwrap()
    }

    async fn drive_here(self, requests: Arc<Requests>) -> Driven {
        let began = Clock.stopwatch();
        let left = Arc::new(AtomicU64::new(self.requests));
        let mut connections = JoinSet::new();
        for _ in 0..self.connections {
            connections.spawn(self.connection(Arc::clone(&requests), Arc::clone(&left), began));
        }
        let mut all = Driven::default();
        while let Some(one) = connections.join_next().await {
            let one = one.unwrap();
            all.taken += one.taken;
            all.refused += one.refused;
            all.last = all.last.max(one.last);
            all.latencies.extend(one.latencies);
        }
        all.elapsed = began.elapsed();
        all.latencies.sort_unstable();
        all
    }

    async fn connection(self, requests: Arc<Requests>, left: Arc<AtomicU64>, began: Stopwatch) -> Driven {
        let mut driven = Driven::default();
        let mut line = Caller::connect(self.address).await.unwrap();
        let mut request = Vec::new();
        let mut pace = self.every.map(tokio::time::interval);
        while began.elapsed() < self.time {
            let taking = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
            if taking.is_err() {
                break;
            }
            if let Some(pace) = &mut pace {
                pace.tick().await;
            }
            let number = requests.next(&mut request);
            let sent = Clock.stopwatch();
            match line.call(&request).await {
                Ok(200..300) => {
                    driven.taken += 1;
                    driven.last = number;
                    driven.latencies.push(sent.elapsed());
                }
                Ok(_) => driven.refused += 1,
                Err(_) => {
                    driven.refused += 1;
                    line = Caller::connect(self.address).await.unwrap();
                }
            }
        }
        driven
    }
}

/// One keep-alive connection.
#[derive(Debug)]
pub(crate) struct Caller {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Caller {
    pub(crate) async fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(4_096) })
    }

    /// Sends a request, waits for the whole answer and gives its status.
    pub(crate) async fn call(&mut self, request: &[u8]) -> io::Result<u16> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(head) = head(&self.buffer)
                && self.buffer.len() >= head.length
            {
                let status = self.buffer.get(9..12).and_then(|text| std::str::from_utf8(text).ok());
                return status
                    .and_then(|text| text.parse().ok())
                    .ok_or_else(|| io::ErrorKind::InvalidData.into());
            }
        }
    }
}

/// What a message's head says, once all of it is there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    /// Length of head and body together.
    pub(crate) length: usize,
}

/// Reads the head at the start of `bytes`.
pub(crate) fn head(bytes: &[u8]) -> Option<Head> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let length = bytes[..end].split(|byte| *byte == b'\n').find_map(|line| {
        let (name, value) = line.split_at_checked(15)?;
        let value = name.eq_ignore_ascii_case(b"content-length:").then_some(value)?;
        std::str::from_utf8(value).ok()?.trim().parse::<usize>().ok()
    });
    Some(Head { length: end + length.unwrap_or(0) })
}

/// The value below which `share` of the sorted times lie.
pub(crate) fn quantile(sorted: &[Duration], share: f64) -> Duration {
    let last = sorted.len().saturating_sub(1);
    sorted.get((last as f64 * share).round() as usize).copied().unwrap_or_default()
}
