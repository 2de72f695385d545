//! What platforms say became of our messages.

use serde_json::json;

use super::*;

fn says(chat: &str, text: &str) -> Event {
    let mut event = event(chat, "", text);
    event.identity = None;
    event.message.as_mut().unwrap().key = None;
    event
}

/// What ELMA365 says of a message of ours.
fn word(channel: ChannelId, kind: EventKind, of: EventId, success: Option<bool>) -> Arrival {
    let mut event = Event::new(kind, "messageOutcome");
    event.detail.insert("messageId".to_owned(), of.to_string().into());
    event.detail.extend(success.map(|success| ("success".to_owned(), success.into())));
    arrival(Some(channel), vec![event])
}

struct Sent {
    bench: Bench,
    elma: ChannelId,
    event: EventId,
    row: ExchangeId,
    due: Due,
}

/// A message that went to ELMA365, of which nothing is recorded yet.
async fn sent() -> Sent {
    let bench = bench().await;
    let elma = bench.another(elma365, "ELMA").await;
    let mut event = says("7", "hello");
    event.detail.insert("messageId".to_owned(), "mine-1".into());
    let stored = bench.store.accept(asked(elma, event, Some("mine-1"))).await.unwrap();
    Sent { elma, event: stored.event.unwrap(), row: stored.row.id, due: stored.due[0], bench }
}

#[tokio::test]
async fn what_they_took_waits_for_their_word_beside_its_lane_and_is_asked_again_after_silence() {
    let Sent { bench, elma, due, row, .. } = sent().await;
    let store = &bench.store;
    store.accept(asked(elma, says("7", "two"), None)).await.unwrap();
    let later = Clock.now().plus_ms(60_000);
    let taken = called(due.delivery, "message.send", json!({ "taken": 1 }), Verdict::Accepted(Some(later)));
    let recorded = store.record(taken).await.unwrap();
    assert_eq!(recorded.next.map(|next| next.lane), Some(due.lane), "the lane goes on");
    assert_eq!((recorded.rows[0].result, recorded.rows[1].result), (State::Accepted, State::Accepted));
    let view = store.delivery(due.delivery).await.unwrap().unwrap();
    assert_eq!((view.state, view.out_of_order), (State::Accepted, false));
    assert!(store.job(due.delivery).await.unwrap().is_none(), "it is not asked yet");
    assert_eq!(store.waiting(due.destination).await.unwrap(), 1, "nothing of it is owed");
    let next = recorded.next.unwrap();
    store.record(called(next.delivery, "message.send", json!({}), Verdict::Accepted(None))).await.unwrap();
    assert_eq!(store.next_due(due.destination, &[]).await.unwrap(), Some(later));

    // The clock jumps, and with it the time of asking.
    store.shift_due(-120_000).await.unwrap();
    let asked_again = store.due(due.destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(asked_again.iter().map(|due| due.delivery).collect::<Vec<_>>(), [due.delivery]);
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((job.state, job.progress, job.made), (State::Accepted, json!({ "taken": 1 }), 0));
    // The platform must be spared for now.
    let soon = Clock.now().plus_ms(5_000);
    store.postpone(due.delivery, soon).await.unwrap();
    assert_eq!(store.next_due(due.destination, &[]).await.unwrap(), Some(soon));
    store.shift_due(-10_000).await.unwrap();
    // Sent again, and taken again: the same lane waits again.
    let later = Clock.now().plus_ms(60_000);
    let taken = called(due.delivery, "message.send", json!({ "taken": 2 }), Verdict::Accepted(Some(later)));
    assert_eq!(store.record(taken).await.unwrap().next, None);
    assert_eq!(store.next_due(due.destination, &[]).await.unwrap(), Some(later));
    store.shift_due(-120_000).await.unwrap();
    store.settle(settled(due.delivery, Verdict::Accepted(None))).await.unwrap();
    assert_eq!(store.next_due(due.destination, &[]).await.unwrap(), None, "silence alone is no failure");
    assert_eq!(bench.row(row).await.result, State::Accepted);
    assert_eq!(bench.count("lanes").await, 1, "the lanes of its own are gone");
}

#[tokio::test]
async fn their_word_settles_it_in_the_commit_that_keeps_the_word() {
    let Sent { bench, elma, event, due, row } = sent().await;
    let store = &bench.store;
    let later = Clock.now().plus_ms(60_000);
    store
        .record(called(due.delivery, "message.send", json!({}), Verdict::Accepted(Some(later))))
        .await
        .unwrap();
    let stored = store.accept(word(elma, EventKind::MessageOutcome, event, Some(true))).await.unwrap();
    assert_eq!(
        stored.also.iter().map(|row| (row.id, row.result)).collect::<Vec<_>>(),
        [(row, State::Delivered)]
    );
    assert_eq!(store.delivery(due.delivery).await.unwrap().unwrap().state, State::Delivered);
    assert_eq!(store.next_due(due.destination, &[]).await.unwrap(), None, "it is not asked any more");
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().0.delivered, 1);

    // The endpoint is told by its own name for the message.
    let owed = store.job(bench.owed(stored.row.id).await[0].id).await.unwrap().unwrap();
    assert_eq!((owed.role, &owed.event.detail["messageId"]), (Role::Endpoint, &json!("mine-1")));

    let again = store.accept(word(elma, EventKind::MessageOutcome, event, Some(true))).await.unwrap();
    assert!(again.also.is_empty(), "it changes nothing");
    let read = store.accept(word(elma, EventKind::MessageRead, event, None)).await.unwrap();
    assert_eq!(read.also[0].result, State::Read);
    let late = store.accept(word(elma, EventKind::MessageOutcome, event, Some(false))).await.unwrap();
    assert!(late.also.is_empty(), "what was read arrived");
    // Of what is not ours, or somebody else's, nothing is said.
    for (channel, of) in [(bench.channel, event), (elma, store.new_id())] {
        let stored = store.accept(word(channel, EventKind::MessageRead, of, None)).await.unwrap();
        assert!(stored.also.is_empty());
    }
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().0.delivered, 1, "it was delivered once");
}

