//! The commands that take settings to another computer and bring them in: first looked at, then all at once.

use std::sync::Arc;

use super::document::{self, Document};
use super::{Api, change::Around, settings};
use crate::backup;
use crate::domain::{Channel, ChannelId, Code, Link, LinkId, Privacy, link};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::export::{self, Stored};
use crate::schema::*;
use crate::secret::Secret;

/// What an import did, by which it is undone: what was, and what it wrote.
#[derive(Debug)]
pub(super) struct Imported {
    settings: (Settings, Settings),
    channels: Vec<(Option<Channel>, Channel)>,
    links: Vec<(Option<Link>, Link)>,
}

/// What undoing an import comes to now.
#[derive(Debug, Default)]
struct Undoing {
    settings: Settings,
    put: Vec<Channel>,
    joined: Vec<Link>,
    parted: Vec<LinkId>,
    /// Channels it made that are here.
    made: Vec<Channel>,
    /// What was changed since, and stays.
    changed: u64,
}

/// What settings from a file come to.
struct Plan {
    preview: TransferPreview,
    settings: Settings,
    channels: Vec<Channel>,
    links: Vec<Link>,
}

impl Api {
    pub(super) async fn transfer_export(&self, request: TransferRequest) -> Result<ExportView> {
        let password = backup::password(request.password)?;
        let now = self.engine.clock.now();
        let (settings, channels, links) =
            (self.engine.settings(), self.engine.channels(), self.engine.links());
        let written = tokio::task::spawn_blocking(move || {
            let document = Document::new(&settings, &channels, &links, password.as_ref(), now)?;
            serde_json::to_string_pretty(&document).map_err(|cause| Error::unexpected("writing JSON", &cause))
        });
        let text = written.await.map_err(|cause| Error::unexpected("writing settings", &cause))??;
        let kind = (format!("switchboard-settings-{}.json", now.in_a_name()), "application/json");
        Ok(export::offer(&self.engine, &self.exports, &self.ending, kind, Stored::Text(Some(text))))
    }

    pub(super) async fn transfer_preview(&self, input: TransferInput) -> Result<TransferPreview> {
        Ok(self.plan(input).await?.preview)
    }

    pub(super) async fn transfer_apply(&self, input: TransferInput) -> Result<TransferDone> {
        let _editing = self.engine.editing.lock().await;
        let plan = self.plan(input).await?;
        let (channels, links) = (self.engine.channels(), self.engine.links());
        let was = |id| channels.iter().find(|one| one.id == id).map(|one| (**one).clone());
        let was_link = |id| links.iter().find(|one| one.id == id).cloned();
        let imported = Imported {
            settings: ((*self.engine.settings()).clone(), plan.settings.clone()),
            channels: plan.channels.iter().map(|channel| (was(channel.id), channel.clone())).collect(),
            links: plan.links.iter().map(|link| (was_link(link.id), link.clone())).collect(),
        };
        let count = |change: &[TransferChange]| {
            plan.preview.lines.iter().filter(|line| line.chosen && change.contains(&line.change)).count()
                as u64
        };
        let done = TransferDone {
            applied: count(&[TransferChange::New, TransferChange::Changed]),
            left: count(&[TransferChange::Conflict]),
        };
        let touched: Vec<ChannelId> = plan.channels.iter().map(|channel| channel.id).collect();
        self.engine.store.put_all(plan.settings, plan.channels, plan.links, Vec::new()).await?;
        let public = imported.settings.0.public_url.clone();
        *self.imported.lock().await = Some(imported);
        self.all_changed(&touched, &public).await?;
        Ok(done)
    }

    /// Errors: ID-05 when there is nothing to undo.
    pub(super) async fn transfer_undoing(&self, _: Nothing) -> Result<TransferUndoing> {
        let imported = self.imported.lock().await;
        let undoing = self.undoing(imported.as_ref().ok_or_else(|| Error::new(Code::Id05))?)?;
        let (mut used, mut conversations) = (0, 0);
        for channel in &undoing.made {
            let count = self.conversations_of(channel.id).await?;
            used += u64::from(count > 0);
            conversations += count;
        }
        Ok(TransferUndoing { used, conversations, changed: undoing.changed })
    }

