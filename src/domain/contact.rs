//! Contacts: how an initiative is reached.

use std::collections::BTreeMap;

use super::{email::Email, id::Id, link::Link, phone::Phone, value::Object};

/// How an initiative is reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Names the contact within its initiative.
    pub id: Id,
    /// Where it leads.
    pub means: Means,
    /// What it is for, in a few words; may be empty.
    pub label: String,
    /// Whether it may be published. One that may not lives on this device only.
    pub public: bool,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// The contacts that live on this device only, by initiative.
pub type PrivateContacts = BTreeMap<Id, Vec<Contact>>;

/// Where a contact leads. Only a checked value can be tapped; a text that fails its check, or a kind
/// from a newer version, is kept and shown as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    /// A telephone number.
    Phone(Phone),
    /// An e-mail address.
    Email(Email),
    /// A web page.
    Web(Link),
    /// A page on a social network.
    Social(Link),
    /// A place to go to, as one writes it on an envelope.
    Address(String),
    /// A kind and a value as they were written.
    Plain {
        /// The kind's code.
        kind: String,
        /// The value.
        value: String,
    },
}

impl Means {
    /// The kinds that a person chooses from.
    pub const KINDS: [&'static str; 5] = ["phone", "email", "web", "social", "address"];

    /// Reads a value of a kind. What fails the kind's check becomes [`Means::Plain`].
    #[must_use]
    pub fn parse(kind: &str, value: &str) -> Self {
        let web = || Link::from_typed(value).filter(Link::is_web);
        let checked = match kind {
            "phone" => Phone::parse(value).map(Self::Phone),
            "email" => Email::parse(value).map(Self::Email),
            "web" => web().map(Self::Web),
            "social" => web().map(Self::Social),
            "address" => Some(Self::Address(value.to_owned())),
            _ => None,
        };
        checked.unwrap_or_else(|| Self::Plain {
            kind: kind.to_owned(),
            value: value.to_owned(),
        })
    }

    /// The code of the kind.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::Phone(_) => "phone",
            Self::Email(_) => "email",
            Self::Web(_) => "web",
            Self::Social(_) => "social",
            Self::Address(_) => "address",
            Self::Plain { kind, .. } => kind,
        }
    }

    /// The value, as the JSON format holds it.
    #[must_use]
    pub fn value(&self) -> &str {
        match self {
            Self::Phone(phone) => phone.as_str(),
            Self::Email(email) => email.as_str(),
            Self::Web(link) | Self::Social(link) => link.as_str(),
            Self::Address(value) | Self::Plain { value, .. } => value,
        }
    }

    /// The link that a tap follows, if there is one. The allowed schemes are checked here too, at
    /// the last moment before rendering.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        match self {
            Self::Phone(phone) => Link::parse(&["tel:", phone.as_str()].concat()),
            Self::Email(email) => Link::parse(&["mailto:", email.as_str()].concat()),
            Self::Web(link) | Self::Social(link) => Link::parse(link.as_str()),
            Self::Address(_) | Self::Plain { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Means;

    #[test]
    fn only_a_checked_value_can_be_tapped() {
        let link = |kind, value| {
            Means::parse(kind, value)
                .link()
                .map(|link| link.as_str().to_owned())
        };
        assert_eq!(link("phone", "03 21 72 78 00").as_deref(), Some("tel:0321727800"));
        assert_eq!(link("email", "a@b.fr").as_deref(), Some("mailto:a@b.fr"));
        assert_eq!(link("web", "ville.fr").as_deref(), Some("https://ville.fr"));
        for (kind, value) in [
            ("web", "javascript:alert(1)"),
            ("web", "mailto:a@b.fr"),
            ("phone", "demain"),
            ("signal", "https://x.org"),
            ("address", "https://x.org"),
        ] {
            assert_eq!(link(kind, value), None, "{kind} {value}");
        }
    }

    #[test]
    fn what_fails_its_check_is_kept_as_written() {
        for (kind, value) in [("phone", "demain"), ("signal", "@x"), ("web", "javascript:x")] {
            let means = Means::parse(kind, value);
            assert_eq!((means.kind(), means.value()), (kind, value));
        }
    }
}
