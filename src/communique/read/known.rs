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
                    // « Plan-de-la-Tour » is Le Plan-de-la-Tour.
                    let article = first.is_some_and(|first| matches!(first.as_str(), "le" | "la" | "les"));
                    if article && words.len() > 2 {
                        add(&words[1..], None);
                    } else if let Some((_, after)) = taken {
                        add(&words[1..], Some(*after));
                    }
                }
            }
        }
        for (name, rank, commune) in short_names(known, &names) {
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

/// What communes are called for short, with the gazetteer's rank, where one alone of a department can be meant and
/// none that is known is called so in full.
fn short_names<'a>(
    known: &Known<'a>,
    names: &BTreeMap<String, Vec<Name<'a>>>,
) -> Vec<(String, usize, &'a Commune)> {
    let mut found = Vec::new();
    for (rank, gazetteer) in known.gazetteers.iter().enumerate() {
        let mut short: BTreeMap<String, Option<&'a Commune>> = BTreeMap::new();
        let department = name_words(gazetteer.name());
        for (commune, folded) in gazetteer.folded() {
            let Some(name) = folded.first() else { continue };
            let words: Vec<&str> = name.split(' ').collect();
            let Some(length) = short_name(&words) else {
                continue;
            };
            let alone = &words[..length];
            // « la Gironde » is the department, and no short name of a commune.
            if department != alone && !is_full_name(names, alone) {
                short
                    .entry(alone.join(" "))
                    .and_modify(|known| *known = None)
                    .or_insert(Some(commune));
            }
        }
        let sure = short.into_iter();
        found.extend(sure.filter_map(|(name, commune)| Some((name, rank, commune?))));
    }
    found
}

/// How many words at the start of a longer name may stand for it: « Brive », « La Ferté », « Saint-Omer ».
fn short_name(words: &[&str]) -> Option<usize> {
    let first = *words.first()?;
    let saint = matches!(first, "saint" | "sainte");
    let has_article_or_saint = saint || matches!(first, "la" | "le" | "les");
    let length = 1 + usize::from(has_article_or_saint);
    let behind = words.get(length)?;
    let own = words[length - 1];
    // « La Ville » is no short name of La Ville-aux-Clercs.
    let usable = saint || own.len() > 4 && !NO_NAMES.contains(&own);
    // « Bourgoin » is long enough to be known without what is joined to it.
    let parted = BEHIND.contains(behind) || !has_article_or_saint && first.len() > 7;
    // « Font-Romeu » of Font-Romeu-Odeillo-Via: two words of one name.
    let pair = !has_article_or_saint
        && words.len() > 3
        && first.len() > 3
        && behind.len() > 3
        && !BEHIND.contains(behind)
        && !BEHIND.contains(&words[2]);
    if pair {
        return Some(2);
    }
    (usable && parted).then_some(length)
}

/// Whether a commune's whole name is made of these words.
fn is_full_name(names: &BTreeMap<String, Vec<Name>>, words: &[&str]) -> bool {
    words.split_first().is_some_and(|(first, rest)| {
        let names = names.get(*first);
        names.is_some_and(|names| names.iter().any(|name| name.rest == rest))
    })
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

#[cfg(test)]
mod tests {
    use super::{Gazetteers, Known};
    use crate::communique::read::words::Words;
    use crate::domain::code::{Department, Insee};
    use crate::domain::gazetteer::{Commune, Gazetteer};

    fn gazetteer(department: &str, names: &[&str]) -> Gazetteer {
        let communes = names.iter().enumerate().map(|(place, name)| Commune {
            insee: Insee::parse(&format!("{department}{place:03}")).unwrap(),
            name: (*name).to_owned(),
            postcodes: Vec::new(),
            population: None,
            epci: None,
            point: None,
            names: Vec::new(),
        });
        let code = Department::parse(department).unwrap();
        Gazetteer::new(code, department.to_owned(), Vec::new(), communes.collect())
    }

    #[test]
    fn a_short_name_stands_for_the_only_commune_of_its_department() {
        let here = gazetteer(
            "19",
            &["Brive-la-Gaillarde", "Vendin-le-Vieil", "Vendin-lès-Béthune"],
        );
        let there = gazetteer("71", &["Brive-sur-Saône", "Vendin-sur-Saône", "Louhans"]);
        let whole = gazetteer("72", &["Brive"]);
        let found = |gazetteers: &[&Gazetteer], name: &str| -> Vec<String> {
            let known = Gazetteers::of(&Known {
                gazetteers,
                ..Known::default()
            });
            let found = known.find(&Words::of(name), 0);
            let communes = found.into_iter().flat_map(|(_, communes)| communes);
            communes.map(|commune| commune.name.clone()).collect()
        };
        // The department asked first is the one that is meant, whatever others have.
        assert_eq!(found(&[&here, &there], "Brive"), ["Brive-la-Gaillarde"]);
        assert_eq!(found(&[&there, &here], "Brive"), ["Brive-sur-Saône"]);
        // Two of one department are none of it.
        assert!(found(&[&here], "Vendin").is_empty());
        assert_eq!(found(&[&here, &there], "Vendin"), ["Vendin-sur-Saône"]);
        // Who is called so in full is meant, wherever that is.
        assert_eq!(found(&[&here, &whole], "Brive"), ["Brive"]);
    }
}
