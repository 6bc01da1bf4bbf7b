//! Mounts the application; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    solidaire::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Solidaire runs in a browser: `cargo xtask serve` builds and serves it.");
}
