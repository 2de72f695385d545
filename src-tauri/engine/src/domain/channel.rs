//! A channel: one connection to one platform, with everything the admin set and everything the platform told us.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ChannelId, EventKind, Timestamp};
use crate::secret::Secret;

/// A kind of live-chat system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// ELMA365's arbitrary messenger.
    Elma365,
    /// Chatwoot and what is built on it.
    Chatwoot,
    /// Userlike's API add-on.
    Userlike,
}

impl Platform {
    /// Every platform, in the order screens list them.
    pub const ALL: [Self; 3] = [Self::Elma365, Self::Chatwoot, Self::Userlike];

    /// Its name on the wire and in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Elma365 => "elma365",
            Self::Chatwoot => "chatwoot",
            Self::Userlike => "userlike",
        }
    }

    /// Its name as people know it.
    #[must_use]
    pub const fn brand(self) -> &'static str {
        match self {
            Self::Elma365 => "ELMA365",
            Self::Chatwoot => "Chatwoot",
            Self::Userlike => "Userlike",
        }
    }

    /// The platform with that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.code() == code)
    }
}

/// Which member of the Chatwoot family a channel talks to. They speak one protocol; names and default addresses differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Preset {
    /// chatwoot.com or a server of one's own.
    Chatwoot,
    /// Chatlake; its address is typed by the admin.
    Chatlake,
    /// OneHash Chat.
    Onehash,
}

/// Whether a channel takes requests and sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Takes and sends.
    #[default]
    Active,
    /// Takes and keeps; sends when it is active again.
    Paused,
    /// Answers 404; the platform sees errors.
    Off,
}

/// What the endpoint gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// `{"type","timestamp","data"}`, signed as the Standard Webhooks specification says.
    #[default]
    Switchboard,
    /// The platform's own bytes and headers, with `webhook-*` added.
    AsReceived,
}

/// Which events go to the endpoint. Everything is stored and acted on whatever is chosen here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Subscriptions {
    /// Every event, those of tomorrow included.
    #[default]
    All,
    /// These.
    Only(BTreeSet<EventKind>),
}

impl Subscriptions {
    /// Whether an event of this kind goes to the endpoint.
    #[must_use]
    pub fn contains(&self, kind: EventKind) -> bool {
        match self {
            Self::All => true,
            Self::Only(kinds) => kinds.contains(&kind),
        }
    }
}

impl Serialize for Subscriptions {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => to.serialize_str("all"),
            Self::Only(kinds) => kinds.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Subscriptions {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Wire {
            Word(String),
            Kinds(BTreeSet<EventKind>),
        }
        match Wire::deserialize(from)? {
            Wire::Word(word) if word == "all" => Ok(Self::All),
            Wire::Word(_) => Err(serde::de::Error::custom("expected \"all\" or a list of events")),
            Wire::Kinds(kinds) => Ok(Self::Only(kinds)),
        }
    }
}

/// A header the admin adds to every request to the endpoint. The value may be a password, so it is kept as a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name, as HTTP allows it.
    pub name: String,
    /// Its value.
    pub value: Secret,
}

/// How the endpoint is called.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Endpoint {
    /// Added to every request.
    pub headers: Vec<Header>,
    /// How long one try may take, in ms; none means the setting for all channels (30,000).
    pub timeout_ms: Option<u32>,
    /// PEM of a certificate trusted for this endpoint alone.
    pub trusted_certificate: Option<String>,
}

/// A certificate the admin chose to trust, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trust {
    /// The server's host and port, as [`Trust::place`] writes them.
    pub place: String,
    /// The certificate as PEM.
    pub certificate: String,
}

impl Trust {
    /// Host and port of an address; none of what is not encrypted.
    #[must_use]
    pub fn place(url: &str) -> Option<String> {
        let url = url::Url::parse(url).ok().filter(|url| url.scheme() == "https")?;
        Some(format!("{}:{}", url.host_str()?, url.port_or_known_default()?))
    }
}

/// ELMA365's own settings.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Elma365Options {
    /// The token we show them when it differs from the one they show us; empty means the same.
    pub send_token: Secret,
    /// Their id of this channel, learned at `connect`.
    pub channel_id: Option<String>,
    /// Where we send to, learned at `connect`. It is an address only we should know, but no secret of its own.
    pub webhook: Option<String>,
    /// The shape of our answer to `userInfo`: JSON text with `{{id}}`, `{{login}}`, `{{fullName}}`, `{{phone}}`, `{{email}}` and
    /// `{{avatar}}` inside string values. None means the default shape.
    pub user_info: Option<String>,
    /// They ended the connection; the next `connect` clears it.
    pub disconnected: bool,
    /// They have reported the outcome of a message of ours at least once.
    pub outcomes_used: bool,
    /// Send again what they stay silent about, even where no outcome has ever come.
    pub resend_silent: bool,
}

/// How strictly Chatwoot's signature is demanded once a webhook secret is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SignatureRule {
    /// Missing, wrong or old: refused with 401.
    #[default]
    Strict,
    /// Checked where present; a server too old to sign passes.
    Legacy,
    /// Answered 200 and put aside until the admin accepts it.
    Lenient,
}

