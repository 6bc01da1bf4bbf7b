//! The map: reached with its filter, moved about in by fingers, wheel and keys, and the same as a list.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::page::{Name, plain};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

const HEADING: &str = "La carte des initiatives";

/// What the released catalogue has on the map, and what it has of whole areas alone.
const ALL: &str = "8 initiatives, dont 2 sans lieu sur la carte";

/// How large a kilometre is, and where the ground begins, in pixels.
const LIE: &str = "const ground = document.querySelector('.map-drawing g g');
    const [left, top, scale] = ground.getAttribute('transform').match(/-?[\\d.]+/g).map(Number);
    return [left, top, scale]";

async fn texts(page: &Page, script: &str) -> Result<Vec<String>> {
    let found = page.script(script).await?;
    let found = found.as_array().context("no list")?;
    Ok(found.iter().filter_map(|text| text.as_str().map(plain)).collect())
}

/// What the marks in sight are called.
async fn marks(page: &Page) -> Result<Vec<String>> {
    texts(
        page,
        "return [...document.querySelectorAll('.map-mark')].map((one) => one.getAttribute('aria-label'))",
    )
    .await
}

/// The initiatives that a part of the page lists.
async fn listed(page: &Page, part: &str) -> Result<BTreeSet<String>> {
    let script =
        format!("return [...document.querySelectorAll('{part} .map-rows a')].map((one) => one.innerText)");
    Ok(texts(page, &script).await?.into_iter().collect())
}

async fn lie(page: &Page) -> Result<[f64; 3]> {
    let lie = page.script(LIE).await?;
    Ok(serde_json::from_value(lie)?)
}

/// Whether the ground lies so, to a hundredth of a pixel.
async fn is_at(page: &Page, wanted: [f64; 3]) -> Result<bool> {
    let lie = lie(page).await?;
    Ok(lie
        .iter()
        .zip(wanted)
        .all(|(is, wanted)| (is - wanted).abs() < 0.02))
}

/// Opens the map and waits for its marks.
async fn open(page: &Page, address: &str) -> Result<()> {
    page.go(address).await?;
    page.heading(HEADING).await?;
    page.until("marks", async || Ok(!marks(page).await?.is_empty()))
        .await
}

/// The middle of the frame on the screen.
async fn middle(page: &Page) -> Result<(f64, f64)> {
    let script = "const frame = document.getElementById('map-frame');
        frame.scrollIntoView({ block: 'center' });
        const box = frame.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2]";
    Ok(serde_json::from_value(page.script(script).await?)?)
}

async fn press(page: &Page, keys: impl Into<TypingData>) -> Result<()> {
    page.browser().keys(keys).await
}

#[test]
fn the_results_lead_to_the_map_and_back_with_their_filter() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        page.go("?theme=protection").await?;
        page.lists(5).await?;
        page.press("link", "Voir sur la carte").await?;
        page.heading(HEADING).await?;
        page.stands_at("carte?theme=protection").await?;
        page.announces("5 initiatives, dont 1 sans lieu sur la carte")
            .await?;
        page.press("link", "Voir en liste").await?;
        page.lists(5).await?;
        page.stands_at("?theme=protection").await?;
        // A theme is chosen on the map itself, and given up again.
        open(page, "carte?q=ordinateur").await?;
        page.press("link", Name::Holds("Mots : ordinateur")).await?;
        page.announces(ALL).await?;
        page.press("link", Name::Begins("Mesures de protection")).await?;
        page.announces("5 initiatives").await?;
        page.is_accessible_in_every_look("the map of one theme").await?;
        page.press("link", Name::Begins("Mesures de protection")).await?;
        page.announces(ALL).await?;
        page.go("aide").await?;
        page.press("link", "Voir sur la carte").await?;
        page.heading(HEADING).await?;
        page.stands_at("carte?statut=encours").await?;
        page.go("besoins?commune=62563").await?;
        page.announces("Aucun besoin").await?;
        ensure!(
            !page.has("link", "Voir sur la carte").await?,
            "a map of nothing is offered"
        );
        // The need of Calaisis is one of Calais too.
        page.go("besoins?commune=62193").await?;
        page.press("link", "Voir sur la carte").await?;
        page.heading(HEADING).await?;
        page.stands_at("carte?commune=62193&besoins=1").await
    })
}

