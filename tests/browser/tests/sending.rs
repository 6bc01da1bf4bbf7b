//! Sending: the links that carry a proposal, the file, the code, what is recorded, and reports. What
//! leaves is read back by other code than the one that wrote it.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::cdp::Look;
use browser_tests::outgoing::{
    address_of, carried, decoded, link_in, reachable, take_what_leaves, taken, whatsapp,
};
use browser_tests::page::Name;
use browser_tests::paper::scan;
use browser_tests::{Page, Profile, visit, visit_with};
use serde_json::{Value, json};
use solidaire::domain::change::Path as FieldPath;
use solidaire::format::contribution::read_contribution_text;
use thirtyfour::Key;

const MAZINGARBE: &str = "Mazingarbe : la salle";

#[test]
fn every_link_carries_the_proposal_to_the_address_of_the_site() -> Result<()> {
    visit_with(reachable()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.add("Colis & soupe du samedi").await?;
        page.announces("1 proposition choisie").await?;
        page.press("button", "Envoyer à l’association").await?;
        page.script("document.querySelector('.form-details').open = true")
            .await?;
        page.fill("textbox", Name::Begins("Un mot"), "Merci à vous ! #1 & 100 %")
            .await?;
        page.fill("textbox", Name::Begins("Votre nom"), "Jeanne").await?;
        page.fill("textbox", Name::Begins("Pour vous répondre"), "07 00 00 00 00")
            .await?;
        page.until("the message to hold the name", async || {
            Ok(whatsapp(page).await?.contains("De la part de Jeanne"))
        })
        .await?;
        let message = whatsapp(page).await?;
        for part in [
            "1 proposition",
            "• Colis & soupe du samedi\u{a0}: nouvelle initiative",
            "Merci à vous ! #1 & 100 %",
        ] {
            ensure!(message.contains(part), "« {part} » is not in « {message} »");
        }
        ensure!(
            !message.contains("07 00"),
            "the call-back is for the link alone: {message}"
        );
        let contribution = carried(page, link_in(&message)?)?;
        ensure!(
            contribution.message == "Merci à vous ! #1 & 100 %",
            "{contribution:?}"
        );
        ensure!(
            contribution.reply_to == "Jeanne, 07 00 00 00 00",
            "{contribution:?}"
        );
        ensure!(
            contribution.changes.len() == 1 && contribution.changes[0].creates(),
            "{contribution:?}"
        );

        let sms = address_of(page, "SMS").await?;
        ensure!(sms.starts_with("sms:0612345678?&body="), "{sms}");
        ensure!(decoded(&sms, "&body=")? == message, "{sms}");
        let email = address_of(page, "E-mail").await?;
        ensure!(
            email.starts_with("mailto:contact@entraide.example?subject="),
            "{email}"
        );
        ensure!(
            decoded(&email, "?subject=")?.ends_with("\u{a0}: 1 proposition"),
            "{email}"
        );
        ensure!(
            decoded(&email, "&body=")?.replace("\r\n", "\n") == message,
            "{email}"
        );

        take_what_leaves(page, "").await?;
        page.press("button", "Copier le message").await?;
        ensure!(taken(page).await? == json!(message), "what is copied differs");
        let requested = page.site.log()?;
        ensure!(
            requested
                .iter()
                .all(|answered| !format!("{answered:?}").contains("p=")),
            "the fragment reached a server"
        );
        Ok(())
    })
}

#[test]
fn what_was_sent_is_told_and_can_be_taken_back_and_edited_again() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Colis du samedi").await?;
        page.says("1 modification gardée sur ce téléphone, pas encore envoyée")
            .await?;
        take_what_leaves(page, "").await?;
        page.press("button", "Copier le message").await?;
        page.find("group", "L’avez-vous envoyé\u{a0}?").await?;
        page.press("button", "Pas encore").await?;
        page.says("À envoyer").await?;
        page.press("button", "Copier le message").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        page.announces("C’est noté\u{a0}: envoyé par copie.").await?;
        for _ in 0..2 {
            page.says("Envoyée").await?;
            page.says("par copie.").await?;
            page.announces("Aucune proposition choisie").await?;
            ensure!(
                !page.text().await?.contains("pas encore envoyée"),
                "the banner still says that it is not sent"
            );
            page.reload().await?;
        }
        page.press("checkbox", Name::Begins("Envoyer de nouveau")).await?;
        page.announces("1 proposition choisie").await?;
        page.press("button", Name::Begins("Pas envoyée finalement"))
            .await?;
        page.announces("1 proposition choisie").await?;
        page.says("1 modification gardée sur ce téléphone, pas encore envoyée")
            .await?;

        page.press("button", "Copier le message").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        page.press("button", Name::Begins("Non retenue")).await?;
        page.says("Non retenue").await?;
        page.press("button", Name::Begins("Elle attend encore")).await?;
        page.says("Envoyée").await?;
        page.press("link", "Colis du samedi").await?;
        page.press("link", "Modifier").await?;
        page.fill("textbox", Name::Begins("Titre"), "Colis du dimanche")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.says("À envoyer de nouveau").await?;
        page.announces("1 proposition choisie").await?;
        let contribution = carried(page, link_in(&whatsapp(page).await?)?)?;
        ensure!(contribution.changes.len() == 2, "{contribution:?}");
        Ok(())
    })
}

