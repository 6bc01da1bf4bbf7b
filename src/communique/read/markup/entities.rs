//! The entities of a web page.

use crate::communique::read::normalise::compose;

/// The entities that have a name.
const NAMED: [(&str, char); 32] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("deg", '°'),
    ("euro", '€'),
    ("middot", '·'),
    ("bull", '•'),
    ("thinsp", '\u{2009}'),
    ("copy", '©'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("ccedil", 'ç'),
    ("Ccedil", 'Ç'),
    ("ntilde", 'ñ'),
    ("shy", '\u{ad}'),
    ("rarr", '→'),
    ("ensp", '\u{2002}'),
    ("times", '×'),
];

/// The character that an entity stands for.
pub(super) fn decode(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).filter(|c| *c != '\0');
    }
    if let Some((_, c)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    let letter = name.chars().next()?;
    let accent = match name.get(letter.len_utf8()..)? {
        "grave" => '\u{300}',
        "acute" => '\u{301}',
        "circ" => '\u{302}',
        "uml" => '\u{308}',
        _ => return None,
    };
    compose(letter, accent)
}
