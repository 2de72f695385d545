//! What goes to platforms: asked for at the outbox, in steps, with what they teach.

use serde_json::json;

use bytes::Bytes;

use super::*;
use crate::platforms::write::Taught;

/// A customer's message in that chat.
fn says(chat: &str, text: &str) -> Event {
    let mut event = event(chat, "", text);
    event.identity = None;
    event.message.as_mut().unwrap().key = None;
    event
}

#[tokio::test]
async fn what_is_asked_for_is_stored_once_and_its_state_can_be_asked() {
    let bench = bench().await;
    let store = &bench.store;
    let elma = bench.another(elma365, "ELMA").await;
    let mut arrival = asked(elma, says("7", "hello"), Some("mine-1"));
    let id: EventId = store.new_id();
    arrival.events[0].id = Some(id);
    let stored = store.accept(arrival).await.unwrap();
    assert_eq!((stored.event, stored.again, stored.row.result), (Some(id), None, State::Received));
    assert_eq!(stored.row.source, Source::Endpoint);
    assert_eq!(store.requested(elma, "mine-1").await.unwrap(), Some(id));
    assert_eq!(store.requested(bench.channel, "mine-1").await.unwrap(), None);

    let again = store.accept(asked(elma, says("7", "hello"), Some("mine-1"))).await.unwrap();
    assert_eq!((again.again, again.event, again.due.len()), (Some(id), None, 0));
    assert_eq!((again.row.result, again.row.skipped), (State::Skipped, Some(SkipReason::Duplicate)));
    assert_eq!((bench.count("events").await, bench.count("deliveries").await), (1, 1));

    let asked_for = store.asked(elma, id).await.unwrap().unwrap();
    assert_eq!((asked_for.state, asked_for.skipped, asked_for.message), (State::Received, None, None));
    assert!(store.asked(bench.channel, id).await.unwrap().is_none(), "it was asked for elsewhere");
    let delivery = stored.due[0].delivery;
    let mut sent =
        called(delivery, "message.send", json!({ "result": { "phone": "1" } }), Verdict::Delivered);
    sent.taught = vec![Taught::Sent("their-1".to_owned())];
    store.record(sent).await.unwrap();
    let asked_for = store.asked(elma, id).await.unwrap().unwrap();
    assert_eq!((asked_for.state, asked_for.message.as_deref()), (State::Delivered, Some("their-1")));
    assert_eq!(asked_for.result, Some(json!({ "phone": "1" })));
    // What a platform brought was not asked for.
    let brought = store.accept(super::arrival(Some(elma), vec![event("8", "m", "x")])).await.unwrap();
    assert!(store.asked(elma, brought.event.unwrap()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_try_of_several_calls_goes_on_where_it_was_cut_short() {
    let Bench { folder, store, channel: first, destination } = bench().await;
    let bench = Bench { folder, store, channel: first, destination };
    let channel = bench.another(chatwoot, "Chatwoot").await;
    let due = bench.store.accept(asked(channel, says("7", "one"), None)).await.unwrap().due[0];
    let second = bench.store.accept(asked(channel, says("7", "two"), None)).await.unwrap();
    assert!(second.due.is_empty(), "the chat has a message on its way");
    let destination = bench.destination(channel, Role::Platform).await;
    assert_eq!(due.destination, destination);

    let job = bench.store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((job.role, job.progress, job.fixed), (Role::Platform, json!(null), None));
    assert_eq!(job.touched_at, job.created_at);
    let mut call = called(due.delivery, "contact.create", json!({ "contact": 5 }), Verdict::Step);
    call.taught = vec![Taught::Contact(json!({ "id": 5 })), Taught::Chat(json!({ "source": "s" }))];
    let tried_at = call.at;
    let recorded = bench.store.record(call).await.unwrap();
    assert_eq!(recorded.next, None, "the lane waits for the next call");
    let row = &recorded.rows[0];
    assert_eq!((row.step.as_deref(), row.result), (Some("contact.create"), State::Delivered));
    assert_eq!(recorded.rows[1].result, State::Received);
    assert_eq!(bench.store.waiting(destination).await.unwrap(), 2);

    // The program stops between two calls.
    let Bench { folder, store, channel: first, .. } = bench;
    store.close().await;
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    let bench = Bench { folder, store, channel: first, destination };
    let store = &bench.store;
    assert_eq!(store.due(destination, Clock.now(), 10, &[]).await.unwrap(), [due]);
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((job.progress, job.made, job.touched_at), (json!({ "contact": 5 }), 0, tried_at));
    assert_eq!(job.known.contact, Some(json!({ "id": 5 })));
    assert_eq!(job.known.chat, Some(json!({ "source": "s" })));

    // A call that fails counts once, whatever went before it.
    let mut failed =
        called(due.delivery, "message.create", json!({ "contact": 5 }), Verdict::Again(Clock.now()));
    failed.code = Some(Code::Plat02);
    let recorded = store.record(failed).await.unwrap();
    assert_eq!(recorded.rows[1].retry.map(|retry| (retry.made, retry.of)), Some((1, 10)));
    let recorded =
        store.record(called(due.delivery, "message.create", json!({}), Verdict::Step)).await.unwrap();
    assert_eq!((recorded.rows[1].result, recorded.rows[1].retry), (State::Received, None));
    let done =
        store.record(called(due.delivery, "message.find", json!({}), Verdict::Delivered)).await.unwrap();
    assert_eq!(done.next.map(|next| next.lane), Some(due.lane), "the lane goes on");
    assert_eq!(store.waiting(destination).await.unwrap(), 1);

    let view = store.delivery(due.delivery).await.unwrap().unwrap();
    assert_eq!((view.destination, view.url.as_str()), (DestinationKind::Platform, "http://127.0.0.1:9/"));
    let steps: Vec<_> =
        view.attempts.iter().map(|attempt| (attempt.number, attempt.step.as_deref().unwrap())).collect();
    assert_eq!(
        steps,
        [(1, "contact.create"), (2, "message.create"), (3, "message.create"), (4, "message.find")]
    );
    let shown = store.exchange(view.attempts[1].exchange).await.unwrap().unwrap();
    assert!(shown.request.body.contains("message.create"), "each call has a body of its own");
    assert_eq!(shown.row.step.as_deref(), Some("message.create"));
    // The next message of the chat knows what was learned; another's does not.
    let next = store.job(done.next.unwrap().delivery).await.unwrap().unwrap();
    assert_eq!((next.progress, next.known.chat), (json!(null), Some(json!({ "source": "s" }))));
    let other = store.accept(asked(channel, says("8", "x"), None)).await.unwrap().due[0];
    let other = store.job(other.delivery).await.unwrap().unwrap();
    assert_eq!((other.known.chat, other.known.contact), (None, Some(json!({ "id": 5 }))));
}

#[tokio::test]
async fn the_latest_conversation_of_a_chat_is_known_as_its_platform_told_of_it() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(chatwoot, "Chatwoot").await;
    let told = async |key: &str, started: i64, status: ConversationStatus| {
        let mut event = event(key, &format!("m{key}{started}"), "x");
        let about = event.conversation.as_mut().unwrap();
        about.chat = Some("s-1".to_owned());
        about.started_at = Some(Timestamp(started));
        about.status = Some(status);
        store.accept(arrival(Some(channel), vec![event])).await.unwrap();
    };
    told("12", 2_000, ConversationStatus::Open).await;
    // An older one, heard of later: caught up with.
    told("11", 1_000, ConversationStatus::Resolved).await;
    let latest = store.conversation_of_chat(channel, "s-1").await.unwrap().unwrap();
    assert_eq!((latest.key.as_str(), latest.status), ("12", Some(ConversationStatus::Open)));
    assert!(store.conversation_of_chat(channel, "12").await.unwrap().is_none(), "that is no chat's key");
    assert!(store.conversation_of_chat(bench.channel, "s-1").await.unwrap().is_none());

    // What is asked of the platform is not yet so.
    let mut resolve = says("12", "");
    resolve.kind = EventKind::ConversationStatusChanged;
    resolve.message = None;
    let about = resolve.conversation.as_mut().unwrap();
    about.chat = Some("s-1".to_owned());
    about.status = Some(ConversationStatus::Resolved);
    let due = store.accept(asked(channel, resolve, None)).await.unwrap().due[0];
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!(job.known.conversation.unwrap().status, Some(ConversationStatus::Open));
    assert_eq!(job.event.conversation.unwrap().status, Some(ConversationStatus::Resolved));
    // Where chat and conversation are one, the key is the chat's.
    let elma = bench.another(elma365, "ELMA").await;
    store.accept(arrival(Some(elma), vec![event("c9", "m", "x")])).await.unwrap();
    assert_eq!(store.conversation_of_chat(elma, "c9").await.unwrap().unwrap().key, "c9");
}

#[tokio::test]
async fn what_cannot_be_sent_yet_waits_for_the_platform_and_what_is_at_rest_is_on_hold() {
    let bench = bench().await;
    let store = &bench.store;
    let mut channel = elma365(store.new_id(), "ELMA");
    let Options::Elma365(options) = &mut channel.options else { unreachable!("it is one of ELMA365") };
    options.disconnected = true;
    let elma = channel.id;
    store.put_channel(channel.clone()).await.unwrap();
    let stored = store.accept(asked(elma, says("7", "hello"), None)).await.unwrap();
    let endpoint =
        store.accept(arrival(Some(elma), vec![event("8", "m1", "to the endpoint")])).await.unwrap();
    let of = async |state: State| {
        let filter = TrafficFilter { state: Some(state), ..TrafficFilter::default() };
        let page = store.traffic(TrafficQuery { filter, ..TrafficQuery::default() }).await.unwrap();
        assert!(page.rows.iter().all(|row| row.result == state), "the filter and the row agree");
        let filter = DeliveryFilter { state: Some(state), ..DeliveryFilter::default() };
        let owed = store.deliveries(DeliveryQuery { filter, ..DeliveryQuery::default() }).await.unwrap();
        assert_eq!(owed.rows.len(), page.rows.len(), "the log and the deliveries agree");
        page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(
        bench.row(stored.row.id).await.result,
        State::WaitingForPlatform,
        "after the first, it is shown so"
    );
    assert_eq!(of(State::WaitingForPlatform).await, [stored.row.id]);
    assert_eq!(of(State::Received).await, [endpoint.row.id], "the endpoint can be called");
    assert_eq!(
        store.asked(elma, stored.event.unwrap()).await.unwrap().unwrap().state,
        State::WaitingForPlatform
    );

    channel.mode = Mode::Paused;
    store.put_channel(channel.clone()).await.unwrap();
    assert_eq!(of(State::OnHold).await, [endpoint.row.id, stored.row.id]);
    channel.mode = Mode::Active;
    let Options::Elma365(options) = &mut channel.options else { unreachable!("it is one of ELMA365") };
    options.disconnected = false;
    store.put_channel(channel).await.unwrap();
    assert_eq!(of(State::Received).await, [endpoint.row.id, stored.row.id]);

    // One destination that is stopped holds nothing for another.
    let platform = bench.destination(elma, Role::Platform).await;
    store.set_stopped(platform, Some(Code::Auth01), None).await.unwrap();
    assert_eq!(of(State::OnHold).await, [stored.row.id]);
    assert_eq!(of(State::Received).await, [endpoint.row.id]);
}

#[tokio::test]
async fn what_we_wrote_is_recognised_when_it_comes_back() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(chatwoot, "Chatwoot").await;
    let write = async |text: &str| {
        let stored = store.accept(asked(channel, says("", text), None)).await.unwrap();
        (stored.event.unwrap(), stored.due[0].delivery)
    };
    let back = |key: &str, echo: Option<EventId>| {
        let mut event = event("12", key, "hello");
        event.conversation.as_mut().unwrap().chat = Some("s-1".to_owned());
        event.echo = echo.map(|id| id.to_string());
        arrival(Some(channel), vec![event])
    };
    // The webhook comes before the answer to our call.
    let (ours, delivery) = write("hello").await;
    let echo = store.accept(back("501", Some(ours))).await.unwrap();
    assert_eq!((echo.row.result, echo.row.skipped), (State::Skipped, Some(SkipReason::OwnEcho)));
    assert!(store.conversation_of_chat(channel, "s-1").await.unwrap().is_some(), "it is learned from");
    let mut sent = called(delivery, "message.create", json!({}), Verdict::Delivered);
    sent.taught = vec![Taught::Sent("501".to_owned())];
    store.record(sent).await.unwrap();
    assert_eq!(store.asked(channel, ours).await.unwrap().unwrap().message.as_deref(), Some("501"));

    // It comes after, from a server that drops our reference.
    let (ours, delivery) = write("again").await;
    let mut sent = called(delivery, "message.create", json!({}), Verdict::Delivered);
    sent.taught = vec![Taught::Sent("502".to_owned())];
    store.record(sent).await.unwrap();
    assert_eq!(store.accept(back("502", None)).await.unwrap().row.skipped, Some(SkipReason::OwnEcho));
    assert_ne!(store.accept(back("503", None)).await.unwrap().row.skipped, Some(SkipReason::OwnEcho));
    // What becomes of it later is news.
    let mut changed = back("502", Some(ours));
    changed.events[0].event.kind = EventKind::MessageUpdated;
    assert_eq!(store.accept(changed).await.unwrap().row.result, State::Received);
    // Another channel's message of the same name is none of ours.
    let other = arrival(Some(bench.channel), vec![event("12", "502", "hello")]);
    assert_eq!(store.accept(other).await.unwrap().row.result, State::Received);
}

#[tokio::test]
async fn sending_again_goes_on_where_it_failed_and_begins_anew_where_it_had_arrived() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(chatwoot, "Chatwoot").await;
    let resend = async |id: DeliveryId| {
        let request = ResendRequest { ids: Some(vec![id]), filter: None };
        store.resend(request, Clock.now()).await.unwrap()
    };
    let due = store.accept(asked(channel, says("7", "one"), None)).await.unwrap().due[0];
    let mut failed = called(due.delivery, "message.create", json!({ "contact": 5 }), Verdict::Failed);
    failed.code = Some(Code::Plat01);
    store.record(failed).await.unwrap();
    let (resent, again) = resend(due.delivery).await;
    assert_eq!((resent.queued, again), (1, vec![due]));
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((job.progress, job.made, job.state), (json!({ "contact": 5 }), 0, State::Received));

    store
        .record(called(due.delivery, "message.create", json!({ "done": 1 }), Verdict::Delivered))
        .await
        .unwrap();
    resend(due.delivery).await;
    assert_eq!(store.job(due.delivery).await.unwrap().unwrap().progress, json!(null), "a message of its own");
    let (resent, _) = resend(due.delivery).await;
    assert_eq!((resent.queued, resent.left), (0, 1), "its turn is coming anyway");
}

#[tokio::test]
async fn a_delivery_can_end_or_wait_without_a_call() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(chatwoot, "Chatwoot").await;
    let stored = store.accept(asked(channel, says("7", "one"), None)).await.unwrap();
    let due = stored.due[0];
    store.accept(asked(channel, says("7", "two"), None)).await.unwrap();
    let later = Clock.now().plus_ms(60_000);
    store.postpone(due.delivery, later).await.unwrap();
    assert!(
        store.due(due.destination, Clock.now(), 10, &[]).await.unwrap().is_empty(),
        "the chat waits with it"
    );
    let job = store.job(due.delivery).await.unwrap().unwrap();
    assert_eq!((job.due, job.made), (later, 0));

    let ended = Settled { code: Some(Code::Kind01), ..settled(due.delivery, Verdict::Failed) };
    let recorded = store.settle(ended).await.unwrap();
    assert_eq!(recorded.rows.len(), 1, "there was no call to show");
    assert_eq!((recorded.rows[0].result, recorded.rows[0].code), (State::Failed, Some(Code::Kind01)));
    let next = recorded.next.unwrap();
    assert_eq!(next.lane, due.lane);
    let nothing = store.settle(settled(next.delivery, Verdict::Nothing)).await.unwrap();
    assert_eq!(nothing.rows[0].skipped, Some(SkipReason::NothingToSend));
    assert_eq!(store.waiting(due.destination).await.unwrap(), 0);
    assert!(
        store.settle(settled(next.delivery, Verdict::Failed)).await.unwrap().rows.is_empty(),
        "it is over"
    );

    let unsure = store.accept(asked(channel, says("7", "three"), None)).await.unwrap();
    let recorded = store.settle(settled(unsure.due[0].delivery, Verdict::Unknown)).await.unwrap();
    assert_eq!(recorded.rows[0].result, State::Unknown);
    let filter = TrafficFilter { state: Some(State::Unknown), ..TrafficFilter::default() };
    let page = store.traffic(TrafficQuery { filter, ..TrafficQuery::default() }).await.unwrap();
    assert_eq!(page.rows[0].id, unsure.row.id);
}

