//! The commands about the settings of the whole app.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;

use serde_json::Value;

use super::Api;
use super::sentences::noted;
use crate::domain::Code;
use crate::domain::validate::{self, Note, Own, TIMEOUT_MS, bad_field, within};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::schema::*;

/// The longest wait in a schedule: a week.
const LONGEST_WAIT_MS: u64 = 7 * 24 * 60 * 60 * 1_000;
const MOST_WAITS: usize = 50;

/// The longest a file's address works: a year.
const MOST_HOURS: u32 = 365 * 24;
const MOST_HOSTS: usize = 200;
const MOST_SHORTCUTS: usize = 100;
const MOST_VIEWS: usize = 100;
/// The days a view may count back.
const MOST_VIEW_DAYS: u32 = 366;
const MOST_CHANNELS: usize = 10_000;

/// How large the window's contents may be, in percent: smaller cannot be read, larger does not fit.
const ZOOM: RangeInclusive<u32> = 50..=300;

/// The last minute of a day.
const LAST_MINUTE: u32 = 24 * 60 - 1;
/// The largest limit of the log's size: a petabyte.
const MOST_MB: u32 = 1_000_000_000;
const MOST_BACKUPS: u32 = 365;

/// The longest anything is kept by the day; longer is for ever.
const MOST_DAYS: u32 = 36_500;

impl Api {
    pub(super) async fn settings_get(&self, _: Nothing) -> Result<SettingsView> {
        Ok(self.settings_view(&[]))
    }

    pub(super) async fn settings_update(&self, update: SettingsUpdate) -> Result<SettingsView> {
        let _editing = self.engine.editing.lock().await;
        let old = self.engine.settings();
        let (settings, notes) = change(&old, update)?;
        self.no_circle(&old, &settings)?;
        self.engine.store.put_settings(settings).await?;
        self.engine.reload_settings().await?;
        crate::problems::address_changed(&self.engine, &old.public_url, &self.engine.settings().public_url)
            .await?;
        if self.engine.settings().channel_order != old.channel_order {
            self.engine.reload_channels().await?;
        }
        self.engine.bus.announce(|| Live::Settings);
        Ok(self.settings_view(&notes))
    }

    /// Refuses an address of the relay's own that is some channel's endpoint already.
    pub(super) fn no_circle(&self, old: &Settings, new: &Settings) -> Result<()> {
        let typed = [("publicUrl", old.public_url != new.public_url), ("listen", old.listen != new.listen)];
        for (field, _) in typed.into_iter().filter(|(_, changed)| *changed) {
            let own = match field {
                "listen" => Own { listen: new.listen.parse().ok(), public_url: String::new() },
                _ => Own { listen: None, public_url: new.public_url.clone() },
            };
            let channels = self.engine.channels();
            let looped = channels.iter().find(|channel| {
                let url = channel.callback_url.as_deref().and_then(|url| url::Url::parse(url).ok());
                url.is_some_and(|url| own.owns(&url))
            });
            if let Some(channel) = looped {
                return Err(Error::with(
                    Code::Loop01,
                    [("field", field), ("place", field), ("channel", &channel.name)],
                ));
            }
        }
        Ok(())
    }

    fn settings_view(&self, notes: &[Note]) -> SettingsView {
        let settings = (*self.engine.settings()).clone();
        SettingsView {
            restart_needed: self.engine.listens_elsewhere() && settings.listen != self.listen_at_start,
            settings,
            notes: noted(notes),
        }
    }
}

/// The settings with the changes, checked and put right. A name that is no setting is refused: a typo must not pass for a change.
pub(super) fn change(settings: &Settings, update: SettingsUpdate) -> Result<(Settings, Vec<Note>)> {
    let mut all = match serde_json::to_value(settings) {
        Ok(Value::Object(all)) => all,
        Ok(_) => return Err(bad_field("payload")),
        Err(error) => return Err(Error::unexpected("changing the settings", &error)),
    };
    for (name, value) in update.0 {
        match all.get_mut(&name) {
            Some(old) => *old = value,
            None => return Err(bad_field(&name)),
        }
    }
    let mut notes = Vec::new();
    let settings = checked(super::read(Value::Object(all))?, &mut notes)?;
    Ok((settings, notes))
}

