//! Files out and in: the catalogue, what others send, backups, and files that mean no good.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::{Page, visit};
use serde_json::{Value, json};

async fn export(page: &Page) -> Result<Value> {
    page.press("button", "Exporter en JSON").await?;
    let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
    Ok(serde_json::from_slice(&bytes)?)
}

#[test]
fn what_was_exported_comes_back_identical() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        let exported = export(page).await?;
        let published: Value = {
            let path = browser_tests::site::dist()?.join("catalogue.json");
            serde_json::from_slice(&std::fs::read(path)?)?
        };
        ensure!(
            exported["initiatives"] == published["initiatives"],
            "the export differs from what is published"
        );
        ensure!(
            exported["communiques"] == published["communiques"],
            "the press releases differ"
        );
        ensure!(exported["edition"] == published["edition"], "the edition differs");
        page.offer("retour.json", exported.to_string()).await?;
        ensure!(
            page.import_counts().await? == [0, 0, 8, 0],
            "{:?}",
            page.import_counts().await?
        );
        Ok(())
    })
}

#[test]
fn a_changed_file_is_told_before_it_is_written() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        let mut file = export(page).await?;
        let stored = page.stored().await?;
        let entries = file["initiatives"].as_array_mut().context("no initiatives")?;
        entries[0]["summary"] = json!("Un tout autre résumé.");
        entries.push(json!({ "id": "neuve", "title": "Toute neuve", "status": "published" }));
        entries.push(json!({ "summary": "sans titre" }));
        page.offer("modifie.json", file.to_string()).await?;
        let counted = page.import_counts().await?;
        ensure!(
            counted == [1, 1, 7, 1],
            "new, changed, identical, refused: {counted:?}"
        );
        page.says("Rien n’est encore écrit.").await?;
        ensure!(page.stored().await? == stored, "the preview wrote something");
        page.press("button", "Importer 2 initiatives").await?;
        page.announces("2 initiatives importées").await?;
        page.reload().await?;
        page.go("").await?;
        page.lists(9).await?;
        page.says("Un tout autre résumé.").await?;
        page.says("Toute neuve").await?;
        page.go("propositions").await?;
        page.announces("2 propositions").await?;
        page.go("donnees").await?;
        page.offer("encore.json", file.to_string()).await?;
        let again = page.import_counts().await?;
        ensure!(again == [0, 0, 9, 1], "the second time: {again:?}");
        Ok(())
    })
}

#[test]
fn an_import_is_taken_back_with_one_press() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        let mut file = export(page).await?;
        let entries = file["initiatives"].as_array_mut().context("no initiatives")?;
        entries.extend((0..30).map(|n| json!({ "id": format!("neuve-{n}"), "title": format!("Neuve {n}") })));
        page.offer("trente.json", file.to_string()).await?;
        page.press("button", "Importer 30 initiatives").await?;
        page.announces("30 initiatives importées").await?;
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé.").await?;
        page.go("").await?;
        page.lists(8).await
    })
}

#[test]
fn hostile_files_are_refused_with_a_sentence() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        page.keeps_edition().await?;
        page.refuses(
            "archive.json",
            b"PK\x03\x04\x14\0\0\0\x08\0rest of an archive",
            "C’est une archive zip",
        )
        .await?;
        page.refuses(
            "page.json",
            b"<!DOCTYPE html><html><body>Wi-Fi gratuit</body></html>",
            "C’est une page web",
        )
        .await?;
        page.refuses("feuille.json", b"%PDF-1.7\n%\xe2\xe3", "C’est un PDF")
            .await?;
        page.refuses(
            "image.json",
            b"\x89PNG\r\n\x1a\n\0\0\0\xff\xfe\xfd",
            "Ce n’est pas du texte\u{a0}: c’est une image",
        )
        .await?;
        page.refuses("vide.json", b"", "Ce fichier est vide").await?;
        page.refuses(
            "autre.json",
            br#"{"format":"recettes","version":1}"#,
            "Ce fichier dit être «\u{a0}recettes\u{a0}»",
        )
        .await?;
        page.refuses(
            "demain.json",
            br#"{"format":"solidaire-catalogue","version":99,"site":{"id":"x"}}"#,
            "version plus récente",
        )
        .await?;
        page.refuses(
            "coupe.json",
            br#"{"format":"solidaire-catalogue","initiatives":[{"title":"a"#,
            "s’arrête avant sa fin",
        )
        .await?;
        let deep = [vec![b'['; 100_000], vec![b']'; 100_000]].concat();
        page.refuses("profond.json", &deep, "trop profondément").await?;
        let many = ["[", &"0,".repeat(2_100_000), "0]"].concat();
        page.refuses("nombreux.json", many.as_bytes(), "nombre de valeurs")
            .await?;
        let huge = vec![b' '; 65 * 1024 * 1024];
        page.refuses("enorme.json", &huge, "trop gros").await?;
        page.go("").await?;
        page.lists(8).await
    })
}

