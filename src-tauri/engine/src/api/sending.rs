//! The commands that send conversations, now or later. Bulk sends are for many.

use std::collections::HashSet;
use std::sync::Arc;

use futures_util::stream::{self, StreamExt as _};

use super::Api;
use crate::domain::validate::bad_field;
use crate::domain::{Channel, Code, ConversationId, Snapshot, Target, When};
use crate::error::{Error, Result};
use crate::intake::send;
use crate::platforms::{redact, write};
use crate::schema::*;

/// The most conversations of one command.
const MOST: usize = 500;

/// So many are kept at once: commits are shared.
const AT_ONCE: usize = 16;

impl Api {
    pub(super) async fn conversation_send(&self, send: ConversationSend) -> Result<ConversationsSent> {
        let (ids, when) = (named(send.ids)?, send.when.unwrap_or(When::Now));
        if when == When::Platform {
            // What a platform sends by itself nobody can ask for here.
            return Err(bad_field("when"));
        }
        let target = send::checked(&self.engine, send.target.unwrap_or(Target::Endpoint))?;
        let heads = self.engine.store.heads(ids.clone()).await?;
        let (mut ready, mut refused) = (Vec::new(), Vec::new());
        for (id, head) in ids.into_iter().zip(heads) {
            match self.sendable(head, &target, when) {
                Ok(sending) => ready.push((id, sending)),
                Err(error) => refused.push(SendRefused { id, error }),
            }
        }
        let mut sent = ConversationsSent { events: Vec::new(), exchanges: Vec::new(), flagged: 0, refused };
        if when != When::Now {
            let ids: Vec<ConversationId> = ready.iter().map(|(id, _)| *id).collect();
            sent.flagged = ids.len() as u64;
            self.engine.store.flag(ids, &target, when, Source::Screen).await?;
            return Ok(sent);
        }
        let (engine, target) = (&*self.engine, &target);
        let kept = stream::iter(ready)
            .map(|(id, (from, head))| async move {
                (id, send::send(engine, &from, &head, target, Source::Screen, None).await)
            })
            .buffered(AT_ONCE)
            .collect::<Vec<_>>()
            .await;
        for (id, kept) in kept {
            match kept {
                Ok((event, entered)) => {
                    sent.events.push(event);
                    sent.exchanges.push(entered.exchange);
                }
                Err(error) => sent.refused.push(SendRefused { id, error }),
            }
        }
        Ok(sent)
    }

    pub(super) async fn conversation_unflag(&self, which: ConversationRefs) -> Result<Nothing> {
        self.engine.store.unflag(named(which.ids)?).await?;
        Ok(Nothing {})
    }

    pub(super) async fn conversation_targets(&self, query: TargetsQuery) -> Result<Vec<TargetView>> {
        let from = query.channel.map(|id| self.channel(id)).transpose()?;
        let whens = match &from {
            Some(from) => When::offered(from.platform()).to_vec(),
            None => vec![When::Now, When::StatusChanged, When::Ended],
        };
        let url = from.as_ref().and_then(|from| from.callback_url.clone()).unwrap_or_default();
        let mut targets = vec![TargetView {
            target: Target::Endpoint,
            name: send::host_of(&url),
            url: redact::address(&url),
            error: from.as_ref().and_then(|from| send::refusal(&self.engine, from, &Target::Endpoint)),
            whens: whens.clone(),
        }];
        let others = self.engine.channels();
        let others = others.iter().filter(|channel| query.channel != Some(channel.id));
        targets.extend(others.map(|channel| TargetView {
            target: Target::Channel { channel: channel.id },
            name: channel.name.clone(),
            url: write::base(channel).map(|base| redact::address(&base)).unwrap_or_default(),
            error: write::lacks(channel, true),
            whens: whens.clone(),
        }));
        Ok(targets)
    }

    /// What can be sent there then, with its channel; else why not.
    fn sendable(
        &self,
        head: Option<Snapshot>,
        target: &Target,
        when: When,
    ) -> Result<(Arc<Channel>, Snapshot)> {
        let head = head.ok_or_else(|| Error::new(Code::Id05))?;
        let from = self.channel(head.of.channel)?;
        let refusal = send::untimely(&from, when).or_else(|| send::refusal(&self.engine, &from, target));
        refusal.map_or(Ok((from, head)), Err)
    }
}

/// Those that are named, each once.
fn named(mut ids: Vec<ConversationId>) -> Result<Vec<ConversationId>> {
    let mut seen = HashSet::new();
    ids.retain(|id| seen.insert(*id));
    if ids.is_empty() || ids.len() > MOST {
        return Err(bad_field("ids"));
    }
    Ok(ids)
}
