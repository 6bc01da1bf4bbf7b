//! How wasm files are written: their sections, and their numbers in LEB128, unsigned, of 32 bits.

/// The header before the first section.
pub const HEADER: usize = 8;

/// The sections of a file in their order, each with its kind and its content; nothing where one is torn.
#[must_use]
pub fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut sections = Vec::new();
    let mut rest = wasm.get(HEADER..)?;
    while let Some((kind, after)) = rest.split_first() {
        let (size, length) = number(after)?;
        let (content, behind) = after[length..].split_at_checked(size)?;
        sections.push((*kind, content));
        rest = behind;
    }
    Some(sections)
}

/// A number and how many bytes it takes.
#[must_use]
pub fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

/// Writes a number, in as few bytes as it takes.
pub fn write(mut value: usize, to: &mut Vec<u8>) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            to.push(low);
            return;
        }
        to.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::{number, sections, write};

    #[test]
    fn what_is_written_is_read() {
        for value in [0, 1, 127, 128, 300, 16_384, 4_000_000] {
            let mut bytes = Vec::new();
            write(value, &mut bytes);
            assert_eq!(number(&bytes), Some((value, bytes.len())));
        }
        assert_eq!(number(&[0x80]), None);
    }

    #[test]
    fn sections_are_parted_and_torn_files_noticed() {
        let wasm = [b"\0asm\x01\0\0\0".as_slice(), &[10, 2, 9, 8], &[11, 0]].concat();
        let parted: [(u8, &[u8]); 2] = [(10, &[9, 8]), (11, &[])];
        assert_eq!(sections(&wasm).unwrap(), parted);
        for torn in [7, 9, 10, 11, 13] {
            assert_eq!(sections(&wasm[..torn]), None, "{torn} bytes");
        }
    }
}
