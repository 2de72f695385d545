//! The commands about bulk sends.

use super::Api;
use crate::error::{Error, Result};
use crate::schema::*;

impl Api {
    pub(super) async fn bulk_list(&self, _: Nothing) -> Result<Vec<BulkView>> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_get(&self, _: BulkRef) -> Result<BulkView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_preview(&self, _: BulkInput) -> Result<BulkPreview> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_create(&self, _: BulkInput) -> Result<BulkView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_pause(&self, _: BulkRef) -> Result<BulkView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_resume(&self, _: BulkResume) -> Result<BulkView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_cancel(&self, _: BulkRef) -> Result<BulkView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_retry(&self, _: BulkRef) -> Result<BulkView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn bulk_items(&self, _: BulkItemQuery) -> Result<BulkItemPage> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }
}
