//! Table `flags`: conversations that are to be sent later, each to one place. The commit that keeps what a sending waits for says that its time
//! has come, so that a stop in between loses nothing.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _};

use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{id, num, statement};
use super::steps::Asked;
use super::writer::Tx;
use super::{Store, conversations};
use crate::domain::{
    ChannelId, Conversation, ConversationId, Event, EventId, EventKind, State, Target, Timestamp, When,
};
use crate::error::Result;
use crate::platforms::redact;
use crate::schema::{FlagView, Source};

/// So many are flagged, or no longer, in one commit.
const SLICE: usize = 100;

/// A sending whose time has come.
#[derive(Clone, Debug)]
pub(crate) struct DueFlag {
    /// Ours.
    pub id: u64,
    /// Of which channel.
    pub channel: ChannelId,
    /// What is to be sent.
    pub conversation: ConversationId,
    /// Where to.
    pub target: Target,
    /// Who wanted it.
    pub source: Source,
}

impl DueFlag {
    /// Under which what is asked for because of it is asked for once.
    pub(crate) fn name(&self) -> String {
        name(self.id)
    }
}

/// No sender can give such a name.
fn name(flag: u64) -> String {
    format!("\u{1}flag:{flag}")
}

impl Store {
    /// Has conversations sent later, in place of what they were to be sent to before. Those that are no longer here are left out. Gives the
    /// flags' own numbers.
    pub async fn flag(
        &self,
        ids: Vec<ConversationId>,
        target: &Target,
        when: When,
        source: Source,
    ) -> Result<Vec<u64>> {
        let seal = self.0.shared.seal()?;
        let sealed = Arc::new(seal.seal_json(Kind::Flag, target)?);
        let mut flags = Vec::with_capacity(ids.len());
        for slice in ids.chunks(SLICE) {
            let (slice, sealed) = (slice.to_vec(), Arc::clone(&sealed));
            let flag = move |tx: &mut Tx<'_>| {
                slice.iter().map(|one| put(tx, *one, when, source, &sealed, true)).collect::<Result<Vec<_>>>()
            };
            flags.extend(self.0.writer.keep(flag).await?);
        }
        Ok(flags)
    }

    /// Has conversations sent later no more.
    pub async fn unflag(&self, ids: Vec<ConversationId>) -> Result<()> {
        for slice in ids.chunks(SLICE) {
            let slice = slice.to_vec();
            let remove = move |tx: &mut Tx<'_>| {
                slice.iter().try_for_each(|one| {
                    statement(tx.db, "DELETE FROM flags WHERE conversation = ?1")?.execute([num(one.0)])?;
                    Ok(())
                })
            };
            self.0.writer.keep(remove).await?;
        }
        Ok(())
    }

    /// Sendings whose time has come, longest first.
    pub(crate) async fn due_flags(&self) -> Result<Vec<DueFlag>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let seal = shared.seal()?;
            let sql =
                "SELECT id, channel, conversation, sealed, source FROM flags WHERE due = 1 ORDER BY id LIMIT ?1";
            let mut select = statement(&reader.db, sql)?;
            let rows = select
                .query_map([super::sql::count(SLICE)], |row| {
                    let asked = row.get::<_, i64>(4)? == Source::Endpoint as i64;
                    let flag = DueFlag {
                        id: id(row.get(0)?),
                        channel: id(row.get(1)?),
                        conversation: id(row.get(2)?),
                        target: Target::Endpoint,
                        source: if asked { Source::Endpoint } else { Source::Screen },
                    };
                    Ok((flag, row.get::<_, Vec<u8>>(3)?))
                })?
                .collect::<Result<Vec<_>, _>>()?;
            let opened = |(flag, sealed): (DueFlag, Vec<u8>)| -> Result<DueFlag> {
                Ok(DueFlag { target: seal.open_json(Kind::Flag, &sealed)?, ..flag })
            };
            rows.into_iter().map(opened).collect()
        })
        .await
    }

    /// A sending was asked for, or cannot be: it is done with, unless somebody flagged the conversation anew meanwhile.
    pub(crate) async fn flag_done(&self, flag: u64) -> Result<()> {
        self.0
            .writer
            .keep(move |tx| {
                statement(tx.db, "DELETE FROM flags WHERE id = ?1")?.execute([num(flag)])?;
                Ok(())
            })
            .await
    }
}

impl Store {
    /// What became of something asked for at a channel's outbox: [`Store::asked`], and of a conversation to be sent later that it waits.
    pub async fn asked_or_flagged(&self, channel: ChannelId, event: EventId) -> Result<Option<Asked>> {
        if let Some(asked) = self.asked(channel, event).await? {
            return Ok(Some(asked));
        }
        if let Some(sent) = self.requested(channel, &name(event.0)).await? {
            let asked = self.asked(channel, sent).await?;
            return Ok(asked.map(|asked| Asked { event, ..asked }));
        }
        let waits = move |reader: &mut super::pool::Reader| {
            let sql = "SELECT 1 FROM flags WHERE channel = ?1 AND id = ?2 AND source = ?3";
            let waits = (num(channel.0), num(event.0), Source::Endpoint as u8);
            Ok(statement(&reader.db, sql)?.exists(waits)?)
        };
        Ok(self.read(waits).await?.then(|| Asked {
            event,
            at: event.time(),
            kind: EventKind::ConversationSnapshot,
            state: State::Received,
            skipped: None,
            code: None,
            retry: None,
            message: None,
            result: None,
        }))
    }

