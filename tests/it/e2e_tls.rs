//! Certificates: one nobody knows is refused, and trusted for one endpoint alone once the admin says so; one that ended, or is for another
//! name, stops what is sent until it is renewed.

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Authority, Certificate, Endpoint, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::relay::{Channel, Relay, Start};

use crate::e2e_problems::{all_well, guarded, opened, post, primary, remedy};
use crate::e2e_setup::checkup;
use crate::{chatwoot, chatwoot_to, set, texts};

/// A relay on a computer that knows this authority. What is stopped is not tried again by itself.
async fn knowing(authority: &Authority) -> Relay {
    let mut start = Start::default();
    let known = start.folder.path().join("authorities.pem");
    std::fs::write(&known, &authority.pem).unwrap();
    start.environment.push(("SSL_CERT_FILE".to_owned(), known.to_string_lossy().into_owned()));
    let relay = start.start().await;
    relay.impatient().await;
    set(&relay, json!({ "probeMs": 600_000 })).await;
    relay
}

/// A channel at a Chatwoot that is there.
async fn at(relay: &Relay, server: &str) -> Channel {
    let input = json!({
        "name": "Self-hosted", "platform": "chatwoot", "apiUrl": server, "token": "the token",
        "options": { "accountId": 1, "inboxId": 7 },
    });
    relay.channel(input).await
}

/// Waits until a problem tells what the certificate says.
async fn told(relay: &Relay, code: &str, body: &str) -> Value {
    eventually("it tells what the certificate says", async || {
        let problem = opened(relay, code).await;
        (problem["body"]["key"] == body).then_some(problem)
    })
    .await
}

fn said(chat: &str) -> Value {
    json!({ "chat": chat, "text": "Hello", "contact": { "id": chat, "name": "Jo" } })
}

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

#[tokio::test]
async fn an_endpoint_whose_certificate_ended_gets_nothing_until_it_is_renewed() {
    let authority = Authority::default();
    let relay = knowing(&authority).await;
    let endpoint = Endpoint::start_with(&authority.issue("localhost", -30), |_| Reply::ok()).await;
    let channel = chatwoot_to(&relay, &endpoint.url).await;
    post(&relay, &channel, 1, "one").await;
    let problem = opened(&relay, "TLS-01").await;
    assert_eq!((primary(&problem), &problem["waiting"]), ("checkAgain", &json!(1)), "{problem}");
    let told = told(&relay, "TLS-01", "problem-tls-01-at").await;
    assert!(!told["body"]["params"]["at"].as_str().unwrap().is_empty(), "{told}");
    // It is looked again, and it is as it was.
    remedy(&relay, &problem, "checkAgain", json!({})).await;
    opened(&relay, "TLS-01").await;
    assert!(endpoint.so_far().is_empty(), "not a byte of ours went there");
    endpoint.renew(&authority.issue("localhost", 90));
    remedy(&relay, &problem, "checkAgain", json!({})).await;
    assert_eq!(texts(&endpoint.received(1).await), ["one"]);
    all_well(&relay).await;
}

#[tokio::test]
async fn the_name_in_a_certificate_is_offered_as_the_address() {
    let authority = Authority::default();
    let relay = knowing(&authority).await;
    let endpoint = Endpoint::start_with(&authority.issue("localhost", 90), |_| Reply::ok()).await;
    let mistyped = endpoint.url.replace("localhost", "127.0.0.1");
    let channel = chatwoot_to(&relay, &format!("{mistyped}/hook")).await;
    post(&relay, &channel, 1, "one").await;
    let problem = told(&relay, "TLS-02", "problem-tls-02-names").await;
    assert_eq!(problem["body"]["params"]["names"], "localhost", "{problem}");
    assert_eq!(primary(&problem), "useAddress", "{problem}");
    assert_eq!(problem["remedies"][0]["params"]["address"], format!("{}/hook", endpoint.url));
    remedy(&relay, &problem, "useAddress", json!({})).await;
    assert_eq!(texts(&endpoint.received(1).await), ["one"]);
    all_well(&relay).await;
}

#[tokio::test]
async fn a_platform_whose_certificate_ended_or_is_for_another_name_gets_nothing_until_it_is_renewed() {
    let authority = Authority::default();
    let relay = knowing(&authority).await;
    for (code, wrong) in
        [("TLS-01", authority.issue("localhost", -1)), ("TLS-02", authority.issue("elsewhere.example", 90))]
    {
        let server = Endpoint::start_with(&wrong, guarded("the token")).await;
        let channel = at(&relay, &server.url).await;
        let sent = relay.send(&channel, said("chat-1")).await;
        let problem = opened(&relay, code).await;
        assert_eq!((primary(&problem), &problem["waiting"]), ("checkAgain", &json!(1)), "{problem}");
        assert_eq!(problem["sentence"]["params"]["host"], server.address().to_owned(), "{problem}");
        let checks = checkup(&relay, json!({ "channel": channel.id, "parts": ["platform"] })).await;
        assert_eq!(checks.last().unwrap()["error"]["code"], code, "{checks:?}");
        assert!(server.so_far().is_empty(), "no token went there");
        server.renew(&authority.issue("localhost", 90));
        remedy(&relay, &problem, "checkAgain", json!({})).await;
        relay.sent_until(&channel, &sent, "delivered").await;
        all_well(&relay).await;
        relay.call("channel.delete", json!({ "id": channel.id })).await;
    }
}

