//! Identifiers: 64 bits, ordered by time, with the relay's number inside, never going backwards.
//!
//! 42 bits of milliseconds, 8 bits of relay number, 13 bits of sequence; the sign bit stays clear for SQLite.
//! Hosts and users see an opaque text of 13 lower-case letters and digits that sorts as the number does.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use super::Timestamp;

const RELAY_BITS: u32 = 8;
const SEQUENCE_BITS: u32 = 13;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

/// Hands out identifiers. One per process and data folder; safe to share.
#[derive(Debug)]
pub struct Ids {
    last: AtomicU64,
    relay: u64,
    /// The last one given of those that come before this run.
    earlier: AtomicU64,
    /// Where this run's begin.
    began: u64,
}

impl Ids {
    /// `relay` is this relay's number; `last` the greatest identifier already in the store, so that a clock set back
    /// between two runs cannot make an old identifier come again.
    #[must_use]
    pub fn new(relay: u8, last: u64) -> Self {
        Self {
            last: AtomicU64::new(last),
            relay: u64::from(relay),
            earlier: AtomicU64::new(last),
            began: last,
        }
    }

    /// The same for a run that begins now: those of the time since `last`, when nobody ran to give any, are kept for [`Ids::earlier`].
    #[must_use]
    pub fn beginning(relay: u8, last: u64, now: Timestamp) -> Self {
        let began = smallest_at(now).max(last);
        Self { last: AtomicU64::new(began), began, ..Self::new(relay, last) }
    }

    /// One that comes after all that was given before this run and before all that is given in it, for what was missed between them. None
    /// where there is no room: the clock was set back, or nothing lies between.
    pub fn earlier<I: From<u64>>(&self) -> Option<I> {
        let step = |last: u64| Some(following(last, self.relay)).filter(|next| *next < self.began);
        let last = self.earlier.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step).ok()?;
        Some(I::from(following(last, self.relay)))
    }

    /// Whether it comes before all that is given in this run.
    #[must_use]
    pub fn is_earlier(&self, id: u64) -> bool {
        id < self.began
    }

    /// The next identifier, greater than every one given before.
    pub fn next<I: From<u64>>(&self, now: Timestamp) -> I {
        let floor = smallest_at(now) | (self.relay << SEQUENCE_BITS);
        let step = |last: u64| Some(if last < floor { floor } else { following(last, self.relay) });
        let last = match self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step) {
            Ok(last) | Err(last) => last,
        };
        I::from(if last < floor { floor } else { following(last, self.relay) })
    }
}

/// The identifier after `last` that carries the same relay number: a full sequence moves on to the next millisecond.
fn following(last: u64, relay: u64) -> u64 {
    let next = last + 1;
    if (next >> SEQUENCE_BITS) & ((1 << RELAY_BITS) - 1) == relay {
        next
    } else {
        (((last >> (RELAY_BITS + SEQUENCE_BITS)) + 1) << (RELAY_BITS + SEQUENCE_BITS))
            | (relay << SEQUENCE_BITS)
    }
}

/// The smallest identifier that can have been given at `at`: turns a time into a bound for a search by key.
#[must_use]
pub(crate) fn smallest_at(at: Timestamp) -> u64 {
    u64::try_from(at.0.max(0)).unwrap_or(0) << (RELAY_BITS + SEQUENCE_BITS)
}

fn to_text(value: u64) -> String {
    (0..LENGTH).rev().map(|i| ALPHABET[((value >> (5 * i)) & 31) as usize] as char).collect()
}

fn from_text(text: &str) -> Option<u64> {
    if text.len() != LENGTH {
        return None;
    }
    text.bytes().try_fold(0_u64, |value, byte| {
        let digit = ALPHABET.iter().position(|letter| *letter == byte)? as u64;
        value.checked_mul(32)?.checked_add(digit)
    })
}

/// The text is not an identifier of ours.
#[derive(Debug, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
        #[ts(as = "String")]
        pub struct $name(pub u64);

        impl $name {
            /// The smallest identifier that can have been given at `at`.
            #[must_use]
            pub fn at(at: Timestamp) -> Self { Self(smallest_at(at)) }
            /// When it was given, to the millisecond.
            #[must_use]
            pub fn time(self) -> Timestamp {
                Timestamp(i64::try_from(self.0 >> (RELAY_BITS + SEQUENCE_BITS)).unwrap_or(i64::MAX))
            }
        }
        impl From<u64> for $name { fn from(value: u64) -> Self { Self(value) } }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&to_text(self.0)) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}({})", stringify!($name), to_text(self.0)) }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { from_text(text).map(Self).ok_or(NotAnId) }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.collect_str(self) }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// One connection to one platform.
    ChannelId
    /// One HTTP request and its answer.
    ExchangeId
    /// Something that happened in a chat.
    EventId
    /// One event owed to one destination.
    DeliveryId
    /// One try at a delivery.
    AttemptId
    /// Where deliveries go.
    DestinationId
    /// A conversation of a channel.
    ConversationId
    /// A contact of a channel.
    ContactId
    /// A message of a conversation.
    MessageId
    /// A stored body.
    BodyId
    /// A file of a message.
    FileId
    /// Two channels joined.
    LinkId
    /// A job that sends many conversations to one destination.
    BulkId
    /// A saved view of a list.
    ViewId
    /// Something that is being written out of the store.
    ExportId
    /// Failures of one cause.
    ProblemId
    /// Something that was noted for the admin.
    ActivityId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_goes_backwards_and_keeps_the_relay_number() {
        let ids = Ids::new(7, 0);
        let mut last = 0;
        for i in 0..20_000_i64 {
            // The clock stands still, jumps ahead and is set back an hour.
            let now = Timestamp(
                1_790_000_000_000
                    + if i < 9_000 {
                        0
                    } else if i < 10_000 {
                        5
                    } else {
                        -3_600_000
                    },
            );
            let id: ExchangeId = ids.next(now);
            assert!(id.0 > last, "identifier {i} is not greater than the one before");
            assert_eq!((id.0 >> SEQUENCE_BITS) & 255, 7, "identifier {i} lost the relay's number");
            last = id.0;
        }
    }

    #[test]
    fn those_for_what_was_missed_lie_between_two_runs() {
        let (before, start) = (Timestamp(1_790_000_000_000), Timestamp(1_790_000_000_002));
        let last = Ids::new(3, 0).next::<ExchangeId>(before).0;
        let ids = Ids::beginning(3, last, start);
        let mut earlier = vec![last];
        while let Some(ExchangeId(id)) = ids.earlier() {
            assert_eq!((id >> SEQUENCE_BITS) & 255, 3);
            assert!(ids.is_earlier(id));
            earlier.push(id);
        }
        assert!(earlier.is_sorted_by(|one, next| one < next) && earlier.len() > 8_000, "{}", earlier.len());
        // Also when the clock is set back at once.
        for now in [before, start] {
            let ExchangeId(id) = ids.next(now);
            assert!(id > *earlier.last().unwrap() && !ids.is_earlier(id));
        }
        let set_back = Ids::beginning(3, last, Timestamp(before.0 - 60_000));
        assert!(set_back.earlier::<ExchangeId>().is_none(), "there is no room");
        assert!(set_back.next::<ExchangeId>(before).0 > last);
    }

    #[test]
    fn text_form_round_trips_and_sorts() {
        let (small, large) = (ExchangeId(41), ExchangeId((1 << 62) + 3));
        assert_eq!(large.to_string().parse::<ExchangeId>().unwrap(), large);
        assert!(small.to_string() < large.to_string());
        assert!("nonsense".parse::<ExchangeId>().is_err());
    }
}
