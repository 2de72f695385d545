use super::*;
use crate::domain::{ChannelId, Code, DeliveryId, EventId, ExchangeId};

fn picture(states: &[ChannelState]) -> Picture {
    let names = ["Sales", "Support", "Shop", "Desk"];
    Picture {
        relay: None,
        stays: None,
        turned_away: None,
        key: None,
        channels: states
            .iter()
            .zip(names)
            .map(|(state, name)| Standing {
                name: name.to_owned(),
                state: *state,
                problems: 4,
                unknown: 4,
                stopped: None,
            })
            .collect(),
        today: TodayCounts { received: 214, delivered: 214, failed: 0 },
        waiting: 0,
        paused: None,
        other: None,
    }
}

fn taken() -> Error {
    Error::with(Code::Port01, [("address", "127.0.0.1:8787"), ("reason", "taken")])
}

fn said(picture: &Picture) -> (Tone, String) {
    let sentence = picture.sentence();
    assert!(sentence.english != sentence.key, "{} is missing in the catalogue", sentence.key);
    (sentence.tone, sentence.english)
}

/// Every picture there can be of three channels, with and without each trouble of the whole.
fn every_picture() -> impl Iterator<Item = Picture> {
    const STATES: [ChannelState; 7] = [
        ChannelState::Waiting,
        ChannelState::Working,
        ChannelState::Problems,
        ChannelState::Failing,
        ChannelState::Disconnected,
        ChannelState::Paused,
        ChannelState::Off,
    ];
    (0..=3_u32).flat_map(|channels| (0..7_usize.pow(channels)).map(move |n| (channels, n))).flat_map(
        |(channels, n)| {
            let states: Vec<_> = (0..channels).map(|i| STATES[n / 7_usize.pow(i) % 7]).collect();
            (0..64).map(move |bits: u32| {
                let on = |bit: u32| bits >> bit & 1 == 1;
                let mut picture = picture(&states);
                picture.relay = on(0).then(taken);
                picture.key = on(1).then(|| Error::new(Code::Key01));
                picture.paused = on(2).then_some(Pause { until: Some(Timestamp(1)) });
                picture.today.failed = u64::from(on(3));
                picture.turned_away = on(4).then(|| Error::new(Code::App01));
                picture.other = on(5).then(|| Other { error: Error::new(Code::Net02), known: n % 3 == 0 });
                for channel in &mut picture.channels {
                    let failing = channel.state == ChannelState::Failing && n.is_multiple_of(2);
                    channel.stopped = failing.then(|| Error::new(Code::Auth04));
                }
                picture
            })
        },
    )
}

#[test]
fn the_sign_is_never_working_while_anything_fails() {
    for picture in every_picture() {
        let (sign, sentence) = (picture.sign(), picture.sentence());
        let is = |state| picture.channels.iter().any(|channel| channel.state == state);
        let fails = is(ChannelState::Failing) || is(ChannelState::Disconnected) || is(ChannelState::Problems);
        let stopped = picture.relay.is_some() || picture.key.is_some();
        let bad = matches!(sentence.tone, Tone::Bad | Tone::Warning);
        let (deaf, other) = (picture.turned_away.is_some(), picture.other.is_some());
        assert_eq!(sign == Sign::Stopped, stopped, "{picture:?}");
        assert!(
            sign != Sign::Working || !(fails || stopped || bad || other || picture.paused.is_some()),
            "{picture:?}"
        );
        assert!(sign != Sign::Problem || fails || bad || other, "no problem without one: {picture:?}");
        if deaf && !stopped {
            assert_eq!((sign, sentence.tone), (Sign::Problem, Tone::Bad), "{picture:?}");
        } else if picture.paused.is_some() && !stopped {
            assert_eq!((sign, sentence.tone), (Sign::Paused, Tone::Neutral), "{picture:?}");
        }
    }
}

