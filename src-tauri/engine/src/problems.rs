//! Watches for what no try and no request shows: a port, the key, the disk, the clock, the public address, bulk sends that paused themselves.
//! And sees when a problem is over that only time or a look around can end.
//!
//! What a try or a request shows opens its problem in the commit that keeps it, in the store; here is the rest. Whatever is found is written
//! into the same table, so that there is one list.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::doctor;
use crate::domain::problem::{self, About, AboutKind, ProblemState};
use crate::domain::{
    Channel, ChannelId, Code, DestinationId, Link, LinkMode, Mode, Options, Timestamp, link,
};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::platforms::write;
use crate::reach;
use crate::schema::{BulkState, CatchUpState};
use crate::store::{Destination, Finding, Problem, Role};

/// How often it is looked while something is wrong, and while nothing is.
const OFTEN: Duration = Duration::from_secs(1);
const SELDOM: Duration = Duration::from_secs(5);
/// How often the relay calls itself, at its own address and at its public one.
const CALLS: Duration = Duration::from_secs(5 * 60);
/// Less than this left on the disk is too little, in bytes.
const TOO_LITTLE: u64 = 200 << 20;
/// What the relay had to turn away is over when it did not happen for so long, in ms.
const QUIET_MS: i64 = 60_000;
/// What came in and could not be read is over when nothing like it came for so long, in ms.
const FORGOTTEN_MS: i64 = 60 * 60_000;
/// A clock that is off by more than this, in ms, makes signatures fail.
const SKEW_MS: i64 = 5 * 60_000;
/// What a server told of its time counts for so long, in ms.
const TOLD_MS: i64 = 10 * 60_000;
/// A platform that called the public address so lately, in ms, shows that it leads here, whatever our own call brought.
const CAME_MS: i64 = 15 * 60_000;
/// How often a clock is looked at, in ms.
const LOOK_MS: i64 = 2_000;
/// Hosts whose clocks are remembered.
const HOSTS: usize = 100;

/// The states of what is not over.
pub(crate) const UNSOLVED: &[ProblemState] = &[ProblemState::Open, ProblemState::Acknowledged];

/// What was seen in this run.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    inner: Mutex<Inner>,
    /// Before this time nobody's clock is looked at again: messages go out a thousand a second.
    look_at: AtomicI64,
    /// Before this time it is not looked again by which name platforms call: they do so a thousand times a second.
    name_at: AtomicI64,
    /// Platforms are to be told a new address: whoever calls it already is noted.
    awaits: AtomicBool,
}

#[derive(Debug, Default)]
struct Inner {
    /// What the relay had to turn away, and when last.
    turned_away: HashMap<Code, Timestamp>,
    /// How far the clocks of others are from ours, by the beginning of their addresses: `https://host`.
    skews: HashMap<String, Skew>,
    /// Whether the relay was reached at its own address.
    itself: Option<bool>,
    /// What our own call of the public address brought, and of which address. None: nothing that says anything.
    public: Option<(String, bool)>,
    /// The public address a platform called, and when last.
    came: Option<(String, Timestamp)>,
    /// Channels whose platform called the present public address.
    called: HashSet<ChannelId>,
}

/// How far a clock is from ours.
#[derive(Clone, Copy, Debug)]
struct Skew {
    /// In ms.
    by: i64,
    /// When that was told.
    at: Timestamp,
}

impl Seen {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request could not be kept.
    pub(crate) fn turned_away(&self, code: Code, now: Timestamp) {
        self.inner().turned_away.insert(code, now);
    }

    /// Why requests could not be kept of late, the last reason first. It is known without the store, which may be what is at fault.
    pub(crate) fn turning_away(&self, now: Timestamp) -> Vec<Code> {
        let inner = self.inner();
        let mut late: Vec<_> =
            inner.turned_away.iter().filter(|(_, at)| now.since(**at) < QUIET_MS).collect();
        late.sort_by_key(|(code, at)| (std::cmp::Reverse(**at), **code));
        late.into_iter().map(|(code, _)| *code).collect()
    }

    /// What was turned away before is no longer looked at: whether it goes on shows with the next request.
    pub(crate) fn forget_turned_away(&self) {
        self.inner().turned_away.clear();
    }

