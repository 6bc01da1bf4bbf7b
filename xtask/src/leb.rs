//! Numbers as wasm files write them: LEB128, unsigned, of 32 bits.

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
    use super::{number, write};

    #[test]
    fn what_is_written_is_read() {
        for value in [0, 1, 127, 128, 300, 16_384, 4_000_000] {
            let mut bytes = Vec::new();
            write(value, &mut bytes);
            assert_eq!(number(&bytes), Some((value, bytes.len())));
        }
        assert_eq!(number(&[0x80]), None);
    }
}