fn checked(mut settings: Settings, notes: &mut Vec<Note>) -> Result<Settings> {
    settings.listen = validate::listen(&settings.listen)?.to_string();
    settings.public_url = match settings.public_url.trim() {
        "" => String::new(),
        url => validate::public_url(url, notes)?,
    };
    one_of("theme", &settings.theme, &["system", "light", "dark"])?;
    one_of("closeTo", &settings.close_to, &["ask", "tray", "quit"])?;
    one_of("notifications", &settings.notifications, &["all", "problems", "none"])?;
    within("zoom", settings.zoom, &ZOOM)?;
    within("quietFrom", settings.quiet_from, &(0..=LAST_MINUTE))?;
    within("quietTo", settings.quiet_to, &(0..=LAST_MINUTE))?;
    one_of("language", &settings.language, &["system", "en", "ru", "de"])?;
    waits("retryScheduleMs", &settings.retry_schedule_ms)?;
    waits("rejectedScheduleMs", &settings.rejected_schedule_ms)?;
    waits("bulkScheduleMs", &settings.bulk_schedule_ms)?;
    within("retryJitter", settings.retry_jitter, &(0.0..=0.9))?;
    within("timeoutMs", settings.timeout_ms, &TIMEOUT_MS)?;
    within("intakeTimeoutMs", settings.intake_timeout_ms, &TIMEOUT_MS)?;
    within("holdLaneMs", settings.hold_lane_ms, &(0..=LONGEST_WAIT_MS))?;
    within("probeMs", settings.probe_ms, &(10..=LONGEST_WAIT_MS))?;
    within("breakerAfter", settings.breaker_after, &(1..=10_000))?;
    within("concurrency", settings.concurrency, &(1..=256))?;
    for (field, days) in [
        ("keepTrafficDays", settings.keep_traffic_days),
        ("keepTriesDays", settings.keep_tries_days),
        ("keepConversationsDays", settings.keep_conversations_days),
    ] {
        within(field, days, &(0..=MOST_DAYS))?;
    }
    within("keepTrafficMb", settings.keep_traffic_mb, &(0..=MOST_MB))?;
    within("backupKeep", settings.backup_keep, &(1..=MOST_BACKUPS))?;
    settings.backup_folder = backup_folder(&settings.backup_folder)?;
    settings.send_command = send_command(&settings.send_command)?;
    settings.file_hosts = file_hosts(&settings.file_hosts)?;
    within("fileAddressHours", settings.file_address_hours, &(1..=MOST_HOURS))?;
    shortcuts(&settings.shortcuts)?;
    traffic_views(&mut settings.traffic_views)?;
    within("channelOrder", settings.channel_order.len(), &(0..=MOST_CHANNELS))?;
    settings.proxy = match settings.proxy.trim() {
        "" | "system" => "system".to_owned(),
        "none" => "none".to_owned(),
        url => validate::address("proxy", url, &mut Vec::new())?.as_str().trim_end_matches('/').to_owned(),
    };
    Ok(settings)
}

/// One word without blanks at its ends, as an operator types it; none at all switches the command off.
fn send_command(typed: &str) -> Result<String> {
    /// In letters.
    const LONGEST: usize = 40;
    let typed = typed.trim();
    if typed.chars().count() > LONGEST || typed.chars().any(char::is_control) {
        return Err(validate::bad_field("sendCommand"));
    }
    Ok(typed.to_owned())
}

/// None, or the whole path of a folder.
fn backup_folder(typed: &str) -> Result<String> {
    let typed = typed.trim();
    if typed.is_empty() || Path::new(typed).is_absolute() {
        Ok(typed.to_owned())
    } else {
        Err(bad_field("backupFolder"))
    }
}

