//! Which entries may be the same initiative, and why.
//!
//! Two entries of two files never share an identifier, so likeness is told by what a person would look
//! at: the same telephone number, e-mail address or web page, alike titles in one commune, or the same
//! organiser who does something of the same name in one place. Each is a [`Reason`] in words; nothing is
//! scored in the dark, and only a person decides.
//!
//! The work is bounded: whatever many entries share (the number of a town hall, the page of a
//! department) tells nothing and is not looked at, and titles are compared within their commune, word by
//! word. `cargo xtask bench` measures 1,000 entries against 10,000.

use std::collections::{BTreeMap, BTreeSet};

use super::contact::Means;
use super::email::Email;
use super::initiative::Initiative;
use super::link::Link;
use super::order;
use super::phone::Phone;
use super::text::fold;

/// What is compared of an entry, or of the draft of one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Features {
    /// The title.
    pub title: String,
    /// The name of the commune where it works; may be empty.
    pub commune: String,
    /// The wider area; may be empty.
    pub area: String,
    /// The name of who carries it; empty where nobody may be named.
    pub organiser: String,
    /// The telephone numbers.
    pub phones: Vec<Phone>,
    /// The e-mail addresses.
    pub emails: Vec<Email>,
    /// The web pages.
    pub links: Vec<Link>,
}

/// Why two entries may be the same initiative.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// They have this telephone number.
    Phone(Phone),
    /// They have this e-mail address.
    Email(Email),
    /// They have this web page.
    Link(Link),
    /// They work in this commune and their titles are alike.
    Title(String),
    /// They are of this organiser, in one place, and their titles have a word in common.
    Organiser(String),
}

/// An entry that may be the same, by its place among those that are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// Its place.
    pub place: usize,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// How many entries may share a number, an address or a page for it to tell one from another.
const SHARED: usize = 20;

/// How many likely entries are told of one: more would not be looked at.
const MOST: usize = 5;

/// Words of titles that tell nothing. Folded, and without the plural's ending.
const NO_WORDS: [&str; 30] = [
    "a",
    "au",
    "aux",
    "avec",
    "ce",
    "chez",
    "d",
    "dan",
    "de",
    "du",
    "en",
    "et",
    "gratuit",
    "initiative",
    "l",
    "la",
    "le",
    "leur",
    "notre",
    "nou",
    "par",
    "pour",
    "qui",
    "sa",
    "se",
    "son",
    "sou",
    "sur",
    "un",
    "une",
];

/// The entries that are looked at, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Duplicates {
    /// Entries by a number, address or page.
    by_mark: BTreeMap<String, Vec<usize>>,
    /// Entries by commune and a word of their title.
    by_word: BTreeMap<(String, String), Vec<usize>>,
    /// Entries by organiser and a place of theirs, a commune or an area.
    by_organiser: BTreeMap<(String, String), Vec<usize>>,
    /// What is looked at of each entry once it is found.
    known: Vec<Known>,
}

/// What is looked at of an entry once it is found.
#[derive(Debug, Clone)]
struct Known {
    /// How many words its title has.
    length: usize,
    /// The commune, folded.
    commune: String,
    /// What its organiser does there, in words of the title.
    deeds: Vec<String>,
}

impl Features {
    /// What is compared of an initiative. What it shows to nobody is not looked at.
    #[must_use]
    pub fn of(initiative: &Initiative) -> Self {
        let mut features = Self {
            title: initiative.title.clone(),
            commune: initiative.place.commune.clone(),
            area: initiative.place.area.clone(),
            ..Self::default()
        };
        if !initiative.organiser.is_unnamed() {
            features.organiser.clone_from(&initiative.organiser.name);
        }
        for contact in initiative.contacts.iter().filter(|contact| contact.public) {
            match &contact.means {
                Means::Phone(phone) => features.phones.push(phone.clone()),
                Means::Email(email) => features.emails.push(email.clone()),
                Means::Web(link) | Means::Social(link) => features.links.push(link.clone()),
                Means::Address(_) | Means::Plain { .. } => {}
            }
        }
        features
    }

