//! The real window: five tests of what only it can show. Everything else is tested without it.
//!
//! `make test-window` runs them on a display of their own. Each has a driver, ports and a data folder of its own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use serde_json::json;
use switchboard_engine::api::strings;
use switchboard_tests::client::Http;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Folder, program};
use switchboard_tests::webdriver::Window;

async fn open(name: &'static str, folder: &Folder) -> Window {
    let data = folder.data();
    let arguments = ["--data", data.to_str().unwrap(), "--relay", "127.0.0.1:0"];
    let window = Window::open(name, &program("switchboard"), &arguments).await;
    window.find("//nav//a").await;
    window
}

/// What the screens say, by its key.
fn word(key: &str) -> String {
    let text = strings::text(key, &BTreeMap::new());
    assert_ne!(text, key, "en.ftl has no {key}");
    text
}

fn button(key: &str) -> String {
    format!("//button[normalize-space()=\"{}\"]", word(key))
}

async fn go(window: &Window, key: &str) {
    window.click(&format!("//nav//a[normalize-space()=\"{}\"]", word(key))).await;
}

/// The row of the log with this text in it.
fn row(text: &str) -> String {
    format!("//*[@role='grid']//*[@role='row'][contains(., \"{text}\")]")
}

#[tokio::test]
async fn it_opens_and_paints() {
    let folder = Folder::default();
    let window = open("paints", &folder).await;
    window.find("//h1").await;
    let colours = window.run("return getComputedStyle(document.body).backgroundColor", json!([])).await;
    assert_ne!(colours, "rgba(0, 0, 0, 0)", "the styles are there");
    let picture = window.screenshot().await;
    assert!(picture.len() > 15_000, "a window of one colour is a few KB; this is {} bytes", picture.len());
    window.close().await;
}

#[tokio::test]
async fn a_channel_is_created_by_clicking() {
    let folder = Folder::default();
    let window = open("creates", &folder).await;
    go(&window, "nav-channels").await;
    window.click(&button("channels-add")).await;
    window.click("//*[@role='dialog' or @role='region' or self::main]//*[@value='chatwoot' or @data-platform='chatwoot']").await;
    window.close().await;
}

#[tokio::test]
async fn a_row_appears_when_a_request_comes() {
    let (folder, endpoint) = (Folder::default(), Endpoint::good().await);
    let window = open("row", &folder).await;
    let input = json!({ "name": "Support", "platform": "chatwoot", "callbackUrl": endpoint.url });
    let channel = window.rpc("channel.create", input).await;
    go(&window, "nav-traffic").await;
    window.find("//*[@role='grid']").await;
    let answer = Http::default()
        .post(channel["intakeUrl"].as_str().unwrap(), chatwoot_message(1, "a", "Into the window"))
        .await;
    assert_eq!(answer.status, 200);
    window.find(&format!("{}[contains(., \"{}\")]", row("Into the window"), word("state-delivered"))).await;
    window.close().await;
}

#[tokio::test]
async fn subscriptions_are_freed_when_pages_change() {
    let folder = Folder::default();
    let window = open("subscriptions", &folder).await;
    for _ in 0..5 {
        for room in ["nav-channels", "nav-traffic", "nav-home"] {
            go(&window, room).await;
        }
        window.run("window.location.reload()", json!([])).await;
        window.find("//nav//a").await;
    }
    window
        .eventually("one page has one subscription", async || {
            let count = window.rpc("window.subscriptions", json!({})).await;
            (count == 1).then_some(())
        })
        .await;
    window.close().await;
}

#[tokio::test]
async fn everything_is_there_when_it_is_opened_again() {
    let folder = Folder::default();
    let window = open("again", &folder).await;
    window.rpc("channel.create", json!({ "name": "Still here", "platform": "userlike" })).await;
    window.close().await;
    let window = open("again", &folder).await;
    go(&window, "nav-channels").await;
    window.find("//*[contains(text(), 'Still here')]").await;
    window.close().await;
}
