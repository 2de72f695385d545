//! What is decided when something that ran beside reports back.

use std::collections::VecDeque;
use std::sync::Arc;

use http::Method;

use super::item::{Item, tried};
use super::{Order, STORE_PAUSE_MS, Sender, Told};
use crate::bulk::judge::{Verdict, judge};
use crate::bulk::place::Place;
use crate::delivery::attempt::kept_answer;
use crate::delivery::client::Called;
use crate::delivery::endpoint::outcome;
use crate::delivery::schedule::Outcome;
use crate::domain::{State, Timestamp};
use crate::error::{Error, Result};
use crate::events::CallKept;
use crate::store::{BulkCall, BulkItem, BulkStepped, BulkTried, Headers};

impl Sender {
    /// Hears what ran beside.
    pub(super) fn hear(&mut self, told: std::result::Result<Told, tokio::task::JoinError>) {
        match told {
            Ok(Told::Read(found, items, gone)) => self.heard_read(found, items, gone),
            Ok(Told::Stepped(stepped, tried, next)) => self.heard_step(stepped, tried, next),
            Ok(Told::Called(item, place, headers, at, called)) => {
                self.calling -= 1;
                self.heard(item, &place, headers, at, &called);
            }
            Err(error) => {
                // An item whose task broke stays under way, and is unknown after the next start.
                tracing::error!(%error, bulk = %self.bulk.id, "A part of a bulk send broke off.");
            }
        }
    }

    fn heard_read(&mut self, found: Result<Vec<BulkItem>>, items: Vec<Item>, gone: Vec<BulkTried>) {
        self.reading = false;
        match found {
            Ok(rows) => match rows.last() {
                Some(last) => self.read_to = self.read_to.max(last.n),
                None => self.all_read = true,
            },
            Err(error) => return self.trouble(&error),
        }
        if !self.goes() {
            // They are read again when it goes on.
            (self.read_to, self.all_read) = (0, false);
            return;
        }
        self.tried.extend(gone);
        for item in items {
            self.held.insert(item.row.n);
            self.ahead.push_back(Box::new(item));
        }
    }

    fn heard_step(&mut self, stepped: Result<BulkStepped>, tried: Vec<BulkTried>, next: VecDeque<Box<Item>>) {
        self.stepping = None;
        let stepped = match stepped {
            Ok(stepped) => stepped,
            Err(error) => {
                // What was sent cannot be unsent: it is asked until the store takes it.
                self.tried.splice(0..0, tried);
                next.into_iter().rev().for_each(|item| self.ahead.push_front(item));
                return self.trouble(&error);
            }
        };
        let ended = stepped.counts.ended().saturating_sub(self.bulk.counts.ended());
        self.bulk.counts = stepped.counts;
        self.bulk.sending = (self.ready.len() + self.calling + self.tried.len()) as u64;
        self.job.count(ended);
        for row in stepped.rows {
            CallKept { row }.emit(&self.engine.bus);
        }
        for item in next {
            if !stepped.claimed.contains(&item.row.n) {
                self.held.remove(&item.row.n);
            } else if self.goes() && self.waits.is_none() {
                self.ready.push_back(item);
            } else if self.order == Order::Pause || self.goes() {
                self.leave(item);
            } else {
                self.end(&item, State::Received, None, None);
            }
        }
        self.show();
    }

    /// Judges a call.
    fn heard(
        &mut self,
        mut item: Box<Item>,
        place: &Place,
        headers: Headers,
        at: Timestamp,
        called: &Called,
    ) {
        let schedule = &self.engine.settings().bulk_schedule_ms;
        let outcome = outcome(called, self.engine.clock.now());
        let verdict = judge(outcome, item.made, schedule);
        let status = called.result.as_ref().ok().map(|answer| answer.status.as_u16());
        let unsure = called.result.as_ref().is_err_and(|failure| failure.sent);
        let call = Arc::new(BulkCall {
            channel: place.channel.id,
            about: item.about.clone(),
            method: Method::POST.to_string(),
            url: place.client.address().url.clone(),
            headers,
            body: item.body.clone(),
            answer: kept_answer(called),
            timings: called.timings,
        });
        match verdict {
            Verdict::Delivered => {
                self.keep(&item, State::Delivered, outcome, at, &call);
                self.failures = 0;
            }
            Verdict::Failed(code) => {
                self.keep(&item, State::Failed, outcome, at, &call);
                self.failures += 1;
                if self.bulk.plan.pause_after > 0 && self.failures >= self.bulk.plan.pause_after {
                    self.halt(place.error(code, status));
                }
            }
            Verdict::Again(..) if !self.goes() && unsure && self.order != Order::Pause => {
                self.keep(&item, State::Unknown, outcome, at, &call);
            }
            Verdict::Again(..) if self.order == Order::Cancel => {
                self.keep(&item, State::Failed, outcome, at, &call);
            }
            Verdict::Again(_, wait) if self.goes() => {
                item.made += 1;
                item.unsure = unsure;
                self.keep(&item, if unsure { State::Sending } else { State::Received }, outcome, at, &call);
                let at = self.now().saturating_add(i64::try_from(wait).unwrap_or(i64::MAX));
                self.again.push((at, item));
            }
            Verdict::Again(..) => {
                item.made += 1;
                self.keep(&item, State::Received, outcome, at, &call);
                self.ahead.push_front(item);
            }
            Verdict::Wait(code, wait) => {
                self.keep(&item, State::Received, outcome, at, &call);
                self.ahead.push_front(item);
                self.wait(place.error(code, status), wait);
            }
            Verdict::Stop(code) => {
                self.keep(&item, State::Received, outcome, at, &call);
                self.ahead.push_front(item);
                self.halt(place.error(code, status));
            }
        }
        if matches!(self.order, Order::Cancel | Order::End) {
            self.withdraw();
        }
    }

    /// Keeps a call, and how its item stands after it.
    fn keep(&mut self, item: &Item, state: State, outcome: Outcome, at: Timestamp, call: &Arc<BulkCall>) {
        if !matches!(state, State::Received | State::Sending) {
            self.held.remove(&item.row.n);
        }
        let tried = tried(item, state, None, outcome.code(), at);
        self.tried.push(BulkTried { call: Some(Arc::clone(call)), ..tried });
    }

    /// They ask for a wait.
    fn wait(&mut self, error: Error, wait: i64) {
        let until = self.now().saturating_add(wait);
        self.waits = self.waits.max(Some(until));
        if self.waits == Some(until) {
            self.job.wait(Some((self.engine.clock.now().plus_ms(wait), error)));
        }
        while let Some(item) = self.ready.pop_back() {
            self.leave(item);
        }
        self.show();
    }

    /// It pauses itself.
    pub(super) fn halt(&mut self, error: Error) {
        if !self.goes() {
            return;
        }
        self.order = Order::Pause;
        self.withdraw();
        self.bulk.error = Some(error.clone());
        self.halting = Some(error);
    }

    fn trouble(&mut self, error: &Error) {
        tracing::error!(%error, bulk = %self.bulk.id, "A bulk send waits for the store.");
        self.store_at = self.now() + STORE_PAUSE_MS;
    }
}
