//! What people type: words and beginnings of words, several at once, and slips.

use solidaire::domain::initiative::Initiative;
use solidaire::domain::text::fold;

use crate::random::Random;

/// One search, made from an entry that it must find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// What is typed.
    pub typed: String,
    /// The position of the entry.
    pub meant: usize,
    /// Whether a word of it is misspelt.
    pub misspelt: bool,
}

/// So many searches over entries, a third of them misspelt: commune, word of the title, beginning of
/// a word, two and three words.
///
/// # Panics
/// If there are no entries.
#[must_use]
pub fn searches(initiatives: &[Initiative], count: usize) -> Vec<Search> {
    let mut random = Random::new(7);
    let mut searches = Vec::with_capacity(count);
    while searches.len() < count {
        let meant = random.below(initiatives.len());
        let it = &initiatives[meant];
        let misspelt = searches.len() % 3 == 2;
        let typed = if misspelt {
            with_slips(&mut random, it)
        } else {
            correct(&mut random, it)
        };
        searches.extend(typed.map(|typed| Search {
            typed,
            meant,
            misspelt,
        }));
    }
    searches
}

fn correct(random: &mut Random, it: &Initiative) -> Option<String> {
    let word = |random: &mut Random| {
        let words: Vec<&str> = [&*it.title, &it.summary, &it.organiser.name]
            .into_iter()
            .flat_map(words)
            .collect();
        (!words.is_empty()).then(|| random.pick(&words).to_owned())
    };
    match random.below(6) {
        0 => Some(it.place.commune.clone()),
        1 => word(random),
        2 => {
            let word = word(random)?;
            let length = random.below(word.chars().count()) + 1;
            Some(word.chars().take(length).collect())
        }
        3 => Some(format!("{} {}", it.place.commune, word(random)?)),
        4 => Some([word(random)?, word(random)?].join(" ").to_uppercase()),
        _ => Some(fold(&[word(random)?, word(random)?, word(random)?].join(" "))),
    }
}

/// A word of five letters or more with one slip, or two in a long one; sometimes with a second word
/// that is right.
fn with_slips(random: &mut Random, it: &Initiative) -> Option<String> {
    let words: Vec<&str> = [&*it.title, &it.place.commune, &it.summary]
        .into_iter()
        .flat_map(words)
        .filter(|word| word.chars().count() >= 5)
        .collect();
    if words.is_empty() {
        return None;
    }
    let word = random.pick(&words);
    let mut letters: Vec<char> = word.chars().collect();
    let slips = if letters.len() >= 8 && random.percent(25) {
        2
    } else {
        1
    };
    for _ in 0..slips {
        slip(random, &mut letters);
    }
    let slipped: String = letters.into_iter().collect();
    if random.percent(25) {
        return Some(format!("{slipped} {}", it.place.commune));
    }
    Some(slipped)
}

fn slip(random: &mut Random, letters: &mut Vec<char>) {
    let letter = char::from(b'a' + u8::try_from(random.below(26)).expect("a letter"));
    let at = random.below(letters.len());
    match random.below(4) {
        0 => letters[at] = letter,
        1 => letters.insert(at, letter),
        2 => drop(letters.remove(at)),
        _ if at > 0 => letters.swap(at - 1, at),
        _ => letters.swap(0, 1),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::searches;
    use crate::catalogue;
    use solidaire::domain::search::{Index, Query};

    #[test]
    fn what_is_spelt_right_finds_what_it_was_made_from() {
        let catalogue = catalogue(300);
        let index = Index::build(&catalogue.initiatives, &catalogue.themes);
        let searches = searches(&catalogue.initiatives, 200);
        assert_eq!(searches.len(), 200);
        assert_eq!(searches.iter().filter(|search| search.misspelt).count(), 66);
        for search in searches.iter().filter(|search| !search.misspelt) {
            let found = index.search(&Query::parse(&search.typed));
            assert!(
                found.hits.iter().any(|hit| hit.position == search.meant),
                "{search:?}"
            );
        }
    }
}
