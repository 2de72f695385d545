//! What an admin pasted or took from a file, as lines that name conversations: ids one a line or apart, or a CSV with names above.
//!
//! Pure, and stands alone because every slip of a spreadsheet ends here: a byte order mark, another delimiter, a quote that is never
//! closed, a guard against formulas. It must not know which conversations there are.

use csv::{ByteRecord, Reader, ReaderBuilder};

/// What the text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Import {
    /// The names above a CSV, as they were written; none where the text is a list of ids.
    pub columns: Vec<String>,
    /// Its lines, those without anything left out.
    pub lines: Vec<Line>,
}

/// One line of it: one conversation, or what cannot be read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number, from 1, as an editor counts.
    pub number: u32,
    /// What it holds: its fields, in the order of the columns; of a list, the id alone.
    pub given: Vec<String>,
    /// Whose conversation it is, where it says so.
    pub channel: Option<String>,
    /// The conversation; none where the line cannot be read.
    pub conversation: Option<String>,
}

/// Longer than this is no id of anybody's.
const LONGEST: usize = 512;

/// What the column with the channel may be called, in small letters.
const CHANNEL: &[&str] = &["channel", "канал", "kanal"];
/// The same for the column with the conversation.
const CONVERSATION: &[&str] =
    &["conversation", "conversation id", "диалог", "id диалога", "gespräch", "gesprächs-id", "unterhaltung"];

/// Reads it.
pub(crate) fn read(text: &str) -> Import {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match Header::find(text) {
        Some(header) => table(text, &header),
        None => Import { columns: Vec::new(), lines: list(text) },
    }
}

/// Ids, one a line or apart by blanks, commas and semicolons.
fn list(text: &str) -> Vec<Line> {
    let apart = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';');
    let ids = |(number, line): (usize, &str)| {
        let ids: Vec<_> = line.split(apart).filter(|id| !id.is_empty()).map(str::to_owned).collect();
        ids.into_iter().map(move |id| Line {
            number: u32::try_from(number + 1).unwrap_or(u32::MAX),
            channel: None,
            conversation: Some(unquoted(&id).to_owned()).filter(|id| is_readable(id)),
            given: vec![id],
        })
    };
    text.lines().enumerate().flat_map(ids).collect()
}

/// An id as it was meant, where a list came out of a program that quotes.
fn unquoted(id: &str) -> &str {
    id.strip_prefix('"').and_then(|id| id.strip_suffix('"')).unwrap_or(id)
}

fn is_readable(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST && !id.chars().any(char::is_control)
}

/// The names above a CSV.
struct Header {
    delimiter: u8,
    /// Where the first line after it begins.
    end: usize,
    columns: Vec<String>,
    channel: Option<usize>,
    conversation: usize,
}

impl Header {
    /// The first line that says anything, if it names the column we need.
    fn find(text: &str) -> Option<Self> {
        [b',', b';', b'\t'].into_iter().find_map(|delimiter| {
            let mut reader = reader(text.as_bytes(), delimiter);
            let mut record = ByteRecord::new();
            reader.read_byte_record(&mut record).ok().filter(|read| *read)?;
            let columns: Vec<String> = fields(&record).map(|name| name.trim().to_owned()).collect();
            let at = |names: &[&str]| {
                columns.iter().position(|column| names.contains(&column.to_lowercase().as_str()))
            };
            let conversation = at(CONVERSATION)?;
            let end = usize::try_from(reader.position().byte()).ok()?;
            Some(Self { delimiter, end, channel: at(CHANNEL), conversation, columns })
        })
    }
}

fn reader(bytes: &[u8], delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes)
}

fn fields(record: &ByteRecord) -> impl Iterator<Item = String> + '_ {
    record.iter().map(|field| String::from_utf8_lossy(field).into_owned())
}

fn table(text: &str, header: &Header) -> Import {
    let bytes = text.as_bytes();
    let (mut lines, mut from) = (Vec::new(), header.end);
    // Lines are counted on from here.
    let (mut counted, mut number) = (0, 1);
    'anew: loop {
        let rest = &bytes[from..];
        let mut reader = reader(rest, header.delimiter);
        let mut record = ByteRecord::new();
        let mut at = from;
        // Reading from memory, and lines of any length, nothing can go wrong.
        while let Ok(true) = reader.read_byte_record(&mut record) {
            let end = from + usize::try_from(reader.position().byte()).unwrap_or(rest.len()).min(rest.len());
            // Lines without anything are passed over, and so are the ends of those before.
            let begin = at + bytes[at..end].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            number += bytes[counted..begin].iter().filter(|byte| **byte == b'\n').count();
            counted = begin;
            let line = line_of(number, &record, header);
            let raw = &bytes[begin..end];
            let first_end = raw.iter().position(|byte| *byte == b'\n').map_or(raw.len(), |at| at + 1);
            let goes_on = first_end < raw.trim_ascii_end().len();
            if goes_on && is_runaway(raw, &line) {
                let given = String::from_utf8_lossy(raw[..first_end].trim_ascii_end()).into_owned();
                lines.push(Line { given: vec![given], channel: None, conversation: None, ..line });
                from = begin + first_end;
                continue 'anew;
            }
            if line.given.iter().any(|field| !field.trim().is_empty()) {
                lines.push(line);
            }
            at = end;
        }
        return Import { columns: header.columns.clone(), lines };
    }
}

