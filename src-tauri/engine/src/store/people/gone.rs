//! What was found of a person goes: one commit for each slice.

use std::collections::{BTreeSet, HashSet};

use rusqlite::OptionalExtension as _;

use super::FACT;
use super::found::{Copied, Going, Person};
use crate::domain::{ChannelId, ContactId, ConversationId, ExchangeId, FileId, MessageId, Timestamp};
use crate::error::Result;
use crate::schema::ContactErased;
use crate::store::shared::Shown;
use crate::store::sql::{num, statement};
use crate::store::tallies::Tally;
use crate::store::writer::Tx;
use crate::store::{deliveries, erase, exchanges, learned, results};

/// What went so far.
#[derive(Default)]
pub(super) struct Gone {
    pub(super) erased: ContactErased,
    /// Names of the bytes of files.
    pub(super) files: Vec<String>,
}

impl Gone {
    pub(super) fn add(&mut self, more: Self) {
        let (sum, more_erased) = (&mut self.erased, more.erased);
        sum.conversations += more_erased.conversations;
        sum.messages += more_erased.messages;
        sum.exchanges += more_erased.exchanges;
        sum.files += more_erased.files;
        self.files.extend(more.files);
    }

    /// Erases files. Their bytes are for the caller to see to.
    fn files(&mut self, tx: &Tx<'_>, which: &HashSet<FileId>) -> Result<()> {
        for file in which {
            let digest: Option<Option<String>> =
                statement(tx.db, "DELETE FROM files WHERE id = ?1 RETURNING digest")?
                    .query_row([num(file.0)], |row| row.get(0))
                    .optional()?;
            self.erased.files += u64::from(digest.is_some());
            self.files.extend(digest.flatten());
        }
        Ok(())
    }
}

/// Erases a slice. Gives what went.
pub(super) fn slice(tx: &mut Tx<'_>, shown: &Shown, channel: ChannelId, going: &Going) -> Result<Gone> {
    clean(tx)?;
    tx.memory.forget_rows();
    let mut gone = Gone::default();
    erase_copies(tx, &going.copies)?;
    for (event, exchange) in &going.events {
        for owed in erase::event(tx, *event)? {
            erase::leave_lane(tx, &owed)?;
        }
        results::settle_without(tx, *exchange, shown)?;
    }
    for exchange in &going.emptied {
        empty(tx, *exchange)?;
    }
    for exchange in &going.exchanges {
        gone.erased.exchanges += erase_exchange(tx, *exchange, &going.shared)?;
    }
    gone.files(tx, &going.files)?;
    for (whose, kind, key) in &going.seen {
        statement(tx.db, "DELETE FROM seen WHERE channel = ?1 AND kind = ?2 AND key = ?3")?.execute((
            num(whose.0),
            kind,
            key,
        ))?;
    }
    tx.memory.tallies.push(Tally {
        at: Timestamp(0),
        channel: Some(channel),
        exchanges: -i64::try_from(gone.erased.exchanges).unwrap_or(0),
        ..Tally::default()
    });
    tx.memory.forget_rows();
    Ok(gone)
}

/// What is deleted from now on leaves no trace in its place.
fn clean(tx: &Tx<'_>) -> Result<()> {
    tx.db.pragma_update(None, "secure_delete", true)?;
    Ok(())
}

/// A row of the log keeps what it is and loses what it said.
fn empty(tx: &Tx<'_>, exchange: ExchangeId) -> Result<()> {
    for sql in [
        "DELETE FROM bodies WHERE id = (SELECT body FROM exchanges WHERE id = ?1)",
        "UPDATE exchanges SET body = NULL, answer = NULL, who = '', preview = '' WHERE id = ?1",
    ] {
        statement(tx.db, sql)?.execute([num(exchange.0)])?;
    }
    Ok(())
}

