//! The commands that set a channel up at its Chatwoot, so that nobody has to type a number, and that remember how far an admin has come.

use futures_util::StreamExt as _;
use futures_util::stream::FuturesOrdered;
use url::Url;

use super::sentences::noted;
use super::{Api, certificate};
use crate::doctor::Envoy;
use crate::domain::validate;
use crate::domain::{Channel, ChannelId, ChatwootOptions, Code, Options, Platform};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::platforms::chatwoot::setup::{Account, Inbox};
use crate::schema::*;
use crate::store::certificate_view;

/// Steps of the set-up.
const STEPS: u8 = 4;
/// More accounts are not asked for their inboxes: nobody looks through so many.
const MOST_ACCOUNTS: usize = 30;

impl Api {
    pub(super) async fn setup_look(&self, asked: SetupLook) -> Result<SetupLooked> {
        let (channel, notes) = self.looked_from(asked)?;
        let mut envoy = Envoy::new(&self.engine, &channel)?;
        let heard = envoy.ask(&self.engine, |caller| caller.profile()).await?;
        let profile = heard.reply().profile().ok_or_else(|| envoy.error(Code::Plat03))?;
        let mut channel = channel;
        chatwoot(&mut channel)?.dashed_header = envoy.is_dashed();
        let asked: FuturesOrdered<_> = profile
            .accounts
            .iter()
            .take(MOST_ACCOUNTS)
            .map(|account| self.account(&channel, account))
            .collect();
        let accounts: Vec<SetupAccount> = asked.collect().await;
        let named = chatwoot(&mut channel)?;
        let account_id = named.account_id.filter(|id| accounts.iter().any(|one| one.id == *id));
        let inbox_id = named.inbox_id.filter(|id| {
            let own = accounts.iter().find(|one| Some(one.id) == account_id);
            own.is_some_and(|own| own.inboxes.iter().any(|one| one.id == *id))
        });
        Ok(SetupLooked {
            api_url: channel.api_url.unwrap_or_default(),
            user: profile.name,
            accounts,
            account_id,
            inbox_id,
            notes: noted(&notes),
        })
    }

    pub(super) async fn setup_certificate(&self, asked: SetupLook) -> Result<Option<SetupCertificate>> {
        let (channel, _) = self.looked_from(asked)?;
        let shown = Envoy::new(&self.engine, &channel)?.refused_certificate(&self.engine).await;
        Ok(shown.and_then(|der| {
            let pem = certificate_view(&der).pem;
            Some(SetupCertificate { seen: certificate::seen(&pem)?, pem })
        }))
    }

    /// The channel from which a Chatwoot is looked into, with what was put right in what was typed.
    fn looked_from(&self, asked: SetupLook) -> Result<(Channel, Vec<validate::Note>)> {
        let SetupLook { channel, preset, api_url, token, platform_certificate } = asked;
        let draft = ChannelInput {
            platform: Some(Platform::Chatwoot),
            preset,
            api_url,
            token,
            platform_certificate: platform_certificate.map(Some),
            ..ChannelInput::default()
        };
        self.drafted(channel, Some(draft))
    }

