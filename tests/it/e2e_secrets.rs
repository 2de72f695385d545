//! Secrets appear nowhere but where they belong: not in logs, not on screens, not in copied text, not in the files.

use std::path::Path;

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::platforms::{elma, post_signed, sample_json};
use switchboard_tests::relay::{Relay, Start};

const TOKEN: &str = "seeded-token-7Qk2";
const HEADER: &str = "seeded-header-9Zx4";
const WEBHOOK: &str = "seeded-webhook-1Lm8";
const PUBSUB: &str = "seeded-pubsub-3Vb6";
const HMAC: &str = "seeded-hmac-5Nc0";
const USERLIKE: &str = "seeded-userlike-8Jd1";

/// Every occurrence of a secret in a text, with what is around it.
fn found(secrets: &[String], place: &str, text: &[u8], findings: &mut Vec<String>) {
    for secret in secrets {
        if let Some(at) = text.windows(secret.len()).position(|window| window == secret.as_bytes()) {
            let around = &text[at.saturating_sub(60)..(at + secret.len() + 20).min(text.len())];
            findings.push(format!("{place}: {}", String::from_utf8_lossy(around)));
        }
    }
}

fn files(folder: &Path, all: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, all) } else { all.push(path) }
    }
}

#[tokio::test]
async fn no_secret_is_in_logs_details_copied_text_or_files() {
    let environment = vec![("RUST_LOG".to_owned(), "trace".to_owned())];
    let relay = Start { environment, ..Start::default() }.start().await;
    relay.impatient().await;
    // An endpoint that is being debugged tells what it got, with what it was to keep to itself.
    let endpoint = Endpoint::start(|request| match request.number % 2 {
        0 => Reply::Answer(503, Vec::new(), format!("not now, {}", request.header("authorization")).into()),
        _ => Reply::ok(),
    })
    .await;
    let header = json!({ "headers": [{ "name": "authorization", "value": format!("Bearer {HEADER}") }] });
    let mut secrets: Vec<String> =
        [TOKEN, HEADER, WEBHOOK, PUBSUB, HMAC, USERLIKE].map(str::to_owned).to_vec();
    secrets.push(relay.token.clone());

    let inputs = [
        json!({ "name": "E", "platform": "elma365", "token": TOKEN }),
        json!({ "name": "C", "platform": "chatwoot", "token": TOKEN, "options": { "webhookSecrets": [WEBHOOK], "signature": "strict" } }),
        json!({ "name": "A", "platform": "chatwoot", "format": "asReceived", "options": { "webhookSecrets": [WEBHOOK] } }),
        json!({ "name": "U", "platform": "userlike", "token": USERLIKE }),
    ];
    let mut channels = Vec::new();
    for mut input in inputs {
        input["callbackUrl"] = json!(endpoint.url);
        input["endpoint"] = header.clone();
        let channel = relay.channel(input).await;
        secrets.push(channel.signing_secret.clone());
        secrets.push(channel.view["endpointToken"].as_str().unwrap().to_owned());
        channels.push(channel);
    }

    for sample in ["connect", "message", "userInfo"] {
        relay.http.post(&channels[0].intake, elma(sample, TOKEN).to_string()).await;
    }
    let mut message = sample_json("chatwoot/webhook.message_created.outgoing.json");
    message["conversation"]["contact_inbox"]["pubsub_token"] = json!(PUBSUB);
    let mut inbox = sample_json("chatwoot/webhook.inbox_created.json");
    inbox["channel"] = json!({ "hmac_token": HMAC, "secret": HMAC });
    for channel in &channels[1..3] {
        for body in [&message, &inbox] {
            let answer = post_signed(&relay.http, &channel.intake, WEBHOOK, 0, body.to_string().into()).await;
            assert_eq!(answer.status, 200);
        }
        // Refused, unknown and broken requests are kept and shown as well.
        relay.http.post(&channel.intake, message.to_string()).await;
        relay
            .http
            .post(&channel.intake, format!("{{\"pubsub_token\": \"{PUBSUB}\", \"token\": \"{TOKEN}\","))
            .await;
    }
    relay.http.post(&format!("{}/in/nobody", relay.relay), message.to_string()).await;
    let body = sample_json("userlike/operator_online.json").to_string();
    relay.http.send("POST", &channels[3].intake, &[("x-switchboard-secret", USERLIKE)], body).await.unwrap();
    relay
        .traffic_until("everything is done with", json!({ "direction": "in" }), |rows| {
            rows.len() == 13
                && !rows
                    .iter()
                    .any(|row| ["received", "sending", "retrying"].iter().any(|open| row["result"] == *open))
        })
        .await;

    let mut findings = Vec::new();
    for row in relay.traffic(json!({})).await {
        found(&secrets, "a row", row.to_string().as_bytes(), &mut findings);
        let detail: Value = relay.exchange(&row).await;
        found(
            &secrets,
            &format!("detail of {}", row["platformName"]),
            detail.to_string().as_bytes(),
            &mut findings,
        );
        let curl = relay.call("traffic.curl", json!({ "id": row["id"] })).await;
        assert!(curl["text"].as_str().unwrap().starts_with("curl "), "{curl}");
        found(&secrets, "copied as cURL", curl.to_string().as_bytes(), &mut findings);
        for (command, payload) in
            [("journey.get", json!({ "exchange": row["id"] })), ("traffic.draft", json!({ "id": row["id"] }))]
        {
            // Not every request can be changed and sent again.
            let shown = relay.rpc(command, payload).await.unwrap_or_else(|error| error);
            found(&secrets, command, shown.to_string().as_bytes(), &mut findings);
        }
    }
    for command in [
        "channel.list",
        "settings.get",
        "status.get",
        "delivery.page",
        "destination.list",
        "problem.list",
        "activity.list",
        "conversation.page",
    ] {
        found(&secrets, command, relay.call(command, json!({})).await.to_string().as_bytes(), &mut findings);
    }
    let problems = relay.call("problem.list", json!({})).await;
    assert!(!problems.as_array().unwrap().is_empty(), "what failed is a problem");
    for problem in problems.as_array().unwrap() {
        for command in ["problem.get", "problem.report"] {
            let shown = relay.call(command, json!({ "id": problem["id"] })).await;
            found(&secrets, command, shown.to_string().as_bytes(), &mut findings);
        }
    }
    let conversations = relay.call("conversation.page", json!({})).await;
    for row in conversations["rows"].as_array().unwrap() {
        for command in ["conversation.get", "conversation.transcript"] {
            let shown = relay.call(command, json!({ "id": row["id"] })).await;
            found(&secrets, command, shown.to_string().as_bytes(), &mut findings);
        }
    }
    for channel in &channels {
        let shown = relay.call("practice.endpoint.get", json!({ "channel": channel.id })).await;
        found(&secrets, "practice.endpoint.get", shown.to_string().as_bytes(), &mut findings);
    }
    for (command, payload) in [
        ("transfer.export", json!({})),
        ("transfer.export", json!({ "password": "correct horse" })),
        ("backup.create", json!({ "password": "correct horse" })),
        ("backup.create", json!({})),
    ] {
        let saved = crate::e2e_backup::saved(&relay, command, payload).await;
        found(&secrets, command, &saved.body, &mut findings);
    }
    let report = relay.call("diagnostics.get", json!({})).await;
    found(&secrets, "diagnostics.get", report.to_string().as_bytes(), &mut findings);
    for word in [PUBSUB, HMAC, TOKEN] {
        assert!(relay.traffic(json!({ "text": word })).await.is_empty(), "a search finds {word}");
    }
    // While it runs there is more in the files than after an orderly end.
    let look = |folder: &switchboard_tests::relay::Folder, findings: &mut Vec<String>| {
        let mut all = Vec::new();
        files(&folder.data(), &mut all);
        assert!(all.iter().any(|path| path.ends_with("journal.db")), "{all:?}");
        for path in all {
            found(&secrets, &path.display().to_string(), &std::fs::read(&path).unwrap(), findings);
        }
    };
    look(&relay.folder, &mut findings);
    let folder = relay.stop().await;
    look(&folder, &mut findings);
    found(&secrets, "the log", folder.log().as_bytes(), &mut findings);
    assert!(findings.is_empty(), "{findings:#?}");
}

