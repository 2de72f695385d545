//! What goes into the store and what comes out: whole steps, never connections or transactions.

use bytes::Bytes;

use crate::clock::Stopwatch;
use crate::domain::{
    ChannelId, Code, Contact, Conversation, DeliveryId, DestinationId, Event, EventId, ExchangeId, FileId,
    Format, SkipReason, Snapshot, State, Timestamp,
};
use crate::platforms::write::{Known, Progress, Taught};
use crate::schema::{ExchangeRow, Source, Timings};

use crate::domain::Routed;
use crate::secret::Secret;

/// Names and values of HTTP headers, in the order they came.
pub type Headers = Vec<(String, String)>;

/// Headers as they are kept: what is no text is made one.
pub(crate) fn kept_headers(headers: &http::HeaderMap) -> Headers {
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect()
}

/// A request that came to the relay, read and ready to be kept. Kept whole or not at all.
#[derive(Debug)]
pub struct Arrival {
    /// The channel it belongs to; none for an address no channel has.
    pub channel: Option<ChannelId>,
    /// When it came.
    pub at: Timestamp,
    /// Runs since its first byte; read when the commit is made, so that the row tells how long the answer took.
    pub started: Stopwatch,
    /// HTTP method.
    pub method: String,
    /// Path and query, the intake key masked. For an unknown key: the path as it came.
    pub path: String,
    /// Address of the caller.
    pub peer: String,
    /// Its headers.
    pub headers: Headers,
    /// Its body.
    pub body: Bytes,
    /// HTTP status of the answer it will get once this is kept.
    pub status: u16,
    /// Body of that answer.
    pub answer: Option<String>,
    /// Why it is kept without being acted on (refused, quarantined, unclaimed); none when it was taken.
    pub kept: Option<Kept>,
    /// What it says. Empty unless taken.
    pub events: Vec<Routed>,
    /// As-received channels owe one delivery per exchange, whatever number of events it brought.
    pub format: Format,
    /// Who it came from.
    pub source: Source,
    /// Files its messages name, to be entered with it: those to be fetched, and those already on the disk.
    pub files: Vec<NewFile>,
    /// The sender's own name for it: a second arrival of the same channel and name changes nothing, see [`Stored::again`].
    pub unique: Option<String>,
}

/// A file to be entered.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Its identifier, which the message names.
    pub id: FileId,
    /// The channel it came by.
    pub channel: ChannelId,
    /// Its name, as given.
    pub name: String,
    /// MIME type, as given.
    pub content_type: Option<String>,
    /// Where it is.
    pub place: FilePlace,
}

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilePlace {
    /// Still to be fetched from this address.
    There(String),
    /// On the disk under this name (digest of its content), with this many bytes.
    Here {
        /// Name of the file on the disk.
        digest: String,
        /// Bytes.
        size: u64,
    },
    /// It could not be had.
    Lost(Code),
}

/// A file as the store knows it.
#[derive(Clone, Debug)]
pub struct StoredFile {
    /// Ours.
    pub id: FileId,
    /// The channel it came by.
    pub channel: ChannelId,
    /// Its name.
    pub name: String,
    /// MIME type; `application/octet-stream` when nobody said.
    pub content_type: String,
    /// Where it is.
    pub place: FilePlace,
    /// Tries made to fetch it.
    pub tries: u32,
    /// When it was entered.
    pub at: Timestamp,
}

/// Why a request is kept without being acted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The reason.
    pub code: Code,
    /// Whether the admin may accept and process it (unknown key, token, signature, their channel id), or not (broken, too large).
    pub can_process: bool,
}

/// What became of an arrival.
#[derive(Debug)]
pub struct Stored {
    /// Its row, for the live view.
    pub row: ExchangeRow,
    /// Lanes that now have something due.
    pub due: Vec<Due>,
    /// The first event's identifier; none when it brought none.
    pub event: Option<EventId>,
    /// It came before under the same name: this is the event it was then.
    pub again: Option<EventId>,
    /// Rows of earlier exchanges that changed with it: a platform said what became of a message of ours.
    pub also: Vec<ExchangeRow>,
    /// Conversations are to be sent now that were to be sent later.
    pub flags: bool,
}