    /// Who told a time, the last one first: `https://host`.
    pub(crate) fn clocks(&self) -> Vec<String> {
        let inner = self.inner();
        let mut clocks: Vec<_> = inner.skews.iter().collect();
        clocks.sort_by_key(|(_, skew)| std::cmp::Reverse(skew.at));
        clocks.into_iter().map(|(origin, _)| origin.clone()).collect()
    }

    /// The next time that is told is listened to.
    pub(crate) fn look_now(&self) {
        self.look_at.store(0, Ordering::Relaxed);
    }

    /// Goes by nobody else's clock any more, if that one has told its time since then.
    pub(crate) fn only_told_by(&self, origin: &str, since: Timestamp) -> bool {
        let mut inner = self.inner();
        let told = inner.skews.get(origin).is_some_and(|skew| skew.at >= since);
        if told {
            inner.skews.retain(|one, _| one == origin);
        }
        told
    }

    /// A server told its time.
    pub(crate) fn told_time(&self, url: &str, date: Option<&http::HeaderValue>, now: Timestamp) {
        // One that is far ahead was set by a clock that has since been set back.
        let wait = self.look_at.load(Ordering::Relaxed).saturating_sub(now.0);
        if (1..=LOOK_MS).contains(&wait) {
            return;
        }
        self.look_at.store(now.plus_ms(LOOK_MS).0, Ordering::Relaxed);
        let told =
            date.and_then(|date| date.to_str().ok()).and_then(|date| httpdate::parse_http_date(date).ok());
        let Some(told) = told.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok()) else { return };
        let by = now.0.saturating_sub(i64::try_from(told.as_millis()).unwrap_or(i64::MAX));
        let Ok(url) = url::Url::parse(url) else { return };
        let origin = format!("{}://{}", url.scheme(), authority(&url));
        let mut inner = self.inner();
        if inner.skews.len() >= HOSTS {
            inner.skews.clear();
        }
        inner.skews.insert(origin, Skew { by, at: now });
    }

    /// A channel's platform called this host.
    pub(crate) fn called(
        &self,
        channel: ChannelId,
        host: Option<&http::HeaderValue>,
        public: &str,
        now: Timestamp,
    ) {
        let awaited = self.awaits.load(Ordering::Relaxed);
        let wait = self.name_at.load(Ordering::Relaxed).saturating_sub(now.0);
        if public.is_empty() || !awaited && (1..=LOOK_MS).contains(&wait) {
            return;
        }
        let Some(host) = host.and_then(|host| host.to_str().ok()) else { return };
        let same = url::Url::parse(public).ok().is_some_and(|url| authority(&url).eq_ignore_ascii_case(host));
        if !same {
            return;
        }
        self.name_at.store(now.plus_ms(LOOK_MS).0, Ordering::Relaxed);
        let mut inner = self.inner();
        inner.came = Some((public.to_owned(), now));
        if awaited {
            inner.called.insert(channel);
        }
    }

    /// Whether the public address leads elsewhere, as far as that can be known.
    fn leads_elsewhere(&self, public: &str, now: Timestamp) -> bool {
        let inner = self.inner();
        let came = inner.came.as_ref().is_some_and(|(of, at)| of == public && now.since(*at) < CAME_MS);
        !came && inner.public.as_ref().is_some_and(|(of, reached)| of == public && !reached)
    }
}

