//! The map: who is there and what moves between them, a picture at a time and a beat a second while somebody watches.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::Api;
use super::stats::health;
use crate::domain::{Channel, ChannelId, Code, DestinationId, Link, Mode, Timestamp, validate};
use crate::error::Result;
use crate::events::Live;
use crate::schema::*;
use crate::store::{Destination, Part, Role, Roll, Span};

const MINUTE: i64 = 60 * 1_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// Who asked for the map this long ago, in ms, may still be watching it.
const WATCHES: i64 = 30_000;
/// How often it is told what moves.
const BEAT: Duration = Duration::from_secs(1);
const RELAY: &str = "relay";

/// Until when somebody watches the map.
#[derive(Debug, Default)]
pub(super) struct Watched(AtomicI64);

/// An edge, and whose traffic it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edge {
    id: String,
    source: String,
    target: String,
    lane: Lane,
    channels: Vec<ChannelId>,
    via: Option<ChannelId>,
}

impl Edge {
    fn has(&self, part: &Part) -> bool {
        part.lane == self.lane
            && self.channels.contains(&part.channel)
            && (self.via.is_none() || self.via == part.via)
    }
}

impl Api {
    pub(super) async fn flow_get(&self, query: FlowQuery) -> Result<Flow> {
        let (engine, now) = (&self.engine, self.engine.clock.now());
        let is_past = query.from.is_some() || query.to.is_some();
        let to = query.to.unwrap_or(now).min(now);
        let window = query.window.unwrap_or(5 * MINUTE);
        if !(MINUTE..=7 * DAY).contains(&window) {
            return Err(validate::bad_field("window"));
        }
        let from = query.from.unwrap_or(to.plus_ms(-window));
        if from >= to {
            return Err(validate::bad_field("from"));
        }
        if !is_past {
            self.watched.0.store(now.plus_ms(WATCHES).0, Ordering::Relaxed);
        }
        let (channels, links) = (engine.channels(), engine.links());
        let span = Span { from, to: to.plus_ms(1), bucket: 0 };
        let sums = engine.store.rolls(span, |_| true).await?;
        // Slots that the span begins in count whole, so the rate is of the time they cover.
        let covered = to.since(span.begins(now)).max(MINUTE);
        let mut rolls: HashMap<Part, Roll> = HashMap::new();
        for ((_, part), roll) in sums {
            rolls.entry(part).or_default().merge(&roll);
        }
        let edges = edges(&channels, &links);
        let views = edges.iter().map(|edge| measured(edge, &rolls, covered)).collect();
        Ok(Flow {
            from,
            to,
            nodes: self.nodes(&channels, &links, now).await?,
            edges: views,
            waiting: engine.store.all_waiting(),
            oldest: engine.store.oldest_waiting().await?,
            behind: engine.store.is_counting(),
        })
    }

    pub(super) async fn flow_replay(&self, query: ReplayQuery) -> Result<Replay> {
        let ReplayQuery { from, to } = query;
        if to <= from || to.since(from) > DAY {
            return Err(validate::bad_field("from"));
        }
        let from = Timestamp(from.0.div_euclid(MINUTE) * MINUTE);
        let sums = self.engine.store.rolls(Span { from, to, bucket: MINUTE }, |_| true).await?;
        let edges = edges(&self.engine.channels(), &self.engine.links());
        let mut frames: BTreeMap<Timestamp, BTreeMap<usize, [u64; 2]>> = BTreeMap::new();
        for ((at, part), roll) in &sums {
            for (i, _) in edges.iter().enumerate().filter(|(_, edge)| edge.has(part)) {
                let [ok, failed] = frames.entry(*at).or_default().entry(i).or_default();
                *ok += roll.ok;
                *failed += roll.failed + roll.retried;
            }
        }
        let frames = frames.into_iter().map(|(at, moved)| FlowFrame {
            at,
            edges: moved.into_iter().filter_map(|(i, counts)| moved_on(edges.get(i)?, counts)).collect(),
        });
        Ok(Replay { frame_ms: MINUTE, frames: frames.filter(|frame| !frame.edges.is_empty()).collect() })
    }

