//! The relay over real sockets: one program for all of them, so that it is linked once. `e2e_` files tell what must hold, `regress_` files
//! name a bug that was, `practice_` files keep the practice platforms honest.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod e2e_backup;
mod e2e_bulk;
mod e2e_catalogue;
mod e2e_catch_up;
mod e2e_channels;
mod e2e_chatwoot;
mod e2e_conversations;
mod e2e_crash;
mod e2e_delivery;
mod e2e_demo;
mod e2e_dialogues_chatwoot;
mod e2e_dialogues_elma365;
mod e2e_dialogues_links;
mod e2e_durability;
mod e2e_elma365;
mod e2e_exports;
mod e2e_files;
mod e2e_history;
mod e2e_hosts;
mod e2e_import;
mod e2e_intake;
mod e2e_journey;
mod e2e_keychain;
mod e2e_lanes;
mod e2e_ledger;
mod e2e_links;
mod e2e_machine;
mod e2e_outbox;
mod e2e_pause;
mod e2e_platform_delivery;
mod e2e_platforms;
mod e2e_practice;
mod e2e_privacy;
mod e2e_problems;
mod e2e_pull;
mod e2e_recovery;
mod e2e_remedies;
mod e2e_screen;
mod e2e_secrets;
mod e2e_setup;
mod e2e_snapshots;
mod e2e_stats;
mod e2e_tls;
mod e2e_transfer;
mod e2e_userlike;
mod practice_servers;

use serde_json::{Value, json};
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::relay::{Channel, Relay};

/// A relay that retries soon, an endpoint that takes everything, and a Chatwoot channel between them.
async fn chatwoot() -> (Relay, Endpoint, Channel) {
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    let channel = chatwoot_to(&relay, &endpoint.url).await;
    (relay, endpoint, channel)
}

/// A Chatwoot channel whose endpoint is there.
async fn chatwoot_to(relay: &Relay, endpoint: &str) -> Channel {
    relay.channel(json!({ "name": "Support", "platform": "chatwoot", "callbackUrl": endpoint })).await
}

/// Another channel to the same endpoint.
async fn chatwoot_to_named(relay: &Relay, like: &Channel, name: &str) -> Channel {
    let callback = like.view["callbackUrl"].clone();
    relay.channel(json!({ "name": name, "platform": "chatwoot", "callbackUrl": callback })).await
}

/// The words of every message the endpoint got, in order.
fn texts(received: &[switchboard_tests::endpoint::Received]) -> Vec<String> {
    received.iter().map(switchboard_tests::endpoint::Received::text).collect()
}

/// A schedule that ends after no test.
fn again_every(ms: u64) -> Vec<u64> {
    vec![ms; 50]
}

/// Changes settings.
async fn set(relay: &Relay, settings: Value) {
    relay.call("settings.update", settings).await;
}
