//! Several tabs of one browser.

use anyhow::Result;
use thirtyfour::WindowHandle;

use crate::{Engine, Page};

impl Page {
    /// Opens a second tab and stays in it; returns the first one and it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn second_tab(&self) -> Result<(WindowHandle, WindowHandle)> {
        let first = self.driver().window().await?;
        let second = match self.profile.engine() {
            Engine::WebKit => self.driver().new_window().await?,
            Engine::Chromium | Engine::Firefox => self.driver().new_tab().await?,
        };
        self.to_tab(&second).await?;
        Ok((first, second))
    }

    /// Closes the tab that one is in.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn close_tab(&self) -> Result<()> {
        Ok(self.driver().close_window().await?)
    }

    /// Turns to a tab.
    ///
    /// # Errors
    /// When it was closed.
    pub async fn to_tab(&self, tab: &WindowHandle) -> Result<()> {
        Ok(self.driver().switch_to_window(tab.clone()).await?)
    }
}
