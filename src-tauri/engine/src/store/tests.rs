//! The store as the rest of the engine uses it: whole steps on a real folder.
//!
//! Long because every promise of keeping is told on one bench, and a promise is easiest found beside its neighbours. What goes to
//! platforms, what links carry, files, what goes with a channel and older versions have files of their own.

mod carried;
mod counted;
mod erased;
mod files;
mod forgotten;
mod history;
mod listed;
mod platforms;
mod receipts;
mod snapshots;
mod told;
mod versions;
mod write_backs;

use bytes::Bytes;

use super::*;
use crate::secret::Secret;

pub(super) struct Bench {
    pub(super) folder: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) channel: ChannelId,
    pub(super) destination: DestinationId,
}

pub(super) fn options() -> OpenOptions {
    OpenOptions { key_file: true, ..OpenOptions::default() }
}

pub(super) fn channel(id: ChannelId, name: &str) -> Channel {
    Channel {
        id,
        name: name.to_owned(),
        preset: Some(Preset::Chatwoot),
        token: Secret::new("token-seeded-3141"),
        api_url: None,
        callback_url: Some("http://127.0.0.1:9/hook".to_owned()),
        subscriptions: Subscriptions::All,
        format: Format::Switchboard,
        endpoint: Endpoint::default(),
        options: Options::new(Platform::Chatwoot),
        intake_key: Secret::new("intake-seeded-2718"),
        endpoint_token: Secret::new("endpoint"),
        signing_secret: Secret::new("whsec_x"),
        mode: Mode::Active,
        demo: false,
        created_at: Timestamp(1),
    }
}

/// A channel of ELMA365 that is connected.
pub(super) fn elma365(id: ChannelId, name: &str) -> Channel {
    let options = Elma365Options {
        webhook: Some("http://127.0.0.1:9/elma".to_owned()),
        outcomes_used: true,
        ..Elma365Options::default()
    };
    Channel { preset: None, options: Options::Elma365(options), ..channel(id, name) }
}

/// A channel of Chatwoot that can be called.
pub(super) fn chatwoot(id: ChannelId, name: &str) -> Channel {
    let options = ChatwootOptions { account_id: Some(1), ..ChatwootOptions::default() };
    let api_url = Some("http://127.0.0.1:9".to_owned());
    Channel { api_url, options: Options::Chatwoot(options), ..channel(id, name) }
}

impl Bench {
    /// Another channel.
    pub(super) async fn another(&self, make: fn(ChannelId, &str) -> Channel, name: &str) -> ChannelId {
        let id = self.store.new_id();
        self.store.put_channel(make(id, name)).await.unwrap();
        id
    }

    /// A channel's destination of that role.
    pub(super) async fn destination(&self, channel: ChannelId, role: Role) -> DestinationId {
        let all = self.store.destinations().await.unwrap();
        all.iter().find(|it| it.channel == channel && it.role == role).expect("the destination is there").id
    }

    /// Rows of a table.
    pub(super) async fn count(&self, table: &'static str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = move |reader: &mut Reader| Ok(reader.db.query_row(&sql, [], |row| row.get(0))?);
        self.store.read(count).await.unwrap()
    }

    /// How a row of the log stands.
    pub(super) async fn row(&self, id: ExchangeId) -> ExchangeRow {
        let page = self.store.traffic(TrafficQuery { limit: Some(500), ..TrafficQuery::default() }).await;
        page.unwrap().rows.into_iter().find(|row| row.id == id).expect("the row is there")
    }

    /// The deliveries an exchange caused, those told later last.
    pub(super) async fn owed(&self, id: ExchangeId) -> Vec<DeliveryView> {
        self.store.exchange(id).await.unwrap().expect("the exchange is there").deliveries
    }
}

/// What the endpoint asks for at its channel's outbox.
pub(super) fn asked(channel: ChannelId, event: Event, name: Option<&str>) -> Arrival {
    let mut arrival = arrival(Some(channel), vec![event]);
    arrival.source = Source::Endpoint;
    arrival.unique = name.map(str::to_owned);
    arrival.events[0].skip = Some(SkipReason::OwnEcho);
    arrival.events[0].platform = true;
    arrival
}

