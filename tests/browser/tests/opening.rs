//! A proposal that is opened by a link: shown, not kept, and gone without a trace.

use anyhow::{Result, ensure};
use browser_tests::proposals::{MARCK, MARCK_TITLE, fragment, proposal, retitle, stored, to_inbox};
use browser_tests::visit;
use serde_json::json;

#[test]
fn a_link_shows_what_it_carries_and_leaves_nothing_behind() -> Result<()> {
    visit(async |page| {
        let fields = [
            ("title", json!(MARCK_TITLE), json!("Marck : masques pour tous")),
            (
                "contacts/neuf",
                json!(null),
                json!({ "id": "neuf", "kind": "phone", "value": "0612345678", "label": "Jeanne" }),
            ),
        ];
        let sent = proposal("c1", "Jeanne", &[(MARCK, &fields)]);
        page.go("").await?;
        page.keeps_edition().await?;
        let before = page.stored().await?;
        page.go(&["relire", &fragment(&sent)].concat()).await?;
        page.find("heading", "Proposition non publiée et non vérifiée")
            .await?;
        let address = page.address().await?;
        ensure!(
            address.trim_end_matches('/') == "relire",
            "the address keeps {address}"
        );
        page.says("Marck : masques pour tous").await?;
        page.says("06 12 34 56 78").await?;
        let links = page
            .script("return document.querySelectorAll('.opened a').length")
            .await?;
        ensure!(links == json!(0), "{links} links can be tapped");
        ensure!(page.stored().await? == before, "something was stored");
        page.press("button", "Fermer sans rien garder").await?;
        page.gone("heading", "Proposition non publiée et non vérifiée")
            .await?;
        page.go("").await?;
        page.back().await?;
        ensure!(
            !page.address().await?.contains("p="),
            "the history keeps the proposal"
        );
        ensure!(
            !page
                .has("heading", "Proposition non publiée et non vérifiée")
                .await?,
            "it came back"
        );
        Ok(())
    })
}

#[test]
fn a_link_that_is_opened_while_the_page_is_open_is_taken_too() -> Result<()> {
    visit(async |page| {
        to_inbox(page).await?;
        let sent = retitle("c1", MARCK, MARCK_TITLE, "Marck : masques pour tous");
        page.script_with("location.hash = arguments[0]", vec![json!(fragment(&sent))])
            .await?;
        page.find("heading", "Proposition non publiée et non vérifiée")
            .await?;
        ensure!(
            !page.address().await?.contains("p="),
            "the address keeps the proposal"
        );
        page.press("button", "Ajouter à ma boîte de relecture").await?;
        page.announces("1 proposition ajoutée à la boîte.").await?;
        page.announces("1 champ à décider, sur 1 initiative.").await?;
        ensure!(stored(page, "inbox").await? == 1, "it is not in the inbox");
        let cut: String = fragment(&sent).chars().take(90).collect();
        page.script_with("location.hash = arguments[0]", vec![json!(cut)])
            .await?;
        page.find("heading", "Ce lien ne peut pas être lu").await?;
        page.press("button", "Fermer sans rien garder").await?;
        page.gone("heading", "Ce lien ne peut pas être lu").await
    })
}

#[test]
fn a_reader_who_says_so_becomes_the_one_who_decides() -> Result<()> {
    visit(async |page| {
        let sent = retitle("c1", MARCK, MARCK_TITLE, "Marck : masques pour tous");
        page.go(&["relire", &fragment(&sent)].concat()).await?;
        page.find("heading", "Cette page sert à la personne qui tient le catalogue")
            .await?;
        page.press("button", "C’est moi qui relis les propositions")
            .await?;
        page.press("button", "Ajouter à ma boîte de relecture").await?;
        page.announces("1 champ à décider").await
    })
}
