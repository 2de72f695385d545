//! What is said to Chatwoot: contacts, conversations, messages and what became of them.
//!
//! A message of ours needs three things there, and each is looked for before it is made: the contact, its conversation under our chat's
//! key (`source_id`), the message. What was found or made is kept in the [`Progress`]; [`Task::plan`] says from that alone which call comes
//! next, and each stage reads the answer to its own call. Nothing there is idempotent, so a call that creates something and stays without
//! an answer leaves a [`Doubt`], and is looked up before it is made again. What we write carries `switchboard:<event id>` as its own
//! `source_id`, by which it is found, and recognised when its webhook comes.

pub(super) mod answer;
mod contact;
mod conversation;
mod import;
mod message;
mod progress;

use std::borrow::Cow;

use http::{Method, StatusCode};
use serde_json::{Value, json};

use self::answer::Answer;
use self::import::Line;
use self::message::Part;
use self::progress::{Doubt, Progress, Stage};
use crate::domain::{
    ChatwootOptions, Code, Conversation, ConversationStatus, Event, EventId, EventKind, Learned, Message,
    MessageStatus, Side,
};
use crate::platforms::fields::Object;
use crate::platforms::write::{
    self, Body, Call, Done, Headers, Heard, Next, Pace, Step, Taught, WriteBack, unreached,
};

/// What our `source_id` of a message begins with.
const MARK: &str = "switchboard:";
/// No task needs so many calls in one try, whatever is answered.
const MOST_CALLS: u32 = 250;

/// One step of a task.
#[must_use]
pub fn write(
    options: &ChatwootOptions,
    task: &write::Task<'_>,
    progress: &write::Progress,
    heard: Option<Heard<'_>>,
) -> Step {
    // What another version of us has kept and this one cannot read is begun anew; what was made is found again.
    let progress: Progress = serde_json::from_value(progress.clone()).unwrap_or_default();
    let imported = import::event(task);
    let lines = import::lines(options, task);
    let task = &write::Task { event: imported.as_ref().unwrap_or(task.event), ..*task };
    let parts = message::parts(options, task, progress.linked);
    let mut task = Task { options, task, p: progress, parts, lines, taught: Vec::new() };
    let next = task.step(heard);
    if !matches!(next, Next::Call(_)) {
        task.p.at = None;
    }
    Step { progress: serde_json::to_value(&task.p).unwrap_or_default(), taught: task.taught, next }
}

/// The event that tells Chatwoot what became of its agent's message. Only an API inbox can be told, and only of what an agent wrote.
#[must_use]
pub fn write_back(options: &ChatwootOptions, event: &Event, state: WriteBack<'_>) -> Option<Event> {
    options.inbox_id?;
    let (conversation, message) = (event.conversation.as_ref()?, event.message.as_ref()?);
    let key = message.key.clone()?;
    let theirs = event.echo.is_none() && event.origin.is_none() && message.from == Side::Operator;
    if !theirs || message.private || message.template {
        return None;
    }
    let (status, error) = match state {
        WriteBack::Delivered => (MessageStatus::Delivered, None),
        WriteBack::Read => (MessageStatus::Read, None),
        WriteBack::Failed(sentence) => (MessageStatus::Failed, Some(sentence.to_owned())),
    };
    let mut told = Event::new(EventKind::MessageUpdated, "message_updated");
    told.conversation = Some(Conversation {
        key: conversation.key.clone(),
        chat: conversation.chat.clone(),
        inbox: conversation.inbox.clone(),
        ..Conversation::default()
    });
    told.message =
        Some(Message { key: Some(key), status: Some(status), error, ..Message::by(Side::Operator) });
    told.detail.insert("writeBack".to_owned(), Value::Bool(true));
    Some(told)
}

/// Our own reference in the `source_id` of a message we wrote; none for anybody else's. It begins with the event it is, or with the channel
/// it was imported from.
pub(in crate::platforms) fn own_reference(source_id: &str) -> Option<String> {
    let reference = source_id.strip_prefix(MARK)?;
    let id = reference.split([':', '.']).next()?;
    Some(id.parse::<EventId>().ok()?.to_string())
}

/// What comes next.
enum Plan {
    /// This call.
    Call(Stage),
    /// Nothing more.
    End(Next),
}

