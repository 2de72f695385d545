//! What platforms are told of their own messages.

use serde_json::json;

use super::*;

struct Answered {
    bench: Bench,
    /// Where an operator wrote, and where the customer is.
    operators: ChannelId,
    customers: ChannelId,
    row: ExchangeId,
    endpoint: DeliveryId,
    copy: DeliveryId,
}

/// An operator's message, owed to the endpoint and to the customers' side.
async fn answered() -> Answered {
    let bench = bench().await;
    let operators = bench.another(chatwoot, "Operators").await;
    let customers = bench.another(chatwoot, "Customers").await;
    let mut original = event("c1", "m1", "good day");
    original.kind = EventKind::MessageSent;
    let copy = copy(&original, operators, customers, bench.store.new_id());
    let mut arrival = arrival(Some(operators), vec![original]);
    arrival.events.push(copy);
    let row = bench.store.accept(arrival).await.unwrap().row.id;
    let owed = bench.owed(row).await;
    Answered { operators, customers, row, endpoint: owed[0].id, copy: owed[1].id, bench }
}

/// What the operators' platform is told of `m1`.
fn telling(channel: ChannelId, status: MessageStatus) -> (ChannelId, Event) {
    let mut event = Event::new(EventKind::MessageUpdated, "");
    event.conversation = Some(Conversation { key: "c1".to_owned(), ..Conversation::default() });
    event.message =
        Some(Message { key: Some("m1".to_owned()), status: Some(status), ..Message::by(Side::Operator) });
    event.detail.insert("writeBack".to_owned(), true.into());
    (channel, event)
}

impl Answered {
    /// One of its deliveries ends, and the operators' platform is to be told.
    async fn ends(&self, delivery: DeliveryId, verdict: Verdict, status: MessageStatus) -> Recorded {
        let code = (verdict != Verdict::Delivered).then_some(Code::Http02);
        let mut tried = tried(delivery, code, verdict);
        tried.write_backs = vec![telling(self.operators, status)];
        self.bench.store.record(tried).await.unwrap()
    }

    async fn mark(&self) -> Option<(MessageStatus, bool, DeliveryId)> {
        let mark = self.bench.store.mark(self.operators, "m1").await.unwrap()?;
        Some((mark.status, mark.told, mark.delivery))
    }

    async fn told(&self) -> Vec<(State, Option<SkipReason>)> {
        let owed = self.bench.owed(self.row).await.into_iter();
        owed.filter(|one| one.destination == DestinationKind::WriteBack)
            .map(|one| (one.state, one.skipped))
            .collect()
    }
}

fn patched(delivery: DeliveryId, verdict: Verdict) -> Tried {
    called(delivery, "message.status", json!({}), verdict)
}

#[tokio::test]
async fn what_became_of_a_message_is_told_in_the_commit_that_keeps_it() {
    let it = answered().await;
    let store = &it.bench.store;
    let recorded = it.ends(it.endpoint, Verdict::Delivered, MessageStatus::Delivered).await;
    let due = recorded.due[0];
    assert_eq!(due.destination, it.bench.destination(it.operators, Role::WriteBack).await);
    assert_eq!(it.mark().await, Some((MessageStatus::Delivered, false, it.endpoint)));
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((job.role, job.channel, job.exchange), (Role::WriteBack, it.operators, it.row));
    assert_eq!(job.event.message.unwrap().status, Some(MessageStatus::Delivered));

    // It tells of the message and is no part of what became of it.
    let failed =
        store.record(patched(due.delivery, Verdict::Again(Clock.now().plus_ms(60_000)))).await.unwrap();
    assert_eq!(failed.rows.len(), 1, "its own row alone");
    assert_eq!(it.bench.row(it.row).await.result, State::Received, "the copy is still to go");
    store.record(patched(it.copy, Verdict::Delivered)).await.unwrap();
    assert_eq!(it.bench.row(it.row).await.result, State::Delivered);
    assert_eq!(it.told().await, [(State::Retrying, None)]);

    let told = store.record(patched(due.delivery, Verdict::Delivered)).await.unwrap();
    assert!(told.due.is_empty(), "it causes none of its own");
    assert_eq!(it.mark().await, Some((MessageStatus::Delivered, true, it.endpoint)));
    assert_eq!(store.counts(Timestamp(0)).await.unwrap().0.delivered, 2, "the message and its copy");
    assert_eq!(it.bench.count("lanes WHERE key = 'm1'").await, 0, "no lane is left for a message");
}

