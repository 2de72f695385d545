//! A problem as an admin sees it: its sentence, its facts, what waits because of it, and what would mend it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::api::deliveries::address_of;
use crate::api::sentences::error_at;
use crate::api::setup::bound;
use crate::api::{Api, certificate};
use crate::domain::problem::{self, AboutKind, Facts, ProblemState, RemedyAction};
use crate::domain::{Channel, ChannelId, Code, Options, Platform};
use crate::error::{Error, Result};
use crate::platforms;
use crate::schema::*;
use crate::secret::{MASK, Secret};
use crate::store::{Destination, Problem, Role};

/// As much of an answer is shown with a problem, in bytes.
const ANSWER: usize = 2_048;
/// Facts that not every problem of its kind comes with: where one is known, the body has a wording of its own.
const FACTS: [&str; 5] = ["still", "path", "minutes", "at", "names"];
/// How many characters of a token are shown at its end.
const TAIL: usize = 4;

/// What a problem is seen against.
pub(in crate::api) struct Around {
    channels: Arc<Vec<Arc<Channel>>>,
    destinations: Vec<Destination>,
}

impl Around {
    pub(in crate::api) fn channel(&self, id: Option<ChannelId>) -> Option<&Channel> {
        let id = id?;
        self.channels.iter().find(|channel| channel.id == id).map(|channel| &**channel)
    }

    pub(in crate::api) fn destination(&self, problem: &Problem) -> Option<&Destination> {
        let is = |it: &&Destination| it.id.0 == problem.about.id;
        (problem.about.kind == AboutKind::Destination).then(|| self.destinations.iter().find(is)).flatten()
    }
}

/// What remedies of a problem would bring.
#[derive(Clone, Copy)]
struct Offers {
    /// A free port.
    port: Option<u16>,
    /// A longer time for one try, in ms.
    longer_ms: Option<u32>,
}

/// What a problem's last exchange tells besides.
#[derive(Debug, Default)]
pub(in crate::api) struct Shown {
    /// HTTP status of its answer.
    pub(in crate::api) status: Option<u16>,
    /// Another address that was named.
    pub(in crate::api) address: Option<String>,
    /// The certificate that was refused, with its PEM.
    pub(in crate::api) certificate: Option<(CertificateSeen, String)>,
}

impl Api {
    pub(in crate::api) async fn around_problems(&self) -> Result<Around> {
        Ok(Around { channels: self.engine.channels(), destinations: self.engine.store.destinations().await? })
    }

