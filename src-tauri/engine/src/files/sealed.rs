//! A file on the disk: its content in sealed pieces, so that neither writing nor reading ever holds more than one.
//!
//! A piece is 64 KiB sealed with XChaCha20-Poly1305 (the last one may be shorter, and that of an empty file is empty). Its nonce is the file's
//! random prefix, the piece's number and whether it is the last, so that pieces which were swapped, left out or cut off do not open.
//! The file's name is the keyed digest of its content: one that was put in another's place is found out before its last piece is given
//! away. Everything here blocks; it must not know what the files are for.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::FILE_LIMIT;
use crate::domain::Code;
use crate::error::{Error, Result};

/// Bytes of content in a piece.
pub(super) const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
/// What a file begins with: that it is one of ours, and how it is made.
const MARK: [u8; 4] = *b"SBF1";
/// Bytes of a nonce that are the file's own; the piece's number (4) and whether it is the last (1) follow.
const PREFIX: usize = 19;
const HEAD: usize = MARK.len() + PREFIX;
/// How the name of a file ends that is still being written.
pub(super) const PART: &str = "part";

/// What files are sealed and named with.
pub(super) struct Keys {
    pub(super) sealing: Zeroizing<[u8; 32]>,
    pub(super) digest: Zeroizing<[u8; 32]>,
}

impl Keys {
    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.sealing).into())
    }
}

fn nonce(prefix: &[u8; PREFIX], number: u32, last: bool) -> XNonce {
    let mut nonce = XNonce::default();
    nonce[..PREFIX].copy_from_slice(prefix);
    nonce[PREFIX..PREFIX + 4].copy_from_slice(&number.to_be_bytes());
    nonce[PREFIX + 4] = u8::from(last);
    nonce
}

fn failed(cause: &io::Error) -> Error {
    if matches!(cause.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
        Error::new(Code::Db03)
    } else {
        Error::unexpected("keeping a file", cause)
    }
}

/// A file being written. Dropped before its end, it leaves nothing behind.
pub(super) struct Writer {
    file: File,
    part: PathBuf,
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX],
    number: u32,
    piece: Vec<u8>,
    digest: blake3::Hasher,
    size: u64,
}

impl Writer {
    /// Begins a file in that folder.
    pub(super) fn create(folder: &Path, keys: &Keys) -> Result<Self> {
        let mut prefix = [0; PREFIX];
        getrandom::fill(&mut prefix).map_err(|cause| Error::unexpected("reading randomness", &cause))?;
        // The prefix is random enough to name the file by until its content does.
        let part = folder.join(blake3::hash(&prefix).to_hex().as_str()).with_extension(PART);
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&part).map_err(|cause| failed(&cause))?;
        let mut writer = Self {
            file,
            part,
            cipher: keys.cipher(),
            prefix,
            number: 0,
            piece: Vec::with_capacity(PIECE + TAG),
            digest: blake3::Hasher::new_keyed(&keys.digest),
            size: 0,
        };
        let head = [&MARK[..], &prefix[..]].concat();
        writer.file.write_all(&head).map_err(|cause| failed(&cause))?;
        Ok(writer)
    }

    /// Adds to its content. Errors: SIZE-01 beyond the limit, DB-03 when the disk is full.
    pub(super) fn write(&mut self, mut bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > FILE_LIMIT {
            return Err(Error::new(Code::Size01));
        }
        while !bytes.is_empty() {
            if self.piece.len() == PIECE {
                self.seal(false)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.piece.len()));
            self.piece.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    fn seal(&mut self, last: bool) -> Result<()> {
        self.digest.update(&self.piece);
        let nonce = nonce(&self.prefix, self.number, last);
        let tag = self
            .cipher
            .encrypt_inout_detached(&nonce, &[], self.piece.as_mut_slice().into())
            .map_err(|cause| Error::unexpected("sealing", &cause))?;
        self.piece.extend_from_slice(&tag);
        self.file.write_all(&self.piece).map_err(|cause| failed(&cause))?;
        self.piece.clear();
        self.number += 1;
        Ok(())
    }

    /// Ends it: it is on the disk under the name this gives, with that many bytes of content. `placing` is held while it gets its name.
    pub(super) fn finish(mut self, placing: &Mutex<()>) -> Result<(String, u64)> {
        self.seal(true)?;
        let name = self.digest.finalize().to_hex().to_string();
        let put = || {
            self.file.sync_all()?;
            // One of the same content is replaced: it may have been damaged, and it counts as new for whoever removes old ones.
            {
                let _placing = placing.lock().unwrap_or_else(PoisonError::into_inner);
                fs::rename(&self.part, self.part.with_file_name(&name))?;
            }
            match self.part.parent() {
                // The name is on the disk only when its folder is.
                #[cfg(unix)]
                Some(folder) => File::open(folder)?.sync_all(),
                _ => Ok(()),
            }
        };
        put().map_err(|cause| failed(&cause))?;
        Ok((name, self.size))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // After it got its name there is none of this.
        drop(fs::remove_file(&self.part));
    }
}

