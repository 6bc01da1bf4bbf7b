//! The settings of the site and its themes, for those who publish it, and the code that shows its list on another
//! site: a part of the settings, and the beginning of a site where the catalogue is empty.

mod embedding;
mod field;
mod form;
pub mod start;
mod themes;
mod words;

use leptos::ev;
use leptos::prelude::*;

use form::SiteForm;

use crate::browser::document;
use crate::domain::legal::LegalField;
use crate::domain::site_draft::SiteField;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::t;

/// What makes the site what it is.
const SITE: [SiteField; 10] = [
    SiteField::Title,
    SiteField::Accent,
    SiteField::Notice,
    SiteField::Emergency,
    SiteField::Department,
    SiteField::Areas,
    SiteField::Engage,
    SiteField::Stale,
    SiteField::Licence,
    SiteField::Moved,
];

/// Who publishes it.
const PUBLISHER: [SiteField; 7] = [
    SiteField::Name,
    SiteField::Legal(LegalField::Form),
    SiteField::Legal(LegalField::Seat),
    SiteField::Email,
    SiteField::Phone,
    SiteField::Url,
    SiteField::Legal(LegalField::Director),
];

/// Who hosts it.
const HOST: [SiteField; 3] = [
    SiteField::Legal(LegalField::Host),
    SiteField::Legal(LegalField::HostAddress),
    SiteField::Legal(LegalField::HostPhone),
];

/// Personal data and the licence of the rest.
const DATA: [SiteField; 6] = [
    SiteField::Legal(LegalField::Controller),
    SiteField::Legal(LegalField::Purpose),
    SiteField::Legal(LegalField::Basis),
    SiteField::Legal(LegalField::Retention),
    SiteField::Legal(LegalField::Rights),
    SiteField::Legal(LegalField::Excluded),
];

/// The statement of accessibility.
const ACCESS: [SiteField; 6] = [
    SiteField::Legal(LegalField::AccessBound),
    SiteField::Legal(LegalField::AccessState),
    SiteField::Legal(LegalField::AccessVersion),
    SiteField::Legal(LegalField::AccessDate),
    SiteField::Legal(LegalField::AccessExceptions),
    SiteField::Legal(LegalField::AccessContact),
];

/// The part of the settings that is the site's.
pub fn sections() -> AnyView {
    view! {
        {section()}
        {themes::section()}
        {embedding::section()}
    }
    .into_any()
}

/// The settings of the site. A form in which nobody has typed follows the site: what is taken back, or
/// comes with an edition, is drawn anew.
fn section() -> AnyView {
    let app = use_app();
    let site = Memo::new(move |_| app.with_workspace(|workspace| workspace.shown().site.clone()));
    let drawn = RwSignal::new(0_u32);
    let current: StoredValue<Option<SiteForm>> = StoredValue::new(None);
    Effect::new(move |_| {
        let is_behind = site.with(|site| match (site, current.get_value()) {
            (Some(site), Some(form)) => form.is_untouched() && !form.shows(site),
            (Some(_), None) => true,
            (None, _) => false,
        });
        if is_behind {
            drawn.update(|drawn| *drawn += 1);
        }
    });
    // A key of its own each time: what was typed into the former controls must not stay in them.
    let form = move |_| {
        let (site, ground) = app.site_and_ground()?;
        let form = SiteForm::of(site, Some(ground));
        current.set_value(Some(form));
        Some(controls(form))
    };
    view! { <For each=move || [drawn.get()] key=|drawn| *drawn children=form /> }.into_any()
}

fn controls(form: SiteForm) -> AnyView {
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        save(form);
    };
    view! {
        <form class="form narrow" id="site" aria-labelledby="site-t" novalidate on:submit=save>
            <div class="page-head">
                <h2 id="site-t" tabindex="-1">{t(Text::SetupTitle)}</h2>
                <p class="soft">{t(Text::SetupLine)}</p>
            </div>
            {form.summary()}
            {group(form, Text::SetupSite, None, &SITE)}
            {group(form, Text::SetupPublisher, Some(Text::SetupPublisherHint), &PUBLISHER)}
            {group(form, Text::SetupHost, Some(Text::SetupHostHint), &HOST)}
            {group(form, Text::SetupData, Some(Text::SetupDataHint), &DATA)}
            {group(form, Text::SetupAccess, Some(Text::SetupAccessHint), &ACCESS)}
            {group(form, Text::SetupCheck, Some(Text::LegalTemplate), &[SiteField::Legal(LegalField::Checked)])}
            <p class="actions">
                <button type="submit" class="button button-main">{icon::icon(icon::SAVE)}{t(Text::SetupSave)}</button>
                <a class="button" href=Page::Legal.href()>{t(Text::SetupSeeLegal)}</a>
            </p>
        </form>
    }
    .into_any()
}

/// A group of fields with its name.
fn group(form: SiteForm, title: Text, hint: Option<Text>, fields: &[SiteField]) -> AnyView {
    let fields: Vec<_> = fields.iter().map(|field| field::field(form, *field)).collect();
    let hint = hint.map(|hint| view! { <p class="field-hint">{t(hint)}</p> });
    view! {
        <fieldset class="group">
            <legend class="group-title">{t(title)}</legend>
            {hint}
            {fields}
        </fieldset>
    }
    .into_any()
}

/// Keeps what is typed, or says all that stands in the way.
fn save(form: SiteForm) {
    let app = form.app;
    let Some((site, ground)) = form.checked() else {
        request_animation_frame(|| document::focus_id(form::SUMMARY));
        return;
    };
    let Some(ground) = ground else { return };
    match app.save_site(&site, &ground) {
        Ok(Some(undo)) => {
            app.notices.undoable(t(Text::SetupSaved), undo);
            form.stands_anew();
        }
        Ok(None) => app.notices.good(t(Text::FormUnchanged)),
        // What is typed stays where it is.
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