/// A call to a platform.
pub(super) fn called(
    delivery: DeliveryId,
    step: &'static str,
    progress: serde_json::Value,
    verdict: Verdict,
) -> Tried {
    let mut called = tried(delivery, None, verdict);
    called.step = Some(step);
    called.progress = Some(progress);
    called.body = Bytes::from(format!("{{\"step\":\"{step}\"}}"));
    called
}

/// An end without a call.
pub(super) fn settled(delivery: DeliveryId, verdict: Verdict) -> Settled {
    Settled { delivery, progress: None, taught: Vec::new(), write_backs: Vec::new(), code: None, verdict }
}

/// A copy that a link made of an event for another channel.
pub(super) fn copy(of: &Event, from: ChannelId, to: ChannelId, link: LinkId) -> Routed {
    let mut event = of.clone();
    let key = of.identity.as_ref().map(|identity| identity.key.clone());
    event.identity = key.as_ref().map(|key| Identity { key: format!("carried:{link}:{key}"), revision: 0 });
    if let Some(message) = &mut event.message {
        message.key = None;
    }
    if let Some(about) = &mut event.conversation {
        about.chat = Some(link::key_across(from, &about.key));
        about.key = String::new();
    }
    if let Some(contact) = &mut event.contact {
        contact.key = link::key_across(from, &contact.key);
    }
    let chat = of.conversation.as_ref().map(|about| about.key.clone());
    event.origin = Some(Origin {
        link,
        channel: from,
        conversation: chat.clone(),
        chat,
        message: key,
        trail: vec![from],
    });
    Routed { channel: to, id: None, event, skip: Some(SkipReason::NoEndpoint), platform: true, address: None }
}

pub(super) async fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    let id = store.new_id();
    store.put_channel(channel(id, "First")).await.unwrap();
    let destination = store.destinations().await.unwrap()[0].id;
    Bench { folder, store, channel: id, destination }
}

pub(super) fn event(chat: &str, key: &str, text: &str) -> Event {
    let mut event = Event::new(EventKind::MessageReceived, "message_created");
    event.identity = Some(Identity { key: key.to_owned(), revision: 1 });
    event.conversation = Some(Conversation { key: chat.to_owned(), ..Conversation::default() });
    event.contact = Some(Contact { key: "7".to_owned(), name: Some("Ada".to_owned()), ..Contact::default() });
    event.message = Some(Message {
        key: Some(key.to_owned()),
        from: Side::Customer,
        author: None,
        text: text.to_owned(),
        content_type: None,
        files: Vec::new(),
        private: false,
        template: false,
        sent_at: None,
        status: None,
        error: None,
    });
    event
}

pub(super) fn arrival(channel: Option<ChannelId>, events: Vec<Event>) -> Arrival {
    let body = format!("{{\"events\":{}}}", events.len());
    Arrival {
        channel,
        at: Clock.now(),
        started: Clock.stopwatch(),
        method: "POST".to_owned(),
        path: "/in/••••".to_owned(),
        peer: "127.0.0.1:5".to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: Bytes::from(body),
        status: 200,
        answer: Some("{}".to_owned()),
        kept: None,
        events: events
            .into_iter()
            .map(|event| Routed {
                channel: channel.unwrap_or(ChannelId(0)),
                id: None,
                event,
                skip: None,
                platform: false,
                address: None,
            })
            .collect(),
        format: Format::Switchboard,
        source: Source::Platform,
        files: Vec::new(),
        unique: None,
    }
}

