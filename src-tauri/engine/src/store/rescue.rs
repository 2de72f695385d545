//! What can still be read of damaged databases, written into new ones.
//!
//! Stands apart because it trusts nothing it reads but the shape this version gives its own tables. A database that is whole is taken as it
//! is; of the settings there is a copy from before the last change, which is better than a half. Of what is damaged each table is read
//! from both ends, and where reading stops in the middle it goes on by halves around what cannot be read. Rows that refer to what was lost
//! go with it.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::copies::{Checked, DATABASES, check, reading};
use super::migrate;
use crate::domain::Code;
use crate::error::{Error, Result};

/// Stretches of a table that are looked into before what is left of it counts as lost.
const MOST_LOOKS: usize = 20_000;

/// Writes what can be read of a data folder's databases into another folder, and answers how many rows that were. Blocks; a damaged journal
/// of a gigabyte takes about as long as copying it. Errors: DB-02 when nothing at all can be read, DB-03, DB-04.
pub(crate) fn rescue(folder: &Path, to: &Path) -> Result<u64> {
    let mut rows = 0;
    for (name, scripts) in DATABASES.iter().zip([migrate::SETTINGS, migrate::JOURNAL]) {
        let (from, to) = (folder.join(name), to.join(name));
        let before = folder.join(format!("{name}.bak"));
        let whole = [&from, &before].into_iter().find(|path| check(path, u64::MAX) == Checked::Sound);
        rows += match whole {
            Some(path) => {
                let db = reading(path)?;
                migrate::copy(&db, &to)?;
                count(&db)?
            }
            None => salvage(&from, &to, scripts)?,
        };
    }
    if rows == 0 { Err(Error::new(Code::Db02)) } else { Ok(rows) }
}

/// Every row there is.
fn count(db: &Connection) -> Result<u64> {
    let mut rows = 0;
    for table in tables(db)? {
        let found: i64 =
            db.query_row(&format!("SELECT count(*) FROM \"{}\"", table.name), [], |row| row.get(0))?;
        rows += found.unsigned_abs();
    }
    Ok(rows)
}

/// A table of ours.
struct Table {
    name: String,
    /// Its rows have a number of their own.
    numbered: bool,
}

fn tables(db: &Connection) -> Result<Vec<Table>> {
    let mut query = db.prepare(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )?;
    let found =
        query.query_map([], |row| Ok(Table { name: row.get(0)?, numbered: !row.get::<_, bool>(1)? }))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Answers the number of rows; none where it is no database any more.
fn salvage(from: &Path, to: &Path, scripts: &[&str]) -> Result<u64> {
    let mut new = Connection::open(to)?;
    let old = reading(from);
    let version = old.as_ref().ok().and_then(|old| migrate::version(old).ok()).filter(|version| *version > 0);
    let version = version.unwrap_or(scripts.len());
    // In the shape the old one has: what it lacks to this version's is done when it is opened.
    migrate::run(&mut new, scripts.get(..version).ok_or_else(|| Error::new(Code::Db04))?)?;
    let Ok(old) = old else { return Ok(0) };
    new.pragma_update(None, "foreign_keys", false)?;
    let mut rows = 0;
    let tx = new.transaction()?;
    let tables = tables(&tx)?;
    for table in &tables {
        // What a new one begins with.
        tx.execute(&format!("DELETE FROM \"{}\"", table.name), [])?;
        rows += Salvage::of(&old, &tx, table)?.run()?;
    }
    rows -= orphans(&tx, &tables)?;
    tx.commit()?;
    Ok(rows)
}

/// A table on its way.
struct Salvage<'a> {
    old: &'a Connection,
    new: &'a Connection,
    /// The same columns, in an order both agree on.
    columns: String,
    /// By what it is read in order, each way.
    order: [String; 2],
    numbered: bool,
    name: &'a str,
    insert: String,
    rows: u64,
    looks: usize,
}