/// What a destination is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Role {
    /// The channel's endpoint.
    #[default]
    Endpoint = 0,
    /// The channel's platform.
    Platform = 1,
    /// The channel's platform, for what became of its own messages.
    WriteBack = 2,
    /// An address that was given once, for conversations of the channel.
    Address = 3,
}

impl Role {
    /// Every role, in the order of their stored numbers.
    pub const ALL: [Self; 4] = [Self::Endpoint, Self::Platform, Self::WriteBack, Self::Address];

    /// The role kept as that number.
    pub(super) fn from_number(number: i64) -> Self {
        usize::try_from(number).ok().and_then(|i| Self::ALL.get(i)).copied().unwrap_or_default()
    }
}

impl Role {
    /// What goes there goes by the platform's own rules, in as many calls as it takes. To the others goes one request, always the same.
    #[must_use]
    pub const fn is_platform(self) -> bool {
        matches!(self, Self::Platform | Self::WriteBack)
    }
}

impl From<Role> for crate::schema::DestinationKind {
    fn from(role: Role) -> Self {
        match role {
            Role::Endpoint => Self::Endpoint,
            Role::Platform => Self::Platform,
            Role::WriteBack => Self::WriteBack,
            Role::Address => Self::Address,
        }
    }
}

/// A lane with something to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    /// The destination.
    pub destination: DestinationId,
    /// The lane.
    pub lane: LaneId,
    /// The delivery at its head.
    pub delivery: DeliveryId,
}

/// A lane: what is sent to one destination in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LaneId(pub i64);

/// A delivery with everything a try needs.
#[derive(Debug)]
pub struct Job {
    /// The delivery.
    pub delivery: DeliveryId,
    /// Its lane.
    pub lane: LaneId,
    /// Where it goes.
    pub destination: DestinationId,
    /// The channel.
    pub channel: ChannelId,
    /// The event's id, which is its `webhook-id`.
    pub event_id: EventId,
    /// The event, as it was read. `conversation` and `contact` below are what the store knows of them by now.
    pub event: Event,
    /// When the event came.
    pub received_at: Timestamp,
    /// The conversation as known.
    pub conversation: Option<Conversation>,
    /// The contact as known.
    pub contact: Option<Contact>,
    /// The exchange that brought it.
    pub exchange: ExchangeId,
    /// Whether `original` is what this channel's own platform sent: only that can be passed on as received.
    pub is_original: bool,
    /// The platform's own headers, for as-received.
    pub original_headers: Headers,
    /// The platform's own body.
    pub original: Bytes,
    /// The body fixed at the first try; none before it, and none for a platform.
    pub fixed: Option<Bytes>,
    /// Tries that counted so far.
    pub made: u32,
    /// When the first try failed; none before that.
    pub failing_since: Option<Timestamp>,
    /// When it came to be owed.
    pub created_at: Timestamp,
    /// When it is due; a time in the past means now.
    pub due: Timestamp,
    /// What its destination is.
    pub role: Role,
    /// How it stands.
    pub state: State,
    /// For a platform: how far it has come.
    pub progress: Progress,
    /// For a platform: what was learned of its chat and person.
    pub known: Known,
    /// For a platform: the files of its message, in order; of a snapshot those of all its messages.
    pub files: Vec<StoredFile>,
    /// The whole conversation, when that is what is sent.
    pub snapshot: Option<Box<Snapshot>>,
    /// When it was last tried, else when it came to be owed: one from before this run may have been cut short.
    pub touched_at: Timestamp,
}