    pub(super) async fn problem_view(&self, problem: &Problem, around: &Around) -> Result<ProblemView> {
        let destination = around.destination(problem);
        let channel = around.channel(problem.channel);
        let store = &self.engine.store;
        let (failed, waiting) = match destination {
            Some(it) => (store.failed_with(it.id, problem.code).await?.0, store.waiting(it.id).await?),
            None => (0, 0),
        };
        let kept = self.kept(problem).await?.len() as u64;
        let error = self.error_of(problem, around);
        let solved = problem.state == ProblemState::Solved;
        let bad = destination.is_some_and(|it| it.stopped.is_some())
            || !matches!(problem.about.kind, AboutKind::Destination | AboutKind::Channel | AboutKind::Bulk);
        let tone = match problem.state {
            ProblemState::Solved => Tone::Good,
            ProblemState::Acknowledged => Tone::Neutral,
            ProblemState::Open if bad => Tone::Bad,
            ProblemState::Open => Tone::Warning,
        };
        let next_at = match destination.filter(|_| !solved) {
            Some(it) if it.stopped.is_some() => it.probe_at,
            Some(it) if waiting > 0 => store.next_try(it.id, problem.code).await?,
            _ => None,
        };
        let name = name_of(problem, around, self);
        let mut params = error.params;
        params.insert("name".to_owned(), name.clone());
        let lower = problem.code.name().to_lowercase();
        // Without the data key neither can be read, and a list is better than none.
        let shown = self.shown(problem).await.unwrap_or_default();
        let settings = self.engine.settings();
        let signed = channel.filter(|channel| matches!(channel.options, Options::Chatwoot(_)));
        let offers = Offers {
            port: self.engine.free_port().filter(|_| problem.code == Code::Port01),
            longer_ms: channel.and_then(|channel| self.longer_ms(channel)),
        };
        let facts = Facts {
            endpoint: destination.is_some_and(|it| it.role == Role::Endpoint) && channel.is_some(),
            status: shown.status,
            address: shown.address.is_some(),
            certificate: shown.certificate.is_some(),
            trustable: destination.is_some_and(|it| it.role != Role::Address) && channel.is_some(),
            token: kept > 0 && self.tokens(problem, around).await.is_ok_and(|tokens| tokens.is_some()),
            secret: signed.is_some(),
            readable: signed.is_some_and(|channel| bound(channel).is_ok() && has_access(channel)),
            failed,
            waiting,
            kept,
            exchange: !problem.exchanges.is_empty(),
            no_proxy: settings.proxy == "none",
            slowest: settings.concurrency <= 1,
            longer: offers.longer_ms.is_some(),
            port: offers.port.is_some(),
            links: destination.is_some_and(|it| it.role == Role::Platform)
                && channel.is_some_and(|channel| platforms::write::with_links(channel).is_some()),
            solved,
        };
        let remedies = problem::remedies(problem.code, problem.about.kind, facts);
        let seems = seems(problem, channel);
        if let Some(platform) = seems {
            params.insert("seems".to_owned(), platform.brand().to_owned());
        }
        if let Some((certificate, _)) = &shown.certificate {
            params.extend(told_of(problem.code, certificate));
        }
        let body = match problem.about.kind {
            AboutKind::Bulk => "problem-bulk".to_owned(),
            AboutKind::CatchUp => "problem-catch-up".to_owned(),
            AboutKind::Link => "problem-link".to_owned(),
            AboutKind::Destination if problem.is_left_behind() => "problem-left-behind".to_owned(),
            AboutKind::Relay if problem.code == Code::App01 => "problem-turned-away".to_owned(),
            _ if seems.is_some() => format!("problem-{lower}-seems"),
            _ => match FACTS.into_iter().find(|fact| params.contains_key(*fact)) {
                Some(fact) => format!("problem-{lower}-{fact}"),
                None => format!("problem-{lower}"),
            },
        };
        let body = if crate::strings::has(&body) { body } else { "problem-other".to_owned() };
        Ok(ProblemView {
            id: problem.id,
            code: problem.code,
            sentence: Sentence::new(&format!("error-{lower}"), tone, params.clone()),
            body: Sentence::new(&body, tone, params.clone()),
            about: ProblemAbout {
                kind: problem.about.kind,
                id: id_of(problem),
                name,
                channel: problem.channel,
            },
            state: problem.state,
            opened_at: problem.opened_at,
            last_at: problem.last_at,
            solved_at: problem.solved_at,
            count: problem.count.max(1),
            waiting,
            failed,
            kept,
            next_at,
            remedies: remedies
                .into_iter()
                .enumerate()
                .map(|(at, action)| Remedy {
                    action,
                    kind: action.kind(),
                    primary: at == 0,
                    params: self.blanks(action, problem, &params, (failed, kept), &shown, offers),
                })
                .collect(),
            exchange: problem.exchanges.first().copied(),
            params,
        })
    }

    /// What fills the label of a remedy, and the question before it.
    fn blanks(
        &self,
        action: RemedyAction,
        problem: &Problem,
        params: &BTreeMap<String, String>,
        (failed, kept): (u64, u64),
        shown: &Shown,
        offers: Offers,
    ) -> BTreeMap<String, String> {
        let mut blanks = BTreeMap::new();
        let mut put = |name: &str, value: String| drop(blanks.insert(name.to_owned(), value));
        for name in ["host", "platform", "channel", "name"] {
            put(name, params.get(name).cloned().unwrap_or_default());
        }
        match action {
            RemedyAction::Resend
            | RemedyAction::Skip
            | RemedyAction::StartNew
            | RemedyAction::WithoutFiles => {
                put("count", failed.to_string());
            }
            RemedyAction::Process
            | RemedyAction::AcceptToken
            | RemedyAction::ReadSecret
            | RemedyAction::KeepRefusing => {
                put("count", kept.to_string());
                put("assign", u8::from(problem.channel.is_none()).to_string());
            }
            RemedyAction::UseAddress => put("address", shown.address.clone().unwrap_or_default()),
            RemedyAction::Trust => {
                if let Some((seen, _)) = &shown.certificate {
                    put("fingerprint", seen.fingerprint.clone());
                }
            }
            RemedyAction::UseFreePort => {
                put("port", offers.port.map_or_else(String::new, |port| port.to_string()));
            }
            RemedyAction::WaitLonger => {
                put("seconds", offers.longer_ms.unwrap_or_default().div_ceil(1_000).to_string());
            }
            RemedyAction::SendSlower => put("count", self.slower().to_string()),
            _ => {}
        }
        blanks
    }

