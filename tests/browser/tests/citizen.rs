//! A citizen's journeys: find, call, propose.

use anyhow::{Result, ensure};
use browser_tests::page::Name;
use browser_tests::{Page, visit};

const MAZINGARBE: &str = "Mazingarbe : la salle des fêtes devient atelier de couture";
const VISORS: &str = "Visières imprimées en 3D par les « Imprimeurs de cœur »";

#[test]
fn the_list_shows_every_initiative_as_an_article_with_a_link() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        ensure!(page.controls("article").await?.len() == 8, "not 8 articles");
        let titles = page.titles().await?;
        for title in &titles {
            ensure!(page.has("link", title.as_str()).await?, "no link « {title} »");
            ensure!(
                page.has("heading", title.as_str()).await?,
                "no heading « {title} »"
            );
        }
        page.says("Édition du 30 avril 2020, archive").await?;
        page.says("3 100").await?;
        page.says("1 600 masques sur 11 000").await?;
        let bars = page.names("progressbar").await?;
        ensure!(
            bars.iter().any(|name| name.contains("1 600 masques sur 11 000")),
            "no progress bar bears those words: {bars:?}"
        );
        Ok(())
    })
}

/// Types into the search box and waits for the one initiative that is meant.
async fn finds(page: &Page, words: &str, title: &str) -> Result<()> {
    page.fill("searchbox", "Rechercher une initiative", words).await?;
    page.until(&format!("« {words} » to find « {title} »"), async || {
        Ok(page.titles().await? == [title])
    })
    .await?;
    page.announces("1 initiative").await
}

#[test]
fn words_find_without_accents_and_with_mistakes() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        finds(page, "visieres", VISORS).await?;
        ensure!(
            !page.text().await?.contains("Rien ne s’écrit exactement"),
            "it was written as it is"
        );
        finds(page, "masque AVION", MAZINGARBE).await?;
        finds(page, "Maziguarbe", MAZINGARBE).await?;
        page.says("Rien ne s’écrit exactement «\u{a0}Maziguarbe\u{a0}»")
            .await?;
        page.press("link", Name::Begins("Chercher «\u{a0}")).await?;
        page.gone("link", Name::Begins("Chercher «\u{a0}")).await?;
        page.lists(1).await?;
        page.fill("searchbox", "Rechercher une initiative", "zzzzzzzz")
            .await?;
        page.lists(0).await?;
        // Who finds nothing is not left alone.
        page.find("link", "Demander à l’association").await?;
        // Nothing is no sight on a map.
        page.gone("link", "Voir sur la carte").await?;
        page.press("link", "Tout afficher").await?;
        page.lists(8).await?;
        page.find("link", "Voir sur la carte").await?;
        // A question is what it asks for.
        page.fill(
            "searchbox",
            "Rechercher une initiative",
            "je cherche un ordinateur",
        )
        .await?;
        page.lists(2).await
    })
}

#[test]
fn filters_stand_in_the_address_and_survive_reload_and_back() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.script("document.querySelector('details.filters').open = true")
            .await?;
        page.choose("Thème", "Continuité pédagogique").await?;
        page.lists(2).await?;
        page.stands_at("?theme=apprendre").await?;
        page.reload().await?;
        page.lists(2).await?;
        page.choose("Commune", "Haisnes").await?;
        page.lists(1).await?;
        page.stands_at("?theme=apprendre&commune=62401").await?;
        page.back().await?;
        page.lists(2).await?;
        page.back().await?;
        page.lists(8).await?;
        ensure!(page.address().await?.is_empty(), "{}", page.address().await?);
        page.script("document.querySelector('details.filters').open = true")
            .await?;
        page.press("checkbox", "Seulement avec un besoin ouvert").await?;
        page.until("the open needs alone", async || {
            Ok(page.titles().await? == [VISORS])
        })
        .await?;
        page.stands_at("?besoins=1").await?;
        page.press("link", Name::Begins("Retirer le filtre")).await?;
        page.lists(8).await?;
        // A served commune finds who serves it, and so does the address from outside.
        page.go("?commune=62065").await?;
        page.until("who serves Avion", async || {
            Ok(page.titles().await?.contains(&MAZINGARBE.into()))
        })
        .await?;
        page.go("?q=ordinateurs&tri=titre").await?;
        page.lists(2).await?;
        let search = page.find("searchbox", "Rechercher une initiative").await?;
        ensure!(
            search.value().await?.as_deref() == Some("ordinateurs"),
            "the box forgot its words"
        );
        let sorted = page.titles().await?;
        ensure!(sorted.is_sorted(), "{sorted:?}");
        Ok(())
    })
}

#[test]
fn the_way_back_from_an_initiative_leads_to_the_list_as_it_was() -> Result<()> {
    visit(async |page| {
        page.go("?theme=apprendre&tri=titre").await?;
        page.lists(2).await?;
        let title = page.titles().await?.remove(0);
        page.press("link", title.as_str()).await?;
        page.heading(&title).await?;
        // What is done meanwhile does not make it forgotten.
        page.press("link", "Proposer une correction").await?;
        page.find("textbox", "Titre").await?;
        page.press("link", "Retour à l’initiative").await?;
        page.heading(&title).await?;
        page.press("link", "Toutes les initiatives").await?;
        page.lists(2).await?;
        page.stands_at("?theme=apprendre&tri=titre").await?;
        page.go("").await?;
        page.lists(8).await?;
        finds(page, "visières bénévoles", VISORS).await?;
        page.until("the words in the address", async || {
            Ok(page.address().await?.starts_with("?q="))
        })
        .await?;
        page.press("link", VISORS).await?;
        page.heading(VISORS).await?;
        page.press("link", "Toutes les initiatives").await?;
        page.lists(1).await?;
        let search = page.find("searchbox", "Rechercher une initiative").await?;
        ensure!(
            search.value().await?.as_deref() == Some("visières bénévoles"),
            "the box forgot its words"
        );
        // Who came from outside has seen no list yet.
        page.press("link", VISORS).await?;
        page.heading(VISORS).await?;
        page.reload().await?;
        page.heading(VISORS).await?;
        page.press("link", "Toutes les initiatives").await?;
        page.lists(8).await
    })
}

