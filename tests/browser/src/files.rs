//! Files in and out: what was downloaded, and what a person chooses.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::By;

use crate::Page;
use crate::page::{Name, plain};

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

    /// Chooses a file of this name and content to import.
    ///
    /// # Errors
    /// When it cannot be written, or the button opens no chooser.
    pub async fn offer(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let path = self.file(name, content)?;
        self.choose_file("Importer un fichier", &path).await
    }

    /// The four numbers of an import's preview: new, changed, identical, refused.
    ///
    /// # Errors
    /// When there is no preview.
    pub async fn import_counts(&self) -> Result<[u32; 4]> {
        // The name of the button that opens the chooser begins alike, so it is the counts that are awaited.
        let shown = "return document.querySelectorAll('.counts > li').length === 4";
        self.until("the preview", async || {
            Ok(self.script(shown).await? == json!(true))
        })
        .await?;
        self.find("button", Name::Begins("Importer ")).await?;
        let mut counts = [0; 4];
        let items = self
            .script("return [...document.querySelectorAll('.counts > li')].map((one) => one.textContent)")
            .await?;
        let items: Vec<String> = items
            .as_array()
            .context("no list")?
            .iter()
            .map(|item| plain(item.as_str().unwrap_or("")))
            .collect();
        for (place, word) in ["nouvelle", "modifiée", "identique", "refusée"]
            .into_iter()
            .enumerate()
        {
            let item = items
                .iter()
                .find(|item| item.contains(word))
                .with_context(|| format!("no « {word} » in {items:?}"))?;
            counts[place] = item
                .split(' ')
                .next()
                .context("empty")?
                .parse()
                .with_context(|| item.clone())?;
        }
        Ok(counts)
    }

    /// Chooses a file that must be refused with a sentence, and nothing may change.
    ///
    /// # Errors
    /// When it is not refused, or something has changed.
    pub async fn refuses(&self, name: &str, content: &[u8], why: &str) -> Result<()> {
        let before = self.stored().await?;
        self.offer(name, content).await?;
        self.find("heading", format!("«\u{a0}{name}\u{a0}» est refusé").as_str())
            .await?;
        self.announces(why).await?;
        self.announces("Rien n’a changé sur ce téléphone.").await?;
        ensure!(
            !self.has("button", Name::Begins("Importer 1")).await?,
            "« {name} » can be imported"
        );
        ensure!(
            self.stored().await? == before,
            "« {name} » changed what is stored"
        );
        self.press("button", "Fermer").await
    }
}
