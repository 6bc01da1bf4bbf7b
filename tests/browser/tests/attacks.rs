//! Attacks: files, links and addresses made to do harm, in every text field, on every screen, in print and
//! in what is exported. Nothing runs, nothing is asked for, nothing is more than text.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::hostile::{self, ADDRESSES, COLOURS, ELSEWHERE, IDENTIFIERS, MARKUP, poisoned};
use browser_tests::page::Name;
use browser_tests::proposals::{MARCK, fragment, paste};
use browser_tests::site::routes;
use browser_tests::{Page, Profile, Site, visit_with};
use serde_json::{Value, json};

/// The example and a catalogue that has every field, in one.
fn every_field(site: &Site) -> Result<Value> {
    let mut catalogue = site.catalogue()?;
    let full = fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../fixtures/valid/full.catalogue.json"
    ))?;
    let full: Value = serde_json::from_slice(&full)?;
    for list in ["themes", "initiatives", "communiques", "removed"] {
        let more = full[list].as_array().context("no list")?.clone();
        catalogue[list].as_array_mut().context("no list")?.extend(more);
    }
    let own = catalogue["site"]["id"].clone();
    catalogue["site"] = full["site"].clone();
    catalogue["site"]["id"] = own;
    let legal = [
        "seat",
        "director",
        "host",
        "host_address",
        "purpose",
        "rights",
        "access_exceptions",
    ];
    for name in legal {
        catalogue["site"]["legal"][name] = json!("dit");
    }
    Ok(catalogue)
}

/// Runs a test on a site whose pages are watched from their first moment.
fn under_watch(site: Site, test: impl AsyncFnOnce(&mut Page) -> Result<()>) -> Result<()> {
    visit_with(site, Profile::new()?, async |page| {
        page.watch().await?;
        test(page).await
    })
}

/// The identifiers of a list of the catalogue.
fn ids(catalogue: &Value, list: &str) -> Vec<String> {
    let all = catalogue[list].as_array().into_iter().flatten();
    all.filter_map(|one| one["id"].as_str().map(str::to_owned))
        .collect()
}

/// Every screen with something of the catalogue on it.
async fn every_screen(page: &Page, catalogue: &Value, state: &str) -> Result<()> {
    let mut addresses: Vec<String> = routes().map(str::to_owned).collect();
    for id in ids(catalogue, "initiatives").iter().rev().take(3) {
        addresses.extend([format!("initiative?id={id}"), format!("modifier?id={id}")]);
    }
    for id in ids(catalogue, "communiques") {
        addresses.push(format!("communique?id={id}"));
    }
    addresses.extend(["?q=script", "?besoins=1", "?statut=toutes"].map(str::to_owned));
    for address in addresses {
        page.go(&address).await?;
        page.is_unharmed(&format!("{state}, « {address} »")).await?;
    }
    Ok(())
}

#[test]
fn a_hostile_catalogue_is_text_on_every_screen_in_print_and_exported() -> Result<()> {
    let site = Site::of_a_copy()?;
    let catalogue = every_field(&site)?;
    under_watch(site, async |page| {
        for turn in 0..page.turns(4) {
            page.site.upload(&poisoned(&catalogue, turn))?;
            page.become_editor().await?;
            page.go("").await?;
            let titles = page.titles().await?;
            ensure!(
                titles.iter().any(|title| title.contains('<')),
                "no hostile text is shown: {titles:?}"
            );
            every_screen(page, &catalogue, &format!("turn {turn}")).await?;
            for printed in ["communique?n=7", ""] {
                page.go(printed).await?;
                page.prints().await?;
                page.is_unharmed("printed").await?;
            }
            page.go("donnees").await?;
            page.press("button", "Exporter en JSON").await?;
            let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
            let file = page.file("export.json", &bytes)?;
            page.press("button", "Fermer").await?;
            page.choose_file("Importer un fichier", &file).await?;
            page.find("button", "Ne rien faire").await?;
            page.is_unharmed("the preview of an import").await?;
            // In the other language other words stand around the same texts.
            page.go("reglages").await?;
            page.press("radio", "English").await?;
            for address in ["", "mentions", "a-propos"] {
                page.go(address).await?;
                page.is_unharmed("in English").await?;
            }
            page.go("reglages").await?;
            page.press("radio", "Français").await?;
            page.press("switch", "Outils d’édition").await?;
            page.asked_nobody_else().await?;
            page.script("localStorage.clear(); return caches.keys().then((all) => Promise.all(all.map((one) => caches.delete(one))))")
                .await?;
        }
        Ok(())
    })
}

#[test]
fn a_hostile_catalogue_runs_nothing() -> Result<()> {
    let site = Site::of_a_copy()?;
    let catalogue = every_field(&site)?;
    site.upload(&poisoned(&catalogue, 2))?;
    under_watch(site, async |page| {
        every_screen(page, &catalogue, "as a citizen").await
    })
}

