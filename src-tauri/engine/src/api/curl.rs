//! A request as a command line for a POSIX shell, to be run elsewhere. Secrets were masked before it comes here.

use std::fmt::Write as _;

use serde_json::Value;

use crate::schema::{Direction, ExchangeDetail, Source};

/// Headers that curl or the connection makes by itself.
const MADE_BY_CURL: [&str; 7] =
    ["host", "content-length", "connection", "transfer-encoding", "accept-encoding", "keep-alive", "expect"];

/// The command. `base` stands before the address of a request that came in, of which only the path is kept. The files of a form are named;
/// they must lie where the command is run. What no request brought (it was written at a screen, or fetched) is its body alone.
pub(super) fn command(exchange: &ExchangeDetail, base: &str) -> String {
    if exchange.row.direction == Direction::In
        && matches!(exchange.row.source, Source::Screen | Source::CatchUp)
    {
        return exchange.request.body.clone();
    }
    let form = parts(exchange);
    let url =
        if exchange.url.starts_with('/') { format!("{base}{}", exchange.url) } else { exchange.url.clone() };
    let mut text = format!("curl -X {} {}", quoted(&exchange.method), quoted(&url));
    for (name, value) in &exchange.request.headers {
        let name_in_lower_case = name.to_lowercase();
        if MADE_BY_CURL.contains(&name_in_lower_case.as_str()) {
            continue;
        }
        // Its boundary is another each time.
        if form.is_some() && name_in_lower_case == "content-type" {
            continue;
        }
        // Without a value curl would leave the header out, unless it ends in a semicolon.
        let header = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
        let _ = write!(text, " \\\n  -H {}", quoted(&header));
    }
    if let Some(parts) = form {
        for part in parts {
            let _ = write!(text, " \\\n  {part}");
        }
    } else if !exchange.request.body.is_empty() {
        // Raw: a body that begins with @ names no file.
        let _ = write!(text, " \\\n  --data-raw {}", quoted(&exchange.request.body));
    }
    text
}

/// The parts of a form of ours, as arguments; none when it is no form. Its body is kept as JSON, with the files by name, kind and size.
fn parts(exchange: &ExchangeDetail) -> Option<Vec<String>> {
    let is_form = |(name, value): &(String, String)| {
        name.eq_ignore_ascii_case("content-type") && value.starts_with("multipart/form-data")
    };
    exchange.request.headers.iter().find(|header| is_form(header))?;
    let shown: serde_json::Map<String, Value> = serde_json::from_str(&exchange.request.body).ok()?;
    let mut parts = Vec::new();
    for (name, value) in shown {
        let values = if let Value::Array(values) = value { values } else { vec![value] };
        parts.extend(values.iter().map(|value| part(&name, value)));
    }
    Some(parts)
}

fn part(name: &str, value: &Value) -> String {
    let Some(file) = value.get("file").and_then(Value::as_str) else {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        // Raw: a text that begins with @ names no file.
        return format!("--form-string {}", quoted(&format!("{name}={text}")));
    };
    let within = |text: &str| text.replace('\\', r"\\").replace('"', "\\\"");
    let mut part = format!("{name}=@\"{}\"", within(file));
    if let Some(content_type) = value.get("contentType").and_then(Value::as_str) {
        let _ = write!(part, ";type={content_type}");
    }
    format!("-F {}", quoted(&part))
}

/// One word of a shell, whatever it holds. Arguments cannot carry NUL.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\0', "").replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::super::sentences::tests::detail;
    use super::*;
    use crate::schema::Payload;

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
    fn a_form_becomes_its_parts() {
        let mut exchange = detail(Direction::Out);
        exchange.request = Payload {
            headers: vec![
                ("api_access_token".to_owned(), "••••".to_owned()),
                ("content-type".to_owned(), "multipart/form-data; boundary=x".to_owned()),
            ],
            body: r#"{"attachments[]":[{"file":"a \"b\".pdf","contentType":"application/pdf","size":3}],"content":"@it's","tag":["x","y"]}"#
                .to_owned(),
            json: true,
            size: 0,
            truncated: false,
        };
        let line = command(&exchange, "");
        assert!(!line.contains("boundary") && !line.contains("--data-raw"), "{line}");
        for part in [
            r#"-F 'attachments[]=@"a \"b\".pdf";type=application/pdf'"#,
            r"--form-string 'content=@it'\''s'",
            "--form-string 'tag=x'",
            "--form-string 'tag=y'",
        ] {
            assert!(line.contains(part), "{part} is missing in {line}");
        }
    }

    #[test]
    fn what_no_request_brought_is_its_body_alone() {
        let mut exchange = detail(Direction::In);
        exchange.request.body = "{}".to_owned();
        exchange.row.source = Source::Screen;
        assert_eq!(command(&exchange, "http://127.0.0.1:8787"), "{}");
    }

    #[test]
    fn a_request_that_came_in_gets_the_relays_address() {
        let mut exchange = detail(Direction::In);
        exchange.url = "/in/••••••••".to_owned();
        assert!(command(&exchange, "http://127.0.0.1:8787").contains("'http://127.0.0.1:8787/in/••••••••'"));
    }
}
