//! What can be done about a problem, done: the one-click remedies that are the engine's, and those with a value typed in place.
//!
//! A remedy that changes a setting tries at once what waits: whether it helped shows in the problem, which closes itself.

use std::collections::BTreeMap;

use super::problems::Around;
use super::{Api, setup};
use crate::backup;
use crate::bulk;
use crate::doctor::{self, Envoy, Subject};
use crate::domain::problem::{AboutKind, ProblemState, RemedyAction};
use crate::domain::validate::{TIMEOUT_MS, bad_field};
use crate::domain::{Channel, ChannelId, Code, DeliveryId, LinkId, Mode, Options, State};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::platforms;
use crate::schema::*;
use crate::secret::Secret;
use crate::store::{Destination, Problem, Role};

/// Servers that are asked for their time, at most.
const CLOCKS: usize = 3;
/// The log older than this is deleted to free space, in days.
const KEEP_DAYS: u32 = 7;

/// What a remedy did, for its sentence, and why it did not help.
#[derive(Debug, Default)]
struct Did {
    count: u64,
    error: Option<Error>,
    /// What was wanted was not done: there is nothing to tell but the error.
    refused: bool,
    /// It was only looked how things are.
    looked: bool,
}

impl Did {
    fn count(count: u64) -> Self {
        Self { count, ..Self::default() }
    }

    fn refused(error: Error) -> Self {
        Self { error: Some(error), refused: true, ..Self::default() }
    }

    /// So many were taken of those that were to be, and why the others were not.
    fn some(count: u64, error: Option<Error>) -> Self {
        Self { count, refused: count == 0 && error.is_some(), error, looked: false }
    }

    fn looked(error: Option<Error>) -> Self {
        Self { refused: error.is_some(), error, looked: true, count: 0 }
    }

    /// Before it was looked, a setting was changed, whatever was seen then.
    fn saved(self) -> Self {
        Self { refused: false, looked: false, ..self }
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
        let problem = self.problem_by(request.id).await?;
        let stands = match problem.state {
            ProblemState::Solved => "solved",
            _ if did.error.is_none() && problem.failed > 0 => "left",
            _ => "open",
        };
        let count = if request.action == RemedyAction::UseFreePort { "port" } else { "count" };
        let params = [(count, did.count.to_string()), ("stands", stands.to_owned())];
        let action = if did.looked { RemedyAction::CheckAgain } else { request.action };
        let key = format!("problem-did-{}", crate::strings::kebab(action.name()));
        let tone = if did.error.is_some() { Tone::Warning } else { Tone::Good };
        let said = || {
            let params = params.map(|(name, value)| (name.to_owned(), value));
            Sentence::new(&key, tone, BTreeMap::from(params))
        };
        Ok(RemedyResult { sentence: (!did.refused).then(said), problem, error: did.error })
    }

