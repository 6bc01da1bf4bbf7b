//! The map: where what a filter finds is done, drawn without a picture from anywhere, and the same as a list.

mod canvas;
mod entries;
mod hand;
mod legend;
mod mark;
mod panel;
mod scene;

use std::cell::RefCell;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::panel::{Listed, Opened};
use self::scene::Scene;
use crate::browser::document;
use crate::domain::map::view::Lie;
use crate::domain::map::{APART, Frame, Ground, View};
use crate::domain::search::Filter;
use crate::i18n::{Plural, Text};
use crate::route::{Page, listing};
use crate::state::use_app;
use crate::ui::address::use_address;
use crate::ui::components::{icon, loaded, page as arrival};
use crate::ui::texts::{count, t};

/// The element in which the map is moved about.
const FRAME: &str = "map-frame";

/// How large letters are, in pixels, where a mark has its usual size.
const USUAL_LETTERS: f64 = 18.0;

/// How much larger marks become with the letters, at most.
const MOST_LARGER: f64 = 1.7;

/// What the page shows, and how it is moved about in. It is a handle: copies share everything.
#[derive(Clone, Copy)]
struct Chart {
    /// What is asked for.
    filter: Memo<Filter>,
    /// What is found, and where it lies.
    scene: Memo<Scene>,
    /// The frame, as it was measured last.
    screen: RwSignal<Screen>,
    /// What is in sight; the whole until the person has moved.
    view: RwSignal<Option<View>>,
    /// How the ground lies in the frame, if there is one.
    lie: Memo<Option<Lie>>,
    /// How far marks are from one another at this size, in kilometres.
    apart: Memo<Option<f64>>,
    /// The mark that was pressed.
    opened: RwSignal<Option<Opened>>,
    /// What is listed of it.
    listed: Memo<Option<Listed>>,
}

/// The frame of the map on this screen.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Screen {
    /// Its sides in pixels.
    frame: Frame,
    /// How many times larger than usual letters, and so marks, are.
    larger: f64,
}

/// What was in sight when the page was left: who looks at an initiative comes back to the same place.
struct Left {
    filter: Filter,
    view: Option<View>,
    opened: Option<Opened>,
}

