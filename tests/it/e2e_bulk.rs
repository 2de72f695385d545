//! Bulk sends over real sockets: what is frozen is sent once each, whatever the endpoint does and however often the relay is killed.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use switchboard_tests::client::Http;
use switchboard_tests::endpoint::{Endpoint, Gate, Received, Reply};
use switchboard_tests::platforms::sample_json;
use switchboard_tests::practice::Elma365;
use switchboard_tests::relay::{Channel, Relay};
use switchboard_tests::{Dice, eventually};

use crate::set;

/// Waits short enough for a test to see them through.
async fn hurried(relay: &Relay) {
    set(relay, json!({ "bulkScheduleMs": [10, 20, 40], "timeoutMs": 5000 })).await;
}

/// Fills a channel with conversations of one message each, by the platform's ids `first` to `first + count - 1`. Nothing of it goes to the
/// endpoint by itself.
async fn fill(channel: &Channel, first: u64, count: u64) {
    let next = Arc::new(AtomicU64::new(0));
    let template = sample_json("chatwoot/webhook.message_created.outgoing.json");
    let mut senders = tokio::task::JoinSet::new();
    for _ in 0..count.min(16) {
        let (next, intake, mut body) = (Arc::clone(&next), channel.intake.clone(), template.clone());
        senders.spawn(async move {
            let http = Http::default();
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                if i >= count {
                    return;
                }
                body["id"] = json!(first + i);
                body["content"] = json!(format!("Words of {}", first + i));
                body["conversation"]["id"] = json!(first + i);
                body["conversation"]["contact_inbox"]["source_id"] = json!(format!("chat {}", first + i));
                body["conversation"]["messages"] = json!([]);
                assert_eq!(http.post(&intake, body.to_string()).await.status, 200);
            }
        });
    }
    senders.join_all().await;
}

/// A relay with one channel that holds so many conversations, whose endpoint hears of nothing but what is sent in bulk.
async fn filled(endpoint: &Endpoint, count: u64) -> (Relay, Channel) {
    let relay = Relay::start().await;
    hurried(&relay).await;
    let channel = relay
        .channel(json!({
            "name": "Support", "platform": "chatwoot", "callbackUrl": endpoint.url, "subscriptions": [],
        }))
        .await;
    fill(&channel, 1, count).await;
    eventually("all of them are in the list", async || {
        let filter = json!({ "filter": { "channel": channel.id } });
        let counted = relay.call("conversation.count", filter).await;
        (number(&counted, "count") == count).then_some(())
    })
    .await;
    (relay, channel)
}

fn all_of(channel: &Channel) -> Value {
    json!({ "kind": "filter", "filter": { "channel": channel.id } })
}

fn to_endpoint(choice: &Value) -> Value {
    json!({ "choice": choice, "target": { "kind": "endpoint" } })
}

/// What a bulk send is; its sums are right at every look.
async fn look(relay: &Relay, id: &Value) -> Value {
    let view = relay.call("bulk.get", json!({ "id": id })).await;
    sums(&view);
    view
}

fn number(view: &Value, field: &str) -> u64 {
    view[field].as_u64().unwrap_or_else(|| panic!("no {field} in {view}"))
}

fn sums(view: &Value) {
    let sum: u64 =
        ["delivered", "skipped", "failed", "unknown", "left"].iter().map(|field| number(view, field)).sum();
    assert_eq!(sum, number(view, "total"), "{view}");
}

async fn until(relay: &Relay, id: &Value, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    eventually(what, async || Some(look(relay, id).await).filter(|view| wanted(view))).await
}

async fn until_state(relay: &Relay, id: &Value, state: &str) -> Value {
    let what = format!("the bulk send is {state}");
    until(relay, id, &what, |view| view["state"] == state).await
}

async fn create(relay: &Relay, input: Value) -> Value {
    let view = relay.call("bulk.create", input).await;
    sums(&view);
    view["id"].clone()
}

/// Every item in that state.
async fn items(relay: &Relay, id: &Value, state: &str) -> Vec<Value> {
    let (mut all, mut after) = (Vec::new(), json!(0));
    loop {
        let query = json!({ "id": id, "limit": 500, "after": after, "filter": { "state": state } });
        let page = relay.call("bulk.items", query).await;
        all.extend(page["rows"].as_array().expect("rows").iter().cloned());
        if page["next"].is_null() {
            return all;
        }
        after = page["next"].clone();
    }
}

