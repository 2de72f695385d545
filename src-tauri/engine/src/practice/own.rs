//! Practice endpoints of real channels: each listens on this computer, answers as the admin chose and shows what came.
//!
//! They outlive the screens that show them, and a restart of the app as far as their port is free; the channel follows where it is not.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{HeaderValue, StatusCode, header};

use super::endpoint::{Call, Endpoint, Reply};
use crate::clock::Clock;
use crate::delivery::sign;
use crate::domain::{Channel, ChannelId, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::platforms::{self, redact};
use crate::schema::{PracticeAnswer, PracticeEndpoint, PracticeReceived};
use crate::store::PracticeRow;

/// Requests shown.
const SHOWN: usize = 50;
/// Bytes of a body that are kept.
const KEPT: usize = 64 * 1024;
/// Longer than any sender waits.
const NEVER: Duration = Duration::from_secs(600);

/// The practice endpoints that run.
#[derive(Debug, Default)]
pub(crate) struct Endpoints(Mutex<HashMap<ChannelId, Running>>);

#[derive(Debug)]
struct Running {
    endpoint: Endpoint,
    inside: Arc<Inside>,
}

#[derive(Debug)]
struct Inside {
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    channel: Arc<Channel>,
    answer: PracticeAnswer,
    /// With its secrets, which are masked by what the channel is when it is shown.
    received: VecDeque<PracticeReceived>,
    count: u32,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Endpoints {
    /// Starts those whose channels send to them. One whose port is taken gets another, and its channel is told.
    pub(crate) async fn resume(&self, engine: &Engine) -> Result<()> {
        for row in engine.store.practices().await? {
            let Some(channel) = engine.channel(row.channel) else { continue };
            let was = address(row.port);
            if channel.callback_url.as_deref() == Some(&was) {
                let url = self.start(engine, &channel, row.port, row.answer).await?;
                self.keep(engine, row.channel, row.before).await?;
                if url != was {
                    send_to(engine, row.channel, Some(url)).await?;
                }
            }
        }
        Ok(())
    }

    /// How a channel's stands.
    pub(crate) async fn view(&self, engine: &Engine, channel: &Channel) -> Result<PracticeEndpoint> {
        let row = row(engine, channel.id).await?;
        let running = locked(&self.0);
        let running = running.get(&channel.id);
        let url = running.map(|it| it.endpoint.url());
        let in_use = url.is_some() && channel.callback_url == url;
        let state = running.map(|it| locked(&it.inside.state));
        let own = platforms::own_secrets(channel);
        let shown = |received: &PracticeReceived| PracticeReceived {
            headers: redact::headers(&received.headers, &own),
            body: redact::body_with(received.body.as_bytes(), &own),
            ..received.clone()
        };
        Ok(PracticeEndpoint {
            channel: channel.id,
            answer: state
                .as_ref()
                .map_or_else(|| row.as_ref().map(|row| row.answer).unwrap_or_default(), |state| state.answer),
            before: row
                .filter(|_| in_use)
                .and_then(|row| row.before)
                .map(|before| redact::address_given(&before)),
            received: state.map_or_else(Vec::new, |state| state.received.iter().map(shown).collect()),
            in_use,
            url,
        })
    }

    /// Sets how a channel's answers; starts it where it does not run.
    pub(crate) async fn set(
        &self,
        engine: &Engine,
        channel: &Arc<Channel>,
        answer: PracticeAnswer,
    ) -> Result<()> {
        let before = row(engine, channel.id).await?;
        let port = before.as_ref().map_or(0, |row| row.port);
        self.start(engine, channel, port, answer).await?;
        self.keep(engine, channel.id, before.and_then(|row| row.before)).await
    }

    /// Lets a channel send to its practice endpoint, or to where it sent before.
    pub(crate) async fn use_it(&self, engine: &Engine, channel: &Arc<Channel>, on: bool) -> Result<()> {
        let known = row(engine, channel.id).await?;
        let url = locked(&self.0).get(&channel.id).map(|it| it.endpoint.url());
        let in_use = url.is_some() && channel.callback_url == url;
        match (on, in_use) {
            (true, false) => {
                let (port, answer) = known.map(|row| (row.port, row.answer)).unwrap_or_default();
                let answer =
                    locked(&self.0).get(&channel.id).map_or(answer, |it| locked(&it.inside.state).answer);
                let url = self.start(engine, channel, port, answer).await?;
                self.keep(engine, channel.id, channel.callback_url.clone()).await?;
                send_to(engine, channel.id, Some(url)).await
            }
            (false, true) => send_to(engine, channel.id, known.and_then(|row| row.before)).await,
            _ => Ok(()),
        }
    }

    /// Ends a channel's: it is gone, or no longer practised with.
    pub(crate) fn forget(&self, channel: ChannelId) {
        locked(&self.0).remove(&channel);
    }

    /// Runs a channel's with this answer. Gives its address.
    async fn start(
        &self,
        engine: &Engine,
        channel: &Arc<Channel>,
        port: u16,
        answer: PracticeAnswer,
    ) -> Result<String> {
        if let Some(running) = locked(&self.0).get(&channel.id) {
            let mut state = locked(&running.inside.state);
            (state.answer, state.channel) = (answer, Arc::clone(channel));
            return Ok(running.endpoint.url());
        }
        let state = State { channel: Arc::clone(channel), answer, received: VecDeque::new(), count: 0 };
        let inside = Arc::new(Inside { clock: engine.clock, state: Mutex::new(state) });
        let answers = Arc::clone(&inside);
        let endpoint = Endpoint::start_at(port, move |call| answers.answer(call))
            .await
            .map_err(|cause| Error::unexpected("starting the practice endpoint", &cause))?;
        let url = endpoint.url();
        locked(&self.0).insert(channel.id, Running { endpoint, inside });
        Ok(url)
    }

    /// Keeps how a running one is to be started again.
    async fn keep(&self, engine: &Engine, channel: ChannelId, before: Option<String>) -> Result<()> {
        let found = locked(&self.0)
            .get(&channel)
            .map(|it| (it.endpoint.address().port(), locked(&it.inside.state).answer));
        let Some((port, answer)) = found else { return Ok(()) };
        engine.store.put_practice(PracticeRow { channel, port, answer, before }).await
    }
}

fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}/")
}

