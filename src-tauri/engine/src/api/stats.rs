//! The commands that tell what was counted: series for charts, totals, and strips of bars.

use std::collections::{BTreeMap, HashMap};

use super::Api;
use crate::domain::{ChannelId, Platform, Timestamp, validate};
use crate::error::Result;
use crate::schema::*;
use crate::store::{Part, Roll, Span};

const MINUTE: i64 = 60 * 1_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Points of a series, at most.
const MOST_POINTS: i64 = 1_000;
/// Bars of a strip, at most.
const MOST_BARS: u32 = 400;
/// The finest bar, and what every bar is a multiple of: what tallies are kept by. A bar that began within one
/// would count a part of it as the bar's before.
const FINEST_BAR: i64 = 5 * MINUTE;

impl Api {
    pub(super) async fn stats_series(&self, query: SeriesQuery) -> Result<Series> {
        let now = self.engine.clock.now();
        let to = query.to.unwrap_or(now);
        let bucket = query.bucket_ms.unwrap_or(MINUTE);
        if bucket < MINUTE {
            return Err(validate::bad_field("bucketMs"));
        }
        // Grains begin at whole spans of their own; points begin there too.
        let from = Timestamp(query.from.0.div_euclid(bucket) * bucket);
        if to <= from || to.since(from) / bucket >= MOST_POINTS {
            return Err(validate::bad_field("from"));
        }
        let span = Span { from, to, bucket };
        let wanted = wanted(&query);
        let sums = self.engine.store.rolls(span, wanted.clone()).await?;
        let answers = self.engine.store.answers(span, wanted).await?;
        let mut points: BTreeMap<Timestamp, Mixed> = BTreeMap::new();
        let mut whole = Mixed::default();
        for ((at, part), roll) in &sums {
            points.entry(*at).or_default().add(part.lane, roll);
            whole.add(part.lane, roll);
        }
        let count = (to.since(from) + bucket - 1) / bucket;
        let points = (0..count).map(|i| {
            let at = from.plus_ms(i * bucket);
            points.get(&at).map_or_else(|| Point { at, ..Point::default() }, |mixed| mixed.point(at))
        });
        Ok(Series {
            bucket_ms: bucket,
            points: points.collect(),
            sum: whole.point(from),
            answers,
            behind: self.engine.store.is_counting(),
        })
    }

    pub(super) async fn stats_totals(&self, _: Nothing) -> Result<Totals> {
        let (engine, now) = (&self.engine, self.engine.clock.now());
        let channels = engine.channels();
        let today = self.today(now).await?;
        let (week, month) = (self.days(now, 7).await?, self.days(now, 30).await?);
        let first_hour = Timestamp(now.0.div_euclid(HOUR) * HOUR - 23 * HOUR);
        let hours = engine.store.tallied(first_hour, now.plus_ms(1), HOUR).await?;
        let mut all = Spans::default();
        let mut each = Vec::with_capacity(channels.len());
        for channel in channels.iter() {
            let of = |sums: &HashMap<ChannelId, Sums>| sums.get(&channel.id).copied().unwrap_or_default();
            let spans = Spans { today: of(&today), week: of(&week), month: of(&month) };
            add(&mut all.today, spans.today);
            add(&mut all.week, spans.week);
            add(&mut all.month, spans.month);
            let received = |hour: i64| hours.get(&(hour, channel.id)).map_or(0, |sums| sums.received);
            each.push(ChannelTotals { channel: channel.id, spans, hours: (0..24).map(received).collect() });
        }
        // They give up on us after five seconds.
        let hasty: Vec<ChannelId> =
            channels.iter().filter(|it| it.platform() == Platform::Chatwoot).map(|it| it.id).collect();
        let span = Span { from: now.plus_ms(-HOUR), to: now.plus_ms(1), bucket: 0 };
        let wanted = move |part: &Part| part.lane == Lane::FromPlatform && hasty.contains(&part.channel);
        let mut answered = Roll::default();
        for roll in engine.store.rolls(span, wanted).await?.values() {
            answered.merge(roll);
        }
        let took = answered.took;
        let speed = took.at(0.5).zip(took.at(0.95));
        Ok(Totals {
            all,
            channels: each,
            speed: speed.map(|(ms, slow_ms)| Speed { ms, slow_ms, late: took.late(), of: took.count() }),
            behind: engine.store.is_counting(),
        })
    }

    /// What was counted since midnight, by channel: to the five minutes, whatever the zone.
    pub(super) async fn today(&self, now: Timestamp) -> Result<HashMap<ChannelId, Sums>> {
        // Longer than any day, and no whole hours, of which some are gathered across midnight in zones of half hours.
        self.since(self.engine.clock.midnight(now, 0), now, 2 * DAY + FINEST_BAR).await
    }

    /// What was counted in so many days, the last of them today. They begin at midnight, or with the next whole hour.
    async fn days(&self, now: Timestamp, days: i32) -> Result<HashMap<ChannelId, Sums>> {
        let from = self.engine.clock.midnight(now, days - 1);
        self.since(from, now, i64::from(days + 1) * DAY).await
    }

