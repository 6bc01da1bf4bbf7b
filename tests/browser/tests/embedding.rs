//! The list within a town's own page: read only, nothing kept, and everything that is followed opens outside.

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::json;

/// A page of a town's site around the code that an editor was given.
fn town(code: &str) -> Result<Site> {
    Site::of_a_page(&format!(
        "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>La ville</title></head>\
         <body><h1>La ville</h1>{code}</body></html>"
    ))
}

/// The code that the settings give, as it is there now.
async fn code(page: &Page) -> Result<String> {
    let code = page.find("textbox", "Code à coller").await?;
    code.value().await?.context("no code")
}

/// Waits for the code to hold something.
async fn code_with(page: &Page, part: &str) -> Result<String> {
    let mut last = String::new();
    page.until(&format!("code with {part}"), async || {
        last = code(page).await?;
        Ok(last.contains(part))
    })
    .await?;
    Ok(last)
}

/// Everything that the frame's origin keeps where the frame stands: keys, caches, workers. A refusal keeps nothing.
const KEPT: &str = "return (async () => {
    const kept = [];
    for (const store of ['localStorage', 'sessionStorage']) {
        try { kept.push(...Object.keys(window[store])); } catch {}
    }
    try { kept.push(...await caches.keys()); } catch {}
    try { kept.push(...(await indexedDB.databases()).map((one) => one.name)); } catch {}
    try { kept.push(...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)); } catch {}
    if (document.cookie) kept.push(document.cookie);
    return kept;
})()";

/// What of the list could be changed or edited, by the words that are on the screen or by what controls are there.
async fn is_only_to_be_read(page: &Page) -> Result<()> {
    let controls = page
        .script(
            "return [...document.querySelectorAll('select, input:not([type=search]), textarea, dialog, footer, nav, .banner-unsent, .banner-care')]
                .map((one) => one.outerHTML)",
        )
        .await?;
    ensure!(controls == json!([]), "there are controls: {controls}");
    // How old the data is, is said there too.
    page.says("Édition du 30 avril 2020, archive").await?;
    let text = page.text().await?;
    for word in [
        "Ajouter une initiative",
        "Modifier",
        "Filtrer",
        "Retirer le filtre",
        "Installer",
        "Mes propositions",
        "Je cherche de l",
    ] {
        ensure!(!text.contains(word), "« {word} » is on the screen");
    }
    Ok(())
}

#[test]
fn a_town_shows_the_list_with_the_code_that_the_settings_give() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        page.find("heading", "Montrer la liste sur un autre site").await?;
        let whole = code_with(page, "vue=integree").await?;
        let address = page.site.address("?vue=integree");
        ensure!(whole.contains(&format!("src=\"{address}\"")), "{whole}");
        page.script("document.getElementById('embed-theme').closest('section').scrollIntoView()")
            .await?;
        let theme = page
            .script(
                "const list = document.getElementById('embed-theme');
                list.selectedIndex = 1;
                list.dispatchEvent(new Event('change'));
                return list.value",
            )
            .await?;
        let theme = theme.as_str().context("no theme")?.to_owned();
        page.press("checkbox", "Seulement avec un besoin ouvert").await?;
        let height = page
            .fill("textbox", "Hauteur du cadre, en pixels", "9999")
            .await?;
        height.send_keys("\n").await?;
        let code = code_with(page, "height=\"3000\"").await?;
        ensure!(
            code.contains(&format!("?vue=integree&amp;theme={theme}&amp;besoins=1\"")),
            "{code}"
        );
        for attribute in [
            "width=\"100%\"",
            "loading=\"lazy\"",
            "sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\"",
            "title=\"Initiatives\u{a0}: Pas-de-Calais solidaire\"",
        ] {
            ensure!(code.contains(attribute), "{code} lacks {attribute}");
        }
        // What the whole application shows for the same question.
        page.go(&format!("?theme={theme}&besoins=1")).await?;
        let expected = page.titles().await?;
        ensure!(!expected.is_empty() && expected.len() < 8, "{expected:?}");

        let town = town(&code)?;
        page.visit_elsewhere(&town.foreign_address("")).await?;
        page.into_frame().await?;
        page.lists(expected.len()).await?;
        ensure!(page.titles().await? == expected, "another list");
        page.says("Pas-de-Calais solidaire").await?;
        is_only_to_be_read(page).await
    })
}

