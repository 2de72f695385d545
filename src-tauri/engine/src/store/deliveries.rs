//! Table `deliveries`: events owed to destinations. The state "on hold" is never stored, see [`super::shared::Shown`].

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::sql::{code, id, num, state, statement};
use super::steps::{Due, LaneId, Role};
use super::tallies::Tally;
use super::writer::Tx;
use crate::domain::{
    ChannelId, Code, ConversationId, DeliveryId, DestinationId, Event, EventId, EventKind, ExchangeId,
    SkipReason, State, Timestamp,
};
use crate::error::Result;

/// A delivery that comes to be owed.
pub(super) struct New<'e> {
    pub(super) id: DeliveryId,
    pub(super) event: EventId,
    pub(super) exchange: ExchangeId,
    pub(super) channel: ChannelId,
    pub(super) destination: DestinationId,
    pub(super) lane: LaneId,
    pub(super) kind: EventKind,
    pub(super) role: Role,
    /// The chat it is for, of what goes to a platform.
    pub(super) chat: Option<&'e str>,
    pub(super) conversation: Option<ConversationId>,
}

/// A delivery as it stands.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) id: DeliveryId,
    pub(super) event: EventId,
    pub(super) exchange: ExchangeId,
    pub(super) channel: ChannelId,
    pub(super) destination: DestinationId,
    pub(super) lane: LaneId,
    pub(super) kind: EventKind,
    pub(super) state: State,
    pub(super) skipped: Option<SkipReason>,
    pub(super) code: Option<Code>,
    pub(super) made: u32,
    pub(super) tries: u32,
    pub(super) failing_since: Option<Timestamp>,
    pub(super) due: Option<Timestamp>,
    pub(super) out_of_order: bool,
    pub(super) body: Option<i64>,
    pub(super) role: Role,
}

impl Standing {
    /// True while it is to be tried, now or when they were silent for too long.
    pub(super) fn is_owed(&self) -> bool {
        self.state.is_open() || self.state == State::Accepted && self.due.is_some()
    }
}

/// The columns [`read`] reads, in its order.
pub(super) const COLUMNS: &str = "id, event, exchange, channel, destination, lane, kind, state, skipped, code, made, tries, \
                                  failing_since, due, out_of_order, body, role";

/// Adds one, due at once.
pub(super) fn insert(tx: &Tx<'_>, new: New<'_>) -> Result<()> {
    statement(
        tx.db,
        "INSERT INTO deliveries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, NULL, NULL, 0, 0, NULL, NULL, 0, NULL, ?8, NULL, ?9, ?10)",
    )?
    .execute((
        num(new.id.0),
        num(new.event.0),
        num(new.exchange.0),
        num(new.channel.0),
        num(new.destination.0),
        new.lane.0,
        new.kind.name(),
        new.role as u8,
        new.chat,
        new.conversation.map(|id| num(id.0)),
    ))?;
    Ok(())
}

/// One delivery from a row of [`COLUMNS`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        id: id(row.get(0)?),
        event: id(row.get(1)?),
        exchange: id(row.get(2)?),
        channel: id(row.get(3)?),
        destination: id(row.get(4)?),
        lane: LaneId(row.get(5)?),
        kind: EventKind::from_name(row.get_ref(6)?.as_str()?).unwrap_or(EventKind::PlatformOther),
        state: state(row.get(7)?),
        skipped: row.get::<_, Option<i64>>(8)?.and_then(SkipReason::from_number),
        code: code(row.get::<_, Option<String>>(9)?.as_deref()),
        made: row.get(10)?,
        tries: row.get(11)?,
        failing_since: row.get::<_, Option<i64>>(12)?.map(Timestamp),
        due: row.get::<_, Option<i64>>(13)?.map(Timestamp),
        out_of_order: row.get(14)?,
        body: row.get(15)?,
        role: Role::from_number(row.get(16)?),
    })
}

/// One delivery.
pub(super) fn find(db: &Connection, delivery: DeliveryId) -> Result<Option<Standing>> {
    Ok(statement(db, &format!("SELECT {COLUMNS} FROM deliveries WHERE id = ?1"))?
        .query_row([num(delivery.0)], read)
        .optional()?)
}