    async fn nodes(
        &self,
        channels: &[Arc<Channel>],
        links: &[Link],
        now: Timestamp,
    ) -> Result<Vec<FlowNode>> {
        let store = &self.engine.store;
        let destinations = store.destinations().await?;
        let tallied = self.today(now).await?;
        let sums = |channel: ChannelId| tallied.get(&channel).copied().unwrap_or_default();
        let mut nodes = Vec::with_capacity(channels.len() * 2 + links.len() + 1);
        for channel in channels {
            let own = |it: &&Destination| it.channel == channel.id;
            let view = self.view(channel).await?;
            let platform = destinations.iter().filter(own).filter(|it| it.role.is_platform());
            let mut node =
                plain(channel_node(channel.id), FlowKind::Channel, channel.name.clone(), vec![channel.id]);
            node.platform = Some(view.platform);
            node.preset = view.preset;
            node.state = Some(view.state);
            node.stopped = destinations.iter().filter(own).find_map(|it| it.stopped);
            node.today = sums(channel.id).received;
            node.failed = view.failed;
            node.last_at = view.last_at;
            node.waiting = waiting(store, platform).await?;
            nodes.push(node);
        }
        nodes.push(plain(RELAY.to_owned(), FlowKind::Relay, String::new(), Vec::new()));
        for (address, whose) in endpoints(channels) {
            let theirs = |it: &&Destination| whose.contains(&it.channel) && it.role == Role::Endpoint;
            let name = host(&address);
            let mut node = plain(endpoint_node(&whose), FlowKind::Endpoint, name, whose.clone());
            node.stopped = destinations.iter().filter(theirs).find_map(|it| it.stopped);
            node.waiting = waiting(store, destinations.iter().filter(theirs)).await?;
            node.paused =
                channels.iter().filter(|it| whose.contains(&it.id)).all(|it| it.mode != Mode::Active);
            node.today = whose.iter().map(|id| sums(*id).delivered).sum();
            node.failed = nodes
                .iter()
                .filter(|it| it.kind == FlowKind::Channel && it.channels.iter().any(|id| whose.contains(id)))
                .map(|it| it.failed)
                .sum();
            nodes.push(node);
        }
        for link in links {
            let name =
                |id: ChannelId| channels.iter().find(|it| it.id == id).map_or("", |it| it.name.as_str());
            let name = format!("{} \u{2192} {}", name(link.customers), name(link.operators));
            let mut node = plain(link_node(link), FlowKind::Link, name, vec![link.customers, link.operators]);
            node.link = Some(link.id);
            node.paused = link.paused;
            nodes.push(node);
        }
        Ok(nodes)
    }
}

async fn waiting(
    store: &crate::store::Store,
    whose: impl Iterator<Item = &Destination> + Send,
) -> Result<u64> {
    let ids: Vec<DestinationId> = whose.map(|it| it.id).collect();
    let mut sum = 0;
    for id in ids {
        sum += store.waiting(id).await?;
    }
    Ok(sum)
}

fn plain(id: String, kind: FlowKind, name: String, channels: Vec<ChannelId>) -> FlowNode {
    FlowNode {
        id,
        kind,
        name,
        channels,
        link: None,
        platform: None,
        preset: None,
        state: None,
        paused: false,
        stopped: None::<Code>,
        today: 0,
        failed: 0,
        waiting: 0,
        last_at: None,
    }
}

fn channel_node(id: ChannelId) -> String {
    format!("c-{id}")
}

fn endpoint_node(whose: &[ChannelId]) -> String {
    whose.first().map_or_else(String::new, |first| format!("e-{first}"))
}

fn link_node(link: &Link) -> String {
    format!("l-{}", link.id)
}

/// Endpoints by address, in the order of their channels.
fn endpoints(channels: &[Arc<Channel>]) -> Vec<(String, Vec<ChannelId>)> {
    let mut found: Vec<(String, Vec<ChannelId>)> = Vec::new();
    for channel in channels {
        let Some(address) = channel.callback_url.as_deref().filter(|it| !it.is_empty()) else { continue };
        match found.iter_mut().find(|(known, _)| known == address) {
            Some((_, whose)) => whose.push(channel.id),
            None => found.push((address.to_owned(), vec![channel.id])),
        }
    }
    found
}

/// The host of an address, with its port: what tells endpoints apart without showing a secret in a path.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.rsplit_once('@').map_or(host, |(_, host)| host).to_owned()
}