    /// Undoes what nobody has touched since. Errors: ID-05 when there is nothing to undo.
    pub(super) async fn transfer_undo(&self, request: TransferUndo) -> Result<TransferUndone> {
        let _editing = self.engine.editing.lock().await;
        let imported = self.imported.lock().await.take().ok_or_else(|| Error::new(Code::Id05))?;
        let mut undoing = self.undoing(&imported)?;
        let mut gone = Vec::new();
        for channel in undoing.made {
            if request.with_conversations || self.conversations_of(channel.id).await? == 0 {
                gone.push(channel.id);
            } else {
                undoing.changed += 1;
                // A channel that stays keeps no more of what is said in it than it did.
                let kept = self.engine.settings().privacy_of.get(&channel.id).copied();
                undoing.settings.privacy_of.extend(kept.map(|privacy| (channel.id, privacy)));
            }
        }
        let mut touched: Vec<ChannelId> = undoing.put.iter().map(|channel| channel.id).collect();
        touched.extend(&gone);
        let public = self.engine.settings().public_url.clone();
        self.engine.store.put_all(undoing.settings, undoing.put, undoing.joined, undoing.parted).await?;
        for made in gone {
            self.engine.store.delete_channel(made).await?;
            self.practice.forget(made);
        }
        self.all_changed(&touched, &public).await?;
        Ok(TransferUndone { kept: undoing.changed })
    }

    async fn conversations_of(&self, channel: ChannelId) -> Result<u64> {
        let filter = ConversationFilter { channel: Some(channel), ..ConversationFilter::default() };
        Ok(self.engine.store.count_conversations(filter).await?.count)
    }

    /// What is still as an import wrote it goes back to what it was.
    fn undoing(&self, imported: &Imported) -> Result<Undoing> {
        let (was, wrote) = &imported.settings;
        let (settings, changed) = undone(&self.engine.settings(), was, wrote)?;
        let mut undoing = Undoing { settings, changed, ..Undoing::default() };
        for (was, wrote) in &imported.channels {
            let Some(now) = self.engine.channel(wrote.id) else { continue };
            match was {
                Some(was) => {
                    let mut channel = Channel::clone(&now);
                    undoing.changed += channel_undone(&mut channel, was, wrote);
                    if channel != *now {
                        undoing.put.push(channel);
                    }
                }
                None => undoing.made.push(Channel::clone(&now)),
            }
        }
        let links = self.engine.links();
        for (was, wrote) in &imported.links {
            match (links.iter().find(|link| link.id == wrote.id), was) {
                (Some(now), Some(was)) if now == wrote => undoing.joined.push(was.clone()),
                (Some(now), None) if now == wrote => undoing.parted.push(wrote.id),
                (Some(_), _) => undoing.changed += 1,
                (None, _) => {}
            }
        }
        Ok(undoing)
    }

    async fn all_changed(&self, channels: &[ChannelId], public: &str) -> Result<()> {
        self.engine.reload_settings().await?;
        self.engine.reload_channels().await?;
        let now = self.engine.settings().public_url.clone();
        crate::problems::address_changed(&self.engine, public, &now).await?;
        self.engine.bus.announce(|| Live::Settings);
        self.engine.bus.announce(|| Live::Links);
        for channel in channels {
            self.engine.bus.announce(|| Live::Channel(*channel));
        }
        Ok(())
    }

    async fn plan(&self, input: TransferInput) -> Result<Plan> {
        let document = Document::read(&input.document)?;
        let password = input.password.filter(|typed| !typed.is_empty()).map(Secret::new);
        // Making a key of a password takes its time.
        let opened = tokio::task::spawn_blocking(move || {
            let secrets = document.open(password.as_ref())?;
            Ok::<_, Error>((document, secrets))
        });
        let (document, secrets) =
            opened.await.map_err(|cause| Error::unexpected("reading settings", &cause))??;
        let take = input.take;
        let chosen = |line: &TransferLine| match &take {
            None => !line.reasons.contains(&TransferReason::OfComputer),
            Some(take) => take.iter().any(|one| one.kind == line.kind && one.name == line.name),
        };
        let here = self.engine.channels();
        let mut all: Vec<Arc<Channel>> = here.to_vec();
        let (mut channels, mut channel_lines) = (Vec::new(), Vec::new());
        let mut privacy_of = self.engine.settings().privacy_of.clone();
        for carried in &document.channels {
            let (mut line, channel, privacy) = self.plan_channel(carried, &secrets, &all);
            line.chosen = chosen(&line);
            let is_chosen = line.chosen;
            channel_lines.push(line);
            if !is_chosen {
                continue;
            }
            privacy_of.extend(privacy);
            if let Some(channel) = channel {
                all.retain(|one| one.id != channel.id);
                all.push(Arc::new(channel.clone()));
                channels.push(channel);
            }
        }
        let mut lines = Vec::new();
        let mut settings = self.plan_settings(&document, &secrets, &all, &chosen, &mut lines)?;
        settings.privacy_of = privacy_of;
        lines.extend(channel_lines);
        let mut links = Vec::new();
        for carried in &document.links {
            let (mut line, link) = self.plan_link(carried, &all, &links);
            line.chosen = chosen(&line);
            links.extend(link.filter(|_| line.chosen));
            lines.push(line);
        }
        let preview = TransferPreview {
            at: document.at,
            version: document.version.clone(),
            locked: document.is_locked(),
            lines,
        };
        Ok(Plan { preview, settings, channels, links })
    }