#[tokio::test]
async fn the_end_of_a_certificate_is_warned_of_three_weeks_ahead() {
    let relay = Relay::start().await;
    for (days, state) in
        [(90, "well"), (22, "well"), (20, "warning"), (7, "warning"), (1, "warning"), (0, "warning")]
    {
        let certificate = Certificate::of_its_own("localhost", days);
        let endpoint = Endpoint::start_with(&certificate, |_| Reply::ok()).await;
        let draft = json!({ "platform": "userlike", "callbackUrl": endpoint.url,
            "endpoint": { "trustedCertificate": certificate.pem } });
        let checks = checkup(&relay, json!({ "draft": draft, "parts": ["endpoint"] })).await;
        let check = checks.iter().find(|check| check["name"] == "certificate").expect("it is checked");
        assert_eq!(check["state"], state, "{days} days: {check}");
        assert_eq!(check["note"]["params"]["days"], days.to_string(), "{check}");
        assert!(!check["note"]["english"].as_str().unwrap().contains('{'), "{check}");
        assert_eq!(checks.last().unwrap()["state"], "well", "it is good all the same: {checks:?}");
    }
}

/// Only an endpoint's certificate could be trusted: a channel at a Chatwoot inside the office could not be used at all.
#[tokio::test]
async fn a_platforms_certificate_is_trusted_for_one_channel_and_at_that_server_alone() {
    let (relay, server) =
        (Relay::start().await, Endpoint::start_tls("localhost", guarded("the token")).await);
    relay.impatient().await;
    set(&relay, json!({ "probeMs": 600_000 })).await;
    let channel = at(&relay, &server.url).await;
    let sent = relay.send(&channel, said("chat-1")).await;
    let problem = eventually("the certificate it showed is there to be trusted", async || {
        let problem = opened(&relay, "TLS-03").await;
        (primary(&problem) == "trust").then_some(problem)
    })
    .await;
    let shown = relay.call("problem.get", json!({ "id": problem["id"] })).await["certificate"].clone();
    assert!(shown["names"].as_array().unwrap().contains(&json!("localhost")), "{shown}");
    let wrong = json!({ "id": problem["id"], "action": "trust", "fingerprint": "AA:BB" });
    assert_eq!(relay.refused("problem.remedy", wrong).await, "DATA-02");
    assert!(server.so_far().is_empty(), "no token went there");
    remedy(&relay, &problem, "trust", json!({ "fingerprint": shown["fingerprint"] })).await;
    relay.sent_until(&channel, &sent, "delivered").await;
    all_well(&relay).await;

    // The checks and the set-up go by it, and a new start changes nothing.
    let relay = Relay::start_in(relay.stop().await).await;
    let platform = json!({ "channel": channel.id, "parts": ["platform"] });
    let checks = checkup(&relay, platform.clone()).await;
    let of = |checks: &[Value], name: &str| checks.iter().find(|check| check["name"] == name).cloned();
    assert_eq!(of(&checks, "certificate").unwrap()["state"], "well", "{checks:?}");
    assert_eq!(of(&checks, "token").unwrap()["state"], "well", "{checks:?}");
    relay.call("setup.look", json!({ "channel": channel.id })).await;

    // Whoever sets another channel up is shown the certificate, and looks in once it is agreed to.
    let mut look = json!({ "apiUrl": server.url, "token": "the token" });
    assert_eq!(relay.refused("setup.look", look.clone()).await, "TLS-03");
    let refused = relay.call("setup.certificate", look.clone()).await;
    assert_eq!(refused["seen"], shown, "{refused}");
    look["platformCertificate"] = refused["pem"].clone();
    assert_eq!(relay.call("setup.certificate", look.clone()).await, Value::Null);
    relay.call("setup.look", look).await;

    // Nobody else goes by it, and at another server it is worth nothing.
    let draft = json!({ "platform": "chatwoot", "apiUrl": server.url, "token": "the token" });
    let checks = checkup(&relay, json!({ "draft": draft, "parts": ["platform"] })).await;
    assert_eq!(checks.last().unwrap()["error"]["code"], "TLS-03", "{checks:?}");
    let elsewhere = json!({ "id": channel.id, "apiUrl": "https://chat.example.com" });
    let view = relay.call("channel.update", elsewhere).await;
    assert_eq!(view["platformCertificate"], Value::Null, "{view}");

    // It can be taken back, and given by hand.
    let back = json!({ "id": channel.id, "apiUrl": server.url });
    assert!(relay.call("channel.update", back).await["platformCertificate"].is_string());
    relay.call("channel.update", json!({ "id": channel.id, "platformCertificate": null })).await;
    let checks = checkup(&relay, platform.clone()).await;
    assert_eq!(checks.last().unwrap()["error"]["code"], "TLS-03", "{checks:?}");
    let by_hand = json!({ "id": channel.id, "platformCertificate": server.certificate });
    relay.call("channel.update", by_hand).await;
    let checks = checkup(&relay, platform).await;
    assert_eq!(of(&checks, "certificate").unwrap()["state"], "well", "{checks:?}");
}
