//! The page that measures: it writes its table into the document's `pre`.

#[cfg(target_arch = "wasm32")]
fn main() {
    use bench::measure::{SIZES, measure, table};

    fn show(text: &str) {
        let document = web_sys::window().and_then(|window| window.document());
        let target = document.and_then(|document| document.query_selector("pre").ok().flatten());
        target
            .expect("the page has its `pre`")
            .set_text_content(Some(text));
    }

    // A panic ends WebAssembly without a word, so that its message goes where the table would.
    std::panic::set_hook(Box::new(|panic| show(&panic.to_string())));
    let window = web_sys::window().expect("a page has a window");
    let performance = window.performance().expect("a window has a clock");
    let rows: Vec<_> = SIZES
        .iter()
        .map(|size| measure(*size, &|| performance.now()))
        .collect();
    let inbox = bench::review::opening(&|| performance.now());
    let pasted = bench::pasted::pasted(&|| performance.now());
    let editing = bench::editor::editing(bench::editor::SIZES, &|| performance.now());
    let kept = bench::kept::kept(bench::kept::KEPT);
    let tabled = bench::table::tabled(bench::table::ROWS, &|| performance.now());
    let mapped = bench::map::mapped(bench::map::MAPPED, &|| performance.now());
    let tables = [
        table(&rows),
        inbox.table(),
        bench::pasted::table(&pasted),
        editing.table(),
        kept.table(),
        tabled.table(),
        bench::map::table(&mapped),
    ];
    show(&tables.concat());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This runs in a browser: `cargo run --release -p bench` compiles and drives it.");
}
