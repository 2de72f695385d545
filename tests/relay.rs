//! `switchboard-server` as a child process with a data folder of its own, its commands and its live rows.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::client::{Answer, Http};
use crate::{PATIENCE, eventually};

/// A program of the workspace, as the build before the tests made it.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let folder = std::env::var_os("SWITCHBOARD_BIN").map_or_else(
        // This test is TARGET/debug/deps/NAME; the programs are two folders up.
        || std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned(),
        PathBuf::from,
    );
    let path = folder.join(name);
    assert!(path.exists(), "{} is missing: build the workspace's programs first", path.display());
    path
}

/// Keeps a child from the keychain and the proxies of whoever runs the tests.
pub fn isolate(command: &mut Command) {
    // Merely removed, it would be looked for where it usually is.
    command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        command.env_remove(name).env_remove(name.to_uppercase());
    }
}

/// Where one relay keeps everything: `data`, and `log` with whatever it said. Removed with the last who holds it.
#[derive(Clone, Debug)]
pub struct Folder(Arc<TempDir>);

impl Default for Folder {
    fn default() -> Self {
        Self(Arc::new(tempfile::Builder::new().prefix("switchboard-").tempdir().unwrap()))
    }
}

impl Folder {
    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// Whatever relays on this folder wrote to their standard error.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read(self.0.path().join("log"))
            .map_or_else(|_| String::new(), |log| String::from_utf8_lossy(&log).into_owned())
    }

    /// Where programs on this folder write their standard error.
    #[must_use]
    pub fn log_file(&self) -> File {
        File::options().append(true).create(true).open(self.0.path().join("log")).unwrap()
    }

    /// A place for what else a test keeps.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

/// How a relay is started.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Where it keeps everything.
    pub folder: Folder,
    /// More arguments.
    pub arguments: Vec<String>,
    /// More of the environment.
    pub environment: Vec<(String, String)>,
    /// A program that starts it, with its arguments (`strace`).
    pub under: Vec<String>,
}

/// A running relay; it is killed with this value.
#[derive(Debug)]
pub struct Relay {
    /// Where platforms send.
    pub relay: String,
    /// Where the console is.
    pub console: String,
    /// The console's token.
    pub token: String,
    /// What it keeps.
    pub folder: Folder,
    /// Calls it.
    pub http: Http,
    child: Child,
}

impl Drop for Relay {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = self.folder.log();
            let from = log.char_indices().rev().nth(6_000).map_or(0, |(at, _)| at);
            eprintln!("---- the end of the relay's log\n{}\n----", &log[from..]);
        }
    }
}

/// A channel as a test uses it.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Its id.
    pub id: String,
    /// Where the platform sends, at the relay that created it.
    pub intake: String,
    /// The same without scheme and host, which another run of the relay may change.
    pub intake_path: String,
    /// What signs the endpoint's requests.
    pub signing_secret: String,
    /// Where the endpoint sends, without scheme and host.
    pub outbox_path: String,
    /// What it shows there.
    pub endpoint_token: String,
    /// All that `channel.create` answered.
    pub view: Value,
}

impl Start {
    /// Starts it and waits until it is ready.
    pub async fn start(self) -> Relay {
        self.try_start().await.unwrap_or_else(|log| panic!("the relay did not start: {log}"))
    }

    /// Starts it and waits until it is ready. Errors: it ended; what it said.
    pub async fn try_start(self) -> Result<Relay, String> {
        let mut words = self.under.clone();
        words.push(program("switchboard-server").to_string_lossy().into_owned());
        let mut command = Command::new(&words[0]);
        isolate(&mut command);
        let mut child = command
            .args(&words[1..])
            .args(["--relay", "127.0.0.1:0", "--console", "127.0.0.1:0", "--data"])
            .arg(self.folder.data())
            .args(&self.arguments)
            .envs(self.environment)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(self.folder.log_file())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line =
            tokio::time::timeout(PATIENCE, lines.next_line()).await.map_err(|_| "it said nothing".to_owned());
        let Some(line) = line?.unwrap() else {
            let status = child.wait().await.unwrap();
            return Err(format!("{status}: {}", self.folder.log()));
        };
        let ready: Value =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("{line:?} is no JSON: {error}"));
        let text =
            |name: &str| ready[name].as_str().unwrap_or_else(|| panic!("no {name} in {line}")).to_owned();
        // Damaged data can be mended at the console, and until then there is no relay.
        let relay = if ready["ready"] == true { text("relay") } else { String::new() };
        let (console, token) = (text("console"), text("token"));
        Ok(Relay { relay, console, token, folder: self.folder, http: Http::default(), child })
    }
}

impl Relay {
    /// A relay with an empty data folder.
    pub async fn start() -> Self {
        Start::default().start().await
    }

    /// A relay on this data folder.
    pub async fn start_in(folder: Folder) -> Self {
        Start { folder, ..Start::default() }.start().await
    }

