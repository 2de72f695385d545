//! The bench: a store in a folder of its own, and what is put into it.

use bytes::Bytes;

use crate::secret::Secret;
use crate::store::*;

pub(in crate::store) struct Bench {
    pub(in crate::store) folder: tempfile::TempDir,
    pub(in crate::store) store: Store,
    pub(in crate::store) channel: ChannelId,
    pub(in crate::store) destination: DestinationId,
}

pub(in crate::store) fn options() -> OpenOptions {
    OpenOptions { key_file: true, ..OpenOptions::default() }
}

pub(in crate::store) fn channel(id: ChannelId, name: &str) -> Channel {
    Channel {
        id,
        name: name.to_owned(),
        preset: Some(Preset::Chatwoot),
        token: Secret::new("token-seeded-3141"),
        api_url: None,
        platform_trust: None,
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
pub(in crate::store) fn elma365(id: ChannelId, name: &str) -> Channel {
    let options = Elma365Options {
        webhook: Some("http://127.0.0.1:9/elma".to_owned()),
        outcomes_used: true,
        ..Elma365Options::default()
    };
    Channel { preset: None, options: Options::Elma365(options), ..channel(id, name) }
}

/// A channel of Chatwoot that can be called.
pub(in crate::store) fn chatwoot(id: ChannelId, name: &str) -> Channel {
    let options = ChatwootOptions { account_id: Some(1), ..ChatwootOptions::default() };
    let api_url = Some("http://127.0.0.1:9".to_owned());
    Channel { api_url, options: Options::Chatwoot(options), ..channel(id, name) }
}

impl Bench {
    /// Another channel.
    pub(in crate::store) async fn another(
        &self,
        make: fn(ChannelId, &str) -> Channel,
        name: &str,
    ) -> ChannelId {
        let id = self.store.new_id();
        self.store.put_channel(make(id, name)).await.unwrap();
        id
    }

    /// A channel's destination of that role.
    pub(in crate::store) async fn destination(&self, channel: ChannelId, role: Role) -> DestinationId {
        let all = self.store.destinations().await.unwrap();
        all.iter().find(|it| it.channel == channel && it.role == role).expect("the destination is there").id
    }

    /// Rows of a table.
    pub(in crate::store) async fn count(&self, table: &'static str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = move |reader: &mut Reader| Ok(reader.db.query_row(&sql, [], |row| row.get(0))?);
        self.store.read(count).await.unwrap()
    }

    /// How a row of the log stands.
    pub(in crate::store) async fn row(&self, id: ExchangeId) -> ExchangeRow {
        let page = self.store.traffic(TrafficQuery { limit: Some(500), ..TrafficQuery::default() }).await;
        page.unwrap().rows.into_iter().find(|row| row.id == id).expect("the row is there")
    }

    /// The deliveries an exchange caused, those told later last.
    pub(in crate::store) async fn owed(&self, id: ExchangeId) -> Vec<DeliveryView> {
        self.store.exchange(id).await.unwrap().expect("the exchange is there").deliveries
    }
}

/// What the endpoint asks for at its channel's outbox.
pub(in crate::store) fn asked(channel: ChannelId, event: Event, name: Option<&str>) -> Arrival {
    let mut arrival = arrival(Some(channel), vec![event]);
    arrival.source = Source::Endpoint;
    arrival.unique = name.map(str::to_owned);
    arrival.events[0].skip = Some(SkipReason::OwnEcho);
    arrival.events[0].platform = true;
    arrival
}

/// A call to a platform.
pub(in crate::store) fn called(
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
pub(in crate::store) fn settled(delivery: DeliveryId, verdict: Verdict) -> Settled {
    Settled { delivery, progress: None, taught: Vec::new(), write_backs: Vec::new(), code: None, verdict }
}

/// A copy that a link made of an event for another channel.
pub(in crate::store) fn copy(of: &Event, from: ChannelId, to: ChannelId, link: LinkId) -> Routed {
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

pub(in crate::store) async fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    let id = store.new_id();
    store.put_channel(channel(id, "First")).await.unwrap();
    let destination = store.destinations().await.unwrap()[0].id;
    Bench { folder, store, channel: id, destination }
}

pub(in crate::store) fn event(chat: &str, key: &str, text: &str) -> Event {
    let mut event = Event::new(EventKind::MessageReceived, "message_created");
    event.identity = Some(Identity { key: key.to_owned(), revision: 1 });
    event.conversation = Some(Conversation { key: chat.to_owned(), ..Conversation::default() });
    event.contact = Some(Contact { key: "7".to_owned(), name: Some("Ada".to_owned()), ..Contact::default() });
    event.message =
        Some(Message { key: Some(key.to_owned()), text: text.to_owned(), ..Message::by(Side::Customer) });
    event
}

pub(in crate::store) fn arrival(channel: Option<ChannelId>, events: Vec<Event>) -> Arrival {
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

pub(in crate::store) fn tried(delivery: DeliveryId, code: Option<Code>, verdict: Verdict) -> Tried {
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

/// Waits for what a thread of the store is about to do.
pub(super) async fn wait_until<F: AsyncFnMut() -> bool>(mut what: F) {
    while !what().await {
        tokio::task::yield_now().await;
    }
}

pub(in crate::store) fn raw_bytes(folder: &std::path::Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        all.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    all
}

pub(in crate::store) fn holds(all: &[u8], text: &str) -> bool {
    all.windows(text.len()).any(|part| part == text.as_bytes())
}

impl Store {
    pub(super) async fn find(&self, text: &str) -> usize {
        let filter = TrafficFilter { text: Some(text.to_owned()), ..TrafficFilter::default() };
        self.traffic(TrafficQuery { filter, ..TrafficQuery::default() }).await.unwrap().rows.len()
    }
}
