//! Everything about one exchange or one delivery, put together from the tables and redacted.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine as _;
use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use super::deliveries::Standing;
use super::exchanges::{self, Envelope};
use super::learned::About;
use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{code, id, num, statement};
use super::steps::{FilePlace, Job, Kept, KeptRequest, Raw, Role, StoredFile};
use super::{Store, attempts, bodies, contacts, conversations, deliveries, events, learned, receipts};
use crate::domain::{ChannelId, Code, DeliveryId, Event, EventKind, ExchangeId, File, SnapshotOf, State};
use crate::error::{Error, Result};
use crate::platforms::write::{Known, Progress};
use crate::platforms::{self, redact};
use crate::schema::{
    AttemptView, CertificateView, DeliveryView, Direction, EventView, ExchangeDetail, Payload, Sentence,
    Source, Tone,
};
use crate::secret::MASK;

impl Store {
    /// One exchange with everything about it, redacted; none when it is gone. `sentence` is left for the caller to fill.
    pub async fn exchange(&self, id: ExchangeId) -> Result<Option<ExchangeDetail>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| exchange(&reader.db, &shared, id)).await
    }

    /// The same for several, in this order.
    pub async fn exchanges(&self, ids: Vec<ExchangeId>) -> Result<Vec<Option<ExchangeDetail>>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| ids.into_iter().map(|id| exchange(&reader.db, &shared, id)).collect()).await
    }

    /// One delivery with its tries.
    pub async fn delivery(&self, id: DeliveryId) -> Result<Option<DeliveryView>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let found = deliveries::find(&reader.db, id)?;
            found.map(|found| view(&reader.db, &shared, found, true)).transpose()
        })
        .await
    }

    /// A request as it went over the wire, secrets and all; none when it is gone.
    pub async fn raw(&self, id: ExchangeId) -> Result<Option<Raw>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| raw(&reader.db, &shared, id)).await
    }

    /// A kept request, to be read again.
    pub async fn kept(&self, id: ExchangeId) -> Result<Option<KeptRequest>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| kept(&reader.db, &shared, id)).await
    }

    /// Everything a try of this delivery needs; none when it is no longer owed.
    pub async fn job(&self, delivery: DeliveryId) -> Result<Option<Job>> {
        if let Some(job) = self.0.shared.take_job(delivery) {
            return Ok(Some(job));
        }
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| job(&reader.db, &shared, delivery)).await
    }
}

/// The part of a row of the log that the log does not show.
struct Hidden {
    can_process: bool,
    delivery: Option<DeliveryId>,
    body: Option<i64>,
    answer: Option<i64>,
    envelope: Vec<u8>,
    code: Option<String>,
}

fn hidden(db: &Connection, exchange: ExchangeId) -> Result<Option<Hidden>> {
    Ok(statement(
        db,
        "SELECT can_process, delivery, body, answer, envelope, code FROM exchanges WHERE id = ?1",
    )?
    .query_row([num(exchange.0)], |row| {
        Ok(Hidden {
            can_process: row.get(0)?,
            delivery: row.get::<_, Option<i64>>(1)?.map(id),
            body: row.get(2)?,
            answer: row.get(3)?,
            envelope: row.get(4)?,
            code: row.get(5)?,
        })
    })
    .optional()?)
}

/// One exchange with everything about it.
pub(super) fn exchange(
    db: &Connection,
    shared: &Shared,
    exchange: ExchangeId,
) -> Result<Option<ExchangeDetail>> {
    let shown = shared.shown();
    let Some((row, caused)) = exchanges::find(db, &shown, exchange)? else { return Ok(None) };
    let Some(hidden) = hidden(db, exchange)? else { return Ok(None) };
    let seal = shared.seal()?;
    let envelope: Envelope = seal.open_json(Kind::Envelope, &hidden.envelope)?;
    let request = bodies::read(db, &seal, hidden.body)?;
    let answer = bodies::read(db, &seal, hidden.answer)?;
    let tried = match hidden.delivery {
        Some(delivery) => attempts::of_exchange(db, delivery, exchange)?,
        None => None,
    };
    let owed = match hidden.delivery {
        Some(delivery) => deliveries::find(db, delivery)?.into_iter().collect(),
        None => {
            let mut owed = deliveries::of_exchange(db, exchange, caused)?;
            owed.retain(|one| one.role != Role::WriteBack);
            owed.extend(deliveries::told_of_exchange(db, exchange)?);
            owed
        }
    };
    let brought = match owed.first() {
        Some(owed) if hidden.delivery.is_some() => events::find(db, &seal, owed.event)?.into_iter().collect(),
        _ => events::of_exchange(db, &seal, exchange, caused)?,
    };
    let (timings, certificate) =
        tried.map_or((None, None), |(timings, certificate)| (Some(timings), certificate));
    let channel = row.channel.and_then(|id| shared.channel(id));
    let own = channel.as_deref().map(platforms::own_secrets).unwrap_or_default();
    let own = envelope.own.iter().fold(own, |own, name| own.and_header(name));
    Ok(Some(ExchangeDetail {
        sentence: Sentence {
            key: String::new(),
            params: BTreeMap::new(),
            english: String::new(),
            tone: Tone::Neutral,
        },
        method: envelope.method,
        url: masked_address(&envelope.address),
        peer: envelope.peer,
        request: payload(envelope.headers, &request, false, &own),
        answer: row
            .status
            .is_some()
            .then(|| payload(envelope.answer_headers, &answer, envelope.truncated, &own)),
        timings: timings.filter(|_| row.direction == Direction::Out),
        events: brought.into_iter().map(event_view).collect(),
        deliveries: owed.into_iter().map(|owed| view(db, shared, owed, true)).collect::<Result<_>>()?,
        can_process: hidden.can_process,
        certificate: certificate.map(|der| certificate_view(&der)),
        row,
    }))
}

