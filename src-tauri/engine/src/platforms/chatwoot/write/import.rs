//! A whole conversation of another channel, brought to this account: contact, conversation, and then every message in order.
//!
//! | there | here |
//! | --- | --- |
//! | a customer's message | `incoming` |
//! | an operator's message, a greeting, a survey | `outgoing`; whoever has our token is its sender, so the words begin with the writer's name |
//! | a private note | a private note, likewise |
//! | the platform's own words, a rating, feedback, a survey's answer, a goal, a hand-over | a private note in brackets: Chatwoot's grey lines (`activity`) are written by itself alone, and to customers these are not told |
//! | opened, assigned, ended, seen, typing | nothing: Chatwoot writes its own grey lines about what happens here, and where the conversation stands is set at the end |
//! | a file | uploaded; one that is lost or was never fetched is a line of the text |
//! | labels, attributes of the conversation | set on one that was begun for this, never on one that agents already have |
//!
//! Chatwoot dates messages by their arrival. The time they were written at goes as `external_created_at`, which its screens show instead;
//! all it dates itself (reports, the list) follows the arrival.
//!
//! Nothing is there twice: each line has a reference of its own as its `source_id`, made of the channel and the message it came from and
//! not of this task, and before anything is written the conversation is read for them. So a second sending adds what is new, and a call
//! nobody knows the end of is looked up like any other. When the webhooks come, [`super::own_reference`] knows them as ours.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::answer::{Answer, number};
use super::message::{MOST_FILES, pieces};
use super::progress::{Import, Stage};
use super::{MARK, Plan, Request, Task};
use crate::domain::{
    ChatwootOptions, Code, Contact, Conversation, ConversationStatus, Event, EventKind, FileId, Message,
    Side, Snapshot, SnapshotEvent, Timestamp, link,
};
use crate::platforms::fields::{self, Digest, Object};
use crate::platforms::write::{self, Body, Done, FileAt, Next, Taught, lost};

/// Fewer messages than this are the last page.
const FULL_PAGE: usize = 20;
/// A longer key is known by its digest.
const LONGEST_KEY: usize = 120;

/// What goes as one message.
pub(super) struct Line {
    /// Our own name for it there.
    reference: String,
    text: String,
    incoming: bool,
    private: bool,
    at: Option<Timestamp>,
    files: Vec<FileId>,
    /// Its files as words, for a server that will not have them.
    bare: String,
}

/// The event of an import: what contact and conversation are made of. None for any other task.
pub(super) fn event(task: &write::Task<'_>) -> Option<Event> {
    let snapshot = task.snapshot.filter(|_| task.event.kind == EventKind::ConversationSnapshot)?;
    let theirs = &snapshot.conversation;
    let from = snapshot.of.channel;
    let across = |key: &str| link::key_across(from, key);
    let named = task.event.conversation.as_ref().and_then(|conversation| conversation.chat.clone());
    let chat = named.unwrap_or_else(|| across(theirs.chat.as_deref().unwrap_or(&theirs.key)));
    let mut event = Event::new(EventKind::ConversationSnapshot, "");
    let person = snapshot.contact.as_ref().filter(|contact| !contact.key.is_empty());
    event.contact = Some(match person {
        Some(contact) => Contact {
            key: across(&contact.key),
            // Within an account it is unique, and theirs may mean somebody else here.
            identifier: None,
            attributes: contact
                .attributes
                .iter()
                .filter(|(name, _)| *name != "avatarFile")
                .map(owned)
                .collect(),
            ..contact.clone()
        },
        None => Contact { key: chat.clone(), ..Contact::default() },
    });
    let author = || {
        let mut customers = theirs.transcript.iter().filter(|message| message.from == Side::Customer);
        customers.find_map(|message| message.author.clone())
    };
    if let Some(name) = person.and_then(|contact| contact.name.clone()).or_else(author) {
        event.detail.insert("chatName".to_owned(), name.into());
    }
    event.detail.insert("conversation".to_owned(), attributes(theirs));
    let status = theirs.status.filter(|status| *status != ConversationStatus::Open);
    event.conversation = Some(Conversation { chat: Some(chat), status, ..Conversation::default() });
    Some(event)
}

