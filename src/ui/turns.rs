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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// What is around every page.
    Frame,
    /// What is said above every page.
    Banners,
    /// The page itself.
    Page,
    /// How a list is asked for something else.
    Questions,
    /// What a list says of all that it found.
    Found,
    /// A screen of what it found. With it the page comes to sight.
    Entries,
    /// A few more, which a large screen shows.
    Several,
    /// Most of a list's first page.
    Most,
    /// All of it.
    All,
    /// What is below it.
    Below,
}

const TURNS: [Turn; 10] = [
    Turn::Frame,
    Turn::Banners,
    Turn::Page,
    Turn::Questions,
    Turn::Found,
    Turn::Entries,
    Turn::Several,
    Turn::Most,
    Turn::All,
    Turn::Below,
];

/// Whether each turn has come.
#[derive(Clone, Copy)]
struct Come([RwSignal<bool>; TURNS.len()]);

/// Provides the turns. Called once, by the application.
pub fn provide() {
    provide_context(Come(TURNS.map(|_| RwSignal::new(false))));
}

/// Begins, once. A page that nobody sees, whose timers browsers slow down, is drawn at once.
pub fn begin() {
    let Come(come) = expect_context();
    if come[0].get_untracked() {
        return;
    }
    spawn_local(async move {
        for turn in TURNS {
            if !document::is_hidden() {
                if turn == Turn::Several {
                    // The screen is shown before anything is put below it.
                    clock::let_draw().await;
                } else {
                    clock::breathe().await;
                }
            }
            come[turn as usize].set(true);
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
    let come = signal(turn);
    if come.get_untracked() {
        return draw();
    }
    (move || come.get().then(&draw)).into_any()
}

/// Whether a turn is still to come, without following it.
pub fn is_to_come(turn: Turn) -> bool {
    !signal(turn).get_untracked()
}

/// Whether a turn has come.
pub fn has_come(turn: Turn) -> bool {
    signal(turn).get()
}

fn signal(turn: Turn) -> RwSignal<bool> {
    let Come(come) = expect_context();
    come[turn as usize]
}
