//! Settings as a file: its form here, what is written in [`write`], what is read and what it would change in [`read`]. Pure, but for the
//! sealing.
//!
//! Channels are known by their names. A file without a password holds no secret at all: no token, no header's value, no address with a
//! password in it; one with a password holds them sealed beside the rest, which can be looked at without it. What a platform taught
//! (ids, its webhook) and the unguessable parts of our addresses are among the sealed, so that under a password a channel goes on as it
//! was.

mod read;
mod write;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use crate::backup::container::Stretch;
use crate::domain::{LinkChoices, LinkMode, Platform, Privacy, Timestamp};
use crate::error::{Error, Result};
use crate::platforms::redact;
use crate::schema::Object;

pub(super) use read::merge;

/// What such a file calls itself.
const KIND: &str = "settings";
/// The form of this version.
const FORMAT: u32 = 1;
/// Settings that belong to the computer.
const OF_COMPUTER: [&str; 3] = ["listen", "publicUrl", "backupFolder"];

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Document {
    /// What it is.
    switchboard: String,
    format: u32,
    pub(super) version: String,
    pub(super) at: Timestamp,
    pub(super) settings: Object,
    pub(super) channels: Vec<Carried>,
    pub(super) links: Vec<CarriedLink>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<Sealed>,
}

/// A channel without its secrets.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Carried {
    pub(super) name: String,
    pub(super) platform: Platform,
    /// As a form would give it.
    input: Object,
    /// The address of its endpoint had something in it that was left out.
    #[serde(default)]
    shortened: bool,
    /// Its platform's had.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    api_shortened: bool,
    /// How much is kept of what was said in it, where it differs from the others; absent: as much, or an older version wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) privacy: Option<Privacy>,
}

/// A link.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CarriedLink {
    pub(super) customers: String,
    pub(super) operators: String,
    pub(super) mode: LinkMode,
    pub(super) choices: LinkChoices,
    pub(super) paused: bool,
}

/// What needs the password.
#[derive(Serialize, Deserialize)]
struct Sealed {
    stretch: Stretch,
    nonce: String,
    content: String,
}

/// What is sealed.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Secrets {
    channels: Vec<ChannelSecrets>,
    proxy: Option<String>,
}

/// Of one channel.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct ChannelSecrets {
    name: String,
    /// As a form would give it.
    input: Object,
    intake_key: String,
    endpoint_token: String,
    signing_secret: String,
}

/// An address without what may be secret in it, and whether there was such a thing. A key in its path goes with all that follows it.
fn shortened(address: &str) -> (String, bool) {
    let Ok(mut url) = Url::parse(address) else { return (String::new(), true) };
    let parts = || url.path_segments().into_iter().flatten();
    let words: Vec<String> = parts().take_while(|part| !redact::is_key(part)).map(str::to_owned).collect();
    let keyed = words.len() < parts().count();
    let secret = keyed || !url.username().is_empty() || url.password().is_some() || url.query().is_some();
    // It cannot fail for an address with a host, and others have no such parts.
    _ = url.set_username("");
    _ = url.set_password(None);
    url.set_query(None);
    url.set_fragment(None);
    if keyed {
        url.set_path(&words.join("/"));
    }
    if secret { (url.to_string(), true) } else { (address.to_owned(), false) }
}

impl Document {
    /// Its secrets are there, under a password.
    pub(super) fn is_locked(&self) -> bool {
        self.sealed.is_some()
    }
}

/// Whether a setting belongs to the computer.
pub(super) fn is_of_computer(setting: &str) -> bool {
    OF_COMPUTER.contains(&setting)
}

