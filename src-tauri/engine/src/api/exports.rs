//! The commands that write things out of the store, and the bytes they come to.

use super::Api;
use crate::error::Result;
use crate::export::{self, Download};
use crate::schema::*;

impl Api {
    pub(super) async fn export_create(&self, request: ExportRequest) -> Result<ExportView> {
        export::create(&self.engine, &self.exports, &self.ending, request).await
    }

    pub(super) async fn export_cancel(&self, which: ExportRef) -> Result<Nothing> {
        self.exports.cancel(which.id);
        Ok(Nothing {})
    }

    /// What a ticket of `export.create` is for. It is used up by this, whether or not the bytes are drawn. Errors: ID-05 for one that was
    /// used, has expired or never was.
    pub fn export(&self, ticket: &str) -> Result<Download> {
        export::open(&self.engine, &self.exports, ticket)
    }
}
