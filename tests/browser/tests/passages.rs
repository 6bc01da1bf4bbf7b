//! The passage of a press release that an initiative was read from: its editor reads it again, and nobody
//! else ever does.

use anyhow::{Result, ensure};
use browser_tests::forms::prefix;
use browser_tests::page::{Name, plain};
use browser_tests::{Page, visit};
use serde_json::json;

/// An initiative that the example has and one that it has not, with a person's name.
const RELEASE: &str = "Arras, le 14 mai 2020\n\n\
    Le Pas-de-Calais solidaire n°9\n\n\
    - Solidaires dans la protection :\n\n\
    - La ville de Marck a produit des masques en tissu lavables : 2 400 réalisés à ce jour.\n\
    Plus d’informations https://fr-fr.facebook.com/ville.marck\n\n\
    - À Lillers, une habitante, Jeanne Exemplaire, a cousu 450 blouses pour l’hôpital. Elle cherche du tissu. \
    Contact : blouses@exemple.fr ou 03 21 00 00 11\n";

/// Reads the release in, and gives the title of what is told of Lillers.
async fn read(page: &Page) -> Result<String> {
    page.go("importer").await?;
    page.find("textbox", "Texte du communiqué").await?;
    let script = "const area = document.getElementById('importer-text');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    page.script_with(script, vec![json!(RELEASE)]).await?;
    page.press("button", "Analyser").await?;
    page.says("2 initiatives trouvées").await?;
    let script = "return [...document.querySelectorAll('.desk article h3')].map((one) => one.textContent)";
    let mut titles = Vec::new();
    page.until("both entries", async || {
        titles = page.texts(script).await?;
        Ok(titles.len() == 2)
    })
    .await?;
    ensure!(titles[1].contains("Lillers"), "{titles:?}");
    Ok(plain(&titles[1]))
}

/// How many passages are kept on the device.
async fn passages(page: &Page) -> Result<usize> {
    let begin = prefix() + "excerpt/";
    let stored = page.stored().await?;
    Ok(stored.keys().filter(|key| key.starts_with(&begin)).count())
}

/// Whether a passage is on the page, folded or not.
async fn shows_passage(page: &Page, wanted: bool) -> Result<()> {
    let script = "return Boolean(document.querySelector('main .passage'))";
    page.until(&format!("a passage: {wanted}"), async || {
        Ok(page.script(script).await? == wanted)
    })
    .await
}

/// Unfolds the passage that is on the page.
async fn unfold(page: &Page) -> Result<()> {
    shows_passage(page, true).await?;
    page.script("document.querySelector('main details:has(.passage)').open = true")
        .await?;
    page.says("Jeanne Exemplaire, a cousu 450 blouses").await
}

