//! How the window is drawn: decided before GTK starts, and therefore without the engine.
//!
//! The setting lives with all others; a file beside the data repeats it, so that it can be read at the very start.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use switchboard_engine::api::host::Arguments;

/// What is read before anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Early {
    safe_graphics: bool,
}

/// To be called first: sets what the libraries read when they start. WebKitGTK's DMABUF renderer shows an empty window on machines without a
/// graphics card and on some with one; whoever wants it back sets the variable to 0. Where the window stays empty all the same, safe
/// graphics does without compositing.
pub(crate) fn prepare(arguments: &Arguments) {
    set_default("WEBKIT_DISABLE_DMABUF_RENDERER");
    if arguments.safe_graphics || read(&arguments.folder()).safe_graphics {
        set_default("WEBKIT_DISABLE_COMPOSITING_MODE");
    }
}

#[expect(unsafe_code, reason = "no other thread runs yet, so nobody reads the environment while it changes")]
fn set_default(variable: &str) {
    if std::env::var_os(variable).is_none() {
        // SAFETY: this happens before anything is started; see the reason above.
        unsafe { std::env::set_var(variable, "1") };
    }
}

/// Repeats the setting for the next start.
pub(crate) fn remember(folder: &Path, safe_graphics: bool) -> std::io::Result<()> {
    let early = Early { safe_graphics };
    if read(folder) == early {
        return Ok(());
    }
    let mut text = serde_json::to_string(&early)?;
    text.push('\n');
    std::fs::write(file(folder), text)
}

fn read(folder: &Path) -> Early {
    // Without it, or with one that cannot be read, the window is drawn as ever: that is no reason not to start.
    let text = std::fs::read_to_string(file(folder)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn file(folder: &Path) -> PathBuf {
    folder.join("window.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_setting_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!read(folder.path()).safe_graphics);
        remember(folder.path(), false).expect("kept");
        assert!(!file(folder.path()).exists(), "there was nothing to repeat");
        remember(folder.path(), true).expect("kept");
        assert!(read(folder.path()).safe_graphics);
        std::fs::write(file(folder.path()), "{ torn").expect("written");
        assert!(!read(folder.path()).safe_graphics);
    }
}