impl<'a> Salvage<'a> {
    fn of(old: &'a Connection, new: &'a Connection, table: &'a Table) -> Result<Self> {
        let mut query = new.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY pk")?;
        let found = query
            .query_map([&table.name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let quoted = |name: &String| format!("\"{name}\"");
        let names: Vec<String> = found.iter().map(|(name, _)| quoted(name)).collect();
        let key: Vec<String> = match table.numbered {
            true => vec!["rowid".to_owned()],
            false => found.iter().filter(|(_, place)| *place > 0).map(|(name, _)| quoted(name)).collect(),
        };
        let by = |way: &str| key.iter().map(|name| format!("{name} {way}")).collect::<Vec<_>>().join(", ");
        let places = vec!["?"; names.len()].join(", ");
        let columns = names.join(", ");
        Ok(Self {
            insert: format!("INSERT OR IGNORE INTO \"{}\" ({columns}) VALUES ({places})", table.name),
            order: [by("ASC"), by("DESC")],
            columns,
            numbered: table.numbered,
            name: &table.name,
            old,
            new,
            rows: 0,
            looks: 0,
        })
    }

    fn run(mut self) -> Result<u64> {
        let mut left = vec![(i64::MIN, i64::MAX)];
        while let Some((first, last)) = left.pop() {
            self.looks += 1;
            if self.looks > MOST_LOOKS {
                tracing::warn!(table = self.name, "A part of this table is given up.");
                break;
            }
            let Err(up_to) = self.read(0, first, last)? else { continue };
            let Err(down_to) = self.read(1, first, last)? else { continue };
            // Rows without a number have no middle to go on from.
            if !self.numbered {
                continue;
            }
            let (first, last) =
                (up_to.map_or(first, |at| at.saturating_add(1)), down_to.map_or(last, |at| at - 1));
            if first < last {
                let middle = first.midpoint(last);
                left.extend([(first, middle), (middle + 1, last)]);
            }
        }
        Ok(self.rows)
    }

    /// Reads a stretch one way until it ends, or until something cannot be read: then the number of the last row that could.
    fn read(&mut self, way: usize, first: i64, last: i64) -> Result<std::result::Result<(), Option<i64>>> {
        let (number, between) = match self.numbered {
            true => ("rowid, ", format!("WHERE rowid BETWEEN {first} AND {last}")),
            false => ("", String::new()),
        };
        let (columns, name, order) = (&self.columns, self.name, &self.order[way]);
        let mut reached = None;
        let Ok(mut query) =
            self.old.prepare(&format!("SELECT {number}{columns} FROM \"{name}\" {between} ORDER BY {order}"))
        else {
            return Ok(Err(reached));
        };
        let before = usize::from(self.numbered);
        let width = query.column_count();
        let Ok(mut rows) = query.query([]) else { return Ok(Err(reached)) };
        let mut insert = self.new.prepare_cached(&self.insert)?;
        loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => return Ok(Ok(())),
                Err(_) => return Ok(Err(reached)),
            };
            let values: rusqlite::Result<Vec<Value>> = (before..width).map(|at| row.get(at)).collect();
            if self.numbered {
                reached = row.get(0).ok().or(reached);
            }
            // A value of another kind than the table takes is damage as well.
            let Ok(values) = values else { continue };
            match insert.execute(params_from_iter(values)).map_err(Error::from) {
                Ok(taken) => self.rows += taken as u64,
                Err(error) if error.code == Code::Db03 => return Err(error),
                Err(_) => {}
            }
        }
    }
}

