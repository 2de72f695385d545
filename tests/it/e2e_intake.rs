//! What the intake takes, what it refuses and how, whatever the platform.

use bytes::Bytes;
use serde_json::{Value, json};
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::Relay;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::{chatwoot, chatwoot_to, set, texts};

/// Writes these bytes to the relay and reads whatever comes until it closes the connection, or a whole head when it keeps it.
async fn raw(relay: &Relay, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(relay.relay.trim_start_matches("http://")).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    let mut buffer = [0; 4_096];
    let reading = async {
        while !answer.windows(4).any(|four| four == b"\r\n\r\n") {
            match stream.read(&mut buffer).await {
                Ok(0) | Err(_) => break,
                Ok(count) => answer.extend_from_slice(&buffer[..count]),
            }
        }
    };
    tokio::time::timeout(switchboard_tests::PATIENCE, reading).await.expect("the relay answers or closes");
    String::from_utf8_lossy(&answer).into_owned()
}

async fn refused(relay: &Relay, channel: &str, code: &str) -> Value {
    let rows = relay
        .traffic_until(
            &format!("a request refused with {code} is kept"),
            json!({ "channel": channel, "state": "refused" }),
            |rows| rows.iter().any(|row| row["code"] == code),
        )
        .await;
    rows.into_iter().find(|row| row["code"] == code).unwrap()
}

#[tokio::test]
async fn a_request_to_an_unknown_address_is_answered_404_kept_and_can_be_assigned() {
    let (relay, endpoint, channel) = chatwoot().await;
    let answer = relay
        .http
        .post(&format!("{}/in/no-such-key", relay.relay), chatwoot_message(1, "a", "Whose am I?"))
        .await;
    assert_eq!(answer.status, 404);

    let rows = relay.traffic_until("it is kept", json!({ "unclaimed": true }), |rows| rows.len() == 1).await;
    assert_eq!((&rows[0]["channel"], &rows[0]["code"]), (&Value::Null, &json!("NET-03")));
    assert_eq!(relay.call("status.get", json!({})).await["unclaimed"], 1);
    assert_eq!(relay.exchange(&rows[0]).await["canProcess"], true);

    relay.call("traffic.process", json!({ "id": rows[0]["id"], "channel": channel.id })).await;
    assert_eq!(texts(&endpoint.received(1).await), ["Whose am I?"]);
    assert!(relay.traffic(json!({ "unclaimed": true })).await.is_empty(), "it has an owner now");
    relay.results(&channel, 1, "delivered").await;
}

#[tokio::test]
async fn only_the_last_thousand_requests_to_unknown_addresses_are_kept() {
    let relay = Relay::start().await;
    for i in 0..1_020 {
        let answer = relay.http.post(&format!("{}/in/unknown-{i}", relay.relay), "{}").await;
        assert_eq!(answer.status, 404);
    }
    switchboard_tests::eventually("no more than 1,000 are kept", async || {
        let status = relay.call("status.get", json!({})).await;
        (status["unclaimed"] == 1_000).then_some(())
    })
    .await;
    let newest = relay.call("traffic.page", json!({ "limit": 1, "filter": { "unclaimed": true } })).await;
    let detail = relay.exchange(&newest["rows"][0]).await;
    assert!(detail["url"].as_str().unwrap().contains("unknown-1019"), "the newest are kept: {detail}");
}

#[tokio::test]
async fn another_method_than_post_is_405() {
    let (relay, endpoint, channel) = chatwoot().await;
    for method in ["GET", "PUT", "DELETE"] {
        let answer = relay.http.send(method, &channel.intake, &[], "{}").await.unwrap();
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(
            answer.headers.get("allow").map(|allow| allow.to_str().unwrap()),
            Some("POST"),
            "{method}"
        );
    }
    assert!(endpoint.so_far().is_empty());
}

#[tokio::test]
async fn a_body_over_10_mib_is_413_whether_announced_or_not() {
    let (relay, _endpoint, channel) = chatwoot().await;
    let limit = 10 * 1_024 * 1_024;
    let head =
        format!("POST {} HTTP/1.1\r\nhost: relay\r\ncontent-type: application/json\r\n", channel.intake_path);
    let announced = raw(&relay, format!("{head}content-length: {}\r\n\r\n", limit + 1).as_bytes()).await;
    assert!(announced.starts_with("HTTP/1.1 413"), "{announced:?}");

    let mut chunked = format!("{head}transfer-encoding: chunked\r\n\r\n{:x}\r\n", limit + 1).into_bytes();
    chunked.extend(std::iter::repeat_n(b' ', limit + 1));
    let unannounced = raw(&relay, &chunked).await;
    assert!(unannounced.starts_with("HTTP/1.1 413"), "{unannounced:?}");
    refused(&relay, &channel.id, "SIZE-01").await;

    // The limit itself is no trespass: the largest body there may be is taken.
    let mut largest = chatwoot_message(1, "a", "Large").to_vec();
    largest.resize(limit, b' ');
    assert_eq!(relay.http.post(&channel.intake, largest).await.status, 200);
}

