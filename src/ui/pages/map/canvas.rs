//! The drawing: ground, names and marks, with the buttons that enlarge and reduce it.

use std::fmt::Write as _;
use std::sync::Arc;

use leptos::prelude::*;

use super::hand::Hand;
use super::mark::{self, Mark};
use super::{Chart, FRAME, in_sight};
use crate::domain::map::view::Lie;
use crate::domain::map::{Cluster, Flat, Frame, Ground, clusters, names};
use crate::i18n::Text;
use crate::state::use_app;
use crate::ui::components::icon;
use crate::ui::texts::{fill, t};

/// How far beyond the frame marks are drawn already.
const BEYOND: f64 = 30.0;

/// How many steps a kilometre of the ground has in the drawing, whose numbers are whole.
const FINE: f64 = 100.0;

/// The drawing.
pub(super) fn canvas(chart: Chart) -> AnyView {
    let hand = Hand::new(chart);
    // Before the browser paints: the frame has its place by then.
    Effect::new(move |_| chart.measure());
    let name = move || {
        let app = use_app();
        let name = app
            .gazetteer
            .with(|gazetteer| gazetteer.as_ref().map(|gazetteer| gazetteer.name().to_owned()));
        name.map_or_else(
            || t(Text::MapTitle).to_owned(),
            |name| fill(Text::MapOf, &[("name", &name)]),
        )
    };
    let marks = marks(chart);
    let is_close = move || chart.view.with(Option::is_some);
    view! {
        {tools(chart, hand)}
        <div
            class="map-frame"
            class:map-frame-close=is_close
            id=FRAME
            role="group"
            tabindex="0"
            aria-label=name
            aria-describedby="map-hint"
            on:pointerdown=move |event| hand.down(&event)
            on:pointermove=move |event| hand.moved(&event)
            on:pointerup=move |event| hand.up(&event)
            on:pointercancel=move |event| hand.up(&event)
            on:wheel=move |event| hand.wheel(&event)
            on:keydown=move |event| hand.key(&event)
        >
            <svg class="map-drawing" focusable="false" viewBox=move || view_box(chart.screen.get().frame)>
                <g aria-hidden="true">
                    <g transform=move || {
                        chart.lie.get().map_or_else(String::new, |lie| {
                            format!("translate({:.2} {:.2}) scale({:.5})", lie.left, lie.top, lie.scale / FINE)
                        })
                    }>{move || chart.scene.with(|scene| scene.drawn().ground.as_ref().map(ground))}</g>
                    {move || named(chart, marks)}
                </g>
                <For each=move || marks.get() key=Mark::key children=move |it| mark::mark(chart, hand, &it) />
            </svg>
        </div>
        <p class="soft small no-print" id="map-hint">{t(Text::MapHint)}</p>
    }
    .into_any()
}

/// The buttons. One that can do nothing more keeps the focus.
fn tools(chart: Chart, hand: Hand) -> AnyView {
    let is_whole = move || chart.view.with(Option::is_none);
    let is_closest = move || {
        let frame = chart.screen.get().frame;
        chart.scene.with(|scene| {
            let ground = scene.drawn().ground.as_ref();
            ground.is_some_and(|ground| in_sight(chart.view, ground).is_closest(ground.size, frame))
        })
    };
    let tool = |shape, text, act: fn(Hand) -> bool, idle: Signal<bool>| {
        view! {
            <button
                type="button"
                class="button"
                aria-disabled=move || idle.get().then_some("true")
                on:click=move |_| {
                    act(hand);
                }
            >
                {icon::icon(shape)}
                {t(text)}
            </button>
        }
    };
    view! {
        <div class="map-tools" role="group" aria-label=t(Text::MapTools)>
            {tool(icon::PLUS, Text::MapLarger, Hand::larger, Signal::derive(is_closest))}
            {tool(icon::MINUS, Text::MapSmaller, Hand::smaller, Signal::derive(is_whole))}
            {tool(
                icon::WHOLE,
                Text::MapWhole,
                |hand| {
                    hand.whole()
                },
                Signal::derive(is_whole),
            )}
        </div>
    }
    .into_any()
}

