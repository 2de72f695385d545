//! Table `channels` of `settings.db`: everything an admin set and a platform taught us. Secrets are sealed, the rest is plain JSON.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode};
use serde::{Deserialize, Serialize};

use super::seal::{Kind, Seal};
use super::sql::{id, num};
use super::steps::Role;
use super::{Store, chores, destinations};
use crate::domain::{
    Channel, ChannelId, ChatwootOptions, Code, Elma365Options, Endpoint, Format, Header, Mode, Options,
    Platform, Preset, SignatureRule, Subscriptions, Timestamp, Trust, UserlikeOptions,
};
use crate::error::{Error, Result};
use crate::secret::Secret;

impl Store {
    /// All channels, by creation.
    pub async fn channels(&self) -> Result<Vec<Channel>> {
        let shared = Arc::clone(&self.0.shared);
        self.settings_db(move |db| all(db, shared.seal().ok().as_deref())).await
    }

    /// Creates or replaces a channel (and its endpoint's destination). Errors: NAME-01 when the name is taken.
    pub async fn put_channel(&self, channel: Channel) -> Result<()> {
        let seal = self.0.shared.seal()?;
        let id = channel.id;
        let written = channel.clone();
        self.change_settings(move |db| put(db, &seal, &written)).await?;
        self.0.shared.set_channel(channel);
        self.0.writer.keep(move |tx| destinations::ensure(tx, id, Role::Endpoint).map(drop)).await
    }

    /// Deletes a channel, its links, its deliveries and what is kept of its traffic. Of much traffic the rest goes after this has returned.
    pub async fn delete_channel(&self, id: ChannelId) -> Result<()> {
        /// How long a caller waits for the traffic to go.
        const WAIT: Duration = Duration::from_secs(2);
        self.change_settings(move |db| delete(db, id)).await?;
        self.0.shared.forget_channel(id);
        self.uncount(id);
        let erasing = tokio::spawn(chores::erase(Arc::downgrade(&self.0), id));
        drop(tokio::time::timeout(WAIT, erasing).await);
        Ok(())
    }
}

/// What is no secret. Fields a version does not know it leaves out; those it misses take their defaults.
#[derive(Serialize, Deserialize)]
struct Plain {
    platform: Platform,
    preset: Option<Preset>,
    api_url: Option<String>,
    #[serde(default)]
    platform_trust: Option<Trust>,
    subscriptions: Subscriptions,
    format: Format,
    header_names: Vec<String>,
    timeout_ms: Option<u32>,
    trusted_certificate: Option<String>,
    mode: Mode,
    demo: bool,
    created_at: Timestamp,
    #[serde(default)]
    channel_id: Option<String>,
    #[serde(default)]
    user_info: Option<String>,
    #[serde(default)]
    disconnected: bool,
    #[serde(default)]
    account_id: Option<i64>,
    #[serde(default)]
    inbox_id: Option<i64>,
    #[serde(default)]
    inbox_identifier: Option<String>,
    #[serde(default)]
    signature: SignatureRule,
    #[serde(default)]
    secret_header: Option<String>,
    #[serde(default)]
    time_zone: Option<String>,
    #[serde(default)]
    outcomes_used: bool,
    #[serde(default)]
    resend_silent: bool,
    #[serde(default)]
    new_conversation: bool,
    #[serde(default)]
    agents_language: Option<String>,
    #[serde(default)]
    dashed_header: bool,
}

/// What is secret, and the addresses that may hold a password.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Secrets {
    token: String,
    callback_url: Option<String>,
    header_values: Vec<String>,
    intake_key: String,
    endpoint_token: String,
    signing_secret: String,
    send_token: String,
    webhook: Option<String>,
    webhook_secrets: Vec<String>,
}

fn text(secret: &Secret) -> String {
    secret.expose().to_owned()
}

fn split(channel: &Channel) -> (Plain, Secrets) {
    let endpoint = &channel.endpoint;
    let mut plain = Plain {
        platform: channel.platform(),
        preset: channel.preset,
        api_url: channel.api_url.clone(),
        platform_trust: channel.platform_trust.clone(),
        subscriptions: channel.subscriptions.clone(),
        format: channel.format,
        header_names: endpoint.headers.iter().map(|header| header.name.clone()).collect(),
        timeout_ms: endpoint.timeout_ms,
        trusted_certificate: endpoint.trusted_certificate.clone(),
        mode: channel.mode,
        demo: channel.demo,
        created_at: channel.created_at,
        channel_id: None,
        user_info: None,
        disconnected: false,
        account_id: None,
        inbox_id: None,
        inbox_identifier: None,
        signature: SignatureRule::default(),
        secret_header: None,
        time_zone: None,
        outcomes_used: false,
        resend_silent: false,
        new_conversation: false,
        agents_language: None,
        dashed_header: false,
    };
    let mut secrets = Secrets {
        token: text(&channel.token),
        callback_url: channel.callback_url.clone(),
        header_values: endpoint.headers.iter().map(|header| text(&header.value)).collect(),
        intake_key: text(&channel.intake_key),
        endpoint_token: text(&channel.endpoint_token),
        signing_secret: text(&channel.signing_secret),
        ..Secrets::default()
    };
    match &channel.options {
        Options::Elma365(options) => {
            plain.channel_id.clone_from(&options.channel_id);
            plain.user_info.clone_from(&options.user_info);
            plain.disconnected = options.disconnected;
            plain.outcomes_used = options.outcomes_used;
            plain.resend_silent = options.resend_silent;
            secrets.send_token = text(&options.send_token);
            secrets.webhook.clone_from(&options.webhook);
        }
        Options::Chatwoot(options) => {
            plain.account_id = options.account_id;
            plain.inbox_id = options.inbox_id;
            plain.inbox_identifier.clone_from(&options.inbox_identifier);
            plain.signature = options.signature;
            plain.new_conversation = options.new_conversation;
            plain.agents_language.clone_from(&options.agents_language);
            plain.dashed_header = options.dashed_header;
            secrets.webhook_secrets = options.webhook_secrets.iter().map(text).collect();
        }
        Options::Userlike(options) => {
            plain.secret_header.clone_from(&options.secret_header);
            plain.time_zone.clone_from(&options.time_zone);
        }
    }
    (plain, secrets)
}

