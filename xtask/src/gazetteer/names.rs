//! Which further names of a commune are worth keeping.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// The names written by hand, by INSEE code.
pub(super) fn read_usual(path: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let content = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let value: Value =
        serde_json::from_str(&content).with_context(|| format!("{} is not JSON", path.display()))?;
    let rows = value["names"]
        .as_object()
        .context("usual-names.json has no object `names`")?;
    rows.iter()
        .map(|(code, names)| {
            let names = names
                .as_array()
                .with_context(|| format!("the names of {code} are no list"))?;
            let names = names.iter().map(|name| {
                Ok(name
                    .as_str()
                    .with_context(|| format!("{name} of {code} is no text"))?
                    .to_owned())
            });
            Ok((code.clone(), names.collect::<Result<_>>()?))
        })
        .collect()
}

/// Sorted, without the commune's own name, and one spelling of each: the one with most accents.
pub(super) fn distinct(name: &str, candidates: Vec<String>) -> Vec<String> {
    let mut kept: BTreeMap<String, String> = BTreeMap::new();
    let own = fold(name);
    for candidate in candidates {
        let key = fold(&candidate);
        if key == own || key.is_empty() {
            continue;
        }
        let better = |old: &String| {
            let accents = |text: &str| text.chars().filter(|letter| !letter.is_ascii()).count();
            (accents(&candidate), old.as_str()) > (accents(old), candidate.as_str())
        };
        if kept.get(&key).is_none_or(better) {
            kept.insert(key, candidate);
        }
    }
    let mut names: Vec<String> = kept.into_values().collect();
    names.sort();
    names
}

/// Lower case, without accents, words separated by one space: enough to tell French place names apart.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_case_accents_and_signs() {
        assert_eq!(fold("Nœux-les-Mines"), "noeux les mines");
        assert_eq!(fold(" L'Haÿ  les Roses "), "l hay les roses");
    }

    #[test]
    fn one_spelling_is_kept_and_never_the_name_itself() {
        let candidates =
            ["Annezin-les-Bethune", "ANNEZIN", "Annezin-les-Béthune", "Autre"].map(str::to_owned);
        assert_eq!(
            distinct("Annezin", candidates.to_vec()),
            ["Annezin-les-Béthune", "Autre"]
        );
    }

    #[test]
    fn the_order_of_the_candidates_does_not_matter() {
        let one = ["Saint Nicolas", "Saint-Nicolas", "Été"]
            .map(str::to_owned)
            .to_vec();
        let other = one.iter().rev().cloned().collect();
        assert_eq!(distinct("X", one), distinct("X", other));
    }
}
