//! The report for whoever helps: shown before it is saved, saved as it was shown, sent nowhere.
//!
//! It is put together from what holds no secret and no message: states, counts, codes, host names, the settings without passwords, the
//! last lines of the log. Whatever is added here must be such a thing by what it is, not by being cleaned afterwards.

use std::fmt::Write as _;
use std::fs;
use std::sync::PoisonError;

use futures_util::StreamExt as _;
use futures_util::stream;
use url::Url;

use super::{Api, lately};
use crate::backup;
use crate::domain::{Channel, Code};
use crate::error::{Error, Result};
use crate::export::{self, Stored};
use crate::problems::UNSOLVED;
use crate::schema::*;
use crate::secret::Secret;
use crate::store::Checked;

/// Channels tested at once.
const AT_ONCE: usize = 8;

impl Api {
    pub(super) async fn diagnostics_get(&self, _: Nothing) -> Result<Diagnostics> {
        let channels = self.channel_list(Nothing {}).await?;
        let parts = vec![
            part("version", self.about()),
            part("settings", settings(&self.engine.settings())?),
            part("channels", self.states(&channels).await?),
            part("checks", self.checks().await),
            part("queue", self.queue().await?),
            part("problems", self.unsolved().await?),
            part("storage", self.storage().await?),
            part("log", lately::lines().join("\n")),
        ];
        let report = Diagnostics { id: Secret::random(9).expose().to_owned(), parts };
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = Some(report.clone());
        Ok(report)
    }

    /// Errors: ID-05 when another report has been shown since.
    pub(super) async fn diagnostics_save(&self, which: DiagnosticsRef) -> Result<ExportView> {
        let shown = self.report.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let report = shown.filter(|report| report.id == which.id).ok_or_else(|| Error::new(Code::Id05))?;
        let text = whole(&report);
        let name = format!("switchboard-report-{}.txt", self.engine.clock.now().in_a_name());
        let kind = (name, "text/plain; charset=utf-8");
        Ok(export::offer(&self.engine, &self.exports, &self.ending, kind, Stored::Text(Some(text))))
    }

    fn about(&self) -> String {
        let (now, since) = (self.engine.clock.now(), self.engine.started_at());
        let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
        let system = system.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
        let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        let memory = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let memory = memory.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let key = self.engine.store.key_status();
        lines([
            ("Switchboard", env!("CARGO_PKG_VERSION").to_owned()),
            ("Written", export::iso(now)),
            ("Running since", export::iso(since)),
            ("System", system.unwrap_or("unknown").trim_matches('"').to_owned()),
            ("Kernel", kernel.trim().to_owned()),
            ("Processor", std::env::consts::ARCH.to_owned()),
            ("Memory in use", memory.trim().to_owned()),
            ("Key to the data", format!("{:?}{}", key.home, code_of(key.error.as_ref()))),
            (
                "Relay",
                match self.engine.relay_addr() {
                    Some(address) => {
                        format!("listens on {address}{}", code_of(self.engine.cannot_move().as_ref()))
                    }
                    None => format!("does not listen{}", code_of(self.engine.relay_error().as_ref())),
                },
            ),
        ])
    }

    async fn states(&self, channels: &[ChannelView]) -> Result<String> {
        let mut text = String::new();
        let mut line = |words: String| {
            let _ = writeln!(text, "{words}");
        };
        line(format!("{} channels, {} links", channels.len(), self.engine.links().len()));
        for channel in channels {
            line(format!(
                "{} “{}”: {:?}, {:?}; {} waiting, {} failed in 24 h; platform at {}, endpoint at {}, {}{}",
                channel.platform.code(),
                channel.name,
                channel.mode,
                channel.state,
                channel.waiting,
                channel.failed,
                host(channel.api_url.as_deref()),
                host(channel.callback_url.as_deref()),
                if channel.token.is_empty() { "no token" } else { "token set" },
                if channel.demo { ", demo" } else { "" },
            ));
        }
        for link in self.link_list(Nothing {}).await? {
            let paused = if link.paused { ", paused" } else { "" };
            line(format!(
                "link {} → {}: {:?}{paused}{}",
                link.customers,
                link.operators,
                link.mode,
                code_of(link.error.as_ref())
            ));
        }
        Ok(text)
    }

