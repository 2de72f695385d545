//! The store as the rest of the engine uses it: whole steps on a real folder.
//!
//! Here is the way of a message; what else is promised has files of its own, all on one [`bench`].

mod bench;
mod carried;
mod counted;
mod erased;
mod files;
mod folder;
mod forgotten;
mod history;
mod listed;
mod log;
mod platforms;
mod receipts;
mod snapshots;
mod told;
mod versions;
mod write_backs;

use super::*;

pub(super) use bench::*;

#[tokio::test]
async fn a_message_goes_in_is_owed_is_tried_and_is_done() {
    let bench = bench().await;
    let store = &bench.store;
    let stored = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!(
        (stored.row.result, stored.row.preview.as_str(), stored.row.who.as_str()),
        (State::Received, "hello", "Ada")
    );
    let due = store.due(bench.destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(due, stored.due);
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 1);
    let at_hand = store.job(due[0].delivery).await.unwrap().unwrap();
    let read_back = store.job(due[0].delivery).await.unwrap().unwrap();
    assert_eq!(at_hand.event, read_back.event);
    assert_eq!(at_hand.original, read_back.original);
    assert_eq!(at_hand.contact, read_back.contact);
    let recorded = store.record(tried(due[0].delivery, None, Verdict::Delivered)).await.unwrap();
    assert!(recorded.next.is_none());
    assert_eq!(recorded.rows[1].result, State::Delivered);
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 0);
    assert!(store.job(due[0].delivery).await.unwrap().is_none(), "it is owed no more");
    let page = store.traffic(TrafficQuery::default()).await.unwrap();
    assert_eq!(page.rows.len(), 2);
    assert_eq!(page.total, Some(2));
    let detail = store.exchange(stored.row.id).await.unwrap().unwrap();
    assert_eq!(detail.deliveries[0].attempts.len(), 1);
    assert_eq!(detail.events[0].message.as_ref().unwrap().text, "hello");
}