#[test]
fn an_edition_that_contains_it_is_told_with_thanks() -> Result<()> {
    visit_with(reachable()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.add("Colis du samedi").await?;
        take_what_leaves(page, "").await?;
        page.press("button", "Copier le message").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        page.says("Envoyée").await?;
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let mut catalogue: Value = serde_json::from_slice(&bytes)?;
        let number = catalogue["edition"]["number"].as_i64().unwrap_or(1);
        catalogue["edition"] = json!({ "number": number + 1, "parent": catalogue["edition"]["id"] });
        fs::write(page.site.folder()?.join("catalogue.json"), catalogue.to_string())?;
        page.go("propositions").await?;
        page.find("heading", "Publié. Merci\u{a0}!").await?;
        page.find("link", "Colis du samedi").await?;
        page.announces("Aucune proposition").await?;
        page.press("button", "Ne plus afficher").await?;
        page.gone("heading", "Publié. Merci\u{a0}!").await?;
        page.reload().await?;
        page.announces("Aucune proposition").await?;
        ensure!(!page.has("heading", "Publié. Merci\u{a0}!").await?);
        let left = page.stored().await?;
        ensure!(!left.keys().any(|key| key.contains(":sent/")), "{left:?}");
        Ok(())
    })
}

#[test]
fn a_share_sheet_gets_text_and_link_and_is_believed_only_when_it_took_them() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Colis du samedi").await?;
        for (answer, said) in [
            (
                "throw new DOMException('no', 'NotAllowedError')",
                Some("Le partage n’a pas marché"),
            ),
            ("throw new DOMException('no', 'AbortError')", None),
            ("", Some("C’est noté\u{a0}: envoyé par partage.")),
        ] {
            take_what_leaves(page, answer).await?;
            // A change of the message draws the ways anew, the sheet among them.
            page.script("document.querySelector('.form-details').open = true")
                .await?;
            page.fill("textbox", Name::Begins("Un mot"), &["Bonjour ", answer].concat())
                .await?;
            page.press("button", "Partager").await?;
            let data = taken(page).await?;
            let url = data["url"].as_str().context("no address")?;
            ensure!(carried(page, url)?.changes.len() == 1);
            let text = data["text"].as_str().context("no text")?;
            ensure!(
                text.contains("• Colis du samedi") && !text.contains("#p="),
                "{text}"
            );
            match said {
                Some(said) => page.announces(said).await?,
                None => ensure!(!page.text().await?.contains("Envoyée le")),
            }
        }
        page.says("Envoyée").await
    })
}