pub(super) fn tried(delivery: DeliveryId, code: Option<Code>, verdict: Verdict) -> Tried {
    Tried {
        delivery,
        at: Clock.now(),
        method: "POST".to_owned(),
        url: "http://127.0.0.1:9/hook".to_owned(),
        headers: vec![("webhook-id".to_owned(), "x".to_owned())],
        own: Vec::new(),
        body: Bytes::from_static(b"{\"type\":\"message.received\"}"),
        step: None,
        progress: None,
        taught: Vec::new(),
        write_backs: Vec::new(),
        answer: Some((if code.is_none() { 200 } else { 500 }, Vec::new(), Bytes::from_static(b"ok"), false)),
        code,
        certificate: None,
        timings: Timings { total_us: 5, ..Timings::default() },
        verdict,
    }
}

#[tokio::test]
async fn a_message_goes_in_is_owed_is_tried_and_is_done() {
    let bench = bench().await;
    let store = &bench.store;
    let stored = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!(
        (stored.row.result, stored.row.preview.as_str(), stored.row.who.as_str()),
        (State::Received, "hello", "Ada")
    );
    let due = store.due(bench.destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(due, stored.due);
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 1);
    let at_hand = store.job(due[0].delivery).await.unwrap().unwrap();
    let read_back = store.job(due[0].delivery).await.unwrap().unwrap();
    assert_eq!(at_hand.event, read_back.event);
    assert_eq!(at_hand.original, read_back.original);
    assert_eq!(at_hand.contact, read_back.contact);
    let recorded = store.record(tried(due[0].delivery, None, Verdict::Delivered)).await.unwrap();
    assert!(recorded.next.is_none());
    assert_eq!(recorded.rows[1].result, State::Delivered);
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 0);
    assert!(store.job(due[0].delivery).await.unwrap().is_none(), "it is owed no more");
    let page = store.traffic(TrafficQuery::default()).await.unwrap();
    assert_eq!(page.rows.len(), 2);
    assert_eq!(page.total, Some(2));
    let detail = store.exchange(stored.row.id).await.unwrap().unwrap();
    assert_eq!(detail.deliveries[0].attempts.len(), 1);
    assert_eq!(detail.events[0].message.as_ref().unwrap().text, "hello");
}

async fn wait_until<F: AsyncFnMut() -> bool>(mut what: F) {
    while !what().await {
        tokio::task::yield_now().await;
    }
}

pub(super) fn raw_bytes(folder: &std::path::Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        all.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    all
}

pub(super) fn holds(all: &[u8], text: &str) -> bool {
    all.windows(text.len()).any(|part| part == text.as_bytes())
}

