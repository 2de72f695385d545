//! Problems: failures by cause, what can be done about each, and what was noted for the admin.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ExchangeRow, Sentence, Timings};
use crate::domain::problem::{RemedyAction, RemedyKind};
use crate::domain::{
    AboutKind, ActivityId, ChannelId, Code, DeliveryId, ExchangeId, ProblemId, ProblemState, Timestamp,
};
use crate::error::Error;

/// Failures of one cause.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemView {
    /// Ours.
    pub id: ProblemId,
    /// What goes wrong.
    pub code: Code,
    /// What fills its sentences.
    pub params: BTreeMap<String, String>,
    /// What goes wrong, in a few words.
    pub sentence: Sentence,
    /// The likely cause, and what happens with the messages.
    pub body: Sentence,
    /// What it is about.
    pub about: ProblemAbout,
    /// How it stands.
    pub state: ProblemState,
    /// When it was first seen.
    pub opened_at: Timestamp,
    /// When it was last seen.
    pub last_at: Timestamp,
    /// When it was over.
    pub solved_at: Option<Timestamp>,
    /// How often it was seen.
    #[ts(as = "f64")]
    pub count: u64,
    /// Deliveries that wait because of it.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// Deliveries that were given up because of it and can be sent again.
    #[ts(as = "f64")]
    pub failed: u64,
    /// Requests that were refused because of it and can still be accepted.
    #[ts(as = "f64")]
    pub kept: u64,
    /// When it is tried again by itself.
    pub next_at: Option<Timestamp>,
    /// What can be done, the best first; exactly one is primary.
    pub remedies: Vec<Remedy>,
    /// The exchange that showed it last.
    pub exchange: Option<ExchangeId>,
}

/// What a problem is about.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemAbout {
    /// The kind.
    pub kind: AboutKind,
    /// Which of them; none where there is only one.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// Whose it is, of what is a channel's.
    pub channel: Option<ChannelId>,
}

/// Something that can be done about a problem.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Remedy {
    /// What.
    pub action: RemedyAction,
    /// How it is done.
    pub kind: RemedyKind,
    /// The one to try first.
    pub primary: bool,
    /// What fills its label: counts, addresses, names.
    pub params: BTreeMap<String, String>,
}

/// Which problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ProblemFilter {
    /// Those that are not solved.
    Open,
    /// Those that were solved in the last 30 days.
    Solved,
    /// Both.
    #[default]
    All,
}

/// Asks for problems.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ProblemQuery {
    /// Which; all when absent.
    #[ts(optional, as = "Option<ProblemFilter>")]
    pub filter: ProblemFilter,
}

/// Names one problem.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ProblemRef {
    /// Which.
    pub id: ProblemId,
}

/// Says that somebody knows of a problem, or takes that back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ProblemAcknowledge {
    /// Which.
    pub id: ProblemId,
    /// Whether somebody knows; yes when absent.
    pub known: Option<bool>,
}

/// A problem with everything about it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemDetail {
    /// It.
    pub problem: ProblemView,
    /// HTTP status of the last answer; none when there was no answer.
    pub status: Option<u16>,
    /// The beginning of the last answer, without secrets.
    pub answer: String,
    /// The certificate that was refused, when one was.
    pub certificate: Option<CertificateSeen>,
    /// Where the time of the last try went.
    pub timings: Option<Timings>,
    /// Deliveries it concerns, the last few.
    pub deliveries: Vec<DeliveryId>,
    /// The last exchanges that showed it, newest first.
    pub exchanges: Vec<ExchangeRow>,
    /// Of a token that came and is not the one saved: both, so far as they may be shown.
    pub tokens: Option<TokensCompared>,
}

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateSeen {
    /// Whom it is for.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// Names of hosts it is good for.
    pub names: Vec<String>,
    /// From when it is good.
    pub not_before: Timestamp,
    /// Until when.
    pub not_after: Timestamp,
    /// Its SHA-256 fingerprint, in hexadecimal with colons.
    pub fingerprint: String,
}

/// Two tokens side by side, of each only as much as tells them apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokensCompared {
    /// The one saved, masked.
    pub saved: String,
    /// The one that came, masked.
    pub came: String,
    /// Where the request came from.
    pub sender: String,
}

/// Does something about a problem.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct RemedyRequest {
    /// Which problem.
    pub id: ProblemId,
    /// What.
    pub action: RemedyAction,
    /// A new token or address.
    pub value: Option<String>,
    /// Of requests that belong to nobody: the channel they are given to.
    pub channel: Option<ChannelId>,
    /// The fingerprint that was shown and agreed to.
    pub fingerprint: Option<String>,
}

/// What came of a remedy.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemedyResult {
    /// The problem as it is now.
    pub problem: ProblemView,
    /// What was done, in a sentence; none when nothing was, because of the error.
    pub sentence: Option<Sentence>,
    /// Why it did not help, when it did not.
    pub error: Option<Error>,
}

/// Asks for what was noted.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ActivityQuery {
    /// How many at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// Those before this one.
    pub before: Option<ActivityId>,
}

/// What was noted.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActivityPage {
    /// The rows, newest first.
    pub rows: Vec<ActivityRow>,
    /// The key to go on from; none at the end.
    pub next: Option<ActivityId>,
}

/// Something that was noted for the admin.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActivityRow {
    /// Ours.
    pub id: ActivityId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub sentence: Sentence,
    /// The problem it is about.
    pub problem: Option<ProblemId>,
}

/// Notes something for the admin: a notice that was shown, an act that can be undone.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ActivityNote {
    /// Its sentence in the catalogue, without the `activity-` it begins with.
    pub kind: String,
    /// What fills it.
    pub params: Option<BTreeMap<String, String>>,
}
