//! A mark: one initiative, or how many there are around a place, with the shapes of their themes.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::hand::Hand;
use super::scene::Drawn;
use super::{Chart, panel};
use crate::domain::map::{Cluster, Flat};
use crate::domain::order;
use crate::state::use_app;
use crate::ui::components::theme;
use crate::ui::texts::number;

/// How many themes a mark shows: more would be too small to tell apart.
const MOST_THEMES: usize = 3;

/// The radius of what a finger hits, in pixels.
const HIT: f64 = 24.0;

/// A cluster in sight.
#[derive(Clone)]
pub(super) struct Mark {
    scene: usize,
    clusters: Arc<Vec<Cluster>>,
    number: usize,
    /// Where it stands.
    pub(super) at: Flat,
}

/// What tells one mark from another: the scene, the place where it stands, and how many places and initiatives it
/// stands for.
type Key = (usize, usize, usize, usize);

impl PartialEq for Mark {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Mark {
    pub(super) fn new(scene: usize, clusters: &Arc<Vec<Cluster>>, number: usize, at: Flat) -> Self {
        Self {
            scene,
            clusters: Arc::clone(clusters),
            number,
            at,
        }
    }

    fn cluster(&self) -> &Cluster {
        &self.clusters[self.number]
    }

    /// What it is told from others by. A mark that stays when the size changes keeps the focus.
    pub(super) fn key(&self) -> Key {
        let cluster = self.cluster();
        (self.scene, cluster.seat(), cluster.places.len(), cluster.count)
    }
}

/// The identifier of the mark that stands at a place.
pub(super) fn id(seat: usize) -> String {
    ["map-mark-", &seat.to_string()].concat()
}

/// The themes of a cluster, the most frequent first.
fn themes(drawn: &Drawn, cluster: &Cluster) -> Vec<Option<usize>> {
    let mut counted: Vec<(Option<usize>, usize)> = Vec::new();
    let places = cluster.places.iter().map(|place| &drawn.sited.localities[*place]);
    for entry in places.flat_map(|place| &place.entries) {
        let theme = drawn.themes[*entry];
        match counted.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, count)) => *count += 1,
            None => counted.push((theme, 1)),
        }
    }
    order::sort_by_key(&mut counted, |(theme, count)| {
        (usize::MAX - count, theme.unwrap_or(usize::MAX))
    });
    counted.into_iter().map(|(theme, _)| theme).collect()
}

/// How large the disc of a mark is, in pixels: a little larger for each digit.
const fn radius(count: usize) -> f64 {
    match count {
        0 | 1 => 16.0,
        2..10 => 19.0,
        10..100 => 21.0,
        _ => 24.0,
    }
}

/// A mark, which opens the list of its initiatives.
pub(super) fn mark(chart: Chart, hand: Hand, mark: &Mark) -> AnyView {
    let app = use_app();
    let scene = chart.scene.get_untracked();
    let drawn = scene.drawn();
    let cluster = mark.cluster();
    let seat = cluster.seat();
    let label = app.with_workspace_untracked(|workspace| panel::label(workspace, drawn, cluster));
    let themes = themes(drawn, cluster);
    let approximate = drawn.sited.localities[seat].approximate;
    let class = match &themes[..] {
        [only] => ["map-mark ", theme::class(*only)].concat(),
        _ => "map-mark map-mark-mixed".to_owned(),
    };
    let radius = radius(cluster.count);
    let figures = if cluster.count == 1 {
        sign(themes.first().copied().flatten(), 0.0, 0.0, 20.0)
    } else {
        several(cluster.count, &themes)
    };
    let at = mark.at;
    let place = move || {
        let larger = chart.screen.get().larger;
        chart.lie.get().map(|lie| {
            let (left, top) = lie.place(at);
            format!("translate({left:.2} {top:.2}) scale({larger:.3})")
        })
    };
    let is_open = move || {
        chart
            .listed
            .with(|listed| listed.as_ref().is_some_and(|listed| listed.is_at(seat)))
    };
    let open = {
        let mark = mark.clone();
        // What was drawn is still what is shown: another scene has other marks.
        move || panel::open(app, chart, mark.cluster())
    };
    let by_key = {
        let open = open.clone();
        move |event: ev::KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                open();
            }
        }
    };
    let by_press = move |_| {
        if !hand.has_dragged() {
            open();
        }
    };
    view! {
        <g
            class=class
            class:map-mark-approximate=approximate
            id=id(seat)
            role="button"
            tabindex="0"
            aria-label=label
            aria-expanded=move || if is_open() { "true" } else { "false" }
            transform=place
            on:click=by_press
            on:keydown=by_key
        >
            <circle class="map-hit" r=HIT.max(radius) />
            <circle class="map-ring" r=radius + 4.0 />
            <circle class="map-disc" r=radius />
            {figures}
        </g>
    }
    .into_any()
}

/// A theme's shape around a place of the mark; of what has none, a ring.
fn sign(place: Option<usize>, x: f64, y: f64, size: f64) -> AnyView {
    let transform = format!(
        "translate({:.1} {:.1}) scale({:.3})",
        x - size / 2.0,
        y - size / 2.0,
        size / 24.0
    );
    let hollow = place.is_some_and(theme::is_hollow);
    let sign = if hollow {
        "map-sign map-sign-hollow "
    } else {
        "map-sign "
    };
    let class = [sign, theme::class(place)].concat();
    match place {
        Some(place) => {
            view! { <g class=class transform=transform inner_html=theme::shape(place)></g> }.into_any()
        }
        None => view! { <g class="map-sign-none" transform=transform><circle cx="12" cy="12" r="9" /></g> }
            .into_any(),
    }
}

/// How many, over the shapes of the most frequent themes.
fn several(count: usize, themes: &[Option<usize>]) -> AnyView {
    const SIZE: f64 = 9.0;
    let shown = &themes[..themes.len().min(MOST_THEMES)];
    let mut x = -SIZE * 0.6 * to_f64(shown.len().saturating_sub(1));
    let signs: Vec<_> = shown
        .iter()
        .map(|theme| {
            let sign = sign(*theme, x, 9.0, SIZE);
            x += SIZE * 1.2;
            sign
        })
        .collect();
    view! {
        <text class="map-count" y="2">{number(to_f64(count))}</text>
        {signs}
    }
    .into_any()
}

#[allow(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
fn to_f64(number: usize) -> f64 {
    number as f64
}
