//! `cargo xtask <command>`: see [`xtask`].

use std::process::ExitCode;

use anyhow::Result;
use xtask::arguments::{self, Command, USAGE};
use xtask::step::step;
use xtask::{bench, dist, gazetteer, project, serve, setup, shots, test, tidy};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = match arguments::parse(&arguments) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error:#}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<ExitCode> {
    let root = project::root();
    match command {
        Command::Help => println!("{USAGE}"),
        Command::Setup => {
            setup::all(&root)?;
        }
        Command::Serve(settings) => serve::run(&root, settings)?,
        Command::Dist(options) => step("dist", || {
            let tools = setup::build(&root)?;
            dist::build(&root, &tools, options).map(drop)
        })?,
        Command::Twice => step("build twice", || {
            let tools = setup::build(&root)?;
            dist::twice::check(&root, &tools)
        })?,
        Command::Test => {
            let passed = test::run(&root)?;
            return Ok(if passed {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            });
        }
        Command::Bench => bench::run(&root)?,
        Command::Shots => shots::run(&root)?,
        Command::Tidy => step("project rules", || tidy::check(&root))?,
        Command::Gazetteer => gazetteer::run(&root)?,
    }
    Ok(ExitCode::SUCCESS)
}
