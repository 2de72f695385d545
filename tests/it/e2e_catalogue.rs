//! The error catalogue: for each of its rows a test that provokes it for real, and here those of what a platform refuses.

use serde_json::{Value, json};
use switchboard_engine::domain::Code;
use switchboard_tests::endpoint::{Endpoint, Received, Reply};
use switchboard_tests::relay::{Channel, Relay};

use crate::e2e_problems::{all_well, guarded, opened, post, primary, remedy};
use crate::{chatwoot, set};

/// Where each row of the catalogue is provoked, by module and test. Three rows open no problem: what they are about is set right, or
/// refused, where it is typed.
const ROWS: [(&str, &str, &str); 35] = [
    ("AUTH-01", "e2e_problems", "a_token_is_tested_before_it_is_saved_and_then_what_waits_is_sent"),
    ("AUTH-02", "e2e_catalogue", "each_way_a_platform_refuses_is_a_problem_that_is_over_once_it_is_mended"),
    ("AUTH-03", "e2e_problems", "a_request_with_another_token_waits_for_a_decision"),
    (
        "AUTH-04",
        "e2e_problems",
        "each_way_an_endpoint_fails_is_a_problem_that_one_press_mends_once_it_is_well",
    ),
    ("AUTH-05", "e2e_catalogue", "each_way_a_platform_refuses_is_a_problem_that_is_over_once_it_is_mended"),
    ("URL-01", "e2e_channels", "a_missing_scheme_is_put_in_front_and_the_form_says_so"),
    ("URL-02", "e2e_setup", "a_server_on_the_internet_is_not_given_an_address_of_this_computer"),
    ("NET-01", "e2e_problems", "a_public_address_that_leads_elsewhere_and_one_that_changed_are_problems"),
    ("NET-02", "e2e_problems", "a_public_address_that_leads_elsewhere_and_one_that_changed_are_problems"),
    ("NET-03", "e2e_problems", "requests_to_nobody_are_given_to_a_channel"),
    ("NET-04", "e2e_problems", "another_address_mends_an_endpoint_that_is_not_there"),
    ("NET-05", "e2e_problems", "another_address_mends_an_endpoint_that_is_not_there"),
    (
        "NET-06",
        "e2e_problems",
        "each_way_an_endpoint_fails_is_a_problem_that_one_press_mends_once_it_is_well",
    ),
    ("NET-07", "e2e_machine", "where_the_way_is_cut_the_systems_proxy_is_tried"),
    ("TLS-01", "e2e_tls", "an_endpoint_whose_certificate_ended_gets_nothing_until_it_is_renewed"),
    ("TLS-02", "e2e_tls", "the_name_in_a_certificate_is_offered_as_the_address"),
    ("TLS-03", "e2e_problems", "a_certificate_is_trusted_after_its_fingerprint_was_agreed_to_and_no_other"),
    (
        "HTTP-01",
        "e2e_problems",
        "each_way_an_endpoint_fails_is_a_problem_that_one_press_mends_once_it_is_well",
    ),
    (
        "HTTP-02",
        "e2e_problems",
        "each_way_an_endpoint_fails_is_a_problem_that_one_press_mends_once_it_is_well",
    ),
    (
        "HTTP-03",
        "e2e_problems",
        "each_way_an_endpoint_fails_is_a_problem_that_one_press_mends_once_it_is_well",
    ),
    ("RATE-01", "e2e_catalogue", "whoever_asks_to_slow_down_is_sent_half_as_much_at_once"),
    ("TIME-01", "e2e_machine", "a_clock_that_is_off_is_told_until_the_clocks_agree"),
    ("SIZE-01", "e2e_catalogue", "what_is_too_large_for_a_platform_is_sent_with_links_in_place_of_its_files"),
    ("KEY-01", "e2e_problems", "a_key_that_cannot_be_read_is_read_again_without_a_new_start"),
    ("PORT-01", "e2e_problems", "a_taken_port_is_left_for_a_free_one"),
    ("ID-01", "e2e_catalogue", "each_way_a_platform_refuses_is_a_problem_that_is_over_once_it_is_mended"),
    ("ID-02", "e2e_catalogue", "each_way_a_platform_refuses_is_a_problem_that_is_over_once_it_is_mended"),
    ("ID-03", "e2e_catalogue", "each_way_a_platform_refuses_is_a_problem_that_is_over_once_it_is_mended"),
    ("DB-01", "e2e_machine", "another_program_at_the_data_is_told_and_nothing_is_called_kept_that_is_not"),
    ("DB-02", "e2e_recovery", "damaged_messages_go_back_to_the_last_backup_and_the_relay_runs_again_at_once"),
    ("DB-03", "e2e_machine", "little_room_on_the_disk_is_told_while_everything_is_still_taken"),
    ("FW-01", "e2e_machine", "something_that_blocks_the_relay_on_this_computer_is_told_until_it_lets_it_be"),
    (
        "DATA-01",
        "e2e_remedies",
        "what_is_no_message_of_the_platform_is_a_problem_that_names_the_platform_it_seems_to_be_of",
    ),
    (
        "LOOP-01",
        "e2e_channels",
        "an_address_of_the_relay_that_is_a_channels_endpoint_is_refused_and_the_channel_named",
    ),
    ("APP-01", "e2e_machine", "a_fault_nobody_foresaw_is_answered_so_that_nothing_is_lost_and_told"),
];

