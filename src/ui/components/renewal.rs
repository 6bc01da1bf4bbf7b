//! That a newer version of the application is here, and the way to it.

use leptos::prelude::*;

use super::icon;
use crate::i18n::Text;
use crate::state::offline::Renewal;
use crate::state::{App, use_app};
use crate::ui::texts::t;

/// The banner of a newer version.
pub fn renewal() -> AnyView {
    let app = use_app();
    view! {
        <div role="status">
            {move || match app.offline().renewal.get() {
                Renewal::None => ().into_any(),
                Renewal::Waiting => banner(app, Text::RenewalWaiting),
                Renewal::Agreed => view! { <p class="banner banner-archive">{t(Text::RenewalTaking)}</p> }.into_any(),
                Renewal::Replaced => banner(app, Text::RenewalReplaced),
            }}
        </div>
    }
    .into_any()
}

fn banner(app: App, text: Text) -> AnyView {
    view! {
        <div class="banner banner-archive banner-care">
            {icon::icon(icon::NEW)}
            <span>{t(text)}</span>
            <span class="banner-ways">
                <button type="button" class="button button-small" on:click=move |_| app.renew()>
                    {t(Text::RenewalReload)}
                </button>
            </span>
        </div>
    }
    .into_any()
}
