//! Several tabs of one device, and forms that stay open while the catalogue goes on.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use browser_tests::forms::prefix;
use browser_tests::page::{Name, plain};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

/// An initiative of the example.
const MARCK: &str = "yb0madryf213n5pejryfdba2f";

const TITLE: &str = "Marck : masques lavables cousus par des bénévoles";

async fn edit(page: &Page) -> Result<()> {
    page.go(&format!("modifier?id={MARCK}")).await?;
    page.find("textbox", "Titre").await.map(drop)
}

async fn save(page: &Page, told: &str) -> Result<()> {
    page.press("button", "Enregistrer").await?;
    page.heading("Mes propositions").await?;
    page.announces(told).await
}

async fn value(page: &Page, field: &str) -> Result<String> {
    let field = page.find("textbox", field).await?;
    Ok(plain(&field.value().await?.unwrap_or_default()))
}

/// Opens the same form in two tabs, and stays in the first one.
async fn two_forms(page: &Page) -> Result<(WindowHandle, WindowHandle)> {
    edit(page).await?;
    let (first, second) = page.second_tab().await?;
    edit(page).await?;
    page.to_tab(&first).await?;
    Ok((first, second))
}

/// How many questions are on the screen.
async fn questions(page: &Page) -> Result<usize> {
    let buttons = page.names("button").await?;
    Ok(buttons.iter().filter(|name| name.starts_with("Garder")).count())
}

#[test]
fn two_forms_of_one_initiative_join_and_an_open_one_keeps_its_text_and_focus() -> Result<()> {
    visit(async |page| {
        let (first, second) = two_forms(page).await?;
        page.fill("textbox", "Résumé", "Écrit dans le premier onglet.")
            .await?;
        page.to_tab(&second).await?;
        page.fill("textbox", "Titre", "Titre de l’autre onglet").await?;
        save(page, "Gardé sur ce téléphone. Pas encore envoyé.").await?;
        page.to_tab(&first).await?;
        page.announces("un autre onglet ou une nouvelle édition a modifié\u{a0}: Titre.")
            .await?;
        let focus = page
            .script("return document.activeElement.tagName + document.activeElement.value")
            .await?;
        ensure!(
            focus == "TEXTAREAÉcrit dans le premier onglet.",
            "the focus went: {focus}"
        );
        ensure!(value(page, "Titre").await? == TITLE, "the form moved by itself");
        page.is_accessible("a form whose initiative changed meanwhile")
            .await?;
        save(page, "Gardé sur ce téléphone. Pas encore envoyé.").await?;
        ensure!(questions(page).await? == 0, "a question about nothing");
        for tab in [&first, &second] {
            page.to_tab(tab).await?;
            // The second tab was on this page all the time.
            page.says("Titre de l’autre onglet").await?;
            page.says("Écrit dans le premier onglet.").await?;
        }
        Ok(())
    })
}

#[test]
fn the_other_fields_are_brought_up_to_date_when_asked_for() -> Result<()> {
    visit(async |page| {
        let (first, second) = two_forms(page).await?;
        page.fill("textbox", "Résumé", "Le mien.").await?;
        page.to_tab(&second).await?;
        page.fill("textbox", "Titre", "Titre de l’autre onglet").await?;
        page.fill("textbox", "Résumé", "Le sien.").await?;
        save(page, "Gardé sur ce téléphone. Pas encore envoyé.").await?;
        page.to_tab(&first).await?;
        page.announces("Vous l’avez modifié ici aussi\u{a0}: Résumé.")
            .await?;
        page.press("button", "Mettre les autres champs à jour").await?;
        page.until("the title to follow", async || {
            Ok(value(page, "Titre").await? == "Titre de l’autre onglet")
        })
        .await?;
        ensure!(
            value(page, "Résumé").await? == "Le mien.",
            "what was typed is gone"
        );
        page.gone("button", "Mettre les autres champs à jour").await?;
        save(page, "Le même champ a été modifié ailleurs").await?;
        page.says("Le sien.").await?;
        page.says("Le mien.").await?;
        Ok(())
    })
}