    fn plan_settings(
        &self,
        document: &Document,
        secrets: &document::Secrets,
        channels: &[Arc<Channel>],
        chosen: &impl Fn(&TransferLine) -> bool,
        lines: &mut Vec<TransferLine>,
    ) -> Result<Settings> {
        let here = self.engine.settings();
        let mut settings = (*here).clone();
        // Older versions wrote the ids of the computer they were on: it may be this one.
        let by = |name: &str| {
            let same = |channel: &&Arc<Channel>| {
                channel.name.to_lowercase() == name.to_lowercase() || channel.id.to_string() == name
            };
            channels.iter().find(same).map(|channel| channel.id)
        };
        for (name, value) in document.settings_lines(&here, secrets, by)? {
            let mut one = Object::new();
            one.insert(name.clone(), value);
            let changed = settings::change(&settings, SettingsUpdate(one));
            let mut line = TransferLine {
                kind: TransferKind::Setting,
                fields: vec![name.clone()],
                change: TransferChange::Changed,
                reasons: Vec::new(),
                chosen: true,
                name,
            };
            if document::is_of_computer(&line.name) {
                line.reasons.push(TransferReason::OfComputer);
            }
            line.chosen = chosen(&line);
            match changed.and_then(|(changed, _)| self.no_circle(&settings, &changed).map(|()| changed)) {
                Ok(changed) if line.chosen => settings = changed,
                Ok(_) => {}
                Err(_) => {
                    line.change = TransferChange::Conflict;
                    line.reasons.push(TransferReason::Unreadable);
                }
            }
            lines.push(line);
        }
        Ok(settings)
    }

    /// What becomes of a channel of the file, the channel when it is made or changed, and how much is kept of what is said in it.
    fn plan_channel(
        &self,
        carried: &document::Carried,
        secrets: &document::Secrets,
        all: &[Arc<Channel>],
    ) -> (TransferLine, Option<Channel>, Option<(ChannelId, Privacy)>) {
        let name = carried.name.trim().to_lowercase();
        let here = all.iter().find(|channel| channel.name.to_lowercase() == name);
        let line = |change, fields, reasons| TransferLine {
            kind: TransferKind::Channel,
            name: carried.name.clone(),
            change,
            fields,
            reasons,
            chosen: true,
        };
        if here.is_some_and(|channel| channel.platform() != carried.platform) {
            let other = vec![TransferReason::OtherPlatform];
            return (line(TransferChange::Conflict, Vec::new(), other), None, None);
        }
        let mut channel = match here {
            Some(channel) => (**channel).clone(),
            None => super::channels::fresh(
                self.engine.store.new_id(),
                carried.platform,
                None,
                self.engine.clock.now(),
            ),
        };
        let around = Around {
            taken: all.iter().filter(|one| one.id != channel.id).map(|one| one.name.as_str()).collect(),
            own: self.own_addresses(),
        };
        let kept = self.engine.settings().privacy_of.get(&channel.id).copied();
        let privacy = carried.privacy.filter(|privacy| Some(*privacy) != kept);
        let of = |privacy| (channel.id, privacy);
        let privacy_of = privacy.map(of);
        match document::merge(carried, secrets, &mut channel, here.is_none(), &around) {
            Err(error) => {
                let field = error.params.get("field").cloned();
                let fields = field.into_iter().collect();
                (line(TransferChange::Conflict, fields, vec![TransferReason::Unreadable]), None, None)
            }
            Ok((mut fields, reasons)) => {
                if here.is_none() {
                    // Of a new one everything is new; what is not kept of it is told all the same.
                    fields.clear();
                }
                let changes = !fields.is_empty();
                fields.extend(privacy.map(|_| "privacy".to_owned()));
                let change = match here {
                    None => TransferChange::New,
                    Some(_) if fields.is_empty() => TransferChange::Same,
                    Some(_) => TransferChange::Changed,
                };
                let reasons = if change == TransferChange::Same { Vec::new() } else { reasons };
                (
                    line(change, fields, reasons),
                    Some(channel).filter(|_| changes || here.is_none()),
                    privacy_of,
                )
            }
        }
    }

