//! The commands for practising with a channel: an endpoint that answers as it is told, and samples of what the platform sends.

use std::sync::Arc;
use std::time::Duration;

use super::Api;
use crate::domain::{Channel, Code, Mode, validate};
use crate::error::{Error, Result};
use crate::platforms::{self, Trust, redact};
use crate::practice::random::Random;
use crate::practice::request::{Request, Sender};
use crate::practice::samples::{self, Sample};
use crate::reach;
use crate::schema::*;

/// How long our own intake may take, in all.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest a slow answer may take, in ms.
const SLOWEST_MS: u32 = 120_000;

impl Api {
    pub(super) async fn practice_endpoint_get(&self, which: PracticeRef) -> Result<PracticeEndpoint> {
        let channel = self.channel(which.channel)?;
        self.practice.view(&self.engine, &channel).await
    }

    pub(super) async fn practice_endpoint_set(&self, set: PracticeSet) -> Result<PracticeEndpoint> {
        if let PracticeAnswer::Slow { ms } = set.answer {
            validate::within("ms", ms, &(1..=SLOWEST_MS))?;
        }
        let channel = self.channel(set.channel)?;
        self.practice.set(&self.engine, &channel, set.answer).await?;
        self.practice.view(&self.engine, &channel).await
    }

    pub(super) async fn practice_endpoint_use(&self, request: PracticeUse) -> Result<PracticeEndpoint> {
        let channel = self.channel(request.channel)?;
        self.practice.use_it(&self.engine, &channel, request.on).await?;
        // The channel is another one by now.
        let channel = self.channel(request.channel)?;
        self.practice.view(&self.engine, &channel).await
    }

    pub(super) async fn practice_samples(&self, which: PracticeRef) -> Result<Vec<PracticeSample>> {
        let channel = self.channel(which.channel)?;
        let own = platforms::own_secrets(&channel);
        let shown = |sample: Sample| {
            let event = self.read_as(&channel, &sample.request)?;
            let body = redact::body_with(&sample.request.body, &own);
            Some(PracticeSample {
                id: sample.id.to_owned(),
                name: event.platform_name,
                kind: event.kind,
                subscribed: channel.subscriptions.contains(event.kind),
                headers: redact::headers(&sample.request.headers, &own),
                body: laid_out(&body),
            })
        };
        Ok(self.made_up(&channel).into_iter().filter_map(shown).collect())
    }

    pub(super) async fn practice_send(&self, send: PracticeSend) -> Result<PracticeSent> {
        let channel = self.channel(send.channel)?;
        let found = self.made_up(&channel).into_iter().find(|sample| sample.id == send.id);
        let sample = found.ok_or_else(|| validate::bad_field("id"))?;
        self.practise(&channel, sample.request).await
    }

    /// Sends a request to the channel's own intake, as its platform would, marked as practice. Errors: OFF-01 the channel is turned off,
    /// and why the relay does not listen.
    pub(super) async fn practise(&self, channel: &Channel, mut request: Request) -> Result<PracticeSent> {
        if channel.mode == Mode::Off {
            return Err(Error::with(Code::Off01, [("channel", channel.name.as_str())]));
        }
        if let Some(error) = self.engine.relay_error() {
            return Err(error);
        }
        let mark = self.engine.practice.give();
        request.headers.push(mark.header());
        let url = reach::intake_url(&self.relay_url(), channel);
        let answered = tokio::time::timeout(PATIENCE, Sender::default().post(&url, request)).await;
        let status = match answered {
            Ok(Ok((status, _))) => Some(status.as_u16()),
            Ok(Err(cause)) => return Err(Error::unexpected("calling our own intake", &cause)),
            Err(_) => None,
        };
        Ok(PracticeSent { status, exchange: mark.row() })
    }

    fn made_up(&self, channel: &Channel) -> Vec<Sample> {
        let seed: crate::domain::ExchangeId = self.engine.store.new_id();
        samples::samples(channel, &mut Random::new(seed.0), self.engine.clock.now())
    }

    fn read_as(&self, channel: &Arc<Channel>, request: &Request) -> Option<crate::domain::Event> {
        let mut headers = http::HeaderMap::new();
        for (name, value) in &request.headers {
            let name = http::HeaderName::from_bytes(name.as_bytes()).ok()?;
            headers.append(name, http::HeaderValue::from_str(value).ok()?);
        }
        let request = platforms::Request { headers: &headers, body: &request.body };
        let reading = platforms::read(channel, request, Trust::Accepted, self.engine.clock.now());
        reading.events.into_iter().next()
    }
}

/// JSON with a line for each field; anything else as it is.
fn laid_out(body: &str) -> String {
    serde_json::from_str::<serde_json::Value>(body)
        .and_then(|body| serde_json::to_string_pretty(&body))
        .unwrap_or_else(|_| body.to_owned())
}
