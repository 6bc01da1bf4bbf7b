//! Why a file cannot be read, in a sentence for the person who chose it.

use crate::format::csv::TableErrorKind;
use crate::format::json::{JsonError, JsonErrorKind};
use crate::format::limits;
use crate::format::link::LinkError;
use crate::format::refusal::{Format, Refusal};
use crate::i18n::Text;
use crate::ui::texts::{fill, t};

/// The largest file, in megabytes of 2²⁰ bytes.
pub const LIMIT_MB: &str = "64";
const _: () = assert!(limits::FILE_BYTES == 64 << 20);

/// Why a file was refused, in a sentence.
pub fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Json(error) => not_json(error),
        Refusal::Table(error) => {
            let text = match error.kind {
                TableErrorKind::Unclosed => Text::RefusedUnclosed,
                TableErrorKind::TooMany => Text::RefusedTooMany,
            };
            fill(text, &[("line", &error.line.to_string())])
        }
        Refusal::OtherFormat(Format::Foreign(Some(name))) => fill(Text::RefusedForeign, &[("name", name)]),
        Refusal::OtherFormat(_) => t(Text::RefusedOtherFormat).to_owned(),
        Refusal::NewerVersion(version) => fill(Text::RefusedNewer, &[("version", &version.to_string())]),
        Refusal::NoSite => t(Text::RefusedNoSite).to_owned(),
        Refusal::Blank => t(Text::StartBlank).to_owned(),
        Refusal::Unusable(place) => fill(Text::RefusedUnusable, &[("place", place)]),
        Refusal::Damaged => t(Text::RefusedDamaged).to_owned(),
        Refusal::PastLimit(place) => fill(Text::RefusedPastLimit, &[("place", place)]),
    }
}

/// Why a link was refused, in a sentence for the person who opened it.
pub fn link_refused(error: &LinkError) -> String {
    let text = match error {
        LinkError::NoProposal | LinkError::Refused(Refusal::OtherFormat(_)) => Text::RefusedLinkNone,
        LinkError::Damaged => Text::RefusedLinkDamaged,
        LinkError::TooLarge => Text::RefusedLinkTooLarge,
        LinkError::OldBrowser => Text::RefusedLinkOldBrowser,
        LinkError::Refused(Refusal::NewerVersion(version)) => {
            return fill(Text::RefusedLinkNewer, &[("version", &version.to_string())]);
        }
        LinkError::Refused(refusal) => return refused(refusal),
    };
    t(text).to_owned()
}

fn not_json(error: &JsonError) -> String {
    let (line, column) = (error.line.to_string(), error.column.to_string());
    let mut values = vec![
        ("line", line.as_str()),
        ("column", column.as_str()),
        ("limit", LIMIT_MB),
    ];
    let text = match &error.kind {
        JsonErrorKind::Empty => Text::RefusedEmpty,
        JsonErrorKind::TooLarge => Text::RefusedTooLarge,
        JsonErrorKind::Zip => Text::RefusedZip,
        JsonErrorKind::Pdf => Text::RefusedPdf,
        JsonErrorKind::NotText => Text::RefusedNotText,
        JsonErrorKind::NotUtf8 => Text::RefusedNotUtf8,
        JsonErrorKind::Utf16 => Text::RefusedUtf16,
        JsonErrorKind::Html => Text::RefusedHtml,
        JsonErrorKind::Syntax => Text::RefusedJson,
        JsonErrorKind::Incomplete => Text::RefusedIncomplete,
        JsonErrorKind::TooDeep => Text::RefusedTooDeep,
        JsonErrorKind::TooMany => Text::RefusedTooMany,
        JsonErrorKind::DuplicateName(name) => {
            values.push(("name", name));
            Text::RefusedDuplicateName
        }
    };
    fill(text, &values)
}
