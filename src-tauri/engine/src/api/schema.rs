//! What hosts send and get, as plain structs; the UI's TypeScript is generated from these.
//!
//! Names on the wire are camelCase, identifiers opaque texts, times UTC milliseconds, durations as their names say. No secret is ever in
//! one of these in clear, except where the field's documentation says so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::domain::{
    ChannelId, Code, Contact, Conversation, DeliveryId, DestinationId, EventId, EventKind, ExchangeId,
    Format, Message, Mode, Operator, Platform, Preset, SkipReason, State, Subscriptions, Timestamp,
};
use crate::error::Error;

/// A command without a request body.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

// ---- status

/// How things are, in one look.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// The one true sentence, as a key of the strings catalogue with what fills it.
    pub sentence: Sentence,
    /// The relay's own state.
    pub relay: RelayStatus,
    /// Where secrets are kept.
    pub key: KeyStatus,
    /// Channels by how they fare.
    pub channels: ChannelCounts,
    /// Since midnight UTC of this computer's day.
    pub today: TodayCounts,
    /// Deliveries that are owed and not yet made.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// Requests to addresses no channel has, kept for the admin.
    #[ts(as = "f64")]
    pub unclaimed: u64,
    /// Destinations that are stopped, and why.
    pub stopped: Vec<DestinationStatus>,
    /// The practice platforms are running.
    pub demo: bool,
    /// The version of the app.
    pub version: String,
    /// The folder everything is kept in.
    pub data_folder: String,
}

/// A sentence of the strings catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Sentence {
    /// Its key.
    pub key: String,
    /// What fills its blanks. Counts come as numbers in text.
    pub params: BTreeMap<String, String>,
    /// The sentence in English.
    pub english: String,
    /// How good or bad it is.
    pub tone: Tone,
}

/// How good or bad a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// All is well.
    Good,
    /// Nothing to say yet.
    Neutral,
    /// Something wants attention.
    Warning,
    /// Something fails.
    Bad,
}

/// The relay's own state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RelayStatus {
    /// The address it listens on, with the port it really got.
    pub listen: String,
    /// The base of the addresses it gives out; none when the admin has set no public address.
    pub public_url: Option<String>,
    /// Why it does not listen, when it does not.
    pub error: Option<Error>,
}

/// Where the key that seals secrets and bodies lives.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyStatus {
    /// Keychain or file.
    pub home: KeyHome,
    /// Why it cannot be read, when it cannot: secrets are unusable until it can.
    pub error: Option<Error>,
}

/// Where the key lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum KeyHome {
    /// The system's keychain.
    Keychain,
    /// A file only this user can read, beside the data.
    File,
}

/// Channels by how they fare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChannelCounts {
    /// All of them.
    pub total: u32,
    /// Working, or waiting for their first request.
    pub working: u32,
    /// With problems or failing.
    pub troubled: u32,
    /// Paused or off.
    pub resting: u32,
}

/// Counts of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayCounts {
    /// Requests taken.
    #[ts(as = "f64")]
    pub received: u64,
    /// Deliveries that arrived.
    #[ts(as = "f64")]
    pub delivered: u64,
    /// Deliveries given up.
    #[ts(as = "f64")]
    pub failed: u64,
}

/// A destination and whether it takes anything.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DestinationStatus {
    /// Ours.
    pub id: DestinationId,
    /// Whose endpoint it is.
    pub channel: ChannelId,
    /// Its channel's name.
    pub channel_name: String,
    /// Where it is.
    pub url: String,
    /// Why nothing is sent there; none while it is open.
    pub stopped: Option<Error>,
    /// When it is tried again by itself.
    pub next_probe: Option<Timestamp>,
    /// Deliveries waiting for it.
    #[ts(as = "f64")]
    pub waiting: u64,
}

// ---- channels

