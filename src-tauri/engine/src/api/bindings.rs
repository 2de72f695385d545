//! The commands and their types as TypeScript, for the UI.
//!
//! Stands alone so that a program can write the file and a test can compare it. It knows the registry and the schema, nothing of what
//! the commands do.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::domain::{Code, EventKind, Mode, Platform, SkipReason, State};
use crate::error::Error;
use crate::schema::*;

/// The whole of `ui/src/backend/schema.ts`.
#[must_use]
pub fn typescript() -> String {
    let mut types = Declarations { config: Config::new(), found: BTreeMap::new() };
    let commands = commands(&mut types);
    // Named only in field overrides, or only by the hosts' envelope.
    types.visit::<EventKind>();
    types.visit::<Settings>();
    types.visit::<Batch>();
    types.visit::<Error>();

    let mut text = String::from(
        "// Generated from the engine's api by `cargo run -p switchboard-engine --bin schema`. Do not edit.\n\n",
    );
    for declaration in types.found.values() {
        text.push_str(declaration);
        text.push_str("\n\n");
    }
    text.push_str(
        "/** Every command by name: what it takes and what it answers. */\nexport interface Commands {\n",
    );
    text.push_str(&commands);
    text.push_str("}\n\n");
    list(
        &mut text,
        "commandNames",
        "every command",
        "keyof Commands",
        super::COMMANDS.iter().chain(super::HOST_COMMANDS).copied(),
    );
    list(&mut text, "platforms", "every platform", "Platform", Platform::ALL.iter().map(|p| p.code()));
    list(
        &mut text,
        "modes",
        "every mode of a channel",
        "Mode",
        names(&[Mode::Active, Mode::Paused, Mode::Off]),
    );
    list(
        &mut text,
        "eventKinds",
        "every kind of event",
        "EventKind",
        EventKind::ALL.iter().map(|k| k.name()),
    );
    list(&mut text, "states", "every state", "State", names(&State::ALL));
    list(&mut text, "skipReasons", "every reason for not sending", "SkipReason", names(&SkipReason::ALL));
    list(&mut text, "codes", "every code of trouble", "Code", Code::ALL.iter().map(|c| c.name()));
    let mask = crate::secret::MASK;
    let _ = writeln!(
        text,
        "/** What stands in for a secret; sent back, it means unchanged. */\nexport const mask = \"{mask}\";"
    );
    text
}

/// The lines of `Commands`, with every type they name declared.
fn commands(types: &mut Declarations) -> String {
    let mut lines = String::new();
    macro_rules! each {
        ($($name:literal $method:ident($request:ty) -> $answer:ty;)*) => {$(
            types.visit_deep::<$request>();
            types.visit_deep::<$answer>();
            let (request, answer) = (<$request>::name(&types.config), <$answer>::name(&types.config));
            let _ = writeln!(lines, "  \"{}\": {{ request: {request}; answer: {answer} }};", $name);
        )*};
    }
    crate::for_each_command!(each);
    crate::for_each_host_command!(each);
    lines
}

fn list<S: AsRef<str>>(text: &mut String, name: &str, what: &str, of: &str, values: impl Iterator<Item = S>) {
    let _ = writeln!(text, "/** Lists {what}. */\nexport const {name}: readonly ({of})[] = [");
    for value in values {
        let _ = writeln!(text, "  \"{}\",", value.as_ref());
    }
    text.push_str("];\n\n");
}

/// The names plain enums have on the wire.
fn names<T: serde::Serialize>(values: &[T]) -> impl Iterator<Item = String> {
    values.iter().filter_map(|value| match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Some(name),
        _ => None,
    })
}

/// Collects the declaration of every type reachable from those it is shown, by name.
struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl Declarations {
    /// Also for what has no declaration of its own, such as a list: its parts are declared.
    fn visit_deep<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Types without a file to be exported to are built in.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.found.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", indented(&T::decl(&self.config)));
            self.found.insert(name, declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// A declaration with the lines of its body set in, and none ending in a space.
fn indented(declaration: &str) -> String {
    declaration
        .replace(", };", ",\n};")
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n  ")
        .replace("\n  };", "\n};")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_file_is_what_the_registry_says() {
        let committed = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/backend/schema.ts"));
        assert!(
            committed == typescript(),
            "run `cargo run -p switchboard-engine --bin schema` and commit the file"
        );
    }

    #[test]
    fn every_command_has_its_line() {
        let text = typescript();
        for name in crate::api::COMMANDS {
            assert!(
                text.contains(&format!("\n  \"{name}\": {{ request: ")),
                "{name} is missing in the bindings"
            );
        }
    }
}
