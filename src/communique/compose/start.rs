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

/// What a release still says in the words of the last number, which were meant as a start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unchanged<'a> {
    /// The last number.
    pub last: &'a Communique,
    /// Whether the lead is the same.
    pub lead: bool,
    /// Whether the closing is the same.
    pub closing: bool,
}

/// What a release of a series says as its last number did; nothing where it says nothing so. Letterhead,
/// place, signatory and press contact are the same from number to number.
#[must_use]
pub fn unchanged<'a>(catalogue: &'a Catalogue, release: &Communique) -> Option<Unchanged<'a>> {
    let last = last_of(catalogue, &release.series).filter(|last| last.id != release.id)?;
    let same = |one: &str, two: &str| !one.trim().is_empty() && one.trim() == two.trim();
    let (lead, closing) = (
        same(&release.lead, &last.lead),
        same(&release.closing, &last.closing),
    );
    (lead || closing).then_some(Unchanged { last, lead, closing })
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
    use super::{draft, sections, unchanged};
    use crate::communique::compose::tests_support::{catalogue, date, id, release, theme};
    use crate::domain::communique::Communique;

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
    fn what_is_still_in_the_last_numbers_words_is_known() {
        let mut catalogue = catalogue(&["a"]);
        let mut last = release("seven", "lettre", 7, "2020-04-30", &["a"]);
        "Bonjour".clone_into(&mut last.lead);
        "Merci".clone_into(&mut last.closing);
        catalogue.communiques = vec![last];
        let mut next = draft(&catalogue, "lettre", id("eight"), date("2020-05-07"));
        let told = |next: &Communique| {
            unchanged(&catalogue, next).map(|same| (same.last.number, same.lead, same.closing))
        };
        assert_eq!(told(&next), Some((Some(7), false, true)));
        "Bonjour ".clone_into(&mut next.lead);
        assert_eq!(told(&next), Some((Some(7), true, true)));
        "Merci à tous".clone_into(&mut next.closing);
        next.lead.clear();
        assert_eq!(told(&next), None);
        "nouvelle".clone_into(&mut next.series);
        "Merci".clone_into(&mut next.closing);
        assert_eq!(told(&next), None);
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
