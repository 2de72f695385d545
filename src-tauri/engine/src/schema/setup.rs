//! Setting a channel up: what a Chatwoot has to choose from, where its inbox sends to, how far the admin has come.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CertificateSeen, Sentence};
use crate::domain::{ChannelId, Preset, Timestamp};
use crate::error::Error;

/// Asks a Chatwoot what a token may see.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct SetupLook {
    /// The channel whose token is meant when it is masked or absent.
    pub channel: Option<ChannelId>,
    /// Of the family, which.
    pub preset: Option<Preset>,
    /// Where it is. The address of any page of its dashboard will do; absent: the preset's own.
    pub api_url: Option<String>,
    /// The token, in clear.
    pub token: Option<String>,
    /// PEM of a certificate that is trusted at this server.
    pub platform_certificate: Option<String>,
}

/// A certificate that a server showed and this computer does not believe.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupCertificate {
    /// What it says.
    pub seen: CertificateSeen,
    /// PEM, to be trusted.
    pub pem: String,
}

/// What a token may see.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupLooked {
    /// The server's address, taken out of what was typed.
    pub api_url: String,
    /// Whose token it is.
    pub user: String,
    /// The accounts, in the server's order.
    pub accounts: Vec<SetupAccount>,
    /// The account that the pasted address names, if the token can see it.
    #[ts(as = "Option<f64>")]
    pub account_id: Option<i64>,
    /// The inbox that the pasted address names, if the token can see it.
    #[ts(as = "Option<f64>")]
    pub inbox_id: Option<i64>,
    /// What was put right or is worth knowing.
    pub notes: Vec<Sentence>,
}

/// An account of a Chatwoot.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupAccount {
    /// Its number.
    #[ts(as = "f64")]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The token's owner is an administrator there: inboxes can be made and their webhooks set.
    pub administrator: bool,
    /// Its inboxes: those of the kind API first.
    pub inboxes: Vec<SetupInbox>,
    /// Why its inboxes cannot be listed.
    pub error: Option<Error>,
}

/// An inbox of a Chatwoot.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupInbox {
    /// Its number.
    #[ts(as = "f64")]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its kind, as a word of the server: `Api`, `WebWidget`, `Email`.
    pub kind: String,
    /// Where it sends to; none: nowhere.
    pub webhook_url: Option<String>,
    /// The channel here that has it already.
    pub used_by: Option<String>,
    /// Why it cannot be chosen: it is of another kind (ID-02).
    pub obstacle: Option<Error>,
}

/// Binds a channel to an inbox that is there.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupUseInbox {
    /// The channel.
    pub channel: ChannelId,
    /// The account.
    #[ts(as = "f64")]
    pub account_id: i64,
    /// The inbox.
    #[ts(as = "f64")]
    pub inbox_id: i64,
}

/// Makes an inbox of the kind API and binds a channel to it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupCreateInbox {
    /// The channel.
    pub channel: ChannelId,
    /// The account.
    #[ts(as = "f64")]
    pub account_id: i64,
    /// What it is to be called there.
    pub name: String,
}

/// Sets where a channel's inbox sends to.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SetupApplyWebhook {
    /// The channel.
    pub channel: ChannelId,
    /// The address; absent: the channel's intake address. An empty one takes it away, as it was before.
    pub url: Option<String>,
}

/// Where a channel's inbox sends to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupWebhook {
    /// The inbox's name.
    pub inbox: String,
    /// Where it sends to now; empty: nowhere.
    pub url: String,
    /// Where it sent to before; the same when nothing was changed.
    pub before: String,
    /// It sends to the channel's intake address.
    pub ours: bool,
}

/// How far the set-up of a channel has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Setup {
    /// The channel.
    pub channel: ChannelId,
    /// The step it is at, from 1.
    pub step: u8,
    /// When it got there.
    pub at: Timestamp,
}

/// Notes how far the set-up of a channel has come.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SetupPut {
    /// The channel.
    pub channel: ChannelId,
    /// The step it is at, 1 to 4.
    pub step: u8,
}
