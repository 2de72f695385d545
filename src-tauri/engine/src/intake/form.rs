//! A request as `multipart/form-data`: its fields as text, its files on the disk as they come.

use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{BoxStream, StreamExt as _, unfold};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use multer::{Constraints, Field, Multipart, SizeLimit};

use super::receive::BODY_LIMIT;
use crate::domain::Code;
use crate::domain::validate::bad_field;
use crate::error::{Error, Result};
use crate::files::{FILE_LIMIT, Files};
use crate::platforms::outbox::file_name;
use crate::store::FilePlace;

/// The most files a form may bring: no platform takes more with one message.
const MOST_FILES: usize = 20;

/// A form, read to its end.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// Names and texts, in order.
    pub(super) fields: Vec<(String, String)>,
    /// Its files, in order.
    pub(super) files: Vec<FormFile>,
}

/// A file of a form.
#[derive(Debug)]
pub(super) struct FormFile {
    /// Its name.
    pub(super) name: String,
    /// MIME type, where one is given.
    pub(super) content_type: Option<String>,
    /// Where it is now.
    pub(super) place: FilePlace,
}

/// Reads a form. `patience` is how long its sender may fall silent. Errors: DATA-01 it is none, SIZE-01 a file or its text is too large,
/// TIME-02 its sender fell silent, DATA-02 there are too many files, and what keeping a file says.
pub(super) async fn read(
    files: &Files,
    boundary: String,
    body: Incoming,
    patience: Duration,
) -> Result<Form> {
    let size = SizeLimit::new().per_field(FILE_LIMIT).whole_stream(MOST_FILES as u64 * FILE_LIMIT);
    let mut parts =
        Multipart::with_constraints(bytes(body, patience), boundary, Constraints::new().size_limit(size));
    let (mut form, mut text) = (Form::default(), 0);
    while let Some(mut part) = parts.next_field().await.map_err(failed)? {
        if let Some(name) = part.file_name().map(file_name) {
            if form.files.len() == MOST_FILES {
                return Err(bad_field("files"));
            }
            let content_type = part.content_type().map(ToString::to_string);
            let place = files.keep(chunks(&mut part)).await?;
            form.files.push(FormFile { name, content_type, place });
        } else {
            let name = part.name().unwrap_or_default().to_owned();
            let mut value = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(failed)? {
                text += chunk.len();
                if text > BODY_LIMIT {
                    return Err(Error::new(Code::Size01));
                }
                value.extend_from_slice(&chunk);
            }
            let value = String::from_utf8(value).map_err(|_| bad_field(&name))?;
            form.fields.push((name, value));
        }
    }
    Ok(form)
}

/// The body as it comes.
fn bytes(body: Incoming, patience: Duration) -> impl futures_util::Stream<Item = Result<Bytes>> + Send {
    unfold(body, move |mut body| async move {
        loop {
            match tokio::time::timeout(patience, body.frame()).await {
                Err(_) => return Some((Err(Error::new(Code::Time02)), body)),
                Ok(None) => return None,
                Ok(Some(Err(_))) => return Some((Err(Error::new(Code::Data01)), body)),
                Ok(Some(Ok(frame))) => {
                    // Trailers say nothing here.
                    if let Ok(data) = frame.into_data() {
                        return Some((Ok(data), body));
                    }
                }
            }
        }
    })
}

fn chunks<'a>(part: &'a mut Field<'static>) -> BoxStream<'a, Result<Bytes>> {
    unfold(part, |part| async move {
        let chunk = part.chunk().await.map_err(failed).transpose()?;
        Some((chunk, part))
    })
    .boxed()
}

fn failed(error: multer::Error) -> Error {
    match error {
        multer::Error::FieldSizeExceeded { .. } | multer::Error::StreamSizeExceeded { .. } => {
            Error::new(Code::Size01)
        }
        multer::Error::StreamReadFailed(cause) => match cause.downcast::<Error>() {
            Ok(ours) => *ours,
            Err(_) => Error::new(Code::Data01),
        },
        _ => Error::new(Code::Data01),
    }
}
