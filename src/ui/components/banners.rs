//! What stays in sight on every page: that the data is old, that something is not sent, that nothing
//! is kept.

use leptos::prelude::*;

use super::icon;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{Keeping, use_app};
use crate::ui::texts::{count, fill, month, t};
use crate::workspace::Workspace;

/// After how many days an edition is called an archive, unless the site says otherwise.
const ARCHIVE_AFTER_DAYS: i32 = 365;

/// The banners over every page.
pub fn banners() -> AnyView {
    let app = use_app();
    let notice = move || {
        let notice = app.with_workspace(|workspace| workspace.shown().site.notice.clone());
        notice.filter(|notice| !notice.is_empty()).map(|notice| {
            view! { <aside class="banner banner-notice" aria-label=t(Text::BannerLabel)><span>{notice}</span></aside> }
        })
    };
    let archive = move || {
        let published = app.with_workspace(|workspace| workspace.edition().edition.published_at.clone());
        let published = published.flatten()?.date();
        (published.days_until(app.today) > ARCHIVE_AFTER_DAYS).then(|| {
            view! {
                <aside class="banner banner-archive" aria-label=t(Text::BannerLabel)>
                    <span>
                        {icon::icon(icon::ARCHIVE)} " " {fill(Text::BannerArchive, &[("month", &month(published))])}
                    </span>
                </aside>
            }
        })
    };
    let unsent = move || {
        let pending = app
            .with_workspace(Workspace::pending_count)
            .filter(|pending| *pending > 0);
        pending.map(|pending| {
            view! {
                <div class="banner banner-unsent">
                    <span>{icon::icon(icon::DEVICE)} " " {count(Plural::BannerUnsent, pending)}</span>
                    <a href=Page::Proposals.href()>{t(Text::BannerUnsentLink)}</a>
                </div>
            }
        })
    };
    let nowhere = move || {
        (app.keeping.get() == Keeping::Nowhere).then(|| {
            view! {
                <div class="banner banner-unsent" role="alert">
                    <span>{icon::icon(icon::WARN)} " " {t(Text::BannerNowhere)}</span>
                    <a href=Page::Data.href()>{t(Text::BannerNowhereLink)}</a>
                </div>
            }
        })
    };
    view! {
        {notice}
        {archive}
        {nowhere}
        {unsent}
    }
    .into_any()
}
