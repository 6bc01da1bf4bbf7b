//! Publishing: what is online is joined, the file is saved and its arrival checked; and the catalogue of
//! another site, decided on entry by entry.

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::publishing::{look, publish, put_online, served};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};

fn read(page: &Page) -> Result<Value> {
    Ok(serde_json::from_slice(&std::fs::read(served(page)?)?)?)
}

/// Puts another file online, as a colleague or a host would.
fn serve(page: &Page, catalogue: &Value) -> Result<()> {
    std::fs::write(served(page)?, serde_json::to_vec_pretty(catalogue)?)?;
    Ok(())
}

/// What a colleague publishes on top of what is online.
fn by_a_colleague(page: &Page, change: impl FnOnce(&mut Value)) -> Result<()> {
    let mut catalogue = read(page)?;
    let edition = &mut catalogue["edition"];
    let number = edition["number"].as_u64().context("no number")?;
    edition["parent"] = edition["id"].clone();
    edition["id"] = json!(format!("du-collegue-{number}"));
    edition["number"] = json!(number + 1);
    edition["published_at"] = json!("2026-01-02T08:00:00Z");
    change(&mut catalogue);
    serve(page, &catalogue)
}

#[test]
fn a_change_is_published_and_seen_online_before_it_is_done() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        page.add("Une nouveauté de l’éditeur").await?;
        let before = read(page)?;
        page.go("relire").await?;
        page.is_accessible_in_every_look("publishing, before a look")
            .await?;
        look(page).await?;
        page.says("1 ajout").await?;
        page.is_accessible_in_every_look("what would be published")
            .await?;
        let bytes = publish(page).await?;
        let next: Value = serde_json::from_slice(&bytes)?;
        ensure!(
            next["edition"]["parent"] == before["edition"]["id"],
            "another parent"
        );
        ensure!(
            next["edition"]["number"].as_u64() > before["edition"]["number"].as_u64(),
            "the number does not rise"
        );
        ensure!(
            next["initiatives"].as_array().context("none")?.len() == 9,
            "not nine initiatives"
        );
        // Saved is not published.
        page.press("button", "Vérifier la mise en ligne").await?;
        page.announces("C’est encore l’ancienne édition").await?;
        page.is_accessible_in_every_look("an edition that is not online yet")
            .await?;
        page.go("propositions").await?;
        page.announces("1 proposition").await?;
        // Now somebody puts it there.
        page.go("relire").await?;
        page.says("Déposez-le sur votre hébergement").await?;
        put_online(page, &bytes).await?;
        ensure!(
            !page.text().await?.contains("Déposez-le sur votre hébergement"),
            "what is online is still to be put there"
        );
        page.go("propositions").await?;
        page.announces("Aucune").await?;
        let left = page.stored().await?;
        ensure!(
            left.keys().all(|key| !key.contains("change/")),
            "a done change is kept: {left:?}"
        );
        page.go("").await?;
        page.lists(9).await
    })
}

#[test]
fn what_a_colleague_published_meanwhile_is_told_and_joined() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        page.add("La mienne").await?;
        page.go("relire").await?;
        page.find("button", "Vérifier ce qui est en ligne").await?;
        by_a_colleague(page, |catalogue| {
            catalogue["initiatives"][0]["summary"] = json!("Récrit par un collègue.");
            if let Some(list) = catalogue["initiatives"].as_array_mut() {
                list.push(
                    json!({ "id": "du-collegue", "title": "Celle du collègue", "status": "published" }),
                );
            }
        })?;
        page.press("button", "Vérifier ce qui est en ligne").await?;
        page.says("Une autre édition a été publiée le").await?;
        page.script("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            .await?;
        page.says("Celle du collègue").await?;
        let bytes = publish(page).await?;
        let next: Value = serde_json::from_slice(&bytes)?;
        let titles: Vec<&str> = next["initiatives"]
            .as_array()
            .context("none")?
            .iter()
            .filter_map(|entry| entry["title"].as_str())
            .collect();
        ensure!(
            titles.contains(&"La mienne") && titles.contains(&"Celle du collègue"),
            "{titles:?}"
        );
        ensure!(
            next["initiatives"][0]["summary"] == "Récrit par un collègue.",
            "a lost text"
        );
        // Between the saving and the upload, a colleague publishes once more.
        by_a_colleague(page, |catalogue| {
            catalogue["site"]["notice"] = json!("Bonne année");
        })?;
        page.press("button", "Vérifier la mise en ligne").await?;
        page.announces("Un autre fichier est en ligne").await?;
        page.go("propositions").await?;
        page.announces("1 proposition").await
    })
}

