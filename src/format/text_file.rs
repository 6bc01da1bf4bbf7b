//! A text file as a person's programs write it: in UTF-8, in UTF-16 or in the code page of western
//! Windows, which old word processors still use.

/// Why a file is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoText;

/// What documents begin with that hold text and are none: PDF, zipped formats (.docx, .odt), the older
/// Office, RTF.
const DOCUMENTS: [&[u8]; 4] = [b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"];

/// What the code page has where Latin-1 has controls; nothing where it has none.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file.
///
/// # Errors
/// Where it is a document of another kind, or holds bytes that no text has.
pub fn decode(bytes: &[u8]) -> Result<String, NoText> {
    if DOCUMENTS.iter().any(|begin| bytes.starts_with(begin)) {
        return Err(NoText);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => narrow(rest),
        bytes => narrow(bytes),
    };
    if text.contains('\0') {
        return Err(NoText);
    }
    Ok(text)
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn narrow(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
    }
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::{NoText, decode};

    #[test]
    fn what_programs_write_is_read() {
        let text = "Élèves : « 5 € » – l’été";
        let wide: Vec<u16> = text.encode_utf16().collect();
        let little = wide.iter().flat_map(|unit| unit.to_le_bytes());
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(little).collect();
        let big = wide.iter().flat_map(|unit| unit.to_be_bytes());
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(big).collect();
        let windows = b"\xc9l\xe8ves : \xab 5 \x80 \xbb \x96 l\x92\xe9t\xe9";
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &marked, &little, &big, windows] {
            assert_eq!(decode(bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [b"%PDF-1.7".as_slice(), b"PK\x03\x04x", b"{\\rtf1", b"a\0b"] {
            assert_eq!(decode(bytes), Err(NoText));
        }
    }
}
