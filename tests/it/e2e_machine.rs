//! What this computer itself does to the relay: a full disk, a firewall, a wrong clock, another program at the data. Each is done for real.

use std::process::{Command, Stdio};

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Channel, Relay, Start};

use crate::e2e_problems::{all_well, open, opened, post, primary, remedy};
use crate::{chatwoot, chatwoot_to, set, texts};

fn runs(program: &str, arguments: &[&str]) -> bool {
    let quiet = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// A disk of its own for a relay's data, which can be made larger and smaller while it runs.
struct Disk(u32, String);

impl Disk {
    /// How to start a relay on one of 300 MB; none where this machine does not let anybody make one.
    fn under(start: &mut Start) -> bool {
        if !runs("unshare", &["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) {
            eprintln!("skipped: no disk can be made here");
            return false;
        }
        let folder = start.folder.data();
        std::fs::create_dir_all(&folder).unwrap();
        let mount = r#"mount -t tmpfs -o size=300m tmpfs "$0" && exec "$@""#;
        let words = ["unshare", "-rm", "sh", "-c", mount, folder.to_str().unwrap()];
        start.under = words.map(str::to_owned).to_vec();
        true
    }

    fn of(relay: &Relay) -> Self {
        Self(relay.process(), relay.folder.data().to_str().unwrap().to_owned())
    }

    fn run(&self, words: &[&str]) -> String {
        let process = self.0.to_string();
        let within = ["-t", &process, "-U", "-m", "--preserve-credentials", "--wd=/"];
        let output = Command::new("nsenter").args(within).args(words).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn resize(&self, size: &str) {
        self.run(&["mount", "-o", &format!("remount,size={size}"), &self.1]);
    }

    /// Nothing more fits on it.
    fn fill(&self) {
        let used = self.run(&["df", "--output=used", "-k", &self.1]);
        let used = used.lines().last().unwrap().trim().to_owned();
        self.resize(&format!("{used}k"));
    }
}

#[tokio::test]
async fn little_room_on_the_disk_is_told_while_everything_is_still_taken() {
    let mut start = Start::default();
    if !Disk::under(&mut start) {
        return;
    }
    let (relay, endpoint) = (start.start().await, Endpoint::good().await);
    let (disk, channel) = (Disk::of(&relay), chatwoot_to(&relay, &endpoint.url).await);
    post(&relay, &channel, 1, "one").await;
    all_well(&relay).await;
    disk.resize("150m");
    let problem = opened(&relay, "DB-03").await;
    assert_eq!(primary(&problem), "freeSpace", "{problem}");
    assert_ne!(relay.call("status.get", json!({})).await["sentence"]["tone"], "good");
    post(&relay, &channel, 2, "two").await;
    assert_eq!(texts(&endpoint.received(2).await), ["one", "two"]);
    // There is nothing that old.
    let did = remedy(&relay, &problem, "freeSpace", json!({})).await;
    assert_eq!((&did["error"], &did["sentence"]["params"]["count"]), (&Value::Null, &json!("0")), "{did}");
    assert_eq!(did["problem"]["state"], "open", "{did}");
    disk.resize("300m");
    remedy(&relay, &problem, "checkAgain", json!({})).await;
    all_well(&relay).await;
}

/// Sends messages until one is not kept, and gives how many were, with the status of the one that was not.
async fn until_refused(relay: &Relay, channel: &Channel, first: u64) -> (u64, u16) {
    for number in first..first + 2_000 {
        // Large enough that what is left at the end of a page does not matter.
        let text = format!("{number} {}", "many words ".repeat(2_000));
        let answer = relay.http.post(&channel.intake, chatwoot_message(number, "a", &text)).await;
        if answer.status != 200 {
            return (number - first, answer.status);
        }
    }
    panic!("everything fits on a full disk");
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_called_kept_that_is_not_and_all_goes_on_when_there_is_room() {
    let mut start = Start::default();
    if !Disk::under(&mut start) {
        return;
    }
    let (relay, endpoint) = (start.start().await, Endpoint::good().await);
    relay.impatient().await;
    let (disk, channel) = (Disk::of(&relay), chatwoot_to(&relay, &endpoint.url).await);
    post(&relay, &channel, 1, "one").await;
    endpoint.received(1).await;
    disk.fill();
    let (kept, status) = until_refused(&relay, &channel, 10).await;
    assert!((500..600).contains(&status), "a platform that repeats does so: {status}");
    // What cannot be written down is told all the same.
    let told = eventually("it is said", async || {
        let status = relay.call("status.get", json!({})).await;
        (status["sentence"]["tone"] == "bad").then_some(status)
    })
    .await;
    assert!(told["sentence"]["english"].as_str().unwrap().contains("disk is full"), "{told}");

    disk.resize("300m");
    post(&relay, &channel, 5_000, "There is room").await;
    if let Some(problem) = open(&relay).await.into_iter().find(|it| it["code"] == "DB-03") {
        remedy(&relay, &problem, "checkAgain", json!({})).await;
    }
    let received = endpoint
        .until("what was kept arrives", |all| all.iter().any(|it| it.text() == "There is room"))
        .await;
    assert_eq!(received.len() as u64, kept + 2, "what was kept, and nothing that was refused");
    all_well(&relay).await;
}

/// Something that keeps a process from a system call; it lets it be when it is dropped.
struct Barred(std::process::Child);

impl Barred {
    /// Every such call of the relay fails with that error, where a path is given only at that file. None where this machine lets nobody do
    /// that.
    fn new(relay: &Relay, call: &str, error: &str, file: Option<&str>) -> Option<Self> {
        if !runs("strace", &["-qq", "-e", "trace=none", "true"]) {
            eprintln!("skipped: system calls cannot be made to fail here");
            return None;
        }
        let (trace, inject) = (format!("trace={call}"), format!("inject={call}:error={error}"));
        let process = relay.process().to_string();
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", &trace, "-e", &inject, "-p", &process, "-o", "/dev/null"]);
        if let Some(file) = file {
            command.args(["-P", file]);
        }
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let status = format!("/proc/{process}/status");
        loop {
            let traced = std::fs::read_to_string(&status).unwrap();
            if traced.lines().any(|line| line.starts_with("TracerPid:") && !line.ends_with("\t0")) {
                return Some(Self(child));
            }
            if child.try_wait().unwrap().is_some() {
                eprintln!("skipped: one process may not watch another here");
                return None;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
}

impl Drop for Barred {
    fn drop(&mut self) {
        // Killed outright it would take the relay with it.
        runs("kill", &[&self.0.id().to_string()]);
        drop(self.0.wait());
    }
}

#[tokio::test]
async fn something_that_blocks_the_relay_on_this_computer_is_told_until_it_lets_it_be() {
    let (relay, _endpoint, _channel) = chatwoot().await;
    let Some(firewall) = Barred::new(&relay, "connect", "EPERM", None) else { return };
    // It calls itself anew when its address changes.
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    drop(taken);
    relay.call("relay.usePort", json!({ "port": port })).await;
    let problem = opened(&relay, "FW-01").await;
    assert_eq!(primary(&problem), "checkAgain", "{problem}");
    assert_ne!(relay.call("status.get", json!({})).await["sentence"]["tone"], "good");
    let still = remedy(&relay, &problem, "checkAgain", json!({})).await;
    assert_eq!(still["problem"]["state"], "open", "{still}");
    drop(firewall);
    remedy(&relay, &problem, "checkAgain", json!({})).await;
    all_well(&relay).await;
}

#[tokio::test]
async fn a_fault_nobody_foresaw_is_answered_so_that_nothing_is_lost_and_told() {
    let (relay, endpoint, channel) = chatwoot().await;
    let journal = relay.folder.data().join("journal.db-wal");
    let Some(fault) = Barred::new(&relay, "pwrite64", "EIO", journal.to_str()) else { return };
    let answer = relay.http.post(&channel.intake, chatwoot_message(1, "a", "one")).await;
    assert!((500..600).contains(&answer.status), "{}: {}", answer.status, answer.text());
    drop(fault);
    let problem = opened(&relay, "APP-01").await;
    assert_eq!(primary(&problem), "checkAgain", "{problem}");
    assert_eq!(problem["body"]["key"], "problem-turned-away", "{problem}");
    post(&relay, &channel, 2, "two").await;
    assert_eq!(texts(&endpoint.received(1).await), ["two"]);
    remedy(&relay, &problem, "checkAgain", json!({})).await;
    all_well(&relay).await;
}

#[tokio::test]
async fn another_program_at_the_data_is_told_and_nothing_is_called_kept_that_is_not() {
    let (relay, endpoint, channel) = chatwoot().await;
    post(&relay, &channel, 1, "one").await;
    endpoint.received(1).await;
    let other = rusqlite::Connection::open(relay.folder.data().join("journal.db")).unwrap();
    other.busy_timeout(switchboard_tests::PATIENCE).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = relay.http.post(&channel.intake, chatwoot_message(2, "a", "two")).await;
    assert!((500..600).contains(&answer.status), "{}: {}", answer.status, answer.text());
    other.execute_batch("ROLLBACK").unwrap();
    let problem = opened(&relay, "DB-01").await;
    assert_eq!(primary(&problem), "checkAgain", "{problem}");
    post(&relay, &channel, 3, "three").await;
    assert_eq!(texts(&endpoint.received(2).await), ["one", "three"]);
    remedy(&relay, &problem, "checkAgain", json!({})).await;
    all_well(&relay).await;
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_until_the_clocks_agree() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|_| Reply::with(200, "date", "Mon, 21 Sep 2020 13:33:20 GMT"));
    post(&relay, &channel, 1, "one").await;
    let problem = opened(&relay, "TIME-01").await;
    assert_eq!((&problem["about"]["kind"], primary(&problem)), (&json!("clock"), "checkAgain"), "{problem}");
    assert_eq!(problem["body"]["key"], "problem-time-01-minutes", "{problem}");
    relay.results(&channel, 1, "delivered").await;
    let still = remedy(&relay, &problem, "checkAgain", json!({})).await;
    assert_eq!(still["problem"]["state"], "open", "{still}");
    endpoint.behave(|_| Reply::ok());
    remedy(&relay, &problem, "checkAgain", json!({})).await;
    all_well(&relay).await;
}

#[tokio::test]
async fn where_the_way_is_cut_the_systems_proxy_is_tried() {
    let (proxy, cut) = (Endpoint::good().await, Endpoint::start(|_| Reply::Reset).await);
    let start = Start { environment: vec![("http_proxy".to_owned(), proxy.url.clone())], ..Start::default() };
    let relay = start.start().await;
    relay.impatient().await;
    set(&relay, json!({ "proxy": "none" })).await;
    // Of an address by this name nobody says that it is this computer, which no proxy stands before.
    let channel = chatwoot_to(&relay, &format!("{}/hook", cut.url.replace("127.0.0.1", "0.0.0.0"))).await;
    post(&relay, &channel, 1, "one").await;
    let problem = opened(&relay, "NET-07").await;
    assert_eq!(primary(&problem), "systemProxy", "{problem}");
    remedy(&relay, &problem, "systemProxy", json!({})).await;
    let through = proxy.received(1).await;
    assert_eq!(texts(&through[..1]), ["one"]);
    assert!(through[0].path.starts_with("http://0.0.0.0:"), "{}", through[0].path);
    all_well(&relay).await;
}
