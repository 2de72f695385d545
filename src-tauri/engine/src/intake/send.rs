//! Sending a conversation: whether it can be sent there, the event that asks for it, and those whose time comes later.
//!
//! A sending is an arrival like any other, kept first and then delivered: to the endpoint, to an address given once, or to another
//! channel's platform. It names the conversation; what is in it is read when it is sent. Subscriptions choose what comes by itself and do
//! not matter for what somebody asked for.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde_json::{Value, json};

use super::keep::{Entered, keep, own};
use crate::domain::{
    Channel, Code, Contact, Conversation, EventId, Mode, Platform, Routed, SkipReason, Snapshot, Target,
    When, link, validate,
};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::platforms::{redact, write};
use crate::schema::Source;
use crate::secret::Secret;
use crate::store::{Arrival, DueFlag, Kept};

/// How long to wait after trouble with the store.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// What is flagged is looked at again after so long, whatever was told.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// The target, its address as it is called. Errors: URL-01, URL-02, URL-03 it is none. It may be private: an admin typed it.
pub(crate) fn checked(engine: &Engine, target: Target) -> Result<Target> {
    let Target::Address { url } = target else { return Ok(target) };
    let settings = engine.settings();
    let listen = engine.relay_addr().or_else(|| settings.listen.parse().ok());
    let own = validate::Own { listen, public_url: settings.public_url.clone() };
    let url = validate::callback_url(&url, &own, &mut Vec::new()).map_err(|error| {
        let field = [("field".to_owned(), "target.url".to_owned())];
        Error { params: error.params.into_iter().chain(field).collect(), ..error }
    })?;
    Ok(Target::Address { url })
}

/// Why conversations of a channel cannot be sent there; none when they can. A paused channel collects.
pub(crate) fn refusal(engine: &Engine, from: &Channel, target: &Target) -> Option<Error> {
    let off = || Some(Error::with(Code::Off01, [("channel", &from.name)]));
    match target {
        Target::Endpoint | Target::Address { .. } if from.mode == Mode::Off => off(),
        Target::Endpoint if from.callback_url.as_deref().is_none_or(str::is_empty) => {
            Some(Error::with(Code::Data02, [("field", "callbackUrl"), ("channel", &from.name)]))
        }
        Target::Endpoint | Target::Address { .. } => None,
        Target::Channel { channel } if *channel == from.id => {
            Some(Error::with(Code::Send01, [("channel", &from.name)]))
        }
        Target::Channel { channel } => match engine.channel(*channel) {
            Some(to) => write::lacks(&to, true),
            None => Some(Error::new(Code::Id05)),
        },
    }
}

/// Why conversations of a channel cannot be sent then; none when they can.
pub(crate) fn untimely(from: &Channel, when: When) -> Option<Error> {
    let offered = When::offered(from.platform()).contains(&when);
    (!offered)
        .then(|| Error::with(Code::Send02, [("channel", from.name.as_str()), ("platform", from.brand())]))
}

/// The event that sends a conversation, and where it goes. `head` is what is known of it, and `from` its channel.
pub(crate) fn routed(
    engine: &Engine,
    id: EventId,
    from: &Channel,
    head: &Snapshot,
    target: &Target,
) -> Routed {
    let mut event = head.of.event();
    event.occurred_at = Some(engine.clock.now());
    let about = &head.conversation;
    let contact = head.contact.clone();
    let chat = about.chat.clone().unwrap_or_else(|| about.key.clone());
    let mut routed =
        Routed { channel: from.id, id: Some(id), event, skip: None, platform: false, address: None };
    if let Target::Channel { channel } = target {
        let to = engine.channel(*channel);
        let key = link::key_across(from.id, &chat);
        let own = if to.as_ref().is_some_and(|to| to.platform() == Platform::Elma365) { &key } else { "" };
        let whom = contact.as_ref().map(|contact| contact.key.as_str()).filter(|key| !key.is_empty());
        let person = Contact {
            key: link::key_across(from.id, whom.unwrap_or(&chat)),
            // In Chatwoot an identifier is unique for the account, and the other account's may mean somebody else here.
            identifier: contact
                .as_ref()
                .and_then(|contact| contact.identifier.clone())
                .filter(|_| !own.is_empty()),
            attributes: serde_json::Map::new(),
            ..contact.unwrap_or_default()
        };
        let name = person.name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&from.name);
        let language = engine.settings().language.clone();
        let told = [("chatName", name), ("channelName", &from.name), ("language", &language)];
        routed.event.detail.extend(told.map(|(name, value)| (name.to_owned(), Value::from(value))));
        routed.event.conversation =
            Some(Conversation { key: own.to_owned(), chat: Some(key), ..Conversation::default() });
        routed.event.contact = Some(person);
        routed.channel = *channel;
        routed.platform = true;
        // Whoever is behind that channel did not ask for it.
        routed.skip = Some(SkipReason::NothingToSend);
        return routed;
    }
    let Conversation { key, chat, session, .. } = about.clone();
    routed.event.conversation = Some(Conversation { key, chat, session, ..Conversation::default() });
    routed.event.contact = contact;
    match target {
        Target::Address { url } => {
            routed.address = Some(Secret::new(url.as_str()));
            routed.skip = Some(SkipReason::NothingToSend);
        }
        _ if from.callback_url.as_deref().is_none_or(str::is_empty) => {
            routed.skip = Some(SkipReason::NoEndpoint)
        }
        _ => {}
    }
    routed
}

