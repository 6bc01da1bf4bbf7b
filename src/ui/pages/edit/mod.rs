//! The form: adding an initiative, editing one, proposing a correction.

mod commune;
mod fields;
mod form;
mod keeping;
mod leave;
mod meanwhile;
mod problems;
mod rows;
mod save;
mod sections;
mod served;
mod translation;

pub(in crate::ui::pages) use rows::kind_name;
pub(in crate::ui::pages) use sections::organiser_name;

use leptos::prelude::*;

use self::form::Form;
use crate::domain::draft::Draft;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::mark::{self, mark};
use crate::ui::components::{icon, loaded, page as arrival};
use crate::ui::pages::initiative::passages;
use crate::ui::pages::unknown::nothing_here;
use crate::ui::texts::{fill, t};
use crate::workspace::Origin;

/// The form of the initiative that the address names, or an empty one.
pub fn page(id: Option<&str>) -> AnyView {
    let id = id.map(str::to_owned);
    let app = use_app();
    let entry = id.as_deref().and_then(Id::parse);
    // Only a person's request to be removed takes a form from under somebody who types.
    let withdrawn = Memo::new(move |_| {
        let asked = |id: &Id| app.with_workspace(|workspace| workspace.is_requested(id));
        entry.as_ref().and_then(asked) == Some(true)
    });
    loaded::loaded(t(Text::FormAddTitle), move || {
        // Read, where following would do: a memo that nobody has read counts as another at the first change.
        let _asked = withdrawn.get();
        // What another tab saves meanwhile must not draw the form anew under a person who types.
        untrack(|| opened(id.as_deref()))
    })
}

/// The form's controls on another page, which keeps what is typed: of an initiative that does not exist
/// yet. `themes` can be chosen beside the catalogue's. Where a save has failed, what is wrong is said.
pub(super) fn within(
    base: Initiative,
    typed: Draft,
    themes: Vec<(String, String)>,
    failed: bool,
    keep: impl Fn(&Draft) + 'static,
) -> AnyView {
    let form = Form::elsewhere(base, typed, themes);
    form.app.need_gazetteer();
    if failed {
        // Without a problem there is nothing to say.
        form.show_problems(form.check().err().unwrap_or_default());
    }
    Effect::new(move |before: Option<()>| {
        form.typed.with(|typed| {
            if before.is_some() {
                keep(typed);
            }
        });
    });
    view! {
        {problems::summary(form)}
        {sections::sections(form)}
    }
    .into_any()
}

fn opened(id: Option<&str>) -> AnyView {
    let app = use_app();
    app.need_gazetteer();
    let Some(id) = id else {
        return sheet(Form::open(None), t(Text::FormAddTitle).to_owned());
    };
    let found: Option<(Initiative, Origin)> = Id::parse(id)
        .and_then(|id| {
            app.with_workspace(|workspace| {
                let initiative = workspace.shown().initiative(&id)?.clone();
                Some((initiative, workspace.origin(&id)))
            })
        })
        .flatten();
    let Some((initiative, origin)) = found else {
        return nothing_here(
            Text::InitiativeUnknownTitle,
            Text::InitiativeUnknownAdvice,
            Page::Catalogue,
            Text::UnknownHome,
        );
    };
    // What is on this phone alone is one's own; what others have published is theirs.
    let title = if app.is_editor() || origin == Origin::Local {
        fill(Text::FormEditTitle, &[("title", &initiative.title)])
    } else {
        t(Text::FormCorrectTitle).to_owned()
    };
    sheet(Form::open(Some(initiative)), title)
}

/// The page around the form.
fn sheet(form: Form, title: String) -> AnyView {
    form.keeper.watch(form);
    let back = form.way_back();
    let label = if form.is_new() {
        Text::BackToCatalogue
    } else {
        Text::FormBack
    };
    let lead = if form.app.is_editor() {
        Text::FormLeadEditor
    } else {
        Text::FormLead
    };
    let saving = save::Saving::new(form);
    mark(mark::BAR);
    // Another ground draws the controls anew.
    let sections = move || {
        form.drawn.track();
        untrack(|| sections::sections(form))
    };
    view! {
        <nav aria-label=t(Text::BackLabel)>
            <a class="back" href=back>{icon::icon(icon::BACK)}{t(label)}</a>
        </nav>
        <header class="page-head narrow">
            {arrival::heading(title)}
            <p class="soft">{t(lead)}</p>
        </header>
        <div class="narrow stack">
            {form.keeper.offer(form)}
            {meanwhile::meanwhile(form)}
            {(!form.is_new()).then(|| passages::passages(form.id()))}
            {problems::summary(form)}
            <form class="form form-saved" novalidate on:submit=move |event| saving.submit(&event)>
                {sections}
                {saving.failure()}
                <div class="save-bar">
                    {form.keeper.line()}
                    {leave::button(form)}
                    <button type="submit" class="button button-main">
                        {icon::icon(icon::CHECK)}
                        {t(Text::FormSave)}
                    </button>
                </div>
            </form>
            {leave::dialog(form)}
        </div>
    }
    .into_any()
}
