//! Requests as the platforms send them: the samples under `fixtures`, and the few fields a test varies.

use std::path::Path;

use bytes::Bytes;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use switchboard_engine::clock::Clock;

use crate::client::{Answer, Http};

/// A sample's bytes, by its path under `fixtures`.
#[must_use]
pub fn sample(path: &str) -> Bytes {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(path);
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).into()
}

/// A sample as JSON, to be changed.
#[must_use]
pub fn sample_json(path: &str) -> Value {
    serde_json::from_slice(&sample(path)).unwrap()
}

/// ELMA365: an operator writes into a chat.
#[must_use]
pub fn elma_message(token: &str, chat: &str, text: &str) -> Bytes {
    let mut body = sample_json("elma365/to_messenger.message.json");
    body["token"] = json!(token);
    body["data"]["targetChatId"] = json!(chat);
    body["data"]["text"] = json!(text);
    body["data"]["files"] = json!([]);
    body.to_string().into()
}

/// ELMA365: any of its samples, with this token.
#[must_use]
pub fn elma(sample: &str, token: &str) -> Value {
    let mut body = sample_json(&format!("elma365/to_messenger.{sample}.json"));
    body["token"] = json!(token);
    body
}

/// Chatwoot: an agent writes into a chat. Message ids are the platform's, and two messages with one id are one.
#[must_use]
pub fn chatwoot_message(id: u64, chat: &str, text: &str) -> Bytes {
    let mut body = sample_json("chatwoot/webhook.message_created.outgoing.json");
    body["id"] = json!(id);
    body["content"] = json!(text);
    body["conversation"]["contact_inbox"]["source_id"] = json!(chat);
    body["conversation"]["messages"] = json!([]);
    body.to_string().into()
}

/// Posts a body with Chatwoot's signature, made `age_s` seconds ago with this secret.
pub async fn post_signed(http: &Http, url: &str, secret: &str, age_s: i64, body: Bytes) -> Answer {
    let timestamp = (Clock.now().0 / 1_000 - age_s).to_string();
    let signature = chatwoot_signature(secret, &timestamp, &body);
    let headers = [
        ("content-type", "application/json"),
        ("x-chatwoot-timestamp", timestamp.as_str()),
        ("x-chatwoot-signature", signature.as_str()),
    ];
    http.send("POST", url, &headers, body).await.expect("an answer")
}

/// The value of Chatwoot's signature header.
#[must_use]
pub fn chatwoot_signature(secret: &str, timestamp: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(timestamp.as_bytes());
    mac.update(b".");
    mac.update(body);
    let digits: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256={digits}")
}

/// Userlike: the transcript of a session so far, of (who, words): `co` is the customer, `op` an operator.
#[must_use]
pub fn userlike_transcript(client: &str, messages: &[(&str, &str)]) -> Value {
    let mut body = sample_json("userlike/inferred_um.chat_session_message_received.json");
    body["client_uuid"] = json!(client);
    let lines = messages.iter().enumerate().map(|(i, (who, words))| {
        let operator = if *who == "op" { json!(5) } else { Value::Null };
        json!({
            "body": words, "name": "Jo", "display_name": "Jo", "operator_id": operator,
            "sent_at": format!("2026-09-21 13:33:{:02}", 20 + i), "sent_at_time": "13:33", "type": who,
        })
    });
    body["messages"] = lines.collect();
    body
}
