//! Channels: as they are shown, as they are set.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Sentence;
use crate::domain::{ChannelId, EventKind, Format, Mode, Platform, Preset, Subscriptions, Timestamp};

/// How a channel fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ChannelState {
    /// No request has come yet.
    Waiting,
    /// All is well.
    Working,
    /// It works, and has a problem that is not solved.
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
    /// PEM of a certificate trusted at the platform's server, for this channel alone.
    pub platform_certificate: Option<String>,
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
    /// Where the endpoint sends what it wants told to the platform, with `endpointToken` as bearer.
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
    /// ELMA365: they have reported the outcome of a message at least once; learned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcomes_used: Option<bool>,
    /// ELMA365: send again what they stay silent about, even where no outcome has ever come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resend_silent: Option<bool>,
    /// Chatwoot: a message to a resolved conversation begins a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_conversation: Option<bool>,
    /// Chatwoot: language of what agents read from us, `en`, `ru` or `de`; empty means English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agents_language: Option<String>,
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
    /// PEM of a certificate trusted at the platform's server as it is addressed now, for this channel alone; null ends that.
    #[serde(deserialize_with = "given")]
    #[ts(optional, type = "string | null")]
    pub platform_certificate: Option<Option<String>>,
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

/// Puts the channels into an order.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChannelOrder {
    /// The first ones, in order; the others follow as they stand.
    pub ids: Vec<ChannelId>,
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
