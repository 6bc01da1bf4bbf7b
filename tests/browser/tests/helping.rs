//! Seeking and offering: few taps to a call, needs with their answers, and what is near.

use anyhow::{Context, Result, ensure};
use browser_tests::keys::press;
use browser_tests::outgoing::{carried, decoded, link_in, published_by_somebody, whatsapp};
use browser_tests::page::{Name, plain};
use browser_tests::{Page, Profile, Site, visit, visit_with};
use serde_json::{Value, json};
use thirtyfour::Key;

const MAZINGARBE: &str = "Mazingarbe : la salle des fêtes devient atelier de couture";

/// A site on which somebody who can be written to needs something until a day that is to come, and somebody who left
/// no contact needs volunteers.
fn in_need() -> Result<Site> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    published_by_somebody(&mut catalogue, "");
    let initiatives = catalogue["initiatives"].as_array_mut().context("no list")?;
    let of = |it: &&mut Value, title: &str| it["title"].as_str().is_some_and(|own| own.starts_with(title));
    let sewing = initiatives.iter_mut().find(|it| of(it, "Mazingarbe"));
    let sewing = sewing.context("no Mazingarbe")?;
    sewing["needs"] = json!([{
        "id": "n-tissu", "kind": "materials", "what": "du tissu en coton", "quantity": 40,
        "until": "2099-01-31", "state": "open",
    }]);
    sewing["contacts"] = json!([
        { "id": "c-mobile", "kind": "phone", "value": "06 12 34 56 78", "label": "" },
        { "id": "c-mail", "kind": "email", "value": "atelier@exemple.fr", "label": "" },
    ]);
    let computers = initiatives
        .iter_mut()
        .find(|it| it["place"]["commune"] == "Haisnes");
    let computers = computers.context("no Haisnes")?;
    computers["contacts"] = json!([]);
    computers["needs"] = json!([{
        "id": "n-bras", "kind": "volunteers", "what": "des bras pour porter", "quantity": null,
        "until": null, "state": "open",
    }]);
    site.upload(&catalogue)?;
    Ok(site)
}

/// What each card of the page is called.
async fn needed(page: &Page) -> Result<Vec<String>> {
    page.texts("return [...document.querySelectorAll('main article h3')].map((one) => one.innerText)")
        .await
}

async fn address_of<'a>(page: &Page, name: impl Into<Name<'a>>) -> Result<String> {
    let link = page.find("link", name).await?;
    link.attr("href").await?.context("no address")
}

#[test]
fn three_taps_lead_from_the_question_to_a_call() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 640).await?;
        page.go("").await?;
        page.press("link", "Je cherche de l’aide").await?;
        page.heading("Je cherche de l’aide").await?;
        page.press("link", Name::Begins("Mesures de protection")).await?;
        page.lists(5).await?;
        let call = page.find("link", Name::Begins("Appeler")).await?;
        let address = call.attr("href").await?.unwrap_or_default();
        ensure!(address.starts_with("tel:"), "the third tap would open {address}");
        ensure!(
            page.address().await?.contains("statut=encours"),
            "what is over is offered: {}",
            page.address().await?
        );
        // A word leads there too.
        page.go("aide").await?;
        page.fill("searchbox", "Ou cherchez un mot", "ordinateurs")
            .await?;
        page.press("button", "Chercher").await?;
        page.lists(2).await?;
        Ok(())
    })
}

