//! A conversation as its transcript tells it.

use super::*;

fn said(key: &str, text: &str) -> Event {
    event("c1", key, text)
}

fn assigned(name: &str) -> Event {
    let mut event = Event::new(EventKind::ConversationUpdated, "conversation_updated");
    event.conversation = Some(Conversation {
        key: "c1".to_owned(),
        operator: Some(Operator { key: "9".to_owned(), name: Some(name.to_owned()), ..Operator::default() }),
        ..Conversation::default()
    });
    event
}

async fn keep(bench: &Bench, events: Vec<Event>) -> ExchangeId {
    bench.store.accept(arrival(Some(bench.channel), events)).await.unwrap().row.id
}

async fn the_one(bench: &Bench) -> ConversationId {
    let found = bench.store.find_conversations(&[(bench.channel, "c1".to_owned())]).await.unwrap();
    found[0].expect("the conversation is there")
}

fn of(id: ConversationId) -> TranscriptQuery {
    TranscriptQuery { id, limit: None, before: None, after: None, around: None }
}

fn texts(page: &ToldPage) -> Vec<String> {
    let text = |told: &ToldLine| match (&told.line.message, &told.event) {
        (Some(message), _) => message.text.clone(),
        (None, Some(event)) => event.kind.name().to_owned(),
        (None, None) => String::new(),
    };
    page.lines.iter().map(text).collect()
}

#[tokio::test]
async fn a_transcript_holds_messages_and_what_else_happened_with_what_became_of_each() {
    let bench = bench().await;
    let store = &bench.store;
    let first = keep(&bench, vec![said("m1", "Hello")]).await;
    keep(&bench, vec![assigned("Anna")]).await;
    let mut typing = Event::new(EventKind::TypingStarted, "typing");
    typing.conversation = said("x", "").conversation;
    keep(&bench, vec![typing]).await;
    let second = keep(&bench, vec![said("m2", "anybody there")]).await;
    keep(&bench, vec![said("m2", "anybody there")]).await;
    let [one, two] = [bench.owed(first).await[0].id, bench.owed(second).await[0].id];
    store.record(tried(one, None, Verdict::Delivered)).await.unwrap();
    store.record(tried(two, Some(Code::Http02), Verdict::Failed)).await.unwrap();
    // What was fetched as history stands where it happened.
    let mut old = said("m0", "long ago");
    old.message.as_mut().unwrap().sent_at = Some(Timestamp(1_000));
    keep(&bench, vec![old]).await;

    let id = the_one(&bench).await;
    let page = store.transcript(of(id)).await.unwrap().unwrap();
    let all = texts(&page);
    assert_eq!(all[0], "long ago");
    assert_eq!(all[1..], ["Hello", "conversation.updated", "anybody there"]);
    let [_, hello, changed, there] = page.lines.as_slice() else { panic!("{all:?}") };
    assert_eq!((hello.line.state, hello.line.exchange), (Some(State::Delivered), Some(first)));
    assert_eq!((hello.line.repeats, there.line.repeats, changed.line.repeats), (0, 1, 0));
    assert_eq!((there.line.state, there.line.failed.as_slice()), (Some(State::Failed), &[two][..]));
    assert_eq!(
        there.owed.as_ref().and_then(|owed| owed.error.as_ref()).map(|error| error.code),
        Some(Code::Http02)
    );
    assert_eq!(changed.event.as_ref().unwrap().kind, EventKind::ConversationUpdated);
    assert!(page.lines.is_sorted_by(|one, next| one.line.id < next.line.id));
    assert!(!page.earlier && !page.later);

    let told = store.conversation_told(id).await.unwrap().unwrap();
    assert_eq!(told.failures, std::slice::from_ref(&there.line.id));
    let contact = told.contact.unwrap();
    assert_eq!((contact.contact.name.as_deref(), contact.conversations), (Some("Ada"), 1));
    assert!(store.conversation_told(ConversationId(1)).await.unwrap().is_none());
    assert!(store.transcript(of(ConversationId(1))).await.unwrap().is_none());
}

