//! One HTTP request of a practice platform, and the client that sends it. It knows nothing of what a request says.

use bytes::Bytes;
use http::StatusCode;
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// A POST as a platform makes it, without the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Names and values of its headers, besides those every request has.
    pub headers: Vec<(String, String)>,
    /// Its raw body.
    pub body: Bytes,
}

impl Request {
    /// A request with this body and content type.
    #[must_use]
    pub fn json(body: &Value, content_type: &str) -> Self {
        Self {
            headers: vec![("content-type".to_owned(), content_type.to_owned())],
            body: Bytes::from(body.to_string()),
        }
    }

    /// The same with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

/// Sends requests over plain HTTP and keeps its connections. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Sender {
    client: Client<HttpConnector, Full<Bytes>>,
}

impl Default for Sender {
    fn default() -> Self {
        Self { client: Client::builder(TokioExecutor::new()).build_http() }
    }
}

/// The request could not be made, or got no whole answer.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The address or a header is none.
    #[error("not a request: {0}")]
    Malformed(#[from] http::Error),
    /// No answer came.
    #[error("no answer: {0}")]
    NoAnswer(#[from] hyper_util::client::legacy::Error),
    /// The answer broke off.
    #[error("the answer broke off: {0}")]
    BrokenOff(#[from] hyper::Error),
}

impl Sender {
    /// POSTs a request and waits for the whole answer. There is no time limit: whoever needs one sets it around the call.
    ///
    /// # Errors
    /// When the request is malformed or no whole answer comes.
    pub async fn post(&self, url: &str, request: Request) -> Result<(StatusCode, Bytes), SendError> {
        let mut builder = http::Request::post(url);
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        self.send(builder.body(Full::new(request.body))?).await
    }

    /// GETs an address and waits for the whole answer, whatever it is; redirects are not followed.
    ///
    /// # Errors
    /// When the address is none or no whole answer comes.
    pub async fn get(&self, url: &str) -> Result<(StatusCode, Bytes), SendError> {
        self.send(http::Request::get(url).body(Full::default())?).await
    }

    async fn send(&self, request: http::Request<Full<Bytes>>) -> Result<(StatusCode, Bytes), SendError> {
        let answer = self.client.request(request).await?;
        let status = answer.status();
        Ok((status, answer.into_body().collect().await?.to_bytes()))
    }
}