#[test]
fn needs_that_press_come_first_and_have_an_answer_at_hand() -> Result<()> {
    visit_with(in_need()?, Profile::new()?, async |page| {
        page.set_screen(360, 640).await?;
        page.go("").await?;
        page.press("link", "Je peux aider").await?;
        page.heading("Je peux aider").await?;
        page.announces("4 besoins ouverts").await?;
        let all = needed(page).await?;
        ensure!(all.len() == 4, "{all:?}");
        ensure!(
            all[0] == "du tissu en coton",
            "what has a last day comes first: {all:?}"
        );
        page.says("Avant le 31 janvier 2099").await?;
        page.is_accessible_in_every_look("the open needs").await?;
        page.press("link", Name::Begins("Bénévoles")).await?;
        page.announces("1 besoin ouvert").await?;
        page.stands_at("besoins?genre=benevoles").await?;
        let outlined =
            "return getComputedStyle(document.querySelector('.way-kind[aria-current]')).outlineStyle";
        ensure!(
            page.script(outlined).await? == "solid",
            "nothing shows which kind is chosen"
        );
        // Who left no contact is reached through those who run the site.
        page.script("document.querySelector('details.help').open = true")
            .await?;
        page.says("Cette initiative n’a laissé aucun contact").await?;
        let ask = address_of(page, "Écrire à l’association").await?;
        ensure!(
            ask.contains("demande?pour=offre&quoi=")
                && decoded(&ask, "quoi=")?.starts_with("des bras pour porter"),
            "one would write {ask}"
        );
        let written = address_of(page, "E-mail").await?;
        ensure!(
            written.starts_with("mailto:contact@entraide.example?"),
            "{written}"
        );
        page.go("besoins?genre=materiaux&commune=62563").await?;
        page.announces("1 besoin ouvert").await?;
        page.script("document.querySelector('details.help').open = true")
            .await?;
        page.is_accessible_in_every_look("the ways to answer a need")
            .await?;
        let call = address_of(page, Name::Begins("Appeler")).await?;
        ensure!(call == "tel:0612345678", "{call}");
        let text = decoded(&address_of(page, "SMS").await?, "body=")?;
        ensure!(
            text.contains("du tissu en coton")
                && plain(&text).contains(MAZINGARBE)
                && text.contains("initiative?id="),
            "the message says « {text} »"
        );
        ensure!(
            decoded(&address_of(page, "E-mail").await?, "subject=")?
                == "Je peux aider\u{a0}: du tissu en coton",
            "the e-mail has another subject"
        );
        page.go("besoins?genre=equipement&commune=62563").await?;
        page.announces("Aucun besoin").await?;
        page.press("link", "Voir tous les besoins").await?;
        page.announces("4 besoins ouverts").await?;
        // Calais has none of its own; two are those of an area that holds it.
        page.go("besoins?commune=62193").await?;
        page.announces("2 besoins ouverts").await?;
        let chosen = page.find("combobox", "Commune").await?;
        ensure!(
            chosen.prop("value").await?.as_deref() == Some("62193"),
            "the list says another commune than is asked for"
        );
        Ok(())
    })
}

/// Where the cards say that they are.
async fn places(page: &Page) -> Result<Vec<String>> {
    page.texts("return [...document.querySelectorAll('main article .card-place')].map((one) => one.innerText.trim())").await
}

#[test]
fn a_chosen_commune_orders_by_distance_and_stays() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 640).await?;
        page.go("?tri=proche").await?;
        page.lists(8).await?;
        page.script("document.querySelector('details.filters').open = true")
            .await?;
        page.press("link", Name::Begins("Dites où vous êtes")).await?;
        page.fill("combobox", "Votre commune", "avion").await?;
        page.press("option", Name::Begins("Avion")).await?;
        page.announces("Les distances se comptent depuis Avion.").await?;
        page.is_accessible_in_every_look("a commune was chosen").await?;
        page.press("link", Name::Begins("Toutes les aides")).await?;
        page.lists(8).await?;
        page.until("the nearest first", async || {
            let places = places(page).await?;
            Ok(places
                .first()
                .is_some_and(|first| first.ends_with("sert votre commune")))
        })
        .await?;
        let near = places(page).await?;
        ensure!(
            near.iter()
                .any(|place| place == "Tout le secteur Lensois · dans votre secteur"),
            "the area is not told: {near:?}"
        );
        ensure!(
            near.last().is_some_and(|last| last.contains(" km")),
            "no distance in {near:?}"
        );
        page.reload().await?;
        page.until("the commune to be remembered", async || {
            let places = places(page).await?;
            Ok(places
                .first()
                .is_some_and(|first| first.ends_with("sert votre commune")))
        })
        .await?;
        page.go("aide").await?;
        page.press("button", "Oublier ma commune").await?;
        page.gone("button", "Oublier ma commune").await?;
        let focus = page.script("return document.activeElement.id").await?;
        ensure!(focus == "near-commune", "the focus went to « {focus} »");
        page.go("?tri=proche").await?;
        page.lists(8).await?;
        ensure!(
            !places(page).await?.iter().any(|place| place.contains("votre")),
            "the commune was not forgotten"
        );
        Ok(())
    })
}