#[test]
fn the_marks_and_the_list_hold_the_same() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        open(page, "carte").await?;
        page.announces(ALL).await?;
        page.is_accessible_in_every_look("the whole map").await?;
        page.set_screen(360, 740).await?;
        let names = marks(page).await?;
        ensure!(
            names.iter().any(|name| name.contains(" et alentours : ")),
            "nothing is joined: {names:?}"
        );
        let mut on_map = BTreeSet::new();
        for name in &names {
            page.press("button", name.as_str()).await?;
            let place = name.split(" : ").next().unwrap_or_default();
            page.until("the focus on what was opened", async || {
                let focused = page.script("return document.activeElement.innerText").await?;
                Ok(plain(focused.as_str().unwrap_or_default()) == place)
            })
            .await?;
            on_map.extend(listed(page, ".map-panel").await?);
        }
        page.is_accessible_in_every_look("what a mark stands for").await?;
        // On a larger screen the marks are others.
        page.set_screen(360, 740).await?;
        page.until("the marks of a small screen", async || {
            Ok(marks(page).await? == names)
        })
        .await?;
        page.press("button", "Fermer").await?;
        page.gone("button", "Fermer").await?;
        let back = page
            .script("return document.activeElement.getAttribute('aria-label')")
            .await?;
        ensure!(
            names.last().map(String::as_str) == back.as_str().map(plain).as_deref(),
            "the focus is on {back}"
        );
        let by_commune = listed(page, "[aria-labelledby=map-list-t]").await?;
        ensure!(
            on_map == by_commune,
            "the map has {on_map:?}, the list {by_commune:?}"
        );
        ensure!(by_commune.len() == 6, "{by_commune:?}");
        let nowhere = listed(page, "[aria-labelledby=map-nowhere-t]").await?;
        ensure!(
            nowhere.len() == 2 && nowhere.is_disjoint(&by_commune),
            "{nowhere:?}"
        );
        page.says("2 initiatives sans lieu sur la carte").await?;
        page.says("Tout le secteur Lensois").await?;
        let communes = texts(
            page,
            "return [...document.querySelectorAll('[aria-labelledby=map-list-t] h3')].map((one) => one.innerText)",
        )
        .await?;
        ensure!(
            communes == ["Calais", "Ferques", "Guemps", "Haisnes", "Marck", "Mazingarbe"],
            "{communes:?}"
        );
        Ok(())
    })
}

#[test]
fn keys_and_buttons_move_the_map() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        open(page, "carte").await?;
        let whole = lie(page).await?;
        page.script("document.getElementById('map-frame').focus()")
            .await?;
        press(page, "+").await?;
        page.until("twice the size", async || {
            Ok((lie(page).await?[2] / whole[2] - 2.0).abs() < 0.01)
        })
        .await?;
        let closer = lie(page).await?;
        press(page, Key::Left + "").await?;
        page.until("the ground to go right", async || {
            Ok(lie(page).await?[0] > closer[0])
        })
        .await?;
        press(page, Key::Right + "").await?;
        page.until("the ground to come back", async || is_at(page, closer).await)
            .await?;
        press(page, "-").await?;
        page.until("the whole", async || is_at(page, whole).await).await?;
        // The marks are reached one after the other, and open by Enter.
        let first = marks(page).await?.remove(0);
        press(page, Key::Tab + "").await?;
        let focused = page
            .script("return document.activeElement.getAttribute('aria-label')")
            .await?;
        ensure!(
            focused.as_str().map(plain) == Some(first),
            "the focus is on {focused}"
        );
        press(page, Key::Enter + "").await?;
        page.find("button", "Fermer").await?;
        page.until("the focus on what was opened", async || {
            Ok(page.script("return document.activeElement.id").await? == "map-panel-t")
        })
        .await?;
        press(page, Key::Escape + "").await?;
        page.gone("button", "Fermer").await?;
        for _ in 0..4 {
            page.press("button", "Agrandir").await?;
        }
        page.until("closer", async || Ok(lie(page).await?[2] > 8.0 * whole[2]))
            .await?;
        page.press("button", "Tout voir").await?;
        page.until("the whole again", async || is_at(page, whole).await)
            .await?;
        let idle = page.find("button", "Réduire").await?;
        ensure!(
            idle.attr("aria-disabled").await?.as_deref() == Some("true"),
            "there is nothing to reduce"
        );
        let tall = page
            .script(
                "return [...document.querySelectorAll('.map-tools button')].every((one) => one.offsetHeight >= 44)",
            )
            .await?;
        ensure!(tall == true, "the buttons are low");
        Ok(())
    })
}

