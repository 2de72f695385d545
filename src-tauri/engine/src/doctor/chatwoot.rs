//! Whether a Chatwoot lets us in, whether we may do there what the channel needs, and whether it sends to us.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use super::connection::{Connection, Reached};
use super::{Place, Run, failed, noted, skipped, warned, well};
use crate::delivery::client::{Call as Request, Client, Outgoing, PLATFORM_ANSWER_LIMIT, Target};
use crate::delivery::dial::Failure;
use crate::delivery::platform::USER_AGENT;
use crate::domain::{Channel, ChatwootOptions, Code, Learned};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::intake;
use crate::platforms::chatwoot::setup::{Caller, Profile, Reply};
use crate::platforms::write::{Body, Call};
use crate::schema::Part;
use crate::secret::Secret;

const PART: Part = Part::Platform;

/// A person waits for each answer, in ms.
const LIMIT_MS: u64 = 15_000;

/// Whoever asks a Chatwoot while an admin looks on: one call after the other, an error in words for each that fails. Not in the log: what
/// it asks is nobody's message.
#[derive(Debug)]
pub(crate) struct Envoy {
    client: Client,
    base: String,
    token: Secret,
    dashed: bool,
    place: Place,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Heard {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    now: crate::domain::Timestamp,
}

impl Heard {
    /// As the platform reads it.
    pub(crate) fn reply(&self) -> Reply<'_> {
        Reply::new(self.status, &self.headers, &self.body, self.now)
    }
}

impl Envoy {
    /// For a channel as it is. Errors: DATA-02 it has no address or no token, URL-03 its address is none.
    pub(crate) fn new(engine: &Engine, channel: &Channel) -> Result<Self> {
        let missing = |field: &str| Error::with(Code::Data02, [("field", field)]);
        let base = channel.api_url.clone().ok_or_else(|| missing("apiUrl"))?;
        if channel.token.is_empty() {
            return Err(missing("token"));
        }
        let place = Place {
            url: base.clone(),
            platform: channel.brand().to_owned(),
            channel: channel.name.clone(),
            status: 0,
            limit_ms: LIMIT_MS,
        };
        let target = Target {
            url: base.clone(),
            trusted: channel.trusted_at(&base),
            proxy: engine.settings().proxy.clone(),
        };
        let client = Client::new(target, engine.clock).map_err(|failure| place.error(failure.code))?;
        let dashed =
            matches!(&channel.options, crate::domain::Options::Chatwoot(options) if options.dashed_header);
        Ok(Self { client, base, token: channel.token.clone(), dashed, place })
    }

    /// The token had to go in the header with dashes.
    pub(crate) fn is_dashed(&self) -> bool {
        self.dashed
    }

    /// The name of the account an answer is about cannot be told from the error alone; the rest can.
    pub(crate) fn error(&self, code: Code) -> Error {
        self.place.error(code)
    }

