//! The page that measures: it writes its table into the document's `pre`.

#[cfg(target_arch = "wasm32")]
fn main() {
    use bench::measure::{SIZES, measure, table};

    let window = web_sys::window().expect("a page has a window");
    let performance = window.performance().expect("a window has a clock");
    let rows: Vec<_> = SIZES
        .iter()
        .map(|size| measure(*size, &|| performance.now()))
        .collect();
    let document = window.document().expect("a window has a document");
    let target = document.query_selector("pre").expect("the selector is one");
    target
        .expect("the page has its `pre`")
        .set_text_content(Some(&table(&rows)));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This runs in a browser: `cargo run --release -p bench` compiles and drives it.");
}
