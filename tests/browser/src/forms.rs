//! What every journey does: count the list, add an initiative, become an editor.

use anyhow::Result;
use thirtyfour::By;

use crate::Page;
use crate::page::Name;
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
        self.fill("textbox", Name::Begins("Titre"), title).await?;
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
    /// Says yes in a dialog that warns of what it takes away.
    ///
    /// # Errors
    /// When there is no such dialog.
    pub async fn confirm<'a>(&self, dialog: impl Into<Name<'a>>) -> Result<()> {
        let dialog = self.find("dialog", dialog).await?;
        Ok(dialog.find(By::Css(".button-danger")).await?.click().await?)
    }

    /// Erases everything that is kept, from « Données ».
    ///
    /// # Errors
    /// When it is not erased.
    pub async fn erase_everything(&self) -> Result<()> {
        self.press("button", "Effacer").await?;
        self.confirm("Effacer tout ce qui est sur ce téléphone\u{a0}?")
            .await?;
        self.announces("Tout ce que vous aviez sur ce téléphone est effacé.")
            .await
    }

    /// Adds an initiative with a telephone number that stays on the device.
    ///
    /// # Errors
    /// When a control is missing or it is not kept.
    pub async fn add_with_private_number(&self, title: &str, number: &str) -> Result<()> {
        self.go("modifier").await?;
        self.fill("textbox", "Titre", title).await?;
        self.press("button", "Ajouter un contact").await?;
        self.fill("textbox", "Numéro ou adresse", number).await?;
        self.press("checkbox", "Garder sur ce téléphone, ne pas publier")
            .await?;
        self.press("button", "Enregistrer").await?;
        self.heading("Mes propositions").await
    }
}