#[test]
fn the_passage_of_a_release_is_read_again_by_its_editor_and_leaves_the_device_never() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        page.become_editor().await?;
        let title = read(page).await?;
        page.says("Le passage du communiqué dont vient chaque initiative sera gardé sur cet appareil")
            .await?;
        page.press("radio", Name::Begins("C’est la même")).await?;
        page.press("button", "Ajouter 1 initiative et en mettre 1 à jour")
            .await?;
        page.announces("1 initiative ajoutée").await?;
        ensure!(passages(page).await? == 2, "{} passages", passages(page).await?);
        page.fill("searchbox", "Rechercher une initiative", "blouses")
            .await?;
        page.press("link", title.as_str()).await?;
        page.heading(&title).await?;
        page.says("Passage du communiqué n°\u{a0}9 du 14 mai 2020")
            .await?;
        ensure!(
            !page.text().await?.contains("Exemplaire"),
            "it is not folded away"
        );
        page.is_accessible_in_every_look("a passage that is folded away")
            .await?;
        unfold(page).await?;
        page.is_accessible_in_every_look("a passage").await?;
        page.set_screen(360, 740).await?;
        page.is_no_wider(360, "the passage").await?;
        let sheet = page.address().await?;

        // Beside the form, which stays as it is while another tab lets go of the passage.
        page.press("link", "Modifier").await?;
        page.find("textbox", "Titre").await?;
        unfold(page).await?;
        page.is_accessible_in_every_look("a passage beside a form")
            .await?;
        page.set_screen(360, 740).await?;
        let (first, second) = page.second_tab().await?;
        page.go(&sheet).await?;
        page.heading(&title).await?;
        unfold(page).await?;
        page.press("button", Name::Begins("Effacer ce passage")).await?;
        page.announces("Le passage est effacé.").await?;
        shows_passage(page, false).await?;
        page.until("the focus on the title", async || {
            Ok(page.script("return document.activeElement?.localName").await? == "h1")
        })
        .await?;
        ensure!(passages(page).await? == 1, "it is still kept");
        page.to_tab(&first).await?;
        shows_passage(page, false).await?;
        page.find("textbox", "Titre").await?;
        page.to_tab(&second).await?;
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé.").await?;
        shows_passage(page, true).await?;
        page.close_tab().await?;
        page.to_tab(&first).await?;
        unfold(page).await?;

        // The backup has all of them, what is for others none.
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, catalogue) = page.downloaded("solidaire-catalogue", ".json").await?;
        let catalogue = String::from_utf8(catalogue)?;
        ensure!(catalogue.contains("Lillers"), "the entry is missing");
        page.press("button", "Sauvegarder").await?;
        let (_, backup) = page.downloaded("solidaire-sauvegarde", ".json").await?;
        let backup = String::from_utf8(backup)?;
        ensure!(backup.matches("\"excerpt/").count() == 2, "the backup lacks one");

        // Whoever has no use for the editor's tools does not see it, and does not send it.
        page.go("reglages").await?;
        page.press("switch", "Outils d’édition").await?;
        page.go("propositions").await?;
        page.press("button", "Enregistrer le fichier").await?;
        let (_, proposals) = page.downloaded("solidaire-propositions", ".txt").await?;
        let proposals = String::from_utf8(proposals)?;
        ensure!(proposals.contains("Lillers"), "the entry is missing");
        for (file, text) in [("the export", &catalogue), ("the proposals", &proposals)] {
            ensure!(
                !text.contains("Exemplaire") && !text.contains("excerpt"),
                "{file} holds it"
            );
        }
        page.go(&sheet).await?;
        page.heading(&title).await?;
        shows_passage(page, false).await?;
        page.go("mentions").await?;
        page.says("le passage de chacune, qui peut nommer des personnes, reste sur son appareil")
            .await
    })
}

#[test]
fn passages_go_with_what_they_came_with() -> Result<()> {
    visit(async |page| {
        // Without the editor's tools, where nobody would see them again, none is kept.
        read(page).await?;
        page.press("radio", "Une autre").await?;
        page.press("button", "Ajouter 2 initiatives").await?;
        page.announces("2 initiatives ajoutées").await?;
        ensure!(passages(page).await? == 0, "a passage that nobody sees");
        page.press("button", "Annuler").await?;
        page.lists(8).await?;
        page.become_editor().await?;
        page.go("importer").await?;
        page.press("button", Name::Begins("Reprendre le texte")).await?;
        page.press("radio", "Une autre").await?;
        page.press("button", "Ajouter 2 initiatives").await?;
        page.announces("2 initiatives ajoutées").await?;
        ensure!(passages(page).await? == 2, "{} passages", passages(page).await?);
        page.press("button", "Annuler").await?;
        page.lists(8).await?;
        ensure!(passages(page).await? == 0, "a passage outlived its initiative");
        // One of which nobody speaks any more goes at a start.
        let key = prefix() + "excerpt/nobody/e";
        let text = r#"{"id":"e","initiative":"nobody","at":"2026-01-01T00:00:00Z","text":"Elle coud."}"#;
        page.plant(&key, text).await?;
        page.reload().await?;
        page.lists(8).await?;
        page.until("the passage of nobody to go", async || {
            Ok(passages(page).await? == 0)
        })
        .await
    })
}