pub(super) fn object(value: &impl Serialize) -> Result<Object> {
    match serde_json::to_value(value) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Error::unexpected("writing JSON", &"no object")),
        Err(cause) => Err(Error::unexpected("writing JSON", &cause)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::Around;
    use super::super::channels::fresh;
    use super::write::{carry, secrets_of};
    use super::*;
    use crate::domain::validate::Own;
    use crate::domain::{Channel, ChannelId, Code, Header};
    use crate::schema::{Settings, TransferReason};
    use crate::secret::Secret;

    fn channel() -> Channel {
        let mut channel = fresh(ChannelId(1), Platform::Chatwoot, None, Timestamp(0));
        channel.name = "Support".to_owned();
        channel.token = Secret::new("seeded-token");
        channel.callback_url = Some("https://crm.example.com/hook?key=seeded-key".to_owned());
        channel.endpoint.headers =
            vec![Header { name: "x-key".to_owned(), value: Secret::new("seeded-header") }];
        channel
    }

    fn document(password: Option<&Secret>) -> String {
        let settings =
            Settings { proxy: "http://me:seeded-proxy@proxy.lan:3128".to_owned(), ..Settings::default() };
        let channels = [std::sync::Arc::new(channel())];
        let document = Document::new(&settings, &channels, &[], password, Timestamp(1)).unwrap();
        serde_json::to_string_pretty(&document).unwrap()
    }

    fn around() -> Around<'static> {
        Around { taken: Vec::new(), own: Own { listen: None, public_url: String::new() } }
    }

    #[test]
    fn no_secret_lies_open_with_or_without_a_password() {
        let password = Secret::new("correct horse");
        for text in [document(None), document(Some(&password))] {
            assert!(!text.contains("seeded"), "{text}");
            let own = channel();
            for secret in [&own.intake_key, &own.endpoint_token, &own.signing_secret] {
                assert!(!text.contains(secret.expose()));
            }
            assert!(text.contains("https://crm.example.com/hook") && text.contains("http://proxy.lan:3128"));
        }
    }

    #[test]
    fn under_a_password_a_channel_comes_whole_and_without_it_as_far_as_it_goes() {
        let password = Secret::new("correct horse");
        let document = Document::read(&document(Some(&password))).unwrap();
        assert_eq!(
            document.open(Some(&Secret::new("wrong"))).err().map(|error| error.code),
            Some(Code::Back01)
        );
        let secrets = document.open(Some(&password)).unwrap();
        let mut made = fresh(ChannelId(2), Platform::Chatwoot, None, Timestamp(0));
        let (_, reasons) = merge(&document.channels[0], &secrets, &mut made, true, &around()).unwrap();
        assert!(reasons.is_empty());
        assert_eq!((made.token, made.callback_url, made.endpoint), {
            let own = channel();
            (own.token, own.callback_url, own.endpoint)
        });
        let mut made = fresh(ChannelId(2), Platform::Chatwoot, None, Timestamp(0));
        let none = document.open(None).unwrap();
        let (_, reasons) = merge(&document.channels[0], &none, &mut made, true, &around()).unwrap();
        assert_eq!(reasons, [TransferReason::SecretsMissing, TransferReason::AddressShortened]);
        assert!(made.token.is_empty());
        // Where it is already, nothing changes: also not what the file lacks.
        let mut here = channel();
        let (fields, reasons) = merge(&document.channels[0], &none, &mut here, false, &around()).unwrap();
        assert_eq!((fields, reasons), (Vec::new(), Vec::new()));
        assert_eq!(here.callback_url, channel().callback_url);
    }

    /// Hooks of other services have their secret in the path: it lay open in a file that said it held none.
    #[test]
    fn an_address_with_its_secret_in_the_path_is_shortened_and_comes_whole_under_a_password() {
        for (whole, short) in [
            (
                "https://n8n.example/webhook/3f2a9c1e-7b1d-4a52-9a0e-0c1d2e3f4a5b",
                "https://n8n.example/webhook",
            ),
            (
                "https://hooks.zapier.com/hooks/catch/1234567/3xyz9ab/",
                "https://hooks.zapier.com/hooks/catch/1234567",
            ),
            ("https://crm.example/v2/hook24", "https://crm.example/v2/hook24"),
        ] {
            let own = Channel { callback_url: Some(whole.to_owned()), ..channel() };
            let carried = carry(&own).unwrap();
            assert_eq!(
                (carried.input["callbackUrl"].as_str(), carried.shortened),
                (Some(short), whole != short)
            );
            let secrets = Secrets { channels: vec![secrets_of(&own)], ..Secrets::default() };
            let mut made = fresh(ChannelId(2), Platform::Chatwoot, None, Timestamp(0));
            merge(&carried, &secrets, &mut made, true, &around()).unwrap();
            assert_eq!(made.callback_url.as_deref(), Some(whole));
            let mut here = own.clone();
            assert!(merge(&carried, &Secrets::default(), &mut here, false, &around()).unwrap().1.is_empty());
            assert_eq!(here, own, "what is here already stays whole");
        }
    }

    #[test]
    fn what_is_no_such_file_says_so() {
        let code = |text: &str| Document::read(text).err().map(|error| error.code);
        assert_eq!(code("PK"), Some(Code::Back02));
        assert_eq!(code("{}"), Some(Code::Back02));
        assert_eq!(code(r#"{"switchboard":"settings","format":9}"#), Some(Code::Back03));
        assert_eq!(code(r#"{"switchboard":"settings","format":1}"#), Some(Code::Back02));
    }
}
