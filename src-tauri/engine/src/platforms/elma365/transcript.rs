//! A whole conversation as one message of a customer's: what ELMA365 can take of it.
//!
//! Who said what and when, in words, with the files as a message of theirs has them. What operators noted among themselves stays out, as it
//! does everywhere across channels.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::domain::{Message, Side, Timestamp};
use crate::platforms::write::Task;
use crate::strings;

/// They publish no limit; this is as much as somebody reads, in characters. What came first gives way.
const LONGEST: usize = 20_000;

/// The words of a transcript; none when this task has none.
pub(super) fn text(task: &Task<'_>) -> Option<String> {
    let snapshot = task.snapshot?;
    let told = |name: &str| task.event.detail.get(name).and_then(Value::as_str).unwrap_or_default();
    let said = Said { language: told("language"), customer: told("chatName") };
    let transcript = &snapshot.conversation.transcript;
    let lines: Vec<String> = transcript.iter().filter(|one| !one.private).map(|one| said.line(one)).collect();
    let (mut left, mut from) = (LONGEST, lines.len());
    for (at, line) in lines.iter().enumerate().rev() {
        let length = line.chars().count() + 1;
        if length > left && from < lines.len() {
            break;
        }
        (left, from) = (left.saturating_sub(length), at);
    }
    let head = [("channel", told("channelName")), ("name", said.customer)];
    let mut all = vec![said.words("said-conversation", &head)];
    if from > 0 {
        all.push(format!("[{}]", said.words("said-left-out", &[("count", &from.to_string())])));
    }
    // One alone may be longer than all should be.
    all.extend(lines.into_iter().skip(from).map(|line| cut(line, LONGEST)));
    Some(all.join("\n"))
}

struct Said<'a> {
    language: &'a str,
    customer: &'a str,
}

impl Said<'_> {
    fn words(&self, key: &str, params: &[(&str, &str)]) -> String {
        let params: BTreeMap<String, String> =
            params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        strings::text_in(self.language, key, &params)
    }

    fn line(&self, message: &Message) -> String {
        let author = message.author.as_deref().filter(|name| !name.trim().is_empty());
        let by = match (author, message.from) {
            (Some(author), _) => author.to_owned(),
            (None, Side::Customer) if !self.customer.is_empty() => self.customer.to_owned(),
            (None, Side::Customer) => self.words("said-customer", &[]),
            (None, Side::Operator) => self.words("said-operator", &[]),
            (None, Side::System) => self.words("said-system", &[]),
        };
        let at = message.sent_at.map(|at| format!("{} ", written(at))).unwrap_or_default();
        let files = message.files.iter().map(|file| {
            let name = if file.name.is_empty() { &file.url } else { &file.name };
            format!("[{name}]")
        });
        let words = Some(message.text.trim().to_owned()).filter(|text| !text.is_empty());
        let said: Vec<String> = words.into_iter().chain(files).collect();
        format!("{at}{by}: {}", said.join(" "))
    }
}

/// To the minute, in universal time, as the head says.
fn written(at: Timestamp) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

fn cut(line: String, most: usize) -> String {
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
