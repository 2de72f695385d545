//! Files of messages: fetched when a message names them, kept, and served to whoever has their address; and brought in at a screen.

use std::collections::HashSet;

use bytes::Bytes;
use serde_json::{Value, json};
use switchboard_tests::client::Answer;
use switchboard_tests::endpoint::{Endpoint, Gate, Received, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::{chatwoot_message, elma};
use switchboard_tests::relay::{Channel, Relay};

use crate::{chatwoot, chatwoot_to, set};

/// A message of an agent with these files.
fn with_files(id: u64, files: &[&str]) -> String {
    let mut body: Value = serde_json::from_slice(&chatwoot_message(id, "chat", "See this")).unwrap();
    let attachment = |url: &&str| json!({ "id": 1, "message_id": id, "file_type": "file", "data_url": url, "file_size": 5 });
    body["attachments"] = files.iter().map(attachment).collect();
    body.to_string()
}

fn file(content: impl Into<Bytes>) -> Reply {
    Reply::Answer(200, vec![("content-type", "application/pdf".to_owned())], content.into())
}

/// The files of the last message the endpoint got.
async fn files_at(endpoint: &Endpoint, messages: usize) -> Vec<Value> {
    let received = endpoint.received(messages).await;
    received.last().unwrap().json()["data"]["message"]["files"].as_array().expect("files").clone()
}

async fn get(relay: &Relay, url: &str) -> Answer {
    relay.http.send("GET", url, &[], "").await.expect("an answer")
}

/// Waits until this file is not to be had, and gives the code.
async fn lost(relay: &Relay, url: &str) -> String {
    eventually("the file is given up", async || {
        let answer = get(relay, url).await;
        (answer.status == 404).then(|| answer.json()["error"].as_str().unwrap().to_owned())
    })
    .await
}

/// The rows of the log about fetching files, oldest first.
async fn fetches(relay: &Relay, count: usize) -> Vec<Value> {
    let out = json!({ "direction": "out" });
    let is_fetch = |row: &&Value| row["step"] == "file.fetch";
    let rows = relay
        .traffic_until(&format!("{count} requests for files"), out, |rows| {
            rows.iter().filter(is_fetch).count() >= count
        })
        .await;
    let mut rows: Vec<Value> = rows.iter().filter(is_fetch).cloned().collect();
    rows.reverse();
    rows
}

/// A relay with a Chatwoot channel that may fetch from this computer, its endpoint, and a server of files.
async fn allowed(
    behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static,
) -> (Relay, Endpoint, Channel, Endpoint) {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "fileHosts": ["127.0.0.1"] })).await;
    (relay, endpoint, channel, Endpoint::start(behaviour).await)
}

#[tokio::test]
async fn an_attachment_is_fetched_and_served_as_something_to_save() {
    let (relay, endpoint, channel, server) = allowed(|_| file(vec![7; 200_000])).await;
    let there = format!("{}/f/%D1%81%D1%87%D1%91%D1%82%201.pdf", server.url);
    relay.http.post(&channel.intake, with_files(1, &[&there])).await;
    let files = files_at(&endpoint, 1).await;
    assert_eq!((&files[0]["url"], &files[0]["name"]), (&json!(there), &json!("счёт 1.pdf")));
    let address = files[0]["relayUrl"].as_str().unwrap();
    assert!(address.starts_with(&format!("{}/file/", relay.relay)), "{address}");

    let got = get(&relay, address).await;
    assert_eq!((got.status, got.body.len()), (200, 200_000));
    assert!(got.body.iter().all(|byte| *byte == 7));
    let header = |name: &str| got.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("content-length"), "200000");
    assert_eq!(header("x-content-type-options"), "nosniff");
    let disposition = header("content-disposition");
    assert!(
        disposition.starts_with("attachment;") && disposition.contains("filename*=UTF-8''%D1%81"),
        "{disposition}"
    );
    assert!(header("content-security-policy").contains("sandbox"));

    let head = relay.http.send("HEAD", address, &[], "").await.unwrap();
    assert_eq!(
        (head.status, head.body.len(), &head.headers["content-length"]),
        (200, 0, &got.headers["content-length"])
    );
    let posted = relay.http.send("POST", address, &[], "x").await.unwrap();
    assert_eq!((posted.status, posted.headers["allow"].to_str().unwrap()), (405, "GET, HEAD"));

    let asked = &server.so_far()[0];
    for name in ["authorization", "cookie", "api_access_token", "referer", "origin"] {
        assert_eq!(asked.header(name), "", "{name} was sent along");
    }
    let row = &fetches(&relay, 1).await[0];
    assert_eq!(
        (&row["status"], &row["code"], &row["channel"]),
        (&json!(200), &Value::Null, &json!(channel.id))
    );
    assert_eq!(server.so_far().len(), 1);
}

