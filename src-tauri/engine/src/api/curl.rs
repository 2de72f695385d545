//! A request as a command line for a POSIX shell, to be run elsewhere. Secrets were masked before it comes here.

use crate::schema::ExchangeDetail;
use std::fmt::Write as _;

/// Headers that curl or the connection makes by itself.
const MADE_BY_CURL: [&str; 7] =
    ["host", "content-length", "connection", "transfer-encoding", "accept-encoding", "keep-alive", "expect"];

/// The command. `base` stands before the address of a request that came in, of which only the path is kept.
pub(super) fn command(exchange: &ExchangeDetail, base: &str) -> String {
    let url =
        if exchange.url.starts_with('/') { format!("{base}{}", exchange.url) } else { exchange.url.clone() };
    let mut text = format!("curl -X {} {}", quoted(&exchange.method), quoted(&url));
    for (name, value) in &exchange.request.headers {
        if MADE_BY_CURL.contains(&name.to_lowercase().as_str()) {
            continue;
        }
        // Without a value curl would leave the header out, unless it ends in a semicolon.
        let header = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
        let _ = write!(text, " \\\n  -H {}", quoted(&header));
    }
    if !exchange.request.body.is_empty() {
        // Raw: a body that begins with @ names no file.
        let _ = write!(text, " \\\n  --data-raw {}", quoted(&exchange.request.body));
    }
    text
}

/// One word of a shell, whatever it holds. Arguments cannot carry NUL.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\0', "").replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::super::sentences::tests::detail;
    use super::*;
    use crate::schema::{Direction, Payload};

    #[test]
    fn the_shell_gives_curl_exactly_what_was_sent() {
        let mut exchange = detail(Direction::Out);
        exchange.method = "POST".to_owned();
        exchange.url = "https://crm.example.com/hook?a=$HOME&b='x'".to_owned();
        let body = "{\"text\": \"it's `rm -rf` $(x) \\ \n @é\"}".to_owned();
        exchange.request = Payload {
            headers: vec![
                ("Host".to_owned(), "crm.example.com".to_owned()),
                ("Authorization".to_owned(), "••••••••".to_owned()),
                ("X-Empty".to_owned(), String::new()),
            ],
            body: body.clone(),
            json: true,
            size: 0,
            truncated: false,
        };
        // Let a real shell take the line apart.
        let line = command(&exchange, "").replacen("curl", "printf '%s\\0'", 1);
        let output = std::process::Command::new("sh").arg("-c").arg(line).output().unwrap();
        let words: Vec<_> =
            String::from_utf8(output.stdout).unwrap().split('\0').map(str::to_owned).collect();
        let expected = [
            "-X",
            "POST",
            exchange.url.as_str(),
            "-H",
            "Authorization: ••••••••",
            "-H",
            "X-Empty;",
            "--data-raw",
            body.as_str(),
            "",
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn a_request_that_came_in_gets_the_relays_address() {
        let mut exchange = detail(Direction::In);
        exchange.url = "/in/••••••••".to_owned();
        assert!(command(&exchange, "http://127.0.0.1:8787").contains("'http://127.0.0.1:8787/in/••••••••'"));
    }
}
