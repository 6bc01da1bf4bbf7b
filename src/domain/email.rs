//! E-mail addresses.

/// An e-mail address with one `@`, a domain with a dot, and nothing that could smuggle headers into
/// a `mailto:` link.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(Box<str>);

impl Email {
    /// Checks an address; a `mailto:` before it is dropped. RFC 5321 allows 254 bytes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let (local, domain) = text.split_once('@')?;
        let in_local = |c: char| c.is_alphanumeric() || ".!#$'*+-/=^_`{|}~".contains(c);
        let in_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let well_formed = text.len() <= 254
            && (1..=64).contains(&local.len())
            && local.chars().all(in_local)
            && domain.chars().all(in_domain)
            && domain.contains('.')
            && [local, domain]
                .iter()
                .all(|part| !part.starts_with('.') && !part.ends_with('.') && !part.contains(".."));
        well_formed.then(|| Self(text.into()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Email;

    #[test]
    fn one_at_sign_and_a_domain() {
        for good in [
            "csmazingarbe@orange.fr",
            "a.b+c@sub.exemple.fr",
            "mailto:a@b.fr",
            "éloïse@exemple.fr",
        ] {
            assert!(Email::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@b",
            "@b.fr",
            "a@",
            "a b@c.fr",
            "a@b@c.fr",
            "a@b.fr?bcc=x@y.fr",
            "a@b.fr&x",
            "a@.fr",
            "a@b..fr",
            "a%0a@b.fr",
            "<a@b.fr>",
        ] {
            assert!(Email::parse(bad).is_none(), "{bad}");
        }
    }
}
