//! The steps of what goes to platforms: links, what was asked for at the outbox, what was learned, files, marks.

use super::Store;
use super::steps::{Asked, FilePlace, LastSeen, Mark, OwnCall, Recorded, Settled, StoredFile};
use crate::domain::{ChannelId, Conversation, DeliveryId, EventId, FileId, Link, LinkId, Origin, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{CustomerMessage, ExchangeRow};

fn missing<T>() -> Result<T> {
    Err(Error::unexpected("using the store", &"not there yet"))
}

impl Store {
    // -- settings.db

    /// All links, by creation.
    pub async fn links(&self) -> Result<Vec<Link>> {
        Ok(Vec::new())
    }

    /// Creates or replaces a link.
    pub async fn put_link(&self, _link: Link) -> Result<()> {
        missing()
    }

    /// Deletes a link. What it carried stays where it is. False when there is none.
    pub async fn delete_link(&self, _id: LinkId) -> Result<bool> {
        missing()
    }

    // -- the outbox

    /// The event that came to the channel under this name of the sender's; none when none did.
    pub async fn requested(&self, _channel: ChannelId, _unique: &str) -> Result<Option<EventId>> {
        missing()
    }

    /// What became of something asked for at the channel's outbox; none when it never was.
    pub async fn asked(&self, _channel: ChannelId, _event: EventId) -> Result<Option<Asked>> {
        missing()
    }

    // -- what goes to platforms

    /// What one of our own messages at a platform is a copy of. `message` is what the platform calls it, or our own reference.
    pub async fn origin(&self, _channel: ChannelId, _message: &str) -> Result<Option<Origin>> {
        missing()
    }

    /// The latest conversation of a chat of the channel, as its platform told of it.
    pub async fn conversation_of_chat(
        &self,
        _channel: ChannelId,
        _chat: &str,
    ) -> Result<Option<Conversation>> {
        missing()
    }

    /// Ends a delivery, or lets it wait, without a call: there is nothing to tell, it cannot be told at all, or silence went on too long.
    /// Nothing happens when it is no longer owed.
    pub async fn settle(&self, _settled: Settled) -> Result<Recorded> {
        missing()
    }

    /// Lets a delivery wait at the head of its lane until this time. No try is counted.
    pub async fn postpone(&self, _delivery: DeliveryId, _until: Timestamp) -> Result<()> {
        missing()
    }

    /// Keeps a call of ours that no delivery needed. Gives its row.
    pub async fn keep_call(&self, _call: OwnCall) -> Result<ExchangeRow> {
        missing()
    }

    /// What we last told the channel's platform of one of its messages.
    pub async fn mark(&self, _channel: ChannelId, _message: &str) -> Result<Option<Mark>> {
        missing()
    }

    /// How far the channel's messages are known.
    pub async fn last_seen(&self, _channel: ChannelId) -> Result<LastSeen> {
        missing()
    }

    // -- files

    /// These files, in this order; unknown ones are left out.
    pub async fn files(&self, _ids: &[FileId]) -> Result<Vec<StoredFile>> {
        missing()
    }

    /// Files still to be fetched, oldest first.
    pub async fn files_to_fetch(&self, _limit: usize) -> Result<Vec<StoredFile>> {
        missing()
    }

    /// Enters a file that came without a message: brought in at a screen, to be named later.
    pub async fn put_file(&self, _file: super::steps::NewFile) -> Result<()> {
        missing()
    }

    /// Says where a file is now, and how often fetching it was tried. Deliveries that waited for it are due at once.
    pub async fn set_file(
        &self,
        _id: FileId,
        _place: FilePlace,
        _tries: u32,
    ) -> Result<Vec<super::steps::Due>> {
        missing()
    }

    // -- the practice customer

    /// The messages of a chat of the channel, oldest first, with what became of those that went out.
    pub async fn chat(&self, _channel: ChannelId, _chat: &str) -> Result<Vec<CustomerMessage>> {
        missing()
    }

    /// Removes the messages of a chat and what was learned of it.
    pub async fn forget_chat(&self, _channel: ChannelId, _chat: &str) -> Result<()> {
        missing()
    }
}
