//! Who may call the console.
//!
//! Commands and rows need the token. Pages of other origins are refused even with one, and so is a name that does not belong to this
//! computer: a foreign page could have its own name lead here ("DNS rebinding") and would then count as of the same origin.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use switchboard_engine::domain::Code;
use switchboard_engine::error::Error;
use switchboard_engine::secret::Secret;

/// What callers are judged by.
#[derive(Debug)]
pub(crate) struct Guard {
    token: Secret,
    /// Only this computer can reach the console, so only its own names may lead here.
    loopback: bool,
}

impl Guard {
    pub(crate) fn new(token: Secret, listen: IpAddr) -> Self {
        Self { token, loopback: listen.is_loopback() }
    }

    /// Whether the request was made to one of our names.
    fn knows_host(&self, headers: &HeaderMap) -> bool {
        let Some(host) = text(headers, header::HOST.as_str()) else { return false };
        let Ok(url) = url::Url::parse(&format!("http://{host}/")) else { return false };
        match url.host() {
            // Asked to listen for others, the console goes by names we cannot know; the token alone guards it then.
            _ if !self.loopback => true,
            Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
            Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        }
    }

    /// Whether no page asks, or one of our own.
    fn is_own_page(headers: &HeaderMap) -> bool {
        if !headers.contains_key(header::ORIGIN) {
            return true;
        }
        let (Some(origin), Some(host)) = (text(headers, "origin"), text(headers, "host")) else {
            return false;
        };
        let named = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        named.is_some_and(|named| named.eq_ignore_ascii_case(host))
    }

    fn shows_token(&self, headers: &HeaderMap) -> bool {
        let shown = text(headers, header::AUTHORIZATION.as_str()).and_then(|value| value.split_once(' '));
        shown.is_some_and(|(scheme, token)| {
            scheme.eq_ignore_ascii_case("bearer") && self.token.matches(token.trim())
        })
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn refused(status: StatusCode) -> Response {
    (status, Json(serde_json::json!({ "error": Error::new(Code::Auth06) }))).into_response()
}

/// Refuses with 403 what comes by a foreign name or from a foreign page.
pub(crate) async fn own_page(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    if guard.knows_host(request.headers()) && Guard::is_own_page(request.headers()) {
        next.run(request).await
    } else {
        refused(StatusCode::FORBIDDEN)
    }
}

/// Refuses with 401 whoever does not show the token.
pub(crate) async fn token_shown(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    if guard.shows_token(request.headers()) {
        next.run(request).await
    } else {
        refused(StatusCode::UNAUTHORIZED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(listen: &str) -> Guard {
        Guard::new(Secret::new("right"), listen.parse().unwrap())
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_names_of_this_computer_lead_to_a_console_on_loopback() {
        let guard = guard("127.0.0.1");
        for host in ["127.0.0.1:8788", "localhost:8788", "LOCALHOST", "[::1]:8788", "app.localhost:1"] {
            assert!(guard.knows_host(&headers(&[("host", host)])), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:8788",
            "10.0.0.1:8788",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "",
            "a@localhost@evil.example",
        ] {
            assert!(!guard.knows_host(&headers(&[("host", host)])), "{host}");
        }
        assert!(!guard.knows_host(&headers(&[])));
    }

    #[test]
    fn a_console_for_others_answers_to_any_name() {
        assert!(guard("0.0.0.0").knows_host(&headers(&[("host", "relay.example.com")])));
    }

    #[test]
    fn a_missing_origin_passes_and_a_foreign_one_never() {
        let host = ("host", "127.0.0.1:8788");
        assert!(Guard::is_own_page(&headers(&[host])));
        assert!(Guard::is_own_page(&headers(&[host, ("origin", "http://127.0.0.1:8788")])));
        for origin in [
            "null",
            "http://evil.example",
            "http://127.0.0.1:9999",
            "http://127.0.0.1:8788.evil.example",
            "file://",
            "",
        ] {
            assert!(!Guard::is_own_page(&headers(&[host, ("origin", origin)])), "{origin}");
        }
    }

    #[test]
    fn the_token_must_be_shown_as_a_bearer_token() {
        let guard = guard("127.0.0.1");
        assert!(guard.shows_token(&headers(&[("authorization", "Bearer right")])));
        assert!(guard.shows_token(&headers(&[("authorization", "bearer right")])));
        for shown in ["right", "Basic right", "Bearer wrong", "Bearer ", "Bearer"] {
            assert!(!guard.shows_token(&headers(&[("authorization", shown)])), "{shown}");
        }
        assert!(!guard.shows_token(&headers(&[])));
    }
}
