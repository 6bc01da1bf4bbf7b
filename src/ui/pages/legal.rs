//! The legal notices of whoever publishes the site, and what becomes of personal data, in plain words.

use leptos::prelude::*;

use crate::domain::contact::Contact;
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::legal::{Conformity, LegalField, missing};
use crate::domain::site::Site;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::{contacts, icon, licence, loaded, page as arrival, prose};
use crate::ui::texts::{content_lang, date, fill, t};

/// The page.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::LegalTitle), || {
        let app = use_app();
        let notices = move || app.with_workspace(|workspace| notices(&workspace.shown().site));
        view! {
            <header class="page-head narrow">{arrival::heading(t(Text::LegalTitle))}</header>
            {notices}
            {privacy()}
        }
        .into_any()
    })
}

fn notices(site: &Site) -> AnyView {
    view! {
        {to_do(site)}
        {publisher(site)}
        {host(site)}
        {data(site)}
        {rights_of_use(site)}
        {access(site)}
    }
    .into_any()
}

/// That nobody has checked this yet and, for those who can do something about it, what is missing.
fn to_do(site: &Site) -> AnyView {
    let is_checked = LegalField::Checked.read(&site.legal) == Draft::YES;
    let missing = missing(site).len();
    if is_checked && missing == 0 {
        return ().into_any();
    }
    let app = use_app();
    let way = move || {
        app.is_editor().then(|| {
            view! {
                <p class="actions">
                    <a class="button" href=Page::Settings.href()>{icon::icon(icon::EDIT)}{t(Text::LegalFill)}</a>
                </p>
            }
        })
    };
    let template = (!is_checked).then(|| view! { <p>{t(Text::LegalTemplate)}</p> });
    let incomplete = (missing > 0).then(|| view! { <p>{t(Text::LegalIncomplete)}</p> });
    view! {
        <div class="notice narrow">
            {icon::icon(icon::INFO)}
            <div class="notice-body">{template}{incomplete}{way}</div>
        </div>
    }
    .into_any()
}

