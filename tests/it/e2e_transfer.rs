//! Settings as a file: without secrets unless sealed, looked at before anything changes, all or nothing, and undone again.

use serde_json::{Value, json};
use switchboard_tests::relay::Relay;

use crate::e2e_backup::saved;

const TOKEN: &str = "seeded-token-4Xw1";

async fn relay_with_channels() -> Relay {
    let relay = Relay::start().await;
    let callback = "https://crm.example.com/hook?key=seeded-key-8Ru3";
    let header = json!({ "headers": [{ "name": "x-key", "value": "seeded-header-2Pq5" }] });
    let support = json!({
        "name": "Support", "platform": "chatwoot", "token": TOKEN, "callbackUrl": callback, "endpoint": header,
        "apiUrl": "https://chat.example.com", "options": { "accountId": 7, "webhookSecrets": ["seeded-hook-5Ds7"] },
    });
    let (support, sales) = (
        relay.channel(support).await,
        relay.channel(json!({ "name": "Sales", "platform": "elma365", "token": TOKEN })).await,
    );
    relay.link(&support, &sales, json!({})).await;
    relay.call("settings.update", json!({ "timeoutMs": 7_000, "proxy": "http://proxy.lan:3128" })).await;
    relay
}

async fn document(relay: &Relay, payload: Value) -> String {
    saved(relay, "transfer.export", payload).await.text()
}

/// How each line of a preview stands.
fn changes(preview: &Value) -> Vec<(String, String)> {
    let text = |line: &Value, name: &str| line[name].as_str().expect("a text").to_owned();
    let lines = preview["lines"].as_array().expect("lines");
    lines.iter().map(|line| (text(line, "name"), text(line, "change"))).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(name, change)| ((*name).to_owned(), (*change).to_owned())).collect()
}

#[tokio::test]
async fn settings_go_to_another_computer_without_secrets_and_come_back_undone() {
    let relay = relay_with_channels().await;
    let text = document(&relay, json!({})).await;
    assert!(!text.contains("seeded") && text.contains("https://crm.example.com/hook"), "{text}");

    let other = Relay::start().await;
    let was = other.call("settings.get", json!({})).await;
    let input = json!({ "document": text });
    let preview = other.call("transfer.preview", input.clone()).await;
    assert_eq!(
        changes(&preview),
        pairs(&[
            ("timeoutMs", "changed"),
            ("proxy", "changed"),
            ("Support", "new"),
            ("Sales", "new"),
            ("Support → Sales", "new"),
        ]),
    );
    assert_eq!(preview["lines"][2]["reasons"], json!(["secretsMissing", "addressShortened"]));
    assert!(
        other.call("channel.list", json!({})).await.as_array().unwrap().is_empty(),
        "looking changes nothing"
    );

    let done = other.call("transfer.apply", input.clone()).await;
    assert_eq!((&done["applied"], &done["left"]), (&json!(5), &json!(0)));
    let channels = other.call("channel.list", json!({})).await;
    assert_eq!(channels[0]["options"]["accountId"], 7);
    assert_eq!(
        (&channels[0]["token"], &channels[0]["callbackUrl"]),
        (&json!(""), &json!("https://crm.example.com/hook"))
    );
    let again = other.call("transfer.preview", input).await;
    let changed = changes(&again).into_iter().filter(|(_, change)| change == "new" || change == "changed");
    assert_eq!(changed.count(), 0, "the second time there is nothing to do: {again}");

    other.call("transfer.undo", json!({})).await;
    assert_eq!(other.call("settings.get", json!({})).await, was);
    assert!(other.call("channel.list", json!({})).await.as_array().unwrap().is_empty());
    assert_eq!(other.refused("transfer.undo", json!({})).await, "ID-05");
}

