//! Whether a platform accepts a token, asked before it is saved.

use super::inquiry::Inquiry;
use crate::domain::{Channel, Options};
use crate::engine::Engine;
use crate::error::Error;
use crate::platforms::chatwoot::catch_up::{Asking, refusal};

/// Why the platform of a channel would refuse its token; none when it accepts it. ELMA365 can only be asked with a message, so nothing is
/// asked there.
pub(crate) async fn token_refused(engine: &Engine, channel: &Channel) -> Option<Error> {
    if !matches!(channel.options, Options::Chatwoot(_)) {
        return None;
    }
    let blank = |code, status: Option<u16>| {
        let address = channel.api_url.clone().unwrap_or_default();
        crate::api::sentences::error_at(code, Some(channel), &address, status, engine.settings().timeout_ms)
    };
    let mut inquiry = match Inquiry::new(engine, channel) {
        Ok(inquiry) => inquiry,
        Err(trouble) => return Some(blank(trouble.code, trouble.status)),
    };
    match inquiry.ask(|asking: Asking<'_>| Some(asking.inboxes())).await {
        Err(trouble) => Some(blank(trouble.code, trouble.status)),
        Ok(answer) => {
            let code = refusal(inquiry.heard(&answer))?;
            Some(blank(code, Some(answer.status.as_u16())))
        }
    }
}
