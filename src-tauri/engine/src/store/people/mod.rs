//! Erases a person: all that is kept of a contact of a channel, in slices, so that intake goes on meanwhile.
//!
//! Their conversations go with all that was said in them, and the rows of the log that brought it, with bodies, answers and tries; copies
//! that links made of it for other channels go too, and what is still owed because of it is not sent. A row of the log that others share
//! stays, without bodies. What goes is read first and then written, one slice at a time; the contact itself goes last, so that an erasure
//! that was cut short is found at the next start and goes on.

mod found;
mod gone;

use std::collections::BTreeSet;
use std::sync::{Arc, Weak};

use rusqlite::Connection;

use super::seal::Seal;
use super::sql::{id, num, statement};
use super::writer::Tx;
use super::{Inner, Store, checkpoint, chores, contacts, index, off_runtime};
use crate::domain::{ChannelId, ContactId, ConversationId, ExchangeId};
use crate::error::{Error, Result};
use crate::schema::ContactErased;
use found::{Going, Person};
use gone::Gone;

/// What an erasure that is under way is called among the facts; its contact follows.
const FACT: &str = "erasing:";

impl Store {
    /// Erases all that is kept of a contact of a channel; returns when it is gone. Goes on when nobody waits for it, and at the next start
    /// if it is cut short. None for a contact nobody knows. Gives also the names of the bytes of files that went.
    pub async fn erase_contact(
        &self,
        channel: ChannelId,
        key: &str,
    ) -> Result<Option<(ContactErased, Vec<String>)>> {
        let (seal, key) = (self.0.shared.seal()?, key.to_owned());
        let found = self.read(move |reader| contacts::find(&reader.db, &seal, channel, &key)).await?;
        let Some((person, _)) = found else { return Ok(None) };
        self.0.writer.keep(move |tx| begin(tx, person)).await?;
        let erasing = tokio::spawn(all_of(Arc::downgrade(&self.0), person));
        let gone = erasing.await.map_err(|cause| Error::unexpected("erasing a contact", &cause))??;
        let Gone { mut erased, files } = gone;
        erased.backups = copies(&self.0);
        Ok(Some((erased, files)))
    }

    /// Goes on with erasures that a stop cut short.
    pub(super) async fn erase_rest(&self) -> Result<()> {
        for person in self.read(|reader| begun(&reader.db)).await? {
            let store = Arc::downgrade(&self.0);
            tokio::spawn(async move {
                if let Err(error) = all_of(store, person).await {
                    tracing::warn!(%error, "Erasing a contact stopped; the next start goes on with it.");
                }
            });
        }
        Ok(())
    }
}

/// Copies of the journal that were made before it was changed; they still hold what is erased now.
fn copies(inner: &Inner) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(&inner.folder) else { return Vec::new() };
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut copies: Vec<String> =
        names.filter(|name| name.starts_with("journal.db.") && name.ends_with(".bak")).collect();
    copies.sort_unstable();
    copies
}

fn begin(tx: &Tx<'_>, person: ContactId) -> Result<()> {
    statement(tx.db, "INSERT OR REPLACE INTO facts VALUES (?1, ?2)")?
        .execute((format!("{FACT}{person}"), num(person.0)))?;
    Ok(())
}

