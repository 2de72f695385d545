//! Settings as a file: what is written, what is read, and what it would change. Pure, but for the sealing.
//!
//! Channels are known by their names. A file without a password holds no secret at all: no token, no header's value, no address with a
//! password in it; one with a password holds them sealed beside the rest, which can be looked at without it. What a platform taught
//! (ids, its webhook) and the unguessable parts of our addresses are among the sealed, so that under a password a channel goes on as it
//! was.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::change::{Around, apply};
use crate::backup::container::Stretch;
use crate::domain::{Channel, ChannelId, Code, Link, LinkChoices, LinkMode, Options, Privacy, Timestamp};
use crate::error::{Error, Result};
use crate::platforms::redact;
use crate::schema::*;
use crate::secret::Secret;

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
    pub(super) platform: crate::domain::Platform,
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
    /// Writes it.
    pub(super) fn new(
        settings: &Settings,
        channels: &[std::sync::Arc<Channel>],
        links: &[Link],
        password: Option<&Secret>,
        at: Timestamp,
    ) -> Result<Self> {
        let mut plain = object(settings)?;
        let name = |id| carried_name(channels, id);
        // What names channels by ids of this computer names them by their names, or goes with them.
        plain.remove("privacyOf");
        let order: Vec<String> = settings.channel_order.iter().filter_map(|id| name(*id)).collect();
        plain.insert("channelOrder".to_owned(), json!(order));
        let views = settings.traffic_views.iter().filter_map(|view| {
            let mut view_of = object(view).ok()?;
            if let Some(id) = view.channel {
                // One of a channel that stays here is of no use there.
                view_of.insert("channel".to_owned(), name(id)?.into());
            }
            Some(Value::Object(view_of))
        });
        plain.insert("trafficViews".to_owned(), views.collect());
        let (proxy, hidden) = match settings.proxy.as_str() {
            word @ ("system" | "none") => (word.to_owned(), false),
            address => shortened(address),
        };
        plain.insert("proxy".to_owned(), proxy.trim_end_matches('/').into());
        let own = channels.iter().filter(|channel| !channel.demo);
        let mut secrets = Secrets { proxy: hidden.then(|| settings.proxy.clone()), ..Secrets::default() };
        let mut carried = Vec::new();
        for channel in own {
            let privacy = settings.privacy_of.get(&channel.id).copied();
            carried.push(Carried { privacy, ..carry(channel)? });
            secrets.channels.push(secrets_of(channel));
        }
        let links = links.iter().filter_map(|link| {
            Some(CarriedLink {
                customers: name(link.customers)?,
                operators: name(link.operators)?,
                mode: link.mode,
                choices: link.choices,
                paused: link.paused,
            })
        });
        Ok(Self {
            switchboard: KIND.to_owned(),
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            at,
            settings: plain,
            channels: carried,
            links: links.collect(),
            sealed: password.map(|password| seal(&secrets, password)).transpose()?,
        })
    }

    /// Reads it. Errors: BACK-02 for what is no such file, BACK-03 for one of a later form.
    pub(super) fn read(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|_| Error::new(Code::Back02))?;
        if value["switchboard"] != KIND {
            return Err(Error::new(Code::Back02));
        }
        if value["format"].as_u64().is_some_and(|format| format > u64::from(FORMAT)) {
            return Err(Error::new(Code::Back03));
        }
        serde_json::from_value(value).map_err(|_| Error::new(Code::Back02))
    }

    /// Its secrets are there, under a password.
    pub(super) fn is_locked(&self) -> bool {
        self.sealed.is_some()
    }

    /// Its secrets, none where there are none or nobody gave the password. Errors: BACK-01 for a wrong one.
    pub(super) fn open(&self, password: Option<&Secret>) -> Result<Secrets> {
        let (Some(sealed), Some(password)) = (&self.sealed, password) else { return Ok(Secrets::default()) };
        let damaged = || Error::new(Code::Back02);
        let nonce = STANDARD.decode(&sealed.nonce).map_err(|_| damaged())?;
        let nonce = XNonce::try_from(nonce.as_slice()).map_err(|_| damaged())?;
        let content = STANDARD.decode(&sealed.content).map_err(|_| damaged())?;
        let cipher = XChaCha20Poly1305::new((&*sealed.stretch.key(password)?).into());
        let clear = cipher.decrypt(&nonce, content.as_slice()).map_err(|_| Error::new(Code::Back01))?;
        serde_json::from_slice(&zeroize::Zeroizing::new(clear)).map_err(|_| damaged())
    }

    /// The settings of the file, as changes to what is here, one by one. `by` knows the channels that will be here by what the file calls
    /// them.
    pub(super) fn settings_lines(
        &self,
        here: &Settings,
        secrets: &Secrets,
        by: impl Fn(&str) -> Option<ChannelId>,
    ) -> Result<Vec<(String, Value)>> {
        let mut now = object(here)?;
        let mut told = self.settings.clone();
        told.remove("privacyOf");
        told.insert("channelOrder".to_owned(), json!(self.order(here, &by)));
        told.insert("trafficViews".to_owned(), json!(self.views(here, &by)));
        if here.proxy != "system" && here.proxy != "none" && secrets.proxy.is_none() {
            now.insert("proxy".to_owned(), shortened(&here.proxy).0.trim_end_matches('/').into());
        }
        let differs = |(name, value): &(&String, &Value)| now.get(*name).is_some_and(|old| old != *value);
        let mut changed: Vec<(String, Value)> =
            told.iter().filter(differs).map(|(name, value)| (name.clone(), value.clone())).collect();
        if let Some(proxy) = &secrets.proxy {
            changed.retain(|(name, _)| name != "proxy");
            if *proxy != here.proxy {
                changed.push(("proxy".to_owned(), proxy.clone().into()));
            }
        }
        Ok(changed)
    }

    /// The channels in the order of the file, and those it does not name in the order they have.
    fn order(&self, here: &Settings, by: impl Fn(&str) -> Option<ChannelId>) -> Vec<ChannelId> {
        let named = self.settings.get("channelOrder").and_then(Value::as_array).into_iter().flatten();
        let mut order: Vec<ChannelId> = named.filter_map(Value::as_str).filter_map(by).collect();
        if order.is_empty() {
            return here.channel_order.clone();
        }
        let rest = here.channel_order.iter().filter(|id| !order.contains(id)).copied().collect::<Vec<_>>();
        order.extend(rest);
        order
    }

    /// The views that are here, with those of the file: of the same name, that is the newer one. One of a channel nobody knows is left out.
    fn views(&self, here: &Settings, by: impl Fn(&str) -> Option<ChannelId>) -> Vec<TrafficView> {
        let carried = self.settings.get("trafficViews").and_then(Value::as_array).into_iter().flatten();
        let read = |view: &Value| {
            let mut view = view.clone();
            if let Some(name) = view.get("channel").and_then(Value::as_str) {
                view["channel"] = json!(by(name)?);
            }
            serde_json::from_value::<TrafficView>(view).ok()
        };
        let mut views = here.traffic_views.clone();
        for view in carried.filter_map(read) {
            match views.iter_mut().find(|one| one.name == view.name) {
                Some(one) => *one = view,
                None => views.push(view),
            }
        }
        views
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

fn carried_name(channels: &[std::sync::Arc<Channel>], id: ChannelId) -> Option<String> {
    channels.iter().find(|channel| channel.id == id && !channel.demo).map(|channel| channel.name.clone())
}

fn carry(channel: &Channel) -> Result<Carried> {
    let mut input = Object::new();
    let mut put = |name: &str, value: Value| input.insert(name.to_owned(), value);
    if let Some(preset) = channel.preset {
        put("preset", json!(preset));
    }
    let (api, api_shortened) = channel.api_url.as_deref().map(shortened).unwrap_or_default();
    if !api.is_empty() {
        put("apiUrl", json!(api));
    }
    let (callback, hidden) = channel.callback_url.as_deref().map(shortened).unwrap_or_default();
    put("callbackUrl", json!(callback));
    put("subscriptions", json!(channel.subscriptions));
    put("format", json!(channel.format));
    put("mode", json!(channel.mode));
    put(
        "endpoint",
        json!({ "timeoutMs": channel.endpoint.timeout_ms, "trustedCertificate": channel.endpoint.trusted_certificate }),
    );
    let mut options = super::channels::options_view(&channel.options);
    (options.send_token, options.webhook_secrets) = (None, None);
    (options.channel_id, options.webhook, options.outcomes_used) = (None, None, None);
    put("options", json!(options));
    Ok(Carried {
        name: channel.name.clone(),
        platform: channel.platform(),
        input,
        shortened: hidden,
        api_shortened,
        privacy: None,
    })
}

fn secrets_of(channel: &Channel) -> ChannelSecrets {
    let text = |secret: &Secret| secret.expose().to_owned();
    let headers: Vec<Value> = channel
        .endpoint
        .headers
        .iter()
        .map(|header| json!({ "name": header.name, "value": header.value.expose() }))
        .collect();
    let options = match &channel.options {
        Options::Elma365(options) => json!({
            "sendToken": options.send_token.expose(),
            "channelId": options.channel_id.clone().unwrap_or_default(),
            "webhook": options.webhook.clone().unwrap_or_default(),
        }),
        Options::Chatwoot(options) => json!({
            "webhookSecrets": options.webhook_secrets.iter().map(text).collect::<Vec<_>>(),
        }),
        Options::Userlike(_) => json!({}),
    };
    let mut input = Object::new();
    input.insert("token".to_owned(), text(&channel.token).into());
    input.insert("callbackUrl".to_owned(), channel.callback_url.clone().unwrap_or_default().into());
    if let Some(api) = channel.api_url.as_ref().filter(|url| shortened(url).1) {
        input.insert("apiUrl".to_owned(), api.as_str().into());
    }
    input.insert("endpoint".to_owned(), json!({ "headers": headers }));
    input.insert("options".to_owned(), options);
    ChannelSecrets {
        name: channel.name.clone(),
        input,
        intake_key: text(&channel.intake_key),
        endpoint_token: text(&channel.endpoint_token),
        signing_secret: text(&channel.signing_secret),
    }
}

fn seal(secrets: &Secrets, password: &Secret) -> Result<Sealed> {
    let stretch = Stretch::new();
    let failed = |cause: &dyn std::fmt::Display| Error::unexpected("sealing", cause);
    let clear = zeroize::Zeroizing::new(serde_json::to_vec(secrets).map_err(|cause| failed(&cause))?);
    let mut nonce = [0; 24];
    getrandom::fill(&mut nonce).map_err(|cause| failed(&cause))?;
    let cipher = XChaCha20Poly1305::new((&*stretch.key(password)?).into());
    let content = cipher.encrypt(&XNonce::from(nonce), clear.as_slice()).map_err(|cause| failed(&cause))?;
    Ok(Sealed { stretch, nonce: STANDARD.encode(nonce), content: STANDARD.encode(content) })
}

impl Secrets {
    fn of(&self, name: &str) -> Option<&ChannelSecrets> {
        self.channels.iter().find(|one| one.name == name)
    }
}

/// What a channel of the file makes of `channel`: the one here, or a new one. Gives the fields that change, and what is left to do.
pub(super) fn merge(
    carried: &Carried,
    secrets: &Secrets,
    channel: &mut Channel,
    is_new: bool,
    around: &Around<'_>,
) -> Result<(Vec<String>, Vec<TransferReason>)> {
    let mut parts = vec![("name".to_owned(), json!(carried.name))];
    parts.extend(carried.input.iter().map(|(name, value)| (name.clone(), value.clone())));
    let known = secrets.of(&carried.name);
    let mut reasons = Vec::new();
    if let Some(known) = known {
        let is_whole =
            |name: &str| known.input.contains_key(name) && matches!(name, "callbackUrl" | "apiUrl");
        parts.retain(|(name, _)| !is_whole(name));
        parts.extend(known.input.iter().map(|(name, value)| (name.clone(), value.clone())));
    } else {
        if is_new {
            reasons.push(TransferReason::SecretsMissing);
        }
        for (field, is_shortened, here) in [
            ("callbackUrl", carried.shortened, &channel.callback_url),
            ("apiUrl", carried.api_shortened, &channel.api_url),
        ] {
            // What is here may be the same address, whole.
            let here = here.as_deref().map(|url| shortened(url).0);
            if is_shortened && here.as_deref() == carried.input.get(field).and_then(Value::as_str) {
                parts.retain(|(name, _)| name != field);
            } else if is_shortened && !reasons.contains(&TransferReason::AddressShortened) {
                reasons.push(TransferReason::AddressShortened);
            }
        }
    }
    let mut fields = Vec::new();
    for (name, value) in parts {
        // What is inside of these is told by itself: "options" alone says nothing to anybody.
        let inner = match value {
            Value::Object(inner) if matches!(name.as_str(), "options" | "endpoint") => {
                let told = |(field, value): (String, Value)| {
                    let one = [(field.clone(), value)].into_iter().collect::<Object>();
                    (format!("{name}.{field}"), Value::Object(one))
                };
                inner.into_iter().map(told).collect()
            }
            value => vec![(name.clone(), value)],
        };
        for (told, value) in inner {
            let before = channel.clone();
            let one = [(name.clone(), value)].into_iter().collect::<Object>();
            apply(channel, super::read(Value::Object(one))?, around)?;
            if *channel != before && !fields.contains(&told) {
                fields.push(told);
            }
        }
    }
    if let Some(known) = known {
        for (name, own, theirs) in [
            ("intakeKey", &mut channel.intake_key, &known.intake_key),
            ("endpointToken", &mut channel.endpoint_token, &known.endpoint_token),
            ("signingSecret", &mut channel.signing_secret, &known.signing_secret),
        ] {
            if !theirs.is_empty() && !own.matches(theirs) {
                *own = Secret::new(theirs.clone());
                fields.push(name.to_owned());
            }
        }
    }
    Ok((fields, reasons))
}

#[cfg(test)]
mod tests {
    use super::super::channels::fresh;
    use super::*;
    use crate::domain::validate::Own;
    use crate::domain::{Header, Platform};

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
