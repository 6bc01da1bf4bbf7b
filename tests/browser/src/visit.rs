//! A test's frame: a site, a browser and a page; on a failure what was on the screen.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use anyhow::{Context, Result};
use tokio::runtime::{Builder, Runtime};

use crate::{Page, Profile, Site};

/// Runs a test on a fresh device.
///
/// # Errors
/// What the test says, or that something could not be started.
pub fn visit(test: impl AsyncFnOnce(&mut Page) -> Result<()>) -> Result<()> {
    visit_with(Site::start()?, Profile::new()?, test)
}

/// Runs a test on a site and a device of its own.
///
/// # Errors
/// As [`visit`].
pub fn visit_with(
    site: Site,
    profile: Profile,
    test: impl AsyncFnOnce(&mut Page) -> Result<()>,
) -> Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut page = runtime.block_on(Page::open(site, profile))?;
    let ended = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&mut page))));
    if !matches!(ended, Ok(Ok(()))) {
        tell(&runtime, page.describe());
    }
    // A browser that does not end well is told, but what the test found comes first.
    let closed = runtime.block_on(page.close());
    match ended {
        Ok(Ok(())) => closed,
        Ok(Err(error)) => Err(error),
        Err(panic) => resume_unwind(panic),
    }
}

fn tell(runtime: &Runtime, description: impl Future<Output = Result<String>>) {
    match runtime.block_on(description) {
        Ok(text) => eprintln!("{text}"),
        Err(error) => eprintln!("the screen cannot be described: {error:#}"),
    }
}

/// Writes a picture of what went wrong beside the build's other products.
pub(crate) fn keep_picture(picture: &[u8]) -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/browser-failures");
    std::fs::create_dir_all(&folder)?;
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test").replace("::", "-");
    let path = folder.join(format!("{name}.png"));
    std::fs::write(&path, picture).with_context(|| format!("writing {}", path.display()))?;
    Ok(path.display().to_string())
}
