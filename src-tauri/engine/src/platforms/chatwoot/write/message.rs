//! The message: in as many parts as Chatwoot needs, found again where nobody knows whether it arrived, and what became of one.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::answer::{Answer, number};
use super::progress::Stage;
use super::{MARK, Plan, Request, Task};
use crate::domain::{ChatwootOptions, Code, EventKind, FileId, MessageStatus, Side};
use crate::platforms::fields::{self, Object};
use crate::platforms::write::{self, Body, Done, FileAt, Next, Taught, lost};

/// The longest text of one message, in characters.
const LONGEST_TEXT: usize = 150_000;
/// The most files of one message.
pub(super) const MOST_FILES: usize = 15;
/// Messages on a page, read backwards.
const PAGE_BACK: usize = 20;
/// Messages on a page, read onwards.
const PAGE_ON: usize = 100;
/// After so many pages nobody can say that a message is not there.
const MOST_PAGES: u32 = 25;
/// How far their clock and ours may differ, in ms: what is older than the task by more was not written by it.
const SKEW_MS: i64 = 15 * 60 * 1_000;

/// What goes as one message.
pub(super) struct Part {
    text: String,
    files: Vec<FileId>,
}

/// The parts of a message: words first, the files with the last of them, further files after it.
/// With `linked` files go as their addresses, among the words.
pub(super) fn parts(options: &ChatwootOptions, task: &write::Task<'_>, linked: bool) -> Vec<Part> {
    let Some(message) = &task.event.message else { return Vec::new() };
    let language = options.agents_language.as_deref().unwrap_or("en");
    let notes = task.files.iter().filter_map(|file| match &file.url {
        None => Some(lost(language, file)),
        Some(url) if linked => Some(format!("{}: {url}", file.name)),
        Some(_) => None,
    });
    let words = Some(message.text.clone()).filter(|text| !text.is_empty());
    let text = words.into_iter().chain(notes).collect::<Vec<_>>().join("\n");
    let here = |file: &FileAt| (file.url.is_some() && !linked).then_some(file.id);
    let files: Vec<FileId> = task.files.iter().filter_map(here).collect();
    let mut files = files.chunks(MOST_FILES).map(<[FileId]>::to_vec);
    let mut parts: Vec<Part> =
        pieces(&text).map(|text| Part { text: text.to_owned(), files: Vec::new() }).collect();
    if let (Some(last), Some(first)) = (parts.last_mut(), files.next()) {
        last.files = first;
    }
    parts.extend(files.map(|files| Part { text: String::new(), files }));
    parts
}

/// A text in pieces that are not too long; one piece even of nothing. They break at a line's end where there is one near.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((end, _)) = text.char_indices().nth(LONGEST_TEXT) else { return rest.take() };
        let near = text[..end].rfind('\n').map(|at| at + 1).filter(|at| *at > end / 2);
        let (piece, behind) = text.split_at(near.unwrap_or(end));
        rest = Some(behind);
        Some(piece)
    })
}

