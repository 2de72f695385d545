//! `switchboard-server`: the engine without a window. Prints one line of JSON when it is ready and ends in order on SIGTERM or SIGINT.

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;

use serde_json::{Value, json};
use switchboard_engine::api::Api;
use switchboard_engine::api::host::{self, Arguments, Host};
use switchboard_engine::domain::Code;
use switchboard_engine::error::Error;
use switchboard_engine::secret::Secret;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// The relay makes many small allocations on one thread and frees them on another, which this allocator does several times as fast as the
/// system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PROGRAM: &str = "switchboard-server";
const CONSOLE: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8788);

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args_os().skip(1), true) {
        Ok(arguments) => arguments,
        Err(sentence) => {
            eprintln!("{PROGRAM}: {sentence}\n\n{}", Arguments::usage(PROGRAM, true));
            return ExitCode::from(2);
        }
    };
    if arguments.help {
        println!("{}", Arguments::usage(PROGRAM, true));
        return ExitCode::SUCCESS;
    }
    if arguments.version {
        println!("{PROGRAM} {}", env!("CARGO_PKG_VERSION"));
        return ExitCode::SUCCESS;
    }
    host::log();
    match run(&arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{PROGRAM}: {error}");
            if let Some(hint) = error.hint {
                eprintln!("{hint}");
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: &Arguments) -> Result<(), Error> {
    let failed = |error: std::io::Error| Error::unexpected("serving the console", &error);
    // Taken before anything runs, so that a signal during the start is not lost.
    let (mut term, mut int) =
        (signal(SignalKind::terminate()).map_err(failed)?, signal(SignalKind::interrupt()).map_err(failed)?);
    let address = arguments.console.unwrap_or(CONSOLE);
    // First the console: a port that is taken must not leave a started engine behind.
    let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Error::with(Code::Port01, [("address", &address.to_string()), ("reason", "taken")])
        }
        _ => failed(error),
    })?;
    let address = listener.local_addr().map_err(failed)?;
    if !address.ip().is_loopback() {
        tracing::warn!(%address, "The console can be reached from other computers, without encryption.");
    }
    let engine = Arc::new(Host::new(arguments.clone()));
    let token = Secret::random(32);
    let console = switchboard_engine::reach::base("", Some(address), "");
    let says = |ready: Value| println!("{ready}");
    let ready = {
        let (console, token) = (console.clone(), token.clone());
        move |api: Arc<Api>| {
            says(
                json!({ "ready": true, "relay": api.relay_url(), "console": console, "token": token.expose() }),
            )
        }
    };
    match engine.start().await {
        Ok(api) => ready(api),
        // Damaged data can be mended at the console; whatever else is wrong, the console could not help with.
        Err(error) if error.code == Code::Db02 => {
            tracing::error!("Open the console to restore a backup or to rescue what can be read.");
            says(json!({ "ready": false, "console": console, "token": token.expose(), "error": error }));
            let engine = Arc::clone(&engine);
            tokio::spawn(async move { ready(engine.mended().await) });
        }
        Err(error) => return Err(error),
    }
    let stop = async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
    };
    let served = switchboard_server::serve(listener, Arc::clone(&engine), token, stop).await.map_err(failed);
    engine.stop().await;
    served
}
