//! The demo: practice platforms and a practice endpoint, over real HTTP, marked, and gone in one click.

use serde_json::json;
use switchboard_tests::eventually;
use switchboard_tests::relay::{Relay, Start};

#[tokio::test]
async fn the_demo_makes_traffic_of_all_platforms_with_failures_and_leaves_nothing_behind() {
    let relay = Relay::start().await;
    let mine = relay.channel(json!({ "name": "Mine", "platform": "chatwoot" })).await;
    assert_eq!(relay.call("demo.start", json!({})).await["demo"], true);
    let channels = relay.call("channel.list", json!({})).await;
    let demo: Vec<_> =
        channels.as_array().unwrap().iter().filter(|channel| channel["demo"] == true).cloned().collect();
    let mut platforms: Vec<_> = demo.iter().map(|channel| channel["platform"].as_str().unwrap()).collect();
    platforms.sort_unstable();
    assert_eq!(platforms, ["chatwoot", "elma365", "userlike"]);
    for channel in &demo {
        let filter = json!({ "channel": channel["id"], "state": "delivered" });
        relay.traffic_until("each channel has traffic that arrived", filter, |rows| !rows.is_empty()).await;
    }
    eventually("some tries fail", async || {
        let out = relay.traffic(json!({ "direction": "out" })).await;
        out.iter().any(|row| !row["code"].is_null()).then_some(())
    })
    .await;

    assert_eq!(relay.call("demo.stop", json!({})).await["demo"], false);
    let left = relay.call("channel.list", json!({})).await;
    assert_eq!(left.as_array().unwrap().len(), 1);
    assert_eq!(left[0]["id"], json!(mine.id));
    relay.traffic_until("its traffic is gone", json!({}), <[_]>::is_empty).await;
}

#[tokio::test]
async fn the_server_can_start_with_the_demo() {
    let relay = Start { arguments: vec!["--demo".to_owned()], ..Start::default() }.start().await;
    assert_eq!(relay.call("status.get", json!({})).await["demo"], true);
    relay.traffic_until("there is traffic", json!({}), |rows| rows.len() > 3).await;
    // Demo or not, a restart goes on from what is there.
    let relay = Relay::start_in(relay.stop().await).await;
    relay.call("status.get", json!({})).await;
}
