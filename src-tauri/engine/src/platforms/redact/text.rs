//! Masks secrets in text that has no structure to go by: addresses inside sentences, forms, headers written out, JSON cut short.

use std::borrow::Cow;

use super::{Own, is_secret, is_secret_parameter};
use crate::domain::address::{FILES, INTAKE, INTAKE_KEY_LENGTH};
use crate::secret::MASK;

/// The part of our own addresses by which whoever knows it is let in: the last one of an intake's, the proof in a file's. It is told by its
/// place and its form, so that the keys of channels that are gone, or have a new one, are masked as well.
pub(super) fn own_keys(text: &str) -> Cow<'_, str> {
    let intakes = text.match_indices(INTAKE).filter_map(|(at, _)| {
        let start = at + INTAKE.len();
        let length = letters(&text[start..]);
        (length == INTAKE_KEY_LENGTH).then_some((start, start + length))
    });
    let files = text.match_indices(FILES).filter_map(|(at, _)| {
        let id = at + FILES.len();
        let proof = id + letters(&text[id..]) + 1;
        let length = letters(text.get(proof..)?);
        let is_proof = text[proof..proof + length].split_once('-').is_some_and(|(expiry, proof)| {
            expiry.bytes().all(|byte| byte.is_ascii_digit()) && !expiry.is_empty() && !proof.is_empty()
        });
        (is_proof && text.as_bytes()[proof - 1] == b'/').then_some((proof, proof + length))
    });
    let mut keys: Vec<(usize, usize)> = intakes.chain(files).collect();
    keys.sort_unstable();
    let mut out = String::new();
    let mut copied = 0;
    for (start, end) in keys {
        if start >= copied {
            out.push_str(&text[copied..start]);
            out.push_str(MASK);
            copied = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// How many letters of a key the text begins with.
fn letters(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count()
}

/// A text in which the user part and the secret parameters of every address are masked, the keys of our own, and those of this channel.
pub(super) fn addresses<'a>(text: &'a str, own: &Own) -> Cow<'a, str> {
    let mut shown = own_keys(text);
    for key in &own.keys {
        if shown.contains(key.expose()) {
            shown = Cow::Owned(shown.replace(key.expose(), MASK));
        }
    }
    match shown {
        Cow::Borrowed(text) => parts_of_addresses(text, own),
        Cow::Owned(text) => Cow::Owned(parts_of_addresses(&text, own).into_owned()),
    }
}

fn parts_of_addresses<'a>(text: &'a str, own: &Own) -> Cow<'a, str> {
    if !text.contains("://") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + 3);
        out.push_str(before);
        let end = after
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>'))
            .unwrap_or(after.len());
        let (address, behind) = after.split_at(end);
        one_address(address, own, &mut out);
        rest = behind;
    }
    out.push_str(rest);
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// What follows `://`: who, where, path, query and fragment.
fn one_address(address: &str, own: &Own, out: &mut String) {
    let (host, rest) = address.split_at(address.find(['/', '?', '#']).unwrap_or(address.len()));
    match host.rsplit_once('@') {
        Some((user, host)) if !user.is_empty() => {
            out.push_str(MASK);
            out.push('@');
            out.push_str(host);
        }
        _ => out.push_str(host),
    }
    // A fragment may carry parameters as well: that is how some sign-ins hand their tokens over.
    match rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len())) {
        (path, "") => out.push_str(path),
        (path, query) => {
            out.push_str(path);
            out.push_str(&query[..1]);
            out.push_str(&parameters(&query[1..], own));
        }
    }
}

/// `name=value` pairs with the secret ones masked.
pub(super) fn parameters(query: &str, own: &Own) -> String {
    let mut out = String::with_capacity(query.len());
    for part in query.split_inclusive(['&', ';', '#', '?']) {
        let (pair, end) = match part.char_indices().next_back() {
            Some((at, '&' | ';' | '#' | '?')) => part.split_at(at),
            _ => (part, ""),
        };
        match pair.split_once('=') {
            Some((name, value)) if !value.is_empty() && is_secret_parameter(name, own) => {
                out.push_str(name);
                out.push('=');
                out.push_str(MASK);
            }
            _ => out.push_str(pair),
        }
        out.push_str(end);
    }
    out
}

/// A text of any kind: wherever a secret's name is followed by `=` or `:`, what follows is masked, and addresses are masked too.
pub(super) fn any<'a>(text: &'a str, own: &Own) -> Cow<'a, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some((word_start, word_end)) = next_word(text, at) {
        at = word_end;
        if is_secret(&text[word_start..word_end], own)
            && let Some((start, end)) = value_after(text, word_end)
        {
            out.push_str(&text[copied..start]);
            out.push_str(MASK);
            (copied, at) = (end, end);
        }
    }
    if copied == 0 {
        return addresses(text, own);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(addresses(&out, own).into_owned())
}

/// The next run of letters, digits, `_` and `-` from `from` on. A percent sign and its two digits end a word, as a bracket does.
fn next_word(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        match bytes.get(start)? {
            b'%' if is_escape(bytes, start) => start += 3,
            byte if is_word(*byte) => break,
            _ => start += 1,
        }
    }
    let length = bytes[start..].iter().position(|byte| !is_word(*byte)).unwrap_or(bytes.len() - start);
    Some((start, start + length))
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn is_escape(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Where the value stands that belongs to a name ending at `end`; none when nothing is assigned there.
fn value_after(text: &str, end: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = end;
    let mut quoted_name = false;
    loop {
        match bytes.get(at)? {
            b'"' | b'\'' => {
                quoted_name = true;
                at += 1;
            }
            b']' => at += 1,
            b'\\' => at += 1,
            b'%' if is_escape(bytes, at) => at += 3,
            _ => break,
        }
    }
    let skip_blanks = |mut at: usize| {
        while matches!(bytes.get(at), Some(b' ' | b'\t')) {
            at += 1;
        }
        at
    };
    at = skip_blanks(at);
    let assignment = *bytes.get(at)?;
    if !matches!(assignment, b'=' | b':') {
        return None;
    }
    let start = skip_blanks(at + 1);
    let value = &bytes[start..];
    let length = match (value.first()?, assignment) {
        (quote @ (b'"' | b'\''), _) => {
            let length = quoted_length(&value[1..], *quote);
            return (length > 0).then_some((start + 1, start + 1 + length));
        }
        (_, b'=') => until(value, |byte| {
            byte.is_ascii_whitespace() || matches!(byte, b'&' | b';' | b'"' | b'\'' | b'<' | b'>')
        }),
        _ if quoted_name => {
            until(value, |byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b'}' | b']'))
        }
        _ => until(value, |byte| matches!(byte, b'\r' | b'\n')),
    };
    (length > 0).then_some((start, start + length))
}

fn until(bytes: &[u8], ends: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| ends(*byte)).unwrap_or(bytes.len())
}

/// Bytes up to the closing quote; a backslash hides the sign behind it.
fn quoted_length(bytes: &[u8], quote: u8) -> usize {
    let mut at = 0;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}
