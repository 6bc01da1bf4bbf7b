//! `cargo run -p fuzz [-- --seconds N] [--target NAME] [--seed S] [--inputs N] [--file F]`

use std::env;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fuzz::run;
use fuzz::target::{self, Target};

/// How long all targets take together, unless the command says otherwise.
const SECONDS: u64 = 60;

fn main() -> ExitCode {
    match fuzz(&env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            eprintln!("{complaint}");
            ExitCode::FAILURE
        }
    }
}

fn fuzz(arguments: &[String]) -> Result<(), String> {
    let option = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1).map(String::as_str)
    };
    let number = |name: &str, otherwise: u64| match option(name) {
        None => Ok(otherwise),
        Some(text) => text.parse().map_err(|_| format!("{name} {text} is no number")),
    };
    let named = |name: &str| Target::named(name).ok_or_else(|| format!("there is no target {name}"));
    let targets = match option("--target") {
        None => target::ALL.to_vec(),
        Some(name) => vec![named(name)?],
    };
    if let Some(file) = option("--file") {
        let input = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        for target in targets {
            (target.check)(&input);
        }
        println!("{file} breaks no law");
        return Ok(());
    }
    let seconds = number("--seconds", SECONDS)?;
    let most = number("--inputs", u64::MAX)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let seed = number("--seed", now.map_or(0, |since| since.as_secs() << 24))?;
    let each = Duration::from_secs(seconds) / u32::try_from(targets.len()).unwrap_or(1);
    for target in targets {
        run::corpus(target);
        let name = target.name;
        match run::inputs(target, seed, most, each) {
            Ok(given) => println!("   {name}: {given} inputs from seed {seed}, no law broken"),
            Err(found) => {
                return Err(format!(
                    "{name} breaks a law on {}\nagain: cargo run -p fuzz -- --target {name} --seed {} --inputs 1\n\
                     once mended, keep the file as tests/fuzz/corpus/{name}/found-<what>",
                    found.file.display(),
                    found.seed
                ));
            }
        }
    }
    Ok(())
}
