//! What the reader knows beforehand: the communes, the catalogue's themes and areas, the present day.

use std::collections::BTreeMap;

use super::words::Words;
use crate::domain::date::Date;
use crate::domain::gazetteer::{Commune, Gazetteer};
use crate::domain::text::fold;
use crate::domain::theme::Theme;

/// What is known beforehand. Nothing of it is needed: without a gazetteer no commune is found.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// The communes of the department, and of others where they are at hand; the first is asked first.
    pub gazetteers: &'a [&'a Gazetteer],
    /// The themes of the catalogue.
    pub themes: &'a [Theme],
    /// Names of wider areas (« Calaisis ») beside those that every reader knows.
    pub areas: &'a [&'a str],
    /// The present day: gives a date without a year its year where the release has no date of its own.
    pub today: Option<Date>,
}

/// The names of communes by their first word.
pub(super) struct Gazetteers<'a> {
    names: BTreeMap<String, Vec<Name<'a>>>,
    pub(super) areas: Vec<Vec<String>>,
}

/// What stands behind a commune's own name: people say « Brive » for « Brive-la-Gaillarde ».
const BEHIND: [&str; 14] = [
    "sur", "sous", "en", "la", "le", "les", "lez", "de", "des", "du", "d", "au", "aux", "l",
];

/// First words of names that do not stand for a commune by themselves.
const NO_NAMES: [&str; 44] = [
    "belle",
    "grand",
    "grande",
    "grandes",
    "petit",
    "petite",
    "chapelle",
    "ferme",
    "fontaine",
    "fontaines",
    "roche",
    "chateau",
    "ville",
    "villers",
    "villiers",
    "villeneuve",
    "neuville",
    "neuf",
    "notre",
    "saint",
    "sainte",
    "saints",
    "saintes",
    "pont",
    "bois",
    "mont",
    "monts",
    "abbaye",
    "eglise",
    "croix",
    "vallee",
    "plage",
    "marche",
    "haute",
    "hauts",
    "basse",
    "vieux",
    "vieille",
    "beau",
    "trois",
    "maison",
    "maisons",
    "montagne",
    "puits",
];

/// The words before a name whose article they have taken: « au Crotoy » is at Le Crotoy.
const TAKEN: [(&str, [&str; 2]); 2] = [("le", ["au", "du"]), ("les", ["aux", "des"])];

struct Name<'a> {
    /// The words of which one must stand before it, where they hold its article.
    after: Option<[&'static str; 2]>,
    /// The words after the first.
    rest: Vec<String>,
    /// The gazetteer's rank and the commune.
    rank: usize,
    commune: &'a Commune,
}

impl<'a> Gazetteers<'a> {
    pub(super) fn of(known: &Known<'a>) -> Self {
        let mut names: BTreeMap<String, Vec<Name<'a>>> = BTreeMap::new();
        for (rank, gazetteer) in known.gazetteers.iter().enumerate() {
            for (commune, folded) in gazetteer.folded() {
                for name in folded {
                    let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
                    let mut add = |words: &[String], after| {
                        if let Some((first, rest)) = words.split_first() {
                            names.entry(first.clone()).or_default().push(Name {
                                after,
                                rest: rest.to_vec(),
                                rank,
                                commune,
                            });
                        }
                    };
                    add(&words, None);
                    let first = words.first();
                    let taken = TAKEN
                        .iter()
                        .find(|(article, _)| first.is_some_and(|first| first == article));
                    if let Some((_, after)) = taken {
                        add(&words[1..], Some(*after));
                    }
                }
            }
        }
        for (name, (rank, commune)) in short_names(known, &names) {
            let mut words = name.split(' ').map(str::to_owned);
            let Some(first) = words.next() else { continue };
            names.entry(first).or_default().push(Name {
                after: None,
                rest: words.collect(),
                rank,
                commune,
            });
        }
        let areas = known
            .areas
            .iter()
            .map(|area| name_words(area))
            .filter(|words| !words.is_empty());
        Self {
            names,
            areas: areas.collect(),
        }
    }

