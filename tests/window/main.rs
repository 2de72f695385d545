//! The real window: what only it can show. Everything else is tested without it.
//!
//! `make test-window` runs them on a display of their own. Each has a driver, ports and a data folder of its own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod desktop;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;
use switchboard_engine::strings;
use switchboard_tests::client::Http;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Folder, program};
use switchboard_tests::webdriver::{Picture, Window};

async fn open(name: &'static str, folder: &Folder) -> Window {
    let data = folder.data();
    let arguments = ["--data", data.to_str().unwrap(), "--relay", "127.0.0.1:0"];
    let window = Window::open(name, &program("switchboard"), &arguments, folder).await;
    window.find("//nav//a").await;
    window
}

/// What the screens say, by its key.
fn word(key: &str) -> String {
    let text = strings::text(key, &BTreeMap::new());
    assert_ne!(text, key, "the English catalogue has no {key}");
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
    // Letters have soft edges, so a page with words on it has many shades; an empty window has one.
    window
        .eventually("the page is on the screen", async || {
            (Picture::of_screen().colours() > 100).then_some(())
        })
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_channel_is_created_by_clicking() {
    let folder = Folder::default();
    let window = open("creates", &folder).await;
    go(&window, "nav-channels").await;
    window.click(&button("channels-add")).await;
    window.click("//label[.//input[@type='radio'] and contains(., 'Userlike')]").await;
    window.click(&button("setup-next")).await;
    let name = format!("//label[normalize-space()=\"{}\"]", word("field-name"));
    window.write(&format!("//input[@id={name}/@for]"), "Made by hand").await;
    window.click(&button("setup-next")).await;
    window.click(&format!("//label[contains(., \"{}\")]", word("setup-endpoint-none"))).await;
    window.click(&button("setup-next")).await;
    window.find(&button("address-copy")).await;
    let channels = window.rpc("channel.list", json!({})).await;
    assert_eq!(
        (&channels[0]["name"], &channels[0]["platform"]),
        (&json!("Made by hand"), &json!("userlike"))
    );
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
    const LOADS: usize = 5;
    let folder = Folder::default();
    let window = open("subscriptions", &folder).await;
    for _ in 1..LOADS {
        for room in ["nav-channels", "nav-traffic", "nav-home"] {
            go(&window, room).await;
        }
        window.run("window.location.reload()", json!([])).await;
        window.find("//nav//a").await;
    }
    let listens = window
        .eventually("every load of the page listens", async || {
            let log = folder.log();
            let lines: Vec<String> =
                log.lines().filter(|line| line.contains("The page listens.")).map(str::to_owned).collect();
            (lines.len() >= LOADS).then_some(lines)
        })
        .await;
    assert!(listens.iter().all(|line| line.contains("open=1")), "one at a time: {listens:#?}");
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
    window.find("//table//tr[contains(., 'Still here')]").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_is_brought_in_as_bytes_and_no_foreign_address_is_opened() {
    const BRING: &str = "const [channel, length] = arguments; const bytes = new Uint8Array(length).fill(7); \
                         const headers = { 'x-name': encodeURIComponent('снимок 1.png'), 'x-channel': channel, 'x-type': 'image/png' }; \
                         return invoke('put_file', bytes.buffer, { headers })";
    let folder = Folder::default();
    let window = open("brings", &folder).await;
    let channel = window.rpc("channel.create", json!({ "name": "Support", "platform": "chatwoot" })).await;
    let file = window.invoke(BRING, json!([channel["id"], 5 << 20])).await.expect("it is kept");
    assert_eq!(
        (&file["name"], &file["contentType"], &file["size"]),
        (&json!("снимок 1.png"), &json!("image/png"), &json!(5 << 20))
    );
    let url = file["url"].as_str().expect("an address");
    let got = Http::default().send("GET", url, &[], "").await.expect("an answer");
    assert!(got.status == 200 && got.body.len() == 5 << 20 && got.body.iter().all(|byte| *byte == 7));

    let refused = window.invoke(BRING, json!(["nobody's", 1])).await.expect_err("there is no such channel");
    assert_eq!(refused["code"], "ID-05");
    for foreign in [
        "https://example.com/file/",
        "file:///etc/passwd",
        "http://127.0.0.1:1/file/x",
        "javascript:alert(1)",
    ] {
        let refused =
            window.invoke("return invoke('open_link', { url: arguments[0] })", json!([foreign])).await;
        assert_eq!(refused.expect_err(foreign)["code"], "URL-03");
    }
    window.close().await;
}

/// Not a test: makes the pictures of the README anew, where it is told to (`make screenshots`).
#[tokio::test]
#[ignore = "writes files of the repository; run by make screenshots"]
async fn screenshots() {
    /// So long the demo runs before it is looked at: the charts and the map are about minutes.
    const BEFORE: Duration = Duration::from_secs(150);
    let to = PathBuf::from(std::env::var_os("SWITCHBOARD_SCREENSHOTS").expect("where to write"));
    let shoot = async |name: &str| {
        // What moves comes to rest, and what is read comes.
        tokio::time::sleep(Duration::from_secs(3)).await;
        Picture::of_screen().write(&to.join(format!("{name}.png")));
    };
    let folder = Folder::default();
    let window = open("screenshots", &folder).await;
    window.rpc("settings.update", json!({ "theme": "light" })).await;
    go(&window, "nav-channels").await;
    window.click(&button("channels-add")).await;
    window.find("//label[.//input[@type='radio'] and contains(., 'Userlike')]").await;
    shoot("setup").await;
    go(&window, "nav-home").await;
    window.rpc("demo.start", json!({})).await;
    // A program that is not running, so that there is a problem to be seen.
    let input =
        json!({ "name": "Orders", "platform": "chatwoot", "callbackUrl": "http://127.0.0.1:9/orders" });
    let channel = window.rpc("channel.create", input).await;
    tokio::time::sleep(BEFORE).await;
    let intake = channel["intakeUrl"].as_str().expect("an address");
    for number in 1..=3 {
        Http::default().post(intake, chatwoot_message(number, "a", "Where is my order?")).await;
    }
    // Its count is a part of its name in the rail.
    window.run("window.location.hash = '/problems'", json!([])).await;
    window.click("(//main//li//button[contains(., '127.0.0.1:9 ')])[1]").await;
    shoot("problems").await;
    window.run("window.location.hash = '/traffic/map'", json!([])).await;
    shoot("map").await;
    go(&window, "nav-home").await;
    shoot("home").await;
    go(&window, "nav-traffic").await;
    window.find("//*[@role='grid']//*[@role='row'][15]").await;
    window.click(&format!("({})[1]", row(&word("state-delivered")))).await;
    window.find(&format!("//*[@aria-label=\"{}\"]//*[@role='tab']", word("exchange-title"))).await;
    shoot("traffic").await;
    window.click(&format!("//*[@role='tab'][contains(., \"{}\")]", word("exchange-tab-journey"))).await;
    let wide = word("journey-open-wide");
    window.click(&format!("//a[@aria-label=\"{wide}\" or contains(., \"{wide}\")]")).await;
    shoot("journey").await;
    window.rpc("demo.stop", json!({})).await;
    window.close().await;
}
