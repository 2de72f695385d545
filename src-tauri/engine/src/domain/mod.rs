//! The words of Switchboard as plain types: what exists, what it is called, what is allowed.
//!
//! Stands alone so that platforms, store and hosts can agree. It knows no SQL, no HTTP, no clock and no host;
//! only how its types look in JSON and TypeScript, because they are the same words there.

pub mod address;
mod channel;
mod code;
mod event;
mod ids;
pub mod link;
mod named;
mod people;
mod privacy;
pub mod problem;
pub mod route;
mod snapshot;
mod state;
mod time;
pub mod validate;

pub use channel::{
    Channel, ChatwootOptions, Elma365Options, Endpoint, Format, Header, Mode, Options, Platform, Preset,
    SignatureRule, Subscriptions, Trust, UserlikeOptions,
};
pub use code::Code;
pub use event::{Event, EventKind, Identity, Learned, Origin};
pub use ids::{
    ActivityId, AttemptId, BodyId, BulkId, ChannelId, ContactId, ConversationId, DeliveryId, DestinationId,
    EventId, ExchangeId, ExportId, FileId, Ids, LinkId, MessageId, ProblemId, ViewId,
};
pub use link::{Link, LinkChoices, LinkMode};
pub use people::{Contact, Conversation, ConversationStatus, File, Message, MessageStatus, Operator, Side};
pub use privacy::Privacy;
pub use problem::{About, AboutKind, ProblemState};
pub use route::{Author, Routed};
pub use snapshot::{Snapshot, SnapshotEvent, SnapshotOf, Target, When, is_command};
pub use state::{SkipReason, State};
pub use time::Timestamp;
