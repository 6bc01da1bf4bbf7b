//! What others propose: opened by a link, received, compared, decided on, remembered, forgotten.

use anyhow::{Context, Result, ensure};
use browser_tests::forms::prefix;
use browser_tests::page::Name;
use browser_tests::proposals::{
    MARCK, MARCK_TITLE, fragment, message, paste, proposal, published, retitle, stored, to_inbox,
};
use browser_tests::{Page, visit};
use serde_json::{Value, json};

const MAZINGARBE: &str = "cyqn1xxvvva4ct9xmbyfstzvb";

/// The text that has the focus.
async fn focus(page: &Page) -> Result<String> {
    let text = page.script("return document.activeElement.id").await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

#[test]
fn of_twelve_links_of_a_conversation_one_was_treated() -> Result<()> {
    visit(async |page| {
        let published = published()?;
        let sent: Vec<Value> = (0..12)
            .map(|number| {
                let (id, title) = &published[number % published.len()];
                retitle(
                    &format!("c{number}"),
                    id,
                    title,
                    &format!("{title}, version {number}"),
                )
            })
            .collect();
        to_inbox(page).await?;
        paste(page, &message(page, &sent[2])).await?;
        page.announces("1 reçue, 1 à relire").await?;
        page.press("button", Name::Begins("Tout accepter")).await?;
        page.announces("1 champ accepté.").await?;
        page.announces("Rien à relire.").await?;
        let mut conversation: String = sent.iter().map(|one| message(page, one)).collect();
        // A messenger that quotes, and one that breaks long lines.
        conversation = conversation.replace("Bonjour", "> Bonjour");
        let broken = message(page, &sent[5]);
        let at = broken.find("#p=").context("no link")? + 40;
        let broken = [&broken[..at], "\n", &broken[at..]].concat();
        conversation =
            conversation.replace(&message(page, &sent[5]).replace("Bonjour", "> Bonjour"), &broken);
        paste(page, &conversation).await?;
        page.announces("12 reçues, 1 déjà traitée, 11 à relire").await?;
        page.announces("11 champs à décider, sur 8 initiatives.").await?;
        paste(page, &conversation).await?;
        page.announces("12 reçues, 1 déjà traitée, 11 déjà dans la boîte")
            .await?;
        page.reload().await?;
        page.announces("11 champs à décider, sur 8 initiatives.").await
    })
}

#[test]
fn a_proposal_is_accepted_corrected_refused_left_and_taken_back() -> Result<()> {
    visit(async |page| {
        let fields = [
            ("title", json!(MARCK_TITLE), json!("Marck : masques pour tous")),
            ("audience", json!(""), json!("tout le monde")),
            (
                "practical",
                json!(""),
                json!("ARGENT EN LIQUIDE SEULEMENT, MERCI"),
            ),
        ];
        let sent = proposal("c1", "Jeanne, 06 99 99 99 99", &[(MARCK, &fields)]);
        to_inbox(page).await?;
        paste(page, &message(page, &sent)).await?;
        page.announces("3 champs à décider, sur 1 initiative.").await?;
        page.says("Un texte est en capitales.").await?;
        page.press("button", "Accepter\u{a0}: Titre").await?;
        page.announces("1 champ accepté.").await?;
        page.announces("2 champs à décider").await?;
        page.until("the focus on the next field", async || {
            Ok(focus(page).await? == "field-c1-0-audience")
        })
        .await?;
        page.press("button", "Corriger\u{a0}: Pour qui").await?;
        page.fill("textbox", "Pour qui", "toutes les familles").await?;
        page.press("button", "Accepter ainsi").await?;
        page.announces("1 champ corrigé et accepté.").await?;
        page.press("button", Name::Begins("Refuser…\u{a0}: ")).await?;
        page.find("dialog", "Refuser 1 champ\u{a0}?").await?;
        page.press("radio", "Inexact").await?;
        let reply = page.find("textbox", "Réponse à envoyer (facultatif)").await?;
        let prepared = reply.value().await?.unwrap_or_default();
        ensure!(
            prepared.contains("Marck") && prepared.contains("exacte"),
            "{prepared}"
        );
        let sms = page.find("link", "Répondre par SMS").await?;
        ensure!(
            sms.attr("href")
                .await?
                .unwrap_or_default()
                .starts_with("sms:0699999999"),
            "the reply goes elsewhere"
        );
        page.press("button", "Refuser").await?;
        page.announces("1 champ refusé.").await?;
        page.announces("Rien à relire.").await?;
        ensure!(stored(page, "inbox").await? == 0, "what is decided waits still");
        ensure!(
            stored(page, "log").await? == 3,
            "{} decisions",
            stored(page, "log").await?
        );
        page.press("button", "Annuler").await?;
        page.announces("1 champ à décider").await?;
        page.announces("C’est annulé.").await?;
        ensure!(stored(page, "log").await? == 2, "the refusal is not taken back");
        page.press("button", Name::Begins("Plus tard\u{a0}: Marck"))
            .await?;
        page.announces("Laissé pour plus tard").await?;
        page.announces("1 champ à décider").await?;
        page.find("button", Name::Begins("Reprendre\u{a0}: ")).await?;
        page.reload().await?;
        page.announces("1 champ à décider").await?;
        page.press("button", Name::Begins("Reprendre\u{a0}: ")).await?;
        page.until("the focus on the entry", async || {
            Ok(focus(page).await? == ["review-", MARCK].concat())
        })
        .await?;
        page.reload().await?;
        page.find("button", Name::Begins("Plus tard\u{a0}: Marck"))
            .await?;
        page.go("").await?;
        page.says("pas encore publiée").await?;
        page.find("link", "Marck : masques pour tous").await?;
        page.press("link", "Marck : masques pour tous").await?;
        page.says("toutes les familles").await?;
        let text = page.text().await?;
        ensure!(
            !text.contains("LIQUIDE") && !text.contains("0699999999"),
            "{text}"
        );
        // What the sender made is among the local changes under its own name, and nothing of the sender.
        let stored = page.stored().await?;
        let kept = stored.get(&[prefix().as_str(), "change/c1-0"].concat());
        ensure!(kept.is_some(), "the sender's change is not here");
        page.go("donnees").await?;
        page.press("button", "Exporter en JSON").await?;
        let (_, bytes) = page.downloaded("solidaire-catalogue", ".json").await?;
        let text = String::from_utf8(bytes)?;
        ensure!(
            text.contains("toutes les familles") && !text.contains("Jeanne"),
            "the export names the sender"
        );
        Ok(())
    })
}

#[test]
fn taking_a_decision_back_leaves_what_another_tab_decided_since() -> Result<()> {
    visit(async |page| {
        let fields = [
            ("title", json!(MARCK_TITLE), json!("Marck : masques pour tous")),
            ("audience", json!(""), json!("tout le monde")),
        ];
        let sent = proposal("c1", "Jeanne, 06 99 99 99 99", &[(MARCK, &fields)]);
        to_inbox(page).await?;
        paste(page, &message(page, &sent)).await?;
        page.press("button", "Accepter\u{a0}: Titre").await?;
        page.announces("1 champ accepté.").await?;
        let (first, _) = page.second_tab().await?;
        page.go("relire").await?;
        page.press("button", "Accepter\u{a0}: Pour qui").await?;
        page.announces("Rien à relire.").await?;
        page.to_tab(&first).await?;
        page.announces("Rien à relire.").await?;
        page.press("button", "Annuler").await?;
        page.announces("C’est annulé.").await?;
        page.announces("1 champ à décider").await?;
        page.find("button", "Accepter\u{a0}: Titre").await?;
        ensure!(stored(page, "inbox").await? == 1, "it is not asked again");
        page.go(&format!("initiative?id={MARCK}")).await?;
        page.heading(MARCK_TITLE).await?;
        page.says("tout le monde").await
    })
}

#[test]
fn a_new_number_waits_for_a_call_and_an_address_elsewhere_is_a_sign() -> Result<()> {
    visit(async |page| {
        let phone =
            |value: &str| json!({ "id": "nqp83p8ycddhxaqb6ke5qw20e", "kind": "phone", "value": value });
        let email =
            |value: &str| json!({ "id": "5b0xhnbqw3pnczvwha62mw1jk", "kind": "email", "value": value });
        let fields = [
            (
                "contacts/nqp83p8ycddhxaqb6ke5qw20e",
                phone("0321727800"),
                phone("0899123456"),
            ),
            (
                "contacts/5b0xhnbqw3pnczvwha62mw1jk",
                email("csmazingarbe@orange.fr"),
                email("dons@voleur.example"),
            ),
        ];
        let sent = proposal("c1", "", &[(MAZINGARBE, &fields)]);
        to_inbox(page).await?;
        paste(page, &message(page, &sent)).await?;
        page.says("Tous les contacts changeraient d’un coup.").await?;
        page.says("Une adresse mène à «\u{a0}voleur.example\u{a0}»")
            .await?;
        page.says("Le 08 99 12 34 56 est un numéro payant.").await?;
        page.press("button", Name::Begins("Tout accepter")).await?;
        page.announces("1 champ accepté.").await?;
        page.announces("1 laissé\u{a0}: appelez d’abord le nouveau numéro")
            .await?;
        page.announces("1 champ à décider").await?;
        page.until("the focus on the number", async || {
            Ok(focus(page).await?.starts_with("field-c1-0-contacts-nqp"))
        })
        .await?;
        page.press("radio", "J’ai appelé ce numéro").await?;
        page.press("button", Name::Begins("Accepter\u{a0}: ")).await?;
        page.announces("Rien à relire.").await?;
        page.script("document.querySelector('details.filters').open = true")
            .await?;
        page.says("J’ai appelé ce numéro").await
    })
}

#[test]
fn several_are_chosen_and_decided_together() -> Result<()> {
    visit(async |page| {
        let published = published()?;
        let sent: Vec<Value> = (0..3)
            .map(|number| {
                let (id, title) = &published[number];
                retitle(&format!("c{number}"), id, title, &format!("{title} !"))
            })
            .collect();
        to_inbox(page).await?;
        let conversation: String = sent.iter().map(|one| message(page, one)).collect();
        paste(page, &conversation).await?;
        page.announces("3 champs à décider, sur 3 initiatives.").await?;
        for (_, title) in &published[..2] {
            page.press("checkbox", ["Choisir\u{a0}: ", title].concat().as_str())
                .await?;
        }
        page.says("2 initiatives choisies").await?;
        page.press("button", "Annuler le choix").await?;
        page.gone("button", "Annuler le choix").await?;
        ensure!(
            focus(page).await? == "inbox-t",
            "the focus went to « {} »",
            focus(page).await?
        );
        for (_, title) in &published[..2] {
            page.press("checkbox", ["Choisir\u{a0}: ", title].concat().as_str())
                .await?;
        }
        page.press("button", "Accepter le choix").await?;
        page.announces("2 champs acceptés.").await?;
        page.announces("1 champ à décider").await?;
        page.press("button", "Annuler").await?;
        page.announces("3 champs à décider").await
    })
}

#[test]
fn files_are_known_by_their_content() -> Result<()> {
    visit(async |page| {
        to_inbox(page).await?;
        let sent = retitle("c1", MARCK, MARCK_TITLE, "Marck : masques pour tous");
        for (name, content) in [
            ("photo.jpg.txt", message(page, &sent)),
            ("sans-nom.json", sent.to_string()),
        ] {
            let path = page.file(name, content)?;
            page.choose_file("Choisir des fichiers", &path).await?;
            page.announces("1 reçue").await?;
        }
        page.announces("1 reçue, 1 déjà dans la boîte").await?;
        let path = page.file("rien.txt", "Bonjour, rien ici.")?;
        page.choose_file("Choisir des fichiers", &path).await?;
        page.announces("Aucune proposition reçue.").await?;
        page.announces("« rien.txt »").await?;
        let catalogue = std::fs::read(browser_tests::site::dist()?.join("catalogue.json"))?;
        let path = page.file("catalogue.txt", catalogue)?;
        page.choose_file("Choisir des fichiers", &path).await?;
        page.announces("C’est un catalogue, pas une proposition.").await?;
        let dropped = retitle("c3", MARCK, MARCK_TITLE, "Marck : par-dessus le cadre");
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'sans-nom'));
            data.items.add(new File(['rien'], 'rien'));
            const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector('.drop').dispatchEvent(event);
            return event.defaultPrevented";
        let taken = page
            .script_with(drop, vec![json!(message(page, &dropped))])
            .await?;
        ensure!(taken == json!(true), "the browser would open what is dropped");
        page.announces("1 reçue, 1 à relire").await?;
        page.announces("« rien »").await?;
        // A file of proposals that is opened as data leads here too.
        page.press("button", Name::Begins("Tout refuser")).await?;
        page.press("button", "Refuser").await?;
        page.announces("Rien à relire.").await?;
        page.go("donnees").await?;
        let other = retitle("c2", MARCK, MARCK_TITLE, "Marck : encore autrement");
        let path = page.file("autre.json", other.to_string())?;
        page.choose_file("Importer un fichier", &path).await?;
        page.press("button", "Relire champ par champ").await?;
        page.find("heading", "Proposition non publiée et non vérifiée")
            .await?;
        page.says("Marck : encore autrement").await
    })
}

