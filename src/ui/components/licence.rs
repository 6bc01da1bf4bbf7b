//! Licences of data, by the codes that catalogues name them by.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::ui::texts::t;

/// The licences that are known: code, name, text.
const KNOWN: [(&str, Text, &str); 3] = [
    (
        "etalab-2.0",
        Text::AboutLicenceEtalab,
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    ),
    (
        "CC-BY-4.0",
        Text::AboutLicenceBy,
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    (
        "ODbL-1.0",
        Text::AboutLicenceOdbl,
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
];

/// A licence with a link to its text; one that this version does not know is shown by its code, none as
/// nothing.
pub fn of(code: &str) -> Option<AnyView> {
    let known = KNOWN.iter().find(|(known, ..)| known.eq_ignore_ascii_case(code));
    match known {
        Some((_, name, address)) => Some(view! { <a href=*address rel="noopener">{t(*name)}</a> }.into_any()),
        None => (!code.is_empty()).then(|| code.to_owned().into_any()),
    }
}
