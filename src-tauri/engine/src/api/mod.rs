//! Every command the app has, declared once: name, request, answer.
//!
//! The list feeds the router, every host and the UI's TypeScript, so that none of them can know a command the others do not. Bodies of
//! the commands live in this folder's files by subject; they may call every other part of the engine and are called by hosts alone.
//!
//! | file | what it is |
//! | --- | --- |
//! | [`schema`] | what hosts send and get |
//! | [`bindings`] | the same as TypeScript |
//! | [`strings`] | the strings catalogue |
//! | [`sentences`] | what screens say in whole sentences; pure |
//! | `told` | what happened in a conversation, in sentences; pure |
//! | [`host`] | what every host does the same way: arguments, log, the engine started and ended |
//! | `recovery` | the commands about a data folder that does not open |
//! | [`stream`] | live rows in batches, for one listener |
//! | `status`, `channels`, `links`, `outbox`, `traffic`, `deliveries`, `settings`, `demo` | the commands |
//! | `customers` | the practice customer, and answering as an operator |
//! | `conversations`, `sending`, `pulls`, `bulk`, `exports` | the commands about conversations |
//! | `stats`, `flow` | what was counted of the traffic, and the map of it |
//! | `problems`, `remedies` | problems, what can be done about them, and the activity |
//! | `doctor`, `setup` | checks of a channel, and setting one up |
//! | `files` | files that are brought in at a screen |
//! | `desk` | pausing everything, and what a window asks besides the commands |
//! | `journey` | the journey of one message, step by step |
//! | `practising`, `again` | practising with a channel; an exchange sent again, changed |
//! | `keeping`, `backups`, `transfer`, `diagnostics` | the commands about what is kept, and taking it elsewhere |
//! | `document` | settings as a file; pure |
//! | `lately` | the last lines of the log |
//! | `change` | what a form's input makes of a channel; pure |
//! | `certificate` | what a certificate says; pure |
//! | `curl` | a request as a command line; pure |

mod again;
mod backups;
pub mod bindings;
mod bulk;
mod certificate;
mod change;
mod channels;
mod conversations;
mod curl;
mod customers;
mod deliveries;
mod demo;
mod desk;
mod diagnostics;
mod doctor;
mod document;
mod exports;
mod files;
mod flow;
pub mod host;
mod journey;
mod keeping;
pub(crate) mod lately;
mod links;
mod outbox;
mod practising;
mod problems;
mod pulls;
mod recovery;
mod remedies;
mod sending;
pub(crate) mod sentences;
mod settings;
mod setup;
mod stats;
mod status;
pub mod stream;
mod told;
mod traffic;
mod transfer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::domain::{Channel, ChannelId, Code, validate};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::export;
use crate::practice::{self, Practice};
use crate::reach;
use crate::schema::*;

