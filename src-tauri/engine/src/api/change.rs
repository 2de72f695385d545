//! What a form's input makes of a channel. Pure: the channel, the input and what is around it in, the changed channel and notes out.

use crate::domain::validate::{self, Note, Own};
use crate::domain::{
    Channel, ChatwootOptions, Elma365Options, Endpoint, Header, Options, Preset, Trust, UserlikeOptions,
};
use crate::error::Result;
use crate::schema::{ChannelInput, EndpointInput, HeaderView, OptionsView};
use crate::secret::{MASK, Secret};

/// What a channel's input is judged by, besides the channel.
#[derive(Debug)]
pub(super) struct Around<'a> {
    /// Names of the other channels.
    pub(super) taken: Vec<&'a str>,
    /// The relay's own addresses.
    pub(super) own: Own,
}

/// Applies an input. Absent fields and masked secrets change nothing; an empty text clears what may be empty.
pub(super) fn apply(channel: &mut Channel, input: ChannelInput, around: &Around<'_>) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    if let Some(name) = input.name {
        channel.name = validate::name(&name, around.taken.iter().copied())?;
    }
    if input.platform.is_some_and(|platform| platform != channel.platform()) {
        return Err(validate::bad_field("platform"));
    }
    if let Some(preset) = input.preset {
        set_preset(channel, preset)?;
    }
    if let Some(url) = input.api_url {
        set_api_url(channel, &url, &mut notes)?;
    }
    if let Some(url) = input.callback_url {
        channel.callback_url = match url.trim() {
            "" => None,
            url => Some(validate::callback_url(url, &around.own, &mut notes)?),
        };
    }
    set_secret(&mut channel.token, input.token.as_deref());
    if let Some(subscriptions) = input.subscriptions {
        channel.subscriptions = subscriptions;
    }
    if let Some(format) = input.format {
        channel.format = format;
    }
    if let Some(endpoint) = input.endpoint {
        set_endpoint(&mut channel.endpoint, endpoint)?;
    }
    if let Some(options) = input.options {
        match &mut channel.options {
            Options::Elma365(own) => set_elma365(own, options, &mut notes)?,
            Options::Chatwoot(own) => set_chatwoot(own, options)?,
            Options::Userlike(own) => set_userlike(own, options)?,
        }
    }
    if let Some(certificate) = input.platform_certificate {
        set_platform_certificate(channel, certificate.as_deref())?;
    }
    if let Some(mode) = input.mode {
        channel.mode = mode;
    }
    Ok(notes)
}

fn is_masked(text: &str) -> bool {
    text.starts_with(MASK)
}

fn set_secret(secret: &mut Secret, input: Option<&str>) {
    if let Some(text) = input.filter(|text| !is_masked(text)) {
        *secret = Secret::new(text.trim());
    }
}

fn set_preset(channel: &mut Channel, preset: Preset) -> Result<()> {
    if !matches!(channel.options, Options::Chatwoot(_)) {
        return Err(validate::bad_field("preset"));
    }
    let before = channel.preset.and_then(validate::default_api_url);
    // An address the admin typed stays; one that came with the preset goes with it.
    if channel.api_url.is_none() || channel.api_url.as_deref() == before {
        channel.api_url = validate::default_api_url(preset).map(str::to_owned);
    }
    channel.preset = Some(preset);
    Ok(())
}

fn set_api_url(channel: &mut Channel, typed: &str, notes: &mut Vec<Note>) -> Result<()> {
    if typed.trim().is_empty() {
        channel.api_url = channel.preset.and_then(validate::default_api_url).map(str::to_owned);
        return Ok(());
    }
    match &mut channel.options {
        Options::Chatwoot(options) => {
            let found = validate::chatwoot_address(typed, notes)?;
            channel.api_url = Some(found.base);
            options.account_id = found.account.or(options.account_id);
            options.inbox_id = found.inbox.or(options.inbox_id);
        }
        Options::Elma365(_) => channel.api_url = Some(validate::api_url(typed, notes)?),
        Options::Userlike(_) => return Err(validate::bad_field("apiUrl")),
    }
    Ok(())
}

