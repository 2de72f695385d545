//! Table `destinations`: where deliveries go. Each channel has an endpoint; its platform is one, or two, once something goes there; and
//! every address that was given once for its conversations, until nothing in the log went there.

use rusqlite::{Connection, OptionalExtension as _};

use super::seal::{Kind, Seal};
use super::sql::{code, id, num, statement};
use super::steps::{Destination, Role};
use super::writer::Tx;
use super::{Store, problems};
use crate::domain::{ChannelId, Code, DestinationId, Timestamp};
use crate::error::Result;
use crate::secret::Secret;

impl Store {
    /// Every destination there is.
    pub async fn destinations(&self) -> Result<Vec<Destination>> {
        let seal = self.0.shared.seal().ok();
        self.read(move |reader| all(&reader.db, seal.as_deref())).await
    }

    /// Stops a destination, or opens it again with `None`. Deliveries stay as they are; their shown state follows.
    pub async fn set_stopped(
        &self,
        id: DestinationId,
        stopped: Option<Code>,
        probe_at: Option<Timestamp>,
    ) -> Result<()> {
        self.0
            .writer
            .keep(move |tx| {
                set_stopped(tx, id, stopped, probe_at)?;
                match stopped {
                    Some(code) => problems::stopped(tx, id, code),
                    None => problems::opened(tx, id),
                }
            })
            .await?;
        self.0.shared.set_stopped(id, stopped);
        Ok(())
    }
}

/// A channel's destination of that role; none when there is none yet, or the channel is gone.
pub(super) fn of_channel(tx: &mut Tx<'_>, channel: ChannelId, role: Role) -> Result<Option<DestinationId>> {
    if let Some(known) = tx.memory.destinations.get(&(channel, role)) {
        return Ok(Some(*known));
    }
    let found = statement(tx.db, "SELECT id FROM destinations WHERE channel = ?1 AND role = ?2")?
        .query_row((num(channel.0), role as u8), |row| Ok(id(row.get(0)?)))
        .optional()?;
    if let Some(found) = found {
        tx.memory.destinations.insert((channel, role), found);
    }
    Ok(found)
}

/// Makes sure the channel has one of that role, and gives it.
pub(super) fn ensure(tx: &mut Tx<'_>, channel: ChannelId, role: Role) -> Result<DestinationId> {
    if let Some(known) = of_channel(tx, channel, role)? {
        return Ok(known);
    }
    let new: DestinationId = tx.next_id();
    statement(tx.db, "INSERT INTO destinations (id, channel, role) VALUES (?1, ?2, ?3)")?.execute((
        num(new.0),
        num(channel.0),
        role as u8,
    ))?;
    tx.memory.destinations.insert((channel, role), new);
    tx.memory.made.push(Destination { id: new, channel, role, stopped: None, probe_at: None, address: None });
    Ok(new)
}

/// An address given once, made ready outside the writer.
pub(super) struct Address {
    digest: [u8; 16],
    sealed: Vec<u8>,
    address: Secret,
}

impl Address {
    /// Seals an address.
    pub(super) fn new(seal: &Seal, address: &Secret) -> Result<Self> {
        let clear = address.expose().as_bytes();
        let sealed = seal.seal(Kind::Secrets, clear)?;
        Ok(Self { digest: seal.digest(clear), sealed, address: address.clone() })
    }
}

