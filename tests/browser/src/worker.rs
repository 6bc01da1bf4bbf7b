//! Versions of the application, and what its service worker has kept.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use xtask::dist::worker;
use xtask::{dist_check, project};

use crate::site::BASE;
use crate::{Page, Site};

/// The name of the cache that the worker keeps files in.
#[must_use]
pub fn files_cache() -> String {
    format!("solidaire:{BASE}:files")
}

/// A page of the site that asks its worker for nothing once it is there. A worker in whose place another one is
/// coming is stopped; where a page wakes it at that moment, Chromium, while it is driven, waits for it for minutes.
pub const QUIET_PAGE: &str = "guide.html";

impl Site {
    /// Publishes another version of the application in the place of the one that is served: every hashed file has
    /// another name, and the root element says which version it is.
    ///
    /// # Errors
    /// When this site serves no copy, or it cannot be written.
    pub fn renew(&self, version: u8) -> Result<()> {
        self.change_version(version)?;
        self.publish_worker(&self.worker()?)
    }

    /// Puts the files of another version in the place of those that are served, under the worker of before.
    ///
    /// # Errors
    /// As [`Self::renew`].
    pub fn change_version(&self, version: u8) -> Result<()> {
        let folder = self.folder()?;
        let mut names = Vec::new();
        for path in dist_check::files(folder)?.into_keys() {
            if let Some(next) = other_name(&path, version) {
                fs::rename(folder.join(&path), folder.join(&next))?;
                names.push((path, next));
            }
        }
        for (path, content) in dist_check::files(folder)? {
            let extension = path.rsplit('.').next().unwrap_or_default();
            if !["html", "js"].contains(&extension) {
                continue;
            }
            let mut text = String::from_utf8(content)?;
            for (from, to) in &names {
                text = text.replace(from, to);
            }
            if path.ends_with("index.html") {
                text = marked(&text, version)?;
            }
            fs::write(folder.join(path), text)?;
        }
        Ok(())
    }

    /// The worker that names the files as they are served now.
    ///
    /// # Errors
    /// As [`Self::renew`].
    pub fn worker(&self) -> Result<String> {
        let template = fs::read_to_string(project::root().join("public").join(worker::NAME))?;
        worker::script(&template, &dist_check::files(self.folder()?)?)
    }

    /// Serves another worker.
    ///
    /// # Errors
    /// As [`Self::renew`].
    pub fn publish_worker(&self, script: &str) -> Result<()> {
        Ok(fs::write(self.folder()?.join(worker::NAME), script)?)
    }
}

/// The name of a hashed file in another version.
fn other_name(path: &str, version: u8) -> Option<String> {
    let (stem, extension) = path.rsplit_once('.')?;
    let (name, hash) = stem.rsplit_once('-')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_hash && !path.contains('/')).then(|| format!("{name}-{version:02x}{}.{extension}", &hash[2..]))
}

/// The page with the version on its root element.
fn marked(page: &str, version: u8) -> Result<String> {
    let (before, rest) = page.split_once("<html").context("no root element")?;
    let (attributes, after) = rest.split_once('>').context("no root element")?;
    let attributes = attributes.split(" data-version").next().unwrap_or_default();
    Ok(format!(
        "{before}<html{attributes} data-version=\"{version}\">{after}"
    ))
}

impl Page {
    /// The paths of what the worker has kept, and how often each is there.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn kept_files(&self) -> Result<BTreeMap<String, usize>> {
        let script = "return caches.open(arguments[0]).then((cache) => cache.keys()).then((all) => all.map((one) => one.url))";
        let urls = self.script_with(script, vec![files_cache().into()]).await?;
        let mut paths = BTreeMap::new();
        for url in urls.as_array().context("no list")? {
            let url = url.as_str().context("no address")?;
            let path = url.split('?').next().unwrap_or_default();
            let path = path
                .strip_prefix(&self.site.address(""))
                .context("another site's")?;
            *paths.entry(path.to_owned()).or_default() += 1;
        }
        Ok(paths)
    }

    /// Waits until the application opens without a network.
    ///
    /// # Errors
    /// When it does not.
    pub async fn opens_offline(&self) -> Result<()> {
        let script = "return navigator.serviceWorker.getRegistration().then((one) => one?.active?.state === 'activated')";
        self.until("the worker", async || Ok(self.script(script).await? == true))
            .await
    }

    /// Waits until everything that a page may need is kept.
    ///
    /// # Errors
    /// When it is not.
    pub async fn has_everything(&self) -> Result<()> {
        self.opens_offline().await?;
        let files = dist_check::files(self.site.served())?;
        let parts = worker::parts(&files)?;
        let wanted: Vec<&str> = parts
            .iter()
            .filter(|(path, part)| **part != worker::Part::Asked || path.ends_with("/62.json"))
            .map(|(path, _)| *path)
            .collect();
        self.until("every file to be kept", async || {
            let kept = self.kept_files().await?;
            Ok(wanted.iter().all(|path| kept.contains_key(*path)))
        })
        .await
    }

    /// A first visit to the example, until everything is kept.
    ///
    /// # Errors
    /// When it is not.
    pub async fn makes_a_first_visit(&self) -> Result<()> {
        self.go("").await?;
        self.lists(8).await?;
        self.keeps_edition().await?;
        self.has_everything().await
    }

    /// Takes the worker away with its files, as a browser does that needs the room.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn forgets_worker(&self) -> Result<()> {
        let script = "return (async (name) => {
            for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
            await caches.delete(name);
        })(arguments[0])";
        self.script_with(script, vec![files_cache().into()]).await?;
        Ok(())
    }

    /// The version of the application that runs; nothing for the one that was built.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn version(&self) -> Result<Option<u8>> {
        let version = self
            .script("return document.documentElement.dataset.version")
            .await?;
        Ok(version.as_str().and_then(|version| version.parse().ok()))
    }
}
