//! Live rows in batches, for one listener: few messages instead of many, none of them large.
//!
//! A webview keeps what is pushed to it in one piece above some 64 KiB, and pays for every message; so rows are gathered for a moment.

use std::fmt::Write as _;
use std::time::Duration;

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::events::Numbered;

/// The largest batch, in bytes of JSON; only a single row may exceed it.
pub const LARGEST: usize = 64 * 1024;
const GATHER: Duration = Duration::from_millis(60);
/// A batch without rows tells the listener that the stream lives, and tells the host that the listener does.
const HEARTBEAT: Duration = Duration::from_secs(10);
/// What surrounds the rows.
const FRAME: usize = 64;

/// One listener's live rows.
#[derive(Debug)]
pub struct Stream {
    rows: broadcast::Receiver<Numbered>,
    ending: CancellationToken,
    /// A row that no longer fitted into the batch before.
    left: Option<String>,
    heartbeat: Duration,
}

impl Stream {
    /// A bus's live rows, until the bus ends.
    #[must_use]
    pub fn of(bus: &crate::events::Bus) -> Self {
        Self::new(bus.listen(), CancellationToken::new())
    }

    pub(super) fn new(rows: broadcast::Receiver<Numbered>, ending: CancellationToken) -> Self {
        Self { rows, ending, left: None, heartbeat: HEARTBEAT }
    }

    /// The next batch as JSON text (see [`Batch`](crate::schema::Batch)); none when the engine ends. May be dropped and called again:
    /// at worst that loses the rows of one batch, as the numbers in the next will show.
    pub async fn next(&mut self) -> Option<String> {
        let ending = self.ending.clone();
        tokio::select! {
            () = ending.cancelled() => None,
            batch = self.gather() => batch,
        }
    }

    async fn gather(&mut self) -> Option<String> {
        let mut batch = Text::default();
        if let Some(row) = self.left.take() {
            batch.push(&row);
        }
        let deadline = if batch.is_empty() {
            match timeout(self.heartbeat, self.rows.recv()).await {
                Err(_) => return Some(batch.finish()),
                Ok(received) => batch.take(received)?,
            };
            Instant::now() + GATHER
        } else {
            Instant::now()
        };
        loop {
            let received = match self.rows.try_recv() {
                Ok(row) => Ok(row),
                Err(broadcast::error::TryRecvError::Lagged(lost)) => Err(RecvError::Lagged(lost)),
                Err(broadcast::error::TryRecvError::Closed) => Err(RecvError::Closed),
                Err(broadcast::error::TryRecvError::Empty) => {
                    match timeout_at(deadline, self.rows.recv()).await {
                        Ok(received) => received,
                        Err(_) => return Some(batch.finish()),
                    }
                }
            };
            match received {
                Err(RecvError::Closed) => return Some(batch.finish()),
                Err(RecvError::Lagged(lost)) => batch.dropped += lost,
                Ok(row) => {
                    let row = to_text(&row);
                    if !batch.fits(&row) {
                        self.left = Some(row);
                        return Some(batch.finish());
                    }
                    batch.push(&row);
                }
            }
        }
    }
}

fn to_text(row: &Numbered) -> String {
    // Our own types always serialise; a row that did not would be one that is missing.
    serde_json::to_string(row).unwrap_or_default()
}

/// A batch in the making.
#[derive(Debug, Default)]
struct Text {
    rows: String,
    dropped: u64,
}

impl Text {
    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn fits(&self, row: &str) -> bool {
        self.is_empty() || self.rows.len() + row.len() + FRAME < LARGEST
    }

    fn push(&mut self, row: &str) {
        if row.is_empty() {
            return;
        }
        if !self.is_empty() {
            self.rows.push(',');
        }
        self.rows.push_str(row);
    }

    /// Takes the first thing that came; none when nothing will come any more.
    fn take(&mut self, received: Result<Numbered, RecvError>) -> Option<()> {
        match received {
            Ok(row) => self.push(&to_text(&row)),
            Err(RecvError::Lagged(lost)) => self.dropped += lost,
            Err(RecvError::Closed) => return None,
        }
        Some(())
    }

    fn finish(self) -> String {
        let mut text = String::with_capacity(self.rows.len() + FRAME);
        let _ = write!(text, "{{\"rows\":[{}],\"dropped\":{}}}", self.rows, self.dropped);
        text
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::domain::ChannelId;
    use crate::events::{Bus, Live};

    fn stream(bus: &Bus) -> Stream {
        Stream::of(bus)
    }

    async fn batch(stream: &mut Stream) -> Value {
        serde_json::from_str(&stream.next().await.expect("a batch")).expect("JSON")
    }

    #[tokio::test]
    async fn rows_of_one_moment_come_together_and_in_order() {
        let bus = Bus::default();
        let mut stream = stream(&bus);
        for i in 0..3 {
            bus.announce(|| Live::Channel(ChannelId(i)));
        }
        let batch = batch(&mut stream).await;
        let numbers: Vec<_> =
            batch["rows"].as_array().unwrap().iter().map(|row| row["seq"].as_u64().unwrap()).collect();
        assert_eq!((numbers, &batch["dropped"]), (vec![1, 2, 3], &Value::from(0)));
    }

    #[tokio::test]
    async fn no_batch_is_larger_than_a_webview_forgets() {
        let bus = Bus::default();
        let mut stream = stream(&bus);
        let status = crate::api::status::tests::status("x".repeat(10_000));
        for _ in 0..30 {
            bus.announce(|| Live::Status(Box::new(status.clone())));
        }
        let mut seen = 0;
        while seen < 30 {
            let text = stream.next().await.expect("a batch");
            assert!(text.len() <= LARGEST, "{} bytes at once", text.len());
            seen += serde_json::from_str::<Value>(&text).unwrap()["rows"].as_array().unwrap().len();
        }
        assert_eq!(seen, 30, "every row comes once");
    }

    #[tokio::test]
    async fn a_listener_that_falls_behind_is_told_how_much_it_lost() {
        let bus = Bus::default();
        let mut stream = stream(&bus);
        for i in 0..3_000 {
            bus.announce(|| Live::Channel(ChannelId(i)));
        }
        let batch = batch(&mut stream).await;
        let rows = batch["rows"].as_array().unwrap();
        assert_eq!(batch["dropped"].as_u64().unwrap() + 1, rows[0]["seq"].as_u64().unwrap());
    }

    #[tokio::test]
    async fn silence_is_broken_by_signs_of_life_and_ends_with_the_engine() {
        let bus = Bus::default();
        let mut stream = stream(&bus);
        stream.heartbeat = Duration::from_millis(1);
        assert_eq!(batch(&mut stream).await, serde_json::json!({"rows": [], "dropped": 0}));
        stream.ending.cancel();
        assert!(stream.next().await.is_none());
    }
}