/// How many marks are within the frame.
async fn in_sight(page: &Page) -> Result<f64> {
    let script = "const frame = document.getElementById('map-frame').getBoundingClientRect();
        return [...document.querySelectorAll('.map-mark')].filter((one) => {
            const { left, top, width, height } = one.querySelector('.map-disc').getBoundingClientRect();
            const [x, y] = [left + width / 2, top + height / 2];
            return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
        }).length";
    page.number(script).await
}

#[test]
fn enlarging_goes_where_something_is() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        open(page, "carte").await?;
        let mut size = lie(page).await?[2];
        // To the closest there is.
        for step in 0.. {
            page.press("button", "Agrandir").await?;
            page.until("a picture", async || Ok(lie(page).await?[2] >= size))
                .await?;
            let now = lie(page).await?[2];
            ensure!(
                in_sight(page).await? > 0.0,
                "nothing is in sight after {step} steps"
            );
            if now <= size {
                break;
            }
            size = now;
        }
        // From a corner of the sea the nearest comes back into sight.
        page.script("document.getElementById('map-frame').focus()")
            .await?;
        for _ in 0..30 {
            press(page, Key::Left + "").await?;
            press(page, Key::Up + "").await?;
        }
        press(page, "-").await?;
        press(page, "+").await?;
        page.until("a mark", async || Ok(in_sight(page).await? > 0.0))
            .await
    })
}

#[test]
fn going_closer_parts_what_was_joined() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        open(page, "carte").await?;
        let whole = marks(page).await?;
        let joined = whole.iter().find(|name| name.contains(" et alentours : "));
        let joined = joined.context("nothing is joined")?.clone();
        page.press("button", joined.as_str()).await?;
        page.press("button", "Voir de plus près").await?;
        page.until("other marks", async || Ok(!marks(page).await?.contains(&joined)))
            .await?;
        let parted = marks(page).await?;
        ensure!(
            parted.iter().any(|name| !name.contains(" et alentours : ")),
            "{parted:?}"
        );
        // Who looks at one of them comes back to the same place.
        let before = lie(page).await?;
        let title = listed(page, ".map-panel")
            .await?
            .pop_first()
            .context("no entry")?;
        page.press("link", title.as_str()).await?;
        page.heading(&title).await?;
        page.back().await?;
        page.heading(HEADING).await?;
        page.until("the same place", async || is_at(page, before).await)
            .await?;
        ensure!(
            listed(page, ".map-panel").await?.contains(&title),
            "the list is closed"
        );
        Ok(())
    })
}

