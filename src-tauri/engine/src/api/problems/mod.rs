//! The commands about problems and the activity, and the live row of a problem that changed. How a problem is seen is in `seen`.

mod seen;

use std::sync::Weak;
use std::time::Duration;

use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio_util::sync::CancellationToken;

pub(super) use seen::Around;
use seen::{head, name_of};

use crate::api::Api;
use crate::api::sentences::Other;
use crate::domain::problem::{AboutKind, ProblemState};
use crate::domain::{Code, ProblemId, validate};
use crate::error::{Error, Result};
use crate::events::Live;
use crate::schema::*;
use crate::store::{Activity, Problem};

/// Rows that change within this time are told of together.
const GATHER: Duration = Duration::from_millis(150);
/// Deliveries that are named with a problem.
const DELIVERIES: usize = 20;

impl Api {
    pub(in crate::api) async fn problem_list(&self, query: ProblemQuery) -> Result<Vec<ProblemView>> {
        let states = match query.filter {
            ProblemFilter::Open => crate::problems::UNSOLVED,
            ProblemFilter::Solved => &[ProblemState::Solved],
            ProblemFilter::All => ProblemState::ALL,
        };
        let (problems, around) = (self.engine.store.problems(states).await?, self.around_problems().await?);
        let mut views = Vec::with_capacity(problems.len());
        for problem in &problems {
            views.push(self.problem_view(problem, &around).await?);
        }
        Ok(views)
    }

    pub(in crate::api) async fn problem_get(&self, which: ProblemRef) -> Result<ProblemDetail> {
        let (problem, around) = (self.problem(which.id).await?, self.around_problems().await?);
        let view = self.problem_view(&problem, &around).await?;
        let found = self.engine.store.exchanges(problem.exchanges.clone()).await?;
        let details: Vec<ExchangeDetail> = found.into_iter().flatten().collect();
        let last = details.first();
        let mut deliveries: Vec<_> = details.iter().flat_map(|it| &it.deliveries).map(|it| it.id).collect();
        deliveries.dedup();
        deliveries.truncate(DELIVERIES);
        let shown = self.shown(&problem).await?;
        Ok(ProblemDetail {
            status: shown.status,
            answer: last.and_then(|it| it.answer.as_ref()).map_or_else(String::new, |it| head(&it.body)),
            certificate: shown.certificate.map(|(seen, _)| seen),
            timings: last.and_then(|it| it.timings),
            deliveries,
            tokens: self.tokens(&problem, &around).await?,
            exchanges: details.into_iter().map(|it| it.row).collect(),
            problem: view,
        })
    }

    pub(in crate::api) async fn problem_acknowledge(
        &self,
        request: ProblemAcknowledge,
    ) -> Result<ProblemView> {
        let known = request.known.unwrap_or(true);
        if !self.engine.store.acknowledge(request.id, known).await? {
            return Err(Error::new(Code::Id05));
        }
        self.problem_by(request.id).await
    }

    /// What is wrong with neither a channel nor the key: the newest that nobody knows of, else the newest that somebody does.
    pub(in crate::api) async fn other_problem(&self) -> Result<Option<Other>> {
        let unsolved = self.engine.store.problems(crate::problems::UNSOLVED).await?;
        let around = self.around_problems().await?;
        let is_other = |it: &&Problem| it.channel.is_none() && it.about.kind != AboutKind::Key;
        let others = || unsolved.iter().filter(is_other);
        let newest = others().find(|it| it.state == ProblemState::Open).or_else(|| others().next());
        Ok(newest.map(|problem| Other {
            error: self.error_of(problem, &around),
            known: problem.state == ProblemState::Acknowledged,
        }))
    }

    /// Why requests could not be kept in the last minute; none when all were. Asked of memory: the store may be what is at fault.
    pub(in crate::api) fn turned_away(&self) -> Option<Error> {
        let last = self.engine.seen.turning_away(self.engine.clock.now()).into_iter().next()?;
        Some(Error::new(last))
    }