    /// The error a problem stands for, its blanks filled.
    pub(in crate::api) fn error_of(&self, problem: &Problem, around: &Around) -> Error {
        let channel = around.channel(problem.channel);
        let destination = around.destination(problem);
        let address = destination.zip(channel).and_then(|(it, channel)| address_of(it, channel));
        let kind = destination.map_or(DestinationKind::Platform, |it| it.role.into());
        let status = problem.params.get("status").and_then(|status| status.parse().ok());
        let address = address.unwrap_or_default();
        let mut error = error_at(problem.code, channel, &address, status, self.limit_ms(channel, kind));
        error.params.extend(problem.params.clone());
        Error::filled(problem.code, error.params)
    }

    /// Requests that were refused because of a problem and can still be accepted.
    pub(in crate::api) async fn kept(&self, problem: &Problem) -> Result<Vec<crate::domain::ExchangeId>> {
        let by_request = matches!(problem.about.kind, AboutKind::Channel | AboutKind::Relay);
        if !by_request || !problem::is_of_kept_requests(problem.code) {
            return Ok(Vec::new());
        }
        self.engine.store.kept_for(problem.channel, problem.code, problem.opened_at).await
    }

    /// What the last exchange of a problem tells. It is read only where something in it can be a remedy.
    pub(in crate::api) async fn shown(&self, problem: &Problem) -> Result<Shown> {
        let status = problem.params.get("status").and_then(|status| status.parse().ok());
        let mut shown = Shown { status, ..Shown::default() };
        let telling = matches!(problem.code, Code::Http03 | Code::Tls01 | Code::Tls02 | Code::Tls03);
        let Some(last) = problem.exchanges.first().filter(|_| telling) else { return Ok(shown) };
        let Some(detail) = self.engine.store.exchange(*last).await? else { return Ok(shown) };
        shown.certificate =
            detail.certificate.as_ref().and_then(|it| Some((certificate::seen(&it.pem)?, it.pem.clone())));
        shown.address = match problem.code {
            Code::Http03 => redirected(&detail),
            Code::Tls02 => shown.certificate.as_ref().and_then(|(seen, _)| renamed(&detail.url, seen)),
            _ => None,
        };
        Ok(shown)
    }

    /// The token saved and the one that came, where one did.
    pub(super) async fn tokens(&self, problem: &Problem, around: &Around) -> Result<Option<TokensCompared>> {
        let Some(channel) = around.channel(problem.channel).filter(|_| problem.code == Code::Auth03) else {
            return Ok(None);
        };
        let Some((came, sender)) = self.came(problem, channel).await? else { return Ok(None) };
        Ok(Some(TokensCompared { saved: tail(&channel.token), came: tail(&came), sender }))
    }

    /// The token that came with the last request refused for it, and where that came from.
    pub(in crate::api) async fn came(
        &self,
        problem: &Problem,
        channel: &Channel,
    ) -> Result<Option<(Secret, String)>> {
        if matches!(channel.options, Options::Chatwoot(_)) {
            return Ok(None);
        }
        let Some(last) = self.kept(problem).await?.last().copied() else { return Ok(None) };
        let store = &self.engine.store;
        let Some(kept) = store.kept(last).await? else { return Ok(None) };
        let came = platforms::shown_token(channel, &kept.headers, &kept.body);
        let sender = store.exchange(last).await?.and_then(|it| it.peer).unwrap_or_default();
        Ok(came.map(|came| (came, sender)))
    }
}

