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
use crate::store::Headers;

/// A person waits for the outcome, so the limit is shorter than that of a delivery, in ms.
const LIMIT_MS: u64 = 15_000;

/// Tests how the channel's endpoint can be reached.
pub(crate) async fn test_channel(channel: &Channel, settings: &Settings, clock: Clock) -> TestReport {
    let mut headers = own_headers();
    format::add_own(&mut headers, channel);
    let probe = Probe {
        url: channel.callback_url.clone().unwrap_or_default(),
        trusted: channel.endpoint.trusted_certificate.clone(),
        headers,
        limit_ms: channel.endpoint.timeout_ms.map_or(settings.timeout_ms, u64::from),
        sign_in: true,
    };
    probe.run(settings, clock).await
}

/// Tests how an address that was given once can be reached.
pub(crate) async fn test_address(url: &str, settings: &Settings, clock: Clock) -> TestReport {
    let url = url.to_owned();
    let probe =
        Probe { url, trusted: None, headers: own_headers(), limit_ms: settings.timeout_ms, sign_in: true };
    probe.run(settings, clock).await
}

/// Tests whether a platform is there. Whether it lets us in only its own calls can tell.
pub(crate) async fn test_platform(base: &str, settings: &Settings, clock: Clock) -> TestReport {
    let url = base.to_owned();
    let probe =
        Probe { url, trusted: None, headers: own_headers(), limit_ms: settings.timeout_ms, sign_in: false };
    probe.run(settings, clock).await
}

fn own_headers() -> Headers {
    vec![("user-agent".to_owned(), concat!("Switchboard/", env!("CARGO_PKG_VERSION")).to_owned())]
}

/// One address that is tested.
struct Probe {
    url: String,
    trusted: Option<String>,
    headers: Headers,
    limit_ms: u64,
    /// Being refused is a fault.
    sign_in: bool,
}

impl Probe {
    async fn run(self, settings: &Settings, clock: Clock) -> TestReport {
        let watch = clock.stopwatch();
        let url = self.url;
        let target = Target { url: url.clone(), trusted: self.trusted, proxy: settings.proxy.clone() };
        let limit = self.limit_ms.clamp(1, LIMIT_MS);
        let mut place =
            Place { url: &url, status: String::new(), seconds: limit.div_ceil(1_000).to_string() };
        let client = match Client::new(target, clock) {
            Ok(client) => client,
            Err(failure) => {
                let check = place.check("address", watch.micros(), Some(failure.code));
                return TestReport { checks: vec![check] };
            }
        };
        let mut checks = vec![place.check("address", watch.micros(), None)];
        let call = Call {
            method: Method::OPTIONS,
            headers: &self.headers,
            body: Outgoing::empty(),
            limit: Duration::from_millis(limit),
            answer_limit: ANSWER_LIMIT,
        };
        let called = client.call(client.address(), call).await;
        if let Ok(answer) = &called.result {
            place.status = answer.status.as_u16().to_string();
        }
        checks.extend(steps(&called, &place, self.sign_in));
        TestReport { checks }
    }
}

/// The steps a request went through, up to the one that failed.
fn steps(called: &Called, place: &Place<'_>, sign_in: bool) -> Vec<Check> {
    let Timings { dns_us, connect_us, tls_us, first_byte_us, total_us } = called.timings;
    let encrypted = place.url.starts_with("https:");
    let code = match &called.result {
        // That an address does not know OPTIONS says nothing about how it takes a message.
        Ok(answer) => match answer.status.as_u16() {
            300..=399 if sign_in => Some(Code::Http03),
            401 | 403 if sign_in => Some(Code::Auth04),
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