/// A request that was kept, to be read again.
pub(super) fn kept(db: &Connection, shared: &Shared, exchange: ExchangeId) -> Result<Option<KeptRequest>> {
    let Some((row, _)) = exchanges::find(db, &shared.shown(), exchange)? else { return Ok(None) };
    let Some(hidden) = hidden(db, exchange)? else { return Ok(None) };
    let Some(reason) = code(hidden.code.as_deref()) else { return Ok(None) };
    if row.direction == Direction::Out {
        return Ok(None);
    }
    let seal = shared.seal()?;
    let envelope: Envelope = seal.open_json(Kind::Envelope, &hidden.envelope)?;
    Ok(Some(KeptRequest {
        channel: row.channel,
        at: row.at,
        headers: envelope.headers,
        body: Bytes::from(bodies::read(db, &seal, hidden.body)?),
        kept: Kept { code: reason, can_process: hidden.can_process },
    }))
}

/// A request as it went over the wire.
pub(super) fn raw(db: &Connection, shared: &Shared, exchange: ExchangeId) -> Result<Option<super::Raw>> {
    let Some((row, _)) = exchanges::find(db, &shared.shown(), exchange)? else { return Ok(None) };
    let Some(hidden) = hidden(db, exchange)? else { return Ok(None) };
    let seal = shared.seal()?;
    let envelope: Envelope = seal.open_json(Kind::Envelope, &hidden.envelope)?;
    let came_in = row.direction == Direction::In;
    let owed = hidden.delivery.map(|delivery| deliveries::find(db, delivery)).transpose()?.flatten();
    let to_endpoint =
        owed.is_some_and(|owed| owed.role == Role::Endpoint) || !came_in && row.source == Source::Practice;
    Ok(Some(super::Raw {
        channel: row.channel,
        came_in,
        again: if came_in { row.source.is_request() && envelope.method == "POST" } else { to_endpoint },
        headers: envelope.headers,
        own: envelope.own,
        body: Bytes::from(bodies::read(db, &seal, hidden.body)?),
    }))
}

