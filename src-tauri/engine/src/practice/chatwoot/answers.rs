//! What a Chatwoot's API answers, field for field as its templates render it. Pure. Whoever reads these learns the wrappers by their names.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::records::{Agent, Chat, Contact, Inbox, InboxKind, Message, Role};
use super::state::{ContactInbox, Webhook};
use super::{fraction, iso, nested, seconds, sender, slim, slim_user};

/// A request that is turned down: the status and the body that says why.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal(pub StatusCode, pub Value);

impl Refusal {
    /// `{"error": …}`.
    pub(super) fn error(status: StatusCode, text: impl Into<String>) -> Self {
        Self(status, json!({ "error": text.into() }))
    }

    /// Nothing there, or nothing there for this token.
    pub(super) fn not_found() -> Self {
        Self::error(StatusCode::NOT_FOUND, "Resource could not be found")
    }

    /// Also for what a role may not do: 401 and not 403.
    pub(super) fn not_permitted() -> Self {
        Self::error(StatusCode::UNAUTHORIZED, "You are not authorized to do this action")
    }

    /// A record that breaks its rules.
    pub(super) fn invalid(complaints: &[(&'static str, &'static str)]) -> Self {
        let sentences: Vec<&str> = complaints.iter().map(|(_, sentence)| *sentence).collect();
        let attributes: Vec<&str> = complaints.iter().map(|(attribute, _)| *attribute).collect();
        let body = json!({ "message": sentences.join(", "), "attributes": attributes });
        Self(StatusCode::UNPROCESSABLE_ENTITY, body)
    }

    /// Whatever goes wrong while a message is created.
    pub(super) fn message(text: &str) -> Self {
        Self::error(StatusCode::UNPROCESSABLE_ENTITY, text)
    }

    /// An error nobody caught.
    pub(super) fn broken() -> Self {
        Self(StatusCode::INTERNAL_SERVER_ERROR, json!({ "status": 500, "error": "Internal Server Error" }))
    }
}

/// A contact of its own, without its inboxes.
pub(super) fn contact(contact: &Contact) -> Value {
    json!({
        "additional_attributes": contact.additional, "availability_status": "offline", "email": contact.email, "id": contact.id,
        "name": contact.name, "phone_number": contact.phone, "blocked": contact.blocked, "identifier": contact.identifier,
        "thumbnail": contact.avatar, "custom_attributes": contact.custom, "created_at": contact.created.0 / 1_000,
    })
}

/// A contact with its inboxes.
pub(super) fn contact_with(record: &Contact, inboxes: &[(&ContactInbox, &Inbox)]) -> Value {
    let mut body = contact(record);
    let inboxes: Vec<Value> = inboxes.iter().map(|(of, inbox)| contact_inbox(of, inbox)).collect();
    body["contact_inboxes"] = Value::from(inboxes);
    body
}

/// A contact's place in an inbox; also the whole answer when one is made.
pub(super) fn contact_inbox(of: &ContactInbox, inbox: &Inbox) -> Value {
    json!({ "source_id": of.source_id, "inbox": slim_inbox(inbox) })
}

/// The answer to a new contact: the row of the inbox goes out as it lies in the table.
pub(super) fn contact_created(contact: Value, place: Option<(&ContactInbox, &Inbox)>, account: i64) -> Value {
    let row = place.map(|(_, inbox)| {
        let created = iso(inbox.created);
        json!({
            "id": inbox.id, "channel_id": inbox.id + 14, "account_id": account, "name": inbox.name, "created_at": created,
            "updated_at": created, "channel_type": inbox.kind.channel(), "enable_auto_assignment": true, "greeting_enabled": false,
            "greeting_message": null, "email_address": null, "working_hours_enabled": false, "out_of_office_message": null,
            "timezone": "UTC", "enable_email_collect": true, "csat_survey_enabled": false, "allow_messages_after_resolved": true,
            "auto_assignment_config": {}, "lock_to_single_conversation": inbox.lock_to_single, "portal_id": null,
            "sender_name_type": "friendly", "business_name": null, "csat_config": {},
        })
    });
    let source_id = place.map(|(of, _)| &of.source_id);
    json!({ "payload": { "contact": contact, "contact_inbox": { "inbox": row, "source_id": source_id } } })
}

