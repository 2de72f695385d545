//! Practice platforms and a practice endpoint, over real HTTP on this computer.
//!
//! Two uses. The demo ([`start`], [`Practice::stop`], [`remove`]) lets somebody who has no platform at hand see the relay at work: three
//! channels of their own, marked as demo, with dialogues coming in and an endpoint that mostly takes them. And the pieces it is made of
//! serve the simulator and the tests: [`elma365`], [`chatwoot`] and [`userlike`] write every request those platforms make,
//! [`request::Sender`] sends them, and [`endpoint::Endpoint`] answers however it is told to.
//!
//! Where messages go both ways there are whole platforms: [`chatwoot::Server`] has the API, the rules and the webhooks of a Chatwoot account,
//! [`elma365::Server`] those of a live chat in ELMA365. They keep what they got for whoever wants to look, their operators and customers act
//! when they are told to, and [`faults`] says what goes wrong.
//!
//! It stands alone because nothing in the relay may know that a platform is made up: the only way in is the intake's address.

pub mod chatwoot;
pub mod elma365;
pub mod endpoint;
pub mod faults;
mod form;
mod listen;
pub(crate) mod marks;
pub(crate) mod own;
pub mod people;
mod play;
pub mod random;
pub mod request;
pub(crate) mod samples;
pub mod userlike;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use http::StatusCode;
use tokio::task::JoinSet;

use self::chatwoot::Chatwoot;
use self::elma365::Elma365;
use self::endpoint::{Call, Endpoint, Reply};
use self::play::{Company, Play, Sales, Support, Website};
use self::random::{Random, mix};
use self::request::Sender;
use self::userlike::Userlike;
use crate::domain::{
    Channel, ChannelId, ChatwootOptions, Endpoint as EndpointOptions, Format, Mode, Options, Platform,
    Preset, Subscriptions,
};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::reach;
use crate::secret::Secret;

/// How long a practice platform waits for an answer: as long as Chatwoot does.
const PATIENCE: Duration = Duration::from_secs(5);
/// Where the practice companies say they are. The name is one of those that lead nowhere.
const COMPANY: &str = "https://practice.example";

/// A running demo. Dropped, it stops sending but leaves its channels; [`Practice::stop`] removes those too.
#[derive(Debug)]
pub struct Practice {
    engine: Weak<Engine>,
    tasks: JoinSet<()>,
    // Listens until the end; its channels' callback URL leads here.
    _endpoint: Endpoint,
}

/// Starts the demo with a seed of its own.
///
/// # Errors
/// When the relay does not listen, no port can be had, or the store refuses.
pub async fn start(engine: &Arc<Engine>) -> Result<Practice> {
    start_with(engine, engine.clock.now().0.unsigned_abs()).await
}

/// Starts the demo: the same seed gives the same people, texts and failures. Demo channels left behind by an earlier run are used again.
///
/// # Errors
/// When the relay does not listen, no port can be had, or the store refuses.
pub async fn start_with(engine: &Arc<Engine>, seed: u64) -> Result<Practice> {
    if engine.relay_addr().is_none() {
        return Err(engine
            .relay_error()
            .unwrap_or_else(|| Error::unexpected("start the demo", &"the relay does not listen")));
    }
    let moody = Moody::new(seed);
    let endpoint = Endpoint::start(move |call| moody.answer(call))
        .await
        .map_err(|cause| Error::unexpected("open a port for the practice endpoint", &cause))?;

    let mut random = Random::new(seed);
    let now = engine.clock.now();
    let mut tasks = JoinSet::new();
    for channel in channels(engine, &endpoint.url()).await? {
        let series = Random::new(random.number());
        let stage = Stage { engine: Arc::downgrade(engine), channel: channel.id, sender: Sender::default() };
        match &channel.options {
            Options::Elma365(options) => {
                let channel_id = options.channel_id.clone().unwrap_or_else(|| random.uuid());
                let elma365 = Elma365 {
                    token: channel.token.expose().to_owned(),
                    channel_id,
                    company: COMPANY.to_owned(),
                };
                tasks.spawn(stage.perform(Play::new(Sales::new(elma365, now), series)));
            }
            Options::Chatwoot(options) => {
                let secret = options.webhook_secrets.first().cloned();
                let chatwoot = Chatwoot::new((1, "Practice Ltd."), (7, "Support"), secret);
                tasks.spawn(stage.perform(Play::new(Support::new(chatwoot, &mut random, now), series)));
            }
            Options::Userlike(options) => {
                let header =
                    options.secret_header.clone().unwrap_or_else(|| "x-switchboard-secret".to_owned());
                let userlike = Userlike {
                    secret: Some((header, channel.token.expose().to_owned())),
                    time_zone: options.time_zone.clone().unwrap_or_else(|| "UTC".to_owned()),
                    widget: (9, "Website".to_owned()),
                    page: format!("{COMPANY}/help"),
                };
                tasks.spawn(stage.perform(Play::new(Website::new(userlike, &mut random, now), series)));
            }
        }
    }
    Ok(Practice { engine: Arc::downgrade(engine), tasks, _endpoint: endpoint })
}

impl Practice {
    /// Ends the demo and removes everything of it: its channels and what they brought.
    ///
    /// # Errors
    /// When the store refuses; what is left can be removed by [`remove`].
    pub async fn stop(mut self) -> Result<()> {
        // First nobody sends any more, so that nothing arrives for a channel that is gone.
        self.tasks.shutdown().await;
        match self.engine.upgrade() {
            Some(engine) => remove(&engine).await,
            None => Ok(()),
        }
    }
}

