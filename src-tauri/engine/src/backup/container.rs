//! The file of a backup.
//!
//! ```text
//! "SWITCHBOARD BACKUP 1\n" · length of the head · the head, JSON in clear · frames
//! frame: length · content, sealed when there is a password
//! content: 'E' and an entry's name · 'D' and bytes of it · 'Z' and the digest of all contents before
//! ```
//!
//! The last frame tells that nothing is missing. Sealing is XChaCha20-Poly1305 with a key that Argon2id makes of the password; each frame
//! is sealed with its number and the digest of the head, so that none can be left out, moved or put into another file. Pure over
//! readers and writers; it must not know what is in a backup.

use std::io::{self, Read, Write};

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::domain::Code;
use crate::error::{Error, Result};
use crate::schema::BackupInside;
use crate::secret::Secret;

const MAGIC: &[u8] = b"SWITCHBOARD BACKUP 1\n";
/// What every version of the format begins with.
const FAMILY: &[u8] = b"SWITCHBOARD BACKUP ";
/// Bytes of an entry in one frame.
pub(crate) const PIECE: usize = 1 << 20;
/// Longer than any head, and than any frame.
const LONGEST: usize = PIECE + 64 * 1024;

/// What the file says in clear.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Head {
    /// What is in it, for whoever chooses.
    pub(crate) inside: BackupInside,
    /// How far the databases have been brought.
    pub(crate) settings: usize,
    pub(crate) journal: usize,
    /// By what the data key is known.
    pub(crate) fingerprint: String,
    /// How the password becomes a key; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) stretch: Option<Stretch>,
}

/// How a password becomes a key.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Stretch {
    pub(crate) salt: String,
    /// KiB, rounds and lanes of Argon2id.
    pub(crate) memory: u32,
    pub(crate) rounds: u32,
    pub(crate) lanes: u32,
}

impl Stretch {
    /// A new salt, and what costs a guesser enough.
    pub(crate) fn new() -> Self {
        Self { salt: Secret::random(16).expose().to_owned(), memory: 64 * 1024, rounds: 3, lanes: 1 }
    }

    /// The key. Errors: BACK-02 for numbers no file of ours has.
    pub(crate) fn key(&self, password: &Secret) -> Result<Zeroizing<[u8; 32]>> {
        // A file from elsewhere must not take all the memory there is.
        if self.memory > 1024 * 1024 || self.rounds > 16 || self.lanes > 8 {
            return Err(Error::new(Code::Back02));
        }
        let damaged = |_| Error::new(Code::Back02);
        let params = argon2::Params::new(self.memory, self.rounds, self.lanes, Some(32)).map_err(damaged)?;
        let argon = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        let mut key = Zeroizing::new([0; 32]);
        argon
            .hash_password_into(password.expose().as_bytes(), self.salt.as_bytes(), &mut *key)
            .map_err(damaged)?;
        Ok(key)
    }
}

/// Seals the frames of one file.
struct Sealing {
    cipher: XChaCha20Poly1305,
    head: [u8; 32],
    number: u64,
}

impl Sealing {
    fn new(head: &[u8], key: &[u8; 32]) -> Self {
        Self { cipher: XChaCha20Poly1305::new(key.into()), head: *blake3::hash(head).as_bytes(), number: 0 }
    }

    /// A key is of one file alone, so a number is enough to be used once.
    fn next(&mut self) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..8].copy_from_slice(&self.number.to_le_bytes());
        self.number += 1;
        nonce.into()
    }

    fn seal(&mut self, clear: &[u8]) -> Result<Vec<u8>> {
        let nonce = self.next();
        let sealed = self.cipher.encrypt(&nonce, Payload { msg: clear, aad: &self.head });
        sealed.map_err(|cause| Error::unexpected("sealing a backup", &cause))
    }

    fn open(&mut self, sealed: &[u8]) -> Option<Vec<u8>> {
        let nonce = self.next();
        self.cipher.decrypt(&nonce, Payload { msg: sealed, aad: &self.head }).ok()
    }
}

fn disk(cause: io::Error) -> Error {
    match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::new(Code::Db03),
        _ => Error::unexpected("writing a backup", &cause),
    }
}

