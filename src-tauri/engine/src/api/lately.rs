//! The last lines of the log, for the report that whoever helps asks for. In memory alone.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tracing_subscriber::fmt::MakeWriter;

/// Lines that are remembered.
const LINES: usize = 500;
/// Letters of a line.
const LONGEST: usize = 2_000;

static LATELY: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());

fn lately() -> MutexGuard<'static, VecDeque<String>> {
    LATELY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The lines, oldest first.
pub(crate) fn lines() -> Vec<String> {
    lately().iter().cloned().collect()
}

/// Remembers what is logged.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Remember;

impl Write for Remember {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut lately = lately();
        for line in String::from_utf8_lossy(bytes).lines().filter(|line| !line.trim().is_empty()) {
            if lately.len() >= LINES {
                lately.pop_front();
            }
            lately.push_back(line.chars().take(LONGEST).collect());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Remember {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_lines_are_remembered() {
        for number in 0..LINES + 5 {
            Remember.write_all(format!("line {number}\n").as_bytes()).unwrap();
        }
        let all = lines();
        assert_eq!(all.len(), LINES);
        assert!(all.contains(&format!("line {}", LINES + 4)) && !all.contains(&"line 4".to_owned()));
    }
}