fn section(title: Text, body: AnyView) -> AnyView {
    view! {
        <section class="narrow stack">
            <h2>{t(title)}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// A name and what the publisher says under it.
fn fact(label: Text, value: AnyView) -> AnyView {
    view! { <div><dt>{t(label)}</dt><dd>{value}</dd></div> }.into_any()
}

/// What the publisher wrote, in the language of the site.
fn written(text: &str) -> AnyView {
    prose::paragraphs(text, "", content_lang().as_deref())
}

/// A notice that the law asks for.
fn asked(site: &Site, field: LegalField, label: Text) -> AnyView {
    let text = field.read(&site.legal);
    let value = if text.is_empty() { absent() } else { written(text) };
    fact(label, value)
}

/// A notice that is shown where the publisher gives one.
fn given(site: &Site, field: LegalField, label: Text) -> Option<AnyView> {
    let text = field.read(&site.legal);
    (!text.is_empty()).then(|| fact(label, written(text)))
}

/// A notice with what holds where the publisher says nothing else.
fn usual(site: &Site, field: LegalField, label: Text, usual: String) -> AnyView {
    let text = field.read(&site.legal);
    let value = if text.is_empty() {
        usual.into_any()
    } else {
        written(text)
    };
    fact(label, value)
}

fn absent() -> AnyView {
    view! { <em>{t(Text::LegalAbsent)}</em> }.into_any()
}

/// The publisher's name, for a sentence.
fn name(site: &Site) -> String {
    if site.publisher.name.is_empty() {
        t(Text::LegalThePublisher).to_owned()
    } else {
        site.publisher.name.clone()
    }
}

fn publisher(site: &Site) -> AnyView {
    let name = if site.publisher.name.is_empty() {
        absent()
    } else {
        site.publisher.name.clone().into_any()
    };
    let reached = contacts::of_publisher(&site.publisher);
    let reached = reached_by(&reached);
    section(
        Text::LegalWho,
        view! {
            <dl class="facts">
                {fact(Text::LegalPublisher, name)}
                {given(site, LegalField::Form, Text::LegalForm)}
                {asked(site, LegalField::Seat, Text::LegalSeat)}
                {asked(site, LegalField::Director, Text::LegalDirector)}
            </dl>
            {reached}
        }
        .into_any(),
    )
}

fn reached_by(reached: &[Contact]) -> AnyView {
    if reached.is_empty() {
        return view! { <p><em>{t(Text::LegalNoContact)}</em></p> }.into_any();
    }
    contacts::strips(reached, true, "strips sheet-strips")
}

fn host(site: &Site) -> AnyView {
    section(
        Text::LegalHosting,
        view! {
            <dl class="facts">
                {asked(site, LegalField::Host, Text::LegalHost)}
                {asked(site, LegalField::HostAddress, Text::LegalHostAddress)}
                {given(site, LegalField::HostPhone, Text::LegalHostPhone)}
            </dl>
        }
        .into_any(),
    )
}

/// What the law on personal data asks for.
fn data(site: &Site) -> AnyView {
    let name = name(site);
    let to_publisher = fill(Text::LegalRightsUsual, &[("name", &name)]);
    section(
        Text::LegalPersonal,
        view! {
            <dl class="facts">
                {usual(site, LegalField::Controller, Text::LegalController, name)}
                {usual(site, LegalField::Purpose, Text::LegalPurpose, t(Text::LegalPurposeUsual).to_owned())}
                {usual(site, LegalField::Basis, Text::LegalBasis, t(Text::LegalBasisUsual).to_owned())}
                {usual(site, LegalField::Retention, Text::LegalRetention, t(Text::LegalRetentionUsual).to_owned())}
                {usual(site, LegalField::Rights, Text::LegalRights, to_publisher)}
            </dl>
            <p>{t(Text::LegalRightsWhat)}</p>
            <p>{t(Text::LegalCnil)} " " <a href="https://www.cnil.fr/" rel="noopener">"cnil.fr"</a></p>
        }
        .into_any(),
    )
}

fn rights_of_use(site: &Site) -> AnyView {
    let licence = licence::of(&site.licence).unwrap_or_else(|| t(Text::LegalLicenceNone).into_any());
    let excluded = t(Text::LegalExcludedUsual).to_owned();
    section(
        Text::LegalReuse,
        view! {
            <dl class="facts">
                {fact(Text::LegalLicence, licence)}
                {usual(site, LegalField::Excluded, Text::LegalExcluded, excluded)}
            </dl>
        }
        .into_any(),
    )
}

/// The statement of accessibility: « non conforme » unless the publisher states something else.
fn access(site: &Site) -> AnyView {
    let state = match Conformity::of(&site.legal) {
        Conformity::None if LegalField::AccessState.read(&site.legal).is_empty() => Text::LegalStateUnaudited,
        Conformity::None => Text::LegalStateNone,
        Conformity::Partial => Text::LegalStatePartial,
        Conformity::Full => Text::LegalStateFull,
    };
    let bound = match LegalField::AccessBound.read(&site.legal) {
        Draft::YES => Text::LegalBoundYes,
        "no" => Text::LegalBoundNo,
        _ => Text::LegalBoundUnknown,
    };
    let day = LegalField::AccessDate.read(&site.legal);
    let day = (!day.is_empty()).then(|| {
        let shown = Date::parse(day).map_or_else(|| day.to_owned(), date);
        fact(Text::LegalAccessDate, shown.into_any())
    });
    let contact = fill(Text::LegalAccessContactUsual, &[("name", &name(site))]);
    section(
        Text::LegalAccess,
        view! {
            <dl class="facts">
                {fact(Text::LegalAccessBound, t(bound).into_any())}
                {fact(Text::LegalAccessState, t(state).into_any())}
                {given(site, LegalField::AccessVersion, Text::LegalAccessVersion)}
                {day}
                {given(site, LegalField::AccessExceptions, Text::LegalAccessExceptions)}
                {usual(site, LegalField::AccessContact, Text::LegalAccessContact, contact)}
            </dl>
        }
        .into_any(),
    )
}

/// What is stored, where, and what leaves: the same for every site, since it is what the application does.
fn privacy() -> AnyView {
    let points = [
        Text::LegalPrivacyKept,
        Text::LegalPrivacyPassages,
        Text::LegalPrivacyOrigin,
        Text::LegalPrivacyLeaves,
        Text::LegalPrivacyMessenger,
        Text::LegalPrivacyHost,
        Text::LegalPrivacyNobody,
        Text::LegalPrivacyErase,
    ];
    let points: Vec<_> = points
        .into_iter()
        .map(|point| view! { <li>{t(point)}</li> })
        .collect();
    view! {
        <section class="prose" aria-labelledby="privacy-t">
            <h2 id="privacy-t">{t(Text::LegalPrivacy)}</h2>
            <ul>{points}</ul>
            <p><a href=Page::Data.href()>{t(Text::AboutPrivacyData)}</a></p>
        </section>
    }
    .into_any()
}
