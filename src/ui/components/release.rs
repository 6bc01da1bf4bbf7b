//! How a press release is named.

use crate::domain::communique::Communique;
use crate::i18n::Text;
use crate::ui::texts::{date, fill};

/// « Communiqué n° 7 du 30 avril 2020 », as far as it says.
pub fn name_of(communique: &Communique) -> String {
    let number = communique.number.map(|number| number.to_string());
    match (number, communique.date) {
        (Some(number), Some(day)) => fill(
            Text::CommuniqueNumberDate,
            &[("number", &number), ("date", &date(day))],
        ),
        (Some(number), None) => fill(Text::CommuniqueNumber, &[("number", &number)]),
        (None, _) => communique.title.clone(),
    }
}
