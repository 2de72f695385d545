//! Chatwoot's signature: HMAC-SHA256 over the time, a dot and the raw body, with a secret's text as the key.

use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::Sha256;

use crate::domain::{Code, Timestamp};
use crate::secret::Secret;

/// How far the time that was signed may lie from ours, in ms: long enough for a queue, too short to replay what was overheard.
const WINDOW_MS: i64 = 5 * 60 * 1000;

/// What a request's signature is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signature {
    /// None was sent.
    Absent,
    /// Made with one of the secrets, and just now.
    Good,
    /// Made with another secret or over other bytes, or right but made at another time.
    Bad(Code),
}

/// Checks the signature of `body` against each of the secrets.
pub(super) fn check(headers: &HeaderMap, body: &[u8], secrets: &[Secret], now: Timestamp) -> Signature {
    let Some(shown) = headers.get("x-chatwoot-signature") else { return Signature::Absent };
    let parts = || {
        let signature = from_hex(shown.to_str().ok()?.trim().strip_prefix("sha256=")?)?;
        let time = headers.get("x-chatwoot-timestamp")?.to_str().ok()?.trim();
        Some((signature, time, Timestamp(time.parse::<i64>().ok()?.saturating_mul(1000))))
    };
    let Some((signature, time, at)) = parts() else { return Signature::Bad(Code::Auth03) };
    if !secrets.iter().any(|secret| is_made_with(secret, time, body, &signature)) {
        Signature::Bad(Code::Auth03)
    } else if now.since(at).saturating_abs() > WINDOW_MS {
        Signature::Bad(Code::Time01)
    } else {
        Signature::Good
    }
}

fn is_made_with(secret: &Secret, time: &str, body: &[u8], signature: &[u8; 32]) -> bool {
    // Anybody can sign with a secret that is empty.
    if secret.is_empty() {
        return false;
    }
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else { return false };
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.verify_slice(signature).is_ok()
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = [0_u8; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    const NOW: Timestamp = Timestamp(1_790_000_000_000);
    const BODY: &[u8] = b"{\"a\":1}";
    // Made with another program: printf '1790000000.{"a":1}' | openssl dgst -sha256 -hmac webhookSecret
    const HEX: &str = "48d3c069556290890be2fe3559d6b8d926df2df9f7b03da2c67cf1dcbaa7d7c0";

    fn headers(time: &str, signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("x-chatwoot-timestamp", HeaderValue::from_str(time).unwrap());
        headers.insert("x-chatwoot-signature", HeaderValue::from_str(signature).unwrap());
        headers
    }

    fn secrets() -> [Secret; 3] {
        [Secret::new(""), Secret::new("another"), Secret::new("webhookSecret")]
    }

    fn signed() -> HeaderMap {
        headers("1790000000", &format!("sha256={HEX}"))
    }

    #[test]
    fn any_of_the_secrets_may_have_signed() {
        assert_eq!(check(&signed(), BODY, &secrets(), NOW), Signature::Good);
        let upper = headers("1790000000", &format!("sha256={}", HEX.to_uppercase()));
        assert_eq!(check(&upper, BODY, &secrets(), NOW), Signature::Good);
        assert_eq!(check(&signed(), BODY, &secrets()[..2], NOW), Signature::Bad(Code::Auth03));
        assert_eq!(check(&HeaderMap::new(), BODY, &secrets(), NOW), Signature::Absent);
    }

    #[test]
    fn another_body_or_another_time_does_not_fit() {
        assert_eq!(check(&signed(), b"{\"a\": 1}", &secrets(), NOW), Signature::Bad(Code::Auth03));
        let moved = headers("1790000001", &format!("sha256={HEX}"));
        assert_eq!(check(&moved, BODY, &secrets(), NOW), Signature::Bad(Code::Auth03));
    }

    #[test]
    fn a_right_signature_outside_five_minutes_is_a_clock_that_is_off() {
        for (ms, expected) in [
            (300_000, Signature::Good),
            (-300_000, Signature::Good),
            (300_001, Signature::Bad(Code::Time01)),
            (-300_001, Signature::Bad(Code::Time01)),
        ] {
            assert_eq!(check(&signed(), BODY, &secrets(), NOW.plus_ms(ms)), expected, "{ms} ms off");
        }
    }

    #[test]
    fn a_signature_that_cannot_be_read_is_a_wrong_one() {
        let long = format!("sha256={HEX}00");
        for (time, signature) in
            [("", "sha256=00"), ("soon", long.as_str()), ("1790000000", HEX), ("1790000000", "sha256=zz")]
        {
            assert_eq!(
                check(&headers(time, signature), BODY, &secrets(), NOW),
                Signature::Bad(Code::Auth03),
                "{signature}"
            );
        }
        let mut no_time = signed();
        no_time.remove("x-chatwoot-timestamp");
        assert_eq!(check(&no_time, BODY, &secrets(), NOW), Signature::Bad(Code::Auth03));
    }
}
