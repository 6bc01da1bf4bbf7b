//! The texts of the initiative in the other language of the application, for an editor to fill, and which
//! of them are to be read again.

use leptos::prelude::*;

use super::fields::{around, tick};
use super::form::{Form, List, Slot};
use crate::domain::draft::{Draft, Field};
use crate::domain::id::Id;
use crate::domain::translation::TRANSLATED;
use crate::i18n::{Lang, Text};
use crate::state::App;
use crate::ui::components::field_names::field_name;
use crate::ui::components::{field, icon};
use crate::ui::texts::{fill, t};

/// The language that the site's texts are translated into: English, or French where the site is English.
fn other(app: App) -> Lang {
    let own = app.with_workspace_untracked(|workspace| Lang::from_tag(&workspace.shown().site.lang));
    match own.flatten() {
        Some(Lang::En) => Lang::Fr,
        Some(Lang::Fr) | None => Lang::En,
    }
}

/// A form with room for a translation where an editor fills it. Anyone else leaves the translations as
/// they are.
pub(super) fn offered(app: App, mut draft: Draft) -> Draft {
    if !app.settings.editor.get_untracked() {
        draft.translations.clear();
    } else if let Some(lang) = Id::parse(other(app).code()) {
        draft.offer_translation(&lang);
    }
    draft
}

/// The texts in the other language, where the form has room for them.
pub(super) fn section(form: Form) -> Option<AnyView> {
    let lang = other(form.app);
    let row = Id::parse(lang.code())?;
    let has_room = |draft: &Draft| draft.translations.iter().any(|other| other.id == row);
    if !form.typed.with_untracked(has_room) {
        return None;
    }
    let title = match lang {
        Lang::Fr => Text::FormTranslationFr,
        Lang::En => Text::FormTranslationEn,
    };
    let fields = TRANSLATED.map(|field| text(form, &row, lang, &Field::from_code(field)));
    Some(
        view! {
            <fieldset class="group">
                <legend class="group-title">{t(title)}</legend>
                <p class="field-hint">{t(Text::FormTranslationHint)}</p>
                {outdated(form, row)}
                {fields.collect_view()}
            </fieldset>
        }
        .into_any(),
    )
}

/// What a text in a language is called.
fn label(lang: Lang, field: &Field) -> Text {
    match (lang, field) {
        (Lang::En, Field::Title) => Text::FieldTitleEn,
        (Lang::En, Field::Summary) => Text::FieldSummaryEn,
        (Lang::En, Field::Audience) => Text::FieldAudienceEn,
        (Lang::En, _) => Text::FieldPracticalEn,
        (Lang::Fr, Field::Title) => Text::FieldTitleFr,
        (Lang::Fr, Field::Summary) => Text::FieldSummaryFr,
        (Lang::Fr, Field::Audience) => Text::FieldAudienceFr,
        (Lang::Fr, _) => Text::FieldPracticalFr,
    }
}

/// One text: a control that says in which language it is written.
fn text(form: Form, row: &Id, lang: Lang, field: &Field) -> AnyView {
    let slot = Slot::in_row(List::Translations, row.clone(), field.clone());
    let around = field::Field {
        lang: Some(lang.code()),
        ..around(form, &slot, label(lang, field), None)
    };
    let text = form.text(&slot);
    around.view(|control| match field {
        Field::Title | Field::Audience => control.line("text", None, text, form.writer(slot)),
        _ => control.paragraphs("4", text, form.writer(slot)),
    })
}

/// Which texts are to be read again, as the original is typed, and the box that says that they were.
fn outdated(form: Form, row: Id) -> AnyView {
    let reviewed = Slot::in_row(List::Translations, row.clone(), Field::Reviewed);
    let ticked = form.follow(reviewed.clone());
    let fields = Memo::new(move |_| form.outdated(&row));
    // The box stays once it is ticked, so that it can be unticked.
    let asked = Memo::new(move |_| !fields.with(Vec::is_empty) || ticked.get() == Draft::YES);
    let names = move || {
        let fields = fields.get();
        let names: Vec<&str> = fields.iter().map(|field| field_name(field.code())).collect();
        (!names.is_empty()).then(|| {
            let names = names.join(", ");
            view! {
                <p class="field-outdated">
                    {icon::icon(icon::WARN)}
                    <span>{fill(Text::FormTranslationOutdated, &[("fields", &names)])}</span>
                </p>
            }
        })
    };
    let tick = move || {
        asked
            .get()
            .then(|| tick(form, reviewed.clone(), Text::FormTranslationReviewed, None))
    };
    view! {
        <div role="status">{names}</div>
        {tick}
    }
    .into_any()
}
