//! Remedies: what is said to be done is done, and what is said to be over is over.

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Endpoint, Received, Reply};
use switchboard_tests::eventually;
use switchboard_tests::platforms::{chatwoot_message, post_signed};
use switchboard_tests::relay::{Channel, Relay};

use crate::e2e_problems::{all_well, open, opened, post, primary, remedy};
use crate::{chatwoot, texts};

/// Waits until so many deliveries of a channel were given up.
async fn given_up(relay: &Relay, channel: &Channel, count: usize) {
    let failed = json!({ "channel": channel.id, "state": "failed" });
    relay.deliveries_until("they are given up", failed, |rows| rows.len() == count).await;
}

/// Waits until so many got through, whatever became of the others.
async fn delivered(relay: &Relay, channel: &Channel, count: usize) {
    let through = json!({ "channel": channel.id, "state": "delivered" });
    relay.deliveries_until("they are delivered", through, |rows| rows.len() == count).await;
}

/// Any message that got through was taken for proof that those given up before were no problem any more, and their buttons went.
#[tokio::test]
async fn what_was_given_up_stays_a_problem_though_others_get_through() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(
        |request: &Received| {
            if request.text() == "poison" { Reply::status(503) } else { Reply::ok() }
        },
    );
    post(&relay, &channel, 1, "poison").await;
    given_up(&relay, &channel, 1).await;
    post(&relay, &channel, 2, "fine").await;
    delivered(&relay, &channel, 1).await;
    let problem = opened(&relay, "HTTP-02").await;
    assert_eq!((primary(&problem), &problem["failed"]), ("resend", &json!(1)), "{problem}");
    assert_eq!(problem["body"]["key"], "problem-left-behind", "{problem}");
    endpoint.behave(|_| Reply::ok());
    remedy(&relay, &problem, "resend", json!({})).await;
    all_well(&relay).await;
}

/// "Try now" answered that 0 messages wait, whatever the endpoint did.
#[tokio::test]
async fn where_nothing_waits_trying_now_asks_the_endpoint_and_tells_what_it_says() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|_| Reply::status(503));
    post(&relay, &channel, 1, "one").await;
    given_up(&relay, &channel, 1).await;
    let problem = opened(&relay, "HTTP-02").await;
    let still = remedy(&relay, &problem, "retry", json!({})).await;
    assert_eq!((&still["error"]["code"], &still["sentence"]), (&json!("HTTP-02"), &Value::Null), "{still}");
    endpoint.behave(|_| Reply::ok());
    let again = remedy(&relay, &problem, "retry", json!({})).await;
    assert_eq!(again["error"], Value::Null, "{again}");
    assert_eq!(again["sentence"]["params"]["stands"], "left", "{again}");
    assert_eq!(again["problem"]["state"], "open", "one was given up: {again}");
}

/// What was left out was counted again, and sent again with the rest, as soon as the next message failed.
#[tokio::test]
async fn what_was_left_out_is_counted_no_more() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|_| Reply::status(422));
    for (id, text) in [(1, "one"), (2, "two")] {
        post(&relay, &channel, id, text).await;
    }
    given_up(&relay, &channel, 2).await;
    let problem = opened(&relay, "HTTP-01").await;
    let did = remedy(&relay, &problem, "skip", json!({})).await;
    assert_eq!(
        (&did["sentence"]["params"]["count"], &did["problem"]["state"]),
        (&json!("2"), &json!("solved"))
    );
    all_well(&relay).await;
    post(&relay, &channel, 3, "three").await;
    given_up(&relay, &channel, 3).await;
    let problem = opened(&relay, "HTTP-01").await;
    assert_eq!(problem["failed"], 1, "{problem}");
    endpoint.behave(|_| Reply::ok());
    remedy(&relay, &problem, "resend", json!({})).await;
    delivered(&relay, &channel, 1).await;
    all_well(&relay).await;
    // By hand it can be sent all the same, and then it counts like any other.
    endpoint.behave(|_| Reply::status(422));
    let failed = json!({ "channel": channel.id, "state": "failed" });
    relay.call("delivery.resend", json!({ "filter": failed })).await;
    eventually("they count again", async || {
        open(&relay).await.into_iter().find(|problem| problem["failed"] == 2)
    })
    .await;
}

