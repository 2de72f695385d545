//! The commands about links.

use super::Api;
use crate::domain::Code;
use crate::error::{Error, Result};
use crate::schema::*;

impl Api {
    pub(super) async fn link_list(&self, _: Nothing) -> Result<Vec<LinkView>> {
        Ok(Vec::new())
    }

    pub(super) async fn link_create(&self, _: LinkInput) -> Result<LinkView> {
        Err(Error::new(Code::Id05))
    }

    pub(super) async fn link_update(&self, _: LinkUpdate) -> Result<LinkView> {
        Err(Error::new(Code::Id05))
    }

    pub(super) async fn link_delete(&self, _: LinkRef) -> Result<Nothing> {
        Err(Error::new(Code::Id05))
    }
}