#[cfg(unix)]
#[tokio::test]
async fn files_are_for_their_owner_alone_and_the_screen_says_where_the_key_is() {
    use std::os::unix::fs::PermissionsExt as _;
    let relay = Relay::start().await;
    assert_eq!(relay.call("status.get", json!({})).await["key"]["home"], "file");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&relay.folder.data()), 0o700, "nobody else gets into the folder");
    assert_eq!(mode(&relay.folder.data().join("data.key")), 0o600);
}

#[tokio::test]
async fn the_key_of_an_intake_address_is_shown_and_forwarded_nowhere() {
    let (relay, endpoint, channel) = crate::chatwoot().await;
    let key = channel.intake.rsplit('/').next().unwrap().to_owned();
    // Chatwoot tells the inbox's webhook, and that is our own intake address.
    let body = switchboard_tests::platforms::sample("chatwoot/webhook.inbox_updated.json");
    let mut body: Value = serde_json::from_slice(&body).unwrap();
    body["webhook_url"] = json!(channel.intake);
    body["channel"] = json!({ "webhook_url": channel.intake });
    assert_eq!(relay.http.post(&channel.intake, body.to_string()).await.status, 200);
    let text = format!("Is {} right?", channel.intake);
    let message = switchboard_tests::platforms::chatwoot_message(1, "a", &text);
    assert_eq!(relay.http.post(&channel.intake, message).await.status, 200);
    for received in endpoint.received(2).await {
        let original = received.json()["data"]["original"].to_string();
        assert!(original.contains("webhook_url") || original.contains("right?"), "{original}");
        assert!(!original.contains(&key), "{original}");
    }
    relay.results(&channel, 2, "delivered").await;
    let rows = relay.traffic(json!({})).await;
    assert_eq!(rows.len(), 4, "{rows:?}");
    for row in &rows {
        let detail = relay.exchange(row).await;
        let curl = relay.call("traffic.curl", json!({ "id": row["id"] })).await;
        // What an agent wrote goes to the endpoint as it was written; a copy of that request shows it so.
        for shown in
            [row.to_string(), detail["events"].to_string(), detail["request"].to_string(), curl.to_string()]
        {
            assert!(!shown.contains(&key), "{shown}");
        }
    }
    assert!(relay.traffic(json!({ "text": key })).await.is_empty(), "a search finds the key");
}
