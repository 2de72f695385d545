//! Writes the commands and their types as TypeScript to `ui/src/backend/schema.ts`; with `--check` only compares.

use std::process::ExitCode;

use switchboard_engine::api::bindings::typescript;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/backend/schema.ts");

fn main() -> ExitCode {
    let text = typescript();
    let result = if std::env::args().any(|argument| argument == "--check") {
        match std::fs::read_to_string(FILE) {
            Ok(committed) if committed == text => Ok(()),
            Ok(_) => {
                Err("ui/src/backend/schema.ts differs from the engine's commands: run this without --check."
                    .to_owned())
            }
            Err(error) => Err(format!("ui/src/backend/schema.ts cannot be read: {error}")),
        }
    } else {
        std::fs::write(FILE, text)
            .map_err(|error| format!("ui/src/backend/schema.ts cannot be written: {error}"))
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
