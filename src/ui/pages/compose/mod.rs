//! Composing the next press release: begin one, choose what goes in, arrange it, finish it, take it out.

mod choosing;
mod desk;
mod fields;
mod finishing;
mod output;
mod sections;
mod starting;

use leptos::prelude::*;

use crate::domain::id::Id;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::editors;
use crate::ui::pages::unknown::nothing_here;
use crate::ui::texts::t;

/// The page: the release that the address names, or the ways to begin and go on.
pub fn page(about: Option<&str>) -> AnyView {
    let wanted = about.map(|id| Id::parse(id).ok_or(()));
    editors::only(t(Text::ComposeTitle), move || match &wanted {
        None => starting::page(),
        Some(Ok(id)) => desk_of(id),
        Some(Err(())) => unknown(),
    })
}

fn desk_of(id: &Id) -> AnyView {
    let app = use_app();
    // Read once: the desk holds what is typed, and every keeping would else draw it anew.
    let release = app.workspace.with_untracked(|workspace| {
        let workspace = workspace.as_ref()?;
        workspace.shown().communique(id).cloned()
    });
    release.map_or_else(unknown, desk::page)
}

fn unknown() -> AnyView {
    nothing_here(
        Text::CommuniqueUnknownTitle,
        Text::CommuniqueUnknownAdvice,
        Page::Compose,
        Text::ComposeTitle,
    )
}
