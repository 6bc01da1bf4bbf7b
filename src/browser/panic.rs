//! What happens when the application breaks: the person is told and offered their data.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Calls a function of `rescue.js` with a text.
pub fn tell_rescue(name: &str, text: &str) {
    let window: JsValue = js_sys::global().into();
    let function = Reflect::get(&window, &JsValue::from_str(name));
    if let Some(function) = function.ok().and_then(|value| value.dyn_into::<Function>().ok()) {
        // Nobody is left to hear of a failure there.
        let _called = function.call1(&window, &JsValue::from_str(text));
    }
}

/// Hands a panic to `rescue.js`, which needs nothing of this module to go on: after a panic nothing
/// here runs any more.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        tell_rescue("solidaireRescue", &message);
        web_sys::console::error_1(&JsValue::from_str(&message));
    }));
}
