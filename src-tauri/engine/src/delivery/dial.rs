//! A connection to a destination, by itself or through a proxy, with the time each part took.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use http::Uri;
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5, Tunnel};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tower_service::Service;

use super::tls::Refused;
use crate::clock::Clock;
use crate::domain::Code;
use crate::schema::Timings;

/// An address that does not answer is given this much of a head start before the host's next one is tried beside it.
const HEAD_START: Duration = Duration::from_millis(250);

/// Why there is no connection, or no answer on it.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What kind of trouble.
    pub code: Code,
    /// For a refused certificate: the certificate, in DER.
    pub certificate: Option<Bytes>,
    /// Some of the request may have left this computer: nobody knows whether it got there.
    pub sent: bool,
    /// What the system said, for the log.
    pub cause: String,
}

impl Failure {
    pub(crate) fn new(code: Code, cause: impl ToString) -> Self {
        Self { code, certificate: None, sent: false, cause: cause.to_string() }
    }

    fn of_io(error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::ConnectionRefused
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::AddrNotAvailable => Code::Net05,
            io::ErrorKind::TimedOut => Code::Net06,
            _ => Code::Net07,
        };
        Self::new(code, error)
    }

    fn of_tls(error: &io::Error) -> Self {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
        match inner {
            Some(rustls::Error::Other(other)) => match other.0.downcast_ref::<Refused>() {
                Some(refused) => Self {
                    certificate: Some(refused.certificate.clone()),
                    ..Self::new(refused.code, refused)
                },
                None => Self::new(Code::Net07, error),
            },
            Some(_) | None => Self::new(Code::Net07, error),
        }
    }
}

/// A byte stream to the destination: plain, encrypted, or inside a tunnel.
pub(crate) trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// Where to connect to.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// The destination: scheme, host and port.
    pub target: Uri,
    /// Through which proxy.
    pub proxy: Option<Intercept>,
}

impl Route {
    /// The way to an address with the proxy setting: `system`, `none`, or a proxy's address.
    pub(crate) fn new(target: Uri, proxy: &str) -> Self {
        let proxy = match proxy.trim() {
            "" | "none" => None,
            // A program on this computer is not behind the office's proxy, whatever the environment says.
            "system" if is_loopback(&target) => None,
            "system" => Matcher::from_system().intercept(&target),
            address => Matcher::builder().all(address.to_owned()).build().intercept(&target),
        };
        Self { target, proxy }
    }

    /// Whether the connection is encrypted.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.target.scheme_str() == Some("https")
    }

    /// The proxy, when it must be told the whole address with each request because there is no tunnel.
    pub(crate) fn plain_proxy(&self) -> Option<&Intercept> {
        self.proxy.as_ref().filter(|proxy| !self.is_encrypted() && !is_socks(proxy.uri()))
    }
}

/// Which addresses may be called.
pub(crate) type May<'a> = &'a (dyn Fn(IpAddr) -> bool + Sync);

/// Connects to no address of the destination but one that may be called, and to the very one that was asked about: a name that leads
/// elsewhere the next time it is looked up leads nowhere. A proxy looks names up itself; what they mean here is asked about all the same,
/// and what cannot be looked up here is the proxy's to judge. `timings` is filled in as far as it gets. Errors: FILE-02 when none may be
/// called.
pub(crate) async fn connect(
    route: &Route,
    tls: Option<&Arc<rustls::ClientConfig>>,
    clock: Clock,
    timings: &mut Timings,
    may: May<'_>,
) -> Result<Box<dyn Stream>, Failure> {
    let anything: May<'_> = &|_| true;
    let (first, may) = match &route.proxy {
        Some(proxy) => {
            if let Ok(addresses) = look_up(&route.target).await {
                may_call(addresses, may)?;
            }
            (proxy.uri(), anything)
        }
        None => (&route.target, may),
    };
    let tcp =
        open(first, clock, timings, may).await.map_err(|failure| match (&route.proxy, failure.code) {
            // The endpoint may be well: it is the way there that is broken.
            (Some(_), Code::Net04 | Code::Net05) => Failure { code: Code::Net07, ..failure },
            _ => failure,
        })?;
    let stream: Box<dyn Stream> = match &route.proxy {
        Some(proxy) if route.plain_proxy().is_none() => Box::new(tunnel(tcp, proxy, &route.target).await?),
        _ => Box::new(tcp),
    };
    let Some(tls) = tls.filter(|_| route.is_encrypted()) else {
        return Ok(stream);
    };
    let name = ServerName::try_from(host(&route.target).to_owned())
        .map_err(|cause| Failure::new(Code::Url03, cause))?;
    let watch = clock.stopwatch();
    let stream = TlsConnector::from(Arc::clone(tls)).connect(name, stream).await;
    timings.tls_us = Some(watch.micros());
    Ok(Box::new(stream.map_err(|error| Failure::of_tls(&error))?))
}

