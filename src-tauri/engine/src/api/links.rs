//! The commands about links.

use std::sync::Arc;

use super::Api;
use crate::domain::validate::bad_field;
use crate::domain::{Channel, ChannelId, Code, Link, LinkChoices, LinkId, LinkMode, Mode, Platform, link};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::platforms::write::lacks;
use crate::schema::*;
use crate::store::{Destination, Role};

impl Api {
    pub(super) async fn link_list(&self, _: Nothing) -> Result<Vec<LinkView>> {
        let (links, around) = (self.engine.links(), self.around_links().await?);
        Ok(links.iter().map(|link| around.view(self, link)).collect())
    }

    pub(super) async fn link_create(&self, input: LinkInput) -> Result<LinkView> {
        let _editing = self.engine.editing.lock().await;
        let end = |field: &str, id: Option<ChannelId>| {
            let id = id.ok_or_else(|| bad_field(field))?;
            self.channel(id)
        };
        let customers = end("customers", input.customers)?;
        let operators = end("operators", input.operators)?;
        let link = Link {
            id: self.engine.store.new_id(),
            customers: customers.id,
            operators: operators.id,
            // What can only be copied is copied unless the other was asked for, and then it is refused.
            mode: input.mode.unwrap_or(match customers.platform() {
                Platform::Userlike => LinkMode::Copy,
                Platform::Elma365 | Platform::Chatwoot => LinkMode::TwoWay,
            }),
            choices: input.choices.unwrap_or_else(|| LinkChoices::usual(customers.platform())),
            paused: input.paused.unwrap_or(false),
            created_at: self.engine.clock.now(),
        };
        self.put_link(link).await
    }

    pub(super) async fn link_update(&self, update: LinkUpdate) -> Result<LinkView> {
        let _editing = self.engine.editing.lock().await;
        let mut link = self.link(update.id)?;
        link.mode = update.mode.unwrap_or(link.mode);
        link.choices = update.choices.unwrap_or(link.choices);
        link.paused = update.paused.unwrap_or(link.paused);
        self.put_link(link).await
    }

    pub(super) async fn link_delete(&self, which: LinkRef) -> Result<Nothing> {
        let _editing = self.engine.editing.lock().await;
        self.link(which.id)?;
        self.engine.store.delete_link(which.id).await?;
        self.links_changed().await?;
        Ok(Nothing {})
    }

    /// Keeps a link, unless its channels cannot be joined like that.
    async fn put_link(&self, link: Link) -> Result<LinkView> {
        let (customers, operators) = (self.channel(link.customers)?, self.channel(link.operators)?);
        if let Some(code) = link::refusal(&link, &customers, &operators, &self.engine.links()) {
            return Err(refused(code, &customers, &operators));
        }
        self.engine.store.put_link(link.clone()).await?;
        self.links_changed().await?;
        Ok(self.around_links().await?.view(self, &link))
    }

    async fn links_changed(&self) -> Result<()> {
        self.engine.reload_channels().await?;
        self.engine.bus.announce(|| Live::Links);
        Ok(())
    }

    fn link(&self, id: LinkId) -> Result<Link> {
        let links = self.engine.links();
        links.iter().find(|link| link.id == id).cloned().ok_or_else(|| Error::new(Code::Id05))
    }

    async fn around_links(&self) -> Result<AroundLinks> {
        Ok(AroundLinks {
            channels: self.engine.channels(),
            links: self.engine.links(),
            destinations: self.engine.store.destinations().await?,
        })
    }
}

/// The refusal with its blanks: of LINK-01 the side that cannot be, else the channels' names.
fn refused(code: Code, customers: &Channel, operators: &Channel) -> Error {
    match code {
        Code::Link01 if customers.platform() == Platform::Elma365 => {
            let params = [("field", "customers"), ("platform", customers.brand()), ("side", "customers")];
            Error::with(code, params)
        }
        Code::Link01 => {
            let params = [("field", "operators"), ("platform", operators.brand()), ("side", "operators")];
            Error::with(code, params)
        }
        Code::Link02 => Error::with(code, [("field", "mode"), ("platform", customers.brand())]),
        Code::Loop01 => {
            Error::with(code, [("field", "operators"), ("place", "link"), ("channel", &customers.name)])
        }
        _ => Error::with(code, [("field", "operators")]),
    }
}

/// What tells whether a link can carry.
struct AroundLinks {
    channels: Arc<Vec<Arc<Channel>>>,
    links: Arc<Vec<Link>>,
    destinations: Vec<Destination>,
}

impl AroundLinks {
    fn view(&self, api: &Api, link: &Link) -> LinkView {
        LinkView {
            id: link.id,
            customers: link.customers,
            operators: link.operators,
            mode: link.mode,
            choices: link.choices,
            paused: link.paused,
            error: self.error(api, link),
            created_at: link.created_at,
        }
    }

    /// Why it cannot carry at the moment. Settings from elsewhere may hold what no form lets through.
    fn error(&self, api: &Api, link: &Link) -> Option<Error> {
        let by = |id| self.channels.iter().find(|channel| channel.id == id);
        let (Some(customers), Some(operators)) = (by(link.customers), by(link.operators)) else {
            return Some(Error::new(Code::Id05));
        };
        if let Some(code) = link::refusal(link, customers, operators, &self.links) {
            return Some(refused(code, customers, operators));
        }
        if customers.mode == Mode::Off {
            return Some(Error::with(Code::Off01, [("channel", &customers.name)]));
        }
        let answered =
            (link.mode == LinkMode::TwoWay).then(|| self.cannot_write(api, customers, false)).flatten();
        self.cannot_write(api, operators, true).or(answered)
    }

    /// Why nothing can be written to a channel's platform at the moment; as its operators' side it must be able to begin conversations.
    fn cannot_write(&self, api: &Api, channel: &Channel, begins: bool) -> Option<Error> {
        if let Some(error) = lacks(channel, begins) {
            return Some(error);
        }
        let platform =
            self.destinations.iter().find(|it| it.channel == channel.id && it.role == Role::Platform)?;
        api.why_stopped(platform, channel)
    }
}