#[test]
fn every_row_of_the_catalogue_is_provoked_by_a_test_that_is_there() {
    let modules = [
        ("e2e_catalogue", include_str!("e2e_catalogue.rs")),
        ("e2e_channels", include_str!("e2e_channels.rs")),
        ("e2e_machine", include_str!("e2e_machine.rs")),
        ("e2e_problems", include_str!("e2e_problems.rs")),
        ("e2e_recovery", include_str!("e2e_recovery.rs")),
        ("e2e_remedies", include_str!("e2e_remedies.rs")),
        ("e2e_setup", include_str!("e2e_setup.rs")),
        ("e2e_tls", include_str!("e2e_tls.rs")),
    ];
    for (code, module, test) in ROWS {
        assert!(Code::from_name(code).is_some(), "{code} is no code any more");
        let (_, source) = modules.iter().find(|(name, _)| *name == module).expect(module);
        assert!(source.contains(&format!("async fn {test}()")), "{code}: {module}::{test} is gone");
        // What sets an address right names no code; every other test waits for its own. This table does not count.
        let tests = source.split_once("\n];\n").map_or(*source, |(_, after)| after);
        let names = code == "URL-01" || tests.contains(&format!("\"{code}\""));
        assert!(names, "{code}: nothing in {module} waits for it");
    }
}

