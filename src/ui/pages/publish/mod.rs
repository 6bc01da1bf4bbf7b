//! Publishing: what is online is looked at, what would change is told, the file is saved, and its
//! arrival online is checked. A section of the editor's page.

mod findings;
mod ground;
mod saved;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::fetch::FetchError;
use crate::browser::{clock, document};
use crate::format::publication::Publication;
use crate::i18n::Text;
use crate::state::publish::{Ground, NoGround};
use crate::state::{App, Failure, use_app};
use crate::ui::components::{icon, refusal};
use crate::ui::texts::{fill, t};

/// The heading of what was found, which takes the focus.
const FOUND: &str = "publish-found";

/// How far the person has come.
#[derive(Clone)]
enum Stage {
    /// Nobody has looked at what is online.
    Start,
    /// It is being read.
    Looking,
    /// It cannot be built upon.
    Nowhere(NoGround),
    /// It is known, and what would be published is told.
    Found(Arc<Ground>),
}

/// What the parts of the section share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    stage: RwSignal<Stage>,
    /// What this device last saved to be published.
    saved: RwSignal<Option<Publication>>,
}

/// The section.
pub fn section() -> AnyView {
    let app = use_app();
    let desk = Desk {
        app,
        stage: RwSignal::new(Stage::Start),
        saved: RwSignal::new(app.publication()),
    };
    let looking = move || matches!(desk.stage.get(), Stage::Looking);
    let status = move || if looking() { t(Text::PublishLooking) } else { "" };
    let found = move || match desk.stage.get() {
        Stage::Start | Stage::Looking => ().into_any(),
        Stage::Nowhere(why) => nowhere(desk, &why),
        Stage::Found(ground) => ground::ground(desk, &ground),
    };
    view! {
        <section class="panel stack" aria-labelledby="publish-t">
            <h2 class="panel-title" id="publish-t" tabindex="-1">{t(Text::PublishTitle)}</h2>
            <p>{t(Text::PublishIntro)}</p>
            {move || saved::saved(desk)}
            <p class="actions">
                <button type="button" class="button" disabled=looking on:click=move |_| look(desk)>
                    {icon::icon(icon::SEARCH)}
                    {t(Text::PublishLook)}
                </button>
            </p>
            <p role="status" class="soft">{status}</p>
            {found}
        </section>
    }
    .into_any()
}

/// Looks at what is online.
fn look(desk: Desk) {
    desk.app.notices.close();
    desk.stage.set(Stage::Looking);
    spawn_local(async move {
        clock::let_draw().await;
        desk.stage.set(match desk.app.look_online().await {
            Ok(ground) => Stage::Found(ground.into()),
            Err(why) => Stage::Nowhere(why),
        });
        clock::let_draw().await;
        document::focus_id(FOUND);
    });
}

/// What is online cannot be had: why, and where nobody can look, going on without.
fn nowhere(desk: Desk, why: &NoGround) -> AnyView {
    let (text, offline) = match why {
        NoGround::NotLoaded => (t(Text::DataNoCatalogue).to_owned(), false),
        NoGround::OtherSite(title) => (fill(Text::PublishOtherSite, &[("site", title)]), false),
        NoGround::Failed(failure) => (failed(failure), matches!(failure, Failure::Fetch(_))),
    };
    let go_on = move |_| {
        if let Some(ground) = desk.app.last_known() {
            desk.stage.set(Stage::Found(ground.into()));
            document::focus_id(FOUND);
        }
    };
    let without = offline.then(|| {
        view! {
            <p>{t(Text::PublishOffline)}</p>
            <p class="actions">
                <button type="button" class="button" on:click=go_on>{t(Text::PublishGoOn)}</button>
            </p>
        }
    });
    view! {
        <div class="notice notice-bad" role="alert">
            {icon::icon(icon::ALERT)}
            <div class="notice-body">
                <h3 class="notice-title" id=FOUND tabindex="-1">{t(Text::PublishNowhere)}</h3>
                <p>{text}</p>
                {without}
            </div>
        </div>
    }
    .into_any()
}

/// Why what is online could not be read, in a sentence.
fn failed(failure: &Failure) -> String {
    match failure {
        Failure::Fetch(FetchError::Unreachable) => t(Text::PublishUnreachable).to_owned(),
        Failure::Fetch(FetchError::Status(status)) => {
            fill(Text::PublishStatus, &[("status", &status.to_string())])
        }
        Failure::Fetch(FetchError::TooLarge(_)) => {
            fill(Text::RefusedTooLarge, &[("limit", refusal::LIMIT_MB)])
        }
        Failure::Refused(why) => fill(Text::PublishBroken, &[("why", &refusal::refused(why))]),
        Failure::Full => t(Text::NoticeFull).to_owned(),
    }
}
