//! The answer to `userInfo`.
//!
//! ELMA365 documents what it wants to know but not under which names, so the shape is a template the admin may change.

use serde_json::{Map, Value};

use crate::domain::{Contact, Elma365Options};

/// What a template may ask for, and the names in the default shape.
const FIELDS: [&str; 6] = ["id", "login", "fullName", "phone", "email", "avatar"];

/// The JSON text that tells what is known of a contact. `avatar` is the picture's bytes in base64.
///
/// A field whose template is one placeholder is left out when nothing is known; inside a longer text it becomes empty.
#[must_use]
pub fn contact_answer(options: &Elma365Options, contact: &Contact, avatar: Option<&str>) -> String {
    let known = |field: &str| match field {
        "id" => Some(contact.key.as_str()),
        "login" => contact.identifier.as_deref(),
        "fullName" => contact.name.as_deref(),
        "phone" => contact.phone.as_deref(),
        "email" => contact.email.as_deref(),
        "avatar" => avatar,
        _ => None,
    };
    let template = options.user_info.as_deref().and_then(|template| serde_json::from_str(template).ok());
    let mut answer = template.unwrap_or_else(default_shape);
    fill(&mut answer, &known);
    answer.to_string()
}

fn default_shape() -> Value {
    FIELDS
        .into_iter()
        .map(|field| (field.to_owned(), Value::String(format!("{{{{{field}}}}}"))))
        .collect::<Map<_, _>>()
        .into()
}

fn fill<'a>(value: &mut Value, known: &impl Fn(&str) -> Option<&'a str>) {
    match value {
        Value::String(text) => {
            if text.contains("{{") {
                *text = filled(text, known);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| fill(value, known)),
        Value::Object(object) => {
            object.retain(|_, value| match value.as_str().and_then(lone_placeholder) {
                Some(field) => known(field).is_some_and(|text| !text.is_empty()),
                None => true,
            });
            object.values_mut().for_each(|value| fill(value, known));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The field a text asks for, if it asks for one and says nothing else.
fn lone_placeholder(text: &str) -> Option<&str> {
    let field = text.strip_prefix("{{")?.strip_suffix("}}")?.trim();
    FIELDS.contains(&field).then_some(field)
}

/// One pass from left to right, so that a contact called `{{email}}` is just called that.
fn filled<'a>(template: &str, known: &impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        match after.split_once("}}") {
            Some((field, behind)) if FIELDS.contains(&field.trim()) => {
                out.push_str(known(field.trim()).unwrap_or_default());
                rest = behind;
            }
            _ => {
                out.push_str("{{");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(template: Option<&str>, contact: &Contact, avatar: Option<&str>) -> String {
        let options = Elma365Options { user_info: template.map(str::to_owned), ..Elma365Options::default() };
        contact_answer(&options, contact, avatar)
    }

    fn ada() -> Contact {
        Contact {
            key: "user1".to_owned(),
            identifier: Some("ada".to_owned()),
            name: Some("Ada \"{{email}}\" Example".to_owned()),
            email: Some("ada@example.test".to_owned()),
            ..Contact::default()
        }
    }

    #[test]
    fn the_default_shape_tells_what_is_known_and_nothing_else() {
        assert_eq!(
            answer(None, &ada(), Some("iVBORw0KGgo=")),
            r#"{"id":"user1","login":"ada","fullName":"Ada \"{{email}}\" Example","email":"ada@example.test","avatar":"iVBORw0KGgo="}"#
        );
    }

    #[test]
    fn an_unknown_user_is_answered_with_the_id_alone() {
        let unknown = Contact { key: "user9".to_owned(), ..Contact::default() };
        assert_eq!(answer(None, &unknown, None), r#"{"id":"user9"}"#);
    }

    #[test]
    fn a_template_is_filled_at_any_depth_and_only_once() {
        let template = r#"{"user":{"key":"{{ id }}","tags":["<{{fullName}}>","{{nothing}}"],"phone":"{{phone}}","line":"tel {{phone}}"},"n":1}"#;
        assert_eq!(
            answer(Some(template), &ada(), None),
            r#"{"user":{"key":"user1","tags":["<Ada \"{{email}}\" Example>","{{nothing}}"],"line":"tel "},"n":1}"#
        );
    }

    #[test]
    fn a_template_that_is_no_json_falls_back_to_the_default_shape() {
        let unknown = Contact { key: "user9".to_owned(), ..Contact::default() };
        assert_eq!(answer(Some("{{id}}"), &unknown, None), r#"{"id":"user9"}"#);
    }
}
