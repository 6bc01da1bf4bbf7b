//! Files in and out: what was downloaded, and what a person chooses.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::By;

use crate::Page;

impl Page {
    /// Waits for a downloaded file whose name begins and ends like that, and takes it away.
    ///
    /// # Errors
    /// When none comes, or it cannot be read.
    pub async fn downloaded(&self, begin: &str, end: &str) -> Result<(String, Vec<u8>)> {
        let folder = self.profile.downloads();
        let mut found: Option<PathBuf> = None;
        self.until(&format!("a download {begin}…{end}"), async || {
            let mut unfinished = false;
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let path = entry.path();
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
                if name.starts_with(begin) && name.ends_with(end) {
                    // Chromium takes the name with an empty file before it writes the content elsewhere.
                    unfinished |= entry.metadata()?.len() == 0;
                    found = Some(path);
                } else {
                    unfinished |= name.ends_with(".crdownload");
                }
            }
            Ok(found.is_some() && !unfinished)
        })
        .await?;
        let path = found.context("no download")?;
        let bytes = fs::read(&path)?;
        fs::remove_file(&path)?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        Ok((name.to_owned(), bytes))
    }

    /// Writes a file for the person to choose.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<PathBuf> {
        let path = self.profile.folder().join(name);
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
        Ok(path)
    }

    /// Presses a button that opens the file chooser, and chooses a file in it.
    ///
    /// # Errors
    /// When the button opens none.
    pub async fn choose_file(&self, button: &str, path: &Path) -> Result<()> {
        // The chooser of the system is out of a driver's reach: it is kept closed, and what it was
        // opened for is given the file.
        let listen = "window.testsChooser = null;
            document.addEventListener('click', (event) => {
                if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
                    event.preventDefault();
                    window.testsChooser = event.target.id;
                }
            }, { capture: true, once: false });";
        self.script(listen).await?;
        self.press("button", button).await?;
        let mut input = String::new();
        self.until(&format!("« {button} » to open the file chooser"), async || {
            let opened = self.script("return window.testsChooser").await?;
            opened.as_str().unwrap_or_default().clone_into(&mut input);
            Ok(!input.is_empty())
        })
        .await?;
        let element = self.browser().driver.find(By::Id(input.as_str())).await?;
        let path = path.to_str().context("the path is no text")?;
        element.send_keys(path).await?;
        Ok(())
    }

    /// What the origin's storage holds, key by key.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn stored(&self) -> Result<serde_json::Map<String, serde_json::Value>> {
        let all = self.script("return { ...localStorage }").await?;
        Ok(all.as_object().context("no storage")?.clone())
    }

    /// Puts a text into the origin's storage under a key, from outside the application.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn plant(&self, key: &str, text: &str) -> Result<()> {
        let script = "localStorage.setItem(arguments[0], arguments[1])";
        self.script_with(script, vec![json!(key), json!(text)]).await?;
        Ok(())
    }
}
