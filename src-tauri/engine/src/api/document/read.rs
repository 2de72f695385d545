//! Reading the file: what it would change of the settings and the channels that are here.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde_json::{Value, json};

use super::{Carried, ChannelSecrets, Document, FORMAT, KIND, Secrets, object, shortened};
use crate::api::change::{Around, apply};
use crate::domain::{Channel, ChannelId, Code};
use crate::error::{Error, Result};
use crate::schema::{Object, Settings, TrafficView, TransferReason};
use crate::secret::Secret;

impl Document {
    /// Reads it. Errors: BACK-02 for what is no such file, BACK-03 for one of a later form.
    pub(in crate::api) fn read(text: &str) -> Result<Self> {
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

    /// Its secrets, none where there are none or nobody gave the password. Errors: BACK-01 for a wrong one.
    pub(in crate::api) fn open(&self, password: Option<&Secret>) -> Result<Secrets> {
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
    pub(in crate::api) fn settings_lines(
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

impl Secrets {
    fn of(&self, name: &str) -> Option<&ChannelSecrets> {
        self.channels.iter().find(|one| one.name == name)
    }
}

/// What a channel of the file makes of `channel`: the one here, or a new one. Gives the fields that change, and what is left to do.
pub(in crate::api) fn merge(
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
            apply(channel, crate::api::read(Value::Object(one))?, around)?;
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
