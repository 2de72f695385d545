//! Where the relay listens, and how it moves when the settings name another address.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::net::TcpListener;

use super::Engine;
use crate::domain::Code;
use crate::error::Error;
use crate::{intake, reach};

/// How often a taken port is tried again.
const BIND_AGAIN: Duration = Duration::from_secs(1);

/// Where the relay listens, or why it does not.
#[derive(Debug, Default)]
pub(super) struct Relay {
    address: Option<SocketAddr>,
    error: Option<Error>,
}

impl Engine {
    /// The address the relay listens on; none while it does not.
    #[must_use]
    pub fn relay_addr(&self) -> Option<SocketAddr> {
        self.relay().address
    }

    /// Why the relay does not listen; none while it does. It goes on trying.
    #[must_use]
    pub fn relay_error(&self) -> Option<Error> {
        let relay = self.relay();
        relay.error.clone().filter(|_| relay.address.is_none())
    }

    /// Why the relay still listens at another address than the one it is to have. `still` in it says at which. It goes on trying.
    #[must_use]
    pub fn cannot_move(&self) -> Option<Error> {
        let relay = self.relay();
        let (address, error) = (relay.address?, relay.error.clone()?);
        let mut params = error.params;
        params.insert("still".to_owned(), address.to_string());
        Some(Error::filled(error.code, params))
    }

    /// Whether the address in the settings is not gone by, because another one was said at the start.
    #[must_use]
    pub fn listens_elsewhere(&self) -> bool {
        self.fixed().is_some()
    }

    fn fixed(&self) -> MutexGuard<'_, Option<String>> {
        self.fixed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the relay is to listen.
    pub(super) fn wished(&self) -> String {
        self.fixed().clone().unwrap_or_else(|| self.settings().listen.clone())
    }

    /// While the relay cannot listen where it is to, it is to try this address, which the settings name by now; it does so within a second.
    pub(crate) async fn listen_at(&self, address: &str) {
        if let Some(fixed) = self.fixed().as_mut() {
            address.clone_into(fixed);
        }
        for _ in 0..30 {
            if self.relay_addr().is_some() && self.cannot_move().is_none() {
                return;
            }
            tokio::time::sleep(BIND_AGAIN / 10).await;
        }
    }

    /// The next port above the wished one that is free; none while the relay has the one it is to have, or where there is none near.
    pub(crate) fn free_port(&self) -> Option<u16> {
        self.relay().error.as_ref()?;
        reach::port::free_near(self.wished().parse().ok()?)
    }

    fn relay(&self) -> MutexGuard<'_, Relay> {
        self.relay.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Listens, and notes the address or why it cannot.
    pub(super) async fn listen(&self, wished: &str) -> Option<TcpListener> {
        let bound = match TcpListener::bind(wished).await {
            Ok(listener) => listener.local_addr().map(|address| (listener, address)),
            Err(error) => Err(error),
        };
        let (listener, relay) = match bound {
            Ok((listener, address)) => {
                tracing::info!(%address, "The relay listens.");
                (Some(listener), Relay { address: Some(address), error: None })
            }
            Err(cause) => (None, Relay { address: None, error: Some(cannot_listen(wished, &cause)) }),
        };
        let mut now = self.relay();
        if now.error != relay.error
            && let Some(error) = &relay.error
        {
            tracing::error!(%error, wished, "The relay does not listen.");
        }
        *now = relay;
        listener
    }

    /// Notes that an address cannot be had while another one is in use.
    fn stays(&self, wished: &str, cause: &io::Error) {
        let error = cannot_listen(wished, cause);
        let mut now = self.relay();
        if now.error.as_ref() != Some(&error) {
            tracing::error!(%error, wished, "The relay stays where it is.");
        }
        now.error = Some(error);
    }
}

fn cannot_listen(wished: &str, cause: &io::Error) -> Error {
    let reason = match cause.kind() {
        io::ErrorKind::AddrInUse => "taken",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::AddrNotAvailable => "absent",
        _ => return Error::unexpected("listening", cause),
    };
    Error::with(Code::Port01, [("address", wished), ("reason", reason)])
}

/// Serves the intake, once there is an address to serve it on, and moves when the settings name another one that can be had.
pub(super) async fn serve(engine: Arc<Engine>, mut listener: Option<TcpListener>) {
    let stopping = engine.stopping();
    let mut in_use = engine.wished();
    loop {
        if let Some(here) = listener.take() {
            // Its requests are answered to their end; only no new ones are taken when it moves.
            let moving = stopping.child_token();
            let serving = intake::serve(Arc::clone(&engine), here, moving.clone());
            let next = another(&engine, &in_use);
            tokio::select! {
                () = serving => return,
                (address, next) = next => {
                    moving.cancel();
                    (in_use, listener) = (address, Some(next));
                    continue;
                }
            }
        }
        tokio::select! {
            () = stopping.cancelled() => return,
            () = tokio::time::sleep(BIND_AGAIN) => {}
        }
        in_use = engine.wished();
        listener = engine.listen(&in_use).await;
    }
}

/// The next address that is wished for and can be had, while one is in use.
async fn another(engine: &Arc<Engine>, in_use: &str) -> (String, TcpListener) {
    let mut changes = engine.current();
    let mut last = in_use.to_owned();
    loop {
        // The sender lives as long as the engine.
        drop(tokio::time::timeout(BIND_AGAIN, changes.changed()).await);
        let wished = engine.wished();
        if wished == in_use {
            if last != in_use {
                // Nobody wants to move any more.
                engine.relay().error = None;
                last = wished;
            }
            continue;
        }
        last.clone_from(&wished);
        match TcpListener::bind(&wished).await.and_then(|listener| Ok((listener.local_addr()?, listener))) {
            Ok((address, listener)) => {
                tracing::info!(%address, "The relay listens.");
                *engine.relay() = Relay { address: Some(address), error: None };
                return (wished, listener);
            }
            Err(cause) => engine.stays(&wished, &cause),
        }
    }
}
