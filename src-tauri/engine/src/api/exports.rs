//! The commands that write things out of the store.

use super::Api;
use crate::error::{Error, Result};
use crate::schema::*;

impl Api {
    pub(super) async fn export_create(&self, _: ExportRequest) -> Result<ExportView> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }

    pub(super) async fn export_cancel(&self, _: ExportRef) -> Result<Nothing> {
        Err(Error::unexpected("answering", &"this command is not there yet"))
    }
}