#[test]
fn typing_replaces_the_step_of_the_history() -> Result<()> {
    visit(async |page| {
        page.go("a-propos").await?;
        page.go("").await?;
        page.lists(8).await?;
        let steps = page.number("return history.length").await?;
        finds(page, "visieres", VISORS).await?;
        page.until("the words in the address", async || {
            Ok(page.address().await? == "?q=visieres")
        })
        .await?;
        let after = page.number("return history.length").await?;
        ensure!(
            (after - steps).abs() < f64::EPSILON,
            "{steps} steps became {after}"
        );
        page.reload().await?;
        page.lists(1).await?;
        page.back().await?;
        page.heading("À propos").await
    })
}

#[test]
fn one_initiative_is_one_tap_from_a_call_and_a_letter() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.press("link", MAZINGARBE).await?;
        page.heading(MAZINGARBE).await?;
        let call = page
            .find("link", Name::Begins("Appeler"))
            .await?
            .attr("href")
            .await?;
        ensure!(call.as_deref() == Some("tel:0321727800"), "{call:?}");
        let letter = page
            .find("link", Name::Begins("Écrire à"))
            .await?
            .attr("href")
            .await?;
        ensure!(
            letter.as_deref() == Some("mailto:csmazingarbe@orange.fr"),
            "{letter:?}"
        );
        page.says("Avion").await?;
        page.says("Annay").await?;
        ensure!(page.has("button", "Partager").await?, "nothing to share with");
        ensure!(
            !page.has("button", "Supprimer").await?,
            "a citizen may not delete"
        );
        let address = page.address().await?;
        page.reload().await?;
        page.heading(MAZINGARBE).await?;
        // The server adds a slash.
        ensure!(
            page.address().await?.replace("/?", "?") == address,
            "the reload led elsewhere"
        );
        page.press("link", "Toutes les initiatives").await?;
        page.lists(8).await
    })
}

#[test]
fn a_correction_is_kept_on_this_phone_and_can_be_taken_back() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.press("link", MAZINGARBE).await?;
        page.press("link", "Proposer une correction").await?;
        let title = page.find("textbox", Name::Begins("Titre")).await?;
        ensure!(
            title
                .value()
                .await?
                .map(|text| browser_tests::page::plain(&text))
                .as_deref()
                == Some(MAZINGARBE),
            "the form is not filled"
        );
        page.fill("textbox", Name::Begins("Titre"), "Mazingarbe coud encore")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.announces("Gardé sur ce téléphone. Pas encore envoyé.")
            .await?;
        page.heading("Mes propositions").await?;
        page.stands_at("propositions").await?;
        page.announces("1 proposition").await?;
        page.says("Mazingarbe coud encore").await?;
        page.says(MAZINGARBE).await?;
        page.reload().await?;
        page.announces("1 proposition").await?;
        page.says("1 modification gardée sur ce téléphone, pas encore envoyée")
            .await?;
        page.press("link", "Mazingarbe coud encore").await?;
        page.heading("Mazingarbe coud encore").await?;
        page.says("Modifiée sur ce téléphone").await?;
        page.go("propositions").await?;
        page.press("button", Name::Begins("Revenir à la version publiée"))
            .await?;
        page.announces("Aucune proposition").await?;
        page.press("button", "Annuler").await?;
        page.announces("1 proposition").await?;
        page.press("button", Name::Begins("Revenir à la version publiée"))
            .await?;
        page.announces("Aucune proposition").await?;
        page.reload().await?;
        page.announces("Aucune proposition").await?;
        page.go("").await?;
        page.until("the published title", async || {
            Ok(page.titles().await?.contains(&MAZINGARBE.into()))
        })
        .await
    })
}

#[test]
fn proposals_leave_as_a_file_that_the_format_reads() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Colis du samedi").await?;
        page.press("button", "Enregistrer le fichier").await?;
        let (name, bytes) = page.downloaded("solidaire-propositions", ".txt").await?;
        let text = String::from_utf8(bytes)?;
        let value: serde_json::Value = serde_json::from_str(&text)?;
        ensure!(value["format"] == "solidaire-contribution", "{name} holds {text}");
        ensure!(value["changes"].as_array().map(Vec::len) == Some(1), "{text}");
        ensure!(text.contains("Colis du samedi"), "{text}");
        Ok(())
    })
}

#[test]
fn hidden_on_this_phone_comes_back_with_a_press() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.press("link", VISORS).await?;
        page.press("button", "Masquer sur ce téléphone").await?;
        page.lists(7).await?;
        page.announces("est masquée sur ce téléphone. Les autres la voient toujours.")
            .await?;
        page.press("button", "Annuler").await?;
        page.lists(8).await?;
        page.press("link", VISORS).await?;
        page.press("button", "Masquer sur ce téléphone").await?;
        page.lists(7).await?;
        page.reload().await?;
        page.lists(7).await?;
        page.go("propositions").await?;
        page.announces("Aucune proposition").await?;
        page.press("button", Name::Begins("La montrer de nouveau"))
            .await?;
        page.go("").await?;
        page.lists(8).await
    })
}
