//! Running another program: what was run is in every error.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs the command with its output shown.
///
/// # Errors
/// When it cannot be started or ends with another code than 0.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("starting `{}`", words(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", words(command));
    }
    Ok(())
}

/// Runs the command and returns what it writes to its standard output.
///
/// # Errors
/// When it cannot be started, ends with another code than 0 (with the end of what it said), or writes no UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("starting `{}`", words(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!(
            "`{}` ended with {}\n{}",
            words(command),
            output.status,
            said.trim_end()
        );
    }
    String::from_utf8(output.stdout).with_context(|| format!("the output of `{}`", words(command)))
}

/// Whether the program starts and ends well with these arguments.
#[must_use]
pub fn answers(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The search path with the program's folder first, for a command that looks the program up by its name.
///
/// # Errors
/// When the program has no folder, or there is no search path to add it to.
pub fn path_with(program: &Path) -> Result<OsString> {
    let folder = program.parent().context("a program has a folder")?;
    let old = std::env::var_os("PATH").context("PATH is not set")?;
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&old));
    std::env::join_paths(folders).context("a folder in PATH cannot stay there")
}

/// The command as it would be typed, for messages.
#[must_use]
pub fn words(command: &Command) -> String {
    let parts = std::iter::once(command.get_program()).chain(command.get_args());
    parts
        .map(|part| part.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_was_run_and_what_it_said() {
        let error = output(Command::new("sh").args(["-c", "echo why >&2; exit 3"]))
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("sh -c") && error.contains('3') && error.contains("why"),
            "{error}"
        );
        assert!(run(&mut Command::new("no-such-program-here")).is_err());
    }

    #[test]
    fn a_missing_program_does_not_answer() {
        assert!(answers("sh", &["-c", "true"]));
        assert!(!answers("sh", &["-c", "false"]));
        assert!(!answers("no-such-program-here", &[]));
    }
}