#[tokio::test]
async fn a_repeat_is_kept_but_goes_nowhere_and_a_new_revision_does() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    store.accept(arrival(channel, vec![event("c1", "m1", "hello")])).await.unwrap();
    let repeat = store.accept(arrival(channel, vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!((repeat.row.result, repeat.row.skipped), (State::Skipped, Some(SkipReason::Duplicate)));
    let mut changed = event("c1", "m1", "hello!");
    changed.identity.as_mut().unwrap().revision = 2;
    assert_eq!(store.accept(arrival(channel, vec![changed])).await.unwrap().row.result, State::Received);
    let back = store.accept(arrival(channel, vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!(back.row.result, State::Received, "a return to an older revision is news");
    let mut nameless = event("c1", "m1", "ok");
    nameless.identity = None;
    nameless.message.as_mut().unwrap().key = None;
    for _ in 0..2 {
        let stored = store.accept(arrival(channel, vec![nameless.clone()])).await.unwrap();
        assert_eq!(stored.row.result, State::Received, "two of the same words are two");
    }
}

#[tokio::test]
async fn a_lane_keeps_order_and_others_go_on() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    let first = store.accept(arrival(channel, vec![event("c1", "m1", "one")])).await.unwrap().due[0];
    let second = store.accept(arrival(channel, vec![event("c1", "m2", "two")])).await.unwrap();
    assert!(second.due.is_empty(), "the lane has a head already");
    let other = store.accept(arrival(channel, vec![event("c2", "m3", "three")])).await.unwrap().due[0];
    let now = Clock.now();
    assert_eq!(store.due(bench.destination, now, 10, &[]).await.unwrap(), [first, other]);
    assert_eq!(store.due(bench.destination, now, 10, &[first.lane]).await.unwrap(), [other]);

    // The head is tried again later: its lane waits, then goes on beside it.
    let later = now.plus_ms(60_000);
    let again = store.record(tried(first.delivery, Some(Code::Http02), Verdict::Again(later))).await.unwrap();
    assert!(again.next.is_none());
    assert_eq!(
        again.rows[1].retry.map(|retry| (retry.made, retry.of, retry.next)),
        Some((1, 10, Some(later)))
    );
    assert_eq!(store.due(bench.destination, now, 10, &[]).await.unwrap(), [other]);
    assert_eq!(store.next_due(bench.destination, &[other.lane]).await.unwrap(), Some(later));
    let beside =
        store.record(tried(first.delivery, Some(Code::Http02), Verdict::Beside(later))).await.unwrap();
    let next = beside.next.unwrap();
    assert_eq!(next.lane, first.lane, "the lane goes on with what came after");
    assert_ne!(next.delivery, first.delivery);
    assert!(store.delivery(first.delivery).await.unwrap().unwrap().out_of_order);
    assert!(store.record(tried(next.delivery, None, Verdict::Delivered)).await.unwrap().next.is_none());
    // A third in the old lane does not wait for the one beside it.
    let third = store.accept(arrival(channel, vec![event("c1", "m4", "four")])).await.unwrap();
    assert_eq!(third.due[0].lane, first.lane);

    let job = store.job(first.delivery).await.unwrap().unwrap();
    assert_eq!((job.made, job.fixed.as_deref()), (2, Some(&b"{\"type\":\"message.received\"}"[..])));
    let failed = store.record(tried(first.delivery, Some(Code::Http02), Verdict::Failed)).await.unwrap();
    assert_eq!(failed.rows[1].result, State::Failed);
    assert_eq!(store.delivery(first.delivery).await.unwrap().unwrap().attempts.len(), 3);
    let health = store.health(bench.channel, Clock.now()).await.unwrap();
    assert_eq!((health.failed, health.waiting, health.failing), (1, 2, false));

    let request = ResendRequest {
        ids: None,
        filter: Some(DeliveryFilter { state: Some(State::Failed), ..DeliveryFilter::default() }),
    };
    let (resent, due) = store.resend(request, Clock.now()).await.unwrap();
    assert_eq!((resent.queued, due.len()), (1, 1));
    assert_eq!(store.job(first.delivery).await.unwrap().unwrap().made, 0, "tries count from the start");
}

#[tokio::test]
async fn a_held_try_counts_nothing_and_shows_as_on_hold_until_the_destination_opens() {
    let bench = bench().await;
    let store = &bench.store;
    let stored = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "one")])).await.unwrap();
    let due = stored.due[0];
    store.record(tried(due.delivery, Some(Code::Auth04), Verdict::Held)).await.unwrap();
    store.set_stopped(bench.destination, Some(Code::Auth04), None).await.unwrap();
    assert_eq!(store.destinations().await.unwrap()[0].stopped, Some(Code::Auth04));
    let on_hold = TrafficQuery {
        filter: TrafficFilter {
            state: Some(State::OnHold),
            direction: Some(Direction::In),
            ..TrafficFilter::default()
        },
        ..TrafficQuery::default()
    };
    let page = store.traffic(on_hold.clone()).await.unwrap();
    assert_eq!(
        page.rows.iter().map(|row| (row.id, row.result)).collect::<Vec<_>>(),
        [(stored.row.id, State::OnHold)]
    );
    store.set_stopped(bench.destination, None, None).await.unwrap();
    assert!(store.traffic(on_hold).await.unwrap().rows.is_empty());
    assert_eq!(store.job(due.delivery).await.unwrap().unwrap().made, 0);
    assert_eq!(store.due(bench.destination, Clock.now(), 1, &[]).await.unwrap(), [due]);
}

#[tokio::test]
async fn fleeting_events_hold_up_nobody() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    let mut typing = event("c1", "t", "");
    typing.kind = EventKind::TypingStarted;
    (typing.message, typing.identity) = (None, None);
    let fleeting = store.accept(arrival(channel, vec![typing])).await.unwrap().due[0];
    let message = store.accept(arrival(channel, vec![event("c1", "m1", "one")])).await.unwrap().due[0];
    assert_ne!(fleeting.lane, message.lane);
    let skipped = store.skip_stale(fleeting.delivery).await.unwrap();
    assert_eq!((skipped.rows[0].result, skipped.rows[0].skipped), (State::Skipped, Some(SkipReason::Stale)));
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_not_mentioned_stays_known() {
    let bench = bench().await;
    let (store, channel) = (&bench.store, Some(bench.channel));
    let mut first = event("c1", "m1", "one");
    first.contact.as_mut().unwrap().phone = Some("+49 151".to_owned());
    first.conversation.as_mut().unwrap().status = Some(ConversationStatus::Open);
    store.accept(arrival(channel, vec![first])).await.unwrap();
    let mut second = event("c1", "m2", "two");
    second.contact.as_mut().unwrap().name = Some("Ada L.".to_owned());
    second.contact.as_mut().unwrap().identifier = Some("ada".to_owned());
    let due = store.accept(arrival(channel, vec![second])).await.unwrap();
    let contact = store.contact(bench.channel, "ada").await.unwrap().unwrap();
    assert_eq!((contact.name.as_deref(), contact.phone.as_deref()), (Some("Ada L."), Some("+49 151")));
    let delivery = store.exchange(due.row.id).await.unwrap().unwrap().deliveries[0].id;
    let job = store.job(delivery).await.unwrap().unwrap();
    assert_eq!(job.conversation.unwrap().status, Some(ConversationStatus::Open));
    assert_eq!(job.contact, Some(contact));
}

