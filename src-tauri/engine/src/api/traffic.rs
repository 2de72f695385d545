//! The commands about the traffic log.

use super::{Api, curl, sentences};
use crate::domain::{Channel, Code, ExchangeId, validate};
use crate::error::{Error, Result};
use crate::reach;
use crate::schema::*;

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
        let channels = self.engine.channels();
        let channel = channels.iter().find(|channel| Some(channel.id) == detail.row.channel);
        for delivery in &mut detail.deliveries {
            self.fill(delivery);
        }
        let stopped = match channel {
            Some(channel) => self.stopped(channel).await?,
            None => None,
        };
        detail.sentence =
            sentences::exchange(&detail, channel.map(|channel| channel.name.as_str()), stopped.as_ref());
        Ok(detail)
    }
}

impl Api {
    /// Why a channel's endpoint gets nothing at the moment; none while it is open.
    async fn stopped(&self, channel: &Channel) -> Result<Option<Error>> {
        let destinations = self.engine.store.destinations().await?;
        let code = destinations.iter().find(|it| it.channel == channel.id).and_then(|it| it.stopped);
        let address = channel.callback_url.as_deref().unwrap_or_default();
        Ok(code.map(|code| sentences::error_at(code, address, None, self.limit_ms(channel))))
    }
}

/// A page has 1 to 500 rows and one direction.
pub(super) fn check_page(limit: Option<u32>, both_ways: bool) -> Result<()> {
    if let Some(limit) = limit {
        validate::within("limit", limit, &(1..=500))?;
    }
    if both_ways { Err(validate::bad_field("after")) } else { Ok(()) }
}
