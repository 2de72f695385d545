//! How a contact is found, made and told what changes.

use super::*;

#[test]
fn what_is_there_already_is_found_and_not_made_again() {
    let mut desk = Desk::new(NOW);
    hello().run(&mut desk);

    // Nothing is known any more: the chat's key finds conversation and contact at once.
    let mut again = hello();
    again.id = EventId(again.id.0 + 1);
    assert_eq!(again.run(&mut desk), DELIVERED);
    assert_eq!(again.steps, ["conversation.find", "message.create"]);

    // Another chat of the same person, by each of the things that are unique.
    for (number, contact) in [
        json!({ "id": "crm-7781" }),
        json!({ "id": "other", "email": "ADA@example.test" }),
        json!({ "id": "another", "phone": "0015550100001" }),
    ]
    .into_iter()
    .enumerate()
    {
        let mut other =
            asked(json!({ "chat": format!("more{number}"), "text": "Hello", "contact": contact }));
        assert_eq!(other.run(&mut desk), DELIVERED);
        assert!(other.steps.ends_with(&[
            "contact.inbox",
            "conversation.find",
            "conversation.create",
            "message.create"
        ]));
        assert_eq!(desk.state.contacts.len(), 1, "{contact}");
    }
    let ada = &desk.state.contacts[0];
    assert_eq!(
        (ada.name.as_str(), ada.identifier.as_deref()),
        ("Ada", Some("crm-7781")),
        "what was there stays"
    );
}

#[test]
fn somebody_the_filter_misses_is_found_by_search_when_the_server_says_they_exist() {
    let mut desk = Desk::new(NOW);
    hello().run(&mut desk);
    let mut other =
        asked(json!({ "chat": "chat2", "text": "Hello", "contact": { "id": "crm-7781", "name": "Ada" } }));
    // The server's filter writes what is looked for in lower case, and then does not find what has capitals.
    let mut step = other.step(&Value::Null, None);
    let mut steps = Vec::new();
    let next = loop {
        other.learn(std::mem::take(&mut step.taught));
        let Next::Call(call) = &step.next else { break step.next };
        steps.push(call.step);
        let (status, body) = match call.url.ends_with("/filter") {
            true => (StatusCode::OK, json!({ "meta": { "count": 0 }, "payload": [] }).to_string()),
            false => ask(&mut desk, call),
        };
        step = other.hear(&step.progress, status, &body);
    };
    assert_eq!(next, DELIVERED);
    assert_eq!(steps.iter().filter(|step| **step == "contact.create").count(), 1, "{steps:?}");
    assert_eq!(desk.state.contacts.len(), 1);
    assert_eq!(other.messages(&desk).len(), 1);
}

#[test]
fn what_the_server_will_not_take_of_a_contact_is_kept_beside() {
    let mut desk = Desk::new(NOW);
    let contact = json!({ "id": "u1", "name": "Ada", "email": "no address", "phone": "555-01" });
    let mut odd = asked(json!({ "chat": "c", "text": "t", "contact": contact }));
    assert_eq!(odd.run(&mut desk), DELIVERED);
    let made = &desk.state.contacts[0];
    assert_eq!((made.email.as_deref(), made.phone.as_deref()), (None, None));
    assert_eq!((&made.custom["email"], &made.custom["phone"]), (&json!("no address"), &json!("555-01")));

    // What looks right and is refused all the same.
    let mut case = hello();
    let mut step = case.step(&Value::Null, None);
    let mut creations = Vec::new();
    while let Next::Call(call) = &step.next {
        let (status, body) = match &call.body {
            Body::Json(body) if call.step == "contact.create" => {
                creations.push(body.clone());
                match creations.len() {
                    1 => (
                        StatusCode::UNPROCESSABLE_ENTITY,
                        json!({ "message": "Email is odd", "attributes": ["email"] }),
                    ),
                    2 => (
                        StatusCode::UNPROCESSABLE_ENTITY,
                        json!({ "message": "Phone number should be in e164 format" }),
                    ),
                    _ => (StatusCode::OK, json!({ "id": 9 })),
                }
            }
            _ if call.step == "contact.find" => (StatusCode::OK, json!({ "payload": [] })),
            _ if call.step == "conversation.find" => (StatusCode::OK, json!({ "data": { "payload": [] } })),
            _ => break,
        };
        step = case.hear(&step.progress, status, &body.to_string());
    }
    assert_eq!(creations.len(), 3);
    assert_eq!(creations[2].get("email").or(creations[2].get("phone_number")), None);
    assert_eq!(
        creations[2]["custom_attributes"],
        json!({ "plan": "gold", "email": "ada@example.test", "phone": "+1 555-0100001" })
    );
    case.taught.clear();
}