    /// The conversation of a channel with that chat's key, the latest of it, or with the platform's own key, or a session's.
    pub async fn named_conversation(
        &self,
        channel: ChannelId,
        chat: Option<String>,
        key: Option<String>,
    ) -> Result<Option<ConversationId>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let (db, seal) = (&reader.db, shared.seal()?);
            if let Some(key) = key {
                let about = Conversation { session: Some(key.clone()), key, ..Conversation::default() };
                return conversations::id_of_any(db, &seal, channel, &about);
            }
            let Some(chat) = chat else { return Ok(None) };
            Ok(conversations::of_chat(db, &seal, channel, &chat)?.into_iter().next().map(|(id, _)| id))
        })
        .await
    }
}

/// Flags a conversation. `anew`: in place of what it was flagged for; otherwise that stays.
fn put(
    tx: &Tx<'_>,
    conversation: ConversationId,
    when: When,
    source: Source,
    sealed: &[u8],
    anew: bool,
) -> Result<u64> {
    let sql = if anew {
        "INSERT INTO flags SELECT id, ?2, channel, ?3, ?4, ?5, ?6 FROM conversations WHERE id = ?1
         ON CONFLICT (conversation) DO UPDATE SET id = ?2, upon = ?3, source = ?4, due = ?5, sealed = ?6"
    } else {
        "INSERT INTO flags SELECT id, ?2, channel, ?3, ?4, ?5, ?6 FROM conversations WHERE id = ?1
         ON CONFLICT (conversation) DO NOTHING"
    };
    let flag: u64 = tx.next_id();
    statement(tx.db, sql)?.execute((
        num(conversation.0),
        num(flag),
        when as u8,
        source as u8,
        when == When::Now,
        sealed,
    ))?;
    Ok(flag)
}

/// An operator commands the conversation to be sent to the endpoint, in its platform's time. What the admin has chosen for it stays.
pub(super) fn command(tx: &Tx<'_>, seal: &Seal, conversation: ConversationId, when: When) -> Result<()> {
    let sealed = seal.seal_json(Kind::Flag, &Target::Endpoint)?;
    put(tx, conversation, when, Source::Platform, &sealed, false).map(drop)
}

/// What sendings may wait for came: true when the time of one has come. What Userlike sends itself is done with.
pub(super) fn note(tx: &Tx<'_>, conversation: ConversationId, event: &Event) -> Result<bool> {
    if !When::ALL.iter().any(|when| when.has_come(event)) {
        return Ok(false);
    }
    let upon: Option<i64> = statement(tx.db, "SELECT upon FROM flags WHERE conversation = ?1 AND due = 0")?
        .query_row([num(conversation.0)], |row| row.get(0))
        .optional()?;
    let Some(when) = upon.and_then(When::from_number).filter(|when| when.has_come(event)) else {
        return Ok(false);
    };
    if when == When::Platform {
        statement(tx.db, "DELETE FROM flags WHERE conversation = ?1")?.execute([num(conversation.0)])?;
        return Ok(false);
    }
    statement(tx.db, "UPDATE flags SET due = 1 WHERE conversation = ?1")?.execute([num(conversation.0)])?;
    Ok(true)
}

/// A session turns out to belong to another conversation than it was thought to: what was to be sent of the one is of the other.
pub(super) fn move_over(tx: &Tx<'_>, from: ConversationId, to: ConversationId) -> Result<()> {
    statement(tx.db, "UPDATE OR IGNORE flags SET conversation = ?2 WHERE conversation = ?1")?
        .execute((num(from.0), num(to.0)))?;
    Ok(())
}

/// What a conversation is flagged for, for screens.
pub(super) fn view(db: &Connection, shared: &Shared, which: ConversationId) -> Result<Option<FlagView>> {
    let found = statement(db, "SELECT id, channel, upon, sealed FROM flags WHERE conversation = ?1")?
        .query_row([num(which.0)], |row| {
            Ok((row.get::<_, i64>(0)?, id(row.get(1)?), row.get::<_, i64>(2)?, row.get::<_, Vec<u8>>(3)?))
        })
        .optional()?;
    let Some((flag, channel, upon, sealed)) = found else { return Ok(None) };
    let named = |id| shared.channel(id).map(|channel| channel.name.clone()).unwrap_or_default();
    let when = When::from_number(upon).unwrap_or(When::StatusChanged);
    let to = match shared.seal()?.open_json(Kind::Flag, &sealed)? {
        _ if when == When::Platform => named(channel),
        Target::Endpoint => {
            let url = shared.channel(channel).and_then(|channel| channel.callback_url.clone());
            url.map(|url| redact::address(&url)).unwrap_or_default()
        }
        Target::Address { url } => redact::address_given(&url),
        Target::Channel { channel } => named(channel),
    };
    let at: Timestamp = EventId(flag.cast_unsigned()).time();
    Ok(Some(FlagView { to, when, at }))
}
