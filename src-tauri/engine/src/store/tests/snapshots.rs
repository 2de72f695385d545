//! Whole conversations, as they are sent.

use serde_json::json;

use super::*;

/// The only conversation there is.
async fn conversation(bench: &Bench) -> ConversationId {
    bench
        .store
        .read(|reader| {
            Ok(super::super::sql::id(
                reader.db.query_row("SELECT id FROM conversations", [], |row| row.get(0))?,
            ))
        })
        .await
        .unwrap()
}

fn rated(chat: &str) -> Event {
    let mut event = Event::new(EventKind::ConversationRated, "rating");
    event.conversation = Some(Conversation { key: chat.to_owned(), ..Conversation::default() });
    event.detail = json!({ "rating": 5 }).as_object().cloned().unwrap();
    event
}

#[tokio::test]
async fn a_whole_conversation_has_its_messages_in_order_its_contact_and_what_happened_up_to_when_it_was_asked_for()
 {
    let bench = bench().await;
    let store = &bench.store;
    let later = Timestamp(Clock.now().0 + 60_000);
    let mut second = event("c1", "m2", "second");
    second.message.as_mut().unwrap().sent_at = Some(later);
    let mut first = event("c1", "m1", "first");
    first.message.as_mut().unwrap().sent_at = Some(Timestamp(1_700_000_000_000));
    // What is fetched as history comes after what it happened before.
    store.accept(arrival(Some(bench.channel), vec![second, first])).await.unwrap();
    store.accept(arrival(Some(bench.channel), vec![rated("c1")])).await.unwrap();
    let mut asked = arrival(Some(bench.channel), vec![rated("c1")]);
    asked.source = Source::Screen;
    store.accept(asked).await.unwrap();
    let until: EventId = store.new_id();
    store.accept(arrival(Some(bench.channel), vec![event("c1", "m3", "third"), rated("c1")])).await.unwrap();

    let id = conversation(&bench).await;
    let gone: ConversationId = store.new_id();
    let found = store.snapshots(vec![gone, id], Some(until)).await.unwrap();
    let [None, Some(snapshot)] = &found[..] else { panic!("one of them is gone: {found:?}") };
    let keys: Vec<_> = snapshot.conversation.transcript.iter().map(|one| one.key.as_deref()).collect();
    assert_eq!(keys, [Some("m1"), Some("m2")]);
    assert_eq!(snapshot.of, SnapshotOf { channel: bench.channel, conversation: id });
    assert_eq!(snapshot.contact.as_ref().unwrap().name.as_deref(), Some("Ada"));
    let [event] = &snapshot.events[..] else { panic!("what the platform told: {:?}", snapshot.events) };
    assert_eq!((event.kind, &event.detail["rating"]), (EventKind::ConversationRated, &json!(5)));

    let all = store.snapshots(vec![id], None).await.unwrap().remove(0).unwrap();
    assert_eq!((all.conversation.transcript.len(), all.events.len()), (3, 2));
}
