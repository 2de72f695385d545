//! The journey of one message as it is told, of messages that really travelled.

use serde_json::{Value, json};
use switchboard_engine::practice::elma365::Outcomes;
use switchboard_tests::endpoint::Reply;
use switchboard_tests::eventually;
use switchboard_tests::platforms::chatwoot_message;
use switchboard_tests::practice::{Chatwoot, Elma365};
use switchboard_tests::relay::{Channel, Relay};

use crate::chatwoot;

/// The journey, once it is as wanted.
async fn journey_until(relay: &Relay, which: Value, wanted: impl Fn(&Value) -> bool) -> Value {
    eventually("the journey", async || {
        Some(relay.call("journey.get", which.clone()).await).filter(|journey| wanted(journey))
    })
    .await
}

/// Kinds and states of the steps, in order.
fn steps(journey: &Value) -> Vec<String> {
    let word = |step: &Value, name: &str| step[name].as_str().unwrap_or_default().to_owned();
    let steps = journey["steps"].as_array().expect("steps");
    steps.iter().map(|step| format!("{} {}", word(step, "kind"), word(step, "state"))).collect()
}

async fn came(relay: &Relay, channel: &Channel) -> Value {
    let filter = json!({ "channel": channel.id, "direction": "in" });
    relay.traffic_until("it came", filter, |rows| !rows.is_empty()).await.pop().unwrap()
}

#[tokio::test]
async fn a_message_that_needed_a_second_try_tells_each_step_with_its_times() {
    let (relay, endpoint, channel) = chatwoot().await;
    relay.call("settings.update", json!({ "retryScheduleMs": [1_200, 20] })).await;
    endpoint.behave(|request| if request.number == 0 { Reply::status(503) } else { Reply::ok() });
    relay.http.post(&channel.intake, chatwoot_message(7, "a", "Hello")).await;
    relay.results(&channel, 1, "retrying").await;
    let row = came(&relay, &channel).await;
    let open = relay.call("journey.get", json!({ "exchange": row["id"] })).await;
    assert_eq!(open["goingOn"], true);
    assert!(steps(&open).contains(&"next future".to_owned()), "{:?}", steps(&open));

    relay.results(&channel, 1, "delivered").await;
    let journey = relay.call("journey.get", json!({ "exchange": row["id"] })).await;
    assert_eq!(
        steps(&journey),
        ["came neutral", "answered good", "try bad", "wait neutral", "try good", "notSent neutral"],
        "a channel without a token cannot tell the platform: {journey}"
    );
    assert_eq!(journey["sentence"]["key"], "journey-delivered");
    assert_eq!(journey["sentence"]["params"]["tries"], "2");
    assert_eq!(journey["goingOn"], false);
    let all = journey["steps"].as_array().unwrap();
    let at = |step: usize, name: &str| all[step][name].as_f64().unwrap_or(-1.0);
    assert!(at(3, "tookUs") >= 1_000_000.0, "it waited: {}", all[3]);
    assert!(at(4, "offsetUs") >= at(3, "offsetUs") + at(3, "tookUs"), "the try comes after the wait");
    for number in [2, 4] {
        assert!(all[number]["timings"]["totalUs"].as_f64() > Some(0.0), "{}", all[number]);
        let tried = relay.exchange(&json!({ "id": all[number]["exchange"] })).await;
        assert_eq!(tried["row"]["direction"], "out", "each try leads to what went over the wire");
    }
    // It is found by any part of it.
    let delivery = relay.deliveries(json!({ "channel": channel.id })).await.remove(0);
    for which in [json!({ "exchange": all[2]["exchange"] }), json!({ "delivery": delivery["id"] })] {
        assert_eq!(relay.call("journey.get", which).await["exchange"], row["id"]);
    }
}

#[tokio::test]
async fn what_was_given_up_and_sent_again_by_hand_tells_both() {
    let (relay, endpoint, channel) = chatwoot().await;
    endpoint.behave(|request| if request.number < 3 { Reply::status(422) } else { Reply::ok() });
    relay.http.post(&channel.intake, chatwoot_message(7, "a", "Hello")).await;
    relay.results(&channel, 1, "failed").await;
    let row = came(&relay, &channel).await;
    let failed = relay.call("journey.get", json!({ "exchange": row["id"] })).await;
    assert_eq!(failed["sentence"]["key"], "journey-failed");
    assert!(steps(&failed).contains(&"givenUp bad".to_owned()), "{:?}", steps(&failed));
    let delivery = relay.deliveries(json!({ "channel": channel.id })).await.remove(0);
    relay.call("delivery.resend", json!({ "ids": [delivery["id"]] })).await;
    relay.results(&channel, 1, "delivered").await;
    let journey = relay.call("journey.get", json!({ "delivery": delivery["id"] })).await;
    let told = steps(&journey);
    let again = told.iter().position(|step| step == "sentAgain neutral").expect("that it was sent again");
    assert_eq!(told[again + 1], "try good", "{told:?}");
    assert!(!told.contains(&"givenUp bad".to_owned()), "it was not given up after all: {told:?}");
}