    /// Its process id, or that of the program it was started under.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// Ends it as a power cut would (`kill -9`).
    pub async fn kill(mut self) -> Folder {
        self.child.kill().await.unwrap();
        self.folder.clone()
    }

    /// Ends it in order (SIGTERM) and waits for it.
    pub async fn stop(mut self) -> Folder {
        let sent = Command::new("kill").arg(self.process().to_string()).status().await.unwrap();
        assert!(sent.success(), "SIGTERM could not be sent");
        let ended =
            tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("SIGTERM ends it").unwrap();
        assert!(ended.success(), "it ended with {ended}");
        self.folder.clone()
    }

    /// Runs a command. Errors: what the relay says.
    pub async fn rpc(&self, cmd: &str, payload: Value) -> Result<Value, Value> {
        let authorization = format!("Bearer {}", self.token);
        let headers = [("content-type", "application/json"), ("authorization", authorization.as_str())];
        let body = json!({ "cmd": cmd, "payload": payload }).to_string();
        let answer =
            self.http.send("POST", &format!("{}/api/rpc", self.console), &headers, body).await.unwrap();
        assert_eq!(answer.status, 200, "{cmd}: {}", answer.text());
        let mut answer = answer.json();
        match answer.get_mut("ok") {
            Some(ok) => Ok(ok.take()),
            None => Err(answer["error"].take()),
        }
    }

    /// Runs a command that succeeds.
    pub async fn call(&self, cmd: &str, payload: Value) -> Value {
        let asked = payload.to_string();
        self.rpc(cmd, payload).await.unwrap_or_else(|error| panic!("{cmd} {asked}: {error}"))
    }

    /// Runs a command that is refused, and gives the code.
    pub async fn refused(&self, cmd: &str, payload: Value) -> String {
        let asked = payload.to_string();
        match self.rpc(cmd, payload).await {
            Ok(answer) => panic!("{cmd} {asked} was accepted: {answer}"),
            Err(error) => error["code"].as_str().expect("a code").to_owned(),
        }
    }

    /// Creates a channel.
    pub async fn channel(&self, input: Value) -> Channel {
        let view = self.call("channel.create", input).await;
        let text =
            |name: &str| view[name].as_str().unwrap_or_else(|| panic!("no {name} in {view}")).to_owned();
        let intake = text("intakeUrl");
        let intake_path =
            intake.strip_prefix(&self.relay).expect("the intake is at the relay's address").to_owned();
        let outbox_path = text("outboxUrl");
        let outbox_path =
            outbox_path.strip_prefix(&self.relay).expect("the outbox is at the relay's address").to_owned();
        Channel {
            id: text("id"),
            intake,
            intake_path,
            signing_secret: text("signingSecret"),
            outbox_path,
            endpoint_token: text("endpointToken"),
            view,
        }
    }

    /// Joins two channels. Gives the link's id.
    pub async fn link(&self, customers: &Channel, operators: &Channel, more: Value) -> String {
        let mut input = json!({ "customers": customers.id, "operators": operators.id });
        if let (Value::Object(input), Value::Object(more)) = (&mut input, more) {
            input.extend(more);
        }
        self.call("link.create", input).await["id"].as_str().expect("an id").to_owned()
    }

    /// Sends something to a channel's outbox, as its endpoint does.
    pub async fn ask(&self, channel: &Channel, body: &Value) -> Answer {
        let authorization = format!("Bearer {}", channel.endpoint_token);
        let headers = [("content-type", "application/json"), ("authorization", authorization.as_str())];
        let url = format!("{}{}", self.relay, channel.outbox_path);
        self.http.send("POST", &url, &headers, body.to_string()).await.expect("an answer")
    }

    /// Sends something to a channel's outbox that is taken, and gives its id.
    pub async fn send(&self, channel: &Channel, body: Value) -> String {
        let answer = self.ask(channel, &body).await;
        assert_eq!(answer.status, 202, "{body}: {}", answer.text());
        answer.json()["id"].as_str().expect("an id").to_owned()
    }

    /// What became of something that was sent to a channel's outbox.
    pub async fn sent(&self, channel: &Channel, id: &str) -> Value {
        let authorization = format!("Bearer {}", channel.endpoint_token);
        let url = format!("{}{}/{id}", self.relay, channel.outbox_path);
        let answer = self.http.send("GET", &url, &[("authorization", authorization.as_str())], "").await;
        let answer = answer.expect("an answer");
        assert_eq!(answer.status, 200, "{id}: {}", answer.text());
        answer.json()
    }

    /// Waits until something that was sent to a channel's outbox has come so far.
    pub async fn sent_until(&self, channel: &Channel, id: &str, state: &str) -> Value {
        let what = format!("what was sent as {id} is {state}");
        eventually(&what, async || Some(self.sent(channel, id).await).filter(|sent| sent["state"] == state))
            .await
    }