    /// Asks, in the other header when the first one does not get there. Errors: why there is no answer, or what is wrong with it.
    pub(crate) async fn ask(&mut self, engine: &Engine, call: impl Fn(Caller<'_>) -> Call) -> Result<Heard> {
        let mut heard = self.make(engine, &call).await?;
        if heard.reply().misses_token() {
            self.dashed = !self.dashed;
            heard = self.make(engine, &call).await?;
            // Then nothing of either header arrives.
            self.dashed ^= heard.reply().misses_token();
        }
        match heard.reply().trouble() {
            None => Ok(heard),
            Some(code) => {
                self.place.status = heard.status.as_u16();
                Err(self.error(code))
            }
        }
    }

    /// The certificate this computer does not believe, in DER; none where it believes what is shown, or nothing is.
    pub(crate) async fn refused_certificate(&self, engine: &Engine) -> Option<Bytes> {
        self.call(engine, &|caller: Caller<'_>| caller.profile()).await.err()?.certificate
    }

    async fn make(&self, engine: &Engine, call: &impl Fn(Caller<'_>) -> Call) -> Result<Heard> {
        self.call(engine, call).await.map_err(|failure| self.error(failure.code))
    }

    async fn call(
        &self,
        engine: &Engine,
        call: &impl Fn(Caller<'_>) -> Call,
    ) -> std::result::Result<Heard, Failure> {
        let call = call(Caller { base: &self.base, token: &self.token, dashed: self.dashed });
        let address = self.client.at(&call.url)?;
        let body = match &call.body {
            Body::Json(value) => Outgoing::from(Bytes::from(value.to_string())),
            Body::Empty | Body::Form { .. } => Outgoing::empty(),
        };
        let mut headers = call.headers.clone();
        headers.push(("user-agent".to_owned(), USER_AGENT.to_owned()));
        let request = Request {
            method: call.method.clone(),
            headers: &headers,
            body,
            limit: Duration::from_millis(LIMIT_MS.min(engine.settings().timeout_ms.max(1))),
            answer_limit: PLATFORM_ANSWER_LIMIT,
        };
        let called = self.client.call(&address, request).await;
        let answer = called.result.inspect_err(|failure| {
            tracing::debug!(code = %failure.code, cause = failure.cause, step = call.step, "No answer.");
        })?;
        Ok(Heard {
            status: answer.status,
            headers: answer.headers,
            body: answer.body,
            now: engine.clock.now(),
        })
    }
}

/// Every check of a Chatwoot, from its address to where its inbox sends to.
pub(super) async fn check(run: Run<'_>, channel: &Channel, options: &ChatwootOptions) -> bool {
    let brand = channel.brand();
    let Some(base) = &channel.api_url else {
        return run.found(skipped(PART, "address", "checkup-no-address", [("platform", brand)]));
    };
    if channel.token.is_empty() {
        // What it sends to us needs none, and nothing else is wanted of it.
        return run.found(skipped(PART, "token", "checkup-no-token", [("platform", brand)]));
    }
    let mut envoy = match Envoy::new(run.engine, channel) {
        Ok(envoy) => envoy,
        Err(error) => return run.found(failed(PART, "address", 0, error)),
    };
    let Some(profile) = token(run, channel, &mut envoy, base).await else { return false };
    if envoy.is_dashed() != options.dashed_header {
        // A channel that is saved need not find out again.
        let header = Learned::Header { dashed: envoy.is_dashed() };
        let learned = intake::learn(run.engine, channel.id, &[header]).await;
        drop(learned.inspect_err(|error| tracing::warn!(%error, "What was learned is not kept.")));
    }
    let Some(account) = options.account_id else {
        return run.found(skipped(PART, "rights", "checkup-no-account", [("platform", brand)]));
    };
    run.begins(PART, "rights");
    let Some(found) = profile.accounts.iter().find(|one| one.id == account) else {
        return run.found(failed(PART, "rights", 0, envoy.error(Code::Auth05)));
    };
    let role = if found.administrator { "checkup-administrator" } else { "checkup-agent" };
    run.found(noted(PART, "rights", 0, role, [("name", found.name.as_str())]));
    let Some(inbox) = options.inbox_id else {
        return run.found(skipped(PART, "inbox", "checkup-every-inbox", []));
    };
    run.begins(PART, "inbox");
    let watch = run.engine.clock.stopwatch();
    let heard = envoy.ask(run.engine, |caller| caller.inbox(account, inbox)).await;
    let found = match heard {
        Ok(heard) => heard.reply().inbox().ok_or_else(|| envoy.error(Code::Plat03)),
        // To whoever may not see it, an inbox is not there; to an administrator it is really gone.
        Err(error) if error.code == Code::Id03 => {
            Err(envoy.error(if found.administrator { Code::Id01 } else { Code::Auth05 }))
        }
        Err(error) => Err(error),
    };
    let inbox = match found {
        Ok(inbox) => inbox,
        Err(error) => return run.found(failed(PART, "inbox", watch.micros(), error)),
    };
    let name = [("name", inbox.name.as_str())];
    if !inbox.api {
        // What is written there comes by the account's webhook, which cannot be seen from here; only writing into it does not work.
        return run.found(warned(PART, "inbox", watch.micros(), "checkup-other-inbox", name));
    }
    run.found(noted(PART, "inbox", watch.micros(), "checkup-api-inbox", name));
    let ours = run.engine.intake_url(channel);
    let webhook = inbox.webhook.trim();
    run.found(if webhook == ours {
        well(PART, "webhook", 0)
    } else {
        // Nowhere is nought: an empty blank could not choose a wording.
        let sent_to = Some(webhook).filter(|url| !url.is_empty()).map(crate::platforms::redact::address);
        let params = [("name", inbox.name.as_str()), ("where", sent_to.as_deref().unwrap_or("0"))];
        failed(PART, "webhook", 0, Error::with(Code::Hook01, params))
    })
}

/// The connection and the token in one request; then in the other header, when the first one did not get there.
async fn token(run: Run<'_>, channel: &Channel, envoy: &mut Envoy, base: &str) -> Option<Profile> {
    let call = Caller { base, token: &channel.token, dashed: envoy.dashed }.profile();
    let mut headers = call.headers.clone();
    headers.push(("user-agent".to_owned(), USER_AGENT.to_owned()));
    let connection = Connection {
        method: Method::GET,
        headers,
        platform: channel.brand(),
        trusted: channel.trusted_at(&call.url),
        ..Connection::to(run, PART, &call.url)
    };
    let Reached { answer, mut took_us, .. } = connection.reach().await?;
    run.begins(PART, "token");
    let first = Heard {
        status: answer.status,
        headers: answer.headers,
        body: answer.body,
        now: run.engine.clock.now(),
    };
    envoy.place.status = first.status.as_u16();
    let heard = if first.reply().misses_token() {
        let watch = run.engine.clock.stopwatch();
        let second = envoy.ask(run.engine, |caller| caller.profile()).await;
        took_us += watch.micros();
        second
    } else {
        match first.reply().trouble() {
            None => Ok(first),
            Some(code) => Err(envoy.error(code)),
        }
    };
    let profile = heard.and_then(|heard| heard.reply().profile().ok_or_else(|| envoy.error(Code::Plat03)));
    match profile {
        Ok(profile) => {
            let key = if envoy.dashed { "checkup-signed-in-dashed" } else { "checkup-signed-in" };
            run.found(noted(PART, "token", took_us, key, [("who", profile.name.as_str())]));
            Some(profile)
        }
        Err(error) => {
            run.found(failed(PART, "token", took_us, error));
            None
        }
    }
}
