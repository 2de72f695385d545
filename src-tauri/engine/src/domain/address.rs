//! What addresses are made of: the first parts of the paths the relay answers at, the key of an intake address, and the host of any.

use url::Url;

/// First part of the path of every intake address.
pub const INTAKE: &str = "/in/";
/// Random bytes in the key that ends an intake address.
pub const INTAKE_KEY_BYTES: usize = 24;
/// Letters they make, in unpadded base64url.
pub const INTAKE_KEY_LENGTH: usize = INTAKE_KEY_BYTES / 3 * 4;
/// First part of the path of every outbox address.
pub const OUTBOX: &str = "/out/";
/// First part of the path of every file's address.
pub const FILES: &str = "/file/";
/// First part of the path where this very relay can be told from any other program.
pub const VITAL_SIGN: &str = "/check/";

/// The host of an address, with its port where that is not the usual one; none where it is no address with a host.
#[must_use]
pub fn host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_named_with_an_unusual_port_only() {
        assert_eq!(host("https://crm.example.com/hooks").as_deref(), Some("crm.example.com"));
        assert_eq!(host("http://127.0.0.1:9000/x").as_deref(), Some("127.0.0.1:9000"));
        assert_eq!(host("nonsense"), None);
    }
}