/// How a channel fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ChannelState {
    /// No request has come yet.
    Waiting,
    /// All is well.
    Working,
    /// Something went wrong in the last 15 minutes.
    Problems,
    /// The endpoint takes nothing, or the last five deliveries failed.
    Failing,
    /// The platform ended the connection.
    Disconnected,
    /// Paused by the admin; it collects.
    Paused,
    /// Turned off by the admin; the platform sees errors.
    Off,
}

/// A channel as screens see it. Secrets are masked, except in the answer of `channel.create`.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChannelView {
    /// Ours.
    pub id: ChannelId,
    /// The admin's name for it.
    pub name: String,
    /// Its platform.
    pub platform: Platform,
    /// Of the Chatwoot family, which.
    pub preset: Option<Preset>,
    /// Masked.
    pub token: String,
    /// Where the platform's API lives.
    pub api_url: Option<String>,
    /// The admin's endpoint.
    pub callback_url: Option<String>,
    /// What the endpoint gets.
    #[ts(type = "\"all\" | Array<EventKind>")]
    pub subscriptions: Subscriptions,
    /// In which form.
    pub format: Format,
    /// How it is called.
    pub endpoint: EndpointView,
    /// The platform's own settings; fields of the other platforms are absent.
    pub options: OptionsView,
    /// The address to paste into the platform.
    pub intake_url: String,
    /// Where the endpoint sends to; reserved with the channel.
    pub outbox_url: String,
    /// True when the addresses work only from this computer, because no public address is set.
    pub local_only: bool,
    /// Masked, except when just created.
    pub endpoint_token: String,
    /// Masked, except when just created.
    pub signing_secret: String,
    /// Active, paused or off.
    pub mode: Mode,
    /// How it fares.
    pub state: ChannelState,
    /// Made by the demo.
    pub demo: bool,
    /// When it was created.
    pub created_at: Timestamp,
    /// When the last request came.
    pub last_at: Option<Timestamp>,
    /// Deliveries waiting.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// Deliveries given up in the last 24 hours.
    #[ts(as = "f64")]
    pub failed: u64,
    /// What the form put right by itself, as keys of the strings catalogue; only in answers of create and update.
    pub notes: Vec<Sentence>,
}

/// How the endpoint is called, as screens see it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndpointView {
    /// Names and masked values. A masked value sent back means unchanged.
    pub headers: Vec<HeaderView>,
    /// One try's time limit in ms; none means the setting for all.
    pub timeout_ms: Option<u32>,
    /// PEM of a certificate trusted for this endpoint alone.
    pub trusted_certificate: Option<String>,
}

/// What can be set of how the endpoint is called. An absent field means unchanged, null clears it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct EndpointInput {
    /// All of them, in order; a masked value means unchanged.
    pub headers: Option<Vec<HeaderView>>,
    /// One try's time limit in ms, 50 to 300,000.
    #[serde(deserialize_with = "given")]
    #[ts(type = "number | null")]
    pub timeout_ms: Option<Option<u32>>,
    /// PEM of a certificate trusted for this endpoint alone.
    #[serde(deserialize_with = "given")]
    #[ts(type = "string | null")]
    pub trusted_certificate: Option<Option<String>>,
}

/// Tells null from absent.
fn given<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// One header of the admin's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct HeaderView {
    /// Its name.
    pub name: String,
    /// Its value, masked when shown.
    pub value: String,
}

/// The platform's own settings in one flat object; which fields apply follows from the platform.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct OptionsView {
    /// ELMA365: the token we show them when it differs; masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_token: Option<String>,
    /// ELMA365: their id of the channel, learned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_id: Option<String>,
    /// ELMA365: where we send to, learned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook: Option<String>,
    /// ELMA365: template of the answer to userInfo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_info: Option<String>,
    /// Chatwoot: number of the account; 0 clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(as = "Option<f64>")]
    pub account_id: Option<i64>,
    /// Chatwoot: number of the inbox; absent means every inbox, 0 clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(as = "Option<f64>")]
    pub inbox_id: Option<i64>,
    /// Chatwoot: identifier of the public client API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox_identifier: Option<String>,
    /// Chatwoot: webhook secrets; masked and numbered from 1. A masked one sent back keeps the secret of its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_secrets: Option<Vec<String>>,
    /// Chatwoot: strict, legacy or lenient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<crate::domain::SignatureRule>,
    /// Userlike: the header that carries the token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret_header: Option<String>,
    /// Userlike: IANA name of the zone their times are written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

