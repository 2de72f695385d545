//! A practice Chatwoot over real HTTP: one account whose API answers as Chatwoot's does and whose webhooks come as Chatwoot's do, with
//! everything that may go wrong on the way.
//!
//! A webhook gets five seconds and one try. What nobody took at an API inbox paints its message failed, which is told in turn. Webhooks of
//! one conversation go out in order, which Chatwoot itself does not promise but mostly does.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use bytes::Bytes;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use http::{HeaderValue, Method, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};

use super::answers::{self, Refusal};
use super::public;
use super::records::{InboxKind, Role};
use super::routes::{self, Answer, Asked, User};
use super::state::State;
use super::switches::{Limits, Switches};
use super::telling::Told;
use crate::clock::Clock;
use crate::domain::Timestamp;
use crate::practice::faults::Faults;
use crate::practice::form::Fields;
use crate::practice::listen::{Call, Listening, Reply};
use crate::practice::request::Sender;

/// A request that came, and what it was answered.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Method.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The header the token came in; none came.
    pub token_in: Option<&'static str>,
    /// Body.
    pub body: Bytes,
    /// The status of the answer, even where it was lost on the way.
    pub status: u16,
}

/// The account everything is in.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// A running practice Chatwoot; ends when dropped.
#[derive(Debug)]
pub struct Server {
    inside: Arc<Inside>,
    listening: Listening,
    token: String,
}

#[derive(Debug)]
pub(super) struct Inside {
    state: Mutex<State>,
    users: Mutex<Vec<User>>,
    faults: Faults,
    log: Mutex<Vec<Logged>>,
    counts: Mutex<HashMap<&'static str, (i64, u32)>>,
    changed: watch::Sender<u64>,
    /// Webhooks not yet sent or under way.
    telling: watch::Sender<usize>,
    tellers: Mutex<HashMap<(String, i64), mpsc::UnboundedSender<Job>>>,
    sender: Sender,
}

/// A webhook to be sent, and who waits for its end.
#[derive(Debug)]
struct Job {
    told: Told,
    done: oneshot::Sender<()>,
}

