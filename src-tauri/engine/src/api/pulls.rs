//! The commands that fetch the history of a channel.

use super::Api;
use crate::domain::{Code, Platform};
use crate::error::{Error, Result};
use crate::platforms::write::lacks;
use crate::schema::*;

impl Api {
    pub(super) async fn pull_start(&self, request: PullRequest) -> Result<PullView> {
        let channel = self.channel(request.channel)?;
        if channel.platform() != Platform::Chatwoot {
            return Err(Error::with(Code::Kind01, [("channel", &channel.name)]));
        }
        if let Some(error) = lacks(&channel, false) {
            return Err(error);
        }
        self.engine.pull(channel.id, request.from)
    }

    pub(super) async fn pull_cancel(&self, which: ChannelRef) -> Result<Nothing> {
        self.engine.cancel_pull(which.id)?;
        Ok(Nothing {})
    }

    pub(super) async fn pull_list(&self, _: Nothing) -> Result<Vec<PullView>> {
        Ok(self.engine.all_pulls())
    }
}