#[tokio::test]
async fn a_repeat_is_kept_but_goes_nowhere_and_a_new_revision_does() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    store.accept(arrival(channel, vec![event("c1", "m1", "hello")])).await.unwrap();
    let repeat = store.accept(arrival(channel, vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!((repeat.row.result, repeat.row.skipped), (State::Skipped, Some(SkipReason::Duplicate)));
    let mut changed = event("c1", "m1", "hello!");
    changed.identity.as_mut().unwrap().revision = 2;
    assert_eq!(store.accept(arrival(channel, vec![changed])).await.unwrap().row.result, State::Received);
    let back = store.accept(arrival(channel, vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!(back.row.result, State::Received, "a return to an older revision is news");
    let mut nameless = event("c1", "m1", "ok");
    nameless.identity = None;
    nameless.message.as_mut().unwrap().key = None;
    for _ in 0..2 {
        let stored = store.accept(arrival(channel, vec![nameless.clone()])).await.unwrap();
        assert_eq!(stored.row.result, State::Received, "two of the same words are two");
    }
}

#[tokio::test]
async fn a_lane_keeps_order_and_others_go_on() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    let first = store.accept(arrival(channel, vec![event("c1", "m1", "one")])).await.unwrap().due[0];
    let second = store.accept(arrival(channel, vec![event("c1", "m2", "two")])).await.unwrap();
    assert!(second.due.is_empty(), "the lane has a head already");
    let other = store.accept(arrival(channel, vec![event("c2", "m3", "three")])).await.unwrap().due[0];
    let now = Clock.now();
    assert_eq!(store.due(bench.destination, now, 10, &[]).await.unwrap(), [first, other]);
    assert_eq!(store.due(bench.destination, now, 10, &[first.lane]).await.unwrap(), [other]);

    // The head is tried again later: its lane waits, then goes on beside it.
    let later = now.plus_ms(60_000);
    let again = store.record(tried(first.delivery, Some(Code::Http02), Verdict::Again(later))).await.unwrap();
    assert!(again.next.is_none());
    assert_eq!(
        again.rows[1].retry.map(|retry| (retry.made, retry.of, retry.next)),
        Some((1, 10, Some(later)))
    );
    assert_eq!(store.due(bench.destination, now, 10, &[]).await.unwrap(), [other]);
    assert_eq!(store.next_due(bench.destination, &[other.lane]).await.unwrap(), Some(later));
    let beside =
        store.record(tried(first.delivery, Some(Code::Http02), Verdict::Beside(later))).await.unwrap();
    let next = beside.next.unwrap();
    assert_eq!(next.lane, first.lane, "the lane goes on with what came after");
    assert_ne!(next.delivery, first.delivery);
    assert!(store.delivery(first.delivery).await.unwrap().unwrap().out_of_order);
    assert!(store.record(tried(next.delivery, None, Verdict::Delivered)).await.unwrap().next.is_none());
    // A third in the old lane does not wait for the one beside it.
    let third = store.accept(arrival(channel, vec![event("c1", "m4", "four")])).await.unwrap();
    assert_eq!(third.due[0].lane, first.lane);

    let job = store.job(first.delivery).await.unwrap().unwrap();
    assert_eq!((job.made, job.fixed.as_deref()), (2, Some(&b"{\"type\":\"message.received\"}"[..])));
    let failed = store.record(tried(first.delivery, Some(Code::Http02), Verdict::Failed)).await.unwrap();
    assert_eq!(failed.rows[1].result, State::Failed);
    assert_eq!(store.delivery(first.delivery).await.unwrap().unwrap().attempts.len(), 3);
    let health = store.health(bench.channel, Clock.now()).await.unwrap();
    assert_eq!((health.failed, health.waiting, health.failing), (1, 2, false));

    let request = ResendRequest {
        ids: None,
        filter: Some(DeliveryFilter { state: Some(State::Failed), ..DeliveryFilter::default() }),
    };
    let (resent, due) = store.resend(request, Clock.now()).await.unwrap();
    assert_eq!((resent.queued, due.len()), (1, 1));
    assert_eq!(store.job(first.delivery).await.unwrap().unwrap().made, 0, "tries count from the start");
}

#[tokio::test]
async fn a_held_try_counts_nothing_and_shows_as_on_hold_until_the_destination_opens() {
    let bench = bench().await;
    let store = &bench.store;
    let stored = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "one")])).await.unwrap();
    let due = stored.due[0];
    store.record(tried(due.delivery, Some(Code::Auth04), Verdict::Held)).await.unwrap();
    store.set_stopped(bench.destination, Some(Code::Auth04), None).await.unwrap();
    assert_eq!(store.destinations().await.unwrap()[0].stopped, Some(Code::Auth04));
    let on_hold = TrafficQuery {
        filter: TrafficFilter {
            state: Some(State::OnHold),
            direction: Some(Direction::In),
            ..TrafficFilter::default()
        },
        ..TrafficQuery::default()
    };
    let page = store.traffic(on_hold.clone()).await.unwrap();
    assert_eq!(
        page.rows.iter().map(|row| (row.id, row.result)).collect::<Vec<_>>(),
        [(stored.row.id, State::OnHold)]
    );
    store.set_stopped(bench.destination, None, None).await.unwrap();
    assert!(store.traffic(on_hold).await.unwrap().rows.is_empty());
    assert_eq!(store.job(due.delivery).await.unwrap().unwrap().made, 0);
    assert_eq!(store.due(bench.destination, Clock.now(), 1, &[]).await.unwrap(), [due]);
}