/// Lists the commands: `visit!(name, method, Request, Answer)` once for each.
#[macro_export]
macro_rules! for_each_command {
    ($visit:ident) => {
        $visit! {
            "status.get" status_get(Nothing) -> Status;
            "channel.list" channel_list(Nothing) -> Vec<ChannelView>;
            "channel.get" channel_get(ChannelRef) -> ChannelView;
            "channel.create" channel_create(ChannelInput) -> ChannelView;
            "channel.update" channel_update(ChannelUpdate) -> ChannelView;
            "channel.delete" channel_delete(ChannelRef) -> Nothing;
            "channel.reorder" channel_reorder(ChannelOrder) -> Vec<ChannelView>;
            "channel.duplicate" channel_duplicate(ChannelRef) -> ChannelView;
            "channel.test" channel_test(ChannelRef) -> TestReport;
            "doctor.start" doctor_start(CheckupRequest) -> Checkup;
            "doctor.get" doctor_get(CheckupRef) -> Checkup;
            "doctor.stop" doctor_stop(CheckupRef) -> Nothing;
            "setup.look" setup_look(SetupLook) -> SetupLooked;
            "setup.certificate" setup_certificate(SetupLook) -> Option<SetupCertificate>;
            "setup.useInbox" setup_use_inbox(SetupUseInbox) -> ChannelView;
            "setup.createInbox" setup_create_inbox(SetupCreateInbox) -> ChannelView;
            "setup.webhook" setup_webhook(ChannelRef) -> SetupWebhook;
            "setup.applyWebhook" setup_apply_webhook(SetupApplyWebhook) -> SetupWebhook;
            "setup.list" setup_list(Nothing) -> Vec<Setup>;
            "setup.put" setup_put(SetupPut) -> Setup;
            "setup.done" setup_done(ChannelRef) -> Nothing;
            "channel.reveal" channel_reveal(SecretRef) -> Revealed;
            "channel.rotate" channel_rotate(SecretRef) -> Revealed;
            "event.names" event_names(Nothing) -> Vec<EventName>;
            "traffic.page" traffic_page(TrafficQuery) -> TrafficPage;
            "traffic.get" traffic_get(ExchangeRef) -> ExchangeDetail;
            "traffic.curl" traffic_curl(ExchangeRef) -> Text;
            "traffic.process" traffic_process(ProcessRequest) -> ExchangeDetail;
            "journey.get" journey_get(JourneyRef) -> Journey;
            "delivery.page" delivery_page(DeliveryQuery) -> DeliveryPage;
            "delivery.get" delivery_get(DeliveryRef) -> DeliveryView;
            "delivery.resend" delivery_resend(ResendRequest) -> Resent;
            "destination.list" destination_list(Nothing) -> Vec<DestinationStatus>;
            "destination.retry" destination_retry(DestinationRef) -> DestinationStatus;
            "settings.get" settings_get(Nothing) -> SettingsView;
            "settings.update" settings_update(SettingsUpdate) -> SettingsView;
            "channel.disconnect" channel_disconnect(ChannelRef) -> Nothing;
            "channel.catchUp" channel_catch_up(ChannelRef) -> Nothing;
            "link.list" link_list(Nothing) -> Vec<LinkView>;
            "link.create" link_create(LinkInput) -> LinkView;
            "link.update" link_update(LinkUpdate) -> LinkView;
            "link.delete" link_delete(LinkRef) -> Nothing;
            "outbox.kinds" outbox_kinds(Nothing) -> Vec<OutboxKind>;
            "customer.get" customer_get(CustomerRef) -> CustomerView;
            "customer.send" customer_send(CustomerSend) -> CustomerView;
            "customer.clear" customer_clear(CustomerRef) -> CustomerView;
            "conversation.reply" conversation_reply(ReplyRequest) -> Replied;
            "conversation.page" conversation_page(ConversationQuery) -> ConversationPage;
            "conversation.count" conversation_count(ConversationCountQuery) -> ConversationCount;
            "conversation.get" conversation_get(ConversationRef) -> ConversationDetail;
            "conversation.transcript" conversation_transcript(TranscriptQuery) -> TranscriptPage;
            "conversation.send" conversation_send(ConversationSend) -> ConversationsSent;
            "conversation.unflag" conversation_unflag(ConversationRefs) -> Nothing;
            "conversation.targets" conversation_targets(TargetsQuery) -> Vec<TargetView>;
            "contact.delete" contact_delete(ContactRef) -> ContactErased;
            "view.list" view_list(Nothing) -> Vec<SavedView>;
            "view.put" view_put(ViewInput) -> SavedView;
            "view.delete" view_delete(ViewRef) -> Nothing;
            "pull.start" pull_start(PullRequest) -> PullView;
            "pull.cancel" pull_cancel(ChannelRef) -> Nothing;
            "pull.list" pull_list(Nothing) -> Vec<PullView>;
            "bulk.list" bulk_list(Nothing) -> Vec<BulkView>;
            "bulk.get" bulk_get(BulkRef) -> BulkView;
            "bulk.preview" bulk_preview(BulkInput) -> BulkPreview;
            "bulk.create" bulk_create(BulkInput) -> BulkView;
            "bulk.pause" bulk_pause(BulkRef) -> BulkView;
            "bulk.resume" bulk_resume(BulkResume) -> BulkView;
            "bulk.cancel" bulk_cancel(BulkRef) -> BulkView;
            "bulk.retry" bulk_retry(BulkRef) -> BulkView;
            "bulk.items" bulk_items(BulkItemQuery) -> BulkItemPage;
            "export.create" export_create(ExportRequest) -> ExportView;
            "export.cancel" export_cancel(ExportRef) -> Nothing;
            "stats.series" stats_series(SeriesQuery) -> Series;
            "stats.totals" stats_totals(Nothing) -> Totals;
            "stats.strips" stats_strips(StripsQuery) -> Vec<Strip>;
            "flow.get" flow_get(FlowQuery) -> Flow;
            "flow.replay" flow_replay(ReplayQuery) -> Replay;
            "relay.pause" relay_pause(PauseRequest) -> Status;
            "relay.resume" relay_resume(Nothing) -> Status;
            "relay.owed" relay_owed(Nothing) -> Owed;
            "problem.list" problem_list(ProblemQuery) -> Vec<ProblemView>;
            "problem.get" problem_get(ProblemRef) -> ProblemDetail;
            "problem.acknowledge" problem_acknowledge(ProblemAcknowledge) -> ProblemView;
            "problem.remedy" problem_remedy(RemedyRequest) -> RemedyResult;
            "problem.report" problem_report(ProblemRef) -> Text;
            "activity.list" activity_list(ActivityQuery) -> ActivityPage;
            "activity.note" activity_note(ActivityNote) -> Nothing;
            "practice.endpoint.get" practice_endpoint_get(PracticeRef) -> PracticeEndpoint;
            "practice.endpoint.set" practice_endpoint_set(PracticeSet) -> PracticeEndpoint;
            "practice.endpoint.use" practice_endpoint_use(PracticeUse) -> PracticeEndpoint;
            "practice.samples" practice_samples(PracticeRef) -> Vec<PracticeSample>;
            "practice.send" practice_send(PracticeSend) -> PracticeSent;
            "traffic.draft" traffic_draft(ExchangeRef) -> Draft;
            "traffic.again" traffic_again(DraftSend) -> PracticeSent;
            "keeping.usage" keeping_usage(Nothing) -> Usage;
            "history.count" history_count(HistoryRequest) -> HistoryCount;
            "history.delete" history_delete(HistoryRequest) -> HistoryCount;
            "backup.list" backup_list(Nothing) -> Vec<BackupView>;
            "backup.create" backup_create(BackupRequest) -> ExportView;
            "backup.now" backup_now(Nothing) -> BackupView;
            "backup.inspect" backup_inspect(BackupRef) -> BackupInspected;
            "backup.restore" backup_restore(BackupRef) -> Restored;
            "backup.callOff" backup_call_off(Nothing) -> Nothing;
            "backup.daily" backup_daily(Nothing) -> DailyBackup;
            "backup.delete" backup_delete(BackupRef) -> Nothing;
            "transfer.export" transfer_export(TransferRequest) -> ExportView;
            "transfer.preview" transfer_preview(TransferInput) -> TransferPreview;
            "transfer.apply" transfer_apply(TransferInput) -> TransferDone;
            "transfer.undoing" transfer_undoing(Nothing) -> TransferUndoing;
            "transfer.undo" transfer_undo(TransferUndo) -> TransferUndone;
            "diagnostics.get" diagnostics_get(Nothing) -> Diagnostics;
            "diagnostics.save" diagnostics_save(DiagnosticsRef) -> ExportView;
            "relay.advice" relay_advice(Nothing) -> PortAdvice;
            "relay.usePort" relay_use_port(PortChoice) -> SettingsView;
            "demo.start" demo_start(Nothing) -> Status;
            "demo.stop" demo_stop(Nothing) -> Status;
        }
    };
}

