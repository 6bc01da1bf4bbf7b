//! By keyboard alone, and what screen readers hear of a navigation.

use anyhow::{Context, Result, ensure};
use browser_tests::keys::{focused, press, tab_to};
use browser_tests::page::{Name, plain};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};
use thirtyfour::Key;

/// After a navigation the heading has the focus, the title is the heading's, and it is announced.
async fn arrived(page: &Page, heading: &str) -> Result<()> {
    page.heading(heading).await?;
    page.until("the focus on the heading", async || {
        Ok(page.script("return document.activeElement?.tagName").await? == "H1")
    })
    .await?;
    let title = page.title().await?;
    ensure!(title.starts_with(heading), "the title is « {title} »");
    let said = page
        .script("return document.getElementById('announcer').textContent")
        .await?;
    ensure!(plain(said.as_str().unwrap_or("")) == heading, "announced: {said}");
    ensure!(
        page.number("return scrollY").await? < 400.0,
        "the page is not at its top"
    );
    Ok(())
}

#[test]
fn each_navigation_moves_title_focus_and_announcement() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        let first = page.script("return document.activeElement?.tagName").await?;
        ensure!(first == "BODY", "the first page took the focus: {first}");
        let entry = page.titles().await?.pop().context("no entry")?;
        page.press("link", entry.as_str()).await?;
        arrived(page, &entry).await?;
        page.press("link", "Communiqués").await?;
        arrived(page, "Communiqués").await?;
        page.press("link", "À propos").await?;
        arrived(page, "À propos").await?;
        page.press("link", "Données").await?;
        arrived(page, "Données").await?;
        page.press("link", "Réglages").await?;
        arrived(page, "Réglages").await?;
        page.press("link", "Ajouter une initiative").await?;
        arrived(page, "Ajouter une initiative").await?;
        page.back().await?;
        arrived(page, "Réglages").await
    })
}

#[test]
fn the_skip_link_comes_first_and_skips() -> Result<()> {
    visit(async |page| {
        for address in ["", "reglages", "communique?n=7"] {
            page.go(address).await?;
            press(page, Key::Tab).await?;
            ensure!(
                focused(page).await? == "Aller au contenu",
                "first: « {} »",
                focused(page).await?
            );
            press(page, Key::Enter).await?;
            page.until("the focus in the content", async || {
                Ok(page.script("return document.activeElement?.id").await? == "main")
            })
            .await?;
            ensure!(
                page.address().await? == address.replace('?', "/?")
                    || page.address().await?.trim_end_matches('/') == address
                    || page.address().await?.replace("/?", "?") == address,
                "the skip link led to {}",
                page.address().await?
            );
        }
        Ok(())
    })
}

#[test]
fn a_whole_journey_goes_by_keyboard_alone() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        tab_to(page, "Rechercher une initiative").await?;
        press(page, "avion").await?;
        page.lists(1).await?;
        let title = page.titles().await?.remove(0);
        tab_to(page, title.as_str()).await?;
        press(page, Key::Enter).await?;
        arrived(page, &title).await?;
        tab_to(page, "Proposer une correction").await?;
        press(page, Key::Enter).await?;
        arrived(page, "Proposer une correction").await?;
        tab_to(page, "Titre").await?;
        press(page, Key::End + " aujourd’hui").await?;
        tab_to(page, "Thème").await?;
        press(page, Key::Down).await?;
        tab_to(page, "Commune").await?;
        // What the field holds is chosen when one comes to it by Tab, so that typing replaces it.
        press(page, "Avio").await?;
        page.find("option", browser_tests::page::Name::Begins("Avion"))
            .await?;
        press(page, Key::Down).await?;
        press(page, Key::Enter).await?;
        tab_to(page, "Enregistrer").await?;
        press(page, Key::Enter).await?;
        arrived(page, "Mes propositions").await?;
        page.announces("1 proposition").await?;
        page.says(&format!("{title} aujourd’hui")).await?;
        page.says("Avion").await
    })
}

/// The links of the menu that are marked as where one is.
async fn marked(page: &Page) -> Result<Vec<String>> {
    let marked = page
        .texts("return [...document.querySelectorAll('.masthead [aria-current=page]')].map((one) => one.textContent)")
        .await?;
    Ok(marked.iter().map(|name| plain(name)).collect())
}

/// Whether the menu is open.
const OPEN: &str = "return document.querySelector('.more').open";

/// Waits until the menu is closed, and looks whether what opens it has the focus.
async fn closed(page: &Page) -> Result<()> {
    page.until(
        "the menu to close",
        async || Ok(page.script(OPEN).await? == false),
    )
    .await?;
    ensure!(
        focused(page).await? == "Plus",
        "the focus is on « {} »",
        focused(page).await?
    );
    Ok(())
}

