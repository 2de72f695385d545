//! Exchanges as an HTTP Archive, version 1.2, which the developer tools of every browser open. Pure.
//!
//! What is not known is told as the format wants it: -1 for sizes and times, empty for texts. Bodies are text without its secrets; one that
//! is no text is described, not kept, because nobody could mask what is in it.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::json::iso;
use crate::schema::{Direction, ExchangeDetail, Payload, Source};

/// How an archive begins.
pub(super) static START: LazyLock<String> = LazyLock::new(|| {
    let creator = json!({ "name": "Switchboard", "version": env!("CARGO_PKG_VERSION") });
    format!("{{\"log\":{{\"version\":\"1.2\",\"creator\":{creator},\"pages\":[],\"entries\":[")
});
/// How it ends.
pub(super) const END: &str = "\n]}}\n";

/// One exchange; none for one that was no request (written at a screen, or fetched). `base` stands before the address of a request that
/// came in, of which only the path is kept.
pub(super) fn entry(exchange: &ExchangeDetail, channel: Option<&str>, base: &str) -> Option<Value> {
    let row = &exchange.row;
    let came_in = row.direction == Direction::In;
    if came_in && matches!(row.source, Source::Screen | Source::CatchUp) {
        return None;
    }
    let took_ms = i64::try_from(row.took_us / 1_000).unwrap_or(i64::MAX);
    // A try is entered once it has ended.
    let began = if came_in { row.at } else { row.at.plus_ms(took_ms.saturating_neg()) };
    let url =
        if exchange.url.starts_with('/') { format!("{base}{}", exchange.url) } else { exchange.url.clone() };
    let timings = timings(exchange);
    let time: f64 = ["dns", "connect", "wait", "receive", "send"]
        .iter()
        .filter_map(|part| timings[part].as_f64())
        .filter(|ms| *ms > 0.0)
        .sum();
    let mut entry = json!({
        "startedDateTime": iso(began),
        "time": time,
        "request": request(exchange, &url),
        "response": response(exchange.answer.as_ref(), row.status),
        "cache": {},
        "timings": timings,
        "_id": row.id,
        "_direction": row.direction,
        "_channel": channel,
        "_result": row.result,
        "_code": row.code,
    });
    if let Some(peer) = &exchange.peer {
        entry["_peer"] = Value::from(peer.as_str());
    }
    Some(entry)
}

fn request(exchange: &ExchangeDetail, url: &str) -> Value {
    let payload = &exchange.request;
    let mut request = json!({
        "method": exchange.method,
        "url": url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers(payload),
        "queryString": query(url),
        "headersSize": -1,
        "bodySize": payload.size,
    });
    if payload.size > 0 {
        request["postData"] = json!({ "mimeType": mime_type(payload), "params": [], "text": payload.body });
        if payload.truncated {
            request["postData"]["comment"] = Value::from(CUT);
        }
    }
    request
}

fn response(answer: Option<&Payload>, status: Option<u16>) -> Value {
    let Some(payload) = answer else {
        return json!({
            "status": 0, "statusText": "", "httpVersion": "", "cookies": [], "headers": [],
            "content": { "size": 0, "mimeType": "x-unknown" },
            "redirectURL": "", "headersSize": -1, "bodySize": -1,
        });
    };
    let status = status.unwrap_or(0);
    let phrase = http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    let mut content = json!({ "size": payload.size, "mimeType": mime_type(payload), "text": payload.body });
    if payload.truncated {
        content["comment"] = Value::from(CUT);
    }
    json!({
        "status": status,
        "statusText": phrase.unwrap_or_default(),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers(payload),
        "content": content,
        "redirectURL": header(payload, "location").unwrap_or_default(),
        "headersSize": -1,
        // Of a longer body nobody counted the rest.
        "bodySize": if payload.truncated { -1 } else { i64::try_from(payload.size).unwrap_or(-1) },
    })
}

/// Said of a body that was not kept whole.
const CUT: &str = "Only its beginning was kept.";

/// Where the time went, in ms. The three that the format asks for are 0 where nobody measured them.
fn timings(exchange: &ExchangeDetail) -> Value {
    let ms = |us: Option<u64>| us.map_or(-1.0, as_ms);
    let took = exchange.row.took_us;
    let Some(timings) = exchange.timings else {
        return json!({ "blocked": -1, "dns": -1, "connect": -1, "ssl": -1, "send": 0, "wait": as_ms(took), "receive": 0 });
    };
    // The format counts the encryption in.
    let connect = timings.connect_us.map(|connect| connect + timings.tls_us.unwrap_or(0));
    let before = timings.dns_us.unwrap_or(0) + connect.unwrap_or(0);
    let wait = timings.first_byte_us.unwrap_or_else(|| timings.total_us.saturating_sub(before));
    json!({
        "blocked": -1,
        "dns": ms(timings.dns_us),
        "connect": ms(connect),
        "ssl": ms(timings.tls_us),
        "send": 0,
        "wait": as_ms(wait),
        "receive": as_ms(timings.total_us.saturating_sub(before).saturating_sub(wait)),
    })
}

