//! New editions, and every odd thing that can be served in the place of one.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::forms::prefix;
use browser_tests::page::Name;
use browser_tests::publishing::look;
use browser_tests::{Page, Profile, Site, visit_with};
use serde_json::{Value, json};
use solidaire::format::packed::legible;

/// The name of the catalogue's cache, and another site's on the same origin.
const CACHE: &str = "solidaire:/asso/solidaire/:edition";
const OTHER_CACHE: &str = "solidaire:/asso/:edition";

/// The names of the caches of what is published; the application's own files are nobody's data.
const CACHES: &str = "return caches.keys().then((names) => names.filter((name) => !name.endsWith(':files')))";

fn initiative(id: &str, title: &str) -> Value {
    json!({ "id": id, "title": title, "summary": "Un résumé.", "status": "published" })
}

fn id_of(catalogue: &Value, index: usize) -> Result<String> {
    let id = catalogue["initiatives"][index]["id"].as_str();
    Ok(id.context("no such initiative")?.to_owned())
}

/// As an import leaves it.
async fn plant_passage(page: &Page, initiative: &str) -> Result<()> {
    let passage = json!({
        "id": "e", "initiative": initiative, "at": "2020-05-01T10:00:00Z", "text": "Des masques.",
    });
    let key = [&prefix(), "excerpt/", initiative, "/e"].concat();
    page.plant(&key, &passage.to_string()).await
}

async fn keeps_passage(page: &Page, initiative: &str) -> Result<()> {
    let key = [&prefix(), "excerpt/", initiative, "/e"].concat();
    ensure!(page.stored().await?.contains_key(&key), "a passage was swept");
    Ok(())
}

#[test]
fn what_is_published_goes_the_rest_stays_and_a_disagreement_is_asked() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let first = page.site.catalogue()?;
        let (done, kept_on, asked) = (id_of(&first, 0)?, id_of(&first, 1)?, id_of(&first, 2)?);
        page.go("").await?;
        page.keeps_edition().await?;
        page.correct(&done, "Titre", "Bientôt publié").await?;
        page.correct(&kept_on, "Titre", "Pas encore publié").await?;
        page.correct(&asked, "Résumé", "Mon résumé.").await?;
        page.announces("3 propositions").await?;
        page.keeps_edition().await?;
        page.site.publish(|next| {
            next["initiatives"][0]["title"] = json!("Bientôt publié");
            next["initiatives"][2]["summary"] = json!("Leur résumé.");
            let all = next["initiatives"].as_array_mut().expect("a list");
            let gone = all.pop().expect("one");
            all.push(initiative("nouvelle", "Une nouvelle initiative"));
            next["removed"] = json!([{ "id": gone["id"], "at": "2020-05-02T10:00:00Z", "reason": "ended" }]);
        })?;
        page.comes_online().await?;
        page.announces("Nouvelle édition\u{a0}: 1 nouvelle, 2 modifiées, 1 retirée.")
            .await?;
        page.announces("2 propositions").await?;
        page.says("Mon résumé.").await?;
        page.says("Leur résumé.").await?;
        page.is_accessible("a question").await?;
        page.press("button", "Les deux…").await?;
        let field = page.find("textbox", Name::Begins("Texte réuni")).await?;
        let both = field.value().await?.unwrap_or_default();
        ensure!(
            both == "Mon résumé.\n\nLeur résumé.",
            "the joined text begins as {both:?}"
        );
        page.is_accessible("the joining of two texts").await?;
        page.press("button", "Revenir au choix").await?;
        page.gone("textbox", Name::Begins("Texte réuni")).await?;
        page.press("button", "Les deux…").await?;
        page.fill("textbox", Name::Begins("Texte réuni"), "Notre résumé.")
            .await?;
        page.press("button", "Garder ce texte").await?;
        page.announces("C’est choisi.").await?;
        page.gone("button", "Les deux…").await?;
        page.says("Notre résumé.").await?;
        page.press("button", "Annuler").await?;
        page.find("button", "Les deux…").await?;
        page.press("button", "Garder la leur").await?;
        page.announces("1 proposition").await?;
        page.go("").await?;
        page.lists(8).await?;
        let titles = page.titles().await?;
        for title in ["Bientôt publié", "Pas encore publié", "Une nouvelle initiative"] {
            ensure!(
                titles.contains(&title.to_owned()),
                "{title} is not among {titles:?}"
            );
        }
        page.reload().await?;
        page.lists(8).await
    })
}

