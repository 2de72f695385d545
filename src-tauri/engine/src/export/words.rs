//! The words an export is written in: headings, states and reasons, in the language of whoever asked. From the one catalogue. Pure.

use std::collections::BTreeMap;

use serde::Serialize;

use super::csv::Csv;
use crate::domain::EventKind;
use crate::error::Error;
use crate::strings;

/// The words of one language.
#[derive(Clone, Debug)]
pub(super) struct Words {
    language: String,
}

impl Words {
    /// Of this language (`en`, `ru`, `de`); English for any other.
    pub(super) fn new(language: Option<&str>) -> Self {
        Self { language: language.unwrap_or("en").to_owned() }
    }

    /// How CSV is written for those who speak it.
    pub(super) fn csv(&self) -> Csv {
        Csv::new(&self.language)
    }

    pub(super) fn text(&self, key: &str) -> String {
        strings::text_in(&self.language, key, &BTreeMap::new())
    }

    /// The names above columns.
    pub(super) fn columns(&self, names: &[&str]) -> Vec<String> {
        names.iter().map(|name| self.text(&format!("export-column-{name}"))).collect()
    }

    /// The word for one of a few values, by its name on the wire; that name where there is no word.
    pub(super) fn named(&self, of: &str, value: &impl Serialize) -> String {
        let Some(name) = name_of(value) else { return String::new() };
        let key = format!("{of}-{}", strings::kebab(&name));
        Some(self.text(&key)).filter(|text| *text != key).unwrap_or(name)
    }

    /// An error in a sentence.
    pub(super) fn error(&self, error: &Error) -> String {
        let key = format!("error-{}", error.code.name().to_lowercase());
        strings::text_in(&self.language, &key, &error.params)
    }

    pub(super) fn event(&self, kind: EventKind) -> String {
        self.text(&format!("event-{}", kind.name().replace(['.', '_'], "-")))
    }

    /// What a call was for.
    pub(super) fn step(&self, step: &str) -> String {
        let key = format!("step-{}", step.replace('.', "-"));
        Some(self.text(&key)).filter(|text| *text != key).unwrap_or_else(|| step.to_owned())
    }
}

fn name_of(value: &impl Serialize) -> Option<String> {
    Some(serde_json::to_value(value).ok()?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{SkipReason, State};

    #[test]
    fn what_has_a_word_is_worded_and_the_rest_is_named() {
        let german = Words::new(Some("de"));
        assert_eq!(Words::new(None).named("state", &State::WaitingForPlatform), "Waiting for platform");
        assert_ne!(german.named("state", &State::OnHold), "On hold");
        assert_eq!(Words::new(Some("fr")).named("skip", &SkipReason::OwnEcho), "our own echo");
        assert_eq!(german.named("nothing", &State::OnHold), "onHold");
        assert_eq!(german.step("no.such"), "no.such");
        assert_eq!(Words::new(None).event(EventKind::ConversationStatusChanged), "Conversation status");
    }
}
