//! The commands that check a channel's way, one check after the other.

use super::Api;
use super::change::apply;
use super::channels::fresh;
use crate::doctor::{Doctor, Subject};
use crate::domain::validate;
use crate::domain::{Channel, ChannelId};
use crate::error::Result;
use crate::schema::*;

impl Api {
    pub(super) async fn doctor_start(&self, request: CheckupRequest) -> Result<Checkup> {
        let CheckupRequest { channel, draft, url, parts } = request;
        let subject = match url {
            Some(url) => {
                Subject::Address(validate::callback_url(&url, &self.own_addresses(), &mut Vec::new())?)
            }
            None => Subject::Channel(Box::new(self.drafted(channel, draft)?.0)),
        };
        Ok(Doctor::start(&self.engine, channel, subject, parts))
    }

    pub(super) async fn doctor_get(&self, which: CheckupRef) -> Result<Checkup> {
        self.engine.doctor().get(&which.id)
    }

    pub(super) async fn doctor_stop(&self, which: CheckupRef) -> Result<Nothing> {
        self.engine.doctor().stop(&which.id);
        Ok(Nothing {})
    }

    /// A channel as it would be with these changes, saved or not, and what the form put right.
    pub(super) fn drafted(
        &self,
        id: Option<ChannelId>,
        draft: Option<ChannelInput>,
    ) -> Result<(Channel, Vec<validate::Note>)> {
        let draft = draft.unwrap_or_default();
        let mut channel = match id {
            Some(id) => (*self.channel(id)?).clone(),
            None => {
                let platform = draft.platform.ok_or_else(|| validate::bad_field("platform"))?;
                fresh(ChannelId(0), platform, draft.preset, self.engine.clock.now())
            }
        };
        let channels = self.engine.channels();
        let notes = apply(&mut channel, draft, &self.around(&channels, id))?;
        Ok((channel, notes))
    }
}
