//! Arriving on a page: its title, the focus, the announcement.

use leptos::prelude::*;

use crate::browser::document;
use crate::i18n::Text;
use crate::state::{App, use_app};
use crate::ui::texts::t;

/// Where a visit stands. The first page is read by the browser itself; on each later one the focus
/// goes to the heading and the title is announced, as a new document would be.
#[derive(Clone, Copy)]
struct Visit {
    pages: StoredValue<u32>,
    /// The page and the title that were arrived at last.
    arrived: StoredValue<Option<(u32, String)>>,
    announced: RwSignal<String>,
}

/// Provides the visit. Called once, by the application.
pub fn provide_visit() {
    provide_context(Visit {
        pages: StoredValue::new(0),
        arrived: StoredValue::new(None),
        announced: RwSignal::new(String::new()),
    });
}

/// Notes that another page is being shown.
pub fn begin_visit() {
    expect_context::<Visit>().pages.update_value(|pages| *pages += 1);
    use_app().notices.turn_page();
}

/// Whether the page that is being shown is the visit's first.
fn is_first() -> bool {
    expect_context::<Visit>().pages.get_value() < 2
}

/// The region in which screen readers hear of a new page and of what changes on it.
pub fn announcer() -> impl IntoView {
    let visit = expect_context::<Visit>();
    view! { <div class="visually-hidden" role="status" id="announcer">{move || visit.announced.get()}</div> }
}

/// Says something to screen readers alone.
pub fn announce(text: impl Into<String>) {
    expect_context::<Visit>().announced.set(text.into());
}

/// The heading of a page. It sets the title of the document and, on each page but the first, takes
/// the focus.
pub fn heading(title: impl Into<String>) -> AnyView {
    let title: String = title.into();
    arrive(title.clone());
    view! { <h1 tabindex="-1" id="title">{title}</h1> }.into_any()
}

/// What the site is called; its fallback where it has no title, or is not there yet.
pub fn site_title(app: App) -> String {
    let title = app.with_workspace(|workspace| workspace.shown().site.title.clone());
    title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| t(Text::SiteFallbackTitle).to_owned())
}

/// Sets the title of the document: that of the page, and the site's.
pub fn name_document(app: App, title: &str) {
    document::set_title(&[title, " · ", &site_title(app)].concat());
}

/// Sets the title of the document and, on each page but the first, moves the focus to the heading. A page that is
/// drawn anew under whoever reads it, since something arrived, is not arrived at again: it stays where it stands.
pub fn arrive(title: String) {
    let app = use_app();
    let visit = expect_context::<Visit>();
    Effect::new(move |before: Option<()>| {
        name_document(app, &title);
        if before.is_some() || is_first() {
            return;
        }
        let here = (visit.pages.get_value(), title.clone());
        if visit
            .arrived
            .with_value(|arrived| arrived.as_ref() == Some(&here))
        {
            // The heading had the focus, and was drawn anew with the rest.
            if document::is_focus_lost() {
                document::focus_in_place("h1");
            }
            return;
        }
        visit.arrived.set_value(Some(here));
        document::scroll_to_top();
        document::focus("h1");
        visit.announced.set(title.clone());
    });
}
