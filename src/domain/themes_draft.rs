//! The themes of a site as a form holds them: names in two languages, in an order, which become themes or say all
//! that is wrong.

use super::catalogue::Catalogue;
use super::id::Id;
use super::order::Step;
use super::text::{MAX_LINE, clean_line, length};
use super::theme::Theme;

/// The languages in which the form asks for a name.
pub const LANGUAGES: [&str; 2] = ["fr", "en"];

/// A theme in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRow {
    /// Names the theme.
    pub id: Id,
    /// Its names, in the order of [`LANGUAGES`].
    pub names: [String; LANGUAGES.len()],
}

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeProblem {
    /// The theme has a name in no language.
    Missing,
    /// The name is longer than that.
    TooLong(usize),
    /// Another theme before it has the same name.
    Twice,
}

/// Where a problem is, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnamed {
    /// The theme.
    pub id: Id,
    /// Which of its names, as a place in [`LANGUAGES`].
    pub language: usize,
    /// What is wrong with it.
    pub problem: ThemeProblem,
}

/// The themes of a site in a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThemesDraft {
    rows: Vec<ThemeRow>,
}

impl ThemesDraft {
    /// The form of some themes.
    #[must_use]
    pub fn of(themes: &[Theme]) -> Self {
        let rows = themes.iter().map(|theme| ThemeRow {
            id: theme.id.clone(),
            names: written(theme),
        });
        Self { rows: rows.collect() }
    }

    /// The themes, in their order.
    #[must_use]
    pub fn rows(&self) -> &[ThemeRow] {
        &self.rows
    }

    /// The themes' identifiers, in their order.
    #[must_use]
    pub fn ids(&self) -> Vec<Id> {
        self.rows.iter().map(|row| row.id.clone()).collect()
    }

    /// What a theme is called in the form, if it is in it.
    #[must_use]
    pub fn names(&self, id: &Id) -> Option<&[String; LANGUAGES.len()]> {
        self.rows.iter().find(|row| row.id == *id).map(|row| &row.names)
    }

    /// Types a name. A theme that was just taken out has none.
    pub fn set(&mut self, id: &Id, language: usize, name: String) {
        let row = self.rows.iter_mut().find(|row| row.id == *id);
        if let Some(slot) = row.and_then(|row| row.names.get_mut(language)) {
            *slot = name;
        }
    }

    /// Adds a theme without a name, at the end. The identifier is new.
    pub fn add(&mut self, id: Id) {
        let names = Default::default();
        self.rows.push(ThemeRow { id, names });
    }

    /// Takes a theme out.
    pub fn remove(&mut self, id: &Id) {
        self.rows.retain(|row| row.id != *id);
    }

    /// Moves a theme one step; whether it could.
    pub fn step(&mut self, id: &Id, step: Step) -> bool {
        let place = self.rows.iter().position(|row| row.id == *id);
        let next = place.and_then(|place| step.leads_to(place, self.rows.len()));
        let Some((place, next)) = place.zip(next) else {
            return false;
        };
        self.rows.swap(place, next);
        true
    }

    /// The themes as they were typed, in their order; what was not touched stays as it was in `before`.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn check(&self, before: &[Theme]) -> Result<Vec<Theme>, Vec<Misnamed>> {
        let mut themes = Vec::with_capacity(self.rows.len());
        let mut problems = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            let known = before.iter().find(|theme| theme.id == row.id);
            let mut theme = known.cloned().unwrap_or_else(|| Theme::new(row.id.clone()));
            let is_kept = known.is_some_and(|theme| written(theme) == row.names);
            if !is_kept {
                problems.extend(self.wrong(place));
                for (language, name) in LANGUAGES.into_iter().zip(&row.names) {
                    let name = clean_line(name);
                    if name.is_empty() {
                        theme.label.take(language);
                    } else {
                        theme.label.set(language, &*name);
                    }
                }
            }
            themes.push(theme);
        }
        if problems.is_empty() {
            Ok(themes)
        } else {
            Err(problems)
        }
    }

    /// What is wrong with the names of a row.
    fn wrong(&self, place: usize) -> Vec<Misnamed> {
        let row = &self.rows[place];
        let misnamed = |language, problem| Misnamed {
            id: row.id.clone(),
            language,
            problem,
        };
        if row.names.iter().all(|name| clean_line(name).is_empty()) {
            return vec![misnamed(0, ThemeProblem::Missing)];
        }
        let problem = |language: usize| {
            let name = same(&row.names[language]);
            let is_twice = || {
                let others = self.rows[..place].iter();
                others
                    .map(|other| same(&other.names[language]))
                    .any(|other| other == name)
            };
            if length(&name) > MAX_LINE {
                Some(ThemeProblem::TooLong(MAX_LINE))
            } else {
                (!name.is_empty() && is_twice()).then_some(ThemeProblem::Twice)
            }
        };
        let all = 0..LANGUAGES.len();
        all.filter_map(|language| problem(language).map(|problem| misnamed(language, problem)))
            .collect()
    }
}

