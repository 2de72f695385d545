//! The list of conversations: what is in it, how it is narrowed, sorted and paged, and what leaves it.

use super::*;
use crate::store::chores::retire_all;
use crate::store::retention::Ages;

/// A message in a conversation, said at that time by the platform's clock.
fn said(chat: &str, key: &str, text: &str, at: i64) -> Event {
    let mut event = event(chat, key, text);
    event.message.as_mut().unwrap().sent_at = Some(Timestamp(at));
    event.contact.as_mut().unwrap().key = format!("p-{chat}");
    event
}

async fn keep(bench: &Bench, events: Vec<Event>) -> ExchangeId {
    bench.store.accept(arrival(Some(bench.channel), events)).await.unwrap().row.id
}

async fn page(bench: &Bench, query: ConversationQuery) -> ConversationPage {
    bench.store.caught_up().await;
    bench.store.conversations(query).await.unwrap()
}

fn filter(change: impl FnOnce(&mut ConversationFilter)) -> ConversationQuery {
    let mut filter = ConversationFilter::default();
    change(&mut filter);
    ConversationQuery { filter, ..ConversationQuery::default() }
}

fn text(typed: &str) -> ConversationQuery {
    filter(|filter| filter.text = Some(typed.to_owned()))
}

async fn keys(bench: &Bench, query: ConversationQuery) -> Vec<String> {
    let (count, page) = (query.filter.clone(), page(bench, query).await);
    let counted = bench.store.count_conversations(count.clone()).await.unwrap();
    assert_eq!((counted.count, counted.more), (page.rows.len() as u64, false), "{count:?}");
    let mut matching = bench.store.matching(count, None, usize::MAX).await.unwrap();
    let mut ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
    matching.sort_unstable();
    ids.sort_unstable();
    assert_eq!(matching, ids);
    page.rows.into_iter().map(|row| row.key).collect()
}

#[tokio::test]
async fn a_row_tells_what_is_known_and_follows_what_comes() {
    let bench = bench().await;
    let mut first = said("c1", "m1", "{\"say\":\"hello\",\"password\":\"hunter2\"}", 5_000);
    let about = first.conversation.as_mut().unwrap();
    about.started_at = Some(Timestamp(4_000));
    about.status = Some(ConversationStatus::Open);
    about.labels = Some(vec!["vip".to_owned()]);
    about.attributes.insert("api_key".to_owned(), "sk-secret-value".into());
    keep(&bench, vec![first]).await;
    let rows = page(&bench, ConversationQuery::default()).await.rows;
    let row = &rows[0];
    assert_eq!((row.who.as_str(), row.contact.as_deref(), row.key.as_str()), ("Ada", Some("p-c1"), "c1"));
    assert_eq!(
        (row.messages, row.failed, row.started_at, row.last_at),
        (1, 0, Timestamp(4_000), Timestamp(5_000))
    );
    assert_eq!((row.status, row.preview_from), (Some(ConversationStatus::Open), Some(Side::Customer)));
    assert!(
        row.preview.contains("hello")
            && !row.preview.contains("hunter2")
            && !row.attributes["api_key"].to_string().contains("sk-secret")
    );

    let mut answer = said("c1", "m2", "Good day", 6_000);
    answer.message.as_mut().unwrap().from = Side::Operator;
    let mut resolved = Event::new(EventKind::ConversationStatusChanged, "conversation_resolved");
    resolved.occurred_at = Some(Timestamp(7_000));
    resolved.conversation = Some(Conversation {
        key: "c1".to_owned(),
        status: Some(ConversationStatus::Resolved),
        operator: Some(Operator {
            key: "9".to_owned(),
            name: Some("Anna".to_owned()),
            ..Operator::default()
        }),
        labels: Some(vec!["late".to_owned()]),
        ..Conversation::default()
    });
    keep(&bench, vec![answer, resolved]).await;
    let failing = keep(&bench, vec![said("c2", "m3", "order 66", 9_000)]).await;
    let owed = bench.owed(failing).await[0].id;
    bench.store.record(tried(owed, Some(Code::Http02), Verdict::Failed)).await.unwrap();
    let rows = page(&bench, ConversationQuery::default()).await.rows;
    assert_eq!(rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["c2", "c1"]);
    let row = &rows[1];
    assert_eq!((row.messages, row.last_at, row.preview.as_str()), (2, Timestamp(7_000), "Good day"));
    assert_eq!(row.labels, ["late"]);
    assert_eq!(rows[0].failed, 1);

    for (query, expected) in [
        (filter(|filter| filter.channel = Some(bench.channel)), vec!["c2", "c1"]),
        (filter(|filter| filter.channel = Some(ChannelId(5))), vec![]),
        (filter(|filter| filter.statuses = Some(vec![ConversationStatus::Resolved])), vec!["c1"]),
        (filter(|filter| filter.statuses = Some(vec![ConversationStatus::Open])), vec![]),
        (filter(|filter| filter.statuses = Some(Vec::new())), vec!["c2", "c1"]),
        (filter(|filter| filter.contact = Some("p-c2".to_owned())), vec!["c2"]),
        (filter(|filter| filter.operator = Some("Anna".to_owned())), vec!["c1"]),
        (filter(|filter| filter.label = Some("late".to_owned())), vec!["c1"]),
        (filter(|filter| filter.label = Some("vip".to_owned())), vec![]),
        (filter(|filter| filter.failed = Some(true)), vec!["c2"]),
        (filter(|filter| filter.flagged = Some(true)), vec![]),
        (filter(|filter| filter.from = Some(Timestamp(7_001))), vec!["c2"]),
        (filter(|filter| filter.to = Some(Timestamp(7_000))), vec!["c1"]),
        (text("ada"), vec!["c2", "c1"]),
        (text("ada order"), vec!["c2"]),
        (text("hello day"), vec!["c1"]),
        (text("c1"), vec!["c1"]),
        (text("late"), vec!["c1"]),
        (text("hunter2"), vec![]),
        (text("   "), vec!["c2", "c1"]),
    ] {
        let asked = query.filter.clone();
        assert_eq!(keys(&bench, query).await, expected, "{asked:?}");
    }
    let both = filter(|filter| {
        filter.text = Some("ada".to_owned());
        filter.failed = Some(true);
        filter.from = Some(Timestamp(8_000));
    });
    assert_eq!(keys(&bench, both).await, ["c2"]);
}

