//! Who takes part in a journey, from left to right: where it came from, the relay, where it goes, and who is told of it.

use std::sync::Arc;

use super::super::sentences::host;
use crate::domain::{Channel, ChannelId};
use crate::schema::{
    DeliveryView, DestinationKind, Direction, ExchangeDetail, JourneyLane, LaneKind, Source,
};

/// The lanes of one journey.
pub(super) struct Lanes<'a> {
    channels: &'a [Arc<Channel>],
    all: Vec<JourneyLane>,
    /// Where it came from; the relay where it came from nowhere else.
    pub(super) origin: u32,
    /// The relay.
    pub(super) relay: u32,
}

impl<'a> Lanes<'a> {
    pub(super) fn new(cause: &ExchangeDetail, channels: &'a [Arc<Channel>]) -> Self {
        let mut lanes = Self { channels, all: Vec::new(), origin: 0, relay: 0 };
        let row = &cause.row;
        let origin = match row.source {
            // What was written here began at the relay.
            _ if cause.method.is_empty() && row.source == Source::Screen => None,
            _ if row.direction == Direction::Out => None,
            Source::Endpoint => Some(LaneKind::Endpoint),
            Source::Screen => None,
            Source::Platform | Source::CatchUp | Source::File | Source::Practice => Some(LaneKind::Platform),
        };
        if let Some(kind) = origin {
            lanes.origin = lanes.lane(kind, row.channel, "");
        }
        lanes.relay = lanes.lane(LaneKind::Relay, None, "");
        if origin.is_none() {
            lanes.origin = lanes.relay;
        }
        let reports = |it: &&DeliveryView| it.destination == DestinationKind::WriteBack;
        for delivery in cause.deliveries.iter().filter(|it| !reports(it)) {
            lanes.of(delivery);
        }
        for delivery in cause.deliveries.iter().filter(reports) {
            lanes.of(delivery);
        }
        if row.direction == Direction::Out && cause.deliveries.is_empty() {
            lanes.lane(LaneKind::Platform, row.channel, &host(&cause.url));
        }
        lanes
    }

    /// The lane a delivery goes to.
    pub(super) fn of(&mut self, delivery: &DeliveryView) -> u32 {
        let kind = match delivery.destination {
            DestinationKind::Endpoint => LaneKind::Endpoint,
            DestinationKind::Platform => LaneKind::Platform,
            DestinationKind::WriteBack => LaneKind::Back,
            DestinationKind::Address => LaneKind::Address,
        };
        self.lane(kind, Some(delivery.channel), &host(&delivery.url))
    }

    /// Where its platform is told of what became of its own message.
    pub(super) fn back(&mut self, channel: Option<ChannelId>) -> u32 {
        self.lane(LaneKind::Back, channel, "")
    }

    /// The lane to the right of all others.
    pub(super) fn last(&self) -> u32 {
        index(self.all.len().saturating_sub(1))
    }

    fn lane(&mut self, kind: LaneKind, channel: Option<ChannelId>, host: &str) -> u32 {
        let name = if kind == LaneKind::Address { host } else { "" };
        let same = |it: &JourneyLane| {
            it.kind == kind && it.channel == channel && (kind != LaneKind::Address || it.name == name)
        };
        if let Some(at) = self.all.iter().position(same) {
            return index(at);
        }
        let whose = self.channels.iter().find(|it| Some(it.id) == channel);
        self.all.push(JourneyLane {
            kind,
            channel,
            name: if name.is_empty() {
                whose.map_or_else(String::new, |it| it.name.clone())
            } else {
                name.to_owned()
            },
            platform: whose.map(|it| it.platform()),
            preset: whose.and_then(|it| it.preset),
        });
        index(self.all.len() - 1)
    }

    pub(super) fn into_all(self) -> Vec<JourneyLane> {
        self.all
    }
}

/// There are never more lanes than deliveries of one exchange.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
