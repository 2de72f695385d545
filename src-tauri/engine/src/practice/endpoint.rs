//! A practice endpoint: an HTTP listener on this computer whose every answer is chosen by whoever starts it. It stands in for the
//! admin's program in the demo and in tests, and can be as slow, broken or rude as those are.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::TcpListener;

use super::listen::Listening;
pub use super::listen::{Call, Reply};

/// A running practice endpoint; stops when dropped.
#[derive(Debug)]
pub struct Endpoint(Listening);

impl Endpoint {
    /// Listens on a free port of this computer. `answer` is called once for each whole request, so it may also keep a ledger.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(answer: impl Fn(&Call) -> Reply + Send + Sync + 'static) -> io::Result<Self> {
        Self::start_at(0, answer).await
    }

    /// The same on this port, or on a free one where it is taken.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start_at(
        port: u16,
        answer: impl Fn(&Call) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Err(_) if port != 0 => TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?,
            bound => bound?,
        };
        Ok(Self(Listening::start(listener, move |call| std::future::ready(answer(&call)))?))
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.0.address()
    }

    /// The callback URL that leads to it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use bytes::Bytes;
    use http::StatusCode;

    use super::*;
    use crate::practice::request::{Request, Sender};

    fn request(body: &'static [u8]) -> Request {
        Request { headers: vec![("x-kind".to_owned(), "test".to_owned())], body: Bytes::from_static(body) }
    }

    #[tokio::test]
    async fn answers_as_it_is_told_and_keeps_what_came() {
        let ledger = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&ledger);
        let endpoint = Endpoint::start(move |call| {
            kept.lock().unwrap().push(call.clone());
            if call.body.as_ref() == b"bad" {
                Reply::status(StatusCode::UNPROCESSABLE_ENTITY).body("no")
            } else {
                Reply::ok()
            }
        })
        .await
        .unwrap();

        let sender = Sender::default();
        let (status, body) = sender.post(&endpoint.url(), request(b"good")).await.unwrap();
        assert_eq!((status, body.as_ref()), (StatusCode::OK, b"{}".as_slice()));
        let (status, body) = sender.post(&endpoint.url(), request(b"bad")).await.unwrap();
        assert_eq!((status, body.as_ref()), (StatusCode::UNPROCESSABLE_ENTITY, b"no".as_slice()));

        let ledger = ledger.lock().unwrap();
        assert_eq!(ledger.len(), 2);
        assert_eq!(ledger[0].header("x-kind"), "test");
        assert_eq!(ledger[1].body.as_ref(), b"bad");
    }

    #[tokio::test]
    async fn a_reset_gives_no_answer() {
        let endpoint = Endpoint::start(|_| Reply::reset()).await.unwrap();
        assert!(Sender::default().post(&endpoint.url(), request(b"x")).await.is_err());
    }

    #[tokio::test]
    async fn nobody_listens_after_it_is_dropped() {
        let endpoint = Endpoint::start(|_| Reply::ok()).await.unwrap();
        let url = endpoint.url();
        drop(endpoint);
        let sender = Sender::default();
        while sender.post(&url, request(b"x")).await.is_ok() {
            tokio::task::yield_now().await;
        }
    }
}