/// A task under way.
struct Task<'a> {
    options: &'a ChatwootOptions,
    task: &'a write::Task<'a>,
    p: Progress,
    parts: Vec<Part>,
    /// Of an import.
    lines: Vec<Line>,
    taught: Vec<Taught>,
}

impl Task<'_> {
    fn event(&self) -> &Event {
        self.task.event
    }

    /// Whether it is a whole conversation that is to get there.
    fn imports(&self) -> bool {
        self.event().kind == EventKind::ConversationSnapshot
    }

    fn step(&mut self, heard: Option<Heard<'_>>) -> Next {
        match heard {
            None => {
                self.begin();
                self.follow()
            }
            Some(Heard::Interrupted) => {
                self.begin();
                if let Plan::Call(stage) = self.plan()
                    && !stage.is_repeatable()
                {
                    self.doubt(stage, None);
                }
                self.follow()
            }
            Some(Heard::NotSent(code)) => unreached(code),
            Some(Heard::NoAnswer(code)) => match self.p.at {
                Some(stage) if !stage.is_repeatable() => {
                    self.doubt(stage, Some(code));
                    self.follow()
                }
                Some(Stage::UpdateContact) if !self.only_tells() => {
                    self.p.up_to_date = true;
                    self.follow()
                }
                _ => unreached(code),
            },
            Some(Heard::Answer { status, headers, body }) => {
                let answer = Answer::new(status, headers, body);
                match self.hear(&answer) {
                    Some(next) => next,
                    None => self.follow(),
                }
            }
        }
    }

    /// A try begins: what other tasks have learned meanwhile counts.
    fn begin(&mut self) {
        self.p.calls = 0;
        (self.p.by_key, self.p.by_key_failed) = (false, false);
        if let Some(doubt) = self.p.doubt {
            self.doubt(doubt.stage, None);
        }
        self.recall_contact();
        self.recall_conversation();
        self.recall_import();
        self.p.begun = true;
    }

    /// The next call, or the end.
    fn follow(&mut self) -> Next {
        let stage = match self.plan() {
            Plan::Call(stage) => stage,
            Plan::End(next) => return next,
        };
        self.p.calls += 1;
        if self.p.calls > MOST_CALLS {
            return Next::Trouble(Code::Plat02, None);
        }
        self.p.at = Some(stage);
        match self.call(stage) {
            Some(call) => Next::Call(call),
            None => Next::Barred(Code::Id01),
        }
    }

    fn plan(&self) -> Plan {
        match self.event().kind {
            EventKind::MessageReceived | EventKind::MessageSent | EventKind::NoteCreated => {
                self.plan_message()
            }
            EventKind::ConversationSnapshot => self.plan_import(),
            EventKind::ContactCreated | EventKind::ContactUpdated => self.plan_contact_told(),
            EventKind::ConversationStatusChanged | EventKind::ConversationEnded => {
                if self.status().is_none() || self.stands_already() {
                    return Plan::End(Next::Done(Done::Nothing));
                }
                // A conversation of which nothing was ever carried here stands nowhere.
                let carried = self.event().origin.is_some();
                let without = if carried { Next::Done(Done::Nothing) } else { Next::Rejected(Code::Id03) };
                self.plan_in_conversation(Stage::SetStatus, without)
            }
            // Worth no search: it is over before that.
            EventKind::TypingStarted | EventKind::TypingStopped => match self.p.conversation {
                Some(_) => Plan::Call(Stage::SetTyping),
                None => Plan::End(Next::Done(Done::Nothing)),
            },
            EventKind::MessageUpdated => self.plan_message_status(),
            EventKind::MessageRead if self.by_operator() => {
                self.plan_in_conversation(Stage::MarkSeen, Next::Done(Done::Nothing))
            }
            EventKind::MessageRead => self.plan_message_status(),
            _ => Plan::End(Next::Done(Done::Nothing)),
        }
    }

    /// One call about the conversation, which is looked for first where it is not known.
    fn plan_in_conversation(&self, stage: Stage, without: Next) -> Plan {
        if self.p.conversation.is_some() {
            Plan::Call(stage)
        } else if !self.p.looked_for_chat && self.chat().is_some() {
            Plan::Call(Stage::FindChat)
        } else {
            Plan::End(without)
        }
    }

    /// Whether an operator did it, where the kind does not say.
    fn by_operator(&self) -> bool {
        match self.event().detail.get("by").and_then(Value::as_str) {
            Some(by) => by == "operator",
            // Who reads is not who wrote.
            None => self.event().message.as_ref().is_some_and(|message| message.from == Side::Customer),
        }
    }

    fn call(&self, stage: Stage) -> Option<Call> {
        let (method, path, body) = match stage {
            Stage::FindChat
            | Stage::FindOfContact
            | Stage::CreateConversation
            | Stage::SetStatus
            | Stage::SetTyping
            | Stage::MarkSeen => self.conversation_call(stage)?,
            Stage::FindContact(_)
            | Stage::SearchContact(_)
            | Stage::CreateContact
            | Stage::JoinInbox
            | Stage::UpdateContact => self.contact_call(stage)?,
            Stage::ListMessages | Stage::SetLabels => self.import_call(stage)?,
            Stage::CreateMessage if self.imports() => self.import_call(stage)?,
            Stage::FindMessage | Stage::CreateMessage | Stage::SetMessageStatus => {
                self.message_call(stage)?
            }
        };
        let base = self.task.channel.api_url.as_deref()?.trim_end_matches('/');
        let pace = match (stage, self.p.conversation) {
            (Stage::SearchContact(_), _) => Pace::Search,
            (Stage::CreateMessage, Some(conversation)) => Pace::Conversation(conversation.to_string()),
            _ => Pace::Free,
        };
        Some(Call {
            step: stage.step(),
            method,
            url: format!("{base}{path}"),
            headers: self.headers(),
            body,
            repeatable: stage.is_repeatable(),
            pace,
        })
    }

    /// The path of something of our account.
    fn path(&self, rest: &str) -> Option<String> {
        Some(format!("/api/v1/accounts/{}{rest}", self.options.account_id?))
    }

    fn is_dashed(&self) -> bool {
        self.p.dashed.unwrap_or(self.options.dashed_header)
    }

    fn headers(&self) -> Headers {
        let name = if self.is_dashed() { "api-access-token" } else { "api_access_token" };
        vec![
            (name.to_owned(), self.task.channel.token.expose().to_owned()),
            ("accept".to_owned(), "application/json".to_owned()),
        ]
    }

    /// Reads the answer to the call that was made. None: go on.
    fn hear(&mut self, answer: &Answer<'_>) -> Option<Next> {
        let Some(stage) = self.p.at else {
            // Nobody asked. What comes next follows from the progress alone.
            return None;
        };
        let other = self.is_dashed() != self.options.dashed_header;
        if answer.misses_token() {
            // One header, then the other; when neither gets there, the next try begins with the first again.
            self.p.dashed = (!other).then_some(!self.options.dashed_header);
            if !other {
                return None;
            }
        } else if other && !self.p.dashed_taught {
            self.p.dashed_taught = true;
            self.taught.push(Taught::Channel(Learned::Header { dashed: self.is_dashed() }));
        }
        if self.doubts(stage) {
            // An answer leaves none.
            self.p.doubt = None;
        }
        match stage {
            Stage::ListMessages => self.hear_listed(answer),
            Stage::CreateMessage if self.imports() => self.hear_line(answer),
            Stage::SetLabels => self.hear_set(stage, answer),
            Stage::SetStatus if self.imports() => self.hear_set(stage, answer),
            Stage::FindChat => self.hear_chat(answer),
            Stage::FindOfContact => self.hear_of_contact(answer),
            Stage::CreateConversation => self.hear_created_conversation(answer),
            Stage::SetStatus | Stage::SetTyping | Stage::MarkSeen => self.hear_told_conversation(answer),
            Stage::FindContact(by) => self.hear_found_contact(answer, by, false),
            Stage::SearchContact(by) => self.hear_found_contact(answer, by, true),
            Stage::CreateContact => self.hear_created_contact(answer),
            Stage::JoinInbox => self.hear_joined(answer),
            Stage::UpdateContact => self.hear_updated_contact(answer),
            Stage::FindMessage => self.hear_messages(answer),
            Stage::CreateMessage => self.hear_created_message(answer),
            Stage::SetMessageStatus => self.hear_told(answer),
        }
    }

    /// What follows from the answer to a call that tells one thing and is all there was to do.
    fn hear_told(&self, answer: &Answer<'_>) -> Option<Next> {
        Some(if !answer.is_success() {
            answer.refusal(self.task.now)
        } else if answer.is_theirs() || answer.is_empty() {
            Next::Done(Done::Delivered)
        } else {
            // A proxy's page.
            Next::Trouble(Code::Plat02, None)
        })
    }

    /// What follows from an answer that is no success, or success in words that are not Chatwoot's, to a call that only asks.
    fn unreadable(&self, answer: &Answer<'_>) -> Next {
        if answer.is_success() {
            Next::Trouble(Code::Plat02, None)
        } else if answer.status == StatusCode::NOT_FOUND {
            // A list is always there: it is the account that is not.
            Next::Barred(Code::Id01)
        } else {
            answer.refusal(self.task.now)
        }
    }

    /// What follows from an answer to a call that creates something, when it was no success. Where they have trouble of their own, it may
    /// have been made all the same.
    fn not_created(&mut self, stage: Stage, answer: &Answer<'_>) -> Next {
        let next = answer.refusal(self.task.now);
        if answer.status.is_server_error() || answer.status == StatusCode::REQUEST_TIMEOUT {
            self.doubt(stage, None);
        }
        next
    }

    /// From now on this call is looked up before it is made again.
    fn doubt(&mut self, stage: Stage, code: Option<Code>) {
        self.p.doubt = Some(Doubt { stage, code });
        match stage {
            Stage::CreateContact => {
                self.p.looked_by.clear();
                self.p.searched_by.clear();
            }
            Stage::CreateConversation => {
                self.p.looked_for_chat = false;
                self.p.looked_of_contact = false;
            }
            Stage::CreateMessage => {
                self.p.looked_for_message = false;
                self.p.cursor = None;
                self.p.pages = 0;
                self.p.import.listed = false;
            }
            _ => {}
        }
    }

    /// What comes when a call in doubt was looked up and nothing was found: the call again. But where the answer is missing from this very
    /// try, they may still be at it, and the next try looks once more.
    fn again(&self, stage: Stage) -> Plan {
        match self.p.doubt.filter(|doubt| doubt.stage == stage).and_then(|doubt| doubt.code) {
            Some(code) => Plan::End(unreached(code)),
            None => Plan::Call(stage),
        }
    }

    /// Whether this call is in doubt.
    fn doubts(&self, stage: Stage) -> bool {
        self.p.doubt.is_some_and(|doubt| doubt.stage == stage)
    }

    /// Our chat's key: the contact's `source_id` in the inbox.
    fn chat(&self) -> Option<&str> {
        let conversation = self.event().conversation.as_ref()?;
        conversation.chat.as_deref().filter(|chat| !chat.is_empty())
    }

    /// Where the conversation is to stand.
    fn status(&self) -> Option<&'static str> {
        if self.event().kind == EventKind::ConversationEnded {
            return Some("resolved");
        }
        Some(match self.event().conversation.as_ref()?.status? {
            ConversationStatus::Open => "open",
            ConversationStatus::Pending => "pending",
            ConversationStatus::Snoozed => "snoozed",
            ConversationStatus::Resolved | ConversationStatus::Ended => "resolved",
        })
    }

    /// What is known of the chat, for the next task of the same one.
    fn teach_chat(&mut self) {
        let mut chat = Object::new();
        for (name, number) in [
            ("conversation", self.p.conversation),
            ("contact", self.p.contact),
            ("message", self.p.sent.iter().copied().chain(self.p.after).max().filter(|id| *id > 0)),
        ] {
            if let Some(number) = number {
                chat.insert(name.to_owned(), number.into());
            }
        }
        if self.p.single {
            chat.insert("single".to_owned(), true.into());
        }
        if !self.p.gone.is_empty() {
            chat.insert("gone".to_owned(), json!(self.p.gone));
        }
        self.taught.push(Taught::Chat(Value::Object(chat)));
    }
}

/// What of a path's or query's part is left as it is.
const PLAIN: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

/// A path's or query's part, with everything that could be mistaken for its borders escaped.
fn escaped(text: &str) -> Cow<'_, str> {
    percent_encoding::utf8_percent_encode(text, PLAIN).into()
}

/// Method, path, body.
type Request = (Method, String, Body);

#[cfg(test)]
mod tests;
