//! What happened in a conversation besides messages, in sentences. Pure: an event in, a key of the strings catalogue with what fills it out.
//!
//! Who and what are the platform's words: they are cut short and stand on one line, but are not worded anew.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::domain::{ConversationStatus, Event, EventKind, Operator};
use crate::platforms::redact;
use crate::schema::{Sentence, Tone};

/// Letters of what somebody wrote that a sentence shows.
const LETTERS: usize = 300;

/// The event in a sentence.
pub(super) fn sentence(event: &Event) -> Sentence {
    let about = event.conversation.as_ref();
    let assigned = about.and_then(|about| about.operator.as_ref());
    let of = |key: &str, tone: Tone, blanks: &[(&str, String)]| {
        let params: BTreeMap<_, _> =
            blanks.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Sentence::new(key, tone, params)
    };
    let plain = |key: &str| of(key, Tone::Neutral, &[]);
    // Zero stands for none in the catalogue's choices.
    let who = |operator: Option<&Operator>| ("name", operator.map_or_else(|| "0".to_owned(), name));
    let said = |field: &str| detail(event, field);
    match event.kind {
        EventKind::SessionStarted => plain("told-session-started"),
        EventKind::SessionUnread => of("told-session-unread", Tone::Warning, &[]),
        EventKind::SessionEnded => plain("told-session-ended"),
        EventKind::ConversationCreated => plain("told-created"),
        EventKind::ConversationEnded => plain("told-ended"),
        EventKind::ConversationForwarded => {
            let operator = event.operator.as_ref().or(assigned);
            let group = operator.and_then(|operator| operator.group.as_deref()).unwrap_or("0");
            of("told-forwarded", Tone::Neutral, &[who(operator), ("group", short(group))])
        }
        EventKind::ConversationStatusChanged => match about.and_then(|about| about.status) {
            Some(ConversationStatus::Open) => plain("told-open"),
            Some(ConversationStatus::Pending) => plain("told-pending"),
            Some(ConversationStatus::Snoozed) => plain("told-snoozed"),
            Some(ConversationStatus::Resolved) => of("told-resolved", Tone::Good, &[]),
            Some(ConversationStatus::Ended) => plain("told-ended"),
            None => plain("told-changed"),
        },
        EventKind::ConversationRated => {
            let words = said("feedback").unwrap_or_else(|| "0".to_owned());
            let rating = said("rating").unwrap_or_else(|| "0".to_owned());
            of("told-rated", Tone::Neutral, &[("rating", rating), ("words", words)])
        }
        EventKind::ConversationFeedback => {
            of("told-feedback", Tone::Neutral, &[("words", said("feedback").unwrap_or_default())])
        }
        EventKind::ConversationSurveyed => {
            of("told-surveyed", Tone::Neutral, &[("answer", said("survey").unwrap_or_default())])
        }
        EventKind::ConversationGoal => {
            let goal = event.detail.get("goal").and_then(|goal| goal.get("name")).and_then(Value::as_str);
            of("told-goal", Tone::Good, &[("goal", goal.map_or_else(|| "0".to_owned(), short))])
        }
        EventKind::ConversationSnapshot => plain("told-snapshot"),
        EventKind::ConversationUpdated => updated(event, assigned, of),
        _ => plain("told-changed"),
    }
}

/// What changed, as far as it is said: who answers, else the labels, else something.
fn updated(
    event: &Event,
    assigned: Option<&Operator>,
    of: impl Fn(&str, Tone, &[(&str, String)]) -> Sentence,
) -> Sentence {
    let changed = event.detail.get("changed_attributes").and_then(Value::as_object);
    let has =
        |names: &[&str]| changed.is_some_and(|changed| names.iter().any(|name| changed.contains_key(*name)));
    match assigned {
        Some(operator) if changed.is_none() || has(&["assignee_id", "assignee"]) => {
            return of("told-assigned", Tone::Neutral, &[("name", name(operator))]);
        }
        None if has(&["assignee_id", "assignee"]) => return of("told-unassigned", Tone::Neutral, &[]),
        _ => {}
    }
    let labels = event.conversation.as_ref().and_then(|about| about.labels.as_ref());
    match labels {
        Some(labels) if has(&["label_list", "labels", "cached_label_list"]) && labels.is_empty() => {
            of("told-unlabelled", Tone::Neutral, &[])
        }
        Some(labels) if has(&["label_list", "labels", "cached_label_list"]) => {
            of("told-labelled", Tone::Neutral, &[("labels", short(&labels.join(", ")))])
        }
        _ => of("told-changed", Tone::Neutral, &[]),
    }
}

fn name(operator: &Operator) -> String {
    let named = operator.name.as_deref().filter(|name| !name.trim().is_empty());
    short(named.unwrap_or(&operator.key))
}

/// What a platform says in one of the event's details.
fn detail(event: &Event, field: &str) -> Option<String> {
    match event.detail.get(field)? {
        Value::String(text) if !text.trim().is_empty() => Some(short(text)),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

/// On one line, without secrets.
fn short(text: &str) -> String {
    let plain = redact::written(text);
    let words = plain.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LETTERS {
        return line;
    }
    line.chars().take(LETTERS - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Conversation;

    fn about(kind: EventKind, change: impl FnOnce(&mut Event, &mut Conversation)) -> String {
        let mut event = Event::new(kind, "x");
        let mut conversation = Conversation::default();
        change(&mut event, &mut conversation);
        event.conversation = Some(conversation);
        sentence(&event).english
    }

    #[test]
    fn what_happened_is_said_in_a_sentence() {
        let anna =
            || Some(Operator { key: "9".to_owned(), name: Some("Anna".to_owned()), ..Operator::default() });
        let updated = EventKind::ConversationUpdated;
        assert_eq!(about(updated, |_, conversation| conversation.operator = anna()), "Assigned to Anna");
        assert_eq!(
            about(updated, |event, conversation| {
                conversation.operator = anna();
                conversation.labels = Some(vec!["vip".to_owned(), "late".to_owned()]);
                event.detail.insert("changed_attributes".to_owned(), serde_json::json!({ "label_list": 1 }));
            }),
            "Labels: vip, late"
        );
        assert_eq!(about(updated, |_, _| {}), "The conversation was changed");
        let status = EventKind::ConversationStatusChanged;
        let resolved = |_: &mut Event, conversation: &mut Conversation| {
            conversation.status = Some(ConversationStatus::Resolved);
        };
        assert_eq!(about(status, resolved), "Resolved");
        let rated = |rating: Value, words: Option<&str>| {
            about(EventKind::ConversationRated, |event, _| {
                event.detail.insert("rating".to_owned(), rating);
                event.detail.extend(words.map(|words| ("feedback".to_owned(), words.into())));
            })
        };
        assert_eq!(rated(4.into(), Some("good\n\n help")), "Rated 4: good help");
        assert_eq!(rated(5.into(), None), "Rated 5");
        assert_eq!(
            about(EventKind::ConversationForwarded, |event, _| event.operator = anna()),
            "Passed to Anna"
        );
        assert_eq!(about(EventKind::ConversationForwarded, |_, _| {}), "Passed on");
        let long = "x".repeat(1_000);
        assert!(rated(1.into(), Some(&long)).chars().count() < 400);
    }
}
