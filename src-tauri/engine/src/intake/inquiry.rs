//! Calls at a Chatwoot that no delivery needs: made at its pace, each of them kept in the log.

use std::time::Duration;

use http::StatusCode;

use super::learn;
use crate::delivery::client::{ANSWER_LIMIT, Answer, Called, Client, PLATFORM_ANSWER_LIMIT, Target};
use crate::delivery::client::{Call as Request, Outgoing};
use crate::delivery::pace::Place;
use crate::domain::{Channel, Code, Learned};
use crate::engine::Engine;
use crate::events::CallKept;
use crate::platforms::chatwoot::catch_up::{Asking, Heard, refusal};
use crate::platforms::write::Call;
use crate::store::{OwnCall, kept_headers};

/// The longest wait for a turn at the platform. Nobody waits for these calls but what they are for.
const LONGEST_TURN: Duration = Duration::from_secs(10 * 60);

/// How often the same call is made while they want us to slow down.
const TRIES: u32 = 5;

/// Somebody who asks one channel's platform.
pub(super) struct Inquiry<'a> {
    engine: &'a Engine,
    channel: &'a Channel,
    /// How it is asked.
    pub(super) asking: Asking<'a>,
    client: Client,
}

/// Why there is no answer that is worth anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    /// What kind of trouble.
    pub(super) code: Code,
    /// The status of the answer, if one came.
    pub(super) status: Option<u16>,
}

impl<'a> Inquiry<'a> {
    /// For a channel that can be asked. Errors: ID-01 it cannot, URL-03 its address is none.
    pub(super) fn new(engine: &'a Engine, channel: &'a Channel) -> Result<Self, Trouble> {
        let trouble = |code| Trouble { code, status: None };
        let asking = Asking::new(channel).ok_or(trouble(Code::Id01))?;
        let url = channel.api_url.clone().unwrap_or_default();
        let trusted = channel.trusted_at(&url);
        let target = Target { url, trusted, proxy: engine.settings().proxy.clone() };
        let client = Client::new(target, engine.clock).map_err(|failure| trouble(failure.code))?;
        Ok(Self { engine, channel, asking, client })
    }

    /// Everything else.
    pub(super) fn engine(&self) -> &'a Engine {
        self.engine
    }

    /// Whose platform it is.
    pub(super) fn channel(&self) -> &'a Channel {
        self.channel
    }

    /// Asks; there must be something to ask. Errors: no answer came, or the engine stops.
    pub(super) async fn ask(&mut self, call: impl Fn(Asking<'_>) -> Option<Call>) -> Result<Answer, Trouble> {
        let mut tries = 0;
        loop {
            let answer = self.make(call(self.asking)).await?;
            tries += 1;
            if self.asking.try_other(self.heard(&answer)) {
                let answer = self.make(call(self.asking)).await?;
                if answer.status != StatusCode::UNAUTHORIZED {
                    let header = Learned::Header { dashed: self.asking.is_dashed() };
                    let learned = learn(self.engine, self.channel.id, &[header]).await;
                    drop(
                        learned.inspect_err(|error| tracing::warn!(%error, "What was learned is not kept.")),
                    );
                }
                return Ok(answer);
            }
            if answer.status != StatusCode::TOO_MANY_REQUESTS || tries >= TRIES {
                return Ok(answer);
            }
        }
    }

    /// An answer, as the platform reads it.
    pub(super) fn heard<'b>(&self, answer: &'b Answer) -> Heard<'b> {
        let now = self.engine.clock.now();
        Heard { status: answer.status, headers: &answer.headers, body: &answer.body, now }
    }

    async fn make(&self, call: Option<Call>) -> Result<Answer, Trouble> {
        let stopping = self.engine.stopping();
        let call = call.ok_or(Trouble { code: Code::Id01, status: None })?;
        tokio::select! {
            answer = self.call(&call) => answer,
            () = stopping.cancelled() => Err(Trouble { code: Code::Net07, status: None }),
        }
    }

    async fn call(&self, call: &Call) -> Result<Answer, Trouble> {
        let engine = self.engine;
        let trouble = |code| Trouble { code, status: None };
        let address = self.client.at(&call.url).map_err(|failure| trouble(failure.code))?;
        let place = Place::of(&call.url);
        if let Err(wait) = engine.pace().ask(&place, &call.pace) {
            let turn = engine.pace().turn(&place, &call.pace, wait, LONGEST_TURN).await;
            turn.map_err(|_| trouble(Code::Rate01))?;
        }
        let request = Request {
            method: call.method.clone(),
            headers: &call.headers,
            body: Outgoing::empty(),
            limit: Duration::from_millis(engine.settings().timeout_ms.max(1)),
            answer_limit: PLATFORM_ANSWER_LIMIT,
        };
        let called = self.client.call(&address, request).await;
        engine.pace().heard(&place, &called, engine.clock.now());
        self.keep(call, address.url, &called).await;
        called.result.map_err(|failure| trouble(failure.code))
    }

    async fn keep(&self, call: &Call, url: String, called: &Called) {
        let (answer, code) = match &called.result {
            Ok(answer) => {
                let kept = answer.body.slice(..answer.body.len().min(ANSWER_LIMIT));
                let truncated = answer.truncated || kept.len() < answer.body.len();
                let shown = (answer.status.as_u16(), kept_headers(&answer.headers), kept, truncated);
                (Some(shown), refusal(self.heard(answer)))
            }
            Err(failure) => (None, Some(failure.code)),
        };
        let call = OwnCall {
            body: bytes::Bytes::new(),
            channel: self.channel.id,
            step: call.step,
            method: call.method.to_string(),
            url,
            headers: call.headers.clone(),
            answer,
            code,
            timings: called.timings,
        };
        match self.engine.store.keep_call(call).await {
            Ok(row) => CallKept { row }.emit(&self.engine.bus),
            Err(error) => tracing::warn!(%error, channel = %self.channel.id, "A call is not in the log."),
        }
    }
}
