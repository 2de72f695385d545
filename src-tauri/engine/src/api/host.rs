//! What every host does the same way: its arguments, its log, the engine started, mended and ended.
//!
//! Stands apart from the commands because it runs before there is anything to command.

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, fmt};

use serde_json::Value;
use tokio::sync::{Mutex, watch};

use super::lately::Remember;
use super::{Api, HOST_COMMANDS};
use crate::config::Config;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::store::OpenOptions;

/// How a host was asked to run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The data folder; none means the user's own.
    pub data: Option<PathBuf>,
    /// Where the relay listens, instead of the address in the settings.
    pub relay: Option<SocketAddr>,
    /// Where the console listens; only for a host that has one.
    pub console: Option<SocketAddr>,
    /// Start the demo.
    pub demo: bool,
    /// Show no window yet; only for a host that has one.
    pub hidden: bool,
    /// Draw the window in the way that works everywhere; only for a host that has one.
    pub safe_graphics: bool,
    /// Print the usage and end.
    pub help: bool,
    /// Print the version and end.
    pub version: bool,
}

impl Arguments {
    /// Reads a command line without the program's name. Errors are sentences.
    pub fn parse(line: impl IntoIterator<Item = OsString>, has_console: bool) -> Result<Self, String> {
        use lexopt::prelude::{Long, Short};
        let mut arguments = Self::default();
        let mut parser = lexopt::Parser::from_args(line);
        while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
            match argument {
                Long("relay") => arguments.relay = Some(address(&mut parser, "--relay")?),
                Long("console") if has_console => {
                    arguments.console = Some(address(&mut parser, "--console")?)
                }
                Long("data") => {
                    let folder = parser.value().map_err(|error| error.to_string())?;
                    arguments.data =
                        Some(PathBuf::from(folder)).filter(|folder| !folder.as_os_str().is_empty());
                }
                Long("demo") => arguments.demo = true,
                Long("hidden") if !has_console => arguments.hidden = true,
                Long("safe-graphics") if !has_console => arguments.safe_graphics = true,
                Long("help") | Short('h') => arguments.help = true,
                Long("version") | Short('V') => arguments.version = true,
                other => return Err(other.unexpected().to_string()),
            }
        }
        Ok(arguments)
    }

    /// What the arguments mean.
    #[must_use]
    pub fn usage(program: &str, has_console: bool) -> String {
        let window = if has_console {
            ""
        } else {
            "  --hidden        start without the window; the sign in the system tray opens it\n\
             \x20 --safe-graphics draw the window in the way that works everywhere\n"
        };
        let console = if has_console {
            "  --console ADDR  where the screens are served (127.0.0.1:8788); on another address than this computer's own,\n\
             \x20                 whoever has the link can use it from elsewhere\n"
        } else {
            ""
        };
        format!(
            "{program} [options]\n\n\
             \x20 --data DIR      the data folder (the user's own: {data})\n\
             \x20 --relay ADDR    where platforms and endpoints call, instead of the address in the settings\n\
             {console}\
             {window}\
             \x20 --demo          start with practice platforms and a practice endpoint\n\
             \x20 --help          this text\n\
             \x20 --version       the version\n\n\
             Port 0 means any free port. RUST_LOG sets what is logged to standard error.",
            data = own_folder().display()
        )
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(own_folder)
    }

    /// Starts the engine, and the demo where it was asked for.
    pub async fn start(&self) -> Result<Arc<Api>> {
        let data = self.folder();
        let config = Config {
            data: data.clone(),
            listen: self.relay,
            options: OpenOptions::default(),
            least_free: None,
            relay_number: 0,
        };
        let api = Api::new(Engine::start(config).await?, &data);
        if self.demo
            && let Err(error) = api.call("demo.start", serde_json::Value::Null).await
        {
            // The app is of use without its demo.
            tracing::error!(%error, "The demo did not start.");
        }
        Ok(api)
    }
}

/// The engine as a host has it: starting, running, or not to be had, and then why.
#[derive(Debug)]
pub struct Host {
    /// How it was started.
    pub arguments: Arguments,
    /// None while the engine starts.
    engine: watch::Sender<Option<Result<Arc<Api>>>>,
    /// Held while the engine is started, mended or ended.
    turning: Mutex<()>,
}

impl Host {
    /// One whose engine has not started.
    #[must_use]
    pub fn new(arguments: Arguments) -> Self {
        Self { arguments, engine: watch::Sender::new(None), turning: Mutex::default() }
    }

    /// Starts the engine. An error is kept for whoever asks.
    pub async fn start(&self) -> Result<Arc<Api>> {
        let _turning = self.turning.lock().await;
        self.start_over().await
    }

    /// The engine, or why it could not start; none while it starts.
    #[must_use]
    pub fn started(&self) -> Option<Result<Arc<Api>>> {
        self.engine.borrow().clone()
    }

    /// The engine, as soon as it has started. Errors: why it could not.
    pub async fn api(&self) -> Result<Arc<Api>> {
        let mut engine = self.engine.subscribe();
        loop {
            if let Some(started) = engine.borrow_and_update().clone() {
                return started;
            }
            // The sender lives as long as this host, so waiting does not fail.
            drop(engine.changed().await);
        }
    }

