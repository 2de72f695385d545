//! Pictures of people, for a platform that asks for the picture itself and not for where it can be fetched: they are fetched when somebody
//! is spoken of, because nobody waits for them when they are asked for.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::TryStreamExt as _;
use serde_json::Value;

use super::{content_type_of, is_on_the_web};
use crate::domain::{ChannelId, Contact, FileId, Platform, Routed};
use crate::engine::Engine;
use crate::error::Result;
use crate::platforms::outbox::file_name;
use crate::store::{FilePlace, NewFile};

/// Under which name a contact knows its picture.
const FIELD: &str = "avatarFile";
/// The largest picture that is sent, in bytes.
const LARGEST: u64 = 1 << 20;
/// Pictures remembered, so that each message of somebody does not fetch theirs again.
const REMEMBERED: usize = 4_096;

/// Which file the picture at an address is.
#[derive(Debug, Default)]
pub(crate) struct Pictures(Mutex<HashMap<(ChannelId, String), FileId>>);

impl Pictures {
    fn find(&self, at: &(ChannelId, String)) -> Option<FileId> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(at).copied()
    }

    fn put(&self, at: (ChannelId, String), id: FileId) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            // Whoever is spoken of again comes back.
            known.clear();
        }
        known.insert(at, id);
    }
}

/// Has the pictures of the people of these events fetched, where their channel's platform will ask for them.
pub(crate) async fn fetch_pictures(engine: &Engine, events: &mut [Routed]) -> Result<()> {
    for Routed { channel, event, .. } in events {
        let Some(contact) = &mut event.contact else { continue };
        let Some(url) = contact.avatar_url.clone().filter(|url| is_on_the_web(url)) else { continue };
        if engine.channel(*channel).is_some_and(|channel| channel.platform() == Platform::Elma365) {
            let id = file_of(engine, *channel, &contact.key, url).await?;
            contact.attributes.insert(FIELD.to_owned(), Value::from(id.to_string()));
        }
    }
    Ok(())
}

/// The file a picture is, entered now unless it is known.
async fn file_of(engine: &Engine, channel: ChannelId, key: &str, url: String) -> Result<FileId> {
    let at = (channel, url);
    if let Some(id) = engine.files.pictures.find(&at) {
        return Ok(id);
    }
    let known = engine.store.contact(channel, key).await?;
    let known = known.filter(|contact| contact.avatar_url.as_ref() == Some(&at.1)).as_ref().and_then(file);
    let id = match known {
        Some(id) if !is_lost(engine, id).await? => id,
        _ => {
            let id = engine.store.new_id();
            let name = file_name(at.1.split(['?', '#']).next().unwrap_or_default());
            let content_type = content_type_of(&name, None);
            let place = FilePlace::There(at.1.clone());
            engine.store.put_file(NewFile { id, channel, name, content_type, place }).await?;
            engine.files.wake();
            id
        }
    };
    engine.files.pictures.put(at, id);
    Ok(id)
}

/// What could not be had once may be had now.
async fn is_lost(engine: &Engine, id: FileId) -> Result<bool> {
    let found = engine.store.files(&[id]).await?.pop();
    Ok(found.is_none_or(|file| matches!(file.place, FilePlace::Lost(_))))
}

fn file(contact: &Contact) -> Option<FileId> {
    contact.attributes.get(FIELD)?.as_str()?.parse().ok()
}

/// Somebody's picture in base64; none when there is none, when it is not here, or is too large to be sent.
pub(crate) async fn picture(engine: &Engine, contact: &Contact) -> Result<Option<String>> {
    let Some(id) = file(contact) else { return Ok(None) };
    let Some(file) = engine.store.files(&[id]).await?.pop() else { return Ok(None) };
    if !matches!(file.place, FilePlace::Here { size, .. } if size <= LARGEST) {
        return Ok(None);
    }
    let pieces: Vec<_> = engine.files.read(&file).await?.try_collect().await?;
    Ok(Some(STANDARD.encode(pieces.concat())))
}