#[tokio::test]
async fn words_follow_a_changed_message_and_a_new_name() {
    let bench = bench().await;
    let mut first = said("c1", "m1", "blue parrot", 1);
    first.contact.as_mut().unwrap().phone = Some("+49 151 234567".to_owned());
    keep(&bench, vec![first, said("c2", "m2", "other", 2)]).await;
    for typed in ["+49151234567", "49 151 234567", "151 234567", "Ada parr"] {
        assert_eq!(keys(&bench, text(typed)).await, ["c1"], "{typed}");
    }
    let mut changed = said("c1", "m1", "this message was deleted", 1);
    changed.kind = EventKind::MessageUpdated;
    changed.identity.as_mut().unwrap().revision = 2;
    keep(&bench, vec![changed]).await;
    assert!(keys(&bench, text("parrot")).await.is_empty());
    assert_eq!(keys(&bench, text("deleted")).await, ["c1"]);

    let mut renamed = Event::new(EventKind::ContactUpdated, "contact_updated");
    renamed.contact =
        Some(Contact { key: "p-c1".to_owned(), name: Some("Grace".to_owned()), ..Contact::default() });
    keep(&bench, vec![renamed]).await;
    assert_eq!(keys(&bench, text("grace")).await, ["c1"]);
    assert_eq!(keys(&bench, text("ada")).await, ["c2"]);
}

#[tokio::test]
async fn whatever_is_typed_is_looked_for_and_never_read_as_a_query() {
    let bench = bench().await;
    keep(&bench, vec![said("c1", "m1", "it's AND \"quoted\" NEAR(x) 100%", 1)]).await;
    for typed in [
        "\"",
        "AND",
        "NOT x",
        "a OR b",
        "x\"*",
        "text:",
        "^",
        "NEAR(a b)",
        "{",
        "\0",
        "*",
        "-",
        "said_0:",
        "'; DROP TABLE listing; --",
        "(((((",
        "\u{202e}",
        "🙂",
        "a\u{0}b",
        "ÄÖÜ",
        "+",
        "12345-",
        "()+ 12345",
    ] {
        page(&bench, text(typed)).await;
        bench.store.count_conversations(text(typed).filter).await.unwrap();
    }
    page(&bench, text(&"word ".repeat(10_000))).await;
    assert_eq!(keys(&bench, text("quoted AND it's")).await, ["c1"]);
}

