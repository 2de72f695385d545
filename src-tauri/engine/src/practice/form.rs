//! Reads what a request carries: JSON, or a form with files. Whole in memory: nobody sends a practice server more than a test can hold.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::{Map, Value};

/// A file of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    /// The field it came in, without brackets.
    pub(super) field: String,
    /// Its name.
    pub(super) name: String,
    /// MIME type, as given.
    pub(super) content_type: String,
    /// The bytes.
    pub(super) bytes: Bytes,
}

/// The fields of a request, whichever way they came. In a form `a[b]` is `b` in the object `a`.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    /// By name. Values of a form are strings.
    pub(super) values: Map<String, Value>,
    /// In order.
    pub(super) files: Vec<File>,
}

impl Fields {
    /// Reads the query and the body. None: it claims to be JSON or a form and is not.
    #[must_use]
    pub(super) fn read(query: &str, headers: &HeaderMap, body: &Bytes) -> Option<Self> {
        let mut fields = Self::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            fields.set(&name, Value::from(value.as_ref()));
        }
        let content_type =
            headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        if let Some((_, boundary)) = content_type.split_once("boundary=") {
            fields.read_form(boundary.trim_matches('"').as_bytes(), body)?;
        } else if !body.is_empty() {
            let Ok(Value::Object(values)) = serde_json::from_slice(body) else { return None };
            fields.values.extend(values);
        }
        Some(fields)
    }

    /// A text; numbers are texts too. None when it is absent, null or empty.
    #[must_use]
    pub(super) fn text(&self, name: &str) -> Option<String> {
        match self.values.get(name)? {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A whole number; digits in a text are one too.
    #[must_use]
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        match self.values.get(name)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Yes or no.
    #[must_use]
    pub(super) fn flag(&self, name: &str) -> bool {
        match self.values.get(name) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => matches!(text.as_str(), "true" | "1" | "on"),
            _ => false,
        }
    }

    /// An object, also written as JSON in a text; empty when it is absent.
    #[must_use]
    pub(super) fn object(&self, name: &str) -> Map<String, Value> {
        match self.values.get(name) {
            Some(Value::Object(object)) => object.clone(),
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or_default(),
            _ => Map::new(),
        }
    }

    fn set(&mut self, name: &str, value: Value) {
        match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
            Some((outer, inner)) if !inner.is_empty() => {
                let object = self.values.entry(outer.to_owned()).or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(object) = object {
                    object.insert(inner.to_owned(), value);
                }
            }
            _ => drop(self.values.insert(name.to_owned(), value)),
        }
    }

    fn read_form(&mut self, boundary: &[u8], body: &Bytes) -> Option<()> {
        let delimiter = [b"--", boundary].concat();
        let mut at = find(body, &delimiter, 0)? + delimiter.len();
        while !body[at..].starts_with(b"--") {
            // After the delimiter a line ends; then headers, an empty line, the content, and before the next delimiter a line ends.
            let head = at + 2;
            let content = find(body, b"\r\n\r\n", head)? + 4;
            let end = find(body, &[b"\r\n", delimiter.as_slice()].concat(), content)?;
            let headers = std::str::from_utf8(body.get(head..content)?).ok()?;
            self.part(headers, body.slice(content..end))?;
            at = end + 2 + delimiter.len();
        }
        Some(())
    }

    fn part(&mut self, headers: &str, content: Bytes) -> Option<()> {
        let header = |name: &str| {
            headers.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        let disposition = header("content-disposition")?;
        let parameter = |name: &str| {
            let (_, rest) = disposition.split_once(&format!("; {name}=\""))?;
            rest.split_once('"').map(|(value, _)| value.replace("%22", "\""))
        };
        let name = parameter("name")?;
        match parameter("filename") {
            Some(file) => self.files.push(File {
                field: name.trim_end_matches("[]").to_owned(),
                name: file,
                content_type: header("content-type").unwrap_or("application/octet-stream").to_owned(),
                bytes: content,
            }),
            None => self.set(&name, Value::from(std::str::from_utf8(&content).ok()?)),
        }
        Some(())
    }
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    // Contents are megabytes: look at every position's first byte before the rest.
    let first = *wanted.first()?;
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn reads_fields_and_files_of_a_form() {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("multipart/form-data; boundary=x"));
        let body = Bytes::from_static(
            b"--x\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nhello\r\n\
              --x\r\nContent-Disposition: form-data; name=\"content_attributes[a]\"\r\n\r\nb\r\n\
              --x\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\x00\r\n--\xff\r\n--x--\r\n",
        );
        let fields = Fields::read("page=2", &headers, &body).unwrap();
        assert_eq!(fields.text("content").as_deref(), Some("hello"));
        assert_eq!(fields.object("content_attributes")["a"], "b");
        assert_eq!(fields.number("page"), Some(2));
        assert_eq!(fields.files[0].field, "attachments");
        assert_eq!(
            (fields.files[0].name.as_str(), fields.files[0].content_type.as_str()),
            ("a.png", "image/png")
        );
        assert_eq!(fields.files[0].bytes.as_ref(), b"\x00\r\n--\xff");
        assert!(Fields::read("", &headers, &Bytes::from_static(b"--x\r\nnonsense")).is_none());
    }

    #[test]
    fn reads_json_with_the_query_beside_it() {
        let body = Bytes::from_static(b"{\"inbox_id\":7,\"status\":\"open\",\"private\":true}");
        let fields = Fields::read("q=%2B1", &HeaderMap::new(), &body).unwrap();
        assert_eq!(fields.number("inbox_id"), Some(7));
        assert_eq!(fields.text("q").as_deref(), Some("+1"));
        assert!(fields.flag("private"));
    }
}
