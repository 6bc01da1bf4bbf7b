//! Measures in Chromium what a person waits for, on catalogues of 100, 1,000 and 10,000 initiatives:
//! the start, a search, a filter, the map, a save and an export. Prints a table; never fails on a time.

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};
use browser_tests::{Page, Profile, Site, visit_with};
use serde_json::json;
use solidaire::format::{json as text, v1};

/// How many initiatives the catalogues have.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// The median of so many is shown, since one is chance.
const RUNS: usize = 5;

/// Notes when the first initiative came on screen, in every page that loads.
const FIRST_CARD: &str = "new MutationObserver((_, watching) => { \
    if (document.querySelector('article')) { window.firstCard = performance.now(); watching.disconnect(); } \
    }).observe(document, { childList: true, subtree: true });";

/// Types a word and waits until the answer is drawn.
const SEARCH: &str = "const began = performance.now(); const box = document.getElementById('q'); \
    box.value = arguments[0]; box.dispatchEvent(new Event('input', { bubbles: true })); \
    return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))));";

/// Ticks the filter for open needs and waits until the answer is drawn.
const FILTER: &str = "const began = performance.now(); document.getElementById('f-besoins').click(); \
    return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))));";

/// Opens the map from the results and waits until its marks are drawn.
const MAP: &str = "const began = performance.now(); document.querySelector('a[href^=carte]').click(); \
    return new Promise((done) => { const look = () => document.querySelector('.map-mark') \
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))) : requestAnimationFrame(look); look(); });";

/// Saves the form and waits for the page that tells so.
const SAVE: &str = "const began = performance.now(); document.querySelector('form.form [type=submit]').click(); \
    return new Promise((done) => { const look = () => location.pathname.endsWith('propositions') \
    && document.querySelector('article') ? done(performance.now() - began) : requestAnimationFrame(look); look(); });";

fn main() -> Result<()> {
    println!(
        "| initiatives | file, kB | start, ms | search, ms | filter, ms | map, ms | save, ms | export, ms |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|");
    for initiatives in SIZES {
        measure(initiatives)?;
    }
    println!();
    println!(
        "In Chromium, medians of {RUNS} (export: one). Start: from the navigation to the first initiative,"
    );
    println!(
        "files uncompressed from loopback. Export: until the file is on the disk, looked for 20 times a second."
    );
    Ok(())
}

fn measure(initiatives: usize) -> Result<()> {
    let site = Site::of_a_copy()?;
    let file = text::write(&v1::write_catalogue(&bench::catalogue(initiatives)));
    let path = site.folder()?.join("catalogue.json");
    fs::write(&path, &file).with_context(|| format!("writing {}", path.display()))?;
    visit_with(site, Profile::new()?, async |page| {
        page.before_each_page(FIRST_CARD).await?;
        let mut start = Vec::new();
        for _ in 0..RUNS {
            page.go("").await?;
            start.push(page.number("return window.firstCard").await?);
        }
        let mut search = Vec::new();
        for word in ["masques", "visieres", "Maziguarbe", "ordinateur calais", "m"] {
            search.push(timed(page, SEARCH, word).await?);
        }
        let mut filter = Vec::new();
        for _ in 0..RUNS {
            filter.push(timed(page, FILTER, "").await?);
        }
        let mut map = Vec::new();
        for _ in 0..RUNS {
            // The communes of the department come once and stay with the page.
            page.go("").await?;
            page.script("document.querySelector('a[href^=aide]').click()")
                .await?;
            page.find("combobox", "Votre commune").await?;
            page.back().await?;
            page.find("link", "Voir sur la carte").await?;
            map.push(timed(page, MAP, "").await?);
        }
        let mut save = Vec::new();
        for run in 0..RUNS {
            page.go("modifier").await?;
            page.fill("textbox", "Titre", &format!("Mesure {run}")).await?;
            save.push(timed(page, SAVE, "").await?);
        }
        page.go("donnees").await?;
        // The page is there before the catalogue is, and its button waits for it.
        let ready = "return !document.querySelector('.button-main').disabled";
        page.until("the catalogue", async || {
            Ok(page.script(ready).await? == json!(true))
        })
        .await?;
        let began = Instant::now();
        page.press("button", "Exporter en JSON").await?;
        page.downloaded("solidaire-catalogue", ".json").await?;
        let export = began.elapsed().as_millis();
        let [start, search, filter, map, save] = [start, search, filter, map, save].map(median);
        let kilobytes = file.len() / 1000;
        println!(
            "| {initiatives} | {kilobytes} | {start:.0} | {search:.1} | {filter:.1} | {map:.0} | {save:.0} | {export} |"
        );
        Ok(())
    })
}

async fn timed(page: &Page, script: &str, argument: &str) -> Result<f64> {
    let value = page.script_with(script, vec![json!(argument)]).await?;
    value.as_f64().context("the script gave no number")
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
