//! Bulk sends: choosing, checking, sending, results.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConversationFilter, Sentence, TargetView, TestReport};
use crate::domain::{BulkId, ChannelId, ConversationId, DeliveryId, ExchangeId, State, Target, Timestamp};
use crate::error::Error;

/// Which conversations a bulk send is to send.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum BulkChoice {
    /// These.
    Ids {
        /// Ours.
        ids: Vec<ConversationId>,
    },
    /// All that match.
    Filter {
        /// Which.
        filter: ConversationFilter,
    },
    /// Ids that were pasted, one a line or apart by blanks and commas, or a CSV with a line of names above: `channel` (a channel's name
    /// or id) and `conversation` (the platform's id, or ours).
    Text {
        /// The text.
        text: String,
        /// The channel of those that name none.
        #[ts(optional)]
        channel: Option<ChannelId>,
    },
}

/// A bulk send to be checked, or made.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct BulkInput {
    /// What it sends.
    pub choice: BulkChoice,
    /// Where to.
    pub target: Target,
    /// Conversations a second, 1 to 50; none: as fast as the target allows.
    pub rate: Option<u32>,
    /// It pauses itself after so many failures in a row; 10 when absent, 0 never.
    pub pause_after: Option<u32>,
    /// Of `bulk.create`: how many the admin saw were ready when they confirmed. Another number now is an error, so that nobody sends more
    /// than they agreed to.
    pub confirmed: Option<u32>,
}

/// What a bulk send would do.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkPreview {
    /// Chosen: ready and skipped.
    #[ts(as = "f64")]
    pub total: u64,
    /// Would be sent.
    #[ts(as = "f64")]
    pub ready: u64,
    /// Would not be sent, by reason.
    pub skipped: Vec<BulkSkipped>,
    /// Lines of the text that name no conversation, the first hundred.
    pub wrong: Vec<WrongLine>,
    /// The first three, as they would be sent.
    pub samples: Vec<BulkSample>,
    /// Where it goes.
    pub target: TargetView,
    /// How reaching it went.
    pub test: TestReport,
    /// How long it would take at this speed, in ms; none when nobody can tell.
    #[ts(as = "Option<f64>")]
    pub estimate_ms: Option<u64>,
}

/// Conversations that are not sent for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkSkipped {
    /// The reason.
    pub reason: BulkSkip,
    /// How many.
    #[ts(as = "f64")]
    pub count: u64,
}

/// Why a conversation of a bulk send is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum BulkSkip {
    /// It has no messages.
    Empty = 0,
    /// It was chosen twice.
    Twice = 1,
    /// It is on the very channel it would be sent to.
    SameChannel = 2,
    /// Its channel has no endpoint.
    NoEndpoint = 3,
    /// It is no longer here.
    Gone = 4,
    /// The line names no conversation that is here.
    NotFound = 5,
    /// The line cannot be read.
    Unreadable = 6,
    /// The line names no channel that is here.
    NoChannel = 7,
    /// The admin cancelled the rest.
    Cancelled = 8,
    /// The target was removed.
    NoTarget = 9,
}

impl BulkSkip {
    /// Every reason, in the order of their stored numbers.
    pub const ALL: [Self; 10] = [
        Self::Empty,
        Self::Twice,
        Self::SameChannel,
        Self::NoEndpoint,
        Self::Gone,
        Self::NotFound,
        Self::Unreadable,
        Self::NoChannel,
        Self::Cancelled,
        Self::NoTarget,
    ];

    /// The one kept as that number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|i| Self::ALL.get(i)).copied()
    }
}

/// A line of a pasted text or a CSV that names no conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WrongLine {
    /// Its number, from 1, as an editor counts.
    pub line: u32,
    /// Its beginning.
    pub text: String,
    /// Why.
    pub reason: BulkSkip,
}

/// A conversation as it would be sent.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkSample {
    /// Which.
    pub id: ConversationId,
    /// Whom it is with.
    pub who: String,
    /// Messages in it.
    #[ts(as = "f64")]
    pub messages: u64,
    /// The body, without secrets; of a channel: what its customers' side would read.
    pub body: String,
}