/// Webhooks under way.
type Pending = Vec<oneshot::Receiver<()>>;

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Server {
    /// Listens on a free port of this computer. The account is empty: no inbox, nobody.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(switches: Switches) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let base = format!("http://{}", listener.local_addr()?);
        let account = (1, "Practice Ltd.".to_owned());
        let inside = Arc::new(Inside {
            state: Mutex::new(State::new(account, base, switches)),
            users: Mutex::default(),
            faults: Faults::default(),
            log: Mutex::default(),
            counts: Mutex::default(),
            changed: watch::Sender::new(0),
            telling: watch::Sender::new(0),
            tellers: Mutex::default(),
            sender: Sender::default(),
        });
        let answering = Arc::clone(&inside);
        let listening = Listening::start(listener, move |call| Arc::clone(&answering).answer_and_log(call))?;
        let server = Self { inside, listening, token: String::new() };
        let token = server.token_for(Role::Administrator);
        Ok(Self { token, ..server })
    }

    /// Where it is, without a slash at the end: what admins type as the API URL.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.listening.address())
    }

    /// The account.
    #[must_use]
    pub fn account(&self) -> Account {
        self.look(|state| Account { id: state.account.0, name: state.account.1.clone() })
    }

    /// An administrator's token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// One more token, of a user with this role.
    #[must_use]
    pub fn token_for(&self, role: Role) -> String {
        let (token, agent) = {
            let mut state = hold(&self.inside.state);
            (state.word(), state.agents[0].clone())
        };
        hold(&self.inside.users).push(User { token: token.clone(), agent, role });
        token
    }

    /// What goes wrong with the requests that come.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.inside.faults
    }

    /// Turns switches.
    pub fn switch(&self, turn: impl FnOnce(&mut Switches)) {
        turn(&mut hold(&self.inside.state).switches);
    }

    /// Looks at what it keeps.
    pub fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&hold(&self.inside.state))
    }

    /// Waits until what it keeps is as wanted, without a limit.
    pub async fn until<T>(&self, mut wanted: impl FnMut(&State) -> Option<T>) -> T {
        let mut changed = self.inside.changed.subscribe();
        loop {
            changed.borrow_and_update();
            if let Some(found) = self.look(&mut wanted) {
                return found;
            }
            // The sender lives as long as the server does.
            drop(changed.changed().await);
        }
    }

    /// Waits until every webhook was sent and got its answer or none, without a limit.
    pub async fn told_all(&self) {
        // The sender lives as long as the server does.
        drop(self.inside.telling.subscribe().wait_for(|count| *count == 0).await);
    }

    /// Every request that came, in the order of their answers.
    #[must_use]
    pub fn requests(&self) -> Vec<Logged> {
        hold(&self.inside.log).clone()
    }

    /// Adds an API inbox that tells this address, and gives its number.
    pub fn api_inbox(&self, name: &str, webhook_url: Option<&str>) -> i64 {
        self.add_inbox(name, InboxKind::Api, webhook_url)
    }

    /// Adds a website's inbox, which tells nobody: that takes an account's webhook. Gives its number.
    pub fn website_inbox(&self, name: &str) -> i64 {
        self.add_inbox(name, InboxKind::Website, None)
    }

    fn add_inbox(&self, name: &str, kind: InboxKind, webhook_url: Option<&str>) -> i64 {
        self.change(|state, now| state.add_inbox(name, kind, webhook_url.map(str::to_owned), now)).0
    }

    /// Sets the address an API inbox tells; none: nobody.
    pub fn set_webhook(&self, inbox: i64, url: Option<&str>) {
        self.change(|state, _| {
            if let Some(inbox) = state.inboxes.iter_mut().find(|one| one.id == inbox) {
                inbox.webhook_url = url.map(str::to_owned);
            }
        });
    }

    /// Agents are not members of this inbox: it is there for administrators alone.
    pub fn close_to_agents(&self, inbox: i64) {
        self.change(|state, _| {
            if let Some(inbox) = state.inboxes.iter_mut().find(|one| one.id == inbox) {
                inbox.closed_to_agents = true;
            }
        });
    }

    /// Whatever told an address that begins with `from` tells the same place below `to` from now on: the relay has moved.
    pub fn redirect(&self, from: &str, to: &str) {
        let moved = |url: &mut String| {
            if let Some(rest) = url.strip_prefix(from) {
                *url = format!("{to}{rest}");
            }
        };
        self.change(|state, _| {
            state.inboxes.iter_mut().filter_map(|inbox| inbox.webhook_url.as_mut()).for_each(moved);
            state.webhooks.iter_mut().map(|webhook| &mut webhook.url).for_each(moved);
        });
    }

    /// Sets whether a contact has but one conversation in this inbox, for ever.
    pub fn lock_to_single_conversation(&self, inbox: i64, lock: bool) {
        self.change(|state, _| {
            if let Some(inbox) = state.inboxes.iter_mut().find(|one| one.id == inbox) {
                inbox.lock_to_single = lock;
            }
        });
    }

    /// Adds a webhook of the account for these of Chatwoot's events, and gives what it signs with; none when one with this address exists.
    pub fn account_webhook(&self, url: &str, events: &[&str]) -> Option<String> {
        let events = events.iter().map(|event| (*event).to_owned()).collect();
        let (made, _) = self.change(|state, _| {
            let id = state.add_webhook(None, url, events).ok()?;
            state.webhooks.iter().find(|webhook| webhook.id == id).map(|webhook| webhook.secret.clone())
        });
        made
    }

    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State, Timestamp) -> T) -> (T, Pending) {
        self.inside.change(change)
    }
}

impl Inside {
    /// Changes the state, sends what it has to tell, and wakes whoever waits.
    fn change<T>(self: &Arc<Self>, change: impl FnOnce(&mut State, Timestamp) -> T) -> (T, Pending) {
        let mut state = hold(&self.state);
        let result = change(&mut state, Clock.now());
        // While the state is held, so that what happened first is told first.
        let pending = state.take_told().into_iter().map(|told| self.send(told)).collect();
        drop(state);
        self.changed.send_modify(|count| *count += 1);
        (result, pending)
    }

