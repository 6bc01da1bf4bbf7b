//! The themes of sections and drafts.

use crate::communique::read::Text;
use crate::communique::read::reading::{DraftRead, Release, ThemeRead};
use crate::communique::read::tables::themes::SUBJECTS;
use crate::domain::text::fold;
use crate::domain::theme::Theme;

/// Gives each section its theme, and each draft that of its section. A draft without one gets a theme
/// of the catalogue that its words are about.
pub(in crate::communique::read) fn themes(text: &Text, release: &mut Release, drafts: &mut [DraftRead]) {
    let themes = text.known.themes;
    for section in &mut release.sections {
        let heading = &section.heading.value;
        section.theme = match of_theme(heading, themes) {
            Some(theme) => ThemeRead::Known(theme.id.clone()),
            None if heading.is_empty() => ThemeRead::None,
            None => ThemeRead::New(heading.clone()),
        };
    }
    for draft in drafts {
        draft.theme = if let Some(section) = draft.section.and_then(|section| release.sections.get(section)) {
            section.theme.clone()
        } else {
            let theme = of_theme(&draft.summary, themes);
            theme.map_or(ThemeRead::None, |theme| ThemeRead::Known(theme.id.clone()))
        };
    }
}

/// The theme that a text is about: a word in common, else a subject in common.
fn of_theme<'a>(said: &str, themes: &'a [Theme]) -> Option<&'a Theme> {
    let folded = fold(said);
    let exact = themes.iter().find(|theme| {
        let labels = theme.label.iter().filter_map(|(_, label)| label.as_text());
        labels.into_iter().any(|label| fold(label) == folded)
    });
    let words = words_of(&folded);
    let subjects = subjects_of(&words);
    let scored = themes.iter().map(|theme| {
        let label = fold(theme.name("fr"));
        let named = words_of(&label);
        let common = named
            .iter()
            .filter(|word| words.iter().any(|said| akin(word, said)))
            .count();
        let shared = subjects_of(&named)
            .iter()
            .filter(|row| subjects.contains(row))
            .count();
        (common * 2 + shared, theme)
    });
    let best = scored.fold((0, None), |best, (score, theme)| {
        if score > best.0 {
            (score, Some(theme))
        } else {
            best
        }
    });
    exact.or(best.1)
}

fn words_of(folded: &str) -> Vec<&str> {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() > 4).collect()
}

/// Whether two words are of one family: their first six letters are the same.
fn akin(one: &str, two: &str) -> bool {
    one.chars().take(6).eq(two.chars().take(6))
}

fn subjects_of(words: &[&str]) -> Vec<usize> {
    let about = |row: &&[&str]| {
        words
            .iter()
            .any(|word| row.iter().any(|start| word.starts_with(start)))
    };
    (0..SUBJECTS.len()).filter(|row| about(&SUBJECTS[*row])).collect()
}