#[test]
fn what_is_too_long_for_a_link_leaves_as_a_text_file() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.press("link", "Ajouter une initiative").await?;
        page.fill("textbox", Name::Begins("Titre"), "Longue").await?;
        // Letters that no compression shortens.
        let script = "const area = document.querySelector('textarea');
            const letters = crypto.getRandomValues(new Uint8Array(9000));
            area.value = [...letters].map((byte) => String.fromCharCode(97 + byte % 26)).join('');
            area.dispatchEvent(new Event('input', { bubbles: true }));
            return area.value";
        let long = page.script(script).await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        page.says("C’est trop pour un lien").await?;
        ensure!(!page.has("link", "SMS").await? && !page.has("button", "Copier le message").await?);
        page.press("button", "Enregistrer le fichier").await?;
        let (name, bytes) = page.downloaded("solidaire-propositions", ".txt").await?;
        let read = |text: &str| match read_contribution_text(text) {
            Ok(reading) => Ok(reading.value),
            Err(refusal) => bail!("{name} is refused: {refusal:?}"),
        };
        let saved = read(&String::from_utf8(bytes)?)?;
        let summary = FieldPath::parse("summary").context("a path")?;
        let delta = saved.changes[0].delta(&summary).context("no summary")?;
        ensure!(delta.after.as_text() == long.as_str(), "the text is another");
        page.press("button", "Pas encore").await?;

        take_what_leaves(page, "").await?;
        page.script("document.querySelector('.form-details').open = true")
            .await?;
        page.fill("textbox", Name::Begins("Un mot"), "Bonjour").await?;
        page.press("button", "Partager le fichier").await?;
        let file = taken(page).await?;
        ensure!(file["type"] == "text/plain", "{}", file["type"]);
        ensure!(
            file["name"]
                .as_str()
                .is_some_and(|name| name.split('.').next_back() == Some("txt")),
            "{}",
            file["name"]
        );
        let shared = read(file["text"].as_str().context("no text")?)?;
        ensure!(shared.changes == saved.changes && shared.message == "Bonjour");
        page.announces("C’est noté\u{a0}: envoyé par fichier.").await
    })
}

#[test]
fn the_code_is_read_by_a_camera_in_both_looks() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.press("link", Name::Begins(MAZINGARBE)).await?;
        page.press("link", "Proposer une correction").await?;
        page.fill("textbox", Name::Begins("Titre"), "Mazingarbe coud encore")
            .await?;
        page.press("button", "Enregistrer").await?;
        page.heading("Mes propositions").await?;
        let message = whatsapp(page).await?;
        page.script("document.querySelector('.ways ~ details').open = true")
            .await?;
        page.find("image", Name::Begins("Code QR")).await?;
        for look in Look::ALL {
            page.set_look(look).await?;
            page.set_screen(360, 740).await?;
            let read = scan(&page.picture().await?)?;
            ensure!(read == link_in(&message)?, "read {read}");
        }
        Ok(())
    })
}

#[test]
fn a_report_goes_in_a_tap_and_waits_in_the_list() -> Result<()> {
    visit_with(reachable()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.press("link", Name::Begins(MAZINGARBE)).await?;
        page.press("button", "Signaler").await?;
        page.find("dialog", Name::Begins("Signaler «")).await?;
        page.press("radio", "Le numéro est faux").await?;
        page.fill("textbox", Name::Begins("Quelques mots"), "Il sonne dans le vide")
            .await?;
        page.until("the words to be in the message", async || {
            Ok(whatsapp(page).await?.contains("Il sonne dans le vide"))
        })
        .await?;
        let contribution = carried(page, link_in(&whatsapp(page).await?)?)?;
        ensure!(contribution.changes.is_empty(), "{contribution:?}");
        ensure!(
            contribution.message == "Le numéro est faux\u{a0}: Il sonne dans le vide",
            "{contribution:?}"
        );

        page.press("radio", "Autre chose").await?;
        page.find("textbox", Name::Begins("Quelques mots"))
            .await?
            .send_keys(Key::Control + "a" + Key::Null + Key::Delete)
            .await?;
        page.gone("link", "WhatsApp").await?;

        for (reason, path) in [("C’est terminé", "status"), ("Retirez-moi", "removed")] {
            page.press("radio", reason).await?;
            page.until("the reason to be in the message", async || {
                Ok(whatsapp(page).await?.contains(reason))
            })
            .await?;
            let contribution = carried(page, link_in(&whatsapp(page).await?)?)?;
            let fields = &contribution.changes[0].fields;
            ensure!(
                fields.len() == 1 && fields[0].0.as_str() == path,
                "{contribution:?}"
            );
        }
        page.says("Vous pouvez aussi joindre l’association directement")
            .await?;
        ensure!(address_of(page, "06 12 34 56 78").await? == "tel:0612345678");
        for look in Look::ALL {
            page.set_look(look).await?;
            page.set_screen(360, 740).await?;
            page.is_accessible(&format!("a report, {}", look.name())).await?;
        }
        take_what_leaves(page, "").await?;
        page.press("button", "Copier le message").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        page.announces("C’est noté").await?;
        page.gone("dialog", Name::Begins("Signaler «")).await?;
        // Nothing is changed here.
        page.go("propositions").await?;
        page.announces("Aucune proposition").await?;
        page.find("heading", "Vos signalements").await?;
        page.find("link", Name::Begins(MAZINGARBE)).await?;
        page.press("button", Name::Begins("Retirer de la liste")).await?;
        page.gone("heading", "Vos signalements").await
    })
}

