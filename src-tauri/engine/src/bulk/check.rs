//! What a bulk send would do, without doing it: samples, the target tested, how long it would take.

use super::choose::{self, Chosen};
use crate::delivery::format;
use crate::doctor::{self, Subject};
use crate::domain::{Code, ConversationId, Snapshot, Target, address};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::intake::send;
use crate::platforms::redact;
use crate::schema::{BulkInput, BulkPreview, BulkSample, CheckState, Part, TargetView, TestReport};
use crate::store::bulk_about;

/// Samples that are shown.
const SAMPLES: usize = 3;
/// Endpoints that are tested; the first that fails ends it.
const TESTED: usize = 3;

/// Says what it would do. Errors: DATA-02 for a speed or an address that cannot be, ID-05 for a channel that is not here.
pub(crate) async fn preview(engine: &Engine, input: BulkInput) -> Result<BulkPreview> {
    let input = BulkInput { target: send::checked(engine, input.target)?, ..input };
    let input = &input;
    let chosen = choose::choose(engine, input).await?;
    let target = target(engine, &input.target, &chosen)?;
    let (samples, test) = tokio::join!(samples(engine, input, &chosen), test(engine, &input.target, &chosen));
    let ready = chosen.ready();
    Ok(BulkPreview {
        total: chosen.items.len() as u64,
        ready,
        skipped: chosen.skipped(),
        wrong: chosen.wrong(),
        samples: samples?,
        target,
        test,
        estimate_ms: input.rate.map(|rate| ready * 1_000 / u64::from(rate.max(1))),
    })
}

/// The target in words. Errors: ID-05 for a channel that is not here.
pub(super) fn target(engine: &Engine, target: &Target, chosen: &Chosen) -> Result<TargetView> {
    let (name, url, error) = match target {
        Target::Endpoint => {
            let channels = chosen.channels().into_iter().filter_map(|id| engine.channel(id));
            let mut urls: Vec<String> = channels.filter_map(|channel| channel.callback_url.clone()).collect();
            urls.sort_unstable();
            urls.dedup();
            let hosts: Vec<String> =
                urls.iter().take(TESTED).map(|url| address::host(url).unwrap_or_default()).collect();
            let more = if urls.len() > TESTED { ", …" } else { "" };
            let url = if let [url] = urls.as_slice() { redact::address(url) } else { String::new() };
            (format!("{}{more}", hosts.join(", ")), url, None)
        }
        Target::Address { url } => (address::host(url).unwrap_or_default(), redact::address_given(url), None),
        Target::Channel { channel } => {
            let channel = engine.channel(*channel).ok_or_else(|| Error::new(Code::Id05))?;
            let url = crate::platforms::write::base(&channel).unwrap_or_default();
            (channel.name.clone(), redact::address(&url), super::relay::cannot(&channel))
        }
    };
    Ok(TargetView { target: target.clone(), name, url, error, whens: vec![crate::domain::When::Now] })
}

/// Tests how the target can be reached.
async fn test(engine: &Engine, target: &Target, chosen: &Chosen) -> TestReport {
    match target {
        Target::Endpoint => {
            let mut report = TestReport { checks: Vec::new() };
            for id in chosen.channels().into_iter().take(TESTED) {
                let Some(channel) = engine.channel(id) else { continue };
                let one = engine.test_channel(&channel).await;
                let failed = one.checks.iter().any(|check| check.state == CheckState::Failed);
                report.checks.extend(one.checks);
                if failed {
                    break;
                }
            }
            report
        }
        Target::Address { url } => {
            doctor::report(engine, &Subject::Address(url.clone()), &[Part::Endpoint]).await
        }
        Target::Channel { channel } => {
            let server = engine.channel(*channel).and_then(|channel| {
                let base = crate::platforms::write::base(&channel)?;
                let trusted = channel.trusted_at(&base);
                Some(Subject::Server(base, trusted))
            });
            match server {
                Some(server) => doctor::report(engine, &server, &[Part::Platform]).await,
                None => TestReport { checks: Vec::new() },
            }
        }
    }
}

/// The first few, as they would be sent.
async fn samples(engine: &Engine, input: &BulkInput, chosen: &Chosen) -> Result<Vec<BulkSample>> {
    let ids: Vec<ConversationId> =
        chosen.going().filter_map(|item| item.conversation).take(SAMPLES).collect();
    let snapshots = engine.store.snapshots(ids, None).await?;
    Ok(snapshots.into_iter().flatten().map(|snapshot| sample(engine, &input.target, &snapshot)).collect())
}

fn sample(engine: &Engine, target: &Target, snapshot: &Snapshot) -> BulkSample {
    let body = match (target, engine.channel(snapshot.of.channel)) {
        (Target::Channel { .. }, _) => super::relay::sample(snapshot),
        (_, Some(channel)) => {
            let address_of = |id, name: &str| engine.file_url(id, name).ok();
            pretty(&format::snapshot(&channel, snapshot, engine.clock.now(), &address_of))
        }
        (_, None) => String::new(),
    };
    BulkSample {
        id: snapshot.of.conversation,
        who: bulk_about(snapshot).0,
        messages: snapshot.conversation.transcript.len() as u64,
        body,
    }
}

/// A body for the eye, without secrets.
fn pretty(body: &[u8]) -> String {
    let Ok(mut value) = serde_json::from_slice::<serde_json::Value>(body) else { return redact::body(body) };
    redact::value(&mut value);
    serde_json::to_string_pretty(&value).unwrap_or_default()
}