#[tokio::test]
async fn a_transcript_is_paged_before_after_and_around_a_line() {
    let bench = bench().await;
    for slice in 0..3 {
        let some = (0..10).map(|i| said(&format!("m{slice}-{i}"), &format!("{}", slice * 10 + i))).collect();
        keep(&bench, some).await;
    }
    let id = the_one(&bench).await;
    let ask = async |change: &dyn Fn(&mut TranscriptQuery)| {
        let mut query = of(id);
        query.limit = Some(7);
        change(&mut query);
        bench.store.transcript(query).await
    };
    let latest = ask(&|_| {}).await.unwrap().unwrap();
    assert_eq!(texts(&latest), (23..30).map(|i| i.to_string()).collect::<Vec<_>>());
    assert!(latest.earlier && !latest.later);
    let first = latest.lines[0].line.id.clone();
    let before = ask(&|query| query.before = Some(first.clone())).await.unwrap().unwrap();
    assert_eq!(texts(&before), (16..23).map(|i| i.to_string()).collect::<Vec<_>>());
    assert!(before.earlier && before.later);
    let last = before.lines[6].line.id.clone();
    let after = ask(&|query| query.after = Some(last.clone())).await.unwrap().unwrap();
    assert_eq!(texts(&after), texts(&latest));
    let around = ask(&|query| query.around = Some(first.clone())).await.unwrap().unwrap();
    assert_eq!(texts(&around), (20..27).map(|i| i.to_string()).collect::<Vec<_>>());
    let wrong = ask(&|query| query.before = Some("nonsense".to_owned())).await.unwrap_err();
    assert_eq!((wrong.code, wrong.params["field"].as_str()), (Code::Data02, "before"));
}

#[tokio::test]
async fn a_message_of_ours_shows_what_became_of_it_at_its_platform() {
    let bench = bench().await;
    let store = &bench.store;
    let chat = bench.another(chatwoot, "Chatwoot").await;
    let mut asked = asked(chat, said("", "from outside"), Some("name"));
    asked.events[0].event.message.as_mut().unwrap().key = None;
    asked.events[0].event.identity = None;
    let stored = store.accept(asked).await.unwrap();
    let found = store.find_conversations(&[(chat, "c1".to_owned())]).await.unwrap();
    let page = store.transcript(of(found[0].unwrap())).await.unwrap().unwrap();
    assert_eq!(texts(&page), ["from outside"]);
    assert_eq!(page.lines[0].line.exchange, Some(stored.row.id));
    assert_eq!(page.lines[0].line.state, Some(State::Received));
    let delivery = stored.due[0].delivery;
    store.record(tried(delivery, Some(Code::Http02), Verdict::Failed)).await.unwrap();
    let page = store.transcript(of(found[0].unwrap())).await.unwrap().unwrap();
    assert_eq!(page.lines[0].line.failed, [delivery]);
}

#[tokio::test]
async fn what_came_again_and_was_skipped_is_counted_with_the_line_it_repeats() {
    let bench = bench().await;
    let store = &bench.store;
    keep(&bench, vec![said("m1", "Hello")]).await;
    keep(&bench, vec![said("m1", "Hello")]).await;
    keep(&bench, vec![said("m1", "Hello")]).await;
    // What we asked for ourselves is no duplicate of theirs, nor is what came with something new.
    let mut asked_for = arrival(Some(bench.channel), vec![said("m1", "Hello")]);
    asked_for.source = Source::CatchUp;
    store.accept(asked_for).await.unwrap();
    keep(&bench, vec![said("m1", "Hello"), said("m2", "anybody there")]).await;
    let mut changed = said("m2", "anybody here");
    changed.identity.as_mut().unwrap().revision = 2;
    keep(&bench, vec![changed]).await;
    let page = store.transcript(of(the_one(&bench).await)).await.unwrap().unwrap();
    let repeats: Vec<_> = page.lines.iter().map(|told| told.line.repeats).collect();
    assert_eq!((texts(&page).len(), repeats), (2, vec![2, 0]), "{:?}", texts(&page));

    // The endpoint asked twice under one name for the same message.
    let elma = bench.another(elma365, "ELMA").await;
    let asks = || {
        let mut says = said("", "from our side");
        says.identity = None;
        says.message.as_mut().unwrap().key = None;
        asked(elma, says, Some("mine-1"))
    };
    store.accept(asks()).await.unwrap();
    store.accept(asks()).await.unwrap();
    let found = store.find_conversations(&[(elma, "c1".to_owned())]).await.unwrap();
    let page = store.transcript(of(found[0].unwrap())).await.unwrap().unwrap();
    assert_eq!(page.lines.iter().map(|told| told.line.repeats).collect::<Vec<_>>(), [1]);
}