/// An endpoint that finds a message too large was told of as one that does not accept it.
#[tokio::test]
async fn a_message_too_large_for_the_endpoint_is_told_as_such() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|_| Reply::status(413));
    post(&relay, &channel, 1, "large").await;
    given_up(&relay, &channel, 1).await;
    let problem = opened(&relay, "SIZE-01").await;
    let remedies = problem["remedies"].as_array().unwrap();
    assert!(
        remedies.iter().all(|remedy| remedy["action"] != "withoutFiles"),
        "an endpoint gets no links: {problem}"
    );
    remedy(&relay, &problem, "skip", json!({})).await;
    all_well(&relay).await;
}

/// A relay that could not move to a taken port was told of as one that does not listen, and its button named no port.
#[tokio::test]
async fn a_relay_that_cannot_move_goes_on_listening_and_takes_a_free_port_on_wish() {
    let (relay, endpoint, channel) = chatwoot().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    relay.call("relay.usePort", json!({ "port": port })).await;
    let problem = opened(&relay, "PORT-01").await;
    let status = relay.call("status.get", json!({})).await;
    assert_eq!(status["sentence"]["key"], "status-relay-stays", "{status}");
    assert_eq!((&status["sign"], &status["relay"]["error"]), (&json!("problem"), &Value::Null), "{status}");
    assert_eq!(problem["body"]["key"], "problem-port-01-still", "{problem}");
    post(&relay, &channel, 1, "It is heard").await;
    assert_eq!(texts(&endpoint.received(1).await), ["It is heard"]);
    assert_eq!(primary(&problem), "useFreePort", "{problem}");
    let free = problem["remedies"][0]["params"]["port"].as_str().unwrap();
    assert!(free.parse::<u16>().is_ok(), "{problem}");
    let did = remedy(&relay, &problem, "useFreePort", json!({})).await;
    let listens = relay.call("status.get", json!({})).await["relay"]["listen"].as_str().unwrap().to_owned();
    assert!(listens.ends_with(did["sentence"]["params"]["port"].as_str().unwrap()), "{did} {listens}");
    all_well(&relay).await;
}

/// A Chatwoot that tells an inbox with its signing secret to its administrator.
fn with_secret(secret: &'static str) -> impl Fn(&Received) -> Reply + Send + Sync + 'static {
    move |_| {
        Reply::json(&json!({
            "id": 7, "name": "Support", "channel_type": "Channel::Api", "webhook_url": "", "secret": secret,
        }))
    }
}

/// Accepting what is signed with another secret left the secret as it was: the next request was refused again.
#[tokio::test]
async fn a_signing_secret_that_changed_is_read_at_the_platform_or_typed_and_only_the_right_one_counts() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let server = Endpoint::start(with_secret("the new one")).await;
    let channel = relay
        .channel(json!({
            "name": "Support", "platform": "chatwoot", "apiUrl": server.url, "token": "a token",
            "callbackUrl": endpoint.url,
            "options": { "accountId": 1, "inboxId": 7, "webhookSecrets": ["the old one"] },
        }))
        .await;
    let send = async |secret, id, text| {
        let body = in_inbox(7, chatwoot_message(id, "a", text));
        post_signed(&relay.http, &channel.intake, secret, 0, body).await.status
    };
    assert_eq!(send("the new one", 1, "one").await, 401);
    let problem = opened(&relay, "AUTH-03").await;
    assert_eq!(primary(&problem), "readSecret", "{problem}");
    let wrong = remedy(&relay, &problem, "newSecret", json!({ "value": "a wrong one" })).await;
    assert_eq!((&wrong["error"]["code"], &wrong["sentence"]), (&json!("AUTH-03"), &Value::Null), "{wrong}");
    assert!(!wrong.to_string().contains("a wrong one"), "no secret is told: {wrong}");
    let right = remedy(&relay, &problem, "readSecret", json!({})).await;
    assert_eq!(
        (&right["error"], &right["sentence"]["params"]["count"]),
        (&Value::Null, &json!("1")),
        "{right}"
    );
    all_well(&relay).await;
    assert_eq!(send("the new one", 2, "two").await, 200, "it is the right one now");

    assert_eq!(send("the newest one", 3, "three").await, 401);
    let problem = opened(&relay, "AUTH-03").await;
    let known = remedy(&relay, &problem, "readSecret", json!({})).await;
    assert_eq!(known["error"]["code"], "AUTH-03", "nothing is signed with the one there: {known}");
    remedy(&relay, &problem, "newSecret", json!({ "value": "the newest one" })).await;
    all_well(&relay).await;
    assert_eq!(texts(&endpoint.received(3).await), ["one", "two", "three"]);
}

