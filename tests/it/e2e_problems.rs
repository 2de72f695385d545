//! Problems: each cause opens one, in words, with one button that works; and each closes itself when it is over.

use serde_json::{Value, json};
use switchboard_tests::endpoint::{Endpoint, Received, Reply};
use switchboard_tests::platforms::{chatwoot_message, elma_message, post_signed};
use switchboard_tests::relay::{Channel, Relay, Start};
use switchboard_tests::{Dice, eventually};

use crate::{chatwoot, chatwoot_to, set, texts};

/// The problems that are not solved.
pub(crate) async fn open(relay: &Relay) -> Vec<Value> {
    relay.call("problem.list", json!({ "filter": "open" })).await.as_array().unwrap().clone()
}

/// Waits for a problem of that code, and holds it to what every problem must be.
pub(crate) async fn opened(relay: &Relay, code: &str) -> Value {
    let what = format!("a problem {code}");
    let found = eventually(&what, async || open(relay).await.into_iter().find(|it| it["code"] == code)).await;
    let sentence = found["sentence"]["english"].as_str().unwrap();
    assert!(!sentence.contains("Error:") && !sentence.contains('{') && !sentence.is_empty(), "{sentence}");
    assert!(!found["body"]["english"].as_str().unwrap().contains('{'), "{found}");
    let remedies = found["remedies"].as_array().unwrap();
    let primary = remedies.iter().filter(|remedy| remedy["primary"] == true).count();
    assert_eq!(primary, 1, "{found}");
    found
}

pub(crate) fn primary(problem: &Value) -> &str {
    problem["remedies"][0]["action"].as_str().unwrap()
}

/// Does something about a problem.
pub(crate) async fn remedy(relay: &Relay, problem: &Value, action: &str, more: Value) -> Value {
    let mut request = json!({ "id": problem["id"], "action": action });
    if let (Value::Object(request), Value::Object(more)) = (&mut request, more) {
        request.extend(more);
    }
    relay.call("problem.remedy", request).await
}

/// Waits until nothing is wrong any more, and everything says so.
pub(crate) async fn all_well(relay: &Relay) {
    eventually("every problem is solved", async || open(relay).await.is_empty().then_some(())).await;
    let status = relay.call("status.get", json!({})).await;
    assert_eq!(status["problems"], 0, "{status}");
    assert_eq!(status["channels"]["troubled"], 0, "{status}");
}