#[test]
fn what_is_paused_says_until_when_and_what_waits() {
    let mut paused = picture(&[ChannelState::Failing]);
    (paused.paused, paused.waiting) = (Some(Pause { until: None }), 12);
    let text = said(&paused).1;
    assert_eq!(
        text,
        "Everything is paused until you resume it. What comes in is kept; 12 messages are waiting."
    );
    paused.paused = Some(Pause { until: Some(Timestamp(1_800_000_000_000)) });
    assert!(said(&paused).1.starts_with("Everything is paused until 2027-01-15 08:00:00 UTC."));
}

#[test]
fn all_well_says_how_much_went_through() {
    use ChannelState::Working;
    let (tone, text) = said(&picture(&[Working; 3]));
    assert_eq!(
        (tone, text.as_str()),
        (Tone::Good, "All 3 channels are working. 214 messages today, all delivered.")
    );
    let mut busy = picture(&[Working]);
    busy.waiting = 2;
    let (tone, text) = said(&busy);
    assert_eq!(
        (tone, text.as_str()),
        (Tone::Good, "Your channel is working. 214 messages today; 2 are on their way.")
    );
}

#[test]
fn trouble_names_the_worst_channel_and_what_waits() {
    use ChannelState::{Failing, Problems, Working};
    let mut picture = picture(&[Problems, Failing, Working]);
    picture.channels[1].stopped = Some(Error::with(Code::Auth04, [("host", "crm.example.com")]));
    picture.waiting = 12;
    let (tone, text) = said(&picture);
    assert_eq!(tone, Tone::Bad);
    assert_eq!(
        text,
        "2 of 3 channels are working. Support: crm.example.com refuses our sign-in; 12 messages are waiting."
    );
}

#[test]
fn a_channel_with_problems_works_and_is_named_with_them() {
    use ChannelState::{Disconnected, Failing, Paused, Problems};
    let mut some = picture(&[Problems, Problems, Problems]);
    some.waiting = 2;
    assert_eq!(some.counts(), ChannelCounts { total: 3, working: 3, troubled: 3, resting: 0 });
    let (tone, text) = said(&some);
    assert_eq!(tone, Tone::Warning);
    assert_eq!(text, "All 3 channels are working. But Shop: 4 problems need a look; 2 messages are waiting.");
    let (tone, text) = said(&picture(&[Problems, Paused]));
    assert_eq!(tone, Tone::Warning);
    assert!(
        text.starts_with("1 of 2 channels is working, the others are paused or off. But Sales:"),
        "{text}"
    );
    for broken in [Failing, Disconnected] {
        assert_eq!(picture(&[broken]).counts().working, 0, "{broken:?}");
    }
}

#[test]
fn nothing_is_called_good_while_anything_fails() {
    use ChannelState::*;
    let states = [Waiting, Working, Problems, Failing, Disconnected, Paused, Off];
    for first in states {
        for second in states {
            let good = picture(&[first, second]).sentence().tone == Tone::Good;
            let failing =
                [first, second].iter().any(|state| matches!(state, Problems | Failing | Disconnected));
            assert!(!(good && failing), "{first:?} with {second:?} is called good");
        }
    }
    let mut failed = picture(&[Working]);
    failed.today.failed = 1;
    assert_eq!(said(&failed).0, Tone::Warning, "a message given up today is not good");
    let mut deaf = picture(&[Working]);
    deaf.relay = Some(taken());
    assert_eq!(said(&deaf).0, Tone::Bad);
    let mut locked = picture(&[Working]);
    locked.key = Some(Error::new(Code::Key01));
    assert_eq!(said(&locked).0, Tone::Bad);
}

#[test]
fn what_somebody_knows_of_is_said_and_still_shows_in_the_sign() {
    let mut known = picture(&[ChannelState::Working]);
    known.other = Some(Other { error: Error::new(Code::Db03), known: true });
    assert_eq!((known.sign(), known.sentence().tone), (Sign::Problem, Tone::Neutral));
    assert_eq!(said(&known).1, "The disk is full, so new messages cannot be stored. You know about it.");
    let mut problems = picture(&[ChannelState::Problems]);
    problems.channels[0].unknown = 0;
    assert_eq!((problems.sign(), problems.sentence().tone), (Sign::Problem, Tone::Neutral));
    assert!(!said(&problems).1.contains("needs a look"), "{}", said(&problems).1);
}

