//! The site's own settings, its legal notices, and the beginning of a site that nobody has created yet.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::page::Name;
use browser_tests::publishing::{look, publish, put_online};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Chooses a colour, as the browser's own picker would.
async fn choose_colour(page: &Page, colour: &str) -> Result<()> {
    page.find("button", "Enregistrer les réglages du site").await?;
    let script = "const input = document.getElementById('site-accent'); input.value = arguments[0];
        input.dispatchEvent(new Event('input', { bubbles: true }))";
    page.script_with(script, vec![json!(colour)]).await?;
    Ok(())
}

/// The colour of the band over the page, as it is drawn.
async fn band(page: &Page) -> Result<Value> {
    page.script("return getComputedStyle(document.querySelector('.masthead')).backgroundColor")
        .await
}

async fn save(page: &Page) -> Result<()> {
    page.press("button", "Enregistrer les réglages du site").await
}

#[test]
fn what_the_editor_sets_is_shown_here_and_is_in_the_next_edition() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        page.set_look(Look::Light).await?;
        let before = band(page).await?;
        page.fill("textbox", "Nom du site", "Entraide d’ici").await?;
        choose_colour(page, "#7a1f5c").await?;
        page.announces("Les textes restent lisibles").await?;
        page.fill("textbox", "Siège", "1 rue du Port, 62100 Calais")
            .await?;
        page.fill("textbox", "Hébergeur", "Un hébergeur").await?;
        page.fill("textbox", "Département", "59").await?;
        page.is_accessible_in_every_look("the settings of the site")
            .await?;
        page.set_look(Look::Light).await?;
        save(page).await?;
        page.announces("Réglages du site gardés sur cet appareil").await?;
        ensure!(band(page).await? != before, "the colour is not shown");
        let title = page
            .script("return document.querySelector('.brand-title').textContent")
            .await?;
        ensure!(title == "Entraide d’ici", "the title over the page is {title}");
        // It is a change like any other: taken back and made again.
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé").await?;
        ensure!(
            band(page).await? == before,
            "the colour stays after it was taken back"
        );
        // The form follows, since nobody has typed in it meanwhile.
        page.until("the form to be as before", async || {
            let name = page.find("textbox", "Nom du site").await?;
            Ok(name.value().await?.as_deref() == Some("Pas-de-Calais solidaire"))
        })
        .await?;
        page.fill("textbox", "Nom du site", "Entraide d’ici").await?;
        choose_colour(page, "#7a1f5c").await?;
        page.fill("textbox", "Siège", "1 rue du Port, 62100 Calais")
            .await?;
        save(page).await?;
        page.announces("Réglages du site gardés sur cet appareil").await?;
        page.go("propositions").await?;
        page.announces("1 proposition").await?;
        look(page).await?;
        page.says("5 mentions légales manquent").await?;
        page.is_accessible_in_every_look("publishing with missing notices")
            .await?;
        let bytes = publish(page).await?;
        let next: Value = serde_json::from_slice(&bytes)?;
        ensure!(next["site"]["title"] == "Entraide d’ici", "{}", next["site"]);
        ensure!(next["site"]["accent"] == "#7a1f5c", "{}", next["site"]);
        ensure!(
            next["site"]["legal"]["seat"] == "1 rue du Port, 62100 Calais",
            "{}",
            next["site"]
        );
        put_online(page, &bytes).await?;
        page.go("propositions").await?;
        page.says("Aucune proposition").await
    })
}

#[test]
fn what_cannot_be_is_told_at_its_field_and_nothing_is_kept() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        choose_colour(page, "#ffee00").await?;
        page.announces("Trop claire").await?;
        page.fill("textbox", "Département", "Pas-de-Calais").await?;
        page.fill("textbox", "Adresse e-mail de contact", "nous").await?;
        save(page).await?;
        page.find("group", "3 champs à corriger").await?;
        let focused = page.script("return document.activeElement.id").await?;
        ensure!(focused == "site-problems", "the focus is at {focused}");
        page.is_accessible_in_every_look("the settings of the site with errors")
            .await?;
        page.press("link", Name::Begins("Département")).await?;
        let focused = page.script("return document.activeElement.id").await?;
        ensure!(focused == "site-department", "the focus is at {focused}");
        page.go("propositions").await?;
        page.says("Aucune proposition").await
    })
}

