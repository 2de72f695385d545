//! The real window, driven from outside: a small client of the WebDriver protocol and the driver's process.

use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::client::Http;
use crate::relay::{Folder, isolate};
use crate::{PATIENCE, eventually};

/// One driver with one window, on ports of its own.
#[derive(Debug)]
pub struct Window {
    driver: Child,
    session: String,
    http: Http,
    name: &'static str,
}

impl Drop for Window {
    fn drop(&mut self) {
        // The driver's group has the browser's own driver and the program in it; the driver alone would leave them behind.
        if let Some(driver) = self.driver.id() {
            drop(std::process::Command::new("kill").args(["-KILL", "--", &format!("-{driver}")]).status());
        }
    }
}

/// Key under which WebDriver writes the id of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window {
    /// Opens the program's window with these arguments. What it logs goes to the folder's log. `name` names the screenshot of a failure.
    pub async fn open(name: &'static str, program: &Path, arguments: &[&str], folder: &Folder) -> Self {
        Self::open_on(name, program, arguments, folder, "disabled:").await
    }

    /// The same on a session bus of this address.
    pub async fn open_on(
        name: &'static str,
        program: &Path,
        arguments: &[&str],
        folder: &Folder,
        bus: &str,
    ) -> Self {
        let (port, native) = (free_port(), free_port());
        let mut command = Command::new("tauri-driver");
        isolate(&mut command);
        let driver = command
            .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
            .env("RUST_LOG", "info,switchboard=debug")
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .env("XDG_CONFIG_HOME", folder.path().join("config"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(folder.log_file())
            .process_group(0)
            .spawn()
            .expect("tauri-driver is installed by make test");
        let http = Http::default();
        let base = format!("http://127.0.0.1:{port}");
        // Made before there is a session, so that the driver ends with it whatever happens.
        let mut window = Self { driver, session: String::new(), http, name };
        let http = window.http.clone();
        eventually("the driver is ready", async || {
            let answer = http.send("GET", &format!("{base}/status"), &[], "").await.ok()?;
            (answer.status == 200).then_some(())
        })
        .await;
        // No browserName: the driver of WebKitGTK matches none but its own, and finds none in the program.
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "tauri:options": { "application": program, "args": arguments }
        } } });
        let url = format!("{base}/session");
        let opening = http.post(&url, wanted.to_string());
        let answer = tokio::time::timeout(PATIENCE, opening).await.expect("the window opens");
        let id = answer.json()["value"]["sessionId"].as_str().map(str::to_owned);
        let id = id.unwrap_or_else(|| panic!("no session: {}", answer.text()));
        window.session = format!("{base}/session/{id}");
        window
    }

    /// Closes the window and waits until the program has ended in order.
    pub async fn close(self) {
        self.ask("DELETE", "", Value::Null).await.unwrap();
    }

    async fn ask(&self, method: &str, path: &str, body: Value) -> Result<Value, Value> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let url = format!("{}{path}", self.session);
        let headers = [("content-type", "application/json")];
        let asked = tokio::time::timeout(PATIENCE, self.http.send(method, &url, &headers, body)).await;
        let answer = asked
            .map_err(|_| Value::String(format!("no answer to {method} {path}")))?
            .map_err(Value::String)?;
        let value = answer.json()["value"].take();
        if answer.status == 200 { Ok(value) } else { Err(value) }
    }

    /// Runs JavaScript in the page: the body of a function, whose answer comes back.
    pub async fn run(&self, script: &str, arguments: Value) -> Value {
        let body = json!({ "script": script, "args": arguments });
        match self.ask("POST", "/execute/sync", body).await {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{script}: {error}")).await,
        }
    }

    /// Runs a command of the app through the window's own way, and gives its answer.
    pub async fn rpc(&self, cmd: &str, payload: Value) -> Value {
        let asked = "const [cmd, payload] = arguments; return invoke('rpc', { cmd, payload })";
        match self.invoke(asked, json!([cmd, payload])).await {
            Ok(answer) => answer,
            Err(error) => self.fail(&format!("{cmd}: {error}")).await,
        }
    }

    /// Runs JavaScript in the page that may call the window's commands (`invoke`): the body of a function, whose promise is waited for.
    /// Errors: what it is rejected with.
    pub async fn invoke(&self, script: &str, arguments: Value) -> Result<Value, Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1], invoke = window.__TAURI_INTERNALS__.invoke; \
             (function () {{ {script} }}).apply(null, arguments).then((ok) => done({{ ok: ok ?? null }}), (error) => done({{ error }}))"
        );
        let body = json!({ "script": script, "args": arguments });
        let mut answer = match self.ask("POST", "/execute/async", body).await {
            Ok(answer) => answer,
            Err(error) => self.fail(&format!("{script}: {error}")).await,
        };
        match answer.get_mut("ok") {
            Some(ok) => Ok(ok.take()),
            None => Err(answer["error"].take()),
        }
    }

    /// Waits for an element with this XPath that is shown, and gives its id.
    pub async fn find(&self, xpath: &str) -> String {
        let body = json!({ "using": "xpath", "value": xpath });
        self.eventually(&format!("{xpath} is shown"), async || {
            let found = self.ask("POST", "/element", body.clone()).await.ok()?;
            let id = found[ELEMENT].as_str()?.to_owned();
            let shown = self.ask("GET", &format!("/element/{id}/displayed"), Value::Null).await.ok()?;
            (shown == true).then_some(id)
        })
        .await
    }

    /// Waits for an element and clicks it; again, if it moved or was covered just then.
    pub async fn click(&self, xpath: &str) {
        self.eventually(&format!("{xpath} can be clicked"), async || {
            let id = self.find(xpath).await;
            self.ask("POST", &format!("/element/{id}/click"), json!({})).await.ok()
        })
        .await;
    }

    /// Waits for a field and writes into it.
    pub async fn write(&self, xpath: &str, text: &str) {
        let id = self.find(xpath).await;
        if let Err(error) = self.ask("POST", &format!("/element/{id}/value"), json!({ "text": text })).await {
            self.fail(&format!("{xpath}: {error}")).await;
        }
    }

    /// Like [`crate::eventually`], with a screenshot where it never happens.
    pub async fn eventually<T>(&self, what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
        let asking = async {
            loop {
                if let Some(answer) = ask().await {
                    return answer;
                }
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        };
        match tokio::time::timeout(crate::PATIENCE, asking).await {
            Ok(answer) => answer,
            Err(_) => self.fail(&format!("never happened: {what}")).await,
        }
    }

    async fn fail(&self, why: &str) -> ! {
        let file = crate::relay::program("").join(format!("window-{}.png", self.name));
        Picture::of_screen().write(&file);
        panic!("{why}; the screen at that moment: {}", file.display());
    }
}