#[test]
fn the_same_field_on_both_sides_is_asked_before_anything_is_published() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        let first = read(page)?["initiatives"][0]["id"]
            .as_str()
            .context("no id")?
            .to_owned();
        page.go(&format!("modifier?id={first}")).await?;
        page.fill("textbox", "Résumé", "Mon résumé.").await?;
        page.press("button", "Enregistrer").await?;
        page.announces("Gardé sur cet appareil").await?;
        by_a_colleague(page, |catalogue| {
            catalogue["initiatives"][0]["summary"] = json!("Le sien.");
        })?;
        look(page).await?;
        page.says("1 question à trancher d’abord").await?;
        ensure!(
            !page.has("button", "Publier").await?,
            "it can be published over a question"
        );
        page.press("link", "Trancher").await?;
        page.press("button", "Garder la mienne").await?;
        look(page).await?;
        let next: Value = serde_json::from_slice(&publish(page).await?)?;
        ensure!(
            next["initiatives"][0]["summary"] == "Mon résumé.",
            "not what was chosen"
        );
        Ok(())
    })
}

#[test]
fn what_is_online_may_be_out_of_reach_broken_or_another_sites() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        page.add("En attendant").await?;
        let good = std::fs::read(served(page)?)?;
        let mut other = read(page)?;
        other["site"]["id"] = json!("un-autre");
        other["site"]["title"] = json!("Ailleurs");
        page.go("relire").await?;
        page.find("button", "Vérifier ce qui est en ligne").await?;
        std::fs::write(served(page)?, b"{\"format\":")?;
        page.press("button", "Vérifier ce qui est en ligne").await?;
        page.says("Le fichier en ligne est abîmé").await?;
        serve(page, &other)?;
        page.press("button", "Vérifier ce qui est en ligne").await?;
        page.says("celui d’un autre site").await?;
        std::fs::write(served(page)?, &good)?;
        page.site.stop();
        page.press("button", "Vérifier ce qui est en ligne").await?;
        page.says("Le site ne répond pas").await?;
        page.press("button", "Continuer avec la dernière édition connue")
            .await?;
        page.says("déposer ce fichier effacerait ses changements").await?;
        let next: Value = serde_json::from_slice(&publish(page).await?)?;
        ensure!(
            next["initiatives"].as_array().context("none")?.len() == 9,
            "not nine"
        );
        page.press("button", "Vérifier la mise en ligne").await?;
        page.announces("Le site ne répond pas").await?;
        Ok(())
    })
}

/// Every byte that the site serves.
fn every_served_byte(folder: &std::path::Path, look: &mut impl FnMut(&std::path::Path, &[u8])) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            every_served_byte(&path, look)?;
        } else {
            look(&path, &std::fs::read(&path)?);
        }
    }
    Ok(())
}