#[tokio::test]
async fn a_call_that_no_delivery_needed_is_in_the_log() {
    let bench = bench().await;
    let call = OwnCall {
        body: Bytes::new(),
        channel: bench.channel,
        step: "conversations.list",
        method: "GET".to_owned(),
        url: "http://127.0.0.1:9/api?api_access_token=hidden-271".to_owned(),
        headers: vec![("api_access_token".to_owned(), "hidden-314".to_owned())],
        answer: Some((200, Vec::new(), Bytes::from_static(b"{\"payload\":[]}"), false)),
        code: None,
        timings: Timings { total_us: 7, ..Timings::default() },
    };
    let row = bench.store.keep_call(call).await.unwrap();
    assert_eq!(bench.row(row.id).await, row);
    assert_eq!((row.source, row.direction, row.status), (Source::CatchUp, Direction::Out, Some(200)));
    let shown = bench.store.exchange(row.id).await.unwrap().unwrap();
    assert_eq!((shown.method.as_str(), shown.answer.unwrap().body.as_str()), ("GET", "{\"payload\":[]}"));
    assert!(!shown.url.contains("hidden") && !format!("{:?}", shown.request.headers).contains("hidden"));
}

#[tokio::test]
async fn how_far_a_channel_is_known_goes_by_the_platforms_clock_and_never_ahead_of_ours() {
    let bench = bench().await;
    let store = &bench.store;
    assert_eq!(store.last_seen(bench.channel).await.unwrap(), LastSeen::default());
    let told = async |sent_at: i64, source: Source| {
        let mut event = event("c1", &format!("m{sent_at}"), "x");
        event.message.as_mut().unwrap().sent_at = Some(Timestamp(sent_at));
        let mut arrival = arrival(Some(bench.channel), vec![event]);
        arrival.source = source;
        (arrival.at, store.accept(arrival).await.unwrap().row.at)
    };
    let (_, at) = told(5_000, Source::Platform).await;
    let seen = LastSeen { at: Some(seen_at(store, bench.channel).await), activity: Some(Timestamp(5_000)) };
    assert_eq!(store.last_seen(bench.channel).await.unwrap(), seen);
    assert!(seen.at.unwrap() <= at);
    told(4_000, Source::CatchUp).await;
    told(9_000, Source::Screen).await;
    assert_eq!(store.last_seen(bench.channel).await.unwrap().activity, Some(Timestamp(5_000)));
    let (arrived, _) = told(i64::MAX, Source::Platform).await;
    assert_eq!(store.last_seen(bench.channel).await.unwrap().activity, Some(arrived));
}

