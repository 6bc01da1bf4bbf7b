//! Questions: a field of which there are several texts. Each is shown in full, and one is chosen.

use leptos::prelude::*;

use super::{proposal, words};
use crate::browser::document;
use crate::domain::merge::Conflict;
use crate::domain::order;
use crate::domain::value::Value;
use crate::i18n::Text;
use crate::state::{App, use_app};
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{fill, t};
use crate::workspace::Workspace;

/// How many questions are drawn at once; an answer makes room for the next.
const SHOWN: usize = 20;

/// Whose text a side of a question is.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Mine,
    File,
    Other,
    Edition,
}

/// The open questions.
pub(super) fn conflicts() -> AnyView {
    let app = use_app();
    (move || {
        app.with_workspace(|workspace| {
            let conflicts = workspace.conflicts().take(SHOWN).enumerate();
            conflicts
                .map(|(index, conflict)| question(app, workspace, index, conflict))
                .collect::<Vec<_>>()
        })
    })
    .into_any()
}

fn question(app: App, workspace: &Workspace, index: usize, conflict: &Conflict) -> AnyView {
    let title = proposal::title(workspace, &conflict.target);
    let field = field_name(conflict.path.parts().0);
    let id = ["conflict-", &index.to_string()].concat();
    let heading = fill(Text::ProposalQuestion, &[("field", field)]);
    let sides = sides(app, workspace, conflict);
    let mut boxes = Vec::new();
    let mut buttons = Vec::new();
    for (number, (side, value)) in sides.into_iter().enumerate() {
        let text = words::of(workspace, &conflict.target, &conflict.path, &value);
        let text = if text.is_empty() {
            t(Text::ProposalNothing).to_owned()
        } else {
            text
        };
        let side_id = [id.as_str(), "-", &number.to_string()].concat();
        boxes.push(view! {
            <p class="diff-side" id=side_id.clone()>
                <span class="diff-label">{t(label(side))}</span>
                {text}
            </p>
        });
        let keep = if side == Side::Mine {
            Text::ProposalKeepMine
        } else {
            Text::ProposalKeepTheirs
        };
        let conflict = conflict.clone();
        let choose = move |_| choose(app, &conflict, &value);
        buttons.push(view! {
            <button type="button" class="button" aria-describedby=side_id on:click=choose>{t(keep)}</button>
        });
    }
    view! {
        <section class="notice notice-bad" aria-labelledby=id>
            {icon::icon(icon::WARN)}
            <div class="notice-body">
                <h2 class="notice-title" id=id.clone()>{heading}</h2>
                <p>{proposal::linked(workspace, &conflict.target, title)}</p>
                <p>{t(Text::ConflictText)}</p>
                <div class="diff">{boxes}</div>
                <p class="actions">{buttons}</p>
            </div>
        </section>
    }
    .into_any()
}

/// The different texts of a question, the person's own first. Where all changes agree, the edition
/// is the other side.
fn sides(app: App, workspace: &Workspace, conflict: &Conflict) -> Vec<(Side, Value)> {
    let device = app.known_device();
    let mut sides: Vec<(Side, Value)> = Vec::new();
    for (id, value) in conflict.wanted.iter().rev() {
        let change = workspace.changes().get(id);
        let side = match change {
            Some(change) if change.batch.is_some() => Side::File,
            Some(change) if Some(&change.author) == device.as_ref() => Side::Mine,
            _ => Side::Other,
        };
        if !sides.iter().any(|(_, known)| known == value) {
            sides.push((side, value.clone()));
        }
    }
    if sides.len() == 1 {
        sides.push((Side::Edition, conflict.published.clone()));
        // Nobody else is left for it to be told from.
        sides[0].0 = Side::Mine;
    }
    order::sort_by_key(&mut sides, |(side, _)| *side != Side::Mine);
    sides
}

fn label(side: Side) -> Text {
    match side {
        Side::Mine => Text::ProposalMine,
        Side::File => Text::ProposalFromFile,
        Side::Other => Text::ProposalFromOther,
        Side::Edition => Text::ProposalFromEdition,
    }
}

fn choose(app: App, conflict: &Conflict, value: &Value) {
    match app.choose(conflict, value) {
        Ok(undo) => {
            app.notices.undoable(t(Text::ProposalChosen), undo);
            document::focus("h1");
        }
        Err(error) => app.notices.bad(not_kept(error)),
    }
}