/// Everything a try of a delivery needs.
pub(super) fn job(db: &Connection, shared: &Shared, delivery: DeliveryId) -> Result<Option<Job>> {
    let now = shared.clock.now();
    let is_asked = |one: &Standing| one.state != State::Accepted || one.due.is_some_and(|due| due <= now);
    let found = deliveries::find(db, delivery)?.filter(Standing::is_owed).filter(is_asked);
    let Some(standing) = found else { return Ok(None) };
    let seal = shared.seal()?;
    let Some(kept) = events::find(db, &seal, standing.event)? else { return Ok(None) };
    let Some(hidden) = hidden(db, standing.exchange)? else { return Ok(None) };
    let envelope: Envelope = seal.open_json(Kind::Envelope, &hidden.envelope)?;
    let Some((row, _)) = exchanges::find(db, &shared.shown(), standing.exchange)? else { return Ok(None) };
    let fixed = match standing.body {
        Some(body) => Some(Bytes::from(bodies::read(db, &seal, Some(body))?)),
        None => None,
    };
    let mut event = kept.event;
    name_as_sender(db, &seal, standing.channel, &mut event)?;
    let conversation = match &event.conversation {
        Some(about) => conversations::known(db, &seal, standing.channel, about)?,
        None => None,
    };
    let contact = match &event.contact {
        Some(contact) => {
            contacts::find(db, &seal, standing.channel, &contact.key)?.map(|(_, contact)| contact)
        }
        None => None,
    };
    let (mut progress, mut known, mut files) = (Progress::Null, Known::default(), Vec::new());
    let mut snapshot = None;
    // What was fixed at the first try needs no more reading.
    if let Some(of) = SnapshotOf::of(&event).filter(|_| !row.source.is_request() && fixed.is_none()) {
        let command = shared.settings().send_command;
        snapshot = super::snapshots::read(db, &seal, of.conversation, Some(standing.event), &command)?;
    }
    if standing.role.is_platform() {
        if let Some(sealed) = deliveries::progress(db, delivery)? {
            progress = seal.open_json(Kind::Progress, &sealed)?;
        }
        known = what_is_known(db, &seal, standing.channel, &event)?;
        let whole = snapshot.iter().flat_map(|snapshot| &snapshot.conversation.transcript);
        for file in event.message.iter().chain(whole).flat_map(|message| &message.files) {
            files.extend(file_of(db, &seal, standing.channel, file)?);
        }
    }
    let tried_at = attempts::last_at(db, delivery, standing.tries)?;
    Ok(Some(Job {
        delivery,
        lane: standing.lane,
        destination: standing.destination,
        channel: standing.channel,
        event_id: standing.event,
        event,
        received_at: row.at,
        conversation,
        contact,
        exchange: standing.exchange,
        is_original: row.source.is_request() && row.channel == Some(standing.channel),
        original_headers: envelope.headers,
        original: Bytes::from(bodies::read(db, &seal, hidden.body)?),
        fixed,
        made: standing.made,
        failing_since: standing.failing_since,
        created_at: delivery.time(),
        due: standing.due.unwrap_or(row.at),
        role: standing.role,
        state: standing.state,
        progress,
        known,
        files,
        snapshot: snapshot.map(Box::new),
        touched_at: tried_at.unwrap_or_else(|| delivery.time()),
    }))
}

/// A file of a message. One that is gone with age is lost; one that was never to be kept is none.
fn file_of(db: &Connection, seal: &Seal, channel: ChannelId, file: &File) -> Result<Option<StoredFile>> {
    let Some(id) = file.id else { return Ok(None) };
    let found = super::files::find(db, seal, &[id])?.pop();
    Ok(found.or_else(|| {
        Some(StoredFile {
            id,
            channel,
            name: file.name.clone(),
            content_type: file.content_type.clone().unwrap_or_default(),
            place: FilePlace::Lost(Code::File01),
            tries: 0,
            at: id.time(),
        })
    }))
}

/// What was learned of an event's chat and person.
fn what_is_known(db: &Connection, seal: &Seal, channel: ChannelId, event: &Event) -> Result<Known> {
    let mut known = Known::default();
    if event.conversation.is_some() {
        known.chat = learned::find(db, seal, channel, About::Chat(event.lane_key()))?;
        known.conversation = conversations::latest_of_chat(db, seal, channel, event.lane_key())?;
    }
    if let Some(contact) = &event.contact {
        known.contact = learned::find(db, seal, channel, About::Contact(&contact.key))?;
    }
    Ok(known)
}

/// A platform speaks of a message of ours by what it calls it. Whoever asked for it at the outbox is told of it by the name they gave it.
fn name_as_sender(db: &Connection, seal: &Seal, channel: ChannelId, event: &mut Event) -> Result<()> {
    if !matches!(event.kind, EventKind::MessageOutcome | EventKind::MessageRead) {
        return Ok(());
    }
    let Some(called) = receipts::called(event) else { return Ok(()) };
    let Some(ours) = receipts::find(db, channel, called)? else { return Ok(()) };
    let asked = events::find(db, seal, ours.event)?;
    if let Some(name) = asked.and_then(|mut asked| asked.event.detail.remove("messageId")) {
        event.detail.insert("messageId".to_owned(), name);
    }
    Ok(())
}

