//! The page with its scripts, styles and fonts, carried inside the program. It holds no secret, so anybody may have it; without the
//! token it can do nothing.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// The built screens.
#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
struct Files;

/// Nothing but our own files, and styles written by scripts of ours (the components set them). No other page may frame this one.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
                      font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// A file of the page; the page itself for every address that is one of its screens.
pub(crate) async fn page(method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let is_file = path.starts_with("assets/")
        || path.starts_with("api/")
        || path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let name = if path.is_empty() || !is_file { "index.html" } else { path };
    let Some(file) = Files::get(name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Body::from(file.data).into_response();
    let headers = response.headers_mut();
    protect(headers);
    if let Ok(kind) = HeaderValue::from_str(file.metadata.mimetype()) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    // The names of assets carry a digest of what is in them; the page that names them must be fresh.
    let keep = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

fn protect(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in
        [("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin")]
    {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(path: &str) -> Response {
        page(Method::GET, path.parse().unwrap()).await
    }

    #[tokio::test]
    async fn every_screen_is_the_page_and_a_missing_file_is_missing() {
        for path in ["/", "/channels", "/traffic/0abc"] {
            let response = get(path).await;
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            assert_eq!(response.headers()[header::CONTENT_TYPE], "text/html", "{path}");
            assert!(response.headers().contains_key(header::CONTENT_SECURITY_POLICY), "{path}");
        }
        for path in ["/assets/none.js", "/favicon.ico", "/api/none", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
            let status = get(path).await.status();
            assert!(status == StatusCode::NOT_FOUND || path.contains("%2e"), "{path}: {status}");
        }
    }

    #[tokio::test]
    async fn the_page_takes_nothing() {
        assert_eq!(page(Method::POST, "/".parse().unwrap()).await.status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}
