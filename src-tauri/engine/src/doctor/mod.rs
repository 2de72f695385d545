//! Finds out what is wrong before a message has to: every step of the way from the platform to the endpoint as a probe.
//!
//! One library for set-up, "Test connection", links, diagnostics and the remedies of problems. A probe is a small thing that ends in a
//! [`Check`]: what was looked at, how long it took, and whether it is well, well for now, broken (with a code of the catalogue) or was not
//! looked at (with the reason). Probes of one part build on each other, so the first that fails ends its part. What is checked is a
//! [`Subject`], which need not be saved.
//!
//! | file | what it is |
//! | --- | --- |
//! | here | which parts of the way there are, and how a run of them is told |
//! | `connection` | address, DNS, connection, certificate, clock: what every HTTP server has in common |
//! | `chatwoot` | token, rights, inbox, where it sends to |
//! | `intake` | the relay itself: it listens, and what is sent to it gets there |
//! | `message` | a test message there and back, cleaned up afterwards |
//! | `tickets` | runs that are under way, for whoever asks for them by ticket |

mod chatwoot;
mod connection;
mod intake;
mod message;
mod tickets;

pub(crate) use chatwoot::Envoy;
pub(crate) use intake::{is_here, vital_sign};
pub(crate) use tickets::Doctor;

use std::collections::BTreeMap;

use tokio_util::sync::CancellationToken;

use self::connection::Connection;
use crate::delivery::format;
use crate::domain::{Channel, Code, Options, address};
use crate::engine::Engine;
use crate::error::Error;
use crate::schema::{Check, CheckState, Part, Sentence, TestReport, Tone};

/// The parts that are checked when nobody says which: those of which nobody at the platform notices anything.
pub(crate) const SILENT: [Part; 3] = [Part::Platform, Part::Intake, Part::Endpoint];

/// What is checked.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    /// A channel, be it saved or not.
    Channel(Box<Channel>),
    /// An address by itself, as an endpoint.
    Address(String),
    /// A platform's address by itself: whether anything answers there; with the PEM of a certificate trusted there.
    Server(String, Option<String>),
}

/// What is told of a run.
#[derive(Debug)]
pub(crate) enum Word {
    /// This check begins.
    Begins(Part, &'static str),
    /// This is what a check found.
    Found(Check),
}

/// Who hears how a run goes on.
pub(crate) type Listener<'a> = &'a (dyn Fn(Word) + Send + Sync);

/// A run under way: the engine, who listens, and what ends it.
#[derive(Clone, Copy)]
struct Run<'a> {
    engine: &'a Engine,
    listener: Listener<'a>,
    stop: &'a CancellationToken,
}

impl Run<'_> {
    fn begins(&self, part: Part, name: &'static str) {
        (self.listener)(Word::Begins(part, name));
    }

    /// Tells what a check found; true unless it failed.
    fn found(&self, check: Check) -> bool {
        let well = check.state != CheckState::Failed;
        (self.listener)(Word::Found(check));
        well
    }
}

/// Checks these parts of the way, in the order a message takes, and tells each check as it begins and ends.
pub(crate) async fn check(
    engine: &Engine,
    subject: &Subject,
    parts: &[Part],
    listener: Listener<'_>,
    stop: &CancellationToken,
) {
    let run = Run { engine, listener, stop };
    let mut well = true;
    let mut wanted = parts.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    for part in wanted {
        if stop.is_cancelled() {
            return;
        }
        well &= match (part, subject) {
            (Part::Endpoint, Subject::Channel(channel)) => endpoint(run, channel).await,
            (Part::Endpoint, Subject::Address(url)) => address(run, url).await,
            (Part::Platform, Subject::Channel(channel)) => platform(run, channel).await,
            (Part::Platform, Subject::Server(url, trusted)) => server(run, url, trusted.clone()).await,
            (Part::Intake, Subject::Channel(_)) => intake::check(run).await,
            (Part::Message, Subject::Channel(_)) if !well => {
                run.found(skipped(Part::Message, "message", "checkup-message-first", []))
            }
            (Part::Message, Subject::Channel(channel)) => message::check(run, channel).await,
            // An address has no other parts.
            (_, Subject::Address(_) | Subject::Server(..)) => true,
        };
    }
}

/// The same, all of it at once.
pub(crate) async fn report(engine: &Engine, subject: &Subject, parts: &[Part]) -> TestReport {
    let checks = std::sync::Mutex::new(Vec::new());
    let listener = |word: Word| {
        if let Word::Found(check) = word {
            checks.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(check);
        }
    };
    check(engine, subject, parts, &listener, &engine.stopping()).await;
    TestReport { checks: checks.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) }
}