/// Lists the commands of a host, in the same way: they are there while the engine is not.
#[macro_export]
macro_rules! for_each_host_command {
    ($visit:ident) => {
        $visit! {
            "recovery.get" recovery_get(Nothing) -> Option<Recovery>;
            "recovery.retry" recovery_retry(Nothing) -> Nothing;
            "recovery.restore" recovery_restore(BackupRef) -> Mended;
            "recovery.rescue" recovery_rescue(Nothing) -> Mended;
            "recovery.fresh" recovery_fresh(Nothing) -> Mended;
            "relay.restart" relay_restart(Nothing) -> Nothing;
        }
    };
}

/// The engine as hosts see it: commands by name, and a stream of live rows.
#[derive(Debug)]
pub struct Api {
    engine: Arc<Engine>,
    demo: tokio::sync::Mutex<Option<Practice>>,
    /// Practice endpoints of channels.
    practice: Arc<practice::own::Endpoints>,
    /// Tickets of what is written out.
    exports: Arc<export::Desk>,
    /// Whether somebody watches the map.
    watched: flow::Watched,
    /// The report that was shown last: what is saved is what was seen.
    report: std::sync::Mutex<Option<Diagnostics>>,
    /// What the last import of settings did.
    imported: tokio::sync::Mutex<Option<transfer::Imported>>,
    /// What was made ready in this run to be restored: the next start takes it up, so none is older.
    restore_ready: tokio::sync::Mutex<Option<RestoreReady>>,
    data_folder: PathBuf,
    /// The listen address in the settings when the engine started.
    listen_at_start: String,
    /// Ends what runs in the background for the hosts.
    ending: CancellationToken,
}