/// What a certificate that was refused says of why.
fn told_of(code: Code, certificate: &CertificateSeen) -> Option<(String, String)> {
    match code {
        Code::Tls01 => {
            let end = jiff::Timestamp::from_millisecond(certificate.not_after.0).ok()?;
            Some(("at".to_owned(), end.strftime("%Y-%m-%d").to_string()))
        }
        Code::Tls02 => Some(("names".to_owned(), certificate.names.join(", "))),
        _ => None,
    }
    .filter(|(_, value)| !value.is_empty())
}

/// Whether a platform can be asked at all: with an address and a token.
fn has_access(channel: &Channel) -> bool {
    channel.api_url.is_some() && !channel.token.is_empty()
}

/// The platform a request that could not be read seems to be of, where that is another than its channel's.
fn seems(problem: &Problem, channel: Option<&Channel>) -> Option<Platform> {
    let seems = Platform::from_code(problem.params.get("seems")?)?;
    (channel?.platform() != seems).then_some(seems)
}

/// The beginning of an answer.
pub(super) fn head(body: &str) -> String {
    let end = (0..=ANSWER.min(body.len())).rev().find(|at| body.is_char_boundary(*at)).unwrap_or(0);
    body.get(..end).unwrap_or_default().to_owned()
}

/// The end of a token: enough to tell two apart, too little to use.
pub(super) fn tail(token: &Secret) -> String {
    let letters: Vec<char> = token.expose().chars().collect();
    if letters.len() < TAIL * 3 {
        return token.masked();
    }
    format!("{MASK}{}", letters.iter().skip(letters.len() - TAIL).collect::<String>())
}

/// Where an answer sends us, when it can be gone by.
fn redirected(detail: &ExchangeDetail) -> Option<String> {
    let answer = detail.answer.as_ref()?;
    let (_, location) = answer.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("location"))?;
    let to = url::Url::parse(&detail.url).ok()?.join(location).ok()?;
    let usable =
        matches!(to.scheme(), "http" | "https") && !location.contains(MASK) && !detail.url.contains(MASK);
    usable.then(|| to.to_string())
}

/// The address with the name the certificate is for.
fn renamed(address: &str, seen: &CertificateSeen) -> Option<String> {
    let name = seen.names.iter().find(|name| !name.contains('*'))?;
    let mut url = url::Url::parse(address).ok().filter(|_| !address.contains(MASK))?;
    url.set_host(Some(name)).ok()?;
    Some(url.to_string())
}

/// Which of its kind a problem is about.
pub(super) fn id_of(problem: &Problem) -> Option<String> {
    (problem.about.id != 0).then(|| crate::domain::ExchangeId(problem.about.id).to_string())
}

/// What is wrong, by name.
pub(super) fn name_of(problem: &Problem, around: &Around, api: &Api) -> String {
    let named = |key: &str| problem.params.get(key).cloned();
    let channel = || around.channel(problem.channel).map(|channel| channel.name.clone());
    match problem.about.kind {
        AboutKind::Channel | AboutKind::Destination | AboutKind::CatchUp => channel().unwrap_or_default(),
        AboutKind::Relay => api
            .engine
            .relay_addr()
            .map_or_else(|| api.engine.settings().listen.clone(), |address| address.to_string()),
        AboutKind::PublicAddress => api.engine.settings().public_url.clone(),
        AboutKind::Disk => api.data_folder.display().to_string(),
        AboutKind::Link | AboutKind::Bulk | AboutKind::Key | AboutKind::Clock => {
            named("name").unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_token_only_so_much_is_shown_as_tells_two_apart() {
        assert_eq!(tail(&Secret::new("short")), MASK);
        assert_eq!(tail(&Secret::new("")), "");
        assert_eq!(tail(&Secret::new("a-token-long-enough")), format!("{MASK}ough"));
    }

    #[test]
    fn the_beginning_of_an_answer_ends_between_letters() {
        let long = "я".repeat(ANSWER);
        assert_eq!(head(&long).len(), ANSWER);
        assert_eq!(head(&format!("x{long}")).len(), ANSWER - 1);
    }
}
