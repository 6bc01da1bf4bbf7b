//! Whether the application opens without a network, and where not, what is missing.

use leptos::prelude::*;

use crate::browser::worker::NoWorker;
use crate::i18n::Text;
use crate::state::offline::Readiness;
use crate::state::use_app;
use crate::ui::components::install;
use crate::ui::texts::t;

/// Whether the application opens without a network.
pub(super) fn offline() -> AnyView {
    let app = use_app();
    let said = move || {
        t(match app.offline().readiness.get() {
            Readiness::Unknown | Readiness::Preparing => Text::OfflinePreparing,
            Readiness::Ready => Text::OfflineReady,
            Readiness::Interrupted => Text::OfflineInterrupted,
            Readiness::Impossible(NoWorker::LeftOut) => Text::OfflineLeftOut,
            Readiness::Impossible(_) => Text::OfflineImpossible,
        })
    };
    view! {
        <section class="panel" aria-labelledby="offline-t">
            <h2 class="panel-title" id="offline-t">{t(Text::OfflineTitle)}</h2>
            <p role="status">{said}</p>
            {install::panel()}
        </section>
    }
    .into_any()
}