/// Writes one.
pub(crate) struct Writer<W> {
    to: W,
    sealing: Option<Sealing>,
    digest: blake3::Hasher,
}

impl<W: Write> Writer<W> {
    /// Begins a file.
    pub(crate) fn new(mut to: W, head: &Head, password: Option<&Secret>) -> Result<Self> {
        let text = serde_json::to_vec(head).map_err(|cause| Error::unexpected("writing JSON", &cause))?;
        let sealing = match (&head.stretch, password) {
            (Some(stretch), Some(password)) => Some(Sealing::new(&text, &*stretch.key(password)?)),
            _ => None,
        };
        to.write_all(MAGIC).and_then(|()| put(&mut to, &text)).map_err(disk)?;
        Ok(Self { to, sealing, digest: blake3::Hasher::new() })
    }

    /// Puts an entry.
    pub(crate) fn entry(&mut self, name: &str, mut from: impl Read) -> Result<()> {
        self.frame(b'E', name.as_bytes())?;
        let mut piece = vec![0; PIECE];
        loop {
            let mut filled = 0;
            // A reader may give less than there is.
            while filled < PIECE {
                match from.read(&mut piece[filled..]).map_err(disk)? {
                    0 => break,
                    more => filled += more,
                }
            }
            if filled == 0 {
                return Ok(());
            }
            self.frame(b'D', &piece[..filled])?;
        }
    }

    /// Ends the file. Gives back what it was written to.
    pub(crate) fn end(mut self) -> Result<W> {
        let digest = *self.digest.finalize().as_bytes();
        self.frame(b'Z', &digest)?;
        self.to.flush().map_err(disk)?;
        Ok(self.to)
    }

    fn frame(&mut self, kind: u8, content: &[u8]) -> Result<()> {
        let clear = [&[kind], content].concat();
        self.digest.update(&clear);
        let sealed;
        let bytes = match &mut self.sealing {
            Some(sealing) => {
                sealed = sealing.seal(&clear)?;
                &sealed
            }
            None => &clear,
        };
        put(&mut self.to, bytes).map_err(disk)
    }
}

fn put(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)
}

/// Reads one.
pub(crate) struct Reader<R> {
    from: R,
    head: Head,
    text: Vec<u8>,
    sealing: Option<Sealing>,
    digest: blake3::Hasher,
}

/// The next of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// An entry begins.
    Entry(String),
    /// Bytes of it.
    Data(Vec<u8>),
}

impl<R: Read> Reader<R> {
    /// Reads the head. Errors: BACK-02 for what is no backup, BACK-03 for one of a later form.
    pub(crate) fn new(mut from: R) -> Result<Self> {
        let mut magic = [0; MAGIC.len()];
        from.read_exact(&mut magic).map_err(|_| Error::new(Code::Back02))?;
        if magic != MAGIC {
            let ours = magic.starts_with(FAMILY);
            return Err(Error::new(if ours { Code::Back03 } else { Code::Back02 }));
        }
        let text = take(&mut from)?;
        let head: Head = serde_json::from_slice(&text).map_err(|_| Error::new(Code::Back02))?;
        Ok(Self { from, head, text, sealing: None, digest: blake3::Hasher::new() })
    }

    /// What it says in clear.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// Makes it open with that password, where it needs one. Errors: BACK-01 without one.
    pub(crate) fn unlock(&mut self, password: Option<&Secret>) -> Result<()> {
        if let Some(stretch) = &self.head.stretch {
            let password = password.ok_or_else(|| Error::new(Code::Back01))?;
            self.sealing = Some(Sealing::new(&self.text, &*stretch.key(password)?));
        }
        Ok(())
    }

