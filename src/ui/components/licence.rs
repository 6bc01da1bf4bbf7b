//! Licences of data, by the codes that catalogues name them by.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::ui::texts::t;

/// The licences that are known, by code.
pub const KNOWN: &[(&str, Text)] = &[
    ("etalab-2.0", Text::AboutLicenceEtalab),
    ("CC-BY-4.0", Text::AboutLicenceBy),
    ("ODbL-1.0", Text::AboutLicenceOdbl),
];

/// Where the text of each stands, in the same order.
const ADDRESSES: [&str; 3] = [
    "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "https://creativecommons.org/licenses/by/4.0/",
    "https://opendatacommons.org/licenses/odbl/1-0/",
];

/// A licence with a link to its text; one that this version does not know is shown by its code, none as
/// nothing.
pub fn of(code: &str) -> Option<AnyView> {
    let mut known = KNOWN.iter().zip(ADDRESSES);
    match known.find(|((known, _), _)| known.eq_ignore_ascii_case(code)) {
        Some(((_, name), address)) => {
            Some(view! { <a href=address rel="noopener">{t(*name)}</a> }.into_any())
        }
        None => (!code.is_empty()).then(|| code.to_owned().into_any()),
    }
}
