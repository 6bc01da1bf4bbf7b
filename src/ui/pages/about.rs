//! What this is: the way from a press release to a phone and back, what leaves the device, where the
//! data comes from, who answers for it.

use leptos::prelude::*;

use crate::domain::communique::newest_first;
use crate::domain::contact::{Contact, Means};
use crate::domain::id::Id;
use crate::domain::site::{Publisher, Site};
use crate::domain::value::Object;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::release::name_of;
use crate::ui::components::{contacts, page as arrival};
use crate::ui::texts::{fill, t};
use crate::workspace::Workspace;

/// The version of the application.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The commit that the application was built from; empty where the build knew none.
const COMMIT: &str = env!("SOLIDAIRE_COMMIT");

/// A licence of data that a catalogue may name by its code: its name and its text.
struct Licence {
    code: &'static str,
    name: Text,
    address: &'static str,
}

const LICENCES: [Licence; 3] = [
    Licence {
        code: "etalab-2.0",
        name: Text::AboutLicenceEtalab,
        address: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    },
    Licence {
        code: "CC-BY-4.0",
        name: Text::AboutLicenceBy,
        address: "https://creativecommons.org/licenses/by/4.0/",
    },
    Licence {
        code: "ODbL-1.0",
        name: Text::AboutLicenceOdbl,
        address: "https://opendatacommons.org/licenses/odbl/1-0/",
    },
];

/// The one for the communes' names and codes.
const ETALAB: usize = 0;
/// The one for their coordinates.
const BY: usize = 1;

const COMMUNES: &str = "https://github.com/datagouv/decoupage-administratif";
const COORDINATES: &str = "https://www.geonames.org/";
const ICONS: &str = "https://lucide.dev/license";

/// What this is. It can be read without the catalogue; what the catalogue adds comes with it.
pub fn page() -> AnyView {
    let app = use_app();
    let publisher = move || app.with_workspace(|workspace| publisher(&workspace.shown().site));
    let sources = move || app.with_workspace(sources);
    let steps = [
        Text::AboutStepPublish,
        Text::AboutStepPhone,
        Text::AboutStepChange,
        Text::AboutStepSend,
        Text::AboutStepReview,
    ];
    let steps: Vec<_> = steps
        .into_iter()
        .map(|step| view! { <li>{t(step)}</li> })
        .collect();
    let commit = (!COMMIT.is_empty()).then(|| [" (", COMMIT, ")"].concat());
    view! {
        <header class="page-head narrow">{arrival::heading(t(Text::AboutTitle))}</header>
        <div class="prose">
            <p>{t(Text::AboutWhat)}</p>
            <h2>{t(Text::AboutLoop)}</h2>
            <ol>{steps}</ol>
            <h2>{t(Text::AboutPrivacy)}</h2>
            <p>{t(Text::AboutPrivacyKept)}</p>
            <p>{t(Text::AboutPrivacyHost)}</p>
            <p><a href=Page::Data.href()>{t(Text::AboutPrivacyData)}</a></p>
        </div>
        {publisher}
        <div class="prose">
            <h2>{t(Text::AboutSources)}</h2>
            <ul>
                {sources}
                <li>
                    {source(Text::AboutCommunes, COMMUNES)}
                    " · "
                    {licence(&LICENCES[ETALAB])}
                </li>
                <li>
                    {source(Text::AboutCoordinates, COORDINATES)}
                    " · "
                    {licence(&LICENCES[BY])}
                </li>
                <li>{source(Text::AboutIcons, ICONS)}</li>
            </ul>
            <h2>{t(Text::AboutVersion)}</h2>
            <p>{fill(Text::AboutVersionNumber, &[("version", VERSION)])} {commit}</p>
            <p>{t(Text::AboutSoftware)}</p>
        </div>
    }
    .into_any()
}

/// Who publishes the site and how to reach them, as far as the catalogue says.
fn publisher(site: &Site) -> Option<AnyView> {
    let Publisher {
        name,
        email,
        phone,
        url,
        extra: _,
    } = &site.publisher;
    let contacts: Vec<Contact> = [("email", email), ("phone", phone), ("web", url)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(kind, value)| Contact {
            id: Id::derived(&["publisher", kind]),
            means: Means::parse(kind, value),
            label: String::new(),
            public: true,
            extra: Object::new(),
        })
        .collect();
    if name.is_empty() && contacts.is_empty() {
        return None;
    }
    let name = (!name.is_empty()).then(|| view! { <p>{name.clone()}</p> });
    Some(
        view! {
            <section class="narrow stack" aria-labelledby="publisher">
                <h2 id="publisher">{t(Text::AboutPublisher)}</h2>
                {name}
                <div>{contacts::strips(&contacts, true, "strips sheet-strips")}</div>
            </section>
        }
        .into_any(),
    )
}

/// What the catalogue was made from, and the licence that it is under.
fn sources(workspace: &Workspace) -> AnyView {
    let shown = workspace.shown();
    let newest = newest_first(&shown.communiques)
        .into_iter()
        .find(|communique| !communique.is_draft());
    let newest = newest.map(|communique| {
        let address = Page::Communique.href_of(&communique.id);
        view! { <li>{t(Text::AboutCommunique)} " " <a href=address>{name_of(communique)}</a></li> }
    });
    let code = shown.site.licence.as_str();
    let data = (!code.is_empty()).then(|| {
        let known = LICENCES
            .iter()
            .find(|known| known.code.eq_ignore_ascii_case(code));
        // A licence that this version does not know is shown by its code.
        let name = known.map_or_else(|| code.to_owned().into_any(), licence);
        view! { <li>{t(Text::AboutLicence)} " " {name}</li> }
    });
    view! {
        {newest}
        {data}
    }
    .into_any()
}

fn licence(licence: &Licence) -> AnyView {
    source(licence.name, licence.address)
}

fn source(name: Text, address: &'static str) -> AnyView {
    view! { <a href=address rel="noopener">{t(name)}</a> }.into_any()
}
