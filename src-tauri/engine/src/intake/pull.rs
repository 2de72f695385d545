//! The history of a Chatwoot channel, fetched because the admin wants it here: every conversation with all its messages.
//!
//! Apart from catching up because nothing of it is news: it is kept ([`SkipReason::History`]) and told to nobody, neither the endpoint nor
//! links nor the platform, and what live traffic has told stands. One page of a conversation is one entry of the log. Files stay where
//! they are: their names and addresses are known, and whoever opens one fetches it. What was fetched before is noted with the conversation
//! and passed over without a call, so that a pull that was stopped and begun again is soon where it was.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::Method;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::catch_up::{may_pass, worded};
use super::inquiry::{Inquiry, Trouble};
use super::keep::keep;
use crate::delivery::client::Answer;
use crate::delivery::pace::Place;
use crate::domain::{Channel, ChannelId, Code, Format, Platform, Routed, SkipReason, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result as Kept};
use crate::events::PullWent;
use crate::platforms::chatwoot::catch_up::{Asking, Conversations, Found, Messages, source_id};
use crate::platforms::write::Call;
use crate::schema::{PullState, PullView, Source};
use crate::store::{Arrival, Pulled};

/// Clocks differ: what happened so long before a pull began may have moved while it read, in ms.
const MARGIN_MS: i64 = 60_000;

/// Waits before what failed in a way that may pass is asked for again.
const AGAIN: [Duration; 3] = [Duration::from_millis(500), Duration::from_secs(3), Duration::from_secs(15)];

/// Messages that are kept at once: intake goes on between them.
const PART: usize = 100;

/// The wait before more is handed to a store that has too much to write.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// The pulls of this run, one a channel.
#[derive(Debug, Default)]
pub(crate) struct Pulls(Mutex<HashMap<ChannelId, Pull>>);

#[derive(Debug)]
struct Pull {
    view: PullView,
    stop: CancellationToken,
}

impl Pulls {
    fn all(&self) -> MutexGuard<'_, HashMap<ChannelId, Pull>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How they stand, the newest first; none of channels that are gone.
    pub(crate) fn shown(&self, engine: &Engine) -> Vec<PullView> {
        let mut all = self.all();
        all.retain(|id, _| engine.channel(*id).is_some());
        let mut shown: Vec<PullView> = all.values().map(|pull| pull.view.clone()).collect();
        shown.sort_by_key(|view| std::cmp::Reverse((view.started_at, view.channel)));
        shown
    }
}

/// Begins to fetch a channel's history; one that is under way goes on as it is. Errors: ID-05 there is no such channel, KIND-01 its platform
/// cannot be asked, ID-01 it could be with an address, an account and a token.
pub(crate) fn begin(engine: &Arc<Engine>, id: ChannelId, from: Option<Timestamp>) -> Kept<PullView> {
    let channel = engine.channel(id).ok_or(Error::new(Code::Id05))?;
    if channel.platform() != Platform::Chatwoot {
        return Err(Error::new(Code::Kind01));
    }
    if Asking::new(&channel).is_none() {
        return Err(Error::new(Code::Id01));
    }
    let mut all = engine.pulls().all();
    if let Some(pull) = all.get(&id).filter(|pull| pull.view.state == PullState::Running) {
        return Ok(pull.view.clone());
    }
    let stop = engine.stopping().child_token();
    let view = PullView {
        channel: id,
        state: PullState::Running,
        started_at: engine.clock.now(),
        conversations: 0,
        total: None,
        messages: 0,
        error: None,
    };
    all.insert(id, Pull { view: view.clone(), stop: stop.clone() });
    drop(all);
    PullWent { view: view.clone() }.emit(&engine.bus);
    let theirs = Arc::clone(engine);
    engine.run(async move { run(&theirs, &channel, from, &stop).await });
    Ok(view)
}

/// Stops fetching; what was fetched stays. Errors: ID-05 there is no such channel.
pub(crate) fn cancel(engine: &Engine, id: ChannelId) -> Kept<()> {
    engine.channel(id).ok_or(Error::new(Code::Id05))?;
    if let Some(pull) = engine.pulls().all().get(&id) {
        pull.stop.cancel();
    }
    Ok(())
}

