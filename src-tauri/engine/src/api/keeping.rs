//! The commands about how much is kept, and where the relay listens.

use std::fs;
use std::path::Path;

use super::Api;
use crate::backup;
use crate::domain::Timestamp;
use crate::domain::validate::{bad_field, within};
use crate::error::Result;
use crate::reach::port;
use crate::schema::*;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
const MOST_DAYS: u32 = 36_500;

impl Api {
    pub(super) async fn keeping_usage(&self, _: Nothing) -> Result<Usage> {
        let kept = self.engine.store.usage().await?;
        let (data, settings) = (self.data_folder.clone(), self.engine.settings());
        let usage = tokio::task::spawn_blocking(move || {
            let of =
                |name: &str| ["", "-wal"].iter().map(|end| size(&data.join(format!("{name}{end}")))).sum();
            let copies: u64 = backup::daily::list(&data, &settings).iter().map(|one| one.size).sum();
            Usage {
                journal: of("journal.db"),
                journal_free: kept.free,
                files: kept.files,
                search: of("search.db"),
                settings: of("settings.db"),
                backups: copies,
                disk_free: free(&data),
                counted: kept.used + kept.files,
            }
        });
        usage.await.map_err(|cause| crate::error::Error::unexpected("looking at the disk", &cause))
    }

    pub(super) async fn history_count(&self, request: HistoryRequest) -> Result<HistoryCount> {
        let before = self.bound(&request)?;
        self.engine.store.count_history(request.what, before).await
    }

    /// Answers how much went.
    pub(super) async fn history_delete(&self, request: HistoryRequest) -> Result<HistoryCount> {
        let before = self.bound(&request)?;
        let store = &self.engine.store;
        let was = store.count_history(request.what.clone(), before).await?;
        store.delete_history(request.what.clone(), before).await?;
        if request.what.contains(&HistoryWhat::Files) {
            self.engine.files.remove_left(store).await?;
        }
        let left = store.count_history(request.what, before).await?;
        Ok(HistoryCount {
            exchanges: was.exchanges.saturating_sub(left.exchanges),
            messages: was.messages.saturating_sub(left.messages),
            conversations: was.conversations.saturating_sub(left.conversations),
            files: was.files.saturating_sub(left.files),
            file_bytes: was.file_bytes.saturating_sub(left.file_bytes),
            waiting: left.waiting,
        })
    }

    /// Up to when it is asked for.
    fn bound(&self, request: &HistoryRequest) -> Result<Timestamp> {
        if request.what.is_empty() {
            return Err(bad_field("what"));
        }
        let days = within("olderThanDays", request.older_than_days.unwrap_or(0), &(0..=MOST_DAYS))?;
        Ok(self.engine.clock.now().plus_ms(-i64::from(days) * DAY_MS))
    }

    pub(super) async fn relay_advice(&self, _: Nothing) -> Result<PortAdvice> {
        let listen = self.engine.settings().listen.clone();
        let taken = self.engine.relay_error().or_else(|| self.engine.cannot_move()).and(listen.parse().ok());
        let found = tokio::task::spawn_blocking(move || {
            taken.map_or((None, None), |taken| (port::program_on(taken), port::free_near(taken)))
        });
        let (program, free) =
            found.await.map_err(|cause| crate::error::Error::unexpected("looking at ports", &cause))?;
        Ok(PortAdvice { listen, program, free })
    }

    pub(super) async fn relay_use_port(&self, choice: PortChoice) -> Result<SettingsView> {
        let listen = self.engine.settings().listen.clone();
        let mut address: std::net::SocketAddr = listen.parse().map_err(|_| bad_field("listen"))?;
        address.set_port(within("port", choice.port, &(1..=u16::MAX))?);
        let mut update = serde_json::Map::new();
        update.insert("listen".to_owned(), address.to_string().into());
        let view = self.settings_update(SettingsUpdate(update)).await?;
        self.engine.listen_at(&address.to_string()).await;
        Ok(view)
    }
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

/// Bytes free on the disk of a folder, for this user.
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}
