//! What is written out: all of what is shown and nothing else, whole or seen to be broken, without secrets, to whoever has the ticket.

use std::collections::BTreeSet;

use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use switchboard_tests::client::Answer;
use switchboard_tests::endpoint::Endpoint;
use switchboard_tests::eventually;
use switchboard_tests::platforms::{chatwoot_message, sample_json};
use switchboard_tests::relay::{Channel, Relay};

use crate::chatwoot;

fn traffic(filter: Value, format: &str) -> Value {
    json!({ "what": { "kind": "traffic", "filter": filter }, "format": format })
}

async fn download(relay: &Relay, ticket: &str) -> Answer {
    relay.console("GET", &format!("/api/exports/{ticket}"), &[], "").await
}

/// Asks for an export and downloads it.
async fn export(relay: &Relay, request: Value) -> Answer {
    let view = relay.call("export.create", request).await;
    let answer = download(relay, view["ticket"].as_str().expect("a ticket")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer
}

/// A CSV as a spreadsheet reads it: the names above, and the rows.
fn table(answer: &Answer, delimiter: u8) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = answer.body.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let texts = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let columns = texts(reader.headers().unwrap());
    (columns, reader.records().map(|row| texts(&row.unwrap())).collect())
}

fn lines(answer: &Answer) -> Vec<Value> {
    answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// So many messages come in and are delivered.
async fn fill(relay: &Relay, channel: &Channel, count: u64) {
    for i in 0..count {
        let answer =
            relay.http.post(&channel.intake, chatwoot_message(i + 1, "a", &format!("Message {i}"))).await;
        assert_eq!(answer.status, 200);
    }
    relay.results(channel, usize::try_from(count).unwrap(), "delivered").await;
}

#[tokio::test]
async fn the_log_is_written_out_as_it_is_filtered_in_every_format() {
    let (relay, _endpoint, channel) = chatwoot().await;
    fill(&relay, &channel, 3).await;
    let formula = "=HYPERLINK(\"http://evil.example\";\"x\")";
    relay.http.post(&channel.intake, chatwoot_message(9, "a", formula)).await;
    relay.results(&channel, 4, "delivered").await;

    let answer = export(&relay, traffic(json!({ "direction": "in" }), "csv")).await;
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let disposition = answer.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.starts_with("attachment; filename=\"traffic-20") && disposition.ends_with(".csv\""));
    for (name, value) in [("cache-control", "no-store"), ("x-content-type-options", "nosniff")] {
        assert_eq!(answer.headers[name], value);
    }
    assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    let (columns, rows) = table(&answer, b',');
    let at = |name: &str| columns.iter().position(|column| column == name).expect(name);
    let texts: Vec<&str> = rows.iter().map(|row| row[at("Text")].as_str()).collect();
    assert_eq!(
        texts,
        [&format!("'{formula}"), "Message 2", "Message 1", "Message 0"],
        "newest first, as on the screen"
    );
    assert!(
        rows.iter().all(|row| row[at("Channel")] == "Support" && row[at("State")] == "Delivered"),
        "{rows:?}"
    );
    assert!(rows.iter().all(|row| row[at("Time")].ends_with('Z')), "{rows:?}");

    let found = json!({ "text": "Message 1" });
    relay.traffic_until("the words can be found", found, |rows| rows.len() == 2).await;
    let mut german = traffic(json!({ "text": "Message 1" }), "csv");
    german["language"] = json!("de");
    let (columns, rows) = table(&export(&relay, german).await, b';');
    assert!(columns.contains(&"Zeit".to_owned()) && rows.len() == 2, "{columns:?} {rows:?}");

    let lines = lines(&export(&relay, traffic(json!({}), "jsonl")).await);
    assert_eq!(lines.len(), 8, "{lines:?}");
    for line in &lines {
        let detail = relay.exchange(line).await;
        assert_eq!(
            (&line["request"], &line["answer"], &line["url"], &line["method"], &line["timings"]),
            (&detail["request"], &detail["answer"], &detail["url"], &detail["method"], &detail["timings"])
        );
        assert!(line["at"].as_str().unwrap().ends_with('Z') && line["channelName"] == "Support", "{line}");
    }

    let archive = export(&relay, traffic(json!({}), "har")).await.json();
    check_archive(&archive, 8);
    let began: Vec<&str> =
        entries(&archive).iter().map(|one| one["startedDateTime"].as_str().unwrap()).collect();
    assert!(began[0] <= began[7], "oldest first: {began:?}");
    let none = export(&relay, traffic(json!({ "text": "nothing like this" }), "har")).await.json();
    check_archive(&none, 0);
}

