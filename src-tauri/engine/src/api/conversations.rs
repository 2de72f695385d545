//! The commands about conversations, their contacts and saved views.

use super::Api;
use super::traffic::check_page;
use crate::domain::{Code, validate};
use crate::error::{Error, Result};
use crate::schema::*;

/// Letters of a view's name.
const LONGEST_NAME: usize = 60;

impl Api {
    pub(super) async fn conversation_page(&self, query: ConversationQuery) -> Result<ConversationPage> {
        check_page(query.limit, false)?;
        self.engine.store.conversations(query).await
    }

    pub(super) async fn conversation_count(
        &self,
        query: ConversationCountQuery,
    ) -> Result<ConversationCount> {
        self.engine.store.count_conversations(query.filter).await
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
        self.engine.store.views().await
    }

    pub(super) async fn view_put(&self, input: ViewInput) -> Result<SavedView> {
        let _editing = self.engine.editing.lock().await;
        let views = self.engine.store.views().await?;
        if input.id.is_some_and(|id| views.iter().all(|view| view.id != id)) {
            return Err(Error::new(Code::Id05));
        }
        if input.name.chars().count() > LONGEST_NAME {
            return Err(validate::bad_field("name"));
        }
        let others = views.iter().filter(|view| Some(view.id) != input.id);
        let view = SavedView {
            name: validate::name(&input.name, others.map(|view| view.name.as_str()))?,
            id: input.id.unwrap_or_else(|| self.engine.store.new_id()),
            filter: input.filter,
            sort: input.sort.unwrap_or_default(),
            ascending: input.ascending.unwrap_or_default(),
        };
        self.engine.store.put_view(view.clone()).await?;
        Ok(view)
    }

    pub(super) async fn view_delete(&self, which: ViewRef) -> Result<Nothing> {
        let _editing = self.engine.editing.lock().await;
        if self.engine.store.delete_view(which.id).await? {
            Ok(Nothing {})
        } else {
            Err(Error::new(Code::Id05))
        }
    }
}
