//! What is counted of the traffic: each exchange once, whatever happens to the file it is counted in.

use super::*;

/// Sums of the last hour by lane: how many, arrived, failed, tried again.
async fn counted(store: &Store) -> Vec<(Lane, [u64; 4])> {
    store.counted().await;
    let now = Clock.now();
    let span = Span { from: now.plus_ms(-60 * 60 * 1_000), to: now.plus_ms(1), bucket: 0 };
    let rolls = store.rolls(span, |_| true).await.unwrap();
    rolls.into_iter().map(|((_, part), it)| (part.lane, [it.count, it.ok, it.failed, it.retried])).collect()
}

async fn one_of_each(bench: &Bench) {
    let store = &bench.store;
    let mut owed = Vec::new();
    for key in ["m1", "m2", "m3"] {
        let stored =
            store.accept(arrival(Some(bench.channel), vec![event(key, key, "hello")])).await.unwrap();
        owed.push(stored.due[0].delivery);
    }
    let mut refused = arrival(Some(bench.channel), Vec::new());
    refused.kept = Some(Kept { code: Code::Auth01, can_process: false });
    refused.status = 401;
    store.accept(refused).await.unwrap();
    let again = Verdict::Again(Clock.now().plus_ms(5));
    store.record(tried(owed[0], Some(Code::Http02), again)).await.unwrap();
    store.record(tried(owed[0], None, Verdict::Delivered)).await.unwrap();
    store.record(tried(owed[1], None, Verdict::Delivered)).await.unwrap();
    store.record(tried(owed[2], Some(Code::Http02), Verdict::Failed)).await.unwrap();
}

#[tokio::test]
async fn every_exchange_counts_once_also_after_a_restart_and_after_a_loss() {
    let bench = bench().await;
    one_of_each(&bench).await;
    let expected = [(Lane::FromPlatform, [4, 3, 1, 0]), (Lane::ToEndpoint, [4, 2, 1, 1])];
    assert_eq!(counted(&bench.store).await, expected);
    let Bench { folder, store, .. } = bench;
    store.close().await;

    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(counted(&store).await, expected, "a restart counts nothing again");
    let now = Clock.now();
    let hour = Span { from: now.plus_ms(-60 * 60 * 1_000), to: now.plus_ms(1), bucket: 0 };
    let answers = store.answers(hour, |part| part.lane == Lane::ToEndpoint).await.unwrap();
    let of = |status: u16, code: Option<Code>, count: u64| AnswerCount { status: Some(status), code, count };
    assert_eq!(answers, [of(200, None, 2), of(500, Some(Code::Http02), 2)]);
    store.close().await;

    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(folder.path().join(format!("stats.db{end}"))));
    }
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(counted(&store).await, expected, "what was lost is counted anew");
    store.close().await;

    std::fs::write(folder.path().join("stats.db"), "no database").unwrap();
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(counted(&store).await, expected, "what is damaged is made anew");
}

#[tokio::test]
async fn a_message_that_takes_several_calls_arrives_once() {
    let bench = bench().await;
    let channel = bench.another(chatwoot, "Support").await;
    let stored = bench.store.accept(asked(channel, event("c1", "m1", "hello"), None)).await.unwrap();
    let delivery = stored.due[0].delivery;
    for step in ["contact.find", "conversation.create"] {
        let call = called(delivery, step, serde_json::json!({ "step": step }), Verdict::Step);
        bench.store.record(call).await.unwrap();
        bench.store.counted().await;
    }
    let last = called(delivery, "message.create", serde_json::json!({}), Verdict::Delivered);
    bench.store.record(last).await.unwrap();
    let expected = [(Lane::FromEndpoint, [1, 1, 0, 0]), (Lane::ToPlatform, [3, 1, 0, 0])];
    assert_eq!(counted(&bench.store).await, expected);
    assert_eq!(bench.store.oldest_waiting().await.unwrap(), None);
}