/// One try and what follows from it; committed together.
#[derive(Debug)]
pub struct Tried {
    /// The delivery.
    pub delivery: DeliveryId,
    /// When the try began.
    pub at: Timestamp,
    /// HTTP method.
    pub method: String,
    /// The address, as it is called.
    pub url: String,
    /// Our headers, in clear; sealed by the store.
    pub headers: Headers,
    /// Names of those among them that were typed for the endpoint: they stay secret when they are renamed there or removed.
    pub own: Vec<String>,
    /// Our body. To an endpoint it stays the same for every later try; of a form to a platform, what is shown of it.
    pub body: Bytes,
    /// To a platform: what the call was for.
    pub step: Option<&'static str>,
    /// To a platform: how far it has come.
    pub progress: Option<Progress>,
    /// To a platform: what was learned.
    pub taught: Vec<Taught>,
    /// What other platforms are told when this ends well, or ends at all: events owed to these channels' write-backs.
    pub write_backs: Vec<(ChannelId, Event)>,
    /// What came back: status, headers, the first 64 KiB of the body, and the body's size as far as it was read. None: no answer.
    pub answer: Option<(u16, Headers, Bytes, bool)>,
    /// What went wrong; none: delivered.
    pub code: Option<Code>,
    /// The certificate (DER) that was refused, if one was.
    pub certificate: Option<Bytes>,
    /// Where the time went.
    pub timings: Timings,
    /// What follows.
    pub verdict: Verdict,
}

/// What follows from a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It arrived; the lane goes on.
    Delivered,
    /// This call went well and another one follows at once; the lane waits. Does not count.
    Step,
    /// They have it and will say what became of it; the lane goes on. At this time, if any, it is asked again what is next.
    Accepted(Option<Timestamp>),
    /// There was nothing to send; the lane goes on.
    Nothing,
    /// Nobody can tell whether it arrived; the lane goes on.
    Unknown,
    /// Tried again at this time; the lane waits. Counts.
    Again(Timestamp),
    /// Tried again at this time beside the lane, which goes on: marked out of order. Counts.
    Beside(Timestamp),
    /// Given up; the lane goes on. Counts.
    Failed,
    /// Too old to be of use; the lane goes on.
    Stale,
    /// The destination is stopped; the delivery waits where it is and the try does not count.
    Held,
}

/// What follows for a delivery without a call; committed together.
#[derive(Debug)]
pub struct Settled {
    /// The delivery.
    pub delivery: DeliveryId,
    /// To a platform: how far it has come.
    pub progress: Option<Progress>,
    /// To a platform: what was learned.
    pub taught: Vec<Taught>,
    /// What other platforms are told, as in [`Tried`].
    pub write_backs: Vec<(ChannelId, Event)>,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// What follows.
    pub verdict: Verdict,
}

impl Settled {
    /// A part of it has arrived, and it goes on: tries are counted from here, so that a long one does not wear them out on its way.
    pub(super) fn gets_on(&self) -> bool {
        self.verdict == Verdict::Step && self.taught.iter().any(|taught| matches!(taught, Taught::Sent(_)))
    }
}

/// What the log shows after a try, and what the lane holds next.
#[derive(Debug)]
pub struct Recorded {
    /// Rows that changed: the try's own exchange and the one that brought the event.
    pub rows: Vec<ExchangeRow>,
    /// The next delivery of the lane that is due at once, if there is one.
    pub next: Option<Due>,
    /// Lanes of other destinations that now have something due: what platforms are told because of it.
    pub due: Vec<Due>,
}

/// A destination as the schedule needs it.
#[derive(Clone, Debug)]
pub struct Destination {
    /// Ours.
    pub id: DestinationId,
    /// Whose it is.
    pub channel: ChannelId,
    /// What it is.
    pub role: Role,
    /// Why it is stopped; none while open. Survives a restart.
    pub stopped: Option<Code>,
    /// When it is next probed.
    pub probe_at: Option<Timestamp>,
    /// The address of one that was given once; it may hold a secret. None also while the data key cannot be read.
    pub address: Option<Secret>,
}