#[test]
fn a_colour_in_which_texts_cannot_be_read_is_not_applied() -> Result<()> {
    let site = Site::of_a_copy()?;
    let own = site.catalogue()?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        let usual = band(page).await?;
        for accent in ["#ffff00", "red", "#7a1f5c;background:url(x)", "var(--x)"] {
            let mut catalogue = own.clone();
            catalogue["site"]["accent"] = json!(accent);
            page.site.upload(&catalogue)?;
            page.go("?q=").await?;
            ensure!(band(page).await? == usual, "{accent} is applied");
        }
        let mut catalogue = own.clone();
        catalogue["site"]["accent"] = json!("#7a1f5c");
        page.site.upload(&catalogue)?;
        page.until("the colour", async || {
            page.go("").await?;
            Ok(band(page).await? != usual)
        })
        .await
    })
}

#[test]
fn the_legal_notices_say_what_the_publisher_says_and_claim_nothing_else() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    catalogue["site"]["publisher"] =
        json!({ "name": "Entraide", "email": "contact@exemple.fr", "phone": "", "url": "" });
    catalogue["site"]["legal"] =
        json!({ "seat": "1 rue du Port", "director": "Une présidente", "host": "Un hébergeur" });
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        page.press("link", "Mentions légales").await?;
        page.heading("Mentions légales et vie privée").await?;
        for text in [
            "Entraide",
            "contact@exemple.fr",
            "1 rue du Port",
            "Une présidente",
            "Un hébergeur",
            "Non renseigné par l’éditeur du site",
            "Non conforme\u{a0}: pas d’audit",
            "Licence Ouverte 2.0",
            "CNIL",
            "adresse IP",
            "WhatsApp",
            "suivent un modèle",
        ] {
            page.says(text).await?;
        }
        page.is_accessible_in_every_look("legal notices").await?;
        page.go("reglages").await?;
        page.press("radio", "English").await?;
        page.go("mentions").await?;
        page.heading("Legal notices and privacy").await?;
        page.says("Not compliant: no audit").await
    })
}

#[test]
fn an_empty_catalogue_greets_its_editor_and_gives_the_file() -> Result<()> {
    let mut site = Site::of_a_copy()?;
    // Hosts let browsers keep a file for a while: the empty one must not come back for the one in its place.
    site.resume(|options| options.max_age = 600)?;
    let blank = fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../xtask/package/catalogue.json"
    ))?;
    fs::write(site.folder()?.join("catalogue.json"), blank)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("").await?;
        page.heading("Créer le site de mon association").await?;
        page.is_accessible_in_every_look("the beginning of a site")
            .await?;
        page.press("button", "Créer le fichier").await?;
        page.find("group", "1 champ à corriger").await?;
        page.fill("textbox", "Nom du site", "Arras solidaire").await?;
        page.fill("textbox", "Association ou organisme", "Entraide d’Arras")
            .await?;
        page.fill("textbox", "Téléphone de contact", "03 21 00 00 00")
            .await?;
        page.fill("textbox", "Département", "62").await?;
        page.press("button", "Créer le fichier").await?;
        let (name, bytes) = page.downloaded("catalogue", ".json").await?;
        ensure!(name == "catalogue.json", "the file is named {name}");
        page.find("heading", Name::Holds("est prêt")).await?;
        page.is_accessible_in_every_look("the file of a new site").await?;
        let made: Value = serde_json::from_slice(&bytes)?;
        let id = made["site"]["id"].as_str().context("no id")?;
        ensure!(id.len() >= 20, "the identifier « {id} » is not random");
        ensure!(
            made["edition"]["number"] == 1 && made["themes"].as_array().is_some_and(|all| all.len() == 6)
        );
        // Put in its place, it is the site, and initiatives can be added to it.
        fs::write(page.site.folder()?.join("catalogue.json"), &bytes)?;
        page.press("button", "Ouvrir mon site").await?;
        page.heading("Les initiatives près de chez vous").await?;
        page.says("Arras solidaire").await?;
        page.add("La première").await?;
        page.go("").await?;
        page.lists(1).await
    })
}

/// The themes of a catalogue, by their French names.
fn themes(catalogue: &Value) -> Vec<&str> {
    let themes = catalogue["themes"].as_array().into_iter().flatten();
    themes.filter_map(|theme| theme["label"]["fr"].as_str()).collect()
}