#[test]
fn what_changes_of_a_contact_is_told_once_before_the_next_message() {
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    first.run(&mut desk);
    let renamed = || {
        asked(
            json!({ "chat": "chat1", "text": "Hi", "contact": { "id": "crm-7781", "name": "Ada L.", "attributes": { "plan": "gold", "age": 36 } } }),
        )
    };
    let mut second = first.then(renamed());
    assert_eq!(second.run(&mut desk), DELIVERED);
    assert_eq!(second.steps, ["contact.update", "message.create"]);
    let ada = &desk.state.contacts[0];
    assert_eq!((ada.name.as_str(), ada.email.as_deref()), ("Ada L.", Some("ada@example.test")));
    assert_eq!((&ada.custom["plan"], &ada.custom["age"]), (&json!("gold"), &json!(36)));
    let mut third = second.then(renamed());
    assert_eq!(third.run(&mut desk), DELIVERED);
    assert_eq!(third.steps, ["message.create"]);

    // Of the contact alone; and a message waits for no name that is refused.
    let mut told = third
        .then(asked(json!({ "kind": "contact", "contact": { "id": "crm-7781", "phone": "+4930123456" } })));
    assert_eq!(told.run(&mut desk), DELIVERED);
    assert_eq!(told.steps, ["contact.update"]);
    assert_eq!(desk.state.contacts[0].phone.as_deref(), Some("+4930123456"));
    asked(json!({ "chat": "x", "text": "t", "contact": { "id": "x", "email": "bob@example.test" } }))
        .run(&mut desk);
    let taken = json!({ "chat": "chat1", "text": "Mine?", "contact": { "id": "crm-7781", "email": "bob@example.test" } });
    let mut refused = told.then(asked(taken.clone()));
    assert_eq!(refused.run(&mut desk), DELIVERED);
    assert_eq!(refused.steps.last(), Some(&"message.create"));
    let mut after = refused.then(asked(taken));
    after.run(&mut desk);
    assert_eq!(after.steps.last(), Some(&"message.create"));
}

#[test]
fn a_contact_alone_is_made_where_nobody_is_found() {
    let mut desk = Desk::new(NOW);
    let mut told = asked(json!({ "kind": "contact", "contact": { "id": "u1", "name": "Ada" } }));
    assert_eq!(told.run(&mut desk), DELIVERED);
    assert_eq!(told.steps, ["contact.find", "contact.create"]);
    assert!(desk.state.chats.is_empty());
}

#[test]
fn a_key_that_is_another_contacts_leads_to_the_conversation_all_the_same() {
    // The place is made, but no conversation yet, and the person was renamed meanwhile: nothing else finds them.
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    first.run(&mut desk);
    desk.state.chats.clear();
    desk.state.contacts[0].identifier = None;
    desk.state.contacts[0].email = None;
    desk.state.contacts[0].phone = None;
    let mut other = hello();
    assert_eq!(other.run(&mut desk), DELIVERED);
    assert_eq!(desk.state.contacts.len(), 1);
    assert_eq!(other.messages(&desk).len(), 1);

    // The same with a contact that is found, and is not the one who has the key.
    let mut desk = Desk::new(NOW);
    asked(json!({ "chat": "chat1", "text": "t", "contact": { "id": "somebody" } })).run(&mut desk);
    desk.state.chats.clear();
    asked(json!({ "chat": "chat2", "text": "t", "contact": { "id": "crm-7781" } })).run(&mut desk);
    let mut other = hello();
    assert_eq!(other.run(&mut desk), DELIVERED);
    assert_eq!(other.messages(&desk).len(), 1);
}