/// Sends a conversation because somebody wants it, now or by what was flagged: `source` is the endpoint or a screen. `unique`: what is asked
/// for under the same name again is not sent again. Gives its event and its row.
pub(crate) async fn send(
    engine: &Engine,
    from: &Channel,
    head: &Snapshot,
    target: &Target,
    source: Source,
    unique: Option<String>,
) -> Result<(EventId, Entered)> {
    let id = engine.store.new_id();
    let events = vec![routed(engine, id, from, head, target)];
    let arrival = Arrival { events, source, unique, ..arrival(engine, from, Some(head), target) };
    let entered = keep(engine, arrival).await?;
    Ok((entered.again.unwrap_or(id), entered))
}

/// What the log shows of a sending that no request asked for.
fn arrival(engine: &Engine, from: &Channel, head: Option<&Snapshot>, target: &Target) -> Arrival {
    let about = head.map(|head| &head.conversation);
    let chat = about.map(|about| about.chat.as_deref().unwrap_or(&about.key));
    let body = json!({ "type": "conversation.snapshot", "chat": chat, "target": shown(target) });
    own(engine, from, &body)
}

/// A target without secrets.
pub(crate) fn shown(target: &Target) -> Value {
    match target {
        Target::Address { url } => json!({ "kind": "address", "url": redact::address_given(url) }),
        other => json!(other),
    }
}

/// A body of the outbox as the log keeps it: of an address given once, only what tells it from others.
pub(crate) fn without_address(body: Bytes, target: &Target) -> Bytes {
    let Target::Address { .. } = target else { return body };
    let Ok(mut value) = serde_json::from_slice::<Value>(&body) else { return Bytes::new() };
    // A form is kept with its fields apart.
    let parts = ["/target", "/fields/target", "/fields/request/target", "/fields/json/target"];
    for part in parts {
        if let Some(named) = value.pointer_mut(part) {
            *named = shown(target);
        }
    }
    value.to_string().into()
}

/// Where a channel's conversations go, in words.
pub(crate) fn host_of(url: &str) -> String {
    url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// Sends what was flagged once its time has come, until the engine stops. Asked for under the flag's own name it is sent once, wherever the
/// program stops in between.
pub(crate) async fn send_due(engine: Arc<Engine>) {
    let stopping = engine.stopping();
    loop {
        let pause = match send_flagged(&engine).await {
            Ok(()) => LOOK_AGAIN,
            Err(error) => {
                tracing::error!(%error, "A conversation that was flagged is not sent yet.");
                STORE_PAUSE
            }
        };
        tokio::select! {
            () = stopping.cancelled() => return,
            () = engine.flags.notified() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn send_flagged(engine: &Engine) -> Result<()> {
    loop {
        let due = engine.store.due_flags().await?;
        if due.is_empty() {
            return Ok(());
        }
        for flag in due {
            if engine.stopping().is_cancelled() {
                return Ok(());
            }
            send_one(engine, &flag).await?;
            engine.store.flag_done(flag.id).await?;
        }
    }
}

async fn send_one(engine: &Engine, flag: &DueFlag) -> Result<()> {
    let Some(from) = engine.channel(flag.channel) else { return Ok(()) };
    let head = engine.store.heads(vec![flag.conversation]).await?.pop().flatten();
    let refused = match &head {
        None => Some(Error::new(Code::Id05)),
        // Without an endpoint it is kept as not sent for that reason.
        Some(_) if flag.target == Target::Endpoint => None,
        Some(_) => refusal(engine, &from, &flag.target),
    };
    if let (Some(head), None) = (&head, &refused) {
        return send(engine, &from, head, &flag.target, flag.source, Some(flag.name())).await.map(drop);
    }
    // What was promised and cannot be kept stands in the log.
    let kept = refused.map(|error| Kept { code: error.code, can_process: false });
    let source = flag.source;
    keep(engine, Arrival { kept, source, ..arrival(engine, &from, head.as_ref(), &flag.target) })
        .await
        .map(drop)
}