fn entries(archive: &Value) -> &Vec<Value> {
    archive["log"]["entries"].as_array().expect("entries")
}

/// What HAR 1.2 asks for.
fn check_archive(archive: &Value, count: usize) {
    let log = &archive["log"];
    assert_eq!((&log["version"], &log["creator"]["name"]), (&json!("1.2"), &json!("Switchboard")));
    assert!(log["creator"]["version"].is_string());
    assert_eq!(entries(archive).len(), count);
    for entry in entries(archive) {
        let has = |part: &Value, names: &[&str]| {
            for name in names {
                assert!(part.get(name).is_some_and(|value| !value.is_null()), "no {name}: {entry:#}");
            }
        };
        has(entry, &["startedDateTime", "time", "request", "response", "cache", "timings"]);
        let (request, response) = (&entry["request"], &entry["response"]);
        has(
            request,
            &["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"],
        );
        has(
            response,
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
        );
        has(&response["content"], &["size", "mimeType"]);
        has(&request["postData"], &["mimeType", "text"]);
        assert!(request["url"].as_str().unwrap().starts_with("http"), "{request}");
        for part in ["send", "wait", "receive"] {
            assert!(entry["timings"][part].as_f64().unwrap() >= 0.0, "{entry}");
        }
        for header in
            request["headers"].as_array().unwrap().iter().chain(response["headers"].as_array().unwrap())
        {
            has(header, &["name", "value"]);
        }
    }
}

#[tokio::test]
async fn a_bulk_send_is_written_out_with_the_columns_of_its_import_and_why_it_failed() {
    let (relay, _endpoint, channel) = chatwoot().await;
    fill(&relay, &channel, 1).await;
    let key = sample_json("chatwoot/webhook.message_created.outgoing.json")["conversation"]["id"].to_string();
    eventually("the conversation is in the list", async || {
        let counted = relay.rpc("conversation.count", json!({})).await.ok()?;
        (counted["count"] == 1).then_some(())
    })
    .await;
    let text = format!(
        "Channel,Conversation,Note\r\nSupport,{key},\"=1+1\"\r\nSupport,no such,two\r\nSupport,,three\r\n"
    );
    let input = json!({ "choice": { "kind": "text", "text": text }, "target": { "kind": "endpoint" }, "confirmed": 1 });
    let id = relay.call("bulk.create", input).await["id"].clone();
    eventually("the bulk send is through", async || {
        (relay.call("bulk.get", json!({ "id": id })).await["state"] == "done").then_some(())
    })
    .await;
    let of = |failed: bool, format: &str| json!({ "what": { "kind": "bulk", "id": id, "failed": failed }, "format": format });

    let (columns, rows) = table(&export(&relay, of(false, "csv")).await, b',');
    assert_eq!(columns[..5], ["Channel", "Conversation", "Note", "State", "Reason"]);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0][..4], ["Support", key.as_str(), "'=1+1", "Delivered"]);
    assert_eq!(rows[1][..5], ["Support", "no such", "two", "Skipped", "not found"]);
    let mut german = of(false, "csv");
    german["language"] = json!("de");
    let (columns, rows) = table(&export(&relay, german).await, b';');
    assert_eq!((columns[2].as_str(), rows.len()), ("Note", 3), "the import's own names stay");

    let all = export(&relay, of(false, "json")).await.json();
    assert_eq!(
        (all[0]["given"]["Note"].as_str(), all[2]["skipped"].as_str()),
        (Some("=1+1"), Some("unreadable"))
    );
    assert_eq!(export(&relay, of(true, "json")).await.json(), json!([]), "none failed");
    assert!(table(&export(&relay, of(true, "csv")).await, b',').1.is_empty());
}

