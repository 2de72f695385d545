//! An exchange sent again, changed: as a draft to be edited, and on its way. What was masked for the screen is put in again here.

use std::time::Duration;

use bytes::Bytes;
use http::Method;
use serde_json::Value;

use super::Api;
use crate::delivery::attempt::kept_answer;
use crate::delivery::client::{ANSWER_LIMIT, Call, Client, Target};
use crate::delivery::endpoint::outcome;
use crate::delivery::format;
use crate::domain::{Channel, Code, EventId, ExchangeId, Options};
use crate::error::{Error, Result};
use crate::events::CallKept;
use crate::platforms::{self, redact, redact::Own};
use crate::practice::request::Request;
use crate::schema::*;
use crate::secret::MASK;
use crate::store::{Headers, OwnCall, Raw};

/// What a call is for in the log.
const STEP: &str = "practice.again";
/// Headers that every request gets anew, or that say how its body ends.
const ANEW: [&str; 16] = [
    "accept-encoding",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "webhook-id",
    "webhook-signature",
    "webhook-timestamp",
    "x-chatwoot-signature",
    "x-chatwoot-timestamp",
];

impl Api {
    pub(super) async fn traffic_draft(&self, which: ExchangeRef) -> Result<Draft> {
        let (raw, channel) = self.original(which.id).await?;
        let own = own_secrets(&channel, &raw);
        let (to, url) = match raw.came_in {
            true => (DraftTarget::Intake, String::new()),
            false => (DraftTarget::Endpoint, channel.callback_url.clone().unwrap_or_default()),
        };
        let practice = self.practice.view(&self.engine, &channel).await?;
        Ok(Draft {
            id: which.id,
            channel: channel.id,
            headers: redact::headers(&editable(&raw.headers), &own),
            body: redact::body_with(&raw.body, &own),
            url: if url.is_empty() { url } else { redact::address_given(&url) },
            harmless: practice.in_use,
            to,
        })
    }

    pub(super) async fn traffic_again(&self, draft: DraftSend) -> Result<PracticeSent> {
        let (raw, channel) = self.original(draft.id).await?;
        let own = own_secrets(&channel, &raw);
        let body = unmasked(&draft.body, &raw.body, &own);
        let headers = headers(&draft.headers, &raw.headers, &own);
        let sent = match raw.came_in {
            true => self.to_intake(&channel, headers, body, &raw).await?,
            false => self.to_endpoint(&channel, headers, body).await?,
        };
        if let Some(exchange) = sent.exchange {
            self.engine.store.put_copy(exchange, draft.id).await?;
        }
        Ok(sent)
    }

    /// What is to be sent again, and its channel. Errors: ID-05 it is gone, KIND-01 it was no request of a platform and none to the
    /// endpoint.
    async fn original(&self, id: ExchangeId) -> Result<(Raw, std::sync::Arc<Channel>)> {
        let raw = self.engine.store.raw(id).await?.ok_or_else(|| Error::new(Code::Id05))?;
        let channel = self.channel(raw.channel.ok_or_else(|| Error::new(Code::Id05))?)?;
        if raw.again { Ok((raw, channel)) } else { Err(Error::new(Code::Kind01)) }
    }

    async fn to_intake(
        &self,
        channel: &Channel,
        mut headers: Headers,
        body: Bytes,
        raw: &Raw,
    ) -> Result<PracticeSent> {
        if let Options::Chatwoot(options) = &channel.options {
            // Signed as if it had been sent just now.
            let signing =
                raw.headers.iter().filter(|(name, _)| name.to_lowercase().starts_with("x-chatwoot-"));
            headers.extend(signing.cloned());
            crate::delivery::sign::renew_chatwoot(
                &mut headers,
                &options.webhook_secrets,
                &body,
                self.engine.clock.now(),
            );
        }
        self.practise(channel, Request { headers, body: current_token(channel, body) }).await
    }

    /// Calls the endpoint, and keeps the call as one of ours that no delivery needed.
    async fn to_endpoint(&self, channel: &Channel, headers: Headers, body: Bytes) -> Result<PracticeSent> {
        let url = channel.callback_url.clone().filter(|url| !url.is_empty());
        let url = url.ok_or_else(|| Error::with(Code::Url03, [("field", "callbackUrl")]))?;
        let (engine, settings) = (&self.engine, self.engine.settings());
        let at = engine.clock.now();
        // Another id: to the endpoint it is another message, not a repeat.
        let prepared = format::signed(channel, true, engine.store.new_id::<EventId>(), body.clone(), at);
        let mut sent = prepared.headers;
        for (name, value) in headers {
            sent.retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
            sent.push((name, value));
        }
        let target = Target {
            url,
            trusted: channel.endpoint.trusted_certificate.clone(),
            proxy: settings.proxy.clone(),
        };
        let client = Client::new(target, engine.clock).map_err(|failure| Error::new(failure.code))?;
        let limit = self.limit_ms(Some(channel), DestinationKind::Endpoint).max(1);
        let call = Call {
            method: Method::POST,
            headers: &sent,
            body: body.clone().into(),
            limit: Duration::from_millis(limit),
            answer_limit: ANSWER_LIMIT,
        };
        let called = client.call(client.address(), call).await;
        let code = outcome(&called, engine.clock.now()).code();
        let status = called.result.as_ref().ok().map(|answer| answer.status.as_u16());
        let own = OwnCall {
            channel: channel.id,
            step: STEP,
            method: Method::POST.to_string(),
            url: client.address().url.clone(),
            answer: kept_answer(&called),
            headers: sent,
            body,
            code,
            timings: called.timings,
        };
        let row = engine.store.keep_call(own).await?;
        let exchange = row.id;
        CallKept { row }.emit(&engine.bus);
        Ok(PracticeSent { status, exchange: Some(exchange) })
    }
}

