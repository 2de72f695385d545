//! One conversation to read: as text, and as a table of what was said and what happened. Pure.

use std::fmt::Write as _;

use super::csv::Cell;
use super::json::iso;
use super::words::Words;
use crate::domain::{Message, Snapshot, SnapshotEvent, Timestamp};

/// The columns of the table.
pub(super) const COLUMNS: [&str; 8] =
    ["time", "from", "author", "text", "files", "event", "private", "state"];

/// What was said, or what happened.
enum Line<'a> {
    Message(&'a Message),
    Event(&'a SnapshotEvent),
}

/// Both in the order of time. A message without one stays behind the one before it.
fn lines(whole: &Snapshot) -> Vec<(Option<Timestamp>, Line<'_>)> {
    let mut last = None;
    let mut lines: Vec<(Option<Timestamp>, Option<Timestamp>, Line<'_>)> = Vec::new();
    for message in &whole.conversation.transcript {
        last = message.sent_at.or(last);
        lines.push((last, message.sent_at, Line::Message(message)));
    }
    lines.extend(whole.events.iter().map(|event| (Some(event.at), Some(event.at), Line::Event(event))));
    lines.sort_by_key(|(place, _, _)| *place);
    lines.into_iter().map(|(_, at, line)| (at, line)).collect()
}

/// The rows of the table.
pub(super) fn rows(whole: &Snapshot, words: &Words) -> Vec<Vec<Cell>> {
    let row = |(at, line): (Option<Timestamp>, Line<'_>)| match line {
        Line::Message(message) => vec![
            at.map(iso).into(),
            words.named("side", &message.from).into(),
            message.author.as_deref().into(),
            message.text.as_str().into(),
            message.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ").into(),
            Cell::Empty,
            message.private.then(|| words.text("export-yes")).into(),
            message.status.map(|status| words.named("state", &status)).into(),
        ],
        Line::Event(event) => vec![
            at.map(iso).into(),
            words.text("side-system").into(),
            event.operator.as_ref().and_then(|operator| operator.name.as_deref()).into(),
            details(event).into(),
            Cell::Empty,
            words.event(event.kind).into(),
            Cell::Empty,
            Cell::Empty,
        ],
    };
    lines(whole).into_iter().map(row).collect()
}

/// All of it as text.
pub(super) fn text(whole: &Snapshot, channel: &str, words: &Words) -> String {
    let conversation = &whole.conversation;
    let who = whole.contact.as_ref().and_then(|contact| contact.name.as_deref());
    let mut text = String::new();
    let facts = [
        ("channel", Some(channel.to_owned())),
        ("conversation", Some(conversation.key.clone())),
        ("contact", who.map(str::to_owned)),
        ("status", conversation.status.map(|status| words.named("export-status", &status))),
        ("operator", conversation.operator.as_ref().and_then(|operator| operator.name.clone())),
        ("started", conversation.started_at.map(minute)),
        ("ended", conversation.ended_at.map(minute)),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            let _ = writeln!(text, "{}: {}", words.text(&format!("export-column-{name}")), clean(&fact));
        }
    }
    text.push('\n');
    for (at, line) in lines(whole) {
        let at = at.map(minute).unwrap_or_default();
        let said = match line {
            Line::Message(message) => said(message, words),
            Line::Event(event) => {
                let operator = event.operator.as_ref().and_then(|operator| operator.name.as_deref());
                let rest = [operator.unwrap_or_default(), details(event).as_str()].join(" ");
                format!("— {} {}", words.event(event.kind), rest.trim()).trim_end().to_owned()
            }
        };
        // What has several lines stays together.
        let _ = writeln!(text, "{at}  {}", clean(&said).trim_end().replace('\n', "\n    "));
    }
    text
}

fn said(message: &Message, words: &Words) -> String {
    let side = words.named("side", &message.from);
    let who = match &message.author {
        Some(author) => format!("{author} ({side})"),
        None => side,
    };
    let private =
        if message.private { format!(", {}", words.text("export-column-private")) } else { String::new() };
    let mut said = format!("{who}{private}: {}", message.text);
    for file in &message.files {
        let _ = write!(said, "\n{}: {} {}", words.text("export-file"), file.name, file.url);
    }
    said
}

/// What the kind of an event alone does not say, as far as it is said in a word.
fn details(event: &SnapshotEvent) -> String {
    let told = event.detail.iter().filter_map(|(name, value)| {
        let value =
            value.as_str().map(str::to_owned).or_else(|| value.as_number().map(ToString::to_string))?;
        Some(format!("{name}: {value}"))
    });
    told.collect::<Vec<_>>().join(", ")
}

/// `2026-11-21 05:19 UTC`.
fn minute(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// Without what a terminal or an editor would obey: control characters, and marks that turn the direction of writing.
fn clean(text: &str) -> String {
    let obeyed = |letter: char| {
        (letter.is_control() && letter != '\n' && letter != '\t')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace("\r\n", "\n").chars().filter(|letter| !obeyed(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ChannelId, Contact, Conversation, ConversationId, ConversationStatus, EventKind, Side, SnapshotOf,
    };

    fn whole() -> Snapshot {
        let at = |minute: i64| Some(Timestamp(1_790_000_000_000 + minute * 60_000));
        let message =
            |from, text: &str, sent_at| Message { text: text.to_owned(), sent_at, ..Message::by(from) };
        Snapshot {
            of: SnapshotOf { channel: ChannelId(1), conversation: ConversationId(2) },
            conversation: Conversation {
                key: "4711".to_owned(),
                status: Some(ConversationStatus::Resolved),
                transcript: vec![
                    message(Side::Customer, "Hello\r\nthere\u{202e}\u{1b}[2J", at(0)),
                    message(Side::Customer, "no time", None),
                    Message { author: Some("Anna".to_owned()), ..message(Side::Operator, "=1+1", at(2)) },
                ],
                ..Conversation::default()
            },
            contact: Some(Contact { name: Some("Ada".to_owned()), ..Contact::default() }),
            events: vec![SnapshotEvent {
                kind: EventKind::ConversationStatusChanged,
                platform_name: "conversation_status_changed".to_owned(),
                at: Timestamp(1_790_000_060_000),
                operator: None,
                detail: serde_json::Map::from_iter([("status".to_owned(), "resolved".into())]),
            }],
        }
    }

    #[test]
    fn a_transcript_reads_from_the_first_word_to_the_last() {
        let text = text(&whole(), "Support", &Words::new(None));
        let expected = "Channel: Support\nConversation ID: 4711\nContact: Ada\nStatus: resolved\n\n\
                        2026-09-21 14:13 UTC  Customer: Hello\n    there[2J\n  Customer: no time\n\
                        2026-09-21 14:14 UTC  — Conversation status status: resolved\n\
                        2026-09-21 14:15 UTC  Anna (Operator): =1+1\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn the_table_has_a_row_for_each_line() {
        let rows = rows(&whole(), &Words::new(Some("de")));
        assert!(rows.iter().all(|row| row.len() == COLUMNS.len()));
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[1][0], Cell::Empty, "nobody knows when");
        assert_eq!(rows[3][3], Cell::Text("=1+1".to_owned()), "guarding is the writer's");
    }
}
