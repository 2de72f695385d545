//! What is said to Chatwoot.

use crate::domain::{ChatwootOptions, Code, Event};
use crate::platforms::write::{Heard, Next, Progress, Step, Task, WriteBack};

/// One step of a task.
#[must_use]
pub fn write(
    _options: &ChatwootOptions,
    _task: &Task<'_>,
    progress: &Progress,
    _heard: Option<Heard<'_>>,
) -> Step {
    Step { progress: progress.clone(), taught: Vec::new(), next: Next::Rejected(Code::Kind01) }
}

/// The event that tells Chatwoot what became of its agent's message.
#[must_use]
pub fn write_back(_options: &ChatwootOptions, _event: &Event, _state: WriteBack<'_>) -> Option<Event> {
    None
}
