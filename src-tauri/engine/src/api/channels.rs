//! The commands about channels.

use std::sync::Arc;

use super::Api;
use super::change::{Around, apply, numbered_mask};
use super::sentences::noted;
use crate::doctor::{self, Subject};
use crate::domain::validate::{self, Own};
use crate::domain::{
    Channel, ChannelId, Code, Elma365Options, Endpoint, Format, Mode, Options, Platform, Preset,
    Subscriptions, Timestamp,
};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::platforms;
use crate::schema::*;
use crate::secret::Secret;
use crate::store::ChannelHealth;

/// Bytes of randomness in a key or token of ours.
const KEY_BYTES: usize = crate::domain::address::INTAKE_KEY_BYTES;

impl Api {
    pub(super) async fn channel_list(&self, _: Nothing) -> Result<Vec<ChannelView>> {
        let mut views = Vec::new();
        for channel in self.engine.channels().iter() {
            views.push(self.view(channel).await?);
        }
        Ok(views)
    }

    pub(super) async fn channel_get(&self, which: ChannelRef) -> Result<ChannelView> {
        self.view(&*self.channel(which.id)?).await
    }

    pub(super) async fn channel_create(&self, input: ChannelInput) -> Result<ChannelView> {
        let platform = input.platform.ok_or_else(|| validate::bad_field("platform"))?;
        if input.name.is_none() {
            return Err(Error::with(Code::Name02, [("field", "name")]));
        }
        let _editing = self.engine.editing.lock().await;
        let mut channel = fresh(self.engine.store.new_id(), platform, input.preset, self.engine.clock.now());
        let notes = apply(&mut channel, input, &self.around(&self.engine.channels(), None))?;
        self.put(channel.clone()).await?;
        let mut view = self.view(&channel).await?;
        channel.endpoint_token.expose().clone_into(&mut view.endpoint_token);
        channel.signing_secret.expose().clone_into(&mut view.signing_secret);
        view.notes = noted(&notes);
        Ok(view)
    }

    pub(super) async fn channel_update(&self, update: ChannelUpdate) -> Result<ChannelView> {
        let (channel, notes) =
            self.edit(update.id, |channel, around| apply(channel, update.input, around)).await?;
        let mut view = self.view(&channel).await?;
        view.notes = noted(&notes);
        Ok(view)
    }

    pub(super) async fn channel_delete(&self, which: ChannelRef) -> Result<Nothing> {
        self.channel(which.id)?;
        self.remove(which.id).await?;
        Ok(Nothing {})
    }

    /// Puts channels first, in that order. Ids of channels that are gone are passed over.
    pub(super) async fn channel_reorder(&self, order: ChannelOrder) -> Result<Vec<ChannelView>> {
        {
            let _editing = self.engine.editing.lock().await;
            let mut settings = (*self.engine.settings()).clone();
            settings.channel_order = reordered(&order.ids, &self.engine.channels());
            self.engine.store.put_settings(settings).await?;
            self.engine.reload_settings().await?;
            self.engine.reload_channels().await?;
            self.engine.bus.announce(|| Live::Settings);
        }
        if let Some(first) = self.engine.channels().first() {
            let id = first.id;
            self.engine.bus.announce(|| Live::Channel(id));
        }
        self.channel_list(Nothing {}).await
    }

    pub(super) async fn channel_duplicate(&self, which: ChannelRef) -> Result<ChannelView> {
        let _editing = self.engine.editing.lock().await;
        let channels = self.engine.channels();
        let mut copy = (*self.channel(which.id)?).clone();
        let made = fresh(self.engine.store.new_id(), copy.platform(), copy.preset, self.engine.clock.now());
        copy.name = free_name(&copy.name, &self.around(&channels, None).taken);
        (copy.id, copy.created_at, copy.demo) = (made.id, made.created_at, false);
        (copy.intake_key, copy.endpoint_token, copy.signing_secret) =
            (made.intake_key, made.endpoint_token, made.signing_secret);
        if let Options::Elma365(options) = &mut copy.options {
            // What the platform taught the one channel is not true of the other.
            *options = Elma365Options {
                send_token: options.send_token.clone(),
                user_info: options.user_info.clone(),
                resend_silent: options.resend_silent,
                ..Elma365Options::default()
            };
        }
        // As little is kept of what is said in it.
        let mut settings = (*self.engine.settings()).clone();
        if let Some(privacy) = settings.privacy_of.get(&which.id).copied() {
            settings.privacy_of.insert(copy.id, privacy);
            self.engine.store.put_settings(settings).await?;
            self.engine.reload_settings().await?;
            self.engine.bus.announce(|| Live::Settings);
        }
        self.put(copy.clone()).await?;
        self.view(&copy).await
    }

