//! Everything that is to be corrected in a form, together above it.

use leptos::ev;
use leptos::prelude::*;

use super::icon;
use crate::browser::document;

/// A problem of a form: the element of its field, and a sentence.
pub struct Told {
    /// The element that is to be corrected.
    pub element: String,
    /// What is wrong with it.
    pub sentence: String,
}

/// The problems of a form, each with a link to its field, under a heading of the identifier `title_id`. The
/// element `id` takes the focus after a save that failed.
pub fn summary(id: &'static str, title_id: &'static str, title: AnyView, problems: Vec<Told>) -> AnyView {
    let links: Vec<_> = problems.into_iter().map(link).collect();
    view! {
        <div class="notice notice-bad" id=id role="group" tabindex="-1" aria-labelledby=title_id>
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                {title}
                <ul>{links}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn link(problem: Told) -> AnyView {
    let Told { element, sentence } = problem;
    let address = ["#", &element].concat();
    let go = move |event: ev::MouseEvent| {
        // An address with a fragment would resolve against the base and leave the page.
        event.prevent_default();
        document::focus_id(&element);
    };
    view! { <li><a href=address on:click=go>{sentence}</a></li> }.into_any()
}
