//! On paper: the list for the town hall's door and the poster of one initiative, as PDF pages.

use anyhow::{Context, Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::outgoing::published_by_somebody;
use browser_tests::page::{Name, plain};
use browser_tests::paper::{Printed, scan};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};

const MAZINGARBE: &str = "Mazingarbe : la salle des fêtes devient atelier de couture";

/// What stands on the screen alone.
const CONTROLS: [&str; 7] = [
    "Imprimer ",
    "Revenir à",
    "Sur du papier A4",
    "Ajouter une initiative",
    "Aller au contenu",
    "Données",
    "Vos données restent",
];

/// The example, published by somebody who can be reached.
fn published() -> Result<Site> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    published_by_somebody(&mut catalogue, "03 21 00 00 00");
    site.upload(&catalogue)?;
    Ok(site)
}

/// The identifier of an initiative, by how its title begins.
fn id_of(catalogue: &Value, title: &str) -> Result<String> {
    let initiatives = catalogue["initiatives"].as_array().context("no list")?;
    let of = |it: &&Value| {
        it["title"]
            .as_str()
            .is_some_and(|own| plain(own).starts_with(title))
    };
    let id = initiatives.iter().find(of).and_then(|it| it["id"].as_str());
    Ok(id.with_context(|| format!("no {title}"))?.to_owned())
}

fn whole(pages: &[Printed]) -> Printed {
    Printed {
        size: (0.0, 0.0),
        text: pages
            .iter()
            .map(|page| page.text.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn holds(pages: &[Printed], texts: &[&str]) -> Result<()> {
    let paper = whole(pages);
    for text in texts {
        ensure!(
            paper.holds(text),
            "« {text} » is not on the paper:\n{}",
            paper.text
        );
    }
    Ok(())
}

fn lacks(pages: &[Printed], texts: &[&str]) -> Result<()> {
    let paper = whole(pages);
    for text in texts {
        ensure!(!paper.holds(text), "« {text} » is on the paper:\n{}", paper.text);
    }
    Ok(())
}

#[test]
fn the_list_becomes_a_sheet_for_the_door() -> Result<()> {
    visit_with(published()?, Profile::new()?, async |page| {
        page.set_screen(360, 740).await?;
        page.go("?theme=protection").await?;
        page.lists(5).await?;
        page.press("link", "Imprimer la liste").await?;
        page.heading("Les initiatives solidaires").await?;
        page.stands_at("affiche?theme=protection").await?;
        page.is_accessible_in_every_look("the sheet for the door").await?;
        let high = page
            .number("return document.querySelector('.button-main').getBoundingClientRect().height")
            .await?;
        ensure!(high >= 44.0, "the button is {high} px high");
        for look in Look::ALL {
            page.set_look(look).await?;
            page.set_screen(360, 740).await?;
            let code = scan(&page.picture().await?)?;
            ensure!(
                code == page.site.address("?theme=protection"),
                "the code leads to {code}"
            );
        }
        page.find("image", Name::Begins("Code QR de cette liste")).await?;
        page.script("window.print = () => { globalThis.asked = true; }")
            .await?;
        page.press("button", "Imprimer").await?;
        ensure!(
            page.script("return globalThis.asked").await? == true,
            "the button does not print"
        );
        page.keep_print("affiche-liste.pdf").await?;
        let pages = page.on_paper().await?;
        ensure!(pages.len() <= 2, "{} pages for five entries", pages.len());
        ensure!(
            pages[0].holds("Pas-de-Calais solidaire"),
            "the site is not named first"
        );
        holds(
            &pages,
            &[
                "Les initiatives solidaires",
                "Mesures de protection",
                "5 initiatives",
                "Informations du 30 avril 2020",
                "Entraide Exemple",
                "contact@entraide.example",
                "csmazingarbe@orange.fr",
                "03 21 72 78 00",
                "fr-fr.facebook.com/ville.marck",
                "Besoin :",
                "Numéros d’urgence",
                "15 Samu",
                "39 19",
                "112",
            ],
        )?;
        lacks(&pages, &CONTROLS)?;
        lacks(&pages, &["Haisnes", "ordinateurs"])?;
        page.press("link", "Revenir à la liste").await?;
        page.lists(5).await?;
        page.go("affiche").await?;
        page.says("Haisnes").await?;
        let pages = page.on_paper().await?;
        ensure!(pages.len() <= 3, "{} pages for eight entries", pages.len());
        Ok(())
    })
}

#[test]
fn no_entry_is_cut_and_no_heading_stands_alone() -> Result<()> {
    let site = published()?;
    let mut catalogue = site.catalogue()?;
    let sentence = "On y coud des masques lavables avec du tissu que les habitants ont déposé. ";
    let themes = ["protection", "confinement", "apprendre"];
    let entries = (0..45_usize).map(|number| {
        json!({
            "id": format!("n-{number}"), "title": format!("Titre {number}."), "theme": themes[number / 15],
            "summary": format!("Début {number}. {}", sentence.repeat(1 + number * 7 % 9)),
            "contacts": [{ "id": "c", "kind": "phone", "value": format!("03210000{number:02}"), "label": "" }],
        })
    });
    catalogue["initiatives"] = entries.collect();
    catalogue["communiques"] = json!([]);
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("affiche").await?;
        page.announces("C’est beaucoup pour une porte").await?;
        page.keep_print("affiche-longue.pdf").await?;
        let pages = page.on_paper().await?;
        ensure!(pages.len() > 5, "{} pages", pages.len());
        for number in 0..45 {
            let title = format!("Titre {number}.");
            let at = pages.iter().position(|page| page.holds(&title));
            let at = at.with_context(|| format!("no « {title} »"))?;
            let phone = format!("03 21 00 00 {number:02}");
            ensure!(
                pages[at].holds(&format!("Début {number}.")) && pages[at].holds(&phone),
                "the entry {number} is cut at the end of page {}",
                at + 1
            );
        }
        let catalogue = page.site.catalogue()?;
        for (place, theme) in themes.iter().enumerate() {
            let known = catalogue["themes"].as_array().context("no themes")?;
            let known = known.iter().find(|known| known["id"] == *theme);
            let name = known
                .and_then(|known| known["label"]["fr"].as_str())
                .context("no name")?;
            let first = format!("Titre {}.", place * 15);
            ensure!(
                pages.iter().any(|page| page.holds(name) && page.holds(&first)),
                "the heading « {name} » stands without its first entry"
            );
        }
        Ok(())
    })
}

/// What a printed element is like: its colours and the size of its text in points.
const LOOKS: &str = "(() => { const style = getComputedStyle(one);
    return [style.color, style.backgroundColor, parseFloat(style.fontSize) * 0.75]; })()";