fn erase_exchange(tx: &mut Tx<'_>, exchange: ExchangeId, shared: &HashSet<i64>) -> Result<u64> {
    let row = [num(exchange.0)];
    let range = exchanges::caused(tx.db, exchange)?;
    let mut owed = deliveries::of_exchange(tx.db, exchange, range)?;
    owed.extend(deliveries::told_of_exchange(tx.db, exchange)?);
    let mut held: Vec<Option<i64>> = owed.iter().map(|one| one.body).collect();
    let own: Option<[Option<i64>; 2]> = statement(tx.db, "SELECT body, answer FROM exchanges WHERE id = ?1")?
        .query_row(row, |row| Ok([row.get(0)?, row.get(1)?]))
        .optional()?;
    held.extend(own.into_iter().flatten());
    for body in held.into_iter().flatten().filter(|body| !shared.contains(body)) {
        statement(tx.db, "DELETE FROM bodies WHERE id = ?1")?.execute([body])?;
    }
    erase::caused_by(tx, exchange)?;
    for one in &owed {
        erase::leave_lane(tx, one)?;
    }
    Ok(statement(tx.db, "DELETE FROM exchanges WHERE id = ?1")?.execute(row)? as u64)
}

/// What links made of it: the messages first, then the conversations that are left without any, then whom nothing is left of.
fn erase_copies(tx: &mut Tx<'_>, copies: &[Copied]) -> Result<()> {
    for message in copies.iter().flat_map(|copy| &copy.messages) {
        statement(tx.db, "DELETE FROM messages WHERE id = ?1")?.execute([num(message.0)])?;
    }
    let conversations: BTreeSet<ConversationId> =
        copies.iter().filter_map(|copy| copy.conversation).collect();
    for conversation in conversations {
        if !statement(tx.db, "SELECT 1 FROM messages WHERE conversation = ?1")?
            .exists([num(conversation.0)])?
        {
            erase::conversation(tx, conversation)?;
        }
    }
    let contacts: BTreeSet<ContactId> = copies.iter().filter_map(|copy| copy.contact).collect();
    for contact in contacts {
        let contact = [num(contact.0)];
        if !statement(tx.db, "SELECT 1 FROM conversations WHERE person = ?1")?.exists(contact)? {
            statement(
                tx.db,
                "DELETE FROM learned WHERE (channel, key) IN (SELECT channel, 'contact:' || key FROM contacts WHERE id = ?1)",
            )?
            .execute(contact)?;
            statement(tx.db, "DELETE FROM contacts WHERE id = ?1")?.execute(contact)?;
        }
    }
    Ok(())
}

/// Erases messages of a conversation; when it has none left, itself and what was learned of its chat. Gives what went.
pub(super) fn said(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    said: &[MessageId],
    files: &HashSet<FileId>,
) -> Result<Gone> {
    clean(tx)?;
    let mut gone = Gone::default();
    gone.erased.messages = said.len() as u64;
    for message in said {
        statement(tx.db, "DELETE FROM messages WHERE id = ?1")?.execute([num(message.0)])?;
    }
    gone.files(tx, files)?;
    if said.is_empty() {
        let row = [num(conversation.0)];
        for sql in [
            "DELETE FROM learned WHERE (channel, key) IN (SELECT channel, 'chat:' || coalesce(chat, key) FROM conversations WHERE id = ?1)",
            "UPDATE bulk_items SET given = NULL WHERE conversation = ?1",
        ] {
            statement(tx.db, sql)?.execute(row)?;
        }
        if !statement(tx.db, "SELECT 1 FROM messages WHERE conversation = ?1")?.exists(row)? {
            erase::conversation(tx, conversation)?;
            gone.erased.conversations = 1;
        }
    }
    Ok(gone)
}

/// The contact goes last. False when something of theirs has come meanwhile.
pub(super) fn last(tx: &mut Tx<'_>, person: &Person) -> Result<bool> {
    let row = [num(person.id.0)];
    if statement(tx.db, "SELECT 1 FROM conversations WHERE person = ?1")?.exists(row)?
        || statement(tx.db, "SELECT 1 FROM events WHERE contact = ?1 AND conversation IS NULL")?
            .exists(row)?
    {
        return Ok(false);
    }
    clean(tx)?;
    learned::forget(tx, person.channel, learned::About::Contact(&person.contact.key))?;
    statement(tx.db, "DELETE FROM contacts WHERE id = ?1")?.execute(row)?;
    statement(tx.db, "DELETE FROM facts WHERE name = ?1")?.execute([format!("{FACT}{}", person.id)])?;
    tx.memory.forget_rows();
    tx.db.pragma_update(None, "secure_delete", "FAST")?;
    Ok(true)
}
