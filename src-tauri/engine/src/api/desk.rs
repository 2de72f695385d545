//! Pausing everything, and what a host with a window asks of the engine besides the commands.

use std::collections::BTreeMap;

use super::Api;
use crate::domain::validate::bad_field;
use crate::error::{Error, Result};
use crate::notices::{BulkFact, Trouble};
use crate::schema::*;

/// The longest pause with an end, in ms: a month. Longer is until it is resumed.
const LONGEST_PAUSE_MS: i64 = 31 * 24 * 60 * 60 * 1_000;

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

    /// What is wrong now, and how bulk sends stand: what notifications are made of.
    pub async fn troubles(&self, status: &Status) -> Result<(Vec<Trouble>, Vec<BulkFact>)> {
        let mut troubles = Vec::new();
        let relay = status.relay.error.iter().map(|error| ("relay".to_owned(), String::new(), error));
        let key = status.key.error.iter().map(|error| ("key".to_owned(), String::new(), error));
        let stopped = status.stopped.iter().filter_map(|it| {
            Some((format!("destination-{}", it.id), it.channel_name.clone(), it.stopped.as_ref()?))
        });
        for (id, name, error) in relay.chain(key).chain(stopped) {
            let name = if name.is_empty() { "Switchboard".to_owned() } else { name };
            troubles.push(Trouble { id, name, sentence: said(error), since: None });
        }
        let bulks = self.bulk_list(Nothing {}).await?;
        Ok((troubles, bulks.iter().map(BulkFact::from).collect()))
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

/// An error as a sentence of the catalogue.
fn said(error: &Error) -> Sentence {
    let key = format!("error-{}", error.code.name().to_lowercase());
    let params: BTreeMap<String, String> = error.params.clone();
    Sentence { key, params, english: error.message.clone(), tone: Tone::Bad }
}