/// The names of a theme as the form shows them.
fn written(theme: &Theme) -> [String; LANGUAGES.len()] {
    LANGUAGES.map(|language| theme.label.text(language).unwrap_or_default().to_owned())
}

/// A name as it is compared with others.
fn same(name: &str) -> String {
    clean_line(name).to_lowercase()
}

/// How many initiatives of a catalogue stand under a theme: while there are some, it may not be taken out.
#[must_use]
pub fn users(catalogue: &Catalogue, theme: &Id) -> usize {
    let under = catalogue
        .initiatives
        .iter()
        .filter(|it| it.theme.as_ref() == Some(theme));
    under.count()
}

#[cfg(test)]
mod tests {
    use super::{Misnamed, ThemeProblem, ThemesDraft, users};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::order::Step;
    use crate::domain::site::Site;
    use crate::domain::theme::Theme;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn theme(name: &str, labels: &[(&str, &str)]) -> Theme {
        let mut theme = Theme::new(id(name));
        for (language, label) in labels {
            theme.label.set(language, *label);
        }
        theme
    }

    fn themes() -> Vec<Theme> {
        vec![
            theme("food", &[("fr", "Manger"), ("en", "Food"), ("nl", "Eten")]),
            theme("home", &[("fr", "Se loger")]),
            // No form would take this; it is what the file says.
            theme("bare", &[("de", "Sonstiges")]),
        ]
    }

    fn typed(edit: impl FnOnce(&mut ThemesDraft)) -> Result<Vec<Theme>, Vec<Misnamed>> {
        let mut draft = ThemesDraft::of(&themes());
        edit(&mut draft);
        draft.check(&themes())
    }

    fn wrong(name: &str, language: usize, problem: ThemeProblem) -> Misnamed {
        Misnamed {
            id: id(name),
            language,
            problem,
        }
    }

    #[test]
    fn a_form_that_nobody_touches_changes_nothing() {
        assert_eq!(typed(|_| ()), Ok(themes()));
    }

    #[test]
    fn names_are_cleaned_and_other_languages_stay() {
        let named = typed(|draft| {
            draft.set(&id("food"), 0, "  Manger\u{202e} bien ".to_owned());
            draft.set(&id("food"), 1, " ".to_owned());
            draft.add(id("new"));
            draft.set(&id("new"), 1, "Clothes".to_owned());
        })
        .unwrap();
        assert_eq!(named[0], theme("food", &[("fr", "Manger bien"), ("nl", "Eten")]));
        assert_eq!(named[3], theme("new", &[("en", "Clothes")]));
    }

    #[test]
    fn order_and_number_are_the_form_s() {
        let ids = |themes: Vec<Theme>| -> Vec<String> {
            themes.into_iter().map(|theme| theme.id.to_string()).collect()
        };
        let moved = typed(|draft| {
            assert!(draft.step(&id("home"), Step::Up));
            assert!(!draft.step(&id("home"), Step::Up), "it is first already");
            assert!(!draft.step(&id("none"), Step::Down));
            draft.remove(&id("bare"));
        });
        assert_eq!(ids(moved.unwrap()), ["home", "food"]);
    }

    #[test]
    fn everything_that_is_wrong_is_told() {
        let problems = typed(|draft| {
            draft.set(&id("home"), 0, "MANGER".to_owned());
            draft.set(&id("home"), 1, "x".repeat(301));
            draft.set(&id("bare"), 0, "\u{200b}".to_owned());
            draft.add(id("new"));
        });
        let expected = vec![
            wrong("home", 0, ThemeProblem::Twice),
            wrong("home", 1, ThemeProblem::TooLong(300)),
            wrong("bare", 0, ThemeProblem::Missing),
            wrong("new", 0, ThemeProblem::Missing),
        ];
        assert_eq!(problems, Err(expected));
    }

    #[test]
    fn whoever_stands_under_a_theme_is_counted() {
        let mut catalogue = Catalogue::new(Site::new(id("site")));
        for (name, theme) in [("a", Some("food")), ("b", Some("food")), ("c", None)] {
            let mut initiative = Initiative::new(id(name), name.to_owned());
            initiative.theme = theme.map(id);
            catalogue.initiatives.push(initiative);
        }
        assert_eq!(
            ["food", "home"].map(|theme| users(&catalogue, &id(theme))),
            [2, 0]
        );
    }
}