/// The same message in that inbox.
fn in_inbox(inbox: u64, body: bytes::Bytes) -> bytes::Bytes {
    let mut body: Value = serde_json::from_slice(&body).unwrap();
    body["inbox"]["id"] = json!(inbox);
    body["conversation"]["inbox_id"] = json!(inbox);
    body.to_string().into()
}

/// Whoever scanned the address for holes with JSON opened a problem that never closed.
#[tokio::test]
async fn only_what_may_be_a_platform_knocking_at_a_wrong_address_is_a_problem() {
    let (relay, _endpoint, _channel) = chatwoot().await;
    let scan =
        relay.http.post(&format!("{}/api/login", relay.relay), json!({ "user": "admin" }).to_string()).await;
    assert_eq!(scan.status, 404);
    let lost = relay.http.post(&format!("{}/chatwoot", relay.relay), chatwoot_message(1, "a", "one")).await;
    assert_eq!(lost.status, 404);
    let problem = opened(&relay, "NET-03").await;
    assert_eq!(problem["count"], 1, "{problem}");
    assert_eq!(problem["body"]["params"]["path"], "/chatwoot", "{problem}");
    let old = format!("{}/in/an-old-address-of-ours", relay.relay);
    relay.http.post(&old, chatwoot_message(2, "a", "two")).await;
    let shown = eventually("the path of the last one", async || {
        let problem = opened(&relay, "NET-03").await;
        (problem["count"] == 2).then_some(problem)
    })
    .await;
    let shown = shown["body"]["params"]["path"].as_str().unwrap();
    assert!(
        shown.starts_with("/in/an-o") && !shown.contains("an-old"),
        "what may be a key is not shown: {shown}"
    );
}

/// ELMA365's requests without a type, and its messages for no chat, were refused without a word to anybody.
#[tokio::test]
async fn what_is_no_message_of_the_platform_is_a_problem_that_names_the_platform_it_seems_to_be_of() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let channel = relay
        .channel(json!({ "name": "Sales", "platform": "elma365", "callbackUrl": endpoint.url, "token": "" }))
        .await;
    let nameless = relay.http.post(&channel.intake, json!({ "data": {} }).to_string()).await;
    assert_eq!(nameless.status, 400);
    let problem = opened(&relay, "DATA-01").await;
    assert_eq!(problem["body"]["key"], "problem-data-01", "{problem}");
    assert_eq!(relay.http.post(&channel.intake, chatwoot_message(1, "a", "one")).await.status, 400);
    let named = eventually("it is named", async || {
        let problem = opened(&relay, "DATA-01").await;
        (problem["body"]["key"] == "problem-data-01-seems").then_some(problem)
    })
    .await;
    assert_eq!(named["body"]["params"]["seems"], "Chatwoot", "{named}");
    remedy(&relay, &named, "dismiss", json!({})).await;
    all_well(&relay).await;
}