async fn run(engine: &Engine, channel: &Channel, from: Option<Timestamp>, stop: &CancellationToken) {
    let fetched = match Inquiry::new(engine, channel) {
        Ok(inquiry) => Pulling { inquiry, from, stop }.fetch().await,
        Err(trouble) => Err(trouble),
    };
    let (state, error) = match fetched {
        Ok(()) => (PullState::Done, None),
        Err(_) if stop.is_cancelled() => (PullState::Cancelled, None),
        Err(trouble) => {
            let (channel_id, code) = (channel.id, trouble.code);
            tracing::warn!(channel = %channel_id, %code, "A channel's history could not be fetched to its end.");
            (PullState::Failed, Some(worded(trouble, channel, engine.settings().timeout_ms)))
        }
    };
    change(engine, channel.id, |view| (view.state, view.error) = (state, error));
}

/// Changes how a pull stands and tells of it.
fn change(engine: &Engine, id: ChannelId, change: impl FnOnce(&mut PullView)) {
    let mut all = engine.pulls().all();
    let Some(pull) = all.get_mut(&id) else { return };
    change(&mut pull.view);
    let view = pull.view.clone();
    drop(all);
    PullWent { view }.emit(&engine.bus);
}

/// A pull under way.
struct Pulling<'a> {
    inquiry: Inquiry<'a>,
    /// Nothing older is asked for.
    from: Option<Timestamp>,
    stop: &'a CancellationToken,
}