    async fn remedy(&self, problem: &Problem, around: &Around, request: &RemedyRequest) -> Result<Did> {
        let channel = || around.channel(problem.channel).cloned().ok_or_else(|| Error::new(Code::Id05));
        match request.action {
            RemedyAction::Retry => self.try_now(problem, around).await,
            RemedyAction::CheckAgain => self.check_again(problem, around).await,
            RemedyAction::Resend => self.resend_failed(problem, around).await,
            RemedyAction::Skip => {
                let ids = self.failed(problem, around).await?;
                let count = ids.len() as u64;
                self.engine.store.leave_out(ids).await?;
                self.close_if_nothing_is_left(problem, around).await?;
                Ok(Did::count(count))
            }
            RemedyAction::Dismiss => {
                self.engine.store.found(Vec::new(), vec![problem.id]).await?;
                Ok(Did::default())
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
            RemedyAction::ReadSecret => self.read_secret(problem, &channel()?).await,
            RemedyAction::NewSecret => {
                let secret = request.value.as_deref().map(str::trim).filter(|secret| !secret.is_empty());
                let secret = Secret::new(secret.ok_or_else(|| bad_field("value"))?);
                self.accept_signed(problem, &channel()?, secret).await
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
                let channel = channel()?;
                let longer = self.longer_ms(&channel).ok_or_else(|| bad_field("action"))?;
                let update = EndpointInput { timeout_ms: Some(Some(longer)), ..EndpointInput::default() };
                self.channel_update(ChannelUpdate {
                    id: channel.id,
                    input: ChannelInput { endpoint: Some(update), ..ChannelInput::default() },
                })
                .await?;
                Ok(self.try_now(problem, around).await?.saved())
            }
            RemedyAction::SendSlower => {
                let slower = self.slower();
                self.set("concurrency", slower.into()).await?;
                Ok(Did::count(slower.into()))
            }
            RemedyAction::SystemProxy => {
                self.set("proxy", "system".into()).await?;
                Ok(self.try_now(problem, around).await?.saved())
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
                Ok(Did::some(u64::from(error.is_none()), error))
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

    /// Tries now whatever waits for the destination of a problem; where nothing does, it is tested.
    async fn try_now(&self, problem: &Problem, around: &Around) -> Result<Did> {
        let Some(destination) = around.destination(problem) else { return Ok(Did::looked(None)) };
        let waiting = self.engine.store.waiting(destination.id).await?;
        if waiting == 0 {
            return self.test(problem, around, destination).await;
        }
        // Of a destination that was just changed, or stopped, one goes ahead and the others follow when it got through.
        self.engine.destination_retry(destination.id).await?;
        let retrying = self.engine.store.in_state(destination.id, State::Retrying, None).await?;
        if !retrying.is_empty() {
            self.delivery_resend(ResendRequest { ids: Some(retrying), filter: None }).await?;
        }
        Ok(Did::count(waiting))
    }

    async fn check_again(&self, problem: &Problem, around: &Around) -> Result<Did> {
        let engine = &self.engine;
        match problem.about.kind {
            AboutKind::Destination => return self.try_now(problem, around).await,
            AboutKind::PublicAddress => crate::problems::check_address(engine).await,
            AboutKind::Key => engine.unlock().await?,
            AboutKind::Relay => {
                crate::problems::check_itself(engine).await;
                engine.seen.forget_turned_away();
            }
            AboutKind::Disk => engine.seen.forget_turned_away(),
            AboutKind::Clock => return Ok(self.ask_the_time().await),
            // Looking again is what follows every remedy.
            AboutKind::Channel | AboutKind::Link | AboutKind::Bulk | AboutKind::CatchUp => {}
        }
        Ok(Did::looked(None))
    }

    /// Asks a destination for which nothing waits, without sending it anything. What was given up because of the problem keeps it open.
    async fn test(&self, problem: &Problem, around: &Around, destination: &Destination) -> Result<Did> {
        let Some(channel) = around.channel(problem.channel) else { return Ok(Did::looked(None)) };
        let report = match destination.role {
            Role::Endpoint => self.engine.test_channel(channel).await,
            Role::Address => {
                let address = destination.address.as_ref().map_or("", Secret::expose).to_owned();
                doctor::report(&self.engine, &Subject::Address(address), &[Part::Endpoint]).await
            }
            Role::Platform | Role::WriteBack => {
                let base = platforms::write::base(channel).unwrap_or_default();
                let trusted = channel.trusted_at(&base);
                doctor::report(&self.engine, &Subject::Server(base, trusted), &[Part::Platform]).await
            }
        };
        let error = report.checks.into_iter().find_map(|check| check.error);
        if error.is_none() {
            if destination.stopped.is_some() {
                self.engine.destination_retry(destination.id).await?;
            }
            self.close_if_nothing_is_left(problem, around).await?;
        }
        Ok(Did::looked(error))
    }

    /// Asks a server that told a wrong time before, or seemed to, what time it is.
    async fn ask_the_time(&self) -> Did {
        let seen = &self.engine.seen;
        let mut silent = None;
        for origin in seen.clocks().into_iter().take(CLOCKS) {
            let asked = self.engine.clock.now();
            let trusted = self.engine.channels().iter().find_map(|channel| channel.trusted_at(&origin));
            seen.look_now();
            let report =
                doctor::report(&self.engine, &Subject::Server(origin.clone(), trusted), &[Part::Platform])
                    .await;
            if seen.only_told_by(&origin, asked) {
                return Did::looked(None);
            }
            silent = silent.or(report.checks.into_iter().find_map(|check| check.error));
        }
        Did::looked(silent)
    }

    async fn close_if_nothing_is_left(&self, problem: &Problem, around: &Around) -> Result<()> {
        if let Some(destination) = around.destination(problem)
            && self.engine.store.failed_with(destination.id, problem.code).await? != (0, 0)
        {
            return Ok(());
        }
        self.engine.store.found(Vec::new(), vec![problem.id]).await
    }

    /// How long an endpoint may take when it gets twice the time, in ms; none when it has the longest there is.
    pub(super) fn longer_ms(&self, channel: &Channel) -> Option<u32> {
        let now = self.limit_ms(Some(channel), DestinationKind::Endpoint);
        let longer = now.saturating_mul(2).min(*TIMEOUT_MS.end());
        u32::try_from(longer).ok().filter(|longer| u64::from(*longer) > now)
    }

    /// How many messages are sent at once at half the speed.
    pub(super) fn slower(&self) -> u32 {
        (self.engine.settings().concurrency / 2).max(1)
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
        Ok(Did::some(count, error))
    }

    /// Reads the signing secret at the platform, keeps it, and accepts what was signed with it.
    async fn read_secret(&self, problem: &Problem, channel: &Channel) -> Result<Did> {
        let (account, inbox) = setup::bound(channel)?;
        let mut envoy = Envoy::new(&self.engine, channel)?;
        let inbox = match setup::read(self, &mut envoy, account, inbox).await {
            Ok(inbox) => inbox,
            Err(error) => return Ok(Did::refused(error)),
        };
        match inbox.secret {
            Some(secret) => self.accept_signed(problem, channel, secret).await,
            // Only administrators are told it.
            None => Ok(Did::refused(envoy.error(Code::Auth05))),
        }
    }

    /// A signing secret becomes one of the channel's, if anything that was refused is signed with it, and that is accepted.
    async fn accept_signed(&self, problem: &Problem, channel: &Channel, secret: Secret) -> Result<Did> {
        let mut changed = channel.clone();
        put_secret(&mut changed, &secret);
        let mut signed = Vec::new();
        for exchange in self.kept(problem).await? {
            if self.engine.would_take(exchange, &changed).await? {
                signed.push(exchange);
            }
        }
        if signed.is_empty() {
            return Ok(Did::refused(Error::new(Code::Auth03)));
        }
        self.change_channel(channel, |channel| put_secret(channel, &secret)).await?;
        let (mut count, mut error) = (0, None);
        for exchange in signed {
            match self.engine.process(exchange, Some(channel.id)).await {
                Ok(()) => count += 1,
                Err(cause) => error = Some(cause),
            }
        }
        Ok(Did::some(count, error).saved())
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
        Ok(Did::some(count, error).saved())
    }

    /// Trusts the certificate that was shown, if it is still the one that was agreed to.
    async fn trust(&self, problem: &Problem, around: &Around, agreed: Option<&str>) -> Result<Did> {
        let channel = around.channel(problem.channel).ok_or_else(|| Error::new(Code::Id05))?;
        let shown = self.shown(problem).await?.certificate;
        let Some((_, pem)) = shown.filter(|(seen, _)| Some(seen.fingerprint.as_str()) == agreed) else {
            return Err(bad_field("fingerprint"));
        };
        let input = if around.destination(problem).is_some_and(|it| it.role == Role::Endpoint) {
            let endpoint = EndpointInput { trusted_certificate: Some(Some(pem)), ..EndpointInput::default() };
            ChannelInput { endpoint: Some(endpoint), ..ChannelInput::default() }
        } else {
            ChannelInput { platform_certificate: Some(Some(pem)), ..ChannelInput::default() }
        };
        self.channel_update(ChannelUpdate { id: channel.id, input }).await?;
        Ok(self.try_now(problem, around).await?.saved())
    }

    /// Another address of the endpoint.
    async fn set_address(&self, problem: &Problem, around: &Around, address: &str) -> Result<Did> {
        let channel = around.channel(problem.channel).ok_or_else(|| Error::new(Code::Id05))?;
        let input = ChannelInput { callback_url: Some(address.to_owned()), ..ChannelInput::default() };
        self.channel_update(ChannelUpdate { id: channel.id, input }).await?;
        Ok(self.try_now(problem, around).await?.saved())
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
        if let Some(error) = self.token_refused(changed).await {
            return Ok(Did::refused(error));
        }
        self.change_channel(channel, |channel| put_token(channel, token)).await?;
        if problem.about.kind == AboutKind::CatchUp {
            self.engine.catch_up(channel.id)?;
            return Ok(Did::default());
        }
        Ok(self.try_now(problem, around).await?.saved())
    }

    /// Why the platform of a channel would refuse its token; none when it accepts it. ELMA365 can only be asked with a message, so nothing
    /// is asked there.
    async fn token_refused(&self, channel: Channel) -> Option<Error> {
        if !matches!(channel.options, Options::Chatwoot(_)) {
            return None;
        }
        let subject = Subject::Channel(Box::new(channel));
        let report = doctor::report(&self.engine, &subject, &[Part::Platform]).await;
        // Where its inbox sends to and what time it is there are not the token's fault.
        let own =
            report.checks.into_iter().filter(|check| !matches!(check.name.as_str(), "webhook" | "clock"));
        own.into_iter().find_map(|check| check.error)
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

/// Adds a secret that what comes in is signed with.
fn put_secret(channel: &mut Channel, secret: &Secret) {
    if let Options::Chatwoot(options) = &mut channel.options
        && !options.webhook_secrets.contains(secret)
    {
        options.webhook_secrets.push(secret.clone());
    }
}

/// Sets the token we show the platform.
fn put_token(channel: &mut Channel, token: &str) {
    match &mut channel.options {
        Options::Elma365(options) => options.send_token = Secret::new(token),
        Options::Chatwoot(_) | Options::Userlike(_) => channel.token = Secret::new(token),
    }
}