fn begun(db: &Connection) -> Result<Vec<ContactId>> {
    let mut select =
        statement(db, "SELECT value FROM facts WHERE name >= ?1 AND name < ?1 || char(1114111)")?;
    let rows = select.query_map([FACT], |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Does the whole of it. Does not keep a store open that nobody holds any more.
async fn all_of(store: Weak<Inner>, which: ContactId) -> Result<Gone> {
    let mut gone = Gone::default();
    while let Some(inner) = store.upgrade() {
        let seal = inner.shared.seal()?;
        let with = Arc::clone(&seal);
        let found = inner.pool.read(move |reader| found::person(&reader.db, &with, which)).await?;
        let Some(person) = found else { break };
        let (theirs, with) = (person.clone(), Arc::clone(&seal));
        let going = inner.pool.read(move |reader| found::next(&reader.db, &with, &theirs)).await?;
        if let Some(going) = going {
            gone.add(slice(&inner, &person, going).await?);
        } else if let Some(conversation) = person.conversations.iter().next().copied() {
            gone.add(talk(&inner, &seal, conversation).await?);
        } else {
            search(&inner, &seal, &person).await?;
            if inner.writer.background(move |tx| gone::last(tx, &person)).await? {
                purge(&inner).await?;
                break;
            }
        }
    }
    Ok(gone)
}

/// Erases one slice, its words first.
async fn slice(inner: &Inner, person: &Person, going: Going) -> Result<Gone> {
    let mut words: Vec<ExchangeId> = going.exchanges.iter().chain(&going.emptied).copied().collect();
    words.extend(going.events.iter().map(|(_, exchange)| *exchange));
    chores::told(inner, |done| index::Order::Forget(words, done)).await;
    let copied: BTreeSet<ConversationId> = going.copies.iter().filter_map(|copy| copy.conversation).collect();
    let messages = going.copies.iter().flat_map(|copy| copy.messages.clone()).collect();
    chores::told(inner, |done| index::Order::ForgetMessages(messages, done)).await;
    let stay: BTreeSet<ExchangeId> =
        going.events.iter().map(|(_, exchange)| *exchange).chain(going.emptied.iter().copied()).collect();
    let (shown, channel) = (inner.shared.shown(), person.channel);
    let done = inner.writer.background(move |tx| gone::slice(tx, &shown, channel, &going)).await?;
    inner.shared.forget_jobs();
    for exchange in stay {
        // By what others said in it, it is still found. Without the index nothing is lost but words to find it by.
        drop(inner.orders.send(index::Order::Again(exchange)));
    }
    let gone = inner.pool.read(move |reader| {
        let mut gone = Vec::new();
        for one in copied {
            if !statement(&reader.db, "SELECT 1 FROM conversations WHERE id = ?1")?.exists([num(one.0)])? {
                gone.push(one);
            }
        }
        Ok(gone)
    });
    chores::unlist(inner, gone.await?).await;
    Ok(done)
}

/// Erases the next of what was said in a conversation, and when nothing is left, itself.
async fn talk(inner: &Inner, seal: &Arc<Seal>, conversation: ConversationId) -> Result<Gone> {
    let with = Arc::clone(seal);
    let (said, files) = inner.pool.read(move |reader| found::said(&reader.db, &with, conversation)).await?;
    let count = said.len() as u64;
    if count == 0 {
        chores::unlist(inner, vec![conversation]).await;
    } else {
        let which = said.clone();
        chores::told(inner, |done| index::Order::ForgetMessages(which, done)).await;
    }
    let step = move |tx: &mut Tx<'_>| gone::said(tx, conversation, &said, &files);
    inner.writer.background(step).await
}

/// Empties what else of the log tells of them.
async fn search(inner: &Inner, seal: &Arc<Seal>, person: &Person) -> Result<()> {
    let mut cursor = ExchangeId(0);
    loop {
        let (theirs, with) = (person.clone(), Arc::clone(seal));
        let found =
            inner.pool.read(move |reader| found::mentions(&reader.db, &with, &theirs, cursor)).await?;
        let Some((mentioned, last)) = found else { return Ok(()) };
        cursor = last;
        if !mentioned.is_empty() {
            let emptied = mentioned.into_iter().collect();
            slice(inner, person, Going { emptied, ..Going::default() }).await?;
        }
    }
}

/// What was erased is gone from the files too: from the index, and from the journal's log of what was written.
async fn purge(inner: &Inner) -> Result<()> {
    chores::told(inner, index::Order::Purge).await;
    let journal = inner.folder.join("journal.db");
    off_runtime(move || checkpoint::empty(&journal)).await
}
