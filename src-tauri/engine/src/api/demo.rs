//! The commands that start and remove the demo: practice platforms and a practice endpoint over real HTTP.

use super::Api;
use crate::domain::ChannelId;
use crate::error::Result;
use crate::events::Live;
use crate::practice::{self, Practice};
use crate::schema::*;

impl Api {
    pub(super) async fn demo_start(&self, _: Nothing) -> Result<Status> {
        let mut demo = self.demo.lock().await;
        if demo.is_none() {
            *demo = Some(practice::start(&self.engine).await?);
            self.announce(&self.demo_channels());
        }
        drop(demo);
        self.status_get(Nothing {}).await
    }

    pub(super) async fn demo_stop(&self, _: Nothing) -> Result<Status> {
        let mut demo = self.demo.lock().await;
        let channels = self.demo_channels();
        match demo.take() {
            Some(practice) => practice.stop().await?,
            // A run that was cut short leaves its channels behind.
            None => practice::remove(&self.engine).await?,
        }
        drop(demo);
        self.announce(&channels);
        self.engine.bus.announce(|| Live::Links);
        self.status_get(Nothing {}).await
    }

    /// Ends the practice parties and leaves what they brought, as the end of the app does.
    pub(super) async fn demo_halt(&self) {
        let running: Option<Practice> = self.demo.lock().await.take();
        drop(running);
    }

    fn demo_channels(&self) -> Vec<ChannelId> {
        self.engine.channels().iter().filter(|channel| channel.demo).map(|channel| channel.id).collect()
    }

    fn announce(&self, channels: &[ChannelId]) {
        for id in channels {
            self.engine.bus.announce(|| Live::Channel(*id));
        }
    }
}
