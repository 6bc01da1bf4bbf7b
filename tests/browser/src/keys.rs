//! What is done by keyboard alone.

use anyhow::{Result, bail, ensure};
use thirtyfour::{Key, TypingData};

use crate::Page;
use crate::page::{Name, plain};

/// What has the focus: its words or its label.
const FOCUSED: &str = "const one = document.activeElement;
    if (!one || one === document.body) return '';
    return one.getAttribute('aria-label') || (one.labels && one.labels[0] && one.labels[0].innerText)
        || one.innerText || one.value || ''";

/// How often Tab is pressed before something counts as out of reach.
const STEPS: usize = 160;

/// Types keys into whatever has the focus.
///
/// # Errors
/// When the browser does not answer.
pub async fn press(page: &Page, keys: impl Into<TypingData>) -> Result<()> {
    page.browser().keys(keys).await
}

/// What has the focus: its words or its label.
///
/// # Errors
/// When the browser does not answer.
pub async fn focused(page: &Page) -> Result<String> {
    Ok(plain(page.script(FOCUSED).await?.as_str().unwrap_or("")))
}

/// Goes on with Tab until something with this name has the focus, which must be in sight.
///
/// # Errors
/// When nothing has, or it cannot be seen.
pub async fn tab_to<'a>(page: &Page, name: impl Into<Name<'a>>) -> Result<()> {
    let name = name.into();
    let mut met = Vec::new();
    for _ in 0..STEPS {
        press(page, Key::Tab).await?;
        let here = focused(page).await?;
        if name.fits(&here) {
            let seen = page
                .script(
                    "const one = document.activeElement, box = one.getBoundingClientRect();
                     const style = getComputedStyle(one);
                     return { inside: box.bottom > 0 && box.top < innerHeight,
                              ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                                  || getComputedStyle(one.parentElement).boxShadow !== 'none' }",
                )
                .await?;
            ensure!(seen["inside"] == true, "« {here} » has the focus out of sight");
            ensure!(
                seen["ring"] == true,
                "nothing shows that « {here} » has the focus"
            );
            return Ok(());
        }
        met.push(here);
    }
    bail!("Tab never comes to {name}; it met {met:?}")
}
