//! What a problem holds: deliveries that failed or wait because of it, and requests that were kept because of it.

use crate::domain::{ChannelId, Code, DeliveryId, DestinationId, ExchangeId, State, Timestamp};
use crate::error::Result;
use crate::platforms::write::Progress;
use crate::store::seal::Kind;
use crate::store::sql::{id, num, statement};
use crate::store::turns::{self, LEFT_OUT, Says};
use crate::store::{Store, chores, deliveries, exchanges, retention};

/// Counting what a problem holds stops here.
const COUNTED: i64 = 10_000;
/// Deliveries that are left out in one go.
const SLICE: usize = 500;

impl Store {
    /// Deliveries to a destination that were given up with that code and not left out, and those that are being tried again; up to 10,000
    /// each.
    pub async fn failed_with(&self, destination: DestinationId, code: Code) -> Result<(u64, u64)> {
        self.read(move |reader| {
            let count = |state: State| -> Result<u64> {
                let sql = format!(
                    "SELECT count(*) FROM (SELECT 1 FROM deliveries d INDEXED BY deliveries_in_rare_states
                     WHERE d.state = ?1 AND d.state IN (5, 6, 10) AND d.destination = ?2 AND d.code = ?3
                     AND NOT (d.state = 6 AND {LEFT_OUT}) LIMIT ?4)"
                );
                let count: i64 = statement(&reader.db, &sql)?
                    .query_row((state as u8, num(destination.0), code.name(), COUNTED), |row| row.get(0))?;
                Ok(count.max(0).cast_unsigned())
            };
            Ok((count(State::Failed)?, count(State::Retrying)?))
        })
        .await
    }

    /// When the next of those is due that failed at a destination with that code and are tried again.
    pub async fn next_try(&self, destination: DestinationId, code: Code) -> Result<Option<Timestamp>> {
        self.read(move |reader| {
            let sql = "SELECT min(due) FROM deliveries INDEXED BY deliveries_in_rare_states
                 WHERE state = 5 AND state IN (5, 6, 10) AND destination = ?1 AND code = ?2";
            let due: Option<i64> =
                statement(&reader.db, sql)?.query_row((num(destination.0), code.name()), |row| row.get(0))?;
            Ok(due.map(Timestamp))
        })
        .await
    }

    /// Deliveries to a destination in that state (one of those that are rare), of that code; oldest first, up to 10,000. What was left out
    /// is not among them.
    pub async fn in_state(
        &self,
        destination: DestinationId,
        state: State,
        code: Option<Code>,
    ) -> Result<Vec<DeliveryId>> {
        self.read(move |reader| {
            let sql = format!(
                "SELECT d.id FROM deliveries d INDEXED BY deliveries_in_rare_states WHERE d.state = ?1 AND d.state IN (5, 6, 10)
                 AND d.destination = ?2 AND (?3 IS NULL OR d.code = ?3) AND NOT (d.state = 6 AND {LEFT_OUT}) ORDER BY d.id LIMIT ?4"
            );
            let mut select = statement(&reader.db, &sql)?;
            let values = (state as u8, num(destination.0), code.map(Code::name), COUNTED);
            let rows = select.query_map(values, |row| Ok(id(row.get(0)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// These were given up and stay so: no problem counts them any more, until somebody sends them again.
    pub async fn leave_out(&self, which: Vec<DeliveryId>) -> Result<()> {
        for slice in which.chunks(SLICE).map(<[DeliveryId]>::to_vec) {
            self.0
                .writer
                .keep(move |tx| {
                    let at = tx.clock.now();
                    slice.iter().try_for_each(|id| turns::insert(tx, *id, at, Says::LeftOut, None))
                })
                .await?;
        }
        Ok(())
    }

    /// These are to begin from their very beginning when they are sent again: how far they had come, and what was learned of their chats, is
    /// forgotten. `progress` is what they begin with.
    pub async fn begin_anew(&self, which: Vec<DeliveryId>, progress: Option<Progress>) -> Result<()> {
        let seal = self.0.shared.seal()?;
        let sealed = progress.map(|progress| seal.seal_json(Kind::Progress, &progress)).transpose()?;
        self.0
            .writer
            .keep(move |tx| {
                for delivery in &which {
                    deliveries::set_progress(tx, *delivery, sealed.as_deref())?;
                    if sealed.is_none() {
                        statement(
                            tx.db,
                            "DELETE FROM learned WHERE (channel, key) IN
                             (SELECT channel, 'chat:' || chat FROM deliveries WHERE id = ?1 AND chat IS NOT NULL)",
                        )?
                        .execute([num(delivery.0)])?;
                    }
                }
                Ok(())
            })
            .await
    }

    /// Lets go of the log older than so many days, now. Gives how many exchanges went.
    pub async fn retire_now(&self, days: u32) -> Result<u64> {
        let settings = crate::schema::Settings { keep_traffic_days: days, ..self.0.shared.settings() };
        let before = self.0.shared.sums.exchanges();
        let ages = retention::Ages::new(&settings, self.0.shared.clock.now());
        chores::retire_all(&std::sync::Arc::downgrade(&self.0), ages).await?;
        Ok(before.saturating_sub(self.0.shared.sums.exchanges()))
    }

    /// Requests kept for that reason since then that can still be processed; of a channel, or of none. Oldest first, up to 1,000.
    pub async fn kept_for(
        &self,
        channel: Option<ChannelId>,
        code: Code,
        since: Timestamp,
    ) -> Result<Vec<ExchangeId>> {
        self.read(move |reader| exchanges::kept_for(&reader.db, channel, code, since)).await
    }

    /// Nothing of these is to be processed any more: it stays refused.
    pub async fn keep_refused(&self, which: Vec<ExchangeId>) -> Result<()> {
        self.0
            .writer
            .keep(move |tx| {
                for exchange in &which {
                    statement(tx.db, "UPDATE exchanges SET can_process = 0 WHERE id = ?1")?
                        .execute([num(exchange.0)])?;
                }
                Ok(())
            })
            .await
    }
}