/// Typing and states were counted as messages, and what was sent again counted as failed for ever.
#[tokio::test]
async fn messages_are_counted_and_a_failure_is_taken_back_where_it_was_counted() {
    const HOUR: i64 = 60 * 60 * 1_000;
    let bench = bench().await;
    let store = &bench.store;
    let sums = async || {
        let day =
            store.tallied(Clock.now().plus_ms(-HOUR), Clock.now().plus_ms(1), 2 * HOUR + 1).await.unwrap();
        let sums = day.values().next().copied().unwrap_or_default();
        [sums.received, sums.delivered, sums.failed]
    };
    let stored = store.accept(arrival(Some(bench.channel), vec![event("a", "m1", "hello")])).await.unwrap();
    let delivery = stored.due[0].delivery;
    store.accept(arrival(Some(bench.channel), vec![event("a", "m1", "hello")])).await.unwrap();
    assert_eq!(sums().await, [1, 0, 0], "a repeat is no other message");
    let mut typing = Event::new(EventKind::TypingStarted, "typing_on");
    typing.conversation = Some(Conversation { key: "a".to_owned(), ..Conversation::default() });
    let typed = store.accept(arrival(Some(bench.channel), vec![typing])).await.unwrap();
    store.record(tried(delivery, Some(Code::Http02), Verdict::Failed)).await.unwrap();
    if let Some(due) = typed.due.first() {
        store.record(tried(due.delivery, None, Verdict::Delivered)).await.unwrap();
    }
    assert_eq!(sums().await, [1, 0, 1]);
    let request = ResendRequest { ids: Some(vec![delivery]), filter: None };
    store.resend(request, Clock.now()).await.unwrap();
    assert_eq!(sums().await, [1, 0, 0], "it is given up no longer");
    store.record(tried(delivery, None, Verdict::Delivered)).await.unwrap();
    assert_eq!(sums().await, [1, 1, 0]);
}

#[tokio::test]
async fn a_channel_that_is_gone_is_not_counted() {
    let bench = bench().await;
    one_of_each(&bench).await;
    bench.store.counted().await;
    bench.store.delete_channel(bench.channel).await.unwrap();
    assert_eq!(counted(&bench.store).await, []);
}

#[tokio::test]
async fn tallies_of_hours_that_are_over_are_gathered_and_add_up_the_same() {
    const HOUR: i64 = 60 * 60 * 1_000;
    const DAY: i64 = 24 * HOUR;
    let Bench { folder, store, channel, .. } = bench().await;
    let now = Clock.now();
    for hours in [0, 3, 30, 31, 600] {
        let mut old = arrival(Some(channel), vec![event("c1", &format!("m{hours}"), "hello")]);
        old.at = now.plus_ms(-hours * HOUR);
        store.accept(old).await.unwrap();
    }
    store.close().await;
    // Nothing is entered for an hour that is over, so what this test entered is gathered by a new file.
    std::fs::remove_file(folder.path().join("stats.db")).unwrap();
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    let from = Timestamp(now.0.div_euclid(DAY) * DAY - 29 * DAY);
    store.counted().await;
    let days = store.tallied(from, now.plus_ms(1), DAY).await.unwrap();
    assert_eq!(days.values().map(|sums| sums.received).sum::<u64>(), 5);
    let fine = store.tallied(now.plus_ms(-4 * HOUR), now.plus_ms(1), 16 * 60 * 1_000).await.unwrap();
    assert_eq!(fine.values().map(|sums| sums.received).sum::<u64>(), 2);
}

#[tokio::test]
async fn the_day_on_which_yesterday_was_told_outlives_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(store.digest_told().await.unwrap(), None);
    let day = jiff::civil::Date::constant(2026, 11, 30);
    store.set_digest_told(day).await.unwrap();
    store.close().await;
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(store.digest_told().await.unwrap(), Some(day));
}
