//! What can be done about a problem, done: the one-click remedies that are the engine's, and those with a value typed in place.
//!
//! A remedy that changes a setting tries at once what waits: whether it helped shows in the problem, which closes itself.

use std::collections::BTreeMap;

use super::Api;
use super::problems::Around;
use crate::backup;
use crate::bulk;
use crate::doctor::{self, Subject};
use crate::domain::problem::{AboutKind, RemedyAction};
use crate::domain::validate::bad_field;
use crate::domain::{Channel, ChannelId, Code, DeliveryId, LinkId, Mode, Options, State};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::platforms;
use crate::schema::*;
use crate::secret::Secret;
use crate::store::{Problem, Role};

/// As long is waited for an answer by whoever waits longer, in s.
pub(super) const LONGER_S: u32 = 60;
/// The log older than this is deleted to free space, in days.
const KEEP_DAYS: u32 = 7;

/// What a remedy did, for its sentence, and why it did not help.
#[derive(Debug, Default)]
struct Did {
    count: u64,
    error: Option<Error>,
}

impl Did {
    fn count(count: u64) -> Self {
        Self { count, error: None }
    }
}

impl Api {
    pub(super) async fn problem_remedy(&self, request: RemedyRequest) -> Result<RemedyResult> {
        let (problem, around) = (self.problem(request.id).await?, self.around_problems().await?);
        let offered = self.problem_by(request.id).await?.remedies;
        if !offered.iter().any(|remedy| remedy.action == request.action) {
            return Err(bad_field("action"));
        }
        let did = Box::pin(self.remedy(&problem, &around, &request)).await?;
        crate::problems::look(&self.engine).await?;
        let mut params = BTreeMap::new();
        params.insert("count".to_owned(), did.count.to_string());
        let key = format!("problem-did-{}", crate::strings::kebab(request.action.name()));
        let tone = if did.error.is_some() { Tone::Warning } else { Tone::Good };
        Ok(RemedyResult {
            problem: self.problem_by(request.id).await?,
            sentence: Sentence::new(&key, tone, params),
            error: did.error,
        })
    }

    async fn remedy(&self, problem: &Problem, around: &Around, request: &RemedyRequest) -> Result<Did> {
        let channel = || around.channel(problem.channel).cloned().ok_or_else(|| Error::new(Code::Id05));
        match request.action {
            RemedyAction::Retry => self.try_now(problem, around).await,
            RemedyAction::CheckAgain => self.check_again(problem, around).await,
            RemedyAction::Resend => self.resend_failed(problem, around).await,
            RemedyAction::Skip | RemedyAction::Dismiss => {
                self.engine.store.found(Vec::new(), vec![problem.id]).await?;
                Ok(Did::count(problem.count))
            }
            RemedyAction::Process => self.process_kept(problem, request.channel).await,
            RemedyAction::KeepRefusing => {
                let kept = self.kept(problem).await?;
                let count = kept.len() as u64;
                self.engine.store.keep_refused(kept).await?;
                self.engine.store.found(Vec::new(), vec![problem.id]).await?;
                Ok(Did::count(count))
            }
            RemedyAction::AcceptToken => self.accept_token(problem, &channel()?).await,
            RemedyAction::Trust => self.trust(problem, around, request.fingerprint.as_deref()).await,
            RemedyAction::SwitchHeader => {
                self.change_channel(&channel()?, |channel| {
                    if let Options::Chatwoot(options) = &mut channel.options {
                        options.dashed_header = !options.dashed_header;
                    }
                })
                .await?;
                self.try_now(problem, around).await
            }
            RemedyAction::UseAddress => {
                let address = self.shown(problem).await?.address.ok_or_else(|| bad_field("action"))?;
                self.set_address(problem, around, &address).await
            }
            RemedyAction::EditAddress => {
                let address = request.value.as_deref().ok_or_else(|| bad_field("value"))?;
                self.set_address(problem, around, address).await
            }
            RemedyAction::NewToken => {
                let token = request.value.as_deref().map(str::trim).filter(|token| !token.is_empty());
                let token = token.ok_or_else(|| bad_field("value"))?;
                self.new_token(problem, around, &channel()?, token).await
            }
            RemedyAction::WaitLonger => {
                let update =
                    EndpointInput { timeout_ms: Some(Some(LONGER_S * 1_000)), ..EndpointInput::default() };
                self.channel_update(ChannelUpdate {
                    id: channel()?.id,
                    input: ChannelInput { endpoint: Some(update), ..ChannelInput::default() },
                })
                .await?;
                self.try_now(problem, around).await
            }
            RemedyAction::SendSlower => {
                let slower = (self.engine.settings().concurrency / 2).max(1);
                self.set("concurrency", slower.into()).await?;
                Ok(Did::count(slower.into()))
            }
            RemedyAction::SystemProxy => {
                self.set("proxy", "system".into()).await?;
                self.try_now(problem, around).await
            }
            RemedyAction::PauseChannel => {
                let input = ChannelInput { mode: Some(Mode::Paused), ..ChannelInput::default() };
                self.channel_update(ChannelUpdate { id: channel()?.id, input }).await?;
                Ok(Did::default())
            }
            RemedyAction::StartNew => self.begin_anew(problem, around, None).await,
            RemedyAction::WithoutFiles => {
                let linked = platforms::write::with_links(&channel()?).ok_or_else(|| bad_field("action"))?;
                self.begin_anew(problem, around, Some(linked)).await
            }
            RemedyAction::BreakLoop => {
                let update = LinkUpdate {
                    id: LinkId(problem.about.id),
                    mode: None,
                    choices: None,
                    paused: Some(true),
                };
                self.link_update(update).await?;
                Ok(Did::default())
            }
            RemedyAction::ResumeBulk => {
                bulk::resume(&self.engine, crate::domain::BulkId(problem.about.id), false).await?;
                Ok(Did::default())
            }
            RemedyAction::CatchUp => {
                self.engine.catch_up(channel()?.id)?;
                Ok(Did::default())
            }
            RemedyAction::UseFreePort => self.use_free_port().await,
            RemedyAction::FreeSpace => {
                let count = self.engine.store.retire_now(KEEP_DAYS).await?;
                Ok(Did::count(count))
            }
            RemedyAction::BackUp => {
                let error = backup::daily::make_now(&self.engine).await.err();
                Ok(Did { count: 0, error })
            }
            RemedyAction::Unlock => {
                self.engine.unlock().await?;
                Ok(Did::default())
            }
            RemedyAction::AddressGiven => {
                self.engine.store.found(Vec::new(), vec![problem.id]).await?;
                Ok(Did::default())
            }
            // These are done on another screen, or by copying a text.
            RemedyAction::EditSignIn
            | RemedyAction::ChooseInbox
            | RemedyAction::ChoosePort
            | RemedyAction::ChooseFolder
            | RemedyAction::EditPublicAddress
            | RemedyAction::CopyAddresses
            | RemedyAction::OpenChannel
            | RemedyAction::OpenBulk
            | RemedyAction::ShowTraffic
            | RemedyAction::CopyNote
            | RemedyAction::Report => Err(bad_field("action")),
        }
    }

