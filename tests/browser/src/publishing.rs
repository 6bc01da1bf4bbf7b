//! What editors do to publish: look at what is online, save the file, put it there, check that it arrived.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::Page;
use crate::page::Name;

/// The catalogue that the site serves.
///
/// # Errors
/// When the site serves what was built, which no test may change.
pub fn served(page: &Page) -> Result<PathBuf> {
    Ok(page.site.folder()?.join("catalogue.json"))
}

/// Looks at what is online.
///
/// # Errors
/// When the page or its content is not as it should be.
pub async fn look(page: &Page) -> Result<()> {
    page.go("relire").await?;
    page.press("button", "Vérifier ce qui est en ligne").await
}

/// Publishes: the file that a person would put online.
///
/// # Errors
/// When the page or its content is not as it should be.
pub async fn publish(page: &Page) -> Result<Vec<u8>> {
    page.press("button", "Publier").await?;
    let (name, bytes) = page.downloaded("catalogue", ".json").await?;
    ensure!(name == "catalogue.json", "the file is named {name}");
    page.find("heading", Name::Holds("est enregistrée sur cet appareil"))
        .await?;
    Ok(bytes)
}

/// Puts the file online and checks that it is there.
///
/// # Errors
/// When the page or its content is not as it should be.
pub async fn put_online(page: &Page, bytes: &[u8]) -> Result<()> {
    std::fs::write(served(page)?, bytes)?;
    page.press("button", "Vérifier la mise en ligne").await?;
    page.announces("est en ligne. Chacun la verra").await
}
