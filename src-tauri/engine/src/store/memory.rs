//! What the writer remembers between items, so that it need not read what it has just written.
//!
//! Everything here can be forgotten at any time; when a write is undone it all is. Stands alone because being right after an undone
//! write is the whole difficulty; it must not know SQL.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use super::shared::Shared;
use super::steps::{Destination, LaneId, Role};
use super::tallies::Tally;
use crate::domain::{
    BodyId, ChannelId, Contact, ContactId, Conversation, ConversationId, DestinationId, ProblemId,
};

/// Two generations of a map: what was not used for a whole generation is forgotten.
#[derive(Debug)]
pub(super) struct Recent<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
    size: usize,
}

impl<K: Hash + Eq, V> Recent<K, V> {
    /// Remembers at least the last `size` entries, at most twice as many.
    pub(super) fn new(size: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), size }
    }

    pub(super) fn get(&mut self, key: K) -> Option<&V> {
        if let Some(value) = self.old.remove(&key) { self.put(key, value) } else { self.young.get(&key) }
    }

    pub(super) fn put(&mut self, key: K, value: V) -> Option<&V>
    where
        K: Hash + Eq,
    {
        if self.young.len() >= self.size {
            self.old = std::mem::take(&mut self.young);
        }
        use std::collections::hash_map::Entry;
        match self.young.entry(key) {
            Entry::Occupied(mut entry) => {
                entry.insert(value);
                Some(entry.into_mut())
            }
            Entry::Vacant(entry) => Some(entry.insert(value)),
        }
    }

    pub(super) fn remove(&mut self, key: &K) -> Option<V> {
        self.young.remove(key).or_else(|| self.old.remove(key))
    }

    pub(super) fn clear(&mut self) {
        self.young.clear();
        self.old.clear();
    }
}

/// A conversation, and whom it is with as far as that is known.
type KnownConversation = (ConversationId, Arc<Conversation>, Option<ContactId>);

/// The writer's memory.
#[derive(Debug)]
pub(super) struct Memory {
    pub(super) destinations: HashMap<(ChannelId, Role), DestinationId>,
    pub(super) bodies: Recent<super::bodies::Known, BodyId>,
    pub(super) contacts: Recent<(ChannelId, String), (ContactId, Arc<Contact>)>,
    pub(super) conversations: Recent<(ChannelId, String), KnownConversation>,
    pub(super) lanes: Recent<(DestinationId, String), LaneId>,
    /// How many deliveries a lane owes, where that is known.
    pub(super) owed: Recent<LaneId, u32>,
    /// Destinations whose last delivery arrived.
    pub(super) well: HashSet<DestinationId>,
    /// Whether anything was ever written at a channel's platform, where that is known: if not, nothing that comes from it is an echo.
    pub(super) writes: HashMap<ChannelId, bool>,
    /// What this transaction adds to the sums.
    pub(super) tallies: Vec<Tally>,
    /// Destinations this transaction made.
    pub(super) made: Vec<Destination>,
    /// Destinations that nothing is known to be wrong with.
    pub(super) sound: HashSet<DestinationId>,
    /// Problems this transaction changed.
    pub(super) problems: Vec<ProblemId>,
    shared: Arc<Shared>,
}

/// How much of a transaction was there before an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    tallies: usize,
    made: usize,
    problems: usize,
}

impl Memory {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self {
            destinations: HashMap::new(),
            bodies: Recent::new(4_096),
            contacts: Recent::new(4_096),
            conversations: Recent::new(4_096),
            lanes: Recent::new(4_096),
            owed: Recent::new(4_096),
            well: HashSet::new(),
            writes: HashMap::new(),
            tallies: Vec::new(),
            made: Vec::new(),
            sound: HashSet::new(),
            problems: Vec::new(),
            shared,
        }
    }

    /// What all steps share.
    pub(super) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }

    /// Where to go back to if the next item is undone.
    pub(super) fn before(&self) -> Before {
        Before { tallies: self.tallies.len(), made: self.made.len(), problems: self.problems.len() }
    }

    /// An item was undone.
    pub(super) fn forget_item(&mut self, before: Before) {
        self.tallies.truncate(before.tallies);
        self.made.truncate(before.made);
        self.problems.truncate(before.problems);
        self.forget_rows();
    }

    /// The transaction was undone.
    pub(super) fn forget(&mut self) {
        self.tallies.clear();
        self.made.clear();
        self.problems.clear();
        self.forget_rows();
    }

    /// The transaction reached the disk.
    pub(super) fn settle(&mut self) {
        self.shared.sums.add(self.tallies.drain(..));
        if !self.made.is_empty() {
            self.shared.add_destinations(std::mem::take(&mut self.made));
        }
        for problem in self.problems.drain(..) {
            // Nobody listening is nobody to tell.
            drop(self.shared.problems.send(problem));
        }
    }

    /// Forgets every row, not the counts: for an undone item and after a deletion.
    pub(super) fn forget_rows(&mut self) {
        self.destinations.clear();
        self.bodies.clear();
        self.contacts.clear();
        self.conversations.clear();
        self.lanes.clear();
        self.owed.clear();
        self.well.clear();
        self.sound.clear();
        self.writes.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays_and_what_is_not_goes() {
        let mut recent = Recent::new(2);
        for i in 0..10 {
            recent.put(i, i);
            assert_eq!(recent.get(0), Some(&0), "entry 0 is used all the time");
        }
        assert_eq!(recent.get(1), None);
    }
}
