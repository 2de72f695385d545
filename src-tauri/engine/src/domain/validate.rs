//! What an admin may type, and what it is put right to.
//!
//! Pure: a text in, a value or an error with the name of the field out. Whatever can be mended without asking is mended, and a
//! [`Note`] says so; what cannot is refused in words that say what to do.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use base64::Engine as _;
use url::{Host, Url};

use super::{Code, Preset};
use crate::error::{Error, Result};

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// The longest address.
const LONGEST_ADDRESS: usize = 2_000;
/// What one try may take, in ms.
pub const TIMEOUT_MS: std::ops::RangeInclusive<u64> = 50..=300_000;

/// Something that was put right, or is worth a warning, as a key of the strings catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its key.
    pub key: &'static str,
    /// What fills its blanks.
    pub params: BTreeMap<String, String>,
}

impl Note {
    fn new<const N: usize>(key: &'static str, params: [(&str, &str); N]) -> Self {
        Self {
            key,
            params: params.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        }
    }
}

/// `field` cannot be what was typed.
#[must_use]
pub fn bad_field(field: &str) -> Error {
    Error::with(Code::Data02, [("field", field)])
}

/// A channel's name: trimmed, not empty (NAME-02), none of `taken` whatever the case of its letters (NAME-01).
pub fn name<'a>(typed: &str, taken: impl IntoIterator<Item = &'a str>) -> Result<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Error::with(Code::Name02, [("field", "name")]));
    }
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(bad_field("name"));
    }
    let folded = name.to_lowercase();
    if taken.into_iter().any(|other| other.to_lowercase() == folded) {
        return Err(Error::with(Code::Name01, [("field", "name"), ("name", &name)]));
    }
    Ok(name)
}

/// An http or https address. What surrounds a pasted one is removed, a missing scheme added. Errors: URL-03.
pub fn address(field: &str, typed: &str, notes: &mut Vec<Note>) -> Result<Url> {
    let wrong = || Error::with(Code::Url03, [("field", field)]);
    let text = typed.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>' | '“' | '”' | '„' | '«' | '»')
    });
    if text.is_empty() || text.len() > LONGEST_ADDRESS || text.contains(char::is_whitespace) {
        return Err(wrong());
    }
    let mut url = if text.contains("://") {
        Url::parse(text).map_err(|_| wrong())?
    } else {
        with_scheme(field, text.trim_start_matches('/'), notes).ok_or_else(wrong)?
    };
    // A password in an address would be shown with it everywhere; it belongs into a header.
    let plain = url.username().is_empty() && url.password().is_none();
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() || url.port() == Some(0) || !plain {
        return Err(wrong());
    }
    url.set_fragment(None);
    Ok(url)
}

/// Puts the scheme in front that the address most likely has: encrypted, unless it can only be inside this network.
fn with_scheme(field: &str, text: &str, notes: &mut Vec<Note>) -> Option<Url> {
    let url = Url::parse(&format!("https://{text}")).ok()?;
    let host = url.host_str()?;
    // A single word with neither dot nor port is a word, not an address.
    if !host.contains(['.', ':']) && host != "localhost" && url.port().is_none() {
        return None;
    }
    let scheme = if is_inside(&url) { "http" } else { "https" };
    notes.push(Note::new("note-scheme-added", [("field", field), ("scheme", scheme)]));
    Url::parse(&format!("{scheme}://{text}")).ok()
}

/// Whether an address exists only inside a network: this computer, private ranges, names without a dot or under `.local` and the like.
#[must_use]
pub fn is_inside(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            !name.contains('.')
                || [".local", ".localhost", ".lan", ".internal", ".home.arpa"]
                    .iter()
                    .any(|suffix| name.ends_with(suffix))
        }
        Some(Host::Ipv4(ip)) => is_inside_v4(ip),
        Some(Host::Ipv6(ip)) => match ip.to_ipv4_mapped() {
            Some(ip) => is_inside_v4(ip),
            None => {
                ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local()
            }
        },
        None => true,
    }
}

fn is_inside_v4(ip: Ipv4Addr) -> bool {
    // 100.64.0.0/10 is what providers share among customers; no platform gets in there either.
    let shared = ip.octets()[0] == 100 && ip.octets()[1] & 0b1100_0000 == 64;
    ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified() || shared
}

/// The relay's own addresses.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// Where it listens.
    pub listen: Option<SocketAddr>,
    /// Its public address; empty means none.
    pub public_url: String,
}

