//! What is typed after `cargo xtask`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{dist, serve};

/// What can be typed.
pub const USAGE: &str = "\
usage: cargo xtask <command>
  serve [--port N] [--base /path/] [--no-build]   build dist/ and serve it on loopback
  dist [--catalogue FILE] [--without-worker]      build dist/ and the zip for an association; without a service
                                                  worker, it removes the one of a version before
  twice                                           build the commit in two folders and compare every byte
  test                                            every check: format, lints, unit, property, browser
  bench                                           measure in Chromium, Lighthouse and how well press releases are read
  shots                                           pictures of every page
  setup                                           set up every tool, and nothing else
  tidy                                            check the project's own rules, and nothing else
  gazetteer                                       write public/communes/ anew from its sources";

/// A command with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Print what can be typed.
    Help,
    /// Set up everything.
    Setup,
    /// Serve `dist/`.
    Serve(serve::Settings),
    /// Build `dist/` and the zip.
    Dist(dist::Options),
    /// Build what is committed twice and compare.
    Twice,
    /// Run every check.
    Test,
    /// Measure.
    Bench,
    /// Take pictures of every page.
    Shots,
    /// Check the project's own rules.
    Tidy,
    /// Write the gazetteer.
    Gazetteer,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// When a word is unknown or an option lacks its value.
pub fn parse(words: &[String]) -> Result<Command> {
    let mut words = words.iter().map(String::as_str);
    let Some(name) = words.next() else {
        return Ok(Command::Help);
    };
    let mut command = match name {
        "help" | "--help" | "-h" => Command::Help,
        "setup" => Command::Setup,
        "serve" => Command::Serve(serve::Settings::default()),
        "dist" => Command::Dist(dist::Options::default()),
        "twice" => Command::Twice,
        "test" => Command::Test,
        "bench" => Command::Bench,
        "shots" => Command::Shots,
        "tidy" => Command::Tidy,
        "gazetteer" => Command::Gazetteer,
        other => bail!("there is no command `{other}`"),
    };
    while let Some(option) = words.next() {
        let mut value = || words.next().with_context(|| format!("{option} needs a value"));
        match (&mut command, option) {
            (Command::Serve(settings), "--port") => {
                let port = value()?;
                settings.port = port.parse().with_context(|| format!("{port} is no port"))?;
            }
            (Command::Serve(settings), "--base") => value()?.clone_into(&mut settings.base),
            (Command::Serve(settings), "--no-build") => settings.build = false,
            (Command::Dist(options), "--catalogue") => options.catalogue = Some(PathBuf::from(value()?)),
            (Command::Dist(options), "--without-worker") => options.without_worker = true,
            _ => bail!("`{name}` has no option `{option}`"),
        }
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn commands_and_options() {
        let settings = serve::Settings {
            port: 9000,
            base: "/a/".into(),
            build: false,
        };
        assert_eq!(
            parsed("serve --port 9000 --base /a/ --no-build").unwrap(),
            Command::Serve(settings)
        );
        let options = dist::Options {
            catalogue: Some("c.json".into()),
            without_worker: true,
        };
        assert_eq!(
            parsed("dist --catalogue c.json --without-worker").unwrap(),
            Command::Dist(options)
        );
        assert_eq!(parsed("").unwrap(), Command::Help);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "fly",
            "serve --port",
            "serve --port x",
            "dist --no-build",
            "setup now",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