    /// What "Test connection" finds, of every channel.
    async fn checks(&self) -> String {
        let channels = self.engine.channels();
        let tests = channels.iter().cloned().map(|channel| async move {
            let report = self.engine.test_channel(&channel).await;
            tested(&channel, &report)
        });
        let all: Vec<String> = stream::iter(tests.collect::<Vec<_>>()).buffered(AT_ONCE).collect().await;
        if all.is_empty() { "No channels.".to_owned() } else { all.join("\n") }
    }

    async fn queue(&self) -> Result<String> {
        let status = self.status_get(Nothing {}).await?;
        let mut text = lines([
            ("Waiting to be sent", status.waiting.to_string()),
            ("Today received, delivered, failed", {
                let today = status.today;
                format!("{}, {}, {}", today.received, today.delivered, today.failed)
            }),
            ("Requests to unknown addresses", status.unclaimed.to_string()),
        ]);
        for stopped in &status.stopped {
            let _ = writeln!(
                text,
                "{:?} of “{}” is stopped{}; {} waiting",
                stopped.kind,
                stopped.channel_name,
                code_of(stopped.stopped.as_ref()),
                stopped.waiting
            );
        }
        for gap in &status.catch_ups {
            let _ = writeln!(
                text,
                "Nothing heard for “{}” from {} to {}: {:?}, {} recovered{}",
                gap.channel_name,
                export::iso(gap.from),
                export::iso(gap.to),
                gap.state,
                gap.recovered,
                code_of(gap.error.as_ref())
            );
        }
        Ok(text)
    }

    /// What is wrong and not over: of what it is about only the kind, and of which channel.
    async fn unsolved(&self) -> Result<String> {
        let mut text = String::new();
        for problem in self.engine.store.problems(UNSOLVED).await? {
            let channel = problem.channel.and_then(|id| self.engine.channel(id));
            let _ = writeln!(
                text,
                "{} about {}{}: {}, since {}, last at {}, {} times",
                problem.code,
                problem.about.kind,
                channel.map(|channel| format!(" of “{}”", channel.name)).unwrap_or_default(),
                problem.state,
                export::iso(problem.opened_at),
                export::iso(problem.last_at),
                problem.count.max(1),
            );
        }
        Ok(if text.is_empty() { "No problems.".to_owned() } else { text })
    }

    async fn storage(&self) -> Result<String> {
        let usage = self.keeping_usage(Nothing {}).await?;
        let mb = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
        let [settings, journal] = self.engine.store.check_databases().await?;
        let found = |checked: Checked| match checked {
            Checked::Sound => "sound".to_owned(),
            Checked::Damaged(finding) => format!("damaged: {finding}"),
            Checked::TooLarge => "too large to be looked through now".to_owned(),
        };
        let (data, set) = (self.data_folder.clone(), self.engine.settings());
        let copies = tokio::task::spawn_blocking(move || backup::daily::list(&data, &set)).await;
        let copies = copies.map_err(|cause| Error::unexpected("looking at the disk", &cause))?;
        Ok(lines([
            (
                "Log and conversations",
                format!("{} (free inside: {})", mb(usage.journal), mb(usage.journal_free)),
            ),
            ("Files of messages", mb(usage.files)),
            ("Search", mb(usage.search)),
            ("Backups and copies", format!("{} in {} files", mb(usage.backups), copies.len())),
            ("Free on the disk", usage.disk_free.map_or_else(|| "unknown".to_owned(), mb)),
            ("settings.db", found(settings)),
            ("journal.db", found(journal)),
            ("Newest backup", copies.first().map_or_else(|| "none".to_owned(), |one| export::iso(one.at))),
        ]))
    }
}

fn part(name: &str, text: String) -> DiagnosticsPart {
    DiagnosticsPart { name: name.to_owned(), text }
}

fn lines<const N: usize>(all: [(&str, String); N]) -> String {
    all.into_iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "{name}: {value}");
        text
    })
}

fn code_of(error: Option<&Error>) -> String {
    error.map(|error| format!(" ({})", error.code)).unwrap_or_default()
}

/// Of an address only the host: the rest may be secret.
fn host(address: Option<&str>) -> String {
    let url = address.and_then(|address| Url::parse(address).ok());
    url.and_then(|url| Some(format!("{}://{}{}", url.scheme(), url.host_str()?, port(&url))))
        .unwrap_or_else(|| "none".to_owned())
}

fn port(url: &Url) -> String {
    url.port().map(|port| format!(":{port}")).unwrap_or_default()
}