/// It is trusted where the platform is at this moment: at another address it is worth nothing.
fn set_platform_certificate(channel: &mut Channel, pem: Option<&str>) -> Result<()> {
    let wrong = || validate::bad_field("platformCertificate");
    channel.platform_trust = match pem.map(str::trim).filter(|pem| !pem.is_empty()) {
        None => None,
        Some(pem) => {
            let place = channel.platform_url().and_then(Trust::place).ok_or_else(wrong)?;
            Some(Trust { place, certificate: validate::certificate(pem).map_err(|_| wrong())? })
        }
    };
    Ok(())
}

fn set_endpoint(endpoint: &mut Endpoint, input: EndpointInput) -> Result<()> {
    if let Some(headers) = input.headers {
        endpoint.headers = headers_of(&endpoint.headers, headers)?;
    }
    if let Some(timeout) = input.timeout_ms {
        if let Some(ms) = timeout {
            validate::within("endpoint.timeoutMs", u64::from(ms), &validate::TIMEOUT_MS)?;
        }
        endpoint.timeout_ms = timeout;
    }
    if let Some(certificate) = input.trusted_certificate {
        endpoint.trusted_certificate = match certificate.as_deref().map(str::trim) {
            None | Some("") => None,
            Some(pem) => Some(validate::certificate(pem)?),
        };
    }
    Ok(())
}

/// A masked value stands for the one kept under the same name; the second of a name for the second kept.
fn headers_of(kept: &[Header], input: Vec<HeaderView>) -> Result<Vec<Header>> {
    const FIELD: &str = "endpoint.headers";
    let mut headers: Vec<Header> = Vec::new();
    for HeaderView { name, value } in input {
        if name.trim().is_empty() && value.trim().is_empty() {
            continue;
        }
        let name = validate::header_name(FIELD, &name)?;
        let value = if is_masked(&value) {
            let same = |header: &&Header| header.name.eq_ignore_ascii_case(&name);
            let nth = headers.iter().filter(same).count();
            let found = kept.iter().filter(same).nth(nth).ok_or_else(|| validate::bad_field(FIELD))?;
            found.value.clone()
        } else {
            Secret::new(validate::header_value(FIELD, &value)?)
        };
        headers.push(Header { name, value });
    }
    Ok(headers)
}

/// Nothing given: unchanged. An empty text: cleared.
fn set_text(
    field: &mut Option<String>,
    input: Option<String>,
    check: impl FnOnce(&str) -> Result<String>,
) -> Result<()> {
    if let Some(text) = input {
        *field = match text.trim() {
            "" => None,
            text => Some(check(text)?),
        };
    }
    Ok(())
}

fn as_typed(text: &str) -> Result<String> {
    Ok(text.to_owned())
}

fn set_elma365(options: &mut Elma365Options, input: OptionsView, notes: &mut Vec<Note>) -> Result<()> {
    set_secret(&mut options.send_token, input.send_token.as_deref());
    set_text(&mut options.channel_id, input.channel_id, as_typed)?;
    set_text(&mut options.webhook, input.webhook, |text| {
        Ok(validate::address("options.webhook", text, notes)?.into())
    })?;
    set_text(&mut options.user_info, input.user_info, validate::user_info)?;
    // Whether outcomes are used is learned: what a form sends back of it changes nothing.
    options.resend_silent = input.resend_silent.unwrap_or(options.resend_silent);
    Ok(())
}

