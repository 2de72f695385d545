use super::*;
use crate::api::sentences::tests::detail;
use crate::domain::{Code, EventId, ExchangeId, Platform};
use crate::error::Error;

/// When the exchange of these tests was kept, in ms; it took 12.3 ms.
const KEPT: i64 = 1_790_000_000_000;

fn channel(id: u64, platform: Platform, name: &str) -> Arc<Channel> {
    let mut channel = crate::api::channels::fresh(ChannelId(id), platform, None, Timestamp(0));
    channel.name = name.to_owned();
    if let Options::Chatwoot(options) = &mut channel.options {
        options.account_id = Some(1);
        channel.api_url = Some("https://app.chatwoot.com".to_owned());
    }
    Arc::new(channel)
}

fn channels() -> Vec<Arc<Channel>> {
    vec![channel(1, Platform::Chatwoot, "Support"), channel(2, Platform::Elma365, "Sales")]
}

/// One try that began so many ms after the request was kept, and took so many.
fn tried(number: u32, after_ms: i64, took_ms: u64, code: Option<Code>, step: Option<&str>) -> AttemptView {
    let error = code
        .map(|code| Error::with(code, [("host", "crm.example.com"), ("seconds", "30"), ("status", "503")]));
    AttemptView {
        number,
        exchange: ExchangeId(100 + u64::from(number)),
        at: Timestamp(KEPT + after_ms),
        status: error.is_none().then_some(200),
        error,
        timings: Timings { total_us: took_ms * 1_000, ..Timings::default() },
        step: step.map(str::to_owned),
    }
}

fn owed(state: State, attempts: Vec<AttemptView>) -> DeliveryView {
    DeliveryView {
        id: DeliveryId(1),
        event: EventId(1),
        kind: EventKind::MessageReceived,
        channel: ChannelId(1),
        exchange: ExchangeId(7),
        destination: DestinationKind::Endpoint,
        url: "https://crm.example.com/hook".to_owned(),
        state,
        skipped: None,
        error: attempts.last().and_then(|attempt| attempt.error.clone()),
        retry: None,
        out_of_order: false,
        created_at: Timestamp(KEPT),
        attempts,
    }
}

fn came(deliveries: Vec<DeliveryView>) -> Travelled {
    let mut cause = detail(Direction::In);
    cause.row.at = Timestamp(KEPT);
    cause.row.result = deliveries.iter().fold(State::Skipped, |worst, it| worst.worse(it.state));
    // A row tells of what it caused.
    cause.row.code = deliveries.iter().find_map(|it| it.error.as_ref().map(|error| error.code));
    cause.sentence.key = "of-the-exchange".to_owned();
    cause.deliveries = deliveries;
    Travelled { cause, turns: Vec::new(), copy_of: None, copies: Vec::new() }
}

fn journey(travelled: &Travelled) -> Journey {
    let journey = assemble(travelled, &channels(), &|_, _| 30_000);
    for said in journey.steps.iter().flat_map(|step| [Some(&step.sentence), step.limit.as_ref()]).flatten() {
        assert!(said.english != said.key, "{} is missing in the catalogue", said.key);
        assert!(!said.english.contains(['{', '$']), "a blank stayed empty: {}", said.english);
    }
    journey
}

/// Kinds and sentences, in order.
fn told(journey: &Journey) -> Vec<(StepKind, StepState, &str)> {
    journey.steps.iter().map(|step| (step.kind, step.state, step.sentence.english.as_str())).collect()
}

#[test]
fn delivered_at_the_first_try() {
    let journey = journey(&came(vec![owed(State::Delivered, vec![tried(1, 3, 412, None, None)])]));
    assert_eq!(
        told(&journey),
        [
            (StepKind::Came, StepState::Neutral, "Chatwoot sends Customer message (Maria)"),
            (StepKind::Answered, StepState::Good, "Stored and answered 200 within 12 ms"),
            (StepKind::Try, StepState::Good, "Try 1: crm.example.com answers 200 within 412 ms"),
        ]
    );
    assert_eq!(journey.sentence.english, "Delivered to crm.example.com 427 ms after it came.");
    assert_eq!((journey.took_us, journey.tries, journey.going_on), (427_300, 1, false));
    let lanes: Vec<_> = journey.lanes.iter().map(|lane| (lane.kind, lane.name.as_str())).collect();
    assert_eq!(
        lanes,
        [(LaneKind::Platform, "Support"), (LaneKind::Relay, ""), (LaneKind::Endpoint, "Support")]
    );
    let ways: Vec<_> = journey.steps.iter().map(|step| (step.from, step.to)).collect();
    assert_eq!(ways, [(0, 1), (1, 0), (1, 2)]);
    let limits: Vec<_> =
        journey.steps.iter().map(|step| step.limit.as_ref().map(|limit| limit.english.as_str())).collect();
    assert_eq!(limits, [None, Some("Chatwoot waits 5 s: fine"), Some("limit 30 s: fine")]);
}

