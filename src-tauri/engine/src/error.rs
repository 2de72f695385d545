//! The one error type: a stable code, a sentence an admin can act on, and a hint.
//!
//! Hosts serialise it as it is; the UI decides by code and may render the sentence in another language from `params`. The cause chain
//! stays in the log and never travels.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::{Channel, Code, address};

/// `{code, message, hint, params}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Error {
    /// What kind of trouble.
    pub code: Code,
    /// The sentence, in English.
    pub message: String,
    /// What to do about it, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub hint: Option<String>,
    /// What the sentence was filled with, for other languages. Never a secret.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub params: BTreeMap<String, String>,
}

/// What fallible parts of the engine return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of that kind, with the catalogue's English sentence and hint.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self::with(code, [])
    }

    /// The same, with the sentence's blanks filled in.
    #[must_use]
    pub fn with<const N: usize>(code: Code, params: [(&str, &str); N]) -> Self {
        Self::filled(
            code,
            params.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        )
    }

    /// The same, with any number of blanks.
    #[must_use]
    pub fn filled(code: Code, params: BTreeMap<String, String>) -> Self {
        let (message, hint) = crate::strings::english(code, &params);
        Self { code, message, hint, params }
    }

    /// Something that should not happen. The cause goes to the log with the place it was raised; the admin sees what was being done.
    #[must_use]
    #[track_caller]
    pub fn unexpected(doing: &str, cause: &dyn fmt::Display) -> Self {
        let place = std::panic::Location::caller();
        tracing::error!(%cause, doing, %place, "Unexpected.");
        Self::with(Code::App01, [("doing", doing)])
    }
}

/// The error a code of a destination stands for. `channel` is whose it is, `status` that of its answer, `limit_ms` how long one try may
/// take.
pub(crate) fn error_at(
    code: Code,
    channel: Option<&Channel>,
    address: &str,
    status: Option<u16>,
    limit_ms: u64,
) -> Error {
    let host = address::host(address).unwrap_or_else(|| address.to_owned());
    let (status, seconds) = (status.unwrap_or(0).to_string(), limit_ms.div_ceil(1_000).to_string());
    Error::with(
        code,
        [
            ("host", host.as_str()),
            ("status", &status),
            ("seconds", &seconds),
            ("platform", channel.map_or("", Channel::brand)),
            ("channel", channel.map_or("", |channel| &channel.name)),
        ],
    )
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}

impl std::error::Error for Error {}