#[test]
fn a_persons_request_leaves_nothing_online_nor_on_the_editors_device() -> Result<()> {
    const SECRETS: [&str; 4] = ["Zwetana", "06 98 76 54 32", "0698765432", "tartes-de-zwetana"];
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let mut catalogue = read(page)?;
        catalogue["initiatives"].as_array_mut().context("none")?.push(json!({
            "id": "des-tartes", "title": "Les tartes de Zwetana", "summary": "Zwetana Exemple fait des tartes.",
            "organiser": { "name": "Zwetana Exemple", "kind": "individual", "consent": true },
            "contacts": [ { "id": "p", "kind": "phone", "value": "0698765432" },
                          { "id": "w", "kind": "web", "value": "https://tartes-de-zwetana.example" } ],
            "status": "published",
        }));
        catalogue["initiatives"]
            .as_array_mut()
            .context("none")?
            .push(json!({
                "id": "de-la-soupe", "title": "De la soupe", "summary": "De la soupe avec Zwetana Exemple.",
                "status": "published",
            }));
        catalogue["communiques"][0]["lead"] = json!("Merci à Zwetana Exemple, 06 98 76 54 32.");
        catalogue["communiques"][0]["sections"][0]["items"]
            .as_array_mut()
            .context("no items")?
            .push(json!({ "initiative": "des-tartes", "title": "Des tartes", "text": "Zwetana Exemple en offre." }));
        serve(page, &catalogue)?;
        page.become_editor().await?;
        // An earlier change of hers that is still on the device.
        page.go("modifier?id=des-tartes").await?;
        page.fill("textbox", "Résumé", "Zwetana fait aussi des gâteaux.")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.announces("Gardé sur cet appareil").await?;
        page.go("initiative?id=des-tartes").await?;
        page.press("button", "Supprimer").await?;
        page.press("radio", "Une personne demande à être retirée").await?;
        page.says("Ne peuvent pas être atteints").await?;
        page.script("document.querySelector('#remove .button-danger').click()")
            .await?;
        page.announces("est supprimée").await?;
        look(page).await?;
        page.says("À la demande d’une personne, ceci est effacé").await?;
        page.says("l’historique d’un dépôt public").await?;
        page.is_accessible_in_every_look("what a person’s request erases")
            .await?;
        // Whether another entry's text still tells of her, a person has to read.
        page.says("Il en reste une trace ici").await?;
        let publishes =
            async || Ok::<_, anyhow::Error>(page.find("button", "Publier").await?.is_enabled().await?);
        ensure!(!publishes().await?, "a trace is published unread");
        page.press(
            "checkbox",
            "J’ai relu ces textes\u{a0}: plus rien n’y désigne cette personne.",
        )
        .await?;
        ensure!(publishes().await?, "what was read cannot be published");
        page.go("modifier?id=de-la-soupe").await?;
        page.fill("textbox", "Résumé", "De la soupe pour tous.").await?;
        page.press("button", "Enregistrer").await?;
        page.announces("Gardé sur cet appareil").await?;
        look(page).await?;
        page.says("À la demande d’une personne, ceci est effacé").await?;
        ensure!(
            !page.text().await?.contains("Il en reste une trace"),
            "a trace is left after it was written anew"
        );
        let bytes = publish(page).await?;
        std::fs::write(served(page)?, &bytes)?;
        let mut traces = Vec::new();
        every_served_byte(page.site.folder()?, &mut |path, bytes| {
            let text = String::from_utf8_lossy(bytes);
            for secret in SECRETS.iter().filter(|secret| text.contains(**secret)) {
                traces.push(format!("« {secret} » in {}", path.display()));
            }
        })?;
        ensure!(traces.is_empty(), "{traces:?}");
        let next: Value = serde_json::from_slice(&bytes)?;
        let items = next["communiques"][0]["sections"][0]["items"]
            .as_array()
            .context("no items")?;
        let last = items.last().context("no item")?;
        ensure!(
            last["withdrawn"] == true && last["text"] == "",
            "the item keeps no place: {last}"
        );
        ensure!(
            next["removed"]
                .as_array()
                .is_some_and(|removed| removed.iter().any(|one| one["reason"] == "request"))
        );
        page.press("button", "Vérifier la mise en ligne").await?;
        page.announces("est en ligne. Chacun la verra").await?;
        for (key, text) in page.stored().await? {
            let text = text.to_string();
            for secret in SECRETS {
                ensure!(!text.contains(secret), "« {secret} » is left under {key}: {text}");
            }
        }
        page.go("communique?n=7").await?;
        page.says("Retiré à la demande d’une personne.").await
    })
}

