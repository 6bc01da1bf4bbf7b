//! For everyone: axe on every page and state, both looks, two widths; small screens, large text.

use anyhow::{Result, ensure};
use browser_tests::page::Name;
use browser_tests::site::routes;
use browser_tests::{Page, visit};
use serde_json::json;
use thirtyfour::Key;

/// The addresses of every kind of page, with something on it.
async fn addresses(page: &Page) -> Result<Vec<String>> {
    page.go("").await?;
    page.lists(8).await?;
    let link = page
        .script("return document.querySelector('main article a').getAttribute('href')")
        .await?;
    let initiative = link.as_str().unwrap_or_default().to_owned();
    let mut all: Vec<String> = routes().map(str::to_owned).collect();
    all.push(initiative.replace("initiative", "modifier"));
    all.push(initiative.replace("initiative", "affiche"));
    all.push(initiative);
    all.extend(
        [
            "communique?n=7",
            "?q=visieres",
            "?q=Maziguarbe",
            "?q=zzzzzz",
            "?besoins=1&theme=protection",
        ]
        .map(str::to_owned),
    );
    Ok(all)
}

#[test]
fn axe_finds_nothing_on_any_route_for_a_citizen() -> Result<()> {
    visit(async |page| {
        for address in addresses(page).await? {
            page.go(&address).await?;
            page.is_accessible_in_every_look(&format!("« {address} »"))
                .await?;
        }
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_with_changes_and_the_tools_of_an_editor() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Une à moi").await?;
        page.is_accessible_in_every_look("proposals, one kept, its notice")
            .await?;
        page.press("link", "Une à moi").await?;
        page.heading("Une à moi").await?;
        page.is_accessible_in_every_look("an initiative of this phone alone")
            .await?;
        page.become_editor().await?;
        page.is_accessible_in_every_look("settings of an editor").await?;
        page.go("").await?;
        let title = page.titles().await?.remove(0);
        page.press("link", title.as_str()).await?;
        page.press("button", "Supprimer").await?;
        page.find("dialog", Name::Begins("Supprimer «")).await?;
        page.is_accessible_in_every_look("the question before a removal")
            .await?;
        page.press("button", "Garder").await?;
        page.press("link", "Modifier").await?;
        page.press("button", "Ajouter un contact").await?;
        page.press("button", "Ajouter un besoin").await?;
        page.script("document.querySelector('.form-details').open = true")
            .await?;
        page.press("button", "Ajouter une quantité").await?;
        page.find("textbox", "Titre")
            .await?
            .send_keys(Key::Control + "a" + Key::Null + Key::Delete)
            .await?;
        page.press("button", "Enregistrer").await?;
        page.find("group", Name::Holds("à corriger")).await?;
        page.is_accessible_in_every_look("the form with errors").await?;
        page.fill("combobox", "Commune", "Cal").await?;
        page.find("option", Name::Begins("Calais")).await?;
        page.is_accessible("the suggestions of communes").await?;
        page.go("donnees").await?;
        page.press("button", "Effacer").await?;
        page.find("dialog", Name::Begins("Effacer tout")).await?;
        page.is_accessible_in_every_look("the question before everything is erased")
            .await?;
        page.press("button", "Garder").await?;
        let file = page.file("faux.json", "pas du JSON")?;
        page.choose_file("Importer un fichier", &file).await?;
        page.find("heading", "«\u{a0}faux.json\u{a0}» est refusé").await?;
        page.is_accessible_in_every_look("a refused file").await
    })
}

#[test]
fn notices_stand_over_a_bar_that_stays() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        let above = "return parseFloat(getComputedStyle(document.querySelector('.toasts')).bottom)
            - (document.querySelector('.save-bar')?.offsetHeight ?? 0)";
        page.go("modifier").await?;
        let room = page.number(above).await?;
        ensure!((0.0..120.0).contains(&room), "{room} px over the bar");
        page.press("link", "Initiatives").await?;
        page.lists(8).await?;
        let room = page.number(above).await?;
        ensure!((0.0..40.0).contains(&room), "{room} px over nothing");
        Ok(())
    })
}

#[test]
fn nothing_scrolls_sideways_on_the_smallest_screen_or_with_large_text() -> Result<()> {
    visit(async |page| {
        let addresses = addresses(page).await?;
        for size in ["Normale", "Très grande"] {
            page.go("reglages").await?;
            page.press("radio", size).await?;
            page.set_screen(320, 640).await?;
            for address in &addresses {
                page.go(address).await?;
                page.is_no_wider(320, &format!("« {address} », text « {size} »"))
                    .await?;
            }
            page.set_screen(1280, 900).await?;
        }
        // Twice as large text of the browser's own.
        page.go("").await?;
        page.set_screen(640, 640).await?;
        for address in &addresses {
            page.go(address).await?;
            page.script("document.documentElement.style.fontSize = '200%'")
                .await?;
            page.is_no_wider(640, &format!("« {address} » at 200 %")).await?;
        }
        Ok(())
    })
}

#[test]
fn more_contrast_is_given_in_light_and_in_dark() -> Result<()> {
    visit(async |page| {
        let lines = "const style = getComputedStyle(document.documentElement);
            const colour = (name) => style.getPropertyValue(name).trim();
            return [colour('--line') === colour('--line-strong'), colour('--ink-soft') === colour('--ink')]";
        for (look, theme) in [("light", ""), ("dark", ""), ("light", "dark"), ("dark", "light")] {
            let features = json!({ "features": [
                { "name": "prefers-color-scheme", "value": look },
                { "name": "prefers-contrast", "value": "more" },
            ] });
            let browser = page.browser();
            browser.command("Emulation.setEmulatedMedia", features).await?;
            page.go("").await?;
            let choose = format!("document.documentElement.dataset.theme = '{theme}'");
            page.script(&choose).await?;
            ensure!(
                page.script(lines).await? == json!([true, true]),
                "the device is {look}, the person has chosen « {theme} »"
            );
        }
        Ok(())
    })
}
