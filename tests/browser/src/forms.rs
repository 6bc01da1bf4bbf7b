//! What every journey does: count the list, add an initiative, become an editor.

use anyhow::Result;

use crate::Page;
use crate::site::BASE;

/// The beginning of the application's keys in the origin's storage.
#[must_use]
pub fn prefix() -> String {
    ["solidaire:", BASE, ":"].concat()
}

impl Page {
    /// The headings of the initiatives of the list, in order.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn titles(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('main article')].map((one) => {
            const link = one.querySelector('h2 a, h3 a');
            return link ? link.textContent : '';
        })";
        let titles = self.script(script).await?;
        let titles = titles.as_array().cloned().unwrap_or_default();
        Ok(titles
            .iter()
            .map(|title| crate::page::plain(title.as_str().unwrap_or("")))
            .collect())
    }

    /// Waits for the list to hold this many initiatives, and to say so.
    ///
    /// # Errors
    /// When it does not.
    pub async fn lists(&self, count: usize) -> Result<()> {
        self.until(&format!("a list of {count}"), async || {
            Ok(self.titles().await?.len() == count)
        })
        .await?;
        let words = match count {
            0 => "Aucune initiative".to_owned(),
            1 => "1 initiative".to_owned(),
            _ => format!("{count} initiatives"),
        };
        self.announces(&words).await
    }

    /// Adds an initiative with a title, from wherever one is.
    ///
    /// # Errors
    /// When a control is missing or it is not kept.
    pub async fn add(&self, title: &str) -> Result<()> {
        self.press("link", "Ajouter une initiative").await?;
        self.heading("Ajouter une initiative").await?;
        self.fill("textbox", crate::page::Name::Begins("Titre"), title)
            .await?;
        self.press("button", "Enregistrer").await?;
        // « Pas encore envoyé », or to an editor « Pas encore publié ».
        self.announces("Gardé sur c").await?;
        self.heading("Mes propositions").await
    }

    /// Turns the editor's tools on.
    ///
    /// # Errors
    /// When the switch is missing.
    pub async fn become_editor(&self) -> Result<()> {
        self.go("reglages").await?;
        self.press("switch", "Outils d’édition").await
    }
}