fn tested(channel: &Channel, report: &TestReport) -> String {
    let checks: Vec<String> = report
        .checks
        .iter()
        .map(|check| match &check.error {
            None => format!("{} well in {} ms", check.name, check.took_us / 1_000),
            Some(error) => format!("{} {}", check.name, error.code),
        })
        .collect();
    format!("{} “{}”: {}", channel.platform().code(), channel.name, checks.join(", "))
}

/// Settings that are numbers, words of ours, an address to listen on, or the word operators write: they are told as they are.
const TOLD: [&str; 33] = [
    "listen",
    "theme",
    "language",
    "retryScheduleMs",
    "retryJitter",
    "timeoutMs",
    "holdLaneMs",
    "rejectedScheduleMs",
    "bulkScheduleMs",
    "breakerAfter",
    "probeMs",
    "concurrency",
    "proxy",
    "publicUrl",
    "intakeTimeoutMs",
    "keepTrafficDays",
    "keepTriesDays",
    "keepConversationsDays",
    "keepTrafficMb",
    "privacy",
    "backupDaily",
    "backupKeep",
    "fileAddressHours",
    "closeTo",
    "startHidden",
    "zoom",
    "notifications",
    "dailyDigest",
    "quietFrom",
    "quietTo",
    "safeGraphics",
    "singleKeys",
    "sendCommand",
];
/// Of these only how many there are: an admin wrote them, with names of customers in them perhaps.
const COUNTED: [&str; 5] = ["privacyOf", "fileHosts", "shortcuts", "channelOrder", "trafficViews"];

/// What is told of the settings; of addresses the hosts alone.
fn settings(settings: &Settings) -> Result<String> {
    let mut shown = settings.clone();
    if !matches!(shown.proxy.as_str(), "system" | "none") {
        shown.proxy = host(Some(&shown.proxy));
    }
    if !shown.public_url.is_empty() {
        shown.public_url = host(Some(&shown.public_url));
    }
    let failed = |cause| Error::unexpected("writing JSON", &cause);
    let mut all = serde_json::to_value(&shown).map_err(failed)?;
    let mut told = Object::new();
    for name in TOLD {
        told.insert(name.to_owned(), all[name].take());
    }
    for name in COUNTED {
        let count =
            all[name].as_array().map_or_else(|| all[name].as_object().map_or(0, Object::len), Vec::len);
        told.insert(name.to_owned(), count.into());
    }
    let own = if settings.backup_folder.is_empty() { "in the data folder" } else { "elsewhere" };
    told.insert("backupFolder".to_owned(), own.into());
    serde_json::to_string_pretty(&told).map_err(failed)
}

/// All of it as one text.
fn whole(report: &Diagnostics) -> String {
    report.parts.iter().fold(String::new(), |mut text, part| {
        let _ = writeln!(text, "== {}\n\n{}\n", part.name, part.text.trim_end());
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_addresses_only_the_host_is_told() {
        assert_eq!(
            host(Some("https://me:pass@crm.example.com:8443/a/secret?b=c")),
            "https://crm.example.com:8443"
        );
        assert_eq!(host(Some("nonsense")), "none");
        let proxy = Settings { proxy: "http://me:seeded@proxy.lan:1".to_owned(), ..Settings::default() };
        let text = settings(&proxy).unwrap();
        assert!(!text.contains("seeded") && text.contains("http://proxy.lan:1"));
    }

    /// The names and words of saved views stood in it, and customers' names in them.
    #[test]
    fn what_an_admin_wrote_into_the_settings_is_only_counted() {
        let view = TrafficView {
            name: "seeded Anna".to_owned(),
            text: Some("seeded +49 30".to_owned()),
            ..TrafficView::default()
        };
        let written = Settings {
            traffic_views: vec![view],
            backup_folder: "/home/seeded/backups".to_owned(),
            file_hosts: vec!["seeded.lan".to_owned()],
            ..Settings::default()
        };
        let text = settings(&written).unwrap();
        assert!(!text.contains("seeded") && text.contains("\"trafficViews\": 1"), "{text}");
        // Whatever is added to the settings is to be decided on.
        let all = serde_json::to_value(Settings::default()).unwrap();
        let told: Object = serde_json::from_str(&text).unwrap();
        let names = |object: &Object| object.keys().cloned().collect::<std::collections::BTreeSet<_>>();
        assert_eq!(names(all.as_object().unwrap()), names(&told));
    }
}