/// Every edge there can be, both directions of a pair beside each other.
fn edges(channels: &[Arc<Channel>], links: &[Link]) -> Vec<Edge> {
    let edge =
        |source: &str, target: &str, lane: Lane, channels: &[ChannelId], via: Option<ChannelId>| Edge {
            id: format!("{source}.{target}"),
            source: source.to_owned(),
            target: target.to_owned(),
            lane,
            channels: channels.to_vec(),
            via,
        };
    let mut edges = Vec::new();
    for channel in channels {
        let (node, own) = (channel_node(channel.id), [channel.id]);
        edges.push(edge(&node, RELAY, Lane::FromPlatform, &own, None));
        // Userlike cannot be answered.
        if crate::platforms::write::base(channel).is_some()
            || channel.platform() != crate::domain::Platform::Userlike
        {
            edges.push(edge(RELAY, &node, Lane::ToPlatform, &own, None));
        }
    }
    for (_, whose) in endpoints(channels) {
        let node = endpoint_node(&whose);
        edges.push(edge(RELAY, &node, Lane::ToEndpoint, &whose, None));
        edges.push(edge(&node, RELAY, Lane::FromEndpoint, &whose, None));
    }
    for link in links {
        let node = link_node(link);
        edges.push(edge(RELAY, &node, Lane::ToPlatform, &[link.operators], Some(link.customers)));
        edges.push(edge(&node, RELAY, Lane::ToPlatform, &[link.customers], Some(link.operators)));
    }
    edges
}

/// An edge with what was counted on it in so many ms.
fn measured(edge: &Edge, rolls: &HashMap<Part, Roll>, covered: i64) -> FlowEdge {
    let mut sum = Roll::default();
    for (_, roll) in rolls.iter().filter(|(part, _)| edge.has(part)) {
        sum.merge(roll);
    }
    let tries = sum.ok + sum.failed + sum.retried;
    #[expect(clippy::cast_precision_loss, reason = "rates and shares are no exact numbers")]
    let (per_minute, success) =
        (sum.ok as f64 * MINUTE as f64 / covered as f64, (tries > 0).then(|| sum.ok as f64 / tries as f64));
    FlowEdge {
        id: edge.id.clone(),
        source: edge.source.clone(),
        target: edge.target.clone(),
        lane: edge.lane,
        channels: edge.channels.clone(),
        via: edge.via,
        ok: sum.ok,
        failed: sum.failed,
        retried: sum.retried,
        per_minute,
        success,
        took_ms: sum.took.at(0.5),
        health: health(sum.ok, sum.failed, sum.failed + sum.retried, 0),
    }
}

fn moved_on(edge: &Edge, [ok, failed]: [u64; 2]) -> Option<FlowMoved> {
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    (ok + failed > 0).then(|| FlowMoved { id: edge.id.clone(), ok: small(ok), failed: small(failed) })
}

/// Tells what moves, once a second at most, while somebody watches the map and something moves.
pub(super) async fn announce(api: Weak<Api>, ending: CancellationToken) {
    let mut before: HashMap<Part, [u64; 2]> = HashMap::new();
    let mut last = None;
    loop {
        tokio::select! {
            () = ending.cancelled() => return,
            () = sleep(BEAT) => {}
        }
        let Some(api) = api.upgrade() else { return };
        let now = api.engine.clock.now();
        if api.engine.bus.listeners() == 0 || api.watched.0.load(Ordering::Relaxed) < now.0 {
            last = None;
            continue;
        }
        let moved = api.engine.store.moved();
        // Of what moved while nobody watched nothing is told.
        if last.is_some() {
            let news = news(&before, &moved);
            let edges: Vec<FlowMoved> = edges(&api.engine.channels(), &api.engine.links())
                .iter()
                .filter_map(|edge| {
                    let sum = news
                        .iter()
                        .filter(|(part, _)| edge.has(part))
                        .fold([0, 0], |sum: [u64; 2], (_, new)| [sum[0] + new[0], sum[1] + new[1]]);
                    moved_on(edge, sum)
                })
                .collect();
            let waiting = api.engine.store.all_waiting();
            if !edges.is_empty() || last != Some(Some(waiting)) {
                let beat = FlowBeat { at: now, waiting, edges };
                api.engine.bus.announce(|| Live::Flow(Box::new(beat)));
            }
            last = Some(Some(waiting));
        } else {
            last = Some(None);
        }
        before = moved;
    }
}