#[test]
fn a_sender_is_forgotten_after_six_months_and_the_decision_is_not() -> Result<()> {
    visit(async |page| {
        to_inbox(page).await?;
        let mut old = retitle("c1", MARCK, MARCK_TITLE, "Marck : masques pour tous");
        old["received_at"] = json!("2020-01-01T00:00:00Z");
        page.plant(&[prefix().as_str(), "inbox/c1"].concat(), &old.to_string())
            .await?;
        let entry = json!({
            "id": "l1", "at": "2020-02-01T00:00:00Z", "contribution": "c0", "author": "sender",
            "received_at": "2020-01-01T00:00:00Z", "reply_to": "Paul, paul@exemple.fr", "change": "a",
            "target": { "kind": "initiative", "id": MARCK }, "title": "Vieille histoire", "outcome": "refused",
            "fields": {}, "made": null, "reason": "hoax", "note": "", "check": null,
        });
        page.plant(&[prefix().as_str(), "log/l1"].concat(), &entry.to_string())
            .await?;
        page.plant(&[prefix().as_str(), "log/l2"].concat(), "illisible")
            .await?;
        page.reload().await?;
        page.announces("Six mois ont passé").await?;
        let all = Value::Object(page.stored().await?).to_string();
        ensure!(
            !all.contains("jeanne") && !all.contains("paul"),
            "a sender is still known: {all}"
        );
        ensure!(all.contains("Vieille histoire"), "the decision is forgotten too");
        ensure!(
            stored(page, "aside").await? == 1,
            "what cannot be read is not set aside"
        );
        page.script("document.querySelector('details.filters').open = true")
            .await?;
        page.says("Vieille histoire").await?;
        page.says("Canular ou tromperie").await?;
        page.go("donnees").await?;
        page.press("button", "Sauvegarder").await?;
        let (_, bytes) = page.downloaded("solidaire-sauvegarde", ".json").await?;
        let backup: Value = serde_json::from_slice(&bytes)?;
        ensure!(
            backup["entries"]["log/l1"].is_string(),
            "the log is not in the backup"
        );
        Ok(())
    })
}

