//! Content hashes: in file names, entity tags and the content security policy.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The first 64 bits of the SHA-256 in hexadecimal: enough to tell the versions of one file apart.
#[must_use]
pub fn short(content: &[u8]) -> String {
    let mut text = String::with_capacity(16);
    for byte in Sha256::digest(content).iter().take(8) {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The whole SHA-256 in base 64, as a content security policy names an inline style.
#[must_use]
pub fn base64(content: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(44);
    for group in Sha256::digest(content).chunks(3) {
        let bits = group
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - group.len()));
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place)) & 63;
            text.push(if place > group.len() {
                '='
            } else {
                char::from(DIGITS[digit as usize])
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_hashes() {
        assert_eq!(short(b""), "e3b0c44298fc1c14");
        assert_eq!(base64(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
