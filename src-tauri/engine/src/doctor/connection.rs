//! What every HTTP server has in common: an address, a name that is found, a port that answers, a certificate, a clock, an answer.

use std::time::Duration;

use http::{Method, header};
use x509_parser::prelude::{FromDer as _, X509Certificate};

use super::{Place, Run, failed, noted, warned, well};
use crate::delivery::client::{ANSWER_LIMIT, Answer, Call, Client, Outgoing, PLATFORM_ANSWER_LIMIT, Target};
use crate::delivery::platform::USER_AGENT;
use crate::domain::{Code, Timestamp};
use crate::schema::{Check, Part, Timings};
use crate::store::Headers;

/// A person waits for the outcome, so the limit is shorter than that of a delivery, in ms.
const LIMIT_MS: u64 = 15_000;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
/// A certificate that ends sooner is warned of.
const CERTIFICATE_DAYS: i64 = 21;
/// Clocks that differ by more are warned of: answers name whole seconds and are under way for a while.
const CLOCK_WARNING_MS: i64 = 60_000;
/// Signatures that are older are refused by the platforms and by us.
const CLOCK_LIMIT_MS: i64 = 5 * 60_000;

/// One server that is looked at.
pub(super) struct Connection<'a> {
    pub(super) run: Run<'a>,
    pub(super) part: Part,
    pub(super) url: &'a str,
    /// PEM of a certificate trusted for it alone.
    pub(super) trusted: Option<String>,
    pub(super) method: Method,
    pub(super) headers: Headers,
    pub(super) limit_ms: u64,
    /// The platform's name, if it is one.
    pub(super) platform: &'a str,
}

/// A server that answered.
pub(super) struct Reached {
    pub(super) answer: Answer,
    pub(super) took_us: u64,
    pub(super) place: Place,
}

impl<'a> Connection<'a> {
    /// Asks with OPTIONS whether anybody is there.
    pub(super) fn to(run: Run<'a>, part: Part, url: &'a str) -> Self {
        let limit_ms = run.engine.settings().timeout_ms;
        Self {
            run,
            part,
            url,
            trusted: None,
            method: Method::OPTIONS,
            headers: own_headers(),
            limit_ms,
            platform: "",
        }
    }

    /// Goes as far as an answer, which is told as a check of its own. `strict`: being refused and being sent elsewhere are faults.
    pub(super) async fn answers(self, strict: bool) -> bool {
        let (run, part) = (self.run, self.part);
        let Some(reached) = self.reach().await else { return false };
        // That an address does not know OPTIONS says nothing about how it takes a message.
        let code = match reached.answer.status.as_u16() {
            300..=399 if strict => Some(Code::Http03),
            401 | 403 if strict => Some(Code::Auth04),
            501 => None,
            500..=599 if strict => Some(Code::Http02),
            500..=599 => Some(Code::Plat02),
            _ => None,
        };
        run.found(match code {
            Some(code) => failed(part, "answer", reached.took_us, reached.place.error(code)),
            None => well(part, "answer", reached.took_us),
        })
    }

    /// Goes as far as an answer and tells every check on the way but that of the answer. None: it did not get there.
    pub(super) async fn reach(self) -> Option<Reached> {
        let Self { run, part, url, .. } = self;
        let (engine, limit) = (run.engine, self.limit_ms.clamp(1, LIMIT_MS));
        let mut place = Place {
            url: url.to_owned(),
            platform: self.platform.to_owned(),
            limit_ms: limit,
            ..Place::default()
        };
        run.begins(part, "address");
        let watch = engine.clock.stopwatch();
        let proxy = engine.settings().proxy.clone();
        let client =
            match Client::new(Target { url: url.to_owned(), trusted: self.trusted, proxy }, engine.clock) {
                Ok(client) => client,
                Err(failure) => {
                    run.found(failed(part, "address", watch.micros(), place.error(failure.code)));
                    return None;
                }
            };
        run.found(well(part, "address", watch.micros()));
        run.begins(part, "dns");
        let call = Call {
            method: self.method,
            headers: &self.headers,
            body: Outgoing::empty(),
            limit: Duration::from_millis(limit),
            answer_limit: if part == Part::Platform { PLATFORM_ANSWER_LIMIT } else { ANSWER_LIMIT },
        };
        let called = tokio::select! {
            called = client.call(client.address(), call) => called,
            () = run.stop.cancelled() => return None,
        };
        let encrypted = url.starts_with("https:");
        let Timings { dns_us, connect_us, tls_us, first_byte_us, total_us } = called.timings;
        let steps = [("dns", dns_us), ("connect", connect_us), ("certificate", tls_us)];
        let failure = called.result.as_ref().err();
        let failed_at = failure.map(|failure| failed_at(failure.code, &called.timings, encrypted));
        for (name, took) in steps {
            if name == "certificate" && !encrypted {
                continue;
            }
            if let (Some(failure), true) = (failure, failed_at == Some(name)) {
                run.found(failed(part, name, took.unwrap_or(total_us), place.error(failure.code)));
                return None;
            }
            let ends = if name == "certificate" { ends(&client) } else { None };
            let took = took.unwrap_or(0);
            run.found(match ends {
                Some(ends) => certificate(part, took, ends, engine.clock.now()),
                None => well(part, name, took),
            });
        }
        match called.result {
            Ok(answer) => {
                place.status = answer.status.as_u16();
                engine.seen.told_time(url, answer.headers.get(header::DATE), engine.clock.now());
                if let Some(check) = clock(part, &answer, engine.clock.now()) {
                    run.found(check);
                }
                Some(Reached { answer, took_us: first_byte_us.unwrap_or(total_us), place })
            }
            Err(failure) => {
                run.found(failed(
                    part,
                    "answer",
                    first_byte_us.unwrap_or(total_us),
                    place.error(failure.code),
                ));
                None
            }
        }
    }
}