/// What can be set of a channel. On create only `name` and `platform` are needed; on update an absent field means unchanged, and so does
/// a masked secret. An empty text clears a field that may be empty.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ChannelInput {
    /// Name.
    pub name: Option<String>,
    /// Platform; cannot be changed later.
    pub platform: Option<Platform>,
    /// Of the Chatwoot family, which.
    pub preset: Option<Preset>,
    /// Token, in clear.
    pub token: Option<String>,
    /// Where the platform's API lives. A pasted dashboard address is taken apart.
    pub api_url: Option<String>,
    /// The admin's endpoint.
    pub callback_url: Option<String>,
    /// What the endpoint gets.
    #[ts(optional, type = "\"all\" | Array<EventKind>")]
    pub subscriptions: Option<Subscriptions>,
    /// In which form.
    pub format: Option<Format>,
    /// How it is called; absent fields are unchanged.
    pub endpoint: Option<EndpointInput>,
    /// The platform's own settings; absent fields are unchanged.
    pub options: Option<OptionsView>,
    /// Active, paused or off.
    pub mode: Option<Mode>,
}

/// Changes a channel.
#[derive(Clone, Debug, TS)]
#[ts(rename_all = "camelCase")]
pub struct ChannelUpdate {
    /// Which.
    pub id: ChannelId,
    /// The changes.
    #[ts(flatten)]
    pub input: ChannelInput,
}

// By hand, because a flattened field makes serde forget which field an error is about.
impl<'de> Deserialize<'de> for ChannelUpdate {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;
        let mut fields = serde_json::Map::deserialize(from)?;
        let id = fields.remove("id").ok_or_else(|| D::Error::missing_field("id"))?;
        let id = serde_json::from_value(id).map_err(|_| D::Error::missing_field("id"))?;
        let input = serde_path_to_error::deserialize(Value::Object(fields))
            .map_err(|error| D::Error::custom(format!("unreadable field `{}`", error.path())))?;
        Ok(Self { id, input })
    }
}

/// Names one channel.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChannelRef {
    /// Which.
    pub id: ChannelId,
}

/// Which secret of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SecretField {
    /// The platform's token.
    Token,
    /// ELMA365: the token we show them.
    SendToken,
    /// The bearer token of the outbox.
    EndpointToken,
    /// What signs requests to the endpoint.
    SigningSecret,
    /// The key in the intake address; shown in the address anyway, replaced by rotate.
    IntakeKey,
}

/// Names one secret of one channel.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SecretRef {
    /// Which channel.
    pub id: ChannelId,
    /// Which secret.
    pub field: SecretField,
}

/// A secret in clear: the only type besides the answer of `channel.create` that holds one.
#[derive(Clone, Serialize, TS)]
pub struct Revealed {
    /// In clear.
    pub value: String,
}

/// What a test of a channel found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TestReport {
    /// In the order they were made; a failed one ends the list.
    pub checks: Vec<Check>,
}

/// One check of a test.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// What was checked: `address`, `dns`, `connect`, `certificate`, `answer`.
    pub name: String,
    /// How long it took, in µs.
    #[ts(as = "f64")]
    pub took_us: u64,
    /// What is wrong; none means all is well.
    pub error: Option<Error>,
}

// ---- traffic

/// Which way an exchange went, seen from the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Somebody called the relay.
    In,
    /// The relay called somebody.
    Out,
}