#[test]
fn the_same_field_in_two_tabs_is_a_question_that_both_show() -> Result<()> {
    visit(async |page| {
        let (first, second) = two_forms(page).await?;
        page.fill("textbox", "Titre", "Titre du premier").await?;
        page.to_tab(&second).await?;
        page.fill("textbox", "Titre", "Titre du second").await?;
        save(page, "Gardé sur ce téléphone. Pas encore envoyé.").await?;
        page.to_tab(&first).await?;
        page.announces("Vous l’avez modifié ici aussi\u{a0}: Titre.")
            .await?;
        save(page, "Le même champ a été modifié ailleurs").await?;
        for tab in [&second, &first] {
            page.to_tab(tab).await?;
            page.says("Le même champ a été modifié des deux côtés.").await?;
            page.says("Titre du premier").await?;
            page.says("Titre du second").await?;
        }
        // Both are this phone's: a number tells them apart, and when each was written.
        let times = page
            .texts("return [...document.querySelectorAll('.diff-label time')].map((one) => one.dateTime)")
            .await?;
        ensure!(times.len() == 2 && times[0] != times[1], "{times:?}");
        page.says("il reste une question plus haut").await?;
        page.find("button", "Garder la version 1").await?;
        page.find("button", "Garder la version 2").await?;
        // Answered in one tab, it is answered in the other.
        page.press("button", Name::Begins("Garder")).await?;
        for tab in [&first, &second] {
            page.to_tab(tab).await?;
            page.until("the question to be answered", async || {
                Ok(questions(page).await? == 0)
            })
            .await?;
        }
        Ok(())
    })
}

/// Publishes another edition of the served catalogue, in which the example's first title is another.
fn publish(page: &Page, title: &str) -> Result<()> {
    let path = page.site.folder()?.join("catalogue.json");
    let mut catalogue: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
    let entries = catalogue["initiatives"]
        .as_array_mut()
        .context("no initiatives")?;
    let entry = entries.iter_mut().find(|one| one["id"] == MARCK);
    entry.context("no such initiative")?["title"] = json!(title);
    let edition = &mut catalogue["edition"];
    let number = edition["number"].as_u64().context("no number")?;
    *edition = json!({
        "id": format!("edition-{}", number + 1), "parent": edition["id"], "number": number + 1,
        "published_at": "2026-01-01T00:00:00Z",
    });
    Ok(std::fs::write(&path, catalogue.to_string())?)
}

#[test]
fn a_draft_found_again_asks_about_what_an_edition_changed_meanwhile() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        edit(page).await?;
        page.fill("textbox", "Titre", "Mon titre").await?;
        page.announces("Brouillon gardé").await?;
        publish(page, "Le titre de la nouvelle édition")?;
        page.restart().await?;
        page.go("").await?;
        page.says("Le titre de la nouvelle édition").await?;
        edit(page).await?;
        page.press("button", "Reprendre").await?;
        page.until("the draft to be taken up", async || {
            Ok(value(page, "Titre").await? == "Mon titre")
        })
        .await?;
        save(page, "Le même champ a été modifié ailleurs").await?;
        page.says("Le titre de la nouvelle édition").await?;
        page.says("Mon titre").await
    })
}

/// Types a title for something new, until it is kept.
async fn draft(page: &Page, title: &str) -> Result<()> {
    page.fill("textbox", "Titre", title).await?;
    page.announces("Brouillon gardé").await?;
    page.until("all of it to be kept", async || {
        let stored = page.stored().await?;
        let kept = stored.get(&(prefix() + "draft/")).and_then(Value::as_str);
        Ok(kept.is_some_and(|kept| kept.contains(title)))
    })
    .await
}

#[test]
fn a_form_that_is_left_lets_go_of_its_own_draft_alone() -> Result<()> {
    visit(async |page| {
        page.go("modifier").await?;
        page.find("textbox", "Titre").await?;
        let (first, second) = page.second_tab().await?;
        page.go("modifier").await?;
        draft(page, "Un long texte").await?;
        page.to_tab(&first).await?;
        page.press("button", "Abandonner").await?;
        page.until("the form to be left", async || {
            Ok(!page.text().await?.contains("Abandonner"))
        })
        .await?;
        page.to_tab(&second).await?;
        page.kill().await?;
        page.go("modifier").await?;
        page.says("Un long texte").await?;
        // What was offered is thrown away only as it was offered.
        let (first, second) = page.second_tab().await?;
        page.go("modifier").await?;
        page.press("button", "Reprendre").await?;
        draft(page, "Un texte plus long encore").await?;
        page.to_tab(&first).await?;
        page.press("button", "Jeter").await?;
        page.says("Un texte plus long encore").await?;
        page.press("button", "Jeter").await?;
        page.until("the draft to be gone", async || {
            Ok(!page.stored().await?.keys().any(|key| key.contains("draft/")))
        })
        .await?;
        drop(second);
        Ok(())
    })
}

