//! Putting the application on the home screen: offered once over every page, and always among what is
//! told of this device. Opened from there, the application has no buttons of a browser, and brings its own.

use leptos::ev;
use leptos::prelude::*;

use super::{icon, share};
use crate::browser::document;
use crate::browser::install::{Way, is_standalone};
use crate::i18n::Text;
use crate::route::Page;
use crate::state::{App, use_app};
use crate::ui::address::{Step, use_address};
use crate::ui::texts::t;

/// The one offer.
pub fn offer() -> AnyView {
    let app = use_app();
    app.learn_way_to_install();
    let offered = window_event_listener(ev::Custom::<ev::Event>::new("beforeinstallprompt"), move |_| {
        app.learn_way_to_install();
    });
    // Another language draws this anew.
    on_cleanup(move || offered.remove());
    let shown = RwSignal::new(false);
    Effect::new(move |_| {
        if app.is_moment_to_install() && app.note_install_offer() {
            shown.set(true);
        }
    });
    let done = move || {
        // The button goes with what is offered.
        document::focus("h1");
        shown.set(false);
    };
    let offered = move || {
        let way = shown.get().then(|| app.way_to_install()).flatten()?;
        Some(view! {
            <div class="banner banner-archive banner-care">
                {icon::icon(icon::DEVICE)}
                <span>{told(app, way)}</span>
                <span class="banner-ways">
                    {ways(app, way, "button button-small")}
                    <button type="button" class="button button-quiet" on:click=move |_| done()>
                        {t(Text::InstallNo)}
                    </button>
                </span>
            </div>
        })
    };
    view! { <div role="status">{offered}</div> }.into_any()
}

/// The way to install, where there is one.
pub fn panel() -> AnyView {
    let app = use_app();
    (move || {
        app.way_to_install().map(|way| {
            view! {
                <p>{told(app, way)}</p>
                <p class="actions">{ways(app, way, "button")}</p>
            }
        })
    })
    .into_any()
}

fn told(app: App, way: Way) -> String {
    let text = match way {
        Way::Asked => Text::InstallAsked,
        Way::ByHand => Text::InstallByHand,
    };
    // What is in the browser's storage does not follow onto the home screen there.
    let backup = (way == Way::ByHand && !app.is_unused()).then(|| [" ", t(Text::InstallBackUp)].concat());
    [t(text), &backup.unwrap_or_default()].concat()
}

fn ways(app: App, way: Way, class: &'static str) -> AnyView {
    match way {
        Way::Asked => view! {
            <button type="button" class=class on:click=move |_| app.install()>
                {t(Text::InstallDo)}
            </button>
        }
        .into_any(),
        Way::ByHand => (!app.is_unused())
            .then(|| view! { <a href=Page::Data.href()>{t(Text::DataBackupFirst)}</a> })
            .into_any(),
    }
}

/// What a browser's window would have around the page.
pub fn controls() -> AnyView {
    let app = use_app();
    let address = use_address();
    let back = move |_| {
        if !document::goes_back() {
            address.go(Page::Catalogue.href(), Step::Visit);
        }
    };
    let share = move |_| share::hand_on(app, document::document().title(), document::address());
    is_standalone()
        .then(|| {
            view! {
                <div class="banner banner-care">
                    <span class="banner-ways">
                        <button type="button" class="button button-quiet" on:click=back>
                            {icon::icon(icon::BACK)}
                            {t(Text::InstallBack)}
                        </button>
                        <button type="button" class="button button-quiet" on:click=share>
                            {icon::icon(icon::SHARE)}
                            {t(Text::InstallShare)}
                        </button>
                    </span>
                </div>
            }
        })
        .into_any()
}
