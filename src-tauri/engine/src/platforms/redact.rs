//! Takes secrets out of bodies, headers and addresses before they are shown, exported or indexed.
//!
//! Goes by names: what is called a token, secret, password or signature is masked, in whatever a stranger sent. It stands alone because
//! everything that shows something from outside needs it; it knows no platform and no channel. What else is secret in a channel is passed
//! in by the caller, who has it from [`super::own_secrets`].

mod text;

use std::borrow::Cow;

use serde_json::Value;

use crate::secret::{MASK, Secret};

/// Ends of names of secrets, in lower case and without `_` and `-`.
const ENDINGS: [&str; 11] = [
    "token",
    "secret",
    "password",
    "passwd",
    "authorization",
    "signature",
    "apikey",
    "privatekey",
    "cookie",
    "credential",
    "credentials",
];
/// Names of secrets that end like many harmless ones.
const NAMES: [&str; 5] = ["identifierhash", "signature256", "xhubsignature256", "passphrase", "pwd"];
/// What is a secret only as a parameter of an address.
const PARAMETERS: [&str; 5] = ["sig", "key", "hmac", "auth", "apikey"];
/// The two ways to write an entry of a list of headers as an object.
const ENTRY: [(&str, &str); 4] =
    [("name", "value"), ("key", "value"), ("header", "value"), ("field", "value")];

/// Headers that say how to read a body, or who sends it. They hold no secret, also where an admin typed them.
const DESCRIBING: [&str; 5] = ["accept", "accept-charset", "accept-language", "content-type", "user-agent"];

/// What is secret in one channel, besides what is so everywhere.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// Called so, it is secret wherever it stands.
    name: Option<String>,
    /// Headers whose values are secret.
    headers: Vec<String>,
    /// Keys that are secret wherever they stand.
    keys: Vec<Secret>,
}

impl Own {
    /// Nothing besides.
    pub const NONE: Self = Self { name: None, headers: Vec::new(), keys: Vec::new() };

    /// With a name that is secret wherever it stands.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: Some(name.to_owned()).filter(|name| !name.is_empty()), ..Self::NONE }
    }

    /// And with a header of that name.
    #[must_use]
    pub fn and_header(mut self, name: &str) -> Self {
        if !DESCRIBING.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            self.headers.push(name.to_owned());
        }
        self
    }

    /// And with what a header of that name says, which may come back in an answer, or have been sent under another name. Words that may
    /// stand anywhere are no keys.
    #[must_use]
    pub fn and_value(mut self, name: &str, value: &Secret) -> Self {
        /// Letters of the shortest key.
        const SHORTEST: usize = 8;
        let own = self.headers.len();
        self = self.and_header(name);
        // What stands before it is how it is shown, as in "Bearer …".
        let key = value.expose().rsplit(' ').next().unwrap_or_default();
        let is_key = key.len() >= SHORTEST && key.bytes().any(|byte| byte.is_ascii_digit());
        if self.headers.len() > own && is_key {
            self.keys.push(Secret::new(key));
        }
        self
    }

    fn hides_header(&self, name: &str) -> bool {
        self.headers.iter().any(|own| own.eq_ignore_ascii_case(name))
    }
}

/// Masks every secret inside a JSON value, wherever it is nested.
pub fn value(value: &mut Value) {
    value_with(value, &Own::NONE);
}

