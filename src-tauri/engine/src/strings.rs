//! The strings catalogue as the engine reads it: the same Fluent files the UI shows, compiled in.

use std::cell::RefCell;
use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::domain::Code;

const ENGLISH: &str = include_str!("../../../ui/src/strings/en.ftl");

thread_local! {
    // A bundle is not Sync; each thread that words a sentence builds its own once.
    static BUNDLE: RefCell<FluentBundle<FluentResource>> = RefCell::new(bundle(ENGLISH));
}

fn bundle(source: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![unic_langid::langid!("en")]);
    // The marks around filled-in values are for mixed writing directions; our sentences go to logs and JSON as well.
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    // The catalogue's own test finds doubled keys; here the first one wins.
    drop(bundle.add_resource(resource));
    bundle
}

/// The English text of a key, its blanks filled; the key itself when the catalogue lacks it.
#[must_use]
pub fn text(key: &str, params: &BTreeMap<String, String>) -> String {
    lookup(key, None, params).unwrap_or_else(|| key.to_owned())
}

/// The sentence and the hint of a code, in English.
#[must_use]
pub fn english(code: Code, params: &BTreeMap<String, String>) -> (String, Option<String>) {
    let key = format!("error-{}", code.name().to_lowercase());
    let message = lookup(&key, None, params).unwrap_or_else(|| code.name().to_owned());
    (message, lookup(&key, Some("hint"), params))
}

fn lookup(key: &str, attribute: Option<&str>, params: &BTreeMap<String, String>) -> Option<String> {
    BUNDLE.with_borrow(|bundle| {
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
    fn every_code_has_a_sentence_and_a_hint() {
        for code in Code::ALL {
            let (message, hint) = english(*code, &BTreeMap::new());
            assert!(message != code.name() && hint.is_some(), "{code} has no words");
        }
    }

    #[test]
    fn a_text_that_looks_like_a_number_is_shown_as_it_is() {
        let params = BTreeMap::from([("name".to_owned(), "007".to_owned())]);
        assert!(english(Code::Name01, &params).0.contains("“007”"));
    }
}
