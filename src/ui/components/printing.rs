//! The browser's own printing.

use crate::browser::document;
use crate::i18n::Text;
use crate::state::App;
use crate::ui::texts::t;

/// Prints the page, or says that the browser does not.
pub fn print(app: App) {
    if document::print().is_err() {
        app.notices.bad(t(Text::PrintFailed));
    }
}