impl Own {
    /// Whether a request to that address would come back to the relay.
    #[must_use]
    pub fn owns(&self, url: &Url) -> bool {
        self.is_listened_on(url) || self.is_public(url)
    }

    fn is_listened_on(&self, url: &Url) -> bool {
        let Some(listen) = self.listen else { return false };
        if url.port_or_known_default() != Some(listen.port()) {
            return false;
        }
        let ip = match url.host() {
            Some(Host::Domain(name)) => {
                let name = name.trim_end_matches('.');
                return name == "localhost" || name.ends_with(".localhost");
            }
            Some(Host::Ipv4(ip)) => IpAddr::V4(ip),
            Some(Host::Ipv6(ip)) => IpAddr::V6(ip).to_canonical(),
            None => return false,
        };
        ip.is_loopback() || ip.is_unspecified() || ip == listen.ip().to_canonical()
    }

    fn is_public(&self, url: &Url) -> bool {
        let Ok(public) = Url::parse(self.public_url.trim()) else { return false };
        // Behind a proxy the relay may be one folder of a host whose other folders are somebody else's.
        let folder = public.path().trim_end_matches('/');
        let below =
            url.path().strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        public.host() == url.host() && public.port_or_known_default() == url.port_or_known_default() && below
    }
}

/// The admin's endpoint. Errors: URL-03, LOOP-01 when it is the relay itself.
pub fn callback_url(typed: &str, own: &Own, notes: &mut Vec<Note>) -> Result<String> {
    let url = address("callbackUrl", typed, notes)?;
    if own.owns(&url) {
        return Err(Error::with(Code::Loop01, [("field", "callbackUrl"), ("place", "endpoint")]));
    }
    Ok(url.into())
}

/// The base of a platform's API, without a slash at its end.
pub fn api_url(typed: &str, notes: &mut Vec<Note>) -> Result<String> {
    Ok(base_of(&address("apiUrl", typed, notes)?))
}

/// The public address of the relay, without a slash at its end. One that exists only inside a network is warned of.
pub fn public_url(typed: &str, notes: &mut Vec<Note>) -> Result<String> {
    let mut url = address("publicUrl", typed, notes)?;
    url.set_query(None);
    if is_inside(&url) {
        notes.push(Note::new("error-url-02", [("field", "publicUrl")]));
    }
    Ok(base_of(&url))
}

fn base_of(url: &Url) -> String {
    url.as_str().trim_end_matches('/').to_owned()
}

/// What a Chatwoot address says beyond the server's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChatwootAddress {
    /// The server, without a slash at its end.
    pub base: String,
    /// The account's number, if the address names one.
    pub account: Option<i64>,
    /// The inbox's number, if the address names one.
    pub inbox: Option<i64>,
}

/// The address of a Chatwoot server. One copied out of its dashboard (`…/app/accounts/3/inbox/7`) or its API is taken apart.
pub fn chatwoot_address(typed: &str, notes: &mut Vec<Note>) -> Result<ChatwootAddress> {
    let mut url = address("apiUrl", typed, notes)?;
    url.set_query(None);
    let parts: Vec<String> = url
        .path_segments()
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    let follows = |first: &str, second: &[&str]| {
        parts.windows(2).position(|pair| pair[0] == first && second.contains(&pair[1].as_str()))
    };
    let end = follows("app", &["accounts", "login", "auth"])
        .or_else(|| follows("api", &["v1", "v2"]))
        .or_else(|| parts.last().filter(|part| *part == "app").map(|_| parts.len() - 1));
    let Some(end) = end else {
        return Ok(ChatwootAddress { base: base_of(&url), account: None, inbox: None });
    };
    let number_after = |names: &[&str]| {
        let at = parts.iter().rposition(|part| names.contains(&part.as_str()))?;
        parts[at + 1..].iter().find_map(|part| part.parse::<i64>().ok()).filter(|number| *number > 0)
    };
    let (account, inbox) = (number_after(&["accounts"]), number_after(&["inbox", "inboxes"]));
    url.set_path(&parts[..end].join("/"));
    let base = base_of(&url);
    let shown = |number: Option<i64>| number.map_or_else(|| "0".to_owned(), |number| number.to_string());
    notes.push(Note::new(
        "note-dashboard-taken-apart",
        [("field", "apiUrl"), ("base", &base), ("account", &shown(account)), ("inbox", &shown(inbox))],
    ));
    Ok(ChatwootAddress { base, account, inbox })
}

