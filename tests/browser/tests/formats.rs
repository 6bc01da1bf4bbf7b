//! Tables, maps, calendars and feeds: what is exported is read by parsers of others, and tables come in.

use std::io::BufReader;

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::{Page, visit};
use icalendar::{CalendarComponent, Component};
use serde_json::Value;

/// What is published, as it is served.
fn published() -> Result<Value> {
    let path = browser_tests::site::dist()?.join("catalogue.json");
    Ok(serde_json::from_slice(&std::fs::read(path)?)?)
}

/// The initiatives that are published, of one theme where one is given.
fn initiatives(theme: Option<&str>) -> Result<Vec<Value>> {
    let all = published()?["initiatives"]
        .as_array()
        .context("no initiatives")?
        .clone();
    let is_of = |one: &Value| theme.is_none_or(|theme| one["theme"] == theme);
    Ok(all.into_iter().filter(is_of).collect())
}

/// The text that a button saves, in a file whose name begins and ends like that.
async fn saved(page: &Page, button: &str, begin: &str, end: &str) -> Result<String> {
    page.press("button", button).await?;
    let (_, bytes) = page.downloaded(begin, end).await?;
    Ok(String::from_utf8(bytes)?)
}

/// The rows of a saved table as the usual parser reads them, the headings first.
async fn rows(page: &Page) -> Result<Vec<Vec<String>>> {
    let text = saved(page, "Exporter en CSV", "solidaire-initiatives", ".csv").await?;
    let text = text.strip_prefix('\u{feff}').context("no mark of UTF-8")?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records: Result<Vec<csv::StringRecord>, csv::Error> = reader.records().collect();
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    Ok(records?.into_iter().map(cells).collect())
}

/// Two initiatives with days, coordinates and lists, as a town hall writes them.
const TOWN_HALL: &str = "Intitulé;Description;Ville;CP;Latitude;Longitude;Date de début;Date de fin;Téléphone;\
    Besoins;Remarque interne\r\n\
    Braderie du cœur;\"Vêtements ; jouets\r\net livres\";Lens;62300;50,4289;2,8318;01/12/2030;03/12/2030;321000000;\
    \"Argent | dons | Il en faut encore | 1500,5\";à rappeler\r\n\
    Paniers du dimanche;;Avion;62210;50,41;-2,83;;;03 21 00 00 01 | accueil;;\r\n";

/// Takes the town hall's table in.
async fn take_in(page: &Page) -> Result<()> {
    page.go("donnees").await?;
    page.offer("mairie.csv", TOWN_HALL).await?;
    page.find("heading", "Les colonnes de «\u{a0}mairie.csv\u{a0}»")
        .await?;
    page.choose("Remarque interne", "Horaires, coût, conditions")
        .await?;
    page.press("button", "Voir ce qui change").await?;
    let counted = page.import_counts().await?;
    ensure!(counted == [2, 0, 0, 0], "{counted:?}");
    page.press("button", "Importer 2 initiatives").await?;
    page.announces("2 initiatives importées").await
}