#[tokio::test]
async fn fleeting_events_hold_up_nobody() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    let mut typing = event("c1", "t", "");
    typing.kind = EventKind::TypingStarted;
    (typing.message, typing.identity) = (None, None);
    let fleeting = store.accept(arrival(channel, vec![typing])).await.unwrap().due[0];
    let message = store.accept(arrival(channel, vec![event("c1", "m1", "one")])).await.unwrap().due[0];
    assert_ne!(fleeting.lane, message.lane);
    let skipped = store.skip_stale(fleeting.delivery).await.unwrap();
    assert_eq!((skipped.rows[0].result, skipped.rows[0].skipped), (State::Skipped, Some(SkipReason::Stale)));
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_not_mentioned_stays_known() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    let mut first = event("c1", "m1", "one");
    first.contact.as_mut().unwrap().phone = Some("+49 151".to_owned());
    first.conversation.as_mut().unwrap().status = Some(ConversationStatus::Open);
    store.accept(arrival(channel, vec![first])).await.unwrap();
    let mut second = event("c1", "m2", "two");
    second.contact.as_mut().unwrap().name = Some("Ada L.".to_owned());
    second.contact.as_mut().unwrap().identifier = Some("ada".to_owned());
    let due = store.accept(arrival(channel, vec![second])).await.unwrap();
    let contact = store.contact(bench.channel, "ada").await.unwrap().unwrap();
    assert_eq!((contact.name.as_deref(), contact.phone.as_deref()), (Some("Ada L."), Some("+49 151")));
    let delivery = store.exchange(due.row.id).await.unwrap().unwrap().deliveries[0].id;
    let job = store.job(delivery).await.unwrap().unwrap();
    assert_eq!(job.conversation.unwrap().status, Some(ConversationStatus::Open));
    assert_eq!(job.contact, Some(contact));
}

#[tokio::test]
async fn one_bad_item_of_a_commit_hurts_no_other() {
    let bench = bench().await;
    let writer = &bench.store.0.writer;
    let good = writer.keep(|tx| tallies::set_fact(tx.db, "one", 1));
    let bad = writer.keep(|tx| -> Result<()> {
        tallies::set_fact(tx.db, "two", 2)?;
        Err(Error::new(Code::Id05))
    });
    let also = writer.keep(|tx| tallies::set_fact(tx.db, "three", 3));
    let (good, bad, also) = tokio::join!(good, bad, also);
    assert!(good.is_ok() && also.is_ok());
    assert_eq!(bad.unwrap_err().code, Code::Id05);
    let facts = bench.store.read(|reader| {
        Ok([
            tallies::fact(&reader.db, "one")?,
            tallies::fact(&reader.db, "two")?,
            tallies::fact(&reader.db, "three")?,
        ])
    });
    assert_eq!(facts.await.unwrap(), [1, 0, 3], "what the bad one wrote is undone");
}