/// Host and port, as a request names them.
fn authority(url: &url::Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Looks until the engine stops.
pub(crate) async fn watch(engine: Arc<Engine>) {
    let (stopping, mut current) = (engine.stopping(), engine.current());
    let mut changes = engine.store.problem_changes();
    let mut called: Option<crate::clock::Stopwatch> = None;
    let mut of = (String::new(), None);
    loop {
        let addresses = (engine.settings().public_url.clone(), engine.relay_addr());
        let due = called.as_ref().is_none_or(|since| since.elapsed() >= CALLS);
        if due || of != addresses {
            (called, of) = (Some(engine.clock.stopwatch()), addresses);
            check_itself(&engine).await;
            check_address(&engine).await;
        }
        let pause = match look(&engine).await {
            Ok(0) => SELDOM,
            Ok(_) => OFTEN,
            Err(error) => {
                tracing::warn!(%error, "Problems could not be looked at.");
                SELDOM
            }
        };
        tokio::select! {
            () = stopping.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
            changed = current.changed() => if changed.is_err() { return },
            // Somebody else found something: it is looked at sooner from now on.
            _ = changes.recv() => tokio::time::sleep(OFTEN).await,
        }
    }
}

/// Looks once: opens what is wrong, ends what is over. Gives how many are not solved.
pub(crate) async fn look(engine: &Engine) -> Result<usize> {
    let open = engine.store.problems(UNSOLVED).await?;
    engine.seen.awaits.store(open.iter().any(|it| it.code == Code::Net02), Ordering::Relaxed);
    let destinations = engine.store.destinations().await?;
    let mut found = standing(engine).await;
    for destination in &destinations {
        if let Some(code) = destination.stopped {
            found.push(Finding {
                code,
                about: About { kind: AboutKind::Destination, id: destination.id.0 },
                channel: Some(destination.channel),
                params: BTreeMap::new(),
                exchange: None,
            });
        }
    }
    let mut over = Vec::new();
    for problem in &open {
        if is_over(engine, problem, &found, &destinations).await? {
            over.push(problem.id);
        }
    }
    let left = open.len() - over.len();
    // What is known to last is not written again, nor what its own table tells better.
    found.retain(|found| {
        let same = |it: &&Problem| it.code == found.code && it.about == found.about;
        let known = open.iter().find(same);
        known.is_none_or(|it| found.about.kind != AboutKind::Destination && it.params != found.params)
    });
    let new = found.len();
    engine.store.found(found, over).await?;
    Ok(left + new)
}

/// What is wrong at this moment with what is no destination and no request.
async fn standing(engine: &Engine) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |code: Code, about: About, channel: Option<ChannelId>, params: BTreeMap<String, String>| {
        found.push(Finding { code, about, channel, params, exchange: None });
    };
    if let Some(error) = engine.relay_error().or_else(|| engine.cannot_move()) {
        add(error.code, About::only(AboutKind::Relay), None, error.params);
    }
    if let Some(error) = engine.store.key_status().error {
        add(error.code, About::only(AboutKind::Key), None, error.params);
    }
    let now = engine.clock.now();
    for code in engine.seen.turning_away(now) {
        match code {
            // The key says so itself.
            Code::Key01 | Code::Key02 => {}
            Code::Db01 | Code::Db02 | Code::Db03 | Code::Db04 => {
                add(code, About::only(AboutKind::Disk), None, BTreeMap::new());
            }
            _ => add(code, About::only(AboutKind::Relay), None, BTreeMap::new()),
        }
    }
    if is_short_of_room(engine).await {
        add(Code::Db03, About::only(AboutKind::Disk), None, BTreeMap::new());
    }
    if let Some(minutes) = skew(&engine.seen.inner().skews, now) {
        let params = [("minutes".to_owned(), minutes.to_string())].into();
        add(Code::Time01, About::only(AboutKind::Clock), None, params);
    }
    if engine.seen.inner().itself == Some(false) && engine.relay_addr().is_some() {
        add(Code::Fw01, About::only(AboutKind::Relay), None, BTreeMap::new());
    }
    let public = engine.settings().public_url.clone();
    if engine.seen.leads_elsewhere(&public, now) {
        let params = [("address".to_owned(), public)].into();
        add(Code::Net01, About::only(AboutKind::PublicAddress), None, params);
    }
    let (channels, links) = (engine.channels(), engine.links());
    for channel in channels.iter().filter(|channel| is_disconnected(channel)) {
        add(Code::Link04, of_channel(AboutKind::Channel, channel.id), Some(channel.id), BTreeMap::new());
    }
    for catch_up in engine.catch_ups().into_iter().filter(|it| it.state == CatchUpState::Failed) {
        if let Some(error) = catch_up.error {
            let about = of_channel(AboutKind::CatchUp, catch_up.channel);
            add(error.code, about, Some(catch_up.channel), error.params);
        }
    }
    for link in links.iter().filter(|link| !link.paused) {
        if let Some((error, name)) = cannot_carry(link, &channels, &links) {
            let mut params = error.params;
            params.insert("name".to_owned(), name);
            add(error.code, About { kind: AboutKind::Link, id: link.id.0 }, None, params);
        }
    }
    // Without the key they cannot be read, and that is a problem of its own.
    for bulk in engine.store.bulks().await.unwrap_or_default() {
        if let (BulkState::Paused, Some(error)) = (bulk.state, bulk.error) {
            let mut params = error.params;
            params.insert("name".to_owned(), bulk.plan.name);
            add(error.code, About { kind: AboutKind::Bulk, id: bulk.id.0 }, None, params);
        }
    }
    found
}

