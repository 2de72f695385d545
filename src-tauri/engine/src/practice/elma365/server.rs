//! A practice ELMA365 over real HTTP: one live chat of a company, whose messenger the relay is. It takes our messages at its webhook,
//! fetches their files, says later what became of them, and its operators answer.

use std::collections::HashMap;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::{Elma365, File};
use crate::practice::faults::{Fault, Faults};
use crate::practice::listen::{Call, Listening, Reply};
use crate::practice::random::Random;
use crate::practice::request::{Request, SendError, Sender};

/// What it says of the messages it got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcomes {
    /// Nothing, ever.
    #[default]
    Never,
    /// That it could handle them.
    Success,
    /// That it could not, the first so many times each; then that it could.
    Failures(u32),
    /// That it could handle them, so much later.
    Late(Duration),
}

/// How the server behaves; every switch may be turned while it runs.
#[derive(Clone, Debug, Default)]
pub struct Switches {
    /// What it says of the messages it got.
    pub outcomes: Outcomes,
    /// It fetches the files of messages as they come.
    pub fetches_files: bool,
}

/// A message of a customer, as it came to the company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Our name for it.
    pub id: String,
    /// Our name for the chat.
    pub chat: String,
    /// What the chat is called.
    pub chat_name: Option<String>,
    /// Our name for the person.
    pub user: String,
    /// The words.
    pub text: String,
    /// Its files: name and address, as they came.
    pub files: Vec<(String, String)>,
    /// How often it came. It is shown to operators once.
    pub times: u32,
}

/// A file that was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Our name for the message.
    pub message: String,
    /// Its name.
    pub name: String,
    /// The bytes; none: it could not be had.
    pub bytes: Option<Bytes>,
}

/// What the company has.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// How it behaves.
    pub switches: Switches,
    /// Customers' messages in the order they first came.
    pub taken: Vec<Taken>,
    /// Files it fetched.
    pub fetched: Vec<Fetched>,
    /// The body of every request that was taken.
    pub requests: Vec<Value>,
    /// Whether it is connected. After our own `disconnect` it is not.
    pub connected: bool,
    blobs: HashMap<String, (String, Bytes)>,
    intake: String,
    sends: u64,
}

impl State {
    /// The messages of a chat in the order they first came.
    #[must_use]
    pub fn chat(&self, chat: &str) -> Vec<&Taken> {
        self.taken.iter().filter(|message| message.chat == chat).collect()
    }
}

/// A running practice ELMA365; ends when dropped.
#[derive(Debug)]
pub struct Server {
    inside: Arc<Inside>,
    listening: Listening,
}

#[derive(Debug)]
struct Inside {
    elma365: Elma365,
    /// The token it expects from us.
    our_token: String,
    state: Mutex<State>,
    faults: Faults,
    changed: watch::Sender<u64>,
    sender: Sender,
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Server {
    /// Listens on a free port of this computer. It shows `token` to us and expects `our_token` from us.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(token: &str, our_token: &str, switches: Switches) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let elma365 = Elma365 {
            token: token.to_owned(),
            channel_id: Random::new(u64::from(address.port())).uuid(),
            company: format!("http://{address}"),
        };
        let inside = Arc::new(Inside {
            elma365,
            our_token: our_token.to_owned(),
            state: Mutex::new(State { switches, ..State::default() }),
            faults: Faults::default(),
            changed: watch::Sender::new(0),
            sender: Sender::default(),
        });
        let answering = Arc::clone(&inside);
        let listening = Listening::start(listener, move |call| std::future::ready(answering.answer(&call)))?;
        Ok(Self { inside, listening })
    }

    /// Where the company is, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.listening.address())
    }

    /// Its id of the channel.
    #[must_use]
    pub fn channel_id(&self) -> &str {
        &self.inside.elma365.channel_id
    }

    /// What goes wrong with our requests.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.inside.faults
    }

    /// Turns switches.
    pub fn switch(&self, turn: impl FnOnce(&mut Switches)) {
        turn(&mut hold(&self.inside.state).switches);
    }

    /// Looks at what it has.
    pub fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&hold(&self.inside.state))
    }

    /// Waits until what it has is as wanted, without a limit.
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

    /// The messenger's address is typed in, and the channel connected.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn connect(&self, intake: &str) -> Result<StatusCode, SendError> {
        {
            let mut state = hold(&self.inside.state);
            state.connected = true;
            state.intake = intake.to_owned();
        }
        self.post(self.inside.elma365.connect()).await.map(|(status, _)| status)
    }

    /// The address it tells: the relay may have come back elsewhere.
    pub fn set_intake(&self, intake: &str) {
        hold(&self.inside.state).intake = intake.to_owned();
    }

    /// The channel is removed on their side.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn disconnect(&self) -> Result<StatusCode, SendError> {
        hold(&self.inside.state).connected = false;
        self.post(self.inside.elma365.disconnect()).await.map(|(status, _)| status)
    }

    /// An operator writes into a chat, with files that this server serves.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn write(
        &self,
        chat: &str,
        text: &str,
        files: &[(&str, &str, Bytes)],
    ) -> Result<StatusCode, SendError> {
        let files: Vec<File> =
            files.iter().map(|(name, kind, bytes)| self.serve(name, kind, bytes)).collect();
        self.post(self.inside.elma365.message(chat, text, &files)).await.map(|(status, _)| status)
    }

    /// An operator has read our message.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn read(&self, message: &str) -> Result<StatusCode, SendError> {
        self.post(self.inside.elma365.mark_as_read(message)).await.map(|(status, _)| status)
    }

    /// It says what became of our message.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn outcome(&self, message: &str, success: bool) -> Result<StatusCode, SendError> {
        self.post(self.inside.elma365.message_outcome(message, success)).await.map(|(status, _)| status)
    }

    /// It asks who somebody is, and gets the answer's body.
    ///
    /// # Errors
    /// When no answer comes.
    pub async fn ask(&self, user: &str) -> Result<(StatusCode, Value), SendError> {
        let (status, body) = self.post(self.inside.elma365.user_info(user)).await?;
        Ok((status, serde_json::from_slice(&body).unwrap_or_default()))
    }

    fn serve(&self, name: &str, content_type: &str, bytes: &Bytes) -> File {
        let mut state = hold(&self.inside.state);
        state.sends += 1;
        let path = format!("/files/{}/{name}", state.sends);
        state.blobs.insert(path.clone(), (content_type.to_owned(), bytes.clone()));
        File { name: name.to_owned(), size: bytes.len() as u64, url: format!("{}{path}", self.url()) }
    }

    async fn post(&self, request: Request) -> Result<(StatusCode, Bytes), SendError> {
        self.inside.post(request).await
    }
}