    /// The numbers, addresses and pages, each as what it is found by.
    fn marks(&self) -> Vec<(String, Reason)> {
        // A short number is that of an emergency or a helpline, and of nobody's own.
        let phones = self.phones.iter().filter(|phone| phone.as_str().len() >= 7);
        let phones = phones.map(|phone| (phone.as_str().to_owned(), Reason::Phone(phone.clone())));
        let emails = self.emails.iter();
        let emails = emails.map(|email| (email.as_str().to_lowercase(), Reason::Email(email.clone())));
        let links = self.links.iter();
        let links = links.map(|link| (link.display().to_lowercase(), Reason::Link(link.clone())));
        phones.chain(emails).chain(links).collect()
    }

    /// The words of the title that tell something, each once. The commune's own name tells nothing in
    /// its own commune.
    fn words(&self) -> Vec<String> {
        let commune: Vec<String> = words(&self.commune).collect();
        let all: Vec<String> = words(&self.title).collect();
        let telling = |word: &&String| !NO_WORDS.contains(&word.as_str()) && !commune.contains(word);
        let mut telling: Vec<String> = all.iter().filter(telling).cloned().collect();
        if telling.is_empty() {
            telling = all;
        }
        order::sort_by(&mut telling, Ord::cmp);
        telling.dedup();
        telling
    }

    /// What the organiser does, in the words of the title that name neither them nor the place. Nothing
    /// where no organiser is named, who then cannot be the same.
    fn deeds(&self) -> Vec<String> {
        if self.organiser.is_empty() {
            return Vec::new();
        }
        let names: Vec<String> = [&self.organiser, &self.area]
            .into_iter()
            .flat_map(|name| words(name))
            .collect();
        let mut deeds = self.words();
        deeds.retain(|word| !names.contains(word) && !word.chars().all(char::is_numeric));
        deeds
    }

    /// The organiser with each of the places, as they are found by.
    fn carried(&self) -> Vec<(String, String)> {
        let organiser = words(&self.organiser).collect::<Vec<_>>().join(" ");
        if organiser.is_empty() {
            return Vec::new();
        }
        let places = [&self.commune, &self.area].map(|place| fold(place.trim()));
        let named = places.into_iter().filter(|place| !place.is_empty());
        named.map(|place| (organiser.clone(), place)).collect()
    }
}

/// The words of a text, folded and without the plural's ending.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let singular = word.strip_suffix(['s', 'x']).filter(|rest| rest.len() >= 2);
            singular.unwrap_or(word).to_owned()
        })
        .collect();
    words.into_iter()
}

/// Notes where something stands, once. One more than tells anything is enough to know that it tells nothing.
fn note(known: &mut Vec<usize>, place: usize) {
    if known.len() <= SHARED && known.last() != Some(&place) {
        known.push(place);
    }
}

impl Duplicates {
    /// Makes ready the entries that are looked at. Their places are those in which they come.
    #[must_use]
    pub fn among(entries: impl IntoIterator<Item = Features>) -> Self {
        let mut duplicates = Self::default();
        for (place, entry) in entries.into_iter().enumerate() {
            for (mark, _) in entry.marks() {
                note(duplicates.by_mark.entry(mark).or_default(), place);
            }
            let words = entry.words();
            for key in entry.carried() {
                note(duplicates.by_organiser.entry(key).or_default(), place);
            }
            let (length, commune) = (words.len(), fold(&entry.commune));
            if !commune.is_empty() {
                for word in words {
                    let key = (commune.clone(), word);
                    duplicates.by_word.entry(key).or_default().push(place);
                }
            }
            duplicates.known.push(Known {
                length,
                commune,
                deeds: entry.deeds(),
            });
        }
        duplicates
    }

