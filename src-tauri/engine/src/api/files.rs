//! Files that somebody brings in at a screen, and addresses that a screen may open outside of itself.

use bytes::Bytes;
use futures_util::stream::BoxStream;

use super::Api;
use crate::domain::address::{FILES, OUTBOX};
use crate::domain::{ChannelId, Code, FileId};
use crate::error::{Error, Result};
use crate::files::content_type_of;
use crate::platforms::outbox::file_name;
use crate::schema::FileView;
use crate::store::{FilePlace, NewFile};

impl Api {
    /// Keeps a file for messages of a channel, as it comes. `channel` is the channel's id. Errors: ID-05 there is no such channel, SIZE-01
    /// beyond 40 MiB, DB-03 the disk is full, KEY-01 or KEY-02 without the data key, and what the stream says.
    pub async fn put_file(
        &self,
        channel: &str,
        name: &str,
        content_type: Option<String>,
        bytes: BoxStream<'_, Result<Bytes>>,
    ) -> Result<FileView> {
        let channel: ChannelId = channel.parse().map_err(|_| Error::new(Code::Id05))?;
        let channel = self.channel(channel)?.id;
        let name = file_name(name);
        let content_type = content_type_of(&name, content_type);
        let place = self.engine.files.keep(bytes).await?;
        let size = match &place {
            FilePlace::Here { size, .. } => Some(*size),
            FilePlace::There(_) | FilePlace::Lost(_) => None,
        };
        let id: FileId = self.engine.store.new_id();
        let file = NewFile { id, channel, name: name.clone(), content_type: content_type.clone(), place };
        self.engine.store.put_file(file).await?;
        let url = Some(self.engine.file_url(id, &name)?);
        Ok(FileView { id: Some(id), name, content_type, size, url, error: None })
    }

    /// Whether an address is one of the relay's that a browser may be shown: a file's, or the description of the outbox. Screens show what
    /// strangers wrote, and no such address is opened by them.
    #[must_use]
    pub fn is_own_page(&self, address: &str) -> bool {
        [self.engine.base(), self.relay_url()].iter().any(|base| {
            let path = address.strip_prefix(base.as_str());
            path.is_some_and(|path| path.starts_with(FILES) || path == format!("{OUTBOX}openapi.json"))
        })
    }
}
