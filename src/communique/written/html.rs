//! A press release as HTML: for a word processor's clipboard, and as a file that needs nothing else.

use super::{Head, PRESS_CONTACT, head};
use crate::domain::communique::Communique;
use crate::domain::prose::{self, Piece};
use crate::format::xml::escape;

/// How the file looks, on a screen and on A4.
const STYLE: &str = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#111;\
    background:#fff}h1,h2,h3{line-height:1.25;break-after:avoid}h2{border-bottom:1px solid #888}.place{text-align:right}\
    p{orphans:3;widows:3}li{break-inside:avoid}ul{padding-left:1.2rem}@page{size:A4;margin:20mm 18mm;\
    @bottom-center{content:counter(page) \" / \" counter(pages)}}@media print{body{margin:0;max-width:none;padding:0}}";

/// The release as a page of its own. `lang` is the language of its content.
#[must_use]
pub fn page(release: &Communique, lang: &str) -> String {
    [
        "<!DOCTYPE html>\n<html lang=\"",
        &escape(lang),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>",
        &escape(&release.title),
        "</title>\n<style>",
        STYLE,
        "</style>\n</head>\n<body>\n",
        &fragment(release),
        "</body>\n</html>\n",
    ]
    .concat()
}

/// The release as a part of a page.
#[must_use]
pub fn fragment(release: &Communique) -> String {
    let Head { number, dateline } = head(release);
    let mut html = String::new();
    paragraphs(&release.letterhead, &mut html);
    element("p", &release.series, &mut html);
    element("p", &number, &mut html);
    if !dateline.is_empty() {
        html.push_str(&["<p class=\"place\">", &escape(&dateline), "</p>\n"].concat());
    }
    element("h1", &release.title, &mut html);
    paragraphs(&release.lead, &mut html);
    for section in &release.sections {
        element("h2", &section.heading, &mut html);
        paragraphs(&section.intro, &mut html);
        // What a person asked to have taken out leaves nothing in a text that travels.
        let told: Vec<_> = section.items.iter().filter(|item| !item.withdrawn).collect();
        if told.is_empty() {
            continue;
        }
        html.push_str("<ul>\n");
        for item in told {
            html.push_str("<li>\n");
            element("h3", &item.title, &mut html);
            paragraphs(&item.text, &mut html);
            html.push_str("</li>\n");
        }
        html.push_str("</ul>\n");
    }
    let closing = [&release.closing, &release.signatory, &release.press_contact];
    if closing.iter().any(|text| !text.is_empty()) {
        html.push_str("<hr>\n");
        paragraphs(&release.closing, &mut html);
        paragraphs(&release.signatory, &mut html);
        if !release.press_contact.is_empty() {
            html.push_str(&["<p><strong>", PRESS_CONTACT, "</strong></p>\n"].concat());
            paragraphs(&release.press_contact, &mut html);
        }
    }
    html
}

fn element(name: &str, text: &str, html: &mut String) {
    if !text.is_empty() {
        html.push_str(&["<", name, ">", &escape(text), "</", name, ">\n"].concat());
    }
}

/// Paragraphs, whose line ends stay and whose addresses are links.
fn paragraphs(text: &str, html: &mut String) {
    for paragraph in prose::paragraphs(text) {
        html.push_str("<p>");
        for (place, line) in paragraph.lines().enumerate() {
            html.push_str(if place > 0 { "<br>\n" } else { "" });
            for piece in prose::pieces(line) {
                match piece {
                    Piece::Words(words) => html.push_str(&escape(words)),
                    Piece::Address(shown, link) => html.push_str(
                        &[
                            "<a href=\"",
                            &escape(link.as_str()),
                            "\">",
                            &escape(shown),
                            "</a>",
                        ]
                        .concat(),
                    ),
                }
            }
        }
        html.push_str("</p>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{fragment, page};
    use crate::communique::written::samples::release;

    #[test]
    fn the_whole_release_is_told_in_order() {
        assert_eq!(
            fragment(&release()),
            "<p>Préfecture<br>\nCabinet</p>\n<p>Lettre</p>\n<p>Communiqué de presse n°\u{a0}8</p>\n\
             <p class=\"place\">Arras, le 7 mai 2020</p>\n<h1>Solidarités &lt;locales&gt;</h1>\n<p>Voici.</p>\n\
             <h2>Masques</h2>\n<p>On coud.</p>\n<ul>\n<li>\n<h3>Atelier *A*</h3>\n<p>Coudre.</p>\n\
             <p>Lieu\u{a0}: Marck</p>\n</li>\n<li>\n<p>Sans titre.</p>\n</li>\n</ul>\n<hr>\n<p>Merci.</p>\n\
             <p>Le préfet</p>\n<p><strong>Contact presse</strong></p>\n\
             <p><a href=\"mailto:presse@example.org\">presse@example.org</a></p>\n"
        );
    }

    #[test]
    fn no_text_becomes_markup() {
        let attack = "\"><script>alert(1)</script><img src=x onerror='alert(1)'> javascript:alert(1)";
        let mut hostile = release();
        for text in [
            &mut hostile.letterhead,
            &mut hostile.series,
            &mut hostile.place,
            &mut hostile.title,
            &mut hostile.lead,
            &mut hostile.closing,
            &mut hostile.signatory,
            &mut hostile.press_contact,
        ] {
            attack.clone_into(text);
        }
        for section in &mut hostile.sections {
            attack.clone_into(&mut section.heading);
            attack.clone_into(&mut section.intro);
            for item in &mut section.items {
                attack.clone_into(&mut item.title);
                attack.clone_into(&mut item.text);
            }
        }
        let html = page(&hostile, attack);
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("href=\"javascript"));
        assert!(html.contains("&lt;script&gt;"));
    }
}
