//! Setting a channel up and checking its way, against a Chatwoot with everything that may be wrong with one.

use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::{Role, Server, Switches};
use switchboard_tests::endpoint::{Certificate, Endpoint, Reply};
use switchboard_tests::platforms::elma;
use switchboard_tests::relay::{Channel, Relay};

use crate::set;

/// A Chatwoot with two inboxes that take customers' messages, one of which agents do not see, and a website's.
struct Desk {
    server: Server,
    support: i64,
    closed: i64,
    website: i64,
}

impl Desk {
    async fn start() -> Self {
        let server = Server::start(Switches::default()).await.unwrap();
        let website = server.website_inbox("Our site");
        let support = server.api_inbox("Support", None);
        let closed = server.api_inbox("Board", None);
        server.close_to_agents(closed);
        Self { server, support, closed, website }
    }

    fn look(&self, token: &str) -> Value {
        json!({ "apiUrl": self.server.url(), "token": token })
    }

    /// A channel at it, bound to this inbox.
    async fn channel(&self, relay: &Relay, token: &str, inbox: i64) -> Channel {
        relay
            .channel(json!({
                "name": "Support", "platform": "chatwoot", "apiUrl": self.server.url(), "token": token,
                "options": { "accountId": 1, "inboxId": inbox },
            }))
            .await
    }

    fn webhook(&self, inbox: i64) -> Option<String> {
        self.server.look(|state| state.inbox(inbox).unwrap().webhook_url.clone())
    }
}

/// Runs checks to their end and gives them.
pub(crate) async fn checkup(relay: &Relay, request: Value) -> Vec<Value> {
    let ticket = relay.call("doctor.start", request).await["id"].clone();
    let done = switchboard_tests::eventually("the checks are done", async || {
        let view = relay.call("doctor.get", json!({ "id": ticket })).await;
        (view["done"] == true).then_some(view)
    })
    .await;
    assert_eq!(done["running"], Value::Null);
    done["checks"].as_array().unwrap().clone()
}

/// Each check in a line: part, name, state and the code of what is wrong.
fn lines(checks: &[Value]) -> Vec<String> {
    let line = |check: &Value| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let code = check["error"]["code"].as_str().map(|code| format!(" {code}")).unwrap_or_default();
        format!("{}.{} {}{code}", text(&check["part"]), text(&check["name"]), text(&check["state"]))
    };
    checks.iter().map(line).collect()
}

fn last(checks: &[Value]) -> String {
    lines(checks).pop().unwrap()
}

fn note<'a>(checks: &'a [Value], name: &str) -> &'a str {
    checks.iter().find(|check| check["name"] == name).unwrap()["note"]["key"].as_str().unwrap_or_default()
}

#[tokio::test]
async fn an_address_and_a_token_are_all_that_is_asked_for() {
    let (relay, desk) = (Relay::start().await, Desk::start().await);
    let looked = relay.call("setup.look", desk.look(desk.server.token())).await;
    assert_eq!((&looked["user"], &looked["accountId"]), (&json!("Relay Integration"), &Value::Null));
    let account = &looked["accounts"][0];
    assert_eq!(
        (&account["id"], &account["name"], &account["administrator"]),
        (&json!(1), &json!("Practice Ltd."), &json!(true))
    );
    let inboxes: Vec<_> =
        account["inboxes"].as_array().unwrap().iter().map(|one| (&one["name"], &one["kind"])).collect();
    let named = |name: &str| json!(name);
    assert_eq!(
        inboxes,
        [
            (&named("Support"), &named("Api")),
            (&named("Board"), &named("Api")),
            (&named("Our site"), &named("WebWidget"))
        ],
        "those that can be chosen come first"
    );
    assert_eq!(account["inboxes"][2]["obstacle"]["code"], "ID-02");
    assert!(
        !looked.to_string().contains(desk.server.token()) && !looked.to_string().contains("secret"),
        "{looked}"
    );

    let agent = relay.call("setup.look", desk.look(&desk.server.token_for(Role::Agent))).await;
    let seen = &agent["accounts"][0];
    assert_eq!((&seen["administrator"], seen["inboxes"].as_array().unwrap().len()), (&json!(false), 2));

    // A page of the dashboard names the rest.
    let url = format!("{}/app/accounts/1/settings/inboxes/{}", desk.server.url(), desk.support);
    let pasted = relay.call("setup.look", json!({ "apiUrl": url, "token": desk.server.token() })).await;
    assert_eq!((&pasted["accountId"], &pasted["inboxId"]), (&json!(1), &json!(desk.support)));
    assert_eq!(pasted["apiUrl"], json!(desk.server.url()));
}