/// Writes how a delivery stands now.
pub(super) fn update(tx: &Tx<'_>, now: &Standing) -> Result<()> {
    statement(
        tx.db,
        "UPDATE deliveries SET lane = ?2, state = ?3, skipped = ?4, code = ?5, made = ?6, tries = ?7, failing_since = ?8, due = ?9,
         out_of_order = ?10, body = ?11 WHERE id = ?1",
    )?
    .execute((
        num(now.id.0),
        now.lane.0,
        now.state as u8,
        now.skipped.map(|reason| reason as u8),
        now.code.map(Code::name),
        now.made,
        now.tries,
        now.failing_since.map(|at| at.0),
        now.due.map(|at| at.0),
        now.out_of_order,
        now.body,
    ))?;
    Ok(())
}

/// The oldest delivery a lane still owes, and when it is due.
pub(super) fn head(db: &Connection, lane: LaneId) -> Result<Option<(DeliveryId, Option<Timestamp>)>> {
    Ok(statement(
        db,
        "SELECT id, due FROM deliveries WHERE lane = ?1 AND state IN (0, 5) ORDER BY id LIMIT 1",
    )?
    .query_row([lane.0], |row| Ok((id(row.get(0)?), row.get::<_, Option<i64>>(1)?.map(Timestamp))))
    .optional()?)
}

/// The condition for all deliveries of one exchange: those in the range of what it caused, and what platforms were told later.
pub(super) const OF_EXCHANGE: &str =
    "id IN (SELECT d.id FROM exchanges e JOIN deliveries d ON d.id BETWEEN e.first AND e.last
     AND d.exchange = e.id WHERE e.id = ? UNION SELECT id FROM deliveries WHERE exchange = ? AND role = 2)";

