//! The settings of the whole app.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Sentence;

/// Settings of the whole app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Address and port the relay listens on; takes effect at the next start, `restartNeeded` says so.
    pub listen: String,
    /// Base of the addresses given to platforms, with scheme; empty means none.
    pub public_url: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// `system`, `en`, `ru` or `de`.
    pub language: String,
    /// Waits before each further try, in ms, after the first one at once.
    #[ts(as = "Vec<f64>")]
    pub retry_schedule_ms: Vec<u64>,
    /// Each wait is lengthened or shortened by up to this share of itself.
    pub retry_jitter: f64,
    /// How long one try may take, in ms.
    #[ts(as = "f64")]
    pub timeout_ms: u64,
    /// How long a failing message holds back the later ones of its chat, in ms.
    #[ts(as = "f64")]
    pub hold_lane_ms: u64,
    /// Waits before the second and third try of a message the endpoint does not accept, in ms.
    #[ts(as = "Vec<f64>")]
    pub rejected_schedule_ms: Vec<u64>,
    /// Waits before each further try of an item of a bulk send, in ms.
    #[ts(as = "Vec<f64>")]
    pub bulk_schedule_ms: Vec<u64>,
    /// The breaker opens after this many failures in a row at one destination.
    pub breaker_after: u32,
    /// A stopped destination is probed this often, in ms.
    #[ts(as = "f64")]
    pub probe_ms: u64,
    /// Deliveries under way to one destination at once.
    pub concurrency: u32,
    /// `system`, `none`, or the address of a proxy.
    pub proxy: String,
    /// How long a sender may take to send a whole request, in ms.
    #[ts(as = "f64")]
    pub intake_timeout_ms: u64,
    /// Days the traffic log is kept, with its events and deliveries; 0 means for ever. What is still owed stays.
    pub keep_traffic_days: u32,
    /// Days the single tries are kept; 0 means as long as the log.
    pub keep_tries_days: u32,
    /// Days messages and conversations are kept; 0 means for ever.
    pub keep_conversations_days: u32,
    /// Hosts inside the network from which files may be fetched.
    pub file_hosts: Vec<String>,
    /// How long the address of a file works, in hours.
    pub file_address_hours: u32,
    /// What an operator writes to have a conversation sent to the endpoint; empty: nothing does.
    pub send_command: String,
}

impl Default for Settings {
    fn default() -> Self {
        const S: u64 = 1_000;
        const MIN: u64 = 60 * S;
        const H: u64 = 60 * MIN;
        Self {
            listen: "127.0.0.1:8787".to_owned(),
            public_url: String::new(),
            theme: "system".to_owned(),
            language: "system".to_owned(),
            retry_schedule_ms: vec![5 * S, 30 * S, 2 * MIN, 10 * MIN, 30 * MIN, H, 3 * H, 6 * H, 12 * H],
            retry_jitter: 0.2,
            timeout_ms: 30 * S,
            hold_lane_ms: 10 * MIN,
            rejected_schedule_ms: vec![5 * S, 30 * S],
            bulk_schedule_ms: vec![S, 5 * S, 20 * S],
            breaker_after: 10,
            probe_ms: 30 * S,
            concurrency: 16,
            proxy: "system".to_owned(),
            intake_timeout_ms: 30 * S,
            keep_traffic_days: 30,
            keep_tries_days: 0,
            keep_conversations_days: 0,
            file_hosts: Vec::new(),
            file_address_hours: 7 * 24,
            send_command: "$api".to_owned(),
        }
    }
}

/// Settings with what screens need to know about them.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsView {
    /// The settings.
    #[serde(flatten)]
    pub settings: Settings,
    /// True when `listen` was changed since the start.
    pub restart_needed: bool,
    /// What was put right or is worth a warning; only in the answer of update.
    pub notes: Vec<Sentence>,
}

/// Changes settings: absent fields are unchanged.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(type = "Partial<Settings>")]
pub struct SettingsUpdate(pub serde_json::Map<String, Value>);