#[tokio::test]
async fn what_keeps_us_out_is_told_apart() {
    let (relay, desk) = (Relay::start().await, Desk::start().await);
    let refused = async |look: Value| relay.rpc("setup.look", look).await.unwrap_err();
    assert_eq!(refused(desk.look("wrong")).await["code"], "AUTH-01");
    assert_eq!(
        refused(json!({ "apiUrl": desk.server.url(), "token": "" })).await["params"]["field"],
        "token"
    );
    let other = Endpoint::start(|_| Reply::status(404)).await;
    assert_eq!(refused(json!({ "apiUrl": other.url, "token": "t" })).await["code"], "PLAT-03");
    let page = Endpoint::start(|_| Reply::with(200, "content-type", "text/html")).await;
    assert_eq!(refused(json!({ "apiUrl": page.url, "token": "t" })).await["code"], "PLAT-03");
    assert_eq!(refused(json!({ "apiUrl": "http://nothing.invalid", "token": "t" })).await["code"], "NET-04");
    desk.server.switch(|switches| switches.suspended = true);
    let looked = relay.call("setup.look", desk.look(desk.server.token())).await;
    assert_eq!(looked["accounts"][0]["error"]["code"], "AUTH-05", "{looked}");
}

#[tokio::test]
async fn a_proxy_that_drops_a_header_is_got_around_and_that_is_remembered() {
    let (relay, desk) = (Relay::start().await, Desk::start().await);
    desk.server.switch(|switches| switches.drops_underscores = true);
    relay.call("setup.look", desk.look(desk.server.token())).await;
    let channel = desk.channel(&relay, desk.server.token(), desk.support).await;
    let checks = checkup(&relay, json!({ "channel": channel.id, "parts": ["platform"] })).await;
    assert_eq!(note(&checks, "token"), "checkup-signed-in-dashed");
    let calls = desk.server.requests().len();
    checkup(&relay, json!({ "channel": channel.id, "parts": ["platform"] })).await;
    let later = &desk.server.requests()[calls..];
    assert!(later.iter().all(|request| request.token_in == Some("api-access-token")), "{later:?}");
    // Where both are dropped, it is the server's doing and not the token's.
    let deaf = Endpoint::start(|_| {
        let body = json!({ "errors": ["You need to sign in or sign up before continuing."] });
        Reply::Answer(401, vec![("content-type", "application/json".to_owned())], body.to_string().into())
    })
    .await;
    let error = relay.rpc("setup.look", json!({ "apiUrl": deaf.url, "token": "t" })).await.unwrap_err();
    assert_eq!(error["code"], "AUTH-02");
}

#[tokio::test]
async fn every_step_of_the_way_is_checked_and_each_fault_has_its_own_code() {
    let (relay, desk, endpoint) = (Relay::start().await, Desk::start().await, Endpoint::good().await);
    let token = desk.server.token();
    let channel = desk.channel(&relay, token, desk.support).await;
    let of_platform = |channel: &Channel| json!({ "channel": channel.id, "parts": ["platform"] });
    let checks = checkup(&relay, of_platform(&channel)).await;
    assert_eq!(
        lines(&checks),
        [
            "platform.address well",
            "platform.dns well",
            "platform.connect well",
            "platform.clock well",
            "platform.token well",
            "platform.rights well",
            "platform.inbox well",
            "platform.webhook failed HOOK-01",
        ]
    );
    let all =
        checkup(&relay, json!({ "channel": channel.id, "draft": { "callbackUrl": endpoint.url } })).await;
    let names: Vec<_> = lines(&all).into_iter().filter(|line| !line.starts_with("platform.")).collect();
    assert_eq!(
        names,
        [
            "intake.listening well",
            "intake.local well",
            "intake.public skipped",
            "endpoint.address well",
            "endpoint.dns well",
            "endpoint.connect well",
            "endpoint.clock well",
            "endpoint.answer well",
        ]
    );
    assert_eq!(
        relay.call("channel.get", json!({ "id": channel.id })).await["callbackUrl"],
        Value::Null,
        "a draft"
    );

    let change = async |input: Value| {
        let mut input = input;
        input["id"] = json!(channel.id);
        relay.call("channel.update", input).await;
        checkup(&relay, of_platform(&channel)).await
    };
    let agent = desk.server.token_for(Role::Agent);
    assert_eq!(note(&change(json!({ "token": agent })).await, "rights"), "checkup-agent");
    assert_eq!(
        last(&change(json!({ "options": { "inboxId": desk.closed } })).await),
        "platform.inbox failed AUTH-05"
    );
    assert_eq!(last(&change(json!({ "token": token })).await), "platform.webhook failed HOOK-01");
    assert_eq!(
        last(&change(json!({ "options": { "inboxId": 4_711 } })).await),
        "platform.inbox failed ID-01"
    );
    let website = change(json!({ "options": { "inboxId": desk.website } })).await;
    assert_eq!(
        (last(&website).as_str(), note(&website, "inbox")),
        ("platform.inbox warning", "checkup-other-inbox")
    );
    assert_eq!(
        last(&change(json!({ "options": { "accountId": 2 } })).await),
        "platform.rights failed AUTH-05"
    );
    assert_eq!(last(&change(json!({ "token": "wrong" })).await), "platform.token failed AUTH-01");
    assert_eq!(last(&change(json!({ "token": "" })).await), "platform.token skipped");
    assert!(relay.traffic(json!({})).await.is_empty(), "checks are nobody's messages");
}