#[test]
fn a_commune_is_taken_when_its_whole_name_is_left_and_one_of_elsewhere_is_told() -> Result<()> {
    const UNKNOWN: &str = "Aucune commune de ce nom ou de ce code postal dans ce département.";
    visit(async |page| {
        page.set_screen(360, 740).await?;
        page.go("aide").await?;
        // Of several names that begin so none is meant, and none is taken.
        page.fill("combobox", "Votre commune", "Lille").await?;
        page.find("option", Name::Begins("Lillers")).await?;
        press(page, Key::Tab).await?;
        page.announces(UNKNOWN).await?;
        ensure!(
            !page.has("button", "Oublier ma commune").await?,
            "Lille was taken for another"
        );
        page.fill("combobox", "Votre commune", "Strasbourg").await?;
        page.announces(UNKNOWN).await?;
        let high = "return [...document.querySelectorAll('.panel [role=status]')]
            .find((one) => one.textContent.startsWith('Aucune')).offsetHeight";
        ensure!(page.number(high).await? > 10.0, "it is for screen readers alone");
        page.is_accessible_in_every_look("a commune of elsewhere").await?;
        page.fill("combobox", "Votre commune", "bethune").await?;
        page.find("option", Name::Begins("Béthune")).await?;
        press(page, Key::Tab).await?;
        page.announces("Les distances se comptent depuis Béthune.")
            .await?;
        ensure!(!page.text().await?.contains(UNKNOWN), "what was taken is unknown");
        // A link that is pressed at once is followed, and the commune taken.
        page.fill("combobox", "Votre commune", "avion").await?;
        page.find("option", Name::Begins("Avion")).await?;
        page.script("document.querySelector('.options').style.display = 'none'")
            .await?;
        page.press("link", Name::Begins("Toutes les aides")).await?;
        page.until("what serves Avion", async || {
            Ok(places(page)
                .await?
                .iter()
                .any(|place| place.ends_with("sert votre commune")))
        })
        .await?;
        page.go("aide").await?;
        page.announces("Les distances se comptent depuis Avion.").await
    })
}

#[test]
fn a_postcode_that_nothing_is_found_by_leads_to_the_question_where_one_is() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 740).await?;
        page.go("").await?;
        page.lists(8).await?;
        page.fill("searchbox", "Rechercher une initiative", "62300")
            .await?;
        page.lists(0).await?;
        page.is_accessible("nothing for a postcode").await?;
        page.press("link", Name::Begins("Dites où vous êtes")).await?;
        page.heading("Je cherche de l’aide").await?;
        page.find("option", Name::Begins("Lens")).await?;
        page.until("the focus on what is asked", async || {
            Ok(page.script("return document.activeElement.value").await? == "62300")
        })
        .await?;
        page.is_accessible("the communes of a postcode").await?;
        page.press("option", Name::Begins("Lens")).await?;
        page.announces("Les distances se comptent depuis Lens.").await?;
        let typed = page.find("combobox", "Votre commune").await?;
        ensure!(typed.value().await?.as_deref() == Some("Lens"));
        // A word is no postcode.
        page.go("?q=zzzzzz").await?;
        page.lists(0).await?;
        page.gone("link", Name::Begins("Dites où vous êtes")).await
    })
}

#[test]
fn a_position_is_asked_for_on_tap_and_kept_nowhere() -> Result<()> {
    visit(async |page| {
        page.go("aide").await?;
        let browser = page.browser();
        let denied = json!({ "permission": { "name": "geolocation" }, "setting": "denied", "origin": page.site.origin() });
        browser.command("Browser.setPermission", denied).await?;
        page.press("button", "Utiliser ma position").await?;
        page.announces("Le téléphone n’a pas le droit de dire où il est. Choisissez votre commune.")
            .await?;
        let granted = json!({ "permission": { "name": "geolocation" }, "setting": "granted", "origin": page.site.origin() });
        browser.command("Browser.setPermission", granted).await?;
        let lens = json!({ "latitude": 50.4289, "longitude": 2.8318, "accuracy": 100 });
        browser.command("Emulation.setGeolocationOverride", lens).await?;
        page.press("button", "Utiliser ma position").await?;
        page.announces("Les distances se comptent depuis votre position. Elle n’est ni gardée ni envoyée.")
            .await?;
        page.find("button", "Oublier où je suis").await?;
        page.press("link", Name::Begins("Toutes les aides")).await?;
        page.lists(8).await?;
        page.until("distances", async || {
            Ok(places(page).await?.iter().any(|place| place.contains(" km")))
        })
        .await?;
        let stored = page.stored().await?;
        let kept = serde_json::to_string(&stored)?;
        ensure!(!kept.contains("50.4"), "the position is kept: {kept}");
        ensure!(
            !page
                .site
                .log()?
                .iter()
                .any(|answered| answered.target.contains("50.4")),
            "the position was sent"
        );
        page.reload().await?;
        page.lists(8).await?;
        ensure!(
            !places(page).await?.iter().any(|place| place.contains(" km")),
            "the position outlived the page"
        );
        Ok(())
    })
}