/// A request that was kept without being acted on, taken out to be read again.
#[derive(Debug)]
pub struct KeptRequest {
    /// The channel it came to, if any.
    pub channel: Option<ChannelId>,
    /// When it came.
    pub at: Timestamp,
    /// Its headers.
    pub headers: Headers,
    /// Its body.
    pub body: Bytes,
    /// Why it was kept.
    pub kept: Kept,
}

/// How many deliveries of a channel stand where, for its health.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChannelHealth {
    /// When the last request came.
    pub last_at: Option<Timestamp>,
    /// Owed and not yet made.
    pub waiting: u64,
    /// Given up in the last 24 hours.
    pub failed: u64,
    /// Given up, refused or retrying in the last 15 minutes.
    pub troubled: u64,
    /// The last five deliveries that came to an end all failed.
    pub failing: bool,
}

/// The state a delivery has after a verdict.
#[must_use]
pub const fn state_after(verdict: Verdict) -> State {
    match verdict {
        Verdict::Delivered => State::Delivered,
        Verdict::Step => State::Received,
        Verdict::Accepted(_) => State::Accepted,
        Verdict::Unknown => State::Unknown,
        Verdict::Again(_) | Verdict::Beside(_) => State::Retrying,
        Verdict::Failed => State::Failed,
        Verdict::Stale | Verdict::Nothing => State::Skipped,
        Verdict::Held => State::OnHold,
    }
}

/// What became of something the endpoint asked for at the outbox.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The event.
    pub event: EventId,
    /// When it came.
    pub at: Timestamp,
    /// What it was.
    pub kind: crate::domain::EventKind,
    /// The worst state of its deliveries to platforms.
    pub state: State,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
    /// What went wrong last, when something did.
    pub code: Option<Code>,
    /// How trying goes on.
    pub retry: Option<crate::schema::Retry>,
    /// The platform's id of the message.
    pub message: Option<String>,
    /// What the platform answered, where that was the point: field `result` of the progress.
    pub result: Option<serde_json::Value>,
}

/// A request of ours that no delivery needed: fetching a file, catching up, making sure.
#[derive(Debug)]
pub struct OwnCall {
    /// Whose.
    pub channel: ChannelId,
    /// What it was for.
    pub step: &'static str,
    /// HTTP method.
    pub method: String,
    /// The address.
    pub url: String,
    /// Our headers, in clear; sealed by the store.
    pub headers: Headers,
    /// Our body.
    pub body: Bytes,
    /// What came back: status, headers, the first 64 KiB of the body, and whether there was more. None: no answer.
    pub answer: Option<(u16, Headers, Bytes, bool)>,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// Where the time went.
    pub timings: Timings,
}

/// A request as it went over the wire, secrets and all: never for a screen.
#[derive(Debug)]
pub struct Raw {
    /// Whose.
    pub channel: Option<ChannelId>,
    /// It came in.
    pub came_in: bool,
    /// It was a request to the intake, or a try at the endpoint: it can be made again.
    pub again: bool,
    /// Its headers.
    pub headers: Headers,
    /// Names of those of them that were typed for the endpoint then.
    pub own: Vec<String>,
    /// Its body.
    pub body: Bytes,
}

/// What we last told a platform of one of its messages.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What.
    pub status: crate::domain::MessageStatus,
    /// Told, or still on its way.
    pub told: bool,
    /// The delivery whose end it was.
    pub delivery: DeliveryId,
}

/// How far the history of a conversation was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulled {
    /// Nothing older was asked for; none: from its beginning.
    pub from: Option<Timestamp>,
    /// When something had last happened in it, by the platform's clock.
    pub active_at: Timestamp,
    /// The platform's number of its last message; nought when it had none.
    pub last: i64,
}

/// How far a channel's messages are known, for catching up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastSeen {
    /// When its last request came.
    pub at: Option<Timestamp>,
    /// The newest activity told by the platform.
    pub activity: Option<Timestamp>,
}
