//! The site that a catalogue makes: its title, its publisher, its looks.

use super::{code::Department, id::Id, link::Link, phone::Phone, value::Object};

/// Everything that makes the application one association's site.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Random and stable: tells this site's catalogue from any other.
    pub id: Id,
    /// The name over every page.
    pub title: String,
    /// The language of the content, `fr` unless told.
    pub lang: String,
    /// The department whose communes are offered first.
    pub department: Option<Department>,
    /// The wider areas that the site uses (« Calaisis »), as the file gives them.
    pub areas: Vec<super::value::Value>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// The accent colour.
    pub accent: Option<Accent>,
    /// The licence of the data, as a short code.
    pub licence: String,
    /// Where one gets involved.
    pub engage_url: Option<Link>,
    /// A message shown first; may be empty.
    pub notice: String,
    /// The numbers to call in an emergency, in the order in which they are shown.
    pub emergency: Vec<EmergencyNumber>,
    /// The legal notices, as the file gives them.
    pub legal: Object,
    /// After how many days without a check the page of an entry says that it is old.
    pub stale_after_days: Option<u32>,
    /// The order that the themes were put in; those that it does not name come after. Empty where nobody has put
    /// them in any.
    pub theme_order: Vec<Id>,
    /// Where the site has moved; every page of the former place says so.
    pub moved_to: Option<Link>,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// Who publishes a site. Any part may be empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Publisher {
    /// The name.
    pub name: String,
    /// The e-mail address, as written.
    pub email: String,
    /// The telephone number, as written.
    pub phone: String,
    /// The web page, as written.
    pub url: String,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// A number to call in an emergency, short ones among them: 15, 112, 3919.
#[derive(Debug, Clone, PartialEq)]
pub struct EmergencyNumber {
    /// The number.
    pub number: Phone,
    /// What it is for, in a few words; may be empty.
    pub label: String,
    /// Fields that this version does not know.
    pub extra: Object,
}

/// A colour `#rrggbb`: checked, since it ends in a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accent(Box<str>);

impl Accent {
    /// Checks a colour.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let shaped = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        shaped.then(|| Self(text.to_ascii_lowercase().into()))
    }

    /// The colour as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Site {
    /// A site with an identifier and nothing else.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self {
            id,
            title: String::new(),
            lang: "fr".to_owned(),
            department: None,
            areas: Vec::new(),
            publisher: Publisher::default(),
            accent: None,
            licence: String::new(),
            engage_url: None,
            notice: String::new(),
            emergency: Vec::new(),
            legal: Object::new(),
            stale_after_days: None,
            theme_order: Vec::new(),
            moved_to: None,
            extra: Object::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Accent;

    #[test]
    fn a_colour_is_six_digits_and_nothing_else() {
        assert_eq!(Accent::parse("#0B6E4F").unwrap().as_str(), "#0b6e4f");
        for bad in ["", "red", "#fff", "#0b6e4f;}", "#0b6e4g", "0b6e4f0"] {
            assert!(Accent::parse(bad).is_none(), "{bad}");
        }
    }
}