/// Opens a connection to whichever of the host's addresses answers first.
async fn open(uri: &Uri, clock: Clock, timings: &mut Timings, may: May<'_>) -> Result<TcpStream, Failure> {
    let watch = clock.stopwatch();
    let addresses = look_up(uri).await?;
    timings.dns_us = Some(watch.micros());
    let addresses = may_call(addresses, may)?;
    let watch = clock.stopwatch();
    let tcp = race(&addresses).await;
    timings.connect_us = Some(watch.micros());
    let tcp = tcp?;
    // Requests are written whole; waiting for more to send would only delay them.
    tcp.set_nodelay(true).map_err(|error| Failure::of_io(&error))?;
    Ok(tcp)
}

async fn look_up(uri: &Uri) -> Result<Vec<SocketAddr>, Failure> {
    let found = tokio::net::lookup_host((host(uri), port(uri))).await;
    Ok(found.map_err(|error| Failure::new(Code::Net04, error))?.collect())
}

/// Those that may be called; FILE-02 when there are only others.
fn may_call(mut addresses: Vec<SocketAddr>, may: May<'_>) -> Result<Vec<SocketAddr>, Failure> {
    let found = addresses.len();
    addresses.retain(|address| may(address.ip()));
    if addresses.is_empty() && found > 0 {
        return Err(Failure::new(Code::File02, "the address is inside the network"));
    }
    Ok(addresses)
}

async fn race(addresses: &[SocketAddr]) -> Result<TcpStream, Failure> {
    let mut waiting = addresses.iter();
    let mut under_way = FuturesUnordered::new();
    let mut last = Failure::new(Code::Net04, "the host has no address");
    loop {
        match waiting.next() {
            Some(address) => under_way.push(TcpStream::connect(*address)),
            None if under_way.is_empty() => return Err(last),
            None => {}
        }
        let head_start = async {
            if waiting.len() == 0 {
                std::future::pending().await
            } else {
                tokio::time::sleep(HEAD_START).await;
            }
        };
        tokio::select! {
            Some(result) = under_way.next() => match result {
                Ok(tcp) => return Ok(tcp),
                Err(error) => last = Failure::of_io(&error),
            },
            () = head_start => {}
        }
    }
}

async fn tunnel(tcp: TcpStream, proxy: &Intercept, target: &Uri) -> Result<TcpStream, Failure> {
    let opened = Opened(Some(TokioIo::new(tcp)));
    let uri = proxy.uri().clone();
    let target = target.clone();
    let through = match uri.scheme_str() {
        Some("socks4" | "socks4a") => {
            let local = uri.scheme_str() == Some("socks4");
            SocksV4::new(uri, opened).local_dns(local).call(target).await.map_err(proxy_failed)
        }
        Some("socks5" | "socks5h" | "socks") => {
            let local = uri.scheme_str() == Some("socks5");
            let mut socks = SocksV5::new(uri, opened).local_dns(local);
            if let Some((user, password)) = proxy.raw_auth() {
                socks = socks.with_auth(user.to_owned(), password.to_owned());
            }
            socks.call(target).await.map_err(proxy_failed)
        }
        _ => {
            let mut tunnel = Tunnel::new(uri, opened);
            if let Some(auth) = proxy.basic_auth() {
                tunnel = tunnel.with_auth(auth.clone());
            }
            tunnel.call(target).await.map_err(proxy_failed)
        }
    }?;
    Ok(through.into_inner())
}

fn proxy_failed(error: impl std::fmt::Debug) -> Failure {
    Failure::new(Code::Net07, format!("proxy: {error:?}"))
}

/// A connector that gives away the one connection it was made with.
struct Opened(Option<TokioIo<TcpStream>>);

impl Service<Uri> for Opened {
    type Response = TokioIo<TcpStream>;
    type Error = io::Error;
    type Future = std::future::Ready<io::Result<Self::Response>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        std::future::ready(self.0.take().ok_or_else(|| io::ErrorKind::NotConnected.into()))
    }
}

/// The host as it is looked up: an IPv6 address without its brackets.
fn host(uri: &Uri) -> &str {
    uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']')
}

fn port(uri: &Uri) -> u16 {
    uri.port_u16().unwrap_or_else(|| match uri.scheme_str() {
        Some("https") => 443,
        Some(scheme) if scheme.starts_with("socks") => 1080,
        _ => 80,
    })
}

fn is_socks(uri: &Uri) -> bool {
    uri.scheme_str().is_some_and(|scheme| scheme.starts_with("socks"))
}

fn is_loopback(uri: &Uri) -> bool {
    is_this_computer(host(uri))
}

/// Whether a host, by name or number, is this computer; an IPv6 address may stand in its brackets.
pub(crate) fn is_this_computer(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