macro_rules! router {
    ($($name:literal $method:ident($request:ty) -> $answer:ty;)*) => {
        /// The name of every command, in the order they are declared.
        pub const COMMANDS: &[&str] = &[$($name),*];

        impl Api {
            /// Runs a command. Errors: ID-05 for an unknown name, DATA-02 with the field for a payload that cannot be read, and
            /// whatever the command says.
            pub async fn call(&self, name: &str, payload: Value) -> Result<Value> {
                match name {
                    $($name => {
                        let request: $request = read(payload)?;
                        // Boxed, so that the future of one command does not carry the sizes of all.
                        let answer: $answer = Box::pin(self.$method(request)).await?;
                        serde_json::to_value(answer).map_err(|error| Error::unexpected($name, &error))
                    })*
                    _ => Err(Error::with(Code::Id05, [("command", name)])),
                }
            }
        }
    };
}
for_each_command!(router);

macro_rules! host_router {
    ($($name:literal $method:ident($request:ty) -> $answer:ty;)*) => {
        /// The name of every command of a host.
        pub const HOST_COMMANDS: &[&str] = &[$($name),*];

        impl host::Host {
            /// Runs a command that needs no engine. Errors: see [`Api::call`].
            async fn call_own(self: &Arc<Self>, name: &str, payload: Value) -> Result<Value> {
                match name {
                    $($name => {
                        let request: $request = read(payload)?;
                        let answer: $answer = Box::pin(self.$method(request)).await?;
                        serde_json::to_value(answer).map_err(|error| Error::unexpected($name, &error))
                    })*
                    _ => Err(Error::with(Code::Id05, [("command", name)])),
                }
            }
        }
    };
}
for_each_host_command!(host_router);