/// A relay, a Chatwoot that does so, and a channel at it. What is stopped is not tried again by itself.
async fn at(behaviour: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> (Relay, Endpoint, Channel) {
    let (relay, server) = (Relay::start().await, Endpoint::start(behaviour).await);
    relay.impatient().await;
    set(&relay, json!({ "probeMs": 600_000 })).await;
    let input = json!({
        "name": "Support", "platform": "chatwoot", "apiUrl": server.url, "token": "the token",
        "options": { "accountId": 1, "inboxId": 7 },
    });
    let channel = relay.channel(input).await;
    (relay, server, channel)
}

fn said() -> Value {
    json!({ "chat": "chat-1", "text": "Hello", "contact": { "id": "chat-1", "name": "Jo" } })
}

fn answer(status: u16, body: &Value) -> Reply {
    Reply::Answer(status, vec![("content-type", "application/json".to_owned())], body.to_string().into())
}

fn is_message(request: &Received) -> bool {
    request.method == "POST" && request.path.ends_with("/messages")
}

type Refusal = fn(&Received) -> Option<Reply>;

#[tokio::test]
async fn each_way_a_platform_refuses_is_a_problem_that_is_over_once_it_is_mended() {
    let table: [(&str, Refusal, &str, &str); 5] = [
        (
            "AUTH-02",
            |_| {
                Some(answer(401, &json!({ "errors": ["You need to sign in or sign up before continuing."] })))
            },
            "copyNote",
            "checkAgain",
        ),
        (
            "AUTH-05",
            |request| is_message(request).then(|| answer(403, &json!({ "error": "Forbidden" }))),
            "checkAgain",
            "checkAgain",
        ),
        (
            "ID-01",
            |_| Some(Reply::Answer(404, vec![("content-type", "text/html".to_owned())], "<html>".into())),
            "chooseInbox",
            "checkAgain",
        ),
        (
            "ID-02",
            |request| {
                let words = json!({ "message": "Messages can only be created in an API inbox" });
                is_message(request).then(|| answer(422, &words))
            },
            "chooseInbox",
            "resend",
        ),
        (
            "ID-03",
            |request| {
                let words = json!({ "error": "Resource could not be found" });
                is_message(request).then(|| answer(404, &words))
            },
            "startNew",
            "startNew",
        ),
    ];
    for (code, refusal, first, cure) in table {
        let well = guarded("the token");
        let (relay, server, channel) =
            at(move |request| refusal(request).unwrap_or_else(|| well(request))).await;
        let sent = relay.send(&channel, said()).await;
        if cure != "checkAgain" {
            let failed = json!({ "channel": channel.id, "state": "failed" });
            relay.deliveries_until("it is given up", failed, |rows| rows.len() == 1).await;
        }
        let problem = opened(&relay, code).await;
        assert_eq!(primary(&problem), first, "{code}: {problem}");
        let left = [&problem["waiting"], &problem["failed"]];
        assert_eq!(left, if cure == "checkAgain" { [1, 0] } else { [0, 1] }, "{problem}");
        let report = relay.call("problem.report", json!({ "id": problem["id"] })).await;
        assert!(report["text"].as_str().unwrap().contains(code), "{report}");
        assert!(!report.to_string().contains("the token"), "{report}");
        server.behave(guarded("the token"));
        remedy(&relay, &problem, cure, json!({})).await;
        relay.sent_until(&channel, &sent, "delivered").await;
        all_well(&relay).await;
    }
}

#[tokio::test]
async fn what_is_too_large_for_a_platform_is_sent_with_links_in_place_of_its_files() {
    let well = guarded("the token");
    let (relay, server, channel) = at(move |request| {
        let with_files = request.header("content-type").starts_with("multipart/");
        if is_message(request) && with_files { Reply::status(413) } else { well(request) }
    })
    .await;
    let mut message = said();
    message["files"] = json!([{ "name": "plan.pdf", "base64": "cGxhbg==" }]);
    let sent = relay.send(&channel, message).await;
    let failed = json!({ "channel": channel.id, "state": "failed" });
    relay.deliveries_until("it is given up", failed, |rows| rows.len() == 1).await;
    let problem = opened(&relay, "SIZE-01").await;
    assert_eq!(primary(&problem), "withoutFiles", "{problem}");
    remedy(&relay, &problem, "withoutFiles", json!({})).await;
    relay.sent_until(&channel, &sent, "delivered").await;
    let text = server.so_far().iter().rfind(|request| is_message(request)).unwrap().json()["content"].clone();
    let text = text.as_str().unwrap();
    assert!(text.starts_with("Hello") && text.contains("/file/"), "{text}");
    all_well(&relay).await;
}

#[tokio::test]
async fn whoever_asks_to_slow_down_is_sent_half_as_much_at_once() {
    let (relay, endpoint, channel) = chatwoot().await;
    set(&relay, json!({ "retryScheduleMs": [600_000] })).await;
    endpoint.behave(|_| Reply::status(429));
    post(&relay, &channel, 1, "one").await;
    let problem = opened(&relay, "RATE-01").await;
    assert_eq!(
        (primary(&problem), &problem["remedies"][0]["params"]["count"]),
        ("sendSlower", &json!("8")),
        "{problem}"
    );
    remedy(&relay, &problem, "sendSlower", json!({})).await;
    assert_eq!(relay.call("settings.get", json!({})).await["concurrency"], 8);
    endpoint.behave(|_| Reply::ok());
    remedy(&relay, &problem, "retry", json!({})).await;
    relay.results(&channel, 1, "delivered").await;
    all_well(&relay).await;
}
