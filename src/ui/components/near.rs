//! How near something is, in words.

use crate::domain::near::Nearness;
use crate::i18n::Text;
use crate::ui::texts::{fill, number, t};

/// « dans votre commune », « à 8 km ».
#[must_use]
pub fn words(near: Nearness) -> String {
    let (metres, text) = match near {
        Nearness::Here => return t(Text::NearHere).to_owned(),
        Nearness::Serves => return t(Text::NearServes).to_owned(),
        Nearness::Around => return t(Text::NearAround).to_owned(),
        // What is only known about is never told as close by.
        Nearness::Away {
            metres,
            approximate: true,
        } => (metres.max(1000), Text::NearAbout),
        Nearness::Away { metres: 0..1000, .. } => return t(Text::NearClose).to_owned(),
        Nearness::Away { metres, .. } => (metres, Text::NearAway),
    };
    let kilometres = f64::from((metres + 500) / 1000);
    fill(text, &[("n", &number(kilometres))])
}
