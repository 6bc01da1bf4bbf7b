//! `cargo run --release -p bench`: compiles the measuring page, runs it in Chromium, prints its table.
//!
//! Wants the wasm target, `wasm-bindgen` in the version of `Cargo.lock`, and Chromium; `cargo xtask
//! bench` sets them up before it calls this.

mod browser;
mod build;
mod server;

use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("bench: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let folder = build::page()?;
    let server = server::Server::start(folder)?;
    let _browser = browser::Browser::open(server.address())?;
    server.wait_for_result()
}
