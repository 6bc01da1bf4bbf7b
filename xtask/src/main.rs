//! `cargo xtask <command>`: see [`xtask`].

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::{gazetteer, project};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Result<()> {
    let root = project::root();
    match arguments {
        [name] if name == "gazetteer" => gazetteer::run(&root),
        _ => bail!("usage: cargo xtask gazetteer"),
    }
}