#[test]
fn a_time_out_and_a_wait_before_the_second_try() {
    let attempts = vec![tried(1, 9, 30_000, Some(Code::Net06), None), tried(2, 40_009, 412, None, None)];
    let journey = journey(&came(vec![owed(State::Delivered, attempts)]));
    assert_eq!(
        told(&journey)[2..],
        [
            (StepKind::Try, StepState::Bad, "Try 1: crm.example.com did not answer within 30 seconds"),
            (StepKind::Wait, StepState::Neutral, "Waits 10 s before the next try"),
            (StepKind::Try, StepState::Good, "Try 2: crm.example.com answers 200 within 412 ms"),
        ]
    );
    assert_eq!(
        journey.sentence.english,
        "Delivered to crm.example.com 40.4 s after it came, at the second try."
    );
    let slow: Vec<_> = journey.steps.iter().map(|step| step.slow).collect();
    assert_eq!(slow, [false, false, true, false, false]);
    assert_eq!(journey.steps[2].limit.as_ref().map(|limit| limit.key.as_str()), Some("journey-limit-over"));
}

#[test]
fn given_up_says_why_and_after_how_many_tries() {
    let attempts = (1..=3).map(|n| tried(n, i64::from(n) * 100, 5, Some(Code::Http02), None)).collect();
    let journey = journey(&came(vec![owed(State::Failed, attempts)]));
    assert_eq!(journey.steps[1].sentence.key, "journey-answered", "the request itself was taken");
    let last = journey.steps.last().map(|step| (step.kind, step.sentence.english.as_str()));
    assert_eq!(last, Some((StepKind::GivenUp, "Given up after 3 tries")));
    assert_eq!(
        journey.sentence.english,
        "Not delivered to crm.example.com: crm.example.com has trouble of its own (503). Given up 317 ms after it came, after 3 tries."
    );
    assert_eq!(journey.sentence.tone, Tone::Bad);
}

#[test]
fn a_try_that_is_to_come_stands_at_its_time() {
    let mut retrying = owed(State::Retrying, vec![tried(1, 9, 100, Some(Code::Http02), None)]);
    retrying.retry = Some(Retry { made: 1, of: 10, next: Some(Timestamp(KEPT + 5_000)) });
    let journey = journey(&came(vec![retrying]));
    let next = journey.steps.last().expect("the try to come");
    assert_eq!(
        (next.kind, next.state, next.at),
        (StepKind::Next, StepState::Future, Some(Timestamp(KEPT + 5_000)))
    );
    assert!(next.sentence.english.starts_with("Try 2 of 10 at "), "{}", next.sentence.english);
    assert!(journey.going_on);
    assert_eq!(journey.sentence.key, "of-the-exchange", "the exchange says how it goes on");
    assert_eq!(journey.took_us, 121_300, "what is to come has taken no time yet");
}

#[test]
fn the_calls_at_a_platform_are_one_try_and_its_silence_is_drawn() {
    let attempts = vec![
        tried(1, 2, 20, None, Some("contact.find")),
        tried(2, 30, 20, Some(Code::Plat02), Some("message.create")),
        tried(3, 6_000, 20, None, Some("message.create")),
    ];
    let mut there = owed(State::Accepted, attempts);
    (there.destination, there.channel, there.url) =
        (DestinationKind::Platform, ChannelId(2), "https://acme.elma365.ru".to_owned());
    let mut travelled = came(vec![there]);
    travelled.cause.row.source = Source::Endpoint;
    travelled.cause.row.channel = Some(ChannelId(2));
    let journey = journey(&travelled);
    let said = told(&journey);
    assert_eq!(said[2].2, "Look up the contact: acme.elma365.ru answers 200 within 20 ms");
    assert_eq!(said[4].2, "Waits 6 s before the next try");
    assert_eq!(
        said.last().copied(),
        Some((StepKind::Missing, StepState::Missing, "No delivery report from ELMA365 yet (expected)"))
    );
    assert_eq!(journey.tries, 1, "one try went wrong, the other has not ended");
    assert_eq!(journey.lanes[0].kind, LaneKind::Endpoint, "it came from the admin's program");
}

#[test]
fn a_report_of_the_platform_ends_the_journey() {
    let mut there = owed(State::Read, vec![tried(1, 2, 20, None, Some("message.send"))]);
    (there.destination, there.channel) = (DestinationKind::Platform, ChannelId(2));
    let mut travelled = came(vec![there]);
    let turn = |after, says| Turn {
        delivery: DeliveryId(1),
        at: Timestamp(KEPT + after),
        says,
        exchange: Some(ExchangeId(300)),
    };
    travelled.turns = vec![turn(400, Says::Delivered), turn(9_000, Says::Read)];
    let journey = journey(&travelled);
    let words: Vec<_> = journey.steps.iter().filter(|step| step.kind == StepKind::Word).collect();
    let said: Vec<_> = words.iter().map(|step| step.sentence.english.as_str()).collect();
    assert_eq!(said, ["ELMA365 reports: delivered", "ELMA365 reports: read"]);
    assert_eq!(words[0].exchange, Some(ExchangeId(300)));
    assert!(words.iter().all(|step| step.from > step.to), "a report comes back");
    assert_eq!(journey.sentence.english, "Delivered to crm.example.com and read 9 s after it came.");
}

