//! The strings catalogue as the engine reads it: the same Fluent files the UI shows, one a subject, compiled in.

use std::collections::BTreeMap;
use std::thread::LocalKey;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::clock::Clock;
use crate::domain::{Code, Timestamp};
use crate::schema::{Sentence, Tone};

type Bundle = FluentBundle<FluentResource>;

macro_rules! catalogue {
    ($($subject:literal)*) => {
        /// The files each language has, without their ending.
        #[cfg(test)]
        const SUBJECTS: &[&str] = &[$($subject),*];
        const EN: &[&str] = &[$(include_str!(concat!("../../../ui/src/strings/en/", $subject, ".ftl"))),*];
        const RU: &[&str] = &[$(include_str!(concat!("../../../ui/src/strings/ru/", $subject, ".ftl"))),*];
        const DE: &[&str] = &[$(include_str!(concat!("../../../ui/src/strings/de/", $subject, ".ftl"))),*];
    };
}
catalogue! {
    "backup" "bulk" "channels" "conversations" "customer" "desktop" "diagnostics" "errors" "events" "exports" "flow" "frame" "help"
    "home" "journey" "keeping" "links" "outbox" "palette" "practice" "problems" "recovery" "requests" "sending" "sentences" "settings" "setup"
    "skips" "states" "traffic"
}

thread_local! {
    // A bundle is not Sync; each thread that words a sentence builds its own once.
    static ENGLISH: Bundle = bundle(langid!("en"), EN);
    static RUSSIAN: Bundle = bundle(langid!("ru"), RU);
    static GERMAN: Bundle = bundle(langid!("de"), DE);
}

fn bundle(language: LanguageIdentifier, sources: &[&str]) -> Bundle {
    let mut bundle = FluentBundle::new(vec![language]);
    // The marks around filled-in values are for mixed writing directions; our sentences go to logs and JSON as well.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // The catalogue's own test finds doubled keys; here the first one wins.
        drop(bundle.add_resource(resource));
    }
    bundle
}

/// The English text of a key, its blanks filled; the key itself when the catalogue lacks it.
#[must_use]
pub fn text(key: &str, params: &BTreeMap<String, String>) -> String {
    lookup(&ENGLISH, key, None, params).unwrap_or_else(|| key.to_owned())
}

impl Sentence {
    /// The sentence of that key, its blanks filled.
    pub(crate) fn new(key: &str, tone: Tone, params: BTreeMap<String, String>) -> Self {
        Self { english: text(key, &params), key: key.to_owned(), params, tone }
    }
}

/// Whether the catalogue has a text of that key.
pub(crate) fn has(key: &str) -> bool {
    ENGLISH.with(|bundle| bundle.get_message(key).is_some())
}

/// The text of a key in a language (`en`, `ru`, `de`), for people who do not sit at this computer; in English for any other.
#[must_use]
pub fn text_in(language: &str, key: &str, params: &BTreeMap<String, String>) -> String {
    let bundle = match language {
        "ru" => &RUSSIAN,
        "de" => &GERMAN,
        _ => &ENGLISH,
    };
    lookup(bundle, key, None, params).unwrap_or_else(|| text(key, params))
}

/// A sentence in a language (`en`, `ru`, `de`; English for any other), as the screens word it: the error and the time in it too. A time of
/// today is the hour alone.
#[must_use]
pub fn sentence_in(language: &str, sentence: &Sentence, now: Timestamp) -> String {
    let mut params = sentence.params.clone();
    if let Some(code) = params.get("code").filter(|code| !code.is_empty()) {
        let problem = text_in(language, &format!("error-{}", code.to_lowercase()), &params);
        params.insert("problem".to_owned(), problem.trim_end_matches('.').to_owned());
    }
    if let Some(at) = params.get("nextAt").and_then(|at| at.parse().ok()) {
        let (at, today) = (Clock.local(Timestamp(at)), Clock.local(now).date());
        let how = if at.date() == today { "%H:%M" } else { "%d.%m. %H:%M" };
        params.insert("next".to_owned(), at.strftime(how).to_string());
    }
    text_in(language, &sentence.key, &params)
}

/// The language to speak on this computer: the chosen one, or the one its user has set for messages.
#[must_use]
pub fn language(chosen: &str) -> String {
    let set = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
            .unwrap_or_default()
    };
    let wanted = if chosen == "system" { set() } else { chosen.to_owned() };
    let found = ["ru", "de"].into_iter().find(|language| wanted.starts_with(language));
    found.unwrap_or("en").to_owned()
}

