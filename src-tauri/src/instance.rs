//! One window a data folder: a second start shows the first.

use std::path::{Path, PathBuf};

use switchboard_engine::api::host::Arguments;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};

use crate::window;

/// To be registered before all other plugins: in a second program of the same data folder it never returns. Without a session bus nothing
/// finds the first one; then the lock on the data folder is what keeps the second away.
pub(crate) fn plugin(arguments: &Arguments) -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(name(&arguments.folder()))
        .callback(|app: &AppHandle, line, _| {
            let line = line.into_iter().skip(1).map(Into::into);
            // A second start by the system itself is nobody who wants to look.
            if !Arguments::parse(line, false).is_ok_and(|arguments| arguments.hidden) {
                window::show(app);
            }
        })
        .build()
}

/// A name on the bus for a data folder.
fn name(folder: &Path) -> String {
    // No part of a name on the bus begins with a digit.
    format!("app.switchboard.desktop.d{}", short_name(folder))
}

/// Sixteen letters and digits that stand for a data folder, whatever way it is written.
pub(crate) fn short_name(folder: &Path) -> String {
    let digest = blake3::hash(real(folder).as_os_str().as_encoded_bytes());
    digest.to_hex().as_str()[..16].to_owned()
}

/// The folder whatever way it is written, and also while it does not exist yet.
fn real(folder: &Path) -> PathBuf {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    for above in folder.ancestors() {
        if let (Ok(real), Ok(rest)) = (above.canonicalize(), folder.strip_prefix(above)) {
            // Piece by piece: nothing to join would leave a slash at the end.
            return rest.iter().fold(real, |path, part| path.join(part));
        }
    }
    folder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_name_however_it_is_written() {
        let at = tempfile::tempdir().expect("a folder");
        let data = at.path().join("data");
        let early = name(&data);
        std::fs::create_dir(&data).expect("made");
        std::os::unix::fs::symlink(&data, at.path().join("link")).expect("linked");
        assert_eq!(early, name(&data));
        assert_eq!(early, name(&at.path().join("link")));
        assert_eq!(early, name(&data.join("../data/")));
        assert_ne!(early, name(&at.path().join("other")));
    }
}
