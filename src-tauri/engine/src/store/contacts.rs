//! Table `contacts`: what is known of the people on the customers' side. A field a request did not mention stays as it was.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _};

use super::Store;
use super::seal::{Kind, Seal};
use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, Contact, ContactId};
use crate::error::Result;

impl Store {
    /// What is known of a contact, by the platform's key or the admin's identifier.
    pub async fn contact(&self, channel: ChannelId, key: &str) -> Result<Option<Contact>> {
        let (shared, key) = (Arc::clone(&self.0.shared), key.to_owned());
        self.read(move |reader| {
            let seal = shared.seal()?;
            match find(&reader.db, &seal, channel, &key)? {
                Some((_, contact)) => Ok(Some(contact)),
                None => find_by_identifier(&reader.db, &seal, channel, &key),
            }
        })
        .await
    }
}

/// Adds what was told to what is known.
pub(super) fn merge(known: &Contact, told: &Contact) -> Contact {
    let mut merged = known.clone();
    let newer = |old: &mut Option<String>, new: &Option<String>| {
        if new.is_some() {
            old.clone_from(new);
        }
    };
    newer(&mut merged.identifier, &told.identifier);
    newer(&mut merged.name, &told.name);
    newer(&mut merged.email, &told.email);
    newer(&mut merged.phone, &told.phone);
    newer(&mut merged.avatar_url, &told.avatar_url);
    for (name, value) in &told.attributes {
        merged.attributes.insert(name.clone(), value.clone());
    }
    merged
}

/// Keeps what an event tells of a contact and gives all that is known.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    seal: &Seal,
    channel: ChannelId,
    told: &Contact,
) -> Result<(ContactId, Arc<Contact>)> {
    let at = (channel, told.key.clone());
    let known = match tx.memory.contacts.get(at.clone()) {
        Some(known) => Some(known.clone()),
        None => find(tx.db, seal, channel, &told.key)?.map(|(id, contact)| (id, Arc::new(contact))),
    };
    let (new, merged) = match known {
        Some((id, known)) => {
            let merged = merge(&known, told);
            if merged == *known {
                tx.memory.contacts.put(at, (id, Arc::clone(&known)));
                return Ok((id, known));
            }
            (id, merged)
        }
        None => (tx.next_id::<ContactId>(), told.clone()),
    };
    statement(
        tx.db,
        "INSERT INTO contacts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET identifier = ?4, phone = ?5, email = ?6, sealed = ?7",
    )?
    .execute((
        num(new.0),
        num(channel.0),
        &merged.key,
        &merged.identifier,
        &merged.phone,
        &merged.email,
        seal.seal_json(Kind::Contact, &merged)?,
    ))?;
    let merged = Arc::new(merged);
    tx.memory.contacts.put(at, (new, Arc::clone(&merged)));
    Ok((new, merged))
}

/// A contact by the platform's key.
pub(super) fn find(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    key: &str,
) -> Result<Option<(ContactId, Contact)>> {
    let found = statement(db, "SELECT id, sealed FROM contacts WHERE channel = ?1 AND key = ?2")?
        .query_row((num(channel.0), key), |row| Ok((id(row.get(0)?), row.get::<_, Vec<u8>>(1)?)))
        .optional()?;
    found.map(|(id, sealed)| Ok((id, seal.open_json(Kind::Contact, &sealed)?))).transpose()
}

/// A contact by the admin's own identifier; the one that came last where several have it.
pub(super) fn find_by_identifier(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    identifier: &str,
) -> Result<Option<Contact>> {
    let sealed: Option<Vec<u8>> = statement(
        db,
        "SELECT sealed FROM contacts WHERE channel = ?1 AND identifier = ?2 ORDER BY id DESC LIMIT 1",
    )?
    .query_row((num(channel.0), identifier), |row| row.get(0))
    .optional()?;
    sealed.map(|sealed| seal.open_json(Kind::Contact, &sealed)).transpose()
}
