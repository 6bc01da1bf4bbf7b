//! Whether this page is alone on what it stores, as the browser's own locks tell.
//!
//! Every page holds a share of one lock; who gets the whole of it is alone. A page that goes, or that the
//! history keeps without letting it run, holds none. No memory of the device is needed, and a page that
//! died is known to be dead.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::document::{property, window};

thread_local! {
    /// Whether this page has its share, or has asked for it.
    static SHARES: Cell<bool> = const { Cell::new(false) };
    /// What lets go of this page's share.
    static LET_GO: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Runs something at once if no other page of this name is there. Where the browser has no locks, which
/// is so on pages that came without encryption, nobody knows, and it is not run.
pub fn if_alone(name: &str, run: impl FnOnce() + 'static) {
    let whole = Object::new();
    set(&whole, "ifAvailable", &JsValue::TRUE);
    request(name, &whole, move |lock: JsValue| {
        if !lock.is_null() {
            run();
        }
        JsValue::UNDEFINED
    });
}

/// Takes this page's share of the lock, unless it has it, until [`let_go`] or its end.
pub fn share(name: &str) {
    if SHARES.replace(true) {
        return;
    }
    let shared = Object::new();
    set(&shared, "mode", &JsValue::from_str("shared"));
    request(name, &shared, |_| {
        let held = Promise::new(&mut |resolve, _| LET_GO.set(Some(resolve.unchecked_into())));
        held.into()
    });
}

/// Lets go of this page's share: it is about to be kept by the history, which keeps no page that holds a
/// lock.
pub fn let_go() {
    if let Some(resolve) = LET_GO.take() {
        SHARES.set(false);
        // It never throws.
        let _held = resolve.call0(&JsValue::UNDEFINED);
    }
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A plain object takes every property.
    let _set = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Asks for a lock. What is refused is as good as not alone.
fn request(name: &str, options: &Object, run: impl FnOnce(JsValue) -> JsValue + 'static) {
    let Some(locks) = property(&window().navigator(), "locks") else {
        return;
    };
    let Some(Ok(ask)) = property(&locks, "request").map(JsCast::dyn_into::<Function>) else {
        return;
    };
    let run = Closure::once_into_js(run);
    let asked = ask.apply(&locks, &Array::of3(&JsValue::from_str(name), options, &run));
    if let Ok(Ok(asked)) = asked.map(JsCast::dyn_into::<Promise>) {
        // Making a future of a promise marks its refusal as heard.
        let _heard = JsFuture::from(asked);
    }
}