#[test]
fn a_relay_that_cannot_move_still_listens() {
    let mut stays = picture(&[ChannelState::Working]);
    let params = [("address", "127.0.0.1:9000"), ("reason", "taken"), ("still", "127.0.0.1:8787")];
    stays.stays = Some(Error::with(Code::Port01, params));
    assert_eq!((stays.sign(), stays.sentence().tone), (Sign::Problem, Tone::Warning));
    assert_eq!(
        said(&stays).1,
        "The relay still listens on 127.0.0.1:8787: Another program already uses 127.0.0.1:9000."
    );
}

#[test]
fn an_empty_or_resting_relay_is_neither_good_nor_bad() {
    use ChannelState::{Off, Paused, Waiting};
    for states in [&[][..], &[Paused], &[Paused, Off], &[Waiting], &[Waiting, Paused]] {
        let mut picture = picture(states);
        picture.today = TodayCounts::default();
        let (tone, text) = said(&picture);
        assert_eq!(tone, Tone::Neutral, "{text}");
    }
}

/// An exchange about which nothing special is known; shared with other tests.
pub(crate) fn detail(direction: Direction) -> ExchangeDetail {
    let payload =
        Payload { headers: Vec::new(), body: String::new(), json: false, size: 0, truncated: false };
    ExchangeDetail {
        row: ExchangeRow {
            id: ExchangeId(7),
            at: Timestamp(0),
            direction,
            channel: Some(ChannelId(1)),
            kind: Some(EventKind::MessageReceived),
            platform_name: "message_created".to_owned(),
            who: "Maria".to_owned(),
            preview: String::new(),
            status: Some(200),
            result: State::Delivered,
            skipped: None,
            code: None,
            took_us: 12_300,
            size: 10,
            retry: None,
            source: Source::Platform,
            step: None,
        },
        sentence: Sentence {
            key: String::new(),
            params: BTreeMap::new(),
            english: String::new(),
            tone: Tone::Neutral,
        },
        method: "POST".to_owned(),
        url: "https://crm.example.com:8443/hook".to_owned(),
        peer: None,
        request: payload,
        answer: None,
        timings: None,
        events: Vec::new(),
        deliveries: Vec::new(),
        can_process: false,
        certificate: None,
    }
}

fn delivery(state: State, code: Option<Code>, retry: Option<Retry>) -> DeliveryView {
    DeliveryView {
        id: DeliveryId(1),
        event: EventId(1),
        kind: EventKind::MessageReceived,
        channel: ChannelId(1),
        exchange: ExchangeId(7),
        destination: DestinationKind::Endpoint,
        url: "https://crm.example.com:8443/hook".to_owned(),
        state,
        skipped: None,
        error: code.map(|code| {
            Error::with(code, [("host", "crm.example.com:8443"), ("status", "503"), ("seconds", "30")])
        }),
        retry,
        out_of_order: false,
        created_at: Timestamp(0),
        attempts: Vec::new(),
    }
}

fn sales() -> Channel {
    let platform = crate::domain::Platform::Chatwoot;
    let mut channel = crate::api::channels::fresh(ChannelId(1), platform, None, Timestamp(0));
    channel.name = "Sales".to_owned();
    channel
}

fn told(detail: &ExchangeDetail) -> String {
    let sentence = exchange(detail, Some(&sales()), &[]);
    assert!(sentence.english != sentence.key, "{} is missing in the catalogue", sentence.key);
    assert!(
        !sentence.english.contains('{') && !sentence.english.contains('$'),
        "a blank stayed empty: {}",
        sentence.english
    );
    sentence.english
}