    /// The entries that may be the same as this one, those with the most reasons first.
    #[must_use]
    pub fn of(&self, entry: &Features) -> Vec<Likeness> {
        let mut found: BTreeMap<usize, Vec<Reason>> = BTreeMap::new();
        for (mark, reason) in entry.marks() {
            let places = self.by_mark.get(&mark).map_or(&[][..], Vec::as_slice);
            for place in places.iter().filter(|_| places.len() <= SHARED) {
                let reasons = found.entry(*place).or_default();
                if !reasons.contains(&reason) {
                    reasons.push(reason.clone());
                }
            }
        }
        for place in self.alike_titles(entry) {
            let reasons = found.entry(place).or_default();
            reasons.push(Reason::Title(entry.commune.clone()));
        }
        for place in self.same_organiser(entry) {
            let reasons = found.entry(place).or_default();
            reasons.push(Reason::Organiser(entry.organiser.clone()));
        }
        let mut found: Vec<Likeness> = found
            .into_iter()
            .map(|(place, reasons)| Likeness { place, reasons })
            .collect();
        order::sort_by(&mut found, |one, two| two.reasons.len().cmp(&one.reasons.len()));
        found.truncate(MOST);
        found
    }

    /// The entries of the same commune with an alike title: two thirds of the words of both are
    /// common, or one title has every word of the other.
    fn alike_titles(&self, entry: &Features) -> Vec<usize> {
        if entry.commune.is_empty() {
            return Vec::new();
        }
        let commune = fold(&entry.commune);
        let words = entry.words();
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for word in &words {
            let places = self.by_word.get(&(commune.clone(), word.clone()));
            for place in places.into_iter().flatten() {
                *common.entry(*place).or_default() += 1;
            }
        }
        let alike = |(place, common): &(usize, usize)| {
            let (own, other) = (words.len(), self.known[*place].length);
            3 * 2 * common >= 2 * (own + other) || *common == own.min(other)
        };
        common.into_iter().filter(alike).map(|(place, _)| place).collect()
    }

    /// The entries of the same organiser in one place that do something of the same name. An organiser of
    /// many entries there tells nothing, and two communes of one area are two places.
    fn same_organiser(&self, entry: &Features) -> BTreeSet<usize> {
        let (commune, deeds) = (fold(&entry.commune), entry.deeds());
        let is_same = |place: &usize| {
            let known = &self.known[*place];
            let elsewhere = !known.commune.is_empty() && !commune.is_empty() && known.commune != commune;
            !elsewhere && deeds.iter().any(|word| known.deeds.contains(word))
        };
        let carried = entry.carried();
        let found = carried.iter().filter_map(|key| self.by_organiser.get(key));
        let telling = found.filter(|places| places.len() <= SHARED).flatten().copied();
        telling.filter(is_same).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Duplicates, Features, Reason};
    use crate::domain::{email::Email, link::Link, phone::Phone};

    fn entry(title: &str, commune: &str) -> Features {
        Features {
            title: title.to_owned(),
            commune: commune.to_owned(),
            ..Features::default()
        }
    }

    fn phone(mut entry: Features, phone: &str) -> Features {
        entry.phones.push(Phone::parse(phone).unwrap());
        entry
    }

    fn likely(here: &[Features], one: &Features) -> Vec<(usize, usize)> {
        let found = Duplicates::among(here.iter().cloned()).of(one).into_iter();
        found.map(|found| (found.place, found.reasons.len())).collect()
    }

    #[test]
    fn titles_are_alike_within_a_commune() {
        let here = [entry("Confection de masques à Marck", "Marck")];
        for alike in [
            "Confection de masques",
            "MASQUES : confection",
            "Des masques",
            "Confection des masques en tissu",
        ] {
            assert_eq!(likely(&here, &entry(alike, "MARCK")), [(0, 1)], "{alike}");
        }
        for other in [
            "Collecte de jouets",
            "Confection de rideaux",
            "Marck solidaire",
            "",
        ] {
            assert!(likely(&here, &entry(other, "Marck")).is_empty(), "{other}");
        }
        assert!(likely(&here, &entry("Confection de masques", "Calais")).is_empty());
        assert!(likely(&here, &entry("Confection de masques", "")).is_empty());
    }

