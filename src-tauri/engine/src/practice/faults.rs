//! What goes wrong at a practice platform, and when: the next so many requests of a kind, or all of them until it is up again.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::{Method, StatusCode};

use super::listen::Reply;

/// What goes wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is done, and the connection is cut instead of an answer.
    LoseAnswer,
    /// The connection is cut before anything is done.
    Cut,
    /// Nothing is done, and this is answered.
    Answer(StatusCode, &'static str),
    /// It is done, and this is answered all the same.
    AnswerAfter(StatusCode, &'static str),
    /// It is done, and the answer takes this long.
    Slow(Duration),
}

#[derive(Debug)]
struct Rule {
    left: usize,
    method: Option<Method>,
    path: String,
    fault: Fault,
}

/// The faults that lie ahead.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<Rule>>);

impl Faults {
    /// The next `count` requests whose method is `method` (empty: any) and whose path ends with `path` go wrong like this. Rules that were
    /// set earlier come first.
    pub fn next(&self, count: usize, method: &str, path: &str, fault: Fault) {
        let method = Method::from_bytes(method.as_bytes()).ok();
        let rule = Rule { left: count, method, path: path.to_owned(), fault };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(rule);
    }

    /// From now on every connection is cut, as if the server were gone.
    pub fn down(&self) {
        self.next(usize::MAX, "", "", Fault::Cut);
    }

    /// Nothing goes wrong any more.
    pub fn up(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What goes wrong with this request.
    #[must_use]
    pub fn take(&self, method: &Method, path: &str) -> Option<Fault> {
        let mut rules = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = |rule: &Rule| {
            rule.method.as_ref().is_none_or(|one| one == method) && path.ends_with(rule.path.as_str())
        };
        let at = rules.iter().position(fits)?;
        let fault = rules[at].fault.clone();
        rules[at].left -= 1;
        if rules[at].left == 0 {
            rules.remove(at);
        }
        Some(fault)
    }
}

impl Fault {
    /// The answer that stands in for the request's own, where nothing is to be done.
    #[must_use]
    pub fn instead(&self) -> Option<Reply> {
        match self {
            Self::Cut => Some(Reply::reset()),
            Self::Answer(status, body) => Some(Reply::status(*status).body(*body)),
            Self::LoseAnswer | Self::AnswerAfter(..) | Self::Slow(_) => None,
        }
    }

    /// What becomes of the answer after the request was done.
    #[must_use]
    pub fn spoil(self, reply: Reply) -> Reply {
        match self {
            Self::LoseAnswer | Self::Cut => Reply::reset(),
            Self::Answer(status, body) | Self::AnswerAfter(status, body) => Reply::status(status).body(body),
            Self::Slow(time) => reply.after(time),
        }
    }
}
