//! The dialogs of an initiative's page.
//!
//! They stand beside what is drawn anew whenever something is saved or arrives, so that what a person has chosen and
//! typed in one of them stays, and it stays open.

use leptos::prelude::*;

use super::{removing, report};
use crate::domain::id::Id;
use crate::state::use_app;
use crate::workspace::Origin;

/// The dialogs that the page's buttons open, as long as there is something to open them on.
pub(super) fn dialogs(id: Id) -> AnyView {
    let app = use_app();
    let title = {
        let id = id.clone();
        Memo::new(move |_| {
            let title =
                app.with_workspace(|workspace| Some(workspace.shown().initiative(&id)?.title.clone()));
            title.flatten()
        })
    };
    let is_known = Memo::new(move |_| title.with(Option::is_some));
    // While the entry is gone no dialog shows its title.
    let title = Signal::derive(move || title.get().unwrap_or_default());
    let is_local = {
        let id = id.clone();
        Memo::new(move |_| {
            app.with_workspace(|workspace| workspace.origin(&id) == Origin::Local) == Some(true)
        })
    };
    let removing = {
        let id = id.clone();
        move || (is_known.get() && app.is_editor()).then(|| removing::dialog(app, id.clone(), title))
    };
    let report = move || (is_known.get() && !is_local.get()).then(|| report::dialog(app, id.clone(), title));
    view! {
        {removing}
        {report}
    }
    .into_any()
}
