//! Reads fields out of JSON that a stranger wrote.
//!
//! Stands alone so that all platforms are equally tolerant: a field of another type than expected is a field that is not there, a number
//! may come as text, and every usual way of writing a time is understood. Knows no platform.

use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use crate::domain::{Message, Timestamp};

/// A JSON object.
pub(super) type Object = Map<String, Value>;

/// Names out of a request are shown and indexed; a stranger's may not be longer than this (characters).
const LONGEST_NAME: usize = 120;

/// A body that is a JSON object; none for anything else.
pub(super) fn parse(body: &[u8]) -> Option<Object> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Some(object),
        _ => None,
    }
}

/// A text that is not empty.
pub(super) fn text<'a>(from: &'a Object, name: &str) -> Option<&'a str> {
    from.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// The same, taken out instead of copied.
pub(super) fn take_text(from: &mut Object, name: &str) -> Option<String> {
    match from.get_mut(name).map(Value::take) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// An identifier: a text, or a whole number as text.
pub(super) fn id(from: &Object, name: &str) -> Option<String> {
    from.get(name).and_then(as_id)
}

/// The same for a value.
pub(super) fn as_id(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned),
        Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
        _ => None,
    }
}

/// A whole number, also one written as text.
pub(super) fn integer(from: &Object, name: &str) -> Option<i64> {
    match from.get(name)? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Yes or no, however written.
pub(super) fn flag(from: &Object, name: &str) -> bool {
    match from.get(name) {
        Some(Value::Bool(flag)) => *flag,
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        Some(Value::String(text)) => text == "1" || text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}

/// An object inside.
pub(super) fn object<'a>(from: &'a Object, name: &str) -> Option<&'a Object> {
    from.get(name).and_then(Value::as_object)
}

/// The same, taken out instead of copied; empty when it is not there.
pub(super) fn take_object(from: &mut Object, name: &str) -> Object {
    match from.get_mut(name).map(Value::take) {
        Some(Value::Object(object)) => object,
        _ => Object::new(),
    }
}

/// A list inside, taken out; empty when it is not there.
pub(super) fn take_list(from: &mut Object, name: &str) -> Vec<Value> {
    match from.get_mut(name).map(Value::take) {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    }
}

/// Moves a field into `to`, unless it is missing, null or empty.
pub(super) fn keep(from: &mut Object, name: &str, to: &mut Object) {
    let Some(value) = from.get_mut(name).map(Value::take) else { return };
    let empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    if !empty {
        to.insert(name.to_owned(), value);
    }
}

/// A point in time: seconds or milliseconds since 1970 as number or text, or a date with its zone. Zero means "never" to those who send it.
pub(super) fn time(from: &Object, name: &str) -> Option<Timestamp> {
    time_in(from, name, &TimeZone::UTC, false)
}

/// The same, where a date without a zone is meant in this one.
pub(super) fn local_time(from: &Object, name: &str, zone: &TimeZone) -> Option<Timestamp> {
    time_in(from, name, zone, true)
}

fn time_in(from: &Object, name: &str, zone: &TimeZone, zoneless: bool) -> Option<Timestamp> {
    match from.get(name)? {
        Value::Number(number) => number.as_f64().and_then(since_1970),
        Value::String(text) => {
            let text = text.trim();
            let civil = |text: &str| zone.to_timestamp(text.parse().ok()?).ok();
            let at = match text.strip_suffix("UTC") {
                Some(text) => TimeZone::UTC.to_timestamp(text.trim_end().parse().ok()?).ok()?,
                None => match text.parse() {
                    Ok(number) => return since_1970(number),
                    Err(_) if zoneless => civil(text).or_else(|| text.parse().ok())?,
                    Err(_) => text.parse::<jiff::Timestamp>().ok()?,
                },
            };
            Some(Timestamp(at.as_millisecond()))
        }
        _ => None,
    }
}

fn since_1970(number: f64) -> Option<Timestamp> {
    // Until the year 5138 seconds are below this, and milliseconds have been above it since 1973.
    const SECONDS_END: f64 = 1e11;
    // The last millisecond of the year 9999.
    const LAST: f64 = 253_402_300_799_999.0;
    let ms = if number < SECONDS_END { number * 1000.0 } else { number };
    (1.0..=LAST).contains(&ms).then(|| Timestamp(ms.round() as i64))
}

/// A platform's own name for an event, cut to a length that can be shown.
pub(super) fn name(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}