#[expect(clippy::cast_precision_loss, reason = "no request takes 285 years")]
fn as_ms(us: u64) -> f64 {
    us as f64 / 1_000.0
}

fn headers(payload: &Payload) -> Vec<Value> {
    payload.headers.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
}

fn header<'a>(payload: &'a Payload, wanted: &str) -> Option<&'a str> {
    payload
        .headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| value.as_str())
}

fn mime_type(payload: &Payload) -> &str {
    header(payload, "content-type").unwrap_or(if payload.json { "application/json" } else { "x-unknown" })
}

fn query(url: &str) -> Vec<Value> {
    let Some((_, query)) = url.split_once('?') else { return Vec::new() };
    url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::sentences::tests::detail;
    use crate::schema::Timings;

    /// What the format asks for in each of its parts.
    const NEEDED: [(&str, &[&str]); 6] = [
        ("", &["startedDateTime", "time", "request", "response", "cache", "timings"]),
        (
            "/request",
            &["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"],
        ),
        (
            "/response",
            &[
                "status",
                "statusText",
                "httpVersion",
                "cookies",
                "headers",
                "content",
                "redirectURL",
                "headersSize",
                "bodySize",
            ],
        ),
        ("/response/content", &["size", "mimeType"]),
        ("/timings", &["send", "wait", "receive"]),
        ("/cache", &[]),
    ];

    fn check(entry: &Value) {
        for (part, names) in NEEDED {
            let part_of = entry.pointer(part).unwrap_or_else(|| panic!("no {part}"));
            for name in names {
                assert!(part_of.get(name).is_some(), "{part} has no {name}: {entry}");
            }
        }
        for part in ["send", "wait", "receive"] {
            assert!(entry["timings"][part].as_f64().unwrap() >= 0.0, "{entry}");
        }
        let sum: f64 = ["blocked", "dns", "connect", "send", "wait", "receive"]
            .iter()
            .map(|part| entry["timings"][part].as_f64().unwrap().max(0.0))
            .sum();
        assert!((sum - entry["time"].as_f64().unwrap()).abs() < 0.001, "{entry}");
    }

    #[test]
    fn an_answered_call_tells_all_that_is_known() {
        let mut exchange = detail(Direction::Out);
        exchange.url = "https://example.org/hook?a=1&b=%20x".to_owned();
        exchange.row.took_us = 9_000;
        exchange.timings = Some(Timings {
            dns_us: Some(1_000),
            connect_us: Some(2_000),
            tls_us: Some(3_000),
            first_byte_us: Some(2_500),
            total_us: 9_000,
        });
        exchange.row.status = Some(200);
        exchange.answer = Some(Payload {
            headers: vec![("Content-Type".to_owned(), "text/plain".to_owned())],
            body: "fine".to_owned(),
            json: false,
            size: 4,
            truncated: false,
        });
        let entry = entry(&exchange, Some("Support"), "http://relay").unwrap();
        check(&entry);
        assert_eq!(entry["timings"]["connect"], 5.0, "with the encryption");
        assert_eq!(entry["timings"]["receive"], 0.5);
        assert_eq!(entry["time"], 9.0);
        assert_eq!(entry["request"]["queryString"][1], json!({ "name": "b", "value": " x" }));
        assert_eq!(
            (&entry["response"]["statusText"], &entry["response"]["content"]["mimeType"]),
            (&json!("OK"), &json!("text/plain"))
        );
    }

    #[test]
    fn what_is_not_known_is_told_so() {
        let mut exchange = detail(Direction::Out);
        (exchange.answer, exchange.row.status, exchange.timings) = (None, None, None);
        let unanswered = entry(&exchange, None, "").unwrap();
        check(&unanswered);
        assert_eq!(
            (&unanswered["response"]["status"], &unanswered["response"]["bodySize"]),
            (&json!(0), &json!(-1))
        );
        assert_eq!(unanswered["timings"]["dns"], -1);

        let mut came = detail(Direction::In);
        came.url = "/in/••••".to_owned();
        let came = entry(&came, None, "http://127.0.0.1:1").unwrap();
        check(&came);
        assert_eq!(came["request"]["url"], "http://127.0.0.1:1/in/••••");
        let mut typed = detail(Direction::In);
        typed.row.source = Source::Screen;
        assert_eq!(entry(&typed, None, ""), None, "nobody requested it");
    }
}
