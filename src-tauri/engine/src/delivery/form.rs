//! `multipart/form-data` as platforms get it: fields, then files that stream from the disk. Pure but for opening the files.

use std::fmt::Write as _;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{BoxStream, iter, once};
use http::HeaderValue;
use serde_json::{Map, Value, json};

use super::client::Outgoing;
use crate::domain::{Code, FileId};
use crate::error::{Error, Result};
use crate::files::Files;
use crate::secret::Secret;
use crate::store::{FilePlace, StoredFile};

const OCTETS: &str = "application/octet-stream";

/// A form, before it is sent.
pub(super) struct Form<'a> {
    fields: &'a [(String, String)],
    files: Vec<(&'static str, &'a StoredFile, u64)>,
    boundary: String,
}

impl<'a> Form<'a> {
    /// A form with these files of `stored`. Errors: FILE-01 when one of them is not here.
    pub(super) fn new(
        fields: &'a [(String, String)],
        files: &[(&'static str, FileId)],
        stored: &'a [StoredFile],
    ) -> Result<Self> {
        let files = files.iter().map(|(name, id)| {
            let file = stored.iter().find(|file| file.id == *id);
            match file.map(|file| (file, &file.place)) {
                Some((file, FilePlace::Here { size, .. })) => Ok((*name, file, *size)),
                _ => Err(Error::new(Code::File01)),
            }
        });
        let boundary = format!("switchboard-{}", Secret::random(18).expose());
        Ok(Self { fields, files: files.collect::<Result<_>>()?, boundary })
    }

    /// The value of its `content-type` header.
    pub(super) fn content_type(&self) -> String {
        format!("multipart/form-data; boundary={}", self.boundary)
    }

    /// How many bytes it has.
    pub(super) fn size(&self) -> u64 {
        let fields: usize = self.fields.iter().map(|(name, value)| self.field(name, value).len()).sum();
        let files = self.files.iter().map(|(name, file, size)| self.head(name, file).len() as u64 + size + 2);
        fields as u64 + files.sum::<u64>() + self.end().len() as u64
    }

    /// What the log shows of it: the fields, and of the files names, kinds and sizes.
    pub(super) fn shown(&self) -> Bytes {
        let mut shown = Map::new();
        for (name, value) in self.fields {
            let value = Value::from(value.as_str());
            match shown.get_mut(name) {
                None => drop(shown.insert(name.clone(), value)),
                Some(Value::Array(list)) => list.push(value),
                Some(first) => *first = json!([first.take(), value]),
            }
        }
        for (name, file, size) in &self.files {
            let value = json!({ "file": file.name, "contentType": file.content_type, "size": size });
            match shown.get_mut(*name) {
                Some(Value::Array(list)) => list.push(value),
                _ => drop(shown.insert((*name).to_owned(), json!([value]))),
            }
        }
        Value::Object(shown).to_string().into()
    }

    /// Its bytes. Errors: FILE-01 or DB-02 when a file cannot be opened.
    pub(super) async fn stream(&self, files: &Files) -> Result<Outgoing> {
        let fields = self.fields.iter().map(|(name, value)| self.field(name, value)).collect::<String>();
        let mut parts: Vec<BoxStream<'static, Result<Bytes>>> = vec![text(fields)];
        for (name, file, _) in &self.files {
            parts.extend([text(self.head(name, file)), files.read(file).await?, text("\r\n".to_owned())]);
        }
        parts.push(text(self.end()));
        Ok(Outgoing::Stream { left: Some(self.size()), pieces: iter(parts).flatten().boxed() })
    }

    fn field(&self, name: &str, value: &str) -> String {
        format!(
            "--{}\r\ncontent-disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n",
            self.boundary,
            quoted(name)
        )
    }

    fn head(&self, name: &str, file: &StoredFile) -> String {
        let (name, file_name) = (quoted(name), quoted(&file.name));
        let good = HeaderValue::from_str(&file.content_type).is_ok() && file.content_type.contains('/');
        let content_type = if good { &file.content_type } else { OCTETS };
        let mut head = format!("--{}\r\ncontent-disposition: form-data; name=\"{name}\"", self.boundary);
        // Writing to a String cannot fail.
        let _ = write!(head, "; filename=\"{file_name}\"\r\ncontent-type: {content_type}\r\n\r\n");
        head
    }

    fn end(&self) -> String {
        format!("--{}--\r\n", self.boundary)
    }
}

fn text(text: String) -> BoxStream<'static, Result<Bytes>> {
    once(std::future::ready(Ok(Bytes::from(text)))).boxed()
}

/// A name as it stands between quotes: as browsers write it.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use futures_util::TryStreamExt as _;

