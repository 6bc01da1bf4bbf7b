//! The application on a static host: the server and the folder that it serves.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xtask::server::{Answered, Options, Server};

/// The path under which an association's project page would serve the application.
pub const BASE: &str = "/asso/solidaire/";

/// Every route of the application, as its address begins.
pub const ROUTES: [&str; 9] = [
    "",
    "initiative",
    "modifier",
    "propositions",
    "communiques",
    "communique",
    "donnees",
    "reglages",
    "a-propos",
];

/// The folder that `cargo xtask dist` has written.
///
/// # Errors
/// When it is not there.
pub fn dist() -> Result<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let folder = env::var_os("SOLIDAIRE_DIST").map_or(own, PathBuf::from);
    ensure!(
        folder.join("index.html").is_file(),
        "{} holds no built application: run `cargo xtask dist` first, or name its folder in SOLIDAIRE_DIST",
        folder.display()
    );
    Ok(folder)
}

/// A served application.
#[derive(Debug)]
pub struct Site {
    server: Option<Server>,
    origin: String,
}

impl Site {
    /// Serves what was built.
    ///
    /// # Errors
    /// When nothing was built or no port is free.
    pub fn start() -> Result<Self> {
        Self::serve(&dist()?)
    }

    /// Serves a folder under [`BASE`].
    ///
    /// # Errors
    /// When it is no folder or no port is free.
    pub fn serve(folder: &Path) -> Result<Self> {
        let mut options = Options::new(folder);
        BASE.clone_into(&mut options.base);
        options.not_found_page = true;
        let server = Server::start(options)?;
        Ok(Self {
            origin: server.origin(),
            server: Some(server),
        })
    }

    /// The address of a page, by what follows the base.
    #[must_use]
    pub fn address(&self, page: &str) -> String {
        [self.origin.as_str(), BASE, page].concat()
    }

    /// The scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What the server has answered so far.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn log(&self) -> Result<Vec<Answered>> {
        Ok(self.server.as_ref().context("the server was stopped")?.log())
    }

    /// Stops the server: from now on there is no network.
    pub fn stop(&mut self) {
        self.server = None;
    }
}
