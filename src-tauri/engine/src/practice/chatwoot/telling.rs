//! Whom a Chatwoot tells: what its webhooks are to be sent, in order. Pure.

use serde_json::Value;

use super::Chatwoot;
use super::records::{Chat, InboxKind, Kind};
use super::state::State;
use crate::domain::Timestamp;
use crate::practice::request::Request;
use crate::secret::Secret;

/// Something to be told to a webhook.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) url: String,
    /// What it is told in order with: the conversation, or 0.
    pub(super) lane: i64,
    pub(super) request: Request,
    /// The conversation and message that are marked failed when nobody takes it.
    pub(super) paints: Option<(i64, i64)>,
}

impl State {
    pub(super) fn tell_of_message(&mut self, chat_id: i64, id: i64, event: &'static str, now: Timestamp) {
        let Some(chat) = self.chat(chat_id).cloned() else { return };
        let Some(message) = chat.message(id).filter(|message| message.kind != Kind::Activity) else { return };
        self.tell((Some(chat.inbox), event, chat_id, Some((chat_id, id))), now, |chatwoot| {
            if event == "message_created" {
                chatwoot.message_created(&chat, message)
            } else {
                chatwoot.message_updated(&chat, message)
            }
        });
    }

    pub(super) fn tell_of_chat(
        &mut self,
        id: i64,
        event: &'static str,
        now: Timestamp,
        body: impl Fn(&Chatwoot, &Chat) -> Value,
    ) {
        let Some(chat) = self.chat(id).cloned() else { return };
        self.tell((Some(chat.inbox), event, id, None), now, |chatwoot| body(chatwoot, &chat));
    }

    /// Puts down what every webhook that wants this event is to be told: an event of an inbox, in order with its conversation, and the
    /// message that nobody's taking it would mark failed.
    pub(super) fn tell(
        &mut self,
        (inbox, event, lane, message): (Option<i64>, &str, i64, Option<(i64, i64)>),
        now: Timestamp,
        body: impl Fn(&Chatwoot) -> Value,
    ) {
        let inbox = inbox.and_then(|id| self.inbox(id)).cloned();
        let writer = |secret: &str| Chatwoot {
            account: self.account.clone(),
            inbox: inbox.as_ref().map_or((0, String::new()), |inbox| (inbox.id, inbox.name.clone())),
            kind: inbox.as_ref().map_or(InboxKind::Api, |inbox| inbox.kind),
            secret: Some(Secret::new(secret)),
            old: self.switches.old,
        };
        let mut targets = Vec::new();
        for webhook in &self.webhooks {
            if webhook.subscriptions.iter().any(|name| name == event) {
                targets.push((webhook.url.clone(), writer(&webhook.secret), None));
            }
        }
        if let Some(inbox) = &inbox
            && let Some(url) = &inbox.webhook_url
            && inbox.kind == InboxKind::Api
        {
            targets.push((url.clone(), writer(&inbox.secret), message));
        }
        for (url, chatwoot, paints) in targets {
            let body = body(&chatwoot);
            for again in 0..=u8::from(self.switches.tells_twice) {
                let request = chatwoot.request(&body, &mut self.random, now);
                let paints = paints.filter(|_| again == 0);
                self.told.push(Told { url: url.clone(), lane, request, paints });
            }
        }
    }
}
