//! An editor's journeys: add, correct, delete, drafts.

use anyhow::{Context, Result, ensure};
use browser_tests::page::{Name, plain};
use browser_tests::{Page, visit};
use thirtyfour::{Key, WebElement};

/// The value of a field.
async fn value(field: &WebElement) -> Result<String> {
    Ok(plain(&field.value().await?.unwrap_or_default()))
}

/// Types a commune and takes the suggestion that begins like that.
async fn commune(page: &Page, typed: &str, suggestion: &str) -> Result<WebElement> {
    let field = page.fill("combobox", "Commune", typed).await?;
    page.find("option", Name::Begins(suggestion)).await?;
    page.press("option", Name::Begins(suggestion)).await?;
    page.gone("option", Name::Begins(suggestion)).await?;
    Ok(field)
}

/// The identifier in the present address.
async fn shown_id(page: &Page) -> Result<String> {
    let address = page.address().await?;
    let id = address
        .strip_prefix("initiative?id=")
        .context("not on an initiative")?;
    Ok(id.to_owned())
}

#[test]
fn everything_that_the_form_asks_is_kept_and_exported() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        page.press("link", "Ajouter une initiative").await?;
        page.fill("textbox", "Titre", "Bric-à-brac solidaire").await?;
        page.fill("textbox", "Résumé", "On prête des outils.").await?;
        page.choose("Thème", "Personnes confinées").await?;
        let field = commune(page, "62100", "Calais").await?;
        ensure!(value(&field).await? == "Calais", "{}", value(&field).await?);
        page.press("button", "Ajouter un besoin").await?;
        page.fill("textbox", "Ce qu’il faut", "Deux perceuses").await?;
        page.press("button", "Ajouter un contact").await?;
        page.fill("textbox", "Numéro ou adresse", "06 12 34 56 78")
            .await?;
        page.fill("textbox", "Pour quoi", "pour emprunter").await?;
        page.script("document.querySelector('.form-details').open = true")
            .await?;
        let postcode = page.find("textbox", "Code postal").await?;
        ensure!(value(&postcode).await? == "62100", "the postcode did not follow");
        page.choose("Qui est-ce", "Association").await?;
        page.fill("textbox", "Nom", "Les Outilleurs").await?;
        page.press("button", "Ajouter une quantité").await?;
        page.fill("textbox", "Nombre", "1 250,5").await?;
        page.fill("textbox", "Unité", "kg").await?;
        page.fill("textbox", "Secteur", "Calaisis").await?;
        let served = page.fill("combobox", "Ajouter un lieu servi", "Marc").await?;
        page.press("option", Name::Begins("Marck")).await?;
        ensure!(
            value(&served).await?.is_empty(),
            "the served commune stays in its box"
        );
        page.find("button", "Retirer\u{a0}: Marck").await?;
        page.fill("textbox", "Pour qui", "Tout le monde").await?;
        page.fill("textbox", "Horaires, coût, conditions", "Le samedi, gratuit")
            .await?;
        page.fill("textbox", "Mots-clés", "outils, prêt").await?;
        page.fill("textbox", "Page d’origine", "https://example.org/outils")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.announces("Gardé sur cet appareil. Pas encore publié.")
            .await?;
        page.press("link", "Bric-à-brac solidaire").await?;
        page.heading("Bric-à-brac solidaire").await?;
        let id = shown_id(page).await?;
        for text in [
            "Calais (62100)",
            "Deux perceuses",
            "Les Outilleurs",
            "1 250,5 kg",
            "Marck",
            "Tout le monde",
            "Le samedi, gratuit",
            "outils",
            "Sur ce téléphone seulement",
        ] {
            page.says(text).await?;
        }
        page.go("").await?;
        page.lists(9).await?;
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let text = String::from_utf8(bytes)?;
        let reading = solidaire::format::v1::read_catalogue_text(&text)
            .map_err(|refusal| anyhow::anyhow!("the export is refused: {refusal:?}"))?;
        ensure!(reading.warnings.is_empty(), "the export reads with warnings");
        let all: serde_json::Value = serde_json::from_str(&text)?;
        let entries = all["initiatives"].as_array().context("no initiatives")?;
        ensure!(entries.len() == 9, "{} exported", entries.len());
        let one = entries
            .iter()
            .find(|one| one["id"] == id.as_str())
            .context("not exported")?;
        ensure!(one["status"] == "published", "{one}");
        ensure!(one["theme"] == "confinement", "{one}");
        ensure!(one["place"]["insee"] == "62193", "{one}");
        ensure!(one["place"]["postcode"] == "62100", "{one}");
        ensure!(one["served"][0]["insee"] == "62548", "{one}");
        ensure!(one["measures"][0]["value"] == 1250.5, "{one}");
        ensure!(one["needs"][0]["what"] == "Deux perceuses", "{one}");
        ensure!(one["contacts"][0]["kind"] == "phone", "{one}");
        ensure!(one["organiser"]["kind"] == "association", "{one}");
        ensure!(one["source"]["url"] == "https://example.org/outils", "{one}");
        ensure!(
            all["edition"]["number"] == 1,
            "the edition changed: {}",
            all["edition"]
        );
        Ok(())
    })
}