async fn seen_at(store: &Store, channel: ChannelId) -> Timestamp {
    store.health(channel, Clock.now()).await.unwrap().last_at.unwrap()
}

#[tokio::test]
async fn a_chat_shows_what_was_said_and_what_became_of_ours() {
    let bench = bench().await;
    let store = &bench.store;
    let channel = bench.another(chatwoot, "Chatwoot").await;
    let customer = |text: &str| {
        let mut event = says("", text);
        event.conversation.as_mut().unwrap().chat = Some("practice".to_owned());
        let mut arrival = asked(channel, event, None);
        arrival.source = Source::Screen;
        arrival
    };
    let first = store.accept(customer("hello")).await.unwrap();
    let mut sent = called(first.due[0].delivery, "message.create", json!({}), Verdict::Delivered);
    sent.taught = vec![Taught::Sent("501".to_owned()), Taught::Chat(json!({ "contact": 5 }))];
    store.record(sent).await.unwrap();
    let told = |key: &str, echo: Option<EventId>, from: Side, text: &str| {
        let mut event = event("12", key, text);
        event.conversation.as_mut().unwrap().chat = Some("practice".to_owned());
        event.echo = echo.map(|id| id.to_string());
        let message = event.message.as_mut().unwrap();
        message.from = from;
        message.status = (from == Side::Customer).then_some(MessageStatus::Read);
        arrival(Some(channel), vec![event])
    };
    store.accept(told("501", first.event, Side::Customer, "hello")).await.unwrap();
    store.accept(told("502", None, Side::Operator, "good day")).await.unwrap();
    let second = store.accept(customer("are you there?")).await.unwrap();
    let chat = store.chat(channel, "practice").await.unwrap();
    let shown: Vec<_> = chat.iter().map(|one| (one.text.as_str(), one.from, one.state)).collect();
    assert_eq!(
        shown,
        [
            ("hello", Side::Customer, State::Delivered),
            ("good day", Side::Operator, State::Received),
            ("are you there?", Side::Customer, State::Received),
        ]
    );
    assert_eq!((chat[0].exchange, chat[0].status), (Some(first.row.id), Some(MessageStatus::Read)));
    assert_eq!(chat[2].exchange, Some(second.row.id));

    store.forget_chat(channel, "practice").await.unwrap();
    assert!(store.chat(channel, "practice").await.unwrap().is_empty());
    assert_eq!((bench.count("messages").await, bench.count("learned").await), (0, 0));
    assert!(store.exchange(first.row.id).await.unwrap().is_some(), "the log keeps what is in the log");
    // Where the platform has no word of its own for our messages, they are kept under our reference, and shown once.
    let elma = bench.another(elma365, "ELMA").await;
    store.accept(asked(elma, says("practice", "hello"), None)).await.unwrap();
    let chat = store.chat(elma, "practice").await.unwrap();
    assert_eq!((chat.len(), bench.count("messages").await), (1, 1));
}

