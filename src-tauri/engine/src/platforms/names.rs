//! What each platform calls its events, beside our own names: one table per platform.
//!
//! The readers look their events up here and screens show the same tables, so that the two cannot disagree. A platform's name that
//! stands here several times is told apart by what the event carries; its first kind is the usual one.

use super::fields;
use crate::domain::{EventKind, Platform};

type Names = &'static [(Platform, &'static str, EventKind)];

const ELMA365: Names = {
    use EventKind as K;
    use Platform::Elma365 as P;
    &[
        (P, "connect", K::ChannelConnected),
        (P, "message", K::MessageSent),
        (P, "messageOutcome", K::MessageOutcome),
        (P, "userInfo", K::ContactRequested),
        (P, "markAsRead", K::MessageRead),
        (P, "disconnect", K::ChannelDisconnected),
    ]
};

const CHATWOOT: Names = {
    use EventKind as K;
    use Platform::Chatwoot as P;
    &[
        (P, "message_created", K::MessageSent),
        (P, "message_created", K::MessageReceived),
        (P, "message_created", K::NoteCreated),
        (P, "message_updated", K::MessageUpdated),
        (P, "message_updated", K::MessageRead),
        (P, "message_updated", K::NoteCreated),
        (P, "conversation_created", K::ConversationCreated),
        (P, "conversation_updated", K::ConversationUpdated),
        (P, "conversation_status_changed", K::ConversationStatusChanged),
        (P, "conversation_typing_on", K::TypingStarted),
        (P, "conversation_typing_off", K::TypingStopped),
        (P, "webwidget_triggered", K::WidgetTriggered),
        (P, "contact_created", K::ContactCreated),
        (P, "contact_updated", K::ContactUpdated),
        (P, "inbox_created", K::PlatformOther),
        (P, "inbox_updated", K::PlatformOther),
        (P, "macro.executed", K::PlatformOther),
        (P, "automation_event.*", K::PlatformOther),
    ]
};

/// Userlike names an event by two words, `_type` and `_event`; joined by a dot they are one.
const USERLIKE: Names = {
    use EventKind as K;
    use Platform::Userlike as P;
    &[
        (P, "chat_session.start", K::SessionStarted),
        (P, "chat_session.message_received", K::MessageReceived),
        (P, "chat_session.message_sent", K::MessageSent),
        (P, "chat_session.unread", K::SessionUnread),
        (P, "chat_session.end", K::SessionEnded),
        (P, "conversation.ended", K::ConversationEnded),
        (P, "chat_session.forward", K::ConversationForwarded),
        (P, "chat_session.rating", K::ConversationRated),
        (P, "chat_session.feedback", K::ConversationFeedback),
        (P, "chat_session.survey", K::ConversationSurveyed),
        (P, "chat_session.goal", K::ConversationGoal),
        (P, "operator.online", K::OperatorOnline),
        (P, "operator.offline", K::OperatorOffline),
        (P, "operator.away", K::OperatorAway),
        (P, "operator.back", K::OperatorBack),
        (P, "um_widget.config", K::WidgetConfigured),
    ]
};

/// Every platform's own event names beside ours, in the order its documents list them.
#[must_use]
pub fn event_names() -> Names {
    const LENGTH: usize = ELMA365.len() + CHATWOOT.len() + USERLIKE.len();
    const ALL: [(Platform, &str, EventKind); LENGTH] = {
        let mut all = [ELMA365[0]; LENGTH];
        let tables = [ELMA365, CHATWOOT, USERLIKE];
        let (mut table, mut row, mut at) = (0, 0, 0);
        while at < LENGTH {
            if row == tables[table].len() {
                (table, row) = (table + 1, 0);
            } else {
                all[at] = tables[table][row];
                (row, at) = (row + 1, at + 1);
            }
        }
        all
    };
    &ALL
}

/// The platform's own spelling of an event's name, and the usual kind of such events; none for a name that is new to us.
pub(super) fn find(platform: Platform, name: &str) -> Option<(&'static str, EventKind)> {
    let table = match platform {
        Platform::Elma365 => ELMA365,
        Platform::Chatwoot => CHATWOOT,
        Platform::Userlike => USERLIKE,
    };
    table
        .iter()
        .find(|(_, known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, known, kind)| (*known, *kind))
}

/// The same for a name that may be new: then it is `platform.other` under the name they gave.
pub(super) fn find_or_other(platform: Platform, name: &str) -> (String, EventKind) {
    match find(platform, name) {
        Some((known, kind)) => (known.to_owned(), kind),
        None => (fields::name(name), EventKind::PlatformOther),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_platform_names_its_events() {
        let all = event_names();
        assert_eq!(all.iter().filter(|(platform, ..)| *platform == Platform::Elma365).count(), ELMA365.len());
        assert_eq!(
            all.iter().filter(|(platform, ..)| *platform == Platform::Chatwoot).count(),
            CHATWOOT.len()
        );
        assert_eq!(
            all.iter().filter(|(platform, ..)| *platform == Platform::Userlike).count(),
            USERLIKE.len()
        );
    }

    #[test]
    fn userlikes_sixteen_events_map_one_to_one() {
        let theirs: BTreeSet<_> = USERLIKE.iter().map(|(_, name, _)| *name).collect();
        let ours: BTreeSet<_> = USERLIKE.iter().map(|(_, _, kind)| *kind).collect();
        assert_eq!((USERLIKE.len(), theirs.len(), ours.len()), (16, 16, 16));
        assert!(!ours.contains(&EventKind::PlatformOther));
    }
}
