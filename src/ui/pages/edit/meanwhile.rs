//! What another tab or a new edition did to the initiative while its form was open: told, and taken in
//! when the person asks for it. Nothing moves by itself under a person who types.

use leptos::prelude::*;

use super::form::{Form, element};
use crate::browser::document;
use crate::domain::change::{Path, Target, TargetKind};
use crate::domain::draft::Field;
use crate::i18n::Text;
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::texts::{fill, t};

/// What became of the initiative since the form showed it.
#[derive(Debug, Clone, PartialEq)]
enum News {
    /// It is as the form showed it.
    None,
    /// These paths are others.
    Changed(Vec<Path>),
    /// It is not shown any more.
    Gone,
}

/// What became of the initiative meanwhile.
pub(super) fn meanwhile(form: Form) -> AnyView {
    let news = Memo::new(move |_| {
        form.drawn.track();
        news(form)
    });
    // Only whether a changed path was touched here matters of what is typed.
    let both = Memo::new(move |_| {
        let News::Changed(paths) = news.get() else {
            return Vec::new();
        };
        let opened = form.opened();
        let touched = form.typed.with(|typed| typed.touched(&opened));
        paths
            .into_iter()
            .filter(|path| touched.contains(path))
            .collect::<Vec<Path>>()
    });
    let told = move || match news.get() {
        News::None => None,
        News::Gone => Some(view! { <p>{t(Text::FormMeanwhileGone)}</p> }.into_any()),
        News::Changed(paths) => Some(changed(form, &paths, both)),
    };
    view! { <div role="status">{move || told().map(notice)}</div> }.into_any()
}

fn notice(inside: AnyView) -> AnyView {
    view! {
        <div class="notice notice-warn">
            {icon::icon(icon::INFO)}
            <div class="notice-body">{inside}</div>
        </div>
    }
    .into_any()
}

fn changed(form: Form, paths: &[Path], both: Memo<Vec<Path>>) -> AnyView {
    let text = fill(Text::FormMeanwhileChanged, &[("fields", &names(paths))]);
    let asked = move || {
        let both = both.get();
        (!both.is_empty()).then(|| fill(Text::FormMeanwhileBoth, &[("fields", &names(&both))]))
    };
    let changed = paths.len();
    let show = move |_| {
        form.take_up(&form.kept());
        document::focus_id(&element(None, &Field::Title));
    };
    let others = move || {
        (both.with(Vec::len) < changed).then(|| {
            view! {
                <p class="actions">
                    <button type="button" class="button" on:click=show>{t(Text::FormMeanwhileShow)}</button>
                </p>
            }
        })
    };
    view! {
        <p>{text}</p>
        <p>{asked}</p>
        {others}
    }
    .into_any()
}

fn names(paths: &[Path]) -> String {
    let mut names: Vec<&str> = paths.iter().map(|path| field_name(path.parts().0)).collect();
    names.dedup();
    names.join(", ")
}

fn news(form: Form) -> News {
    if form.is_new() || form.keeper.is_closed() {
        return News::None;
    }
    let id = form.id();
    let target = Target {
        kind: TargetKind::Initiative,
        id,
    };
    let paths = form.app.with_workspace(|workspace| {
        workspace.shown().initiative(&target.id)?;
        Some(form.ground().differs_from(&workspace.ground(&target)))
    });
    match paths.flatten() {
        None => News::Gone,
        Some(paths) if paths.is_empty() => News::None,
        Some(paths) => News::Changed(paths),
    }
}
