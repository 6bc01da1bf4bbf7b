//! The press release itself: added to the others as it was read, or left aside.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::communique::Communique;
use crate::domain::date::Date;
use crate::domain::text::{clean_line, clean_lines};
use crate::i18n::Text;
use crate::ui::texts::t;

/// The element of the release's title.
pub(super) const TITLE: &str = "release-title";

/// The element that folds the release away.
pub(super) const RELEASE: &str = "importer-release";

/// The press release itself.
pub(super) fn part(desk: Desk) -> AnyView {
    let adds = Memo::new(move |_| desk.with(|intake| intake.adds_release) == Some(true));
    let fields = move || adds.get().then(|| untrack(|| fields(desk)));
    let tick = move |event| {
        let adds = event_target_checked(&event);
        desk.edit(|intake| intake.adds_release = adds);
    };
    view! {
        <details class="form-details panel" id=RELEASE>
            <summary>{t(Text::ImporterRelease)}</summary>
            <div class="form">
                <div class="field">
                    <label class="check">
                        <input
                            class="check-input"
                            type="checkbox"
                            aria-describedby="adds-hint"
                            prop:checked=adds
                            on:change=tick
                        />
                        <span>{t(Text::ImporterAddsRelease)}</span>
                    </label>
                    <p class="field-hint" id="adds-hint">
                        {move || t(if adds.get() { Text::ImporterAddsHint } else { Text::ImporterAddsNot })}
                    </p>
                </div>
                {fields}
            </div>
        </details>
    }
    .into_any()
}

fn fields(desk: Desk) -> Option<AnyView> {
    let release = desk
        .intake
        .with_untracked(|intake| intake.as_ref().map(|intake| intake.release.clone()))?;
    let line = |id: &'static str, label, value: &str, set: fn(&mut Communique, String)| {
        let value = value.to_owned();
        let write = move |event| {
            let text = clean_line(&event_target_value(&event)).into_owned();
            desk.edit(|intake| set(&mut intake.release, text));
        };
        view! {
            <div class="field">
                <label class="field-label" for=id>{t(label)}</label>
                <input class="input" id=id type="text" autocomplete="off" maxlength="300" value=value on:input=write/>
            </div>
        }
        .into_any()
    };
    let paragraphs = |id: &'static str, label, value: &str, set: fn(&mut Communique, String)| {
        let value = value.to_owned();
        let write = move |event| {
            let text = clean_lines(&event_target_value(&event)).into_owned();
            desk.edit(|intake| set(&mut intake.release, text));
        };
        view! {
            <div class="field">
                <label class="field-label" for=id>{t(label)}</label>
                <textarea class="input" id=id rows="4" maxlength="10000" prop:value=value on:input=write></textarea>
            </div>
        }
        .into_any()
    };
    let number = release
        .number
        .map_or_else(String::new, |number| number.to_string());
    let day = release.date.map_or_else(String::new, |day| day.to_string());
    let set_day = move |event| {
        let day = Date::parse(&event_target_value(&event));
        desk.edit(|intake| intake.release.date = day);
    };
    let view = view! {
        {line(TITLE, Text::FieldTitle, &release.title, |it, text| it.title = text)}
        {line("release-series", Text::ComposeSeries, &release.series, |it, text| it.series = text)}
        <div class="fields">
            // A number that cannot be one is none.
            {line("release-number", Text::FieldNumber, &number, |it, text| it.number = text.parse().ok())}
            <div class="field">
                <label class="field-label" for="release-day">{t(Text::FieldDate)}</label>
                <input class="input" id="release-day" type="date" value=day on:input=set_day/>
            </div>
        </div>
        {line("release-place", Text::ComposePlace, &release.place, |it, text| it.place = text)}
        {paragraphs("release-lead", Text::FieldLead, &release.lead, |it, text| it.lead = text)}
        {paragraphs("release-closing", Text::FieldClosing, &release.closing, |it, text| it.closing = text)}
        {line("release-signatory", Text::FieldSignatory, &release.signatory, |it, text| it.signatory = text)}
    };
    Some(view.into_any())
}