#[tokio::test]
async fn a_draft_and_a_bare_address_can_be_checked() {
    let relay = Relay::start().await;
    let expired = Endpoint::start_with(&Certificate::of_its_own("localhost", -30), |_| Reply::ok()).await;
    let unknown = Endpoint::start_tls("localhost", |_| Reply::ok()).await;
    for (url, end) in [
        (expired.url.clone(), "endpoint.certificate failed TLS-01"),
        (unknown.url.clone(), "endpoint.certificate failed TLS-03"),
        ("http://nothing.invalid/hook".to_owned(), "endpoint.dns failed NET-04"),
    ] {
        assert_eq!(last(&checkup(&relay, json!({ "url": url })).await), end);
    }
    let draft = json!({ "platform": "userlike", "callbackUrl": unknown.url,
        "endpoint": { "trustedCertificate": unknown.certificate } });
    let checks = checkup(&relay, json!({ "draft": draft, "parts": ["endpoint"] })).await;
    assert_eq!(last(&checks), "endpoint.answer well");
    assert_eq!(note(&checks, "certificate"), "checkup-certificate-good");

    let own = format!("{}/in/x", relay.relay);
    assert_eq!(relay.refused("doctor.start", json!({ "url": own })).await, "LOOP-01");
    assert_eq!(relay.refused("doctor.start", json!({ "draft": {} })).await, "DATA-02");
    assert_eq!(relay.refused("doctor.get", json!({ "id": "never" })).await, "ID-05");
}

#[tokio::test]
async fn checks_are_told_one_by_one() {
    let (relay, desk) = (Relay::start().await, Desk::start().await);
    let channel = desk.channel(&relay, desk.server.token(), desk.support).await;
    let mut live = relay.live().await;
    relay.call("doctor.start", json!({ "channel": channel.id, "parts": ["platform"] })).await;
    let row = live.until("the token is being checked", |row| row["row"]["running"]["name"] == "token").await;
    assert_eq!((&row["type"], &row["row"]["done"]), (&json!("checkup"), &json!(false)));
    live.until("they are done", |row| row["type"] == "checkup" && row["row"]["done"] == true).await;
}