#[test]
fn the_menu_opens_and_closes_by_keyboard() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        tab_to(page, "Plus").await?;
        press(page, Key::Enter).await?;
        page.until("the menu to open", async || Ok(page.script(OPEN).await? == true))
            .await?;
        tab_to(page, "Données").await?;
        press(page, Key::Escape).await?;
        closed(page).await?;
        press(page, Key::Enter).await?;
        tab_to(page, "Réglages").await?;
        press(page, Key::Enter).await?;
        arrived(page, "Réglages").await?;
        ensure!(
            page.script(OPEN).await? == false,
            "the menu stays open on the next page"
        );
        // It says where one is, and closes there too.
        tab_to(page, "Plus").await?;
        press(page, Key::Enter).await?;
        tab_to(page, "Réglages").await?;
        ensure!(marked(page).await? == ["Réglages"], "{:?}", marked(page).await?);
        press(page, Key::Enter).await?;
        closed(page).await?;
        page.press("link", "Ajouter une initiative").await?;
        arrived(page, "Ajouter une initiative").await?;
        ensure!(
            marked(page).await? == ["Ajouter une initiative"],
            "{:?}",
            marked(page).await?
        );
        let first = "return document.querySelector('main article h3 a').getAttribute('href')";
        page.go("").await?;
        ensure!(
            marked(page).await? == ["Initiatives"],
            "{:?}",
            marked(page).await?
        );
        let first = page.script(first).await?;
        let first = first
            .as_str()
            .context("no entry")?
            .replace("initiative", "modifier");
        page.go(&first).await?;
        ensure!(marked(page).await?.is_empty(), "{:?}", marked(page).await?);
        Ok(())
    })
}

#[test]
fn a_dialog_keeps_the_focus_and_gives_it_back() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        page.press("button", "Effacer").await?;
        let inside = "return !!document.activeElement.closest('dialog[open]')";
        page.until("the focus in the dialog", async || {
            Ok(page.script(inside).await? == true)
        })
        .await?;
        ensure!(
            focused(page).await? == "Garder",
            "the first choice is « {} »",
            focused(page).await?
        );
        for _ in 0..6 {
            press(page, Key::Tab).await?;
            let here: Value = page
                .script("const one = document.activeElement; return one === document.body || !!one.closest('dialog[open]')")
                .await?;
            ensure!(here == true, "Tab leaves the dialog");
        }
        press(page, Key::Escape).await?;
        page.until("the focus back on the button", async || {
            Ok(focused(page).await? == "Effacer")
        })
        .await
    })
}

#[test]
fn taking_something_back_keeps_the_focus_where_it_is_told() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Colis du samedi").await?;
        page.press("button", Name::Begins("Annuler cet ajout")).await?;
        page.announces("Ajout annulé\u{a0}: Colis du samedi").await?;
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé").await?;
        let focus = page.script("return document.activeElement.className").await?;
        ensure!(focus == "toasts", "the focus went to « {focus} »");
        page.press("button", "Fermer").await?;
        page.gone("button", "Fermer").await?;
        let focus = page.script("return document.activeElement.className").await?;
        ensure!(focus == "toasts", "closed, the focus went to « {focus} »");
        Ok(())
    })
}

/// Where the focus is: the text, and how many entries of the list stand before it.
async fn place(page: &Page, entries: &str) -> Result<(String, usize)> {
    let script = "const one = document.activeElement;
        const entries = [...document.querySelectorAll(arguments[0])];
        return [one.innerText, entries.findIndex((entry) => entry.contains(one))]";
    let found = page.script_with(script, vec![entries.into()]).await?;
    let place = found[1].as_u64().and_then(|place| usize::try_from(place).ok());
    let text = found[0].as_str().unwrap_or_default();
    Ok((plain(text), place.unwrap_or(usize::MAX)))
}

/// Shows more of a list, and waits for the focus on the first entry that came.
async fn shows_more(page: &Page, button: &str, entries: &str, before: usize) -> Result<()> {
    page.press("button", button).await?;
    page.until("the focus on the first new entry", async || {
        Ok(place(page, entries).await?.1 == before)
    })
    .await
}

#[test]
fn showing_more_leads_to_the_first_entry_that_comes() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    let entry = |number: usize| json!({ "id": format!("n-{number}"), "title": format!("Titre {number}") });
    catalogue["initiatives"] = (0..50).map(entry).collect();
    catalogue["communiques"] = json!([]);
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        page.until("what comes once the page is quiet", async || {
            Ok(page
                .script("return !!document.querySelector('.banners [aria-atomic]')")
                .await?
                == true)
        })
        .await?;
        shows_more(page, "Afficher plus (24 sur 50 initiatives)", "main article", 24).await?;
        ensure!(
            place(page, "main article").await?.0.starts_with("Titre"),
            "no link"
        );
        shows_more(page, "Afficher plus (48 sur 50 initiatives)", "main article", 48).await?;
        page.gone("button", Name::Begins("Afficher plus")).await?;
        // A list of another kind, which tells how much there is too.
        page.go("donnees").await?;
        let mut more = catalogue.clone();
        more["initiatives"] = (50..75).map(entry).collect();
        page.offer("plus.json", more.to_string()).await?;
        page.press("button", "Importer 25 initiatives").await?;
        page.announces("25 initiatives importées").await?;
        page.go("propositions").await?;
        shows_more(page, "Afficher plus (20 sur 25)", ".panels > li", 20).await?;
        page.gone("button", Name::Begins("Afficher plus")).await
    })
}
