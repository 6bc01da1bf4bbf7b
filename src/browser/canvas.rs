//! A part of the page that fingers, a mouse and a wheel move about in.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, SvgElement, WheelEvent};

use super::document::{document, element, window};

/// How many pixels a wheel means by one line or one page, where it does not count in pixels.
const LINE: f64 = 16.0;

/// The width and height of an element in pixels, without its border.
#[must_use]
pub fn size(id: &str) -> Option<(f64, f64)> {
    let element = element(id)?;
    let (width, height) = (element.client_width(), element.client_height());
    (width > 0 && height > 0).then(|| (f64::from(width), f64::from(height)))
}

/// How large the page's letters are, in pixels.
#[must_use]
pub fn letters() -> Option<f64> {
    let style = window()
        .get_computed_style(&document().document_element()?)
        .ok()??;
    let size = style.get_property_value("font-size").ok()?;
    size.strip_suffix("px")?.parse().ok()
}

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

/// Moves the focus to a part of a drawing, and tells whether it is there.
#[must_use]
pub fn focus_part(id: &str) -> bool {
    let part = element(id).and_then(|part| part.dyn_into::<SvgElement>().ok());
    // A part that cannot take the focus stays without it.
    part.is_some_and(|part| part.focus().is_ok())
}

/// Whether nothing has the focus: what had it was taken away.
#[must_use]
pub fn is_focus_lost() -> bool {
    document()
        .active_element()
        .is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body"))
}

fn inside(target: Option<web_sys::EventTarget>, x: f64, y: f64) -> (f64, f64) {
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    target.map_or((x, y), |target| {
        let rect = target.get_bounding_client_rect();
        let (left, top) = (f64::from(target.client_left()), f64::from(target.client_top()));
        (x - rect.left() - left, y - rect.top() - top)
    })
}
