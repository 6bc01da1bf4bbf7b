//! A theme: what a section of a press release is about.

use super::{id::Id, value::Object};

/// A theme, with its name in each language.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Names the theme in initiatives and addresses.
    pub id: Id,
    /// Language code → name.
    pub label: Object,
    /// Fields that this version does not know.
    pub extra: Object,
}

impl Theme {
    /// A theme without a name.
    #[must_use]
    pub const fn new(id: Id) -> Self {
        Self {
            id,
            label: Object::new(),
            extra: Object::new(),
        }
    }

    /// The name in a language, else in French, else in any, else the identifier.
    #[must_use]
    pub fn name(&self, lang: &str) -> &str {
        let named = self.label.text(lang).or_else(|| self.label.text("fr"));
        let any = || self.label.iter().find_map(|(_, name)| name.as_text());
        named.or_else(any).unwrap_or(self.id.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Theme;
    use crate::domain::id::Id;

    #[test]
    fn a_theme_always_has_a_name() {
        let mut theme = Theme::new(Id::parse("t").unwrap());
        assert_eq!(theme.name("fr"), "t");
        theme.label.set("de", "Schutz");
        assert_eq!(theme.name("fr"), "Schutz");
        theme.label.set("fr", "Protection");
        assert_eq!(theme.name("en"), "Protection");
        theme.label.set("en", "Safety");
        assert_eq!(theme.name("en"), "Safety");
    }
}
