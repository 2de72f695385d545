//! What is said to ELMA365.

use crate::domain::{Code, Elma365Options};
use crate::platforms::write::{Heard, Next, Progress, Step, Task};

/// One step of a task.
#[must_use]
pub fn write(
    _options: &Elma365Options,
    _task: &Task<'_>,
    progress: &Progress,
    _heard: Option<Heard<'_>>,
) -> Step {
    Step { progress: progress.clone(), taught: Vec::new(), next: Next::Rejected(Code::Kind01) }
}