#[test]
fn a_commune_is_found_by_name_and_one_outside_the_list_is_kept() -> Result<()> {
    visit(async |page| {
        page.go("modifier").await?;
        let field = commune(page, "annay-sous", "Annay").await?;
        ensure!(
            value(&field).await?.starts_with("Annay"),
            "{}",
            value(&field).await?
        );
        field.clear().await?;
        // By keyboard: the arrow chooses, Enter takes.
        field.send_keys("Mazingar").await?;
        page.find("option", Name::Begins("Mazingarbe")).await?;
        field.send_keys(Key::Down + Key::Enter).await?;
        page.until("the choice", async || Ok(value(&field).await? == "Mazingarbe"))
            .await?;
        field.clear().await?;
        field.send_keys("Bruxelles-sur-Mer").await?;
        page.fill("textbox", "Titre", "Ailleurs").await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.press("link", "Ailleurs").await?;
        page.heading("Ailleurs").await?;
        page.says("Bruxelles-sur-Mer").await?;
        page.reload().await?;
        page.says("Bruxelles-sur-Mer").await
    })
}

#[test]
fn errors_stand_at_their_fields_and_the_summary_takes_the_focus() -> Result<()> {
    visit(async |page| {
        page.go("modifier").await?;
        page.press("button", "Ajouter un contact").await?;
        page.choose("Sorte", "Adresse e-mail").await?;
        page.fill("textbox", "Numéro ou adresse", "pas une adresse")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Ajouter une initiative").await?;
        page.find("group", "2 champs à corriger").await?;
        page.until("the summary to have the focus", async || {
            let focused = page.script("return document.activeElement.innerText").await?;
            Ok(plain(focused.as_str().unwrap_or("")).starts_with("2 champs à corriger"))
        })
        .await?;
        let title = page.find("textbox", "Titre").await?;
        ensure!(
            title.attr("aria-invalid").await?.as_deref() == Some("true"),
            "the title is not marked"
        );
        let described = "return arguments[0].getAttribute('aria-describedby').split(' ')
            .map((id) => document.getElementById(id)?.textContent).join(' ')";
        let told = page.script_with(described, vec![title.to_json()?]).await?;
        ensure!(
            told.as_str()
                .is_some_and(|told| told.contains("Écrivez un titre")),
            "{told}"
        );
        page.press("link", Name::Begins("Titre")).await?;
        page.until("the title to have the focus", async || {
            Ok(page
                .script_with(
                    "return document.activeElement === arguments[0]",
                    vec![title.to_json()?],
                )
                .await?
                == true)
        })
        .await?;
        title.send_keys("Réparé").await?;
        page.find("group", "1 champ à corriger").await?;
        page.fill("textbox", "Numéro ou adresse", "aide@example.org")
            .await?;
        page.gone("group", "1 champ à corriger").await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await
    })
}

#[test]
fn a_private_contact_is_never_exported() -> Result<()> {
    visit(async |page| {
        page.add_with_private_number("Secrète", "06 98 76 54 32").await?;
        page.press("button", "Enregistrer le fichier").await?;
        let (_, proposals) = page.downloaded("solidaire-propositions", ".txt").await?;
        page.press("link", "Secrète").await?;
        page.says("06 98 76 54 32").await?;
        page.says("Privé, sur ce téléphone seulement").await?;
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, catalogue) = page.downloaded("solidaire-catalogue", ".json").await?;
        for file in [proposals, catalogue] {
            let text = String::from_utf8(file)?;
            ensure!(text.contains("Secrète"), "the entry is missing");
            for written in ["0698765432", "06 98 76 54 32", "+33698765432"] {
                ensure!(!text.contains(written), "a private number left the phone");
            }
        }
        Ok(())
    })
}