/// A file being read.
pub(super) struct Reader {
    file: File,
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX],
    number: u32,
    /// Bytes left on the disk.
    left: u64,
    digest: blake3::Hasher,
    name: String,
}

impl Reader {
    /// Opens a file. Errors: FILE-01 when there is none of that name, DB-02 when it is not one of ours or is not of this size.
    pub(super) fn open(folder: &Path, keys: &Keys, name: &str, size: u64) -> Result<Self> {
        let damaged = |cause: &dyn std::fmt::Display| {
            tracing::error!(%cause, name, "A file is damaged.");
            Error::new(Code::Db02)
        };
        let mut file = File::open(folder.join(name)).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => Error::new(Code::File01),
            _ => Error::unexpected("reading a file", &cause),
        })?;
        let mut head = [0; HEAD];
        let whole = file.seek(SeekFrom::End(0)).map_err(|cause| damaged(&cause))?;
        let pieces = size.div_ceil(PIECE as u64).max(1);
        if whole != HEAD as u64 + size + pieces * TAG as u64 {
            return Err(damaged(&"it has not the size it should have"));
        }
        file.rewind().and_then(|()| file.read_exact(&mut head)).map_err(|cause| damaged(&cause))?;
        let (mark, rest) = head.split_at(MARK.len());
        let mut prefix = [0; PREFIX];
        prefix.copy_from_slice(rest);
        if mark != MARK {
            return Err(damaged(&"it is not one of ours"));
        }
        Ok(Self {
            file,
            cipher: keys.cipher(),
            prefix,
            number: 0,
            left: whole - HEAD as u64,
            digest: blake3::Hasher::new_keyed(&keys.digest),
            name: name.to_owned(),
        })
    }

    /// The next piece of its content; none after the last. Errors: DB-02 when it is damaged.
    pub(super) fn next(&mut self) -> Result<Option<Bytes>> {
        if self.left == 0 {
            return Ok(None);
        }
        let damaged = |cause: &dyn std::fmt::Display| {
            tracing::error!(%cause, name = self.name, "A file is damaged.");
            Error::new(Code::Db02)
        };
        let length = self.left.min((PIECE + TAG) as u64);
        let last = length == self.left;
        let mut piece = vec![0; usize::try_from(length).unwrap_or(PIECE + TAG)];
        self.file.read_exact(&mut piece).map_err(|cause| damaged(&cause))?;
        let end = piece.len().checked_sub(TAG).ok_or_else(|| damaged(&"its end is missing"))?;
        let (content, tag) = piece.split_at_mut(end);
        let tag = Tag::try_from(&*tag).map_err(|cause| damaged(&cause))?;
        self.cipher
            .decrypt_inout_detached(&nonce(&self.prefix, self.number, last), &[], content.into(), &tag)
            .map_err(|cause| damaged(&cause))?;
        piece.truncate(end);
        self.digest.update(&piece);
        if last {
            let digest = self.digest.finalize().to_hex();
            if !bool::from(digest.as_bytes().ct_eq(self.name.as_bytes())) {
                return Err(damaged(&"it holds another file's content"));
            }
        }
        self.left -= length;
        self.number += 1;
        Ok(Some(piece.into()))
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}
