//! Two languages of content: an editor fills the second, is told what is to be reviewed, and who reads in it falls
//! back to the first where nothing is translated. The layout survives a language that runs the other way.

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::site::routes;
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};

/// Opens the form's details, where the translation stands.
async fn details(page: &Page) -> Result<()> {
    page.script("document.querySelector('.form-details').open = true")
        .await?;
    page.find("group", "Traduction anglaise").await?;
    Ok(())
}

/// The identifier of the first entry of the list.
async fn first(page: &Page) -> Result<String> {
    page.go("").await?;
    page.lists(8).await?;
    let link = page
        .script("return document.querySelector('main article a').getAttribute('href')")
        .await?;
    let link = link.as_str().context("no link")?;
    Ok(link.split_once("id=").context("no identifier")?.1.to_owned())
}

/// The texts of an entry in English, as they are exported.
async fn exported(page: &Page, id: &str) -> Result<Value> {
    page.go("donnees").await?;
    page.press("button", "Exporter en JSON").await?;
    let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
    let file: Value = serde_json::from_slice(&bytes)?;
    let entries = file["initiatives"].as_array().context("no initiatives")?;
    let entry = entries.iter().find(|entry| entry["id"] == json!(id));
    Ok(entry.context("it is not exported")?["translations"]["en"].clone())
}

#[test]
fn an_editor_translates_and_is_told_what_to_review() -> Result<()> {
    visit(async |page| {
        let id = first(page).await?;
        let (form, own) = (format!("modifier?id={id}"), format!("initiative?id={id}"));
        // Nobody else is asked for it.
        page.go(&form).await?;
        page.script("document.querySelector('.form-details').open = true")
            .await?;
        ensure!(
            !page.has("textbox", "Titre en anglais").await?,
            "a citizen translates"
        );
        page.become_editor().await?;
        page.go(&form).await?;
        details(page).await?;
        let title = page
            .fill("textbox", "Titre en anglais", "Masks sewn by neighbours")
            .await?;
        ensure!(
            title.attr("lang").await?.as_deref() == Some("en"),
            "the field is not English"
        );
        page.fill("textbox", "Résumé en anglais", "Cloth masks for all.")
            .await?;
        page.is_accessible_in_every_look("the form with a translation")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.says("Masks sewn by neighbours").await?;
        let texts = exported(page, &id).await?;
        ensure!(texts["title"] == json!("Masks sewn by neighbours"), "{texts}");
        ensure!(
            texts["title_from"].is_string() && texts["audience"].is_null(),
            "{texts}"
        );
        page.go(&own).await?;
        ensure!(
            !page.text().await?.contains("Traduction à revoir"),
            "nothing has changed"
        );

        // The original changes: told while it is typed, and wherever the editor meets the entry.
        page.go(&form).await?;
        details(page).await?;
        page.fill("textbox", "Titre", "Des masques cousus par les voisins")
            .await?;
        page.announces("Traduction à revoir, l’original a changé depuis\u{a0}: Titre")
            .await?;
        page.is_accessible_in_every_look("a translation to be reviewed")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.go("verifier").await?;
        page.find("heading", "Traductions à revoir").await?;
        page.is_accessible_in_every_look("the translations to be reviewed")
            .await?;
        page.press("link", "Des masques cousus par les voisins").await?;
        page.go(&own).await?;
        page.says("Le texte d’origine a changé depuis qu’il a été traduit.")
            .await?;
        page.is_accessible_in_every_look("an entry whose translation is to be reviewed")
            .await?;
        page.press("link", "Revoir la traduction").await?;
        details(page).await?;
        page.press("checkbox", "Relu, la traduction convient toujours")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.go(&own).await?;
        page.find("link", "Modifier").await?;
        ensure!(
            !page.text().await?.contains("Traduction à revoir"),
            "it was reviewed"
        );
        let texts = exported(page, &id).await?;
        ensure!(texts["title"] == json!("Masks sewn by neighbours"), "{texts}");
        Ok(())
    })
}