#[test]
fn a_page_that_is_read_stays_as_it_is_while_another_tab_saves() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.press("link", Name::Begins("Marck")).await?;
        page.find("heading", Name::Begins("Marck")).await?;
        page.press("button", "Signaler").await?;
        page.press("radio", "Autre chose").await?;
        page.fill("textbox", Name::Begins("Quelques mots"), "Le portail est fermé")
            .await?;
        page.find("link", "WhatsApp").await?;
        let where_ = "return [Math.round(scrollY), document.querySelector('#announcer').textContent]";
        page.script("scrollTo(0, 200)").await?;
        let before = page.script(where_).await?;
        ensure!(before[0] == 200, "the page is too short to be scrolled: {before}");

        let (first, _) = page.second_tab().await?;
        page.correct(
            "yb0madryf213n5pejryfdba2f",
            "Résumé",
            "Écrit dans l’autre onglet.",
        )
        .await?;
        page.to_tab(&first).await?;
        page.says("Écrit dans l’autre onglet.").await?;

        let after = page.script(where_).await?;
        // What came to stand above moves the page along with what is read.
        ensure!(
            after[0].as_i64() >= before[0].as_i64() && after[1] == before[1],
            "from {before} the page went to {after}"
        );
        page.find("dialog", Name::Begins("Signaler «")).await?;
        let said = page.find("textbox", Name::Begins("Quelques mots")).await?;
        ensure!(
            said.value().await?.as_deref() == Some("Le portail est fermé"),
            "what was typed is gone"
        );
        ensure!(page.find("radio", "Autre chose").await?.is_selected().await?);
        page.press("button", "Fermer").await?;
        page.gone("dialog", Name::Begins("Signaler «")).await?;
        Ok(())
    })
}

#[test]
fn the_sender_is_remembered_only_when_asked() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.add("Colis du samedi").await?;
        let send = async |page: &Page, remember: bool| -> Result<()> {
            page.script("document.querySelector('.form-details').open = true")
                .await?;
            page.fill("textbox", Name::Begins("Votre nom"), "Jeanne").await?;
            let box_ = page.find("checkbox", Name::Begins("Retenir mon nom")).await?;
            if box_.is_selected().await? != remember {
                box_.click().await?;
            }
            take_what_leaves(page, "").await?;
            page.press("button", "Copier le message").await?;
            page.press("button", "Oui, c’est envoyé").await?;
            page.announces("C’est noté").await?;
            page.press("button", Name::Begins("Pas envoyée finalement"))
                .await?;
            page.reload().await
        };
        let kept = async |page: &Page| -> Result<bool> {
            Ok(page.stored().await?.keys().any(|key| key.ends_with(":sender")))
        };
        send(page, false).await?;
        ensure!(!kept(page).await?);
        send(page, true).await?;
        ensure!(kept(page).await?);
        let message = whatsapp(page).await?;
        ensure!(message.contains("De la part de Jeanne"), "{message}");
        send(page, false).await?;
        ensure!(!kept(page).await?);
        Ok(())
    })
}

#[test]
fn the_panel_is_for_everyone() -> Result<()> {
    visit_with(reachable()?, Profile::new()?, async |page| {
        page.go("").await?;
        page.add("Colis du samedi").await?;
        page.find("link", "WhatsApp").await?;
        page.script("for (const one of document.querySelectorAll('details')) one.open = true")
            .await?;
        take_what_leaves(page, "").await?;
        page.press("button", "Copier le message").await?;
        page.find("group", "L’avez-vous envoyé\u{a0}?").await?;
        page.until("the question to have the focus", async || {
            let focused = page.script("return document.activeElement.id").await?;
            Ok(focused == json!("sending-asked"))
        })
        .await?;
        for look in Look::ALL {
            page.set_look(look).await?;
            for width in [360, 1280] {
                page.set_screen(width, 740).await?;
                page.is_accessible(&format!("sending, {} at {width} px", look.name()))
                    .await?;
            }
        }
        page.set_screen(320, 640).await?;
        page.is_no_wider(320, "sending").await?;
        page.press("button", "Oui, c’est envoyé").await?;
        page.says("Envoyée").await?;
        page.is_accessible("sent").await
    })
}
