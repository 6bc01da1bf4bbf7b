//! The page: its base, title, language, focus.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusEvent, FocusOptions, HtmlElement, Node, SvgElement, Url, Window};

use crate::domain::site::Accent;

/// The window.
///
/// # Panics
/// Never: this application runs in a page.
#[must_use]
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document.
///
/// # Panics
/// Never: this application runs in a page.
#[must_use]
pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The path that the application lives under, with a slash at both ends: `/`, `/asso/solidaire/`.
#[must_use]
pub fn base_path() -> String {
    let base = document().base_uri().ok().flatten();
    base.and_then(|base| Url::new(&base).ok())
        .map_or_else(|| "/".to_owned(), |url| url.pathname())
}

/// The address of a page of this application, in full.
#[must_use]
pub fn absolute(relative: &str) -> String {
    let base = document().base_uri().ok().flatten();
    let url = base.and_then(|base| Url::new_with_base(relative, &base).ok());
    url.map_or_else(|| relative.to_owned(), |url| url.href())
}

/// Whether the page stands within another site's: `?vue=integree`, which `public/rescue.js` notes on the
/// root element before anything is drawn.
#[must_use]
pub fn is_embedded() -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.has_attribute("data-embedded"))
}

/// The languages that the person prefers, best first.
#[must_use]
pub fn preferred_languages() -> Vec<String> {
    window()
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// What the browser calls itself.
#[must_use]
pub fn user_agent() -> String {
    // One that does not say is like any other.
    window().navigator().user_agent().unwrap_or_default()
}

/// Whether nobody can see the page.
#[must_use]
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of the root element, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    // A constant, valid name cannot be refused.
    let _accepted = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets the site's colour for the style sheets, or leaves it to them. A script may set a property where
/// the policy forbids styles in the markup.
pub fn set_accent(accent: Option<&Accent>) {
    let root = document().document_element();
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // A colour that was checked cannot be refused.
    let _accepted = root
        .style()
        .set_property("--site-accent", accent.map_or("", Accent::as_str));
}

/// The element of an identifier.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Moves the focus to the first element of a selector, scrolled into view. An element that is not a
/// control gets `tabindex="-1"` from its markup.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        // An element that cannot take the focus stays without it.
        let _focused = element.focus();
    }
}

/// Moves the focus to the first element of a selector, and scrolls nowhere.
pub fn focus_in_place(selector: &str) {
    if let Some(element) = first(selector) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus stays without it.
        let _focused = element.focus_with_options(&options);
    }
}

fn first(selector: &str) -> Option<HtmlElement> {
    let found = document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into().ok())
}

/// Moves the focus to the element of an identifier, scrolled into view.
pub fn focus_id(id: &str) {
    // An element that is not there, or cannot take the focus, stays without it.
    let _focused = try_focus_id(id);
}

/// Moves the focus to the element of an identifier, be it a part of a drawing, and tells whether it is there.
#[must_use]
pub fn try_focus_id(id: &str) -> bool {
    let Some(element) = element(id) else {
        return false;
    };
    let focused = match element.dyn_into::<HtmlElement>() {
        Ok(element) => element.focus(),
        Err(element) => match element.dyn_into::<SvgElement>() {
            Ok(part) => part.focus(),
            Err(_) => return false,
        },
    };
    focused.is_ok()
}

/// What holds the element of a selector in which something was pressed.
#[must_use]
pub fn holder(pressed: &web_sys::MouseEvent, selector: &str) -> Option<Element> {
    let pressed = pressed.target()?.dyn_into::<Element>().ok()?;
    // A constant, valid selector cannot be refused.
    pressed.closest(selector).ok()??.parent_element()
}

