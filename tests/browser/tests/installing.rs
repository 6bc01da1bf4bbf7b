//! The application on the home screen: how it gets there, and what it has there.

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::proposals::{self, MARCK, MARCK_TITLE};
use browser_tests::visit;
use serde_json::{Value, json};

/// What a browser does that offers to install: an event that keeps how to go on.
const OFFER: &str = "
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    offer.prompt = () => { globalThis.timesAsked = (globalThis.timesAsked ?? 0) + 1; return Promise.resolve(); };
    offer.userChoice = Promise.resolve({ outcome: 'accepted' });
    dispatchEvent(offer);
    return offer.defaultPrevented";

const OFFERED: &str = "Mettre Solidaire sur l’écran d’accueil";

#[test]
fn chromium_finds_nothing_that_hinders_an_installation() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.opens_offline().await?;
        let found = page.browser().command("Page.getAppManifest", json!({})).await?;
        ensure!(found["errors"] == json!([]), "the manifest: {}", found["errors"]);
        let text = found["data"].as_str().context("no manifest")?;
        let manifest: Value = serde_json::from_str(text)?;
        ensure!(manifest["id"].is_null(), "two sites would be one application");
        for shortcut in manifest["shortcuts"].as_array().context("no shortcuts")? {
            page.go(shortcut["url"].as_str().context("no address")?).await?;
        }
        let hindrances = page
            .browser()
            .command("Page.getInstallabilityErrors", json!({}))
            .await?;
        let hindrances = hindrances["installabilityErrors"].as_array().context("no list")?;
        // The tests run in a window that keeps nothing.
        let others: Vec<_> = hindrances
            .iter()
            .filter(|one| one["errorId"] != "in-incognito")
            .collect();
        ensure!(others.is_empty(), "{others:?}");
        Ok(())
    })
}

#[test]
fn the_installation_is_offered_once_to_who_has_something_here() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.opens_offline().await?;
        ensure!(page.script(OFFER).await? == true, "the browser asks by itself");
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        ensure!(!page.text().await?.contains(OFFERED), "a reader is asked at once");
        page.go("").await?;
        page.script(OFFER).await?;
        page.add("De quoi revenir").await?;
        page.script(OFFER).await?;
        page.announces(OFFERED).await?;
        page.is_accessible_in_every_look("the offer to install").await?;
        page.press("button", "Non merci").await?;
        page.gone("button", "Non merci").await?;
        let focus = page.script("return document.activeElement.tagName").await?;
        ensure!(focus == "H1", "the focus went to {focus}");
        page.go("").await?;
        page.lists(9).await?;
        page.opens_offline().await?;
        page.script(OFFER).await?;
        page.press("link", "Données").await?;
        page.find("heading", "Sans réseau").await?;
        ensure!(!page.has("button", "Non merci").await?, "it is offered twice");
        // Who looks for it finds it.
        page.press("button", "Installer").await?;
        page.gone("button", "Installer").await?;
        ensure!(
            page.script("return timesAsked").await? == 1,
            "the browser was not asked"
        );
        Ok(())
    })
}

#[test]
fn on_an_iphone_a_backup_comes_first() -> Result<()> {
    visit(async |page| {
        page.before_each_page(
            "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' });
             Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { get: () => 5 });
             // There no browser offers it.
             addEventListener('beforeinstallprompt', (event) => {
                 event.preventDefault();
                 event.stopImmediatePropagation();
             });",
        )
        .await?;
        page.go("").await?;
        page.lists(8).await?;
        page.add("À emporter").await?;
        page.announces("puis «\u{a0}Sur l’écran d’accueil\u{a0}»").await?;
        page.announces("sauvegardez d’abord ici, puis restaurez là-bas")
            .await?;
        page.press("link", Name::Is("Sauvegarder d’abord")).await?;
        page.heading("Données").await
    })
}

#[test]
fn a_window_of_its_own_has_its_own_buttons() -> Result<()> {
    visit(async |page| {
        page.before_each_page("const ask = matchMedia.bind(window);
             window.matchMedia = (query) => query === '(display-mode: standalone)' ? { matches: true } : ask(query);
             Object.defineProperty(Navigator.prototype, 'share', { value: (data) => {
                 globalThis.shared = data.url;
                 return Promise.resolve();
             } });",
        )
        .await?;
        page.go("").await?;
        page.lists(8).await?;
        page.find("button", "Retour").await?;
        page.press("link", "Communiqués").await?;
        page.heading("Communiqués").await?;
        page.is_accessible_in_every_look("a window of its own").await?;
        page.press("button", "Partager cette page").await?;
        page.until("the page to be shared", async || {
            Ok(page.script("return globalThis.shared").await? == page.site.address("communiques"))
        })
        .await?;
        page.press("button", "Retour").await?;
        page.lists(8).await
    })
}

#[test]
fn what_another_application_shares_is_taken_and_leaves_the_address() -> Result<()> {
    visit(async |page| {
        page.go("importer/?titre=Communiqu%C3%A9&texte=La%20ville%20coud%20des%20masques.")
            .await?;
        let area = page.find("textbox", "Texte du communiqué").await?;
        page.until("the text", async || {
            Ok(area.value().await?.unwrap_or_default() == "Communiqué\nLa ville coud des masques.")
        })
        .await?;
        ensure!(
            page.address().await?.trim_end_matches('/') == "importer",
            "it stays in the address"
        );
        Ok(())
    })
}

#[test]
fn a_shared_message_with_several_proposals_waits_in_the_editors_inbox() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        let (one, two) = (
            proposals::retitle("k1", MARCK, MARCK_TITLE, "Marck\u{a0}: un"),
            proposals::retitle("k2", MARCK, MARCK_TITLE, "Marck\u{a0}: deux"),
        );
        let said = [proposals::message(page, &one), proposals::message(page, &two)].concat();
        let shared = page
            .script_with(
                "return encodeURIComponent(arguments[0])",
                vec![said.clone().into()],
            )
            .await?;
        page.go(&["importer/?texte=", shared.as_str().context("no text")?].concat())
            .await?;
        let area = page.find("textbox", "Coller une conversation").await?;
        ensure!(
            area.value().await?.unwrap_or_default().contains("Merci."),
            "the message is gone"
        );
        page.press("button", "Lire ce qui est collé").await?;
        page.says("2 reçues").await
    })
}
