//! Takes the pictures of the guide for an association anew, into `docs/guide`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::cdp::Look;
use browser_tests::{Page, Profile, Site, visit_with};
use serde_json::json;

/// The width of a phone, and how much of a page a picture shows.
const SIZE: (u32, u32) = (360, 760);

fn main() -> Result<()> {
    // What an association unpacks, before it has answered a question.
    visit_with(
        Site::of_the_zip("/solidaire/", true)?,
        Profile::new()?,
        async |page| {
            page.go("").await?;
            page.heading("Créer le site de mon association").await?;
            page.fill("textbox", "Nom du site", "Arras solidaire").await?;
            take(page, "#title", "commencer").await
        },
    )?;
    visit_with(Site::of_a_copy()?, Profile::new()?, async |page| {
        page.become_editor().await?;
        page.find("textbox", "Nom du site").await?;
        take(page, "#site-t", "reglages").await?;
        page.add("Une nouveauté").await?;
        page.go("relire").await?;
        page.press("button", "Vérifier ce qui est en ligne").await?;
        page.says("1 ajout").await?;
        take(page, "#publish-t", "publier").await
    })
}

/// Takes a picture of the page from an element on.
async fn take(page: &Page, from: &str, name: &str) -> Result<()> {
    let (width, height) = SIZE;
    page.set_look(Look::Light).await?;
    page.set_screen(width, height).await?;
    // The page is laid out anew for the other width.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let script = "return document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY";
    let top = page.script_with(script, vec![json!(from)]).await?;
    let top = top.as_f64().context("no place")? - 16.0;
    let asked = json!({ "format": "png", "captureBeyondViewport": true, "clip": {
        "x": 0, "y": top.max(0.0), "width": width, "height": height, "scale": 1,
    } });
    let answer = page.browser().command("Page.captureScreenshot", asked).await?;
    let picture = STANDARD.decode(answer["data"].as_str().context("no picture")?)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide");
    fs::create_dir_all(&folder)?;
    let path = folder.join(name).with_extension("png");
    fs::write(&path, picture).with_context(|| format!("writing {}", path.display()))
}
