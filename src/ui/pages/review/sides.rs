//! A field before, now and as it is proposed, with what differs marked word by word.

use leptos::prelude::*;

use crate::domain::change::Target;
use crate::domain::difference::{Piece, difference};
use crate::i18n::Text;
use crate::ui::components::icon;
use crate::ui::pages::proposals::words;
use crate::ui::texts::{content_lang, t};
use crate::workspace::Workspace;
use crate::workspace::review::{Item, Standing};

/// The sides of a field. An entry that is not shown has no before and no now.
pub(super) fn sides(workspace: &Workspace, target: &Target, standing: Standing, item: &Item) -> AnyView {
    let told = |value| words::of(workspace, target, &item.path, value);
    let (seen, now, proposed) = (told(&item.seen), told(&item.now), told(&item.proposed));
    if standing != Standing::Shown && item.seen.is_null() {
        return view! { <div class="diff">{side("diff-after", Text::ReviewProposed, plain(&proposed))}</div> }
            .into_any();
    }
    if item.now == item.proposed {
        return view! {
            <div class="diff">
                {side("", Text::ReviewSeen, plain(&seen))}
                {side("diff-after", Text::ReviewAlready, plain(&now))}
            </div>
        }
        .into_any();
    }
    let pieces = difference(&now, &proposed);
    let (left, right) = (marked(&pieces, false), marked(&pieces, true));
    let (warned, before) = if item.moved() {
        let warned = view! {
            <p class="diff-moved">{icon::icon(icon::WARN)} " " {t(Text::ReviewMoved)}</p>
        };
        (Some(warned), Some(side("", Text::ReviewSeen, plain(&seen))))
    } else {
        (None, None)
    };
    let label = if item.moved() {
        Text::ReviewNow
    } else {
        Text::ReviewSeenAndNow
    };
    view! {
        <div class="diff">
            {warned}
            {before}
            {side("diff-before", label, left)}
            {side("diff-after", Text::ReviewProposed, right)}
        </div>
    }
    .into_any()
}

fn side(class: &'static str, label: Text, text: AnyView) -> AnyView {
    view! {
        <div class=["diff-side diff-text ", class].concat()>
            <span class="diff-label">{t(label)}</span>
            <p lang=content_lang()>{text}</p>
        </div>
    }
    .into_any()
}

fn nothing() -> AnyView {
    view! { <span class="soft">{t(Text::ProposalNothing)}</span> }.into_any()
}

fn plain(text: &str) -> AnyView {
    if text.is_empty() {
        nothing()
    } else {
        text.to_owned().into_any()
    }
}

/// One side of what differs: what is gone, or what is new, marked in it.
fn marked(pieces: &[Piece<'_>], new: bool) -> AnyView {
    let told = pieces.iter().filter_map(|piece| match (*piece, new) {
        (Piece::Same(text), _) => Some(text.to_owned().into_any()),
        (Piece::Gone(text), false) => Some(view! { <del>{text.to_owned()}</del> }.into_any()),
        (Piece::New(text), true) => Some(view! { <ins>{text.to_owned()}</ins> }.into_any()),
        _ => None,
    });
    let told: Vec<AnyView> = told.collect();
    if told.is_empty() {
        nothing()
    } else {
        told.into_any()
    }
}