/// A delivery as screens see it; with its tries when asked, or when something went wrong: they tell what.
pub(super) fn view(
    db: &Connection,
    shared: &Shared,
    standing: Standing,
    tries: bool,
) -> Result<DeliveryView> {
    let shown = shared.shown();
    let attempts: Vec<AttemptView> =
        if tries || standing.code.is_some() { attempts::of_delivery(db, standing.id)? } else { Vec::new() };
    let url = shared.channel(standing.channel).and_then(|channel| match standing.role {
        Role::Endpoint => channel.callback_url.clone(),
        Role::Platform | Role::WriteBack => platforms::write::base(&channel),
        Role::Address => Some(redact::address_given(shared.address(standing.destination)?.expose())),
    });
    Ok(DeliveryView {
        id: standing.id,
        event: standing.event,
        kind: standing.kind,
        channel: standing.channel,
        exchange: standing.exchange,
        destination: standing.role.into(),
        url: masked_address(&url.unwrap_or_default()),
        state: shown.state(standing.state, Some(standing.destination)),
        skipped: standing.skipped,
        error: standing.code.map(Error::new),
        retry: (standing.state == State::Retrying)
            .then(|| shown.retry(standing.made, standing.due, standing.code)),
        out_of_order: standing.out_of_order,
        created_at: standing.id.time(),
        attempts,
    })
}

fn event_view(kept: events::Kept) -> EventView {
    let mut detail = Value::Object(kept.event.detail);
    redact::value(&mut detail);
    EventView {
        id: kept.id,
        kind: kept.event.kind,
        platform_name: kept.event.platform_name,
        skipped: kept.skipped,
        conversation: kept.event.conversation.map(|mut conversation| {
            conversation.attributes = redacted(conversation.attributes);
            conversation
        }),
        contact: kept.event.contact.map(|mut contact| {
            contact.attributes = redacted(contact.attributes);
            contact
        }),
        message: kept.event.message.map(|mut message| {
            message.text = redact::written(&message.text).into_owned();
            message
        }),
        operator: kept.event.operator,
        detail: match detail {
            Value::Object(map) => map,
            _ => serde_json::Map::new(),
        },
    }
}

/// Attributes without the secrets among them.
pub(super) fn redacted(map: serde_json::Map<String, Value>) -> serde_json::Map<String, Value> {
    let mut value = Value::Object(map);
    redact::value(&mut value);
    match value {
        Value::Object(map) => map,
        _ => serde_json::Map::new(),
    }
}

/// One side of an exchange, without secrets. `own` is what is secret in its channel.
fn payload(headers: Vec<(String, String)>, body: &[u8], truncated: bool, own: &redact::Own) -> Payload {
    let text = match std::str::from_utf8(body) {
        Ok(_) => redact::body_with(body, own),
        // A body cut off in the middle of a letter is text all the same.
        Err(error) if truncated && error.error_len().is_none() => {
            redact::body_with(&body[..error.valid_up_to()], own)
        }
        Err(_) => format!("({} bytes that are no text)", body.len()),
    };
    Payload {
        headers: redact::headers(&headers, own),
        json: serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok(),
        body: text,
        size: body.len() as u64,
        truncated,
    }
}

/// An address without the password and the secret values in it.
pub(super) fn masked_address(address: &str) -> String {
    if address.starts_with('/') {
        // One that came to us: a path, with whatever the caller put behind it.
        return redact::address(address);
    }
    if address.contains(MASK) {
        // It was before it was kept.
        return address.to_owned();
    }
    let Ok(mut url) = url::Url::parse(address) else { return address.to_owned() };
    if url.password().is_some() && url.set_password(Some(MASK)).is_err() {
        return String::new();
    }
    if url.query().is_some() {
        let pairs: Vec<(String, String)> = url
            .query_pairs()
            .map(|(name, value)| {
                let mut probe = serde_json::json!({ name.as_ref(): value.as_ref() });
                redact::value(&mut probe);
                let value = probe.get(name.as_ref()).and_then(Value::as_str).unwrap_or(MASK).to_owned();
                (name.into_owned(), value)
            })
            .collect();
        url.query_pairs_mut().clear().extend_pairs(pairs);
    }
    url.into()
}

/// The same as an admin is shown it: its fingerprint, and the text in which it is given on.
pub(crate) fn certificate_view(der: &[u8]) -> CertificateView {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(der);
    let fingerprint = digest.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":");
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let mut pem = String::from("-----BEGIN CERTIFICATE-----\n");
    for line in text.as_bytes().chunks(64) {
        pem.push_str(&String::from_utf8_lossy(line));
        pem.push('\n');
    }
    pem.push_str("-----END CERTIFICATE-----\n");
    CertificateView { fingerprint, pem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_in_addresses_are_masked() {
        let masked = masked_address("https://user:hunter2@example.org/hook?x=1");
        assert!(!masked.contains("hunter2"), "{masked}");
        assert!(masked.starts_with("https://user:"), "{masked}");
        assert_eq!(masked_address("/in/••••?a=b"), "/in/••••?a=b", "a path stays as it is");
        assert!(!masked_address("/in/••••?a=b&token=hunter2").contains("hunter2"), "but for its secrets");
    }
}
