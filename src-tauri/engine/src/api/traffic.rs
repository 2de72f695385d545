//! The commands about the traffic log.

use super::sentences::Stopped;
use super::{Api, curl, sentences};
use crate::domain::{Code, ExchangeId, State, validate};
use crate::error::{Error, Result};
use crate::reach;
use crate::schema::*;
use crate::store::Destination;

impl Api {
    pub(super) async fn traffic_page(&self, query: TrafficQuery) -> Result<TrafficPage> {
        check_page(query.limit, query.before.is_some() && query.after.is_some())?;
        self.engine.store.traffic(query).await
    }

    pub(super) async fn traffic_get(&self, which: ExchangeRef) -> Result<ExchangeDetail> {
        self.exchange(which.id).await
    }

    pub(super) async fn traffic_curl(&self, which: ExchangeRef) -> Result<Text> {
        let detail = self.exchange(which.id).await?;
        let settings = self.engine.settings();
        let base = reach::base(&settings.public_url, self.engine.relay_addr(), &settings.listen);
        Ok(Text { text: curl::command(&detail, &base) })
    }

    pub(super) async fn traffic_process(&self, request: ProcessRequest) -> Result<ExchangeDetail> {
        if let Some(channel) = request.channel {
            self.channel(channel)?;
        }
        self.engine.process(request.id, request.channel).await?;
        self.exchange(request.id).await
    }

    async fn exchange(&self, id: ExchangeId) -> Result<ExchangeDetail> {
        let mut detail = self.engine.store.exchange(id).await?.ok_or_else(|| Error::new(Code::Id05))?;
        self.word(&mut detail).await?;
        Ok(detail)
    }

    /// Puts an exchange in words: its sentence, and the errors of its deliveries.
    pub(super) async fn word(&self, detail: &mut ExchangeDetail) -> Result<()> {
        let channels = self.engine.channels();
        let channel = channels.iter().find(|channel| Some(channel.id) == detail.row.channel);
        for delivery in &mut detail.deliveries {
            self.fill(delivery);
        }
        let stopped = self.stopped(detail).await?;
        detail.sentence = sentences::exchange(detail, channel.map(|channel| &**channel), &stopped);
        Ok(())
    }
}

impl Api {
    /// The stopped ones among the destinations that something on hold waits for.
    async fn stopped(&self, detail: &ExchangeDetail) -> Result<Vec<Stopped>> {
        let held = |it: &Destination| {
            let kind = DestinationKind::from(it.role);
            detail.deliveries.iter().any(|owed| {
                owed.state == State::OnHold && (owed.channel, owed.destination) == (it.channel, kind)
            })
        };
        if detail.deliveries.iter().all(|owed| owed.state != State::OnHold) {
            return Ok(Vec::new());
        }
        let channels = self.engine.channels();
        let destinations = self.engine.store.destinations().await?;
        let stopped = destinations.iter().filter(|it| held(it)).filter_map(|it| {
            let channel = channels.iter().find(|channel| channel.id == it.channel)?;
            let error = self.why_stopped(it, channel)?;
            Some(Stopped { channel: it.channel, kind: it.role.into(), error })
        });
        Ok(stopped.collect())
    }
}

/// A page has 1 to 500 rows and one direction.
pub(super) fn check_page(limit: Option<u32>, both_ways: bool) -> Result<()> {
    if let Some(limit) = limit {
        validate::within("limit", limit, &(1..=500))?;
    }
    if both_ways { Err(validate::bad_field("after")) } else { Ok(()) }
}