#[test]
fn paper_is_black_on_white_and_large_whatever_the_device_asks_for() -> Result<()> {
    visit(async |page| {
        let id = id_of(
            &serde_json::from_slice(&std::fs::read(page.site.served().join("catalogue.json"))?)?,
            MAZINGARBE,
        )?;
        for size in ["Normale", "Très grande"] {
            page.go("reglages").await?;
            page.press("radio", size).await?;
            for address in ["affiche".to_owned(), format!("affiche?id={id}")] {
                page.go(&address).await?;
                for look in Look::ALL {
                    page.set_print(look).await?;
                    for looks in page.each(".paper, .paper *:not(svg *)", LOOKS).await? {
                        let (ink, ground) = (looks[0].as_str(), looks[1].as_str());
                        ensure!(
                            matches!(ink, Some("rgb(0, 0, 0)" | "rgb(34, 34, 34)"))
                                && matches!(ground, Some("rgba(0, 0, 0, 0)" | "rgb(255, 255, 255)")),
                            "{looks} on {address} in a {} look",
                            look.name()
                        );
                    }
                    let ground = page.each("body", LOOKS).await?;
                    ensure!(
                        ground[0][1] == "rgb(255, 255, 255)",
                        "the paper is {}",
                        ground[0][1]
                    );
                    let others = page
                        .each(
                            "button, nav, .masthead, .banners, .foot, .no-print",
                            "one.className",
                        )
                        .await?;
                    ensure!(others.is_empty(), "{others:?} would be printed");
                    let text = if address == "affiche" {
                        ".paper-entry p, .paper-needs"
                    } else {
                        ".paper-fact dd"
                    };
                    for looks in page.each(text, LOOKS).await? {
                        let points = looks[2].as_f64().context("no size")?;
                        let least = if address == "affiche" { 15.9 } else { 14.9 };
                        ensure!(
                            (least..=18.1).contains(&points),
                            "a text of {points} pt on {address}, set « {size} »"
                        );
                    }
                    for looks in page.each(".paper-call .paper-number", LOOKS).await? {
                        let points = looks[2].as_f64().context("no size")?;
                        ensure!(points >= 40.0, "a number of {points} pt");
                    }
                }
                page.set_look(Look::Light).await?;
            }
        }
        Ok(())
    })
}

