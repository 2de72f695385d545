//! Seals what must not lie open on the disk: bodies, headers, messages, secrets.
//!
//! XChaCha20-Poly1305, the kind of row as associated data, so that a sealed value cannot be passed off as one of another kind. Stands
//! alone so that there is one place to review; it must not know where keys live nor what it seals.

use std::sync::atomic::{AtomicU64, Ordering};

use chacha20poly1305::aead::{Aead, AeadInOut, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::domain::Code;
use crate::error::{Error, Result};

const NONCE: usize = 24;
const PREFIX: usize = 16;
const TAG: usize = 16;
/// Room for what is sealed as JSON: most of it fits.
const JSON: usize = 1_024;

/// What a sealed value is; a value opens only as what it was sealed as.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Secrets,
    Body,
    Envelope,
    Event,
    Contact,
    Conversation,
    Message,
    Progress,
    Learned,
    File,
    Flag,
    Bulk,
}

impl Kind {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Secrets => b"secrets",
            Self::Body => b"body",
            Self::Envelope => b"envelope",
            Self::Event => b"event",
            Self::Contact => b"contact",
            Self::Conversation => b"conversation",
            Self::Message => b"message",
            Self::Progress => b"progress",
            Self::Learned => b"learned",
            Self::File => b"file",
            Self::Flag => b"flag",
            Self::Bulk => b"bulk",
        }
    }
}

/// The data key, in use.
pub(super) struct Seal {
    cipher: XChaCha20Poly1305,
    digest_key: [u8; 32],
    /// What keys for other uses are derived from.
    root: Zeroizing<[u8; 32]>,
    /// A nonce is this random prefix, made anew in each run, and a number that never repeats in the run: unique without asking the system
    /// for randomness at every row.
    prefix: [u8; PREFIX],
    number: AtomicU64,
}

impl Seal {
    pub(super) fn new(key: &[u8; 32]) -> Result<Self> {
        let sealing = Zeroizing::new(blake3::derive_key("Switchboard 2026 data sealing", key));
        let mut prefix = [0; PREFIX];
        getrandom::fill(&mut prefix).map_err(|cause| Error::unexpected("reading randomness", &cause))?;
        Ok(Self {
            cipher: XChaCha20Poly1305::new((&*sealing).into()),
            digest_key: blake3::derive_key("Switchboard 2026 body digest", key),
            root: Zeroizing::new(blake3::derive_key("Switchboard 2026 further keys", key)),
            prefix,
            number: AtomicU64::new(0),
        })
    }

    /// What the folder records of a key, to tell a wrong one: says nothing about the key itself.
    pub(super) fn fingerprint(key: &[u8; 32]) -> String {
        blake3::Hash::from_bytes(blake3::derive_key("Switchboard 2026 key fingerprint", key)).to_hex()[..32]
            .to_owned()
    }

    /// A key for one use alone, which `context` names.
    pub(super) fn derived(&self, context: &'static str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(context, &*self.root))
    }

    /// The nonce, the sealed bytes and their tag.
    pub(super) fn seal(&self, kind: Kind, clear: &[u8]) -> Result<Vec<u8>> {
        let mut out = self.with_nonce(clear.len());
        out.extend_from_slice(clear);
        self.finish(kind, out)
    }

    /// A nonce, and room for what is to be sealed behind it.
    fn with_nonce(&self, room: usize) -> Vec<u8> {
        let mut out = Vec::with_capacity(NONCE + room + TAG);
        out.extend_from_slice(&self.prefix);
        out.extend_from_slice(&self.number.fetch_add(1, Ordering::Relaxed).to_le_bytes());
        out
    }

    /// Seals what stands behind the nonce, where it stands: nothing is copied.
    fn finish(&self, kind: Kind, mut out: Vec<u8>) -> Result<Vec<u8>> {
        let failed = |cause: &dyn std::fmt::Display| Error::unexpected("sealing", cause);
        let (nonce, clear) = out.split_at_mut(NONCE);
        let nonce = XNonce::try_from(&*nonce).map_err(|cause| failed(&cause))?;
        let tag = self
            .cipher
            .encrypt_inout_detached(&nonce, kind.label(), clear.into())
            .map_err(|cause| failed(&cause))?;
        out.extend_from_slice(&tag);
        Ok(out)
    }

    /// The bytes as they were; [`Code::Key02`] when this key did not seal them.
    pub(super) fn open(&self, kind: Kind, sealed: &[u8]) -> Result<Vec<u8>> {
        let wrong = || Error::new(Code::Key02);
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or_else(wrong)?;
        let nonce = XNonce::try_from(nonce).map_err(|_| wrong())?;
        self.cipher.decrypt(&nonce, Payload { msg: sealed, aad: kind.label() }).map_err(|_| wrong())
    }

    /// Seals a value as JSON.
    pub(super) fn seal_json(&self, kind: Kind, value: &impl serde::Serialize) -> Result<Vec<u8>> {
        let mut out = self.with_nonce(JSON);
        serde_json::to_writer(&mut out, value).map_err(|cause| Error::unexpected("writing JSON", &cause))?;
        self.finish(kind, out)
    }

    /// Opens a value sealed as JSON.
    pub(super) fn open_json<T: serde::de::DeserializeOwned>(&self, kind: Kind, sealed: &[u8]) -> Result<T> {
        serde_json::from_slice(&self.open(kind, sealed)?)
            .map_err(|cause| Error::unexpected("reading JSON", &cause))
    }

    /// By what a body is known when it comes again. Keyed, so that it tells nobody without the key what the body is.
    pub(super) fn digest(&self, body: &[u8]) -> [u8; 16] {
        let mut out = [0; 16];
        out.copy_from_slice(&blake3::keyed_hash(&self.digest_key, body).as_bytes()[..16]);
        out
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_opens_only_with_its_key_and_as_its_kind() {
        let (ours, other) = (Seal::new(&[1; 32]).unwrap(), Seal::new(&[2; 32]).unwrap());
        let sealed = ours.seal(Kind::Body, b"hello there").unwrap();
        assert_eq!(ours.open(Kind::Body, &sealed).unwrap(), b"hello there");
        assert!(!sealed.windows(5).any(|part| part == b"hello"), "the text lies open");
        assert_eq!(other.open(Kind::Body, &sealed).unwrap_err().code, Code::Key02);
        assert_eq!(ours.open(Kind::Event, &sealed).unwrap_err().code, Code::Key02);
        assert_eq!(ours.open(Kind::Body, b"short").unwrap_err().code, Code::Key02);
    }

    #[test]
    fn the_same_text_is_sealed_differently_each_time() {
        let seal = Seal::new(&[1; 32]).unwrap();
        assert_ne!(seal.seal(Kind::Body, b"x").unwrap(), seal.seal(Kind::Body, b"x").unwrap());
        assert_eq!(seal.digest(b"x"), seal.digest(b"x"), "the same body would be kept twice");
    }
}