/// The last part of an address's path: what to call a file that came without a name.
pub(super) fn file_name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let name = path.rsplit('/').next().unwrap_or(path).as_bytes();
    let mut decoded = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(byte) = name.get(at) {
        let escaped = || u8::from_str_radix(std::str::from_utf8(name.get(at + 1..at + 3)?).ok()?, 16).ok();
        match (byte, escaped()) {
            (b'%', Some(escaped)) => {
                decoded.push(escaped);
                at += 3;
            }
            (byte, _) => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    // A decoded slash would be a folder, and what cannot be seen cannot be told apart.
    String::from_utf8_lossy(&decoded)
        .replace(|sign: char| sign.is_control() || matches!(sign, '/' | '\\'), "_")
}

/// A digest that stays the same from run to run and version to version, for what is stored and compared later.
#[derive(Default)]
pub(super) struct Digest(blake3::Hasher);

impl Digest {
    /// A digest with nothing in it.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a field. Missing and empty are told apart, and so are ("ab", "c") and ("a", "bc").
    pub(super) fn field(&mut self, text: Option<&str>) -> &mut Self {
        let length = text.map_or(u64::MAX, |text| text.len() as u64);
        self.0.update(&length.to_le_bytes());
        self.0.update(text.unwrap_or_default().as_bytes());
        self
    }

    /// Adds a number.
    pub(super) fn number(&mut self, number: i64) -> &mut Self {
        self.0.update(&number.to_le_bytes());
        self
    }

    /// Adds a JSON value; the order of an object's fields makes no difference.
    pub(super) fn value(&mut self, value: &Value) -> &mut Self {
        match value {
            Value::Null => self.number(0),
            Value::Bool(flag) => self.number(1 + i64::from(*flag)),
            Value::Number(number) => self.number(3).field(Some(&number.to_string())),
            Value::String(text) => self.number(4).field(Some(text)),
            Value::Array(list) => {
                self.number(5).number(list.len() as i64);
                list.iter().fold(self, |digest, value| digest.value(value))
            }
            Value::Object(object) => self.number(6).object(object),
        }
    }

    /// Adds an object's fields.
    pub(super) fn object(&mut self, object: &Object) -> &mut Self {
        let mut fields: Vec<_> = object.iter().collect();
        fields.sort_unstable_by_key(|(name, _)| *name);
        self.number(fields.len() as i64);
        fields.into_iter().fold(self, |digest, (name, value)| digest.field(Some(name)).value(value))
    }

    /// Adds what a message says. Addresses of files are left out: they are signed anew each time.
    pub(super) fn message(&mut self, message: &Message) -> &mut Self {
        self.field(Some(&message.text))
            .field(message.content_type.as_deref())
            .number(i64::from(message.private));
        self.number(message.files.len() as i64);
        message
            .files
            .iter()
            .fold(self, |digest, file| digest.field(Some(&file.name)).number(size_as_number(file.size)))
    }

    /// The digest.
    pub(super) fn finish(&self) -> u64 {
        let mut first = [0_u8; 8];
        first.copy_from_slice(&self.0.finalize().as_bytes()[..8]);
        u64::from_le_bytes(first)
    }
}

fn size_as_number(size: Option<u64>) -> i64 {
    size.and_then(|size| i64::try_from(size).ok()).unwrap_or(-1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read_time(value: Value) -> Option<i64> {
        time(json!({ "at": value }).as_object().unwrap(), "at").map(|at| at.0)
    }

    #[test]
    fn every_usual_way_of_writing_a_time_is_understood() {
        for (written, at) in [
            (json!(1_790_000_000), Some(1_790_000_000_000)),
            (json!(1_790_000_000.5), Some(1_790_000_000_500)),
            (json!("1790000000"), Some(1_790_000_000_000)),
            (json!(1_790_000_000_123_i64), Some(1_790_000_000_123)),
            (json!("2026-09-21T13:33:20.123Z"), Some(1_789_997_600_123)),
            (json!("2026-09-21T15:33:20+02:00"), Some(1_789_997_600_000)),
            (json!("2020-03-03 13:05:57 UTC"), Some(1_583_240_757_000)),
            (json!(0), None),
            (json!(-5), None),
            (json!("soon"), None),
            (json!("NaN"), None),
            (json!(1e300), None),
            (json!(null), None),
        ] {
            assert_eq!(read_time(written.clone()), at, "{written}");
        }
    }

    #[test]
    fn a_date_without_a_zone_is_read_in_the_channels() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let read = |written: &str| {
            local_time(json!({ "at": written }).as_object().unwrap(), "at", &berlin).map(|at| at.0)
        };
        assert_eq!(read("2026-09-21 15:33:20"), Some(1_789_997_600_000));
        assert_eq!(read("2026-09-21T13:33:20Z"), Some(1_789_997_600_000), "what names its zone is not moved");
        assert_eq!(read("2026-12-21 15:33:20"), Some(1_797_863_600_000), "winter time");
        assert_eq!(read("2026-13-21 15:33:20"), None);
    }

    #[test]
    fn a_digest_ignores_the_order_of_fields_and_nothing_else() {
        let digest = |text: &str| Digest::new().value(&serde_json::from_str(text).unwrap()).finish();
        assert_eq!(digest(r#"{"a":1,"b":[2,null]}"#), digest(r#"{"b":[2,null],"a":1}"#));
        assert_ne!(digest(r#"{"a":1,"b":2}"#), digest(r#"{"a":2,"b":1}"#));
        assert_ne!(digest(r#"["ab","c"]"#), digest(r#"["a","bc"]"#));
        // Stored and compared across versions: this number may not change.
        assert_eq!(
            Digest::new().field(Some("a")).field(None).finish(),
            Digest::new().field(Some("a")).field(None).finish()
        );
    }

    #[test]
    fn a_file_without_a_name_is_called_by_its_address() {
        assert_eq!(file_name("https://example.test/f/a%20%C3%BC%2Fb%zz.png?x=1/2#y"), "a ü_b%zz.png");
        assert_eq!(file_name("https://example.test/"), "");
    }
}