#[tokio::test]
async fn nobody_gets_a_file_by_guessing_and_no_row_is_made_of_it() {
    let (relay, endpoint, channel, server) = allowed(|_| file("hello")).await;
    relay.http.post(&channel.intake, with_files(1, &[&format!("{}/a.pdf", server.url)])).await;
    let files = files_at(&endpoint, 1).await;
    let address = files[0]["relayUrl"].as_str().unwrap();
    assert_eq!(get(&relay, address).await.body, "hello");
    let before = relay.traffic(json!({})).await.len();

    let (path, name) = address.rsplit_once('/').unwrap();
    let (path, proof) = path.rsplit_once('/').unwrap();
    let (expiry, mac) = proof.split_once('-').unwrap();
    let later = expiry.parse::<i64>().unwrap() + 3_600;
    let other = if mac.starts_with('A') { "B" } else { "A" };
    for wrong in [
        format!("{path}/{later}-{mac}/{name}"),
        format!("{path}/{expiry}-{other}{}/{name}", &mac[1..]),
        format!("{path}/{expiry}-/{name}"),
        format!("{path}/{name}"),
        format!("{}/file/0000000000001/{proof}/{name}", relay.relay),
        format!("{}/file/", relay.relay),
        format!("{}/file/../data.key", relay.relay),
    ] {
        let answer = get(&relay, &wrong).await;
        assert_eq!(answer.status, 404, "{wrong}: {}", answer.text());
    }
    // The name is for whoever saves it; what leads to the file is the rest.
    assert_eq!(get(&relay, &format!("{path}/{proof}/other.txt")).await.body, "hello");
    assert_eq!(relay.traffic(json!({})).await.len(), before, "strangers' tries are no rows of the log");
}

#[tokio::test]
async fn a_proof_is_masked_where_a_person_may_see_it() {
    let (relay, endpoint, channel, server) = allowed(|_| file("hello")).await;
    relay.http.post(&channel.intake, with_files(1, &[&format!("{}/a.pdf", server.url)])).await;
    let files = files_at(&endpoint, 1).await;
    let address = files[0]["relayUrl"].as_str().unwrap();
    let proof = address.rsplit('/').nth(1).unwrap();
    relay.results(&channel, 1, "delivered").await;
    for row in relay.traffic(json!({})).await {
        let shown = relay.exchange(&row).await.to_string();
        assert!(!shown.contains(proof), "{shown}");
    }
}

