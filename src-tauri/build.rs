//! Lists the window's own commands, so that a page may call those a capability grants and no others.

fn main() {
    // Cargo runs this in the package's folder. The folder it was compiled in may be another: a checkout can move with its target folder.
    let page = std::path::Path::new("../ui/dist/index.html");
    println!("cargo::rerun-if-changed=../ui/dist");
    if !page.exists() {
        println!(
            "cargo::error=The screens are not built: run `npm ci` and `npm run build` in ui/ first, or `make run`."
        );
        return;
    }
    let commands = tauri_build::AppManifest::new().commands(&[
        "rpc",
        "subscribe",
        "unsubscribe",
        "put_file",
        "open_link",
        "save_export",
        "desktop_listen",
        "desktop_answer",
        "desktop_quit",
        "desktop_state",
        "desktop_autostart",
        "pick_backup",
        "open_folder",
        "read_clipboard",
    ]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={error:#}");
    }
}