    pub(super) async fn channel_test(&self, which: ChannelRef) -> Result<TestReport> {
        let channel = self.channel(which.id)?;
        Ok(doctor::report(&self.engine, &Subject::Channel(Box::new((*channel).clone())), &doctor::SILENT)
            .await)
    }

    pub(super) async fn channel_reveal(&self, which: SecretRef) -> Result<Revealed> {
        let mut channel = (*self.channel(which.id)?).clone();
        let secret = secret(&mut channel, which.field)?;
        Ok(Revealed { value: secret.expose().to_owned() })
    }

    pub(super) async fn channel_rotate(&self, which: SecretRef) -> Result<Revealed> {
        let (mut channel, ()) = self.edit(which.id, |channel, _| rotate(channel, which.field)).await?;
        let secret = secret(&mut channel, which.field)?;
        Ok(Revealed { value: secret.expose().to_owned() })
    }

    pub(super) async fn event_names(&self, _: Nothing) -> Result<Vec<EventName>> {
        let names = platforms::event_names().iter();
        Ok(names
            .map(|(platform, name, kind)| EventName {
                platform: *platform,
                platform_name: (*name).to_owned(),
                kind: *kind,
            })
            .collect())
    }

    /// Changes a channel while nobody else does.
    pub(super) async fn edit<T>(
        &self,
        id: ChannelId,
        change: impl FnOnce(&mut Channel, &Around<'_>) -> Result<T>,
    ) -> Result<(Channel, T)> {
        let _editing = self.engine.editing.lock().await;
        let channels = self.engine.channels();
        let mut channel = (*self.channel(id)?).clone();
        let result = change(&mut channel, &self.around(&channels, Some(id)))?;
        self.put(channel.clone()).await?;
        Ok((channel, result))
    }

    async fn put(&self, channel: Channel) -> Result<()> {
        let id = channel.id;
        self.engine.store.put_channel(channel).await?;
        self.changed(id).await
    }

    pub(super) async fn remove(&self, id: ChannelId) -> Result<()> {
        let _editing = self.engine.editing.lock().await;
        // Its links go with it.
        let linked = self.engine.links().iter().any(|link| link.other(id).is_some());
        self.engine.store.delete_channel(id).await?;
        self.practice.forget(id);
        self.changed(id).await?;
        if linked {
            self.engine.bus.announce(|| Live::Links);
        }
        Ok(())
    }

    async fn changed(&self, id: ChannelId) -> Result<()> {
        self.engine.reload_channels().await?;
        self.engine.bus.announce(|| Live::Channel(id));
        Ok(())
    }

    pub(super) fn around<'a>(&self, channels: &'a [Arc<Channel>], but: Option<ChannelId>) -> Around<'a> {
        Around {
            taken: channels
                .iter()
                .filter(|other| Some(other.id) != but)
                .map(|other| other.name.as_str())
                .collect(),
            own: self.own_addresses(),
        }
    }

    /// What the relay is called at, in use or wished for.
    pub(super) fn own_addresses(&self) -> Own {
        let settings = self.engine.settings();
        let listen = self.engine.relay_addr().or_else(|| settings.listen.parse().ok());
        Own { listen, public_url: settings.public_url.clone() }
    }

    /// A channel as screens see it.
    pub(super) async fn view(&self, channel: &Channel) -> Result<ChannelView> {
        let health = self.engine.store.health(channel.id, self.engine.clock.now()).await?;
        let problems = self.engine.store.problem_counts().await?;
        let problems = problems.of(channel.id).all;
        let stopped = self
            .engine
            .store
            .destinations()
            .await?
            .iter()
            .any(|it| it.channel == channel.id && it.stopped.is_some());
        Ok(ChannelView {
            id: channel.id,
            name: channel.name.clone(),
            platform: channel.platform(),
            preset: channel.preset,
            token: channel.token.masked(),
            api_url: channel.api_url.clone(),
            platform_certificate: channel.platform_url().and_then(|url| channel.trusted_at(url)),
            callback_url: channel.callback_url.clone(),
            subscriptions: channel.subscriptions.clone(),
            format: channel.format,
            endpoint: endpoint_view(&channel.endpoint),
            options: options_view(&channel.options),
            intake_url: self.engine.intake_url(channel),
            outbox_url: self.engine.outbox_url(channel),
            local_only: self.engine.local_only(),
            endpoint_token: channel.endpoint_token.masked(),
            signing_secret: channel.signing_secret.masked(),
            mode: channel.mode,
            state: state(channel, &health, stopped, problems),
            demo: channel.demo,
            created_at: channel.created_at,
            last_at: health.last_at,
            waiting: health.waiting,
            failed: health.failed,
            notes: Vec::new(),
        })
    }
}