fn news(before: &HashMap<Part, [u64; 2]>, now: &HashMap<Part, [u64; 2]>) -> Vec<(Part, [u64; 2])> {
    let less = |part: &Part, [ok, failed]: &[u64; 2]| {
        let [was_ok, was_failed] = before.get(part).copied().unwrap_or_default();
        [ok.saturating_sub(was_ok), failed.saturating_sub(was_failed)]
    };
    now.iter().map(|(part, counts)| (*part, less(part, counts))).filter(|(_, new)| *new != [0, 0]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::channels::fresh;
    use super::*;
    use crate::domain::{LinkChoices, LinkId, LinkMode, Platform};

    fn channel(id: u64, platform: Platform, callback: Option<&str>) -> Arc<Channel> {
        let mut channel = fresh(ChannelId(id), platform, None, Timestamp(0));
        channel.callback_url = callback.map(str::to_owned);
        Arc::new(channel)
    }

    fn part(channel: u64, lane: Lane, via: Option<u64>) -> Part {
        Part { channel: ChannelId(channel), lane, via: via.map(ChannelId) }
    }

    #[test]
    fn channels_that_share_an_endpoint_lead_to_one_node() {
        let channels = [
            channel(1, Platform::Chatwoot, Some("https://crm.example/hook?key=secret")),
            channel(2, Platform::Elma365, Some("https://crm.example/hook?key=secret")),
            channel(3, Platform::Userlike, None),
        ];
        let edges = edges(&channels, &[]);
        let to_endpoint: Vec<_> = edges.iter().filter(|edge| edge.lane == Lane::ToEndpoint).collect();
        assert_eq!(to_endpoint.len(), 1);
        assert_eq!(to_endpoint[0].channels, [ChannelId(1), ChannelId(2)]);
        let to_three = channel_node(ChannelId(3));
        assert!(!edges.iter().any(|edge| edge.target == to_three), "Userlike cannot be answered");
        assert_eq!(host("https://user:word@crm.example:8443/hook?key=secret"), "crm.example:8443");
    }

    #[test]
    fn what_a_link_brought_counts_on_the_link_and_at_the_platform() {
        let channels = [channel(1, Platform::Chatwoot, None), channel(2, Platform::Elma365, None)];
        let link = Link {
            id: LinkId(9),
            customers: ChannelId(1),
            operators: ChannelId(2),
            mode: LinkMode::TwoWay,
            choices: LinkChoices::default(),
            paused: false,
            created_at: Timestamp(0),
        };
        let edges = edges(&channels, &[link]);
        let carried = part(2, Lane::ToPlatform, Some(1));
        let ids: Vec<&str> =
            edges.iter().filter(|edge| edge.has(&carried)).map(|edge| edge.target.as_str()).collect();
        assert_eq!(ids, [channel_node(ChannelId(2)), format!("l-{}", LinkId(9))]);
        let own = part(2, Lane::ToPlatform, None);
        assert_eq!(edges.iter().filter(|edge| edge.has(&own)).count(), 1, "its own messages are no link's");
        let mut ids: Vec<_> = edges.iter().map(|edge| &edge.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), edges.len(), "every edge has an id of its own");
    }

    #[test]
    fn rates_are_of_the_time_they_cover_and_retries_count_as_not_arrived() {
        let channels = [channel(1, Platform::Chatwoot, Some("http://127.0.0.1:9"))];
        let edge = edges(&channels, &[]).into_iter().find(|edge| edge.lane == Lane::ToEndpoint).unwrap();
        let roll = Roll { count: 20, ok: 15, failed: 1, retried: 4, ..Roll::default() };
        let view = measured(&edge, &HashMap::from([(part(1, Lane::ToEndpoint, None), roll)]), 5 * MINUTE);
        assert!((view.per_minute - 3.0).abs() < 1e-9 && view.success == Some(0.75), "{view:?}");
        assert_eq!(view.health, Health::Degraded);
        let idle = measured(&edge, &HashMap::new(), 5 * MINUTE);
        assert_eq!((idle.success, idle.health), (None, Health::None));
    }

    #[test]
    fn only_what_is_new_moves() {
        let (a, b) = (part(1, Lane::ToEndpoint, None), part(2, Lane::ToEndpoint, None));
        let before = HashMap::from([(a, [5, 1]), (b, [2, 0])]);
        let now = HashMap::from([(a, [7, 1]), (b, [2, 0])]);
        assert_eq!(news(&before, &now), [(a, [2, 0])]);
    }
}