    /// Tries now whatever waits for the destination of a problem.
    async fn try_now(&self, problem: &Problem, around: &Around) -> Result<Did> {
        let Some(destination) = around.destination(problem) else { return Ok(Did::default()) };
        let waiting = self.engine.store.waiting(destination.id).await?;
        // Of a destination that was just changed, or stopped, one goes ahead and the others follow when it got through.
        self.engine.destination_retry(destination.id).await?;
        let retrying = self.engine.store.in_state(destination.id, State::Retrying, None).await?;
        if !retrying.is_empty() {
            self.delivery_resend(ResendRequest { ids: Some(retrying), filter: None }).await?;
        }
        Ok(Did::count(waiting))
    }

    async fn check_again(&self, problem: &Problem, around: &Around) -> Result<Did> {
        match problem.about.kind {
            AboutKind::Destination => {
                let Some(destination) = around.destination(problem) else { return Ok(Did::default()) };
                if self.engine.store.waiting(destination.id).await? > 0 {
                    return self.try_now(problem, around).await;
                }
                // Nothing waits that would show it: it is asked without sending anything.
                let Some(channel) = around.channel(problem.channel) else { return Ok(Did::default()) };
                let report = match destination.role {
                    Role::Endpoint => self.engine.test_channel(channel).await,
                    Role::Address => {
                        let address = destination.address.as_ref().map_or("", Secret::expose).to_owned();
                        doctor::report(&self.engine, &Subject::Address(address), &[Part::Endpoint]).await
                    }
                    Role::Platform | Role::WriteBack => {
                        let base = platforms::write::base(channel).unwrap_or_default();
                        doctor::report(&self.engine, &Subject::Server(base), &[Part::Platform]).await
                    }
                };
                let error = report.checks.into_iter().find_map(|check| check.error);
                if error.is_none() {
                    self.engine.store.found(Vec::new(), vec![problem.id]).await?;
                }
                Ok(Did { count: 0, error })
            }
            AboutKind::PublicAddress => {
                crate::problems::check_address(&self.engine).await?;
                Ok(Did::default())
            }
            AboutKind::Key => {
                self.engine.unlock().await?;
                Ok(Did::default())
            }
            // Looking again is what follows every remedy.
            _ => Ok(Did::default()),
        }
    }

    /// The deliveries of a problem that were given up.
    async fn failed(&self, problem: &Problem, around: &Around) -> Result<Vec<DeliveryId>> {
        let Some(destination) = around.destination(problem) else { return Ok(Vec::new()) };
        self.engine.store.in_state(destination.id, State::Failed, Some(problem.code)).await
    }

    async fn resend_failed(&self, problem: &Problem, around: &Around) -> Result<Did> {
        let ids = self.failed(problem, around).await?;
        if ids.is_empty() {
            return Ok(Did::default());
        }
        let resent = self.delivery_resend(ResendRequest { ids: Some(ids), filter: None }).await?;
        Ok(Did::count(resent.queued))
    }

