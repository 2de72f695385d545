//! The whole path over real sockets: a platform calls, the relay keeps and answers, the endpoint gets it.

use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::Engine;
use crate::config::Config;
use crate::domain::{
    Channel, ChannelId, Code, Elma365Options, Endpoint as EndpointOptions, Format, Mode, Options, State,
    Subscriptions,
};
use crate::practice::elma365::Elma365;
use crate::practice::endpoint::{Call, Endpoint, Reply};
use crate::practice::request::{Request, Sender};
use crate::schema::{ExchangeRow, TrafficFilter, TrafficQuery};
use crate::secret::Secret;
use crate::store::OpenOptions;

const PATIENCE: Duration = Duration::from_secs(20);

struct Set {
    engine: Arc<Engine>,
    channel: ChannelId,
    elma365: Elma365,
    sender: Sender,
    endpoint: Endpoint,
    calls: Arc<Mutex<Vec<Call>>>,
    status: Arc<AtomicU16>,
    folder: tempfile::TempDir,
}

fn config(folder: &tempfile::TempDir) -> Config {
    Config {
        data: folder.path().to_owned(),
        listen: Some("127.0.0.1:0".parse().unwrap()),
        options: OpenOptions { key_file: true, ..OpenOptions::default() },
        least_free: None,
        relay_number: 3,
    }
}

impl Set {
    /// A relay with a channel whose endpoint answers what `status` says.
    async fn new() -> Self {
        let calls = Arc::new(Mutex::new(Vec::new()));
        let status = Arc::new(AtomicU16::new(200));
        let (noting, answering) = (Arc::clone(&calls), Arc::clone(&status));
        let endpoint = Endpoint::start(move |call| {
            noting.lock().unwrap().push(call.clone());
            Reply::status(StatusCode::from_u16(answering.load(Ordering::SeqCst)).unwrap())
        })
        .await
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let engine = Engine::start(config(&folder)).await.unwrap();
        let elma365 = Elma365 {
            token: "token".to_owned(),
            channel_id: "theirs".to_owned(),
            company: "https://acme.example".to_owned(),
        };
        let channel = Channel {
            id: engine.store.new_id(),
            name: "Support".to_owned(),
            preset: None,
            token: Secret::new("token"),
            api_url: None,
            platform_trust: None,
            callback_url: Some(endpoint.url()),
            subscriptions: Subscriptions::All,
            format: Format::Switchboard,
            endpoint: EndpointOptions::default(),
            options: Options::Elma365(Elma365Options::default()),
            intake_key: Secret::random(16),
            endpoint_token: Secret::random(16),
            signing_secret: Secret::new("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"),
            mode: Mode::Active,
            demo: false,
            created_at: engine.clock.now(),
        };
        let id = channel.id;
        engine.store.put_channel(channel).await.unwrap();
        engine.reload_channels().await.unwrap();
        Self { engine, channel: id, elma365, sender: Sender::default(), endpoint, calls, status, folder }
    }

    fn channel(&self) -> Channel {
        Channel::clone(&self.engine.channel(self.channel).unwrap())
    }

    async fn change(&self, change: impl FnOnce(&mut Channel)) {
        let mut channel = self.channel();
        change(&mut channel);
        self.engine.store.put_channel(channel).await.unwrap();
        self.engine.reload_channels().await.unwrap();
    }

    async fn set(&self, change: impl FnOnce(&mut crate::schema::Settings)) {
        let mut settings = self.engine.settings().as_ref().clone();
        change(&mut settings);
        self.engine.store.put_settings(settings).await.unwrap();
        self.engine.reload_settings().await.unwrap();
    }

    fn url(&self) -> String {
        self.engine.intake_url(&self.channel())
    }

    async fn post(&self, request: Request) -> (u16, Value) {
        let (status, body) = self.sender.post(&self.url(), request).await.unwrap();
        (status.as_u16(), serde_json::from_slice(&body).unwrap_or_default())
    }

    async fn message(&self, text: &str) {
        assert_eq!(self.post(self.elma365.message("chat", text, &[])).await.0, 200, "{text}");
    }

    /// Rows of the log, newest first.
    async fn rows(&self) -> Vec<ExchangeRow> {
        self.engine
            .store
            .traffic(TrafficQuery { filter: TrafficFilter::default(), ..TrafficQuery::default() })
            .await
            .unwrap()
            .rows
    }

