//! Notices that the network was gone and is back: asks the system for a way out, without sending anything.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::time::Duration;

use crate::domain::Timestamp;
use crate::engine::Engine;

/// How often it is looked.
const LOOK: Duration = Duration::from_secs(3);

/// Addresses set aside for documentation, where nobody is; behind whatever leads out, as everybody else is.
const OUTSIDE: [SocketAddr; 2] = [
    SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)), 9),
    SocketAddr::new(std::net::IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)), 9),
];

/// Looks until the engine stops.
pub(crate) async fn watch(engine: Arc<Engine>) {
    let (stopping, mut line) = (engine.stopping(), Line::default());
    loop {
        if let Some(since) = line.look(is_there_a_way_out(), engine.clock.now()) {
            super::missed(&engine, since, engine.clock.now());
        }
        tokio::select! {
            () = stopping.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Connecting a datagram socket sends nothing: the system looks for a route, and says when there is none.
fn is_there_a_way_out() -> bool {
    OUTSIDE.iter().any(|outside| {
        let from: SocketAddr = match outside {
            SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, 0).into(),
            SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, 0).into(),
        };
        UdpSocket::bind(from).and_then(|socket| socket.connect(outside)).is_ok()
    })
}

/// The line, as it was found.
#[derive(Debug, Default)]
struct Line {
    last: Option<Timestamp>,
    /// When it was last found well, while it is gone. A computer that never had one misses nothing.
    gone_since: Option<Timestamp>,
}

impl Line {
    /// Takes note. Something: it is back, and was last well then.
    fn look(&mut self, well: bool, now: Timestamp) -> Option<Timestamp> {
        if well {
            self.last = Some(now);
            return self.gone_since.take();
        }
        self.gone_since = self.gone_since.or(self.last);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_that_comes_back_tells_when_it_was_last_there() {
        let mut line = Line::default();
        let mut looks = Vec::new();
        for (at, well) in [(1, false), (2, true), (3, true), (4, false), (5, false), (6, true), (7, true)] {
            looks.push(line.look(well, Timestamp(at)));
        }
        assert_eq!(looks, [None, None, None, None, None, Some(Timestamp(3)), None]);
    }
}
