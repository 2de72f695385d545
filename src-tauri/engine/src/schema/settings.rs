//! The settings of the whole app.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{Direction, Sentence};
use crate::domain::{ChannelId, Privacy, State};

/// Settings of the whole app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Address and port the relay listens on. It moves there as soon as it can have it, unless another one was said at the start.
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
    /// The most that the log and the files may take on the disk, in MB: beyond it the oldest goes. 0 means no limit. What is still owed
    /// stays.
    pub keep_traffic_mb: u32,
    /// How much is kept of what was said once it has arrived; for what comes from now on.
    pub privacy: Privacy,
    /// The same for single channels, where it differs.
    #[ts(as = "std::collections::BTreeMap<String, Privacy>")]
    pub privacy_of: std::collections::BTreeMap<ChannelId, Privacy>,
    /// A backup is made every day.
    pub backup_daily: bool,
    /// So many of those backups are kept.
    pub backup_keep: u32,
    /// The folder for them; empty: `backups` in the data folder.
    pub backup_folder: String,
    /// Hosts inside the network from which files may be fetched.
    pub file_hosts: Vec<String>,
    /// How long the address of a file works, in hours.
    pub file_address_hours: u32,
    /// What an operator writes to have a conversation sent to the endpoint; empty: nothing does.
    pub send_command: String,
    /// What closing the window does: `ask`, `tray` (go on in the background) or `quit`.
    pub close_to: String,
    /// Started with the computer, the window stays hidden.
    pub start_hidden: bool,
    /// How large everything in the window is, in percent.
    pub zoom: u32,
    /// What the system is asked to show: `all`, `problems` or `none`.
    pub notifications: String,
    /// Once a day is told what the day before brought.
    pub daily_digest: bool,
    /// From this minute of this computer's day on no notification is shown.
    pub quiet_from: u32,
    /// Until this one; the same as the other: they are shown at all times.
    pub quiet_to: u32,
    /// The window is drawn in the way that works everywhere; takes effect at the next start.
    pub safe_graphics: bool,
    /// Keys that the admin gave to actions of the screens, by the action's name; an empty one takes the key away. Screens know the rest.
    pub shortcuts: BTreeMap<String, String>,
    /// Keys without Ctrl or Alt act, in a list that has the focus.
    pub single_keys: bool,
    /// Channels in the order the admin gave them; those that are not named come after them, the oldest first.
    pub channel_order: Vec<ChannelId>,
    /// Views of the traffic log that were saved.
    pub traffic_views: Vec<TrafficView>,
}

/// What narrows the traffic log, under a name. Of its days either are counted from the day it is looked at, or stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TrafficView {
    /// What the admin calls it.
    pub name: String,
    /// In or out.
    pub direction: Option<Direction>,
    /// One channel.
    pub channel: Option<ChannelId>,
    /// One state.
    pub state: Option<State>,
    /// Words in text, names, ids, addresses.
    pub text: Option<String>,
    /// Only of today.
    pub today: bool,
    /// Only of the last so many days, today among them.
    pub days: Option<u32>,
    /// Only from this day on, by the computer's clock: `2026-11-20`.
    pub from: Option<String>,
    /// Only up to this day, with it.
    pub to: Option<String>,
    /// Only requests to addresses no channel has.
    pub unclaimed: bool,
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
            keep_traffic_mb: 0,
            privacy: Privacy::Full,
            privacy_of: std::collections::BTreeMap::new(),
            backup_daily: true,
            backup_keep: 3,
            backup_folder: String::new(),
            file_hosts: Vec::new(),
            file_address_hours: 7 * 24,
            send_command: "$api".to_owned(),
            close_to: "ask".to_owned(),
            start_hidden: false,
            zoom: 100,
            notifications: "all".to_owned(),
            daily_digest: false,
            quiet_from: 0,
            quiet_to: 0,
            safe_graphics: false,
            shortcuts: BTreeMap::new(),
            single_keys: true,
            channel_order: Vec::new(),
            traffic_views: Vec::new(),
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
    /// True when `listen` was changed and is not gone by, because another address was said at the start.
    pub restart_needed: bool,
    /// What was put right or is worth a warning; only in the answer of update.
    pub notes: Vec<Sentence>,
}

/// Changes settings: absent fields are unchanged.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(type = "Partial<Settings>")]
pub struct SettingsUpdate(pub serde_json::Map<String, Value>);
