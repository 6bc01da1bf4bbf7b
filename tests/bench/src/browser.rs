//! Chromium, without a window, on one address.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A running browser with a profile of its own; both end with this value.
pub(super) struct Browser {
    process: Child,
    profile: PathBuf,
}

impl Browser {
    /// Opens an address.
    pub(super) fn open(address: &str) -> Result<Self, String> {
        let program = env::var_os("CHROMIUM").unwrap_or_else(|| "chromium".into());
        let profile = env::temp_dir().join(format!("solidaire-bench-{}", std::process::id()));
        let mut command = Command::new(program);
        command
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
            ])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .arg(["--user-data-dir=", &profile.to_string_lossy()].concat())
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = command.spawn();
        let process = process.map_err(|error| format!("chromium: {error} (apt-get install chromium)"))?;
        Ok(Self { process, profile })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let ended = self.process.kill().and_then(|()| self.process.wait().map(drop));
        let removed = ended.and_then(|()| fs::remove_dir_all(&self.profile));
        if let Err(error) = removed {
            eprintln!("bench: cleaning up {}: {error}", self.profile.display());
        }
    }
}