thread_local! {
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

/// The map.
pub fn page() -> AnyView {
    loaded::loaded(t(Text::MapTitle), || {
        let chart = chart();
        let places = places(chart);
        let list = move || chart.filter.with(listing::href);
        view! {
            <nav aria-label=t(Text::BackLabel)>
                <a class="back" href=list>{icon::icon(icon::LIST)}{t(Text::MapBack)}</a>
            </nav>
            <header class="page-head">{arrival::heading(t(Text::MapTitle))}</header>
            {legend::chips(chart)}
            <p class="found-count" role="status">{move || how_many(chart)}</p>
            <div role="status">{move || places.missing.get().then(|| missing(places))}</div>
            {move || (!places.missing.get()).then(|| drawn(chart))}
            {entries::by_place(chart)}
            {entries::nowhere(chart)}
        }
        .into_any()
    })
}

fn drawn(chart: Chart) -> AnyView {
    view! {
        <div class="columns">
            <section class="map" aria-labelledby="map-t">
                <h2 class="visually-hidden" id="map-t">{t(Text::MapTitle)}</h2>
                {canvas::canvas(chart)}
            </section>
            <div class="stack">
                {panel::panel(chart)}
                {legend::legend(chart)}
            </div>
        </div>
    }
    .into_any()
}

fn chart() -> Chart {
    let app = use_app();
    let address = use_address();
    let filter = Memo::new(move |before: Option<&Filter>| {
        // The address of the page that follows asks nothing of this one, which is being left.
        if let Some(before) = before.filter(|_| address.page() != Some(Page::Map)) {
            return before.clone();
        }
        let mut filter = listing::parse(|name| address.query(name));
        filter.drafts = app.is_editor();
        filter
    });
    let left = LEFT.take().filter(|left| left.filter == filter.get_untracked());
    let (view, opened) = left.map_or((None, None), |left| (left.view, left.opened));
    let scene = Memo::new(move |before| Scene::of(app, &filter.get(), before));
    let screen = RwSignal::new(Screen {
        frame: Frame {
            width: 328.0,
            height: 400.0,
        },
        larger: 1.0,
    });
    let view = RwSignal::new(view);
    let lie = Memo::new(move |_| {
        let frame = screen.get().frame;
        scene.with(|scene| {
            let ground = scene.drawn().ground.as_ref()?;
            Some(in_sight(view, ground).lie(ground.size, frame))
        })
    });
    let apart = Memo::new(move |_| {
        let screen = screen.get();
        scene.with(|scene| {
            let ground = scene.drawn().ground.as_ref()?;
            let step = in_sight(view, ground).step(ground.size, screen.frame);
            Some(APART * screen.larger / step)
        })
    });
    let opened = RwSignal::new(opened);
    let listed = Memo::new(move |_| {
        scene.with(|scene| {
            opened.with(|opened| {
                let opened = opened.as_ref()?;
                app.with_workspace(|workspace| opened.listed(workspace, scene.drawn()))?
            })
        })
    });
    let chart = Chart {
        filter,
        scene,
        screen,
        view,
        lie,
        apart,
        opened,
        listed,
    };
    // What another filter finds is at other marks.
    Effect::new(move |before: Option<Filter>| {
        let filter = chart.filter.get();
        if before.is_some_and(|before| before != filter) {
            chart.opened.set(None);
        }
        filter
    });
    let resized = window_event_listener(ev::resize, move |_| chart.measure());
    on_cleanup(move || {
        resized.remove();
        LEFT.set(Some(Left {
            filter: chart.filter.get_untracked(),
            view: chart.view.get_untracked(),
            opened: chart.opened.get_untracked(),
        }));
    });
    chart
}

/// What is in sight of a ground.
fn in_sight(view: RwSignal<Option<View>>, ground: &Ground) -> View {
    view.get().unwrap_or_else(|| View::whole(ground.size))
}

impl Chart {
    /// Measures the frame, where it is on the page.
    fn measure(self) {
        let Some((width, height)) = document::size(FRAME) else {
            return;
        };
        let letters = document::letters().unwrap_or(USUAL_LETTERS);
        let screen = Screen {
            frame: Frame { width, height },
            larger: (letters / USUAL_LETTERS).clamp(1.0, MOST_LARGER),
        };
        if self.screen.get_untracked() != screen {
            self.screen.set(screen);
        }
    }

    /// Changes what is in sight, if there is a ground; tells whether anything changed. Called by what the person
    /// does.
    fn look(self, change: impl FnOnce(View, &Ground, Frame) -> View) -> bool {
        let scene = self.scene.get_untracked();
        let Some(ground) = &scene.drawn().ground else {
            return false;
        };
        let view = untrack(|| in_sight(self.view, ground));
        let next = change(view, ground, self.screen.get_untracked().frame);
        let moves = next != view;
        if moves {
            self.view.set((!next.is_whole()).then_some(next));
        }
        moves
    }
}

/// The places of the department, and asking for them again.
#[derive(Clone, Copy)]
struct Asked {
    /// Whether they were asked for and are not there.
    missing: Memo<bool>,
    ended: RwSignal<bool>,
}

impl Asked {
    fn ask(self) {
        let app = use_app();
        self.ended.set(false);
        spawn_local(async move {
            app.bring_gazetteer().await;
            // The page may have been left meanwhile.
            let _there = self.ended.try_set(true);
        });
    }
}

fn places(chart: Chart) -> Asked {
    let ended = RwSignal::new(false);
    let missing = Memo::new(move |_| ended.get() && chart.scene.with(|scene| scene.drawn().ground.is_none()));
    let asked = Asked { missing, ended };
    asked.ask();
    asked
}

/// What stands in place of the map where nobody knows the department's places.
fn missing(places: Asked) -> AnyView {
    let app = use_app();
    let named = app.with_workspace(|workspace| workspace.shown().site.department.is_some());
    let (advice, again) = if named == Some(true) {
        let ask = move |_| {
            // The button goes while it is asked for again.
            document::focus("h1");
            places.ask();
        };
        let again = view! {
            <p class="actions">
                <button type="button" class="button" on:click=ask>
                    {icon::icon(icon::UNDO)}
                    {t(Text::FailedRetry)}
                </button>
            </p>
        };
        (Text::MapMissingAdvice, Some(again))
    } else {
        (Text::MapMissingDepartment, None)
    };
    view! {
        <div class="notice notice-warn">
            {icon::icon(icon::MAP)}
            <div class="notice-body">
                <p class="notice-title">{t(Text::MapMissing)}</p>
                <p>{t(advice)}</p>
                {again}
            </div>
        </div>
    }
    .into_any()
}

/// How many initiatives are found, and how many of them lie nowhere on the map.
fn how_many(chart: Chart) -> String {
    chart.scene.with(|scene| {
        let drawn = scene.drawn();
        let all = match drawn.found.len() {
            0 => return t(Text::CatalogueNone).to_owned(),
            n => count(Plural::CatalogueCount, n),
        };
        match drawn.sited.nowhere.len() {
            n if n > 0 && drawn.ground.is_some() => [&all, ", ", &count(Plural::MapOfThem, n)].concat(),
            _ => all,
        }
    })
}
