//! What the columns of a table hold: guessed from their headings, shown with what stands in them, and
//! decided by the person before anything is compared.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Stage;
use super::exchange::PREVIEW_TITLE;
use super::preview::{nothing, told};
use crate::browser::{clock, document};
use crate::format::csv::{COLUMNS, Mapping, Table};
use crate::i18n::{Plural, Text};
use crate::state::{App, use_app};
use crate::ui::components::icon;
use crate::ui::texts::{count, fill, t};

/// How many texts of a column are shown.
const SAMPLES: usize = 3;

/// A table, and what its columns hold as far as it is known.
#[derive(Clone)]
pub(super) struct Columns {
    table: Arc<Table>,
    mapping: RwSignal<Mapping>,
}

impl Columns {
    /// A table whose columns hold what their headings say.
    pub(super) fn of(table: Table) -> Self {
        Self {
            mapping: RwSignal::new(Mapping::guess(&table)),
            table: table.into(),
        }
    }
}

/// What each column holds, to be looked at and changed.
pub(super) fn columns(stage: RwSignal<Stage>, name: &str, columns: &Columns) -> AnyView {
    let app = use_app();
    let mapping = columns.mapping;
    let headings = columns.table.headings();
    let rows: Vec<_> = headings
        .into_iter()
        .enumerate()
        .map(|(place, heading)| row(columns, place, heading))
        .collect();
    let is_new = move || mapping.with(|mapping| !mapping.has("id"));
    let hint = move || {
        if is_new() {
            t(Text::ColumnsAllNew)
        } else {
            t(Text::ColumnsById)
        }
    };
    let none = move || mapping.with(Mapping::is_empty);
    let next = {
        let (name, columns) = (name.to_owned(), columns.clone());
        move |_| compare(app, stage, &name, &columns)
    };
    let inside = view! {
        <p>{count(Plural::ColumnsRows, columns.table.len())} " " {t(Text::ColumnsText)}</p>
        <p class="soft">{t(Text::ImportNotYet)}</p>
        <div class="form">{rows}</div>
        <p role="status">{hint}</p>
        <p class="actions">
            <button type="button" class="button button-main" disabled=none on:click=next>
                {t(Text::ColumnsNext)}
            </button>
            {nothing(stage, Text::ImportNothing)}
        </p>
    };
    told(
        &fill(Text::ColumnsTitle, &[("name", name)]),
        vec![inside.into_any()],
    )
}

/// One column: its heading, what stands in it, and what it holds.
fn row(columns: &Columns, place: usize, heading: String) -> AnyView {
    let mapping = columns.mapping;
    let id = ["column-", &place.to_string()].concat();
    let hint = [&id, "-hint"].concat();
    let samples = columns.table.samples(place, SAMPLES);
    let samples = if samples.is_empty() {
        t(Text::ColumnsEmpty).to_owned()
    } else {
        fill(Text::ColumnsSamples, &[("samples", &samples.join(" · "))])
    };
    let heading = if heading.is_empty() {
        fill(Text::ColumnsNameless, &[("n", &(place + 1).to_string())])
    } else {
        heading
    };
    let options: Vec<_> = COLUMNS
        .iter()
        .enumerate()
        .map(|(column, known)| {
            let chosen = move || mapping.with(|mapping| mapping.get(place) == Some(column));
            view! { <option value=column.to_string() prop:selected=chosen>{t(known.heading)}</option> }
        })
        .collect();
    let unused = move || mapping.with(|mapping| mapping.get(place).is_none());
    let choose = move |event| {
        // Whatever is no number is the choice of nothing.
        let column = event_target_value(&event).parse().ok();
        mapping.update(|mapping| mapping.set(place, column));
    };
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{heading}</label>
            <p class="field-hint" id=hint.clone()>{samples}</p>
            <select class="input" id=id aria-describedby=hint on:change=choose>
                <option value="" prop:selected=unused>{t(Text::ColumnsUnused)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Goes on to what the rows would change.
fn compare(app: App, stage: RwSignal<Stage>, name: &str, columns: &Columns) {
    let (name, columns) = (name.to_owned(), columns.clone());
    stage.set(Stage::Reading(name.clone()));
    spawn_local(async move {
        clock::let_draw().await;
        let incoming = columns
            .mapping
            .with_untracked(|mapping| app.read_table(&columns.table, mapping));
        stage.set(match incoming {
            Some(incoming) => Stage::Preview(name, incoming.into(), Some(columns)),
            None => Stage::Refused(name, t(Text::DataNoCatalogue).to_owned()),
        });
        clock::let_draw().await;
        document::focus(&["#", PREVIEW_TITLE].concat());
    });
}

/// The way back from what the rows would change.
pub(super) fn back(stage: RwSignal<Stage>, name: &str, columns: &Columns) -> AnyView {
    let (name, columns) = (name.to_owned(), columns.clone());
    let back = move |_| {
        stage.set(Stage::Columns(name.clone(), columns.clone()));
        document::focus(&["#", PREVIEW_TITLE].concat());
    };
    view! {
        <button type="button" class="button" on:click=back>
            {icon::icon(icon::BACK)}
            {t(Text::ColumnsBack)}
        </button>
    }
    .into_any()
}
