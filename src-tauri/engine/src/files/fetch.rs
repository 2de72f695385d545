//! Fetches the files that messages name from where their platforms keep them, beside the lanes: a slow server of files holds up no
//! message that has none.
//!
//! A try follows redirects and shows no token, no cookie, no address of ours. Every address on the way is asked about by [`guard`], and
//! the connection goes to the very address that was asked about. Each request is a row of the log.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{FuturesUnordered, StreamExt as _, unfold};
use http::{HeaderMap, StatusCode, header};
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};
use tokio::task::JoinSet;
use url::Url;

use super::guard::{Allowed, is_public};
use super::{FILE_LIMIT, UNKNOWN_TYPE, content_type_of};
use crate::delivery::client::{Client, Target};
use crate::delivery::dial::Failure;
use crate::domain::{Code, FileId};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::events::CallKept;
use crate::schema::Timings;
use crate::store::{FilePlace, OwnCall, StoredFile, kept_headers};

/// Files fetched at once.
const AT_ONCE: usize = 4;
/// Tries before a file is given up.
const TRIES: u32 = 3;
/// How long one try may take, redirects and all.
const LIMIT: Duration = Duration::from_secs(60);
/// Waits before the second try and the third.
const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(5)];
/// How long to wait when it is not the file's fault: no key, a full disk, a store that does not answer.
const OUR_PAUSE: Duration = Duration::from_secs(15);
/// Redirects followed in one try.
const REDIRECTS: usize = 5;
/// What is kept of an answer that is no file.
const SHOWN: usize = 4 * 1024;
/// What the log calls such a request.
const STEP: &str = "file.fetch";

/// Where a file is now, and of which type its server says it is.
type Had = (FilePlace, Option<String>);

/// Fetches what there is to fetch until the engine stops. A try cut short by that does not count.
pub(crate) async fn run(engine: Arc<Engine>) {
    let stopping = engine.stopping();
    let mut trying = JoinSet::new();
    let mut files = HashMap::new();
    // Under way, or waiting for another try.
    let mut taken: HashSet<FileId> = HashSet::new();
    let mut pauses = FuturesUnordered::new();
    loop {
        let mut unknown = false;
        while trying.len() < AT_ONCE {
            let next = match engine.store.files_to_fetch(taken.len() + 1).await {
                Ok(due) => due.into_iter().find(|file| !taken.contains(&file.id)),
                Err(error) => {
                    tracing::warn!(%error, "What files there are to fetch cannot be told.");
                    unknown = true;
                    None
                }
            };
            let Some(file) = next else { break };
            taken.insert(file.id);
            let id = file.id;
            let task = trying.spawn(fetch(Arc::clone(&engine), file));
            files.insert(task.id(), id);
        }
        tokio::select! {
            () = stopping.cancelled() => return,
            () = engine.files.due.notified() => {}
            () = tokio::time::sleep(OUR_PAUSE), if unknown => {}
            Some(ended) = trying.join_next_with_id() => {
                let (task, pause) = match ended {
                    Ok((task, pause)) => (task, pause),
                    Err(error) => (error.id(), Some(OUR_PAUSE)),
                };
                if let Some(id) = files.remove(&task) {
                    match pause {
                        None => drop(taken.remove(&id)),
                        Some(pause) => pauses.push(async move {
                            tokio::time::sleep(pause).await;
                            id
                        }),
                    }
                }
            }
            Some(id) = pauses.next() => drop(taken.remove(&id)),
        }
    }
}

/// Makes one try. Gives how long to wait before the next one; none when there is none.
async fn fetch(engine: Arc<Engine>, file: StoredFile) -> Option<Duration> {
    let FilePlace::There(address) = &file.place else { return None };
    let tried = Try::new(&engine, &file).make(address).await;
    let tries = file.tries.saturating_add(1);
    let (place, pause) = match tried {
        Ok((place, content_type)) => {
            learn_type(&engine, &file, content_type).await;
            (place, None)
        }
        // Ours to mend, not theirs: the file is where it was.
        Err(Code::Key01 | Code::Key02 | Code::Db03 | Code::App01) => return Some(OUR_PAUSE),
        Err(code @ (Code::File02 | Code::Size01)) => (FilePlace::Lost(code), None),
        Err(code) => match PAUSES.get(file.tries as usize) {
            Some(pause) if tries < TRIES => (FilePlace::There(address.clone()), Some(*pause)),
            _ => (FilePlace::Lost(code), None),
        },
    };
    match engine.store.set_file(file.id, place, tries).await {
        Ok(due) => {
            engine.wake(&due);
            engine.files.moved.notify_waiters();
            pause
        }
        Err(error) => {
            tracing::warn!(%error, file = %file.id, "What became of a file cannot be kept.");
            Some(OUR_PAUSE)
        }
    }
}

/// A file nobody told the type of has the one its server tells.
async fn learn_type(engine: &Engine, file: &StoredFile, content_type: Option<String>) {
    let told = content_type_of("", content_type).filter(|_| file.content_type == UNKNOWN_TYPE);
    if let Some(told) = told
        && let Err(error) = engine.store.set_file_type(file.id, told).await
    {
        tracing::warn!(%error, file = %file.id, "The type of a file cannot be kept.");
    }
}

/// One try, and what of it the log shows.
struct Try<'a> {
    engine: &'a Engine,
    file: &'a StoredFile,
    allowed: Allowed,
    /// The request under way.
    call: OwnCall,
}

