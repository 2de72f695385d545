//! Channels as an admin keeps them: what is checked when one is typed in, what is shown and what is not.

use serde_json::{Value, json};
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::Relay;

use crate::chatwoot;

const MASK: &str = "••••••••";

#[tokio::test]
async fn a_name_and_a_platform_are_all_a_channel_needs() {
    let relay = Relay::start().await;
    for platform in ["elma365", "chatwoot", "userlike"] {
        let channel = relay.channel(json!({ "name": platform, "platform": platform })).await;
        assert!(channel.intake.starts_with(&format!("{}/in/", relay.relay)), "{}", channel.intake);
        assert!(
            channel.intake.len() - relay.relay.len() > 20,
            "the key cannot be guessed: {}",
            channel.intake
        );
        assert_eq!(channel.view["subscriptions"], "all");
        assert_eq!(channel.view["format"], "switchboard");
        assert_eq!(channel.view["state"], "waiting");
        assert_eq!(channel.view["localOnly"], true);
        assert!(channel.signing_secret.starts_with("whsec_"));
    }
    assert_eq!(relay.call("channel.list", json!({})).await.as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn what_is_typed_wrong_is_told_at_once_and_in_words() {
    let (relay, endpoint, _) = chatwoot().await;
    let with = |field: &str, value: Value| {
        let mut input = json!({ "name": "Other", "platform": "chatwoot", "callbackUrl": endpoint.url });
        input[field] = value;
        input
    };
    for (input, code) in [
        (with("name", json!("")), "NAME-02"),
        (with("name", json!("  sUPPORT ")), "NAME-01"),
        (with("callbackUrl", json!("http://")), "URL-03"),
        (with("callbackUrl", json!(format!("{}/in/abc", relay.relay))), "LOOP-01"),
        (json!({ "name": "No platform" }), "DATA-02"),
    ] {
        let error = relay.rpc("channel.create", input.clone()).await.expect_err(&input.to_string());
        assert_eq!(error["code"], code, "{input}: {error}");
        let message = error["message"].as_str().unwrap();
        assert!(message.len() > 10 && !message.contains("Error"), "a sentence: {message}");
    }
    assert_eq!(relay.call("channel.list", json!({})).await.as_array().unwrap().len(), 1, "none was created");
}

#[tokio::test]
async fn a_missing_scheme_is_put_in_front_and_the_form_says_so() {
    let relay = Relay::start().await;
    let input = json!({ "name": "Scheme", "platform": "chatwoot", "callbackUrl": " crm.example.com/hook\n" });
    let channel = relay.channel(input).await;
    assert_eq!(channel.view["callbackUrl"], "https://crm.example.com/hook");
    assert!(!channel.view["notes"].as_array().unwrap().is_empty(), "{}", channel.view);
}

#[tokio::test]
async fn a_pasted_dashboard_address_is_taken_apart() {
    let relay = Relay::start().await;
    let pasted = "https://app.chatwoot.com/app/accounts/12/inbox/34";
    let channel = relay.channel(json!({ "name": "Pasted", "platform": "chatwoot", "apiUrl": pasted })).await;
    assert_eq!(channel.view["apiUrl"], "https://app.chatwoot.com");
    assert_eq!(channel.view["options"]["accountId"], 12);
    assert_eq!(channel.view["options"]["inboxId"], 34);
    assert!(!channel.view["notes"].as_array().unwrap().is_empty(), "the form says what it did");
}

#[tokio::test]
async fn secrets_are_shown_once_then_masked_and_a_mask_sent_back_changes_nothing() {
    let relay = Relay::start().await;
    let input = json!({ "name": "Secretive", "platform": "chatwoot", "token": "the-token",
        "endpoint": { "headers": [{ "name": "x-password", "value": "the-password" }] },
        "options": { "webhookSecrets": ["the-secret"] } });
    let channel = relay.channel(input).await;
    let id = json!({ "id": channel.id });
    let view = relay.call("channel.get", id.clone()).await;
    for secret in [
        &view["token"],
        &view["endpointToken"],
        &view["signingSecret"],
        &view["options"]["webhookSecrets"][0],
    ] {
        // Of several secrets each has its number behind the mask.
        assert!(secret.as_str().unwrap().starts_with(MASK), "{view}");
    }
    assert_eq!(view["endpoint"]["headers"][0], json!({ "name": "x-password", "value": MASK }));

    let mut update = view.clone();
    update["name"] = json!("Renamed");
    let renamed = relay.call("channel.update", update).await;
    assert_eq!(renamed["name"], "Renamed");
    for (field, value) in [("token", "the-token"), ("signingSecret", channel.signing_secret.as_str())] {
        let shown = relay.call("channel.reveal", json!({ "id": channel.id, "field": field })).await;
        assert_eq!(shown["value"], value);
    }
    let rotated = relay.call("channel.rotate", json!({ "id": channel.id, "field": "signingSecret" })).await;
    assert_ne!(rotated["value"], json!(channel.signing_secret));
}

#[tokio::test]
async fn a_replaced_intake_key_ends_the_old_address() {
    let (relay, endpoint, channel) = chatwoot().await;
    relay.call("channel.rotate", json!({ "id": channel.id, "field": "intakeKey" })).await;
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(1, "a", "Old")).await.status, 404);
    let view = relay.call("channel.get", json!({ "id": channel.id })).await;
    let intake = view["intakeUrl"].as_str().unwrap();
    assert_eq!(relay.http.post(intake, chatwoot_message(2, "a", "New")).await.status, 200);
    assert_eq!(endpoint.received(1).await[0].text(), "New");
}