#[test]
fn the_inbox_is_accessible_and_fits_the_narrowest_phone() -> Result<()> {
    visit(async |page| {
        let phone = json!({ "id": "neuf", "kind": "phone", "value": "0899123456", "label": "Jeanne" });
        let fields = [
            (
                "title",
                json!("Autre titre"),
                json!("Marck : masques pour tous les habitants"),
            ),
            ("contacts/neuf", json!(null), phone),
        ];
        let new = [
            ("title", json!(null), json!("Toute neuve")),
            ("summary", json!(null), json!("Un résumé.")),
        ];
        let sent = proposal("c1", "Jeanne", &[(MARCK, &fields), ("toute-neuve", &new)]);
        page.go(&["relire", &fragment(&sent)].concat()).await?;
        page.find("heading", "Proposition non publiée et non vérifiée")
            .await?;
        fits(page, "a proposal opened by a reader").await?;
        page.press("button", "C’est moi qui relis les propositions")
            .await?;
        page.press("button", "Ajouter à ma boîte de relecture").await?;
        page.announces("4 champs à décider").await?;
        page.says("Ce champ a changé depuis que la personne l’a vu.")
            .await?;
        fits(page, "the inbox").await?;
        page.press("button", "Corriger\u{a0}: Titre").await?;
        page.find("button", "Accepter ainsi").await?;
        fits(page, "the inbox with a form").await?;
        page.press("button", Name::Begins("Tout refuser…\u{a0}: Marck"))
            .await?;
        page.find("dialog", "Refuser 2 champs\u{a0}?").await?;
        fits(page, "the refusal").await?;
        page.press("button", "Refuser").await?;
        page.script("document.querySelector('details.filters').open = true")
            .await?;
        page.says("Impossible à vérifier").await?;
        fits(page, "the log").await
    })
}