fn owned((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

/// What is known of the conversation, as a new one here is told it.
fn attributes(theirs: &Conversation) -> Value {
    let (mut custom, mut additional) = (Object::new(), Object::new());
    for (name, value) in &theirs.attributes {
        match (name.as_str(), value) {
            ("custom_attributes" | "custom", Value::Object(own)) => custom.extend(own.clone()),
            ("additional_attributes", Value::Object(own)) => additional.extend(own.clone()),
            // What their Chatwoot says of itself.
            ("priority" | "channel" | "can_reply", _) | (_, Value::Null) => {}
            _ => drop(custom.insert(name.clone(), value.clone())),
        }
    }
    let mut wishes = json!({});
    for (name, own) in [("customAttributes", custom), ("additionalAttributes", additional)] {
        if !own.is_empty() {
            wishes[name] = Value::Object(own);
        }
    }
    wishes
}

/// Everything that is to be there, in order.
pub(super) fn lines(options: &ChatwootOptions, task: &write::Task<'_>) -> Vec<Line> {
    let Some(snapshot) = task.snapshot.filter(|_| task.event.kind == EventKind::ConversationSnapshot) else {
        return Vec::new();
    };
    let language = options.agents_language.as_deref().unwrap_or("en");
    let mut making = Making { snapshot, files: task.files, language, digests: Vec::new(), lines: Vec::new() };
    let mut remarks = snapshot.events.iter().filter(|event| is_worth_a_note(event)).peekable();
    for message in &snapshot.conversation.transcript {
        while let Some(remark) = remarks.next_if(|remark| message.sent_at.is_some_and(|at| remark.at < at)) {
            making.remark(remark);
        }
        making.message(message);
    }
    remarks.for_each(|remark| making.remark(remark));
    making.lines
}

fn is_worth_a_note(event: &SnapshotEvent) -> bool {
    matches!(
        event.kind,
        EventKind::ConversationRated
            | EventKind::ConversationFeedback
            | EventKind::ConversationSurveyed
            | EventKind::ConversationGoal
            | EventKind::ConversationForwarded
    )
}

struct Making<'a> {
    snapshot: &'a Snapshot,
    files: &'a [FileAt],
    language: &'a str,
    /// Of what has no key of its own.
    digests: Vec<u64>,
    lines: Vec<Line>,
}

impl Making<'_> {
    fn message(&mut self, message: &Message) {
        let system = message.from == Side::System;
        let by = message.author.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let mut words = vec![match by.filter(|_| message.from == Side::Operator) {
            Some(by) => format!("[{by}]: {}", message.text).trim_end().to_owned(),
            None if system && !message.text.is_empty() => format!("[{}]", message.text),
            None => message.text.clone(),
        }];
        let (mut here, mut named) = (Vec::new(), Vec::new());
        for file in &message.files {
            let known = file.id.and_then(|id| self.files.iter().find(|known| known.id == id));
            match known {
                Some(known) if known.url.is_some() => {
                    here.push(known.id);
                    named.push(lost(self.language, known));
                }
                Some(known) => words.push(lost(self.language, known)),
                None if file.url.is_empty() => {}
                None if file.name.is_empty() || file.name == file.url => words.push(file.url.clone()),
                None => words.push(format!("{}: {}", file.name, file.url)),
            }
        }
        if message.text.trim().is_empty() && here.is_empty() && words.len() == 1 {
            return;
        }
        let key = match message.key.as_deref() {
            Some(key) if key.len() <= LONGEST_KEY => key.to_owned(),
            Some(key) => format!("~{:016x}", Digest::new().field(Some(key)).finish()),
            None => {
                let mut digest = Digest::new();
                digest.message(message).number(message.sent_at.map_or(0, |at| at.0));
                self.key_of(digest.number(message.from as i64).finish())
            }
        };
        words.retain(|line| !line.is_empty());
        let incoming = message.from == Side::Customer;
        let private = message.private || system;
        self.push(&key, &words.join("\n"), (incoming, private), message.sent_at, here, &named);
    }

    fn remark(&mut self, event: &SnapshotEvent) {
        let title = format!("event-{}", event.kind.name().replace(['.', '_'], "-"));
        let title = crate::strings::text_in(self.language, &title, &[].into());
        let told = event.detail.values().filter_map(told);
        let operator = event.operator.as_ref().and_then(|operator| operator.name.clone());
        let told = told.chain(operator).collect::<Vec<_>>().join(", ");
        let text = if told.is_empty() { format!("[{title}]") } else { format!("[{title}: {told}]") };
        let mut digest = Digest::new();
        digest.field(Some(event.kind.name())).number(event.at.0).object(&event.detail);
        let key = self.key_of(digest.finish());
        self.push(&key, &text, (false, true), Some(event.at), Vec::new(), &[]);
    }

    /// The key of something without one: what it says, and which of those that say the same it is.
    fn key_of(&mut self, digest: u64) -> String {
        let before = self.digests.iter().filter(|known| **known == digest).count();
        self.digests.push(digest);
        if before == 0 { format!("~{digest:016x}") } else { format!("~{digest:016x}~{before}") }
    }

    /// Adds one in as many parts as it takes: words first, the files with the last of them, further files after it.
    fn push(
        &mut self,
        key: &str,
        text: &str,
        (incoming, private): (bool, bool),
        at: Option<Timestamp>,
        files: Vec<FileId>,
        named: &[String],
    ) {
        let channel = self.snapshot.of.channel;
        let mut files = files.chunks(MOST_FILES).zip(named.chunks(MOST_FILES));
        let mut texts = pieces(text).peekable();
        let mut part = 0;
        loop {
            let text = texts.next();
            let with = if texts.peek().is_none() { files.next() } else { None };
            if text.is_none() && with.is_none() {
                return;
            }
            part += 1;
            let reference = match part {
                1 => format!("{MARK}{channel}:{key}"),
                _ => format!("{MARK}{channel}.{part}:{key}"),
            };
            let text = text.unwrap_or_default().to_owned();
            let (files, named) = with.map_or((Vec::new(), &[][..]), |(files, named)| (files.to_vec(), named));
            let words = [text.as_str()].into_iter().chain(named.iter().map(String::as_str));
            let bare = words.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
            self.lines.push(Line { reference, text, incoming, private, at, files, bare });
        }
    }
}