async fn save_themes(page: &Page) -> Result<()> {
    page.press("button", "Enregistrer les thèmes").await?;
    page.announces("Thèmes gardés sur cet appareil").await
}

#[test]
fn themes_are_added_renamed_moved_and_taken_out_as_one_save() -> Result<()> {
    let site = Site::of_a_copy()?;
    let before = site.catalogue()?;
    let (first, second) = (themes(&before)[0].to_owned(), themes(&before)[1].to_owned());
    visit_with(site, Profile::new()?, async |page| {
        page.set_screen(360, 740).await?;
        page.become_editor().await?;
        page.find("heading", "Les thèmes").await?;
        page.is_accessible_in_every_look("the themes").await?;
        page.set_screen(360, 740).await?;
        page.is_no_wider(360, "the themes").await?;
        // Nothing is kept where nothing was changed.
        page.press("button", "Enregistrer les thèmes").await?;
        page.announces("Rien n’a changé").await?;

        page.press("button", Name::Is(&format!("Descendre «\u{a0}{first}\u{a0}»")))
            .await?;
        let focused = page
            .script("return document.activeElement.getAttribute('aria-label')")
            .await?;
        ensure!(
            focused == json!(format!("Descendre «\u{a0}{first}\u{a0}»")),
            "the focus is at {focused}"
        );
        page.press("button", "Ajouter un thème").await?;
        // The focus is in the new theme's first name.
        page.browser().keys("Vêtements").await?;
        page.press("button", "Enregistrer les thèmes").await?;
        page.announces("Thèmes gardés sur cet appareil").await?;
        page.go("").await?;
        page.lists(8).await?;
        let shown = page
            .script("return [...document.querySelectorAll('main h2')].map((one) => one.textContent)")
            .await?;
        let shown = shown.to_string();
        ensure!(
            shown.find(second.as_str()) < shown.find(first.as_str()),
            "the list keeps the former order: {shown}"
        );

        // Everything of the save goes with one press, and comes again.
        page.go("reglages").await?;
        page.fill("textbox", "Nom en anglais", "Renamed").await?;
        save_themes(page).await?;
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé").await?;
        page.until("the name to be as before", async || {
            let name = page.find("textbox", "Nom en anglais").await?;
            Ok(name.value().await?.as_deref() != Some("Renamed"))
        })
        .await?;
        page.fill("textbox", "Nom en anglais", "Renamed").await?;
        save_themes(page).await?;

        page.go("propositions").await?;
        page.says("Ordre des thèmes").await?;
        page.says("Vêtements").await?;
        page.is_accessible_in_every_look("proposals about themes").await?;
        look(page).await?;
        page.says("Ce qui change de place (1)").await?;
        let bytes = publish(page).await?;
        let next: Value = serde_json::from_slice(&bytes)?;
        let named = themes(&next);
        ensure!(named[..2] == [second.as_str(), first.as_str()], "{named:?}");
        ensure!(named.last() == Some(&"Vêtements"), "{named:?}");
        ensure!(
            next["themes"][0]["label"]["en"] == "Renamed",
            "{}",
            next["themes"][0]
        );
        put_online(page, &bytes).await?;
        page.go("propositions").await?;
        page.says("Aucune proposition").await
    })
}

#[test]
fn a_theme_in_use_stays_and_its_initiatives_are_led_to() -> Result<()> {
    let site = Site::of_a_copy()?;
    let catalogue = site.catalogue()?;
    let used = catalogue["initiatives"][0]["theme"].clone();
    let of = |theme: &Value| {
        let initiatives = catalogue["initiatives"].as_array().into_iter().flatten();
        initiatives.filter(|one| one["theme"] == *theme).count()
    };
    let all = catalogue["themes"].as_array().context("no themes")?;
    let named = |theme: &Value| theme["label"]["fr"].as_str().unwrap_or_default().to_owned();
    let taken = all
        .iter()
        .find(|theme| theme["id"] == used)
        .context("no theme in use")?;
    let count = of(&used);
    ensure!(count > 1, "the example has {count} initiatives there");
    visit_with(site, Profile::new()?, async |page| {
        page.set_screen(360, 740).await?;
        page.become_editor().await?;
        page.press("button", format!("Retirer\u{a0}: {}", named(taken)).as_str())
            .await?;
        page.announces(&format!("{count} initiatives sont rangées sous ce thème"))
            .await?;
        page.is_accessible_in_every_look("a theme in use").await?;
        page.set_screen(360, 740).await?;
        page.press("link", "Voir ce qui est sous ce thème").await?;
        page.lists(count).await?;

        // One that nobody uses goes, with the keyboard alone.
        page.go("reglages").await?;
        page.press("button", "Ajouter un thème").await?;
        page.browser().keys("Passager").await?;
        save_themes(page).await?;
        page.reload().await?;
        let gone = page.find("button", "Retirer\u{a0}: Passager").await?;
        gone.focus().await?;
        page.browser().keys(Key::Enter + "").await?;
        page.gone("button", "Retirer\u{a0}: Passager").await?;
        let focused = page.script("return document.activeElement.id").await?;
        ensure!(focused == "themes-add", "the focus is at {focused}");
        save_themes(page).await?;
        page.go("propositions").await?;
        page.says("Aucune proposition").await
    })
}