/// Which conversation a request is about.
fn about(request: &Received) -> String {
    request.json()["data"]["conversation"]["key"].as_str().unwrap_or_default().to_owned()
}

/// What an endpoint took: how often each conversation, and under which names.
#[derive(Clone, Default)]
struct Ledger(Arc<Mutex<BTreeMap<String, Vec<String>>>>);

impl Ledger {
    fn take(&self, request: &Received) -> Reply {
        if request.method != "POST" {
            // A check asks whether somebody is there.
            return Reply::ok();
        }
        let names = &mut *self.0.lock().unwrap();
        names.entry(about(request)).or_default().push(request.header("webhook-id").to_owned());
        Reply::ok()
    }

    fn taken(&self) -> BTreeMap<String, Vec<String>> {
        self.0.lock().unwrap().clone()
    }

    fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

#[tokio::test]
async fn ten_thousand_arrive_once_each_through_failures_waits_and_twenty_kills() {
    const COUNT: u64 = 10_000;
    const KILLS: u64 = 20;
    /// How many are under way in the journal at most: three times as many as are called at once.
    const UNDER_WAY: u64 = 3 * 16;
    let mut dice = Dice::new();
    let ledger = Ledger::default();
    let theirs = ledger.clone();
    let endpoint = Endpoint::start(move |request| match request.number {
        // Now and then it fails, asks for patience, cuts the connection, or never answers.
        n if n % 53 == 7 => Reply::status(503),
        n if n % 997 == 3 => Reply::with(429, "retry-after", "0"),
        n if n % 499 == 11 => Reply::Reset,
        n if n % 2_999 == 17 => Reply::Hang,
        5_000 => Reply::with(503, "retry-after", "1"),
        _ => theirs.take(request),
    })
    .await;
    let (mut relay, channel) = filled(&endpoint, COUNT).await;
    set(&relay, json!({ "timeoutMs": 2000 })).await;

    let preview = relay.call("bulk.preview", to_endpoint(&all_of(&channel))).await;
    assert_eq!((number(&preview, "ready"), number(&preview, "total")), (COUNT, COUNT));
    let mut input = to_endpoint(&all_of(&channel));
    input["confirmed"] = preview["ready"].clone();
    let id = create(&relay, input).await;
    // What comes after it was confirmed is no part of it.
    fill(&channel, 1_000_000, 3).await;

    for kill in 0..KILLS {
        let aim = ledger.len() as u64 + 1 + dice.roll(COUNT / KILLS - 30);
        endpoint.until("the endpoint got more", |_| ledger.len() as u64 >= aim).await;
        look(&relay, &id).await;
        relay = Relay::start_in(relay.kill().await).await;
        let view = look(&relay, &id).await;
        assert_eq!(view["state"], "interrupted", "after kill {kill}: {view}");
        assert_eq!(view["sending"], 0, "{view}");
        assert!(number(&view, "delivered") <= ledger.len() as u64, "{view}");
        let view = relay.call("bulk.resume", json!({ "id": id })).await;
        sums(&view);
    }
    let view = until_state(&relay, &id, "done").await;
    let unknown = items(&relay, &id, "unknown").await;
    println!("killed {KILLS} times, unknown {}, {view}", unknown.len());
    assert_eq!(number(&view, "unknown"), unknown.len() as u64);
    // Nobody can tell only of what was under way when the program ended, and of what the endpoint cut or never answered.
    let cut = COUNT / 499 + COUNT / 2_999 + 2;
    assert!(unknown.len() as u64 <= KILLS * UNDER_WAY + 2 * cut, "{} unknown", unknown.len());
    assert_eq!(number(&view, "delivered") + number(&view, "unknown"), COUNT, "{view}");
    let taken = ledger.taken();
    for (key, names) in &taken {
        assert_eq!(names.len(), 1, "{key} arrived more than once, and nobody asked for it");
    }
    let open: Vec<&str> = unknown.iter().map(|item| item["key"].as_str().unwrap()).collect();
    for key in (1..=COUNT).map(|key| key.to_string()) {
        assert!(taken.contains_key(&key) || open.contains(&key.as_str()), "{key} never arrived");
    }

    // Only now, because the admin says so, may some arrive twice: under the name they had.
    relay.call("bulk.resume", json!({ "id": id, "resendUnknown": true })).await;
    let view = until(&relay, &id, "all of them are delivered", |view| view["delivered"] == COUNT).await;
    assert_eq!((&view["unknown"], &view["failed"]), (&json!(0), &json!(0)));
    let taken = ledger.taken();
    assert_eq!(taken.len() as u64, COUNT, "what came later was no part of it");
    for (key, names) in &taken {
        assert!(names.len() == 1 || open.contains(&key.as_str()), "{key} arrived {} times", names.len());
        assert!(names.iter().all(|name| *name == names[0]), "{key} changed its name: {names:?}");
    }
}

#[tokio::test]
async fn it_pauses_itself_after_ten_failures_in_a_row_and_goes_on_when_told() {
    let endpoint = Endpoint::start(|_| Reply::status(500)).await;
    let (relay, channel) = filled(&endpoint, 40).await;
    let mut live = relay.live().await;
    let id = create(&relay, to_endpoint(&all_of(&channel))).await;
    let view = until_state(&relay, &id, "paused").await;
    assert_eq!(view["error"]["code"], "HTTP-02");
    live.until("it paused itself", |row| row["type"] == "bulk" && row["row"]["state"] == "paused").await;
    let view = until(&relay, &id, "nothing is under way", |view| view["sending"] == 0).await;
    let failed = number(&view, "failed");
    assert!((10..=26).contains(&failed), "{view}");
    let item = &items(&relay, &id, "failed").await[0];
    assert_eq!((&item["tries"], &item["error"]["code"]), (&json!(4), &json!("HTTP-02")));
    let exchange = relay.call("traffic.get", json!({ "id": item["exchange"] })).await;
    assert_eq!(
        (&exchange["row"]["kind"], &exchange["row"]["status"]),
        (&json!("conversation.snapshot"), &json!(500))
    );
    assert!(exchange["request"]["body"].as_str().unwrap_or_default().contains("Words of"), "{exchange}");

    endpoint.behave(|_| Reply::ok());
    relay.call("bulk.resume", json!({ "id": id })).await;
    let view = until_state(&relay, &id, "done").await;
    assert_eq!((number(&view, "failed"), number(&view, "delivered")), (failed, 40 - failed));
    relay.call("bulk.retry", json!({ "id": id })).await;
    let view = until_state(&relay, &id, "done").await;
    assert_eq!(number(&view, "delivered"), 40);
}

#[tokio::test]
async fn a_wait_the_endpoint_asks_for_holds_all_of_it_and_counts_for_nothing() {
    let endpoint = Endpoint::start(|request| match request.number {
        3 => Reply::with(429, "retry-after", "1"),
        _ => Reply::ok(),
    })
    .await;
    let (relay, channel) = filled(&endpoint, 60).await;
    set(&relay, json!({ "concurrency": 2 })).await;
    let id = create(&relay, to_endpoint(&all_of(&channel))).await;
    let view = until(&relay, &id, "it waits", |view| !view["waitsUntil"].is_null()).await;
    assert_eq!((&view["state"], &view["error"]["code"]), (&json!("running"), &json!("RATE-01")));
    assert!(endpoint.so_far().len() <= 6, "others went out while it was to wait");
    let view = until_state(&relay, &id, "done").await;
    assert_eq!(number(&view, "delivered"), 60);
    assert!(view["waitsUntil"].is_null() && view["error"].is_null(), "{view}");
    assert_eq!(endpoint.so_far().len(), 61);
}

#[tokio::test]
async fn a_refused_sign_in_pauses_it_at_once_and_loses_nothing() {
    let endpoint = Endpoint::start(|_| Reply::status(401)).await;
    let (relay, channel) = filled(&endpoint, 30).await;
    let id = create(&relay, to_endpoint(&all_of(&channel))).await;
    let view = until_state(&relay, &id, "paused").await;
    assert_eq!(view["error"]["code"], "AUTH-04");
    let view = until(&relay, &id, "nothing is under way", |view| view["sending"] == 0).await;
    assert_eq!(number(&view, "left"), 30, "{view}");
    endpoint.behave(|_| Reply::ok());
    relay.call("bulk.resume", json!({ "id": id })).await;
    until_state(&relay, &id, "done").await;
}

#[tokio::test]
async fn what_the_endpoint_does_not_accept_fails_after_three_tries_and_holds_up_no_other() {
    let endpoint = Endpoint::start(|request| match about(request).as_str() {
        "7" => Reply::status(422),
        _ => Reply::ok(),
    })
    .await;
    let (relay, channel) = filled(&endpoint, 20).await;
    let id = create(&relay, to_endpoint(&all_of(&channel))).await;
    let view = until_state(&relay, &id, "done").await;
    assert_eq!((number(&view, "delivered"), number(&view, "failed")), (19, 1));
    let item = &items(&relay, &id, "failed").await[0];
    assert_eq!(
        (&item["key"], &item["tries"], &item["error"]["code"]),
        (&json!("7"), &json!(3), &json!("HTTP-01"))
    );
    let names: Vec<String> = endpoint
        .so_far()
        .iter()
        .filter(|request| about(request) == "7")
        .map(|request| request.header("webhook-id").to_owned())
        .collect();
    assert!(names.len() == 3 && names.iter().all(|name| *name == names[0]), "{names:?}");
}

#[tokio::test]
async fn the_rest_is_cancelled_in_the_middle_and_what_is_under_way_ends() {
    let gate = Gate::default();
    let held = gate.clone();
    let endpoint = Endpoint::start(move |request| match request.number {
        0..100 => Reply::ok(),
        _ => Reply::Gate(held.clone()),
    })
    .await;
    let (relay, channel) = filled(&endpoint, 300).await;
    let id = create(&relay, to_endpoint(&all_of(&channel))).await;
    endpoint.received(101).await;
    let view = relay.call("bulk.cancel", json!({ "id": id })).await;
    sums(&view);
    assert_eq!(view["state"], "cancelled");
    gate.open();
    let view = until(&relay, &id, "what was under way has ended", |view| view["left"] == 0).await;
    let (delivered, skipped) = (number(&view, "delivered"), number(&view, "skipped"));
    assert!((101..=120).contains(&delivered) && delivered + skipped == 300, "{view}");
    assert_eq!(endpoint.so_far().len() as u64, delivered);
    let rest = items(&relay, &id, "skipped").await;
    assert!(rest.iter().all(|item| item["reason"] == "cancelled"), "{rest:#?}");
    // It stays cancelled.
    assert_eq!(relay.call("bulk.resume", json!({ "id": id })).await["state"], "cancelled");
}

#[tokio::test]
async fn it_is_paused_and_resumed_and_an_orderly_stop_interrupts_it_without_doubt() {
    let ledger = Ledger::default();
    let theirs = ledger.clone();
    let endpoint = Endpoint::start(move |request| theirs.take(request)).await;
    let (relay, channel) = filled(&endpoint, 120).await;
    let mut input = to_endpoint(&all_of(&channel));
    input["rate"] = json!(50);
    let id = create(&relay, input).await;
    endpoint.received(5).await;
    assert_eq!(relay.call("bulk.pause", json!({ "id": id })).await["state"], "paused");
    until(&relay, &id, "nothing is under way", |view| view["sending"] == 0).await;
    let sent = ledger.len();
    relay.call("bulk.resume", json!({ "id": id })).await;
    endpoint.received(sent + 5).await;
    let relay = Relay::start_in(relay.stop().await).await;
    let view = look(&relay, &id).await;
    assert_eq!((&view["state"], &view["unknown"]), (&json!("interrupted"), &json!(0)), "{view}");
    assert_eq!(number(&view, "delivered"), ledger.len() as u64);
    relay.call("bulk.resume", json!({ "id": id })).await;
    until_state(&relay, &id, "done").await;
    let taken = ledger.taken();
    assert!(taken.len() == 120 && taken.values().all(|names| names.len() == 1), "{taken:?}");
}

#[tokio::test]
async fn a_target_removed_in_the_middle_ends_it_and_says_so() {
    let gate = Gate::default();
    let held = gate.clone();
    let endpoint = Endpoint::start(move |request| match request.number {
        0..50 => Reply::ok(),
        _ => Reply::Gate(held.clone()),
    })
    .await;
    let (relay, channel) = filled(&endpoint, 400).await;
    let id = create(&relay, to_endpoint(&all_of(&channel))).await;
    endpoint.received(51).await;
    relay.call("channel.update", json!({ "id": channel.id, "callbackUrl": "" })).await;
    gate.open();
    let view = until_state(&relay, &id, "done").await;
    let (delivered, skipped) = (number(&view, "delivered"), number(&view, "skipped"));
    assert!((51..=70).contains(&delivered) && delivered + skipped == 400, "{view}");
    assert!(!view["error"].is_null(), "it says so: {view}");
    let rest = items(&relay, &id, "skipped").await;
    assert!(rest.iter().all(|item| item["reason"] == "noTarget"), "{rest:#?}");

    // The same where the whole channel goes.
    relay.call("channel.update", json!({ "id": channel.id, "callbackUrl": endpoint.url })).await;
    let gate = Gate::default();
    endpoint.behave(move |_| Reply::Gate(gate.clone()));
    let before = endpoint.so_far().len();
    let id = create(&relay, to_endpoint(&all_of(&channel))).await;
    endpoint.received(before + 1).await;
    relay.call("channel.delete", json!({ "id": channel.id })).await;
    let view = until(&relay, &id, "only those under way are left", |view| number(view, "left") <= 16).await;
    assert!(number(&view, "skipped") >= 384, "{view}");
}

#[tokio::test]
async fn a_csv_of_five_thousand_lines_tells_each_wrong_one_by_its_number_and_reason() {
    let ledger = Ledger::default();
    let theirs = ledger.clone();
    let endpoint = Endpoint::start(move |request| theirs.take(request)).await;
    let (relay, _) = filled(&endpoint, 50).await;
    let mut text = "\u{feff}Kanal;Gespräch;Notiz\r\n".to_owned();
    for line in 2..=5_001_u64 {
        let id = line - 1;
        text += &match line {
            100 => "Elsewhere;7;no such channel\r\n".to_owned(),
            200 => "Support;;nothing\r\n".to_owned(),
            300 => "Support;\"1;never closed\r\n".to_owned(),
            400 => "Support;3;again\r\n".to_owned(),
            _ => format!("support;{id};\"note; {id}\"\r\n"),
        };
    }
    let choice = json!({ "kind": "text", "text": text });
    let preview = relay.call("bulk.preview", to_endpoint(&choice)).await;
    assert_eq!((&preview["total"], &preview["ready"]), (&json!(5_000), &json!(50)));
    let skipped: BTreeMap<&str, u64> = preview["skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["reason"].as_str().unwrap(), it["count"].as_u64().unwrap()))
        .collect();
    assert_eq!(
        skipped,
        BTreeMap::from([("noChannel", 1), ("unreadable", 2), ("twice", 1), ("notFound", 4_946)])
    );
    let wrong = preview["wrong"].as_array().unwrap();
    assert_eq!((wrong.len(), &wrong[0]["line"], &wrong[0]["reason"]), (100, &json!(52), &json!("notFound")));
    assert!(wrong.iter().any(|it| it["line"] == 100 && it["reason"] == "noChannel"), "{wrong:#?}");
    assert_eq!(preview["samples"].as_array().unwrap().len(), 3);
    assert!(preview["samples"][0]["body"].as_str().unwrap().contains("Words of 1"));
    assert!(preview["test"]["checks"].as_array().unwrap().iter().all(|check| check["error"].is_null()));

    // More than were confirmed, or fewer, are not sent.
    let mut input = to_endpoint(&choice);
    input["confirmed"] = json!(49);
    assert_eq!(relay.refused("bulk.create", input.clone()).await, "DATA-02");
    input["confirmed"] = json!(50);
    let id = create(&relay, input).await;
    let view = until_state(&relay, &id, "done").await;
    assert_eq!((&view["delivered"], &view["skipped"]), (&json!(50), &json!(4_950)));
    let unreadable = items(&relay, &id, "skipped").await;
    let lines: Vec<&Value> =
        unreadable.iter().filter(|it| it["reason"] == "unreadable").map(|it| &it["line"]).collect();
    assert_eq!(lines, [&json!(200), &json!(300)]);
    assert_eq!(ledger.len(), 50);
    assert_eq!(relay.call("bulk.list", json!({})).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_address_given_once_gets_no_header_of_the_endpoints_and_its_secrets_are_shown_nowhere() {
    let (endpoint, other) = (Endpoint::good().await, Endpoint::good().await);
    let (relay, channel) = filled(&endpoint, 5).await;
    let headers = json!([{ "name": "x-own", "value": "for the endpoint alone" }]);
    relay.call("channel.update", json!({ "id": channel.id, "endpoint": { "headers": headers } })).await;
    let target = json!({ "kind": "address", "url": format!("{}/hook?token=hush-hush", other.url) });
    let id = create(&relay, json!({ "choice": all_of(&channel), "target": target })).await;
    let view = until_state(&relay, &id, "done").await;
    assert!(!view.to_string().contains("hush-hush"), "{view}");
    let got = other.so_far();
    assert_eq!((got.len(), endpoint.so_far().len()), (5, 0));
    assert!(got.iter().all(|request| request.header("x-own").is_empty()), "{got:#?}");
    assert!(got.iter().all(|request| request.path == "/hook?token=hush-hush"), "{got:#?}");
    assert!(!relay.folder.log().contains("hush-hush"));
}

#[tokio::test]
async fn to_another_channel_each_is_one_delivery_that_a_kill_does_not_double() {
    const COUNT: u64 = 40;
    let endpoint = Endpoint::good().await;
    let (relay, channel) = filled(&endpoint, COUNT).await;
    let elma = Elma365::connected(&relay, "Operators", "").await;
    let target = json!({ "kind": "channel", "channel": elma.channel.id });
    let input = json!({ "choice": all_of(&channel), "target": target });
    let preview = relay.call("bulk.preview", input.clone()).await;
    assert_eq!((&preview["ready"], &preview["target"]["name"]), (&json!(COUNT), &json!("Operators")));
    assert!(preview["samples"][0]["body"].as_str().unwrap().contains("Words of"), "{preview}");
    let id = create(&relay, input).await;
    elma.taken(5).await;
    let relay = Relay::start_in(relay.kill().await).await;
    assert_eq!(look(&relay, &id).await["state"], "interrupted");
    // What was asked for goes on by itself, and is followed to its end.
    let view = until(&relay, &id, "nothing is under way", |view| view["sending"] == 0).await;
    assert_eq!(view["unknown"], 0, "{view}");
    relay.call("bulk.resume", json!({ "id": id })).await;
    let view = until_state(&relay, &id, "done").await;
    assert_eq!(number(&view, "delivered"), COUNT, "{view}");
    let taken = elma.taken(COUNT as usize).await;
    for key in 1..=COUNT {
        let words = format!("Words of {key}");
        let of: Vec<_> = taken.iter().filter(|one| one.text.ends_with(&words)).collect();
        assert_eq!(of.len(), 1, "{words}: {of:#?}");
    }
    let item = &items(&relay, &id, "delivered").await[0];
    assert!(!item["delivery"].is_null() && !item["exchange"].is_null(), "{item}");
    assert!(endpoint.so_far().is_empty());
}

#[tokio::test]
async fn a_channel_that_cannot_take_any_is_told_before_anything_is_sent() {
    let endpoint = Endpoint::good().await;
    let (relay, channel) = filled(&endpoint, 2).await;
    let userlike = relay.channel(json!({ "name": "Website", "platform": "userlike" })).await;
    let target = json!({ "kind": "channel", "channel": userlike.id });
    let input = json!({ "choice": all_of(&channel), "target": target });
    let preview = relay.call("bulk.preview", input.clone()).await;
    assert!(!preview["target"]["error"].is_null(), "{preview}");
    relay.refused("bulk.create", input).await;
    let input = json!({ "choice": all_of(&channel), "target": { "kind": "channel", "channel": channel.id } });
    let preview = relay.call("bulk.preview", input).await;
    assert_eq!(preview["skipped"], json!([{ "reason": "sameChannel", "count": 2 }]));
    assert_eq!(relay.call("bulk.list", json!({})).await, json!([]));
}