#[test]
fn a_draft_comes_back_after_a_kill() -> Result<()> {
    visit(async |page| {
        page.go("modifier").await?;
        page.fill("textbox", "Titre", "Interrompue en plein milieu")
            .await?;
        page.announces("Brouillon gardé à").await?;
        page.kill().await?;
        page.go("").await?;
        page.lists(8).await?;
        page.press("link", "Ajouter une initiative").await?;
        page.says("« Interrompue en plein milieu »").await?;
        page.press("button", "Reprendre").await?;
        let title = page.find("textbox", "Titre").await?;
        page.until("the text to be back", async || {
            Ok(value(&title).await? == "Interrompue en plein milieu"
                || value(&page.find("textbox", "Titre").await?).await? == "Interrompue en plein milieu")
        })
        .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.press("link", "Ajouter une initiative").await?;
        page.heading("Ajouter une initiative").await?;
        ensure!(
            !page.has("button", "Reprendre").await?,
            "a saved draft is offered again"
        );
        Ok(())
    })
}

#[test]
fn a_draft_can_be_thrown_away() -> Result<()> {
    visit(async |page| {
        page.go("modifier").await?;
        page.fill("textbox", "Titre", "À jeter").await?;
        page.announces("Brouillon gardé à").await?;
        page.press("button", "Abandonner").await?;
        page.press("button", "Continuer à écrire").await?;
        page.press("button", "Abandonner").await?;
        page.press("button", "Effacer et quitter").await?;
        page.lists(8).await?;
        page.go("modifier").await?;
        ensure!(!page.has("button", "Reprendre").await?, "it is offered again");
        ensure!(
            !page.stored().await?.keys().any(|key| key.contains("draft/")),
            "the draft is still stored"
        );
        Ok(())
    })
}

#[test]
fn a_deletion_says_why_and_comes_back_from_the_notice_and_later() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        page.go("").await?;
        let title = page.titles().await?.remove(0);
        page.press("link", title.as_str()).await?;
        page.press("button", "Supprimer").await?;
        page.press("radio", "Elle est en double").await?;
        page.confirm(Name::Begins("Supprimer «")).await?;
        page.lists(7).await?;
        page.announces("est supprimée").await?;
        page.press("button", "Annuler").await?;
        page.lists(8).await?;
        page.press("link", title.as_str()).await?;
        page.press("button", "Supprimer").await?;
        page.confirm(Name::Begins("Supprimer «")).await?;
        page.lists(7).await?;
        page.reload().await?;
        page.lists(7).await?;
        page.go("propositions").await?;
        page.announces("1 proposition").await?;
        page.says("Retirée du catalogue. Raison").await?;
        page.press("button", Name::Begins("Revenir à la version publiée"))
            .await?;
        page.announces("Aucune proposition").await?;
        page.go("").await?;
        page.lists(8).await
    })
}

#[test]
fn a_draft_entry_of_the_editor_stays_off_exports() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        page.press("link", "Ajouter une initiative").await?;
        page.fill("textbox", "Titre", "Pas encore mûre").await?;
        page.script("document.querySelector('.form-details').open = true")
            .await?;
        page.choose("État", "Brouillon, jamais publié").await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.go("").await?;
        page.lists(9).await?;
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let text = String::from_utf8(bytes)?;
        ensure!(!text.contains("Pas encore mûre"), "a draft was exported");
        Ok(())
    })
}

#[test]
fn a_notice_never_covers_the_save_button() -> Result<()> {
    visit(async |page| {
        for (width, height) in [(1280, 757), (360, 640)] {
            page.set_screen(width, height).await?;
            page.go("").await?;
            page.add("La première").await?;
            page.press("link", "Ajouter une initiative").await?;
            page.fill("textbox", "Titre", "La seconde").await?;
            page.press("button", "Enregistrer").await?;
            page.heading("Mes propositions").await?;
        }
        Ok(())
    })
}
