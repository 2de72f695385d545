//! Pausing everything, and what a host with a window asks of the engine besides the commands.

use super::Api;
use crate::domain::validate::bad_field;
use crate::domain::{AboutKind, ProblemState, Timestamp};
use crate::error::Result;
use crate::notices::{self, BulkFact, Digest, Trouble};
use crate::problems;
use crate::schema::*;

/// The longest pause with an end, in ms: a month. Longer is until it is resumed.
const LONGEST_PAUSE_MS: i64 = 31 * 24 * 60 * 60 * 1_000;

/// Whose a problem is that is nobody's in particular.
const OURSELVES: &str = "Switchboard";

impl Api {
    pub(super) async fn relay_pause(&self, request: PauseRequest) -> Result<Status> {
        let now = self.engine.clock.now();
        if request.until_ms.is_some_and(|until| !(1..=LONGEST_PAUSE_MS).contains(&until.since(now))) {
            return Err(bad_field("untilMs"));
        }
        self.engine.set_paused(Some(Pause { until: request.until_ms })).await?;
        self.status().await
    }

    pub(super) async fn relay_resume(&self, _: Nothing) -> Result<Status> {
        self.engine.set_paused(None).await?;
        self.status().await
    }

    pub(super) async fn relay_owed(&self, _: Nothing) -> Result<Owed> {
        self.owed().await
    }

    /// What would be left undone if the program ended now.
    pub async fn owed(&self) -> Result<Owed> {
        let waiting = self.status().await?.waiting;
        let sends = self.bulk_list(Nothing {}).await?;
        let running: Vec<_> = sends
            .iter()
            .filter(|bulk| matches!(bulk.state, BulkState::Preparing | BulkState::Running))
            .map(|bulk| OwedBulk {
                name: bulk.target_name.clone(),
                done: bulk.total.saturating_sub(bulk.left),
                total: bulk.total,
            })
            .collect();
        Ok(Owed { waiting, bulks: running })
    }

    /// What is wrong now, and how bulk sends stand: what notifications are made of. A bulk send that paused itself is told as one.
    pub async fn troubles(&self) -> Result<(Vec<Trouble>, Vec<BulkFact>)> {
        let bulks = self.bulk_list(Nothing {}).await?.iter().map(BulkFact::from).collect();
        if self.engine.store.problems(problems::UNSOLVED).await?.is_empty() {
            return Ok((Vec::new(), bulks));
        }
        let open = self.problem_list(ProblemQuery { filter: ProblemFilter::Open }).await?;
        let troubles = open
            .into_iter()
            .filter(|problem| problem.about.kind != AboutKind::Bulk)
            .map(|problem| Trouble {
                id: problem.id.to_string(),
                name: if problem.about.name.is_empty() { OURSELVES.to_owned() } else { problem.about.name },
                sentence: problem.sentence,
                since: Some(problem.opened_at),
                known: problem.state == ProblemState::Acknowledged,
            })
            .collect();
        Ok((troubles, bulks))
    }

    /// What yesterday brought, when that is to be told: the same day is never told twice, whatever was restarted meanwhile. None also where it
    /// brought nothing. Errors: the store's.
    pub async fn digest(&self, now: Timestamp) -> Result<Option<Digest>> {
        let (engine, local) = (&self.engine, self.engine.clock.local(now));
        let settings = engine.settings();
        if !settings.daily_digest
            || !notices::is_digest_due(local, &settings, engine.store.digest_told().await?)
        {
            return Ok(None);
        }
        let (sums, slowest) = self.yesterday(now).await?;
        engine.store.set_digest_told(local.date()).await?;
        let channels = engine.channels();
        let slowest = slowest.and_then(|(id, ms)| {
            channels.iter().find(|channel| channel.id == id).map(|channel| (channel.name.clone(), ms))
        });
        let digest = Digest { day: local.date().saturating_sub(jiff::Span::new().days(1)), sums, slowest };
        Ok(Some(digest).filter(Digest::has_traffic))
    }

    /// The problem that opened last of those that are open; none where nothing is wrong. Errors: the store's.
    pub async fn newest_problem(&self) -> Result<Option<String>> {
        let open = self.problem_list(ProblemQuery { filter: ProblemFilter::Open }).await?;
        let newest = open.into_iter().max_by_key(|problem| problem.opened_at);
        Ok(newest.map(|problem| problem.id.to_string()))
    }

    /// How things are.
    pub async fn status(&self) -> Result<Status> {
        self.status_get(Nothing {}).await
    }

    /// The settings as they are now.
    #[must_use]
    pub fn settings(&self) -> std::sync::Arc<Settings> {
        self.engine.settings()
    }
}