    /// An account with its inboxes, those that can be chosen first.
    async fn account(&self, channel: &Channel, account: &Account) -> SetupAccount {
        let listed = async {
            let mut envoy = Envoy::new(&self.engine, channel)?;
            let heard = envoy.ask(&self.engine, |caller| caller.inboxes(account.id)).await?;
            heard.reply().inboxes().ok_or_else(|| envoy.error(Code::Plat03))
        };
        let (mut inboxes, error) = match listed.await {
            Ok(inboxes) => (inboxes, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        inboxes.sort_by_key(|inbox| !inbox.api);
        SetupAccount {
            id: account.id,
            name: account.name.clone(),
            administrator: account.administrator,
            inboxes: inboxes.into_iter().map(|inbox| self.choice(channel, account.id, inbox)).collect(),
            error,
        }
    }

    fn choice(&self, channel: &Channel, account: i64, inbox: Inbox) -> SetupInbox {
        let has = |other: &Channel| match &other.options {
            Options::Chatwoot(options) => {
                other.id != channel.id
                    && other.api_url == channel.api_url
                    && (options.account_id, options.inbox_id) == (Some(account), Some(inbox.id))
            }
            _ => false,
        };
        let channels = self.engine.channels();
        SetupInbox {
            id: inbox.id,
            used_by: channels.iter().find(|other| has(other)).map(|other| other.name.clone()),
            obstacle: (!inbox.api).then(|| Error::with(Code::Id02, [("name", &inbox.name)])),
            webhook_url: Some(inbox.webhook).filter(|url| !url.is_empty()),
            name: inbox.name,
            kind: inbox.kind,
        }
    }

    pub(super) async fn setup_use_inbox(&self, asked: SetupUseInbox) -> Result<ChannelView> {
        let SetupUseInbox { channel, account_id, inbox_id } = asked;
        let mut envoy = Envoy::new(&self.engine, &*self.channel(channel)?)?;
        let inbox = read(self, &mut envoy, account_id, inbox_id).await?;
        if !inbox.api {
            return Err(Error::with(Code::Id02, [("name", &inbox.name)]));
        }
        self.bind(channel, account_id, inbox, envoy.is_dashed()).await
    }

    pub(super) async fn setup_create_inbox(&self, asked: SetupCreateInbox) -> Result<ChannelView> {
        let SetupCreateInbox { channel: id, account_id, name } = asked;
        let name = validate::name(&name, [])?;
        let channel = self.channel(id)?;
        let mut envoy = Envoy::new(&self.engine, &channel)?;
        // Newer servers refuse an address they cannot reach; it can be set once there is one.
        let intake = self.engine.intake_url(&channel);
        let webhook = if reaches(&channel, &intake) { intake } else { String::new() };
        let heard =
            envoy.ask(&self.engine, |caller| caller.create_inbox(account_id, &name, &webhook)).await?;
        let inbox = heard.reply().inbox().ok_or_else(|| envoy.error(Code::Plat03))?;
        self.bind(id, account_id, inbox, envoy.is_dashed()).await
    }

    pub(super) async fn setup_webhook(&self, which: ChannelRef) -> Result<SetupWebhook> {
        let channel = self.channel(which.id)?;
        let (account, inbox) = bound(&channel)?;
        let mut envoy = Envoy::new(&self.engine, &channel)?;
        let inbox = read(self, &mut envoy, account, inbox).await?;
        Ok(SetupWebhook {
            ours: inbox.webhook == self.engine.intake_url(&channel),
            inbox: inbox.name,
            before: inbox.webhook.clone(),
            url: inbox.webhook,
        })
    }

    pub(super) async fn setup_apply_webhook(&self, asked: SetupApplyWebhook) -> Result<SetupWebhook> {
        let channel = self.channel(asked.channel)?;
        let (account, number) = bound(&channel)?;
        let intake = self.engine.intake_url(&channel);
        let url = match asked.url.as_deref().map(str::trim) {
            None if reaches(&channel, &intake) => intake.clone(),
            None => return Err(Error::with(Code::Url02, [("field", "publicUrl")])),
            Some("") => String::new(),
            Some(typed) => validate::address("url", typed, &mut Vec::new())?.into(),
        };
        let mut envoy = Envoy::new(&self.engine, &channel)?;
        let before = read(self, &mut envoy, account, number).await?;
        let heard = envoy.ask(&self.engine, |caller| caller.change_inbox(account, number, &url)).await?;
        let after = heard.reply().inbox().ok_or_else(|| envoy.error(Code::Plat03))?;
        let webhook = SetupWebhook {
            inbox: after.name.clone(),
            url: after.webhook.clone(),
            before: before.webhook,
            ours: after.webhook == intake,
        };
        self.bind(channel.id, account, after, envoy.is_dashed()).await?;
        Ok(webhook)
    }

    pub(super) async fn setup_list(&self, _: Nothing) -> Result<Vec<Setup>> {
        self.engine.store.setups().await
    }

    pub(super) async fn setup_put(&self, put: SetupPut) -> Result<Setup> {
        let channel = self.channel(put.channel)?.id;
        if !(1..=STEPS).contains(&put.step) {
            return Err(validate::bad_field("step"));
        }
        let setup = Setup { channel, step: put.step, at: self.engine.clock.now() };
        self.engine.store.put_setup(setup.clone()).await?;
        self.engine.bus.announce(|| Live::Channel(channel));
        Ok(setup)
    }

    pub(super) async fn setup_done(&self, which: ChannelRef) -> Result<Nothing> {
        self.engine.store.end_setup(which.id).await?;
        self.engine.bus.announce(|| Live::Channel(which.id));
        Ok(Nothing {})
    }

    /// Keeps with a channel which inbox it is, and what the server says of it.
    async fn bind(&self, id: ChannelId, account: i64, inbox: Inbox, dashed: bool) -> Result<ChannelView> {
        let change = |channel: &mut Channel, _: &super::change::Around<'_>| {
            let options = chatwoot(channel)?;
            options.account_id = Some(account);
            options.inbox_id = Some(inbox.id);
            options.inbox_identifier = inbox.identifier.or(options.inbox_identifier.take());
            options.dashed_header = dashed;
            if let Some(secret) = inbox.secret
                && !options.webhook_secrets.contains(&secret)
            {
                options.webhook_secrets.push(secret);
            }
            Ok(())
        };
        let (channel, ()) = self.edit(id, change).await?;
        self.view(&channel).await
    }
}

/// An inbox as its server knows it.
pub(super) async fn read(api: &Api, envoy: &mut Envoy, account: i64, inbox: i64) -> Result<Inbox> {
    let heard = envoy.ask(&api.engine, |caller| caller.inbox(account, inbox)).await;
    match heard {
        Ok(heard) => heard.reply().inbox().ok_or_else(|| envoy.error(Code::Plat03)),
        // Whoever may not see it is told that it is not there.
        Err(error) if error.code == Code::Id03 => Err(envoy.error(Code::Auth05)),
        Err(error) => Err(error),
    }
}

/// Whether a platform can call an address of ours: what exists only inside a network is there for those in the same one.
fn reaches(channel: &Channel, intake: &str) -> bool {
    let inside = |url: &str| Url::parse(url).is_ok_and(|url| validate::is_inside(&url));
    !inside(intake) || channel.api_url.as_deref().is_some_and(inside)
}

fn chatwoot(channel: &mut Channel) -> Result<&mut ChatwootOptions> {
    let name = channel.brand();
    match &mut channel.options {
        Options::Chatwoot(options) => Ok(options),
        _ => Err(Error::with(Code::Kind01, [("platform", name)])),
    }
}

/// The account and the inbox a channel is bound to. Errors: KIND-01 its platform knows none, ID-01 it is bound to none.
pub(super) fn bound(channel: &Channel) -> Result<(i64, i64)> {
    match &channel.options {
        Options::Chatwoot(ChatwootOptions { account_id: Some(account), inbox_id: Some(inbox), .. }) => {
            Ok((*account, *inbox))
        }
        Options::Chatwoot(_) => Err(Error::new(Code::Id01)),
        _ => Err(Error::with(Code::Kind01, [("platform", channel.brand())])),
    }
}
