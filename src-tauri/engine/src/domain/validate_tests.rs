use super::*;

fn own() -> Own {
    Own { listen: "127.0.0.1:8787".parse().ok(), public_url: "https://relay.example.com/chat".to_owned() }
}

fn code(result: Result<impl std::fmt::Debug>) -> Code {
    result.expect_err("it should have been refused").code
}

#[test]
fn a_name_is_trimmed_and_may_not_be_empty_or_taken() {
    assert_eq!(name("  Sales \t team ", ["Support"]).unwrap(), "Sales team");
    assert_eq!(code(name(" \n ", [])), Code::Name02);
    assert_eq!(code(name("ПРОДАЖИ", ["Продажи"])), Code::Name01);
    assert_eq!(code(name(&"x".repeat(101), [])), Code::Data02);
}

#[test]
fn a_missing_scheme_is_added_and_noted() {
    let mut notes = Vec::new();
    assert_eq!(
        address("callbackUrl", "crm.example.com/hooks?a=1", &mut notes).unwrap().as_str(),
        "https://crm.example.com/hooks?a=1"
    );
    assert_eq!(notes[0].key, "note-scheme-added");
    assert_eq!(notes[0].params["scheme"], "https");
    // A program on this computer hardly ever speaks TLS.
    assert_eq!(
        address("callbackUrl", "localhost:3000/in", &mut notes).unwrap().as_str(),
        "http://localhost:3000/in"
    );
    assert_eq!(address("callbackUrl", "192.168.1.5/x", &mut notes).unwrap().as_str(), "http://192.168.1.5/x");
}

#[test]
fn what_surrounds_a_pasted_address_is_removed() {
    let mut notes = Vec::new();
    for pasted in [
        "  https://crm.example.com/hooks \n",
        "\"https://crm.example.com/hooks\"",
        "<https://crm.example.com/hooks>",
    ] {
        assert_eq!(
            address("callbackUrl", pasted, &mut notes).unwrap().as_str(),
            "https://crm.example.com/hooks",
            "{pasted}"
        );
    }
    assert!(notes.is_empty(), "trimming needs no note");
}

#[test]
fn what_is_no_web_address_is_refused() {
    for typed in [
        "",
        "hello",
        "not an address",
        "ftp://example.com/",
        "mailto:me@example.com",
        "https://",
        "javascript://x",
        "http://a:0/",
    ] {
        assert_eq!(code(address("callbackUrl", typed, &mut Vec::new())), Code::Url03, "{typed}");
    }
    let with_password = address("callbackUrl", "https://me:secret@example.com/", &mut Vec::new());
    assert_eq!(
        code(with_password),
        Code::Url03,
        "a password in an address would be shown wherever the address is"
    );
}

#[test]
fn the_relay_itself_is_no_endpoint() {
    for looped in [
        "http://127.0.0.1:8787/in/x",
        "http://localhost:8787",
        "localhost:8787/hook",
        "http://LOCALHOST.:8787/",
        "http://0.0.0.0:8787/",
        "http://[::1]:8787/",
        "http://[::ffff:127.0.0.1]:8787/",
        "http://127.9.9.9:8787/",
        "http://2130706433:8787/",
        "https://relay.example.com/chat",
        "https://RELAY.example.com:443/chat/in/abc",
        "http://a.localhost:8787/",
    ] {
        assert_eq!(code(callback_url(looped, &own(), &mut Vec::new())), Code::Loop01, "{looped}");
    }
    for fine in [
        "http://127.0.0.1:8788/",
        "https://relay.example.com/chatter",
        "https://relay.example.com:8443/chat",
        "http://10.0.0.5:8787/",
    ] {
        assert!(callback_url(fine, &own(), &mut Vec::new()).is_ok(), "{fine} is another program");
    }
}

