//! What happens when the application breaks: the person is told and offered their data.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Hands a panic to `rescue.js`, which needs nothing of this module to go on: after a panic nothing
/// here runs any more.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        let window: JsValue = js_sys::global().into();
        let rescue = Reflect::get(&window, &JsValue::from_str("solidaireRescue"));
        if let Some(rescue) = rescue.ok().and_then(|value| value.dyn_into::<Function>().ok()) {
            // Nobody is left to hear of a failure here.
            let _shown = rescue.call1(&window, &JsValue::from_str(&message));
        }
        web_sys::console::error_1(&JsValue::from_str(&message));
    }));
}