impl Task<'_> {
    pub(super) fn plan_message(&self) -> Plan {
        if !self.says_something() {
            return Plan::End(Next::Done(Done::Nothing));
        }
        if self.p.sent.len() >= self.parts.len() {
            return Plan::End(Next::Done(Done::Delivered));
        }
        if self.p.conversation.is_none() {
            return self.plan_conversation();
        }
        if self.wants_update() {
            return Plan::Call(Stage::UpdateContact);
        }
        if self.doubts(Stage::CreateMessage) && !self.p.looked_for_message {
            return Plan::Call(Stage::FindMessage);
        }
        self.again(Stage::CreateMessage)
    }

    fn says_something(&self) -> bool {
        let has_attributes = self.content_attributes().is_some();
        self.parts.iter().any(|part| !part.text.trim().is_empty() || !part.files.is_empty() || has_attributes)
    }

    fn content_attributes(&self) -> Option<&Object> {
        let attributes = self.event().detail.get("contentAttributes")?.as_object()?;
        Some(attributes).filter(|attributes| !attributes.is_empty())
    }

    /// What became of a message can be told of an operator's only: a customer's is on their screen.
    pub(super) fn plan_message_status(&self) -> Plan {
        let of_operator = self.event().message.as_ref().is_some_and(|message| message.from != Side::Customer);
        if !of_operator || self.message_status().is_none() || self.message_number().is_none() {
            return Plan::End(Next::Done(Done::Nothing));
        }
        self.plan_in_conversation(Stage::SetMessageStatus, Next::Rejected(Code::Id03))
    }

    fn message_number(&self) -> Option<i64> {
        self.event().message.as_ref()?.key.as_deref()?.parse().ok().filter(|number| *number > 0)
    }

    fn message_status(&self) -> Option<&'static str> {
        if self.event().kind == EventKind::MessageRead {
            return Some("read");
        }
        match self.event().message.as_ref()?.status? {
            MessageStatus::Sent => Some("sent"),
            MessageStatus::Delivered => Some("delivered"),
            MessageStatus::Read => Some("read"),
            MessageStatus::Failed => Some("failed"),
            MessageStatus::Deleted => None,
        }
    }

    pub(super) fn message_call(&self, stage: Stage) -> Option<Request> {
        let of = |rest: &str| self.path(&format!("/conversations/{}/messages{rest}", self.p.conversation?));
        Some(match stage {
            Stage::FindMessage => {
                let rest = match (self.p.after, self.p.cursor) {
                    (Some(after), cursor) => format!("?after={}", cursor.unwrap_or(after)),
                    (None, Some(before)) => format!("?before={before}"),
                    (None, None) => String::new(),
                };
                (Method::GET, of(&rest)?, Body::Empty)
            }
            Stage::CreateMessage => (Method::POST, of("")?, self.new_message()?),
            Stage::SetMessageStatus => {
                let status = self.message_status()?;
                let mut body = json!({ "status": status });
                let error = self.event().message.as_ref().and_then(|message| message.error.as_deref());
                if let Some(error) = error.filter(|_| status == "failed") {
                    body["external_error"] = error.into();
                }
                (Method::PATCH, of(&format!("/{}", self.message_number()?))?, Body::Json(body))
            }
            _ => return None,
        })
    }

    /// Our own `source_id` of the part that is next.
    fn reference(&self) -> String {
        match self.p.sent.len() {
            0 => format!("{MARK}{}", self.task.id),
            before => format!("{MARK}{}:{}", self.task.id, before + 1),
        }
    }

    fn new_message(&self) -> Option<Body> {
        let part = self.parts.get(self.p.sent.len())?;
        let event = self.event();
        let message = event.message.as_ref()?;
        let incoming = event.kind == EventKind::MessageReceived;
        let private = event.kind == EventKind::NoteCreated || message.private;
        let is_first = self.p.sent.is_empty();
        let kind = if incoming { "incoming" } else { "outgoing" };
        let content_type = event.detail.get("contentType").and_then(Value::as_str).filter(|_| is_first);
        let attributes = self.content_attributes().filter(|_| is_first);
        if part.files.is_empty() {
            let mut body = json!({
                "content": part.text, "message_type": kind, "private": private, "source_id": self.reference()
            });
            if let Some(content_type) = content_type {
                body["content_type"] = content_type.into();
            }
            if let Some(attributes) = attributes {
                body["content_attributes"] = Value::Object(attributes.clone());
            }
            return Some(Body::Json(body));
        }
        let mut fields = vec![
            ("content".to_owned(), part.text.clone()),
            ("message_type".to_owned(), kind.to_owned()),
            ("private".to_owned(), private.to_string()),
            ("source_id".to_owned(), self.reference()),
        ];
        fields.extend(content_type.map(|content_type| ("content_type".to_owned(), content_type.to_owned())));
        fields.extend(attributes.map(|attributes| {
            ("content_attributes".to_owned(), Value::Object(attributes.clone()).to_string())
        }));
        let files = part.files.iter().map(|file| ("attachments[]", *file)).collect();
        Some(Body::Form { fields, files })
    }

    pub(super) fn hear_created_message(&mut self, answer: &Answer<'_>) -> Option<Next> {
        if answer.is_success() && answer.is_theirs() {
            let id = answer.message().and_then(|message| number(message, "id"));
            self.sent(id);
            return None;
        }
        if answer.is_success() {
            // A proxy's page: perhaps nothing has got behind it.
            self.doubt(Stage::CreateMessage, Some(Code::Plat02));
            return None;
        }
        if answer.status == StatusCode::NOT_FOUND && answer.is_theirs() {
            return self.conversation_is_gone();
        }
        Some(self.not_created(Stage::CreateMessage, answer))
    }

    /// A part has arrived.
    fn sent(&mut self, id: Option<i64>) {
        self.p.doubt = None;
        self.p.sent.push(id.unwrap_or_default());
        if let Some(id) = id {
            self.taught.push(Taught::Sent(id.to_string()));
            // The next part lies behind this one.
            self.p.after = Some(id);
        }
        self.teach_chat();
    }

    pub(super) fn hear_messages(&mut self, answer: &Answer<'_>) -> Option<Next> {
        if answer.status == StatusCode::NOT_FOUND && answer.is_theirs() {
            self.p.doubt = None;
            return self.conversation_is_gone();
        }
        let Some(page) = answer.messages().filter(|_| answer.is_success()) else {
            return Some(self.unreadable(answer));
        };
        if let Some(ours) = page.iter().find(|message| self.is_ours(message)) {
            self.sent(number(ours, "id"));
            return None;
        }
        let ids = || page.iter().filter_map(|message| number(message, "id"));
        let (last, full) = match self.p.after {
            Some(_) => (ids().max(), page.len() >= PAGE_ON),
            None => (ids().min(), page.len() >= PAGE_BACK && !self.is_before_task(&page)),
        };
        let goes_on = last.is_some() && last != self.p.cursor;
        if !full || !goes_on {
            self.p.looked_for_message = true;
            return None;
        }
        self.p.cursor = last;
        self.p.pages += 1;
        (self.p.pages >= MOST_PAGES).then_some(Next::Unknown(Code::Plat02))
    }

    /// Whether a listed message is the part that is next. It says so, unless the server forgets what it was told; then the same words of a
    /// customer behind the last message of ours are ours, for nobody else writes for customers.
    fn is_ours(&self, listed: &Object) -> bool {
        if let Some(source_id) = fields::text(listed, "source_id") {
            return source_id == self.reference();
        }
        let Some(part) = self.parts.get(self.p.sent.len()) else { return false };
        let incoming =
            listed.get("message_type").is_some_and(|kind| *kind == json!(0) || *kind == json!("incoming"));
        let files = listed.get("attachments").and_then(Value::as_array).map_or(0, Vec::len);
        self.event().kind == EventKind::MessageReceived
            && self.p.after.is_some()
            && incoming
            && files == part.files.len()
            && fields::text(listed, "content").unwrap_or_default().trim() == part.text.trim()
    }

    /// Whether a page reaches back beyond the time when the task came to be.
    fn is_before_task(&self, page: &[&Object]) -> bool {
        let oldest = page.iter().filter_map(|message| fields::time(message, "created_at")).min();
        oldest.is_some_and(|oldest| self.task.id.time().since(oldest) > SKEW_MS)
    }
}