#[tokio::test]
async fn an_inbox_is_made_with_our_address_and_an_old_address_can_be_put_back() {
    let (relay, desk) = (Relay::start().await, Desk::start().await);
    let input = json!({ "name": "Fresh", "platform": "chatwoot", "apiUrl": desk.server.url(), "token": desk.server.token() });
    let channel = relay.channel(input).await;
    let make = json!({ "channel": channel.id, "accountId": 1, "name": "From Switchboard" });
    let made = relay.call("setup.createInbox", make).await;
    let inbox = made["options"]["inboxId"].as_i64().unwrap();
    assert_eq!(desk.webhook(inbox).as_deref(), Some(channel.intake.as_str()));
    assert_eq!(made["options"]["webhookSecrets"].as_array().unwrap().len(), 1, "what signs is learned");
    assert!(made["options"]["inboxIdentifier"].is_string());

    let old = "https://old.example/hook";
    desk.server.set_webhook(inbox, Some(old));
    let stands = relay.call("setup.webhook", json!({ "id": channel.id })).await;
    assert_eq!((&stands["url"], &stands["ours"]), (&json!(old), &json!(false)));
    let set = relay.call("setup.applyWebhook", json!({ "channel": channel.id })).await;
    assert_eq!((&set["before"], &set["ours"]), (&json!(old), &json!(true)));
    assert_eq!(desk.webhook(inbox).as_deref(), Some(channel.intake.as_str()));
    let back = relay.call("setup.applyWebhook", json!({ "channel": channel.id, "url": old })).await;
    assert_eq!((&back["url"], &back["ours"]), (&json!(old), &json!(false)));

    // An agent may look, and not change.
    let input = json!({ "name": "By an agent", "platform": "chatwoot", "apiUrl": desk.server.url(),
        "token": desk.server.token_for(Role::Agent) });
    let agents = relay.channel(input).await;
    let make = json!({ "channel": agents.id, "accountId": 1, "name": "Mine" });
    assert_eq!(relay.refused("setup.createInbox", make).await, "AUTH-05");
    let bind = |inbox: i64| json!({ "channel": agents.id, "accountId": 1, "inboxId": inbox });
    assert_eq!(relay.refused("setup.useInbox", bind(desk.website)).await, "ID-02");
    assert_eq!(relay.refused("setup.useInbox", bind(desk.closed)).await, "AUTH-05");
    let bound = relay.call("setup.useInbox", bind(desk.support)).await;
    assert_eq!(bound["options"]["inboxId"], json!(desk.support));
    assert_eq!(relay.refused("setup.applyWebhook", json!({ "channel": agents.id })).await, "AUTH-05");
    let looked = relay.call("setup.look", desk.look(desk.server.token())).await;
    assert_eq!(looked["accounts"][0]["inboxes"][0]["usedBy"], "By an agent");
}

#[tokio::test]
async fn a_server_on_the_internet_is_not_given_an_address_of_this_computer() {
    let relay = Relay::start().await;
    let input = json!({ "name": "Cloud", "platform": "chatwoot", "apiUrl": "https://chat.example.com", "token": "t",
        "options": { "accountId": 1, "inboxId": 7 } });
    let channel = relay.channel(input).await;
    let error = relay.rpc("setup.applyWebhook", json!({ "channel": channel.id })).await.unwrap_err();
    assert_eq!((&error["code"], &error["params"]["field"]), (&json!("URL-02"), &json!("publicUrl")));
}

#[tokio::test]
async fn a_test_message_goes_there_and_back_and_leaves_nothing() {
    let (relay, desk, endpoint) = (Relay::start().await, Desk::start().await, Endpoint::good().await);
    let channel = desk.channel(&relay, desk.server.token(), desk.support).await;
    relay.call("channel.update", json!({ "id": channel.id, "callbackUrl": endpoint.url })).await;
    let test = json!({ "channel": channel.id, "parts": ["message"] });
    relay.call("setup.applyWebhook", json!({ "channel": channel.id })).await;
    let checks = checkup(&relay, test.clone()).await;
    assert_eq!(
        lines(&checks),
        ["message.sent well", "message.back well", "message.cleaned well"],
        "{checks:#?}"
    );
    assert!(
        desk.server.look(|state| state.contacts.is_empty() && state.chats.is_empty()),
        "nothing is left there"
    );
    desk.server.told_all().await;
    let rows = relay.traffic(json!({ "direction": "in" })).await;
    assert!(!rows.is_empty(), "what came is in the log");
    assert!(endpoint.so_far().is_empty(), "the endpoint is not told of a test");
    let conversations = relay.call("conversation.page", json!({ "limit": 10 })).await;
    assert_eq!(conversations["rows"].as_array().unwrap().len(), 0, "nor is the list of conversations");

    // An agent may not delete: what was made is resolved.
    relay
        .call("channel.update", json!({ "id": channel.id, "token": desk.server.token_for(Role::Agent) }))
        .await;
    let checks = checkup(&relay, test.clone()).await;
    assert_eq!(note(&checks, "cleaned"), "checkup-message-resolved");
    assert!(desk.server.look(|state| state.chats.iter().all(|chat| chat.status == "resolved")));

    // A run that is stopped while it waits cleans up as well.
    relay.call("channel.update", json!({ "id": channel.id, "token": desk.server.token() })).await;
    desk.server.set_webhook(desk.support, None);
    let before = desk.server.look(|state| state.contacts.len());
    let ticket = relay.call("doctor.start", test).await["id"].clone();
    switchboard_tests::eventually("it waits", async || {
        let view = relay.call("doctor.get", json!({ "id": ticket })).await;
        (view["running"]["name"] == "back").then_some(())
    })
    .await;
    relay.call("doctor.stop", json!({ "id": ticket })).await;
    let view = switchboard_tests::eventually("it ends", async || {
        let view = relay.call("doctor.get", json!({ "id": ticket })).await;
        (view["done"] == true).then_some(view)
    })
    .await;
    assert_eq!(last(view["checks"].as_array().unwrap()), "message.cleaned well", "{view}");
    assert_eq!(desk.server.look(|state| state.contacts.len()), before);
}

