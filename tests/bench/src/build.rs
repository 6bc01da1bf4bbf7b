//! Compiling the measuring page.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page loads. It sends its table, or why there is none, back to the server.
const DOCUMENT: &str = r#"<!doctype html>
<meta charset="utf-8">
<title>bench</title>
<pre></pre>
<script type="module">
  const send = (path, body) => fetch(path, { method: "POST", body });
  const shown = document.querySelector("pre");
  try {
    const { default: start } = await import("./page.js");
    await start();
    await send("result", shown.textContent);
  } catch (error) {
    await send("failure", `${shown.textContent}\n${error.stack}`);
  }
</script>
"#;

/// Compiles the page as the application is compiled, and returns the folder that holds it.
pub(super) fn page() -> Result<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let compile = [
        "build",
        "--quiet",
        "--release",
        "--package",
        "bench",
        "--bin",
        "page",
        "--target",
        "wasm32-unknown-unknown",
    ];
    run(
        Command::new(cargo).args(compile).current_dir(&root),
        "the wasm target: cargo xtask bench sets it up",
    )?;
    let folder = target.join("bench-page");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&folder);
    bindgen.arg(target.join("wasm32-unknown-unknown/release/page.wasm"));
    run(
        &mut bindgen,
        "wasm-bindgen on the PATH: cargo xtask bench sets it up",
    )?;
    let document = folder.join("index.html");
    fs::write(&document, DOCUMENT).map_err(|error| format!("{}: {error}", document.display()))?;
    Ok(folder)
}

fn run(command: &mut Command, wanted: &str) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(|error| format!("{name}: {error} (wants {wanted})"))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{name}: {status} (wants {wanted})"))
}
