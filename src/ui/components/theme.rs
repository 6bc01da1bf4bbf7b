//! A theme's mark: its shape and colour, by its place in the catalogue. Shape tells what colour
//! cannot.

use leptos::prelude::*;

use crate::domain::id::Id;
use crate::workspace::Workspace;

/// The shapes, in the order of the themes; after the last one they begin again.
const SHAPES: [&str; 6] = [
    r#"<circle cx="12" cy="12" r="10"/>"#,
    r#"<path d="M12 2 23 21H1z"/>"#,
    r#"<path d="M3 3h18v18H3z"/>"#,
    r#"<path d="M12 1 23 12 12 23 1 12z"/>"#,
    r#"<path d="M9 2h6v7h7v6h-7v7H9v-7H2V9h7z"/>"#,
    r#"<path d="M7 2h10l5 10-5 10H7L2 12z"/>"#,
];

/// Where a theme stands among the catalogue's, if it does.
pub fn place(workspace: &Workspace, theme: Option<&Id>) -> Option<usize> {
    let theme = theme?;
    workspace
        .shown()
        .themes
        .iter()
        .position(|known| known.id == *theme)
}

/// The class that colours what stands under a theme.
pub fn class(place: Option<usize>) -> &'static str {
    const CLASSES: [&str; 6] = ["theme-1", "theme-2", "theme-3", "theme-4", "theme-5", "theme-6"];
    place.map_or("", |place| CLASSES[place % CLASSES.len()])
}

/// Whether the shapes have begun again: then they are drawn hollow, so that twelve themes are told apart.
pub const fn is_hollow(place: usize) -> bool {
    place / SHAPES.len() % 2 == 1
}

/// The shape of a theme, in a square of 24 by 24.
pub fn shape(place: usize) -> &'static str {
    SHAPES[place % SHAPES.len()]
}

/// The mark before a theme's name.
pub fn mark(place: Option<usize>) -> impl IntoView {
    place.map(|place| {
        let class = if is_hollow(place) { "mark mark-hollow" } else { "mark" };
        view! { <svg class=class aria-hidden="true" focusable="false" viewBox="0 0 24 24" inner_html=shape(place)></svg> }
    })
}
