//! Whatever comes in, kept, and everybody told who has to do with it.

use serde_json::Value;

use super::retry;
use crate::domain::{Channel, Code, EventId, ExchangeId, Format, SkipReason, route};
use crate::engine::Engine;
use crate::error::Result;
use crate::events::{RequestKept, RowChanged};
use crate::files;
use crate::schema::Source;
use crate::store::{Arrival, FilePlace, Stored};

/// What an arrival is now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entered {
    /// Its row in the log.
    pub(crate) exchange: ExchangeId,
    /// It came before under the same name: the event it was then.
    pub(crate) again: Option<EventId>,
    /// Why it goes nowhere, when it does not.
    pub(crate) skipped: Option<SkipReason>,
}

/// What somebody wants at a screen, or what comes by itself, as an arrival: no request brought it. `body` is what the log shows.
pub(crate) fn own(engine: &Engine, channel: &Channel, body: &Value) -> Arrival {
    Arrival {
        channel: Some(channel.id),
        at: engine.clock.now(),
        started: engine.clock.stopwatch(),
        method: String::new(),
        path: String::new(),
        peer: String::new(),
        headers: Vec::new(),
        body: body.to_string().into(),
        status: 202,
        answer: None,
        kept: None,
        events: Vec::new(),
        format: Format::Switchboard,
        source: Source::Screen,
        files: Vec::new(),
        unique: None,
    }
}

/// Keeps an arrival; its deliveries begin, and its files are fetched. Errors: RATE-02 when too much waits to be written, KEY-01, DB-03,
/// APP-01; then nothing of it happened.
pub(crate) async fn keep(engine: &Engine, mut arrival: Arrival) -> Result<Entered> {
    hear_commands(engine, &mut arrival);
    files::fetch_pictures(engine, &mut arrival.events).await?;
    for routed in arrival.events.iter().filter(|routed| routed.skip == Some(SkipReason::Circle)) {
        let code = Code::Loop01.name();
        tracing::warn!(code, channel = %routed.channel, "Links lead in a circle: nothing goes round it.");
    }
    let (fetch, retries) = (fetches(&arrival), retry::meant(engine, &arrival));
    let stored = engine.store.accept(arrival).await?;
    let entered = tell(engine, stored, fetch);
    retry::follow(engine, retries);
    Ok(entered)
}

/// The same for a request that was kept before without being acted on.
pub(crate) async fn keep_again(engine: &Engine, id: ExchangeId, mut arrival: Arrival) -> Result<Entered> {
    hear_commands(engine, &mut arrival);
    files::fetch_pictures(engine, &mut arrival.events).await?;
    let fetch = fetches(&arrival);
    let stored = engine.store.process(id, arrival).await?;
    Ok(tell(engine, stored, fetch))
}

/// What operators command goes nowhere. The store sees to what is commanded, in the commit that keeps the command.
fn hear_commands(engine: &Engine, arrival: &mut Arrival) {
    if let Some(channel) = arrival.channel {
        route::keep_commands(channel, &mut arrival.events, &engine.settings().send_command);
    }
}

/// Whether it names files that are still to be fetched.
fn fetches(arrival: &Arrival) -> bool {
    arrival.files.iter().any(|file| matches!(file.place, FilePlace::There(_)))
}

fn tell(engine: &Engine, stored: Stored, fetch: bool) -> Entered {
    let Stored { row, due, again, also, flags, .. } = stored;
    let entered = Entered { exchange: row.id, again, skipped: row.skipped };
    // Before its deliveries begin, whose rows replace this one.
    RequestKept { row }.emit(&engine.bus);
    for row in also {
        RowChanged { row }.emit(&engine.bus);
    }
    engine.wake(&due);
    if flags {
        engine.flags.notify_one();
    }
    if fetch {
        engine.files.wake();
    }
    entered
}
