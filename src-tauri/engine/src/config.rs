//! What an engine is started with, and what it goes by while it runs.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::{Channel, ChannelId, Link};
use crate::schema::Settings;
use crate::store::OpenOptions;

/// What an engine is started with. Everything an admin may change lives in the store instead.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// Where the relay listens, instead of the address in the settings; port 0 means any free one.
    pub listen: Option<SocketAddr>,
    /// How the data folder is opened.
    pub options: OpenOptions,
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
}

impl Current {
    /// The picture with these channels.
    #[must_use]
    pub fn new(channels: Vec<Channel>, links: Vec<Link>, settings: Arc<Settings>) -> Self {
        let channels: Vec<Arc<Channel>> = channels.into_iter().map(Arc::new).collect();
        let by_key = channels
            .iter()
            .map(|channel| (channel.intake_key.expose().to_owned(), Arc::clone(channel)))
            .collect();
        Self { channels: Arc::new(channels), by_key: Arc::new(by_key), links: Arc::new(links), settings }
    }

    /// The channel with that id.
    #[must_use]
    pub fn channel(&self, id: ChannelId) -> Option<&Arc<Channel>> {
        self.channels.iter().find(|channel| channel.id == id)
    }
}