impl Pulling<'_> {
    /// Reads the list of conversations to its end, and each as it comes up. Whatever is active meanwhile moves to the front of the list,
    /// past the page that is read: afterwards the front is read again, until nothing has moved.
    async fn fetch(&mut self) -> Result<(), Trouble> {
        /// Nobody runs after a busy account for ever: what is active after so many rounds comes by itself.
        const ROUNDS: usize = 5;
        let (engine, channel) = (self.inquiry.engine(), self.inquiry.channel().id);
        let mut listed = Conversations::new(self.from.unwrap_or(Timestamp(i64::MIN)));
        for _ in 0..ROUNDS {
            let began = engine.clock.now().plus_ms(-MARGIN_MS);
            let mut new = false;
            while listed.call(self.inquiry.asking).is_some() {
                let answer = self.ask(|asking| listed.call(asking)).await?;
                let (heard, status) = (self.inquiry.heard(&answer), Some(answer.status.as_u16()));
                listed.hear(self.inquiry.asking, heard).map_err(|code| Trouble { code, status })?;
                let total = listed.total().filter(|_| self.from.is_none());
                change(engine, channel, |view| view.total = total.or(view.total));
                for messages in listed.take() {
                    new = true;
                    self.conversation(messages).await?;
                    change(engine, channel, |view| view.conversations += 1);
                }
            }
            if !new {
                break;
            }
            listed.again_since(began.max(self.from.unwrap_or(began)));
        }
        Ok(())
    }

    /// Reads one conversation and keeps what is not here yet.
    async fn conversation(&mut self, mut messages: Messages) -> Result<(), Trouble> {
        let (engine, channel) = (self.inquiry.engine(), self.inquiry.channel());
        let before = engine.store.pulled(channel.id, &messages.key).await.map_err(ours)?;
        let reaches = before.filter(|before| before.from <= self.from);
        if reaches.is_some_and(|before| messages.active_at().is_some_and(|at| at <= before.active_at)) {
            return Ok(());
        }
        match (reaches, self.from) {
            (Some(before), _) => messages.after(&before.last.to_string()),
            // Onwards from the beginning a page holds more than backwards.
            (None, None) => messages.after("0"),
            (None, Some(_)) => {}
        }
        // Backwards the pages come in the wrong order.
        let whole = reaches.is_none() && self.from.is_some();
        let (mut last, mut first) = (reaches.map_or(0, |before| before.last), true);
        while messages.call(self.inquiry.asking).is_some() {
            let answer = self.ask(|asking| messages.call(asking)).await?;
            let (heard, status) = (self.inquiry.heard(&answer), Some(answer.status.as_u16()));
            messages.hear(heard).map_err(|code| Trouble { code, status })?;
            if whole && messages.call(self.inquiry.asking).is_some() {
                continue;
            }
            let found = messages.take();
            if !found.is_empty()
                && let Some((contact, inbox)) = messages.asks_for_chat()
            {
                let answer = self.ask(|asking| Some(asking.contact(&contact))).await?;
                if let Some(chat) = source_id(self.inquiry.heard(&answer), inbox) {
                    messages.set_chat(chat);
                }
            }
            last = found.last().map_or(0, |one| one.id).max(last);
            // Also one in which nothing was said, or nothing new, is a conversation.
            for part in parts(found, first) {
                first = false;
                let count = keep_part(engine, channel, &messages, part).await.map_err(ours)?;
                change(engine, channel.id, |view| view.messages += count);
            }
        }
        let active_at = messages.active_at().unwrap_or_default();
        let pulled = Pulled { from: self.from, active_at, last };
        engine.store.set_pulled(channel.id, &messages.key, pulled).await.map_err(ours)
    }

    /// Asks, behind whatever live traffic has to say to the platform; what fails in a way that may pass is asked for again. Errors: also
    /// when it is stopped.
    async fn ask(&mut self, call: impl Fn(Asking<'_>) -> Option<Call>) -> Result<Answer, Trouble> {
        let stop = self.stop;
        tokio::select! {
            answer = self.ask_again(call) => answer,
            () = stop.cancelled() => Err(Trouble { code: Code::Net07, status: None }),
        }
    }

    async fn ask_again(&mut self, call: impl Fn(Asking<'_>) -> Option<Call>) -> Result<Answer, Trouble> {
        let pace = self.inquiry.engine().pace();
        let place = Place::of(self.inquiry.channel().api_url.as_deref().unwrap_or_default());
        let mut pauses = AGAIN.iter();
        loop {
            pace.room(&place).await;
            let asked = self.inquiry.ask(&call).await;
            let passes = match &asked {
                Ok(answer) => answer.status.is_server_error(),
                Err(trouble) => may_pass(trouble.code),
            };
            let Some(pause) = pauses.next().filter(|_| passes) else { return asked };
            tokio::time::sleep(*pause).await;
        }
    }
}

/// What is kept at once of what was found; one part even of nothing, where there must be one.
fn parts(mut found: Vec<Found>, must: bool) -> Vec<Vec<Found>> {
    let mut parts = Vec::new();
    while found.len() > PART {
        let rest = found.split_off(PART);
        parts.push(std::mem::replace(&mut found, rest));
    }
    if !found.is_empty() || must {
        parts.push(found);
    }
    parts
}

/// Keeps those of these messages that are not here yet, and what is known of their conversation. Gives how many were new. Errors: ID-05 the
/// channel is gone, or the store's.
async fn keep_part(engine: &Engine, channel: &Channel, messages: &Messages, found: Vec<Found>) -> Kept<u64> {
    let keys = found.iter().map(|one| one.id.to_string()).collect();
    let unknown = engine.store.unknown_messages(channel.id, &messages.key, keys).await?;
    let unknown: HashSet<String> = unknown.into_iter().collect();
    let new: Vec<Found> = found.into_iter().filter(|one| unknown.contains(&one.id.to_string())).collect();
    let event = messages.history(&new);
    let count = event.conversation.as_ref().map_or(0, |conversation| conversation.transcript.len());
    loop {
        if engine.channel(channel.id).is_none() {
            return Err(Error::new(Code::Id05));
        }
        let routed = Routed {
            channel: channel.id,
            id: None,
            event: event.clone(),
            skip: Some(SkipReason::History),
            platform: false,
            address: None,
        };
        let arrival = Arrival {
            channel: Some(channel.id),
            at: engine.clock.now(),
            started: engine.clock.stopwatch(),
            method: Method::GET.to_string(),
            path: format!("/conversations/{}/messages", messages.key),
            peer: String::new(),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: Bytes::from(Value::from_iter(new.iter().map(|one| one.body.clone())).to_string()),
            status: 200,
            answer: None,
            kept: None,
            events: vec![routed],
            format: Format::Switchboard,
            source: Source::CatchUp,
            files: Vec::new(),
            unique: None,
        };
        match keep(engine, arrival).await {
            Ok(_) => return Ok(count as u64),
            Err(error) if error.code == Code::Rate02 => tokio::time::sleep(STORE_PAUSE).await,
            Err(error) => return Err(error),
        }
    }
}

fn ours(error: Error) -> Trouble {
    Trouble { code: error.code, status: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_conversation_is_kept_in_parts_and_an_empty_one_once() {
        let found = |count: usize| -> Vec<Found> {
            (0..count).map(|id| Found { id: id as i64, at: Timestamp(0), body: Value::Null }).collect()
        };
        let sizes = |count, must| parts(found(count), must).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(sizes(0, true), [0]);
        assert!(sizes(0, false).is_empty());
        assert_eq!(sizes(PART, false), [PART]);
        assert_eq!(sizes(PART * 2 + 1, true), [PART, PART, 1]);
        let ids: Vec<i64> = parts(found(PART + 3), false).into_iter().flatten().map(|one| one.id).collect();
        assert!(ids.is_sorted());
    }
}
