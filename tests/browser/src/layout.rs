//! Whether a page fits its screen.

use anyhow::{Result, ensure};

use crate::Page;

impl Page {
    /// Looks whether nothing has to be pushed aside to be read on a screen of this width, in pixels; `what` names the
    /// page.
    ///
    /// # Errors
    /// With what sticks out.
    pub async fn is_no_wider(&self, width: u32, what: &str) -> Result<()> {
        let wide = self.number("return document.documentElement.scrollWidth").await?;
        let out = "const out = (one) => one.getBoundingClientRect().right > arguments[0] + 1;
            return [...document.querySelectorAll('body *')].filter(out).map((one) => `${one.localName}.${one.className}`)";
        let out = self.script_with(out, vec![width.into()]).await?;
        ensure!(
            wide <= f64::from(width),
            "{what} is {wide} px wide on a screen of {width}: {out}"
        );
        Ok(())
    }
}
