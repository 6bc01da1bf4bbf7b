//! Whole journeys of those for whom this is made: on a small phone, with text twice as large, by keyboard.

use anyhow::{Context, Result, ensure};
use browser_tests::keys::{press, tab_to};
use browser_tests::outgoing::{decoded, published_by_somebody};
use browser_tests::page::Name;
use browser_tests::publishing::{look, publish, put_online};
use browser_tests::{Page, Profile, Site, visit_with};
use serde_json::{Value, json};
use thirtyfour::Key;

/// The example, with a publisher, a need for volunteers and one that ends.
fn lively() -> Result<Site> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    published_by_somebody(&mut catalogue, "03 21 00 00 00");
    let initiatives = catalogue["initiatives"].as_array_mut().context("no list")?;
    initiatives.push(json!({
        "id": "des-repas", "title": "Des repas portés à domicile", "theme": "protection", "status": "published",
        "place": { "commune": "Lens", "insee": "62498", "postcode": "62300" },
        "contacts": [{ "id": "t", "kind": "phone", "value": "06 12 34 56 78", "label": "" }],
        "needs": [{ "id": "b", "kind": "volunteers", "what": "des bras pour porter", "quantity": 4,
                    "until": null, "state": "open" }],
        "verified_on": "2020-04-01",
    }));
    site.upload(&catalogue)?;
    Ok(site)
}

/// A small phone whose person reads text twice as large.
async fn reads_large(page: &Page) -> Result<()> {
    page.set_screen(360, 640).await?;
    page.before_each_page(
        "document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })",
    )
    .await
}

/// Nothing has to be pushed aside to be read.
async fn fits(page: &Page) -> Result<()> {
    let address = page.address().await?;
    page.is_no_wider(360, &format!("« {address} »")).await
}

/// The menu takes no whole screen, a finger hits each of its links, and nothing stays over what is scrolled.
async fn leaves_room(page: &Page) -> Result<()> {
    let high = "return document.querySelector('.masthead').getBoundingClientRect().height";
    let high = page.number(high).await?;
    ensure!(high < 420.0, "the top is {high} px high");
    let low = "return Math.min(...[...document.querySelectorAll('.masthead .menu-link')].map((one) => one.offsetHeight))";
    let low = page.number(low).await?;
    ensure!(low >= 44.0, "a link of the menu is {low} px high");
    let over = "window.scrollTo(0, 900);
        return [...document.querySelectorAll('body *')].filter((one) => {
            const stays = ['sticky', 'fixed'].includes(getComputedStyle(one).position);
            return stays && one.getBoundingClientRect().height > 160;
        }).map((one) => one.className)";
    let over = page.script(over).await?;
    ensure!(over == json!([]), "{over} stays over the page");
    Ok(())
}

/// Follows what has the focus.
async fn enter(page: &Page) -> Result<()> {
    press(page, Key::Enter).await
}

/// The address of the link that has the focus.
async fn leads_to(page: &Page) -> Result<String> {
    let address = page
        .script("return document.activeElement.getAttribute('href')")
        .await?;
    Ok(address.as_str().context("no link has the focus")?.to_owned())
}

#[test]
fn at_sixty_seven_with_large_text_one_finds_whom_to_call() -> Result<()> {
    visit_with(lively()?, Profile::new()?, async |page| {
        reads_large(page).await?;
        page.go("").await?;
        page.lists(9).await?;
        fits(page).await?;
        leaves_room(page).await?;
        tab_to(page, "Je cherche de l’aide").await?;
        enter(page).await?;
        page.heading("Je cherche de l’aide").await?;
        fits(page).await?;
        tab_to(page, Name::Begins("Mesures de protection")).await?;
        enter(page).await?;
        page.lists(6).await?;
        fits(page).await?;
        tab_to(page, "Des repas portés à domicile").await?;
        enter(page).await?;
        page.heading("Des repas portés à domicile").await?;
        fits(page).await?;
        page.go("modifier").await?;
        leaves_room(page).await?;
        page.back().await?;
        page.heading("Des repas portés à domicile").await?;
        tab_to(page, Name::Begins("Appeler")).await?;
        let call = leads_to(page).await?;
        ensure!(call == "tel:0612345678", "one would call {call}");
        Ok(())
    })
}

#[test]
fn a_volunteer_finds_a_need_and_has_the_message_written() -> Result<()> {
    visit_with(lively()?, Profile::new()?, async |page| {
        reads_large(page).await?;
        page.go("").await?;
        page.lists(9).await?;
        tab_to(page, "Je peux aider").await?;
        enter(page).await?;
        page.heading("Je peux aider").await?;
        fits(page).await?;
        tab_to(page, Name::Begins("Bénévoles")).await?;
        enter(page).await?;
        page.announces("1 besoin ouvert").await?;
        tab_to(page, "Je peux aider").await?;
        enter(page).await?;
        tab_to(page, "SMS").await?;
        fits(page).await?;
        let message = decoded(&leads_to(page).await?, "body=")?;
        ensure!(
            message.contains("des bras pour porter"),
            "the message says « {message} »"
        );
        Ok(())
    })
}

#[test]
fn an_editor_asks_what_is_still_true_and_publishes_it() -> Result<()> {
    visit_with(lively()?, Profile::new()?, async |page| {
        reads_large(page).await?;
        page.become_editor().await?;
        page.go("relire").await?;
        fits(page).await?;
        tab_to(page, "Toujours d’actualité ?").await?;
        enter(page).await?;
        page.announces("9 initiatives à vérifier").await?;
        fits(page).await?;
        // The one that was asked about longest ago comes first.
        tab_to(page, "Vérifiée aujourd’hui").await?;
        enter(page).await?;
        page.announces("8 initiatives à vérifier").await?;
        look(page).await?;
        page.says("1 modification").await?;
        fits(page).await?;
        let bytes = publish(page).await?;
        let next: Value = serde_json::from_slice(&bytes)?;
        let initiatives = next["initiatives"].as_array().context("no list")?;
        let meals = initiatives.iter().find(|one| one["id"] == "des-repas");
        let meals = meals.context("the meals are gone")?;
        ensure!(meals["verified_on"] != "2020-04-01", "nothing was noted: {meals}");
        put_online(page, &bytes).await?;
        fits(page).await
    })
}

#[test]
fn a_town_hall_puts_the_list_on_its_door_and_into_its_own_site() -> Result<()> {
    visit_with(lively()?, Profile::new()?, async |page| {
        reads_large(page).await?;
        page.go("?theme=protection").await?;
        page.lists(6).await?;
        tab_to(page, "Imprimer la liste").await?;
        enter(page).await?;
        tab_to(page, "Imprimer").await?;
        fits(page).await?;
        let paper = page.on_paper().await?;
        let meals = paper
            .iter()
            .find(|sheet| sheet.holds("Des repas portés à domicile"));
        let meals = meals.context("the meals are not on the paper")?;
        ensure!(meals.holds("06 12 34 56 78"), "whom to call is not beside them");
        page.become_editor().await?;
        fits(page).await?;
        let code = page.find("textbox", "Code à coller").await?;
        let code = code.value().await?.context("no code")?;
        let town = Site::of_a_page(&format!(
            "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>La ville</title></head><body>{code}</body></html>"
        ))?;
        page.visit_elsewhere(&town.foreign_address("")).await?;
        page.into_frame().await?;
        page.lists(9).await
    })
}