fn set_chatwoot(options: &mut ChatwootOptions, input: OptionsView) -> Result<()> {
    let number = |field: &str, number: i64| match number {
        0 => Ok(None),
        number if number > 0 => Ok(Some(number)),
        _ => Err(validate::bad_field(field)),
    };
    if let Some(account) = input.account_id {
        options.account_id = number("options.accountId", account)?;
    }
    if let Some(inbox) = input.inbox_id {
        options.inbox_id = number("options.inboxId", inbox)?;
    }
    set_text(&mut options.inbox_identifier, input.inbox_identifier, as_typed)?;
    if let Some(secrets) = input.webhook_secrets {
        options.webhook_secrets = secrets_of(&options.webhook_secrets, &secrets)?;
    }
    if let Some(rule) = input.signature {
        options.signature = rule;
    }
    options.new_conversation = input.new_conversation.unwrap_or(options.new_conversation);
    set_text(&mut options.agents_language, input.agents_language, validate::language)
}

/// How the secret of that place in a list is shown.
pub(super) fn numbered_mask(index: usize) -> String {
    format!("{MASK}{}", index + 1)
}

fn secrets_of(kept: &[Secret], input: &[String]) -> Result<Vec<Secret>> {
    const FIELD: &str = "options.webhookSecrets";
    let mut secrets = Vec::new();
    for (index, text) in input.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).enumerate() {
        secrets.push(match text.strip_prefix(MASK) {
            None => Secret::new(text),
            Some(number) => {
                let index = number.parse().map_or(index, |number: usize| number.saturating_sub(1));
                kept.get(index).cloned().ok_or_else(|| validate::bad_field(FIELD))?
            }
        });
    }
    Ok(secrets)
}

