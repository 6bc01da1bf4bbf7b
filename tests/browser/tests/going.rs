//! « Itinéraire »: the way to an initiative, in the maps that a device has.

use anyhow::{Context, Result, ensure};
use browser_tests::page::Name;
use browser_tests::{Profile, Site, visit_with};
use serde_json::json;

/// A site on which one initiative gives its own point, and one an address.
fn with_places() -> Result<Site> {
    let site = Site::of_a_copy()?;
    let mut catalogue = site.catalogue()?;
    let initiatives = catalogue["initiatives"].as_array_mut().context("no list")?;
    for initiative in initiatives {
        match initiative["place"]["commune"].as_str() {
            Some("Mazingarbe") => {
                initiative["place"]["lat"] = json!(50.472_31);
                initiative["place"]["lon"] = json!(2.717_65);
            }
            Some("Marck") => {
                initiative["contacts"] = json!([
                    { "id": "c-adresse", "kind": "address", "value": "1 place de l’Europe", "label": "" },
                ]);
            }
            _ => {}
        }
    }
    site.upload(&catalogue)?;
    Ok(site)
}

#[test]
fn the_way_there_opens_the_device_s_own_maps() -> Result<()> {
    visit_with(with_places()?, Profile::new()?, async |page| {
        page.set_screen(360, 740).await?;
        let android =
            "Mozilla/5.0 (Linux; Android 13; SM-A136B) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36";
        let iphone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";
        let desk = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120 Safari/537.36";
        let address = "1%20place%20de%20l%E2%80%99Europe%2C%2062730%20Marck";
        for (agent, of_point, of_address, says) in [
            (
                android,
                "geo:50.47231,2.71765?q=50.47231%2C2.71765",
                "geo:0,0?q=",
                "l’application de cartes de ce téléphone",
            ),
            (
                iphone,
                "https://maps.apple.com/?daddr=50.47231%2C2.71765",
                "https://maps.apple.com/?daddr=",
                "l’application de cartes d’Apple",
            ),
            (
                desk,
                "https://www.openstreetmap.org/directions?to=50.47231%2C2.71765",
                "https://www.openstreetmap.org/search?query=",
                "le site OpenStreetMap",
            ),
        ] {
            let named = json!({ "userAgent": agent });
            page.browser()
                .command("Emulation.setUserAgentOverride", named)
                .await?;
            for (title, expected) in [
                ("Mazingarbe", of_point.to_owned()),
                ("Marck", [of_address, address].concat()),
            ] {
                page.go("").await?;
                page.lists(8).await?;
                page.press("link", Name::Begins(title)).await?;
                let way = page.find("link", Name::Holds("Itinéraire")).await?;
                let href = way.attr("href").await?.unwrap_or_default();
                ensure!(href == expected, "{agent} opens {href}");
                let rel = way.attr("rel").await?.unwrap_or_default();
                ensure!(rel.contains("noreferrer"), "it tells where from: {rel}");
                page.says(says).await?;
            }
        }
        page.is_accessible_in_every_look("an initiative with the way there")
            .await?;
        page.set_screen(360, 740).await?;
        page.go("").await?;
        page.lists(8).await?;
        page.press("link", Name::Begins("Deux concours")).await?;
        page.heading("Deux concours à faire chez soi avec Planète Sciences")
            .await?;
        ensure!(
            !page.has("link", Name::Holds("Itinéraire")).await?,
            "no road leads to a whole area"
        );
        Ok(())
    })
}
