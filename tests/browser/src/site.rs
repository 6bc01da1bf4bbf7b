//! The application on a static host: the server and the folder that it serves.

use std::env;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};
use xtask::dist::pages::ROUTES;
use xtask::server::{Answered, Options, Server};

use crate::package;

/// The path under which an association's project page would serve the application.
pub const BASE: &str = "/asso/solidaire/";

/// Every route of the application, as its address begins: nothing for the first page.
pub fn routes() -> impl Iterator<Item = &'static str> {
    iter::once("").chain(ROUTES)
}

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
    options: Options,
    origin: String,
    base: String,
    /// The copy that this site serves, to be removed with it.
    copy: Option<PathBuf>,
}

static COPIES: AtomicU32 = AtomicU32::new(0);

/// A folder that no other site has; it is not there yet.
fn fresh_folder() -> PathBuf {
    let number = COPIES.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("solidaire-site-{}-{number}", std::process::id()))
}

/// Copies a folder with everything in it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
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
        Self::serve_under(folder, BASE, true)
    }

    /// Serves a folder under a base, with the project pages' rule for unknown addresses or as a server that
    /// knows only files.
    ///
    /// # Errors
    /// As [`Self::serve`].
    pub fn serve_under(folder: &Path, base: &str, not_found_page: bool) -> Result<Self> {
        let mut options = Options::new(folder);
        base.clone_into(&mut options.base);
        options.not_found_page = not_found_page;
        let server = Server::start(options.clone())?;
        let origin = server.origin();
        // Another server at the same address is the same site for the browser.
        let port = origin.rsplit(':').next().context("no port")?;
        options.port = port.parse()?;
        Ok(Self {
            origin,
            server: Some(server),
            base: base.to_owned(),
            options,
            copy: None,
        })
    }

    /// Serves what an association unpacks from the zip, under a base.
    ///
    /// # Errors
    /// When the zip was not built, or as [`Self::serve`].
    pub fn of_the_zip(base: &str, not_found_page: bool) -> Result<Self> {
        let folder = fresh_folder();
        package::unpack(&folder)?;
        let mut site = Self::serve_under(&folder, base, not_found_page)?;
        site.copy = Some(folder);
        Ok(site)
    }

    /// Serves a copy of what was built, whose files a test may change.
    ///
    /// # Errors
    /// As [`Self::start`], and when it cannot be copied.
    pub fn of_a_copy() -> Result<Self> {
        let folder = fresh_folder();
        copy(&dist()?, &folder).with_context(|| format!("copying to {}", folder.display()))?;
        let mut site = Self::serve(&folder)?;
        site.copy = Some(folder);
        Ok(site)
    }

    /// Serves one page at the root of an origin of its own: another site's.
    ///
    /// # Errors
    /// When it cannot be written, or as [`Self::serve`].
    pub fn of_a_page(html: &str) -> Result<Self> {
        let folder = fresh_folder();
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), html)?;
        let mut site = Self::serve_under(&folder, "/", false)?;
        site.copy = Some(folder);
        Ok(site)
    }

    /// The address of a page under the other name of this machine, which browsers take for another site's.
    #[must_use]
    pub fn foreign_address(&self, page: &str) -> String {
        self.address(page).replacen("127.0.0.1", "localhost", 1)
    }

    /// The same site, reached through what stands before it at another origin.
    pub fn stand_behind(&mut self, origin: String) {
        self.origin = origin;
    }

    /// The folder of the copy that is served.
    ///
    /// # Errors
    /// When the built files themselves are served.
    pub fn folder(&self) -> Result<&Path> {
        self.copy.as_deref().context("this site serves no copy")
    }

    /// The folder that is served, to be read.
    #[must_use]
    pub fn served(&self) -> &Path {
        &self.options.folder
    }

    /// The file of the copy whose name begins and ends like that.
    ///
    /// # Errors
    /// When there is none.
    pub fn file(&self, begin: &str, end: &str) -> Result<PathBuf> {
        for entry in fs::read_dir(self.folder()?)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
            if name.starts_with(begin) && name.ends_with(end) {
                return Ok(path);
            }
        }
        anyhow::bail!("no file {begin}…{end} was built")
    }

    /// Serves the same folder, as it is now, under another base: the site has moved.
    ///
    /// # Errors
    /// When it serves no copy, or as [`Self::serve`].
    pub fn moved_to(mut self, base: &str, not_found_page: bool) -> Result<Self> {
        self.stop();
        let folder = self.copy.take().context("this site serves no copy")?;
        let mut site = Self::serve_under(&folder, base, not_found_page)?;
        site.copy = Some(folder);
        Ok(site)
    }

    /// The address of a page, by what follows the base.
    #[must_use]
    pub fn address(&self, page: &str) -> String {
        [self.origin.as_str(), &self.base, page].concat()
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

    /// Serves again at the same address, by a host of other habits where they are changed.
    ///
    /// # Errors
    /// When the port was taken meanwhile.
    pub fn resume(&mut self, change: impl FnOnce(&mut Options)) -> Result<()> {
        self.stop();
        change(&mut self.options);
        self.server = Some(Server::start(self.options.clone())?);
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
        if let Some(folder) = &self.copy
            && let Err(error) = fs::remove_dir_all(folder)
        {
            eprintln!("removing {}: {error}", folder.display());
        }
    }
}
