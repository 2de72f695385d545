//! Where the items of a bulk send go over HTTP: the endpoint of each one's channel, or an address that was given once.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use crate::clock::Clock;
use crate::config::Current;
use crate::delivery::client::{self, Client};
use crate::domain::{Channel, ChannelId, Code, Target, address};
use crate::error::Error;

/// One place, ready to be called.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Calls it.
    pub(super) client: Arc<Client>,
    /// Whose conversations go there: its secret signs them.
    pub(super) channel: Arc<Channel>,
    /// It is that channel's endpoint, and gets the admin's own headers.
    pub(super) own: bool,
    /// How long one call may take.
    pub(super) limit: Duration,
}

impl Place {
    /// What went wrong there, in words. `status` is that of its answer.
    pub(super) fn error(&self, code: Code, status: Option<u16>) -> Error {
        let (status, seconds) = (status.unwrap_or(0).to_string(), self.limit.as_secs().max(1).to_string());
        let host = address::host(&self.client.address().url).unwrap_or_default();
        let channel = &self.channel;
        let params = [
            ("host", host.as_str()),
            ("status", &status),
            ("seconds", &seconds),
            ("platform", channel.brand()),
            ("channel", &channel.name),
        ];
        Error::with(code, params)
    }
}

/// Why an item cannot go anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nowhere {
    /// Its target was removed.
    Gone,
    /// The address cannot be called.
    Broken(Code),
}

/// The places of one bulk send, as channels and settings are now.
#[derive(Debug)]
pub(super) struct Places {
    target: Target,
    clock: Clock,
    current: Current,
    known: HashMap<ChannelId, Place>,
}

impl Places {
    pub(super) fn new(target: Target, clock: Clock, current: Current) -> Self {
        Self { target, clock, current, known: HashMap::new() }
    }

    /// Goes by these channels and settings from now on. Connections stay where the address did.
    pub(super) fn change(&mut self, current: Current) {
        self.current = current;
        let before = std::mem::take(&mut self.known);
        for (channel, place) in before {
            drop(self.find(channel, Some(place.client)));
        }
    }

    /// Everything is paused: nothing is called.
    pub(super) fn rest(&self) -> bool {
        self.current.paused.is_some()
    }

    /// Where the conversations of a channel go.
    pub(super) fn of(&mut self, channel: ChannelId) -> Result<Place, Nowhere> {
        match self.known.get(&channel) {
            Some(known) => Ok(known.clone()),
            None => {
                let client = self.shared_client();
                self.find(channel, client)
            }
        }
    }

    /// An address that was given once is one, whosever conversations go there.
    fn shared_client(&self) -> Option<Arc<Client>> {
        let any = || self.known.values().next().map(|place| Arc::clone(&place.client));
        matches!(self.target, Target::Address { .. }).then(any).flatten()
    }

    fn find(&mut self, id: ChannelId, client: Option<Arc<Client>>) -> Result<Place, Nowhere> {
        let channel = Arc::clone(self.current.channel(id).ok_or(Nowhere::Gone)?);
        let settings = &self.current.settings;
        let own = self.target == Target::Endpoint;
        let (url, trusted) = match &self.target {
            Target::Endpoint => (
                channel.callback_url.clone().ok_or(Nowhere::Gone)?,
                channel.endpoint.trusted_certificate.clone(),
            ),
            Target::Address { url } => (url.clone(), None),
            Target::Channel { .. } => return Err(Nowhere::Gone),
        };
        let limit = channel.endpoint.timeout_ms.filter(|_| own).map_or(settings.timeout_ms, u64::from);
        let target = client::Target { url, trusted, proxy: settings.proxy.clone() };
        let client = match client.filter(|client| *client.target() == target) {
            Some(client) => client,
            None => Client::new(target, self.clock)
                .map(Arc::new)
                .map_err(|failure| Nowhere::Broken(failure.code))?,
        };
        let place = Place { client, channel, own, limit: Duration::from_millis(limit.max(1)) };
        self.known.insert(id, place.clone());
        Ok(place)
    }
}
