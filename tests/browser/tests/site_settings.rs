//! The site's own settings, its legal notices, and the beginning of a site that nobody has created yet.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::page::Name;
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};

/// Chooses a colour, as the browser's own picker would.
async fn choose_colour(page: &Page, colour: &str) -> Result<()> {
    page.find("button", "Enregistrer les réglages du site").await?;
    let script = "const input = document.getElementById('site-accent'); input.value = arguments[0];
        input.dispatchEvent(new Event('input', { bubbles: true }))";
    page.script_with(script, vec![json!(colour)]).await?;
    Ok(())
}

/// The colour of the band over the page, as it is drawn.
async fn band(page: &Page) -> Result<Value> {
    page.script("return getComputedStyle(document.querySelector('.masthead')).backgroundColor")
        .await
}

async fn save(page: &Page) -> Result<()> {
    page.press("button", "Enregistrer les réglages du site").await
}

#[test]
fn what_the_editor_sets_is_shown_here_and_is_in_the_next_edition() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        page.set_look(Look::Light).await?;
        let before = band(page).await?;
        page.fill("textbox", "Nom du site", "Entraide d’ici").await?;
        choose_colour(page, "#7a1f5c").await?;
        page.announces("Les textes restent lisibles").await?;
        page.fill("textbox", "Siège", "1 rue du Port, 62100 Calais")
            .await?;
        page.fill("textbox", "Hébergeur", "Un hébergeur").await?;
        page.fill("textbox", "Département", "59").await?;
        page.is_accessible_in_every_look("the settings of the site")
            .await?;
        page.set_look(Look::Light).await?;
        save(page).await?;
        page.announces("Réglages du site gardés sur cet appareil").await?;
        ensure!(band(page).await? != before, "the colour is not shown");
        let title = page
            .script("return document.querySelector('.brand-title').textContent")
            .await?;
        ensure!(title == "Entraide d’ici", "the title over the page is {title}");
        // It is a change like any other: taken back and made again.
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé").await?;
        ensure!(
            band(page).await? == before,
            "the colour stays after it was taken back"
        );
        // The form follows, since nobody has typed in it meanwhile.
        page.until("the form to be as before", async || {
            let name = page.find("textbox", "Nom du site").await?;
            Ok(name.value().await?.as_deref() == Some("Pas-de-Calais solidaire"))
        })
        .await?;
        page.fill("textbox", "Nom du site", "Entraide d’ici").await?;
        choose_colour(page, "#7a1f5c").await?;
        page.fill("textbox", "Siège", "1 rue du Port, 62100 Calais")
            .await?;
        save(page).await?;
        page.announces("Réglages du site gardés sur cet appareil").await?;
        page.go("propositions").await?;
        page.announces("1 proposition").await?;
        page.go("relire").await?;
        page.press("button", "Vérifier ce qui est en ligne").await?;
        page.says("5 mentions légales manquent").await?;
        page.is_accessible_in_every_look("publishing with missing notices")
            .await?;
        page.press("button", "Publier").await?;
        let (_, bytes) = page.downloaded("catalogue", ".json").await?;
        let next: Value = serde_json::from_slice(&bytes)?;
        ensure!(next["site"]["title"] == "Entraide d’ici", "{}", next["site"]);
        ensure!(next["site"]["accent"] == "#7a1f5c", "{}", next["site"]);
        ensure!(
            next["site"]["legal"]["seat"] == "1 rue du Port, 62100 Calais",
            "{}",
            next["site"]
        );
        fs::write(page.site.folder()?.join("catalogue.json"), &bytes)?;
        page.press("button", "Vérifier la mise en ligne").await?;
        page.announces("est en ligne").await?;
        page.go("propositions").await?;
        page.says("Aucune proposition").await
    })
}

#[test]
fn what_cannot_be_is_told_at_its_field_and_nothing_is_kept() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        choose_colour(page, "#ffee00").await?;
        page.announces("Trop claire").await?;
        page.fill("textbox", "Département", "Pas-de-Calais").await?;
        page.fill("textbox", "Adresse e-mail de contact", "nous").await?;
        save(page).await?;
        page.find("group", "3 champs à corriger").await?;
        let focused = page.script("return document.activeElement.id").await?;
        ensure!(focused == "site-problems", "the focus is at {focused}");
        page.is_accessible_in_every_look("the settings of the site with errors")
            .await?;
        page.press("link", Name::Begins("Département")).await?;
        let focused = page.script("return document.activeElement.id").await?;
        ensure!(focused == "site-department", "the focus is at {focused}");
        page.go("propositions").await?;
        page.says("Aucune proposition").await
    })
}

