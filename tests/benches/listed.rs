//! Pages of the list of conversations: every sort, every filter, words of many and of few, from the beginning and from further on.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use switchboard_engine::clock::Clock;
use switchboard_tests::relay::Relay;

use crate::Size;
use crate::load::{Load, Requests, quantile};
use crate::table::{Row, Table, ms, thousands};
use crate::throughput::{CONNECTIONS, address, channel};

const LISTED: &str = "a page of 200,000 conversations, worst";
const ROUNDS: usize = 7;

pub(crate) async fn all(table: &mut Table, size: Size) {
    if table.wants(LISTED) {
        table.row(LISTED, async move { pages(size).await }).await;
    }
}

async fn pages(size: Size) -> Row {
    let chats = size.stored / 5;
    let relay = Relay::start().await;
    let to = channel(&relay, "Many", None).await;
    let load = Load {
        address: address(&relay.relay),
        connections: CONNECTIONS,
        time: Duration::from_secs(1_200),
        requests: chats * 3,
        every: None,
    };
    let driven = load.drive(&Arc::new(Requests::chatwoot(&to.intake_path, 0).over(chats))).await;
    assert_eq!(driven.taken, chats * 3, "every request is taken");
    let clock = Clock.stopwatch();
    let first = loop {
        let page = relay.call("conversation.page", json!({ "limit": 100 })).await;
        if page["behind"] == false {
            break page;
        }
        assert!(clock.elapsed() < Duration::from_secs(600), "the list catches up");
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    let count = relay.call("conversation.count", json!({})).await["count"].as_u64().unwrap_or(0);
    let row = &first["rows"][0];
    let (channel, contact, newest) = (&row["channel"], &row["contact"], row["lastAt"].as_u64().unwrap_or(0));
    let filters = [
        ("all", json!({})),
        ("one channel", json!({ "channel": channel })),
        ("open and pending", json!({ "statuses": ["open", "pending"] })),
        ("a state of few", json!({ "statuses": ["snoozed"] })),
        ("a contact", json!({ "contact": contact })),
        ("an operator there is none of", json!({ "operator": "Nobody" })),
        ("a label there is none of", json!({ "label": "nothing" })),
        ("with failures", json!({ "failed": true })),
        ("to be sent later", json!({ "flagged": true })),
        ("until a minute ago", json!({ "to": newest.saturating_sub(60_000) })),
        ("text: a common word", json!({ "text": "order" })),
        ("text: two words", json!({ "text": "warehouse morning" })),
        ("text: the start of a word", json!({ "text": "war" })),
        ("text: in Russian", json!({ "text": "заказ" })),
        ("text: a number in few", json!({ "text": "111" })),
        ("text: what is nowhere", json!({ "text": "xylophone" })),
        ("text and a channel", json!({ "text": "order", "channel": channel })),
        ("text and failures", json!({ "text": "order", "failed": true })),
    ];
    let (mut all, mut slowest, mut notes) = (Vec::new(), Duration::ZERO, Vec::new());
    for (name, filter) in filters {
        let (mut times, mut rows) = (Vec::new(), 0);
        for sort in ["lastActivity", "started", "messages"] {
            for ascending in [false, true] {
                let query = json!({ "limit": 100, "filter": filter, "sort": sort, "ascending": ascending });
                times.extend(two(&relay, query, &mut rows).await);
            }
        }
        times.sort_unstable();
        let worst = *times.last().unwrap_or(&Duration::ZERO);
        notes.push(format!(
            "{name:<28} {:>10} median {:>10} worst, {rows} rows",
            ms(quantile(&times, 0.5)),
            ms(worst)
        ));
        slowest = slowest.max(worst);
        all.extend(times);
    }
    relay.stop().await;
    all.sort_unstable();
    notes.insert(0, format!("conversations {}", thousands(count)));
    Row {
        number: format!("{}, median {}", ms(slowest), ms(quantile(&all, 0.5))),
        baseline: String::new(),
        goal: "<= 50 ms",
        reached: Some(slowest <= Duration::from_millis(50)),
        notes,
        ..Row::default()
    }
}

/// The first page and the one after it, some times.
async fn two(relay: &Relay, mut query: Value, rows: &mut usize) -> Vec<Duration> {
    let mut times = Vec::new();
    for _ in 0..2 {
        let mut next = Value::Null;
        for round in 0..=ROUNDS {
            let clock = Clock.stopwatch();
            let page = relay.call("conversation.page", query.clone()).await;
            // The first one warms up.
            if round > 0 {
                times.push(clock.elapsed());
            }
            *rows = (*rows).max(page["rows"].as_array().map_or(0, Vec::len));
            next = page["next"].clone();
        }
        if next.is_null() {
            break;
        }
        query["before"] = next;
    }
    times
}