#[test]
fn fingers_a_mouse_and_a_wheel_move_the_map() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        open(page, "carte").await?;
        let whole = lie(page).await?;
        let (x, y) = middle(page).await?;
        let browser = page.browser();
        let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -300 });
        browser.command("Input.dispatchMouseEvent", wheel).await?;
        page.until("twice the size", async || {
            Ok((lie(page).await?[2] / whole[2] - 2.0).abs() < 0.01)
        })
        .await?;
        let before = lie(page).await?;
        for (kind, dx, buttons) in [
            ("mousePressed", 0.0, 1),
            ("mouseMoved", 20.0, 1),
            ("mouseMoved", 40.0, 1),
            ("mouseReleased", 40.0, 0),
        ] {
            let mouse = json!({
                "type": kind, "x": x + dx, "y": y, "button": "left", "buttons": buttons, "clickCount": 1,
            });
            browser.command("Input.dispatchMouseEvent", mouse).await?;
        }
        page.until("the ground to follow the mouse", async || {
            Ok((lie(page).await?[0] - before[0] - 40.0).abs() < 1.0)
        })
        .await?;
        page.press("button", "Tout voir").await?;
        let (x, y) = middle(page).await?;
        let touch = async |kind: &str, half: Option<f64>| -> Result<()> {
            let points = half.map_or_else(Vec::new, |half| {
                vec![
                    json!({ "x": x - half, "y": y, "id": 0 }),
                    json!({ "x": x + half, "y": y, "id": 1 }),
                ]
            });
            let event = json!({ "type": kind, "touchPoints": points });
            browser.command("Input.dispatchTouchEvent", event).await?;
            Ok(())
        };
        touch("touchStart", Some(30.0)).await?;
        for half in [40.0, 60.0, 90.0] {
            touch("touchMove", Some(half)).await?;
        }
        touch("touchEnd", None).await?;
        page.until("three times the size", async || {
            Ok((lie(page).await?[2] / whole[2] - 3.0).abs() < 0.3)
        })
        .await?;
        let before = lie(page).await?;
        for (kind, dx) in [("touchStart", 0.0), ("touchMove", 15.0), ("touchMove", 50.0)] {
            let event = json!({ "type": kind, "touchPoints": [{ "x": x + dx, "y": y, "id": 0 }] });
            browser.command("Input.dispatchTouchEvent", event).await?;
        }
        touch("touchEnd", None).await?;
        page.until("the ground to follow the finger", async || {
            Ok(lie(page).await?[0] - before[0] > 30.0)
        })
        .await?;
        ensure!(
            !page.has("button", "Fermer").await?,
            "what was dragged pressed a mark"
        );
        Ok(())
    })
}

/// A site of the department of Nord.
fn of_nord() -> Result<Site> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    catalogue["site"]["department"] = json!("59");
    let initiatives = catalogue["initiatives"].as_array_mut().context("no list")?;
    for (initiative, (commune, insee)) in initiatives
        .iter_mut()
        .zip([("Lille", "59350"), ("Dunkerque", "59183")])
    {
        initiative["place"] = json!({ "commune": commune, "insee": insee, "postcode": null, "area": "",
            "lat": null, "lon": null });
    }
    site.upload(&catalogue)?;
    Ok(site)
}

#[test]
fn another_department_is_drawn_from_its_own_file() -> Result<()> {
    visit_with(of_nord()?, Profile::new()?, async |page| {
        open(page, "carte").await?;
        page.find("group", "Carte : Nord").await?;
        let names = marks(page).await?;
        ensure!(
            names.len() == 2 && names.iter().any(|name| name.starts_with("Dunkerque : ")),
            "{names:?}"
        );
        page.announces("8 initiatives, dont 6 sans lieu sur la carte")
            .await
    })
}

#[test]
fn without_the_places_there_is_the_list_and_why() -> Result<()> {
    let site = Site::of_a_copy()?;
    let file = site.folder()?.join("communes/62.json");
    let aside = site.folder()?.join("communes/62.aside");
    fs::rename(&file, &aside)?;
    visit_with(site, Profile::new()?, async |page| {
        page.set_screen(360, 740).await?;
        page.go("carte").await?;
        page.announces("La carte ne peut pas s’afficher").await?;
        page.is_accessible_in_every_look("a map without places").await?;
        let listed = listed(page, "main").await?;
        ensure!(listed.len() == 8, "{listed:?}");
        ensure!(
            !page.text().await?.contains("sans lieu sur la carte"),
            "nothing has a place where there is no map"
        );
        fs::rename(&aside, &file)?;
        page.press("button", "Réessayer").await?;
        page.until("marks", async || Ok(!marks(page).await?.is_empty()))
            .await?;
        page.announces(ALL).await?;
        let mut catalogue = page.site.catalogue()?;
        catalogue["site"]["department"] = Value::Null;
        page.site.upload(&catalogue)?;
        Ok(())
    })
}

#[test]
fn a_site_of_no_department_says_so() -> Result<()> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    catalogue["site"]["department"] = Value::Null;
    site.upload(&catalogue)?;
    visit_with(site, Profile::new()?, async |page| {
        page.go("carte").await?;
        page.announces("Ce site ne dit pas son département.").await?;
        ensure!(
            !page.has("button", "Réessayer").await?,
            "asking again brings nothing"
        );
        Ok(())
    })
}
