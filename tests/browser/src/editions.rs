//! A changing catalogue: what an editor uploads, and what a device keeps of it.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use solidaire::format::packed::unpack;

use crate::forms::prefix;
use crate::{Page, Site};

impl Site {
    /// The catalogue that the copy serves.
    ///
    /// # Errors
    /// When this site serves no copy, or it is no JSON.
    pub fn catalogue(&self) -> Result<Value> {
        let path = self.folder()?.join("catalogue.json");
        Ok(serde_json::from_slice(&fs::read(path)?)?)
    }

    /// Serves another catalogue.
    ///
    /// # Errors
    /// When this site serves no copy, or it cannot be written.
    pub fn upload(&self, catalogue: &Value) -> Result<()> {
        Ok(fs::write(
            self.folder()?.join("catalogue.json"),
            catalogue.to_string(),
        )?)
    }

    /// Publishes the next edition of what is served, and gives it.
    ///
    /// # Errors
    /// As [`Self::upload`].
    pub fn publish(&self, change: impl FnOnce(&mut Value)) -> Result<Value> {
        let mut catalogue = self.catalogue()?;
        let before = catalogue["edition"].clone();
        let number = before["number"].as_i64().context("no number")? + 1;
        catalogue["edition"] = json!({
            "id": format!("edition-{number}"), "parent": before["id"], "number": number,
            "published_at": format!("2020-05-{number:02}T10:00:00Z"),
        });
        change(&mut catalogue);
        self.upload(&catalogue)?;
        Ok(catalogue)
    }
}

impl Page {
    /// Waits until what is shown is kept: from then on the page follows the editions.
    ///
    /// # Errors
    /// When it is not.
    pub async fn keeps_edition(&self) -> Result<()> {
        let note = prefix() + "edition";
        self.until("the edition to be kept", async || {
            let stored = self.stored().await?;
            let note = stored.get(&note).and_then(Value::as_str).unwrap_or_default();
            let note: Value = serde_json::from_str(note).unwrap_or_default();
            Ok(note["tag"].as_str().is_some_and(|tag| !tag.is_empty()))
        })
        .await
    }

    /// Tells what a browser tells when the network returns.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn comes_online(&self) -> Result<()> {
        self.script("dispatchEvent(new Event('online'))").await?;
        Ok(())
    }

    /// Everything that this origin keeps: every key with its text, packed ones as they are read, and
    /// every file of every cache.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn everything_kept(&self) -> Result<String> {
        let script = "return (async () => {
            let all = '';
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    all += name + ' ' + request.url + ' ' + await (await cache.match(request)).text();
                }
            }
            return all;
        })()";
        let files = self.script(script).await?;
        let mut all = files.as_str().context("no text")?.to_owned();
        for (key, text) in self.stored().await? {
            let text = text.as_str().context("no text")?;
            let unpacked = unpack(text);
            all.push_str(&[&key, " ", unpacked.as_deref().unwrap_or(text), "\n"].concat());
        }
        Ok(all)
    }

    /// Corrects a field of an initiative, as a citizen does.
    ///
    /// # Errors
    /// When a control is missing or it is not kept.
    pub async fn correct(&self, id: &str, field: &str, text: &str) -> Result<()> {
        self.go(&format!("modifier?id={id}")).await?;
        self.fill("textbox", field, text).await?;
        self.press("button", "Enregistrer").await?;
        self.heading("Mes propositions").await
    }
}