/// Something that was told, as a word.
fn told(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => fields::text(object, "name").map(str::to_owned),
        _ => None,
    }
}

impl Import {
    /// Whether this line is there.
    fn has(&self, line: usize) -> bool {
        self.there.iter().any(|(from, to)| (*from..*to).contains(&line))
    }

    /// The first line that is not there.
    fn next(&self) -> usize {
        self.there.first().filter(|(from, _)| *from == 0).map_or(0, |(_, to)| *to)
    }

    /// Notes that this line is there; false when that was known.
    fn note(&mut self, line: usize) -> bool {
        if self.has(line) {
            return false;
        }
        self.there.push((line, line + 1));
        self.there.sort_unstable();
        self.there.dedup_by(|next, before| {
            let joins = before.1 == next.0;
            before.1 = if joins { next.1 } else { before.1 };
            joins
        });
        true
    }

    /// What was found in the conversation no longer counts.
    pub(super) fn begin_anew(&mut self) {
        (self.there, self.cursor, self.listed, self.begun) = (Vec::new(), 0, false, false);
    }
}

impl Task<'_> {
    /// An import goes by the numbers of its lines: should there be others than before, it looks again.
    pub(super) fn recall_import(&mut self) {
        let shape = self.lines.last().map(|last| (self.lines.len(), last.reference.clone()));
        if self.p.import.shape != shape {
            self.p.import.begin_anew();
            self.p.import.shape = shape;
        }
    }

    pub(super) fn plan_import(&self) -> Plan {
        let import = &self.p.import;
        if self.lines.is_empty() {
            return Plan::End(Next::Done(Done::Nothing));
        }
        if self.options.inbox_id.is_none() {
            // Only in an inbox of the kind API customers' messages can be written from outside.
            return Plan::End(Next::Rejected(Code::Id02));
        }
        if self.p.conversation.is_none() {
            return self.plan_conversation();
        }
        if import.begun && !import.labelled && !self.labels().is_empty() {
            return Plan::Call(Stage::SetLabels);
        }
        if !import.listed && (!import.begun || self.doubts(Stage::CreateMessage)) {
            return Plan::Call(Stage::ListMessages);
        }
        if import.next() < self.lines.len() {
            return self.again(Stage::CreateMessage);
        }
        // Where nothing was added, agents have the last word.
        if (import.begun || import.added) && !import.settled && self.status().is_some() {
            return Plan::Call(Stage::SetStatus);
        }
        Plan::End(Next::Done(Done::Delivered))
    }

    fn labels(&self) -> &[String] {
        let labels = self.task.snapshot.and_then(|snapshot| snapshot.conversation.labels.as_deref());
        labels.unwrap_or_default()
    }

    pub(super) fn import_call(&self, stage: Stage) -> Option<Request> {
        let of = |rest: &str| self.path(&format!("/conversations/{}{rest}", self.p.conversation?));
        Some(match stage {
            Stage::ListMessages => {
                (Method::GET, of(&format!("/messages?after={}", self.p.import.cursor))?, Body::Empty)
            }
            Stage::SetLabels => {
                (Method::POST, of("/labels")?, Body::Json(json!({ "labels": self.labels() })))
            }
            Stage::CreateMessage => (Method::POST, of("/messages")?, self.new_line()?),
            _ => return None,
        })
    }

    fn new_line(&self) -> Option<Body> {
        let number = self.p.import.next();
        let line = self.lines.get(number)?;
        let kind = if line.incoming { "incoming" } else { "outgoing" };
        let seconds = line.at.map(|at| at.0.div_euclid(1_000));
        let bare = self.p.import.bare == Some(number);
        if line.files.is_empty() || bare {
            let content = if bare { &line.bare } else { &line.text };
            let mut body = json!({
                "content": content, "message_type": kind, "private": line.private, "source_id": line.reference
            });
            if let Some(seconds) = seconds {
                body["external_created_at"] = seconds.into();
            }
            return Some(Body::Json(body));
        }
        let mut fields = vec![
            ("content".to_owned(), line.text.clone()),
            ("message_type".to_owned(), kind.to_owned()),
            ("private".to_owned(), line.private.to_string()),
            ("source_id".to_owned(), line.reference.clone()),
        ];
        fields.extend(seconds.map(|seconds| ("external_created_at".to_owned(), seconds.to_string())));
        let files = line.files.iter().map(|file| ("attachments[]", *file)).collect();
        Some(Body::Form { fields, files })
    }

    pub(super) fn hear_line(&mut self, answer: &Answer<'_>) -> Option<Next> {
        let line = self.p.import.next();
        if answer.is_success() && answer.is_theirs() {
            self.line_is_there(line, answer.message().and_then(|message| number(message, "id")));
            return None;
        }
        if answer.is_success() {
            // A proxy's page: perhaps nothing has got behind it.
            self.doubt(Stage::CreateMessage, Some(Code::Plat02));
            return None;
        }
        let has_files = self.lines.get(line).is_some_and(|line| !line.files.is_empty());
        match answer.status {
            StatusCode::NOT_FOUND if answer.is_theirs() => self.conversation_is_gone(),
            // They will not have its files; its words they may.
            StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNPROCESSABLE_ENTITY
                if has_files && self.p.import.bare != Some(line) && !answer.says("too many messages") =>
            {
                self.p.import.bare = Some(line);
                None
            }
            _ => Some(self.not_created(Stage::CreateMessage, answer)),
        }
    }

    /// A line has arrived, in this task.
    fn line_is_there(&mut self, line: usize, id: Option<i64>) {
        self.p.doubt = None;
        self.p.import.note(line);
        self.p.import.added = true;
        // It gets on, however long it is.
        self.p.calls = 0;
        if let Some(id) = id {
            self.taught.push(Taught::Sent(id.to_string()));
            self.p.import.cursor = self.p.import.cursor.max(id);
            self.p.after = Some(self.p.import.cursor);
        }
        self.teach_chat();
    }

    pub(super) fn hear_listed(&mut self, answer: &Answer<'_>) -> Option<Next> {
        if answer.status == StatusCode::NOT_FOUND && answer.is_theirs() {
            self.p.doubt = None;
            return self.conversation_is_gone();
        }
        let Some(page) = answer.messages().filter(|_| answer.is_success()) else {
            return Some(self.unreadable(answer));
        };
        let mut doubted = self.doubts(Stage::CreateMessage).then(|| self.p.import.next());
        for message in &page {
            let Some(line) = self.line_of(message) else { continue };
            if doubted == Some(line) {
                doubted = None;
                self.line_is_there(line, number(message, "id"));
            } else {
                self.p.import.note(line);
            }
        }
        let last = page.iter().filter_map(|message| number(message, "id")).max();
        let last = last.filter(|last| *last > self.p.import.cursor);
        if let Some(last) = last {
            (self.p.import.cursor, self.p.after, self.p.calls) = (last, Some(last), 0);
        }
        self.p.import.listed = last.is_none() || page.len() < FULL_PAGE;
        None
    }

    /// Which line a listed message is. It says so, unless the server forgets what it was told; then one of the same time and words that is
    /// not there yet.
    fn line_of(&self, listed: &Object) -> Option<usize> {
        if let Some(source_id) = fields::text(listed, "source_id") {
            return self.lines.iter().position(|line| line.reference == source_id);
        }
        let at = fields::time(fields::object(listed, "content_attributes")?, "external_created_at")?;
        let incoming =
            listed.get("message_type").is_some_and(|kind| *kind == json!(0) || *kind == json!("incoming"));
        let words = fields::text(listed, "content").unwrap_or_default().trim();
        let seconds = |at: Timestamp| at.0.div_euclid(1_000);
        let same = |line: &Line| {
            line.incoming == incoming
                && line.at.map(seconds) == Some(seconds(at))
                && [&line.text, &line.bare].into_iter().any(|text| text.trim() == words)
        };
        (0..self.lines.len()).find(|number| !self.p.import.has(*number) && same(&self.lines[*number]))
    }

    /// What follows from the answer to something that is set beside the messages, which are there whatever becomes of it.
    pub(super) fn hear_set(&mut self, stage: Stage, answer: &Answer<'_>) -> Option<Next> {
        let theirs = answer.is_theirs() || answer.is_empty();
        if !theirs || answer.status.is_server_error() || matches!(answer.status.as_u16(), 408 | 429) {
            return Some(if answer.is_success() {
                Next::Trouble(Code::Plat02, None)
            } else {
                answer.refusal(self.task.now)
            });
        }
        match stage {
            Stage::SetLabels => self.p.import.labelled = true,
            _ => self.p.import.settled = true,
        }
        None
    }
}