/// A new channel with nothing but its secrets.
pub(super) fn fresh(id: ChannelId, platform: Platform, preset: Option<Preset>, now: Timestamp) -> Channel {
    let preset = (platform == Platform::Chatwoot).then_some(preset.unwrap_or(Preset::Chatwoot));
    Channel {
        id,
        name: String::new(),
        preset,
        token: Secret::default(),
        api_url: preset.and_then(validate::default_api_url).map(str::to_owned),
        platform_trust: None,
        callback_url: None,
        subscriptions: Subscriptions::All,
        format: Format::default(),
        endpoint: Endpoint::default(),
        options: Options::new(platform),
        intake_key: Secret::random(KEY_BYTES),
        endpoint_token: Secret::random(KEY_BYTES),
        signing_secret: Secret::signing(),
        mode: Mode::Active,
        demo: false,
        created_at: now,
    }
}

/// Those wanted, then the others as they stand; each once.
fn reordered(wanted: &[ChannelId], channels: &[Arc<Channel>]) -> Vec<ChannelId> {
    let mut order: Vec<ChannelId> = Vec::new();
    let known = channels.iter().map(|channel| channel.id);
    for id in wanted.iter().copied().filter(|id| known.clone().any(|it| it == *id)).chain(known.clone()) {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    order
}

/// How a channel fares. Never good while it has a problem that is not solved, and never bad without one: what fails opens one in the commit
/// that keeps the failure.
pub(super) fn state(channel: &Channel, health: &ChannelHealth, stopped: bool, problems: u64) -> ChannelState {
    let disconnected = matches!(&channel.options, Options::Elma365(options) if options.disconnected);
    match channel.mode {
        Mode::Off => ChannelState::Off,
        Mode::Paused => ChannelState::Paused,
        Mode::Active if disconnected => ChannelState::Disconnected,
        Mode::Active if stopped || health.failing && problems > 0 => ChannelState::Failing,
        Mode::Active if problems > 0 => ChannelState::Problems,
        Mode::Active if health.last_at.is_none() => ChannelState::Waiting,
        Mode::Active => ChannelState::Working,
    }
}

fn secret(channel: &mut Channel, field: SecretField) -> Result<&mut Secret> {
    Ok(match (field, &mut channel.options) {
        (SecretField::Token, _) => &mut channel.token,
        (SecretField::SendToken, Options::Elma365(options)) => &mut options.send_token,
        (SecretField::SendToken, _) => return Err(validate::bad_field("field")),
        (SecretField::EndpointToken, _) => &mut channel.endpoint_token,
        (SecretField::SigningSecret, _) => &mut channel.signing_secret,
        (SecretField::IntakeKey, _) => &mut channel.intake_key,
    })
}

/// Replaces a secret that is ours to make. Chatwoot's token and the one ELMA365 expects are made there.
fn rotate(channel: &mut Channel, field: SecretField) -> Result<()> {
    let theirs = field == SecretField::SendToken
        || (field == SecretField::Token && channel.platform() == Platform::Chatwoot);
    if theirs {
        return Err(validate::bad_field("field"));
    }
    let new = if field == SecretField::SigningSecret { Secret::signing() } else { Secret::random(KEY_BYTES) };
    *secret(channel, field)? = new;
    Ok(())
}

/// The name with the first number that makes it free.
fn free_name(name: &str, taken: &[&str]) -> String {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let stem: String = if stem.is_empty() { name } else { stem }.chars().take(90).collect();
    (2_u32..)
        .map(|number| format!("{stem} {number}"))
        .find(|candidate| validate::name(candidate, taken.iter().copied()).is_ok())
        .unwrap_or(stem)
}

fn endpoint_view(endpoint: &Endpoint) -> EndpointView {
    EndpointView {
        headers: endpoint
            .headers
            .iter()
            .map(|header| HeaderView { name: header.name.clone(), value: header.value.masked() })
            .collect(),
        timeout_ms: endpoint.timeout_ms,
        trusted_certificate: endpoint.trusted_certificate.clone(),
    }
}

pub(super) fn options_view(options: &Options) -> OptionsView {
    match options {
        Options::Elma365(options) => OptionsView {
            send_token: Some(options.send_token.masked()),
            channel_id: options.channel_id.clone(),
            webhook: options.webhook.clone(),
            user_info: options.user_info.clone(),
            outcomes_used: Some(options.outcomes_used),
            resend_silent: Some(options.resend_silent),
            ..OptionsView::default()
        },
        Options::Chatwoot(options) => OptionsView {
            account_id: options.account_id,
            inbox_id: options.inbox_id,
            inbox_identifier: options.inbox_identifier.clone(),
            webhook_secrets: Some((0..options.webhook_secrets.len()).map(numbered_mask).collect()),
            signature: Some(options.signature),
            new_conversation: Some(options.new_conversation),
            agents_language: options.agents_language.clone(),
            ..OptionsView::default()
        },
        Options::Userlike(options) => OptionsView {
            secret_header: options.secret_header.clone(),
            time_zone: options.time_zone.clone(),
            ..OptionsView::default()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channel() -> Channel {
        fresh(ChannelId(1), Platform::Elma365, None, Timestamp(0))
    }

    #[test]
    fn an_order_names_each_channel_once_and_leaves_out_none() {
        let channels: Vec<_> = (1..=4)
            .map(|id| Arc::new(fresh(ChannelId(id), Platform::Userlike, None, Timestamp(0))))
            .collect();
        let wanted = [ChannelId(3), ChannelId(9), ChannelId(1), ChannelId(3)];
        assert_eq!(reordered(&wanted, &channels), [3, 1, 2, 4].map(ChannelId));
        assert_eq!(reordered(&[], &[]), []);
    }

    #[test]
    fn a_channel_is_never_well_while_it_has_a_problem() {
        let (mut channel, mut health) = (channel(), ChannelHealth::default());
        assert_eq!(state(&channel, &health, false, 0), ChannelState::Waiting);
        assert_eq!(state(&channel, &health, true, 1), ChannelState::Failing);
        health.last_at = Some(Timestamp(1));
        assert_eq!(state(&channel, &health, false, 0), ChannelState::Working);
        assert_eq!(state(&channel, &health, false, 1), ChannelState::Problems);
        health.failing = true;
        assert_eq!(state(&channel, &health, false, 1), ChannelState::Failing);
        // Its last messages were given up, and somebody has seen to them.
        assert_eq!(state(&channel, &health, false, 0), ChannelState::Working);
        if let Options::Elma365(options) = &mut channel.options {
            options.disconnected = true;
        }
        assert_eq!(state(&channel, &health, true, 1), ChannelState::Disconnected);
        channel.mode = Mode::Paused;
        assert_eq!(state(&channel, &health, true, 1), ChannelState::Paused);
        channel.mode = Mode::Off;
        assert_eq!(state(&channel, &health, true, 1), ChannelState::Off);
    }

    #[test]
    fn keys_cannot_be_guessed_and_the_signing_secret_is_written_as_the_specification_says() {
        let (one, two) = (channel(), channel());
        assert!(one.intake_key.expose().len() >= 22, "128 bits are 22 letters");
        assert!(
            one.intake_key != two.intake_key
                && one.endpoint_token != two.endpoint_token
                && one.signing_secret != two.signing_secret
        );
        assert!(standardwebhooks::Webhook::new(one.signing_secret.expose()).is_ok());
    }

    #[test]
    fn only_secrets_of_our_own_making_are_rotated() {
        let mut chatwoot = fresh(ChannelId(1), Platform::Chatwoot, None, Timestamp(0));
        assert!(rotate(&mut chatwoot, SecretField::Token).is_err());
        let before = chatwoot.intake_key.clone();
        rotate(&mut chatwoot, SecretField::IntakeKey).unwrap();
        assert!(before != chatwoot.intake_key);
        assert!(rotate(&mut channel(), SecretField::Token).is_ok());
        assert!(rotate(&mut channel(), SecretField::SendToken).is_err());
    }

    #[test]
    fn a_copy_gets_the_next_free_name() {
        assert_eq!(free_name("Sales", &["Sales"]), "Sales 2");
        assert_eq!(free_name("Sales 2", &["Sales", "sales 2", "Sales 3"]), "Sales 4");
        assert_eq!(free_name("2026", &["2026"]), "2026 2");
    }

    #[test]
    fn no_view_shows_a_secret() {
        let mut channel = channel();
        channel.token = Secret::new("hidden-token");
        if let Options::Elma365(options) = &mut channel.options {
            options.send_token = Secret::new("hidden-too");
        }
        channel.endpoint.headers =
            vec![crate::domain::Header { name: "X-Key".to_owned(), value: Secret::new("hidden-as-well") }];
        let text = serde_json::to_string(&(options_view(&channel.options), endpoint_view(&channel.endpoint)))
            .unwrap();
        assert!(!text.contains("hidden"), "{text}");
    }
}
