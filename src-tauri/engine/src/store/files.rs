//! Table `files`: the files of messages, and where each is. Their bytes lie beside the database, under their digests.

use std::borrow::Cow;

use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

use super::seal::{Kind, Seal};
use super::sql::{code, count, id, num, statement};
use super::steps::{FilePlace, NewFile, StoredFile};
use super::writer::Tx;
use crate::domain::{Code, ExchangeId, FileId};
use crate::error::Result;

/// What is sealed of a file.
#[derive(Serialize, Deserialize)]
struct Content<'a> {
    name: Cow<'a, str>,
    content_type: Option<Cow<'a, str>>,
    /// Where it was to be fetched from.
    url: Option<Cow<'a, str>>,
}

/// Seals a file, outside the writer.
pub(super) fn seal(seal: &Seal, file: &NewFile) -> Result<Vec<u8>> {
    let url = match &file.place {
        FilePlace::There(url) => Some(Cow::Borrowed(url.as_str())),
        FilePlace::Here { .. } | FilePlace::Lost(_) => None,
    };
    let content_type = file.content_type.as_deref().map(Cow::Borrowed);
    seal.seal_json(Kind::File, &Content { name: Cow::Borrowed(&file.name), content_type, url })
}

/// A place as its columns: number, digest, size, code.
fn columns(place: &FilePlace) -> (u8, Option<&str>, Option<i64>, Option<&'static str>) {
    match place {
        FilePlace::There(_) => (0, None, None, None),
        FilePlace::Here { digest, size } => (1, Some(digest), Some(count(*size)), None),
        FilePlace::Lost(code) => (2, None, None, Some(code.name())),
    }
}

/// Enters a file; `exchange` brought it. One that is known already stays what it is.
pub(super) fn insert(tx: &Tx<'_>, file: &NewFile, exchange: Option<ExchangeId>, sealed: &[u8]) -> Result<()> {
    let (place, digest, size, code) = columns(&file.place);
    statement(
        tx.db,
        "INSERT INTO files VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)
         ON CONFLICT DO UPDATE SET exchange = coalesce(exchange, ?3)",
    )?
    .execute((
        num(file.id.0),
        num(file.channel.0),
        exchange.map(|id| num(id.0)),
        place,
        digest,
        size,
        code,
        sealed,
    ))?;
    Ok(())
}

/// A file that was brought in before is named by a message: it stays for as long as that is owed.
pub(super) fn belongs(tx: &Tx<'_>, file: FileId, exchange: ExchangeId) -> Result<()> {
    statement(tx.db, "UPDATE files SET exchange = ?2 WHERE id = ?1 AND exchange IS NULL")?
        .execute((num(file.0), num(exchange.0)))?;
    Ok(())
}

struct Raw {
    file: StoredFile,
    place: i64,
    sealed: Vec<u8>,
}

const COLUMNS: &str = "id, channel, place, digest, size, code, tries, sealed";

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let file: FileId = id(row.get(0)?);
    let size: Option<i64> = row.get(4)?;
    let lost = code(row.get::<_, Option<String>>(5)?.as_deref()).unwrap_or(Code::File01);
    let place = match row.get::<_, Option<String>>(3)? {
        Some(digest) => FilePlace::Here { digest, size: size.unwrap_or_default().max(0).cast_unsigned() },
        None => FilePlace::Lost(lost),
    };
    Ok(Raw {
        file: StoredFile {
            id: file,
            channel: id(row.get(1)?),
            name: String::new(),
            content_type: String::new(),
            place,
            tries: row.get(6)?,
            at: file.time(),
        },
        place: row.get(2)?,
        sealed: row.get(7)?,
    })
}

fn opened(seal: &Seal, raw: Raw) -> Result<StoredFile> {
    let Raw { mut file, place, sealed } = raw;
    let content: Content<'static> = seal.open_json(Kind::File, &sealed)?;
    file.name = content.name.into_owned();
    file.content_type =
        content.content_type.map_or_else(|| "application/octet-stream".to_owned(), Cow::into_owned);
    if place == 0 {
        file.place = FilePlace::There(content.url.map(Cow::into_owned).unwrap_or_default());
    }
    Ok(file)
}

/// These files, in this order; unknown ones are left out.
pub(super) fn find(db: &Connection, seal: &Seal, which: &[FileId]) -> Result<Vec<StoredFile>> {
    let mut found = Vec::new();
    for file in which {
        let one = statement(db, &format!("SELECT {COLUMNS} FROM files WHERE id = ?1"))?
            .query_row([num(file.0)], raw)
            .optional()?;
        if let Some(one) = one {
            found.push(opened(seal, one)?);
        }
    }
    Ok(found)
}

/// Files still to be fetched, oldest first.
pub(super) fn to_fetch(db: &Connection, seal: &Seal, limit: usize) -> Result<Vec<StoredFile>> {
    let sql = format!("SELECT {COLUMNS} FROM files WHERE place = 0 ORDER BY id LIMIT ?1");
    let mut select = statement(db, &sql)?;
    let found = select.query_map([count(limit)], raw)?.collect::<Result<Vec<_>, _>>()?;
    found.into_iter().map(|one| opened(seal, one)).collect()
}

/// Says where a file is now. Gives the exchange that brought it, when there is one.
pub(super) fn set_place(
    tx: &Tx<'_>,
    file: FileId,
    place: &FilePlace,
    tries: u32,
) -> Result<Option<ExchangeId>> {
    let (place, digest, size, code) = columns(place);
    Ok(statement(
        tx.db,
        "UPDATE files SET place = ?2, digest = ?3, size = ?4, code = ?5, tries = ?6 WHERE id = ?1 RETURNING exchange",
    )?
    .query_row((num(file.0), place, digest, size, code, tries), |row| {
        Ok(row.get::<_, Option<i64>>(0)?.map(id))
    })
    .optional()?
    .flatten())
}

/// Says of which type a file is.
pub(super) fn set_type(tx: &Tx<'_>, seal: &Seal, file: FileId, content_type: &str) -> Result<()> {
    let sealed: Option<Vec<u8>> = statement(tx.db, "SELECT sealed FROM files WHERE id = ?1")?
        .query_row([num(file.0)], |row| row.get(0))
        .optional()?;
    let Some(sealed) = sealed else { return Ok(()) };
    let mut content: Content<'static> = seal.open_json(Kind::File, &sealed)?;
    content.content_type = Some(Cow::Owned(content_type.to_owned()));
    let sealed = seal.seal_json(Kind::File, &content)?;
    statement(tx.db, "UPDATE files SET sealed = ?2 WHERE id = ?1")?.execute((num(file.0), sealed))?;
    Ok(())
}

/// Those of these digests that no file has.
pub(super) fn unused(db: &Connection, digests: Vec<String>) -> Result<Vec<String>> {
    let mut select = statement(db, "SELECT 1 FROM files WHERE digest = ?1")?;
    let mut unused = Vec::new();
    for digest in digests {
        if !select.exists([&digest])? {
            unused.push(digest);
        }
    }
    Ok(unused)
}
