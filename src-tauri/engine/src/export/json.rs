//! JSON Lines, one document of JSON, and how both write times. Pure.

use serde::Serialize;

use crate::domain::Timestamp;
use crate::error::{Error, Result};

/// A time as ISO 8601 writes it, in UTC and to the millisecond.
pub(crate) fn iso(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// Serialises a time so.
pub(super) fn as_iso<S: serde::Serializer>(at: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&iso(*at))
}

/// The same where there may be none.
pub(super) fn as_iso_if_any<S: serde::Serializer>(at: &Option<Timestamp>, to: S) -> Result<S::Ok, S::Error> {
    match at {
        Some(at) => as_iso(at, to),
        None => to.serialize_none(),
    }
}

/// One record, without an end of line.
pub(super) fn record(record: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(record).map_err(|cause| Error::unexpected("writing JSON", &cause))
}

/// Records one a line.
pub(super) fn lines<T: Serialize>(records: impl IntoIterator<Item = T>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for one in records {
        bytes.extend(record(&one)?);
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// A list that is written piece by piece, one record a line for those who look into it.
#[derive(Debug, Default)]
pub(super) struct List {
    begun: bool,
}

impl List {
    /// These records, with what stands between them and those before.
    pub(super) fn more<T: Serialize>(&mut self, records: impl IntoIterator<Item = T>) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        for one in records {
            bytes.extend_from_slice(if self.begun { b",\n" } else { b"\n" });
            self.begun = true;
            bytes.extend(record(&one)?);
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_list_make_one_document() {
        let mut list = List::default();
        let mut bytes = b"[".to_vec();
        for piece in [vec![], vec![1, 2], vec![], vec![3]] {
            bytes.extend(list.more(piece).unwrap());
        }
        bytes.extend(b"\n]\n");
        assert_eq!(serde_json::from_slice::<Vec<u8>>(&bytes).unwrap(), [1, 2, 3]);
    }

    #[test]
    fn a_line_is_one_record_whatever_is_in_it() {
        let bytes = lines(["a\nb", "\u{2028}"]).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\"a\\nb\"\n\"\u{2028}\"\n");
    }

    #[test]
    fn times_tell_their_zone() {
        assert_eq!(iso(Timestamp(1_790_000_000_007)), "2026-09-21T14:13:20.007Z");
    }
}