/// One row of the traffic log.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExchangeRow {
    /// Ours; ordered by time.
    pub id: ExchangeId,
    /// When it began.
    pub at: Timestamp,
    /// In or out.
    pub direction: Direction,
    /// The channel; none for a request to an address no channel has.
    pub channel: Option<ChannelId>,
    /// What it was about, in our vocabulary; none when it could not be read.
    pub kind: Option<EventKind>,
    /// The platform's own name for it.
    pub platform_name: String,
    /// Who or which chat it was about.
    pub who: String,
    /// The first 80 characters of the text, without secrets.
    pub preview: String,
    /// HTTP status of the answer; none when there was none.
    pub status: Option<u16>,
    /// The worst state of what it caused.
    pub result: State,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// How long the answer took, in µs.
    #[ts(as = "f64")]
    pub took_us: u64,
    /// Bytes of the request's body.
    #[ts(as = "f64")]
    pub size: u64,
    /// For the next try: which it will be and when.
    pub retry: Option<Retry>,
}

/// How trying goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Retry {
    /// Tries made.
    pub made: u32,
    /// Tries there will be at most.
    pub of: u32,
    /// When the next one is due; none while it waits for its destination or its turn.
    pub next: Option<Timestamp>,
}

/// Which rows of the log. Every field narrows.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct TrafficFilter {
    /// In or out.
    pub direction: Option<Direction>,
    /// One channel.
    pub channel: Option<ChannelId>,
    /// One state.
    pub state: Option<State>,
    /// Words in text, names, ids, addresses.
    pub text: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Not after.
    pub to: Option<Timestamp>,
    /// Only requests to addresses no channel has.
    pub unclaimed: Option<bool>,
}

/// Asks for a page of the log, newest first for `before` (and without either), oldest first for `after`.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct TrafficQuery {
    /// How many rows at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// Rows older than this one.
    pub before: Option<ExchangeId>,
    /// Rows newer than this one.
    pub after: Option<ExchangeId>,
    /// Which.
    #[ts(optional, as = "Option<TrafficFilter>")]
    pub filter: TrafficFilter,
}

/// A page of the log.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrafficPage {
    /// The rows, newest first.
    pub rows: Vec<ExchangeRow>,
    /// The key to go on from; none at the end.
    pub next: Option<ExchangeId>,
    /// When the search stopped at its budget: how far back it looked. `next` goes on from there.
    pub searched_back: Option<Timestamp>,
    /// About how many rows the whole log has; exact when no filter is set.
    #[ts(as = "Option<f64>")]
    pub total: Option<u64>,
}

/// Names one exchange.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExchangeRef {
    /// Which.
    pub id: ExchangeId,
}

/// Everything about one exchange. Bodies and headers are redacted.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExchangeDetail {
    /// Its row.
    pub row: ExchangeRow,
    /// What became of it, in a sentence.
    pub sentence: Sentence,
    /// Method.
    pub method: String,
    /// Address, its secret parts masked.
    pub url: String,
    /// The address of whoever called, for an exchange that came in.
    pub peer: Option<String>,
    /// The request.
    pub request: Payload,
    /// The answer; none when there was none.
    pub answer: Option<Payload>,
    /// Where the time went, for an exchange that went out.
    pub timings: Option<Timings>,
    /// What happened, as it was read.
    pub events: Vec<EventView>,
    /// What is owed because of it, or, for one that went out, the delivery it was a try of.
    pub deliveries: Vec<DeliveryView>,
    /// True when it was kept without being acted on and can be accepted and processed.
    pub can_process: bool,
    /// The certificate its destination showed, when it was refused: for trusting it.
    pub certificate: Option<CertificateView>,
}

/// One side of an exchange, without secrets.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Payload {
    /// Names and values; secret values masked.
    pub headers: Vec<(String, String)>,
    /// The body as text; binary bodies are described in a sentence instead.
    pub body: String,
    /// Whether `body` is JSON.
    pub json: bool,
    /// Bytes of the whole body.
    #[ts(as = "f64")]
    pub size: u64,
    /// True when only its beginning was kept or is shown.
    pub truncated: bool,
}

