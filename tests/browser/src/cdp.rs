//! What only Chromium's own protocol can set: the screen, the look, the place of downloads.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::Page;

/// Light or dark, as the device asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Look {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in style sheets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Page {
    /// Makes the screen as wide and high as that, in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn set_screen(&self, width: u32, height: u32) -> Result<()> {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.browser()
            .command("Emulation.setDeviceMetricsOverride", screen)
            .await?;
        Ok(())
    }

    /// Makes the device ask for light or dark, and for no movement, so that colours stand still.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn set_look(&self, look: Look) -> Result<()> {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": look.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.browser()
            .command("Emulation.setEmulatedMedia", features)
            .await?;
        Ok(())
    }

    /// Runs a script before anything else of every page from now on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.browser()
            .command("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        Ok(())
    }

    /// Takes service workers away from every page from now on: as in private windows, in pages that came without
    /// encryption and in the browsers of messengers.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn knows_no_worker(&self) -> Result<()> {
        self.before_each_page("delete Navigator.prototype.serviceWorker")
            .await
    }

    /// Lays scroll bars over the page, as phones do; a laptop's would cut a picture short.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn hide_scrollbars(&self) -> Result<()> {
        let hidden = json!({ "hidden": true });
        self.browser()
            .command("Emulation.setScrollbarsHidden", hidden)
            .await?;
        Ok(())
    }

    /// A picture of the whole page, as PNG.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.hide_scrollbars().await?;
        // What they took is only given back when the page is drawn again.
        self.script(
            "return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))",
        )
        .await?;
        let whole = json!({ "format": "png", "captureBeyondViewport": true });
        let sizes = self.browser().command("Page.getLayoutMetrics", json!({})).await?;
        let content = &sizes["cssContentSize"];
        let mut asked = whole;
        asked["clip"] = json!({
            "x": 0, "y": 0, "width": content["width"], "height": content["height"], "scale": 1,
        });
        let answer = self.browser().command("Page.captureScreenshot", asked).await?;
        let data = answer["data"].as_str().context("no picture")?;
        STANDARD.decode(data).context("the picture is no base64")
    }

    /// The page as the browser prints it, as a PDF.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn printed(&self) -> Result<Vec<u8>> {
        let asked = json!({ "preferCSSPageSize": true });
        let answer = self.browser().command("Page.printToPDF", asked).await?;
        let data = answer["data"].as_str().context("no PDF")?;
        STANDARD.decode(data).context("the PDF is no base64")
    }

    /// A number that a script computes.
    ///
    /// # Errors
    /// When it is none.
    pub async fn number(&self, script: &str) -> Result<f64> {
        let value: Value = self.script(script).await?;
        value.as_f64().with_context(|| format!("{value} is no number"))
    }
}