fn join(id: ChannelId, name: String, plain: Plain, secrets: Secrets) -> Channel {
    let options = match plain.platform {
        Platform::Elma365 => Options::Elma365(Elma365Options {
            send_token: Secret::new(secrets.send_token),
            channel_id: plain.channel_id,
            webhook: secrets.webhook,
            user_info: plain.user_info,
            disconnected: plain.disconnected,
            outcomes_used: plain.outcomes_used,
            resend_silent: plain.resend_silent,
        }),
        Platform::Chatwoot => Options::Chatwoot(ChatwootOptions {
            account_id: plain.account_id,
            inbox_id: plain.inbox_id,
            inbox_identifier: plain.inbox_identifier,
            webhook_secrets: secrets.webhook_secrets.into_iter().map(Secret::new).collect(),
            signature: plain.signature,
            new_conversation: plain.new_conversation,
            agents_language: plain.agents_language,
            dashed_header: plain.dashed_header,
        }),
        Platform::Userlike => Options::Userlike(UserlikeOptions {
            secret_header: plain.secret_header,
            time_zone: plain.time_zone,
        }),
    };
    let values = secrets.header_values.into_iter().chain(std::iter::repeat(String::new()));
    let headers = plain
        .header_names
        .into_iter()
        .zip(values)
        .map(|(name, value)| Header { name, value: Secret::new(value) });
    Channel {
        id,
        name,
        preset: plain.preset,
        token: Secret::new(secrets.token),
        api_url: plain.api_url,
        platform_trust: plain.platform_trust,
        callback_url: secrets.callback_url,
        subscriptions: plain.subscriptions,
        format: plain.format,
        endpoint: Endpoint {
            headers: headers.collect(),
            timeout_ms: plain.timeout_ms,
            trusted_certificate: plain.trusted_certificate,
        },
        options,
        intake_key: Secret::new(secrets.intake_key),
        endpoint_token: Secret::new(secrets.endpoint_token),
        signing_secret: Secret::new(secrets.signing_secret),
        mode: plain.mode,
        demo: plain.demo,
        created_at: plain.created_at,
    }
}

/// Creates or replaces a channel.
pub(super) fn put(db: &Connection, seal: &Seal, channel: &Channel) -> Result<()> {
    let (plain, secrets) = split(channel);
    let plain = serde_json::to_string(&plain).map_err(|cause| Error::unexpected("writing JSON", &cause))?;
    let secrets = seal.seal_json(Kind::Secrets, &secrets)?;
    db.execute(
        "INSERT INTO channels VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET name = ?2, folded = ?3, plain = ?4, secrets = ?5",
        (num(channel.id.0), &channel.name, channel.name.to_lowercase(), plain, secrets),
    )
    .map_err(|cause| match cause.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => Error::with(Code::Name01, [("name", &channel.name)]),
        _ => Error::from(cause),
    })?;
    Ok(())
}

/// All channels, by creation. Without a key they come without their secrets: enough to list them, useless to anyone who calls.
pub(super) fn all(db: &Connection, seal: Option<&Seal>) -> Result<Vec<Channel>> {
    let mut select = db.prepare("SELECT id, name, plain, secrets FROM channels ORDER BY id")?;
    let rows = select.query_map([], |row| {
        Ok((id(row.get(0)?), row.get(1)?, row.get::<_, String>(2)?, row.get::<_, Vec<u8>>(3)?))
    })?;
    let mut channels = Vec::new();
    for row in rows {
        let (id, name, plain, sealed) = row?;
        let plain: Plain =
            serde_json::from_str(&plain).map_err(|cause| Error::unexpected("reading a channel", &cause))?;
        let secrets = match seal {
            Some(seal) => seal.open_json(Kind::Secrets, &sealed)?,
            // An empty token means that none is asked for: a random one lets nobody in.
            None => Secrets {
                token: text(&Secret::random(24)),
                intake_key: text(&Secret::random(24)),
                ..Secrets::default()
            },
        };
        channels.push(join(id, name, plain, secrets));
    }
    Ok(channels)
}

/// Deletes a channel.
pub(super) fn delete(db: &Connection, channel: ChannelId) -> Result<()> {
    db.execute("DELETE FROM channels WHERE id = ?1", [num(channel.0)])?;
    Ok(())
}