#[test]
fn an_open_form_keeps_what_is_typed_and_follows_the_rest() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let id = id_of(&page.site.catalogue()?, 0)?;
        page.go(&format!("modifier?id={id}")).await?;
        page.keeps_edition().await?;
        page.fill("textbox", "Résumé", "Ce que j’écris.").await?;
        page.site.publish(|next| {
            next["initiatives"][0]["title"] = json!("Le nouveau titre");
        })?;
        page.comes_online().await?;
        page.announces("Nouvelle édition\u{a0}: 1 modifiée.").await?;
        let summary = page.find("textbox", "Résumé").await?;
        let typed = summary.value().await?.unwrap_or_default();
        ensure!(typed == "Ce que j’écris.", "typed was {typed:?}");
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.go(&format!("initiative?id={id}")).await?;
        page.heading("Le nouveau titre").await?;
        page.says("Ce que j’écris.").await
    })
}

#[test]
fn an_unchanged_edition_costs_nothing_and_a_page_that_comes_back_asks() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.keeps_edition().await?;
        let catalogues = || -> Result<Vec<u16>> {
            let log = page.site.log()?.into_iter();
            Ok(log
                .filter(|one| one.target.ends_with("catalogue.json"))
                .map(|one| one.status)
                .collect())
        };
        let before = catalogues()?.len();
        page.comes_online().await?;
        page.until("an answer", async || Ok(catalogues()?.len() > before))
            .await?;
        let answers = catalogues()?;
        ensure!(
            answers[before..].iter().all(|status| *status == 304),
            "answered {answers:?}"
        );
        // Looked at again after a minute, nothing is asked; after an hour it is.
        let back_after = |minutes: u32| {
            format!(
                "const now = Date.now; Date.now = () => now() + {minutes} * 60000;
                 document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }}));
                 Date.now = now"
            )
        };
        let before = catalogues()?.len();
        page.script(&back_after(1)).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        ensure!(catalogues()?.len() == before, "asked after a minute");
        page.site.publish(|next| {
            next["initiatives"][0]["title"] = json!("Après une heure");
        })?;
        page.script(&back_after(61)).await?;
        page.announces("Nouvelle édition\u{a0}: 1 modifiée.").await?;
        page.says("Après une heure").await
    })
}

#[test]
fn an_older_file_takes_nothing_away_until_it_is_asked_for() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let old = page.site.catalogue()?;
        page.site.publish(|next| {
            next["initiatives"][0]["title"] = json!("La plus récente");
        })?;
        page.go("").await?;
        page.says("La plus récente").await?;
        page.keeps_edition().await?;
        page.site.upload(&old)?;
        page.comes_online().await?;
        page.announces("Le site propose l’édition n° 1, plus ancienne que la n° 2")
            .await?;
        page.reload().await?;
        page.says("La plus récente").await?;
        page.announces("plus ancienne que la n° 2").await?;
        page.is_accessible("an older edition on offer").await?;
        page.set_screen(320, 640).await?;
        page.is_no_wider(320, "an older edition on offer").await?;
        page.become_editor().await?;
        page.says("son numéro doit dépasser les précédents").await?;
        // A failure in between changes nothing of it: the file that comes back is as old as before.
        fs::remove_file(page.site.folder()?.join("catalogue.json"))?;
        page.comes_online().await?;
        page.announces("Le site ne donne pas son catalogue").await?;
        page.site.upload(&old)?;
        page.comes_online().await?;
        page.announces("plus ancienne que la n° 2").await?;
        page.press("button", "Prendre celle du site").await?;
        page.announces("Vous voyez maintenant l’édition que le site propose.")
            .await?;
        page.until("the focus on the heading", async || {
            Ok(page.script("return document.activeElement.tagName").await? == "H1")
        })
        .await?;
        page.go("").await?;
        page.lists(8).await?;
        ensure!(
            !page.text().await?.contains("La plus récente"),
            "it is still shown"
        );
        ensure!(
            !page.text().await?.contains("plus ancienne"),
            "the banner is still there"
        );
        // A later one, whose parent nobody knows here and with numbers missed, comes as any other.
        page.site.publish(|next| {
            next["edition"]["number"] = json!(9);
            next["edition"]["parent"] = json!("unknown");
            next["initiatives"][0]["title"] = json!("Bien plus tard");
        })?;
        page.comes_online().await?;
        page.says("Bien plus tard").await
    })
}