fn view_box(frame: Frame) -> String {
    format!("0 0 {} {}", frame.width, frame.height)
}

/// The land, its coast and its communes.
fn ground(ground: &Ground) -> AnyView {
    let mut land = String::new();
    for ring in &ground.outline {
        line(&mut land, ring);
        land.push('z');
    }
    let mut coast = String::new();
    for stretch in &ground.coast {
        line(&mut coast, stretch);
    }
    let mut dots = String::new();
    for commune in &ground.communes {
        line(&mut dots, &[*commune]);
        // A line of no length has round ends: a dot.
        dots.push_str("h0");
    }
    view! {
        <path class="map-shore" d=coast.clone() />
        <path class="map-shore map-shore-near" d=coast.clone() />
        <path class="map-land" d=land />
        <path class="map-coast" d=coast />
        <path class="map-communes" d=dots />
    }
    .into_any()
}

fn line(path: &mut String, places: &[Flat]) {
    for (number, place) in places.iter().enumerate() {
        let letter = if number == 0 { 'M' } else { 'L' };
        // A text takes any text.
        let _written = write!(path, "{letter}{:.0} {:.0}", place.x * FINE, place.y * FINE);
    }
}

/// The marks in sight.
fn marks(chart: Chart) -> Memo<Vec<Mark>> {
    // Joining places takes longest, and is done anew only at another size.
    let joined = Memo::new(move |_| {
        let apart = chart.apart.get();
        let clusters = chart.scene.with(|scene| {
            let localities = &scene.drawn().sited.localities;
            apart.map_or_else(Vec::new, |apart| clusters(localities, apart))
        });
        Arc::new(clusters)
    });
    Memo::new(move |_| {
        let frame = chart.screen.get().frame;
        let Some(lie) = chart.lie.get() else {
            return Vec::new();
        };
        let is_in_sight = |at: Flat| {
            let (left, top) = lie.place(at);
            (-BEYOND..=frame.width + BEYOND).contains(&left)
                && (-BEYOND..=frame.height + BEYOND).contains(&top)
        };
        chart.scene.with(|scene| {
            joined.with(|joined| {
                let localities = &scene.drawn().sited.localities;
                let mark = |(number, cluster): (usize, &Cluster)| {
                    let at = localities[cluster.seat()].at;
                    is_in_sight(at).then(|| Mark::new(scene.drawn().number, joined, number, at))
                };
                joined.iter().enumerate().filter_map(mark).collect()
            })
        })
    })
}

/// The names of the towns that find room.
fn named(chart: Chart, marks: Memo<Vec<Mark>>) -> Option<AnyView> {
    let screen = chart.screen.get();
    let lie = chart.lie.get()?;
    // Names grow with the letters: what is measured for usual ones is measured in a frame as much smaller.
    let smaller = |(left, top): (f64, f64)| (left / screen.larger, top / screen.larger);
    let places: Vec<(f64, f64)> = marks.with(|marks| {
        let places = marks.iter().map(|mark| smaller(lie.place(mark.at)));
        places.collect()
    });
    let frame = Frame {
        width: screen.frame.width / screen.larger,
        height: screen.frame.height / screen.larger,
    };
    let (left, top) = smaller((lie.left, lie.top));
    let lie = Lie {
        scale: lie.scale / screen.larger,
        left,
        top,
    };
    chart.scene.with(|scene| {
        let towns = &scene.drawn().towns;
        let name = |name: names::Name| {
            view! {
                <text class="map-name" x=format!("{:.1}", name.left) y=format!("{:.1}", name.foot)>
                    {towns[name.town].name.clone()}
                </text>
            }
        };
        let names: Vec<_> = names::names(towns, &places, lie, frame)
            .into_iter()
            .map(name)
            .collect();
        Some(view! { <g transform=format!("scale({:.3})", screen.larger)>{names}</g> }.into_any())
    })
}
