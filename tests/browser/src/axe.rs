//! The accessibility checker, run on what is on the screen.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::Page;
use crate::cdp::Look;
use crate::engine::Engine;

/// A phone and a laptop.
const SCREENS: [(u32, u32); 2] = [(360, 740), (1280, 900)];

/// Runs every rule but the experimental ones and returns the violations with where they are.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        (result) => done(result.violations.map((one) =>
            one.id + ': ' + one.help + '\\n' + one.nodes.map((node) => '    ' + node.html.slice(0, 240) + '\\n      '
                + node.failureSummary.replace(/\\n/g, ' ')).join('\\n'))),
        (error) => done(['axe failed: ' + error]));";

impl Page {
    /// Checks a state of the page in both looks and on both screens, as it stands; where the engine cannot
    /// be told how to look, as it is.
    ///
    /// # Errors
    /// With what axe finds.
    pub async fn is_accessible_in_every_look(&self, state: &str) -> Result<()> {
        if self.browser().engine() != Engine::Chromium {
            return self.is_accessible(state).await;
        }
        for look in Look::ALL {
            self.set_look(look).await?;
            for (width, height) in SCREENS {
                self.set_screen(width, height).await?;
                self.is_accessible(&format!("{state}, {} at {width} px", look.name()))
                    .await?;
            }
        }
        Ok(())
    }

    /// Checks that axe finds nothing on the page as it is now.
    ///
    /// # Errors
    /// With what it finds.
    pub async fn is_accessible(&self, state: &str) -> Result<()> {
        let path = xtask::tools::axe()?;
        let there = self.script("return typeof axe").await?;
        if there != "object" {
            let source = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            self.script(&source).await?;
        }
        let found = self.browser().driver.execute_async(RUN, Vec::new()).await?;
        let found: Vec<&str> = found
            .json()
            .as_array()
            .context("axe gave no list")?
            .iter()
            .filter_map(Value::as_str)
            .collect();
        ensure!(
            found.is_empty(),
            "axe finds on « {state} » ({}):\n{}",
            self.address().await?,
            found.join("\n")
        );
        Ok(())
    }
}
