//! The commands that take settings to another computer and bring them in: first looked at, then all at once.

use std::sync::Arc;

use super::document::{self, Document};
use super::{Api, change::Around, settings};
use crate::backup;
use crate::domain::{Channel, ChannelId, Code, Link, LinkId, link};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::export::{self, Stored};
use crate::schema::*;
use crate::secret::Secret;

/// What an import replaced.
#[derive(Debug)]
pub(super) struct Before {
    settings: Settings,
    channels: Vec<Channel>,
    links: Vec<Link>,
    made: Vec<ChannelId>,
    made_links: Vec<LinkId>,
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
        let before = Before {
            settings: (*self.engine.settings()).clone(),
            channels: plan.channels.iter().filter_map(|channel| was(channel.id)).collect(),
            links: plan.links.iter().filter_map(|link| was_link(link.id)).collect(),
            made: plan.channels.iter().map(|one| one.id).filter(|id| was(*id).is_none()).collect(),
            made_links: plan.links.iter().map(|one| one.id).filter(|id| was_link(*id).is_none()).collect(),
        };
        let count = |change: &[TransferChange]| {
            plan.preview.lines.iter().filter(|line| change.contains(&line.change)).count() as u64
        };
        let done = TransferDone {
            applied: count(&[TransferChange::New, TransferChange::Changed]),
            left: count(&[TransferChange::Conflict]),
        };
        let touched: Vec<ChannelId> = plan.channels.iter().map(|channel| channel.id).collect();
        self.engine.store.put_all(plan.settings, plan.channels, plan.links, Vec::new()).await?;
        *self.before_import.lock().await = Some(before);
        self.all_changed(&touched).await?;
        Ok(done)
    }

    /// Errors: ID-05 when there is nothing to undo.
    pub(super) async fn transfer_undo(&self, _: Nothing) -> Result<Nothing> {
        let _editing = self.engine.editing.lock().await;
        let before = self.before_import.lock().await.take().ok_or_else(|| Error::new(Code::Id05))?;
        let mut touched: Vec<ChannelId> = before.channels.iter().map(|channel| channel.id).collect();
        touched.extend(&before.made);
        let made_links = before.made_links;
        self.engine.store.put_all(before.settings, before.channels, before.links, made_links).await?;
        for made in before.made {
            self.engine.store.delete_channel(made).await?;
        }
        self.all_changed(&touched).await?;
        Ok(Nothing {})
    }

    async fn all_changed(&self, channels: &[ChannelId]) -> Result<()> {
        self.engine.reload_settings().await?;
        self.engine.reload_channels().await?;
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
        let mut lines = Vec::new();
        let settings = self.plan_settings(&document, &secrets, &mut lines)?;
        let here = self.engine.channels();
        let mut all: Vec<Arc<Channel>> = here.to_vec();
        let mut channels = Vec::new();
        for carried in &document.channels {
            let (line, channel) = self.plan_channel(carried, &secrets, &all);
            lines.push(line);
            if let Some(channel) = channel {
                all.retain(|one| one.id != channel.id);
                all.push(Arc::new(channel.clone()));
                channels.push(channel);
            }
        }
        let mut links = Vec::new();
        for carried in &document.links {
            let (line, link) = self.plan_link(carried, &all, &links);
            lines.push(line);
            links.extend(link);
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
        lines: &mut Vec<TransferLine>,
    ) -> Result<Settings> {
        let here = self.engine.settings();
        let mut settings = (*here).clone();
        for (name, value) in document.settings_lines(&here, secrets)? {
            let mut one = Object::new();
            one.insert(name.clone(), value);
            let changed = settings::change(&settings, SettingsUpdate(one));
            let mut line = TransferLine {
                kind: TransferKind::Setting,
                fields: vec![name.clone()],
                change: TransferChange::Changed,
                reasons: Vec::new(),
                name,
            };
            match changed.and_then(|(changed, _)| self.no_circle(&settings, &changed).map(|()| changed)) {
                Ok(changed) => settings = changed,
                Err(_) => {
                    line.change = TransferChange::Conflict;
                    line.reasons.push(TransferReason::Unreadable);
                }
            }
            if document::is_of_computer(&line.name) {
                line.reasons.push(TransferReason::OfComputer);
            }
            lines.push(line);
        }
        Ok(settings)
    }

    /// What becomes of a channel of the file, and the channel when it is made or changed.
    fn plan_channel(
        &self,
        carried: &document::Carried,
        secrets: &document::Secrets,
        all: &[Arc<Channel>],
    ) -> (TransferLine, Option<Channel>) {
        let name = carried.name.trim().to_lowercase();
        let here = all.iter().find(|channel| channel.name.to_lowercase() == name);
        let line = |change, fields, reasons| TransferLine {
            kind: TransferKind::Channel,
            name: carried.name.clone(),
            change,
            fields,
            reasons,
        };
        if here.is_some_and(|channel| channel.platform() != carried.platform) {
            return (line(TransferChange::Conflict, Vec::new(), vec![TransferReason::OtherPlatform]), None);
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
        match document::merge(carried, secrets, &mut channel, here.is_none(), &around) {
            Err(error) => {
                let field = error.params.get("field").cloned();
                let fields = field.into_iter().collect();
                (line(TransferChange::Conflict, fields, vec![TransferReason::Unreadable]), None)
            }
            Ok((_, reasons)) if here.is_none() => {
                (line(TransferChange::New, Vec::new(), reasons), Some(channel))
            }
            Ok((fields, _)) if fields.is_empty() => (line(TransferChange::Same, fields, Vec::new()), None),
            Ok((fields, reasons)) => (line(TransferChange::Changed, fields, reasons), Some(channel)),
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
