//! What a desktop is to the window: a session bus of its own, with a tray and a place for notifications where a test wants them, and the
//! window manager's ways to ask a window to close.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, Window as Id};
use zbus::zvariant::{OwnedValue, Structure, Value};

use crate::relay::Folder;

/// A session bus, without services but those put on it here.
#[derive(Debug)]
pub struct Desktop {
    /// Where it is.
    pub address: String,
    daemon: Child,
    tray: Tray,
    shown: Notified,
    /// Holds what is served.
    _bus: zbus::Connection,
}

/// Signs that were put into the tray: who, and under which path.
type Signs = Arc<Mutex<Vec<(String, String)>>>;

/// Titles and texts.
type Notified = Arc<Mutex<Vec<(String, String)>>>;

#[derive(Clone, Debug, Default)]
struct Tray {
    signs: Signs,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Tray {
    fn register_status_notifier_item(
        &self,
        service: &str,
        #[zbus(header)] header: zbus::message::Header<'_>,
    ) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        self.signs.lock().unwrap().push((sender, service.to_owned()));
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.signs.lock().unwrap().iter().map(|(sender, path)| format!("{sender}{path}")).collect()
    }
}

#[derive(Clone, Debug)]
struct Notifications(Notified);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, reason = "the desktop's own interface")]
    fn notify(
        &self,
        _app: &str,
        _replaces: u32,
        _icon: &str,
        title: &str,
        text: &str,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let mut shown = self.0.lock().unwrap();
        shown.push((title.to_owned(), text.to_owned()));
        u32::try_from(shown.len()).unwrap()
    }

    fn close_notification(&self, _id: u32) {}

    fn get_capabilities(&self) -> Vec<String> {
        vec!["body".to_owned(), "actions".to_owned()]
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ["test", "test", "1", "1.2"].map(str::to_owned).into()
    }
}

