//! A backup a day, and the list of what copies there are.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use super::make::{Passing, blocking, make, name, no_room};
use super::{ENDING, FOLDER};
use crate::domain::problem::{About, AboutKind};
use crate::domain::{Code, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::problems::UNSOLVED;
use crate::schema::{BackupKind, BackupView, Settings};
use crate::store::{Finding, Problem};

/// After the start, because there is other work then.
const FIRST: Duration = Duration::from_secs(10 * 60);
/// How often it is looked whether one is due.
const LOOK: Duration = Duration::from_secs(60 * 60);
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
/// What the problem tells: the code of the failure, and when it was, in UTC milliseconds.
const WHY: &str = "why";
const AT: &str = "at";
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
            if let Err(error) = failed(&engine, &error).await {
                tracing::warn!(%error, "Nobody is told of it.");
            }
        }
    }
}

async fn if_due(engine: &Arc<Engine>) -> Result<()> {
    let settings = engine.settings();
    if !settings.backup_daily {
        return Ok(());
    }
    let last = last(&folder(engine.store.folder(), &settings));
    if last.is_some_and(|last| engine.clock.now().since(last) < DAY_MS) {
        return Ok(());
    }
    make_now(engine).await.map(drop)
}

/// When the newest in a folder was made.
pub(crate) fn last(folder: &Path) -> Option<Timestamp> {
    list_in(folder).into_iter().filter(|one| one.kind == BackupKind::Daily).map(|one| one.at).max()
}

/// Opens the problem that there is none of this day.
async fn failed(engine: &Engine, why: &Error) -> Result<()> {
    let folder = folder(engine.store.folder(), &engine.settings());
    let params = [
        ("folder".to_owned(), folder.display().to_string()),
        (WHY.to_owned(), why.code.name().to_owned()),
        (AT.to_owned(), engine.clock.now().0.to_string()),
    ];
    let finding = Finding {
        code: Code::Back06,
        about: About::only(AboutKind::Disk),
        channel: None,
        params: params.into(),
        exchange: None,
    };
    engine.store.found(vec![finding], Vec::new()).await
}

/// When and why the last one could not be made; none when it could.
pub(crate) async fn failure(engine: &Engine) -> Result<Option<(Timestamp, Error)>> {
    let Some(problem) = problem(engine).await? else { return Ok(None) };
    let said = |name| problem.params.get(name);
    let at = said(AT).and_then(|at| at.parse().ok()).map_or(problem.last_at, Timestamp);
    let why = said(WHY).and_then(|name| Code::ALL.iter().find(|code| code.name() == name));
    Ok(Some((at, Error::new(why.copied().unwrap_or(Code::Back06)))))
}

async fn problem(engine: &Engine) -> Result<Option<Problem>> {
    let open = engine.store.problems(UNSOLVED).await?;
    Ok(open.into_iter().find(|problem| problem.code == Code::Back06))
}

/// Makes one at once and lets the oldest go that are too many: none is missing then. Without the files of messages: they would be there
/// again every day.
pub(crate) async fn make_now(engine: &Arc<Engine>) -> Result<BackupView> {
    let made = make_in_turn(engine).await?;
    if let Some(problem) = problem(engine).await? {
        engine.store.found(Vec::new(), vec![problem.id]).await?;
    }
    Ok(made)
}

async fn make_in_turn(engine: &Arc<Engine>) -> Result<BackupView> {
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
    use crate::config::Config;
    use crate::store::OpenOptions;

    /// That none could be made was a line of the log and nothing else.
    #[tokio::test]
    async fn a_day_without_a_backup_is_a_problem_until_one_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config {
            data: folder.path().to_owned(),
            listen: Some("127.0.0.1:0".parse().unwrap()),
            options: OpenOptions { key_file: true, ..OpenOptions::default() },
            ..Config::default()
        };
        let engine = Engine::start(config).await.unwrap();
        // A folder cannot be made where a file is.
        let blocked = folder.path().join("blocked");
        fs::write(&blocked, "x").unwrap();
        let elsewhere = Settings { backup_folder: blocked.display().to_string(), ..Settings::default() };
        engine.store.put_settings(elsewhere).await.unwrap();
        engine.reload_settings().await.unwrap();
        let why = if_due(&engine).await.unwrap_err();
        assert_eq!(failure(&engine).await.unwrap(), None);
        failed(&engine, &why).await.unwrap();
        assert_eq!(failure(&engine).await.unwrap().unwrap().1.code, why.code);
        crate::problems::look(&engine).await.unwrap();
        assert!(failure(&engine).await.unwrap().is_some(), "looking around does not end it");

        engine.store.put_settings(Settings::default()).await.unwrap();
        engine.reload_settings().await.unwrap();
        if_due(&engine).await.unwrap();
        assert_eq!(failure(&engine).await.unwrap(), None);
    }

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