    fn send(self: &Arc<Self>, told: Told) -> oneshot::Receiver<()> {
        let mut tellers = hold(&self.tellers);
        let key = (told.url.clone(), told.lane);
        let teller = tellers.entry(key).or_insert_with(|| {
            let (sender, jobs) = mpsc::unbounded_channel();
            tokio::spawn(tell(Arc::downgrade(self), jobs));
            sender
        });
        let (done, receiver) = oneshot::channel();
        self.telling.send_modify(|count| *count += 1);
        // It listens as long as this map holds its other end.
        drop(teller.send(Job { told, done }));
        receiver
    }

    async fn answer_and_log(self: Arc<Self>, call: Call) -> Reply {
        let (path, _) = call.path.split_once('?').unwrap_or((&call.path, ""));
        let fault = self.faults.take(&call.method, path);
        let instead = fault.as_ref().and_then(crate::practice::faults::Fault::instead);
        let token_in = ["api_access_token", "api-access-token"]
            .into_iter()
            .find(|name| call.headers.contains_key(*name));
        let (method, path, body) = (call.method.to_string(), call.path.clone(), call.body.clone());
        let (reply, pending) = match instead {
            Some(reply) => (reply, Vec::new()),
            None => self.answer(&call),
        };
        hold(&self.log).push(Logged { method, path, token_in, body, status: reply.code().as_u16() });
        self.changed.send_modify(|count| *count += 1);
        if hold(&self.state).switches.tells_first {
            for told in pending {
                drop(told.await);
            }
        }
        match fault {
            Some(fault) => fault.spoil(reply),
            None => reply,
        }
    }

    fn answer(self: &Arc<Self>, call: &Call) -> (Reply, Pending) {
        let (path, query) = call.path.split_once('?').unwrap_or((&call.path, ""));
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        if let ["rails", "active_storage", rest @ ..] = segments.as_slice() {
            return (self.file(rest), Vec::new());
        }
        let limits = hold(&self.state).switches.limits.clone();
        let search = path.ends_with("/contacts/search");
        if !self.within("requests", limits.requests, &limits)
            || (search && !self.within("searches", limits.searches, &limits))
        {
            let plain = HeaderValue::from_static("text/plain");
            let reply = Reply::status(StatusCode::TOO_MANY_REQUESTS).header(CONTENT_TYPE, plain);
            return (reply.body("Retry later\n"), Vec::new());
        }
        let Some(fields) = Fields::read(query, &call.headers, &call.body) else {
            let refusal =
                Refusal::error(StatusCode::BAD_REQUEST, "Error occurred while parsing request parameters");
            return (written(Err(refusal)), Vec::new());
        };
        let (answered, pending) = self.change(|state, now| match segments.as_slice() {
            ["public", "api", "v1", "inboxes", path @ ..] => {
                public::answer(state, &call.method, path, &fields, now)
            }
            ["api", "v1", path @ ..] => {
                let user = self.sign_in(state, call)?;
                match path {
                    ["profile"] => Ok(Answer::Json(answers::profile(
                        &user.agent,
                        user.role,
                        &user.token,
                        &state.account,
                    ))),
                    ["accounts", account, path @ ..] => {
                        member(state, account)?;
                        let asked = Asked { method: &call.method, path, fields, user: &user, now };
                        routes::account(state, asked)
                    }
                    _ => Err(Refusal::not_found()),
                }
            }
            _ => Err(Refusal::not_found()),
        });
        (written(answered), pending)
    }

    /// Whose token it is.
    fn sign_in(&self, state: &State, call: &Call) -> Result<User, Refusal> {
        let underscored = call.header("api_access_token");
        let token = if state.switches.drops_underscores || underscored.is_empty() {
            call.header("api-access-token")
        } else {
            underscored
        };
        if token.is_empty() {
            let body = json!({ "errors": ["You need to sign in or sign up before continuing."] });
            return Err(Refusal(StatusCode::UNAUTHORIZED, body));
        }
        let users = hold(&self.users);
        let user = users.iter().find(|user| user.token == token);
        user.cloned().ok_or_else(|| Refusal::error(StatusCode::UNAUTHORIZED, "Invalid Access Token"))
    }

    /// Counts a request and says whether it is still welcome in this minute.
    fn within(&self, what: &'static str, limit: u32, limits: &Limits) -> bool {
        let number = Clock.now().0 / limits.minute_ms();
        let mut counts = hold(&self.counts);
        let count = counts.entry(what).or_insert((number, 0));
        if count.0 != number {
            *count = (number, 0);
        }
        count.1 += 1;
        count.1 <= limit
    }

