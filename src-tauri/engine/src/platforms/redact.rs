//! Takes secrets out of bodies, headers and addresses before they are shown, exported or indexed.
//!
//! Goes by names: what is called a token, secret, password or signature is masked, in whatever a stranger sent. It stands alone because
//! everything that shows something from outside needs it; it knows no platform and no channel. A channel's own secret header is passed
//! in by the caller, who has it from [`super::secret_header`].

mod text;

use std::borrow::Cow;

use serde_json::Value;

use crate::secret::MASK;

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

/// Masks every secret inside a JSON value, wherever it is nested.
pub fn value(value: &mut Value) {
    value_with(value, None);
}

/// The same, with one more name that is secret in this channel.
pub fn value_with(value: &mut Value, extra: Option<&str>) {
    match value {
        Value::Object(object) => {
            for (known, content) in ENTRY {
                if object.get(known).and_then(Value::as_str).is_some_and(|name| is_secret(name, extra))
                    && let Some(content) = object.get_mut(content)
                {
                    mask(content);
                }
            }
            for (name, value) in object.iter_mut() {
                if is_secret(name, extra) { mask(value) } else { value_with(value, extra) }
            }
        }
        Value::Array(list) => match list.as_mut_slice() {
            [Value::String(name), content @ Value::String(_)] if is_secret(name, extra) => mask(content),
            list => list.iter_mut().for_each(|value| value_with(value, extra)),
        },
        Value::String(text) => {
            if let Cow::Owned(masked) = text::addresses(text, extra) {
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
    body_with(body, None)
}

/// The same, with one more name that is secret in this channel.
#[must_use]
pub fn body_with(body: &[u8], extra: Option<&str>) -> String {
    let start = body.iter().find(|byte| !byte.is_ascii_whitespace());
    if matches!(start, Some(b'{' | b'['))
        && let Ok(mut parsed) = serde_json::from_slice::<Value>(body)
    {
        value_with(&mut parsed, extra);
        return parsed.to_string();
    }
    text::any(&String::from_utf8_lossy(body), extra).into_owned()
}

/// Headers with the values of the secret ones masked, and the addresses in the others.
#[must_use]
pub fn headers(headers: &[(String, String)], extra: Option<&str>) -> Vec<(String, String)> {
    let shown = |(name, value): &(String, String)| {
        let value = if value.is_empty() {
            String::new()
        } else if is_secret(name, extra) {
            MASK.to_owned()
        } else {
            text::addresses(value, extra).into_owned()
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
    is_secret(name, None)
}

/// An address, or a path with a query, without password and without secret parameters.
#[must_use]
pub fn address(address: &str) -> String {
    let masked = text::addresses(address, None);
    // A bare path has no scheme to be found by.
    match masked.split_once('?') {
        Some((path, query)) if !masked.contains("://") => format!("{path}?{}", text::parameters(query, None)),
        _ => masked.into_owned(),
    }
}

/// An address that was given once. Other services' hooks have their secret in the path or in a parameter of any name: what is left is enough
/// to know it again.
#[must_use]
pub fn address_given(address: &str) -> String {
    /// Words of an address are shorter than keys, and have no digits in them.
    const WORD: usize = 16;
    let Ok(url) = url::Url::parse(address) else { return MASK.to_owned() };
    let mut shown = url.origin().ascii_serialization();
    for part in url.path_segments().into_iter().flatten() {
        let is_word = part.len() < WORD || !part.bytes().any(|byte| byte.is_ascii_digit());
        shown.push('/');
        shown.push_str(if is_word { part } else { MASK });
    }
    if url.query().is_some() {
        shown.push('?');
        shown.push_str(MASK);
    }
    shown
}

/// Whether something of this name is a secret.
fn is_secret(name: &str, extra: Option<&str>) -> bool {
    if extra.is_some_and(|extra| !extra.is_empty() && name.eq_ignore_ascii_case(extra)) {
        return true;
    }
    with_plain_name(name, |plain| {
        ENDINGS.iter().any(|ending| plain.ends_with(ending)) || NAMES.contains(&plain)
    })
}

/// Whether a parameter of an address is a secret.
fn is_secret_parameter(name: &str, extra: Option<&str>) -> bool {
    is_secret(name, extra) || with_plain_name(name, |plain| PARAMETERS.contains(&plain))
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
        value_with(&mut body, Some("x-my-key"));
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
            Some("x-mine"),
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
        let key = crate::secret::Secret::random(crate::reach::INTAKE_KEY_BYTES);
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
        assert!(!headers(&[("Referer".to_owned(), intake)], None)[0].1.contains(key));
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
