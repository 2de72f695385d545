//! What is said to ELMA365: messages of customers, a question about one of its users, the end of the channel.
//!
//! All of it goes by POST to the address learned at `connect`, with the token in the body. They know a message of ours by the id we give
//! it, so that sending it again does no harm. Their 200 means that they have it; what became of it they say later, or never.

use http::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::transcript;
use crate::domain::{Code, Elma365Options, EventKind, Learned, State};
use crate::platforms::write::{
    Body, Call, Done, FileAt, Heard, Next, Pace, Progress, Step, Task, Taught, asked_wait, lost, unreached,
};

/// How long their silence about a message lasts before it counts.
const SILENCE_MS: i64 = 60_000;
/// How often a message is sent, in all, for their silence.
const MOST_FOR_SILENCE: u64 = 3;

/// In the progress: how often they took it.
const TAKEN: &str = "taken";
/// In the progress: what they answered, where that was the point.
const RESULT: &str = "result";

/// One step of a task.
#[must_use]
pub fn write(
    options: &Elma365Options,
    task: &Task<'_>,
    progress: &Progress,
    heard: Option<Heard<'_>>,
) -> Step {
    let mut progress = progress.clone();
    let next = match heard {
        None | Some(Heard::Interrupted) => {
            let taken = progress.get(TAKEN).and_then(Value::as_u64).unwrap_or_default();
            if task.state == State::Accepted && taken >= MOST_FOR_SILENCE {
                Next::Done(Done::Accepted(None))
            } else {
                call(options, task)
            }
        }
        Some(Heard::NotSent(code) | Heard::NoAnswer(code)) => unreached(code),
        Some(Heard::Answer { status, body, .. }) if status.is_success() => {
            taken(options, task, &mut progress, body)
        }
        Some(Heard::Answer { status, headers, .. }) => refused(task, status, asked_wait(headers, task.now)),
    };
    let ended = task.event.kind == EventKind::ChannelDisconnected && next == Next::Done(Done::Delivered);
    // Nothing goes there any more until they connect again.
    let taught = ended.then_some(Taught::Channel(Learned::Disconnected));
    Step { taught: taught.into_iter().collect(), ..Step::new(progress, next) }
}

fn call(options: &Elma365Options, task: &Task<'_>) -> Next {
    let (step, kind, data) = match task.event.kind {
        EventKind::MessageReceived | EventKind::ConversationSnapshot => match message(task) {
            Some(data) => ("message.send", "message", Some(data)),
            None => return Next::Rejected(Code::Kind01),
        },
        EventKind::ContactRequested => match &task.event.contact {
            Some(contact) => ("user.ask", "userInfo", Some(json!({ "userId": contact.key }))),
            None => return Next::Rejected(Code::Kind01),
        },
        EventKind::ChannelDisconnected => ("channel.disconnect", "disconnect", None),
        // An operator's message cannot be put into their mouth.
        EventKind::MessageSent | EventKind::NoteCreated => return Next::Rejected(Code::Kind01),
        // Contacts are told when they ask; of the rest they have no notion.
        _ => return Next::Done(Done::Nothing),
    };
    let Some(url) = options.webhook.clone() else { return Next::Barred(Code::Link04) };
    let token = if options.send_token.is_empty() { &task.channel.token } else { &options.send_token };
    let mut body = Map::new();
    body.insert("type".to_owned(), kind.into());
    body.insert("token".to_owned(), token.expose().into());
    if let Some(channel_id) = &options.channel_id {
        body.insert("channelId".to_owned(), channel_id.as_str().into());
    }
    if let Some(data) = data {
        body.insert("data".to_owned(), data);
    }
    Next::Call(Call {
        step,
        method: Method::POST,
        url,
        headers: Vec::new(),
        body: Body::Json(Value::Object(body)),
        repeatable: true,
        pace: Pace::Free,
    })
}

fn message(task: &Task<'_>) -> Option<Value> {
    let event = task.event;
    let words = match &event.message {
        Some(message) => text(&message.text, task.files),
        None => text(&transcript::text(task)?, task.files),
    };
    let conversation = event.conversation.as_ref()?;
    let chat = conversation.chat.as_deref().unwrap_or(&conversation.key);
    let contact = event.contact.as_ref();
    let mut data = Map::new();
    data.insert("externalMessageId".to_owned(), task.id.to_string().into());
    data.insert("externalChatId".to_owned(), chat.into());
    let name = event.detail.get("chatName").and_then(Value::as_str);
    if let Some(name) = name.or_else(|| contact?.name.as_deref()) {
        data.insert("externalChatName".to_owned(), name.into());
    }
    data.insert("externalUserId".to_owned(), contact.map_or(chat, |contact| &contact.key).into());
    data.insert("text".to_owned(), words.into());
    let file = |file: &FileAt| Some(json!({ "name": file.name, "URL": file.url.as_ref()? }));
    data.insert("files".to_owned(), task.files.iter().filter_map(file).collect());
    Some(Value::Object(data))
}

/// The words, and a line for each file that is lost.
fn text(words: &str, files: &[FileAt]) -> String {
    let notes = files.iter().filter(|file| file.url.is_none()).map(|file| lost("en", file));
    let lines = Some(words.to_owned()).filter(|words| !words.is_empty()).into_iter().chain(notes);
    lines.collect::<Vec<_>>().join("\n")
}

fn taken(options: &Elma365Options, task: &Task<'_>, progress: &mut Progress, body: &[u8]) -> Next {
    if !progress.is_object() {
        *progress = json!({});
    }
    match task.event.kind {
        EventKind::MessageReceived | EventKind::ConversationSnapshot => {
            let before = progress.get(TAKEN).and_then(Value::as_u64).unwrap_or_default();
            progress[TAKEN] = before.saturating_add(1).into();
            // Where they have never told an outcome, none is waited for.
            let told = options.outcomes_used || options.resend_silent;
            Next::Done(if told { Done::Accepted(Some(SILENCE_MS)) } else { Done::Delivered })
        }
        EventKind::ContactRequested => {
            let text = String::from_utf8_lossy(body);
            progress[RESULT] = match (serde_json::from_slice(body), text.trim()) {
                (Ok(answer), _) => answer,
                (Err(_), "") => Value::Null,
                (Err(_), text) => text.into(),
            };
            Next::Done(Done::Delivered)
        }
        _ => Next::Done(Done::Delivered),
    }
}

fn refused(task: &Task<'_>, status: StatusCode, wait_ms: Option<i64>) -> Next {
    match status.as_u16() {
        401 | 403 => Next::Barred(Code::Auth01),
        // What is gone need not be ended.
        404 | 410 if task.event.kind == EventKind::ChannelDisconnected => Next::Done(Done::Delivered),
        404 | 410 => Next::Barred(Code::Link04),
        413 => Next::Rejected(Code::Size01),
        429 => Next::Trouble(Code::Rate01, wait_ms),
        407 | 408 | 425 => Next::Trouble(Code::Plat02, wait_ms),
        300..=399 => Next::Rejected(Code::Http03),
        400..=499 => Next::Rejected(Code::Plat01),
        _ => Next::Trouble(Code::Plat02, wait_ms),
    }
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
