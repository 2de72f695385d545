//! From where files may be fetched: anywhere on the Internet, and inside the network only from hosts somebody named. Pure.
//!
//! The addresses of files come from messages, so from strangers. What they name is fetched by a program that stands inside the admin's
//! network, and must not be a way to look around there.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::domain::address::FILES;
use crate::domain::{Channel, Options};
use crate::schema::Settings;

/// Hosts that may be inside the network.
#[derive(Debug)]
pub(super) struct Allowed {
    hosts: Vec<String>,
    /// What our own addresses begin with: of this computer nothing else is lent out by it.
    own: String,
}

impl Allowed {
    /// Those in the settings, and the channel's own server. `base` is what the addresses the relay gives out begin with.
    pub(super) fn new(settings: &Settings, channel: Option<&Channel>, base: &str) -> Self {
        let mut hosts: Vec<String> =
            settings.file_hosts.iter().map(|host| host.trim().to_ascii_lowercase()).collect();
        if let Some(channel) = channel {
            let webhook = match &channel.options {
                Options::Elma365(options) => options.webhook.as_deref(),
                Options::Chatwoot(_) | Options::Userlike(_) => None,
            };
            let typed = [channel.api_url.as_deref(), webhook].into_iter().flatten();
            hosts.extend(typed.filter_map(|address| Url::parse(address).ok()?.host().map(plain)));
        }
        Self { hosts, own: format!("{base}{FILES}") }
    }

    /// Whether an address may be inside the network.
    pub(super) fn contains(&self, url: &Url) -> bool {
        let Some(host) = url.host().map(plain) else { return false };
        let with_port = url.port_or_known_default().map(|port| match host.contains(':') {
            true => format!("[{host}]:{port}"),
            false => format!("{host}:{port}"),
        });
        self.hosts.iter().any(|allowed| {
            *allowed == host || with_port.as_ref() == Some(allowed) || *allowed == format!("[{host}]")
        }) || url.as_str().starts_with(&self.own)
    }
}

/// A host as an admin types it: an IPv6 address without brackets.
fn plain<T: AsRef<str>>(host: Host<T>) -> String {
    match host {
        Host::Domain(name) => name.as_ref().to_ascii_lowercase(),
        Host::Ipv4(ip) => ip.to_string(),
        Host::Ipv6(ip) => ip.to_string(),
    }
}

/// Whether an address is one of the Internet's: not of this computer, of a network inside, or of none.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let special = match ip.octets() {
        // This network, private ones, carriers' own, this computer, the link's (and clouds' secrets), private ones.
        [0 | 10 | 127, ..] | [169, 254, ..] | [192, 168, ..] => true,
        [100, second, ..] => (64..128).contains(&second),
        [172, second, ..] => (16..32).contains(&second),
        // For protocols, for documents, a way to IPv6, for measuring.
        [192, 0, 0 | 2, _] | [192, 88, 99, _] | [198, 18 | 19, ..] | [198, 51, 100, _] | [203, 0, 113, _] => {
            true
        }
        // To many at once, and reserved.
        [first, ..] => first >= 224,
    };
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = ip.segments();
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b) {
        // IPv4 in the clothes of IPv6, by whichever tailor.
        (0, 0) if [c, d, e] == [0, 0, 0] && (f == 0xffff || (f == 0 && g != 0)) => v4(g, h),
        (0x64, 0xff9b) if [c, d, e, f] == [0, 0, 0, 0] => v4(g, h),
        (0x2002, _) => v4(b, c),
        // Tunnels and other protocols, and what is written in documents.
        (0x2001, second) if second < 0x200 || second == 0x0db8 => false,
        (0x3fff, second) if second < 0x1000 => false,
        // Everything else the Internet uses; the rest of the addresses are local or nobody's.
        _ => a & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_internet_are_public() {
        for public in ["93.184.216.34", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "192.0.3.1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for public in ["2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::1.1.1.1", "2002:101:101::1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for inside in [
            "127.0.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "0.1.2.3",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::1",
            "2002:7f00:1::1",
            "2002:c0a8:101::",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd12:3456::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "100::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
    }

    #[test]
    fn hosts_inside_are_those_named_and_the_channels_own() {
        let settings = Settings {
            file_hosts: ["Files.local", "10.0.0.5", "nas:9000", "[fd00::5]"].map(str::to_owned).to_vec(),
            ..Settings::default()
        };
        let allowed = Allowed::new(&settings, None, "http://127.0.0.1:8787");
        let contains = |url: &str| allowed.contains(&Url::parse(url).unwrap());
        for url in [
            "http://files.local/a",
            "https://FILES.local:8443/a",
            "http://10.0.0.5:81/a",
            "http://0x0a.5/a",
            "http://nas:9000/a",
            "http://[fd00::5]/a",
            "http://127.0.0.1:8787/file/x/1-y/a",
        ] {
            assert!(contains(url), "{url}");
        }
        for url in [
            "http://nas/a",
            "http://other.local/a",
            "http://127.0.0.1:8787/in/key",
            "http://127.0.0.1:9/file/x",
            "http://files.local.evil.example/a",
            "http://10.0.0.50/a",
            "http://files.local@10.0.0.6/a",
            "http://127.0.0.1:8787/file/../in/x",
        ] {
            assert!(!contains(url), "{url}");
        }
    }
}