/// The admin's endpoint, with everything a delivery to it would carry but a message. It is asked with OPTIONS, which no program takes for
/// a message, and any answer at all shows that it is there: only refused sign-in, redirects and trouble of its own are faults.
async fn endpoint(run: Run<'_>, channel: &Channel) -> bool {
    let Some(url) = &channel.callback_url else {
        return run.found(skipped(Part::Endpoint, "address", "checkup-no-endpoint", []));
    };
    let mut headers = connection::own_headers();
    format::add_own(&mut headers, channel);
    let limit_ms = channel.endpoint.timeout_ms.map_or(run.engine.settings().timeout_ms, u64::from);
    let trusted = channel.endpoint.trusted_certificate.clone();
    Connection { headers, trusted, limit_ms, ..Connection::to(run, Part::Endpoint, url) }.answers(true).await
}

async fn address(run: Run<'_>, url: &str) -> bool {
    Connection::to(run, Part::Endpoint, url).answers(true).await
}

/// A platform of which no token is known: whether it lets us in only its own calls can tell.
async fn server(run: Run<'_>, url: &str, trusted: Option<String>) -> bool {
    Connection { trusted, ..Connection::to(run, Part::Platform, url) }.answers(false).await
}

async fn platform(run: Run<'_>, channel: &Channel) -> bool {
    match &channel.options {
        Options::Chatwoot(options) => chatwoot::check(run, channel, options).await,
        Options::Elma365(options) => {
            let Some(webhook) = options.webhook.as_ref().filter(|_| !options.disconnected) else {
                let key = if options.disconnected { "checkup-disconnected" } else { "checkup-hello-awaited" };
                return run.found(skipped(Part::Platform, "hello", key, [("platform", channel.brand())]));
            };
            run.found(well(Part::Platform, "hello", 0))
                && server(run, webhook, channel.trusted_at(webhook)).await
        }
        Options::Userlike(_) => {
            run.begins(Part::Platform, "hello");
            let watch = run.engine.clock.stopwatch();
            let heard = run.engine.store.health(channel.id, run.engine.clock.now()).await;
            let check = match heard.map(|health| health.last_at) {
                Ok(Some(_)) => well(Part::Platform, "hello", watch.micros()),
                _ => {
                    skipped(Part::Platform, "hello", "checkup-hello-awaited", [("platform", channel.brand())])
                }
            };
            run.found(check)
        }
    }
}

fn well(part: Part, name: &str, took_us: u64) -> Check {
    Check { part, name: name.to_owned(), state: CheckState::Well, took_us, error: None, note: None }
}

fn failed(part: Part, name: &str, took_us: u64, error: Error) -> Check {
    Check { state: CheckState::Failed, error: Some(error), ..well(part, name, took_us) }
}

fn skipped<const N: usize>(part: Part, name: &str, key: &str, params: [(&str, &str); N]) -> Check {
    Check { state: CheckState::Skipped, note: Some(note(key, Tone::Neutral, params)), ..well(part, name, 0) }
}

/// Well, but: `key` says what.
fn warned<const N: usize>(
    part: Part,
    name: &str,
    took_us: u64,
    key: &str,
    params: [(&str, &str); N],
) -> Check {
    let note = Some(note(key, Tone::Warning, params));
    Check { state: CheckState::Warning, note, ..well(part, name, took_us) }
}

/// Well, and `key` says what was found.
fn noted<const N: usize>(
    part: Part,
    name: &str,
    took_us: u64,
    key: &str,
    params: [(&str, &str); N],
) -> Check {
    Check { note: Some(note(key, Tone::Neutral, params)), ..well(part, name, took_us) }
}

fn note<const N: usize>(key: &str, tone: Tone, params: [(&str, &str); N]) -> Sentence {
    let params = params.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    Sentence::new(key, tone, params.collect())
}

/// What fills the sentences about a place on the network.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The address that was called.
    pub url: String,
    /// The platform's name; empty for what is none.
    pub platform: String,
    /// The channel's name.
    pub channel: String,
    /// The status of its answer; 0 while there is none.
    pub status: u16,
    /// How long was waited.
    pub limit_ms: u64,
}

impl Place {
    /// An error about it.
    pub(crate) fn error(&self, code: Code) -> Error {
        let params = [
            ("host", address::host(&self.url).unwrap_or_default()),
            ("status", self.status.to_string()),
            ("seconds", self.limit_ms.div_ceil(1_000).to_string()),
            ("platform", self.platform.clone()),
            ("channel", self.channel.clone()),
        ];
        let params = params.into_iter().filter(|(_, value)| !value.is_empty());
        Error::filled(code, params.map(|(name, value)| (name.to_owned(), value)).collect::<BTreeMap<_, _>>())
    }
}