/// What is secret in what is to be sent again: by what the channel is, and by what it was.
fn own_secrets(channel: &Channel, raw: &Raw) -> Own {
    raw.own.iter().fold(platforms::own_secrets(channel), |own, name| own.and_header(name))
}

fn editable(headers: &[(String, String)]) -> Headers {
    let kept = |(name, _): &&(String, String)| !ANEW.iter().any(|anew| name.eq_ignore_ascii_case(anew));
    headers.iter().filter(kept).cloned().collect()
}

/// The headers of a draft with their secrets: one whose value is as it was shown is as it came.
fn headers(given: &[(String, String)], original: &[(String, String)], own: &Own) -> Headers {
    let was = editable(original);
    let shown = redact::headers(&was, own);
    let whole = |(name, value): &(String, String)| {
        let same = |(at, value_shown): (usize, &(String, String))| {
            (value_shown.0.eq_ignore_ascii_case(name) && value_shown.1 == *value).then_some(at)
        };
        let found = shown.iter().enumerate().find_map(same).and_then(|at| was.get(at));
        (name.clone(), found.map_or_else(|| value.clone(), |(_, secret)| secret.clone()))
    };
    editable(given).iter().map(whole).collect()
}

/// A body with the secrets that were masked in it: every part that is as it was shown is as it came.
fn unmasked(given: &str, original: &[u8], own: &Own) -> Bytes {
    if given == redact::body_with(original, own) {
        return Bytes::copy_from_slice(original);
    }
    let parsed = (serde_json::from_str::<Value>(given), serde_json::from_slice::<Value>(original));
    let (Ok(given_value), Ok(original)) = parsed else { return Bytes::copy_from_slice(given.as_bytes()) };
    let shown =
        serde_json::from_str(&redact::body_with(original.to_string().as_bytes(), own)).unwrap_or(Value::Null);
    Bytes::from(merged(given_value, &shown, &original).to_string())
}

fn merged(given: Value, shown: &Value, original: &Value) -> Value {
    if given == *shown {
        return original.clone();
    }
    match (given, shown, original) {
        (Value::Object(given), Value::Object(shown), Value::Object(original)) => given
            .into_iter()
            .map(|(name, value)| {
                let value = match (shown.get(&name), original.get(&name)) {
                    (Some(shown), Some(original)) => merged(value, shown, original),
                    _ => value,
                };
                (name, value)
            })
            .collect(),
        (Value::Array(given), Value::Array(shown), Value::Array(original))
            if given.len() == original.len() =>
        {
            given
                .into_iter()
                .zip(shown.iter().zip(original))
                .map(|(value, (shown, original))| merged(value, shown, original))
                .collect()
        }
        (given, ..) => given,
    }
}

/// A platform that shows its token inside the body shows the one the channel expects by now.
fn current_token(channel: &Channel, body: Bytes) -> Bytes {
    if !matches!(channel.options, Options::Elma365(_)) {
        return body;
    }
    let Ok(mut value) = serde_json::from_slice::<Value>(&body) else { return body };
    let Some(token) = value.get_mut("token") else { return body };
    if token.as_str().is_some_and(|token| token.contains(MASK)) {
        *token = Value::from(channel.token.expose());
        return Bytes::from(value.to_string());
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_masked_is_put_in_again_and_what_was_changed_stays_changed() {
        let original = br#"{"token":"hunter2hunter2","data":{"text":"Hello","list":[{"pubsub_token":"hush-hush-hush"},2]}}"#;
        let shown = redact::body_with(original, &Own::NONE);
        assert!(!shown.contains("hunter2") && !shown.contains("hush"), "{shown}");
        assert_eq!(
            unmasked(&shown, original, &Own::NONE),
            &original[..],
            "unchanged, it is the very bytes that came"
        );
        let changed: Value =
            serde_json::from_slice(&unmasked(&shown.replace("Hello", "Bye"), original, &Own::NONE)).unwrap();
        assert_eq!(changed["token"], "hunter2hunter2");
        assert_eq!(changed["data"]["text"], "Bye");
        assert_eq!(changed["data"]["list"][0]["pubsub_token"], "hush-hush-hush");
        assert_eq!(unmasked("plain words", original, &Own::NONE), "plain words");
    }

    #[test]
    fn headers_keep_their_secrets_and_lose_what_is_made_anew() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let original = [
            pair("Authorization", "Bearer hunter2hunter2"),
            pair("content-type", "application/json"),
            pair("content-length", "7"),
            pair("webhook-signature", "v1,abc"),
        ];
        let shown = redact::headers(&editable(&original), &Own::NONE);
        assert!(!format!("{shown:?}").contains("hunter2"));
        let mut given = shown.clone();
        given[1].1 = "text/plain".to_owned();
        given.push(pair("host", "elsewhere"));
        assert_eq!(
            headers(&given, &original, &Own::NONE),
            [pair("Authorization", "Bearer hunter2hunter2"), pair("content-type", "text/plain")]
        );
    }
}
