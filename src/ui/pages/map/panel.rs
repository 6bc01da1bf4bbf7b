//! What is listed of a mark that was pressed.

use leptos::ev;
use leptos::prelude::*;

use super::mark;
use super::scene::Drawn;
use super::{Chart, FRAME, entries};
use crate::browser::document;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::map::{Cluster, Flat};
use crate::i18n::{Plural, Text};
use crate::state::{App, use_app};
use crate::ui::components::card::Translated;
use crate::ui::components::icon;
use crate::ui::components::more::{self, PAGE};
use crate::ui::texts::{about, count, fill, t};
use crate::workspace::Workspace;

/// The heading, which takes the focus when a mark is pressed.
const HEADING: &str = "map-panel-t";

/// A mark that was pressed, with its initiatives.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Opened {
    seat: usize,
    at: Flat,
    /// How far the farthest of its places is, in kilometres.
    reach: f64,
    /// Where it is.
    title: String,
    ids: Vec<Id>,
}

/// The initiatives of a cluster.
fn entries_of<'a>(
    workspace: &'a Workspace,
    drawn: &'a Drawn,
    cluster: &'a Cluster,
) -> impl Iterator<Item = &'a Initiative> {
    let places = cluster.places.iter().map(|place| &drawn.sited.localities[*place]);
    let numbers = places.flat_map(|place| &place.entries);
    numbers.map(|number| &workspace.shown().initiatives[drawn.found[*number]])
}

/// Where the mark of a cluster stands: « Lens », « Lens et alentours ».
fn title_of(workspace: &Workspace, drawn: &Drawn, cluster: &Cluster) -> String {
    let mut entries = entries_of(workspace, drawn, cluster);
    let name = entries.next().map(entries::name).unwrap_or_default();
    let is_one_place = entries.all(|entry| entries::name(entry) == name);
    match (is_one_place, drawn.sited.localities[cluster.seat()].approximate) {
        (true, false) => name.to_owned(),
        (true, true) => fill(Text::MapNear, &[("place", name)]),
        (false, _) => fill(Text::MapAround, &[("place", name)]),
    }
}

/// What a mark is called: « Lens et alentours : 5 initiatives », « Marck : Masques en tissu ».
pub(super) fn label(workspace: &Workspace, drawn: &Drawn, cluster: &Cluster) -> String {
    let what = match (cluster.count, entries_of(workspace, drawn, cluster).next()) {
        (1, Some(only)) => Translated::of(only, "title").text,
        (many, _) => count(Plural::CatalogueCount, many),
    };
    about(&title_of(workspace, drawn, cluster), &what)
}

impl Opened {
    /// What a cluster stands for.
    fn of(workspace: &Workspace, drawn: &Drawn, cluster: &Cluster) -> Self {
        let at = |place: usize| drawn.sited.localities[place].at;
        let seat = at(cluster.seat());
        let square = cluster.places.iter().map(|place| seat.square_to(at(*place)));
        Self {
            seat: cluster.seat(),
            at: seat,
            reach: square.fold(0.0, f64::max).sqrt(),
            title: title_of(workspace, drawn, cluster),
            ids: entries_of(workspace, drawn, cluster)
                .map(|entry| entry.id.clone())
                .collect(),
        }
    }

    /// Whether it stands at a place.
    pub(super) fn is_at(&self, seat: usize) -> bool {
        self.seat == seat
    }
}

/// Lists the initiatives of a cluster, and moves the focus there.
pub(super) fn open(app: App, chart: Chart, cluster: &Cluster) {
    let scene = chart.scene.get_untracked();
    let opened = app.with_workspace_untracked(|workspace| Opened::of(workspace, scene.drawn(), cluster));
    chart.opened.set(opened);
    request_animation_frame(|| document::focus_id(HEADING));
}

/// Closes the list, and moves the focus back to its mark.
fn close(chart: Chart, seat: usize) {
    chart.opened.set(None);
    if !document::try_focus_id(&mark::id(seat)) {
        document::focus_id(FRAME);
    }
}

/// The initiatives of the mark that was pressed; until then, what to do.
pub(super) fn panel(chart: Chart) -> AnyView {
    let app = use_app();
    (move || match chart.opened.get() {
        None => view! { <p class="soft no-print">{t(Text::MapPress)}</p> }.into_any(),
        Some(opened) => {
            let shown = RwSignal::new(PAGE);
            let (seat, at, reach) = (opened.seat, opened.at, opened.reach);
            let closer = move |_| {
                chart.look(|view, ground, frame| view.around(at, reach, ground.size, frame));
            };
            let closer = (reach > 0.0).then(|| {
                view! {
                    <button type="button" class="button" on:click=closer>
                        {icon::icon(icon::PLUS)}
                        {t(Text::MapCloser)}
                    </button>
                }
            });
            let on_key = move |event: ev::KeyboardEvent| {
                if event.key() == "Escape" {
                    close(chart, seat);
                }
            };
            let (title, ids) = (opened.title, opened.ids);
            let many = ids.len();
            let rows = move || {
                app.with_workspace(|workspace| {
                    let entries = &workspace.shown().initiatives;
                    let entry = |id: &Id| entries.iter().find(|entry| entry.id == *id);
                    let found: Vec<&Initiative> = ids.iter().take(shown.get()).filter_map(entry).collect();
                    entries::groups(workspace, &found, false)
                })
            };
            view! {
                <section class="panel map-panel" aria-labelledby=HEADING on:keydown=on_key>
                    <h2 class="panel-title" id=HEADING tabindex="-1">{title}</h2>
                    <p class="soft">{count(Plural::CatalogueCount, many)}</p>
                    <p class="actions">
                        {closer}
                        <button type="button" class="button" on:click=move |_| close(chart, seat)>
                            {icon::icon(icon::CLOSE)}
                            {t(Text::MapClose)}
                        </button>
                    </p>
                    {rows}
                    {move || more::more(many, shown, Plural::CatalogueCount)}
                </section>
            }
            .into_any()
        }
    })
    .into_any()
}