#[tokio::test]
async fn one_bad_item_of_a_commit_hurts_no_other() {
    let bench = bench().await;
    let writer = &bench.store.0.writer;
    let good = writer.keep(|tx| tallies::set_fact(tx.db, "one", 1));
    let bad = writer.keep(|tx| -> Result<()> {
        tallies::set_fact(tx.db, "two", 2)?;
        Err(Error::new(Code::Id05))
    });
    let also = writer.keep(|tx| tallies::set_fact(tx.db, "three", 3));
    let (good, bad, also) = tokio::join!(good, bad, also);
    assert!(good.is_ok() && also.is_ok());
    assert_eq!(bad.unwrap_err().code, Code::Id05);
    let facts = bench.store.read(|reader| {
        Ok([
            tallies::fact(&reader.db, "one")?,
            tallies::fact(&reader.db, "two")?,
            tallies::fact(&reader.db, "three")?,
        ])
    });
    assert_eq!(facts.await.unwrap(), [1, 0, 3], "what the bad one wrote is undone");
}

#[tokio::test]
async fn as_received_owes_one_delivery_for_each_exchange() {
    let bench = bench().await;
    let mut both = arrival(Some(bench.channel), vec![event("c1", "m1", "one"), event("c2", "m2", "two")]);
    both.format = Format::AsReceived;
    both.events[0].skip = Some(SkipReason::NotSubscribed);
    let stored = bench.store.accept(both).await.unwrap();
    let detail = bench.store.exchange(stored.row.id).await.unwrap().unwrap();
    assert_eq!((detail.deliveries.len(), detail.events.len()), (1, 2));
    assert_eq!(detail.events[0].skipped, Some(SkipReason::NotSubscribed));
}

#[tokio::test]
async fn a_session_and_its_conversation_are_one() {
    let bench = bench().await;
    let store = &bench.store;
    let told = async |key: &str, session: Option<&str>, started: i64, ended: Option<i64>| {
        let mut event = event(key, "", "");
        (event.identity, event.message) = (None, None);
        event.contact.as_mut().unwrap().key = "uuid-1".to_owned();
        let conversation = event.conversation.as_mut().unwrap();
        conversation.session = session.map(str::to_owned);
        conversation.started_at = Some(Timestamp(started));
        conversation.ended_at = ended.map(Timestamp);
        let stored = store.accept(arrival(Some(bench.channel), vec![event])).await.unwrap();
        let delivery = store.exchange(stored.row.id).await.unwrap().unwrap().deliveries[0].id;
        assert!(store.job(delivery).await.unwrap().is_some());
        store.job(delivery).await.unwrap().unwrap().conversation.unwrap().key
    };
    let count = async || -> i64 {
        let count = |reader: &mut Reader| {
            Ok(reader.db.query_row("SELECT count(*) FROM conversations", [], |row| row.get(0))?)
        };
        store.read(count).await.unwrap()
    };
    assert_eq!(told("session:71", Some("71"), 1_000, Some(2_000)).await, "session:71");
    assert_eq!(told("880", Some("71"), 900, None).await, "880", "named by both ids");
    assert_eq!(told("session:71", Some("71"), 1_000, Some(2_000)).await, "880");
    assert_eq!(count().await, 1);
    assert_eq!(
        told("session:72", Some("72"), 3_000, Some(4_000)).await,
        "880",
        "the same person at the same time"
    );
    assert_eq!(told("881", None, 90_000, Some(95_000)).await, "881", "a conversation of its own");
    assert_eq!(count().await, 2);
}