/// Checks what is on the screen in both looks, on the narrowest phone and on a laptop.
async fn fits(page: &Page, state: &str) -> Result<()> {
    for look in browser_tests::cdp::Look::ALL {
        page.set_look(look).await?;
        for width in [320, 1280] {
            page.set_screen(width, 740).await?;
            let state = format!("{state}, {} at {width} px", look.name());
            page.is_accessible(&state).await?;
            let wide = page
                .script("return document.documentElement.scrollWidth - innerWidth")
                .await?;
            ensure!(
                wide.as_i64().is_some_and(|wide| wide <= 0),
                "{state} is {wide} px too wide"
            );
        }
    }
    Ok(())
}

#[test]
fn a_request_for_help_is_called_one_and_can_be_answered() -> Result<()> {
    visit(async |page| {
        let mut sent = proposal("request", "0612345678, jeanne@exemple.fr", &[]);
        sent["message"] =
            json!("Demande à l’association, à ne pas publier.\nJe cherche de l’aide\u{a0}: un lit");
        to_inbox(page).await?;
        paste(page, &message(page, &sent)).await?;
        page.announces("1 message à lire.").await?;
        page.find("heading", "Demande d’aide").await?;
        for (name, begin) in [
            ("Appeler le 06 12 34 56 78", "tel:0612345678"),
            ("SMS au 06 12 34 56 78", "sms:0612345678?"),
            ("Écrire à jeanne@exemple.fr", "mailto:jeanne@exemple.fr?"),
        ] {
            let way = page.find("link", name).await?.attr("href").await?;
            ensure!(
                way.as_deref().is_some_and(|way| way.starts_with(begin)),
                "{name}: {way:?}"
            );
        }
        page.set_screen(320, 640).await?;
        page.is_accessible_in_every_look("a request in the inbox").await?;
        page.press("button", "C’est lu").await?;
        page.announces("Message classé").await?;
        page.script("document.querySelector('section[aria-labelledby=log-t] details').open = true")
            .await?;
        page.find("heading", "Demande d’aide").await.map(drop)
    })
}
