//! What the initiatives have made together, in charts that are tables too.

use anyhow::{Result, ensure};
use browser_tests::page::{Name, plain};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::json;

/// The rows of a section's table: what each is called, and how many.
async fn rows(page: &Page, section: &str) -> Result<Vec<[String; 2]>> {
    let script = "return [...document.querySelectorAll(`#${arguments[0]} ~ table tbody tr, #${arguments[0]} ~ * table tbody tr`)]
        .map((row) => [row.querySelector('th').textContent, row.querySelector('td').textContent])";
    let rows = page.script_with(script, vec![json!(section)]).await?;
    let rows: Vec<[String; 2]> = serde_json::from_value(rows)?;
    Ok(rows.into_iter().map(|row| row.map(|cell| plain(&cell))).collect())
}

#[test]
fn the_figures_of_a_list_are_parted_by_theme_and_by_place() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 640).await?;
        page.go("").await?;
        page.lists(8).await?;
        page.press("link", "En chiffres").await?;
        page.heading("En chiffres").await?;
        page.announces("Tout le catalogue\u{a0}: 8 initiatives.").await?;
        let places = rows(page, "figures-place").await?;
        ensure!(places.len() > 1, "the places are {places:?}");
        page.is_accessible_in_every_look("the figures").await?;
        page.set_screen(320, 640).await?;
        page.is_no_wider(320, "the figures").await?;
        let paper = page.on_paper().await?;
        for text in ["Marck 1 600", "Vers l’objectif", "1 600 masques sur 11 000"] {
            let is_there = paper.iter().any(|sheet| sheet.holds(text));
            ensure!(is_there, "« {text} » is not on the paper: {paper:?}");
        }
        page.press("link", "Voir la liste").await?;
        page.lists(8).await?;
        // Another list has its own figures.
        page.go("chiffres?commune=62329").await?;
        page.announces("Ferques\u{a0}: 1 initiative.").await?;
        ensure!(
            rows(page, "figures-place").await?.is_empty(),
            "one place is no chart"
        );
        page.go("chiffres?q=ordinateurs").await?;
        page.says("«\u{a0}ordinateurs\u{a0}»").await
    })
}

#[test]
fn a_total_is_chosen_and_climbs_over_time() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    let measure = |id: &str, value: u32, unit: &str, day: &str| json!({ "id": id, "kind": "produced", "value": value, "unit": unit, "approximate": false, "as_of": day });
    catalogue["initiatives"] = json!([
        { "id": "un", "title": "Un", "status": "published", "place": { "commune": "Marck", "insee": "62548" },
          "measures": [
            measure("a", 900, "masques", "2020-04-20"), measure("b", 1600, "masques", "2020-04-30"),
            { "id": "t", "kind": "target", "value": 2000, "unit": "masques", "approximate": false, "as_of": null },
          ] },
        { "id": "deux", "title": "Deux", "status": "published", "place": { "commune": "Calais", "insee": "62193" },
          "measures": [ measure("c", 400, "masques", "2020-04-25"), measure("d", 50, "visières", "2020-04-25") ] },
    ]);
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.set_screen(360, 640).await?;
        page.go("chiffres").await?;
        let line = |name: &str, value: &str| [name.to_owned(), value.to_owned()];
        let places = rows(page, "figures-place").await?;
        ensure!(
            places == [line("Marck", "1 600"), line("Calais", "400")],
            "the places are {places:?}"
        );
        let days = rows(page, "figures-time").await?;
        let expected = [
            line("20 avril 2020", "900"),
            line("25 avril 2020", "1 300"),
            line("30 avril 2020", "2 000"),
        ];
        ensure!(days == expected, "the days are {days:?}");
        page.find("image", Name::Begins("Courbe")).await?;
        page.find("heading", "Vers l’objectif").await?;
        page.is_accessible_in_every_look("a curve").await?;
        page.choose("Compter", "Production : visières").await?;
        page.until("the other total", async || {
            Ok(page.address().await?.ends_with("quoi=produced%3Avisi%C3%A8res"))
        })
        .await?;
        page.until("no curve of one day", async || {
            Ok(!page.has("heading", "Au fil du temps").await?)
        })
        .await?;
        page.reload().await?;
        ensure!(
            !page.has("heading", "Au fil du temps").await?,
            "the choice did not outlast a reload"
        );
        page.back().await?;
        page.find("heading", "Au fil du temps").await.map(drop)
    })
}