#[test]
fn a_press_release_that_is_composed_of_hostile_texts_leaves_as_text() -> Result<()> {
    let site = Site::of_a_copy()?;
    let catalogue = every_field(&site)?;
    site.upload(&poisoned(&catalogue, 0))?;
    under_watch(site, async |page| {
        page.become_editor().await?;
        page.add("<img src=x onerror=globalThis.hurt=1>").await?;
        page.go("composer").await?;
        page.press("button", "Commencer").await?;
        page.announces("dans ce numéro").await?;
        page.fill("textbox", "Titre", MARKUP[0]).await?;
        page.fill("textbox", "Signataire", MARKUP[2]).await?;
        page.is_unharmed("the composer").await?;
        page.press("button", "Page web (HTML)").await?;
        let (_, bytes) = page.downloaded("solidaire-communique", ".html").await?;
        let written = String::from_utf8(bytes)?;
        ensure!(written.contains("&lt;script"), "the release lacks the text");
        // Opened without any policy around it: the worst place for it.
        fs::write(page.site.folder()?.join("communique.html"), &written)?;
        let address = page.site.address("communique.html");
        page.script_with("location.href = arguments[0]", vec![json!(address)])
            .await?;
        page.until("the page of the release", async || {
            Ok(page.script("return location.pathname.endsWith('communique.html') && document.readyState === 'complete'").await? == true)
        })
        .await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let live = page
            .script("return [typeof globalThis.hurt, document.querySelectorAll('script, img, iframe, object, svg, form, a[href^=javascript]').length]")
            .await?;
        ensure!(
            live == json!(["undefined", 0]),
            "the page of a release is alive: {live}"
        );
        page.asked_nobody_else().await
    })
}

#[test]
fn hostile_proposals_are_text_to_whoever_looks_at_them() -> Result<()> {
    under_watch(Site::of_a_copy()?, async |page| {
        for turn in 0..page.turns(5) {
            let proposal = hostile::proposal(turn);
            // A citizen opens the link.
            page.go("a-propos").await?;
            page.go(&["relire", &fragment(&proposal)].concat()).await?;
            page.find("heading", "Proposition non publiée et non vérifiée")
                .await?;
            page.is_unharmed(&format!("turn {turn}: a link that a citizen opens"))
                .await?;
            // A citizen imports the file.
            page.go("donnees").await?;
            let file = page.file("proposition.json", proposal.to_string())?;
            page.choose_file("Importer un fichier", &file).await?;
            page.find("button", "Ne rien faire").await?;
            page.is_unharmed(&format!("turn {turn}: a file that a citizen opens"))
                .await?;
        }
        page.become_editor().await?;
        page.go("relire").await?;
        let mut conversation = "Bonjour !\n".to_owned();
        for (turn, words) in MARKUP.iter().enumerate().take(page.turns(5)) {
            conversation.push_str(words);
            conversation.push(' ');
            conversation.push_str(&page.site.address("relire"));
            conversation.push_str(&fragment(&hostile::proposal(turn)));
            conversation.push('\n');
        }
        paste(page, &conversation).await?;
        page.find("button", Name::Begins("Tout accepter")).await?;
        page.is_unharmed("the inbox").await?;
        page.press("button", "Accepter\u{a0}: Titre").await?;
        page.find("button", "Annuler").await?;
        page.is_unharmed("what was accepted").await?;
        for address in ["", "propositions", "relire", "composer"] {
            page.go(address).await?;
            page.is_unharmed(&format!("after accepting, « {address} »"))
                .await?;
        }
        page.go(&format!("initiative?id={MARCK}")).await?;
        page.is_unharmed("an initiative with what was accepted").await?;
        page.go("relire").await?;
        page.press("button", "Vérifier ce qui est en ligne").await?;
        page.find("heading", "Ce qui changerait en ligne").await?;
        page.is_unharmed("what would be published").await?;
        page.asked_nobody_else().await
    })
}

