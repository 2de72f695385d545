//! Shared parts of the tests: a relay in a process of its own, an endpoint that does as it is told, platforms that send.
//!
//! Tests see the program as its users do, over HTTP and its data folder; nothing here reaches into the engine. Whatever waits here waits
//! for a condition, and gives up only after [`PATIENCE`], which no test on a working program comes near.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`relay`] | `switchboard-server` as a child process, its commands and its live rows |
//! | [`endpoint`] | the admin's own program: answers, hangs, cuts the connection, keeps what it got |
//! | [`platforms`] | requests as ELMA365, Chatwoot and Userlike send them |
//! | [`practice`] | whole practice platforms, and the relay's channels at them |
//! | [`client`] | plain HTTP |
//! | [`desktop`] | a session bus with a tray and notifications, and the window as the desktop sees it |
//! | [`webdriver`] | the real window, driven from outside |

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's parts fail by panicking, which fails the test"
)]

pub mod client;
pub mod desktop;
pub mod endpoint;
pub mod platforms;
pub mod practice;
pub mod relay;
pub mod webdriver;

use std::time::Duration;

/// How long anything is waited for before the test fails and says what did not happen.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Asks again and again until there is an answer; `what` is said when there never is one.
pub async fn eventually<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let asking = async {
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    match tokio::time::timeout(PATIENCE, asking).await {
        Ok(answer) => answer,
        Err(_) => panic!("never happened: {what}"),
    }
}

/// Waits for something that must happen; `what` is said when it never does.
pub async fn happens<T>(what: &str, event: impl Future<Output = T>) -> T {
    match tokio::time::timeout(PATIENCE, event).await {
        Ok(result) => result,
        Err(_) => panic!("never happened: {what}"),
    }
}

/// Numbers that look random and are the same in every run with the same seed, so that a failure can be repeated.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// The seed is that of the environment's `SWITCHBOARD_SEED`, else 1; it is printed.
    #[must_use]
    pub fn new() -> Self {
        let seed = std::env::var("SWITCHBOARD_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
        println!("seed {seed}; repeat with SWITCHBOARD_SEED={seed}");
        Self(seed)
    }

    /// A number from 0 to `below` - 1.
    pub fn roll(&mut self, below: u64) -> u64 {
        // SplitMix64: three lines, and good enough to choose moments and orders.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }
}

impl Default for Dice {
    fn default() -> Self {
        Self::new()
    }
}
