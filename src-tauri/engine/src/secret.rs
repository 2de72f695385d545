//! Text that must never be shown by accident.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A token, key or password. Debug prints no content, there is no Display and no Serialize, and the memory is
/// wiped when it is dropped. [`Secret::expose`] is the one way in, so every use can be found by that word.
#[derive(Clone, Default)]
pub struct Secret(Zeroizing<String>);

/// What stands in for a secret wherever one is shown. A form that sends it back means "unchanged".
pub const MASK: &str = "••••••••";

impl Secret {
    /// Wraps a text that is secret from here on.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// `bytes` of randomness from the system, in unpadded base64url: safe in a path, a header and a form.
    #[must_use]
    pub fn random(bytes: usize) -> Self {
        use base64::Engine as _;
        let mut raw = Zeroizing::new(vec![0_u8; bytes]);
        #[expect(clippy::expect_used, reason = "without randomness no secret may be made at all")]
        getrandom::fill(&mut raw).expect("the system gives random bytes");
        Self::new(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&*raw))
    }

    /// What signs webhooks, as the Standard Webhooks specification writes it: `whsec_` and 32 random bytes in base64.
    #[must_use]
    pub fn signing() -> Self {
        use base64::Engine as _;
        let mut raw = Zeroizing::new([0_u8; 32]);
        #[expect(clippy::expect_used, reason = "without randomness no secret may be made at all")]
        getrandom::fill(&mut *raw).expect("the system gives random bytes");
        Self::new(format!("whsec_{}", base64::engine::general_purpose::STANDARD.encode(*raw)))
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// True for the empty text, which everywhere means "not set".
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Compares without telling, by the time it takes, where the first difference is.
    #[must_use]
    pub fn matches(&self, shown: &str) -> bool {
        self.0.as_bytes().ct_eq(shown.as_bytes()).into()
    }

    /// [`MASK`] for a set secret, nothing for an empty one.
    #[must_use]
    pub fn masked(&self) -> String {
        if self.is_empty() { String::new() } else { MASK.to_owned() }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_empty() { "Secret(empty)" } else { "Secret(…)" })
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.matches(other.expose())
    }
}

impl Eq for Secret {}
