//! Which conversations a bulk send is to send, and why some of them are not sent.

use std::collections::{HashMap, HashSet};

use super::RATES;
use super::import;
use crate::domain::{Channel, ChannelId, ConversationId, Target, validate};
use crate::engine::Engine;
use crate::error::Result;
use crate::platforms::redact;
use crate::schema::{BulkChoice, BulkInput, BulkSkip, BulkSkipped, ConversationFilter, WrongLine};
use crate::store::NewBulkItem;

/// Conversations read from the list at once.
const AT_ONCE: usize = 5_000;
/// Lines that name no conversation are shown up to here.
const WRONG_SHOWN: usize = 100;
/// Letters of such a line that are shown.
const WRONG_LETTERS: usize = 80;

/// A selection.
#[derive(Debug)]
pub(super) struct Chosen {
    /// What was chosen, in its order.
    pub(super) items: Vec<NewBulkItem>,
    /// The names above the CSV, if it was one.
    pub(super) columns: Vec<String>,
    /// What was chosen, as a key of the strings catalogue.
    pub(super) key: &'static str,
}

impl Chosen {
    /// Those that would be sent.
    pub(super) fn going(&self) -> impl Iterator<Item = &NewBulkItem> {
        self.items.iter().filter(|item| item.skip.is_none())
    }

    /// How many would be sent.
    pub(super) fn ready(&self) -> u64 {
        self.going().count() as u64
    }

    /// How many would not, by reason.
    pub(super) fn skipped(&self) -> Vec<BulkSkipped> {
        let count = |reason: BulkSkip| {
            let count = self.items.iter().filter(|item| item.skip == Some(reason)).count() as u64;
            (count > 0).then_some(BulkSkipped { reason, count })
        };
        BulkSkip::ALL.into_iter().filter_map(count).collect()
    }

    /// Lines that name no conversation.
    pub(super) fn wrong(&self) -> Vec<WrongLine> {
        let wrong = |item: &NewBulkItem| {
            let names_none = item.conversation.is_none();
            let (line, reason) = (item.line?, item.skip.filter(|_| names_none)?);
            let text = redact::written(&item.given.join(", ")).chars().take(WRONG_LETTERS).collect();
            Some(WrongLine { line, text, reason })
        };
        self.items.iter().filter_map(wrong).take(WRONG_SHOWN).collect()
    }

    /// The channels of those that would be sent, each once, in their order.
    pub(super) fn channels(&self) -> Vec<ChannelId> {
        let mut seen = HashSet::new();
        self.going().filter_map(|item| item.channel).filter(|id| seen.insert(*id)).collect()
    }
}

/// Finds what was chosen. Errors: DATA-02 for a speed or an address that cannot be.
pub(super) async fn choose(engine: &Engine, input: &BulkInput) -> Result<Chosen> {
    if let Some(rate) = input.rate {
        validate::within("rate", rate, &RATES)?;
    }
    let mut chosen = match &input.choice {
        BulkChoice::Ids { ids } => {
            let items = ids.iter().map(|id| item(Some(*id))).collect();
            Chosen { items, columns: Vec::new(), key: "bulk-choice-ids" }
        }
        BulkChoice::Filter { filter } => {
            let items = matching(engine, filter).await?;
            Chosen { items, columns: Vec::new(), key: "bulk-choice-filter" }
        }
        BulkChoice::Text { text, channel } => from_text(engine, text, *channel).await?,
    };
    judge(engine, &input.target, &mut chosen.items).await?;
    Ok(chosen)
}

fn item(conversation: Option<ConversationId>) -> NewBulkItem {
    NewBulkItem { conversation, channel: None, skip: None, line: None, given: Vec::new() }
}

async fn matching(engine: &Engine, filter: &ConversationFilter) -> Result<Vec<NewBulkItem>> {
    // What came a moment ago is meant as well.
    engine.store.caught_up().await;
    let (mut items, mut after) = (Vec::new(), None);
    loop {
        let some = engine.store.matching(filter.clone(), after, AT_ONCE).await?;
        items.extend(some.iter().map(|id| item(Some(*id))));
        match some.last() {
            Some(last) if some.len() == AT_ONCE => after = Some(*last),
            _ => return Ok(items),
        }
    }
}

/// A line of a text on its way to a conversation.
struct Named {
    /// Whose it is, where that is known.
    channel: Option<ChannelId>,
    key: String,
    at: usize,
}

