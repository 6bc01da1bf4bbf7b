//! « À la demande de la personne »: what a person asked to have removed is nowhere on the phone, and
//! nothing brings it back.

use anyhow::{Context, Result, ensure};
use browser_tests::forms::prefix;
use browser_tests::page::Name;
use browser_tests::proposals::{MARCK, MARCK_TITLE, message, paste, proposal, to_inbox};
use browser_tests::{Page, Profile, Site, visit_with};
use serde_json::{Value, json};

const NAME: &str = "Jeanne Exemple";
const PHONE: &str = "032100000";
const ID: &str = "jeanne0000000000000000000";

/// Publishes an edition that tells of her, in an entry and in a press release.
fn publish_her(site: &Site) -> Result<Value> {
    let hers = json!({
        "id": ID, "title": format!("Couture de {NAME}"), "summary": "Elle coud.", "status": "published",
        "contacts": [{ "id": "tel", "kind": "phone", "value": format!("{PHONE}1"), "label": NAME }],
    });
    let item = json!({ "initiative": ID, "title": "Couture", "text": format!("{NAME} coud.") });
    site.publish(|next| {
        let push = |list: &mut Value, one: Value| list.as_array_mut().map(|list| list.push(one));
        push(&mut next["initiatives"], hers);
        push(&mut next["communiques"][0]["sections"][0]["items"], item);
    })
}

/// Publishes her removal, as an editor who forgets the press release.
fn publish_removal(site: &Site) -> Result<()> {
    let published = site.publish(|next| {
        if let Some(all) = next["initiatives"].as_array_mut() {
            all.retain(|entry| entry["id"] != ID);
        }
        next["removed"] = json!([{ "id": ID, "at": "2020-05-03T10:00:00Z", "reason": "request" }]);
    })?;
    ensure!(
        published.to_string().contains(NAME),
        "the press release should still name her"
    );
    Ok(())
}

/// Leaves something of her under every kind of key.
async fn leave_traces(page: &Page) -> Result<()> {
    page.correct(ID, "Résumé", &format!("{NAME} coud des masques."))
        .await?;
    page.add("Une autre chose").await?;
    page.go(&format!("modifier?id={ID}")).await?;
    page.fill("textbox", "Titre", &format!("{NAME}, brouillon"))
        .await?;
    page.announces("Brouillon gardé").await?;
    for (key, text) in [
        (format!("hidden/{ID}"), String::new()),
        ("aside/a".to_owned(), format!("private/{ID}/x\n{{{NAME}")),
        (
            format!("private/{ID}/tel2"),
            format!(r#"{{"id":"tel2","kind":"phone","value":"{PHONE}2","label":"{NAME}","public":false}}"#),
        ),
        (
            format!("excerpt/{ID}/e"),
            format!(
                r#"{{"id":"e","initiative":"{ID}","at":"2020-05-01T10:00:00Z","text":"{NAME} coud des masques."}}"#
            ),
        ),
    ] {
        page.plant(&[prefix(), key].concat(), &text).await?;
    }
    Ok(())
}

/// Nothing of her is in any key or any file of any cache.
async fn is_nowhere(page: &Page, after: &str) -> Result<()> {
    let all = page.everything_kept().await?;
    for trace in [NAME, PHONE] {
        if let Some(at) = all.find(trace) {
            let around: String = all[..at].chars().rev().take(200).collect();
            let around: String = around.chars().rev().collect();
            anyhow::bail!("after {after}, « {trace} » is left behind: {around}");
        }
    }
    ensure!(!page.text().await?.contains(NAME), "after {after}, she is shown");
    Ok(())
}

async fn keeps(page: &Page, edition: &str) -> Result<()> {
    page.until("the new bytes to be kept", async || {
        Ok(page.everything_kept().await?.contains(edition))
    })
    .await
}

#[test]
fn a_persons_request_erases_everything_and_nothing_brings_it_back() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let with_her = publish_her(&page.site)?;
        page.go("").await?;
        page.lists(9).await?;
        page.keeps_edition().await?;
        leave_traces(page).await?;
        page.go("donnees").await?;
        page.press("button", "Sauvegarder").await?;
        let (_, backup) = page.downloaded("solidaire-sauvegarde", ".json").await?;
        ensure!(
            String::from_utf8_lossy(&backup).contains(NAME),
            "the backup lacks her"
        );
        ensure!(
            page.everything_kept().await?.contains(NAME),
            "she should still be there"
        );

        // Under an open form about her.
        page.go(&format!("modifier?id={ID}")).await?;
        page.find("textbox", "Titre").await?;
        page.keeps_edition().await?;
        publish_removal(&page.site)?;
        page.comes_online().await?;
        page.announces("Nouvelle édition\u{a0}: 1 retirée.").await?;
        page.gone("textbox", "Titre").await?;
        keeps(page, "edition-3").await?;
        is_nowhere(page, "the removal").await?;
        page.go("").await?;
        page.lists(9).await?;
        page.go("communique?n=7").await?;
        is_nowhere(page, "a look at the press release").await?;
        page.go("propositions").await?;
        page.announces("1 proposition").await?;

        page.go("donnees").await?;
        let path = page.file("backup.json", &backup)?;
        page.choose_file("Restaurer", &path).await?;
        page.says("des personnes ont demandé à être retirées").await?;
        page.press("button", "Restaurer la sauvegarde").await?;
        page.announces("La sauvegarde est restaurée").await?;
        is_nowhere(page, "the restoring of a backup").await?;

        let path = page.file("catalogue.json", with_her.to_string())?;
        page.choose_file("Importer un fichier", &path).await?;
        page.says("Les refusées\u{a0}: ce site les a retirées").await?;
        page.press("button", "Ne rien faire").await?;
        is_nowhere(page, "the preview of a file").await?;

        page.site.upload(&with_her)?;
        page.comes_online().await?;
        page.press("button", "Prendre celle du site").await?;
        page.announces("Vous voyez maintenant l’édition que le site propose.")
            .await?;
        keeps(page, "edition-2").await?;
        page.go("").await?;
        page.lists(9).await?;
        is_nowhere(page, "an earlier edition").await?;
        let mark = [prefix(), "erased/".to_owned(), ID.to_owned()].concat();
        let mark = page.stored().await?.get(&mark).cloned().context("no mark")?;
        ensure!(mark == "", "the mark says {mark}");
        Ok(())
    })
}

