//! The numbers to call in an emergency: first, without a network, and as the editor sets them.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::page::Name;
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};

/// The numbers that can be called, in their order, wherever they are shown.
async fn called(page: &Page) -> Result<Vec<String>> {
    page.texts("return [...document.querySelectorAll('.emergency a')].map((one) => one.getAttribute('href'))")
        .await
}

/// Whether an element comes before another one in the page.
async fn comes_first(page: &Page, one: &str, other: &str) -> Result<bool> {
    let script = "const [one, other] = [...arguments].map((selector) => document.querySelector(selector));
        return !!(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)";
    Ok(page.script_with(script, vec![one.into(), other.into()]).await? == true)
}

#[test]
fn they_come_first_and_without_a_network() -> Result<()> {
    visit(async |page| {
        page.makes_a_first_visit().await?;
        page.site.stop();
        page.restart().await?;
        page.set_screen(360, 640).await?;
        page.go("").await?;
        page.lists(8).await?;
        page.says("Urgence : 15 · 17 · 18 · 112").await?;
        ensure!(
            comes_first(page, ".urgent", ".two-ways").await?,
            "the questions come before the numbers"
        );
        page.script("document.querySelector('.urgent > summary').click()")
            .await?;
        let fire = page.find("link", Name::Holds("18")).await?;
        ensure!(fire.attr("href").await?.as_deref() == Some("tel:18"));
        ensure!(fire.rect().await?.height >= 44.0, "a finger misses it");
        page.is_accessible_in_every_look("the numbers on the first page")
            .await?;
        page.set_screen(320, 640).await?;
        page.go("aide").await?;
        page.find("heading", "Numéros d’urgence").await?;
        ensure!(
            comes_first(page, ".emergency", ".way-kinds").await?,
            "the themes come before the numbers"
        );
        let all = called(page).await?;
        ensure!(
            all == [
                "tel:15", "tel:17", "tel:18", "tel:112", "tel:114", "tel:115", "tel:119", "tel:3919"
            ],
            "{all:?}"
        );
        page.is_accessible_in_every_look("the numbers for who looks for help")
            .await
    })
}

#[test]
fn the_editor_sets_them_and_they_travel_in_the_file() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        let field = page.find("textbox", "Numéros d’urgence").await?;
        let typed = field.value().await?.unwrap_or_default();
        ensure!(
            typed.contains("39\u{a0}19 : femmes victimes de violences"),
            "{typed}"
        );
        page.fill("textbox", "Numéros d’urgence", "112 : partout en Europe\nle SAMU")
            .await?;
        page.press("button", "Enregistrer les réglages du site").await?;
        page.find("group", "1 champ à corriger").await?;
        page.says("Cette ligne ne va pas : «\u{a0}le SAMU\u{a0}»").await?;
        page.is_accessible_in_every_look("a line that is no number")
            .await?;
        page.fill(
            "textbox",
            "Numéros d’urgence",
            "112 : partout en Europe\n0321000000 : mairie, la nuit\n3919 : violences",
        )
        .await?;
        page.press("button", "Enregistrer les réglages du site").await?;
        page.announces("Réglages du site gardés sur cet appareil").await?;
        page.go("").await?;
        page.says("Urgence : 112 · 03 21 00 00 00 · 39 19").await?;
        page.go("propositions").await?;
        page.says("Numéros d’urgence").await?;
        page.says("112, partout en Europe").await?;
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let exported: Value = serde_json::from_slice(&bytes)?;
        ensure!(
            exported["site"]["emergency"]
                == json!([
                    { "number": "112", "label": "partout en Europe" },
                    { "number": "0321000000", "label": "mairie, la nuit" },
                    { "number": "3919", "label": "violences" },
                ]),
            "{}",
            exported["site"]["emergency"]
        );
        // The file is the site of another phone.
        fs::write(page.site.folder()?.join("catalogue.json"), &bytes)?;
        page.script("localStorage.clear()").await?;
        page.go("aide").await?;
        page.until("the three numbers", async || {
            Ok(called(page).await? == ["tel:112", "tel:0321000000", "tel:3919"])
        })
        .await
    })
}

#[test]
fn a_site_without_them_shows_nothing_of_them() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    catalogue["site"]["emergency"] = json!([{ "number": "javascript:112", "label": "x" }]);
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        for address in ["", "aide", "affiche"] {
            page.go(address).await?;
            let shown = page.text().await?;
            ensure!(!shown.contains("rgence"), "« {address} » shows {shown}");
        }
        Ok(())
    })
}
