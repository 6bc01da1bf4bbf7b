//! A question to the person: the same field was changed on both sides.

use leptos::prelude::*;

use crate::domain::initiative::Initiative;
use crate::i18n::{Plural, Text};
use crate::route::Page;
use crate::ui::components::icon;
use crate::ui::texts::{count, t};
use crate::workspace::Workspace;

/// Says that an entry has open questions, and where to answer them. Both sides are kept until then.
pub(super) fn conflicts(workspace: &Workspace, initiative: &Initiative) -> Option<AnyView> {
    let questions = workspace.conflicts_of(&initiative.id).len();
    (questions > 0).then(|| {
        view! {
            <section class="notice notice-bad" aria-labelledby="conflict-t">
                {icon::icon(icon::WARN)}
                <div class="notice-body">
                    <h2 class="notice-title" id="conflict-t">{count(Plural::ConflictTitle, questions)}</h2>
                    <p>{t(Text::ConflictText)}</p>
                    <p class="actions"><a class="button" href=Page::Proposals.href()>{t(Text::ConflictDecide)}</a></p>
                </div>
            </section>
        }
        .into_any()
    })
}
