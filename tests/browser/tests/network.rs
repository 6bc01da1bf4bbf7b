//! What goes over the network, what may run, and going on without a network.

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::site::routes;
use browser_tests::{Endless, Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};
use solidaire::format::limits;

/// A session through most of what the application does.
async fn session(page: &Page) -> Result<()> {
    for route in routes() {
        page.go(route).await?;
    }
    page.go("").await?;
    page.lists(8).await?;
    page.fill("searchbox", "Rechercher une initiative", "masques")
        .await?;
    page.press("link", "Ajouter une initiative").await?;
    page.fill("textbox", "Titre", "Une session").await?;
    page.fill("combobox", "Commune", "Arras").await?;
    page.find("option", Name::Begins("Arras")).await?;
    page.press("button", "Enregistrer").await?;
    page.heading("Mes propositions").await?;
    page.press("link", "Une session").await?;
    page.heading("Une session").await?;
    page.go("donnees").await?;
    page.press("button", "Exporter en JSON").await?;
    page.downloaded("solidaire-catalogue", ".json").await?;
    Ok(())
}

#[test]
fn a_session_asks_nobody_else_and_complains_of_nothing() -> Result<()> {
    visit(async |page| {
        session(page).await?;
        let requests = page.browser().requests().await?;
        let own = page.site.address("");
        let wasm = requests
            .iter()
            .filter(|address| address.contains(".wasm"))
            .count();
        ensure!(wasm > 0, "the requests were not seen: {requests:?}");
        for address in &requests {
            // The browser's own first page is none of the application's.
            let local = ["blob:", "data:", "chrome:"]
                .iter()
                .any(|scheme| address.starts_with(scheme));
            ensure!(local || address.starts_with(&own), "a request left for {address}");
        }
        let complaints = page.browser().complaints().await?;
        ensure!(
            complaints.is_empty(),
            "the console complains:\n{}",
            complaints.join("\n")
        );
        let cookies = page.script("return document.cookie").await?;
        ensure!(cookies == "", "a cookie: {cookies}");
        Ok(())
    })
}

#[test]
fn the_policy_lets_nothing_run_but_what_was_built() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        let inline = page
            .script("return [...document.scripts].filter((one) => !one.src).map((one) => one.outerHTML)")
            .await?;
        ensure!(inline == json!([]), "inline scripts: {inline}");
        let handlers = page
            .script("return [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on')))")
            .await?;
        ensure!(handlers == json!([]), "inline handlers: {handlers}");
        let ran = page
            .script(
                "const one = document.createElement('script');
                 one.textContent = 'globalThis.inlineRan = true';
                 document.head.append(one);
                 const link = document.createElement('a');
                 link.href = 'javascript:globalThis.linkRan = true';
                 document.body.append(link);
                 link.click();
                 const tag = document.createElement('div');
                 tag.innerHTML = '<img src=x onerror=\"globalThis.handlerRan = true\">';
                 document.body.append(tag);
                 return true",
            )
            .await?;
        ensure!(ran == true, "the attempts were not made");
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let ran = page
            .script("return [typeof inlineRan, typeof linkRan, typeof handlerRan]")
            .await?;
        ensure!(
            ran == json!(["undefined", "undefined", "undefined"]),
            "ran: {ran}"
        );
        let evaluated = page
            .script(
                "return new Promise((done) => {
                     addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
                     fetch('https://example.org/').then(() => done('fetched'), () => {});
                 })",
            )
            .await?;
        ensure!(evaluated == "connect-src", "a request to elsewhere: {evaluated}");
        Ok(())
    })
}

