//! That the catalogue lives elsewhere now, and how to take along what is kept here.

use leptos::prelude::*;

use super::icon;
use crate::browser::document;
use crate::domain::link::Link;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::texts::t;

/// The banner of a site that has moved; nothing where it has not, or where this is its new place, which may serve the
/// same file.
pub fn moved() -> AnyView {
    let app = use_app();
    let here = Link::parse(&document::absolute("."));
    let to = Memo::new(move |_| {
        let to = app.with_workspace(|workspace| workspace.shown().site.moved_to.clone())?;
        to.filter(|to| !here.as_ref().is_some_and(|here| here.is_same_place(to)))
    });
    let has_own =
        Memo::new(move |_| app.with_workspace(|workspace| !workspace.changes().is_empty()) == Some(true));
    let banner = move || {
        let to = to.get()?;
        let address = to.as_str().to_owned();
        Some(view! {
            <div class="banner banner-archive banner-care">
                {icon::icon(icon::WARN)}
                <span>{t(Text::MovedText)} {move || has_own.get().then(|| [" ", t(Text::MovedOwn)].concat())}</span>
                <span class="banner-ways">
                    <a href=address rel="noopener">{t(Text::MovedLink)} " " {to.display().to_owned()}</a>
                    {move || has_own.get().then(|| view! { <a href=Page::Data.href()>{t(Text::CareBackUp)}</a> })}
                </span>
            </div>
        })
    };
    view! { <div role="status">{banner}</div> }.into_any()
}
