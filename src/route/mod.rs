//! Every address of the application.
//!
//! A route is one segment deep and keeps its state in the query, so that `dist/` can hold a real page
//! for each and work under any path. Links are relative: the browser resolves them against the
//! page's base.

pub mod listing;
pub mod needs;
pub mod outward;

use crate::domain::id::Id;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The catalogue, at the root.
    Catalogue,
    /// Looking for help.
    Seek,
    /// The open needs, for who wants to help.
    Needs,
    /// The map of what is found.
    Map,
    /// Asking the association, where nothing was found.
    Request,
    /// What the initiatives have made together.
    Figures,
    /// One initiative.
    Initiative,
    /// What is put up on paper: the list, or one initiative.
    Poster,
    /// The form.
    Edit,
    /// The local changes.
    Proposals,
    /// The press releases.
    Communiques,
    /// One press release.
    Communique,
    /// Pasting a press release.
    Import,
    /// Composing the next one.
    Compose,
    /// The editor's inbox.
    Review,
    /// What an editor should ask whether it is still true.
    Check,
    /// What is stored on the device.
    Data,
    /// The settings.
    Settings,
    /// What this is.
    About,
    /// The publisher's legal notices.
    Legal,
}

impl Page {
    /// Every page. `dist/` holds a folder for each but the first.
    pub const ALL: [Self; 20] = [
        Self::Catalogue,
        Self::Seek,
        Self::Needs,
        Self::Map,
        Self::Request,
        Self::Figures,
        Self::Initiative,
        Self::Poster,
        Self::Edit,
        Self::Proposals,
        Self::Communiques,
        Self::Communique,
        Self::Import,
        Self::Compose,
        Self::Review,
        Self::Check,
        Self::Data,
        Self::Settings,
        Self::About,
        Self::Legal,
    ];

    /// The segment of the address.
    #[must_use]
    pub const fn segment(self) -> &'static str {
        match self {
            Self::Catalogue => "",
            Self::Seek => "aide",
            Self::Needs => "besoins",
            Self::Map => "carte",
            Self::Request => "demande",
            Self::Figures => "chiffres",
            Self::Initiative => "initiative",
            Self::Poster => "affiche",
            Self::Edit => "modifier",
            Self::Proposals => "propositions",
            Self::Communiques => "communiques",
            Self::Communique => "communique",
            Self::Import => "importer",
            Self::Compose => "composer",
            Self::Review => "relire",
            Self::Check => "verifier",
            Self::Data => "donnees",
            Self::Settings => "reglages",
            Self::About => "a-propos",
            Self::Legal => "mentions",
        }
    }

    /// The page of a segment.
    #[must_use]
    pub fn from_segment(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.segment() == segment)
    }

    /// The address of the page, relative to the base.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Catalogue => "./",
            page => page.segment(),
        }
    }

    /// The address of the page with one thing on it: `initiative?id=x`.
    #[must_use]
    pub fn href_of(self, id: &Id) -> String {
        self.with_query(&[("id", id.as_str())])
    }

    /// The address of the page with a query; pairs without a value are left out.
    #[must_use]
    pub fn with_query(self, pairs: &[(&str, &str)]) -> String {
        let mut address = self.href().to_owned();
        let mut mark = '?';
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            address.push(mark);
            address.push_str(name);
            address.push('=');
            encode_into(value, &mut address);
            mark = '&';
        }
        address
    }
}

/// Percent-encodes a query's value: everything but unreserved characters.
fn encode_into(value: &str, address: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push(char::from(DIGITS[usize::from(byte >> 4)]));
            address.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::domain::id::Id;

    #[test]
    fn every_page_is_found_by_its_segment() {
        for page in Page::ALL {
            assert_eq!(Page::from_segment(page.segment()), Some(page));
            assert!(!page.segment().contains('/'), "one segment deep");
        }
        assert_eq!(Page::from_segment("inconnu"), None);
    }

    #[test]
    fn addresses_are_relative_and_encoded() {
        let id = Id::parse("marck-masques").unwrap();
        assert_eq!(Page::Initiative.href_of(&id), "initiative?id=marck-masques");
        assert_eq!(Page::Catalogue.href(), "./");
        let address = Page::Catalogue.with_query(&[("q", "visières & co"), ("theme", ""), ("besoins", "1")]);
        assert_eq!(address, "./?q=visi%C3%A8res%20%26%20co&besoins=1");
    }
}
