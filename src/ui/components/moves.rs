//! The buttons that move a part of a list, so that its order can be changed by touch and by keyboard alike.

use leptos::prelude::*;

use super::{icon, page as arrival};
use crate::browser::document;
use crate::domain::order::Step;
use crate::i18n::Text;
use crate::ui::texts::{fill, t};

/// The two buttons that move a part. Each says which part it moves; `id` begins their elements' names.
pub fn moves(id: &str, name: &str, step: impl Fn(Step) + Copy + 'static) -> AnyView {
    let label = |text| fill(text, &[("name", name)]);
    view! {
        <p class="actions moves">
            <button
                type="button"
                class="button"
                id=[id, "-up"].concat()
                aria-label=label(Text::ComposeUpOf)
                on:click=move |_| step(Step::Up)
            >
                {icon::icon(icon::UP)}
                {t(Text::ComposeUp)}
            </button>
            <button
                type="button"
                class="button"
                id=[id, "-down"].concat()
                aria-label=label(Text::ComposeDownOf)
                on:click=move |_| step(Step::Down)
            >
                {icon::icon(icon::DOWN)}
                {t(Text::ComposeDown)}
            </button>
        </p>
    }
    .into_any()
}

/// After a move the focus is on the same button of the same part, at its new place, whose `id` is given;
/// none where it was at the end already.
pub fn follow(to: Option<String>, step: Step) {
    let Some(id) = to else {
        return arrival::announce(t(Text::ComposeAtEnd));
    };
    let button = match step {
        Step::Up => [&id, "-up"].concat(),
        Step::Down => [&id, "-down"].concat(),
    };
    arrival::announce(t(Text::ComposeMoved));
    request_animation_frame(move || document::focus_id(&button));
}
