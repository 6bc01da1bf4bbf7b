//! The file that was saved: what to do with it, and whether it is online.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, failed};
use crate::browser::clock;
use crate::format::publication::{Online, Publication};
use crate::i18n::Text;
use crate::state::publish::FILE;
use crate::ui::components::icon;
use crate::ui::texts::{fill, instant, t};

/// The heading of the saved file, which takes the focus once it is saved.
pub(super) const TITLE: &str = "publish-saved";

/// What the looking at what is online has told.
#[derive(Clone)]
enum Verdict {
    None,
    Looking,
    Good(String),
    Bad(String),
}

/// The file that was last saved; nothing where there is none.
pub(super) fn saved(desk: Desk) -> Option<AnyView> {
    let saved = desk.saved.get()?;
    let verdict = RwSignal::new(Verdict::None);
    let number = saved.number.to_string();
    let at = instant(&saved.at);
    let was_seen = saved.seen;
    let seen = Memo::new(move |_| was_seen || verdict.with(|verdict| matches!(verdict, Verdict::Good(_))));
    let title = move || {
        let title = if seen.get() {
            Text::PublishSeenTitle
        } else {
            Text::PublishSavedTitle
        };
        fill(title, &[("number", &number), ("date", &at)])
    };
    let steps = move || {
        (!seen.get()).then(|| {
            view! {
                <div class="prose">
                    <ol>
                        <li>{fill(Text::PublishStepFile, &[("file", FILE)])}</li>
                        <li>{fill(Text::PublishStepHost, &[("file", FILE)])}</li>
                        <li>{t(Text::PublishStepVerify)}</li>
                    </ol>
                </div>
                <p>{t(Text::PublishNotYet)}</p>
            }
        })
    };
    let told = move || match verdict.get() {
        Verdict::None => ().into_any(),
        Verdict::Looking => view! { <p class="soft">{t(Text::PublishLooking)}</p> }.into_any(),
        Verdict::Good(text) | Verdict::Bad(text) => view! { <p><strong>{text}</strong></p> }.into_any(),
    };
    let class = move || match verdict.get() {
        Verdict::Good(_) => "notice notice-good",
        Verdict::Bad(_) => "notice notice-warn",
        Verdict::None | Verdict::Looking => "notice",
    };
    let busy = move || matches!(verdict.get(), Verdict::Looking);
    let view = view! {
        <div class=class>
            {icon::icon(icon::INFO)}
            <div class="notice-body stack">
                <h3 class="notice-title" id=TITLE tabindex="-1">{title}</h3>
                {steps}
                <p class="actions">
                    <button
                        type="button"
                        class="button button-main"
                        disabled=busy
                        on:click=move |_| verify(desk, saved.clone(), verdict)
                    >
                        {icon::icon(icon::DONE)}
                        {t(Text::PublishVerify)}
                    </button>
                </p>
                <div role="status">{told}</div>
            </div>
        </div>
    };
    Some(view.into_any())
}

fn verify(desk: Desk, saved: Publication, verdict: RwSignal<Verdict>) {
    verdict.set(Verdict::Looking);
    spawn_local(async move {
        clock::let_draw().await;
        let number = saved.number.to_string();
        let found = desk.app.verify(&saved).await;
        verdict.try_set(match found {
            Ok((Online::Same, _)) => Verdict::Good(fill(Text::PublishOnline, &[("number", &number)])),
            Ok((Online::SameContent, _)) => {
                Verdict::Good(fill(Text::PublishOnlineRewritten, &[("number", &number)]))
            }
            Ok((Online::Before, _)) => Verdict::Bad(fill(Text::PublishOld, &[("file", FILE)])),
            Ok((Online::Other, name)) => {
                let other = name.number.to_string();
                let at = name.published_at.as_ref().map(instant).unwrap_or_default();
                Verdict::Bad(fill(Text::PublishColleague, &[("number", &other), ("date", &at)]))
            }
            Ok((Online::OtherSite, _)) => Verdict::Bad(t(Text::PublishOtherSiteThere).to_owned()),
            Err(failure) => Verdict::Bad(failed(&failure)),
        });
    });
}
