//! The addresses the relay gives out: what platforms and endpoints must be told to call.
//!
//! They are built from the public address where the admin has set one, else from the address the relay listens on, which works only
//! from this computer.

pub(crate) mod port;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::domain::Channel;
use crate::domain::address::{INTAKE, OUTBOX};

/// The base of every address given out, without a slash at its end. `listen` is the address in use, or the one wished for while the
/// relay cannot listen.
#[must_use]
pub fn base(public_url: &str, listen: Option<SocketAddr>, wished: &str) -> String {
    let public = public_url.trim().trim_end_matches('/');
    if !public.is_empty() {
        return public.to_owned();
    }
    match listen.or_else(|| wished.parse().ok()) {
        Some(address) => format!("http://{}", callable(address)),
        None => format!("http://{wished}"),
    }
}

/// The address of a channel's intake.
#[must_use]
pub fn intake_url(base: &str, channel: &Channel) -> String {
    format!("{base}{INTAKE}{}", channel.intake_key.expose())
}

/// The address of a channel's outbox.
#[must_use]
pub fn outbox_url(base: &str, channel: &Channel) -> String {
    format!("{base}{OUTBOX}{}", channel.id)
}

/// "Every address of this computer" can be listened on but not called.
fn callable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_address_wins_over_the_one_listened_on() {
        let listen = "0.0.0.0:8787".parse().ok();
        assert_eq!(base("https://relay.example.com/", listen, ""), "https://relay.example.com");
        assert_eq!(base("", listen, ""), "http://127.0.0.1:8787");
        assert_eq!(base("", None, "127.0.0.1:9000"), "http://127.0.0.1:9000");
    }
}