/// An inbox where it is only mentioned.
pub(super) fn slim_inbox(inbox: &Inbox) -> Value {
    json!({
        "id": inbox.id, "avatar_url": "", "channel_id": inbox.id + 14, "name": inbox.name, "channel_type": inbox.kind.channel(),
        "provider": null,
    })
}

/// An inbox of its own. What can sign is for administrators only, and servers of 4.2 have none of it.
pub(super) fn inbox(inbox: &Inbox, role: Role, old: bool) -> Value {
    let day = |day: u8| {
        let closed = day == 0 || day == 6;
        json!({
            "day_of_week": day, "closed_all_day": closed, "open_hour": (!closed).then_some(9), "open_minutes": (!closed).then_some(0),
            "close_hour": (!closed).then_some(17), "close_minutes": (!closed).then_some(0), "open_all_day": false,
        })
    };
    let website = inbox.kind == InboxKind::Website;
    let mut body = json!({
        "id": inbox.id, "avatar_url": "", "channel_id": inbox.id + 14, "name": inbox.name, "channel_type": inbox.kind.channel(),
        "greeting_enabled": false, "greeting_message": null, "working_hours_enabled": false, "enable_email_collect": true,
        "csat_survey_enabled": false, "csat_config": {}, "enable_auto_assignment": true, "auto_assignment_config": {},
        "out_of_office_message": null, "working_hours": (0..7).map(day).collect::<Vec<_>>(), "timezone": "UTC",
        "callback_webhook_url": null, "allow_messages_after_resolved": true, "lock_to_single_conversation": inbox.lock_to_single,
        "sender_name_type": "friendly", "business_name": null, "allowed_domains": null,
        "widget_color": website.then_some("#1f93ff"), "website_url": website.then_some("https://www.practice.example"),
        "hmac_mandatory": false, "welcome_title": null, "welcome_tagline": null, "web_widget_script": null,
        "website_token": website.then_some("practiceWidget"), "selected_feature_flags": null, "reply_time": null,
        "messaging_service_sid": null, "phone_number": null, "provider": null,
    });
    if let (InboxKind::Api, Value::Object(body)) = (inbox.kind, &mut body) {
        body.insert("webhook_url".to_owned(), json!(inbox.webhook_url));
        body.insert("inbox_identifier".to_owned(), json!(inbox.identifier));
        body.insert("additional_attributes".to_owned(), json!({}));
        if role == Role::Administrator {
            body.insert("hmac_token".to_owned(), json!(inbox.hmac_token));
            if !old {
                body.insert("secret".to_owned(), json!(inbox.secret));
            }
        }
    }
    body
}

/// A conversation, wherever the API shows one.
pub(super) fn conversation(chat: &Chat, inbox: &Inbox, account: i64) -> Value {
    let mut meta = json!({ "sender": contact(&chat.contact), "channel": inbox.kind.channel() });
    if let (Some(agent), Value::Object(meta)) = (&chat.assignee, &mut meta) {
        meta.insert("assignee".to_owned(), whole_user(agent, account));
        meta.insert("assignee_type".to_owned(), json!("User"));
    }
    meta["hmac_verified"] = json!(false);
    let newest = chat.newest().map(|message| nested(chat, message, account));
    // Unlike `newest` it may be a note or a remark.
    let last = chat.messages.last().map(|message| nested(chat, message, account));
    json!({
        "meta": meta, "id": chat.id, "messages": last.into_iter().collect::<Vec<_>>(), "account_id": account,
        "uuid": format!("0b9d6b2e-0000-4000-8000-{:012}", chat.id), "additional_attributes": chat.additional,
        "agent_last_seen_at": seconds(chat.agent_seen), "assignee_last_seen_at": 0, "can_reply": true,
        "contact_last_seen_at": seconds(chat.contact_seen), "custom_attributes": chat.custom, "inbox_id": chat.inbox, "labels": chat.labels,
        "muted": false, "snoozed_until": chat.snoozed_until, "status": chat.status, "created_at": chat.created.0 / 1_000,
        "updated_at": fraction(chat.updated), "timestamp": chat.active.0 / 1_000, "first_reply_created_at": seconds(chat.first_reply),
        "unread_count": chat.unread, "last_non_activity_message": newest, "last_activity_at": chat.active.0 / 1_000,
        "priority": null, "waiting_since": seconds(chat.waiting_since), "sla_policy_id": null,
    })
}

