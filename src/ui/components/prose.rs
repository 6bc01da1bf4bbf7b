//! Running text on a page.

use leptos::prelude::*;

use crate::domain::link::Link;
use crate::domain::prose::{self, Piece};

/// The paragraphs of a text, with its addresses as links. `lang` is the text's language where it is
/// not that of the page.
pub fn paragraphs(text: &str, class: &'static str, lang: Option<&str>) -> AnyView {
    let paragraphs: Vec<_> = prose::paragraphs(text)
        .map(|paragraph| {
            let lang = lang.map(str::to_owned);
            view! { <p class=class lang=lang>{pieces(paragraph)}</p> }.into_any()
        })
        .collect();
    paragraphs.into_any()
}

fn pieces(text: &str) -> Vec<AnyView> {
    let pieces = prose::pieces(text).into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned().into_any(),
            Piece::Address(shown, link) => address(shown, &link),
        })
        .collect()
}

fn address(shown: &str, link: &Link) -> AnyView {
    let shown = shown.to_owned();
    let away = link.is_web().then_some("noopener");
    let target = link.as_str().to_owned();
    view! { <a class="address" href=target rel=away>{shown}</a> }.into_any()
}