/// Where the time of one request went, in µs; parts that did not happen (a connection was reused) are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Timings {
    /// Finding the host.
    #[ts(as = "Option<f64>")]
    pub dns_us: Option<u64>,
    /// Connecting.
    #[ts(as = "Option<f64>")]
    pub connect_us: Option<u64>,
    /// Agreeing on encryption.
    #[ts(as = "Option<f64>")]
    pub tls_us: Option<u64>,
    /// From the request's first byte to the answer's first byte.
    #[ts(as = "Option<f64>")]
    pub first_byte_us: Option<u64>,
    /// All of it.
    #[ts(as = "f64")]
    pub total_us: u64,
}

/// One event of an exchange.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventView {
    /// Ours; also the `webhook-id` of its deliveries.
    pub id: EventId,
    /// What happened.
    pub kind: EventKind,
    /// The platform's own name for it.
    pub platform_name: String,
    /// Why it goes nowhere, when it does not.
    pub skipped: Option<SkipReason>,
    /// The conversation.
    pub conversation: Option<Conversation>,
    /// The customer.
    pub contact: Option<Contact>,
    /// The message.
    pub message: Option<Message>,
    /// The operator.
    pub operator: Option<Operator>,
    /// What the kind alone does not say.
    #[ts(type = "Record<string, unknown>")]
    pub detail: serde_json::Map<String, Value>,
}

/// A certificate an endpoint showed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// SHA-256 over the certificate, as pairs of hex digits.
    pub fingerprint: String,
    /// PEM, to be set as the endpoint's trusted certificate.
    pub pem: String,
}

/// Text for the clipboard.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Text {
    /// The text.
    pub text: String,
}

/// Accepts a request that was kept without being acted on, and processes it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ProcessRequest {
    /// Which exchange.
    pub id: ExchangeId,
    /// For a request to an unknown address: the channel it belongs to.
    pub channel: Option<ChannelId>,
}

// ---- the stream

/// What a listener to live rows gets at a time, never more than about 64 KiB.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Batch {
    /// The rows, in order. Empty: a sign of life.
    pub rows: Vec<crate::events::Numbered>,
    /// Rows lost before these, because the listener was too slow: whatever is shown must be read again.
    #[ts(as = "f64")]
    pub dropped: u64,
}

// ---- deliveries

/// One event owed to one destination.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryView {
    /// Ours.
    pub id: DeliveryId,
    /// The event.
    pub event: EventId,
    /// What the event is.
    pub kind: EventKind,
    /// The channel.
    pub channel: ChannelId,
    /// The exchange that brought the event.
    pub exchange: ExchangeId,
    /// Where it goes.
    pub url: String,
    /// What became of it.
    pub state: State,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
    /// What went wrong last, when something did.
    pub error: Option<Error>,
    /// How trying goes on.
    pub retry: Option<Retry>,
    /// It is being retried beside its lane and may arrive after later ones.
    pub out_of_order: bool,
    /// When it came to be owed.
    pub created_at: Timestamp,
    /// The tries, oldest first; only in details.
    pub attempts: Vec<AttemptView>,
}

/// One try.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttemptView {
    /// Which try, from 1.
    pub number: u32,
    /// The exchange that holds its request and answer.
    pub exchange: ExchangeId,
    /// When.
    pub at: Timestamp,
    /// HTTP status; none when there was no answer.
    pub status: Option<u16>,
    /// What went wrong, when something did.
    pub error: Option<Error>,
    /// Where the time went.
    pub timings: Timings,
}

/// Which deliveries.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct DeliveryFilter {
    /// One channel.
    pub channel: Option<ChannelId>,
    /// One state.
    pub state: Option<State>,
    /// Those caused by one exchange.
    pub exchange: Option<ExchangeId>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Not after.
    pub to: Option<Timestamp>,
}

/// Asks for a page of deliveries.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct DeliveryQuery {
    /// How many rows at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// Rows older than this one.
    pub before: Option<DeliveryId>,
    /// Rows newer than this one.
    pub after: Option<DeliveryId>,
    /// Which.
    #[ts(optional, as = "Option<DeliveryFilter>")]
    pub filter: DeliveryFilter,
}