    /// The commune of exactly this name, where it is the only one that also has the postcode.
    pub(super) fn named(&self, name: &str, postcode: Option<&str>) -> Option<&'a Commune> {
        let words = Words::of(name);
        let (end, communes) = self.find(&words, 0)?;
        let has = |commune: &&&Commune| {
            postcode.is_none_or(|code| commune.postcodes.iter().any(|known| known.as_str() == code))
        };
        let mut fitting = communes.iter().filter(has);
        let first = fitting.next().copied();
        first.filter(|_| end == words.len() && fitting.next().is_none())
    }

    /// The longest commune's name that begins at a word: the word after it, the communes of that name.
    pub(super) fn find(&self, words: &Words, at: usize) -> Option<(usize, Vec<&'a Commune>)> {
        let names = self.names.get(spelt_out(words.fold(at)))?;
        let mut best: Option<(usize, usize, Vec<&Commune>)> = None;
        for name in names {
            let before = words.fold_before(at, 1);
            if name.after.is_some_and(|after| !after.contains(&before)) {
                continue;
            }
            let Some(end) = follow(words, at + 1, &name.rest) else {
                continue;
            };
            match &mut best {
                Some((longest, rank, _)) if end < *longest || (end == *longest && name.rank > *rank) => {}
                Some((longest, rank, found)) if end == *longest && name.rank == *rank => {
                    found.push(name.commune);
                }
                best => *best = Some((end, name.rank, vec![name.commune])),
            }
        }
        best.map(|(end, _, mut found)| {
            found.dedup_by(|one, two| one.insee == two.insee);
            (end, found)
        })
    }
}

/// What communes are called for short, where one alone of a department can be meant.
fn short_names<'a>(
    known: &Known<'a>,
    names: &BTreeMap<String, Vec<Name<'a>>>,
) -> BTreeMap<String, (usize, &'a Commune)> {
    let mut short: BTreeMap<String, Option<(usize, &'a Commune)>> = BTreeMap::new();
    for (rank, gazetteer) in known.gazetteers.iter().enumerate() {
        for (commune, folded) in gazetteer.folded() {
            let Some(name) = folded.first() else { continue };
            let words: Vec<&str> = name.split(' ').collect();
            let holy = matches!(words.first(), Some(&"saint" | &"sainte" | &"la" | &"le" | &"les"));
            let length = 1 + usize::from(holy);
            let (Some(alone), Some(behind)) = (words.get(..length), words.get(length)) else {
                continue;
            };
            let first = alone[0];
            let own = alone[length - 1];
            let saint = holy && first.starts_with("saint");
            // « La Ville » is no short name of La Ville-aux-Clercs.
            let usable = saint || own.len() > 4 && !NO_NAMES.contains(&own);
            // « Bourgoin » is long enough to be known without what is joined to it.
            let parted = BEHIND.contains(behind) || !holy && first.len() > 7;
            let taken = || {
                let same = |name: &Name| {
                    name.rest
                        .iter()
                        .map(String::as_str)
                        .eq(alone[1..].iter().copied())
                };
                names.get(first).is_some_and(|names| names.iter().any(same))
            };
            if usable && parted && !taken() {
                short
                    .entry(alone.join(" "))
                    .and_modify(|known| *known = None)
                    .or_insert(Some((rank, commune)));
            }
        }
    }
    short
        .into_iter()
        .filter_map(|(name, found)| Some((name, found?)))
        .collect()
}

/// The words of a name as the text's words are folded, « St » spelt out.
fn name_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(|word| spelt_out(word).to_owned())
        .collect()
}

fn spelt_out(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        word => word.trim_end_matches('\''),
    }
}

/// The word after these, if they follow, whatever hyphens stand between.
fn follow(words: &Words, mut at: usize, wanted: &[String]) -> Option<usize> {
    for word in wanted {
        // « St. Omer » has a full stop, « Saint-Omer » a hyphen.
        while words.is_sign(at, '-')
            || (words.is_sign(at, '.') && words.is_glued(at) && words.fold_before(at, 1).len() < 4)
        {
            at += 1;
        }
        if spelt_out(words.fold(at)) != word {
            return None;
        }
        at += 1;
    }
    Some(at)
}