    #[test]
    fn a_number_an_address_or_a_page_is_enough() {
        let mut here = phone(entry("Repas", "Lens"), "03 21 00 00 01");
        here.emails.push(Email::parse("Aide@Exemple.fr").unwrap());
        here.links
            .push(Link::parse("https://www.exemple.fr/aide/").unwrap());
        let mut other = phone(entry("Portage", "Avion"), "+33 3 21 00 00 01");
        other.emails.push(Email::parse("aide@exemple.fr").unwrap());
        other.links.push(Link::parse("http://exemple.fr/aide").unwrap());
        let found = Duplicates::among([here]).of(&other);
        assert_eq!(found[0].reasons.len(), 3);
        assert!(matches!(found[0].reasons[0], Reason::Phone(_)));
    }

    fn of(organiser: &str, title: &str, commune: &str, area: &str) -> Features {
        Features {
            organiser: organiser.to_owned(),
            area: area.to_owned(),
            ..entry(title, commune)
        }
    }

    #[test]
    fn an_organiser_who_does_the_same_in_one_place_is_enough() {
        let title = "Visières imprimées en 3D par les « Imprimeurs de cœur »";
        let here = [of("Imprimeurs de cœur", title, "", "Calaisis")];
        for alike in [
            of(
                "IMPRIMEURS DE CŒUR",
                "Calaisis : production de visières",
                "",
                "calaisis",
            ),
            of(
                "Imprimeurs de cœur",
                "Visières de protection",
                "Marck",
                "Calaisis",
            ),
        ] {
            let found = Duplicates::among(here.iter().cloned()).of(&alike);
            assert!(
                matches!(found[0].reasons[..], [Reason::Organiser(_)]),
                "{alike:?}"
            );
        }
        for other in [
            // Something else that they do, somewhere else, somebody else, nobody who is named.
            of("Imprimeurs de cœur", "Des livres en 3D", "", "Boulonnais"),
            of(
                "Imprimeurs de cœur",
                "Imprimeurs de cœur : collecte 3 000",
                "",
                "Calaisis",
            ),
            of("Imprimeurs de cœur", "Visières", "", ""),
            of("Imprimeurs du port", "Visières", "", "Calaisis"),
            of("", "Visières", "", "Calaisis"),
        ] {
            assert!(likely(&here, &other).is_empty(), "{other:?}");
        }
        let town = [of("Ville de Lens", "Masques pour tous", "Lens", "Lensois")];
        assert!(
            likely(
                &town,
                &of("Ville de Lens", "Courses à domicile", "Lens", "Lensois")
            )
            .is_empty()
        );
        assert!(likely(&town, &of("Ville de Lens", "Masques", "Avion", "Lensois")).is_empty());
        let many: Vec<_> = (0..30)
            .map(|n| of("Croix", &format!("Colis {n}"), "", "Artois"))
            .collect();
        assert!(likely(&many, &of("Croix", "Colis", "", "Artois")).is_empty());
    }

    #[test]
    fn what_everybody_has_tells_nothing() {
        let here: Vec<_> = (0..30)
            .map(|number| {
                phone(
                    entry(&format!("Service {number} municipal"), ""),
                    "03 21 00 00 02",
                )
            })
            .collect();
        assert!(likely(&here, &phone(entry("Autre", ""), "03 21 00 00 02")).is_empty());
        let here = [phone(entry("Nuit", ""), "115")];
        assert!(likely(&here, &phone(entry("Jour", ""), "115")).is_empty());
    }

    #[test]
    fn the_one_with_the_most_reasons_comes_first_and_few_are_told() {
        let mut here: Vec<_> = (0..9).map(|_| entry("Masques", "Lens")).collect();
        here.push(phone(entry("Masques", "Lens"), "0321000003"));
        let found = likely(&here, &phone(entry("Masques", "Lens"), "0321000003"));
        assert_eq!(found[0], (9, 2));
        assert_eq!(found.len(), 5);
    }
}