#[test]
fn dangerous_links_of_a_file_become_no_links() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        let mut file = export(page).await?;
        let entries = file["initiatives"].as_array_mut().context("no initiatives")?;
        entries.push(json!({
            "id": "piege", "title": "<img src=x onerror=globalThis.hurt=1>Piège",
            "summary": "<script>globalThis.hurt=1</script>",
            "source": { "url": "javascript:globalThis.hurt=1" },
            "contacts": [
                { "id": "a", "kind": "web", "value": "javascript:globalThis.hurt=1" },
                { "id": "b", "kind": "web", "value": "JaVa\tScRiPt:globalThis.hurt=1" },
                { "id": "c", "kind": "social", "value": "data:text/html,<script>1</script>" },
                { "id": "d", "kind": "web", "value": "vbscript:x" },
                { "id": "e", "kind": "web", "value": "https://example.org/bien" },
            ],
        }));
        page.offer("piege.json", file.to_string()).await?;
        page.press("button", "Importer 1 initiative").await?;
        page.announces("1 initiative importée").await?;
        for address in [
            "",
            "initiative?id=piege",
            "modifier?id=piege",
            "propositions",
            "donnees",
        ] {
            page.go(address).await?;
            page.ready().await?;
            let links = page
                .script(
                    "return [...document.querySelectorAll('[href],[src]')].map((one) => one.href || one.src)",
                )
                .await?;
            for link in links.as_array().context("no links")? {
                let link = link.as_str().unwrap_or("");
                ensure!(
                    ["http://", "https://", "mailto:", "tel:", "sms:"]
                        .iter()
                        .any(|scheme| link.starts_with(scheme)),
                    "« {address} » links to {link}"
                );
            }
            ensure!(
                page.script("return typeof hurt").await? == "undefined",
                "« {address} » ran what it shows"
            );
        }
        page.go("initiative?id=piege").await?;
        page.find("link", Name::Holds("example.org")).await?;
        Ok(())
    })
}

