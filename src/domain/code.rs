//! Codes of the French territory. They are text: leading zeros and the letters of Corsica count.

/// The INSEE code of a commune: five characters, `62548`, `2A004`, `97411`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Insee(Box<str>);

impl Insee {
    /// Checks a code.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let corsica = matches!(bytes.get(..2), Some(b"2A" | b"2B"));
        let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
        let shaped = bytes.len() == 5 && (digits(bytes) || (corsica && digits(&bytes[2..])));
        shaped.then(|| Self(text.into()))
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The department that the code belongs to: `62`, `2A`, `974`.
    #[must_use]
    pub fn department(&self) -> Department {
        let length = if self.0.starts_with("97") || self.0.starts_with("98") {
            3
        } else {
            2
        };
        Department(self.0[..length].into())
    }
}

/// A French postcode: five digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(Box<str>);

impl Postcode {
    /// Checks a postcode.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        shaped.then(|| Self(text.into()))
    }

    /// The postcode as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The code of a department: `62`, `2A`, `974`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Department(Box<str>);

impl Department {
    /// Checks a code.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let shaped = match text.len() {
            2 => digits || matches!(text, "2A" | "2B"),
            3 => digits && (text.starts_with("97") || text.starts_with("98")),
            _ => false,
        };
        shaped.then(|| Self(text.into()))
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Department, Insee, Postcode};

    #[test]
    fn codes_keep_their_zeros_and_letters() {
        for (insee, department) in [
            ("62548", "62"),
            ("01004", "01"),
            ("2A004", "2A"),
            ("97411", "974"),
            ("98735", "987"),
        ] {
            let insee = Insee::parse(insee).expect(insee);
            assert_eq!(insee.department().as_str(), department);
            assert!(Department::parse(department).is_some());
        }
        for bad in ["", "6254", "625480", "2C004", "A2004", "62 48"] {
            assert!(Insee::parse(bad).is_none(), "{bad}");
        }
        assert!(Postcode::parse("01000").is_some());
        assert!(Postcode::parse("2A000").is_none());
        for bad in ["", "6", "620", "2C", "9741"] {
            assert!(Department::parse(bad).is_none(), "{bad}");
        }
    }
}