#[tokio::test]
async fn everything_answered_is_there_after_a_start_and_ids_go_on() {
    let Bench { folder, store, channel, destination } = bench().await;
    let mut last = ExchangeId(0);
    for i in 0..20 {
        let stored =
            store.accept(arrival(Some(channel), vec![event("c1", &format!("m{i}"), "x")])).await.unwrap();
        assert!(stored.row.id > last);
        last = stored.row.id;
    }
    store.close().await;
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(store.waiting(destination).await.unwrap(), 20);
    assert_eq!(store.traffic(TrafficQuery::default()).await.unwrap().total, Some(20));
    let due = store.due(destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(store.job(due[0].delivery).await.unwrap().unwrap().event.message.unwrap().text, "x");
    assert!(store.new_id::<ExchangeId>() > last);
    assert!(store.gap().is_some());
}

#[tokio::test]
async fn a_second_process_is_refused() {
    let bench = bench().await;
    let error = Store::open(bench.folder.path(), options(), Clock).await.unwrap_err();
    assert_eq!(error.code, Code::Db01);
}

#[tokio::test]
async fn a_newer_version_is_refused_and_nothing_is_changed() {
    let Bench { folder, store, .. } = bench().await;
    store.close().await;
    let path = folder.path().join("journal.db");
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let error = Store::open(folder.path(), options(), Clock).await.unwrap_err();
    assert_eq!(error.code, Code::Db04);
    let version: i64 =
        Connection::open(&path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 99);
}

#[tokio::test]
async fn settings_are_copied_at_every_change() {
    let bench = bench().await;
    let settings = Settings { public_url: "https://relay.example.org".to_owned(), ..Settings::default() };
    bench.store.put_settings(settings.clone()).await.unwrap();
    let copy = Connection::open(bench.folder.path().join("settings.db.bak")).unwrap();
    assert_eq!(super::settings::get(&copy).unwrap(), settings);
    let names: String = copy.query_row("SELECT name FROM channels", [], |row| row.get(0)).unwrap();
    assert_eq!(names, "First");
}

#[tokio::test]
async fn nothing_secret_lies_open_on_the_disk() {
    let Bench { folder, store, channel, .. } = bench().await;
    let long = format!("{} the-hidden-part-of-the-words", "w".repeat(90));
    let mut arrival = arrival(Some(channel), vec![event("c1", "m1", &long)]);
    arrival.body = Bytes::from(format!("{{\"pubsub_token\":\"body-seeded-1618\",\"content\":\"{long}\"}}"));
    arrival.headers.push(("authorization".to_owned(), "Bearer header-seeded-1414".to_owned()));
    let due = store.accept(arrival).await.unwrap().due[0];
    let mut attempt = tried(due.delivery, None, Verdict::Delivered);
    attempt.body = Bytes::from_static(b"out-seeded-1732");
    attempt.headers.push(("x-key".to_owned(), "outheader-seeded-2236".to_owned()));
    attempt.url = "http://u:url-seeded-2645@127.0.0.1:9/".to_owned();
    store.record(attempt).await.unwrap();
    let mut refused = self::arrival(Some(channel), Vec::new());
    refused.kept = Some(Kept { code: Code::Auth03, can_process: true });
    refused.body = Bytes::from_static(b"{\"secret\":\"raw-seeded-3316\"}");
    store.accept(refused).await.unwrap();
    wait_until(async || store.find("Ada").await == 2).await;
    store.close().await;
    let all = raw_bytes(folder.path());
    for seeded in [
        "token-seeded-3141",
        "intake-seeded-2718",
        "body-seeded-1618",
        "header-seeded-1414",
        "out-seeded-1732",
        "outheader-seeded-2236",
        "url-seeded-2645",
        "raw-seeded-3316",
        "the-hidden-part",
    ] {
        assert!(!holds(&all, seeded), "{seeded} lies open");
    }
    assert!(holds(&all, "message_created"), "the test looks at the right files");
}

impl Store {
    async fn find(&self, text: &str) -> usize {
        let filter = TrafficFilter { text: Some(text.to_owned()), ..TrafficFilter::default() };
        self.traffic(TrafficQuery { filter, ..TrafficQuery::default() }).await.unwrap().rows.len()
    }
}

#[tokio::test]
async fn words_are_found_whatever_is_typed_and_go_with_their_channel() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    store.accept(arrival(channel, vec![event("c1", "m1", "Das schöne Wetter heute")])).await.unwrap();
    store.accept(arrival(channel, vec![event("c2", "m2", "Привет, мир")])).await.unwrap();
    wait_until(async || store.find("привет").await == 1).await;
    assert_eq!(store.find("schone wett").await, 1);
    assert_eq!(store.find("Ada").await, 2);
    for hostile in ["\"", "' OR 1=1 --", "AND", "wetter\" OR \"", "NEAR(", "*", "\0", "text : x", "%", "🙂"]
    {
        store.find(hostile).await;
    }
    assert_eq!(store.find("wetter OR hallo").await, 0, "their words are words, not a query");
    store.delete_channel(bench.channel).await.unwrap();
    assert_eq!(store.find("Ada").await, 0);
    assert!(store.destinations().await.unwrap().is_empty());
    let left = store.read(|reader| {
        let count = |table: &str| -> i64 {
            reader.db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
        };
        let tables = "bodies exchanges events seen contacts conversations sessions messages destinations lanes deliveries attempts tallies";
        Ok(tables.split(' ').filter(|table| count(table) > 0).map(str::to_owned).collect::<Vec<_>>())
    });
    assert_eq!(left.await.unwrap(), Vec::<String>::new(), "tables that still hold something of it");
    assert_eq!(store.traffic(TrafficQuery::default()).await.unwrap().total, Some(0));
}