    /// What comes next; none at its end, which was then the right one. Errors: BACK-01 when the password does not open the first of it,
    /// BACK-02 when it is damaged.
    pub(crate) fn next(&mut self) -> Result<Option<Part>> {
        let frame = take(&mut self.from)?;
        let clear = match &mut self.sealing {
            None => frame,
            Some(sealing) => {
                let first = sealing.number == 0;
                let wrong = if first { Code::Back01 } else { Code::Back02 };
                sealing.open(&frame).ok_or_else(|| Error::new(wrong))?
            }
        };
        let before = self.digest.finalize();
        self.digest.update(&clear);
        let damaged = || Error::new(Code::Back02);
        let (kind, content) = clear.split_first().ok_or_else(damaged)?;
        match kind {
            b'E' => Ok(Some(Part::Entry(String::from_utf8(content.to_vec()).map_err(|_| damaged())?))),
            b'D' => Ok(Some(Part::Data(content.to_vec()))),
            b'Z' if content == before.as_bytes() => Ok(None),
            _ => Err(damaged()),
        }
    }
}

fn take(from: &mut impl Read) -> Result<Vec<u8>> {
    let damaged = |_| Error::new(Code::Back02);
    let mut length = [0; 4];
    from.read_exact(&mut length).map_err(damaged)?;
    let length = u32::from_le_bytes(length) as usize;
    if length > LONGEST {
        return Err(Error::new(Code::Back02));
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes).map_err(damaged)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Timestamp;

    fn head(locked: bool) -> Head {
        let stretch = locked.then(|| Stretch { memory: 64, rounds: 1, ..Stretch::new() });
        let inside = BackupInside {
            at: Timestamp(1),
            version: "1.2.3".to_owned(),
            locked,
            files: true,
            channels: 1,
            conversations: 2,
            messages: 3,
            waiting: 4,
        };
        Head { inside, settings: 3, journal: 3, fingerprint: "f".to_owned(), stretch }
    }

    fn made(password: Option<&Secret>) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new(), &head(password.is_some()), password).unwrap();
        writer.entry("a.db", &b"hello there"[..]).unwrap();
        writer.entry("empty", &b""[..]).unwrap();
        writer.entry("long", &vec![7; PIECE + 5][..]).unwrap();
        writer.end().unwrap()
    }

    fn read(bytes: &[u8], password: Option<&Secret>) -> Result<Vec<(String, usize)>> {
        let mut reader = Reader::new(bytes)?;
        reader.unlock(password)?;
        let mut entries: Vec<(String, usize)> = Vec::new();
        while let Some(part) = reader.next()? {
            match part {
                Part::Entry(name) => entries.push((name, 0)),
                Part::Data(bytes) => entries.last_mut().expect("an entry").1 += bytes.len(),
            }
        }
        Ok(entries)
    }

    #[test]
    fn what_was_put_in_comes_out_with_and_without_a_password() {
        let password = Secret::new("correct horse");
        let expected = vec![("a.db".to_owned(), 11), ("empty".to_owned(), 0), ("long".to_owned(), PIECE + 5)];
        assert_eq!(read(&made(None), None).unwrap(), expected);
        let sealed = made(Some(&password));
        assert_eq!(read(&sealed, Some(&password)).unwrap(), expected);
        assert!(!sealed.windows(5).any(|part| part == b"hello"), "the content lies open");
        assert_eq!(Reader::new(&*sealed).unwrap().head().inside.messages, 3, "the head needs no password");
        assert_eq!(read(&sealed, None).unwrap_err().code, Code::Back01);
        assert_eq!(read(&sealed, Some(&Secret::new("wrong horse"))).unwrap_err().code, Code::Back01);
    }

    #[test]
    fn a_file_that_is_cut_short_or_changed_is_never_taken() {
        let password = Secret::new("correct horse");
        for password in [None, Some(&password)] {
            let whole = made(password);
            for cut in [0, 10, MAGIC.len() + 2, 200, whole.len() / 2, whole.len() - 1] {
                assert!(read(&whole[..cut], password).is_err(), "cut at {cut}");
            }
            for at in [3, whole.len() / 3, whole.len() - 3] {
                let mut changed = whole.clone();
                changed[at] ^= 1;
                assert!(read(&changed, password).is_err(), "changed at {at}");
            }
        }
        assert_eq!(read(b"SWITCHBOARD BACKUP 2\nwhatever", None).unwrap_err().code, Code::Back03);
        assert_eq!(read(b"PK\x03\x04 and so on, a zip file", None).unwrap_err().code, Code::Back02);
    }
}