/// What the screen shows. The driver's own screenshots wait for ever where there is no graphics card, so the picture is taken from the
/// memory of the virtual screen, which `make` has put into a file.
#[derive(Debug)]
pub struct Picture {
    width: u32,
    height: u32,
    /// Red, green, blue of each point, row by row.
    points: Vec<u8>,
}

impl Picture {
    /// The screen as it is now.
    #[must_use]
    pub fn of_screen() -> Self {
        let folder = std::env::var_os("SWITCHBOARD_SCREEN").expect("run by make test-window");
        let dump = std::fs::read(Path::new(&folder).join("Xvfb_screen0")).unwrap();
        // The dump is as XWDFile.h says: a head of 32-bit words, a table of colours, then rows of blue, green, red and nothing.
        let word = |n: usize| u32::from_be_bytes(dump[n * 4..n * 4 + 4].try_into().unwrap());
        let (head, width, height, bits, line, colours) =
            (word(0), word(4), word(5), word(11), word(12), word(19));
        assert_eq!(bits, 32, "the screen has 24 bits of colour");
        let rows = &dump[(head + colours * 12) as usize..];
        let points = rows.chunks(line as usize).take(height as usize).flat_map(|row| {
            row.chunks(4).take(width as usize).flat_map(|point| [point[2], point[1], point[0]])
        });
        Self { width, height, points: points.collect() }
    }

    /// How many different colours there are.
    #[must_use]
    pub fn colours(&self) -> usize {
        self.points.chunks(3).collect::<std::collections::HashSet<_>>().len()
    }

    /// Writes it as PNG.
    pub fn write(&self, file: &Path) {
        let mut encoder = png::Encoder::new(std::fs::File::create(file).unwrap(), self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        encoder.write_header().unwrap().write_image_data(&self.points).unwrap();
    }
}

/// A port nobody uses now. Somebody else may take it before it is used; the system gives ports in turn, so this is rare.
fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