/// Where the API of a member of the Chatwoot family lives, when the admin has not said.
#[must_use]
pub const fn default_api_url(preset: Preset) -> Option<&'static str> {
    match preset {
        Preset::Chatwoot => Some("https://app.chatwoot.com"),
        Preset::Onehash => Some("https://chat.onehash.ai"),
        Preset::Chatlake => None,
    }
}

/// The name of a header the admin adds, and nothing that HTTP or the signature needs for itself.
pub fn header_name(field: &str, typed: &str) -> Result<String> {
    const OURS: [&str; 11] = [
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "proxy-connection",
        "proxy-authorization",
    ];
    let name = typed.trim().trim_end_matches(':');
    let known = http::HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad_field(field))?;
    if OURS.contains(&known.as_str()) || known.as_str().starts_with("webhook-") {
        return Err(bad_field(field));
    }
    Ok(name.to_owned())
}

/// The value of a header.
pub fn header_value(field: &str, typed: &str) -> Result<String> {
    let value = typed.trim();
    http::HeaderValue::from_str(value).map_err(|_| bad_field(field))?;
    Ok(value.to_owned())
}

/// A number within bounds.
pub fn within<T: PartialOrd + Copy>(
    field: &str,
    value: T,
    bounds: &std::ops::RangeInclusive<T>,
) -> Result<T> {
    if bounds.contains(&value) { Ok(value) } else { Err(bad_field(field)) }
}

/// The name or the number of a host, as an address writes it, with its port where one was typed; of a whole address that was pasted, the
/// same of it.
pub fn host(field: &str, typed: &str) -> Result<String> {
    let url = address(field, typed, &mut Vec::new()).map_err(|_| bad_field(field))?;
    let host = url.host_str().ok_or_else(|| bad_field(field))?;
    Ok(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

/// A language the strings catalogue has.
pub fn language(typed: &str) -> Result<String> {
    match typed {
        "en" | "ru" | "de" => Ok(typed.to_owned()),
        _ => Err(bad_field("options.agentsLanguage")),
    }
}

/// ELMA365's template of the answer to userInfo: a JSON object.
pub fn user_info(typed: &str) -> Result<String> {
    match serde_json::from_str::<serde_json::Value>(typed) {
        Ok(serde_json::Value::Object(_)) => Ok(typed.trim().to_owned()),
        _ => Err(bad_field("options.userInfo")),
    }
}

/// The IANA name of a time zone, written as the database writes it.
pub fn time_zone(typed: &str) -> Result<String> {
    let zone = jiff::tz::TimeZone::get(typed.trim()).map_err(|_| bad_field("options.timeZone"))?;
    Ok(zone.iana_name().unwrap_or("UTC").to_owned())
}

/// One certificate or several, as PEM.
pub fn certificate(typed: &str) -> Result<String> {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    let wrong = || bad_field("endpoint.trustedCertificate");
    let mut rest = typed.trim();
    let mut pem = String::new();
    while !rest.is_empty() {
        let (inside, after) =
            rest.strip_prefix(BEGIN).and_then(|rest| rest.split_once(END)).ok_or_else(wrong)?;
        let digits: String = inside.split_whitespace().collect();
        let der = base64::engine::general_purpose::STANDARD.decode(&digits).map_err(|_| wrong())?;
        // A certificate is an ASN.1 sequence; anything else was wrapped by mistake.
        if der.first() != Some(&0x30) || der.len() < 64 {
            return Err(wrong());
        }
        pem.push_str(&format!("{BEGIN}\n{}\n{END}\n", inside.trim()));
        rest = after.trim_start();
    }
    if pem.is_empty() { Err(wrong()) } else { Ok(pem) }
}

/// Where to listen: address and port; a port alone means this computer only.
pub fn listen(typed: &str) -> Result<SocketAddr> {
    let text = typed.trim();
    let text = text.strip_prefix("http://").unwrap_or(text).trim_end_matches('/');
    if let Ok(port) = text.trim_start_matches(':').parse::<u16>() {
        return Ok(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    }
    text.replace("localhost:", "127.0.0.1:").parse().map_err(|_| bad_field("listen"))
}

#[cfg(test)]
#[path = "validate_tests.rs"]
mod tests;