impl Inside {
    async fn post(&self, request: Request) -> Result<(StatusCode, Bytes), SendError> {
        let intake = hold(&self.state).intake.clone();
        self.sender.post(&intake, request).await
    }

    fn answer(self: &Arc<Self>, call: &Call) -> Reply {
        if call.method == Method::GET {
            let state = hold(&self.state);
            return match state.blobs.get(&call.path) {
                Some((content_type, bytes)) => {
                    let unknown = HeaderValue::from_static("application/octet-stream");
                    let content_type = HeaderValue::from_str(content_type).unwrap_or(unknown);
                    Reply::ok().header(CONTENT_TYPE, content_type).body(bytes.clone())
                }
                None => Reply::status(StatusCode::NOT_FOUND),
            };
        }
        let fault = self.faults.take(&call.method, &call.path);
        if let Some(instead) = fault.as_ref().and_then(Fault::instead) {
            return instead;
        }
        let reply = self.take(call);
        self.changed.send_modify(|count| *count += 1);
        match fault {
            Some(fault) => fault.spoil(reply),
            None => reply,
        }
    }

    /// A request of ours at the webhook.
    fn take(self: &Arc<Self>, call: &Call) -> Reply {
        let Ok(body) = serde_json::from_slice::<Value>(&call.body) else {
            return Reply::status(StatusCode::INTERNAL_SERVER_ERROR);
        };
        let text = |value: &Value, name: &str| value[name].as_str().map(str::to_owned);
        let mut state = hold(&self.state);
        let ours = format!("/api/messengers/external/other/webhook/{}", self.elma365.channel_id);
        if call.path != ours || !state.connected {
            return Reply::status(StatusCode::NOT_FOUND);
        }
        if text(&body, "token").unwrap_or_default() != self.our_token {
            return Reply::status(StatusCode::UNAUTHORIZED);
        }
        state.requests.push(body.clone());
        let data = &body["data"];
        match body["type"].as_str() {
            Some("message") => {
                let (Some(id), Some(chat), Some(user)) = (
                    text(data, "externalMessageId"),
                    text(data, "externalChatId"),
                    text(data, "externalUserId"),
                ) else {
                    return Reply::status(StatusCode::INTERNAL_SERVER_ERROR);
                };
                let times = match state.taken.iter_mut().find(|taken| taken.id == id) {
                    Some(known) => {
                        known.times += 1;
                        known.times
                    }
                    None => {
                        let files = data["files"].as_array().cloned().unwrap_or_default();
                        let file = |file: &Value| Some((text(file, "name")?, text(file, "URL")?));
                        state.taken.push(Taken {
                            id: id.clone(),
                            chat,
                            chat_name: text(data, "externalChatName"),
                            user,
                            text: text(data, "text").unwrap_or_default(),
                            files: files.iter().filter_map(file).collect(),
                            times: 1,
                        });
                        1
                    }
                };
                drop(state);
                // What takes time happens after the answer.
                tokio::spawn(handle(Arc::downgrade(self), id, times));
                Reply::ok()
            }
            Some("userInfo") => match text(data, "userId") {
                Some(user) => Reply::ok().body(
                    json!({ "id": user, "login": "operator", "fullName": "Olga Operator", "phone": "+15550100099" })
                        .to_string(),
                ),
                None => Reply::status(StatusCode::INTERNAL_SERVER_ERROR),
            },
            Some("disconnect") => {
                state.connected = false;
                Reply::ok()
            }
            _ => Reply::status(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    async fn fetch(&self, url: &str) -> Option<Bytes> {
        let (status, body) = self.sender.get(url).await.ok()?;
        status.is_success().then_some(body)
    }
}

/// What ELMA365 does with a message after it said 200: fetches its files, and says what became of it.
async fn handle(inside: Weak<Inside>, id: String, times: u32) {
    let Some(inside) = inside.upgrade() else { return };
    let (switches, files) = {
        let state = hold(&inside.state);
        let files = state.taken.iter().find(|taken| taken.id == id).map(|taken| taken.files.clone());
        (state.switches.clone(), files.unwrap_or_default())
    };
    if switches.fetches_files {
        for (name, url) in files {
            let bytes = inside.fetch(&url).await;
            hold(&inside.state).fetched.push(Fetched { message: id.clone(), name, bytes });
            inside.changed.send_modify(|count| *count += 1);
        }
    }
    let success = match switches.outcomes {
        Outcomes::Never => return,
        Outcomes::Success => true,
        Outcomes::Failures(count) => times > count,
        Outcomes::Late(time) => {
            tokio::time::sleep(time).await;
            true
        }
    };
    // ELMA365 tells once; whether anybody listens is not its problem.
    drop(inside.post(inside.elma365.message_outcome(&id, success)).await);
}
