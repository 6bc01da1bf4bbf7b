//! Mounts the application; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(|| leptos::view! { <h1>"Solidaire"</h1> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Solidaire runs in a browser: `cargo xtask serve` builds and serves it.");
}