/// Removes every channel marked as demo with its traffic, whether or not the demo runs: one that was cut short leaves its channels behind.
///
/// # Errors
/// When the store refuses.
pub async fn remove(engine: &Arc<Engine>) -> Result<()> {
    let _held = engine.editing.lock().await;
    let result = remove_all(engine).await;
    engine.reload_channels().await?;
    result
}

async fn remove_all(engine: &Engine) -> Result<()> {
    for channel in engine.store.channels().await?.into_iter().filter(|channel| channel.demo) {
        engine.store.delete_channel(channel.id).await?;
    }
    Ok(())
}

/// The demo's channels, one a platform: those left behind, or new ones.
async fn channels(engine: &Engine, callback_url: &str) -> Result<Vec<Channel>> {
    let _held = engine.editing.lock().await;
    let existing = engine.store.channels().await?;
    let mut channels = Vec::new();
    for platform in Platform::ALL {
        let left = existing.iter().find(|channel| channel.demo && channel.platform() == platform).cloned();
        let mut channel = left.unwrap_or_else(|| new_channel(engine, platform, &existing));
        channel.callback_url = Some(callback_url.to_owned());
        engine.store.put_channel(channel.clone()).await?;
        channels.push(channel);
    }
    engine.reload_channels().await?;
    Ok(channels)
}

fn new_channel(engine: &Engine, platform: Platform, existing: &[Channel]) -> Channel {
    let name = match platform {
        Platform::Elma365 => "ELMA365 practice",
        Platform::Chatwoot => "Chatwoot practice",
        Platform::Userlike => "Userlike practice",
    };
    let options = match Options::new(platform) {
        Options::Chatwoot(options) => Options::Chatwoot(ChatwootOptions {
            account_id: Some(1),
            inbox_id: Some(7),
            webhook_secrets: vec![Secret::random(24)],
            ..options
        }),
        options => options,
    };
    Channel {
        id: engine.store.new_id(),
        name: free_name(name, existing),
        preset: (platform == Platform::Chatwoot).then_some(Preset::Chatwoot),
        token: Secret::random(18),
        api_url: None,
        platform_trust: None,
        callback_url: None,
        subscriptions: Subscriptions::All,
        format: Format::Switchboard,
        endpoint: EndpointOptions::default(),
        options,
        intake_key: Secret::random(24),
        endpoint_token: Secret::random(24),
        signing_secret: signing_secret(),
        mode: Mode::Active,
        demo: true,
        created_at: engine.clock.now(),
    }
}

/// The name, or the name with the first number that makes it unique.
fn free_name(name: &str, existing: &[Channel]) -> String {
    let taken: HashSet<String> = existing.iter().map(|channel| channel.name.to_lowercase()).collect();
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let free =
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken.contains(&name.to_lowercase()));
    free.unwrap_or_else(|| name.to_owned())
}

/// Standard Webhooks writes its secrets in the other alphabet of base64. 24 bytes need no padding in either.
fn signing_secret() -> Secret {
    Secret::new(format!("whsec_{}", Secret::random(24).expose().replace('-', "+").replace('_', "/")))
}

/// Where a play is performed: one channel's intake.
struct Stage {
    engine: Weak<Engine>,
    channel: ChannelId,
    sender: Sender,
}

impl Stage {
    /// Goes on until the channel or the engine is gone.
    async fn perform<C: Company>(self, mut play: Play<C>) {
        while let Some(engine) = self.engine.upgrade() {
            let Some(channel) = engine.channels().iter().find(|channel| channel.id == self.channel).cloned()
            else {
                return;
            };
            // By the address on this computer, whatever public address is set; a replaced key is followed.
            let url =
                reach::intake_url(&reach::base("", engine.relay_addr(), &engine.settings().listen), &channel);
            // Turned off by the admin, the platform would only see errors.
            let requests = if channel.mode == Mode::Off { Vec::new() } else { play.beat(engine.clock.now()) };
            drop(engine);
            for request in requests {
                match tokio::time::timeout(PATIENCE, self.sender.post(&url, request)).await {
                    Ok(Ok((status, _))) if status.is_success() => {}
                    Ok(Ok((status, _))) => tracing::debug!(%status, "The practice platform was refused."),
                    Ok(Err(cause)) => tracing::debug!(%cause, "The practice platform got no answer."),
                    Err(_) => tracing::debug!("The practice platform waited in vain."),
                }
            }
            tokio::time::sleep(Duration::from_millis(play.pause_ms())).await;
        }
    }
}

/// The demo's endpoint: takes nearly everything, fails now and then, and fails the same message in the same way.
#[derive(Debug)]
struct Moody {
    seed: u64,
    /// Events it failed once and will take when they come again.
    failed: Mutex<HashSet<String>>,
}

impl Moody {
    fn new(seed: u64) -> Self {
        Self { seed, failed: Mutex::default() }
    }

    fn answer(&self, call: &Call) -> Reply {
        let id = call.header("webhook-id");
        let fate = id.bytes().fold(self.seed, |fate, byte| mix(fate ^ u64::from(byte))) % 100;
        match fate {
            0..5 => {
                let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
                if failed.remove(id) {
                    return Reply::ok();
                }
                failed.insert(id.to_owned());
                Reply::status(StatusCode::INTERNAL_SERVER_ERROR).body(r#"{"error":"database is busy"}"#)
            }
            5..7 => Reply::status(StatusCode::UNPROCESSABLE_ENTITY).body(r#"{"error":"no such customer"}"#),
            7..10 => Reply::ok().after(Duration::from_millis(1_500)),
            _ => Reply::ok(),
        }
    }
}

#[cfg(test)]
mod tests;
