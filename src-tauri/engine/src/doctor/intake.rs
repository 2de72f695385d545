//! The relay itself: it listens, this computer lets requests through to it, and its public address leads to it.
//!
//! Each run of the relay has a word that nobody else can know. Whoever asks an address for it and gets it back has reached this very relay
//! and no other program. That the Internet can do the same cannot be told from inside: a router may not lead its own side back in.

use std::time::Duration;

use http::Method;

use super::connection::own_headers;
use super::{Run, failed, noted, skipped, warned, well};
use crate::delivery::client::{ANSWER_LIMIT, Call, Client, Outgoing, Target};
use crate::domain::{Code, address, validate};
use crate::engine::Engine;
use crate::error::Error;
use crate::reach;
use crate::schema::{Check, Part};

const PART: Part = Part::Intake;
/// Nothing on the way takes longer when it works.
const LIMIT: Duration = Duration::from_secs(10);
/// What the relay says where it is asked for its word.
const SIGN: &str = "switchboard";

/// What is answered at the address of the vital sign; none for any other.
pub(crate) fn vital_sign(engine: &Engine, path: &str) -> Option<&'static str> {
    let word = path.strip_prefix(address::VITAL_SIGN)?;
    engine.doctor().word.matches(word).then_some(SIGN)
}

pub(super) async fn check(run: Run<'_>) -> bool {
    let engine = run.engine;
    run.begins(PART, "listening");
    if let Some(error) = engine.relay_error() {
        return run.found(failed(PART, "listening", 0, error));
    }
    let settings = engine.settings();
    let local = reach::base("", engine.relay_addr(), &settings.listen);
    run.found(noted(
        PART,
        "listening",
        0,
        "checkup-listens",
        [("address", &address::host(&local).unwrap_or_default())],
    ));
    run.begins(PART, "local");
    let watch = engine.clock.stopwatch();
    let check = match ask(run, &local).await {
        Ok(true) => well(PART, "local", watch.micros()),
        Ok(false) | Err(_) => failed(PART, "local", watch.micros(), Error::new(Code::Fw01)),
    };
    if !run.found(check) {
        return false;
    }
    if engine.local_only() {
        return run.found(skipped(PART, "public", "checkup-local-only", []));
    }
    run.begins(PART, "public");
    let check = public(run, &settings.public_url).await;
    run.found(check)
}

async fn public(run: Run<'_>, base: &str) -> Check {
    let watch = run.engine.clock.stopwatch();
    let place = address::host(base).unwrap_or_default();
    let asked = ask(run, base).await;
    let took = watch.micros();
    let inside = url::Url::parse(base).is_ok_and(|url| validate::is_inside(&url));
    match asked {
        Ok(true) if inside => warned(PART, "public", took, "checkup-public-inside", [("host", &place)]),
        Ok(true) => well(PART, "public", took),
        // Somebody answers there, and it is not us.
        Ok(false) => failed(PART, "public", took, Error::with(Code::Net01, [("host", &place)])),
        Err(Code::Net05 | Code::Net06 | Code::Net07) => {
            warned(PART, "public", took, "checkup-public-silent", [("host", &place)])
        }
        Err(code) => failed(PART, "public", took, Error::with(code, [("host", &place)])),
    }
}

async fn ask(run: Run<'_>, base: &str) -> Result<bool, Code> {
    let proxy = run.engine.settings().proxy.clone();
    tokio::select! {
        found = is_here(run.engine, base, proxy) => found,
        () = run.stop.cancelled() => Err(Code::Net06),
    }
}

/// Whether this very relay answers at that address. Errors: nobody does.
pub(crate) async fn is_here(engine: &Engine, base: &str, proxy: String) -> Result<bool, Code> {
    let word = engine.doctor().word.expose();
    let url = format!("{}{}{word}", base.trim_end_matches('/'), address::VITAL_SIGN);
    let target = Target { url, trusted: None, proxy };
    let client = Client::new(target, engine.clock).map_err(|failure| failure.code)?;
    let headers = own_headers();
    let call = Call {
        method: Method::GET,
        headers: &headers,
        body: Outgoing::empty(),
        limit: LIMIT,
        answer_limit: ANSWER_LIMIT,
    };
    let answer = client.call(client.address(), call).await.result.map_err(|failure| failure.code)?;
    Ok(answer.status == http::StatusCode::OK && answer.body.as_ref() == SIGN.as_bytes())
}
