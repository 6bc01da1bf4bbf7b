//! Paper: the pages of what was printed, with their texts, and codes as a camera reads them.

use std::io::Cursor;

use anyhow::{Context, Result, ensure};
use lopdf::Document;
use serde_json::{Value, json};

use crate::Page;
use crate::cdp::Look;
use crate::page::plain;

/// One printed page.
#[derive(Debug, Clone)]
pub struct Printed {
    /// Its width and height in millimetres.
    pub size: (f32, f32),
    /// Its text, with one kind of space.
    pub text: String,
}

impl Printed {
    /// Whether a text stands on the page, however its lines and words are spaced: a PDF knows no spaces.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        squeezed(&self.text).contains(&squeezed(text))
    }
}

/// A text without any space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The pages of a PDF, read by a library that did not write it.
///
/// # Errors
/// When it is no PDF, or a page has no size or text.
pub fn pages(pdf: &[u8]) -> Result<Vec<Printed>> {
    const MM_PER_POINT: f32 = 25.4 / 72.0;
    let document = Document::load_mem(pdf).context("reading the PDF")?;
    let mut pages = Vec::new();
    for (number, id) in document.get_pages() {
        let area = document.get_object(id)?.as_dict()?.get(b"MediaBox")?.as_array()?;
        let corner = |place: usize| -> Result<f32> {
            Ok(area.get(place).context("no corner")?.as_float()? * MM_PER_POINT)
        };
        let text = document
            .extract_text(&[number])
            .context("reading a page's text")?;
        pages.push(Printed {
            size: (corner(2)? - corner(0)?, corner(3)? - corner(1)?),
            // Printers' type joins some letters into one.
            text: plain(&text.replace('\u{fb01}', "fi").replace('\u{fb02}', "fl")),
        });
    }
    ensure!(!pages.is_empty(), "the PDF has no page");
    Ok(pages)
}

/// Reads the code in a picture of the whole page, one point of it for each pixel of the style sheet:
/// coarser than any phone shows it.
///
/// # Errors
/// When there is none.
pub fn scan(picture: &[u8]) -> Result<String> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("the picture is too large")?];
    let frame = reader.next_frame(&mut pixels)?;
    let (width, height) = (frame.width as usize, frame.height as usize);
    let samples = frame.color_type.samples();
    let grey = |x: usize, y: usize| pixels[(y * width + x) * samples];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = prepared.detect_grids();
    let grid = grids.first().context("no code in the picture")?;
    Ok(grid.decode()?.1)
}

impl Page {
    /// Prints the page and reads what was printed, which must be of A4.
    ///
    /// # Errors
    /// When the browser refuses, or a page is of another size.
    pub async fn on_paper(&self) -> Result<Vec<Printed>> {
        let pages = pages(&self.printed().await?)?;
        for page in &pages {
            let (width, height) = page.size;
            ensure!(
                (width - 210.0).abs() < 1.0 && (height - 297.0).abs() < 1.0,
                "a page of {width} by {height} mm"
            );
        }
        Ok(pages)
    }

    /// Shows the page as it would be printed, on a device that asks for light or dark.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn set_print(&self, look: Look) -> Result<()> {
        let features = json!([{ "name": "prefers-color-scheme", "value": look.name() }]);
        let asked = json!({ "media": "print", "features": features });
        self.browser()
            .command("Emulation.setEmulatedMedia", asked)
            .await?;
        Ok(())
    }

    /// Keeps what is printed beside the build's other products, to be looked at.
    ///
    /// # Errors
    /// When it cannot be printed or written.
    pub async fn keep_print(&self, name: &str) -> Result<()> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/browser-products");
        std::fs::create_dir_all(&folder)?;
        Ok(std::fs::write(folder.join(name), self.printed().await?)?)
    }

    /// What a script gives for each element of a selector that is shown.
    ///
    /// # Errors
    /// What the script throws.
    pub async fn each(&self, selector: &str, script: &str) -> Result<Vec<Value>> {
        let script = format!(
            "return [...document.querySelectorAll({selector:?})].filter((one) => one.checkVisibility())
                .map((one) => {script})"
        );
        let given = self.script(&script).await?;
        Ok(given.as_array().context("no list")?.clone())
    }
}
