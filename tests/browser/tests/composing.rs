//! An editor's journey from the catalogue to the next press release.

use anyhow::{Context, Result, ensure};
use browser_tests::page::{Name, plain};
use browser_tests::{Page, visit};

/// Opens the composer as an editor and begins the number that follows the example's.
async fn begin(page: &Page) -> Result<()> {
    page.become_editor().await?;
    page.add("Bric-à-brac solidaire").await?;
    page.go("communiques").await?;
    page.press("link", "Composer un communiqué").await?;
    page.heading("Composer un communiqué").await?;
    page.says("Il suivra\u{a0}: ").await?;
    page.announces("1 initiative est nouvelle ou a changé").await?;
    page.is_accessible_in_every_look("the ways to begin").await?;
    page.press("button", "Commencer").await?;
    page.announces("1 initiative dans ce numéro").await
}

/// The titles of the items on the sheet, in order.
async fn sheet(page: &Page) -> Result<Vec<String>> {
    let titles = page
        .script("return [...document.querySelectorAll('.release-item h3')].map((one) => one.textContent)")
        .await?;
    let titles = titles.as_array().context("no list")?.iter();
    Ok(titles.filter_map(|one| one.as_str().map(str::to_owned)).collect())
}

#[test]
fn a_number_is_begun_from_what_is_new_arranged_finished_and_found() -> Result<()> {
    visit(async |page| {
        begin(page).await?;
        page.set_screen(360, 740).await?;
        let number = page.find("textbox", "Numéro").await?;
        ensure!(
            number.value().await?.as_deref() == Some("8"),
            "it does not follow n° 7"
        );
        ensure!(
            sheet(page).await? == ["Bric-à-brac solidaire"],
            "{:?}",
            sheet(page).await?
        );
        page.script("document.querySelector('.form-details').open = true")
            .await?;
        let told = page.find("checkbox", Name::Holds("Ferques")).await?;
        told.click().await?;
        page.announces("2 initiatives dans ce numéro").await?;
        page.find("group", "En tout").await?;
        page.says("1 500 masques produits dans 1 commune").await?;
        page.press("button", Name::Begins("Ajouter à l’introduction"))
            .await?;
        let lead = page.find("textbox", "Introduction").await?;
        ensure!(
            plain(&lead.value().await?.unwrap_or_default()).contains("1 500 masques produits"),
            "the total is not in the lead"
        );
        page.fill("textbox", "Titre", "Solidarités, la suite").await?;
        page.fill("textbox", "Signataire", "La mairie").await?;
        page.announces("Gardé sur cet appareil.").await?;
        page.says("Solidarités, la suite").await?;
        // Moved by button, over the end of a section, and the focus goes along.
        let before = sheet(page).await?;
        ensure!(before.len() == 2, "{before:?}");
        page.press(
            "button",
            ["Descendre «\u{a0}", &before[0], "\u{a0}»"].concat().as_str(),
        )
        .await?;
        page.announces("Déplacé.").await?;
        let focus = "return document.activeElement?.id";
        page.until("the focus on the moved item's button", async || {
            Ok(page
                .script(focus)
                .await?
                .as_str()
                .is_some_and(|id| id.ends_with("-down")))
        })
        .await?;
        page.is_accessible_in_every_look("the desk").await?;
        // A reload in the middle loses nothing.
        page.reload().await?;
        page.says("Solidarités, la suite").await?;
        let signatory = page.find("textbox", "Signataire").await?;
        ensure!(
            signatory.value().await?.as_deref() == Some("La mairie"),
            "the signatory is lost"
        );
        page.press("button", "Fichier texte").await?;
        let (_, bytes) = page.downloaded("solidaire-communique", ".txt").await?;
        let text = plain(&String::from_utf8(bytes)?);
        for part in [
            "Communiqué de presse n° 8",
            "Solidarités, la suite",
            "• Bric-à-brac solidaire",
            "La mairie",
        ] {
            ensure!(text.contains(part), "the text lacks « {part} »:\n{text}");
        }
        page.press("button", "Page web (HTML)").await?;
        let (_, bytes) = page.downloaded("solidaire-communique", ".html").await?;
        ensure!(
            String::from_utf8(bytes)?.contains("<h1>Solidarités, la suite</h1>"),
            "no page"
        );
        page.says("La conclusion est encore celle de «\u{a0}").await?;
        page.press("button", "Valider ce communiqué").await?;
        page.find("dialog", "Valider ce communiqué\u{a0}?").await?;
        page.is_accessible_in_every_look("the question before a release is frozen")
            .await?;
        page.press("button", "Valider").await?;
        page.heading("Solidarités, la suite").await?;
        page.press("link", "Composer").await?;
        page.says("Ce communiqué est figé").await?;
        page.is_accessible_in_every_look("a frozen release").await?;
        page.go("communiques").await?;
        page.press("link", "Solidarités, la suite").await?;
        page.heading("Solidarités, la suite").await
    })
}

#[test]
fn who_has_checked_that_all_is_as_it_was_has_no_news() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        page.go("verifier").await?;
        page.press("button", "Vérifiée aujourd’hui").await?;
        page.announces("7 initiatives à vérifier").await?;
        page.go("composer").await?;
        page.announces("Rien n’est nouveau depuis le dernier numéro")
            .await
    })
}

#[test]
fn a_draft_is_thrown_away_and_comes_back() -> Result<()> {
    visit(async |page| {
        begin(page).await?;
        page.fill("textbox", "Titre", "Un essai").await?;
        page.announces("Gardé sur cet appareil.").await?;
        page.press("button", "Jeter ce projet").await?;
        page.announces("Le projet de communiqué est jeté.").await?;
        page.press("button", "Annuler").await?;
        page.press("link", Name::Begins("Un essai")).await?;
        let title = page.find("textbox", "Titre").await?;
        ensure!(
            title.value().await?.as_deref() == Some("Un essai"),
            "the title is lost"
        );
        Ok(())
    })
}

#[test]
fn a_citizen_is_told_whom_the_page_is_for() -> Result<()> {
    visit(async |page| {
        page.go("composer").await?;
        page.heading("Composer un communiqué").await?;
        page.says("Cette page est pour ceux qui tiennent le catalogue")
            .await?;
        page.is_accessible_in_every_look("a page for editors").await?;
        page.press("link", "Aller aux réglages").await?;
        page.heading("Réglages").await
    })
}