#[tokio::test]
async fn the_newest_is_told_and_nothing_twice() {
    let it = answered().await;
    let store = &it.bench.store;
    let first = it.ends(it.endpoint, Verdict::Delivered, MessageStatus::Delivered).await.due[0];
    // The first is under way when the copy fails.
    let second = it.ends(it.copy, Verdict::Failed, MessageStatus::Failed).await.due[0];
    assert_eq!(second.lane, first.lane);
    assert_eq!(it.told().await, [(State::Skipped, Some(SkipReason::Superseded)), (State::Received, None)]);
    assert_eq!(store.waiting(first.destination).await.unwrap(), 1);
    let recorded = store.record(patched(first.delivery, Verdict::Delivered)).await.unwrap();
    assert_eq!(recorded.next, Some(second), "then the newer one goes");
    assert_eq!(
        it.mark().await,
        Some((MessageStatus::Failed, false, it.copy)),
        "the older one told is not this"
    );
    assert_eq!(it.told().await[0], (State::Skipped, Some(SkipReason::Superseded)));
    store.record(patched(second.delivery, Verdict::Delivered)).await.unwrap();
    assert_eq!(it.mark().await, Some((MessageStatus::Failed, true, it.copy)));

    // Sent again, it may fail again: that is told again.
    let request = ResendRequest { ids: Some(vec![it.copy, first.delivery]), filter: None };
    let (resent, _) = store.resend(request, Clock.now()).await.unwrap();
    assert_eq!((resent.queued, resent.left), (1, 1), "what was overtaken stays so");
    assert_eq!(it.mark().await, None);
    assert_eq!(it.ends(it.copy, Verdict::Failed, MessageStatus::Failed).await.due.len(), 1);
    assert!(it.ends(it.copy, Verdict::Failed, MessageStatus::Failed).await.due.is_empty(), "said already");
    let request = ResendRequest { ids: Some(vec![it.copy]), filter: None };
    store.resend(request, Clock.now()).await.unwrap();
    it.ends(it.copy, Verdict::Delivered, MessageStatus::Delivered).await;
    assert_eq!(it.mark().await, Some((MessageStatus::Delivered, false, it.copy)));
}

#[tokio::test]
async fn half_arrived_is_not_arrived() {
    let it = answered().await;
    it.ends(it.copy, Verdict::Failed, MessageStatus::Failed).await;
    let recorded = it.ends(it.endpoint, Verdict::Delivered, MessageStatus::Delivered).await;
    assert!(recorded.due.is_empty());
    assert_eq!(it.mark().await, Some((MessageStatus::Failed, false, it.copy)));
    assert_eq!(it.told().await.len(), 1);
    assert_eq!(it.bench.row(it.row).await.result, State::Failed);
}

#[tokio::test]
async fn a_receipt_from_the_other_side_is_told_in_the_same_way_and_refines_what_was_told() {
    let it = answered().await;
    let store = &it.bench.store;
    let first = it.ends(it.copy, Verdict::Delivered, MessageStatus::Delivered).await.due[0];
    store.record(patched(first.delivery, Verdict::Delivered)).await.unwrap();
    let mut read = event("x1", "r1", "");
    read.kind = EventKind::MessageRead;
    let mut arrival = arrival(Some(it.customers), vec![read]);
    let (channel, mut event) = telling(it.operators, MessageStatus::Read);
    event.kind = EventKind::MessageRead;
    event.origin = Some(Origin {
        link: store.new_id(),
        channel: it.customers,
        conversation: None,
        chat: None,
        message: None,
        trail: vec![it.customers],
    });
    arrival.events[0].skip = Some(SkipReason::NotSubscribed);
    arrival.events.push(Routed {
        channel,
        id: None,
        event,
        skip: Some(SkipReason::NotSubscribed),
        platform: true,
        address: None,
    });
    let stored = store.accept(arrival).await.unwrap();
    assert_eq!(stored.due[0].destination, first.destination);
    assert_eq!(
        (stored.row.result, stored.row.skipped),
        (State::Skipped, Some(SkipReason::NotSubscribed)),
        "what is told is no part of what became of it"
    );
    assert_eq!(it.mark().await, Some((MessageStatus::Read, false, it.copy)));
    store.record(patched(stored.due[0].delivery, Verdict::Delivered)).await.unwrap();
    assert_eq!(it.mark().await, Some((MessageStatus::Read, true, it.copy)));
    let late = it.ends(it.endpoint, Verdict::Delivered, MessageStatus::Delivered).await;
    assert!(late.due.is_empty(), "who has read it has it");
    let detail = store.exchange(stored.row.id).await.unwrap().unwrap();
    assert_eq!((detail.deliveries.len(), detail.events.len()), (1, 2));
}

#[tokio::test]
async fn a_channel_that_is_gone_is_told_nothing() {
    let it = answered().await;
    let gone = it.bench.store.new_id();
    let mut tried = tried(it.endpoint, None, Verdict::Delivered);
    tried.write_backs = vec![telling(gone, MessageStatus::Delivered)];
    assert!(it.bench.store.record(tried).await.unwrap().due.is_empty());
    assert_eq!(it.bench.count("destinations").await, 4);
}