#[test]
fn an_editor_asks_what_was_unasked_for_longest_and_notes_the_answer() -> Result<()> {
    visit(async |page| {
        page.set_screen(360, 640).await?;
        page.go("").await?;
        page.lists(8).await?;
        page.says("Pas vérifiée depuis longtemps").await?;
        page.go("verifier").await?;
        ensure!(
            !page.has("button", "Vérifiée aujourd’hui").await?,
            "a reader is offered an editor's answers"
        );
        page.become_editor().await?;
        page.go("relire").await?;
        page.press("link", "Toujours d’actualité ?").await?;
        page.announces("8 initiatives à vérifier").await?;
        page.is_accessible_in_every_look("what is to be checked").await?;
        let first = page
            .script("return document.querySelector('main article h2').innerText")
            .await?;
        let first = plain(first.as_str().unwrap_or_default());
        page.press("button", "Vérifiée aujourd’hui").await?;
        page.announces("7 initiatives à vérifier").await?;
        // The next one is at hand, and not the top of the page.
        page.until("the focus on the next entry", async || {
            let first = "return document.activeElement === document.querySelector('main article')";
            Ok(page.script(first).await? == true)
        })
        .await?;
        let next = page
            .script("return document.querySelector('main article h2').innerText")
            .await?;
        ensure!(
            plain(next.as_str().unwrap_or_default()) != first,
            "« {first} » is still asked about first"
        );
        page.press("button", "Annuler").await?;
        page.announces("8 initiatives à vérifier").await?;
        page.press("button", "C’est terminé").await?;
        page.announces("7 initiatives à vérifier").await?;
        // It is over for everyone once it is published, and here at once.
        page.go("?statut=terminee").await?;
        page.lists(1).await?;
        page.says("Terminée").await
    })
}

#[test]
fn who_finds_nothing_asks_the_association_and_nothing_is_published() -> Result<()> {
    visit_with(in_need()?, Profile::new()?, async |page| {
        page.set_screen(360, 640).await?;
        page.go("aide").await?;
        page.press("link", "Demander à l’association").await?;
        page.heading("Demander à l’association").await?;
        page.is_accessible_in_every_look("a request").await?;
        page.fill("textbox", "Quoi ?", "un lit d’enfant").await?;
        ensure!(
            !page.has("link", "WhatsApp").await?,
            "what cannot be answered can be sent"
        );
        page.fill("textbox", "Où ?", "Lens").await?;
        page.fill("textbox", "Comment vous répondre ?", "06 98 76 54 32")
            .await?;
        let message = whatsapp(page).await?;
        ensure!(
            message.contains("à ne pas publier") && message.contains("un lit d’enfant"),
            "the message says « {message} »"
        );
        let sent = carried(page, link_in(&message)?)?;
        ensure!(sent.changes.is_empty(), "it would change {:?}", sent.changes);
        ensure!(
            sent.message.contains("un lit d’enfant") && !sent.message.contains("06 98"),
            "the call-back is told where it is not forgotten: {}",
            sent.message
        );
        ensure!(
            sent.reply_to == "06 98 76 54 32",
            "one would answer to {}",
            sent.reply_to
        );
        page.go("demande?pour=offre").await?;
        let offers = page.find("radio", "Je peux aider").await?;
        ensure!(offers.is_selected().await?, "an offer begins as a search");
        page.heading("Proposer votre aide").await?;
        let message = whatsapp(page).await?;
        ensure!(
            message.contains("Offre d’aide à l’association") && message.contains("Je peux aider\u{a0}:"),
            "an offer says « {message} »"
        );
        Ok(())
    })
}

#[test]
fn erasing_everything_lets_go_of_the_commune_at_once() -> Result<()> {
    visit(async |page| {
        page.go("aide").await?;
        page.fill("combobox", "Votre commune", "avion").await?;
        page.press("option", Name::Begins("Avion")).await?;
        page.find("button", "Oublier ma commune").await?;
        page.go("donnees").await?;
        page.erase_everything().await?;
        // Within the page that erased: a reload would forget it anyhow.
        page.press("link", "Initiatives").await?;
        page.lists(8).await?;
        page.press("link", Name::Begins("Je cherche de l’aide")).await?;
        page.heading("Je cherche de l’aide").await?;
        ensure!(
            !page.has("button", "Oublier ma commune").await?,
            "the erased commune is still there"
        );
        let typed = page
            .find("combobox", "Votre commune")
            .await?
            .prop("value")
            .await?;
        ensure!(typed.as_deref() == Some(""), "the box still says {typed:?}");
        Ok(())
    })
}