/// The Chatwoot family's own settings.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ChatwootOptions {
    /// Their number of the account.
    pub account_id: Option<i64>,
    /// Their number of the inbox; none means every inbox (an account webhook).
    pub inbox_id: Option<i64>,
    /// The inbox identifier of the public client API.
    pub inbox_identifier: Option<String>,
    /// Webhook secrets: the account's and the inbox's differ, and any of them may have signed.
    pub webhook_secrets: Vec<Secret>,
    /// What to do about a signature that does not fit.
    pub signature: SignatureRule,
    /// A message to a resolved conversation begins a new one instead of reopening it.
    pub new_conversation: bool,
    /// Language of what agents read from us (`en`, `ru`, `de`); none means English.
    pub agents_language: Option<String>,
    /// A proxy before their server drops headers with underscores: the token goes in `api-access-token`. Learned.
    pub dashed_header: bool,
}

/// Userlike's own settings.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UserlikeOptions {
    /// The request header that carries the channel's token; none means `x-switchboard-secret`.
    pub secret_header: Option<String>,
    /// IANA name of the zone their times are written in, for they name none; none means UTC.
    pub time_zone: Option<String>,
}

/// The settings only one platform has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Options {
    /// For [`Platform::Elma365`].
    Elma365(Elma365Options),
    /// For [`Platform::Chatwoot`].
    Chatwoot(ChatwootOptions),
    /// For [`Platform::Userlike`].
    Userlike(UserlikeOptions),
}

impl Options {
    /// The options of a new channel of that platform.
    #[must_use]
    pub fn new(platform: Platform) -> Self {
        match platform {
            Platform::Elma365 => Self::Elma365(Elma365Options::default()),
            Platform::Chatwoot => Self::Chatwoot(ChatwootOptions::default()),
            Platform::Userlike => Self::Userlike(UserlikeOptions::default()),
        }
    }

    /// The platform they belong to; a channel's platform is that of its options, so the two cannot disagree.
    #[must_use]
    pub const fn platform(&self) -> Platform {
        match self {
            Self::Elma365(_) => Platform::Elma365,
            Self::Chatwoot(_) => Platform::Chatwoot,
            Self::Userlike(_) => Platform::Userlike,
        }
    }
}

/// One connection to one platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Ours.
    pub id: ChannelId,
    /// The admin's name for it; unique without regard to case.
    pub name: String,
    /// Of the Chatwoot family, which.
    pub preset: Option<Preset>,
    /// ELMA365: the confirmation string they show us. Chatwoot: the access token we show them. Userlike: the value of the secret header.
    pub token: Secret,
    /// Where the platform's API lives; none where the platform has no use for it.
    pub api_url: Option<String>,
    /// The certificate trusted at the platform's server, for this channel alone.
    pub platform_trust: Option<Trust>,
    /// The admin's endpoint; none means deliveries are skipped, never failed.
    pub callback_url: Option<String>,
    /// What the endpoint gets.
    pub subscriptions: Subscriptions,
    /// In which form.
    pub format: Format,
    /// How it is called.
    pub endpoint: Endpoint,
    /// The platform's own settings.
    pub options: Options,
    /// The unguessable part of the intake address.
    pub intake_key: Secret,
    /// The bearer token the endpoint shows at the outbox.
    pub endpoint_token: Secret,
    /// Signs what the endpoint gets: `whsec_` and base64, as the Standard Webhooks specification writes it.
    pub signing_secret: Secret,
    /// Whether it takes and sends.
    pub mode: Mode,
    /// Made by the demo; removed with it.
    pub demo: bool,
    /// When it was created.
    pub created_at: Timestamp,
}

impl Channel {
    /// PEM of the certificate trusted at this address of the platform's; none where none was chosen, or for another server.
    #[must_use]
    pub fn trusted_at(&self, url: &str) -> Option<String> {
        let place = Trust::place(url)?;
        self.platform_trust
            .as_ref()
            .filter(|trust| trust.place == place)
            .map(|trust| trust.certificate.clone())
    }

    /// Where its platform is: the address that was typed, or that it told.
    #[must_use]
    pub fn platform_url(&self) -> Option<&str> {
        match &self.options {
            Options::Elma365(options) => options.webhook.as_deref(),
            Options::Chatwoot(_) | Options::Userlike(_) => self.api_url.as_deref(),
        }
    }

    /// Its platform.
    #[must_use]
    pub const fn platform(&self) -> Platform {
        self.options.platform()
    }

    /// What its platform is called: a brand's name, the same in every language.
    #[must_use]
    pub const fn brand(&self) -> &'static str {
        match (self.platform(), self.preset) {
            (Platform::Chatwoot, Some(Preset::Chatlake)) => "Chatlake",
            (Platform::Chatwoot, Some(Preset::Onehash)) => "OneHash Chat",
            (platform, _) => platform.brand(),
        }
    }
}