/// Whether a problem is over, though no try has shown it.
async fn is_over(
    engine: &Engine,
    problem: &Problem,
    found: &[Finding],
    destinations: &[Destination],
) -> Result<bool> {
    let now = engine.clock.now();
    if problem.channel.is_some_and(|channel| engine.channel(channel).is_none()) {
        return Ok(true);
    }
    let lasts = found.iter().any(|found| found.code == problem.code && found.about == problem.about);
    Ok(match (problem.about.kind, problem.code) {
        _ if lasts => false,
        (AboutKind::Destination, code) => {
            let id = DestinationId(problem.about.id);
            let Some(destination) = destinations.iter().find(|it| it.id == id) else { return Ok(true) };
            if leads_nowhere(engine, destination) {
                return Ok(true);
            }
            let proved = problem.is_left_behind() || problem::is_of_messages(code);
            // What was sent again has yet to arrive.
            proved
                && engine.store.waiting(id).await? == 0
                && engine.store.failed_with(id, code).await? == (0, 0)
        }
        // Anybody may knock once; nobody decides about that for ever.
        (AboutKind::Relay, Code::Net03) if now.since(problem.last_at) >= FORGOTTEN_MS => true,
        (AboutKind::Channel | AboutKind::Relay, code) if problem::is_of_kept_requests(code) => {
            engine.store.kept_for(problem.channel, code, problem.opened_at).await?.is_empty()
        }
        (AboutKind::Channel, Code::Link04) => true,
        (AboutKind::Channel, _) => now.since(problem.last_at) >= FORGOTTEN_MS,
        // Whoever gives the new address to the platforms says so, or is seen by where they call.
        (AboutKind::PublicAddress, Code::Net02) => is_given(engine, problem),
        // The next that is made ends it.
        (AboutKind::Disk, Code::Back06) => !engine.settings().backup_daily,
        _ => true,
    })
}

/// A destination without an address fails no more: what is owed to it is skipped.
fn leads_nowhere(engine: &Engine, destination: &Destination) -> bool {
    engine.channel(destination.channel).is_none_or(|channel| match destination.role {
        Role::Endpoint => channel.callback_url.is_none(),
        Role::Platform | Role::WriteBack => write::base(&channel).is_none(),
        Role::Address => false,
    })
}

fn is_given(engine: &Engine, problem: &Problem) -> bool {
    let settings = engine.settings();
    if problem.params.get("from").is_some_and(|from| *from == settings.public_url) {
        return true;
    }
    let seen = engine.seen.inner();
    let named = problem.params.get("channels").map(String::as_str).unwrap_or_default();
    let ids: Vec<ChannelId> = named.split(' ').filter_map(|id| id.parse().ok()).collect();
    !ids.is_empty() && ids.iter().all(|id| seen.called.contains(id) || engine.channel(*id).is_none())
}

fn of_channel(kind: AboutKind, channel: ChannelId) -> About {
    About { kind, id: channel.0 }
}

fn is_disconnected(channel: &Channel) -> bool {
    matches!(&channel.options, Options::Elma365(options) if options.disconnected)
        && channel.mode == Mode::Active
}

/// By how many minutes this computer's clock is off, when those who told their time of late agree that it is. What was told at a time that
/// is still to come was told before somebody set the clock.
fn skew(skews: &HashMap<String, Skew>, now: Timestamp) -> Option<i64> {
    let late = skews.values().filter(|skew| (0..TOLD_MS).contains(&now.since(skew.at)));
    let least = late.map(|skew| skew.by.abs()).min()?;
    (least > SKEW_MS).then_some((least + 30_000) / 60_000)
}

/// Whether too little is free on the disk. What was let go of leaves room inside the journal, which is filled again before the disk is.
async fn is_short_of_room(engine: &Engine) -> bool {
    let Some(free) = engine.free_bytes().filter(|free| *free < engine.least_free()) else { return false };
    let inside = engine.store.usage().await.map_or(0, |kept| kept.free);
    free.saturating_add(inside) < engine.least_free()
}

