//! Every address answers, as it is typed, and says where one is.

use anyhow::{Context, Result, ensure};
use browser_tests::page::plain;
use browser_tests::site::routes;
use browser_tests::{Page, visit};

/// The heading of the page and what is asked of each: one heading, a title that begins with it.
async fn arrives(page: &Page, address: &str) -> Result<String> {
    page.go(address).await?;
    let headings = page
        .script("return [...document.querySelectorAll('h1')].map((one) => one.textContent)")
        .await?;
    let headings = headings.as_array().context("no list")?.clone();
    ensure!(headings.len() == 1, "« {address} » has the headings {headings:?}");
    let heading = plain(headings[0].as_str().unwrap_or(""));
    page.until(
        &format!("the title of « {address} » to begin with « {heading} »"),
        async || Ok(page.title().await?.starts_with(&heading)),
    )
    .await?;
    Ok(heading)
}

#[test]
fn every_route_answers_directly_with_and_without_a_slash() -> Result<()> {
    visit(async |page| {
        for route in routes().filter(|route| !route.is_empty()) {
            let without = arrives(page, route).await?;
            let with = arrives(page, &format!("{route}/")).await?;
            ensure!(
                without == with,
                "« {route} » is « {without} », with a slash « {with} »"
            );
            let resources = page
                .script("return performance.getEntriesByType('resource').map((one) => one.name)")
                .await?;
            for resource in resources.as_array().context("no list")? {
                let resource = resource.as_str().context("no text")?;
                ensure!(
                    resource.starts_with(&page.site.address("")),
                    "{route} asks for {resource}"
                );
            }
        }
        let failed: Vec<_> = page
            .site
            .log()?
            .into_iter()
            .filter(|answered| answered.status >= 400)
            .collect();
        ensure!(failed.is_empty(), "{failed:?}");
        Ok(())
    })
}

#[test]
fn queries_survive_the_slash_that_a_server_adds() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        let link = page
            .script("return document.querySelector('main article a').getAttribute('href')")
            .await?;
        let link = link.as_str().context("no link")?.to_owned();
        let title = page.titles().await?.remove(0);
        page.go(&link).await?;
        page.heading(&title).await?;
        page.go(&link.replace('?', "/?")).await?;
        page.heading(&title).await?;
        page.go("communique?n=7").await?;
        page.says("n° 7").await?;
        page.says("Le préfet du Pas-de-Calais").await
    })
}

#[test]
fn unknown_things_are_told_with_a_way_on() -> Result<()> {
    visit(async |page| {
        page.go("initiative?id=zzz").await?;
        page.heading("Cette initiative n’est pas dans le catalogue")
            .await?;
        page.go("initiative?id=%3Cscript%3E").await?;
        page.heading("Cette initiative n’est pas dans le catalogue")
            .await?;
        page.go("communique?id=zzz").await?;
        page.heading("Ce communiqué n’est pas dans le catalogue").await?;
        page.go("modifier?id=zzz").await?;
        page.heading("Cette initiative n’est pas dans le catalogue")
            .await?;
        page.press("link", "Voir les initiatives").await?;
        page.lists(8).await?;
        // Within the application, an address that no page has.
        page.script(
            "const a = document.createElement('a'); a.href = 'nulle-part'; a.textContent = 'x';
             document.querySelector('main').append(a); a.click();",
        )
        .await?;
        page.heading("Cette page n’existe pas").await?;
        // From outside, the host's answer 404.
        let address = page.site.address("nulle-part");
        page.script_with(
            "globalThis.isBefore = true; location.href = arguments[0]",
            vec![address.into()],
        )
        .await?;
        page.until("the host's answer", async || {
            Ok(page.script("return globalThis.isBefore !== true").await? == true)
        })
        .await?;
        page.heading("Cette page n’existe pas").await
    })
}

#[test]
fn the_interface_turns_english_and_stays_so() -> Result<()> {
    visit(async |page| {
        page.go("reglages").await?;
        page.press("radio", "English").await?;
        page.heading("Settings").await?;
        ensure!(
            page.script("return document.documentElement.lang").await? == "en",
            "lang is not en"
        );
        let focused = page.script("return document.activeElement.value").await?;
        ensure!(focused == "en", "the focus left the choice: {focused}");
        page.reload().await?;
        page.heading("Settings").await?;
        page.go("").await?;
        page.announces("8 initiatives").await?;
        page.find("searchbox", "Search for an initiative").await?;
        page.says("Protective measures").await?;
        page.says("3D-printed visors by the « Imprimeurs de cœur »")
            .await?;
        // What nobody has translated is read out in its own language.
        let foreign = page
            .script(
                "const need = [...document.querySelectorAll('.need *')].filter((one) => !one.children.length
                     && one.textContent.includes('Bobines')).pop()
                     ?? [...document.querySelectorAll('.need')].find((one) => one.textContent.includes('Bobines'));
                 return need.closest('[lang]').lang",
            )
            .await?;
        ensure!(
            foreign == "fr",
            "a French need on an English page is said to be « {foreign} »"
        );
        page.go("reglages").await?;
        page.press("radio", "Français").await?;
        page.heading("Réglages").await
    })
}
