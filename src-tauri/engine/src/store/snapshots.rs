//! Whole conversations, read for sending.

use super::Store;
use crate::domain::{ConversationId, EventId, Snapshot};
use crate::error::{Error, Result};

impl Store {
    /// These conversations as they are sent, in this order, with none in the place of one that is no longer here. With `until`: as they
    /// were known when that event was entered, so that asking twice gives the same messages.
    pub async fn snapshots(
        &self,
        _ids: Vec<ConversationId>,
        _until: Option<EventId>,
    ) -> Result<Vec<Option<Snapshot>>> {
        Err(Error::unexpected("reading conversations", &"not there yet"))
    }
}