#[tokio::test]
async fn files_stay_over_a_restart_and_lie_sealed() {
    let (relay, endpoint, channel, server) = allowed(|_| file("an attachment of some length")).await;
    relay.http.post(&channel.intake, with_files(1, &[&format!("{}/a.pdf", server.url)])).await;
    let files = files_at(&endpoint, 1).await;
    let address = files[0]["relayUrl"].as_str().unwrap().to_owned();
    assert_eq!(get(&relay, &address).await.status, 200);
    let path = address.strip_prefix(&relay.relay).unwrap().to_owned();

    let folder = relay.kill().await;
    let kept: Vec<_> =
        std::fs::read_dir(folder.data().join("files")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    let bytes = std::fs::read(&kept[0]).unwrap();
    assert!(!bytes.windows(10).any(|part| part == b"attachment"), "it lies open");
    let relay = Relay::start_in(folder).await;
    let again = get(&relay, &format!("{}{path}", relay.relay)).await;
    assert_eq!(again.body, "an attachment of some length");
    assert_eq!(server.so_far().len(), 1, "it was not fetched again");
}

#[tokio::test]
async fn an_address_inside_the_network_is_refused_unless_its_host_is_named() {
    let (relay, endpoint, channel) = chatwoot().await;
    let server = Endpoint::start(|_| file("secret")).await;
    let port = server.address().split_once(':').unwrap().1;
    let urls = [
        server.url.clone(),
        format!("http://localhost:{port}/a"),
        format!("http://[::ffff:127.0.0.1]:{port}/a"),
        format!("http://0x7f000001:{port}/a"),
        format!("http://2130706433:{port}/a"),
        format!("http://0.0.0.0:{port}/a"),
        format!("http://[::1]:{port}/a"),
        "http://169.254.169.254/latest/meta-data".to_owned(),
        "http://10.255.255.1/a".to_owned(),
    ];
    let named: Vec<&str> = urls.iter().map(String::as_str).collect();
    relay.http.post(&channel.intake, with_files(1, &named)).await;
    for file in files_at(&endpoint, 1).await {
        assert_eq!(lost(&relay, file["relayUrl"].as_str().unwrap()).await, "FILE-02", "{file}");
    }
    assert!(server.so_far().is_empty(), "it was called");
    let rows = fetches(&relay, urls.len()).await;
    assert!(rows.iter().all(|row| row["code"] == "FILE-02"), "{rows:#?}");

    set(&relay, json!({ "fileHosts": ["LocalHost"] })).await;
    relay.http.post(&channel.intake, with_files(2, &[&urls[1], &urls[0]])).await;
    let files = files_at(&endpoint, 2).await;
    assert_eq!(get(&relay, files[0]["relayUrl"].as_str().unwrap()).await.body, "secret");
    assert_eq!(
        lost(&relay, files[1]["relayUrl"].as_str().unwrap()).await,
        "FILE-02",
        "another name of it was not named"
    );
}

#[tokio::test]
async fn a_channels_own_server_may_be_inside_the_network() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let server = Endpoint::start(|_| file("hello")).await;
    let channel = relay
        .channel(json!({ "name": "Own", "platform": "chatwoot", "callbackUrl": endpoint.url, "apiUrl": server.url }))
        .await;
    relay.http.post(&channel.intake, with_files(1, &[&format!("{}/a.pdf", server.url)])).await;
    let files = files_at(&endpoint, 1).await;
    assert_eq!(get(&relay, files[0]["relayUrl"].as_str().unwrap()).await.body, "hello");

    // ELMA365's is where it told us to send to.
    let elma_channel = relay
        .channel(json!({ "name": "Elma", "platform": "elma365", "token": "t", "callbackUrl": endpoint.url }))
        .await;
    let mut connect = elma("connect", "t");
    connect["data"]["webhook"] = json!(format!("{}/api/webhook", server.url));
    assert_eq!(relay.http.post(&elma_channel.intake, connect.to_string()).await.status, 200);
    let mut message = elma("message", "t");
    message["channelId"] = connect["channelId"].clone();
    message["data"]["files"] = json!([{ "name": "b.txt", "size": 5, "URL": format!("{}/b", server.url) }]);
    assert_eq!(relay.http.post(&elma_channel.intake, message.to_string()).await.status, 200);
    let received = endpoint
        .until("the message of ELMA365", |all| {
            all.iter().any(|one| {
                one.json()["type"] == "message.sent" && one.json()["data"]["channel"]["platform"] == "elma365"
            })
        })
        .await;
    let message = received
        .iter()
        .map(Received::json)
        .find(|body| body["data"]["channel"]["platform"] == "elma365" && body["type"] == "message.sent")
        .unwrap();
    let address = message["data"]["message"]["files"][0]["relayUrl"].as_str().unwrap();
    let got = get(&relay, address).await;
    assert_eq!(
        (got.body.as_ref(), got.headers["content-type"].to_str().unwrap()),
        (&b"hello"[..], "text/plain")
    );
}

#[tokio::test]
async fn a_file_has_the_type_it_is_told_to_have_else_that_of_its_name_else_that_of_its_server() {
    let (relay, endpoint, channel, server) = allowed(|_| file("hello")).await;
    let mut body: Value = serde_json::from_str(&with_files(1, &[])).unwrap();
    let attachment = |name: &str, told: Value| json!({ "id": 1, "file_type": "file", "data_url": format!("{}/{name}", server.url), "content_type": told });
    body["attachments"] = json!([
        attachment("a.png", json!("image/webp")),
        attachment("b.png", Value::Null),
        attachment("c", Value::Null),
        attachment("d.html", json!("text/html\r\nset-cookie: a=b")),
    ]);
    relay.http.post(&channel.intake, body.to_string()).await;
    let files = files_at(&endpoint, 1).await;
    for (file, wanted) in files.iter().zip(["image/webp", "image/png", "application/pdf", "text/html"]) {
        let got = get(&relay, file["relayUrl"].as_str().unwrap()).await;
        assert_eq!(got.headers["content-type"].to_str().unwrap(), wanted, "{file}");
        assert!(!got.headers.contains_key("set-cookie"));
    }
}

