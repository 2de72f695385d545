//! What links carry: copies on other channels, kept and owed there.

use serde_json::json;

use super::*;

struct Linked {
    bench: Bench,
    chatwoot: ChannelId,
    elma: ChannelId,
    link: LinkId,
}

async fn linked() -> Linked {
    let bench = bench().await;
    let chatwoot = bench.another(chatwoot, "Chatwoot").await;
    let elma = bench.another(elma365, "ELMA").await;
    let link = bench.store.new_id();
    Linked { bench, chatwoot, elma, link }
}

impl Linked {
    /// A message of a customer's, and its copy for the operators' side.
    fn carried(&self, key: &str, text: &str) -> Arrival {
        let original = event("c1", key, text);
        let copy = copy(&original, self.chatwoot, self.elma, self.link);
        let mut arrival = arrival(Some(self.chatwoot), vec![original]);
        arrival.events.push(copy);
        arrival
    }
}

#[tokio::test]
async fn a_copy_is_a_message_of_its_own_on_its_channel_and_the_row_tells_the_worst() {
    let linked = linked().await;
    let (bench, store) = (&linked.bench, &linked.bench.store);
    let stored = store.accept(linked.carried("m1", "hello")).await.unwrap();
    assert_eq!(stored.due.len(), 2);
    assert_eq!((stored.row.channel, stored.row.who.as_str()), (Some(linked.chatwoot), "Ada"));
    let owed = bench.owed(stored.row.id).await;
    let [endpoint, platform] = &owed[..] else {
        panic!("one for the endpoint, one for the other side: {owed:?}")
    };
    assert_eq!((endpoint.channel, endpoint.destination), (linked.chatwoot, DestinationKind::Endpoint));
    assert_eq!((platform.channel, platform.destination), (linked.elma, DestinationKind::Platform));
    let job = store.job(platform.id).await.unwrap().unwrap();
    assert_eq!(job.event.origin.as_ref().unwrap().channel, linked.chatwoot);
    assert_eq!(job.event.lane_key(), link::key_across(linked.chatwoot, "c1"));
    assert!(!job.is_original, "its body is another platform's");
    let across = link::key_across(linked.chatwoot, "7");
    assert_eq!(store.contact(linked.elma, &across).await.unwrap().unwrap().name.as_deref(), Some("Ada"));
    assert_eq!(bench.count("conversations").await, 1, "one without a key is none");

    store.record(tried(endpoint.id, None, Verdict::Delivered)).await.unwrap();
    assert_eq!(bench.row(stored.row.id).await.result, State::Received);
    let platforms = bench.destination(linked.elma, Role::Platform).await;
    store.set_stopped(platforms, Some(Code::Auth01), None).await.unwrap();
    assert_eq!(bench.row(stored.row.id).await.result, State::OnHold, "what is left of it waits");
    store.set_stopped(platforms, None, None).await.unwrap();
    let mut failed = called(platform.id, "message.send", json!({}), Verdict::Failed);
    failed.code = Some(Code::Plat01);
    let recorded = store.record(failed).await.unwrap();
    assert_eq!(
        (recorded.rows[0].channel, recorded.rows[1].channel),
        (Some(linked.elma), Some(linked.chatwoot))
    );
    assert_eq!(bench.row(stored.row.id).await.result, State::Failed);
    assert_eq!(store.health(linked.elma, Clock.now()).await.unwrap().failed, 1);
    assert_eq!(store.health(linked.chatwoot, Clock.now()).await.unwrap().failed, 0);
    assert_eq!(store.origin(linked.elma, &platform.event.to_string()).await.unwrap(), job.event.origin);
    assert_eq!(store.origin(linked.chatwoot, &platform.event.to_string()).await.unwrap(), None);
}

#[tokio::test]
async fn of_two_that_wait_the_row_shows_the_one_that_is_held() {
    let linked = linked().await;
    let (bench, store) = (&linked.bench, &linked.bench.store);
    store.accept(linked.carried("m0", "makes the destination")).await.unwrap();
    let platforms = bench.destination(linked.elma, Role::Platform).await;
    store.set_stopped(platforms, Some(Code::Auth01), None).await.unwrap();
    let stored = store.accept(linked.carried("m1", "hello")).await.unwrap();
    assert_eq!(stored.row.result, State::OnHold);
    assert_eq!(bench.row(stored.row.id).await.result, State::OnHold);
}

