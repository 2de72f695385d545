//! Whether the app starts with the computer: a file in the folder the desktop looks into when somebody signs in.
//!
//! Written here because what it says depends on the data folder and on settings, a path may have blanks in it, and because the desktop has
//! ways of its own to switch an entry off, which must show.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use switchboard_engine::api::host::Arguments;

use crate::instance;

/// The file; none where nobody knows where it would be.
pub(crate) fn file(arguments: &Arguments) -> Option<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = absolute("XDG_CONFIG_HOME").or_else(|| absolute("HOME").map(|home| home.join(".config")))?;
    Some(folder.join("autostart").join(name(arguments)))
}

/// A data folder that was named at the start has an entry of its own: trying a copy out changes nothing of what starts with the computer.
fn name(arguments: &Arguments) -> String {
    arguments.data.as_ref().map_or_else(
        || "switchboard.desktop".to_owned(),
        |data| format!("switchboard-{}.desktop", instance::short_name(data)),
    )
}

/// True when the file is there and the desktop has not switched it off.
pub(crate) fn is_on(file: &Path) -> bool {
    std::fs::read_to_string(file).is_ok_and(|text| {
        let says = |line: &str| text.lines().any(|it| it.replace(' ', "").eq_ignore_ascii_case(line));
        !says("Hidden=true") && !says("X-GNOME-Autostart-enabled=false")
    })
}

/// Switches it on, with these arguments, or off.
pub(crate) fn set(
    file: &Path,
    on: bool,
    program: &Path,
    arguments: &Arguments,
    hidden: bool,
) -> std::io::Result<()> {
    if !on {
        return match std::fs::remove_file(file) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause),
            _ => Ok(()),
        };
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, entry(program, arguments, hidden))
}

fn entry(program: &Path, arguments: &Arguments, hidden: bool) -> String {
    let mut line = vec![quoted(program.as_os_str())];
    if let Some(data) = &arguments.data {
        let data = std::path::absolute(data).unwrap_or_else(|_| data.clone());
        line.extend(["--data".to_owned(), quoted(data.as_os_str())]);
    }
    if let Some(relay) = arguments.relay {
        line.extend(["--relay".to_owned(), relay.to_string()]);
    }
    if hidden {
        line.push("--hidden".to_owned());
    }
    format!(
        "[Desktop Entry]\nType=Application\nName=Switchboard\nExec={}\nIcon=switchboard\nTerminal=false\nStartupNotify=false\n\
         X-GNOME-Autostart-enabled=true\n",
        line.join(" ")
    )
}

/// A word of `Exec` as the Desktop Entry Specification wants it: quoted, then escaped once more as every text of such a file is.
fn quoted(word: &OsStr) -> String {
    let mut out = String::from("\"");
    for c in word.to_string_lossy().chars() {
        match c {
            '"' | '`' | '$' => out.extend(['\\', '\\', c]),
            '\\' => out.push_str("\\\\\\\\"),
            '%' => out.push_str("%%"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_on_while_the_file_is_there_and_the_desktop_leaves_it_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("autostart").join(name(&Arguments::default()));
        let set = |on, hidden| {
            set(&file, on, Path::new("/opt/my apps/switchboard"), &Arguments::default(), hidden)
                .expect("written");
            std::fs::read_to_string(&file).unwrap_or_default()
        };
        assert!(!is_on(&file));
        assert!(set(true, false).contains("\nExec=\"/opt/my apps/switchboard\"\n"));
        assert!(is_on(&file));
        let text = set(true, true);
        assert!(text.contains("\nExec=\"/opt/my apps/switchboard\" --hidden\n"));
        for off in ["Hidden=true", "X-GNOME-Autostart-enabled = false"] {
            std::fs::write(&file, format!("{text}{off}\n")).expect("written");
            assert!(!is_on(&file), "{off}");
        }
        set(false, true);
        set(false, true);
        assert!(!file.exists());
    }

    #[test]
    fn a_copy_of_the_data_does_not_take_the_place_of_the_data_that_starts() {
        let of = |data: &str| name(&Arguments { data: Some(PathBuf::from(data)), ..Arguments::default() });
        assert_eq!(name(&Arguments::default()), "switchboard.desktop");
        assert_ne!(of("/data/copy"), "switchboard.desktop");
        assert_ne!(of("/data/copy"), of("/data/other"));
        assert_eq!(of("/data/copy"), of("/data/./copy"));
    }

    #[test]
    fn the_line_names_what_it_was_started_with() {
        let arguments = Arguments {
            data: Some(PathBuf::from("/data/100% \"mine\" $x\\y")),
            relay: Some("127.0.0.1:9000".parse().expect("an address")),
            ..Arguments::default()
        };
        let text = entry(Path::new("/usr/bin/switchboard"), &arguments, true);
        let line = r#"Exec="/usr/bin/switchboard" --data "/data/100%% \\"mine\\" \\$x\\\\y" --relay 127.0.0.1:9000 --hidden"#;
        assert!(text.contains(line), "{text}");
    }
}
