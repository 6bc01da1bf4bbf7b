//! Scripts without what only people read. Trunk's own minifier gives up on wasm-bindgen's module.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::setup::BuildTools;

/// How a browser reads the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// With imports and exports.
    Module,
    /// Loaded by a plain `<script>`.
    Classic,
}

/// The script, minified by terser.
pub(super) fn script(tools: &BuildTools, kind: Kind, text: &str) -> Result<String> {
    let mut command = Command::new("node");
    command
        .arg(&tools.terser)
        .args(["--compress", "passes=2", "--mangle", "--ecma", "2020"]);
    if kind == Kind::Module {
        command.arg("--module");
    }
    let words = process::words(&command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting `{words}`"))?;
    // terser reads everything before it writes, so writing all of it here cannot block for ever.
    child
        .stdin
        .take()
        .context("terser has no input")?
        .write_all(text.as_bytes())
        .context("writing to terser")?;
    let output = child
        .wait_with_output()
        .with_context(|| format!("waiting for `{words}`"))?;
    ensure!(output.status.success(), "`{words}` ended with {}", output.status);
    let small = String::from_utf8(output.stdout).context("terser wrote no UTF-8")?;
    ensure!(
        !small.trim().is_empty() || text.trim().is_empty(),
        "`{words}` wrote nothing"
    );
    Ok(small)
}
