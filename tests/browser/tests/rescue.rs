//! When something does not arrive, or is broken: what happened, what to do, and the data as a download.

use anyhow::{Result, anyhow, ensure};
use browser_tests::{Profile, Site, visit_with};
use solidaire::format::backup::read_backup_text;
use solidaire::format::packed::legible;

#[test]
fn without_the_application_the_data_can_still_be_saved() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.add("À sauver").await?;
        std::fs::remove_file(page.site.file("solidaire-", ".wasm")?)?;
        page.forgets_worker().await?;
        page.try_to_go("").await?;
        page.find("heading", "Un problème est survenu").await?;
        page.says("L’application n’a pas pu démarrer.").await?;
        page.until("the focus on what happened", async || {
            Ok(page.script("return document.activeElement?.tagName").await? == "H1")
        })
        .await?;
        page.press("button", "Télécharger mes données").await?;
        let (_, bytes) = page.downloaded("solidaire-donnees-brutes", ".json").await?;
        let text = String::from_utf8(bytes)?;
        let backup = read_backup_text(&text).map_err(|refusal| anyhow!("no backup: {refusal:?}"))?;
        ensure!(backup.warnings.is_empty(), "the backup reads with warnings");
        let mut kept = backup.value.entries.iter().map(|(_, text)| legible(text));
        ensure!(kept.any(|text| text.contains("À sauver")), "{text}");
        page.announces("Le fichier a été préparé").await?;
        page.is_accessible_in_every_look("rescue").await
    })
}

#[test]
fn a_page_that_is_opened_from_a_file_says_that_it_belongs_on_a_host() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let folder = page.site.folder()?;
        let file = format!("file://{}", folder.join("index.html").display());
        page.visit_elsewhere(&file).await?;
        page.find("heading", "Un problème est survenu").await?;
        page.says("Cette page est ouverte depuis un fichier de cet appareil")
            .await
    })
}

#[test]
fn a_page_whose_module_is_missing_says_so_and_tries_again() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let module = page.site.file("split_late", ".wasm")?;
        let aside = module.with_extension("aside");
        std::fs::rename(&module, &aside)?;
        page.go("").await?;
        page.lists(8).await?;
        page.press("link", "Ajouter une initiative").await?;
        page.heading("Cette page n’est pas arrivée").await?;
        page.is_accessible_in_every_look("a page that did not arrive")
            .await?;
        page.press("link", "Initiatives").await?;
        page.lists(8).await?;
        page.press("link", "Communiqués").await?;
        page.heading("Cette page n’est pas arrivée").await?;
        std::fs::rename(&aside, &module)?;
        page.press("button", "Réessayer").await?;
        page.heading("Communiqués").await
    })
}

#[test]
fn a_catalogue_that_does_not_arrive_can_be_asked_for_again() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let catalogue = page.site.folder()?.join("catalogue.json");
        let aside = catalogue.with_extension("aside");
        std::fs::rename(&catalogue, &aside)?;
        page.go("").await?;
        page.heading("Le catalogue n’est pas arrivé").await?;
        page.says("erreur 404").await?;
        page.is_accessible_in_every_look("no catalogue").await?;
        // What is on the phone can be saved meanwhile.
        page.press("link", "Données").await?;
        page.heading("Données").await?;
        page.press("button", "Sauvegarder").await?;
        page.downloaded("solidaire-sauvegarde", ".json").await?;
        page.press("link", "Initiatives").await?;
        page.heading("Le catalogue n’est pas arrivé").await?;
        std::fs::write(&catalogue, "<!DOCTYPE html><p>Wi-Fi gratuit : connectez-vous")?;
        page.press("button", "Réessayer").await?;
        page.says("C’est une page web").await?;
        std::fs::rename(&aside, &catalogue)?;
        page.press("button", "Réessayer").await?;
        page.lists(8).await
    })
}

#[test]
fn without_scripts_the_data_can_be_read() -> Result<()> {
    visit_with(Site::start()?, Profile::new()?, async |page| {
        let off = serde_json::json!({ "value": true });
        page.browser()
            .command("Emulation.setScriptExecutionDisabled", off)
            .await?;
        page.try_to_go("").await?;
        page.find("link", "Les données du catalogue (JSON)").await?;
        Ok(())
    })
}
