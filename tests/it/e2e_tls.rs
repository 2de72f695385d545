//! Certificates: one nobody knows is refused, and trusted for one endpoint alone once the admin says so.

use serde_json::json;
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::platforms::chatwoot_message;

use crate::{chatwoot, chatwoot_to, texts};

#[tokio::test]
async fn an_unknown_certificate_stops_the_destination_until_it_is_trusted_for_it() {
    let (relay, _plain, first) = chatwoot().await;
    relay.call("channel.delete", json!({ "id": first.id })).await;
    let endpoint = Endpoint::start_tls("localhost", |_| Reply::ok()).await;
    let channel = chatwoot_to(&relay, &endpoint.url).await;
    for (id, text) in [(1, "one"), (2, "two")] {
        assert_eq!(relay.http.post(&channel.intake, chatwoot_message(id, "a", text)).await.status, 200);
    }
    let rows = relay
        .traffic_until(
            "it is refused for its certificate",
            json!({ "channel": channel.id, "direction": "out" }),
            |rows| rows.iter().any(|row| row["code"] == "TLS-03"),
        )
        .await;
    relay.results(&channel, 2, "onHold").await;
    assert!(endpoint.so_far().is_empty(), "not a byte of ours went there");
    let stopped = &relay.call("status.get", json!({})).await["stopped"];
    assert_eq!(stopped[0]["stopped"]["code"], "TLS-03", "{stopped}");

    let shown =
        relay.exchange(rows.iter().find(|row| row["code"] == "TLS-03").unwrap()).await["certificate"].clone();
    assert_eq!(shown["fingerprint"].as_str().unwrap().split(':').count(), 32, "{shown}");
    let pem = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(pem(shown["pem"].as_str().unwrap()), pem(endpoint.certificate.as_deref().unwrap()));

    let trust = json!({ "id": channel.id, "endpoint": { "trustedCertificate": shown["pem"] } });
    relay.call("channel.update", trust).await;
    assert_eq!(texts(&endpoint.received(2).await), ["one", "two"]);
    relay.results(&channel, 2, "delivered").await;
}

#[tokio::test]
async fn trust_is_for_one_certificate_at_one_endpoint() {
    let (relay, _plain, _) = chatwoot().await;
    let trusted = Endpoint::start_tls("localhost", |_| Reply::ok()).await;
    let another = Endpoint::start_tls("localhost", |_| Reply::ok()).await;
    let input = json!({ "name": "Trusting", "platform": "chatwoot", "callbackUrl": another.url,
        "endpoint": { "trustedCertificate": trusted.certificate } });
    let channel = relay.channel(input).await;
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "one")).await;
    relay.results(&channel, 1, "onHold").await;
    assert!(another.so_far().is_empty());
}
