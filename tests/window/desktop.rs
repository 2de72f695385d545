//! Closing, quitting, the tray, and a second start.

use std::process::Stdio;

use serde_json::json;
use switchboard_tests::client::Http;
use switchboard_tests::desktop::{Desktop, close_window, programs};
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Folder, program};
use switchboard_tests::webdriver::{Picture, Window};
use switchboard_tests::{PATIENCE, eventually};
use tokio::process::{Child, Command};

use crate::{button, word};

async fn open(name: &'static str, folder: &Folder, desktop: &Desktop) -> Window {
    let data = folder.data();
    let arguments = ["--data", data.to_str().unwrap(), "--relay", "127.0.0.1:0"];
    let window = Window::open_on(name, &program("switchboard"), &arguments, folder, &desktop.address).await;
    window.find("//nav//a").await;
    window
}

/// Starts the program as the desktop does.
fn start(folder: &Folder, desktop: &Desktop, more: &[&str]) -> Child {
    Command::new(program("switchboard"))
        .arg("--data")
        .arg(folder.data())
        .args(["--relay", "127.0.0.1:0"])
        .args(more)
        .env("DBUS_SESSION_BUS_ADDRESS", &desktop.address)
        .env("XDG_CONFIG_HOME", folder.path().join("config"))
        .env("RUST_LOG", "info,switchboard=debug")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(folder.log_file())
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// Starts it once more, and waits until that start has handed over and ended.
async fn start_again(folder: &Folder, desktop: &Desktop, more: &[&str]) {
    let mut second = start(folder, desktop, more);
    let ended = tokio::time::timeout(PATIENCE, second.wait()).await.unwrap().unwrap();
    assert!(ended.success(), "{ended}");
}

async fn close(window: &Window) {
    window.eventually("the window can be closed", async || close_window().then_some(())).await;
}

/// Waits until so many webviews draw for the folder's program.
async fn webviews(folder: &Folder, count: usize) {
    let what = format!("{count} webviews");
    eventually(&what, async || (programs(folder).1.len() == count).then_some(())).await;
}

fn listens(folder: &Folder) -> usize {
    folder.log().lines().filter(|line| line.contains("The page listens.")).count()
}

#[tokio::test]
async fn closed_to_the_tray_the_window_goes_the_relay_stays_and_a_second_start_brings_it_back() {
    let (folder, endpoint) = (Folder::default(), Endpoint::good().await);
    let desktop = Desktop::start(&folder, true).await;
    let window = open("tray", &folder, &desktop).await;
    let input = json!({ "name": "Support", "platform": "chatwoot", "callbackUrl": endpoint.url });
    let channel = window.rpc("channel.create", input).await;
    let intake = channel["intakeUrl"].as_str().unwrap().to_owned();
    webviews(&folder, 1).await;
    let sentence = window.rpc("status.get", json!({})).await["sentence"]["english"].clone();
    let menu = eventually("the tray says how things are", async || {
        desktop.menu().await.filter(|lines| lines.iter().any(|line| sentence == line.as_str()))
    })
    .await;
    for key in ["tray-open", "tray-pause", "tray-pause-15", "tray-copy", "tray-quit"] {
        assert!(menu.contains(&word(key)), "{key} is in the menu: {menu:?}");
    }

    close(&window).await;
    window.click(&button("closing-background")).await;
    webviews(&folder, 0).await;
    let answer = Http::default().post(&intake, chatwoot_message(1, "a", "Behind the curtain")).await;
    assert_eq!(answer.status, 200);
    endpoint.received(1).await;
    assert_eq!(programs(&folder).0.len(), 1, "the program goes on");

    let before = listens(&folder);
    start_again(&folder, &desktop, &["--hidden"]).await;
    assert_eq!(programs(&folder).1.len(), 0, "nobody wanted to look");
    start_again(&folder, &desktop, &[]).await;
    webviews(&folder, 1).await;
    eventually("the page listens again, alone", async || {
        let log = folder.log();
        let last = log.lines().rfind(|line| line.contains("The page listens."))?.contains("open=1");
        (listens(&folder) > before && last && Picture::of_screen().colours() > 100).then_some(())
    })
    .await;

    // It was said to be remembered.
    eventually("the window can be closed", async || close_window().then_some(())).await;
    webviews(&folder, 0).await;
    assert_eq!(programs(&folder).0.len(), 1);
    assert!(desktop.notified().is_empty(), "nothing of it is worth a notification: {:?}", desktop.notified());
}

#[tokio::test]
async fn quitting_asks_while_messages_wait_and_without_a_tray_the_window_is_minimised() {
    let (folder, endpoint) = (Folder::default(), Endpoint::good().await);
    let desktop = Desktop::start(&folder, false).await;
    let window = open("quits", &folder, &desktop).await;
    let input = json!({ "name": "Support", "platform": "chatwoot", "callbackUrl": endpoint.url });
    let channel = window.rpc("channel.create", input).await;
    window.rpc("relay.pause", json!({})).await;
    let intake = channel["intakeUrl"].as_str().unwrap();
    Http::default().post(intake, chatwoot_message(1, "a", "Waits")).await;

    window.invoke("return invoke('desktop_quit')", json!([])).await.unwrap();
    window.find("//*[@role='dialog']//p[contains(., '1 message waits to be sent')]").await;
    window.click(&button("quitting-stay")).await;
    eventually("it says that it goes on", async || {
        (desktop.notified() == [word("notice-minimised")]).then_some(())
    })
    .await;
    assert_eq!(programs(&folder).1.len(), 1, "a window that nothing brings back is not let go");

    window.invoke("return invoke('desktop_quit')", json!([])).await.unwrap();
    // A click that ends the program has nobody left to answer the driver: it is made when the driver has been answered.
    const LATER: &str = "setTimeout((path) => document.evaluate(path, document, null, 9).singleNodeValue.click(), 200, arguments[0])";
    window.find(&button("quitting-quit")).await;
    window.run(LATER, json!([button("quitting-quit")])).await;
    eventually("it has ended", async || programs(&folder).0.is_empty().then_some(())).await;

    // What waited goes on at the next start.
    let again = start(&folder, &desktop, &[]);
    webviews(&folder, 1).await;
    assert!(endpoint.so_far().is_empty(), "it is still paused");
    drop(again);
}

#[tokio::test]
async fn started_hidden_there_is_no_window_and_another_folder_is_another_program() {
    let (folder, other) = (Folder::default(), Folder::default());
    let desktop = Desktop::start(&folder, true).await;
    let hidden = start(&folder, &desktop, &["--hidden"]);
    let running = async |folder: &Folder| {
        eventually("the relay listens", async || folder.log().contains("The relay listens.").then_some(()))
            .await;
    };
    running(&folder).await;
    eventually("the sign is in the tray", async || desktop.menu().await).await;
    assert!(programs(&folder).1.is_empty(), "nothing is drawn");
    let beside = start(&other, &desktop, &["--hidden"]);
    running(&other).await;
    assert_eq!((programs(&folder).0.len(), programs(&other).0.len()), (1, 1));
    start_again(&folder, &desktop, &[]).await;
    webviews(&folder, 1).await;
    assert!(programs(&other).1.is_empty(), "the other stays as it is");
    for program in [hidden, beside] {
        let pid = program.id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        let mut program = program;
        let ended = tokio::time::timeout(PATIENCE, program.wait()).await.expect("it ends").unwrap();
        assert!(ended.success(), "asked to end it ends in order: {ended}");
    }
}

#[tokio::test]
async fn the_app_starts_with_the_computer_as_the_settings_say() {
    let folder = Folder::default();
    let desktop = Desktop::start(&folder, true).await;
    let window = open("autostart", &folder, &desktop).await;
    let state = window.invoke("return invoke('desktop_state')", json!([])).await.unwrap();
    assert_eq!(state, json!({ "tray": true, "autostart": false }), "off until asked");
    let set = "return invoke('desktop_autostart', { on: arguments[0] })";
    assert_eq!(window.invoke(set, json!([true])).await.unwrap()["autostart"], true);
    // A folder named at the start has an entry of its own.
    let entries = std::fs::read_dir(folder.path().join("config/autostart")).unwrap();
    let files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    let [file] = &files[..] else { panic!("{files:?}") };
    assert_ne!(file.file_name().unwrap(), "switchboard.desktop");
    let line = || std::fs::read_to_string(file).unwrap_or_default();
    assert!(line().contains(folder.data().to_str().unwrap()) && !line().contains("--hidden"), "{}", line());
    window.rpc("settings.update", json!({ "startHidden": true, "safeGraphics": true })).await;
    window
        .eventually("the settings are where the next start reads them", async || {
            let early = std::fs::read_to_string(folder.data().join("window.json")).unwrap_or_default();
            (line().contains("--hidden") && early.contains("true")).then_some(())
        })
        .await;
    assert_eq!(window.invoke(set, json!([false])).await.unwrap()["autostart"], false);
    assert!(!file.exists());
    window.close().await;
}