/// Makes sure that a channel has that address, and gives it.
pub(super) fn ensure_address(tx: &mut Tx<'_>, channel: ChannelId, to: &Address) -> Result<DestinationId> {
    let role = Role::Address;
    let known =
        statement(tx.db, "SELECT id FROM destinations WHERE channel = ?1 AND role = ?2 AND digest = ?3")?
            .query_row((num(channel.0), role as u8, to.digest), |row| Ok(id(row.get(0)?)))
            .optional()?;
    if let Some(known) = known {
        return Ok(known);
    }
    let new: DestinationId = tx.next_id();
    statement(
        tx.db,
        "INSERT INTO destinations (id, channel, role, digest, address) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((num(new.0), num(channel.0), role as u8, to.digest, &to.sealed))?;
    let address = Some(to.address.clone());
    tx.memory.made.push(Destination { id: new, channel, role, stopped: None, probe_at: None, address });
    Ok(new)
}

/// Lets addresses go to which nothing in the log went: as long as a delivery is there, it can be sent again. Gives those that went.
pub(super) fn forget_addresses(tx: &Tx<'_>) -> Result<Vec<DestinationId>> {
    let unused = "SELECT d.id FROM destinations d WHERE d.role = 3
         AND NOT EXISTS (SELECT 1 FROM deliveries o WHERE o.destination = d.id AND o.role = 3)";
    let gone = statement(tx.db, unused)?
        .query_map([], |row| Ok(id(row.get(0)?)))?
        .collect::<Result<Vec<DestinationId>, _>>()?;
    for address in &gone {
        for sql in ["DELETE FROM lanes WHERE destination = ?1", "DELETE FROM destinations WHERE id = ?1"] {
            statement(tx.db, sql)?.execute([num(address.0)])?;
        }
    }
    Ok(gone)
}

/// All of them, by creation. Without a key addresses stay closed.
pub(super) fn all(db: &Connection, seal: Option<&Seal>) -> Result<Vec<Destination>> {
    select(db, seal, &format!("SELECT {COLUMNS} FROM destinations ORDER BY id"), &[])
}

/// Those of one channel, the endpoint first.
pub(super) fn of(db: &Connection, channel: ChannelId) -> Result<Vec<Destination>> {
    let sql = format!("SELECT {COLUMNS} FROM destinations WHERE channel = ?1 ORDER BY role, id");
    select(db, None, &sql, &[num(channel.0)])
}

const COLUMNS: &str = "id, channel, role, stopped, probe_at, address";

fn select(db: &Connection, seal: Option<&Seal>, sql: &str, values: &[i64]) -> Result<Vec<Destination>> {
    let mut select = statement(db, sql)?;
    let open = |sealed: Vec<u8>| -> Option<Secret> {
        let clear = seal?.open(Kind::Secrets, &sealed).ok()?;
        String::from_utf8(clear).ok().map(Secret::new)
    };
    let rows = select.query_map(rusqlite::params_from_iter(values), |row| {
        Ok(Destination {
            address: row.get::<_, Option<Vec<u8>>>(5)?.and_then(open),
            id: id(row.get(0)?),
            channel: id(row.get(1)?),
            role: Role::from_number(row.get(2)?),
            stopped: code(row.get::<_, Option<String>>(3)?.as_deref()),
            probe_at: row.get::<_, Option<i64>>(4)?.map(Timestamp),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Stops one, or opens it again.
pub(super) fn set_stopped(
    tx: &Tx<'_>,
    destination: DestinationId,
    stopped: Option<Code>,
    probe_at: Option<Timestamp>,
) -> Result<()> {
    statement(tx.db, "UPDATE destinations SET stopped = ?2, probe_at = ?3 WHERE id = ?1")?.execute((
        num(destination.0),
        stopped.map(Code::name),
        probe_at.map(|at| at.0),
    ))?;
    Ok(())
}

/// A delivery came to its end: counts those given up in a row. Nothing is written while all goes well.
pub(super) fn count_end(tx: &mut Tx<'_>, id: DestinationId, failed: bool) -> Result<()> {
    if failed {
        tx.memory.well.remove(&id);
        statement(tx.db, "UPDATE destinations SET failures = failures + 1 WHERE id = ?1")?
            .execute([num(id.0)])?;
    } else if tx.memory.well.insert(id) {
        statement(tx.db, "UPDATE destinations SET failures = 0 WHERE id = ?1 AND failures > 0")?
            .execute([num(id.0)])?;
    }
    Ok(())
}

/// The most deliveries in a row that one of a channel's destinations gave up.
pub(super) fn failures(db: &Connection, channel: ChannelId) -> Result<u64> {
    let most: i64 = statement(db, "SELECT coalesce(max(failures), 0) FROM destinations WHERE channel = ?1")?
        .query_row([num(channel.0)], |row| row.get(0))?;
    Ok(most.max(0).cast_unsigned())
}