impl Api {
    /// The surface of a running engine on that data folder. Live status rows are announced from now on, while anybody listens. Needs
    /// a runtime.
    #[must_use]
    pub fn new(engine: Arc<Engine>, data_folder: &Path) -> Arc<Self> {
        let api = Arc::new(Self {
            listen_at_start: engine.settings().listen.clone(),
            engine,
            demo: tokio::sync::Mutex::default(),
            practice: Arc::default(),
            exports: Arc::default(),
            watched: flow::Watched::default(),
            report: std::sync::Mutex::default(),
            imported: tokio::sync::Mutex::default(),
            restore_ready: tokio::sync::Mutex::default(),
            data_folder: data_folder.to_owned(),
            ending: CancellationToken::new(),
        });
        let (engine, endpoints) = (Arc::clone(&api.engine), Arc::clone(&api.practice));
        tokio::spawn(async move {
            if let Err(error) = endpoints.resume(&engine).await {
                tracing::warn!(%error, "Practice endpoints do not run again.");
            }
        });
        tokio::spawn(status::announce(Arc::downgrade(&api), api.ending.clone()));
        tokio::spawn(flow::announce(Arc::downgrade(&api), api.ending.clone()));
        tokio::spawn(problems::announce(Arc::downgrade(&api), api.ending.clone()));
        api
    }

    /// Live rows from now on.
    #[must_use]
    pub fn stream(&self) -> stream::Stream {
        stream::Stream::new(self.engine.bus.listen(), self.ending.clone())
    }

    /// Where this computer reaches the relay, or would if the relay could listen.
    #[must_use]
    pub fn relay_url(&self) -> String {
        reach::base("", self.engine.relay_addr(), &self.engine.settings().listen)
    }

    /// Ends every stream, the demo and the engine.
    pub async fn stop(&self) {
        self.ending.cancel();
        self.demo_halt().await;
        self.engine.stop().await;
    }

    fn channel(&self, id: ChannelId) -> Result<Arc<Channel>> {
        self.engine
            .channels()
            .iter()
            .find(|channel| channel.id == id)
            .cloned()
            .ok_or_else(|| Error::new(Code::Id05))
    }
}

/// Reads a payload. None at all is the same as an empty one.
fn read<T: DeserializeOwned>(payload: Value) -> Result<T> {
    let payload = if payload.is_null() { Value::Object(serde_json::Map::new()) } else { payload };
    serde_path_to_error::deserialize(payload).map_err(|error| validate::bad_field(&field_of(&error)))
}

/// The field an error is about: the path to it, with the name of what is missing there.
fn field_of<E: std::fmt::Display>(error: &serde_path_to_error::Error<E>) -> String {
    let text = error.inner().to_string();
    let named = ["missing field `", "unknown field `", "unreadable field `"]
        .iter()
        .find_map(|start| text.split_once(start)?.1.split_once('`').map(|(name, _)| name.to_owned()));
    let path = error.path().to_string();
    match (path.as_str(), named) {
        (".", None) => "payload".to_owned(),
        (".", Some(name)) => name,
        (path, Some(name)) if !path.ends_with(&name) => format!("{path}.{name}"),
        (path, _) => path.to_owned(),
    }
}

/// A new channel, for tests of other parts.
#[cfg(test)]
pub(crate) fn fresh_channel(id: ChannelId, platform: crate::domain::Platform) -> Channel {
    channels::fresh(id, platform, None, crate::domain::Timestamp(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_that_cannot_be_read_names_the_field() {
        let field = |error: Error| (error.code, error.params["field"].clone());
        let wrong =
            read::<TrafficQuery>(serde_json::json!({"filter": {"direction": "sideways"}})).unwrap_err();
        assert_eq!(field(wrong), (Code::Data02, "filter.direction".to_owned()));
        assert_eq!(field(read::<ChannelRef>(Value::Null).unwrap_err()).1, "id");
        let wrong =
            read::<ChannelUpdate>(serde_json::json!({"id": ChannelId(1), "options": {"accountId": "x"}}))
                .unwrap_err();
        assert_eq!(field(wrong).1, "options.accountId");
        assert_eq!(field(read::<Nothing>(Value::Bool(true)).unwrap_err()).1, "payload");
    }

    #[test]
    fn an_absent_payload_is_an_empty_one() {
        assert!(read::<TrafficQuery>(Value::Null).is_ok());
        assert!(read::<Nothing>(Value::Null).is_ok());
    }
}
