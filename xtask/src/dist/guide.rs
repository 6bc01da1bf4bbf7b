//! The guide for an association, as pages beside the application: from `docs/guide.<language>.md`.
//!
//! The pages hold nothing of a site, run no script and are under the same policy as the others.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::assets::Assets;
use super::files::copy_folder;
use super::pages::policy_of_pages;
use super::{read, write};
use crate::texts::{LANGUAGES, Texts};

/// The pictures, under `docs/` and beside the pages. Every file of the guide begins so.
pub(super) const PICTURES: &str = "guide";

/// The page's name in a language: the application names it too.
fn name(language: &str) -> String {
    if language == LANGUAGES[0] {
        "guide.html".to_owned()
    } else {
        format!("guide.{language}.html")
    }
}

pub(super) fn write_all(root: &Path, texts: &Texts, assets: &Assets, folder: &Path) -> Result<()> {
    let docs = root.join("docs");
    for language in LANGUAGES {
        let text = read(&docs.join(format!("guide.{language}.md")))?;
        let page =
            page(&text, language, texts, assets).with_context(|| format!("the guide in {language}"))?;
        write(&folder.join(name(language)), page)?;
    }
    let pictures = docs.join(PICTURES);
    if fs::exists(&pictures).with_context(|| format!("looking for {}", pictures.display()))? {
        copy_folder(&pictures, &folder.join(PICTURES))?;
    }
    Ok(())
}

fn page(text: &str, language: &str, texts: &Texts, assets: &Assets) -> Result<String> {
    let title = text.lines().next().and_then(|line| line.strip_prefix("# "));
    let title = title.context("it does not begin with a title")?;
    let mut page = String::new();
    writeln!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n  <head>\n    <meta charset=\"utf-8\">"
    )?;
    writeln!(page, "    {}\n    <base href=\"./\">", policy_of_pages())?;
    page.push_str("    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    writeln!(
        page,
        "    <title>{title} · {}</title>",
        texts.get(language, "static.name")?
    )?;
    page.push_str("    <meta name=\"referrer\" content=\"no-referrer\">\n");
    page.push_str("    <meta name=\"color-scheme\" content=\"light dark\">\n");
    page.push_str("    <link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n");
    for style in [&assets.style, &assets.late_style] {
        writeln!(page, "    <link rel=\"stylesheet\" href=\"{style}\">")?;
    }
    page.push_str("    <link rel=\"stylesheet\" href=\"guide.css\">\n  </head>\n  <body>\n");
    page.push_str("    <main class=\"main\">\n      <nav class=\"guide-ways\"><ul>\n");
    writeln!(
        page,
        "<li><a href=\"./\">{}</a></li>",
        texts.get(language, "static.guide.home")?
    )?;
    for other in LANGUAGES.iter().filter(|other| **other != language) {
        let label = texts.get(other, "static.guide.language")?;
        writeln!(
            page,
            "<li><a href=\"{}\" lang=\"{other}\" hreflang=\"{other}\">{label}</a></li>",
            name(other)
        )?;
    }
    writeln!(
        page,
        "      </ul></nav>\n      <article class=\"prose guide\">\n{}",
        body(text, &name(language), texts.get(language, "static.guide.table")?)?
    )?;
    page.push_str("      </article>\n    </main>\n  </body>\n</html>\n");
    Ok(page)
}

/// The text as markup. Headings get the names that code hosts give them, so that one link works in both
/// places; a link to one begins with the page, since the base would else lead it home.
fn body(text: &str, page: &str, table: &str) -> Result<String> {
    let mut events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let mut names = Vec::new();
    for place in 0..events.len() {
        if matches!(events[place], Event::Html(_) | Event::InlineHtml(_)) {
            anyhow::bail!("it holds markup of its own");
        }
        let Event::Start(Tag::Heading { .. }) = events[place] else {
            continue;
        };
        let inside = events[place..]
            .iter()
            .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
        let words: String = inside
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let anchor = anchor(&words);
        names.push(anchor.clone());
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[place] {
            *id = Some(anchor.into());
        }
    }
    for event in &mut events {
        if let Event::Start(Tag::Link { dest_url, .. }) = event
            && let Some(anchor) = dest_url.strip_prefix('#')
        {
            ensure!(
                names.iter().any(|name| name == anchor),
                "no heading is called #{anchor}"
            );
            *dest_url = format!("{page}#{anchor}").into();
        }
    }
    let mut body = String::new();
    html::push_html(&mut body, events.into_iter());
    // A wide table scrolls by itself, by keyboard too.
    let framed =
        format!("<div class=\"guide-table\" tabindex=\"0\" role=\"region\" aria-label=\"{table}\"><table>");
    let body = body.replace("<table>", &framed);
    Ok(body.replace("</table>", "</table></div>"))
}

/// The name that code hosts give a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_by_the_links_within() {
        let body = body(
            "# T\n\n## Créer le site\n\n[là](#créer-le-site)\n",
            "guide.html",
            "",
        )
        .unwrap();
        assert!(body.contains("<h2 id=\"créer-le-site\">"), "{body}");
        assert!(body.contains("href=\"guide.html#cr%C3%A9er-le-site\""), "{body}");
        assert!(super::body("[x](#nulle-part)", "guide.html", "").is_err());
        assert!(super::body("<b>x</b>", "guide.html", "").is_err());
    }

    #[test]
    fn the_guide_says_the_same_in_every_language() {
        let root = crate::project::root();
        let shapes = LANGUAGES.map(|language| {
            let text = read(&root.join("docs").join(format!("guide.{language}.md"))).unwrap();
            body(&text, "guide.html", "").unwrap();
            let levels = text.lines().filter(|line| line.starts_with('#'));
            let levels: Vec<usize> = levels.map(|line| line.find(' ').unwrap_or(0)).collect();
            let steps = text
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
                .count();
            let pictures: Vec<String> = text
                .split("](guide/")
                .skip(1)
                .filter_map(|rest| rest.split(')').next())
                .map(str::to_owned)
                .collect();
            for picture in &pictures {
                assert!(
                    root.join("docs/guide").join(picture).is_file(),
                    "{picture} is not there"
                );
            }
            (levels, steps, pictures)
        });
        assert_eq!(shapes[0], shapes[1]);
    }
}
