//! What was measured, as a table.

use std::fmt::Write as _;
use std::time::Duration;

/// One number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// What was measured.
    pub(crate) what: &'static str,
    /// The number.
    pub(crate) number: String,
    /// What it is compared with.
    pub(crate) baseline: String,
    /// The number as a share of the baseline.
    pub(crate) ratio: Option<f64>,
    /// What it should be.
    pub(crate) goal: &'static str,
    /// Whether it is; none when it could not be told.
    pub(crate) reached: Option<bool>,
    /// Whatever else was seen.
    pub(crate) notes: Vec<String>,
}

/// The rows so far.
#[derive(Debug)]
pub(crate) struct Table {
    only: String,
    rows: Vec<Row>,
}

impl Table {
    pub(crate) const fn new(only: String) -> Self {
        Self { only, rows: Vec::new() }
    }

    /// Measures a row, if it is wanted. One that cannot be measured does not keep the others from being measured.
    pub(crate) async fn row<F>(&mut self, what: &'static str, measure: F)
    where
        F: Future<Output = Row> + Send + 'static,
    {
        if !self.wants(what) {
            return;
        }
        eprintln!("measuring: {what}");
        match tokio::spawn(measure).await {
            Ok(row) => self.add(Row { what, ..row }),
            Err(trouble) => self.fail(what, &trouble.to_string()),
        }
    }

    /// Says that a row could not be measured, if it is wanted.
    pub(crate) fn fail(&mut self, what: &'static str, trouble: &str) {
        if self.wants(what) {
            let number = "could not be measured".to_owned();
            self.add(Row { what, number, notes: vec![trouble.to_owned()], ..Row::default() });
        }
    }

    fn add(&mut self, row: Row) {
        eprint!("{}", text(std::slice::from_ref(&row)));
        self.rows.push(row);
    }

    /// Whether the row is among those asked for.
    pub(crate) fn wants(&self, what: &str) -> bool {
        what.contains(&self.only)
    }

    /// Prints all of it.
    pub(crate) fn print(&self) {
        println!("\n{}", text(&self.rows));
    }
}

fn text(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut line = |cells: [&str; 6]| {
        let [what, number, baseline, ratio, goal, reached] = cells;
        writeln!(text, "{what:<46} {number:>22}  {baseline:<34} {ratio:>7}  {goal:<26} {reached}").unwrap();
    };
    if rows.len() > 1 {
        line(["what", "number", "beside", "ratio", "goal", "reached"]);
    }
    for row in rows {
        let ratio = row.ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let reached = row.reached.map_or("", |reached| if reached { "yes" } else { "NO" });
        line([row.what, &row.number, &row.baseline, &ratio, row.goal, reached]);
        for note in &row.notes {
            line([&format!("    {note}"), "", "", "", "", ""]);
        }
    }
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// `12,345/s`.
pub(crate) fn rate(per_second: f64) -> String {
    format!("{}/s", thousands(per_second.round() as u64))
}

/// `1,234,567`.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    groups.join(",")
}

/// `1.23 ms`.
pub(crate) fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
