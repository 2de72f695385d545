//! How a practice Chatwoot behaves.

use std::time::Duration;

/// How the server behaves; every switch may be turned while it runs.
#[derive(Clone, Debug)]
pub struct Switches {
    /// A server made of 4.2, as OneHash Chat is: nothing signed, no `account` in conversations, less in its answers.
    pub old: bool,
    /// A proxy before it drops headers with underscores in their names.
    pub drops_underscores: bool,
    /// It forgets the `source_id` of messages.
    pub drops_source_id: bool,
    /// Webhooks that follow from a request are sent before the request is answered.
    pub tells_first: bool,
    /// Every webhook comes twice, with two delivery ids.
    pub tells_twice: bool,
    /// The account is suspended.
    pub suspended: bool,
    /// How long a webhook's answer is waited for.
    pub patience: Duration,
    /// Conversations of a page.
    pub page: usize,
    /// How much it takes.
    pub limits: Limits,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            old: false,
            drops_underscores: false,
            drops_source_id: false,
            tells_first: false,
            tells_twice: false,
            suspended: false,
            patience: Duration::from_secs(5),
            page: 25,
            limits: Limits::default(),
        }
    }
}

/// How much it takes in a minute.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Requests.
    pub requests: u32,
    /// Searches for contacts.
    pub searches: u32,
    /// Messages of one conversation.
    pub messages: usize,
    /// How long a minute is: tests have no patience.
    pub minute: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { requests: 3_000, searches: 100, messages: 200, minute: Duration::from_secs(60) }
    }
}

impl Limits {
    /// How long a minute is, in ms.
    pub(super) fn minute_ms(&self) -> i64 {
        i64::try_from(self.minute.as_millis()).unwrap_or(i64::MAX).max(1)
    }
}