pub(crate) async fn post(relay: &Relay, channel: &Channel, id: u64, text: &str) {
    let answer = relay.http.post(&channel.intake, chatwoot_message(id, "a", text)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

/// What an endpoint does, the problem that is, what mends it, and whether the endpoint must be mended first.
struct Row {
    code: &'static str,
    reply: Reply,
    primary: &'static str,
    /// What is done once the endpoint is well again.
    cure: &'static str,
}

#[tokio::test]
async fn each_way_an_endpoint_fails_is_a_problem_that_one_press_mends_once_it_is_well() {
    let elsewhere = Endpoint::good().await;
    let table = [
        Row { code: "HTTP-02", reply: Reply::status(503), primary: "retry", cure: "retry" },
        Row { code: "NET-06", reply: Reply::Hang, primary: "retry", cure: "retry" },
        Row { code: "NET-07", reply: Reply::Reset, primary: "retry", cure: "retry" },
        Row { code: "RATE-01", reply: Reply::status(429), primary: "sendSlower", cure: "retry" },
        Row { code: "AUTH-04", reply: Reply::status(401), primary: "editSignIn", cure: "checkAgain" },
        Row { code: "HTTP-01", reply: Reply::status(404), primary: "editAddress", cure: "resend" },
        Row { code: "HTTP-01", reply: Reply::status(422), primary: "showTraffic", cure: "resend" },
        Row {
            code: "HTTP-03",
            reply: Reply::with(302, "location", format!("{}/hook", elsewhere.url)),
            primary: "useAddress",
            cure: "useAddress",
        },
    ];
    for (number, row) in (1..).zip(table) {
        let (relay, endpoint, channel) = chatwoot().await;
        relay.call("channel.update", json!({ "id": channel.id, "endpoint": { "timeoutMs": 300 } })).await;
        // It is not tried again by itself while the test looks.
        set(&relay, json!({ "retryScheduleMs": [600_000], "probeMs": 600_000 })).await;
        let reply = row.reply.clone();
        endpoint.behave(move |_| reply.clone());
        post(&relay, &channel, number, "Is anybody there?").await;
        if row.code.starts_with("HTTP-01") || row.code == "HTTP-03" {
            let failed = json!({ "channel": channel.id, "state": "failed" });
            relay.deliveries_until("it is given up", failed, |rows| rows.len() == 1).await;
        }
        let problem = opened(&relay, row.code).await;
        assert_eq!(primary(&problem), row.primary, "{}: {problem}", row.code);
        assert_eq!(problem["about"]["name"], "Support");
        let status = relay.call("status.get", json!({})).await;
        assert_eq!(status["problems"], 1, "{status}");
        assert_ne!(status["sentence"]["tone"], "good", "{status}");
        let view = relay.call("channel.get", json!({ "id": channel.id })).await;
        assert!(["failing", "problems"].contains(&view["state"].as_str().unwrap()), "{view}");

        let detail = relay.call("problem.get", json!({ "id": problem["id"] })).await;
        assert!(!detail["exchanges"].as_array().unwrap().is_empty(), "{detail}");
        let report = relay.call("problem.report", json!({ "id": problem["id"] })).await;
        assert!(report["text"].as_str().unwrap().contains(row.code), "{report}");
        assert!(!report.to_string().contains("anybody"), "nothing that people wrote: {report}");

        endpoint.behave(|_| Reply::ok());
        remedy(&relay, &problem, row.cure, json!({})).await;
        if row.cure == "useAddress" {
            remedy(&relay, &opened(&relay, row.code).await, "resend", json!({})).await;
            elsewhere.received(1).await;
        }
        relay.results(&channel, 1, "delivered").await;
        all_well(&relay).await;
        let solved = relay.call("problem.list", json!({ "filter": "solved" })).await;
        assert_eq!(solved[0]["id"], problem["id"], "{solved}");
        let noted = relay.call("activity.list", json!({})).await;
        let keys: Vec<_> =
            noted["rows"].as_array().unwrap().iter().map(|it| it["sentence"]["key"].clone()).collect();
        assert_eq!(keys, ["activity-problem-solved", "activity-problem-opened"], "{noted}");
    }
}

#[tokio::test]
async fn another_address_mends_an_endpoint_that_is_not_there() {
    let good = Endpoint::good().await;
    // An address where something was: what is made inside the list would live as long as the loop.
    let gone = { Endpoint::good().await.url.clone() };
    for (url, code, first) in
        [(gone, "NET-05", "retry"), ("http://nothing.invalid/hook".to_owned(), "NET-04", "checkAgain")]
    {
        let relay = Relay::start().await;
        relay.impatient().await;
        let channel = chatwoot_to(&relay, &url).await;
        post(&relay, &channel, 1, "Hello").await;
        let problem = opened(&relay, code).await;
        assert_eq!(primary(&problem), first);
        assert_eq!(problem["waiting"], 1, "{problem}");
        remedy(&relay, &problem, "editAddress", json!({ "value": good.url })).await;
        relay.results(&channel, 1, "delivered").await;
        all_well(&relay).await;
    }
}

#[tokio::test]
async fn a_certificate_is_trusted_after_its_fingerprint_was_agreed_to_and_no_other() {
    let (relay, _plain, first) = chatwoot().await;
    relay.call("channel.delete", json!({ "id": first.id })).await;
    let endpoint = Endpoint::start_tls("localhost", |_| Reply::ok()).await;
    let channel = chatwoot_to(&relay, &endpoint.url).await;
    post(&relay, &channel, 1, "one").await;
    opened(&relay, "TLS-03").await;
    let problem = eventually("the certificate it showed is there to be trusted", async || {
        open(&relay).await.into_iter().find(|problem| primary(problem) == "trust")
    })
    .await;
    let shown = relay.call("problem.get", json!({ "id": problem["id"] })).await["certificate"].clone();
    assert!(shown["names"].as_array().unwrap().contains(&json!("localhost")), "{shown}");
    let wrong = json!({ "id": problem["id"], "action": "trust", "fingerprint": "AA:BB" });
    assert_eq!(relay.refused("problem.remedy", wrong).await, "DATA-02");
    remedy(&relay, &problem, "trust", json!({ "fingerprint": shown["fingerprint"] })).await;
    assert_eq!(texts(&endpoint.received(1).await), ["one"]);
    all_well(&relay).await;
}

/// A Chatwoot that knows one token and one header.
pub(crate) fn guarded(token: &'static str) -> impl Fn(&Received) -> Reply + Send + Sync + 'static {
    move |request| {
        if request.header("api_access_token") != token {
            let body = json!({ "error": "Invalid Access Token" }).to_string();
            return Reply::Answer(401, vec![("content-type", "application/json".to_owned())], body.into());
        }
        match request.method.as_str() {
            "GET" if request.path.ends_with("/profile") => Reply::json(&json!({
                "name": "Agent", "accounts": [{ "id": 1, "name": "Ours", "role": "administrator" }],
            })),
            "GET" if request.path.ends_with("/inboxes/7") => Reply::json(&json!({
                "id": 7, "name": "Support", "channel_type": "Channel::Api", "webhook_url": "",
            })),
            "GET" => Reply::json(&json!({ "payload": [
                { "id": 5, "inbox_id": 7, "status": "open", "meta": { "sender": { "id": 5 } } },
            ], "data": { "meta": {}, "payload": [
                { "id": 5, "inbox_id": 7, "status": "open", "meta": { "sender": { "id": 5 } } },
            ] } })),
            _ => Reply::json(&json!({ "id": 1_000 + request.number, "conversation_id": 5 })),
        }
    }
}

#[tokio::test]
async fn a_token_is_tested_before_it_is_saved_and_then_what_waits_is_sent() {
    let (relay, server) = (Relay::start().await, Endpoint::start(guarded("the new one")).await);
    relay.impatient().await;
    let channel = relay
        .channel(json!({
            "name": "Support", "platform": "chatwoot", "apiUrl": server.url, "token": "the old one",
            "options": { "accountId": 1, "inboxId": 7 },
        }))
        .await;
    let said = json!({ "chat": "chat-1", "text": "Hello", "contact": { "id": "chat-1", "name": "Jo" } });
    let sent = relay.send(&channel, said).await;
    let problem = opened(&relay, "AUTH-01").await;
    assert_eq!(primary(&problem), "newToken", "{problem}");
    assert_eq!(problem["waiting"], 1, "{problem}");
    let wrong = remedy(&relay, &problem, "newToken", json!({ "value": "a wrong one" })).await;
    assert_eq!(wrong["error"]["code"], "AUTH-01", "{wrong}");
    assert!(wrong["sentence"].is_null(), "it is not saved, and nothing says that it was: {wrong}");
    assert_ne!(wrong["problem"]["state"], "solved");
    let right = remedy(&relay, &problem, "newToken", json!({ "value": "the new one" })).await;
    assert!(right["error"].is_null(), "{right}");
    relay.sent_until(&channel, &sent, "delivered").await;
    all_well(&relay).await;
}

#[tokio::test]
async fn a_request_with_another_token_waits_for_a_decision() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let channel = relay
        .channel(json!({ "name": "Sales", "platform": "elma365", "token": "saved-token-1", "callbackUrl": endpoint.url }))
        .await;
    for (text, decision) in [("Refused", "keepRefusing"), ("Accepted", "acceptToken")] {
        let answer = relay.http.post(&channel.intake, elma_message("other-token-2", "a", text)).await;
        assert_eq!(answer.status, 401);
        let problem = opened(&relay, "AUTH-03").await;
        assert_eq!(primary(&problem), "acceptToken", "{problem}");
        assert_eq!(problem["kept"], 1, "{problem}");
        let detail = relay.call("problem.get", json!({ "id": problem["id"] })).await;
        assert!(!detail.to_string().contains("other-token-2"), "no whole token is shown: {detail}");
        assert!(detail["tokens"]["came"].as_str().unwrap().ends_with("en-2"), "{detail}");
        remedy(&relay, &problem, decision, json!({})).await;
        all_well(&relay).await;
    }
    assert_eq!(texts(&endpoint.received(1).await), ["Accepted"]);
    let answer = relay.http.post(&channel.intake, elma_message("other-token-2", "a", "Again")).await;
    assert_eq!(answer.status, 200, "it is the right one now");
}

#[tokio::test]
async fn requests_to_nobody_are_given_to_a_channel() {
    let (relay, endpoint, channel) = chatwoot().await;
    let lost = format!("{}/in/an-old-address", relay.relay);
    for (id, text) in [(1, "one"), (2, "two")] {
        assert_eq!(relay.http.post(&lost, chatwoot_message(id, "a", text)).await.status, 404);
    }
    let problem = opened(&relay, "NET-03").await;
    assert_eq!((primary(&problem), &problem["kept"]), ("process", &json!(2)), "{problem}");
    let nobody = json!({ "id": problem["id"], "action": "process" });
    assert_eq!(relay.refused("problem.remedy", nobody).await, "DATA-02");
    remedy(&relay, &problem, "process", json!({ "channel": channel.id })).await;
    endpoint.received(2).await;
    all_well(&relay).await;
}

#[tokio::test]
async fn what_cannot_be_read_and_what_is_signed_at_another_time_are_problems_of_the_channel() {
    let (relay, endpoint, channel) = chatwoot().await;
    assert_eq!(relay.http.post(&channel.intake, "nonsense").await.status, 400);
    let problem = opened(&relay, "DATA-01").await;
    assert_eq!(primary(&problem), "showTraffic", "{problem}");
    remedy(&relay, &problem, "dismiss", json!({})).await;
    all_well(&relay).await;

    let options = json!({ "id": channel.id, "options": { "webhookSecrets": ["a secret"] } });
    relay.call("channel.update", options).await;
    let late =
        post_signed(&relay.http, &channel.intake, "a secret", 900, chatwoot_message(7, "a", "Late")).await;
    assert_eq!(late.status, 401);
    let problem = opened(&relay, "TIME-01").await;
    assert_eq!(primary(&problem), "process", "{problem}");
    remedy(&relay, &problem, "process", json!({})).await;
    assert_eq!(texts(&endpoint.received(1).await), ["Late"]);
    all_well(&relay).await;
}

#[tokio::test]
async fn a_taken_port_is_left_for_a_free_one() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let start = Start { arguments: vec!["--relay".to_owned(), address.clone()], ..Start::default() };
    let relay = start.start().await;
    let problem = opened(&relay, "PORT-01").await;
    assert_eq!(primary(&problem), "useFreePort", "{problem}");
    assert_eq!(relay.call("status.get", json!({})).await["sentence"]["tone"], "bad");
    remedy(&relay, &problem, "useFreePort", json!({})).await;
    all_well(&relay).await;
    let listens = relay.call("status.get", json!({})).await["relay"]["listen"].as_str().unwrap().to_owned();
    assert_ne!(listens, address);
    let there = relay.http.send("GET", &format!("http://{listens}/"), &[], "").await.unwrap();
    assert_eq!(there.status, 404, "it is there");
}

#[tokio::test]
async fn a_public_address_that_leads_elsewhere_and_one_that_changed_are_problems() {
    let (relay, _endpoint, channel) = chatwoot().await;
    post(&relay, &channel, 1, "It was called").await;
    let elsewhere = Endpoint::good().await;
    set(&relay, json!({ "publicUrl": elsewhere.url })).await;
    let problem = opened(&relay, "NET-01").await;
    assert_eq!(primary(&problem), "checkAgain", "{problem}");
    set(&relay, json!({ "publicUrl": relay.relay })).await;
    let changed = opened(&relay, "NET-02").await;
    assert_eq!(changed["params"]["channelCount"], "1", "{changed}");
    // The platform calls the new address: nobody has to say that it was given.
    post(&relay, &channel, 2, "And it is called there").await;
    all_well(&relay).await;
}

#[tokio::test]
async fn a_key_that_cannot_be_read_is_read_again_without_a_new_start() {
    let (relay, endpoint, channel) = chatwoot().await;
    let path = channel.intake_path.clone();
    let folder = relay.stop().await;
    let (key, away) = (folder.data().join("data.key"), folder.path().join("key-away"));
    std::fs::rename(&key, &away).unwrap();
    let relay = Relay::start_in(folder).await;
    let problem = opened(&relay, "KEY-01").await;
    assert_eq!(primary(&problem), "unlock", "{problem}");
    let still = json!({ "id": problem["id"], "action": "unlock" });
    assert_eq!(relay.refused("problem.remedy", still).await, "KEY-01");
    std::fs::rename(&away, &key).unwrap();
    remedy(&relay, &problem, "unlock", json!({})).await;
    all_well(&relay).await;
    let answer = relay.http.post(&format!("{}{path}", relay.relay), chatwoot_message(5, "a", "Back")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(texts(&endpoint.received(1).await), ["Back"]);
}

#[tokio::test]
async fn a_channel_that_was_disconnected_says_so_until_it_connects_again() {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    let channel = relay
        .channel(json!({ "name": "Sales", "platform": "elma365", "token": "t", "callbackUrl": endpoint.url }))
        .await;
    let tell = async |sample: &str| {
        let body = switchboard_tests::platforms::elma(sample, "t").to_string();
        let answer = relay.http.post(&channel.intake, body).await;
        assert_eq!(answer.status, 200, "{sample}: {}", answer.text());
    };
    tell("connect").await;
    tell("disconnect").await;
    let problem = opened(&relay, "LINK-04").await;
    assert_eq!(primary(&problem), "openChannel", "{problem}");
    tell("connect").await;
    all_well(&relay).await;
}

#[tokio::test]
async fn somebody_who_knows_is_not_told_again_and_the_channel_still_fails() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|_| Reply::status(401));
    post(&relay, &channel, 1, "one").await;
    let mut live = relay.live().await;
    let problem = opened(&relay, "AUTH-04").await;
    relay.call("problem.acknowledge", json!({ "id": problem["id"] })).await;
    live.until("its live row", |row| row["type"] == "problem" && row["row"]["state"] == "acknowledged").await;
    assert_eq!(relay.call("status.get", json!({})).await["problems"], 0);
    assert_eq!(relay.call("channel.get", json!({ "id": channel.id })).await["state"], "failing");
    endpoint.behave(|_| Reply::ok());
    all_well(&relay).await;
}

