//! What a platform is told about messages of its own: that the other side has one, or never will.
//!
//! Told is only the platform an operator's message came from, by a delivery that carried it to its reader: to the channel's own endpoint,
//! or over a link to another platform. The store enters what is to be told in the commit that keeps the end of that delivery.

use std::borrow::Cow;

use crate::domain::{
    Channel, ChannelId, Code, Conversation, Event, EventKind, Message, Options, Origin, Side,
};
use crate::engine::Engine;
use crate::platforms::write::{self, WriteBack};
use crate::store::{Job, Role, Verdict};
use crate::strings;

/// Events owed to these channels' platforms.
pub(super) type WriteBacks = Vec<(ChannelId, Event)>;

/// What platforms are told after a try of `job` ended so. Whether another copy of the message failed, and whether the platform knows it
/// already, the store sees when it enters it.
pub(super) fn write_backs(
    engine: &Engine,
    channel: &Channel,
    job: &Job,
    verdict: Verdict,
    code: Option<Code>,
) -> WriteBacks {
    if !matches!(verdict, Verdict::Delivered | Verdict::Failed) || job.event.kind != EventKind::MessageSent {
        return Vec::new();
    }
    // Of what was only practised the platform knows nothing.
    if job.event.detail.get("practice").and_then(serde_json::Value::as_bool) == Some(true) {
        return Vec::new();
    }
    let (whose, original) = match (job.role, &job.event.origin) {
        (Role::Endpoint, None) => (Cow::Borrowed(channel), Cow::Borrowed(&job.event)),
        (Role::Platform, Some(origin)) => match engine.channel(origin.channel) {
            Some(whose) => (Cow::Owned(Channel::clone(&whose)), Cow::Owned(original(&job.event, origin))),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    if write::base(&whose).is_none() {
        return Vec::new();
    }
    let sentence;
    let state = if verdict == Verdict::Delivered {
        WriteBack::Delivered
    } else {
        sentence = failed(&whose, code.unwrap_or(Code::App01));
        WriteBack::Failed(&sentence)
    };
    write::write_back(&whose, &original, state).into_iter().map(|told| (whose.id, told)).collect()
}

/// The event that a link carried, as far as its platform must know it.
fn original(copy: &Event, origin: &Origin) -> Event {
    let template = copy.message.as_ref().is_some_and(|message| message.template);
    Event {
        conversation: origin.conversation.clone().map(|key| Conversation {
            key,
            chat: origin.chat.clone(),
            ..Conversation::default()
        }),
        message: origin.message.clone().map(|key| Message {
            key: Some(key),
            template,
            ..Message::by(Side::Operator)
        }),
        ..Event::new(EventKind::MessageSent, "")
    }
}

/// Why a message will not arrive, for agents: they know nothing of endpoints and links.
fn failed(channel: &Channel, code: Code) -> String {
    let language = match &channel.options {
        Options::Chatwoot(options) => options.agents_language.as_deref(),
        Options::Elma365(_) | Options::Userlike(_) => None,
    };
    let key = match code {
        Code::Http01
        | Code::Http03
        | Code::Plat01
        | Code::Id02
        | Code::Id03
        | Code::Kind01
        | Code::Size01 => "agents-failed-refused",
        Code::Net04
        | Code::Net05
        | Code::Net06
        | Code::Net07
        | Code::Tls01
        | Code::Tls02
        | Code::Tls03
        | Code::Url03 => "agents-failed-unreachable",
        Code::Http02 | Code::Plat02 | Code::Rate01 => "agents-failed-trouble",
        _ => "agents-failed-other",
    };
    strings::text_in(language.unwrap_or("en"), key, &[("code".to_owned(), code.name().to_owned())].into())
}