#[test]
fn what_is_private_and_who_is_named_is_told_before_publishing() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let mut catalogue = read(page)?;
        catalogue["initiatives"][0]["organiser"] =
            json!({ "name": "Paule Exemple", "kind": "individual", "consent": true });
        catalogue["initiatives"][0]["summary"] = json!("Chez Paule Exemple.");
        serve(page, &catalogue)?;
        page.become_editor().await?;
        let first = catalogue["initiatives"][0]["id"]
            .as_str()
            .context("no id")?
            .to_owned();
        // As a form without the consent would have saved it.
        page.go("donnees").await?;
        catalogue["initiatives"][0]["organiser"]["consent"] = json!(false);
        let path = page.file("sans-accord.json", serde_json::to_vec(&catalogue)?)?;
        page.choose_file("Importer un fichier", &path).await?;
        page.press("button", "Importer 1 initiative").await?;
        page.announces("1 initiative importée").await?;
        look(page).await?;
        page.says("1 nom de personne se lirait en ligne").await?;
        page.says("Ce qui reste sur cet appareil").await?;
        page.is_accessible_in_every_look("what is left out, and who is named")
            .await?;
        let link = page.find("link", Name::Holds("(Résumé)")).await?;
        let address = link.attr("href").await?.unwrap_or_default();
        ensure!(address.contains(&first), "it leads to {address}");
        let text = String::from_utf8(publish(page).await?)?;
        let next: Value = serde_json::from_str(&text)?;
        ensure!(
            next["initiatives"][0]["organiser"]["name"] == "",
            "the name is published"
        );
        Ok(())
    })
}

#[test]
fn a_citizen_is_told_that_this_is_for_editors() -> Result<()> {
    visit(async |page| {
        page.go("relire").await?;
        page.find("link", Name::Holds("glages")).await?;
        ensure!(
            !page.has("button", "Vérifier ce qui est en ligne").await?,
            "a citizen publishes"
        );
        Ok(())
    })
}

/// A catalogue of another site: one entry that may be ours, and one that is not.
fn elsewhere(ours: &Value) -> Value {
    json!({
        "format": "solidaire-catalogue", "version": 1,
        "edition": { "id": "ailleurs-1", "number": 1 },
        "site": { "id": "ailleurs", "title": "Ailleurs" },
        "themes": [],
        "initiatives": [
            { "id": "x", "title": ours["title"], "summary": "Vu d’ailleurs.", "practical": "Le matin, à la mairie.",
              "place": ours["place"], "status": "published" },
            { "id": "y", "title": "Rien de commun", "place": { "commune": "Ailleurs-sur-Mer" }, "status": "published" },
        ],
    })
}

#[test]
fn entries_of_another_site_that_may_be_here_are_decided_one_by_one() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let ours = read(page)?["initiatives"][0].clone();
        let file = elsewhere(&ours);
        page.go("donnees").await?;
        let path = page.file("ailleurs.json", file.to_string())?;
        page.choose_file("Importer un fichier", &path).await?;
        page.find("heading", "1 initiative est peut-être déjà ici")
            .await?;
        page.says("et titre voisin").await?;
        page.find("button", "Importer 1 initiative").await?;
        page.says("1 initiative attend votre réponse").await?;
        page.press("radio", Name::Begins("La même que")).await?;
        // What is empty here is taken already; the summary is ours until it is chosen.
        page.find("button", "Importer 2 initiatives").await?;
        page.find("checkbox", "Reprendre\u{a0}: Résumé").await?;
        page.press("button", "Importer 2 initiatives").await?;
        page.announces("2 initiatives importées").await?;
        page.go(&format!(
            "initiative?id={}",
            ours["id"].as_str().context("no id")?
        ))
        .await?;
        page.says("Le matin, à la mairie.").await?;
        page.says(ours["summary"].as_str().context("no summary")?).await?;
        page.go("").await?;
        page.lists(9).await?;
        // What was taken in is found again; what was called the same is answered so, with nothing left to
        // take but what was not chosen, until it is called another one.
        page.go("donnees").await?;
        page.choose_file("Importer un fichier", &path).await?;
        page.find("heading", "1 initiative est peut-être déjà ici")
            .await?;
        page.says("Vous l’avez dit à l’import précédent").await?;
        page.says("0 réponse à donner").await?;
        page.is_accessible("an entry of another site that is known")
            .await?;
        page.press("radio", "Une autre").await?;
        page.press("button", "Importer 1 initiative").await?;
        page.announces("1 initiative importée").await?;
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé.").await?;
        page.go("").await?;
        page.lists(9).await
    })
}
