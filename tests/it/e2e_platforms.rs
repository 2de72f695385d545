//! The main job, once for each platform: a request comes, is kept, answered, forwarded and seen.

use bytes::Bytes;
use serde_json::{Value, json};
use standardwebhooks::Webhook;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::{chatwoot_message, elma_message, userlike_transcript};
use switchboard_tests::relay::{Channel, Relay};

fn requests() -> [(Value, Bytes, &'static str); 3] {
    [
        (
            json!({ "platform": "elma365", "token": "confirm" }),
            elma_message("confirm", "chat1", "Good morning"),
            "message.sent",
        ),
        (json!({ "platform": "chatwoot" }), chatwoot_message(1, "chat1", "Good morning"), "message.sent"),
        (
            json!({ "platform": "userlike" }),
            userlike_transcript("visitor1", &[("co", "Good morning")]).to_string().into(),
            "message.received",
        ),
    ]
}

async fn channel(relay: &Relay, endpoint: &Endpoint, mut input: Value, format: &str) -> Channel {
    input["name"] = json!(format!("{} {format}", input["platform"].as_str().unwrap()));
    input["callbackUrl"] = json!(endpoint.url);
    input["format"] = json!(format);
    relay.channel(input).await
}

#[tokio::test]
async fn a_message_of_each_platform_is_kept_answered_forwarded_and_seen_live() {
    let relay = Relay::start().await;
    for (input, body, kind) in requests() {
        let endpoint = Endpoint::good().await;
        let channel = channel(&relay, &endpoint, input, "switchboard").await;
        let mut live = relay.live().await;

        let answer = relay.http.post(&channel.intake, body).await;
        assert_eq!(answer.status, 200, "{kind}: {}", answer.text());

        let received = endpoint.received(1).await.remove(0);
        let sent = received.json();
        assert_eq!(sent["type"], kind);
        assert!(sent["timestamp"].is_string() || sent["timestamp"].is_number(), "{sent}");
        assert_eq!(sent["data"]["message"]["text"], "Good morning");
        assert_eq!(sent["data"]["channel"]["id"], json!(channel.id));
        assert!(sent["data"]["original"].is_object(), "the platform's own body is there: {sent}");
        Webhook::new(&channel.signing_secret)
            .unwrap()
            .verify(&received.body, &received.headers)
            .expect("the reference library accepts the signature");

        let row = relay.results(&channel, 1, "delivered").await.remove(0);
        assert_eq!(row["kind"], kind);
        assert_eq!(row["status"], 200);
        assert!(row["preview"].as_str().unwrap().contains("Good morning"), "{row}");
        let out = relay
            .traffic_until(
                "the request to the endpoint is in the log",
                json!({ "channel": channel.id, "direction": "out" }),
                |rows| rows.len() == 1,
            )
            .await;
        assert_eq!((&out[0]["status"], &out[0]["result"]), (&json!(200), &json!("delivered")));

        let detail = relay.exchange(&row).await;
        assert!(detail["request"]["body"].as_str().unwrap().contains("Good morning"));
        assert_eq!(detail["events"][0]["kind"], kind);
        assert_eq!(
            detail["events"][0]["id"],
            received.header("webhook-id"),
            "the event's id is the delivery's webhook-id"
        );
        assert_eq!(detail["deliveries"][0]["state"], "delivered");
        assert_eq!(detail["deliveries"][0]["attempts"][0]["status"], 200);
        assert!(detail["deliveries"][0]["attempts"][0]["timings"]["totalUs"].as_u64() > Some(0));
        assert!(!detail["sentence"]["english"].as_str().unwrap().is_empty());

        live.until("the request's row, delivered", |live| {
            live["type"] == "exchange"
                && live["row"]["id"] == row["id"]
                && live["row"]["result"] == "delivered"
        })
        .await;
    }
}

#[tokio::test]
async fn as_received_passes_on_the_platforms_own_bytes_and_headers() {
    let relay = Relay::start().await;
    for (input, body, _) in requests() {
        let endpoint = Endpoint::good().await;
        let channel = channel(&relay, &endpoint, input, "asReceived").await;
        let headers =
            [("content-type", "application/JSON"), ("x-of-the-platform", "yes"), ("connection", "close")];
        let answer = relay.http.send("POST", &channel.intake, &headers, body.clone()).await.unwrap();
        assert_eq!(answer.status, 200);

        let received = endpoint.received(1).await.remove(0);
        assert_eq!(received.body, body, "not a byte differs");
        assert_eq!(received.header("content-type"), "application/JSON");
        assert_eq!(received.header("x-of-the-platform"), "yes");
        assert!(!received.headers.contains_key("connection"), "hop-by-hop headers are dropped");
        assert!(!received.header("webhook-id").is_empty(), "{:?}", received.headers);
        Webhook::new(&channel.signing_secret)
            .unwrap()
            .verify(&received.body, &received.headers)
            .expect("a good signature");
    }
}

#[tokio::test]
async fn every_sample_of_every_platform_is_taken_and_none_is_an_error() {
    let relay = Relay::start().await;
    for platform in ["elma365", "chatwoot", "userlike"] {
        let token = if platform == "elma365" { "confirm" } else { "" };
        let channel = relay.channel(json!({ "name": platform, "platform": platform, "token": token })).await;
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(platform);
        let mut sent = 0;
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let from_platform = match platform {
                "elma365" => name.starts_with("to_messenger."),
                "chatwoot" => name.starts_with("webhook.") && !name.contains("headers"),
                _ => name.ends_with(".json"),
            };
            // The channel ends with `disconnect`; that has a test of its own.
            if !from_platform || name.contains("disconnect") {
                continue;
            }
            let answer = relay.http.post(&channel.intake, std::fs::read(&file).unwrap()).await;
            assert_eq!(answer.status, 200, "{platform}/{name}: {}", answer.text());
            sent += 1;
        }
        assert!(sent >= 6, "{platform} has samples");
        // What came: the files it names are fetched meanwhile, and that shows as well.
        let rows = relay.traffic(json!({ "channel": channel.id, "direction": "in" })).await;
        assert_eq!(rows.len(), sent);
        assert!(rows.iter().all(|row| row["result"] == "skipped" && row["code"].is_null()), "{rows:#?}");
    }
}