#[test]
fn a_theme_without_a_name_or_with_another_s_is_told_and_not_kept() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        page.become_editor().await?;
        let name = page.find("textbox", "Nom en français").await?;
        let first = name.value().await?.context("no name")?;
        for _ in 0..2 {
            page.press("button", "Ajouter un thème").await?;
        }
        page.browser().keys(first.to_uppercase()).await?;
        page.press("button", "Enregistrer les thèmes").await?;
        page.find("group", "2 champs à corriger").await?;
        let focused = page.script("return document.activeElement.id").await?;
        ensure!(focused == "themes-problems", "the focus is at {focused}");
        page.says("Un autre thème porte déjà ce nom").await?;
        page.is_accessible_in_every_look("themes with errors").await?;
        page.press("link", Name::Holds("dans une langue au moins"))
            .await?;
        page.browser().keys("Un nom").await?;
        page.go("propositions").await?;
        page.says("Aucune proposition").await
    })
}

#[test]
fn a_site_that_moved_says_so_and_how_to_take_along_what_is_kept() -> Result<()> {
    let site = Site::of_a_copy()?;
    let own = site.catalogue()?;
    let at = |address: &str| {
        let mut catalogue = own.clone();
        catalogue["site"]["moved_to"] = json!(address);
        catalogue
    };
    visit_with(site, Profile::new()?, async |page| {
        page.set_screen(360, 740).await?;
        page.become_editor().await?;
        page.fill("textbox", "Nouvelle adresse du site", "javascript:alert(1)")
            .await?;
        save(page).await?;
        page.find("group", "1 champ à corriger").await?;
        page.fill("textbox", "Nouvelle adresse du site", "nouveau.exemple.fr/aide/")
            .await?;
        save(page).await?;
        page.announces("Ce catalogue a déménagé").await?;
        // The change itself is something that is kept here.
        page.says("Pour emporter").await?;
        page.is_accessible_in_every_look("a site that moved").await?;
        let link = page.find("link", "Aller à nouveau.exemple.fr/aide").await?;
        ensure!(link.attr("href").await?.as_deref() == Some("https://nouveau.exemple.fr/aide/"));
        ensure!(link.attr("rel").await?.as_deref() == Some("noopener"));
        page.press("link", "Sauvegarder").await?;
        page.heading("Données").await?;
        page.press("button", "Annuler").await?;
        page.until("the notice to be gone", async || {
            Ok(!page.text().await?.contains("Ce catalogue a déménagé"))
        })
        .await?;

        // Who has written nothing is told of the place alone.
        page.site.upload(&at("https://nouveau.exemple.fr/aide/"))?;
        page.go("").await?;
        page.announces("Ce catalogue a déménagé").await?;
        ensure!(
            !page.text().await?.contains("Pour emporter"),
            "advice without a cause"
        );
        // At the new place the same file says nothing, and what is no web address says nothing anywhere.
        for quiet in [
            page.site.address(""),
            "javascript:alert(1)".to_owned(),
            "mailto:a@b.fr".to_owned(),
        ] {
            page.site.upload(&at(&quiet))?;
            page.until("the notice to be gone", async || {
                page.go("a-propos").await?;
                Ok(!page.text().await?.contains("Ce catalogue a déménagé"))
            })
            .await?;
        }
        Ok(())
    })
}
