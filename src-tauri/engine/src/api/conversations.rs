//! The commands about conversations, their contacts and saved views.

use super::Api;
use crate::error::{Error, Result};
use crate::schema::*;

impl Api {
    pub(super) async fn conversation_page(&self, _: ConversationQuery) -> Result<ConversationPage> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn conversation_count(&self, _: ConversationCountQuery) -> Result<ConversationCount> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn conversation_get(&self, _: ConversationRef) -> Result<ConversationDetail> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn conversation_transcript(&self, _: TranscriptQuery) -> Result<TranscriptPage> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn contact_delete(&self, _: ContactRef) -> Result<ContactErased> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn view_list(&self, _: Nothing) -> Result<Vec<SavedView>> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn view_put(&self, _: ViewInput) -> Result<SavedView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn view_delete(&self, _: ViewRef) -> Result<Nothing> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }
}
