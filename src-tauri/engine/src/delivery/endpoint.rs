//! A try at an endpoint, or at an address given once: one request, whose body stays what it was at the first try.

use std::time::Duration;

use http::{Method, header};

use super::attempt::{Calling, Done, Sending, Shared, kept_answer, random};
use super::client::{ANSWER_LIMIT, Call, Called};
use super::format;
use super::schedule::{self, Outcome};
use super::tell;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::platforms::redact;
use crate::store::{Job, Role, Tried};

impl Shared {
    /// Makes one try at an endpoint.
    pub(super) async fn to_endpoint(
        &self,
        calling: Calling,
        job: &Job,
        probe: bool,
        sending: &Sending,
        now: Timestamp,
    ) -> Result<Done> {
        let Sending { channel, settings, client } = sending;
        let engine = &self.engine;
        let prepared = format::prepare(channel, job, now, &|id, name| engine.file_url(id, name).ok());
        let own = channel.endpoint.timeout_ms.filter(|_| self.role == Role::Endpoint);
        let limit = own.map_or(settings.timeout_ms, u64::from);
        let url = match &self.address {
            Some(address) => redact::address_given(address.expose()),
            None => client.address().url.clone(),
        };
        let call = Call {
            method: Method::POST,
            headers: &prepared.headers,
            body: prepared.body.clone().into(),
            limit: Duration::from_millis(limit.max(1)),
            answer_limit: ANSWER_LIMIT,
        };
        let called = client.call(client.address(), call).await;
        drop(calling);

        let ended = engine.clock.now();
        self.told_time(&client.address().url, &called, ended);
        let outcome = outcome(&called, ended);
        let past = self.note(job, outcome, probe, sending, ended).await;
        let verdict = schedule::verdict(outcome, past, settings, ended, random());
        let write_backs = tell::write_backs(engine, channel, job, verdict, outcome.code());
        let recorded = self
            .record(|| Tried {
                delivery: job.delivery,
                at: now,
                method: Method::POST.to_string(),
                url: url.clone(),
                headers: prepared.headers.clone(),
                own: channel.endpoint.headers.iter().map(|header| header.name.clone()).collect(),
                body: prepared.body.clone(),
                step: None,
                progress: None,
                taught: Vec::new(),
                write_backs: write_backs.clone(),
                answer: kept_answer(&called),
                code: outcome.code(),
                certificate: called.result.as_ref().err().and_then(|failure| failure.certificate.clone()),
                timings: called.timings,
                verdict,
            })
            .await?;
        Ok(self.done(job.delivery, outcome.code(), verdict, recorded, channel))
    }
}

/// How a call ended, as far as a schedule cares.
pub(crate) fn outcome(called: &Called, now: Timestamp) -> Outcome {
    match &called.result {
        Ok(answer) => {
            let wait = answer.headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
            Outcome::of_status(answer.status, wait.and_then(|value| schedule::retry_after(value, now)))
        }
        Err(failure) => {
            tracing::debug!(code = %failure.code, cause = failure.cause, "No answer.");
            Outcome::of_failure(failure.code)
        }
    }
}