/// Moves the focus to an entry of a list by its place: to the link or the element of its heading that can take it, else
/// to the entry itself.
pub fn focus_entry(list: Option<&Element>, entries: &str, place: usize) {
    const HEADINGS: &str = ":is(h2, h3, h4) a, :is(h2, h3, h4)[tabindex]";
    let entries = list.and_then(|list| list.query_selector_all(entries).ok());
    let entry = entries.and_then(|entries| entries.item(u32::try_from(place).ok()?));
    let Some(entry) = entry.and_then(|entry| entry.dyn_into::<Element>().ok()) else {
        return;
    };
    let heading = entry.query_selector(HEADINGS).ok().flatten();
    let chosen = heading.unwrap_or_else(|| {
        // A constant, valid name cannot be refused.
        let _accepted = entry.set_attribute("tabindex", "-1");
        entry
    });
    if let Ok(chosen) = chosen.dyn_into::<HtmlElement>() {
        let _focused = chosen.focus();
    }
}

/// Whether nothing has the focus: what had it was taken away.
#[must_use]
pub fn is_focus_lost() -> bool {
    document()
        .active_element()
        .is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body"))
}

/// Whether the focus that an event takes away goes to something outside of an element. Safari moves no
/// focus to a link that is clicked, so a focus that goes nowhere counts as inside.
#[must_use]
pub fn goes_out_of(element: &Element, event: &FocusEvent) -> bool {
    let next = event
        .related_target()
        .and_then(|next| next.dyn_into::<Node>().ok());
    next.is_some_and(|next| !element.contains(Some(&next)))
}

/// Unfolds a `details` element.
pub fn unfold(id: &str) {
    if let Some(element) = element(id) {
        // A constant, valid name cannot be refused.
        let _accepted = element.set_attribute("open", "");
    }
}

/// Folds a `details` element.
pub fn fold(id: &str) {
    if let Some(element) = element(id) {
        // A constant, valid name cannot be refused.
        let _accepted = element.remove_attribute("open");
    }
}

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

/// Whether there is room for two columns.
#[must_use]
pub fn is_wide() -> bool {
    let query = window().match_media("(min-width: 64em)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Scrolls a control to the top on a narrow screen, where the keyboard takes the lower half and would
/// cover what opens below the control.
pub fn make_room_below(id: &str) {
    // The width in pixels of the largest phone upright.
    const NARROW: f64 = 600.0;
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    if let Some(element) = element(id).filter(|_| width.is_some_and(|width| width < NARROW)) {
        element.scroll_into_view();
    }
}

/// Scrolls the positioned list that holds an element as little as needed to bring it into view.
pub fn reveal(id: &str) {
    let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let Some(list) = element.offset_parent() else {
        return;
    };
    let (top, bottom) = (
        element.offset_top(),
        element.offset_top() + element.offset_height(),
    );
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

/// Presses a control, as a person would: a hidden file input opens the file chooser.
pub fn press(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Takes an element away.
pub fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// Opens a dialog modally.
pub fn show_modal(id: &str) {
    if let Some(dialog) =
        element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok())
        && !dialog.open()
    {
        // Only a dialog that is open already, or out of the page, is refused.
        let _shown = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) =
        element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok())
    {
        dialog.close();
    }
}

/// Opens the browser's print dialog.
///
/// # Errors
/// When the browser has none.
pub fn print() -> Result<(), JsValue> {
    window().print()
}

/// The address of the page that is shown, in full.
#[must_use]
pub fn address() -> String {
    // Only a page that is being left does not say.
    window().location().href().unwrap_or_default()
}

/// Goes one step back in the history, if there is one.
#[must_use]
pub fn goes_back() -> bool {
    let history = window().history().ok();
    let steps = history.filter(|history| history.length().is_ok_and(|length| length > 1));
    steps.is_some_and(|history| history.back().is_ok())
}

/// Loads the page anew.
pub fn reload() {
    // Only a page that is being left refuses, and it goes anyway.
    let _reloading = window().location().reload();
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// The text of a script value, for a message.
#[must_use]
pub fn describe(value: &JsValue) -> String {
    value
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| value.as_string())
        .unwrap_or_else(|| format!("{value:?}"))
}

/// A property of an object, where it has it.
pub(super) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    // Only what is no object refuses to be asked, and a browser that forbids what it has.
    let value = Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