#[tokio::test]
async fn a_repeat_and_an_echo_are_carried_nowhere() {
    let linked = linked().await;
    let (bench, store) = (&linked.bench, &linked.bench.store);
    store.accept(linked.carried("m1", "hello")).await.unwrap();
    let repeat = store.accept(linked.carried("m1", "hello")).await.unwrap();
    assert_eq!((repeat.row.skipped, repeat.due.len()), (Some(SkipReason::Duplicate), 0));
    assert_eq!(bench.count("deliveries").await, 2);
    // The original is new, but what it would carry was carried: a transcript that grew.
    let mut grown = linked.carried("m1", "hello");
    grown.events[0].event.identity.as_mut().unwrap().revision = 9;
    let grown = store.accept(grown).await.unwrap();
    assert_eq!(grown.row.result, State::Received);
    assert_eq!(bench.owed(grown.row.id).await.len(), 1, "for its own endpoint alone");
    let mut echo = linked.carried("m2", "ours");
    echo.events[0].event.echo = Some(store.new_id::<EventId>().to_string());
    let echo = store.accept(echo).await.unwrap();
    assert_eq!((echo.row.skipped, echo.due.len()), (Some(SkipReason::OwnEcho), 0));
    // The next event of the same request is one of its own.
    let mut both = linked.carried("m1", "hello");
    both.events[0].event.identity.as_mut().unwrap().revision = 9;
    both.events.extend(linked.carried("m3", "new").events);
    let both = store.accept(both).await.unwrap();
    assert_eq!((both.row.result, bench.owed(both.row.id).await.len()), (State::Received, 2));
}

#[tokio::test]
async fn a_circle_is_shown_and_teaches_nothing() {
    let linked = linked().await;
    let (bench, store) = (&linked.bench, &linked.bench.store);
    let mut arrival = linked.carried("m1", "hello");
    let mut back = copy(&arrival.events[1].event, linked.elma, linked.chatwoot, linked.link);
    (back.skip, back.platform) = (Some(SkipReason::Circle), false);
    arrival.events.push(back);
    let stored = store.accept(arrival).await.unwrap();
    assert_eq!(stored.row.result, State::Received);
    let detail = store.exchange(stored.row.id).await.unwrap().unwrap();
    assert_eq!(detail.events.len(), 3);
    assert_eq!(detail.events[2].skipped, Some(SkipReason::Circle));
    assert_eq!(detail.deliveries.len(), 2);
    assert_eq!(bench.count("contacts").await, 2);
}

#[tokio::test]
async fn only_what_a_platform_sent_to_the_channel_itself_goes_on_as_received() {
    let linked = linked().await;
    let (bench, store) = (&linked.bench, &linked.bench.store);
    let mut arrival = linked.carried("m1", "hello");
    arrival.format = Format::AsReceived;
    arrival.events.push(Routed { event: event("c2", "m2", "another"), ..arrival.events[0].clone() });
    arrival.events[1].skip = None;
    let stored = store.accept(arrival).await.unwrap();
    let owed = bench.owed(stored.row.id).await;
    let roles: Vec<_> = owed.iter().map(|one| (one.channel, one.destination)).collect();
    assert_eq!(
        roles,
        [
            (linked.chatwoot, DestinationKind::Endpoint),
            (linked.elma, DestinationKind::Endpoint),
            (linked.elma, DestinationKind::Platform),
        ],
        "one for the request, and the copy's own"
    );
    let original = async |id: DeliveryId| store.job(id).await.unwrap().unwrap().is_original;
    assert!(original(owed[0].id).await && !original(owed[1].id).await);
    // Read back they say the same.
    assert!(original(owed[0].id).await && !original(owed[1].id).await);

    let mut recovered =
        super::arrival(Some(linked.chatwoot), vec![event("c1", "m3", "x"), event("c1", "m4", "y")]);
    (recovered.format, recovered.source) = (Format::AsReceived, Source::CatchUp);
    let recovered = store.accept(recovered).await.unwrap();
    assert_eq!(bench.owed(recovered.row.id).await.len(), 2, "what was fetched has no request to pass on");
}

#[tokio::test]
async fn words_of_a_copy_are_found_once_and_by_its_original() {
    let linked = linked().await;
    let store = &linked.bench.store;
    store.accept(linked.carried("m1", "weatherproof")).await.unwrap();
    wait_until(async || store.find("weatherproof").await == 1).await;
}
