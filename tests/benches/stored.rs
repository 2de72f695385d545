//! The rows that want a great many exchanges stored. They are made once, through the relay itself, and kept; every run works on a copy.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use switchboard_engine::clock::Clock;
use switchboard_tests::relay::{Channel, Folder, Relay};

use crate::Size;
use crate::load::{Load, Requests, elma_connect, quantile};
use crate::sink::Sink;
use crate::table::{Row, Table, ms, thousands};
use crate::throughput::{CONNECTIONS, address, channel, forwarded, search_until, waiting};

const START: &str = "start with 1,000,000 deliveries waiting";
const MEMORY: &str = "memory, headless and idle, 1,000,000 stored";
const PAGES: &str = "a page of the log at 1,000,000, worst";
const SUSTAINED: &str = "forwarded and recorded, 1,000,000 stored";
const COUNTED: &str = "what was counted, at 1,000,000, worst";
const ROWS: [&str; 5] = [START, MEMORY, PAGES, COUNTED, SUSTAINED];

/// The channels whose deliveries wait, and the one whose endpoint takes everything.
const WAITING: [&str; 3] = ["Waiting ELMA365", "Waiting Chatwoot", "Waiting Userlike"];
const DONE: &str = "Done";
const REFUSED: &str = "Refused";

/// All of them, in an order in which none spoils the next.
pub(crate) async fn all(table: &mut Table, size: Size) {
    if !ROWS.into_iter().any(|what| table.wants(what)) {
        return;
    }
    let kept = kept(size);
    if !kept.exists() {
        eprintln!("storing {} exchanges, once", thousands(size.stored));
        let clock = Clock.stopwatch();
        let to = kept.clone();
        if let Err(trouble) = tokio::spawn(async move { seed(&to, size).await }).await {
            for what in ROWS {
                table.fail(what, &trouble.to_string());
            }
            return;
        }
        eprintln!("  done in {:.0} s", clock.elapsed().as_secs_f64());
    }
    let folder = Folder::default();
    copy(&kept, &folder.data());
    let sink = Arc::new(Sink::start());

    let (on, to) = (folder.clone(), Arc::clone(&sink));
    table.row(START, async move { start(on, &to).await }).await;
    let on = folder.clone();
    table.row(MEMORY, async move { memory(on).await }).await;
    let on = folder.clone();
    table.row(PAGES, async move { pages(on).await }).await;
    let on = folder.clone();
    table.row(COUNTED, async move { counted(on).await }).await;
    table
        .row(SUSTAINED, async move {
            let relay = Relay::start_in(folder).await;
            mode(&relay, "paused", None).await;
            let done = named(&relay, DONE).await;
            relay.call("channel.update", json!({ "id": done.id, "callbackUrl": sink.url("/ok") })).await;
            forwarded(&relay, &done, &sink, size, ("0.15 x nginx", 0.15)).await
        })
        .await;
}

/// Where they are kept: beside the build, one for each number.
fn kept(size: Size) -> PathBuf {
    let program = std::env::current_exe().unwrap();
    // target/release/deps/numbers-…
    let target = program.ancestors().nth(3).unwrap();
    target.join("bench").join(format!("stored-{}", size.stored))
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    let copied =
        std::process::Command::new("cp").args(["-a", "--reflink=auto"]).arg(from.join(".")).arg(to).status();
    assert!(copied.unwrap().success(), "the stored exchanges could not be copied");
}

/// Lets what waits go to this endpoint, or keeps it from going.
async fn mode(relay: &Relay, mode: &str, callback: Option<&str>) {
    for name in WAITING {
        let mut input = json!({ "id": named(relay, name).await.id, "mode": mode });
        if let Some(callback) = callback {
            input["callbackUrl"] = json!(callback);
        }
        relay.call("channel.update", input).await;
    }
}

async fn named(relay: &Relay, name: &str) -> Channel {
    let all = relay.call("channel.list", json!({})).await;
    let view = all.as_array().unwrap().iter().find(|channel| channel["name"] == name);
    let view = view.unwrap_or_else(|| panic!("no channel {name}")).clone();
    let text = |field: &str| view[field].as_str().unwrap().to_owned();
    let intake = text("intakeUrl");
    let intake_path = intake.strip_prefix(&relay.relay).unwrap().to_owned();
    let (signing_secret, outbox_path, endpoint_token) = Default::default();
    Channel { id: text("id"), intake, intake_path, signing_secret, outbox_path, endpoint_token, view }
}

