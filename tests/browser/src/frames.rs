//! Another site's page, the frame in it, and what opens outside of that.

use anyhow::{Context, Result, ensure};
use thirtyfour::{By, WindowHandle};

use crate::Page;

impl Page {
    /// Opens an address of any site, whatever comes of it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn visit_elsewhere(&self, address: &str) -> Result<()> {
        Ok(self.browser().driver.goto(address).await?)
    }

    /// Goes into the page's frame: from now on scripts run in it, and texts are its.
    ///
    /// # Errors
    /// When there is none.
    pub async fn into_frame(&self) -> Result<()> {
        let frame = self.browser().driver.find(By::Tag("iframe")).await?;
        frame.scroll_into_view().await?;
        Ok(frame.enter_frame().await?)
    }

    /// Goes back to the page that holds the frame.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn out_of_frame(&self) -> Result<()> {
        Ok(self.browser().driver.enter_default_frame().await?)
    }

    /// Presses what a selector finds first, in the frame that one is in; turns to the tab that opens, and gives the
    /// one that one was in.
    ///
    /// # Errors
    /// When nothing is found, or no tab opens.
    pub async fn press_out(&self, selector: &str) -> Result<WindowHandle> {
        let driver = &self.browser().driver;
        let before = driver.windows().await?;
        let link = driver.find(By::Css(selector)).await?;
        link.scroll_into_view().await?;
        link.click().await?;
        self.until("a tab to open", async || {
            Ok(driver.windows().await?.len() > before.len())
        })
        .await?;
        let opened = driver.windows().await?;
        let opened = opened.into_iter().find(|tab| !before.contains(tab));
        let first = driver.window().await?;
        self.to_tab(&opened.context("no tab is new")?).await?;
        ensure!(driver.window().await? != first, "still in the first tab");
        Ok(first)
    }
}