/// What an exchange caused, in order.
pub(super) fn of_exchange(
    db: &Connection,
    exchange: ExchangeId,
    caused: Option<super::exchanges::Caused>,
) -> Result<Vec<Standing>> {
    let Some(caused) = caused else { return Ok(Vec::new()) };
    let sql =
        format!("SELECT {COLUMNS} FROM deliveries WHERE id BETWEEN ?1 AND ?2 AND exchange = ?3 ORDER BY id");
    let mut select = statement(db, &sql)?;
    let rows = select.query_map((num(caused.first), num(caused.last), num(exchange.0)), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What platforms were told because of an exchange, in order; some of it may lie in the range of what it caused at once.
pub(super) fn told_of_exchange(db: &Connection, exchange: ExchangeId) -> Result<Vec<Standing>> {
    let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE exchange = ?1 AND role = 2 ORDER BY id");
    let mut select = statement(db, &sql)?;
    let rows = select.query_map([num(exchange.0)], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What an event is owed as: its deliveries, in order.
pub(super) fn of_event(db: &Connection, event: EventId) -> Result<Vec<Standing>> {
    let sql =
        format!("SELECT {COLUMNS} FROM deliveries WHERE event = ?1 AND {OF_EXCHANGE_OF_EVENT} ORDER BY id");
    let mut select = statement(db, &sql)?;
    let rows = select.query_map([num(event.0)], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The last deliveries to a platform for a chat, newest first.
pub(super) fn of_chat(db: &Connection, channel: ChannelId, chat: &str, most: usize) -> Result<Vec<Standing>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM deliveries WHERE channel = ?1 AND chat = ?2 ORDER BY id DESC LIMIT ?3"
    );
    let mut select = statement(db, &sql)?;
    let rows = select.query_map((num(channel.0), chat, super::sql::count(most)), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// [`OF_EXCHANGE`] for the exchange of the event `?1`.
const OF_EXCHANGE_OF_EVENT: &str = "id IN (SELECT d.id FROM events v JOIN exchanges e ON e.id = v.exchange JOIN deliveries d
     ON d.id BETWEEN e.first AND e.last AND d.exchange = e.id WHERE v.id = ?1
     UNION SELECT d.id FROM events v JOIN deliveries d ON d.exchange = v.exchange AND d.role = 2 WHERE v.id = ?1)";

/// How far a delivery to a platform has come, sealed.
pub(super) fn progress(db: &Connection, delivery: DeliveryId) -> Result<Option<Vec<u8>>> {
    Ok(statement(db, "SELECT progress FROM deliveries WHERE id = ?1")?
        .query_row([num(delivery.0)], |row| row.get(0))
        .optional()?
        .flatten())
}

/// Keeps how far a delivery to a platform has come; none: it begins anew.
pub(super) fn set_progress(tx: &Tx<'_>, delivery: DeliveryId, sealed: Option<&[u8]>) -> Result<()> {
    statement(tx.db, "UPDATE deliveries SET progress = ?2 WHERE id = ?1")?
        .execute((num(delivery.0), sealed))?;
    Ok(())
}

/// What comes to be owed to whom.
#[derive(Clone, Copy)]
pub(super) struct Owing<'e> {
    pub(super) event_id: EventId,
    pub(super) event: &'e Event,
    pub(super) exchange: ExchangeId,
    pub(super) channel: ChannelId,
    pub(super) destination: DestinationId,
    pub(super) role: Role,
    pub(super) at: Timestamp,
    /// What the event is about.
    pub(super) conversation: Option<ConversationId>,
}

/// An event comes to be owed, due at once. Gives the lane it is in, and whether it is its head.
pub(super) fn owe(tx: &mut Tx<'_>, owing: Owing<'_>) -> Result<(Due, bool)> {
    let Owing { event_id, event, exchange, channel, destination, role, at, conversation } = owing;
    let is_earlier = tx.ids.is_earlier(event_id.0);
    let new: DeliveryId = if is_earlier { tx.earlier_id() } else { tx.next_id() };
    let key = match (role, &event.message) {
        (Role::WriteBack, Some(message)) => message.key.as_deref().unwrap_or_default(),
        _ => event.lane_key(),
    };
    let (lane, mut head) = if event.kind.is_fleeting() {
        (super::lanes::open(tx, destination, None, new, at)?, true)
    } else {
        super::lanes::join(tx, destination, key, new, at)?
    };
    let chat = (role == Role::Platform).then_some(key);
    insert(
        tx,
        New {
            id: new,
            event: event_id,
            exchange,
            channel,
            destination,
            lane,
            kind: event.kind,
            role,
            chat,
            conversation,
        },
    )?;
    tx.memory.tallies.push(Tally {
        at,
        channel: Some(channel),
        waiting: Some((destination, 1)),
        ..Tally::default()
    });
    if role == Role::WriteBack && supersede(tx, lane, new, at)? {
        advance(tx, destination, lane, at)?;
        head = true;
    }
    if is_earlier && !head {
        // What has come since the start stands behind it.
        head = advance(tx, destination, lane, at)?.is_some_and(|due| due.delivery == new);
    }
    Ok((Due { destination, lane, delivery: new }, head))
}

/// What waits in a lane before `newer` is told no more: it would be overwritten at once. True when there was anything.
fn supersede(tx: &mut Tx<'_>, lane: LaneId, newer: DeliveryId, at: Timestamp) -> Result<bool> {
    let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE lane = ?1 AND state IN (0, 5) AND id < ?2");
    let older =
        statement(tx.db, &sql)?.query_map((lane.0, num(newer.0)), read)?.collect::<Result<Vec<_>, _>>()?;
    for one in &older {
        end(tx, one.clone(), State::Skipped, Some(SkipReason::Superseded), at)?;
    }
    Ok(!older.is_empty())
}

/// Ends a delivery without a try. Its lane is for the caller to see to.
pub(super) fn end(
    tx: &mut Tx<'_>,
    mut now: Standing,
    state: State,
    skipped: Option<SkipReason>,
    at: Timestamp,
) -> Result<Standing> {
    let was_open = now.state.is_open();
    now.state = state;
    now.skipped = skipped;
    now.due = None;
    update(tx, &now)?;
    super::lanes::changed(tx, now.lane);
    if let Some(earlier) = super::attempts::exchange(tx.db, now.id, now.tries)? {
        super::exchanges::superseded(tx, earlier)?;
    }
    tx.memory.tallies.push(Tally {
        at,
        channel: Some(now.channel),
        waiting: was_open.then_some((now.destination, -1)),
        ..Tally::default()
    });
    Ok(now)
}

/// Sets a lane's head to the oldest it owes. Gives it when it is due by `now`.
pub(super) fn advance(
    tx: &mut Tx<'_>,
    destination: DestinationId,
    lane: LaneId,
    now: Timestamp,
) -> Result<Option<Due>> {
    let owes_nothing = tx.memory.owed.get(lane) == Some(&0);
    let head = if owes_nothing { None } else { head(tx.db, lane)? };
    let head = head.map(|(delivery, due)| (delivery, due.unwrap_or(now)));
    super::lanes::set_head(tx, lane, head)?;
    Ok(head.filter(|(_, due)| *due <= now).map(|(delivery, _)| Due { destination, lane, delivery }))
}
