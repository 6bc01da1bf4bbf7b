//! Asking the association, and offering help to it: what is kept, what is told of, what comes next.

use anyhow::{Result, ensure};
use browser_tests::outgoing::{reachable, take_what_leaves};
use browser_tests::page::Name;
use browser_tests::{Page, Profile, Site, visit, visit_with};

/// What the four questions of a request are answered with: an offer or not, what, where, how to answer.
async fn answers(page: &Page) -> Result<(bool, [String; 3])> {
    let offers = page.find("radio", "Je peux aider").await?.is_selected().await?;
    let mut texts = [const { String::new() }; 3];
    let names = ["Quoi ?", "Où ?", "Comment vous répondre ?"];
    for (text, name) in texts.iter_mut().zip(names) {
        *text = page
            .find("textbox", name)
            .await?
            .prop("value")
            .await?
            .unwrap_or_default();
    }
    Ok((offers, texts))
}

#[test]
fn a_request_that_a_share_sheet_took_is_there_until_its_writer_says_that_it_was_sent() -> Result<()> {
    visit(async |page| {
        page.go("demande").await?;
        page.fill("textbox", "Quoi ?", "un lit d’enfant").await?;
        page.fill("textbox", "Comment vous répondre ?", "06 98 76 54 32")
            .await?;
        take_what_leaves(page, "").await?;
        // Another answer draws the ways anew, the sheet among them.
        page.press("radio", "Je peux aider").await?;
        page.press("button", "Partager").await?;
        page.find("group", "L’avez-vous envoyé\u{a0}?").await?;
        page.press("button", "Pas encore").await?;
        let (_, texts) = answers(page).await?;
        ensure!(texts[0] == "un lit d’enfant", "its words are gone: {texts:?}");
        page.press("button", "Partager").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        page.until("empty answers", async || {
            Ok(answers(page).await?.1.iter().all(String::is_empty))
        })
        .await
    })
}

#[test]
fn a_request_stays_on_the_device_until_it_was_sent() -> Result<()> {
    visit(async |page| {
        page.go("demande").await?;
        page.announces("Dites quoi et comment vous répondre\u{a0}: les façons d’envoyer apparaîtront ici.")
            .await?;
        page.fill("textbox", "Quoi ?", "un lit d’enfant").await?;
        page.fill("textbox", "Comment vous répondre ?", "06 98 76 54 32")
            .await?;
        page.press("radio", "Je peux aider").await?;
        let typed = [
            "un lit d’enfant".to_owned(),
            String::new(),
            "06 98 76 54 32".to_owned(),
        ];
        page.reload().await?;
        let found = answers(page).await?;
        ensure!(found == (true, typed.clone()), "after a reload it says {found:?}");
        page.go("demande?pour=aide").await?;
        let found = answers(page).await?;
        ensure!(found == (false, typed), "who looks for help finds {found:?}");
        take_what_leaves(page, "").await?;
        page.press("button", "Copier le message").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        let nothing = (false, [const { String::new() }; 3]);
        page.until("empty answers", async || Ok(answers(page).await? == nothing))
            .await?;
        page.reload().await?;
        let found = answers(page).await?;
        ensure!(found == nothing, "what was sent is still there: {found:?}");
        let kept = serde_json::to_string(&page.stored().await?)?;
        // Its first words are kept, by which the person knows it again; whom to call back is not.
        let number = |spelled: &str| kept.contains(spelled);
        ensure!(
            !number("06 98 76 54 32") && !number("0698765432") && !number("698765432"),
            "whom to call back is still kept: {kept}"
        );
        Ok(())
    })
}

#[test]
fn what_was_asked_is_known_again_and_what_comes_next_is_said() -> Result<()> {
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.set_screen(360, 640).await?;
        page.go("demande?pour=offre&quoi=du%20tissu").await?;
        let what = page.find("textbox", "Quoi ?").await?;
        ensure!(
            what.prop("value").await?.as_deref() == Some("du tissu"),
            "what it is about is not there"
        );
        page.until("the address to begin nothing more", async || {
            Ok(page.address().await? == "demande?pour=offre")
        })
        .await?;
        page.fill("textbox", "Comment vous répondre ?", "06 98 76 54 32")
            .await?;
        // The example gives no address.
        page.says("Ce site ne donne pas d’adresse où écrire").await?;
        take_what_leaves(page, "").await?;
        page.press("button", "Copier le message").await?;
        page.press("button", "Pas encore").await?;
        page.until("the focus at the message", async || {
            Ok(page.script("return document.activeElement.id").await? == "letter-t")
        })
        .await?;
        page.press("button", "Copier le message").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        page.until("the focus on what comes next", async || {
            Ok(page.script("return document.activeElement.id").await? == "request-done")
        })
        .await?;
        page.says("puis vous répond avec ce que vous avez indiqué\u{a0}: 06 98 76 54 32")
            .await?;
        page.is_accessible_in_every_look("a request that was sent")
            .await?;
        page.go("propositions").await?;
        page.find("heading", "Vos messages à l’association").await?;
        page.says("Votre offre\u{a0}: du tissu").await?;
        page.press("button", Name::Begins("Retirer de la liste")).await?;
        page.gone("heading", "Vos messages à l’association").await
    })
}

#[test]
fn a_call_back_that_is_no_number_is_told_of_and_not_sent() -> Result<()> {
    visit_with(reachable()?, Profile::new()?, async |page| {
        page.go("demande").await?;
        page.fill("textbox", "Quoi ?", "un lit").await?;
        for (typed, told) in [
            ("06 12", "Ce n’est pas un numéro de téléphone complet."),
            ("jeanne@exemple", "Cette adresse e-mail n’est pas complète."),
        ] {
            let field = page.fill("textbox", "Comment vous répondre ?", typed).await?;
            field.send_keys("\t").await?;
            page.announces(told).await?;
            ensure!(
                field.attr("aria-invalid").await?.as_deref() == Some("true"),
                "« {typed} » is not marked"
            );
            ensure!(!page.has("link", "WhatsApp").await?, "« {typed} » can be sent");
        }
        page.is_accessible("a call-back that is none").await?;
        let field = page
            .fill("textbox", "Comment vous répondre ?", "la voisine du 3e")
            .await?;
        field.send_keys("\t").await?;
        page.announces("dites bien où ou par qui vous joindre").await?;
        page.find("link", "WhatsApp").await.map(drop)
    })
}

#[test]
fn the_way_to_a_request_decides_whether_it_asks_or_offers() -> Result<()> {
    visit_with(reachable()?, Profile::new()?, async |page| {
        page.go("demande?pour=offre").await?;
        page.fill("textbox", "Quoi ?", "une camionnette").await?;
        page.press("link", "Initiatives").await?;
        page.lists(8).await?;
        page.press("link", Name::Begins("Je cherche de l’aide")).await?;
        page.press("link", "Demander à l’association").await?;
        page.heading("Demander à l’association").await?;
        let seeks = page.find("radio", "Je cherche de l’aide").await?;
        ensure!(seeks.is_selected().await?, "who looks for help would offer it");
        page.says("vient d’une offre d’aide").await?;
        page.press("button", "Effacer ce texte").await?;
        page.gone("button", "Effacer ce texte").await?;
        let found = answers(page).await?;
        ensure!(
            found == (false, [const { String::new() }; 3]),
            "what was to be erased is still there: {found:?}"
        );
        Ok(())
    })
}