impl Desktop {
    /// A bus with notifications; with a tray or without.
    pub async fn start(folder: &Folder, with_tray: bool) -> Self {
        let config = folder.path().join("bus.conf");
        // Nothing is started by being asked for: no keychain of whoever runs the tests.
        let text = format!(
            "<busconfig><type>session</type><listen>unix:dir={}</listen><auth>EXTERNAL</auth><policy context=\"default\">\
             <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>",
            folder.path().display()
        );
        std::fs::write(&config, text).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .arg(format!("--config-file={}", config.display()))
            .args(["--nofork", "--print-address"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("dbus-daemon is installed by make test");
        let mut lines = BufReader::new(daemon.stdout.take().unwrap()).lines();
        let address = lines.next_line().await.unwrap().expect("an address");
        let (tray, shown) = (Tray::default(), Notified::default());
        let mut builder = zbus::connection::Builder::address(address.as_str())
            .unwrap()
            .name("org.freedesktop.Notifications")
            .unwrap()
            .serve_at("/org/freedesktop/Notifications", Notifications(Arc::clone(&shown)))
            .unwrap();
        if with_tray {
            builder = builder
                .name("org.kde.StatusNotifierWatcher")
                .unwrap()
                .serve_at("/StatusNotifierWatcher", tray.clone())
                .unwrap();
        }
        let bus = builder.build().await.unwrap();
        Self { address, daemon, tray, shown, _bus: bus }
    }

    /// Titles of the notifications so far.
    #[must_use]
    pub fn notified(&self) -> Vec<String> {
        self.shown.lock().unwrap().iter().map(|(title, _)| title.clone()).collect()
    }

    /// The lines of the menu of the sign in the tray; none while there is no sign.
    pub async fn menu(&self) -> Option<Vec<String>> {
        let (sender, path) = self.tray.signs.lock().unwrap().last()?.clone();
        let bus = zbus::connection::Builder::address(self.address.as_str()).ok()?.build().await.ok()?;
        let sign = zbus::Proxy::new(&bus, sender.clone(), path, "org.kde.StatusNotifierItem").await.ok()?;
        let menu: zbus::zvariant::OwnedObjectPath = sign.get_property("Menu").await.ok()?;
        let menu = zbus::Proxy::new(&bus, sender, menu, "com.canonical.dbusmenu").await.ok()?;
        let asked = (0_i32, -1_i32, vec!["label"]);
        let layout = menu.call_method("GetLayout", &asked).await.ok()?;
        let body = layout.body();
        let layout: Structure<'_> = body.deserialize().ok()?;
        let mut lines = Vec::new();
        for field in layout.fields() {
            labels(field, &mut lines);
        }
        Some(lines)
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // It ends by itself with its handle; said here so that nobody wonders.
        drop(self.daemon.start_kill());
    }
}

/// Every label inside, in order.
fn labels(value: &Value<'_>, lines: &mut Vec<String>) {
    match value {
        Value::Value(inner) => labels(inner, lines),
        Value::Structure(inner) => inner.fields().iter().for_each(|field| labels(field, lines)),
        Value::Array(inner) => inner.iter().for_each(|item| labels(item, lines)),
        Value::Dict(inner) => {
            for (key, value) in inner.iter() {
                if *key == Value::from("label") {
                    let value = if let Value::Value(inner) = value { inner } else { value };
                    if let Value::Str(label) = value {
                        lines.push(label.to_string());
                    }
                }
            }
        }
        _ => {}
    }
}

/// The programs whose command line names this folder, and the webviews of any of them.
#[must_use]
pub fn programs(folder: &Folder) -> (Vec<u32>, Vec<u32>) {
    let data = folder.data();
    let data = data.to_str().unwrap();
    let read =
        |pid: u32, what: &str| std::fs::read_to_string(PathBuf::from(format!("/proc/{pid}/{what}"))).ok();
    let all: Vec<u32> = std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    let line = |pid: u32| read(pid, "cmdline").unwrap_or_default();
    let is_ours = |pid: &u32| {
        let line = line(*pid);
        let mut words = line.split('\0');
        words.next().is_some_and(|program| program.ends_with("/switchboard"))
            && words.any(|word| word == data)
    };
    let ours: Vec<u32> = all.iter().copied().filter(is_ours).collect();
    let parent = |pid: u32| -> Option<u32> {
        // After the name in brackets: state, parent.
        read(pid, "stat")?.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()
    };
    let views = all
        .iter()
        .copied()
        .filter(|pid| read(*pid, "comm").is_some_and(|name| name.starts_with("WebKitWebProces")))
        .filter(|pid| parent(*pid).is_some_and(|parent| ours.contains(&parent)))
        .collect();
    (ours, views)
}

/// Asks the app's window to close, as a click on its cross does. False while there is none on the screen.
#[must_use]
pub fn close_window() -> bool {
    let (x, screen) = x11rb::connect(None).expect("a screen");
    let root = x.setup().roots[screen].root;
    let atom = |name: &str| x.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
    let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
    let Some(window) = find(&x, root, &|id| takes(&x, id, protocols, delete)) else { return false };
    let event = ClientMessageEvent::new(32, window, protocols, [delete, x11rb::CURRENT_TIME, 0, 0, 0]);
    x.send_event(false, window, EventMask::NO_EVENT, event).unwrap();
    x.flush().unwrap();
    true
}

/// Whether that is our window and takes the wish to close.
fn takes(x: &impl x11rb::connection::Connection, id: Id, protocols: u32, delete: u32) -> bool {
    let property = |name: u32, kind: AtomEnum| {
        x.get_property(false, id, name, kind, 0, 64).ok().and_then(|asked| asked.reply().ok())
    };
    let named = property(AtomEnum::WM_NAME.into(), AtomEnum::ANY)
        .is_some_and(|name| name.value.starts_with(b"Switchboard"));
    named
        && property(protocols, AtomEnum::ATOM)
            .and_then(|atoms| Some(atoms.value32()?.any(|atom| atom == delete)))
            .unwrap_or(false)
}

fn find(x: &impl x11rb::connection::Connection, at: Id, wanted: &dyn Fn(Id) -> bool) -> Option<Id> {
    let tree = x.query_tree(at).ok()?.reply().ok()?;
    tree.children.into_iter().find_map(|id| if wanted(id) { Some(id) } else { find(x, id, wanted) })
}
