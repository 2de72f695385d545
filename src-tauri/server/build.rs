//! Says plainly what is missing when the screens are not built yet, because they are part of the program.

use std::path::Path;

fn main() {
    // Cargo runs this in the package's folder. The folder it was compiled in may be another: a checkout can move with its target folder.
    let page = Path::new("../../ui/dist/index.html");
    // The folder, so that a new build of the screens is taken in.
    println!("cargo::rerun-if-changed=../../ui/dist");
    if !page.exists() {
        println!(
            "cargo::error=The screens are not built: run `npm ci` and `npm run build` in ui/ first, or `make run`."
        );
    }
}
