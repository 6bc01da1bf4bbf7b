//! Reading a file that a person chose.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file that a person chose. Nothing of it has been read yet.
#[derive(Debug, Clone)]
pub struct ChosenFile(File);

/// The file that was chosen in a file input, taken out of it so that the same one can be chosen
/// again.
#[must_use]
pub fn chosen(event: &Event) -> Option<ChosenFile> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    if file.is_some() {
        // Emptying the list by its value is the one way that every browser knows.
        input.set_value("");
    }
    file.map(ChosenFile)
}

/// Every file that was chosen in a file input, taken out of it as [`chosen`] does.
#[must_use]
pub fn all_chosen(event: &Event) -> Vec<ChosenFile> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = listed(input.files().as_ref());
    if !files.is_empty() {
        input.set_value("");
    }
    files
}

/// The files that were dropped on the page, or else the text that was.
#[must_use]
pub fn dropped(event: &DragEvent) -> (Vec<ChosenFile>, String) {
    let Some(data) = event.data_transfer() else {
        return (Vec::new(), String::new());
    };
    // What is neither a file nor a text (a picture of another page) is dropped beside the page.
    (
        listed(data.files().as_ref()),
        data.get_data("text/plain").unwrap_or_default(),
    )
}

fn listed(list: Option<&FileList>) -> Vec<ChosenFile> {
    let list = list.into_iter();
    list.flat_map(|list| (0..list.length()).filter_map(|place| list.get(place)))
        .map(ChosenFile)
        .collect()
}

/// Why a chosen file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than the limit, and was not read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

impl ChosenFile {
    /// The file's name, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// The bytes of the file. One that is larger than `limit` bytes is refused before it is read.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn bytes(&self, limit: usize) -> Result<Vec<u8>, FileError> {
        #[allow(clippy::cast_precision_loss, reason = "limits are far below 2⁵³")]
        if self.0.size() > limit as f64 {
            return Err(FileError::TooLarge);
        }
        let buffer = JsFuture::from(self.0.array_buffer())
            .await
            .map_err(|_| FileError::Unreadable)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}