fn set_userlike(options: &mut UserlikeOptions, input: OptionsView) -> Result<()> {
    set_text(&mut options.secret_header, input.secret_header, |text| {
        validate::header_name("options.secretHeader", text)
    })?;
    set_text(&mut options.time_zone, input.time_zone, validate::time_zone)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::channels::fresh;
    use super::*;
    use crate::domain::{ChannelId, Code, Platform, Timestamp};

    fn channel(platform: Platform) -> Channel {
        fresh(ChannelId(1), platform, None, Timestamp(0))
    }

    fn change(channel: &mut Channel, input: serde_json::Value) -> Result<Vec<Note>> {
        let around = Around {
            taken: vec!["Support"],
            own: Own { listen: "127.0.0.1:8787".parse().ok(), public_url: String::new() },
        };
        apply(channel, serde_json::from_value(input).expect("a readable input"), &around)
    }

    #[test]
    fn absent_and_masked_secrets_are_unchanged_and_empty_ones_cleared() {
        let mut channel = channel(Platform::Elma365);
        change(
            &mut channel,
            json!({"name": "Sales", "token": " first ", "options": {"sendToken": "second"}}),
        )
        .unwrap();
        change(&mut channel, json!({"token": MASK, "options": {"sendToken": MASK}})).unwrap();
        change(&mut channel, json!({})).unwrap();
        let Options::Elma365(options) = &channel.options else { panic!("still ELMA365") };
        assert_eq!((channel.token.expose(), options.send_token.expose()), ("first", "second"));
        change(&mut channel, json!({"token": ""})).unwrap();
        assert!(channel.token.is_empty());
    }

    #[test]
    fn masked_headers_and_webhook_secrets_keep_the_right_values() {
        let mut channel = channel(Platform::Chatwoot);
        change(
            &mut channel,
            json!({
                "endpoint": {"headers": [{"name": "X-Key", "value": "a"}, {"name": "X-Other", "value": "b"}]},
                "options": {"webhookSecrets": ["one", "two"]},
            }),
        )
        .unwrap();
        // The first of each is removed, the second sent back as it was shown.
        change(
            &mut channel,
            json!({
                "endpoint": {"headers": [{"name": "x-other", "value": MASK}]},
                "options": {"webhookSecrets": [numbered_mask(1), "three"]},
            }),
        )
        .unwrap();
        assert_eq!(channel.endpoint.headers[0].value.expose(), "b");
        let Options::Chatwoot(options) = &channel.options else { panic!("still Chatwoot") };
        let secrets: Vec<_> = options.webhook_secrets.iter().map(Secret::expose).collect();
        assert_eq!(secrets, ["two", "three"]);
        let unknown =
            change(&mut channel, json!({"endpoint": {"headers": [{"name": "X-New", "value": MASK}]}}));
        assert_eq!(unknown.unwrap_err().code, Code::Data02, "a mask without a value behind it is no value");
    }

    #[test]
    fn absent_endpoint_fields_are_unchanged_and_null_clears() {
        let mut channel = channel(Platform::Userlike);
        change(
            &mut channel,
            json!({"endpoint": {"headers": [{"name": "X-Key", "value": "a"}], "timeoutMs": 500}}),
        )
        .unwrap();
        change(&mut channel, json!({"endpoint": {"timeoutMs": null}})).unwrap();
        assert_eq!((channel.endpoint.headers.len(), channel.endpoint.timeout_ms), (1, None));
        assert_eq!(
            change(&mut channel, json!({"endpoint": {"timeoutMs": 1}})).unwrap_err().params["field"],
            "endpoint.timeoutMs"
        );
    }

    #[test]
    fn how_platforms_are_written_to_is_set_and_what_was_learned_stays() {
        let mut channel = channel(Platform::Elma365);
        change(&mut channel, json!({"options": {"resendSilent": true, "outcomesUsed": true}})).unwrap();
        let Options::Elma365(options) = &channel.options else { panic!("still ELMA365") };
        assert_eq!((options.resend_silent, options.outcomes_used), (true, false));

        let mut channel = self::channel(Platform::Chatwoot);
        change(&mut channel, json!({"options": {"newConversation": true, "agentsLanguage": "de"}})).unwrap();
        change(&mut channel, json!({"options": {}})).unwrap();
        let wrong = change(&mut channel, json!({"options": {"agentsLanguage": "fr"}}));
        assert_eq!(wrong.unwrap_err().params["field"], "options.agentsLanguage");
        let Options::Chatwoot(options) = &channel.options else { panic!("still Chatwoot") };
        assert_eq!((options.new_conversation, options.agents_language.as_deref()), (true, Some("de")));
        change(&mut channel, json!({"options": {"newConversation": false, "agentsLanguage": ""}})).unwrap();
        let Options::Chatwoot(options) = &channel.options else { panic!("still Chatwoot") };
        assert_eq!((options.new_conversation, options.agents_language.as_deref()), (false, None));
    }

    #[test]
    fn presets_bring_their_address_and_leave_a_typed_one() {
        let mut channel = channel(Platform::Chatwoot);
        change(&mut channel, json!({"preset": "onehash"})).unwrap();
        assert_eq!(channel.api_url.as_deref(), Some("https://chat.onehash.ai"));
        change(&mut channel, json!({"preset": "chatlake"})).unwrap();
        assert_eq!(channel.api_url, None);
        change(&mut channel, json!({"apiUrl": "desk.example.com/app/accounts/3/inbox/7"})).unwrap();
        change(&mut channel, json!({"preset": "chatwoot"})).unwrap();
        assert_eq!(channel.api_url.as_deref(), Some("https://desk.example.com"));
        let Options::Chatwoot(options) = &channel.options else { panic!("still Chatwoot") };
        assert_eq!((options.account_id, options.inbox_id), (Some(3), Some(7)));
    }

    #[test]
    fn the_relay_as_endpoint_and_another_platform_are_refused() {
        let mut channel = channel(Platform::Userlike);
        let looped = change(&mut channel, json!({"callbackUrl": "localhost:8787"}));
        assert_eq!(looped.unwrap_err().code, Code::Loop01);
        assert_eq!(
            change(&mut channel, json!({"platform": "chatwoot"})).unwrap_err().params["field"],
            "platform"
        );
        assert_eq!(change(&mut channel, json!({"name": "support"})).unwrap_err().code, Code::Name01);
    }
}
