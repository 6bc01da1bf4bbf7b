//! The top of every page: the site's name and the menu.

use leptos::ev;
use leptos::prelude::*;

use super::icon;
use super::page::site_title;
use crate::browser::document;
use crate::i18n::Text;
use crate::route::{Page, listing};
use crate::state::use_app;
use crate::ui::address::{Address, use_address};
use crate::ui::texts::t;

/// The top within another site's page: the site's name, and the way to the same list outside, where
/// `public/rescue.js` opens whatever is followed.
pub fn embedded() -> AnyView {
    let app = use_app();
    let address = use_address();
    let outside = listing::href(&listing::parse(|name| address.query(name)));
    view! {
        <header class="masthead">
            <div class="masthead-inner">
                <p class="brand brand-title">{move || site_title(app)}</p>
                <a class="menu-link" href=outside>{t(Text::FrameOutside)}</a>
            </div>
        </header>
    }
    .into_any()
}

/// The top of every page.
pub fn masthead() -> AnyView {
    let app = use_app();
    let address = use_address();
    view! {
        <header class="masthead">
            <div class="masthead-inner">
                <a class="brand" href=Page::Catalogue.href()>
                    <span class="brand-title">{move || site_title(app)}</span>
                    <span class="brand-line">{t(Text::SiteLine)}</span>
                </a>
                <nav class="menu" aria-label=t(Text::MenuLabel)>
                    <ul class="menu-list">
                        <li>{link(Page::Catalogue, "menu-link", t(Text::MenuCatalogue))}</li>
                        <li>{link(Page::Communiques, "menu-link", t(Text::MenuCommuniques))}</li>
                        <li>
                            <a
                                class="menu-link menu-link-add"
                                href=Page::Edit.href()
                                aria-current=current(address, Page::Edit)
                            >
                                {icon::icon(icon::PLUS)}
                                {t(Text::MenuAdd)}
                            </a>
                        </li>
                    </ul>
                </nav>
                <nav class="more-menu" aria-label=t(Text::MenuMoreLabel)>{more()}</nav>
            </div>
        </header>
    }
    .into_any()
}

/// The rest of the menu, folded away. It closes when one of its links is pressed, be it that of
/// the page one is on, when the focus leaves it and on Escape.
fn more() -> impl IntoView {
    let app = use_app();
    let details = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let leave = move || {
        close();
        document::focus(".more > summary");
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            leave();
        }
    };
    let on_leave = move |event: ev::FocusEvent| {
        let details = details.get_untracked();
        if details.is_some_and(|details| document::goes_out_of(&details, &event)) {
            close();
        }
    };
    let address = use_address();
    Effect::new(move |_| {
        address.segment.track();
        close();
    });
    let entry = move |page, shape, text| {
        view! {
            <li>
                <a href=Page::href(page) aria-current=current(address, page)>{icon::icon(shape)}{t(text)}</a>
            </li>
        }
    };
    view! {
        <details class="more" node_ref=details on:keydown=on_key on:focusout=on_leave>
            <summary class="menu-link">{t(Text::MenuMore)}{icon::icon(icon::DOWN)}</summary>
            <ul class="more-list" on:click=move |_| leave()>
                {entry(Page::Proposals, icon::CHANGES, Text::MenuProposals)}
                {move || app.is_editor().then(|| entry(Page::Review, icon::DONE, Text::MenuReview))}
                {entry(Page::Data, icon::DATA, Text::MenuData)}
                {entry(Page::Settings, icon::SETTINGS, Text::MenuSettings)}
                {entry(Page::About, icon::INFO, Text::MenuAbout)}
            </ul>
        </details>
    }
}

/// A link of the menu.
fn link(page: Page, class: &'static str, text: &'static str) -> impl IntoView {
    let address = use_address();
    view! { <a class=class href=page.href() aria-current=current(address, page)>{text}</a> }
}

/// How a link to a page is marked where one is there. The form of an initiative is not that of a new one.
fn current(address: Address, page: Page) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
    move || {
        let is_there = address.page() == Some(page) && (page != Page::Edit || address.query("id").is_none());
        is_there.then_some("page")
    }
}