#[tokio::test]
async fn a_test_message_is_only_made_when_everything_else_is_well() {
    let (relay, desk) = (Relay::start().await, Desk::start().await);
    let channel = desk.channel(&relay, desk.server.token(), desk.support).await;
    let checks = checkup(&relay, json!({ "channel": channel.id, "parts": ["message", "platform"] })).await;
    assert_eq!(
        (last(&checks).as_str(), note(&checks, "message")),
        ("message.message skipped", "checkup-message-first")
    );
    for (platform, key) in [("elma365", "checkup-message-elma365"), ("userlike", "checkup-message-userlike")]
    {
        let channel = relay.channel(json!({ "name": platform, "platform": platform })).await;
        let checks = checkup(&relay, json!({ "channel": channel.id, "parts": ["message"] })).await;
        assert_eq!(note(&checks, "message"), key);
    }
}

#[tokio::test]
async fn the_hello_of_elma365_fills_in_the_rest() {
    let relay = Relay::start().await;
    let channel = relay.channel(json!({ "name": "Sales", "platform": "elma365", "token": "confirm" })).await;
    let platform = json!({ "channel": channel.id, "parts": ["platform"] });
    assert_eq!(last(&checkup(&relay, platform.clone()).await), "platform.hello skipped");
    let theirs = Endpoint::good().await;
    let mut hello = elma("connect", "confirm");
    hello["data"] = json!({ "webhook": theirs.url });
    assert_eq!(relay.http.post(&channel.intake, hello.to_string()).await.status, 200);
    let view = relay.call("channel.get", json!({ "id": channel.id })).await;
    assert!(view["options"]["channelId"].is_string(), "{view}");
    let checks = checkup(&relay, platform).await;
    assert_eq!(
        (lines(&checks)[0].as_str(), last(&checks).as_str()),
        ("platform.hello well", "platform.answer well")
    );
}

#[tokio::test]
async fn the_public_address_is_asked_whether_it_is_really_us() {
    let relay = Relay::start().await;
    let channel = relay.channel(json!({ "name": "Site", "platform": "userlike" })).await;
    let public = async |url: &str| {
        set(&relay, json!({ "publicUrl": url })).await;
        checkup(&relay, json!({ "channel": channel.id, "parts": ["intake"] })).await
    };
    // On this computer the relay's own address is as good as any.
    let here = public(&relay.relay).await;
    assert_eq!(
        (last(&here).as_str(), note(&here, "public")),
        ("intake.public warning", "checkup-public-inside")
    );
    let somebody = Endpoint::good().await;
    assert_eq!(last(&public(&somebody.url).await), "intake.public failed NET-01");
    assert_eq!(last(&public("http://nothing.invalid").await), "intake.public failed NET-04");
    assert!(relay.traffic(json!({})).await.is_empty());
}

#[tokio::test]
async fn a_set_up_is_remembered_until_it_is_finished() {
    let relay = Relay::start().await;
    let channel = relay.channel(json!({ "name": "Half done", "platform": "userlike" })).await;
    let gone = relay.channel(json!({ "name": "Given up", "platform": "userlike" })).await;
    relay.call("setup.put", json!({ "channel": gone.id, "step": 3 })).await;
    relay.call("setup.put", json!({ "channel": channel.id, "step": 3 })).await;
    relay.call("setup.put", json!({ "channel": channel.id, "step": 4 })).await;
    assert_eq!(relay.refused("setup.put", json!({ "channel": channel.id, "step": 5 })).await, "DATA-02");
    relay.call("channel.delete", json!({ "id": gone.id })).await;
    let relay = Relay::start_in(relay.stop().await).await;
    let list = relay.call("setup.list", json!({})).await;
    assert_eq!(list.as_array().unwrap().len(), 1, "{list}");
    assert_eq!((&list[0]["channel"], &list[0]["step"]), (&json!(channel.id), &json!(4)));
    relay.call("setup.done", json!({ "id": channel.id })).await;
    assert_eq!(relay.call("setup.list", json!({})).await, json!([]));
}