#[test]
fn a_link_gives_the_copy_a_lane_and_the_operators_platform_is_told() {
    let mut copy = owed(State::Delivered, vec![tried(1, 5, 40, None, Some("message.send"))]);
    (copy.id, copy.destination, copy.channel) = (DeliveryId(2), DestinationKind::Platform, ChannelId(2));
    copy.url = "https://acme.elma365.ru".to_owned();
    let mut report = owed(State::Delivered, vec![tried(1, 60, 30, None, Some("message.status"))]);
    (report.id, report.destination) = (DeliveryId(3), DestinationKind::WriteBack);
    let journey =
        journey(&came(vec![owed(State::Delivered, vec![tried(1, 4, 9, None, None)]), report, copy]));
    let lanes: Vec<_> = journey.lanes.iter().map(|lane| (lane.kind, lane.channel.map(|id| id.0))).collect();
    assert_eq!(
        lanes,
        [
            (LaneKind::Platform, Some(1)),
            (LaneKind::Relay, None),
            (LaneKind::Endpoint, Some(1)),
            (LaneKind::Platform, Some(2)),
            (LaneKind::Back, Some(1)),
        ]
    );
    let last = journey.steps.last().expect("the report");
    assert_eq!((last.kind, last.to), (StepKind::Report, 4));
    assert_eq!(last.sentence.english, "Chatwoot is told what became of it and answers 200 within 30 ms");
    assert!(
        journey.sentence.english.starts_with("Delivered to all 2 it was for"),
        "{}",
        journey.sentence.english
    );
}

#[test]
fn an_operators_message_that_is_still_owed_is_to_be_reported() {
    let mut owed = owed(State::Received, Vec::new());
    owed.kind = EventKind::MessageSent;
    let mut travelled = came(vec![owed]);
    travelled.cause.row.kind = Some(EventKind::MessageSent);
    let journey = journey(&travelled);
    let said: Vec<_> =
        journey.steps[2..].iter().map(|step| (step.state, step.sentence.key.as_str())).collect();
    assert_eq!(said, [(StepState::Future, "journey-its-turn"), (StepState::Future, "journey-tell-due")]);

    let mut bare = Channel::clone(&channels()[0]);
    bare.api_url = None;
    let impossible = assemble(&travelled, &[Arc::new(bare)], &|_, _| 0);
    let last = impossible.steps.last().expect("a step");
    assert_eq!((last.state, last.sentence.key.as_str()), (StepState::Neutral, "journey-tell-impossible"));
}

#[test]
fn what_goes_nowhere_says_why() {
    let mut skipped = owed(State::Skipped, Vec::new());
    skipped.skipped = Some(SkipReason::NotSubscribed);
    let journey = journey(&came(vec![skipped]));
    let last = journey.steps.last().expect("a step");
    assert_eq!((last.kind, last.state), (StepKind::NotSent, StepState::Neutral));
    assert!(last.sentence.english.starts_with("Not sent to crm.example.com: "), "{}", last.sentence.english);
    let nothing = self::journey(&came(Vec::new()));
    assert_eq!(nothing.steps.last().map(|step| step.sentence.key.as_str()), Some("journey-acted-on"));
}

#[test]
fn what_was_sent_again_by_hand_is_told_between_the_tries() {
    let attempts = vec![tried(1, 9, 100, Some(Code::Http01), None), tried(2, 90_001, 100, None, None)];
    let mut travelled = came(vec![owed(State::Delivered, attempts)]);
    travelled.turns = vec![Turn {
        delivery: DeliveryId(1),
        at: Timestamp(KEPT + 90_000),
        says: Says::SentAgain,
        exchange: None,
    }];
    let journey = journey(&travelled);
    let kinds: Vec<_> = journey.steps[2..].iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [StepKind::Try, StepKind::SentAgain, StepKind::Try]);
}

#[test]
fn a_refused_request_ends_at_the_door() {
    let mut travelled = came(Vec::new());
    travelled.cause.row.status = Some(401);
    travelled.cause.row.code = Some(Code::Auth03);
    travelled.cause.row.result = State::Refused;
    let journey = journey(&travelled);
    assert_eq!(journey.steps.len(), 2);
    assert_eq!(
        (journey.steps[1].state, journey.steps[1].sentence.key.as_str()),
        (StepState::Bad, "journey-refused")
    );
    assert_eq!(journey.sentence.key, "of-the-exchange");
}

#[test]
fn a_call_of_ours_that_belongs_to_no_message_is_one_step() {
    let mut travelled = came(Vec::new());
    travelled.cause = detail(Direction::Out);
    travelled.cause.sentence.english = "said".to_owned();
    let journey = assemble(&travelled, &channels(), &|_, _| 0);
    assert_eq!(journey.steps.len(), 1);
    assert_eq!((journey.steps[0].from, journey.steps[0].to), (0, 1));
}