    use super::*;
    use crate::clock::Clock;
    use crate::domain::{ChannelId, Timestamp};
    use crate::store::{OpenOptions, Store};

    async fn place(content: &[u8], folder: &tempfile::TempDir) -> (Files, FilePlace) {
        let options = OpenOptions { key_file: true, ..OpenOptions::default() };
        let store = Store::open(folder.path(), options, Clock).await.unwrap();
        let files = Files::open(folder.path(), &store).unwrap();
        let content = Ok(Bytes::copy_from_slice(content));
        let kept = files.keep(once(std::future::ready(content)).boxed()).await.unwrap();
        (files, kept)
    }

    fn stored(id: u64, name: &str, content_type: &str, place: FilePlace) -> StoredFile {
        StoredFile {
            id: FileId(id),
            channel: ChannelId(1),
            name: name.to_owned(),
            content_type: content_type.to_owned(),
            place,
            tries: 0,
            at: Timestamp(0),
        }
    }

    #[tokio::test]
    async fn a_form_is_as_long_as_it_says_and_names_cannot_break_it() {
        let folder = tempfile::tempdir().unwrap();
        let content = b"meow ".repeat(40_000);
        let (files, here) = place(&content, &folder).await;
        let all = [
            stored(1, "katze \"1\"\r\nx: y.png", "image/png", here.clone()),
            stored(2, "\u{43a}\u{43e}\u{442}.bin", "no type\r\n", here),
        ];
        let fields = [
            ("content".to_owned(), "Zwei\r\n--Katzen".to_owned()),
            ("private".to_owned(), "false".to_owned()),
        ];
        let form =
            Form::new(&fields, &[("attachments[]", FileId(1)), ("attachments[]", FileId(2))], &all).unwrap();
        let Outgoing::Stream { left, pieces } = form.stream(&files).await.unwrap() else {
            panic!("it streams")
        };
        let bytes = pieces.try_collect::<Vec<_>>().await.unwrap().concat();
        assert_eq!((left, form.size()), (Some(bytes.len() as u64), bytes.len() as u64));

        let boundary = form.content_type().split_once("boundary=").unwrap().1.to_owned();
        let text = String::from_utf8(bytes).unwrap();
        let parts: Vec<&str> = text.split(&format!("--{boundary}")).collect();
        assert_eq!((parts.len(), parts[0], parts[5]), (6, "", "--\r\n"));
        assert_eq!(
            parts[1],
            "\r\ncontent-disposition: form-data; name=\"content\"\r\n\r\nZwei\r\n--Katzen\r\n"
        );
        let (head, body) = parts[3].split_once("\r\n\r\n").unwrap();
        assert_eq!(
            head,
            "\r\ncontent-disposition: form-data; name=\"attachments[]\"; filename=\"katze %221%22%0D%0Ax: y.png\"\r\ncontent-type: image/png"
        );
        assert_eq!(body.trim_end().len(), content.len() - 1);
        assert!(parts[4].contains(
            "filename=\"\u{43a}\u{43e}\u{442}.bin\"\r\ncontent-type: application/octet-stream\r\n"
        ));
    }

    #[tokio::test]
    async fn the_log_shows_names_and_sizes_and_no_content() {
        let folder = tempfile::tempdir().unwrap();
        let (_, here) = place(b"secret recipe", &folder).await;
        let all = [stored(1, "a.txt", "text/plain", here.clone()), stored(2, "b.txt", "text/plain", here)];
        let fields = [
            ("content".to_owned(), "Look".to_owned()),
            ("tag".to_owned(), "1".to_owned()),
            ("tag".to_owned(), "2".to_owned()),
        ];
        let form = Form::new(&fields, &[("files", FileId(1)), ("files", FileId(2))], &all).unwrap();
        let shown: Value = serde_json::from_slice(&form.shown()).unwrap();
        let file = |name: &str| json!({ "file": name, "contentType": "text/plain", "size": 13 });
        assert_eq!(
            shown,
            json!({ "content": "Look", "tag": ["1", "2"], "files": [file("a.txt"), file("b.txt")] })
        );
    }

    #[test]
    fn what_is_not_here_cannot_be_sent() {
        for place in [FilePlace::Lost(Code::File01), FilePlace::There("https://a.example/b".to_owned())] {
            let all = [stored(1, "a", "text/plain", place)];
            let refused = Form::new(&[], &[("files", FileId(1))], &all).err().map(|error| error.code);
            assert_eq!(refused, Some(Code::File01));
        }
        assert!(Form::new(&[], &[("files", FileId(9))], &[]).is_err());
    }
}