#[test]
fn links_of_a_published_catalogue_are_checked_too() -> Result<()> {
    let site = Site::of_a_copy()?;
    let path = site.folder()?.join("catalogue.json");
    let mut catalogue: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
    catalogue["site"]["engage_url"] = json!("javascript:globalThis.hurt=1");
    catalogue["site"]["publisher"]["url"] = json!("javascript:globalThis.hurt=1");
    let entry = &mut catalogue["initiatives"][0];
    entry["source"]["url"] = json!("javascript:globalThis.hurt=1");
    entry["contacts"] = json!([
        { "id": "a", "kind": "web", "value": "javascript:globalThis.hurt=1" },
        { "id": "b", "kind": "phone", "value": "javascript:globalThis.hurt=1" },
        { "id": "c", "kind": "email", "value": "a@example.org?subject=x\r\njavascript:1" },
        { "id": "d", "kind": "web", "value": " \u{1}javascript:globalThis.hurt=1" },
    ]);
    let id = entry["id"].as_str().context("no id")?.to_owned();
    std::fs::write(&path, catalogue.to_string())?;
    visit_with(site, Profile::new()?, async |page| {
        for address in [
            String::new(),
            format!("initiative?id={id}"),
            "a-propos".into(),
            "communique?n=7".into(),
        ] {
            page.go(&address).await?;
            let links = page
                .script("return [...document.querySelectorAll('a[href]')].map((one) => one.protocol)")
                .await?;
            let links = links.as_array().context("no links")?;
            ensure!(!links.is_empty(), "no links at « {address} »");
            for link in links {
                ensure!(
                    ["http:", "https:", "mailto:", "tel:", "sms:"]
                        .iter()
                        .any(|known| link == known),
                    "« {address} » has a link of {link}"
                );
            }
        }
        page.go("").await?;
        page.lists(8).await
    })
}

#[test]
fn a_host_that_sends_without_end_is_hung_up_on() -> Result<()> {
    let mut site = Site::start()?;
    let endless = Endless::before(site.origin(), "catalogue.json")?;
    site.stand_behind(endless.origin.clone());
    visit_with(site, Profile::new()?, async |page| {
        page.try_to_go("").await?;
        page.says("Le fichier du catalogue est trop gros pour être lu.")
            .await?;
        // What lies on the way between the two is more than was read.
        let limit = 2 * limits::FILE_BYTES as u64;
        ensure!(endless.sent() < limit, "{} bytes were taken", endless.sent());
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let taken = endless.sent();
        ensure!(taken < limit, "{taken} bytes were taken");
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        ensure!(endless.sent() == taken, "it goes on taking");
        Ok(())
    })
}

#[test]
fn once_loaded_everything_goes_on_without_a_network() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.until("the second module", async || {
            let log = page.site.log()?;
            Ok(log
                .iter()
                .any(|one| one.target.contains("split_late") && one.status == 200))
        })
        .await?;
        // The bytes have left the server: now they must be compiled.
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        page.site.stop();
        page.press("link", "Ajouter une initiative").await?;
        page.heading("Ajouter une initiative").await?;
        page.fill("textbox", "Titre", "Écrite sans réseau").await?;
        page.fill("combobox", "Commune", "Arras").await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.announces("1 proposition").await?;
        page.press("link", "Initiatives").await?;
        page.lists(9).await?;
        page.fill("searchbox", "Rechercher une initiative", "sans reseau")
            .await?;
        page.lists(1).await?;
        page.press("link", "Écrite sans réseau").await?;
        page.heading("Écrite sans réseau").await?;
        page.says("Arras").await?;
        page.press("link", "Communiqués").await?;
        page.heading("Communiqués").await?;
        page.press("link", "Données").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        ensure!(
            String::from_utf8(bytes)?.contains("Écrite sans réseau"),
            "the export lacks the entry"
        );
        page.press("button", "Fermer").await?;
        page.press("link", "Réglages").await?;
        page.press("radio", "English").await?;
        page.heading("Settings").await
    })
}

#[test]
fn while_a_page_is_on_its_way_whom_to_call_is_there() -> Result<()> {
    let mut site = Site::of_a_copy()?;
    let late = site.file("split_late", ".wasm")?;
    let late = late
        .file_name()
        .and_then(|name| name.to_str())
        .context("a file without a name")?
        .to_owned();
    site.resume(|options| options.silent = vec![late])?;
    visit_with(site, Profile::new()?, async |page| {
        // The first module alone, as on a network that needs half a minute for the second.
        page.try_to_go("initiative?id=cyqn1xxvvva4ct9xmbyfstzvb").await?;
        page.says("La page arrive…").await?;
        page.says("03 21 72 78 00").await?;
        page.try_to_go("aide").await?;
        page.says("La page arrive…").await?;
        page.says("Urgence : 15 · 17 · 18 · 112").await
    })
}
