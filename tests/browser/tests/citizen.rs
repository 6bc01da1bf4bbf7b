//! A citizen's journeys: find, call, propose.

use anyhow::{Result, ensure};
use browser_tests::page::Name;
use browser_tests::visit;

#[test]
fn the_list_shows_every_initiative_as_an_article_with_a_link() -> Result<()> {
    visit(async |page| {
        page.go("").await?;
        page.lists(8).await?;
        ensure!(page.controls("article").await?.len() == 8, "not 8 articles");
        let titles = page.titles().await?;
        for title in &titles {
            ensure!(page.has("link", title.as_str()).await?, "no link « {title} »");
            ensure!(
                page.has("heading", title.as_str()).await?,
                "no heading « {title} »"
            );
        }
        page.says("Édition d’avril 2020, archive").await?;
        page.says("3 100").await?;
        page.says("1 600 masques sur 11 000").await
    })
}
