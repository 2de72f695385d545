//! The commands about bulk sends.

use super::Api;
use super::sentences::error_at;
use crate::bulk;
use crate::domain::validate;
use crate::error::Result;
use crate::schema::*;
use crate::store::{BulkItemRow, bulk_page};

const LIMITS: std::ops::RangeInclusive<u32> = 1..=500;
const USUAL_LIMIT: u32 = 100;

impl Api {
    pub(super) async fn bulk_list(&self, _: Nothing) -> Result<Vec<BulkView>> {
        let all = self.engine.store.bulks().await?;
        Ok(all.iter().map(|bulk| bulk::view(&self.engine, bulk)).collect())
    }

    pub(super) async fn bulk_get(&self, which: BulkRef) -> Result<BulkView> {
        let bulk = bulk::get(&self.engine, which.id).await?;
        Ok(bulk::view(&self.engine, &bulk))
    }

    pub(super) async fn bulk_preview(&self, input: BulkInput) -> Result<BulkPreview> {
        bulk::preview(&self.engine, input).await
    }

    pub(super) async fn bulk_create(&self, input: BulkInput) -> Result<BulkView> {
        let bulk = bulk::create(&self.engine, input).await?;
        Ok(bulk::view(&self.engine, &bulk))
    }

    pub(super) async fn bulk_pause(&self, which: BulkRef) -> Result<BulkView> {
        let bulk = bulk::pause(&self.engine, which.id).await?;
        Ok(bulk::view(&self.engine, &bulk))
    }

    pub(super) async fn bulk_resume(&self, which: BulkResume) -> Result<BulkView> {
        let unknown = which.resend_unknown.unwrap_or(false);
        let bulk = bulk::resume(&self.engine, which.id, unknown).await?;
        Ok(bulk::view(&self.engine, &bulk))
    }

    pub(super) async fn bulk_cancel(&self, which: BulkRef) -> Result<BulkView> {
        let bulk = bulk::cancel(&self.engine, which.id).await?;
        Ok(bulk::view(&self.engine, &bulk))
    }

    pub(super) async fn bulk_retry(&self, which: BulkRef) -> Result<BulkView> {
        let bulk = bulk::retry(&self.engine, which.id).await?;
        Ok(bulk::view(&self.engine, &bulk))
    }

    pub(super) async fn bulk_items(&self, query: BulkItemQuery) -> Result<BulkItemPage> {
        let limit = query.limit.unwrap_or(USUAL_LIMIT);
        validate::within("limit", limit, &LIMITS)?;
        let bulk = bulk::get(&self.engine, query.id).await?;
        let of = query.filter.unwrap_or_default().state;
        let rows = self.engine.store.bulk_items(bulk.id, of, query.after.unwrap_or(0), limit + 1).await?;
        let rows = rows.into_iter().map(|row| self.bulk_item(row, &bulk.plan.url)).collect();
        Ok(bulk_page(rows, usize::try_from(limit).unwrap_or(usize::MAX)))
    }

    /// An item with its error in words.
    fn bulk_item(&self, row: BulkItemRow, url: &str) -> BulkItemView {
        let mut view = row.view;
        if let Some(error) = &mut view.error {
            let channel = view.channel.and_then(|id| self.engine.channel(id));
            let own = channel.as_ref().and_then(|channel| channel.callback_url.clone());
            let address = if url.is_empty() { own.unwrap_or_default() } else { url.to_owned() };
            *error = error_at(error.code, channel.as_deref(), &address, row.status, row.took_ms);
        }
        view
    }
}