/// The same, with what else is secret in this channel.
pub fn value_with(value: &mut Value, own: &Own) {
    match value {
        Value::Object(object) => {
            for (known, content) in ENTRY {
                if object.get(known).and_then(Value::as_str).is_some_and(|name| is_secret(name, own))
                    && let Some(content) = object.get_mut(content)
                {
                    mask(content);
                }
            }
            for (name, value) in object.iter_mut() {
                if is_secret(name, own) { mask(value) } else { value_with(value, own) }
            }
        }
        Value::Array(list) => match list.as_mut_slice() {
            [Value::String(name), content @ Value::String(_)] if is_secret(name, own) => mask(content),
            list => list.iter_mut().for_each(|value| value_with(value, own)),
        },
        Value::String(text) => {
            if let Cow::Owned(masked) = text::addresses(text, own) {
                *text = masked;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whatever is called a secret is masked whole, but what is empty may be seen to be so.
fn mask(value: &mut Value) {
    let shown = match value {
        Value::Null | Value::Bool(_) => true,
        Value::String(text) => text.is_empty(),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => false,
    };
    if !shown {
        *value = Value::from(MASK);
    }
}

/// The text of a body without its secrets. JSON comes back compact; a form, broken JSON or any other text as it is, but for the masks.
/// Bytes that are no text are replaced by the usual sign.
#[must_use]
pub fn body(body: &[u8]) -> String {
    body_with(body, &Own::NONE)
}

/// The same, with what else is secret in this channel.
#[must_use]
pub fn body_with(body: &[u8], own: &Own) -> String {
    let start = body.iter().find(|byte| !byte.is_ascii_whitespace());
    if matches!(start, Some(b'{' | b'['))
        && let Ok(mut parsed) = serde_json::from_slice::<Value>(body)
    {
        value_with(&mut parsed, own);
        return parsed.to_string();
    }
    text::any(&String::from_utf8_lossy(body), own).into_owned()
}

/// Headers with the values of the secret ones masked, and the addresses in the others.
#[must_use]
pub fn headers(headers: &[(String, String)], own: &Own) -> Vec<(String, String)> {
    let shown = |(name, value): &(String, String)| {
        let value = if value.is_empty() {
            String::new()
        } else if is_secret(name, own) || own.hides_header(name) {
            MASK.to_owned()
        } else {
            text::addresses(value, own).into_owned()
        };
        (name.clone(), value)
    };
    headers.iter().map(shown).collect()
}

/// A text somebody wrote, with nothing masked but the keys of our own addresses in it.
#[must_use]
pub fn written(text: &str) -> Cow<'_, str> {
    text::own_keys(text)
}

/// Whether a header's value must be masked.
#[must_use]
pub fn is_secret_header(name: &str) -> bool {
    is_secret(name, &Own::NONE)
}

/// An address, or a path with a query, without password and without secret parameters.
#[must_use]
pub fn address(address: &str) -> String {
    let masked = text::addresses(address, &Own::NONE);
    // A bare path has no scheme to be found by.
    match masked.split_once('?') {
        Some((path, query)) if !masked.contains("://") => {
            format!("{path}?{}", text::parameters(query, &Own::NONE))
        }
        _ => masked.into_owned(),
    }
}

/// An address that hooks of other services are called by. They have their secret in the path or in a parameter of any name: what is left is
/// enough to know it again.
#[must_use]
pub fn address_given(address: &str) -> String {
    let Ok(url) = url::Url::parse(address) else { return MASK.to_owned() };
    let mut shown = url.origin().ascii_serialization();
    for part in url.path_segments().into_iter().flatten() {
        shown.push('/');
        shown.push_str(if is_key(part) { MASK } else { part });
    }
    if url.query().is_some() {
        shown.push('?');
        shown.push_str(MASK);
    }
    shown
}

/// Whether a part of a path is no word of it but a key: long and with digits, or letters and digits in turn, or long and in both cases
/// without anything between its words.
#[must_use]
pub fn is_key(part: &str) -> bool {
    /// Bytes of the shortest key of that make.
    const LONG: usize = 16;
    const MIXED: usize = 6;
    const LETTERS: usize = 20;
    let has = |is: fn(&u8) -> bool| part.as_bytes().iter().any(is);
    if !has(u8::is_ascii_digit) {
        let only_letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        return part.len() >= LETTERS
            && only_letters
            && has(u8::is_ascii_lowercase)
            && has(u8::is_ascii_uppercase);
    }
    // "v2" and "crm24" are words, "3x9fab" is none.
    let turns = part
        .as_bytes()
        .windows(2)
        .filter(|two| {
            two.iter().all(u8::is_ascii_alphanumeric) && two[0].is_ascii_digit() != two[1].is_ascii_digit()
        })
        .count();
    part.len() >= LONG || part.len() >= MIXED && turns >= 2
}

/// Whether something of this name is a secret.
fn is_secret(name: &str, own: &Own) -> bool {
    if own.name.as_deref().is_some_and(|own| name.eq_ignore_ascii_case(own)) {
        return true;
    }
    with_plain_name(name, |plain| {
        ENDINGS.iter().any(|ending| plain.ends_with(ending)) || NAMES.contains(&plain)
    })
}

/// Whether a parameter of an address is a secret.
fn is_secret_parameter(name: &str, own: &Own) -> bool {
    is_secret(name, own) || with_plain_name(name, |plain| PARAMETERS.contains(&plain))
}

/// Calls `check` with the name in lower case and without `_` and `-`: `X-Api-Key` and `apiKey` are one word.
///
/// Every field of every shown body passes here, so it takes no memory from the heap. Longer names are judged by their ends.
fn with_plain_name(name: &str, check: impl Fn(&str) -> bool) -> bool {
    const LENGTH: usize = 32;
    let mut plain = [0_u8; LENGTH];
    let mut start = LENGTH;
    for byte in name.bytes().rev().filter(u8::is_ascii_alphanumeric).take(LENGTH) {
        start -= 1;
        plain[start] = byte.to_ascii_lowercase();
    }
    std::str::from_utf8(&plain[start..]).is_ok_and(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_given_once_only_what_tells_it_from_others_is_shown() {
        let shown =
            address_given("https://ada:pw@hooks.example:8443/services/T0000000000000042/in?x=hush#part");
        assert_eq!(shown, format!("https://hooks.example:8443/services/{MASK}/in?{MASK}"));
        assert_eq!(address_given("http://10.0.0.7/crm-import"), "http://10.0.0.7/crm-import");
        assert_eq!(address_given("no address"), MASK);
    }

    #[test]
    fn keys_in_the_paths_of_hooks_are_told_from_words() {
        for key in [
            "3f2a9c1e-7b1d-4a52-9a0e-0c1d2e3f4a5b",
            "3xyz9ab",
            "bz1a2b3",
            "T0000000000000042",
            "XXxxXXxxXXxxXXxxXXxxXXxx",
            "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
        ] {
            assert!(is_key(key), "{key}");
        }
        for word in
            ["hooks", "catch", "v2", "crm24", "1234567", "2026-11", "customer-webhook-receiver", "api_v2", ""]
        {
            assert!(!is_key(word), "{word}");
        }
    }

    #[test]
    fn what_an_admin_typed_as_a_header_is_masked_by_name_and_wherever_it_comes_back() {
        let own = Own::NONE
            .and_value("X-Key", &Secret::new("seeded-42"))
            .and_value("X-Pass", &Secret::new("Basic c2VlZGVkOjE3"))
            .and_value("X-Shop", &Secret::new("north"))
            .and_value("Accept", &Secret::new("application/json; v=2"));
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let sent = [
            pair("x-key", "seeded-42"),
            pair("X-Shop", "north"),
            pair("accept", "application/json; v=2"),
            pair("x-before", "seeded-42"),
        ];
        let shown = headers(&sent, &own);
        assert_eq!(
            shown.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(),
            [MASK, MASK, "application/json; v=2", MASK]
        );
        let echoed =
            body_with(br#"{"headers":{"x-other":"seeded-42"},"said":"c2VlZGVkOjE3","text":"north"}"#, &own);
        assert!(
            !echoed.contains("seeded") && !echoed.contains("c2Vl") && echoed.contains("north"),
            "{echoed}"
        );
        assert!(!body_with(b"you said seeded-42", &own).contains("seeded"));
    }
    use serde_json::json;

    #[test]
    fn secrets_are_masked_by_name_wherever_they_are_nested() {
        let mut body = json!({
            "token": "a", "data": [{ "pubsub_token": "b", "list": [{ "hmac_token": 7, "secret": { "inner": "c" } }] }],
            "apiAccessToken": "d", "API_ACCESS_TOKEN": "e", "password": "f", "X-Chatwoot-Signature": "g", "accessToken": ["h"],
            "identifier_hash": "i",
        });
        value(&mut body);
        let text = body.to_string();
        for secret in ["\"a\"", "\"b\"", "7", "\"c\"", "\"d\"", "\"e\"", "\"f\"", "\"g\"", "\"h\"", "\"i\""] {
            assert!(!text.contains(secret), "{secret} is still in {text}");
        }
    }

    #[test]
    fn what_is_no_secret_stays() {
        let harmless = json!({
            "id": 1, "key": "k", "name": "Ada", "hmac_mandatory": true, "token": "", "secret": null, "text": "the secret: tea",
            "tokens_used": 5, "url": "https://example.test/f?size=3", "headers": [["accept", "text/html"], { "name": "host", "value": "x" }],
        });
        let mut shown = harmless.clone();
        value(&mut shown);
        assert_eq!(shown, harmless);
    }

    #[test]
    fn lists_of_headers_are_masked_in_every_shape() {
        let mut body = json!({ "headers": [
            ["Authorization", "Bearer a"], { "name": "api_access_token", "value": "b" }, { "key": "Set-Cookie", "value": "c" },
            { "X-My-Key": "d" }, ["x-my-key", "e"],
        ]});
        value_with(&mut body, &Own::named("x-my-key"));
        assert_eq!(
            body,
            json!({ "headers": [
                ["Authorization", MASK], { "name": "api_access_token", "value": MASK }, { "key": "Set-Cookie", "value": MASK },
                { "X-My-Key": MASK }, ["x-my-key", MASK],
            ]})
        );
    }

    #[test]
    fn secret_headers_are_known_in_any_case() {
        for name in [
            "Authorization",
            "api_access_token",
            "api-access-token",
            "X-Chatwoot-Signature",
            "Cookie",
            "Set-Cookie",
            "Proxy-Authorization",
            "webhook-signature",
            "x-switchboard-secret",
            "X-API-Key",
            "x-auth-token",
            "x-hub-signature-256",
        ] {
            assert!(is_secret_header(name), "{name}");
        }
        for name in [
            "content-type",
            "host",
            "x-chatwoot-delivery",
            "x-chatwoot-timestamp",
            "webhook-id",
            "user-agent",
            "",
        ] {
            assert!(!is_secret_header(name), "{name}");
        }
        let shown = headers(
            &[("X-Mine".to_owned(), "s3".to_owned()), ("Accept".to_owned(), "*/*".to_owned())],
            &Own::named("x-mine"),
        );
        assert_eq!(shown, [("X-Mine".to_owned(), MASK.to_owned()), ("Accept".to_owned(), "*/*".to_owned())]);
    }

    #[test]
    fn addresses_lose_passwords_and_secret_parameters() {
        assert_eq!(
            address("https://ada:pw@example.test/a?x=1&token=abc#t"),
            format!("https://{MASK}@example.test/a?x=1&token={MASK}#t")
        );
        assert_eq!(address("/in/elma?api_key=1&b=2"), format!("/in/elma?api_key={MASK}&b=2"));
        assert_eq!(address("https://example.test/@ada?page=2"), "https://example.test/@ada?page=2");
        let mut body = json!({ "text": "see https://example.test/f.png?X-Amz-Signature=aa and http://u:p@h.test/, token: tea" });
        value(&mut body);
        assert_eq!(
            body,
            json!({ "text": format!("see https://example.test/f.png?X-Amz-Signature={MASK} and http://{MASK}@h.test/, token: tea") })
        );
    }

    #[test]
    fn broken_json_forms_and_plain_text_are_masked_too() {
        let cases = [
            (
                r#"{"token": "a\"b", "text": "hi", "secret":5, "#,
                format!(r#"{{"token": "{MASK}", "text": "hi", "secret":{MASK}, "#),
            ),
            (
                "a=1&data%5Btoken%5D=x+y&data[secret]=z&b=2",
                format!("a=1&data%5Btoken%5D={MASK}&data[secret]={MASK}&b=2"),
            ),
            ("token=abc", format!("token={MASK}")),
            ("Authorization: Bearer abc def\r\nHost: x\r\n", format!("Authorization: {MASK}\r\nHost: x\r\n")),
            (
                "<a href='http://u:p@h.test/?sig=1&x=2'>",
                format!("<a href='http://{MASK}@h.test/?sig={MASK}&x=2'>"),
            ),
            ("plain words, no secret", "plain words, no secret".to_owned()),
            ("{\"token\": \"never closed", format!("{{\"token\": \"{MASK}")),
            ("", String::new()),
        ];
        for (shown, expected) in cases {
            assert_eq!(body(shown.as_bytes()), expected, "{shown}");
        }
        assert_eq!(body(b"token=\xff\xfe&a=1"), format!("token={MASK}&a=1"));
    }

    #[test]
    fn a_large_body_is_masked_like_a_small_one() {
        let large = format!("{{\"token\":\"abc\",\"text\":\"{}\"}}", "x".repeat(1 << 20));
        assert!(!body(large.as_bytes()).contains("abc"));
        assert!(!body(&large.as_bytes()[..large.len() - 1]).contains("abc"));
    }

    #[test]
    fn the_key_of_an_intake_address_is_masked_wherever_it_stands() {
        let key = crate::secret::Secret::random(crate::domain::address::INTAKE_KEY_BYTES);
        let key = key.expose();
        let intake = format!("https://relay.test/in/{key}");
        for shown in [
            json!({ "channel": { "webhook_url": intake } }).to_string(),
            format!(r#"{{"webhook_url": "{intake}", "broken"#),
            format!("see {intake}?x=1, or /in/{key}/ itself"),
            format!("a=1&webhook_url={intake}"),
        ] {
            let masked = body(shown.as_bytes());
            assert!(!masked.contains(key) && masked.contains(&format!("/in/{MASK}")), "{masked}");
        }
        assert_eq!(written(&intake), format!("https://relay.test/in/{MASK}"));
        assert!(!headers(&[("Referer".to_owned(), intake)], &Own::NONE)[0].1.contains(key));
        assert_eq!(written("https://people.test/in/ada"), "https://people.test/in/ada");
    }

    #[test]
    fn the_proof_in_a_files_address_is_masked_wherever_it_stands() {
        let proof = "1790000000-Zm9vYmFyYmF6cXV4MTIzNA";
        let file = format!("https://relay.test/file/01j5k2m3n4p5q/{proof}/a%20b.pdf");
        let masked = format!("https://relay.test/file/01j5k2m3n4p5q/{MASK}/a%20b.pdf");
        assert_eq!(written(&file), masked);
        let shown = body(json!({ "files": [{ "url": file }] }).to_string().as_bytes());
        assert_eq!(shown, json!({ "files": [{ "url": masked }] }).to_string());
        for harmless in
            ["/file/a-b", "https://people.test/file/2024-01/report-2.pdf", "/file/", "/file/x/12-/y"]
        {
            assert_eq!(written(harmless), harmless);
        }
    }

    #[test]
    fn masking_twice_changes_nothing() {
        let once = body(br#"{"token":"a","url":"https://u:p@h.test/?key=1"}"#);
        assert_eq!(body(once.as_bytes()), once);
    }
}