#[test]
fn a_message_that_came_says_what_became_of_it() {
    let mut came = detail(Direction::In);
    came.deliveries = vec![delivery(State::Delivered, None, None)];
    assert_eq!(told(&came), "Customer message from Maria came in, and crm.example.com:8443 took it.");

    let next = Some(Timestamp(1_790_000_000_000));
    came.deliveries =
        vec![delivery(State::Retrying, Some(Code::Http02), Some(Retry { made: 3, of: 10, next }))];
    assert_eq!(
        told(&came),
        "Customer message from Maria came in. crm.example.com:8443 has trouble of its own (503). \
         Try 4 of 10 is at 2026-09-21 14:13:20 UTC."
    );

    came.deliveries =
        vec![delivery(State::Failed, Some(Code::Http01), Some(Retry { made: 3, of: 3, next: None }))];
    assert!(told(&came).contains("given up after 3 tries"), "{}", told(&came));
}

#[test]
fn the_worst_of_several_deliveries_is_told() {
    let mut came = detail(Direction::In);
    came.deliveries =
        vec![delivery(State::Delivered, None, None), delivery(State::OnHold, Some(Code::Auth04), None)];
    assert_eq!(exchange(&came, None, &[]).key, "exchange-on-hold");
}

#[test]
fn a_row_says_who_it_came_from() {
    let mut came = detail(Direction::In);
    came.deliveries = vec![delivery(State::Received, None, None)];
    for (source, begins, nameless) in [
        (
            Source::Endpoint,
            "Your endpoint sent this for Maria: Customer message",
            "Your endpoint sent this: ",
        ),
        (Source::Screen, "Customer message for Maria was written here", "Customer message was written here"),
        (
            Source::CatchUp,
            "Customer message from Maria was missed and fetched later",
            "Customer message was missed",
        ),
    ] {
        (came.row.source, came.row.who) = (source, "Maria".to_owned());
        assert_eq!(told(&came), format!("{begins} and is on its way to crm.example.com:8443."));
        came.row.who = String::new();
        assert!(told(&came).starts_with(nameless), "{}", told(&came));
    }
}

#[test]
fn several_receivers_are_counted_and_reports_to_the_platform_are_another_matter() {
    let mut came = detail(Direction::In);
    let report = DeliveryView {
        destination: DestinationKind::WriteBack,
        ..delivery(State::Failed, Some(Code::Net05), None)
    };
    came.deliveries = vec![delivery(State::Delivered, None, None), report.clone()];
    assert_eq!(told(&came), "Customer message from Maria came in, and crm.example.com:8443 took it.");
    came.deliveries
        .push(DeliveryView { destination: DestinationKind::Platform, ..delivery(State::Read, None, None) });
    assert_eq!(told(&came), "Customer message from Maria came in, and all 2 it was for took it.");
    came.deliveries.remove(0);
    assert!(told(&came).ends_with("took it, and it was read."), "{}", told(&came));
    came.deliveries = vec![report];
    assert!(told(&came).contains("given up"), "what is alone is what there is to say: {}", told(&came));
}

#[test]
fn a_try_at_a_platform_counts_once_however_many_calls_it_took() {
    let mut came = detail(Direction::In);
    let attempt = |number, step: &str, code: Option<Code>| AttemptView {
        number,
        exchange: ExchangeId(9),
        at: Timestamp(0),
        status: None,
        error: code.map(Error::new),
        timings: Timings::default(),
        step: Some(step.to_owned()),
    };
    let mut owed = delivery(State::Failed, Some(Code::Plat02), None);
    owed.destination = DestinationKind::Platform;
    owed.attempts = vec![
        attempt(1, "contact.create", None),
        attempt(2, "message.create", Some(Code::Plat02)),
        attempt(3, "message.create", Some(Code::Plat02)),
    ];
    came.deliveries = vec![owed];
    assert!(told(&came).contains("given up after 2 tries"), "{}", told(&came));
}

