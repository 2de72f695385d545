//! The commands about deliveries and where they go.

use super::sentences::error_at;
use super::traffic::check_page;
use super::{Api, sentences};
use crate::domain::{Channel, Code, validate};
use crate::error::{Error, Result};
use crate::platforms::{redact, write};
use crate::schema::*;
use crate::store::{Destination, Role};

impl Api {
    pub(super) async fn delivery_page(&self, query: DeliveryQuery) -> Result<DeliveryPage> {
        check_page(query.limit, query.before.is_some() && query.after.is_some())?;
        let mut page = self.engine.store.deliveries(query).await?;
        for delivery in &mut page.rows {
            self.fill(delivery);
            delivery.attempts.clear();
        }
        Ok(page)
    }

    pub(super) async fn delivery_get(&self, which: DeliveryRef) -> Result<DeliveryView> {
        let mut delivery =
            self.engine.store.delivery(which.id).await?.ok_or_else(|| Error::new(Code::Id05))?;
        self.fill(&mut delivery);
        Ok(delivery)
    }

    pub(super) async fn delivery_resend(&self, request: ResendRequest) -> Result<Resent> {
        let filtered = request.filter.as_ref().is_some_and(|filter| !filter.is_empty());
        // Everything ever sent is never what somebody means.
        if request.ids.as_ref().is_none_or(Vec::is_empty) && !filtered {
            return Err(validate::bad_field(if request.filter.is_some() { "filter" } else { "ids" }));
        }
        let (resent, due) = self.engine.store.resend(request, self.engine.clock.now()).await?;
        self.engine.wake(&due);
        Ok(resent)
    }

    pub(super) async fn destination_list(&self, _: Nothing) -> Result<Vec<DestinationStatus>> {
        let channels = self.engine.channels();
        let mut views = Vec::new();
        for destination in self.engine.store.destinations().await? {
            let channel = channels.iter().find(|channel| channel.id == destination.channel);
            if let Some(channel) = channel.filter(|channel| address_of(&destination, channel).is_some()) {
                views.push(self.destination_view(&destination, channel).await?);
            }
        }
        Ok(views)
    }

    pub(super) async fn destination_retry(&self, which: DestinationRef) -> Result<DestinationStatus> {
        self.engine.destination_retry(which.id).await?;
        self.destination_list(Nothing {})
            .await?
            .into_iter()
            .find(|it| it.id == which.id)
            .ok_or_else(|| Error::new(Code::Id05))
    }

    /// Fills the blanks of a delivery's errors.
    pub(super) fn fill(&self, delivery: &mut DeliveryView) {
        let channels = self.engine.channels();
        let channel =
            channels.iter().find(|channel| channel.id == delivery.channel).map(|channel| &**channel);
        let limit = self.limit_ms(channel, delivery.destination);
        sentences::fill(delivery, channel, limit);
    }

    /// How long one try at a destination may take, in ms: an endpoint may have a limit of its own.
    pub(super) fn limit_ms(&self, channel: Option<&Channel>, kind: DestinationKind) -> u64 {
        let own = channel.filter(|_| kind == DestinationKind::Endpoint).and_then(|it| it.endpoint.timeout_ms);
        own.map_or_else(|| self.engine.settings().timeout_ms, u64::from)
    }

    /// What a code of a channel's platform stands for.
    pub(super) fn error_of_platform(&self, channel: &Channel, code: Code) -> Error {
        let address = address(channel, Role::Platform).unwrap_or_default();
        error_at(code, Some(channel), &address, None, self.limit_ms(Some(channel), DestinationKind::Platform))
    }

    /// Why a destination of that channel gets nothing at the moment; none while it is open.
    pub(super) fn why_stopped(&self, destination: &Destination, channel: &Channel) -> Option<Error> {
        let address = address_of(destination, channel).unwrap_or_default();
        let limit = self.limit_ms(Some(channel), destination.role.into());
        Some(error_at(destination.stopped?, Some(channel), &address, None, limit))
    }
}

/// Where a destination is, as it may be shown; none while there is nowhere to send to.
pub(super) fn address_of(destination: &Destination, channel: &Channel) -> Option<String> {
    match &destination.address {
        Some(given) => Some(redact::address_given(given.expose())),
        None => address(channel, destination.role),
    }
}

/// Where a destination of a channel is; none while there is nowhere to send to.
fn address(channel: &Channel, role: Role) -> Option<String> {
    match role {
        Role::Endpoint => channel.callback_url.clone(),
        Role::Platform | Role::WriteBack => write::base(channel),
        // Its address is its own, not the channel's.
        Role::Address => None,
    }
}

impl DeliveryFilter {
    /// Nothing is set, so everything would match.
    fn is_empty(&self) -> bool {
        let Self { channel, state, exchange, from, to } = self;
        channel.is_none() && state.is_none() && exchange.is_none() && from.is_none() && to.is_none()
    }
}