/// All pages of a list, going from key to key.
async fn walk(bench: &Bench, mut query: ConversationQuery, limit: u32) -> Vec<ConversationRow> {
    query.limit = Some(limit);
    let mut all = Vec::new();
    loop {
        let page = bench.store.conversations(query.clone()).await.unwrap();
        assert!(page.rows.len() <= limit as usize);
        all.extend(page.rows);
        match page.next {
            Some(next) => query.before = Some(next),
            None => return all,
        }
    }
}

#[tokio::test]
async fn pages_are_whole_and_without_repeats_whatever_they_are_sorted_by() {
    let bench = bench().await;
    for i in 0..37 {
        let mut all = Vec::new();
        for n in 0..=i % 3 {
            // Many at the same time: the key alone tells them apart.
            let mut one =
                said(&format!("c{i}"), &format!("m{i}-{n}"), "same words", 1_000 + i64::from(i / 5));
            one.conversation.as_mut().unwrap().started_at = Some(Timestamp(500 - i64::from(i / 7)));
            all.push(one);
        }
        keep(&bench, all).await;
    }
    bench.store.caught_up().await;
    for sort in [ConversationSort::LastActivity, ConversationSort::Started, ConversationSort::Messages] {
        for ascending in [false, true] {
            for typed in [None, Some("words"), Some("ada same")] {
                let mut query = filter(|filter| filter.text = typed.map(str::to_owned));
                (query.sort, query.ascending) = (sort, ascending);
                let key = |row: &ConversationRow| match sort {
                    ConversationSort::LastActivity => (row.last_at.0, row.id),
                    ConversationSort::Started => (row.started_at.0, row.id),
                    ConversationSort::Messages => (row.messages as i64, row.id),
                };
                let all = walk(&bench, query.clone(), 5).await;
                assert_eq!(all.len(), 37);
                let sorted = all.is_sorted_by(|one, next| match ascending {
                    true => key(one) < key(next),
                    false => key(one) > key(next),
                });
                assert!(sorted, "{query:?}");
            }
        }
    }
    // Paged by identifier too.
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let next = bench.store.matching(text("same").filter, after, 10).await.unwrap();
        let Some(last) = next.last() else { break };
        after = Some(*last);
        all.extend(next);
    }
    assert!(all.len() == 37 && all.is_sorted_by(|one, next| one < next));

    // A key of another list, of none, or cut short.
    let first = bench
        .store
        .conversations(ConversationQuery { limit: Some(5), ..ConversationQuery::default() })
        .await
        .unwrap();
    let next = first.next.unwrap();
    for (before, query) in [
        (next.clone(), text("same")),
        (next[..next.len() - 3].to_owned(), ConversationQuery::default()),
        ("nonsense".to_owned(), ConversationQuery::default()),
        (String::new(), ConversationQuery::default()),
    ] {
        let query = ConversationQuery { before: Some(before), ..query };
        let error = bench.store.conversations(query).await.unwrap_err();
        assert_eq!((error.code, error.params["field"].as_str()), (Code::Data02, "before"));
    }
}