#[tokio::test]
async fn redirects_are_followed_five_times_and_never_to_where_nobody_may_go() {
    let (relay, endpoint, channel, server) = allowed(|request| {
        let step: u32 = request.path.trim_start_matches('/').parse().unwrap_or(0);
        match step {
            0 => file("at last"),
            99 => Reply::with(
                302,
                "location",
                format!("http://localhost:{}/0", request.header("host").rsplit(':').next().unwrap()),
            ),
            98 => Reply::with(302, "location", "file:///etc/passwd"),
            step => Reply::Answer(
                [301, 302, 303, 307, 308][step as usize % 5],
                vec![("location", format!("/{}", step - 1)), ("set-cookie", "a=b".to_owned())],
                Bytes::new(),
            ),
        }
    })
    .await;
    let at = |step: u32| format!("{}/{step}", server.url);
    relay.http.post(&channel.intake, with_files(1, &[&at(5)])).await;
    let five = files_at(&endpoint, 1).await;
    assert_eq!(get(&relay, five[0]["relayUrl"].as_str().unwrap()).await.body, "at last");
    assert!(
        server.so_far().iter().all(|request| request.header("cookie").is_empty()),
        "a cookie was sent back"
    );
    let rows = fetches(&relay, 6).await;
    let statuses: Vec<u64> = rows.iter().map(|row| row["status"].as_u64().unwrap()).collect();
    assert_eq!(statuses, [301, 308, 307, 303, 302, 200], "each request is a row of its own");

    relay.http.post(&channel.intake, with_files(2, &[&at(99)])).await;
    let inside = files_at(&endpoint, 2).await;
    assert_eq!(lost(&relay, inside[0]["relayUrl"].as_str().unwrap()).await, "FILE-02");

    relay.http.post(&channel.intake, with_files(3, &[&at(6), &at(98)])).await;
    for file in files_at(&endpoint, 3).await {
        assert_eq!(lost(&relay, file["relayUrl"].as_str().unwrap()).await, "FILE-01", "{file}");
    }
}

#[tokio::test]
async fn a_file_is_asked_for_three_times_and_the_message_goes_on_without_it() {
    let (relay, endpoint, channel, server) =
        allowed(|request| match (request.path.as_str(), request.number) {
            ("/late", 0) => Reply::status(500),
            ("/late", _) => file("late"),
            _ => Reply::status(404),
        })
        .await;
    let late = format!("{}/late", server.url);
    relay.http.post(&channel.intake, with_files(1, &[&late])).await;
    let files = files_at(&endpoint, 1).await;
    assert_eq!(get(&relay, files[0]["relayUrl"].as_str().unwrap()).await.body, "late");
    assert_eq!(server.so_far().len(), 2);

    relay.http.post(&channel.intake, with_files(2, &[&format!("{}/gone", server.url)])).await;
    let files = files_at(&endpoint, 2).await;
    assert_eq!(lost(&relay, files[0]["relayUrl"].as_str().unwrap()).await, "FILE-01");
    assert_eq!(server.so_far().len(), 5, "three times and no more");
    let rows = fetches(&relay, 5).await;
    assert_eq!((&rows[4]["status"], &rows[4]["code"]), (&json!(404), &json!("HTTP-01")));
}

#[tokio::test]
async fn a_file_larger_than_40_mib_is_refused_whether_its_size_is_told_or_not() {
    let (relay, endpoint, channel, server) = allowed(|request| match request.path.as_str() {
        "/endless" => Reply::Endless,
        _ => file(vec![0; (40 << 20) + 1]),
    })
    .await;
    let urls = ["told", "endless"].map(|path| format!("{}/{path}", server.url));
    relay.http.post(&channel.intake, with_files(1, &[&urls[0], &urls[1]])).await;
    for file in files_at(&endpoint, 1).await {
        assert_eq!(lost(&relay, file["relayUrl"].as_str().unwrap()).await, "SIZE-01", "{file}");
    }
    assert_eq!(
        std::fs::read_dir(relay.folder.data().join("files")).unwrap().count(),
        0,
        "nothing of it stays"
    );
}

#[tokio::test]
async fn whoever_asks_early_waits_for_the_file_and_not_for_ever() {
    let gate = Gate::default();
    let held = gate.clone();
    let (relay, endpoint, channel, server) = allowed(move |_| Reply::Gate(held.clone())).await;
    relay.http.post(&channel.intake, with_files(1, &[&format!("{}/a.json", server.url)])).await;
    let files = files_at(&endpoint, 1).await;
    let address = files[0]["relayUrl"].as_str().unwrap();
    server.received(1).await;

    let early = get(&relay, address).await;
    assert_eq!((early.status, early.headers.contains_key("retry-after")), (503, true), "{}", early.text());
    let waiting = tokio::spawn({
        let (http, address) = (relay.http.clone(), address.to_owned());
        async move { http.send("GET", &address, &[], "").await.unwrap() }
    });
    gate.open();
    let got = waiting.await.unwrap();
    assert_eq!((got.status, got.body.as_ref()), (200, &b"{}"[..]));
}

