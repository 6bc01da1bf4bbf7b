//! Questions: a field of which there are several texts. Each is shown in full, and one is chosen, or
//! two texts are joined by hand.

use leptos::ev;
use leptos::prelude::*;

use super::{proposal, words};
use crate::browser::document;
use crate::domain::change::{Path, Target};
use crate::domain::date::Timestamp;
use crate::domain::difference::{Piece, difference};
use crate::domain::merge::Conflict;
use crate::domain::order;
use crate::domain::value::Value;
use crate::format::limits;
use crate::i18n::Text;
use crate::state::{App, use_app};
use crate::ui::components::field_names::field_name;
use crate::ui::components::icon;
use crate::ui::components::notices::not_kept;
use crate::ui::texts::{fill, instant, t};
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

/// One side of a question: whose text it is, the text, and when it was written, where that is known.
struct Version {
    side: Side,
    value: Value,
    at: Option<Timestamp>,
}

/// A text that is being joined out of two, and the question that it answers.
#[derive(Clone)]
struct Joining {
    target: Target,
    path: Path,
    text: String,
}

/// The open questions.
pub(super) fn conflicts() -> AnyView {
    let app = use_app();
    let joining = RwSignal::new(None::<Joining>);
    // Drawn anew only when the questions are others: somebody may be at joining two texts.
    let asked = Memo::new(move |_| {
        let first = |workspace: &Workspace| workspace.conflicts().take(SHOWN).cloned().collect::<Vec<_>>();
        app.with_workspace(first)
    });
    (move || {
        let asked = asked.get().unwrap_or_default();
        app.with_workspace_untracked(|workspace| {
            let asked = asked.iter().enumerate();
            asked
                .map(|(index, conflict)| question(app, workspace, joining, index, conflict))
                .collect::<Vec<_>>()
        })
    })
    .into_any()
}

