//! Moving about on the map: with one finger or a mouse, two fingers, a wheel, keys.
//!
//! While the whole is in sight there is nothing to drag, and a finger scrolls the page, as the style sheet says by
//! `touch-action`; likewise a wheel where it can do no more. So nobody is caught in the map.

use std::f64::consts::SQRT_2;

use leptos::ev;
use leptos::prelude::*;

use super::{Chart, FRAME};
use crate::browser::{document, pointer};
use crate::domain::map::{APART, Ground, View};

/// How far a finger trembles on one spot, in pixels.
const TREMOR: f64 = 6.0;

/// How much a press of a key or button enlarges.
const STEP: f64 = 2.0;

/// How far an arrow key moves, in pixels.
const STRIDE: f64 = 80.0;

/// What touches the map. It is a handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    chart: Chart,
    touching: StoredValue<Touching>,
}

#[derive(Default)]
struct Touching {
    /// Each finger with where it was last.
    fingers: Vec<(i32, (f64, f64))>,
    /// Where the first one came down.
    began: (f64, f64),
    /// Whether the ground follows the fingers; then they press nothing.
    drags: bool,
}

impl Hand {
    pub(super) fn new(chart: Chart) -> Self {
        Self {
            chart,
            touching: StoredValue::new(Touching::default()),
        }
    }

    /// Whether what has just come up was dragging and pressed nothing.
    pub(super) fn has_dragged(self) -> bool {
        self.touching.with_value(|touching| touching.drags)
    }

    /// A finger comes down.
    pub(super) fn down(self, event: &ev::PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let at = pointer::pointer(event);
        self.touching.update_value(|touching| {
            touching
                .fingers
                .retain(|(finger, _)| *finger != event.pointer_id());
            if touching.fingers.is_empty() {
                touching.began = at;
                touching.drags = false;
            }
            touching.fingers.push((event.pointer_id(), at));
        });
    }

    /// A finger moves.
    pub(super) fn moved(self, event: &ev::PointerEvent) {
        // A mouse that was let go beyond the frame, before it was held, tells so only when it comes back.
        if event.buttons() == 0 {
            if self.touches(event) {
                self.up(event);
            }
            return;
        }
        let at = pointer::pointer(event);
        let mut change = None;
        self.touching.update_value(|touching| {
            let before = touching.fingers.clone();
            let known = touching
                .fingers
                .iter_mut()
                .find(|(finger, _)| *finger == event.pointer_id());
            let Some(known) = known else { return };
            known.1 = at;
            if !touching.drags && (before.len() > 1 || distance(touching.began, at) > TREMOR) {
                touching.drags = true;
            }
            if touching.drags {
                change = Some((grip(&before), grip(&touching.fingers)));
            }
        });
        let Some((before, after)) = change else { return };
        pointer::hold(event);
        self.chart.look(|view, ground, frame| {
            let shift = (after.at.0 - before.at.0, after.at.1 - before.at.1);
            let dragged = view.dragged(shift, ground.size, frame);
            if before.width > 0.0 && after.width > 0.0 {
                dragged.zoomed(after.width / before.width, after.at, ground.size, frame)
            } else {
                dragged
            }
        });
    }

    /// Whether the finger of an event came down here and has not come up.
    fn touches(self, event: &ev::PointerEvent) -> bool {
        self.touching.with_value(|touching| {
            let mut fingers = touching.fingers.iter();
            fingers.any(|(finger, _)| *finger == event.pointer_id())
        })
    }

    /// A finger comes up, or the browser takes it for scrolling.
    pub(super) fn up(self, event: &ev::PointerEvent) {
        self.touching.update_value(|touching| {
            touching
                .fingers
                .retain(|(finger, _)| *finger != event.pointer_id());
        });
        // The press that follows is no press where the ground was dragged; what comes later is.
        request_animation_frame(move || {
            let _there = self.touching.try_update_value(|touching| {
                touching.drags &= !touching.fingers.is_empty();
            });
        });
    }

    /// The wheel is turned.
    pub(super) fn wheel(self, event: &ev::WheelEvent) {
        let (at, down) = pointer::wheel(event);
        let by = 1.0 + down.abs().min(300.0) / 300.0;
        let by = if down < 0.0 { by } else { 1.0 / by };
        let look = |view: View, ground: &Ground, frame| view.zoomed(by, at, ground.size, frame);
        if self.chart.look(look) {
            event.prevent_default();
        }
    }

    /// A key is pressed in the map.
    pub(super) fn key(self, event: &ev::KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let moves = match event.key().as_str() {
            "ArrowLeft" => self.stride(STRIDE, 0.0),
            "ArrowRight" => self.stride(-STRIDE, 0.0),
            "ArrowUp" => self.stride(0.0, STRIDE),
            "ArrowDown" => self.stride(0.0, -STRIDE),
            "+" | "=" => self.larger(),
            "-" | "_" => self.smaller(),
            "0" | "Home" => self.whole(),
            _ => return,
        };
        // Where there is no more ground, the key is the page's.
        if moves {
            event.prevent_default();
            // The mark that had the focus may have gone.
            request_animation_frame(|| {
                if document::is_focus_lost() {
                    document::focus_id(FRAME);
                }
            });
        }
    }

    /// Enlarges, towards what is drawn; tells whether anything changed.
    pub(super) fn larger(self) -> bool {
        let larger = self.chart.screen.get_untracked().larger;
        // As far as places can be from their mark: where one of them is in sight, the mark is too.
        let inside = APART * larger * SQRT_2;
        let scene = self.chart.scene.get_untracked();
        let places = scene.drawn().sited.localities.iter().map(|place| place.at);
        self.chart
            .look(|view, ground, frame| view.enlarged(STEP, places, inside, ground.size, frame))
    }

    /// Reduces around the middle; tells whether anything changed.
    pub(super) fn smaller(self) -> bool {
        self.chart.look(|view, ground, frame| {
            let middle = (frame.width / 2.0, frame.height / 2.0);
            view.zoomed(1.0 / STEP, middle, ground.size, frame)
        })
    }

    /// Shows everything; tells whether anything changed.
    pub(super) fn whole(self) -> bool {
        let moves = self.chart.view.with_untracked(Option::is_some);
        if moves {
            self.chart.view.set(None);
        }
        moves
    }

    fn stride(self, right: f64, down: f64) -> bool {
        let shift = (right, down);
        self.chart
            .look(|view, ground, frame| view.dragged(shift, ground.size, frame))
    }
}

/// The middle between the first two fingers, and how far they are apart; of one, where it is.
struct Grip {
    at: (f64, f64),
    width: f64,
}

fn grip(fingers: &[(i32, (f64, f64))]) -> Grip {
    match fingers {
        [(_, one), (_, two), ..] => Grip {
            at: (f64::midpoint(one.0, two.0), f64::midpoint(one.1, two.1)),
            width: distance(*one, *two),
        },
        [(_, at)] => Grip { at: *at, width: 0.0 },
        [] => Grip {
            at: (0.0, 0.0),
            width: 0.0,
        },
    }
}

fn distance(one: (f64, f64), two: (f64, f64)) -> f64 {
    let (x, y) = (one.0 - two.0, one.1 - two.1);
    (x * x + y * y).sqrt()
}
