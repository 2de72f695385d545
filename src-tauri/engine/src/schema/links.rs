//! Links between channels.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::{ChannelId, LinkChoices, LinkId, LinkMode, Timestamp};
use crate::error::Error;

/// A link as screens see it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// Ours.
    pub id: LinkId,
    /// The channel whose customers write.
    pub customers: ChannelId,
    /// The channel whose operators answer.
    pub operators: ChannelId,
    /// What it carries.
    pub mode: LinkMode,
    /// What it carries only by choice.
    pub choices: LinkChoices,
    /// Nothing is carried while it is paused.
    pub paused: bool,
    /// Why it cannot carry at the moment: a channel lacks what writing to it needs, is off, or is stopped. None: it can.
    pub error: Option<Error>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What can be set of a link. The channels only on create; on update an absent field means unchanged.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct LinkInput {
    /// The channel whose customers write.
    pub customers: Option<ChannelId>,
    /// The channel whose operators answer.
    pub operators: Option<ChannelId>,
    /// What it carries.
    pub mode: Option<LinkMode>,
    /// What it carries only by choice.
    pub choices: Option<LinkChoices>,
    /// Nothing is carried while it is paused.
    pub paused: Option<bool>,
}

/// Changes a link.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct LinkUpdate {
    /// Which.
    pub id: LinkId,
    /// What it carries.
    pub mode: Option<LinkMode>,
    /// What it carries only by choice.
    pub choices: Option<LinkChoices>,
    /// Nothing is carried while it is paused.
    pub paused: Option<bool>,
}

/// Names one link.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct LinkRef {
    /// Which.
    pub id: LinkId,
}
