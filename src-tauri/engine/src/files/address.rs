//! Addresses of files: nobody can guess one, and none works for ever. Pure.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::domain::address::FILES;
use crate::domain::{FileId, Timestamp};

const HOUR_MS: i64 = 3_600_000;
/// Bytes of the proof in an address: nobody tries 2^128 of them.
const PROOF: usize = 16;
/// Longest name in an address, in characters.
const NAME: usize = 80;
/// What stands in an address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_');

/// Makes addresses and recognises its own.
pub(super) struct Signer(Zeroizing<[u8; 32]>);

impl Signer {
    pub(super) fn new(key: Zeroizing<[u8; 32]>) -> Self {
        Self(key)
    }

    /// `/file/{id}/{expiry}-{proof}/{name}`. It expires with a full hour, so that one asked for twice is mostly the same.
    pub(super) fn path(&self, id: FileId, name: &str, hours: u32, now: Timestamp) -> String {
        let until = now.0.saturating_add(i64::from(hours).saturating_mul(HOUR_MS));
        let expiry = until.saturating_add(HOUR_MS - 1) / HOUR_MS * (HOUR_MS / 1_000);
        let proof = URL_SAFE_NO_PAD.encode(self.proof(id, expiry));
        format!("{FILES}{id}/{expiry}-{proof}/{}", in_path(name))
    }

    /// Which file a path is the address of; none for a wrong one or one whose time is over. What stands for the name is not looked at.
    pub(super) fn recognise(&self, path: &str, now: Timestamp) -> Option<FileId> {
        let mut parts = path.strip_prefix(FILES)?.splitn(3, '/');
        let id: FileId = parts.next()?.parse().ok()?;
        let (expiry, shown) = parts.next()?.split_once('-')?;
        let expiry: i64 = expiry.parse().ok()?;
        let shown = URL_SAFE_NO_PAD.decode(shown).ok()?;
        let good: bool = self.proof(id, expiry).as_slice().ct_eq(&shown).into();
        (good && now.0 < expiry.saturating_mul(1_000)).then_some(id)
    }

    fn proof(&self, id: FileId, expiry: i64) -> [u8; PROOF] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(&id.0.to_be_bytes()).update(&expiry.to_be_bytes());
        let mut proof = [0; PROOF];
        hasher.finalize_xof().fill(&mut proof);
        proof
    }
}

/// A name as it stands in an address: whoever fetches the file may call it so.
fn in_path(name: &str) -> String {
    // The end says what kind of file it is, so it is the beginning that goes.
    let skipped = name.chars().count().saturating_sub(NAME);
    let name: String = name.chars().skip(skipped).collect();
    if name.chars().all(|c| c == '.') {
        return "file".to_owned();
    }
    utf8_percent_encode(&name, PLAIN).to_string()
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);

    fn signer(byte: u8) -> Signer {
        Signer::new(Zeroizing::new([byte; 32]))
    }

    #[test]
    fn an_address_works_until_it_expires_and_only_for_its_file() {
        let (ours, other) = (signer(1), signer(2));
        let path = ours.path(FileId(7), "a b/ü.pdf", 2, NOW);
        assert!(path.ends_with("/a%20b%2F%C3%BC.pdf"), "{path}");
        assert_eq!(ours.recognise(&path, NOW), Some(FileId(7)));
        assert_eq!(ours.recognise(&path, NOW.plus_ms(2 * HOUR_MS - 1)), Some(FileId(7)));
        assert_eq!(ours.recognise(&path, NOW.plus_ms(3 * HOUR_MS)), None, "its time is over");
        assert_eq!(other.recognise(&path, NOW), None, "another relay's");
        assert_eq!(ours.path(FileId(7), "a b/ü.pdf", 2, NOW.plus_ms(1)).len(), path.len());

        let changed = path.replace(&FileId(7).to_string(), &FileId(8).to_string());
        assert_eq!(ours.recognise(&changed, NOW), None, "another file's");
        let (start, rest) = path.split_once('-').unwrap();
        let (expiry_at, expiry) = start.rsplit_once('/').unwrap();
        let longer = expiry.parse::<i64>().unwrap() + 3_600;
        assert_eq!(ours.recognise(&format!("{expiry_at}/{longer}-{rest}"), NOW), None, "a longer time");
        for broken in ["/file/", "/file/x/1-y/z", "/file//-/", "/other", "/file/0000000000007/1-/x"] {
            assert_eq!(ours.recognise(broken, NOW), None, "{broken}");
        }
    }

    #[test]
    fn a_name_in_an_address_is_short_and_no_step_upwards() {
        assert_eq!(in_path(".."), "file");
        assert_eq!(in_path(""), "file");
        let long = format!("{}.jpeg", "ж".repeat(300));
        assert!(in_path(&long).ends_with(".jpeg") && in_path(&long).len() <= 6 * NAME, "{}", in_path(&long));
    }
}