#[tokio::test]
async fn options_and_links_come_back_as_they_were() {
    let bench = bench().await;
    let store = &bench.store;
    let mut elma = elma365(store.new_id(), "ELMA");
    if let Options::Elma365(options) = &mut elma.options {
        (options.outcomes_used, options.resend_silent) = (true, true);
    }
    let mut chatwoot = chatwoot(store.new_id(), "Chatwoot");
    if let Options::Chatwoot(options) = &mut chatwoot.options {
        (options.new_conversation, options.dashed_header) = (true, true);
        options.agents_language = Some("ru".to_owned());
    }
    for channel in [&elma, &chatwoot] {
        store.put_channel(channel.clone()).await.unwrap();
    }
    assert_eq!(store.channels().await.unwrap()[1..], [elma.clone(), chatwoot.clone()]);

    let mut link = Link {
        id: store.new_id(),
        customers: chatwoot.id,
        operators: elma.id,
        mode: LinkMode::TwoWay,
        choices: LinkChoices { agents: true, ..LinkChoices::default() },
        paused: false,
        created_at: Timestamp(5),
    };
    store.put_link(link.clone()).await.unwrap();
    link.paused = true;
    store.put_link(link.clone()).await.unwrap();
    assert_eq!(store.links().await.unwrap(), [link.clone()]);
    let copy = Connection::open(bench.folder.path().join("settings.db.bak")).unwrap();
    assert_eq!(links::all(&copy).unwrap(), [link.clone()], "the copy has it");
    let of_nobody = Link { id: store.new_id(), operators: store.new_id(), ..link.clone() };
    assert_eq!(store.put_link(of_nobody).await.unwrap_err().code, Code::Id05);
    assert!(store.delete_link(link.id).await.unwrap());
    assert!(!store.delete_link(link.id).await.unwrap());
    store.put_link(link).await.unwrap();
    store.delete_channel(elma.id).await.unwrap();
    assert!(store.links().await.unwrap().is_empty(), "a link goes with either of its channels");
}