#[test]
fn the_keys_of_a_backup_bring_everything_back() -> Result<()> {
    visit(async |page| {
        page.become_editor().await?;
        page.add("Avant l’effacement").await?;
        page.go("").await?;
        let hidden = page.titles().await?.remove(0);
        page.go("reglages").await?;
        page.press("radio", "Grande").await?;
        page.press("switch", "Outils d’édition").await?;
        page.go("").await?;
        page.press("link", hidden.as_str()).await?;
        page.press("button", "Masquer sur ce téléphone").await?;
        page.lists(8).await?;
        page.go("modifier").await?;
        page.fill("textbox", "Titre", "Un brouillon").await?;
        page.announces("Brouillon gardé à").await?;
        page.go("donnees").await?;
        let before = page.stored().await?;
        page.press("button", "Sauvegarder").await?;
        let (name, bytes) = page.downloaded("solidaire-sauvegarde", ".json").await?;
        let saved: Value = serde_json::from_slice(&bytes)?;
        ensure!(saved["format"] == "solidaire-backup", "{name}: {saved}");
        page.press("button", "Effacer").await?;
        let dialog = page
            .find("dialog", "Effacer tout ce qui est sur ce téléphone\u{a0}?")
            .await?;
        ensure!(
            dialog.text().await?.contains("1 modification"),
            "{}",
            dialog.text().await?
        );
        page.press("button", "Sauvegarder d’abord").await?;
        page.until("the dialog to say where the backup is", async || {
            Ok(dialog.text().await?.contains("est prêt"))
        })
        .await?;
        page.confirm("Effacer tout ce qui est sur ce téléphone\u{a0}?")
            .await?;
        page.announces("Tout ce que vous aviez sur ce téléphone est effacé.")
            .await?;
        // The page says at once that there is nothing any more, and no backup was made of it.
        page.find("heading", "Retrouver ce que vous aviez ailleurs")
            .await?;
        page.says("Aucune sauvegarde n’a encore été faite sur cet appareil.")
            .await?;
        let left = page.stored().await?;
        ensure!(
            left.keys()
                .all(|key| !key.contains("change/") && !key.contains("draft/") && !key.contains("hidden/")),
            "{left:?}"
        );
        page.go("").await?;
        page.lists(8).await?;
        ensure!(
            page.titles().await?.contains(&hidden),
            "what was hidden is still hidden"
        );
        page.go("donnees").await?;
        let path = page.file("sauvegarde.json", &bytes)?;
        page.choose_file("Restaurer", &path).await?;
        page.says("1 modification sera ajoutée").await?;
        page.press("button", "Restaurer la sauvegarde").await?;
        page.announces("La sauvegarde est restaurée").await?;
        page.gone("heading", "Retrouver ce que vous aviez ailleurs")
            .await?;
        page.reload().await?;
        let after = page.stored().await?;
        for (key, value) in &before {
            ensure!(
                after.get(key) == Some(value) || key.ends_with(":device"),
                "{key} was {value}, is {:?}",
                after.get(key)
            );
        }
        // Its device is remembered; what is made from now on is this one's.
        let former = after.keys().any(|key| key.contains(":former/"));
        ensure!(former, "its device is forgotten: {after:?}");
        page.go("").await?;
        page.lists(8).await?;
        page.says("Avant l’effacement").await?;
        page.go("modifier").await?;
        page.find("button", "Reprendre").await?;
        Ok(())
    })
}

#[test]
fn a_backup_of_another_site_mixes_nothing_with_this_one() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Faite ailleurs").await?;
        page.go("donnees").await?;
        page.press("button", "Sauvegarder").await?;
        let (_, bytes) = page.downloaded("solidaire-sauvegarde", ".json").await?;
        let mut backup: Value = serde_json::from_slice(&bytes)?;
        backup["site"] = json!("un-autre-site");
        page.go("propositions").await?;
        page.press("button", Name::Begins("Annuler cet ajout")).await?;
        page.announces("Aucune proposition").await?;
        page.go("donnees").await?;
        let path = page.file("sauvegarde.json", backup.to_string())?;
        page.choose_file("Restaurer", &path).await?;
        page.says("ce qu’elle contient sera mis de côté").await?;
        page.press("button", "Restaurer la sauvegarde").await?;
        page.announces("La sauvegarde est restaurée").await?;
        page.says("1 modification faite pour un autre site").await?;
        page.go("").await?;
        page.lists(8).await?;
        page.go("propositions").await?;
        page.announces("Aucune proposition").await
    })
}

#[test]
fn a_catalogue_of_another_site_comes_beside_this_one() -> Result<()> {
    visit(async |page| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/valid/full.catalogue.json");
        let text = std::fs::read(&path)?;
        page.go("donnees").await?;
        page.offer("ailleurs.json", text).await?;
        page.says("C’est le catalogue d’un autre site").await?;
        let counted = page.import_counts().await?;
        ensure!(counted[0] > 0 && counted[2] == 0, "{counted:?}");
        page.press("button", "Ne rien faire").await?;
        page.go("").await?;
        page.lists(8).await
    })
}