#[test]
fn nothing_is_kept_and_what_is_followed_opens_the_whole_application_outside() -> Result<()> {
    visit(async |page| {
        let source = page.site.address("?vue=integree&theme=protection");
        let town = town(&format!(
            "<iframe src=\"{}\" title=\"Initiatives\" width=\"100%\" height=\"640\" sandbox=\"allow-scripts \
             allow-same-origin allow-popups allow-popups-to-escape-sandbox\"></iframe>",
            source.replace('&', "&amp;")
        ))?;
        page.visit_elsewhere(&town.foreign_address("")).await?;
        page.into_frame().await?;
        page.until("the list", async || Ok(!page.titles().await?.is_empty()))
            .await?;
        let titles = page.titles().await?;
        // Longer than the application waits before it fetches what other pages need.
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        ensure!(page.script(KEPT).await? == json!([]), "something is kept");

        // Searching works, and touches neither the address nor the storage.
        let before = page.script("return [location.href, history.length]").await?;
        page.script(
            "const box = document.querySelector('input[type=search]');
            box.value = 'zzzzzz';
            box.dispatchEvent(new Event('input'))",
        )
        .await?;
        page.announces("Aucune initiative").await?;
        is_only_to_be_read(page).await?;
        page.script(
            "const box = document.querySelector('input[type=search]');
            box.value = '';
            box.dispatchEvent(new Event('input'))",
        )
        .await?;
        page.lists(titles.len()).await?;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        let after = page.script("return [location.href, history.length]").await?;
        ensure!(before == after, "{before} became {after}");

        // An entry.
        let first = page.press_out("main article h3 a").await?;
        page.ready().await?;
        page.heading(&titles[0]).await?;
        ensure!(page.address().await?.contains("?id="), "another page");
        let free = page
            .script("return window === window.top && window.opener === null")
            .await?;
        ensure!(free == json!(true), "the tab knows who opened it");
        // The whole application, with the same list.
        page.close_tab().await?;
        page.to_tab(&first).await?;
        page.into_frame().await?;
        ensure!(page.titles().await? == titles, "the frame went elsewhere");
        let first = page.press_out("header a").await?;
        page.ready().await?;
        page.stands_at("?theme=protection").await?;
        page.lists(titles.len()).await?;
        page.find("link", "Ajouter une initiative").await?;
        page.find("link", Name::Begins("Retirer le filtre")).await?;
        page.close_tab().await?;
        page.to_tab(&first).await?;
        page.into_frame().await?;
        ensure!(page.script(KEPT).await? == json!([]), "something is kept");
        // A number to call is no page: the frame stays, and no tab opens.
        let call = page
            .script(
                "const link = document.querySelector('a[href^=\"tel:\"]');
                if (!link) return 'none';
                link.addEventListener('click', (event) => event.preventDefault());
                link.click();
                return link.target",
            )
            .await?;
        ensure!(call == json!(""), "a number opens {call}");
        Ok(())
    })
}

#[test]
fn it_works_where_a_framed_site_may_keep_nothing() -> Result<()> {
    visit_with(Site::start()?, Profile::that_denies_storage()?, async |page| {
        let town = town(&format!(
            "<iframe src=\"{}\" title=\"Initiatives\" sandbox=\"allow-scripts allow-same-origin allow-popups\"></iframe>",
            page.site.address("?vue=integree")
        ))?;
        page.knows_no_worker().await?;
        page.visit_elsewhere(&town.foreign_address("")).await?;
        page.into_frame().await?;
        let denied = "try { return String(localStorage) } catch (error) { return error.name }";
        let answer = page.script(denied).await?;
        ensure!(
            answer == "SecurityError" || answer == "null",
            "the browser does not deny storage: {answer}"
        );
        page.lists(8).await?;
        is_only_to_be_read(page).await?;
        let text = page.text().await?;
        ensure!(!text.contains("refuse de garder"), "a visitor is told of storage");
        let complaints = page.browser().complaints().await?;
        let own = complaints.iter().filter(|line| !line.contains("favicon"));
        let own: Vec<&String> = own.collect();
        ensure!(own.is_empty(), "the console holds {own:?}");
        Ok(())
    })
}

#[test]
fn what_a_visitor_has_kept_here_stays_and_is_not_shown_there() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.add("Une de ce téléphone").await?;
        page.become_editor().await?;
        page.press("radio", "Sombre").await?;
        let before = page.stored().await?;
        // The same origin, so that the browser would let the frame see all of it.
        page.go("?vue=integree").await?;
        page.lists(8).await?;
        is_only_to_be_read(page).await?;
        let look = page
            .script("return document.documentElement.dataset.theme ?? ''")
            .await?;
        ensure!(look == json!(""), "the visitor's look is {look}");
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        ensure!(page.stored().await? == before, "something was kept");
        page.go("").await?;
        page.lists(9).await
    })
}

#[test]
fn the_frame_and_its_settings_are_for_everyone() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        page.find("heading", "Montrer la liste sur un autre site").await?;
        page.press("button", "Copier le code").await?;
        page.find("button", "Copier le code").await?;
        page.is_accessible_in_every_look("the settings with the code")
            .await?;
        for address in ["?vue=integree", "?vue=integree&q=zzzzzz"] {
            page.go(address).await?;
            page.find("link", "Ouvrir dans Solidaire").await?;
            page.is_accessible_in_every_look(&format!("« {address} »"))
                .await?;
            page.set_screen(320, 480).await?;
            page.is_no_wider(320, &format!("« {address} »")).await?;
        }
        Ok(())
    })
}