    /// What the day before that moment brought: in sums as today's are, and of its endpoints the slowest. Errors: the store's.
    pub(super) async fn yesterday(&self, now: Timestamp) -> Result<(Sums, Option<(ChannelId, f64)>)> {
        let clock = self.engine.clock;
        let (from, to) = (clock.midnight(now, 1), clock.midnight(now, 0));
        let mut all = Sums::default();
        for sums in self.since(from, to.plus_ms(-1), 2 * DAY + FINEST_BAR).await?.into_values() {
            add(&mut all, sums);
        }
        let wanted = |part: &Part| part.lane == Lane::ToEndpoint;
        let mut tries: HashMap<ChannelId, Roll> = HashMap::new();
        for ((_, part), roll) in &self.engine.store.rolls(Span { from, to, bucket: 0 }, wanted).await? {
            tries.entry(part.channel).or_default().merge(roll);
        }
        let slow = tries.into_iter().filter_map(|(channel, roll)| Some((channel, roll.took.at(0.95)?)));
        Ok((all, slow.max_by(|(_, one), (_, other)| one.total_cmp(other))))
    }

    /// All of a span in one bucket, which must be longer than the span.
    async fn since(&self, from: Timestamp, now: Timestamp, bucket: i64) -> Result<HashMap<ChannelId, Sums>> {
        let all = self.engine.store.tallied(from, now.plus_ms(1), bucket).await?;
        Ok(all
            .into_iter()
            .filter(|((n, _), _)| *n == 0)
            .map(|((_, channel), sums)| (channel, sums))
            .collect())
    }

    pub(super) async fn stats_strips(&self, query: StripsQuery) -> Result<Vec<Strip>> {
        let now = self.engine.clock.now();
        let (bar, bars) = (query.bar_ms.unwrap_or(DAY), query.bars.unwrap_or(90));
        if bar < FINEST_BAR || bar % FINEST_BAR != 0 {
            return Err(validate::bad_field("barMs"));
        }
        if bars == 0 || bars > MOST_BARS {
            return Err(validate::bad_field("bars"));
        }
        let whole = |at: i64, grain: i64| Timestamp((at.div_euclid(grain) + 1) * grain);
        let to = query.to.map_or_else(|| whole(now.0, bar), |to| whole(to.0 - 1, FINEST_BAR));
        let from = to.plus_ms(-bar.saturating_mul(i64::from(bars)));
        let sums = self.engine.store.tallied(from, to, bar).await?;
        let strip = |channel: ChannelId| {
            let bars = (0..i64::from(bars)).map(|i| {
                let sums = sums.get(&(i, channel)).copied().unwrap_or_default();
                Bar {
                    at: from.plus_ms(i * bar),
                    health: health(sums.delivered, sums.failed, sums.troubled, sums.received),
                    sums,
                }
            });
            Strip { channel, bars: bars.collect() }
        };
        Ok(self.engine.channels().iter().map(|channel| strip(channel.id)).collect())
    }
}

/// How a span went in which so much arrived, was given up, did not go well, and came in.
pub(super) const fn health(ok: u64, failed: u64, troubled: u64, received: u64) -> Health {
    if ok == 0 && failed == 0 && troubled == 0 {
        if received == 0 { Health::None } else { Health::Ok }
    } else if failed > 0 && failed >= ok || ok == 0 && troubled > 0 && received == 0 {
        Health::Failing
    } else if failed > 0 || troubled > 0 {
        Health::Degraded
    } else {
        Health::Ok
    }
}

fn add(sum: &mut Sums, more: Sums) {
    sum.received += more.received;
    sum.delivered += more.delivered;
    sum.failed += more.failed;
    sum.troubled += more.troubled;
}

/// Which parts a series is of.
fn wanted(query: &SeriesQuery) -> impl Fn(&Part) -> bool + Clone + Send + 'static {
    let (channels, lane, via) = (query.channels.clone(), query.lane, query.via);
    move |part: &Part| {
        let of_lane = match lane {
            Some(lane) => part.lane == lane,
            None => matches!(
                part.lane,
                Lane::FromPlatform | Lane::ToEndpoint | Lane::FromEndpoint | Lane::ToPlatform
            ),
        };
        of_lane
            && channels.as_ref().is_none_or(|channels| channels.contains(&part.channel))
            && via.is_none_or(|via| part.via == Some(via))
    }
}

/// What came in and what went out, apart.
#[derive(Default)]
struct Mixed {
    incoming: Roll,
    outgoing: Roll,
}

impl Mixed {
    fn add(&mut self, lane: Lane, roll: &Roll) {
        if lane.is_in() { self.incoming.merge(roll) } else { self.outgoing.merge(roll) }
    }

    fn point(&self, at: Timestamp) -> Point {
        let Self { incoming, outgoing } = self;
        Point {
            at,
            received: incoming.ok,
            refused: incoming.failed,
            delivered: outgoing.ok,
            failed: outgoing.failed,
            retried: outgoing.retried,
            ack_ms: incoming.took.at(0.5),
            ack_slow_ms: incoming.took.at(0.95),
            ack_late: incoming.took.late(),
            answer_ms: outgoing.took.at(0.5),
            through_ms: outgoing.through.at(0.5),
            through_slow_ms: outgoing.through.at(0.95),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_as_well_as_what_was_owed_in_it() {
        assert_eq!(health(0, 0, 0, 0), Health::None);
        assert_eq!(health(0, 0, 0, 5), Health::Ok, "nothing was owed");
        assert_eq!(health(10, 0, 0, 10), Health::Ok);
        assert_eq!(health(10, 0, 1, 10), Health::Degraded, "one was tried again");
        assert_eq!(health(10, 2, 2, 10), Health::Degraded);
        assert_eq!(health(2, 2, 2, 4), Health::Failing);
        assert_eq!(health(0, 1, 1, 1), Health::Failing);
        assert_eq!(health(0, 0, 4, 0), Health::Failing, "all are tried again");
    }
}
