//! Whether a request is as Chatwoot's published description says, save for the differences named there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::*;

fn description() -> &'static Value {
    static DESCRIPTION: OnceLock<Value> = OnceLock::new();
    DESCRIPTION.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/chatwoot.openapi.json");
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    })
}

/// Holds a value against a schema of the description, which may refer to others of it. Made once for each.
fn validate(schema: &'static Value, value: &Value) -> Result<(), String> {
    static VALIDATORS: Mutex<BTreeMap<usize, Arc<jsonschema::Validator>>> = Mutex::new(BTreeMap::new());
    let make = || {
        let whole = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "components": description()["components"],
            "allOf": [schema],
        });
        Arc::new(jsonschema::validator_for(&whole).unwrap())
    };
    let mut validators = VALIDATORS.lock().unwrap_or_else(PoisonError::into_inner);
    let validator = Arc::clone(validators.entry(std::ptr::from_ref(schema).addr()).or_insert_with(make));
    drop(validators);
    let problems: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("; ")) }
}

/// A parameter as its schema wants it: addresses have only text.
fn parameter(text: &str) -> Value {
    text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)
}

/// The described operation of a call, and the values of its path's parameters.
fn operation(method: &Method, path: &str) -> (&'static Value, Vec<(&'static str, String)>) {
    let parts: Vec<&str> = path.split('/').collect();
    let paths = description()["paths"].as_object().unwrap();
    let fits = |template: &'static String| {
        let template: Vec<&str> = template.split('/').collect();
        let mut values = Vec::new();
        let same = template.len() == parts.len()
            && template.iter().zip(&parts).all(|(wanted, part)| {
                match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                    Some(name) => {
                        values.push((name, (*part).to_owned()));
                        true
                    }
                    None => wanted == part,
                }
            });
        same.then_some(values)
    };
    // One without a parameter is meant where both fit.
    let mut found: Vec<_> =
        paths.iter().filter_map(|(template, item)| Some((item, fits(template)?))).collect();
    found.sort_by_key(|(_, values)| values.len());
    let name = method.as_str().to_ascii_lowercase();
    let (item, values) = found.into_iter().next().unwrap_or_else(|| panic!("{path} is not described"));
    let operation = item.get(&name).unwrap_or_else(|| panic!("{method} {path} is not described"));
    (operation, values)
}

pub(super) fn check(call: &Call) {
    let url = url::Url::parse(&call.url).unwrap();
    let at = format!("{} {}", call.method, call.url);
    let (operation, values) = operation(&call.method, url.path());
    for (name, value) in values {
        let value = percent_encoding::percent_decode_str(&value).decode_utf8().unwrap().into_owned();
        let kind = &description()["components"]["parameters"][name];
        let value = if kind["type"] == "string" { Value::from(value) } else { parameter(&value) };
        validate(kind, &value).unwrap_or_else(|problem| panic!("{at}: {name}: {problem}"));
    }
    let described = operation.get("parameters").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let in_query = |parameter: &&Value| parameter["in"] == "query";
    let asked: Vec<(String, String)> =
        url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    for (name, value) in &asked {
        let known = described.iter().filter(in_query).find(|parameter| parameter["name"] == **name);
        let known = known.unwrap_or_else(|| panic!("{at}: no parameter is called {name}"));
        let value =
            if known["schema"]["type"] == "string" { Value::from(value.as_str()) } else { parameter(value) };
        validate(&known["schema"], &value).unwrap_or_else(|problem| panic!("{at}: {name}: {problem}"));
    }
    for parameter in described.iter().filter(in_query).filter(|parameter| parameter["required"] == true) {
        assert!(asked.iter().any(|(name, _)| parameter["name"] == **name), "{at}: {parameter} is missing");
    }
    let content = operation.pointer("/requestBody/content");
    match (&call.body, content) {
        (Body::Empty, None) => {}
        (Body::Json(body), Some(content)) => {
            let mut body = body.clone();
            // Difference 2: a contact without a chat has no place in an inbox yet.
            if operation["operationId"] == "contactCreate" && body.get("inbox_id").is_none() {
                body["inbox_id"] = json!(7);
            }
            validate(&content["application/json"]["schema"], &body)
                .unwrap_or_else(|problem| panic!("{at}: {body}: {problem}"));
        }
        (Body::Form { fields, files }, Some(content)) => {
            let mut body = json!({});
            for (name, value) in fields {
                // A form has only text: what is no text there is written as JSON.
                body[name] = match name.as_str() {
                    "private" | "content_attributes" => serde_json::from_str(value).unwrap(),
                    _ => Value::from(value.as_str()),
                };
            }
            for (name, file) in files {
                if body.get(name).is_none() {
                    body[*name] = json!([]);
                }
                body[*name].as_array_mut().unwrap().push(file.to_string().into());
            }
            validate(&content["multipart/form-data"]["schema"], &body)
                .unwrap_or_else(|problem| panic!("{at}: {body}: {problem}"));
        }
        (body, content) => panic!("{at}: has {body:?}, described is {content:?}"),
    }
}

#[test]
fn the_check_sees_what_is_wrong() {
    let call = |method: Method, path: &str, body: Body| Call {
        step: "message.create",
        method,
        url: format!("https://chat.example.test/api/v1/accounts/1{path}"),
        headers: Vec::new(),
        body,
        repeatable: true,
        pace: crate::platforms::write::Pace::Free,
    };
    let messages = "/conversations/42/messages";
    for wrong in [
        call(Method::GET, "/nothing", Body::Empty),
        call(Method::PUT, messages, Body::Empty),
        call(Method::GET, "/conversations?state=all", Body::Empty),
        call(Method::GET, "/conversations?status=any", Body::Empty),
        call(Method::GET, "/conversations/forty/messages", Body::Empty),
        call(Method::POST, messages, Body::Empty),
        call(Method::POST, messages, Body::Json(json!({ "message_type": "incoming" }))),
        call(Method::POST, messages, Body::Json(json!({ "content": 7 }))),
        call(Method::POST, messages, Body::Json(json!({ "content": "", "colour": "red" }))),
        call(Method::POST, "/conversations", Body::Json(json!({ "source_id": "c", "inbox_id": "7" }))),
        call(
            Method::POST,
            "/contacts/filter",
            Body::Json(json!({ "payload": [{ "query_operator": null }] })),
        ),
        call(Method::PUT, "/contacts/7", Body::Json(json!({ "name": ["Ada"] }))),
        call(
            Method::POST,
            messages,
            Body::Form {
                fields: vec![("message_type".to_owned(), "sideways".to_owned())],
                files: Vec::new(),
            },
        ),
    ] {
        let shown = format!("{wrong:?}");
        assert!(std::panic::catch_unwind(|| check(&wrong)).is_err(), "{shown}");
    }
}
