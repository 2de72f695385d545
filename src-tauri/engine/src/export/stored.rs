//! What is written already and only goes out: a file that goes with it, or a text.

use std::fs::File;
use std::io::Read as _;

use super::Piece;
use crate::backup::make::Passing;
use crate::domain::Code;
use crate::error::{Error, Result};

/// Bytes at a time.
const PIECE: usize = 256 * 1024;

/// What goes out.
#[derive(Debug)]
pub(crate) enum Stored {
    /// All of it at once; none when it has gone out.
    Text(Option<String>),
    /// A file, which is removed afterwards.
    File(Option<File>, #[expect(dead_code, reason = "the file goes with what is held here")] Passing),
}

impl Stored {
    /// A file.
    pub(crate) fn file(passing: Passing) -> Result<Self> {
        let file = File::open(passing.path()).map_err(failed)?;
        Ok(Self::File(Some(file), passing))
    }

    pub(super) async fn next(&mut self) -> Result<Option<Piece>> {
        match self {
            Self::Text(text) => Ok(text.take().map(|text| Piece { bytes: text.into_bytes(), rows: 0 })),
            Self::File(open, _) => {
                let Some(mut file) = open.take() else { return Ok(None) };
                let read = tokio::task::spawn_blocking(move || {
                    let mut bytes = vec![0; PIECE];
                    let length = file.read(&mut bytes)?;
                    bytes.truncate(length);
                    Ok((file, bytes))
                });
                let (file, bytes) = read
                    .await
                    .map_err(|cause| Error::unexpected("reading a file", &cause))?
                    .map_err(failed)?;
                if bytes.is_empty() {
                    return Ok(None);
                }
                *open = Some(file);
                Ok(Some(Piece { bytes, rows: 0 }))
            }
        }
    }
}

fn failed(cause: std::io::Error) -> Error {
    match cause.kind() {
        std::io::ErrorKind::NotFound => Error::new(Code::Id05),
        _ => Error::unexpected("reading a file", &cause),
    }
}