#[test]
fn one_initiative_becomes_a_poster() -> Result<()> {
    visit_with(published()?, Profile::new()?, async |page| {
        page.set_screen(360, 740).await?;
        let id = id_of(&page.site.catalogue()?, MAZINGARBE)?;
        page.go("").await?;
        page.press("link", Name::Begins(MAZINGARBE)).await?;
        page.press("link", "Imprimer une affiche").await?;
        page.heading(MAZINGARBE).await?;
        ensure!(page.address().await? == format!("affiche?id={id}"));
        page.is_accessible_in_every_look("the poster").await?;
        page.set_look(Look::Dark).await?;
        page.set_screen(360, 740).await?;
        let code = scan(&page.picture().await?)?;
        ensure!(
            code == page.site.address(&format!("initiative?id={id}")),
            "{code}"
        );
        page.keep_print("affiche-initiative.pdf").await?;
        let pages = page.on_paper().await?;
        ensure!(pages.len() == 1, "{} pages", pages.len());
        holds(
            &pages,
            &[
                "Pas-de-Calais solidaire",
                MAZINGARBE,
                "Appelez",
                "03 21 72 78 00",
                "csmazingarbe@orange.fr",
                "Mazingarbe",
                "Avion",
                "Numéros d’urgence",
                "Informations du 30 avril 2020",
            ],
        )?;
        lacks(&pages, &CONTROLS)?;
        page.press("link", "Revenir à l’initiative").await?;
        page.heading(MAZINGARBE).await
    })
}

#[test]
fn paper_tells_nothing_that_is_not_public() -> Result<()> {
    let site = published()?;
    let mut catalogue = site.catalogue()?;
    let initiatives = catalogue["initiatives"].as_array_mut().context("no list")?;
    let unnamed = initiatives
        .iter_mut()
        .find(|it| it["place"]["commune"] == "Haisnes")
        .context("no Haisnes")?;
    unnamed["organiser"] = json!({ "name": "Paule Exemple", "kind": "individual", "consent": null });
    unnamed["contacts"] =
        json!([{ "id": "c", "kind": "phone", "value": "06 11 22 33 44", "label": "chez Paule" }]);
    let unnamed = unnamed["id"].as_str().context("no id")?.to_owned();
    initiatives.push(json!({ "id": "brouillon", "title": "Encore un brouillon", "status": "draft" }));
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.add_with_private_number("Une à moi", "06 98 76 54 32")
            .await?;
        page.become_editor().await?;
        let secrets = ["06 98 76 54 32", "06 11 22 33 44", "Paule", "Encore un brouillon"];
        page.go("affiche").await?;
        let pages = page.on_paper().await?;
        holds(&pages, &["Une à moi", "Haisnes"])?;
        lacks(&pages, &secrets)?;
        page.go(&format!("affiche?id={unnamed}")).await?;
        page.says("Revenir à l’initiative").await?;
        let pages = page.on_paper().await?;
        // Who left no contact that may be shown is reached through those who publish.
        holds(&pages, &["Haisnes", "03 21 00 00 00"])?;
        lacks(&pages, &secrets)?;
        page.go("affiche?id=brouillon").await?;
        page.heading("Cette initiative n’est pas dans le catalogue")
            .await?;
        // What is on this phone alone has a poster, but no code: its page is nobody else's.
        page.go("?q=moi").await?;
        page.press("link", Name::Begins("Une à moi")).await?;
        page.press("link", "Imprimer une affiche").await?;
        page.says("L’affiche aura son code QR").await?;
        page.is_accessible_in_every_look("the poster of what is not published")
            .await?;
        ensure!(
            !page.has("image", Name::Begins("Code QR")).await?,
            "a code leads to a page that nobody has"
        );
        lacks(&page.on_paper().await?, &secrets)
    })
}

#[test]
fn what_finds_nothing_says_so() -> Result<()> {
    visit(async |page: &mut Page| {
        page.go("affiche?q=zzzzzz").await?;
        page.announces("il n’y a rien à imprimer").await?;
        page.is_accessible_in_every_look("a sheet of nothing").await
    })
}