#[test]
fn every_format_is_read_by_a_parser_of_others() -> Result<()> {
    visit(async |page| {
        take_in(page).await?;
        let rows = rows(page).await?;
        let places = [
            "Titre",
            "Latitude",
            "Longitude",
            "Téléphone",
            "Horaires, coût, conditions",
        ];
        let column = |name: &str| rows[0].iter().position(|heading| heading == name);
        let cell = |row: &[String], name: &str| column(name).map(|place| row[place].clone());
        let row = rows
            .iter()
            .find(|row| cell(row, "Titre").as_deref() == Some("Paniers du dimanche"));
        let row = row.context("no row of it")?;
        let told: Vec<_> = places.iter().filter_map(|name| cell(row, name)).collect();
        ensure!(
            told == [
                "Paniers du dimanche",
                "50,41",
                "-2,83",
                "03 21 00 00 01 | accueil",
                ""
            ],
            "{told:?}"
        );
        ensure!(rows.len() == initiatives(None)?.len() + 3, "{} rows", rows.len());

        let map = saved(page, "Exporter en GeoJSON", "solidaire-carte", ".geojson").await?;
        let map: geojson::FeatureCollection = map.parse::<geojson::GeoJson>()?.try_into()?;
        ensure!(map.features.len() + 1 == rows.len());
        let without = map
            .features
            .iter()
            .filter(|feature| feature.geometry.is_none())
            .count();
        let nowhere = initiatives(None)?;
        let nowhere = nowhere
            .iter()
            .filter(|one| one["place"]["insee"].is_null())
            .count();
        ensure!(
            without == nowhere,
            "{without} features lie nowhere, not {nowhere}"
        );

        let calendar = saved(page, "Exporter le calendrier", "solidaire-calendrier", ".ics").await?;
        let calendar: icalendar::Calendar = calendar.parse().map_err(anyhow::Error::msg)?;
        let days: Vec<_> = calendar
            .components
            .iter()
            .filter_map(CalendarComponent::as_event)
            .filter(|event| event.get_summary() == Some("Braderie du cœur"))
            .map(|event| (day(event.get_start()), day(event.get_end())))
            .collect();
        let expected = (Some("2030-12-01".to_owned()), Some("2030-12-04".to_owned()));
        ensure!(days == [expected], "{days:?}");

        for (button, end) in [
            ("Exporter le flux Atom", ".xml"),
            ("Exporter le flux JSON", ".json"),
        ] {
            let feed = saved(page, button, "solidaire-nouveautes", end).await?;
            let feed = feed_rs::parser::parse(BufReader::new(feed.as_bytes()))?;
            ensure!(!feed.entries.is_empty() && feed.title.is_some(), "{feed:?}");
            let base = page.site.address("initiative?id=");
            let leads = |entry: &feed_rs::model::Entry| entry.links[0].href.starts_with(&base);
            ensure!(
                feed.entries.iter().all(leads),
                "{:?} and not {base}",
                feed.entries[0].links
            );
        }
        Ok(())
    })
}

/// The day of an event's end or start; nothing for an instant.
fn day(day: Option<icalendar::DatePerhapsTime>) -> Option<String> {
    match day? {
        icalendar::DatePerhapsTime::Date(day) => Some(day.to_string()),
        icalendar::DatePerhapsTime::DateTime(_) => None,
    }
}

#[test]
fn an_export_holds_what_the_list_shows() -> Result<()> {
    visit(async |page| {
        let listed = initiatives(Some("protection"))?.len();
        page.go("donnees?theme=protection").await?;
        page.announces("Seule cette liste sera exportée").await?;
        ensure!(rows(page).await?.len() == listed + 1);
        page.is_accessible_in_every_look("the exports of a list").await?;
        page.press("link", "Exporter tout le catalogue").await?;
        page.announces("Tout le catalogue sera exporté").await?;
        ensure!(rows(page).await?.len() == initiatives(None)?.len() + 1);
        // What was looked at last is offered, as the address of this page.
        page.go("?theme=protection&q=masques").await?;
        page.until("the second module", async || {
            Ok(page.script("return performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.wasm')).length > 1").await? == true)
        })
        .await?;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        page.script("document.querySelector('.more-list a[href=donnees]').click()")
            .await?;
        page.press("link", Name::Begins("N’exporter que votre dernière liste"))
            .await?;
        page.announces("masques").await?;
        let address = page.address().await?;
        ensure!(
            address.ends_with("donnees?q=masques&theme=protection"),
            "{address}"
        );
        Ok(())
    })
}

