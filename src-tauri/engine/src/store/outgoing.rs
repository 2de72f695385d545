//! The steps of what goes to platforms: links, what was asked for at the outbox, what was learned, files, marks.

use std::sync::Arc;

use super::shared::Shared;
use super::steps::{Asked, Due, FilePlace, LastSeen, Mark, NewFile, OwnCall, Recorded, Settled, StoredFile};
use super::{
    Store, asked, chats, conversations, exchanges, files, links, marks, messages, own_calls, record,
    requests, sent, tallies, waiting,
};
use crate::domain::{ChannelId, Conversation, DeliveryId, EventId, FileId, Link, LinkId, Origin, Timestamp};
use crate::error::Result;
use crate::schema::{CustomerMessage, ExchangeRow};

impl Store {
    fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.0.shared)
    }

    // -- settings.db

    /// All links, by creation.
    pub async fn links(&self) -> Result<Vec<Link>> {
        self.settings_db(links::all).await
    }

    /// Creates or replaces a link. Errors: ID-05 when one of its channels is gone.
    pub async fn put_link(&self, link: Link) -> Result<()> {
        self.change_settings(move |db| links::put(db, &link)).await
    }

    /// Deletes a link. What it carried stays where it is. False when there is none.
    pub async fn delete_link(&self, id: LinkId) -> Result<bool> {
        self.change_settings(move |db| links::delete(db, id)).await
    }

    // -- the outbox

    /// The event that came to the channel under this name of the sender's; none when none did.
    pub async fn requested(&self, channel: ChannelId, unique: &str) -> Result<Option<EventId>> {
        let name = unique.to_owned();
        self.read(move |reader| requests::find(&reader.db, channel, &name)).await
    }

    /// What became of something asked for at the channel's outbox; none when it never was.
    pub async fn asked(&self, channel: ChannelId, event: EventId) -> Result<Option<Asked>> {
        let shared = self.shared();
        self.read(move |reader| asked::find(&reader.db, &shared, channel, event)).await
    }

    // -- what goes to platforms

    /// What one of our own messages at a platform is a copy of. `message` is what the platform calls it, or our own reference.
    pub async fn origin(&self, channel: ChannelId, message: &str) -> Result<Option<Origin>> {
        let (shared, called) = (self.shared(), message.to_owned());
        self.read(move |reader| asked::origin(&reader.db, &shared, channel, &called)).await
    }

    /// The latest conversation of a chat of the channel, as its platform told of it.
    pub async fn conversation_of_chat(&self, channel: ChannelId, chat: &str) -> Result<Option<Conversation>> {
        let (shared, chat) = (self.shared(), chat.to_owned());
        self.read(move |reader| conversations::latest_of_chat(&reader.db, &*shared.seal()?, channel, &chat))
            .await
    }

    /// What is known of the conversation with that key.
    pub async fn conversation(&self, channel: ChannelId, key: &str) -> Result<Option<Conversation>> {
        let (shared, told) = (self.shared(), Conversation { key: key.to_owned(), ..Conversation::default() });
        self.read(move |reader| conversations::known(&reader.db, &*shared.seal()?, channel, &told)).await
    }

    /// Ends a delivery, or lets it wait, without a call: there is nothing to tell, it cannot be told at all, or silence went on too long.
    /// Nothing happens when it is no longer owed.
    pub async fn settle(&self, settled: Settled) -> Result<Recorded> {
        drop(self.0.shared.take_job(settled.delivery));
        let shared = self.shared();
        let ready = record::settled(&*shared.seal()?, settled, shared.clock.now())?;
        self.0.writer.keep(move |tx| record::write(tx, &shared, &ready)).await
    }

    /// Lets a delivery wait at the head of its lane until this time. No try is counted.
    pub async fn postpone(&self, delivery: DeliveryId, until: Timestamp) -> Result<()> {
        drop(self.0.shared.take_job(delivery));
        self.0.writer.keep(move |tx| waiting::postpone(tx, delivery, until)).await
    }

    /// Keeps a call of ours that no delivery needed. Gives its row.
    pub async fn keep_call(&self, call: OwnCall) -> Result<ExchangeRow> {
        let ready = own_calls::ready(&*self.0.shared.seal()?, call)?;
        self.0.writer.keep(move |tx| own_calls::write(tx, &ready)).await
    }

    /// What we last told the channel's platform of one of its messages.
    pub async fn mark(&self, channel: ChannelId, message: &str) -> Result<Option<Mark>> {
        let key = message.to_owned();
        self.read(move |reader| marks::find(&reader.db, channel, &key)).await
    }

    /// How far the channel's messages are known.
    pub async fn last_seen(&self, channel: ChannelId) -> Result<LastSeen> {
        self.read(move |reader| {
            Ok(LastSeen {
                at: exchanges::last_at(&reader.db, channel)?,
                activity: tallies::activity(&reader.db, channel)?,
            })
        })
        .await
    }

    /// The last message of a conversation that is known from before this time, by the number its platform gave it; none where there is none.
    pub async fn last_message(
        &self,
        channel: ChannelId,
        conversation: &str,
        before: Timestamp,
    ) -> Result<Option<String>> {
        let key = conversation.to_owned();
        self.read(move |reader| match conversations::id_of(&reader.db, channel, &key)? {
            Some(conversation) => messages::last_number(&reader.db, conversation, before),
            None => Ok(None),
        })
        .await
    }

    /// Those of these messages of a conversation that are not known yet, neither as told by the platform nor as written by us.
    pub async fn unknown_messages(
        &self,
        channel: ChannelId,
        conversation: &str,
        keys: Vec<String>,
    ) -> Result<Vec<String>> {
        let key = conversation.to_owned();
        self.read(move |reader| {
            let conversation = conversations::id_of(&reader.db, channel, &key)?;
            let is_unknown = |key: &String| -> Result<bool> {
                let told = match conversation {
                    Some(conversation) => messages::is_known(&reader.db, conversation, key)?,
                    None => false,
                };
                Ok(!told && sent::find(&reader.db, channel, key)?.is_none())
            };
            let mut unknown = Vec::new();
            for key in keys {
                if is_unknown(&key)? {
                    unknown.push(key);
                }
            }
            Ok(unknown)
        })
        .await
    }

    // -- files

    /// These files, in this order; unknown ones are left out.
    pub async fn files(&self, ids: &[FileId]) -> Result<Vec<StoredFile>> {
        let (shared, ids) = (self.shared(), ids.to_vec());
        self.read(move |reader| files::find(&reader.db, &*shared.seal()?, &ids)).await
    }

    /// Files still to be fetched, oldest first.
    pub async fn files_to_fetch(&self, limit: usize) -> Result<Vec<StoredFile>> {
        let shared = self.shared();
        self.read(move |reader| files::to_fetch(&reader.db, &*shared.seal()?, limit)).await
    }

    /// Enters a file that came without a message: brought in at a screen, to be named later.
    pub async fn put_file(&self, file: NewFile) -> Result<()> {
        let sealed = files::seal(&*self.0.shared.seal()?, &file)?;
        self.0.writer.keep(move |tx| files::insert(tx, &file, None, &sealed)).await
    }

    /// Says where a file is now, and how often fetching it was tried. Deliveries that waited for it are due at once.
    pub async fn set_file(&self, id: FileId, place: FilePlace, tries: u32) -> Result<Vec<Due>> {
        let clock = self.0.shared.clock;
        self.0
            .writer
            .keep(move |tx| match files::set_place(tx, id, &place, tries)? {
                Some(exchange) if !matches!(place, FilePlace::There(_)) => {
                    waiting::resume(tx, exchange, clock.now())
                }
                _ => Ok(Vec::new()),
            })
            .await
    }

    /// Says of which type a file is, where that was not known.
    pub async fn set_file_type(&self, id: FileId, content_type: String) -> Result<()> {
        let seal = self.0.shared.seal()?;
        self.0.writer.keep(move |tx| files::set_type(tx, &seal, id, &content_type)).await
    }

    /// Those of these digests that no file has: what is on the disk under them is of no use, unless it was written a moment ago and the
    /// commit that names it is still to come. A file's row goes when it is older than both the log and the conversations are kept.
    pub async fn unused_files(&self, digests: Vec<String>) -> Result<Vec<String>> {
        self.read(move |reader| files::unused(&reader.db, digests)).await
    }

    // -- the practice customer

    /// The messages of a chat of the channel, oldest first, at most the last 500, with what became of those that went out.
    pub async fn chat(&self, channel: ChannelId, chat: &str) -> Result<Vec<CustomerMessage>> {
        let (shared, chat) = (self.shared(), chat.to_owned());
        self.read(move |reader| chats::find(&reader.db, &shared, channel, &chat)).await
    }

    /// The chat of the channel that something was last written to, of those whose keys begin like this and sort by their beginning.
    pub async fn latest_chat(&self, channel: ChannelId, begins: &str) -> Result<Option<String>> {
        let begins = begins.to_owned();
        self.read(move |reader| chats::latest(&reader.db, channel, &begins)).await
    }

    /// Removes the messages of a chat and what was learned of it. The log keeps what is in the log.
    pub async fn forget_chat(&self, channel: ChannelId, chat: &str) -> Result<()> {
        let (shared, chat) = (self.shared(), chat.to_owned());
        let (seal, key) = (shared.seal()?, chat.clone());
        let all = self.read(move |reader| conversations::of_chat(&reader.db, &seal, channel, &key)).await?;
        super::chores::unlist(&self.0, all.into_iter().map(|(conversation, _)| conversation).collect()).await;
        self.0.writer.keep(move |tx| chats::forget(tx, &*shared.seal()?, channel, &chat)).await
    }
}
