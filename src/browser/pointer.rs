//! Where fingers, a mouse and a wheel are in a part of the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, WheelEvent};

/// How many pixels a wheel means by one line or one page, where it does not count in pixels.
const LINE: f64 = 16.0;

/// Where a pointer is, in pixels from the upper left corner of what heard of it.
#[must_use]
pub fn pointer(event: &PointerEvent) -> (f64, f64) {
    inside(
        event.current_target(),
        f64::from(event.client_x()),
        f64::from(event.client_y()),
    )
}

/// Where a wheel is turned, and by how many pixels it would scroll a page down.
#[must_use]
pub fn wheel(event: &WheelEvent) -> ((f64, f64), f64) {
    let at = inside(
        event.current_target(),
        f64::from(event.client_x()),
        f64::from(event.client_y()),
    );
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
        1.0
    } else {
        LINE
    };
    (at, event.delta_y() * unit)
}

/// Lets what heard of a pointer hear of it wherever it moves, until it is lifted.
pub fn hold(event: &PointerEvent) {
    let target = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        // A pointer that was lifted meanwhile cannot be held.
        let _held = target.set_pointer_capture(event.pointer_id());
    }
}

fn inside(target: Option<web_sys::EventTarget>, x: f64, y: f64) -> (f64, f64) {
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    target.map_or((x, y), |target| {
        let rect = target.get_bounding_client_rect();
        let (left, top) = (f64::from(target.client_left()), f64::from(target.client_top()));
        (x - rect.left() - left, y - rect.top() - top)
    })
}
