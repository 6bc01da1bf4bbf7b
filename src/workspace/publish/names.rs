//! People's names that stand in a text that everyone will read.
//!
//! Nothing is guessed: a name is one that somebody entered as that of a person. It is what stands as
//! the organiser of an individual who has not agreed to be named, or a capitalised word in the label
//! of a private contact. Only a person can tell whether the mention is meant, so it is told and stops
//! nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::summary::Named;
use super::texts::{self, Place};
use crate::domain::catalogue::Catalogue;
use crate::domain::change::{Target, TargetKind};
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::mention::Mentions;

/// A name in a public text.
#[derive(Debug, Clone, PartialEq)]
pub struct NameInText {
    /// The name, as the text writes it.
    pub name: String,
    /// Why it is taken for one.
    pub known_as: KnownAs,
    /// The entry that it is known from.
    pub from: Named,
    /// Where it stands.
    pub place: Place,
}

/// Why something is taken for a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownAs {
    /// It is the organiser of an entry, an individual who has not agreed to be named.
    Organiser,
    /// It is in the label of a private contact.
    PrivateLabel,
}

/// Words of labels that begin with a capital and name nobody. Compared without accents.
const NO_NAMES: [&str; 34] = [
    "accueil",
    "adresse",
    "appeler",
    "association",
    "atelier",
    "bureau",
    "contact",
    "domicile",
    "fixe",
    "heures",
    "jours",
    "ligne",
    "madame",
    "mademoiselle",
    "mail",
    "mairie",
    "maison",
    "matin",
    "mme",
    "mobile",
    "monsieur",
    "numero",
    "permanence",
    "perso",
    "personnel",
    "portable",
    "pour",
    "prive",
    "responsable",
    "secretariat",
    "siege",
    "soir",
    "standard",
    "telephone",
];

/// The most mentions that are told: nobody reads more, and each one costs a line.
const MOST: usize = 200;

/// The names in the texts of `public`, known from what is shown on this device.
pub(super) fn names_in_texts(shown: &Catalogue, public: &Catalogue) -> Vec<NameInText> {
    let mut known: Vec<(KnownAs, &Initiative)> = Vec::new();
    let mut mentions = Mentions::default();
    // A part of a name is a name only where the entry is spoken of: elsewhere « Marie » is somebody else.
    let mut parts: BTreeMap<&Id, (Mentions, Vec<KnownAs>)> = BTreeMap::new();
    for entry in &shown.initiatives {
        let names = names_of(entry);
        for (known_as, name) in &names {
            mentions.add(name);
            known.push((*known_as, entry));
            let own = parts.entry(&entry.id).or_default();
            for part in name.split_whitespace().filter(|part| is_name(part)) {
                own.0.add(part);
                own.1.push(*known_as);
            }
        }
    }
    let entries: BTreeMap<&Id, &Initiative> = known.iter().map(|(_, entry)| (&entry.id, *entry)).collect();
    let mut told = Vec::new();
    let mut seen = BTreeSet::new();
    texts::each(public, |place, about, text| {
        if told.len() >= MOST || mentions.is_empty() || text.is_empty() {
            return;
        }
        let mut tell = |name: &str, known_as, entry: &Initiative| {
            let place = place();
            let target = place.document.target.clone();
            if seen.insert((target, place.field, name.to_owned())) {
                told.push(NameInText {
                    name: name.to_owned(),
                    known_as,
                    from: Named {
                        target: Target {
                            kind: TargetKind::Initiative,
                            id: entry.id.clone(),
                        },
                        title: entry.title.clone(),
                    },
                    place,
                });
            }
        };
        let whole = mentions.find(text);
        for mention in &whole {
            let (known_as, entry) = known[mention.of];
            tell(&text[mention.at.clone()], known_as, entry);
        }
        let own = about.and_then(|id| Some((parts.get(id)?, *entries.get(id)?)));
        for mention in own.iter().flat_map(|((parts, _), _)| parts.find(text)) {
            let inside = |whole: &crate::domain::mention::Mention| {
                whole.at.start <= mention.at.start && mention.at.end <= whole.at.end
            };
            if let Some(((_, kinds), entry)) = own.filter(|_| !whole.iter().any(inside)) {
                tell(&text[mention.at.clone()], kinds[mention.of], entry);
            }
        }
    });
    told
}

/// The names of people that somebody entered in an entry.
fn names_of(entry: &Initiative) -> Vec<(KnownAs, String)> {
    let mut names = Vec::new();
    if entry.organiser.is_unnamed() && !entry.organiser.name.is_empty() {
        names.push((KnownAs::Organiser, entry.organiser.name.clone()));
    }
    for contact in entry.contacts.iter().filter(|contact| !contact.public) {
        // Capitalised words that stand together are one name.
        let mut name: Vec<&str> = Vec::new();
        for word in contact.label.split_whitespace().chain([""]) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if is_name(bare) {
                name.push(bare);
            } else if !name.is_empty() {
                names.push((KnownAs::PrivateLabel, name.join(" ")));
                name.clear();
            }
        }
    }
    names
}

/// Whether a word may be somebody's name: it has a capital and some length, and is no usual word.
fn is_name(word: &str) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let folded = crate::domain::text::fold(word);
    capital && word.chars().count() >= 3 && !NO_NAMES.contains(&folded.as_str())
}
