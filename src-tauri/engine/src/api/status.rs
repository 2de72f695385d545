//! The command that tells how things are, and the live row that keeps telling it.

use std::sync::Weak;
use std::time::Duration;

use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::Api;
use super::channels::state;
use super::deliveries::address_of;
use super::sentences::{Picture, Standing};
use crate::domain::Channel;
use crate::error::Result;
use crate::events::Live;
use crate::schema::*;
use crate::store::Destination;

/// How often status rows may come, at most.
const OFTEN: Duration = Duration::from_millis(500);

impl Api {
    pub(super) async fn status_get(&self, _: Nothing) -> Result<Status> {
        let engine = &self.engine;
        let now = engine.clock.now();
        let (today, waiting, unclaimed) = engine.store.counts(engine.clock.midnight(now, 0)).await?;
        let (settings, channels, destinations) =
            (engine.settings(), engine.channels(), engine.store.destinations().await?);

        let problems = engine.store.problem_counts().await?;
        let mut stopped = Vec::new();
        let mut standing = Vec::new();
        for channel in channels.iter() {
            let first = stopped.len();
            for destination in
                destinations.iter().filter(|it| it.channel == channel.id && it.stopped.is_some())
            {
                stopped.push(self.destination_view(destination, channel).await?);
            }
            let worst = stopped.get(first);
            let health = engine.store.health(channel.id, now).await?;
            let count = problems.of(channel.id);
            standing.push(Standing {
                name: channel.name.clone(),
                state: state(channel, &health, worst.is_some(), count.all),
                problems: count.all,
                unknown: count.open,
                stopped: worst.and_then(|it| it.stopped.clone()),
            });
        }
        let key = engine.store.key_status();
        let picture = Picture {
            relay: engine.relay_error(),
            stays: engine.cannot_move(),
            turned_away: self.turned_away(),
            key: key.error.clone(),
            channels: standing,
            today,
            waiting,
            paused: engine.paused(),
            other: if problems.other > 0 { self.other_problem().await? } else { None },
        };
        Ok(Status {
            sentence: picture.sentence(),
            paused: picture.paused,
            sign: picture.sign(),
            relay: RelayStatus {
                listen: engine
                    .relay_addr()
                    .map_or_else(|| settings.listen.clone(), |address| address.to_string()),
                public_url: Some(settings.public_url.clone()).filter(|url| !url.is_empty()),
                error: engine.relay_error(),
                stays: engine.cannot_move(),
            },
            key,
            channels: picture.counts(),
            today,
            waiting,
            unclaimed,
            problems: u32::try_from(problems.open).unwrap_or(u32::MAX),
            stopped,
            catch_ups: engine.catch_ups(),
            restore_ready: *self.restore_ready.lock().await,
            demo: channels.iter().any(|channel| channel.demo),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            data_folder: self.data_folder.display().to_string(),
        })
    }

    pub(super) async fn destination_view(
        &self,
        destination: &Destination,
        channel: &Channel,
    ) -> Result<DestinationStatus> {
        Ok(DestinationStatus {
            id: destination.id,
            channel: channel.id,
            kind: destination.role.into(),
            channel_name: channel.name.clone(),
            stopped: self.why_stopped(destination, channel),
            next_probe: destination.stopped.and(destination.probe_at),
            waiting: self.engine.store.waiting(destination.id).await?,
            url: address_of(destination, channel).unwrap_or_default(),
        })
    }
}

/// Announces the status whenever it changed, while anybody listens. Reading it takes at most a tenth of the time.
pub(super) async fn announce(api: Weak<Api>, ending: CancellationToken) {
    let mut last = None;
    let mut pause = OFTEN;
    loop {
        tokio::select! {
            () = ending.cancelled() => return,
            () = sleep(pause) => {}
        }
        let Some(api) = api.upgrade() else { return };
        pause = OFTEN;
        if api.engine.bus.listeners() == 0 {
            last = None;
            continue;
        }
        let watch = api.engine.clock.stopwatch();
        // A store that cannot be read says so to whoever asks; a live row has nowhere to say it.
        let Ok(status) = api.status_get(Nothing {}).await else { continue };
        pause = OFTEN.max(watch.elapsed() * 10);
        if last.as_ref() != Some(&status) {
            last = Some(status.clone());
            api.engine.bus.announce(|| Live::Status(Box::new(status)));
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// A status with that sentence; shared with other tests.
    pub(in crate::api) fn status(english: String) -> Status {
        Status {
            sentence: Sentence {
                key: "status-empty".to_owned(),
                params: BTreeMap::new(),
                english,
                tone: Tone::Neutral,
            },
            relay: RelayStatus { listen: String::new(), public_url: None, error: None, stays: None },
            key: KeyStatus { home: KeyHome::File, error: None },
            paused: None,
            sign: Sign::Working,
            channels: ChannelCounts::default(),
            today: TodayCounts::default(),
            waiting: 0,
            unclaimed: 0,
            problems: 0,
            stopped: Vec::new(),
            catch_ups: Vec::new(),
            restore_ready: None,
            demo: false,
            version: String::new(),
            data_folder: String::new(),
        }
    }
}