#[test]
fn a_broken_file_leaves_the_last_good_edition_and_tells_the_editor_where() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let good = page.site.catalogue()?;
        page.go("").await?;
        page.lists(8).await?;
        page.keeps_edition().await?;
        let file = page.site.folder()?.join("catalogue.json");
        fs::write(&file, "{\n \"format\": \"solidaire-catalogue\",\n oops }")?;
        page.reload().await?;
        page.lists(8).await?;
        page.announces("la dernière édition lisible reste affichée, informations du")
            .await?;
        ensure!(
            !page.text().await?.contains("Pour qui publie"),
            "a citizen is told the editor's affair"
        );
        page.become_editor().await?;
        page.says("Pour qui publie ce site").await?;
        page.says("ligne 3").await?;
        page.is_accessible("a broken file").await?;
        let mut newer = good.clone();
        newer["version"] = json!(2);
        page.site.upload(&newer)?;
        page.comes_online().await?;
        page.says("version").await?;
        fs::remove_file(&file)?;
        page.comes_online().await?;
        page.announces("Le site ne donne pas son catalogue").await?;
        page.go("").await?;
        page.lists(8).await?;
        page.site.upload(&good)?;
        page.comes_online().await?;
        page.until("the banner to go", async || {
            Ok(!page.text().await?.contains("informations du"))
        })
        .await?;
        page.site.stop();
        page.comes_online().await?;
        page.announces("Pas de réseau\u{a0}: informations du").await?;
        page.lists(8).await
    })
}

#[test]
fn of_two_that_were_published_apart_the_later_one_is_shown_and_the_editor_told() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let apart = |id: &str, hour: u8, title: &str| {
            let (id, title) = (id.to_owned(), title.to_owned());
            move |next: &mut Value| {
                next["edition"] = json!({
                    "id": id, "parent": "base", "number": 5, "published_at": format!("2020-05-05T{hour:02}:00:00Z"),
                });
                next["initiatives"][0]["title"] = json!(title);
            }
        };
        let only_in_one = |next: &mut Value| {
            apart("one", 10, "Celle de dix heures")(next);
            let all = next["initiatives"].as_array_mut().expect("a list");
            all.push(initiative("de-dix-heures", "Ajoutée à dix heures"));
        };
        page.site.publish(only_in_one)?;
        page.go("").await?;
        page.keeps_edition().await?;
        page.become_editor().await?;
        plant_passage(page, "de-dix-heures").await?;
        page.site.publish(|next| {
            apart("two", 9, "Celle de neuf heures")(next);
            let all = next["initiatives"].as_array_mut().expect("a list");
            all.pop();
        })?;
        page.comes_online().await?;
        page.announces("Deux éditions n° 5 ont été publiées sans se connaître")
            .await?;
        look(page).await?;
        page.says("n’est pas reprise").await?;
        ensure!(
            !page
                .text()
                .await?
                .contains("rien de ce qui a été publié n’est perdu"),
            "what only the earlier one says is no loss"
        );
        page.go("").await?;
        page.says("Celle de dix heures").await?;
        page.site.publish(apart("three", 11, "Celle de onze heures"))?;
        page.comes_online().await?;
        page.says("Celle de onze heures").await?;
        page.announces("Deux éditions n° 5 ont été publiées sans se connaître")
            .await?;
        // It is not over because the page was loaded anew, and not before there is another edition.
        page.until("it to be noted", async || {
            let stored = page.stored().await?;
            let note = stored.get(&(prefix() + "edition")).and_then(Value::as_str);
            Ok(note.is_some_and(|note| note.contains("\"three\"") && note.contains("\"apart\"")))
        })
        .await?;
        for _ in 0..2 {
            page.reload().await?;
            page.announces("Deux éditions n° 5 ont été publiées sans se connaître")
                .await?;
        }
        // What only the one that gave way had is nowhere online: it is kept, and offered.
        let kept_files =
            format!("return caches.open('{CACHE}').then((cache) => cache.keys()).then((all) => all.length)");
        ensure!(page.script(&kept_files).await? == json!(2), "it is not kept");
        keeps_passage(page, "de-dix-heures").await?;
        look(page).await?;
        page.says("n’est pas reprise").await?;
        page.is_accessible("an edition that gave way").await?;
        page.press("button", "Enregistrer l’autre édition").await?;
        let (_, bytes) = page.downloaded("solidaire-autre-edition", ".json").await?;
        ensure!(
            String::from_utf8_lossy(&bytes).contains("Celle de dix heures"),
            "it is another edition"
        );
        page.says("1 initiative n’est que dans l’une des deux éditions")
            .await?;
        page.press("button", "Remettre «\u{a0}Ajoutée à dix heures\u{a0}»")
            .await?;
        page.announces("est remise parmi vos changements").await?;
        page.go("").await?;
        page.site.publish(|_| ())?;
        page.comes_online().await?;
        page.until("the banner to go", async || {
            Ok(!page.text().await?.contains("publiées sans se connaître"))
        })
        .await?;
        page.until("the other edition to go", async || {
            Ok(page.script(&kept_files).await? == json!(1))
        })
        .await
    })
}

