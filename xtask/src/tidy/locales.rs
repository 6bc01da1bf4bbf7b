//! Every language has every text, with the same placeholders and both forms of each plural. French keeps
//! its punctuation on the line of its word.

use std::collections::BTreeSet;

use crate::texts::{LANGUAGES, Texts};

pub(super) fn check(texts: &Texts) -> Vec<String> {
    let mut broken = Vec::new();
    let keys: BTreeSet<&str> = LANGUAGES
        .iter()
        .flat_map(|language| texts.below(language, "").map(|(key, _)| key))
        .collect();
    for key in &keys {
        for (form, other) in [(".one", ".other"), (".other", ".one")] {
            let missing = key.strip_suffix(form).map(|stem| format!("{stem}{other}"));
            if let Some(missing) = missing.filter(|missing| !keys.contains(missing.as_str())) {
                broken.push(format!("locales: `{key}` without `{missing}`"));
            }
        }
        let mut expected: Option<BTreeSet<&str>> = None;
        for language in LANGUAGES {
            let Some(text) = texts
                .below(language, "")
                .find(|(other, _)| other == key)
                .map(|(_, text)| text)
            else {
                broken.push(format!("locales/{language}.json lacks `{key}`"));
                continue;
            };
            if text.trim().is_empty() {
                broken.push(format!("locales/{language}.json: `{key}` is empty"));
            }
            if language == "fr" && breaks_before_punctuation(text) {
                broken.push(format!(
                    "locales/fr.json: `{key}` has a plain blank where a no-break space belongs"
                ));
            }
            // The singular may say « one » in words, so only other texts must hold the same placeholders.
            let found = placeholders(text);
            if key.strip_suffix(".one").is_none() && expected.get_or_insert_with(|| found.clone()) != &found {
                broken.push(format!(
                    "locales/{language}.json: `{key}` has other placeholders: {found:?}"
                ));
            }
        }
    }
    broken
}

/// Whether a line of a narrow phone could begin with the punctuation, or end with an opening quotation mark.
fn breaks_before_punctuation(text: &str) -> bool {
    let marks = [" :", " ;", " !", " ?", " %", " »", "« "];
    marks.iter().any(|mark| text.contains(mark))
}

/// The names in single braces.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(fr: &[(&str, &str)], en: &[(&str, &str)]) -> Vec<String> {
        check(&Texts::from_pairs([("fr", fr), ("en", en)]))
    }

    #[test]
    fn equal_languages_are_well() {
        let fr = [("a", "{n} été"), ("b.one", "une"), ("b.other", "{n}")];
        let en = [("a", "{n} summer"), ("b.one", "{n} one"), ("b.other", "{n}")];
        assert_eq!(broken(&fr, &en), [""; 0]);
    }

    #[test]
    fn french_punctuation_stays_with_its_word() {
        let en = [("a", "see : x")];
        assert_eq!(broken(&[("a", "voir\u{a0}: «\u{a0}x\u{a0}»")], &en), [""; 0]);
        for text in ["voir : x", "« x\u{a0}»", "5 %"] {
            assert_eq!(broken(&[("a", text)], &en).len(), 1, "{text}");
        }
    }

    #[test]
    fn each_difference_is_named() {
        assert_eq!(broken(&[("a", "x")], &[]), ["locales/en.json lacks `a`"]);
        assert_eq!(
            broken(&[("a", " ")], &[("a", "x")]),
            ["locales/fr.json: `a` is empty"]
        );
        assert_eq!(broken(&[("a", "{n}")], &[("a", "{m}")]).len(), 1);
        assert_eq!(
            broken(&[("a.one", "x")], &[("a.one", "x")]),
            ["locales: `a.one` without `a.other`"]
        );
    }
}
