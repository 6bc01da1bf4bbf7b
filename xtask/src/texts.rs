//! The texts of static pages and files, from `locales/*.json`, and the templates that they fill.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Every language of the interface, the default one first.
pub const LANGUAGES: [&str; 2] = ["fr", "en"];

/// The texts of every language.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    by_language: BTreeMap<String, BTreeMap<String, String>>,
}

impl Texts {
    /// Reads `locales/*.json`.
    ///
    /// # Errors
    /// When a file is missing or holds anything but an object of texts.
    pub fn read(root: &Path) -> Result<Self> {
        let mut by_language = BTreeMap::new();
        for language in LANGUAGES {
            let path = root.join("locales").join(format!("{language}.json"));
            let content = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let value: Value =
                serde_json::from_str(&content).with_context(|| format!("{} is not JSON", path.display()))?;
            let rows = value
                .as_object()
                .with_context(|| format!("{} holds no object", path.display()))?;
            let mut texts = BTreeMap::new();
            for (key, text) in rows {
                let text = text
                    .as_str()
                    .with_context(|| format!("`{key}` in {language}.json is no text"))?;
                texts.insert(key.clone(), text.to_owned());
            }
            by_language.insert(language.to_owned(), texts);
        }
        Ok(Self { by_language })
    }

    /// The text of `key` in `language`.
    ///
    /// # Errors
    /// When there is none.
    pub fn get(&self, language: &str, key: &str) -> Result<&str> {
        let text = self.by_language.get(language).and_then(|texts| texts.get(key));
        text.map(String::as_str)
            .with_context(|| format!("locales/{language}.json has no `{key}`"))
    }

    /// Texts written in a test.
    #[cfg(test)]
    pub(crate) fn from_pairs(languages: [(&str, &[(&str, &str)]); 2]) -> Self {
        let texts = |pairs: &[(&str, &str)]| {
            pairs
                .iter()
                .map(|(key, text)| ((*key).into(), (*text).into()))
                .collect()
        };
        Self {
            by_language: languages
                .map(|(language, pairs)| (language.to_owned(), texts(pairs)))
                .into(),
        }
    }

    /// The texts of `language` whose key begins with `prefix`, without it.
    pub fn below<'a>(&'a self, language: &str, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let texts = self.by_language.get(language).into_iter().flatten();
        texts.filter_map(move |(key, text)| Some((key.strip_prefix(prefix)?, text.as_str())))
    }

    /// Puts the text of each `{{language:key}}` of an HTML template in its place.
    ///
    /// # Errors
    /// When a text is missing or a placeholder is not closed.
    pub fn fill_html(&self, template: &str) -> Result<String> {
        let mut page = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").context("a placeholder is not closed")?;
            let Some((language, key)) = name.split_once(':') else {
                bail!("`{name}` is no placeholder: write language:key")
            };
            page.push_str(before);
            page.push_str(&escape(self.get(language, key)?));
            rest = after;
        }
        page.push_str(rest);
        Ok(page)
    }
}

/// The text as it stands in HTML, in an element or a quoted attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        let fr = BTreeMap::from([("a.b".to_owned(), "L’<été> \"&\"".to_owned())]);
        Texts {
            by_language: BTreeMap::from([("fr".to_owned(), fr)]),
        }
    }

    #[test]
    fn placeholders_are_filled_and_escaped() {
        let page = texts().fill_html("<p>{{fr:a.b}}</p>{{fr:a.b}}.").unwrap();
        assert_eq!(
            page,
            "<p>L’&lt;été&gt; &quot;&amp;&quot;</p>L’&lt;été&gt; &quot;&amp;&quot;."
        );
    }

    #[test]
    fn what_cannot_be_filled_is_an_error() {
        for template in ["{{fr:none}}", "{{en:a.b}}", "{{a.b}}", "{{fr:a.b"] {
            assert!(texts().fill_html(template).is_err(), "{template}");
        }
    }

    #[test]
    fn texts_below_a_prefix_lose_it() {
        assert_eq!(
            texts().below("fr", "a.").collect::<Vec<_>>(),
            [("b", "L’<été> \"&\"")]
        );
    }
}
