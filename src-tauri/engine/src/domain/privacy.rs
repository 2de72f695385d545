//! How much of what was said is kept once it has arrived.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of what was said is kept of what arrived. What is still owed, failed, or was refused and may yet be accepted is kept whole at
/// every level: without it nothing could be sent. What was not received at all is never there to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum Privacy {
    /// Everything.
    #[default]
    Full = 0,
    /// Who wrote when, to whom and what became of it; no words of messages, no files once their addresses have run out, no bodies of
    /// requests and answers, no further fields of events.
    WithoutText = 1,
    /// As before, and no names, e-mail addresses, phone numbers and attributes of people, and no headers: ids, times, sizes and states.
    MetadataOnly = 2,
}

impl Privacy {
    /// The level kept as that number.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::WithoutText,
            2 => Self::MetadataOnly,
            _ => Self::Full,
        }
    }
}