/// Each host once, in the order given; lines left empty are no hosts.
fn file_hosts(typed: &[String]) -> Result<Vec<String>> {
    within("fileHosts", typed.len(), &(0..=MOST_HOSTS))?;
    let mut hosts = Vec::new();
    for typed in typed.iter().filter(|typed| !typed.trim().is_empty()) {
        let host = validate::host("fileHosts", typed)?;
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    Ok(hosts)
}

/// Names of actions and keys are the screens' business; here they are only kept within bounds.
fn shortcuts(shortcuts: &BTreeMap<String, String>) -> Result<()> {
    within("shortcuts", shortcuts.len(), &(0..=MOST_SHORTCUTS))?;
    let short = |text: &String| text.len() <= 60 && !text.chars().any(char::is_control);
    if shortcuts.iter().all(|(action, key)| short(action) && short(key)) {
        Ok(())
    } else {
        Err(bad_field("shortcuts"))
    }
}

/// Each under a name of its own; what was saved under a name before is replaced.
fn traffic_views(views: &mut Vec<TrafficView>) -> Result<()> {
    within("trafficViews", views.len(), &(0..=MOST_VIEWS))?;
    for view in &mut *views {
        view.name = view.name.trim().to_owned();
        if view.name.is_empty() || view.name.chars().count() > 80 || view.name.chars().any(char::is_control) {
            return Err(bad_field("trafficViews"));
        }
        let is_day = |day: &String| day.parse::<jiff::civil::Date>().is_ok();
        if ![&view.from, &view.to].into_iter().flatten().all(is_day)
            || view.days.is_some_and(|days| !(1..=MOST_VIEW_DAYS).contains(&days))
        {
            return Err(bad_field("trafficViews"));
        }
    }
    let newer: Vec<String> = views.iter().map(|view| view.name.clone()).collect();
    let mut at = 0;
    views.retain(|view| {
        at += 1;
        !newer.iter().skip(at).any(|name| *name == view.name)
    });
    Ok(())
}

fn one_of(field: &str, value: &str, allowed: &[&str]) -> Result<()> {
    if allowed.contains(&value) { Ok(()) } else { Err(bad_field(field)) }
}

fn waits(field: &str, waits: &[u64]) -> Result<()> {
    within(field, waits.len(), &(0..=MOST_WAITS))?;
    waits.iter().try_for_each(|wait| within(field, *wait, &(0..=LONGEST_WAIT_MS)).map(drop))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn changed(update: Value) -> Result<(Settings, Vec<Note>)> {
        change(&Settings::default(), serde_json::from_value(update).expect("an object"))
    }

    #[test]
    fn the_defaults_pass_their_own_check_and_stay_as_they_are() {
        assert_eq!(changed(json!({})).unwrap().0, Settings::default());
    }

    #[test]
    fn only_what_is_given_changes() {
        let (settings, notes) =
            changed(json!({"publicUrl": " relay.example.com/ ", "timeoutMs": 1000})).unwrap();
        assert_eq!((settings.public_url.as_str(), settings.timeout_ms), ("https://relay.example.com", 1_000));
        assert_eq!(settings.listen, Settings::default().listen);
        assert_eq!(notes[0].key, "note-scheme-added");
    }

    #[test]
    fn hosts_of_files_are_names_whatever_was_pasted() {
        let typed = json!([
            " Files.LAN ",
            "https://10.0.0.5:8443/a?b=c",
            "",
            "[fd00::1]",
            "files.lan",
            "nas:9000",
            "bücher.lan"
        ]);
        let hosts = changed(json!({"fileHosts": typed, "fileAddressHours": 8_760})).unwrap().0.file_hosts;
        assert_eq!(hosts, ["files.lan", "10.0.0.5:8443", "[fd00::1]", "nas:9000", "xn--bcher-kva.lan"]);
    }

    #[test]
    fn a_view_saved_under_a_name_replaces_the_one_before() {
        let views = json!([{"name": "Mine", "today": true}, {"name": "Other"}, {"name": " Mine ", "state": "failed"}]);
        let views = changed(json!({"trafficViews": views})).unwrap().0.traffic_views;
        let names: Vec<_> = views.iter().map(|view| (view.name.as_str(), view.today)).collect();
        assert_eq!(names, [("Other", false), ("Mine", false)]);
    }

    #[test]
    fn a_view_keeps_days_that_are_counted_and_days_that_stay() {
        let views = json!([
            {"name": "Week", "days": 7},
            {"name": "Fair", "from": "2026-11-20", "to": "2026-11-22"},
            {"name": "Kept before there were days", "today": true},
        ]);
        let views = changed(json!({"trafficViews": views})).unwrap().0.traffic_views;
        assert_eq!((views[0].days, &views[0].from), (Some(7), &None));
        assert_eq!(
            (views[1].from.as_deref(), views[1].to.as_deref()),
            (Some("2026-11-20"), Some("2026-11-22"))
        );
        assert_eq!((views[2].today, views[2].days), (true, None));
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_field() {
        for (field, value) in [
            ("theme", json!("pink")),
            ("retryJitter", json!(2)),
            ("retryJitter", json!(null)),
            ("timeoutMs", json!(-1)),
            ("timeoutMs", json!(1e12)),
            ("concurrency", json!(0)),
            ("listen", json!("nowhere")),
            ("retryScheduleMs", json!([1, "x"])),
            ("retryScheduleMs", json!(vec![1; 51])),
            ("timoutMs", json!(1_000)),
            ("proxy", json!("ftp://x")),
            ("fileHosts", json!(["two words"])),
            ("fileHosts", json!(["ftp://files.lan"])),
            ("fileHosts", json!([7])),
            ("sendCommand", json!("x".repeat(41))),
            ("closeTo", json!("dock")),
            ("notifications", json!(true)),
            ("quietFrom", json!(1_440)),
            ("zoom", json!(0)),
            ("fileAddressHours", json!(0)),
            ("fileAddressHours", json!(8_761)),
            ("shortcuts", json!({"palette": "x".repeat(61)})),
            ("trafficViews", json!([{"name": " "}])),
            ("trafficViews", json!([{"name": "Mine", "days": 0}])),
            ("trafficViews", json!([{"name": "Mine", "from": "yesterday"}])),
            ("channelOrder", json!(["not an id"])),
        ] {
            let error = changed(json!({field: value})).unwrap_err();
            assert!(
                error.params["field"].starts_with(field),
                "{field} = {value} was blamed on {}",
                error.params["field"]
            );
        }
    }
}
