//! Takes a picture of every page at 360, 768 and 1280 px, light and dark, into `target/shots`, to look at.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::cdp::Look;
use browser_tests::{Page, visit};

/// A phone, a tablet, a laptop.
const WIDTHS: [u32; 3] = [360, 768, 1280];

/// The pages that need nothing but their address.
const PAGES: [(&str, &str); 17] = [
    ("liste", ""),
    ("recherche", "?q=Maziguarbe"),
    ("rien", "?q=zzzzzz"),
    ("aide", "aide"),
    ("besoins", "besoins"),
    ("carte", "carte"),
    ("chiffres", "chiffres"),
    ("affiche", "affiche"),
    ("formulaire", "modifier"),
    ("communiques", "communiques"),
    ("communique", "communique?n=7"),
    ("donnees", "donnees"),
    ("reglages", "reglages"),
    ("a-propos", "a-propos"),
    ("mentions", "mentions"),
    ("inconnue", "initiative?id=inconnue"),
    ("propositions-vides", "propositions"),
];

/// The pages of those who keep the catalogue.
const EDITOR: [(&str, &str); 3] = [
    ("relire", "relire"),
    ("importer", "importer"),
    ("composer", "composer"),
];

fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/shots");
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    visit(async |page| {
        // A page that is drawn already may keep the room that they took.
        page.hide_scrollbars().await?;
        let mut count = 0;
        for (name, address) in PAGES {
            page.go(address).await?;
            count += in_every_look(page, &folder, name).await?;
        }
        page.go("").await?;
        page.lists(8).await?;
        let title = page.titles().await?.remove(0);
        page.press("link", title.as_str()).await?;
        page.heading(&title).await?;
        count += in_every_look(page, &folder, "initiative").await?;
        page.press("button", "Signaler").await?;
        page.press("radio", "Retirez-moi").await?;
        page.find("link", "WhatsApp").await?;
        count += in_every_look(page, &folder, "signaler").await?;
        page.press("button", "Fermer").await?;
        page.add("Une initiative de ce téléphone").await?;
        count += in_every_look(page, &folder, "propositions").await?;
        page.go("modifier").await?;
        page.press("button", "Enregistrer").await?;
        page.find("group", "1 champ à corriger").await?;
        count += in_every_look(page, &folder, "formulaire-erreur").await?;
        page.become_editor().await?;
        page.find("button", "Enregistrer les réglages du site").await?;
        count += in_every_look(page, &folder, "reglages-du-site").await?;
        for (name, address) in EDITOR {
            page.go(address).await?;
            count += in_every_look(page, &folder, name).await?;
        }
        println!("{count} pictures in {}", folder.display());
        Ok(())
    })
}

async fn in_every_look(page: &Page, folder: &Path, name: &str) -> Result<usize> {
    let mut count = 0;
    for look in Look::ALL {
        page.set_look(look).await?;
        for width in WIDTHS {
            page.set_screen(width, 800).await?;
            let path: PathBuf = folder.join(format!("{name}-{width}-{}.png", look.name()));
            let picture = page.picture().await?;
            let wide = png::Decoder::new(Cursor::new(&picture)).read_info()?.info().width;
            ensure!(wide >= width, "{} is {wide} px wide", path.display());
            fs::write(&path, picture).with_context(|| format!("writing {}", path.display()))?;
            count += 1;
        }
    }
    Ok(count)
}
