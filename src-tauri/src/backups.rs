//! A backup picked on the disk, and the data folder shown in the system's own way.

use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{BoxStream, try_unfold};
use switchboard_engine::error::{Error, Result};
use switchboard_engine::schema::BackupInspected;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;
use tokio::sync::oneshot;

use crate::desk::Desk;

/// Bytes read at a time.
const PIECE: usize = 1 << 20;

/// Asks which backup is to be restored, brings it in and says what is in it; none when the admin thought better of it. Errors: what
/// bringing it in says.
#[tauri::command]
pub(crate) async fn pick_backup(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
) -> Result<Option<BackupInspected>> {
    let api = desk.api().await?;
    let (answer, answered) = oneshot::channel();
    app.dialog().file().add_filter("Switchboard", &["switchboard-backup"]).pick_file(move |path| {
        // The page that asked may be gone.
        drop(answer.send(path));
    });
    let path = answered.await.ok().flatten().and_then(|path| path.into_path().ok());
    let Some(path) = path else { return Ok(None) };
    api.put_backup(pieces(path)?).await.map(Some)
}

/// The bytes of a file, as they are asked for.
fn pieces(path: PathBuf) -> Result<BoxStream<'static, Result<Bytes>>> {
    let failed = |cause: std::io::Error| Error::unexpected("reading a file", &cause);
    let file = File::open(path).map_err(failed)?;
    Ok(try_unfold(file, move |mut file| async move {
        let read = tokio::task::spawn_blocking(move || {
            let mut bytes = vec![0; PIECE];
            let length = file.read(&mut bytes)?;
            bytes.truncate(length);
            Ok((Bytes::from(bytes), file))
        });
        let (bytes, file) =
            read.await.map_err(|cause| Error::unexpected("reading a file", &cause))?.map_err(failed)?;
        Ok((!bytes.is_empty()).then_some((bytes, file)))
    })
    .boxed())
}

/// Shows the data folder where the system shows folders; also while the engine does not run.
#[tauri::command]
pub(crate) async fn open_folder(desk: State<'_, Arc<Desk>>) -> Result<()> {
    let folder = desk.host.arguments.folder();
    open::that_detached(folder).map_err(|cause| Error::unexpected("opening the data folder", &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_comes_whole_in_pieces() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        std::fs::write(&path, vec![7; PIECE + 3]).expect("written");
        let mut bytes = 0;
        let mut all = pieces(path).expect("a file");
        while let Some(piece) = all.next().await {
            bytes += piece.expect("bytes").len();
        }
        assert_eq!(bytes, PIECE + 3);
    }
}