/// Saved views and the order of the channels came with ids of the other computer and replaced those that were here; what is kept of single
/// channels was lost; and the other computer's addresses could not be left out.
#[tokio::test]
async fn what_names_channels_finds_them_by_name_and_what_is_of_the_other_computer_is_left_out() {
    let relay = relay_with_channels().await;
    let there = relay.call("channel.list", json!({})).await;
    let (support, sales) = (&there[0]["id"], &there[1]["id"]);
    let view = |name: &str, channel: &Value| json!({ "name": name, "channel": channel });
    let mut privacy = json!({});
    privacy[sales.as_str().unwrap()] = json!("metadataOnly");
    relay
        .call(
            "settings.update",
            json!({
                "trafficViews": [view("Mine", support), view("All", &Value::Null)], "channelOrder": [sales, support],
                "privacyOf": privacy, "publicUrl": "https://theirs.example.com", "backupFolder": "/theirs",
            }),
        )
        .await;
    let text = document(&relay, json!({})).await;
    for id in [support, sales] {
        assert!(!text.contains(id.as_str().unwrap()), "{text}");
    }

    let other = Relay::start().await;
    let own = other.channel(json!({ "name": "Support", "platform": "chatwoot" })).await;
    let kept = [view("Ours", &json!(own.id)), view("All", &json!(own.id))];
    other.call("settings.update", json!({ "trafficViews": kept })).await;
    let preview = other.call("transfer.preview", json!({ "document": text })).await;
    let line = |name: &str| {
        preview["lines"].as_array().unwrap().iter().find(|line| line["name"] == name).expect("a line").clone()
    };
    assert_eq!(
        (&line("publicUrl")["chosen"], &line("trafficViews")["chosen"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(line("Sales")["fields"], json!(["privacy"]));
    let fields = line("Support")["fields"].clone();
    assert!(fields.as_array().unwrap().contains(&json!("options.accountId")), "{fields}");

    other.call("transfer.apply", json!({ "document": text })).await;
    let (here, settings) =
        (other.call("channel.list", json!({})).await, other.call("settings.get", json!({})).await);
    let id = |name: &str| {
        here.as_array().unwrap().iter().find(|channel| channel["name"] == name).expect("a channel")["id"]
            .clone()
    };
    assert_eq!(
        settings["trafficViews"]
            .as_array()
            .unwrap()
            .iter()
            .map(|view| (view["name"].clone(), view["channel"].clone()))
            .collect::<Vec<_>>(),
        [("Ours", json!(own.id)), ("All", Value::Null), ("Mine", json!(own.id))]
            .map(|(name, id)| (json!(name), id)),
    );
    assert_eq!(settings["channelOrder"], json!([id("Sales"), own.id]));
    assert_eq!(settings["privacyOf"][id("Sales").as_str().unwrap()], "metadataOnly");
    assert_eq!((&settings["publicUrl"], &settings["backupFolder"]), (&json!(""), &json!("")));

    let take = json!([{ "kind": "setting", "name": "publicUrl" }]);
    other.call("transfer.apply", json!({ "document": text, "take": take })).await;
    assert_eq!(other.call("settings.get", json!({})).await["publicUrl"], "https://theirs.example.com");

    let copy = relay.call("channel.duplicate", json!({ "id": sales })).await;
    let settings = relay.call("settings.get", json!({})).await;
    assert_eq!(settings["privacyOf"][copy["id"].as_str().unwrap()], "metadataOnly", "as little of a copy");
}

/// Undoing an import deleted the channels it had made with all they had received since.
#[tokio::test]
async fn a_channel_that_was_used_since_the_import_goes_only_when_asked_for() {
    let text = document(&relay_with_channels().await, json!({})).await;
    for with_conversations in [false, true] {
        let other = Relay::start().await;
        other.call("transfer.apply", json!({ "document": text })).await;
        let channels = other.call("channel.list", json!({})).await;
        let intake = channels[0]["intakeUrl"].as_str().unwrap();
        other.http.post(intake, switchboard_tests::platforms::chatwoot_message(1, "a", "Since then")).await;
        let undoing = switchboard_tests::eventually("the conversation is counted", async || {
            let undoing = other.rpc("transfer.undoing", json!({})).await.ok()?;
            (undoing["conversations"] == 1).then_some(undoing)
        })
        .await;
        assert_eq!(undoing["used"], 1, "{undoing}");
        other.call("settings.update", json!({ "timeoutMs": 8_000 })).await;
        let undone = other.call("transfer.undo", json!({ "withConversations": with_conversations })).await;
        let left = other.call("channel.list", json!({})).await;
        assert_eq!(left.as_array().map(Vec::len), Some(usize::from(!with_conversations)), "{left}");
        assert_eq!(undone["kept"], if with_conversations { 1 } else { 2 }, "the time-out was changed since");
        let settings = other.call("settings.get", json!({})).await;
        assert_eq!((&settings["timeoutMs"], &settings["proxy"]), (&json!(8_000), &json!("system")));
    }
}

#[tokio::test]
async fn under_a_password_a_channel_goes_on_as_it_was() {
    let relay = relay_with_channels().await;
    let text = document(&relay, json!({ "password": "correct horse" })).await;
    assert!(!text.contains("seeded"), "{text}");
    let other = Relay::start().await;
    let input = |password: &str| json!({ "document": text, "password": password });
    assert_eq!(other.refused("transfer.apply", input("wrong horse")).await, "BACK-01");
    assert_eq!(other.call("transfer.preview", json!({ "document": text })).await["locked"], true);
    other.call("transfer.apply", input("correct horse")).await;
    let (here, there) =
        (relay.call("channel.list", json!({})).await, other.call("channel.list", json!({})).await);
    let path = |view: &Value| {
        let url = view["intakeUrl"].as_str().expect("an address").to_owned();
        url.rsplit('/').next().expect("a key").to_owned()
    };
    for (here, there) in here.as_array().unwrap().iter().zip(there.as_array().unwrap()) {
        assert_eq!(path(here), path(there), "platforms know it by the same address");
        for field in ["token", "endpointToken", "signingSecret"] {
            let asked = |view: &Value| json!({ "id": view["id"], "field": field });
            assert_eq!(
                relay.call("channel.reveal", asked(here)).await,
                other.call("channel.reveal", asked(there)).await
            );
        }
    }
    assert_eq!(here[0]["callbackUrl"], there[0]["callbackUrl"]);
}

#[tokio::test]
async fn what_does_not_fit_is_told_line_by_line_and_the_rest_is_taken() {
    let relay = relay_with_channels().await;
    let text = document(&relay, json!({})).await;
    let other = Relay::start().await;
    other.channel(json!({ "name": "sales", "platform": "userlike" })).await;
    let mut value: Value = serde_json::from_str(&text).unwrap();
    value["settings"]["concurrency"] = json!(0);
    value["settings"]["ofTomorrow"] = json!(true);
    let preview = other.call("transfer.preview", json!({ "document": value.to_string() })).await;
    let lines = changes(&preview);
    assert!(lines.contains(&("concurrency".to_owned(), "conflict".to_owned())), "{lines:?}");
    assert!(lines.contains(&("Sales".to_owned(), "conflict".to_owned())), "another platform: {lines:?}");
    assert!(lines.iter().all(|(name, _)| name != "ofTomorrow"), "what is unknown is left alone");
    for (document, code) in [("nonsense", "BACK-02"), (r#"{"switchboard":"settings","format":2}"#, "BACK-03")]
    {
        assert_eq!(other.refused("transfer.apply", json!({ "document": document })).await, code);
    }
}

#[tokio::test]
async fn the_report_holds_no_secret_and_nothing_anybody_wrote_and_is_saved_as_it_was_shown() {
    let environment = vec![("RUST_LOG".to_owned(), "debug".to_owned())];
    let relay = switchboard_tests::relay::Start { environment, ..Default::default() }.start().await;
    let endpoint = switchboard_tests::endpoint::Endpoint::good().await;
    let channel = relay
        .channel(
            json!({ "name": "Support", "platform": "chatwoot", "token": TOKEN, "callbackUrl": endpoint.url }),
        )
        .await;
    let message = switchboard_tests::platforms::chatwoot_message(1, "a", "seeded words of Anna");
    relay.http.post(&channel.intake, message).await;
    relay.results(&channel, 1, "delivered").await;
    // What admins call their views, and search for in them, are often names of customers.
    let view = json!({ "name": "seeded Anna", "text": "seeded +49 30 1234" });
    relay.call("settings.update", json!({ "trafficViews": [view] })).await;
    let report = relay.call("diagnostics.get", json!({})).await;
    let names: Vec<&str> =
        report["parts"].as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["version", "settings", "channels", "checks", "queue", "problems", "storage", "log"]);
    let text = saved(&relay, "diagnostics.save", json!({ "id": report["id"] })).await.text();
    let key = channel.intake.rsplit('/').next().unwrap();
    for secret in [
        "seeded",
        key,
        channel.signing_secret.as_str(),
        channel.endpoint_token.as_str(),
        relay.token.as_str(),
    ] {
        assert!(!text.contains(secret), "{secret} is in the report:\n{text}");
    }
    for part in report["parts"].as_array().unwrap() {
        assert!(text.contains(part["text"].as_str().unwrap().trim_end()), "what was shown is what is saved");
    }
    assert!(text.contains("“Support”: Active, Working") && text.contains("journal.db: sound"), "{text}");
    assert_eq!(relay.refused("diagnostics.save", json!({ "id": "another" })).await, "ID-05");
}
