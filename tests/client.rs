//! Plain HTTP, for whoever calls the relay or its console.

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// Header names and values of a request.
pub type Headers<'a> = &'a [(&'a str, &'a str)];

/// A client that keeps its connections; cheap to clone.
#[derive(Clone, Debug)]
pub struct Http(Client<HttpConnector, Full<Bytes>>);

impl Default for Http {
    fn default() -> Self {
        Self(Client::builder(TokioExecutor::new()).build_http())
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

impl Answer {
    /// The body as JSON; fails the test when it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| {
            panic!("the answer is no JSON ({error}): {} {}", self.status, self.text())
        })
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Http {
    /// Sends a request and gives the answer as it begins. Errors: no answer, in words.
    pub async fn open(
        &self,
        method: &str,
        url: &str,
        headers: Headers<'_>,
        body: Bytes,
    ) -> Result<Response<Incoming>, String> {
        let mut request = Request::builder().method(Method::from_bytes(method.as_bytes()).unwrap()).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.0.request(request.body(Full::new(body)).unwrap()).await.map_err(|error| format!("{error:?}"))
    }

    /// Sends a request and reads the whole answer. Errors: none, or only part of one, in words.
    pub async fn send(
        &self,
        method: &str,
        url: &str,
        headers: Headers<'_>,
        body: impl Into<Bytes>,
    ) -> Result<Answer, String> {
        let (head, body) = self.open(method, url, headers, body.into()).await?.into_parts();
        let body = body.collect().await.map_err(|error| format!("{error:?}"))?.to_bytes();
        Ok(Answer { status: head.status.as_u16(), headers: head.headers, body })
    }

    /// Posts JSON and expects an answer of whatever status.
    pub async fn post(&self, url: &str, body: impl Into<Bytes>) -> Answer {
        self.send("POST", url, &[("content-type", "application/json")], body).await.expect("an answer")
    }
}