#[tokio::test]
async fn a_failure_they_tell_of_sends_it_again_until_the_schedule_ends() {
    let Sent { bench, elma, event, due, row } = sent().await;
    let store = &bench.store;
    store.accept(asked(elma, says("7", "two"), None)).await.unwrap();
    // Where no outcome was ever told, 200 is the end of it: until the first one comes.
    store
        .record(called(due.delivery, "message.send", json!({ "taken": 1 }), Verdict::Delivered))
        .await
        .unwrap();
    assert_eq!(store.waiting(due.destination).await.unwrap(), 1);
    for (made, wait) in [(1, 5_000), (2, 30_000)] {
        let stored = store.accept(word(elma, EventKind::MessageOutcome, event, Some(false))).await.unwrap();
        let retry = stored.also[0].retry.unwrap();
        assert_eq!((stored.also[0].id, stored.also[0].result), (row, State::Retrying));
        assert_eq!((retry.made, retry.of), (made, 3));
        let told = stored.due.iter().find(|told| told.delivery == due.delivery).copied().unwrap();
        assert_ne!(told.lane, due.lane, "others go on meanwhile");
        assert_eq!(store.waiting(due.destination).await.unwrap(), 2);
        let job = store.job(due.delivery).await.unwrap().unwrap();
        assert_eq!((job.state, &job.progress, Some(job.due)), (State::Retrying, &json!(null), retry.next));
        assert!(job.due.since(Clock.now()) > wait - 5_000, "the schedule for what was rejected");
        assert!(store.delivery(due.delivery).await.unwrap().unwrap().out_of_order);
        assert_eq!(store.counts(Timestamp(0)).await.unwrap().0.delivered, 0, "it had not arrived");
        let later = Clock.now().plus_ms(60_000);
        let taken =
            called(due.delivery, "message.send", json!({ "taken": 1 }), Verdict::Accepted(Some(later)));
        store.record(taken).await.unwrap();
        assert_eq!(store.waiting(due.destination).await.unwrap(), 1);
    }
    let stored = store.accept(word(elma, EventKind::MessageOutcome, event, Some(false))).await.unwrap();
    assert_eq!((stored.also[0].result, stored.also[0].code), (State::Failed, Some(Code::Plat01)));
    assert_eq!(bench.row(row).await.result, State::Failed);
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().0.failed, 1);
    // A late success is true all the same.
    let stored = store.accept(word(elma, EventKind::MessageOutcome, event, Some(true))).await.unwrap();
    assert_eq!((stored.also[0].result, stored.also[0].code), (State::Delivered, None));
    let due = store.due(due.destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(due.len(), 1, "the other message of the chat, whose turn it was all the time");
}

#[tokio::test]
async fn their_word_may_come_before_their_answer_is_written_down() {
    let Sent { bench, elma, event, due, .. } = sent().await;
    let store = &bench.store;
    store.accept(asked(elma, says("7", "two"), None)).await.unwrap();
    let later = Clock.now().plus_ms(60_000);
    let accepted = |at: Timestamp| Tried {
        at,
        ..called(due.delivery, "message.send", json!({ "taken": 1 }), Verdict::Accepted(Some(later)))
    };
    let began = Clock.now();
    let stored = store.accept(word(elma, EventKind::MessageOutcome, event, Some(true))).await.unwrap();
    assert!(stored.due.iter().any(|next| next.lane == due.lane), "the next of the chat may go");
    let recorded = store.record(accepted(began)).await.unwrap();
    assert_eq!(recorded.rows[1].result, State::Delivered, "the word stands");
    assert_eq!(store.waiting(due.destination).await.unwrap(), 1);

    let request = ResendRequest { ids: Some(vec![due.delivery]), filter: None };
    store.resend(request, Clock.now()).await.unwrap();
    let began = Clock.now();
    store.accept(word(elma, EventKind::MessageOutcome, event, Some(false))).await.unwrap();
    let recorded = store.record(accepted(began)).await.unwrap();
    assert_eq!(recorded.rows[1].result, State::Retrying);
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((job.state, job.progress), (State::Retrying, json!(null)));
}