#[tokio::test]
async fn pages_follow_each_other_by_key_under_any_filter() {
    let bench = bench().await;
    let store = &bench.store;
    let second: ChannelId = store.new_id();
    store.put_channel(channel(second, "Second")).await.unwrap();
    for i in 0..25 {
        let to = if i % 5 == 0 { second } else { bench.channel };
        store.accept(arrival(Some(to), vec![event("c1", &format!("m{i}"), "x")])).await.unwrap();
    }
    let mut refused = arrival(Some(second), Vec::new());
    refused.kept = Some(Kept { code: Code::Auth03, can_process: true });
    let refused = store.accept(refused).await.unwrap().row.id;
    let walk = async |filter: TrafficFilter, forward: bool| {
        let mut query = TrafficQuery { limit: Some(4), filter, ..TrafficQuery::default() };
        query.after = forward.then_some(ExchangeId(0));
        let mut all = Vec::new();
        loop {
            let page = store.traffic(query.clone()).await.unwrap();
            let mut ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
            assert!(ids.is_sorted_by(|a, b| a > b), "newest first on every page");
            if forward {
                ids.reverse();
            }
            all.extend(ids);
            let Some(next) = page.next else { return all };
            *(if forward { &mut query.after } else { &mut query.before }) = Some(next);
        }
    };
    let of_second = TrafficFilter { channel: Some(second), ..TrafficFilter::default() };
    let backward = walk(of_second.clone(), false).await;
    assert_eq!(backward.len(), 6);
    let mut forward = walk(of_second, true).await;
    forward.reverse();
    assert_eq!(backward, forward);
    assert_eq!(walk(TrafficFilter::default(), false).await.len(), 26);
    let of_state = TrafficFilter { state: Some(State::Refused), ..TrafficFilter::default() };
    assert_eq!(walk(of_state, false).await, [refused]);
    let of_direction = TrafficFilter { direction: Some(Direction::Out), ..TrafficFilter::default() };
    assert!(walk(of_direction, false).await.is_empty());
    let since = TrafficFilter { from: Some(Clock.now().plus_ms(60_000)), ..TrafficFilter::default() };
    assert!(walk(since, false).await.is_empty());
}

#[tokio::test]
async fn requests_nobody_claims_are_kept_to_the_last_thousand_and_can_be_processed() {
    let bench = bench().await;
    let store = &bench.store;
    let mut last = None;
    for _ in 0..1_010 {
        let mut unclaimed = arrival(None, Vec::new());
        unclaimed.kept = Some(Kept { code: Code::Net03, can_process: true });
        last = Some(store.accept(unclaimed).await.unwrap().row.id);
    }
    let last = last.unwrap();
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().2, 1_000);
    let kept = store.kept(last).await.unwrap().unwrap();
    assert_eq!((kept.kept.can_process, kept.body.is_empty()), (true, false));
    let processed =
        store.process(last, arrival(Some(bench.channel), vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!((processed.row.id, processed.row.result), (last, State::Received));
    assert_eq!(processed.due.len(), 1);
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().2, 999);
    assert!(store.kept(last).await.unwrap().is_none_or(|kept| !kept.kept.can_process));
    let again = store.process(last, arrival(Some(bench.channel), Vec::new())).await.unwrap_err();
    assert_eq!(again.code, Code::Id05);
}

