//! Exports, saved where the admin says.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::StreamExt as _;
use switchboard_engine::domain::Code;
use switchboard_engine::error::{Error, Result};
use switchboard_engine::export::Download;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;
use tokio::sync::oneshot;

use crate::desk::Desk;

/// Asks where an export is to be saved and writes it there. Answers false when the admin does not want it after all. Errors: ID-05 for a
/// ticket that is good for nothing (any more), DB-03 when the disk is full, and whatever broke the export off.
#[tauri::command]
pub(crate) async fn save_export(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
    ticket: String,
    name: String,
) -> Result<bool> {
    // First, because nobody can say how long the question stays open, and a ticket is good for a minute.
    let download = desk.api().await?.export(&ticket)?;
    let Some(path) = ask(&app, &name).await else { return Ok(false) };
    write(download, &path).await.map(|()| true)
}

/// Where the admin wants it; none when they do not.
async fn ask(app: &AppHandle, name: &str) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    app.dialog().file().set_file_name(name).save_file(move |path| {
        // The page that asked may be gone.
        drop(answer.send(path));
    });
    answered.await.ok().flatten()?.into_path().ok()
}

/// Writes all of it to a file beside the wanted one, which then takes its place: what is there under that name is always whole.
async fn write(mut download: Download, path: &Path) -> Result<()> {
    let folder = path.parent().map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut file =
        off_runtime(move || tempfile::Builder::new().prefix(".").suffix(".part").tempfile_in(folder)).await?;
    while let Some(piece) = download.bytes.next().await {
        let piece = piece?;
        file = off_runtime(move || file.write_all(&piece).map(|()| file)).await?;
    }
    let path = path.to_owned();
    off_runtime(move || file.persist(path).map(drop).map_err(|failed| failed.error)).await
}

async fn off_runtime<T: Send + 'static>(
    step: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(step)
        .await
        .map_err(|cause| Error::unexpected("saving a file", &cause))?;
    done.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::new(Code::Db03),
        _ => Error::unexpected("saving a file", &cause),
    })
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use futures_util::stream;

    use super::*;

    fn download(pieces: Vec<Result<Bytes>>) -> Download {
        Download { name: "a.csv".to_owned(), content_type: "text/csv", bytes: stream::iter(pieces).boxed() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[tokio::test]
    async fn a_file_is_there_whole_or_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Выгрузка 1.csv");
        let piece = |text: &'static str| Ok(Bytes::from_static(text.as_bytes()));
        write(download(vec![piece("one,"), piece("two")]), &path).await.expect("written");
        assert_eq!(std::fs::read_to_string(&path).expect("a file"), "one,two");
        let broken = write(download(vec![piece("three"), Err(Error::new(Code::Net07))]), &path).await;
        assert_eq!(broken.expect_err("it broke off").code, Code::Net07);
        assert_eq!(
            std::fs::read_to_string(&path).expect("a file"),
            "one,two",
            "the one before is still there"
        );
        assert_eq!(names(folder.path()), ["Выгрузка 1.csv"], "nothing is left behind");
        let nowhere = write(download(vec![piece("x")]), &folder.path().join("no/such/folder.csv")).await;
        assert!(nowhere.is_err());
    }
}
