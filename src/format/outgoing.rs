//! What the formats are made of that only go out: maps, calendars, feeds.

use crate::domain::catalogue::Catalogue;
use crate::domain::contact::{Contact, Means};
use crate::domain::id::Digest;
use crate::domain::initiative::Initiative;
use crate::domain::link::Link;
use crate::i18n::Lang;
use crate::route::Page;

/// A selection of a catalogue on its way out. What may leave the device is decided before, by
/// [`publishable`](super::publish::publishable).
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    /// The selection, and the site and themes that it belongs to.
    pub catalogue: &'a Catalogue,
    /// The address of the site, with a slash at its end: `https://exemple.fr/asso/`.
    pub address: &'a str,
    /// The language in which themes are named.
    pub lang: Lang,
}

impl Outgoing<'_> {
    /// The address of an initiative's page.
    pub(super) fn page(&self, initiative: &Initiative) -> String {
        [self.address, &Page::Initiative.href_of(&initiative.id)].concat()
    }

    /// The name of an initiative's theme; empty where it has none that is known.
    pub(super) fn theme(&self, initiative: &Initiative) -> &str {
        let theme = initiative.theme.as_ref().and_then(|id| self.catalogue.theme(id));
        theme.map_or("", |theme| theme.name(self.lang.code()))
    }

    /// The site's title, or its identifier where it has none.
    pub(super) fn title(&self) -> &str {
        let site = &self.catalogue.site;
        if site.title.is_empty() {
            site.id.as_str()
        } else {
            &site.title
        }
    }

    /// Who publishes the site, or its title where that is not said.
    pub(super) fn publisher_name(&self) -> &str {
        let name = self.catalogue.site.publisher.name.as_str();
        if name.is_empty() { self.title() } else { name }
    }

    /// The publisher's page, if it is one that may be opened.
    pub(super) fn publisher_page(&self) -> Option<Link> {
        Link::from_typed(&self.catalogue.site.publisher.url).filter(Link::is_web)
    }

    /// A name for an initiative of this site that no other thing has, wherever the site stands: a UUID of
    /// RFC 9562 that derives from the two identifiers.
    pub(super) fn uuid(&self, initiative: Option<&Initiative>) -> String {
        let mut digest = Digest::new();
        digest.update(self.catalogue.site.id.as_str().as_bytes());
        if let Some(initiative) = initiative {
            digest.update(&[0xff]);
            digest.update(initiative.id.as_str().as_bytes());
        }
        uuid(digest.finish())
    }
}

/// 122 of 128 bits as a UUID of version 8.
fn uuid(bits: u128) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let versioned = bits & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let mut text = String::with_capacity(36);
    for place in 0..32 {
        if matches!(place, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        let digit = (versioned >> (124 - 4 * place) & 0xf) as usize;
        text.push(char::from(DIGITS[digit]));
    }
    text
}

/// What an initiative does, when and how it is reached, in plain paragraphs.
pub(super) fn plain_text(initiative: &Initiative) -> String {
    let contacts: Vec<String> = initiative.contacts.iter().map(contact).collect();
    let contacts = contacts.join("\n");
    let paragraphs = [
        &initiative.summary,
        &initiative.practical,
        &initiative.period.note,
        &contacts,
    ];
    let paragraphs = paragraphs.into_iter().filter(|text| !text.is_empty());
    paragraphs.cloned().collect::<Vec<_>>().join("\n\n")
}

/// A contact on a line, with what it is for.
pub(super) fn contact(contact: &Contact) -> String {
    let value = match &contact.means {
        Means::Phone(phone) => phone.display(),
        means => means.value().to_owned(),
    };
    if contact.label.is_empty() {
        return value;
    }
    [&value, " (", &contact.label, ")"].concat()
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn a_uuid_says_its_version() {
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-8fff-bfff-ffffffffffff");
        assert_eq!(uuid(0), "00000000-0000-8000-8000-000000000000");
        assert_eq!(
            uuid(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef),
            "01234567-89ab-8def-8123-456789abcdef"
        );
    }
}
