//! What an engine is started with, and what it goes by while it runs.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::{Channel, ChannelId, Link};
use crate::schema::{Pause, Settings};
use crate::store::{OpenOptions, Role};

/// What an engine is started with. Everything an admin may change lives in the store instead.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// Where the relay listens, instead of the address in the settings; port 0 means any free one.
    pub listen: Option<SocketAddr>,
    /// How the data folder is opened.
    pub options: OpenOptions,
    /// Less than this many bytes free on the disk is a problem; none: 200 MB.
    pub least_free: Option<u64>,
    /// This relay's number, inside every identifier it gives.
    pub relay_number: u8,
}

/// What the engine goes by at this moment: one consistent picture, replaced as a whole when something changes.
#[derive(Clone, Debug, Default)]
pub struct Current {
    /// All channels, by creation.
    pub channels: Arc<Vec<Arc<Channel>>>,
    /// The same by the key in their intake address.
    pub by_key: Arc<HashMap<String, Arc<Channel>>>,
    /// The links between them, by creation.
    pub links: Arc<Vec<Link>>,
    /// The settings.
    pub settings: Arc<Settings>,
    /// Everything is paused.
    pub paused: Option<Pause>,
    /// Channels whose missed messages are being fetched: what came later waits for them.
    pub gated: Arc<HashSet<ChannelId>>,
}

impl Current {
    /// The picture with these channels.
    #[must_use]
    pub fn new(channels: Vec<Channel>, links: Vec<Link>, settings: Arc<Settings>) -> Self {
        let mut channels: Vec<Arc<Channel>> = channels.into_iter().map(Arc::new).collect();
        // What the admin put in no place keeps the order it has.
        let place = |id: ChannelId| settings.channel_order.iter().position(|it| *it == id);
        channels.sort_by_key(|channel| place(channel.id).unwrap_or(usize::MAX));
        let by_key = channels
            .iter()
            .map(|channel| (channel.intake_key.expose().to_owned(), Arc::clone(channel)))
            .collect();
        Self {
            channels: Arc::new(channels),
            by_key: Arc::new(by_key),
            links: Arc::new(links),
            settings,
            paused: None,
            gated: Arc::default(),
        }
    }

    /// The channel with that id.
    #[must_use]
    pub fn channel(&self, id: ChannelId) -> Option<&Arc<Channel>> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    /// Whether deliveries to that destination of a channel wait for missed messages that may still come before them: its own, and those
    /// of every channel that links join it with. What is told about messages that are there already waits for none.
    #[must_use]
    pub fn holds(&self, channel: ChannelId, role: Role) -> bool {
        if self.gated.is_empty() || role == Role::WriteBack {
            return false;
        }
        let mut joined = vec![channel];
        let mut at = 0;
        while let Some(&channel) = joined.get(at) {
            at += 1;
            for link in self.links.iter().filter(|link| !link.paused) {
                joined.extend(link.other(channel).filter(|other| !joined.contains(other)));
            }
        }
        // To its own platform goes what others wrote.
        let own = usize::from(role == Role::Platform);
        joined.iter().skip(own).any(|channel| self.gated.contains(channel))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{LinkChoices, LinkId, LinkMode, Timestamp};

    fn link(customers: u64, operators: u64, paused: bool) -> Link {
        Link {
            id: LinkId(customers * 10 + operators),
            customers: ChannelId(customers),
            operators: ChannelId(operators),
            mode: LinkMode::TwoWay,
            choices: LinkChoices::default(),
            paused,
            created_at: Timestamp(0),
        }
    }

    #[test]
    fn whatever_missed_messages_may_still_reach_waits_for_them() {
        let links = vec![link(1, 2, false), link(2, 3, false), link(4, 5, true)];
        let mut current = Current::new(Vec::new(), links, Arc::default());
        let holds = |current: &Current, role| -> Vec<u64> {
            (1..=6).filter(|id| current.holds(ChannelId(*id), role)).collect()
        };
        assert!(Role::ALL.into_iter().all(|role| holds(&current, role).is_empty()), "nothing is missed");
        current.gated = Arc::new(HashSet::from([ChannelId(1), ChannelId(4), ChannelId(6)]));
        // By a chain of links, and not over a paused one.
        assert_eq!(holds(&current, Role::Endpoint), [1, 2, 3, 4, 6]);
        // To a platform goes what others wrote: where there are none, nothing comes late.
        assert_eq!(holds(&current, Role::Platform), [2, 3]);
        assert!(holds(&current, Role::WriteBack).is_empty());
    }
}