#[tokio::test]
async fn as_received_owes_one_delivery_for_each_exchange() {
    let bench = bench().await;
    let mut both = arrival(Some(bench.channel), vec![event("c1", "m1", "one"), event("c2", "m2", "two")]);
    both.format = Format::AsReceived;
    both.events[0].skip = Some(SkipReason::NotSubscribed);
    let stored = bench.store.accept(both).await.unwrap();
    let detail = bench.store.exchange(stored.row.id).await.unwrap().unwrap();
    assert_eq!((detail.deliveries.len(), detail.events.len()), (1, 2));
    assert_eq!(detail.events[0].skipped, Some(SkipReason::NotSubscribed));
}

#[tokio::test]
async fn without_its_key_a_folder_opens_and_takes_nothing() {
    let Bench { folder, store, channel, .. } = bench().await;
    let first = store.accept(arrival(Some(channel), vec![event("c1", "m1", "one")])).await.unwrap().row.id;
    store.close().await;
    let key = folder.path().join("data.key");
    let right = std::fs::read(&key).unwrap();
    for (content, code) in
        [(None, Code::Key01), (Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="), Code::Key02)]
    {
        std::fs::remove_file(&key).unwrap();
        if let Some(content) = content {
            std::fs::write(&key, content).unwrap();
        }
        let store = Store::open(folder.path(), options(), Clock).await.unwrap();
        assert_eq!(store.key_status().error.map(|error| error.code), Some(code));
        assert_eq!(store.channels().await.unwrap()[0].name, "First");
        assert_eq!(
            store.traffic(TrafficQuery::default()).await.unwrap().rows[0].id,
            first,
            "the log's rows lie open"
        );
        let error = store.accept(arrival(Some(channel), vec![event("c1", "m2", "two")])).await.unwrap_err();
        assert_eq!(error.code, code);
        store.close().await;
        std::fs::write(&key, &right).unwrap();
    }
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert!(store.key_status().error.is_none());
    assert!(store.exchange(first).await.unwrap().is_some());
}

#[tokio::test]
async fn names_are_taken_without_regard_to_case() {
    let bench = bench().await;
    let id = bench.store.new_id();
    assert_eq!(bench.store.put_channel(channel(id, "FIRST")).await.unwrap_err().code, Code::Name01);
    let kept = bench.store.channels().await.unwrap();
    assert_eq!(kept, [channel(bench.channel, "First")], "secrets come back as they were");
}

#[tokio::test]
async fn a_session_and_its_conversation_are_one() {
    let bench = bench().await;
    let store = &bench.store;
    let told = async |key: &str, session: Option<&str>, started: i64, ended: Option<i64>| {
        let mut event = event(key, "", "");
        (event.identity, event.message) = (None, None);
        event.contact.as_mut().unwrap().key = "uuid-1".to_owned();
        let conversation = event.conversation.as_mut().unwrap();
        conversation.session = session.map(str::to_owned);
        conversation.started_at = Some(Timestamp(started));
        conversation.ended_at = ended.map(Timestamp);
        let stored = store.accept(arrival(Some(bench.channel), vec![event])).await.unwrap();
        let delivery = store.exchange(stored.row.id).await.unwrap().unwrap().deliveries[0].id;
        assert!(store.job(delivery).await.unwrap().is_some());
        store.job(delivery).await.unwrap().unwrap().conversation.unwrap().key
    };
    let count = async || -> i64 {
        let count = |reader: &mut Reader| {
            Ok(reader.db.query_row("SELECT count(*) FROM conversations", [], |row| row.get(0))?)
        };
        store.read(count).await.unwrap()
    };
    assert_eq!(told("session:71", Some("71"), 1_000, Some(2_000)).await, "session:71");
    assert_eq!(told("880", Some("71"), 900, None).await, "880", "named by both ids");
    assert_eq!(told("session:71", Some("71"), 1_000, Some(2_000)).await, "880");
    assert_eq!(count().await, 1);
    assert_eq!(
        told("session:72", Some("72"), 3_000, Some(4_000)).await,
        "880",
        "the same person at the same time"
    );
    assert_eq!(told("881", None, 90_000, Some(95_000)).await, "881", "a conversation of its own");
    assert_eq!(count().await, 2);
}
