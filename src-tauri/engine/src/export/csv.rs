//! CSV as spreadsheets read it: UTF-8 with a byte order mark, lines that end in CRLF, `;` where a comma is the decimal sign. Pure.
//!
//! What strangers wrote stands in it, and a spreadsheet takes a cell that begins like a formula for one. Such a cell gets an apostrophe,
//! which tells every spreadsheet that what follows is text.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use crate::error::{Error, Result};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Whatever somebody wrote.
    Text(String),
    /// A count of ours.
    Number(u64),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

/// How one CSV is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Csv {
    delimiter: u8,
}

impl Csv {
    /// For readers of that language.
    pub(super) fn new(language: &str) -> Self {
        Self { delimiter: if matches!(language, "ru" | "de") { b';' } else { b',' } }
    }

    /// How it begins: the byte order mark and the names above the columns.
    pub(super) fn start(self, columns: &[String]) -> Result<Vec<u8>> {
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        bytes.extend(self.rows([columns.iter().map(|name| Cell::from(name.as_str())).collect()])?);
        Ok(bytes)
    }

    /// These rows.
    pub(super) fn rows(self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Result<Vec<u8>> {
        let mut builder = WriterBuilder::new();
        let mut writer = builder
            .delimiter(self.delimiter)
            .terminator(Terminator::CRLF)
            .flexible(true)
            .from_writer(Vec::new());
        for row in rows {
            let texts = row.iter().map(|cell| match cell {
                Cell::Text(text) => guarded(text),
                Cell::Number(number) => Cow::Owned(number.to_string()),
                Cell::Empty => Cow::Borrowed(""),
            });
            let texts: Vec<Cow<'_, str>> = texts.collect();
            writer
                .write_record(texts.iter().map(|text| text.as_bytes()))
                .map_err(|cause| Error::unexpected("writing a CSV", &cause))?;
        }
        writer.into_inner().map_err(|cause| Error::unexpected("writing a CSV", &cause))
    }
}

/// A text that no spreadsheet takes for a formula. A negative number is none.
fn guarded(text: &str) -> Cow<'_, str> {
    // What some spreadsheets leave out before they look: blanks of every kind, marks that are not seen.
    let is_nothing = |letter: char| {
        letter == ' '
            || matches!(letter, '\u{a0}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}')
            || (letter.is_whitespace() && !matches!(letter, '\t' | '\r'))
    };
    let begins = text.trim_start_matches(is_nothing).chars().next();
    let is_formula = begins.is_some_and(|first| {
        matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
    });
    if is_formula && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// `-5`, `-12.5`: digits and at most one decimal sign after a minus. A plus begins phone numbers, which are no numbers.
fn is_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('-') else { return false };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    [whole, part].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_spreadsheet_of_each_country_reads_it() {
        for (language, delimiter) in [("en", b','), ("de", b';'), ("ru", b';'), ("fr", b',')] {
            let csv = Csv::new(language);
            let mut bytes = csv.start(&["Время".to_owned(), "a,b".to_owned()]).unwrap();
            bytes.extend(
                csv.rows([vec!["1;2,3 \"x\"\r\nnext".into(), 7_u64.into(), None::<u64>.into()]]).unwrap(),
            );
            let read = read(&bytes, delimiter);
            assert_eq!(read, [vec!["Время", "a,b"], vec!["1;2,3 \"x\"\r\nnext", "7", ""]], "{language}");
            assert!(bytes.ends_with(b"\r\n"));
        }
    }

    #[test]
    fn nothing_a_stranger_wrote_is_a_formula() {
        for formula in [
            "=1+1",
            "+49151",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "  =1",
            "\n=1",
            "\u{a0}=1",
            "\u{feff}=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            " ＝HYPERLINK(\"http://x\")",
            "-",
            "-1.2.3",
            "\u{200b}=1",
            "\u{3000}=1",
            "-1e5",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"), "{formula:?}");
        }
        for harmless in ["", "-5", "-12.5", "-12,5", "a=1", "1+1", "'=1", "5", "— dash", "x@example.org"] {
            assert_eq!(guarded(harmless), harmless, "{harmless:?}");
        }
    }
}
