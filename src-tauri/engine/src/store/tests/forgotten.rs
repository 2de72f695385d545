//! A contact that is erased: what goes with it, what others keep, and that nothing of it is left on the disk.

use serde_json::json;

use bytes::Bytes;

use super::*;
use crate::platforms::write::Taught;

const NAME: &str = "Zebulon Quagmire";
const WORDS: &str = "xylophone sesquipedalian";
/// Whatever tells of them, as it would lie open on the disk.
const SEEDS: [&str; 6] = ["Zebulon", "zebulon", "xylophone", "quagmire", "zq@seeded.example", "4917055501"];

/// A message of theirs.
fn theirs(chat: &str, key: &str, text: &str) -> Event {
    let mut event = event(chat, key, text);
    event.contact = Some(Contact {
        key: "zq-7".to_owned(),
        name: Some(NAME.to_owned()),
        email: Some("zq@seeded.example".to_owned()),
        phone: Some("+4917055501".to_owned()),
        ..Contact::default()
    });
    event
}

fn others(chat: &str, key: &str, text: &str) -> Event {
    let mut event = event(chat, key, text);
    event.contact.as_mut().unwrap().key = "ada-8".to_owned();
    event
}

async fn found(bench: &Bench, typed: &str) -> (usize, usize) {
    bench.store.caught_up().await;
    let filter = TrafficFilter { text: Some(typed.to_owned()), ..TrafficFilter::default() };
    let rows = bench.store.traffic(TrafficQuery { filter, ..TrafficQuery::default() }).await.unwrap().rows;
    let filter = ConversationFilter { text: Some(typed.to_owned()), ..ConversationFilter::default() };
    let query = ConversationQuery { filter, ..ConversationQuery::default() };
    (rows.len(), bench.store.conversations(query).await.unwrap().rows.len())
}

