//! Two thousand messages over two hundred conversations across a link, in both directions at once, with lost answers, an outage of both
//! platforms, and every callback coming twice: a ledger shows none lost, none twice, none out of order within its conversation.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;
use switchboard_engine::practice::chatwoot::Kind;
use switchboard_engine::practice::faults::Fault;
use switchboard_tests::practice::{Chatwoot, Elma365};
use switchboard_tests::relay::Relay;
use switchboard_tests::{Dice, happens};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::{again_every, set};

const CONVERSATIONS: usize = 200;
const EACH_WAY: usize = 5;
/// Operators who write at the same time.
const TABLES: usize = 20;

/// What arrived on one side: a conversation's texts in order.
type Ledger = BTreeMap<String, Vec<String>>;

fn visitor(number: usize) -> String {
    format!("visitor-{number}")
}

fn texts(who: char, number: usize) -> Vec<String> {
    (0..EACH_WAY).map(|nth| format!("{who}:{number}:{nth}")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_messages_cross_a_link_once_and_in_order() {
    let mut dice = Dice::new();
    let relay = Relay::start().await;
    relay.impatient().await;
    set(&relay, json!({ "retryScheduleMs": again_every(100), "probeMs": 100 })).await;
    let website = Arc::new(Chatwoot::website(&relay, "Website", "").await);
    website.server.switch(|switches| switches.tells_twice = true);
    let elma = Arc::new(Elma365::connected(&relay, "Sales", "").await);
    relay.link(&website.channel, &elma.channel, json!({})).await;
    let channel = website.channel.id.clone();
    let chat = move |number: usize| format!("switchboard:{channel}:{}", visitor(number));

    // Everybody says hello; an operator can only answer a chat that is there.
    for number in 0..CONVERSATIONS {
        website.server.write(website.inbox, &visitor(number), texts('c', number)[0].as_str()).unwrap();
    }
    elma.taken(CONVERSATIONS).await;

    // The rest from both sides: every conversation's in order, and all of them mixed.
    let done = watch::Sender::new(0);
    let mut tables = JoinSet::new();
    for table in 0..TABLES {
        let mut turns: Vec<(char, usize)> = Vec::new();
        for number in (table..CONVERSATIONS).step_by(TABLES) {
            turns.extend(std::iter::repeat_n(('c', number), EACH_WAY - 1));
            turns.extend(std::iter::repeat_n(('o', number), EACH_WAY));
        }
        for last in (1..turns.len()).rev() {
            turns.swap(last, usize::try_from(dice.roll(last as u64 + 1)).unwrap());
        }
        let (website, elma, chat, done) =
            (Arc::clone(&website), Arc::clone(&elma), chat.clone(), done.clone());
        tables.spawn(async move {
            let mut said = BTreeMap::new();
            for (who, number) in turns {
                let nth = said.entry((who, number)).or_insert(usize::from(who == 'c'));
                let text = &texts(who, number)[*nth];
                *nth += 1;
                if who == 'c' {
                    website.server.write(website.inbox, &visitor(number), text.as_str()).unwrap();
                } else {
                    // One answer after the other, as an operator writes.
                    elma.write(&chat(number), text).await;
                }
                done.send_modify(|done| *done += 1);
            }
        });
    }

    // Both platforms go down in the middle of it, and come back once the relay has met that on both sides.
    let a_third = CONVERSATIONS * (2 * EACH_WAY - 1) / 3;
    happens("a third is said", done.subscribe().wait_for(|done| *done >= a_third)).await.unwrap();
    // First a few answers are lost on the way: those messages arrived all the same.
    for (faults, path) in [(elma.server.faults(), ""), (website.server.faults(), "/messages")] {
        faults.next(10, "POST", path, Fault::LoseAnswer);
        faults.down();
    }
    for channel in [&elma.channel, &website.channel] {
        relay
            .deliveries_until("it meets the outage", json!({ "channel": channel.id }), |rows| {
                rows.iter().any(|row| row["state"] == "retrying" || row["state"] == "onHold")
            })
            .await;
    }
    for faults in [elma.server.faults(), website.server.faults()] {
        faults.up();
    }
    happens("everything is said", tables.join_all()).await;

    let total = CONVERSATIONS * EACH_WAY;
    elma.taken(total).await;
    let count = |state: &switchboard_engine::practice::chatwoot::State| {
        let outgoing =
            state.chats.iter().flat_map(|chat| &chat.messages).filter(|one| one.kind == Kind::Outgoing);
        (outgoing.count() >= total).then_some(())
    };
    happens("every answer is on the website", website.server.until(count)).await;
    website.server.told_all().await;

    let customers: Ledger = elma.server.look(|state| {
        let mut ledger = Ledger::new();
        for taken in &state.taken {
            ledger.entry(taken.chat.clone()).or_default().push(taken.text.clone());
        }
        ledger
    });
    let operators: Ledger = website.server.look(|state| {
        let mut ledger = Ledger::new();
        for chat in &state.chats {
            let outgoing = chat.messages.iter().filter(|message| message.kind == Kind::Outgoing);
            ledger
                .entry(chat.source_id.clone())
                .or_default()
                .extend(outgoing.map(|one| one.text().to_owned()));
        }
        ledger
    });
    assert_eq!((customers.len(), operators.len()), (CONVERSATIONS, CONVERSATIONS));
    for number in 0..CONVERSATIONS {
        assert_eq!(customers[&chat(number)], texts('c', number), "at ELMA365");
        assert_eq!(operators[&visitor(number)], texts('o', number), "on the website");
    }
    let open = ["received", "retrying", "onHold", "failed", "unknown"];
    for state in open {
        let left = relay.deliveries(json!({ "state": state })).await;
        assert!(left.is_empty(), "{state}: {left:#?}");
    }
}
