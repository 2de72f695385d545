//! Whole dialogues with the rules of a practice Chatwoot, without HTTP; every request made in them satisfies Chatwoot's own description.

mod contacts;
mod errors;
mod faults;
mod imports;
mod published;
mod talks;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};

use crate::domain::*;
use crate::platforms::contract::{NOW, channel};
use crate::platforms::write::{
    Body, Call, Done, FileAt, Heard, Known, Next, Step, Task, Taught, WriteBack, write, write_back,
};
use crate::practice::chatwoot::direct::Desk;
use crate::secret::Secret;

const DELIVERED: Next = Next::Done(Done::Delivered);

/// An event on its way to a channel of the practice account.
struct Case {
    channel: Channel,
    id: EventId,
    event: Event,
    known: Known,
    files: Vec<FileAt>,
    snapshot: Option<Snapshot>,
    /// The steps of the calls made, in order.
    steps: Vec<&'static str>,
    /// What was taught, in order.
    taught: Vec<Taught>,
}

fn chatwoot(options: ChatwootOptions) -> Channel {
    Channel {
        api_url: Some("https://chat.example.test/".to_owned()),
        token: Secret::new("token"),
        options: Options::Chatwoot(ChatwootOptions { account_id: Some(1), ..options }),
        ..channel(Platform::Chatwoot)
    }
}

/// A channel of the API inbox.
fn api() -> Channel {
    chatwoot(ChatwootOptions { inbox_id: Some(7), ..ChatwootOptions::default() })
}

/// A channel of the whole account.
fn account() -> Channel {
    chatwoot(ChatwootOptions::default())
}

/// What was asked for at the outbox, of the channel of the API inbox.
fn asked(body: Value) -> Case {
    case(
        api(),
        crate::platforms::outbox::parse(Platform::Chatwoot, body.to_string().as_bytes())
            .unwrap()
            .event(Vec::new()),
    )
}

/// A first message with all that can be known of a person.
fn hello() -> Case {
    asked(json!({
        "chat": "chat1", "text": "Hello", "contact": {
            "id": "crm-7781", "name": "Ada", "email": "ada@example.test", "phone": "+1 555-0100001",
            "avatarUrl": "https://example.test/a.png", "attributes": { "plan": "gold" }
        },
        "conversation": { "status": "pending", "assigneeId": 11, "teamId": 2, "customAttributes": { "order": "A-1" } }
    }))
}

fn case(channel: Channel, event: Event) -> Case {
    Case {
        channel,
        id: EventId::at(NOW),
        event,
        known: Known::default(),
        files: Vec::new(),
        snapshot: None,
        steps: Vec::new(),
        taught: Vec::new(),
    }
}

fn file(number: u64, lost: bool) -> FileAt {
    FileAt {
        id: FileId(number),
        name: format!("file{number}.png"),
        content_type: "image/png".to_owned(),
        size: 3,
        url: (!lost).then(|| format!("https://relay.example.test/file/{number}")),
    }
}

impl Case {
    fn step(&self, progress: &Value, heard: Option<Heard<'_>>) -> Step {
        let task = Task {
            channel: &self.channel,
            id: self.id,
            event: &self.event,
            known: &self.known,
            files: &self.files,
            snapshot: self.snapshot.as_ref(),
            state: State::Received,
            now: NOW,
        };
        let step = write(&task, progress, heard);
        if let Next::Call(call) = &step.next {
            published::check(call);
        }
        let again = |progress| write(&task, progress, None);
        assert_eq!(again(&step.progress), again(&step.progress), "asked twice, it says two things");
        step
    }

    /// Another event of the same chat, with what was learned from this one.
    fn then(&self, mut next: Case) -> Case {
        next.known = self.known.clone();
        next.id = EventId(self.id.0 + 1);
        next
    }

    /// Keeps what was taught, as the store does.
    fn learn(&mut self, taught: Vec<Taught>) {
        for taught in taught {
            match &taught {
                Taught::Chat(chat) => self.known.chat = Some(chat.clone()),
                Taught::Contact(contact) => self.known.contact = Some(contact.clone()),
                Taught::Sent(_) | Taught::Channel(_) => {}
            }
            self.taught.push(taught);
        }
    }

    /// One try, to its end.
    fn run(&mut self, desk: &mut Desk) -> Next {
        self.run_from(desk, &Value::Null).1
    }

    fn run_from(&mut self, desk: &mut Desk, progress: &Value) -> (Value, Next) {
        let mut step = self.step(progress, None);
        for _ in 0..300 {
            self.learn(std::mem::take(&mut step.taught));
            let Next::Call(call) = &step.next else { return (step.progress, step.next) };
            self.steps.push(call.step);
            let (status, body) = ask(desk, call);
            step = self.hear(&step.progress, status, &body);
        }
        panic!("no end: {:?}", self.steps)
    }

    fn hear(&self, progress: &Value, status: StatusCode, body: &str) -> Step {
        let (headers, body) = (HeaderMap::new(), Bytes::copy_from_slice(body.as_bytes()));
        self.step(progress, Some(Heard::Answer { status, headers: &headers, body: &body }))
    }

    fn chat(&self) -> Option<&str> {
        self.event.conversation.as_ref()?.chat.as_deref()
    }

    /// The messages of the chat as the practice account has them: number of the conversation, `source_id`, words.
    fn messages(&self, desk: &Desk) -> Vec<(i64, Option<String>, String)> {
        let chats = desk.state.chats_of(self.chat().unwrap_or_default());
        let of = |chat: &crate::practice::chatwoot::Chat| {
            let id = chat.id;
            let written = chat.messages.iter().filter(|message| message.source_id.is_some());
            written
                .map(move |message| {
                    (id, message.source_id.clone(), message.content.clone().unwrap_or_default())
                })
                .collect::<Vec<_>>()
        };
        chats.into_iter().flat_map(of).collect()
    }
}

/// What the practice account answers.
fn ask(desk: &mut Desk, call: &Call) -> (StatusCode, String) {
    let path =
        call.url.strip_prefix("https://chat.example.test").expect("the address begins with the server's");
    let (content_type, body) = match &call.body {
        Body::Empty => ("application/json", Bytes::new()),
        Body::Json(body) => ("application/json", Bytes::from(body.to_string())),
        Body::Form { fields, files } => ("multipart/form-data; boundary=line", form(fields, files)),
    };
    desk.ask(&call.method, path, content_type, &body, NOW)
}

fn form(fields: &[(String, String)], files: &[(&'static str, FileId)]) -> Bytes {
    let mut form = String::new();
    for (name, value) in fields {
        form.push_str(&format!(
            "--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    for (name, id) in files {
        form.push_str(&format!(
            "--line\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{id}.png\"\r\nContent-Type: image/png\r\n\r\nabc\r\n"
        ));
    }
    form.push_str("--line--\r\n");
    Bytes::from(form)
}