#[test]
fn an_undone_edit_leaves_the_private_number_that_another_tab_added() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        edit(page).await?;
        page.fill("textbox", "Titre", "Marck : masques pour tous").await?;
        save(page, "1 proposition").await?;
        let (first, _) = page.second_tab().await?;
        page.go("").await?;
        let contact = r#"{"id":"p2","kind":"phone","value":"03 21 00 00 99","label":"","public":false}"#;
        page.plant(&(prefix() + "private/" + MARCK + "/p2"), contact)
            .await?;
        page.to_tab(&first).await?;
        // It hears of it, and reads again.
        tokio::time::sleep(Duration::from_secs(1)).await;
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé.").await?;
        let stored = page.stored().await?;
        ensure!(
            stored.contains_key(&(prefix() + "private/" + MARCK + "/p2")),
            "the number is gone"
        );
        ensure!(!stored.keys().any(|key| key.contains(":change/")), "{stored:?}");
        Ok(())
    })
}

#[test]
fn an_import_of_a_thousand_reaches_another_tab_in_a_few_readings() -> Result<()> {
    visit(async |page| {
        let entries: Vec<Value> = (0..1000)
            .map(|n| json!({ "id": format!("lot-{n}"), "title": format!("Lot {n}"), "summary": "Un texte." }))
            .collect();
        page.go("").await?;
        page.lists(8).await?;
        let count = "globalThis.reads = 0;
            const get = Storage.prototype.getItem;
            Storage.prototype.getItem = function (key) {
                globalThis.reads += key.includes(':change/') ? 1 : 0;
                return get.call(this, key);
            };";
        page.script(count).await?;
        let (first, second) = page.second_tab().await?;
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let mut file: Value = serde_json::from_slice(&bytes)?;
        file["initiatives"]
            .as_array_mut()
            .context("no list")?
            .extend(entries);
        let path = page.file("mille.json", file.to_string())?;
        page.choose_file("Importer un fichier", &path).await?;
        page.press("button", "Importer 1 000 initiatives").await?;
        page.announces("1 000 initiatives").await?;
        page.to_tab(&first).await?;
        let begun = Instant::now();
        page.announces("1 008 initiatives").await?;
        let waited = begun.elapsed();
        // A later burst, if there is one, has its time to come.
        tokio::time::sleep(Duration::from_secs(2)).await;
        let reads = page.number("return globalThis.reads").await?;
        eprintln!("1,000 changes: {reads} readings of one, shown {waited:?} after the turn to the tab");
        ensure!(
            (1000.0..=3000.0).contains(&reads),
            "{reads} texts were read for 1,000 changes"
        );
        page.to_tab(&second).await
    })
}

#[test]
fn what_one_tab_is_writing_is_measured_and_makes_no_other_merge_again() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Une de ce téléphone").await?;
        page.go("").await?;
        page.lists(9).await?;
        // Whoever merges reads the changes.
        page.script(
            "globalThis.reads = 0;
            const get = Storage.prototype.getItem;
            Storage.prototype.getItem = function (key) {
                globalThis.reads += key.includes(':change/') ? 1 : 0;
                return get.call(this, key);
            };",
        )
        .await?;
        let (list, data) = page.second_tab().await?;
        page.go("donnees").await?;
        page.says("Mes modifications").await?;
        let drafts = async || Ok::<_, anyhow::Error>(page.text().await?.contains("Brouillons"));
        ensure!(!drafts().await?, "there are drafts before there is one");
        page.second_tab().await?;
        page.go("importer").await?;
        let release = "Marck : 400 masques cousus par des bénévoles. Contact : 03 21 00 00 00.";
        page.fill("textbox", "Texte du communiqué", release).await?;
        page.press("button", "Analyser").await?;
        page.until("the release to be kept", async || {
            Ok(page.stored().await?.keys().any(|key| key.contains("intake/")))
        })
        .await?;
        page.to_tab(&data).await?;
        page.until("the draft to be measured", async || drafts().await)
            .await?;
        page.to_tab(&list).await?;
        // A reading that is about to come has its time.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let reads = page.number("return globalThis.reads").await?;
        ensure!(reads < 1.0, "{reads} changes were read because of a draft");
        Ok(())
    })
}