/// Why nothing goes over a link, and the names of its channels. What stops a destination is a problem of that destination.
fn cannot_carry(one: &Link, channels: &[Arc<Channel>], links: &[Link]) -> Option<(Error, String)> {
    let by = |id| channels.iter().find(|channel| channel.id == id);
    let (customers, operators) = (by(one.customers)?, by(one.operators)?);
    let name = format!("{} → {}", customers.name, operators.name);
    if let Some(code) = link::refusal(one, customers, operators, links) {
        let params =
            [("place", "link"), ("channel", operators.name.as_str()), ("platform", operators.brand())];
        return Some((Error::with(code, params), name));
    }
    if [customers, operators].iter().any(|channel| channel.mode != Mode::Active) {
        return None;
    }
    let back = || (one.mode == LinkMode::TwoWay).then(|| write::lacks(customers, false)).flatten();
    // A channel that was never connected waits for its platform, and says so itself.
    let lacks = write::lacks(operators, true).or_else(back)?;
    let disconnected = [customers, operators].iter().any(|channel| is_disconnected(channel));
    (!disconnected).then_some((lacks, name))
}

/// The public address is another one than before: platforms may still call the old one.
pub(crate) async fn address_changed(engine: &Engine, from: &str, to: &str) -> Result<()> {
    engine.seen.inner().called.clear();
    if from.is_empty() || from == to {
        return Ok(());
    }
    let mut ids = Vec::new();
    for channel in engine.channels().iter().filter(|channel| channel.mode != Mode::Off && !channel.demo) {
        // One that was never called has no old address anywhere.
        if engine.store.health(channel.id, engine.clock.now()).await?.last_at.is_some() {
            ids.push(channel.id.to_string());
        }
    }
    if ids.is_empty() {
        return Ok(());
    }
    let open = engine.store.problems(UNSOLVED).await?;
    let earlier = open.iter().find(|it| it.code == Code::Net02).and_then(|it| it.params.get("from").cloned());
    let params = [
        ("from".to_owned(), earlier.unwrap_or_else(|| from.to_owned())),
        ("to".to_owned(), to.to_owned()),
        ("channelCount".to_owned(), ids.len().to_string()),
        ("channels".to_owned(), ids.join(" ")),
    ];
    let finding = Finding {
        code: Code::Net02,
        about: About::only(AboutKind::PublicAddress),
        channel: None,
        params: params.into(),
        exchange: None,
    };
    engine.seen.awaits.store(true, Ordering::Relaxed);
    engine.store.found(vec![finding], Vec::new()).await
}

/// Finds out whether the relay can be reached at its own address on this computer.
pub(crate) async fn check_itself(engine: &Engine) {
    let reached = match engine.relay_addr() {
        None => None,
        Some(address) => {
            let base = reach::base("", Some(address), "");
            Some(doctor::is_here(engine, &base, "none".to_owned()).await == Ok(true))
        }
    };
    engine.seen.inner().itself = reached;
}

/// Finds out whether the public address leads to this relay.
pub(crate) async fn check_address(engine: &Engine) {
    let settings = engine.settings();
    let public = settings.public_url.clone();
    let reached = if public.is_empty() || engine.relay_addr().is_none() {
        None
    } else {
        says(doctor::is_here(engine, &public, settings.proxy.clone()).await)
    };
    engine.seen.inner().public = reached.map(|reached| (public, reached));
}

/// What a call of our own public address says about whether others reach us there. Silence says nothing: many routers do not lead their
/// own side back in.
const fn says(called: std::result::Result<bool, Code>) -> Option<bool> {
    match called {
        Ok(here) => Some(here),
        Err(Code::Net05 | Code::Net06 | Code::Net07) => None,
        Err(_) => Some(false),
    }
}