/// The sentence and the hint of a code, in English.
#[must_use]
pub fn english(code: Code, params: &BTreeMap<String, String>) -> (String, Option<String>) {
    let key = format!("error-{}", code.name().to_lowercase());
    let message = lookup(&ENGLISH, &key, None, params).unwrap_or_else(|| code.name().to_owned());
    (message, lookup(&ENGLISH, &key, Some("hint"), params))
}

/// `noEndpoint` as the catalogue writes it: `no-endpoint`.
#[must_use]
pub(crate) fn kebab(name: &str) -> String {
    name.chars()
        .flat_map(|c| if c.is_ascii_uppercase() { vec!['-', c.to_ascii_lowercase()] } else { vec![c] })
        .collect()
}

fn lookup(
    bundle: &'static LocalKey<Bundle>,
    key: &str,
    attribute: Option<&str>,
    params: &BTreeMap<String, String>,
) -> Option<String> {
    bundle.with(|bundle| {
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut args = FluentArgs::new();
        for (name, value) in params {
            args.set(name.as_str(), argument(value));
        }
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    })
}

/// Counts become numbers, so that plural forms work; whatever is not written as a count is (a name `007`) stays a text.
fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_every_language_is_compiled_in() {
        for language in ["en", "ru", "de"] {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/strings/").to_owned() + language;
            let mut files: Vec<String> = std::fs::read_dir(folder)
                .expect("a folder")
                .map(|file| file.expect("a file").file_name().to_string_lossy().replace(".ftl", ""))
                .collect();
            files.sort();
            assert_eq!(files, SUBJECTS, "{language}");
        }
    }

    #[test]
    fn every_code_has_a_sentence_and_a_hint() {
        for code in Code::ALL {
            let (message, hint) = english(*code, &BTreeMap::new());
            assert!(message != code.name() && hint.is_some(), "{code} has no words");
        }
    }

    #[test]
    fn a_sentence_is_worded_with_its_error_and_its_time() {
        let params = |all: &[(&str, &str)]| {
            all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let sentence = |key: &str, params| Sentence {
            key: key.to_owned(),
            params,
            english: String::new(),
            tone: crate::schema::Tone::Bad,
        };
        let relay = sentence(
            "status-relay",
            params(&[
                ("code", "PORT-01"),
                ("problem", "in English"),
                ("address", "127.0.0.1:8787"),
                ("reason", "taken"),
            ]),
        );
        let now = Timestamp(1_800_000_000_000);
        for (language, word) in [("ru", "Адрес"), ("de", "benutzt"), ("en", "8787")] {
            let text = sentence_in(language, &relay, now);
            assert!(text.contains(word) && !text.contains("in English"), "{language}: {text}");
        }
        let paused = |at: i64| {
            let at = at.to_string();
            sentence("status-paused-until", params(&[("nextAt", &at), ("next", "UTC"), ("waiting", "0")]))
        };
        let at = Clock.local(now.plus_ms(60_000));
        if at.date() == Clock.local(now).date() {
            let text = sentence_in("en", &paused(now.0 + 60_000), now);
            assert!(
                text.starts_with(&format!("Everything is paused until {}. ", at.strftime("%H:%M"))),
                "{text}"
            );
        }
        let far = sentence_in("de", &paused(now.0 + 3 * 24 * 3_600_000), now);
        assert!(far.contains(". ") && !far.contains("UTC"), "{far}");
    }

    #[test]
    fn a_text_that_looks_like_a_number_is_shown_as_it_is() {
        let params = BTreeMap::from([("name".to_owned(), "007".to_owned())]);
        assert!(english(Code::Name01, &params).0.contains("“007”"));
    }

    #[test]
    fn other_languages_have_their_own_words_and_unknown_ones_english() {
        let params = BTreeMap::from([("code".to_owned(), "NET-05".to_owned())]);
        let said = |language| text_in(language, "agents-failed-unreachable", &params);
        let starts = [
            ("en", "Not delivered"),
            ("ru", "Не доставлено"),
            ("de", "Nicht zugestellt"),
            ("fr", "Not delivered"),
        ];
        for (language, start) in starts {
            let sentence = said(language);
            assert!(sentence.starts_with(start) && sentence.contains("NET-05"), "{language}: {sentence}");
        }
    }
}
