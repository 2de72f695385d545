//! Finds out what is wrong before a message has to: "Test connection", step by step.
//!
//! The endpoint is asked with OPTIONS, which no program takes for a message, and any answer at all shows that it is there; only refused
//! sign-in, redirects and trouble of its own are faults.

use std::time::Duration;

use http::Method;
use url::Url;

use crate::clock::Clock;
use crate::delivery::client::{ANSWER_LIMIT, Call, Called, Client, Outgoing, Target};
use crate::delivery::format;
use crate::domain::{Channel, Code};
use crate::error::Error;
use crate::schema::{Check, Settings, TestReport, Timings};

/// A person waits for the outcome, so the limit is shorter than that of a delivery, in ms.
const LIMIT_MS: u64 = 15_000;

/// Tests how the channel's endpoint can be reached.
pub(crate) async fn test_channel(channel: &Channel, settings: &Settings, clock: Clock) -> TestReport {
    let watch = clock.stopwatch();
    let url = channel.callback_url.clone().unwrap_or_default();
    let target = Target {
        url: url.clone(),
        trusted: channel.endpoint.trusted_certificate.clone(),
        proxy: settings.proxy.clone(),
    };
    let limit = channel.endpoint.timeout_ms.map_or(settings.timeout_ms, u64::from).clamp(1, LIMIT_MS);
    let mut place = Place { url: &url, status: String::new(), seconds: limit.div_ceil(1_000).to_string() };
    let client = match Client::new(target, clock) {
        Ok(client) => client,
        Err(failure) => {
            return TestReport { checks: vec![place.check("address", watch.micros(), Some(failure.code))] };
        }
    };
    let mut checks = vec![place.check("address", watch.micros(), None)];
    let mut headers =
        vec![("user-agent".to_owned(), concat!("Switchboard/", env!("CARGO_PKG_VERSION")).to_owned())];
    format::add_own(&mut headers, channel);
    let call = Call {
        method: Method::OPTIONS,
        headers: &headers,
        body: Outgoing::empty(),
        limit: Duration::from_millis(limit),
        answer_limit: ANSWER_LIMIT,
    };
    let called = client.call(client.address(), call).await;
    if let Ok(answer) = &called.result {
        place.status = answer.status.as_u16().to_string();
    }
    checks.extend(steps(&called, &place));
    TestReport { checks }
}

/// The steps a request went through, up to the one that failed.
fn steps(called: &Called, place: &Place<'_>) -> Vec<Check> {
    let Timings { dns_us, connect_us, tls_us, first_byte_us, total_us } = called.timings;
    let encrypted = place.url.starts_with("https:");
    let code = match &called.result {
        // That an address does not know OPTIONS says nothing about how it takes a message.
        Ok(answer) => match answer.status.as_u16() {
            300..=399 => Some(Code::Http03),
            401 | 403 => Some(Code::Auth04),
            500..=599 if answer.status != http::StatusCode::NOT_IMPLEMENTED => Some(Code::Http02),
            _ => None,
        },
        Err(failure) => Some(failure.code),
    };
    let failed_at = match &called.result {
        Ok(_) => "answer",
        Err(failure) => match failure.code {
            Code::Net04 => "dns",
            Code::Tls01 | Code::Tls02 | Code::Tls03 => "certificate",
            _ if dns_us.is_none() => "dns",
            Code::Net05 => "connect",
            _ if connect_us.is_none() => "connect",
            _ if encrypted && tls_us.is_none() => "certificate",
            _ => "answer",
        },
    };
    let mut checks = Vec::new();
    for (name, took) in
        [("dns", dns_us), ("connect", connect_us), ("certificate", tls_us), ("answer", first_byte_us)]
    {
        if name == "certificate" && !encrypted {
            continue;
        }
        if name == failed_at {
            checks.push(place.check(name, took.unwrap_or(total_us), code));
            break;
        }
        checks.push(place.check(name, took.unwrap_or(0), None));
    }
    checks
}

struct Place<'a> {
    url: &'a str,
    status: String,
    seconds: String,
}

impl Place<'_> {
    fn check(&self, name: &str, took_us: u64, code: Option<Code>) -> Check {
        let host = Url::parse(self.url).ok().and_then(|url| match (url.host_str(), url.port()) {
            (Some(host), Some(port)) => Some(format!("{host}:{port}")),
            (host, _) => host.map(str::to_owned),
        });
        let host = host.unwrap_or_default();
        let params = [("host", host.as_str()), ("status", &self.status), ("seconds", &self.seconds)];
        Check { name: name.to_owned(), took_us, error: code.map(|code| Error::with(code, params)) }
    }
}