#[tokio::test]
async fn what_is_no_file_has_no_address_of_ours_and_repeats_are_not_fetched_again() {
    let (relay, endpoint, channel, server) = allowed(|_| file("hello")).await;
    let mut body: Value = serde_json::from_str(&with_files(1, &[&format!("{}/a.pdf", server.url)])).unwrap();
    let place =
        json!({ "id": 2, "file_type": "location", "coordinates_lat": 52.5, "coordinates_long": 13.4 });
    body["attachments"].as_array_mut().unwrap().push(place);
    for _ in 0..3 {
        relay.http.post(&channel.intake, body.to_string()).await;
    }
    let files = files_at(&endpoint, 1).await;
    assert_eq!(files[1]["relayUrl"], Value::Null, "a place on the map is no file: {files:?}");
    assert_eq!(get(&relay, files[0]["relayUrl"].as_str().unwrap()).await.body, "hello");
    let repeats = json!({ "channel": channel.id, "state": "skipped" });
    relay.traffic_until("two of three are repeats", repeats, |rows| rows.len() == 2).await;
    assert_eq!(server.so_far().len(), 1);
}

#[tokio::test]
async fn many_files_at_once_are_all_fetched_and_the_same_content_is_kept_once() {
    let (relay, endpoint, channel, server) =
        allowed(|request| file(format!("content {}", request.path.len() % 3))).await;
    let urls: Vec<String> = (0..40).map(|i| format!("{}/{}", server.url, "a".repeat(i))).collect();
    for (i, urls) in urls.chunks(8).enumerate() {
        let named: Vec<&str> = urls.iter().map(String::as_str).collect();
        relay.http.post(&channel.intake, with_files(i as u64 + 1, &named)).await;
    }
    let received = endpoint.received(5).await;
    let mut bodies = HashSet::new();
    for message in &received {
        for file in message.json()["data"]["message"]["files"].as_array().unwrap() {
            let got = get(&relay, file["relayUrl"].as_str().unwrap()).await;
            assert_eq!(got.status, 200, "{file}");
            bodies.insert(got.body);
        }
    }
    assert_eq!(bodies.len(), 3);
    assert_eq!(std::fs::read_dir(relay.folder.data().join("files")).unwrap().count(), 3);
    assert_eq!(server.so_far().len(), 40);
}

/// Brings a file in, as a screen does.
async fn bring(relay: &Relay, query: &str, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Answer {
    let url = format!("{}/api/files?{query}", relay.console);
    relay.http.send("POST", &url, headers, body).await.expect("an answer")
}

#[tokio::test]
async fn a_screen_brings_files_in_with_the_consoles_token() {
    let relay = Relay::start().await;
    let channel = chatwoot_to(&relay, "").await;
    let authorization = format!("Bearer {}", relay.token);
    let own = [("authorization", authorization.as_str()), ("content-type", "image/png")];
    let query = format!("channel={}&name=%D1%81%D0%BD%D0%B8%D0%BC%D0%BE%D0%BA%20..%2F1.png", channel.id);

    let brought = bring(&relay, &query, &own, vec![9; 3 << 20]).await;
    assert_eq!(brought.status, 200, "{}", brought.text());
    let file = brought.json()["ok"].clone();
    assert_eq!(
        (&file["name"], &file["contentType"], &file["size"]),
        (&json!("1.png"), &json!("image/png"), &json!(3 << 20))
    );
    let got = get(&relay, file["url"].as_str().unwrap()).await;
    assert_eq!((got.status, got.body.len()), (200, 3 << 20));

    let refused = |answer: Answer| answer.json()["error"]["code"].as_str().unwrap_or_default().to_owned();
    assert_eq!(bring(&relay, &query, &[], "x").await.status, 401);
    let foreign = [own[0], ("origin", "http://evil.example")];
    assert_eq!(bring(&relay, &query, &foreign, "x").await.status, 403);
    assert_eq!(refused(bring(&relay, "channel=0000000000001&name=a", &own, "x").await), "ID-05");
    assert_eq!(refused(bring(&relay, "name=a", &own, "x").await), "DATA-02");
    assert_eq!(refused(bring(&relay, &query, &own, vec![0; (40 << 20) + 1]).await), "SIZE-01");
    let largest = bring(&relay, &query, &own, vec![0; 40 << 20]).await.json();
    assert_eq!(largest["ok"]["size"], 40 << 20, "{largest}");
}