async fn row(engine: &Engine, channel: ChannelId) -> Result<Option<PracticeRow>> {
    Ok(engine.store.practices().await?.into_iter().find(|row| row.channel == channel))
}

/// Sets where a channel sends.
async fn send_to(engine: &Engine, id: ChannelId, url: Option<String>) -> Result<()> {
    let _editing = engine.editing.lock().await;
    let Some(channel) = engine.channel(id) else { return Ok(()) };
    engine.store.put_channel(Channel { callback_url: url, ..Channel::clone(&channel) }).await?;
    engine.reload_channels().await?;
    engine.bus.announce(|| crate::events::Live::Channel(id));
    Ok(())
}

impl Inside {
    fn answer(&self, call: &Call) -> Reply {
        let mut state = locked(&self.state);
        let (reply, said) = reply(state.answer);
        state.count = state.count.saturating_add(1);
        let received = PracticeReceived {
            number: state.count,
            at: self.clock.now(),
            kind: kind_of(call),
            webhook_id: call.header("webhook-id").to_owned(),
            signed: is_signed(&state.channel, call),
            status: said.map(|status| status.as_u16()),
            headers: headers_of(call),
            body: String::from_utf8_lossy(call.body.get(..KEPT).unwrap_or(&call.body)).into_owned(),
            size: call.body.len() as u64,
        };
        state.received.push_front(received);
        state.received.truncate(SHOWN);
        reply
    }
}

