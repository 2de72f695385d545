//! Signatures on what the endpoint gets: ours by the Standard Webhooks specification, and Chatwoot's own on bodies passed on as received.
//!
//! Written out instead of left to the reference library because bodies passed on as received may be any bytes, and the library takes
//! UTF-8 only; the tests hold it against the library.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::domain::Timestamp;
use crate::secret::Secret;
use crate::store::Headers;

const CHATWOOT_TIME: &str = "x-chatwoot-timestamp";
const CHATWOOT_SIGNATURE: &str = "x-chatwoot-signature";

/// The three headers of the Standard Webhooks specification. A secret that is not base64 signs nothing, and the headers say so by
/// leaving the signature out.
#[must_use]
pub(crate) fn standard(secret: &Secret, id: &str, body: &[u8], now: Timestamp) -> Headers {
    let seconds = now.0.div_euclid(1_000).to_string();
    let text = secret.expose();
    let key = STANDARD.decode(text.strip_prefix("whsec_").unwrap_or(text)).unwrap_or_default();
    let mut headers =
        vec![("webhook-id".to_owned(), id.to_owned()), ("webhook-timestamp".to_owned(), seconds.clone())];
    if !key.is_empty() {
        let digest = digest(&key, &[id.as_bytes(), b".", seconds.as_bytes(), b".", body]);
        headers.push(("webhook-signature".to_owned(), format!("v1,{}", STANDARD.encode(digest))));
    }
    headers
}

/// Renews Chatwoot's signature, whose time the endpoint checks: every try is signed as if Chatwoot had sent it now. Headers without a
/// signature, and a channel without secrets, stay as they are.
pub(crate) fn renew_chatwoot(headers: &mut Headers, secrets: &[Secret], body: &[u8], now: Timestamp) {
    let value = |name: &str| {
        headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.clone())
    };
    let (Some(signature), Some(time)) = (value(CHATWOOT_SIGNATURE), value(CHATWOOT_TIME)) else {
        return;
    };
    // Account and inbox have secrets of their own: the one that signed the original signs the copy.
    let signer = secrets
        .iter()
        .find(|secret| chatwoot(secret, &time, body).as_bytes().ct_eq(signature.as_bytes()).into());
    let Some(signer) = signer.or(secrets.first()) else {
        return;
    };
    let seconds = now.0.div_euclid(1_000).to_string();
    let renewed = chatwoot(signer, &seconds, body);
    for (name, value) in headers.iter_mut() {
        if name.eq_ignore_ascii_case(CHATWOOT_TIME) {
            value.clone_from(&seconds);
        } else if name.eq_ignore_ascii_case(CHATWOOT_SIGNATURE) {
            value.clone_from(&renewed);
        }
    }
}

fn chatwoot(secret: &Secret, seconds: &str, body: &[u8]) -> String {
    use std::fmt::Write as _;
    let digest = digest(secret.expose().as_bytes(), &[seconds.as_bytes(), b".", body]);
    digest.iter().fold("sha256=".to_owned(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn digest(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn the_reference_library_accepts_our_signature() {
        let secret = Secret::new("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
        let body = br#"{"type":"message.sent","text":"Gr\u00fc\u00dfe"}"#;
        let headers = standard(&secret, "0f3kz", body, Clock.now());
        let mut map = http::HeaderMap::new();
        for (name, value) in &headers {
            map.insert(http::HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
        }
        let library = standardwebhooks::Webhook::new(secret.expose()).unwrap();
        library.verify(body, &map).unwrap();
        assert!(library.verify(b"{}", &map).is_err(), "another body has another signature");
    }

    #[test]
    fn chatwoots_signature_is_renewed_with_the_secret_that_made_it() {
        let (inbox, account) = (Secret::new("inbox secret"), Secret::new("account secret"));
        let body = b"{\"event\":\"message_created\"}";
        let mut headers = vec![
            ("X-Chatwoot-Timestamp".to_owned(), "1700000000".to_owned()),
            ("X-Chatwoot-Signature".to_owned(), chatwoot(&account, "1700000000", body)),
        ];
        renew_chatwoot(&mut headers, &[inbox, account.clone()], body, Timestamp(1_800_000_000_999));
        assert_eq!(headers[0].1, "1800000000");
        assert_eq!(headers[1].1, chatwoot(&account, "1800000000", body));
    }

    #[test]
    fn what_chatwoot_did_not_sign_stays_unsigned() {
        let mut headers = vec![("X-Chatwoot-Delivery".to_owned(), "7".to_owned())];
        renew_chatwoot(&mut headers, &[Secret::new("s")], b"{}", Timestamp(0));
        assert_eq!(headers.len(), 1);
    }
}
