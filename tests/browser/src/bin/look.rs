//! temporary
use anyhow::Result;
use browser_tests::cdp::Look;
use browser_tests::{Profile, Site, visit_with};
use solidaire::format::{json as text, v1};
use std::fs;

fn main() -> Result<()> {
    let n: usize = std::env::args().nth(1).unwrap().parse()?;
    let site = Site::of_a_copy()?;
    if n > 0 {
        let mut c = bench::catalogue(n);
        c.site.department = solidaire::domain::code::Department::parse("62");
        fs::write(
            site.folder()?.join("catalogue.json"),
            text::write(&v1::write_catalogue(&c)),
        )?;
    }
    visit_with(site, Profile::new()?, async |page| {
        for look in Look::ALL {
            for (w, h) in [(360, 740), (1280, 900)] {
                page.set_look(look).await?;
                page.set_screen(w, h).await?;
                page.go("carte").await?;
                page.until("marks", async || {
                    Ok(page
                        .number("return document.querySelectorAll('.map-mark').length")
                        .await?
                        > 0.0)
                })
                .await?;
                let name = format!("/tmp/mapdata/{n}-{w}-{}", look.name());
                fs::write(format!("{name}.png"), page.picture().await?)?;
                page.script("document.getElementById('map-frame').scrollIntoView(); const m=document.querySelectorAll('.map-mark')[0]; m.dispatchEvent(new MouseEvent('click',{bubbles:true}))").await?;
                page.find("button", "Fermer").await?;
                for _ in 0..2 {
                    page.press("button", "Agrandir").await?;
                }
                fs::write(format!("{name}-open.png"), page.picture().await?)?;
            }
        }
        fs::write(format!("/tmp/mapdata/{n}.pdf"), page.printed().await?)?;
        page.go("").await?;
        page.set_screen(360, 740).await?;
        fs::write(format!("/tmp/mapdata/{n}-home.png"), page.picture().await?)?;
        if n == 0 {
            let title = page.titles().await?.remove(0);
            page.press("link", title.as_str()).await?;
            page.heading(&title).await?;
            fs::write("/tmp/mapdata/initiative.png", page.picture().await?)?;
        }
        Ok(())
    })
}