#[test]
fn a_dashboard_address_is_taken_apart() {
    let take = |typed: &str| {
        let mut notes = Vec::new();
        let found = chatwoot_address(typed, &mut notes).unwrap();
        (
            found.base,
            found.account,
            found.inbox,
            notes.iter().any(|note| note.key == "note-dashboard-taken-apart"),
        )
    };
    let base = "https://chat.example.com".to_owned();
    for (typed, account, inbox) in [
        ("https://chat.example.com/app/accounts/3/inbox/7", Some(3), Some(7)),
        ("https://chat.example.com/app/accounts/3/settings/inboxes/7", Some(3), Some(7)),
        ("https://chat.example.com/app/accounts/3/settings/inboxes/new/7/finish", Some(3), Some(7)),
        ("chat.example.com/app/accounts/3/settings/inboxes/7?tab=configuration", Some(3), Some(7)),
        ("https://chat.example.com/app/accounts/3/inbox/7/conversations/99", Some(3), Some(7)),
        ("https://chat.example.com/app/accounts/12/dashboard", Some(12), None),
        ("https://chat.example.com/app/login", None, None),
        ("https://chat.example.com/app", None, None),
        ("https://chat.example.com/api/v1/accounts/3/conversations", Some(3), None),
    ] {
        assert_eq!(take(typed), (base.clone(), account, inbox, true), "{typed}");
    }
    assert_eq!(take("https://chat.example.com/"), (base, None, None, false));
    assert_eq!(
        take("https://example.com/desk/app/accounts/3/inbox/7").0,
        "https://example.com/desk",
        "a server may live in a folder"
    );
}

#[test]
fn an_inside_public_address_is_warned_of() {
    for (typed, inside) in [
        ("http://192.168.1.5:8787", true),
        ("http://localhost:8787", true),
        ("http://relay.lan/", true),
        ("http://100.70.1.1/", true),
        ("http://[fd00::1]/", true),
        ("https://relay.example.com/", false),
        ("http://93.184.215.14/", false),
    ] {
        let mut notes = Vec::new();
        public_url(typed, &mut notes).unwrap();
        assert_eq!(notes.iter().any(|note| note.key == "error-url-02"), inside, "{typed}");
    }
}

#[test]
fn headers_that_http_or_the_signature_needs_are_refused() {
    assert_eq!(header_name("h", " X-Api-Key: ").unwrap(), "X-Api-Key");
    for wrong in ["", "Content-Length", "host", "Webhook-Signature", "two words", "naïve", "a\r\nb"] {
        assert_eq!(code(header_name("h", wrong)), Code::Data02, "{wrong}");
    }
    assert_eq!(code(header_value("h", "a\r\nInjected: b")), Code::Data02);
}

#[test]
fn what_platforms_need_is_checked() {
    assert!(user_info(r#"{"id": "{{id}}", "deep": [{"mail": "{{email}}"}]}"#).is_ok());
    assert_eq!(code(user_info("{{id}}")), Code::Data02);
    assert_eq!(time_zone(" europe/berlin ").unwrap(), "Europe/Berlin");
    assert_eq!(code(time_zone("Mars/Olympus")), Code::Data02);
    assert_eq!(code(certificate("hello")), Code::Data02);
    let body = base64::engine::general_purpose::STANDARD.encode([&[0x30_u8][..], &[7; 80]].concat());
    let pem = format!("-----BEGIN CERTIFICATE-----\r\n{body}\r\n-----END CERTIFICATE-----");
    assert_eq!(certificate(&format!("{pem}\n{pem}\n")).unwrap().matches("BEGIN").count(), 2);
    assert_eq!(code(certificate(&format!("{pem} and more"))), Code::Data02);
}

#[test]
fn a_port_alone_listens_on_this_computer_only() {
    for typed in ["9000", ":9000", "localhost:9000", "127.0.0.1:9000", "http://127.0.0.1:9000/"] {
        assert_eq!(listen(typed).unwrap().to_string(), "127.0.0.1:9000", "{typed}");
    }
    assert_eq!(listen("0.0.0.0:80").unwrap().to_string(), "0.0.0.0:80");
    assert_eq!(code(listen("example.com:80")), Code::Data02);
}
