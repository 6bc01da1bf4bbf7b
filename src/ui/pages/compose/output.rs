//! A release on its way out: printed, as a text, for a word processor, as Markdown, as a page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::share;
use crate::communique::written::{html, markdown, plain};
use crate::i18n::Text;
use crate::ui::components::{icon, printing, saving};
use crate::ui::texts::t;

/// The ways out, over the sheet.
pub(super) fn bar(desk: Desk) -> AnyView {
    let app = desk.app;
    let copy_text = move |_| {
        let text = desk.release.with_untracked(plain::plain);
        spawn_local(async move {
            match share::copy(&text).await {
                Ok(_) => app.notices.good(t(Text::ComposeCopied)),
                Err(_) => app.notices.bad(t(Text::ComposeCopyFailed)),
            }
        });
    };
    let copy_rich = move |_| {
        let (rich, text) = desk
            .release
            .with_untracked(|release| (html::fragment(release), plain::plain(release)));
        spawn_local(async move {
            match share::copy_rich(&rich, &text).await {
                Ok(()) => app.notices.good(t(Text::ComposeCopiedRich)),
                Err(_) => app.notices.bad(t(Text::ComposeCopyFailed)),
            }
        });
    };
    let save = move |extension: &'static str, media_type: &'static str| {
        let lang = app.with_workspace(|workspace| workspace.shown().site.lang.clone());
        let text = desk.release.with_untracked(|release| match extension {
            "md" => markdown::markdown(release),
            "html" => html::page(release, lang.as_deref().unwrap_or("fr")),
            _ => plain::plain(release),
        });
        saving::save(app, "communique", extension, media_type, &text);
    };
    view! {
        <p class="actions no-print">
            <button type="button" class="button button-main" on:click=move |_| printing::print(app)>
                {icon::icon(icon::PRINT)}
                {t(Text::ComposePrint)}
            </button>
            <button type="button" class="button" on:click=copy_text>{icon::icon(icon::TEXT)}{t(Text::ComposeCopyText)}</button>
            <button type="button" class="button" on:click=copy_rich>{icon::icon(icon::TEXT)}{t(Text::ComposeCopyRich)}</button>
            <button type="button" class="button" on:click=move |_| save("txt", "text/plain")>
                {icon::icon(icon::DOWNLOAD)}
                {t(Text::ComposeSaveText)}
            </button>
            <button type="button" class="button" on:click=move |_| save("md", "text/markdown")>
                {icon::icon(icon::DOWNLOAD)}
                {t(Text::ComposeSaveMarkdown)}
            </button>
            <button type="button" class="button" on:click=move |_| save("html", "text/html")>
                {icon::icon(icon::DOWNLOAD)}
                {t(Text::ComposeSavePage)}
            </button>
        </p>
    }
    .into_any()
}
