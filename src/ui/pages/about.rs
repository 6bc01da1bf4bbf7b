//! What this is: the way from a press release to a phone and back, what leaves the device, where the
//! data comes from, who answers for it.

use leptos::prelude::*;

use crate::domain::communique::newest_first;
use crate::domain::site::Site;
use crate::i18n::Text;
use crate::route::Page;
use crate::state::use_app;
use crate::ui::components::release::name_of;
use crate::ui::components::{contacts, licence, page as arrival};
use crate::ui::texts::{fill, t};
use crate::workspace::Workspace;

/// The version of the application.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The commit that the application was built from; empty where the build knew none.
const COMMIT: &str = env!("SOLIDAIRE_COMMIT");

const COMMUNES: &str = "https://github.com/datagouv/decoupage-administratif";
const COORDINATES: &str = "https://www.geonames.org/";
const OUTLINES: &str = "https://www.naturalearthdata.com/about/terms-of-use/";
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
                    {licence::of("etalab-2.0")}
                </li>
                <li>
                    {source(Text::AboutCoordinates, COORDINATES)}
                    " · "
                    {licence::of("CC-BY-4.0")}
                </li>
                <li>{source(Text::AboutOutlines, OUTLINES)}</li>
                <li>{source(Text::AboutIcons, ICONS)}</li>
            </ul>
            <h2>{t(Text::AboutVersion)}</h2>
            <p>{fill(Text::AboutVersionNumber, &[("version", VERSION)])} {commit}</p>
            <p>{t(Text::AboutSoftware)}</p>
            <p>
                // A page of its own, which the application does not draw.
                <a href=t(Text::AboutGuideFile) rel="external">{t(Text::AboutGuide)}</a>
            </p>
        </div>
    }
    .into_any()
}

/// Who publishes the site and how to reach them, as far as the catalogue says.
fn publisher(site: &Site) -> Option<AnyView> {
    let name = &site.publisher.name;
    let contacts = contacts::of_publisher(&site.publisher);
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
    let data = licence::of(&shown.site.licence);
    let data = data.map(|licence| view! { <li>{t(Text::AboutLicence)} " " {licence}</li> });
    view! {
        {newest}
        {data}
    }
    .into_any()
}

fn source(name: Text, address: &'static str) -> AnyView {
    view! { <a href=address rel="noopener">{t(name)}</a> }.into_any()
}