#[tokio::test]
async fn broken_json_is_400_and_kept_to_be_seen() {
    let (relay, endpoint, channel) = chatwoot().await;
    for body in [&b"{\"event\": \"message_cre"[..], b"", b"[]", b"\xff\xfe\x00", b"\"text\"", b"null"] {
        let answer = relay.http.post(&channel.intake, Bytes::copy_from_slice(body)).await;
        assert_eq!(answer.status, 400, "{body:?}: {}", answer.text());
    }
    let row = refused(&relay, &channel.id, "DATA-01").await;
    assert_eq!(row["status"], 400);
    assert_eq!(relay.exchange(&row).await["canProcess"], false);
    assert!(endpoint.so_far().is_empty());
}

#[tokio::test]
async fn a_sender_that_does_not_finish_is_cut_off() {
    let (relay, _endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "intakeTimeoutMs": 200 })).await;
    let head = format!("POST {} HTTP/1.1\r\nhost: relay\r\ncontent-length: 100\r\n\r\n", channel.intake_path);
    let answer = raw(&relay, format!("{head}{{\"event\"").as_bytes()).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer:?}");
    refused(&relay, &channel.id, "TIME-02").await;
    // One that does not even finish its headers leaves nothing to keep, but is cut off all the same.
    let answer = raw(&relay, b"POST /in/ke").await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer:?}");
}

#[tokio::test]
async fn a_paused_channel_collects_and_delivers_when_it_goes_on() {
    let (relay, endpoint, channel) = chatwoot().await;
    relay.call("channel.update", json!({ "id": channel.id, "mode": "paused" })).await;
    for (i, text) in ["one", "two", "three"].into_iter().enumerate() {
        assert_eq!(relay.http.post(&channel.intake, chatwoot_message(i as u64, "a", text)).await.status, 200);
    }
    relay.results(&channel, 3, "onHold").await;
    let view = relay.call("channel.get", json!({ "id": channel.id })).await;
    assert_eq!((&view["state"], &view["waiting"]), (&json!("paused"), &json!(3)));
    assert!(endpoint.so_far().is_empty());

    relay.call("channel.update", json!({ "id": channel.id, "mode": "active" })).await;
    assert_eq!(texts(&endpoint.received(3).await), ["one", "two", "three"]);
    relay.results(&channel, 3, "delivered").await;
}

#[tokio::test]
async fn a_channel_turned_off_answers_404() {
    let (relay, endpoint, channel) = chatwoot().await;
    relay.call("channel.update", json!({ "id": channel.id, "mode": "off" })).await;
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(1, "a", "Hello?")).await.status, 404);
    refused(&relay, &channel.id, "OFF-01").await;
    assert!(endpoint.so_far().is_empty());
    relay.call("channel.update", json!({ "id": channel.id, "mode": "active" })).await;
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(2, "a", "Hello again")).await.status, 200);
    assert_eq!(texts(&endpoint.received(1).await), ["Hello again"]);
}

#[tokio::test]
async fn the_same_event_again_is_skipped_and_two_equal_messages_are_two() {
    let (relay, endpoint, channel) = chatwoot().await;
    for (id, text) in [(1, "ok"), (1, "ok"), (2, "ok")] {
        assert_eq!(relay.http.post(&channel.intake, chatwoot_message(id, "a", text)).await.status, 200);
    }
    let rows = relay
        .traffic_until(
            "all three are dealt with",
            json!({ "channel": channel.id, "direction": "in" }),
            |rows| {
                rows.len() == 3
                    && rows.iter().all(|row| row["result"] == "delivered" || row["result"] == "skipped")
            },
        )
        .await;
    let skipped: Vec<_> = rows.iter().filter(|row| row["result"] == "skipped").collect();
    assert_eq!(skipped.len(), 1, "{rows:#?}");
    assert_eq!(skipped[0]["skipped"], "duplicate");
    assert_eq!(endpoint.so_far().len(), 2);
}

#[tokio::test]
async fn without_an_endpoint_or_a_subscription_events_are_skipped_and_never_failed() {
    let relay = Relay::start().await;
    let channel = relay.channel(json!({ "name": "Silent", "platform": "chatwoot" })).await;
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(1, "a", "Hello")).await.status, 200);
    assert_eq!(relay.results(&channel, 1, "skipped").await[0]["skipped"], "noEndpoint");

    let endpoint = switchboard_tests::endpoint::Endpoint::good().await;
    let picky = chatwoot_to(&relay, &endpoint.url).await;
    relay.call("channel.update", json!({ "id": picky.id, "subscriptions": ["message.received"] })).await;
    assert_eq!(relay.http.post(&picky.intake, chatwoot_message(1, "a", "By an agent")).await.status, 200);
    assert_eq!(relay.results(&picky, 1, "skipped").await[0]["skipped"], "notSubscribed");
    let incoming = switchboard_tests::platforms::sample("chatwoot/webhook.message_created.incoming.json");
    assert_eq!(relay.http.post(&picky.intake, incoming).await.status, 200);
    assert_eq!(endpoint.received(1).await[0].json()["type"], "message.received");
}