/// How a bulk send stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum BulkState {
    /// Its selection is being frozen.
    Preparing = 0,
    /// It sends.
    Running = 1,
    /// It waits for the admin: they paused it, or it paused itself and `error` says why.
    Paused = 2,
    /// The program ended while it ran; it waits for the admin.
    Interrupted = 3,
    /// The admin cancelled the rest.
    Cancelled = 4,
    /// It is through.
    Done = 5,
}

impl BulkState {
    /// Every state, in the order of their stored numbers.
    pub const ALL: [Self; 6] =
        [Self::Preparing, Self::Running, Self::Paused, Self::Interrupted, Self::Cancelled, Self::Done];

    /// The one kept as that number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|i| Self::ALL.get(i)).copied()
    }
}

/// A bulk send. `delivered + skipped + failed + unknown + left` is `total`, always.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkView {
    /// Ours.
    pub id: BulkId,
    /// How it stands.
    pub state: BulkState,
    /// When it was confirmed.
    pub created_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Where it goes: a name and an address without secrets.
    pub target_name: String,
    /// The address without secrets.
    pub target_url: String,
    /// The channel it goes to, when it is one.
    pub target_channel: Option<ChannelId>,
    /// What was chosen, in a sentence.
    pub choice: Sentence,
    /// Conversations a second; none: as fast as the target allows.
    pub rate: Option<u32>,
    /// It pauses itself after so many failures in a row; 0 never.
    pub pause_after: u32,
    /// All of them.
    #[ts(as = "f64")]
    pub total: u64,
    /// Confirmed by the target.
    #[ts(as = "f64")]
    pub delivered: u64,
    /// Not sent, for a reason.
    #[ts(as = "f64")]
    pub skipped: u64,
    /// Given up.
    #[ts(as = "f64")]
    pub failed: u64,
    /// Nobody can tell whether they arrived.
    #[ts(as = "f64")]
    pub unknown: u64,
    /// Still to come; those under way among them.
    #[ts(as = "f64")]
    pub left: u64,
    /// Under way now.
    pub sending: u32,
    /// Why it paused itself, or what the target asks it to wait for.
    pub error: Option<Error>,
    /// The target asked to wait until then.
    pub waits_until: Option<Timestamp>,
    /// Conversations a second of late; none while nobody can tell.
    pub speed: Option<f64>,
    /// Time left at that speed, in ms; none while nobody can tell.
    #[ts(as = "Option<f64>")]
    pub left_ms: Option<u64>,
}

/// Names a bulk send.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct BulkRef {
    /// Which.
    pub id: BulkId,
}

/// Lets a paused or interrupted bulk send go on.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct BulkResume {
    /// Which.
    pub id: BulkId,
    /// Also those of which nobody can tell whether they arrived: they may arrive twice.
    pub resend_unknown: Option<bool>,
}

/// Which items of a bulk send.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct BulkItemFilter {
    /// One state: `delivered`, `skipped`, `failed`, `unknown`, `received` (left), `sending`.
    pub state: Option<State>,
}

/// Asks for a page of the items of a bulk send, in their order.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct BulkItemQuery {
    /// Of which.
    pub id: BulkId,
    /// How many rows at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// Items after this number.
    pub after: Option<u32>,
    /// Which.
    pub filter: Option<BulkItemFilter>,
}

/// A page of items.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkItemPage {
    /// The rows.
    pub rows: Vec<BulkItemView>,
    /// The number to go on from; none at the end.
    pub next: Option<u32>,
}

/// One conversation of a bulk send.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BulkItemView {
    /// Its number in the send, from 1.
    pub n: u32,
    /// The conversation; none when its line names none.
    pub conversation: Option<ConversationId>,
    /// Its channel.
    pub channel: Option<ChannelId>,
    /// The platform's id; of a line that names no conversation, the line.
    pub key: String,
    /// Whom it is with.
    pub who: String,
    /// The number of its line in the pasted text or CSV.
    pub line: Option<u32>,
    /// How it stands; `received` means left.
    pub state: State,
    /// Why it is not sent, when it is not.
    pub reason: Option<BulkSkip>,
    /// What went wrong, when something did.
    pub error: Option<Error>,
    /// Tries made.
    pub tries: u32,
    /// When it was last tried.
    pub at: Option<Timestamp>,
    /// Its last try, or what came in at the asking, in the log.
    pub exchange: Option<ExchangeId>,
    /// Its delivery, where it goes to a channel.
    pub delivery: Option<DeliveryId>,
}
