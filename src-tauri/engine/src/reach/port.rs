//! Who has a port, and which one near it is free.

use std::fs;
use std::net::{IpAddr, SocketAddr, TcpListener};

/// Ports looked at beyond the one that is taken.
const NEAR: u16 = 50;
/// Where the relay listens when nobody says otherwise.
const USUAL: u16 = 8787;

/// A port near that one which is free on the same address now; near our usual one, where a user may have none near that.
pub(crate) fn free_near(taken: SocketAddr) -> Option<u16> {
    let near = |port: u16| (1..=NEAR).filter_map(move |by| port.checked_add(by));
    let mut all = near(taken.port()).chain(near(USUAL - 1));
    all.find(|port| TcpListener::bind((taken.ip(), *port)).is_ok())
}

/// The name of the program that listens on a port of this computer, where the system tells it.
pub(crate) fn program_on(taken: SocketAddr) -> Option<String> {
    let sockets: Vec<String> = ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .filter_map(|table| fs::read_to_string(table).ok())
        .flat_map(|table| listeners(&table, taken))
        .collect();
    for process in fs::read_dir("/proc").ok()?.flatten() {
        let folder = process.path();
        // Of others' processes only their owner and the administrator may know.
        let Ok(open) = fs::read_dir(folder.join("fd")) else { continue };
        let has = open.flatten().any(|file| {
            fs::read_link(file.path())
                .is_ok_and(|to| sockets.iter().any(|socket| to.to_string_lossy() == *socket))
        });
        if has {
            let name = fs::read_to_string(folder.join("comm")).ok()?;
            return Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        }
    }
    None
}

/// The sockets in a table of the system that listen on that port, as links to them are written.
fn listeners(table: &str, taken: SocketAddr) -> Vec<String> {
    const LISTENS: &str = "0A";
    let port = format!(":{:04X}", taken.port());
    let any = taken.ip().is_unspecified();
    let here = match taken.ip() {
        IpAddr::V4(ip) => format!("{:08X}", u32::from(ip).swap_bytes()),
        // Rarely asked for: any address of that port will do.
        IpAddr::V6(_) => String::new(),
    };
    table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            let (local, state, inode) = (fields.nth(1)?, fields.nth(1)?, fields.nth(5)?);
            let (address, _) = local.rsplit_once(':')?;
            let fits = any
                || here.is_empty()
                || address.ends_with(&here)
                || address.bytes().all(|digit| digit == b'0');
            (local.ends_with(&port) && state == LISTENS && fits).then(|| format!("socket:[{inode}]"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_a_port_is_named_and_another_one_found() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let taken = listener.local_addr().unwrap();
        let own = fs::read_to_string("/proc/self/comm").unwrap();
        assert_eq!(program_on(taken).as_deref(), Some(own.trim()));
        if let Some(free) = free_near(taken) {
            assert!(free > taken.port());
        }
        drop(listener);
        assert_eq!(program_on(taken), None);
    }

    #[test]
    fn only_listeners_on_that_address_or_on_all_count() {
        let table = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n\
            0: 0100007F:2253 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1\n\
            1: 00000000:2253 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12 1\n\
            2: 0200007F:2253 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 13 1\n\
            3: 0100007F:2253 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 14 1\n";
        assert_eq!(listeners(table, "127.0.0.1:8787".parse().unwrap()), ["socket:[11]", "socket:[12]"]);
    }
}
