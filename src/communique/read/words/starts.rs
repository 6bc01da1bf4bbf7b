//! What a line begins with, before its words are known.

use crate::communique::read::tables::labels::LABELS;
use crate::domain::text::fold;

/// Words between a label and the address.
const LEADS: [&str; 9] = [
    "au ", "a ", "aupres ", "sur ", "par ", "pour ", "le ", "la ", "et ",
];

/// Whether a contact follows: « Lien social » is no « Lien : https://… ».
fn announces(rest: &str) -> bool {
    if rest.starts_with(|c: char| c.is_alphanumeric()) {
        return false;
    }
    let said = rest.trim_start();
    let lead = LEADS.iter().any(|lead| said.starts_with(lead));
    !said.starts_with(char::is_alphabetic)
        || lead
        || said.contains([':', '@', '/'])
        || said.contains(|c: char| c.is_ascii_digit())
}

/// Whether a line begins with what announces a contact (« Contact : », « Tél. »).
pub(in crate::communique::read) fn with_label(line: &str) -> bool {
    // The longest label with what may stand before it.
    let head: String = line.chars().take(40).collect();
    if !head.starts_with(|c: char| c.is_uppercase() || "📞☎✉🌐".contains(c)) {
        return false;
    }
    let folded = fold(&head);
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    LABELS
        .iter()
        .any(|label| folded.strip_prefix(label).is_some_and(announces))
}
