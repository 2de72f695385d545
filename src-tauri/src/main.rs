//! `switchboard`: the desktop window.

use std::process::ExitCode;

/// The relay makes many small allocations on one thread and frees them on another, which this allocator does several times as fast as the
/// system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    switchboard::run()
}
