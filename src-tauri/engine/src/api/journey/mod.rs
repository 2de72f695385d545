//! The journey of one message. The command gathers what is known; [`steps`] makes the story of it, purely.

mod lanes;
mod steps;
mod words;

use super::Api;
use crate::domain::{Code, validate};
use crate::error::{Error, Result};
use crate::schema::{Journey, JourneyRef};

impl Api {
    pub(super) async fn journey_get(&self, which: JourneyRef) -> Result<Journey> {
        if which.exchange.is_none() && which.delivery.is_none() && which.message.is_none() {
            return Err(validate::bad_field("exchange"));
        }
        let found = self.engine.store.travelled(which).await?;
        let mut travelled = found.ok_or_else(|| Error::new(Code::Id05))?;
        self.word(&mut travelled.cause).await?;
        let channels = self.engine.channels();
        let limit = |channel, kind| {
            let channel = channels.iter().find(|it| it.id == channel).map(|channel| &**channel);
            self.limit_ms(channel, kind)
        };
        Ok(steps::assemble(&travelled, &channels, &limit))
    }
}
