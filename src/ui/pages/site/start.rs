//! Where the catalogue is empty: a few questions, and the file that makes the site.

use leptos::ev;
use leptos::prelude::*;

use super::form::{self, SiteForm};
use super::group;
use crate::browser::{chance, document};
use crate::domain::site::Site;
use crate::domain::site_draft::SiteField;
use crate::domain::theme::Theme;
use crate::domain::value::Object;
use crate::i18n::{Lang, Text};
use crate::state::publish::FILE;
use crate::ui::components::{icon, page as arrival};
use crate::ui::texts::{fill, lang, t};

/// The heading of what is to be done with the file, which takes the focus.
const SAVED: &str = "start-saved";

/// What is asked: the rest can wait until the site stands.
const ASKED: [SiteField; 7] = [
    SiteField::Title,
    SiteField::Name,
    SiteField::Email,
    SiteField::Phone,
    SiteField::Department,
    SiteField::Emergency,
    SiteField::Accent,
];

/// The themes that a site begins with.
const THEMES: [Text; 6] = [
    Text::StartThemeFood,
    Text::StartThemeHealth,
    Text::StartThemeHome,
    Text::StartThemeSchool,
    Text::StartThemeCompany,
    Text::StartThemeHands,
];

/// The page in the place of the catalogue.
pub fn page() -> AnyView {
    let mut site = Site::new(chance::new_id());
    lang().code().clone_into(&mut site.lang);
    "etalab-2.0".clone_into(&mut site.licence);
    site.stale_after_days = Some(60);
    let form = SiteForm::of(site, None);
    // They are the same everywhere in the country; whoever begins elsewhere sees and changes them.
    form.set(SiteField::Emergency, t(Text::StartEmergency).to_owned());
    let saved = RwSignal::new(false);
    let create = move |event: ev::SubmitEvent| {
        event.prevent_default();
        create(form, saved);
    };
    view! {
        <header class="page-head narrow">
            {arrival::heading(t(Text::StartTitle))}
            <p>{fill(Text::StartIntro, &[("file", FILE)])}</p>
            <p><a href=t(Text::AboutGuideFile) rel="external">{t(Text::AboutGuide)}</a></p>
        </header>
        <form class="form narrow" aria-labelledby="title" novalidate on:submit=create>
            {form.summary()}
            {group(form, Text::StartQuestions, Some(Text::StartQuestionsHint), &ASKED)}
            <p class="actions">
                <button type="submit" class="button button-main">
                    {icon::icon(icon::DOWNLOAD)}
                    {t(Text::StartCreate)}
                </button>
            </p>
        </form>
        {move || saved.get().then(|| told(form))}
    }
    .into_any()
}

/// What to do with the file.
fn told(form: SiteForm) -> AnyView {
    let file = [("file", FILE)];
    view! {
        <section class="notice notice-good narrow">
            {icon::icon(icon::DONE)}
            <div class="notice-body">
                <h2 class="notice-title" id=SAVED tabindex="-1">{fill(Text::StartSaved, &file)}</h2>
                <div class="prose">
                    <ol>
                        <li>{fill(Text::PublishStepFile, &file)}</li>
                        <li>{fill(Text::PublishStepHost, &file)}</li>
                        <li>{t(Text::StartStepOpen)}</li>
                    </ol>
                </div>
                <p>{t(Text::StartEditor)}</p>
                <p class="actions">
                    <button type="button" class="button button-main" on:click=move |_| form.app.load()>
                        {icon::icon(icon::UNDO)}
                        {t(Text::StartOpen)}
                    </button>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// Gives the file, or says all that stands in the way.
fn create(form: SiteForm, saved: RwSignal<bool>) {
    let Some((site, _)) = form.checked() else {
        request_animation_frame(|| document::focus_id(form::SUMMARY));
        return;
    };
    if form.app.give_first_edition(site, themes()).is_err() {
        form.app.notices.bad(t(Text::DataSaveFailed));
        return;
    }
    saved.set(true);
    request_animation_frame(|| document::focus_id(SAVED));
}

/// The themes, each in every language.
fn themes() -> Vec<Theme> {
    let theme = |name: Text| {
        let labels = Lang::ALL.map(|lang| (lang.code().to_owned(), lang.text(name).into()));
        Theme {
            id: chance::new_id(),
            label: Object::from_iter(labels),
            extra: Object::new(),
        }
    };
    THEMES.map(theme).into()
}