#[tokio::test]
async fn one_conversation_is_written_out_to_read_as_a_table_and_whole() {
    let (relay, _endpoint, channel) = chatwoot().await;
    fill(&relay, &channel, 2).await;
    let row = &relay.traffic(json!({ "direction": "in" })).await[0];
    let events = relay.exchange(row).await["events"].clone();
    let key = events[0]["conversation"]["key"].as_str().unwrap().to_owned();
    let page = eventually("the conversation is in the list", async || {
        let page = relay.rpc("conversation.page", json!({})).await.ok()?;
        (page["rows"].as_array()?.len() == 1).then_some(page)
    })
    .await;
    let one = |format: &str| json!({ "what": { "kind": "conversation", "id": page["rows"][0]["id"] }, "format": format });
    let text = export(&relay, one("txt")).await.text();
    assert!(text.contains("Message 0\n") && text.contains(&key) && text.contains("Support"), "{text}");
    let (columns, rows) = table(&export(&relay, one("csv")).await, b',');
    assert_eq!((columns[3].as_str(), rows.len()), ("Text", 2), "{columns:?} {rows:?}");
    let whole = export(&relay, one("json")).await.json();
    assert_eq!((&whole["key"], &whole["messages"][1]["text"]), (&json!(key), &json!("Message 1")));
    assert!(whole["messages"][0]["sentAt"].as_str().unwrap().ends_with('Z'), "{whole}");
}

#[tokio::test]
async fn a_format_that_does_not_fit_and_a_thing_that_is_not_there_are_told() {
    let relay = Relay::start().await;
    for (what, format) in [
        (json!({ "kind": "traffic" }), "txt"),
        (json!({ "kind": "traffic" }), "json"),
        (json!({ "kind": "conversations" }), "har"),
        (json!({ "kind": "conversation", "id": "0000000000001" }), "jsonl"),
        (json!({ "kind": "bulk", "id": "0000000000001" }), "har"),
    ] {
        let request = json!({ "what": what, "format": format });
        let error = relay.rpc("export.create", request).await.unwrap_err();
        assert_eq!(
            (&error["code"], &error["params"]["field"]),
            (&json!("DATA-02"), &json!("format")),
            "{what} {format}"
        );
    }
    let gone = json!({ "what": { "kind": "conversation", "id": "0000000000001" }, "format": "txt" });
    assert_eq!(relay.refused("export.create", gone).await, "ID-05");
}

#[tokio::test]
async fn a_ticket_is_good_once_and_for_nobody_elses_page() {
    let (relay, _endpoint, channel) = chatwoot().await;
    fill(&relay, &channel, 1).await;
    let view = relay.call("export.create", traffic(json!({}), "csv")).await;
    assert_eq!((&view["state"], &view["rows"], &view["total"]), (&json!("ready"), &json!(0), &json!(2)));
    let path = format!("/api/exports/{}", view["ticket"].as_str().unwrap());
    for foreign in [("origin", "http://evil.example"), ("host", "evil.example")] {
        assert_eq!(relay.console("GET", &path, &[foreign], "").await.status, 403, "{foreign:?}");
    }
    assert_eq!(relay.console("HEAD", &path, &[], "").await.status, 405, "only looking does not use it up");
    let mut live = relay.live().await;
    assert_eq!(relay.console("GET", &path, &[], "").await.status, 200);
    let done = live
        .until("the export is done", |row| row["type"] == "export" && row["row"]["state"] == "done")
        .await;
    assert_eq!(
        (&done["row"]["id"], &done["row"]["rows"], &done["row"]["ticket"]),
        (&view["id"], &json!(2), &Value::Null)
    );
    for path in [path.as_str(), "/api/exports/none"] {
        let again = relay.console("GET", path, &[], "").await;
        assert_eq!(again.status, 404);
        assert!(again.text().contains("used already"), "{}", again.text());
    }
    let view = relay.call("export.create", traffic(json!({}), "csv")).await;
    relay.call("export.cancel", json!({ "id": view["id"] })).await;
    live.until("it is cancelled", |row| row["row"]["id"] == view["id"] && row["row"]["state"] == "cancelled")
        .await;
    assert_eq!(download(&relay, view["ticket"].as_str().unwrap()).await.status, 404);
    relay.call("export.cancel", json!({ "id": view["id"] })).await;
}

/// Enough that no socket's buffers hold it.
const LARGE: usize = 200_000;
const MANY: u64 = 60;

