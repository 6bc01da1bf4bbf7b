//! What the form asks, in order: first what everyone can say, then the details, folded away.

use leptos::prelude::*;

use super::fields::{Control, field, options, tick};
use super::form::{Form, Slot};
use super::{commune, rows, served, translation};
use crate::domain::draft::{Draft, Field};
use crate::i18n::Text;
use crate::i18n::codes::{ORGANISERS, STATUSES};
use crate::ui::texts::{lang, t};

/// The details, folded away until they hold something.
pub(super) const DETAILS: &str = "form-details";

/// The fields that everyone sees at once, besides the needs and contacts.
pub(super) const SHORT: [Field; 4] = [Field::Title, Field::Summary, Field::Theme, Field::Commune];

/// The name of an organiser's kind.
pub(in crate::ui::pages) fn organiser_name(code: &str) -> Option<Text> {
    ORGANISERS
        .iter()
        .find(|(own, _)| *own == code)
        .map(|(_, name)| *name)
}

/// Everything that the form asks.
pub(super) fn sections(form: Form) -> AnyView {
    let line = |of, label, hint| field(form, Slot::of(of), label, hint, Control::Line("text"));
    let paragraphs = |of, label, hint| field(form, Slot::of(of), label, hint, Control::Paragraphs);
    view! {
        {line(Field::Title, Text::FieldTitle, Some(Text::FieldTitleHint))}
        {paragraphs(Field::Summary, Text::FieldSummary, Some(Text::FieldSummaryHint))}
        {theme(form)}
        {commune::own(form)}
        {rows::list(form, rows::NEEDS_PARTS)}
        {rows::list(form, rows::CONTACTS_PARTS)}
        <details class="form-details" id=DETAILS open=form.typed.with_untracked(has_details)>
            <summary>{t(Text::FormDetails)}</summary>
            <div class="form">
                {organiser(form)}
                {rows::list(form, rows::MEASURES_PARTS)}
                <fieldset class="group">
                    <legend class="group-title">{t(Text::FormWhere)}</legend>
                    {postcode(form)}
                    {line(Field::Area, Text::FieldArea, Some(Text::FieldAreaHint))}
                    {served::served(form)}
                </fieldset>
                <fieldset class="group">
                    <legend class="group-title">{t(Text::FormWhen)}</legend>
                    <div class="fields">
                        {field(form, Slot::of(Field::Start), Text::FieldStart, None, Control::Day)}
                        {field(form, Slot::of(Field::End), Text::FieldEnd, None, Control::Day)}
                    </div>
                    {line(Field::PeriodNote, Text::FieldPeriodNote, Some(Text::FieldPeriodNoteHint))}
                </fieldset>
                {line(Field::Audience, Text::FieldAudience, None)}
                {paragraphs(Field::Practical, Text::FieldPractical, None)}
                {line(Field::Tags, Text::FieldTags, Some(Text::FieldTagsHint))}
                {field(form, Slot::of(Field::SourceUrl), Text::FieldSourceUrl, None, Control::Line("url"))}
                {editors(form)}
                {translation::section(form)}
            </div>
        </details>
    }
    .into_any()
}

/// Whether anything stands in the details, so that it must not be folded away.
fn has_details(typed: &Draft) -> bool {
    // These come with what is in sight, or with the initiative itself.
    let quiet = [Field::Insee, Field::Postcode, Field::Status];
    let more = |field: &Field| !SHORT.contains(field) && !quiet.contains(field);
    let translated = typed.translations.iter().any(|row| !row.fields.is_empty());
    typed.fields.keys().any(more) || !typed.served.is_empty() || !typed.measures.is_empty() || translated
}

fn theme(form: Form) -> AnyView {
    let slot = Slot::of(Field::Theme);
    let mut themes = options(&[], "", Some(Text::FieldThemeNone));
    form.app.workspace.with_untracked(|workspace| {
        let shown = workspace.iter().flat_map(|workspace| &workspace.shown().themes);
        themes.extend(shown.map(|theme| (theme.id.to_string(), theme.name(lang().code()).to_owned())));
    });
    form.themes.with_value(|more| themes.extend(more.iter().cloned()));
    let present = form.text(&slot);
    if themes.iter().all(|(id, _)| *id != present) {
        // A theme that the catalogue does not have, or no longer has, is kept.
        themes.push((present.clone(), present));
    }
    field(form, slot, Text::FieldTheme, None, Control::Choice(themes))
}

fn organiser(form: Form) -> AnyView {
    let kind = Slot::of(Field::OrganiserKind);
    let kinds = options(ORGANISERS, &form.text(&kind), Some(Text::FieldOrganiserKindNone));
    let chosen = form.follow(kind.clone());
    let consent = move || {
        (chosen.get() == "individual").then(|| {
            tick(
                form,
                Slot::of(Field::Consent),
                Text::FieldConsent,
                Some(Text::FieldConsentHint),
            )
        })
    };
    let name = Slot::of(Field::OrganiserName);
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(Text::FormOrganiser)}</legend>
            {field(form, kind, Text::FieldOrganiserKind, None, Control::Choice(kinds))}
            {field(form, name, Text::FieldOrganiserName, None, Control::Line("text"))}
            {consent}
        </fieldset>
    }
    .into_any()
}

/// The postcode. It follows the commune that is chosen.
fn postcode(form: Form) -> AnyView {
    let slot = Slot::of(Field::Postcode);
    super::fields::frame(form, slot, Text::FieldPostcode, None, |form, slot, control| {
        let text = form.follow(slot.clone());
        view! {
            <input
                class="input input-short"
                id=control.id
                type="text"
                inputmode="numeric"
                autocomplete="off"
                prop:value=text
                aria-describedby=control.described
                aria-invalid=control.invalid
                on:input=move |event| form.set(&slot, event_target_value(&event))
            />
        }
        .into_any()
    })
}

/// What an editor decides.
fn editors(form: Form) -> Option<AnyView> {
    form.app.settings.editor.get_untracked().then(|| {
        let status = Slot::of(Field::Status);
        let statuses = options(STATUSES, &form.text(&status), None);
        let verified = Slot::of(Field::VerifiedOn);
        view! {
            <fieldset class="group">
                <legend class="group-title">{t(Text::FormEditors)}</legend>
                {field(form, status, Text::FieldStatus, None, Control::Choice(statuses))}
                {field(form, verified, Text::FieldVerifiedOn, None, Control::Day)}
            </fieldset>
        }
        .into_any()
    })
}
