//! The commands about conversations, their contacts and saved views.

use super::Api;
use super::customers::cannot_reply;
use super::told::sentence as told_sentence;
use super::traffic::check_page;
use crate::domain::{Code, FileId, validate};
use crate::error::{Error, Result};
use crate::schema::*;
use crate::store::{FilePlace, ToldLine};

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

    pub(super) async fn conversation_get(&self, which: ConversationRef) -> Result<ConversationDetail> {
        let gone = || Error::new(Code::Id05);
        let store = &self.engine.store;
        let row =
            store.conversation_rows(&[which.id]).await?.into_iter().flatten().next().ok_or_else(gone)?;
        let told = store.conversation_told(which.id).await?.ok_or_else(gone)?;
        let latest = TranscriptQuery { id: which.id, limit: None, before: None, after: None, around: None };
        let channel = self.channel(row.channel)?;
        Ok(ConversationDetail {
            row,
            chat: told.chat,
            session: told.session,
            contact: told.contact,
            reply: cannot_reply(&channel),
            failures: told.failures,
            transcript: self.conversation_transcript(latest).await?,
        })
    }

    pub(super) async fn conversation_transcript(&self, query: TranscriptQuery) -> Result<TranscriptPage> {
        let ways = [&query.before, &query.after, &query.around].into_iter().flatten().count();
        check_page(query.limit, ways > 1)?;
        let told = self.engine.store.transcript(query).await?.ok_or_else(|| Error::new(Code::Id05))?;
        let files = told.lines.iter().filter_map(|told| told.line.message.as_ref());
        let named: Vec<_> = files.flat_map(|message| &message.files).filter_map(|file| file.id).collect();
        let here = self.engine.store.files(&named).await?;
        let here = here.iter().filter(|file| matches!(file.place, FilePlace::Here { .. }));
        let here: Vec<FileId> = here.map(|file| file.id).collect();
        let mut lines = Vec::with_capacity(told.lines.len());
        for ToldLine { mut line, event, owed } in told.lines {
            for file in line.message.iter_mut().flat_map(|message| &mut message.files) {
                if let Some(id) = file.id.filter(|id| here.contains(id)) {
                    file.url = self.engine.file_url(id, &file.name).ok();
                }
            }
            line.error = owed.and_then(|mut owed| {
                self.fill(&mut owed);
                owed.error
            });
            line.event = event.map(|event| TranscriptEvent {
                kind: event.kind,
                sentence: told_sentence(&event),
                platform_name: event.platform_name,
            });
            lines.push(line);
        }
        Ok(TranscriptPage { lines, earlier: told.earlier, later: told.later })
    }

    pub(super) async fn contact_delete(&self, which: ContactRef) -> Result<ContactErased> {
        let engine = &self.engine;
        let begun = engine.clock.now();
        let erased = engine.store.erase_contact(which.channel, &which.key).await?;
        let (erased, files) = erased.ok_or_else(|| Error::new(Code::Id05))?;
        engine.files.remove_erased(&engine.store, files, begun).await?;
        Ok(erased)
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