impl<'a> Try<'a> {
    fn new(engine: &'a Engine, file: &'a StoredFile) -> Self {
        let channel = engine.channel(file.channel);
        let allowed = Allowed::new(&engine.settings(), channel.as_deref(), &engine.base());
        let headers = [("user-agent", concat!("Switchboard/", env!("CARGO_PKG_VERSION"))), ("accept", "*/*")];
        let call = OwnCall {
            channel: file.channel,
            step: STEP,
            method: "GET".to_owned(),
            url: String::new(),
            headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
            body: Bytes::new(),
            answer: None,
            code: None,
            timings: Timings::default(),
        };
        Self { engine, file, allowed, call }
    }

    /// Makes it. Errors: FILE-01 it could not be had, FILE-02 it lies inside the network, SIZE-01 it is too large; and what keeping it says.
    async fn make(mut self, address: &str) -> Result<Had, Code> {
        let watch = self.engine.clock.stopwatch();
        let tried = tokio::time::timeout(LIMIT, self.follow(address)).await;
        let outcome = tried.unwrap_or(Err(Code::Net06));
        self.call.timings.total_us = watch.micros();
        self.call.code = outcome.as_ref().err().copied();
        self.log().await;
        outcome.map_err(|code| match code {
            Code::File02 | Code::Size01 | Code::Key01 | Code::Key02 | Code::Db03 | Code::App01 => code,
            _ => Code::File01,
        })
    }

    /// Keeps the row of the request under way, and begins another.
    async fn log(&mut self) {
        let next = OwnCall {
            method: self.call.method.clone(),
            url: String::new(),
            headers: self.call.headers.clone(),
            body: Bytes::new(),
            answer: None,
            code: None,
            timings: Timings::default(),
            ..self.call
        };
        match self.engine.store.keep_call(std::mem::replace(&mut self.call, next)).await {
            Ok(row) => CallKept { row }.emit(&self.engine.bus),
            Err(error) => {
                tracing::warn!(%error, file = %self.file.id, "A request for a file is not in the log.")
            }
        }
    }

    async fn follow(&mut self, address: &str) -> Result<Had, Code> {
        let mut url = Url::parse(address).map_err(|_| Code::Url03)?;
        for _ in 0..=REDIRECTS {
            let response = self.open(&url).await?;
            let Some(to) = redirect(&url, response.status(), response.headers()) else {
                return self.take(response).await;
            };
            self.log().await;
            url = to;
        }
        Err(Code::Http03)
    }

    /// One request. The answer's body is still to come.
    async fn open(&mut self, url: &Url) -> Result<http::Response<Incoming>, Code> {
        self.call.url = url.to_string();
        let inside = self.allowed.contains(url);
        // A platform's files lie where the platform is.
        let trusted =
            self.engine.channel(self.file.channel).and_then(|channel| channel.trusted_at(url.as_str()));
        let target = Target { url: url.to_string(), trusted, proxy: self.engine.settings().proxy.clone() };
        let client = Client::new(target, self.engine.clock).map_err(|failure| failure.code)?;
        let opened =
            client.open(&self.call.headers, &|ip| inside || is_public(ip), &mut self.call.timings).await;
        let response = opened.map_err(|Failure { code, cause, .. }| {
            tracing::debug!(%code, cause, file = %self.file.id, "A file could not be asked for.");
            code
        })?;
        self.call.answer =
            Some((response.status().as_u16(), kept_headers(response.headers()), Bytes::new(), false));
        Ok(response)
    }

    /// Writes an answer's body to the disk as it comes.
    async fn take(&mut self, response: http::Response<Incoming>) -> Result<Had, Code> {
        let (head, body) = response.into_parts();
        if head.status != StatusCode::OK {
            self.show(body).await;
            return Err(if head.status.is_server_error() { Code::Http02 } else { Code::Http01 });
        }
        if body.size_hint().lower() > FILE_LIMIT {
            return Err(Code::Size01);
        }
        let place = self.engine.files.keep(pieces(body).boxed()).await.map_err(|error| error.code)?;
        let content_type = head.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        Ok((place, content_type.map(str::to_owned)))
    }

    /// Keeps what an answer says that is not the file.
    async fn show(&mut self, mut body: Incoming) {
        let mut shown = Vec::new();
        while let Some(Ok(frame)) = body.frame().await {
            shown.extend_from_slice(frame.data_ref().map_or(&[], |data| &data[..]));
            if shown.len() > SHOWN {
                break;
            }
        }
        if let Some((_, _, body, truncated)) = &mut self.call.answer {
            *truncated = shown.len() > SHOWN;
            shown.truncate(SHOWN);
            *body = shown.into();
        }
    }
}

/// A body as the disk takes it.
fn pieces(body: Incoming) -> impl futures_util::Stream<Item = Result<Bytes>> + Send {
    unfold(body, |mut body| async move {
        loop {
            match body.frame().await? {
                Ok(frame) => match frame.into_data() {
                    Ok(data) => return Some((Ok(data), body)),
                    // Trailers are no part of a file.
                    Err(_) => continue,
                },
                Err(_) => return Some((Err(Error::new(Code::Net07)), body)),
            }
        }
    })
}

/// Where an answer sends us; none when it does not.
fn redirect(from: &Url, status: StatusCode, headers: &HeaderMap) -> Option<Url> {
    if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let to = from.join(headers.get(header::LOCATION)?.to_str().ok()?).ok()?;
    matches!(to.scheme(), "http" | "https").then_some(to)
}