/// `size.stored` requests of all three platforms to channels that are paused, and some that were delivered and refused.
async fn seed(kept: &Path, size: Size) {
    let sink = Sink::start();
    let relay = Relay::start().await;
    let at_once = json!({ "rejectedScheduleMs": [1], "retryJitter": 0.0 });
    relay.call("settings.update", at_once).await;
    let mut created = Vec::new();
    for (name, platform) in WAITING.into_iter().zip(["elma365", "chatwoot", "userlike"]) {
        let input =
            json!({ "name": name, "platform": platform, "callbackUrl": sink.url("/ok"), "mode": "paused" });
        created.push(relay.channel(input).await);
    }
    let [elma365, chatwoot, userlike] = created.as_slice() else { unreachable!() };
    let token = |channel: &Channel| channel.view["token"].as_str().unwrap_or_default().to_owned();

    let drive = async |requests: Requests, number: u64| {
        let load = Load {
            address: address(&relay.relay),
            connections: CONNECTIONS,
            time: Duration::from_secs(1_200),
            requests: number,
            every: None,
        };
        let driven = load.drive(&Arc::new(requests)).await;
        assert_eq!(driven.taken, number, "every request is taken");
        driven.last
    };
    drive(elma_connect(&elma365.intake_path, &token(elma365)), 1).await;
    let mixed = Requests::mixed(
        (&elma365.intake_path, &token(elma365)),
        &chatwoot.intake_path,
        (&userlike.intake_path, &token(userlike)),
    );
    drive(mixed, size.stored).await;
    let before = waiting(&relay).await;
    assert!(before >= size.stored, "{before} deliveries wait, though {} were to", size.stored);

    let done = channel(&relay, DONE, Some(sink.url("/ok"))).await;
    drive(Requests::chatwoot(&done.intake_path, 0), size.stored / 20).await;
    let refused = channel(&relay, REFUSED, Some(sink.url("/422"))).await;
    let last = drive(Requests::chatwoot(&refused.intake_path, 0), size.stored / 500).await;
    let clock = Clock.stopwatch();
    while waiting(&relay).await > before {
        assert!(clock.elapsed() < Duration::from_secs(300), "what was sent is delivered or given up");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    while !search_until(&relay, last).await {
        assert!(clock.elapsed() < Duration::from_secs(300), "the search catches up");
    }
    let schedule = json!({ "rejectedScheduleMs": [5_000, 30_000], "retryJitter": 0.2 });
    relay.call("settings.update", schedule).await;
    let folder = relay.stop().await;

    // Made whole or not at all: an interrupted run leaves nothing behind.
    let making = kept.with_extension("making");
    drop(std::fs::remove_dir_all(&making));
    copy(&folder.data(), &making);
    std::fs::rename(&making, kept).unwrap();
}

/// From the start of the process until it says that it is ready, while everything stored is due at an endpoint that hangs.
async fn start(folder: Folder, sink: &Sink) -> Row {
    let relay = Relay::start_in(folder).await;
    mode(&relay, "active", Some(&sink.url("/hang"))).await;
    let folder = relay.stop().await;

    let clock = Clock.stopwatch();
    let relay = Relay::start_in(folder).await;
    let took = clock.elapsed();
    let owed = waiting(&relay).await;
    mode(&relay, "paused", None).await;
    relay.stop().await;

    let clock = Clock.stopwatch();
    let empty = Relay::start().await;
    let bare = clock.elapsed();
    drop(empty);
    Row {
        number: ms(took),
        baseline: format!("with an empty folder {}", ms(bare)),
        goal: "<= 1 s",
        reached: Some(took <= Duration::from_secs(1)),
        notes: vec![format!("waiting {}", thousands(owed))],
        ..Row::default()
    }
}

/// What the process holds when nothing happens.
async fn memory(folder: Folder) -> Row {
    let relay = Relay::start_in(folder).await;
    mode(&relay, "paused", None).await;
    let folder = relay.stop().await;
    let relay = Relay::start_in(folder).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let (all, own) = (resident(&relay, "VmRSS:"), resident(&relay, "RssAnon:"));
    relay.stop().await;
    let empty = Relay::start().await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let bare = resident(&empty, "VmRSS:");
    Row {
        number: format!("{all:.1} MiB"),
        baseline: format!("with an empty folder {bare:.1} MiB"),
        goal: "<= 60 MiB",
        reached: Some(all <= 60.0),
        notes: vec![format!("of it not backed by files {own:.1} MiB")],
        ..Row::default()
    }
}

fn resident(relay: &Relay, field: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", relay.process())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1_024.0
}

/// Every filter, text searches among them, from the newest row and from the middle of the log.
async fn pages(folder: Folder) -> Row {
    const ROUNDS: usize = 7;
    let relay = Relay::start_in(folder).await;
    let chatwoot = named(&relay, WAITING[1]).await.id;
    let refused = named(&relay, REFUSED).await.id;
    let newest = page(&relay, json!({})).await;
    let oldest = page_with(&relay, json!({ "limit": 1, "after": "0000000000000" })).await;
    let time = |page: &Value| page["rows"][0]["at"].as_u64().unwrap();
    let middle = u64::midpoint(time(&newest), time(&oldest));
    let filters = [
        ("all", json!({})),
        ("direction in", json!({ "direction": "in" })),
        ("direction out", json!({ "direction": "out" })),
        ("one channel", json!({ "channel": chatwoot })),
        ("a channel with few", json!({ "channel": refused })),
        ("state failed", json!({ "state": "failed" })),
        ("state delivered", json!({ "state": "delivered" })),
        ("state on hold", json!({ "state": "onHold" })),
        ("a state there is none of", json!({ "state": "unknown" })),
        ("until the middle", json!({ "to": middle })),
        ("out, until the middle", json!({ "direction": "out", "to": middle })),
        ("text: a common word", json!({ "text": "order" })),
        ("text: two words", json!({ "text": "warehouse morning" })),
        ("text: the start of a word", json!({ "text": "war" })),
        ("text: in Russian", json!({ "text": "заказ" })),
        ("text: a number in few", json!({ "text": "111" })),
        ("text: what is nowhere", json!({ "text": "xylophone" })),
        ("text and a state of few", json!({ "text": "order", "state": "failed" })),
        ("text and a channel of few", json!({ "text": "order", "channel": refused })),
        ("text, until the middle", json!({ "text": "order", "to": middle })),
    ];
    let (mut all, mut slowest, mut notes) = (Vec::new(), Duration::ZERO, Vec::new());
    for (name, filter) in filters {
        let mut times = Vec::new();
        let mut shown = page(&relay, filter.clone()).await;
        for _ in 0..ROUNDS {
            let clock = Clock.stopwatch();
            shown = page(&relay, filter.clone()).await;
            times.push(clock.elapsed());
        }
        times.sort_unstable();
        let (median, worst) = (quantile(&times, 0.5), quantile(&times, 1.0));
        let rows = shown["rows"].as_array().map_or(0, Vec::len);
        let stopped = if shown["searchedBack"].is_null() { "" } else { ", stopped at its budget" };
        notes.push(format!(
            "{name:<28} {:>10} median {:>10} worst, {rows} rows{stopped}",
            ms(median),
            ms(worst)
        ));
        slowest = slowest.max(worst);
        all.extend(times);
    }
    relay.stop().await;
    all.sort_unstable();
    Row {
        number: format!("{}, median {}", ms(slowest), ms(quantile(&all, 0.5))),
        baseline: String::new(),
        goal: "<= 50 ms",
        reached: Some(slowest <= Duration::from_millis(50)),
        notes,
        ..Row::default()
    }
}

/// What Home and the map ask for, once everything stored is counted; counting is told beside it.
async fn counted(folder: Folder) -> Row {
    const ROUNDS: usize = 7;
    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(folder.data().join(format!("stats.db{end}"))));
    }
    let relay = Relay::start_in(folder).await;
    let clock = Clock.stopwatch();
    while relay.call("stats.totals", json!({})).await["behind"] == true {
        assert!(clock.elapsed() < Duration::from_secs(600), "everything is counted");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    let counting = clock.elapsed();
    let day = 24 * 60 * 60 * 1_000;
    let now = Clock.now().0;
    let asked = [
        ("a bare command", "event.names", json!({})),
        ("totals", "stats.totals", json!({})),
        ("strips of a day", "stats.strips", json!({ "barMs": 15 * 60_000, "bars": 96 })),
        ("strips of 90 days", "stats.strips", json!({ "bars": 90 })),
        ("series of a day", "stats.series", json!({ "from": now - day, "bucketMs": 15 * 60_000 })),
        ("series of a month", "stats.series", json!({ "from": now - 30 * day, "bucketMs": day / 4 })),
        ("the map, five minutes", "flow.get", json!({})),
        ("the map, a day", "flow.get", json!({ "window": day })),
        ("a replayed hour", "flow.replay", json!({ "from": now - day / 24, "to": now })),
    ];
    let (mut slowest, mut bare, mut notes) = (Duration::ZERO, Duration::ZERO, Vec::new());
    for (name, command, query) in asked {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let clock = Clock.stopwatch();
            relay.call(command, query.clone()).await;
            times.push(clock.elapsed());
        }
        times.sort_unstable();
        let worst = quantile(&times, 1.0);
        notes.push(format!("{name:<28} {:>10} median {:>10} worst", ms(quantile(&times, 0.5)), ms(worst)));
        if command == "event.names" {
            bare = worst;
        } else {
            slowest = slowest.max(worst);
        }
    }
    notes.push(format!("counted anew in the background in {:.0} s", counting.as_secs_f64()));
    relay.stop().await;
    Row {
        number: ms(slowest),
        baseline: format!("a bare command {}", ms(bare)),
        goal: "<= 50 ms",
        reached: Some(slowest <= Duration::from_millis(50)),
        notes,
        ..Row::default()
    }
}

async fn page(relay: &Relay, filter: Value) -> Value {
    page_with(relay, json!({ "limit": 100, "filter": filter })).await
}

async fn page_with(relay: &Relay, query: Value) -> Value {
    relay.call("traffic.page", query).await
}