    /// The engine, as soon as one runs, however often it could not start before.
    pub async fn mended(&self) -> Arc<Api> {
        let mut engine = self.engine.subscribe();
        loop {
            if let Some(Ok(api)) = &*engine.borrow_and_update() {
                return Arc::clone(api);
            }
            drop(engine.changed().await);
        }
    }

    /// Runs a command, once the engine has started. Errors: what the command says, or why the engine did not start.
    pub async fn call(self: &Arc<Self>, name: &str, payload: Value) -> Result<Value> {
        if HOST_COMMANDS.contains(&name) {
            return self.call_own(name, payload).await;
        }
        self.api().await?.call(name, payload).await
    }

    /// Ends everything, a start under way included.
    pub async fn stop(&self) {
        let _turning = self.turning.lock().await;
        if let Some(Ok(api)) = self.started() {
            api.stop().await;
        }
    }

    /// Takes a step and starts the engine, anew if it runs. Whoever calls it meanwhile waits. Goes on when nobody waits for it any more. Errors:
    /// what the step says, then the engine is as it was; why it does not start.
    pub(super) async fn turn_over<T: Send + 'static>(
        self: &Arc<Self>,
        step: impl Future<Output = Result<T>> + Send + 'static,
    ) -> Result<T> {
        let host = Arc::clone(self);
        let turned = tokio::spawn(async move {
            let _turning = host.turning.lock().await;
            let done = step.await?;
            if let Some(Ok(api)) = host.started() {
                host.engine.send_replace(None);
                api.stop().await;
            }
            host.start_over().await?;
            Ok(done)
        });
        turned.await.map_err(|cause| Error::unexpected("starting again", &cause))?
    }

    async fn start_over(&self) -> Result<Arc<Api>> {
        self.engine.send_replace(None);
        let started = self.arguments.start().await;
        if let Err(error) = &started {
            tracing::error!(%error, "The engine did not start.");
        }
        self.engine.send_replace(Some(started.clone()));
        started
    }
}

fn address(parser: &mut lexopt::Parser, option: &str) -> Result<SocketAddr, String> {
    let text = parser.value().map_err(|error| error.to_string())?;
    let parsed = text.to_str().and_then(|text| text.parse().ok());
    parsed.ok_or_else(|| format!("{option} needs an address with a port, such as 127.0.0.1:8787"))
}

/// Where the desktop keeps a user's data.
fn own_folder() -> PathBuf {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_DATA_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".local/share")))
        .unwrap_or_else(|| PathBuf::from("."))
        .join("switchboard")
}

/// Logs to standard error from now on, and remembers the last lines.
pub fn log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let shown = fmt::layer().with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal());
    let remembered = fmt::layer().with_writer(Remember).with_ansi(false);
    // A second call has nothing to add; tests make one each.
    drop(tracing_subscriber::registry().with(filter).with(shown).with(remembered).try_init());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Code;

    #[tokio::test]
    async fn whoever_asks_early_waits_and_learns_why_the_engine_did_not_start() {
        // A file where the data folder should be: nothing can be kept there.
        let file = std::env::current_exe().expect("this program is a file");
        let host = Arc::new(Host::new(Arguments { data: Some(file), ..Arguments::default() }));
        let asking = tokio::spawn({
            let host = Arc::clone(&host);
            async move { host.api().await.map(drop) }
        });
        host.start().await.expect_err("a file is no folder");
        let error = asking.await.expect("no panic").expect_err("a file is no folder");
        assert_ne!(error.code, Code::Id05);
        assert_eq!(host.api().await.map(drop).expect_err("it stays so"), error);
    }

    fn parse(line: &[&str]) -> Result<Arguments, String> {
        Arguments::parse(line.iter().map(OsString::from), true)
    }

    #[test]
    fn a_line_is_read() {
        let arguments =
            parse(&["--data", "/tmp/x y", "--relay=127.0.0.1:0", "--console", "[::1]:99", "--demo"]).unwrap();
        assert_eq!(arguments.folder(), PathBuf::from("/tmp/x y"));
        assert_eq!(arguments.relay.map(|address| address.port()), Some(0));
        assert_eq!(arguments.console.map(|address| address.to_string()).as_deref(), Some("[::1]:99"));
        assert!(arguments.demo && !arguments.help);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(parse(&["--relay", "nowhere"]).unwrap_err().contains("--relay needs an address"));
        assert!(parse(&["--bogus"]).unwrap_err().contains("--bogus"));
        assert!(parse(&["--data"]).is_err());
        assert!(
            Arguments::parse(["--console".into(), "127.0.0.1:1".into()], false).is_err(),
            "the window has no console"
        );
    }

    #[test]
    fn the_usage_names_every_option() {
        let usage = Arguments::usage("switchboard-server", true);
        for option in ["--data", "--relay", "--console", "--demo", "--help", "--version"] {
            assert!(usage.contains(option), "{option} is missing");
        }
        let window = Arguments::usage("switchboard", false);
        assert!(
            !window.contains("--console")
                && window.contains("--hidden")
                && window.contains("--safe-graphics")
        );
        let hidden = Arguments::parse(["--hidden".into(), "--safe-graphics".into()], false).unwrap();
        assert!(hidden.hidden && hidden.safe_graphics);
        assert!(parse(&["--hidden"]).is_err(), "a server has no window");
    }
}