#[test]
fn a_table_brings_up_to_date_by_identifier() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        let mut exported = rows(page).await?;
        let title = exported[0]
            .iter()
            .position(|heading| heading == "Titre")
            .context("no title")?;
        // As a person would: a title corrected, a row added, one that is shifted; the other columns left out.
        let mut text = String::from("Identifiant,Titre\n");
        exported[1][title] = "Corrigée, puis rendue".to_owned();
        for row in &exported[1..] {
            let cell = row[title].replace('"', "\"\"");
            text.extend([row[0].as_str(), ",\"", &cell, "\"\n"]);
        }
        text.push_str(",Toute neuve\nx,y,de trop\n");
        page.offer("corrige.csv", &text).await?;
        page.find("combobox", "Titre").await?;
        page.announces("Une ligne dont l’identifiant existe ici").await?;
        page.is_accessible_in_every_look("the columns of a table").await?;
        page.press("button", "Voir ce qui change").await?;
        let counted = page.import_counts().await?;
        let others = u32::try_from(exported.len())? - 2;
        ensure!(counted == [1, 1, others, 1], "{counted:?}");
        page.is_accessible_in_every_look("what a table would change")
            .await?;
        page.press("button", "Revoir les colonnes").await?;
        page.press("button", "Voir ce qui change").await?;
        page.press("button", "Importer 2 initiatives").await?;
        page.announces("2 initiatives importées").await?;
        page.go(&format!("initiative?id={}", exported[1][0])).await?;
        page.heading("Corrigée, puis rendue").await?;
        page.go("donnees").await?;
        page.offer("corrige.csv", &text).await?;
        page.press("button", "Voir ce qui change").await?;
        let again = page.import_counts().await?;
        ensure!(again == [0, 0, others + 2, 1], "the second time: {again:?}");
        Ok(())
    })
}

#[test]
fn hostile_tables_are_refused_or_harmless() -> Result<()> {
    visit(async |page| {
        page.go("donnees").await?;
        page.keeps_edition().await?;
        let huge = "a;b\n".repeat(25 * 1024 * 1024);
        page.refuses("enorme.csv", huge.as_bytes(), "trop gros").await?;
        page.refuses("nul.csv", b"Titre;Commune\na\0b;c\n", "Ce n’est pas du texte")
            .await?;
        page.refuses(
            "ouvert.csv",
            b"Titre;Commune\na;\"b\nc;d\n",
            "À la ligne 2, un guillemet ouvre une case",
        )
        .await?;
        let long = ["Titre;Commune\n", &"a;b\n".repeat(20_001)].concat();
        page.refuses("long.csv", long.as_bytes(), "nombre de valeurs")
            .await?;
        let formulas = "Titre;Résumé;Site\n=HYPERLINK(\"http://mal.invalid\");@SUM(1);javascript:alert(1)\n";
        page.offer("formules.csv", formulas).await?;
        page.press("button", "Voir ce qui change").await?;
        page.press("button", "Importer 1 initiative").await?;
        page.announces("1 initiative importée").await?;
        let rows = rows(page).await?;
        let formula = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        ensure!(
            !rows.iter().flatten().any(formula),
            "a formula among {:?}",
            rows.last()
        );
        let last = rows.last().context("no row")?;
        ensure!(last[1] == "'=HYPERLINK(\"http://mal.invalid\")", "{last:?}");
        Ok(())
    })
}

#[test]
fn a_page_tells_search_engines_of_its_initiative_and_the_policy_has_nothing_to_stop() -> Result<()> {
    visit(async |page| {
        page.watch().await?;
        let published = initiatives(None)?;
        let id = published[0]["id"].as_str().context("no identifier")?;
        page.go(&format!("initiative?id={id}")).await?;
        page.heading(published[0]["title"].as_str().context("no title")?)
            .await?;
        let text = page
            .script("return document.querySelector('script[type=\"application/ld+json\"]').textContent")
            .await?;
        let read: Value = serde_json::from_str(text.as_str().context("no data")?)?;
        ensure!(
            read["@type"] == "Service" && read["name"] == published[0]["title"],
            "{read}"
        );
        ensure!(
            read["url"] == page.site.address(&format!("initiative?id={id}")),
            "{read}"
        );
        let stopped = page.script("return globalThis.violations ?? []").await?;
        ensure!(
            stopped == serde_json::json!([]),
            "stopped by the policy: {stopped}"
        );
        Ok(())
    })
}