#[test]
fn a_hostile_press_release_is_text_where_it_is_checked_and_added() -> Result<()> {
    under_watch(Site::of_a_copy()?, async |page| {
        page.become_editor().await?;
        for turn in 0..page.turns(4) {
            let text = |place: usize| MARKUP[(turn * 6 + place) % MARKUP.len()];
            let link = ADDRESSES[(turn * 5) % ADDRESSES.len()];
            let release = [
                "Arras, le 14 mai 2020\n\nLe Pas-de-Calais solidaire n°9 ",
                text(0),
                "\n\nL’entraide continue ",
                text(1),
                "\n\n- Solidaires dans la protection ",
                text(2),
                " :\n\n- La ville de Marck a produit des masques en tissu lavables : 2 400 réalisés à ce jour ",
                text(3),
                "\nPlus d’informations ",
                link,
                "\n\n- À Lillers, l’association « ",
                text(4),
                " » livre des repas à vingt familles. Contact : blouses@exemple.fr ou 03 21 00 00 11 ",
                text(5),
                "\n\nLe préfet remercie toutes les personnes mobilisées.\n",
            ]
            .concat();
            page.go("importer").await?;
            page.find("textbox", "Texte du communiqué").await?;
            let script = "const area = document.getElementById('importer-text'); area.value = arguments[0];
                area.dispatchEvent(new Event('input', { bubbles: true }))";
            page.script_with(script, vec![json!(release)]).await?;
            page.press("button", "Analyser").await?;
            page.says("initiatives trouvées").await?;
            page.is_unharmed(&format!("turn {turn}: a press release that was read"))
                .await?;
            let answer = "document.querySelectorAll('[id^=another-]').forEach((one) => one.click())";
            page.until("every question to be answered", async || {
                page.script(answer).await?;
                page.has("button", Name::Begins("Ajouter ")).await
            })
            .await?;
            page.press("button", Name::Begins("Ajouter ")).await?;
            page.find("button", "Annuler").await?;
            for address in ["", "propositions", "communiques"] {
                page.go(address).await?;
                page.is_unharmed(&format!("turn {turn}: what was imported, « {address} »"))
                    .await?;
            }
        }
        page.asked_nobody_else().await
    })
}

#[test]
fn hostile_addresses_are_text() -> Result<()> {
    under_watch(Site::of_a_copy()?, async |page| {
        let texts = MARKUP
            .iter()
            .chain(&ADDRESSES)
            .chain(&COLOURS)
            .chain(&IDENTIFIERS);
        for (number, text) in texts.enumerate() {
            let encoded = page
                .script_with("return encodeURIComponent(arguments[0])", vec![json!(text)])
                .await?;
            let encoded = encoded.as_str().context("no text")?;
            let address = match number % 5 {
                0 => format!("?q={encoded}&theme={encoded}&tri={encoded}"),
                1 => format!("initiative?id={encoded}"),
                2 => format!("communique?n={encoded}&id={encoded}"),
                3 => format!("modifier?id={encoded}"),
                _ => format!("relire#{encoded}"),
            };
            page.go(&address).await?;
            page.is_unharmed(&address).await?;
        }
        page.asked_nobody_else().await
    })
}

#[test]
fn look_alike_identifiers_take_nobodys_place() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    let entry = catalogue["initiatives"][0].clone();
    let list = catalogue["initiatives"].as_array_mut().context("no list")?;
    for id in IDENTIFIERS {
        let mut other = entry.clone();
        other["id"] = json!(id);
        other["title"] = json!(format!("Un faux {}", MARKUP[2]));
        list.push(other);
    }
    // Twice the same: the first one stands.
    let mut twice = entry.clone();
    twice["title"] = json!("Un double");
    list.push(twice);
    let (id, title) = (
        entry["id"].as_str().context("no id")?,
        entry["title"].as_str().context("no title")?,
    );
    site.upload(&catalogue)?;
    under_watch(site, async |page| {
        page.go("").await?;
        page.is_unharmed("the list").await?;
        page.go(&format!("initiative?id={id}")).await?;
        page.heading(title).await?;
        for other in ["__proto__", "constructor", "main"] {
            page.go(&format!("initiative?id={other}")).await?;
            page.is_unharmed(other).await?;
        }
        page.asked_nobody_else().await
    })
}

#[test]
fn the_words_of_the_attacks_would_be_seen() -> Result<()> {
    under_watch(Site::of_a_copy()?, async |page| {
        page.go("").await?;
        page.is_unharmed("before").await?;
        for attack in [
            "document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:1' }))",
            "document.querySelector('main').setAttribute('onclick', '1')",
            "document.body.append(document.createElement('iframe'))",
            "document.documentElement.style.setProperty('--site-accent', 'red')",
            "document.body.append(Object.assign(document.createElement('a'), { href: 'https://x@mal.invalid/' }))",
            "document.querySelector('main').innerHTML = '<img src=https://mal.invalid/x.png>'",
            "(window.wrappedJSObject ?? window).hurt = 1",
            "fetch('https://mal.invalid/f').catch(() => {})",
            "document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))",
        ] {
            page.go("").await?;
            page.script(attack).await?;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            ensure!(page.is_unharmed(attack).await.is_err(), "nobody saw: {attack}");
        }
        page.go("").await?;
        ensure!(MARKUP.iter().filter(|text| text.contains(ELSEWHERE)).count() > 5);
        Ok(())
    })
}
