//! What a journey says of itself in sentences. Pure.
//!
//! Besides what [`super::super::sentences`] says of params, `tookUs` (µs) stands for `took`.

use super::super::sentences::{Params, host, step_title};
use crate::domain::{Channel, State};
use crate::error::Error;
use crate::schema::{AttemptView, DeliveryView, DestinationKind, Sentence, Tone};

impl Params {
    /// A duration in µs.
    pub(super) fn took(self, us: u64) -> Self {
        self.set("tookUs", us).set("took", took(us))
    }
}

/// As short as people say it.
fn took(us: u64) -> String {
    let tenths = |unit: u64| {
        let tenths = us.saturating_mul(10).saturating_add(unit / 2) / unit;
        if tenths.is_multiple_of(10) {
            (tenths / 10).to_string()
        } else {
            format!("{}.{}", tenths / 10, tenths % 10)
        }
    };
    match us {
        0..1_000 => format!("{} ms", tenths(1_000)),
        1_000..1_000_000 => format!("{} ms", us / 1_000),
        1_000_000..60_000_000 => format!("{} s", tenths(1_000_000)),
        60_000_000..5_400_000_000 => format!("{} min", tenths(60_000_000)),
        _ => format!("{} h", tenths(3_600_000_000)),
    }
}

/// One try, or one call of it. `number` is which try it belongs to.
pub(super) fn tried(delivery: &DeliveryView, attempt: &AttemptView, number: u32, brand: &str) -> Sentence {
    let params = Params::default()
        .set("number", number)
        .set("host", host(&delivery.url))
        .set("platform", brand)
        .set("status", attempt.status.unwrap_or(0))
        .set("step", attempt.step.as_deref().unwrap_or_default())
        .set("call", attempt.step.as_deref().map_or_else(String::new, step_title))
        .took(attempt.timings.total_us)
        .problem(attempt.error.as_ref());
    let key = match (delivery.destination, &attempt.step, &attempt.error) {
        (DestinationKind::WriteBack, _, None) => "journey-report",
        (DestinationKind::WriteBack, _, Some(_)) => "journey-report-failed",
        (_, Some(_), None) => "journey-call",
        (_, Some(_), Some(_)) => "journey-call-failed",
        (_, None, None) => "journey-try",
        (_, None, Some(_)) => "journey-try-failed",
    };
    Sentence::new(key, if attempt.error.is_some() { Tone::Bad } else { Tone::Good }, params.0)
}

/// How a duration stands to its limit.
pub(super) fn limit(who: &str, took_us: u64, limit_ms: u64) -> Option<Sentence> {
    if limit_ms == 0 {
        return None;
    }
    let took_ms = took_us / 1_000;
    let (key, tone) = if took_ms >= limit_ms {
        ("journey-limit-over", Tone::Bad)
    } else if took_ms.saturating_mul(10) >= limit_ms.saturating_mul(6) {
        ("journey-limit-close", Tone::Warning)
    } else {
        ("journey-limit-fine", Tone::Good)
    };
    let params = Params::default().set("platform", who).set("hasPlatform", u8::from(!who.is_empty()));
    Some(Sentence::new(key, tone, params.took(limit_ms.saturating_mul(1_000)).0))
}

/// The whole journey, where it has more to say than what became of the exchange: that it arrived and when, or that it never will.
pub(super) fn whole(
    matters: &[&DeliveryView],
    tries: u32,
    took_us: u64,
    channel: Option<&Channel>,
) -> Option<Sentence> {
    let worst = matters.iter().max_by_key(|it| it.state.rank())?;
    let params = Params::default()
        .set("host", host(&worst.url))
        .set("platform", channel.map_or("", Channel::brand))
        .set("count", matters.len())
        .set("tries", tries)
        .took(took_us);
    let (key, tone) = match worst.state {
        State::Delivered => ("journey-delivered", Tone::Good),
        State::Read => ("journey-read", Tone::Good),
        State::Accepted => ("journey-accepted", Tone::Good),
        State::Failed => {
            return Some(Sentence::new("journey-failed", Tone::Bad, params.problem(worst.error.as_ref()).0));
        }
        _ => return None,
    };
    Some(Sentence::new(key, tone, params.0))
}

/// A sentence about a delivery that stands and takes no time.
pub(super) fn standing(
    key: &str,
    tone: Tone,
    delivery: &DeliveryView,
    brand: &str,
    error: Option<&Error>,
) -> Sentence {
    let params = Params::default().set("host", host(&delivery.url)).set("platform", brand).problem(error);
    Sentence::new(key, tone, params.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_as_people_say_them() {
        for (us, said) in [
            (640, "0.6 ms"),
            (37_400, "37 ms"),
            (40_480_000, "40.5 s"),
            (30_000_000, "30 s"),
            (600_000_000, "10 min"),
            (21_600_000_000, "6 h"),
        ] {
            assert_eq!(took(us), said);
        }
    }

    #[test]
    fn a_limit_is_named_with_how_near_it_was() {
        let key = |took_us| limit("Chatwoot", took_us, 5_000).map(|said| said.key);
        assert_eq!(key(37_000).as_deref(), Some("journey-limit-fine"));
        assert_eq!(key(3_000_000).as_deref(), Some("journey-limit-close"));
        assert_eq!(key(5_000_000).as_deref(), Some("journey-limit-over"));
        assert_eq!(limit("", 1, 0).map(|said| said.key), None, "no limit at all");
    }
}