#[tokio::test]
async fn pages_go_on_without_repeats_while_conversations_come_and_go_on() {
    let bench = bench().await;
    for i in 0..20 {
        keep(&bench, vec![said(&format!("c{i}"), &format!("m{i}"), "hello", 1_000 + i)]).await;
    }
    bench.store.caught_up().await;
    let mut query = ConversationQuery { limit: Some(4), ..ConversationQuery::default() };
    let mut seen = Vec::new();
    let mut number = 100;
    loop {
        let page = page(&bench, query.clone()).await;
        seen.extend(page.rows.iter().map(|row| row.key.clone()));
        // What was shown goes on, and others begin.
        for chat in [page.rows[0].key.clone(), format!("new{number}")] {
            keep(&bench, vec![said(&chat, &format!("m{number}"), "more", 5_000 + number)]).await;
            number += 1;
        }
        match page.next {
            Some(next) => query.before = Some(next),
            None => break,
        }
    }
    let expected: Vec<String> = (0..20).rev().map(|i| format!("c{i}")).collect();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn the_list_is_made_anew_when_it_is_lost_and_says_so_meanwhile() {
    let bench = bench().await;
    for i in 0..30 {
        let key = format!("m{i}");
        keep(&bench, vec![said(&format!("c{}", i % 10), &key, "lost and found", 1_000 + i)]).await;
    }
    // From before conversations knew whom they are with, and events what they are about.
    let old = "UPDATE conversations SET person = NULL; UPDATE events SET conversation = NULL, contact = NULL;
               UPDATE messages SET event = NULL; UPDATE deliveries SET conversation = NULL";
    bench.store.0.writer.keep(move |tx| Ok(tx.db.execute_batch(old)?)).await.unwrap();
    let before = page(&bench, ConversationQuery::default()).await;
    assert!(!before.behind);
    let Bench { folder, store, .. } = bench;
    store.close().await;
    std::fs::remove_file(folder.path().join("search.db")).unwrap();
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    store.caught_up().await;
    let after = store.conversations(ConversationQuery::default()).await.unwrap();
    let shape = |page: &ConversationPage| -> Vec<_> {
        page.rows
            .iter()
            .map(|row| (row.key.clone(), row.messages, row.last_at, row.preview.clone()))
            .collect()
    };
    assert_eq!(shape(&after), shape(&before));
    assert_eq!(store.conversations(text("found lost")).await.unwrap().rows.len(), 10);
}

#[tokio::test]
async fn what_goes_leaves_the_list_and_its_words() {
    let bench = bench().await;
    let store = &bench.store;
    let other = bench.another(chatwoot, "Other").await;
    keep(
        &bench,
        vec![said("c1", "m1", "apple", 1), said("c1", "m2", "pear", 2), said("c2", "m3", "apple", 3)],
    )
    .await;
    store.accept(arrival(Some(other), vec![said("d1", "m4", "apple", 4)])).await.unwrap();
    assert_eq!(keys(&bench, text("apple")).await, ["d1", "c2", "c1"]);
    store.delete_channel(other).await.unwrap();
    assert_eq!(keys(&bench, text("apple")).await, ["c2", "c1"]);
    store.forget_chat(bench.channel, "c2").await.unwrap();
    assert_eq!(keys(&bench, text("apple")).await, ["c1"]);
    assert_eq!(keys(&bench, ConversationQuery::default()).await, ["c1"]);

    let later = Clock.now().plus_ms(31 * 24 * 60 * 60 * 1_000);
    let for_a_week = Settings { keep_conversations_days: 7, ..Settings::default() };
    retire_all(&Arc::downgrade(&store.0), Ages::new(&for_a_week, later)).await.unwrap();
    assert!(keys(&bench, text("pear")).await.is_empty());
    assert!(keys(&bench, ConversationQuery::default()).await.is_empty());
    for table in ["conversations", "messages", "flags"] {
        assert_eq!(bench.count(table).await, 0);
    }
    let left = store.read(|reader| {
        let index = reader.search.index()?;
        let count = |table: &str| -> i64 {
            index.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
        };
        Ok([count("listing"), count("said"), count("labelled"), count("said_0_docsize")])
    });
    assert_eq!(left.await.unwrap(), [0; 4]);
}

#[tokio::test]
async fn conversations_are_found_by_what_their_platform_calls_them_or_their_chat() {
    let bench = bench().await;
    let mut first = said("c1", "m1", "one", 1);
    first.conversation.as_mut().unwrap().chat = Some("source-1".to_owned());
    let mut second = said("c2", "m2", "two", 2);
    second.conversation.as_mut().unwrap().chat = Some("source-1".to_owned());
    keep(&bench, vec![first, second]).await;
    let ask = |keys: &[&str]| -> Vec<(ChannelId, String)> {
        keys.iter().map(|key| (bench.channel, (*key).to_owned())).collect()
    };
    let found = bench.store.find_conversations(&ask(&["c1", "c2", "source-1", "c3"])).await.unwrap();
    assert_eq!((found[2], found[3]), (found[1], None));
    let rows =
        bench.store.conversation_rows(&[found[0].unwrap(), ConversationId(1), found[1].unwrap()]).await;
    let rows: Vec<_> = rows.unwrap().into_iter().map(|row| row.map(|row| row.key)).collect();
    assert_eq!(rows, [Some("c1".to_owned()), None, Some("c2".to_owned())]);
}