#[tokio::test]
async fn a_copy_has_an_address_and_secrets_of_its_own() {
    let (relay, _endpoint, channel) = chatwoot().await;
    let copy = relay.call("channel.duplicate", json!({ "id": channel.id })).await;
    assert_ne!(copy["id"], json!(channel.id));
    assert_ne!(copy["name"], channel.view["name"]);
    assert_ne!(copy["intakeUrl"], channel.view["intakeUrl"]);
    assert_eq!(copy["callbackUrl"], channel.view["callbackUrl"]);
    let secrets =
        [&channel.id, copy["id"].as_str().unwrap()].map(|id| json!({ "id": id, "field": "signingSecret" }));
    assert_ne!(
        relay.call("channel.reveal", secrets[0].clone()).await,
        relay.call("channel.reveal", secrets[1].clone()).await
    );
}

#[tokio::test]
async fn a_deleted_channel_is_gone_with_its_traffic() {
    let (relay, endpoint, channel) = chatwoot().await;
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "Hello")).await;
    relay.results(&channel, 1, "delivered").await;
    relay.call("channel.delete", json!({ "id": channel.id })).await;
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(2, "a", "Still there?")).await.status, 404);
    assert_eq!(relay.refused("channel.get", json!({ "id": channel.id })).await, "ID-05");
    relay.traffic_until("its traffic is gone", json!({ "channel": channel.id }), <[Value]>::is_empty).await;
    assert_eq!(endpoint.so_far().len(), 1);
}

#[tokio::test]
async fn addresses_are_shown_with_the_public_one_once_it_is_set() {
    let (relay, _endpoint, channel) = chatwoot().await;
    crate::set(&relay, json!({ "publicUrl": "https://relay.example.com/" })).await;
    let view = relay.call("channel.get", json!({ "id": channel.id })).await;
    let key = channel.intake_path.as_str();
    assert_eq!(view["intakeUrl"], json!(format!("https://relay.example.com{key}")));
    assert_eq!(view["localOnly"], false);
    assert_eq!(relay.call("status.get", json!({})).await["relay"]["publicUrl"], "https://relay.example.com");
}

#[tokio::test]
async fn everything_survives_a_restart() {
    let (relay, _endpoint, channel) = chatwoot().await;
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "Remember me")).await;
    relay.results(&channel, 1, "delivered").await;
    crate::set(&relay, json!({ "theme": "dark" })).await;

    let relay = Relay::start_in(relay.stop().await).await;
    assert_eq!(relay.call("settings.get", json!({})).await["theme"], "dark");
    let view = relay.call("channel.get", json!({ "id": channel.id })).await;
    assert_eq!(view["name"], "Support");
    let revealed = relay.call("channel.reveal", json!({ "id": channel.id, "field": "signingSecret" })).await;
    assert_eq!(
        revealed["value"],
        json!(channel.signing_secret),
        "the key that seals secrets was found again"
    );
    let row = relay.results(&channel, 1, "delivered").await.remove(0);
    assert!(relay.exchange(&row).await["request"]["body"].as_str().unwrap().contains("Remember me"));
}

#[tokio::test]
async fn a_channel_can_be_tested_without_sending_a_message() {
    let (relay, endpoint, channel) = chatwoot().await;
    let report = relay.call("channel.test", json!({ "id": channel.id })).await;
    let checks = report["checks"].as_array().unwrap();
    assert!(!checks.is_empty() && checks.iter().all(|check| check["error"].is_null()), "{report}");
    assert!(
        endpoint.so_far().iter().all(|request| request.method != "POST"),
        "nothing it could take for a message"
    );

    let nowhere = Endpoint::good().await.url.clone();
    relay.call("channel.update", json!({ "id": channel.id, "callbackUrl": nowhere })).await;
    let report = relay.call("channel.test", json!({ "id": channel.id })).await;
    let last = report["checks"].as_array().unwrap().last().unwrap();
    assert_eq!(last["error"]["code"], "NET-05", "{report}");
}

#[tokio::test]
async fn an_address_of_the_relay_that_is_a_channels_endpoint_is_refused_and_the_channel_named() {
    let relay = Relay::start().await;
    let callback = "https://relay.example.com:8443/hooks/in";
    relay.channel(json!({ "name": "Sales", "platform": "chatwoot", "callbackUrl": callback })).await;
    for (field, value) in [
        ("publicUrl", "https://relay.example.com:8443"),
        ("publicUrl", "https://relay.example.com:8443/hooks/"),
    ] {
        let error = relay.rpc("settings.update", json!({ field: value })).await.expect_err(value);
        assert_eq!(error["code"], "LOOP-01", "{error}");
        assert_eq!(error["params"]["field"], field);
        assert!(error["message"].as_str().unwrap().contains("Sales"), "{error}");
    }
    assert_eq!(relay.call("settings.get", json!({})).await["publicUrl"], "");
    relay
        .channel(json!({ "name": "Near", "platform": "chatwoot", "callbackUrl": "http://127.0.0.1:9797/x" }))
        .await;
    let elsewhere = json!({ "publicUrl": "https://relay.example.com:8443/switchboard" });
    relay.call("settings.update", elsewhere).await;
    let error =
        relay.rpc("settings.update", json!({ "listen": "0.0.0.0:9797" })).await.expect_err("a circle");
    assert_eq!((&error["code"], &error["params"]["channel"]), (&json!("LOOP-01"), &json!("Near")));
}
