//! A JSON text in a third of the room that a browser's storage gives it.
//!
//! Chromium and Firefox give 5 Mi units of sixteen bits, whatever stands in them, and JSON fills seven.
//! So the pieces that every change repeats (`":{"after":"`) become one byte each, and fifteen bits of what
//! comes out make one character. It takes a third of the room: some 8,900 initiatives that were made on
//! one device instead of 3,100. `WebKit` gives 5 MiB, in which a character beyond Latin-1 takes two bytes
//! and makes the whole text take them: some 4,700 there, where unpacked French took the most.
//!
//! The characters are one run without surrogates, controls and marks, which JSON, and whoever keeps a
//! backup, carries as they are. The pieces are part of the storage's layout: another list of them needs
//! another mark.

/// What a packed text begins with; JSON never does.
const MARK: char = '1';

/// The first of the 2¹⁵ characters that carry fifteen bits each.
const FIRST: u32 = 0x3400;

/// How many bits a character carries.
const BITS: u32 = 15;

/// How many bytes come out of a text at most: twice what a storage holds. Nothing explodes.
const MOST: usize = 10 * 1024 * 1024;

/// The pieces, the longest first; each is the byte of its place, counted from one. JSON holds none of
/// these bytes in a text.
const PIECES: [&str; 31] = [
    r#"source":{"after":{"communique":null,"url":""}},"translations":{"after":{}},"status":{"after":"published"}"#,
    r#"","target":{"kind":"initiative","id":""#,
    r#""approximate":false,"as_of":""#,
    r#"organiser":{"after":{"name":""#,
    r#"place":{"after":{"commune":""#,
    r#"period":{"after":{"start":"#,
    r#"","lat":null,"lon":null"#,
    r#"":{"after":{"id":""#,
    r#"","consent":null"#,
    r#""},"fields":{""#,
    r#"{"after":[]},""#,
    r#"","postcode":""#,
    r#"],"replaces":["#,
    r#"":{"after":{""#,
    r#"","author":""#,
    r#"":{"after":""#,
    r#"","label":""#,
    r#"","insee":""#,
    r#"","value":"#,
    r#"","kind":""#,
    r#"","area":""#,
    r#","note":""#,
    r#""before":"#,
    "measures/",
    "contacts/",
    r#"","at":""#,
    r#","end":"#,
    r#"{"id":""#,
    "needs/",
    r#""}},""#,
    r#""},""#,
];

/// The first bytes of the pieces: whatever else begins is no piece.
const STARTS: &[u8] = b"\"{,]sopmcn";

/// Packs a JSON text that is written without blanks.
#[must_use]
pub fn pack(json: &str) -> String {
    let mut packed = String::with_capacity(json.len());
    packed.push(MARK);
    let (mut held, mut count) = (0_u32, 0);
    let mut put = |byte: u8| {
        held = held << 8 | u32::from(byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            packed.push(character(held >> count));
            held &= (1 << count) - 1;
        }
    };
    let mut rest = json;
    while let Some(first) = rest.chars().next() {
        let may_be = STARTS.contains(&rest.as_bytes()[0]);
        let piece = may_be.then(|| {
            PIECES
                .iter()
                .zip(1_u8..)
                .find(|(piece, _)| rest.starts_with(**piece))
        });
        let taken = if let Some((piece, code)) = piece.flatten() {
            put(code);
            piece.len()
        } else {
            let taken = first.len_utf8();
            rest.as_bytes()[..taken].iter().for_each(|byte| put(*byte));
            taken
        };
        rest = &rest[taken..];
    }
    if count > 0 {
        packed.push(character(held << (BITS - count)));
    }
    packed
}

/// The character of fifteen bits.
fn character(bits: u32) -> char {
    char::from_u32(FIRST + bits).unwrap_or_else(|| unreachable!("the run holds no surrogate"))
}

/// The JSON text of a packed one; nothing where it is none.
#[must_use]
pub fn unpack(packed: &str) -> Option<String> {
    let (bytes, read) = unpacked(packed.strip_prefix(MARK)?);
    if read + MARK.len_utf8() < packed.len() {
        return None;
    }
    // Where it is damaged nobody needs to know: the caller sets the text aside, whole.
    String::from_utf8(bytes).ok()
}