#[tokio::test]
async fn a_cancelled_export_and_a_broken_connection_are_seen_on_both_sides() {
    let (relay, _endpoint, channel) = chatwoot().await;
    for i in 0..MANY {
        let text = format!("{i} {}", "x".repeat(LARGE));
        assert_eq!(relay.http.post(&channel.intake, chatwoot_message(i + 1, "a", &text)).await.status, 200);
    }
    let mut live = relay.live().await;
    for by_hand in [true, false] {
        let view = relay.call("export.create", traffic(json!({}), "jsonl")).await;
        let url = format!("{}/api/exports/{}", relay.console, view["ticket"].as_str().unwrap());
        let mut body = relay.http.open("GET", &url, &[], bytes::Bytes::new()).await.unwrap().into_body();
        body.frame().await.expect("it begins").unwrap();
        let of_this = |state: &'static str| {
            let id = view["id"].clone();
            move |row: &Value| {
                row["type"] == "export" && row["row"]["id"] == id && row["row"]["state"] == state
            }
        };
        live.until("it runs", of_this("running")).await;
        if by_hand {
            relay.call("export.cancel", json!({ "id": view["id"] })).await;
            let rest = body.collect().await;
            assert!(rest.is_err(), "what came must not look like all of it");
        } else {
            drop(body);
        }
        live.until("it is over", of_this("cancelled")).await;
    }
}

#[tokio::test]
async fn rows_that_come_in_meanwhile_neither_repeat_nor_break_it() {
    let (relay, _endpoint, channel) = chatwoot().await;
    fill(&relay, &channel, 400).await;
    for format in ["csv", "jsonl", "har"] {
        let before = relay.call("traffic.page", json!({ "limit": 1 })).await["total"].as_u64().unwrap();
        let view = relay.call("export.create", traffic(json!({}), format)).await;
        let coming = async {
            for i in 0..30_u64 {
                relay.http.post(&channel.intake, chatwoot_message(10_000 + i, format, "late")).await;
            }
        };
        let (answer, ()) = tokio::join!(download(&relay, view["ticket"].as_str().unwrap()), coming);
        let ids: Vec<String> = match format {
            "csv" => table(&answer, b',').1.into_iter().map(|mut row| row.pop().unwrap()).collect(),
            "jsonl" => lines(&answer).iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect(),
            _ => entries(&answer.json()).iter().map(|one| one["_id"].as_str().unwrap().to_owned()).collect(),
        };
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{format}: none twice");
        assert!(ids.len() as u64 >= before, "{format}: {} of {before}", ids.len());
    }
}

#[tokio::test]
async fn an_endpoint_that_never_answers_is_in_the_archive_as_unanswered() {
    let relay = Relay::start().await;
    relay.impatient().await;
    let gone = Endpoint::good().await;
    let url = gone.url.clone();
    drop(gone);
    let channel = crate::chatwoot_to(&relay, &url).await;
    relay.http.post(&channel.intake, chatwoot_message(1, "a", "Nobody there")).await;
    relay.traffic_until("a try is in the log", json!({ "direction": "out" }), |rows| !rows.is_empty()).await;
    let archive = export(&relay, traffic(json!({ "direction": "out" }), "har")).await.json();
    let entry = &entries(&archive)[0];
    assert_eq!(
        (&entry["response"]["status"], &entry["response"]["bodySize"]),
        (&json!(0), &json!(-1)),
        "{entry}"
    );
}

