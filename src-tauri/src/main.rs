//! `switchboard`: the desktop window.

use std::process::ExitCode;

/// The relay makes many small allocations on one thread and frees them on another, which this allocator does several times as fast as the
/// system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    disable_dmabuf();
    switchboard::run()
}

/// WebKitGTK's DMABUF renderer shows an empty window on machines without a graphics card and on some with one; whoever wants it back sets
/// the variable to 0.
#[expect(unsafe_code, reason = "no other thread runs yet, so nobody reads the environment while it changes")]
fn disable_dmabuf() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_none() {
        // SAFETY: this is the first thing the program does; see the reason above.
        unsafe { std::env::set_var(VARIABLE, "1") };
    }
}