/// Whatever an endpoint does: a channel is in trouble if and only if a problem of it is open, and nothing is ever called good meanwhile.
#[tokio::test]
async fn list_channel_and_sentence_never_disagree() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "breakerAfter": 3, "probeMs": 30 })).await;
    let mut dice = Dice::new();
    let replies = [200, 200, 500, 401, 404, 422, 429, 503, 410];
    for step in 0..40 {
        let status = replies[usize::try_from(dice.roll(replies.len() as u64)).unwrap()];
        endpoint.behave(move |_| if status == 200 { Reply::ok() } else { Reply::status(status) });
        post(&relay, &channel, 100 + step, &format!("message {step}")).await;
        tokio::time::sleep(std::time::Duration::from_millis(dice.roll(40))).await;
        // What is read one after the other may change in between; what disagrees for good does not.
        let what = format!("step {step}: list, channel and sentence agree");
        eventually(&what, async || {
            let problems = open(&relay).await;
            let view = relay.call("channel.get", json!({ "id": channel.id })).await;
            let told = relay.call("status.get", json!({})).await;
            let fails = ["failing", "problems"].contains(&view["state"].as_str().unwrap());
            let good = told["sentence"]["tone"] == "good";
            let agree = fails != problems.is_empty() && told["problems"] == problems.len();
            (agree && !(good && fails)).then_some(())
        })
        .await;
    }
    endpoint.behave(|_| Reply::ok());
    for problem in open(&relay).await {
        if problem["failed"] != 0 {
            remedy(&relay, &problem, "resend", json!({})).await;
        }
    }
    all_well(&relay).await;
}