    /// Sends again what was given up, from its very beginning: what was learned of its chat is forgotten.
    async fn begin_anew(
        &self,
        problem: &Problem,
        around: &Around,
        progress: Option<platforms::write::Progress>,
    ) -> Result<Did> {
        let ids = self.failed(problem, around).await?;
        self.engine.store.begin_anew(ids, progress).await?;
        self.resend_failed(problem, around).await
    }

    /// Accepts what was refused. Requests to an address no channel has go to the channel that is named.
    async fn process_kept(&self, problem: &Problem, to: Option<ChannelId>) -> Result<Did> {
        if problem.channel.is_none() {
            self.channel(to.ok_or_else(|| bad_field("channel"))?)?;
        }
        let (mut count, mut error) = (0, None);
        for exchange in self.kept(problem).await? {
            match self.engine.process(exchange, problem.channel.or(to)).await {
                Ok(()) => count += 1,
                Err(cause) => error = Some(cause),
            }
        }
        Ok(Did { count, error })
    }

    /// The token that came becomes the channel's own, and what it came with is accepted; what came with any other stays refused.
    async fn accept_token(&self, problem: &Problem, channel: &Channel) -> Result<Did> {
        let (came, _) = self.came(problem, channel).await?.ok_or_else(|| bad_field("action"))?;
        let token = came.clone();
        self.change_channel(channel, move |channel| channel.token = token).await?;
        let (mut count, mut error) = (0, None);
        for exchange in self.kept(problem).await? {
            let Some(kept) = self.engine.store.kept(exchange).await? else { continue };
            let shown = platforms::shown_token(channel, &kept.headers, &kept.body);
            if !shown.is_some_and(|shown| came.matches(shown.expose())) {
                continue;
            }
            match self.engine.process(exchange, Some(channel.id)).await {
                Ok(()) => count += 1,
                Err(cause) => error = Some(cause),
            }
        }
        Ok(Did { count, error })
    }

    /// Trusts the certificate that was shown, if it is still the one that was agreed to.
    async fn trust(&self, problem: &Problem, around: &Around, agreed: Option<&str>) -> Result<Did> {
        let channel = around.channel(problem.channel).ok_or_else(|| Error::new(Code::Id05))?;
        let shown = self.shown(problem).await?.certificate;
        let Some((_, pem)) = shown.filter(|(seen, _)| Some(seen.fingerprint.as_str()) == agreed) else {
            return Err(bad_field("fingerprint"));
        };
        let endpoint = EndpointInput { trusted_certificate: Some(Some(pem)), ..EndpointInput::default() };
        let input = ChannelInput { endpoint: Some(endpoint), ..ChannelInput::default() };
        self.channel_update(ChannelUpdate { id: channel.id, input }).await?;
        self.try_now(problem, around).await
    }

    /// Another address of the endpoint.
    async fn set_address(&self, problem: &Problem, around: &Around, address: &str) -> Result<Did> {
        let channel = around.channel(problem.channel).ok_or_else(|| Error::new(Code::Id05))?;
        let input = ChannelInput { callback_url: Some(address.to_owned()), ..ChannelInput::default() };
        self.channel_update(ChannelUpdate { id: channel.id, input }).await?;
        self.try_now(problem, around).await
    }

    /// Another token of ours. It is saved once the platform accepts it, and what waits is sent.
    async fn new_token(
        &self,
        problem: &Problem,
        around: &Around,
        channel: &Channel,
        token: &str,
    ) -> Result<Did> {
        let mut changed = channel.clone();
        put_token(&mut changed, token);
        if let Some(error) = self.engine.token_refused(&changed).await {
            return Ok(Did { count: 0, error: Some(error) });
        }
        self.change_channel(channel, |channel| put_token(channel, token)).await?;
        if problem.about.kind == AboutKind::CatchUp {
            self.engine.catch_up(channel.id)?;
            return Ok(Did::default());
        }
        self.try_now(problem, around).await
    }

    async fn use_free_port(&self) -> Result<Did> {
        let port = self.engine.free_port().ok_or_else(|| bad_field("action"))?;
        self.relay_use_port(PortChoice { port }).await?;
        Ok(Did::count(port.into()))
    }

    async fn set(&self, name: &str, value: serde_json::Value) -> Result<()> {
        let mut update = serde_json::Map::new();
        update.insert(name.to_owned(), value);
        self.settings_update(SettingsUpdate(update)).await.map(drop)
    }

    async fn change_channel(&self, channel: &Channel, change: impl FnOnce(&mut Channel)) -> Result<()> {
        self.edit(channel.id, |channel, _| {
            change(channel);
            Ok(())
        })
        .await?;
        self.engine.bus.announce(|| Live::Channel(channel.id));
        Ok(())
    }
}

/// Sets the token we show the platform.
fn put_token(channel: &mut Channel, token: &str) {
    match &mut channel.options {
        Options::Elma365(options) => options.send_token = Secret::new(token),
        Options::Chatwoot(_) | Options::Userlike(_) => channel.token = Secret::new(token),
    }
}
