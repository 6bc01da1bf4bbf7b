//! The device's storage when it refuses, is full, holds rubbish, or is shared.

use anyhow::{Context, Result, ensure};
use browser_tests::forms::prefix;
use browser_tests::page::{Name, plain};
use browser_tests::{Profile, Site, visit, visit_with};

/// Fills the origin's storage for real, under a key of nobody's, down to the last byte.
const FILL: &str = "
    let text = 'x'.repeat(1 << 20), size = text.length, all = '';
    while (size >= 1) {
        try {
            localStorage.setItem('somebody-else', all + text.slice(0, size));
            all += text.slice(0, size);
        } catch {
            size = Math.floor(size / 2);
        }
    }
    return all.length";

#[test]
fn where_storage_is_denied_everything_works_and_says_so() -> Result<()> {
    visit_with(Site::start()?, Profile::that_denies_storage()?, async |page| {
        page.go("").await?;
        let denied = "try { return String(localStorage) } catch (error) { return error.name }";
        // Some throw, some have none.
        let answer = page.script(denied).await?;
        ensure!(
            answer == "SecurityError" || answer == "null",
            "the browser does not deny storage: {answer}"
        );
        page.lists(8).await?;
        page.says("Ce navigateur refuse de garder des données").await?;
        page.press("link", "Ajouter une initiative").await?;
        page.fill("textbox", "Titre", "Seulement en mémoire").await?;
        page.announces("Brouillon non gardé\u{a0}: ce navigateur refuse de garder des données")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.says("Seulement en mémoire").await?;
        page.press("link", "Exporter avant de fermer").await?;
        page.heading("Données").await?;
        page.press("button", "Exporter maintenant").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        ensure!(
            String::from_utf8(bytes)?.contains("Seulement en mémoire"),
            "the export lacks what was added"
        );
        page.press("link", "Initiatives").await?;
        page.lists(9).await?;
        page.reload().await?;
        page.lists(8).await
    })
}

#[test]
fn where_storage_is_full_the_edit_stays_and_nothing_earlier_is_harmed() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Avant que ce soit plein").await?;
        page.go("modifier").await?;
        let filled = page.number(FILL).await?;
        ensure!(filled > 4_000_000.0, "only {filled} characters were filled");
        page.fill("textbox", "Titre", "Une de trop").await?;
        page.fill("textbox", "Résumé", "Ce texte doit rester à l’écran.")
            .await?;
        page.announces("Brouillon non gardé\u{a0}: mémoire pleine")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.announces("Rien de ce que vous avez écrit n’est effacé.")
            .await?;
        page.announces("La mémoire de ce navigateur est pleine").await?;
        let title = page.find("textbox", "Titre").await?;
        ensure!(
            title.value().await?.as_deref() == Some("Une de trop"),
            "the title is gone"
        );
        let summary = page.find("textbox", "Résumé").await?;
        ensure!(
            summary.value().await?.map(|text| plain(&text)).as_deref()
                == Some("Ce texte doit rester à l’écran."),
            "the text is gone"
        );
        page.is_accessible_in_every_look("a save that found no room")
            .await?;
        page.press("button", "Télécharger ce que vous avez écrit").await?;
        let (_, bytes) = page.downloaded("solidaire-brouillon", ".json").await?;
        let changes = page.stored().await?;
        let changes = changes.keys().filter(|key| key.contains("change/")).count();
        ensure!(changes == 1, "{changes} changes are stored");
        page.go("").await?;
        page.lists(9).await?;
        ensure!(
            page.titles().await?.contains(&"Avant que ce soit plein".into()),
            "the earlier change is harmed"
        );
        // Room comes back, and so does the saving.
        page.script("localStorage.removeItem('somebody-else')").await?;
        page.add("Il y a de nouveau de la place").await?;
        page.reload().await?;
        page.announces("2 propositions").await?;
        // What was carried away is taken up again where there is room.
        page.go("donnees").await?;
        page.offer("solidaire-brouillon.json", &bytes).await?;
        page.press("button", "Restaurer la sauvegarde").await?;
        page.announces("La sauvegarde est restaurée").await?;
        page.go("modifier").await?;
        page.press("button", "Reprendre").await?;
        let title = page.find("textbox", "Titre").await?;
        ensure!(title.value().await?.as_deref() == Some("Une de trop"));
        Ok(())
    })
}

#[test]
fn a_failure_looks_like_one() -> Result<()> {
    visit(async |page| {
        page.go("reglages").await?;
        let sides = "const style = getComputedStyle(document.querySelector('.toast'));
            return parseFloat(style.borderInlineStartWidth) / parseFloat(style.borderInlineEndWidth)";
        page.script(FILL).await?;
        page.press("radio", "Très grande").await?;
        page.announces("Ce réglage vaut pour cette page seulement")
            .await?;
        ensure!(page.number(sides).await? > 2.0, "it looks like any notice");
        page.is_accessible_in_every_look("a failure").await
    })
}