/// A message of its own.
pub(super) fn message(chat: &Chat, message: &Message, echo_id: Option<&str>, account: i64) -> Value {
    let mut body = Map::new();
    let mut set = |name: &str, value: Value| drop(body.insert(name.to_owned(), value));
    set("id", json!(message.id));
    set("content", json!(message.content));
    set("inbox_id", json!(chat.inbox));
    if let Some(echo_id) = echo_id {
        set("echo_id", json!(echo_id));
    }
    set("conversation_id", json!(chat.id));
    set("message_type", json!(message.kind as u8));
    set("content_type", json!(message.content_type));
    set("status", json!(message.status));
    set("content_attributes", json!(message.attributes));
    set("created_at", json!(message.at.0 / 1_000));
    set("private", json!(message.private));
    set("source_id", json!(message.source_id));
    if let (.., Some(sender)) = sender(chat, message) {
        set("sender", sender);
    }
    if !message.attachments.is_empty() {
        set("attachments", super::attachments(message, account));
    }
    Value::Object(body)
}

/// A page of messages.
pub(super) fn messages(chat: &Chat, page: &[&Message], account: i64) -> Value {
    let mut meta = json!({ "labels": chat.labels, "additional_attributes": chat.additional, "contact": slim(&chat.contact) });
    if let Some(agent) = &chat.assignee {
        meta["assignee"] = slim_user(agent);
    }
    meta["agent_last_seen_at"] = json!(chat.agent_seen.map(iso));
    meta["assignee_last_seen_at"] = Value::Null;
    let page: Vec<Value> = page.iter().map(|one| message(chat, one, None, account)).collect();
    json!({ "meta": meta, "payload": page })
}

/// The user behind a token, with secrets in it.
pub(super) fn profile(agent: &Agent, role: Role, token: &str, account: &(i64, String)) -> Value {
    json!({
        "access_token": token, "account_id": account.0, "available_name": agent.first_name(), "avatar_url": "", "confirmed": true,
        "display_name": agent.first_name(), "message_signature": null, "email": agent.email, "id": agent.id, "inviter_id": null,
        "name": agent.name, "provider": "email", "pubsub_token": "practicePubsub", "role": role.name(), "ui_settings": {},
        "uid": agent.email, "type": null,
        "accounts": [{
            "id": account.0, "name": account.1, "status": "active", "onboarding_step": null, "active_at": null, "role": role.name(),
            "permissions": [role.name()], "availability": "online", "availability_status": "online", "auto_offline": true,
        }],
    })
}

/// An account's webhook.
pub(super) fn webhook(webhook: &Webhook, account: i64, old: bool) -> Value {
    let mut body = json!({
        "id": webhook.id, "name": webhook.name, "url": webhook.url, "account_id": account, "subscriptions": webhook.subscriptions,
    });
    if !old {
        body["secret"] = json!(webhook.secret);
    }
    body
}

/// The counts that stand above a list of conversations.
pub(super) fn counts<'a>(chats: impl Iterator<Item = &'a Chat> + Clone) -> Value {
    let all = chats.clone().count();
    let assigned = chats.filter(|chat| chat.assignee.is_some()).count();
    json!({ "mine_count": 0, "assigned_count": assigned, "unassigned_count": all - assigned, "all_count": all })
}

fn whole_user(agent: &Agent, account: i64) -> Value {
    json!({
        "id": agent.id, "account_id": account, "availability_status": "online", "auto_offline": true, "confirmed": true,
        "email": agent.email, "provider": "email", "available_name": agent.first_name(), "name": agent.name, "role": "agent",
        "thumbnail": "",
    })
}
