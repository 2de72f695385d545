//! What every host does the same way: its arguments, its log, starting the engine.
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

use super::Api;
use super::lately::Remember;
use crate::config::Config;
use crate::engine::Engine;
use crate::error::Result;
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