#[test]
fn an_import_that_finds_no_room_leaves_nothing_half_done() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let mut file: serde_json::Value = serde_json::from_slice(&bytes)?;
        let entries = file["initiatives"].as_array_mut().context("no initiatives")?;
        entries.extend((0..50).map(|n| {
            serde_json::json!({
                "id": format!("longue-{n}"), "title": format!("Longue {n}"), "summary": "mot ".repeat(400),
            })
        }));
        let path = page.file("longues.json", file.to_string())?;
        page.choose_file("Importer un fichier", &path).await?;
        page.find("button", "Importer 50 initiatives").await?;
        page.script(FILL).await?;
        // Some of it would fit, all of it would not.
        page.script(
            "localStorage.setItem('somebody-else', localStorage.getItem('somebody-else').slice(20000))",
        )
        .await?;
        page.press("button", "Importer 50 initiatives").await?;
        page.announces("rien du fichier n’a été gardé").await?;
        page.go("").await?;
        page.lists(8).await?;
        let stored = page.stored().await?;
        let own: Vec<&String> = stored
            .keys()
            .filter(|key| key.contains("change/") || key.contains("batch/"))
            .collect();
        ensure!(own.is_empty(), "left behind: {own:?}");
        Ok(())
    })
}

#[test]
fn what_cannot_be_read_is_set_aside_told_and_downloadable() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Une bonne").await?;
        let rubbish = "{\"id\": \"abîmé\", ceci n’est pas";
        page.plant(&(prefix() + "change/0123456789abcdefghijklmno"), rubbish)
            .await?;
        page.go("donnees").await?;
        page.find("heading", "Une donnée illisible a été trouvée").await?;
        page.press("button", "Télécharger").await?;
        let (_, bytes) = page.downloaded("solidaire-illisible", ".txt").await?;
        ensure!(
            String::from_utf8(bytes)?.contains(rubbish),
            "the download lacks the text"
        );
        let stored = page.stored().await?;
        ensure!(
            stored
                .values()
                .any(|text| text.as_str().is_some_and(|text| text.contains("ceci n’est pas"))),
            "the text is lost: {stored:?}"
        );
        page.go("propositions").await?;
        page.announces("1 proposition").await?;
        page.go("").await?;
        page.lists(9).await?;
        page.go("donnees").await?;
        page.press("button", "Les effacer").await?;
        page.confirm("Effacer les données illisibles\u{a0}?").await?;
        page.announces("Les données illisibles sont effacées.").await?;
        page.reload().await?;
        page.gone("heading", Name::Holds("illisible a été trouvée"))
            .await?;
        page.go("").await?;
        page.lists(9).await
    })
}

#[test]
fn what_cannot_be_read_is_told_and_downloadable_where_there_is_no_room_to_move_it() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        let rubbish = ["{\"id\": \"abîmé\", ceci n’est pas", &" ".repeat(500)].concat();
        for name in [
            "change/0123456789abcdefghijklmno",
            "sent/0123456789abcdefghijklmno",
        ] {
            page.plant(&(prefix() + name), &rubbish).await?;
        }
        page.number(FILL).await?;
        page.go("donnees").await?;
        page.find("heading", Name::Begins("2 données illisibles")).await?;
        page.press("button", "Télécharger").await?;
        let (_, bytes) = page.downloaded("solidaire-illisible", ".txt").await?;
        let text = String::from_utf8(bytes)?;
        ensure!(
            text.matches(&rubbish).count() == 2 && text.contains("change/0123"),
            "the download lacks a text"
        );
        // Another tab writes: everything is read again, and named once.
        page.second_tab().await?;
        page.go("donnees").await?;
        page.find("heading", Name::Begins("2 données illisibles")).await?;
        page.press("button", "Les effacer").await?;
        page.confirm("Effacer les données illisibles\u{a0}?").await?;
        page.announces("Les données illisibles sont effacées.").await?;
        page.reload().await?;
        page.gone("heading", Name::Holds("illisibles ont été trouvées"))
            .await
    })
}

#[test]
fn the_keys_of_others_on_the_same_origin_are_never_touched() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        let others = [
            "another-app".to_owned(),
            "solidaire:/asso/:change/aaaaaaaaaaaaaaaaaaaaaaaaa".to_owned(),
            "solidaire:/asso/solidaire/autre/:setting/lang".to_owned(),
            "change/0123456789abcdefghijklmno".to_owned(),
        ];
        for key in &others {
            page.plant(key, "not { json").await?;
        }
        page.reload().await?;
        page.lists(8).await?;
        page.add("À effacer").await?;
        page.go("donnees").await?;
        ensure!(
            !page
                .has("heading", Name::Holds("illisible a été trouvée"))
                .await?,
            "a foreign key was read"
        );
        page.press("button", "Sauvegarder").await?;
        let (_, bytes) = page.downloaded("solidaire-sauvegarde", ".json").await?;
        ensure!(
            !String::from_utf8(bytes)?.contains("not { json"),
            "a foreign value is in the backup"
        );
        page.erase_everything().await?;
        let stored = page.stored().await?;
        for key in &others {
            ensure!(
                stored.get(key).is_some_and(|text| text == "not { json"),
                "{key} is gone"
            );
        }
        Ok(())
    })
}

#[test]
fn what_one_tab_saves_another_shows_without_a_reload() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        let (first, second) = page.second_tab().await?;
        page.go("").await?;
        page.add("Écrite dans l’autre onglet").await?;
        page.to_tab(&first).await?;
        page.lists(9).await?;
        page.says("Écrite dans l’autre onglet").await?;
        page.add("Et dans le premier").await?;
        page.to_tab(&second).await?;
        page.announces("2 propositions").await?;
        page.press("button", Name::Begins("Annuler cet ajout\u{a0}: Écrite"))
            .await?;
        page.to_tab(&first).await?;
        page.announces("1 proposition").await?;
        page.gone("link", "Écrite dans l’autre onglet").await
    })
}
