//! `kill -9` under load, again and again, with a ledger: what was acknowledged arrives, and in order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use serde_json::json;
use switchboard_tests::client::Http;
use switchboard_tests::endpoint::{Endpoint, Reply};
use switchboard_tests::platforms::{chatwoot_message, elma_message};
use switchboard_tests::relay::{Channel, Relay};
use switchboard_tests::{Dice, PATIENCE, eventually};
use tokio::sync::watch;

use crate::{again_every, set};

const CHATS: u64 = 8;
const EACH: u64 = 60;
const KILLS: u64 = 7;

/// What the endpoint answered 200 to, in order: (chat, number).
type Taken = Arc<Mutex<Vec<(u64, u64)>>>;

/// An endpoint that fails every seventh request and notes what it takes.
async fn noting(taken: &Taken) -> Endpoint {
    let taken = Arc::clone(taken);
    Endpoint::start(move |request| {
        if request.number % 7 == 3 {
            return Reply::status(503);
        }
        let text = request.text();
        let (chat, number) = text.split_once(':').expect("our own words");
        taken.lock().unwrap().push((chat.parse().unwrap(), number.parse().unwrap()));
        Reply::ok()
    })
    .await
}

/// Sends one chat's messages one after the other, as a platform does; what got no answer is sent again to the relay's next address.
async fn send_chat(
    chat: u64,
    path: String,
    body: fn(u64, u64) -> bytes::Bytes,
    mut base: watch::Receiver<String>,
    acknowledged: watch::Sender<u64>,
) {
    let http = Http::default();
    for number in 0..EACH {
        loop {
            let at = base.borrow_and_update().clone();
            let headers = [("content-type", "application/json")];
            match http.send("POST", &format!("{at}{path}"), &headers, body(chat, number)).await {
                Ok(answer) if answer.status == 200 => break,
                Ok(answer) => panic!("{chat}:{number} was answered {}", answer.status),
                Err(_) => drop(base.wait_for(|now| *now != at).await),
            }
        }
        acknowledged.send_modify(|count| *count += 1);
    }
}

async fn crash(channel: fn(&Endpoint) -> serde_json::Value, body: fn(u64, u64) -> bytes::Bytes) {
    let mut dice = Dice::new();
    let taken = Taken::default();
    let endpoint = noting(&taken).await;
    let mut relay = Relay::start().await;
    relay.impatient().await;
    set(&relay, json!({ "retryScheduleMs": again_every(10) })).await;
    let channel: Channel = relay.channel(channel(&endpoint)).await;

    let base = watch::Sender::new(relay.relay.clone());
    let acknowledged = watch::Sender::new(0);
    let mut senders = tokio::task::JoinSet::new();
    for chat in 0..CHATS {
        senders.spawn(send_chat(
            chat,
            channel.intake_path.clone(),
            body,
            base.subscribe(),
            acknowledged.clone(),
        ));
    }
    for _ in 0..KILLS {
        let until = *acknowledged.borrow() + 5 + dice.roll(CHATS * EACH / KILLS - 5);
        let mut watching = acknowledged.subscribe();
        let reached = watching.wait_for(|count| *count >= until.min(CHATS * EACH));
        tokio::time::timeout(PATIENCE, reached).await.expect("messages are acknowledged").unwrap();
        relay = Relay::start_in(relay.kill().await).await;
        base.send_replace(relay.relay.clone());
    }
    tokio::time::timeout(PATIENCE, senders.join_all()).await.expect("every message is acknowledged");

    let sent: BTreeSet<(u64, u64)> =
        (0..CHATS).flat_map(|chat| (0..EACH).map(move |number| (chat, number))).collect();
    eventually("nothing waits any more", async || {
        let view = relay.call("channel.get", json!({ "id": channel.id })).await;
        (view["waiting"] == 0 && view["failed"] == 0).then_some(())
    })
    .await;

    let taken = taken.lock().unwrap().clone();
    let received: BTreeSet<_> = taken.iter().copied().collect();
    let lost: Vec<_> = sent.difference(&received).collect();
    let mut newest = BTreeMap::new();
    let mut disordered = Vec::new();
    let mut first = BTreeSet::new();
    for &(chat, number) in &taken {
        // A second arrival of the same message is a repeat, not a disorder.
        if first.insert((chat, number)) && newest.insert(chat, number).is_some_and(|before| before > number) {
            disordered.push((chat, number));
        }
    }
    println!(
        "sent {}, killed {KILLS} times, received {}, lost {}, twice {}, out of order {}",
        sent.len(),
        taken.len(),
        lost.len(),
        taken.len() - received.len(),
        disordered.len()
    );
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    assert!(disordered.is_empty(), "out of order: {disordered:?}");
    let repeats = taken.len() - received.len();
    assert!(
        repeats as u64 <= CHATS * (KILLS + 1) * 2,
        "{repeats} repeats are more than were under way at the kills"
    );
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_or_disordered_by_kill_9() {
    crash(
        |endpoint| json!({ "name": "Crash", "platform": "chatwoot", "callbackUrl": endpoint.url }),
        |chat, number| {
            chatwoot_message(chat * 1_000 + number, &format!("chat {chat}"), &format!("{chat}:{number}"))
        },
    )
    .await;
}

#[tokio::test]
async fn a_platform_without_message_ids_loses_nothing_either() {
    crash(
        |endpoint| json!({ "name": "Crash", "platform": "elma365", "token": "confirm", "callbackUrl": endpoint.url }),
        |chat, number| elma_message("confirm", &format!("chat {chat}"), &format!("{chat}:{number}")),
    )
    .await;
}

#[tokio::test]
async fn a_message_under_way_at_the_kill_arrives_after_it() {
    let endpoint = Endpoint::start(|_| Reply::Hang).await;
    let relay = Relay::start().await;
    let channel =
        relay.channel(json!({ "name": "Crash", "platform": "chatwoot", "callbackUrl": endpoint.url })).await;
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "Under way")).await;
    endpoint.received(1).await;
    let folder = relay.kill().await;
    endpoint.behave(|_| Reply::ok());
    let relay = Relay::start_in(folder).await;
    let all = endpoint.received(2).await;
    assert_eq!(all[0].body, all[1].body);
    assert_eq!(
        all[0].header("webhook-id"),
        all[1].header("webhook-id"),
        "the endpoint can tell that it is the same"
    );
    relay.results(&channel, 1, "delivered").await;
}
