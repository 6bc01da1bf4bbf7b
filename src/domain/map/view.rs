//! What of the ground is in sight, and how large.

use std::f64::consts::SQRT_2;

use super::ground::Flat;

/// The window through which the ground is seen: its sides in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// What is in sight. It says nothing of the frame, so that a phone that is turned shows the same place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// How many times larger than the whole is seen; 1 at least.
    zoom: f64,
    /// What is in the middle.
    middle: Flat,
}

/// How the ground lies in the frame: each kilometre so many pixels, shifted by so many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lie {
    /// Pixels a kilometre.
    pub scale: f64,
    /// The place of the ground's north-western corner, in pixels from the frame's left edge.
    pub left: f64,
    /// The same from its upper edge.
    pub top: f64,
}

impl Lie {
    /// Where a place is in the frame, in pixels from its upper left corner.
    #[must_use]
    pub fn place(self, at: Flat) -> (f64, f64) {
        (at.x * self.scale + self.left, at.y * self.scale + self.top)
    }

    /// What is seen at a place of the frame.
    #[must_use]
    pub fn ground(self, (left, top): (f64, f64)) -> Flat {
        Flat {
            x: (left - self.left) / self.scale,
            y: (top - self.top) / self.scale,
        }
    }
}

/// How large a kilometre becomes at most, in pixels: a town's quarters are told apart. A small department
/// grows to eight times its whole all the same.
const CLOSEST: f64 = 64.0;

/// See [`CLOSEST`].
const LEAST_GROWTH: f64 = 8.0;

impl View {
    /// The whole ground.
    #[must_use]
    pub fn whole(ground: Flat) -> Self {
        Self {
            zoom: 1.0,
            middle: Flat {
                x: ground.x / 2.0,
                y: ground.y / 2.0,
            },
        }
    }

    /// Whether everything is in sight.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.zoom <= 1.0
    }

    /// Whether it is as close as it gets.
    #[must_use]
    pub fn is_closest(self, ground: Flat, frame: Frame) -> bool {
        self.zoom >= most(ground, frame)
    }

    /// How the ground lies in a frame, which may be another one than that in which the view was made.
    #[must_use]
    pub fn lie(self, ground: Flat, frame: Frame) -> Lie {
        let view = self.kept(ground, frame);
        let scale = fit(ground, frame) * view.zoom;
        Lie {
            scale,
            left: frame.width / 2.0 - view.middle.x * scale,
            top: frame.height / 2.0 - view.middle.y * scale,
        }
    }

    /// The view so many times larger, what is at a place of the frame staying there as far as there is ground.
    #[must_use]
    pub fn zoomed(self, by: f64, at: (f64, f64), ground: Flat, frame: Frame) -> Self {
        let held = self.lie(ground, frame).ground(at);
        let zoom = (self.zoom * by).clamp(1.0, most(ground, frame));
        let scale = fit(ground, frame) * zoom;
        let middle = Flat {
            x: held.x + (frame.width / 2.0 - at.0) / scale,
            y: held.y + (frame.height / 2.0 - at.1) / scale,
        };
        Self { zoom, middle }.kept(ground, frame)
    }

    /// The view so many times larger, drawn towards the nearest of the places where something is: it comes half
    /// the way to the middle, and at least so many pixels inside the frame. Where nothing is, the middle stays.
    #[must_use]
    pub fn enlarged(
        self,
        by: f64,
        places: impl IntoIterator<Item = Flat>,
        inside: f64,
        ground: Flat,
        frame: Frame,
    ) -> Self {
        let zoom = (self.zoom * by).min(most(ground, frame));
        if zoom <= self.zoom {
            return self;
        }
        // What this frame shows is where the middle is looked for.
        let seen = self.kept(ground, frame);
        let from_middle = |place: &Flat| place.square_to(seen.middle);
        let nearest = places
            .into_iter()
            .min_by(|one, two| from_middle(one).total_cmp(&from_middle(two)));
        let before = fit(ground, frame) * self.zoom;
        let after = fit(ground, frame) * zoom;
        let middle = |middle: f64, place: f64, side: f64| {
            let most = (side / 2.0 - inside).max(0.0);
            let away = ((place - middle) * before / 2.0).clamp(-most, most);
            place - away / after
        };
        let middle = nearest.map_or(seen.middle, |place| Flat {
            x: middle(seen.middle.x, place.x, frame.width),
            y: middle(seen.middle.y, place.y, frame.height),
        });
        Self { zoom, middle }.kept(ground, frame)
    }

    /// The view after the ground was dragged by so many pixels, as far as there is ground.
    #[must_use]
    pub fn dragged(self, (right, down): (f64, f64), ground: Flat, frame: Frame) -> Self {
        // From what this frame shows, or the first pixels would move nothing.
        let seen = self.kept(ground, frame);
        let scale = fit(ground, frame) * seen.zoom;
        let middle = Flat {
            x: seen.middle.x - right / scale,
            y: seen.middle.y - down / scale,
        };
        Self {
            zoom: seen.zoom,
            middle,
        }
        .kept(ground, frame)
    }

    /// The view around a place of the ground, large enough for what is `apart` kilometres apart to be seen at
    /// some distance.
    #[must_use]
    pub fn around(self, at: Flat, apart: f64, ground: Flat, frame: Frame) -> Self {
        let wanted = frame.width.min(frame.height) / (apart.max(0.1) * 3.0 * fit(ground, frame));
        let zoom = wanted
            .clamp(self.zoom * 2.0, self.zoom * 16.0)
            .min(most(ground, frame));
        Self { zoom, middle: at }.kept(ground, frame)
    }

    /// The size at which places are joined: the greatest of a ladder whose steps are a factor of √2 apart that
    /// is no larger than the view, in pixels a kilometre. Marks that are apart there are apart in the view, and
    /// do not change while fingers move a little.
    #[must_use]
    pub fn step(self, ground: Flat, frame: Frame) -> f64 {
        let mut zoom = 1.0;
        // Rounding must not leave a zoom of exactly one step below it.
        while zoom * SQRT_2 <= self.zoom * 1.000_001 {
            zoom *= SQRT_2;
        }
        fit(ground, frame) * zoom
    }

    /// The view without what lies beyond the ground; where that is smaller than the frame, it stands in the middle.
    fn kept(self, ground: Flat, frame: Frame) -> Self {
        let scale = fit(ground, frame) * self.zoom;
        let kept = |middle: f64, size: f64, side: f64| {
            let half = side / scale / 2.0;
            if half * 2.0 >= size {
                size / 2.0
            } else {
                middle.clamp(half, size - half)
            }
        };
        Self {
            zoom: self.zoom,
            middle: Flat {
                x: kept(self.middle.x, ground.x, frame.width),
                y: kept(self.middle.y, ground.y, frame.height),
            },
        }
    }
}