    fn plan_link(
        &self,
        carried: &document::CarriedLink,
        all: &[Arc<Channel>],
        planned: &[Link],
    ) -> (TransferLine, Option<Link>) {
        let line = |change, fields, reasons| TransferLine {
            kind: TransferKind::Link,
            name: format!("{} → {}", carried.customers, carried.operators),
            change,
            fields,
            reasons,
            chosen: true,
        };
        let by = |name: &str| all.iter().find(|one| one.name.to_lowercase() == name.to_lowercase());
        let (Some(customers), Some(operators)) = (by(&carried.customers), by(&carried.operators)) else {
            return (line(TransferChange::Conflict, Vec::new(), vec![TransferReason::ChannelMissing]), None);
        };
        let links = self.engine.links();
        let here = links.iter().find(|link| link.customers == customers.id && link.operators == operators.id);
        let wanted = Link {
            id: here.map_or_else(|| self.engine.store.new_id(), |link| link.id),
            customers: customers.id,
            operators: operators.id,
            mode: carried.mode,
            choices: carried.choices,
            paused: carried.paused,
            created_at: here.map_or_else(|| self.engine.clock.now(), |link| link.created_at),
        };
        if here == Some(&wanted) {
            return (line(TransferChange::Same, Vec::new(), Vec::new()), None);
        }
        let others: Vec<Link> = links.iter().chain(planned).cloned().collect();
        if link::refusal(&wanted, customers, operators, &others).is_some() {
            return (line(TransferChange::Conflict, Vec::new(), vec![TransferReason::CannotJoin]), None);
        }
        let change = if here.is_some() { TransferChange::Changed } else { TransferChange::New };
        (line(change, Vec::new(), Vec::new()), Some(wanted))
    }
}

/// The settings with every field that is as an import wrote it put back, and how many it wrote that are not.
fn undone(now: &Settings, was: &Settings, wrote: &Settings) -> Result<(Settings, u64)> {
    let (mut all, was, wrote) = (document::object(now)?, document::object(was)?, document::object(wrote)?);
    let mut changed = 0;
    for (name, value) in &mut all {
        if was.get(name) == wrote.get(name) {
            continue;
        }
        match was.get(name) {
            Some(before) if wrote.get(name) == Some(value) => *value = before.clone(),
            _ => changed += u64::from(was.get(name) != Some(value)),
        }
    }
    Ok((super::read(serde_json::Value::Object(all))?, changed))
}

/// The same with a channel.
fn channel_undone(now: &mut Channel, was: &Channel, wrote: &Channel) -> u64 {
    fn back<T: Clone + PartialEq>(now: &mut T, was: &T, wrote: &T) -> u64 {
        if was == wrote || now == was {
            return 0;
        }
        if now != wrote {
            return 1;
        }
        *now = was.clone();
        0
    }
    back(&mut now.name, &was.name, &wrote.name)
        + back(&mut now.preset, &was.preset, &wrote.preset)
        + back(&mut now.token, &was.token, &wrote.token)
        + back(&mut now.api_url, &was.api_url, &wrote.api_url)
        + back(&mut now.platform_trust, &was.platform_trust, &wrote.platform_trust)
        + back(&mut now.callback_url, &was.callback_url, &wrote.callback_url)
        + back(&mut now.subscriptions, &was.subscriptions, &wrote.subscriptions)
        + back(&mut now.format, &was.format, &wrote.format)
        + back(&mut now.endpoint.headers, &was.endpoint.headers, &wrote.endpoint.headers)
        + back(&mut now.endpoint.timeout_ms, &was.endpoint.timeout_ms, &wrote.endpoint.timeout_ms)
        + back(
            &mut now.endpoint.trusted_certificate,
            &was.endpoint.trusted_certificate,
            &wrote.endpoint.trusted_certificate,
        )
        + back(&mut now.options, &was.options, &wrote.options)
        + back(&mut now.intake_key, &was.intake_key, &wrote.intake_key)
        + back(&mut now.endpoint_token, &was.endpoint_token, &wrote.endpoint_token)
        + back(&mut now.signing_secret, &was.signing_secret, &wrote.signing_secret)
        + back(&mut now.mode, &was.mode, &wrote.mode)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Mode, Platform, Timestamp};

    /// Undoing an import put everything back to what it was before, also what an admin had changed since.
    #[test]
    fn what_was_changed_after_an_import_is_not_undone_with_it() {
        let was = Settings::default();
        let wrote = Settings { timeout_ms: 7_000, concurrency: 4, ..was.clone() };
        let now = Settings { timeout_ms: 9_000, keep_traffic_days: 3, ..wrote.clone() };
        let (settings, changed) = undone(&now, &was, &wrote).unwrap();
        assert_eq!(settings, Settings { timeout_ms: 9_000, keep_traffic_days: 3, ..was });
        assert_eq!(changed, 1);

        let was = super::super::channels::fresh(ChannelId(1), Platform::Chatwoot, None, Timestamp(0));
        let wrote = Channel { name: "Theirs".to_owned(), mode: Mode::Paused, ..was.clone() };
        let mut now = Channel { name: "Mine".to_owned(), ..wrote.clone() };
        assert_eq!(channel_undone(&mut now, &was, &wrote), 1);
        assert_eq!((now.name.as_str(), now.mode), ("Mine", was.mode));
    }
}
