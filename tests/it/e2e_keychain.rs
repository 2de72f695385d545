//! The data key in a real Secret Service (GNOME's keyring on a session bus of the test's own): there, locked, absent, another key.

use std::path::Path;

use serde_json::{Value, json};
use switchboard_tests::relay::{Folder, Start};

/// Starts a session bus with the keyring on it and then what it is given, in its own place, so that a signal reaches the relay.
const SESSION: &str = r#"
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
DBUS_SESSION_BUS_ADDRESS=$(dbus-daemon --session --fork --print-address=1 --print-pid=4 4>"$BUS_PID")
export DBUS_SESSION_BUS_ADDRESS
if [ -n "$PASSWORD" ]; then
  printf %s "$PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
else
  gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
fi
exec "$@"
"#;

/// A person's keyrings, and the bus of the session that is open. The bus ends with this value, and the keyring with the bus.
struct Session {
    home: Folder,
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Ok(process) = std::fs::read_to_string(bus_pid(self.home.path())) {
            // It may have ended already.
            drop(std::process::Command::new("kill").arg(process.trim()).status());
        }
    }
}

fn bus_pid(home: &Path) -> std::path::PathBuf {
    home.join("bus.pid")
}

/// How to start a relay in a session; without a password the keyring stays locked.
fn in_session(home: &Folder, folder: &Folder, password: &str) -> (Session, Start) {
    let at = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    let environment = [
        ("XDG_RUNTIME_DIR", at("run")),
        ("XDG_DATA_HOME", at("share")),
        ("HOME", at("share")),
        ("BUS_PID", bus_pid(home.path()).to_string_lossy().into_owned()),
        ("PASSWORD", password.to_owned()),
    ];
    let start = Start {
        folder: folder.clone(),
        environment: environment.map(|(name, value)| (name.to_owned(), value)).to_vec(),
        under: ["sh", "-c", SESSION, "sh"].map(str::to_owned).to_vec(),
        ..Start::default()
    };
    (Session { home: home.clone() }, start)
}

/// Starts a relay, asks it about its key and ends it. Makes a channel when there is none.
async fn key(start: Start) -> (Value, Value) {
    let relay = start.start().await;
    let key = relay.call("status.get", json!({})).await["key"].clone();
    if key["error"].is_null() && relay.call("channel.list", json!({})).await.as_array().unwrap().is_empty() {
        relay.channel(json!({ "name": "Support", "platform": "chatwoot" })).await;
    }
    let channels = relay.call("channel.list", json!({})).await;
    relay.stop().await;
    (key, channels)
}

#[tokio::test]
async fn a_key_in_the_keychain_is_found_again_and_never_replaced() {
    let (home, folder) = (Folder::default(), Folder::default());
    let secret = |channels: &Value| channels[0]["name"].clone();
    let first = {
        let (_session, start) = in_session(&home, &folder, "a password");
        key(start).await
    };
    assert_eq!(first.0, json!({ "home": "keychain", "error": null }));
    assert!(!folder.data().join("data.key").exists(), "the key lies in the folder as well");

    let again = {
        let (_session, start) = in_session(&home, &folder, "a password");
        key(start).await
    };
    assert_eq!(again.0["error"], Value::Null);

    let record = std::fs::read(folder.data().join("key.json")).unwrap();
    let locked = {
        let (_session, start) = in_session(&home, &folder, "");
        key(start).await
    };
    assert_eq!(locked.0["error"]["code"], "KEY-01", "the keyring is locked");
    let absent = key(Start { folder: folder.clone(), ..Start::default() }).await;
    assert_eq!(absent.0["error"]["code"], "KEY-01", "there is no keychain");
    for channels in [&again.1, &locked.1, &absent.1] {
        assert_eq!(secret(channels), "Support", "the app shows what lies open");
    }

    // Another folder's key under this folder's record is another key.
    let other = Folder::default();
    {
        let (_session, start) = in_session(&home, &other, "a password");
        key(start).await;
    }
    let mut mixed: Value = serde_json::from_slice(&record).unwrap();
    let theirs: Value =
        serde_json::from_slice(&std::fs::read(other.data().join("key.json")).unwrap()).unwrap();
    mixed["entry"] = theirs["entry"].clone();
    std::fs::write(folder.data().join("key.json"), mixed.to_string()).unwrap();
    let wrong = {
        let (_session, start) = in_session(&home, &folder, "a password");
        key(start).await
    };
    assert_eq!(wrong.0["error"]["code"], "KEY-02");

    // With its own record it is whole again: nothing was made anew meanwhile.
    std::fs::write(folder.data().join("key.json"), record).unwrap();
    let (_session, start) = in_session(&home, &folder, "a password");
    assert_eq!(key(start).await.0["error"], Value::Null);
}

#[tokio::test]
async fn without_a_keychain_the_key_is_a_file_only_its_user_reads() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::default();
    let (found, _) = key(Start { folder: folder.clone(), ..Start::default() }).await;
    assert_eq!(found, json!({ "home": "file", "error": null }));
    let mode = std::fs::metadata(folder.data().join("data.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