#[test]
fn who_reads_english_reads_the_translation_or_the_original_as_such() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    catalogue["initiatives"][0]["practical"] = json!("Le mardi de 9 h à 12 h");
    catalogue["initiatives"][0]["audience"] = json!("Tout le monde");
    catalogue["initiatives"][0]["translations"] = json!({ "en": {
        "title": "Washable facecoverings", "summary": "Sewn with care.", "audience": "Everyone",
    } });
    catalogue["initiatives"][1]["translations"] = json!({});
    let id = catalogue["initiatives"][0]["id"]
        .as_str()
        .context("no id")?
        .to_owned();
    let other = catalogue["initiatives"][1]["id"]
        .as_str()
        .context("no id")?
        .to_owned();
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("reglages").await?;
        page.press("radio", "English").await?;
        page.heading("Settings").await?;
        page.go("").await?;
        page.until("the list", async || Ok(page.titles().await?.len() == 8))
            .await?;
        let of = "const link = document.querySelector(`main article h3 a[href$=\"id=${arguments[0]}\"]`);
            return link.closest('[lang]').lang";
        let lang = page.script_with(of, vec![json!(id)]).await?;
        ensure!(lang == json!("en"), "the translation is said to be {lang}");
        let lang = page.script_with(of, vec![json!(other)]).await?;
        ensure!(lang == json!("fr"), "the original is said to be {lang}");
        let blocked =
            "return document.querySelectorAll('[translate=no], .notranslate, meta[name=google]').length";
        ensure!(page.number(blocked).await? == 0.0, "translating is blocked");
        page.is_accessible_in_every_look("the list in English").await?;
        page.fill("searchbox", Name::Begins("Search"), "facecovering")
            .await?;
        page.until("one to be found", async || Ok(page.titles().await?.len() == 1))
            .await?;
        page.press("link", "Washable facecoverings").await?;
        page.heading("Washable facecoverings").await?;
        ensure!(page.address().await?.ends_with(&id), "another entry");
        let lang = "const all = [...document.querySelectorAll('main h1, main .lead, main dd span')];
            return Object.fromEntries(all.map((one) => [one.textContent, one.closest('[lang]').lang]))";
        let langs = page.script(lang).await?;
        for (text, lang) in [
            ("Washable facecoverings", "en"),
            ("Sewn with care.", "en"),
            ("Everyone", "en"),
            ("Le mardi de 9 h à 12 h", "fr"),
        ] {
            ensure!(langs[text] == json!(lang), "« {text} » in {langs}");
        }
        let root = page.script("return document.documentElement.lang").await?;
        ensure!(root == json!("en"), "the page is said to be {root}");
        // In French it is the original.
        page.go("reglages").await?;
        page.press("radio", "Français").await?;
        page.go(&format!("initiative?id={id}")).await?;
        let text = page.text().await?;
        ensure!(
            text.contains("Tout le monde") && !text.contains("Everyone"),
            "{text}"
        );
        Ok(())
    })
}

#[test]
fn the_layout_survives_a_language_that_runs_from_right_to_left() -> Result<()> {
    visit(async |page| {
        let id = first(page).await?;
        page.become_editor().await?;
        page.before_each_page(
            "new MutationObserver((_, all) => {
                if (document.documentElement) { document.documentElement.dir = 'rtl'; all.disconnect(); }
            }).observe(document, { childList: true })",
        )
        .await?;
        page.set_screen(320, 640).await?;
        let mut addresses: Vec<String> = routes().map(str::to_owned).collect();
        addresses.extend([
            format!("initiative?id={id}"),
            format!("modifier?id={id}"),
            "communique?n=7".to_owned(),
            "?theme=protection&besoins=1".to_owned(),
            "?vue=integree".to_owned(),
        ]);
        for address in &addresses {
            page.go(address).await?;
            page.script("for (const one of document.querySelectorAll('main details')) one.open = true")
                .await?;
            let turned = page
                .script("return getComputedStyle(document.body).direction")
                .await?;
            ensure!(turned == json!("rtl"), "« {address} » runs {turned}");
            page.is_no_wider(320, &format!("« {address} »")).await?;
            // What sticks out to the side at which reading begins cannot be scrolled to.
            let out = page
                .script(
                    "const hidden = (one) => one.closest('.visually-hidden, .skip') || !one.checkVisibility()
                        || getComputedStyle(one).position === 'fixed';
                    const scrolls = (one) => { for (let at = one.parentElement; at; at = at.parentElement)
                        if (getComputedStyle(at).overflowX !== 'visible' && at !== document.documentElement
                            && at !== document.body) return true;
                        return false; };
                    return [...document.body.querySelectorAll('*')].filter((one) => {
                        const box = one.getBoundingClientRect();
                        return box.width && (box.left < -1 || box.right > 321) && !hidden(one) && !scrolls(one);
                    }).map((one) => one.outerHTML.slice(0, 120))",
                )
                .await?;
            ensure!(out == json!([]), "« {address} »: {out} sticks out");
        }
        Ok(())
    })
}
