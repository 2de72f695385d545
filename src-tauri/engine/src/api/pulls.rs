//! The commands that fetch the history of a channel.

use super::Api;
use crate::error::{Error, Result};
use crate::schema::*;

impl Api {
    pub(super) async fn pull_start(&self, _: PullRequest) -> Result<PullView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn pull_cancel(&self, _: ChannelRef) -> Result<Nothing> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn pull_list(&self, _: Nothing) -> Result<Vec<PullView>> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }
}
