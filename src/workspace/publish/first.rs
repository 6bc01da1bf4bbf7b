//! The first edition of a site that nobody has published yet.

use crate::domain::catalogue::{Catalogue, Edition};
use crate::domain::date::Timestamp;
use crate::domain::site::Site;
use crate::domain::theme::Theme;
use crate::domain::value::Object;
use crate::format::edition::content_id;

/// A site with its themes and nothing in them.
#[must_use]
pub fn first_edition(site: Site, themes: Vec<Theme>, at: Timestamp) -> Catalogue {
    let mut catalogue = Catalogue::new(site);
    catalogue.themes = themes;
    catalogue.edition = Edition {
        id: content_id(&catalogue),
        parent: None,
        number: 1,
        published_at: Some(at),
        extra: Object::new(),
    };
    catalogue
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::first_edition;
    use crate::domain::date::Timestamp;
    use crate::domain::id::Id;
    use crate::domain::site::Site;
    use crate::domain::theme::Theme;
    use crate::domain::value::Object;
    use crate::format::{json, v1};
    use crate::workspace::Workspace;
    use crate::workspace::publish::next_edition;

    #[test]
    fn the_first_edition_is_read_back_and_built_upon() {
        let at = |text| Timestamp::parse(text).unwrap();
        let mut site = Site::new(Id::parse("s").unwrap());
        site.title = "Entraide".to_owned();
        let theme = Theme {
            id: Id::parse("t").unwrap(),
            label: [("fr".to_owned(), "Manger".into())].into_iter().collect(),
            extra: Object::new(),
        };
        let first = first_edition(site, vec![theme], at("2020-04-30T10:00:00Z"));
        let text = json::write_pretty(&v1::write_catalogue(&first));
        let read = v1::read_catalogue_text(&text).unwrap();
        assert_eq!(read.value, first);
        assert!(read.warnings.is_empty());
        let workspace = Workspace::published(Arc::new(first.clone()));
        let next = next_edition(&workspace, &first, 0, at("2020-05-01T10:00:00Z"));
        assert!(!next.is_news, "nothing has been changed yet");
        assert_eq!(next.catalogue.edition.id, first.edition.id);
    }
}
