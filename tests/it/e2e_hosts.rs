//! The server host: who may call it, what it serves, and that every part agrees on what commands there are.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use switchboard_engine::api::{COMMANDS, HOST_COMMANDS};
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Relay, Start};

use crate::chatwoot;

const ASK: &str = r#"{"cmd":"status.get","payload":{}}"#;

#[tokio::test]
async fn only_the_token_opens_the_console_and_no_foreign_page_may_use_it() {
    let relay = Relay::start().await;
    let (good, own) = (format!("Bearer {}", relay.token), relay.console.clone());
    let bare = relay.token.clone();
    for (headers, status) in [
        (vec![], 401),
        (vec![("authorization", "Bearer wrong")], 401),
        (vec![("authorization", bare.as_str())], 401),
        (vec![("authorization", good.as_str())], 200),
        (vec![("authorization", good.as_str()), ("origin", own.as_str())], 200),
        (vec![("authorization", good.as_str()), ("origin", "http://evil.example")], 403),
        (vec![("authorization", good.as_str()), ("origin", "null")], 403),
        (vec![("authorization", good.as_str()), ("host", "evil.example")], 403),
    ] {
        for (method, path) in [("POST", "/api/rpc"), ("GET", "/api/stream")] {
            let mut headers = headers.clone();
            headers.push(("content-type", "application/json"));
            let url = format!("{}{path}", relay.console);
            let response = relay.http.open(method, &url, &headers, ASK.into()).await.unwrap();
            assert_eq!(response.status(), status, "{path} with {headers:?}");
            assert!(
                response.headers().get("access-control-allow-origin").is_none(),
                "no other page may read it"
            );
        }
    }
    // What a browser asks before it lets a foreign page send the token.
    let asked = [("origin", "http://evil.example"), ("access-control-request-method", "POST")];
    let answer = relay.console("OPTIONS", "/api/rpc", &asked, "").await;
    assert!(answer.headers.get("access-control-allow-origin").is_none());
    assert!(!answer.headers.contains_key("access-control-allow-headers"));
}

#[tokio::test]
async fn what_is_no_command_is_told_so() {
    let relay = Relay::start().await;
    assert_eq!(relay.refused("no.such.command", json!({})).await, "ID-05");
    assert_eq!(relay.refused("channel.get", json!({ "id": "nonsense" })).await, "DATA-02");
    let headers =
        [("authorization", &*format!("Bearer {}", relay.token)), ("content-type", "application/json")];
    let answer = relay.console("POST", "/api/rpc", &headers, "{\"cmd\":").await;
    assert_eq!(answer.json()["error"]["code"], "DATA-01", "{}", answer.text());
}

#[tokio::test]
async fn registry_bindings_and_the_server_agree_on_the_commands() {
    let schema = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/backend/schema.ts");
    let schema = std::fs::read_to_string(schema).unwrap();
    let list = schema
        .split("export const commandNames")
        .nth(1)
        .and_then(|rest| rest.split("= [").nth(1)?.split(']').next())
        .expect("commandNames");
    let written: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
    assert_eq!(written, COMMANDS.iter().chain(HOST_COMMANDS).copied().collect());

    let relay = Relay::start().await;
    for command in COMMANDS.iter().chain(HOST_COMMANDS) {
        if let Err(error) = relay.rpc(command, json!({ "id": "nonsense", "name": 7 })).await {
            assert!(
                !error["message"].as_str().unwrap().contains(command),
                "{command} is unknown to the server: {error}"
            );
        }
    }
}

#[tokio::test]
async fn the_screens_are_served_with_a_policy_that_lets_nothing_else_in() {
    let relay = Relay::start().await;
    for path in ["/", "/index.html"] {
        let page = relay.console("GET", path, &[], "").await;
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.text().contains("<div id=\"root\"") || page.text().contains("<script"),
            "{path}: {}",
            page.text()
        );
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-eval"), "{policy}");
    }
    assert_eq!(relay.console("GET", "/assets/no-such-file.js", &[], "").await.status, 404);
    assert!(!relay.console("GET", "/../Cargo.toml", &[], "").await.text().contains("[package]"));
}

#[tokio::test]
async fn both_listen_on_loopback_unless_asked_otherwise() {
    let relay = Relay::start().await;
    for address in [&relay.relay, &relay.console] {
        assert!(address.starts_with("http://127.0.0.1:"), "{address}");
    }
}

#[tokio::test]
async fn a_second_process_on_the_same_folder_is_told_that_it_is_in_use() {
    let relay = Relay::start().await;
    let second = Start { folder: relay.folder.clone(), ..Start::default() }.try_start().await;
    let said = second.expect_err("it must not start");
    assert!(said.contains("DB-01"), "{said}");
    relay.call("status.get", json!({})).await;
    // The lock goes with the process, also with one that was killed.
    Relay::start_in(relay.kill().await).await;
}

#[tokio::test]
async fn live_rows_are_numbered_and_every_gap_in_the_numbers_is_told() {
    let (relay, _endpoint, channel) = chatwoot().await;
    let mut live = relay.live().await;
    // Nobody reads the stream meanwhile; whether the relay must leave rows out depends on the system's buffers, the sums do not.
    let mut senders = tokio::task::JoinSet::new();
    for sender in 0..8_u64 {
        let (http, intake) = (relay.http.clone(), channel.intake.clone());
        senders.spawn(async move {
            for i in 0..300 {
                let body =
                    chatwoot_message(sender * 1_000 + i, &format!("chat {sender}"), &"words ".repeat(20));
                assert_eq!(http.post(&intake, body).await.status, 200);
            }
        });
    }
    senders.join_all().await;
    relay.http.post(&channel.intake, chatwoot_message(1_000_000, "last", "The last one")).await;
    live.until("the last row", |row| {
        row["row"]["preview"].as_str().is_some_and(|text| text.contains("The last one"))
    })
    .await;
    let numbers: Vec<u64> = live.rows.iter().map(|row| row["seq"].as_u64().unwrap()).collect();
    assert!(numbers.windows(2).all(|two| two[0] < two[1]), "numbers only grow");
    let missing = numbers.last().unwrap() - numbers[0] + 1 - numbers.len() as u64;
    assert!(missing <= live.dropped, "{missing} are missing and {} were told", live.dropped);
}

#[tokio::test]
async fn errors_say_what_to_do_in_words() {
    let relay = Relay::start().await;
    let error: Value =
        relay.rpc("channel.create", json!({ "name": "", "platform": "chatwoot" })).await.unwrap_err();
    assert_eq!(error["code"], "NAME-02");
    assert!(error["message"].as_str().unwrap().ends_with('.'), "{error}");
    assert!(error["hint"].is_string(), "{error}");
}

#[tokio::test]
async fn a_first_start_and_a_second_log_no_error() {
    let relay = Relay::start().await;
    relay.channel(json!({ "name": "Mine", "platform": "chatwoot" })).await;
    assert!(relay.traffic(json!({ "text": "anything" })).await.is_empty());
    let relay = Relay::start_in(relay.stop().await).await;
    let folder = relay.stop().await;
    let log = folder.log();
    assert!(!log.contains("ERROR") && !log.contains("Unexpected"), "{log}");
}