/// A page of deliveries.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeliveryPage {
    /// The rows, newest first.
    pub rows: Vec<DeliveryView>,
    /// The key to go on from; none at the end.
    pub next: Option<DeliveryId>,
}

/// Names one delivery.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DeliveryRef {
    /// Which.
    pub id: DeliveryId,
}

/// Which deliveries to send again: by id, or all that match.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ResendRequest {
    /// These.
    pub ids: Option<Vec<DeliveryId>>,
    /// All that match; at least one field must be set.
    pub filter: Option<DeliveryFilter>,
}

/// How many were put in the queue again, and how many could not be.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Resent {
    /// Put in the queue.
    #[ts(as = "f64")]
    pub queued: u64,
    /// Already in the queue, or with nothing to send.
    #[ts(as = "f64")]
    pub left: u64,
}

/// Names one destination.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DestinationRef {
    /// Which.
    pub id: DestinationId,
}

// ---- settings

/// Settings of the whole app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Address and port the relay listens on; takes effect at the next start, `restartNeeded` says so.
    pub listen: String,
    /// Base of the addresses given to platforms, with scheme; empty means none.
    pub public_url: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// `system`, `en`, `ru` or `de`.
    pub language: String,
    /// Waits before each further try, in ms, after the first one at once.
    #[ts(as = "Vec<f64>")]
    pub retry_schedule_ms: Vec<u64>,
    /// Each wait is lengthened or shortened by up to this share of itself.
    pub retry_jitter: f64,
    /// How long one try may take, in ms.
    #[ts(as = "f64")]
    pub timeout_ms: u64,
    /// How long a failing message holds back the later ones of its chat, in ms.
    #[ts(as = "f64")]
    pub hold_lane_ms: u64,
    /// Waits before the second and third try of a message the endpoint does not accept, in ms.
    #[ts(as = "Vec<f64>")]
    pub rejected_schedule_ms: Vec<u64>,
    /// The breaker opens after this many failures in a row at one destination.
    pub breaker_after: u32,
    /// A stopped destination is probed this often, in ms.
    #[ts(as = "f64")]
    pub probe_ms: u64,
    /// Deliveries under way to one destination at once.
    pub concurrency: u32,
    /// `system`, `none`, or the address of a proxy.
    pub proxy: String,
    /// How long a sender may take to send a whole request, in ms.
    #[ts(as = "f64")]
    pub intake_timeout_ms: u64,
}

impl Default for Settings {
    fn default() -> Self {
        const S: u64 = 1_000;
        const MIN: u64 = 60 * S;
        const H: u64 = 60 * MIN;
        Self {
            listen: "127.0.0.1:8787".to_owned(),
            public_url: String::new(),
            theme: "system".to_owned(),
            language: "system".to_owned(),
            retry_schedule_ms: vec![5 * S, 30 * S, 2 * MIN, 10 * MIN, 30 * MIN, H, 3 * H, 6 * H, 12 * H],
            retry_jitter: 0.2,
            timeout_ms: 30 * S,
            hold_lane_ms: 10 * MIN,
            rejected_schedule_ms: vec![5 * S, 30 * S],
            breaker_after: 10,
            probe_ms: 30 * S,
            concurrency: 16,
            proxy: "system".to_owned(),
            intake_timeout_ms: 30 * S,
        }
    }
}

/// Settings with what screens need to know about them.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsView {
    /// The settings.
    #[serde(flatten)]
    pub settings: Settings,
    /// True when `listen` was changed since the start.
    pub restart_needed: bool,
    /// What was put right or is worth a warning; only in the answer of update.
    pub notes: Vec<Sentence>,
}

/// Changes settings: absent fields are unchanged.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(type = "Partial<Settings>")]
pub struct SettingsUpdate(pub serde_json::Map<String, Value>);

/// One platform's own event names beside ours.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventName {
    /// The platform.
    pub platform: Platform,
    /// Its own name.
    pub platform_name: String,
    /// Ours.
    pub kind: EventKind,
}