    /// Waits and schedules short enough for a test to see them through.
    pub async fn impatient(&self) {
        let short = json!({
            "retryScheduleMs": [20, 20, 40, 40, 80, 80, 160, 160, 320],
            "retryJitter": 0.0,
            "rejectedScheduleMs": [20, 20],
            "probeMs": 50,
            "breakerAfter": 1000,
        });
        self.call("settings.update", short).await;
    }

    /// The rows of the log that fit, newest first; at most 500.
    pub async fn traffic(&self, filter: Value) -> Vec<Value> {
        let page = self.call("traffic.page", json!({ "limit": 500, "filter": filter })).await;
        page["rows"].as_array().expect("rows").clone()
    }

    /// Waits until the rows of the log that fit are as wanted.
    pub async fn traffic_until(
        &self,
        what: &str,
        filter: Value,
        wanted: impl Fn(&[Value]) -> bool,
    ) -> Vec<Value> {
        eventually(what, async || Some(self.traffic(filter.clone()).await).filter(|rows| wanted(rows))).await
    }

    /// Waits until every row of the log that came in for a channel has this result, and there are so many.
    pub async fn results(&self, channel: &Channel, count: usize, result: &str) -> Vec<Value> {
        let what = format!("{count} requests of the channel with the result {result}");
        self.traffic_until(&what, json!({ "channel": channel.id, "direction": "in" }), |rows| {
            rows.len() == count && rows.iter().all(|row| row["result"] == result)
        })
        .await
    }

    /// Everything about one exchange.
    pub async fn exchange(&self, row: &Value) -> Value {
        self.call("traffic.get", json!({ "id": row["id"] })).await
    }

    /// Deliveries that fit, newest first.
    pub async fn deliveries(&self, filter: Value) -> Vec<Value> {
        let page = self.call("delivery.page", json!({ "limit": 500, "filter": filter })).await;
        page["rows"].as_array().expect("rows").clone()
    }

    /// Waits until the deliveries that fit are as wanted.
    pub async fn deliveries_until(
        &self,
        what: &str,
        filter: Value,
        wanted: impl Fn(&[Value]) -> bool,
    ) -> Vec<Value> {
        eventually(what, async || Some(self.deliveries(filter.clone()).await).filter(|rows| wanted(rows)))
            .await
    }

    /// Calls the console as the page would, with these headers more.
    pub async fn console(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.http
            .send(method, &format!("{}{path}", self.console), headers, body.to_owned())
            .await
            .expect("an answer")
    }

    /// Listens to live rows.
    pub async fn live(&self) -> Live {
        let authorization = format!("Bearer {}", self.token);
        let headers = [("authorization", authorization.as_str())];
        let url = format!("{}/api/stream", self.console);
        let response = self.http.open("GET", &url, &headers, bytes::Bytes::new()).await.unwrap();
        assert_eq!(response.status(), 200, "the stream opens");
        let mut live = Live { body: response.into_body(), rest: Vec::new(), rows: Vec::new(), dropped: 0 };
        // The first sign of life tells that the relay has begun to listen for us.
        live.batch().await;
        live
    }
}

/// Live rows, as they come.
#[derive(Debug)]
pub struct Live {
    body: Incoming,
    rest: Vec<u8>,
    /// Every row that came so far.
    pub rows: Vec<Value>,
    /// How many rows the relay says it had to leave out.
    pub dropped: u64,
}

impl Live {
    /// Reads on until a row is as wanted.
    pub async fn until(&mut self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let mut seen = 0;
        let reading = async {
            loop {
                if let Some(row) = self.rows[seen..].iter().find(|row| wanted(row)) {
                    return row.clone();
                }
                seen = self.rows.len();
                self.batch().await;
            }
        };
        let found = tokio::time::timeout(PATIENCE, reading).await;
        found.unwrap_or_else(|_| panic!("never on the stream: {what}; there were {:#?}", self.rows))
    }

    /// Reads one batch.
    pub async fn batch(&mut self) {
        loop {
            if let Some(end) = self.rest.windows(2).position(|two| two == b"\n\n") {
                let event: Vec<u8> = self.rest.drain(..end + 2).collect();
                let event = String::from_utf8(event).unwrap();
                let data: String = event.lines().filter_map(|line| line.strip_prefix("data:")).collect();
                if data.is_empty() {
                    return;
                }
                let batch: Value =
                    serde_json::from_str(&data).unwrap_or_else(|error| panic!("{data:?}: {error}"));
                self.rows.extend(batch["rows"].as_array().expect("rows").iter().cloned());
                self.dropped += batch["dropped"].as_u64().expect("dropped");
                return;
            }
            let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await.expect("a sign of life");
            let frame = frame.expect("the stream goes on").unwrap();
            self.rest.extend_from_slice(frame.data_ref().expect("data"));
        }
    }
}