#[test]
fn a_call_to_a_platform_says_what_it_was_for() {
    let mut call = detail(Direction::Out);
    let steps = crate::platforms::write::STEPS.map(str::to_owned).to_vec();
    for step in steps.into_iter().chain(["file.fetch".to_owned(), "conversation.list".to_owned()]) {
        call.row.step = Some(step.clone());
        assert!(!told(&call).contains(&step), "{step} has no words");
    }
    call.row.step = Some("message.create".to_owned());
    assert_eq!(told(&call), "Write the message: crm.example.com:8443 answered within 13 ms.");
    call.row.code = Some(Code::Auth01);
    assert_eq!(told(&call), "Write the message: Chatwoot does not accept this token.");
}

#[test]
fn what_is_on_hold_says_what_it_waits_for() {
    let mut came = detail(Direction::In);
    came.deliveries = vec![delivery(State::OnHold, Some(Code::Net05), None)];
    let stopped = |kind| Stopped {
        channel: ChannelId(1),
        kind,
        error: Error::with(Code::Auth04, [("host", "crm.example.com")]),
    };
    let told = |stopped: &[Stopped]| exchange(&came, Some(&sales()), stopped).english;
    assert_eq!(
        told(&[stopped(DestinationKind::Endpoint)]),
        "Customer message from Maria came in and waits: crm.example.com refuses our sign-in."
    );
    let paused = "Customer message from Maria came in and waits: sending is paused.";
    assert_eq!(told(&[]), paused);
    assert_eq!(told(&[stopped(DestinationKind::Platform)]), paused, "another destination is stopped");
}

#[test]
fn what_was_not_sent_on_says_why() {
    let mut came = detail(Direction::In);
    came.row.skipped = Some(SkipReason::NotSubscribed);
    assert_eq!(
        told(&came),
        "Customer message from Maria came in and was kept. It was not sent on: not subscribed."
    );
    for skip in SkipReason::ALL {
        came.row.skipped = Some(skip);
        assert!(!told(&came).contains("skip-"), "{skip:?} has no words");
    }
}

#[test]
fn a_refused_request_says_so_and_whether_it_can_be_accepted() {
    let mut came = detail(Direction::In);
    (came.row.result, came.row.status, came.row.code, came.row.kind) =
        (State::Refused, Some(401), Some(Code::Auth03), None);
    came.can_process = true;
    assert_eq!(exchange(&came, None, &[]).key, "exchange-refused-kept");
    assert_eq!(exchange(&came, None, &[]).tone, Tone::Bad);
    came.row.status = Some(200);
    assert_eq!(exchange(&came, None, &[]).key, "exchange-quarantined");
    came.can_process = false;
    assert_eq!(exchange(&came, None, &[]).key, "exchange-refused");
    came.row.channel = None;
    assert_eq!(exchange(&came, None, &[]).key, "exchange-unclaimed");
}

#[test]
fn one_try_says_what_it_brought() {
    let mut tried = detail(Direction::Out);
    assert_eq!(told(&tried), "We sent this to crm.example.com:8443, and it took it within 13 ms.");
    tried.row.code = Some(Code::Net06);
    let mut owed = delivery(State::Retrying, None, Some(Retry { made: 1, of: 10, next: Some(Timestamp(0)) }));
    owed.attempts = vec![AttemptView {
        number: 1,
        exchange: tried.row.id,
        at: Timestamp(0),
        status: None,
        error: Some(Error::with(Code::Net06, [("host", "crm.example.com"), ("seconds", "30")])),
        timings: Timings::default(),
        step: None,
    }];
    tried.deliveries = vec![owed];
    assert!(told(&tried).contains("crm.example.com did not answer within 30 seconds"), "{}", told(&tried));
    assert!(told(&tried).contains("1970-01-01"), "{}", told(&tried));
}

#[test]
fn every_state_of_a_delivery_has_its_sentence() {
    for state in State::ALL {
        let mut came = detail(Direction::In);
        came.deliveries = vec![delivery(state, Some(Code::Net05), None)];
        told(&came);
        (came.row.who, came.row.kind, came.row.platform_name) = (String::new(), None, String::new());
        told(&came);
    }
}
