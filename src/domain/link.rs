//! Links that may be opened: a closed list of schemes, checked when a link is made.

use super::text;

/// A link whose scheme is one of [`Link::SCHEMES`].
///
/// Since every link on a page is made of this type, `javascript:` and its like cannot be rendered,
/// wherever they came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link(Box<str>);

impl Link {
    /// The schemes that may be opened.
    pub const SCHEMES: [&'static str; 5] = ["https", "http", "mailto", "tel", "sms"];

    /// The longest link, in bytes: what every browser and messenger still carries.
    pub const MAX_BYTES: usize = 2048;

    /// Checks a link. Blanks around it are dropped; a blank, a control or invisible character, a
    /// quotation mark or an angle bracket inside refuses it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let harmless = |c: char| {
            !c.is_control()
                && !c.is_whitespace()
                && !matches!(c, '"' | '<' | '>' | '\\' | '`')
                && !text::is_invisible(c)
        };
        if text.len() > Self::MAX_BYTES || !text.chars().all(harmless) {
            return None;
        }
        let (scheme, rest) = text.split_once(':')?;
        let known = Self::SCHEMES
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known));
        let complete = if scheme.to_ascii_lowercase().starts_with("http") {
            let host = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
            // A host that carries a user name, an escape, or a joiner between its letters, is disguised.
            !host.is_empty() && !host.contains(['@', '%']) && !host.contains(text::is_shaping)
        } else {
            !rest.is_empty()
        };
        (known && complete).then(|| Self(text.into()))
    }

    /// Reads what a person types or pastes: an address without a scheme is taken for a web page.
    #[must_use]
    pub fn from_typed(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::parse(text).or_else(|| {
            let host = text.split(['/', '?', '#']).next()?;
            let named = host.contains('.')
                && !host.contains([':', '@'])
                && !host.starts_with('.')
                && !host.ends_with('.');
            named.then(|| Self::parse(&["https://", text].concat())).flatten()
        })
    }

    /// The address, to open.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the link leads to a web page.
    #[must_use]
    pub fn is_web(&self) -> bool {
        self.0
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("http"))
    }

    /// Whether both lead to one place, however it is written.
    #[must_use]
    pub fn is_same_place(&self, other: &Self) -> bool {
        self.display().eq_ignore_ascii_case(other.display())
    }

    /// The address as a person reads it: without scheme, `www.` and a last slash.
    #[must_use]
    pub fn display(&self) -> &str {
        let text = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let text = text.strip_prefix("www.").unwrap_or(text);
        text.strip_suffix('/').unwrap_or(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn only_the_allowed_schemes_make_a_link() {
        for good in [
            "https://example.org/a?b=c#d",
            "HTTP://example.org",
            "mailto:a@b.fr",
            "tel:+33321727800",
            "sms:115",
            " https://é.fr ",
        ] {
            assert!(Link::parse(good).is_some(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://x",
            "file:///etc",
            "//example.org",
            "example.org",
            "https:",
            "https://",
            "https:/example.org",
            "https:example.org",
            "https://user@evil.example",
            "tel:",
            "https://a b",
            "https://a\"b",
            "https://exa\u{202e}mple.org",
            "",
            ":",
            "https://a\\b",
            "https://a%2eb/",
        ] {
            assert!(Link::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn one_place_is_written_in_several_ways() {
        let link = |text| Link::parse(text).unwrap();
        let here = link("https://exemple.fr/aide/");
        for same in ["https://exemple.fr/aide", "http://www.Exemple.fr/aide/"] {
            assert!(here.is_same_place(&link(same)), "{same}");
        }
        for other in [
            "https://exemple.fr/",
            "https://exemple.fr/aide/?q=x",
            "https://exemple.org/aide/",
        ] {
            assert!(!here.is_same_place(&link(other)), "{other}");
        }
    }

    #[test]
    fn a_typed_address_becomes_a_web_link() {
        assert_eq!(
            Link::from_typed("www.ville.fr/aide").unwrap().as_str(),
            "https://www.ville.fr/aide"
        );
        assert_eq!(
            Link::from_typed("www.ville.fr/aide/").unwrap().display(),
            "ville.fr/aide"
        );
        for bad in [
            "bonjour",
            "javascript:alert(1)",
            "javascript%3Ax.y",
            "a@b.fr",
            "",
            ".fr",
        ] {
            assert!(Link::from_typed(bad).is_none(), "{bad}");
        }
    }
}