/// Removes what refers to rows that are not there, until nothing does.
fn orphans(db: &Connection, tables: &[Table]) -> Result<u64> {
    let mut all = 0;
    loop {
        let mut gone = 0;
        for Table { name, .. } in tables {
            let mut query =
                db.prepare("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)")?;
            let found = query
                .query_map([name], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
                })?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            for (column, parent, key) in found {
                let key = key.unwrap_or_else(|| "rowid".to_owned());
                gone += db.execute(
                    &format!(
                        "DELETE FROM \"{name}\" WHERE \"{column}\" IS NOT NULL
                         AND \"{column}\" NOT IN (SELECT \"{key}\" FROM \"{parent}\")"
                    ),
                    [],
                )?;
            }
        }
        if gone == 0 {
            return Ok(all);
        }
        all += gone as u64;
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Seek as _, SeekFrom, Write as _};

    use super::*;

    const PAGE: u64 = 8_192;

    /// A journal with rows of five pages and more.
    fn journal(folder: &Path) {
        let mut db = Connection::open(folder.join("journal.db")).unwrap();
        db.pragma_update(None, "page_size", PAGE as i64).unwrap();
        migrate::run(&mut db, migrate::JOURNAL).unwrap();
        let tx = db.transaction().unwrap();
        for id in 1..=2_000_i64 {
            tx.execute("INSERT INTO facts (name, value) VALUES (?1, ?2)", (format!("fact-{id:05}"), id))
                .unwrap();
            tx.execute(
                "INSERT INTO activity (id, at, kind, params) VALUES (?1, ?1, 'x', ?2)",
                (id << 40, "y".repeat(100)),
            )
            .unwrap();
        }
        tx.commit().unwrap();
    }

    fn settings(folder: &Path) {
        let mut db = Connection::open(folder.join("settings.db")).unwrap();
        migrate::run(&mut db, migrate::SETTINGS).unwrap();
    }

    /// Writes nonsense over pages.
    fn spoil(path: &Path, pages: impl Iterator<Item = u64>) {
        let mut file = fs::File::options().write(true).open(path).unwrap();
        for page in pages {
            file.seek(SeekFrom::Start(page * PAGE)).unwrap();
            file.write_all(&vec![0xA5; PAGE as usize]).unwrap();
        }
    }

    #[test]
    fn what_lies_around_a_damaged_page_is_kept() {
        let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        journal(folder.path());
        settings(folder.path());
        let path = folder.path().join("journal.db");
        let pages = fs::metadata(&path).unwrap().len() / PAGE;
        spoil(&path, [pages - 6, pages - 12].into_iter());
        assert_ne!(check(&path, u64::MAX), Checked::Sound);
        let rows = rescue(folder.path(), to.path()).unwrap();
        assert!((3_000..4_000).contains(&rows), "{rows} of 4000");
        assert_eq!(check(&to.path().join("journal.db"), u64::MAX), Checked::Sound);
        let db = reading(&to.path().join("journal.db")).unwrap();
        let last: i64 = db.query_row("SELECT max(id) FROM activity", [], |row| row.get(0)).unwrap();
        assert_eq!(last, 2_000 << 40, "what came after the damage is there");
    }

    #[test]
    fn settings_that_are_no_database_any_more_are_those_of_before_the_last_change() {
        let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        settings(folder.path());
        journal(folder.path());
        let path = folder.path().join("settings.db");
        let db = Connection::open(&path).unwrap();
        db.execute("INSERT INTO views (id, plain) VALUES (1, '{}')", []).unwrap();
        migrate::copy(&db, &folder.path().join("settings.db.bak")).unwrap();
        drop(db);
        spoil(&path, 0..1);
        rescue(folder.path(), to.path()).unwrap();
        let db = reading(&to.path().join("settings.db")).unwrap();
        let views: i64 = db.query_row("SELECT count(*) FROM views", [], |row| row.get(0)).unwrap();
        assert_eq!(views, 1);
    }

    #[test]
    fn where_nothing_can_be_read_it_says_so() {
        let (folder, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for name in DATABASES {
            fs::write(folder.path().join(name), "no database at all, and longer than a header is").unwrap();
        }
        assert_eq!(rescue(folder.path(), to.path()).unwrap_err().code, Code::Db02);
    }

    #[test]
    fn rows_that_refer_to_what_was_lost_go_with_it() {
        let mut db = Connection::open_in_memory().unwrap();
        migrate::run(&mut db, migrate::SETTINGS).unwrap();
        db.pragma_update(None, "foreign_keys", false).unwrap();
        db.execute("INSERT INTO setups (channel, step, at) VALUES (7, 1, 1)", []).unwrap();
        let all = tables(&db).unwrap();
        assert_eq!(orphans(&db, &all).unwrap(), 1);
    }
}