#[test]
fn another_site_sets_local_changes_aside_and_they_return_with_theirs() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        let ours = page.site.catalogue()?;
        let id = id_of(&ours, 0)?;
        page.go("").await?;
        page.keeps_edition().await?;
        page.correct(&id, "Titre", "Corrigé ici").await?;
        page.add("Ajoutée ici").await?;
        let mut theirs = ours.clone();
        theirs["site"]["id"] = json!("un-autre-site");
        theirs["site"]["title"] = json!("Un autre site");
        theirs["edition"] = json!({ "id": "theirs", "parent": null, "number": 1, "published_at": null });
        theirs["initiatives"] = json!([initiative("leur", "Leur initiative")]);
        page.site.upload(&theirs)?;
        page.go("").await?;
        page.lists(1).await?;
        page.announces("Cette adresse sert maintenant un autre site.")
            .await?;
        page.go("propositions").await?;
        page.announces("Aucune proposition").await?;
        page.add("Ajoutée chez eux").await?;
        page.go("donnees").await?;
        page.find("heading", "Mis de côté pour un autre site").await?;
        page.says("2 modifications faites pour un autre site").await?;
        page.is_accessible("changes that wait for another site").await?;
        page.press("button", "Télécharger").await?;
        let (_, bytes) = page.downloaded("solidaire-sauvegarde", ".json").await?;
        let backup: Value = serde_json::from_slice(&bytes)?;
        ensure!(
            backup["site"] == ours["site"]["id"],
            "the backup is of {}",
            backup["site"]
        );
        ensure!(
            backup["entries"].as_object().is_some_and(|entries| entries
                .values()
                .filter_map(Value::as_str)
                .any(|text| { legible(text).contains("Corrigé ici") })),
            "the backup lacks a change"
        );
        page.site.upload(&ours)?;
        page.go("").await?;
        page.lists(9).await?;
        let titles = page.titles().await?;
        ensure!(
            titles.contains(&"Corrigé ici".to_owned()) && titles.contains(&"Ajoutée ici".to_owned()),
            "{titles:?}"
        );
        page.announces("Cette adresse sert maintenant un autre site.")
            .await?;
        page.go("donnees").await?;
        page.says("1 modification faite pour un autre site").await?;
        let stored = page.stored().await?;
        let waiting = stored
            .keys()
            .filter(|key| key.contains("site/un-autre-site/change/"))
            .count();
        ensure!(waiting == 1, "{waiting} changes wait");
        Ok(())
    })
}

#[test]
fn erasing_takes_the_kept_edition_and_leaves_the_neighbours() -> Result<()> {
    visit_with(Site::start()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.lists(8).await?;
        page.keeps_edition().await?;
        let plant = format!(
            "return caches.open('{OTHER_CACHE}').then((cache) => cache.put('/asso/catalogue.json', new Response('theirs')))
                .then(() => true)"
        );
        page.script(&plant).await?;
        let names = page.script(CACHES).await?;
        ensure!(names == json!([CACHE, OTHER_CACHE]), "the caches are {names}");
        page.go("donnees").await?;
        page.erase_everything().await?;
        page.until("the cache to go", async || {
            Ok(page.script(CACHES).await? == json!([OTHER_CACHE]))
        })
        .await?;
        ensure!(
            page.stored().await?.is_empty(),
            "keys are left: {:?}",
            page.stored().await?
        );
        page.reload().await?;
        page.go("").await?;
        page.lists(8).await
    })
}

#[test]
fn without_the_browsers_cache_everything_goes_on_and_an_older_file_is_told() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.before_each_page("Object.defineProperty(window, 'caches', { value: undefined })")
            .await?;
        let old = page.site.catalogue()?;
        page.site.publish(|next| {
            next["initiatives"][0]["title"] = json!("La plus récente");
            let all = next["initiatives"].as_array_mut().expect("a list");
            all.push(initiative("importee", "Importée"));
        })?;
        page.go("").await?;
        page.says("La plus récente").await?;
        page.until("the note", async || {
            Ok(page.stored().await?.contains_key(&(prefix() + "edition")))
        })
        .await?;
        // What an earlier file does not know of is not over: the passage of an entry of the later one, and
        // a change back to what the earlier one says.
        plant_passage(page, "importee").await?;
        let first = id_of(&old, 0)?;
        let title = old["initiatives"][0]["title"].as_str().context("no title")?;
        page.correct(&first, "Titre", title).await?;
        page.site.upload(&old)?;
        page.reload().await?;
        page.announces("L’édition n° 1 affichée est plus ancienne que la n° 2")
            .await?;
        page.go("").await?;
        page.lists(8).await?;
        page.announces("L’édition n° 1 affichée est plus ancienne que la n° 2")
            .await?;
        keeps_passage(page, "importee").await?;
        let stored = page.stored().await?;
        ensure!(
            stored.keys().any(|key| key.contains(":change/")),
            "the change is gone: {stored:?}"
        );
        page.add("Ajoutée quand même").await?;
        page.go("").await?;
        page.lists(9).await
    })
}
