//! The command that tells what the outbox takes.

use super::Api;
use crate::domain::{Platform, Side};
use crate::error::Result;
use crate::platforms::write::{Kind, takes};
use crate::schema::*;

impl Api {
    pub(super) async fn outbox_kinds(&self, _: Nothing) -> Result<Vec<OutboxKind>> {
        let line = |platform, (kind, name): (Kind, &str)| OutboxKind {
            kind: name.to_owned(),
            platform,
            from: [Side::Customer, Side::Operator]
                .into_iter()
                .filter(|from| takes(platform, kind, *from))
                .collect(),
        };
        Ok(Platform::ALL
            .into_iter()
            .flat_map(|platform| Kind::ALL.map(|kind| line(platform, kind)))
            .collect())
    }
}