async fn from_text(engine: &Engine, text: &str, channel: Option<ChannelId>) -> Result<Chosen> {
    let import = import::read(text);
    let channels = engine.channels();
    let by_name: HashMap<String, ChannelId> = channels
        .iter()
        .flat_map(|channel| [(channel.name.to_lowercase(), channel.id), (channel.id.to_string(), channel.id)])
        .collect();
    let (mut items, mut named) = (Vec::with_capacity(import.lines.len()), Vec::new());
    for (at, line) in import.lines.into_iter().enumerate() {
        let mut new = NewBulkItem { line: Some(line.number), given: line.given, ..item(None) };
        let whose = match &line.channel {
            Some(name) => by_name.get(&name.to_lowercase()).copied(),
            None => channel,
        };
        let is_elsewhere = line.channel.is_some() && whose.is_none();
        match line.conversation {
            None => new.skip = Some(BulkSkip::Unreadable),
            Some(_) if is_elsewhere => new.skip = Some(BulkSkip::NoChannel),
            Some(key) => named.push(Named { channel: whose, key, at }),
        }
        items.push(new);
    }
    for some in named.chunks(AT_ONCE) {
        find(engine, some, &mut items).await?;
    }
    Ok(Chosen { items, columns: import.columns, key: "bulk-choice-text" })
}

/// Finds the conversations of these lines: by what the platform calls them, else as ours. Where no channel is named, any may have it, but
/// only one.
async fn find(engine: &Engine, named: &[Named], items: &mut [NewBulkItem]) -> Result<()> {
    let all: Vec<ChannelId> = engine.channels().iter().map(|channel| channel.id).collect();
    let one_or_all = |line: &Named| line.channel.map_or_else(|| all.clone(), |channel| vec![channel]);
    let keys: Vec<_> = named
        .iter()
        .flat_map(|line| one_or_all(line).into_iter().map(|channel| (channel, line.key.clone())))
        .collect();
    let mut found = engine.store.find_conversations(&keys).await?.into_iter();
    let mut ours = Vec::new();
    for line in named {
        let by_key: Vec<_> = found.by_ref().take(one_or_all(line).len()).flatten().collect();
        let new = &mut items[line.at];
        match by_key.as_slice() {
            [one] => new.conversation = Some(*one),
            [] => {
                new.skip = Some(BulkSkip::NotFound);
                ours.extend(line.key.parse::<ConversationId>().ok().map(|id| (line, id)));
            }
            _ => new.skip = Some(BulkSkip::NoChannel),
        }
    }
    let ids = ours.iter().map(|(_, id)| *id).collect();
    let here = engine.store.sendable(ids).await?;
    for ((line, id), here) in ours.into_iter().zip(here) {
        if here.is_some_and(|here| line.channel.is_none_or(|channel| channel == here.channel)) {
            let new = &mut items[line.at];
            (new.conversation, new.skip) = (Some(id), None);
        }
    }
    Ok(())
}

/// Says of each conversation whether it can be sent.
async fn judge(engine: &Engine, target: &Target, items: &mut [NewBulkItem]) -> Result<()> {
    let ids = items.iter().filter_map(|item| item.conversation).collect();
    let mut here = engine.store.sendable(ids).await?.into_iter();
    let channels: HashMap<ChannelId, _> =
        engine.channels().iter().map(|channel| (channel.id, std::sync::Arc::clone(channel))).collect();
    let mut seen = HashSet::new();
    for item in items {
        let Some(conversation) = item.conversation else { continue };
        let found = here.next().flatten();
        item.channel = found.map(|found| found.channel);
        let channel = item.channel.and_then(|id| channels.get(&id));
        item.skip = match (found, channel) {
            (None, _) | (_, None) => Some(BulkSkip::Gone),
            _ if !seen.insert(conversation) => Some(BulkSkip::Twice),
            (Some(found), Some(channel)) => cannot(target, channel, found.empty),
        };
    }
    Ok(())
}

fn cannot(target: &Target, channel: &Channel, empty: bool) -> Option<BulkSkip> {
    match target {
        Target::Channel { channel: to } if *to == channel.id => Some(BulkSkip::SameChannel),
        Target::Endpoint if channel.callback_url.is_none() => Some(BulkSkip::NoEndpoint),
        _ => empty.then_some(BulkSkip::Empty),
    }
}