#[test]
fn a_colour_in_which_texts_cannot_be_read_is_not_applied() -> Result<()> {
    let site = Site::of_a_copy()?;
    let own = site.catalogue()?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        let usual = band(page).await?;
        for accent in ["#ffff00", "red", "#7a1f5c;background:url(x)", "var(--x)"] {
            let mut catalogue = own.clone();
            catalogue["site"]["accent"] = json!(accent);
            page.site.upload(&catalogue)?;
            page.go("?q=").await?;
            ensure!(band(page).await? == usual, "{accent} is applied");
        }
        let mut catalogue = own.clone();
        catalogue["site"]["accent"] = json!("#7a1f5c");
        page.site.upload(&catalogue)?;
        page.until("the colour", async || {
            page.go("").await?;
            Ok(band(page).await? != usual)
        })
        .await
    })
}

#[test]
fn the_legal_notices_say_what_the_publisher_says_and_claim_nothing_else() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    catalogue["site"]["publisher"] =
        json!({ "name": "Entraide", "email": "contact@exemple.fr", "phone": "", "url": "" });
    catalogue["site"]["legal"] =
        json!({ "seat": "1 rue du Port", "director": "Une présidente", "host": "Un hébergeur" });
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        page.press("link", "Mentions légales").await?;
        page.heading("Mentions légales et vie privée").await?;
        for text in [
            "Entraide",
            "contact@exemple.fr",
            "1 rue du Port",
            "Une présidente",
            "Un hébergeur",
            "Non renseigné par l’éditeur du site",
            "Non conforme\u{a0}: pas d’audit",
            "Licence Ouverte 2.0",
            "CNIL",
            "adresse IP",
            "WhatsApp",
            "suivent un modèle",
        ] {
            page.says(text).await?;
        }
        page.is_accessible_in_every_look("legal notices").await?;
        page.go("reglages").await?;
        page.press("radio", "English").await?;
        page.go("mentions").await?;
        page.heading("Legal notices and privacy").await?;
        page.says("Not compliant: no audit").await
    })
}

#[test]
fn an_empty_catalogue_greets_its_editor_and_gives_the_file() -> Result<()> {
    let site = Site::of_a_copy()?;
    let blank = fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../xtask/package/catalogue.json"
    ))?;
    fs::write(site.folder()?.join("catalogue.json"), blank)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        page.heading("Créer le site de mon association").await?;
        page.is_accessible_in_every_look("the beginning of a site")
            .await?;
        page.press("button", "Créer le fichier").await?;
        page.find("group", "1 champ à corriger").await?;
        page.fill("textbox", "Nom du site", "Arras solidaire").await?;
        page.fill("textbox", "Association ou organisme", "Entraide d’Arras")
            .await?;
        page.fill("textbox", "Téléphone de contact", "03 21 00 00 00")
            .await?;
        page.fill("textbox", "Département", "62").await?;
        page.press("button", "Créer le fichier").await?;
        let (name, bytes) = page.downloaded("catalogue", ".json").await?;
        ensure!(name == "catalogue.json", "the file is named {name}");
        page.find("heading", Name::Holds("est prêt")).await?;
        page.is_accessible_in_every_look("the file of a new site").await?;
        let made: Value = serde_json::from_slice(&bytes)?;
        let id = made["site"]["id"].as_str().context("no id")?;
        ensure!(id.len() >= 20, "the identifier « {id} » is not random");
        ensure!(
            made["edition"]["number"] == 1 && made["themes"].as_array().is_some_and(|all| all.len() == 6)
        );
        // Put in its place, it is the site, and initiatives can be added to it.
        fs::write(page.site.folder()?.join("catalogue.json"), &bytes)?;
        page.press("button", "Ouvrir mon site").await?;
        page.heading("Les initiatives près de chez vous").await?;
        page.says("Arras solidaire").await?;
        page.add("La première").await?;
        page.go("").await?;
        page.lists(1).await
    })
}
