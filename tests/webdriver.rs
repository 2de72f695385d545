//! The real window, driven from outside: a small client of the WebDriver protocol and the driver's process.

use std::path::Path;
use std::process::Stdio;

use base64::Engine as _;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::client::Http;
use crate::eventually;

/// One driver with one window, on ports of its own.
#[derive(Debug)]
pub struct Window {
    driver: Child,
    session: String,
    http: Http,
    name: &'static str,
}

/// Key under which WebDriver writes the id of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window {
    /// Opens the program's window with these arguments and waits for its page. `name` names the screenshot of a failure.
    pub async fn open(name: &'static str, program: &Path, arguments: &[&str]) -> Self {
        let (port, native) = (free_port(), free_port());
        let driver = Command::new("tauri-driver")
            .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("tauri-driver is installed by make test");
        let http = Http::default();
        let base = format!("http://127.0.0.1:{port}");
        eventually("the driver is ready", async || {
            let answer = http.send("GET", &format!("{base}/status"), &[], "").await.ok()?;
            (answer.status == 200).then_some(())
        })
        .await;
        // No browserName: the driver of WebKitGTK matches none but its own, and finds none in the program.
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "tauri:options": { "application": program, "args": arguments }
        } } });
        let answer = http.post(&format!("{base}/session"), wanted.to_string()).await;
        let id = answer.json()["value"]["sessionId"].as_str().map(str::to_owned);
        let id = id.unwrap_or_else(|| panic!("no session: {}", answer.text()));
        Self { driver, session: format!("{base}/session/{id}"), http, name }
    }

    /// Closes the window, as its user would, and ends the driver.
    pub async fn close(mut self) {
        self.ask("DELETE", "", Value::Null).await.unwrap();
        self.driver.kill().await.unwrap();
    }

    async fn ask(&self, method: &str, path: &str, body: Value) -> Result<Value, Value> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let url = format!("{}{path}", self.session);
        let headers = [("content-type", "application/json")];
        let answer = self.http.send(method, &url, &headers, body).await.map_err(Value::String)?;
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
        let script = "const [cmd, payload, done] = arguments; \
                      window.__TAURI_INTERNALS__.invoke('rpc', { cmd, payload }).then((ok) => done({ ok }), (error) => done({ error }))";
        let body = json!({ "script": script, "args": [cmd, payload] });
        let mut answer = match self.ask("POST", "/execute/async", body).await {
            Ok(answer) => answer,
            Err(error) => self.fail(&format!("{cmd}: {error}")).await,
        };
        match answer.get_mut("ok") {
            Some(ok) => ok.take(),
            None => self.fail(&format!("{cmd}: {answer}")).await,
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

    /// The window as a picture, in PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        let shot = self.ask("GET", "/screenshot", Value::Null).await.expect("a screenshot");
        base64::engine::general_purpose::STANDARD.decode(shot.as_str().unwrap()).unwrap()
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
        let picture = crate::relay::program("").join(format!("window-{}.png", self.name));
        if let Ok(shot) = self.ask("GET", "/screenshot", Value::Null).await
            && let Ok(shot) =
                base64::engine::general_purpose::STANDARD.decode(shot.as_str().unwrap_or_default())
        {
            drop(std::fs::write(&picture, shot));
        }
        panic!("{why}; the window at that moment: {}", picture.display());
    }
}

/// A port nobody uses now. Somebody else may take it before it is used; the system gives ports in turn, so this is rare.
fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