#[tokio::test]
async fn a_contact_goes_with_everything_and_others_keep_what_is_theirs() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, bench.channel);
    let other = bench.another(chatwoot, "Other").await;
    let link: LinkId = store.new_id();

    // Delivered, with a file, and copied to another channel.
    let mut first = theirs("c1", "m1", WORDS);
    let file = store.new_id();
    first.message.as_mut().unwrap().files =
        vec![File { id: Some(file), name: "a".to_owned(), ..File::default() }];
    let copy = copy(&first, channel, other, link);
    let mut both = arrival(Some(channel), vec![first]);
    both.body = Bytes::from(format!("{{\"text\":\"{WORDS}\"}}"));
    both.events.push(copy);
    both.files = vec![NewFile {
        id: file,
        channel,
        name: "a".to_owned(),
        content_type: None,
        place: FilePlace::Here { digest: "d1".to_owned(), size: 1 },
    }];
    let row = store.accept(both).await.unwrap().row.id;
    let owed = bench.owed(row).await;
    store.record(tried(owed[0].id, None, Verdict::Delivered)).await.unwrap();
    let mut step = called(owed[1].id, "contact.create", json!({ "contact": 5 }), Verdict::Step);
    step.body = Bytes::from(format!("{{\"name\":\"{NAME}\"}}"));
    step.taught = vec![Taught::Sent("s-1".to_owned())];
    store.record(step).await.unwrap();
    // Its platform tells of the copy.
    let mut echo = theirs("77", "s-1", WORDS);
    echo.conversation.as_mut().unwrap().chat = Some(link::key_across(channel, "c1"));
    echo.contact.as_mut().unwrap().key = "900".to_owned();
    let echoed = store.accept(arrival(Some(other), vec![echo])).await.unwrap().row;
    assert_eq!(echoed.skipped, Some(SkipReason::OwnEcho));
    // Still owed; and a row that somebody else shares, whose part of it stays.
    store.accept(arrival(Some(channel), vec![theirs("c2", "m2", "more")])).await.unwrap();
    let mixed = arrival(Some(channel), vec![others("d1", "m3", "kept words"), theirs("c1", "m4", WORDS)]);
    let shared = store.accept(mixed).await.unwrap().row.id;
    let mut hello = arrival(Some(channel), vec![others("d1", "m5", "hello")]);
    hello.body = Bytes::from("{\"text\":\"hello\"}");
    let own = store.accept(hello).await.unwrap().row.id;
    let kept = bench.owed(own).await[0].id;
    store.record(tried(kept, None, Verdict::Delivered)).await.unwrap();
    // Without a conversation.
    let mut alone = Event::new(EventKind::ContactUpdated, "contact_updated");
    alone.contact = theirs("", "", "").contact;
    store.accept(arrival(Some(channel), vec![alone])).await.unwrap();

    assert_eq!(found(&bench, "zebulon xylophone").await.1, 2, "where it was said and where it was copied to");
    assert!(found(&bench, "xylophone").await.0 > 0);
    let before = raw_bytes(bench.folder.path());
    assert!(SEEDS.iter().any(|seed| holds(&before, seed)), "something of it lies open");

    let (erased, files) = store.erase_contact(channel, "zq-7").await.unwrap().unwrap();
    assert_eq!((erased.conversations, erased.messages, erased.files), (2, 3, 1));
    assert_eq!((files, erased.backups.len()), (vec!["d1".to_owned()], 0));
    assert!(store.erase_contact(channel, "zq-7").await.unwrap().is_none());

    for typed in ["zebulon", "xylophone", "c2", "quagmire"] {
        assert_eq!(found(&bench, typed).await, (0, 0), "{typed}");
    }
    for gone in [row, echoed.id] {
        assert!(store.exchange(gone).await.unwrap().is_none());
    }
    assert!(store.contact(channel, "zq-7").await.unwrap().is_none());
    let page = store.conversations(ConversationQuery::default()).await.unwrap();
    assert_eq!(page.rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["d1"]);
    assert_eq!(page.rows[0].messages, 2);
    let detail = store.exchange(shared).await.unwrap().unwrap();
    assert_eq!(detail.events.len(), 1);
    assert_eq!(detail.events[0].message.as_ref().unwrap().text, "kept words");
    assert!(detail.request.body.is_empty(), "the body told of both");
    let detail = store.exchange(own).await.unwrap().unwrap();
    assert_eq!(
        (detail.request.body.as_str(), detail.deliveries[0].state),
        ("{\"text\":\"hello\"}", State::Delivered)
    );
    assert_eq!(found(&bench, "kept").await, (1, 1));
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 1, "only the other's is still owed");
    let platform = bench.destination(other, Role::Platform).await;
    assert_eq!(store.waiting(platform).await.unwrap(), 0, "the copy is not sent");
    assert!(store.due(platform, Clock.now(), 10, &[]).await.unwrap().is_empty());
    let due = store.due(bench.destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(store.job(due[0].delivery).await.unwrap().unwrap().exchange, shared);
    for table in ["contacts", "conversations"] {
        assert_eq!(bench.count(table).await, 1, "{table}");
    }
    assert_eq!(bench.count("messages").await, 2);
    for table in ["learned", "files", "sent", "marks", "flags", "facts WHERE name LIKE 'erasing:%'"] {
        assert_eq!(bench.count(table).await, 0, "{table}");
    }
    let after = raw_bytes(bench.folder.path());
    for seed in SEEDS {
        assert!(!holds(&after, seed), "{seed} is still on the disk");
    }
}

#[tokio::test]
async fn an_erasure_that_was_cut_short_goes_on_at_the_next_start() {
    let bench = bench().await;
    for i in 0..40 {
        let some = theirs(&format!("c{}", i % 3), &format!("m{i}"), WORDS);
        bench.store.accept(arrival(Some(bench.channel), vec![some])).await.unwrap();
    }
    let key = "zq-7";
    let begun = "INSERT INTO facts SELECT 'erasing:' || id, id FROM contacts";
    bench.store.0.writer.keep(move |tx| Ok(tx.db.execute_batch(begun)?)).await.unwrap();
    let Bench { folder, store, channel, .. } = bench;
    store.close().await;
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    wait_until(async || {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        store.contact(channel, key).await.unwrap().is_none()
    })
    .await;
    store.caught_up().await;
    assert_eq!(store.traffic(TrafficQuery::default()).await.unwrap().total, Some(0));
    assert!(store.conversations(ConversationQuery::default()).await.unwrap().rows.is_empty());
}
