//! The rows of a form that hold texts in other languages: one for each language, named by its code.

use super::check::Check;
use super::{Draft, Field, Problem, Row, Typed, row};
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::text::{clean_line, clean_lines};
use crate::domain::translation::{TRANSLATED, clear, confirm, confirm_unmarked};
use crate::domain::value::{Object, Value};

/// The rows of an initiative. A language whose code is no identifier stays out of the form, and as it is.
pub(super) fn rows(initiative: &Initiative) -> Vec<Row> {
    let languages = initiative.translations.iter();
    languages
        .filter_map(|(lang, texts)| {
            let texts = texts.as_object()?;
            let fields =
                TRANSLATED.map(|name| (Field::from_code(name), texts.text(name).unwrap_or_default()));
            Some(row(&Id::parse(lang)?, &fields))
        })
        .collect()
}

impl Draft {
    /// Makes room for texts in a language, where there is none yet.
    pub fn offer_translation(&mut self, lang: &Id) {
        if self.translations.iter().all(|row| row.id != *lang) {
            self.translations.push(row(lang, &[]));
        }
    }

    /// The fields whose text in a language is not of the original as it is typed, if `base` is the
    /// initiative that the form shows.
    #[must_use]
    pub fn outdated(&self, base: &Initiative, lang: &Id) -> Vec<Field> {
        let mut made = base.clone();
        made.title = clean_line(self.text(&Field::Title)).into_owned();
        made.summary = clean_lines(self.text(&Field::Summary)).into_owned();
        made.audience = clean_line(self.text(&Field::Audience)).into_owned();
        made.practical = clean_lines(self.text(&Field::Practical)).into_owned();
        check(&self.translations, base, &mut made);
        let outdated = made.outdated(lang.as_str()).into_iter();
        outdated.map(Field::from_code).collect()
    }
}

/// Puts what the rows say into an initiative, whose originals are set already. What is there and in no
/// row, or was not touched, stays; what was touched is of the original as it is now.
pub(super) fn check(rows: &[Row], base: &Initiative, made: &mut Initiative) -> Vec<Problem> {
    let mut problems = Vec::new();
    for row in rows {
        let mut check = Check::of_row(row);
        let lang = row.id.as_str();
        let before = base.translations.get(lang).and_then(Value::as_object);
        let before = before.cloned().unwrap_or_default();
        let mut texts = before.clone();
        for name in TRANSLATED {
            let (was, is) = (base.original(name), made.original(name));
            translate(&mut check, &row.fields, &mut texts, name, (was, is));
        }
        if texts != before {
            if texts.is_empty() {
                made.translations.take(lang);
            } else {
                made.translations.set(lang, texts);
            }
        }
        problems.append(&mut check.problems);
    }
    problems
}