/// The size at which the whole ground just fits, in pixels a kilometre.
fn fit(ground: Flat, frame: Frame) -> f64 {
    (frame.width / ground.x).min(frame.height / ground.y)
}

/// How many times larger than the whole it gets at most.
fn most(ground: Flat, frame: Frame) -> f64 {
    (CLOSEST / fit(ground, frame)).max(LEAST_GROWTH)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::f64::consts::SQRT_2;

    use super::{Frame, View, most};
    use crate::domain::map::{APART, Flat, Locality, clusters};

    const GROUND: Flat = Flat { x: 110.0, y: 90.0 };
    const FRAME: Frame = Frame {
        width: 328.0,
        height: 400.0,
    };

    /// The same phone, turned, or a window of another size.
    fn frame() -> impl Strategy<Value = Frame> {
        (200.0..1600.0, 200.0..1200.0).prop_map(|(width, height)| Frame { width, height })
    }

    /// A view as fingers make it.
    fn view() -> impl Strategy<Value = View> {
        let step = (
            0.3..4.0,
            0.0..FRAME.width,
            0.0..FRAME.height,
            -300.0..300.0,
            -300.0..300.0,
        );
        proptest::collection::vec(step, 0..8).prop_map(|steps| {
            steps
                .into_iter()
                .fold(View::whole(GROUND), |view, (by, x, y, right, down)| {
                    view.zoomed(by, (x, y), GROUND, FRAME)
                        .dragged((right, down), GROUND, FRAME)
                })
        })
    }

    proptest! {
        #[test]
        fn the_frame_never_leaves_the_ground(view in view(), other in frame()) {
            for frame in [FRAME, other] {
                let lie = view.lie(GROUND, frame);
                for (size, side, begin) in [(GROUND.x, frame.width, lie.left), (GROUND.y, frame.height, lie.top)] {
                    let end = begin + size * lie.scale;
                    if size * lie.scale > side + 1e-6 {
                        prop_assert!(begin <= 1e-6 && end >= side - 1e-6, "{begin} to {end} of {side}");
                    } else {
                        prop_assert!((begin - (side - end)).abs() < 1e-6, "it stands in the middle");
                    }
                }
            }
        }

        #[test]
        fn the_ground_follows_the_fingers_in_another_frame_too(
            view in view(),
            frame in frame(),
            right in -100.0..100.0,
            down in -100.0..100.0,
        ) {
            let before = view.lie(GROUND, frame);
            let after = view.dragged((right, down), GROUND, frame).lie(GROUND, frame);
            let scale = before.scale;
            for (by, before, after, size, side) in [
                (right, before.left, after.left, GROUND.x, frame.width),
                (down, before.top, after.top, GROUND.y, frame.height),
            ] {
                // As far as there is ground.
                let room = (side - size * scale).min(0.0);
                let expected = if room < 0.0 { (before + by).clamp(room, 0.0) } else { before };
                prop_assert!((after - expected).abs() < 1e-6, "{before} by {by} became {after}");
            }
        }

        #[test]
        fn what_is_under_the_fingers_stays_there(view in view(), by in 1.0..3.0) {
            // In the middle no edge of the ground is in the way of growing.
            let at = (FRAME.width / 2.0, FRAME.height / 2.0);
            let before = view.lie(GROUND, FRAME).ground(at);
            let after = view.zoomed(by, at, GROUND, FRAME).lie(GROUND, FRAME).ground(at);
            prop_assert!(before.square_to(after) < 1e-9, "{before:?} became {after:?}");
        }

        #[test]
        fn going_closer_never_leaves_every_mark_out_of_sight(
            view in view(),
            places in proptest::collection::vec((0.0..110.0, 0.0..90.0), 1..20),
            times in 1..12_usize,
        ) {
            let localities: Vec<Locality> = places
                .into_iter()
                .map(|(x, y)| Locality { at: Flat { x, y }, approximate: false, entries: vec![0] })
                .collect();
            let mut view = view;
            for _ in 0..times {
                let before = view.zoom;
                view = view.enlarged(2.0, localities.iter().map(|one| one.at), APART * SQRT_2, GROUND, FRAME);
                if view.zoom > before {
                    let lie = view.lie(GROUND, FRAME);
                    let joined = clusters(&localities, APART / view.step(GROUND, FRAME));
                    let in_sight = joined.iter().any(|cluster| {
                        let (left, top) = lie.place(localities[cluster.seat()].at);
                        (-1e-6..=FRAME.width + 1e-6).contains(&left) && (-1e-6..=FRAME.height + 1e-6).contains(&top)
                    });
                    prop_assert!(in_sight, "{view:?}");
                }
            }
        }

        #[test]
        fn places_are_joined_at_no_larger_a_size_than_they_are_seen(view in view()) {
            let (step, seen) = (view.step(GROUND, FRAME), view.lie(GROUND, FRAME).scale);
            prop_assert!(step <= seen * 1.000_01 && step * 1.5 > seen, "{step} for {seen}");
        }
    }

    #[test]
    fn it_ends_at_the_whole_and_at_the_closest() {
        let middle = (FRAME.width / 2.0, FRAME.height / 2.0);
        let whole = View::whole(GROUND);
        assert!(whole.is_whole() && !whole.is_closest(GROUND, FRAME));
        assert_eq!(whole.zoomed(0.5, middle, GROUND, FRAME), whole);
        let closest = whole.zoomed(1e9, middle, GROUND, FRAME);
        assert!(closest.is_closest(GROUND, FRAME));
        assert!((closest.zoom - most(GROUND, FRAME)).abs() < 1e-9);
        assert!((closest.lie(GROUND, FRAME).scale - 64.0).abs() < 1e-9);
    }

    #[test]
    fn going_closer_draws_what_is_nearest_towards_the_middle() {
        let whole = View::whole(GROUND);
        let (near, far) = (Flat { x: 75.0, y: 35.0 }, Flat { x: 5.0, y: 80.0 });
        let away = |view: View| {
            let (left, top) = view.lie(GROUND, FRAME).place(near);
            (left - FRAME.width / 2.0, top - FRAME.height / 2.0)
        };
        let (before, closer) = (away(whole), whole.enlarged(4.0, [far, near], 50.0, GROUND, FRAME));
        let after = away(closer);
        assert!((after.0 - before.0 / 2.0).abs() < 1e-6 && (after.1 - before.1 / 2.0).abs() < 1e-6);
        // Where nothing is, it is as if fingers held the middle.
        let middle = (FRAME.width / 2.0, FRAME.height / 2.0);
        assert_eq!(
            whole.enlarged(2.0, [], 50.0, GROUND, FRAME),
            whole.zoomed(2.0, middle, GROUND, FRAME)
        );
        let closest = whole.enlarged(1e9, [near], 50.0, GROUND, FRAME);
        assert_eq!(closest.enlarged(2.0, [far], 50.0, GROUND, FRAME), closest);
    }

    #[test]
    fn going_to_a_place_brings_it_to_the_middle_and_closer() {
        let town = Flat { x: 60.0, y: 50.0 };
        let view = View::whole(GROUND).around(town, 4.0, GROUND, FRAME);
        let (left, top) = view.lie(GROUND, FRAME).place(town);
        assert!((left - FRAME.width / 2.0).abs() < 1e-6 && (top - FRAME.height / 2.0).abs() < 1e-6);
        assert!(view.lie(GROUND, FRAME).scale > 2.0 * View::whole(GROUND).lie(GROUND, FRAME).scale);
    }
}
