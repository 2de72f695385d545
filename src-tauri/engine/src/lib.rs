//! Everything Switchboard does, without a window.
//!
//! # Layout
//!
//! | module | what it is |
//! | --- | --- |
//! | [`domain`] | the words of the app as plain types; knows nothing else |
//! | [`platforms`] | what each platform says on the wire; pure: no sockets, no SQL, no clock |
//! | [`store`] | SQLite; the only SQL |
//! | [`engine`] | all of it put together, as hosts hold it |
//! | [`config`] | what it is started with and what it goes by |
//! | `intake` | the listener that platforms and endpoints call |
//! | `delivery` | lanes, schedule, client, breaker: everything that goes out |
//! | `bulk` | bulk sends: chosen, checked, frozen, sent |
//! | `backup` | backups: all that is kept in one file, and back |
//! | `files` | files of messages: kept, fetched, served |
//! | [`export`] | what is written out of the store: pure writers of formats, and a stream over its pages |
//! | `doctor` | "Test connection" |
//! | [`reach`] | the addresses the relay gives out |
//! | `problems` | what is wrong that no try shows, and what is over |
//! | [`practice`] | practice platforms and a practice endpoint over real HTTP |
//! | [`schema`] | what hosts send and get, as plain types; rows of the store have the same shape |
//! | [`strings`] | the words of the app, from the catalogue the UI shows |
//! | [`notices`] | which notifications the system is asked to show; pure |
//! | [`api`] | every command the app has, declared once |
//! | [`events`] | what happened: log line, counter and live row, written together |
//! | [`clock`], [`secret`], [`error`] | the time, what is never shown, and what went wrong: all stand on these |
//!
//! Direction: `domain ← schema, strings, platforms ← store ← intake, delivery, files ← bulk, doctor, export ← api ← window, server`. What runs
//! is handed an [`engine`], which puts the parts together and so is known to all from intake on.

pub mod api;
pub(crate) mod backup;
pub(crate) mod bulk;
pub mod clock;
pub mod config;
pub(crate) mod delivery;
pub(crate) mod doctor;
pub mod domain;
pub mod engine;
pub mod error;
pub mod events;
pub mod export;
pub(crate) mod files;
pub(crate) mod intake;
pub mod notices;
pub mod platforms;
pub mod practice;
pub(crate) mod problems;
pub mod reach;
pub mod schema;
pub mod secret;
pub mod store;
pub mod strings;
