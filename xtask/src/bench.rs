//! `cargo xtask bench`: measures in Chromium and with Lighthouse, prints tables, and never fails on a time.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::members::{self, BENCH, BROWSER};
use crate::server::{Options, Server};
use crate::step::step;
use crate::{browsers, dist, process, setup, tools};

/// The median of so many runs is shown, since one is chance.
const RUNS: usize = 5;

/// Lighthouse's categories, each a score from 0 to 100.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Lighthouse's times in milliseconds, and the shift of the layout.
const AUDITS: [&str; 6] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "speed-index",
    "interactive",
    "total-blocking-time",
    "cumulative-layout-shift",
];

/// Builds, then runs the benchmarks in Chromium and Lighthouse's mobile profile.
///
/// # Errors
/// When something cannot be set up, built or run; never on a time.
pub fn run(root: &Path) -> Result<()> {
    let build = setup::build(root)?;
    let (chromium, _) = step("set up the browser", || browsers::CHROMIUM.ensure())?;
    let folder = dist::build(root, &build, &dist::Options::default())?;
    match members::package(root, BENCH)? {
        Some(package) => step("benchmarks in Chromium", || {
            let mut bench = Command::new("cargo");
            bench
                .args(["run", "--release", "--locked", "--package", &package])
                .current_dir(root);
            // It compiles a page of its own for the web.
            bench.env("PATH", process::path_with(&build.wasm_bindgen)?);
            build.toolchain.apply(&mut bench);
            process::run(&mut bench)
        })?,
        None => println!("skipped: benchmarks in Chromium: there is no {BENCH} yet"),
    }
    if let Some(package) = members::package(root, BROWSER)? {
        step("journeys in Chromium", || {
            let arguments = ["run", "--locked", "--package", &package, "--bin", "journeys"];
            process::run(Command::new("cargo").args(arguments).current_dir(root))
        })?;
    }
    step("reading press releases that were held out", || {
        let arguments = [
            "test",
            "--locked",
            "--test",
            "communique",
            "--",
            "--ignored",
            "--nocapture",
            "quality",
        ];
        process::run(Command::new("cargo").args(arguments).current_dir(root))
    })?;
    step("Lighthouse, mobile", || lighthouse(root, &folder, &chromium))
}

fn lighthouse(root: &Path, folder: &Path, chromium: &Path) -> Result<()> {
    let program = tools::lighthouse()?;
    let server = Server::start(Options {
        gzip: true,
        ..Options::new(folder)
    })?;
    let work = root.join("target/xtask");
    let mut reports = Vec::new();
    for run in 1..=RUNS {
        let report = work.join(format!("lighthouse-{run}.json"));
        process::run(
            Command::new("node")
                .arg(&program)
                .arg(server.address())
                .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
                .arg(format!("--output-path={}", report.display()))
                .arg(format!("--chrome-flags={}", browsers::CHROMIUM_FLAGS.join(" ")))
                .env("CHROME_PATH", chromium),
        )?;
        let text = fs::read_to_string(&report).with_context(|| format!("reading {}", report.display()))?;
        reports.push(serde_json::from_str(&text).context("Lighthouse wrote no JSON")?);
    }
    print!("{}", table(&reports));
    Ok(())
}

/// The median of each figure.
fn table(reports: &[Value]) -> String {
    let scores = CATEGORIES
        .iter()
        .map(|name| (*name, format!("/categories/{name}/score"), 100.0));
    let times = AUDITS
        .iter()
        .map(|name| (*name, format!("/audits/{name}/numericValue"), 1.0));
    let heading = format!("   {:<28}{:>10}  of {RUNS} runs\n", "figure", "median");
    let rows = scores.chain(times).map(|(name, place, factor)| {
        let figures = reports
            .iter()
            .filter_map(|report| report.pointer(&place)?.as_f64());
        format!(
            "   {name:<28}{:>10}\n",
            median(figures.map(|figure| figure * factor).collect())
        )
    });
    std::iter::once(heading).chain(rows).collect()
}

fn median(mut figures: Vec<f64>) -> String {
    figures.sort_by(f64::total_cmp);
    match figures.get(figures.len() / 2) {
        Some(figure) if *figure < 1.0 && *figure > 0.0 => format!("{figure:.3}"),
        Some(figure) => format!("{figure:.0}"),
        None => "none".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_median_of_each_figure_is_shown_and_what_is_missing_is_said() {
        let report = |score: f64, paint: u32| {
            json!({ "categories": { "performance": { "score": score } },
                "audits": { "first-contentful-paint": { "numericValue": paint } } })
        };
        let text = table(&[report(0.9, 1500), report(0.97, 900), report(1.0, 2000)]);
        let line = |name: &str| {
            text.lines()
                .find(|line| line.contains(name))
                .unwrap()
                .split_whitespace()
                .last()
        };
        assert_eq!(line("performance"), Some("97"));
        assert_eq!(line("first-contentful-paint"), Some("1500"));
        assert_eq!(line("seo"), Some("none"));
    }
}
