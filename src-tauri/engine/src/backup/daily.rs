//! A backup a day, and the list of what copies there are.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use super::make::{Passing, blocking, make, name, no_room};
use super::{ENDING, FOLDER};
use crate::domain::{Code, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::schema::{BackupKind, BackupView, Settings};

/// After the start, because there is other work then.
const FIRST: Duration = Duration::from_secs(10 * 60);
/// How often it is looked whether one is due.
const LOOK: Duration = Duration::from_secs(60 * 60);
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
/// What the names of those that were brought in begin with.
pub(crate) const BROUGHT: &str = "brought-";

/// Where backups are made.
pub(crate) fn folder(data: &Path, settings: &Settings) -> PathBuf {
    if settings.backup_folder.is_empty() { data.join(FOLDER) } else { PathBuf::from(&settings.backup_folder) }
}

/// Makes one a day, until the engine stops.
pub(crate) async fn run(engine: Arc<Engine>) {
    let stopping = engine.stopping();
    let mut pause = FIRST;
    loop {
        tokio::select! {
            () = stopping.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
        pause = LOOK;
        if let Err(error) = if_due(&engine).await {
            tracing::warn!(%error, "The backup of the day could not be made; it is tried again within the hour.");
        }
    }
}

async fn if_due(engine: &Arc<Engine>) -> Result<()> {
    let settings = engine.settings();
    if !settings.backup_daily {
        return Ok(());
    }
    let folder = folder(engine.store.folder(), &settings);
    let last =
        list_in(&folder).into_iter().filter(|one| one.kind == BackupKind::Daily).map(|one| one.at).max();
    if last.is_some_and(|last| engine.clock.now().since(last) < DAY_MS) {
        return Ok(());
    }
    make_now(engine).await.map(drop)
}

/// Makes one at once and lets the oldest go that are too many. Without the files of messages: they would be there again every day.
pub(crate) async fn make_now(engine: &Arc<Engine>) -> Result<BackupView> {
    let settings = engine.settings();
    let folder = folder(engine.store.folder(), &settings);
    let kept = settings.backup_keep as usize;
    fs::create_dir_all(&folder).map_err(no_room)?;
    let path = folder.join(name(engine.clock.now()));
    let part = Passing::new(path.with_extension("part"));
    make(engine, part.path(), None, false).await?;
    blocking(move || {
        fs::rename(part.path(), &path).map_err(no_room)?;
        let mut all = list_in(&folder);
        all.retain(|one| one.kind == BackupKind::Daily);
        for old in all.iter().skip(kept) {
            fs::remove_file(&old.path).map_err(no_room)?;
        }
        all.into_iter().next().ok_or_else(|| Error::new(Code::Back05))
    })
    .await
}

/// Every copy there is, the newest first.
pub(crate) fn list(data: &Path, settings: &Settings) -> Vec<BackupView> {
    let mut all = list_in(&folder(data, settings));
    if !settings.backup_folder.is_empty() {
        all.extend(list_in(&data.join(FOLDER)));
    }
    all.extend(views(data, |name| {
        (name.contains(".db.v") && name.ends_with(".bak")).then_some(BackupKind::Update)
    }));
    all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.name.cmp(&a.name)));
    all
}

fn list_in(folder: &Path) -> Vec<BackupView> {
    let mut all = views(folder, |name| {
        let ours = Path::new(name).extension().is_some_and(|ending| ending == ENDING);
        ours.then_some(if name.starts_with(BROUGHT) { BackupKind::Brought } else { BackupKind::Daily })
    });
    all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.name.cmp(&a.name)));
    all
}

fn views(folder: &Path, kind: impl Fn(&str) -> Option<BackupKind>) -> Vec<BackupView> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let view = |entry: fs::DirEntry| {
        let (name, file) = (entry.file_name().into_string().ok()?, entry.metadata().ok()?);
        let at = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(BackupView {
            kind: kind(&name)?,
            path: entry.path().display().to_string(),
            at: Timestamp(i64::try_from(at.as_millis()).ok()?),
            size: file.len(),
            name,
        })
    };
    entries.flatten().filter_map(view).collect()
}

/// The backup of that name. Errors: ID-05 when there is none, or it is a copy made before an update.
pub(crate) fn find(data: &Path, settings: &Settings, name: &str) -> Result<BackupView> {
    list(data, settings)
        .into_iter()
        .find(|one| one.name == name && one.kind != BackupKind::Update)
        .ok_or_else(|| Error::new(Code::Id05))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_told_apart_by_how_they_came_about() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at(FOLDER)).unwrap();
        for name in ["journal.db.v2.bak", "settings.db.bak", "settings.db"] {
            fs::write(at(name), "x").unwrap();
        }
        for name in ["switchboard-1.switchboard-backup", "brought-1.switchboard-backup", "notes.txt"] {
            fs::write(at(FOLDER).join(name), "x").unwrap();
        }
        let mut found: Vec<_> =
            list(folder.path(), &Settings::default()).into_iter().map(|one| (one.name, one.kind)).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(
            found,
            [
                ("brought-1.switchboard-backup".to_owned(), BackupKind::Brought),
                ("journal.db.v2.bak".to_owned(), BackupKind::Update),
                ("switchboard-1.switchboard-backup".to_owned(), BackupKind::Daily),
            ]
        );
        assert!(find(folder.path(), &Settings::default(), "../settings.db").is_err());
    }
}