#[tokio::test]
async fn no_secret_is_in_any_export() {
    let secrets = [
        "seeded-token-7Qk2",
        "seeded-header-9Zx4",
        "seeded-webhook-1Lm8",
        "seeded-pubsub-3Vb6",
        "seeded-in-address-2Rt5",
        "seeded-userlike-8Jd1",
        "seeded-elma-4Pw9",
        // Only the admin knows that this header holds a secret, and this path.
        "seeded-unnamed-6Hs3",
        "seeded-path-8f2a9c1e7b1d",
    ];
    let [token, header, webhook, pubsub, in_address, userlike, elma, unnamed, path] = secrets;
    let (relay, endpoint) = (Relay::start().await, Endpoint::good().await);
    relay.impatient().await;
    let own = format!("{}/hooks/{path}?access_token={in_address}", endpoint.url);
    let headers = json!({ "headers": [
        { "name": "authorization", "value": format!("Bearer {header}") }, { "name": "X-Key", "value": unnamed },
    ] });
    let input = |platform: &str, token: &str, options: Value| {
        json!({
            "name": platform, "platform": platform, "token": token, "callbackUrl": own, "endpoint": headers,
            "options": options,
        })
    };
    let chatwoot = relay.channel(input("chatwoot", token, json!({ "webhookSecrets": [webhook] }))).await;
    let elma365 = relay.channel(input("elma365", elma, json!({}))).await;
    let likes = relay.channel(input("userlike", userlike, json!({}))).await;
    let mut message =
        switchboard_tests::platforms::sample_json("chatwoot/webhook.message_created.outgoing.json");
    message["conversation"]["contact_inbox"]["pubsub_token"] = json!(pubsub);
    message["conversation"]["custom_attributes"] =
        json!({ "api_key": token, "page": format!("https://x.test/?token={in_address}") });
    let body = message.to_string();
    let answer =
        switchboard_tests::platforms::post_signed(&relay.http, &chatwoot.intake, webhook, 0, body.into())
            .await;
    assert_eq!(answer.status, 200);
    // Refused ones are kept and written out as well.
    relay.http.post(&format!("{}?token={in_address}", chatwoot.intake), message.to_string()).await;
    relay.http.post(&elma365.intake, switchboard_tests::platforms::elma("connect", elma).to_string()).await;
    relay.http.post(&elma365.intake, switchboard_tests::platforms::elma("message", elma).to_string()).await;
    let online = switchboard_tests::platforms::sample_json("userlike/operator_online.json").to_string();
    relay.http.send("POST", &likes.intake, &[("x-switchboard-secret", userlike)], online).await.unwrap();
    relay
        .traffic_until("everything is done with", json!({ "direction": "in" }), |rows| {
            rows.len() >= 5
                && !rows
                    .iter()
                    .any(|row| ["received", "sending", "retrying"].iter().any(|open| row["result"] == *open))
        })
        .await;
    let listed = eventually("the conversations are in the list", async || {
        let page = relay.rpc("conversation.page", json!({})).await.ok()?;
        page["rows"].as_array().filter(|rows| !rows.is_empty()).cloned()
    })
    .await;
    let sent = relay.traffic(json!({ "channel": chatwoot.id, "direction": "out" })).await;
    let sent = sent.iter().find(|row| row["step"].is_null()).expect("a call of the endpoint");
    // Renamed and gone, what went under it stays secret.
    let none = json!({ "id": chatwoot.id, "endpoint": { "headers": [] } });
    for before in [true, false] {
        if !before {
            relay.call("channel.update", none.clone()).await;
        }
        for command in ["traffic.get", "traffic.curl", "traffic.draft"] {
            let text = relay.call(command, json!({ "id": sent["id"] })).await.to_string();
            assert!(!text.contains(unnamed) && !text.contains(header), "{command}: {text}");
        }
    }
    let mut requests: Vec<Value> = ["csv", "jsonl", "har"].map(|format| traffic(json!({}), format)).to_vec();
    for format in ["csv", "jsonl"] {
        requests.push(json!({ "what": { "kind": "conversations" }, "format": format }));
    }
    for (row, format) in listed.iter().flat_map(|row| ["txt", "csv", "json"].map(|format| (row, format))) {
        requests.push(json!({ "what": { "kind": "conversation", "id": row["id"] }, "format": format }));
    }
    let mut keys = vec![relay.token.clone()];
    for channel in [&chatwoot, &elma365, &likes] {
        keys.extend([channel.signing_secret.clone(), channel.endpoint_token.clone()]);
        keys.extend(channel.intake.rsplit('/').next().map(str::to_owned));
    }
    for request in requests {
        let text = export(&relay, request.clone()).await.text();
        for secret in secrets.iter().copied().chain(keys.iter().map(String::as_str)) {
            let found = text.find(secret).map(|at| text[..at].chars().rev().take(200).collect::<String>());
            let before = found.map(|found| found.chars().rev().collect::<String>());
            assert_eq!(before, None, "{secret} in {request}");
        }
    }
}