#[test]
fn a_tab_that_was_frozen_reads_what_it_missed_before_it_writes() -> Result<()> {
    visit(async |page| {
        let (first, second) = two_forms(page).await?;
        page.fill("textbox", "Titre", "Avant le gel").await?;
        let state = |state: &str| json!({ "state": state });
        page.browser()
            .command("Page.setWebLifecycleState", state("frozen"))
            .await?;
        page.to_tab(&second).await?;
        page.fill("textbox", "Titre", "Pendant le gel").await?;
        save(page, "Gardé sur ce téléphone. Pas encore envoyé.").await?;
        page.to_tab(&first).await?;
        page.browser()
            .command("Page.setWebLifecycleState", state("active"))
            .await?;
        page.press("button", "Enregistrer").await?;
        page.says("Pendant le gel").await?;
        page.says("Avant le gel").await?;
        page.says("Le même champ a été modifié des deux côtés.").await
    })
}

#[test]
fn a_page_that_the_history_kept_reads_again_when_it_comes_back() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.script("globalThis.wasKept = true").await?;
        let (first, second) = page.second_tab().await?;
        page.to_tab(&first).await?;
        page.try_to_go("catalogue.json").await?;
        page.to_tab(&second).await?;
        page.go("").await?;
        page.add("Pendant l’absence").await?;
        page.to_tab(&first).await?;
        page.back().await?;
        let kept = page.script("return globalThis.wasKept === true").await?;
        eprintln!("the history kept the page: {kept}");
        page.lists(9).await
    })
}

/// What a page leaves that died in the middle of an import.
const UNFINISHED: [(&str, &str); 2] = [
    ("change/half", "1"),
    (
        "journal/left",
        r#"{"put":["change/half","batch/left"],"room":"","set":[],"remove":[]}"#,
    ),
];

#[test]
fn what_may_be_another_page_s_writing_is_swept_by_a_page_that_is_alone() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        let unfinished = async || {
            let stored = page.stored().await?;
            Ok::<_, anyhow::Error>(stored.contains_key(&(prefix() + "change/half")))
        };
        page.until("the page to be one that others find", async || {
            let held = "return navigator.locks.query().then((all) => all.held.length)";
            Ok(page.script(held).await? == json!(1))
        })
        .await?;
        for (key, text) in UNFINISHED {
            page.plant(&(prefix() + key), text).await?;
        }
        let (first, second) = page.second_tab().await?;
        for _ in 0..3 {
            page.go("donnees").await?;
            page.find("button", "Sauvegarder").await?;
        }
        ensure!(unfinished().await?, "it was swept beside another page");
        page.close_tab().await?;
        page.to_tab(&first).await?;
        let mark = prefix() + "mark/left";
        // The browser may take a moment to end the tab that was closed.
        page.until("a start that is alone", async || {
            page.go("donnees").await?;
            tokio::time::sleep(Duration::from_secs(1)).await;
            Ok(page.stored().await?.contains_key(&mark))
        })
        .await?;
        ensure!(unfinished().await?, "it was swept at the first look");
        page.go("donnees").await?;
        page.until("the sweep", async || Ok(!unfinished().await?)).await?;
        let left = page.stored().await?;
        ensure!(
            !left.keys().any(|key| key.ends_with("/left")),
            "left behind: {left:?}"
        );
        drop(second);
        Ok(())
    })
}

#[test]
fn a_tab_older_than_the_storage_says_so_and_writes_nothing() -> Result<()> {
    visit(async |page| {
        edit(page).await?;
        page.fill("textbox", "Titre", "Écrit dans un vieil onglet")
            .await?;
        page.announces("Brouillon gardé").await?;
        let (first, _second) = page.second_tab().await?;
        page.go("").await?;
        page.plant(&(prefix() + "layout"), "99").await?;
        page.to_tab(&first).await?;
        let newer = "Une version plus récente de Solidaire a écrit sur cet appareil";
        page.announces(newer).await?;
        let before = page.stored().await?;
        page.fill("textbox", "Résumé", "Rien de ceci n’est gardé.")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.announces("Ce n’est pas gardé. Rien de ce que vous avez écrit n’est effacé.")
            .await?;
        ensure!(
            value(page, "Titre").await? == "Écrit dans un vieil onglet",
            "the text is gone"
        );
        page.is_accessible("a tab that is too old").await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        ensure!(page.stored().await? == before, "it was written all the same");
        Ok(())
    })
}
