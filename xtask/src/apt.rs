//! Debian packages: browsers, drivers, and the second compiler.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// Installs the packages that are missing; without the right to, says the command that would.
///
/// # Errors
/// When a package is missing and cannot be installed.
pub fn ensure(packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    );
    if !process::answers("apt-get", &["--version"]) {
        bail!(
            "this is no Debian: install what its packages {} hold",
            missing.join(", ")
        );
    }
    let Some(prefix) = privilege() else {
        bail!("missing packages; run: {by_hand}")
    };
    println!("   installing {}", missing.join(" "));
    let apt = |arguments: &[&str]| {
        let mut words = prefix
            .iter()
            .copied()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        let mut command = Command::new(words.next().unwrap_or("env"));
        process::run(
            command
                .args(words)
                .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
                .args(arguments),
        )
    };
    let install: Vec<&str> = ["install", "-y", "--no-install-recommends"]
        .into_iter()
        .chain(missing.iter().copied())
        .collect();
    // The lists may be absent or old; an update that fails in part may still leave what is needed.
    if let Err(error) = apt(&["update"]) {
        println!("   {error:#}");
    }
    apt(&install).with_context(|| format!("run: {by_hand}"))
}

/// What to put before a command to run it as root: nothing, `sudo` that asks no password, or no way.
fn privilege() -> Option<&'static [&'static str]> {
    let is_root = fs::read_to_string("/proc/self/status").is_ok_and(|status| {
        status.lines().any(|line| {
            line.strip_prefix("Uid:")
                .is_some_and(|ids| ids.split_whitespace().nth(1) == Some("0"))
        })
    });
    if is_root {
        Some(&[])
    } else if process::answers("sudo", &["-n", "true"]) {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

fn is_installed(package: &str) -> bool {
    let asked =
        process::output(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package]));
    asked.is_ok_and(|status| status == "installed")
}
