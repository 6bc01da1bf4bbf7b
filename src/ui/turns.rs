//! In which turns the first page is drawn: a slow phone answers to the person between them.
//!
//! What was drawn already stays out of sight behind the page's own sign of loading, until there is a screen
//! of it: nothing moves that somebody looks at.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, document};

/// The element that stands in the page until the application does. The style sheet hides what follows it.
const LOADING: &str = "app-loading";

/// What is drawn in one go, in the order of the turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Nothing, until there is a catalogue or its lack to tell of.
    Nothing,
    /// What is around every page.
    Frame,
    /// The page itself.
    Page,
    /// How a list is asked for something else.
    Questions,
    /// What a list says of all that it found.
    Found,
    /// A screen of what it found. With it the page comes to sight.
    Entries,
    /// What is below the screen.
    Rest,
}

const TURNS: [Turn; 6] = [
    Turn::Frame,
    Turn::Page,
    Turn::Questions,
    Turn::Found,
    Turn::Entries,
    Turn::Rest,
];

/// How many turns have come: a number, whose signal the application has anyway.
#[derive(Clone, Copy)]
struct Come(RwSignal<usize>);

/// Provides the turns. Called once, by the application.
pub fn provide() {
    provide_context(Come(RwSignal::new(0)));
}

/// Begins. A page that nobody sees, whose timers browsers slow down, is drawn at once.
pub fn begin() {
    let Come(come) = expect_context();
    spawn_local(async move {
        for turn in TURNS {
            if !document::is_hidden() {
                match turn {
                    // The screen is shown before anything is put below it.
                    Turn::Rest => clock::let_draw().await,
                    _ => clock::breathe().await,
                }
            }
            come.set(turn as usize);
            if turn == Turn::Entries {
                document::remove(LOADING);
            }
        }
    });
}

/// What draws a part: boxed, since code for every part would cost each visit its bytes.
pub type Draw = Box<dyn Fn() -> AnyView + Send + Sync>;

/// Draws in its turn; at once where that has come, as on every page but the first.
pub fn at(turn: Turn, draw: Draw) -> AnyView {
    let Come(come) = expect_context();
    if come.get_untracked() >= turn as usize {
        return draw();
    }
    let is_here = Memo::new(move |_| come.get() >= turn as usize);
    (move || is_here.get().then(&draw)).into_any()
}

/// Whether a turn has come.
pub fn has_come(turn: Turn) -> bool {
    let Come(come) = expect_context();
    come.get() >= turn as usize
}