fn question(
    app: App,
    workspace: &Workspace,
    joining: RwSignal<Option<Joining>>,
    index: usize,
    conflict: &Conflict,
) -> AnyView {
    let title = proposal::title(workspace, &conflict.target);
    let field = field_name(conflict.path.parts().0);
    let id = ["conflict-", &index.to_string()].concat();
    let heading = fill(Text::ProposalQuestion, &[("field", field)]);
    let sides = sides(app, workspace, conflict);
    let both = both(app, joining, &id, conflict, &sides);
    let mut boxes = Vec::new();
    let mut buttons = Vec::new();
    let texts: Vec<String> = sides
        .iter()
        .map(|version| words::of(workspace, &conflict.target, &conflict.path, &version.value))
        .collect();
    // Two tabs of one phone both are « mine »: then each text has a number, and its button names it.
    let own = sides.iter().filter(|version| version.side == Side::Mine);
    let is_told_apart = own.count() < 2 && sides.len() < 3;
    for (number, Version { side, value, at }) in sides.into_iter().enumerate() {
        let text = match (texts[number].as_str(), texts.as_slice()) {
            ("", _) => t(Text::ProposalNothing).into_any(),
            (own, [one, two]) => marked(own, if number == 0 { two } else { one }),
            (own, _) => own.to_owned().into_any(),
        };
        let side_id = [id.as_str(), "-", &number.to_string()].concat();
        let position = (number + 1).to_string();
        let whose = if is_told_apart {
            t(label(side)).to_owned()
        } else {
            fill(
                Text::ConflictVersion,
                &[("number", &position), ("whose", t(label(side)))],
            )
        };
        let at = at.map(|at| view! { ", " <time datetime=at.as_str().to_owned()>{instant(&at)}</time> });
        boxes.push(view! {
            <p class="diff-side" id=side_id.clone()>
                <span class="diff-label">{whose} {at}</span>
                {text}
            </p>
        });
        let keep = match (is_told_apart, side) {
            (false, _) => fill(Text::ConflictKeepVersion, &[("number", &position)]),
            (true, Side::Mine) => t(Text::ProposalKeepMine).to_owned(),
            (true, _) => t(Text::ProposalKeepTheirs).to_owned(),
        };
        let conflict = conflict.clone();
        let choose = move |_| choose(app, &conflict, &value);
        buttons.push(view! {
            <button type="button" class="button" aria-describedby=side_id on:click=choose>{keep}</button>
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
                <p class="actions">{buttons} {both.button}</p>
                {both.form}
            </div>
        </section>
    }
    .into_any()
}

/// The way to join two texts into one.
struct Both {
    button: Option<AnyView>,
    form: Option<AnyView>,
}

/// The fields of one line that a person writes freely: of an initiative, of a press release.
const SHORT: [&str; 3] = ["title", "audience", "signatory"];

/// Those of several lines, and the site's own.
const LONG: [&str; 5] = ["summary", "practical", "lead", "closing", "notice"];

/// « Les deux… »: a text that begins as both and that the person joins. Only what is written freely can
/// be joined; a date or a theme is one or the other.
fn both(
    app: App,
    joining: RwSignal<Option<Joining>>,
    id: &str,
    conflict: &Conflict,
    sides: &[Version],
) -> Both {
    let texts: Option<Vec<&str>> = sides.iter().map(|version| version.value.as_text()).collect();
    let is_long = LONG.contains(&conflict.path.as_str());
    let is_free = is_long || SHORT.contains(&conflict.path.as_str());
    let Some(texts) = texts.filter(|texts| is_free && texts.iter().all(|text| !text.is_empty())) else {
        return Both {
            button: None,
            form: None,
        };
    };
    let begun = texts.join(if is_long { "\n\n" } else { " / " });
    let (field_id, button_id) = ([id, "-both"].concat(), [id, "-join"].concat());
    let own = {
        let conflict = conflict.clone();
        move |joining: &Joining| joining.target == conflict.target && joining.path == conflict.path
    };
    let is_open = {
        let own = own.clone();
        Memo::new(move |_| joining.with(|joining| joining.as_ref().is_some_and(&own)))
    };
    let open = {
        let (conflict, field_id) = (conflict.clone(), field_id.clone());
        move |_| {
            joining.set(Some(Joining {
                target: conflict.target.clone(),
                path: conflict.path.clone(),
                text: begun.clone(),
            }));
            let field_id = field_id.clone();
            request_animation_frame(move || document::focus_id(&field_id));
        }
    };
    let button = view! {
        <button
            type="button"
            class="button"
            id=button_id.clone()
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            on:click=open
        >
            {t(Text::ConflictBoth)}
        </button>
    };
    let conflict = conflict.clone();
    let form = move || {
        let close = {
            let button_id = button_id.clone();
            move |_| {
                joining.set(None);
                document::focus_id(&button_id);
            }
        };
        is_open
            .get()
            .then(|| joined(app, joining, is_long, &field_id, &conflict, close))
    };
    Both {
        button: Some(button.into_any()),
        form: Some(form.into_any()),
    }
}

/// The form in which two texts are joined.
fn joined(
    app: App,
    joining: RwSignal<Option<Joining>>,
    is_long: bool,
    field_id: &str,
    conflict: &Conflict,
    close: impl Fn(ev::MouseEvent) + 'static,
) -> AnyView {
    let text = move || {
        joining.with_untracked(|joining| joining.as_ref().map_or_else(String::new, |it| it.text.clone()))
    };
    let typed = move |text: String| {
        joining.update_untracked(|joining| {
            if let Some(joining) = joining {
                joining.text = text;
            }
        });
    };
    let (hint_id, label) = (
        [field_id, "-hint"].concat(),
        fill(
            Text::ConflictBothLabel,
            &[("field", field_name(conflict.path.parts().0))],
        ),
    );
    let conflict = conflict.clone();
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = text();
        // An empty text would be a removal, which is not what joining means.
        if !text.trim().is_empty() {
            joining.set(None);
            choose(app, &conflict, &Value::text(text.trim()));
        }
    };
    let described = hint_id.clone();
    let control = if is_long {
        view! {
            <textarea
                class="input"
                id=field_id.to_owned()
                maxlength=limits::PARAGRAPHS
                required
                aria-describedby=described
                prop:value=text()
                on:input=move |event| typed(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="input"
                type="text"
                id=field_id.to_owned()
                maxlength=limits::LINE
                required
                aria-describedby=described
                prop:value=text()
                on:input=move |event| typed(event_target_value(&event))
            />
        }
        .into_any()
    };
    view! {
        <form class="field" on:submit=save>
            <label class="field-label" for=field_id.to_owned()>{label}</label>
            <p class="field-hint" id=hint_id>{t(Text::ConflictBothHint)}</p>
            {control}
            <p class="actions">
                <button type="submit" class="button button-main">
                    {icon::icon(icon::CHECK)}
                    {t(Text::ConflictBothSave)}
                </button>
                <button type="button" class="button" on:click=close>{t(Text::ConflictBothCancel)}</button>
            </p>
        </form>
    }
    .into_any()
}

/// A text with the words marked that another one lacks.
fn marked(text: &str, other: &str) -> AnyView {
    let pieces = difference(other, text)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Same(words) => Some(words.to_owned().into_any()),
            Piece::New(words) => Some(view! { <mark class="diff-mark">{words.to_owned()}</mark> }.into_any()),
            Piece::Gone(_) => None,
        });
    pieces.collect::<Vec<_>>().into_any()
}

/// The different texts of a question, the person's own first. Where all changes agree, the edition
/// is the other side.
fn sides(app: App, workspace: &Workspace, conflict: &Conflict) -> Vec<Version> {
    let devices = app.own_devices();
    let mut sides: Vec<Version> = Vec::new();
    for (id, value) in conflict.wanted.iter().rev() {
        let change = workspace.changes().get(id);
        let side = match change {
            Some(change) if change.batch.is_some() => Side::File,
            Some(change) if devices.contains(&change.author) => Side::Mine,
            _ => Side::Other,
        };
        if !sides.iter().any(|known| known.value == *value) {
            sides.push(Version {
                side,
                value: value.clone(),
                at: change.map(|change| change.at.clone()),
            });
        }
    }
    if sides.len() == 1 {
        sides.push(Version {
            side: Side::Edition,
            value: conflict.published.clone(),
            at: workspace.edition().edition.published_at.clone(),
        });
        // Nobody else is left for it to be told from.
        sides[0].side = Side::Mine;
    }
    order::sort_by_key(&mut sides, |version| version.side != Side::Mine);
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
