//! What was fetched as history, and since when it is not certain that all was heard.

use super::*;

/// A page of a conversation's history, as a pull keeps it.
fn history(channel: ChannelId, messages: &[(&str, &str, i64)]) -> Arrival {
    let mut event = Event::new(EventKind::ConversationSnapshot, "");
    let message = |(key, text, at): &(&str, &str, i64)| Message {
        key: Some((*key).to_owned()),
        text: (*text).to_owned(),
        sent_at: Some(Timestamp(*at)),
        ..Message::by(Side::Customer)
    };
    event.occurred_at = messages.last().map(|(_, _, at)| Timestamp(*at));
    event.conversation = Some(Conversation {
        key: "c1".to_owned(),
        chat: Some("visitor".to_owned()),
        status: Some(ConversationStatus::Resolved),
        labels: Some(vec!["vip".to_owned()]),
        transcript: messages.iter().map(message).collect(),
        ..Conversation::default()
    });
    event.contact = Some(Contact {
        key: "7".to_owned(),
        name: Some("Ada of old".to_owned()),
        email: Some("ada@example.test".to_owned()),
        ..Contact::default()
    });
    let mut arrival = arrival(Some(channel), vec![event]);
    arrival.source = Source::CatchUp;
    arrival.events[0].skip = Some(SkipReason::History);
    arrival
}

/// What came in, arrived and failed so far.
async fn sums(store: &Store) -> [u64; 4] {
    store.read(|reader| super::super::tallies::since(&reader.db, Timestamp(0), None)).await.unwrap()
}

async fn whole(store: &Store) -> Snapshot {
    let first = |reader: &mut Reader| {
        Ok(super::super::sql::id(reader.db.query_row("SELECT id FROM conversations", [], |row| row.get(0))?))
    };
    let id: ConversationId = store.read(first).await.unwrap();
    store.snapshots(vec![id], None).await.unwrap().remove(0).unwrap()
}

#[tokio::test]
async fn history_fills_what_is_missing_and_changes_nothing_that_live_traffic_told() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, bench.channel);
    let mut live = event("c1", "2", "as it is now");
    live.conversation.as_mut().unwrap().status = Some(ConversationStatus::Open);
    let now = Clock.now();
    live.message.as_mut().unwrap().sent_at = Some(now);
    live.message.as_mut().unwrap().status = Some(MessageStatus::Read);
    store.accept(arrival(Some(channel), vec![live])).await.unwrap();
    let active = store.last_seen(channel).await.unwrap().activity;
    let before = sums(store).await;

    let stored =
        store.accept(history(channel, &[("1", "earlier", 1_000), ("2", "as it was", 2_000)])).await.unwrap();
    assert_eq!((stored.row.result, stored.row.skipped), (State::Skipped, Some(SkipReason::History)));
    assert!(stored.due.is_empty() && bench.owed(stored.row.id).await.is_empty(), "nobody is told");
    assert_eq!(
        store.last_seen(channel).await.unwrap().activity,
        active,
        "it says nothing of when they were heard"
    );
    assert_eq!(sums(store).await, before, "it did not come in today");

    let whole = whole(store).await;
    let lines: Vec<_> =
        whole.conversation.transcript.iter().map(|one| (one.text.as_str(), one.status)).collect();
    assert_eq!(lines, [("earlier", None), ("as it is now", Some(MessageStatus::Read))]);
    assert_eq!(whole.conversation.status, Some(ConversationStatus::Open));
    assert_eq!(
        (whole.conversation.chat.as_deref(), whole.conversation.labels.as_deref()),
        (Some("visitor"), Some(&["vip".to_owned()][..]))
    );
    let contact = whole.contact.unwrap();
    assert_eq!((contact.name.as_deref(), contact.email.as_deref()), (Some("Ada"), Some("ada@example.test")));
}

#[tokio::test]
async fn how_far_history_was_fetched_goes_with_its_conversation() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, bench.channel);
    let pulled = Pulled { from: None, active_at: Timestamp(2_000), last: 2 };
    store.set_pulled(channel, "c1", pulled).await.unwrap();
    assert_eq!(store.pulled(channel, "c1").await.unwrap(), None, "it is not here");
    store.accept(history(channel, &[("1", "earlier", 1_000)])).await.unwrap();
    store.set_pulled(channel, "c1", pulled).await.unwrap();
    let newer = Pulled { from: Some(Timestamp(5)), active_at: Timestamp(3_000), last: 3 };
    assert_eq!(store.pulled(channel, "c1").await.unwrap(), Some(pulled));
    store.set_pulled(channel, "c1", newer).await.unwrap();
    assert_eq!(store.pulled(channel, "c1").await.unwrap(), Some(newer));
    store.delete_channel(channel).await.unwrap();
    wait_until(async || bench.count("pulled").await == 0).await;
}

#[tokio::test]
async fn a_gap_stays_until_all_that_was_missed_in_it_is_here_however_often_the_program_ends() {
    let Bench { folder, store, channel, .. } = bench().await;
    let other: ChannelId = store.new_id();
    store.put_channel(super::channel(other, "Second")).await.unwrap();
    assert_eq!(store.missed(channel), None, "before the first start nothing was missed");
    let alive = async |store: &Store, at: i64| {
        // The sign of life that is given at the start comes first.
        wait_until(async || {
            store.read(|reader| super::super::tallies::fact(&reader.db, "alive_at")).await.unwrap() != 0
        })
        .await;
        store.0.writer.keep(move |tx| super::super::tallies::set_fact(tx.db, "alive_at", at)).await.unwrap();
    };
    alive(&store, 1_000).await;
    store.close().await;

    // What was missed is asked for, and the program ends on the way.
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(
        (store.missed(channel), store.missed(other)),
        (Some(Timestamp(1_000)), Some(Timestamp(1_000)))
    );
    store.set_missed(other, None).await.unwrap();
    store.close().await;

    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert!(store.gap().unwrap().0 > Timestamp(1_000), "there was a sign of life since");
    assert_eq!(store.missed(channel), Some(Timestamp(1_000)), "it is still to be asked for");
    assert!(store.missed(other).unwrap() > Timestamp(1_000));
    // A gap of a network reaches back as far as it is said to.
    store.set_missed(other, Some(Timestamp(500))).await.unwrap();
    store.set_missed(channel, None).await.unwrap();
    store.close().await;
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    assert_eq!(store.missed(other), Some(Timestamp(500)));
    assert!(store.missed(channel).unwrap() > Timestamp(1_000));
}