    async fn until(&self, what: &str, mut is: impl AsyncFnMut() -> bool) {
        let waiting = async {
            while !is().await {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        if tokio::time::timeout(PATIENCE, waiting).await.is_err() {
            panic!("never: {what}; {:#?}", self.rows().await);
        }
    }

    async fn called(&self, times: usize) -> Vec<Call> {
        self.until(&format!("{times} calls"), async || self.calls.lock().unwrap().len() >= times).await;
        self.calls.lock().unwrap().clone()
    }

    async fn results(&self, state: State) {
        self.until(&format!("all {state:?}"), async || {
            let rows = self.rows().await;
            !rows.is_empty() && rows.iter().all(|row| row.result == state)
        })
        .await;
    }
}

fn text(call: &Call) -> String {
    let body: Value = serde_json::from_slice(&call.body).unwrap();
    body["data"]["message"]["text"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_message_goes_from_the_platform_to_the_endpoint_signed_and_both_ways_are_in_the_log() {
    let set = Set::new().await;
    let mut live = set.engine.bus.listen();
    set.message("Good morning").await;
    let call = set.called(1).await.remove(0);
    let body: Value = serde_json::from_slice(&call.body).unwrap();
    assert_eq!(body["type"], "message.sent");
    assert_eq!(body["data"]["message"]["text"], "Good morning");
    assert_eq!(body["data"]["channel"]["platform"], "elma365");
    assert_eq!(body["data"]["original"]["type"], "message", "the platform's own body is there");
    assert!(!body.to_string().contains("\"token\":\"token\""), "without its secrets: {body}");
    let library = standardwebhooks::Webhook::new(set.channel().signing_secret.expose()).unwrap();
    library.verify(&call.body, &call.headers).unwrap();
    set.results(State::Delivered).await;
    assert_eq!(set.rows().await.len(), 2, "one in, one out");
    assert!(live.recv().await.is_ok(), "it was seen live");
    set.engine.stop().await;
}

#[tokio::test]
async fn what_the_platform_teaches_is_kept_before_it_is_answered() {
    let set = Set::new().await;
    assert_eq!(set.post(set.elma365.connect()).await.0, 200);
    let Options::Elma365(options) = set.channel().options else { panic!("another platform") };
    assert_eq!(options.channel_id.as_deref(), Some("theirs"));
    assert!(options.webhook.is_some());
    assert_eq!(set.post(set.elma365.disconnect()).await.0, 200);
    let Options::Elma365(options) = set.channel().options else { panic!("another platform") };
    assert!(options.disconnected && options.webhook.is_some(), "what was learned is kept");
    set.engine.stop().await;
}

#[tokio::test]
async fn an_unknown_contact_is_answered_with_the_id_alone() {
    let set = Set::new().await;
    let (status, body) = set.post(set.elma365.user_info("u-1")).await;
    assert_eq!(status, 200);
    assert!(body.to_string().contains("u-1"), "{body}");
    set.engine.stop().await;
}

#[tokio::test]
async fn a_sender_that_hangs_up_before_the_answer_has_sent_its_message_all_the_same() {
    let set = Set::new().await;
    let address = set.engine.relay_addr().unwrap();
    let path = set.url().split_once(&address.to_string()).unwrap().1.to_owned();
    let body = set.elma365.message("chat", "Gone already", &[]).body;
    for _ in 0..20 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: relay\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&body).await.unwrap();
        drop(stream);
    }
    let kept =
        |rows: Vec<ExchangeRow>| rows.iter().filter(|row| row.preview.contains("Gone already")).count();
    // Every one that was read whole is kept, and every one that is kept is delivered, at once and not at the next look.
    set.until("they are delivered", async || {
        let rows = set.rows().await;
        kept(rows.clone()) > 0 && rows.iter().all(|row| row.result == State::Delivered)
    })
    .await;
    set.engine.stop().await;
}

#[tokio::test]
async fn what_waits_while_the_callback_address_is_missing_goes_when_there_is_one() {
    let set = Set::new().await;
    set.change(|channel| channel.mode = Mode::Paused).await;
    set.message("Waiting").await;
    set.change(|channel| (channel.callback_url, channel.mode) = (None, Mode::Active)).await;
    set.results(State::Received).await;
    let url = set.endpoint.url();
    set.change(|channel| channel.callback_url = Some(url)).await;
    assert_eq!(text(&set.called(1).await[0]), "Waiting");
    set.engine.stop().await;
}

#[tokio::test]
async fn order_within_a_chat_is_that_of_arrival_and_a_stop_forgets_nothing() {
    let set = Set::new().await;
    set.set(|settings| (settings.retry_schedule_ms, settings.breaker_after) = (vec![5; 1_000], 10_000)).await;
    set.status.store(503, Ordering::SeqCst);
    for number in 0..10 {
        set.message(&number.to_string()).await;
    }
    set.called(5).await;
    set.engine.stop().await;
    let Set { folder, status, calls, endpoint: _endpoint, .. } = set;
    let engine = Engine::start(config(&folder)).await.unwrap();
    status.store(200, Ordering::SeqCst);
    let seen = async {
        loop {
            let mut texts: Vec<String> = calls.lock().unwrap().iter().map(text).collect();
            texts.dedup();
            if texts.len() >= 10 {
                return texts;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    let texts = tokio::time::timeout(PATIENCE, seen).await.expect("all arrive");
    assert_eq!(texts, (0..10).map(|number: i32| number.to_string()).collect::<Vec<_>>());
    engine.stop().await;
}

#[tokio::test]
async fn a_taken_port_is_told_and_taken_over_once_it_is_free() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let engine = Engine::start(Config { listen: Some(address), ..config(&folder) }).await.unwrap();
    let error = engine.relay_error().unwrap();
    assert_eq!((error.code, engine.relay_addr()), (Code::Port01, None));
    assert_eq!(error.params["address"], address.to_string());
    drop(taken);
    let listening = async {
        while engine.relay_addr().is_none() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(PATIENCE, listening).await.expect("the port is free");
    assert_eq!(engine.relay_error(), None);
    engine.stop().await;
}

#[tokio::test]
async fn a_test_of_the_endpoint_names_each_step_and_sends_no_message() {
    let set = Set::new().await;
    let report = set.engine.test_channel(&set.channel()).await;
    let names: Vec<_> = report.checks.iter().map(|check| check.name.as_str()).collect();
    assert_eq!(names, ["address", "dns", "connect", "clock", "answer"]);
    assert!(report.checks.iter().all(|check| check.error.is_none()), "{report:?}");
    set.status.store(401, Ordering::SeqCst);
    let report = set.engine.test_channel(&set.channel()).await;
    assert_eq!(report.checks.last().unwrap().error.as_ref().unwrap().code, Code::Auth04);
    let nowhere = Channel { callback_url: Some("http://nothing.invalid/".to_owned()), ..set.channel() };
    let report = set.engine.test_channel(&nowhere).await;
    assert_eq!(report.checks.last().unwrap().error.as_ref().unwrap().code, Code::Net04);
    let none = Channel { callback_url: None, ..set.channel() };
    let report = set.engine.test_channel(&none).await;
    assert_eq!((report.checks.len(), report.checks[0].state), (1, crate::schema::CheckState::Skipped));
    assert!(set.rows().await.is_empty());
    set.engine.stop().await;
}

#[tokio::test]
async fn a_stop_lets_a_request_under_way_come_to_its_answer() {
    let set = Set::new().await;
    let address = set.engine.relay_addr().unwrap();
    let path = set.url().split_once(&address.to_string()).unwrap().1.to_owned();
    let body = set.elma365.message("chat", "Last words", &[]).body;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: relay\r\nexpect: 100-continue\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    // The relay asks for the body once it has read the head: the request is under way.
    let mut buffer = [0; 25];
    stream.read_exact(&mut buffer).await.unwrap();
    assert_eq!(&buffer, b"HTTP/1.1 100 Continue\r\n\r\n");
    let engine = Arc::clone(&set.engine);
    let stopping = tokio::spawn(async move { engine.stop().await });
    set.engine.stopping().cancelled().await;
    stream.write_all(&body).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    stopping.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn what_is_kept_without_being_acted_on_can_be_accepted() {
    let set = Set::new().await;
    let wrong = Elma365 {
        token: "another".to_owned(),
        ..Elma365 {
            token: String::new(),
            channel_id: "theirs".to_owned(),
            company: "https://acme.example".to_owned(),
        }
    };
    assert_eq!(set.post(wrong.message("chat", "From whom?", &[])).await.0, 401);
    let row = set.rows().await.remove(0);
    assert_eq!((row.result, row.code), (State::Refused, Some(Code::Auth03)));
    set.engine.process(row.id, None).await.unwrap();
    assert_eq!(text(&set.called(1).await[0]), "From whom?");
    let again = set.engine.process(row.id, None).await.unwrap_err();
    assert_eq!(again.code, Code::Id05, "once is enough");

    let stray = format!("{}{}nobody", set.engine.base(), crate::domain::address::INTAKE);
    let (status, _) = set
        .sender
        .post(&stray, Request { headers: Vec::new(), body: Bytes::from(json!({}).to_string()) })
        .await
        .unwrap();
    assert_eq!(status, 404);
    set.engine.stop().await;
}

#[tokio::test]
async fn what_a_platform_that_cannot_be_asked_may_have_said_in_a_gap_is_said_to_be_lost() {
    let set = Set::new().await;
    let now = set.engine.clock.now();
    let is_said = async |seconds: i64| {
        let from = now.plus_ms(-seconds * 1_000);
        crate::intake::catch_up::lost(&set.engine, &set.channel(), from, now).await;
        !set.engine.catch_ups().is_empty()
    };
    assert!(!is_said(3_600).await, "a channel that was never heard misses nothing");
    set.message("Hi").await;
    assert!(!is_said(59).await, "so short a gap is worth no word");
    assert!(is_said(61).await);
    let gaps = set.engine.catch_ups();
    assert_eq!((gaps.len(), gaps[0].state), (1, crate::schema::CatchUpState::Impossible));
    assert_eq!((gaps[0].from, gaps[0].to, gaps[0].channel), (now.plus_ms(-61_000), now, set.channel));
    set.engine.stop().await;
}