#[test]
fn an_open_inbox_loses_what_is_about_her_when_her_request_comes() -> Result<()> {
    for at_a_start in [false, true] {
        visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
            publish_her(&page.site)?;
            to_inbox(page).await?;
            let title = format!("Couture de {NAME}");
            let hers = [("title", json!(title), json!(format!("{title}, le soir")))];
            let other = [("title", json!(MARCK_TITLE), json!("Marck : masques pour tous"))];
            let mut sent = proposal("c1", "Paul", &[(ID, &hers), (MARCK, &other)]);
            sent["message"] = json!(format!("{NAME} coud le soir."));
            paste(page, &message(page, &sent)).await?;
            page.announces("2 champs à décider, sur 2 initiatives.").await?;
            page.says(&format!("{NAME} coud le soir.")).await?;
            page.keeps_edition().await?;
            publish_removal(&page.site)?;
            if at_a_start {
                page.reload().await?;
            } else {
                page.comes_online().await?;
            }
            page.announces("1 champ à décider, sur 1 initiative.").await?;
            page.says("Marck : masques pour tous").await?;
            keeps(page, "edition-3").await?;
            is_nowhere(page, "a removal beside the open inbox").await
        })?;
    }
    Ok(())
}

#[test]
fn a_request_that_came_while_the_phone_was_away_is_honoured_at_the_next_start() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        publish_her(&page.site)?;
        page.go("").await?;
        page.keeps_edition().await?;
        leave_traces(page).await?;
        publish_removal(&page.site)?;
        page.restart().await?;
        page.go("").await?;
        page.lists(9).await?;
        keeps(page, "edition-3").await?;
        is_nowhere(page, "a start").await?;
        page.press("link", Name::Holds("1 modification")).await?;
        page.announces("1 proposition").await
    })
}

#[test]
fn a_forged_backup_erases_nothing_unless_its_person_agrees() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.keeps_edition().await?;
        page.correct(MARCK, "Titre", "Corrigé ici").await?;
        let published = page.site.catalogue()?;
        let ids = published["initiatives"].as_array().context("none")?.iter();
        let entries: serde_json::Map<String, Value> = ids
            .filter_map(|entry| entry["id"].as_str())
            .map(|id| (format!("erased/{id}"), json!("")))
            .collect();
        let forged = json!({ "format": "solidaire-backup", "version": 1, "entries": entries }).to_string();
        let path = page.file("backup.json", &forged)?;
        let marks = async || {
            let stored = page.stored().await?;
            Ok::<_, anyhow::Error>(stored.keys().filter(|key| key.contains(":erased/")).count())
        };

        page.go("donnees").await?;
        page.choose_file("Restaurer", &path).await?;
        page.says("8 initiatives d’ici ont été retirées").await?;
        page.says("Cela supprimerait 1 élément de cet appareil").await?;
        page.is_accessible("a backup that would erase").await?;
        page.press("button", "Restaurer la sauvegarde").await?;
        page.announces("La sauvegarde est restaurée").await?;
        ensure!(marks().await? == 0, "a mark was written unasked");
        page.go("").await?;
        page.lists(8).await?;
        page.says("Corrigé ici").await?;

        page.go("donnees").await?;
        page.choose_file("Restaurer", &path).await?;
        page.press("checkbox", "Effacer aussi cela de cet appareil, pour toujours")
            .await?;
        page.press("button", "Restaurer la sauvegarde").await?;
        page.announces("La sauvegarde est restaurée").await?;
        ensure!(marks().await? == 8, "not every mark was written");
        page.go("").await?;
        page.lists(0).await?;
        page.go("propositions").await?;
        page.announces("Aucune proposition").await
    })
}
