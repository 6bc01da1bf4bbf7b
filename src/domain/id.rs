//! Identifiers: `[a-z0-9-]{1,64}`, random when new, derived from the content where a file lacks one.

use std::fmt;

/// The longest identifier, in characters. Long enough for a slug, short enough for a storage key.
pub const MAX_ID: usize = 64;

/// An identifier, checked: `[a-z0-9-]{1,64}`. It can stand in an address, a key or a path as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// Checks an identifier.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        let fits = (1..=MAX_ID).contains(&text.len());
        (fits && text.as_bytes().iter().all(allowed)).then(|| Self(text.into()))
    }

    /// A new identifier from 16 random bytes: 125 bits in 25 characters, above the 96 that make two
    /// devices never meet on one.
    #[must_use]
    pub fn from_entropy(bytes: [u8; 16]) -> Self {
        Self::from_bits(u128::from_be_bytes(bytes))
    }

    /// An identifier derived from content, so that two devices that read the same file agree on it.
    /// Equal parts give equal identifiers; the parts are kept apart, so `["ab","c"]` is not
    /// `["a","bc"]`.
    #[must_use]
    pub fn derived(parts: &[&str]) -> Self {
        let mut digest = Digest::new();
        for part in parts {
            digest.update(part.as_bytes());
            // No UTF-8 text holds this byte.
            digest.update(&[0xff]);
        }
        Self::from_bits(digest.finish())
    }

    fn from_bits(mut bits: u128) -> Self {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut text = String::with_capacity(25);
        for _ in 0..25 {
            text.push(char::from(DIGITS[(bits & 31) as usize]));
            bits >>= 5;
        }
        Self(text.into())
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// FNV-1a over 128 bits: it tells contents apart, it does not resist someone who forges one.
#[derive(Debug, Clone)]
pub struct Digest(u128);

impl Digest {
    /// A digest of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
        }
    }

    /// The 128 bits.
    #[must_use]
    pub const fn finish(&self) -> u128 {
        self.0
    }
}

impl Default for Digest {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_harmless_characters_make_an_id() {
        for good in ["a", "marck-masques", "0", &"x".repeat(64)] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        for bad in ["", "A", "a b", "../x", "é", "a/b", "a_b", &"x".repeat(65)] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn derived_ids_depend_on_where_the_parts_end() {
        assert_eq!(Id::derived(&["ab", "c"]), Id::derived(&["ab", "c"]));
        assert_ne!(Id::derived(&["ab", "c"]), Id::derived(&["a", "bc"]));
        assert!(Id::parse(Id::derived(&["x"]).as_str()).is_some());
    }

    #[test]
    fn new_ids_keep_the_bits_they_are_given() {
        let mut bytes = [7; 16];
        let one = Id::from_entropy(bytes);
        bytes[15] ^= 1;
        assert_ne!(one, Id::from_entropy(bytes));
        assert_eq!(one.as_str().len(), 25);
    }
}