/// How this program names itself.
pub(super) fn own_headers() -> Headers {
    vec![("user-agent".to_owned(), USER_AGENT.to_owned())]
}

/// At which check a request ended that brought no answer.
fn failed_at(code: Code, timings: &Timings, encrypted: bool) -> &'static str {
    match code {
        Code::Net04 => "dns",
        Code::Tls01 | Code::Tls02 | Code::Tls03 => "certificate",
        _ if timings.dns_us.is_none() => "dns",
        Code::Net05 => "connect",
        _ if timings.connect_us.is_none() => "connect",
        _ if encrypted && timings.tls_us.is_none() => "certificate",
        _ => "answer",
    }
}

/// When the certificate a server has shown ends.
fn ends(client: &Client) -> Option<Timestamp> {
    let certificate = client.certificate()?;
    let (_, certificate) = X509Certificate::from_der(&certificate).ok()?;
    Some(Timestamp(certificate.validity().not_after.timestamp().saturating_mul(1_000)))
}

/// A certificate that is believed; whoever runs the server should hear of its end in time.
fn certificate(part: Part, took_us: u64, ends: Timestamp, now: Timestamp) -> Check {
    let days = ends.since(now) / DAY_MS;
    let day = jiff::Timestamp::from_millisecond(ends.0).unwrap_or_default().strftime("%Y-%m-%d");
    let (days_text, at) = (days.max(0).to_string(), day.to_string());
    let params = [("days", days_text.as_str()), ("at", &at)];
    if days < CERTIFICATE_DAYS {
        warned(part, "certificate", took_us, "checkup-certificate-ends", params)
    } else {
        noted(part, "certificate", took_us, "checkup-certificate-good", params)
    }
}

/// Whether their clock and ours agree, where their answer names a time; none when there is nothing to say.
fn clock(part: Part, answer: &Answer, now: Timestamp) -> Option<Check> {
    let date = answer.headers.get(header::DATE)?.to_str().ok()?;
    let theirs = httpdate::parse_http_date(date).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    let theirs = i64::try_from(theirs.as_millis()).ok()?;
    // Whole seconds are cut off.
    let off = (now.0 - theirs - 500).abs();
    let minutes = (off / 60_000).to_string();
    if off >= CLOCK_LIMIT_MS {
        let error = crate::error::Error::with(Code::Time01, [("minutes", &minutes)]);
        return Some(failed(part, "clock", 0, error));
    }
    Some(if off >= CLOCK_WARNING_MS {
        warned(part, "clock", 0, "checkup-clock-off", [("minutes", minutes.as_str())])
    } else {
        well(part, "clock", 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::CheckState;

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    #[test]
    fn a_certificate_is_warned_of_three_weeks_before_its_end() {
        let in_days = |days: i64| certificate(Part::Endpoint, 0, NOW.plus_ms(days * DAY_MS + 1), NOW);
        assert_eq!(in_days(90).state, CheckState::Well);
        for days in [20, 7, 1] {
            let check = in_days(days);
            let note = check.note.unwrap();
            assert_eq!(
                (check.state, note.params["days"].as_str()),
                (CheckState::Warning, days.to_string().as_str())
            );
            assert!(note.english.contains(&days.to_string()), "{}", note.english);
        }
    }

    #[test]
    fn clocks_may_differ_by_a_minute() {
        let at = |off_ms: i64| {
            let theirs = std::time::UNIX_EPOCH + Duration::from_millis((NOW.0 + off_ms).unsigned_abs());
            let mut headers = http::HeaderMap::new();
            headers.insert(header::DATE, httpdate::fmt_http_date(theirs).parse().unwrap());
            let answer =
                Answer { status: http::StatusCode::OK, headers, body: bytes::Bytes::new(), truncated: false };
            clock(Part::Platform, &answer, NOW).unwrap()
        };
        assert_eq!(at(0).state, CheckState::Well);
        assert_eq!(at(-30_000).state, CheckState::Well);
        assert_eq!(at(3 * 60_000).state, CheckState::Warning);
        assert_eq!(at(-10 * 60_000).error.unwrap().code, Code::Time01);
    }
}
