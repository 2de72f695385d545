//! Who listens to live rows, and when they stop.
//!
//! A webview that is left open for weeks must not gather listeners it has forgotten: a subscription ends when the page says so, when it
//! loads anew, when its window goes, and when sending to it fails. Knows nothing of Tauri: a sink is a function.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use switchboard_engine::api::stream::Stream;
use tokio_util::sync::CancellationToken;

/// Every live subscription.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subscriptions {
    all: Arc<Mutex<All>>,
}

#[derive(Debug, Default)]
struct All {
    open: HashMap<u32, Subscription>,
    last: u32,
    /// How often each window's page was replaced.
    pages: HashMap<String, u32>,
}

#[derive(Debug)]
struct Subscription {
    page: Page,
    ending: CancellationToken,
}

/// One page of a window, until the window shows another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    window: String,
    number: u32,
}

impl Subscriptions {
    /// The page a window shows now.
    pub(crate) fn page(&self, window: &str) -> Page {
        Page { window: window.to_owned(), number: self.all().pages.get(window).copied().unwrap_or(0) }
    }

    /// Carries rows into the sink of a page until the subscription ends or the sink gives up. Answers the handle to end it by; none when
    /// the page is gone, as it may be when the engine took its time to start.
    pub(crate) fn open(
        &self,
        page: Page,
        mut rows: Stream,
        mut sink: impl FnMut(String) -> bool + Send + 'static,
    ) -> Option<u32> {
        let ending = CancellationToken::new();
        let id = {
            let mut all = self.all();
            if all.pages.get(&page.window).copied().unwrap_or(0) != page.number {
                return None;
            }
            all.last = all.last.wrapping_add(1);
            let id = all.last;
            all.open.insert(id, Subscription { page, ending: ending.clone() });
            tracing::debug!(id, open = all.open.len(), "The page listens.");
            id
        };
        let subscriptions = self.clone();
        tokio::spawn(async move {
            loop {
                let batch = tokio::select! {
                    () = ending.cancelled() => break,
                    batch = rows.next() => batch,
                };
                if !batch.is_some_and(&mut sink) {
                    break;
                }
            }
            subscriptions.close(id);
        });
        Some(id)
    }

    /// Ends one; nothing happens when it has ended.
    pub(crate) fn close(&self, id: u32) {
        if let Some(subscription) = self.all().open.remove(&id) {
            subscription.ending.cancel();
        }
    }

    /// A window's page is gone: ends all of it, and whatever it still asks for comes to nothing.
    pub(crate) fn close_page(&self, window: &str) {
        *self.all().pages.entry(window.to_owned()).or_default() += 1;
        self.close_where(|subscription| subscription.page.window == window);
    }

    /// Ends all of every window.
    pub(crate) fn close_all(&self) {
        self.close_where(|_| true);
    }

    fn close_where(&self, which: impl Fn(&Subscription) -> bool) {
        self.all().open.retain(|_, subscription| {
            let ends = which(subscription);
            if ends {
                subscription.ending.cancel();
            }
            !ends
        });
    }

    fn all(&self) -> MutexGuard<'_, All> {
        // What it holds is whole at every moment, so a panic elsewhere spoils nothing.
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use switchboard_engine::domain::ChannelId;
    use switchboard_engine::events::{Bus, Live};
    use tokio::sync::mpsc;

    use super::*;

    fn count(subscriptions: &Subscriptions) -> usize {
        subscriptions.all().open.len()
    }

    fn open(
        subscriptions: &Subscriptions,
        bus: &Bus,
        window: &str,
    ) -> (u32, mpsc::UnboundedReceiver<String>) {
        let (sender, receiver) = mpsc::unbounded_channel();
        let page = subscriptions.page(window);
        let id = subscriptions.open(page, Stream::of(bus), move |batch| sender.send(batch).is_ok());
        (id.expect("the page is there"), receiver)
    }

    /// Every receiver was told that nothing comes any more, so every task has let its stream go.
    async fn ended(receivers: Vec<mpsc::UnboundedReceiver<String>>) {
        for mut receiver in receivers {
            while receiver.recv().await.is_some() {}
        }
    }

    #[tokio::test]
    async fn rows_reach_the_sink() {
        let (bus, subscriptions) = (Bus::default(), Subscriptions::default());
        let (_, mut receiver) = open(&subscriptions, &bus, "main");
        bus.announce(|| Live::Channel(ChannelId(1)));
        assert!(receiver.recv().await.expect("a batch").contains("\"type\":\"channel\""));
    }

    #[tokio::test]
    async fn a_hundred_changes_of_the_page_leave_no_listener_behind() {
        let (bus, subscriptions) = (Bus::default(), Subscriptions::default());
        let mut receivers = Vec::new();
        for _ in 0..100 {
            // The page loads anew without a word about what it listened to.
            subscriptions.close_page("main");
            for _ in 0..3 {
                receivers.push(open(&subscriptions, &bus, "main").1);
            }
        }
        assert_eq!(count(&subscriptions), 3, "only the last page's are left");
        subscriptions.close_page("main");
        ended(receivers).await;
        assert_eq!((count(&subscriptions), bus.listeners()), (0, 0));
    }

    #[tokio::test]
    async fn one_window_closes_only_its_own() {
        let (bus, subscriptions) = (Bus::default(), Subscriptions::default());
        let (first, one) = open(&subscriptions, &bus, "main");
        let (_, two) = open(&subscriptions, &bus, "main");
        let (_, other) = open(&subscriptions, &bus, "other");
        subscriptions.close(first);
        subscriptions.close(first);
        assert_eq!(count(&subscriptions), 2);
        subscriptions.close_page("main");
        assert_eq!(count(&subscriptions), 1);
        subscriptions.close_all();
        ended(vec![one, two, other]).await;
        assert_eq!((count(&subscriptions), bus.listeners()), (0, 0));
    }

    #[tokio::test]
    async fn a_page_that_is_gone_gets_nothing_any_more() {
        let (bus, subscriptions) = (Bus::default(), Subscriptions::default());
        let page = subscriptions.page("main");
        subscriptions.close_page("main");
        assert_eq!(subscriptions.open(page, Stream::of(&bus), |_| true), None);
        assert_eq!((count(&subscriptions), bus.listeners()), (0, 0));
    }

    #[tokio::test]
    async fn a_sink_that_gives_up_ends_its_subscription() {
        let (bus, subscriptions) = (Bus::default(), Subscriptions::default());
        let (gone, mut went) = mpsc::unbounded_channel::<()>();
        subscriptions.open(subscriptions.page("main"), Stream::of(&bus), move |_| {
            let _still_here = &gone;
            false
        });
        bus.announce(|| Live::Channel(ChannelId(1)));
        assert!(went.recv().await.is_none(), "the sink was dropped");
        while bus.listeners() > 0 || count(&subscriptions) > 0 {
            tokio::task::yield_now().await;
        }
    }
}
