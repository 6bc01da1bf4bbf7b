//! What stays in sight on every page: that the data is old, that something is not sent, that nothing
//! is kept.

use icondata_core::Icon;
use leptos::prelude::*;

use super::icon;
use crate::browser::document;
use crate::domain::id::Id;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::state::{Keeping, use_app};
use crate::ui::texts::{count, date, fill, t};

/// After how many days an edition is called an archive.
const ARCHIVE_AFTER_DAYS: i32 = 365;

/// What concerns the data itself: a notice of the site, and that the edition is old.
fn of_data() -> AnyView {
    let app = use_app();
    let notice = move || {
        let notice = app.with_workspace(|workspace| workspace.shown().site.notice.clone());
        notice.filter(|notice| !notice.is_empty()).map(|notice| {
            banner(
                "banner banner-notice",
                icon::INFO,
                view! { <span>{notice}</span> }.into_any(),
            )
        })
    };
    let archive = move || {
        let published = app.with_workspace(|workspace| workspace.edition().edition.published_at.clone());
        let published = published.flatten()?.date();
        (published.days_until(app.today) > ARCHIVE_AFTER_DAYS).then(|| {
            let text = fill(Text::BannerArchive, &[("date", &date(published))]);
            banner(
                "banner banner-archive",
                icon::ARCHIVE,
                view! { <span>{text}</span> }.into_any(),
            )
        })
    };
    view! { {notice} {archive} }.into_any()
}

/// The banners over every page; within another site's page those alone that concern the data.
pub fn banners() -> AnyView {
    let alone = !document::is_embedded();
    view! {
        <aside class="banners" aria-label=t(Text::BannerLabel)>{of_data()} {alone.then(of_device)}</aside>
    }
    .into_any()
}

/// What concerns this device: that nothing is kept, that something is not sent, and what the second module tells.
fn of_device() -> AnyView {
    let app = use_app();
    let nowhere = move || {
        (app.keeping.get() == Keeping::Nowhere).then(|| {
            let text = view! {
                <span>{t(Text::BannerNowhere)} " " <a href=Page::Data.href()>{t(Text::BannerNowhereLink)}</a></span>
            };
            let told = banner("banner banner-unsent", icon::WARN, text.into_any());
            view! { <div role="alert">{told}</div> }
        })
    };
    let newer = move || {
        (app.keeping.get() == Keeping::Newer).then(|| {
            let text = view! { <span>{t(Text::NoticeNewer)}</span> };
            let told = banner("banner banner-unsent", icon::WARN, text.into_any());
            view! { <div role="alert">{told}</div> }
        })
    };
    let unsent = move || {
        let unsent = |id: &&Id| !app.outbox.holds(id);
        let pending = app
            .with_workspace(|workspace| workspace.pending_ids().filter(unsent).count())
            .filter(|pending| *pending > 0);
        pending.map(|pending| {
            let (told, page) = if app.is_editor() {
                (Plural::BannerUnpublished, Page::Review)
            } else {
                (Plural::BannerUnsent, Page::Proposals)
            };
            let link = view! { <a href=page.href()>{count(told, pending)}</a> };
            banner("banner banner-unsent", icon::DEVICE, link.into_any())
        })
    };
    view! {
        {nowhere}
        {newer}
        {unsent}
        {move || app.edition.reminders.get().map(|reminders| reminders())}
        <div role="status">{move || app.edition.banners.get().map(|banners| banners())}</div>
    }
    .into_any()
}

pub(super) fn banner(class: &'static str, shape: Icon, text: AnyView) -> AnyView {
    view! { <p class=class>{icon::icon(shape)} {text}</p> }.into_any()
}