/// What a person or a search can read of a text in which lines may be packed, and damaged.
#[must_use]
pub fn legible(text: &str) -> String {
    let mut legible = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(MARK).map(|packed| (packed, unpacked(packed))) {
            Some((packed, (bytes, read))) if read > 0 => {
                legible.push_str(&String::from_utf8_lossy(&bytes));
                legible.push_str(&packed[read..]);
            }
            _ => legible.push_str(line),
        }
    }
    legible
}

/// The bytes of the characters that carry some, as far as they go, and how far that is.
fn unpacked(packed: &str) -> (Vec<u8>, usize) {
    let mut bytes: Vec<u8> = Vec::with_capacity(packed.len());
    let (mut held, mut count) = (0_u32, 0);
    for (place, character) in packed.char_indices() {
        let bits = u32::from(character).wrapping_sub(FIRST);
        if bits >> BITS != 0 || bytes.len() > MOST {
            return (bytes, place);
        }
        held = held << BITS | bits;
        count += BITS;
        while count >= 8 {
            count -= 8;
            let [.., byte] = (held >> count).to_be_bytes();
            held &= (1 << count) - 1;
            match PIECES.get(usize::from(byte).wrapping_sub(1)) {
                Some(piece) => bytes.extend_from_slice(piece.as_bytes()),
                // The last character is filled up with nothing.
                None if byte == 0 => {}
                None => bytes.push(byte),
            }
        }
    }
    let whole = if bytes.len() > MOST { 0 } else { packed.len() };
    (bytes, whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FIRST, MOST, PIECES, STARTS, legible, pack, unpack};

    proptest! {
        #[test]
        fn what_was_packed_comes_back(text in "[^\u{0}-\u{1f}]{0,200}", pieces in prop::collection::vec(0..PIECES.len(), 0..8)) {
            let text = pieces.iter().fold(text, |text, piece| text + PIECES[*piece]);
            let packed = pack(&text);
            prop_assert_eq!(unpack(&packed), Some(text));
            prop_assert!(packed.chars().all(|character| character.len_utf16() == 1));
        }

        #[test]
        fn nothing_that_is_read_panics(text in ".{0,60}", units in prop::collection::vec(0u32..0x8000, 0..60)) {
            let units: String = units.iter().filter_map(|bits| char::from_u32(FIRST + bits)).collect();
            let _read = (unpack(&text), unpack(&["1", &units].concat()), unpack(&["1", &units, &text].concat()));
        }
    }

    #[test]
    fn the_pieces_are_tried_the_longest_first() {
        assert!(PIECES.iter().all(|piece| STARTS.contains(&piece.as_bytes()[0])));
        assert!(PIECES.windows(2).all(|pair| pair[0].len() >= pair[1].len()));
        // 15 bits a unit: 1.9 bytes of prose, and each piece half a unit.
        assert_eq!(pack(&"a".repeat(150)).chars().count(), 81);
        assert_eq!(pack(&PIECES[0].repeat(30)).chars().count(), 17);
    }

    #[test]
    fn a_text_that_would_explode_is_none() {
        let many = MOST / PIECES[0].len();
        assert!(unpack(&pack(&PIECES[0].repeat(many))).is_some());
        assert_eq!(unpack(&pack(&PIECES[0].repeat(many + 1))), None);
    }

    #[test]
    fn what_is_damaged_is_read_as_far_as_it_goes() {
        let packed = pack(r#"{"id":"c1","title":"Masques"}"#);
        assert_eq!(legible(&packed), r#"{"id":"c1","title":"Masques"}"#);
        let cut: String = packed.chars().take(8).collect();
        let text = ["change/c1\n", &cut, "\n{\"id\""].concat();
        assert_eq!(unpack(&[&cut, "?"].concat()), None);
        assert!(
            legible(&text).starts_with("change/c1\n{\"id\":\"c1"),
            "{}",
            legible(&text)
        );
        assert!(legible(&text).ends_with("\n{\"id\""));
        assert_eq!(legible("1 masque"), "1 masque");
    }
}
