//! `cargo xtask serve`: the built `dist/` on loopback.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::server::{Options, Server};
use crate::{dist, setup};

/// How to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The port on loopback; 0 takes a free one.
    pub port: u16,
    /// The path under which the application is served.
    pub base: String,
    /// Whether `dist/` is built first.
    pub build: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            port: 8080,
            base: "/".into(),
            build: true,
        }
    }
}

/// Builds, serves and prints the address; ends with the process.
///
/// # Errors
/// When the build fails, the port is taken, or there is nothing to serve.
pub fn run(root: &Path, settings: &Settings) -> Result<()> {
    let folder = root.join("dist");
    if settings.build {
        let tools = setup::build(root)?;
        dist::build(root, &tools, &dist::Options::default())?;
    }
    ensure!(
        folder.join("index.html").is_file(),
        "there is no dist/ yet: leave out --no-build"
    );
    let options = Options {
        base: settings.base.clone(),
        port: settings.port,
        gzip: true,
        not_found_page: true,
        ..Options::new(folder)
    };
    let server = Server::start(options)?;
    println!("Solidaire is at {} (stop with Ctrl-C)", server.address());
    server.wait();
    Ok(())
}