/// The least that must be free on the disk, where nothing else was asked for.
pub(crate) const LEAST_FREE: u64 = TOO_LITTLE;

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    fn skews(all: &[(&str, i64)]) -> HashMap<String, Skew> {
        all.iter().map(|(host, by)| ((*host).to_owned(), Skew { by: *by, at: NOW })).collect()
    }

    #[test]
    fn a_clock_is_off_only_when_nobody_agrees_with_it() {
        let skew = |skews: &HashMap<String, Skew>| skew(skews, NOW);
        assert_eq!(skew(&skews(&[])), None);
        assert_eq!(skew(&skews(&[("a", 4 * 60_000)])), None);
        assert_eq!(skew(&skews(&[("a", 6 * 60_000)])), Some(6));
        assert_eq!(skew(&skews(&[("a", -12 * 60_000), ("b", -12 * 60_000 + 900)])), Some(12));
        assert_eq!(skew(&skews(&[("a", 6 * 60_000), ("b", 100)])), None, "it is the other that is wrong");
    }

    #[test]
    fn what_was_told_of_the_time_long_ago_or_before_the_clock_was_set_counts_no_more() {
        let told = skews(&[("a", 12 * 60_000)]);
        assert_eq!(skew(&told, NOW.plus_ms(TOLD_MS - 1)), Some(12));
        assert_eq!(skew(&told, NOW.plus_ms(TOLD_MS)), None);
        assert_eq!(skew(&told, NOW.plus_ms(-12 * 60_000)), None, "the clock was set back");
    }

    #[test]
    fn a_router_that_does_not_lead_back_in_is_no_sign_that_nobody_gets_in() {
        for silence in [Code::Net05, Code::Net06, Code::Net07] {
            assert_eq!(says(Err(silence)), None, "{silence}");
        }
        assert_eq!((says(Ok(true)), says(Ok(false))), (Some(true), Some(false)));
        assert_eq!((says(Err(Code::Net04)), says(Err(Code::Tls01))), (Some(false), Some(false)));
    }

    #[test]
    fn a_platform_that_calls_the_public_address_shows_that_it_leads_here() {
        let (seen, public) = (Seen::default(), "https://relay.example.com");
        seen.inner().public = Some((public.to_owned(), false));
        assert!(seen.leads_elsewhere(public, NOW), "a router's own page answers");
        let host = http::HeaderValue::from_static("relay.example.com");
        seen.called(ChannelId(1), Some(&host), public, NOW);
        assert!(!seen.leads_elsewhere(public, NOW));
        assert!(seen.leads_elsewhere(public, NOW.plus_ms(CAME_MS)), "that was long ago");
        assert!(!seen.leads_elsewhere("https://other.example.com", NOW), "of that one nothing is known");
    }

    #[test]
    fn what_could_not_be_kept_is_told_for_a_minute_the_last_first() {
        let seen = Seen::default();
        seen.turned_away(Code::Rate02, NOW);
        seen.turned_away(Code::App01, NOW.plus_ms(10));
        assert_eq!(seen.turning_away(NOW.plus_ms(20)), [Code::App01, Code::Rate02]);
        assert_eq!(seen.turning_away(NOW.plus_ms(QUIET_MS)), [Code::App01]);
        seen.forget_turned_away();
        assert_eq!(seen.turning_away(NOW.plus_ms(20)), []);
    }

    #[test]
    fn a_clock_that_was_asked_anew_is_the_only_one_gone_by() {
        let seen = Seen::default();
        let told = |url: &str, date: &'static str, at: Timestamp| {
            seen.told_time(url, Some(&http::HeaderValue::from_static(date)), at);
        };
        let now = Timestamp(1_789_996_400_000); // Mon, 21 Sep 2026 13:13:20 GMT
        told("https://wrong.example/a", "Mon, 21 Sep 2026 12:00:00 GMT", now);
        assert_eq!(seen.clocks(), ["https://wrong.example"]);
        assert!(skew(&seen.inner().skews, now).is_some());
        seen.look_now();
        told("http://right.example:81/b", "Mon, 21 Sep 2026 13:13:20 GMT", now.plus_ms(5));
        assert!(!seen.only_told_by("https://wrong.example", now.plus_ms(5)), "it has not been asked");
        assert!(seen.only_told_by("http://right.example:81", now.plus_ms(5)));
        assert_eq!(skew(&seen.inner().skews, now.plus_ms(5)), None);
    }

    #[test]
    fn the_host_a_request_names_is_compared_with_its_port() {
        let seen = Seen::default();
        seen.called(ChannelId(4), Some(&http::HeaderValue::from_static("a")), "https://a", NOW);
        seen.awaits.store(true, Ordering::Relaxed);
        let host = |text: &str| http::HeaderValue::from_str(text).ok();
        seen.called(ChannelId(1), host("relay.example.com").as_ref(), "https://relay.example.com", NOW);
        seen.called(ChannelId(2), host("old.example.com").as_ref(), "https://relay.example.com", NOW);
        let (host, public) = (host("relay.example.com:8443"), "https://relay.example.com:8443");
        seen.called(ChannelId(3), host.as_ref(), public, NOW);
        assert_eq!(seen.inner().called, HashSet::from([ChannelId(1), ChannelId(3)]));
    }
}