#[tokio::test]
async fn a_platforms_report_is_a_step_and_its_silence_is_drawn_as_missing() {
    let relay = Relay::start().await;
    relay.impatient().await;
    let elma = Elma365::connected(&relay, "Sales", "").await;
    let said = |text: &str| json!({ "chat": "c1", "text": text, "contact": { "id": "c1", "name": "Ada" } });
    // Its silence means something only where it has ever reported.
    elma.server.switch(|switches| switches.outcomes = Outcomes::Success);
    let id = relay.send(&elma.channel, said("First")).await;
    relay.sent_until(&elma.channel, &id, "delivered").await;
    // Without any report an answer of 200 is delivered as well.
    eventually("its report was heard", async || {
        let channel = relay.call("channel.get", json!({ "id": elma.channel.id })).await;
        (channel["options"]["outcomesUsed"] == true).then_some(())
    })
    .await;

    elma.server.switch(|switches| switches.outcomes = Outcomes::Never);
    let id = relay.send(&elma.channel, said("Hello")).await;
    relay.sent_until(&elma.channel, &id, "accepted").await;
    let filter = json!({ "channel": elma.channel.id, "direction": "in", "state": "accepted" });
    let row = relay.traffic(filter).await.remove(0);
    let which = json!({ "exchange": row["id"] });
    let silent = relay.call("journey.get", which.clone()).await;
    let last = silent["steps"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["state"], &last["sentence"]["key"]), (&json!("missing"), &json!("journey-no-word")));

    let message = elma.server.look(|state| state.taken.last().unwrap().id.clone());
    assert_eq!(elma.server.outcome(&message, true).await.unwrap(), 200);
    let told = journey_until(&relay, which, |journey| journey["state"] == "delivered").await;
    let word =
        told["steps"].as_array().unwrap().iter().find(|step| step["kind"] == "word").expect("a report");
    assert_eq!(word["sentence"]["english"], "ELMA365 reports: delivered");
    let lanes = told["lanes"].as_array().unwrap();
    assert_eq!((&lanes[0]["kind"], &lanes[2]["kind"]), (&json!("endpoint"), &json!("platform")), "{lanes:?}");
    let report = relay.exchange(&json!({ "id": word["exchange"] })).await;
    assert_eq!(report["row"]["kind"], "message.outcome");
}

#[tokio::test]
async fn a_link_gives_the_copy_a_lane_and_the_platform_is_told_in_one_of_its_own() {
    let relay = Relay::start().await;
    relay.impatient().await;
    let website = Chatwoot::website(&relay, "Website", "").await;
    let desk = Chatwoot::api(&relay, "Desk", "").await;
    relay.link(&website.channel, &desk.channel, json!({})).await;
    website.server.write(website.inbox, "ada", "Hello").unwrap();
    let key = format!("switchboard:{}:ada", website.channel.id);
    let chat = desk.said(&key, &["Hello"]).await;
    let answer = desk.server.reply(chat.id, "Hi Ada").unwrap();
    website.said("ada", &["Hello", "Hi Ada"]).await;
    desk.painted(chat.id, answer, "delivered").await;

    let filter = json!({ "channel": desk.channel.id, "direction": "in", "text": "Hi Ada" });
    let told =
        |rows: &[Value]| rows.iter().any(|row| row["kind"] == "message.sent" && row["result"] == "delivered");
    let rows = relay.traffic_until("the answer came", filter, told).await;
    let row = rows.iter().find(|row| row["kind"] == "message.sent" && row["result"] == "delivered").unwrap();
    let journey =
        journey_until(&relay, json!({ "exchange": row["id"] }), |journey| journey["goingOn"] == false).await;
    let lanes = journey["lanes"].as_array().unwrap();
    let kinds: Vec<_> =
        lanes.iter().map(|lane| (lane["kind"].as_str().unwrap(), lane["name"].as_str().unwrap())).collect();
    for lane in [("platform", "Desk"), ("relay", ""), ("platform", "Website"), ("back", "Desk")] {
        assert!(kinds.contains(&lane), "{lane:?} in {kinds:?}");
    }
    let report =
        journey["steps"].as_array().unwrap().iter().find(|step| step["kind"] == "report").expect("a report");
    assert_eq!(report["to"].as_u64(), Some(lanes.len() as u64 - 1), "the platform is told on the right");
}

#[tokio::test]
async fn what_is_asked_for_must_be_named_and_be_there() {
    let relay = Relay::start().await;
    assert_eq!(relay.refused("journey.get", json!({})).await, "DATA-02");
    assert_eq!(relay.refused("journey.get", json!({ "exchange": "0000000000007" })).await, "ID-05");
}
