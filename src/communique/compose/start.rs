//! A draft that begins where the last number ended.

use super::item::item;
use super::propose::last_of;
use crate::domain::catalogue::Catalogue;
use crate::domain::communique::{Communique, CommuniqueStatus, Section};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::initiative::Initiative;
use crate::domain::value::Object;

/// An empty draft of the next number of a series: the last number's letterhead, place, closing,
/// signatory and press contact, and a number that follows.
#[must_use]
pub fn draft(catalogue: &Catalogue, series: &str, id: Id, today: Date) -> Communique {
    let last = last_of(catalogue, series);
    let text = |of: fn(&Communique) -> &String| last.map(of).cloned().unwrap_or_default();
    let number = last.map_or(Some(1), |last| {
        last.number.and_then(|number| number.checked_add(1))
    });
    Communique {
        id,
        series: series.to_owned(),
        letterhead: text(|last| &last.letterhead),
        number,
        date: Some(today),
        place: text(|last| &last.place),
        title: catalogue.site.title.clone(),
        lead: String::new(),
        sections: Vec::new(),
        closing: text(|last| &last.closing),
        signatory: text(|last| &last.signatory),
        press_contact: text(|last| &last.press_contact),
        status: CommuniqueStatus::Draft,
        extra: Object::new(),
    }
}

/// The sections for some initiatives: one for each theme, in the order of the catalogue's themes,
/// those without a theme last. Headings come from the catalogue's language.
#[must_use]
pub fn sections<'a>(
    catalogue: &Catalogue,
    initiatives: impl IntoIterator<Item = &'a Initiative>,
    today: Date,
) -> Vec<Section> {
    let mut sections: Vec<Section> = catalogue
        .themes
        .iter()
        .map(|theme| section(catalogue, Some(&theme.id)))
        .collect();
    let mut without = section(catalogue, None);
    for initiative in initiatives {
        let place = initiative
            .theme
            .as_ref()
            .and_then(|id| catalogue.themes.iter().position(|theme| theme.id == *id));
        let section = place.map_or(&mut without, |place| &mut sections[place]);
        section.items.push(item(initiative, today));
    }
    sections.push(without);
    sections.retain(|section| !section.items.is_empty());
    sections
}

/// An empty section about a theme.
#[must_use]
pub fn section(catalogue: &Catalogue, theme: Option<&Id>) -> Section {
    let known = theme.and_then(|id| catalogue.themes.iter().find(|theme| theme.id == *id));
    Section {
        theme: known.map(|theme| theme.id.clone()),
        heading: known.map_or_else(String::new, |theme| theme.name(&catalogue.site.lang).to_owned()),
        ..Section::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{draft, sections};
    use crate::communique::compose::tests_support::{catalogue, date, id, release, theme};

    #[test]
    fn a_draft_follows_the_last_number_of_its_series() {
        let mut catalogue = catalogue(&["a"]);
        let mut last = release("seven", "lettre", 7, "2020-04-30", &["a"]);
        "Arras".clone_into(&mut last.place);
        "Merci".clone_into(&mut last.closing);
        catalogue.communiques = vec![last, release("x", "autre", 40, "2020-05-04", &[])];
        let next = draft(&catalogue, "lettre", id("eight"), date("2020-05-07"));
        assert_eq!(
            (next.number, &*next.place, &*next.closing),
            (Some(8), "Arras", "Merci")
        );
        assert!(next.is_draft() && next.sections.is_empty());
        assert_eq!(
            draft(&catalogue, "nouvelle", id("one"), date("2020-05-07")).number,
            Some(1)
        );
    }

    #[test]
    fn initiatives_stand_under_their_themes() {
        let mut catalogue = catalogue(&["a", "b", "c", "d"]);
        catalogue.themes = vec![theme("first"), theme("second"), theme("empty")];
        catalogue.initiatives[0].theme = Some(id("second"));
        catalogue.initiatives[2].theme = Some(id("first"));
        catalogue.initiatives[3].theme = Some(id("gone"));
        let sections = sections(&catalogue, &catalogue.initiatives, date("2020-05-07"));
        let told: Vec<_> = sections
            .iter()
            .map(|section| {
                let items = section.items.iter().map(|item| item.title.as_str());
                (section.heading.as_str(), items.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            told,
            [("first", vec!["c"]), ("second", vec!["a"]), ("", vec!["b", "d"])]
        );
    }
}