    /// A file: its lasting address leads on to where it lies.
    fn file(&self, path: &[&str]) -> Reply {
        let state = hold(&self.state);
        let found = |key: &str| state.blobs.iter().find(|blob| blob.key == key);
        match path {
            ["blobs", "redirect", key, name] if found(key).is_some() => {
                let place = format!("{}/rails/active_storage/disk/{key}/{name}", state.base);
                match HeaderValue::from_str(&place) {
                    Ok(place) => Reply::status(StatusCode::FOUND).header(LOCATION, place).body(""),
                    Err(_) => Reply::status(StatusCode::NOT_FOUND),
                }
            }
            ["disk", key, _] => match found(key) {
                Some(blob) => {
                    let content_type = HeaderValue::from_str(&blob.content_type);
                    let content_type =
                        content_type.unwrap_or(HeaderValue::from_static("application/octet-stream"));
                    Reply::ok()
                        .header(CONTENT_TYPE, content_type)
                        .header(CONTENT_DISPOSITION, HeaderValue::from_static("inline"))
                        .body(blob.bytes.clone())
                }
                None => Reply::status(StatusCode::NOT_FOUND),
            },
            _ => Reply::status(StatusCode::NOT_FOUND),
        }
    }
}

/// Whether the token's user is in this account: account 1 is theirs, 2 is somebody else's, no other exists.
fn member(state: &State, account: &str) -> Result<(), Refusal> {
    let refusal = |text| Err(Refusal::error(StatusCode::UNAUTHORIZED, text));
    match account.parse::<i64>() {
        Ok(id) if id == state.account.0 && state.switches.suspended => refusal("Account is suspended"),
        Ok(id) if id == state.account.0 => Ok(()),
        Ok(2) => refusal("You are not authorized to access this account"),
        _ => Err(Refusal::not_found()),
    }
}

fn written(answered: Result<Answer, Refusal>) -> Reply {
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    match answered {
        Ok(Answer::Json(body)) => Reply::ok().header(CONTENT_TYPE, json).body(body.to_string()),
        Ok(Answer::Empty) => Reply::ok().body(""),
        Err(Refusal(status, body)) => {
            Reply::status(status).header(CONTENT_TYPE, json).body(Value::to_string(&body))
        }
    }
}

/// Tells one address of one conversation, one webhook after the other.
async fn tell(inside: Weak<Inside>, mut jobs: mpsc::UnboundedReceiver<Job>) {
    while let Some(Job { told, done }) = jobs.recv().await {
        let Some((sender, patience)) =
            inside.upgrade().map(|inside| (inside.sender.clone(), hold(&inside.state).switches.patience))
        else {
            return;
        };
        let complaint = match tokio::time::timeout(patience, sender.post(&told.url, told.request)).await {
            Ok(Ok((status, _))) if status.is_success() => None,
            Ok(Ok((status, _))) => Some(status.to_string()),
            Ok(Err(cause)) => {
                let mut text = "Failed to open TCP connection: ".to_owned();
                // Writing to a String cannot fail.
                let _ = write!(text, "{cause}");
                Some(text)
            }
            Err(_) => Some("Timed out reading data from server".to_owned()),
        };
        let Some(inside) = inside.upgrade() else { return };
        if let (Some(complaint), Some((chat, message))) = (complaint, told.paints) {
            // The message may be gone by now.
            drop(inside.change(|state, now| {
                state.set_message_status(chat, message, "failed", Some(&complaint), now)
            }));
        }
        inside.telling.send_modify(|count| *count -= 1);
        // Nobody may be waiting.
        let _ = done.send(());
    }
}

/// The path of a request, without what is asked.
impl Logged {
    /// Path without query.
    #[must_use]
    pub fn bare_path(&self) -> &str {
        self.path.split_once('?').map_or(&self.path, |(path, _)| path)
    }

    /// Whether it is this method on a path that ends so.
    #[must_use]
    pub fn is(&self, method: &str, path: &str) -> bool {
        Method::from_bytes(method.as_bytes()).is_ok_and(|method| method == self.method.as_str())
            && self.bare_path().ends_with(path)
    }
}
