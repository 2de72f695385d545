//! Writing the file: what of the settings, channels and links goes into it, and what is sealed.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde_json::{Value, json};

use super::{
    Carried, CarriedLink, ChannelSecrets, Document, FORMAT, KIND, Sealed, Secrets, object, shortened,
};
use crate::api::channels;
use crate::backup::container::Stretch;
use crate::domain::{Channel, ChannelId, Link, Options, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{Object, Settings};
use crate::secret::Secret;

impl Document {
    /// Writes it.
    pub(in crate::api) fn new(
        settings: &Settings,
        channels: &[Arc<Channel>],
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
}

fn carried_name(channels: &[Arc<Channel>], id: ChannelId) -> Option<String> {
    channels.iter().find(|channel| channel.id == id && !channel.demo).map(|channel| channel.name.clone())
}

pub(super) fn carry(channel: &Channel) -> Result<Carried> {
    let mut input = Object::new();
    let mut put = |name: &str, value: Value| input.insert(name.to_owned(), value);
    if let Some(preset) = channel.preset {
        put("preset", json!(preset));
    }
    let (api, api_shortened) = channel.api_url.as_deref().map(shortened).unwrap_or_default();
    if !api.is_empty() {
        put("apiUrl", json!(api));
    }
    if let Some(certificate) = channel.api_url.as_deref().and_then(|url| channel.trusted_at(url)) {
        put("platformCertificate", json!(certificate));
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
    let mut options = channels::options_view(&channel.options);
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

pub(super) fn secrets_of(channel: &Channel) -> ChannelSecrets {
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
