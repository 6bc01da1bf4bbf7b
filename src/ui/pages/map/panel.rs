//! What is listed of a mark that was pressed.

use std::collections::BTreeMap;

use leptos::ev;
use leptos::prelude::*;

use super::mark;
use super::scene::Drawn;
use super::{Chart, FRAME, entries};
use crate::browser::document;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::map::{Cluster, Flat, clusters};
use crate::i18n::{Plural, Text};
use crate::state::{App, use_app};
use crate::ui::components::card::Translated;
use crate::ui::components::icon;
use crate::ui::components::more::{self, PAGE};
use crate::ui::texts::{about, count, fill, t};
use crate::workspace::Workspace;

/// The heading, which takes the focus when a mark is pressed.
const HEADING: &str = "map-panel-t";

/// A mark that was pressed, known by what it stood for: the places of another scene have other numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Opened {
    /// Its initiatives, those of the place where it stood first.
    ids: Vec<Id>,
    /// How far marks were from one another, in kilometres: whoever comes closer keeps the list.
    apart: f64,
}

/// What is listed of it in the present scene.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Listed {
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
    /// What a scene has at the mark: the cluster of the first of its initiatives that is still on the map. Nothing
    /// where none is.
    pub(super) fn listed(&self, workspace: &Workspace, drawn: &Drawn) -> Option<Listed> {
        let numbers: BTreeMap<&Id, usize> = drawn
            .found
            .iter()
            .enumerate()
            .map(|(number, position)| (&workspace.shown().initiatives[*position].id, number))
            .collect();
        let localities = &drawn.sited.localities;
        let place = self.ids.iter().find_map(|id| {
            let number = numbers.get(id)?;
            localities.iter().position(|place| place.entries.contains(number))
        })?;
        let clusters = clusters(localities, self.apart);
        let cluster = clusters.iter().find(|cluster| cluster.places.contains(&place))?;
        Some(Listed::of(workspace, drawn, cluster))
    }
}

impl Listed {
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
            ids: ids_of(workspace, drawn, cluster),
        }
    }

    /// Whether it stands at a place.
    pub(super) fn is_at(&self, seat: usize) -> bool {
        self.seat == seat
    }
}

fn ids_of(workspace: &Workspace, drawn: &Drawn, cluster: &Cluster) -> Vec<Id> {
    let entries = entries_of(workspace, drawn, cluster);
    entries.map(|entry| entry.id.clone()).collect()
}

/// Lists the initiatives of a cluster, and moves the focus there.
pub(super) fn open(app: App, chart: Chart, cluster: &Cluster) {
    let scene = chart.scene.get_untracked();
    let ids = app.with_workspace_untracked(|workspace| ids_of(workspace, scene.drawn(), cluster));
    let opened = ids.zip(chart.apart.get_untracked());
    chart.opened.set(opened.map(|(ids, apart)| Opened { ids, apart }));
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
    (move || match chart.listed.get() {
        None => view! { <p class="soft no-print">{t(Text::MapPress)}</p> }.into_any(),
        Some(listed) => {
            let shown = RwSignal::new(PAGE);
            let (seat, at, reach) = (listed.seat, listed.at, listed.reach);
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
            let (title, ids) = (listed.title, listed.ids);
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
