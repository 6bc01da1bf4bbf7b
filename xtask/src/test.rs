//! `cargo xtask test`: every check of the project, the quick ones first.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::browsers::{self, Browser};
use crate::members::{self, BROWSER, FUZZ};
use crate::setup::BuildTools;
use crate::suite::{Outcome, Suite};
use crate::wasm_target::TARGET;
use crate::{cargo_tool, dist, dist_check, journeys, process, project, setup, tidy};

/// The documentation is read with its private items, so links to them lead somewhere.
const RUSTDOC_FLAGS: &str = "-D warnings -A rustdoc::private_intra_doc_links";

/// Sets up everything, runs every check, and says whether all passed.
///
/// # Errors
/// When something that the checks need cannot be set up.
pub fn run(root: &Path) -> Result<bool> {
    let tools = setup::all(root)?;
    let mut suite = Suite::new(project::in_ci());
    let passes = |work: Result<()>| work.map(|()| Outcome::Passed);
    let cargo = |arguments: &[&str]| passes(process::run(cargo(root).args(arguments)));

    suite.check("format", || cargo(&["fmt", "--all", "--check"]));
    suite.check("project rules", || passes(tidy::check(root)));
    suite.check("clippy, this machine", || {
        cargo(&[
            "clippy",
            "--quiet",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
    });
    suite.check("clippy, wasm", || lint_wasm(root, &tools));
    suite.check("unit and property tests", || unit_tests(root));
    suite.check("fuzz targets", || fuzz(root));
    suite.check("documentation", || document(root, &tools));
    suite.check("licences, bans, sources", || {
        let mut deny = Command::new(cargo_tool::cargo_deny().path()?);
        deny.args([
            "--locked",
            "--workspace",
            "check",
            "--hide-inclusion-graph",
            "licenses",
            "bans",
            "sources",
        ]);
        passes(process::run(deny.current_dir(root)))
    });
    suite.check("advisories", || advisories(root));

    let mut built = None;
    suite.check("dist", || {
        built = Some(dist::build(root, &tools, &dist::Options::default())?);
        Ok(Outcome::Passed)
    });
    if let Some(folder) = &built {
        suite.check("dist: pages, policies and references", || {
            passes(dist_check::pages(folder))
        });
        suite.check("dist: what the service worker names", || {
            passes(dist_check::worker(folder))
        });
        suite.check("dist: one file is the site", || {
            passes(dist_check::one_file_is_the_site(folder))
        });
        suite.check("dist: bytes of a first visit", || {
            passes(dist_check::weight(folder))
        });
        suite.check("browser tests in Chromium", || browser_tests(root));
        for browser in browsers::OTHERS {
            let name = format!("journeys in {}", browser.name);
            suite.check(&name, || journeys(root, browser));
        }
    }
    Ok(suite.close())
}

fn cargo(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root);
    if project::in_ci() {
        // Nobody builds there a second time.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

fn lint_wasm(root: &Path, tools: &BuildTools) -> Result<Outcome> {
    let mut lint = cargo(root);
    let target = [
        "--quiet",
        "--locked",
        // The macros that this compiles are then there for `dist/`.
        "--release",
        "--package",
        "solidaire",
        "--lib",
        "--bins",
        "--target",
        TARGET,
    ];
    if tools.toolchain.has_clippy() {
        lint.arg("clippy").args(target).args(["--", "-D", "warnings"]);
    } else {
        println!("   this compiler has no clippy: its own warnings count instead");
        lint.arg("check").args(target).env("RUSTFLAGS", "-D warnings");
    }
    tools.toolchain.apply(&mut lint);
    process::run(&mut lint)?;
    Ok(Outcome::Passed)
}

fn unit_tests(root: &Path) -> Result<Outcome> {
    let mut test = cargo(root);
    test.args(["test", "--quiet", "--locked", "--workspace"]);
    if let Some(package) = members::package(root, BROWSER)? {
        test.args(["--exclude", &package]);
    }
    process::run(&mut test)?;
    Ok(Outcome::Passed)
}

/// Every reader gets new input: for a minute in continuous integration, and for a few seconds here.
fn fuzz(root: &Path) -> Result<Outcome> {
    let Some(package) = members::package(root, FUZZ)? else {
        return Ok(Outcome::Skipped(format!("there is no {FUZZ}")));
    };
    let seconds = if project::in_ci() { "60" } else { "10" };
    println!("   for {seconds} s; longer: cargo run -p {package} -- --seconds 600");
    let arguments = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        &package,
        "--",
        "--seconds",
        seconds,
    ];
    process::run(cargo(root).args(arguments))?;
    Ok(Outcome::Passed)
}

/// The application's documentation is made for wasm, where all of its modules exist.
fn document(root: &Path, tools: &BuildTools) -> Result<Outcome> {
    let arguments = [
        "doc",
        "--quiet",
        "--locked",
        "--no-deps",
        "--document-private-items",
        "--lib",
        "--package",
    ];
    let mut app = cargo(root);
    app.args(arguments)
        .args(["solidaire", "--release", "--target", TARGET])
        .env("RUSTDOCFLAGS", RUSTDOC_FLAGS);
    if tools.toolchain.has_clippy() {
        process::run(&mut app)?;
    } else {
        // rustdoc belongs to rustup's compiler and cannot read another's standard library.
        println!("   without a wasm target of rustup, only what builds for this machine is documented");
        let mut here = cargo(root);
        process::run(
            here.args(arguments)
                .arg("solidaire")
                .env("RUSTDOCFLAGS", RUSTDOC_FLAGS),
        )?;
    }
    process::run(
        cargo(root)
            .args(arguments)
            .arg("xtask")
            .env("RUSTDOCFLAGS", RUSTDOC_FLAGS),
    )?;
    Ok(Outcome::Passed)
}

/// Known vulnerabilities, where their database can be had: it is a git repository and no registry serves it.
fn advisories(root: &Path) -> Result<Outcome> {
    let mut deny = Command::new(cargo_tool::cargo_deny().path()?);
    deny.args([
        "--locked",
        "--workspace",
        "check",
        "--hide-inclusion-graph",
        "advisories",
    ])
    .current_dir(root);
    match process::output(&mut deny) {
        Ok(_) => Ok(Outcome::Passed),
        Err(error) if error.to_string().contains("failed to fetch advisory database") => Ok(
            Outcome::Excused("the advisory database cannot be fetched from here".into()),
        ),
        Err(error) => bail!(error),
    }
}

/// Leaves out engines here: `SOLIDAIRE_ENGINES=firefox`, or nothing at all for Chromium alone.
const ENGINES: &str = "SOLIDAIRE_ENGINES";

fn browser_tests(root: &Path) -> Result<Outcome> {
    let Some(package) = members::package(root, BROWSER)? else {
        return Ok(Outcome::Skipped(format!("there is no {BROWSER} yet")));
    };
    let mut test = cargo(root);
    test.args(["test", "--locked", "--package", &package]);
    process::run(test.env_remove(ENGINE))?;
    Ok(Outcome::Passed)
}

/// Names the engine to the browser tests.
const ENGINE: &str = "SOLIDAIRE_ENGINE";

/// The journeys that other engines run too, in one of them.
fn journeys(root: &Path, browser: Browser) -> Result<Outcome> {
    let Some(package) = members::package(root, BROWSER)? else {
        return Ok(Outcome::Skipped(format!("there is no {BROWSER} yet")));
    };
    let wanted = std::env::var(ENGINES);
    let left_out = |wanted: &String| {
        !wanted
            .split(',')
            .any(|one| one.trim().eq_ignore_ascii_case(browser.name))
    };
    if wanted.as_ref().is_ok_and(left_out) {
        return Ok(Outcome::Skipped(format!("{ENGINES} leaves it out")));
    }
    if let Err(error) = browser.ensure() {
        return Ok(Outcome::Skipped(format!("{error:#}")));
    }
    let mut test = cargo(root);
    test.args(["test", "--locked", "--package", &package])
        .env(ENGINE, browser.name);
    let is_webkit = browser == browsers::WEBKIT;
    let journeys = journeys::ALL
        .iter()
        .filter(|one| if is_webkit { one.webkit } else { one.firefox });
    test.args(["--test", "tests", "--", "--exact"]);
    if is_webkit {
        // Two of its drivers at once wait for each other.
        test.arg("--test-threads=1");
    }
    process::run(test.args(journeys.map(journeys::Journey::path)))?;
    Ok(Outcome::Passed)
}
