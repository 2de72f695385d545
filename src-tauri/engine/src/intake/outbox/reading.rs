//! What stands in a request, as JSON or as a form: its files on the disk, and what the log keeps of its body.

use bytes::Bytes;
use futures_util::stream::{self, StreamExt as _};
use serde_json::{Map, Value, json};

use crate::domain::Channel;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::intake::form::{Form, FormFile};
use crate::platforms::outbox::{self, Given, GivenFile};
use crate::store::FilePlace;

/// How a request with a body beyond this is read: on a thread that may take its time.
const LARGE: usize = 256 << 10;

/// A file's name, its type where one is given, and where it is.
type PlacedFile = (String, Option<String>, FilePlace);

/// A request that was understood.
pub(super) struct Understood {
    pub(super) request: outbox::Request,
    /// Its files in order.
    pub(super) files: Vec<PlacedFile>,
    /// What is kept of its body.
    pub(super) shown: Bytes,
}

/// A request that was not.
pub(super) struct Refused {
    pub(super) error: Error,
    pub(super) shown: Bytes,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self { error, shown: Bytes::new() }
    }
}

/// Reads a JSON body and puts the files that are in it on the disk.
pub(super) async fn of_json(
    engine: &Engine,
    channel: &Channel,
    body: Bytes,
) -> std::result::Result<Understood, Refused> {
    let (platform, length) = (channel.platform(), body.len());
    let read = move || (outbox::parse(platform, &body), without_bulk(body));
    let (parsed, shown) = if length > LARGE {
        tokio::task::spawn_blocking(read)
            .await
            .map_err(|cause| Error::unexpected("reading a body", &cause))?
    } else {
        read()
    };
    let files = async {
        let mut request = parsed?;
        let files = place(engine, std::mem::take(&mut request.files)).await?;
        Ok((request, files))
    };
    match files.await {
        Ok((request, files)) => Ok(Understood { request, files, shown }),
        Err(error) => Err(Refused { error, shown }),
    }
}

/// Reads a form, whose files are on the disk by now.
pub(super) async fn of_form(
    engine: &Engine,
    channel: &Channel,
    form: Form,
) -> std::result::Result<Understood, Refused> {
    let shown = Bytes::from(form_shown(&form).to_string());
    let Form { fields, files: parts } = form;
    // The whole request as one part is the usual way; its fields as parts of their own are the other.
    let fields = fields
        .into_iter()
        .map(|(name, text)| (if name == "request" { "json".to_owned() } else { name }, text));
    let files = async {
        let mut request = outbox::parse_form(channel.platform(), fields, parts.len())?;
        let mut files = place(engine, std::mem::take(&mut request.files)).await?;
        files.extend(parts.into_iter().map(|part| (part.name, part.content_type, part.place)));
        Ok((request, files))
    };
    match files.await {
        Ok((request, files)) => Ok(Understood { request, files, shown }),
        Err(error) => Err(Refused { error, shown }),
    }
}

/// Where the files of a request are: those that it brings are on the disk when this returns.
async fn place(engine: &Engine, files: Vec<GivenFile>) -> Result<Vec<PlacedFile>> {
    let mut placed = Vec::with_capacity(files.len());
    for GivenFile { name, content_type, content } in files {
        let at = match content {
            Given::Url(url) => FilePlace::There(url),
            Given::Bytes(bytes) => engine.files.keep(stream::iter([Ok(bytes)]).boxed()).await?,
        };
        placed.push((name, content_type, at));
    }
    Ok(placed)
}

/// What the log keeps of a body: of files in it, which are kept apart, only how large they are.
pub(super) fn without_bulk(body: Bytes) -> Bytes {
    let Ok(mut value) = serde_json::from_slice::<Value>(&body) else { return body };
    if strip(&mut value) { value.to_string().into() } else { body }
}

/// Whether there was anything to leave out.
fn strip(request: &mut Value) -> bool {
    let files = request.get_mut("files").and_then(Value::as_array_mut).into_iter().flatten();
    let mut stripped = false;
    for content in files.filter_map(|file| file.get_mut("base64")) {
        if let Value::String(digits) = content {
            *digits = format!("[{} bytes]", digits.trim_end_matches('=').len() * 3 / 4);
            stripped = true;
        }
    }
    stripped
}

/// A form as the log shows it: its fields, and of its files their names and sizes.
fn form_shown(form: &Form) -> Value {
    let field = |(name, text): &(String, String)| {
        let value = match serde_json::from_str::<Value>(text) {
            Ok(mut value @ (Value::Object(_) | Value::Array(_))) => {
                strip(&mut value);
                value
            }
            _ => Value::from(text.as_str()),
        };
        (name.clone(), value)
    };
    let file = |file: &FormFile| {
        let size = match &file.place {
            FilePlace::Here { size, .. } => Some(*size),
            FilePlace::There(_) | FilePlace::Lost(_) => None,
        };
        json!({ "name": file.name, "contentType": file.content_type, "size": size })
    };
    let fields: Map<String, Value> = form.fields.iter().map(field).collect();
    json!({ "fields": fields, "files": form.files.iter().map(file).collect::<Vec<_>>() })
}
