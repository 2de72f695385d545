//! The commands of the practice customer, answering as an operator, and ending a connection.

use super::Api;
use crate::domain::Code;
use crate::error::{Error, Result};
use crate::schema::*;

impl Api {
    pub(super) async fn customer_get(&self, _: CustomerRef) -> Result<CustomerView> {
        Err(Error::new(Code::Id05))
    }

    pub(super) async fn customer_send(&self, _: CustomerSend) -> Result<CustomerView> {
        Err(Error::new(Code::Id05))
    }

    pub(super) async fn customer_clear(&self, _: CustomerRef) -> Result<CustomerView> {
        Err(Error::new(Code::Id05))
    }

    pub(super) async fn conversation_reply(&self, _: ReplyRequest) -> Result<Replied> {
        Err(Error::new(Code::Id05))
    }

    pub(super) async fn channel_disconnect(&self, _: ChannelRef) -> Result<Nothing> {
        Err(Error::new(Code::Id05))
    }

    pub(super) async fn channel_catch_up(&self, _: ChannelRef) -> Result<Nothing> {
        Err(Error::new(Code::Id05))
    }
}
