//! The commands that send conversations, now or later.

use super::Api;
use crate::error::{Error, Result};
use crate::schema::*;

impl Api {
    pub(super) async fn conversation_send(&self, _: ConversationSend) -> Result<ConversationsSent> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn conversation_unflag(&self, _: ConversationRefs) -> Result<Nothing> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn conversation_targets(&self, _: TargetsQuery) -> Result<Vec<TargetView>> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }
}