/// A quote that was never closed makes one line of all that follow.
fn is_runaway(raw: &[u8], line: &Line) -> bool {
    line.conversation.is_none() || raw.iter().filter(|byte| **byte == b'"').count() % 2 == 1
}

fn line_of(number: usize, record: &ByteRecord, header: &Header) -> Line {
    let given: Vec<String> = fields(record).collect();
    let field = |at: usize| given.get(at).map(|field| unguarded(field.trim()).to_owned());
    Line {
        number: u32::try_from(number).unwrap_or(u32::MAX),
        channel: header.channel.and_then(field).filter(|name| !name.is_empty()),
        conversation: field(header.conversation).filter(|id| is_readable(id)),
        given,
    }
}

/// Without the mark that keeps a spreadsheet from taking it for a formula.
fn unguarded(field: &str) -> &str {
    field.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number, channel and conversation of each line, "?" where it cannot be read.
    fn told(text: &str) -> Vec<(u32, String, String)> {
        let lines = read(text).lines.into_iter();
        lines
            .map(|line| {
                let conversation = line.conversation.unwrap_or_else(|| "?".to_owned());
                (line.number, line.channel.unwrap_or_default(), conversation)
            })
            .collect()
    }

    fn lines(all: &[(u32, &str, &str)]) -> Vec<(u32, String, String)> {
        all.iter().map(|(line, channel, id)| (*line, (*channel).to_owned(), (*id).to_owned())).collect()
    }

    #[test]
    fn ids_stand_one_a_line_or_apart_by_blanks_commas_and_semicolons() {
        assert_eq!(
            told("\u{feff}a\r\n\r\n  b c,d;e \n\"f\"\t g"),
            lines(&[
                (1, "", "a"),
                (3, "", "b"),
                (3, "", "c"),
                (3, "", "d"),
                (3, "", "e"),
                (4, "", "f"),
                (4, "", "g")
            ])
        );
        assert_eq!(told(" \n ,; \n"), []);
        let long = "x".repeat(513);
        assert_eq!(told(&long), lines(&[(1, "", "?")]));
    }

    #[test]
    fn a_csv_has_names_above_in_any_of_three_languages_and_any_delimiter() {
        for (text, channel) in [
            ("channel,conversation\nShop,17\n", "Shop"),
            ("\u{feff}Kanal;Gespräch\r\nLaden;17\r\n", "Laden"),
            ("Диалог\tзаметка\tКанал\r\n17\tx\tМагазин\r\n", "Магазин"),
            ("\n\n CONVERSATION , note\n17,x\n", ""),
        ] {
            let all = told(text);
            assert_eq!((all.len(), all[0].1.as_str(), all[0].2.as_str()), (1, channel, "17"), "{text}");
        }
        assert_eq!(read("a,b\nc,d").columns, Vec::<String>::new(), "no such column: a list of ids");
    }

    #[test]
    fn what_more_there_is_stays_with_its_line() {
        let import = read("note;conversation\n\"two\nlines; \"\"quoted\"\"\";7\n;8;more\n");
        assert_eq!(import.columns, ["note", "conversation"]);
        assert_eq!(import.lines[0].given, ["two\nlines; \"quoted\"", "7"]);
        assert_eq!(import.lines[1].given, ["", "8", "more"]);
        assert_eq!((import.lines[0].number, import.lines[1].number), (2, 4));
    }

    #[test]
    fn lines_that_cannot_be_read_are_told_by_their_number_and_hurt_no_other() {
        let text = "channel,conversation\r\nShop\r\nShop,1\r\n\r\nShop,\r\nShop,\"2\r\nShop,3\r\nShop,4\u{7}\r\n,5\r\n";
        assert_eq!(
            told(text),
            lines(&[
                (2, "Shop", "?"),
                (3, "Shop", "1"),
                (5, "Shop", "?"),
                (6, "", "?"),
                (7, "Shop", "3"),
                (8, "Shop", "?"),
                (9, "", "5"),
            ])
        );
        // Never closed, in a column that is only kept.
        assert_eq!(
            told("conversation,note\n1,\"a\n2,b\n3,c\n"),
            lines(&[(2, "", "?"), (3, "", "2"), (4, "", "3")])
        );
        assert_eq!(told("conversation,note\n1,5\" pipe\n2,b"), lines(&[(2, "", "1"), (3, "", "2")]));
    }

    #[test]
    fn what_our_own_export_guarded_against_formulas_is_what_it_was() {
        assert_eq!(
            told("conversation\n'+49 151\n'quoted'"),
            lines(&[(2, "", "+49 151"), (3, "", "'quoted'")])
        );
    }
}