/// The answer, and the status its sender will see, if it sees any.
fn reply(answer: PracticeAnswer) -> (Reply, Option<StatusCode>) {
    let with = |status: StatusCode, body: &'static str| (Reply::status(status).body(body), Some(status));
    match answer {
        PracticeAnswer::Ok => with(StatusCode::OK, "{}"),
        PracticeAnswer::Slow { ms } => {
            (Reply::ok().after(Duration::from_millis(u64::from(ms))), Some(StatusCode::OK))
        }
        PracticeAnswer::Unauthorised => with(StatusCode::UNAUTHORIZED, r#"{"error":"who are you?"}"#),
        PracticeAnswer::Rejecting => {
            with(StatusCode::UNPROCESSABLE_ENTITY, r#"{"error":"no such customer"}"#)
        }
        PracticeAnswer::Failing => {
            with(StatusCode::INTERNAL_SERVER_ERROR, r#"{"error":"the database is busy"}"#)
        }
        PracticeAnswer::Busy => {
            let status = StatusCode::TOO_MANY_REQUESTS;
            let reply = Reply::status(status).header(header::RETRY_AFTER, HeaderValue::from_static("5"));
            (reply, Some(status))
        }
        PracticeAnswer::Reset => (Reply::reset(), None),
        PracticeAnswer::Silent => (Reply::ok().after(NEVER), None),
        PracticeAnswer::NotJson => {
            let html = HeaderValue::from_static("text/html");
            let page = "<!doctype html><title>It works</title><h1>It works</h1>";
            (Reply::ok().header(header::CONTENT_TYPE, html).body(page), Some(StatusCode::OK))
        }
    }
}

fn headers_of(call: &Call) -> Vec<(String, String)> {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    call.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect()
}

/// What a body says it tells of: in our format `type`, in the platforms' own one of theirs.
fn kind_of(call: &Call) -> String {
    let Ok(body) = serde_json::from_slice::<serde_json::Value>(&call.body) else { return String::new() };
    let word = |name: &str| body.get(name).and_then(serde_json::Value::as_str);
    match (word("type"), word("event"), word("_type"), word("_event")) {
        (Some(kind), ..) | (None, Some(kind), ..) => kind.to_owned(),
        (None, None, Some(kind), Some(event)) => format!("{kind}.{event}"),
        _ => String::new(),
    }
}

fn is_signed(channel: &Channel, call: &Call) -> Option<bool> {
    let shown = call.headers.get("webhook-signature")?.to_str().ok()?;
    let seconds: i64 = call.header("webhook-timestamp").parse().ok()?;
    let at = Timestamp(seconds.saturating_mul(1_000));
    let ours = sign::standard(&channel.signing_secret, call.header("webhook-id"), &call.body, at);
    Some(ours.iter().any(|(name, value)| name == "webhook-signature" && value == shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_request_tells_of_is_read_in_every_format() {
        let call = |body: &'static str| Call {
            method: http::Method::POST,
            path: "/".to_owned(),
            headers: http::HeaderMap::new(),
            body: bytes::Bytes::from_static(body.as_bytes()),
        };
        for (body, kind) in [
            (r#"{"type":"message.received"}"#, "message.received"),
            (r#"{"event":"message_created"}"#, "message_created"),
            (r#"{"_type":"chat_session","_event":"start"}"#, "chat_session.start"),
            ("{}", ""),
            ("<html>", ""),
        ] {
            assert_eq!(kind_of(&call(body)), kind, "{body}");
        }
    }

    #[test]
    fn every_answer_is_what_it_says() {
        use PracticeAnswer as Answer;
        for (answer, status) in [
            (Answer::Ok, Some(200)),
            (Answer::Slow { ms: 5 }, Some(200)),
            (Answer::Unauthorised, Some(401)),
            (Answer::Rejecting, Some(422)),
            (Answer::Failing, Some(500)),
            (Answer::Busy, Some(429)),
            (Answer::Reset, None),
            (Answer::Silent, None),
            (Answer::NotJson, Some(200)),
        ] {
            assert_eq!(reply(answer).1.map(|status| status.as_u16()), status, "{answer:?}");
        }
    }
}
