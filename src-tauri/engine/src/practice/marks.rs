//! How the relay knows a request of its own practice from one of a platform: a header with a word nobody else can know.
//!
//! A request that shows one is kept as practice: it teaches nothing about the channel, repeats nothing, crosses no link and is told
//! no platform.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use http::HeaderMap;

use crate::domain::ExchangeId;
use crate::secret::Secret;

/// The header.
pub(crate) const HEADER: &str = "x-switchboard-practice";

/// The words that are out, and the rows in the log of those that came.
#[derive(Debug, Default)]
pub(crate) struct Marks(Mutex<HashMap<String, Option<ExchangeId>>>);

/// A word that is out; it counts until this is dropped.
#[derive(Debug)]
pub(crate) struct Mark<'a> {
    marks: &'a Marks,
    word: Secret,
}

impl Marks {
    fn all(&self) -> MutexGuard<'_, HashMap<String, Option<ExchangeId>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new word.
    pub(crate) fn give(&self) -> Mark<'_> {
        let word = Secret::random(24);
        self.all().insert(word.expose().to_owned(), None);
        Mark { marks: self, word }
    }

    /// Takes the word of a request from its headers, if it is one of ours.
    pub(crate) fn take(&self, headers: &mut HeaderMap) -> Option<String> {
        let shown = headers.get(HEADER)?.to_str().ok()?.to_owned();
        if !self.all().contains_key(&shown) {
            return None;
        }
        headers.remove(HEADER);
        Some(shown)
    }

    /// A request with that word is in the log.
    pub(crate) fn came(&self, word: &str, exchange: ExchangeId) {
        if let Some(row) = self.all().get_mut(word) {
            *row = Some(exchange);
        }
    }
}

impl Mark<'_> {
    /// The header with the word.
    pub(crate) fn header(&self) -> (String, String) {
        (HEADER.to_owned(), self.word.expose().to_owned())
    }

    /// The row of the request that showed it.
    pub(crate) fn row(&self) -> Option<ExchangeId> {
        self.marks.all().get(self.word.expose()).copied().flatten()
    }
}

impl Drop for Mark<'_> {
    fn drop(&mut self) {
        self.marks.all().remove(self.word.expose());
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn only_words_that_are_out_count_and_none_is_kept() {
        let marks = Marks::default();
        let mark = marks.give();
        let (name, word) = mark.header();
        let mut headers = HeaderMap::new();
        headers.insert(HEADER, HeaderValue::from_str(&word).unwrap());
        assert_eq!(name, HEADER);
        assert_eq!(marks.take(&mut headers), Some(word.clone()));
        assert!(headers.is_empty(), "the word is not kept with the request");
        marks.came(&word, ExchangeId(7));
        assert_eq!(mark.row(), Some(ExchangeId(7)));
        drop(mark);
        headers.insert(HEADER, HeaderValue::from_str(&word).unwrap());
        assert_eq!(marks.take(&mut headers), None, "it counted once");
        assert!(!headers.is_empty(), "what is none of ours is kept as it came");
    }
}