/// One text of a translation; `was` and `is` are its original as the form showed it and as it becomes.
fn translate(check: &mut Check, typed: &Typed, texts: &mut Object, name: &str, (was, is): (&str, &str)) {
    let field = &Field::from_code(name);
    let shown = texts.text(name).unwrap_or_default();
    let is_touched = typed.get(field).map_or("", String::as_str) != shown;
    if !is_touched {
        let is_reviewed = typed
            .get(&Field::Reviewed)
            .is_some_and(|ticked| ticked == Draft::YES);
        match shown {
            "" => {}
            _ if is_reviewed => confirm(texts, name, is),
            _ if was != is => confirm_unmarked(texts, name, was),
            _ => {}
        }
        return;
    }
    let text = match field {
        Field::Title | Field::Audience => check.line(field),
        _ => check.lines(field),
    };
    if text.is_empty() {
        clear(texts, name);
    } else {
        texts.set(name, text.as_str());
        confirm(texts, name, is);
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::draft::{Draft, Field, ProblemKind};
    use crate::domain::id::Id;
    use crate::domain::initiative::Initiative;
    use crate::domain::value::{Object, Value};

    fn english() -> Id {
        Id::parse("en").unwrap()
    }

    /// An initiative that was translated by hand, which leaves no marks.
    fn written() -> Initiative {
        let mut it = Initiative::new(Id::parse("x").unwrap(), "Masques".to_owned());
        it.summary = "Cousus à Marck".to_owned();
        let mut texts = Object::new();
        texts.set("title", "Masks");
        texts.set("later", "kept");
        it.translations.set("en", Value::Object(texts));
        let mut other = Object::new();
        other.set("title", "Maskers");
        it.translations.set("nl-BE", Value::Object(other));
        it
    }

    fn typed(draft: &mut Draft, field: Field, text: &str) {
        draft.translations[0].fields.insert(field, text.to_owned());
    }

    #[test]
    fn what_is_typed_is_of_the_original_beside_it() {
        let before = Initiative::new(Id::parse("x").unwrap(), "Masques".to_owned());
        let mut draft = Draft::of(&before);
        draft.offer_translation(&english());
        draft.offer_translation(&english());
        assert_eq!(
            draft.check(&before).unwrap(),
            before,
            "an offer alone says nothing"
        );
        typed(&mut draft, Field::Title, " Masks\n to sew ");
        let made = draft.check(&before).unwrap();
        assert_eq!(made.translated("en", "title"), Some("Masks to sew"));
        assert!(made.outdated("en").is_empty());
        let mut again = Draft::of(&made);
        again.fields.insert(Field::Title, "Masques lavables".to_owned());
        assert_eq!(again.outdated(&made, &english()), [Field::Title]);
        let changed = again.check(&made).unwrap();
        assert_eq!(changed.outdated("en"), ["title"]);
        // A glance, or another text, and it is up to date again.
        let mut glance = Draft::of(&changed);
        typed(&mut glance, Field::Reviewed, Draft::YES);
        assert!(glance.outdated(&changed, &english()).is_empty());
        let glanced = glance.check(&changed).unwrap();
        assert_eq!(glanced.translated("en", "title"), Some("Masks to sew"));
        assert!(!glanced.has_outdated());
        let mut text = Draft::of(&changed);
        typed(&mut text, Field::Title, "Washable masks");
        assert!(!text.check(&changed).unwrap().has_outdated());
    }

    #[test]
    fn a_text_without_a_mark_is_of_the_original_that_the_form_showed() {
        let before = written();
        let mut draft = Draft::of(&before);
        assert_eq!(draft.check(&before).unwrap(), before);
        draft.fields.insert(Field::Summary, "Cousus à Guemps".to_owned());
        assert!(
            !draft.check(&before).unwrap().has_outdated(),
            "the title is the same"
        );
        draft.fields.insert(Field::Title, "Blouses".to_owned());
        let made = draft.check(&before).unwrap();
        assert_eq!(made.outdated("en"), ["title"]);
        let kept = made.translations.get("en").unwrap().as_object().unwrap();
        assert_eq!(kept.text("later"), Some("kept"));
        // Whoever may not translate has no rows, and changes nothing of it.
        draft.translations.clear();
        assert_eq!(draft.check(&before).unwrap().translations, before.translations);
    }

    #[test]
    fn a_translation_that_is_emptied_goes() {
        let mut before = written();
        let mut draft = Draft::of(&before);
        assert_eq!(draft.translations.len(), 1, "the other language has no row");
        draft.translations[0].fields.clear();
        let made = draft.check(&before).unwrap();
        assert_eq!(made.translated("en", "title"), None);
        assert_eq!(made.translated("nl-BE", "title"), Some("Maskers"));
        let kept = made.translations.get("en").unwrap().as_object().unwrap();
        assert_eq!(kept.len(), 1, "what this version does not know stays");
        before.translations.set("en", {
            let mut texts = Object::new();
            texts.set("title", "Masks");
            texts
        });
        assert!(draft.check(&before).unwrap().translations.get("en").is_none());
    }

    #[test]
    fn a_text_that_is_too_long_is_told_with_its_language() {
        let before = written();
        let mut draft = Draft::of(&before);
        typed(&mut draft, Field::Title, &"x".repeat(2_000));
        let problems = draft.check(&before).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].row, Some(english()));
        assert_eq!(problems[0].field, Field::Title);
        assert!(matches!(problems[0].kind, ProblemKind::TooLong(_)));
    }
}