    /// What somebody who helps needs to know: no secret, and nothing that people wrote.
    pub(in crate::api) async fn problem_report(&self, which: ProblemRef) -> Result<Text> {
        use std::fmt::Write as _;
        let detail = self.problem_get(which).await?;
        let it = &detail.problem;
        let mut text = format!("{} ({})\n{}\n", it.sentence.english, it.code, it.body.english);
        let when = |at: crate::domain::Timestamp| crate::api::sentences::utc(at);
        let mut line = |name: &str, value: String| {
            if !value.is_empty() {
                let _ = writeln!(text, "{name}: {value}");
            }
        };
        line("About", format!("{} {}", it.about.kind, it.about.name));
        line("State", it.state.to_string());
        line("First seen", when(it.opened_at));
        line("Last seen", when(it.last_at));
        line("Solved", it.solved_at.map(when).unwrap_or_default());
        line("Seen", it.count.to_string());
        line("Waiting", it.waiting.to_string());
        line("Not delivered", it.failed.to_string());
        line("Requests kept", it.kept.to_string());
        line("HTTP status", detail.status.map(|status| status.to_string()).unwrap_or_default());
        if let Some(timings) = &detail.timings {
            let ms = |us: Option<u64>| {
                us.map_or_else(|| "–".to_owned(), |us| format!("{} ms", us.div_ceil(1_000)))
            };
            line(
                "Time",
                format!(
                    "host {} · connect {} · encryption {} · first byte {} · all {}",
                    ms(timings.dns_us),
                    ms(timings.connect_us),
                    ms(timings.tls_us),
                    ms(timings.first_byte_us),
                    ms(Some(timings.total_us)),
                ),
            );
        }
        let list = |ids: Vec<String>| ids.join(" ");
        line("Exchanges", list(detail.exchanges.iter().map(|row| row.id.to_string()).collect()));
        line("Deliveries", list(detail.deliveries.iter().map(ToString::to_string).collect()));
        line("Version", format!("Switchboard {} ({})", env!("CARGO_PKG_VERSION"), std::env::consts::OS));
        Ok(Text { text })
    }

    pub(in crate::api) async fn activity_list(&self, query: ActivityQuery) -> Result<ActivityPage> {
        super::traffic::check_page(query.limit, false)?;
        let limit = query.limit.unwrap_or(100);
        let found = self.engine.store.activity(query.before, limit).await?;
        let next = (found.len() >= limit as usize).then(|| found.last().map(|row| row.id)).flatten();
        let around = self.around_problems().await?;
        let mut rows = Vec::with_capacity(found.len());
        for one in found {
            rows.extend(self.activity_row(one, &around).await?);
        }
        Ok(ActivityPage { rows, next })
    }

    pub(in crate::api) async fn activity_note(&self, note: ActivityNote) -> Result<Nothing> {
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let key = format!("activity-{}", note.kind);
        if !note.kind.chars().all(is_name) || !crate::strings::has(&key) {
            return Err(validate::bad_field("kind"));
        }
        self.engine.store.note(note.kind, note.params.unwrap_or_default()).await?;
        Ok(Nothing {})
    }

    /// A row of the activity; none of a problem that is gone.
    async fn activity_row(&self, one: Activity, around: &Around) -> Result<Option<ActivityRow>> {
        let key = format!("activity-{}", one.kind);
        let Some(id) = one.problem else {
            let sentence = Sentence::new(&key, Tone::Neutral, one.params);
            return Ok(Some(ActivityRow { id: one.id, at: one.at, sentence, problem: None }));
        };
        let Some(problem) = self.engine.store.problem(id).await? else { return Ok(None) };
        let error = self.error_of(&problem, around);
        let mut params = error.params;
        params.insert("code".to_owned(), problem.code.name().to_owned());
        params.insert("problem".to_owned(), error.message.trim_end_matches('.').to_owned());
        params.insert("name".to_owned(), name_of(&problem, around, self));
        let tone = if one.kind == "problem-solved" { Tone::Good } else { Tone::Warning };
        let sentence = Sentence::new(&key, tone, params);
        Ok(Some(ActivityRow { id: one.id, at: one.at, sentence, problem: Some(id) }))
    }

    pub(in crate::api) async fn problem(&self, id: ProblemId) -> Result<Problem> {
        self.engine.store.problem(id).await?.ok_or_else(|| Error::new(Code::Id05))
    }

    /// A problem as screens see it.
    pub(in crate::api) async fn problem_by(&self, id: ProblemId) -> Result<ProblemView> {
        self.problem_view(&self.problem(id).await?, &self.around_problems().await?).await
    }
}

/// Announces every problem that changed, while anybody listens.
pub(in crate::api) async fn announce(api: Weak<Api>, ending: CancellationToken) {
    let Some(mut changes) = api.upgrade().map(|api| api.engine.store.problem_changes()) else { return };
    loop {
        let mut changed = Vec::new();
        tokio::select! {
            () = ending.cancelled() => return,
            one = changes.recv() => match one {
                Ok(id) => changed.push(id),
                // Whoever lists them sees what was lost here.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            },
        }
        tokio::time::sleep(GATHER).await;
        loop {
            match changes.try_recv() {
                Ok(id) => changed.push(id),
                Err(TryRecvError::Lagged(_)) => {}
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            }
        }
        changed.sort();
        changed.dedup();
        let Some(api) = api.upgrade() else { return };
        if api.engine.bus.listeners() == 0 {
            continue;
        }
        for id in changed {
            // A store that cannot be read says so to whoever asks; a live row has nowhere to say it.
            if let Ok(view) = api.problem_by(id).await {
                api.engine.bus.announce(|| Live::Problem(Box::new(view)));
            }
        }
    }
}
